"""A redacted estate as rules see it: which columns that the mode took away decide the answer of a rule.

Made once per run; it asks DuckDB for parse trees and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

import duckdb
import pyarrow as pa

from exposture.bundle.redaction_shapes import is_known
from exposture.bundle.redaction_words import SUFFIXES
from exposture.catalog.dataset import Dataset
from exposture.engine.calls import parse_tree
from exposture.engine.lineage.functions import Keeps
from exposture.engine.lineage.ranges import Node
from exposture.engine.lineage.taken import column_states
from exposture.engine.lineage.tree import Relation, UnknownShapeError, Walk
from exposture.engine.lineage.values import CLEAN, NULL, PLACES, Family, State, faithful
from exposture.model.estate import Estate
from exposture.rulebook import sql
from exposture.rulebook.reads import COLLECTED, Reads
from exposture.rulebook.views import View

UNREDACTED = "none"
PLAIN_HOSTS = frozenset({"*", "--", ".", "localhost"})
VERDICT = ("outcome", "needs", "severity", "is_default")
IDENTITY = ("server", "subject_key", "sub_key")
NAMED = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Lens:
    """`mode` is names or strict; `estate` the redacted tables, `others` site and fact tables by their name in SQL."""

    mode: str
    estate: Mapping[str, pa.Table]
    others: Mapping[str, pa.Table]
    catalog: Mapping[str, Dataset]
    views: Mapping[str, View]
    keeps: Keeps
    parse: Callable[[str], Node]
    states: dict[str, Relation] = field(default_factory=dict)
    trees: dict[str, Node] = field(default_factory=dict)

    def taken(self, query: str, reads: Reads, parameters: Mapping[str, pa.Table]) -> tuple[str, ...]:
        """Return the columns (`table.column`) that were taken away and decide a query's answer, sorted; those of a shape nobody knows all count."""

        def tables(name: str) -> Relation | None:
            return dict.fromkeys(parameters[name].column_names, CLEAN) if name in parameters else self.table(name)

        walk = Walk(tables=tables, views=self._view, keeps=self.keeps)
        try:
            found = walk.query(self.parse(query), {}, None)
            walk.decide([found[name] for name in VERDICT if name in found])
            walk.decide([found[name] for name in IDENTITY if name in found], State.TEXT)
        except (UnknownShapeError, LookupError, ValueError, TypeError):
            return self.mentioned(query, reads)
        return tuple(sorted(walk.decided))

    def mentioned(self, query: str, reads: Reads) -> tuple[str, ...]:
        """Return the columns that were taken away and that a query or its views mention, decisive or not."""
        texts = [query, *(self.views[name].sql for name in reads.views)]
        words = {token.name for text in texts for token in sql.code(text) if token.kind in sql.IDENTIFIERS}
        relations = [self.table(name) or {} for name in reads.datasets]
        return tuple(sorted({mark for relation in relations for name, value in relation.items() if name in words for mark in value.marks}))

    def _view(self, name: str) -> Node | None:
        if name not in self.views:
            return None
        if name not in self.trees:
            self.trees[name] = self.parse(self.views[name].sql)
        return self.trees[name]

    def table(self, name: str) -> Relation | None:
        """Return what is left of a table's columns; None for a table that nobody has."""
        if name not in self.states:
            found = self._states(name)
            if found is None:
                return None
            self.states[name] = found
        return self.states[name]

    def _states(self, name: str) -> Relation | None:
        if name in self.catalog and name in self.estate:
            return column_states(self.catalog[name], self.estate[name], self.mode, self._inputs(self.catalog[name]))
        if name not in self.others:
            return None
        table = self.others[name]
        value = CLEAN if table.num_rows else NULL  # nobody answered: no row can be compared with anything
        found = dict.fromkeys(table.column_names, value)
        return found | {"target": faithful(f"{COLLECTED}.target", Family.SERVER)} if name == COLLECTED else found

    def _inputs(self, dataset: Dataset) -> dict[str, Relation]:
        derived = dataset.derived_from
        if derived is None:
            return {}
        columns = [*(derived.compares or ()), *derived.joins, *(text for column in dataset.columns for text in column.made_of)]
        names = {text.partition(".")[0] for text in columns}
        if derived.compares is None:
            names |= {name for need in (*derived.required, *derived.optional) for name in need.split("|")}
        return {name: relation for name in sorted(names) if (relation := self.table(name)) is not None}


def lens_of(
    estate: Estate, catalog: Mapping[str, Dataset], others: Mapping[str, pa.Table], views: Collection[View], parse: Callable[[str], Node]
) -> Lens | None:
    """Return the lens of a redacted estate; None where nothing was redacted."""
    modes = {collection.redaction for collection in estate.collections} - {UNREDACTED}
    if not modes:
        return None
    return Lens(
        mode=max(modes),
        estate=estate.tables,
        others=others,
        catalog=catalog,
        views={view.name: view for view in views},
        keeps=keeps,
        parse=parse,
    )


def parser(connection: Callable[[], duckdb.DuckDBPyConnection]) -> Callable[[str], Node]:
    """Return what makes the parse tree of one SELECT, on the connection of the moment."""

    def parse(text: str) -> Node:
        node: Node = parse_tree(connection(), text)["statements"][0]["node"]
        return node

    return parse


def keeps(family: Family, text: str) -> bool:
    """Tell whether redaction leaves a text alone in values of a family, and makes it of no other text.

    Those are fixed targets, names that the product gives, public suffixes.
    """
    folded = text.casefold()
    if family is Family.SERVER and folded in PLACES:
        return True
    if family in {Family.HOST, Family.MAIL}:
        return folded in PLAIN_HOSTS or (folded.lstrip(".*@") in SUFFIXES and "." in folded)
    return family in {Family.SERVER, Family.NAME, Family.DN} and is_known(text)


def took(mode: str, columns: Collection[str]) -> str:
    """Return the reason of a rule that a mode made unknown."""
    shown = ", ".join(list(columns)[:NAMED])
    more = f" and {len(columns) - NAMED} more" if len(columns) > NAMED else ""
    return f"redaction mode {mode} took {shown}{more} away"
