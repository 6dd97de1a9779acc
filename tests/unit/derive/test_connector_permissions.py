from __future__ import annotations

from typing import Any

import pytest

from exposture.derive import connector_permissions
from tests.unit.derive.making import Row, in_org, inputs

ANY_RECIPIENT = "5c82f031-4e4c-4326-88e1-8c4f0cad9de5"
RELAY = "ms-Exch-SMTP-Accept-Any-Recipient"
DN = "CN=Relay,CN=SMTP Receive Connectors,CN=Protocols,CN=EX1,CN=Servers,DC=contoso,DC=com"
CONNECTOR = in_org(server="EX1", name="Relay", key="guid:c1", distinguished_name=DN)
ACL = {"target": "ldap", "guid": "c1", "key": "guid:c1", "distinguished_name": DN, "object_class": ["top", "msExchSmtpReceiveConnector"]}


def acl(body: str, **columns: Any) -> Row:
    return ACL | {"sddl": f"D:{body}"} | columns


def entry(user: str = r"NT AUTHORITY\ANONYMOUS LOGON", *extended: str, **columns: Any) -> Row:
    fresh = in_org(identity=r"EX1\Relay", user=user, access_rights=["ExtendedRight"], extended_rights=list(extended), extended_rights_known=True)
    return fresh | {"deny": False, "is_inherited": False} | columns


def derived(**tables: list[Row]) -> list[Row]:
    tables.setdefault("receive_connectors", [CONNECTOR])
    found: list[Row] = connector_permissions.derive(inputs("connector_permissions", **tables)).to_pylist()
    return found


def effective(rows: list[Row], right: str = RELAY, sid: str = "S-1-5-7") -> list[bool]:
    """The deny flag of the rows that decide."""
    return [row["deny"] for row in rows if row["right"] == right and row["user_sid"] == sid and row["is_effective"]]


def test_object_entry_is_one_row_with_the_connectors_key() -> None:
    [row] = derived(ad_connector_acls=[acl(f"(OA;;CR;{ANY_RECIPIENT};;AN)")])

    assert (row["connector_key"], row["connector_kind"], row["connector_dn"], row["server"], row["target"]) == (
        "guid:c1",
        "receive",
        DN,
        "EX1",
        "org",
    )
    assert (row["user_sid"], row["user_name"], row["right"], row["granted_by"]) == ("S-1-5-7", r"NT AUTHORITY\ANONYMOUS LOGON", RELAY, RELAY)
    assert (row["deny"], row["is_inherited"], row["depth"], row["is_effective"], row["source_form"]) == (False, False, 0, True, "sddl")
    assert (row["receive_connectors_known"], row["send_connectors_known"]) == (True, False)


@pytest.mark.parametrize(("rights", "granted_by"), [("GA", "GenericAll"), ("0xF01FF", "GenericAll"), ("CR", "ExtendedRight (all)")])
def test_entries_for_everything_grant_every_extended_right(rights: str, granted_by: str) -> None:
    rows = derived(ad_connector_acls=[acl(f"(A;;{rights};;;AN)")])

    granted = {row["right"]: row["granted_by"] for row in rows}
    assert {RELAY, "ms-Exch-SMTP-Submit", "ms-Exch-Send-Headers-Routing", granted_by} <= set(granted)
    assert set(granted.values()) == {granted_by}


def test_other_rights_are_named_and_rights_on_one_property_are_none_on_mail() -> None:
    rows = derived(
        ad_connector_acls=[acl("(A;;RPWD;;;AN)(OA;;WP;bf967950-0de6-11d0-a285-00aa003049e2;;AU)(OA;;CR;00000000-0000-0000-0000-00000000000f;;AN)")]
    )

    assert [row["right"] for row in rows] == ["00000000-0000-0000-0000-00000000000f", "ReadProperty", "WriteDacl"]


def test_explicit_deny_turns_the_allow_and_an_inherited_one_does_not() -> None:
    right = f"CR;{ANY_RECIPIENT};;AN"

    assert effective(derived(ad_connector_acls=[acl(f"(OD;;{right})(OA;;{right})")])) == [True]
    assert effective(derived(ad_connector_acls=[acl(f"(OA;;{right})(OD;ID;{right})")])) == [False]


def test_deny_of_everything_covers_the_right_inside() -> None:
    rows = derived(ad_connector_acls=[acl(f"(D;;CR;;;AN)(OA;;CR;{ANY_RECIPIENT};;AN)")])

    assert effective(rows) == [True]


def test_depth_counts_the_levels_of_a_canonical_list() -> None:
    rows = derived(ad_connector_acls=[acl("(A;;RC;;;AN)(D;ID;RC;;;AU)(A;ID;RC;;;AU)(A;ID;RC;;;SY)(D;ID;RC;;;WD)(A;ID;RC;;;WD)")])

    assert [row["depth"] for row in sorted(rows, key=lambda row: row["precedence"])] == [0, 1, 1, 1, 2, 2]


