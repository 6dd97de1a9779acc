"""The report as a PDF."""

from __future__ import annotations

from exposture.model.assessment import Assessment
from exposture.report.formats import Renderer


def _render(assessment: Assessment) -> bytes:
    from exposture.report.pdf import render_pdf  # noqa: PLC0415  # templates are loaded by a run that asks for them

    return render_pdf(assessment)


RENDERER = Renderer(name="pdf", file_name="report.pdf", is_text=False, render=_render)
