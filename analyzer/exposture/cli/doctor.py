"""`exposture doctor`: what this machine lacks."""

from __future__ import annotations

import typer

from exposture.cli.exit_codes import ExitCode


def doctor() -> None:
    """Say what this machine has and lacks, and how to cure it. Changes nothing."""
    from exposture.cli.console import table
    from exposture.workflows.doctor import examine

    checks = examine()
    table(["", "what", "found", "cure"], [("ok" if check.is_fine else "missing", check.what, check.found, check.cure) for check in checks])
    raise typer.Exit(ExitCode.DONE if all(check.is_fine for check in checks) else ExitCode.OUTPUT_FAILED)
