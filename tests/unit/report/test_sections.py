"""What each section says, as facts about the view."""

from __future__ import annotations

from typing import Any

import pytest
from tests.unit.report.assessments import REMEDIATION, assessment, bundle, coverage, row, rule_info, server
from tests.unit.report.estates import wide

from exposture.model.assessment import AsOf, Assessment, Gap, InputFile, Listed, Organization, PassCount, ProfileUse
from exposture.report.findings import index_findings
from exposture.report.view import ReportView, build_view


def view(rows: list[dict[str, Any]] | None = None, **changes: Any) -> ReportView:
    return build_view(assessment(rows, **changes))


def subjects(amount: int, **changes: Any) -> list[dict[str, Any]]:
    return [row(subject=f"Connector {number:03}", **changes) for number in range(amount)]


class TestCover:
    def test_data_age_is_relative_to_the_moment_of_judgement(self) -> None:
        cover = view(as_of=AsOf(time="2026-08-20T00:00:00", origin="option")).cover

        assert cover.as_of == "Judged as of 20 August 2026, 00:00 UTC: the date that was asked for."
        assert cover.age == "The data is 5 days old at that moment."

    @pytest.mark.parametrize(
        ("time", "age"),
        [
            ("2026-08-14T09:30:00", "The data is of that day."),
            ("2026-08-01T00:00:00", "The data is younger than the moment it is judged at."),
            (None, "The age of the data is not known."),
        ],
    )
    def test_age_in_words(self, time: str | None, age: str) -> None:
        assert view(as_of=AsOf(time=time, origin="none")).cover.age == age

    def test_bundles_of_different_ages_are_judged_by_the_oldest(self) -> None:
        assert view(bundles=[bundle(), bundle(collected_to="2026-08-04T00:00:00")]).cover.age == "The oldest data is 10 days old at that moment."

    def test_both_numbers_of_the_coverage_and_the_ratio(self) -> None:
        cover = view().cover

        assert (cover.coverage_ratio, cover.coverage) == ("95 %", "19 of 20 expected datasets and servers collected")

    def test_loose_exports_count_core_datasets(self) -> None:
        assert view(coverage=coverage(counts="core datasets")).cover.coverage == "19 of 20 core datasets collected"

    def test_a_missing_manifest_is_said_in_the_trust_box(self) -> None:
        assert "not even their way" in view(bundles=[bundle(integrity="no-manifest")]).cover.trust[1]
        assert "not even their way" not in view().cover.trust[1]

    def test_more_than_one_forest_is_the_first_remark(self) -> None:
        organization = Organization(name=None, guid=None, forests=["a.example", "b.example"])
        cover = view(organization=organization, coverage=coverage(remarks=["a remark"])).cover

        assert cover.organization == "Organization not named in the data"
        assert cover.remarks == ("The exports hold objects of 2 forests.", "A remark.")

    def test_redaction_is_said_on_the_first_page(self) -> None:
        cover = view(bundles=[bundle(redaction="names")], coverage=coverage(remarks=["a remark"])).cover

        assert cover.remarks == ("The data is redacted (names): checks that need what was taken away are unknown and say so.", "A remark.")
        assert cover.bundles[0].facts[-1].text.startswith("names: pseudonyms stand for people")
        assert view().cover.bundles[0].facts[-1].text == "none, names and addresses as exported"

    def test_remarks_servers_and_bundles_are_cut_with_their_number(self) -> None:
        servers = [server(f"EX{number:02}", version="2016" if number % 2 else None) for number in range(20)]
        cover = view(servers=servers, bundles=[bundle()] * 6, coverage=coverage(remarks=["r"] * 9)).cover

        assert len(cover.servers) == 12
        assert cover.servers_more == "and 8 more servers: 4 with Exchange 2016, 4 with version not known"
        assert cover.bundles_more == "and 2 more bundles, listed in results.json"
        assert cover.remarks[-1] == "3 more remarks in results.json."

    @pytest.mark.parametrize(
        ("start", "end", "text"),
        [
            ("2026-08-14T08:02:11", "2026-08-14T09:30:00", "14 August 2026, 08:02 to 09:30 UTC"),
            ("2026-08-13T08:02:11", "2026-08-14T09:30:00", "13 August 2026, 08:02 UTC to 14 August 2026, 09:30 UTC"),
            (None, "2026-08-14T09:30:00", "14 August 2026, 09:30 UTC"),
            ("2026-08-14T09:30:00", None, "14 August 2026, 09:30 UTC"),
            (None, None, "time of collection not known"),
        ],
    )
    def test_span_of_the_collection(self, start: str | None, end: str | None, text: str) -> None:
        assert view(bundles=[bundle(collected_from=start, collected_to=end)]).cover.bundles[0].facts[0].text == text

    def test_profile_rules_and_dates_of_the_facts_are_named(self) -> None:
        facts = {fact.label: fact.text for fact in view().cover.facts}

        assert facts["Tool and rules"] == "exposture 0.1.0 with rule pack 0.1.0 (1 rule, sha256 abababababababab), tables of facts of 2026-08-01"
        assert facts["Profile"] == "Default (default)"

    def test_without_a_forest_none_is_named(self) -> None:
        assert [fact.label for fact in view(organization=Organization(name="C", guid=None, forests=[])).cover.facts] == ["Tool and rules", "Profile"]


