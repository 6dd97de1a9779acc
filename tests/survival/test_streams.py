"""Standard streams that are closed, full or left by their reader: exit 5 and a line, or the same result."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from exposture.cli import streams
from tests.survival.runs import EXPOSTURE, LONGEST, Place, place_in

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name != "posix", reason="redirections of a POSIX shell")]
COMMANDS: dict[str, Callable[[Place], list[str]]] = {
    "help": lambda _: [*EXPOSTURE, "--help"],
    "version": lambda _: [*EXPOSTURE, "--version"],
    "inspect": lambda place: [*EXPOSTURE, "inspect", str(place.folder / "new")],
    "schema": lambda _: [*EXPOSTURE, "schema", "results"],
    "audit": lambda place: place.audit("new", "json:-"),
}

WAYS = [(">&-", "Bad file descriptor"), (">/dev/full", "No space left on device"), ("| true", "Broken pipe")]
SAID = ("exposture: standard output cannot be written", "exposture: not written: standard output")


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return place_in(tmp_path)


def in_shell(place: Place, command: list[str], redirected: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command with its streams redirected by a shell; the code is that of the command, not of a pipe behind it."""
    script = f'{{ "$@"; echo $? >"$CODE"; }} {redirected}'
    code = place.folder / "code"
    known = place.environment | {"CODE": str(code)} | environment
    done = subprocess.run(["sh", "-c", script, "sh", *command], env=known, cwd=place.folder, capture_output=True, timeout=LONGEST, check=False)
    return subprocess.CompletedProcess(command, int(code.read_text()), done.stdout, done.stderr)


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
@pytest.mark.parametrize(
    ("redirected", "why"), [(">&-", "Bad file descriptor"), (">/dev/full", "No space left on device"), ("| true", "Broken pipe")]
)
@pytest.mark.parametrize("name", list(COMMANDS))
def test_output_that_cannot_be_written_is_said(place: Place, name: str, redirected: str, why: str, unbuffered: str) -> None:
    done = in_shell(place, COMMANDS[name](place), redirected, PYTHONUNBUFFERED=unbuffered)

    if name in ("help", "version") and redirected == "| true" and done.returncode == 0:
        return  # so short that it may be written before the reader leaves
    assert done.returncode == 5
    assert done.stderr.decode().splitlines() in [[f"{said}: {why}"] for said in SAID]
    assert not (place.folder / "exposture-bug.txt").exists()


@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["buffered", "unbuffered"])
def test_document_that_its_reader_leaves_is_no_success(place: Place, unbuffered: str) -> None:
    done = in_shell(place, COMMANDS["audit"](place), "| head -c 100", PYTHONUNBUFFERED=unbuffered)

    assert (done.returncode, done.stderr) == (5, b"exposture: not written: standard output: Broken pipe\n")


@pytest.mark.parametrize("redirected", ["<&- >&- 2>&-", "2>/dev/full", "2>&1 | true"])
def test_reports_are_the_same_whatever_becomes_of_the_streams(place: Place, redirected: str) -> None:
    assert place.finish(place.audit("new", "json")).returncode == 0
    expected = place.reports()

    done = in_shell(place, [part for part in place.audit("new", "json") if part != "-q"], redirected)

    assert done.returncode == 0
    assert place.reports() == expected
    assert place.left_lying() == []


def test_stream_without_a_buffer_gets_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.FileIO(tmp_path / "out", "w"), write_through=True)  # type: ignore[arg-type]  # as Python does under -u
    monkeypatch.setattr(sys, "stdout", given)

    streams.prepare_streams()
    with sys.stdout as ours:
        ours.write("whole")

    assert ours is not given
    assert isinstance(given.buffer, io.FileIO)
    assert (tmp_path / "out").read_bytes() == b"whole"
