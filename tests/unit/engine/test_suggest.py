from __future__ import annotations

from typing import Any

import pytest

from exposture.catalog.load import load_catalog
from exposture.engine.suggest import suggestions
from exposture.errors import RuleQueryError
from exposture.model.estate import Estate
from exposture.rulebook.load import load_rulebook
from exposture.rulebook.site import SiteTable, empty_site, load_choices, load_site_tables
from exposture.workflows.audit import inputs_of, open_estate
from exposture.workflows.ruleset import load_ruleset
from tests.small import small_bundle
from tests.unit.engine.factories import book, estate, inputs, server, service, view


def found(of: Estate, query: str, sql: str = "SELECT name FROM windows_services WHERE state = 'Stopped'") -> dict[str, list[dict[str, Any]]]:
    tables = {"servers": SiteTable(question="?", example={}, suggest=query), "gateways": SiteTable(question="?", example={})}
    return suggestions(book(views=[view("stopped", sql)]), inputs(of), tables)


def test_tables_with_a_query_are_asked_and_null_is_left_out() -> None:
    of = estate({"windows_services": [service("A"), service("B", banner="hello")]}, servers=[server()])

    assert found(of, "SELECT name, banner, 'why' AS why FROM windows_services ORDER BY name") == {
        "servers": [{"name": "A", "why": "why"}, {"name": "B", "banner": "hello", "why": "why"}]
    }


def test_query_sees_views_facts_and_undeclared_answers() -> None:
    of = estate({"windows_services": [service("A", state="Stopped")]}, servers=[server()])
    query = "SELECT s.name, b.build, (SELECT count(*) FROM site_gateways) AS declared FROM stopped AS s CROSS JOIN data_builds AS b"

    assert found(of, query) == {"servers": [{"name": "A", "build": "15.2.1", "declared": 0}]}


def test_query_that_does_not_run_is_named() -> None:
    with pytest.raises(RuleQueryError, match="nowhere") as caught:
        found(estate(), "SELECT x FROM nowhere")

    assert caught.value.where is not None
    assert caught.value.where.path == "site_tables.yaml (servers)"


def test_every_query_of_the_package_runs_on_an_estate_without_rows(tmp_path: Any) -> None:
    catalog, ruleset = load_catalog(), load_ruleset()
    ground = inputs_of(ruleset, catalog, empty_site(), open_estate([small_bundle(tmp_path / "in")], catalog, ruleset.facts))
    tables = load_site_tables()

    assert set(suggestions(load_rulebook(), ground, tables)) == {name for name, table in tables.items() if table.suggest}
    assert set(load_choices()) == set(ground.choices)
