"""What the terminal says after an audit: a few lines, worst first."""

from __future__ import annotations

from exposture.model.assessment import Assessment
from exposture.model.outcome import Outcome, Severity

SHOWN = 5


def summary_lines(assessment: Assessment) -> list[tuple[str, str]]:
    """Return (text, style) lines; a style is a severity's name, `bold` or empty."""
    head = assessment.head
    counts = [f"{head.summary.by_severity[severity]} {severity.value}" for severity in Severity if head.summary.by_severity.get(severity)]
    unknown = head.summary.by_outcome.get(Outcome.UNKNOWN, 0)
    coverage = f"{head.coverage.collected} of {head.coverage.expected} {head.coverage.counts} ({head.coverage.ratio:.0%})"
    lines = [
        (f"{head.organization.name or 'Organization'}: {len(head.servers)} server{'s' * (len(head.servers) != 1)}, {len(head.rules)} rules", "bold"),
        (f"open findings: {', '.join(counts) or 'none'}; not known: {unknown}", ""),
        (f"data: {coverage} collected, as of {head.as_of.time or 'an unknown time'} ({head.as_of.origin})", ""),
    ]
    return lines + [(f"  {severity}: {text}", severity) for severity, text in worst(assessment)]


def worst(assessment: Assessment) -> list[tuple[str, str]]:
    """Return (severity, title and count) of the worst rules with open findings, at most five."""
    titles = {rule.id: rule.title for rule in assessment.head.rules}
    order = list(Severity)
    found: dict[str, tuple[int, int]] = {}
    for rule_id, outcome, severity in zip(*(assessment.results.column(name).to_pylist() for name in ("rule_id", "outcome", "severity")), strict=True):
        if outcome == Outcome.FAIL:
            rank, count = found.get(rule_id, (len(order), 0))
            found[rule_id] = (min(rank, order.index(Severity(severity))), count + 1)
    ranked = sorted(found.items(), key=lambda entry: (entry[1][0], entry[0]))[:SHOWN]
    return [(order[rank].value, f"{rule_id} not so: {titles.get(rule_id, '')} ({count})") for rule_id, (rank, count) in ranked]
