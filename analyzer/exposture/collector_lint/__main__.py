"""`python -m exposture.collector_lint SCRIPT...`: print what is wrong; several files are parts of one script, in this order."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from exposture.collector_lint.lint import lint_script


def main(arguments: Sequence[str]) -> int:
    """Print the findings of a script, or of its parts joined; return 1 if there are any."""
    parts = [(path, Path(path).read_bytes()) for path in arguments]
    found = lint_script(b"".join(source for _, source in parts))
    for one in found:
        path, before = _place(parts, one.line)
        sys.stdout.write(f"{path}:{one.line - before}:{one.column}: {one.level.value} {one.code}: {one.message} ({one.advice})\n")
    lines = sum(source.count(b"\n") for _, source in parts)
    sys.stdout.write(f"{len(found)} findings in {lines} lines\n")
    return 1 if found else 0


def _place(parts: Sequence[tuple[str, bytes]], line: int) -> tuple[str, int]:
    before = 0
    for path, source in parts:
        lines = source.count(b"\n")
        if line <= before + lines or path == parts[-1][0]:
            return path, before
        before += lines
    return "", 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
