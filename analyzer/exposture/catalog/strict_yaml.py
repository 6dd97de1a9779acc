"""YAML files with line numbers, without aliases, tags, duplicate keys and surprises; errors name file, line and column."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from exposture.catalog.yaml_values import Builder, where_of
from exposture.errors import ExpostureError, Location

Model = TypeVar("Model", bound=BaseModel)
Place = tuple[str | int, ...]
MAX_CHARACTERS = 4_000_000


class Marks(Mapping[Place, Location]):
    """Where each part of a YAML text stands; worked out when it is first asked for, since most files have no fault."""

    def __init__(self, text: str, path: Path) -> None:
        self._text, self._path = text, path

    @cached_property
    def _found(self) -> dict[Place, Location]:
        node = yaml.compose(self._text, Loader=yaml.CSafeLoader)
        return {} if node is None else dict(_places(node, self._path, ()))

    def __getitem__(self, place: Place) -> Location:
        return self._found[place]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _places(node: yaml.Node, path: Path, place: Place) -> Iterator[tuple[Place, Location]]:
    yield place, where_of(path, node.start_mark)
    if isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _places(child, path, (*place, index))
    if isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            yield from _places(child, path, (*place, key.value))
            yield (*place, key.value), where_of(path, key.start_mark)


def read_yaml(text: str, path: Path, error: type[ExpostureError]) -> tuple[Any, Marks]:
    """Return the plain value of a YAML text, and where each part of it stands.

    Raises:
        ExpostureError: of the given kind: not well-formed, an alias, a tag, a key that stands twice, an odd number, too deep or too long.
    """
    if len(text) > MAX_CHARACTERS:
        raise error(f"longer than {MAX_CHARACTERS:,} characters", where=Location(path=str(path)))
    try:
        return Builder(text, path, error).value(), Marks(text, path)
    except ValueError as fault:  # a date that no calendar has
        raise error(f"not well-formed YAML: {fault}", where=Location(path=str(path))) from fault
    except yaml.YAMLError as fault:
        raise error(
            f"not well-formed YAML: {getattr(fault, 'problem', None) or fault}", where=where_of(path, getattr(fault, "problem_mark", None))
        ) from fault


def read_model(text: str, path: Path, model: type[Model], error: type[ExpostureError]) -> Model:
    """Return the typed value of a YAML text.

    Raises:
        ExpostureError: of the given kind; the first fault in the file, with its line.
    """
    value, marks = read_yaml(text, path, error)
    try:
        return model.model_validate(value)
    except ValidationError as fault:
        raise _faults(fault, marks, path, error)[0] from fault


def read_placed_model(text: str, path: Path, model: type[Model], error: type[ExpostureError]) -> tuple[Model, Marks]:
    """Return the typed value of a YAML text and where each part of it stands; for loaders of many files.

    Raises:
        ExceptionGroup: of errors of the given kind, every fault of the file.
    """
    try:
        value, marks = read_yaml(text, path, error)
    except error as fault:
        raise ExceptionGroup(str(path), [fault]) from fault
    try:
        return model.model_validate(value), marks
    except ValidationError as fault:
        raise ExceptionGroup(str(path), _faults(fault, marks, path, error)) from fault


def _faults(fault: ValidationError, marks: Mapping[Place, Location], path: Path, error: type[ExpostureError]) -> list[ExpostureError]:
    return [error(_sentence(one), where=_nearest(one["loc"], marks, path)) for one in fault.errors(include_url=False)]


def _sentence(fault: Any) -> str:  # pydantic_core.ErrorDetails
    place = ".".join(str(part) for part in fault["loc"])
    return f"{place}: {fault['msg'].removeprefix('Value error, ')}" if place else fault["msg"].removeprefix("Value error, ")


def _nearest(place: Place, marks: Mapping[Place, Location], path: Path) -> Location:
    for length in range(len(place), -1, -1):
        if place[:length] in marks:
            return marks[place[:length]]
    return Location(path=str(path))
