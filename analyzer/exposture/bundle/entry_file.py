"""One file of an input while it is read: its beginning, its bytes as often as a reader asks, its hash.

A small file is held in memory. A big one is opened again for each pass, and hashed by whichever pass comes to its end.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from exposture.bundle.container import Container, Entry
from exposture.errors import BundleError, Location
from exposture.ingest.content import Content, in_memory
from exposture.ingest.formats import HEAD_BYTES

WHOLE_BYTES = 8 * 1024 * 1024


class EntryFile:
    """An entry that could be opened.

    Raises:
        BundleError: on making it and by every use: the container cannot give the bytes.
    """

    def __init__(self, container: Container, entry: Entry) -> None:
        self._container = container
        self._path = entry.path
        self._sha256 = ""
        self._size = 0
        if entry.size_bytes <= WHOLE_BYTES:
            data = container.read(entry.path)
            self._sha256, self._size = hashlib.sha256(data).hexdigest(), len(data)
            self.head, self.content = data[:HEAD_BYTES], in_memory(data)
        else:
            with container.open(entry.path) as stream:
                self.head = stream.read(HEAD_BYTES)
            self.content = Content(open=self._hashed, size_bytes=entry.size_bytes)

    def whole(self) -> tuple[str, int]:
        """Return the SHA-256 and the size of the file; reads to its end where no reader has come there."""
        if not self._sha256:
            for _ in self.content.pieces():
                pass
        return self._sha256, self._size

    @contextmanager
    def _hashed(self) -> Iterator[BinaryIO]:
        with self._container.open(self._path) as stream:
            yield cast("BinaryIO", _Hashing(stream, self))

    def came_to_end(self, sha256: str, size: int) -> None:
        """Note what a whole pass has seen; a file that is another one the second time was changed in between."""
        if self._sha256 not in {"", sha256}:
            raise BundleError("was changed while it was read; let the copy end, then start again", where=Location(path=self._path))
        self._sha256, self._size = sha256, size


class _Hashing(io.BufferedIOBase):
    """A stream that hashes what is read from it."""

    def __init__(self, stream: BinaryIO, owner: EntryFile) -> None:
        self._stream = stream
        self._owner = owner
        self._hash = hashlib.sha256()
        self._size = 0

    def read(self, size: int | None = -1, /) -> bytes:
        """Return the next bytes; at their end the owner learns the hash."""
        data = self._stream.read(-1 if size is None else size)
        self._hash.update(data)
        self._size += len(data)
        if not data:
            self._owner.came_to_end(self._hash.hexdigest(), self._size)
        return data
