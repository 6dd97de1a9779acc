"""What lies in a folder is never followed, opened or obeyed unless it is a plain file, and its name is shown inert."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from exposture.model.visible import visible
from exposture.workflows import audit as audit_workflow
from tests.conftest import Ran
from tests.hostile.folder_cases import TRAPS, Trap
from tests.hostile.organization import CANARY, CONNECTORS, estate_of, fails, healthy, healthy_rows, ruleset
from tests.hostile.test_corpus import line_of, said

Run = Callable[..., Ran]
every_trap = pytest.mark.parametrize("trap", TRAPS, ids=[trap.name for trap in TRAPS])


@pytest.fixture(autouse=True)
def few_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge by a few rules."""
    monkeypatch.setattr(audit_workflow, "load_ruleset", lambda *_: ruleset())


@every_trap
def test_trap_in_a_folder_is_named_and_the_rest_is_judged(run: Run, tmp_path: Path, trap: Trap) -> None:
    (tmp_path / "canary.txt").write_text(CANARY, encoding="utf-8")
    alone = healthy_rows(estate_of(healthy(tmp_path / "in")))
    trap.change(tmp_path / "in", tmp_path / "canary.txt")

    estate = estate_of(tmp_path / "in")
    ran = run("audit", tmp_path / "in", "-o", tmp_path / "out", "-f", "json", "-f", "html")

    assert line_of(estate, trap.path).state.value == trap.state
    assert trap.says in line_of(estate, trap.path).message
    assert healthy_rows(estate) == alone
    assert ran.code == (0 if trap.state == "passed-over" else 4), ran.err
    assert fails(json.loads((tmp_path / "out" / "results.json").read_bytes())) == CONNECTORS
    assert CANARY not in said(ran, tmp_path / "out")


@every_trap
def test_name_of_a_trap_is_shown_inert(run: Run, tmp_path: Path, trap: Trap) -> None:
    healthy(tmp_path / "in")
    trap.change(tmp_path / "in", tmp_path / "canary.txt")

    ran = run("inspect", tmp_path / "in")

    assert ran.code in {0, 4}
    assert visible(ran.out + ran.err, keep_newlines=True) == ran.out + ran.err
    assert not [line for line in (ran.out + ran.err).splitlines() if line.startswith("exposture: all is well")]
