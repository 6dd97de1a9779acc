"""Addresses that stand for others keep what rules ask of them."""

from __future__ import annotations

import ipaddress
from functools import lru_cache

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from exposture.bundle.redaction import Mode, Redactor
from exposture.bundle.redaction_addresses import (
    Address,
    common_bits,
    is_constant,
    length_of_mask,
    parse_address,
    protect_address,
    protect_network,
    protect_range,
)
from exposture.bundle.redaction_key import RedactionKey
from exposture.catalog.dataset import Holds
from exposture.catalog.facts import load_facts
from exposture.catalog.networks import SpecialNetworks

KEYS = st.binary(min_size=32, max_size=32)
V4 = st.integers(0, 2**32 - 1)
V6 = st.one_of(
    st.integers(0, 2**128 - 1),
    st.integers(0, 2**112 - 1).map(lambda low: (0x2001 << 112) | low),
    st.integers(0, 2**96 - 1).map(lambda low: (0x20010DB8 << 96) | low),
    st.integers(0, 2**120 - 1).map(lambda low: (0xFD << 120) | low),
    st.integers(0, 2**64 - 1).map(lambda low: (0xFE80 << 112) | low),
)
DOCUMENTATION = [ipaddress.ip_network(text) for text in ("192.0.2.0/24", "198.51.100.0/24", "203.0.113.0/24")]
PRIVATE = [ipaddress.ip_network(text) for text in ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "fc00::/7")]


def v4(number: int) -> Address:
    return Address(tuple(number.to_bytes(4, "big")), 8)


def v6(number: int) -> Address:
    data = number.to_bytes(16, "big")
    return Address(tuple(int.from_bytes(data[at : at + 2], "big") for at in range(0, 16, 2)), 16)


def number(address: Address) -> int:
    found = 0
    for unit in address.units:
        found = (found << address.bits) | unit
    return found


def ip(address: Address) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    return ipaddress.IPv4Address(number(address)) if address.bits == 8 else ipaddress.IPv6Address(number(address))


@lru_cache(maxsize=1)
def networks_of_the_pack() -> SpecialNetworks:
    networks = load_facts().networks
    assert networks is not None
    networks.is_routable(4, 0, 0)
    return networks


def is_odd(address: Address) -> bool:
    """Documentation networks change places with each other, so they leave what is around them."""
    return any(ip(address) in network for network in DOCUMENTATION)


@given(st.one_of(V4.map(v4), V6.map(v6)), KEYS)
def test_the_same_key_gives_the_same_address_and_its_text_reads_back(address: Address, key: bytes) -> None:
    mapped = protect_address(address, RedactionKey(key).number)

    assert mapped == protect_address(address, RedactionKey(key).number)
    assert parse_address(str(mapped)) == mapped
    assert mapped.units[-1] & 0xFF == address.units[-1] & 0xFF


@given(st.one_of(st.tuples(V4, V4, st.just(v4)), st.tuples(V6, V6, st.just(v6))), KEYS, st.integers(0, 128))
def test_two_addresses_keep_what_they_have_in_common(pair: tuple[int, int, object], key: bytes, shared: int) -> None:
    make = v4 if pair[2] is v4 else v6
    width = 32 if make is v4 else 128
    keep = min(shared, width)
    low = (1 << (width - keep)) - 1
    one, other = make(pair[0]), make((pair[0] & ~low) | (pair[1] & low))
    common = common_bits(one, other)
    assume(not is_odd(one) and not is_odd(other))
    mapped = [protect_address(each, RedactionKey(key).number) for each in (one, other)]

    if common >= width - 8 or common in {8, 16, 24}:
        assert common_bits(*mapped) >= common
    assert (mapped[0] == mapped[1]) == (one == other)


@settings(deadline=None)  # the first call reads the table of networks
@given(st.one_of(V4.map(v4), V6.map(v6)), KEYS)
def test_private_stays_private_and_special_special(address: Address, key: bytes) -> None:
    before, after = ip(address), ip(protect_address(address, RedactionKey(key).number))
    networks = networks_of_the_pack()
    family = before.version

    assert [before in network for network in PRIVATE] == [after in network for network in PRIVATE]
    assert networks.is_routable(family, int(before), int(before)) == networks.is_routable(family, int(after), int(after))


