from __future__ import annotations

import json
from typing import Any

import pytest

from exposture.engine.ground import Ground
from exposture.engine.results import SOURCES_CAP, Shown, evidence_properties, is_default, left_out_columns, merged, results_table
from exposture.engine.semantics import Judged, made_row
from exposture.model.coverage import CoverageLine, Status
from exposture.model.outcome import Outcome, Severity
from exposture.model.results import RESULTS, evidence_hash, finding_id, group_id
from exposture.rulebook.site import Site, empty_site
from tests.unit.engine.factories import CATALOG, SCOPES, estate, ground, manual, results, row, rule, server, service

SERVICES = "windows_services"
ORG_ROW = "SELECT NULL AS server, 'all' AS subject, 'all' AS subject_key, 'OUTCOME' AS outcome, 'r' AS reason FROM windows_services REST"
FAILING = "SELECT server, name AS subject, 'KEY' AS subject_key, 'fail' AS outcome, state FROM windows_services"
NO_ANSWER = "WHERE NOT EXISTS (SELECT 1 FROM site_gateways) AND NOT EXISTS (SELECT 1 FROM site_choices WHERE name = 'routing')"


def one(found: Any, where: Ground | None = None, leans_on: tuple[tuple[str, str], ...] = (), **shared: Any) -> dict[str, Any]:
    common = Shown(**{"rule": rule(), "severity": Severity.HIGH, **shared})
    cells: dict[str, Any] = results_table(common, [Judged(row=found, leans_on=leans_on)], where or ground([server()])).to_pylist()[0]
    return cells


def org_row(outcome: str, rest: str = "") -> str:
    return ORG_ROW.replace("OUTCOME", outcome).replace("REST", rest)


def failing(name: str = "a", rule_id: str = "HST-001", **changes: Any) -> Any:
    return rule(id=rule_id, query=FAILING.replace("KEY", name), **changes)


def test_ids_and_hashes_follow_the_published_recipe() -> None:
    found = one(row("fail", evidence={"state": "Stopped", "count": 3}, sub_key="s"), left_out=frozenset({"count"}))

    digest = evidence_hash({"state": "Stopped"}, frozenset())
    assert found["finding_id"] == finding_id("HST-001", "name:thing", "s")
    assert found["evidence_hash"] == digest
    assert found["group_id"] == group_id("HST-001", "fail", "high", digest)
    assert found["name_key"] == "thing|s"


def test_evidence_is_json_in_query_order() -> None:
    found = one(row("fail", evidence={"state": "Ärger", "names": ["a"], "count": None}))

    assert found["evidence"] == '{"state":"Ärger","names":["a"],"count":null}'


@pytest.mark.parametrize(
    ("outcome", "reason", "message"),
    [("fail", None, "thing on EX1 is Stopped."), ("pass", None, "Services run"), ("pass", "all good", "all good"), ("unknown", "no data", "no data")],
)
def test_a_message_is_the_rules_for_a_fail_else_the_reason_else_the_title(outcome: str, reason: str | None, message: str) -> None:
    assert one(row(outcome, evidence={"state": "Stopped"}, reason=reason))["message"] == message


def test_a_message_about_the_organization_names_it() -> None:
    assert one(row("fail", None, evidence={"state": None}))["message"] == "thing on the organization is unknown."


def test_a_made_fail_has_its_reason_as_message() -> None:
    assert one(made_row("org", Outcome.FAIL, "nothing is there", "empty"))["message"] == "nothing is there"


@pytest.mark.parametrize(("own", "found"), [(None, "low"), ("high", "low"), ("info", "info"), ("critical", "critical")])
def test_a_profile_replaces_the_rules_severity_and_no_other(own: str | None, found: str) -> None:
    severity = None if own is None else Severity(own)

    assert one(row("fail", evidence={"state": ""}, severity=severity), severity=Severity.LOW)["severity"] == found


@pytest.mark.parametrize(
    ("said", "default", "server_name", "outcome", "answer"),
    [
        (None, {"fails": True}, "EX1", "fail", True),
        (None, {"fails": False}, "EX1", "fail", False),
        (True, {"fails": False}, "EX1", "fail", True),
        (False, {"fails": True}, "EX1", "fail", False),
        (True, {"fails": True}, "EX1", "pass", False),
        (None, {"fails": True, "versions": ["2019"]}, "EX1", "fail", True),
        (None, {"fails": True, "versions": ["2010"]}, "EX1", "fail", False),
        (None, {"fails": True, "versions": ["2019"]}, None, "fail", True),
        (None, {"fails": True, "versions": ["2019"]}, "EX9", "fail", False),
    ],
)
def test_a_fail_is_a_default_where_query_or_rule_say_so(
    said: bool | None, default: dict[str, Any], server_name: str | None, outcome: str, answer: bool
) -> None:
    assert is_default(rule(product_default=default), row(outcome, server_name, is_default=said), ground([server()])) is answer


def test_an_organization_of_no_known_server_has_no_default_of_a_version() -> None:
    assert is_default(rule(product_default={"fails": True, "versions": ["2019"]}), row("fail", None), ground()) is False


