from __future__ import annotations

from typing import Any

import pytest

from exposture.derive import servers
from exposture.model.coverage import Status
from tests.unit.derive.making import Row, in_org, inputs, on_server, version


def listed(name: str, build: str, roles: list[str], **columns: Any) -> Row:
    fresh = in_org(server=name, name=name, admin_display_version=version(build), server_role=roles, guid=f"0000-{name}", key=f"guid:0000-{name}")
    return fresh | columns


def derived(statuses: dict[tuple[str, str], Status] | None = None, **tables: list[Row]) -> dict[str, Row]:
    return {row["name"]: row for row in servers.derive(inputs("servers", statuses, **tables)).to_pylist()}


@pytest.mark.parametrize(
    ("build", "words", "version_text", "roles"),
    [
        ("14.3.123.4", ["Mailbox", "ClientAccess"], "2010", ["ClientAccess", "Mailbox"]),
        ("14.3.123.4", ["HubTransport", "UnifiedMessaging"], "2010", ["HubTransport", "UnifiedMessaging"]),
        ("15.0.1497.2", ["Mailbox"], "2013", ["HubTransport", "Mailbox"]),
        ("15.0.1497.2", ["Cafe", "FrontendTransport"], "2013", ["ClientAccess"]),
        ("15.1.2507.6", ["Mailbox"], "2016", ["ClientAccess", "HubTransport", "Mailbox"]),
        ("15.2.2562.17", ["Mailbox"], "SE", ["ClientAccess", "HubTransport", "Mailbox"]),
        ("15.2.1118.7", ["Edge"], "2019", ["Edge"]),
        ("15.2.1118.7", ["None"], "2019", None),
    ],
)
def test_roles_mean_what_they_mean_in_each_generation(build: str, words: list[str], version_text: str, roles: list[str] | None) -> None:
    server = derived(exchange_servers=[listed("EX1", build, words)])["EX1"]

    assert (server["version"], server["roles"]) == (version_text, roles)


def test_listed_server_has_the_identity_of_the_directory() -> None:
    row = listed("EX1", "15.1.2507.6", ["Mailbox"], site="contoso.com/Configuration/Sites/Hamburg", fqdn="ex1.contoso.com", is_edge_server=False)
    member = in_org(server="EX1", name="EX1", database_availability_group={"name": "DAG1", "dn": None, "guid": None})

    server = derived(exchange_servers=[row], mailbox_servers=[member])["EX1"]

    assert (server["key"], server["server"], server["target"]) == ("guid:0000-ex1", "EX1", "org")
    assert (server["site"], server["dag"], server["fqdn"], server["is_listed"], server["is_edge"]) == (
        "Hamburg",
        "DAG1",
        "ex1.contoso.com",
        True,
        False,
    )
    assert (server["mailbox_servers_known"], server["windows_exsetup_known"]) == (True, False)


def test_build_is_that_of_exsetup_where_it_was_read() -> None:
    row = listed("EX1", "15.1.2507.6", ["Mailbox"])
    setup = on_server(file_version=version("15.1.2507.61"))
    windows = on_server(build_number=14393)

    server = derived(exchange_servers=[row], windows_exsetup=[setup], windows_operating_system=[windows])["EX1"]

    assert (server["build"], server["build_source"], server["windows_build"]) == ("15.1.2507.61", "windows_exsetup", 14393)
    assert derived(exchange_servers=[row])["EX1"]["build_source"] == "exchange_servers"


def test_server_that_only_data_names_is_not_listed() -> None:
    found = derived(
        exchange_servers=[listed("EX1", "15.1.2507.6", ["Mailbox"])], windows_exsetup=[on_server(server="EX9", target="EX9", file_version=None)]
    )

    assert found["EX9"]["is_listed"] is False
    assert [found["EX9"][name] for name in ("version", "roles", "is_edge", "build", "site", "dag")] == [None] * 6
    assert found["EX9"]["key"] == "name:ex9"


def test_without_a_list_exsetup_tells_the_generation_and_the_role_stays_unknown() -> None:
    found = derived(windows_exsetup=[on_server(file_version=version("15.2.2562.17"))])

    assert (found["EX1"]["version"], found["EX1"]["roles"], found["EX1"]["exchange_servers_known"]) == ("SE", None, False)


def test_targets_that_are_no_server_make_none() -> None:
    places = ("org", "ldap", "dc", "dc/DC1", "unattributed", "EX5")

    found = derived({("windows_services", place): Status.MISSING for place in places})

    assert list(found) == ["EX5"]


def test_domain_controller_that_was_read_is_no_server() -> None:
    clocks = [on_server(server="DC1", target="dc/DC1"), on_server(server="EX5", target="EX5")]

    assert set(derived(windows_operating_system=clocks)) == {"EX5"}


def test_data_that_names_nobody_is_judged_as_a_server_of_its_own() -> None:
    found = derived({("windows_services", "unattributed"): Status.OK})

    assert list(found) == ["unattributed"]


def test_the_organizations_row_comes_before_an_edges_own() -> None:
    own = listed("EDGE1", "15.1.2507.6", ["Edge"], target="EDGE1", guid="own")

    found = derived(exchange_servers=[own, listed("EDGE1", "15.1.2507.6", ["Edge"])])

    assert (found["EDGE1"]["guid"], found["EDGE1"]["is_edge"], found["EDGE1"]["target"]) == ("0000-EDGE1", True, "org")


def test_row_that_names_no_server_makes_none() -> None:
    assert derived(mailbox_servers=[in_org(name=None)]) == {}


@pytest.mark.parametrize(("status", "is_whole"), [(Status.OK, True), (Status.EMPTY, True), (Status.PARTIAL, False), (Status.MISSING, False)])
def test_list_of_servers_is_whole_where_the_directory_was_read_whole(status: Status, is_whole: bool) -> None:
    found = servers.incomplete(inputs("servers", {("exchange_servers", "org"): status}))

    assert found == ({} if is_whole else {"org": f"exchange_servers: {status}; a server that no other data names is not seen"})
