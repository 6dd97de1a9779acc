"""The fast lane: from records that all look alike only the wanted properties are taken, by their place in the layout.

What a record looks like is learned from one that was read whole. A later record has to have the same wanted properties in the same
order, each where Export-Clixml puts it, and no type that was not there before; a scalar is then its text, and everything else
is cut out and parsed. A record that differs in any of this is read whole. Lines are not counted: a record stands where its
block begins. What is not wanted is not looked at: damage in it shows by the file's hash alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from exposture.ingest.clixml_blocks import RECORD_END
from exposture.ingest.clixml_closing import redacted
from exposture.ingest.clixml_frames import PropertyName
from exposture.ingest.clixml_repeats import Repeats
from exposture.ingest.clixml_tree import VALUE_TAGS, OddBlockError, Root, TreeReader, has_markup, parse_block, without_blobs
from exposture.ingest.notes import Code
from exposture.model.values import Item, Value

BEGINNING = re.compile(
    rb'\r?\n  <Obj RefId="[0-9]{1,18}">\r?\n    <TNRef RefId="([0-9]{1,18})" />'
    rb"(?:\r?\n    <ToString>([^<&\x00-\x1f]*)</ToString>)?\r?\n    <(?:Props|MS)>(?=\r?\n)"
)
RECORD_START = b'\n  <Obj RefId="'
PROPERTY = re.compile(rb'\n      <[A-Za-z0-9]+ N="([^"<>&]*)"')
OBJECT_ID = re.compile(rb'<Obj [^>]*?RefId="([^"]*)"')
SCALARS = {tag.encode(): tag for tag in VALUE_TAGS}
FLAGS = {b"true": True, b"false": False}
MISFITS_AT_MOST = 4
Found = tuple[bytes, bytes, bytes, bytes, bytes, bytes]
"""A property as the pattern of a shape finds it: tag, name, other attributes; a text and its end tag, or all up to the end tag, with it."""

Piece = tuple[PropertyName, bytes, bytes]
"""A property that has to be parsed: its name, what is the same wherever it comes again (all but its RefId, which nothing points to), its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """What the records of a file look like: the wanted properties as they stand in it, the pattern that finds them, the types, the last line."""

    raw: list[bytes]
    names: tuple[PropertyName, ...]
    texts: tuple[str, ...]
    pattern: re.Pattern[bytes]
    types: tuple[str, ...]
    secrets: tuple[str, ...]
    closing: bytes


@dataclass(slots=True)
class _Taken:
    """What was taken out of a block so far; `slices` are parsed together at its end, and go where `places` say."""

    roots: list[Root] = field(default_factory=list)
    slices: dict[bytes, tuple[bytes, PropertyName]] = field(default_factory=dict)
    places: list[tuple[dict[str, Value], str, bytes]] = field(default_factory=list)
    misfits: int = 0


