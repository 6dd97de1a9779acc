"""Rights on connectors: one row per entry and right, entries for everything expanded (rules/README, D10).

Two sources of one fact: the security descriptor as SDDL (SIDs, true order), else rows of Get-ADPermission
(names, order known only as explicit or inherited). A connector in the first is not read from the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyarrow as pa

from exposture.derive import sddl
from exposture.derive.inputs import Inputs, Row, carried, org_target
from exposture.derive.principals import Principals, principals

ALL_EXTENDED = "ExtendedRight (all)"
FULL_CONTROL = "GenericAll"
EXTENDED = "ExtendedRight"
CLASSES = {"msexchsmtpreceiveconnector": "receive", "msexchroutingsmtpconnector": "send"}
CONTAINERS = {"cn=smtp receive connectors,": "receive", "cn=connections,": "send", "/smtp receive connectors/": "receive", "/connections/": "send"}
BELOW_ONLY = frozenset({"descendents", "children"})


@dataclass(slots=True, kw_only=True)
class Connectors:
    """Rows of both kinds of connector by every name that an export may use."""

    by_name: dict[str, Row] = field(default_factory=dict)

    def add(self, row: Row, kind: str) -> None:
        """Remember a connector by key, DN, and identity within its target."""
        row = {**row, "kind": kind}
        target = org_target(row)
        identity = f"{row['server']}\\{row['name']}" if kind == "receive" else row["name"]
        for name in (row["key"], row["distinguished_name"], row["identity"], identity):
            if name:
                self.by_name.setdefault(f"{target}|{name.casefold()}", row)

    def find(self, target: str, names: Iterable[str | None]) -> Row | None:
        """Return the connector of the first name that is known."""
        found = (self.by_name.get(f"{target}|{name.casefold()}") for name in names if name)
        return next((row for row in found if row is not None), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rights:
    """The closed list of extended rights that entries for everything are expanded to, and names by GUID."""

    extended: list[str]
    names: dict[str, str]


def rights(inputs: Inputs) -> Rights:
    """Return the extended rights of connectors and the names of all rights that have a GUID, from `data_default_aces`."""
    rows = inputs.fact_rows("default_aces")
    extended = {str(row["right"]) for row in rows if row["object_kind"] in ("receive_connector", "send_connector")}
    names = {str(row["right_guid"]).lower(): str(row["right"]) for row in rows if row["right_guid"]}
    return Rights(extended=sorted(name for name in extended if name.startswith("ms-Exch-")), names=names)


def derive(inputs: Inputs) -> pa.Table:
    """Return `connector_permissions`."""
    connectors = Connectors()
    for kind in ("receive", "send"):
        for row in inputs.rows(f"{kind}_connectors"):
            connectors.add(row, kind)
    entries = inputs.rows("ad_permissions")
    known = rights(inputs)
    people = principals(inputs, entries)
    rows = list(_from_sddl(inputs.rows("ad_connector_acls"), connectors, known, people))
    read = {(row["target"], row["connector_key"]) for row in rows}
    rows += [row for row in _from_entries(entries, connectors, known, people) if (row["target"], row["connector_key"]) not in read]
    return inputs.table(_with_effect(rows))


def _from_sddl(objects: list[Row], connectors: Connectors, known: Rights, people: Principals) -> Iterator[Row]:
    for row in objects:
        try:
            aces = sddl.parse_dacl(row["sddl"] or "")
        except sddl.SddlError:
            continue  # a connector without any entry is unknown to every rule that asks
        identity = _sddl_identity(row, connectors)
        depths = _depths(aces)
        for index, ace in enumerate(aces):
            if ace.is_inherit_only:
                continue  # says nothing about this object
            for right, granted_by in _ace_rights(ace, known):
                yield {
                    **identity,
                    "user_name": people.name(ace.sid),
                    "user_sid": ace.sid,
                    "right": right,
                    "granted_by": granted_by,
                    "deny": ace.is_deny,
                    "is_inherited": ace.is_inherited,
                    "depth": depths[index],
                    "precedence": index,
                    "source_form": "sddl",
                }


def _sddl_identity(row: Row, connectors: Connectors) -> Row:
    target = org_target(row)
    found = connectors.find(target, (row["key"], row["distinguished_name"]))
    classes = [CLASSES[name.casefold()] for name in row["object_class"] or [] if name.casefold() in CLASSES]
    kind = found["kind"] if found else next(iter(classes), None) or _kind(row["distinguished_name"])
    server = found["server"] if found else row["server"]
    key = found["key"] if found else row["key"]
    return {
        **carried(row),
        "server": server,
        "target": target,
        "connector_key": key,
        "connector_dn": row["distinguished_name"],
        "connector_kind": kind,
    }


def _kind(place: str | None) -> str | None:
    folded = (place or "").casefold()
    return next((kind for part, kind in CONTAINERS.items() if part in folded), None)


def _depths(aces: list[sddl.Ace]) -> list[int]:
    """Return how far each entry comes from: a canonical list goes nearer to farther, and within one level deny before allow."""
    depths: list[int] = []
    depth, saw_allow = 0, False
    for ace in aces:
        if ace.is_inherited and (depth == 0 or (ace.is_deny and saw_allow)):
            depth, saw_allow = depth + 1, False
        saw_allow = saw_allow or not ace.is_deny
        depths.append(depth if ace.is_inherited else 0)
    return depths


def _ace_rights(ace: sddl.Ace, known: Rights) -> Iterator[tuple[str, str]]:
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


def _from_entries(entries: list[Row], connectors: Connectors, known: Rights, people: Principals) -> Iterator[Row]:
    for row in entries:
        if (row["inheritance_type"] or "").casefold() in BELOW_ONLY and row["is_inherited"] is False:
            continue
        identity = _entry_identity(row, connectors)
        if identity is None:
            continue  # a mailbox database or another object
        sid = row["user_sid"] or people.sid(row["user"])
        for right, granted_by in _entry_rights(row, known):
            yield {
                **identity,
                "user_name": row["user"] or people.name(sid),
                "user_sid": sid,
                "right": right,
                "granted_by": granted_by,
                "deny": row["deny"],
                "is_inherited": row["is_inherited"],
                "depth": 0 if row["is_inherited"] is False else None,
                "precedence": _precedence(row),
                "source_form": "cmdlet",
            }


def _entry_identity(row: Row, connectors: Connectors) -> Row | None:
    target = org_target(row)
    place = row["distinguished_name"] or row["identity"]
    guid_key = f"guid:{row['guid'].lower()}" if row["guid"] else None
    found = connectors.find(target, (guid_key, row["distinguished_name"], row["identity"]))
    kind = found["kind"] if found else _kind(place)
    if kind is None:
        return None
    key = found["key"] if found else guid_key or f"{'dn' if row['distinguished_name'] else 'identity'}:{(place or '').casefold()}"
    server = found["server"] if found else row["server"]
    return {
        **carried(row),
        "server": server,
        "target": target,
        "connector_key": key,
        "connector_dn": row["distinguished_name"],
        "connector_kind": kind,
    }


def _entry_rights(row: Row, known: Rights) -> Iterator[tuple[str, str]]:
    extended = row["extended_rights"] or []
    for name in extended:
        yield name, name
    for name in row["access_rights"] or []:
        if name != EXTENDED:
            yield from _expanded(name, known)
        elif not extended and row["extended_rights_known"]:
            yield from _expanded(ALL_EXTENDED, known)


def _precedence(row: Row) -> int | None:
    if row["is_inherited"] is None or row["deny"] is None:
        return None
    return (2 if row["is_inherited"] else 0) + (0 if row["deny"] else 1)


def _with_effect(rows: list[Row]) -> list[Row]:
    """Return the rows with `is_effective`: the first match decides; where one row's order is unknown all of them stay open."""
    best: dict[tuple[object, ...], int] = {}
    unsure: set[tuple[object, ...]] = set()
    for row in rows:
        matter = _matter(row)
        if row["precedence"] is None:
            unsure.add(matter)
        else:
            best[matter] = min(best.get(matter, row["precedence"]), row["precedence"])
    return [row | {"is_effective": None if _matter(row) in unsure else row["precedence"] == best[_matter(row)]} for row in rows]


def _matter(row: Row) -> tuple[object, ...]:
    return (row["target"], row["connector_key"], row["user_sid"] or row["user_name"], row["right"])
