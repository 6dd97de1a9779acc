"""Rows of columns as the collector writes them: Exchange's property names, neutral values.

The inverse of the catalog's reading, for the writer of bundles: size is bytes or `Unlimited`, duration seconds, time ISO
UTC, a directory object `X`, `X.DistinguishedName`, `X.Guid`, a SID `X.Sid`, a secret `X.HasValue`.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from decimal import Decimal
from typing import cast

from exposture.catalog.dataset import Column, ColumnClass, Dataset, Holds, Source
from exposture.catalog.paths import Path, parse_path
from exposture.catalog.types import LIST
from exposture.errors import CatalogError
from exposture.model.values import Item, Redacted, Value

OBJECT_TYPES = ("System.Management.Automation.PSCustomObject", "System.Object")
SERVER = "server"
MEMBERS = {"DistinguishedName": "dn", "Guid": "guid"}


def neutral_object(dataset: Dataset, source: Source, row: Mapping[str, object]) -> Item:
    """Return the object that the collector would export for a row.

    A row names columns (a column that is not named is absent from the object) and, for the dataset's `server:` path,
    `server`. Values are those of the table or of an export: text, numbers, lists, datetimes, bytes, and mappings
    for objects (`{name, dn, guid}`, `{ip, port}`, `{text}`).

    Raises:
        CatalogError: a name is no column, or a column's path cannot be a property of a flat object.
    """
    columns = {column.name: column for column in dataset.columns}
    if unknown := sorted(set(row) - set(columns) - {SERVER}):
        raise CatalogError(f"{dataset.name} has no column {', '.join(unknown)}")
    properties: dict[str, Value] = {}
    for name, column in columns.items():
        if name in row:
            properties.update(_properties(column, _property_name(dataset, column, source), row[name]))
    if row.get(SERVER) is not None and dataset.server is not None:
        properties.setdefault(parse_path(dataset.server).steps[0].name, str(row[SERVER]))
    return Item(types=types_of(dataset), properties=properties)


def types_of(dataset: Dataset) -> tuple[str, ...]:
    """Return the type names that `Select-Object` gives to an object of the dataset."""
    named = dataset.recognise.types[:1]
    return (*(f"Selected.{name}" for name in named), *OBJECT_TYPES)


def property_holds(dataset: Dataset, source: Source) -> dict[str, Holds]:
    """Return what each property of a source's flat objects holds, by its name in lower case; of two columns the one that is not plain counts."""
    found: dict[str, Holds] = {}
    for column in dataset.columns:
        plain = (path for path in map(parse_path, column.paths_of(source.id)) if path.steps and all(step.kind == "property" for step in path.steps))
        for path in plain:
            for name, holds in _members(column, ".".join(step.name for step in path.steps)):
                if found.get(name.casefold(), Holds.PLAIN) is Holds.PLAIN:
                    found[name.casefold()] = holds
    return found


def _members(column: Column, name: str) -> Iterator[tuple[str, Holds]]:
    kind = column.type.removeprefix("list<").removesuffix(">")
    if column.column_class is ColumnClass.SECRET:
        yield f"{name}.HasValue", Holds.PLAIN
        return
    yield name, Holds.LABEL if kind == "adobject" and column.holds is Holds.DN else column.holds
    if kind == "adobject":
        yield f"{name}.DistinguishedName", Holds.DN
        yield f"{name}.Guid", Holds.PLAIN
    elif kind == "sid":
        yield f"{name}.Sid", Holds.SID


def _property_name(dataset: Dataset, column: Column, source: Source) -> str:
    """Return the flat name of the column's best path that has one: `Site.Name` is the property `Site.Name`."""
    for text in column.paths_of(source.id):
        path: Path = parse_path(text)
        if path.steps and all(step.kind == "property" for step in path.steps):
            return ".".join(step.name for step in path.steps)
    raise CatalogError(f"{dataset.name}.{column.name} has no path that is a property of a flat object; source {source.id}")


def _properties(column: Column, name: str, value: object) -> Iterator[tuple[str, Value]]:
    inner = LIST.match(column.type)
    kind = inner.group(1) if inner else column.type
    if column.column_class is ColumnClass.SECRET:
        yield f"{name}.HasValue", bool(value)
    elif kind == "adobject":
        yield from _directory_object(name, value)
    elif kind == "sid":
        yield name, neutral_value(value)
        yield f"{name}.Sid", neutral_value(value)
    else:
        yield name, neutral_value(value)


def _directory_object(name: str, value: object) -> Iterator[tuple[str, Value]]:
    yield name, neutral_value(value)
    for suffix, member in MEMBERS.items():
        if isinstance(value, Mapping) and member in value:
            yield f"{name}.{suffix}", neutral_value(value[member])
        elif isinstance(value, list) and value and all(isinstance(one, Mapping) and member in one for one in value):
            yield f"{name}.{suffix}", [neutral_value(one[member]) for one in value]


def neutral_value(value: object) -> Value:
    """Return a value as the collector writes it.

    Raises:
        CatalogError: there is no neutral form of such a value.
    """
    match value:
        case None | bool() | int() | float() | Decimal() | str():
            return value
        case datetime():
            return iso(value)
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case list() | tuple():
            return [neutral_value(one) for one in value]
        case Mapping():
            return _of_mapping(cast("Mapping[str, object]", value))
        case Item() | Redacted():
            return value
        case _:
            raise CatalogError(f"a {type(value).__name__} has no neutral form; give text, numbers, lists, datetimes, bytes or mappings")


def _of_mapping(value: Mapping[str, object]) -> Value:
    if "port" in value:
        ip = str(value["ip"])
        return f"[{ip}]:{value['port']}" if ":" in ip else f"{ip}:{value['port']}"
    found = next((value[name] for name in ("text", "name", "dn", "guid") if value.get(name) is not None), None)
    return None if found is None else str(found)


def iso(time: datetime) -> str:
    """Return a naive UTC time, or one with a zone, as ISO text that ends in Z."""
    utc = time if time.tzinfo is None else time.astimezone(UTC).replace(tzinfo=None)
    return utc.isoformat() + "Z"
