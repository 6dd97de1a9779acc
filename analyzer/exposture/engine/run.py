"""Run the rules of a pack on an estate: one locked connection, one table of results.

A rule that cannot be judged is an error of its own and stops no other. Nothing here reads a clock or a file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import duckdb
import pyarrow as pa

from exposture.catalog.dataset import Dataset
from exposture.catalog.facts import Facts
from exposture.engine.connection import connect, create_views, lock, register
from exposture.engine.ground import ORG, Ground, ground_of, scope_of
from exposture.engine.query import AS_OF, ParameterValue, Question, ask
from exposture.engine.results import Shown, evidence_properties, left_out_columns, merged, results_table
from exposture.engine.rows import Row, evidence_names, rows_of
from exposture.engine.semantics import Judged, asked_of, is_uncollected, judge, made_row, question_rows
from exposture.engine.tables import collected_table, data_dates, with_prefix
from exposture.engine.words import check_placeholders
from exposture.errors import RuleError, RuleQueryError
from exposture.model.estate import Estate
from exposture.model.outcome import Outcome
from exposture.rulebook.load import Fault, LoadedRule, Rulebook
from exposture.rulebook.parameters import TypedValue, parameter_table
from exposture.rulebook.profiles import parameters_for, profile_named, severity_for
from exposture.rulebook.reads import Reads, reads
from exposture.rulebook.rule import Rule
from exposture.rulebook.site import Site

RUN_STATUSES = frozenset({"stable", "deprecated"})
Progress = Callable[[int, int, str], None]
"""Called after each rule: how many are done, how many there are, the rule's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """`results` has the schema RESULTS, in its order; `rule_errors` the rules that could not be judged, by id; `left_out` why a rule was not asked."""

    results: pa.Table
    rule_errors: tuple[Fault, ...]
    left_out: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything that rules are asked about; `choices` are the names that `site_choices` may hold."""

    estate: Estate
    facts: Facts
    catalog: Mapping[str, Dataset]
    site: Site
    choices: Collection[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A rule ready to be asked: what it reads, and its parameters under the profile."""

    loaded: LoadedRule
    reads: Reads
    parameters: Mapping[str, TypedValue]

    @property
    def rule(self) -> Rule:
        return self.loaded.rule


def run_rules(
    rulebook: Rulebook,
    inputs: Inputs,
    profile: str = "default",
    *,
    timeout_seconds: float = 10.0,
    progress: Progress | None = None,
) -> Findings:
    """Return what the rules of a pack say about an estate.

    Raises:
        ProfileError: no profile has that name.
    """
    session = open_session(rulebook, inputs, profile, timeout_seconds=timeout_seconds)
    tables: list[pa.Table] = []
    errors: list[Fault] = []
    for done, loaded in enumerate(session.asked, start=1):
        table, fault = session.judge(loaded)
        tables.append(table)
        errors += [] if fault is None else [fault]
        if progress is not None:
            progress(done, len(session.asked), loaded.rule.id)
    session.connection.close()
    causes = {loaded.rule.id: loaded.rule.because_of for loaded in session.asked}
    return Findings(results=merged(tables, causes), rule_errors=tuple(errors), left_out=session.left_out)
