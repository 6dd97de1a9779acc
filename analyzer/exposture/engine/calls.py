"""Which functions a SELECT calls, by the engine's own parse tree: operators, syntax and macros are calls there, too.

The words of a text may hide a call (a method, a quoted name, an operator); the tree does not.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import duckdb

from exposture.rulebook.functions import why_refused

Node = Mapping[str, Any]
NO_PLACE = (1 << 64) - 1
ARROW = "->"
"""A lambda of the old spelling, or a look into JSON: the tree does not tell which."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """A call that is not allowed: the function, why, and the line of the text, from 1, where it is known."""

    name: str
    why: str
    line: int | None

    def __str__(self) -> str:
        return f"{self.name}() {self.why}"


def parse_tree(connection: duckdb.DuckDBPyConnection, text: str) -> Node:
    """Return the parse tree of one SELECT.

    Raises:
        ValueError: the engine makes no tree of it, or one that is nested too deeply to be looked through.
    """
    parsed = connection.execute("SELECT json_serialize_sql(?)", [text]).fetchall()  # all: an open result blocks the connection
    try:
        tree: Node = json.loads(parsed[0][0])
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if tree["error"]:
        raise ValueError(str(tree["error_message"]))
    return tree


def refused_calls(tree: Node, text: str) -> Iterator[Refused]:
    """Yield the calls of a tree that are not allowed."""
    for node in _nodes(tree):
        name = ARROW if node.get("syntax_type") == "SINGLE_ARROW" else str(node.get("function_name") or "").lower()
        if name and (why := why_refused(name)):
            yield Refused(name=name, why=why, line=_line(node, text))


def _nodes(tree: Node) -> Iterator[Node]:
    waiting: list[Any] = [tree]  # a tree may be deeper than Python's stack
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            yield node
            waiting.extend(node.values())
        elif isinstance(node, list):
            waiting.extend(node)


def _line(node: Node, text: str) -> int | None:
    place = node.get("query_location", NO_PLACE)
    return None if place == NO_PLACE else text.encode()[:place].count(b"\n") + 1
