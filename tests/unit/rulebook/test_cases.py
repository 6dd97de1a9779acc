from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
import yaml

from exposture.errors import RuleSyntaxError
from exposture.model.outcome import Outcome, Severity
from exposture.rulebook.cases import Case, load_all_cases, load_cases, newest_builds
from exposture.rulebook.load import load_rulebook
from tests.unit.rulebook.factories import RULE_PATH, write_pack

NEWEST = {"2010": "14.3.1", "2019": "15.2.2"}


def case(**fields: Any) -> Case:
    return Case.model_validate({"name": "a", "why": "b", "expect": [], **fields})


def test_default_server_is_a_mailbox_server_at_the_newest_build() -> None:
    row = case().server_rows(NEWEST)[0]

    found = [row[column] for column in ("name", "server", "version", "build", "roles", "is_edge")]
    assert found == ["EX1", "EX1", "2019", "15.2.2", ["Mailbox"], False]


def test_default_server_of_2010_has_its_three_roles() -> None:
    assert case(version=2010).server_rows(NEWEST)[0]["roles"] == ["Mailbox", "HubTransport", "ClientAccess"]


def test_servers_override_the_default_and_may_be_unknown() -> None:
    servers = [{"name": "edge1", "version": "2019", "roles": ["Edge"], "site": "HQ"}, {"name": "EX9", "build": None}]

    rows = [(row["name"], row["is_edge"], row.get("site"), row["build"]) for row in case(servers=servers).server_rows(NEWEST)]

    assert rows == [("EDGE1", True, "HQ", "15.2.2"), ("EX9", None, None, None)]


def test_table_of_servers_replaces_all() -> None:
    found = case(tables={"servers": [{"name": "EX5", "version": "SE"}, {"name": "EX6"}]})

    assert found.server_rows(NEWEST) == [{"name": "EX5", "version": "SE"}, {"name": "EX6"}]
    assert found.versions == {"SE"}


def test_versions_are_those_of_its_servers() -> None:
    assert case(version="2016").versions == {"2016"}
    assert case(servers=[{"name": "A"}, {"name": "B", "version": "2013"}]).versions == {"2013"}


@pytest.mark.parametrize(
    ("value", "time"),
    [
        ("2026-08-01", datetime.fromisoformat("2026-08-01")),
        ("2026-08-01T12:00:00Z", datetime.fromisoformat("2026-08-01T12:00")),
        ("2026-08-01T12:00:00+02:00", datetime.fromisoformat("2026-08-01T10:00")),
    ],
)
def test_as_of_is_naive_utc(value: str, time: datetime) -> None:
    assert case(as_of=value).as_of == time
    assert case(as_of=yaml.safe_load(value)).as_of == time
    assert case().as_of is None


def test_bare_times_become_the_text_of_an_export() -> None:
    text = "tables: {a: [{day: 2026-08-01, time: 2026-08-01T10:00:00, list: [2026-08-02], flag: true, number: 3}]}"

    assert case(**yaml.safe_load(text)).tables["a"] == [
        {"day": "2026-08-01", "time": "2026-08-01T10:00:00", "list": ["2026-08-02"], "flag": True, "number": 3}
    ]


def test_expected_rows_may_name_a_severity() -> None:
    found = case(expect=[["EX1", "A", "fail", "low"], [None, "org", "unknown"], {"server": "EX1", "subject": "B", "outcome": "pass"}])

    assert [(row.server, row.outcome, row.severity) for row in found.expect] == [
        ("EX1", Outcome.FAIL, Severity.LOW),
        (None, Outcome.UNKNOWN, None),
        ("EX1", Outcome.PASS, None),
    ]
    assert found.outcomes == {Outcome.FAIL, Outcome.UNKNOWN, Outcome.PASS}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- {name: a, why: b, expect: [[EX1, A]]}", "found 2 values in a.cases.yaml:1"),
        ("- {name: a, why: b, expect: 3}", "expect: Input should be a valid list"),
        ("- {name: a, why: b, version: true, expect: []}", "0.version"),
        ("- {name: a, why: b, status: {x: {org: gone}}, expect: []}", "0.status.x.org"),
        ("- {name: a, why: b, colour: red, expect: []}", "0.colour"),
    ],
)
def test_wrong_file_is_an_error_with_its_place(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "a.cases.yaml").write_text(text)

    with pytest.raises(RuleSyntaxError, match=message):
        load_cases(tmp_path / "a.cases.yaml", "a.cases.yaml")


def test_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(RuleSyntaxError, match=r"cannot be read: .* in .*a\.cases\.yaml"):
        load_cases(tmp_path / "a.cases.yaml")


def test_cases_belong_to_the_rule_beside_them(tmp_path: Path) -> None:
    more = {"time/TIM-001-broken.yaml": "id: [", "time/TIM-001-broken.cases.yaml": "[]", "time/TIM-002-lost.cases.yaml": "[]"}

    cases, faults = load_all_cases(load_rulebook(write_pack(tmp_path, more=more), strict=False))

    assert [one.name for one in cases["RCV-006"]] == ["tls is pass", "none is fail", "None is unknown"]
    assert [(fault.path, fault.rule_id) for fault in faults] == [("time/TIM-002-lost.cases.yaml", None)]


def test_broken_cases_are_a_fault_of_their_rule(tmp_path: Path) -> None:
    path = RULE_PATH.replace(".yaml", ".cases.yaml")

    cases, faults = load_all_cases(load_rulebook(write_pack(tmp_path, more={path: "- 1"})))

    assert (cases, [(fault.path, fault.rule_id) for fault in faults]) == ({}, [(path, "RCV-006")])


def test_newest_build_is_the_highest_by_number() -> None:
    builds = ["15.2.986.5", "15.2.1118.7", None, "15.1.9.9"]

    found = newest_builds(pa.table({"product": ["2019", "2019", "2019", "2016"], "build": builds}))
    structs = newest_builds(pa.table({"product": ["2019"], "build": [{"major": 15, "text": "15.2.1"}]}))

    assert (found, structs) == ({"2019": "15.2.1118.7", "2016": "15.1.9.9"}, {"2019": "15.2.1"})
