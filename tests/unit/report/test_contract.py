"""Walks every renderer with hostile values and parses its output back by its own grammar."""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from html.parser import HTMLParser
from typing import Any

import jsonschema
import pyarrow.parquet as pq
import pypdf
import pytest
from tests.unit.report.hostile import VALUES, hostile

from exposture.report.document import from_json, json_schema, to_json
from exposture.report.formats import load_renderers
from exposture.report.html import render_html
from exposture.report.pdf import render_pdf

BENIGN = "plain"
VOID = {"meta", "br", "col", "wbr", "input"}
FREE_ATTRIBUTES = {"id", "href", "content", "data-rule", "data-server", "data-area", "aria-labelledby"}


class Page(HTMLParser):
    """Collects what a browser would see: elements with their attribute names, fixed attribute values, balance."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shapes: set[tuple[str, tuple[str, ...]]] = set()
        self.fixed: set[tuple[str, str, str]] = set()
        self.links: list[str] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.comments = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shapes.add((tag, tuple(sorted(name for name, _ in attrs))))
        self.fixed |= {(tag, name, value or "") for name, value in attrs if name not in FREE_ATTRIBUTES}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        self.comments += 1

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("script", "style"):
            self.texts.append(data)


def parsed(data: bytes) -> Page:
    page = Page()
    page.feed(data.decode())
    page.close()
    assert page.open == []
    return page


@pytest.fixture(scope="module")
def templates() -> Page:
    """Return the shapes that the templates themselves can make."""
    page = parsed(render_html(hostile(BENIGN)))
    page.shapes |= {("wbr", ()), ("code", ())}
    return page


@pytest.mark.parametrize("name", sorted(VALUES))
def test_html_has_no_element_or_attribute_that_the_templates_lack(name: str, templates: Page) -> None:
    page = parsed(render_html(hostile(VALUES[name])))

    known = {(tag, tuple(sorted(set(attributes) | extra))) for tag, attributes in templates.shapes for extra in ({"id"}, set())}
    assert page.shapes - templates.shapes - known == set()
    assert {item for item in page.fixed if item[1] not in ("class", "content")} <= templates.fixed | {("pre", "class", "code")}
    assert page.comments == 0


@pytest.mark.parametrize("name", sorted(VALUES))
def test_html_links_go_inside_the_page_or_to_a_plain_https_address(name: str) -> None:
    links = parsed(render_html(hostile(VALUES[name]))).links

    assert {link for link in links if not re.fullmatch(r"#[A-Za-z0-9-]+", link)} <= {"https://example.com/a"}


@pytest.mark.parametrize("name", sorted(VALUES))
def test_html_shows_no_control_or_bidirectional_character(name: str) -> None:
    text = render_html(hostile(VALUES[name])).decode()

    assert [character for character in text if not character.isprintable() and character not in "\n\t\xad"] == []


def test_html_policy_names_exactly_what_runs() -> None:
    text = render_html(hostile(VALUES["html"])).decode()

    assert len(re.findall(r"<script[ >]", text)) == 2
    assert len(re.findall(r"<style[ >]", text)) == 1
    assert "unsafe" not in text.split("<title>")[0]


@pytest.mark.parametrize("name", sorted(VALUES))
def test_ids_of_the_page_are_unique(name: str) -> None:
    ids = re.findall(r' id="([^"]*)"', render_html(hostile(VALUES[name])).decode())

    assert [key for key, amount in Counter(ids).items() if amount > 1] == []


@pytest.mark.parametrize("name", sorted(VALUES))
def test_json_is_valid_and_keeps_every_value_exactly(name: str) -> None:
    original = hostile(VALUES[name])
    data = to_json(original)

    faults = jsonschema.Draft202012Validator(json_schema()).iter_errors(json.loads(data))

    assert {fault.path[-1] for fault in faults} <= {"finding_id"}
    assert from_json(data).results.equals(original.results)
    assert from_json(data).head.organization == original.head.organization


def test_parquet_keeps_every_value_exactly() -> None:
    original = hostile(VALUES["control"])
    table = pq.read_table(io.BytesIO(load_renderers()["parquet"].render(original)))

    assert table.equals(original.results)


def walked(item: Any, seen: set[int]) -> list[str]:
    """Return every name key of a PDF object graph."""
    item = item.get_object() if hasattr(item, "get_object") else item
    if id(item) in seen:
        return []
    seen.add(id(item))
    match item:
        case dict():
            return [*item.keys(), *(key for value in item.values() for key in walked(value, seen))]
        case list():
            return [key for value in item for key in walked(value, seen)]
        case _:
            return []


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(VALUES))
def test_pdf_has_no_action_from_data(name: str) -> None:
    reader = pypdf.PdfReader(io.BytesIO(render_pdf(hostile(VALUES[name]))))
    keys = set(walked(reader.trailer, set()))

    assert keys & {"/JavaScript", "/JS", "/Launch", "/EmbeddedFile", "/EmbeddedFiles", "/EF", "/AcroForm", "/AA", "/OpenAction"} == set()
    links = [note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", []) if "/A" in note.get_object()]
    assert set(links) <= {"https://example.com/a"}
    assert len(reader.pages) <= 20


def test_every_renderer_is_walked_here() -> None:
    assert set(load_renderers()) == {"html", "json", "parquet", "pdf"}
