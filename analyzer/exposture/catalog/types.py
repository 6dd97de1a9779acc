"""Column types of the catalog and the Arrow types that hold them."""

from __future__ import annotations

import re
from typing import Any

import pyarrow as pa

from exposture.catalog.dataset import Column, Dataset

TIMESTAMP = pa.timestamp("us")
VERSION = pa.struct([("major", pa.int64()), ("minor", pa.int64()), ("build", pa.int64()), ("revision", pa.int64()), ("text", pa.string())])
ADOBJECT = pa.struct([("name", pa.string()), ("dn", pa.string()), ("guid", pa.string())])
BINDING = pa.struct([("ip", pa.string()), ("port", pa.int64())])
IPRANGE = pa.struct(
    [
        ("text", pa.string()),
        ("family", pa.int64()),
        ("lo", pa.binary(16)),
        ("hi", pa.binary(16)),
        ("routable", pa.bool_()),
        ("private_only", pa.bool_()),
        ("hosts", pa.float64()),
    ]
)
SCALARS: dict[str, pa.DataType] = {
    "string": pa.string(),
    "name": pa.string(),
    "bool": pa.bool_(),
    "int": pa.int64(),
    "Unlimited<int>": pa.int64(),
    "float": pa.float64(),
    "size": pa.int64(),
    "duration": pa.float64(),
    "timestamp": TIMESTAMP,
    "version": VERSION,
    "enum": pa.string(),
    "flags": pa.list_(pa.string()),
    "guid": pa.string(),
    "ip": IPRANGE,
    "iprange": IPRANGE,
    "binding": BINDING,
    "adobject": ADOBJECT,
    "smtp_address": pa.string(),
    "x509": pa.binary(),
    "sid": pa.string(),
}
UNLIMITED = frozenset({"size", "duration", "Unlimited<int>"})
RESERVED: tuple[tuple[str, pa.DataType], ...] = (
    ("server", pa.string()),
    ("target", pa.string()),
    ("key", pa.string()),
    ("source_file", pa.string()),
    ("object_index", pa.int64()),
)
LIST = re.compile(r"^list<(.+)>$")


def arrow_type(column_type: str) -> pa.DataType:
    """Return the Arrow type of a catalog type.

    Raises:
        KeyError: the type is not one of the catalog's.
    """
    inner = LIST.match(column_type)
    return pa.list_(SCALARS[inner.group(1)]) if inner else SCALARS[column_type]


def column_fields(column: Column) -> list[pa.Field[Any]]:
    """Return the fields of one column: itself, `<name>_unlimited` and `<name>_known` where the type or the declaration asks.

    A `secret` column is only `<name>_has_value` (bool).
    """
    if column.column_class == "secret":
        return [pa.field(f"{column.name}_has_value", pa.bool_())]
    fields: list[pa.Field[Any]] = [pa.field(column.name, arrow_type(column.type))]
    if column.type in UNLIMITED:
        fields.append(pa.field(f"{column.name}_unlimited", pa.bool_()))
    if column.nullable:
        fields.append(pa.field(f"{column.name}_known", pa.bool_()))
    return fields


def table_schema(dataset: Dataset) -> pa.Schema:
    """Return the full schema of a dataset: reserved columns, then the declared ones; derived tables add `<input>_known` (bool) per optional input."""
    fields: list[pa.Field[Any]] = [pa.field(name, kind) for name, kind in RESERVED]
    for column in dataset.columns:
        fields += column_fields(column)
    if dataset.derived_from is not None:
        fields += [pa.field(f"{name.replace('|', '_or_')}_known", pa.bool_()) for name in dataset.derived_from.optional]
    return pa.schema(fields)
