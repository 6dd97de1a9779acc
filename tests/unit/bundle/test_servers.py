from __future__ import annotations

from pathlib import Path

import pytest

from exposture.bundle.servers import Server, domain_controllers_of, effective_roles, generation, may_apply, servers_of
from exposture.bundle.targets import canonical_target, dc_target, is_dc, is_server
from exposture.catalog.dataset import Source
from tests.unit.bundle.samples import bundle, opened, pair, server, source


def source_for(**words: object) -> Source:
    return Source.model_validate(source(**words))  # type: ignore[arg-type]  # words of a test


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((14, 3, 123), "2010"),
        ((15, 0, 1497), "2013"),
        ((15, 1, 2507), "2016"),
        ((15, 2, 1748), "2019"),
        ((15, 2, 2562), "SE"),
        ((15, 2, None), None),
        ((8, 3, 83), "2007"),
        ((16, 0, 1), None),
        ((None, None, None), None),
        ((15, None, 1), None),
    ],
)
def test_generation_of_a_version(numbers: tuple[int | None, int | None, int | None], expected: str | None) -> None:
    assert generation(*numbers) == expected


@pytest.mark.parametrize(
    ("version", "roles", "expected"),
    [
        ("2010", ["Mailbox"], {"Mailbox"}),
        ("2013", ["Mailbox"], {"Mailbox", "HubTransport"}),
        ("2013", ["ClientAccess"], {"ClientAccess"}),
        ("2019", ["Mailbox"], {"Mailbox", "HubTransport", "ClientAccess"}),
        (None, ["Mailbox", "16384"], {"Mailbox", "HubTransport", "ClientAccess"}),
        ("SE", ["Edge"], {"Edge"}),
    ],
)
def test_roles_that_a_server_counts_as(version: str | None, roles: list[str], expected: set[str]) -> None:
    assert effective_roles(version, roles) == expected


def test_server_known_to_be_outside_is_outside() -> None:
    old = Server(name="EX1", version="2010", roles=frozenset({"Mailbox"}))

    assert not may_apply(source_for(versions=["2019"]), old)
    assert not may_apply(source_for(roles=["ClientAccess"]), old)
    assert may_apply(source_for(versions=["2010"], roles=["Mailbox"]), old)


def test_unknown_version_and_role_exclude_nothing() -> None:
    assert may_apply(source_for(versions=["2019"], roles=["Edge"]), Server(name="EX1"))


def test_servers_are_those_listed_and_those_seen(tmp_path: Path) -> None:
    estate = opened(bundle(tmp_path / "b", pair("exchange_servers", rows=[server("EX1")]), pair("windows_services", "EX2", [{"name": "W32Time"}])))
    listed, seen = servers_of(estate.tables, [each.target for each in estate.coverage])

    assert (listed.name, listed.version, listed.is_listed, listed.fqdn, listed.is_edge) == ("EX1", "2019", True, "ex1.contoso.com", False)
    assert seen == Server(name="EX2")
    assert seen.is_edge is None


def test_server_without_a_role_is_of_unknown_role(tmp_path: Path) -> None:
    estate = opened(bundle(tmp_path / "b", pair("exchange_servers", rows=[server(server_role=None, admin_display_version=None)])))

    assert servers_of(estate.tables, [])[0].roles is None


def test_without_a_table_there_are_only_targets() -> None:
    assert [each.name for each in servers_of({}, ["EX1", "org", "unattributed", "dc/DC1"])] == ["EX1"]


def test_domain_controllers_are_listed_or_read(tmp_path: Path) -> None:
    estate = opened(bundle(tmp_path / "b", pair("ad_domain_controllers", "ldap", [{"name": "dc1"}])))

    assert domain_controllers_of(estate.tables, ["dc/DC2", "EX1"]) == ("dc/DC1", "dc/DC2")
    assert domain_controllers_of({}, []) == ()


def test_targets_have_one_spelling() -> None:
    assert [canonical_target(text) for text in (" Org", "LDAP", "dc", "DC/dc1", "ex1", "Unattributed")] == [
        "org",
        "ldap",
        "dc",
        "dc/DC1",
        "EX1",
        "unattributed",
    ]
    assert [is_server(text) for text in ("org", "dc", "dc/DC1", "unattributed", "EX1")] == [False, False, False, False, True]
    assert (dc_target("dc1.contoso.com"), dc_target("."), is_dc("dc")) == ("dc/DC1", "dc/.", False)


def test_domain_controller_that_was_read_is_no_server(tmp_path: Path) -> None:
    estate = opened(bundle(tmp_path / "b", pair("windows_services", "dc/DC1", [{"name": "NTDS"}])))

    assert servers_of(estate.tables, [each.target for each in estate.coverage]) == ()
