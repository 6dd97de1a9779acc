from __future__ import annotations

from datetime import date
from typing import Any

import pyarrow as pa
import pytest

from exposture.errors import RuleSyntaxError
from exposture.rulebook.parameters import parameter_table, typed_value
from exposture.rulebook.rule import Parameter


def parameter(kind: str, **more: Any) -> Parameter:
    return Parameter.model_validate({"type": kind, "default": None, **more})


@pytest.mark.parametrize(
    ("kind", "value", "typed"),
    [
        ("bool", True, True),
        ("int", 3, 3),
        ("float", 3, 3.0),
        ("float", 0.5, 0.5),
        ("string", "a", "a"),
        ("list<string>", ["a", "b"], ["a", "b"]),
        ("list<string>", [], []),
        ("size", "36MB", 37748736),
        ("size", "1.5 KB", 1536),
        ("size", 512, 512),
        ("duration", "30.00:00:00", 2592000.0),
        ("duration", "00:10:30", 630.0),
        ("duration", 90, 90.0),
        ("table", [{"a": 1}], [{"a": 1}]),
        ("string", None, None),
    ],
)
def test_value_becomes_what_sql_takes(kind: str, value: Any, typed: Any) -> None:
    found = typed_value(parameter(kind), value, "x")

    assert (found, type(found)) == (typed, type(typed))


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("bool", 1),
        ("int", True),
        ("int", 1.0),
        ("float", True),
        ("float", "1"),
        ("string", 1),
        ("list<string>", "a"),
        ("list<string>", [{"a": 1}]),
        ("size", "36 megabytes"),
        ("size", 1.5),
        ("duration", "30 days"),
        ("duration", True),
        ("table", ["a"]),
        ("table", [{"a": 1}, {"a": "b"}]),
        ("table", None),
    ],
)
def test_value_of_another_type_is_an_error(kind: str, value: Any) -> None:
    with pytest.raises(RuleSyntaxError, match=r"parameter x: .* is no "):
        typed_value(parameter(kind), value, "x")


def test_table_takes_its_types_from_its_cells() -> None:
    rows = [{"a": 1, "b": 1, "c": "x", "d": True, "e": date(2026, 1, 2), "f": None}, {"b": 0.5}]

    table = parameter_table(parameter("table"), rows)

    assert [str(field.type) for field in table.schema] == ["int64", "double", "string", "bool", "date32[day]", "string"]
    assert table["a"].to_pylist() == [1, None]


def test_declared_columns_type_an_empty_table() -> None:
    table = parameter_table(parameter("table", columns={"a": "int", "b": "float"}), [])

    assert table.schema == pa.schema([pa.field("a", pa.int64()), pa.field("b", pa.float64())])


@pytest.mark.parametrize(
    ("columns", "rows", "message"),
    [({}, [], "no columns"), ({"a": "int"}, [{"b": 1}], "unknown columns"), ({"a": "int"}, [{"a": 1.5}], "float where int is expected")],
)
def test_wrong_table_says_what_is_wrong(columns: dict[str, str], rows: list[dict[str, Any]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parameter_table(parameter("table", columns=columns), rows)
