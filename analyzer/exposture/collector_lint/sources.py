"""Where the name of a command comes from that is called by a variable: the catalogue, or literals.

The function annotated catalogue-call gets a name; whoever calls it hands one over. This follows the names back through
parameters, until each is a literal, a value of the catalogue, or unknown.
"""

from __future__ import annotations

from collections.abc import Iterator

from exposture.collector_lint.annotations import CATALOGUE_CALL
from exposture.collector_lint.catalogue import hash_keys
from exposture.collector_lint.commands import Command
from exposture.collector_lint.finding import Finding, finding
from exposture.collector_lint.literals import possible_values
from exposture.collector_lint.members import arguments_of, member_of
from exposture.collector_lint.script import Function, Script
from exposture.collector_lint.tables import denied, exchange, permitted
from exposture.collector_lint.tree import Node, unwrapped

FROM_CATALOGUE = frozenset({"read", "command"})
"""Properties that hold a command's name as the block of datasets has it."""
Sink = tuple[str, str]
"""A function and one of its parameters, in lower case, that ends as the name of a command."""


def check_sources(script: Script) -> Iterator[Finding]:
    """Yield the names of commands that come from neither the catalogue nor a literal, and literals that may not be called."""
    done: set[Sink] = set()
    waiting = [sink for node in called_names(script) for sink in _sinks(script, node)]
    for node in called_names(script):
        yield from _unknown(script, node)
    while waiting:
        sink = waiting.pop()
        if sink in done:
            continue
        done.add(sink)
        for node in handed(script, sink):
            waiting += _sinks(script, node)
            yield from _unknown(script, node)
    for name, command in literal_names(script):
        given = command.value("arguments")
        if name.lower() == "set-adserversettings" and [key.lower() for key in (hash_keys(given) if given is not None else [])] != [
            "viewentireforest"
        ]:
            yield finding("SHAPE.view", command.node, "Set-ADServerSettings would be called with other arguments than ViewEntireForest")


def called_names(script: Script) -> Iterator[Node]:
    """Yield what stands for a command's name where it is called: behind `&`, and in AddCommand()."""
    for command in script.commands:
        if command.operator == "&" and command.name is None and command.callee is not None and script.annotation(command.node, CATALOGUE_CALL):
            yield from [node for node in command.callee.walk() if node.kind == "variable"][:1]
    for node in script.nodes("invocation_expression"):
        if member_of(node) == "addcommand":
            yield from arguments_of(node)[:1]


def handed(script: Script, sink: Sink) -> Iterator[Node]:
    """Yield what the calls of a function hand over as one parameter."""
    for command in script.commands:
        if command.key == sink[0]:
            value = command.value(sink[1])
            if value is not None:
                yield value


def literal_names(script: Script) -> Iterator[tuple[str, Command]]:
    """Yield the literal names of commands that are handed to be called, with the command that hands them over."""
    done: set[Sink] = set()
    waiting = [sink for node in called_names(script) for sink in _sinks(script, node)]
    while waiting:
        sink = waiting.pop()
        if sink in done:
            continue
        done.add(sink)
        for command in (one for one in script.commands if one.key == sink[0]):
            value = command.value(sink[1])
            if value is not None:
                waiting += _sinks(script, value)
                yield from ((name, command) for name in possible_values(script, value) or [])


def _sinks(script: Script, node: Node) -> list[Sink]:
    """Return the parameter that a node is, directly or through local variables."""
    function = script.function_of(node)
    if function is None:
        return []
    return [(function.key, name) for name in _parameters(script, function, unwrapped(node), 3)]


def _parameters(script: Script, function: Function, node: Node, depth: int) -> list[str]:
    if node.kind != "variable" or depth == 0:
        return []
    name = node.text.lstrip("$").lower()
    if name in function.parameters:
        return [name]
    return [one for value in script.assigned(node) for one in _parameters(script, function, unwrapped(value), depth - 1)]


def _unknown(script: Script, node: Node) -> Iterator[Finding]:
    if _sinks(script, node) or _is_of_catalogue(script, node, 3):
        return
    names = possible_values(script, node)
    if names is None:
        yield finding("DYNAMIC.command-source", node, f"{node.text.strip()[:60]} would be called, and is neither of the catalogue nor a literal")
        return
    for name in names:
        key = name.lower()
        if (key, "") in denied():
            yield finding("DENY.command", node, f"{name}: {denied()[key, '']}")
        elif key not in exchange() and (key not in permitted() or permitted()[key].does not in {"read", "session"}):
            yield finding("COMMAND.unknown", node, f"{name} is not on the list of permitted commands")


def _is_of_catalogue(script: Script, node: Node, depth: int) -> bool:
    node = unwrapped(node)
    if node.kind == "element_access":
        node = unwrapped(node.children[0])
    if node.kind == "member_access":
        return member_of(node) in FROM_CATALOGUE
    if node.kind == "array_expression":
        inner = [child for child in node.children if child.is_named]
        return len(inner) == 1 and _is_of_catalogue(script, inner[0], depth)
    if node.kind != "variable" or depth == 0:
        return False
    values = script.assigned(node)
    return bool(values) and all(_is_of_catalogue(script, value, depth - 1) for value in values)
