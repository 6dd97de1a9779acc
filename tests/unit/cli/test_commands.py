"""Every command besides `audit`, run as a user would."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from exposture.catalog.load import load_catalog
from exposture.rulebook.load import load_rulebook
from tests.conftest import Ran
from tests.small import connectors_export, pack, small_bundle
from tests.unit.bundle.samples import exported, loose

Run = Callable[..., Ran]


def test_rules_are_listed_one_a_line(run: Run) -> None:
    ran = run("rules", "list")

    assert (ran.code, ran.err) == (0, "")
    assert [line.split()[0] for line in ran.out.splitlines()[2:]] == [loaded.rule.id for loaded in load_rulebook().rules]


def test_rule_is_shown_in_words(run: Run) -> None:
    ran = run("rules", "show", "dag-001")

    assert ran.out.startswith("DAG-001  Mailbox databases survive the loss of one server\n")
    assert "\nWay back\n" in ran.out


def test_unknown_rule_is_wrong_usage(run: Run) -> None:
    assert run("rules", "show", "XYZ-999") == Ran(code=2, out="", err="exposture: no rule has the id 'XYZ-999'; `exposture rules list` lists them\n")


def test_lint_of_a_broken_rule_names_it(run: Run, tmp_path: Path) -> None:
    rules = pack(tmp_path / "rules")
    path = rules / "availability" / "DAG-001-database-copies.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("FROM ", "FROM no_such_table, ", 1), encoding="utf-8")

    ran = run("rules", "lint", "--rules-dir", rules)

    assert ran.code == 1
    assert "availability/DAG-001-database-copies.yaml" in ran.out
    assert " errors, " in ran.err


def test_lint_that_only_warns_is_no_failure(run: Run, tmp_path: Path) -> None:
    rules = pack(tmp_path / "rules")
    for path in rules.glob("*/*.yaml"):
        if path.parent.name not in {"availability", "data"}:
            path.unlink()

    ran = run("rules", "lint", "--rules-dir", rules)

    assert ran.code == 0
    assert "lib/mail_agents.sql: warning L095" in ran.out
    assert " rules, 0 errors, " in ran.err


def test_cases_of_a_rule_pass(run: Run) -> None:
    ran = run("rules", "test", "DAG-001", "dag-001")

    assert (ran.code, ran.out) == (0, "")
    assert ran.err.endswith(" cases of 1 rules, 0 failed\n")


def test_cases_of_a_changed_rule_fail(run: Run, tmp_path: Path) -> None:
    rules = pack(tmp_path / "rules")
    path = rules / "availability" / "DAG-001-database-copies.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("'fail'", "'pass'"), encoding="utf-8")

    ran = run("rules", "test", "DAG-001", "--rules-dir", rules)

    assert ran.code == 1
    assert "availability/DAG-001-database-copies.cases.yaml" in ran.out


def test_datasets_are_listed_one_a_line(run: Run) -> None:
    ran = run("datasets", "list")

    assert [line.split()[0] for line in ran.out.splitlines()[2:]] == list(load_catalog())


@pytest.mark.parametrize("name", ["receive_connectors", "servers", "registry_schannel"])
def test_dataset_is_shown_with_every_column(run: Run, name: str) -> None:
    ran = run("datasets", "show", name)
    lines = ran.out.splitlines()

    assert lines[0].startswith(f"{name}: ")
    assert {column.name for column in load_catalog()[name].columns} <= {line.split()[0] for line in lines if line.strip()}


def test_unknown_dataset_names_its_neighbours(run: Run) -> None:
    ran = run("datasets", "show", "recieve_connectors")

    assert ran.code == 2
    assert ran.err.startswith("exposture: no dataset is called 'recieve_connectors'; near it: receive_connectors")


def test_dataset_without_a_neighbour_points_to_the_list(run: Run) -> None:
    assert "`exposture datasets list` lists them" in run("datasets", "show", "0").err


def test_collector_block_names_the_datasets(run: Run) -> None:
    ran = run("datasets", "collector-block")

    assert (ran.code, ran.err) == (0, "")
    assert "receive_connectors" in ran.out


@pytest.mark.parametrize("name", ["results", "rule", "dataset", "site"])
def test_schema_is_json(run: Run, name: str) -> None:
    ran = run("schema", name)

    assert (ran.code, ran.err) == (0, "")
    assert json.loads(ran.out)["type"] == "object"


def test_unknown_schema_is_wrong_usage(run: Run) -> None:
    assert run("schema", "weather").code == 2


def test_inspect_shows_servers_datasets_and_what_is_missing(run: Run, tmp_path: Path) -> None:
    ran = run("inspect", small_bundle(tmp_path / "in"))
    lines = ran.out.splitlines()

    assert (ran.code, ran.err) == (0, "")
    assert lines[0].startswith("in: bundle of collector unknown, sha256 ")
    assert ["EX1", "2019", "15.2.1748.10"] in [line.split()[:3] for line in lines]
    assert any(line.split()[:4] == ["receive_connectors", "org", "ok", "1"] for line in lines)
    assert any(line.split()[:3] == ["send_connectors", "org", "missing"] for line in lines)


def test_inspect_of_loose_exports_leaves_out_what_nobody_exported(run: Run, tmp_path: Path) -> None:
    ran = run("inspect", loose(tmp_path / "in", Connectors_xml=connectors_export("Scanner"), web_xml=b"<configuration/>"))

    assert ran.code == 0
    assert "send_connectors" not in ran.out
    assert "Files that were not read into a dataset" in ran.out
    assert "web.xml" in ran.out


def test_inspect_shows_values_that_did_not_convert(run: Run, tmp_path: Path) -> None:
    odd = exported("Microsoft.Exchange.Data.Directory.SystemConfiguration.ReceiveConnector", {"Name": "Odd", "Server": "EX1", "MaxHopCount": "many"})

    ran = run("inspect", loose(tmp_path / "in", Connectors_xml=odd))

    assert ran.code == 0
    assert "Values that did not convert" in ran.out
    assert any(line.split()[:2] == ["receive_connectors", "max_hop_count"] for line in ran.out.splitlines())


def test_site_init_prints_a_file_or_writes_one(run: Run, tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "in")

    printed = run("site", "init", bundle)
    written = run("site", "init", bundle, "-o", tmp_path / "site.yaml")

    assert printed.out == (tmp_path / "site.yaml").read_text(encoding="utf-8")
    assert printed.err == ""
    assert written == Ran(code=0, out="", err=f"Written:\n  {tmp_path / 'site.yaml'}\n")


def test_site_file_that_exists_is_kept(run: Run, tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("choices: {mdm: yes}\n", encoding="utf-8")

    ran = run("site", "init", small_bundle(tmp_path / "in"), "-o", tmp_path / "site.yaml")

    assert ran.code == 2
    assert "is there already" in ran.err
    assert (tmp_path / "site.yaml").read_text(encoding="utf-8") == "choices: {mdm: yes}\n"


def test_report_is_rendered_again_from_json(run: Run, tmp_path: Path) -> None:
    run("audit", small_bundle(tmp_path / "in"), "-o", tmp_path / "out", "-f", "json", "-f", "html")

    ran = run("report", tmp_path / "out" / "results.json", "-o", tmp_path / "again", "-f", "html")

    assert ran == Ran(code=0, out="", err=f"Written:\n  {tmp_path / 'again' / 'report.html'}\n")
    assert (tmp_path / "again" / "report.html").read_bytes() == (tmp_path / "out" / "report.html").read_bytes()


def test_quiet_report_says_nothing(run: Run, tmp_path: Path) -> None:
    run("audit", small_bundle(tmp_path / "in"), "-o", tmp_path / "out", "-f", "json")

    assert run("report", tmp_path / "out" / "results.json", "-o", tmp_path / "again", "-f", "html", "-q") == Ran(code=0, out="", err="")


def test_report_does_not_write_over_the_results_it_reads(run: Run, tmp_path: Path) -> None:
    run("audit", small_bundle(tmp_path / "in"), "-o", tmp_path / "out", "-f", "json")

    ran = run("report", tmp_path / "out" / "results.json", "-o", tmp_path / "out", "-f", "json")

    assert ran.code == 2
    assert "is the input itself" in ran.err


@pytest.mark.slow
def test_doctor_finds_nothing_missing_here(run: Run) -> None:
    ran = run("doctor")

    assert (ran.code, ran.err) == (0, "")
    assert "missing" not in ran.out
    assert any(line.split()[:3] == ["ok", "PDF", "output"] for line in ran.out.splitlines())
