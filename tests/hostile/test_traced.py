"""One whole audit of hostile files, watched from outside: what it opens, where it writes, whether it calls anybody.

The PDF is traced in `tests/offline`.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hostile.folder_cases import KINDS
from tests.hostile.test_corpus import CASES, placed

ANALYZER = Path(__file__).parents[2] / "analyzer"
INTERNET = re.compile(r"AF_INET6?\b")
WRITES = re.compile(r'^\d+\s+(?:open|openat|creat|mkdir|mkdirat|rename|renameat2?|link|linkat|symlink|symlinkat|unlink|unlinkat)\(.*?"([^"]*)"')
WRITING = re.compile(r"O_WRONLY|O_RDWR|O_CREAT|^\d+\s+(?:creat|mkdir|rename|link|symlink|unlink)")


def traced(folder: Path, *formats: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """Audit a folder under strace; return how it ended and the lines of the trace."""
    log = folder / "trace.log"
    strace = ["strace", "-f", "-s", "4096", "-e", "trace=network,file", "-o", str(log)]
    if shutil.which("strace") is None or subprocess.run([*strace, "true"], capture_output=True, check=False).returncode != 0:
        pytest.skip("strace is not installed or not allowed")
    asked = [word for name in formats for word in ("-f", name)]
    command = [*strace, sys.executable, "-m", "exposture", "-v", "audit", str(folder / "in"), "-o", str(folder / "out"), *asked]
    environment = os.environ | {"PYTHONPATH": str(ANALYZER), "PYTHONDONTWRITEBYTECODE": "1", "HOME": str(folder / "home")}
    (folder / "home").mkdir()
    done = subprocess.run(command, env=environment, cwd=folder / "home", capture_output=True, text=True, check=False)
    return done, log.read_text(encoding="utf-8", errors="replace").splitlines()


def written(calls: list[str]) -> list[str]:
    """Return the paths that a trace shows as made, changed or removed, without devices."""
    done = [call for call in calls if WRITING.search(call) and " = -1 " not in call]
    found = {match.group(1) for call in done if (match := WRITES.match(call))}
    return sorted(path for path in found if not path.startswith(("/dev/", "/proc/")))


@pytest.mark.slow
def test_traced_audit_of_hostile_files_reads_no_canary_calls_nobody_and_writes_its_outputs_alone(tmp_path: Path) -> None:
    step = 1 if "EXPOSTURE_FULL" in os.environ else 8
    folder = placed(tmp_path, *[case for case in CASES if not case.is_long][::step], apart=True)
    for trap in KINDS[:6]:
        (folder / "traps" / trap.name).mkdir(parents=True)
        trap.change(folder / "traps" / trap.name, tmp_path / "canary.txt")

    done, calls = traced(tmp_path, "json", "html")

    assert done.returncode == 4, done.stderr
    assert "Traceback" not in done.stderr
    assert [call for call in calls if INTERNET.search(call)] == []
    assert [call for call in calls if "canary.txt" in call] == []
    assert [path for path in written(calls) if not path.startswith((str(tmp_path / "out"), str(tmp_path / ".out")))] == []
    assert [call for call in calls if "killed by" in call or ("--- SIG" in call and "SIGCHLD" not in call)] == []
