from __future__ import annotations

import re
from pathlib import Path

import jinja2
import pytest
from markupsafe import Markup

from exposture.errors import PackageDataError
from exposture.report import layout
from exposture.resources import report_root


def test_long_words_may_break_after_separators() -> None:
    assert layout.soft("org/receive_connectors.xml") == "org/<wbr>receive_<wbr>connectors.<wbr>xml"


def test_long_words_without_separators_may_break_after_22_characters() -> None:
    assert layout.soft("x" * 50) == "x" * 22 + "<wbr>" + "x" * 22 + "<wbr>" + "x" * 6


def test_word_of_nothing_but_separators_breaks_no_more_often_than_another() -> None:
    assert layout.soft("a.b,c/" * 50).count("<wbr>") == layout.soft("x" * 300).count("<wbr>") == 13


def test_marks_of_the_invisible_do_not_break_at_their_sign() -> None:
    assert "+<wbr>" not in layout.soft("«U+202E»" * 30)
    assert layout.soft("Accounting+Payroll+Managers") == "Accounting+<wbr>Payroll+<wbr>Managers"


def test_addresses_do_not_break_at_dots_between_digits() -> None:
    assert "<wbr>0" not in layout.soft("198.51.100.0.0.0.0.255")


def test_words_up_to_the_given_length_do_not_break() -> None:
    assert layout.soft("x" * 30 + " <b>", 30) == "x" * 30 + " &lt;b&gt;"


def test_breaking_escapes_every_part() -> None:
    assert "<b" not in layout.soft("<b>" * 40).replace("<wbr>", "")


def test_markup_passes_unchanged() -> None:
    assert layout.soft(Markup("<i>%s</i>") % ("x" * 40)) == "<i>" + "x" * 40 + "</i>"


@pytest.mark.parametrize(
    ("word", "parts"), [("Connectors", "Connec&shy;tors"), ("Availability", "Avail&shy;ability"), ("Time", "Time"), ("<Mention>", "&lt;Mention&gt;")]
)
def test_heads_of_the_matrix_are_hyphenated(word: str, parts: str) -> None:
    assert layout.hyphens(word) == parts


def test_templates_escape_whatever_their_name() -> None:
    assert layout.environment().from_string("{{ value }}").render(value="<b>") == "&lt;b&gt;"


def test_templates_make_the_invisible_visible() -> None:
    assert layout.environment().from_string("{{ value }}").render(value="a\u202e\n") == "a«U+202E»\n"


def test_undefined_names_are_errors() -> None:
    with pytest.raises(jinja2.UndefinedError):
        layout.environment().from_string("{{ missing }}").render()


def test_fonts_are_data() -> None:
    uris = layout.font_uris()

    assert sorted(uris) == ["Inter-Regular.woff2", "Inter-SemiBold.woff2", "JetBrainsMono-Regular.woff2"]
    assert all(uri.startswith("data:font/woff2;base64,d09GM") for uri in uris.values())


@pytest.mark.parametrize("load", [layout.font_uris, lambda: layout.asset("page.css")])
def test_an_incomplete_installation_is_named(load: object, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(layout, "report_root", lambda: tmp_path)

    with pytest.raises(PackageDataError, match="install it again"):
        load()  # type: ignore[operator]


def test_every_font_has_its_licence_beside_it_and_all_are_small() -> None:
    fonts = sorted((report_root() / "fonts").glob("*.woff2"))

    assert {font.name.split("-")[0] for font in fonts} == {path.name.removesuffix("-OFL.txt") for path in (report_root() / "fonts").glob("*.txt")}
    assert sum(font.stat().st_size for font in fonts) < 1_000_000


def test_every_width_that_a_table_asks_for_is_declared() -> None:
    asked = {
        width
        for path in (report_root() / "templates").rglob("*.j2")
        for widths in re.findall(r"columns\(([\d, ]+)\)", path.read_text(encoding="utf-8"))
        for width in widths.split(", ")
    }

    assert asked == set(re.findall(r"\.w(\d+)\{width:\1%\}", layout.asset("page.css")))
