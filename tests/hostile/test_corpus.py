"""Every hostile file comes out as its line of the table says, and takes nothing healthy with it."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exposture.model.coverage import FileLine, FileState
from exposture.model.estate import Estate
from tests.conftest import Ran
from tests.hostile import clixml_cases, csv_cases, text_cases, xml_cases
from tests.hostile.case import Case, Fate
from tests.hostile.organization import CANARY, CONNECTORS, estate_of, fails, healthy, healthy_rows
from tests.unit.bundle.samples import rows

Run = Callable[..., Ran]
CASES = [*xml_cases.CASES, *text_cases.CASES, *clixml_cases.CASES, *csv_cases.CASES]
STATES = {
    Fate.READ: FileState.READ,
    Fate.NOTED: FileState.READ,
    Fate.DAMAGED: FileState.DAMAGED,
    Fate.UNRECOGNISED: FileState.UNRECOGNISED,
}
LONG = (pytest.mark.slow, pytest.mark.skipif("EXPOSTURE_FULL" not in os.environ, reason="long: scripts/test-full runs it"))
every_case = pytest.mark.parametrize("case", [pytest.param(case, id=case.name, marks=LONG if case.is_long else ()) for case in CASES])
# one audit holds all of them; each alone is for the long run, some of them for the gate
alone_in_turn = pytest.mark.parametrize(
    "case", [pytest.param(case, id=case.name, marks=LONG if case.is_long or number % 15 else ()) for number, case in enumerate(CASES)]
)


def placed(folder: Path, *cases: Case, apart: bool = False) -> Path:
    """Write cases beside healthy exports, each in a folder of its own if they are several, and the canary beside the whole."""
    canary = folder / "canary.txt"
    canary.write_text(CANARY, encoding="utf-8")
    healthy(folder / "in")
    for case in cases:
        place = folder / "in" / (case.name if apart else "") / case.file
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(case.make(canary.as_uri()))
    return folder / "in"


def line_of(estate: Estate, path: str) -> FileLine:
    (found,) = [line for line in estate.files if line.path == path]
    return found


def domains(estate: Estate) -> list[str]:
    return sorted(str(name) for (name,) in rows(estate, "accepted_domains", "name") if name is not None)


def beside(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder but those of the reports."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and "out" not in path.relative_to(folder).parts]
    return {str(path): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> tuple[object, ...]:
    """Return what comes out of the healthy exports where nothing lies beside them."""
    return healthy_rows(estate_of(healthy(tmp_path_factory.mktemp("alone"))))


def test_names_of_cases_are_unique() -> None:
    assert [name for name, count in Counter(case.name for case in CASES).items() if count > 1] == []
    assert len(CASES) >= 300


@every_case
def test_case_comes_out_as_the_table_says(tmp_path: Path, alone: tuple[object, ...], case: Case) -> None:
    estate = estate_of(placed(tmp_path, case))
    line = line_of(estate, case.file)

    assert (line.state, domains(estate)) == (STATES[case.fate], sorted(case.rows))
    assert case.says in line.message
    assert (case.fate is not Fate.READ) == bool(line.message)
    assert healthy_rows(estate) == alone


@alone_in_turn
def test_audit_survives_the_case(run: Run, tmp_path: Path, case: Case, few_rules: None) -> None:
    folder = placed(tmp_path, case)
    before = beside(tmp_path)

    ran = run("audit", folder, "-o", tmp_path / "out", "-f", "json")
    document = json.loads((tmp_path / "out" / "results.json").read_bytes())

    assert ran.code == (4 if case.fate is Fate.DAMAGED else 0), ran.err
    assert (case.file in ran.err) == (case.fate is Fate.DAMAGED)
    assert "Traceback" not in ran.err
    assert fails(document) == CONNECTORS
    assert named(document) == ({} if case.fate in {Fate.READ, Fate.NOTED} else {case.file: STATES[case.fate].value})
    assert beside(tmp_path) == before
    assert CANARY not in said(ran, tmp_path / "out")


@pytest.mark.slow
def test_all_cases_at_once_leave_the_healthy_exports_whole(run: Run, tmp_path: Path) -> None:
    cases = [case for case in CASES if not case.is_long]
    folder = placed(tmp_path, *cases, apart=True)
    before = beside(tmp_path)

    ran = run("audit", folder, "-o", tmp_path / "out", "-f", "json", "-f", "html")
    document = json.loads((tmp_path / "out" / "results.json").read_bytes())

    assert ran.code == 4
    assert "Traceback" not in ran.err
    assert fails(document) == CONNECTORS
    assert named(document) == {f"{case.name}/{case.file}": STATES[case.fate].value for case in cases if case.fate not in {Fate.READ, Fate.NOTED}}
    assert beside(tmp_path) == before
    assert CANARY not in said(ran, tmp_path / "out")


def named(document: dict[str, Any]) -> dict[str, str]:
    """Return the state of each file that was not read, without the one that is healthy and unknown."""
    coverage = document["coverage"]
    return {file["path"]: file["state"] for file in (*coverage["damaged"], *coverage["unrecognised"]) if "NotKnown" not in file["path"]}


def said(ran: Ran, folder: Path) -> str:
    """Return all text of a run: both streams and every output, bytes as Latin-1."""
    return ran.out + ran.err + "".join(path.read_bytes().decode("latin-1") for path in sorted(folder.rglob("*")) if path.is_file())
