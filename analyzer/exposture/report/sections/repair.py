"""How a finding is repaired: impact first, then check, change, proof and way back; values are data, never part of a command."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from exposture.report import wording
from exposture.report.findings import Finding

CODE_LIMIT = 1_500
COMMAND = re.compile(r"^\s*(?:[$#&]|(?:if|foreach)\s*\(|[A-Z][A-Za-z]+-[A-Z][A-Za-z0-9]+\b(?! [a-z])|netsh\b|dsacls\b|ldifde\b)")
RESULT_COLUMNS = ("server", "subject", "subject_key", "sub_key")
EFFORTS = {"minutes": "minutes", "hours": "hours", "days": "days", "project": "a project of its own"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of the repair; code is shown in a monospaced font and can be copied."""

    title: str
    text: str
    is_code: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """`inputs` are the values that the commands take as `$in.<name>`."""

    impact: str
    facts: tuple[tuple[str, str], ...]
    steps: tuple[Step, ...]
    input_names: tuple[str, ...]
    input_rows: tuple[tuple[str, ...], ...]
    input_more: str


def _text(remediation: Mapping[str, Any], field: str) -> str:
    value = remediation.get(field)
    return value if isinstance(value, str) else ""


def _step(title: str, text: str) -> Step | None:
    if not text.strip():
        return None
    is_code = COMMAND.match(text) is not None
    return Step(title=title, text=wording.block(text, CODE_LIMIT) if is_code else wording.prose(text, CODE_LIMIT), is_code=is_code)


def _input(finding: Finding, column: str) -> str:
    if column in RESULT_COLUMNS:
        return wording.line(str(getattr(finding, column) or ""), 120)
    return wording.line(wording.value(finding.values().get(column)), 120)


def _inputs(remediation: Mapping[str, Any], fails: Sequence[Finding], shown: int) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...], str]:
    raw = remediation.get("inputs")
    inputs = sorted((str(key), str(column)) for key, column in raw.items())[:5] if isinstance(raw, dict) else []
    if not inputs:
        return (), (), ""
    rows = list(dict.fromkeys(tuple(_input(row, column) for _, column in inputs) for row in fails[: 4 * shown]))
    is_cut = len(rows) > shown or len(fails) > 4 * shown
    more = f"the others of {wording.count(len(fails), 'finding')} are in results.json" if is_cut else ""
    return tuple(f"$in.{wording.line(key, 40)}" for key, _ in inputs), tuple(rows[:shown]), more


def effort_text(remediation: Mapping[str, Any]) -> str:
    """Return how long a repair takes."""
    effort = _text(remediation, "effort")
    return EFFORTS.get(effort) or wording.line(effort, 40)


def _facts(remediation: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    restarts = remediation.get("restarts")
    named = [wording.name(str(item)) for item in restarts[:8]] if isinstance(restarts, list | tuple) else []
    facts = [
        ("Effort", effort_text(remediation)),
        ("Done once per", wording.line(_text(remediation, "per"), 40)),
        ("Restarts", ", ".join(named) or "none"),
    ]
    return tuple((label, text) for label, text in facts if text)


def build_repair(remediation: Mapping[str, Any], fails: Sequence[Finding], inputs_shown: int) -> Repair | None:
    """Return the repair of a rule for these fails; None where nothing is to be done."""
    kind = _text(remediation, "kind")
    if kind == "none" and not _text(remediation, "change"):
        return None
    titles = {"precheck": "Check first", "change": "Change", "verify": "Verify", "rollback": "Way back"}
    steps = (_step(title, _text(remediation, field)) for field, title in titles.items())
    input_names, input_rows, input_more = _inputs(remediation, fails, inputs_shown)
    return Repair(
        impact=wording.sentence(wording.prose(_text(remediation, "impact"), 800)),
        facts=_facts(remediation),
        steps=tuple(step for step in steps if step is not None),
        input_names=input_names,
        input_rows=input_rows,
        input_more=input_more,
    )
