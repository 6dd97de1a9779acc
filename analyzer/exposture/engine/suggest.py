"""Ask a bundle what site.yaml might say: suggestions, never declarations."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from typing import Any

from exposture.engine.database import Database
from exposture.engine.ground import ground_of, scope_of
from exposture.engine.query import SECONDS, Question
from exposture.engine.run import Inputs, visible_tables
from exposture.rulebook.load import Rulebook
from exposture.rulebook.site import SiteTable


def suggestions(rulebook: Rulebook, inputs: Inputs, tables: Mapping[str, SiteTable]) -> dict[str, list[dict[str, Any]]]:
    """Return the rows that each table's `suggest` query finds, by the table's key in site.yaml; with `why` in each row.

    Raises:
        RuleQueryError: a query of the package does not run.
    """
    asked = {name: table.suggest for name, table in tables.items() if table.suggest}
    everything = {*inputs.estate.tables, *inputs.site.tables, *(f"data_{name}" for name in inputs.facts.tables)}
    ground = ground_of(inputs.estate, {name: scope_of(dataset) for name, dataset in inputs.catalog.items()})
    with closing(Database(visible_tables(inputs, ground, everything), rulebook.views)) as database:
        return {name: _rows(database.ask(_question(name, text), timeout_seconds=SECONDS).to_pylist()) for name, text in asked.items()}


def _question(name: str, text: str) -> Question:
    return Question(text=text, values={}, types={}, path=f"site_tables.yaml ({name})")


def _rows(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: value for name, value in row.items() if value is not None} for row in rows]
