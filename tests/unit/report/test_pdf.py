from __future__ import annotations

import contextlib
import io
import json
import logging
import os
import tempfile
from pathlib import Path
from typing import Any

import pypdf
import pytest
from tests.unit.report.assessments import assessment, row
from tests.unit.report.contoso import contoso
from tests.unit.report.estates import wide

from exposture.errors import ReportError
from exposture.report import pdf, pdf_child
from exposture.report.document import from_json, to_json

pytestmark = pytest.mark.slow
CODE = "import sys; sys.exit({})"


def read(data: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(data))


def text_of(reader: pypdf.PdfReader) -> str:
    return "\n".join(page.extract_text() for page in reader.pages).replace("\u200b", "")


@pytest.fixture(scope="module")
def contoso_pdf() -> bytes:
    output = pdf.make_pdf(contoso())
    assert output.warnings == ()
    return output.data


def test_pdf_is_tagged_titled_and_in_english(contoso_pdf: bytes) -> None:
    catalog: Any = read(contoso_pdf).trailer["/Root"]

    assert catalog["/MarkInfo"]["/Marked"] is True or catalog["/MarkInfo"]["/Marked"].value is True
    assert catalog["/Lang"] == "en"
    assert read(contoso_pdf).metadata["/Title"] == "Exchange security assessment: Contoso"  # type: ignore[index]
    assert read(contoso_pdf).metadata["/Author"] == "Contoso"  # type: ignore[index]


def test_dates_are_those_of_the_data(contoso_pdf: bytes) -> None:
    metadata: Any = read(contoso_pdf).metadata

    assert {metadata["/CreationDate"], metadata["/ModDate"]} == {"D:20260820000000Z"}


def test_bookmarks_name_chapters_and_cards(contoso_pdf: bytes) -> None:
    outline = read(contoso_pdf).outline
    titles = [entry.title for entry in outline if not isinstance(entry, list)]
    cards = [entry.title for part in outline if isinstance(part, list) for entry in part if not isinstance(entry, list)]

    assert titles == [
        "Contoso",
        "On one page",
        "Servers and areas",
        "Findings at a glance",
        "Findings",
        "Not evaluated, and why",
        "Questions for people",
        "Passed checks",
        "Coverage and limits",
        "Declared by you",
        "Method",
    ]
    assert "No receive connector relays for anonymous senders" in cards


def test_every_page_says_whose_it_is_and_which(contoso_pdf: bytes) -> None:
    pages = read(contoso_pdf).pages

    for number, page in enumerate(pages, 1):
        text = page.extract_text()
        assert "Contoso · confidential" in text
        assert f"page {number} of {len(pages)}" in text


def test_only_the_bundled_fonts_are_used(contoso_pdf: bytes) -> None:
    fonts = {
        font.split("+")[1]
        for page in read(contoso_pdf).pages
        for font in (item.get_object()["/BaseFont"] for item in page["/Resources"]["/Font"].values())
    }

    assert fonts == {"Exposture-Sans", "Exposture-Sans-Semi-Bold", "Exposture-Mono"}


def test_the_manager_page_is_one_page(contoso_pdf: bytes) -> None:
    pages = [page.extract_text() for page in read(contoso_pdf).pages]

    assert "On one page" in pages[1]
    assert "What is not known" in pages[1]
    assert "Servers and areas" in pages[2]


def test_two_runs_give_the_same_bytes(contoso_pdf: bytes) -> None:
    assert pdf.render_pdf(contoso()) == contoso_pdf


def test_a_report_from_the_document_is_the_same(contoso_pdf: bytes) -> None:
    assert pdf.render_pdf(from_json(to_json(contoso()))) == contoso_pdf


def test_without_a_time_the_file_is_not_dated() -> None:
    from exposture.model.assessment import AsOf

    metadata: Any = read(pdf.render_pdf(assessment(as_of=AsOf(time=None, origin="none")))).metadata

    assert "/CreationDate" not in metadata


def test_no_table_crosses_a_page() -> None:
    """A table that crosses a page is written as two tables, which reads as two; headers would come twice."""
    html = pdf.page(pdf.build_view(contoso()), "exposture")
    catalog: Any = read(pdf.render_pdf(contoso())).trailer["/Root"]
    kinds: list[str] = []
    stack = [catalog["/StructTreeRoot"]]
    while stack:
        item = stack.pop().get_object()
        if isinstance(item, list):
            stack += item
        elif isinstance(item, dict):
            kinds.append(str(item.get("/S")))
            stack += [item["/K"]] if "/K" in item and not isinstance(item["/K"], int) else []

    assert kinds.count("/Table") == html.count("<table")


@pytest.mark.slow
@pytest.mark.skipif("EXPOSTURE_FULL" not in os.environ, reason="12,000 results: scripts/test-full")
def test_100_servers_by_120_rules_stay_under_90_pages() -> None:
    assert len(read(pdf.render_pdf(wide(servers=100, rules=120))).pages) <= 90


def test_a_long_rendering_is_given_up() -> None:
    with pytest.raises(ReportError, match=r"not ready after 0\.01 seconds"):
        pdf.make_pdf(assessment(), seconds=0.01)


