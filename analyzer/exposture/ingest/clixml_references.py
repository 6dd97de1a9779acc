"""The two RefId spaces of a CLIXML document: objects and lists of type names.

Both run on through all roots, so a later record points into an earlier one. An object is kept beyond its
own root only while a later `Ref` names it: memory grows with what is shared, not with the file.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from exposture.errors import ClixmlError, Location
from exposture.ingest.limits import Limits
from exposture.ingest.notes import Code, Notes, Place
from exposture.model.values import Item, Value

REFERENCE = re.compile(rb"""<Ref\s[^<]*?RefId\s*=\s*["']([^"'<]{0,40})["']""")
PREFIX = "deserialized."
SHOWN = 40


def last_uses(data: bytes, path: str, limits: Limits) -> dict[str, int]:
    """Return for each RefId the position of the last `Ref` to it, in bytes.

    Raises:
        ClixmlError: more objects are referred to than the limit.
    """
    uses: dict[str, int] = {}
    for found in REFERENCE.finditer(data):
        uses[found.group(1).decode("utf-8", "replace")] = found.start()
        if len(uses) > limits.max_references:
            raise ClixmlError(f"references point to more than the limit of {limits.max_references} objects", where=Location(path=path))
    return uses


class References:
    """Finds what a `Ref` or `TNRef` points to; a target that is not there is a note."""

    def __init__(self, place: Place, limits: Limits, notes: Notes, last_use: Mapping[str, int]) -> None:
        self._place = place
        self._limits = limits
        self._notes = notes
        self._last_use = last_use
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
        if len(self._types) > self._limits.max_types:
            raise ClixmlError(f"the file has more than the limit of {self._limits.max_types} lists of types", where=self._place.here)
        return found

    def find_types(self, ref_id: str) -> tuple[tuple[str, ...], bool]:
        """Return the type names that were registered; none, with a note, where there are none."""
        if ref_id not in self._types:
            self._notes.add(Code.DANGLING_TYPE, f"TNRef to RefId '{ref_id[:SHOWN]}', which no type before it has")
        return self._types.get(ref_id, ((), False))

    def end_root(self) -> None:
        """Let go what no later `Ref` names."""
        for ref_id in self._of_this_root:
            if self._last_use.get(ref_id, -1) < self._place.position:
                self._objects.pop(ref_id, None)
        self._of_this_root.clear()

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
