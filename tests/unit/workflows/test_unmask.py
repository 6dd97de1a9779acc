"""`exposture unmask` as a user runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran

Run = Callable[..., Ran]
MAP = '"pseudonym","value","kind"\r\n"S89ABCDEF","EX1","server"\r\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "map.csv").write_text(MAP, encoding="utf-8-sig", newline="")
    (tmp_path / "results.json").write_text('{"server": "S89ABCDEF"}', encoding="utf-8")
    return tmp_path


def test_copy_is_written_beside_the_report(run: Run, folder: Path) -> None:
    ran = run("unmask", folder / "results.json", "--map", folder / "map.csv")

    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("1 pseudonyms replaced. Written:\n")
    assert (folder / "results-clear.json").read_text(encoding="utf-8") == '{"server": "EX1"}'
    assert (folder / "results.json").read_text(encoding="utf-8") == '{"server": "S89ABCDEF"}'


@pytest.mark.parametrize("name", ["results.json", "map.csv", "other.json"])
def test_nothing_that_is_there_is_overwritten(run: Run, folder: Path, name: str) -> None:
    (folder / "other.json").write_text("mine", encoding="utf-8")
    before = (folder / name).read_bytes()

    ran = run("unmask", folder / "results.json", "--map", folder / "map.csv", "-o", folder / name)

    assert (ran.code, (folder / name).read_bytes()) == (2, before)
    assert "is there already" in ran.err


def test_pdf_is_refused_with_the_way_out(run: Run, folder: Path) -> None:
    (folder / "report.pdf").write_bytes(b"%PDF-1.7")

    ran = run("unmask", folder / "report.pdf", "--map", folder / "map.csv", "-o", folder / "clear.pdf")

    assert ran.code == 2
    assert "a PDF cannot be unmasked" in ran.err
    assert not (folder / "clear.pdf").exists()


@pytest.mark.parametrize("missing", ["results.json", "map.csv"])
def test_file_that_is_not_there_is_wrong_usage(run: Run, folder: Path, missing: str) -> None:
    (folder / missing).unlink()

    ran = run("unmask", folder / "results.json", "--map", folder / "map.csv")

    assert ran.code == 2
    assert "cannot read" in ran.err


def test_place_that_cannot_be_written_is_told(run: Run, folder: Path) -> None:
    ran = run("unmask", folder / "results.json", "--map", folder / "map.csv", "-o", folder / "map.csv" / "x.json")

    assert ran.code == 2
    assert "cannot write" in ran.err
