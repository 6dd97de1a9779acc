"""What was not evaluated and why, and the rules that failed to run: missing data is never a pass."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from exposture.model.outcome import Outcome
from exposture.report import wording
from exposture.report.findings import Finding, Findings, with_outcome
from exposture.report.marks import SEVERITY_MARKS, Mark, severity_rank
from exposture.report.sections.cards import label, would_change_texts

GROUPS_SHOWN = 75
ERRORS_SHOWN = 25
ROWS_A_TABLE = 8  # a table stays on one page; a small one fits under its heading
NAMES_SHOWN = 3
ROWS_ASKED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class UnknownRow:
    """Results of one rule that are unknown for one reason."""

    anchor: str
    mark: Mark
    rule_id: str
    title: str
    reason: str
    amount: str
    names: str
    would_change: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorRow:
    rule_id: str
    title: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unknowns:
    """Tables of at most 25 rows; `off` are the rules that the profile leaves out, with why."""

    tables: tuple[tuple[UnknownRow, ...], ...]
    more: str
    errors: tuple[ErrorRow, ...]
    errors_more: str
    off: tuple[tuple[str, str], ...]


def _row(findings: Findings, rows: list[Finding]) -> UnknownRow:
    rule = findings.rules[rows[0].rule_id]
    return UnknownRow(
        anchor=wording.anchor("unknown", rows[0].finding_id),
        mark=SEVERITY_MARKS[rule.severity],
        rule_id=wording.line(rule.id, 20),
        title=wording.line(rule.title, 160),
        reason=wording.sentence(wording.line(rows[0].reason or "no reason given")),
        amount=wording.number(len(rows)),
        names=wording.joined(*wording.some((label(row) for row in rows), NAMES_SHOWN)),
        would_change=would_change_texts(findings, rows[:ROWS_ASKED]),
    )


def _groups(findings: Findings) -> list[list[Finding]]:
    groups: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for row in with_outcome(findings.rows, Outcome.UNKNOWN):
        groups[row.rule_id, row.reason or ""].append(row)
    return sorted(
        groups.values(), key=lambda rows: (severity_rank(findings.rules[rows[0].rule_id].severity), rows[0].rule_id, -len(rows), rows[0].index)
    )


def _errors(findings: Findings) -> tuple[ErrorRow, ...]:
    return tuple(
        ErrorRow(
            rule_id=wording.line(row.rule_id, 20),
            title=wording.line(findings.rules[row.rule_id].title, 160),
            message=wording.line(row.reason or row.message),
        )
        for row in with_outcome(findings.rows, Outcome.ERROR)
    )


def build(findings: Findings) -> Unknowns:
    """Return the part of the report about what is not known."""
    groups = _groups(findings)
    hidden = groups[GROUPS_SHOWN:]
    rows = [_row(findings, group) for group in groups[:GROUPS_SHOWN]]
    errors = _errors(findings)
    more = (
        f"{wording.count(sum(map(len, hidden)), 'more result')} in {wording.count(len(hidden), 'group')}: results.json has them all."
        if hidden
        else ""
    )
    off = sorted(findings.head.profile.off.items())
    return Unknowns(
        tables=tuple(tuple(rows[start : start + ROWS_A_TABLE]) for start in range(0, len(rows), ROWS_A_TABLE)),
        more=more,
        errors=errors[:ERRORS_SHOWN],
        errors_more=f"{wording.count(len(errors) - ERRORS_SHOWN, 'more rule')} in results.json." if len(errors) > ERRORS_SHOWN else "",
        off=tuple((wording.line(rule_id, 20), wording.line(why, 200)) for rule_id, why in off[:ERRORS_SHOWN]),
    )