class TestManager:
    def test_critical_and_high_make_the_headline(self) -> None:
        rows = [row(), row("CRT-001", severity="high"), row("CRT-001", severity="high", subject="two")]

        assert view(rows).manager.headline == "1 critical and 2 high findings are open."

    def test_a_single_finding_is_singular(self) -> None:
        assert view().manager.headline == "1 critical finding is open."

    @pytest.mark.parametrize(
        ("rows", "headline"),
        [
            ([row(severity="low")], "Nothing critical or high is open; 1 lesser finding is."),
            ([row(outcome="pass")], "Nothing is open; 1 check passed."),
            ([row(outcome="unknown", reason="x")], "Nothing could be judged."),
        ],
    )
    def test_headline_without_grave_findings(self, rows: list[dict[str, Any]], headline: str) -> None:
        assert view(rows).manager.headline == headline

    def test_tiles_count_objects_and_rules(self) -> None:
        rows = [*subjects(3), row("CRT-001"), row("CRT-001", severity="medium", subject="two")]
        tiles = {tile.mark.word: (tile.amount, tile.note) for tile in view(rows).manager.tiles}

        assert tiles["critical"] == ("4", "in 2 checks")
        assert tiles["medium"] == ("1", "in 1 check")
        assert tiles["low"] == ("0", "none found")

    @pytest.mark.parametrize(
        ("severity", "effort", "horizon"),
        [
            ("critical", "project", "This week"),
            ("high", "hours", "This week"),
            ("high", "days", "This month"),
            ("medium", "minutes", "This month"),
            ("medium", "project", "This quarter"),
            ("low", "minutes", "This quarter"),
            ("info", "project", "This quarter"),
        ],
    )
    def test_severity_and_effort_give_the_date(self, severity: str, effort: str, horizon: str) -> None:
        rules = [rule_info(remediation={**REMEDIATION, "effort": effort})]
        horizons = view([row(severity=severity)], rules=rules).manager.horizons

        assert [item.title for item in horizons if item.tasks] == [horizon]

    def test_worst_five_in_plain_words_and_the_rest_counted(self) -> None:
        rows = [row(f"RCV-{number:03}", severity="high") for number in range(7)] + subjects(2)
        manager = view(rows).manager

        assert [item.rule_id for item in manager.worst] == ["RCV-001", "RCV-000", "RCV-002", "RCV-003", "RCV-004"]
        assert manager.worst[0].more == "2 more like it."
        assert manager.horizons[0].more == "and 3 more"

    def test_what_is_not_known_is_said(self) -> None:
        rows = [row(outcome="unknown", reason="a"), row(outcome="unknown", reason="b", subject="2"), row(outcome="unknown", reason="b", subject="3")]
        rows += [row("TIM-007", outcome="manual", reason="who?"), row("DBS-001", outcome="error", reason="broken")]
        unknowns = view(rows, coverage=coverage(totals=Listed(gaps=1, unrecognised=0, damaged=2, conversions=0))).manager.unknowns

        assert unknowns == (
            "3 results could not be decided, most often (2): b.",
            "1 expected export of 20 did not come or were not whole.",
            "2 files could not be read to the end.",
            "1 question no export can answer; somebody has to.",
            "1 rule failed to run.",
        )

    def test_nothing_unknown_is_said_too(self) -> None:
        assert view(coverage=coverage(expected=1, collected=1)).manager.unknowns == ("Nothing that was asked stayed unknown.",)


