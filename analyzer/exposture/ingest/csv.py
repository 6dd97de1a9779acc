"""Read CSV: the collector's own encoding, and what Export-Csv or another tool wrote.

The collector's files keep null, empty text, empty list and list apart; a foreign file cannot, and is read as
text. A file whose rows do not fit its header is refused and never bent.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from exposture.errors import CsvError, Location
from exposture.ingest.clixml_references import strip_prefix
from exposture.ingest.content import Content, in_memory
from exposture.ingest.csv_cells import BadCellError, decode_cell
from exposture.ingest.csv_delimiter import HEAD_CHARACTERS, SEPARATOR_LINE, delimiter_of
from exposture.ingest.csv_lines import Lines, Text
from exposture.ingest.limits import FIXED, GROWS, Limits
from exposture.ingest.notes import Code, Notes, Place
from exposture.ingest.redaction import is_secret_name, redact
from exposture.model.values import Item, Note, Record, Value

MAX_COLUMNS = 10_000
OPEN_FIELD = "unexpected end of data"
LONG_FIELD = "field larger than field limit"
"""What the csv module says of a field that does not end: where it began is what helps."""
TYPE_LINE = re.compile(r"#TYPE[ \t]+([^\r\n]{1,2000}?)[ \t]*(?:\r\n|\n|\r|\Z)")
LOST_LIST = re.compile(
    r"(?:Deserialized\.)?(?:System\.Collections\.[A-Za-z]|[A-Za-z]\w{0,60}(?:\.\w{1,60}){1,12}\[\]\Z"
    r"|Microsoft\.Exchange\.[A-Za-z.]{1,100}(?:MultiValuedProperty`1\[|Collection\Z))",
    re.ASCII,
)
"""A cell that is the name of a type of lists: Export-Csv writes it in place of the list's values."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Top:
    """The lines before the header: where they end, how many they are, and what they say."""

    end: int = 0
    lines: int = 0
    types: tuple[str, ...] = ()
    delimiter: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """What the top of a file says about its rows."""

    names: tuple[str, ...]
    types: tuple[str, ...]
    is_deserialized: bool
    is_encoded: bool
    secrets: frozenset[str]


def read_csv(data: bytes | Content, *, path: str, limits: Limits, note: Callable[[Note], None], encoded: bool | None = None) -> Iterator[Record]:
    """Yield a record per row; its value is an `Item` of text, lists and None, with the type of a `#TYPE` line.

    `encoded` says whether cells are in the collector's encoding; None decides by the header (a name that ends
    in `[]`). In a foreign file an empty cell is None and `None` is text. A file without a header has no row. In memory is a row at a time.

    Raises:
        CsvError: a row does not fit the header, quotes do not close, two delimiters fit alike, a name comes twice, NUL, a bad escape, another
            encoding than UTF-8, UTF-16 or UTF-32, a limit; the rows before were yielded.
        BundleError: what holds the file cannot give its bytes.
    """
    content = in_memory(data) if isinstance(data, bytes) else data
    if content.size_bytes > limits.max_file_bytes:
        raise CsvError(f"the file has {content.size_bytes} bytes, more than the limit of {limits.max_file_bytes}", where=Location(path=path))
    place = Place(path)
    notes = Notes(place, limits.max_notes, note)
    text = Text(content)
    lines = Lines(text, path, limits.max_row_characters)
    try:
        yield from _records(lines, place, limits, notes, encoded=encoded)
        if text.fault is not None:
            raise CsvError(text.fault, where=Location(path=path, line=lines.number + 1))
    finally:
        notes.close()


def _records(lines: Lines, place: Place, limits: Limits, notes: Notes, *, encoded: bool | None) -> Iterator[Record]:
    top = _top_of(lines.head(HEAD_CHARACTERS))
    lines.skip(top.lines)
    rows = _rows(lines, place, limits, top)
    header = next(rows, None)
    if header is None:
        notes.add(Code.EMPTY_FILE, "the file has no header: Export-Csv writes an empty file where there is no object")
        return
    layout = _layout(header, top.types, place, encoded=encoded)
    if not layout.is_encoded:
        notes.add(Code.FOREIGN_CSV, "not the collector's encoding: null and empty text cannot be told apart, lists are text")
    try:
        for index, row in enumerate(rows):
            where = place.here
            yield Record(index=index, value=_item(row, layout, place, notes), where=where)
    finally:
        if lines.is_unended:
            notes.add(Code.NO_FINAL_NEWLINE, "the file does not end with a line break: it may be cut", lines.here)


