"""The `try` statement."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tree_sitter import Node

from tests.collector.shell.faults import AUTOMATION, ErrorRecord, ExceptionValue, PsError
from tests.collector.shell.scope import Variable
from tests.collector.shell.tree import child_of, children_of, text, unknown
from tests.collector.shell.types import full_name, is_exception_type

if TYPE_CHECKING:
    from tests.collector.shell.session import Session

NAMESPACES = ("", "system.", AUTOMATION.lower())


def compile_try(node: Node, compile_block: Callable[[Node], Any]) -> Any:
    """Compile a `try`: the first clause whose type fits catches, `finally` always runs."""
    block = child_of(node, "statement_block")
    listing = child_of(node, "catch_clauses")
    last = child_of(node, "finally_clause")
    if block is None:
        raise unknown(node)
    body = compile_block(block)
    clauses = [_catch(clause, compile_block) for clause in (children_of(listing, "catch_clause") if listing else [])]
    end = compile_block(child_of(last, "statement_block")) if last else None

    def attempt(s: Session, emit: Any) -> None:
        depth = s.try_depth
        scope = s.scope
        s.try_depth += 1 if clauses else 0
        try:
            body(s, emit)
        except PsError as error:
            s.try_depth, s.scope = depth, scope
            handler = _handler(error, clauses)
            if handler is None:
                raise
            _handle(s, error, handler, emit)
        finally:
            s.try_depth = depth

    def run(s: Session, emit: Any) -> None:
        scope = s.scope
        try:
            attempt(s, emit)
        finally:
            if end is not None:
                s.scope = scope
                end(s, emit)

    return run


def _catch(node: Node, compile_block: Callable[[Node], Any]) -> tuple[list[str], Any]:
    listing = child_of(node, "catch_type_list")
    block = child_of(node, "statement_block")
    if block is None:
        raise unknown(node)
    names = [full_name(text(child)[1:-1]).lower() for child in children_of(listing, "type_literal")] if listing else []
    for name in names:
        if not is_exception_type(name):
            raise unknown(node)
    return names, compile_block(block)


def _handler(error: PsError, clauses: list[tuple[list[str], Any]]) -> Any:
    held: ExceptionValue | None = error.record.exception
    while held is not None:
        lineage = {name.lower() for name in held.lineage()}
        for names, body in clauses:
            if any(space + name in lineage for name in names for space in NAMESPACES):
                return body
        held = held.inner if held.type_name.startswith(AUTOMATION) else None
    return next((body for names, body in clauses if not names), None)


def _handle(s: Session, error: PsError, handler: Any, emit: Any) -> None:
    record: ErrorRecord = s.record(error.record)
    kept = s.scope.variables.get("_")
    s.scope.variables["_"] = Variable("_", record)
    try:
        handler(s, emit)
    finally:
        s.scope.variables.pop("_", None)
        if kept is not None:
            s.scope.variables["_"] = kept
