"""The report as one self-contained HTML file."""

from __future__ import annotations

from exposture.model.assessment import Assessment
from exposture.report.formats import Renderer


def _render(assessment: Assessment) -> bytes:
    from exposture.report.html import render_html  # noqa: PLC0415  # templates are loaded by a run that asks for them

    return render_html(assessment)


RENDERER = Renderer(name="html", file_name="report.html", is_text=True, render=_render)
