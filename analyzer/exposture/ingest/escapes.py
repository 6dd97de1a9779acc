"""The `_xHHHH_` escapes of CLIXML text.

Source: PowerShell's serialization.cs (EncodeString) and .NET's XmlConvert.DecodeName. Escapes stand for
UTF-16 code units, so a character beyond U+FFFF is two of them.
"""

from __future__ import annotations

import re

REPLACEMENT = "\ufffd"
ESCAPE = re.compile(r"_[xX]([0-9A-Fa-f]{4}|[0-9A-Fa-f]{8})_")
ENCODED = re.compile(r"_(?=[xX])|[\x00-\x1f\x7f-\x9f\ud800-\udfff\U00010000-\U0010ffff]")
SURROGATE = re.compile(r"[\ud800-\udfff]")


def unescape(text: str) -> tuple[str, int]:
    """Return the text that was escaped, and how many lone surrogates became U+FFFD (Arrow and UTF-8 refuse them)."""
    if "_x" not in text and "_X" not in text:
        return text, 0
    decoded = ESCAPE.sub(_unit, text)
    return join_surrogates(decoded) if SURROGATE.search(decoded) else (decoded, 0)


def _unit(found: re.Match[str]) -> str:
    digits = found.group(1)
    code = int(digits, 16)
    if len(digits) == 4 or 0x10000 <= code <= 0x10FFFF:
        return chr(code)
    return found.group(0)


def join_surrogates(text: str) -> tuple[str, int]:
    """Return the text with surrogate pairs joined and lone ones replaced by U+FFFD, and the number of those."""
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return joined, joined.count(REPLACEMENT) - text.count(REPLACEMENT)


def escape(text: str) -> str:
    """Return the text as Export-Clixml escapes it, before XML's own escapes."""
    return ENCODED.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    units = found.group(0).encode("utf-16-be", "surrogatepass").hex().upper()
    return "".join(f"_x{units[at : at + 4]}_" for at in range(0, len(units), 4))
