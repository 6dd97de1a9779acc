"""The same command twice gives the same bytes, whatever order the hashes of the process bring."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.small import connector, small_bundle

ANALYZER = Path(__file__).parents[1] / "analyzer"


def audited(folder: Path, bundle: Path, seed: int) -> dict[str, bytes]:
    command = [sys.executable, "-m", "exposture", "audit", str(bundle), "-o", str(folder), "-q"]
    environment = os.environ | {"PYTHONHASHSEED": str(seed), "PYTHONPATH": str(ANALYZER)}
    subprocess.run(command, env=environment, check=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.slow
def test_two_runs_give_the_same_bytes(tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "in", connector("Scanner"), connector("Printer"), connector("Default", tls_first=True))

    first = audited(tmp_path / "one", bundle, 1)
    second = audited(tmp_path / "two", bundle, 2)

    assert sorted(first) == ["report.html", "report.pdf", "results.json", "results.parquet"]
    assert [name for name in first if first[name] != second[name]] == []
