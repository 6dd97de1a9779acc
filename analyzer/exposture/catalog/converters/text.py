"""Texts, names of enums, flags, GUIDs and truth values."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping

from exposture.catalog.convert import ConversionError, Converter, member, required_text, single, split_text
from exposture.catalog.networks import SpecialNetworks
from exposture.catalog.paths import list_of, text_of
from exposture.model.values import Item, Value

_TRUTH = {"true": True, "$true": True, "1": True, "false": False, "$false": False, "0": False}
_GUID = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
_EMPTY_GUID = "00000000-0000-0000-0000-000000000000"


def to_string(value: Value, _networks: SpecialNetworks | None) -> str | None:
    """Return the text as it stands, an empty one included; bytes as upper-case hex, as Windows writes thumbprints."""
    if value is None or isinstance(value, str):
        return value
    value = single(value)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bytes):
        return value.hex().upper()
    text = text_of(value)
    if text is None:
        raise ConversionError("a structure without a text")
    return text


def to_enum(value: Value, _networks: SpecialNetworks | None) -> str | None:
    """Return the name of an enum; a number that has no name stays as text."""
    return required_text(value)


def to_flags(value: Value, _networks: SpecialNetworks | None) -> list[str] | None:
    """Return the names of a flags enum (`Tls, Integrated`), of a list, or of `{Tls, Integrated}`; `None` is a name like any other."""
    elements = list_of(value)
    if elements is not None:
        return [text for text in (required_text(element) for element in elements) if text is not None]
    text = required_text(value)
    return None if text is None else split_text(text, is_splittable=True)


def to_guid(value: Value, _networks: SpecialNetworks | None) -> str | None:
    """Return the lower-case GUID without braces; the empty GUID is null: the product writes it where there is none."""
    value = single(value)
    if isinstance(value, bytes) and len(value) == 16:
        return _real(str(uuid.UUID(bytes_le=value)))
    text = required_text(value)
    if text is None or _GUID.fullmatch(text):
        return _real(text)
    try:
        return _real(str(uuid.UUID(text)))
    except ValueError as error:
        raise ConversionError("not a GUID") from error


def _real(guid: str | None) -> str | None:
    return None if guid == _EMPTY_GUID else guid


def to_bool(value: Value, _networks: SpecialNetworks | None) -> bool | None:
    """Return true or false of `true`, `True`, `1`, `$true` and their opposites, and of a SwitchParameter."""
    if isinstance(value, bool):
        return value
    value = single(value)
    if isinstance(value, Item) and value.value is None:
        value = member(value, "IsPresent") if "IsPresent" in value else value
    text = required_text(value)
    if text is None:
        return None
    truth = _TRUTH.get(text.casefold())
    if truth is None:
        raise ConversionError("neither true nor false")
    return truth


CONVERTERS: Mapping[str, Converter] = {
    "string": to_string,
    "name": to_string,
    "enum": to_enum,
    "flags": to_flags,
    "guid": to_guid,
    "bool": to_bool,
}
