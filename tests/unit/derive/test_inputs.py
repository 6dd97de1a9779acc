from __future__ import annotations

from exposture.derive.inputs import key_of, org_target, upper
from exposture.model.coverage import Status
from tests.unit.derive.making import dataset, inputs, on_server


def test_absent_tables_have_no_rows_and_status_missing() -> None:
    made = inputs("builds")

    assert (made.rows("windows_exsetup"), made.fact_rows("nothing")) == ([], [])
    assert made.status("windows_exsetup", "EX1") is Status.MISSING
    assert not made.known("windows_exsetup", "EX1")


def test_partial_data_is_read_but_not_known() -> None:
    made = inputs("builds", {("windows_exsetup", "EX1"): Status.PARTIAL})

    assert made.is_read("windows_exsetup", "EX1")
    assert not made.known("windows_exsetup", "EX1")
    assert made.targets("windows_exsetup") == ["EX1"]


def test_an_input_is_known_at_the_server_before_the_organization() -> None:
    made = inputs("builds", {("a", "org"): Status.OK, ("a", "EDGE1"): Status.TIMEOUT, ("b", "ldap"): Status.EMPTY})

    assert made.known_for("a", "org", "EX1")
    assert not made.known_for("a", "EDGE1", "EDGE1")
    assert made.known_for("c|b", None, None)
    assert not made.known_for("c", "org", "EX1")


def test_keys_follow_the_kind_of_their_columns() -> None:
    assert key_of(dataset("servers"), {"guid": "AB-1", "name": "EX1"}) == "guid:ab-1"
    assert key_of(dataset("servers"), {"name": "EX1"}) == "name:ex1"
    assert key_of(dataset("builds"), {"server": "EX1"}) == "server:ex1"
    assert key_of(dataset("effective_tls"), {"server": "EX1", "protocol": "TLS 1.2", "side": "Client"}) == "EX1|protocol:tls 1.2|side:client"
    assert key_of(dataset("group_members"), {"group_sid": "S-1", "member_dn": "CN=A"}) == "group_sid:s-1|member_dn:cn=a"


def test_rows_are_sorted_and_say_which_optional_inputs_are_known() -> None:
    made = inputs("builds", {("exchange_servers", "org"): Status.EMPTY})

    table = made.table([on_server(server="EX2"), on_server(server="EX1")])

    assert table.column("server").to_pylist() == ["EX1", "EX2"]
    assert table.column("exchange_servers_known").to_pylist() == [True, True]


def test_names_and_targets_have_one_form() -> None:
    assert (upper("ex1.contoso.com"), upper(None), upper("")) == ("EX1", None, None)
    assert [org_target({"target": target}) for target in ("ldap", None, "org", "EDGE1")] == ["org", "org", "org", "EDGE1"]
