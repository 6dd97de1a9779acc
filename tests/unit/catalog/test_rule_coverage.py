"""docs/collector-rules.csv says what gathers the facts of each core rule; here it is held against the catalog and the rules."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from exposture.bundle.expected import TIERS
from exposture.catalog.load import Catalog, load_catalog
from exposture.rulebook.load import Rulebook, load_rulebook

TABLE = Path(__file__).parents[3] / "docs" / "collector-rules.csv"
REASONS = {"needs a person", "DNS", "a test message", "not exposed read-only"}
NOT_CORE = {"TIM-007"}
"""Rules that are built and are of another tier than core."""

Line = dict[str, str]


@cache
def catalog() -> Catalog:
    return load_catalog()


@cache
def rulebook() -> Rulebook:
    return load_rulebook()


@cache
def lines() -> tuple[Line, ...]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return tuple(csv.DictReader(stream))


def raw(name: str) -> Iterator[str]:
    """Yield what a dataset is read from, through derived tables."""
    dataset = catalog()[name]
    if dataset.derived_from is None:
        yield name
        return
    for need in (*dataset.derived_from.required, *dataset.derived_from.optional):
        for one in need.split("|"):
            yield from raw(one)


def test_each_line_names_a_dataset_of_the_catalog_with_its_columns() -> None:
    for line in lines():
        if line["dataset"]:
            known = {column.name for column in catalog()[line["dataset"]].columns}
            assert set(line["columns"].split()) <= known, line
            assert line["columns"], line


def test_each_line_has_the_tier_that_gathers_it_or_a_reason_of_the_closed_list() -> None:
    for line in lines():
        assert (line["reason"] in REASONS) != bool(line["tier"]), line
        if line["tier"]:
            own = [source for source in catalog()[line["dataset"]].sources if source.recognise is None]
            assert line["tier"] == min((source.tier for source in own), key=TIERS.index), line


def test_no_line_stands_twice() -> None:
    assert len({(line["rule"], line["dataset"]) for line in lines()}) == len(lines())


def test_each_core_rule_that_is_built_stands_in_the_table() -> None:
    assert {loaded.rule.id for loaded in rulebook().rules} - {line["rule"] for line in lines()} == NOT_CORE


@pytest.mark.parametrize("rule_id", sorted({loaded.rule.id for loaded in rulebook().rules} - NOT_CORE))
def test_rule_that_is_built_reads_what_the_table_says(rule_id: str) -> None:
    loaded = next(one for one in rulebook().rules if one.rule.id == rule_id)
    said = {line["dataset"] for line in lines() if line["rule"] == rule_id}
    asked = {name for dataset in loaded.rule.datasets for name in raw(dataset)}
    gathered = {name for name in asked if any(source.recognise is None for source in catalog()[name].sources)}

    assert gathered - said == set()
