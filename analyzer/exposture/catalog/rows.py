"""Rows: one record, read by one source of a dataset, as typed values with a key and a server; and the table of many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, NamedTuple, cast

import pyarrow as pa

from exposture.catalog.column_reader import ColumnReader, Failure, Slot
from exposture.catalog.dataset import Column, Dataset, Source, Target
from exposture.catalog.names import server_name, snake_case
from exposture.catalog.networks import SpecialNetworks
from exposture.catalog.paths import MISSING, Node, Path, find, first_names, parse_path, resolve, rows_at, text_of
from exposture.catalog.types import LIST, table_schema
from exposture.model.coverage import Conversion
from exposture.model.values import Entries, Item, Record, Value

LAYOUTS_AT_MOST = 100
_KINDS = {"distinguished_name": "dn", "object_guid": "guid", "object_sid": "sid"}
_SERVER_SCOPE = frozenset({Target.SERVER, Target.DC})


@dataclass(slots=True, kw_only=True)
class Row:
    """One typed row, which nobody changes (frozen, it would take four times as long to make).

    `values` has the declared columns and their companions; the reserved columns come from the other fields.

    `own_key` is the key without its server's prefix: None where the record has no key property, "" where the server
    alone is the key. `server` is what the dataset's `server:` path says, in NetBIOS form, until the bundle places the
    row; `part` counts the rows of one record; `weight` is about how many bytes the values take.
    """

    values: Mapping[str, object]
    own_key: str | None
    is_server_scope: bool
    index: int
    part: int = 0
    server: str | None = None
    target: str | None = None
    source_file: str = ""
    failures: tuple[Failure, ...] = ()
    weight: int = 0

    @property
    def key(self) -> str:
        """Return the canonical key; a record without any key property is known by its place in its file."""
        return key_of(self.own_key, self.server, self.source_file, self.index, self.part, is_server_scope=self.is_server_scope)

    def placed(self, *, server: str | None, target: str) -> Row:
        """Return the row with the server and target that the bundle gives it."""
        return replace(self, server=server, target=target)

    def conversions(self, dataset: str) -> tuple[Conversion, ...]:
        """Return the failed values as lines for the coverage table."""
        return tuple(
            Conversion(dataset=dataset, column=one.column, file=self.source_file, object_index=self.index, text=one.text, reason=one.reason)
            for one in self.failures
        )


def key_of(own_key: str | None, server: str | None, source_file: str, index: int, part: int, *, is_server_scope: bool) -> str:
    """Return the canonical key of a row; see `Row`."""
    if own_key is None or (own_key == "" and server is None):
        return f"row:{source_file}#{index}.{part}"
    if own_key == "":
        return f"server:{(server or '').casefold()}"
    if is_server_scope and server is not None and not own_key.startswith("guid:"):
        return f"{server}|{own_key}"
    return own_key


@dataclass(frozen=True, slots=True, kw_only=True)
class _KeyPart:
    """One property of a key: a declared column, else a path."""

    kind: str
    column: str | None
    path: Path | None


Keys = tuple[tuple[_KeyPart, ...], ...]


class _Place(NamedTuple):
    """Where a column stands in objects of one layout; `text` names the property whose text is taken as it is."""

    reader: ColumnReader
    slot: Slot | None
    text: str | None


Layout = tuple[_Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReader:
    """A source with its paths parsed and its converters chosen: make it once, then read every record of a file.

    `walk` is the layout of what has none of its own.
    """

    columns: tuple[ColumnReader, ...]
    rows: Path | None
    server: tuple[Path, ...]
    keys: Keys
    is_server_scope: bool
    walk: Layout
    layouts: dict[tuple[str, ...], Layout] = field(default_factory=dict)

    def wanted(self) -> frozenset[str] | None:
        """Return the properties of a record that the reader may ask for, case-folded; None where it may be any."""
        paths = list(self.server)
        if self.rows is not None:
            paths.append(self.rows)
        else:
            paths += [path for reader in self.columns for path in reader.all_paths()]
            paths += [part.path for parts in self.keys for part in parts if part.path is not None]
        names = [first_names(path) for path in paths]
        known = [found for found in names if found is not None]
        return frozenset().union(*known) if len(known) == len(names) else None

    def read(self, record: Record) -> Iterator[Row]:
        """Yield the rows of one record, usually one."""
        for part, node in enumerate(rows_at(record.value, self.rows)):
            yield self._row(node, record, part)

    def _row(self, node: Node, record: Record, part: int) -> Row:
        values: dict[str, object] = {}
        failures: list[Failure] = []
        weight = 0
        for reader, slot, text in self._layout(node):
            if text is not None and (found := cast("Item", node).properties[text]).__class__ is str:
                values[reader.name] = found
                weight += len(found)
                continue
            taken = reader.taken(node) if slot is None else reader.taken_at(slot, cast("Item", node))
            values.update(taken.values)
            weight += taken.weight
            if taken.failure is not None:
                failures.append(taken.failure)
        return Row(
            values=values,
            own_key=_key(self.keys, values, node),
            is_server_scope=self.is_server_scope,
            index=record.index,
            part=part,
            server=_server(self.server, node, record.value),
            source_file=record.where.path,
            failures=tuple(failures),
            weight=weight,
        )

    def _layout(self, node: Node) -> Layout:
        """Return where each column stands in objects with properties of these names: the records of a file are nearly all alike."""
        if not isinstance(node, Item) or isinstance(node.value, Item | Entries):
            return self.walk
        names = tuple(node.properties)
        found = self.layouts.get(names)
        if found is None:
            folded = {name.casefold(): name for name in names}
            found = tuple(_place(reader, node, folded) for reader in self.columns)
            if len(self.layouts) < LAYOUTS_AT_MOST:
                self.layouts[names] = found
        return found


def _place(reader: ColumnReader, item: Item, folded: Mapping[str, str]) -> _Place:
    slot = reader.slot(item.properties, folded)
    return _Place(reader, slot, None if slot is None else reader.text_at(slot))


def row_reader(dataset: Dataset, source: Source, networks: SpecialNetworks | None) -> RowReader:
    """Return the reader of one source."""
    columns = [column for column in dataset.columns if column.nullable or column.paths_of(source.id)]
    readers = tuple(ColumnReader(column, column.paths_of(source.id), networks) for column in columns)
    return RowReader(
        columns=readers,
        walk=tuple(_Place(reader, None, None) for reader in readers),
        rows=None if source.rows is None else parse_path(source.rows),
        server=_server_paths(source.server or dataset.server),
        keys=_keys(dataset),
        is_server_scope=source.target in _SERVER_SCOPE,
    )


def rows_of(dataset: Dataset, source: Source, record: Record, networks: SpecialNetworks | None) -> Iterator[Row]:
    """Yield the typed rows of one record; for many records make a `row_reader` once."""
    return row_reader(dataset, source, networks).read(record)


def build_table(dataset: Dataset, rows: Iterable[Row]) -> pa.Table:
    """Return the table of a dataset with its full schema, columns that no row has being null; the order of rows is kept."""
    schema = table_schema(dataset)
    given = list(rows)
    reserved: dict[str, list[Any]] = {
        "server": [row.server for row in given],
        "target": [row.target for row in given],
        "key": [row.key for row in given],
        "source_file": [row.source_file or None for row in given],
        "object_index": [row.index for row in given],
    }
    arrays = [pa.array(reserved[one.name] if one.name in reserved else [row.values.get(one.name) for row in given], type=one.type) for one in schema]
    return pa.Table.from_arrays(arrays, schema=schema)


def empty_table(dataset: Dataset) -> pa.Table:
    """Return the table of a dataset that was not collected: no rows, the full schema."""
    return table_schema(dataset).empty_table()


def _server_paths(path: str | None) -> tuple[Path, ...]:
    """`Server.Name` also finds a `Server` that the export flattened to its text."""
    if path is None:
        return ()
    whole = parse_path(path)
    is_nested = len(whole.steps) > 1 and whole.steps[-1].name.casefold() == "name"
    return (whole, parse_path(path.rpartition(".")[0])) if is_nested else (whole,)


def _keys(dataset: Dataset) -> Keys:
    names = {column.name: column for column in dataset.columns}
    return tuple(tuple(_key_part(part, names) for part in ([entry] if isinstance(entry, str) else entry)) for entry in dataset.key)


def _key_part(text: str, names: Mapping[str, Column]) -> _KeyPart:
    path = parse_path(text)
    name = snake_case(path.last)
    kind = _KINDS.get(name, name)
    column = name if name in names and len(path.steps) == 1 and not LIST.match(names[name].type) else None
    return _KeyPart(kind=kind, column=column, path=path)


def _key(keys: Keys, values: Mapping[str, object], node: Node) -> str | None:
    for parts in keys:
        if len(parts) == 1 and parts[0].kind != "server":
            text = _key_text(parts[0], values, node)
            if text:
                return f"{parts[0].kind}:{text}"
            continue
        found = [(part.kind, _key_text(part, values, node)) for part in parts if part.kind != "server"]
        if all(text for _, text in found):
            return "|".join(f"{kind}:{text}" for kind, text in found)
    return None


def _key_text(part: _KeyPart, values: Mapping[str, object], node: Node) -> str | None:
    """Return the case-folded text of one key property: the converted column where there is one, else what the path finds."""
    held = values.get(part.column) if part.column is not None else None
    if held is None and part.path is not None:
        found = find(node, part.path)
        held = None if found is MISSING or isinstance(found, list) else text_of(found)
    return key_text(held, part.kind)


def key_text(value: object, kind: str) -> str | None:
    """Return a value as it stands in a key; None for a value that identifies nothing."""
    if isinstance(value, str):
        text = value.strip().casefold()
        return (text.strip("{}") if kind == "guid" else text) if value else None
    match value:
        case None:
            return None
        case {"ip": ip, "port": port}:
            return f"{ip}:{port}"
        case dict():
            return key_text(next((value[name] for name in ("guid", "dn", "text", "name") if value.get(name)), None), kind)
        case list():
            return ",".join(filter(None, (key_text(part, kind) for part in value))) or None
        case bytes():
            return value.hex()
        case datetime():
            return value.isoformat().casefold()
        case _:
            return str(value).strip().casefold()


def _server(paths: tuple[Path, ...], node: Node, record: Value) -> str | None:
    for path in paths:
        for start in (node, record):
            found = resolve(start, path)
            name = None if found is MISSING else _server_text(found)
            if name is not None:
                return name
    return None


def _server_text(found: Value) -> str | None:
    if isinstance(found, Item):
        for name in ("Name", "DistinguishedName"):
            text = text_of(found.get(name))
            if text:
                return server_name(text)
    text = text_of(found)
    return None if text is None else server_name(text)
