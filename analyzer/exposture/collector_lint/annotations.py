"""Comments that speak to the lint: `# exposture-lint: allow <code> <reason>` and `# exposture-lint: full-language <reason>`.

One before the first statement of a function holds for the function, one behind code for its line, one on a line of its
own for the next line of code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exposture.collector_lint.tree import Node

FULL_LANGUAGE = "full-language"
CATALOGUE_CALL = "catalogue-call"
_MARK = re.compile(r"#\s*exposture-lint\s*:\s*(?P<text>.*?)\s*$", re.IGNORECASE)
_FORM = re.compile(r"(?:allow\s+(?P<code>[\w.-]+)|(?P<full>full-language))(?:\s+(?P<reason>.*))?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """One annotation; `what` is a code, `full-language` or `catalogue-call`, empty where it cannot be read."""

    node: Node
    what: str
    reason: str
    function: Node | None
    line: int

    def covers(self, node: Node) -> bool:
        """Return whether a node lies where this annotation holds."""
        return node.inside(self.function) if self.function is not None else node.line == self.line

    def covers_line(self, line: int) -> bool:
        """Return whether a line lies where this annotation holds."""
        if self.function is None:
            return line == self.line
        return self.function.line <= line <= self.function.line + self.function.text.rstrip().count("\n")


def read_annotations(root: Node, comments: Sequence[Node]) -> Iterator[Annotation]:
    """Yield the annotations among the comments."""
    marked = [(comment, mark) for comment in comments if (mark := _MARK.match(comment.text.strip()))]
    lines = _code_lines(root) if marked else []
    for comment, mark in marked:
        form = _FORM.match(mark["text"])
        what = (form["code"] or form["full"]) if form else ""
        reason = (form["reason"] or "").strip() if form else ""
        function = _function_headed_by(comment)
        line = 0 if function is not None else _line_meant(comment, lines)
        yield Annotation(node=comment, what=_spelled(what), reason=reason, function=function, line=line)


def _spelled(what: str) -> str:
    family, dot, rest = what.partition(".")
    return f"{family.upper()}.{rest.lower()}" if dot else what.lower()


def _code_lines(root: Node) -> list[int]:
    return sorted({node.line for node in root.walk() if not node.children and node.kind != "comment" and node.text.strip()})


def _line_meant(comment: Node, lines: Sequence[int]) -> int:
    before = comment.source[comment.source.rfind(b"\n", 0, comment.start) + 1 : comment.start]
    if before.strip():
        return comment.line
    return next((line for line in lines if line > comment.line), 0)


def _function_headed_by(comment: Node) -> Node | None:
    """Return the function that a comment heads: it stands inside, before the first statement."""
    around = next((node for node in comment.ancestors() if node.kind in {"function_statement", "script_block_expression"}), None)
    if around is None or around.kind != "function_statement":
        return None
    block = around.child("script_block")
    body = block.child("script_block_body") if block is not None else None
    before = comment.source[comment.source.rfind(b"\n", 0, comment.start) + 1 : comment.start]
    return around if (body is None or comment.start < body.start) and not before.strip() else None
