"""The report as one self-contained HTML file."""

from __future__ import annotations

from exposture.report.formats import Renderer
from exposture.report.html import render_html

RENDERER = Renderer(name="html", file_name="report.html", is_text=True, render=render_html)