def test_entry_for_children_only_says_nothing_about_the_connector() -> None:
    assert derived(ad_connector_acls=[acl("(A;CIIO;GA;;;AN)")]) == []
    assert derived(ad_permissions=[entry("Everyone", RELAY, inheritance_type="Descendents")]) == []


@pytest.mark.parametrize("text", ["D:(broken", None])
def test_descriptor_that_cannot_be_read_has_no_rows(text: str | None) -> None:
    assert derived(ad_connector_acls=[acl("", sddl=text)]) == []


def test_connector_that_no_table_lists_keeps_the_key_of_its_descriptor() -> None:
    send = acl("(A;;RC;;;AN)", key="guid:s1", distinguished_name="CN=Out,CN=Connections,DC=x", object_class=["msExchRoutingSMTPConnector"])
    plain = acl("(A;;RC;;;AN)", key="guid:s2", distinguished_name="CN=Out,CN=Connections,DC=x", object_class=None, target="EDGE1", server="EDGE1")

    rows = derived(receive_connectors=[], ad_connector_acls=[send, plain])

    assert [(row["connector_key"], row["connector_kind"], row["server"], row["target"]) for row in rows] == [
        ("guid:s2", "send", "EDGE1", "EDGE1"),
        ("guid:s1", "send", None, "org"),
    ]


def test_cmdlet_rows_find_their_connector_by_name_and_their_sid_by_the_well_known_name() -> None:
    [row] = derived(ad_permissions=[entry(r"NT AUTHORITY\ANONYMOUS LOGON", RELAY)])

    assert (row["connector_key"], row["user_sid"], row["right"], row["source_form"]) == ("guid:c1", "S-1-5-7", RELAY, "cmdlet")
    assert (row["depth"], row["precedence"], row["is_effective"]) == (0, 1, True)


def test_localised_name_has_no_sid_unless_the_export_gives_it() -> None:
    german = r"NT-AUTORITÄT\ANONYMOUS-ANMELDUNG"

    assert derived(ad_permissions=[entry(german, RELAY)])[0]["user_sid"] is None
    assert derived(ad_permissions=[entry(german, RELAY, user_sid="S-1-5-7")])[0]["user_sid"] == "S-1-5-7"


def test_cmdlet_rows_for_everything_are_expanded_too() -> None:
    everything = derived(ad_permissions=[entry("Everyone", access_rights=["GenericAll"])])
    extended = derived(ad_permissions=[entry("Everyone")])
    unknown = derived(ad_permissions=[entry("Everyone", extended_rights=None, extended_rights_known=False)])

    assert {RELAY, "GenericAll"} <= {row["right"] for row in everything}
    assert {RELAY, "ExtendedRight (all)"} <= {row["right"] for row in extended}
    assert unknown == []


def test_cmdlet_rows_are_resolved_by_level_and_deny() -> None:
    denied = entry("Everyone", RELAY, deny=True, is_inherited=True)
    allowed = entry("Everyone", RELAY, is_inherited=True)

    assert effective(derived(ad_permissions=[allowed, denied]), sid="S-1-1-0") == [True]
    assert effective(derived(ad_permissions=[denied, entry("Everyone", RELAY)]), sid="S-1-1-0") == [False]


def test_entry_without_deny_or_inheritance_leaves_the_right_open() -> None:
    rows = derived(ad_permissions=[entry("Everyone", RELAY), entry("Everyone", RELAY, deny=None)])

    assert [row["is_effective"] for row in rows] == [None, None]


def test_cmdlet_rows_of_other_objects_are_left_out() -> None:
    database = entry("Everyone", "Receive-As", identity="DB1", distinguished_name="CN=DB1,CN=Databases,DC=x")

    assert derived(ad_permissions=[database]) == []


def test_cmdlet_rows_of_unlisted_connectors_are_known_by_their_place() -> None:
    by_dn = entry("Everyone", RELAY, identity=None, distinguished_name="CN=Out,CN=Connections,DC=x")
    by_path = entry("Everyone", RELAY, identity="contoso.com/Configuration/SMTP Receive Connectors/Other")
    by_guid = entry("Everyone", RELAY, identity=None, guid="AB", distinguished_name="CN=In,CN=Connections,DC=x")

    rows = derived(receive_connectors=[], ad_permissions=[by_dn, by_path, by_guid])

    assert {(row["connector_key"], row["connector_kind"]) for row in rows} == {
        ("dn:cn=out,cn=connections,dc=x", "send"),
        ("identity:contoso.com/configuration/smtp receive connectors/other", "receive"),
        ("guid:ab", "send"),
    }


def test_descriptor_is_preferred_to_cmdlet_rows_of_the_same_connector() -> None:
    rows = derived(ad_connector_acls=[acl("(A;;RC;;;AU)")], ad_permissions=[entry("Everyone", RELAY)])

    assert {row["source_form"] for row in rows} == {"sddl"}
