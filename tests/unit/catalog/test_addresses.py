from __future__ import annotations

from typing import Any

import pytest

from exposture.catalog.convert import converter_of
from exposture.catalog.networks import SpecialNetworks, special_network
from exposture.model.values import Item, Value

NETWORKS = SpecialNetworks([special_network("10.0.0.0/8", is_global=False, is_private=True)])


def ip_range(value: Value, networks: SpecialNetworks | None = NETWORKS) -> Any:
    return converter_of("iprange")(value, networks)


def v4(*octets: int) -> bytes:
    return bytes(12) + bytes(octets)


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("10.1.2.3", v4(10, 1, 2, 3), v4(10, 1, 2, 3)),
        ("10.1.2.3-10.1.2.9", v4(10, 1, 2, 3), v4(10, 1, 2, 9)),
        ("10.0.0.0/8", v4(10, 0, 0, 0), v4(10, 255, 255, 255)),
        ("10.1.2.3/8", v4(10, 0, 0, 0), v4(10, 255, 255, 255)),
        ("10.0.0.0(255.0.0.0)", v4(10, 0, 0, 0), v4(10, 255, 255, 255)),
        ("::ffff:10.1.2.3", v4(10, 1, 2, 3), v4(10, 1, 2, 3)),
    ],
)
def test_every_form_of_an_ipv4_range(text: str, lo: bytes, hi: bytes) -> None:
    found = ip_range(text)

    assert (found["family"], found["lo"], found["hi"], found["text"]) == (4, lo, hi, text)
    assert (found["routable"], found["private_only"]) == (False, True)


def test_whole_ipv6_range_is_routable_and_counted() -> None:
    found = ip_range("::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff")

    assert (found["family"], found["lo"], found["hi"], found["hosts"]) == (6, bytes(16), b"\xff" * 16, 2.0**128)
    assert found["routable"] is True


def test_scope_id_is_dropped() -> None:
    assert ip_range("fe80::1%3")["lo"] == bytes.fromhex("fe80") + bytes(13) + b"\x01"


def test_object_gives_its_bounds_and_its_text() -> None:
    found = ip_range(Item(text="10.0.0.0/24", properties={"LowerBound": "10.0.0.0", "UpperBound": "10.0.0.255"}))

    assert (found["text"], found["hosts"]) == ("10.0.0.0/24", 256.0)


def test_object_without_text_is_named_by_its_bounds() -> None:
    assert ip_range(Item(properties={"LowerBound": "10.0.0.0", "UpperBound": "10.0.0.1"}))["text"] == "10.0.0.0-10.0.0.1"


def test_without_a_table_of_networks_reach_is_unknown() -> None:
    found = ip_range("10.0.0.1", None)

    assert (found["routable"], found["private_only"]) == (None, None)


@pytest.mark.parametrize("value", ["10.0.0.1", Item(text="10.0.0.1", properties={"IPAddressToString": "10.0.0.1"})])
def test_address_is_a_range_of_one(value: Value) -> None:
    found: Any = converter_of("ip")(value, NETWORKS)

    assert (found["lo"], found["hi"], found["hosts"]) == (v4(10, 0, 0, 1), v4(10, 0, 0, 1), 1.0)


@pytest.mark.parametrize("kind", ["ip", "iprange"])
def test_empty_text_is_null(kind: str) -> None:
    assert converter_of(kind)("", NETWORKS) is None
