from __future__ import annotations

from itertools import product
from typing import Any

import pytest

from exposture.engine.ground import Ground, State, state_of
from exposture.engine.semantics import Asked, Judged, falls, is_uncollected, judge, question_rows
from exposture.model.coverage import Status
from exposture.model.outcome import Need, Outcome
from exposture.rulebook.rule import DatasetNeed
from tests.unit.engine.factories import asked, ground, row, server

NEEDS = [str(need) for need in Need]
FROM_QUERY = ("pass", "fail", "unknown", "not_applicable", "manual")
CERTAIN_STATUSES = ("ok", "empty", "not-applicable")
CUT_STATUSES = ("partial", "damaged")
LACKING_STATUSES = tuple(str(status) for status in Status if status not in {*CERTAIN_STATUSES, *CUT_STATUSES})
SERVICES = "windows_services"

# What becomes unknown, by hand: (what the need says, whether the data are cut or lacking, optional).
BECOMES_UNKNOWN: dict[tuple[str, str, bool], set[str]] = {
    ("rows", "cut", False): set(),
    ("rows", "cut", True): set(),
    ("rows", "lacking", False): {"pass", "fail"},
    ("rows", "lacking", True): set(),
    ("absence_passes", "cut", False): {"pass", "not_applicable"},
    ("absence_passes", "cut", True): {"pass", "not_applicable"},
    ("absence_passes", "lacking", False): {"pass", "not_applicable", "fail"},
    ("absence_passes", "lacking", True): {"pass", "not_applicable"},
    ("absence_fails", "cut", False): {"fail"},
    ("absence_fails", "cut", True): {"fail"},
    ("absence_fails", "lacking", False): {"pass", "fail"},
    ("absence_fails", "lacking", True): {"fail"},
    ("absence_decides", "cut", False): {"pass", "not_applicable", "fail"},
    ("absence_decides", "cut", True): {"pass", "not_applicable", "fail"},
    ("absence_decides", "lacking", False): {"pass", "not_applicable", "fail"},
    ("absence_decides", "lacking", True): {"pass", "not_applicable", "fail"},
}
LEANING = (None, (SERVICES, "servers"), ("servers",))
ROWS = (None, *FROM_QUERY)
WALK = list(product(NEEDS, (False, True), (str(status) for status in Status), ROWS, LEANING, ("pass", "fail", "not_applicable")))


def expected(need: str, optional: bool, status: str, outcome: str | None, leaning: tuple[str, ...] | None, when_empty: str) -> list[str]:
    """Return the outcomes of one walk in words: of the row, and of the row that the engine makes for EX1."""
    if status in CERTAIN_STATUSES:
        return [when_empty if outcome is None else outcome]
    if outcome is None:
        proves_nothing = need in {"rows", "absence_fails"}
        return ["not_applicable"] if optional and when_empty == "not_applicable" and proves_nothing else ["unknown"]
    if leaning == ("servers",):
        return [outcome] if optional else sorted([outcome, "unknown"])
    state = "cut" if status in CUT_STATUSES else "lacking"
    return ["unknown" if outcome in BECOMES_UNKNOWN[need, state, optional] else outcome]


def outcomes(judged: list[Judged]) -> list[str]:
    return sorted(str(one.row.outcome) for one in judged)


def shown(judged: list[Judged]) -> list[tuple[str | None, str, str]]:
    return [(one.row.server, one.row.subject, str(one.row.outcome)) for one in judged]


def services(*servers: Any, **status: str) -> Ground:
    lines = {(SERVICES, name.replace("_", "/")): word for name, word in status.items()}
    return ground(servers or [server()], {("servers", "org"): "ok", **lines})


def test_the_whole_product_of_missing_data() -> None:
    for need, optional, status, outcome, leaning, when_empty in WALK:
        rule = asked({"servers": "rows", SERVICES: {"need": need, "optional": optional}}, when_empty)
        rows = [] if outcome is None else [row(outcome, needs=leaning)]

        found = outcomes(judge(rule, rows, services(EX1=status)))

        assert found == expected(need, optional, status, outcome, leaning, when_empty), (need, optional, status, outcome, leaning, when_empty)


def test_missing_data_are_never_a_pass_and_missing_rights_never_a_fail() -> None:
    for need, status, outcome in product(NEEDS, LACKING_STATUSES, ROWS):
        rows = [] if outcome is None else [row(outcome)]

        found = outcomes(judge(asked({SERVICES: need}, "pass"), rows, services(EX1=status)))

        assert not {"pass", "fail"} & set(found), (need, status, outcome)
        assert found, (need, status, outcome)


def test_nothing_ever_becomes_better() -> None:
    for need, optional, state, outcome in product(Need, (False, True), State, Outcome):
        if falls(outcome, DatasetNeed(need=need, optional=optional), state):
            assert outcome in {Outcome.PASS, Outcome.FAIL, Outcome.NOT_APPLICABLE}


