"""The headers of a tar, walked one by one in bounded memory: what entries there are, where their bytes begin, and where it ends.

`tarfile` reads one header block; what lies around it is walked here, because `TarFile` loads a header extension of any size
into memory, believes a second size in it, and stops without a word at a block that is damaged.

Source: POSIX.1-2017, pax, "ustar Interchange Format" and "pax Extended Header"; GNU tar manual, "Basic Tar Format".
"""

from __future__ import annotations

import tarfile
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Protocol

from exposture.bundle.limits import BundleLimits, beyond_entries, beyond_total
from exposture.errors import Location, UnsafeArchiveError

BLOCK = 512
STEP_BYTES = 128 * 1024
MAX_EXTENSION_BYTES = 1024 * 1024
MAX_EXTENSIONS = 8
SIZE_FITS_HEADER = 8 * 1024**3
NAMED_BY = {
    tarfile.XHDTYPE: "pax",
    tarfile.SOLARIS_XHDTYPE: "pax",
    tarfile.XGLTYPE: "global",
    tarfile.GNUTYPE_LONGNAME: "name",
    tarfile.GNUTYPE_LONGLINK: "link",
}
# Where a header of an old GNU sparse file says that another block of its map follows, and where that block says so.
MAP_GOES_ON, MAP_GOES_FURTHER = 482, 504


class Sort(StrEnum):
    """What an entry is."""

    FILE = "file"
    FOLDER = "folder"
    LINK = "link"
    DEVICE = "device"
    SPARSE = "sparse"
    ODD = "odd"


SORTS = {
    tarfile.REGTYPE: Sort.FILE,
    tarfile.AREGTYPE: Sort.FILE,
    tarfile.CONTTYPE: Sort.FILE,
    tarfile.DIRTYPE: Sort.FOLDER,
    tarfile.SYMTYPE: Sort.LINK,
    tarfile.LNKTYPE: Sort.LINK,
    tarfile.CHRTYPE: Sort.DEVICE,
    tarfile.BLKTYPE: Sort.DEVICE,
    tarfile.FIFOTYPE: Sort.DEVICE,
    tarfile.GNUTYPE_SPARSE: Sort.SPARSE,
}


class Source(Protocol):
    """Unpacked bytes, forwards; raises EOFError, OSError or zlib.error where they cannot be had."""

    @property
    def offset(self) -> int:
        """How many bytes were read."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One entry as its headers say it; its `size_bytes` bytes begin at `start`, and `is_cut` says that they are not all there."""

    name: str
    sort: Sort
    size_bytes: int
    start: int
    is_cut: bool = False


@dataclass(slots=True, kw_only=True)
class Listing:
    """The entries in order; `fault` says what ended the list before its end mark."""

    members: list[Member] = field(default_factory=list)
    fault: str = ""


@dataclass(slots=True, kw_only=True)
class Extension:
    """What headers in front of an entry's own say about it; null where they say nothing."""

    count: int = 0
    name: str | None = None
    size: int | None = None
    is_sparse: bool = False


def is_header(block: bytes) -> bool:
    """Return whether a block is a header of a tar: its checksum fits."""
    try:
        tarfile.TarInfo.frombuf(block, "utf-8", "replace")
    except (tarfile.HeaderError, ValueError):
        return False
    return True


