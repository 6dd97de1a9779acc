"""The one frozen view that every human-readable format lays out: sections in order, texts and numbers already formatted.

Pure: the same Assessment gives the same view. It must not know a format, a file or a clock.
"""

from __future__ import annotations

from dataclasses import dataclass

from exposture.model.assessment import Assessment
from exposture.report import wording
from exposture.report.findings import Findings, index_findings
from exposture.report.sections import answers, cards, cover, coverage, manager, manual, matrix, method, passed, unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A line of the table of contents."""

    anchor: str
    title: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView:
    """Everything a renderer shows. `identifier` and `time` (ISO or None) date the output instead of a clock."""

    title: str
    organization: str
    footer: str
    identifier: str
    time: str | None
    contents: tuple[Entry, ...]
    cover: cover.Cover
    manager: manager.Manager
    matrix: matrix.Matrix
    findings: cards.Cards
    unknown: unknown.Unknowns
    manual: manual.Manual
    passed: passed.Passed
    coverage: coverage.Coverage
    answers: answers.Answers
    method: method.Method


def _contents(view_findings: Findings, found: cards.Cards, asked: manual.Manual, passed_checks: passed.Passed) -> tuple[Entry, ...]:
    gaps = view_findings.head.coverage.totals.gaps
    return (
        Entry(anchor="summary", title="On one page", note=""),
        Entry(anchor="matrix", title="Servers and areas", note=""),
        Entry(anchor="findings", title="Findings", note=wording.count(len(found.cards), "check")),
        Entry(anchor="unknown", title="Not evaluated", note=""),
        Entry(anchor="manual", title="Questions for people", note=wording.number(len(asked.questions))),
        Entry(anchor="passed", title="Passed checks", note=passed_checks.amount),
        Entry(anchor="coverage", title="Coverage and limits", note=wording.count(gaps, "gap")),
        Entry(anchor="answers", title="Declared by you", note=""),
        Entry(anchor="method", title="Method", note=""),
    )


def build_view(assessment: Assessment, findings: Findings | None = None) -> ReportView:
    """Return the view of an Assessment; `findings` saves a renderer that needs the index, too, from making it twice."""
    index = findings or index_findings(assessment)
    head = assessment.head
    organization = cover.organization_name(head)
    found, asked, passed_checks = cards.build(index), manual.build(index), passed.build(index)
    return ReportView(
        title=f"Exchange security assessment: {organization}",
        organization=organization,
        footer=wording.line(f"{organization} · confidential", 120),
        identifier="+".join([head.tool.rule_pack.sha256, *(bundle.sha256 for bundle in head.bundles)]),
        time=head.as_of.time,
        contents=_contents(index, found, asked, passed_checks),
        cover=cover.build(head),
        manager=manager.build(index),
        matrix=matrix.build(index),
        findings=found,
        unknown=unknown.build(index),
        manual=asked,
        passed=passed_checks,
        coverage=coverage.build(index),
        answers=answers.build(head),
        method=method.build(index),
    )
