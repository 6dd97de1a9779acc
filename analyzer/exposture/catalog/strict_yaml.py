"""YAML files with line numbers, without aliases, tags, duplicate keys and surprises; errors name file, line and column."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from exposture.errors import ExpostureError, Location

Model = TypeVar("Model", bound=BaseModel)
Place = tuple[str | int, ...]
MAX_DEPTH = 50
MAX_CHARACTERS = 4_000_000
SHOWN = 30
MERGE = "tag:yaml.org,2002:merge"
NUMBERS = {
    "tag:yaml.org,2002:int": re.compile(r"[-+]?(?:0|[1-9][0-9]{0,18})"),
    "tag:yaml.org,2002:float": re.compile(r"[-+]?[0-9]+\.[0-9]*(?:[eE][-+][0-9]{1,3})?"),
}


def _where(path: Path, mark: Any) -> Location:  # yaml has two unrelated Mark classes
    return Location(path=str(path)) if mark is None else Location(path=str(path), line=mark.line + 1, column=mark.column + 1)


def _check_events(text: str, path: Path, error: type[ExpostureError]) -> None:
    """Refuse aliases, tags, and nesting that would end the process: the composer recurses on the C stack, the parser does not."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.CSafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            raise error(f"nested deeper than {MAX_DEPTH}", where=_where(path, event.start_mark))
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise error("anchors and aliases are not allowed here; write the value out", where=_where(path, event.start_mark))
        if getattr(event, "tag", None) is not None:
            raise error("tags are not allowed here; write the value without one", where=_where(path, event.start_mark))


def _check_nodes(node: yaml.Node, path: Path, error: type[ExpostureError]) -> None:
    if isinstance(node, yaml.ScalarNode):
        _check_number(node, path, error)
    for child in node.value if isinstance(node, yaml.SequenceNode) else ():
        _check_nodes(child, path, error)
    seen: set[str] = set()
    for key, child in node.value if isinstance(node, yaml.MappingNode) else ():
        if not isinstance(key, yaml.ScalarNode) or key.tag == MERGE:
            raise error("a key is one word or text, and nothing is merged here", where=_where(path, key.start_mark))
        if key.value in seen:
            raise error(f"the key {key.value!r} stands twice; keep one", where=_where(path, key.start_mark))
        seen.add(key.value)
        _check_nodes(key, path, error)
        _check_nodes(child, path, error)


def _check_number(node: yaml.ScalarNode, path: Path, error: type[ExpostureError]) -> None:
    """Refuse what YAML 1.1 takes for another number than a reader: 012 is 10, 12:30 is 750, 1_0 is 10."""
    if node.tag in NUMBERS and not NUMBERS[node.tag].fullmatch(node.value):
        shown = node.value if len(node.value) <= SHOWN else f"{node.value[:SHOWN]}..."
        raise error(f"{shown} is no plain decimal number; write it out, or put it in quotes where it is text", where=_where(path, node.start_mark))


class Marks(Mapping[Place, Location]):
    """Where each part of a YAML text stands; worked out when it is first asked for, since most files have no fault."""

    def __init__(self, node: yaml.Node | None, path: Path) -> None:
        self._node, self._path = node, path

    @cached_property
    def _found(self) -> dict[Place, Location]:
        return {} if self._node is None else dict(_places(self._node, self._path, ()))

    def __getitem__(self, place: Place) -> Location:
        return self._found[place]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)


def _places(node: yaml.Node, path: Path, place: Place) -> Iterator[tuple[Place, Location]]:
    yield place, _where(path, node.start_mark)
    if isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _places(child, path, (*place, index))
    if isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            yield from _places(child, path, (*place, key.value))
            yield (*place, key.value), _where(path, key.start_mark)


def read_yaml(text: str, path: Path, error: type[ExpostureError]) -> tuple[Any, Marks]:
    """Return the plain value of a YAML text, and where each part of it stands.

    Raises:
        ExpostureError: of the given kind: not well-formed, an alias, a tag, a key that stands twice, an odd number, too deep or too long.
    """
    if len(text) > MAX_CHARACTERS:
        raise error(f"longer than {MAX_CHARACTERS:,} characters", where=Location(path=str(path)))
    try:
        _check_events(text, path, error)
        loader = yaml.CSafeLoader(text)
        try:
            node = loader.get_single_node()
            if node is not None:
                _check_nodes(node, path, error)
            return None if node is None else loader.construct_document(node), Marks(node, path)
        finally:
            loader.dispose()
    except ValueError as fault:  # a date that no calendar has
        raise error(f"not well-formed YAML: {fault}", where=Location(path=str(path))) from fault
    except yaml.YAMLError as fault:
        raise error(
            f"not well-formed YAML: {getattr(fault, 'problem', None) or fault}", where=_where(path, getattr(fault, "problem_mark", None))
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
