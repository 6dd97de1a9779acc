"""Run the rules of a pack on an estate: one locked connection, one table of results.

A rule that cannot be judged is an error of its own and stops no other. Nothing here reads a clock or a file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace

import pyarrow as pa

from exposture.catalog.dataset import Dataset
from exposture.catalog.facts import Facts
from exposture.engine.database import Database
from exposture.engine.ground import ORG, Ground, ground_of, scope_of
from exposture.engine.judging import Context, Prepared, answer, prepare, shared, used_views
from exposture.engine.lineage.lens import lens_of, parser
from exposture.engine.query import SECONDS
from exposture.engine.results import Shown, merged, results_table
from exposture.engine.semantics import Judged, made_row
from exposture.engine.tables import collected_table, data_dates, with_prefix
from exposture.errors import RuleError
from exposture.model.estate import Estate
from exposture.model.outcome import Outcome
from exposture.rulebook.load import Fault, LoadedRule, Rulebook
from exposture.rulebook.profiles import Profile, profile_named, severity_for
from exposture.rulebook.reads import COLLECTED
from exposture.rulebook.site import Site

Progress = Callable[[int, int, str], None]
"""Called after each rule: how many are done, how many there are, the rule's id."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """Everything that rules are asked about; `choices` are the names that `site_choices` may hold."""

    estate: Estate
    facts: Facts
    catalog: Mapping[str, Dataset]
    site: Site
    choices: Collection[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unjudged:
    """A rule that cannot be asked at all."""

    loaded: LoadedRule
    error: RuleError


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What a run says.

    `results` has the schema RESULTS, in its order; `rule_errors` are the rules that could not be judged, by id;
    `left_out` says by id why a rule was not asked.
    """

    results: pa.Table
    rule_errors: tuple[Fault, ...]
    left_out: Mapping[str, str]


def run_rules(
    rulebook: Rulebook, inputs: Inputs, profile: str = "default", *, timeout_seconds: float = SECONDS, progress: Progress | None = None
) -> Findings:
    """Return what the rules of a pack say about an estate.

    Raises:
        ProfileError: no profile has that name.
    """
    chosen = profile_named(profile, rulebook.profiles)
    left_out = {loaded.rule.id: why for loaded in rulebook.rules if (why := why_left_out(loaded, chosen))}
    asked = [loaded for loaded in rulebook.rules if loaded.rule.id not in left_out]
    context = _context(inputs, chosen, timeout_seconds)
    tables, faults = _tables(rulebook, [_prepared(loaded, rulebook, profile, inputs) for loaded in asked], inputs, context, progress)
    causes = {loaded.rule.id: loaded.rule.because_of for loaded in asked}
    return Findings(results=merged(tables, causes), rule_errors=tuple(faults), left_out=left_out)


def why_left_out(loaded: LoadedRule, profile: Profile) -> str | None:
    """Return why a rule is not asked: an alias, a draft, or switched off by the profile; None where it is."""
    rule = loaded.rule
    if rule.status == "alias":
        return f"{rule.alias_of} judges this fact"
    return "a draft, not yet proven" if rule.status == "draft" else profile.off.get(rule.id)


def _context(inputs: Inputs, profile: Profile, timeout_seconds: float) -> Context:
    scopes = {name: scope_of(dataset) for name, dataset in inputs.catalog.items()}
    return Context(
        ground=ground_of(inputs.estate, scopes),
        catalog=inputs.catalog,
        site=inputs.site,
        profile=profile,
        as_of=inputs.estate.as_of,
        timeout_seconds=timeout_seconds,
    )


def _prepared(loaded: LoadedRule, rulebook: Rulebook, profile: str, inputs: Inputs) -> Prepared | Unjudged:
    try:
        return prepare(loaded, rulebook, profile, inputs.choices)
    except RuleError as error:
        return Unjudged(loaded=loaded, error=error)


def _tables(
    rulebook: Rulebook, prepared: Sequence[Prepared | Unjudged], inputs: Inputs, context: Context, progress: Progress | None
) -> tuple[list[pa.Table], list[Fault]]:
    ready = [one for one in prepared if isinstance(one, Prepared)]
    visible = visible_tables(inputs, context.ground, {name for one in ready for name in (*one.reads.tables, *one.rule.datasets)})
    tables: list[pa.Table] = []
    faults: list[Fault] = []
    with closing(Database(visible, used_views(rulebook, [one.reads for one in ready]))) as database:
        context = replace(context, lens=lens_of(inputs.estate, inputs.catalog, visible, rulebook.views, parser(lambda: database.connection)))
        for done, one in enumerate(prepared, start=1):
            table, fault = _results(database, context, one, visible)
            tables.append(table)
            faults += [] if fault is None else [fault]
            if progress is not None:
                progress(done, len(prepared), one.loaded.rule.id)
    return tables, faults


def visible_tables(inputs: Inputs, ground: Ground, wanted: Collection[str]) -> dict[str, pa.Table]:
    """Return the tables that somebody wants, by their name in SQL, and `collected` and `data_dates` always."""
    dates = {"data_dates": data_dates(inputs.facts.dates, inputs.facts.max_age_days)}
    datasets = {name: table for name, table in inputs.estate.tables.items() if name in wanted}
    facts = with_prefix("data_", inputs.facts.tables, wanted)
    answers = with_prefix("site_", inputs.site.tables, wanted)
    return datasets | facts | answers | dates | {COLLECTED: collected_table(inputs.catalog, ground)}


def _results(database: Database, context: Context, one: Prepared | Unjudged, visible: Mapping[str, pa.Table]) -> tuple[pa.Table, Fault | None]:
    if isinstance(one, Unjudged):
        return error_results(one.loaded, one.error, context)
    try:
        said = answer(database, context, one, visible)
    except RuleError as error:
        return error_results(one.loaded, error, context)
    except MemoryError:
        return error_results(one.loaded, RuleError("it takes more memory than a rule may"), context)
    return results_table(shared(one, context, said.columns), said.judged, context.ground), None


def error_results(loaded: LoadedRule, error: RuleError, context: Context) -> tuple[pa.Table, Fault]:
    """Return the one row of a rule that could not be judged, and the fault."""
    row = made_row(ORG, Outcome.ERROR, f"the rule could not be judged: {error.message}", "error")
    bare = Shown(rule=loaded.rule, severity=severity_for(loaded.rule, context.profile))
    fault = Fault(path=loaded.path, message=error.message, where=error.where, rule_id=loaded.rule.id, area=loaded.area)
    return results_table(bare, [Judged(row=row, leans_on=())], context.ground), fault
