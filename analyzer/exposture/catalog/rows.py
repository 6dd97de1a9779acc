"""Rows: one record, read by one source of a dataset, as typed values with a key and a server; and the table of many.

A column's first path that has a value wins; where none has one, a path that is there with null makes the column null
and known, and a column with no path there is null and not known. What fails to convert is null and listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import pyarrow as pa

from exposture.catalog.convert import UNLIMITED, ConversionError, Converter, converter_of
from exposture.catalog.dataset import Column, ColumnClass, Dataset, Source, Target
from exposture.catalog.names import server_name, snake_case
from exposture.catalog.networks import SpecialNetworks
from exposture.catalog.paths import MISSING, Missing, Node, Path, find, first_names, list_of, parse_path, resolve, rows_at, text_of
from exposture.catalog.types import LIST, table_schema
from exposture.catalog.types import UNLIMITED as LIMITS
from exposture.model.coverage import Conversion
from exposture.model.values import Item, Record, Redacted, Value

_SHOWN = 200
SEEN_AT_MOST = 2_000
_KINDS = {"distinguished_name": "dn", "object_guid": "guid", "object_sid": "sid"}
_SERVER_SCOPE = frozenset({Target.SERVER, Target.DC})
_FLAT = {"adobject": ("DistinguishedName", "Guid"), "sid": ("Sid",)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A column whose value did not convert, the start of the value's text, and why."""

    column: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One typed row. `values` has the declared columns and their companions; the reserved columns come from the other fields.

    `own_key` is the key without its server's prefix: None where the record has no key property, "" where the server
    alone is the key. `server` is what the dataset's `server:` path says, in NetBIOS form, until the bundle places the
    row; `part` counts the rows of one record.
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


Converted = tuple[object, "Failure | None"]


class _Seen:
    """What a column's values were converted to: an export repeats texts and shares objects. What comes late is not remembered."""

    __slots__ = ("objects", "texts")

    def __init__(self) -> None:
        self.texts: dict[str, Converted] = {}
        self.objects: dict[int, tuple[Item, Converted]] = {}

    def converted(self, convert: Converter, column: str, value: Value, networks: SpecialNetworks | None) -> Converted:
        """Return the converted value, and what went wrong."""
        if isinstance(value, str):
            if value in self.texts:
                return self.texts[value]
            found = converted(convert, column, value, networks)
            if len(self.texts) < SEEN_AT_MOST:
                self.texts[value] = found
            return found
        if isinstance(value, Item):
            known = self.objects.get(id(value))
            if known is not None:
                return known[1]
            found = converted(convert, column, value, networks)
            if len(self.objects) < SEEN_AT_MOST:
                self.objects[id(value)] = value, found
            return found
        return converted(convert, column, value, networks)


@dataclass(frozen=True, slots=True, kw_only=True)
class _ColumnReader:
    """`plain` are the names of the paths where each is one property: the usual case, and the quick one."""

    column: Column
    paths: tuple[Path, ...]
    plain: tuple[str, ...]
    flat: tuple[tuple[str, Path], ...]
    convert: Converter
    seen: _Seen


@dataclass(frozen=True, slots=True, kw_only=True)
class _KeyPart:
    """One property of a key: a declared column, else a path."""

    kind: str
    column: str | None
    path: Path | None


