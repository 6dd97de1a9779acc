from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from exposture.engine.run import run_rules
from exposture.errors import ProfileError
from exposture.model.results import RESULTS
from exposture.rulebook.profiles import Profile, SeverityChange
from tests.unit.engine.factories import book, estate, inputs, manual, results, rule, run, server, service, view

PAIR = ("windows_services", "EX2")


def outcomes(found: list[dict[str, object]]) -> list[tuple[object, ...]]:
    return [(row["rule_id"], row["server"], row["subject"], row["outcome"]) for row in found]


def test_each_row_is_a_result_in_a_fixed_order() -> None:
    rows = {"windows_services": [service("b", state="Running"), service("a", state="Stopped")]}

    found = results(estate(rows, servers=[server()]), rule())

    assert outcomes(found) == [("HST-001", "EX1", "a", "fail"), ("HST-001", "EX1", "b", "pass")]
    assert found[0]["message"] == "a on EX1 is Stopped."


def test_results_have_the_published_schema() -> None:
    found = run(estate(servers=[server()]), rule()).results

    assert found.schema == RESULTS


def test_a_server_without_data_is_unknown_and_its_neighbour_is_judged() -> None:
    rows = {"windows_services": [service(state="Running")]}

    found = results(estate(rows, {PAIR: "access-denied"}, [server("EX1"), server("EX2")]), rule())

    assert outcomes(found) == [("HST-001", "EX1", "W3SVC", "pass"), ("HST-001", "EX2", "EX2", "unknown")]


def test_nothing_collected_is_answered_without_a_query() -> None:
    broken = rule(query="SELECT nothing FROM windows_services")

    found = run(estate(servers=[server()]), broken)

    assert outcomes(found.results.to_pylist()) == [("HST-001", "EX1", "EX1", "unknown")]
    assert found.rule_errors == ()


def test_a_rule_of_optional_data_is_asked_although_nothing_was_collected() -> None:
    asks = rule(
        datasets={"windows_services": {"need": "rows", "optional": True}},
        query="SELECT NULL AS server, 'forest' AS subject, 'forest' AS subject_key, 'manual' AS outcome, 'which?' AS reason",
        message="no",
    )

    found = results(estate(servers=[server()]), asks)

    assert outcomes(found) == [("HST-001", None, "forest", "manual")]


def test_a_broken_query_is_one_error_row_and_stops_no_other_rule() -> None:
    rows = {"windows_services": [service(state="Running")]}
    broken = rule(id="HST-002", query="SELECT nothing FROM windows_services")

    found = run(estate(rows, servers=[server()]), broken, rule())

    assert outcomes(found.results.to_pylist()) == [("HST-001", "EX1", "W3SVC", "pass"), ("HST-002", None, "org", "error")]
    assert [(fault.rule_id, str(fault.where)) for fault in found.rule_errors] == [("HST-002", "hosts/HST-002-x.yaml")]
    assert '"nothing" not found' in found.rule_errors[0].message


def test_a_parameter_of_another_type_is_an_error_of_its_rule() -> None:
    wrong = rule(parameters={"limit": {"type": "int", "default": "many"}})

    found = run(estate(servers=[server()]), wrong)

    assert [row["outcome"] for row in found.results.to_pylist()] == ["error"]
    assert found.rule_errors[0].message == "parameter limit: 'many' is no int"


def test_a_dataset_that_the_catalog_lacks_is_an_error() -> None:
    found = run(estate(servers=[server()]), rule(datasets={"moon_phases": "rows"}))

    assert found.rule_errors[0].message == "the catalog has no dataset moon_phases"


def test_a_broken_view_fails_only_the_rules_that_read_it() -> None:
    rows = {"windows_services": [service(state="Running")]}
    reads_view = rule(id="HST-002", query="SELECT server, subject, subject_key, outcome FROM bad")

    found = run(estate(rows, servers=[server()]), rule(), reads_view, views=[view("bad", "SELECT moon FROM windows_services")])

    assert [row["outcome"] for row in found.results.to_pylist()] == ["pass", "error"]
    assert found.rule_errors[0].message.startswith("the view bad does not bind")


def test_views_parameters_and_facts_are_visible() -> None:
    query = """
        SELECT NULL AS server, 'all' AS subject, 'all' AS subject_key, 'fail' AS outcome, v.n, p.word, d.max_age_days, b.build,
               c.is_known, $limit AS limit_value, $as_of AS time
        FROM counted AS v, param_words AS p, data_dates AS d, data_builds AS b, collected AS c
        WHERE c.dataset = 'windows_services' AND c.target = 'EX1' AND len($names) = 0
    """
    parameters = {
        "limit": {"type": "size", "default": "1KB"},
        "names": {"type": "list<string>", "default": []},
        "words": {"type": "table", "default": [{"word": "yes"}]},
    }
    asks = rule(query=query, parameters=parameters, message="{n} {word} {max_age_days} {build} {is_known} {limit_value} {time} {limit}")
    counted = view("counted", "SELECT count(*) AS n FROM windows_services")

    found = results(
        estate({"windows_services": [service()]}, servers=[server()], as_of=datetime.fromisoformat("2026-08-01T12:30:00")), asks, views=[counted]
    )

    assert [row["message"] for row in found] == ["1 yes 45 15.2.1 yes 1024 2026-08-01 12:30 1024"]


