"""Judge one rule on one connection: parameters in, checked rows out, missing data weighed.

Shared by the run over an estate and by the cases of a rule, so that both mean the same.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

import pyarrow as pa
import pyarrow.compute as pc

from exposture.catalog.dataset import Dataset
from exposture.engine.database import Database
from exposture.engine.ground import Ground
from exposture.engine.lineage.lens import Lens, took
from exposture.engine.query import AS_OF, ParameterValue, Question
from exposture.engine.results import Shown, evidence_properties, left_out_columns
from exposture.engine.rows import UNREDACTED, evidence_names, rows_of
from exposture.engine.semantics import Judged, asked_of, is_uncollected, judge, question_rows, unknown_rows
from exposture.engine.words import check_placeholders
from exposture.errors import RuleQueryError
from exposture.model.results import EvidenceValue
from exposture.rulebook.load import LoadedRule, Rulebook
from exposture.rulebook.parameters import TypedValue, parameter_table
from exposture.rulebook.profiles import Profile, parameters_for, severity_for
from exposture.rulebook.reads import Reads, reads
from exposture.rulebook.rule import Rule
from exposture.rulebook.site import Site
from exposture.rulebook.views import View

PARAMETER_TABLE = "param_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What all rules are judged by; `as_of` is naive UTC, None where the time of the data is unknown.

    `lens` says what redaction took away; None where nothing was redacted.
    """

    ground: Ground
    catalog: Mapping[str, Dataset]
    site: Site
    profile: Profile
    as_of: datetime | None
    timeout_seconds: float
    lens: Lens | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A rule with what it reads and its parameters under the profile."""

    loaded: LoadedRule
    reads: Reads
    parameters: Mapping[str, TypedValue]

    @property
    def rule(self) -> Rule:
        return self.loaded.rule


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The final rows of a rule, and the evidence columns of its query in order."""

    judged: list[Judged]
    columns: tuple[str, ...]


def prepare(loaded: LoadedRule, rulebook: Rulebook, profile: str, choices: Collection[str]) -> Prepared:
    """Return a rule ready to be asked under a profile.

    Raises:
        RuleSyntaxError: a parameter does not have its type.
    """
    return Prepared(loaded=loaded, reads=reads(loaded.rule, rulebook.views_by_name, choices), parameters=parameters_for(loaded.rule, profile))


def used_views(rulebook: Rulebook, read: Iterable[Reads]) -> list[View]:
    """Return every view that somebody reads, those first that others are made of."""
    wanted = {name for one in read for name in one.views}
    return [view for view in rulebook.views if view.name in wanted]


def answer(database: Database, context: Context, prepared: Prepared, tables: Mapping[str, pa.Table]) -> Answer:
    """Return what a rule says; `tables` are those that it may read, by name.

    Raises:
        RuleQueryError: the query cannot run or returns what it must not.
    """
    rule = prepared.rule
    asked = asked_of(rule)
    if strange := [name for name in rule.datasets if name not in context.catalog]:
        raise RuleQueryError(f"the catalog has no dataset {', '.join(strange)}", where=question(prepared, context.as_of).where)
    if rule.kind == "manual":
        return Answer(judged=question_rows(asked, rule.question, context.ground), columns=())
    if is_uncollected(asked, context.ground) and not _any_rows(prepared, tables):
        return Answer(judged=judge(asked, [], context.ground), columns=())
    if context.lens is not None:
        return _redacted_answer(database, context, prepared, tables, context.lens)
    return _answer(database, context, prepared, tables)


def _redacted_answer(database: Database, context: Context, prepared: Prepared, tables: Mapping[str, pa.Table], lens: Lens) -> Answer:
    """Return what a rule says of redacted data: unknown where what was taken away decides, or where the query cannot run on what is left.

    Raises:
        RuleQueryError: the query cannot run, and redaction has no part in it.
    """
    rule = prepared.rule
    lost = lens.taken(rule.query, prepared.reads, parameter_tables(prepared))
    if not lost:
        try:
            return _answer(database, context, prepared, tables)
        except RuleQueryError:
            lost = lens.mentioned(rule.query, prepared.reads)
            if not lost:
                raise
    return Answer(judged=unknown_rows(asked_of(rule), took(lens.mode, lost), context.ground), columns=())


