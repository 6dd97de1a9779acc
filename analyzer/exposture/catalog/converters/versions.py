"""Versions as numbers that compare in order."""

from __future__ import annotations

import re
from collections.abc import Mapping

from exposture.catalog.convert import ConversionError, Converter, member, required_text, single
from exposture.catalog.converters.numbers import whole
from exposture.catalog.networks import SpecialNetworks
from exposture.model.values import Item, Value

_EXCHANGE = re.compile(r"^Version (\d{1,9})\.(\d{1,9}) \(Build (\d{1,9})\.(\d{1,9})\)", re.IGNORECASE | re.ASCII)
_DOTTED = re.compile(r"^v?(\d{1,9}(?:\.\d{1,9}){1,3})(?![\w.])", re.IGNORECASE | re.ASCII)
_PARTS = ("major", "minor", "build", "revision")


def to_version(value: Value, _networks: SpecialNetworks | None) -> dict[str, object] | None:
    """Return major, minor, build, revision and the dotted text without leading zeros.

    Reads `Version 15.2 (Build 986.5)`, `15.01.2375.007`, `10.0.14393.4169 (rs1_release)` and objects with the four
    numbers. A part that is not written counts as 0 and is left out of the text.
    """
    value = single(value)
    if isinstance(value, Item) and member(value, "Major") is not None:
        return _version([whole(member(value, part)) for part in _PARTS])
    text = required_text(value)
    if text is None:
        return None
    exchange = _EXCHANGE.match(text)
    if exchange is not None:
        return _version([int(part) for part in exchange.groups()])
    dotted = _DOTTED.match(text)
    if dotted is None:
        raise ConversionError("not a version")
    return _version([int(part) for part in dotted.group(1).split(".")])


def _version(numbers: list[int | None]) -> dict[str, object]:
    written = [number for number in numbers if number is not None and number >= 0]
    padded = written + [0] * (4 - len(written))
    return dict(zip(_PARTS, padded, strict=True)) | {"text": ".".join(str(number) for number in written)}


CONVERTERS: Mapping[str, Converter] = {"version": to_version}
