"""The same bundle gives the same bytes, whatever the order of hashes, time zone, language, current folder and name of the folder written to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small import connector, small_bundle

ANALYZER = Path(__file__).parents[1] / "analyzer"
FILES = ["report.html", "report.pdf", "results.json", "results.parquet"]
OTHER = {
    "hash-seed": {"PYTHONHASHSEED": "2"},
    "time-zone": {"TZ": "Asia/Kathmandu"},
    "language": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "no-utf-8": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    "terminal": {"COLUMNS": "40", "FORCE_COLOR": "1", "PYTHONUNBUFFERED": "1"},
}
"""Each alone in scripts/test-full, which says whose fault a difference is; the gate has those that do not exclude each other in one run."""
TOGETHER = {"together": OTHER["hash-seed"] | OTHER["time-zone"] | OTHER["language"] | OTHER["terminal"], "no-utf-8": OTHER["no-utf-8"]}
TRIED = OTHER if "EXPOSTURE_FULL" in os.environ else TOGETHER


def audited(folder: Path, bundle: Path, environment: dict[str, str], current: Path | None = None) -> dict[str, bytes]:
    command = [sys.executable, "-m", "exposture", "audit", str(bundle), "-o", str(folder), "-q"]
    subprocess.run(command, env=os.environ | {"PYTHONHASHSEED": "1", "PYTHONPATH": str(ANALYZER)} | environment, cwd=current, check=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("deterministic") / "in"
    return small_bundle(folder, connector("Scanner"), connector("Printer"), connector("Default", tls_first=True))


@pytest.fixture(scope="module")
def usual(bundle: Path) -> dict[str, bytes]:
    return audited(bundle.parent / "usual", bundle, {})


@pytest.mark.slow
@pytest.mark.parametrize("name", list(TRIED))
def test_other_surroundings_give_the_same_bytes(tmp_path: Path, bundle: Path, usual: dict[str, bytes], name: str) -> None:
    other = audited(tmp_path / "other", bundle, TRIED[name])

    assert sorted(usual) == sorted(other) == FILES
    assert [name for name in FILES if usual[name] != other[name]] == []


@pytest.mark.slow
def test_other_current_folder_gives_the_same_bytes(tmp_path: Path, bundle: Path, usual: dict[str, bytes]) -> None:
    other = audited(tmp_path / "a" / "b", Path(os.path.relpath(bundle, tmp_path)), {}, current=tmp_path)

    assert [name for name in FILES if usual[name] != other[name]] == []


@pytest.mark.slow
def test_report_made_again_from_the_document_is_the_same(tmp_path: Path, bundle: Path, usual: dict[str, bytes]) -> None:
    document = tmp_path / "results.json"
    document.write_bytes(usual["results.json"])

    command = [sys.executable, "-m", "exposture", "report", str(document), "-o", str(tmp_path / "again"), "-f", "pdf", "-f", "html"]
    subprocess.run(command, env=os.environ | {"PYTHONPATH": str(ANALYZER)}, check=True)

    assert {path.name for path in (tmp_path / "again").iterdir() if path.read_bytes() == usual[path.name]} == {"report.pdf", "report.html"}
