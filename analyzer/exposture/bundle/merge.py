"""Several bundles of one organization become one estate; what belongs to another is refused, what loses is listed.

For one (dataset, target) one bundle is taken whole: the best status, then the newest, then the bundle's hash. Rows of
two bundles never mix in one pair, since an object that one of them lacks may have been deleted in between.
"""

from __future__ import annotations

from collections.abc import Collection as Names
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from exposture.bundle.manifest import Pair
from exposture.bundle.part import Identity, Part
from exposture.errors import UsageError
from exposture.model.coverage import CoverageLine, FileLine, FileState, Status

UNREDACTED = "none"
FAR_APART = timedelta(days=30)
GOOD_FIRST = {Status.OK: 0, Status.EMPTY: 0, Status.PARTIAL: 1, Status.DAMAGED: 2}
OTHERWISE = 3


def check_mergeable(parts: Sequence[Part], declared_edges: Names[str] = ()) -> None:
    """Refuse inputs that are not of one organization or were redacted differently; `declared_edges` are Edge servers that site.yaml joins.

    Raises:
        UsageError: names the inputs and says what they differ in.
    """
    _check_redaction(parts)
    groups = organizations(parts, declared_edges)
    if len(groups) > 1:
        named = "; ".join(", ".join(part.collection.name for part in group) for group in groups)
        raise UsageError(
            f"the inputs belong to {len(groups)} organizations, as far as they say: {named}; audit each alone, or put loose exports into one folder"
        )


def _check_redaction(parts: Sequence[Part]) -> None:
    modes = {(part.collection.redaction, part.collection.run.get("redaction_key_id", "")): part.collection.name for part in parts}
    if len(modes) > 1:
        told = "; ".join(f"{name}: {mode}{f' with key {key}' if key else ''}" for (mode, key), name in sorted(modes.items()))
        raise UsageError(f"the inputs were redacted differently and cannot be joined: {told}")
    mode, key = next(iter(modes))
    if len(parts) > 1 and mode != UNREDACTED and not key:
        named = ", ".join(part.collection.name for part in parts)
        raise UsageError(f"the inputs were redacted ({mode}) without a key in common: one name may stand for two servers; audit each alone: {named}")


def organizations(parts: Sequence[Part], declared_edges: Names[str] = ()) -> list[list[Part]]:
    """Return the parts grouped by organization: parts that are of one organization with any of a group join it."""
    declared = {name.upper() for name in declared_edges}
    groups: list[list[Part]] = []
    for part in parts:
        related = [group for group in groups if any(_is_same(part.identity, other.identity, declared) for other in group)]
        joined = [part, *(other for group in related for other in group)]
        groups = [group for group in groups if group not in related] + [joined]
    return groups


def _is_same(one: Identity, other: Identity, declared_edges: set[str]) -> bool:
    if one.edge is not None or other.edge is not None:
        return _is_edge_of(one, other, declared_edges) or _is_edge_of(other, one, declared_edges) or (one.edge is not None and one.edge == other.edge)
    if one.org_guid is not None and other.org_guid is not None:
        return one.org_guid == other.org_guid
    if one.domain_guids & other.domain_guids:
        return True
    return one.forest is not None and one.forest == other.forest


def _is_edge_of(edge: Identity, organization: Identity, declared_edges: set[str]) -> bool:
    if edge.edge is None or organization.edge is not None:
        return False
    return edge.edge in organization.subscriptions or edge.edge in declared_edges


def merge(parts: Sequence[Part]) -> tuple[dict[str, pa.Table], dict[Pair, CoverageLine], tuple[FileLine, ...], tuple[str, ...]]:
    """Return tables, lines, files and remarks of all parts; the order in which they were given changes nothing."""
    ordered = sorted(parts, key=lambda part: (part.collection.sha256, part.collection.name))
    winners: dict[Pair, Part] = {}
    for part in ordered:
        for pair in part.lines:
            if pair not in winners or _rank(part, pair) < _rank(winners[pair], pair):
                winners[pair] = part
    lines = {pair: winners[pair].lines[pair] for pair in sorted(winners)}
    tables = {name: _table(name, ordered, winners) for name in sorted({name for part in parts for name in part.tables})}
    files = tuple(line for part in ordered for line in _files(part, winners))
    return tables, lines, files, tuple(_remarks(ordered, winners))


def _rank(part: Part, pair: Pair) -> tuple[int, timedelta, str]:
    time = part.collection.collected_to or part.as_of or datetime.min  # noqa: DTZ901  # times are naive UTC
    return GOOD_FIRST.get(part.lines[pair].status, OTHERWISE), datetime.max - time, part.collection.sha256  # noqa: DTZ901


def _table(name: str, parts: Sequence[Part], winners: Mapping[Pair, Part]) -> pa.Table:
    taken: list[pa.Table] = []
    for part in parts:
        if name in part.tables:
            won = [target for dataset, target in part.lines if dataset == name and winners[name, target] is part]
            table = part.tables[name]
            taken.append(table.filter(pc.is_in(table.column("target"), value_set=pa.array(won, pa.string()))))
    return pa.concat_tables(taken)


def _files(part: Part, winners: Mapping[Pair, Part]) -> Iterator[FileLine]:
    """Yield the lines of a part's files; one whose pairs were all taken from elsewhere is passed over."""
    pairs_of: dict[str, list[Pair]] = {}
    for pair, line in part.lines.items():
        for path in line.files:
            pairs_of.setdefault(path, []).append(pair)
    for file in part.files:
        lost = [pair for pair in pairs_of.get(file.path, []) if winners[pair] is not part]
        if not lost:
            yield file
            continue
        told = ", ".join(f"{dataset} of {target} from {winners[dataset, target].collection.name}" for dataset, target in sorted(lost))
        is_over = len(lost) == len(pairs_of[file.path]) and file.state is FileState.READ
        yield replace(
            file, state=FileState.PASSED_OVER if is_over else file.state, message="; ".join(filter(None, [file.message, f"taken instead: {told}"]))
        )


def _remarks(parts: Sequence[Part], winners: Mapping[Pair, Part]) -> Iterator[str]:
    for part in parts:
        for remark in part.remarks:
            yield f"{part.collection.name}: {remark}" if len(parts) > 1 else remark
    lost = [(part, pair) for part in parts for pair in part.lines if winners[pair] is not part]
    if lost:
        yield f"{len(lost)} pairs of dataset and target were in more than one input; each was taken from the best, then the newest"
    times = [time for part in parts if (time := part.collection.collected_to or part.as_of) is not None]
    if times and max(times) - min(times) > FAR_APART:
        first, last = min(times), max(times)
        yield f"the inputs were collected {(last - first).days} days apart ({first:%Y-%m-%d} to {last:%Y-%m-%d}): what one says may be outdated"
