"""Read a CLIXML file record by record (Export-Clixml, PSSerializer, `powershell -OutputFormat XML`).

The document is fed to the parser line by line, which gives each record its line (the parser's own count
ends at 65,535) and hands a record out as soon as it is whole. No tree is built.
Source: MS-PSRP 2.2.5, PowerShell's serialization.cs.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO

from lxml import etree

from exposture.errors import ClixmlError, Location
from exposture.ingest.clixml_references import last_uses
from exposture.ingest.clixml_target import ClixmlTarget
from exposture.ingest.encoding import to_utf8
from exposture.ingest.limits import Limits
from exposture.ingest.notes import Code, Notes, Place
from exposture.ingest.xml_parser import PIECE_BYTES, event_parser
from exposture.model.values import Note, Record

STREAM_MARK = re.compile(rb"#< CLIXML[ \t]*(?:\r\n|\n|\r)")
CHARACTER = re.compile(rb"&#(?:x([0-9A-Fa-f]{1,200})|([0-9]{1,200}));")
REPLACEMENT = b"&#xFFFD;"
HUGE_ADVICE = ", try XML_PARSE_HUGE"
PARSER_PLACE = re.compile(r", line \d+, column \d+\Z")


def read_clixml(data: bytes, *, path: str, limits: Limits, note: Callable[[Note], None]) -> Iterator[Record]:
    """Yield the records of a file in its order, each as soon as it is whole.

    `Objs` without a child gives none. Records of another stream than output are left out.

    Raises:
        ClixmlError: the file is empty, damaged, cut, no CLIXML, or past a limit; what was whole before was yielded.
    """
    if not data:
        raise ClixmlError("the file is empty: the export was cut off before it began", where=Location(path=path))
    if len(data) > limits.max_file_bytes:
        raise ClixmlError(f"the file has {len(data)} bytes, more than the limit of {limits.max_file_bytes}", where=Location(path=path))
    decoded = to_utf8(data)
    mark = STREAM_MARK.match(decoded.data)
    body = decoded.data[mark.end() :] if mark else decoded.data
    place = Place(path, line=2 if mark else 1)
    notes = Notes(place, limits.max_notes, note)
    try:
        yield from _Reading(body, place, limits, notes).records(decoded.fault)
    finally:
        notes.close()


class _Reading:
    """One pass over one document."""

    def __init__(self, body: bytes, place: Place, limits: Limits, notes: Notes) -> None:
        self._place = place
        self._first_line = place.line
        self._body = self._without_bad_characters(body, notes)
        self._target = ClixmlTarget(place, limits, notes, last_uses(self._body, place.path, limits))
        self._parser = event_parser(self._target)
        self._count = 0

    def _without_bad_characters(self, body: bytes, notes: Notes) -> bytes:
        """Replace references to characters that XML has not, as `&#x0;`: PowerShell reads them, hand-made files have them.

        A file with CDATA, where such text is no reference, is left alone: the parser then refuses the reference.
        """
        if b"&#" not in body or b"<![CDATA[" in body:
            return body
        bad = [found for found in CHARACTER.finditer(body) if not _is_character(found)]
        if not bad:
            return body
        line = self._first_line + body.count(b"\n", 0, bad[0].start())
        where = Location(path=self._place.path, line=line)
        notes.add(Code.BAD_CHARACTER, f"{len(bad)} references to characters that XML has not were replaced by U+FFFD", where)
        return CHARACTER.sub(lambda found: found.group(0) if _is_character(found) else REPLACEMENT, body)

    def records(self, fault: str | None) -> Iterator[Record]:
        """Yield records; raise what stopped the reading, or `fault` where the text itself ends early."""
        stopped: ClixmlError | None = None
        stream = BytesIO(self._body)
        for piece in iter(partial(stream.readline, PIECE_BYTES), b""):
            stopped = self._feed(piece)
            yield from self._finished()
            if stopped is not None:
                raise stopped
            self._place.position += len(piece)
            self._place.line += piece.endswith(b"\n")
        if fault is not None:
            raise ClixmlError(fault, where=self._place.here)
        self._close()

    def _finished(self) -> Iterator[Record]:
        for value, where in self._target.take_finished():
            yield Record(index=self._count, value=value, where=where)
            self._count += 1

    def _feed(self, piece: bytes) -> ClixmlError | None:
        try:
            self._parser.feed(piece)
        except ClixmlError as error:
            return error
        except etree.XMLSyntaxError as error:
            return self._damaged(error)
        return None

    def _close(self) -> None:
        try:
            self._parser.close()
        except etree.XMLSyntaxError as error:
            if self._target.is_open:
                place = f"inside record {self._count}" if self._target.is_inside_record else f"after {self._count} whole records"
                message = f"the file is cut: it ends {place}, before </Objs>"
                raise ClixmlError(message, where=self._place.here) from error
            raise self._damaged(error) from error

    def _damaged(self, error: etree.XMLSyntaxError) -> ClixmlError:
        line, column = error.position
        where = Location(path=self._place.path, line=line + self._first_line - 1, column=column)
        said = " ".join(PARSER_PLACE.sub("", error.msg).replace(HUGE_ADVICE, "").split())
        return ClixmlError(f"not well-formed: {said}", where=where)


def _is_character(found: re.Match[bytes]) -> bool:
    """Say whether a reference is to a character of XML 1.0."""
    hexadecimal, decimal = found.groups()
    digits = (hexadecimal or decimal).lstrip(b"0") or b"0"
    if len(digits) > 7:
        return False
    code = int(digits, 16 if hexadecimal else 10)
    return code in {0x9, 0xA, 0xD} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
