"""`exposture report`: lay an Assessment out again, without judging anew."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from exposture.cli.audit import Formats, Output, Quiet
from exposture.cli.exit_codes import ExitCode


def report(
    results: Annotated[Path, typer.Argument(help="results.json of an earlier audit.", show_default=False)],
    output: Output = None,
    formats: Formats = None,
    quiet: Quiet = False,
) -> None:
    """Render reports again from results.json; no rule is run."""
    from exposture.cli.console import progress, say
    from exposture.workflows.outputs import plan_outputs, write_outputs
    from exposture.workflows.render import read_assessment

    plan = plan_outputs(formats or ["pdf", "html"], output, [results])
    with progress(wanted=not quiet) as step:
        written = write_outputs(plan, read_assessment(results), step)
    for failure in written.failures:
        say(f"not written: {failure}", "red")
    if not quiet:
        for path in written.paths:
            say(f"  {path}")
    raise typer.Exit(ExitCode.OUTPUT_FAILED if written.failures else ExitCode.DONE)
