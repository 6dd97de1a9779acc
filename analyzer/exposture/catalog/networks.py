"""Special-purpose networks: which addresses of a range are reachable from anywhere.

`ipaddress.is_global` is no substitute: it follows the Python version and not a dated table. Ranges may hold 2**128
addresses, so everything here is arithmetic on the borders of ranges, never a walk over addresses.
"""

from __future__ import annotations

import bisect
import ipaddress
from collections.abc import Iterable
from dataclasses import dataclass

_MAPPED = 0xFFFF << 32
_MAPPED_PREFIX = 96
_BITS = {4: 32, 6: 128}


@dataclass(frozen=True, slots=True, kw_only=True)
class SpecialNetwork:
    """One row of the table: a network and what may be said of its addresses."""

    family: int
    first: int
    prefix: int
    is_global: bool
    is_private: bool

    @property
    def last(self) -> int:
        return self.first | ((1 << (_BITS[self.family] - self.prefix)) - 1)


def special_network(network: str, *, is_global: bool, is_private: bool) -> SpecialNetwork:
    """Return the row of a network in CIDR form.

    Raises:
        ValueError: the text is no network.
    """
    parsed = ipaddress.ip_network(network)
    return SpecialNetwork(
        family=parsed.version, first=int(parsed.network_address), prefix=parsed.prefixlen, is_global=is_global, is_private=is_private
    )


@dataclass(frozen=True, slots=True)
class _Segments:
    """The whole address space of a family as neighbouring segments: where each begins, and what holds in it."""

    starts: tuple[int, ...]
    is_global: tuple[bool, ...]
    is_private: tuple[bool, ...]

    def between(self, lo: int, hi: int) -> range:
        return range(bisect.bisect_right(self.starts, lo) - 1, bisect.bisect_right(self.starts, hi))


class SpecialNetworks:
    """The dated table, ready to be asked. Addresses outside it are globally reachable; the longest match decides."""

    def __init__(self, networks: Iterable[SpecialNetwork]) -> None:
        rows = list(networks)
        mapped = [_as_mapped(row) for row in rows if row.family == 4]
        plain = SpecialNetwork(family=6, first=_MAPPED, prefix=_MAPPED_PREFIX, is_global=True, is_private=False)
        outside = [row for row in rows if row.family == 6 and not (row.first == _MAPPED and row.prefix == _MAPPED_PREFIX)]
        self._segments = {4: _segments([row for row in rows if row.family == 4], 32), 6: _segments([*outside, plain, *mapped], 128)}

    def is_routable(self, family: int, lo: int, hi: int) -> bool:
        """Return whether the range contains an address that is globally reachable."""
        segments = self._segments[family]
        return any(segments.is_global[place] for place in segments.between(lo, hi))

    def is_private_only(self, family: int, lo: int, hi: int) -> bool:
        """Return whether every address of the range is private or not globally reachable."""
        segments = self._segments[family]
        return all(segments.is_private[place] or not segments.is_global[place] for place in segments.between(lo, hi))


def _as_mapped(row: SpecialNetwork) -> SpecialNetwork:
    return SpecialNetwork(family=6, first=_MAPPED | row.first, prefix=_MAPPED_PREFIX + row.prefix, is_global=row.is_global, is_private=row.is_private)


def _segments(rows: list[SpecialNetwork], bits: int) -> _Segments:
    borders = sorted({0} | {row.first for row in rows} | {row.last + 1 for row in rows if row.last + 1 < 1 << bits})
    longest_first = sorted(rows, key=lambda row: -row.prefix)
    owners = [next((row for row in longest_first if row.first <= border <= row.last), None) for border in borders]
    return _Segments(
        tuple(borders), tuple(owner is None or owner.is_global for owner in owners), tuple(owner is not None and owner.is_private for owner in owners)
    )
