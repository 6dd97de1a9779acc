"""What the terminal says after an audit: how it stands, what is worst, and what went wrong on the way."""

from __future__ import annotations

from dataclasses import dataclass

from exposture.model.assessment import Assessment, InputFile
from exposture.model.outcome import SEVERITY_RANK, Outcome, Severity
from exposture.workflows.audit import Audited

SHOWN = 5
MESSAGE_AT_MOST = 160
ORIGINS = {"collection": "the end of the collection", "estimate": "estimated from the exports", "option": "as --as-of says"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Worst:
    """The open findings of one rule: its worst severity, the message of one finding that has it, and how many there are."""

    rule_id: str
    severity: Severity
    message: str
    count: int


def standing(assessment: Assessment) -> list[str]:
    """Return three lines: who was judged, what is open, and on how much data."""
    head = assessment.head
    servers = "1 server" if len(head.servers) == 1 else f"{len(head.servers)} servers"
    ratio = f"{head.coverage.collected} of {head.coverage.expected} {head.coverage.counts} ({head.coverage.ratio:.0%})"
    time = f"{head.as_of.time.replace('T', ' ')} UTC, {ORIGINS[head.as_of.origin]}" if head.as_of.time else "an unknown time"
    return [
        f"{head.organization.name or 'Organization of unknown name'}: {servers}, {len(head.rules)} rules",
        f"Open findings: {_counts(assessment)}",
        f"Data: {ratio}, as of {time}",
    ]


def _counts(assessment: Assessment) -> str:
    summary = assessment.head.summary
    found = [f"{count} {severity}" for severity in Severity if (count := summary.by_severity.get(severity, 0))]
    words = {Outcome.UNKNOWN: "not known", Outcome.MANUAL: "to answer by hand", Outcome.ERROR: "not judged"}
    beside = [f"{count} {word}" for outcome, word in words.items() if (count := summary.by_outcome.get(outcome, 0))]
    return "; ".join([", ".join(found) or "none", *beside])


def worst(assessment: Assessment) -> list[Worst]:
    """Return the worst rules with open findings, at most five: by severity, then by number."""
    found: dict[str, Worst] = {}
    names = ("rule_id", "outcome", "severity", "message")
    for rule_id, outcome, severity, message in zip(*(assessment.results.column(name).to_pylist() for name in names), strict=True):
        if outcome == Outcome.FAIL:
            found[rule_id] = _worse(found.get(rule_id), Worst(rule_id=rule_id, severity=Severity(severity), message=_short(message), count=1))
    return sorted(found.values(), key=lambda one: (SEVERITY_RANK[one.severity], -one.count, one.rule_id))[:SHOWN]


def _worse(known: Worst | None, new: Worst) -> Worst:
    if known is None:
        return new
    shown = min(known, new, key=lambda one: SEVERITY_RANK[one.severity])
    return Worst(rule_id=shown.rule_id, severity=shown.severity, message=shown.message, count=known.count + 1)


def _short(message: str) -> str:
    return message if len(message) <= MESSAGE_AT_MOST else message[: MESSAGE_AT_MOST - 1].rstrip() + "\u2026"


def troubles(audited: Audited) -> list[str]:
    """Return why the audit is incomplete, a line each. Any line means exit 4.

    Files damaged or changed, data that are not what the manifest says, bundles whose hashes differ, rules that could not be read or judged.
    """
    head = audited.assessment.head
    files = [_trouble(file) for file in head.coverage.damaged]
    cut = head.coverage.totals.damaged - len(files)
    lines = [*files, *([f"{cut} more damaged files; the report counts them"] if cut else [])]
    lines += [f"{line.dataset} of {line.target}: {line.message or line.status}" for line in audited.damaged_pairs]
    lines += [
        f"{bundle.name}: the hashes differ from what was written on the server, or from the expected one; the bundle's is {bundle.sha256}"
        for bundle in head.bundles
        if bundle.integrity == "differs"
    ]
    return [*lines, *(f"the rule {fault}" for fault in audited.rule_faults)]


def _trouble(file: InputFile) -> str:
    message = file.message or file.state
    return message if file.path in message else f"{file.path}: {message}"


def open_at_or_above(assessment: Assessment, severity: Severity) -> int:
    """Return how many open findings are at least that severe."""
    by_severity = assessment.head.summary.by_severity.items()
    return sum(count for name, count in by_severity if SEVERITY_RANK[Severity(name)] <= SEVERITY_RANK[severity])
