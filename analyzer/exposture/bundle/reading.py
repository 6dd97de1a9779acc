"""One file: its bytes, its records, and the typed rows that datasets take out of them.

A fault in a file ends that file and nothing else: what stood before it is kept, and the fault's text says where it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from exposture.bundle.attribution import COMPUTER_NAMES, computers_named
from exposture.bundle.container import Container, Entry
from exposture.bundle.entry_file import EntryFile
from exposture.bundle.limits import BundleLimits
from exposture.bundle.spill import Spill
from exposture.bundle.typed_rows import TypedRows
from exposture.catalog.dataset import Dataset, Source, Target
from exposture.catalog.load import Catalog
from exposture.catalog.networks import SpecialNetworks
from exposture.catalog.recognise import Recogniser, recogniser
from exposture.catalog.rows import RowReader, row_reader
from exposture.errors import BundleError, ClixmlError, CsvError
from exposture.ingest.clixml import Projection, read_clixml
from exposture.ingest.csv import read_csv
from exposture.ingest.formats import Format
from exposture.model.values import Item, Note, Record

Progress = Callable[[int, int, str], None]
"""Called with a file's number from 1, the number of files of its input, and its path."""
DOMAIN_CONTROLLER = "OriginatingServer"
NAMES_OF_COMPUTERS = frozenset(name.casefold() for name in (*COMPUTER_NAMES, DOMAIN_CONTROLLER))


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """What every file of one `open_bundle` is read with; `readers` keeps a source's parsed paths from file to file."""

    catalog: Catalog
    networks: SpecialNetworks | None
    limits: BundleLimits
    recogniser: Recogniser
    progress: Progress | None = None
    spill: Spill | None = None
    ahead: ReaderAhead | None = None
    readers: dict[tuple[str, str], RowReader] = field(default_factory=dict)

    def reader(self, dataset: Dataset, source: Source) -> RowReader:
        """Return the reader of a source, made once."""
        key = (dataset.name, source.id)
        if key not in self.readers:
            self.readers[key] = row_reader(dataset, source, self.networks)
        return self.readers[key]

    def begin(self, container: Container, works: Sequence[tuple[Entry, Work]]) -> None:
        """Let the entries of a container be read ahead, where somebody does that."""
        if self.ahead is not None:
            self.ahead.begin(container, works)

    def got(self, container: Container, entry: Entry, work: Work) -> Got:
        """Return what came of an entry."""
        found = None if self.ahead is None else self.ahead.got(container, entry)
        return read_entry(container, entry, self, work) if found is None else found

    def report(self, number: int, total: int, path: str) -> None:
        """Tell the caller how far the reading is."""
        if self.progress is not None:
            self.progress(number, total, path)


@dataclass(slots=True, kw_only=True)
class Batch:
    """The rows that one source of a dataset took out of one file, with the computers that each row's record names (where that matters)."""

    dataset: Dataset
    source: Source
    rows: TypedRows
    computers: list[tuple[str, ...]] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Reading:
    """What became of one file: `fault` is the text of what ended it, `controllers` the domain controllers that its records name.

    `lost` is the text of why the container could not give the file's bytes; what was read of them then counts for nothing.
    """

    batches: list[Batch] = field(default_factory=list)
    records: int = 0
    fault: str | None = None
    lost: str | None = None
    notes: list[Note] = field(default_factory=list)
    controllers: set[str] = field(default_factory=set)
    projection: Projection = field(default_factory=Projection)
    size_bytes: int | None = None

    def end(self, error: BundleError) -> None:
        """Note what ended the reading: a fault of the file, or of what holds it."""
        if isinstance(error, ClixmlError | CsvError):
            self.fault = str(error)
        else:
            self.lost, self.batches = str(error), []


def new_session(
    catalog: Catalog,
    networks: SpecialNetworks | None,
    limits: BundleLimits,
    progress: Progress | None = None,
    spill: Spill | None = None,
    ahead: ReaderAhead | None = None,
) -> Session:
    """Return a session with the catalog's index of recognition."""
    return Session(catalog=catalog, networks=networks, limits=limits, recogniser=recogniser(catalog), progress=progress, spill=spill, ahead=ahead)


@dataclass(slots=True, kw_only=True)
class Got:
    """What came of one entry: its hash and size where it could be opened, else the fault's text; `extra` is what its work adds."""

    reading: Reading
    extra: object = None
    sha256: str = ""
    size_bytes: int = 0
    fault: str = ""


