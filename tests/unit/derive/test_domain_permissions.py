from __future__ import annotations

from exposture.derive import domain_permissions
from tests.unit.derive.making import Row, inputs

GROUP = "bf967a9c-0de6-11d0-a285-00aa003049e2"
HEAD = {
    "target": "ldap",
    "key": "dn:dc=contoso,dc=com",
    "acl_object": "domain",
    "domain_dn": "DC=contoso,DC=com",
    "distinguished_name": "DC=contoso,DC=com",
}


def derived(*rows: Row) -> list[Row]:
    found: list[Row] = domain_permissions.derive(inputs("domain_permissions", ad_domain_acls=list(rows))).to_pylist()
    return found


def test_each_entry_is_a_row_with_its_kinds_of_object() -> None:
    rows = derived(HEAD | {"sddl": f"D:(OA;CIIO;WD;;{GROUP};S-1-5-21-1-2-3-1104)(D;;SD;;;WD)"})

    assert [(row["position"], row["user_sid"], row["rights"], row["inherited_object_type"], row["deny"], row["is_inherit_only"]) for row in rows] == [
        (0, "S-1-5-21-1-2-3-1104", ["WriteDacl"], GROUP, False, True),
        (1, "S-1-1-0", ["Delete"], None, True, False),
    ]
    assert {(row["acl_object"], row["domain_dn"], row["object_dn"]) for row in rows} == {("domain", "DC=contoso,DC=com", "DC=contoso,DC=com")}


def test_descriptor_that_cannot_be_read_gives_no_row() -> None:
    assert derived(HEAD | {"sddl": "D:(broken"}, HEAD | {"sddl": None}) == []
