"""Runs the Pester tests where there is a PowerShell with Pester; elsewhere says that they were not run."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
PROBE = "if (Get-Module -ListAvailable Pester | Where-Object { $_.Version.Major -ge 5 }) { exit 0 } else { exit 1 }"


def pester_tests() -> int:
    return sum(line.lstrip().startswith("It ") for path in HERE.glob("*.Tests.ps1") for line in path.read_text(encoding="utf-8").splitlines())


def test_pester() -> None:
    shell = shutil.which("pwsh") or shutil.which("powershell")
    if shell is None or subprocess.run([shell, "-NoProfile", "-Command", PROBE], check=False).returncode:
        pytest.skip(f"no PowerShell with Pester 5 here: {pester_tests()} Pester tests of the collector were not run")

    command = f"Invoke-Pester -Path '{HERE}' -CI"
    assert subprocess.run([shell, "-NoProfile", "-Command", command], check=False, cwd=HERE.parent.parent).returncode == 0
