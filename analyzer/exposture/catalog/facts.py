"""Tables of facts that rules lean on: releases, lifecycles, TLS defaults, well-known SIDs, special networks.

They are CSV files under `rules/data/`, typed by `tables.yaml` beside them and replaceable without a new version.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

import pyarrow as pa

from exposture.catalog.convert import ConversionError, converter_of
from exposture.catalog.dataset import Declaration
from exposture.catalog.networks import SpecialNetworks, special_network
from exposture.catalog.strict_yaml import read_model
from exposture.catalog.types import VERSION
from exposture.errors import Location, PackageDataError
from exposture.resources import rules_root

FactType = Literal["string", "bool", "int", "date", "version", "list"]
ARROW: dict[str, pa.DataType] = {
    "string": pa.string(),
    "bool": pa.bool_(),
    "int": pa.int64(),
    "date": pa.date32(),
    "version": VERSION,
    "list": pa.list_(pa.string()),
}
_DATE = re.compile(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$")
_DATES, _NETWORKS = "data_dates", "special_networks"


class FactTable(Declaration):
    """One table: a line on what it holds, and the type of each column in the file's order."""

    title: str
    columns: dict[str, FactType]


class FactTables(Declaration):
    """`tables.yaml`."""

    tables: dict[str, FactTable]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Every table of facts by name, without `data_dates`; how old each is; the hash of them all; the networks ready to be asked.

    `dates` is the day up to which a table was compiled; `max_age_days` the age past which a verdict must not lean on it,
    None where it does not age. An empty cell is null. A date that is known to the month or year only is its first day.
    """

    tables: Mapping[str, pa.Table]
    dates: Mapping[str, date]
    max_age_days: Mapping[str, int | None]
    sha256: str
    networks: SpecialNetworks


def load_facts(root: Path | None = None) -> Facts:
    """Return the tables of facts of a folder, by default those that travel with the package.

    Raises:
        PackageDataError: a file is missing, has other columns than declared, or holds a value of another type.
    """
    folder = rules_root() / "data" if root is None else root
    declaration = _bytes(folder / "tables.yaml")
    declared = read_model(declaration.decode("utf-8"), folder / "tables.yaml", FactTables, PackageDataError).tables
    contents = {name: _bytes(folder / f"{name}.csv") for name in sorted(declared)}
    tables = {name: _table(contents[name], folder / f"{name}.csv", declared[name]) for name in sorted(declared)}
    for name in (_DATES, _NETWORKS):
        if name not in tables:
            raise PackageDataError(f"the table {name} is not declared", where=Location(path=str(folder / "tables.yaml")))
    dates = tables.pop(_DATES).to_pylist()
    return Facts(
        tables=tables,
        dates={row["table"]: row["data_date"] for row in dates},
        max_age_days={row["table"]: row["max_age_days"] for row in dates},
        sha256=_hash({"tables.yaml": declaration} | {f"{name}.csv": content for name, content in contents.items()}),
        networks=_networks(tables[_NETWORKS]),
    )


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise PackageDataError("a file of facts cannot be read", where=Location(path=str(path))) from error


def _hash(files: Mapping[str, bytes]) -> str:
    lines = [f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _table(content: bytes, path: Path, declared: FactTable) -> pa.Table:
    lines = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    header = next(lines, [])
    if header != list(declared.columns):
        raise PackageDataError(f"the columns are {header}, declared are {list(declared.columns)}", where=Location(path=str(path), line=1))
    fields: list[pa.Field[Any]] = [pa.field(name, ARROW[kind]) for name, kind in declared.columns.items()]
    rows = list(_typed_rows(lines, path, declared))
    return pa.Table.from_pylist(rows, schema=pa.schema(fields))


def _typed_rows(lines: Any, path: Path, declared: FactTable) -> Iterator[dict[str, object]]:  # csv's reader type is private
    for cells in lines:
        where = Location(path=str(path), line=lines.line_num)
        if len(cells) != len(declared.columns):
            raise PackageDataError(f"{len(cells)} cells, expected {len(declared.columns)}", where=where)
        row: dict[str, object] = {}
        for (name, kind), cell in zip(declared.columns.items(), cells, strict=True):
            row[name] = _typed(cell.strip(), kind, name, where)
        yield row


def _typed(cell: str, kind: FactType, name: str, where: Location) -> object:
    if not cell:
        return None
    try:
        return _READERS[kind](cell)
    except (ConversionError, ValueError) as error:
        raise PackageDataError(f"{name} is {cell!r}, no {kind}", where=where) from error


def _read_date(cell: str) -> date:
    found = _DATE.match(cell)
    if found is None:
        raise ValueError(cell)
    return date(int(found.group(1)), int(found.group(2) or 1), int(found.group(3) or 1))


def _read_list(cell: str) -> list[str]:
    return [part.strip() for part in re.split(r"[;,]", cell) if part.strip()]


_READERS: dict[FactType, Callable[[str], object]] = {
    "string": str,
    "bool": lambda cell: converter_of("bool")(cell, None),
    "int": lambda cell: converter_of("int")(cell, None),
    "date": _read_date,
    "version": lambda cell: converter_of("version")(cell, None),
    "list": _read_list,
}


def _networks(table: pa.Table) -> SpecialNetworks:
    return SpecialNetworks(
        special_network(row["network"], is_global=bool(row["globally_reachable"]), is_private=bool(row["private"])) for row in table.to_pylist()
    )
