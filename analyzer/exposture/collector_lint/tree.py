"""The parse tree of a script as plain values, so that no other module knows tree-sitter."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import tree_sitter
import tree_sitter_pwsh
from tree_sitter import Language, Parser

WRAPPERS = frozenset(
    {"pipeline", "pipeline_chain", "unary_expression", "string_literal", "statement_list", "assignment_value", "argument_expression"}
)
"""Nodes that say nothing where they have one child."""


@dataclass(slots=True, eq=False, repr=False)
class Node:
    """One node; children and parent are filled while the tree is built and never change afterwards."""

    kind: str
    is_named: bool
    is_missing: bool
    row: int
    column: int
    start: int
    end: int
    source: bytes
    parent: Node | None
    children: list[Node] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Return the node's own characters."""
        return self.source[self.start : self.end].decode("utf-8", "replace")

    @property
    def line(self) -> int:
        """Return the line, from 1."""
        return self.row + 1

    def walk(self) -> Iterator[Node]:
        """Yield the node and all below it, in the order of the text."""
        waiting = [self]
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))

    def ancestors(self) -> Iterator[Node]:
        """Yield the nodes around it, the innermost first."""
        node = self.parent
        while node is not None:
            yield node
            node = node.parent

    def child(self, *kinds: str) -> Node | None:
        """Return the first child of one of these kinds."""
        return next((child for child in self.children if child.kind in kinds), None)

    def inside(self, other: Node) -> bool:
        """Return whether it lies in another node, or is that node."""
        return other.start <= self.start and self.end <= other.end


def parse(source: bytes) -> Node:
    """Return the root of the parse tree."""
    tree = Parser(Language(tree_sitter_pwsh.language())).parse(source)
    root = _node(tree.root_node, source, None)
    waiting = [(tree.root_node, root)]
    while waiting:
        original, node = waiting.pop()
        for child in original.children:
            made = _node(child, source, node)
            node.children.append(made)
            if child.child_count:
                waiting.append((child, made))
    return root


def _node(original: tree_sitter.Node, source: bytes, parent: Node | None) -> Node:
    row, column = original.start_point
    return Node(original.type, original.is_named, original.is_missing, row, column, original.start_byte, original.end_byte, source, parent)


def unwrapped(node: Node) -> Node:
    """Return the first node below that says something; parentheses count as a wrapper."""
    while True:
        named = [child for child in node.children if child.is_named and child.kind != "comment"]
        if len(named) == 1 and (node.kind in WRAPPERS or node.kind == "parenthesized_expression"):
            node = named[0]
        else:
            return node


def literal(node: Node) -> str | None:
    """Return the value of a literal word, string or number; None where it holds anything to be computed."""
    node = unwrapped(node)
    match node.kind:
        case "verbatim_string_characters":
            return node.text[1:-1].replace("''", "'")
        case "verbatim_here_string_characters":
            return "\n".join(node.text.splitlines()[1:-1])
        case "expandable_string_literal":
            return None if any(child.is_named for child in node.children) else node.text[1:-1].replace('""', '"')
        case "generic_token" | "simple_name" | "type_identifier" | "command_parameter":
            return node.text if "$" not in node.text else None
        case "decimal_integer_literal" | "integer_literal" | "real_literal" | "hexadecimal_integer_literal":
            return node.text
        case _:
            return None


def brief(node: Node) -> str:
    """Return the beginning of a node's text, for a message."""
    return (node.text.strip().splitlines() or [""])[0][:60]


def shown(node: Node) -> str:
    """Return the text of a value with every computed part written as `<value>`."""
    node = unwrapped(node)
    fixed = literal(node)
    if fixed is not None:
        return fixed
    if node.kind == "expandable_string_literal":
        return _patched(node, 1)
    if node.kind in {"concatenated_command_argument", "path_command_name", "generic_token"}:
        return "".join("<value>" if child.kind == "variable" else shown(child) for child in node.children) if node.children else "<value>"
    return "<value>"


def _patched(node: Node, quote: int) -> str:
    text, at = "", node.start + quote
    for child in (child for child in node.children if child.is_named):
        text += node.source[at : child.start].decode("utf-8", "replace") + "<value>"
        at = child.end
    return text + node.source[at : node.end - quote].decode("utf-8", "replace")
