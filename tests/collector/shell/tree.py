"""The parser front: a tree without errors, and small readers of its nodes."""

from __future__ import annotations

from functools import lru_cache

import tree_sitter_pwsh
from tree_sitter import Language, Node, Parser

from tests.collector.shell.faults import EvaluatorError, Position


@lru_cache(maxsize=1)
def _parser() -> Parser:
    return Parser(Language(tree_sitter_pwsh.language()))


def parse(source: str) -> Node:
    """Return the root of a script's tree.

    Raises:
        EvaluatorError: the grammar does not take it; the first place is named.
    """
    if not source.isascii():
        raise EvaluatorError("the script is not ASCII")
    root = _parser().parse(source.encode()).root_node
    if root.has_error:
        bad = _first_error(root)
        raise EvaluatorError(f"syntax error at {text(bad)[:60]!r}", position(bad))
    return root


def _first_error(node: Node) -> Node:
    for child in node.children:
        if child.type == "ERROR" or child.is_missing:
            return child
        if child.has_error:
            return _first_error(child)
    return node


def text(node: Node) -> str:
    """Return the source of a node."""
    return (node.text or b"").decode()


def position(node: Node) -> Position:
    """Return where a node begins, counted from one, with its first line."""
    row, column = node.start_point
    return Position((row + 1, column + 1, text(node).split("\n", 1)[0]))


def named(node: Node) -> list[Node]:
    """Return the named children that are no comments."""
    return [child for child in node.named_children if child.type != "comment"]


def only(node: Node) -> Node:
    """Return the one named child."""
    children = named(node)
    if len(children) != 1:
        raise unknown(node)
    return children[0]


def child_of(node: Node, kind: str) -> Node | None:
    """Return the first child of a type."""
    return next((child for child in node.children if child.type == kind), None)


def children_of(node: Node, kind: str) -> list[Node]:
    """Return the children of a type."""
    return [child for child in node.children if child.type == kind]


def unknown(node: Node) -> EvaluatorError:
    """Return the fault for syntax that the evaluator does not have."""
    return EvaluatorError(f"syntax not known here: {node.type}: {text(node)[:80]!r}", position(node))
