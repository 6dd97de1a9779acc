"""`exposture inspect`: what a bundle holds, before any rule."""

from __future__ import annotations

import typer

from exposture.cli.audit import Inputs
from exposture.cli.exit_codes import ExitCode


def inspect(inputs: Inputs) -> None:
    """Show servers, datasets, row counts, coverage, age and hashes of bundles or exports; no rule is run."""
    from exposture.cli.console import answer, progress, table
    from exposture.workflows.inspect import look_into

    with progress(wanted=True) as step:
        view = look_into(tuple(inputs), step)
    for line in view.facts:
        answer(line)
    table(["server", "version", "build", "roles", "site"], view.servers, title="Servers")
    table(["dataset", "target", "status", "rows", "message"], view.coverage, title="Datasets")
    if view.files:
        table(["file", "state", "hash", "why"], view.files, title="Files that were not read into a dataset")
    if view.conversions:
        table(["dataset", "column", "file", "object", "text", "why"], view.conversions, title="Values that did not convert")
    raise typer.Exit(ExitCode.INCOMPLETE if view.is_damaged else ExitCode.DONE)