def test_too_little_memory_is_a_report_error() -> None:
    with pytest.raises(ReportError, match="HTML and JSON hold the same facts"):
        pdf.make_pdf(assessment(), memory=64 * 1024**2)


def test_missing_libraries_are_named_with_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    trap = (
        "class Trap:\n"
        " def find_spec(self, name, *_):\n"
        "  if name == 'weasyprint': raise OSError('cannot load library libpango')\n"
        "import sys; sys.meta_path.insert(0, Trap())\n"
    )
    monkeypatch.setattr(pdf, "START", trap + pdf.START)

    with pytest.raises(ReportError, match=r"apt-get install libpango-1\.0-0"):
        pdf.make_pdf(assessment())


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import sys; sys.exit('broken pipe of thoughts')", "broken pipe of thoughts"),
        ("import os; os.kill(os.getpid(), 9)", "no message"),
        ("print('{}')", "code 0"),
    ],
)
def test_a_child_that_dies_is_a_report_error(code: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "START", code)

    with pytest.raises(ReportError, match=message):
        pdf.make_pdf(assessment())


def test_a_missing_interpreter_is_a_report_error(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(pdf.sys, "executable", str(tmp_path / "nothing"))

    with pytest.raises(ReportError, match="did not start"):
        pdf.make_pdf(assessment())


def test_the_current_folder_is_not_searched_for_code(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "weasyprint.py").write_text("raise SystemExit('pwned')", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    assert pdf.make_pdf(assessment()).data.startswith(b"%PDF-")


def test_warnings_go_to_the_log(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setattr(pdf, "make_pdf", lambda _: pdf.PdfOutput(data=b"%PDF-", warnings=("not tagged",)))

    with caplog.at_level(logging.WARNING):
        assert pdf.render_pdf(assessment()) == b"%PDF-"
    assert caplog.messages == ["not tagged"]


def job(html: str, **changes: Any) -> dict[str, Any]:
    return {"html": html, "css": "", "fonts": [], "identifier": "00" * 16, "memory": 1, **changes}


ATTACKS = """<html lang=en><title>x</title><img src="file:///etc/passwd"><img src="http://192.0.2.1/x.png"><link rel=attachment href="file:///etc/passwd">
<a rel=attachment href="file:///etc/passwd">x</a><style>@import "http://192.0.2.1/a.css";
@font-face{font-family:f;src:url(file:///etc/passwd)} p{font-family:f}</style>
<p>text</p><svg><image href="http://192.0.2.1/b.png"/></svg><object data="data:text/html,x"></object>"""


def test_even_raw_markup_loads_and_embeds_nothing() -> None:
    data, warnings = pdf_child.make_pdf(job(ATTACKS), pdf_child.system_fonts())

    assert warnings == []
    assert read(data).attachments == {}
    assert b"root:" not in data


@pytest.mark.parametrize("url", ["file:///etc/passwd", "http://192.0.2.1/", "data:text/plain,x", "ftp://192.0.2.1/"])
def test_the_fetcher_refuses_all_but_the_fonts(url: str) -> None:
    with pytest.raises(pdf_child.RefusedError):
        pdf_child._fetcher(frozenset({"data:font/woff2;base64,AAAA"})).fetch(url)


def test_the_fetcher_gives_the_fonts() -> None:
    font = "data:font/woff2;base64,AAAA"

    assert pdf_child._fetcher(frozenset({font})).fetch(font).read() == b"\x00\x00\x00"


class Engine:
    def write_pdf(self, *, pdf_identifier: bytes, pdf_variant: str | None = None) -> bytes:
        if pdf_variant:
            raise ValueError("cannot tag")
        return b"%PDF-plain"


def test_a_page_that_cannot_be_tagged_comes_untagged_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_child, "_document", lambda *_: Engine())

    assert pdf_child.make_pdf(job("<p>"), None) == (b"%PDF-plain", [pdf_child.UNTAGGED])


@pytest.mark.parametrize(("hard", "expected"), [(-1, 100), (50, 50), (200, 100)])
def test_a_lower_limit_of_memory_or_time_stays(hard: int, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    resource = pytest.importorskip("resource")
    limits: list[Any] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (0, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda _, pair: limits.append(pair))

    pdf_child.limit(100, 100)

    assert limits == [(expected, hard)] * 2


def test_without_limits_of_the_system_nothing_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(pdf_child.sys.modules, "resource", None)

    pdf_child.limit()


def test_a_value_of_any_length_costs_a_page_at_most() -> None:
    rows = [row(subject="A" * 100_000, evidence={"description": "B" * 100_000, "list": ["C" * 5_000] * 200})]

    assert len(read(pdf.render_pdf(assessment(rows))).pages) <= 8


def test_the_child_job_is_json() -> None:
    assert json.loads(pdf._job(assessment(), 5, "work"))["memory"] == 5


@pytest.mark.parametrize("seconds", [60.0, 0.2])
def test_the_child_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    with contextlib.suppress(ReportError):
        pdf.make_pdf(assessment(), seconds=seconds)

    assert list(tmp_path.iterdir()) == []
