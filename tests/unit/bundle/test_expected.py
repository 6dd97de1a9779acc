from __future__ import annotations

from pathlib import Path

from exposture.bundle.expected import coverage_ratio, expected_pairs
from exposture.bundle.servers import Server
from exposture.catalog.load import Catalog
from exposture.model.coverage import Status
from tests.unit.bundle.samples import bundle, catalog, dataset, line, loose, opened, pair, server, servers_export, source

EX1 = Server(name="EX1", version="2019", roles=frozenset({"Mailbox", "HubTransport", "ClientAccess"}))
OLD = Server(name="OLD", version="2010", roles=frozenset({"Mailbox"}))
EDGE = Server(name="EDGE1", version="2019", roles=frozenset({"Edge"}))


def targets(*servers: Server, controllers: tuple[str, ...] = (), **words: object) -> list[str]:
    given = Catalog({"thing": dataset("thing", source(**words))})  # type: ignore[arg-type]  # words of a test
    return sorted(target for _, target in expected_pairs(given, servers, controllers))


def test_org_data_is_expected_once_and_from_each_edge_that_has_its_own() -> None:
    assert targets(EX1, EDGE, roles=["Mailbox", "Edge"]) == ["EDGE1", "org"]
    assert targets(EX1, EDGE, roles=["Mailbox"]) == ["org"]
    assert targets(EX1, EDGE) == ["org"]


def test_edge_only_data_is_expected_from_edge_servers_alone() -> None:
    assert targets(EX1, EDGE, roles=["Edge"]) == ["EDGE1"]


def test_edge_alone_has_nothing_of_the_organization() -> None:
    assert targets(EDGE, roles=["Mailbox"]) == []
    assert targets(EDGE, roles=["Mailbox", "Edge"]) == ["EDGE1"]


def test_server_data_is_expected_of_servers_that_are_not_known_to_be_outside() -> None:
    unknown = Server(name="NEW")

    assert targets(EX1, OLD, EDGE, unknown, target="server", versions=["2019"], roles=["Mailbox"]) == ["EX1", "NEW"]
    assert targets(EX1, EDGE, target="server") == ["EDGE1", "EX1"]


def test_org_data_of_versions_that_nobody_has_is_not_expected() -> None:
    assert targets(OLD, versions=["2019"]) == []
    assert targets(OLD, EX1, versions=["2019"]) == ["org"]


def test_without_a_server_org_data_is_expected() -> None:
    assert targets(versions=["2019"]) == ["org"]
    assert targets(target="server") == []


def test_directory_data_has_the_target_ldap() -> None:
    assert targets(EX1, target="ldap") == ["ldap"]


def test_data_of_domain_controllers_is_expected_of_each_or_of_dc() -> None:
    assert targets(EX1, controllers=("dc/A", "dc/B"), target="dc") == ["dc/A", "dc/B"]
    assert targets(EX1, target="dc") == ["dc"]
    assert targets(OLD, target="dc", versions=["2019"]) == []


def test_lowest_tier_of_several_sources_holds() -> None:
    given = Catalog({"thing": dataset("thing", source(id="a", tier="deep"), source(id="b", tier="core"))})

    assert expected_pairs(given, [], []) == {("thing", "org"): "core"}


def test_what_only_another_tool_gives_is_expected_of_loose_exports_alone() -> None:
    given = Catalog({"thing": dataset("thing", source(recognise={"files": ["*thing*"]}))})

    assert expected_pairs(given, [], []) == {}
    assert expected_pairs(given, [], [], is_loose=True) == {("thing", "org"): "core"}


def test_foreign_dataset_is_missing_from_loose_exports_and_not_from_a_bundle(tmp_path: Path) -> None:
    foreign = catalog(dataset("foreign", source(recognise={"files": ["*foreign*"]})))
    exported = opened(loose(tmp_path / "loose", Get_ExchangeServer_xml=servers_export("EX1")), given=foreign)
    collected = opened(bundle(tmp_path / "b", pair("exchange_servers", rows=[server("EX1")])), given=foreign)

    assert line(exported, "foreign").status is Status.MISSING
    assert [each for each in collected.coverage if each.dataset == "foreign"] == []


def test_expected_pair_without_a_line_is_missing(tmp_path: Path) -> None:
    estate = opened(bundle(tmp_path / "b", pair("exchange_servers", rows=[server("EX1"), server("EDGE1", role="Edge")])))

    assert line(estate, "windows_services", "EX1").status is Status.MISSING
    assert line(estate, "windows_services", "dc").status is Status.MISSING
    assert line(estate, "accepted_domains", "EDGE1").status is Status.MISSING
    assert (line(estate, "mailboxes").tier, line(estate, "mailboxes").message) == ("extended", "nothing was collected")


def test_pair_that_was_collected_beyond_what_is_expected_stays(tmp_path: Path) -> None:
    late = dataset("late", source(versions=["SE"]))
    estate = opened(bundle(tmp_path / "b", pair("exchange_servers", rows=[server()]), pair("late", status="not-applicable", given=catalog(late))))

    assert [each for each in estate.coverage if each.dataset == "late"] == []
    estate = opened(tmp_path / "b", given=catalog(late))
    assert line(estate, "late").status is Status.NOT_APPLICABLE


def test_ratio_counts_pairs_of_the_tiers_asked_for(tmp_path: Path) -> None:
    pairs = [pair("exchange_servers", rows=[server()]), pair("accepted_domains"), pair("organization_config", status="not-applicable")]
    ratio = coverage_ratio(opened(bundle(tmp_path / "b", *pairs, tiers="core")), catalog())

    assert (ratio.collected, ratio.expected, ratio.counts) == (2, 6, "pairs")
    assert ratio.ratio == 2 / 6


def test_ratio_of_loose_exports_counts_core_datasets(tmp_path: Path) -> None:
    ratio = coverage_ratio(opened(loose(tmp_path, Get_ExchangeServer_xml=servers_export("EX1"))), catalog())

    assert (ratio.collected, ratio.expected, ratio.counts) == (1, 6, "datasets")


def test_nothing_expected_is_everything_collected(tmp_path: Path) -> None:
    only = Catalog({"mailboxes": catalog()["mailboxes"]})
    estate = opened(bundle(tmp_path / "b", pair("mailboxes", status="skipped", tier="core"), tiers="deep"), given=only)

    assert coverage_ratio(estate, only).ratio == 1.0
