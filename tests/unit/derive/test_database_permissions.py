from __future__ import annotations

from typing import Any

from exposture.derive import database_permissions
from tests.unit.derive.making import Row, in_org, inputs

DN = "CN=DB1,CN=Databases,CN=Exchange Administrative Group,CN=Contoso,DC=contoso,DC=com"
ACL = {"target": "ldap", "guid": "D1", "key": "guid:d1", "distinguished_name": DN, "object_class": ["msExchPrivateMDB"]}
RECEIVE_AS = "ab721a56-1e2f-11d0-9819-00aa0040529b"


def database(**columns: Any) -> Row:
    return in_org(key="guid:d1", guid="D1", name="DB1", identity="DB1", distinguished_name=DN) | columns


def entry(**columns: Any) -> Row:
    fresh = in_org(identity="DB1", user="Everyone", access_rights=["ExtendedRight"], extended_rights=["Receive-As"], extended_rights_known=True)
    return fresh | {"deny": False, "is_inherited": False} | columns


def derived(**tables: list[Row]) -> list[Row]:
    found: list[Row] = database_permissions.derive(inputs("database_permissions", **tables)).to_pylist()
    return found


def test_descriptor_gives_each_right_of_a_database() -> None:
    rows = derived(mailbox_databases=[database()], ad_database_acls=[ACL | {"sddl": f"D:(OA;;CR;{RECEIVE_AS};;AU)(A;IO;GA;;;WD)"}])

    assert [(row["object_name"], row["object_kind"], row["user_sid"], row["right"], row["is_effective"], row["target"]) for row in rows] == [
        ("DB1", "database", "S-1-5-11", "Receive-As", True, "org")
    ]


def test_container_above_is_told_from_a_database() -> None:
    above = ACL | {
        "key": "guid:c1",
        "distinguished_name": "CN=Databases,DC=contoso,DC=com",
        "object_class": ["msExchMDBContainer"],
        "sddl": "D:(A;;WD;;;AU)",
    }

    rows = derived(ad_database_acls=[above])

    assert [(row["object_key"], row["object_name"], row["object_kind"], row["right"]) for row in rows] == [
        ("guid:c1", None, "container", "WriteDacl")
    ]


def test_denying_entry_in_front_decides() -> None:
    rows = derived(ad_database_acls=[ACL | {"sddl": f"D:(OD;;CR;{RECEIVE_AS};;AU)(OA;ID;CR;{RECEIVE_AS};;AU)"}])

    assert sorted((row["depth"], row["deny"], row["is_effective"]) for row in rows) == [(0, True, True), (1, False, False)]


def test_descriptor_that_cannot_be_read_gives_nothing() -> None:
    assert derived(ad_database_acls=[ACL | {"sddl": "D:(broken"}, ACL | {"sddl": None}]) == []


def test_cmdlet_rows_serve_where_no_descriptor_was_read() -> None:
    rows = derived(mailbox_databases=[database()], ad_permissions=[entry(), entry(identity="EX1\\Relay"), entry(inheritance_type="Children")])

    assert [(row["object_key"], row["right"], row["source_form"], row["precedence"], row["depth"]) for row in rows] == [
        ("guid:d1", "Receive-As", "cmdlet", 1, 0)
    ]


def test_cmdlet_row_of_a_database_that_nobody_lists_is_known_by_its_place() -> None:
    rows = derived(ad_permissions=[entry(identity="x", distinguished_name=DN, guid="D9", key="guid:d9")])

    assert [(row["object_key"], row["object_kind"]) for row in rows] == [("guid:d9", "database")]


def test_database_with_a_descriptor_is_not_read_from_cmdlet_rows() -> None:
    rows = derived(mailbox_databases=[database()], ad_database_acls=[ACL | {"sddl": "D:(A;;RC;;;AU)"}], ad_permissions=[entry()])

    assert {row["source_form"] for row in rows} == {"sddl"}
