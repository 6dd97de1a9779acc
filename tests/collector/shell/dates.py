"""DateTime and TimeSpan by ticks, their format strings and what a cast reads."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from tests.collector.shell.faults import DotNetError
from tests.collector.shell.values import Int64

SECOND = 10_000_000
MINUTE = 60 * SECOND
HOUR = 60 * MINUTE
DAY = 24 * HOUR
EPOCH = datetime(1, 1, 1)  # noqa: DTZ001  # ticks have no zone
MAX_TICKS = 3155378975999999999
FILE_TIME = 504911232000000000

TOKENS = re.compile(r"\\.|'[^']*'|\"[^\"]*\"|y+|M+|d+|H+|h+|m+|s+|f+|F+|t+|z+|K|/|:|%|.", re.DOTALL)
STANDARD = {
    "o": "yyyy-MM-ddTHH:mm:ss.fffffffK",
    "O": "yyyy-MM-ddTHH:mm:ss.fffffffK",
    "s": "yyyy-MM-ddTHH:mm:ss",
    "u": "yyyy-MM-dd HH:mm:ssZ",
    "r": "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
    "R": "ddd, dd MMM yyyy HH:mm:ss 'GMT'",
}
CULTURES = {
    "": {"d": "MM/dd/yyyy", "T": "HH:mm:ss", "t": "HH:mm", "D": "dddd, dd MMMM yyyy", "/": "/", ":": ":"},
    "en-US": {"d": "M/d/yyyy", "T": "h:mm:ss tt", "t": "h:mm tt", "D": "dddd, MMMM d, yyyy", "/": "/", ":": ":"},
    "de-DE": {"d": "dd.MM.yyyy", "T": "HH:mm:ss", "t": "HH:mm", "D": "dddd, d. MMMM yyyy", "/": ".", ":": ":"},
    "fi-FI": {"d": "d.M.yyyy", "T": "H.mm.ss", "t": "H.mm", "D": "dddd d. MMMM yyyy", "/": ".", ":": "."},
}


@dataclass(frozen=True, slots=True, order=True)
class TimeSpan:
    """A length of time."""

    ticks: int

    def text(self) -> str:
        """Return the constant form `[-][d.]hh:mm:ss[.fffffff]`."""
        rest = abs(self.ticks)
        days, rest = divmod(rest, DAY)
        hours, rest = divmod(rest, HOUR)
        minutes, rest = divmod(rest, MINUTE)
        seconds, rest = divmod(rest, SECOND)
        sign = "-" if self.ticks < 0 else ""
        return f"{sign}{f'{days}.' if days else ''}{hours:02}:{minutes:02}:{seconds:02}{f'.{rest:07}' if rest else ''}"


@dataclass(frozen=True, slots=True, order=True)
class DateTime:
    """A point in time; `offset` is that of the machine's zone in minutes, for a `kind` of Local."""

    ticks: int
    kind: str = "Unspecified"
    offset: int = 0

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DateTime) and other.ticks == self.ticks

    def __hash__(self) -> int:
        return hash(self.ticks)

    def clock(self) -> datetime:
        """Return it for Python, cut to microseconds."""
        return EPOCH + timedelta(microseconds=self.ticks // 10)

    def to_utc(self) -> DateTime:
        """Return it in UTC: Unspecified is taken for local."""
        return self if self.kind == "Utc" else DateTime(self.ticks - self.offset * MINUTE, "Utc", self.offset)

    def to_local(self) -> DateTime:
        """Return it in local time: Unspecified is taken for UTC."""
        return self if self.kind == "Local" else DateTime(self.ticks + self.offset * MINUTE, "Local", self.offset)

    def plus(self, ticks: float) -> DateTime:
        """Return it moved."""
        moved = self.ticks + int(ticks)
        if not 0 <= moved <= MAX_TICKS:
            raise DotNetError("System.ArgumentOutOfRangeException", "The added or subtracted value results in an un-representable DateTime.")
        return DateTime(moved, self.kind, self.offset)


def from_python(moment: datetime, kind: str, offset: int) -> DateTime:
    """Return a naive Python time with a kind."""
    passed = moment - EPOCH
    return DateTime((passed.days * 86400 + passed.seconds) * SECOND + passed.microseconds * 10, kind, offset)


def format_datetime(value: DateTime, spec: str, culture: str) -> str:
    """Return `value.ToString(spec)` in a culture."""
    names = CULTURES[culture]
    if len(spec) <= 1:
        spec = _standard(spec, names)
    if spec.startswith("ddd, dd MMM yyyy HH:mm:ss 'GMT'"):
        culture, names = "", CULTURES[""]
    return "".join(_token(value, token, names) for token in TOKENS.findall(spec))


def _standard(spec: str, names: dict[str, str]) -> str:
    if spec in STANDARD:
        return STANDARD[spec].replace(":", "':'")
    combined = {"": "d T", "G": "d T", "g": "d t", "f": "D t", "F": "D T"}.get(spec, spec)
    parts = [names.get(part) for part in combined.split()]
    if None in parts:
        raise DotNetError("System.FormatException", "Input string was not in a correct format.")
    return " ".join(str(part) for part in parts)


def _token(value: DateTime, token: str, names: dict[str, str]) -> str:
    moment = value.clock()
    first, size = token[0], len(token)
    if first in "'\"":
        return token[1:-1]
    if first == "\\":
        return token[1:]
    if first in "fF":
        digits = f"{value.ticks % SECOND:07}"[:size]
        return digits if first == "f" else digits.rstrip("0")
    numbers = {"H": moment.hour, "h": moment.hour % 12 or 12, "m": moment.minute, "s": moment.second}
    if first in numbers:
        return f"{numbers[first]:0{min(size, 2)}}"
    if first in "yMd":
        return _date_token(moment, first, size)
    if first == "t":
        return ("AM" if moment.hour < 12 else "PM")[:size]
    if first in "Kz":
        return _zone(value, first, size)
    return names.get(token, "" if token == "%" else token) if token in "/:%" else token


def _date_token(moment: datetime, first: str, size: int) -> str:
    if first == "y":
        return f"{moment.year % 100:0{size}}" if size <= 2 else f"{moment.year:0{size}}"
    if first == "M":
        return [str(moment.month), f"{moment.month:02}", calendar.month_abbr[moment.month], calendar.month_name[moment.month]][min(size, 4) - 1]
    return [str(moment.day), f"{moment.day:02}", calendar.day_abbr[moment.weekday()], calendar.day_name[moment.weekday()]][min(size, 4) - 1]


def _zone(value: DateTime, first: str, size: int) -> str:
    if first == "K" and value.kind != "Local":
        return "Z" if value.kind == "Utc" else ""
    offset = 0 if value.kind == "Utc" else value.offset
    hours, minutes = divmod(abs(offset), 60)
    sign = "-" if offset < 0 else "+"
    if first == "z" and size < 3:
        return f"{sign}{hours:0{size}}"
    return f"{sign}{hours:02}:{minutes:02}"


ISO = re.compile(r"(\d{4})-(\d\d?)-(\d\d?)(?:[T ](\d\d?):(\d\d)(?::(\d\d)(?:\.(\d{1,7}))?)?)?\s*(Z|[+-]\d\d:?\d\d)?")
INVARIANT = re.compile(r"(\d\d?)/(\d\d?)/(\d{4})(?:\s+(\d\d?):(\d\d)(?::(\d\d))?(?:\s*([AaPp][Mm]))?)?")


def parse_datetime(text: str, offset: int) -> DateTime:
    """Read a time as a cast does, in the invariant culture; a zone makes it local.

    Raises:
        DotNetError: it is no time, or of a form that the evaluator does not know.
    """
    text = text.strip()
    found = ISO.fullmatch(text)
    try:
        if found:
            return _from_iso(found, offset)
        found = INVARIANT.fullmatch(text)
        if found:
            month, day, year, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
            half = (found[7] or "").lower()
            hour = hour % 12 + 12 * (half == "pm") if half else hour
            return from_python(datetime(year, month, day, hour, minute, second), "Unspecified", offset)  # noqa: DTZ001
    except ValueError:
        pass
    raise DotNetError("System.FormatException", f"String '{text}' was not recognized as a valid DateTime.")


def _from_iso(found: re.Match[str], offset: int) -> DateTime:
    year, month, day, hour, minute, second = (int(part or 0) for part in found.groups()[:6])
    value = from_python(datetime(year, month, day, hour, minute, second), "Unspecified", offset)  # noqa: DTZ001
    value = value.plus(int((found[7] or "0").ljust(7, "0")))
    zone = found[8]
    if not zone:
        return value
    if zone == "Z":
        return DateTime(value.ticks, "Utc", offset).to_local()
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    return DateTime(value.ticks - (-minutes if zone[0] == "-" else minutes) * MINUTE, "Utc", offset).to_local()


FORMATS = {
    "yyyy": r"(?P<y>\d{4})",
    "MM": r"(?P<M>\d\d)",
    "dd": r"(?P<d>\d\d)",
    "HH": r"(?P<H>\d\d)",
    "mm": r"(?P<m>\d\d)",
    "ss": r"(?P<s>\d\d)",
    "K": r"(?P<K>Z|[+-]\d\d:\d\d)?",
}


def parse_exact(text: str, spec: str, offset: int, styles: str) -> DateTime:
    """Read a time by its format; `styles` are the names of DateTimeStyles."""
    spec = STANDARD.get(spec, spec)
    pattern = ""
    for token in TOKENS.findall(spec):
        fraction = rf"(?P<f>\d{{{len(token)}}})" if token[0] == "f" else None
        literal = token[1:-1] if token[0] in "'\"" else token[1:] if token[0] == "\\" else token
        pattern += FORMATS.get(token) or fraction or re.escape(literal)
    found = re.fullmatch(pattern, text)
    if not found:
        raise DotNetError("System.FormatException", f"String '{text}' was not recognized as a valid DateTime.")
    parts: dict[str, Any] = {"M": 1, "d": 1, **{name: value for name, value in found.groupdict().items() if value}}
    moment = datetime(*(int(parts.get(name, 0)) for name in "yMdHms"))  # type: ignore[arg-type]  # noqa: DTZ001
    value = from_python(moment, "Unspecified", offset).plus(int(str(parts.get("f", "0")).ljust(7, "0")))
    if "roundtripkind" in styles.lower() and parts.get("K") == "Z":
        return DateTime(value.ticks, "Utc", offset)
    zone = parts.get("K")
    if zone and zone != "Z":
        minutes = int(zone[1:3]) * 60 + int(zone[-2:])
        value = value.plus((minutes if zone[0] == "-" else -minutes) * MINUTE)
    if zone or "assumeuniversal" in styles.lower():
        utc = DateTime(value.ticks, "Utc", offset)
        return utc if "adjusttouniversal" in styles.lower() else utc.to_local()
    return value


def file_time(value: DateTime) -> Int64:
    """Return the ticks since 1601 in UTC."""
    return Int64(value.to_utc().ticks - FILE_TIME)


SPAN = re.compile(r"(-)?(?:(\d+)\.)?(\d+):(\d\d)(?::(\d\d)(?:\.(\d{1,7}))?)?")


def parse_timespan(text: str) -> TimeSpan:
    """Read `[-][d.]hh:mm[:ss[.fffffff]]` or a number of days."""
    text = text.strip()
    if re.fullmatch(r"-?\d+", text):
        return TimeSpan(int(text) * DAY)
    found = SPAN.fullmatch(text)
    if not found:
        raise DotNetError("System.FormatException", "String was not recognized as a valid TimeSpan.")
    sign, days, hours, minutes, seconds, fraction = found.groups()
    ticks = int(days or 0) * DAY + int(hours) * HOUR + int(minutes) * MINUTE + int(seconds or 0) * SECOND + int((fraction or "0").ljust(7, "0"))
    return TimeSpan(-ticks if sign else ticks)
