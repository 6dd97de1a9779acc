"""Run a line of PowerShell for a test and show its output as plain values."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

from tests.collector.shell import run


def lines(source: str) -> str:
    """Put each function on lines of its own: the grammar does not take `function F { param() ; ... }` on one."""
    return (
        source.replace("param(", "\nparam(")
        .replace(") ;", ")\n")
        .replace("; ", "\n")
        .replace("} process {", "}\nprocess {")
        .replace("} end {", "}\nend {")
    )


def shown(source: str, **options: Any) -> list[Any]:
    """Return the output of a script."""
    with tempfile.TemporaryDirectory() as folder:
        result = run(source if "@'" in source else lines(source), cwd=Path(folder), **options)
    if result.error is not None:
        raise AssertionError(result.error)
    return result.output
