"""Cases: that they are there, cover what they must, and name only what exists."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from exposture.catalog.types import RESERVED
from exposture.model.outcome import Outcome
from exposture.rulebook import sql
from exposture.rulebook.cases import Case
from exposture.rulebook.load import LoadedRule
from exposture.rulebook.pack import Pack, Problem, case_problem, each_case, error, warning
from exposture.rulebook.profiles import PROFILE_NAMES

DEMANDED = (Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN)
VERSIONS = frozenset({"2010", "2013", "2016", "2019", "SE"})
DERIVED_HERE = frozenset({"servers"})


def rules_have_cases(pack: Pack) -> Iterator[Problem]:
    broken = {fault.path for fault in pack.case_faults}
    for loaded in pack.asked:
        if not pack.cases.get(loaded.rule.id) and loaded.cases_path not in broken:
            yield case_problem(loaded, None, "the rule has no case")


def cases_show_each_kind(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.asked:
        cases = pack.cases.get(loaded.rule.id, ())
        shown = {outcome for case in cases for outcome in case.outcomes}
        if cases and (missing := [outcome for outcome in DEMANDED if outcome not in shown]):
            yield case_problem(loaded, None, f"no case ends in {', '.join(missing)}")


def cases_show_each_version(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.asked:
        cases = pack.cases.get(loaded.rule.id, ())
        told_apart = {token.name for token in pack.texts[loaded.rule.id].tokens if token.kind is sql.Kind.STRING} & VERSIONS
        shown = {version for case in cases for version in case.versions}
        if cases and (missing := sorted(told_apart - shown)):
            yield case_problem(loaded, None, f"the query tells {', '.join(missing)} apart, and no case has such a server")


def names_differ(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.rules:
        counted = Counter(case.name.casefold() for case in pack.cases.get(loaded.rule.id, ()))
        yield from (case_problem(loaded, None, f"{times} cases are called {name!r}") for name, times in sorted(counted.items()) if times > 1)


def cases_say_why(pack: Pack) -> Iterator[Problem]:
    yield from (case_problem(loaded, case, "`why` is empty") for loaded, case in each_case(pack) if not case.why.strip())


def tables_are_read(pack: Pack) -> Iterator[Problem]:
    for loaded, case in each_case(pack):
        found = pack.reads.get(loaded.rule.id)
        read = DERIVED_HERE | (frozenset() if found is None else frozenset(found.tables))
        for name in sorted(case.tables.keys() - read):
            yield case_problem(loaded, case, f"fills {name}, which the rule does not read")
        for name in sorted(case.status.keys() - read - loaded.rule.datasets.keys()):
            yield case_problem(loaded, case, f"gives a status to {name}, which the rule does not read")


def columns_exist(pack: Pack) -> Iterator[Problem]:
    for loaded, case in each_case(pack):
        for name, rows in sorted(case.tables.items()):
            known = pack.tables.get(name)
            used = {column for row in rows for column in row}
            for column in sorted(used - known) if known is not None else []:
                yield case_problem(loaded, case, f"{name} has no column {column}")
        yield from _server_columns(pack, loaded, case)


def _server_columns(pack: Pack, loaded: LoadedRule, case: Case) -> Iterator[Problem]:
    known = pack.tables.get("servers", frozenset()) | {name for name, _ in RESERVED}
    used = {column for server in case.servers or [] for column in server.model_extra or {}}
    yield from (case_problem(loaded, case, f"servers has no column {column}") for column in sorted(used - known))


def expectations_are_sorted(pack: Pack) -> Iterator[Problem]:
    for loaded, case in each_case(pack):
        keys = [(row.server or "", row.subject) for row in case.expect]
        if keys != sorted(keys):
            yield case_problem(loaded, case, "`expect` is not sorted by server (null first) and subject")


def settings_exist(pack: Pack) -> Iterator[Problem]:
    for loaded, case in each_case(pack):
        if case.profile not in PROFILE_NAMES:
            yield case_problem(loaded, case, f"{case.profile!r} is no profile")
        for name in sorted(case.parameters.keys() - loaded.rule.parameters.keys()):
            yield case_problem(loaded, case, f"sets the parameter {name}, which the rule does not have")


CHECKS = (
    error("L060", "A rule has cases", "write them beside the rule: one question, few rows", rules_have_cases),
    error(
        "L061",
        "Cases show a pass, a fail and an unknown",
        "add the missing kind; a kind that cannot be is an exclusion with a reason",
        cases_show_each_kind,
    ),
    warning("L062", "Cases show each version that the query tells apart", "add a case with a server of that version", cases_show_each_version),
    error("L063", "Cases of a rule have different names", "say what sets them apart", names_differ),
    error("L064", "A case says why it is there", "write the reason", cases_say_why),
    error("L065", "A case fills what the rule reads", "take the table out", tables_are_read),
    error("L066", "A case uses columns that exist", "spell the column as the catalog does", columns_exist),
    warning("L067", "Expected rows are sorted", "sort them as the answer is", expectations_are_sorted),
    error("L068", "A case sets only what there is", "use a profile and parameters that exist", settings_exist),
)
