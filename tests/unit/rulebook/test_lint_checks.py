from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from exposture.rulebook.lint import all_checks, lint
from tests.unit.rulebook.factories import CASES, PROFILES, QUERY, RULE, RULE_PATH, VIEW, bent, pack

CASES_PATH = RULE_PATH.replace(".yaml", ".cases.yaml")
OTHER_PATH = "connectors/RCV-007-another.yaml"
VIEW_PATH = "lib/enabled_connectors.sql"
OTHER = bent(
    RULE,
    {"id": "RCV-007", "title": "Another good state holds", "cause": [{"dataset": "receive_connectors", "column": "enabled", "predicate": "state"}]},
)


def query(old: str, new: str) -> dict[str, Any]:
    assert old in QUERY
    return {"query": QUERY.replace(old, new)}


def view(old: str, new: str) -> dict[str, Any]:
    assert old in VIEW
    return {"more": {VIEW_PATH: VIEW.replace(old, new)}}


def other(**changes: Any) -> dict[str, Any]:
    return {"more": {OTHER_PATH: bent(OTHER, {name.replace("__", "."): value for name, value in changes.items()})}}


def first_case(**changes: Any) -> dict[str, Any]:
    return {"more": {CASES_PATH: [bent(CASES[0], changes), *CASES[1:]]}}


def profiles(**changes: Any) -> dict[str, Any]:
    return {"more": {"profiles.yaml": bent(PROFILES, {f"stig.{name}": value for name, value in changes.items()})}}


def windowed(text: str) -> dict[str, Any]:
    return query("  'the mode is not known' AS reason,", f"  'the mode is not known' AS reason,\n  {text} AS extra,")


