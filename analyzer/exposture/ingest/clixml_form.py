"""Tell in which of four ways an Exchange object came into a CLIXML file: it decides how much structure is left.

Source: PowerShell's serialization (depth 1 over remoting, `Deserialized.` put in front on reading), Exchange's
rehydration by `SerializationData`.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from exposture.ingest.notes import Code
from exposture.model.values import Item, Note, Value

SHELL_MARKS = ("PSComputerName", "RunspaceId")
CUSTOM_OBJECT = "system.management.automation.pscustomobject"
SELECTED = "selected."


class Form(StrEnum):
    """How objects were exported."""

    REHYDRATED = "R"
    REMOTING = "D"
    LOCAL = "L"
    REEXPORTED = "X"


def form_of(values: Iterable[Value], notes: Iterable[Note] = ()) -> Form | None:
    """Return the form of a file from its root values and the notes of its reading; None where no typed object tells.

    Rehydrated: types without prefix, properties of the remote shell. Remoting: types with prefix, properties of the
    shell, no blob. Local: types without prefix, nothing of a shell. Re-exported: types with prefix otherwise.
    """
    items = [value for value in values if isinstance(value, Item) and _is_typed(value)]
    if not items:
        return None
    has_blob = any(note.code == Code.BLOB_DROPPED for note in notes)
    has_marks = any(mark in item for item in items for mark in SHELL_MARKS)
    if any(item.is_deserialized for item in items):
        return Form.REMOTING if has_marks and not has_blob else Form.REEXPORTED
    return Form.REHYDRATED if has_marks or has_blob else Form.LOCAL


def _is_typed(item: Item) -> bool:
    """Say whether an object has a type of its own, and not one that Select-Object or a script made."""
    first = item.types[0].casefold() if item.types else CUSTOM_OBJECT
    return first != CUSTOM_OBJECT and not first.startswith(SELECTED)