Keys = tuple[tuple[_KeyPart, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReader:
    """A source with its paths parsed and its converters chosen: make it once, then read every record of a file."""

    columns: tuple[_ColumnReader, ...]
    rows: Path | None
    server: tuple[Path, ...]
    keys: Keys
    is_server_scope: bool
    networks: SpecialNetworks | None

    def wanted(self) -> frozenset[str] | None:
        """Return the properties of a record that the reader may ask for, case-folded; None where it may be any."""
        paths = list(self.server)
        if self.rows is not None:
            paths.append(self.rows)
        else:
            paths += [path for reader in self.columns for path in (*reader.paths, *(flat for _, flat in reader.flat))]
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
        for reader in self.columns:
            _read_column(reader, node, self.networks, values, failures)
        return Row(
            values=values,
            own_key=_key(self.keys, values, node),
            is_server_scope=self.is_server_scope,
            index=record.index,
            part=part,
            server=_server(self.server, node, record.value),
            source_file=record.where.path,
            failures=tuple(failures),
        )


def row_reader(dataset: Dataset, source: Source, networks: SpecialNetworks | None) -> RowReader:
    """Return the reader of one source."""
    return RowReader(
        columns=tuple(
            _column_reader(column, column.paths_of(source.id)) for column in dataset.columns if column.nullable or column.paths_of(source.id)
        ),
        rows=None if source.rows is None else parse_path(source.rows),
        server=_server_paths(source.server or dataset.server),
        keys=_keys(dataset),
        is_server_scope=source.target in _SERVER_SCOPE,
        networks=networks,
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


def _column_reader(column: Column, paths: list[str]) -> _ColumnReader:
    inner = LIST.match(column.type)
    members = _FLAT.get(inner.group(1) if inner else column.type, ())
    flat = [(name, parse_path(f"{path}.{name}")) for path in paths if not path.startswith("=") for name in members]
    if column.column_class is ColumnClass.SECRET:
        flat = [("HasValue", parse_path(f"{path}.HasValue")) for path in paths]
    parsed = tuple(map(parse_path, paths))
    is_plain = all(len(path.steps) == 1 and path.steps[0].kind == "property" for path in parsed)
    return _ColumnReader(
        column=column,
        paths=parsed,
        plain=tuple(path.last for path in parsed) if is_plain else (),
        flat=tuple(flat),
        convert=converter_of(column.type),
        seen=_Seen(),
    )


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


def _read_column(reader: _ColumnReader, node: Node, networks: SpecialNetworks | None, values: dict[str, object], failures: list[Failure]) -> None:
    column = reader.column
    if column.column_class is ColumnClass.SECRET:
        values[f"{column.name}_has_value"] = _has_value(reader, node)
        return
    found = _found(reader, node)
    if reader.flat and (not isinstance(found, Item) or list_of(found) is not None):
        found = _with_flat(reader, node, found)
    result: object = None
    is_known = found is not MISSING and not isinstance(found, Redacted)
    if is_known and found is not None:
        result, failure = reader.seen.converted(reader.convert, column.name, found, networks)  # type: ignore[arg-type]  # not MISSING here
        if failure is not None:
            failures.append(failure)
            is_known = False
    put(column, result, values, is_known=is_known)


def converted(convert: Converter, column: str, value: Value, networks: SpecialNetworks | None) -> tuple[object, Failure | None]:
    """Return the converted value, or None and what went wrong."""
    try:
        return convert(value, networks), None
    except ConversionError as fault:
        return None, Failure(column=column, text=_shown(value), reason=str(fault))


def put(column: Column, result: object, values: dict[str, object], *, is_known: bool) -> None:
    """Store a column's value with its companions: `_unlimited` is null where the value is, `_known` says whether null is the product's own."""
    values[column.name] = None if result is UNLIMITED else result
    if column.type in LIMITS:
        values[f"{column.name}_unlimited"] = True if result is UNLIMITED else (None if result is None else False)
    if column.nullable:
        values[f"{column.name}_known"] = is_known


def _found(reader: _ColumnReader, node: Node) -> Value | Missing:
    if isinstance(node, Item):
        for name in reader.plain:
            found = node.properties.get(name)
            if found is not None:
                return found
    return _first(node, reader.paths)


def _first(node: Node, paths: tuple[Path, ...]) -> Value | Missing:
    best: Value | Missing = MISSING
    for path in paths:
        found = resolve(node, path)
        if found is not MISSING:
            if found is not None:
                return found
            best = None
    return best


def _with_flat(reader: _ColumnReader, node: Node, found: Value | Missing) -> Value | Missing:
    """Join the collector's flat columns (`X`, `X.DistinguishedName`, `X.Guid`; `X.Sid`) to one object, or to a list of objects."""
    flat: dict[str, Value] = {}
    for name, path in reader.flat:
        part = resolve(node, path)
        if part is not MISSING and part is not None:
            elements = list_of(part)
            flat.setdefault(name, part if elements is None else elements)
    if not flat:
        return found
    lists = {name: part for name, part in flat.items() if isinstance(part, list)}
    elements = None if found is MISSING else list_of(found)
    if elements is None:
        return found if lists else _joined(found, flat)
    if len(lists) < len(flat) or any(len(part) != len(elements) for part in lists.values()):
        return found
    return [_joined(one, {name: part[place] for name, part in lists.items()}) for place, one in enumerate(elements)]


def _joined(found: Value | Missing, flat: Mapping[str, Value]) -> Value:
    if isinstance(found, Item):
        return found
    return Item(text=None if found is MISSING else text_of(found), properties=dict(flat))


def _has_value(reader: _ColumnReader, node: Node) -> bool | None:
    for _, path in reader.flat:
        found = resolve(node, path)
        if found is not MISSING and found is not None:
            return bool(converted(converter_of("bool"), reader.column.name, found, None)[0])
    value = _found(reader, node)
    if value is MISSING:
        return None
    return not (value is None or value in ("", b"") or value == [])


def _key(keys: Keys, values: Mapping[str, object], node: Node) -> str | None:
    for parts in keys:
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
    match value:
        case None | "":
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
            text = str(value).strip().casefold()
            return text.strip("{}") if kind == "guid" else text


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


def _shown(value: Value) -> str:
    if isinstance(value, list):
        return ", ".join(text_of(part) or type(part).__name__ for part in value[:10])[:_SHOWN]
    text = text_of(value)
    return (type(value).__name__ if text is None else text)[:_SHOWN]
