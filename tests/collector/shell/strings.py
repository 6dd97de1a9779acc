"""Strings of the source: escapes, and the parts of an expandable string."""

from __future__ import annotations

import re

from tree_sitter import Node

from tests.collector.shell.faults import EvaluatorError
from tests.collector.shell.tree import position, text

ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "0": "\0", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
VARIABLE = re.compile(r"\$(?:\{([^}]+)\}|((?:[A-Za-z]+:(?!:))?\w+)|([\$\?\^]))")
VERBATIM_HERE = re.compile(r"@'[ \t]*\r?\n(?:(.*)\r?\n)?'@", re.DOTALL)
EXPANDABLE_HERE = re.compile(r'@"[ \t]*\r?\n(?:(.*)\r?\n)?"@', re.DOTALL)


def verbatim(source: str) -> str:
    """Return the value of `'...'`."""
    return source[1:-1].replace("''", "'")


def verbatim_here(source: str) -> str:
    """Return the value of `@' ... '@`."""
    found = VERBATIM_HERE.fullmatch(source)
    if not found:
        raise EvaluatorError(f"not a here-string: {source[:40]!r}")
    return found[1] or ""


def expandable_parts(node: Node) -> list[str | Node | tuple[str]]:
    """Return the parts of `"..."` or `@" ... "@`: text, a node for `$(...)`, a name in a tuple for a variable."""
    source = text(node)
    is_here = source.startswith("@")
    found = EXPANDABLE_HERE.fullmatch(source) if is_here else None
    if is_here and not found:
        raise EvaluatorError("not a here-string", position(node))
    first, last = (found.span(1) if found and found[1] is not None else (0, 0)) if is_here else (1, len(source) - 1)
    return _Scan(node, source, last, is_here=is_here).parts(first)


class _Scan:
    """One pass over the source of a string; sub-expressions are taken from the tree by their place."""

    def __init__(self, node: Node, source: str, end: int, *, is_here: bool) -> None:
        self.node = node
        self.source = source
        self.end = end
        self.is_here = is_here
        self.found: list[str | Node | tuple[str]] = []

    def parts(self, start: int) -> list[str | Node | tuple[str]]:
        at = start
        while at < self.end:
            at = self._step(at)
        return self.found

    def _step(self, at: int) -> int:
        char = self.source[at]
        if char == "`":
            escaped = self.source[at + 1]
            return self._put(ESCAPES.get(escaped, escaped), at + 2)
        if char == '"' and not self.is_here:
            return self._put('"', at + 2)
        if char != "$":
            return self._put(char, at + 1)
        if self.source.startswith("$(", at):
            return self._sub(at)
        found = VARIABLE.match(self.source, at)
        if not found:
            return self._put("$", at + 1)
        name = found[1] or found[2] or found[3]
        if found[2] and self.source.startswith(":", found.end()):
            raise EvaluatorError(f"in a string ${name}: needs braces: ${{{name}}}:", position(self.node))
        self.found.append((name,))
        return found.end()

    def _put(self, char: str, after: int) -> int:
        if self.found and isinstance(self.found[-1], str):
            self.found[-1] += char
        else:
            self.found.append(char)
        return after

    def _sub(self, at: int) -> int:
        start = self.node.start_byte + at
        for child in self.node.children:
            if child.start_byte == start and child.type == "sub_expression":
                self.found.append(child)
                return child.end_byte - self.node.start_byte
        raise EvaluatorError("the grammar shows no sub-expression here", position(self.node))
