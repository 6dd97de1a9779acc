"""Read and assign: variables with their prefixes, members, elements, typed and several at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tree_sitter import Node

from tests.collector.shell.faults import EvaluatorError, Position
from tests.collector.shell.members import set_index, set_member
from tests.collector.shell.scope import Variable
from tests.collector.shell.tree import named, position, text, unknown
from tests.collector.shell.values import NOTHING, Array

if TYPE_CHECKING:
    from tests.collector.shell.session import Session

CONSTANTS = {"true": True, "false": False, "null": None}
READ_ONLY = {*CONSTANTS, "host", "pid", "home", "psversiontable", "executioncontext", "error", "shellid", "?"}
AUTOMATIC = {
    "matches": "$Matches is set by -match and kept for the scope",
    "input": "$input is the pipeline's input",
    "args": "$args holds the arguments of a function without parameters",
    "_": "$_ is the object in the pipeline",
    "this": "$this is the object of a script property",
    "psitem": "$PSItem is the object in the pipeline",
}


def reader(name: str, place: Position) -> Callable[[Session], Any]:
    """Return the function that reads a variable by its name as written, without the sign."""
    prefix, _, rest = name.lower().rpartition(":")
    if not prefix:
        return _plain_reader(rest, place)
    if prefix == "env":
        return lambda s: s.environment.get(rest, (rest, None))[1]
    if prefix not in ("script", "global", "local"):
        raise EvaluatorError(f"the prefix {prefix}: of a variable is not known here", place)

    def scoped(s: Session) -> Any:
        found = s.scope.owner(prefix).variables.get(rest)
        if found is None:
            s.unset.setdefault(name.lower(), place)
        return found.value if found else None

    return scoped


def _plain_reader(name: str, place: Position) -> Callable[[Session], Any]:
    if name in CONSTANTS:
        value = CONSTANTS[name]
        return lambda _: value
    if name == "?":
        return lambda s: s.succeeded
    if name in ("$", "^"):
        raise EvaluatorError(f"the variable ${name} is not known here", place)
    if name == "error":
        return lambda s: s.errors

    def read(s: Session) -> Any:
        s.position = place
        return s.get(name)

    return read


Assigner = Callable[["Session", Any], None]


def assigner(node: Node) -> Assigner:
    """Return the function that assigns to the left side of an assignment."""
    while node.type in ("left_assignment_expression", "unary_expression", "expression_with_unary_operator") and len(named(node)) == 1:
        if node.type == "expression_with_unary_operator" and len(node.children) > 1:
            raise unknown(node)
        node = named(node)[0]
    makers: dict[str, Callable[[Node], Assigner]] = {
        "variable": lambda found: _variable(text(found)[1:].strip("{}"), None, position(found)),
        "cast_expression": _typed,
        "member_access": _member,
        "element_access": _element,
        "array_literal_expression": _several,
    }
    if node.type not in makers:
        raise unknown(node)
    return makers[node.type](node)


def _variable(name: str, type_name: str | None, place: Position) -> Assigner:
    prefix, _, rest = name.rpartition(":")
    prefix, key = prefix.lower(), rest.lower()
    if key in READ_ONLY and prefix != "env":
        raise EvaluatorError(f"${rest} is read-only or an automatic variable", place)
    if prefix == "env":
        raise EvaluatorError("the script assigns an environment variable", place)

    def assign(s: Session, value: Any) -> None:
        s.position = place
        scope = s.scope.owner(prefix) if prefix else s.scope
        value = None if value is NOTHING and s.version < 3 else value
        if type_name is not None:
            convert = s.convert(type_name)
            scope.variables[key] = Variable(rest, convert(value), convert)
            return
        held = scope.variables.get(key)
        if held is None:
            scope.variables[key] = Variable(rest, value)
        else:
            held.assign(value)

    return assign


def _typed(node: Node) -> Assigner:
    kind, target = named(node)[0], named(node)[-1]
    while target.type == "unary_expression":
        target = named(target)[0]
    if target.type != "variable":
        raise unknown(node)
    return _variable(text(target)[1:].strip("{}"), text(kind)[1:-1], position(node))


def _member(node: Node) -> Assigner:
    from tests.collector.shell.expressions import _member_name, compile_expression

    target, name_node = named(node)
    holder, name_of, place = compile_expression(target), _member_name(name_node), position(name_node)
    if any(child.type == "::" for child in node.children):
        raise EvaluatorError("the script assigns a static member", place)

    def assign(s: Session, value: Any) -> None:
        held = holder(s)
        s.position = place
        set_member(s, held, name_of(s), None if value is NOTHING else value)

    return assign


def _element(node: Node) -> Assigner:
    from tests.collector.shell.expressions import compile_expression

    target, key = named(node)
    holder, key_of, place = compile_expression(target), compile_expression(key), position(node)

    def assign(s: Session, value: Any) -> None:
        held, index = holder(s), key_of(s)
        s.position = place
        set_index(s, held, index, None if value is NOTHING else value)

    return assign


def _several(node: Node) -> Assigner:
    targets = [assigner(child) for child in named(node)]

    def assign(s: Session, value: Any) -> None:
        items = list(value) if isinstance(value, list) else [value]
        for number, target in enumerate(targets):
            rest = items[number:]
            is_last = number == len(targets) - 1
            target(s, (rest[0] if rest else None) if not is_last or len(rest) < 2 else Array(rest))

    return assign
