from __future__ import annotations

from typing import Any

import pytest

from exposture.engine.cases import Bench, CaseResult, run_cases
from exposture.rulebook.cases import Case
from exposture.rulebook.profiles import Profile
from exposture.rulebook.rule import Rule
from exposture.rulebook.site import Choice
from exposture.rulebook.views import View
from tests.unit.engine.factories import CATALOG, book, facts, loaded, rule, view

SERVERS = [
    ("name", "name"),
    ("version", "enum"),
    ("build", "version"),
    ("roles", "flags"),
    ("is_edge", "bool"),
    ("is_listed", "bool"),
]


def bench(one: Rule, *views: View) -> Bench:
    columns = [{"name": name, "type": kind, "class": "identity"} for name, kind in SERVERS]
    servers = CATALOG["servers"].model_validate({**CATALOG["servers"].model_dump(), "columns": columns})
    stig = Profile(title="STIG", source="DISA")
    return Bench(
        rulebook=book(one, views=views, stig=stig),
        catalog={**CATALOG, "servers": servers},
        facts=facts(),
        choices={"routing": Choice(question="How?", values=["dns", "smarthost"])},
    )


def case(expect: list[Any], **more: Any) -> Case:
    return Case.model_validate({"name": "one", "why": "to see", "expect": expect, **more})


def run(one: Rule, *cases: Case, views: tuple[View, ...] = ()) -> list[CaseResult]:
    return run_cases(bench(one, *views), loaded(one), cases)


def problems(one: Rule, a_case: Case, *views: View) -> tuple[str, ...]:
    return run(one, a_case, views=views)[0].problems


def services(*states: str) -> dict[str, list[dict[str, Any]]]:
    return {"windows_services": [{"name": f"s{index}", "server": "EX1", "state": state} for index, state in enumerate(states)]}


def asking(outcome: str, rest: str = "") -> Rule:
    query = "SELECT NULL AS server, 'all' AS subject, 'all' AS subject_key, OUTCOME AS outcome, 'because' AS reason FROM windows_services REST"
    return rule(query=query.replace("OUTCOME", outcome).replace("REST", rest), message="It is so.")


def test_a_case_whose_list_is_complete_passes() -> None:
    expect = [["EX1", "s0", "pass"], ["EX1", "s1", "fail", "high"]]

    found = run(rule(), case(expect, tables=services("Running", "Stopped")))

    assert [(one.is_passed, str(one)) for one in found] == [(True, "HST-001 'one' in hosts/HST-001-x.cases.yaml: passed")]


def test_a_mismatch_shows_what_was_expected_and_what_was_found() -> None:
    found = problems(rule(), case([["EX1", "s0", "fail"], [None, "gone", "pass"]], tables=services("Running", "Stopped")))

    assert found == (
        "expected [null, gone, pass]",
        "expected [EX1, s0, fail, high]",
        "found    [EX1, s0, pass]: Services run",
        "found    [EX1, s1, fail, high]: s1 on EX1 is Stopped.",
    )


def test_a_failed_case_is_shown_line_by_line() -> None:
    found = run(rule(), case([], tables=services("Running")))[0]

    assert str(found) == "HST-001 'one' in hosts/HST-001-x.cases.yaml: failed\n  found    [EX1, s0, pass]: Services run"


def test_a_fail_without_a_severity_has_the_rules_own() -> None:
    assert problems(rule(severity="low"), case([["EX1", "s0", "fail", "high"]], tables=services("Stopped"))) == (
        "expected [EX1, s0, fail, high]",
        "found    [EX1, s0, fail, low]: s0 on EX1 is Stopped.",
    )


def test_each_case_sees_its_own_rows_only() -> None:
    cases = [case([["EX1", "s0", "fail"]], tables=services("Stopped")), case([["EX1", "s0", "pass"]], tables=services("Running"))]

    assert [one.problems for one in run(rule(), *cases)] == [(), ()]


