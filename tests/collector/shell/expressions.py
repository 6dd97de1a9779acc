"""Compile expressions: a node becomes a function of the session that returns a value."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tree_sitter import Node

from tests.collector.shell import blocks, statements
from tests.collector.shell.convert import cast, literal_number, to_bool, to_number
from tests.collector.shell.faults import EvaluatorError
from tests.collector.shell.members import get_index, get_member, invoke_member
from tests.collector.shell.operators import BINARY, add, bit_not, split_operator, subtract
from tests.collector.shell.regexes import Regex
from tests.collector.shell.session import Session
from tests.collector.shell.strings import expandable_parts, verbatim, verbatim_here
from tests.collector.shell.tree import child_of, children_of, named, only, position, text, unknown
from tests.collector.shell.types import full_name
from tests.collector.shell.values import NOTHING, Array, Hashtable, TypeRef, collapse
from tests.collector.shell.variables import assigner, reader

Expression = Callable[[Session], Any]
SUFFIXES = ("_expression", "_argument_expression")
TWO_SIDED = {
    f"{name}{suffix}" for name in ("additive", "multiplicative", "comparison", "bitwise", "format", "range", "logical") for suffix in SUFFIXES
}


def compile_expression(node: Node) -> Expression:
    """Return the function that evaluates a node.

    Raises:
        EvaluatorError: the syntax is not known here.
    """
    if node.type in TWO_SIDED:
        return _two_sided(node)
    make = MAKERS.get(node.type)
    if make is None:
        raise unknown(node)
    return make(node)


def _two_sided(node: Node) -> Expression:
    left_node, right_node = named(node)[0], named(node)[-1]
    operator = next(text(child).lower() for child in node.children[1:] if not child.is_named or child.type.endswith("_operator"))
    left, right = compile_expression(left_node), compile_expression(right_node)
    if operator == "-and":
        return lambda s: to_bool(left(s)) and to_bool(right(s))
    if operator == "-or":
        return lambda s: to_bool(left(s)) or to_bool(right(s))
    if operator == "-xor":
        return lambda s: to_bool(left(s)) != to_bool(right(s))
    operate = BINARY.get(_plain(operator))
    if operate is None:
        raise unknown(node)
    place = position(node)

    def evaluate(s: Session) -> Any:
        one, two = left(s), right(s)
        s.position = place
        return operate(s, None if one is NOTHING else one, None if two is NOTHING else two)

    return evaluate


def _plain(operator: str) -> str:
    """Return `-ieq` as `-eq`: without case is what it does anyway."""
    return "-" + operator[2:] if operator.startswith("-i") and "-" + operator[2:] in BINARY and operator not in ("-in", "-is", "-isnot") else operator


def _unary(node: Node) -> Expression:
    return compile_expression(only(node))


def _with_operator(node: Node) -> Expression:
    children = [child for child in node.children if child.type != "comment"]
    if len(children) == 1:
        return compile_expression(children[0])
    operator, inner = text(children[0]).lower(), compile_expression(children[-1])
    simple: dict[str, Expression] = {
        "-not": lambda s: not to_bool(inner(s)),
        "!": lambda s: not to_bool(inner(s)),
        "-": lambda s: subtract(s, 0, inner(s)),
        "+": lambda s: to_number(inner(s)),
        ",": lambda s: Array([_null(inner(s))]),
        "-bnot": lambda s: bit_not(inner(s)),
        "-split": lambda s: split_operator(s, s.text_of(inner(s)).strip(), r"\s+"),
        "-join": lambda s: "".join(map(s.text_of, _listed(inner(s)))),
    }
    if operator not in simple:
        raise unknown(node)
    return simple[operator]


def _null(value: Any) -> Any:
    return None if value is NOTHING else value


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _cast(node: Node) -> Expression:
    children = named(node)
    name, inner, place = type_text(children[0]), compile_expression(children[-1]), position(node)
    if full_name(name) == "System.Void":
        return lambda s: (inner(s), NOTHING)[1]

    def evaluate(s: Session) -> Any:
        value = inner(s)
        s.position = place
        if full_name(name).lower() not in s.dotnet.casts:
            s.require_full_language(name)
        return cast(s, s.type_ref(name).name if name.lower() != "pscustomobject" else name, value)

    return evaluate


def type_text(node: Node) -> str:
    """Return the name inside a type literal."""
    return text(node).strip()[1:-1].replace(" ", "")


def _type(node: Node) -> Expression:
    name, place = type_text(node), position(node)

    def evaluate(s: Session) -> TypeRef:
        s.position = place
        return s.type_ref(name)

    return evaluate


def _array_literal(node: Node) -> Expression:
    items = [compile_expression(child) for child in named(node)]
    return lambda s: Array([_null(item(s)) for item in items])


def _array(node: Node) -> Expression:
    """Compile `@(...)`: what its statements write, in an array; one array of one expression stays as it is."""
    body = _statements(node)

    def evaluate(s: Session) -> Array:
        output: list[Any] = []
        body(s, output.append)
        return Array(output)

    return evaluate


def _sub(node: Node) -> Expression:
    body = _statements(node)

    def evaluate(s: Session) -> Any:
        output: list[Any] = []
        body(s, output.append)
        return collapse(output)

    return evaluate


def _statements(node: Node) -> Callable[[Session, Any], None]:
    listing = child_of(node, "statement_list")
    return statements.compile_list(listing) if listing else lambda _s, _emit: None


def _parenthesized(node: Node) -> Expression:
    return statements.value_of(only(node), is_parenthesized=True)


def _hash(node: Node) -> Expression:
    body = child_of(node, "hash_literal_body")
    pairs = [_entry(entry) for entry in children_of(body, "hash_entry")] if body else []
    place = position(node)

    def evaluate(s: Session) -> Hashtable:
        table = Hashtable(order=s.order())
        for key_of, value_of in pairs:
            key = key_of(s)
            s.position = place
            if key is None or key is NOTHING:
                raise EvaluatorError("a key of a hashtable is null", place)
            if key in table:
                raise EvaluatorError(f"the key {key!r} stands twice in a hashtable", place)
            table[key] = _null(value_of(s))
        return table

    return evaluate


def _entry(node: Node) -> tuple[Expression, Expression]:
    key, value = only(named(node)[0]), named(node)[1]
    name = text(key)
    if key.type == "simple_name":
        return (lambda _: name), statements.value_of(value)
    return compile_expression(key), statements.value_of(value)


def _string(node: Node) -> Expression:
    inner = only(node)
    source = text(inner)
    if inner.type == "verbatim_string_characters":
        value = verbatim(source)
        return lambda _: value
    if inner.type == "verbatim_here_string_characters":
        value = verbatim_here(source)
        return lambda _: value
    return expandable(inner)


def expandable(node: Node) -> Expression:
    """Compile an expandable string."""
    parts: list[Any] = []
    for part in expandable_parts(node):
        if isinstance(part, str):
            parts.append(part)
        else:
            parts.append(reader(part[0], position(node)) if isinstance(part, tuple) else compile_expression(part))
    if all(isinstance(part, str) for part in parts):
        plain = "".join(parts)
        return lambda _: plain
    return lambda s: "".join(part if isinstance(part, str) else s.text_of(part(s)) for part in parts)


def _number(node: Node) -> Expression:
    value = literal_number(text(node))
    if value is None:
        raise unknown(node)
    return lambda _: value


def _variable(node: Node) -> Expression:
    name = text(node)[1:].strip("{}")
    if text(node).startswith("@"):
        raise EvaluatorError("a splatted variable stands where no command takes it", position(node))
    return reader(name, position(node))


def _member_name(node: Node) -> Callable[[Session], str]:
    inner = only(node)
    if inner.type in ("simple_name", "type_identifier", "generic_token"):
        name = text(inner)
        return lambda _: name
    name_of = compile_expression(inner)
    return lambda s: s.text_of(name_of(s))


def _member(node: Node) -> Expression:
    target, name_node = named(node)
    holder, name_of, place = compile_expression(target), _member_name(name_node), position(name_node)
    is_static = any(child.type == "::" for child in node.children)

    def evaluate(s: Session) -> Any:
        value = holder(s)
        name = name_of(s)
        s.position = place
        return get_member(s, value, name, is_static=is_static)

    return evaluate


def compile_method_argument(node: Node, arguments: Node) -> Expression:
    """Compile a call whose name and arguments stand in two nodes of a command."""
    access = only(node) if node.type == "unary_expression" else node
    if access.type != "member_access":
        raise unknown(node)
    target, name_node = named(access)
    return _call(access, target, name_node, arguments)


def _invocation(node: Node) -> Expression:
    target, name_node, arguments = named(node)
    return _call(node, target, name_node, arguments)


def _call(node: Node, target: Node, name_node: Node, arguments: Node) -> Expression:
    holder, name_of, place = compile_expression(target), _member_name(name_node), position(name_node)
    listing = child_of(arguments, "argument_expression_list")
    values = [compile_expression(child) for child in named(listing)] if listing else []
    is_static = any(child.type == "::" for child in node.children)

    def evaluate(s: Session) -> Any:
        value = holder(s)
        given = [_null(argument(s)) for argument in values]
        s.position = place
        return invoke_member(s, value, name_of(s), given, is_static=is_static)

    return evaluate


def _element(node: Node) -> Expression:
    target, key = named(node)
    holder, key_of, place = compile_expression(target), compile_expression(key), position(node)

    def evaluate(s: Session) -> Any:
        value, index = holder(s), key_of(s)
        s.position = place
        return get_index(s, value, index)

    return evaluate


def _step(node: Node) -> Expression:
    """Compile `$x++` and its three sisters; as a statement they write nothing, see `statements`."""
    target = named(node)[0]
    change = 1 if "increment" in node.type else -1
    read, write = compile_expression(target), assigner(_bare(target))
    is_before = node.type.startswith("pre")

    def evaluate(s: Session) -> Any:
        old = read(s)
        new = add(s, old if old is not None else 0, change)
        write(s, new)
        return new if is_before else (old if old is not None else 0)

    return evaluate


def _bare(node: Node) -> Node:
    while node.type in ("unary_expression", "parenthesized_expression") and len(named(node)) == 1:
        node = named(node)[0]
    return node


def _block(node: Node) -> Expression:
    make = blocks.compile_literal(node)
    return lambda s: make(s)


MAKERS: dict[str, Callable[[Node], Expression]] = {
    "unary_expression": _unary,
    "expression_with_unary_operator": _with_operator,
    "argument_expression": _unary,
    "cast_expression": _cast,
    "type_literal": _type,
    "array_literal_expression": _array_literal,
    "array_expression": _array,
    "sub_expression": _sub,
    "parenthesized_expression": _parenthesized,
    "hash_literal_expression": _hash,
    "string_literal": _string,
    "integer_literal": _number,
    "real_literal": _number,
    "decimal_integer_literal": _number,
    "hexadecimal_integer_literal": _number,
    "variable": _variable,
    "braced_variable": _variable,
    "member_access": _member,
    "invocation_expression": _invocation,
    "element_access": _element,
    "post_increment_expression": _step,
    "post_decrement_expression": _step,
    "pre_increment_expression": _step,
    "pre_decrement_expression": _step,
    "script_block_expression": _block,
}

__all__ = ["Regex", "compile_expression", "expandable", "type_text"]
