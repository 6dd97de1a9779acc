"""Rights in the directory, from descriptors and from cmdlet rows: names, expansion, order, and which entry decides.

Connectors and databases share it (rules/README, D10). It must not know what kind of object an entry stands on.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from exposture.derive import sddl
from exposture.derive.inputs import Inputs, Row

ALL_EXTENDED = "ExtendedRight (all)"
FULL_CONTROL = "GenericAll"
EXTENDED = "ExtendedRight"
BELOW_ONLY = frozenset({"descendents", "children"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """The closed list of extended rights that entries for everything are expanded to, and names by GUID."""

    extended: list[str]
    names: dict[str, str]


def rights_of(inputs: Inputs, kinds: Collection[str]) -> Rights:
    """Return the extended rights of these kinds of object and the names of all rights that have a GUID, from `data_default_aces`."""
    rows = inputs.fact_rows("default_aces")
    extended = {str(row["right"]) for row in rows if row["object_kind"] in kinds}
    names = {str(row["right_guid"]).lower(): str(row["right"]) for row in rows if row["right_guid"]}
    return Rights(extended=sorted(name for name in extended if name.startswith("ms-Exch-")), names=names)


def depths_of(aces: list[sddl.Ace]) -> list[int]:
    """Return how far each entry comes from: a canonical list goes nearer to farther, and within one level deny before allow."""
    depths: list[int] = []
    depth, saw_allow = 0, False
    for ace in aces:
        if ace.is_inherited and (depth == 0 or (ace.is_deny and saw_allow)):
            depth, saw_allow = depth + 1, False
        saw_allow = saw_allow or not ace.is_deny
        depths.append(depth if ace.is_inherited else 0)
    return depths


def ace_rights(ace: sddl.Ace, known: Rights) -> Iterator[tuple[str, str]]:
    """Yield each right that an entry gives, with the right that it names."""
    if ace.object_type is not None:
        # an entry for one object type grants that extended right; one property or one kind of child is no right on mail
        if sddl.directory_mask(ace.mask) & sddl.CONTROL_ACCESS:
            name = known.names.get(ace.object_type, ace.object_type)
            yield name, name
        return
    for name in sddl.right_names(ace.mask):
        yield from _expanded(ALL_EXTENDED if name == EXTENDED else name, known)


def _expanded(name: str, known: Rights) -> Iterator[tuple[str, str]]:
    yield name, name
    if name in (ALL_EXTENDED, FULL_CONTROL):
        yield from ((right, name) for right in known.extended)


def entry_rights(row: Row, known: Rights) -> Iterator[tuple[str, str]]:
    """Yield the same for a row of Get-ADPermission."""
    extended = row["extended_rights"] or []
    for name in extended:
        yield name, name
    for name in row["access_rights"] or []:
        if name != EXTENDED:
            yield from _expanded(name, known)
        elif not extended and row["extended_rights_known"]:
            yield from _expanded(ALL_EXTENDED, known)


def precedence_of(row: Row) -> int | None:
    """Return the order of a row that knows only explicit or inherited: deny before allow on each level; None where that is not known."""
    if row["is_inherited"] is None or row["deny"] is None:
        return None
    return (2 if row["is_inherited"] else 0) + (0 if row["deny"] else 1)


def with_effect(rows: list[Row], matter: Callable[[Row], tuple[object, ...]]) -> list[Row]:
    """Return the rows with `is_effective`: the first match of one matter decides; where one row's order is unknown all of them stay open."""
    best: dict[tuple[object, ...], int] = {}
    unsure: set[tuple[object, ...]] = set()
    for row in rows:
        if row["precedence"] is None:
            unsure.add(matter(row))
        else:
            best[matter(row)] = min(best.get(matter(row), row["precedence"]), row["precedence"])
    return [row | {"is_effective": None if matter(row) in unsure else row["precedence"] == best[matter(row)]} for row in rows]