def _top_of(text: str) -> _Top:
    """Read the lines that may stand before the header: `#TYPE`, and the `sep=` of Excel, in either order."""
    top = _Top()
    while True:
        typed, separator = TYPE_LINE.match(text, top.end), SEPARATOR_LINE.match(text, top.end)
        if typed is not None and not top.types:
            top = replace(top, end=typed.end(), lines=top.lines + 1, types=(typed[1],))
        elif separator is not None and top.delimiter is None:
            top = replace(top, end=separator.end(), lines=top.lines + 1, delimiter=separator[1])
        else:
            return top


def _rows(lines: Lines, place: Place, limits: Limits, top: _Top) -> Iterator[list[str]]:
    """Yield the cells of each row that is not blank; `place` is at the line where the row begins."""
    place.line = lines.number + 1
    delimiter = top.delimiter or delimiter_of(lines.head(HEAD_CHARACTERS), place.here)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    cells = 0
    while True:
        lines.begin_row()
        place.line = lines.number + 1
        row = _next_row(reader, lines, place, limits.max_value_bytes)
        if row is None:
            return
        cells += len(row)
        if cells > limits.max_cells:
            raise CsvError(f"the file has more than the limit of {limits.max_cells} cells; {GROWS}", where=place.here)
        if row:
            yield row


def _next_row(reader: Iterator[list[str]], lines: Lines, place: Place, max_characters: int) -> list[str] | None:
    """Read a row under our limit for a cell: the csv module has one for the whole process, which is put back."""
    before = csv.field_size_limit(max_characters)
    try:
        return next(reader, None)
    except csv.Error as error:
        said = str(error)
        if said.startswith(LONG_FIELD):
            message = f"a cell has more than {max_characters} characters, {FIXED}: does a quote never close?"
            raise CsvError(message, where=lines.field_began) from error
        raise CsvError(f"not well-formed: {said}", where=lines.field_began if said == OPEN_FIELD else place.here) from error
    finally:
        csv.field_size_limit(before)


def _layout(header: list[str], types: tuple[str, ...], place: Place, *, encoded: bool | None) -> _Layout:
    is_encoded = any(name.endswith("[]") for name in header) if encoded is None else encoded
    names = tuple(name.removesuffix("[]") if is_encoded else name for name in header)
    if len(names) > MAX_COLUMNS:
        raise CsvError(f"the header has {len(names)} columns, more than {MAX_COLUMNS}, {FIXED}", where=place.here)
    seen: set[str] = set()
    for number, name in enumerate(names, start=1):
        if not name.strip():
            raise CsvError(f"column {number} has no name", where=place.here)
        if name.casefold() in seen:
            raise CsvError(f"the column '{name[:100]}' comes twice", where=place.here)
        seen.add(name.casefold())
    bare, is_deserialized = strip_prefix(list(types))
    secrets = frozenset(filter(is_secret_name, names))
    return _Layout(names=names, types=bare, is_deserialized=is_deserialized, is_encoded=is_encoded, secrets=secrets)


def _item(row: list[str], layout: _Layout, place: Place, notes: Notes) -> Item:
    if len(row) != len(layout.names):
        raise CsvError(f"the row has {len(row)} cells, the header {len(layout.names)}", where=place.here)
    properties: dict[str, Value] = {}
    for name, cell in zip(layout.names, row, strict=True):
        value = _decoded(name, cell, place) if layout.is_encoded else _foreign(name, cell, notes)
        properties[name] = _without_secret(name, value, notes) if name in layout.secrets else value
    return Item(types=layout.types, properties=properties, is_deserialized=layout.is_deserialized)


def _decoded(name: str, cell: str, place: Place) -> Value:
    try:
        decoded = decode_cell(cell)
    except BadCellError as error:
        raise CsvError(f"the column '{name[:100]}' has {error}", where=place.here) from error
    return list(decoded) if isinstance(decoded, list) else decoded


def _foreign(name: str, cell: str, notes: Notes) -> Value:
    if not cell:
        return None
    if LOST_LIST.match(cell):
        notes.add(Code.LOST_LIST, f"the list in {name[:100]} was lost at export: the file has its type's name alone")
        return None
    return cell


def _without_secret(name: str, value: Value, notes: Notes) -> Value:
    found, was_cut = redact(value)
    if was_cut:
        notes.add(Code.REDACTED, f"the value of {name[:100]} was cut out: its name says that it is a secret")
    return found
