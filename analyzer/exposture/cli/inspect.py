"""`exposture inspect`: what a bundle holds, before any rule."""

from __future__ import annotations

import typer

from exposture.cli.exit_codes import ExitCode
from exposture.cli.limits import MaxEntries, MaxFileBytes, MaxRatio, MaxTotalBytes, limits_of
from exposture.cli.options import Inputs


def inspect(
    inputs: Inputs,
    max_entries: MaxEntries = None,
    max_total_bytes: MaxTotalBytes = None,
    max_file_bytes: MaxFileBytes = None,
    max_ratio: MaxRatio = None,
) -> None:
    """Show what bundles or exports hold; no rule is run.

    Servers, datasets with their rows, coverage, age and hashes; files that were not read, values that did not convert, and why.
    """
    from exposture.cli.console import answer, progress, table
    from exposture.workflows.inspect import look_into

    with progress() as step:
        view = look_into(inputs, step, limits_of(max_entries, max_total_bytes, max_file_bytes, max_ratio))
    for line in view.facts:
        answer(line)
    table(["server", "version", "build", "roles", "site"], view.servers, title="Servers")
    table(["dataset", "target", "status", "rows", "message"], view.coverage, title="Datasets")
    if view.files:
        table(["file", "state", "hash", "why"], view.files, title="Files that were not read into a dataset")
    if view.conversions:
        table(["dataset", "column", "file", "object", "text", "why"], view.conversions, title="Values that did not convert")
    raise typer.Exit(ExitCode.INCOMPLETE if view.is_damaged else ExitCode.DONE)
