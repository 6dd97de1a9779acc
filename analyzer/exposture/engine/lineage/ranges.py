"""Questions about ranges of addresses that pseudonyms keep: whether two networks meet, one lies in the other, an address in one.

Redaction exchanges bits by what stands in front of them, so that two addresses keep exactly the bits that they have in common.
Networks then meet as before; which of two addresses is the greater is lost, so that no half of such a question stands alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from exposture.engine.lineage.values import ADDRESSES, State, Value

Node: TypeAlias = Mapping[str, Any]  # a node of the parse tree, which is JSON
Order = tuple[tuple[str, ...], str, tuple[str, ...], str]
"""One bound is at most another: whose, which, of whom, which."""

ORDERS = {"COMPARE_LESSTHANOREQUALTO": ("left", "right"), "COMPARE_GREATERTHANOREQUALTO": ("right", "left")}


def meeting_ranges(node: Node, of: Callable[[Node], Value]) -> frozenset[int]:
    """Return the ids of those parts of an AND that say in pairs that ranges meet or that one lies in the other."""
    if node["type"] != "CONJUNCTION_AND":
        return frozenset()
    found = {order: id(child) for child in node["children"] for order in _order(child, of)}
    return frozenset(place for order, place in found.items() if _partner(order) in found)


def _order(node: Node, of: Callable[[Node], Value]) -> Iterator[Order]:
    if node["class"] != "COMPARISON" or node["type"] not in ORDERS:
        return
    low, high = (node[part] for part in ORDERS[node["type"]])
    if _is_bound(low, of) and _is_bound(high, of):
        yield _owner(low), of(low).bound, _owner(high), of(high).bound


def _partner(order: Order) -> Order:
    """Return the other half of the question: `a.lo <= b.hi` needs `b.lo <= a.hi`, and `a.lo <= b.lo` needs `b.hi <= a.hi`."""
    low, low_bound, high, high_bound = order
    return (high, _other(high_bound), low, _other(low_bound))


def _other(bound: str) -> str:
    return "hi" if bound == "lo" else "lo"


def is_inside_range(node: Node, of: Callable[[Node], Value]) -> bool:
    """Tell whether a BETWEEN asks for an address inside one range."""
    parts = [node["input"], node["lower"], node["upper"]]
    if not all(_is_bound(part, of) for part in parts) or of(node["input"]).ranges != ADDRESSES:
        return False
    return [of(part).bound for part in parts[1:]] == ["lo", "hi"] and _owner(node["lower"]) == _owner(node["upper"])


def _is_bound(node: Node, of: Callable[[Node], Value]) -> bool:
    if node["class"] != "COLUMN_REF":
        return False
    value = of(node)
    return value.state is State.FAITHFUL and bool(value.bound)


def _owner(node: Node) -> tuple[str, ...]:
    return tuple(name.lower() for name in node["column_names"][:-1])
