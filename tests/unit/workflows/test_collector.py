from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from exposture.errors import PackageDataError, UsageError
from exposture.workflows import collector
from exposture.workflows.collector import export_collector, proof_text, write_proof

SCRIPT = b"Get-Date\r\n"
SHA256 = hashlib.sha256(SCRIPT).hexdigest()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "collector"
    root.mkdir()
    (root / "Export-ExchangePosture.ps1").write_bytes(SCRIPT)
    (root / "PROOF.md").write_text(f"# Proof\n\n{SHA256}\n", encoding="ascii")
    (root / "GUIDE.md").write_bytes((Path(__file__).parents[3] / "collector" / "GUIDE.md").read_bytes())
    monkeypatch.setattr(collector, "collector_root", lambda: root)
    return root


def test_export_lays_out_script_proof_guide_and_hashes(package: Path, tmp_path: Path) -> None:
    exported = export_collector(tmp_path / "out")

    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["Export-ExchangePosture.ps1", "GUIDE.txt", "PROOF.md", "SHA256SUMS"]
    assert (tmp_path / "out" / "Export-ExchangePosture.ps1").read_bytes() == SCRIPT
    assert exported.sha256 == SHA256


def test_hashes_are_those_of_the_files_beside_them(package: Path, tmp_path: Path) -> None:
    export_collector(tmp_path / "out")

    lines = (tmp_path / "out" / "SHA256SUMS").read_text(encoding="ascii").splitlines()

    assert [line.split("  ")[1] for line in lines] == ["Export-ExchangePosture.ps1", "GUIDE.txt", "PROOF.md"]
    for line in lines:
        digest, name = line.split("  ")
        assert hashlib.sha256((tmp_path / "out" / name).read_bytes()).hexdigest() == digest


def test_guide_names_the_hash_and_reads_in_the_editor_of_windows(package: Path, tmp_path: Path) -> None:
    export_collector(tmp_path / "out")

    guide = (tmp_path / "out" / "GUIDE.txt").read_bytes()

    assert SHA256.encode() in guide
    assert b"{" not in guide
    assert guide.count(b"\n") == guide.count(b"\r\n")
    for word in (b"certutil", b"Get-FileHash", b"AllSigned", b"AppLocker", b"-Redact", b"Remove every trace"):
        assert word in guide


def test_folder_that_holds_something_is_refused_and_kept(package: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("x", encoding="ascii")

    with pytest.raises(UsageError, match="is not empty"):
        export_collector(tmp_path / "out")
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["mine.txt"]


def test_empty_folder_is_used(package: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()

    assert len(export_collector(tmp_path / "out").paths) == 4


def test_place_that_cannot_be_written_is_a_usage_error(package: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="ascii")

    with pytest.raises(UsageError, match="cannot be written"):
        export_collector(tmp_path / "file" / "out")
    with pytest.raises(UsageError, match="cannot be written"):
        write_proof(tmp_path / "file" / "PROOF.md")


def test_proof_of_another_script_is_refused(package: Path) -> None:
    (package / "Export-ExchangePosture.ps1").write_bytes(b"Get-Host\r\n")

    with pytest.raises(PackageDataError, match="another script"):
        proof_text()


def test_missing_file_is_named(package: Path) -> None:
    (package / "PROOF.md").unlink()

    with pytest.raises(PackageDataError, match=r"collector/PROOF\.md is missing"):
        proof_text()


def test_proof_is_written_as_it_is_packed(package: Path, tmp_path: Path) -> None:
    write_proof(tmp_path / "page.md")

    assert (tmp_path / "page.md").read_text(encoding="ascii") == proof_text()
