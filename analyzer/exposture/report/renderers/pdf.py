"""The report as a PDF."""

from __future__ import annotations

from exposture.report.formats import Renderer
from exposture.report.pdf import render_pdf

RENDERER = Renderer(name="pdf", file_name="report.pdf", is_text=False, render=render_pdf)
