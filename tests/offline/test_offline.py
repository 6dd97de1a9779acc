"""No code path opens a connection: a traced run, a run without a network, and the hook that guards every other test."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from cabarchive import CabArchive, CabFile

from tests.conftest import NetworkError
from tests.hostile.test_traced import written
from tests.small import small_bundle

ANALYZER = Path(__file__).parents[2] / "analyzer"
EXPOSTURE = (sys.executable, "-m", "exposture")
ENVIRONMENT = os.environ | {"PYTHONPATH": str(ANALYZER)}
FORMATS = ["report.html", "report.pdf", "results.json", "results.parquet"]
PROGRAM = re.compile(r'execve\("([^"]*)"')
INTERNET = re.compile(r"AF_INET6?\b")


def full_audit(folder: Path, before: list[str]) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, "-m", "exposture", "audit", str(small_bundle(folder / "in")), "-o", str(folder / "out")]
    (folder / "temporary").mkdir()
    environment = os.environ | {"PYTHONPATH": str(ANALYZER), "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(folder / "temporary")}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


def wrapped(*command: str) -> list[str]:
    """Return a command that runs another, or skip where the machine has or allows it not."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    tried = subprocess.run([*command, "true"], capture_output=True, text=True, check=False)
    if tried.returncode != 0:
        pytest.skip(f"the machine refuses {command[0]}: {tried.stderr.strip()[:200]}")
    return list(command)


def without_network() -> list[str]:
    """Return the command that runs another in an empty network namespace."""
    if shutil.which("unshare") is None:
        pytest.skip("unshare is not installed")
    for flags in ("-n", "-rn"):
        if subprocess.run(["unshare", flags, "true"], capture_output=True, check=False).returncode == 0:
            return ["unshare", flags]
    pytest.skip("the machine refuses an empty network namespace")


def nowhere() -> list[str]:
    """Return the same, or nothing where that is not to be had."""
    try:
        return without_network()
    except pytest.skip.Exception:
        return []


@pytest.mark.slow
def test_traced_audit_opens_no_internet_socket_runs_no_program_and_writes_where_it_may(tmp_path: Path) -> None:
    log = tmp_path / "trace.log"
    strace = wrapped("strace", "-f", "-s", "4096", "-e", "trace=network,execve,open,openat,creat,mkdir,mkdirat,rename,symlink", "-o", str(log))

    done = full_audit(tmp_path, strace)
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()

    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == FORMATS
    assert len([line for line in calls if "exited with 0" in line]) >= 2
    assert [line for line in calls if INTERNET.search(line)] == []
    assert {match[1] for line in calls if (match := PROGRAM.search(line))} == {sys.executable}
    assert [path for path in written(calls) if not path.startswith(str(tmp_path))] == []
    assert list((tmp_path / "temporary").iterdir()) == []


@pytest.mark.slow
def test_audit_needs_no_network(tmp_path: Path) -> None:
    done = full_audit(tmp_path, without_network())

    assert done.returncode == 0, done.stderr
    assert "leaked" not in done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == FORMATS


Command = Callable[[Path], list[str]]


def zipped(folder: Path) -> list[str]:
    return ["audit", shutil.make_archive(str(folder / "bundle"), "zip", folder / "in"), "-o", str(folder / "out")]


def cabinet(folder: Path) -> list[str]:
    archive = CabArchive()
    for path in sorted(path for path in (folder / "in").rglob("*") if path.is_file()):
        archive[path.relative_to(folder / "in").as_posix()] = CabFile(path.read_bytes())
    (folder / "bundle.cab").write_bytes(archive.save(compress=True))
    return ["audit", str(folder / "bundle.cab"), "-o", str(folder / "out")]


def report_again(folder: Path) -> list[str]:
    subprocess.run([*EXPOSTURE, "audit", str(folder / "in"), "-o", str(folder / "first"), "-f", "json"], env=ENVIRONMENT, check=True)
    return ["report", str(folder / "first" / "results.json"), "-o", str(folder / "out")]


def unmasked(folder: Path) -> list[str]:
    (folder / "map.csv").write_text('"pseudonym","value","kind"\r\n"S89ABCDEF","EX1","server"\r\n', encoding="utf-8-sig", newline="")
    (folder / "results.json").write_text('{"server": "S89ABCDEF"}', encoding="utf-8")
    return ["unmask", str(folder / "results.json"), "--map", str(folder / "map.csv")]


def inspected(folder: Path) -> list[str]:
    return ["inspect", str(folder / "in")]


def site_made(folder: Path) -> list[str]:
    return ["site", "init", str(folder / "in")]


def examined(_: Path) -> list[str]:
    return ["doctor"]


COMMANDS: list[Command] = [zipped, cabinet, report_again, unmasked, inspected, site_made, examined]


@pytest.mark.slow
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.__name__)
def test_traced_command_opens_no_internet_socket_and_needs_no_network(tmp_path: Path, command: Command) -> None:
    small_bundle(tmp_path / "in")
    log = tmp_path / "trace.log"
    strace = wrapped("strace", "-f", "-e", "trace=network", "-o", str(log))

    done = subprocess.run([*nowhere(), *strace, *EXPOSTURE, *command(tmp_path)], env=ENVIRONMENT, capture_output=True, text=True, check=False)
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()

    assert done.returncode == 0, done.stderr
    assert [line for line in calls if "exited with 0" in line]
    assert [line for line in calls if INTERNET.search(line)] == []


@pytest.mark.slow
def test_traced_processes_that_read_ahead_open_no_internet_socket(tmp_path: Path) -> None:
    small_bundle(tmp_path / "in")
    log = tmp_path / "trace.log"
    strace = wrapped("strace", "-f", "-e", "trace=network", "-o", str(log))
    always = "import exposture.bundle.ahead as a; a.TASK_BYTES = a.TOTAL_FROM_BYTES = 1; from exposture.__main__ import run; run()"
    command = [*nowhere(), *strace, sys.executable, "-c", always, "audit", str(tmp_path / "in"), "-o", str(tmp_path / "out"), "-f", "json"]

    done = subprocess.run([*command, "--jobs", "2"], env=ENVIRONMENT, capture_output=True, text=True, check=False)
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()

    assert done.returncode == 0, done.stderr
    assert len({line.split()[0] for line in calls if "+++ exited" in line}) > 2
    assert [line for line in calls if INTERNET.search(line)] == []


@pytest.mark.slow
@pytest.mark.skipif("EXPOSTURE_FULL" not in os.environ, reason="each without strace too: scripts/test-full")
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.__name__)
def test_command_needs_no_network(tmp_path: Path, command: Command) -> None:
    small_bundle(tmp_path / "in")

    done = subprocess.run([*without_network(), *EXPOSTURE, *command(tmp_path)], env=ENVIRONMENT, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr


def test_trace_of_a_connection_would_be_seen(tmp_path: Path) -> None:
    log = tmp_path / "trace.log"
    strace = wrapped("strace", "-f", "-e", "trace=network", "-o", str(log))

    subprocess.run([*strace, sys.executable, "-c", "import socket; socket.socket(socket.AF_INET)"], check=True)

    assert INTERNET.search(log.read_text(encoding="utf-8"))


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_hook_refuses_an_internet_socket(family: socket.AddressFamily) -> None:
    with pytest.raises(NetworkError, match="socket"):
        socket.socket(family)


def test_hook_refuses_to_look_a_name_up() -> None:
    with pytest.raises(NetworkError, match="getaddrinfo"):
        socket.getaddrinfo("example.net", 443)
