"""Converters: one function per column type, from any form of an export to the value that Arrow holds.

The forms are those of a rehydrated object, a deserialised one, ToString text at depth 0, the collector's neutral
text and a cell of a CSV. The variants stand in `converters/<family>.py`; each module gives its types in `CONVERTERS`,
and adding one edits no list. Nothing here knows a dataset or a file.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from enum import Enum
from functools import lru_cache
from typing import Final, TypeAlias

from exposture.catalog import converters
from exposture.catalog.networks import SpecialNetworks
from exposture.catalog.paths import list_of, text_of
from exposture.catalog.types import LIST
from exposture.model.values import Entries, Item, Value


class ConversionError(Exception):
    """A value has no reading as its column's type; the message says why. It never leaves the catalog."""


class _Unlimited(Enum):
    UNLIMITED = "Unlimited"


UNLIMITED: Final = _Unlimited.UNLIMITED
"""What a converter of `size`, `duration` or `Unlimited<int>` returns for a limit that is none."""

Converter: TypeAlias = "Callable[[Value, SpecialNetworks | None], object]"
_NO_COMMA_INSIDE = frozenset({"ip", "iprange", "binding", "guid", "int", "sid"})
_TYPE_NAME = ("System.", "Microsoft.Exchange.", "Deserialized.")


def single(value: Value) -> Value:
    """Return the one value of a list of one, None for an empty list, anything else as it is.

    Raises:
        ConversionError: a list of more than one value.
    """
    elements = list_of(value)
    if elements is None:
        return value
    if len(elements) > 1:
        raise ConversionError("a list, where one value is expected")
    return elements[0] if elements else None


def required_text(value: Value) -> str | None:
    """Return the stripped text of a scalar or an object, None for null and for an empty text.

    Raises:
        ConversionError: there is no text.
    """
    if isinstance(value, str):
        return value.strip() or None
    value = single(value)
    if value is None:
        return None
    text = text_of(value)
    if text is None:
        raise ConversionError("a structure without a text")
    return text.strip() or None


def member(value: Value, *names: str) -> Value:
    """Return the first of an object's properties that is there and not null."""
    if not isinstance(value, Item):
        return None
    return next((found for found in (value.get(name) for name in names) if found is not None), None)


@lru_cache(maxsize=1)
def converter_table() -> Mapping[str, Converter]:
    """Return the converter of each scalar type, gathered from `converters/`."""
    table: dict[str, Converter] = {}
    for module in pkgutil.iter_modules(converters.__path__):
        table |= importlib.import_module(f"{converters.__name__}.{module.name}").CONVERTERS
    return table


def converter_of(column_type: str) -> Converter:
    """Return the converter of a catalog type, list types included.

    Raises:
        KeyError: the type is not one of the catalog's.
    """
    inner = LIST.match(column_type)
    if inner is None:
        return converter_table()[column_type]
    convert_one, split = converter_table()[inner.group(1)], inner.group(1) in _NO_COMMA_INSIDE

    def convert_list(value: Value, networks: SpecialNetworks | None) -> object:
        elements = _list_elements(value, is_splittable=split)
        return None if elements is None else [convert_one(element, networks) for element in elements]

    return convert_list


def _list_elements(value: Value, *, is_splittable: bool) -> list[Value] | None:
    elements = list_of(value)
    if elements is not None:
        return elements
    if isinstance(value, Entries):
        return [held for _, held in value.pairs]
    if isinstance(value, str):
        parts = split_text(value, is_splittable=is_splittable)
        return None if parts is None else list(parts)
    return None if value is None else [value]


def split_text(text: str, *, is_splittable: bool) -> list[str] | None:
    """Return the values that a text gives for a list: `{a, b}` as the shell prints it, else one value; None for an empty text.

    Raises:
        ConversionError: the shell cut the list short, or wrote the list's type name in its place.
    """
    text = text.strip()
    if not text:
        return None
    if text.startswith(_TYPE_NAME) and ("[" in text or text.endswith("List")):
        raise ConversionError("the export wrote the name of the list's type, not its values")
    if text.startswith("{") and text.endswith("}"):
        text, is_splittable = text[1:-1].strip(), True
        if text.endswith("..."):
            raise ConversionError("the shell cut the list short")
    if not text:
        return []
    return [part.strip() for part in text.split(",")] if is_splittable else [text]
