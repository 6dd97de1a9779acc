"""An entry as a readable stream: counted while it is read, and no fault of a library leaves it but as a BundleError that names the entry."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, Protocol

from exposture.bundle.limits import beyond_file
from exposture.errors import BundleError, Location

BUFFER_BYTES = 128 * 1024
CHUNK = 1024 * 1024


class Source(Protocol):
    """What a library gives for an entry: `read` returns at most so many bytes, and none at the end."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes."""


class EntryStream(io.RawIOBase):
    """The bytes of one entry, never more than `at_most`.

    `declared` is the size that the container says, None where the file itself is the only word (a folder's).
    `faults` are what the source raises for bytes that cannot be had.
    """

    def __init__(
        self, source: Source, path: str, *, at_most: int, declared: int | None = None, faults: tuple[type[Exception], ...] = (OSError,)
    ) -> None:
        self._source = source
        self._where = Location(path=path)
        self._at_most = at_most
        self._declared = declared
        self._faults = faults
        self._count = 0
        self._fault: BundleError | None = None

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]  # what the buffered reader gives
        """Fill a part of the buffer.

        Raises:
            BundleError: the bytes cannot be had, are more than the limit, or more or fewer than the container says; again at each later call.
        """
        if self._fault is not None:
            raise self._fault
        try:
            chunk = self._source.read(len(buffer))
        except self._faults as error:
            self._fault = BundleError(f"the entry cannot be read: {reason(error)}", where=self._where)
            raise self._fault from error
        self._count += len(chunk)
        self._fault = self._misfit(is_end=not chunk)
        if self._fault is not None:
            raise self._fault
        buffer[: len(chunk)] = chunk
        return len(chunk)

    def _misfit(self, *, is_end: bool) -> BundleError | None:
        declared = self._declared
        if declared is not None and (self._count > declared or (is_end and self._count < declared)):
            found = "more than" if self._count > declared else f"{self._count} of"
            return BundleError(f"the entry unpacks to {found} the {declared} bytes that its header says", where=self._where)
        return larger(self._at_most, self._where) if self._count > self._at_most else None


def reason(error: Exception) -> str:
    """Return what a library's error says, in one line."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__


def larger(at_most: int, where: Location) -> BundleError:
    """Return the error of a file beyond the limit."""
    return BundleError(beyond_file(at_most), where=where)


def buffered(stream: EntryStream) -> io.BufferedReader:
    """Return the stream as its readers want it: `read(n)` gives n bytes unless the end comes before."""
    return io.BufferedReader(stream, BUFFER_BYTES)


@contextmanager
def in_memory(content: bytes) -> Iterator[BinaryIO]:
    """Offer bytes that are in memory as a stream."""
    yield io.BytesIO(content)


def whole(stream: BinaryIO) -> bytes:
    """Return all bytes of a stream."""
    content = io.BytesIO()  # gives its buffer away without a second copy
    while chunk := stream.read(CHUNK):
        content.write(chunk)
    return content.getvalue()
