"""Rows of a rule's case: written by hand in export form, typed by the same converters as an export."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

import pyarrow as pa

from exposture.catalog.column_reader import converted, put
from exposture.catalog.convert import converter_of
from exposture.catalog.dataset import Column, ColumnClass, Dataset, Target
from exposture.catalog.names import snake_case
from exposture.catalog.networks import SpecialNetworks
from exposture.catalog.rows import key_text
from exposture.catalog.types import RESERVED, table_schema
from exposture.errors import CatalogError
from exposture.model.values import Item, Value

_KINDS = {"distinguished_name": "dn", "object_guid": "guid", "object_sid": "sid"}


def rows_from_cases(dataset: Dataset, rows: Sequence[Mapping[str, object]], networks: SpecialNetworks | None) -> pa.Table:
    """Return the table of a dataset, readable or derived, with the rows of a case.

    A row names columns; values are in export form: text (`36 MB (37,748,736 bytes)`, `15.2.1748.10`, `10.0.0.0/8`,
    `0.0.0.0:25`), lists, numbers, and mappings for objects (`{name: A, dn: CN=A, guid: ...}`).

    - A column that is not named is null, and its `_known` is false; one that is named is known, also with null.
    - `<name>_unlimited` follows the value; a secret column is given as `<name>_has_value`, or by its name (null: false).
    - Every companion may be named itself and then holds. `<input>_known` of a derived table is true unless named.
    - `server`, `target`, `key`, `source_file` and `object_index` may be given. Without, `target` is the server of a
      server-scope dataset (`unattributed` without one), `dc/<server>`, `ldap` or `org`; `key` is made of the
      declared key's columns, else of `name`, else of the row's number; `object_index` is the row's number.

    Raises:
        CatalogError: a name is no column of the table, or a value does not convert.
    """
    schema = table_schema(dataset)
    made = [_row(dataset, row, number, frozenset(schema.names), networks) for number, row in enumerate(rows)]
    arrays = [pa.array([row.get(one.name) for row in made], type=one.type) for one in schema]
    return pa.Table.from_arrays(arrays, schema=schema)


def _row(dataset: Dataset, given: Mapping[str, object], number: int, names: frozenset[str], networks: SpecialNetworks | None) -> dict[str, object]:
    secrets = {column.name for column in dataset.columns if column.column_class is ColumnClass.SECRET}
    if unknown := sorted(set(given) - names - secrets):
        raise CatalogError(f"{dataset.name} has no column {', '.join(unknown)}")
    values: dict[str, object] = {f"{name.replace('|', '_or_')}_known": True for name in _optional(dataset)}
    for column in dataset.columns:
        _fill(dataset, column, given, values, networks)
    companions = names - {column.name for column in dataset.columns}
    values |= {name: given[name] for name in given if name in companions}
    return _reserved(dataset, given, values, number) | values


def _optional(dataset: Dataset) -> list[str]:
    return [] if dataset.derived_from is None else dataset.derived_from.optional


def _fill(dataset: Dataset, column: Column, given: Mapping[str, object], values: dict[str, object], networks: SpecialNetworks | None) -> None:
    if column.column_class is ColumnClass.SECRET:
        values[f"{column.name}_has_value"] = given[column.name] not in (None, "", False) if column.name in given else None
        return
    raw = given.get(column.name)
    result: object = None
    if raw is not None:
        result, failure = converted(converter_of(column.type), column.name, _value(raw), networks)
        if failure is not None:
            raise CatalogError(f"{dataset.name}.{column.name}: {failure.text!r} is no {column.type}: {failure.reason}")
    put(column, result, values, is_known=column.name in given)


def _value(raw: Any) -> Value:  # yaml gives untyped values
    match raw:
        case datetime() | date():
            return raw.isoformat()
        case dict():
            return Item(properties={str(name): _value(held) for name, held in raw.items()})
        case list() | tuple():
            return [_value(part) for part in raw]
        case str() | bool() | int() | float() | bytes() | None:
            return raw
        case _:
            return str(raw)


def _reserved(dataset: Dataset, given: Mapping[str, object], values: Mapping[str, object], number: int) -> dict[str, object]:
    server = given.get("server")
    target = dataset.target if dataset.target is not None else dataset.sources[0].target
    made: dict[str, object] = {
        "server": server,
        "target": _target(target, server),
        "key": _key(dataset, values, server, number, is_server_scope=target in {Target.SERVER, Target.DC}),
        "object_index": number,
    }
    return made | {name: given[name] for name, _ in RESERVED if name in given}


def _target(target: Target, server: object) -> str:
    match target:
        case Target.SERVER:
            return "unattributed" if server is None else str(server)
        case Target.DC:
            return "dc" if server is None else f"dc/{server}"
        case Target.ORG | Target.LDAP:
            return target.value


def _key(dataset: Dataset, values: Mapping[str, object], server: object, number: int, *, is_server_scope: bool) -> str:
    prefix = f"{server}|" if is_server_scope and server is not None else ""
    for entry in [*dataset.key, "name"]:
        names = [snake_case(part) for part in ([entry] if isinstance(entry, str) else entry)]
        if names == ["server"] and server is not None:
            return f"server:{str(server).casefold()}"
        parts = [(_KINDS.get(name, name), key_text(values.get(name), _KINDS.get(name, name))) for name in names if name != "server"]
        if parts and all(text for _, text in parts):
            key = "|".join(f"{kind}:{text}" for kind, text in parts)
            return key if key.startswith("guid:") else f"{prefix}{key}"
    return f"{prefix}row:{number}"
