from __future__ import annotations

import pytest

from exposture.bundle.attribution import Known, Origin, Owner, computers_named, known_servers, owner_of, server_in_path
from exposture.model.values import Item
from tests.unit.bundle.samples import catalog, dataset, source

GIVEN = catalog(dataset("dc_facts", source("dc", id="dc", wmi="Win32_X")))
TWO = known_servers({"EX1": "ex1.contoso.com", "EX2": None}, ["EDGE1"], ["EX3", "DC1"], ["dc1.contoso.com", "EX2"])


def origin(name: str = "windows_services", path: str = "in/a.xml") -> Origin:
    return Origin(dataset=GIVEN[name], source=GIVEN[name].sources[0], path=path)


def owner(*computers: str, named: str | None = None, known: Known = TWO, name: str = "windows_services", path: str = "in/a.xml") -> Owner:
    return owner_of(origin(name, path), named, computers, known)


def test_everybody_who_is_named_is_known_but_domain_controllers() -> None:
    assert TWO.servers == {"EX1": "ex1.contoso.com", "EX2": None, "EX3": None}
    assert TWO.domain_controllers == {"DC1"}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ex1", "EX1"),
        ("EX1.Contoso.com.", "EX1"),
        ("ex1.fabrikam.com", None),
        ("ex2.fabrikam.com", "EX2"),
        (".", None),
        ("localhost", None),
        ("EX9", None),
    ],
)
def test_known_server_is_found_by_netbios_or_fqdn(name: str, expected: str | None) -> None:
    assert TWO.server(name) == expected


def test_names_of_a_record_count_in_order() -> None:
    value = Item(types=("System.X",), properties={"MachineName": "M", "CSName": "C", "__SERVER": "S", "PSComputerName": "P", "SystemName": "Y"})

    assert computers_named(value, GIVEN["windows_services"]) == ("S", "P", "C", "Y", "M")


def test_names_that_mean_this_machine_name_nobody() -> None:
    value = Item(properties={"MachineName": ".", "CSName": "localhost", "__SERVER": "192.0.2.1", "SystemName": 3, "PSComputerName": None})

    assert computers_named(value, GIVEN["windows_services"]) == ()
    assert computers_named("text", GIVEN["windows_services"]) == ()


def test_shell_host_of_exchange_types_names_nobody() -> None:
    typed = Item(types=("Selected.Microsoft.Exchange.Data.Directory.AcceptedDomain",), properties={"PSComputerName": "EX1", "MachineName": "EX2"})
    of_csv = Item(properties={"PSComputerName": "EX1"})

    assert computers_named(typed, GIVEN["windows_services"]) == ("EX2",)
    assert computers_named(of_csv, GIVEN["accepted_domains"]) == ()
    assert computers_named(of_csv, GIVEN["windows_services"]) == ("EX1",)


def test_path_of_the_catalog_comes_first() -> None:
    assert owner("EX1", named="EX9") == Owner(target="EX9", server="EX9")


def test_first_known_server_wins() -> None:
    assert owner("shell.contoso.com", "ex2", "EX1").server == "EX2"


def test_folder_or_file_name_comes_after_the_record() -> None:
    assert owner("unknown", path="in/EX2/ex1_services.xml").server == "EX1"
    assert owner("ex2", path="in/EX1/a.xml").server == "EX2"


def test_record_of_a_domain_controller_is_no_exchange_server() -> None:
    assert owner("dc1.contoso.com") == Owner(target="dc/DC1", server="DC1")
    assert owner(named="DC1") == Owner(target="dc/DC1", server="DC1")


def test_record_that_names_nobody_is_unattributed_among_several_servers() -> None:
    assert owner("OLDNAME") == Owner(target="unattributed", server=None)


def test_record_that_names_nobody_is_assumed_to_be_the_only_listed_servers() -> None:
    alone = known_servers({"EX1": None}, [], ["EX3"], [])

    assert owner("OLDNAME", known=alone) == Owner(target="EX1", server="EX1", is_assumed=True)


def test_server_seen_but_not_listed_is_not_assumed() -> None:
    assert owner(known=known_servers({}, [], ["EX3"], [])).target == "unattributed"


def test_directory_data_is_the_organizations() -> None:
    assert owner(named="EX1", name="accepted_domains") == Owner(target="org", server="EX1")
    assert owner(name="ad_domain_controllers") == Owner(target="ldap", server=None)


def test_copy_on_an_edge_server_is_its_own() -> None:
    assert owner(named="EDGE1", name="accepted_domains") == Owner(target="EDGE1", server="EDGE1")
    assert owner(name="accepted_domains", path="in/EDGE1/a.xml") == Owner(target="EDGE1", server="EDGE1")
    assert owner(name="organization_config", path="in/EDGE1/a.xml").target == "org"


def test_data_read_on_domain_controllers_belongs_to_the_one_it_names() -> None:
    assert owner("dc7.contoso.com", name="dc_facts") == Owner(target="dc/DC7", server="DC7")
    assert owner(named="DC8", name="dc_facts") == Owner(target="dc/DC8", server="DC8")
    assert owner(name="dc_facts") == Owner(target="dc", server=None)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("in/EX1/services.xml", "EX1"),
        ("in/Get-Service-ex1.contoso.com.xml", "EX1"),
        ("in/EX1_EX1-B.xml", "EX1-B"),
        ("in/EX10/services.xml", None),
        ("in/xEX1.xml", None),
    ],
)
def test_name_in_a_path_stands_as_a_word_of_its_own(path: str, expected: str | None) -> None:
    assert server_in_path(path, ["EX1", "EX1-B"]) == expected