def test_views_are_made_once_and_see_the_rows_of_each_case() -> None:
    seen = view("stopped", "SELECT count(*) AS n FROM windows_services WHERE state = 'Stopped'")
    one = rule(
        query="SELECT NULL AS server, 'all' AS subject, 'all' AS subject_key, CASE WHEN n = 0 THEN 'pass' ELSE 'fail' END AS outcome FROM stopped"
    )
    one = one.model_copy(update={"message": "Some are stopped."})
    cases = [case([[None, "all", "fail"]], tables=services("Stopped")), case([[None, "all", "pass"]], tables=services("Running"))]

    assert [found.problems for found in run(one, *cases, views=(seen,))] == [(), ()]


def test_without_rows_everything_was_collected_and_is_empty() -> None:
    assert problems(rule(), case([[None, "org", "not_applicable"]])) == ()


def test_a_status_takes_the_data_away() -> None:
    status = {"windows_services": {"EX1": "access-denied"}}

    assert problems(rule(), case([["EX1", "EX1", "unknown"]], status=status)) == ()


def test_a_status_may_stand_beside_rows() -> None:
    status = {"windows_services": {"EX1": "partial"}}
    needs = {"windows_services": "absence_passes"}

    assert problems(rule(datasets=needs), case([["EX1", "s0", "unknown"]], tables=services("Running"), status=status)) == ()


def test_the_list_of_servers_is_read_centrally() -> None:
    one = rule(datasets={"windows_services": "rows", "servers": "absence_passes"})
    status = {"servers": {"org": "partial"}}

    assert problems(one, case([["EX1", "s0", "unknown"]], tables=services("Running"), status=status)) == ()


def test_a_query_may_ask_for_the_status_of_any_dataset() -> None:
    one = asking("CASE WHEN c.is_known THEN 'pass' ELSE 'manual' END", ", collected AS c WHERE c.dataset = 'ad_groups' AND c.target = 'ldap'")
    status = {"ad_groups": {"ldap": "timeout"}}

    assert problems(one, case([[None, "all", "manual"]], tables=services("x"), status=status)) == ()


def test_time_site_profile_and_parameters_reach_the_query() -> None:
    parameters = {"limit": {"type": "int", "default": 1, "profiles": {"stig": 2}, "why": {"stig": "V-1"}}, "word": {"type": "string", "default": "a"}}
    seen = "$as_of = TIMESTAMP '2026-08-01' AND $limit = 2 AND $word = 'b' AND EXISTS (SELECT 1 FROM site_choices WHERE value = 'dns')"
    one = asking(f"CASE WHEN {seen} THEN 'pass' ELSE 'fail' END").model_copy(update={"parameters": rule(parameters=parameters).parameters})
    given = {"as_of": "2026-08-01T00:00:00", "site": {"choices": {"routing": "dns"}}, "profile": "stig", "parameters": {"word": "b"}}

    assert problems(one, case([[None, "all", "pass"]], tables=services("x"), **given)) == ()


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"tables": {"ad_groups": []}}, "the rule reads no dataset ad_groups in hosts/HST-001-x.cases.yaml"),
        ({"status": {"ad_groups": {"ldap": "ok"}}}, "the rule reads no dataset ad_groups in hosts/HST-001-x.cases.yaml"),
        ({"parameters": {"limit": 1}}, "the rule has no parameter limit in hosts/HST-001-x.cases.yaml"),
        ({"profile": "moon"}, "no profile is called 'moon'; choose one of default, stig"),
        ({"tables": {"windows_services": [{"moon": 1}]}}, "windows_services has no column moon"),
    ],
)
def test_a_case_that_cannot_be_set_up_says_why(given: dict[str, Any], says: str) -> None:
    assert problems(rule(), case([], **given)) == (says,)


def test_a_site_that_is_wrong_says_why() -> None:
    found = problems(rule(), case([], site={"choices": {"routing": "pigeon"}}))

    assert found[0].startswith("choices.routing is 'pigeon'; expected one of dns, smarthost")


def test_a_query_that_fails_is_a_problem_of_its_case() -> None:
    found = problems(rule(query="SELECT moon FROM windows_services"), case([], tables=services("x")))

    assert 'Referenced column "moon" not found' in found[0]


def test_a_rule_that_cannot_be_prepared_fails_all_its_cases() -> None:
    wrong = rule(parameters={"limit": {"type": "int", "default": "many"}})

    assert [one.problems for one in run(wrong, case([]), case([]))] == [("parameter limit: 'many' is no int",)] * 2
