"""What is open while a CLIXML document is read: one small class per kind of element that holds others.

A frame takes finished values. It knows nothing of XML, limits or notes.
"""

from __future__ import annotations

from dataclasses import dataclass

from exposture.model.values import Entries, Item, Value


@dataclass(frozen=True, slots=True)
class PropertyName:
    """A name as it is after its escapes, and what it says about its value."""

    text: str
    is_secret: bool = False
    is_blob: bool = False


class Frame:
    """An open element. `takes_values` says whether a value element may stand directly in it, `nests` whether it counts as depth."""

    __slots__ = ("name", "nests", "tag")
    takes_values = False

    def __init__(self, tag: str, name: PropertyName | None = None) -> None:
        self.tag = tag
        self.name = name
        self.nests = False

    def take(self, name: PropertyName | None, value: Value, /) -> None:
        """Accept a finished child; only a frame that takes values is asked."""

    def finished(self) -> list[Value]:
        """Return the value that the element is, if it is one."""
        return []


class DocumentFrame(Frame):
    """`Objs`: its children are the roots."""

    __slots__ = ("roots",)
    takes_values = True

    def __init__(self) -> None:
        super().__init__("Objs")
        self.roots: list[Value] = []

    def take(self, _name: PropertyName | None, value: Value, /) -> None:
        """Accept a root."""
        self.roots.append(value)


class ObjectFrame(Frame):
    """`Obj`: a base value, and the blocks `Props` and `MS` in any order."""

    __slots__ = ("adapted", "extended", "item", "ref_id")
    takes_values = True

    def __init__(self, name: PropertyName | None, ref_id: str | None) -> None:
        super().__init__("Obj", name)
        self.ref_id = ref_id
        self.item = Item()
        self.adapted: dict[str, Value] | None = None
        self.extended: dict[str, Value] | None = None

    def take(self, _name: PropertyName | None, value: Value, /) -> None:
        """Accept a base value."""
        self.item.value = value

    def block(self, tag: str) -> dict[str, Value]:
        """Return the properties of one block, begun or continued."""
        if tag == "Props":
            self.adapted = {} if self.adapted is None else self.adapted
            return self.adapted
        self.extended = {} if self.extended is None else self.extended
        return self.extended

    def finish(self) -> Item:
        """Return the object with both blocks in one."""
        if self.adapted and self.extended:
            self.item.properties = merge_blocks(self.adapted, self.extended)
        else:
            self.item.properties = self.adapted or self.extended or {}
        return self.item


def merge_blocks(adapted: dict[str, Value], extended: dict[str, Value]) -> dict[str, Value]:
    """Return one mapping in which `MS` wins and the other value is kept as `name@props`."""
    merged = dict(adapted)
    folded = {name.casefold(): name for name in adapted}
    for name, value in extended.items():
        clash = folded.pop(name.casefold(), None)
        if clash is not None:
            merged[f"{clash}@props"] = merged.pop(clash)
        merged[name] = value
    return merged


class BlockFrame(Frame):
    """`Props` or `MS` of an object; or an `MS` with a name, which stands in one and is a value itself."""

    __slots__ = ("is_value", "properties")
    takes_values = True

    def __init__(self, tag: str, properties: dict[str, Value], name: PropertyName | None = None, *, is_value: bool = False) -> None:
        super().__init__(tag, name)
        self.properties = properties
        self.is_value = is_value

    def finished(self) -> list[Value]:
        """Return a member set that has a name."""
        return [Item(properties=self.properties)] if self.is_value else []


class ListFrame(Frame):
    """`LST`, `IE`, `QUE` or `STK`, in the order of the file."""

    __slots__ = ("values",)
    takes_values = True

    def __init__(self, tag: str, name: PropertyName | None) -> None:
        super().__init__(tag, name)
        self.values: list[Value] = []

    def take(self, _name: PropertyName | None, value: Value, /) -> None:
        """Accept an entry."""
        self.values.append(value)

    def finished(self) -> list[Value]:
        """Return the list."""
        return [self.values]


class DictionaryFrame(Frame):
    """`DCT`: takes entries alone."""

    __slots__ = ("entries",)

    def __init__(self, name: PropertyName | None) -> None:
        super().__init__("DCT", name)
        self.entries = Entries()

    def finished(self) -> list[Value]:
        """Return the dictionary."""
        return [self.entries]


class EntryFrame(Frame):
    """`En`: one key and one value, told apart by their names without case."""

    __slots__ = ("entries", "is_doubled", "parts")
    takes_values = True

    def __init__(self, entries: Entries) -> None:
        super().__init__("En")
        self.entries = entries
        self.parts: dict[str, Value] = {}
        self.is_doubled = False

    def take(self, name: PropertyName | None, value: Value, /) -> None:
        """Accept the key or the value."""
        part = "" if name is None else name.text.casefold()
        self.is_doubled |= part in self.parts
        self.parts[part] = value

    @property
    def is_whole(self) -> bool:
        """Say whether the entry has exactly a key, which is not null, and a value."""
        return not self.is_doubled and self.parts.keys() == {"key", "value"} and self.parts["key"] is not None


class TypesFrame(Frame):
    """`TN`: type names of an object, most specific first."""

    __slots__ = ("item", "names", "ref_id")

    def __init__(self, item: Item, ref_id: str | None) -> None:
        super().__init__("TN")
        self.item = item
        self.ref_id = ref_id
        self.names: list[str] = []


class EmptyFrame(Frame):
    """`Nil` or `Ref`: nothing may stand inside; its value is known when it opens."""

    __slots__ = ("value",)

    def __init__(self, tag: str, name: PropertyName | None = None, value: Value = None) -> None:
        super().__init__(tag, name)
        self.value = value

    def finished(self) -> list[Value]:
        """Return what it stands for."""
        return [self.value]
