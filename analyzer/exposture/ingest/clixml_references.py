"""The two RefId spaces of a CLIXML document: objects and lists of type names.

Both run on through all roots, so a later record points into an earlier one. An object is kept beyond its
own root only while a later `Ref` names it: memory grows with what is shared, not with the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from exposture.errors import ClixmlError, Location
from exposture.ingest.limits import GROWS, Limits
from exposture.ingest.notes import Code, Notes, Place
from exposture.model.values import Item, Value

REFERENCE = re.compile(rb"""<Ref\s[^<]*?RefId\s*=\s*["']([^"'<]{0,40})["']""")
PREFIX = "deserialized."
SHOWN = 40
LONGEST_TAG = 1024 * 1024


class NeedsSurveyError(Exception):
    """A `Ref` points to an object of an earlier record that was let go: only a survey of the whole file says which to keep."""


def last_uses(pieces: Iterable[bytes], path: str, limits: Limits) -> dict[str, int]:
    """Return for each RefId the position of the last `Ref` to it, in bytes of the UTF-8 text.

    Raises:
        ClixmlError: more objects are referred to than the limit.
    """
    uses: dict[str, int] = {}
    for start, text in _whole_tags(pieces):
        for found in REFERENCE.finditer(text) if b"<Ref" in text else ():
            uses[found.group(1).decode("utf-8", "replace")] = start + found.start()
        if len(uses) > limits.max_references:
            raise ClixmlError(f"references point to more than the limit of {limits.max_references} objects; {GROWS}", where=Location(path=path))
    return uses


def _whole_tags(pieces: Iterable[bytes]) -> Iterator[tuple[int, bytes]]:
    """Yield the text in pieces that end with a tag, each with its position; a tag of no end is cut."""
    start, rest = 0, b""
    for piece in pieces:
        text = rest + piece
        cut = text.rfind(b">") + 1
        if not cut and len(text) > LONGEST_TAG:
            cut = len(text)
        yield start, text[:cut]
        start, rest = start + cut, text[cut:]
    yield start, rest


class References:
    """Finds what a `Ref` or `TNRef` points to; a target that is not there is a note.

    `last_use` None means that nobody has looked yet: objects are then kept while `keeps_all` is set, and a `Ref` to one that
    is not there raises NeedsSurveyError, for it may have been let go.
    """

    def __init__(self, place: Place, limits: Limits, notes: Notes, last_use: Mapping[str, int] | None) -> None:
        self._place = place
        self._limits = limits
        self._notes = notes
        self._last_use = last_use
        self.keeps_all = last_use is None
        self._let_go = False
        self._objects: dict[str, Value] = {}
        self._of_this_root: list[str] = []
        self._types: dict[str, tuple[tuple[str, ...], bool]] = {}
        self._highest = {"Obj": -1, "TN": -1}

    def add_object(self, ref_id: str, item: Item) -> None:
        """Register an object before its children are read: they may point back to it."""
        self._note_repeated("Obj", ref_id, is_known=ref_id in self._objects)
        self._objects[ref_id] = item
        self._of_this_root.append(ref_id)

    def replace_object(self, ref_id: str, value: Value) -> None:
        """Let references find another value: the object turned out to be a secret."""
        self._objects[ref_id] = value

    def find_object(self, ref_id: str) -> Value:
        """Return the object itself, shared and maybe not finished; None with a note where there is none."""
        if ref_id not in self._objects:
            if self._let_go:
                raise NeedsSurveyError
            self._notes.add(Code.DANGLING_REFERENCE, f"Ref to RefId '{ref_id[:SHOWN]}', which no object before it has")
            return None
        return self._objects[ref_id]

    def add_types(self, ref_id: str | None, names: list[str]) -> tuple[tuple[str, ...], bool]:
        """Register type names; return them without `Deserialized.`, and whether any had it."""
        found = strip_prefix(names)
        if ref_id is None:
            return found
        self._note_repeated("TN", ref_id, is_known=ref_id in self._types)
        self._types[ref_id] = found
        self._check_types()
        return found

    def find_types(self, ref_id: str) -> tuple[tuple[str, ...], bool]:
        """Return the type names that were registered; none, with a note, where there are none."""
        if ref_id not in self._types:
            self._notes.add(Code.DANGLING_TYPE, f"TNRef to RefId '{ref_id[:SHOWN]}', which no type before it has")
        return self._types.get(ref_id, ((), False))

    def end_root(self) -> None:
        """Let go what no later `Ref` names."""
        if not self.keeps_all:
            for ref_id in self._of_this_root:
                self._release(ref_id)
        self._of_this_root.clear()

    def _release(self, ref_id: str) -> None:
        if self._last_use is None:
            self._let_go = True
            self._objects.pop(ref_id, None)
        elif self._last_use.get(ref_id, -1) < self._place.position:
            self._objects.pop(ref_id, None)

    def end_keeping(self) -> None:
        """From here on let go at the end of each record: what was kept so far stays."""
        self.keeps_all = False

    @property
    def used(self) -> Mapping[str, int] | None:
        """The objects that a `Ref` anywhere points to, with the position of the last one; None where nobody has looked."""
        return self._last_use

    def has_object(self, ref_id: str) -> bool:
        """Say whether an object is kept."""
        return ref_id in self._objects

    def known_types(self, ref_id: str) -> tuple[tuple[str, ...], bool] | None:
        """Return the type names that were registered, None where there are none."""
        return self._types.get(ref_id)

    def adopt(self, types: Mapping[str, tuple[tuple[str, ...], bool]], objects: Mapping[str, Value], end: int) -> None:
        """Take over what another reader found in a part of the file that ends at a position; other objects of it are gone.

        Raises:
            ClixmlError: more lists of types than the limit.
        """
        self._let_go = self._last_use is None
        last_use = self._last_use or {}
        self._objects |= {ref_id: value for ref_id, value in objects.items() if last_use.get(ref_id, -1) >= end}
        self._types |= types
        self._check_types()

    def _check_types(self) -> None:
        if len(self._types) > self._limits.max_types:
            raise ClixmlError(f"the file has more than the limit of {self._limits.max_types} lists of types; {GROWS}", where=self._place.here)

    def _note_repeated(self, space: str, ref_id: str, *, is_known: bool) -> None:
        """Note an id that was there before: writers number upwards through the file, so one at or below the highest was."""
        number = int(ref_id) if ref_id.isascii() and ref_id.isdigit() and len(ref_id) < 19 else None
        if is_known or (number is not None and number <= self._highest[space]):
            message = f"RefId {ref_id[:SHOWN]} of <{space}> comes again, the file was put together by hand; from here on the later one holds"
            self._notes.add(Code.DUPLICATE_REFERENCE, message)
        if number is not None:
            self._highest[space] = max(number, self._highest[space])


def strip_prefix(names: list[str]) -> tuple[tuple[str, ...], bool]:
    """Return type names without `Deserialized.` in front, and whether any had it."""
    bare = tuple(name[len(PREFIX) :] if name[: len(PREFIX)].casefold() == PREFIX else name for name in names)
    return bare, bare != tuple(names)
