"""Real processes of `exposture`: started, met by a signal at a moment, and looked at afterwards."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.small import connector, small_bundle

ANALYZER = Path(__file__).parents[2] / "analyzer"
EXPOSTURE = (sys.executable, "-m", "exposture")
FULL = "EXPOSTURE_FULL" in os.environ
ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes through /proc")
LONGEST = 120.0
HEAR = "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])"
CHILD = b"exposture.report.pdf_child"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A folder of one test: inputs `old` and `new` that differ, reports in `out`, and what must stay empty: `home`, `tmp`."""

    folder: Path

    @property
    def out(self) -> Path:
        return self.folder / "reports" / "out"

    @property
    def environment(self) -> dict[str, str]:
        return os.environ | {"PYTHONPATH": str(ANALYZER), "HOME": str(self.folder / "home"), "TMPDIR": str(self.folder / "tmp")}

    def audit(self, name: str, *formats: str) -> list[str]:
        """Return the command that audits an input into `out`."""
        wanted = [word for one in formats for word in ("-f", one)]
        return [*EXPOSTURE, "audit", str(self.folder / name), "-o", str(self.out), "-q", *wanted]

    def start(self, command: list[str]) -> subprocess.Popen[bytes]:
        """Start a command that hears SIGINT, even where the tests themselves run in the background of a shell, which hides it."""
        return subprocess.Popen(
            [sys.executable, "-c", HEAR, *command], env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
        )

    def finish(self, command: list[str]) -> subprocess.CompletedProcess[bytes]:
        """Run a command to its end."""
        return subprocess.run(command, env=self.environment, capture_output=True, timeout=LONGEST, check=False)

    def reports(self) -> dict[str, bytes]:
        """Return what lies in `out`."""
        return {path.name: path.read_bytes() for path in self.out.iterdir()} if self.out.is_dir() else {}

    def left_lying(self) -> list[str]:
        """Return every file and folder but inputs and reports."""
        others = [path for path in self.out.parent.iterdir() if path != self.out]
        return sorted(str(path.relative_to(self.folder)) for path in [*others, *self.folder.glob("home/*"), *self.folder.glob("tmp/*")])


def place_in(folder: Path) -> Place:
    """Make a place."""
    for name in ("home", "tmp", "reports"):
        (folder / name).mkdir()
    small_bundle(folder / "old")
    small_bundle(folder / "new", connector("Scanner"), connector("Printer"))
    return Place(folder=folder)


def until(condition: Callable[[], bool], seconds: float = 60.0) -> bool:
    """Return whether the condition came true within the time."""
    end = time.monotonic() + seconds
    while not (is_true := condition()) and time.monotonic() < end:
        time.sleep(0.001)
    return is_true


def listens(process: subprocess.Popen[bytes]) -> bool:
    """Return whether our own handler is there: the interpreter's catches SIGINT, but not SIGTERM."""
    caught = [line.split()[1] for line in _proc(process.pid, "status").splitlines() if line.startswith(b"SigCgt:")]
    return bool(caught) and bool(int(caught[0], 16) >> (signal.SIGTERM - 1) & 1)


def children(pid: int) -> list[int]:
    """Return the processes that a process started."""
    return [int(child) for child in _proc(pid, f"task/{pid}/children").split()]


def pdf_child(pid: int) -> int | None:
    """Return the process that makes the PDF for another, once it loads what it needs."""
    found = [child for child in children(pid) if CHILD in _proc(child, "cmdline")]
    return found[0] if found else None


def is_alive(pid: int) -> bool:
    """Return whether a process runs; one that ended and was not yet waited for does not."""
    return _proc(pid, "stat").rpartition(b")")[2].split()[:1] not in ([], [b"Z"], [b"X"])


def _proc(pid: int, name: str) -> bytes:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/{name}").read_bytes()
    return b""


@contextlib.contextmanager
def ended(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """End a process and its group, whatever a test that fails leaves of it."""
    try:
        yield
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def wait(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Let a process run for a time, or to its end."""
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(timeout=seconds)
