"""`--help` is quick because it imports nothing heavy; asserted by names, not by time."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ANALYZER = Path(__file__).parents[3] / "analyzer"
HEAVY = {"cryptography", "duckdb", "jinja2", "lxml", "numpy", "pandas", "pyarrow", "rich", "weasyprint", "yaml"}
"""Not pydantic: some versions of typer read the types of a command's options with it."""
LIGHT = {
    "exposture",
    "exposture.__main__",
    "exposture.bundle",
    "exposture.bundle.limits",
    "exposture.cli",
    "exposture.cli.audit",
    "exposture.cli.collector",
    "exposture.cli.datasets",
    "exposture.cli.doctor",
    "exposture.cli.exit_codes",
    "exposture.cli.inspect",
    "exposture.cli.interruption",
    "exposture.cli.limits",
    "exposture.cli.log",
    "exposture.cli.main",
    "exposture.cli.memory",
    "exposture.cli.options",
    "exposture.cli.report",
    "exposture.cli.rules",
    "exposture.cli.schema",
    "exposture.cli.site",
    "exposture.cli.streams",
    "exposture.cli.unmask",
    "exposture.errors",
    "exposture.ingest",
    "exposture.ingest.limits",
}


def imported(*command: str) -> set[str]:
    """Return every module that a Python process imported before it left."""
    environment = os.environ | {"PYTHONPATH": str(ANALYZER)}
    done = subprocess.run([sys.executable, "-X", "importtime", *command], env=environment, capture_output=True, text=True, check=True)
    return {line.rpartition("|")[2].strip() for line in done.stderr.splitlines() if line.startswith("import time:")}


@pytest.mark.parametrize("arguments", [["--help"], ["audit", "--help"], ["site", "init", "--help"], ["--version"]])
def test_help_imports_only_the_commands(arguments: list[str]) -> None:
    names = imported("-m", "exposture", *arguments)

    assert {name.partition(".")[0] for name in names} & HEAVY == set()
    assert {name for name in names if name.partition(".")[0] == "exposture"} <= LIGHT


def test_package_imports_nothing_heavy() -> None:
    names = imported("-c", "import exposture")

    assert {name for name in names if name.partition(".")[0] in HEAVY | {"exposture", "typer"}} == {"exposture"}
