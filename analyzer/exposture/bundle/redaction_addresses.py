"""IP addresses that stand for others: private stays private, a subnet stays a subnet, a range stays a range.

An address is a tuple of units, four of 8 bits or eight of 16. A unit is exchanged with another by a pattern of bits that
depends on the key and on all units in front of it, so that two addresses keep exactly the bits that they have in common.
The first octet and the last stay. The arithmetic is plain, because the collector does the same in PowerShell 2.0.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exposture.bundle.redaction_words import SPECIAL_UNITS

KeyedNumber = Callable[[str, int, int], int]
"""A number of some hex digits of a text's keyed hash: text, first digit, count of digits."""

OCTET, GROUP = 8, 16
NEVER_NONE = 23130
DOCUMENTATION = ((192, 0, 2), (198, 51, 100), (203, 0, 113))
_V4 = re.compile(r"^([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})$")
_V6 = re.compile(r"^([0-9a-f:.]*:[0-9a-f:.]*)(?:%[0-9a-z]+)?$")
_WITH_V4 = re.compile(r"^(.*:)([0-9.]+\.[0-9]+)$")
_WORD = re.compile(r"^[0-9a-f]{1,4}$")
_MAPPED = (0, 0, 0, 0, 0, 0xFFFF)
_HOLDS_V4 = (_MAPPED, (0x64, 0xFF9B, 0, 0, 0, 0))
_CONSTANT = re.compile(
    r"^(?:|\*|0\.0\.0\.0|255\.255\.255\.255|127\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}|0\.0\.0\.0-255\.255\.255\.255|0\.0\.0\.0/0"
    r"|0\.0\.0\.0\(0\.0\.0\.0\)|\[?::1?\]?|::-ffff(?::ffff){7}|::/0)(?::[0-9]{1,5})?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Address:
    """`units` are four numbers of `bits` 8 or eight of 16."""

    units: tuple[int, ...]
    bits: int

    @property
    def width(self) -> int:
        """Return the number of bits of the whole address."""
        return len(self.units) * self.bits

    def __str__(self) -> str:
        if self.bits == OCTET:
            return ".".join(map(str, self.units))
        if self.units[:6] == _MAPPED:
            return "::ffff:" + ".".join(map(str, _octets_in(self.units)))
        return ":".join(f"{unit:x}" for unit in self.units)


def is_constant(text: str) -> bool:
    """Return whether a text is an address that says nothing about a network: any, all, none, loopback; with a port or without."""
    return _CONSTANT.match(text) is not None


def parse_address(text: str) -> Address | None:
    """Return one address, its zone (`%3`) cut off; None for a text that is none."""
    octets = _V4.match(text)
    if octets is not None:
        units = tuple(int(part) for part in octets.groups())
        return Address(units, OCTET) if max(units) <= 255 else None
    found = _V6.match(text.lower())
    groups = None if found is None else _groups(found.group(1))
    return None if groups is None else Address(groups, GROUP)


def _groups(text: str) -> tuple[int, ...] | None:
    embedded = _WITH_V4.match(text)
    if embedded is not None:
        tail = parse_address(embedded.group(2))
        if tail is None:
            return None
        text = f"{embedded.group(1)}{tail.units[0] * 256 + tail.units[1]:x}:{tail.units[2] * 256 + tail.units[3]:x}"
    halves = text.split("::")
    sides = [half.split(":") if half else [] for half in halves]
    given = sum(map(len, sides))
    if len(halves) > 2 or (len(halves) == 1 and given != 8) or (len(halves) == 2 and given > 7):
        return None
    words = sides[0] + ["0"] * (8 - given) + (sides[1] if len(sides) == 2 else [])
    return tuple(int(word, 16) for word in words) if all(map(_WORD.match, words)) else None


def protect_address(address: Address, number: KeyedNumber) -> Address:
    """Return the address that stands for another."""
    if address.bits == OCTET:
        return Address(_protect_octets(address.units, number), OCTET)
    if address.units[:6] in _HOLDS_V4 or (not any(address.units[:6]) and address.units[6]):
        octets = _protect_octets(_octets_in(address.units), number)
        return Address((*address.units[:6], octets[0] * 256 + octets[1], octets[2] * 256 + octets[3]), GROUP)
    return Address(_protect_groups(address.units, number), GROUP)


def _octets_in(units: Sequence[int]) -> tuple[int, ...]:
    return units[6] // 256, units[6] % 256, units[7] // 256, units[7] % 256


def _mixed(unit: int, pattern: int, mask: int, special: Sequence[int] = ()) -> int:
    mixed = unit ^ ((pattern & mask) or (NEVER_NONE & mask))
    return unit if unit in special or mixed in special else mixed


def _protect_octets(octets: tuple[int, ...], number: KeyedNumber) -> tuple[int, ...]:
    first, second, third, last = octets
    if first in {0, 127} or first >= 224:
        return octets
    if octets[:3] in DOCUMENTATION:
        turn = 1 + number("ip:documentation", 0, 2) % 2
        return (*DOCUMENTATION[(DOCUMENTATION.index(octets[:3]) + turn) % 3], last)
    mask = {172: 15, 100: 63}.get(first, 255)
    prefix = f"{first}.{second}"
    return (
        first,
        _mixed(second, number(f"ip:{first}", 0, 2), mask, SPECIAL_UNITS.get(str(first), ())),
        _mixed(third, number(f"ip:{prefix}", 0, 2), 255, SPECIAL_UNITS.get(prefix, ())),
        last,
    )


def _masks(first: int) -> tuple[int, ...] | None:
    """Return which bits of each group are exchanged; None for an address that no network of a customer has."""
    rest = (0xFFFF,) * 5 + (0xFF00,)
    if first & 0xFFC0 == 0xFE80:  # link-local: the first half says so
        return (0, 0, 0, 0, *rest[2:])
    if first & 0xFE00 == 0xFC00:  # unique local
        return (0xFF, 0xFFFF, *rest)
    if first == 0x3FFF:  # documentation
        return (0, 0x0FFF, *rest)
    return (0, 0xFFFF, *rest) if first & 0xE000 == 0x2000 else None


def _is_special_2001(group: int) -> bool:
    return group < 0x200 or group == 0xDB8


def _protect_groups(groups: tuple[int, ...], number: KeyedNumber) -> tuple[int, ...]:
    masks = _masks(groups[0])
    if masks is None:
        return groups
    result: list[int] = []
    prefix = ""
    for place, (unit, mask) in enumerate(zip(groups, masks, strict=True)):
        mixed = _mixed(unit, number(f"ip:6:{prefix}", 0, 4), mask) if mask else unit
        is_kept = groups[0] == 0x2001 and place == 1 and (_is_special_2001(unit) or _is_special_2001(mixed))
        result.append(unit if is_kept else mixed)
        prefix += f"{unit:x}:"
    return tuple(result)


def protect_network(address: Address, length: int, number: KeyedNumber) -> tuple[Address, int]:
    """Return the network that stands for one, and its length.

    Up to 24 bits (120 of IPv6) the host's own bits are cleared; a longer one keeps the last octet. It is shorter than the
    one that was given where special networks lie in between, so that what was inside stays inside.
    """
    if length < 8:
        return with_host_bits(address, length, is_one=False), length
    mapped = protect_address(address, number)
    if length > address.width - 8:
        return mapped, length
    kept = _kept_length(address, length)
    return with_host_bits(mapped, kept, is_one=False), kept


def _kept_length(address: Address, length: int) -> int:
    if address.bits == GROUP:
        return 16 if address.units[0] == 0x2001 and 16 < length < 32 else length
    if 8 < length < 16 and str(address.units[0]) in SPECIAL_UNITS:
        return 8
    if 16 < length < 24 and f"{address.units[0]}.{address.units[1]}" in SPECIAL_UNITS:
        return 16
    return length


def protect_range(low: Address, high: Address, number: KeyedNumber) -> tuple[Address, Address]:
    """Return the range that stands for one: exact inside one /24 (one /120), else that of the smallest network that holds both ends."""
    common = common_bits(low, high)
    if common >= low.width - 8:
        return protect_address(low, number), protect_address(high, number)
    if common < 8:
        return with_host_bits(low, 8, is_one=False), with_host_bits(high, 8, is_one=True)
    network, length = protect_network(low, common, number)
    return network, with_host_bits(network, length, is_one=True)


def clear_network(address: Address, length: int) -> Address:
    """Return the clear network that `protect_network` gave another one for: `length` is the one that it returned."""
    return address if length > address.width - 8 else with_host_bits(address, length, is_one=False)


def clear_range(low: Address, high: Address) -> tuple[Address, Address]:
    """Return the clear range that `protect_range` gave another one for; where it is not exact, the smallest network."""
    common = common_bits(low, high)
    if common >= low.width - 8:
        return low, high
    if common < 8:
        return with_host_bits(low, 8, is_one=False), with_host_bits(high, 8, is_one=True)
    length = _kept_length(low, common)
    return with_host_bits(low, length, is_one=False), with_host_bits(low, length, is_one=True)


def common_bits(one: Address, other: Address) -> int:
    """Return how many bits two addresses have in common in front."""
    for place, (left, right) in enumerate(zip(one.units, other.units, strict=True)):
        if left != right:
            return place * one.bits + one.bits - (left ^ right).bit_length()
    return one.width


def with_host_bits(address: Address, length: int, *, is_one: bool) -> Address:
    """Return an address with all bits after a length set to 0, or to 1."""
    units = []
    for place, unit in enumerate(address.units):
        size = 1 << min(max((place + 1) * address.bits - length, 0), address.bits)
        units.append(unit - unit % size + (size - 1 if is_one else 0))
    return Address(tuple(units), address.bits)


def length_of_mask(mask: Address) -> int | None:
    """Return the number of ones of a mask that begins with ones and ends with zeros; None for any other."""
    length = common_bits(mask, mask_of(mask, mask.width))
    return length if mask_of(mask, length) == mask else None


def mask_of(like: Address, length: int) -> Address:
    """Return the mask of a length, in the family of an address."""
    zero = Address((0,) * len(like.units), like.bits)
    return with_host_bits(with_host_bits(zero, 0, is_one=True), length, is_one=False)
