"""The JSON Schemas that are published."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from exposture.catalog.dataset import Dataset
from exposture.report.document import json_schema
from exposture.rulebook.answers import Answers
from exposture.rulebook.rule import Rule

SCHEMAS: Mapping[str, Callable[[], dict[str, Any]]] = {
    "results": json_schema,
    "rule": Rule.model_json_schema,
    "dataset": Dataset.model_json_schema,
    "site": Answers.model_json_schema,
}


def schema_text(name: str) -> str:
    """Return the JSON Schema of one of `SCHEMAS` as text."""
    return json.dumps(SCHEMAS[name](), indent=2, sort_keys=True) + "\n"
