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


def schema(
    name: Annotated[SchemaName, typer.Argument(help="results (of `audit -f json`), rule, dataset or site (files that people write).")],
) -> None:
    """Print a JSON Schema, for editors and for programs that read results.json."""
    import sys

    from exposture.workflows.schemas import schema_text

    sys.stdout.write(schema_text(name.value))
