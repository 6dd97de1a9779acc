"""The part of the lint that needs the engine: views and queries bind, answers have the right columns, SQL only reads.

Everything runs on the full schema without a row. The checks join those of `rulebook.lint`:
`lint(pack, exclusions, (*all_checks(), *sql_checks(pack, facts)))`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from typing import Any

import duckdb
import pyarrow as pa

from exposture.catalog.facts import Facts
from exposture.catalog.types import table_schema
from exposture.engine.calls import parse_tree, refused_calls
from exposture.engine.database import Database
from exposture.engine.ground import Ground
from exposture.engine.judging import Prepared, ask_query, prepare
from exposture.engine.query import SECONDS
from exposture.engine.rows import evidence_names, rows_of
from exposture.engine.tables import collected_table, data_dates, with_prefix
from exposture.engine.words import check_placeholders
from exposture.errors import ExpostureError
from exposture.rulebook.load import LoadedRule
from exposture.rulebook.pack import Check, Pack, Problem, Run, error, of
from exposture.rulebook.reads import COLLECTED
from exposture.rulebook.site import empty_site

READING_NODES = frozenset({"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Problems by check."""

    views: list[Problem] = field(default_factory=list)
    queries: list[Problem] = field(default_factory=list)
    answers: list[Problem] = field(default_factory=list)
    texts: list[Problem] = field(default_factory=list)
    nodes: list[Problem] = field(default_factory=list)
    calls: list[Problem] = field(default_factory=list)


def sql_checks(pack: Pack, facts: Facts) -> tuple[Check, ...]:
    """Return the checks of a pack; its SQL is bound once, here."""
    found = Found()
    with closing(Database(_empty_tables(pack, facts), pack.book.views)) as database:
        found.views.extend(_view_problems(pack, database))
        for view in pack.book.views:
            place = Problem(message="", path=view.path)
            found.nodes.extend(_node_problems(database.connection, view.sql, place))
            found.calls.extend(_call_problems(database.connection, view.sql, place))
        for loaded in pack.asked:
            _check_rule(pack, database, loaded, found)
    return (
        error("L100", "Views bind and give the columns of their header", "run them on the columns of the catalog", _always(found.views)),
        error("L101", "Queries run on empty tables", "read columns that exist and compare values of one type", _always(found.queries)),
        error("L102", "Answers have the columns and types that the engine takes", "see design, section 4", _always(found.answers)),
        error("L103", "Messages and evidence name columns of the answer", "give the column in the query", _always(found.texts)),
        error("L104", "SQL only reads, and lists its columns", "write SELECT with named columns", _always(found.nodes)),
        error("L105", "SQL calls what it may call", "take a function of docs/functions.csv", _always(found.calls)),
    )


def _always(problems: list[Problem]) -> Run:
    return lambda _: problems


def _empty_tables(pack: Pack, facts: Facts) -> dict[str, pa.Table]:
    datasets = {name: table_schema(dataset).empty_table() for name, dataset in pack.catalog.items()}
    known = with_prefix("data_", {name: table.schema.empty_table() for name, table in facts.tables.items()}, None)
    dates = {"data_dates": data_dates({}, {}), COLLECTED: collected_table((), Ground(servers={}, lines={}, scopes={}))}
    return datasets | known | dates | dict(empty_site().tables)


def _view_problems(pack: Pack, database: Database) -> Iterator[Problem]:
    for view in pack.book.views:
        if view.name in database.broken:
            yield Problem(message=database.broken[view.name].message, path=view.path)
            continue
        columns = tuple(database.connection.sql(f'SELECT * FROM "{view.name}"').columns)  # noqa: S608  # a view's name is checked to be one
        if columns != view.columns:
            yield Problem(message=f"gives {', '.join(columns)}; the header says {', '.join(view.columns)}", path=view.path)


def _check_rule(pack: Pack, database: Database, loaded: LoadedRule, found: Found) -> None:
    """Add what is wrong with one rule; a query that does not run has no answer to check."""
    found.nodes.extend(_node_problems(database.connection, loaded.rule.query, of(loaded, "")))
    if calls := list(_call_problems(database.connection, loaded.rule.query, of(loaded, ""), loaded.query_line)):
        found.calls.extend(calls)
        return
    try:
        prepared = prepare(loaded, pack.book, "default", pack.choices)
        result = ask_query(database, prepared, None, SECONDS)
    except ExpostureError as fault:
        found.queries.append(_placed(loaded, fault))
        return
    try:
        rows_of(result, frozenset(loaded.rule.datasets))
    except ExpostureError as fault:
        found.answers.append(_placed(loaded, fault))
    found.texts.extend(_text_problems(prepared, evidence_names(result.column_names)))


def _placed(loaded: LoadedRule, fault: ExpostureError) -> Problem:
    line = None if fault.where is None else fault.where.line
    return Problem(message=fault.message, path=loaded.path, rule_id=loaded.rule.id, line=line)


def _text_problems(prepared: Prepared, columns: tuple[str, ...]) -> Iterator[Problem]:
    if strange := sorted(prepared.rule.evidence.keys() - set(columns)):
        yield of(prepared.loaded, f"evidence names {', '.join(strange)}, which the query does not give")
    try:
        check_placeholders(prepared.rule.message, columns, prepared.parameters)
    except ExpostureError as fault:
        yield of(prepared.loaded, fault.message)


def _node_problems(connection: duckdb.DuckDBPyConnection, text: str, place: Problem) -> Iterator[Problem]:
    with suppress(ValueError):  # what has no tree does not run either, and L100 and L101 say why
        for message in sorted(set(_faulty_nodes(parse_tree(connection, text)))):
            yield replace(place, message=message)


def _call_problems(connection: duckdb.DuckDBPyConnection, text: str, place: Problem, line: int | None = None) -> Iterator[Problem]:
    """Yield each call that is not allowed; `line` is the one on which the text begins in its file."""
    with suppress(ValueError):
        for call in refused_calls(parse_tree(connection, text), text):
            found = None if line is None or call.line is None else line + call.line - 1
            yield replace(place, message=str(call), line=found)


def _faulty_nodes(node: Any) -> Iterator[str]:  # the parse tree is JSON
    """Yield a sentence for each part that writes and for each `SELECT *`."""
    if isinstance(node, Mapping):
        kind = str(node.get("type", ""))
        if kind.endswith("_NODE") and kind not in READING_NODES:
            yield f"{kind.removesuffix('_NODE').replace('_', ' ').lower()} stands inside the query"
        if node.get("class") == "STAR":
            yield "a SELECT takes all columns"
    for child in node.values() if isinstance(node, Mapping) else node if isinstance(node, list) else ():
        yield from _faulty_nodes(child)
