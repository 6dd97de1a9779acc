"""`exposture site`: the analyst's answers to what no export can say."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from exposture.cli.audit import Inputs

app = typer.Typer(help="Write site.yaml: what no export can say.", no_args_is_help=True)


@app.command(name="init")
def init_site(
    inputs: Inputs,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="File to write.  [default: standard output]", show_default=False)] = None,
) -> None:
    """Write a commented site.yaml, pre-filled with what the bundle suggests, as questions; nothing is declared until you remove the `#`."""
    import sys

    from exposture.cli.console import progress, say
    from exposture.workflows.site_init import site_yaml, write_site

    with progress(wanted=True) as step:
        text = site_yaml(tuple(inputs), step)
    if output is None:
        sys.stdout.write(text)
    else:
        write_site(output, text)
        say(f"  {output}")
