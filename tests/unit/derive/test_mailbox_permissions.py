from __future__ import annotations

from typing import Any

from exposture.derive import mailbox_permissions
from tests.unit.derive.making import Row, in_org, inputs

SEND_AS = "ab721a54-1e2f-11d0-9819-00aa0040529b"
ACL = {"target": "ldap", "guid": "M1", "key": "guid:m1", "distinguished_name": "CN=Ada,DC=contoso,DC=com"}


def acl(mailbox: str | None = None, thing: str | None = None) -> Row:
    return ACL | {"mailbox_sddl": mailbox, "object_sddl": thing}


def entry(**columns: Any) -> Row:
    fresh = in_org(identity="contoso.com/Users/Ada", user="Everyone", access_rights=["FullAccess", "ReadPermission"], deny=False, is_inherited=False)
    return fresh | columns


def derived(**tables: list[Row]) -> list[Row]:
    found: list[Row] = mailbox_permissions.derive(inputs("mailbox_permissions", **tables)).to_pylist()
    return found


def test_mailbox_descriptor_gives_full_access_and_its_kin() -> None:
    rows = derived(ad_mailbox_acls=[acl("D:(A;;CCRC;;;PS)(D;;CC;;;AN)(A;ID;CC;;;WD)(A;IO;CC;;;WD)")])

    assert [(row["user_sid"], row["right"], row["deny"]) for row in rows] == [
        ("S-1-5-10", "FullAccess", False),
        ("S-1-5-10", "ReadPermission", False),
        ("S-1-5-7", "FullAccess", True),
    ]
    assert {(row["mailbox_key"], row["mailbox_dn"], row["target"], row["source_form"]) for row in rows} == {
        ("guid:m1", ACL["distinguished_name"], "org", "sddl")
    }


def test_generic_all_on_a_mailbox_is_every_mailbox_right() -> None:
    rows = derived(ad_mailbox_acls=[acl("D:(A;;GA;;;WD)")])

    assert {"FullAccess", "SendAs", "ExternalAccount", "ChangeOwner"} <= {row["right"] for row in rows}


def test_object_descriptor_gives_send_as_alone_or_within_everything() -> None:
    rows = derived(ad_mailbox_acls=[acl(None, f"D:(OA;;CR;{SEND_AS};;AU)(A;;CR;;;WD)(A;;RP;;;PS)(OA;;CR;00000000-0000-0000-0000-000000000001;;AN)")])

    assert [(row["user_sid"], row["right"]) for row in rows] == [("S-1-1-0", "ReceiveAs"), ("S-1-1-0", "SendAs"), ("S-1-5-11", "SendAs")]


def test_descriptor_that_cannot_be_read_gives_nothing() -> None:
    assert derived(ad_mailbox_acls=[acl("D:(broken", "")]) == []


def test_cmdlet_rows_are_one_per_right_without_inherited_ones() -> None:
    rows = derived(mailbox_permission_entries=[entry(mailbox_guid="M1"), entry(is_inherited=True), entry(user="X\\who", is_inherited=None)])

    assert {(row["mailbox_key"], row["user_sid"], row["right"], row["is_inherited"]) for row in rows} == {
        ("guid:m1", "S-1-1-0", "FullAccess", False),
        ("guid:m1", "S-1-1-0", "ReadPermission", False),
        ("identity:contoso.com/users/ada", None, "FullAccess", None),
        ("identity:contoso.com/users/ada", None, "ReadPermission", None),
    }


def test_cmdlet_rows_of_a_mailbox_whose_descriptor_was_read_are_passed_over() -> None:
    rows = derived(ad_mailbox_acls=[acl("D:(A;;CC;;;PS)")], mailbox_permission_entries=[entry(mailbox_guid="M1"), entry(mailbox_guid="M2")])

    assert {(row["mailbox_key"], row["source_form"]) for row in rows} == {("guid:m1", "sddl"), ("guid:m2", "cmdlet")}


def test_rows_without_guid_are_known_by_dn_and_at_last_by_nothing() -> None:
    by_dn, bare = entry(distinguished_name="CN=Ada", identity=None), entry(identity=None, user=None, user_sid="S-1-5-11")

    rows = derived(mailbox_permission_entries=[by_dn, bare])

    assert {(row["mailbox_key"], row["user_name"]) for row in rows} == {("dn:cn=ada", "Everyone"), ("identity:", r"NT AUTHORITY\Authenticated Users")}


def test_mailbox_is_named_by_its_own_table() -> None:
    from exposture.derive.mailbox_permissions import _identity, _mailboxes

    bare = {"key": "guid:m2", "distinguished_name": None, "identity": None, "name": "Bob"}
    known = _mailboxes([{"key": "guid:m1", "distinguished_name": "CN=Ada", "identity": "contoso.com/Users/Ada", "name": "Ada"}, bare])

    row = _identity(entry(distinguished_name=None), known, None, ("contoso.com/users/ADA",))

    assert (row["mailbox_key"], row["mailbox_dn"], row["mailbox_name"]) == ("guid:m1", "CN=Ada", "Ada")
