"""Rows are Arrow as soon as they are read, in memory or in a mapped file, and nobody above sees which."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from exposture.bundle import typed_rows
from exposture.bundle.spill import Spill
from exposture.bundle.typed_rows import Placed, TypedRows, joined, placed_at
from exposture.catalog.column_reader import Failure, weight_of
from exposture.catalog.dataset import Dataset
from exposture.catalog.rows import Row, build_table
from exposture.errors import ClixmlError
from tests.unit.bundle.samples import NAME, dataset, source

NUMBER = {"name": "number", "from": "Number", "type": "int", "class": "config"}


def things() -> Dataset:
    return dataset("things", source("server"), columns=(NAME, NUMBER))


def row(number: int, **words: object) -> Row:
    values = {"name": f"n{number}", "number": number}
    given: dict[str, object] = {"values": values, "own_key": f"name:n{number}", "is_server_scope": True, "index": number, "source_file": "a.xml"}
    return Row(**given | words)  # type: ignore[arg-type]  # what a test changes


def collected(rows: list[Row], spill: Spill | None = None) -> TypedRows:
    held = TypedRows(things(), things().sources[0], spill)
    for one in rows:
        held.add(one)
    return held


def test_table_is_that_of_the_rows() -> None:
    rows = [row(number, server="EX1" if number % 2 else None) for number in range(5)]
    held = collected(rows)

    table = joined([(placed_at(held, lambda named: named or "EX9"), "EX9")], things())

    assert table.equals(build_table(things(), [one.placed(server=one.server or "EX9", target="EX9") for one in rows]))


def test_big_table_lies_in_a_file_and_reads_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typed_rows, "ROWS_A_BATCH", 10)
    rows = [row(number) for number in range(95)]
    spill = Spill(tmp_path / "work", above_bytes=100)

    held = collected(rows, spill)

    assert held.table().equals(collected(rows).table())
    assert (tmp_path / "work").is_dir()
    assert [one.own_key for one in held.known()] == [f"name:n{number}" for number in range(95)]


@pytest.mark.parametrize("is_away", [False, True], ids=["in the message", "in a file"])
def test_rows_go_to_another_process_and_come_back(tmp_path: Path, is_away: bool) -> None:
    held = collected([row(number, server="EX1") for number in range(3)], Spill(tmp_path / "work"))
    expected = held.table()
    if is_away:
        held.put_away(tmp_path / "rows.arrow")

    back = pickle.loads(pickle.dumps(held))  # noqa: S301  - our own

    assert (tmp_path / "rows.arrow").exists() == is_away
    assert back.table().equals(expected)
    assert [(one.server, one.own_key) for one in back.known()] == [("EX1", f"name:n{number}") for number in range(3)]
    assert list(tmp_path.iterdir()) == []


def test_small_table_makes_no_folder(tmp_path: Path) -> None:
    collected([row(1)], Spill(tmp_path / "work")).table()

    assert list(tmp_path.iterdir()) == []


def test_rows_that_an_earlier_file_had_go_with_their_conversions() -> None:
    failed = Failure(column="number", text="x", reason="no number")
    held = collected([row(1, failures=(failed,)), row(2, failures=(failed,))])
    piece = placed_at(held, lambda named: named)

    kept = piece.without(lambda key: key.endswith("n2"))

    assert [conversion.object_index for conversion in piece.conversions()] == [1, 2]
    assert [conversion.object_index for conversion in kept.conversions()] == [2]
    assert kept.table("org").column("name").to_pylist() == ["n2"]


def test_conversions_beyond_the_limit_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typed_rows, "CONVERSIONS_AT_MOST", 3)
    failed = Failure(column="number", text="x", reason="no number")

    held = collected([row(number, failures=(failed, failed)) for number in range(4)])

    assert (len(held.conversions), held.unlisted_conversions) == (3, 5)


def test_dataset_without_a_piece_is_an_empty_table() -> None:
    assert joined([], things()).num_rows == 0
    assert Placed(rows=collected([]), places=[], servers=[], keys=[]).table("org").schema == joined([], things()).schema


def test_rows_that_weigh_many_times_their_file_end_its_reading() -> None:
    held = TypedRows(things(), things().sources[0], of_bytes=1_000)
    heavy = replace(row(1), weight=400_000)
    held.add(heavy)
    held.add(heavy)

    with pytest.raises(ClixmlError, match=r"references repeat values until the rows weigh more than 1016000 bytes, 16 times the file in a\.xml"):
        held.add(heavy)

    assert held.count == 2


@pytest.mark.parametrize(
    ("value", "weight"),
    [(None, 0), (True, 0), (7, 0), ("abc", 3), (b"ab", 2), (["a", "bc"], 19), ({"name": "ab", "port": 25}, 2), ([{"text": "abc"}], 11)],
)
def test_weight_is_that_of_what_may_be_of_any_length(value: object, weight: int) -> None:
    assert weight_of(value) == weight
