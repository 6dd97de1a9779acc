"""IP addresses, ranges and bindings, each with what the table of special-purpose networks says."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from functools import lru_cache

from exposture.catalog.convert import ConversionError, Converter, member, required_text, single
from exposture.catalog.converters.numbers import whole
from exposture.catalog.networks import SpecialNetworks
from exposture.catalog.paths import text_of
from exposture.model.values import Item, Value

_MASKED = re.compile(r"^([^()]+)\(([^()]+)\)$")
_BINDING = re.compile(r"^(?:\[([^\]]+)\]|([^\[\]]*)):(\d{1,5})$", re.ASCII)
_MAPPED = 0xFFFF << 32
Span = tuple[int, int, int]


def to_ip_range(value: Value, networks: SpecialNetworks | None) -> dict[str, object] | None:
    """Return the range that `a`, `a-b`, `a/24`, `a(255.255.255.0)` or an object with LowerBound and UpperBound says.

    `lo` and `hi` are 16 bytes, IPv4 in the low four; an IPv4 address written as `::ffff:a.b.c.d` is an IPv4 address;
    a scope id (`fe80::1%3`) is dropped. `routable` and `private_only` are null without a table of networks.
    """
    value = single(value)
    lower, upper = member(value, "LowerBound"), member(value, "UpperBound")
    text = text_of(value)
    if lower is not None and upper is not None:
        span = _span(_address(text_of(lower) or ""), _address(text_of(upper) or ""))
        return _range(text if text is not None else f"{text_of(lower)}-{text_of(upper)}", span, networks)
    text = required_text(value)
    return None if text is None else _range(text, _parse(text), networks)


def to_ip(value: Value, networks: SpecialNetworks | None) -> dict[str, object] | None:
    """Return the address as a range of one."""
    value = single(value)
    held = member(value, "IPAddressToString")
    text = required_text(value if held is None else held)
    if text is None:
        return None
    address = _address(text)
    return _range(text, _span(address, address), networks)


def to_binding(value: Value, _networks: SpecialNetworks | None) -> dict[str, object] | None:
    """Return ip and port of `0.0.0.0:25`, `[::]:25`, `*:443` or an object with Address and Port."""
    value = single(value)
    address, port = member(value, "Address"), member(value, "Port")
    if port is not None and isinstance(address, str | Item):
        held = member(address, "IPAddressToString")
        return {"ip": _ip_text(text_of(address if held is None else held) or ""), "port": whole(port)}
    text = required_text(value)
    if text is None:
        return None
    found = _BINDING.match(text)
    if found is None or int(found.group(3)) > 65_535:
        raise ConversionError("not an address and a port")
    return {"ip": _ip_text(found.group(1) or found.group(2)), "port": int(found.group(3))}


def _ip_text(text: str) -> str:
    return "*" if text == "*" else str(_address(text))


@lru_cache(maxsize=4096)
def _address(text: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address:
    try:
        return ipaddress.ip_address(text.strip().strip("[]").split("%")[0])
    except ValueError as error:
        raise ConversionError("not an IP address") from error


@lru_cache(maxsize=4096)
def _parse(text: str) -> Span:
    masked = _MASKED.match(text)
    if masked is not None:
        return _network(f"{masked.group(1).strip()}/{masked.group(2).strip()}")
    if "/" in text:
        return _network(text)
    lower, dash, upper = text.partition("-")
    return _span(_address(lower), _address(upper if dash else lower))


def _network(text: str) -> Span:
    address, _, mask = text.partition("/")
    try:
        network = ipaddress.ip_network(f"{_address(address)}/{mask.strip()}", strict=False)
    except ValueError as error:
        raise ConversionError("not a network") from error
    return _span(network[0], network[-1])


def _span(lower: ipaddress.IPv4Address | ipaddress.IPv6Address, upper: ipaddress.IPv4Address | ipaddress.IPv6Address) -> Span:
    lo, hi = int(lower), int(upper)
    if lower.version != upper.version or lo > hi:
        raise ConversionError("the range ends before it begins")
    if lower.version == 6 and lo >> 32 == _MAPPED >> 32 == hi >> 32:
        return 4, lo & 0xFFFFFFFF, hi & 0xFFFFFFFF
    return lower.version, lo, hi


def _range(text: str, span: Span, networks: SpecialNetworks | None) -> dict[str, object]:
    family, lo, hi = span
    return {
        "text": text.strip(),
        "family": family,
        "lo": lo.to_bytes(16, "big"),
        "hi": hi.to_bytes(16, "big"),
        "routable": None if networks is None else networks.is_routable(family, lo, hi),
        "private_only": None if networks is None else networks.is_private_only(family, lo, hi),
        "hosts": float(hi - lo + 1),
    }


CONVERTERS: Mapping[str, Converter] = {"ip": to_ip, "iprange": to_ip_range, "binding": to_binding}
