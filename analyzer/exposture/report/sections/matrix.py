"""Server by area: the worst open severity in each cell, as letter and word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from exposture.model.outcome import Outcome
from exposture.report import wording
from exposture.report.findings import Finding, Findings
from exposture.report.marks import AREAS, NOTHING, OUTCOME_MARKS, SEVERITY_MARKS, Mark, area_rank, severity_rank
from exposture.report.sections.cover import version_name

ROWS_SHOWN = 100
ROWS_A_TABLE = 26
PRECEDENCE = (Outcome.UNKNOWN, Outcome.ERROR, Outcome.MANUAL, Outcome.PASS, Outcome.NOT_APPLICABLE)
ORGANIZATION = "Organization"


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """`server` is the plain name for a filter, None for a group or the organization."""

    label: str
    note: str
    server: str | None
    cells: tuple[Mark, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Tables of at most 26 rows (100 servers and the organization make four), so that none crosses a page; every row has one cell an area."""

    areas: tuple[tuple[str, str], ...]
    tables: tuple[tuple[MatrixRow, ...], ...]
    is_grouped: bool
    note: str


Rank = tuple[int, int]


def _rank(finding: Finding) -> Rank:
    """Return how bad a result is: fails by severity, then what is not known, then the rest; lower is worse."""
    if finding.outcome == Outcome.FAIL:
        return (0, severity_rank(finding.severity))
    return (1, PRECEDENCE.index(Outcome(finding.outcome)))


def _mark(rank: Rank | None) -> Mark:
    if rank is None:
        return NOTHING
    kind, place = rank
    return OUTCOME_MARKS[PRECEDENCE[place]] if kind else tuple(SEVERITY_MARKS.values())[place]


def _worst(findings: Findings) -> dict[str | None, dict[str, Rank]]:
    worst: defaultdict[str | None, dict[str, Rank]] = defaultdict(dict)
    for row in findings.rows:
        area, rank = findings.rules[row.rule_id].area, _rank(row)
        worst[row.server][area] = min(worst[row.server].get(area, rank), rank)
    for line in findings.passes:
        area, rank = findings.rules[line.rule_id].area, (1, PRECEDENCE.index(Outcome(line.outcome)))
        worst[line.server][area] = min(worst[line.server].get(area, rank), rank)
    return worst


def _merged(cells: Iterable[Mapping[str, Rank]]) -> dict[str, Rank]:
    merged: dict[str, Rank] = {}
    for cell in cells:
        for area, rank in cell.items():
            merged[area] = min(merged.get(area, rank), rank)
    return merged


def _rows_of_servers(worst: dict[str | None, dict[str, Rank]], notes: Mapping[str, str], areas: list[str]) -> list[MatrixRow]:
    names = sorted(set(notes) | {server for server in worst if server is not None})
    return [
        MatrixRow(
            label=wording.name(server),
            note=notes.get(server, ""),
            server=server,
            cells=tuple(_mark(worst.get(server, {}).get(area)) for area in areas),
        )
        for server in names
    ]


def _rows_of_groups(worst: dict[str | None, dict[str, Rank]], groups: Mapping[str, str], areas: list[str]) -> list[MatrixRow]:
    members: defaultdict[str, list[str]] = defaultdict(list)
    for server in sorted(set(groups) | {server for server in worst if server is not None}):
        members[groups.get(server, "not listed")].append(server)
    rows = []
    for group, servers in sorted(members.items()):
        merged = _merged(worst.get(server, {}) for server in servers)
        cells = tuple(_mark(merged.get(area)) for area in areas)
        rows.append(MatrixRow(label=group, note=wording.count(len(servers), "server"), server=None, cells=cells))
    return rows


def build(findings: Findings) -> Matrix:
    """Return the matrix; beyond 100 servers they are grouped by version and roles, the worst of a group in each cell."""
    worst = _worst(findings)
    servers = sorted(findings.head.servers, key=lambda server: server.name)
    areas = sorted({*AREAS, *(rule.area for rule in findings.rules.values())}, key=area_rank)[: len(AREAS) + 3]
    is_grouped = len({*(server.name for server in servers), *worst} - {None}) > ROWS_SHOWN
    if is_grouped:
        groups = {server.name: f"{version_name(server.version)}, {', '.join(sorted(server.roles)) or 'role not known'}" for server in servers}
        rows = _rows_of_groups(worst, {server: wording.line(group, 60) for server, group in groups.items()}, areas)
    else:
        rows = _rows_of_servers(worst, {server.name: version_name(server.version) for server in servers}, areas)
    hidden = len(rows) - ROWS_SHOWN
    whole = MatrixRow(
        label=ORGANIZATION, note="what no single server owns", server=None, cells=tuple(_mark(worst.get(None, {}).get(area)) for area in areas)
    )
    shown = [whole, *rows[:ROWS_SHOWN]]
    return Matrix(
        areas=tuple((area, AREAS.get(area) or wording.words(area)) for area in areas),
        tables=tuple(tuple(shown[start : start + ROWS_A_TABLE]) for start in range(0, len(shown), ROWS_A_TABLE)),
        is_grouped=is_grouped,
        note=f"{wording.count(hidden, 'more row')} in results.json." if hidden > 0 else "",
    )
