"""One page for whoever decides: how bad, how sure, what to do when, what is not known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from exposture.model.assessment import RuleInfo
from exposture.model.outcome import Outcome, Severity
from exposture.report import wording
from exposture.report.findings import Finding, Findings, with_outcome, worst_first
from exposture.report.marks import OUTCOME_MARKS, SEVERITY_MARKS, Mark, severity_rank
from exposture.report.sections.cards import failed_rules
from exposture.report.sections.repair import effort_text

WORST_SHOWN = 5
STEPS_SHOWN = 4
QUICK = frozenset({"minutes", "hours"})
HORIZONS = (
    ("This week", "critical findings, and high ones that take minutes or hours"),
    ("This month", "the other high findings, and medium ones that take minutes or hours"),
    ("This quarter", "what is left, best done with planned maintenance"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """A number with its verdict; `note` says in how many rules."""

    mark: Mark
    amount: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Worst:
    mark: Mark
    text: str
    more: str
    rule_id: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    mark: Mark
    title: str
    effort: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Horizon:
    """What is to be made true by when; `more` counts the tasks that the page has no room for."""

    title: str
    rule: str
    tasks: tuple[Task, ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manager:
    headline: str
    tiles: tuple[Tile, ...]
    unknown: Tile
    manual: Tile
    coverage: str
    worst: tuple[Worst, ...]
    horizons: tuple[Horizon, ...]
    unknowns: tuple[str, ...]


Failed = Sequence[tuple[RuleInfo, list[Finding]]]


def _tiles(failed: Failed) -> tuple[Tile, ...]:
    objects: Counter[str] = Counter()
    rules: Counter[str] = Counter()
    for _, fails in failed:
        objects.update(row.severity for row in fails)
        rules.update({row.severity for row in fails})
    return tuple(
        Tile(
            mark=SEVERITY_MARKS[severity],
            amount=wording.number(objects[severity]),
            note=f"in {wording.count(rules[severity], 'check')}" if rules[severity] else "none found",
        )
        for severity in Severity
    )


def _outcome_tile(findings: Findings, outcome: Outcome) -> Tile:
    rules = sum(1 for counts in findings.counts.values() if counts[outcome])
    note = f"in {wording.count(rules, 'check')}" if rules else "none"
    return Tile(mark=OUTCOME_MARKS[outcome], amount=wording.number(findings.total(outcome)), note=note)


def headline(findings: Findings, failed: Failed) -> str:
    """Return the state of the organization in one sentence."""
    severities = Counter(row.severity for _, fails in failed for row in fails)
    grave = [f"{wording.number(severities[severity])} {severity}" for severity in (Severity.CRITICAL, Severity.HIGH) if severities[severity]]
    if grave:
        total = severities[Severity.CRITICAL] + severities[Severity.HIGH]
        return f"{' and '.join(grave)} {wording.plural(total, 'finding')} {wording.plural(total, 'is')} open."
    if severities:
        total = sum(severities.values())
        return f"Nothing critical or high is open; {wording.count(total, 'lesser finding')} {wording.plural(total, 'is')}."
    judged = findings.total(Outcome.PASS)
    return f"Nothing is open; {wording.count(judged, 'check')} passed." if judged else "Nothing could be judged."


def _worst(failed: Failed) -> tuple[Worst, ...]:
    worst = []
    for rule, fails in failed[:WORST_SHOWN]:
        first = worst_first(fails)[0]
        worst.append(
            Worst(
                mark=SEVERITY_MARKS[first.severity],
                text=wording.sentence(wording.line(first.message, 190)),
                more=f"{wording.number(len(fails) - 1)} more like it." if len(fails) > 1 else "",
                rule_id=wording.line(rule.id, 20),
                anchor=wording.anchor("rule", rule.id),
            )
        )
    return tuple(worst)


def _horizon(rule: RuleInfo, fails: Sequence[Finding]) -> int:
    """Return 0 for this week, 1 for this month, 2 for this quarter."""
    rank = min(severity_rank(row.severity) for row in fails)
    is_quick = rule.remediation.get("effort") in QUICK
    return min(2, max(0, rank - 1 if is_quick else rank))


def _horizons(failed: Failed) -> tuple[Horizon, ...]:
    tasks: tuple[list[Task], ...] = ([], [], [])
    for rule, fails in failed:
        first = worst_first(fails)[0]
        task = Task(
            mark=SEVERITY_MARKS[first.severity],
            title=wording.line(rule.title, 110),
            effort=effort_text(rule.remediation),
            anchor=wording.anchor("rule", rule.id),
        )
        tasks[_horizon(rule, fails)].append(task)
    return tuple(
        Horizon(
            title=title,
            rule=text,
            tasks=tuple(due[:STEPS_SHOWN]),
            more=f"and {wording.number(len(due) - STEPS_SHOWN)} more" if len(due) > STEPS_SHOWN else "",
        )
        for (title, text), due in zip(HORIZONS, tasks, strict=True)
    )


def _unknowns(findings: Findings) -> tuple[str, ...]:
    coverage = findings.head.coverage
    reasons = Counter(row.reason or "no reason given" for row in with_outcome(findings.rows, Outcome.UNKNOWN))
    texts = []
    if reasons:
        reason, amount = min(reasons.items(), key=lambda pair: (-pair[1], pair[0]))
        total = wording.count(findings.total(Outcome.UNKNOWN), "result")
        texts.append(f"{total} could not be decided, most often ({wording.number(amount)}): {wording.line(reason, 140)}")
    missing = coverage.expected - coverage.collected
    if missing > 0:
        texts.append(f"{wording.count(missing, 'expected export')} of {wording.number(coverage.expected)} did not come or were not whole")
    if coverage.totals.damaged:
        texts.append(f"{wording.count(coverage.totals.damaged, 'file')} could not be read to the end")
    if findings.total(Outcome.MANUAL):
        texts.append(f"{wording.count(findings.total(Outcome.MANUAL), 'question')} no export can answer; somebody has to")
    if findings.total(Outcome.ERROR):
        texts.append(f"{wording.count(findings.total(Outcome.ERROR), 'rule')} failed to run")
    return tuple(wording.sentence(text) for text in texts) or ("Nothing that was asked stayed unknown.",)


def build(findings: Findings) -> Manager:
    """Return the page."""
    failed = failed_rules(findings)
    return Manager(
        headline=headline(findings, failed),
        tiles=_tiles(failed),
        unknown=_outcome_tile(findings, Outcome.UNKNOWN),
        manual=_outcome_tile(findings, Outcome.MANUAL),
        coverage=wording.percent(findings.head.coverage.ratio),
        worst=_worst(failed),
        horizons=_horizons(failed),
        unknowns=_unknowns(findings),
    )
