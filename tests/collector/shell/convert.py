"""Conversions: to Boolean, to numbers, and the casts to each type the script names."""

from __future__ import annotations

import re
import uuid
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from tests.collector.shell.dates import DateTime, TimeSpan, parse_datetime, parse_timespan
from tests.collector.shell.faults import AUTOMATION, DotNetError, EvaluatorError, PsError, fault
from tests.collector.shell.formatting import to_string
from tests.collector.shell.types import INTEGERS, full_name, is_exception_type, is_number, is_of_type, type_name_of
from tests.collector.shell.values import (
    NOTHING,
    Array,
    Char,
    EnumValue,
    Hashtable,
    Int64,
    NetList,
    PSObject,
    Single,
    Switch,
    TypeRef,
)

if TYPE_CHECKING:
    from tests.collector.shell.session import Session

MULTIPLIERS = {"kb": 2**10, "mb": 2**20, "gb": 2**30, "tb": 2**40, "pb": 2**50}
NUMBER = re.compile(r"\s*([+-]?)(?:0x([0-9a-f]+)|((?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?))(l|d)?(kb|mb|gb|tb|pb)?\s*", re.IGNORECASE)


def to_bool(value: Any) -> bool:
    """Return the truth of a value."""
    if value is None or value is NOTHING:
        return False
    if isinstance(value, list):
        return to_bool(value[0]) if len(value) == 1 else len(value) > 1
    if isinstance(value, Char):
        return value != "\0"
    if isinstance(value, str):
        return len(value) > 0
    if isinstance(value, Switch):
        return value.is_present
    if isinstance(value, EnumValue):
        return value.number != 0
    return bool(value) if isinstance(value, int | float | Decimal) else True


def literal_number(text: str) -> Any:
    """Return the value of a number as PowerShell reads it in a script or in a conversion from text; `None` if it is none."""
    found = NUMBER.fullmatch(text)
    if not found:
        return None
    sign, hexadecimal, plain, suffix, multiplier = found.groups()
    factor = MULTIPLIERS.get((multiplier or "").lower(), 1) * (-1 if sign == "-" else 1)
    if hexadecimal:
        bits = 64 if len(hexadecimal) > 8 else 32
        number = int(hexadecimal, 16)
        number -= 2**bits if number >= 2 ** (bits - 1) else 0
        return narrow(number * factor)
    if suffix in ("d", "D"):
        return Decimal(plain) * factor
    if suffix:
        return Int64(int(plain) * factor)
    return narrow(int(plain) * factor) if plain.isdigit() else float(plain) * factor


def narrow(number: int) -> Any:
    """Return a literal whole number in the smallest of Int32, Int64, Decimal, Double that holds it."""
    if -(2**31) <= number < 2**31:
        return number
    if -(2**63) <= number < 2**63:
        return Int64(number)
    return Decimal(number) if abs(number) < 2**96 else float(number)


def to_number(value: Any) -> Any:
    """Return an operand as a number: null is 0, text by its content.

    Raises:
        PsError: it is no number.
    """
    if value is None:
        return 0
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, Char):
        return ord(value)
    if is_number(value):
        return value
    if isinstance(value, str):
        number = literal_number(value) if value.strip() else 0
        if number is not None:
            return number
        raise _cast_fault(value, "System.Int32", "Input string was not in a correct format.")
    if isinstance(value, EnumValue):
        return value.number
    raise _cast_fault(value, "System.Int32", "")


def _cast_fault(value: Any, name: str, why: str) -> PsError:
    shown = f'"{to_string(value)}"' if not isinstance(value, list) else f'the "{to_string(value)}"'
    kind = f' of type "{type_name_of(value)}"' if value is not None and not isinstance(value, str) else ""
    message = f'Cannot convert {shown} value{kind} to type "{name}".' if kind else f'Cannot convert value {shown} to type "{name}".'
    message += f' Error: "{why}"' if why else ""
    return fault(message, "InvalidCast", "InvalidArgument", type_name=AUTOMATION + "PSInvalidCastException")


def cast(session: Session, name: str, value: Any) -> Any:
    """Return `[name]$value`.

    Raises:
        PsError: PowerShell refuses the conversion.
        EvaluatorError: no conversion to this type is known here.
    """
    full = full_name(name)
    value = None if value is NOTHING else value
    if full.endswith("[]"):
        return _cast_array(session, full[:-2], value)
    convert = CASTS.get(full)
    if convert is None:
        return _cast_other(session, full, value)
    try:
        return convert(session, value)
    except DotNetError as error:
        raise _cast_fault(value, full, error.value.message) from error


def _cast_array(session: Session, element: str, value: Any) -> Any:
    if value is None:
        return None
    if isinstance(value, Array) and value.element == element:
        return value
    if element == "System.Char" and isinstance(value, str):
        return Array(map(Char, value), element)
    items = value if isinstance(value, list) else [value]
    return Array((cast(session, element, item) for item in items), element)


def _cast_other(session: Session, full: str, value: Any) -> Any:
    made = session.dotnet.casts.get(full.lower())
    if made is not None:
        session.require_full_language(full)
        return made(session, value)
    if value is None or is_of_type(value, full):
        return value
    if is_exception_type(full):
        return session.dotnet.new(session, full, [value])
    raise EvaluatorError(f"no cast to [{full}] is known here", session.position)


