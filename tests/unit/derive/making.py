"""Small factories: the inputs of one derived table, with only the rows and statuses that a test is about."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from exposture.catalog.dataset import Dataset
from exposture.catalog.facts import Facts, load_facts
from exposture.catalog.strict_yaml import read_model
from exposture.catalog.types import table_schema
from exposture.derive.inputs import Inputs
from exposture.errors import CatalogError
from exposture.model.coverage import Status
from exposture.resources import datasets_root

Row = dict[str, Any]
SERVER_ROWS = {"server": "EX1", "target": "EX1"}
ORG_ROWS = {"target": "org"}


@lru_cache
def dataset(name: str) -> Dataset:
    path = Path(datasets_root() / f"{name}.yaml")
    return read_model(path.read_text(encoding="utf-8"), path, Dataset, CatalogError)


@lru_cache
def facts() -> Facts:
    return load_facts()


def table(name: str, rows: list[Row]) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=table_schema(dataset(name)))


def inputs(name: str, statuses: dict[tuple[str, str], Status] | None = None, **tables: list[Row]) -> Inputs:
    """Return inputs; without statuses each given table is ok at the targets of its rows."""
    seen = {(source, row["target"]): Status.OK for source, rows in tables.items() for row in rows}
    made = {source: table(source, rows) for source, rows in tables.items()}
    return Inputs(dataset=dataset(name), tables=made, facts=facts().tables, statuses=seen if statuses is None else statuses)


def version(text: str) -> Row:
    major, minor, build, revision = (int(part) for part in text.split("."))
    return {"major": major, "minor": minor, "build": build, "revision": revision, "text": text}


def on_server(**columns: Any) -> Row:
    return SERVER_ROWS | columns


def in_org(**columns: Any) -> Row:
    return ORG_ROWS | columns