class TestMatrix:
    def test_a_cell_holds_the_worst_open_severity(self) -> None:
        rows = [row(severity="low"), row("RCV-002", severity="high"), row("RCV-003", outcome="unknown", reason="x")]
        matrix = view(rows).matrix

        assert [(line.label, line.cells[0].letter, line.cells[0].word) for line in matrix.tables[0]] == [
            ("Organization", "·", ""),
            ("EX1", "H", "high"),
        ]

    @pytest.mark.parametrize(
        ("outcomes", "word"),
        [
            (["pass", "unknown"], "unknown"),
            (["pass", "manual"], "manual"),
            (["pass", "not_applicable"], "pass"),
            (["not_applicable"], "n/a"),
            (["error", "pass"], "error"),
        ],
    )
    def test_without_a_fail_the_least_certain_counts(self, outcomes: list[str], word: str) -> None:
        rows = [row(f"RCV-{number:03}", outcome=outcome, reason="x") for number, outcome in enumerate(outcomes)]

        assert view(rows).matrix.tables[0][1].cells[0].word == word

    def test_rows_that_a_document_only_counted_are_passes(self) -> None:
        passes = [PassCount(rule_id="RCV-001", server="EX1", outcome="pass", count=2_000)]

        assert view([], passes=passes).matrix.tables[0][1].cells[0].word == "pass"

    def test_names_that_are_no_listed_server_have_a_row(self) -> None:
        assert [line.label for line in view([row(server="dc/DC1"), row(server=None)]).matrix.tables[0]] == ["Organization", "EX1", "dc/DC1"]

    def test_a_hundred_servers_have_a_row_each_in_tables_of_26(self) -> None:
        matrix = build_view(wide(servers=100, rules=2)).matrix

        assert [len(table) for table in matrix.tables] == [26, 26, 26, 23]
        assert not matrix.is_grouped

    def test_beyond_a_hundred_they_are_grouped_by_version_and_roles(self) -> None:
        servers = [server(f"EX{number:03}", version="2016" if number % 2 else "2019") for number in range(101)]
        matrix = view(
            [row(server="EX001", severity="high"), row("RCV-002", server="EX003", severity="medium"), row(server="EX999")], servers=servers
        ).matrix

        assert [(line.label, line.note, line.cells[0].word) for line in matrix.tables[0][1:]] == [
            ("Exchange 2016, Mailbox", "50 servers", "high"),
            ("Exchange 2019, Mailbox", "51 servers", ""),
            ("not listed", "1 server", "critical"),
        ]

    def test_more_than_a_hundred_groups_are_cut(self) -> None:
        servers = [server(f"EX{number:03}", version=f"v{number}") for number in range(150)]
        matrix = view(servers=servers).matrix

        assert sum(len(table) for table in matrix.tables) == 101
        assert matrix.note == "51 more rows in results.json."

    def test_an_unknown_area_comes_last(self) -> None:
        assert view(rules=[rule_info(area="space_travel")]).matrix.areas[-1] == ("space_travel", "space travel")


