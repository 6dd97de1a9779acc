"""One cell of the collector's CSV: null, text and list in text that no two of them share.

`\\0` is null, `\\e` the empty list, `|a|b` a list; inside of text `\\\\ \\p \\r \\n` stand for backslash, bar, CR and LF.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

Cell: TypeAlias = "str | list[str | None] | None"

NULL = "\\0"
EMPTY_LIST = "\\e"
BAR = "|"
ESCAPE = re.compile(r"\\(.?)", re.DOTALL)
DECODED = {"\\": "\\", "p": "|", "r": "\r", "n": "\n"}
ENCODED = str.maketrans({"\\": "\\\\", "|": "\\p", "\r": "\\r", "\n": "\\n"})
RAW = re.compile(r"[|\r\n]")


class BadCellError(ValueError):
    """The cell is not in the collector's encoding."""


def decode_cell(cell: str) -> Cell:
    """Return what a cell stands for.

    Raises:
        BadCellError: an escape that the encoding has not, or a character that it would have escaped.
    """
    if cell == EMPTY_LIST:
        return []
    if cell.startswith(BAR):
        return [_decode_text(entry) for entry in cell[1:].split(BAR)]
    return _decode_text(cell)


def _decode_text(text: str) -> str | None:
    if text == NULL:
        return None
    if RAW.search(text):
        raise BadCellError("a bar or a line break that is not escaped")
    return ESCAPE.sub(_decode_escape, text) if "\\" in text else text


def _decode_escape(found: re.Match[str]) -> str:
    decoded = DECODED.get(found.group(1))
    if decoded is None:
        raise BadCellError(f"the unknown escape '{found.group(0)}'")
    return decoded


def encode_cell(value: str | Sequence[str | None] | None) -> str:
    """Return the cell for a value."""
    if value is None or isinstance(value, str):
        return _encode_text(value)
    return "".join(BAR + _encode_text(entry) for entry in value) or EMPTY_LIST


def _encode_text(text: str | None) -> str:
    return NULL if text is None else text.translate(ENCODED)