class Work(Protocol):
    """What takes the rows out of an entry, in whichever process: it can be pickled."""

    def __call__(self, held: EntryFile, session: Session, /) -> tuple[Reading, object]:
        """Return what was read, and what else is to be known."""


class ReaderAhead(Protocol):
    """What reads entries before they are asked for."""

    def begin(self, container: Container, works: Sequence[tuple[Entry, Work]]) -> None:
        """Start with those of a container that are worth it."""

    def got(self, container: Container, entry: Entry) -> Got | None:
        """Return what was read, None where nothing was."""


def read_entry(container: Container, entry: Entry, session: Session, work: Work) -> Got:
    """Open an entry, do the work, and read to the end for the hash."""
    held, fault = opened_entry(container, entry)
    if held is None:
        return Got(reading=Reading(), fault=fault)
    reading, extra = work(held, session)
    for batch in reading.batches:
        batch.rows.pack()
    sha256, size_bytes = whole_of(held, reading)
    return Got(reading=reading, extra=extra, sha256=sha256, size_bytes=size_bytes, fault=reading.lost or "")


def opened_entry(container: Container, entry: Entry) -> tuple[EntryFile | None, str]:
    """Return a file (None where its bytes cannot be had) and the fault's text."""
    try:
        return EntryFile(container, entry), ""
    except BundleError as error:
        return None, str(error)


def whole_of(file: EntryFile, reading: Reading) -> tuple[str, int]:
    """Return a file's sha256 and size, after its reading; where its end cannot be had the reading is lost."""
    try:
        return file.whole()
    except BundleError as error:
        reading.end(error)
        return "", 0


def records_of(file: EntryFile, kind: Format, path: str, session: Session, reading: Reading, *, is_ours: bool = False) -> Iterator[Record]:
    """Return the records of an export; notes about it go into the reading.

    `is_ours` says that the collector wrote a CSV, with lists in its own encoding; else the header decides.
    """
    limits, note = session.limits.file, reading.notes.append
    reading.size_bytes = file.content.size_bytes
    if kind is Format.CLIXML:
        return read_clixml(file.content, path=path, limits=limits, note=note, projection=reading.projection)
    return read_csv(file.content, path=path, limits=limits, note=note, encoded=True if is_ours else None)


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
        reading.end(error)
    return head


def read_rows(
    records: Iterable[Record], matches: Sequence[tuple[Dataset, Source]], session: Session, reading: Reading, *, is_loose: bool = False
) -> None:
    """Fill the reading's batches, one for each source, until the records end or a fault does.

    Only the records of loose exports are asked which computers they name: a manifest says whose the others are.
    """
    pairs = [(_batch(dataset, source, session, reading), session.reader(dataset, source)) for dataset, source in matches]
    reading.batches += [batch for batch, _ in pairs]
    reading.projection.names = _wanted([reader for _, reader in pairs])
    try:
        for record in records:
            reading.records += 1
            if is_loose and isinstance(record.value, Item) and isinstance(name := record.value.get(DOMAIN_CONTROLLER), str):
                reading.controllers.add(name)
            for batch, reader in pairs:
                _take(record, batch, reader, is_loose=is_loose)
    except BundleError as error:
        reading.end(error)


def _batch(dataset: Dataset, source: Source, session: Session, reading: Reading) -> Batch:
    return Batch(dataset=dataset, source=source, rows=TypedRows(dataset, source, session.spill, of_bytes=reading.size_bytes))


def _wanted(readers: Sequence[RowReader]) -> frozenset[str] | None:
    """Return the properties that anybody asks a record for; None where that may be any."""
    names = [reader.wanted() for reader in readers]
    known = [found for found in names if found is not None]
    return NAMES_OF_COMPUTERS.union(*known) if len(known) == len(names) else None


def _take(record: Record, batch: Batch, reader: RowReader, *, is_loose: bool) -> None:
    has_owner = is_loose and has_own_owner(batch.source)
    computers = computers_named(record.value, batch.dataset) if has_owner else ()
    for row in reader.read(record):
        batch.rows.add(row)
        if has_owner:
            batch.computers.append(computers)


def has_own_owner(source: Source) -> bool:
    """Tell whether each record of a source may belong to another computer, so that the names in it matter."""
    return source.target in {Target.SERVER, Target.DC}
