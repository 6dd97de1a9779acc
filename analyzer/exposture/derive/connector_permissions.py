"""Rights on connectors: one row per entry and right, entries for everything expanded (rules/README, D10).

Two sources of one fact: the security descriptor as SDDL (SIDs, true order), else rows of Get-ADPermission
(names, order known only as explicit or inherited). A connector in the first is not read from the second.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import pyarrow as pa

from exposture.derive import sddl
from exposture.derive.directory_rights import BELOW_ONLY, Rights, ace_rights, depths_of, entry_rights, precedence_of, rights_of, with_effect
from exposture.derive.inputs import Inputs, Row, carried, org_target
from exposture.derive.principals import Principals, principals

CLASSES = {"msexchsmtpreceiveconnector": "receive", "msexchroutingsmtpconnector": "send"}
CONTAINERS = {"cn=smtp receive connectors,": "receive", "cn=connections,": "send", "/smtp receive connectors/": "receive", "/connections/": "send"}
KINDS = ("receive_connector", "send_connector")


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


def derive(inputs: Inputs) -> pa.Table:
    """Return `connector_permissions`."""
    connectors = Connectors()
    for kind in ("receive", "send"):
        for row in inputs.rows(f"{kind}_connectors"):
            connectors.add(row, kind)
    entries = inputs.rows("ad_permissions")
    known = rights_of(inputs, KINDS)
    people = principals(inputs, entries)
    rows = list(_from_sddl(inputs.rows("ad_connector_acls"), connectors, known, people))
    read = {(row["target"], row["connector_key"]) for row in rows}
    rows += [row for row in _from_entries(entries, connectors, known, people) if (row["target"], row["connector_key"]) not in read]
    return inputs.table(with_effect(rows, _matter))


def _from_sddl(objects: list[Row], connectors: Connectors, known: Rights, people: Principals) -> Iterator[Row]:
    for row in objects:
        try:
            aces = sddl.parse_dacl(row["sddl"] or "")
        except sddl.SddlError:
            continue  # a connector without any entry is unknown to every rule that asks
        identity = _sddl_identity(row, connectors)
        depths = depths_of(aces)
        for index, ace in enumerate(aces):
            if ace.is_inherit_only:
                continue  # says nothing about this object
            for right, granted_by in ace_rights(ace, known):
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


def _from_entries(entries: list[Row], connectors: Connectors, known: Rights, people: Principals) -> Iterator[Row]:
    for row in entries:
        if (row["inheritance_type"] or "").casefold() in BELOW_ONLY and row["is_inherited"] is False:
            continue
        identity = _entry_identity(row, connectors)
        if identity is None:
            continue  # a mailbox database or another object
        sid = row["user_sid"] or people.sid(row["user"])
        for right, granted_by in entry_rights(row, known):
            yield {
                **identity,
                "user_name": row["user"] or people.name(sid),
                "user_sid": sid,
                "right": right,
                "granted_by": granted_by,
                "deny": row["deny"],
                "is_inherited": row["is_inherited"],
                "depth": 0 if row["is_inherited"] is False else None,
                "precedence": precedence_of(row),
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


def _matter(row: Row) -> tuple[object, ...]:
    return (row["target"], row["connector_key"], row["user_sid"] or row["user_name"], row["right"])
