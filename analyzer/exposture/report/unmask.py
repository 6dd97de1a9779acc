"""Clear names in the place of pseudonyms, in a report that the customer got back from the analyst.

It works on the report's own text: a clear name is escaped as the format wants it, and nothing else changes. A pseudonym that the
map does not know stays. Nothing here judges or renders.
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from exposture.errors import ReportError
from exposture.model.visible import visible

COLUMNS = ["pseudonym", "value", "kind"]
FORMULA = ("=", "+", "-", "@", "\t", "\r")
BREAK = "<wbr>"
_PSEUDONYM = re.compile(
    r"u_[0-9a-f]{12}|(?<![0-9a-z])[xs][0-9a-f]{8}(?![0-9a-z])|(?<![0-9a-z])srv[0-9]+(?![0-9a-z])"
    r"|S-1-5-21-[0-9]+-[0-9]+-[0-9]+|S-1-12-1(?:-[0-9]+){4}"
    r"|(?<![0-9a-f:.])(?:::ffff:)?[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?![0-9]|\.[0-9])|(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}(?![0-9a-f:])",
    re.IGNORECASE,
)
_SCRIPT = re.compile(r"(<(?:script|style)\b[^>]*>)(.*?)(</(?:script|style)>)", re.DOTALL | re.IGNORECASE)
_BROKEN = re.compile(rf"[^\s<>]*(?:{BREAK}[^\s<>]*)+")
_DATA = re.compile(r"application/json", re.IGNORECASE)
Escape = Callable[[str], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmasked:
    """A report with clear names, and how many places were changed."""

    data: bytes
    count: int


def read_map(data: bytes) -> dict[str, str]:
    """Return pseudonym to clear value of a redaction-map.csv; pseudonyms in lower case.

    Raises:
        ReportError: it is no such map.
    """
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise ReportError(f"the map cannot be read: {error}") from error
    if not rows or rows[0] != COLUMNS:
        raise ReportError(f"the map has not the columns {', '.join(COLUMNS)}; give the redaction-map.csv that the collector wrote")
    if wrong := next((number for number, row in enumerate(rows, start=1) if row and len(row) != len(COLUMNS)), None):
        raise ReportError(f"line {wrong} of the map has not {len(COLUMNS)} values")
    return {row[0].lower(): row[1] for row in rows[1:] if row}


def unmask(data: bytes, suffix: str, clear: Mapping[str, str]) -> Unmasked:
    """Return a report with clear names; `suffix` is the file's ending in lower case, such as `.json`.

    Raises:
        ReportError: the report is of a kind that cannot be changed, or is not what its name says.
    """
    turn = _TURNS.get(suffix)
    if turn is None:
        raise ReportError(_refusal(suffix))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ReportError("the report is not UTF-8") from error
    mark = data[: len(data) - len(text.encode())]
    names = _Names(clear)
    return Unmasked(data=mark + turn(text, names).encode(), count=names.count)


def _refusal(suffix: str) -> str:
    if suffix == ".pdf":
        return (
            "a PDF cannot be unmasked: its text is laid out and compressed. Unmask results.json and render that: "
            "`exposture unmask results.json --map redaction-map.csv -o clear.json`, then `exposture report clear.json`"
        )
    return f"a report that ends in {suffix or 'nothing'} cannot be unmasked; give {', '.join(sorted(_TURNS))}"


class _Names:
    """The map at work: it counts what it changes."""

    def __init__(self, clear: Mapping[str, str]) -> None:
        self._clear = clear
        self.count = 0

    def put(self, text: str, escape: Escape) -> str:
        """Return a text with each known pseudonym replaced by its clear value, escaped."""

        def one(found: re.Match[str]) -> str:
            value = self._clear.get(found.group().lower())
            if value is None:
                return found.group()
            self.count += 1
            return escape(_in_case_of(found.group(), value))

        return _PSEUDONYM.sub(one, text)


def _in_case_of(pseudonym: str, value: str) -> str:
    """A server's name in a host name is written small, a host's label that names a server large."""
    if re.fullmatch("s[0-9a-f]{8}|srv[0-9]+", pseudonym):
        return value.lower()
    return value.upper() if re.fullmatch("X[0-9A-F]{8}", pseudonym) else value


def _plain(text: str, names: _Names) -> str:
    return names.put(text, visible)


def _json_text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)[1:-1]


def _json(text: str, names: _Names) -> str:
    done = names.put(text, _json_text)
    try:
        json.loads(done)
    except ValueError as error:
        raise ReportError(f"the report is no JSON: {error}") from error
    return done


def _in_script(value: str) -> str:
    return _json_text(value).replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _html_text(value: str) -> str:
    return html.escape(visible(value), quote=True)


def _html(text: str, names: _Names) -> str:
    """Scripts and styles are named by their hash and stay; the block of data is JSON; a long word may be broken by `<wbr>`."""
    parts: list[str] = []
    at = 0
    for block in _SCRIPT.finditer(text):
        parts += [_markup(text[at : block.start()], names), block.group(1)]
        parts += [names.put(block.group(2), _in_script) if _DATA.search(block.group(1)) else block.group(2), block.group(3)]
        at = block.end()
    return "".join([*parts, _markup(text[at:], names)])


def _markup(text: str, names: _Names) -> str:
    def joined(found: re.Match[str]) -> str:
        whole = found.group().replace(BREAK, "")
        is_known = _PSEUDONYM.search(whole) is not None and names.put(whole, str) != whole
        return whole if is_known else found.group()

    before = names.count
    text = _BROKEN.sub(joined, text)
    names.count = before
    return names.put(text, _html_text)


def _csv(text: str, names: _Names) -> str:
    """Each cell by itself, and inert: one that begins like a formula gets an apostrophe in front."""
    newline = "\r\n" if "\r\n" in text else "\n"
    written = io.StringIO(newline="")
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise ReportError(f"the report is no CSV: {error}") from error
    writer = csv.writer(written, lineterminator=newline, quoting=csv.QUOTE_ALL if text.startswith('"') else csv.QUOTE_MINIMAL)
    writer.writerows([[_cell(cell, names) for cell in row] for row in rows])
    return written.getvalue()


def _cell(cell: str, names: _Names) -> str:
    done = names.put(cell, str)
    return f"'{done}" if done != cell and done.startswith(FORMULA) else done


_TURNS: Mapping[str, Callable[[str, _Names], str]] = {
    ".json": _json,
    ".html": _html,
    ".htm": _html,
    ".csv": _csv,
    ".txt": _plain,
    ".md": _plain,
    ".log": _plain,
}
