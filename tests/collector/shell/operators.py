"""Operators: the left operand decides the type, and a left array filters."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from tests.collector.shell.convert import cast, to_bool, to_integer, to_number, wide
from tests.collector.shell.dates import DateTime, TimeSpan
from tests.collector.shell.faults import DotNetError, EvaluatorError, PsError, fault
from tests.collector.shell.formatting import composite
from tests.collector.shell.regexes import Regex, compile_regex, matches_table, replace, wildcard
from tests.collector.shell.types import is_number, is_of_type, type_name_of
from tests.collector.shell.values import (
    NOTHING,
    Array,
    Char,
    EnumValue,
    Hashtable,
    Int64,
    PSObject,
    Single,
    Sized,
    Switch,
    TypeRef,
    UInt32,
    UInt64,
    lower,
)

if TYPE_CHECKING:
    from tests.collector.shell.session import Session


def equals(session: Session, left: Any, right: Any, *, has_case: bool = False) -> bool:
    """Return `left -eq right` for one left operand."""
    left, right = (None if side is NOTHING else side for side in (left, right))
    if left is None or right is None:
        return left is right
    if isinstance(left, Switch):
        left = left.is_present
    if isinstance(left, str):
        text = session.text_of(right)
        return str(left) == text if has_case else lower(left) == lower(text)
    if is_number(left) and is_number(right):
        return bool(Decimal(left) == Decimal(right)) if isinstance(left, Decimal) or isinstance(right, Decimal) else left == right
    if isinstance(left, EnumValue):
        return left.name.lower() == session.text_of(right).lower() or (is_number(right) and left.number == right)
    if isinstance(left, PSObject | Hashtable | list):
        return left is right or (isinstance(left, PSObject) and left.text is not None and isinstance(right, str) and False)
    try:
        return bool(left == cast(session, type_name_of(left), right))
    except (PsError, EvaluatorError):
        return left is right


def order(session: Session, left: Any, right: Any) -> int:
    """Return -1, 0 or 1 for `left` against `right`.

    Raises:
        PsError: they cannot be compared.
    """
    left, right = (side.is_present if isinstance(side, Switch) else side for side in (left, right))
    if left is None or right is None:
        return _order_null(left, right)
    if isinstance(left, str):
        return _order_text(left, session.text_of(right))
    if is_number(left):
        right = to_number(right)
        if isinstance(left, Decimal) or isinstance(right, Decimal):
            left, right = Decimal(left), Decimal(right)
    elif isinstance(left, bool):
        right = to_bool(right)
    elif isinstance(left, EnumValue):
        left, right = left.number, right.number if isinstance(right, EnumValue) else to_number(right)
    else:
        right = cast(session, type_name_of(left), right)
    try:
        return (left > right) - (left < right)
    except TypeError as error:
        message = f'Cannot compare "{session.text_of(left)}" because it is not IComparable.'
        raise fault(message, "NotIcomparable", "InvalidOperation") from error


def _order_null(left: Any, right: Any) -> int:
    if left is right:
        return 0
    other, sign = (right, -1) if left is None else (left, 1)
    return -sign if is_number(other) and other < 0 else sign


def _text_key(text: str) -> list[tuple[int, str]]:
    return [(0 if not char.isalnum() else 1 if char.isdigit() else 2, char) for char in lower(text)]


def _order_text(left: str, right: str) -> int:
    one, two = _text_key(left), _text_key(right)
    return (one > two) - (one < two)


def _filtered(test: Callable[[Any, Any], bool]) -> Callable[[Session, Any, Any], Any]:
    """Make an operator that tests one value and filters an array."""

    def operate(session: Session, left: Any, right: Any) -> Any:
        if isinstance(left, list):
            return Array(item for item in left if test(session, item, right))
        return test(session, left, right)

    return operate


def match(session: Session, left: Any, right: Any) -> Any:
    """Return `-match`: `$Matches` is set where a single left operand matches."""
    pattern = right.compiled if isinstance(right, Regex) else _pattern(session, right)
    if isinstance(left, list):
        return Array(item for item in left if pattern.search(session.text_of(item)))
    found = pattern.search(session.text_of(left))
    if found:
        session.set_automatic("matches", matches_table(found))
    return found is not None


def _pattern(session: Session, value: Any, flags: int = re.IGNORECASE) -> re.Pattern[str]:
    try:
        return compile_regex(session.text_of(value), flags)
    except DotNetError as error:
        raise fault(error.value.message, "BadRegularExpression", "InvalidArgument") from error


def not_match(session: Session, left: Any, right: Any) -> Any:
    """Return `-notmatch`."""
    if isinstance(left, list):
        pattern = _pattern(session, right)
        return Array(item for item in left if not pattern.search(session.text_of(item)))
    return not match(session, left, right)


def replace_operator(session: Session, left: Any, right: Any, flags: int = re.IGNORECASE) -> Any:
    """Return `-replace`; an array is replaced item by item."""
    pair = right if isinstance(right, list) else [right]
    if len(pair) > 2 or not pair:
        raise fault(f"The -replace operator allows only two elements to follow it, not {len(pair)}.", "BadReplaceArgument", "InvalidArgument")
    pattern = _pattern(session, pair[0], flags)
    by = pair[1] if len(pair) == 2 else ""
    if not hasattr(by, "invoke_block"):
        by = session.text_of(by)
    elif session.version < 6:
        raise EvaluatorError("-replace takes a script block in PowerShell 6 and later only", session.position)
    if isinstance(left, list):
        return Array(replace(session, pattern, session.text_of(item), by) for item in left)
    return replace(session, pattern, session.text_of(left), by)


def split_operator(session: Session, left: Any, right: Any, flags: int = re.IGNORECASE) -> Array:
    """Return `-split`."""
    arguments = right if isinstance(right, list) else [right]
    pattern = _pattern(session, arguments[0], flags)
    limit = int(to_number(arguments[1])) if len(arguments) > 1 else 0
    if len(arguments) > 2 or limit < 0:
        raise EvaluatorError("-split with options or a negative limit is not known here", session.position)
    pieces: list[str] = []
    for item in left if isinstance(left, list) else [left]:
        pieces += (
            [piece for piece in pattern.split(session.text_of(item), maxsplit=limit - 1 if limit > 1 else 0) if piece is not None]
            if limit != 1
            else [item]
        )
    return Array(pieces, "System.String")


def join_operator(session: Session, left: Any, right: Any) -> str:
    """Return `-join`."""
    return session.text_of(right).join(session.text_of(item) for item in (left if isinstance(left, list) else [left]))


def contains(session: Session, left: Any, right: Any) -> bool:
    """Return `-contains`: one comparison for each item."""
    return any(equals(session, item, right) for item in (left if isinstance(left, list) else [left]))


def _in(session: Session, left: Any, right: Any) -> bool:
    if session.version < 3:
        raise EvaluatorError("-in is not in PowerShell 2.0", session.position)
    return contains(session, right, left)


def is_type(session: Session, left: Any, right: Any) -> bool:
    """Return `-is`."""
    if hasattr(left, "value") and isinstance(left, PSObject) and left.value is not None:
        left = left.value
    return is_of_type(None if left is NOTHING else left, right.name if isinstance(right, TypeRef) else session.type_ref(session.text_of(right)).name)


def as_type(session: Session, left: Any, right: Any) -> Any:
    """Return `-as`: null where the cast fails."""
    name = right.name if isinstance(right, TypeRef) else session.text_of(right)
    if name.lower() in ("type", "system.type") and isinstance(left, str):
        return TypeRef(left) if session.dotnet.knows(left) else None
    try:
        return cast(session, name, left)
    except PsError:
        return None


def format_operator(session: Session, left: Any, right: Any) -> str:
    """Return `-f`."""
    arguments = list(right) if isinstance(right, list) else [right]
    try:
        return composite(session.text_of(left), arguments, session.culture, is_core=session.is_core)
    except DotNetError as error:
        raise fault(f"Error formatting a string: {error.value.message}", "FormatError", "InvalidOperation") from error


def _bits(operate: Callable[[int, int], int]) -> Callable[[Session, Any, Any], Any]:
    def both(_: Session, left: Any, right: Any) -> Any:
        one, two = _whole(left), _whole(right)
        result = operate(int(one), int(two))
        for kind in (UInt64, Int64, UInt32):
            if isinstance(one, kind) or isinstance(two, kind):
                kind = UInt64 if kind is UInt32 and result < 0 else kind
                return kind(result)
        return result

    return both


def _whole(value: Any) -> Any:
    number = to_number(value)
    if isinstance(number, int):
        return number
    return to_integer(number) if abs(number) < 2**31 else to_integer(number, "System.Int64")


def add(session: Session, left: Any, right: Any) -> Any:
    """Return `left + right`."""
    if left is None or left is NOTHING:
        return right if right is not NOTHING else None
    if isinstance(left, list):
        return Array([*left, *(right if isinstance(right, list) else [] if right is NOTHING else [right])])
    if isinstance(left, str) and not (isinstance(left, Char) and is_number(right)):
        return left + session.text_of(right)
    if isinstance(left, Hashtable):
        return _merged(left, right)
    if isinstance(left, DateTime | TimeSpan):
        moved = cast(session, "timespan", right)
        return left.plus(moved.ticks) if isinstance(left, DateTime) else TimeSpan(left.ticks + moved.ticks)
    return _arithmetic("op_Addition", left, right, lambda one, two: one + two)


def _merged(left: Hashtable, right: Any) -> Hashtable:
    if not isinstance(right, Hashtable):
        raise fault("A hash table can only be added to another hash table.", "AddHashTableToNonHashTable", "InvalidOperation")
    table = left.copy()
    for key, value in right.items():
        if key in table:
            raise fault(f"Item has already been added. Key in dictionary: '{key}'", "AddDuplicate", "InvalidOperation")
        table[key] = value
    return table


def subtract(session: Session, left: Any, right: Any) -> Any:
    """Return `left - right`."""
    if isinstance(left, DateTime):
        if isinstance(right, DateTime):
            return TimeSpan(left.ticks - right.ticks)
        return left.plus(-cast(session, "timespan", right).ticks)
    if isinstance(left, TimeSpan):
        return TimeSpan(left.ticks - cast(session, "timespan", right).ticks)
    return _arithmetic("op_Subtraction", left, right, lambda one, two: one - two)


def multiply(_: Session, left: Any, right: Any) -> Any:
    """Return `left * right`; text and arrays are repeated."""
    if isinstance(left, list):
        return Array(list(left) * to_integer(right))
    if isinstance(left, str):
        return left * to_integer(right)
    return _arithmetic("op_Multiply", left, right, lambda one, two: one * two)


def divide(_: Session, left: Any, right: Any) -> Any:
    """Return `left / right`: whole only where it comes out even."""
    return _arithmetic("op_Division", left, right, _quotient)


def _quotient(one: Any, two: Any) -> Any:
    if two == 0 and not isinstance(one, float) and not isinstance(two, float):
        raise fault("Attempted to divide by zero.", "RuntimeException", "NotSpecified", type_name="System.DivideByZeroException")
    if two == 0:
        return float("nan") if one == 0 else float("inf") * (1 if one > 0 else -1)
    if isinstance(one, int) and isinstance(two, int):
        return one // two if one % two == 0 else one / two
    return one / two


def modulo(_: Session, left: Any, right: Any) -> Any:
    """Return `left % right` with the sign of the left operand."""

    def rest(one: Any, two: Any) -> Any:
        if two == 0:
            raise fault("Attempted to divide by zero.", "RuntimeException", "NotSpecified", type_name="System.DivideByZeroException")
        found = abs(one) % abs(two)
        return -found if one < 0 else found

    return _arithmetic("op_Modulus", left, right, rest)


def _arithmetic(name: str, left: Any, right: Any, operate: Callable[[Any, Any], Any]) -> Any:
    if isinstance(left, PSObject | Hashtable | TypeRef | list) or not (left is None or isinstance(left, str | int | float | Decimal | EnumValue)):
        what = type_name_of(left)
        raise fault(f"Method invocation failed because [{what}] does not contain a method named '{name}'.", "MethodNotFound", "InvalidOperation")
    one, two = to_number(left), to_number(right)
    if isinstance(one, Decimal) or isinstance(two, Decimal):
        one, two = (side if isinstance(side, Decimal) else Decimal(str(side)) for side in (one, two))
    result = operate(int(one) if isinstance(one, int) else one, int(two) if isinstance(two, int) else two)
    return _typed(one, two, result)


def _typed(one: Any, two: Any, result: Any) -> Any:
    if not isinstance(result, int):
        return Single(result) if isinstance(one, Single) and isinstance(two, Single) else result
    if not isinstance(one, int) or not isinstance(two, int):
        return float(result)
    if isinstance(one, UInt64) and isinstance(two, UInt64):
        return UInt64(result) if 0 <= result < 2**64 else float(result)
    if any(isinstance(side, Int64 | UInt32 | UInt64) for side in (one, two)):
        if isinstance(one, UInt32) and isinstance(two, UInt32) and 0 <= result < 2**32:
            return UInt32(result)
        return Int64(result) if -(2**63) <= result < 2**63 else float(result)
    return wide(int(result))


def span(session: Session, left: Any, right: Any) -> Array:
    """Return `left..right`."""
    first, last = (to_integer(None if side is NOTHING else side) for side in (left, right))
    return Array(range(first, last + 1) if first <= last else range(first, last - 1, -1))


BINARY: dict[str, Callable[[Session, Any, Any], Any]] = {
    "+": add,
    "-": subtract,
    "*": multiply,
    "/": divide,
    "%": modulo,
    "..": span,
    "-f": format_operator,
    "-eq": _filtered(lambda session, a, b: equals(session, a, b)),
    "-ne": _filtered(lambda session, a, b: not equals(session, a, b)),
    "-ceq": _filtered(lambda session, a, b: equals(session, a, b, has_case=True)),
    "-cne": _filtered(lambda session, a, b: not equals(session, a, b, has_case=True)),
    "-gt": _filtered(lambda session, a, b: order(session, a, b) > 0),
    "-ge": _filtered(lambda session, a, b: order(session, a, b) >= 0),
    "-lt": _filtered(lambda session, a, b: order(session, a, b) < 0),
    "-le": _filtered(lambda session, a, b: order(session, a, b) <= 0),
    "-like": _filtered(lambda session, a, b: wildcard(session.text_of(b)).fullmatch(session.text_of(a)) is not None),
    "-notlike": _filtered(lambda session, a, b: wildcard(session.text_of(b)).fullmatch(session.text_of(a)) is None),
    "-match": match,
    "-notmatch": not_match,
    "-cmatch": lambda session, a, b: match(session, a, Regex(session.text_of(b))),
    "-replace": replace_operator,
    "-creplace": lambda session, a, b: replace_operator(session, a, b, 0),
    "-split": split_operator,
    "-csplit": lambda session, a, b: split_operator(session, a, b, 0),
    "-join": join_operator,
    "-contains": contains,
    "-notcontains": lambda session, a, b: not contains(session, a, b),
    "-in": _in,
    "-notin": lambda session, a, b: not _in(session, a, b),
    "-is": is_type,
    "-isnot": lambda session, a, b: not is_type(session, a, b),
    "-as": as_type,
    "-band": _bits(lambda a, b: a & b),
    "-bor": _bits(lambda a, b: a | b),
    "-bxor": _bits(lambda a, b: a ^ b),
}


def bit_not(value: Any) -> Any:
    """Return `-bnot`."""
    number = _whole(value)
    if isinstance(number, UInt32 | UInt64):
        return type(number)(number.high - number)
    return type(number)(~number) if isinstance(number, Sized) else ~number
