"""A tar, packed by gzip or not, and a single file packed by gzip: judged in one pass, then read entry by entry.

The pass unpacks everything once and keeps nothing but the list of entries and a bounded number of places to go on from
(`gzip_reader`), so reading costs at most twice the unpacking, in whatever order, and memory does not grow with the archive.
What is refused, and how much of it:

- The whole archive (UnsafeArchiveError): more entries or unpacked bytes than the limit, growth beyond the ratio (both counted
  while unpacking, whatever the headers say), names that leave it or fall together, headers that contradict each other.
- The whole archive (BundleError): gzip's data or checksum is damaged. A tar has no checksum of its entries, so which of them
  is hurt is unknown.
- The rest of it (one line): what follows a damaged header or the cut end of the archive; entries wholly before it are read.
- One entry: links and devices are passed over; sparse files, odd types and files larger than one may be are unreadable.

Bytes after the end mark are counted and said, not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol

from exposture.bundle.container import Container, Entry, PassedOver
from exposture.bundle.entry_names import by_safe_name
from exposture.bundle.entry_stream import EntryStream, buffered, reason
from exposture.bundle.gzip_reader import GZIP_FAULTS, GzipIndex
from exposture.bundle.limits import BundleLimits, beyond_file
from exposture.bundle.signatures import Kind, kind_at
from exposture.bundle.tar_headers import BLOCK, STEP_BYTES, Listing, Member, Sort, Walker, is_header, up_to
from exposture.errors import BundleError, Location
from exposture.model.coverage import FileState

GZ = re.compile(r"\.gz$", re.IGNORECASE)
WORDS = {
    Sort.LINK: (FileState.PASSED_OVER, "a link in the archive is not followed"),
    Sort.DEVICE: (FileState.PASSED_OVER, "a device or pipe in the archive is not read"),
    Sort.SPARSE: (FileState.UNREADABLE, "a sparse file; pack it again without --sparse"),
    Sort.ODD: (FileState.UNREADABLE, "an entry of a type that is not read"),
}


class Reader(Protocol):
    """A place in the unpacked bytes."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end."""


class Source(Protocol):
    """The unpacked bytes of an archive: one pass forwards, then readers anywhere."""

    @property
    def offset(self) -> int:
        """How far the pass is."""

    @property
    def after(self) -> int:
        """How many bytes of the file follow what the pass went through, once it is at its end."""

    def read(self, size: int, /) -> bytes:
        """Go on with the pass."""

    def at(self, offset: int) -> AbstractContextManager[Reader]:
        """Hold a reader at a byte of what the pass went through."""


class PlainFile:
    """A file that is not packed, as a source; readers share it."""

    after = 0

    def __init__(self, file: BinaryIO, offset: int = 0) -> None:
        self._file = file
        self.offset = offset

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end."""
        self._file.seek(self.offset)
        data = self._file.read(size)
        self.offset += len(data)
        return data

    def at(self, offset: int) -> AbstractContextManager[PlainFile]:
        """Hold a reader at a byte."""
        return nullcontext(PlainFile(self._file, offset))


@dataclass(slots=True)
class Span:
    """The bytes of one entry."""

    reader: Reader
    left: int

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the entry's end."""
        data = self.reader.read(min(size, self.left)) if self.left else b""
        self.left -= len(data)
        return data


def claims(path: Path) -> bool:
    """Return whether the path is a file that begins as gzip or a tar does."""
    return kind_at(path) in {Kind.GZIP, Kind.TAR}


@contextmanager
def opened(path: Path, limits: BundleLimits) -> Iterator[Container]:
    """Judge an archive and offer its entries.

    Raises:
        BundleError, UnsafeArchiveError: see the head of this module.
    """
    where = Location(path=str(path))
    is_packed = kind_at(path) is Kind.GZIP
    with path.open("rb") as file:
        source: Source = GzipIndex(file, limits, where) if is_packed else PlainFile(file)
        try:
            first = up_to(source, BLOCK)
            listing = Walker(source, limits, where).walk(first) if is_header(first) else _single(source, first, path.name, limits, where)
            ending = _ending(source, path.name, listing)
        except GZIP_FAULTS as error:
            raise BundleError(f"the archive is cut or damaged; which of its files is hurt is unknown: {reason(error)}", where=where) from error
        if not is_packed and not is_header(first):
            raise BundleError("the first header is damaged; copy the archive again", where=where)
        yield _container(path.name, source, listing, ending, limits, where)


def _single(source: Source, first: bytes, name: str, limits: BundleLimits, where: Location) -> Listing:
    """Return the one file that gzip packed, under the archive's name without `.gz`; the name inside is not trusted."""
    size = len(first)
    while data := source.read(STEP_BYTES):
        size += len(data)
        if size > limits.file.max_file_bytes:
            raise BundleError(beyond_file(limits.file.max_file_bytes, "when unpacked "), where=where)
    return Listing(members=[Member(name=GZ.sub("", name) or name, sort=Sort.FILE, size_bytes=size, start=0)])


def _ending(source: Source, name: str, listing: Listing) -> tuple[PassedOver, ...]:
    """Go to the end, which holds gzip's checksum, and return what is to say about it."""
    follows = 0
    try:
        while not listing.fault and (data := source.read(STEP_BYTES)):
            follows += len(data.lstrip(b"\0"))
    except EOFError as error:
        listing.fault = f"the archive is cut: {error}; copy it again"
    if listing.fault:
        return (PassedOver(path=name, state=FileState.UNREADABLE, message=f"{listing.fault}; what follows is not read"),)
    if not (follows or source.after):
        return ()
    message = "bytes follow the end of the archive; they are not read"
    return (PassedOver(path=name, state=FileState.PASSED_OVER, message=message),)


def _container(name: str, source: Source, listing: Listing, ending: tuple[PassedOver, ...], limits: BundleLimits, where: Location) -> Container:
    members = by_safe_name(((member.name, member) for member in listing.members if member.sort is not Sort.FOLDER), where)
    barred = {path: line for path, member in members.items() if (line := _barred(path, member, limits)) is not None}
    return Container(
        name=name,
        entries=tuple(Entry(path=path, size_bytes=members[path].size_bytes) for path in sorted(members) if path not in barred),
        passed_over=(*(barred[path] for path in sorted(barred)), *ending),
        open=lambda path: _stream(source, members[path], path),
    )


def _barred(path: str, member: Member, limits: BundleLimits) -> PassedOver | None:
    if member.sort in WORDS:
        state, message = WORDS[member.sort]
    elif member.is_cut:
        state, message = FileState.UNREADABLE, "the archive is cut inside this file; copy it again"
    elif member.size_bytes > limits.file.max_file_bytes:
        state, message = FileState.UNREADABLE, beyond_file(limits.file.max_file_bytes, f"{member.size_bytes} bytes, ")
    else:
        return None
    return PassedOver(path=path, state=state, message=message)


@contextmanager
def _stream(source: Source, member: Member, path: str) -> Iterator[BinaryIO]:
    with ExitStack() as stack:
        try:
            reader = stack.enter_context(source.at(member.start))
        except GZIP_FAULTS as error:
            raise BundleError(f"the entry cannot be read: {reason(error)}", where=Location(path=path)) from error
        span = Span(reader, member.size_bytes)
        yield buffered(EntryStream(span, path, at_most=member.size_bytes, declared=member.size_bytes, faults=GZIP_FAULTS))
