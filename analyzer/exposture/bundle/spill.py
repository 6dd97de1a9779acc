"""Big tables outside of memory: Arrow files in a work folder, mapped back, so that above they are tables like any other."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import pyarrow as pa

SPILL_ABOVE_BYTES = 64 * 1024 * 1024


class Spill:
    """A folder that takes tables; it is made with the first of them. Whoever gave it takes it away."""

    def __init__(self, folder: Path, above_bytes: int = SPILL_ABOVE_BYTES) -> None:
        self.folder = folder
        self.above_bytes = above_bytes
        self._count = 0

    def put(self, batches: Sequence[pa.RecordBatch], schema: pa.Schema) -> pa.Table:
        """Write batches and return them as a table that lies in the file.

        Raises:
            OSError: the folder cannot be made or written.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / f"{self._count:06}.arrow"
        self._count += 1
        write_table(path, batches, schema)
        return mapped(path)


def write_table(path: Path, batches: Sequence[pa.RecordBatch], schema: pa.Schema) -> None:
    """Write batches to an Arrow file.

    Raises:
        OSError: it cannot be written.
    """
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, schema) as writer:
        for batch in batches:
            writer.write_batch(batch)


def mapped(path: Path) -> pa.Table:
    """Return the table of an Arrow file, which stays outside of memory; the file is nobody else's any more."""
    table = pa.ipc.open_file(pa.memory_map(str(path))).read_all()
    if os.name == "posix":
        path.unlink()  # what is mapped stays readable, and nothing is left whatever becomes of us
    return table
