"""`exposture report`: lay an Assessment out again, without judging anew."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from exposture.cli.audit import say_failures, say_paths
from exposture.cli.exit_codes import ExitCode
from exposture.cli.options import Output, Quiet

Results = Annotated[Path, typer.Argument(metavar="RESULTS", help="results.json of an earlier audit.", show_default=False)]
Formats = Annotated[
    list[str] | None,
    typer.Option("--format", "-f", metavar="FMT[:PATH]", help="pdf, html or json; repeatable.  [default: pdf, html]", show_default=False),
]


def report(results: Results, output: Output = None, formats: Formats = None, quiet: Quiet = False) -> None:
    """Render reports again from results.json; no rule is run."""
    from exposture.cli.console import progress
    from exposture.workflows.outputs import plan_outputs, write_outputs
    from exposture.workflows.render import read_assessment

    plan = plan_outputs(formats or ["pdf", "html"], output, [results])
    assessment = read_assessment(results)
    with progress(wanted=not quiet) as step:
        written = write_outputs(plan, assessment, step)
    if not quiet:
        say_paths(written)
    say_failures(written)
    raise typer.Exit(ExitCode.OUTPUT_FAILED if written.failures else ExitCode.DONE)
