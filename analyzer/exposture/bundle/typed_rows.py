"""The typed rows that one source of a dataset took out of one file, held as Arrow and no longer as objects.

A row is converted as it comes; what its place in the bundle decides (target, server, key) is added when all files are known.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import pyarrow as pa

from exposture.bundle.spill import SPILL_ABOVE_BYTES, Spill, mapped, write_table
from exposture.catalog.dataset import Dataset, Source, Target
from exposture.catalog.rows import Row, key_of
from exposture.catalog.types import RESERVED, table_schema
from exposture.errors import ClixmlError, Location
from exposture.model.coverage import Conversion

ROWS_A_BATCH = 1_000
CONVERSIONS_AT_MOST = 10_000
WEIGHT_RATIO = 16
WEIGHT_FREE = 1_000_000
WEIGHT_A_BATCH = 16_000_000
PACKED_AT_MOST = 64 * 1024
OWN = (pa.field("#server", pa.string()), pa.field("#own_key", pa.string()), pa.field("#index", pa.int64()), pa.field("#part", pa.int64()))
RESERVED_NAMES = frozenset(name for name, _ in RESERVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What one row says of itself: the server it names, its key without the server's prefix, its place in its file."""

    server: str | None
    own_key: str | None
    index: int
    part: int


class TypedRows:
    """Rows of one file, in its order. `source_file` is "" as long as there is none.

    `of_bytes` is the size of the file: its rows may weigh a few times as much. References let a small file name one big value
    again and again, and each row has a value of its own.
    """

    def __init__(self, dataset: Dataset, source: Source, spill: Spill | None = None, *, of_bytes: int | None = None) -> None:
        self.dataset = dataset
        self.source_file = ""
        self.conversions: list[Conversion] = []
        self.unlisted_conversions = 0
        self.count = 0
        self._is_server_scope = source.target in {Target.SERVER, Target.DC}
        self._spill = spill
        self._schema = _held_schema(table_schema(dataset))
        self._waiting: list[Row] = []
        self._batches: list[pa.RecordBatch] = []
        self._packed: list[bytes] = []
        self._spilled: list[pa.Table] = []
        self._away: Path | None = None
        self._held_bytes = 0
        self._weight = 0
        self._flushed = 0
        self._at_most = None if of_bytes is None else WEIGHT_FREE + WEIGHT_RATIO * of_bytes

    def add(self, row: Row) -> None:
        """Take the next row.

        Raises:
            ClixmlError: the rows weigh too much for their file.
        """
        self._weigh(row)
        self.source_file = row.source_file
        self.count += 1
        self._waiting.append(row)
        if row.failures:
            self._list_conversions(row)
        if len(self._waiting) >= ROWS_A_BATCH or self._weight - self._flushed > WEIGHT_A_BATCH:
            self._flush()

    def _weigh(self, row: Row) -> None:
        self._weight += row.weight
        if self._at_most is not None and self._weight > self._at_most:
            message = f"references repeat values until the rows weigh more than {self._at_most} bytes, {WEIGHT_RATIO} times the file"
            raise ClixmlError(message, where=Location(path=row.source_file))

    def _list_conversions(self, row: Row) -> None:
        room = CONVERSIONS_AT_MOST - len(self.conversions)
        found = row.conversions(self.dataset.name)
        self.conversions += found[:room]
        self.unlisted_conversions += len(found[room:]) if room < len(found) else 0

    def _flush(self) -> None:
        rows, self._waiting = self._waiting, []
        self._flushed = self._weight
        own: list[pa.Array[Any]] = [
            pa.array([row.server for row in rows], pa.string()),
            pa.array([row.own_key for row in rows], pa.string()),
            pa.array([row.index for row in rows], pa.int64()),
            pa.array([row.part for row in rows], pa.int64()),
        ]
        declared = [pa.array([row.values.get(field.name) for row in rows], type=field.type) for field in list(self._schema)[len(OWN) :]]
        batch = pa.RecordBatch.from_arrays([*own, *declared], schema=self._schema)
        self._batches.append(batch)
        self._held_bytes += batch.nbytes
        if self._spill is not None and self._held_bytes > self._spill.above_bytes:
            self._spilled.append(self._spill.put(self._batches, self._schema))
            self._batches, self._held_bytes = [], 0

    def table(self) -> pa.Table:
        """Return the declared columns of all rows, with `#server #own_key #index #part` in front."""
        if self._waiting:
            self._flush()
        if self._away is not None:
            self._spilled, self._away = [mapped(self._away)], None
        packed = [pa.ipc.read_record_batch(pa.py_buffer(message), self._schema) for message in self._packed]
        return pa.concat_tables([*self._spilled, pa.Table.from_batches([*packed, *self._batches], schema=self._schema)])

    def pack(self) -> None:
        """Hold few rows as Arrow's own message: as a table of forty columns they take ten times that."""
        table = self.table()
        if table.nbytes <= PACKED_AT_MOST:
            self._packed, self._batches, self._spilled = [batch.serialize().to_pybytes() for batch in table.to_batches()], [], []

    def put_away(self, path: Path) -> None:
        """Move the rows to a file, from which they are taken when somebody asks for them, in whichever process.

        Raises:
            OSError: the file cannot be written.
        """
        table = self.table()
        if table.num_rows:
            write_table(path, table.to_batches(), self._schema)
            self._away = path
        self._spill, self._batches, self._spilled = None, [], []

    def __getstate__(self) -> dict[str, Any]:
        """Pickle what has been read, in as few objects as can be: the tables as Arrow's own messages."""
        packed = self._packed
        if self._away is None and (self._waiting or self._batches or self._spilled):
            packed = [batch.serialize().to_pybytes() for batch in self.table().to_batches()]
        state = dict(vars(self)) | {"_spill": None, "_batches": [], "_spilled": [], "_packed": packed}
        del state["_schema"]
        return state

    def __setstate__(self, state: dict[str, Any]) -> None:
        vars(self).update(state)
        self._schema = _held_schema(table_schema(self.dataset))

    def known(self) -> Iterator[Known]:
        """Yield what each row says of itself."""
        own = self.table().select([field.name for field in OWN])
        for batch in own.to_batches(max_chunksize=ROWS_A_BATCH):
            columns = [batch.column(place).to_pylist() for place in range(len(OWN))]
            for server, own_key, index, part in zip(*columns, strict=True):
                yield Known(server=server, own_key=own_key, index=index, part=part)

    def servers(self) -> set[str]:
        """Return the servers that rows name."""
        return set(self.table().column("#server").unique().to_pylist()) - {None}

    def key(self, known: Known, server: str | None) -> str:
        """Return the canonical key that a row has at a server."""
        return key_of(known.own_key, server, self.source_file, known.index, known.part, is_server_scope=self._is_server_scope)


