"""No code path opens a connection: a traced run, a run without a network, and the hook that guards every other test."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import NetworkError
from tests.small import small_bundle

ANALYZER = Path(__file__).parents[2] / "analyzer"
FORMATS = ["report.html", "report.pdf", "results.json", "results.parquet"]
INTERNET = re.compile(r"AF_INET6?\b")


def full_audit(folder: Path, before: list[str]) -> subprocess.CompletedProcess[str]:
    command = [*before, sys.executable, "-m", "exposture", "audit", str(small_bundle(folder / "in")), "-o", str(folder / "out")]
    environment = os.environ | {"PYTHONPATH": str(ANALYZER)}
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


@pytest.mark.slow
def test_traced_audit_opens_no_internet_socket(tmp_path: Path) -> None:
    log = tmp_path / "trace.log"
    strace = wrapped("strace", "-f", "-e", "trace=network", "-o", str(log))

    done = full_audit(tmp_path, strace)
    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()

    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == FORMATS
    assert len([line for line in calls if "exited with 0" in line]) >= 2
    assert [line for line in calls if INTERNET.search(line)] == []


@pytest.mark.slow
def test_audit_needs_no_network(tmp_path: Path) -> None:
    done = full_audit(tmp_path, without_network())

    assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == FORMATS


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
