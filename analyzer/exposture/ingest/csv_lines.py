"""The lines of a CSV for the csv module, out of a file that is read piece by piece.

What is in memory at a time is a piece, and the row that goes on from the pieces before; no row is longer than a limit. The text ends
before the line in which it cannot be read any more, and the lines know why.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from exposture.errors import CsvError, Location
from exposture.ingest.content import Content
from exposture.ingest.encoding import Utf8Stream
from exposture.ingest.limits import FIXED

BREAK = re.compile(r"\r\n|\n|\r")
NUL_FAULT = "a NUL character, which no CSV has"
CODE_PAGE_FAULT = "bytes that are not UTF-8: a code page of Windows, and no file says which; export again with -Encoding UTF8"


class Text:
    """The text of a file in pieces; `fault` says afterwards why it ends early."""

    def __init__(self, content: Content) -> None:
        self.fault: str | None = None
        self._stream = Utf8Stream(content.pieces())

    def __iter__(self) -> Iterator[str]:
        for text in self._decoded():
            whole, nul, _ = text.partition("\0")
            yield whole
            if nul:
                self.fault = NUL_FAULT
                return

    def _decoded(self) -> Iterator[str]:
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            for piece in self._stream:
                yield decoder.decode(piece)
            yield decoder.decode(b"", final=True)
            self.fault = self._stream.fault
        except UnicodeDecodeError as error:
            self.fault = CODE_PAGE_FAULT
            yield bytes(error.object[: error.start]).decode()


class Lines:
    """The whole lines of a text, each with its line break; the last one may be without, if nothing is wrong with the text.

    `number` is that of the line given last; `is_unended` says that it is the last one, and has no line break.
    """

    def __init__(self, text: Text, path: str, max_row_characters: int) -> None:
        self.number = 0
        self._field_line = 1
        self.is_unended = False
        self._text = text
        self._path = path
        self._limit = max_row_characters
        self._source: Iterator[str] = self._whole_lines(text)
        self._characters = 0
        self._given: str | None = None

    @property
    def here(self) -> Location:
        """Return the line given last."""
        return Location(path=self._path, line=self.number)

    @property
    def field_began(self) -> Location:
        """Return the line where the field that is open began; that of its row, if it began there or none is open."""
        return Location(path=self._path, line=self._field_line)

    def head(self, characters: int) -> str:
        """Return the first lines, more than that many characters if the text has so many; they are given again."""
        lines: list[str] = []
        while characters >= 0 and (line := next(self._source, None)) is not None:
            lines.append(line)
            characters -= len(line)
        self._source = chain(lines, self._source)
        return "".join(lines)

    def skip(self, count: int) -> None:
        """Pass over lines."""
        for _ in range(count):
            next(self._source, None)
            self.number += 1

    def begin_row(self) -> None:
        """Say that the next line begins a row."""
        self._characters, self._given = 0, None
        self._field_line = self.number + 1

    def __iter__(self) -> Iterator[str]:
        for line in self._source:
            self.number += 1
            self._characters += len(line)
            if self._characters > self._limit:
                raise CsvError(f"a row has more than {self._limit} characters, {FIXED}: does a quote never close?", where=self.field_began)
            self.is_unended = line[-1] not in "\r\n"
            self._given = line
            yield line
            if self._given is not None and '"' in line.replace('""', ""):
                self._field_line = self.number  # the row goes on past this line: it is here that the open field began

    def _whole_lines(self, texts: Iterable[str]) -> Iterator[str]:
        rest: list[str] = []
        length = 0
        held = ""  # a carriage return at the end of a piece: a line feed may follow
        for piece in texts:
            text = held + piece
            held = "\r" if text.endswith("\r") else ""
            text = text[: len(text) - len(held)]
            first = BREAK.search(text)
            if first is not None:
                end = max(text.rfind("\n"), text.rfind("\r")) + 1
                yield "".join((*rest, text[: first.end()]))
                yield from io.StringIO(text[first.end() : end], newline="")
                text, rest, length = text[end:], [], 0
            rest.append(text)
            length += len(text)
            if length > self._limit:
                break
        last = "".join((*rest, held))
        if last and self._text.fault is None:  # a row past the limit comes as it is, and is refused in its place
            yield last
