from __future__ import annotations

from datetime import datetime
from typing import Any

from exposture.derive import group_members
from exposture.model.coverage import Status
from tests.unit.derive.making import Row, inputs

LDAP = {"target": "ldap"}


def member(group: str, sid: str | None, kind: str = "user", **columns: Any) -> Row:
    return (
        LDAP
        | {"group_sid": group, "member_sid": sid, "member_dn": f"CN={sid}", "object_class": ["top", kind], "domain_dn": "DC=contoso,DC=com"}
        | columns
    )


def derived(*rows: Row, statuses: dict[tuple[str, str], Status] | None = None, **tables: list[Row]) -> dict[tuple[str, str | None], Row]:
    found = group_members.derive(inputs("group_members", statuses, ad_group_members=list(rows), **tables)).to_pylist()
    return {(row["group_sid"], row["member_sid"]): row for row in found}


def test_nested_members_belong_to_the_outer_group_too() -> None:
    found = derived(member("G1", "G2", "group"), member("G2", "G3", "group"), member("G3", "U1"))

    inner = found["G1", "U1"]
    assert (inner["is_direct"], inner["depth"], inner["via"]) == (False, 3, ["G2", "G3"])
    assert (found["G3", "U1"]["is_direct"], found["G1", "G2"]["is_group"], found["G1", "G2"]["is_expanded"]) == (True, True, True)
    assert sorted(found) == [("G1", "G2"), ("G1", "G3"), ("G1", "U1"), ("G2", "G3"), ("G2", "U1"), ("G3", "U1")]


def test_groups_that_contain_each_other_end() -> None:
    found = derived(member("G1", "G2", "group"), member("G2", "G1", "group"), member("G1", "U1"))

    assert sorted(found) == [("G1", "G2"), ("G1", "U1"), ("G2", "G1"), ("G2", "U1")]


def test_member_by_two_ways_counts_once_by_the_shorter() -> None:
    found = derived(member("G1", "G2", "group"), member("G2", "U1"), member("G1", "U1"))

    assert (found["G1", "U1"]["is_direct"], found["G1", "U1"]["via"]) == (True, [])


def test_group_without_members_is_expanded_where_all_was_read() -> None:
    known = derived(member("G1", "G2", "group"))
    cut = derived(member("G1", "G2", "group"), statuses={("ad_group_members", "ldap"): Status.PARTIAL})

    assert (known["G1", "G2"]["is_expanded"], cut["G1", "G2"]["is_expanded"]) == (True, False)


def test_member_of_another_forest_stays_a_sid() -> None:
    row = derived(member("G1", "S-1-5-21-9", "foreignSecurityPrincipal"), member("G1", "S-1", object_class=None))

    assert (row["G1", "S-1-5-21-9"]["is_group"], row["G1", "S-1-5-21-9"]["is_expanded"]) == (False, None)
    assert row["G1", "S-1"]["is_group"] is None


def test_account_tells_whether_a_member_is_enabled() -> None:
    moment = datetime.fromisoformat("2026-01-01")
    accounts = [LDAP | {"object_sid": "U1", "user_account_control": 514, "sam_account_name": "ada", "when_created": moment}]

    found = derived(member("G1", "U1"), member("G1", "U2"), ad_accounts=accounts)

    assert (found["G1", "U1"]["is_enabled"], found["G1", "U1"]["sam_account_name"], found["G1", "U1"]["when_created"]) == (False, "ada", moment)
    assert (found["G1", "U2"]["is_enabled"], found["G1", "U2"]["ad_accounts_known"]) == (None, True)


def test_groups_have_the_names_that_exchange_gives_them() -> None:
    groups = [LDAP | {"object_sid": "G1", "sam_account_name": "Organization Management", "well_known_name": "OrgMgmt"}]

    named = derived(member("G1", "U1"), ad_exchange_groups=groups)["G1", "U1"]
    bare = derived(member("G1", "U1"))["G1", "U1"]

    assert (named["group_name"], named["well_known_name"]) == ("Organization Management", "OrgMgmt")
    assert (bare["group_name"], bare["ad_exchange_groups_known"], bare["ad_accounts_known"]) == (None, False, False)


def test_member_without_sid_is_known_by_its_dn() -> None:
    found = derived(member("G1", None), member("", "U9", group_sid=None))

    assert [row["key"] for row in found.values()] == ["group_sid:g1|member_dn:cn=none"]
