"""The other ways of running the collector in the evaluator: interrupted, on an Edge, on a domain controller, without a chance, over real exports."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from exposture.catalog.dataset import Target
from exposture.model.coverage import FileState
from exposture.workflows.audit import Audited, AuditRequest, run_audit
from tests.collector.runs import (
    CONTOSO,
    Pair,
    archive,
    bundle,
    collect,
    expected,
    held_pairs,
    last_lines,
    objects,
    outcomes,
    play,
    rows,
    run_facts,
    statuses,
    sums_hold,
)
from tests.collector.shell import Clock, Hang
from tests.samples.auditing import catalog, judge_folder

pytestmark = [pytest.mark.slow, pytest.mark.skipif("EXPOSTURE_FULL" not in os.environ, reason="long runs of the collector: scripts/test-full")]
ONE_SERVER = (Path(__file__).parent / "data" / "one_server.ps1").read_text(encoding="ascii")
EX1 = (("EX1", "2019", ("Mailbox",)),)
EDGE = (("EDGE1", "2019", ("Edge",)),)
CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "exchange2016"
REAL_SERVER = "SOLO-E16A"
A_DAY = datetime(2023, 6, 1)  # noqa: DTZ001  # naive UTC, as the rules take it


def small(folder: Path, **words: Any) -> Any:
    return collect(folder, ONE_SERVER, computer="EX1", **words)


def hang(*_: Any, **__: Any) -> None:
    raise Hang


# -- interrupted


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A run that was cut before a command, and the one that went on."""

    folder: Path
    is_stopped: bool
    is_whole: bool
    status: str
    files: Mapping[Path, bytes]
    lines: Mapping[Pair, Mapping[str, str]]
    errors: tuple[object, ...]


@pytest.fixture(scope="module")
def cut(tmp_path_factory: pytest.TempPathFactory) -> Cut:
    folder = tmp_path_factory.mktemp("cut") / "out"
    first = small(folder, Redact="Names", options={"stop_at": lambda name, _: name.lower() == "get-transportrule"})
    root = bundle(folder)
    found = Cut(
        folder=folder,
        is_stopped=first.is_stopped,
        is_whole=sums_hold(root),
        status=run_facts(folder)["status"],
        files={path: path.read_bytes() for path in root.rglob("*") if path.parent != root and path.is_file()},
        lines=last_lines(folder),
        errors=judge_folder(root).errors,
    )
    small(folder, Redact="Names", Resume=True)
    return found


def test_an_interruption_leaves_a_bundle_that_can_be_judged(cut: Cut) -> None:
    assert (cut.is_stopped, cut.is_whole, cut.status, cut.errors) == (True, True, "interrupted", ())
    assert [line["status"] for line in cut.lines.values()].count("running") == 1
    assert cut.files


def test_a_resume_tries_what_was_cut_again_and_keeps_the_rest(cut: Cut) -> None:
    after = last_lines(cut.folder)
    kept = [pair for pair, line in cut.lines.items() if line["status"] in {"ok", "empty"}]
    running = [pair for pair, line in cut.lines.items() if line["status"] == "running"]

    assert kept
    assert [pair for pair in kept if after[pair] != cut.lines[pair]] == []
    assert [after[pair]["attempt"] for pair in running] == ["2"]
    assert [path for path, content in cut.files.items() if path.read_bytes() != content] == []


def test_a_resume_completes_the_bundle(cut: Cut) -> None:
    facts = run_facts(cut.folder)
    servers = {target for _, target in last_lines(cut.folder)} - {"org", "ldap"}

    assert (facts["status"], facts["resumed"]) == ("complete", "1")
    assert {(name, "EX1" if target in servers else target) for name, target in statuses(cut.folder)} == expected(EX1)
    assert sums_hold(bundle(cut.folder))
    assert judge_folder(archive(cut.folder)).errors == ()


def test_a_resume_with_another_redaction_is_refused(cut: Cut) -> None:
    before = (bundle(cut.folder) / "datasets.csv").read_bytes()

    result = small(cut.folder, Resume=True, Redact="Strict")

    assert result.exit_code == 2
    assert "redaction is strict now and was names" in result.host_lines[-1]
    assert (bundle(cut.folder) / "datasets.csv").read_bytes() == before


