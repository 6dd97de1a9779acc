"""What ConstrainedLanguage refuses, and whether it stands where the script is known not to be constrained.

Only names can be checked: of which type a variable is, no parse tree says. So methods of types that are allowed count
as allowed on every object.
"""

from __future__ import annotations

from collections.abc import Iterator

from exposture.collector_lint.annotations import FULL_LANGUAGE, Annotation
from exposture.collector_lint.commands import Command
from exposture.collector_lint.finding import Finding, finding
from exposture.collector_lint.guards import holds
from exposture.collector_lint.literals import possible_values
from exposture.collector_lint.members import is_static, member_of, type_name
from exposture.collector_lint.script import Script
from exposture.collector_lint.tables import methods, short_type, static_members, types
from exposture.collector_lint.tree import Node, unwrapped

_TESTS = frozenset({"-is", "-isnot"})


def check_language_mode(script: Script) -> Iterator[Finding]:
    """Yield what needs FullLanguage outside of annotated code, and calls of annotated functions that no test guards."""
    for node, code, message in needs_full(script):
        annotation = script.annotation(node, FULL_LANGUAGE)
        if annotation is None:
            yield finding(code, node, message)
        elif annotation.function is None and not _is_guarded(script, node):
            yield finding("CLM.unguarded", node, f"{message}, and nothing tests the language mode before it")
    full = full_functions(script)
    for command in script.commands:
        if command.key in full and not _is_guarded(script, command.node) and not _is_in_full(script, command.node):
            yield finding(
                "CLM.unguarded", command.node, f"{command.name} needs FullLanguage, and nothing tests the language mode before it is called"
            )


def needs_full(script: Script) -> Iterator[tuple[Node, str, str]]:
    """Yield what ConstrainedLanguage refuses: the node, the code of its finding and what it is."""
    yield from _types(script)
    yield from _members(script)
    for command in script.commands:
        yield from _commands(script, command)


def full_functions(script: Script) -> dict[str, Annotation]:
    """Return the annotated functions, by name in lower case."""
    by_node = {id(one.node): one.key for one in script.defined}
    return {
        by_node[id(one.function)]: one
        for one in script.annotations
        if one.what == FULL_LANGUAGE and one.function is not None and id(one.function) in by_node
    }


def _is_guarded(script: Script, node: Node) -> bool:
    return holds(script, node, _is_the_mode, wanted=False)


def _is_in_full(script: Script, node: Node) -> bool:
    return any(one.what == FULL_LANGUAGE and one.function is not None and node.inside(one.function) for one in script.annotations)


def _is_the_mode(node: Node) -> bool:
    return node.kind == "member_access" and member_of(node) == "isconstrained"


def _types(script: Script) -> Iterator[tuple[Node, str, str]]:
    for node in script.nodes("type_literal"):
        name = type_name(node)
        if name is not None and types().get(name) == "full" and not _only_compared(node):
            yield node, "CLM.type", f"{node.text} is not allowed under ConstrainedLanguage"


def _only_compared(node: Node) -> bool:
    """Return whether a type is named in a test or a catch, or owns a static member, which has a check of its own."""
    for around in node.ancestors():
        if around.kind in {"catch_type_list", "trap_statement"}:
            return True
        if around.kind == "comparison_expression":
            return any(child.kind == "comparison_operator" and child.text.lower() in _TESTS for child in around.children)
        if around.kind in {"member_access", "invocation_expression"}:
            return is_static(around) and unwrapped(around.children[0]) is node
        if around.kind not in {"unary_expression", "pipeline_chain", "pipeline", "parenthesized_expression"}:
            return False
    return False


def _members(script: Script) -> Iterator[tuple[Node, str, str]]:
    for node in script.nodes("invocation_expression", "member_access"):
        name = member_of(node)
        if name is None:
            continue
        if is_static(node):
            owner = type_name(node.children[0])
            if owner is not None and static_members().get((owner, name)) == "full":
                yield node, "CLM.static", f"[{owner}]::{name} is not allowed under ConstrainedLanguage"
        elif node.kind == "invocation_expression" and methods().get(name) == "full":
            yield node, "CLM.method", f".{name}() is a method of types that ConstrainedLanguage does not allow"


def _commands(script: Script, command: Command) -> Iterator[tuple[Node, str, str]]:
    if command.key == "new-object":
        wanted = command.value("typename") or next(iter(command.positional), None)
        values = possible_values(script, wanted) if wanted is not None else None
        for value in values or []:
            if short_type(value.partition("[")[0]) not in {"psobject", "management.automation.psobject"}:
                yield command.node, "CLM.new-object", f"New-Object {value} is not allowed under ConstrainedLanguage"
