"""Explicit rights on mailboxes: FullAccess and its kin from the mailbox's descriptor, SendAs from the object's.

Two sources of one fact, as for connectors: descriptors read over LDAP, else rows of Get-MailboxPermission, which
know nothing of SendAs. Inherited entries are left out; they are the organization's defaults, mailbox by mailbox.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyarrow as pa

from exposture.derive import sddl
from exposture.derive.inputs import Inputs, Row, carried, org_target
from exposture.derive.principals import Principals, principals

MAILBOX_RIGHTS = {
    0x1: "FullAccess",
    0x2: "SendAs",
    0x4: "ExternalAccount",
    sddl.DELETE: "DeleteItem",
    sddl.READ_CONTROL: "ReadPermission",
    sddl.WRITE_DACL: "ChangePermission",
    sddl.WRITE_OWNER: "ChangeOwner",
}
ALL_MAILBOX_RIGHTS = 0xF0007
OBJECT_RIGHTS = {"ab721a54-1e2f-11d0-9819-00aa0040529b": "SendAs", "ab721a56-1e2f-11d0-9819-00aa0040529b": "ReceiveAs"}
Mailboxes = dict[str, Row]


def derive(inputs: Inputs) -> pa.Table:
    """Return `mailbox_permissions`."""
    mailboxes = _mailboxes(inputs.rows("mailboxes"))
    entries = inputs.rows("mailbox_permission_entries")
    people = principals(inputs, entries)
    rows = [line for row in inputs.rows("ad_mailbox_acls") for line in _from_sddl(row, mailboxes, people)]
    read = {row["mailbox_key"] for row in rows}
    rows += [line for row in entries for line in _from_entry(row, mailboxes, people) if line["mailbox_key"] not in read]
    return inputs.table(rows)


def _mailboxes(rows: Iterable[Row]) -> Mailboxes:
    found: Mailboxes = {}
    for row in rows:
        for name in (row["key"], row["distinguished_name"], row["identity"]):
            if name:
                found.setdefault(name.casefold(), row)
    return found


def _identity(row: Row, mailboxes: Mailboxes, guid: str | None, names: Iterable[str | None]) -> Row:
    key = f"guid:{guid.lower()}" if guid else None
    known = [name for name in names if name]
    found = next((mailboxes[name.casefold()] for name in [key, *known] if name and name.casefold() in mailboxes), {})
    dn = row["distinguished_name"] or found.get("distinguished_name")
    fallback = key or (f"dn:{dn.casefold()}" if dn else f"identity:{known[0].casefold()}" if known else "identity:")
    return {
        **carried(row),
        "target": org_target(row),
        "mailbox_key": found.get("key") or fallback,
        "mailbox_dn": dn,
        "mailbox_name": found.get("name"),
    }


def _from_sddl(row: Row, mailboxes: Mailboxes, people: Principals) -> Iterator[Row]:
    identity = _identity(row, mailboxes, row["guid"], (row["distinguished_name"],))
    for text, rights_of in ((row["mailbox_sddl"], _mailbox_rights), (row["object_sddl"], _object_rights)):
        for ace in _entries(text):
            for right in rights_of(ace):
                yield {
                    **identity,
                    "user_name": people.name(ace.sid),
                    "user_sid": ace.sid,
                    "right": right,
                    "deny": ace.is_deny,
                    "is_inherited": False,
                    "source_form": "sddl",
                }


def _entries(text: str | None) -> list[sddl.Ace]:
    if not text:
        return []
    try:
        return [ace for ace in sddl.parse_dacl(text) if not ace.is_inherited and not ace.is_inherit_only]
    except sddl.SddlError:
        return []


def _mailbox_rights(ace: sddl.Ace) -> list[str]:
    mask = ace.mask | ALL_MAILBOX_RIGHTS if ace.mask & sddl.GENERIC_ALL else ace.mask
    return [name for bit, name in MAILBOX_RIGHTS.items() if mask & bit]


def _object_rights(ace: sddl.Ace) -> list[str]:
    if not sddl.directory_mask(ace.mask) & sddl.CONTROL_ACCESS:
        return []
    return list(OBJECT_RIGHTS.values()) if ace.object_type is None else [OBJECT_RIGHTS[ace.object_type]] if ace.object_type in OBJECT_RIGHTS else []


def _from_entry(row: Row, mailboxes: Mailboxes, people: Principals) -> Iterator[Row]:
    if row["is_inherited"]:
        return
    sid = row["user_sid"] or people.sid(row["user"])
    identity = _identity(row, mailboxes, row["mailbox_guid"], (row["distinguished_name"], row["identity"]))
    for right in row["access_rights"] or []:
        yield {
            **identity,
            "user_name": row["user"] or people.name(sid),
            "user_sid": sid,
            "right": right,
            "deny": row["deny"],
            "is_inherited": row["is_inherited"],
            "source_form": "cmdlet",
        }
