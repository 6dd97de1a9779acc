"""One column of a source: what it finds in an object, converted to the column's type, with its companions.

A column's first path that has a value wins; where none has one, a path that is there with null makes the column null
and known, and a column with no path there is null and not known. What fails to convert is null and listed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple, cast

from exposture.catalog.convert import UNLIMITED, ConversionError, Converter, converter_of
from exposture.catalog.dataset import Column, ColumnClass
from exposture.catalog.networks import SpecialNetworks
from exposture.catalog.paths import MISSING, Missing, Node, Path, first_known, list_of, parse_path, resolve, text_of
from exposture.catalog.types import LIST
from exposture.catalog.types import UNLIMITED as LIMITS
from exposture.model.values import Item, Redacted, Value

REMEMBERED_AT_MOST: Final = 2_000
OBJECTS_AT_MOST: Final = 500
LONGEST_REMEMBERED: Final = 2_000
WEIGHT_OF_ENTRY: Final = 8
_SHOWN = 200
_FLAT = {"adobject": ("DistinguishedName", "Guid"), "sid": ("Sid",)}
_TEXTS = frozenset({"string", "name"})
"""Types whose converter gives a text as it stands."""
_TEXT_OR_NOTHING = frozenset({str, type(None)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A column whose value did not convert, the start of the value's text, and why."""

    column: str
    text: str
    reason: str


