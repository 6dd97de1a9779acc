"""CPU seconds of auditing the sample to JSON, as a multiple of starting Python with the same libraries.

Run: python benchmarks/audit_sample.py [RUNS]. Prints the median of both and their ratio.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples" / "contoso" / "2026-08"
IMPORTS = "import cryptography.x509, duckdb, jinja2, lxml.etree, pyarrow.parquet, pydantic, rich.console, typer, yaml"


def cpu_seconds(command: list[str]) -> float:
    """Return user and system time of a command and its children."""
    before = os.times()
    subprocess.run(command, check=True, capture_output=True)
    after = os.times()
    return (after.children_user - before.children_user) + (after.children_system - before.children_system)


def main(runs: int) -> None:
    """Print one line each: the reference, the audit, the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        audit = [sys.executable, "-m", "exposture", "audit", str(SAMPLE), "-q", "-f", "json", "-o", str(Path(folder) / "out")]
        reference = [sys.executable, "-c", IMPORTS]
        base = statistics.median(cpu_seconds(reference) for _ in range(runs))
        whole = statistics.median(cpu_seconds(audit) for _ in range(runs))
    print(f"start with the same libraries: {base:.2f} s CPU")
    print(f"audit of the sample to JSON:   {whole:.2f} s CPU")
    print(f"ratio:                         {whole / base:.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
