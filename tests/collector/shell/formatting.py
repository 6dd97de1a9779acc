"""Text of values: what a cast to string, `-f` and ToString(format) write."""

from __future__ import annotations

import math
import re
import uuid
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from tests.collector.shell.dates import DateTime, TimeSpan, format_datetime
from tests.collector.shell.faults import DotNetError, ErrorRecord, ExceptionValue
from tests.collector.shell.types import is_number, type_name_of
from tests.collector.shell.values import NOTHING, Array, Entry, EnumValue, Hashtable, NetList, PSObject, Sized, Switch, TypeRef

SEPARATORS = {"": (".", ","), "en-US": (".", ","), "de-DE": (",", "."), "fi-FI": (",", "\u00a0")}
SHORT_NAMES = {
    "System.String": "string",
    "System.Int32": "int",
    "System.Int64": "long",
    "System.Boolean": "bool",
    "System.Object": "System.Object",
}


def float_text(number: float, *, is_core: bool) -> str:
    """Return a Double as PowerShell writes it: 15 digits in Windows PowerShell, the shortest exact text in 7."""
    if not math.isfinite(number):
        names = {"inf": "∞", "-inf": "-∞", "nan": "NaN"} if is_core else {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}
        return names[str(number)]
    text = repr(number) if is_core else f"{number:.15g}"
    mantissa, _, exponent = text.partition("e")
    power = int(exponent or 0)
    if -5 <= power < 15 and exponent:
        text = format(Decimal(text), "f")
    elif exponent:
        text = f"{mantissa.removesuffix('.0')}E{'-' if power < 0 else '+'}{abs(power):02}"
    return text.removesuffix(".0")


def to_string(value: Any, *, is_core: bool = False, separator: str = " ") -> str:
    """Return what `[string]$value` or `"$value"` gives: invariant culture, arrays joined by a space."""
    if value is None or value is NOTHING:
        return ""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return "True" if value else "False"
    if isinstance(value, float):
        return float_text(value, is_core=is_core)
    if isinstance(value, int | Decimal):
        return str(int(value)) if isinstance(value, int) else format(value, "f")
    if isinstance(value, list):
        return separator.join(to_string(item, is_core=is_core) for item in value)
    for kind, write in WRITERS:
        if isinstance(value, kind):
            return str(write(value))
    return str(value.text()) if hasattr(value, "text") else type_name_of(value)


def _object_text(value: PSObject) -> str:
    if value.text is not None:
        return value.text
    if "tostring" in value.script:
        return str(value.script["tostring"]())
    parts = [f"{name}={to_string(held)}" for name, held in value.properties.items()]
    return f"@{{{'; '.join(parts)}}}"


def _type_text(value: TypeRef) -> str:
    return SHORT_NAMES.get(value.name, value.name)


WRITERS: list[tuple[type, Callable[[Any], str]]] = [
    (DateTime, lambda value: format_datetime(value, "MM/dd/yyyy HH:mm:ss", "")),
    (TimeSpan, lambda value: value.text()),
    (uuid.UUID, str),
    (PSObject, _object_text),
    (Switch, lambda value: str(value.is_present)),
    (EnumValue, lambda value: value.name),
    (TypeRef, _type_text),
    (ErrorRecord, lambda value: value.exception.message),
    (ExceptionValue, lambda value: f"{value.type_name}: {value.message}"),
    (Entry, lambda _: "System.Collections.DictionaryEntry"),
    (Hashtable, lambda value: value.type_name),
]

ITEM = re.compile(r"\{\{|\}\}|\{(\d+)(?:,(-?\d+))?(?::([^{}]*))?\}|[{}]")


