"""The value of a YAML text, built from the parser's events in one pass, which refuses what a reader of the text would not see.

An alias, a tag, a key that stands twice or is no word, a number that YAML takes for another one, nesting without an end: the first of them in
the text is told. The parser of events does not recurse, and nothing here does.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from exposture.errors import ExpostureError, Location

MAX_DEPTH = 50
SHOWN = 30
TEXT = "tag:yaml.org,2002:str"
MERGE = "tag:yaml.org,2002:merge"
VALUE = "tag:yaml.org,2002:value"
"""A plain `=`, which is text as a key and nothing as a value."""
NUMBERS = {
    "tag:yaml.org,2002:int": re.compile(r"[-+]?(?:0|[1-9][0-9]{0,18})"),
    "tag:yaml.org,2002:float": re.compile(r"[-+]?[0-9]+\.[0-9]*(?:[eE][-+][0-9]{1,3})?"),
}
RESOLVERS: dict[str | None, list[tuple[str, re.Pattern[str]]]] = yaml.CSafeLoader.yaml_implicit_resolvers
CONSTRUCTORS: dict[str | None, Callable[[Any, yaml.Node], Any]] = yaml.CSafeLoader.yaml_constructors
NO_KEY = object()


def where_of(path: Path, mark: Any) -> Location:  # yaml has two unrelated Mark classes
    """Return a place in a file as errors name it."""
    return Location(path=str(path)) if mark is None else Location(path=str(path), line=mark.line + 1, column=mark.column + 1)


def tag_of(text: str, *, is_plain: bool) -> str:
    """Return what a scalar is by its text: a number, a date, true, null; text where it is quoted or nothing else."""
    if is_plain:
        for tag, pattern in RESOLVERS.get(text[:1], ()):
            if pattern.match(text):
                return tag
    return TEXT


class _Open:
    """A collection that has begun: a list, or a mapping with the keys seen so far and the one whose value comes next."""

    __slots__ = ("key", "seen", "value")

    def __init__(self, *, is_mapping: bool) -> None:
        self.value: Any = {} if is_mapping else []
        self.seen: set[str] | None = set() if is_mapping else None
        self.key: object = NO_KEY

    @property
    def wants_key(self) -> bool:
        return self.seen is not None and self.key is NO_KEY


class Builder:
    """Builds the value of the one document of a text.

    Raises:
        yaml.YAMLError, ValueError: the text has a character that YAML has not.
    """

    def __init__(self, text: str, path: Path, error: type[ExpostureError]) -> None:
        self._loader = yaml.CSafeLoader(text)
        self._path = path
        self._error = error
        self._open: list[_Open] = []
        self._value: Any = None
        self._documents = 0
        self._takers: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.SequenceStartEvent: self._collection,
            yaml.MappingStartEvent: self._collection,
            yaml.SequenceEndEvent: self._end,
            yaml.MappingEndEvent: self._end,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._document,
        }

    def value(self) -> Any:
        """Return the value; None of a text without one.

        Raises:
            ExpostureError: of the given kind: what is refused, with its place; yaml.YAMLError, ValueError: no YAML, a date that is none.
        """
        next_event, takers = self._loader.get_event, self._takers
        try:
            while not isinstance(event := next_event(), yaml.StreamEndEvent):
                take = takers.get(type(event))
                if take is not None:
                    take(event)
        finally:
            self._loader.dispose()
        return self._value

    def _fault(self, message: str, event: yaml.Event) -> ExpostureError:
        return self._error(message, where=where_of(self._path, event.start_mark))

    def _document(self, event: yaml.Event) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self._fault("not well-formed YAML: but found another document", event)

    def _alias(self, event: yaml.Event) -> None:
        raise self._fault("anchors and aliases are not allowed here; write the value out", event)

    def _refuse_names(self, event: Any) -> None:
        if event.anchor:
            self._alias(event)
        if event.tag is not None:
            raise self._fault("tags are not allowed here; write the value without one", event)

    def _collection(self, event: Any) -> None:
        if len(self._open) >= MAX_DEPTH:
            raise self._fault(f"nested deeper than {MAX_DEPTH}", event)
        self._refuse_names(event)
        if self._open and self._open[-1].wants_key:
            raise self._no_key(event)
        self._open.append(_Open(is_mapping=type(event) is yaml.MappingStartEvent))

    def _end(self, _event: Any) -> None:
        self._put(self._open.pop().value)

    def _no_key(self, event: Any) -> ExpostureError:
        return self._fault("a key is one word or text, and nothing is merged here", event)

    def _scalar(self, event: Any) -> None:
        text = event.value
        if event.anchor or event.tag is not None:
            self._refuse_names(event)
        tag = tag_of(text, is_plain=event.implicit[0])
        if self._open and self._open[-1].wants_key:
            self._check_key(text, tag, event)
            tag = TEXT if tag == VALUE else tag
        self._put(text if tag == TEXT else self._typed(text, tag, event))

    def _check_key(self, text: str, tag: str, event: Any) -> None:
        seen = self._open[-1].seen
        if tag == MERGE or seen is None:
            raise self._no_key(event)
        if text in seen:
            raise self._fault(f"the key {text!r} stands twice; keep one", event)
        seen.add(text)

    def _typed(self, text: str, tag: str, event: Any) -> Any:
        """Return a scalar that is no text; what YAML 1.1 takes for another number than a reader is refused: 012 is 10, 12:30 is 750, 1_0 is 10."""
        if tag in NUMBERS and not NUMBERS[tag].fullmatch(text):
            shown = text if len(text) <= SHOWN else f"{text[:SHOWN]}..."
            raise self._fault(f"{shown} is no plain decimal number; write it out, or put it in quotes where it is text", event)
        node = yaml.ScalarNode(tag, text, event.start_mark, event.end_mark)
        return CONSTRUCTORS.get(tag, CONSTRUCTORS[None])(self._loader, node)

    def _put(self, value: Any) -> None:
        if not self._open:
            self._value = value
            return
        top = self._open[-1]
        if top.seen is None:
            top.value.append(value)
        elif top.key is NO_KEY:
            top.key = value
        else:
            top.value[top.key] = value
            top.key = NO_KEY