# -- what goes wrong


@pytest.fixture(scope="module")
def troubled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("troubled") / "out"
    small(folder, MaxCmdletSeconds=5, options={"commands": {"Get-JournalRule": hang}})
    return folder


def test_each_trouble_has_its_status(troubled: Path) -> None:
    found = statuses(troubled)

    assert {
        name: found[name, "org"]
        for name in ("accepted_domains", "remote_domains", "send_connectors", "journal_rules", "transport_rules", "role_groups")
    } == {
        "accepted_domains": "partial",  # a getter throws
        "remote_domains": "access-denied",
        "send_connectors": "empty",
        "journal_rules": "timeout",
        "transport_rules": "ok",
        "role_groups": "not-available",
    }


def test_a_getter_that_throws_costs_its_property_alone(troubled: Path) -> None:
    (domain,) = objects(bundle(troubled) / "org" / "accepted_domains.clixml")

    assert domain.properties == {"Name": "contoso.com", "DomainType": "Authoritative", "Default": True}
    assert "the property DomainName cannot be read" in last_lines(troubled)["accepted_domains", "org"]["message"]


def test_parameters_that_a_cmdlet_lacks_are_written_down(troubled: Path) -> None:
    lines = last_lines(troubled)

    assert lines["transport_rules", "org"]["params_dropped"] == "ResultSize"
    assert lines["mailboxes", "org"]["params_used"] == "ResultSize=Unlimited"
    assert lines["mailboxes", "org"]["params_dropped"].split("; ") == ["AuditLog", "IgnoreDefaultScope", "Monitoring", "PublicFolder"]


def test_a_limit_of_the_run_lists_what_was_left_out(tmp_path: Path) -> None:
    result = small(tmp_path / "out", MaxMinutes=1, options={"clock": Clock(step=timedelta(seconds=1))})
    skipped = {line["message"] for line in last_lines(tmp_path / "out").values() if line["status"] == "skipped"}

    assert result.exit_code == 0
    assert set(statuses(tmp_path / "out")) == expected(EX1)
    assert skipped == {"left out by -MaxMinutes: run again with -Resume"}
    assert run_facts(tmp_path / "out")["status"] == "complete"


# -- without a bundle


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"Tier": "All"}, "-Tier all is none of Core, Extended, Deep, Usage"),
        ({"Dataset": "nosuch"}, "-Dataset nosuch is no dataset of this script"),
        ({"LocalOnly": True, "Server": "EX1"}, "-LocalOnly and -Server do not go together"),
        ({"MaxMinutes": -1}, "-MaxCmdletSeconds and -MaxMinutes are not below 0"),
    ],
)
def test_what_does_not_go_together_ends_with_a_sentence(tmp_path: Path, arguments: dict[str, Any], says: str) -> None:
    result = small(tmp_path / "out", **arguments)

    assert (result.exit_code, result.host_lines) == (2, [f"WARNING: {says}"])
    assert list((tmp_path / "out").iterdir()) == []


def test_a_folder_that_cannot_be_written_has_an_exit_code_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    result = small(tmp_path / "cwd", OutputPath=str(tmp_path / "file" / "out"))

    assert result.exit_code == 4
    assert result.host_lines[-1].startswith("WARNING: the output folder cannot be written: ")


@pytest.mark.parametrize("shell", [{"version": 2}, {"version": 5}, {"version": 7}, {"version": 5, "constrained": True}], ids=str)
def test_the_self_test_passes_in_every_shell(tmp_path: Path, shell: dict[str, Any]) -> None:
    result = collect(tmp_path / "out", "", options=shell, SelfTest=True)

    assert [line for line in result.host_lines if line.startswith("FAIL")] == []
    assert result.exit_code == 0
    assert list((tmp_path / "out").iterdir()) == []


def test_the_list_writes_nothing(tmp_path: Path) -> None:
    result = small(tmp_path / "out", ListOnly=True)

    assert result.exit_code == 0
    assert any(line.startswith("In all ") for line in result.host_lines)
    assert list((tmp_path / "out").iterdir()) == []


# -- other machines