def test_an_unknown_time_binds_like_any_other() -> None:
    query = (
        "SELECT NULL AS server, 'all' AS subject, 'all' AS subject_key, 'unknown' AS outcome, 'no time' AS reason, $as_of - INTERVAL 3 DAY AS since"
    )

    found = results(estate({"windows_services": [service()]}, servers=[server()]), rule(query=query, message="{since}"))

    assert [(row["outcome"], row["evidence"]) for row in found] == [("unknown", '{"since":null}')]


def test_aliases_drafts_and_rules_switched_off_are_left_out_and_said() -> None:
    rules = (rule(), rule(id="HST-002", status="draft"), rule(id="HST-003", status="alias", alias_of="HST-001"), rule(id="HST-004"))
    stig = Profile(title="STIG", source="DISA", off={"HST-004": "asks for the contrary"})

    found = run(estate({"windows_services": [service()]}, servers=[server()]), *rules, profile="stig", stig=stig)

    assert found.left_out == {"HST-002": "a draft, not yet proven", "HST-003": "HST-001 judges this fact", "HST-004": "asks for the contrary"}
    assert {row["rule_id"] for row in found.results.to_pylist()} == {"HST-001"}


def test_a_profile_changes_the_severity_and_the_parameters() -> None:
    parameters = {"wanted": {"type": "string", "default": "Running", "profiles": {"stig": "Stopped"}, "why": {"stig": "V-1"}}}
    query = (
        "SELECT server, name AS subject, key AS subject_key, CASE WHEN state = $wanted THEN 'pass' ELSE 'fail' END AS outcome FROM windows_services"
    )
    stig = Profile(title="STIG", source="DISA", severity={"HST-001": SeverityChange(to="low", why="CAT III")})
    asks = rule(query=query, parameters=parameters, message="{subject} is not {wanted}.")

    found = results(estate({"windows_services": [service(state="Running")]}, servers=[server()]), asks, profile="stig", stig=stig)

    assert [(row["outcome"], row["severity"], row["message"]) for row in found] == [("fail", "low", "W3SVC is not Stopped.")]


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(ProfileError, match="no profile is called 'moon'"):
        run(estate(), rule(), profile="moon")


def test_a_manual_rule_asks_once_per_server_inside() -> None:
    found = results(estate(servers=[server("EX1"), server("EX2", "2010"), server("EX3", None)]), manual(applies_to={"versions": ["2019"]}))

    assert outcomes(found) == [("HST-001", "EX1", "EX1", "manual"), ("HST-001", "EX3", "EX3", "unknown")]
    assert found[0]["message"] == "Is it so?"


def test_progress_is_told_after_each_rule() -> None:
    told: list[tuple[int, int, str]] = []

    run_rules(book(rule(), manual(id="HST-002")), inputs(estate()), progress=lambda *step: told.append(step))

    assert told == [(1, 2, "HST-001"), (2, 2, "HST-002")]


def test_two_runs_give_the_same_bytes() -> None:
    given = estate({"windows_services": [service(name, state="Stopped") for name in "cab"]}, servers=[server()])

    assert run(given, rule(), manual(id="HST-002")).results.equals(run(given, rule(), manual(id="HST-002")).results)


@pytest.mark.parametrize("odd", [{"key": "row:services.xml#0.0"}, {"key": "guid:1"}, {"name": None}])
def test_odd_rows_of_one_server_take_no_verdict_of_the_others(odd: dict[str, Any]) -> None:
    good = [service("a", state="Running"), service("b", state="Stopped")]
    strange = [service(name, "EX2", state="Stopped") | odd for name in ("x", "y")]

    found = run(estate({"windows_services": [*good, *strange]}, servers=[server(), server("EX2")]), rule()).results.to_pylist()

    assert [(row["subject"], row["outcome"]) for row in found if row["server"] == "EX1"] == [("a", "pass"), ("b", "fail")]
    assert [row["outcome"] for row in found if row["server"] == "EX2"] == ["fail", "fail"]
    assert len({row["finding_id"] for row in found}) == 4


def test_rows_that_the_rule_itself_repeats_are_an_error() -> None:
    twice = "SELECT s.server, s.name AS subject, s.key AS subject_key, 'pass' AS outcome FROM windows_services AS s, range(2)"

    found = run(estate({"windows_services": [service()]}, servers=[server()]), rule(query=twice, message="no"))

    assert found.results.column("outcome").to_pylist() == ["error"]