class TestCards:
    def test_worst_first_then_what_is_no_default_then_most_objects(self) -> None:
        rows = [
            row("LOW-001", severity="low"),
            row("DEF-001", severity="high", is_default=True),
            row("ONE-001", severity="high"),
            *[{**item, "rule_id": "TWO-001"} for item in subjects(2, severity="high")],
            row("TOP-001"),
        ]

        assert [card.rule_id for card in view(rows).findings.cards] == ["TOP-001", "TWO-001", "ONE-001", "DEF-001", "LOW-001"]

    def test_objects_with_the_same_observation_share_a_row(self) -> None:
        rows = [*subjects(2, evidence={"enabled": True}), row(subject="Other", evidence={"enabled": False})]
        card = view(rows).findings.cards[0]

        assert [(item.names, item.values) for item in card.rows] == [
            (("Connector 000 on EX1", "Connector 001 on EX1"), (("enabled", "true"),)),
            (("Other on EX1",), (("enabled", "false"),)),
        ]

    def test_product_defaults_collapse_to_one_row(self) -> None:
        rows = [row(subject=f"Connector {number}", is_default=True, evidence={"size": number}) for number in range(9)]
        card = view(rows).findings.cards[0]

        assert card.is_default
        assert [(len(item.names), item.more) for item in card.rows] == [(6, "and 3 more")]

    def test_one_fail_that_is_no_default_makes_an_ordinary_card(self) -> None:
        assert not view([row(is_default=True), row(subject="other")]).findings.cards[0].is_default

    def test_rows_of_evidence_are_bounded_and_the_rest_counted(self) -> None:
        rows = [row(subject=f"Connector {number:02}", evidence={"size": number}) for number in range(15)]
        card = view(rows).findings.cards[0]

        assert len(card.rows) == 10
        assert card.rows_more == "5 more objects with 5 other observations: results.json has them all."

    def test_lines_of_evidence_are_bounded_but_one_row_is_always_shown(self) -> None:
        rows = [row(subject=f"Connector {number:02}", evidence={f"value_{column}": number for column in range(30)}) for number in range(5)]
        card = view(rows).findings.cards[0]

        assert len(card.rows) == 2
        assert card.rows[0].values[-1] == ("further values", "22 in results.json")

    def test_many_cards_leave_less_room(self) -> None:
        assert build_view(wide(servers=10, rules=50)).findings.is_dense
        assert not view().findings.is_dense

    def test_affected_counts_fails_judged_servers_and_unknown(self) -> None:
        rows = [*subjects(2), row(subject="good", outcome="pass"), row(subject="dark", outcome="unknown", reason="x")]

        assert view(rows).findings.cards[0].affected == "2 of 3 objects judged, on 1 server; 1 more could not be judged"

    def test_each_severity_is_counted(self) -> None:
        rows = [row(severity="medium"), row(subject="a"), row(subject="b")]
        card = view(rows).findings.cards[0]

        assert [(mark.word, amount) for mark, amount in card.severities] == [("critical", "2"), ("medium", "1")]
        assert card.mark.word == "critical"

    def test_sources_name_dataset_file_and_properties(self) -> None:
        sources = [{"dataset": "receive_connectors", "target": "org", "file": "org/a.xml", "properties": ["Enabled", "Bindings"]}]
        sources += [{"dataset": f"windows_{number}", "target": "EX1", "file": None, "properties": None} for number in range(5)]

        assert view([row(sources=sources)]).findings.cards[0].where == (
            "receive_connectors of org (org/a.xml): Enabled, Bindings",
            "windows_0 of EX1",
            "windows_1 of EX1",
            "windows_2 of EX1",
            "2 more sources in results.json",
        )

    def test_a_row_without_sources_names_none(self) -> None:
        assert view([row(sources=None)]).findings.cards[0].where == ()

    def test_a_consequence_refers_to_its_cause_and_back(self) -> None:
        cause = row()
        rows = [cause, row("SPM-001", severity="high", because_of=[cause["finding_id"], "ffffffffffffffff"])]
        cards = {card.rule_id: [link.text for link in card.links] for card in view(rows).findings.cards}

        assert cards == {"RCV-001": ["Leads to SPM-001"], "SPM-001": ["Follows from RCV-001 (EX1\\Relay)"]}

    def test_answers_that_would_change_it_are_named_once(self) -> None:
        rows = subjects(2, would_change=["gateways", "choices.routing"])

        assert view(rows).findings.cards[0].would_change == ("choices.routing", "gateways")

    @pytest.mark.parametrize(
        ("url", "link"),
        [
            ("https://example.com/a?b=c#d", "https://example.com/a?b=c#d"),
            ("http://example.com/", ""),
            ("javascript:alert(1)", ""),
            ("https://example.com/\"onclick='x'", ""),
            ("https://user@example.com/", ""),
            ("https://example.com/" + "a" * 300, ""),
            ("", ""),
        ],
    )
    def test_only_plain_https_addresses_become_links(self, url: str, link: str) -> None:
        references = [{"title": "Document", "url": url}]

        assert view(rules=[rule_info(references=references)]).findings.cards[0].references[0].link == link

    def test_platform_and_draft_rules_say_so(self) -> None:
        assert view(rules=[rule_info(scope="platform", status="draft")]).findings.cards[0].notes == ("Windows, not Exchange", "draft rule")

    def test_cards_are_bounded(self) -> None:
        found = build_view(wide(servers=5, rules=320)).findings

        assert (len(found.cards), found.more) == (300, "20 more rules with findings in results.json.")


