"""Run the cases of a rule: small tables in, the complete list of verdicts compared.

One locked connection per rule that holds only the rule's own inputs; its tables are replaced for each case, its
views stay. Derive never runs: a case gives derived tables as they are.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeAlias

import pyarrow as pa

from exposture.catalog.cases_rows import rows_from_cases
from exposture.catalog.dataset import Dataset
from exposture.catalog.facts import Facts
from exposture.catalog.types import table_schema
from exposture.engine.database import Database
from exposture.engine.ground import ORG, SERVERS, Ground, Scope, ground_of, scope_of
from exposture.engine.judging import Context, Prepared, answer, prepare, shared, used_views
from exposture.engine.query import SECONDS
from exposture.engine.results import Shown, message_of, severity_of
from exposture.engine.rows import Row
from exposture.engine.tables import collected_table, data_dates, with_prefix
from exposture.errors import ExpostureError, Location, RuleSyntaxError
from exposture.model.coverage import CoverageLine, Status
from exposture.model.estate import Estate
from exposture.model.outcome import Outcome
from exposture.rulebook.cases import Case, Expected, newest_builds
from exposture.rulebook.load import LoadedRule, Rulebook
from exposture.rulebook.parameters import TypedValue, typed_value
from exposture.rulebook.profiles import parameters_for, profile_named
from exposture.rulebook.reads import COLLECTED
from exposture.rulebook.site import Choice, Site, empty_site, range_reader, read_site

Found: TypeAlias = "tuple[str | None, str, str, str | None]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What cases are run with; `choices` is the closed list of `site_choices`."""

    rulebook: Rulebook
    catalog: Mapping[str, Dataset]
    facts: Facts
    choices: Mapping[str, Choice]
    timeout_seconds: float = SECONDS


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseResult:
    """One case after its run; no problem means that the rule answered what the case expects."""

    rule_id: str
    path: str
    name: str
    problems: tuple[str, ...]

    @property
    def is_passed(self) -> bool:
        return not self.problems

    def __str__(self) -> str:
        lines = [f"{self.rule_id} {self.name!r} in {self.path}: {'passed' if self.is_passed else 'failed'}", *self.problems]
        return "\n  ".join(lines)


def run_cases(bench: Bench, loaded: LoadedRule, cases: Sequence[Case]) -> list[CaseResult]:
    """Return what became of each case of one rule, in order."""
    try:
        prepared = prepare(loaded, bench.rulebook, "default", bench.choices)
    except ExpostureError as error:
        return [_result(loaded, case, [str(error)]) for case in cases]
    scopes = {name: scope_of(dataset) for name, dataset in bench.catalog.items()}
    with closing(Database(_standing_tables(bench, prepared), used_views(bench.rulebook, [prepared.reads]), threads=1)) as database:
        return [_result(loaded, case, list(_problems(bench, database, scopes, prepared, case))) for case in cases]


def _result(loaded: LoadedRule, case: Case, problems: Sequence[str]) -> CaseResult:
    return CaseResult(rule_id=loaded.rule.id, path=loaded.cases_path, name=case.name, problems=tuple(problems))


def _standing_tables(bench: Bench, prepared: Prepared) -> dict[str, pa.Table]:
    """Return the tables that views bind to: facts as they are, datasets and answers empty."""
    wanted = set(prepared.reads.tables)
    dates = {"data_dates": data_dates(bench.facts.dates, bench.facts.max_age_days)}
    facts = with_prefix("data_", bench.facts.tables, wanted)
    datasets = {name: table_schema(bench.catalog[name]).empty_table() for name in _datasets(bench, prepared)}
    nothing = Ground(servers={}, lines={}, scopes={})
    return facts | datasets | with_prefix("site_", empty_site().tables, wanted) | dates | {COLLECTED: collected_table((), nothing)}


def _datasets(bench: Bench, prepared: Prepared) -> list[str]:
    """Return the datasets that a rule reads or names, and the list of servers."""
    return [name for name in sorted({SERVERS, *prepared.reads.datasets, *prepared.rule.datasets}) if name in bench.catalog]


def _problems(bench: Bench, database: Database, scopes: Mapping[str, Scope], prepared: Prepared, case: Case) -> Iterator[str]:
    try:
        found, common = _judged(bench, database, scopes, prepared, case)
    except ExpostureError as error:
        yield str(error)
        return
    yield from differences(case.expect, found, common)


def _judged(bench: Bench, database: Database, scopes: Mapping[str, Scope], prepared: Prepared, case: Case) -> tuple[list[Row], Shown]:
    tables = _case_tables(bench, prepared, case)
    context = Context(
        ground=ground_of(_estate(tables, _coverage(tables, scopes, case), case), scopes),
        catalog=bench.catalog,
        site=_site(bench, prepared, case),
        profile=profile_named(case.profile, bench.rulebook.profiles),
        as_of=case.as_of,
        timeout_seconds=bench.timeout_seconds,
    )
    asked = replace(prepared, parameters=_parameters(prepared, case))
    answers = with_prefix("site_", context.site.tables, set(prepared.reads.tables))
    database.show(tables | answers | {COLLECTED: collected_table({*tables, *case.status}, context.ground)})
    said = answer(database, context, asked, tables)
    return [one.row for one in said.judged], shared(asked, context, said.columns)


