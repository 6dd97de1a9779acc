"""The CSS house rules of the PDF, and the contrast of every colour pair of both formats."""

from __future__ import annotations

import itertools
import re

import pytest
from tests.unit.report.contoso import contoso

from exposture.report.layout import asset, environment
from exposture.report.view import build_view

REPEATED = ("card", "step", "pair", "grid", "matrix", "worst", "question", "badge", "object")


def rules(css: str) -> list[tuple[str, str]]:
    plain = re.sub(r"/\*.*?\*/|@page[^{]*\{(?:[^{}]|\{[^{}]*\})*\}", "", css, flags=re.S)
    return re.findall(r"([^{}]+)\{([^{}]*)\}", plain)


def pdf_page() -> str:
    return environment().get_template("report.pdf.j2").render(view=build_view(contoso()), medium="pdf", generator="exposture")


def test_tables_have_a_fixed_layout() -> None:
    assert ("table", "table-layout:fixed;border-collapse:collapse;width:100%") in [(name.strip(), body) for name, body in rules(asset("page.css"))]


def test_nothing_that_repeats_is_flex_or_grid() -> None:
    found = [name for name, body in rules(asset("page.css") + asset("pdf.css")) if re.search(r"display:(flex|grid|inline-flex)", body)]

    assert found == ["\n.horizons"]
    assert not any(word in found[0] for word in REPEATED)


def test_no_css_of_the_pdf_breaks_words_anywhere_or_loads_anything() -> None:
    css = asset("page.css") + asset("pdf.css")

    assert not re.search(r"overflow-wrap|word-break|url\(|@import|expression", css.replace("attr(href url)", ""))


def test_margin_boxes_name_the_font() -> None:
    boxes = re.findall(r"@bottom-(?:left|right)\{([^}]*)\}", asset("pdf.css"))

    assert len(boxes) == 4
    assert all('"Exposture Sans"' in box for box in boxes)


def test_tables_rows_and_headings_stay_together() -> None:
    css = {name.strip(): body for name, body in rules(asset("pdf.css"))}

    assert "break-inside:avoid" in css["table"]
    assert "break-inside:avoid" in css["tr"]
    assert css["thead"] == "display:table-header-group"
    assert "break-after:avoid" in css["h1,h2,h3,h4"]


def test_every_table_declares_its_columns_and_spans_no_more() -> None:
    for table in re.findall(r"<table.*?</table>", pdf_page(), flags=re.S):
        columns = len(re.findall(r"<col[ >]", table))
        cells = max(len(re.findall(r"<t[hd][ >]", row)) for row in re.findall(r"<tr.*?</tr>", table, flags=re.S))
        assert columns in (cells, 0 if "tiles" in table[:30] else cells)


def test_every_header_cell_has_a_scope() -> None:
    heads = re.findall(r"<th(?= |>)[^>]*>", pdf_page())

    assert heads
    assert all('scope="' in head for head in heads)


def test_no_element_carries_a_style_attribute() -> None:
    assert " style=" not in pdf_page()


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(digit * 2 for digit in colour[1:])
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    bright, dark = sorted((luminance(first), luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1])
def test_every_pair_of_colours_of_the_page_is_readable(scheme: int) -> None:
    block = re.findall(r":root\{(--ink[^}]*)\}", asset("html.css"))[scheme]
    colours = dict(re.findall(r"--([a-z-]+):(#[0-9a-f]{3,6})", block))
    kinds = ["critical", "high", "medium", "low", "info", "pass", "unknown", "none"]
    pairs = [(kind, f"{kind}-b") for kind in kinds]
    pairs += itertools.product(("ink", "quiet", "accent", "none"), ("paper", "ground"))
    pairs += [("ink", f"{kind}-b") for kind in kinds] + [
        ("quiet", "info-b"),
        ("ink", "code"),
        ("accent-ink", "accent"),
        ("accent", "info-b"),
        ("quiet", "high-b"),
    ]

    assert {pair: ratio for pair in pairs if (ratio := contrast(colours[pair[0]], colours[pair[1]])) < 4.5} == {}


def test_every_pair_of_colours_of_the_pdf_is_readable() -> None:
    pairs = re.findall(r"background:(#[0-9a-f]{6});color:(#[0-9a-f]{3,6})", asset("pdf.css"))
    inks = re.findall(r"[;{]color:(#[0-9a-f]{6})", asset("pdf.css"))

    assert {pair for pair in pairs if contrast(*pair) < 4.5} == set()
    assert {ink for ink in inks if contrast(ink, "#ffffff") < 4.5 and contrast(ink, "#0f3b4a") < 4.5} == set()
