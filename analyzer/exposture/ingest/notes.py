"""What a reader says about a file beside its records, bounded: a hostile file must not flood the report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from exposture.errors import Location
from exposture.model.values import Note


class Code(StrEnum):
    """The closed set of `Note.code` that readers use."""

    REDACTED = "redacted"
    BLOB_DROPPED = "blob-dropped"
    DANGLING_REFERENCE = "dangling-reference"
    DANGLING_TYPE = "dangling-type"
    DUPLICATE_REFERENCE = "duplicate-reference"
    DUPLICATE_PROPERTY = "duplicate-property"
    UNNAMED_PROPERTY = "unnamed-property"
    LONE_SURROGATE = "lone-surrogate"
    BAD_CHARACTER = "bad-character"
    BAD_VALUE = "bad-value"
    STREAM_IGNORED = "stream-ignored"
    UNKNOWN_TAG = "unknown-tag"
    LOST_LIST = "lost-list"
    FOREIGN_CSV = "foreign-csv"
    EMPTY_FILE = "empty-file"
    NO_FINAL_NEWLINE = "no-final-newline"


COUNTED: dict[Code, str] = {Code.BLOB_DROPPED: "{count} serialized .NET objects (SerializationData) were dropped"}
"""Codes of which only the number is of interest: one note at the end of the file."""


class Place:
    """Where a reader is: set by what feeds it, read by what raises and notes. `position` counts bytes, `line` from 1."""

    __slots__ = ("line", "path", "position")

    def __init__(self, path: str, line: int = 1) -> None:
        self.path = path
        self.line = line
        self.position = 0

    @property
    def here(self) -> Location:
        """Return the line being read."""
        return Location(path=self.path, line=self.line)


class HeldNotes:
    """Keeps notes until it is known whether what gave them holds. `line` is the line being read, from 0 at the beginning of the part."""

    __slots__ = ("_counted", "_held", "line")

    def __init__(self) -> None:
        self.line = 0
        self._counted: Counter[Code] = Counter()
        self._held: list[tuple[Code, str, int]] = []

    def add(self, code: Code, message: str, where: Location | None = None) -> None:
        """Keep one note; it stands at the line being read unless told otherwise."""
        self._held.append((code, message, self.line if where is None or where.line is None else where.line))

    def count(self, code: Code, number: int) -> None:
        """Keep that many notes of which only the number is of interest."""
        self._counted[code] += number

    def __len__(self) -> int:
        return len(self._held)

    def drop(self) -> None:
        """Forget them."""
        self._held.clear()
        self._counted.clear()

    def pass_on(self, notes: Notes, place: Place) -> None:
        """Give them on; `place` is where the part begins."""
        for code, message, line in self._held:
            notes.add(code, message, Location(path=place.path, line=place.line + line))
        for code, number in self._counted.items():
            notes.count(code, number)
        self.drop()


class NoteTaker(Protocol):
    """What takes notes."""

    def add(self, code: Code, message: str, where: Location | None = None) -> None:
        """Take one note."""


class Notes:
    """Passes notes on up to a number per code, then counts them for one last note each."""

    __slots__ = ("_limit", "_place", "_seen", "_send")

    def __init__(self, place: Place, limit: int, send: Callable[[Note], None]) -> None:
        self._place = place
        self._limit = limit
        self._send = send
        self._seen: Counter[Code] = Counter()

    def add(self, code: Code, message: str, where: Location | None = None) -> None:
        """Pass one note on, or count it; it stands at the line being read unless told otherwise."""
        self._seen[code] += 1
        if code not in COUNTED and self._seen[code] <= self._limit:
            self._send(Note(code=code, message=message, where=where or self._place.here))

    def count(self, code: Code, number: int) -> None:
        """Count notes of which only the number is of interest."""
        if number:
            self._seen[code] += number

    def close(self) -> None:
        """Send one note for each code that is only counted or of which notes were held back."""
        where = Location(path=self._place.path)
        for code, count in sorted(self._seen.items()):
            if code in COUNTED:
                self._send(Note(code=code, message=COUNTED[code].format(count=count), where=where))
            elif count > self._limit:
                self._send(Note(code=code, message=f"{count - self._limit} more notes of this kind, {count} in all", where=where))
        self._seen.clear()
