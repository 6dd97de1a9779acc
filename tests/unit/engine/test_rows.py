from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pyarrow as pa
import pytest

from exposture.engine.rows import evidence_names, rows_of
from exposture.errors import RuleQueryError
from exposture.model.outcome import Outcome, Severity

DATASETS = frozenset({"servers", "windows_services"})
BASE = {"server": ["EX1"], "subject": ["a"], "subject_key": ["k"], "outcome": ["pass"]}


def result(**columns: Any) -> pa.Table:
    return pa.table({**BASE, **columns})


def refusal(table: pa.Table) -> str:
    with pytest.raises(RuleQueryError) as caught:
        rows_of(table, DATASETS)
    return str(caught.value)


def evidence(values: pa.Array) -> Any:
    return rows_of(result(value=values), DATASETS)[0].evidence["value"]


def test_a_row_carries_what_the_query_said() -> None:
    table = result(sub_key=["s"], outcome=["fail"], reason=["r"], severity=["low"], is_default=[True], needs=[["servers"]], state=["Stopped"])

    row = rows_of(table, DATASETS)[0]

    assert (row.outcome, row.sub_key, row.reason, row.severity, row.is_default) == (Outcome.FAIL, "s", "r", Severity.LOW, True)
    assert (row.needs, dict(row.evidence), row.is_made) == (frozenset({"servers"}), {"state": "Stopped"}, False)


def test_what_the_query_does_not_say_is_null() -> None:
    row = rows_of(result(server=pa.nulls(1), reason=pa.nulls(1), needs=pa.nulls(1)), DATASETS)[0]

    assert (row.server, row.sub_key, row.reason, row.severity, row.is_default, row.needs) == (None, "", None, None, None, None)


def test_rows_that_lean_on_the_same_datasets_share_the_set() -> None:
    columns = {"server": ["EX1"] * 2, "subject": ["a", "b"], "subject_key": ["a", "b"], "outcome": ["pass"] * 2, "needs": [["servers"]] * 2}

    first, second = rows_of(pa.table(columns), DATASETS)

    assert first.needs is second.needs


def test_leaning_on_nothing_is_not_the_same_as_leaning_on_all() -> None:
    assert rows_of(result(needs=pa.array([[]], pa.list_(pa.null()))), DATASETS)[0].needs == frozenset()


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (pa.array([7], pa.uint8()), 7),
        (pa.array([Decimal("12")], pa.decimal128(38, 0)), 12),
        (pa.array([Decimal("1.50")], pa.decimal128(5, 2)), 1.5),
        (pa.array([Decimal("2.00")], pa.decimal128(5, 2)), 2.0),
        (pa.array([Decimal(1 << 70)], pa.decimal128(38, 0)), float(1 << 70)),
        (pa.array([None], pa.decimal128(5, 2)), None),
        (pa.array([1.5], pa.float32()), 1.5),
        (pa.array([float("nan")]), None),
        (pa.array([None], pa.float64()), None),
        (pa.array([True]), True),
        (pa.array([None], pa.null()), None),
        (pa.array([["a", "b"]]), ["a", "b"]),
        (pa.array([[]], pa.list_(pa.null())), []),
        (pa.array(["x"]).dictionary_encode(), "x"),
        (pa.array([date(2026, 8, 1)]), "2026-08-01"),
        (pa.array([None], pa.date32()), None),
        (pa.array([datetime.fromisoformat("2026-08-01T10:20:30")], pa.timestamp("s")), "2026-08-01T10:20:30"),
    ],
)
def test_evidence_is_widened_to_plain_values(value: pa.Array, found: Any) -> None:
    assert evidence(value) == found
    assert type(evidence(value)) is type(found)


@pytest.mark.parametrize(
    "value",
    [
        pa.array([{"a": 1}]),
        pa.array([[1]]),
        pa.array([b"x"]),
        pa.array([datetime.fromisoformat("2026-08-01T10:20:30+00:00")], pa.timestamp("us", "UTC")),
    ],
)
def test_other_evidence_is_refused(value: pa.Array) -> None:
    assert refusal(result(state=value)).startswith("the evidence column state is ")


@pytest.mark.parametrize(
    ("table", "says"),
    [
        (pa.table({"server": ["EX1"], "subject": ["a"]}), "the query lacks the columns subject_key, outcome"),
        (pa.Table.from_arrays([*result().columns, pa.array(["x"])], names=[*BASE, "subject"]), "the query returns columns twice: subject"),
        (result(outcome=["error"]), "a: 'error' is no outcome of a query; choose fail, manual, not_applicable, pass, unknown"),
        (result(outcome=pa.nulls(1)), "a: None is no outcome of a query; choose fail, manual, not_applicable, pass, unknown"),
        (result(outcome=["unknown"]), "a: unknown needs a reason"),
        (result(outcome=["manual"], reason=[""]), "a: manual needs a reason"),
        (result(severity=["grave"]), "a: 'grave' is no severity; choose critical, high, medium, low, info"),
        (result(subject_key=pa.nulls(1)), "row 1 has no subject_key"),
        (result(subject_key=[""]), "row 1 has no subject_key"),
        (result(needs=[["moon"]]), "a: needs names moon, which the rule's datasets lack"),
        (result(needs=["servers"]), "the column needs is string; it must be list of text"),
        (result(is_default=["yes"]), "the column is_default is string; it must be bool"),
        (result(server=[1]), "the column server is int64; it must be string"),
    ],
)
def test_a_wrong_answer_is_refused(table: pa.Table, says: str) -> None:
    assert refusal(table) == says


def test_a_subject_that_comes_twice_is_refused() -> None:
    twice = pa.table({"server": ["EX1"] * 7, "subject": list("abcdefg"), "subject_key": ["k"] * 7, "outcome": ["pass"] * 7})

    assert refusal(twice) == (
        "(subject_key, sub_key) must be unique; it comes twice for b (k, no sub_key); c (k, no sub_key); d (k, no sub_key); "
        "e (k, no sub_key); f (k, no sub_key) and 1 more"
    )


def test_the_same_subject_in_two_parts_is_two_rows() -> None:
    table = pa.table({"server": ["EX1"] * 2, "subject": ["a"] * 2, "subject_key": ["k"] * 2, "outcome": ["pass"] * 2, "sub_key": ["1", "2"]})

    assert [row.sub_key for row in rows_of(table, DATASETS)] == ["1", "2"]


def test_evidence_keeps_the_order_of_the_query() -> None:
    assert evidence_names(["zeta", "server", "alpha", "needs"]) == ("zeta", "alpha")


def test_subject_without_a_name_is_its_key() -> None:
    assert [row.subject for row in rows_of(result(subject=pa.nulls(1)), frozenset())] == ["k"]


def test_rows_of_a_key_that_the_data_repeat_are_kept_apart_in_whatever_order_they_come() -> None:
    table = pa.table(
        {
            "server": ["EX2", "EX1", "EX2", "EX1"],
            "subject": ["b", "a", "c", "d"],
            "subject_key": ["k", "k", "k", "k"],
            "sub_key": [None, None, None, "~2"],
            "outcome": ["fail", "pass", "pass", "pass"],
        }
    )

    for given in (table, table.take([3, 2, 1, 0])):
        rows = rows_of(given, frozenset(), are_keys_repeated=True)
        assert sorted((row.subject, row.sub_key, str(row.outcome)) for row in rows) == [
            ("a", "", "pass"),
            ("b", "~3", "fail"),
            ("c", "~4", "pass"),
            ("d", "~2", "pass"),
        ]
