from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from exposture.cli import audit as command
from exposture.cli.audit import FailOn
from exposture.model.outcome import Severity
from tests.conftest import Ran
from tests.small import connector, connectors_export, contents, pack, small_bundle
from tests.unit.bundle.samples import bundle as bundle_of
from tests.unit.bundle.samples import loose

Run = Callable[..., Ran]


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return small_bundle(tmp_path / "in")


def test_summary_says_who_what_is_open_and_where_the_reports_lie(run: Run, bundle: Path, tmp_path: Path) -> None:
    ran = run("audit", bundle, "-o", tmp_path / "out", "-f", "json")
    lines = ran.err.splitlines()

    assert (ran.code, ran.out) == (0, "")
    assert lines[0].startswith("Contoso: 1 server, ")
    assert lines[1].startswith("Open findings: ")
    assert lines[2].startswith("Data: 3 of ")
    assert lines[2].endswith(", as of 2026-08-14 09:00:00 UTC, the end of the collection")
    assert "  high      RCV-006  Scanner on EX1 offers basic authentication before TLS: its authentication methods are Tls, BasicAuth." in lines
    assert lines[-3:] == ["Written:", f"  {tmp_path}/out/results.json", f"  {tmp_path}/out/results.parquet"]


@pytest.mark.slow
def test_without_format_and_folder_all_reports_lie_in_a_folder_named_after_the_input(
    run: Run, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    ran = run("audit", bundle)

    assert ran.code == 0
    assert sorted(path.name for path in Path("exposture-in").iterdir()) == ["report.html", "report.pdf", "results.json", "results.parquet"]


def test_json_on_standard_output_is_pure(run: Run, bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    ran = run("audit", bundle, "-f", "json:-")

    assert ran.code == 0
    assert json.loads(ran.out)["organization"]["name"] == "Contoso"
    assert ran.err.startswith("Contoso: 1 server")
    assert "Written" not in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["in"]


def test_quiet_run_says_nothing(run: Run, bundle: Path, tmp_path: Path) -> None:
    assert run("audit", bundle, "-o", tmp_path / "out", "-f", "json", "--quiet") == Ran(code=0, out="", err="")


def test_verbose_run_says_what_is_being_done(run: Run, bundle: Path, tmp_path: Path) -> None:
    ran = run("-v", "audit", bundle, "-o", tmp_path / "out", "-f", "json")

    assert [line.split()[0] for line in ran.err.splitlines()[:3]] == ["rule", "read", "judged"]


@pytest.mark.parametrize(("severity", "code"), [("none", 0), ("info", 1), ("high", 1), ("critical", 0)])
def test_fail_on_counts_what_is_open_at_or_above_it(run: Run, bundle: Path, tmp_path: Path, severity: str, code: int) -> None:
    assert run("audit", bundle, "-o", tmp_path / "out", "-f", "json", "--fail-on", severity, "-q").code == code


def test_fail_on_offers_every_severity() -> None:
    assert {word.value for word in FailOn} == {"none", *Severity}


def test_coverage_below_the_wanted_share_is_said(run: Run, bundle: Path, tmp_path: Path) -> None:
    ran = run("audit", bundle, "-o", tmp_path / "out", "-f", "json", "--min-coverage", "0.95", "--fail-on", "low", "-q")

    assert ran.code == 4
    assert re.fullmatch(r"exposture: coverage is \d\.\d%, less than --min-coverage 95\.0%\n", ran.err)


def test_as_of_is_the_day_that_was_named(run: Run, bundle: Path, tmp_path: Path) -> None:
    ran = run("audit", bundle, "-o", tmp_path / "out", "-f", "json", "--as-of", "2025-01-31")

    assert json.loads((tmp_path / "out" / "results.json").read_bytes())["as_of"] == {"time": "2025-01-31T00:00:00", "origin": "option"}
    assert "as of 2025-01-31 00:00:00 UTC, as --as-of says" in ran.err


def test_site_file_answers(run: Run, bundle: Path, tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text("choices: {single_server: accepted}\n", encoding="utf-8")

    run("audit", bundle, "-o", tmp_path / "out", "-f", "json", "--site", tmp_path / "site.yaml")

    assert json.loads((tmp_path / "out" / "results.json").read_bytes())["site"] == {"site_choices": [{"name": "single_server", "value": "accepted"}]}


def test_profile_is_the_one_that_was_named(run: Run, bundle: Path, tmp_path: Path) -> None:
    run("audit", bundle, "-o", tmp_path / "out", "-f", "json", "--profile", "stig")

    assert json.loads((tmp_path / "out" / "results.json").read_bytes())["profile"]["name"] == "stig"


def test_another_pack_brings_its_own_rules_and_choices(run: Run, bundle: Path, tmp_path: Path) -> None:
    rules = pack(tmp_path / "rules")
    (rules / "availability" / "DAG-001-database-copies.yaml").unlink()
    choices = rules / "site_choices.yaml"
    choices.write_text(choices.read_text(encoding="utf-8") + 'colour: {question: "Which?", values: [red]}\n', encoding="utf-8")
    (tmp_path / "site.yaml").write_text("choices: {colour: red}\n", encoding="utf-8")

    ran = run("audit", bundle, "-o", tmp_path / "out", "-f", "json", "--rules-dir", rules, "--site", tmp_path / "site.yaml")
    rules_asked = {rule["id"] for rule in json.loads((tmp_path / "out" / "results.json").read_bytes())["rules"]}

    assert ran.code == 0
    assert "DAG-001" not in rules_asked
    assert "RCV-006" in rules_asked


def test_values_of_the_bundle_are_inert_on_the_terminal(run: Run, tmp_path: Path) -> None:
    hostile = connector("[red]x[/red]\x1b[2J\nexposture: fine")

    ran = run("audit", small_bundle(tmp_path / "in", hostile), "-o", tmp_path / "out", "-f", "json")

    assert "[red]x[/red]\u27e8U+001B\u27e9[2J\u240aexposture: fine on EX1 offers basic authentication" in ran.err


def test_bundle_of_an_edge_that_site_yaml_names_merges(run: Run, bundle: Path, tmp_path: Path) -> None:
    domains = contents("accepted_domains", [{"name": "contoso.com"}], target="EDGE1")
    edge = bundle_of(tmp_path / "edge", domains, org_guid="", connection="edge-local", computer="EDGE1")
    (tmp_path / "site.yaml").write_text("edge_subscriptions: [{edge_server: edge1, organization: Contoso}]\n", encoding="utf-8")

    ran = run("audit", bundle, edge, "-o", tmp_path / "out", "-f", "json", "--site", tmp_path / "site.yaml")

    assert run("audit", bundle, edge, "-o", tmp_path / "out", "-f", "json").code == 2
    assert ran.code == 0
    assert len(json.loads((tmp_path / "out" / "results.json").read_bytes())["bundles"]) == 2


def test_many_troubles_are_cut(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "TROUBLES_SHOWN", 2)
    loose(tmp_path / "in", Connectors_xml=connectors_export("Scanner"), **{f"cut{number}_xml": b"<a>" for number in range(4)})

    ran = run("audit", tmp_path / "in", "-o", tmp_path / "out", "-f", "json", "-q")
    lines = ran.err.splitlines()

    assert ran.code == 4
    assert ["cut0.xml" in lines[0], "cut1.xml" in lines[1]] == [True, True]
    assert lines[2:] == ["exposture: 2 more; the report lists them"]


def test_expected_hash_that_fits_changes_nothing(run: Run, bundle: Path, tmp_path: Path) -> None:
    plain = run("audit", bundle, "-o", tmp_path / "first", "-f", "json")
    sums = hashlib.sha256((bundle / "SHA256SUMS").read_bytes()).hexdigest()

    ran = run("audit", bundle, "-o", tmp_path / "second", "-f", "json", "--expect-hash", sums)

    assert (plain.code, ran.code) == (0, 0)


@pytest.mark.parametrize("form", ["{0}{1}{2}", "{0} {1} {2}", "{0}-{1}-{2}", "{0}:{1}:{2}"])
def test_expected_hash_may_come_in_groups(run: Run, bundle: Path, tmp_path: Path, form: str) -> None:
    sums = hashlib.sha256((bundle / "SHA256SUMS").read_bytes()).hexdigest().upper()

    ran = run("audit", bundle, "-o", tmp_path / "out", "-f", "json", "--expect-hash", form.format(sums[:4], sums[4:8], sums[8:12]))

    assert ran.code == 0


def test_expected_hash_that_differs_is_an_incomplete_audit(run: Run, bundle: Path, tmp_path: Path) -> None:
    ran = run("audit", bundle, "-o", tmp_path / "out", "-f", "json", "--expect-hash", "0123 4567 89ab")

    assert ran.code == 4
    assert hashlib.sha256((bundle / "SHA256SUMS").read_bytes()).hexdigest() in ran.err


def test_expected_hash_that_is_none_is_wrong_usage(run: Run, bundle: Path, tmp_path: Path) -> None:
    for word in ("0123 456", "not a hash"):
        ran = run("audit", bundle, "-o", tmp_path / "out", "-f", "json", "--expect-hash", word)
        assert ran.code == 2
        assert "is no SHA-256" in ran.err


def test_one_expected_hash_for_two_bundles_is_wrong_usage(run: Run, bundle: Path, tmp_path: Path) -> None:
    other = small_bundle(tmp_path / "other")

    ran = run("audit", bundle, other, "-o", tmp_path / "out", "-f", "json", "--expect-hash", "0123456789ab")

    assert ran.code == 2
    assert "stands for one bundle" in ran.err
