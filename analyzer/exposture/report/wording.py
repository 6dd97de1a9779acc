"""How values, numbers and times are put into words: short, inert, the same in every format.

Nothing here knows a format; every text that comes from a bundle passes through here before a renderer sees it.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import datetime

NAME_LIMIT = 90
VALUE_LIMIT = 300
TEXT_LIMIT = 2_000
NAMES_SHOWN = 12
STACKED_MARKS = re.compile(
    "([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{3})[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
MANY_WORDS = {"entry": "entries", "check": "checks", "is": "are"}


def _mark(character: str) -> str:
    return f"«U+{ord(character):04X}»"


def visible(text: str, *, keep: str = "") -> str:
    """Return the text with every control, format, bidirectional and unassigned character written as `«U+202E»`.

    A space of another width becomes a plain space. Characters in `keep` stay. The result is stable: a second pass
    changes nothing.
    """
    if text.isprintable():
        return text
    parts = []
    for character in text:
        if character.isprintable() or character in keep:
            parts.append(character)
        else:
            parts.append(" " if unicodedata.category(character) == "Zs" else _mark(character))
    return "".join(parts)


def shorten(text: str, limit: int, *, keep: str = "") -> str:
    """Return at most `limit` visible characters and, where some were cut, how long the whole is.

    Long runs of combining marks are cut to three, so that no value can paint over its neighbours.
    """
    shown = visible(STACKED_MARKS.sub(r"\1", text[: limit + 1]), keep=keep)
    if len(text) <= limit and len(shown) <= limit:
        return shown
    return f"{shown[:limit].rstrip()}… ({len(text):,} characters)"


def line(text: str, limit: int = VALUE_LIMIT) -> str:
    """Return the text on one line: line ends become `¶`, what is invisible becomes visible, the rest is cut."""
    return shorten(re.sub(r"\r\n|\r|\n", " ¶ ", text[: 2 * limit]) + text[2 * limit :], limit)


def block(text: str, limit: int = TEXT_LIMIT) -> str:
    """Return a text of several lines, cut and inert; line ends and tabs stay."""
    return shorten(text.strip().replace("\r\n", "\n"), limit, keep="\n\t")


def prose(text: str, limit: int = TEXT_LIMIT) -> str:
    """Return a folded text as one paragraph: line ends of the source file are spaces."""
    return shorten(" ".join(text.split()), limit)


def name(text: str) -> str:
    """Return the name of an object, cut at 90 characters."""
    return line(text, NAME_LIMIT)


def value(item: object) -> str:
    """Return an evidence value as text; null and the empty list are said in words."""
    match item:
        case None:
            return "not set"
        case bool():
            return "true" if item else "false"
        case int() | float():
            return f"{item:,}" if isinstance(item, int) and abs(item) >= 10_000 else str(item)
        case str():
            return line(item) if item else "empty text"
        case list() | tuple():
            return line(", ".join(value(part) for part in item[:50])) if item else "empty list"
        case _:
            return line(json.dumps(item, ensure_ascii=False, default=str))


def number(amount: int) -> str:
    """Return the amount with a comma between thousands."""
    return f"{amount:,}"


def plural(amount: int, word: str) -> str:
    """Return the word as it stands behind the amount."""
    return word if amount == 1 else MANY_WORDS.get(word, f"{word}s")


def count(amount: int, word: str) -> str:
    """Return `1 server`, `2 servers`, `1,200 servers`."""
    return f"{number(amount)} {plural(amount, word)}"


def percent(ratio: float) -> str:
    """Return the ratio in percent, cut and not rounded, so that 100 % means all of it."""
    tenths = int(min(max(ratio, 0.0), 1.0) * 1000 + 1e-9)
    return f"{tenths // 10} %" if tenths % 10 == 0 else f"{tenths / 10:.1f} %"


def moment(iso: str | None) -> str:
    """Return `14 August 2026, 09:30 UTC`, or that the time is not known."""
    return "time not known" if iso is None else f"{day(iso)}, {datetime.fromisoformat(iso):%H:%M} UTC"


def day(iso: str | None) -> str:
    """Return `14 August 2026`, in English whatever the machine's language."""
    if iso is None:
        return "date not known"
    date = datetime.fromisoformat(iso)
    months = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]
    return f"{date.day} {months[date.month - 1]} {date.year}"


def some(names: Iterable[str], limit: int = NAMES_SHOWN) -> tuple[tuple[str, ...], int]:
    """Return the first names, once each and in their order, and how many more there are."""
    distinct = list(dict.fromkeys(names))
    return tuple(name(item) for item in distinct[:limit]), max(0, len(distinct) - limit)


def joined(parts: Sequence[str], more: int = 0) -> str:
    """Return `a, b and 3 more`."""
    shown = ", ".join(parts)
    return f"{shown} and {number(more)} more" if more else shown


def sentence(text: str) -> str:
    """Return the text with a capital first letter, unless it begins with an identifier, and a full stop."""
    trimmed = text.strip()
    if not trimmed:
        return ""
    first = trimmed.split(" ", 1)[0]
    capital = trimmed if "_" in first else trimmed[0].upper() + trimmed[1:]
    return capital + ("" if trimmed[-1] in ".!?…" else ".")


def words(identifier: str) -> str:
    """Return `client access` for `client_access` and `access denied` for `access-denied`."""
    return line(identifier.replace("_", " ").replace("-", " "), NAME_LIMIT)


def anchor(prefix: str, identifier: str) -> str:
    """Return an id for a link inside the document; anything but letters, digits and `-` is hashed away."""
    if re.fullmatch(r"[A-Za-z0-9-]{1,40}", identifier):
        return f"{prefix}-{identifier}"
    return f"{prefix}-{hashlib.sha256(identifier.encode()).hexdigest()[:16]}"
