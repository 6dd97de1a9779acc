"""`exposture site`: the analyst's answers to what no export can say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from exposture.cli.limits import MaxEntries, MaxFileBytes, MaxRatio, MaxTotalBytes, limits_of
from exposture.cli.options import Inputs

app = typer.Typer(help="Write site.yaml: what no export can say.", no_args_is_help=True)


@app.callback()
def options() -> None:
    """Keep `init` a command of its own, though it is the only one."""


@app.command(name="init")
def init_site(
    inputs: Inputs,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="File to write.  [default: standard output]", show_default=False)
    ] = None,
    max_entries: MaxEntries = None,
    max_total_bytes: MaxTotalBytes = None,
    max_file_bytes: MaxFileBytes = None,
    max_ratio: MaxRatio = None,
) -> None:
    """Write a site.yaml to fill in, with what the bundle suggests.

    Every answer is commented out: nothing is declared until you remove the `# ` in front of a line.
    """
    from exposture.cli.console import emit, progress, say
    from exposture.workflows.site_init import site_yaml, write_site

    with progress() as step:
        text = site_yaml(inputs, step, limits_of(max_entries, max_total_bytes, max_file_bytes, max_ratio))
    if output is None:
        emit(text)
    else:
        write_site(output, text, inputs)
        say(f"Written:\n  {output}", is_block=True)
