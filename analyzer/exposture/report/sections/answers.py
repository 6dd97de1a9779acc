"""What the analyst declared in site.yaml: verdicts lean on it, so the report prints it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from exposture.model.assessment import Head
from exposture.report import wording

ROWS_SHOWN = 20
ROWS_SHOWN_IN_ALL = 120
COLUMNS_SHOWN = 6
TABLES_SHOWN = 30
VALUE_LIMIT = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerTable:
    """One table of site.yaml; columns without any value are left out."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    more: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    rule_id: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """`parameters` are the thresholds that the rules were run with."""

    tables: tuple[AnswerTable, ...]
    parameters: tuple[Parameters, ...]
    parameters_more: str


def _table(title: str, rows: list[dict[str, Any]], shown: int) -> AnswerTable:
    used = {str(column) for row in rows for column, item in row.items() if item not in (None, [], "")}
    columns = sorted(used, key=lambda column: (column not in ("name", "server", "domain", "host", "path", "range", "sid"), column))[:COLUMNS_SHOWN]
    hidden = len(rows) - shown
    return AnswerTable(
        title=wording.line(title.removeprefix("site_"), 60),
        columns=tuple(wording.words(column) for column in columns),
        rows=tuple(
            tuple("not given" if row.get(column) in (None, []) else wording.line(wording.value(row[column]), VALUE_LIMIT) for column in columns)
            for row in rows[:shown]
        ),
        more=f"{wording.count(hidden, 'more row')} in results.json." if hidden > 0 else "",
    )


def _tables(head: Head) -> tuple[AnswerTable, ...]:
    """Return the tables of site.yaml, within bounds of rows for each and for all of them."""
    tables: list[AnswerTable] = []
    room = ROWS_SHOWN_IN_ALL
    for title, rows in sorted(head.site.items())[:TABLES_SHOWN]:
        if rows:
            tables.append(_table(title, rows, min(ROWS_SHOWN, room)))
            room -= len(tables[-1].rows)
    return tuple(tables)


def _parameters(parameters: Mapping[str, Mapping[str, Any]]) -> tuple[Parameters, ...]:
    return tuple(
        Parameters(
            rule_id=wording.line(rule_id, 20),
            text=wording.line("; ".join(f"{name} = {wording.value(item)}" for name, item in sorted(used.items())), 240),
        )
        for rule_id, used in sorted(parameters.items())
        if used
    )


def build(head: Head) -> Answers:
    """Return the declared answers and the parameters in use."""
    parameters = _parameters(head.profile.parameters)
    hidden = len(parameters) - 3 * ROWS_SHOWN
    return Answers(
        tables=_tables(head),
        parameters=parameters[: 3 * ROWS_SHOWN],
        parameters_more=f"{wording.count(hidden, 'more rule')} in results.json." if hidden > 0 else "",
    )
