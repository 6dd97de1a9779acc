"""What SQL sees beside the datasets: fact tables with their dates, site answers, parameters, and what was collected."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date

import pyarrow as pa

from exposture.engine.ground import Ground, State

COLLECTED = pa.schema(
    [
        pa.field("dataset", pa.string(), nullable=False),
        pa.field("target", pa.string(), nullable=False),
        pa.field("status", pa.string(), nullable=False),
        pa.field("is_known", pa.bool_(), nullable=False),
    ]
)
KNOWN = frozenset({State.COLLECTED, State.GONE})


def collected_table(datasets: Iterable[str], ground: Ground) -> pa.Table:
    """Return the table `collected(dataset, target, status, is_known)`, one row per expected or collected pair, sorted.

    `is_known` is true where nothing can be missing: `ok`, `empty`, `not-applicable`.
    """
    lines = [ground.line(dataset, target) for dataset in sorted(datasets) for target in ground.targets(dataset)]
    rows = [
        {"dataset": line.dataset, "target": line.target, "status": str(line.status), "is_known": ground.state(line.dataset, line.target) in KNOWN}
        for line in lines
    ]
    return pa.Table.from_pylist(rows, schema=COLLECTED)


def with_prefix(prefix: str, tables: Mapping[str, pa.Table], wanted: Collection[str] | None) -> dict[str, pa.Table]:
    """Return the tables that are wanted (None: all), by their name in SQL; a name that has the prefix keeps it."""
    named = {name if name.startswith(prefix) else f"{prefix}{name}": table for name, table in tables.items()}
    return {name: table for name, table in named.items() if wanted is None or name in wanted}


def data_dates(dates: Mapping[str, date], max_age_days: Mapping[str, int | None]) -> pa.Table:
    """Return the table `data_dates(name, data_date, max_age_days)`: up to which day each fact table was compiled, and when it is too old."""
    names = sorted(dates)
    return pa.table(
        {
            "name": pa.array(names, pa.string()),
            "data_date": pa.array([dates[name] for name in names], pa.date32()),
            "max_age_days": pa.array([max_age_days.get(name) for name in names], pa.int64()),
        }
    )