def _case_tables(bench: Bench, prepared: Prepared, case: Case) -> dict[str, pa.Table]:
    names = _datasets(bench, prepared)
    readable = bench.catalog if prepared.reads.uses_collected else names
    if strange := sorted((case.tables.keys() - set(names)) | (case.status.keys() - set(readable))):
        raise RuleSyntaxError(f"the rule reads no dataset {', '.join(strange)}", where=Location(path=prepared.loaded.cases_path))
    rows = {**case.tables, SERVERS: case.server_rows(newest_builds(bench.facts.tables["builds"]))}
    return {name: rows_from_cases(bench.catalog[name], rows.get(name, []), bench.facts.networks) for name in names}


def _parameters(prepared: Prepared, case: Case) -> dict[str, TypedValue]:
    declared = prepared.rule.parameters
    if strange := sorted(case.parameters.keys() - declared.keys()):
        raise RuleSyntaxError(f"the rule has no parameter {', '.join(strange)}", where=Location(path=prepared.loaded.cases_path))
    own = {name: typed_value(declared[name], value, name) for name, value in case.parameters.items()}
    return {**parameters_for(prepared.rule, case.profile), **own}


def _site(bench: Bench, prepared: Prepared, case: Case) -> Site:
    """Return the case's answers; JSON is YAML, so the one reader of site.yaml checks them."""
    if not case.site:
        return empty_site()
    return read_site(json.dumps(case.site, ensure_ascii=False), Path(prepared.loaded.cases_path), range_reader(bench.facts.networks), bench.choices)


def _coverage(tables: Mapping[str, pa.Table], scopes: Mapping[str, Scope], case: Case) -> tuple[CoverageLine, ...]:
    """Return one line per pair: what the case says, else `ok` with rows and `empty` without, where the dataset applies."""
    names = sorted({*tables, *case.status})
    lines = [line for name in names for line in _lines(name, tables.get(name), case)]
    bare = ground_of(_estate(tables, lines, case), scopes)
    rest = [
        CoverageLine(dataset=name, target=target, status=Status.EMPTY)
        for name in names
        for target in bare.targets(name)
        if target not in bare.lines.get(name, {}) and bare.line(name, target).status is Status.MISSING
    ]
    return (*lines, *rest)


def _lines(name: str, table: pa.Table | None, case: Case) -> Iterator[CoverageLine]:
    given = case.status.get(name, {})
    counts = Counter(() if table is None else [ORG] * table.num_rows if name == SERVERS else table["target"].to_pylist())
    for target in sorted({*given, *counts}):
        yield CoverageLine(dataset=name, target=target, status=given.get(target, Status.OK), rows=counts[target])


def _estate(tables: Mapping[str, pa.Table], lines: Sequence[CoverageLine], case: Case) -> Estate:
    return Estate(tables=tables, coverage=tuple(lines), files=(), conversions=(), collections=(), as_of=case.as_of)


def differences(expected: Sequence[Expected], rows: Sequence[Row], common: Shown) -> Iterator[str]:
    """Yield one line for each verdict that is missing or too many, with the reason of what was found.

    A fail without a severity in the case has the rule's own, as the profile sets it.
    """
    wanted = sorted((_wanted(one, common) for one in expected), key=_order)
    unmatched = sorted(((_found(row, common), row) for row in rows), key=lambda pair: _order(pair[0]))
    for one in wanted:
        match = next((pair for pair in unmatched if _same(one, pair[0])), None)
        if match is None:
            yield f"expected {_shown(one)}"
        else:
            unmatched.remove(match)
    for found, row in unmatched:
        yield f"found    {_shown(found)}: {message_of(common, row)}"


def _wanted(one: Expected, common: Shown) -> Found:
    severity = one.severity or (common.severity if one.outcome is Outcome.FAIL else None)
    return (one.server, one.subject, str(one.outcome), None if severity is None else str(severity))


def _found(row: Row, common: Shown) -> Found:
    return (row.server, row.subject, str(row.outcome), str(severity_of(common, row)))


def _same(wanted: Found, found: Found) -> bool:
    return wanted[:3] == found[:3] and wanted[3] in {None, found[3]}


def _order(one: Found) -> tuple[str, str, str, str]:
    return (one[0] or "", one[1], one[2], one[3] or "")


def _shown(one: Found) -> str:
    """Return a verdict as a cases file writes it; a severity counts for fails."""
    server, subject, outcome, severity = one
    words = ["null" if server is None else server, subject, outcome]
    return f"[{', '.join(words + ([severity] if severity and outcome == Outcome.FAIL else []))}]"
