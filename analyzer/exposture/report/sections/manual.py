"""Questions that no export can answer, with room to write an answer."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from exposture.model.outcome import Outcome
from exposture.report import wording
from exposture.report.findings import Finding, Findings, with_outcome
from exposture.report.marks import SEVERITY_MARKS, Mark, severity_rank
from exposture.report.sections.cards import label, would_change_texts

QUESTIONS_SHOWN = 60
ROWS_ASKED = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    anchor: str
    mark: Mark
    rule_id: str
    title: str
    question: str
    names: str
    rationale: str
    would_change: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Manual:
    questions: tuple[Question, ...]
    more: str


def _question(findings: Findings, rows: list[Finding]) -> Question:
    rule = findings.rules[rows[0].rule_id]
    return Question(
        anchor=wording.anchor("manual", rows[0].finding_id),
        mark=SEVERITY_MARKS[rows[0].severity],
        rule_id=wording.line(rule.id, 20),
        title=wording.line(rule.title, 160),
        question=wording.prose(rows[0].reason or rule.question, 600),
        names=wording.joined(*wording.some((label(row) for row in rows), 6)),
        rationale=wording.prose(rule.rationale, 400),
        would_change=would_change_texts(findings, rows[:ROWS_ASKED]),
    )


def build(findings: Findings) -> Manual:
    """Return the questions, worst first, one for each rule and wording."""
    groups: defaultdict[tuple[str, str], list[Finding]] = defaultdict(list)
    for row in with_outcome(findings.rows, Outcome.MANUAL):
        groups[row.rule_id, row.reason or ""].append(row)
    ordered = sorted(groups.values(), key=lambda rows: (severity_rank(rows[0].severity), rows[0].rule_id, rows[0].index))
    hidden = len(ordered) - QUESTIONS_SHOWN
    return Manual(
        questions=tuple(_question(findings, rows) for rows in ordered[:QUESTIONS_SHOWN]),
        more=f"{wording.count(hidden, 'more question')} in results.json." if hidden > 0 else "",
    )