class TestRepair:
    def test_impact_comes_first_and_steps_in_order(self) -> None:
        repair = view().findings.cards[0].repair

        assert repair is not None
        assert repair.impact == "Clients that relay through this connector are refused at once."
        assert [(step.title, step.is_code) for step in repair.steps] == [
            ("Check first", True),
            ("Change", True),
            ("Verify", True),
            ("Way back", True),
        ]
        assert repair.facts == (("Effort", "minutes"), ("Done once per", "object"), ("Restarts", "none"))

    def test_prose_is_no_code(self) -> None:
        remediation = {
            **REMEDIATION,
            "change": "Get-well cards do not help.",
            "precheck": "",
            "verify": "if it works, say so",
            "rollback": "if ($true) { }",
        }
        repair = view(rules=[rule_info(remediation=remediation)]).findings.cards[0].repair

        assert repair is not None
        assert [(step.title, step.is_code) for step in repair.steps] == [("Change", False), ("Verify", False), ("Way back", True)]

    def test_values_for_the_commands_are_data(self) -> None:
        remediation = {**REMEDIATION, "inputs": {"identity": "subject", "size": "max_size", "sid": "sub_key"}}
        rows = [row(evidence={"max_size": 10_000}, sub_key="S-1-5-7")]
        repair = view(rows, rules=[rule_info(remediation=remediation)]).findings.cards[0].repair

        assert repair is not None
        assert repair.input_names == ("$in.identity", "$in.sid", "$in.size")
        assert repair.input_rows == (("EX1\\Relay", "S-1-5-7", "10,000"),)

    def test_many_values_are_cut(self) -> None:
        repair = view(subjects(20)).findings.cards[0].repair

        assert repair is not None
        assert (len(repair.input_rows), repair.input_more) == (8, "the others of 20 findings are in results.json")

    def test_nothing_to_do_is_no_repair(self) -> None:
        assert view(rules=[rule_info(remediation={"kind": "none"})]).findings.cards[0].repair is None

    def test_fields_of_the_wrong_type_are_passed_over(self) -> None:
        repair = (
            view(rules=[rule_info(remediation={"kind": 7, "change": ["x"], "restarts": "IIS", "inputs": [1], "effort": "months"})])
            .findings.cards[0]
            .repair
        )

        assert repair is not None
        assert (repair.steps, repair.input_names, repair.facts) == ((), (), (("Effort", "months"), ("Restarts", "none")))


