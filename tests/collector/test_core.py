"""The collector's core in the evaluator: what it asks, what it writes, and how it goes on after an interruption."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from exposture.bundle.expected import expected_pairs
from exposture.bundle.manifest import COLLECTOR_STATUSES, read_manifest
from exposture.bundle.servers import Server, effective_roles
from exposture.catalog.load import load_catalog
from exposture.model.coverage import Status
from tests.collector.shell.net_runspaces import Hang
from tests.collector.shell.run import Result, run

pytestmark = pytest.mark.slow
COLLECTOR = Path(__file__).parents[2] / "collector"
SHELL = (Path(__file__).parent / "data" / "three_servers.ps1").read_text(encoding="ascii")
PERSONAL = (b"contoso", b"ex1", b"ex2", b"edge1", b"jdoe")
THREE = (("EX1", "2019", "Mailbox"), ("EX2", "2016", "Mailbox"), ("EDGE1", "2019", "Edge"))


def script() -> str:
    whole = COLLECTOR / "Export-ExchangePosture.ps1"
    parts = [whole] if whole.exists() else sorted((COLLECTOR / "parts").glob("*.ps1"))
    return "".join(part.read_text(encoding="ascii") for part in parts)


def hang(*_: Any, **__: Any) -> None:
    raise Hang


def collect(folder: Path, *, computer: str = "EX1", stop_before: str = "", options: Mapping[str, Any] | None = None, **arguments: Any) -> Result:
    return run(
        script(),
        arguments={"OutputPath": str(folder), **arguments},
        functions=SHELL,
        commands={"Get-TransportRule": hang},  # a call that does not come back
        cwd=folder.parent,
        environment={"COMPUTERNAME": computer},
        stop_at=(lambda name, _: name.lower() == stop_before) if stop_before else None,
        **(options or {}),
    )


def bundle(folder: Path) -> Path:
    (found,) = (path for path in folder.iterdir() if path.is_dir())
    return found


def run_facts(folder: Path) -> dict[str, str]:
    with (bundle(folder) / "run.csv").open(encoding="utf-8-sig", newline="") as lines:
        return {row["key"]: row["value"] for row in csv.DictReader(lines)}


def lines_of(folder: Path) -> list[dict[str, str]]:
    with (bundle(folder) / "datasets.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def statuses(folder: Path) -> dict[tuple[str, str], str]:
    return {(line["dataset"], line["target"]): line["status"] for line in lines_of(folder)}


def sums_hold(folder: Path) -> bool:
    root = bundle(folder)
    listed = dict(reversed(line.split("  ", 1)) for line in (root / "SHA256SUMS").read_text(encoding="utf-8").splitlines())
    files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()} - {"SHA256SUMS"}
    return files == set(listed) and all(hashlib.sha256((root / path).read_bytes()).hexdigest() == digest for path, digest in listed.items())


def expected(*servers: tuple[str, str, str]) -> set[tuple[str, str]]:
    known = [Server(name=name, version=version, roles=effective_roles(version, {role})) for name, version, role in servers]
    return {pair for pair, tier in expected_pairs(load_catalog(), known, ()).items() if tier == "core" and pair[1] != "dc"}


@pytest.fixture(scope="module")
def interrupted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str], list[dict[str, str]], bool]:
    """Return the folder of a run that was cut, then resumed, with what stood there between the two."""
    folder = tmp_path_factory.mktemp("collector") / "out"
    cut = collect(folder, stop_before="get-popsettings", MaxCmdletSeconds=5)
    between = run_facts(folder), lines_of(folder), cut.is_stopped and sums_hold(folder)
    collect(folder, MaxCmdletSeconds=5, Resume=True)
    return (folder, *between)


def test_self_test_passes(tmp_path: Path) -> None:
    result = collect(tmp_path / "out", SelfTest=True)

    assert [line for line in result.host_lines if line.startswith("FAIL")] == []
    assert result.host_lines[-1].endswith(" passed -----")
    assert list((tmp_path / "out").iterdir()) == []


def test_pairs_are_those_that_the_reader_expects(interrupted: tuple[Path, Any, Any, Any]) -> None:
    assert set(statuses(interrupted[0])) == expected(*THREE)


def test_each_failure_has_its_status(interrupted: tuple[Path, Any, Any, Any]) -> None:
    found = statuses(interrupted[0])

    assert {
        ("accepted_domains", "org"): "ok",
        ("send_connectors", "org"): "empty",
        ("receive_connectors", "org"): "partial",
        ("transport_rules", "org"): "timeout",
        ("transport_config", "org"): "error",
        ("remote_domains", "org"): "access-denied",
        ("role_groups", "org"): "not-available",
        ("pop_settings", "EX1"): "ok",
        ("pop_settings", "EX2"): "unreachable",
        ("receive_connectors", "EDGE1"): "skipped",
    }.items() <= found.items()
    assert {Status(one) for one in found.values()} <= COLLECTOR_STATUSES - {Status.RUNNING}


def test_what_does_not_come_says_what_would_cure_it(interrupted: tuple[Path, Any, Any, Any]) -> None:
    last = {(line["dataset"], line["target"]): line for line in lines_of(interrupted[0])}

    assert [pair for pair, line in last.items() if line["status"] not in {"ok", "empty"} and not line["message"]] == []


def test_an_interruption_leaves_a_valid_bundle(interrupted: tuple[Path, dict[str, str], list[dict[str, str]], bool]) -> None:
    _, run_then, lines_then, is_whole = interrupted

    assert is_whole
    assert run_then["status"] == "interrupted"
    assert (lines_then[-1]["dataset"], lines_then[-1]["status"]) == ("pop_settings", "running")


def test_a_resume_keeps_what_is_there_and_reads_the_rest(interrupted: tuple[Path, Any, Any, Any]) -> None:
    folder = interrupted[0]
    attempts = {(line["dataset"], line["target"]): line["attempt"] for line in lines_of(folder)}

    assert attempts["accepted_domains", "org"] == "1"
    assert attempts["receive_connectors", "org"] == "2"
    assert attempts["pop_settings", "EX1"] == "2"
    assert (run_facts(folder)["resumed"], run_facts(folder)["status"]) == ("1", "complete")
    assert sums_hold(folder)


def test_the_reader_takes_the_manifest(interrupted: tuple[Path, Any, Any, Any]) -> None:
    root = bundle(interrupted[0])
    paths = frozenset(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())

    manifest = read_manifest(lambda path: (root / path).read_bytes(), paths)

    assert manifest.remarks == ()
    assert manifest.files["org/receive_connectors.clixml"].rows == 1
    assert manifest.lines["pop_settings", "EX1"].status is Status.OK


def test_another_redaction_is_refused_on_resume(interrupted: tuple[Path, Any, Any, Any]) -> None:
    before = lines_of(interrupted[0])

    result = collect(interrupted[0], Resume=True, Redact="Strict")

    assert "redaction is strict now and was none" in result.host_lines[-1]
    assert lines_of(interrupted[0]) == before


@pytest.mark.parametrize("mode", ["Names", "Strict"])
def test_no_name_of_the_customer_is_in_a_redacted_bundle(tmp_path: Path, mode: str) -> None:
    collect(tmp_path / "out", Redact=mode, MaxCmdletSeconds=5)

    root = bundle(tmp_path / "out")
    text = b"\n".join(path.relative_to(root.parent).as_posix().encode() + path.read_bytes() for path in root.rglob("*") if path.is_file()).lower()
    assert [name for name in PERSONAL if name in text] == []
    assert (tmp_path / "out" / "redaction-key.txt").exists() == (mode == "Names")


def test_an_edge_is_read_on_itself_alone(tmp_path: Path) -> None:
    collect(tmp_path / "out", computer="EDGE1", LocalOnly=True, MaxCmdletSeconds=5)

    assert set(statuses(tmp_path / "out")) == expected(THREE[2])
    assert run_facts(tmp_path / "out")["connection"] == "edge-local"


def test_a_domain_controller_has_its_own_targets_alone(tmp_path: Path) -> None:
    collect(tmp_path / "out", computer="DC1", Role="DomainController")

    assert {target for _, target in statuses(tmp_path / "out")} == {"dc/DC1"}
    assert run_facts(tmp_path / "out")["role"] == "domain-controller"


def test_constrained_language_has_no_time_limit_and_refuses_names(tmp_path: Path) -> None:
    shell = {"version": 5, "constrained": True}
    refused = collect(tmp_path / "out", Redact="Names", options=shell)
    collect(tmp_path / "out", Dataset="accepted_domains", options=shell)

    assert "-Redact Names needs HMAC-SHA256" in refused.host_lines[-1]
    assert (run_facts(tmp_path / "out")["time_bound"], statuses(tmp_path / "out")["accepted_domains", "org"]) == ("none", "ok")


def test_the_list_writes_nothing(tmp_path: Path) -> None:
    result = collect(tmp_path / "out", ListOnly=True, Tier="Deep,Usage")

    assert any(line.startswith("In all ") for line in result.host_lines)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ({"Tier": "All"}, "-Tier all is none of Core, Extended, Deep, Usage"),
        ({"Dataset": "mailbox"}, "-Dataset mailbox is no dataset of this script"),
        ({"LocalOnly": True, "Server": "EX1"}, "-LocalOnly and -Server do not go together"),
        ({"Server": "NOSUCH"}, "no server of -Server is one that the directory lists"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_written(tmp_path: Path, arguments: dict[str, Any], says: str) -> None:
    result = collect(tmp_path / "out", **arguments)

    assert says in result.host_lines[-1]
    assert not (tmp_path / "out").exists()


def test_a_shell_without_exchange_is_refused_politely(tmp_path: Path) -> None:
    result = run(script(), arguments={"OutputPath": str(tmp_path / "out")}, cwd=tmp_path, environment={"COMPUTERNAME": "EX1"})

    assert "no Exchange cmdlets" in result.host_lines[-1]
    assert not (tmp_path / "out").exists()
