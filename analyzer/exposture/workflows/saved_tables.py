"""Keep the typed tables of a run as Parquet, one file a dataset, with what is known about their completeness."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from exposture.errors import UsageError
from exposture.model.estate import Estate
from exposture.workflows.outputs import check_outside
from exposture.workflows.report_set import LEFTOVERS, staged

SUFFIX = ".parquet"
COVERAGE = "coverage"
ROWS_A_GROUP = 65_536


def check_tables_folder(folder: Path, inputs: Sequence[Path]) -> None:
    """Refuse a place for tables before any work is done.

    Raises:
        UsageError: it is a file, lies in an input, or holds other things than tables.
    """
    check_outside(folder, inputs)
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder with --save-tables")
    others = sorted(_others(folder))
    if others:
        raise UsageError(f"the folder {folder} holds other things ({others[0]}); name an empty or a new one with --save-tables")


def _others(folder: Path) -> Iterator[str]:
    if folder.is_dir():
        yield from (entry.name for entry in folder.iterdir() if entry.suffix != SUFFIX and entry.name not in LEFTOVERS)


def save_tables(estate: Estate, folder: Path) -> int:
    """Write each table that has rows as `<dataset>.parquet`, and `coverage.parquet`; return their number. The folder changes as a whole.

    `coverage.parquet` has dataset, target, status, tier, message: string; rows: int64; files: list<string>.

    Raises:
        UsageError: another run is writing into the folder.
        OSError: the folder or a file cannot be written.
    """
    old = [entry.name for entry in folder.iterdir()] if folder.is_dir() else []
    tables = {name: table for name, table in sorted(estate.tables.items()) if table.num_rows}
    with staged(folder, [name for name in old if name.endswith(SUFFIX)]) as stage:
        for name, table in {**tables, COVERAGE: _coverage(estate)}.items():
            pq.write_table(table, stage / f"{name}{SUFFIX}", compression="zstd", row_group_size=ROWS_A_GROUP)
    return len(tables)


def _coverage(estate: Estate) -> pa.Table:
    rows = [
        {
            "dataset": line.dataset,
            "target": line.target,
            "status": line.status.value,
            "rows": line.rows,
            "tier": line.tier,
            "message": line.message,
            "files": list(line.files),
        }
        for line in estate.coverage
    ]
    text = pa.string()
    fields = [("dataset", text), ("target", text), ("status", text), ("rows", pa.int64()), ("tier", text), ("message", text)]
    return pa.Table.from_pylist(rows, schema=pa.schema([*fields, ("files", pa.list_(text))]))