@lru_cache(maxsize=1_024)
def _held_schema(schema: pa.Schema) -> pa.Schema:
    """Return the schema of rows that no place was given yet, one for all files of a dataset."""
    return pa.schema([*OWN, *(field for field in schema if field.name not in RESERVED_NAMES)])


@dataclass(slots=True, kw_only=True)
class Placed:
    """Rows of one file that belong to one (dataset, target): which of them, with the server and the key of each."""

    rows: TypedRows
    places: list[int]
    servers: list[str | None]
    keys: list[str]

    def without(self, is_kept: Callable[[str], bool]) -> Placed:
        """Return those whose key is kept."""
        kept = [place for place, key in enumerate(self.keys) if is_kept(key)]
        return Placed(
            rows=self.rows,
            places=[self.places[place] for place in kept],
            servers=[self.servers[place] for place in kept],
            keys=[self.keys[place] for place in kept],
        )

    def conversions(self) -> list[Conversion]:
        """Return what did not convert in these rows."""
        if len(self.places) == self.rows.count:
            return self.rows.conversions
        indexes = set(self.rows.table().column("#index").take(pa.array(self.places, pa.int64())).to_pylist())
        return [conversion for conversion in self.rows.conversions if conversion.object_index in indexes]

    def table(self, target: str) -> pa.Table:
        """Return the rows with the full schema of their dataset."""
        held = self.rows.table()
        if len(self.places) != held.num_rows:
            held = held.take(pa.array(self.places, pa.int64()))
        count = held.num_rows
        reserved: dict[str, Any] = {
            "server": pa.array(self.servers, pa.string()),
            "target": pa.repeat(pa.scalar(target, pa.string()), count),
            "key": pa.array(self.keys, pa.string()),
            "source_file": pa.repeat(pa.scalar(self.rows.source_file or None, pa.string()), count),
            "object_index": held.column("#index"),
        }
        schema = table_schema(self.rows.dataset)
        return pa.Table.from_arrays([reserved[name] if name in reserved else held.column(name) for name in schema.names], schema=schema)


def placed_at(rows: TypedRows, server_at: Callable[[str | None], str | None]) -> Placed:
    """Return all rows of a file as those of one target; `server_at` says the server of a row that names one or none."""
    known = list(rows.known())
    servers = [server_at(one.server) for one in known]
    keys = [rows.key(one, server) for one, server in zip(known, servers, strict=True)]
    return Placed(rows=rows, places=list(range(len(known))), servers=servers, keys=keys)


def joined(pieces: Sequence[tuple[Placed, str]], dataset: Dataset) -> pa.Table:
    """Return the table of a dataset: pieces, each at its target, in their order. Many small ones become one, which takes far less memory."""
    if not pieces:
        return table_schema(dataset).empty_table()
    table = pa.concat_tables([piece.table(target) for piece, target in pieces])
    return table.combine_chunks() if table.nbytes <= SPILL_ABOVE_BYTES else table