TRIPS: list[tuple[str, dict[str, Any], str]] = [
    ("L001", {"more": {OTHER_PATH: "id: ["}}, "not well-formed YAML"),
    ("L001", {"more": {CASES_PATH: "- {name: 1, expect: [[EX1, A]]}"}}, "name: Input should be a valid string"),
    ("L001", {"more": {"connectors/RCV-009-lost.cases.yaml": "[]"}}, "no rule of that name lies beside"),
    ("L002", {"more": {"connectors/RCV-007.yaml": OTHER}}, "expected RCV-007-<slug>.yaml"),
    ("L002", {"more": {"connectors/RCV-007-A_b.yaml": OTHER}}, "expected RCV-007-<slug>.yaml"),
    ("L003", {"more": {"time/RCV-007-another.yaml": OTHER}}, "its prefix belongs to connectors"),
    ("L003", {"more": {"time/XYZ-007-another.yaml": bent(OTHER, {"id": "XYZ-007"})}}, "its prefix belongs to no area"),
    ("L004", other(title="BASIC authentication waits for TLS"), "RCV-006 has the same title"),
    ("L005", {"title": "basic authentication waits for TLS"}, "does not begin with a capital"),
    ("L005", {"title": "Basic authentication waits for TLS."}, "ends with a full stop"),
    ("L005", {"title": "Basic waits"}, "fewer than 3 words"),
    ("L005", {"title": "Basic " + "long " * 30 + "title"}, "longer than"),
    ("L005", {"title": "Basic authentication should wait for TLS"}, "demands or asks"),
    ("L010", {"datasets": {"receive_connectors": "rows", "send_connectors": "rows"}}, "send_connectors, which the catalog"),
    ("L011", {"cause": [{"dataset": "receive_connectors", "column": "modes", "predicate": "value"}]}, "receive_connectors.modes"),
    ("L011", {"cause": [{"dataset": "connectors", "column": "mode", "predicate": "value"}]}, "the dataset connectors"),
    ("L012", {"evidence": {"mode": "receive_connectors.modes"}}, "takes mode from receive_connectors.modes"),
    ("L012", {"evidence": {"colour": "computed"}}, "explains colour, which the query does not give"),
    ("L013", query("FROM judged", "FROM juged"), "reads juged"),
    ("L014", {"datasets": {}}, "reads receive_connectors, which `datasets` does not name"),
    ("L015", {"datasets": {"receive_connectors": "rows", "servers": "rows"}}, "servers, which the query does not read"),
    ("L016", {"because_of": ["RCV-010"]}, "names the rule RCV-010"),
    ("L017", {"because_of": ["RCV-007"], **other(because_of=["RCV-006"])}, "its own cause"),
    ("L018", other(cause=RULE["cause"]), "judges value of receive_connectors.mode, which RCV-006 owns"),
    ("L019", {"cause": []}, "owns no fact"),
    ("L020", {"cause": [{**RULE["cause"][0], "value": "x"}, {**RULE["cause"][0], "value": "x"}]}, "names value of receive_connectors.mode (x) twice"),
    ("L030", {"message": "{subject} uses {colour}."}, "names {colour}"),
    ("L030", {"message": "{subject} uses {mode."}, "cannot be read"),
    ("L031", {"message": "It uses {mode}."}, "does not name {subject}"),
    ("L032", {"message": "{subject} uses {mode}"}, "no full sentence"),
    ("L032", {"message": "see {subject}."}, "no full sentence"),
    ("L033", other(kind="manual", query="", message="", evidence={}, parameters={}, question="Tell us."), "without a question mark"),
    ("L034", {"rationale": " "}, "`rationale` is empty"),
    ("L035", {"severity": "high", "product_default": {"fails": True}}, "does not say why the default"),
    ("L036", {"topics": ["M32"]}, "the topic 'M32'"),
    ("L037", {"references": [{"title": " ", "url": ""}]}, "the reference to nothing has no title"),
    ("L037", {"references": [{"title": "Page", "url": "http://example.com"}]}, "no https address"),
    ("L040", {"remediation__rollback": " "}, "`remediation.rollback` is empty"),
    ("L041", {"remediation__verify": "Get-X $in.name"}, "uses $in.name"),
    ("L041", {"remediation__inputs": {"identity": "subject", "mode": "mode"}}, "names mode, which no step"),
    ("L042", {"remediation__inputs": {"identity": "colour"}}, "takes identity from colour"),
    ("L043", {"remediation__verify": "Get-X -Identity $in.identity <name>"}, "the placeholder <name>"),
    ("L043", {"remediation__verify": "Get-X -Identity $in.identity {subject}"}, "the placeholder {subject}"),
    ("L043", {"remediation__verify": 'Get-X -Identity "$in.identity"'}, "an input inside quotes"),
    ("L044", {"remediation__verify": "Get-X -Identity $in.identity -Mode $mode"}, "uses $mode, which nothing sets"),
    ("L044", {"remediation__verify": "Get-X -Identity $in.identity -Path $env:TEMP"}, "uses $env:TEMP"),
    ("L050", query("$wanted", "'tls'"), "the parameter wanted is used nowhere"),
    ("L051", query("$wanted", "$wished"), "uses the parameter wished"),
    ("L052", query("param_modes AS p", "param_wanted AS p"), "the value wanted is read as param_wanted"),
    ("L052", query("$wanted", "$modes"), "the table modes is used as $modes"),
    ("L052", {"parameters__as_of": {"type": "int", "default": 1}}, "has a reserved name"),
    ("L053", {"parameters__wanted__default": 1}, "parameter wanted: 1 is no string under default"),
    ("L053", {"parameters__modes__default": []}, "no columns"),
    ("L054", {"parameters__wanted__columns": {"a": "int"}}, "is no table and declares columns"),
    ("L055", {"parameters__wanted__why": {}}, "has no reason under stig"),
    ("L055", {"parameters__wanted__profiles": {}}, "has no value under stig"),
    ("L056", {"parameters__wanted__profiles": {"stig": "a", "nist": "b"}, "parameters__wanted__why": {"stig": "a", "nist": "b"}}, "under nist"),
    ("L056", {"parameters__wanted__profiles": {"default": "a"}, "parameters__wanted__why": {"default": "a"}}, "under default beside its default"),
    ("L057", profiles(off={"RCV-010": "not there"}), "stig names RCV-010"),
    ("L057", profiles(off={"RCV-006": "no"}, severity={"RCV-006": {"to": "low", "why": "no"}}), "weighs RCV-006 and switches it off"),
    ("L060", {"more": {CASES_PATH: None}}, "the rule has no case"),
    ("L061", {"more": {CASES_PATH: CASES[:2]}}, "no case ends in unknown"),
    ("L062", query("j.mode IS NULL", "j.mode = '2010' OR j.mode IS NULL"), "tells 2010 apart"),
    ("L063", first_case(name=CASES[1]["name"].upper()), "2 cases are called 'none is fail'"),
    ("L064", first_case(why=" "), "`why` is empty"),
    ("L065", first_case(tables={"data_builds": []}), "fills data_builds, which the rule does not read"),
    ("L065", first_case(status={"send_connectors": {"org": "missing"}}), "gives a status to send_connectors"),
    ("L066", first_case(tables={"receive_connectors": [{"colour": "red"}]}), "receive_connectors has no column colour"),
    ("L066", first_case(servers=[{"name": "EX1", "version": "2019", "colour": "red"}]), "servers has no column colour"),
    ("L067", first_case(expect=[["EX2", "A", "pass"], ["EX1", "B", "pass"]]), "`expect` is not sorted"),
    ("L068", first_case(profile="nist"), "'nist' is no profile"),
    ("L068", first_case(parameters={"colour": 1}), "sets the parameter colour"),
    ("L070", query("FROM judged", "from judged"), "the keyword from"),
    ("L071", query("SELECT\n    c.server,\n    c.name,\n    c.key,\n    c.mode\n", "SELECT\n    c.*\n"), "takes all columns"),
    ("L071", query("SELECT\n    c.server,", "SELECT\n    *,"), "takes all columns"),
    ("L071", query("    c.server,", "    COLUMNS(*),"), "takes all columns"),
    ("L072", query("j.mode IS NULL", "j.enabled = TRUE OR j.mode IS NULL"), "compares with = TRUE"),
    ("L073", query("\nFROM judged", " FROM judged"), "FROM does not begin a line"),
    ("L073", query("\nLEFT JOIN", " LEFT JOIN"), "JOIN does not begin a line"),
    ("L074", query("j.mode\n", "upper(j.mode)\n"), "the column 6 of the answer has no name"),
    ("L074", query("  j.mode\n", "  j.mode,\n  p.mode\n"), "two columns mode"),
    ("L075", query("  j.key AS subject_key,\n", ""), "does not give the column subject_key"),
    ("L075", query("  'the mode is not known' AS reason,\n", ""), "may answer unknown and gives no column reason"),
    ("L076", query("  j.server,\n", "  j.rank,\n  j.server,\n"), "a column of evidence stands before"),
    ("L077", query("WITH judged", "WITH servers AS (\n  SELECT 1 AS one\n),\njudged"), "names servers, which is a table"),
    ("L077", query("WITH judged", 'WITH "Odd One" AS (\n  SELECT 1 AS one\n),\njudged'), "no snake_case"),
    ("L080", windowed("now()"), "now() asks the clock"),
    ("L080", windowed("read_text('x')"), "read_text() reads what is no table"),
    ("L080", windowed("getenv('HOME')"), "getenv() asks for settings"),
    ("L080", windowed("random()"), "random() depends on chance"),
    ("L081", windowed("current_timestamp"), "current_timestamp asks the clock"),
    ("L081", query("  ON p.mode = j.mode", "  ON p.mode = j.mode\nUSING SAMPLE 3"), "USING SAMPLE depends on chance"),
    ("L082", query("FROM judged AS j", "FROM 'x.csv' AS j"), "reads 'x.csv' as a table"),
    ("L082", query("FROM judged AS j", 'FROM "x.csv" AS j'), 'reads "x.csv" as a table'),
    ("L083", {"query": "UPDATE x"}, "does not begin with SELECT"),
    ("L083", {"query": QUERY + "; SELECT 1"}, "more than one statement"),
    ("L083", query("WITH judged", "WITH gone AS (DELETE FROM servers RETURNING 1),\njudged"), "DELETE stands where a statement begins"),
    ("L084", windowed("list(j.mode)"), "list() depends on the order"),
    ("L084", windowed("row_number() OVER (PARTITION BY j.mode)"), "row_number() depends on the order"),
    ("L084", query("  FROM enabled_connectors AS c", "  FROM enabled_connectors AS c\n  LIMIT 1"), "LIMIT without ORDER BY"),
    ("L090", view("FROM receive_connectors", "FROM receive_conectors"), "names receive_conectors, which is no dataset"),
    ("L091", view("-- requires: receive_connectors", "-- requires: none"), "reads receive_connectors, which its header does not name"),
    ("L091", view("-- optional: none", "-- optional: servers"), "names servers in its header and does not read it"),
    ("L091", view("-- optional: none", "-- optional: receive_connectors"), "as required and as optional"),
    ("L092", view("-- columns: server, name", "-- columns: name, server"), "its header says name, server"),
    ("L093", view("IS NOT FALSE", "IS NOT FALSE AND mode = $wanted"), "uses $wanted"),
    ("L093", view("FROM receive_connectors", "FROM receive_connectors, param_modes"), "uses param_modes"),
    ("L094", {"more": {"lib/servers.sql": VIEW.replace("view: enabled_connectors", "view: servers")}}, "the view servers has the name of a table"),
    ("L095", query("FROM enabled_connectors AS c", "FROM receive_connectors AS c"), "is read by no rule"),
]


