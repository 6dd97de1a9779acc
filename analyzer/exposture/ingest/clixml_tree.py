"""Blocks of records to values by way of a tree: the parser works at its own speed, and only what is wanted becomes Python.

The tree is built with everything checked that makes XML well-formed; the properties that are wanted are checked as strictly as
by `ClixmlTarget`. Whatever is odd raises OddBlockError: the block is then read by events, which name the fault and its line.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from lxml import etree

from exposture.ingest.clixml_blocks import lines_in
from exposture.ingest.clixml_closing import is_credential, put_property, redacted, without_secret
from exposture.ingest.clixml_frames import PropertyName, merge_blocks
from exposture.ingest.clixml_references import NeedsSurveyError, References, strip_prefix
from exposture.ingest.clixml_repeats import Repeats
from exposture.ingest.clixml_text import Texts
from exposture.ingest.clixml_values import CONTAINER_TAGS, ESCAPED_TAGS, READERS
from exposture.ingest.limits import Limits
from exposture.ingest.notes import Code, HeldNotes
from exposture.ingest.redaction import is_secret_name
from exposture.model.values import Entries, Item, Value

LINES_AT_MOST = 60_000
VALUE_TAGS = frozenset((*READERS, *ESCAPED_TAGS))
PROPERTY_TAGS = frozenset({"Props", "MS"})
BLOB_START = b'<BA N="SerializationData">'
BLOB_END = b"</BA>"
Types = tuple[tuple[str, ...], bool]


_names = etree.XPath("*/@N", smart_strings=False)


class OddBlockError(Exception):
    """A block is not what this reader takes; it says nothing about whether the block is right."""


class Root(NamedTuple):
    """One record of a block: its value and its line in the block, from 0, None where nobody counted. `is_other_stream` where it is no output."""

    value: Value
    line: int | None
    is_other_stream: bool = False


def parse_block(text: bytes, parser: etree.XMLParser) -> etree._Element:
    """Return the tree of a block.

    Raises:
        OddBlockError: it is not well-formed, or holds what no export has.
    """
    if has_markup(text) or lines_in(text) > LINES_AT_MOST:
        raise OddBlockError
    try:
        return etree.fromstring(b"<Objs>" + text + b"</Objs>", parser)
    except etree.XMLSyntaxError as error:
        raise OddBlockError from error


def has_markup(text: bytes) -> bool:
    """Tell whether a comment, a CDATA section, a declaration or an instruction stands in a text. One rare byte is found much faster than two."""
    return (b"!" in text and b"<!" in text) or (b"?" in text and b"<?" in text)


def block_parser() -> etree.XMLParser:
    """Return a parser that builds a tree without blank text; the bytes are UTF-8 whatever a byte order mark would say."""
    return etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=False,
        remove_blank_text=True,
        collect_ids=False,
    )


def without_blobs(text: bytes) -> tuple[bytes, int]:
    """Return a block without the contents of SerializationData, and how many there were."""
    if BLOB_START not in text:
        return text, 0
    parts = text.split(BLOB_START)
    kept = [parts[0]]
    for part in parts[1:]:
        end = part.find(b"<")
        if end < 0 or not part.startswith(BLOB_END, end) or b"\n" in part[:end]:
            raise OddBlockError
        kept.append(part[end + len(BLOB_END) :])
    return b"".join(kept), len(parts) - 1


class TreeReader:
    """Turns elements of one block at a time into values. `names` are the properties of a record that are wanted, case-folded."""

    def __init__(self, references: References, limits: Limits, names: frozenset[str]) -> None:
        self.notes = HeldNotes()
        self.texts = Texts(self.notes)
        self.parser = block_parser()
        self._references = references
        self._limits = limits
        self._names = names | {"name"} if "value" in names else names  # a pair of name and value may be a secret
        self._wanted: dict[str, bool] = {}
        self._places: dict[str, tuple[list[str], list[int]]] = {}
        self._types: dict[str, Types] = {}
        self._objects: dict[str, Value] = {}
        self._lines: dict[str, int] = {}
        self._seen: dict[str, Value] = {}
        self._repeats = Repeats()
        self._record: etree._Element | None = None

    def begin(self) -> None:
        """Forget what an earlier block left that was not adopted."""
        self.notes.drop()
        self.notes.line = 0
        self._types, self._objects, self._lines = {}, {}, {}

    def adopt(self, end: int) -> None:
        """Let the rest of the file, which begins at that position, see the types and objects of the block."""
        self._references.adopt(self._types, self._objects, end)
        self.begin()

    @property
    def used(self) -> Mapping[str, int] | None:
        """The objects that a `Ref` anywhere points to; None where nobody has looked."""
        return self._references.used

    def is_wanted(self, raw: str) -> bool:
        """Tell whether a property of a record, by its attribute `N`, is wanted."""
        wanted = self._wanted.get(raw)
        if wanted is None:
            wanted = self._wanted[raw] = self.texts.plain_name(raw).text.casefold() in self._names
        return wanted

    def block(self, text: bytes) -> Iterator[Root]:
        """Yield the records of a block; they hold only once the block has come to its end.

        Raises:
            OddBlockError: something in it is not what this reader takes.
            NeedsSurveyError: see there.
        """
        cut, blobs = without_blobs(text)
        tree = parse_block(cut, self.parser)
        self.notes.count(Code.BLOB_DROPPED, blobs)
        self._repeats.tidy()
        self._register(tree, has_types=b"<TN " in cut)
        for element in _children(tree):
            self.notes.line = cast("int", element.sourceline) - 1
            is_other = element.get("S", "output").casefold() != "output"
            yield Root(self._root(element), self.notes.line, is_other)

    def _register(self, tree: etree._Element, *, has_types: bool) -> None:
        """Learn the types of the block, and the objects that a `Ref` anywhere points to."""
        for element in tree.iter("TN") if has_types else ():
            ref_id = element.get("RefId")
            if ref_id is not None:
                self._types[ref_id] = self._names_of(element)
        if has_types:
            self._repeats.clear()
        used = self._references.used
        if not used:
            return
        self._seen, self._record = self._objects, tree
        for element in tree.iter("Obj"):
            ref_id = element.get("RefId")
            if ref_id in used:
                self._lines[str(ref_id)] = cast("int", element.sourceline)
                if ref_id not in self._objects:
                    self._object(element, 0)

    def _names_of(self, element: etree._Element) -> Types:
        if any(each.tag != "T" or len(each) for each in _children(element)):
            raise OddBlockError
        return strip_prefix([sys.intern(self.texts.unescaped(each.text or "")) for each in element])

    def _root(self, element: etree._Element) -> Value:
        self._seen, self._record = {}, element
        if element.tag != "Obj":
            return self.value(element, 0)
        item, properties = Item(), Blocks()
        for each in self._entered(element, item):
            tag = each.tag
            if tag in PROPERTY_TAGS:
                self._wanted_block(each, tag, properties.of(tag))
            else:
                self._part(each, item, 1)
        item.properties = properties.merged()
        if is_credential(item.types):
            raise OddBlockError
        return without_secret(item, self.notes)

    def _wanted_block(self, element: etree._Element, tag: str, properties: dict[str, Value]) -> None:
        """Take the wanted ones of a record's properties; most records have the same names, so that their places are known."""
        names = cast("list[str]", _names(element))
        known = self._places.get(tag)
        if known is None or known[0] != names:
            known = self._places[tag] = names, [place for place, raw in enumerate(names) if self.is_wanted(raw)]
        if len(names) != len(element):
            raise OddBlockError
        for place in known[1]:
            child = element[place]
            if child.tail is not None:
                raise OddBlockError
            name = self.texts.plain_name(names[place])
            value = self._repeated(child) if child.tag == "Obj" and not name.is_blob else None
            put_property(properties, tag, name, self._value_of(child, name, 1) if value is None else value, self.notes)

    def _put(self, element: etree._Element, raw: str, tag: str, properties: dict[str, Value], depth: int) -> None:
        name = self.texts.plain_name(raw)
        put_property(properties, tag, name, self._value_of(element, name, depth), self.notes)

    def _value_of(self, element: etree._Element, name: PropertyName, depth: int) -> Value:
        return "" if name.is_blob else self.value(element, depth)

    def _repeated(self, element: etree._Element) -> Value:
        """Return an object that stands in a record, shared with others of the same text; whoever repeats a note is read again."""
        written = etree.tostring(element, encoding="utf-8", with_tail=False)
        text = written[written.index(b">") :]
        if text in self._repeats:
            value = self._seen[element.get("RefId", "")] = self._repeats[text]
            return value
        noted = len(self.notes)
        value = self.value(element, 1)
        if isinstance(value, Item) and len(self.notes) == noted and b"<Ref " not in text:
            self._repeats.add(text, value)
        return value

    def value(self, element: etree._Element, depth: int) -> Value:
        """Return the value that an element is."""
        tag = element.tag
        if tag in VALUE_TAGS:
            if len(element):
                raise OddBlockError
            return self.texts.value(tag, element.text or "")
        match tag:
            case "Nil":
                _nothing_in(element)
                return None
            case "Obj":
                return self._object(element, depth + 1)
            case "Ref":
                _nothing_in(element)
                return self._referred(element, element.get("RefId", ""))
            case "DCT":
                return self._dictionary(element, depth + 1)
            case _ if tag in CONTAINER_TAGS:
                return self._list(element, depth + 1)
            case _:
                raise OddBlockError

    def _object(self, element: etree._Element, depth: int) -> Value:
        item, properties = Item(), Blocks()
        for each in self._entered(element, item, depth):
            tag = each.tag
            if tag in PROPERTY_TAGS:
                self._block(each, tag, properties.of(tag), depth)
            else:
                self._part(each, item, depth)
        item.properties = properties.merged()
        value = without_secret(item, self.notes)
        if value is not item and (ref_id := element.get("RefId")) is not None:
            self._seen[ref_id] = value
        return value

    def _entered(self, element: etree._Element, item: Item, depth: int = 0) -> list[etree._Element]:
        """Register an object before its children are read, which may point back to it; return them."""
        ref_id = element.get("RefId")
        if ref_id is not None:
            self._seen[ref_id] = item
        return self._inside(element, depth)

    def _part(self, element: etree._Element, item: Item, depth: int) -> None:
        """Take what stands in an object beside its properties."""
        tag = element.tag
        if tag == "TNRef":
            item.types, item.is_deserialized = self.types_of(element.get("RefId", ""))
        elif tag == "ToString":
            if len(element):
                raise OddBlockError
            item.text = self.texts.unescaped(element.text or "")
        elif tag == "TN":
            item.types, item.is_deserialized = self._names_of(element)
        else:
            item.value = self.value(element, depth)

    def _block(self, element: etree._Element, tag: str, properties: dict[str, Value], depth: int) -> None:
        for each in _children(element):
            raw = each.get("N")
            if raw is None or each.tag == "MS":
                raise OddBlockError
            self._put(each, raw, tag, properties, depth)

    def types_of(self, ref_id: str) -> Types:
        """Return the types that a `TNRef` names."""
        found = self._types.get(ref_id) or self._references.known_types(ref_id)
        if found is None:
            raise OddBlockError
        return found

    def _referred(self, reference: etree._Element, ref_id: str) -> Value:
        """Return what a `Ref` points to: in this record, in this block, or kept from an earlier one."""
        if ref_id in self._seen:
            return self._seen[ref_id]
        if ref_id in self._objects and self._lines[ref_id] <= cast("int", reference.sourceline):
            return self._objects[ref_id]
        if self._references.has_object(ref_id):
            return self._references.find_object(ref_id)
        element = self._object_before(reference, ref_id)
        if element is not None:
            return self._object(element, 1)
        if self._references.used is None:
            raise NeedsSurveyError
        raise OddBlockError

    def _object_before(self, reference: etree._Element, ref_id: str) -> etree._Element | None:
        """Return the last object of that id in the record, before the `Ref` to it."""
        found = None
        for element in () if self._record is None else self._record.iter("Obj", "Ref"):
            if element is reference:
                break
            if element.tag == "Obj" and element.get("RefId") == ref_id:
                found = element
        return found

    def _list(self, element: etree._Element, depth: int) -> list[Value]:
        return [self.value(each, depth) for each in self._inside(element, depth)]

    def _dictionary(self, element: etree._Element, depth: int) -> Entries:
        entries = Entries()
        for entry in self._inside(element, depth):
            parts = {self.texts.plain_name(each.get("N", "")).text.casefold(): each for each in _children(entry)}
            if entry.tag != "En" or parts.keys() != {"key", "value"} or len(entry) != len(parts):
                raise OddBlockError
            entries.pairs.append(self._pair(self.value(parts["key"], depth), self.value(parts["value"], depth)))
        return entries

    def _pair(self, key: Value, value: Value) -> tuple[Value, Value]:
        if key is None:
            raise OddBlockError
        return key, redacted(key, value, self.notes) if isinstance(key, str) and is_secret_name(key) else value

    def _inside(self, element: etree._Element, depth: int) -> list[etree._Element]:
        if depth > self._limits.max_depth:
            raise OddBlockError
        return _children(element)


class Blocks:
    """The two blocks of properties of one object."""

    __slots__ = ("adapted", "extended")

    def __init__(self) -> None:
        self.adapted: dict[str, Value] = {}
        self.extended: dict[str, Value] = {}

    def of(self, tag: str) -> dict[str, Value]:
        """Return the properties of one block."""
        return self.adapted if tag == "Props" else self.extended

    def merged(self) -> dict[str, Value]:
        """Return both in one mapping, in which `MS` wins."""
        if self.adapted and self.extended:
            return merge_blocks(self.adapted, self.extended)
        return self.adapted or self.extended


def _nothing_in(element: etree._Element) -> None:
    if len(element) or element.text:
        raise OddBlockError


def _children(element: etree._Element) -> list[etree._Element]:
    """Return the children of an element; text between them is odd."""
    found = list(element)
    if element.text is not None and not element.text.isspace():
        raise OddBlockError
    for each in found:
        if each.tail is not None:
            raise OddBlockError
    return found
