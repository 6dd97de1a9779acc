"""Make characters visible that a terminal, a browser or a reader would obey instead of show."""

from __future__ import annotations

import re

CONTROLS = "\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f"
BIDIRECTIONAL = "\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069"
UNSEEN = "\\u00ad\\u180e\\u200b\\u2028\\u2029\\u2060-\\u2064\\u206a-\\u206f\\ufeff\\ufff9-\\ufffb\\ud800-\\udfff\\U000e0001-\\U000e007f"
"""Not the joiners U+200C and U+200D: Persian names and the pictures of families need them."""
HIDDEN = re.compile(f"[{CONTROLS}\\t\\r\\n{BIDIRECTIONAL}{UNSEEN}]")
HIDDEN_BUT_NEWLINES = re.compile(f"[{CONTROLS}\\r{BIDIRECTIONAL}{UNSEEN}]")
PICTURES = {"\t": "\u2409", "\r": "\u240d", "\n": "\u240a"}


def _picture(match: re.Match[str]) -> str:
    character = match.group()
    return PICTURES.get(character) or f"\u27e8U+{ord(character):04X}\u27e9"


def visible(text: str, *, keep_newlines: bool = False) -> str:
    """Return the text with control, bidirectional and invisible characters shown as signs.

    `keep_newlines` leaves tabs and line feeds, for text of our own making.
    """
    return (HIDDEN_BUT_NEWLINES if keep_newlines else HIDDEN).sub(_picture, text)
