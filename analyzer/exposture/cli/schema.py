"""`exposture schema`: the published JSON Schemas."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class SchemaName(StrEnum):
    """Files that have a schema."""

    RESULTS = "results"
    RULE = "rule"
    DATASET = "dataset"
    SITE = "site"


Name = Annotated[SchemaName, typer.Argument(metavar="NAME", help="results (of `audit -f json`), or a file that people write: rule, dataset, site.")]


def schema(name: Name) -> None:
    """Print the JSON Schema of results.json or of a YAML file."""
    from exposture.cli.console import emit
    from exposture.workflows.schemas import schema_text

    emit(schema_text(name.value))