def up_to(source: Source, size: int) -> bytes:
    """Return so many bytes, fewer only where the source ends."""
    parts: list[bytes] = []
    while size and (part := source.read(min(size, STEP_BYTES))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def pax_records(data: bytes, where: Location) -> dict[str, str]:
    """Return what a pax extended header says.

    Raises:
        UnsafeArchiveError: it does not follow the grammar, or says one thing twice.
    """
    found: dict[str, str] = {}
    while data.strip(b"\0"):
        length, _, rest = data.partition(b" ")
        size = int(length) if length.isdigit() and len(length) < 8 else 0
        record = rest[: max(size - len(length) - 1, 0)]
        key, equals, value = record.partition(b"=")
        name = key.decode("utf-8", "replace")
        if size > len(data) or not equals or not value.endswith(b"\n") or name in found:
            raise UnsafeArchiveError("a pax header is no list of different words with their values", where=where)
        found[name] = value[:-1].decode("utf-8", "replace")
        data = data[size:]
    return found


class Walker:
    """Goes through the headers of a tar."""

    def __init__(self, source: Source, limits: BundleLimits, where: Location) -> None:
        self._source = source
        self._limits = limits
        self._where = where
        self._total = 0
        self.listing = Listing()

    def walk(self, block: bytes) -> Listing:
        """Return the entries; `block` is the first header, which was read already.

        Raises:
            UnsafeArchiveError: more entries or bytes than the limit, or headers that contradict each other.
            OSError, zlib.error: the source is damaged. One that ends early (EOFError) ends the list, which says so.
        """
        try:
            self._walk(block)
        except EOFError as error:
            self.listing.fault = f"the archive is cut at byte {self._source.offset}: {error}; copy it again"
        return self.listing

    def _walk(self, block: bytes) -> None:
        extension = Extension()
        while block.strip(b"\0"):
            try:
                header = tarfile.TarInfo.frombuf(block, "utf-8", "replace")
            except (tarfile.HeaderError, ValueError) as error:
                self.listing.fault = f"the header at byte {self._source.offset - len(block)} is damaged: {error}; copy the archive again"
                return
            if header.size < 0:
                raise self._unsafe(f"{header.name[:80]!r} has a size below zero")
            if header.type in NAMED_BY:
                self._extend(header, extension)
            else:
                self._take(header, block, extension)
                extension = Extension()
            block = up_to(self._source, BLOCK)
        if not block:
            raise EOFError("it has no end mark")

    def _unsafe(self, message: str) -> UnsafeArchiveError:
        return UnsafeArchiveError(message, where=self._where)

    def _extend(self, header: tarfile.TarInfo, extension: Extension) -> None:
        """Read a header that speaks of the entry behind it, or of all of them."""
        extension.count += 1
        if header.size > MAX_EXTENSION_BYTES or extension.count > MAX_EXTENSIONS:
            raise self._unsafe(f"an entry has a header of {header.size} bytes, or more than {MAX_EXTENSIONS} of them; that is a fixed limit")
        data = up_to(self._source, header.size)
        self._skip(header.size - len(data) + -header.size % BLOCK)
        match NAMED_BY[header.type]:
            case "name":
                extension.name = data.partition(b"\0")[0].decode("utf-8", "replace")
            case "pax":
                self._extend_pax(pax_records(data, self._where), extension)
            case "global" if {"path", "size"} & pax_records(data, self._where).keys():
                raise self._unsafe("a header names or sizes every entry of the archive")

    def _extend_pax(self, records: dict[str, str], extension: Extension) -> None:
        extension.is_sparse = any(key.startswith("GNU.sparse.") for key in records)
        extension.name = records.get("GNU.sparse.name", records.get("path", extension.name))
        if (size := records.get("size")) is not None:
            if not (size.isascii() and size.isdigit() and len(size) < 20):
                raise self._unsafe(f"a pax header says the size {size[:40]!r}")
            extension.size = int(size)

    def _take(self, header: tarfile.TarInfo, block: bytes, extension: Extension) -> None:
        name = header.name if extension.name is None else extension.name
        size = header.size if extension.size is None else extension.size
        if size != header.size and size < SIZE_FITS_HEADER:
            raise self._unsafe(f"{name[:80]!r} has two sizes, {header.size} and {size}; which of them holds is unknown")
        sort = Sort.SPARSE if extension.is_sparse else SORTS.get(header.type, Sort.ODD)
        if size and sort in {Sort.FOLDER, Sort.LINK, Sort.DEVICE}:
            raise self._unsafe(f"{name[:80]!r} is a {sort.value} with data; readers differ over what follows")
        self._skip_map(header, block)
        self._add(Member(name=name, sort=sort, size_bytes=size, start=self._source.offset))

    def _add(self, member: Member) -> None:
        """Judge an entry by what its header says, before a byte of it is read; then go past it."""
        members, limits = self.listing.members, self._limits
        members.append(member)
        self._total += member.size_bytes
        if len(members) > limits.max_entries:
            raise self._unsafe(beyond_entries(limits.max_entries, str(len(members))))
        if self._total > limits.max_total_bytes:
            raise self._unsafe(beyond_total(limits.max_total_bytes, str(self._total)))
        try:
            self._skip(member.size_bytes)
        except EOFError:
            members[-1] = replace(member, is_cut=True)
            raise
        self._skip(-member.size_bytes % BLOCK)

    def _skip_map(self, header: tarfile.TarInfo, block: bytes) -> None:
        goes_on = header.type == tarfile.GNUTYPE_SPARSE and block[MAP_GOES_ON]
        while goes_on:
            more = up_to(self._source, BLOCK)
            goes_on = len(more) == BLOCK and more[MAP_GOES_FURTHER]

    def _skip(self, size: int) -> None:
        while size:
            taken = len(self._source.read(min(size, STEP_BYTES)))
            if not taken:
                raise EOFError("it ends inside an entry")
            size -= taken
