"""A gzip file that is unpacked while it is read, from any place, in bounded time and memory.

The first pass goes through all of it, counts and judges, and keeps at most CHECKPOINTS copies of the unpacker's state (about
40 KiB each), evenly spread. A later reader starts at the nearest one, or goes on where the last one stopped: N entries in
any order cost N short walks and not N times the file. The readers share one open file and are for one thread.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Protocol, Self

from exposture.bundle.limits import BundleLimits, beyond_ratio, beyond_total
from exposture.errors import Location, UnsafeArchiveError

FEED_BYTES = 32 * 1024
STEP_BYTES = 128 * 1024
CHECKPOINTS = 512
SPACING_BYTES = 1024 * 1024
MAX_MEMBERS = 100_000
BEGINNING = b"\x1f\x8b"
WITH_HEADER_AND_TRAILER = 31
# What a reader raises where the data is cut (EOFError) or not what gzip writes.
GZIP_FAULTS = (EOFError, zlib.error, OSError)


class Inflater(Protocol):
    """What is used of zlib's decompression object, which has no public name."""

    @property
    def eof(self) -> bool:
        """Whether the member's end was reached and its checksum fits."""

    @property
    def unconsumed_tail(self) -> bytes:
        """What was fed and not taken, because enough came out."""

    @property
    def unused_data(self) -> bytes:
        """What was fed and lies after the end."""

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """Return at most so many bytes."""

    def copy(self) -> Self:
        """Return one of its own in the same state."""


@dataclass(slots=True, kw_only=True)
class GzipReader:
    """One place in a gzip file: `position` counts packed bytes, `offset` unpacked ones."""

    file: BinaryIO
    where: Location
    position: int = 0
    offset: int = 0
    members: int = 0
    inflater: Inflater | None = None

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end.

        Raises:
            GZIP_FAULTS: the data is cut or damaged.
            UnsafeArchiveError: it has too many members, one behind the other.
        """
        while (inflater := self._member()) is not None:
            self.file.seek(self.position)
            feed = self.file.read(FEED_BYTES)
            data = inflater.decompress(feed, size)
            self.position += len(feed) - len(inflater.unconsumed_tail) - len(inflater.unused_data)
            self.offset += len(data)
            if data:
                return data
            if not feed and not inflater.eof:
                raise EOFError("it ends before its end mark")
        return b""

    def _member(self) -> Inflater | None:
        """Return the member that goes on or begins here; zeros may lie between two."""
        if self.inflater is None or self.inflater.eof:
            self.file.seek(self.position)
            while (head := self.file.read(FEED_BYTES)) and not head.strip(b"\0"):
                pass
            head = head.lstrip(b"\0")
            self.position = self.file.tell() - len(head)
            if not head.startswith(BEGINNING):
                return None
            self.inflater, self.members = zlib.decompressobj(WITH_HEADER_AND_TRAILER), self.members + 1
            if self.members > MAX_MEMBERS:
                raise UnsafeArchiveError(f"more than {MAX_MEMBERS} gzip members, one behind the other; that is a fixed limit", where=self.where)
        return self.inflater

    def skip(self, size: int) -> None:
        """Go on by so many bytes.

        Raises:
            EOFError: fewer are left; otherwise as `read` does.
        """
        while size:
            taken = len(self.read(min(size, STEP_BYTES)))
            if not taken:
                raise EOFError("it ends inside an entry")
            size -= taken

    def copy(self) -> GzipReader:
        """Return a reader of its own at the same place."""
        inflater = None if self.inflater is None else self.inflater.copy()
        return GzipReader(file=self.file, where=self.where, position=self.position, offset=self.offset, members=self.members, inflater=inflater)


class GzipIndex:
    """The first pass over a gzip file, judged at each step; then readers that begin anywhere in what it passed."""

    def __init__(self, file: BinaryIO, limits: BundleLimits, where: Location) -> None:
        self._pass = GzipReader(file=file, where=where)
        self._limits = limits
        self._where = where
        self._spacing = SPACING_BYTES
        self._kept = [self._pass.copy()]
        self._left: GzipReader | None = None

    @property
    def offset(self) -> int:
        """Return how many unpacked bytes the first pass has gone."""
        return self._pass.offset

    @property
    def after(self) -> int:
        """Return how many packed bytes follow the last member, once the pass is at its end."""
        return self._pass.file.seek(0, 2) - self._pass.position

    def read(self, size: int, /) -> bytes:
        """Go on with the first pass and return what it finds.

        Raises:
            GZIP_FAULTS: the data is cut or damaged.
            UnsafeArchiveError: more comes out than the limits allow.
        """
        data = self._pass.read(min(size, STEP_BYTES))
        self._judge()
        if self.offset - self._kept[-1].offset >= self._spacing:
            self._kept.append(self._pass.copy())
            if len(self._kept) > CHECKPOINTS:
                self._kept, self._spacing = self._kept[::2], self._spacing * 2
        return data

    def _judge(self) -> None:
        limits, grown = self._limits, self.offset
        if grown > limits.max_total_bytes:
            raise UnsafeArchiveError(beyond_total(limits.max_total_bytes, f"at least {grown}"), where=self._where)
        if grown > limits.ratio_floor_bytes and grown > limits.max_ratio * self._pass.position:
            raise UnsafeArchiveError(beyond_ratio(limits.max_ratio, "it"), where=self._where)

    @contextmanager
    def at(self, offset: int) -> Iterator[GzipReader]:
        """Hold a reader at an unpacked byte that the first pass has gone by; the next one goes on where it stops, if that is nearer.

        Raises:
            GZIP_FAULTS: the file changed since.
        """
        reader = max((kept for kept in self._kept if kept.offset <= offset), key=lambda kept: kept.offset).copy()
        if self._left is not None and reader.offset < self._left.offset <= offset:
            reader, self._left = self._left, None
        reader.skip(offset - reader.offset)
        try:
            yield reader
        finally:
            self._left = reader
