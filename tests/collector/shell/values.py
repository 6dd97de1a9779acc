"""Values of a script: what Python has no type for, and how arrays, hashtables and objects look inside.

`None` is `$null`, `str int float bool Decimal` are String, Int32, Double, Boolean and Decimal; `NOTHING` is the output of
a command that wrote nothing, which a pipeline passes over.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any


class _Nothing:
    def __repr__(self) -> str:
        return "NOTHING"


NOTHING = _Nothing()


class Char(str):
    """System.Char."""

    __slots__ = ()


class Sized(int):
    """A whole number of another type than Int32."""

    __slots__ = ()
    type_name = "System.Int32"
    low, high = -(2**31), 2**31 - 1


class Int64(Sized):
    type_name = "System.Int64"
    low, high = -(2**63), 2**63 - 1


class UInt64(Sized):
    type_name = "System.UInt64"
    low, high = 0, 2**64 - 1


class UInt32(Sized):
    type_name = "System.UInt32"
    low, high = 0, 2**32 - 1


class Int16(Sized):
    type_name = "System.Int16"
    low, high = -(2**15), 2**15 - 1


class UInt16(Sized):
    type_name = "System.UInt16"
    low, high = 0, 2**16 - 1


class SByte(Sized):
    type_name = "System.SByte"
    low, high = -128, 127


class Byte(Sized):
    type_name = "System.Byte"
    low, high = 0, 255


class Single(float):
    """System.Single."""

    __slots__ = ()


class Array(list[Any]):
    """A fixed array; `element` is the full name of its items' type."""

    def __init__(self, items: Iterable[Any] = (), element: str = "System.Object") -> None:
        super().__init__(items)
        self.element = element

    def __hash__(self) -> int:
        return id(self)


class NetList(list[Any]):
    """ArrayList, List[T] and the like: collections with methods that change them."""

    def __init__(self, items: Iterable[Any] = (), type_name: str = "System.Collections.ArrayList", element: str = "System.Object") -> None:
        super().__init__(items)
        self.type_name = type_name
        self.element = element

    def __hash__(self) -> int:
        return id(self)


def lower(text: str) -> str:
    """Return a text in lower case as .NET does: character by character."""
    return text.lower() if text.isascii() else "".join(char.lower() if len(char.lower()) == 1 else char for char in text)


def upper(text: str) -> str:
    """Return a text in upper case as .NET does: one character stays one."""
    return text.upper() if text.isascii() else "".join(char.upper() if len(char.upper()) == 1 else char for char in text)


def _folded(key: Any) -> Any:
    return (str, lower(key)) if isinstance(key, str) else (type(key), key)


class Hashtable:
    """A literal `@{}`: keys without case, in the order of insertion, or in another one if `order` says so."""

    type_name = "System.Collections.Hashtable"

    def __init__(self, pairs: Iterable[tuple[Any, Any]] = (), order: Callable[[list[Any]], list[Any]] | None = None) -> None:
        self._entries: dict[Any, tuple[Any, Any]] = {}
        self.order = order
        for key, value in pairs:
            self[key] = value

    def __setitem__(self, key: Any, value: Any) -> None:
        folded = _folded(key)
        kept = self._entries.get(folded)
        self._entries[folded] = (kept[0] if kept else key, value)

    def get(self, key: Any, default: Any = None) -> Any:
        entry = self._entries.get(_folded(key))
        return entry[1] if entry else default

    def __contains__(self, key: Any) -> bool:
        return _folded(key) in self._entries

    def remove(self, key: Any) -> None:
        self._entries.pop(_folded(key), None)

    def clear(self) -> None:
        self._entries.clear()

    def items(self) -> list[tuple[Any, Any]]:
        entries = list(self._entries.values())
        return self.order(entries) if self.order else entries

    def keys(self) -> list[Any]:
        return [key for key, _ in self.items()]

    def values(self) -> list[Any]:
        return [value for _, value in self.items()]

    def __len__(self) -> int:
        return len(self._entries)

    def __bool__(self) -> bool:
        return True

    def __iter__(self) -> Iterator[Any]:
        return iter(self.keys())

    def copy(self) -> Hashtable:
        return Hashtable(self._entries.values(), self.order)


class Entry:
    """One DictionaryEntry."""

    type_name = "System.Collections.DictionaryEntry"

    def __init__(self, key: Any, value: Any) -> None:
        self.key = key
        self.value = value


class PSObject:
    """A property bag; `script` holds ScriptProperty and ScriptMethod members."""

    def __init__(self, properties: Iterable[tuple[str, Any]] = (), type_names: Iterable[str] = (), text: str | None = None) -> None:
        self.properties = Hashtable(properties)
        self.type_names = list(type_names) or ["System.Management.Automation.PSCustomObject", "System.Object"]
        self.text = text
        self.script: dict[str, Any] = {}
        self.value: Any = None

    def __repr__(self) -> str:
        return f"PSObject({dict(self.properties.items())!r})"


class Switch:
    """A SwitchParameter."""

    type_name = "System.Management.Automation.SwitchParameter"

    def __init__(self, is_present: bool) -> None:
        self.is_present = is_present

    def __repr__(self) -> str:
        return f"Switch({self.is_present})"


class EnumValue:
    """A value of an enumeration by its name."""

    def __init__(self, type_name: str, name: str, number: int = 0) -> None:
        self.type_name = type_name
        self.name = name
        self.number = number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, EnumValue) and other.name.lower() == self.name.lower()

    def __hash__(self) -> int:
        return hash(self.name.lower())

    def __repr__(self) -> str:
        return self.name


class TypeRef:
    """A type literal."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __eq__(self, other: object) -> bool:
        return isinstance(other, TypeRef) and other.name.lower() == self.name.lower()

    def __hash__(self) -> int:
        return hash(self.name.lower())

    def __repr__(self) -> str:
        return f"[{self.name}]"


class NetObject:
    """Base of the shims: `type_name` and tables of members by lower-case name."""

    type_name = "System.Object"
    properties: dict[str, Callable[..., Any]] = {}  # tables of a class
    methods: dict[str, Callable[..., Any]] = {}
    is_collection = False
    """Whether a pipeline takes it apart by its `items()`."""

    def lineage(self) -> list[str]:
        return [self.type_name, "System.Object"]


def is_sequence(value: Any) -> bool:
    """Say whether a pipeline takes a value apart."""
    return isinstance(value, list)


def items_of(value: Any) -> list[Any]:
    """Return what a pipeline sees of a value."""
    if value is NOTHING:
        return []
    if isinstance(value, list):
        return list(value)
    return value.items() if isinstance(value, NetObject) and value.is_collection else [value]


def collapse(output: list[Any]) -> Any:
    """Return what a variable gets from an output: nothing, the one object, or an array."""
    if not output:
        return NOTHING
    return output[0] if len(output) == 1 else Array(output)
