"""The `switch` statement."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tree_sitter import Node

from tests.collector.shell import expressions
from tests.collector.shell.convert import to_bool
from tests.collector.shell.faults import BreakSignal, ContinueSignal
from tests.collector.shell.operators import equals
from tests.collector.shell.regexes import compile_regex, matches_table, wildcard
from tests.collector.shell.tree import child_of, children_of, named, only, text, unknown
from tests.collector.shell.values import NOTHING

if TYPE_CHECKING:
    from tests.collector.shell.session import Session

FLAGS = {"-regex", "-wildcard", "-exact", "-casesensitive"}


def compile_switch(node: Node, value_of: Callable[..., Any], compile_block: Callable[[Node], Any]) -> Any:
    """Compile a `switch`: every clause that fits runs, `default` where none does."""
    flags = _flags(node)
    condition = child_of(node, "switch_condition")
    body = child_of(node, "switch_body")
    if condition is None or body is None:
        raise unknown(node)
    subject = value_of(only(condition))
    listing = child_of(body, "switch_clauses")
    clauses = [_clause(clause, compile_block) for clause in (children_of(listing, "switch_clause") if listing else [])]

    def run(s: Session, emit: Any) -> None:
        held = subject(s)
        if held is NOTHING:
            return
        kept = s.scope.variables.get("_")
        try:
            for item in s.dotnet.enumerate(held) if held is not None else [None]:
                s.scope.variables.pop("_", None)
                s.set_automatic("_", item)
                try:
                    _run_clauses(s, item, clauses, flags, emit)
                except ContinueSignal:
                    continue
                except BreakSignal:
                    break
        finally:
            s.scope.variables.pop("_", None)
            if kept is not None:
                s.scope.variables["_"] = kept

    return run


def _flags(node: Node) -> set[str]:
    listing = child_of(node, "switch_parameters")
    flags = {text(child).lower() for child in named(listing)} if listing else set()
    if flags - FLAGS:
        raise unknown(node)
    return flags


def _clause(node: Node, compile_block: Callable[[Node], Any]) -> tuple[Any, Any]:
    condition = child_of(node, "switch_clause_condition")
    block = child_of(node, "statement_block")
    if condition is None or block is None:
        raise unknown(node)
    if not named(condition):
        word = text(condition)
        test = None if word.lower() == "default" else lambda _: word
    else:
        test = expressions.compile_expression(only(condition))
    return test, compile_block(block)


def _run_clauses(s: Session, item: Any, clauses: list[tuple[Any, Any]], flags: set[str], emit: Any) -> None:
    is_found = False
    for test, body in clauses:
        if test is not None and _fits(s, item, test(s), flags):
            is_found = True
            body(s, emit)
    if not is_found:
        for test, body in clauses:
            if test is None:
                body(s, emit)


def _fits(s: Session, item: Any, wanted: Any, flags: set[str]) -> bool:
    if hasattr(wanted, "invoke_block"):
        return to_bool(wanted.invoke_block(s, [], item=item))
    has_case = "-casesensitive" in flags
    if "-regex" in flags:
        found = compile_regex(s.text_of(wanted), 0 if has_case else re.IGNORECASE).search(s.text_of(item))
        if found:
            s.set_automatic("matches", matches_table(found))
        return found is not None
    if "-wildcard" in flags:
        return wildcard(s.text_of(wanted)).fullmatch(s.text_of(item)) is not None
    return equals(s, item, wanted, has_case=has_case)
