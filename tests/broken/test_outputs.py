"""Outputs that cannot be made or written: exit 5, and the others are there."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from exposture.report import pdf
from tests.conftest import Ran
from tests.small import small_bundle

Run = Callable[..., Ran]
NEEDS_LOADER = pytest.mark.skipif(sys.platform != "linux", reason="hides libraries from the loader of Linux")


def hide_pango(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a file that is no library where the loader looks first; processes started from now on cannot load Pango."""
    folder.mkdir()
    for name in ("libpango-1.0.so.0", "libpango-1.0-0", "pango-1.0-0", "pango-1.0"):
        (folder / name).write_bytes(b"no library")
    monkeypatch.setenv("LD_LIBRARY_PATH", str(folder))


@pytest.mark.slow
@NEEDS_LOADER
def test_without_pango_the_pdf_is_missing_and_the_others_are_written(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hide_pango(tmp_path / "lib", monkeypatch)

    ran = run("audit", small_bundle(tmp_path / "in"), "-o", tmp_path / "out", "-f", "json", "-f", "html", "-f", "pdf")

    assert ran.code == 5
    assert "exposture: not written: report.pdf: the PDF needs the system libraries Pango, HarfBuzz and fontconfig; install them" in ran.err
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["report.html", "results.json", "results.parquet"]
    assert json.loads((tmp_path / "out" / "results.json").read_bytes())["organization"]["name"] == "Contoso"


@pytest.mark.slow
@NEEDS_LOADER
def test_without_pango_doctor_says_what_to_install(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hide_pango(tmp_path / "lib", monkeypatch)

    ran = run("doctor")

    assert ran.code == 5
    assert "PDF output: the PDF needs the system libraries Pango, HarfBuzz and fontconfig; install them" in ran.out
    assert [line.split()[:2] for line in ran.out.splitlines() if line.split()[:1] == ["missing"]] == [["missing", "PDF"]]


FATES = {
    "killed": ("import os\nos.kill(os.getpid(), 9)", "ended with code -9"),
    "out-of-memory": ("raise MemoryError", "MemoryError"),
    "out-of-time": ("import time\ntime.sleep(600)", "not ready after 3 seconds"),
    "wrong-answer": ("print('no PDF')", "ended with code 0"),
}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("fate", list(FATES))
def test_html_and_json_come_out_whatever_becomes_of_the_pdf(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fate: str) -> None:
    """The child has read its job and begun when it is met."""
    code, said = FATES[fate]
    begun = "import sys; sys.path.insert(0, sys.argv.pop(1)); from exposture.lifeline import read_job; read_job(sys.stdin.buffer)\n"
    monkeypatch.setattr(pdf, "START", begun + code)
    monkeypatch.setattr(pdf.make_pdf, "__kwdefaults__", {**pdf.make_pdf.__kwdefaults__, "seconds": 3.0})

    ran = run("audit", small_bundle(tmp_path / "in"), "-o", tmp_path / "out")

    assert ran.code == 5
    (line,) = [line for line in ran.err.splitlines() if "not written" in line]
    assert line.startswith("exposture: not written: report.pdf: ")
    assert said in line
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["report.html", "results.json", "results.parquet"]
    assert json.loads((tmp_path / "out" / "results.json").read_bytes())["organization"]["name"] == "Contoso"


def test_place_that_cannot_be_written_does_not_keep_the_others_from_being_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()

    ran = run("audit", small_bundle(tmp_path / "in"), "-o", tmp_path / "out", "-f", f"html:{tmp_path / 'taken'}", "-f", "json")

    assert ran.code == 5
    assert f"exposture: not written: {tmp_path / 'taken'}: Is a directory" in ran.err
    assert (tmp_path / "out" / "results.json").exists()
    assert [path.name for path in tmp_path.glob("taken*")] == ["taken"]


def test_report_that_cannot_be_written_is_said(run: Run, tmp_path: Path) -> None:
    run("audit", small_bundle(tmp_path / "in"), "-o", tmp_path / "out", "-f", "json")
    (tmp_path / "taken").mkdir()

    ran = run("report", tmp_path / "out" / "results.json", "-f", f"html:{tmp_path / 'taken'}")

    assert ran.code == 5
    assert "not written" in ran.err
