from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exposture.ingest.csv_cells import BadCellError, Cell, decode_cell, encode_cell

TEXTS = st.text(st.one_of(st.sampled_from(["\\", "|", "\r", "\n", "0", "e", "p"]), st.characters(exclude_categories=["Cs"])), max_size=10)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("\\0", None),
        ("", ""),
        ("x", "x"),
        ("\\e", []),
        ("|", [""]),
        ("|x", ["x"]),
        ("|a|b", ["a", "b"]),
        ("||", ["", ""]),
        ("|\\0", [None]),
        ("\\\\0", "\\0"),
        ("a\\pb\\r\\n", "a|b\r\n"),
        ("|a\\pb|C:\\\\x", ["a|b", "C:\\x"]),
    ],
)
def test_cell_stands_for_one_value(cell: str, value: Cell) -> None:
    assert decode_cell(cell) == value
    assert encode_cell(value) == cell


@given(st.one_of(st.none(), TEXTS, st.lists(st.none() | TEXTS, max_size=5)))
def test_every_value_comes_back(value: Cell) -> None:
    assert decode_cell(encode_cell(value)) == value


@pytest.mark.parametrize("cell", ["\\x", "a\\", "\\0a", "|\\e", "a|b", "a\nb", "|a\rb"])
def test_cell_in_another_encoding_is_refused(cell: str) -> None:
    with pytest.raises(BadCellError):
        decode_cell(cell)
