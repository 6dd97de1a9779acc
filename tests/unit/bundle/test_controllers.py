"""Bundles that a directory team makes on a domain controller: alone, and joined with the organization's."""

from __future__ import annotations

from pathlib import Path

import pytest

from exposture.bundle.expected import coverage_ratio
from exposture.errors import UsageError
from exposture.model.coverage import Status
from tests.unit.bundle.samples import bundle, catalog, line, opened, pair, rows, server

SERVICES = [{"name": "W32Time"}]
FOREST = {"forest": "contoso.com"}


def controller(folder: Path, name: str = "DC1", **run: str) -> Path:
    words = {"org_guid": "", "computer": name, "role": "domain-controller", **FOREST, **run}
    return bundle(folder, pair("windows_services", f"dc/{name}", SERVICES), **words)


def organization(folder: Path, *controllers: str, **run: str) -> Path:
    listed = pair("ad_domain_controllers", "ldap", [{"name": name} for name in controllers])
    return bundle(folder, pair("exchange_servers", rows=[server("EX1"), server("EDGE1", role="Edge")]), listed, **{**FOREST, **run})


def test_controller_joins_the_organization_of_its_forest(tmp_path: Path) -> None:
    estate = opened(organization(tmp_path / "org", "DC1"), controller(tmp_path / "dc"))

    assert rows(estate, "windows_services", "target", "server") == [("dc/DC1", "DC1")]
    assert line(estate, "windows_services", "dc/DC1").status is Status.OK


def test_controller_of_another_forest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="2 organizations"):
        opened(organization(tmp_path / "org", "DC1"), controller(tmp_path / "dc", forest="fabrikam.com"))


def test_missing_controller_names_who_to_ask(tmp_path: Path) -> None:
    estate = opened(organization(tmp_path / "org", "DC1", "DC2"), controller(tmp_path / "dc"))
    missing = line(estate, "windows_services", "dc/DC2")

    told = "nothing was collected; ask the directory team to run the collector with -Role DomainController on DC2"
    assert (missing.status, missing.message) == (Status.MISSING, told)


def test_missing_edge_names_the_server_to_run_on(tmp_path: Path) -> None:
    estate = opened(organization(tmp_path / "org"))

    assert line(estate, "accepted_domains", "EDGE1").message == "nothing was collected; run the script on EDGE1 itself"
    assert line(estate, "accepted_domains").message == "nothing was collected"


def test_controllers_alone_are_counted_alone_and_said(tmp_path: Path) -> None:
    estate = opened(controller(tmp_path / "dc"))
    ratio = coverage_ratio(estate, catalog())

    assert (ratio.expected, ratio.collected) == (1, 1)
    assert estate.remarks == ("only domain controllers were read: give the bundle of the Exchange servers too, it is joined by forest",)
    assert line(estate, "exchange_servers").status is Status.MISSING


def test_controller_is_no_exchange_server(tmp_path: Path) -> None:
    estate = opened(organization(tmp_path / "org", "DC1"), controller(tmp_path / "dc"))

    assert [each.target for each in estate.coverage if each.dataset == "windows_services"] == ["EDGE1", "EX1", "dc/DC1"]
