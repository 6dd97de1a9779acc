"""What a check of the lint sees, and what it says: the pack with everything that its rules may name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from exposture.catalog.dataset import Dataset
from exposture.catalog.facts import Facts
from exposture.catalog.types import table_schema
from exposture.rulebook import sql
from exposture.rulebook.cases import Case, load_all_cases
from exposture.rulebook.load import Fault, LoadedRule, Rulebook
from exposture.rulebook.reads import COLLECTED, Reads, reads
from exposture.rulebook.site import SCHEMAS, load_choices

COLLECTED_COLUMNS = frozenset({"dataset", "target", "status", "is_known"})
DATA_DATES = ("data_dates", frozenset({"name", "data_date", "max_age_days"}))
FIXED_COLUMNS = ("server", "subject", "subject_key", "sub_key", "outcome", "reason", "severity", "is_default", "needs")


class Level(StrEnum):
    """Whether a finding of the lint stops a landing."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One thing that a check found; `line` counts in the file of `path`, None where it is not known."""

    message: str
    path: str
    rule_id: str | None = None
    line: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One text of SQL of the pack, a rule's query or a view, without comments; `first_line` is where it begins in its file."""

    path: str
    rule_id: str | None
    tokens: tuple[sql.Token, ...]
    first_line: int | None

    def problem(self, message: str, token: sql.Token | None = None) -> Problem:
        line = None if self.first_line is None or token is None else self.first_line + token.line - 1
        return Problem(message=message, path=self.path, rule_id=self.rule_id, line=line)


@dataclass(frozen=True, kw_only=True)
class Pack:
    """The rule pack and its surroundings.

    `data_columns` are the columns of each fact table (without `data_`), `choices` the names that `site_choices` may hold.
    Rules in draft are left out of `rules`; the other fields are as loaded.
    """

    book: Rulebook
    catalog: Mapping[str, Dataset]
    cases: Mapping[str, tuple[Case, ...]] = field(default_factory=dict)
    case_faults: tuple[Fault, ...] = ()
    data_columns: Mapping[str, frozenset[str]] = field(default_factory=dict)
    choices: frozenset[str] = frozenset()

    @cached_property
    def rules(self) -> tuple[LoadedRule, ...]:
        return tuple(loaded for loaded in self.book.rules if loaded.rule.status != "draft")

    @cached_property
    def asked(self) -> tuple[LoadedRule, ...]:
        """The rules that have a query."""
        return tuple(loaded for loaded in self.rules if loaded.rule.query)

    @cached_property
    def reads(self) -> Mapping[str, Reads]:
        return {loaded.rule.id: reads(loaded.rule, self.book.views_by_name, self.choices) for loaded in self.asked}

    @cached_property
    def texts(self) -> Mapping[str, Text]:
        """Each rule's query by its id, and each view by its name."""
        found = {view.name: Text(path=view.path, rule_id=None, tokens=sql.code(view.sql), first_line=None) for view in self.book.views}
        for loaded in self.asked:
            tokens = sql.code(loaded.rule.query)
            found[loaded.rule.id] = Text(path=loaded.path, rule_id=loaded.rule.id, tokens=tokens, first_line=loaded.query_line)
        return found

    @cached_property
    def tables(self) -> Mapping[str, frozenset[str]]:
        """Every table and view that SQL may name, with its columns; the views of a rule's own parameters are not among them."""
        found = {name: frozenset(table_schema(dataset).names) for name, dataset in self.catalog.items()}
        found |= {f"site_{name}": frozenset(columns) for name, columns in SCHEMAS.items()}
        found |= {f"data_{name}": columns for name, columns in self.data_columns.items()}
        found |= {view.name: frozenset(view.columns) for view in self.book.views}
        return found | {COLLECTED: COLLECTED_COLUMNS, DATA_DATES[0]: DATA_DATES[1]}

    def columns_given(self, rule_id: str) -> tuple[str, ...]:
        """Return the named columns of a rule's answer, the fixed ones included; empty for a rule without a query."""
        text = self.texts.get(rule_id)
        return () if text is None else tuple(name for name in sql.output_columns(text.tokens) if name is not None)


Run: TypeAlias = Callable[[Pack], Iterable[Problem]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One check: what holds (`title`), how bad it is where it does not, what to do about it."""

    code: str
    level: Level
    title: str
    advice: str
    run: Run


def of(loaded: LoadedRule, message: str) -> Problem:
    """Return a problem of a rule's file."""
    return Problem(message=message, path=loaded.path, rule_id=loaded.rule.id)


def error(code: str, title: str, advice: str, run: Run) -> Check:
    """Return a check whose findings stop a landing."""
    return Check(code=code, level=Level.ERROR, title=title, advice=advice, run=run)


def warning(code: str, title: str, advice: str, run: Run) -> Check:
    """Return a check whose findings are advice."""
    return Check(code=code, level=Level.WARNING, title=title, advice=advice, run=run)


def each_case(pack: Pack) -> Iterator[tuple[LoadedRule, Case]]:
    """Yield every case with its rule."""
    yield from ((loaded, case) for loaded in pack.rules for case in pack.cases.get(loaded.rule.id, ()))


def case_problem(loaded: LoadedRule, case: Case | None, message: str) -> Problem:
    """Return a problem of a cases file, naming the case."""
    return Problem(message=message if case is None else f"case {case.name!r}: {message}", path=loaded.cases_path, rule_id=loaded.rule.id)


def read_pack(book: Rulebook, catalog: Mapping[str, Dataset], facts: Facts) -> Pack:
    """Return a rulebook (loaded tolerantly, so that its faults are findings) with its cases and all that rules may name.

    Raises:
        PackageDataError: the pack's list of choices is missing or wrong.
    """
    cases, faults = load_all_cases(book)
    columns = {name: frozenset(table.column_names) for name, table in facts.tables.items()}
    return Pack(book=book, catalog=catalog, cases=cases, case_faults=faults, data_columns=columns, choices=frozenset(load_choices(book.root)))
