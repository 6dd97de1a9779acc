"""Durations in seconds and timestamps as naive UTC."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from exposture.catalog.convert import ConversionError, Converter, member, required_text, single
from exposture.catalog.converters.numbers import limit, number, to_float, whole
from exposture.catalog.networks import SpecialNetworks
from exposture.model.values import Item, Value

_TICKS_PER_SECOND = 10_000_000
_CLOCK = re.compile(r"^(-)?(?:(\d{1,9})\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,7}))?$", re.ASCII)
_XSD = re.compile(r"^(-)?P(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?$", re.ASCII)
_XSD_SECONDS = (365 * 86_400, 30 * 86_400, 86_400, 3_600, 60, 1)

_ISO = re.compile(r"^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?)?\s*(Z|[+-]\d\d:?\d\d)?$", re.IGNORECASE | re.ASCII)
_DMTF = re.compile(r"^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\.(\d{1,6})(Z|[+-]\d{3})?$", re.ASCII)
_SLASHED = re.compile(r"^(\d{1,2})/(\d{1,2})/(\d{4})(?: (\d{1,2}):(\d\d)(?::(\d\d))?(?: ([AP]M))?)?$", re.IGNORECASE | re.ASCII)
_FILETIME = re.compile(r"^\d{1,19}$", re.ASCII)
_FILETIME_EPOCH = datetime(1601, 1, 1)  # noqa: DTZ001 - naive UTC is the catalog's time
_FILETIME_LEAST = 10**16
_NEVER_FILETIME = (1 << 63) - 1
_NEVER_YEARS = frozenset({1, 1601, 9999})


def to_duration(value: Value) -> float | None:
    """Return seconds of an object with Ticks, of `[-][d.]hh:mm:ss[.f]`, of XSD `PT10M`, or of a bare number of seconds.

    A year is 365 days and a month 30, as .NET reads XSD durations.
    """
    if isinstance(value, Item):
        ticks, total = member(value, "Ticks"), member(value, "TotalSeconds")
        if ticks is not None:
            return (whole(ticks) or 0) / _TICKS_PER_SECOND
        if total is not None:
            return to_float(total, None)
    if number(value) is not None:
        return to_float(value, None)
    text = required_text(value)
    return None if text is None else _seconds(text)


def _seconds(text: str) -> float | None:
    clock = _CLOCK.match(text)
    if clock is not None:
        sign, days, hours, minutes, seconds, fraction = clock.groups()
        total = int(days or 0) * 86_400 + int(hours) * 3_600 + int(minutes) * 60 + int(seconds) + float(f"0.{fraction or 0}")
        return -total if sign else total
    xsd = _XSD.match(text)
    if xsd is not None and any(xsd.groups()[1:]):
        parts = [float(part or 0) * unit for part, unit in zip(xsd.groups()[1:], _XSD_SECONDS, strict=True)]
        return -sum(parts) if xsd.group(1) else sum(parts)
    return to_float(text, None)


def to_timestamp(value: Value, _networks: SpecialNetworks | None) -> datetime | None:
    """Return a naive UTC time of ISO text, WMI text, LDAP text, a FILETIME or `MM/dd/yyyy HH:mm:ss`.

    A time without zone is taken as written. Null, and no failure, are the values that say "never": the least .NET
    time (0001-01-01), the least Windows time (1601-01-01) and the year 9999. A date with slashes is read only where
    day and month cannot be mixed up.
    """
    value = single(value)
    if isinstance(value, Item) and value.value is not None:
        value = value.value
    if isinstance(value, int) and not isinstance(value, bool):
        return _from_filetime(value)
    text = required_text(value)
    if text is None:
        return None
    if _FILETIME.match(text):
        return _from_filetime(int(text))
    try:
        result = _from_text(text)
    except (ValueError, OverflowError) as error:
        raise ConversionError("not a date and time") from error
    return None if result.year in _NEVER_YEARS else result


def _from_filetime(ticks: int) -> datetime | None:
    if ticks in {0, _NEVER_FILETIME}:
        return None
    if not _FILETIME_LEAST <= ticks < _NEVER_FILETIME // 3:
        raise ConversionError("not a date and time")
    return _FILETIME_EPOCH + timedelta(microseconds=ticks // 10)


def _from_text(text: str) -> datetime:
    iso = _ISO.match(text)
    if iso is not None:
        return _moment(iso.groups()[:7]) - _offset(iso.group(8))
    wmi = _DMTF.match(text)
    if wmi is not None:
        zone = wmi.group(8)
        return _moment(wmi.groups()[:7]) - timedelta(minutes=0 if zone in {None, "Z"} else int(zone))
    slashed = _SLASHED.match(text)
    if slashed is not None:
        return _from_slashed(slashed)
    raise ConversionError("not a date and time")


def _moment(parts: tuple[str | None, ...]) -> datetime:
    year, month, day, hour, minute, second = (int(part or 0) for part in parts[:6])
    return datetime(year, month, day, hour, minute, second, int((parts[6] or "0")[:6].ljust(6, "0")))  # noqa: DTZ001 - naive UTC


def _offset(zone: str | None) -> timedelta:
    if zone is None or zone.upper() == "Z":
        return timedelta()
    digits = zone[1:].replace(":", "")
    size = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return -size if zone.startswith("-") else size


def _from_slashed(found: re.Match[str]) -> datetime:
    first, second, year, hour, minute, seconds = (int(part or 0) for part in found.groups()[:6])
    if first <= 12 and second <= 12 and first != second:
        raise ConversionError("day and month cannot be told apart; export ISO times")
    month, day = (second, first) if first > 12 else (first, second)
    half = (found.group(7) or "").upper()
    hour = hour % 12 + (12 if half == "PM" else 0) if half else hour
    return datetime(year, month, day, hour, minute, seconds)  # noqa: DTZ001 - the culture's text has no zone


CONVERTERS: Mapping[str, Converter] = {"duration": limit(to_duration), "timestamp": to_timestamp}
