"""The Assessment as JSON."""

from __future__ import annotations

from exposture.report.document import to_json
from exposture.report.formats import Renderer

RENDERER = Renderer(name="json", file_name="results.json", is_text=True, render=to_json)
