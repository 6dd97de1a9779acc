"""Read a CLIXML file record by record (Export-Clixml, PSSerializer, `powershell -OutputFormat XML`), in bounded memory.

Three ways lead to the same records. Events (`ClixmlTarget`) take any document, give each fault its line and see every property:
small files are read so, the beginning of each big one, and whatever the others find odd. Where a reader says which
properties it wants, blocks of a big file go through a tree (`clixml_tree`), and records that all look alike through the fast lane
(`clixml_fast`). Source: MS-PSRP 2.2.5, PowerShell's serialization.cs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from exposture.errors import ClixmlError, Location
from exposture.ingest.clixml_blocks import Block, Lanes, blocks, lines_in
from exposture.ingest.clixml_events import EventReader
from exposture.ingest.clixml_fast import FastReader
from exposture.ingest.clixml_references import NeedsSurveyError, References, last_uses
from exposture.ingest.clixml_tree import OddBlockError, Root, TreeReader
from exposture.ingest.content import Content, in_memory
from exposture.ingest.encoding import Utf8Stream
from exposture.ingest.limits import Limits
from exposture.ingest.notes import Code, Notes, Place
from exposture.model.values import Note, Record

STREAM_MARK = re.compile(rb"#< CLIXML[ \t]*(?:\r\n|\n|\r)")
LONGEST_MARK = 1024


@dataclass(slots=True)
class Projection:
    """Which properties of a record its reader wants, case-folded; None: all. It may be set while the first records are being read."""

    names: frozenset[str] | None = None


def read_clixml(
    data: bytes | Content,
    *,
    path: str,
    limits: Limits,
    note: Callable[[Note], None],
    projection: Projection | None = None,
    lanes: Lanes | None = None,
) -> Iterator[Record]:
    """Yield the records of a file in its order, each as soon as it is whole.

    `Objs` without a child gives none. Records of another stream than output are left out. Under a projection a record of a big file
    may lack what is not wanted, and notes about that.

    Raises:
        ClixmlError: the file is empty, damaged, cut, no CLIXML, or past a limit; what was whole before was yielded.
        BundleError: what holds the file cannot give its bytes.
    """
    content = in_memory(data) if isinstance(data, bytes) else data
    if not content.size_bytes:
        raise ClixmlError("the file is empty: the export was cut off before it began", where=Location(path=path))
    if content.size_bytes > limits.max_file_bytes:
        raise ClixmlError(f"the file has {content.size_bytes} bytes, more than the limit of {limits.max_file_bytes}", where=Location(path=path))
    reading = _Reading(content, path, limits, note, projection or Projection(), lanes or Lanes())
    try:
        yield from reading.records(reading.survey() if reading.is_small else None)
    except NeedsSurveyError:
        yield from reading.records(reading.survey())


class _Reading:
    """The passes over one document: a second one where the first could not know which objects to keep."""

    def __init__(self, content: Content, path: str, limits: Limits, note: Callable[[Note], None], projection: Projection, lanes: Lanes) -> None:
        self._content = content
        self._path = path
        self._limits = limits
        self._note = note
        self._projection = projection
        self._lanes = lanes
        self._given = 0
        self._noted = 0
        self.is_small = content.size_bytes < lanes.from_bytes

    def survey(self) -> dict[str, int]:
        """Return the last use of each object that a `Ref` points to."""
        return last_uses(_without_mark(Utf8Stream(self._content.pieces()))[1], self._path, self._limits)

    def records(self, last_use: dict[str, int] | None) -> Iterator[Record]:
        """Yield what earlier passes did not give yet."""
        stream = Utf8Stream(self._content.pieces())
        mark, pieces = _without_mark(stream)
        place = Place(self._path, line=1 + mark)
        notes = Notes(place, self._limits.max_notes, self._passed(self._noted))
        references = References(place, self._limits, notes, last_use)
        one_pass = _Pass(place, self._limits, notes, references, self._projection, self._lanes)
        known = self._given
        try:
            for record in one_pass.records(self._blocks(pieces), stream):
                if record.index >= known:
                    self._given = record.index + 1
                    yield record
        except NeedsSurveyError:
            raise
        except BaseException:
            notes.close()
            raise
        notes.close()

    def _blocks(self, pieces: Iterator[bytes]) -> Iterator[Block]:
        if self.is_small:
            return iter([Block(b"".join(pieces), is_records=False)])
        return blocks(pieces, self._lanes)

    def _passed(self, known: int) -> Callable[[Note], None]:
        """Return what passes notes on but for those that an earlier pass gave: each pass comes to them in the same order."""
        count = 0

        def passed(note: Note) -> None:
            nonlocal count
            count += 1
            if count > known:
                self._noted = count
                self._note(note)

        return passed


class _Pass:
    """One pass over the blocks of one document."""

    def __init__(self, place: Place, limits: Limits, notes: Notes, references: References, projection: Projection, lanes: Lanes) -> None:
        self._place = place
        self._limits = limits
        self._notes = notes
        self._references = references
        self._projection = projection
        self._lanes = lanes
        self._events = EventReader(place, limits, notes, references)
        self._tree: TreeReader | None = None
        self._fast: FastReader | None = None
        self._count = 0

    def records(self, parts: Iterable[Block], stream: Utf8Stream) -> Iterator[Record]:
        """Yield records; raise what stopped the reading, or the stream's fault where the text itself ends early."""
        is_first = self._lanes.first_bytes > 0
        for part in parts:
            roots = None if is_first or not part.is_records else self._roots(part.text)
            if roots is None:
                yield from self._by_events(part.text)
            else:
                yield from self._of_block(part.text, roots)
            if part.is_records:
                is_first = False
                self._references.end_keeping()
        yield from self._by_events(b"", is_end=True)
        if stream.fault is not None:
            raise ClixmlError(stream.fault, where=self._place.here)
        self._events.close(self._count)

    def _roots(self, text: bytes) -> list[Root] | None:
        """Return the records of a block by the quicker ways; None where the events have to read it."""
        if self._projection.names is None or self._events.is_inside_record:
            return None
        if self._tree is None or self._fast is None:
            self._tree = TreeReader(self._references, self._limits, self._projection.names)
            self._fast = FastReader(self._tree)
        self._tree.begin()
        try:
            return self._fast.roots(text) if self._lanes.is_fast else list(self._tree.block(text))
        except OddBlockError:
            return None

    def _of_block(self, text: bytes, roots: list[Root]) -> Iterator[Record]:
        if self._tree is None:
            return
        self._tree.notes.pass_on(self._notes, self._place)
        begin = self._place.here
        lines = lines_in(text)
        self._place.position += len(text)
        self._place.line += lines
        self._events.skip(lines)
        self._tree.adopt(self._place.position)
        for root in roots:
            where = begin if root.line is None else Location(path=begin.path, line=(begin.line or 1) + root.line)
            if root.is_other_stream:
                self._notes.add(Code.STREAM_IGNORED, "a record of another stream than output was passed over", where)
                continue
            yield Record(index=self._count, value=root.value, where=where)
            self._count += 1

    def _by_events(self, text: bytes, *, is_end: bool = False) -> Iterator[Record]:
        for value, where in self._events.read(text, is_end=is_end):
            yield Record(index=self._count, value=value, where=where)
            self._count += 1


def _without_mark(pieces: Iterable[bytes]) -> tuple[bool, Iterator[bytes]]:
    """Return whether the text begins with the line of a stream dump, and the text after it."""
    source = iter(pieces)
    head = b""
    while len(head) < LONGEST_MARK and (piece := next(source, None)) is not None:
        head += piece
    mark = STREAM_MARK.match(head)
    return mark is not None, chain([head[mark.end() :] if mark else head], source)
