"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

Inputs = Annotated[
    list[Path],
    typer.Argument(metavar="INPUT", help="Bundles (zip, cab, tar.gz, folder), folders of exports, or single exported files.", show_default=False),
]
Formats = Annotated[
    list[str] | None,
    typer.Option(
        "--format",
        "-f",
        metavar="FMT[:PATH]",
        help="pdf, html, json or parquet; repeatable. json:- is standard output.  [default: pdf, html, json]",
        show_default=False,
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="DIR", help="Folder for the reports.  [default: exposture-<name of the input>]", show_default=False),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
RulesDir = Annotated[
    Path | None,
    typer.Option("--rules-dir", metavar="DIR", help="Another rule pack than the one that travels with exposture.", show_default=False),
]
