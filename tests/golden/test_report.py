"""Golden files: what a small Assessment looks like as JSON, as a page without its fonts and code, and as the words of the PDF.

One word a line there: where lines and pages break depends on the versions of the system libraries.
"""

from __future__ import annotations

import io
import re

import pypdf
import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from tests.unit.report.assessments import assessment, coverage, row, rule_info

from exposture.model.assessment import Assessment, Gap
from exposture.report.document import to_json
from exposture.report.html import render_html
from exposture.report.pdf import render_pdf


class Text(SingleFileSnapshotExtension):
    _write_mode = WriteMode.TEXT
    file_extension = "txt"


class Json(Text):
    file_extension = "json"


class Html(Text):
    file_extension = "html"


def small() -> Assessment:
    """Return one fail, one unknown, one question and one pass."""
    rows = [
        row(evidence={"remote_ip_ranges": ["0.0.0.0-255.255.255.255"], "enabled": True}, would_change=["internal_networks"]),
        row(server="EX1", subject="EX1\\Default", outcome="pass", message="EX1\\Default relays for nobody."),
        row("CRT-001", outcome="unknown", severity="high", reason="certificates of EX1: access denied", message="", subject="EX1"),
        row("TIM-007", outcome="manual", severity="low", reason="Who looks after the time?", server=None, subject="Contoso", message=""),
    ]
    rules = [
        rule_info(
            exceptions=["A connector for one application."],
            references=[{"title": "A document", "url": "https://example.com/relay", "read": "2026-07-01"}],
        ),
        rule_info("CRT-001", area="encryption", title="Certificates in use are valid for at least 30 days", severity="high"),
        rule_info("TIM-007", area="time", title="The time sources are known and owned", severity="low", kind="manual"),
    ]
    gaps = [
        Gap(
            dataset="certificates",
            target="EX1",
            status="access-denied",
            message="Access is denied.",
            cure="run the script on it as a local administrator",
        )
    ]
    return assessment(rows, rules=rules, coverage=coverage(gaps=gaps), site={"choices": [{"name": "routing", "value": "dns"}]})


def test_json(snapshot: SnapshotAssertion) -> None:
    assert to_json(small()).decode() == snapshot(extension_class=Json)


def test_html(snapshot: SnapshotAssertion) -> None:
    page = re.sub(r"(<style>|<script>).*?(</style>|</script>)", r"\1\2", render_html(small()).decode(), flags=re.S)

    assert re.sub(r"sha256-[^&]*", "sha256-", page) == snapshot(extension_class=Html)


@pytest.mark.slow
def test_pdf(snapshot: SnapshotAssertion) -> None:
    pages = pypdf.PdfReader(io.BytesIO(render_pdf(small()))).pages

    text = " ".join(page.extract_text() for page in pages).replace("\u200b", "")
    words = re.sub(r"[\u00ad\u2010-]\s+|page \d+ of \d+", "", text).split()

    assert "\n".join(words) == snapshot(extension_class=Text)
