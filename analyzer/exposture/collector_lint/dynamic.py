"""Code that a reader of the script cannot see: computed commands and members, splatting, text that is run."""

from __future__ import annotations

from collections.abc import Iterator

from exposture.collector_lint.annotations import CATALOGUE_CALL
from exposture.collector_lint.commands import Command
from exposture.collector_lint.finding import Finding, finding
from exposture.collector_lint.script import Script
from exposture.collector_lint.tree import Node, brief, unwrapped

_RUNS_TEXT = {"addscript", "invokescript", "newscriptblock", "getnewclosure", "expandstring", "invokereturnasis", "invokewithcontext"}
_RUNS_NAME = {"addcommand"}


def check_dynamic(script: Script) -> Iterator[Finding]:
    """Yield what is not written out; `& $x` and `@x` are seen in a function annotated catalogue-call."""
    for command in script.commands:
        yield from _command(script, command)
    for node in script.nodes("variable"):
        if node.text.startswith("@") and not _may_call(script, node):
            yield finding("DYNAMIC.splat", node, f"{node.text} hides the parameters")
    for node in script.nodes("invocation_expression", "member_access"):
        yield from _member(script, node)
    callers = [one for one in script.annotations if one.what == CATALOGUE_CALL and one.function is not None]
    others = [one for one in script.annotations if one.what == CATALOGUE_CALL and one.function is None]
    functions = {id(one.function) for one in callers} | {id(script.function_of(one.node)) for one in others}
    if len(functions) > 1:
        yield finding("DYNAMIC.catalogue-call", [*callers, *others][-1].node, f"{len(functions)} functions are annotated catalogue-call")


def _may_call(script: Script, node: Node) -> bool:
    return script.annotation(node, CATALOGUE_CALL) is not None


def _command(script: Script, command: Command) -> Iterator[Finding]:
    if command.operator == ".":
        yield finding("DYNAMIC.dot-source", command.node, f". {command.written} runs another file or a block in this scope")
    elif command.name is None and not (_may_call(script, command.node) and _is_variable(command)):
        yield finding("DYNAMIC.call", command.node, f"& {command.written[:60]} calls something that is computed")


def _is_variable(command: Command) -> bool:
    return command.callee is not None and any(node.kind == "variable" for node in command.callee.walk())


def _member(script: Script, node: Node) -> Iterator[Finding]:
    name = node.child("member_name")
    if name is None:
        return
    inner = unwrapped(name.children[0]) if name.children else name
    if inner.kind not in {"simple_name", "verbatim_string_characters", "type_identifier"}:
        yield from _computed_member(node, name)
        return
    word = inner.text.strip("'").lower()
    if node.kind == "invocation_expression" and (word in _RUNS_TEXT or (word in _RUNS_NAME and not _may_call(script, node))):
        yield finding("DYNAMIC.script", name, f".{inner.text}() runs code that is not written out here")
    if node.kind == "invocation_expression" and word in {"invoke", "create"} and _is_script_block(node):
        yield finding("DYNAMIC.script", name, f"{brief(node)} makes or runs a script block")


def _computed_member(node: Node, name: Node) -> Iterator[Finding]:
    what = "method" if node.kind == "invocation_expression" else "property"
    if what == "method" or any(one.kind == "::" for one in node.children):
        yield finding("DYNAMIC.member", name, f"the name of a {what} is computed: {name.text}")
    elif not _is_plain(name):
        yield finding("DYNAMIC.member", name, f"the name of a {what} is an expression: {name.text}")


def _is_plain(name: Node) -> bool:
    """Return whether a computed property is a variable, as in `$row.$name`: it can only be read or set, not run."""
    inner = unwrapped(name.children[0]) if name.children else name
    return inner.kind == "variable"


def _is_script_block(node: Node) -> bool:
    target = unwrapped(node.children[0])
    return target.kind == "script_block_expression" or target.text.lower() in {"[scriptblock]", "[management.automation.scriptblock]"}
