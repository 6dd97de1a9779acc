"""Parser events of one CLIXML document to values, without a tree: what is finished is handed out and let go.

Structure that CLIXML does not have is a ClixmlError at its line; a value that is not of its tag's form, a
reference to nothing, a secret are notes. Text of a dropped blob is never kept in memory.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping

from exposture.errors import ClixmlError, Location
from exposture.ingest.clixml_closing import Closing
from exposture.ingest.clixml_frames import (
    BlockFrame,
    DictionaryFrame,
    DocumentFrame,
    EmptyFrame,
    EntryFrame,
    Frame,
    ListFrame,
    ObjectFrame,
    PropertyName,
    TypesFrame,
)
from exposture.ingest.clixml_references import References
from exposture.ingest.clixml_text import Texts
from exposture.ingest.clixml_values import CONTAINER_TAGS, ESCAPED_TAGS, READERS
from exposture.ingest.limits import FIXED, GROWS, Limits
from exposture.ingest.notes import Code, Notes, Place
from exposture.model.values import Value

NAMESPACE = "http://schemas.microsoft.com/powershell/2004/04"
ROOT = f"{{{NAMESPACE}}}Objs"
TAG_START = len(NAMESPACE) + 2
VERSION = re.compile(r"([0-9]{1,9})\.([0-9]{1,9})(?:\.[0-9]{1,9}){0,2}")
FRAMES_PER_LEVEL = 4
SHOWN = 100

Attributes = Mapping[str, str]
Finished = tuple[Value, Location]


class ClixmlTarget:
    """Takes `start end data comment pi doctype` of an lxml parser; `take_finished` gives the roots so far."""

    def __init__(self, place: Place, limits: Limits, notes: Notes, references: References) -> None:
        self._place = place
        self._limits = limits
        self._notes = notes
        self._references = references
        self._texts = Texts(notes)
        self._closing = Closing(place, notes, self._references)
        self._stack: list[Frame] = []
        self._document = DocumentFrame()
        self._finished: list[Finished] = []
        self._root_at = place.here
        self._is_other_stream = False
        self._allows_unknown = False
        self._leaf: str | None = None
        self._leaf_name: PropertyName | None = None
        self._keeps_text = True
        self._buffer: list[str] = []
        self._text_bytes = 0
        self._skipped = 0
        self._depth = 0
        self._elements = 0
        self._record_elements = 0
        self._openers = self._tags()

    def _tags(self) -> dict[str, Callable[[str, Attributes], None]]:
        openers: dict[str, Callable[[str, Attributes], None]] = dict.fromkeys((*READERS, *ESCAPED_TAGS), self._open_value)
        openers |= dict.fromkeys(CONTAINER_TAGS, self._open_list)
        openers |= {"Nil": self._open_nil, "Ref": self._open_reference, "TNRef": self._open_types_reference, "PR": self._open_ignored}
        openers |= {"Obj": self._open_object, "Props": self._open_block, "MS": self._open_block, "DCT": self._open_dictionary}
        openers |= {"En": self._open_entry, "TN": self._open_types, "T": self._open_type, "ToString": self._open_text}
        return {f"{{{NAMESPACE}}}{tag}": opener for tag, opener in openers.items()}

    def take_finished(self) -> list[Finished]:
        """Return the roots finished since the last call, each with the place where it begins."""
        finished, self._finished = self._finished, []
        return finished

    @property
    def elements(self) -> int:
        """Return how many elements have begun."""
        return self._elements

    @property
    def is_inside_record(self) -> bool:
        """Say whether a root has begun and not ended."""
        return len(self._stack) > 1 or self._leaf is not None or self._skipped > 0

    @property
    def is_open(self) -> bool:
        """Say whether `Objs` has begun and not ended."""
        return bool(self._stack)

    def _fault(self, message: str) -> ClixmlError:
        return ClixmlError(message, where=self._place.here)

    # Events of the parser

    def doctype(self, name: str | None, _public: str | None, _system: str | None) -> None:
        """Refuse: a document type can rename properties and hide text from one way of reading."""
        raise self._fault(f"a document type declaration (DOCTYPE {name}) is refused: no export has one")

    def comment(self, _text: str) -> None:
        """Refuse a comment inside a record, where it could cut a value in two."""
        if self.is_inside_record:
            raise self._fault("a comment inside a record is refused: no export has one")

    def pi(self, target: str, _data: str | None = None) -> None:
        """Refuse a processing instruction inside a record, as a comment is."""
        if self.is_inside_record:
            raise self._fault(f"a processing instruction ({target[:SHOWN]}) inside a record is refused: no export has one")

    def start(self, tag: str, attributes: Attributes) -> None:
        """Open an element."""
        if not self._stack:
            self._open_document(tag, attributes)
            return
        if not self.is_inside_record:
            self._begin_root(attributes)
        self._count_element()
        if self._skipped:
            self._skipped += 1
            return
        if self._leaf is not None:
            raise self._fault(f"no CLIXML: an element stands inside the value <{self._leaf}>")
        opener = self._openers.get(tag)
        if opener is None:
            self._open_unknown(tag)
        else:
            opener(tag[TAG_START:], attributes)

    def end(self, _tag: str) -> None:
        """Close the element that was opened last."""
        if self._skipped:
            self._skipped -= 1
        elif self._leaf is not None:
            self._close_leaf(self._leaf)
        else:
            self._close_frame(self._stack.pop())

    def data(self, text: str) -> None:
        """Take a piece of text; outside of values only white space may stand."""
        if self._leaf is None:
            if not self._skipped and not text.isspace():
                raise self._fault("no CLIXML: text stands between elements")
            return
        self._text_bytes += len(text) if text.isascii() else len(text.encode())
        if self._text_bytes > self._limits.max_value_bytes:
            raise self._fault(f"a value is longer than {self._limits.max_value_bytes} bytes, {FIXED}")
        if self._keeps_text:
            self._buffer.append(text)

    def close(self) -> None:
        """Nothing is left to do: what is whole was handed out before."""

    # Opening

    def _count_element(self) -> None:
        self._elements += 1
        self._record_elements += 1
        if self._elements > self._limits.max_elements:
            raise self._fault(f"the file has more than the limit of {self._limits.max_elements} elements; {GROWS}")
        if self._record_elements > self._limits.max_record_elements:
            raise self._fault(f"a record has more than {self._limits.max_record_elements} elements, {FIXED}")

    def _push(self, frame: Frame, *, nests: bool = False) -> None:
        self._stack.append(frame)
        frame.nests = nests
        self._depth += nests
        if self._depth > self._limits.max_depth or len(self._stack) > self._limits.max_depth * FRAMES_PER_LEVEL:
            raise self._fault(f"objects are nested deeper than {self._limits.max_depth}, {FIXED}")

    def _open_document(self, tag: str, attributes: Attributes) -> None:
        if tag != ROOT:
            raise self._fault(f"no CLIXML: the root element is <{tag[:SHOWN]}>, expected <Objs> in the namespace {NAMESPACE}")
        version = attributes.get("Version", "1.1.0.1").strip()
        found = VERSION.fullmatch(version)
        if found is None or found.group(1) != "1":
            raise self._fault(f"CLIXML version '{version[:SHOWN]}' is unknown, expected 1.x")
        self._allows_unknown = int(found.group(2)) > 1
        self._stack.append(self._document)

    def _begin_root(self, attributes: Attributes) -> None:
        self._root_at = self._place.here
        self._record_elements = 0
        self._is_other_stream = attributes.get("S", "output").casefold() != "output"

    def _open_unknown(self, tag: str) -> None:
        short = tag.rpartition("}")[2][:SHOWN]
        if not self._allows_unknown or len(self._stack) == 1:
            raise self._fault(f"no CLIXML: <{short}> is no known tag")
        self._notes.add(Code.UNKNOWN_TAG, f"the unknown tag <{short}> was passed over")
        self._skipped = 1

    def _open_ignored(self, _tag: str, _attributes: Attributes) -> None:
        self._skipped = 1

    def _open_value(self, tag: str, attributes: Attributes) -> None:
        self._value_parent(tag)
        self._begin_leaf(tag, self._named(attributes))

    def _value_parent(self, tag: str) -> Frame:
        top = self._stack[-1]
        if not top.takes_values:
            raise self._misplaced(tag)
        return top

    def _misplaced(self, tag: str) -> ClixmlError:
        return self._fault(f"no CLIXML: <{tag}> stands in <{self._stack[-1].tag}>")

    def _named(self, attributes: Attributes) -> PropertyName | None:
        raw = attributes.get("N")
        return None if raw is None else self._texts.name(raw)

    def _begin_leaf(self, tag: str, name: PropertyName | None = None) -> None:
        self._leaf = tag
        self._leaf_name = name
        self._keeps_text = tag != "SS" and (name is None or not name.is_blob)
        self._text_bytes = 0
        self._buffer.clear()

    def _open_text(self, tag: str, _attributes: Attributes) -> None:
        if not isinstance(self._stack[-1], ObjectFrame):
            raise self._misplaced(tag)
        self._begin_leaf(tag)

    def _open_type(self, tag: str, _attributes: Attributes) -> None:
        if not isinstance(self._stack[-1], TypesFrame):
            raise self._misplaced(tag)
        self._begin_leaf(tag)

    def _open_nil(self, tag: str, attributes: Attributes) -> None:
        self._value_parent(tag)
        self._push(EmptyFrame(tag, self._named(attributes)))

    def _open_reference(self, tag: str, attributes: Attributes) -> None:
        self._value_parent(tag)
        found = self._references.find_object(attributes.get("RefId", ""))
        self._push(EmptyFrame(tag, self._named(attributes), found))

    def _open_types_reference(self, tag: str, attributes: Attributes) -> None:
        top = self._stack[-1]
        if not isinstance(top, ObjectFrame):
            raise self._misplaced(tag)
        top.item.types, top.item.is_deserialized = self._references.find_types(attributes.get("RefId", ""))
        self._push(Frame(tag))

    def _open_object(self, tag: str, attributes: Attributes) -> None:
        self._value_parent(tag)
        frame = ObjectFrame(self._named(attributes), attributes.get("RefId"))
        if frame.ref_id is not None:
            self._references.add_object(frame.ref_id, frame.item)
        self._push(frame, nests=True)

    def _open_block(self, tag: str, attributes: Attributes) -> None:
        top = self._stack[-1]
        if isinstance(top, ObjectFrame):
            self._push(BlockFrame(tag, top.block(tag)))
        elif tag == "MS" and isinstance(top, BlockFrame):
            self._push(BlockFrame(tag, {}, self._named(attributes), is_value=True), nests=True)
        else:
            raise self._misplaced(tag)

    def _open_list(self, tag: str, attributes: Attributes) -> None:
        is_base = isinstance(self._value_parent(tag), ObjectFrame)
        self._push(ListFrame(tag, self._named(attributes)), nests=not is_base)

    def _open_dictionary(self, tag: str, attributes: Attributes) -> None:
        is_base = isinstance(self._value_parent(tag), ObjectFrame)
        self._push(DictionaryFrame(self._named(attributes)), nests=not is_base)

    def _open_entry(self, tag: str, _attributes: Attributes) -> None:
        top = self._stack[-1]
        if not isinstance(top, DictionaryFrame):
            raise self._misplaced(tag)
        self._push(EntryFrame(top.entries))

    def _open_types(self, tag: str, attributes: Attributes) -> None:
        top = self._stack[-1]
        if not isinstance(top, ObjectFrame):
            raise self._misplaced(tag)
        self._push(TypesFrame(top.item, attributes.get("RefId")))

    # Closing

    def _close_leaf(self, tag: str) -> None:
        text = "".join(self._buffer)
        self._leaf = None
        top = self._stack[-1]
        match tag, top:
            case "ToString", ObjectFrame():
                top.item.text = self._texts.unescaped(text)
            case "T", TypesFrame():
                top.names.append(sys.intern(self._texts.unescaped(text)))
            case _:
                self._closing.put(top, self._leaf_name, self._texts.value(tag, text))
                self._hand_out()

    def _close_frame(self, frame: Frame) -> None:
        self._depth -= frame.nests
        if self._stack:
            self._closing.close(frame, self._stack[-1])
            self._hand_out()

    def _hand_out(self) -> None:
        """Hand out the root that has just ended, if one has."""
        for value in self._document.roots:
            self._references.end_root()
            if self._is_other_stream:
                self._notes.add(Code.STREAM_IGNORED, "a record of another stream than output was passed over", self._root_at)
            else:
                self._finished.append((value, self._root_at))
        self._document.roots.clear()
