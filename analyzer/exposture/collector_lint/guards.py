"""What is known to hold where a statement stands, from the conditions around and before it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from exposture.collector_lint.script import Function, Script
from exposture.collector_lint.tree import Node, unwrapped

Claim = Callable[[Node], bool]
"""Whether an expression is the claim itself, for example `$Script:State.IsConstrained`."""
EXITS = frozenset({"stop-reading"})


def implied(condition: Node, claim: Claim, *, outcome: bool) -> bool | None:
    """Return what the claim must be where a condition has this outcome; None where it says nothing."""
    node = unwrapped(condition)
    if claim(node):
        return outcome
    if node.kind == "expression_with_unary_operator" and node.children[0].text.lower() in {"-not", "!"}:
        return implied(node.children[-1], claim, outcome=not outcome)
    if node.kind == "logical_expression":
        word = node.children[1].text.lower()
        if (word == "-and" and outcome) or (word == "-or" and not outcome):
            sides = [implied(side, claim, outcome=outcome) for side in (node.children[0], node.children[-1])]
            return next((side for side in sides if side is not None), None)
    return None


def holds(script: Script, node: Node, claim: Claim, *, wanted: bool) -> bool:
    """Return whether the claim is proven to be `wanted` where a node stands, inside its function.

    Proofs are an `if` around it, the left side of `-and` and `-or`, an `if` before it that leaves, and a call before it
    that is itself the claim or of a function that leaves in the same case.
    """
    inner = node
    for around in node.ancestors():
        if around.kind == "function_statement":
            return False
        if wanted in _known(script, around, inner, claim):
            return True
        inner = around
    return False


def _known(script: Script, around: Node, inner: Node, claim: Claim) -> Iterator[bool | None]:
    match around.kind:
        case "if_statement":
            yield from _of_if(around, inner, claim)
        case "elseif_clauses":
            before = around.children[: around.children.index(inner)]
            yield from (implied(_condition(one), claim, outcome=False) for one in before)
        case "elseif_clause" if inner.kind == "statement_block":
            yield implied(_condition(around), claim, outcome=True)
        case "logical_expression" if inner is not around.children[0]:
            yield implied(around.children[0], claim, outcome=around.children[1].text.lower() == "-and")
        case "statement_list" | "statement_block" | "script_block_body":
            before = around.children[: around.children.index(inner)]
            yield from (known for one in before for known in _after(script, one, claim))
        case _:
            return


def _of_if(around: Node, inner: Node, claim: Claim) -> Iterator[bool | None]:
    if inner.kind == "statement_block":
        yield implied(_condition(around), claim, outcome=True)
    if inner.kind in {"elseif_clauses", "else_clause"}:
        yield implied(_condition(around), claim, outcome=False)
    clauses = around.child("elseif_clauses")
    if inner.kind == "else_clause" and clauses is not None:
        yield from (implied(_condition(one), claim, outcome=False) for one in clauses.children)


def _condition(statement: Node) -> Node:
    """Return the condition of an if statement or an elseif clause: what stands between its brackets."""
    words = [child.kind for child in statement.children]
    return statement.children[words.index("(") + 1] if "(" in words else statement


def _after(script: Script, statement: Node, claim: Claim) -> Iterator[bool | None]:
    """Yield what is known after a statement: an `if` that leaves, or a call of a function that leaves in the same case."""
    if statement.kind == "if_statement":
        block = statement.child("statement_block")
        if block is not None and statement.child("elseif_clauses", "else_clause") is None and leaves(script, block):
            yield implied(_condition(statement), claim, outcome=False)
    if claim(unwrapped(statement)):
        yield True
    function = _called_alone(script, statement)
    if function is not None and function.body is not None:
        for one in _statements(function.body):
            if one.kind == "if_statement":
                yield from _after(script, one, claim)


def _called_alone(script: Script, statement: Node) -> Function | None:
    node = unwrapped(statement)
    command = next((one for one in script.commands if one.node is node), None) if node.kind == "command" else None
    return script.functions.get(command.key) if command is not None else None


def _statements(block: Node) -> list[Node]:
    inner = block.child("statement_list") or block
    return [child for child in inner.children if child.is_named and child.kind not in {"comment", "empty_statement"}]


def leaves(script: Script, block: Node) -> bool:
    """Return whether a block always leaves its function or loop."""
    statements = _statements(block)
    if not statements:
        return False
    last = unwrapped(statements[-1])
    if last.kind == "flow_control_statement":
        return True
    return last.kind == "command" and _always_throws(script, last)


def _always_throws(script: Script, node: Node) -> bool:
    command = next((one for one in script.commands if one.node is node), None)
    if command is None:
        return False
    function = script.functions.get(command.key)
    if function is None or function.body is None:
        return command.key in EXITS
    statements = _statements(function.body)
    return bool(statements) and statements[-1].text.lower().startswith("throw")
