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
    rb'Obj RefId="[0-9]{1,18}">\r?\n    <TNRef RefId="([0-9]{1,18})" />'
    rb"(?:\r?\n    <ToString>([^<&\x00-\x1f]*)</ToString>)?\r?\n    <(?:Props|MS)>(?=\r?\n)"
)
ROOT = b"\n  <"
ENDS = frozenset({b"/Obj>", b"/Obj>\r"})
PROPERTY = re.compile(rb'\n      <[A-Za-z0-9]+ N="([^"<>&]*)"')
OBJECT_ID = re.compile(rb'<Obj [^>]*?RefId="([^"]*)"')
OBJECT_END = b"\n      </Obj>"
SCALARS = {tag.encode(): tag for tag in VALUE_TAGS}
FLAGS = {b"true": True, b"false": False}
MISFITS_AT_MOST = 4
Found = tuple[bytes, bytes, bytes, bytes, bytes]
"""A property as the pattern of a shape finds it: tag, name, other attributes, the text after it, the end tag where the text was the whole of it."""


@dataclass(frozen=True, slots=True)
class Shape:
    """What the records of a file look like: the wanted properties as they stand in it, the pattern that finds them, the types."""

    raw: list[bytes]
    names: tuple[PropertyName, ...]
    pattern: re.Pattern[bytes]
    types: tuple[str, ...]
    secrets: tuple[str, ...]


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
        if has_markup(text) or b"<TN " in text or not text.endswith(RECORD_END):
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
            secrets = tuple(name.text for name in names if name.is_secret)
            self._shape = Shape(raw, tuple(names), _pattern(raw), value.types, secrets)

    def _taken(self, text: bytes) -> _Taken | None:
        """Return what could be taken, None where the block is not only records or too many of them have another shape."""
        parts = text.split(ROOT)
        if parts[0].strip() or len(parts) % 2 == 0 or not ENDS.issuperset(parts[2::2]):
            return None
        taken = _Taken()
        for record in parts[1::2]:
            root = self._quick(record, taken)
            if root is None:
                taken.misfits += 1
                if taken.misfits > MISFITS_AT_MOST:
                    return None
                root = self._whole(ROOT + record + RECORD_END)
            taken.roots.append(root)
        return taken

    def _whole(self, record: bytes) -> Root:
        roots = list(self._tree.block(record))
        if len(roots) != 1:
            raise OddBlockError
        return Root(roots[0].value, None, roots[0].is_other_stream)

    def _quick(self, record: bytes, taken: _Taken) -> Root | None:
        """Return a record that has the shape, with null where a piece has still to be parsed."""
        begin, shape = BEGINNING.match(record), self._shape
        if begin is None or shape is None:
            return None
        types, is_deserialized = self._tree.types_of(begin[1].decode())
        slices: list[tuple[bytes, bytes, PropertyName]] = []
        try:
            properties = self._properties(record, shape, slices)
            said = None if begin[2] is None else self._tree.texts.unescaped(begin[2].decode())
        except UnicodeDecodeError:
            return None
        if properties is None or types != shape.types:
            return None
        for key, piece, name in slices:
            taken.slices[key] = piece, name
            taken.places.append((properties, name.text, key))
        item = Item(types=types, text=said, properties=properties, is_deserialized=is_deserialized)
        return Root(item, None)

    def _properties(self, record: bytes, shape: Shape, slices: list[tuple[bytes, bytes, PropertyName]]) -> dict[str, Value] | None:
        """Return the wanted properties of a record, None where they are not those of the shape."""
        found: list[Found] = shape.pattern.findall(record)
        if [raw for _, raw, _, _, _ in found] != shape.raw:
            return None
        properties: dict[str, Value] = {}
        read, place = self._tree.texts.value, 0
        for name, (tag, raw, attributes, text, closing) in zip(shape.names, found, strict=True):
            if closing and not attributes and tag in SCALARS:
                if tag == b"B" and text in FLAGS:
                    properties[name.text] = FLAGS[text]
                elif tag == b"S" and b"_" not in text:
                    properties[name.text] = text.decode()
                else:
                    properties[name.text] = read(SCALARS[tag], text.decode())
            elif tag == b"Nil" and attributes == b" /":
                properties[name.text] = None
            else:
                place = self._piece(record, place, (tag, raw, attributes), name, properties, slices)
                if not place:
                    return None
        return self._cleared(properties)

    def _piece(
        self,
        record: bytes,
        place: int,
        start: tuple[bytes, bytes, bytes],
        name: PropertyName,
        properties: dict[str, Value],
        slices: list[tuple[bytes, bytes, PropertyName]],
    ) -> int:
        """Cut out a property that has to be parsed, the next after a place, and return its end, 0 where that cannot be said.

        A piece that was parsed before, but for its RefId, which nothing points to, is the same value.
        """
        tag, raw, attributes = start
        head = b'\n      <%b N="%b"%b>' % start
        begin = record.find(head, place)
        end = _end(record, tag, attributes, begin + len(head))
        key = b" ".join((tag, raw, record[begin + len(head) : end]))
        properties[name.text] = self._values.get(key, None)
        if end and key not in self._values:
            slices.append((key, record[begin:end], name))
        return end

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


def _end(record: bytes, tag: bytes, attributes: bytes, start: int) -> int:
    """Return where a property ends whose start tag ends at `start`; 0 where that cannot be said or it points elsewhere."""
    if attributes.endswith(b"/"):
        end = start if tag != b"Ref" else 0
    else:
        closing = OBJECT_END if tag == b"Obj" else b"</" + tag + b">"
        found = record.find(closing, start)
        end = 0 if found < 0 else found + len(closing)
    return end if record.startswith((b"\n", b"\r\n"), end) else 0


def _pattern(raw: list[bytes]) -> re.Pattern[bytes]:
    names = b"|".join(map(re.escape, raw))
    return re.compile(rb'\n      <([A-Za-z0-9]+) N="(' + names + rb')"([^>]*)>([^<&\x00-\x1f]*)(</\1>(?=\r?\n))?')
