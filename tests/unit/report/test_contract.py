"""Walks every format of the registry with hostile values and parses each output back by its own grammar."""

from __future__ import annotations

import io
import json
import os
import re

import pypdf
import pytest
from tests.unit.report.grammar import PARSERS, check_html, check_json, check_parquet, check_pdf, parsed
from tests.unit.report.hostile import PARAGRAPH, VALUES, hostile, together

from exposture.report.document import to_json
from exposture.report.formats import load_renderers
from exposture.report.html import render_html

FORMATS = list(load_renderers())
LAID_OUT = ("pdf",)
"""Formats that take seconds: short values share one report there."""
LONG = sorted(name for name, value in VALUES.items() if len(value) > PARAGRAPH)
SHORT = {name: value for name, value in sorted(VALUES.items()) if len(value) <= PARAGRAPH}


def test_every_format_has_a_reader_here() -> None:
    assert sorted(PARSERS) == FORMATS


@pytest.mark.parametrize("value", sorted(VALUES))
@pytest.mark.parametrize("name", [name for name in FORMATS if name not in LAID_OUT])
def test_value_stays_in_its_place(name: str, value: str) -> None:
    original = hostile(VALUES[value])

    PARSERS[name](load_renderers()[name].render(original), original)


@pytest.mark.slow
@pytest.mark.parametrize("value", ["", *LONG, "pdf", "link", "control"] if "EXPOSTURE_FULL" in os.environ else ["", "pdf"])
@pytest.mark.parametrize("name", LAID_OUT)
def test_value_stays_in_its_place_where_pages_are_laid_out(name: str, value: str) -> None:
    original = hostile(VALUES[value]) if value else together(SHORT)

    PARSERS[name](load_renderers()[name].render(original), original)


@pytest.mark.slow
def test_long_values_do_not_fill_the_pdf() -> None:
    pages = pypdf.PdfReader(io.BytesIO(load_renderers()["pdf"].render(hostile(VALUES["long"])))).pages

    assert len(pages) <= 20


def test_html_policy_names_exactly_what_runs() -> None:
    text = render_html(hostile(VALUES["html"])).decode()

    assert len(re.findall(r"<script[ >]", text)) == 2
    assert len(re.findall(r"<style[ >]", text)) == 1
    assert "unsafe" not in text.split("<title>")[0]


@pytest.mark.parametrize("value", [name for name in SHORT if "\x1b" in VALUES[name] or "\u202e" in VALUES[name]])
def test_what_is_hidden_is_shown_as_a_sign(value: str) -> None:
    shown = "".join(parsed(render_html(hostile(VALUES[value]))).texts)

    assert "«U+001B»" in shown or "«U+202E»" in shown


GOOD_HTML = render_html(hostile("plain")).decode()
BROKEN_HTML = [
    "<img src=x>",
    '<a href="javascript:alert(1)">x</a>',
    "<!-- gone -->",
    "<p onclick='x'>x</p>",
    "\u202e",
    "\x9b",
    '<p id="top"></p><p id="top"></p>',
    '<a href="https://example.com/b">x</a>',
]


@pytest.mark.parametrize("broken", BROKEN_HTML)
def test_reader_of_html_finds_what_is_out_of_place(broken: str) -> None:
    page = GOOD_HTML.replace("</main>", f"{broken}</main>")

    assert page != GOOD_HTML
    check_html(GOOD_HTML.encode(), hostile("plain"))
    with pytest.raises(AssertionError):
        check_html(page.encode(), hostile("plain"))


def test_readers_of_data_find_a_value_that_changed() -> None:
    other = hostile("plain2")

    for name, check in (("json", check_json), ("parquet", check_parquet)):
        with pytest.raises(AssertionError):
            check(load_renderers()[name].render(hostile("plain")), other)


def test_json_reader_finds_a_character_that_a_terminal_obeys() -> None:
    original = hostile("\x9b2J")
    raw = json.dumps(json.loads(to_json(original)), ensure_ascii=False).encode()

    with pytest.raises(AssertionError):
        check_json(raw, original)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("/OpenAction", "<< /S /JavaScript /JS (app.alert\\(1\\)) >>"),
        ("/OpenAction", "<< /S /URI /URI (http://192.0.2.1/) >>"),
        ("/AcroForm", "<< /Fields [] >>"),
        ("/Extra", "<< /S /URI /URI (http://192.0.2.1/) >>"),
        ("/Extra", "<< /S /GoToR /F (x.pdf) >>"),
    ],
)
def test_reader_of_pdf_finds_an_action(key: str, value: str) -> None:
    pages = "<< /Type /Pages /Kids [] /Count 0 >>"
    objects = [f"<< /Type /Catalog /Pages 2 0 R {key} {value} >>", pages]
    body = "%PDF-1.7\n" + "".join(f"{number} 0 obj\n{text}\nendobj\n" for number, text in enumerate(objects, start=1))
    places = [body.index(f"{number} 0 obj") for number in (1, 2)]
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    data = f"{body}xref\n0 3\n0000000000 65535 f \n{table}trailer\n<< /Size 3 /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"

    with pytest.raises(AssertionError):
        check_pdf(data.encode(), hostile("plain"))
