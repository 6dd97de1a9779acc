"""What a redaction mode left of every column of an estate, by what the catalog says that it holds.

Under Names a column whose content is a pseudonym is FAITHFUL; free text and certificates are gone. Under Strict everything that
Names would replace is gone too. Words of the product are clean as long as nothing in them was replaced, which their own values
say: each pseudonym, each address and each SID that could be one makes the whole column doubtful.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from exposture.catalog.dataset import Column, Dataset, Holds
from exposture.catalog.types import RESERVED
from exposture.engine.lineage.tree import Relation
from exposture.engine.lineage.values import ADDRESSES, CLEAN, NETWORKS, NULL, Family, Marks, State, Value, altered, faithful, marks_of

NAMES, STRICT = "names", "strict"
FAMILIES = {
    Holds.LABEL: Family.NAME,
    Holds.ACCOUNT: Family.NAME,
    Holds.HOST: Family.HOST,
    Holds.URL: Family.HOST,
    Holds.SMTP: Family.MAIL,
    Holds.DN: Family.DN,
    Holds.ADDRESS: Family.ADDRESS,
}
PLACES = frozenset(name for name, _ in RESERVED)
GONE_IN_BOTH = frozenset({Holds.TEXT, Holds.X509})
PROTECTED = frozenset({Holds.WORDS, Holds.PATH})
CLEAN_KEY = "^(?:guid:[0-9a-f-]{36}|thumbprint:[0-9a-f]{40})$"
KEPT_FIELDS = frozenset({"guid", "port", "family", "routable", "private_only"})
SERVERS = "^(?:S[0-9A-F]{8}|SRV[0-9]+)$"
EVERYTHING = frozenset({"0.0.0.0-255.255.255.255", "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"})
# What redaction writes into words: pseudonyms of names, hosts and servers, numbered servers, and what may be a replaced address or SID.
REPLACED = (
    r"u_[0-9a-f]{12}|(?:^|[^0])x[0-9a-f]{8}|S[0-9A-F]{8}|(?:^|[^0-9a-zA-Z])s[0-9a-f]{8}|(?i:SRV[0-9])|\[removed\]"
    r"|S-1-5-21-|S-1-12-1-|[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9A-Fa-f]{1,4}:[0-9A-Fa-f:]*:[0-9A-Fa-f]|@"
)


def column_states(dataset: Dataset, table: pa.Table, mode: str, others: Mapping[str, Relation]) -> Relation:
    """Return what is left of each column of a dataset; `others` are the tables that a derived one was made of."""
    found = {name: _reserved(name, dataset, table) for name, _ in RESERVED}
    for column in dataset.columns:
        value = _of_column(dataset.name, column, table, mode)
        found[column.name] = value
        found |= {name: _companion(value) for name in _companions(column.name, table)}
    found["key"] = _key(f"{dataset.name}.key", dataset, table, found)
    found |= {name: CLEAN for name in table.column_names if name not in found}
    return _by_inputs(dataset, found, others)


def _companions(name: str, table: pa.Table) -> list[str]:
    return [f"{name}{ending}" for ending in ("_known", "_unlimited", "_has_value") if f"{name}{ending}" in table.column_names]


def _companion(value: Value) -> Value:
    """Whether a value is known stays true under pseudonyms; of one that is gone nothing is known."""
    return altered(value.marks) if value.state is State.ALTERED else CLEAN


def _reserved(name: str, dataset: Dataset, table: pa.Table) -> Value:
    mark = f"{dataset.name}.{name}"
    match name:
        case "server" | "target":
            return NULL if _is_without_values(table, name) else faithful(mark, Family.SERVER)
        case "source_file":
            return Value(state=State.TEXT, marks=frozenset({mark}))
        case _:
            return CLEAN


def _key(mark: str, dataset: Dataset, table: pa.Table, found: Relation) -> Value:
    """A key of a GUID is the clear one; any other holds pseudonyms, or nothing certain where a part of it was dropped."""
    if not table.num_rows:
        return NULL
    if pc.all(pc.match_substring_regex(table.column("key"), CLEAN_KEY)).as_py():
        return CLEAN
    parts = {part for entry in dataset.key for part in ([entry] if isinstance(entry, str) else entry)}
    lost = [found[column.name] for column in dataset.columns if parts & {column.name, *column.paths, *chain(*column.source_paths.values())}]
    return altered(frozenset({mark})) if any(value.state is State.ALTERED for value in lost) else faithful(mark, Family.NAME)


def _of_column(dataset: str, column: Column, table: pa.Table, mode: str) -> Value:
    holds = column.holds
    marks = frozenset({f"{dataset}.{column.name}"})
    is_list = column.type.startswith("list<") or column.type == "flags"
    if holds in GONE_IN_BOTH or (mode == STRICT and holds in FAMILIES and _has_nulls(table.column(column.name))):
        fields = frozenset({"guid"}) if column.type.endswith("adobject>") or column.type == "adobject" else frozenset()
        return NULL if not table.num_rows else replace(altered(marks), is_list=is_list, kept_fields=fields)
    if holds in PROTECTED:
        return replace(faithful(next(iter(marks)), Family.WORDS), is_list=is_list) if _is_touched(table.column(column.name)) else CLEAN
    if holds not in FAMILIES:
        return CLEAN
    if _is_without_values(table, column.name):
        return NULL
    family = Family.SERVER if FAMILIES[holds] is Family.NAME and _all_match(table.column(column.name), SERVERS) else FAMILIES[holds]
    ranges = _ranges(table.column(column.name)) if family is Family.ADDRESS else ""
    kept = KEPT_FIELDS | ({"hosts"} if ranges else set())
    return Value(state=State.FAITHFUL, marks=marks, family=family, is_list=is_list, kept_fields=kept, ranges=ranges)


def _has_nulls(column: pa.ChunkedArray) -> bool:
    """Tell whether a value could have been dropped: where every row has one, Strict kept them (the servers' own names)."""
    return bool(column.null_count) or pa.types.is_nested(column.type)


def _is_without_values(table: pa.Table, name: str) -> bool:
    """Tell whether a column is null, or an empty list, in every row: pseudonyms are nulls where the clear values are."""
    column = table.column(name)
    return column.null_count == len(column) or (pa.types.is_list(column.type) and not len(_flat(column)))


def _flat(column: pa.ChunkedArray) -> pa.ChunkedArray:
    while pa.types.is_list(column.type):
        column = pc.list_flatten(column)
    return column


def _all_match(column: pa.ChunkedArray, pattern: str) -> bool:
    values = _flat(column).drop_null()
    return pa.types.is_string(values.type) and bool(pc.all(pc.match_substring_regex(values.unique(), pattern)).as_py())


def _ranges(column: pa.ChunkedArray) -> str:
    """Return what the values are, "" where one may have been widened: a range beyond its last octet stands for the network around it."""
    rows = [row for row in _flat(column).to_pylist() if row is not None]
    if not all("lo" in row and _is_network(row) for row in rows):
        return ""
    return ADDRESSES if all(row["lo"] == row["hi"] for row in rows) else NETWORKS


def _is_network(row: Mapping[str, Any]) -> bool:
    text, low, high = row["text"] or "", row["lo"], row["hi"]
    return "-" not in text or low is None or high is None or low[:15] == high[:15] or text in EVERYTHING


def _is_touched(column: pa.ChunkedArray) -> bool:
    values = _flat(column)
    if not pa.types.is_string(values.type) or not len(values):
        return False
    return bool(pc.any(pc.match_substring_regex(values.unique(), REPLACED)).as_py())


def _by_inputs(dataset: Dataset, found: Relation, others: Mapping[str, Relation]) -> Relation:
    """A derived table is as far away as what decides it: content that Python compares, and names by which it joins."""
    if dataset.derived_from is None:
        return found
    compares = dataset.derived_from.compares
    if compares is None:
        compares = [f"{name}.{column}" for name, relation in others.items() for column in relation if column not in PLACES]
    decided = _lost_any(compares, others, State.CLEAN) | _lost_any(dataset.derived_from.joins, others, State.TEXT)
    made_of = {column.name: column.made_of for column in dataset.columns}
    return {name: _lowered(value, decided | _lost_any(made_of.get(name, ()), others, State.CLEAN)) for name, value in found.items()}


def _lowered(value: Value, decided: Marks) -> Value:
    return replace(altered(decided), is_list=value.is_list) if decided else value


def _lost_any(columns: Iterable[str], others: Mapping[str, Relation], at_most: State) -> Marks:
    """Return the marks of the named columns that are further away than allowed."""
    places = [text.split(".", 1) for text in columns]
    values = [others[table][column] for table, column in places if table in others]
    return marks_of(value for value in values if value.state > at_most)
