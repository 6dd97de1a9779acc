"""The JSON Schemas that are published."""

from __future__ import annotations

import json
from typing import Any

from exposture.catalog.dataset import Dataset
from exposture.errors import UsageError
from exposture.report.document import json_schema
from exposture.rulebook.answers import Answers
from exposture.rulebook.rule import Rule


def schema_text(name: str) -> str:
    """Return a JSON Schema as text.

    Raises:
        UsageError: no schema of that name.
    """
    return json.dumps(_schema(name), indent=2, sort_keys=True, ensure_ascii=False) + "\n"


def _schema(name: str) -> dict[str, Any]:
    match name:
        case "results":
            return json_schema()
        case "rule":
            return Rule.model_json_schema()
        case "dataset":
            return Dataset.model_json_schema()
        case "site":
            return Answers.model_json_schema()
        case _:
            raise UsageError(f"no schema is called {name!r}; there are results, rule, dataset, site")