class TestUnknown:
    def test_grouped_by_rule_and_reason_worst_rule_first(self) -> None:
        rules = [rule_info("LOW-001", severity="low"), rule_info("TOP-001")]
        rows = [{**item, "rule_id": "TOP-001"} for item in subjects(4, outcome="unknown", reason="a")]
        rows += [row("TOP-001", outcome="unknown", reason="b", subject="z"), row("LOW-001", outcome="unknown", reason=None)]

        table = view(rows, rules=rules).unknown.tables[0]

        assert [(item.rule_id, item.reason, item.amount) for item in table] == [
            ("TOP-001", "A.", "4"),
            ("TOP-001", "B.", "1"),
            ("LOW-001", "No reason given.", "1"),
        ]
        assert table[0].names == "Connector 000 on EX1, Connector 001 on EX1, Connector 002 on EX1 and 1 more"

    def test_groups_are_bounded(self) -> None:
        rows = [row(outcome="unknown", reason=f"reason {number:03}", subject=str(number)) for number in range(80)]
        unknown = view(rows).unknown

        assert [len(table) for table in unknown.tables] == [8] * 9 + [3]
        assert unknown.more == "5 more results in 5 groups: results.json has them all."

    def test_rules_that_failed_to_run_are_listed(self) -> None:
        rows = [
            row("DBS-001", outcome="error", subject=str(number), reason=None if number else "no such column", message="broken")
            for number in range(30)
        ]
        unknown = view(rows).unknown

        assert unknown.errors[0].message == "no such column"
        assert (len(unknown.errors), unknown.errors_more) == (25, "5 more rules in results.json.")

    def test_rules_that_the_profile_leaves_out_say_why(self) -> None:
        profile = ProfileUse(name="stig", title="STIG", parameters={}, off={"POP-001": "not asked"})

        assert view(profile=profile).unknown.off == (("POP-001", "not asked"),)


class TestManual:
    def test_one_question_for_each_rule_and_wording(self) -> None:
        rows = [row("TIM-007", outcome="manual", severity="low", reason="Who?", subject=str(number)) for number in range(2)]
        rows.append(row("TIM-008", outcome="manual", severity="high", reason=None))
        rules = [rule_info("TIM-007"), rule_info("TIM-008", question="Where?")]

        asked = view(rows, rules=rules).manual.questions

        assert [(item.rule_id, item.question) for item in asked] == [("TIM-008", "Where?"), ("TIM-007", "Who?")]
        assert asked[1].names == "0 on EX1, 1 on EX1"

    def test_questions_are_bounded(self) -> None:
        rows = [row("TIM-007", outcome="manual", reason=f"question {number:03}", subject=str(number)) for number in range(61)]

        assert view(rows).manual.more == "1 more question in results.json."


class TestPassed:
    def test_one_line_a_rule_by_area(self) -> None:
        rules = [rule_info("RCV-001"), rule_info("TIM-001", area="time"), rule_info("XXX-001", area="other_area")]
        rows = [
            row(outcome="pass"),
            row("TIM-001", outcome="pass"),
            row("TIM-001", outcome="unknown", reason="x", subject="2"),
            row("XXX-001", outcome="pass"),
        ]

        passed = view(rows, rules=rules).passed

        assert [(area.title, [(item.rule_id, item.passed, item.note) for item in area.tables[0]]) for area in passed.areas] == [
            ("Connectors", [("RCV-001", "1", "")]),
            ("Time", [("TIM-001", "1", "1 unknown")]),
            ("other area", [("XXX-001", "1", "")]),
        ]

    def test_rules_that_also_fail_and_rules_that_do_not_apply_are_counted(self) -> None:
        rows = [row(), row(outcome="pass", subject="good"), row("EDG-001", outcome="not_applicable", reason="no Edge")]
        passed = view(rows).passed

        assert passed.elsewhere == "1 more check passed on some objects and failed on others; they are among the findings."
        assert passed.not_applicable == "1 check did not apply to anything here."

    def test_counted_passes_are_added(self) -> None:
        passes = [PassCount(rule_id="RCV-001", server=None, outcome="pass", count=1_234)]

        assert view([], passes=passes).passed.areas[0].tables[0][0].passed == "1,234"