def test_every_status_has_a_meaning() -> None:
    assert {str(status): str(state_of(status)) for status in Status if status in {*CERTAIN_STATUSES, *CUT_STATUSES}} == {
        "ok": "collected",
        "empty": "collected",
        "not-applicable": "gone",
        "partial": "incomplete",
        "damaged": "incomplete",
    }
    assert {state_of(Status(status)) for status in LACKING_STATUSES} == {State.LACKING}


def test_a_fallen_row_says_what_is_missing_and_why() -> None:
    found = judge(asked({SERVICES: "rows"}), [row("pass")], services(EX1="access-denied"))

    assert found[0].row.reason == "not all data are there: windows_services of EX1: access-denied"


def test_a_long_list_of_missing_data_is_cut() -> None:
    names = [f"EX{number}" for number in range(1, 8)]
    where = services(*[server(name) for name in names], **dict.fromkeys(names, "missing"))

    found = judge(asked({SERVICES: {"need": "rows", "over": "organization"}}), [row("pass", None)], where)

    assert found[0].row.reason is not None
    assert found[0].row.reason.endswith("windows_services of EX5: missing; and 2 more")


def test_the_row_that_the_engine_makes_names_target_and_dataset() -> None:
    found = judge(asked({SERVICES: "rows"}), [], services(EX1="timeout"))[0].row

    assert (found.server, found.subject, found.subject_key, found.sub_key, found.outcome) == (
        "EX1",
        "EX1",
        "target:EX1",
        "dataset:windows_services",
        Outcome.UNKNOWN,
    )


def test_a_target_that_lacks_two_datasets_gets_one_row() -> None:
    where = ground([server()], {(SERVICES, "EX1"): "timeout", ("iis_settings", "EX1"): "missing"})

    found = judge(asked({SERVICES: "rows", "iis_settings": "rows"}), [], where)

    assert [(one.row.sub_key, one.row.reason) for one in found] == [
        ("dataset:windows_services", "not all data are there: windows_services of EX1: timeout; iis_settings of EX1: missing")
    ]
    assert found[0].leans_on == ((SERVICES, "EX1"), ("iis_settings", "EX1"))


def test_nothing_anywhere_and_all_collected_is_one_row_for_the_organization() -> None:
    found = judge(asked({SERVICES: "rows"}, "fail"), [], services(EX1="empty"))

    assert [(one.row.server, one.row.subject_key, one.row.sub_key, str(one.row.outcome)) for one in found] == [(None, "target:org", "empty", "fail")]
    assert found[0].leans_on == ((SERVICES, "EX1"),)


def test_optional_data_alone_prove_no_emptiness() -> None:
    found = judge(asked({SERVICES: {"need": "rows", "optional": True}}), [], services(EX1="missing"))

    assert shown(found) == [("EX1", "EX1", "unknown")]


def test_a_server_that_the_dataset_does_not_apply_to_is_no_gap() -> None:
    found = judge(asked({"windows_features": "rows"}), [], ground([server("EX0", "2010")]))

    assert shown(found) == [(None, "org", "not_applicable")]


def test_without_a_server_inside_there_is_nothing_to_ask_about() -> None:
    found = judge(asked({SERVICES: "rows"}, "fail", versions=["2010"]), [], services(EX1="missing"))

    assert shown(found) == [(None, "org", "not_applicable")]
    assert found[0].row.reason == "the estate has no server that the rule asks about"


@pytest.mark.parametrize(
    ("version", "roles", "outcome"),
    [
        ("2019", ("Mailbox",), "pass"),
        ("2010", ("Mailbox",), "not_applicable"),
        ("2019", ("Edge",), "not_applicable"),
        (None, ("Mailbox",), "unknown"),
        ("2019", None, "unknown"),
        ("2010", None, "not_applicable"),
        (None, ("Edge",), "not_applicable"),
    ],
)
def test_a_row_of_a_server_outside_is_not_applicable(version: str | None, roles: tuple[str, ...] | None, outcome: str) -> None:
    where = services(server("EX1", version, roles), EX1="ok")

    found = judge(asked({SERVICES: "rows"}, versions=["2016", "2019"], roles=["Mailbox"]), [row("pass")], where)

    assert outcomes(found) == [outcome]


def test_an_unlisted_server_is_unknown_only_where_that_could_put_it_outside() -> None:
    where = ground([], {(SERVICES, "EX9"): "ok"})

    assert outcomes(judge(asked({SERVICES: "rows"}), [row("fail", "EX9")], where)) == ["fail"]
    assert outcomes(judge(asked({SERVICES: "rows"}, roles=["Mailbox"]), [row("fail", "EX9")], where)) == ["unknown"]


