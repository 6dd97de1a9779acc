"""What is good: one line for each rule that passed somewhere and failed nowhere, by area."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from exposture.model.outcome import Outcome
from exposture.report import wording
from exposture.report.findings import Findings
from exposture.report.marks import AREAS, area_rank

ROWS_A_TABLE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedRow:
    rule_id: str
    title: str
    passed: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedArea:
    title: str
    tables: tuple[tuple[PassedRow, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """`elsewhere` names the rules that pass on some objects and fail on others: those have a card."""

    areas: tuple[PassedArea, ...]
    amount: str
    elsewhere: str
    not_applicable: str


def _note(unknown: int) -> str:
    return f"{wording.number(unknown)} unknown" if unknown else ""


def build(findings: Findings) -> Passed:
    """Return the passed checks."""
    areas: defaultdict[str, list[PassedRow]] = defaultdict(list)
    partly = 0
    for rule_id, counts in findings.counts.items():
        if not counts[Outcome.PASS]:
            continue
        if counts[Outcome.FAIL]:
            partly += 1
            continue
        rule = findings.rules[rule_id]
        row = PassedRow(
            rule_id=wording.line(rule.id, 20),
            title=wording.line(rule.title, 160),
            passed=wording.number(counts[Outcome.PASS]),
            note=_note(counts[Outcome.UNKNOWN]),
        )
        areas[rule.area].append(row)
    ordered = sorted(areas.items(), key=lambda pair: area_rank(pair[0]))
    amount = sum(len(rows) for _, rows in ordered)
    idle = sum(1 for counts in findings.counts.values() if counts[Outcome.NOT_APPLICABLE] and sum(counts.values()) == counts[Outcome.NOT_APPLICABLE])
    return Passed(
        areas=tuple(
            PassedArea(
                title=AREAS.get(area) or wording.words(area),
                tables=tuple(tuple(rows[start : start + ROWS_A_TABLE]) for start in range(0, len(rows), ROWS_A_TABLE)),
            )
            for area, rows in ordered
        ),
        amount=wording.count(amount, "check"),
        elsewhere=f"{wording.count(partly, 'more check')} passed on some objects and failed on others; they are among the findings."
        if partly
        else "",
        not_applicable=f"{wording.count(idle, 'check')} did not apply to anything here." if idle else "",
    )