class Taken(NamedTuple):
    """What a column puts into a row for one value, its companions too; about how many bytes that takes; what went wrong."""

    values: Mapping[str, object]
    weight: int
    failure: Failure | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Where a column's values stand in all objects whose properties have the same names: `names` in the order of the column's paths,
    `flat` what the collector writes beside them, by the member of the object that it is.
    """

    names: tuple[str, ...]
    flat: tuple[str, ...]
    members: str


class ColumnReader:
    """Reads one column. An export repeats texts and objects: what a value became is remembered, but not of values that come late."""

    __slots__ = ("_column", "_convert", "_flat", "_is_text", "_known", "_missing", "_networks", "_null", "_of_objects", "_plain", "name", "paths")

    def __init__(self, column: Column, paths: list[str], networks: SpecialNetworks | None) -> None:
        self.name = column.name
        self.paths = tuple(map(parse_path, paths))
        self._column = column
        self._convert = converter_of(column.type)
        self._flat = _flat_paths(column, paths)
        self._networks = networks
        is_plain = column.column_class is not ColumnClass.SECRET and all(map(_is_one_property, self.paths))
        self._plain = tuple(path.last for path in self.paths) if is_plain else ()
        self._is_text = column.type in _TEXTS and not column.nullable
        self._null = _taken(column, None, is_known=True)
        self._missing = _taken(column, None, is_known=False)
        self._known: dict[object, Taken] = {}
        self._of_objects: dict[int, tuple[Item, Taken]] = {}

    def text_at(self, slot: Slot) -> str | None:
        """Return the property whose text, where it is one, stands in the column as it is; None where the column converts."""
        return slot.names[0] if self._is_text and slot.names and not slot.flat else None

    def all_paths(self) -> tuple[Path, ...]:
        """Return each path that the column may look at."""
        return (*self.paths, *(path for _, path in self._flat))

    def slot(self, names: Collection[str], folded: Mapping[str, str]) -> Slot | None:
        """Return where the column stands in objects whose properties have these names; None where only a walk tells."""
        if not self._plain:
            return None
        found = [name if name in names else folded.get(name.casefold()) for name in self._plain]
        beside = [(member, path.text if path.text in names else folded.get(path.text.casefold())) for member, path in self._flat]
        flat = [(member, name) for member, name in beside if name is not None]
        return Slot(
            names=tuple(name for name in found if name is not None),
            flat=tuple(name for _, name in flat),
            members=" ".join(member for member, _ in flat),
        )

    def taken(self, node: Node) -> Taken:
        """Return what the column takes from an object: any path, and the flat columns of the collector."""
        if self._column.column_class is ColumnClass.SECRET:
            return Taken({f"{self._column.name}_has_value": self._has_value(node)}, 0, None)
        found = first_known(resolve(node, path) for path in self.paths)
        if self._flat and (not isinstance(found, Item) or list_of(found) is not None):
            found = _with_flat(self._flat, node, found)
        if found is None or found is MISSING or isinstance(found, Redacted):
            return self._null if found is None else self._missing
        return self._converted(found)

    def taken_at(self, slot: Slot, node: Item) -> Taken:
        """Return the same, where it is known where to look: the usual case, and the quick one."""
        properties = node.properties
        found: Value = None
        for name in slot.names:
            found = properties[name]
            if found is not None:
                break
        kind = found.__class__
        if kind is Item:
            return self._of_object(node, cast("Item", found))
        if slot.flat:
            return self._with_flat_at(slot, node, found)
        if kind is str or kind is bool:
            return self._known.get(found) or self._remembered(found, self._converted(found))
        if found is None:
            return self._null if slot.names else self._missing
        return self._missing if kind is Redacted else self._converted(found)

    def _with_flat_at(self, slot: Slot, node: Item, found: Value) -> Taken:
        properties = node.properties
        parts = [found, *[properties[name] for name in slot.flat]]
        if not _TEXT_OR_NOTHING.issuperset(map(type, parts)):
            return self.taken(node)
        key = (slot.members, *parts)
        return self._known.get(key) or self._remembered(key, self.taken(node))

    def _of_object(self, node: Node, item: Item) -> Taken:
        known = self._of_objects.get(id(item))
        if known is not None:
            return known[1]
        if self._flat and list_of(item) is not None:
            return self.taken(node)
        key = _fingerprint(item)
        taken = self._converted(item) if key is None else self._known.get(key) or self._remembered(key, self._converted(item))
        if len(self._of_objects) < OBJECTS_AT_MOST:
            self._of_objects[id(item)] = item, taken
        return taken

    def _remembered(self, key: object, taken: Taken) -> Taken:
        if len(self._known) < REMEMBERED_AT_MOST and _is_short(key):
            self._known[key] = taken
        return taken

    def _converted(self, value: Value) -> Taken:
        result, failure = converted(self._convert, self._column.name, value, self._networks)
        return _taken(self._column, result, is_known=failure is None, failure=failure)

    def _has_value(self, node: Node) -> bool | None:
        for _, path in self._flat:
            found = resolve(node, path)
            if found is not MISSING and found is not None:
                return bool(converted(converter_of("bool"), self._column.name, found, None)[0])
        value = first_known(resolve(node, path) for path in self.paths)
        if value is MISSING:
            return None
        return not (value is None or value in ("", b"") or value == [])


def _flat_paths(column: Column, paths: list[str]) -> tuple[tuple[str, Path], ...]:
    """Return the paths of the flat columns that the collector writes for an object beside its text."""
    if column.column_class is ColumnClass.SECRET:
        return tuple(("HasValue", parse_path(f"{path}.HasValue")) for path in paths)
    inner = LIST.match(column.type)
    members = _FLAT.get(inner.group(1) if inner else column.type, ())
    return tuple((name, parse_path(f"{path}.{name}")) for path in paths if not path.startswith("=") for name in members)


def _is_one_property(path: Path) -> bool:
    return len(path.steps) == 1 and path.steps[0].kind == "property"


def _fingerprint(item: Item) -> tuple[object, ...] | None:
    """Return what two objects that convert alike have in common; None where that cannot be told.

    `True`, `1` and `1.0` are equal but not alike, so that the types stand in it too.
    """
    values = item.properties.values()
    held = item.value if isinstance(item.value, list) else [item.value]
    key = (item.text, item.types, *item.properties, *values, *map(type, values), *held, *map(type, held))
    try:
        hash(key)
    except TypeError:
        return None
    return key


def _is_short(key: object) -> bool:
    """Tell whether a value may be remembered: a configuration file or a certificate takes too much memory for that."""
    parts = key if isinstance(key, tuple) else (key,)
    return sum(len(part) for part in parts if isinstance(part, str | bytes)) <= LONGEST_REMEMBERED


def _taken(column: Column, result: object, *, is_known: bool, failure: Failure | None = None) -> Taken:
    if result.__class__ is str and not column.nullable:
        return Taken({column.name: result}, len(result), failure)
    values: dict[str, object] = {}
    put(column, result, values, is_known=is_known)
    return Taken(values, sum(map(weight_of, values.values())), failure)


def converted(convert: Converter, column: str, value: Value, networks: SpecialNetworks | None) -> tuple[object, Failure | None]:
    """Return the converted value, or None and what went wrong."""
    try:
        return convert(value, networks), None
    except ConversionError as fault:
        return None, Failure(column=column, text=_shown(value), reason=str(fault))


def put(column: Column, result: object, values: dict[str, object], *, is_known: bool) -> None:
    """Store a column's value with its companions: `_unlimited` is null where the value is, `_known` says whether null is the product's own."""
    values[column.name] = None if result is UNLIMITED else result
    if column.type in LIMITS:
        values[f"{column.name}_unlimited"] = True if result is UNLIMITED else (None if result is None else False)
    if column.nullable:
        values[f"{column.name}_known"] = is_known


def weight_of(value: Any) -> int:
    """Return about how many bytes a converted value takes that may be of any length; 0 for numbers, flags and times."""
    kind = value.__class__
    if kind is str or kind is bytes:
        return len(value)
    if kind is list:
        return sum(map(weight_of, value)) + WEIGHT_OF_ENTRY * len(value)
    return sum(map(weight_of, value.values())) if kind is dict else 0


def _with_flat(paths: tuple[tuple[str, Path], ...], node: Node, found: Value | Missing) -> Value | Missing:
    """Join the collector's flat columns (`X`, `X.DistinguishedName`, `X.Guid`; `X.Sid`) to one object, or to a list of objects."""
    flat: dict[str, Value] = {}
    for name, path in paths:
        part = resolve(node, path)
        if part is not MISSING and part is not None:
            elements = list_of(part)
            flat.setdefault(name, part if elements is None else elements)
    if not flat:
        return found
    lists = {name: part for name, part in flat.items() if isinstance(part, list)}
    elements = None if found is MISSING else list_of(found)
    if elements is None:
        return found if lists else _joined(found, flat)
    if len(lists) < len(flat) or any(len(part) != len(elements) for part in lists.values()):
        return found
    return [_joined(one, {name: part[place] for name, part in lists.items()}) for place, one in enumerate(elements)]


def _joined(found: Value | Missing, flat: Mapping[str, Value]) -> Value:
    if isinstance(found, Item):
        return found
    return Item(text=None if found is MISSING else text_of(found), properties=dict(flat))


def _shown(value: Value) -> str:
    if isinstance(value, list):
        return ", ".join(text_of(part) or type(part).__name__ for part in value[:10])[:_SHOWN]
    text = text_of(value)
    return (type(value).__name__ if text is None else text)[:_SHOWN]
