"""The report as one HTML file that needs nothing else: no network, no other file, no JavaScript to be read.

Everything that runs or styles is named by its hash in a Content-Security-Policy, so that no value can.
"""

from __future__ import annotations

import base64
import hashlib

from markupsafe import Markup

from exposture.model.assessment import Assessment
from exposture.report.explorer import results_data
from exposture.report.findings import index_findings
from exposture.report.layout import asset, environment, font_faces, font_uris
from exposture.report.view import build_view

BYTES_AT_MOST = 4_900_000
BYTES_OF_RESULTS_AT_LEAST = 500_000
DATA_BLOCK = '<script type="application/json" id="data">'


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def policy(style: str, script: str) -> str:
    """Return the Content-Security-Policy that lets exactly this style sheet and this script in."""
    parts = (
        "default-src 'none'",
        f"style-src {_hash(style)}",
        f"script-src {_hash(script)}",
        "font-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    )
    return "; ".join(parts)


def render_html(assessment: Assessment) -> bytes:
    """Return the page as UTF-8; the same Assessment gives the same bytes.

    The results fill what room the rest leaves of 4.9 MB; the page says how many it does not list.
    """
    findings = index_findings(assessment)
    style = font_faces(font_uris()) + asset("page.css") + asset("html.css")
    script = asset("page.js")
    page = (
        environment()
        .get_template("report.html.j2")
        .render(
            view=build_view(assessment, findings),
            medium="html",
            policy=policy(style, script),
            generator=f"{assessment.head.tool.name} {assessment.head.tool.version}",
            style=Markup(style),  # noqa: S704  # package files only
            script=Markup(script),  # noqa: S704  # package files only
        )
    )
    room = max(BYTES_OF_RESULTS_AT_LEAST, BYTES_AT_MOST - len(page.encode()))
    return page.replace(DATA_BLOCK, f"{DATA_BLOCK}{results_data(findings, room)}", 1).encode()
