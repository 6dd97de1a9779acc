from __future__ import annotations

import pytest

from exposture.catalog.dataset import Roles, Versions
from exposture.engine.ground import Applies, Ground, Scope, Server, applies, canonical, ground_of, index_lines, scope_of
from exposture.model.coverage import CoverageLine, Status
from tests.unit.engine.factories import NOT_EDGE, SCOPES, dataset, estate, ground, server

EDGE = server("EDGE1", "2019", ["Edge"])


@pytest.mark.parametrize(
    ("version", "roles", "wanted", "answer"),
    [
        ("2016", ["Mailbox"], ["ClientAccess"], Applies.YES),
        ("SE", ["Mailbox"], ["HubTransport"], Applies.YES),
        ("2013", ["Mailbox"], ["HubTransport"], Applies.YES),
        ("2013", ["HubTransport"], ["Mailbox"], Applies.YES),
        ("2013", ["FrontendTransport"], ["ClientAccess"], Applies.YES),
        ("2013", ["Mailbox"], ["ClientAccess"], Applies.NO),
        ("2010", ["Mailbox"], ["HubTransport"], Applies.NO),
        ("2019", ["Edge"], ["Mailbox", "HubTransport"], Applies.NO),
        (None, ["Mailbox"], ["HubTransport"], Applies.UNKNOWN),
        (None, ["Mailbox"], ["Mailbox"], Applies.YES),
        (None, ["Edge"], ["Mailbox"], Applies.NO),
        ("2019", None, ["Mailbox"], Applies.UNKNOWN),
        ("2019", None, "any", Applies.YES),
    ],
)
def test_roles_count_as_their_version_says(version: str | None, roles: list[str] | None, wanted: Roles, answer: Applies) -> None:
    assert applies("all", wanted, server("EX1", version, roles)) is answer


@pytest.mark.parametrize(
    ("version", "wanted", "answer"),
    [("2019", ["2019"], Applies.YES), ("2010", ["2019"], Applies.NO), (None, ["2019"], Applies.UNKNOWN), (None, "all", Applies.YES)],
)
def test_an_unknown_version_is_unknown_only_where_it_matters(version: str | None, wanted: Versions, answer: Applies) -> None:
    assert applies(wanted, "any", server("EX1", version)) is answer


@pytest.mark.parametrize(
    ("name", "scope"),
    [
        ("receive_connectors", Scope(org=True, edge=True)),
        ("edge_subscriptions", Scope(org=True)),
        ("attachment_filters", Scope(edge=True)),
        ("registry_ntds", Scope(dc=True)),
        ("ad_groups", Scope(ldap=True)),
        ("servers", Scope(org=True)),
    ],
)
def test_sources_say_where_a_dataset_is_read(name: str, scope: Scope) -> None:
    found = SCOPES[name]

    assert (found.org, found.edge, found.dc, found.ldap, found.server) == (scope.org, scope.edge, scope.dc, scope.ldap, scope.server)


def test_a_directory_copy_of_an_edge_is_its_own() -> None:
    found = scope_of(dataset("acls", "ldap", roles=["HubTransport", "Edge"]))

    assert (found.ldap, found.edge, found.org) == (True, True, False)


@pytest.mark.parametrize(
    ("name", "row_server", "targets"),
    [
        ("receive_connectors", "EX1", ("org",)),
        ("receive_connectors", None, ("org",)),
        ("receive_connectors", "edge1", ("EDGE1",)),
        ("edge_subscriptions", "EDGE1", ("org",)),
        ("attachment_filters", "EX1", ()),
        ("windows_services", "ex1", ("EX1",)),
        ("windows_services", "EX9", ("EX9",)),
        ("windows_services", "Unattributed", ("unattributed",)),
        ("windows_services", None, ()),
        ("windows_time", "EX1", ("EX1",)),
        ("windows_time", "DC1", ("dc/DC1",)),
        ("windows_time", None, ("dc/DC1",)),
        ("registry_ntds", "EX1", ("dc",)),
        ("ad_groups", "EX1", ("ldap",)),
    ],
)
def test_whose_data_a_row_leans_on(name: str, row_server: str | None, targets: tuple[str, ...]) -> None:
    where = ground([server(), EDGE], {("windows_time", "dc/DC1"): "ok"})

    assert where.leaned_on(name, row_server) == targets