def test_evidence_leads_to_properties_and_to_columns_that_change_by_themselves() -> None:
    asks = rule(
        datasets={SERVICES: "rows", "ad_groups": "rows"},
        evidence={"groups": "ad_groups.name", "sum": "computed", "moon": "moon_phases.name", "odd": "ad_groups.odd"},
    )
    columns = ("state", "count", "banner_known", "groups", "sum", "moon", "odd", "other")

    assert evidence_properties(asks, columns, CATALOG) == {SERVICES: ("Banner", "ItemCount", "State"), "ad_groups": ("Name",)}
    assert left_out_columns(asks, columns, CATALOG) == {"count"}


def test_a_column_without_a_path_stands_for_itself() -> None:
    assert evidence_properties(rule(datasets={"servers": "rows"}), ("version",), CATALOG) == {"servers": ("version",)}


def test_sources_name_file_and_property() -> None:
    line = CoverageLine(dataset=SERVICES, target="EX1", status=Status.OK, files=("a.clixml", "b.clixml"))
    where = Ground(servers={}, lines={SERVICES: {"EX1": line}}, scopes=SCOPES)

    found = one(row(), where, ((SERVICES, "EX1"), ("ad_groups", "ldap")), properties={SERVICES: ("State",)})

    assert found["sources"] == [
        {"dataset": SERVICES, "target": "EX1", "file": "a.clixml", "properties": ["State"]},
        {"dataset": SERVICES, "target": "EX1", "file": "b.clixml", "properties": ["State"]},
        {"dataset": "ad_groups", "target": "ldap", "file": None, "properties": []},
    ]


def test_sources_of_very_many_targets_are_one() -> None:
    pairs = tuple((SERVICES, f"EX{number}") for number in range(SOURCES_CAP + 1))

    assert one(row(), leans_on=pairs)["sources"] == [{"dataset": SERVICES, "target": "*", "file": None, "properties": []}]


@pytest.mark.parametrize(("outcome", "answers"), [("fail", ["choices.routing", "site_gateways"]), ("pass", [])])
def test_a_finding_says_which_answer_would_change_it(outcome: str, answers: list[str]) -> None:
    asks = rule(query=org_row(outcome, NO_ANSWER), message="x")

    found = results(estate({SERVICES: [service()]}, servers=[server()]), asks)

    assert [row["would_change"] for row in found] == [answers]


def test_a_declared_answer_changes_nothing_more() -> None:
    site = Site(tables=empty_site().tables, declared=frozenset({"site_gateways"}))
    asks = rule(query=org_row("fail", "WHERE NOT EXISTS (SELECT 1 FROM site_gateways)"), message="x")

    assert [row["would_change"] for row in results(estate({SERVICES: [service()]}, servers=[server()]), asks, site=site)] == [[]]


def test_no_answer_changes_a_row_that_the_engine_made() -> None:
    found = one(made_row("EX1", Outcome.UNKNOWN, "not collected", "dataset:windows_services"), undeclared=("site_gateways",))

    assert found["would_change"] == []


def test_a_consequence_links_the_cause_on_the_same_object() -> None:
    given = estate({SERVICES: [service()]}, servers=[server()])
    rules = (failing(), failing(rule_id="HST-002", because_of=["HST-001"]))

    cause, effect = results(given, *rules)

    assert (cause["because_of"], effect["because_of"]) == ([], [cause["finding_id"]])


def test_without_the_same_object_the_same_server_links() -> None:
    given = estate({SERVICES: [service()]}, servers=[server()])

    cause, effect = results(given, failing(), failing("b", "HST-002", because_of=["HST-001"]))

    assert effect["because_of"] == [cause["finding_id"]]


@pytest.mark.parametrize("outcome", ["pass", "unknown"])
def test_only_an_open_fail_is_a_cause(outcome: str) -> None:
    given = estate({SERVICES: [service()]}, servers=[server()])
    cause = rule(query=org_row(outcome).replace("NULL AS server", "server"))

    found = results(given, cause, failing(rule_id="HST-002", because_of=["HST-001"]))

    assert [row["because_of"] for row in found] == [[], []]


def test_findings_of_the_organization_are_not_linked_by_their_missing_server() -> None:
    given = estate({SERVICES: [service()]}, servers=[server()])
    cause = rule(query=org_row("fail"), message="x")
    effect = rule(id="HST-002", query=org_row("fail").replace("'all' AS subject_key", "'other' AS subject_key"), message="x")

    assert [row["because_of"] for row in results(given, cause, effect.model_copy(update={"because_of": ["HST-001"]}))] == [[], []]


def test_no_rule_makes_an_empty_table_of_the_same_schema() -> None:
    assert merged([], {}).schema == RESULTS


def test_the_organization_comes_first_and_order_is_total() -> None:
    where = ground([server()])
    common = Shown(rule=manual(), severity=Severity.LOW)
    rows = [row("pass", "EX2", "b"), row("pass", "EX1", "b"), row("pass", None, "z"), row("pass", "EX1", "a")]

    found = merged([results_table(common, [Judged(row=one, leans_on=()) for one in rows], where)], {})

    assert [(cells["server"], cells["subject"]) for cells in found.to_pylist()] == [(None, "z"), ("EX1", "a"), ("EX1", "b"), ("EX2", "b")]
    assert all(json.loads(cells["evidence"]) == {} for cells in found.to_pylist())