def test_a_row_keeps_its_own_reason_where_it_was_unknown_already() -> None:
    found = judge(asked({SERVICES: "rows"}, roles=["Mailbox"]), [row("unknown", "EX9"), row("not_applicable", "EX9", "b")], services(EX9="ok"))

    assert [one.row.reason for one in found[:2]] == ["because", "because"]


def test_a_row_that_is_outside_says_why() -> None:
    found = judge(asked({SERVICES: "rows"}, versions=["2019"], roles=["Mailbox"]), [row()], services(server("EX1", "2010", ["Mailbox"]), EX1="ok"))

    assert found[0].row.reason == "the rule asks about Exchange 2019 with the roles Mailbox; this is Exchange 2010 (Mailbox)"


def test_a_row_outside_does_not_speak_for_central_data() -> None:
    where = ground([server("EX1", "2010"), server("EX2")], {("edge_subscriptions", "org"): "partial"})

    found = judge(asked({"edge_subscriptions": "rows"}, versions=["2019"]), [row("pass", "EX1")], where)

    assert shown(found) == [("EX1", "thing", "not_applicable"), (None, "org", "unknown")]


def test_a_missing_server_of_unknown_version_says_both() -> None:
    found = judge(asked({SERVICES: "rows"}, versions=["2019"]), [], services(server("EX1", None), EX1="missing"))

    assert found[0].row.reason == (
        "not all data are there: windows_services of EX1: missing; the version or the roles of EX1 are not known; the rule asks about Exchange 2019"
    )


def test_only_over_organization_makes_a_row_lean_on_all_servers() -> None:
    where = services(server("EX1"), server("EX2"), EX1="ok", EX2="missing")
    one = asked({SERVICES: "rows"}, subject="organization")
    all_of_them = asked({SERVICES: {"need": "rows", "over": "organization"}}, subject="organization")

    assert outcomes(judge(one, [row("pass", None)], where)) == ["pass"]
    assert outcomes(judge(all_of_them, [row("pass", None)], where)) == ["unknown"]


def test_central_data_that_nobody_reads_are_one_unknown_row() -> None:
    where = ground([server()], {("receive_connectors", "org"): "access-denied"})

    assert shown(judge(asked({"receive_connectors": "rows"}), [], where)) == [(None, "org", "unknown")]


def test_an_edge_leans_on_its_own_copy_and_on_central_data_of_the_organization() -> None:
    edge = server("EDGE1", "2019", ["Edge"])
    where = ground(
        [edge], {("receive_connectors", "EDGE1"): "ok", ("receive_connectors", "org"): "missing", ("edge_subscriptions", "org"): "missing"}
    )

    assert outcomes(judge(asked({"receive_connectors": "rows"}, roles=["Edge"]), [row("pass", "EDGE1")], where)) == ["pass"]
    assert outcomes(judge(asked({"edge_subscriptions": "rows"}, roles=["Edge"]), [row("pass", "EDGE1")], where)) == ["unknown"]


def test_an_edge_that_was_not_collected_is_unknown() -> None:
    where = ground([server(), server("EDGE1", "2019", ["Edge"])], {("receive_connectors", "org"): "ok"})

    assert shown(judge(asked({"receive_connectors": "rows"}), [row("pass", "EX1")], where)) == [
        ("EX1", "thing", "pass"),
        ("EDGE1", "EDGE1", "unknown"),
    ]


def test_a_server_leans_on_every_domain_controller_and_a_domain_controller_on_itself() -> None:
    where = ground([server()], {("registry_ntds", "dc/DC1"): "ok", ("registry_ntds", "dc/DC2"): "missing"})
    rule = asked({"registry_ntds": "rows"}, subject="domain_controller")

    assert shown(judge(rule, [row("pass", "EX1"), row("pass", "dc1", "own")], where)) == [("EX1", "thing", "unknown"), ("dc1", "own", "pass")]


def test_a_missing_domain_controller_is_a_row_of_its_own() -> None:
    where = ground([server()], {("windows_time", "dc/DC1"): "ok", ("windows_time", "dc/DC2"): "missing", ("windows_time", "EX1"): "missing"})
    rule = asked({"windows_time": "rows"}, subject="domain_controller")

    assert shown(judge(rule, [row("pass", "DC1")], where)) == [("DC1", "thing", "pass"), ("DC2", "dc/DC2", "unknown")]


def test_a_rule_about_servers_asks_no_domain_controller_for_data_that_servers_have_too() -> None:
    where = ground([server()], {("windows_time", "dc/DC1"): "missing", ("windows_time", "EX1"): "ok"})

    assert shown(judge(asked({"windows_time": "rows"}), [row("pass", "EX1")], where)) == [("EX1", "thing", "pass")]