@pytest.mark.parametrize(
    "text", ["10.1.2.3", "172.16.0.1", "192.168.0.1", "100.64.1.1", "169.254.1.1", "8.8.8.8", "203.0.113.25", "2001:db8::1", "fd00::1", "fe80::1"]
)
@given(key=KEYS)
def test_an_address_of_a_network_never_stays_itself(text: str, key: bytes) -> None:
    redactor = Redactor(Mode.NAMES, key)

    assert ipaddress.ip_address(str(redactor.value(text, Holds.ADDRESS))) != ipaddress.ip_address(text)


@given(V4, V4, V4, V4, KEYS)
def test_a_range_stays_a_range_and_holds_what_it_held(first: int, second: int, third: int, inside: int, key: bytes) -> None:
    low, high = sorted((first, first ^ (second >> (third % 33))))
    held = low + inside % (high - low + 1)
    assume(not any(network.overlaps(ipaddress.ip_network((low & ~0xFFFF, 16))) for network in DOCUMENTATION))
    assume(not is_odd(v4(held)) and not is_odd(v4(high)))

    mapped_low, mapped_high = protect_range(v4(low), v4(high), RedactionKey(key).number)
    mapped = protect_address(v4(held), RedactionKey(key).number)

    assert number(mapped_low) <= number(mapped) <= number(mapped_high)
    if low >> 8 == high >> 8:
        assert number(mapped_high) - number(mapped_low) == high - low


@given(V6.map(v6), st.integers(0, 2**128 - 1), st.integers(8, 128), KEYS)
def test_a_network_holds_the_addresses_that_it_held(address: Address, other: int, length: int, key: bytes) -> None:
    low = (1 << (128 - length)) - 1
    inside = v6((number(address) & ~low) | (other & low))

    network, kept = protect_network(address, length, RedactionKey(key).number)
    mapped = protect_address(inside, RedactionKey(key).number)

    assert common_bits(network, mapped) >= kept
    assert kept <= length


@given(V4, st.integers(8, 32), V4, KEYS)
def test_an_ipv4_network_holds_the_addresses_that_it_held(first: int, length: int, other: int, key: bytes) -> None:
    low = (1 << (32 - length)) - 1
    address, inside = v4(first), v4((first & ~low) | (other & low))
    assume(not is_odd(inside) or length >= 24)

    network, kept = protect_network(address, length, RedactionKey(key).number)

    assert common_bits(network, protect_address(inside, RedactionKey(key).number)) >= kept
    assert kept == length or first >> 24 in {169, 192, 198, 203}


@pytest.mark.parametrize("length", range(33))
def test_a_mask_has_its_length(length: int) -> None:
    mask = v4((0xFFFFFFFF << (32 - length)) & 0xFFFFFFFF)

    assert length_of_mask(mask) == length


def test_a_mask_with_holes_has_no_length() -> None:
    assert length_of_mask(v4(0xFF00FF00)) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "*",
        "*:443",
        "0.0.0.0",  # noqa: S104 - a value of an export
        "0.0.0.0:25",
        "[::]:25",
        "::",
        "::1",
        "127.0.0.1",
        "0.0.0.0-255.255.255.255",
        "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "0.0.0.0/0",
    ],
)
def test_what_names_no_network_is_a_constant(text: str) -> None:
    assert is_constant(text)


@pytest.mark.parametrize(
    "text", ["10.0.0.0/8", "1.2.3", "256.1.1.1", "::ffff:300.1.1.1", "1::2::3", "1:2:3", "12345::", "1:2:3:4:5:6:7:8:9", "host", "1:2:3:4:5:6:7::8"]
)
def test_what_is_no_single_address_is_not_read_as_one(text: str) -> None:
    assert not is_constant(text)
    assert parse_address(text) is None


@given(V6)
def test_every_short_form_of_ipv6_is_read(given_number: int) -> None:
    assert parse_address(str(ipaddress.IPv6Address(given_number))) == v6(given_number)
