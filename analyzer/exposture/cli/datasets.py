"""`exposture datasets`: what can be read, and the collector's block made from it."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(help="List and show datasets, the tables that rules read.", no_args_is_help=True)


@app.command(name="list")
def list_datasets() -> None:
    """List every dataset with its sources and where it is read."""
    from exposture.cli.console import table
    from exposture.workflows.datasets import dataset_rows

    table(["dataset", "target", "tier", "columns", "source"], dataset_rows())


@app.command(name="show")
def show_dataset(name: Annotated[str, typer.Argument(metavar="NAME", help="For example receive_connectors.", show_default=False)]) -> None:
    """Show one dataset: sources, key, and every column."""
    from exposture.cli.console import answer, table
    from exposture.workflows.datasets import column_rows, dataset_facts

    for line in dataset_facts(name):
        answer(line)
    table(["column", "type", "class", "from", "note"], column_rows(name))


@app.command(name="collector-block")
def collector_block() -> None:
    """Print the collector script's block of datasets."""
    from exposture.cli.console import emit
    from exposture.workflows.datasets import block

    emit(block())


@app.command(name="collector-vectors")
def collector_vectors() -> None:
    """Print the collector script's block for redaction."""
    from exposture.cli.console import emit
    from exposture.workflows.datasets import vectors

    emit(vectors())
