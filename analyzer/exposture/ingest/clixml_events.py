"""CLIXML text to values by events: any document, each fault with its place.

The text is fed to the parser line by line, which gives each record its line (the parser's own count ends at 65,535) and hands
a record out as soon as it is whole. No tree is built.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from io import BytesIO

from lxml import etree

from exposture.errors import ClixmlError, Location
from exposture.ingest.clixml_references import References
from exposture.ingest.clixml_target import ClixmlTarget, Finished
from exposture.ingest.limits import FIXED, Limits
from exposture.ingest.notes import Code, Notes, Place
from exposture.ingest.xml_parser import PIECE_BYTES, event_parser

CHARACTER = re.compile(rb"&#(?:x([0-9A-Fa-f]{1,200})|([0-9]{1,200}));")
UNFINISHED = re.compile(rb"&[#0-9A-Za-z]{0,205}\Z")
REPLACEMENT = "\ufffd".encode()  # shorter than any reference, so that no position is overstated
LONGEST_REFERENCE = 8
"""How many bytes a character of a value is at most, for the bound of text without an element; a reference with zeros in front may be longer."""
HUGE_ADVICE = ", try XML_PARSE_HUGE"
PARSER_LINE = re.compile(r"\bline ([0-9]{1,9})\b")
PARSER_PLACE = re.compile(r", line \d+, column \d+\Z")


class EventReader:
    """Reads the text of one document in parts; parts that another reader took are skipped."""

    def __init__(self, place: Place, limits: Limits, notes: Notes, references: References) -> None:
        self._place = place
        self._notes = notes
        self._target = ClixmlTarget(place, limits, notes, references)
        self._parser = event_parser(self._target)
        self._lines_before = place.line - 1
        self._rest = b""
        self._is_cut_in_reference = False
        self._waiting = 0
        self._longest = LONGEST_REFERENCE * limits.max_value_bytes

    @property
    def is_inside_record(self) -> bool:
        """Say whether a root has begun and not ended."""
        return self._target.is_inside_record or bool(self._rest)

    def skip(self, lines: int) -> None:
        """Pass over that many lines of whole records."""
        self._lines_before += lines

    def read(self, text: bytes, *, is_end: bool = False) -> Iterator[Finished]:
        """Yield the records that end in the next part of the text.

        Raises:
            ClixmlError: the part is not well-formed, no CLIXML, or past a limit; what was whole before was yielded.
        """
        text = self._rest + text
        unfinished = None if is_end else UNFINISHED.search(text, max(0, len(text) - 210))
        self._rest = text[unfinished.start() :] if unfinished else b""
        text = text[: len(text) - len(self._rest)]
        self._is_cut_in_reference = is_end and UNFINISHED.search(text[-210:]) is not None
        end = self._place.position + len(text)
        elements = self._target.elements
        stream = BytesIO(self._without_bad_characters(text))
        for piece in iter(partial(stream.readline, PIECE_BYTES), b""):
            stopped = self._feed(piece)
            yield from self._target.take_finished()
            if stopped is not None:
                raise stopped
            self._place.position += len(piece)
            self._place.line += piece.endswith(b"\n")
        self._place.position = end
        self._waiting = self._waiting + len(text) if elements == self._target.elements else 0
        if self._waiting > self._longest:
            self._end_reference()
            raise ClixmlError(f"no CLIXML: no element begins in {self._longest} bytes, {FIXED}", where=self._place.here)

    def _without_bad_characters(self, text: bytes) -> bytes:
        """Replace references to characters that XML has not, as `&#x0;`: PowerShell reads them, hand-made files have them.

        A part with CDATA, where such text is no reference, is left alone: the parser then refuses the reference.
        """
        if b"&#" not in text or b"<![CDATA[" in text:
            return text
        bad = [found for found in CHARACTER.finditer(text) if not _is_character(found)]
        if not bad:
            return text
        where = Location(path=self._place.path, line=self._place.line + text.count(b"\n", 0, bad[0].start()))
        self._notes.add(Code.BAD_CHARACTER, f"{len(bad)} references to characters that XML has not were replaced by U+FFFD", where)
        return CHARACTER.sub(lambda found: found.group(0) if _is_character(found) else REPLACEMENT, text)

    def _feed(self, piece: bytes) -> ClixmlError | None:
        try:
            self._parser.feed(piece)
        except ClixmlError as error:
            return error
        except etree.XMLSyntaxError as error:
            stopped = self._damaged(error)
            stopped.__cause__ = error
            return stopped
        return None

    def close(self, records: int) -> None:
        """End the document, of which that many records were whole.

        Raises:
            ClixmlError: it is cut or not well-formed.
        """
        if self._target.is_open:
            self._end_reference()
            place = f"inside record {records}" if self._target.is_inside_record else f"after {records} whole records"
            raise ClixmlError(f"the file is cut: it ends {place}, before </Objs>", where=self._place.here)
        try:
            self._parser.close()
        except etree.XMLSyntaxError as error:
            raise self._damaged(error) from error

    def _end_reference(self) -> None:
        """Give the parser the semicolon that it may be waiting for since an `&` which begins no reference.

        Raises:
            ClixmlError: it was; what follows the `&` was not read.
        """
        if self._is_cut_in_reference:
            return
        stopped = self._feed(b";")
        if stopped is not None and isinstance(stopped.__cause__, etree.XMLSyntaxError):
            raise stopped

    def _damaged(self, error: etree.XMLSyntaxError) -> ClixmlError:
        line, column = error.position
        where = Location(path=self._place.path, line=line + self._lines_before, column=column)
        said = " ".join(PARSER_PLACE.sub("", error.msg).replace(HUGE_ADVICE, "").split())
        said = PARSER_LINE.sub(lambda found: f"line {int(found[1]) + self._lines_before}", said)
        return ClixmlError(f"not well-formed: {said}", where=where)


def _is_character(found: re.Match[bytes]) -> bool:
    """Say whether a reference is to a character of XML 1.0."""
    hexadecimal, decimal = found.groups()
    digits = (hexadecimal or decimal).lstrip(b"0") or b"0"
    if len(digits) > 7:
        return False
    code = int(digits, 16 if hexadecimal else 10)
    return code in {0x9, 0xA, 0xD} or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF
