from __future__ import annotations

from typing import Any

import pytest

from exposture.catalog.dataset import Dataset
from exposture.catalog.load import Catalog
from exposture.catalog.types import table_schema
from exposture.derive import estate as derive_estate
from exposture.errors import CatalogError
from exposture.model.coverage import CoverageLine, Status
from exposture.model.estate import Estate
from exposture.resources import datasets_root
from tests.unit.derive.making import Row, dataset, facts, on_server, table, version

SERVER_TABLES = (
    "windows_exsetup",
    "exchange_servers",
    "mailbox_servers",
    "windows_operating_system",
    "registry_schannel",
    "registry_windows_version",
)


def line(name: str, target: str, status: Status = Status.OK, **more: Any) -> CoverageLine:
    return CoverageLine(dataset=name, target=target, status=status, **more)


def completed(names: tuple[str, ...], *lines: CoverageLine, **tables: list[Row]) -> Estate:
    catalog = Catalog({name: dataset(name) for name in names})
    made = {one.name: table(one.name, tables.get(one.name, [])) for one in catalog.readable}
    return derive_estate.complete(Estate(tables=made, coverage=lines, files=(), conversions=(), collections=()), catalog, facts())


def lines_of(estate: Estate, name: str) -> dict[str, tuple[Status, int]]:
    return {one.target: (one.status, one.rows) for one in estate.coverage if one.dataset == name}


def test_derived_tables_and_lines_are_added_and_sorted() -> None:
    setup = on_server(file_version=version("15.2.2562.20"))

    lines = (line("exchange_servers", "org"), line("windows_exsetup", "EX1", files=("a.xml",)))
    estate = completed(("servers", "builds", *SERVER_TABLES), *lines, windows_exsetup=[setup])

    assert estate.tables["builds"].column("version").to_pylist() == ["SE"]
    assert estate.tables["servers"].column("name").to_pylist() == ["EX1"]
    assert lines_of(estate, "builds") == {"EX1": (Status.OK, 1)}
    assert lines_of(estate, "servers") == {"org": (Status.OK, 1)}
    assert [one.dataset for one in estate.coverage] == ["builds", "exchange_servers", "servers", "windows_exsetup"]
    assert next(one for one in estate.coverage if one.dataset == "builds").files == ("a.xml",)


def test_status_is_the_worst_of_what_is_required() -> None:
    lines = [line("registry_schannel", "EX1"), line("windows_operating_system", "EX1", Status.ACCESS_DENIED, message="no rights")]

    estate = completed(("effective_tls", *SERVER_TABLES), *lines)

    found = next(one for one in estate.coverage if one.dataset == "effective_tls")
    assert (found.target, found.status, found.rows, found.message) == ("EX1", Status.ACCESS_DENIED, 12, "windows_operating_system: no rights")


def test_input_without_a_line_is_missing_and_domain_controllers_are_no_servers() -> None:
    places = ("EX1", "dc/DC1", "dc", "org")

    estate = completed(("effective_tls", *SERVER_TABLES), *(line("windows_operating_system", place) for place in places))

    assert lines_of(estate, "effective_tls") == {"EX1": (Status.MISSING, 0)}


@pytest.mark.parametrize(
    ("first", "second", "status"),
    [(Status.OK, Status.MISSING, Status.EMPTY), (Status.TIMEOUT, Status.EMPTY, Status.EMPTY), (Status.PARTIAL, Status.ERROR, Status.PARTIAL)],
)
def test_of_two_sources_the_better_counts(first: Status, second: Status, status: Status) -> None:
    names = ("certificates", "exchange_certificates", "windows_certificates", "registry_http_ssl_bindings")

    estate = completed(names, line("exchange_certificates", "EX1", first), line("windows_certificates", "EX1", second))

    assert lines_of(estate, "certificates") == {"EX1": (status, 0)}


def test_directory_counts_for_the_organization_and_an_edge_for_itself() -> None:
    names = ("connector_permissions", "ad_connector_acls", "ad_permissions", "receive_connectors", "ad_exchange_groups")

    estate = completed(names, line("ad_connector_acls", "ldap", Status.ACCESS_DENIED), line("ad_permissions", "EDGE1", Status.EMPTY))

    assert lines_of(estate, "connector_permissions") == {"org": (Status.ACCESS_DENIED, 0), "EDGE1": (Status.EMPTY, 0)}


def test_whole_is_expected_even_where_nothing_was() -> None:
    estate = completed(("group_members", "ad_group_members", "ad_exchange_groups", "ad_accounts"))

    assert lines_of(estate, "group_members") == {"ldap": (Status.MISSING, 0)}


def test_table_may_lower_its_own_status() -> None:
    names = ("iis_settings", "iis_site_bindings", "iis_config", "registry_exchange", "registry_http_ssl_bindings")
    row = on_server(item_x_path="site[@name='A' and @id='1']", protocol="https", binding_information="*:443:")

    complete = completed(names, line("iis_config", "EX1"), iis_config=[row])
    failed = completed(names, line("iis_config", "EX1", Status.ERROR), iis_config=[row])

    assert (lines_of(complete, "iis_settings")["EX1"], lines_of(complete, "iis_site_bindings")["EX1"]) == ((Status.PARTIAL, 1), (Status.OK, 1))
    assert lines_of(failed, "iis_settings")["EX1"] == (Status.ERROR, 1)


def invented(name: str, *needs: str) -> Dataset:
    return Dataset.model_validate(
        {"name": name, "title": "x", "target": "org", "derived_from": {"required": list(needs)}, "key": ["name"], "columns": []}
    )


def test_tables_come_after_what_they_need() -> None:
    chain = [invented("a", "b|c"), invented("b", "c"), invented("c", "read")]

    assert [one.name for one in derive_estate.in_order(chain)] == ["c", "b", "a"]


def test_tables_that_need_each_other_are_refused() -> None:
    with pytest.raises(CatalogError, match="need each other"):
        derive_estate.in_order([invented("a", "b"), invented("b", "a")])


def test_table_without_a_module_is_refused() -> None:
    with pytest.raises(CatalogError, match="no module makes it"):
        derive_estate.complete(Estate(tables={}, coverage=(), files=(), conversions=(), collections=()), Catalog({"a": invented("a")}), facts())


DERIVED = [path.stem for path in sorted(datasets_root().glob("*.yaml")) if "derived_from:" in path.read_text(encoding="utf-8")]


@pytest.mark.parametrize("name", DERIVED)
def test_every_derived_table_has_its_full_schema_without_any_data(name: str) -> None:
    readable = {need: dataset(need) for need in derive_estate.needs_of(dataset(name)) if (datasets_root() / f"{need}.yaml").is_file()}

    estate = completed((name, *readable))

    assert estate.tables[name].schema == table_schema(dataset(name))
    assert estate.tables[name].num_rows == 0