class FastReader:
    """Reads blocks of records of one shape; `tree` reads the others."""

    def __init__(self, tree: TreeReader) -> None:
        self._tree = tree
        self._shape: Shape | None = None
        self._values = Repeats()

    def roots(self, text: bytes) -> list[Root]:
        """Return the records of a block.

        Raises:
            OddBlockError, NeedsSurveyError: see TreeReader.
        """
        self._tree.begin()
        cut, blobs = without_blobs(text)
        if self._shape is not None and self._fits(cut):
            taken = self._taken(cut)
            if taken is not None and self._fill(taken):
                self._tree.notes.count(Code.BLOB_DROPPED, blobs)
                return taken.roots
            self._tree.begin()
        roots = list(self._tree.block(cut))
        self._tree.notes.count(Code.BLOB_DROPPED, blobs)
        self._learn(cut, roots)
        return roots

    def _fits(self, text: bytes) -> bool:
        """Tell whether a block may be read record by record: no comment, no new type, no object that a later record points to."""
        if has_markup(text) or b"<TN RefId" in text or not text.endswith(RECORD_END):
            return False
        used = self._tree.used
        return not used or not any(ref_id.decode("utf-8", "replace") in used for ref_id in OBJECT_ID.findall(text))

    def _learn(self, text: bytes, roots: list[Root]) -> None:
        """Learn the shape of the last record of a block."""
        self._shape = None
        self._values.clear()
        value = roots[-1].value if roots else None
        if not isinstance(value, Item) or value.value is not None:
            return
        record = text[text.rfind(RECORD_END, 0, -len(RECORD_END)) :]
        raw = [name for name in PROPERTY.findall(record) if self._tree.is_wanted(name.decode("utf-8", "replace"))]
        names = [self._tree.texts.plain_name(name.decode("utf-8", "replace")) for name in raw]
        if raw and [name.text for name in names] == list(value.properties) and not any(name.is_blob or name.text == "Value" for name in names):
            end = len(record) - len(RECORD_END)
            self._shape = Shape(
                raw=raw,
                names=tuple(names),
                texts=tuple(name.text for name in names),
                pattern=_pattern(raw),
                types=value.types,
                secrets=tuple(name.text for name in names if name.is_secret),
                closing=record[record.rfind(b"\n", 0, end) : end],
            )

    def _taken(self, text: bytes) -> _Taken | None:
        """Return what could be taken, None where too many records have another shape, or one does not begin where the one before ends."""
        taken, start = _Taken(), 0
        last_lines = RECORD_END if self._shape is None else self._shape.closing + RECORD_END
        while start < len(text):
            end = text.find(last_lines, start) + len(last_lines)
            if end < len(last_lines):
                end = text.index(RECORD_END, start) + len(RECORD_END)
            root = self._quick(text, start, end - len(RECORD_END), taken)
            if root is None:
                taken.misfits += 1
                if taken.misfits > MISFITS_AT_MOST:
                    return None
                root = self._whole(text[start:end])
            taken.roots.append(root)
            start = end
        return taken if text.count(RECORD_START) == len(taken.roots) else None

    def _whole(self, record: bytes) -> Root:
        roots = list(self._tree.block(record))
        if len(roots) != 1:
            raise OddBlockError
        return Root(roots[0].value, None, roots[0].is_other_stream)

    def _quick(self, text: bytes, start: int, end: int, taken: _Taken) -> Root | None:
        """Return the record between two places if it has the shape, with null where a piece has still to be parsed."""
        begin, shape = BEGINNING.match(text, start, end), self._shape
        if begin is None or shape is None or not text.startswith(shape.closing, end - len(shape.closing)):
            return None
        types, is_deserialized = self._tree.types_of(begin[1].decode())
        if types != shape.types:
            return None
        pieces: list[Piece] = []
        try:
            properties = self._properties(text, begin.end(), end, shape, pieces)
            said = None if begin[2] is None else self._tree.texts.unescaped(begin[2].decode())
        except UnicodeDecodeError:
            return None
        if properties is None:
            return None
        for name, key, piece in pieces:
            taken.slices[key] = piece, name
            taken.places.append((properties, name.text, key))
        return Root(Item(types=types, text=said, properties=properties, is_deserialized=is_deserialized), None)

    def _properties(self, text: bytes, start: int, end: int, shape: Shape, pieces: list[Piece]) -> dict[str, Value] | None:
        """Return the wanted properties of a record, None where they are not those of the shape."""
        found: list[Found] = shape.pattern.findall(text, start, end)
        if [each[1] for each in found] != shape.raw:
            return None
        properties: dict[str, Value] = {}
        read = self._tree.texts.value
        for text_of_name, one in zip(shape.texts, found, strict=True):
            tag, raw, attributes, said, closing, body = one
            if closing and not attributes and tag in SCALARS:
                if tag == b"S" and b"_" not in said:
                    properties[text_of_name] = said.decode()
                elif tag == b"B" and said in FLAGS:
                    properties[text_of_name] = FLAGS[said]
                else:
                    properties[text_of_name] = read(SCALARS[tag], said.decode())
            elif tag == b"Nil" and attributes == b" /":
                properties[text_of_name] = None
            elif not closing and not body and (tag == b"Ref" or not attributes.endswith(b"/")):
                return None
            else:
                key = b'"'.join((tag, raw, said, body))
                known = properties[text_of_name] = self._values.get(key)
                if known is None:
                    pieces.append((shape.names[len(properties) - 1], key, b'\n      <%b N="%b"%b>%b%b%b' % one))
        return self._cleared(properties)

    def _cleared(self, properties: dict[str, Value]) -> dict[str, Value]:
        for name in self._shape.secrets if self._shape is not None else ():
            properties[name] = redacted(name, properties[name], self._tree.notes)
        return properties

    def _fill(self, taken: _Taken) -> bool:
        """Parse what was cut out and put it into its place; return whether each piece is the property that it should be."""
        pieces = list(taken.slices.values())
        if any(b"<Ref" in piece for piece, _ in pieces):
            return False
        elements = list(parse_block(b"".join(piece for piece, _ in pieces), self._tree.parser)) if pieces else []
        if len(elements) != len(pieces):
            return False
        noted = len(self._tree.notes)
        for element, (key, (_, name)) in zip(elements, taken.slices.items(), strict=True):
            raw = element.get("N")
            if raw is None or self._tree.texts.plain_name(raw) != name:
                return False
            value = self._tree.value(element, 1)
            self._values.add(key, redacted(name.text, value, self._tree.notes) if name.is_secret else value)
        if len(self._tree.notes) != noted:
            self._values.clear()
            return False
        for properties, text, key in taken.places:
            properties[text] = self._values[key]
        self._values.tidy()
        return True


def _pattern(raw: list[bytes]) -> re.Pattern[bytes]:
    names = b"|".join(map(re.escape, raw))
    begin = rb'\n      <([A-Za-z0-9]+) N="(' + names + rb')"([^>]*)>'
    text = rb"([^<&\x00-\x1f]*)(</\1>(?=\r?\n))"
    body = rb"(\r?\n(?:        [^\n]*\n)*+      </\1>(?=\r?\n)|[^\n]*</\1>(?=\r?\n))"
    return re.compile(begin + rb"(?:" + text + rb"|" + body + rb")?")
