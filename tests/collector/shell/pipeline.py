"""Commands and pipelines: each object flows through all stages before the next one."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from tree_sitter import Node

from tests.collector.shell import expressions
from tests.collector.shell.binding import MISSING, Given, splat
from tests.collector.shell.faults import DownstreamFailure, EvaluatorError, PipelineStopped, Position, PsError, StopUpstream
from tests.collector.shell.operators import span
from tests.collector.shell.resolve import Stage, open_stage
from tests.collector.shell.session import Session
from tests.collector.shell.strings import ESCAPES
from tests.collector.shell.tree import child_of, named, only, position, text, unknown
from tests.collector.shell.values import NOTHING, Array, items_of
from tests.collector.shell.variables import reader

Emit = Callable[[Any], None]
RANGE = re.compile(r"(-?\d+)\.\.(-?\d+|\$\w+)")


class Call:
    """A command of the source: how its name and its elements are found at run time."""

    def __init__(self, name: Callable[[Session], Any], *, is_dynamic: bool, place: Position) -> None:
        self.name = name
        self.is_dynamic = is_dynamic
        self.place = place
        self.elements: list[Callable[[Session], list[Given]]] = []
        self.redirections: list[str] = []

    def open(self, s: Session, emit: Emit, *, has_input: bool) -> Stage:
        """Find the command and bind its arguments."""
        name = self.name(s)
        given = [element for make in self.elements for element in make(s)]
        s.position = self.place
        return open_stage(s, name, given, emit, has_input=has_input, is_dynamic=self.is_dynamic)


def compile_chain(node: Node) -> Callable[[Session, Emit], None]:
    """Compile a pipeline that holds at least one command."""
    parts = named(node)
    source: Callable[[Session], Any] | None = None
    if parts[0].type != "command":
        source = expressions.compile_expression(parts[0])
        parts = parts[1:]
    elif _range(parts[0]):
        source = _range(parts[0])
        parts = parts[1:]
    calls = [compile_command(part) for part in parts]

    def run(s: Session, emit: Emit) -> None:
        s.succeeded = True
        merged = _redirected(calls, emit)
        outer = s.error_sink
        try:
            if merged is not None:
                s.error_sink = merged
            _run(s, calls, source, emit if not _is_silenced(calls) else _drop)
        finally:
            s.error_sink = outer

    return run


def _redirected(calls: list[Call], emit: Emit) -> Emit | None:
    words = [word for call in calls for word in call.redirections]
    if "2>&1" in words:
        return emit
    return _drop if "2>" in words else None


def _is_silenced(calls: list[Call]) -> bool:
    return bool(calls) and any(word in (">", "1>") for word in calls[-1].redirections)


def _drop(_: Any) -> None:
    return None


def _range(node: Node) -> Callable[[Session], Any] | None:
    """Return `1..3` at the start of a statement, which the grammar takes for a command."""
    name = child_of(node, "command_name")
    found = RANGE.fullmatch(text(name)) if name else None
    if not found:
        return None
    last = found[2]
    read = reader(last[1:], position(node)) if last.startswith("$") else lambda _: int(last)
    return lambda s: span(s, int(found[1]), read(s))


def _run(s: Session, calls: list[Call], source: Callable[[Session], Any] | None, emit: Emit) -> None:
    items = items_of(source(s)) if source else None
    if items is not None and isinstance(items, list) and source and not calls:
        for item in items:
            emit(item)
        return
    stages: list[Stage] = []
    target = emit
    for number in range(len(calls) - 1, -1, -1):
        stage = calls[number].open(s, target, has_input=number > 0 or items is not None)
        stages.insert(0, stage)
        target = _downstream(stage, stages)
    depth = s.try_depth
    try:
        _flow(s, stages, [NOTHING] if items is None else items)
    except PipelineStopped:
        raise
    except DownstreamFailure as failure:
        s.try_depth = depth
        _close(stages)
        if failure.owner is stages:
            raise failure.error from failure
        raise
    except BaseException:
        _close(stages)
        raise


def _close(stages: list[Stage]) -> None:
    for stage in stages:
        stage.close()


def _downstream(stage: Stage, owner: list[Stage]) -> Emit:
    def process(item: Any) -> None:
        try:
            stage.process(item)
        except PsError as error:
            raise DownstreamFailure(error, owner) from error

    return process


def _flow(s: Session, stages: list[Stage], items: list[Any]) -> None:
    stopped: Stage | None = None
    for stage in stages:
        try:
            stage.begin()
        except StopUpstream as signal:
            stopped = _owner(stages, signal)
    try:
        if stopped is None:
            for item in items:
                stages[0].process(item)
    except StopUpstream as signal:
        stopped = _owner(stages, signal)
    after = stages.index(stopped) if stopped else 0
    while after < len(stages):
        try:
            stages[after].end()
            after += 1
        except StopUpstream as signal:
            after = stages.index(_owner(stages, signal))


def _owner(stages: list[Stage], signal: StopUpstream) -> Stage:
    for stage in stages:
        if stage is signal.owner:
            return stage
    raise signal


def compile_command(node: Node) -> Call:
    """Compile one command.

    Raises:
        EvaluatorError: the syntax is not known here.
    """
    if node.type != "command":
        raise unknown(node)
    call = _named_call(node)
    elements = child_of(node, "command_elements")
    if elements is not None:
        _elements(call, [child for child in elements.children if child.type != "comment"])
    return call


def _named_call(node: Node) -> Call:
    operator = child_of(node, "command_invocation_operator")
    if operator is not None and text(operator) != "&":
        raise unknown(node)
    name_node = next((child for child in node.children if child.type in ("command_name", "command_name_expr")), None)
    if name_node is None:
        raise unknown(node)
    if name_node.type == "command_name":
        name = text(name_node)
        return Call(lambda _: name, is_dynamic=operator is not None, place=position(node))
    inner = only(name_node)
    if inner.type in ("path_command_name", "path_command_name_token"):
        variable = child_of(inner, "variable")
        if variable is None or text(variable) != text(inner):
            raise unknown(inner)
        inner = variable
    return Call(expressions.compile_expression(inner), is_dynamic=True, place=position(node))


def _elements(call: Call, children: list[Node]) -> None:
    number = 0
    while number < len(children):
        child = children[number]
        number += 1
        if child.type == "command_argument_sep":
            continue
        if child.type == "redirection":
            _redirection(call, child)
        elif child.type == "command_parameter":
            has_value = number < len(children) and text(children[number]).startswith(":")
            value_node = children[number + 1] if has_value else None
            if value_node is not None and value_node.type == "command_argument_sep":
                raise unknown(child)
            number += 2 if has_value else 0
            call.elements.append(_parameter(child, value_node))
        elif number < len(children) and children[number].type == "argument_list":
            call.elements.append(_method_argument(child, children[number]))
            number += 1
        else:
            call.elements.append(_argument(child))


def _method_argument(node: Node, arguments: Node) -> Callable[[Session], list[Given]]:
    """Compile `$a.B()` as an argument, which the grammar takes apart."""
    evaluate = expressions.compile_method_argument(node, arguments)
    return lambda s: [Given(_null(evaluate(s)), place=position(node))]


def _parameter(node: Node, value_node: Node | None) -> Callable[[Session], list[Given]]:
    name, place = text(node)[1:], position(node)
    if name.endswith(":"):
        raise unknown(node)
    if value_node is None:
        return lambda _: [Given(MISSING, name, place=place)]
    value = argument(value_node)
    return lambda s: [Given(value(s), name, place=place)]


def _argument(node: Node) -> Callable[[Session], list[Given]]:
    place = position(node)
    source = text(node)
    if node.type == "unary_expression" and re.fullmatch(r"@\w+", source):
        read = reader(source[1:], place)
        return lambda s: splat(read(s))
    value = argument(node)
    return lambda s: [Given(value(s), place=place)]


def argument(node: Node) -> Callable[[Session], Any]:
    """Compile an argument of a command: a bare word is text."""
    if node.type in ("generic_token", "path_command_name_token"):
        word = _bare(node)
        return lambda _: word
    if node.type == "bareword_argument_list":
        parts = [argument(part) for part in named(node)]
        return lambda s: Array([part(s) for part in parts])
    if node.type == "unary_expression" and only(node).type == "type_literal":
        name = text(node)
        return lambda _: name
    evaluate = expressions.compile_expression(node)
    return lambda s: _null(evaluate(s))


def _null(value: Any) -> Any:
    return None if value is NOTHING else value


def _bare(node: Node) -> str:
    source = text(node)
    if "$" in source or '"' in source or "'" in source:
        raise unknown(node)
    return re.sub(r"`(.)", lambda found: ESCAPES.get(found[1], found[1]), source)


def _redirection(call: Call, node: Node) -> None:
    inner = only(node) if len(named(node)) == 1 else None
    if inner is not None and inner.type == "merging_redirection_operator":
        if text(inner) != "2>&1":
            raise unknown(node)
        call.redirections.append("2>&1")
        return
    operator, target = named(node)
    if text(target).strip().lower() != "$null" or text(operator) not in (">", "1>", "2>"):
        raise EvaluatorError("a redirection goes to another place than $null", position(node))
    call.redirections.append(text(operator))