def test_a_server_of_unknown_role_leans_on_a_copy_under_its_own_name() -> None:
    where = ground([server("EX1", None, None), server("EX2")], {("receive_connectors", "EX1"): "ok", ("receive_connectors", "EX2"): "ok"})

    assert where.leaned_on("receive_connectors", "EX1") == ("EX1",)
    assert where.leaned_on("receive_connectors", "EX2") == ("org",)


@pytest.mark.parametrize(
    ("name", "target", "status"),
    [
        ("receive_connectors", "org", "missing"),
        ("windows_services", "EX1", "missing"),
        ("windows_services", "EX9", "missing"),
        ("windows_features", "EX0", "not-applicable"),
        ("windows_features", "EX1", "missing"),
        ("iis_settings", "EDGE1", "not-applicable"),
        ("iis_settings", "EX1", "missing"),
        ("receive_connectors", "EDGE1", "missing"),
    ],
)
def test_a_pair_without_a_line_is_missing_where_it_is_expected(name: str, target: str, status: str) -> None:
    where = ground([server(), server("EX0", "2010"), EDGE])

    assert str(where.line(name, target).status) == status


def test_targets_are_those_expected_and_those_collected() -> None:
    where = ground([server(), EDGE], {("receive_connectors", "OLD"): "ok", ("windows_time", "dc/DC1"): "ok"})

    assert where.targets("receive_connectors") == ("EDGE1", "OLD", "org")
    assert where.targets("windows_time") == ("EDGE1", "EX1", "dc/DC1")
    assert where.targets("ad_groups") == ("ldap",)
    assert where.targets("unheard_of") == ()


def test_of_two_lines_for_one_pair_the_worse_holds() -> None:
    pair = {"dataset": "servers", "target": "org"}
    lines = [CoverageLine(**pair, status=Status(word)) for word in ("ok", "partial", "empty")]

    assert index_lines(lines)["servers"]["org"].status is Status.PARTIAL


def test_servers_are_read_from_their_table() -> None:
    rows = {"servers": [{"name": "ex1", "version": "2016", "roles": ["Mailbox"]}, {"name": "EX2", "version": None, "roles": []}]}

    found = ground_of(estate(rows), SCOPES).servers

    assert found == {"EX1": server("EX1", "2016"), "EX2": server("EX2", None, None)}


def test_an_estate_without_the_table_has_no_known_server() -> None:
    bare = estate()

    assert ground_of(type(bare)(tables={}, coverage=(), files=(), conversions=(), collections=()), SCOPES).servers == {}


def test_names_are_upper_case_but_for_the_one_that_is_nobody() -> None:
    assert [canonical(name) for name in ("ex1", "UNATTRIBUTED")] == ["EX1", "unattributed"]


def test_a_derived_table_of_servers_applies_where_its_roles_do() -> None:
    assert SCOPES["iis_settings"].server_roles == NOT_EDGE


@pytest.mark.parametrize(
    ("versions", "servers", "status"),
    [
        (["2019", "SE"], [server("EX1", "2016")], Status.NOT_APPLICABLE),
        (["2019", "SE"], [server("EX1", "2016"), server("EX2", "2019")], Status.MISSING),
        (["2019", "SE"], [server("EX1", None)], Status.MISSING),
        (["2019", "SE"], [EDGE], Status.MISSING),
        (["2019", "SE"], [], Status.MISSING),
        ("all", [server("EX1", "2016")], Status.MISSING),
    ],
)
def test_what_no_version_of_the_organization_has_is_not_missing(versions: Versions, servers: list[Server], status: Status) -> None:
    scopes = {"client_access_rules": scope_of(dataset("client_access_rules", "org", versions=versions))}

    assert Ground(servers={each.name: each for each in servers}, lines={}, scopes=scopes).line("client_access_rules", "org").status is status
