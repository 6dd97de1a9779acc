"""Numbers and sizes, and the limits that may be `Unlimited`."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from decimal import Decimal

from exposture.catalog.convert import UNLIMITED, ConversionError, Converter, member, required_text, single
from exposture.catalog.networks import SpecialNetworks
from exposture.catalog.paths import text_of
from exposture.model.values import Item, Value

_WHOLE = re.compile(r"^[+-]?\d{1,20}$", re.ASCII)
_HEX = re.compile(r"^0[xX][0-9A-Fa-f]{1,16}$")
_BYTES = re.compile(r"\((\d(?:[^()A-Za-z]{0,40}\d)?) ?[^\d()]*\)$", re.ASCII)
_UNIT = re.compile(r"^(\d{1,18}(?:[.,]\d{1,2})?)\s*(B|KB|MB|GB|TB)$", re.IGNORECASE | re.ASCII)
_FACTOR = {"B": 1, "KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30, "TB": 1 << 40}
_INT64 = 1 << 63


def is_unlimited(value: Value) -> bool:
    """Return whether a value is the limit that is none: `Unlimited`, or an object that says so."""
    if isinstance(value, Item) and member(value, "IsUnlimited") is True:
        return True
    text = text_of(value)
    return text is not None and text.strip().casefold() == "unlimited"


def limit(convert: Callable[[Value], object]) -> Converter:
    """Return the converter of a type that may be unlimited: `Unlimited<T>` is unwrapped before `convert` sees it."""

    def convert_limit(value: Value, _networks: SpecialNetworks | None) -> object:
        value = single(value)
        if is_unlimited(value):
            return UNLIMITED
        held = member(value, "Value") if isinstance(value, Item) and "IsUnlimited" in value else None
        return convert(value if held is None else held)

    return convert_limit


def number(value: Value) -> int | float | Decimal | None:
    """Return the number that a value is, or that an object such as an enum has as its base value."""
    if isinstance(value, Item):
        value = value.value
    return value if isinstance(value, int | float | Decimal) and not isinstance(value, bool) else None


def whole(value: Value) -> int | None:
    """Return a whole number that fits 64 bits, from a number or its text (decimal or 0x).

    Raises:
        ConversionError: it is none.
    """
    value = single(value)
    found = number(value)
    text = required_text(value) if found is None else str(found)
    if isinstance(found, float | Decimal):
        text = _whole_text(found)
    if text is None:
        return None
    if not (_WHOLE.match(text) or _HEX.match(text)):
        raise ConversionError("not a whole number")
    return _bounded(int(text, 16 if _HEX.match(text) else 10))


def _whole_text(number: float | Decimal) -> str:
    is_finite = number.is_finite() if isinstance(number, Decimal) else math.isfinite(number)
    return str(int(number)) if is_finite and -_INT64 <= number < _INT64 and number == int(number) else "a fraction or no number"


def _bounded(result: int) -> int:
    if not -_INT64 <= result < _INT64:
        raise ConversionError("larger than 64 bits")
    return result


def to_int(value: Value, _networks: SpecialNetworks | None) -> int | None:
    """Return a whole number; the number behind an enum."""
    return whole(value)


def to_float(value: Value, _networks: SpecialNetworks | None) -> float | None:
    """Return a finite number, written in the invariant culture."""
    value = single(value)
    found = number(value)
    text = required_text(value) if found is None else str(found)
    if text is None:
        return None
    try:
        result = float(text)
    except ValueError as error:
        raise ConversionError("not a number") from error
    if not math.isfinite(result):
        raise ConversionError("not a finite number")
    return result


def to_size(value: Value) -> int | None:
    """Return bytes: of `36 MB (37,748,736 bytes)` the number in parentheses, whose group sign is the exporter's; of a bare number that number."""
    found = number(value)
    text = required_text(value)
    if found is not None or text is None or _WHOLE.match(text):
        return whole(value)
    exact = _BYTES.search(text)
    if exact is not None:
        return _bounded(int(re.sub(r"[^0-9]", "", exact.group(1))))
    unit = _UNIT.match(text)
    if unit is None:
        raise ConversionError("not a size")
    return _bounded(int(Decimal(unit.group(1).replace(",", ".")) * _FACTOR[unit.group(2).upper()]))


CONVERTERS: Mapping[str, Converter] = {
    "int": to_int,
    "float": to_float,
    "size": limit(to_size),
    "Unlimited<int>": limit(whole),
}
