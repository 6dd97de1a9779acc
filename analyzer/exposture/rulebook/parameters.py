"""Parameter values as SQL takes them: sizes in bytes, durations in seconds, tables as Arrow."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TypeAlias, TypeVar

import pyarrow as pa

from exposture.errors import RuleSyntaxError
from exposture.rulebook.rule import Cell, Parameter, ParameterValue

Kind = TypeVar("Kind")
TypedValue: TypeAlias = bool | int | float | str | list[str] | list[dict[str, Cell]] | None

SIZE = re.compile(r"^(?P<number>\d+(?:\.\d+)?) ?(?P<unit>B|KB|MB|GB|TB)$")
SIZE_UNITS = {"B": 1, "KB": 1 << 10, "MB": 1 << 20, "GB": 1 << 30, "TB": 1 << 40}
DURATION = re.compile(r"^(?:(?P<days>\d+)\.)?(?P<hours>\d{1,2}):(?P<minutes>\d{2}):(?P<seconds>\d{2})$")
COLUMN_TYPES: dict[str, pa.DataType] = {"bool": pa.bool_(), "int": pa.int64(), "float": pa.float64(), "string": pa.string(), "date": pa.date32()}
PYTHON_TYPES: dict[str, type] = {"bool": bool, "int": int, "float": float, "string": str, "date": date}


def typed_value(parameter: Parameter, value: ParameterValue, name: str) -> TypedValue:
    """Return a value as its parameter's type asks; null stays null.

    `size` takes bytes or text such as `36MB` (binary units, as Exchange counts) and gives int bytes; `duration` takes seconds or
    text such as `30.00:00:00` and gives float seconds.

    Raises:
        RuleSyntaxError: the value has another type; the message names the parameter.
    """
    if value is None and parameter.type != "table":
        return None
    try:
        return _convert(parameter, value)
    except (TypeError, ValueError) as error:
        raise RuleSyntaxError(f"parameter {name}: {value!r} is no {parameter.type}") from error


def _convert(parameter: Parameter, value: ParameterValue) -> TypedValue:
    return _rows(parameter, value) if parameter.type == "table" else CONVERTERS[parameter.type](value)


def _exactly(value: object, kind: type[Kind]) -> Kind:
    if type(value) is not kind:
        raise TypeError
    return value


def _number(value: object) -> float:
    return float(_exactly(value, int) if isinstance(value, int) else _exactly(value, float))


def _bytes(value: ParameterValue) -> int:
    if isinstance(value, str):
        match = SIZE.match(value)
        if match is None:
            raise ValueError
        return int(float(match["number"]) * SIZE_UNITS[match["unit"]])
    return _exactly(value, int)


def _seconds(value: ParameterValue) -> float:
    if isinstance(value, str):
        match = DURATION.match(value)
        if match is None:
            raise ValueError
        parts = [int(match[part] or 0) for part in ("days", "hours", "minutes", "seconds")]
        return float(((parts[0] * 24 + parts[1]) * 60 + parts[2]) * 60 + parts[3])
    return _number(value)


def _texts(value: ParameterValue) -> list[str]:
    return [_exactly(item, str) for item in _exactly(value, list)]


CONVERTERS: Mapping[str, Callable[[ParameterValue], TypedValue]] = {
    "bool": lambda value: _exactly(value, bool),
    "int": lambda value: _exactly(value, int),
    "float": _number,
    "string": lambda value: _exactly(value, str),
    "size": _bytes,
    "duration": _seconds,
    "list<string>": _texts,
}


def _rows(parameter: Parameter, value: ParameterValue) -> list[dict[str, Cell]]:
    rows: list[dict[str, Cell]] = [_exactly(row, dict) for row in _exactly(value, list)]
    parameter_table(parameter, rows)
    return rows


def parameter_table(parameter: Parameter, rows: Sequence[dict[str, Cell]]) -> pa.Table:
    """Return the rows of a `table` parameter as the view `param_<name>` shows them.

    Columns are those of `columns`, else those of the rows in order of appearance, typed by their values (bool, int64,
    float64, string, date32); a cell that a row lacks is null.

    Raises:
        ValueError: a row has a column that `columns` lacks, a cell has another type, or there is no column at all.
    """
    names = list(parameter.columns) or list(dict.fromkeys(name for row in rows for name in row))
    unknown = {name for row in rows for name in row} - set(names)
    if unknown or not names:
        raise ValueError(f"unknown columns {sorted(unknown)}" if unknown else "no columns")
    arrays = [_column([row.get(name) for row in rows], parameter.columns.get(name)) for name in names]
    return pa.table(arrays, names=names)


def _column(cells: Sequence[Cell], declared: str | None) -> pa.Array:
    kind = declared or _kind(cells)
    allowed = {float, int} if kind == "float" else {PYTHON_TYPES[kind]}
    if wrong := sorted({type(cell).__name__ for cell in cells if cell is not None} - {python.__name__ for python in allowed}):
        raise ValueError(f"{', '.join(wrong)} where {kind} is expected")
    return pa.array(cells, type=COLUMN_TYPES[kind])


def _kind(cells: Sequence[Cell]) -> str:
    kinds = {type(cell) for cell in cells if cell is not None}
    if kinds == {int, float}:
        return "float"
    return next((name for name, python in PYTHON_TYPES.items() if kinds == {python}), "string")
