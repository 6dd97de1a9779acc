"""Shapes of text that redaction tells apart: how letters are folded, what is the product's name, an address, a public ending."""

from __future__ import annotations

import re
from collections.abc import Callable

from exposture.bundle import redaction_words as words
from exposture.bundle.redaction_addresses import is_constant, parse_address

_FOLDED = re.compile("[\x00-\u012f\u0132-\u017e\u0386-\u03ce\u0400-\u045f\u0490\u0491]+")
_KNOWN = re.compile("|".join(words.LABEL_PATTERNS), re.IGNORECASE)
_BRACKETED = re.compile(r"^\[([^\]]+)\](?::[0-9]{1,5})?$")
_V4_PORT = re.compile(r"^([0-9.]+):([0-9]{1,5})$")
_FIRST_OF_NETWORK = re.compile(r"^([0-9a-f:.%]+)(?:/[0-9.]+|\([0-9.]+\)|-[0-9a-f:.%]+)$", re.IGNORECASE)


def folded(text: str) -> str:
    """Return a text in lower case, where every version of Windows agrees on it: Latin, Greek and Cyrillic letters."""
    return _FOLDED.sub(lambda found: "".join(letter.lower() for letter in found.group()), text)


def is_known(text: str) -> bool:
    """Return whether a name is the product's own: a role group, a default object, a mailbox that Exchange makes."""
    return folded(text) in words.LABELS or _KNOWN.search(folded(text)) is not None


def is_address(text: str) -> bool:
    """Return whether a text is an IP address, a network, a range or a binding."""
    if is_constant(text):
        return bool(text)
    found = _BRACKETED.match(text) or _V4_PORT.match(text) or _FIRST_OF_NETWORK.match(text)
    return parse_address(text if found is None else found.group(1)) is not None


def kept_labels(labels: list[str]) -> int:
    """Return how many labels at the end of a DNS name are public: the longest known ending, a country with its second level."""
    count = len(labels)
    end = count - 1 if count > 1 and not labels[-1] else count
    if end < 2:
        return 0
    for place in range(end):
        if ".".join(labels[place:end]) in words.SUFFIXES:
            return count - place
    if not re.fullmatch("[a-z]{2}", labels[end - 1]):
        return 0
    return count - end + (2 if end > 2 and labels[end - 2] in words.SECOND_LEVELS else 1)


def unescaped(text: str) -> str:
    """Return the value of one part of a distinguished name without escapes."""
    return re.sub(r"\\(.)", r"\1", text)


def escaped(text: str) -> str:
    """Return a value escaped to stand in a distinguished name."""
    return re.sub(r'([\\,+"<>;])', r"\\\1", text)


def between(pattern: re.Pattern[str], text: str, found: Callable[[str], str], rest: Callable[[str], str]) -> str:
    """Return a text with each match and each piece between two of them replaced by its own function."""
    parts: list[str] = []
    at = 0
    for match in pattern.finditer(text):
        parts += [rest(text[at : match.start()]), found(match.group())]
        at = match.end()
    return "".join([*parts, rest(text[at:])])
