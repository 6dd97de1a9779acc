"""What every declaration that travels with the package keeps to."""

from __future__ import annotations

import re
from functools import cache

import pytest

from exposture.catalog.dataset import TEXTUAL, ColumnClass, Dataset, Each, Holds, Source
from exposture.catalog.load import Catalog, load_catalog
from exposture.catalog.paths import parse_path

TIERS = ("core", "extended", "deep", "usage")
BY_HAND = {"dns_records", "iis_sites"}
"""A file that a person fills on another host, and another tool's view of web sites: the collector reads the configuration on disk."""

NEVER = {
    "getmailboxlog": "sends mail",
    "showrecoverypassword": "reveals",
    "includealternateserviceaccountcredentialpassword": "reveals",
    "recalculatehasactivesyncdevicepartnership": "writes",
    "includeextendeddomaininfo": "asks the network",
}


@cache
def packaged() -> Catalog:
    return load_catalog()


def collected() -> list[tuple[Dataset, Source]]:
    """Return the sources that the collector reads."""
    return [(dataset, source) for dataset in packaged().readable for source in dataset.sources if source.recognise is None]


def cmdlets() -> list[Dataset]:
    """Return the datasets that a cmdlet of Exchange or Windows gives."""
    return list({dataset.name: dataset for dataset, source in collected() if source.cmdlet is not None or dataset.recognise.types}.values())


def fan_outs() -> list[tuple[Dataset, Source, Each]]:
    return [(dataset, source, each) for dataset, source in collected() for each in source.each]


def test_the_collector_has_a_source_of_every_dataset_but_these() -> None:
    assert {dataset.name for dataset in packaged().readable} - {dataset.name for dataset, _ in collected()} == BY_HAND


@pytest.mark.parametrize(("dataset", "source", "each"), fan_outs())
def test_fan_out_goes_over_what_was_read_before_and_kept(dataset: Dataset, source: Source, each: Each) -> None:
    over = packaged()[each.dataset]
    kept = {text for column in over.columns for text in column.paths}

    assert over.name != dataset.name
    assert {each.path, *each.where, *each.add.values()} <= kept
    assert min(TIERS.index(one.tier) for one in over.sources) <= TIERS.index(source.tier)
    assert {one.target for one in over.sources} == {source.target}


@pytest.mark.parametrize(("dataset", "source", "each"), fan_outs())
def test_what_a_fan_out_adds_is_a_column(dataset: Dataset, source: Source, each: Each) -> None:
    paths = {text for column in dataset.columns for text in column.paths_of(source.id)}

    assert {name.partition(".")[0] for name in each.add} <= paths


def test_no_call_sends_writes_or_reveals() -> None:
    asked = {name.casefold() for _, source in collected() for one in (source.parameters, *source.again) for name in one}

    assert asked & NEVER.keys() == set()


def test_text_of_a_password_is_never_kept() -> None:
    columns = [column for dataset in packaged().readable for column in dataset.columns if column.type in TEXTUAL]
    telling = [column for column in columns if any(re.search("password|secret|credential", text, re.IGNORECASE) for text in column.paths)]

    assert {column.name for column in telling if column.column_class is not ColumnClass.SECRET} == set()
    assert telling != []


def test_url_of_an_exchange_object_is_redacted_as_one() -> None:
    urls = [column for dataset in cmdlets() for column in dataset.columns if column.name.endswith("_url")]

    assert {column.holds for column in urls} == {Holds.URL, Holds.SECRET}


def test_distinguished_name_of_an_exchange_object_is_redacted_as_one() -> None:
    own = [column for dataset in cmdlets() for column in dataset.columns if parse_path((column.paths or ["x"])[0]).last == "DistinguishedName"]

    assert {column.holds for column in own} == {Holds.DN}
    assert len(own) > 80


ALL_VERSIONS = frozenset({"2010", "2013", "2016", "2019", "SE"})


def versions_of(sources: list[Source]) -> frozenset[str]:
    return frozenset().union(*(ALL_VERSIONS if source.versions == "all" else source.versions for source in sources))


def roles_of(sources: list[Source]) -> frozenset[str]:
    return frozenset().union(*({"any"} if source.roles == "any" else source.roles for source in sources))


def results() -> list[tuple[Dataset, Source]]:
    """Return the sources that read a result of HealthChecker."""
    return [(dataset, source) for dataset in packaged().readable for source in dataset.sources if source.id.startswith("healthchecker")]


@pytest.mark.parametrize(("dataset", "source"), results(), ids=lambda one: one.name if isinstance(one, Dataset) else one.id)
def test_result_of_another_tool_makes_no_pair_expected_that_was_not(dataset: Dataset, source: Source) -> None:
    own = [one for one in dataset.sources if one.recognise is None]

    assert source.is_of_another_tool
    assert source.target in {one.target for one in own}
    assert versions_of([source]) <= versions_of(own)
    assert "any" in roles_of(own) or roles_of([source]) <= roles_of(own)
    assert source.tier == min((one.tier for one in own), key=TIERS.index)


@pytest.mark.parametrize(("dataset", "source"), results(), ids=lambda one: one.name if isinstance(one, Dataset) else one.id)
def test_result_of_another_tool_is_recognised_by_what_it_must_have(dataset: Dataset, source: Source) -> None:
    assert source.rows is not None
    assert source.recognise is not None
    assert all("!=]" in condition for condition in source.recognise.requires), "null and empty are no sign"
    assert (source.server is not None) == (source.target.value == "server")
