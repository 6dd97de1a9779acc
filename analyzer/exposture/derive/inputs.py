"""What every derived table is made from, and how its rows become a table.

The one place that knows reserved columns, keys and `<input>_known` of derived tables. It must not know any single one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

import pyarrow as pa

from exposture.catalog.dataset import Dataset, Target
from exposture.catalog.types import table_schema
from exposture.model.coverage import CERTAIN, INCOMPLETE, Status

Row: TypeAlias = dict[str, Any]
GLOBAL_KINDS = {"guid": "guid", "distinguished_name": "dn"}
UNATTRIBUTED = "unattributed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Readable tables, tables of facts (by name without `data_`) and statuses by (dataset, target); `dataset` is the table to make."""

    dataset: Dataset
    tables: Mapping[str, pa.Table]
    facts: Mapping[str, pa.Table]
    statuses: Mapping[tuple[str, str], Status]

    def rows(self, name: str) -> list[Row]:
        """Return the rows of a dataset in table order; none where the catalog lacks it."""
        table = self.tables.get(name)
        return [] if table is None else table.to_pylist()

    def fact_rows(self, name: str) -> list[Row]:
        """Return the rows of a table of facts."""
        table = self.facts.get(name)
        return [] if table is None else table.to_pylist()

    def status(self, name: str, target: str) -> Status:
        """Return the status of a dataset for a target; `missing` where no line says it."""
        return self.statuses.get((name, target), Status.MISSING)

    def known(self, name: str, target: str) -> bool:
        """Tell whether a dataset was read completely for a target, so that what it lacks is not there."""
        return self.status(name, target) in CERTAIN

    def is_read(self, name: str, target: str) -> bool:
        """Tell whether something of a dataset was read for a target; rows may be missing."""
        return self.status(name, target) in CERTAIN | INCOMPLETE

    def targets(self, name: str) -> list[str]:
        """Return the targets that the coverage names for a dataset, sorted."""
        return sorted(target for dataset, target in self.statuses if dataset == name)

    def known_for(self, need: str, target: str | None, server: str | None) -> bool:
        """Tell whether an input (`a|b`: one of the two) is known for a row: at its server, its target, else for the organization or the directory."""
        return any(self._known_near(name, target, server) for name in need.split("|"))

    def _known_near(self, name: str, target: str | None, server: str | None) -> bool:
        for place in (server, target, Target.ORG, Target.LDAP):
            if place is not None and (name, place) in self.statuses:
                return self.known(name, place)
        return False

    def table(self, rows: Iterable[Row]) -> pa.Table:
        """Return the derived table: full schema, keys, `<input>_known`, sorted by target, server and key."""
        schema = table_schema(self.dataset)
        known: dict[tuple[str | None, str | None], Row] = {}
        finished: list[Row] = []
        for row in rows:
            place = (row.get("target"), row.get("server"))
            if place not in known:
                known[place] = self._known_columns(*place)
            finished.append({**known[place], **row, "key": key_of(self.dataset, row)})
        finished.sort(key=_order)
        return pa.Table.from_arrays([pa.array([row.get(one.name) for row in finished], type=one.type) for one in schema], schema=schema)

    def _known_columns(self, target: str | None, server: str | None) -> Row:
        optional = [] if self.dataset.derived_from is None else self.dataset.derived_from.optional
        return {f"{need.replace('|', '_or_')}_known": self.known_for(need, target, server) for need in optional}


def _order(row: Row) -> tuple[str, str, str]:
    return (row.get("target") or "", row.get("server") or "", row["key"])


def key_of(dataset: Dataset, row: Row) -> str:
    """Return the canonical key of a row of a derived table: the first declared key whose columns all have values, else the last."""
    entries = [[entry] if isinstance(entry, str) else entry for entry in dataset.key]
    entry = next((columns for columns in entries if all(row.get(column) is not None for column in columns)), entries[-1])
    text = "|".join(f"{GLOBAL_KINDS.get(column, column)}:{_key_text(row.get(column))}" for column in entry)
    is_whole = len(entry) == 1 and entry[0] in {*GLOBAL_KINDS, "server"}
    return text if is_whole or dataset.target is not Target.SERVER else f"{row.get('server')}|{text}"


def _key_text(value: object) -> str:
    return "" if value is None else str(value).casefold()


def carried(row: Row) -> Row:
    """Return what a derived row keeps of the row it was made from: where it was read, and for whom."""
    return {name: row.get(name) for name in ("server", "target", "source_file", "object_index")}


def org_target(row: Row) -> str:
    """Return the organization's target for a row of the directory; an Edge's own rows keep its name."""
    target = row.get("target")
    return Target.ORG if target in (None, Target.LDAP) else str(target)


def upper(text: str | None) -> str | None:
    """Return a NetBIOS name as every table writes it, also from a FQDN."""
    return text.split(".")[0].upper() if text else None
