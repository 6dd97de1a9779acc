"""What happens to a CLIXML element when it ends: its value goes to the element around it, or not at all.

Here secrets and blobs are cut out: a property by its name, a credential by its type, a pair of name and value
by the name in it.
"""

from __future__ import annotations

from functools import lru_cache

from exposture.errors import ClixmlError
from exposture.ingest.clixml_frames import BlockFrame, EntryFrame, Frame, ObjectFrame, PropertyName, TypesFrame
from exposture.ingest.clixml_references import References
from exposture.ingest.notes import Code, Notes, NoteTaker, Place
from exposture.ingest.redaction import is_secret_name, redact
from exposture.model.values import Item, Redacted, Value

CREDENTIAL = "system.management.automation.pscredential"
IN_CREDENTIAL = Redacted("a PSCredential")


class Closing:
    """Closes frames of one document."""

    def __init__(self, place: Place, notes: Notes, references: References) -> None:
        self._place = place
        self._notes = notes
        self._references = references

    def close(self, frame: Frame, parent: Frame) -> None:
        """Hand what a frame holds to the frame around it."""
        if isinstance(frame, ObjectFrame):
            self._close_object(frame, parent)
        elif isinstance(frame, EntryFrame):
            self._close_entry(frame)
        elif isinstance(frame, TypesFrame):
            frame.item.types, frame.item.is_deserialized = self._references.add_types(frame.ref_id, frame.names)
        else:
            for value in frame.finished():
                self.put(parent, frame.name, value)

    def _close_object(self, frame: ObjectFrame, parent: Frame) -> None:
        value = without_secret(frame.finish(), self._notes)
        if value is IN_CREDENTIAL and frame.ref_id is not None:
            self._references.replace_object(frame.ref_id, IN_CREDENTIAL)
        self.put(parent, frame.name, value)

    def _close_entry(self, frame: EntryFrame) -> None:
        if not frame.is_whole:
            raise ClixmlError("no CLIXML: an entry of a dictionary needs one Key and one Value", where=self._place.here)
        key, value = frame.parts["key"], frame.parts["value"]
        if isinstance(key, str) and is_secret_name(key):
            value = redacted(key, value, self._notes)
        frame.entries.pairs.append((key, value))

    def put(self, parent: Frame, name: PropertyName | None, value: Value) -> None:
        """Give a finished value to the element that it stands in."""
        if isinstance(parent, BlockFrame):
            put_property(parent.properties, parent.tag, name, value, self._notes)
        else:
            parent.take(name, value)


def put_property(properties: dict[str, Value], tag: str, name: PropertyName | None, value: Value, notes: NoteTaker) -> None:
    """Give a finished value to the block of properties that it stands in: a blob and a secret never get there."""
    if name is None:
        notes.add(Code.UNNAMED_PROPERTY, "a property without a name was passed over")
        return
    if name.is_blob:
        notes.add(Code.BLOB_DROPPED, name.text)
        return
    if name.text in properties:
        notes.add(Code.DUPLICATE_PROPERTY, f"the property {name.text[:100]} comes twice in <{tag}>; the last one holds")
    properties[name.text] = redacted(name.text, value, notes) if name.is_secret else value


def redacted(name: str, value: Value, notes: NoteTaker) -> Value:
    """Return the value of a property whose name says that it is a secret, without it."""
    found, was_cut = redact(value)
    if was_cut:
        notes.add(Code.REDACTED, f"the value of {name[:100]} was cut out: its name says that it is a secret")
    return found


def without_secret(item: Item, notes: NoteTaker) -> Item | Redacted:
    """Return an object that is whole, or what stands for a credential.

    The value is cut out of a pair `Name`, `Value` (attributes in IIS exports) where the name is that of a secret.
    """
    value = item.properties.get("Value")
    name = item.properties.get("Name") if value is not None else None
    if isinstance(name, str) and is_secret_name(name):
        item.properties["Value"] = redacted(name, value, notes)
    if not is_filled_credential(item):
        return item
    notes.add(Code.REDACTED, "a PSCredential was cut out")
    return IN_CREDENTIAL


def is_filled_credential(item: Item) -> bool:
    """Say whether an object is a credential with anything in it; `PSCredential.Empty` is written with nulls."""
    if not is_credential(item.types):
        return False
    return item.value is not None or any(value is not None for value in item.properties.values())


@lru_cache(maxsize=1024)
def is_credential(types: tuple[str, ...]) -> bool:
    """Say whether types are those of a credential."""
    return any(name.casefold() == CREDENTIAL for name in types)
