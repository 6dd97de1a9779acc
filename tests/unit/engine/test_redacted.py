"""Rules over a redacted estate: kept where only pseudonyms meet, unknown where what was taken away decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import pytest

from exposture.engine.run import run_rules
from exposture.model.estate import Collection, Estate
from exposture.rulebook.rule import Rule
from tests.unit.engine.factories import book, estate, inputs, results, rule, run, server, service, view

HEAD = "SELECT s.server, s.name AS subject, s.key AS subject_key, "
STATE = "CASE WHEN s.state = 'Running' THEN 'pass' ELSE 'fail' END AS outcome, s.state FROM windows_services AS s"
ROW = {"name": "u_0123456789ab", "state": "Stopped"}


def redacted(rows: Sequence[Mapping[str, Any]] = (ROW,), mode: str = "names", **more: Any) -> Estate:
    collection = Collection(name="b", sha256="0" * 64, integrity="matches", is_loose=False, redaction=mode, run={})
    services = {"windows_services": [service(**each) for each in rows]}
    return replace(estate({**services, **more}, servers=[server()]), collections=(collection,))


def asks(query: str, **more: Any) -> Rule:
    return rule(query=query, **more)


def told(of: Estate, *rules: Rule, **more: Any) -> list[tuple[object, ...]]:
    return [(row["subject"], row["outcome"], row["reason"]) for row in results(of, *rules, **more)]


def test_rule_that_reads_no_name_keeps_its_outcome() -> None:
    assert told(redacted(), asks(HEAD + STATE)) == [("u_0123456789ab", "fail", None)]


def test_name_compared_with_a_constant_makes_the_rule_unknown() -> None:
    query = HEAD + "CASE WHEN s.name = 'W3SVC' THEN 'pass' ELSE 'fail' END AS outcome, s.state FROM windows_services AS s"

    assert told(redacted(), asks(query)) == [("EX1", "unknown", "redaction mode names took windows_services.name away")]


def test_clear_estate_is_judged_as_ever() -> None:
    query = HEAD + "CASE WHEN s.name = 'W3SVC' THEN 'pass' ELSE 'fail' END AS outcome, s.state FROM windows_services AS s"

    assert told(redacted([{"name": "W3SVC"}], mode="none"), asks(query)) == [("W3SVC", "pass", None)]


def test_rule_about_the_organization_is_unknown_once() -> None:
    query = HEAD + STATE + " WHERE s.name = 'W3SVC'"

    found = results(redacted(), asks(query, applies_to={"subject": "organization"}))

    assert [(row["server"], row["subject"], row["outcome"]) for row in found] == [(None, "org", "unknown")]


@pytest.mark.parametrize("column", ["needs", "severity", "is_default", "sub_key"])
def test_every_column_of_the_verdict_decides(column: str) -> None:
    made = {
        "needs": "CASE WHEN s.name = 'x' THEN ['windows_services'] END",
        "severity": "CASE WHEN s.name = 'x' THEN 'low' END",
        "is_default": "s.name = 'x'",
        "sub_key": "regexp_extract(s.name, '[a-z]+')",
    }
    query = " ".join([HEAD, made[column], "AS", column, ",", STATE])

    assert [outcome for _, outcome, _ in told(redacted(), asks(query))] == ["unknown"]


def test_view_that_compares_counts_for_its_rule() -> None:
    services = view("web_services", "SELECT server, key, name, state FROM windows_services WHERE name = 'W3SVC'")
    query = HEAD + STATE.replace("FROM windows_services", "FROM web_services")

    found = told(redacted(), asks(query), asks(query, id="HST-002"), views=[services])

    assert [line[1:] for line in found] == [("unknown", "redaction mode names took windows_services.name away")] * 2


def test_subject_that_was_dropped_is_the_key() -> None:
    rows = [{"key": "EX1|guid:1", "name": None, "state": "Running"}]

    assert told(redacted(rows, mode="strict"), asks(HEAD + STATE)) == [("EX1", "unknown", "redaction mode strict took windows_services.key away")]
    by_count = "SELECT s.server, s.name AS subject, s.server || s.count AS subject_key, " + STATE
    assert told(redacted([{**rows[0], "count": 7}], mode="strict"), asks(by_count)) == [("EX17", "pass", None)]


def test_reason_made_of_what_was_dropped_says_so() -> None:
    query = "SELECT s.server, 'x' AS subject, 'x' AS subject_key, 'unknown' AS outcome, 'about ' || s.name AS reason FROM windows_services AS s"

    found = told(redacted([{"name": None}], mode="strict"), asks(query, message="no"))

    assert found == [("x", "unknown", "redaction mode strict took away what the reason says")]


def test_shape_that_nobody_knows_counts_every_column_that_it_mentions() -> None:
    query = HEAD + "'pass' AS outcome, list_reduce([s.name], lambda x, y: x) AS state FROM windows_services AS s"

    assert told(redacted(), asks(query)) == [
        ("EX1", "unknown", "redaction mode names took windows_services.key, windows_services.name, windows_services.server away")
    ]


def test_query_that_fails_on_pseudonyms_is_unknown() -> None:
    other = "(SELECT t.name FROM windows_services AS t) AS other"
    query = " ".join([HEAD, other, ",", STATE])

    found = told(redacted([ROW, {"name": "u_ab0123456789"}]), asks(query))

    assert [outcome for _, outcome, _ in found] == ["unknown"]


def test_query_that_fails_by_itself_is_an_error() -> None:
    query = "SELECT NULL AS server, 'x' AS subject, 'x' AS subject_key, 'pass' AS outcome, error('no') AS state"

    found = run(redacted(), asks(query, datasets={"windows_services": {"need": "rows", "optional": True}}, message="no"))

    assert [row["outcome"] for row in found.results.to_pylist()] == ["error"]


def test_answers_that_nobody_gave_cannot_be_compared_with() -> None:
    query = HEAD + STATE + " LEFT JOIN site_servers AS d ON d.server = s.server WHERE d.server IS NULL"

    assert [outcome for _, outcome, _ in told(redacted(), asks(query))] == ["fail"]


def test_places_and_facts_are_clear() -> None:
    query = (
        HEAD
        + "CASE WHEN c.is_known AND b.build = '15.2.1' AND $limit > 1 AND len(p.name) > 0 THEN 'pass' ELSE 'fail' END AS outcome "
        + "FROM windows_services AS s JOIN collected AS c ON c.target = s.server AND c.dataset = 'windows_services' "
        + "JOIN data_builds AS b ON b.product = '2019' JOIN param_names AS p ON p.name = 'x'"
    )
    parameters = {"limit": {"type": "int", "default": 2}, "names": {"type": "table", "columns": {"name": "string"}, "default": [{"name": "x"}]}}

    assert [outcome for _, outcome, _ in told(redacted(), asks(query, message="{subject}", parameters=parameters))] == ["pass"]


def test_derived_table_follows_its_inputs() -> None:
    catalog = dict(inputs(estate()).catalog)
    inputs_of = catalog["servers"].derived_from
    assert inputs_of is not None
    compares = inputs_of.model_copy(update={"compares": ["windows_services.name", "nowhere.x"]})
    derived = catalog["servers"].model_copy(update={"derived_from": compares})
    given = replace(inputs(redacted()), catalog={**catalog, "servers": derived})
    query = HEAD + "CASE WHEN v.version = '2019' THEN 'pass' ELSE 'fail' END AS outcome FROM windows_services AS s CROSS JOIN servers AS v"

    found = run_rules(book(asks(query, message="{subject}")), given).results.to_pylist()

    assert [row["reason"] for row in found] == ["redaction mode names took windows_services.name away"]


def test_derived_table_without_a_word_leans_on_all_columns_of_its_inputs() -> None:
    catalog = dict(inputs(estate()).catalog)
    inputs_of = catalog["iis_settings"].derived_from
    assert inputs_of is not None
    silent = catalog["iis_settings"].model_copy(update={"derived_from": inputs_of.model_copy(update={"required": ["windows_services|nowhere"]})})
    given = replace(inputs(redacted()), catalog={**catalog, "iis_settings": silent})
    query = HEAD + "CASE WHEN count(i.state) > 0 THEN 'pass' ELSE 'fail' END AS outcome FROM windows_services AS s, iis_settings AS i GROUP BY ALL"

    found = run_rules(book(asks(query, message="{subject}")), given).results.to_pylist()

    assert "windows_services.name" in found[0]["reason"]


def test_table_that_nobody_has_is_the_querys_own_error() -> None:
    found = run(redacted(), asks(HEAD + "'pass' AS outcome FROM nowhere AS s", message="no"))

    assert "nowhere" in str(found.rule_errors[0].message)