def composite(template: str, arguments: list[Any], culture: str, *, is_core: bool) -> str:
    """Return `template -f arguments`."""

    def put(found: re.Match[str]) -> str:
        if found[0] in ("{{", "}}"):
            return found[0][0]
        if found[1] is None or int(found[1]) >= len(arguments):
            what = "Index (zero based) must be greater than or equal to zero and less than the size of the argument list."
            raise DotNetError("System.FormatException", what if found[1] else "Input string was not in a correct format.")
        text = format_value(arguments[int(found[1])], found[3] or "", culture, is_core=is_core)
        width = int(found[2] or 0)
        return text.rjust(width) if width >= 0 else text.ljust(-width)

    return ITEM.sub(put, template)


def format_value(value: Any, spec: str, culture: str, *, is_core: bool) -> str:
    """Return `value.ToString(spec)` in a culture; a type without formats gives its text."""
    if isinstance(value, Array | NetList):
        return type_name_of(value)
    if isinstance(value, bool) or value is None:
        return to_string(value)
    if isinstance(value, EnumValue):
        return f"{value.number:X8}" if spec in ("x", "X") else str(value.number) if spec in ("d", "D") else value.name
    if isinstance(value, DateTime):
        return format_datetime(value, spec, culture)
    if is_number(value):
        return format_number(value, spec, culture, is_core=is_core)
    if isinstance(value, uuid.UUID):
        return {"": str(value), "D": str(value), "N": value.hex, "B": f"{{{value}}}"}[spec.upper()]
    return to_string(value)


def format_number(value: Any, spec: str, culture: str, *, is_core: bool) -> str:
    """Return a number by a standard or a custom format string."""
    point, group = SEPARATORS[culture]
    if not spec:
        return to_string(value, is_core=is_core).replace(".", point)
    found = re.fullmatch(r"([A-Za-z])(\d{0,2})", spec)
    if not found:
        return _custom_number(value, spec, point, group)
    letter, digits = found[1].upper(), found[2]
    if letter in "XD":
        return _integer_format(value, found[1], int(digits or 0))
    if letter in "FN":
        text = f"{_rounded(value, int(digits or 2)):{',' if letter == 'N' else ''}.{int(digits or 2)}f}"
        return text.replace(",", "\0").replace(".", point).replace("\0", group)
    if letter == "P":
        return f"{_rounded(Decimal(str(value)) * 100, int(digits or 2)):,.{int(digits or 2)}f} %"
    if letter in "GR":
        return to_string(value, is_core=is_core).replace(".", point)
    raise DotNetError("System.FormatException", "Format specifier was invalid.")


def _rounded(value: Any, digits: int) -> Decimal:
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)


def _integer_format(value: Any, letter: str, digits: int) -> str:
    if not isinstance(value, int):
        raise DotNetError("System.FormatException", "Format specifier was invalid.")
    if letter in "Dd":
        return f"{'-' if value < 0 else ''}{abs(int(value)):0{digits}}"
    bits = {"System.Byte": 8, "System.SByte": 8, "System.Int16": 16, "System.Int64": 64, "System.UInt64": 64}
    width = bits.get(value.type_name, 32) if isinstance(value, Sized) else 32
    text = f"{int(value) % 2**width:0{digits}x}"
    return text.upper() if letter == "X" else text


CUSTOM = re.compile(r"([^0#,.]*)([0#,]+)(?:\.([0#]+))?([^0#.]*)")


def _custom_number(value: Any, spec: str, point: str, group: str) -> str:
    found = CUSTOM.fullmatch(spec)
    if not found:
        raise DotNetError("System.FormatException", f"the evaluator does not know the number format {spec!r}")
    before, whole, fraction, after = found.groups()
    fraction = fraction or ""
    number = _rounded(value, len(fraction))
    head, _, tail = f"{abs(number):.{len(fraction)}f}".partition(".")
    head = head.lstrip("0").rjust(whole.count("0"), "0")
    if "," in whole:
        head = f"{int(head):,}".replace(",", group)
    while len(tail) > fraction.count("0") and tail.endswith("0"):
        tail = tail[:-1]
    return f"{'-' if number < 0 else ''}{before}{head}{point + tail if tail else ''}{after}"
