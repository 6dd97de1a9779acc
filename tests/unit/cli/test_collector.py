from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import pytest

from exposture.workflows import collector
from tests.conftest import Ran

Run = Callable[..., Ran]
SCRIPT = b"Get-Date\r\n"
SHA256 = hashlib.sha256(SCRIPT).hexdigest()


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, content in {"Export-ExchangePosture.ps1": SCRIPT, "PROOF.md": f"{SHA256}\n".encode(), "GUIDE.md": b"{sha256}\n"}.items():
        (tmp_path / name).write_bytes(content)
    monkeypatch.setattr(collector, "collector_root", lambda: tmp_path)
    return tmp_path


def test_proof_is_printed_to_standard_output(run: Run, package: Path) -> None:
    ran = run("collector", "proof")

    assert (ran.code, ran.out, ran.err) == (0, f"{SHA256}\n", "")


def test_proof_is_written_to_a_file(run: Run, package: Path, tmp_path: Path) -> None:
    ran = run("collector", "proof", "-o", tmp_path / "page.md")

    assert (ran.code, ran.out) == (0, "")
    assert (tmp_path / "page.md").read_text(encoding="ascii") == f"{SHA256}\n"


def test_export_says_where_the_files_lie_and_the_hash_of_the_script(run: Run, package: Path, tmp_path: Path) -> None:
    ran = run("collector", "export", tmp_path / "out")

    assert ran.code == 0
    assert ran.err.splitlines()[0] == "Written:"
    assert ran.err.splitlines()[-1] == f"SHA-256 of the script: {SHA256}"


def test_export_into_a_folder_with_files_is_wrong_usage(run: Run, package: Path, tmp_path: Path) -> None:
    ran = run("collector", "export", tmp_path)

    assert ran.code == 2
    assert "is not empty" in ran.err