def to_integer(value: Any, name: str = "System.Int32") -> Any:
    """Return `[int]$value` or another whole type: halves go to the even neighbour."""
    kind = INTEGERS.get(name)
    if isinstance(value, str) and not isinstance(value, Char):
        number = literal_number(value) if value.strip() else 0
        if number is None:
            raise DotNetError("System.FormatException", "Input string was not in a correct format.")
    else:
        number = to_number(value.is_present if isinstance(value, Switch) else value)
    if not isinstance(number, int):
        number = _round_even(number)
    low, high = (kind.low, kind.high) if kind else (-(2**31), 2**31 - 1)
    if not low <= number <= high:
        what = name.rsplit(".", maxsplit=1)[-1]
        raise DotNetError("System.OverflowException", f"Value was either too large or too small for {'an' if 'I' in what else 'a'} {what}.")
    return kind(number) if kind else int(number)


def _round_even(number: float | Decimal) -> int:
    try:
        return int(Decimal(repr(number) if isinstance(number, float) else number).quantize(Decimal(1), rounding=ROUND_HALF_EVEN))
    except InvalidOperation as error:
        raise DotNetError("System.OverflowException", "Value was either too large or too small for an Int32.") from error


def _to_text(session: Session, value: Any) -> str:
    return to_string(value, is_core=session.is_core, separator=session.field_separator())


def _to_char(_: Session, value: Any) -> Char:
    if isinstance(value, str):
        if len(value) != 1:
            raise DotNetError("System.FormatException", "String must be exactly one character long.")
        return Char(value)
    return Char(chr(to_integer(value)))


def _to_datetime(session: Session, value: Any) -> Any:
    if isinstance(value, DateTime):
        return value
    if isinstance(value, str):
        return parse_datetime(value, session.utc_offset)
    if is_number(value):
        return DateTime(int(value), "Unspecified", session.utc_offset)
    raise DotNetError("System.InvalidCastException", "")


def _to_timespan(_: Session, value: Any) -> Any:
    if isinstance(value, str):
        return parse_timespan(value)
    return value if isinstance(value, TimeSpan) else TimeSpan(int(to_number(value)))


def _to_guid(_: Session, value: Any) -> Any:
    if isinstance(value, uuid.UUID):
        return value
    text = to_string(value).strip()
    if not re.fullmatch(r"[({]?[0-9a-f]{8}-?([0-9a-f]{4}-?){3}[0-9a-f]{12}[)}]?", text, re.IGNORECASE):
        raise DotNetError("System.FormatException", "Guid should contain 32 digits with 4 dashes.")
    return uuid.UUID(text.strip("(){}"))


def _to_hashtable(_: Session, value: Any) -> Any:
    if value is None or isinstance(value, Hashtable):
        return value
    raise DotNetError("System.InvalidCastException", "")


def _to_object(session: Session, value: Any) -> Any:
    if isinstance(value, Hashtable) and session.version > 2:
        return PSObject(value.items())
    return value


def _to_switch(_: Session, value: Any) -> Switch:
    if isinstance(value, Switch):
        return value
    if isinstance(value, bool) or value is None:
        return Switch(bool(value))
    raise DotNetError("System.InvalidCastException", "")


def _to_decimal(_: Session, value: Any) -> Decimal:
    number = to_number(value)
    return number if isinstance(number, Decimal) else Decimal(repr(number) if isinstance(number, float) else int(number))


def _to_array(_: Session, value: Any) -> Any:
    return value if value is None or isinstance(value, Array) else Array(value if isinstance(value, NetList) else [value])


def _to_type(session: Session, value: Any) -> TypeRef:
    return value if isinstance(value, TypeRef) else session.type_ref(to_string(value))


def _to_double(_: Session, value: Any) -> float:
    return float(to_number(value))


def _to_bool(_: Session, value: Any) -> bool:
    return to_bool(value)


def _to_list(_: Session, value: Any) -> NetList:
    return NetList(value if isinstance(value, list) else [] if value is None else [value])


def _whole(name: str) -> Callable[[Session, Any], Any]:
    return lambda _, value: to_integer(value, name)


CASTS: dict[str, Callable[[Session, Any], Any]] = {
    "System.Object": lambda _, value: value,
    "System.Void": lambda _, __: NOTHING,
    "System.String": _to_text,
    "System.Char": _to_char,
    "System.Boolean": _to_bool,
    "System.Int32": _whole("System.Int32"),
    **{name: _whole(name) for name in INTEGERS},
    "System.Int64": lambda _, value: to_integer(value, "System.Int64"),
    "System.Double": _to_double,
    "System.Single": lambda _, value: Single(to_number(value)),
    "System.Decimal": _to_decimal,
    "System.DateTime": _to_datetime,
    "System.TimeSpan": _to_timespan,
    "System.Guid": _to_guid,
    "System.Collections.Hashtable": _to_hashtable,
    "System.Array": _to_array,
    "System.Collections.ArrayList": _to_list,
    "System.Type": _to_type,
    AUTOMATION + "PSObject": _to_object,
    AUTOMATION + "SwitchParameter": _to_switch,
}


def wide(number: int) -> Any:
    """Return the result of whole arithmetic on Int32: a Double where it does not fit."""
    return number if -(2**31) <= number < 2**31 else float(number)


__all__ = ["CASTS", "Int64", "cast", "literal_number", "narrow", "to_bool", "to_integer", "to_number", "wide"]
