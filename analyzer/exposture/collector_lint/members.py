"""Types, static members and methods: only those on the lists, and none that came with .NET 4."""

from __future__ import annotations

from collections.abc import Iterator

from exposture.collector_lint.finding import Finding, finding
from exposture.collector_lint.script import Script
from exposture.collector_lint.tables import methods, newer, short_type, static_members, types
from exposture.collector_lint.tree import Node, brief, literal, unwrapped

_SHAPED = {"invoke": frozenset({"members"})}
"""Methods that are harmless with one literal first argument only: ADSI's way to list the members of a local group."""
_OTHER_CHECKS = frozenset({"ordered", "pscustomobject"})


def check_members(script: Script) -> Iterator[Finding]:
    """Yield types, static members and methods that are not on their list."""
    for node in script.nodes("type_literal"):
        yield from _type(node)
    for node in script.nodes("attribute_name"):
        yield from _named_type(node, node.text)
    yield from _made_types(script)
    for node in script.nodes("invocation_expression", "member_access"):
        name = member_of(node)
        if name is None:
            continue
        if is_static(node):
            yield from _static(node, name)
        elif node.kind == "invocation_expression":
            yield from _method(node, name)


def _made_types(script: Script) -> Iterator[Finding]:
    """Yield types of .NET 4 that are made where nothing catches that they are missing."""
    for command in script.commands:
        wanted = (command.value("typename") or next(iter(command.positional), None)) if command.key == "new-object" else None
        name = short_type(literal(wanted) or "") if wanted is not None else ""
        later = newer("type").get((name, ""))
        if later is not None and not any(around.kind == "try_statement" for around in command.node.ancestors()):
            yield finding("NET4.member", command.node, f"{name} came with .NET 4; use {later.instead}, or catch that it is missing")


def member_of(node: Node) -> str | None:
    """Return the literal name of the member that a node reads or calls, in lower case."""
    name = node.child("member_name")
    return (literal(name.children[0]) or "").lower() or None if name is not None and name.children else None


def is_static(node: Node) -> bool:
    """Return whether a member is reached by `::`."""
    return any(child.kind == "::" for child in node.children)


def type_name(node: Node) -> str | None:
    """Return the type of a type literal in short form, without its arguments."""
    node = unwrapped(node)
    return short_type(node.text.strip()[1:-1].partition("[")[0]) if node.kind == "type_literal" else None


def arguments_of(node: Node) -> list[Node]:
    """Return the arguments of a call."""
    holder = node.child("argument_list")
    listed = holder.child("argument_expression_list") if holder is not None else None
    return [child for child in listed.children if child.is_named and child.kind != "comment"] if listed is not None else []


def _type(node: Node) -> Iterator[Finding]:
    word = node.text.strip()[1:-1]
    if word.lower() not in _OTHER_CHECKS:
        yield from _named_type(node, word)


def _named_type(node: Node, word: str) -> Iterator[Finding]:
    name = short_type(word.partition("[")[0])
    later = newer("type").get((name, ""))
    if later is not None:
        yield finding("NET4.member", node, f"[{word}] came with .NET 4; use {later.instead}")
    elif name not in types() and name != "scriptblock":
        yield finding("MEMBER.type", node, f"[{word}] is not on the list of types")


def _static(node: Node, name: str) -> Iterator[Finding]:
    owner = type_name(node.children[0])
    if owner is None:
        yield finding("DYNAMIC.member", node, f"{brief(node)} reaches a static member of a computed type")
        return
    later = newer("member").get((owner, name))
    if name == "new":
        yield finding("PS5.new", node, "::new() is not PowerShell 2.0")
    elif later is not None:
        yield finding("NET4.member", node, f"[{owner}]::{name} came with .NET 4; use {later.instead}")
    elif (owner, name) == ("io.path", "combine") and len(arguments_of(node)) > 2:
        yield finding("NET4.member", node, "Path.Combine took two parts before .NET 4")
    elif (owner, name) not in static_members() and (owner, name) != ("scriptblock", "create"):
        yield finding("MEMBER.static", node, f"[{owner}]::{name} is not on the list of static members")


def _method(node: Node, name: str) -> Iterator[Finding]:
    later = newer("method").get((name, ""))
    if later is not None and not (name == "copyto" and len(arguments_of(node)) > 1):
        yield finding("NET4.member", node, f".{name}() came with .NET 4; use {later.instead}")
    elif name in _SHAPED:
        first = next((literal(one) for one in arguments_of(node)), None)
        if (first or "").lower() not in _SHAPED[name] and unwrapped(node.children[0]).kind != "script_block_expression":
            yield finding("MEMBER.method", node, f".{name}() with {first!r} is not on the list of methods")
    elif name not in methods() and name not in {
        "addscript",
        "addcommand",
        "invokescript",
        "newscriptblock",
        "expandstring",
        "getnewclosure",
        "where",
        "foreach",
    }:
        yield finding("MEMBER.method", node, f".{name}() is not on the list of methods")
