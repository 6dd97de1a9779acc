from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exposture.ingest.escapes import escape, unescape
from tests.unit.ingest.reading import read_roots


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("a_x000D__x000A_b", "a\r\nb"),
        ("_x005F_x0041_", "_x0041_"),
        ("snake_case", "snake_case"),
        ("_x12_", "_x12_"),
        ("_xZZZZ_", "_xZZZZ_"),
        ("_xD83D__xDE00_", "\U0001f600"),
        ("_X0041_", "A"),
        ("_x004a_", "J"),
        ("_x0001F600_", "\U0001f600"),
        ("_x00000041_", "_x00000041_"),
        ("_x00110000_", "_x00110000_"),
        ("_x0041_x0042_", "Ax0042_"),
    ],
)
def test_escape_is_decoded_once(stored: str, text: str) -> None:
    assert unescape(stored) == (text, 0)


@pytest.mark.parametrize(
    ("stored", "text", "lone"),
    [("_xD83D_", "\ufffd", 1), ("_xDE00__xD83D_a", "\ufffd\ufffda", 2), ("\ufffd_xD83D_", "\ufffd\ufffd", 1)],
)
def test_lone_surrogate_becomes_the_replacement_character(stored: str, text: str, lone: int) -> None:
    assert unescape(stored) == (text, lone)


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("a\r\nb", "a_x000D__x000A_b"),
        ("_x0041_", "_x005F_x0041_"),
        ("_X", "_x005F_X"),
        ("snake_case", "snake_case"),
        ("\x9f\u00a0", "_x009F_\u00a0"),
        ("\U0001f600", "_xD83D__xDE00_"),
    ],
)
def test_text_is_escaped_as_export_clixml_does(text: str, stored: str) -> None:
    assert escape(text) == stored


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_comes_back(text: str) -> None:
    assert unescape(escape(text)) == (text, 0)


@given(st.text(st.sampled_from(["_", "x", "X", "0", "D", "8", "F", "a"])))
def test_text_that_looks_like_escapes_comes_back(text: str) -> None:
    assert unescape(escape(text)) == (text, 0)


def test_lone_surrogate_in_a_file_is_noted_and_can_be_encoded() -> None:
    outcome = read_roots("<S>_xD800_</S>")

    assert outcome.values == ["\ufffd"]
    assert outcome.codes == ["lone-surrogate"]


@pytest.mark.parametrize("element", ["<DT>_x0041_</DT>", "<G>_x0041_</G>", "<Version>_x0041_</Version>"])
def test_dates_guids_and_versions_are_not_escaped(element: str) -> None:
    assert read_roots(element).values == ["_x0041_"]


def test_names_types_and_display_text_are_escaped() -> None:
    item = read_roots('<Obj><TN><T>A_x002E_B</T></TN><ToString>a_x000A_b</ToString><MS><S N="x_x0020_y">1</S></MS></Obj>').item

    assert (item.types, item.text, item.properties) == (("A.B",), "a\nb", {"x y": "1"})


@pytest.mark.parametrize(
    ("stored", "name"), [("a&amp;b", "a&b"), ("a&#38;b", "a&b"), ("&amp;#38;", "&#38;"), ("&amp;amp;", "&amp;"), ("&lt;&gt;&quot;&apos;", "<>\"'")]
)
def test_entities_in_a_name_are_resolved_once(stored: str, name: str) -> None:
    assert list(read_roots(f'<Obj><MS><S N="{stored}">1</S></MS></Obj>').item) == [name]


def test_entities_in_a_text_are_resolved_once() -> None:
    assert read_roots("<S>&lt;a&gt;&amp;lt;&amp;#38;</S>").values == ["<a>&lt;&#38;"]
