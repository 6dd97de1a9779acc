"""Traps that no parser sees, as far as the assignments of one function tell. All of them are warnings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exposture.collector_lint.commands import is_range
from exposture.collector_lint.finding import Finding, finding
from exposture.collector_lint.guards import holds
from exposture.collector_lint.members import arguments_of, is_static, member_of, type_name
from exposture.collector_lint.script import Script, loop_collection
from exposture.collector_lint.tables import words
from exposture.collector_lint.tree import Node, brief, literal, unwrapped

OF_ARRAYS = words(
    """count length longlength rank clone copyto getlength getvalue setvalue gettype getenumerator equals tostring gethashcode
    getupperbound getlowerbound psobject isreadonly isfixedsize issynchronized syncroot"""
)
ONE_OBJECT = words("""new-object measure-object join-path split-path out-string get-date new-timespan get-host test-path""")
"""Commands that give one object, whatever they are given."""
LEAKS = words("""append appendline appendformat addcommand addscript addparameter addargument seek waitone transformblock createentry""")
LIVE = words("""attributes creationtime isreadonly lastaccesstime lastwritetime priorityclass prioritylevel starttype""")
"""Properties that change something outside the process as soon as they are set."""
_INVARIANT = re.compile(r"[oOsuRrXx]\d*|[dD]\d*|[xX]\d*|[NnDdBbPp]?")
_PLACE = re.compile(r"\{\d+(?:,-?\d+)?:(?P<format>[^}]+)\}")
_PARSERS = frozenset({"datetime", "decimal", "double", "single", "float", "timespan"})


def check_semantics(script: Script) -> Iterator[Finding]:
    """Yield what behaves otherwise in PowerShell 2.0, or on a server with another culture."""
    for node in script.nodes("member_access", "invocation_expression"):
        yield from _counts(script, node)
        yield from _culture(node)
    for node in script.nodes("foreach_statement"):
        yield from _each(script, node)
    for node in script.nodes("invocation_expression"):
        yield from _leaks(node)
    for node in script.nodes("assignment_expression"):
        yield from _sets(script, node)
    for node in script.nodes("format_expression"):
        yield from _formats(node)
    for command in script.commands:
        if command.key == "get-date" and command.has("format"):
            yield finding("WARN.culture", command.node, "Get-Date -Format follows the culture's calendar")


def last_command(node: Node) -> str | None:
    """Return the name in lower case of the command that a bare pipeline ends with; None where it is no pipeline of commands."""
    inner = unwrapped(node)
    if inner.kind == "pipeline_chain":
        inner = [child for child in inner.children if child.is_named and child.kind != "comment"][-1]
    if inner.kind != "command" or is_range(inner):
        return None
    name = inner.child("command_name")
    return name.text.lower() if name is not None else ""


def _bare(script: Script, node: Node) -> bool:
    """Return whether a node is a pipeline of commands without `@()`, or a variable that holds the output of one."""
    node = unwrapped(node)
    if node.kind == "variable":
        before = [value for value in script.assigned(node) if value.start < node.start and not _adds(value)]
        return any(_is_bare(value) for value in before if value.kind == "assignment_value")
    return _is_bare(node)


def _is_live(script: Script, node: Node) -> bool:
    """Return whether a node is what a command of the system gave: `$_`, or the output of a command that is no function of the script."""
    if node.text == "$_":
        return True
    names = [last_command(value) for value in (script.assigned(node) if node.kind == "variable" else [node])]
    return any(name is not None and name not in ONE_OBJECT and name not in script.functions for name in names)


def _is_bare(node: Node) -> bool:
    name = last_command(node)
    return name is not None and name not in ONE_OBJECT


def _is_array(script: Script, node: Node) -> bool:
    node = unwrapped(node)
    if node.kind == "variable":
        function = script.function_of(node)
        if function is not None and node.text.lstrip("$").lower() in function.parameters:
            return False
        values = [value for value in script.assigned(node) if not _adds(value)]
        return bool(values) and all(value.kind == "assignment_value" and unwrapped(value).kind == "array_expression" for value in values)
    return node.kind == "array_expression"


def _adds(value: Node) -> bool:
    operator = value.parent.child("assignment_operator") if value.parent is not None else None
    return operator is not None and operator.text != "="


def _counts(script: Script, node: Node) -> Iterator[Finding]:
    name = member_of(node)
    if name is None or is_static(node):
        return
    target = node.children[0]
    if name == "count" and node.kind == "member_access" and _bare(script, target):
        yield finding("WARN.count", node, f"{brief(target)} may be one object, or nothing")
    if name not in OF_ARRAYS and _is_array(script, target):
        yield finding("WARN.member-enumeration", node, f"{brief(target)} is an array and has no {name}")


def _each(script: Script, node: Node) -> Iterator[Finding]:
    for collection in loop_collection(node):
        if _bare(script, collection) and not _is_tested(script, collection):
            yield finding("WARN.each-null", collection, f"{brief(collection)} may be nothing")


def _is_tested(script: Script, node: Node) -> bool:
    """Return whether a variable is known to hold something where it stands."""
    name = unwrapped(node).text.lower()

    def is_there(claim: Node) -> bool:
        return claim.text.strip().lower() == name or _compares(claim, name, "-ne")

    return holds(script, node, is_there, wanted=True) or holds(script, node, lambda claim: _compares(claim, name, "-eq"), wanted=False)


def _compares(claim: Node, name: str, operator: str) -> bool:
    words = [child.text.strip().lower() for child in claim.children]
    return claim.kind == "comparison_expression" and words in ([name, operator, "$null"], ["$null", operator, name])


def _leaks(node: Node) -> Iterator[Finding]:
    name = member_of(node)
    is_adding = name == "add" and len(arguments_of(node)) == 1
    if (is_adding or name in LEAKS) and not is_static(node) and _stands_alone(node):
        yield finding("WARN.leak", node, f".{name}() returns a value")


def _stands_alone(node: Node) -> bool:
    inner = node
    for around in node.ancestors():
        if around.kind in {"statement_list", "statement_block", "script_block_body"}:
            return True
        named = [child for child in around.children if child.is_named and child.kind != "comment"]
        if around.kind not in {"unary_expression", "pipeline_chain", "pipeline"} or named != [inner]:
            return False
        inner = around
    return False


def _sets(script: Script, node: Node) -> Iterator[Finding]:
    target = node.child("left_assignment_expression")
    member = unwrapped(target.children[0]) if target is not None and target.children else None
    if member is None or member.kind != "member_access" or is_static(member):
        return
    root = unwrapped(member.children[0])
    if _is_live(script, root) or member_of(member) in LIVE:
        yield finding("WARN.property-set", node, f"{member.text} belongs to a live object")


def _culture(node: Node) -> Iterator[Finding]:
    name, arguments = member_of(node), arguments_of(node)
    if node.kind != "invocation_expression" or len(arguments) != 1:
        return
    if name == "tostring" and not is_static(node):
        fixed = literal(arguments[0])
        if fixed is not None and _follows_culture(fixed):
            yield finding("WARN.culture", node, f"ToString({fixed!r}) follows the culture")
    if name == "parse" and is_static(node) and type_name(node.children[0]) in _PARSERS:
        yield finding("WARN.culture", node, "Parse() of a text alone follows the culture")


def _formats(node: Node) -> Iterator[Finding]:
    text = literal(node.children[0])
    for place in _PLACE.finditer(text or ""):
        if _follows_culture(place["format"]):
            yield finding("WARN.culture", node, f"-f with {place['format']!r} follows the culture")


def _follows_culture(form: str) -> bool:
    return _INVARIANT.fullmatch(form) is None and bool(set(form) & set("yMHhmsdNnFfPpCcGgEe0#.,"))
