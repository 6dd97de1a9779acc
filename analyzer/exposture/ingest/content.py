"""What a reader reads: a file's bytes piece by piece, as often as it asks for them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import BinaryIO

PIECE_BYTES = 262_144


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """A file that can be opened more than once; each time it gives the same bytes."""

    open: Callable[[], AbstractContextManager[BinaryIO]]
    size_bytes: int

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes from the beginning, in pieces that fit into memory.

        Raises:
            BundleError: what holds the file cannot give its bytes.
        """
        with self.open() as stream:
            while piece := stream.read(PIECE_BYTES):
                yield piece


def in_memory(data: bytes) -> Content:
    """Return bytes as a content."""
    return Content(open=lambda: io.BytesIO(data), size_bytes=len(data))