def _answer(database: Database, context: Context, prepared: Prepared, tables: Mapping[str, pa.Table]) -> Answer:
    rule, asked = prepared.rule, asked_of(prepared.rule)
    result = ask_query(database, prepared, context.as_of, context.timeout_seconds)
    columns = evidence_names(result.column_names)
    check_placeholders(rule.message, columns, prepared.parameters)
    mode = UNREDACTED if context.lens is None else context.lens.mode
    rows = rows_of(result, frozenset(rule.datasets), mode=mode, are_keys_repeated=_are_keys_repeated(result, prepared, tables))
    return Answer(judged=judge(asked, rows, context.ground), columns=columns)


def _are_keys_repeated(result: pa.Table, prepared: Prepared, tables: Mapping[str, pa.Table]) -> bool:
    """Tell whether rows of one identity may come from data that hold a key twice, and not from the rule."""
    if len(result.column_names) != len(set(result.column_names)) or "subject_key" not in result.column_names or not _repeats(result, "subject_key"):
        return False
    names = {*prepared.reads.datasets, *prepared.rule.datasets}
    return any(_repeats(tables[name], "key") for name in sorted(names) if name in tables)


def _repeats(table: pa.Table, column: str) -> bool:
    return bool(pc.count_distinct(table.column(column)).as_py() < table.num_rows)


def _any_rows(prepared: Prepared, tables: Mapping[str, pa.Table]) -> bool:
    names = {*prepared.reads.datasets, *prepared.rule.datasets}
    return any(name in tables and tables[name].num_rows for name in names)


def ask_query(database: Database, prepared: Prepared, as_of: datetime | None, timeout_seconds: float) -> pa.Table:
    """Return the unchecked result of a rule's query.

    Raises:
        RuleQueryError: the query, or a view that it reads, cannot run.
    """
    for name in prepared.reads.views:
        if name in database.broken:
            raise database.broken[name]
    with _parameter_tables(database, prepared):
        return database.ask(question(prepared, as_of), timeout_seconds=timeout_seconds)


def question(prepared: Prepared, as_of: datetime | None) -> Question:
    """Return a rule's query with its scalar parameters and `$as_of`."""
    kinds = {name: parameter.type for name, parameter in prepared.rule.parameters.items() if parameter.type != "table"}
    values: dict[str, ParameterValue] = {AS_OF: as_of}
    values |= {name: scalar(prepared.parameters[name]) for name in kinds}
    return Question(
        text=prepared.rule.query, values=values, types={**kinds, AS_OF: AS_OF}, path=prepared.loaded.path, line=prepared.loaded.query_line
    )


def scalar(value: TypedValue) -> bool | int | float | str | list[str] | None:
    """Return a parameter's value that is no table."""
    return [str(item) for item in value] if isinstance(value, list) else value


@contextmanager
def _parameter_tables(database: Database, prepared: Prepared) -> Iterator[None]:
    """Show the table parameters of one rule as `param_<name>` while it runs: two rules may use one name."""
    tables = parameter_tables(prepared)
    database.show(tables)
    try:
        yield
    finally:
        database.hide(tables)


def parameter_tables(prepared: Prepared) -> dict[str, pa.Table]:
    """Return the table parameters by their name in SQL."""
    declared = prepared.rule.parameters
    rows = {name: value for name, value in prepared.parameters.items() if declared[name].type == "table" and isinstance(value, list)}
    return {
        f"{PARAMETER_TABLE}{name}": parameter_table(declared[name], [row for row in value if isinstance(row, dict)]) for name, value in rows.items()
    }


def shared(prepared: Prepared, context: Context, columns: tuple[str, ...]) -> Shown:
    """Return what the results of one rule have in common."""
    rule = prepared.rule
    scalars: dict[str, EvidenceValue] = {name: scalar(value) for name, value in prepared.parameters.items() if rule.parameters[name].type != "table"}
    return Shown(
        rule=rule,
        severity=severity_for(rule, context.profile),
        left_out=left_out_columns(rule, columns, context.catalog),
        properties=evidence_properties(rule, columns, context.catalog),
        undeclared=tuple(name for name in prepared.reads.answers if name not in context.site.declared),
        parameters=scalars,
    )
