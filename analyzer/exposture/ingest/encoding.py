"""Bytes of a text file to UTF-8: byte order marks, UTF-16 and UTF-32 without one, a declared encoding.

Windows PowerShell writes UTF-16LE with a mark by default, PowerShell 7 UTF-8 without one; operators
convert files by hand. A reader that gets UTF-8 alone has one code path and one way to count lines.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16LE, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
DECLARED = re.compile(rb"""\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
SAME_AS_UTF8 = frozenset({"utf-8", "utf8", "us-ascii", "ascii", "utf-16", "unicode"})
UNSUPPORTED = "the encoding '{}' is not supported; export again with -Encoding UTF8"
HEAD_BYTES = 1_024
"""Where a mark, a declaration and the place of zeros are looked for."""
SINGLE_BYTE = frozenset({"iso-8859-1", "iso-8859-15", "windows-1250", "windows-1251", "windows-1252"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Detected:
    """An encoding as Python names it, and the length of the byte order mark before the text."""

    encoding: str
    mark_bytes: int


def detect(data: bytes) -> Detected:
    """Return the encoding that the first bytes show; UTF-8 where nothing speaks against it."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return Detected(encoding=encoding, mark_bytes=len(mark))
    return Detected(encoding=_from_zeros(data[:4]), mark_bytes=0)


def _from_zeros(head: bytes) -> str:
    """Return the encoding in which four bytes are text that begins with an ASCII character."""
    match tuple(byte == 0 for byte in head):
        case (False, True, True, True):
            return "utf-32-le"
        case (True, True, True, False):
            return "utf-32-be"
        case (False, True, *_):
            return "utf-16-le"
        case (True, False, *_):
            return "utf-16-be"
        case _:
            return "utf-8"


def _declared(data: bytes) -> str | None:
    """Return the encoding that an XML declaration names, if the bytes alone do not say the same."""
    found = DECLARED.match(data[:400])
    name = found.group(1).decode("ascii").lower() if found else "utf-8"
    return None if name in SAME_AS_UTF8 else name


class Utf8Stream:
    """A file as UTF-8 without a mark, piece by piece; `fault` says afterwards why the text ends early.

    UTF-8 is passed on unchecked: the reader that follows finds bad bytes and knows their place.
    """

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self.fault: str | None = None
        self._pieces = iter(pieces)

    def __iter__(self) -> Iterator[bytes]:
        head = b""
        while len(head) < HEAD_BYTES and (piece := next(self._pieces, b"")):
            head += piece
        found = detect(head)
        body = head[found.mark_bytes :]
        encoding = found.encoding
        if encoding == "utf-8" and not found.mark_bytes:
            encoding = _declared(body) or encoding
            if encoding != "utf-8" and encoding not in SINGLE_BYTE:
                self.fault = UNSUPPORTED.format(encoding)
                return
        yield from self._utf8(body) if encoding == "utf-8" else self._transcoded(body, encoding)

    def _utf8(self, body: bytes) -> Iterator[bytes]:
        yield body
        yield from self._pieces

    def _transcoded(self, body: bytes, encoding: str) -> Iterator[bytes]:
        decoder = codecs.getincrementaldecoder(encoding)()
        try:
            yield decoder.decode(body).encode()
            for piece in self._pieces:
                yield decoder.decode(piece).encode()
            yield decoder.decode(b"", final=True).encode()
        except UnicodeDecodeError as error:
            self.fault = f"bytes that are not {encoding} ({error.reason})"
            yield bytes(error.object[: error.start]).decode(encoding).encode()
