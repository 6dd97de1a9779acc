"""Every result as one Parquet file."""

from __future__ import annotations

from exposture.report.document import results_parquet
from exposture.report.formats import Renderer

RENDERER = Renderer(name="parquet", file_name="results.parquet", is_text=False, render=results_parquet)
