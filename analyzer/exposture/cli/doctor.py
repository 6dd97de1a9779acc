"""`exposture doctor`: what this machine lacks."""

from __future__ import annotations

import typer

from exposture.cli.exit_codes import ExitCode


def doctor() -> None:
    """Say what this machine has and lacks, and how to cure it."""
    from exposture.cli.console import answer, table
    from exposture.cli.imports import allow_pandas
    from exposture.workflows.doctor import examine

    allow_pandas()
    checks = examine()
    table(["", "what", "found"], [("ok" if check.is_fine else "missing", check.what, check.found) for check in checks])
    lacking = [check for check in checks if not check.is_fine]
    for check in lacking:
        answer(f"{check.what}: {check.cure}")
    raise typer.Exit(ExitCode.OUTPUT_FAILED if lacking else ExitCode.DONE)
