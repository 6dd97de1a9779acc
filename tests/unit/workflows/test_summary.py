from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exposture.model.assessment import AsOf, Assessment, InputFile, Listed, Organization
from exposture.model.coverage import CoverageLine, Status
from exposture.model.estate import Estate
from exposture.model.outcome import Severity
from exposture.rulebook.load import Fault
from exposture.workflows.audit import Audited
from exposture.workflows.summary import open_at_or_above, standing, troubles, worst
from tests.unit.report.assessments import assessment, bundle, coverage, row, rule_info, server

ESTATE = Estate(tables={}, coverage=(), files=(), conversions=(), collections=())


def with_rows(*rows: dict[str, Any]) -> Assessment:
    rules = sorted({one["rule_id"] for one in rows})
    return assessment(list(rows), rules=[rule_info(rule_id) for rule_id in rules])


def finding(rule_id: str, severity: str, message: str = "It is so.", outcome: str = "fail", subject: str = "x") -> dict[str, Any]:
    return row(rule_id=rule_id, severity=severity, message=message, outcome=outcome, subject=subject)


def audited(one: Assessment, *faults: Fault) -> Audited:
    return Audited(assessment=one, estate=ESTATE, rule_faults=faults)


def test_worst_rule_stands_first_with_its_worst_message_and_its_number() -> None:
    found = worst(
        with_rows(
            finding("RCV-001", "medium", "A relays a little."),
            finding("RCV-001", "critical", "B relays.", subject="b"),
            finding("RCV-001", "critical", "C relays.", subject="c"),
            finding("AAA-001", "high"),
            finding("BBB-001", "critical", outcome="unknown"),
        )
    )

    assert [(one.rule_id, one.severity, one.message, one.count) for one in found] == [
        ("RCV-001", "critical", "B relays.", 3),
        ("AAA-001", "high", "It is so.", 1),
    ]


def test_five_rules_are_shown_those_with_more_findings_first() -> None:
    rows = [finding(f"RCV-00{number}", "high", subject=str(copy)) for number in range(1, 8) for copy in range(number)]

    assert [one.rule_id for one in worst(with_rows(*rows))] == ["RCV-007", "RCV-006", "RCV-005", "RCV-004", "RCV-003"]


def test_long_message_is_cut() -> None:
    (one,) = worst(with_rows(finding("RCV-001", "high", "word " * 100)))

    assert len(one.message) == 160
    assert one.message.endswith("word\u2026")


def test_standing_counts_by_severity_and_says_what_is_not_known() -> None:
    one = with_rows(
        finding("A-1", "high"), finding("A-1", "low", subject="y"), finding("B-1", "high", outcome="unknown"), finding("C-1", "low", outcome="manual")
    )

    assert standing(one)[1] == "Open findings: 1 high, 1 low; 1 not known; 1 to answer by hand"


def test_standing_without_anything_open_says_none() -> None:
    assert standing(with_rows())[1] == "Open findings: none"


@pytest.mark.parametrize(
    ("time", "origin", "said"),
    [
        ("2026-08-14T09:00:00", "estimate", "as of 2026-08-14 09:00:00 UTC, estimated from the exports"),
        (None, "none", "as of an unknown time"),
    ],
)
def test_standing_says_how_the_time_is_known(time: str | None, origin: str, said: str) -> None:
    one = assessment([], as_of=AsOf(time=time, origin=origin))

    assert standing(one)[2].endswith(said)


def test_standing_names_an_organization_without_a_name_and_counts_servers() -> None:
    one = assessment([], organization=Organization(name=None, guid=None, forests=[]), servers=[server("EX1"), server("EX2")])

    assert standing(one)[0].startswith("Organization of unknown name: 2 servers, ")


def test_damaged_files_are_named_once_and_what_was_cut_is_counted() -> None:
    files = [
        InputFile(path="a.xml", state="damaged", integrity="no-manifest", message="not well-formed in a.xml:3:1"),
        InputFile(path="b.xml", state="unreadable", integrity="no-manifest", message=""),
    ]
    one = assessment([], coverage=coverage(damaged=files, totals=Listed(gaps=0, unrecognised=0, damaged=5, conversions=0)))

    assert troubles(audited(one)) == ["not well-formed in a.xml:3:1", "b.xml: unreadable", "3 more damaged files; the report counts them"]


def test_pair_that_differs_from_its_manifest_is_named() -> None:
    line = CoverageLine(dataset="accepted_domains", target="org", status=Status.DAMAGED, message="datasets.csv:3 says 3 rows, the files hold 2")

    assert troubles(replace(audited(assessment([])), damaged_pairs=(line,))) == [
        "accepted_domains of org: datasets.csv:3 says 3 rows, the files hold 2"
    ]


def test_bundle_whose_hashes_differ_is_named() -> None:
    one = assessment([], bundles=[replace(bundle(), name="in", integrity="differs")])

    (line,) = troubles(audited(one))
    assert line.startswith("in: the hashes differ from what was written on the server, or from the expected one")
    assert line.endswith(bundle().sha256)


def test_rule_that_could_not_be_judged_is_named() -> None:
    fault = Fault(path="time/TIM-004-x.yaml", message="no such column", where=None)

    assert troubles(audited(assessment([]), fault)) == ["the rule time/TIM-004-x.yaml: no such column"]


def test_complete_audit_has_no_trouble() -> None:
    assert troubles(audited(assessment([]))) == []


@pytest.mark.parametrize(("severity", "count"), [("critical", 0), ("high", 2), ("medium", 2), ("info", 3)])
def test_open_findings_are_counted_down_to_a_severity(severity: str, count: int) -> None:
    one = with_rows(finding("A-1", "high"), finding("A-1", "high", subject="y"), finding("B-1", "low"), finding("C-1", "critical", outcome="unknown"))

    assert open_at_or_above(one, Severity(severity)) == count
