"""A CSV that is read piece by piece comes out as one that is read at once, whatever the pieces."""

from __future__ import annotations

import io
from itertools import chain, repeat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exposture.ingest.content import Content
from exposture.ingest.csv import read_csv
from exposture.ingest.limits import Limits
from tests.hostile.csv_cases import CASES
from tests.unit.ingest.reading import Outcome, outcome_of_table, read_table

ROOT = Path(__file__).parents[3]
BIG_BYTES = 100_000
FILES = sorted(path for folder in (ROOT / "samples", ROOT.parent / "shared" / "corpus") for path in folder.rglob("*.csv"))
PARTS = ['"', '""', ",", ";", "\r\n", "\n", "\r", "a", "b|", "\\0", "\0", "\u00fc", "\u20ac", "\U0001f600", "A[]", "#TYPE x\r\n", "sep=;\n", " "]


class Drops(io.BytesIO):
    """Gives its bytes in small pieces."""

    def __init__(self, data: bytes, piece: int) -> None:
        super().__init__(data)
        self.piece = piece

    def read(self, size: int | None = -1, /) -> bytes:
        return super().read(self.piece)


def in_pieces(data: bytes, piece: int, limits: Limits | None = None) -> Outcome:
    """Read a table whose bytes come in pieces."""
    return outcome_of_table(Content(open=lambda: Drops(data, piece), size_bytes=len(data)), limits)


def told(outcome: Outcome) -> str:
    return repr((outcome.records, outcome.notes, outcome.error))


@pytest.mark.parametrize("path", [path for path in FILES if path.stat().st_size < BIG_BYTES], ids=lambda path: path.name)
@pytest.mark.parametrize("piece", [7, 64])
def test_file_of_the_samples_is_the_same_in_pieces(path: Path, piece: int) -> None:
    data = path.read_bytes()

    assert told(in_pieces(data, piece)) == told(read_table(data))


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case.name for case in CASES])
def test_hostile_file_is_the_same_in_pieces(number: int) -> None:
    data = CASES[number].make("")

    for piece in (1, 7, 64) if len(data) < BIG_BYTES else (65_537,):
        assert told(in_pieces(data, piece)) == told(read_table(data))


@given(
    st.lists(st.sampled_from(PARTS), max_size=30).map("".join),
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-32-be", "windows-1252"]),
    st.integers(0, 3),
    st.sampled_from([1, 3, 64]),
)
def test_any_text_is_the_same_in_pieces(text: str, encoding: str, cut: int, piece: int) -> None:
    data = f"A,B\r\n{text}".encode(encoding, "replace")
    data = data[: len(data) - cut]

    assert told(in_pieces(data, piece)) == told(read_table(data))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_file_beyond_the_head_is_the_same_in_pieces(encoding: str) -> None:
    rows = "".join(f'"{number}";"a, b\r\nc"\r\n' for number in range(10_000))
    data = f"#TYPE A.B\r\nName;Size, MB\r\n{rows}".encode(encoding)

    outcome = in_pieces(data, 1_000)

    assert told(outcome) == told(read_table(data))
    assert [(record.index, record.where.line) for record in outcome.records[-1:]] == [(9_999, 20_001)]


def test_first_rows_are_given_before_the_rest_is_read() -> None:
    asked: list[int] = []

    class Endless(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            asked.append(1)
            return b"A,B\r\n" if len(asked) == 1 else b"1,2\r\n" * 10_000

    records = read_csv(Content(open=Endless, size_bytes=1), path="a.csv", limits=Limits(), note=lambda _: None)

    assert next(records).where.line == 2
    assert len(asked) < 5
    records.close()  # type: ignore[attr-defined]  # it is a generator


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('A,B\r\n1,2\r\n"x","y\r\nz\r\n', 3),
        ('A,B\r\n1,2\r\n"x\r\ny","z\r\n""v""\r\nw\r\n', 4),
        ('A,B\r\n"x\r\ny","","z""\r\n\r\n', 3),
        ('A,"B\r\n', 1),
    ],
)
@pytest.mark.parametrize("piece", [1, 10_000])
def test_quote_that_never_closes_is_told_where_it_opens(text: str, line: int, piece: int) -> None:
    assert str(in_pieces(text.encode(), piece).error) == f"not well-formed: unexpected end of data in a.csv:{line}"


def test_quoted_field_over_many_lines_ends_at_the_limit_of_a_value_where_it_began() -> None:
    data = b'A,B\r\n1,2\r\n3,"x\r\n' + b"filling\r\n" * 100

    outcome = in_pieces(data, 64, Limits(max_value_bytes=500))

    assert len(outcome.records) == 1
    assert str(outcome.error) == "a cell has more than 500 characters, a fixed limit: does a quote never close? in a.csv:3"


@pytest.mark.parametrize("filling", [b'"b\r\n",', b"b," * 2, b"b" * 50 + b","])
@pytest.mark.parametrize("piece", [7, 10_000])
def test_row_without_an_end_is_refused_at_its_line(filling: bytes, piece: int) -> None:
    outcome = in_pieces(b"A,B\r\n1,2\r\n" + filling * 400, piece, Limits(max_row_characters=1_000))

    assert len(outcome.records) == 1
    assert str(outcome.error).startswith("a row has more than 1000 characters, a fixed limit: does a quote never close? in a.csv:")
    assert outcome.error is not None
    assert outcome.error.where is not None
    assert outcome.error.where.line is not None
    assert outcome.error.where.line >= 3


def test_line_without_an_end_is_not_read_past_the_limit_of_a_row() -> None:
    asked: list[int] = []

    class Endless(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            asked.append(1)
            return next(pieces)

    pieces = chain([b"A,B\r\n1,2\r\n"], repeat(b"x" * 1_000))
    outcome = outcome_of_table(Content(open=Endless, size_bytes=1), Limits(max_row_characters=100_000))

    assert len(outcome.records) == 1
    assert len(asked) < 110
