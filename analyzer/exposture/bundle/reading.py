"""One file: its bytes, its records, and the typed rows that datasets take out of them.

A fault in a file ends that file and nothing else: what stood before it is kept, and the fault's text says where it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from exposture.bundle.attribution import computers_named
from exposture.bundle.container import Container, Entry
from exposture.bundle.limits import BundleLimits
from exposture.catalog.dataset import Dataset, Source, Target
from exposture.catalog.load import Catalog
from exposture.catalog.networks import SpecialNetworks
from exposture.catalog.recognise import Recogniser, recogniser
from exposture.catalog.rows import Row, RowReader, row_reader
from exposture.errors import BundleError
from exposture.ingest.clixml import read_clixml
from exposture.ingest.csv import read_csv
from exposture.ingest.formats import Format
from exposture.model.values import Item, Note, Record

Progress = Callable[[int, int, str], None]
"""Called with a file's number from 1, the number of files of its input, and its path."""
DOMAIN_CONTROLLER = "OriginatingServer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What every file of one `open_bundle` is read with; `readers` keeps a source's parsed paths from file to file."""

    catalog: Catalog
    networks: SpecialNetworks | None
    limits: BundleLimits
    recogniser: Recogniser
    progress: Progress | None = None
    readers: dict[tuple[str, str], RowReader] = field(default_factory=dict)

    def reader(self, dataset: Dataset, source: Source) -> RowReader:
        """Return the reader of a source, made once."""
        key = (dataset.name, source.id)
        if key not in self.readers:
            self.readers[key] = row_reader(dataset, source, self.networks)
        return self.readers[key]

    def report(self, number: int, total: int, path: str) -> None:
        """Tell the caller how far the reading is."""
        if self.progress is not None:
            self.progress(number, total, path)


@dataclass(slots=True, kw_only=True)
class Batch:
    """The rows that one source of a dataset took out of one file, with the computers that each row's record names (where that matters)."""

    dataset: Dataset
    source: Source
    rows: list[Row] = field(default_factory=list)
    computers: list[tuple[str, ...]] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Reading:
    """What became of one file: `fault` is the text of what ended it, `controllers` the domain controllers that its records name."""

    batches: list[Batch] = field(default_factory=list)
    records: int = 0
    fault: str | None = None
    notes: list[Note] = field(default_factory=list)
    controllers: set[str] = field(default_factory=set)


def new_session(catalog: Catalog, networks: SpecialNetworks | None, limits: BundleLimits, progress: Progress | None = None) -> Session:
    """Return a session with the catalog's index of recognition."""
    return Session(catalog=catalog, networks=networks, limits=limits, recogniser=recogniser(catalog), progress=progress)


def read_entry(container: Container, entry: Entry) -> tuple[bytes | None, str, str]:
    """Return a file's bytes (None where they cannot be had), their sha256 and the fault's text."""
    try:
        content = container.read(entry.path)
    except BundleError as error:
        return None, "", str(error)
    return content, hashlib.sha256(content).hexdigest(), ""


def records_of(content: bytes, kind: Format, path: str, session: Session, reading: Reading, *, is_ours: bool = False) -> Iterator[Record]:
    """Return the records of an export; notes about it go into the reading.

    `is_ours` says that the collector wrote a CSV, with lists in its own encoding; else the header decides.
    """
    limits, note = session.limits.file, reading.notes.append
    if kind is Format.CLIXML:
        return read_clixml(content, path=path, limits=limits, note=note)
    return read_csv(content, path=path, limits=limits, note=note, encoded=True if is_ours else None)


def told(notes: Sequence[Note]) -> str:
    """Return what a file's notes say, shortened to the first of them."""
    if not notes:
        return ""
    more = f" (and {len(notes) - 1} more notes)" if len(notes) > 1 else ""
    return notes[0].message + more


def head_of(records: Iterator[Record], count: int, reading: Reading) -> list[Record]:
    """Return the first records; a fault among them is kept in the reading."""
    head: list[Record] = []
    try:
        for record in records:
            head.append(record)
            if len(head) == count:
                break
    except BundleError as error:
        reading.fault = str(error)
    return head


def read_rows(
    records: Iterable[Record], matches: Sequence[tuple[Dataset, Source]], session: Session, reading: Reading, *, is_loose: bool = False
) -> None:
    """Fill the reading's batches, one for each source, until the records end or a fault does.

    Only the records of loose exports are asked which computers they name: a manifest says whose the others are.
    """
    pairs = [(Batch(dataset=dataset, source=source), session.reader(dataset, source)) for dataset, source in matches]
    reading.batches += [batch for batch, _ in pairs]
    try:
        for record in records:
            reading.records += 1
            if is_loose and isinstance(record.value, Item) and isinstance(name := record.value.get(DOMAIN_CONTROLLER), str):
                reading.controllers.add(name)
            for batch, reader in pairs:
                _take(record, batch, reader, is_loose=is_loose)
    except BundleError as error:
        reading.fault = str(error)


def _take(record: Record, batch: Batch, reader: RowReader, *, is_loose: bool) -> None:
    has_owner = is_loose and batch.source.target in {Target.SERVER, Target.DC}
    computers = computers_named(record.value, batch.dataset) if has_owner else ()
    for row in reader.read(record):
        batch.rows.append(row)
        batch.computers.append(computers)
