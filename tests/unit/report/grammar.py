"""Readers of every format that a report is written in: each parses an output back and says whether a value got out of its place."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any

import jsonschema
import pyarrow.parquet as pq
import pypdf
from tests.unit.report.hostile import hostile

from exposture.model.assessment import Assessment
from exposture.report.document import from_json, json_schema
from exposture.report.html import render_html

BENIGN = "plain"
VOID = {"meta", "br", "col", "wbr", "input"}
FREE_ATTRIBUTES = {"id", "href", "content", "data-rule", "data-server", "data-area", "aria-labelledby"}
OUR_LINK = "https://example.com/a"
"""The only address that the hostile rule names and that may be a link."""
SOFT_HYPHEN = "\xad"
"""Stands in our own words, in the narrow heads of the matrix."""
PDF_KEYS = {
    "/JavaScript",
    "/JS",
    "/Launch",
    "/EmbeddedFile",
    "/EmbeddedFiles",
    "/EF",
    "/AcroForm",
    "/XFA",
    "/AA",
    "/OpenAction",
    "/RichMedia",
    "/Rendition",
    "/SubmitForm",
    "/ImportData",
}


class Page(HTMLParser):
    """Collects what a browser would see: elements with their attribute names, fixed attribute values, balance."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.shapes: set[tuple[str, tuple[str, ...]]] = set()
        self.fixed: set[tuple[str, str, str]] = set()
        self.links: list[str] = []
        self.open: list[str] = []
        self.texts: list[str] = []
        self.data: list[str] = []
        self.comments = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shapes.add((tag, tuple(sorted(name for name, _ in attrs))))
        self.fixed |= {(tag, name, value or "") for name, value in attrs if name not in FREE_ATTRIBUTES}
        self.links += [value or "" for name, value in attrs if name in ("href", "src", "action", "formaction", "xlink:href", "srcset", "data")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_comment(self, data: str) -> None:
        self.comments += 1

    def handle_pi(self, data: str) -> None:
        self.comments += 1

    def unknown_decl(self, data: str) -> None:
        self.comments += 1

    def handle_data(self, data: str) -> None:
        inside = self.open[-1] if self.open else ""
        (self.data if inside == "script" else [] if inside == "style" else self.texts).append(data)


def parsed(data: bytes) -> Page:
    page = Page()
    page.feed(data.decode())
    page.close()
    assert page.open == []
    return page


@cache
def templates() -> Page:
    """Return the shapes that the templates themselves can make."""
    page = parsed(render_html(hostile(BENIGN)))
    page.shapes |= {("wbr", ()), ("code", ()), ("pre", ("class",))}  # a long word, a name, a command
    return page


def hidden_in(text: str, allowed: str = "\n\t") -> list[str]:
    """Return the characters of a text that a reader does not see, or that change how others are seen."""
    return [character for character in text if not character.isprintable() and character not in allowed]


def check_html(data: bytes, _: Assessment) -> None:
    """No element, attribute, comment or link that the templates lack; nothing hidden; each id once; the block of data is data."""
    page, own = parsed(data), templates()
    known = {(tag, tuple(sorted(set(attributes) | extra))) for tag, attributes in own.shapes for extra in ({"id"}, set())}
    assert page.shapes - own.shapes - known == set()
    assert {item for item in page.fixed if item[1] not in ("class", "content")} <= own.fixed | {("pre", "class", "code")}
    assert {link for link in page.links if not re.fullmatch(r"#[A-Za-z0-9-]+", link)} <= {OUR_LINK}
    assert page.comments == 0
    assert hidden_in(data.decode(), "\n\t" + SOFT_HYPHEN) == []
    ids = re.findall(r' id="([^"]*)"', data.decode())
    assert [key for key, amount in Counter(ids).items() if amount > 1] == []
    assert isinstance(json.loads(page.data[0]), dict | list)
    assert "<" not in page.data[0]


def check_json(data: bytes, original: Assessment) -> None:
    """Valid by the published schema, and every value comes back as it was; on a terminal nothing in it is obeyed or hidden."""
    faults = jsonschema.Draft202012Validator(json_schema()).iter_errors(json.loads(data))
    assert {fault.path[-1] for fault in faults} <= {"finding_id"}
    back = from_json(data)
    assert back.results.equals(original.results)
    assert back.head == original.head
    assert hidden_in(data.decode(), "\n" + JOINERS) == []


POPPLERS_OWN = "\u202b\u202c"
"""Put around words of Hebrew and Arabic by pdftotext."""
JOINERS = "\u200c\u200d\xa0"
"""What names in some languages need, and what is a space."""


def check_parquet(data: bytes, original: Assessment) -> None:
    """Every value as it was: the file is for programs."""
    assert pq.read_table(io.BytesIO(data)).equals(original.results)


def check_pdf(data: bytes, _: Assessment) -> None:
    """No action, form, file or script; links go inside or to our references; nothing hidden in the text, as poppler reads it."""
    reader = pypdf.PdfReader(io.BytesIO(data))
    items = list(_items(reader.trailer, set()))
    assert {key for key, _ in items} & PDF_KEYS == set()
    assert {str(value) for key, value in items if key == "/S" and str(value) in {"/URI", "/GoToR", "/GoToE", "/Launch", "/Named"}} <= {"/URI"}
    assert {str(value) for key, value in items if key == "/URI" and value != "/URI"} <= {OUR_LINK}
    assert hidden_in(text_of_pdf(data), "\n\f" + JOINERS + SOFT_HYPHEN + POPPLERS_OWN) == []


def text_of_pdf(data: bytes) -> str:
    """Return the text that a reader of the PDF gets; nothing where poppler is not on this machine."""
    if shutil.which("pdftotext") is None:
        return ""
    return subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout.decode()


def _items(item: Any, seen: set[int]) -> Iterator[tuple[str, Any]]:
    """Yield every key of a PDF object graph with its value."""
    item = item.get_object() if hasattr(item, "get_object") else item
    if id(item) in seen:
        return
    seen.add(id(item))
    for value in item.values() if isinstance(item, dict) else item if isinstance(item, list) else ():
        yield from _items(value, seen)
    if isinstance(item, dict):
        yield from item.items()


PARSERS = {"html": check_html, "json": check_json, "parquet": check_parquet, "pdf": check_pdf}
"""One reader for each format by name; a format without one fails the contract."""