@pytest.mark.parametrize(("code", "changes", "message"), TRIPS, ids=[f"{code}-{place}" for place, (code, _, _) in enumerate(TRIPS)])
def test_check_finds_its_fault(tmp_path: Path, code: str, changes: dict[str, Any], message: str) -> None:
    check = [check for check in all_checks() if check.code == code]

    found = lint(pack(tmp_path, **changes), checks=check)

    assert [finding for finding in found if message in finding.message], found


def test_clean_pack_has_no_finding(tmp_path: Path) -> None:
    assert lint(pack(tmp_path)) == ()


def test_every_check_has_a_fault_that_trips_it() -> None:
    assert {code for code, _, _ in TRIPS} == {check.code for check in all_checks()}


@pytest.mark.parametrize(
    "changes",
    [
        windowed("string_agg(j.mode, ', ' ORDER BY j.mode)"),
        windowed("list_sort(list(j.mode))"),
        windowed("row_number() OVER (ORDER BY j.key)"),
        windowed("(SELECT max(build) FROM data_builds)"),
        windowed("left(j.mode, 1) IS DISTINCT FROM p.user"),
        windowed("list_transform([j.mode], lambda x: x || '; now() *')"),
        windowed("EXISTS (SELECT mode FROM param_modes ORDER BY mode LIMIT 1)"),
        windowed("(show = 1 AND count(*) > 1)"),
        query("ORDER BY j.server, subject\n", "ORDER BY j.server, subject\nLIMIT 5\n"),
        {"remediation__kind": "manual", "remediation__change": "Ask <name> about $in.identity and $money."},
        query("  j.mode\n", "  j.mode AS mode -- current_date\n"),
        query("LEFT JOIN", "LEFT OUTER JOIN"),
        {"remediation__verify": '$found = Get-X -Identity $in.identity\nforeach ($one in $found) { "$($in.identity)" + $one + $true }'},
        {"remediation__kind": "none", "remediation__rollback": "", "remediation__inputs": {}},
        {"severity": "high", "product_default": {"fails": True}, "severity_reason": "The default is exploited."},
        other(status="draft", title="wrong."),
        other(alias_of="RCV-006", status="alias", query="", message="", parameters={}, evidence={}, datasets={}, cause=[], severity_reason=""),
        other(cause=[{**RULE["cause"][0], "value": "basic"}]) | {"cause": [{**RULE["cause"][0], "value": "integrated"}]},
        {
            "datasets": {"receive_connectors": "rows", "servers": "rows"},
            **query("\nORDER BY j.server", "\nLEFT JOIN servers AS s\n  ON s.name = j.server\nORDER BY j.server"),
        },
    ],
)
def test_check_lets_pass_what_is_right(tmp_path: Path, changes: dict[str, Any]) -> None:
    found = lint(pack(tmp_path, **changes))

    assert [finding for finding in found if not (finding.code == "L060" and finding.rule_id == "RCV-007")] == []
