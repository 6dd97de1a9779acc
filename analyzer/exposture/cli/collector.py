"""`exposture collector`: the script for the server, with its proof."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(help="Get the script that reads a server, and the proof of what it can touch.", no_args_is_help=True)


@app.command(name="proof")
def show_proof(
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="The file to write.  [default: standard output]", show_default=False)
    ] = None,
) -> None:
    """Print the page for the change board: all that the script can touch.

    It is made from the script's parse tree and carries the script's SHA-256.
    """
    from exposture.cli.console import emit, say
    from exposture.workflows.collector import proof_text, write_proof

    if output is None:
        emit(proof_text())
    else:
        write_proof(output)
        say(f"Written:\n  {output}", is_block=True)


@app.command(name="export")
def export(folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or empty folder.", show_default=False)]) -> None:
    """Lay out script, proof, guide and hashes for a server."""
    from exposture.cli.console import say
    from exposture.workflows.collector import export_collector

    exported = export_collector(folder)
    say("\n".join(["Written:", *(f"  {path}" for path in exported.paths), f"SHA-256 of the script: {exported.sha256}"]), is_block=True)