def test_a_domain_controller_is_read_for_what_it_alone_knows(tmp_path: Path) -> None:
    result = collect(tmp_path / "out", "", computer="DC1", Role="DomainController")
    of_controllers = {
        dataset.name for dataset in catalog().readable for source in dataset.sources if source.target is Target.DC and source.tier == "core"
    }

    assert result.exit_code == 0
    assert set(statuses(tmp_path / "out")) == {(name, "dc/DC1") for name in of_controllers}
    assert run_facts(tmp_path / "out")["role"] == "domain-controller"


@pytest.fixture(scope="module")
def edge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("edge") / "out"
    play(folder, CONTOSO / "EDGE1", computer="EDGE1", LocalOnly=True)
    return folder


@pytest.fixture(scope="module")
def inside(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inside") / "out"
    play(folder, Dataset="exchange_servers,organization_config,edge_subscriptions,accepted_domains")
    return folder


def test_an_edge_reads_itself(edge: Path) -> None:
    assert run_facts(edge)["connection"] == "edge-local"
    assert set(statuses(edge)) == expected(EDGE)
    assert set(statuses(edge).values()) == {"ok", "empty", "not-available", "not-applicable"}


def test_rows_of_an_edge_are_those_of_its_exports(edge: Path) -> None:
    collected, exported = judge_folder(archive(edge)).estate, judge_folder(CONTOSO).estate
    but = {("exchange_servers", "EDGE1"), ("transport_agents", "EDGE1")}  # the list of the directory has a row more; each service is asked by itself

    assert {pair for pair in held_pairs(collected) if rows(collected, pair) != rows(exported, pair)} == but
    assert ("ad_permissions", "EDGE1") in held_pairs(collected)


def test_an_edge_joins_its_organization(run: Callable[..., Any], edge: Path, inside: Path, tmp_path: Path) -> None:
    joined = run("audit", archive(inside), archive(edge), "-f", "json", "-o", tmp_path / "report")

    assert joined.err.startswith("Contoso: 5 servers, ")
    assert (tmp_path / "report" / "results.json").exists()


# -- real exports


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    if not CORPUS.is_dir():
        pytest.skip("the folder shared/corpus is not beside the project")
    source, folder = tmp_path_factory.mktemp("real"), tmp_path_factory.mktemp("played") / "out"
    put_exports(source)
    play(folder, source, computer=REAL_SERVER)
    return source, folder


def test_a_bundle_of_real_exports_is_whole(played: tuple[Path, Path]) -> None:
    audited = judge(archive(played[1]))

    assert audited.rule_faults == ()
    assert {file.state for file in audited.estate.files} == {FileState.READ, FileState.MANIFEST, FileState.EVIDENCE}
    assert audited.estate.conversions == ()


def test_rows_of_real_exports_are_those_of_the_files(played: tuple[Path, Path]) -> None:
    collected, exported = judge(archive(played[1])).estate, judge(played[0]).estate

    assert len(held_pairs(collected)) == 10
    assert {pair for pair in held_pairs(collected) if rows(collected, pair) != rows(exported, pair)} == set()


def test_outcomes_of_real_exports_are_those_of_the_files(played: tuple[Path, Path]) -> None:
    collected, exported = (outcomes(judge(path).assessment.results.to_pylist()) for path in (archive(played[1]), played[0]))

    assert {rule: (found, exported.get(rule)) for rule, found in collected.items() if found != exported.get(rule)} == {}
    assert sum("unknown" not in found for found in collected.values()) > 5


def put_exports(folder: Path) -> None:
    """Copy the exports of cmdlets that the catalog reads, under the names that the player looks for."""
    files = {path.stem.lower(): path for path in (CORPUS / "Exchange").glob("Get*.xml")}
    (folder / REAL_SERVER).mkdir()
    for dataset in catalog().readable:
        for source in dataset.sources:
            found = files.get((source.cmdlet or "").replace("-", "").lower())
            if found is not None:
                place = folder / REAL_SERVER if source.target is Target.SERVER else folder
                (place / f"{source.cmdlet}.xml").write_bytes(found.read_bytes())


@cache
def judge(path: Path) -> Audited:
    return run_audit(AuditRequest(inputs=(path,), as_of=A_DAY))
