"""The values that a reader gives and a catalog column takes.

A CLIXML `Obj` becomes an `Item`, `DCT` an `Entries`, every other container a list. Text tags
(`S G URI Version DT TS XD SBK C`) become `str`: a column's declared type, not the tag, decides
how the text is read, because the same property is text in one form of export and structure in
another. Objects are shared, not copied: a `Ref` gives the same `Item`, so a graph may hold
cycles and nothing here may be walked without a bound on depth.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias

from exposture.errors import Location


@dataclass(frozen=True, slots=True)
class Redacted:
    """A secret that was in the file; only that it had a value is kept."""

    reason: str


@dataclass(slots=True, eq=False)
class Entries:
    """A dictionary (`DCT`) in file order; keys may be of any type and may collide."""

    pairs: list[tuple[Value, Value]] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class Item:
    """One object: type names (most specific first, without `Deserialized.`), ToString, base value, properties.

    `properties` keep the spelling of the file; `get` and `in` compare without case. Where `Props` and
    `MS` carry one name, `MS` wins and the other is kept as `name@props`.
    """

    types: tuple[str, ...] = ()
    text: str | None = None
    value: Value = None
    properties: dict[str, Value] = field(default_factory=dict)
    is_deserialized: bool = False
    _folded: dict[str, str] | None = None

    def _name(self, name: str) -> str | None:
        if name in self.properties:
            return name
        if self._folded is None or len(self._folded) != len(self.properties):
            self._folded = {key.casefold(): key for key in self.properties}
        return self._folded.get(name.casefold())

    def __contains__(self, name: str) -> bool:
        return self._name(name) is not None

    def get(self, name: str) -> Value:
        """Return the property of that name, compared without case; None where it is absent or null."""
        found = self._name(name)
        return None if found is None else self.properties[found]

    def __iter__(self) -> Iterator[str]:
        return iter(self.properties)


Scalar: TypeAlias = "bool | int | float | Decimal | str | bytes | Redacted | None"
Value: TypeAlias = "Scalar | Item | Entries | list[Value]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One root object of a file: its place in the file's order (from 0) and where it begins."""

    index: int
    value: Value
    where: Location


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """Something the analyst should know about a file that could still be read (a redaction, a dangling reference)."""

    code: str
    message: str
    where: Location
