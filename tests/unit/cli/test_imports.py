"""`--help` is quick because it imports nothing heavy; asserted by names, not by time."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

from exposture.cli.imports import PANDAS, allow_pandas, leave_pandas_out
from tests.small import connector, small_bundle

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
    "exposture.cli.imports",
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


@pytest.mark.slow
def test_audit_to_json_loads_no_pandas_and_no_templates_and_gives_what_it_gives_with_them(tmp_path: Path) -> None:
    small_bundle(tmp_path / "in", connector("A"))
    audit = ["audit", str(tmp_path / "in"), "-q", "-f", "json", "-o"]

    names = imported("-m", "exposture", *audit, str(tmp_path / "without"))
    with_pandas = imported("-c", "import pandas; from exposture.cli.main import run; run()", *audit, str(tmp_path / "with"))

    assert ("pandas.core" in names, "pandas.core" in with_pandas) == (False, True)
    assert names & {"jinja2", "weasyprint"} == set()
    assert (tmp_path / "without" / "results.json").read_bytes() == (tmp_path / "with" / "results.json").read_bytes()


def test_pandas_is_left_out_until_it_is_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "meta_path", list(sys.meta_path))
    monkeypatch.delitem(sys.modules, PANDAS, raising=False)
    leave_pandas_out()

    with pytest.raises(ModuleNotFoundError, match="pandas is left out: no command uses it"):
        importlib.import_module(PANDAS)
    assert importlib.util.find_spec("lxml") is not None
    allow_pandas()
    assert importlib.util.find_spec(PANDAS) is not None


def test_package_imports_nothing_heavy() -> None:
    names = imported("-c", "import exposture")

    assert {name for name in names if name.partition(".")[0] in HEAVY | {"exposture", "typer"}} == {"exposture"}
