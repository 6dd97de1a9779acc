"""The findings: one card for each rule that fails, worst first, its objects grouped by what was observed on them."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from exposture.model.assessment import RuleInfo
from exposture.model.outcome import Outcome, Severity
from exposture.report import wording
from exposture.report.findings import Finding, Findings, with_outcome, worst_first
from exposture.report.marks import AREAS, SEVERITY_MARKS, Mark, severity_rank
from exposture.report.sections.repair import Repair, build_repair

CARDS_SHOWN = 300
VALUES_A_ROW = 8
SOURCES_SHOWN = 4
SOURCES_ASKED = 40
LINKS_SHOWN = 4
SAFE_LINK = re.compile(r"https://[A-Za-z0-9.-]+(?::\d+)?(?:/[A-Za-z0-9._~:/?#@!$&()*+,;=%-]*)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """How much of its evidence a card may show: rows and lines of the table, names a row, values for the commands."""

    rows: int
    lines: int
    names: int
    inputs: int


AMPLE = Room(rows=10, lines=24, names=6, inputs=8)
SCARCE = Room(rows=3, lines=16, names=2, inputs=3)
CARDS_WITH_AMPLE_ROOM = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Observed:
    """Objects on which the same values were seen; `anchors` are the permalinks of those named."""

    mark: Mark
    names: tuple[str, ...]
    more: str
    values: tuple[tuple[str, str], ...]
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A document; `link` only where it is a plain https address."""

    title: str
    link: str
    read: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A sentence about another card, and the rule it leads to."""

    text: str
    rule_id: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """Everything about one rule that fails, formatted and bounded."""

    anchor: str
    rule_id: str
    title: str
    area: str
    area_title: str
    notes: tuple[str, ...]
    mark: Mark
    severities: tuple[tuple[Mark, str], ...]
    severity_reason: str
    is_default: bool
    affected: str
    objects: str
    message: str
    message_more: str
    rows: tuple[Observed, ...]
    rows_more: str
    where: tuple[str, ...]
    rationale: str
    would_change: tuple[str, ...]
    repair: Repair | None
    exceptions: tuple[str, ...]
    references: tuple[Reference, ...]
    mappings: tuple[tuple[str, str], ...]
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cards:
    """`more` says how many cards are only in the JSON; `is_dense` that there are too many for ample room."""

    cards: tuple[Card, ...]
    more: str
    is_dense: bool


def label(finding: Finding) -> str:
    """Return the object's name and, where the name does not say it, its server."""
    if finding.server is None or finding.server.casefold() in finding.subject.casefold():
        return finding.subject
    return f"{finding.subject} on {finding.server}"


def _values(finding: Finding) -> tuple[tuple[str, str], ...]:
    shown = [(wording.words(column), wording.value(item)) for column, item in finding.values().items()]
    hidden = len(shown) - VALUES_A_ROW
    return (*shown[:VALUES_A_ROW], *([("further values", f"{hidden} in results.json")] if hidden > 0 else []))


def _observed(group: Sequence[Finding], names_shown: int) -> Observed:
    names, more = wording.some((label(row) for row in group), names_shown)
    return Observed(
        mark=SEVERITY_MARKS[group[0].severity],
        names=names,
        more=f"and {wording.number(more)} more" if more else "",
        values=_values(group[0]),
        anchors=tuple(wording.anchor("finding", row.finding_id) for row in group[:names_shown]),
    )


def _groups(fails: Sequence[Finding], *, is_default: bool) -> list[list[Finding]]:
    """Return the fails by group id, worst first; where the product's default is all there is, one group."""
    if is_default:
        return [list(fails)]
    groups: defaultdict[str, list[Finding]] = defaultdict(list)
    for row in fails:
        groups[row.group_id].append(row)
    return sorted(groups.values(), key=lambda group: (severity_rank(group[0].severity), group[0].is_default, -len(group), group[0].index))


def _rows(groups: Sequence[Sequence[Finding]], room: Room) -> tuple[tuple[Observed, ...], str]:
    """Return the rows of the evidence table, within bounds of rows and of lines, and what was left out."""
    shown: list[Observed] = []
    lines = 0
    for group in groups[: room.rows]:
        row = _observed(group, room.names)
        lines += max(len(row.values), len(row.names), 1)
        if shown and lines > room.lines:
            break
        shown.append(row)
    hidden = groups[len(shown) :]
    if not hidden:
        return tuple(shown), ""
    objects = sum(len(group) for group in hidden)
    return tuple(shown), f"{wording.count(objects, 'more object')} with {wording.count(len(hidden), 'other observation')}: results.json has them all."


def _where(findings: Findings, fails: Sequence[Finding]) -> tuple[str, ...]:
    """Return dataset, file and properties that the evidence was read from."""
    texts: dict[str, None] = {}
    for row in fails[:SOURCES_ASKED]:
        for source in findings.sources(row):
            properties = wording.joined(*wording.some(source.properties, 6))
            file = f" ({source.file})" if source.file else ""
            texts[wording.line(f"{source.dataset} of {source.target}{file}{': ' if properties else ''}{properties}", 220)] = None
    hidden = len(texts) - SOURCES_SHOWN
    return (*list(texts)[:SOURCES_SHOWN], *([f"{wording.count(hidden, 'more source')} in results.json"] if hidden > 0 else []))


def _affected(findings: Findings, rule_id: str, fails: Sequence[Finding]) -> str:
    counts = findings.counts[rule_id]
    judged = counts[Outcome.FAIL] + counts[Outcome.PASS]
    servers = len({row.server for row in fails if row.server is not None})
    text = f"{wording.number(len(fails))} of {wording.count(judged, 'object')} judged"
    if servers:
        text += f", on {wording.count(servers, 'server')}"
    if counts[Outcome.UNKNOWN]:
        text += f"; {wording.number(counts[Outcome.UNKNOWN])} more could not be judged"
    return text


