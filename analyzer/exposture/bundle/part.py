"""One opened input before it is joined with others: tables, lines, files, and whose organization it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from exposture.bundle.manifest import Pair
from exposture.bundle.typed_rows import Placed, joined
from exposture.catalog.load import Catalog
from exposture.model.coverage import Conversion, CoverageLine, FileLine, Status, worse
from exposture.model.estate import Collection

DOMAIN_PART = re.compile(r"(?:^|,)DC=([^,]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whose data it is: GUIDs in lower case; `edge` is the computer of a bundle that an Edge server alone made.

    `subscriptions` are the names of the organization's Edge subscriptions, in upper case.
    """

    org_guid: str | None = None
    domain_guids: frozenset[str] = frozenset()
    forest: str | None = None
    edge: str | None = None
    subscriptions: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One opened input. `tables` holds only datasets that have rows; `lines` only pairs that were collected."""

    collection: Collection
    tables: Mapping[str, pa.Table]
    lines: Mapping[Pair, CoverageLine]
    files: tuple[FileLine, ...]
    conversions: tuple[Conversion, ...]
    remarks: tuple[str, ...]
    identity: Identity
    as_of: datetime | None
    as_of_origin: str


@dataclass(slots=True, kw_only=True)
class Collected:
    """What files gave for one (dataset, target) so far; `files` in the order in which they were read.

    `parts` says of each source why it never holds the whole, None of one that may.
    """

    tier: str
    status: Status = Status.OK
    rows: list[Placed] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    messages: list[str] = field(default_factory=list)
    parts: set[str | None] = field(default_factory=set)

    def lower(self, status: Status, message: str) -> None:
        """Let the worse status hold, and say why."""
        self.status = worse(self.status, status)
        if message and message not in self.messages:
            self.messages.append(message)

    def name_file(self, path: str) -> None:
        """Note a file that belongs to the pair."""
        if path not in self.files:
            self.files.append(path)


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """Tables and lines of all pairs; `passed_over` says per file how many objects an earlier file already had."""

    tables: Mapping[str, pa.Table]
    lines: Mapping[Pair, CoverageLine]
    conversions: tuple[Conversion, ...]
    passed_over: Mapping[str, str]


def finish(pairs: Mapping[Pair, Collected], catalog: Catalog) -> Finished:
    """Return the typed tables, rows sorted by target and then as read; the pairs give their rows away."""
    pieces: dict[str, list[tuple[Placed, str]]] = {}
    lines: dict[Pair, CoverageLine] = {}
    twice: Counter[tuple[str, str, str]] = Counter()
    for pair in sorted(pairs):
        kept = _once(pairs[pair], pair, twice)
        pieces.setdefault(pair[0], []).extend((piece, pair[1]) for piece in kept)
        lines[pair] = _line(pair, pairs[pair], sum(len(piece.places) for piece in kept))
        pairs[pair].rows = []
    conversions = tuple(conversion for each in pieces.values() for piece, _ in each for conversion in piece.conversions())
    tables = {name: joined(pieces.pop(name), catalog[name]) for name in list(pieces)}
    return Finished(
        tables={name: table for name, table in tables.items() if table.num_rows},
        lines=lines,
        conversions=conversions,
        passed_over=_messages(twice),
    )


def _once(collected: Collected, pair: Pair, twice: Counter[tuple[str, str, str]]) -> list[Placed]:
    """Return the rows without those whose key an earlier file had; within one file nothing is dropped."""
    if len(collected.files) < 2:
        return collected.rows
    first: dict[str, str] = {}
    return [piece.without(_is_first(piece.rows.source_file, first, pair, twice)) for piece in collected.rows]


def _is_first(path: str, first: dict[str, str], pair: Pair, twice: Counter[tuple[str, str, str]]) -> Callable[[str], bool]:
    def is_first(key: str) -> bool:
        holder = first.setdefault(key, path)
        if holder != path:
            twice[path, pair[0], holder] += 1
        return holder == path

    return is_first


def _messages(twice: Counter[tuple[str, str, str]]) -> dict[str, str]:
    messages: dict[str, list[str]] = {}
    for (path, dataset, holder), count in sorted(twice.items()):
        messages.setdefault(path, []).append(f"{count} of its objects of {dataset} already stand in {holder} and were taken from there")
    return {path: "; ".join(texts) for path, texts in messages.items()}


def _line(pair: Pair, collected: Collected, count: int) -> CoverageLine:
    status = Status.EMPTY if collected.status is Status.OK and not count else collected.status
    return CoverageLine(
        dataset=pair[0],
        target=pair[1],
        status=status,
        rows=count,
        tier=collected.tier,
        message="; ".join(collected.messages),
        files=tuple(collected.files),
    )


def values_of(table: pa.Table | None, column: str) -> list[Any]:
    """Return the distinct values of a column that are not null; nothing where the table or column is not there."""
    if table is None or column not in table.column_names:
        return []
    return [value for value in pc.unique(table.column(column)).to_pylist() if value is not None]


def forests(tables: Mapping[str, pa.Table]) -> tuple[str, ...]:
    """Return the DNS names that the distinguished names end in, child domains left out, sorted: more than one is more than one forest or tree."""
    names = {domain_of(text) for table in tables.values() for text in values_of(table, "distinguished_name")} - {None}
    domains = sorted(name for name in names if name is not None)
    return tuple(name for name in domains if not any(name.endswith(f".{other}") for other in domains))


def domain_of(distinguished_name: str) -> str | None:
    """Return the DNS name of a distinguished name's DC parts in lower case; None where it has none (AD LDS)."""
    parts = DOMAIN_PART.findall(distinguished_name)
    return ".".join(parts).casefold() if parts else None


def forest_root(tables: Mapping[str, pa.Table]) -> str | None:
    """Return the forest root that the configuration partition's names give, None where there is none or more than one."""
    roots = {
        domain_of(text)
        for name in ("organization_config", "exchange_servers", "accepted_domains", "receive_connectors", "send_connectors")
        for text in values_of(tables.get(name), "distinguished_name")
        if "cn=configuration" in text.casefold()
    } - {None}
    return next(iter(roots)) if len(roots) == 1 else None


def identity_of(tables: Mapping[str, pa.Table], run: Mapping[str, str], *, edge: str | None) -> Identity:
    """Return whose data an input is, by what its manifest and its tables say."""
    guids = values_of(tables.get("organization_config"), "guid")
    named = run.get("org_guid", "").strip().strip("{}").casefold()
    return Identity(
        org_guid=named or (guids[0].casefold() if len(guids) == 1 else None),
        domain_guids=frozenset(guid.casefold() for guid in values_of(tables.get("accepted_domains"), "guid")),
        forest=run.get("forest", "").strip().casefold() or forest_root(tables),
        edge=edge,
        subscriptions=frozenset(name.upper() for name in values_of(tables.get("edge_subscriptions"), "name")),
    )


def latest_date(tables: Mapping[str, pa.Table], catalog: Catalog) -> datetime | None:
    """Return the latest value of the columns that may stand for the time of a loose export."""
    dated = [table.column(column.name) for name, table in tables.items() for column in catalog[name].columns if column.dates_collection]
    return max((latest for column in dated if (latest := pc.max(column).as_py()) is not None), default=None)


def sorted_files(lines: Iterable[FileLine]) -> tuple[FileLine, ...]:
    """Return the lines sorted by path."""
    return tuple(sorted(lines, key=lambda line: line.path))
