"""`exposture unmask`: on the customer's side, clear names in a report about a redacted bundle."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Report = Annotated[Path, typer.Argument(metavar="REPORT", help="A report as JSON, HTML, CSV or text.", show_default=False)]
MapFile = Annotated[Path, typer.Option("--map", metavar="FILE", help="The redaction-map.csv that the collector wrote.", show_default=False)]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="File to write.  [default: REPORT with -clear in its name]", show_default=False)
]


def unmask(report: Report, map_file: MapFile, output: Output = None) -> None:
    """Write a copy of a report with clear names for its pseudonyms."""
    from exposture.cli.console import say
    from exposture.workflows.unmask import unmask_file

    done = unmask_file(report, map_file, output)
    say(f"{done.count} pseudonyms replaced. Written:\n  {done.path}", is_block=True)
