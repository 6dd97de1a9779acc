"""Read an Assessment back from results.json."""

from __future__ import annotations

from pathlib import Path

from exposture.errors import UsageError
from exposture.model.assessment import Assessment
from exposture.report.document import from_json


def read_assessment(path: Path) -> Assessment:
    """Return the Assessment of a results.json.

    Raises:
        UsageError: the file cannot be read, or is no Assessment of a schema version we know.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
    return from_json(data, path=str(path))
