from __future__ import annotations

import ipaddress

import pytest

from exposture.catalog.facts import load_facts
from exposture.catalog.networks import SpecialNetworks

ANY = "0.0.0.0"  # noqa: S104 - a value to read, nothing is bound
NETWORKS = load_facts().networks


def reach(lower: str, upper: str | None = None, networks: SpecialNetworks = NETWORKS) -> tuple[bool, bool]:
    lo, hi = ipaddress.ip_address(lower), ipaddress.ip_address(upper or lower)
    return networks.is_routable(lo.version, int(lo), int(hi)), networks.is_private_only(lo.version, int(lo), int(hi))


ROUTABLE, INTERNAL = (True, False), (False, True)


@pytest.mark.parametrize(
    ("lower", "upper", "expected"),
    [
        (ANY, "255.255.255.255", ROUTABLE),
        ("::", "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", ROUTABLE),
        ("10.0.0.0", "10.255.255.255", INTERNAL),
        ("9.255.255.255", "10.0.0.0", ROUTABLE),
        ("10.255.255.255", "11.0.0.0", ROUTABLE),
        ("192.168.0.0", "192.168.255.255", INTERNAL),
        ("100.64.0.0", "100.127.255.255", INTERNAL),
        ("192.0.2.0", "192.0.2.255", INTERNAL),
        ("8.8.8.8", None, ROUTABLE),
        ("224.0.0.1", None, INTERNAL),
        ("192.88.99.1", None, INTERNAL),
        ("2002::1", None, INTERNAL),
        ("fec0::1", None, INTERNAL),
        ("3fff::1", None, INTERNAL),
        ("fd00::1", None, INTERNAL),
        ("2606:4700::1", None, ROUTABLE),
    ],
)
def test_reach_follows_the_table(lower: str, upper: str | None, expected: tuple[bool, bool]) -> None:
    assert reach(lower, upper) == expected


def test_longest_match_decides() -> None:
    assert reach("192.0.0.9") == ROUTABLE
    assert reach("192.0.0.8") == INTERNAL
    assert reach("192.0.0.0", "192.0.0.255") == ROUTABLE
    assert reach("2001:1::1") == ROUTABLE
    assert reach("2001:1::4") == INTERNAL


def test_mapped_addresses_are_judged_as_ipv4() -> None:
    assert reach("::ffff:10.0.0.1") == INTERNAL
    assert reach("::ffff:8.8.8.8") == ROUTABLE
    assert reach("::ffff:10.0.0.0", "::ffff:11.0.0.0") == ROUTABLE


def test_empty_table_makes_everything_routable() -> None:
    assert reach("10.0.0.1", networks=SpecialNetworks([])) == ROUTABLE