class TestCoverage:
    def test_gaps_of_one_reason_show_their_cures_once(self) -> None:
        cures = ["run the script on EX1 itself", "b", "c", "a", "a"]
        gaps = [Gap(dataset="d", target="EX1", status="missing", message="", cure=cure) for cure in cures]
        found = view(coverage=coverage(gaps=gaps)).coverage

        assert [row.cure for row in found.gaps] == ["A. B. C. 1 more cure in results.json."]

    def test_cure_that_the_message_says_already_is_not_repeated(self) -> None:
        gaps = [Gap(dataset="d", target="dc", status="missing", message="nothing; ask the team", cure="ask the team")]

        assert [row.cure for row in view(coverage=coverage(gaps=gaps)).coverage.gaps] == [""]

    def test_gaps_are_grouped_by_status_and_message(self) -> None:
        gaps = [Gap(dataset=name, target=target, status="unreachable", message="RPC") for name in ("a", "b") for target in ("EX1", "EX2")]
        gaps.append(Gap(dataset="c", target="org", status="weird-state", message=""))
        found = view(coverage=coverage(gaps=gaps)).coverage

        assert [(item.status, item.datasets, item.targets, item.amount) for item in found.gaps] == [
            ("the server did not answer", "a, b", "EX1, EX2", "4"),
            ("weird state", "c", "org", "1"),
        ]
        assert (found.gaps_total, found.gaps_more) == ("5 gaps", "")

    def test_what_was_only_counted_is_said(self) -> None:
        files = [InputFile(path=f"{number}.txt", state="unrecognised", integrity="no-manifest", message="text") for number in range(30)]
        found = view(coverage=coverage(unrecognised=files, totals=Listed(gaps=7, unrecognised=2_000, damaged=0, conversions=0))).coverage

        assert (len(found.unrecognised), found.unrecognised_more) == (25, "1,975 more files in results.json, or only counted.")
        assert found.gaps_more == "7 more gaps in results.json, or only counted."


class TestAnswers:
    def test_tables_show_the_columns_that_hold_something(self) -> None:
        site = {"gateways": [{"ranges": ["192.0.2.1"], "name": "Filter", "note": None, "does_spf": True}], "time_sources": []}
        table = view(site=site).answers.tables[0]

        assert (table.title, table.columns) == ("gateways", ("name", "does spf", "ranges"))
        assert table.rows == (("Filter", "true", "192.0.2.1"),)

    def test_rows_are_bounded(self) -> None:
        assert view(site={"choices": [{"name": str(number)} for number in range(25)]}).answers.tables[0].more == "5 more rows in results.json."

    def test_thresholds_in_use_are_printed(self) -> None:
        parameters: dict[str, dict[str, Any]] = {"CRT-001": {"min_days": 30, "hosts": ["a"]}, "RCV-001": {}}
        parameters |= {f"XXX-{number:03}": {"a": 1} for number in range(70)}
        answers = view(profile=ProfileUse(name="default", title="Default", parameters=parameters, off={})).answers

        assert (answers.parameters[0].rule_id, answers.parameters[0].text) == ("CRT-001", "hosts = a; min_days = 30")
        assert answers.parameters_more == "11 more rules in results.json."


class TestMethod:
    def test_every_rule_has_its_revision(self) -> None:
        method = view(rules=[rule_info("RCV-001"), rule_info("RCV-002", revision="ffff")]).method

        assert method.rules == (((("RCV-001", "0123456789ab"), ("RCV-002", "ffff"), ("", ""), ("", "")),),)
        assert method.rules_total == "2 rules"

    def test_severities_and_outcomes_are_explained(self) -> None:
        method = view().method

        assert [mark.word for mark, _ in method.severities] == ["critical", "high", "medium", "low", "info"]
        assert [mark.word for mark, _ in method.outcomes] == ["pass", "fail", "unknown", "manual", "n/a", "error"]

    def test_the_list_is_bounded(self) -> None:
        rules = [rule_info(f"R-{number:04}") for number in range(401)]

        assert view([], rules=rules).method.rules_more == "1 more rule in results.json."


def test_the_view_is_the_same_from_the_document() -> None:
    from exposture.report.document import from_json, to_json

    original: Assessment = wide(servers=3, rules=5)

    assert build_view(from_json(to_json(original))) == build_view(original)


def test_evidence_that_is_no_object_shows_nothing() -> None:
    broken = {**row(), "evidence": "[1]"}

    assert index_findings(assessment([broken])).rows[0].values() == {}


def test_the_contents_name_every_chapter() -> None:
    assert [entry.anchor for entry in view().contents] == [
        "summary",
        "matrix",
        "findings",
        "unknown",
        "manual",
        "passed",
        "coverage",
        "answers",
        "method",
    ]
