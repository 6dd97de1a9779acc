"""Rights on mailbox databases and the containers above them: one row per entry and right, entries for everything expanded.

As for connectors, the security descriptor comes first; a database in it is not read from rows of Get-ADPermission.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import pyarrow as pa

from exposture.derive import sddl
from exposture.derive.directory_rights import BELOW_ONLY, Rights, ace_rights, depths_of, entry_rights, precedence_of, rights_of, with_effect
from exposture.derive.inputs import Inputs, Row, carried, org_target
from exposture.derive.principals import Principals, principals

KINDS = ("mailbox_database",)
DATABASE = "msexchprivatemdb"
DATABASES = "cn=databases,"


def derive(inputs: Inputs) -> pa.Table:
    """Return `database_permissions`."""
    databases = {name.casefold(): row for row in inputs.rows("mailbox_databases") for name in _names(row)}
    entries = inputs.rows("ad_permissions")
    known = rights_of(inputs, KINDS)
    people = principals(inputs, entries)
    rows = list(_from_sddl(inputs.rows("ad_database_acls"), databases, known, people))
    read = {row["object_key"] for row in rows}
    rows += [row for row in _from_entries(entries, databases, known, people) if row["object_key"] not in read]
    return inputs.table(with_effect(rows, _matter))


def _names(row: Row) -> Iterator[str]:
    yield from (row[name] for name in ("key", "distinguished_name", "identity", "name") if row[name])


def _found(databases: Mapping[str, Row], names: Iterable[str | None]) -> Row | None:
    return next((databases[name.casefold()] for name in names if name and name.casefold() in databases), None)


def _from_sddl(objects: list[Row], databases: Mapping[str, Row], known: Rights, people: Principals) -> Iterator[Row]:
    for row in objects:
        try:
            aces = sddl.parse_dacl(row["sddl"] or "")
        except sddl.SddlError:
            continue  # an object without any entry is unknown to every rule that asks
        identity = _identity(row, _found(databases, (row["key"], row["distinguished_name"])))
        depths = depths_of(aces)
        for index, ace in enumerate(aces):
            if not ace.is_inherit_only:
                place = {"deny": ace.is_deny, "is_inherited": ace.is_inherited, "depth": depths[index], "precedence": index, "source_form": "sddl"}
                for right, granted_by in ace_rights(ace, known):
                    yield {**identity, **place, "user_name": people.name(ace.sid), "user_sid": ace.sid, "right": right, "granted_by": granted_by}


def _identity(row: Row, found: Row | None) -> Row:
    classes = {name.casefold() for name in row.get("object_class") or []}
    is_database = found is not None or DATABASE in classes
    return {
        **carried(row),
        "target": org_target(row),
        "object_key": row["key"] if found is None else found["key"],
        "object_dn": row["distinguished_name"],
        "object_name": None if found is None else found["name"],
        "object_kind": "database" if is_database else "container",
    }


def _from_entries(entries: list[Row], databases: Mapping[str, Row], known: Rights, people: Principals) -> Iterator[Row]:
    for row in entries:
        guid_key = f"guid:{row['guid'].lower()}" if row["guid"] else None
        found = _found(databases, (guid_key, row["distinguished_name"], row["identity"]))
        is_below = (row["inheritance_type"] or "").casefold() in BELOW_ONLY and row["is_inherited"] is False
        if is_below or (found is None and DATABASES not in (row["distinguished_name"] or "").casefold()):
            continue  # a connector or another object, or an entry that says nothing about this one
        sid = row["user_sid"] or people.sid(row["user"])
        place = {"deny": row["deny"], "is_inherited": row["is_inherited"], "precedence": precedence_of(row), "source_form": "cmdlet"}
        for right, granted_by in entry_rights(row, known):
            names = {"user_name": row["user"] or people.name(sid), "user_sid": sid, "right": right, "granted_by": granted_by}
            yield {**_identity(row, found), "object_kind": "database", "depth": 0 if row["is_inherited"] is False else None, **place, **names}


def _matter(row: Row) -> tuple[object, ...]:
    return (row["object_key"], row["user_sid"] or row["user_name"], row["right"])
