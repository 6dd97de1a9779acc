"""Wrong options and files that the analyst wrote: exit 2, with file and line; a broken rule stops no other."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.small import pack, small_bundle

Run = Callable[..., Ran]


def test_rule_with_an_sql_error_is_named_and_the_others_are_judged(run: Run, tmp_path: Path) -> None:
    rules = pack(tmp_path / "rules")
    path = rules / "availability" / "DAG-001-database-copies.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("SELECT", "SELECT no_such_column,", 1), encoding="utf-8")

    ran = run("audit", small_bundle(tmp_path / "in"), "-o", tmp_path / "out", "-f", "json", "--rules-dir", rules)
    outcomes = {row["rule_id"]: row["outcome"] for row in json.loads((tmp_path / "out" / "results.json").read_bytes())["results"]}

    assert ran.code == 4
    assert "availability/DAG-001-database-copies.yaml" in ran.err
    assert (outcomes["DAG-001"], outcomes["RCV-006"]) == ("error", "fail")


def test_rule_file_that_is_no_rule_is_named_and_the_others_are_judged(run: Run, tmp_path: Path) -> None:
    rules = pack(tmp_path / "rules")
    (rules / "availability" / "DAG-001-database-copies.yaml").write_text("id: DAG-001\ntitle: [\n", encoding="utf-8")

    ran = run("audit", small_bundle(tmp_path / "in"), "-o", tmp_path / "out", "-f", "json", "--rules-dir", rules)
    rules_judged = {row["rule_id"] for row in json.loads((tmp_path / "out" / "results.json").read_bytes())["results"]}

    assert ran.code == 4
    assert "availability/DAG-001-database-copies.yaml:" in ran.err
    assert "RCV-006" in rules_judged


def test_broken_pack_is_refused_where_rules_are_listed(run: Run, tmp_path: Path) -> None:
    rules = pack(tmp_path / "rules")
    (rules / "availability" / "DAG-001-database-copies.yaml").write_text("id: DAG-001\ntitle: [\n", encoding="utf-8")

    ran = run("rules", "list", "--rules-dir", rules)

    assert ran.code == 2
    assert "availability/DAG-001-database-copies.yaml:" in ran.err


def test_folder_without_facts_is_no_whole_pack(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()

    ran = run("audit", small_bundle(tmp_path / "in"), "-o", tmp_path / "out", "--rules-dir", tmp_path / "rules")

    assert ran.code == 2
    assert f"{tmp_path / 'rules'} is no whole rule pack" in ran.err


def test_rules_dir_that_is_not_there_is_wrong_usage(run: Run, tmp_path: Path) -> None:
    ran = run("rules", "list", "--rules-dir", tmp_path / "nowhere")

    assert ran.code == 2
    assert f"there is no folder {tmp_path / 'nowhere'}" in ran.err


def test_bad_site_file_is_refused_with_its_line(run: Run, tmp_path: Path) -> None:
    site = tmp_path / "site.yaml"
    site.write_text("time_sources:\n  - {host: ntp.example.net, kind: sundial}\n", encoding="utf-8")

    ran = run("audit", small_bundle(tmp_path / "in"), "-o", tmp_path / "out", "--site", site)

    assert ran.code == 2
    assert f"{site}:2:" in ran.err
    assert not (tmp_path / "out").exists()


def test_site_file_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    ran = run("audit", small_bundle(tmp_path / "in"), "-o", tmp_path / "out", "--site", tmp_path / "nowhere.yaml")

    assert ran.code == 2
    assert "nowhere.yaml" in ran.err


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--profile", "strict"], "strict"),
        (["-f", "docx"], "unknown format 'docx'; there are html, json, parquet, pdf"),
        (["--as-of", "yesterday"], "yesterday"),
        (["--fail-on", "urgent"], "urgent"),
        (["--min-coverage", "7"], "--min-coverage"),
        (["--no-such-option"], "--no-such-option"),
        (["-f", "json:-", "-f", "html:-"], "two outputs go to the same place: standard output"),
    ],
)
def test_wrong_option_is_refused_before_any_work(run: Run, tmp_path: Path, options: list[str], message: str) -> None:
    ran = run("audit", small_bundle(tmp_path / "in"), "-o", tmp_path / "out", *options)

    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err
    assert not (tmp_path / "out").exists()


def test_folder_that_holds_other_things_is_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "diary.txt").touch()

    ran = run("audit", small_bundle(tmp_path / "in"), "-o", tmp_path / "out")

    assert ran.code == 2
    assert f"the folder {tmp_path / 'out'} holds other things (diary.txt); name an empty or a new one with -o" in ran.err


def test_reports_are_not_written_into_the_input(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(small_bundle(tmp_path / "in"))

    ran = run("audit", ".")

    assert ran.code == 2
    assert "lies in the input" in ran.err


def test_results_of_another_kind_are_refused(run: Run, tmp_path: Path) -> None:
    (tmp_path / "results.json").write_text('{"schema_version": 99}', encoding="utf-8")

    ran = run("report", tmp_path / "results.json", "-o", tmp_path / "out")

    assert ran.code == 2
    assert f"schema_version is 99, expected 1; audit the bundle again with this version in {tmp_path / 'results.json'}" in ran.err


def test_results_that_are_not_there_are_refused(run: Run, tmp_path: Path) -> None:
    ran = run("report", tmp_path / "nowhere.json", "-o", tmp_path / "out")

    assert ran.code == 2
    assert f"cannot read {tmp_path / 'nowhere.json'}: No such file or directory" in ran.err
