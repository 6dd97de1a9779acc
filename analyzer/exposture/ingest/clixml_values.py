"""The text of a CLIXML value element to a Python value, tag by tag.

Text tags stay text: the column that takes the value knows how to read it. What is not of its
tag's form stays text too, so that it is seen as a value that does not convert and is not lost.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from exposture.ingest.escapes import REPLACEMENT
from exposture.model.values import Redacted, Scalar

Reader: TypeAlias = Callable[[str], Scalar]

INTEGER = re.compile(r"[+-]?[0-9]{1,20}")
NUMBER = re.compile(r"[+-]?(?:[0-9]{1,400}(?:\.[0-9]{0,400})?|\.[0-9]{1,400})(?:[eE][+-]?[0-9]{1,4})?")
PLAIN = re.compile(r"[+-]?[0-9]{1,40}(?:\.[0-9]{1,40})?")
SPECIAL_FLOATS = {"INF": float("inf"), "-INF": float("-inf"), "NaN": float("nan")}
BOOLEANS = {"true": True, "false": False, "1": True, "0": False}
RANGES: dict[str, tuple[int, int]] = {
    "By": (0, 2**8 - 1),
    "SB": (-(2**7), 2**7 - 1),
    "U16": (0, 2**16 - 1),
    "I16": (-(2**15), 2**15 - 1),
    "U32": (0, 2**32 - 1),
    "I32": (-(2**31), 2**31 - 1),
    "U64": (0, 2**64 - 1),
    "I64": (-(2**63), 2**63 - 1),
}
SECURE_STRING = Redacted("a SecureString")


class BadValueError(ValueError):
    """The text is not of its tag's form."""


def _integer(tag: str) -> Reader:
    low, high = RANGES[tag]

    def read(text: str) -> int:
        stripped = text.strip()
        if not INTEGER.fullmatch(stripped):
            raise BadValueError("no whole number")
        number = int(stripped)
        if not low <= number <= high:
            raise BadValueError(f"out of the range of {tag}")
        return number

    return read


def _boolean(text: str) -> bool:
    found = BOOLEANS.get(text.strip())
    if found is None:
        raise BadValueError("neither true nor false")
    return found


def _float(text: str) -> float:
    stripped = text.strip()
    if stripped in SPECIAL_FLOATS:
        return SPECIAL_FLOATS[stripped]
    if not NUMBER.fullmatch(stripped):
        raise BadValueError("no number")
    return float(stripped)


def _decimal(text: str) -> Decimal:
    if not PLAIN.fullmatch(text.strip()):
        raise BadValueError("no decimal number")
    return Decimal(text.strip())


def _character(text: str) -> str:
    """Return the character of a decimal UTF-16 code unit; half of a surrogate pair is none."""
    if not INTEGER.fullmatch(text.strip()) or not 0 <= int(text) <= 0xFFFF:
        raise BadValueError("no UTF-16 code")
    code = int(text)
    return REPLACEMENT if 0xD800 <= code <= 0xDFFF else chr(code)


def _binary(text: str) -> bytes:
    try:
        return base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadValueError("no base64") from error


READERS: dict[str, Reader] = {
    **{tag: _integer(tag) for tag in RANGES},
    **dict.fromkeys(("DT", "TS", "G", "Version", "SemanticVersion"), str.strip),
    "B": _boolean,
    "Sg": _float,
    "Db": _float,
    "D": _decimal,
    "C": _character,
    "BA": _binary,
    "SS": lambda _text: SECURE_STRING,
}
"""Tags whose text is not escaped. Escaped are those of `ESCAPED_TAGS`."""

ESCAPED_TAGS = frozenset({"S", "URI", "XD", "SBK"})
CONTAINER_TAGS = frozenset({"LST", "IE", "QUE", "STK"})
