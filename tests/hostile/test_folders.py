"""What lies in a folder is never followed, opened or obeyed unless it is a plain file, and its name is shown inert."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from exposture.model.visible import visible
from tests.conftest import Ran
from tests.hostile.folder_cases import KINDS, NAMES, TRAPS, Trap
from tests.hostile.organization import CANARY, CONNECTORS, estate_of, fails, healthy, healthy_rows
from tests.hostile.test_corpus import line_of, said
from tests.rights import modes_hold

Run = Callable[..., Ran]
READ_REFUSED = "cannot be read: Permission denied in Get-AcceptedDomain.xml"
every_trap = pytest.mark.parametrize("trap", TRAPS, ids=[trap.name for trap in TRAPS])


@every_trap
def test_trap_in_a_folder_is_named_and_the_rest_is_read(tmp_path: Path, trap: Trap) -> None:
    (tmp_path / "canary.txt").write_text(CANARY, encoding="utf-8")
    alone = healthy_rows(estate_of(healthy(tmp_path / "in")))
    trap.change(tmp_path / "in", tmp_path / "canary.txt")

    with modes_hold():
        estate = estate_of(tmp_path / "in")

    assert line_of(estate, trap.path).state.value == trap.state
    assert trap.says in line_of(estate, trap.path).message
    assert healthy_rows(estate) == alone


def trapped(folder: Path) -> Path:
    """Write a folder with every trap of a name, and every kind in a folder of its own."""
    (folder / "canary.txt").write_text(CANARY, encoding="utf-8")
    healthy(folder / "in")
    for trap in NAMES:
        trap.change(folder / "in", folder / "canary.txt")
    for trap in KINDS[:6]:
        (folder / "in" / trap.name).mkdir()
        trap.change(folder / "in" / trap.name, folder / "canary.txt")
    return folder / "in"


@pytest.mark.parametrize("command", ["audit", "inspect"])
def test_names_of_all_traps_are_shown_inert(run: Run, tmp_path: Path, few_rules: None, command: str) -> None:
    folder = trapped(tmp_path)

    ran = run(command, folder, *(["-o", tmp_path / "out", "-f", "json", "-f", "html"] if command == "audit" else []))

    assert ran.code == 4
    assert visible(ran.out + ran.err, keep_newlines=True) == ran.out + ran.err
    assert [line for line in (ran.out + ran.err).splitlines() if line.startswith("exposture: all is well")] == []
    assert "nope" in ran.out + ran.err
    assert CANARY not in said(ran, tmp_path / "out")


def test_audit_of_all_traps_leaves_the_healthy_exports_whole(run: Run, tmp_path: Path, few_rules: None) -> None:
    run("audit", trapped(tmp_path), "-o", tmp_path / "out", "-f", "json")
    document = json.loads((tmp_path / "out" / "results.json").read_bytes())

    assert fails(document) == CONNECTORS
    assert len(document["coverage"]["damaged"]) == len(NAMES)


def test_what_the_user_must_not_read_is_named_and_the_rest_is_judged(run: Run, tmp_path: Path, few_rules: None) -> None:
    folder = healthy(tmp_path / "in")
    for trap in KINDS[-2:]:
        trap.change(folder, tmp_path / "canary.txt")

    with modes_hold():
        ran = run("audit", folder, "-o", tmp_path / "out", "-f", "json")

    document = json.loads((tmp_path / "out" / "results.json").read_bytes())
    assert ran.code == 4
    assert [(file["path"], file["state"]) for file in document["coverage"]["damaged"]] == [(trap.path, trap.state) for trap in KINDS[-2:]]
    assert {gap["message"] for gap in document["coverage"]["gaps"] if gap["dataset"] == "accepted_domains"} == {READ_REFUSED}
    assert fails(document) == CONNECTORS