def would_change_texts(findings: Findings, rows: Iterable[Finding]) -> tuple[str, ...]:
    """Return the answers in site.yaml that could turn these verdicts."""
    answers = sorted({answer for row in rows for answer in findings.texts(row, "would_change")})
    return tuple(wording.name(answer) for answer in answers[:6])


def _link(sentence: str, subjects: Mapping[str, list[str]]) -> list[Link]:
    return [
        Link(text=f"{sentence} {rule_id} ({wording.joined(*wording.some(names, 2))})", rule_id=rule_id, anchor=wording.anchor("rule", rule_id))
        for rule_id, names in sorted(subjects.items())
    ][:LINKS_SHOWN]


def _causes(findings: Findings, fails: Sequence[Finding]) -> tuple[Link, ...]:
    """Return the findings that are the cause of these: repairing the cause may repair this."""
    subjects: defaultdict[str, list[str]] = defaultdict(list)
    for row in fails[:SOURCES_ASKED]:
        for finding_id in findings.texts(row, "because_of"):
            cause = findings.by_id.get(finding_id)
            if cause is not None:
                subjects[cause.rule_id].append(label(cause))
    return tuple(_link("Follows from", subjects))


def _consequences(links: Mapping[str, tuple[Link, ...]]) -> dict[str, list[str]]:
    consequences: defaultdict[str, list[str]] = defaultdict(list)
    for rule_id, causes in links.items():
        for cause in causes:
            consequences[cause.rule_id].append(rule_id)
    return dict(consequences)


def _references(rule: RuleInfo) -> tuple[Reference, ...]:
    return tuple(
        Reference(
            title=wording.line(item.get("title", ""), 160),
            link=url if SAFE_LINK.fullmatch(url := str(item.get("url") or "")) and len(url) <= 300 else "",
            read=f"read {wording.line(str(item['read']), 30)}" if item.get("read") else "",
        )
        for item in rule.references[:6]
    )


def _notes(rule: RuleInfo) -> tuple[str, ...]:
    notes = []
    if rule.scope == "platform":
        notes.append("Windows, not Exchange")
    if rule.status != "stable":
        notes.append(f"{wording.line(rule.status, 20)} rule")
    return tuple(notes)


def _card(findings: Findings, rule: RuleInfo, fails: list[Finding], links: tuple[Link, ...], room: Room) -> Card:
    ordered = worst_first(fails)
    is_default = all(row.is_default for row in ordered)
    rows, rows_more = _rows(_groups(ordered, is_default=is_default), room)
    severities = Counter(row.severity for row in ordered)
    return Card(
        anchor=wording.anchor("rule", rule.id),
        rule_id=wording.line(rule.id, 20),
        title=wording.line(rule.title, 160),
        area=rule.area,
        area_title=AREAS.get(rule.area) or wording.words(rule.area),
        notes=_notes(rule),
        mark=SEVERITY_MARKS[ordered[0].severity],
        severities=tuple((SEVERITY_MARKS[severity], wording.number(severities[severity])) for severity in Severity if severities[severity]),
        severity_reason=wording.sentence(wording.prose(rule.severity_reason, 400)),
        is_default=is_default,
        affected=_affected(findings, rule.id, fails),
        objects=wording.count(len(fails), "object"),
        message=wording.sentence(wording.line(ordered[0].message)),
        message_more=f"{wording.number(len(fails) - 1)} more like it." if len(fails) > 1 else "",
        rows=rows,
        rows_more=rows_more,
        where=_where(findings, ordered),
        rationale=wording.prose(rule.rationale, 1_200),
        would_change=would_change_texts(findings, ordered[:SOURCES_ASKED]),
        repair=build_repair(rule.remediation, ordered, room.inputs),
        exceptions=tuple(wording.sentence(wording.prose(item, 300)) for item in rule.exceptions[:5]),
        references=_references(rule),
        mappings=tuple((wording.name(key), wording.joined(*wording.some(items, 8))) for key, items in sorted(rule.mappings.items())[:6] if items),
        links=links,
    )


def failed_rules(findings: Findings) -> list[tuple[RuleInfo, list[Finding]]]:
    """Return the rules that fail with their fails, worst first: severity, no default, number of objects, id."""
    failed = [(findings.rules[rule_id], with_outcome(rows, Outcome.FAIL)) for rule_id, rows in findings.by_rule.items()]
    return sorted(
        ((rule, fails) for rule, fails in failed if fails),
        key=lambda pair: (min(severity_rank(row.severity) for row in pair[1]), all(row.is_default for row in pair[1]), -len(pair[1]), pair[0].id),
    )


def build(findings: Findings) -> Cards:
    """Return the cards."""
    failed = failed_rules(findings)[:CARDS_SHOWN]
    causes = {rule.id: _causes(findings, fails) for rule, fails in failed}
    consequences = _consequences(causes)
    hidden = len(failed_rules(findings)) - len(failed)
    is_dense = len(failed) > CARDS_WITH_AMPLE_ROOM
    room = SCARCE if is_dense else AMPLE
    cards = []
    for rule, fails in failed:
        effects = tuple(
            Link(text=f"Leads to {effect}", rule_id=effect, anchor=wording.anchor("rule", effect))
            for effect in consequences.get(rule.id, [])[:LINKS_SHOWN]
        )
        cards.append(_card(findings, rule, fails, (*causes[rule.id], *effects), room))
    return Cards(
        cards=tuple(cards), more=f"{wording.count(hidden, 'more rule')} with findings in results.json." if hidden > 0 else "", is_dense=is_dense
    )