def test_without_a_known_domain_controller_there_is_one_unknown_row() -> None:
    assert shown(judge(asked({"registry_ntds": "rows"}, subject="organization"), [], ground([server()]))) == [(None, "dc", "unknown")]


def test_a_second_kind_of_object_that_is_missing_is_seen_beside_rows_of_the_first() -> None:
    where = ground([server()], {(SERVICES, "EX1"): "ok", ("iis_settings", "EX1"): "access-denied"})

    found = judge(asked({SERVICES: "rows", "iis_settings": "rows"}), [row("pass", needs=[SERVICES])], where)

    assert shown(found) == [("EX1", "thing", "pass"), ("EX1", "EX1", "unknown")]


def test_a_rule_without_datasets_has_an_empty_row() -> None:
    assert shown(judge(asked({}), [], ground())) == [(None, "org", "not_applicable")]


@pytest.mark.parametrize(
    ("needs", "status", "answer"),
    [
        ({SERVICES: "rows"}, {(SERVICES, "EX1"): "missing"}, True),
        ({SERVICES: "rows"}, {(SERVICES, "EX1"): "partial"}, False),
        ({SERVICES: "rows"}, {(SERVICES, "EX1"): "not-applicable"}, False),
        ({SERVICES: {"need": "rows", "optional": True}}, {(SERVICES, "EX1"): "missing"}, False),
        ({}, {}, False),
    ],
)
def test_a_rule_is_uncollected_when_nothing_was_read_anywhere(needs: dict[str, Any], status: dict[tuple[str, str], str], answer: bool) -> None:
    assert is_uncollected(asked(needs), ground([server()], status)) is answer


@pytest.mark.parametrize(
    ("subject", "where", "rows"),
    [
        ("organization", ground([server()]), [(None, "org", "manual")]),
        ("server", ground([server("EX2"), server("EX1")]), [("EX1", "EX1", "manual"), ("EX2", "EX2", "manual")]),
        ("server", ground(), [(None, "org", "manual")]),
        ("server", ground([server("EX1", "2010")]), [(None, "org", "not_applicable")]),
        ("domain_controller", ground([], {("registry_ntds", "dc/DC1"): "missing"}), [("DC1", "dc/DC1", "manual")]),
        ("domain_controller", ground(), [(None, "org", "manual")]),
    ],
)
def test_a_question_is_asked_once_per_subject(subject: str, where: Ground, rows: list[tuple[str | None, str, str]]) -> None:
    versions = ["2019"] if subject == "server" else "all"

    assert shown(question_rows(asked({}, subject=subject, versions=versions), "Is it so?", where)) == rows


OUTSIDE = {"subject": "server", "roles": ["Edge"]}
EVERYWHERE = {SERVICES: {"need": "absence_passes", "over": "organization"}}


@pytest.mark.parametrize("status", ["partial", "damaged", "error", "access-denied", "missing", "unreadable"])
@pytest.mark.parametrize(
    "rule",
    [
        asked({"receive_connectors": "rows"}, **OUTSIDE),
        asked({"receive_connectors": "rows"}, "pass", **OUTSIDE),
        asked({SERVICES: "rows"}, "pass", subject="server"),
        asked(EVERYWHERE, "pass", subject="organization"),
    ],
)
def test_empty_answer_about_servers_is_unknown_while_the_list_of_servers_is_not_whole(status: str, rule: Asked) -> None:
    lines = {("receive_connectors", "org"): "ok", (SERVICES, "EX1"): "empty"}

    whole = judge(rule, [], ground([server()], {("servers", "org"): "ok", **lines}))
    (cut,) = judge(rule, [], ground([server()], {("servers", "org"): status, **lines}))

    assert outcomes(whole) == [str(rule.when_empty)] or outcomes(whole) == ["not_applicable"]
    assert (str(cut.row.outcome), cut.row.reason) == ("unknown", f"not all data are there: servers of org: {status}")


def test_empty_answer_that_no_server_could_change_stands() -> None:
    rule = asked({"receive_connectors": "rows"}, "pass", subject="organization")

    assert outcomes(judge(rule, [], ground([server()], {("servers", "org"): "partial", ("receive_connectors", "org"): "empty"}))) == ["pass"]


@pytest.mark.parametrize(("outcome", "found"), [("pass", "unknown"), ("fail", "fail")])
def test_absence_on_every_server_leans_on_the_list_of_servers(outcome: str, found: str) -> None:
    where = ground([server()], {("servers", "org"): "partial", (SERVICES, "EX1"): "ok"})

    assert outcomes(judge(asked(EVERYWHERE, subject="organization"), [row(outcome, server=None)], where)) == [found]


def test_question_to_servers_that_nobody_has_seen_is_unknown() -> None:
    where = ground([server()], {("servers", "org"): "partial"})

    assert shown(question_rows(asked({}, **OUTSIDE), "Is it so?", where)) == [(None, "org", "unknown")]
