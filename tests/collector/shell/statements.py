"""Compile statements: a node becomes a function of the session and of what takes its output."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tree_sitter import Node

from tests.collector.shell import blocks, expressions
from tests.collector.shell.convert import to_bool, to_integer
from tests.collector.shell.faults import AUTOMATION, BreakSignal, ContinueSignal, ErrorRecord, ExceptionValue, ExitSignal, PsError, ReturnSignal
from tests.collector.shell.operators import BINARY
from tests.collector.shell.pipeline import compile_chain
from tests.collector.shell.session import Session
from tests.collector.shell.switches import compile_switch
from tests.collector.shell.tree import child_of, children_of, named, only, position, text, unknown
from tests.collector.shell.tries import compile_try
from tests.collector.shell.values import NOTHING, collapse, items_of
from tests.collector.shell.variables import assigner

Emit = Callable[[Any], None]
Statement = Callable[[Session, Emit], None]
Value = Callable[[Session], Any]
SILENT = ("post_increment_expression", "post_decrement_expression", "pre_increment_expression", "pre_decrement_expression")


def compile_list(node: Node) -> Statement:
    """Compile a list of statements; an error that ends a statement is shown, and the next one runs, unless a `try` stands above."""
    body = [(compile_statement(child), position(child)) for child in named(node) if child.type != "empty_statement"]

    def run(s: Session, emit: Emit) -> None:
        for statement, place in body:
            s.position = place
            try:
                statement(s, emit)
            except PsError as error:
                if s.try_depth or (error.is_fatal and s.preference("erroractionpreference").lower() != "silentlycontinue"):
                    raise
                s.report(error)

    return run


def compile_block(node: Node) -> Statement:
    """Compile `{ ... }` of a statement."""
    listing = child_of(node, "statement_list")
    return compile_list(listing) if listing else lambda _s, _emit: None


def compile_statement(node: Node) -> Statement:
    """Compile one statement.

    Raises:
        EvaluatorError: the syntax is not known here.
    """
    make = MAKERS.get(node.type)
    if make is None:
        raise unknown(node)
    return make(node)


def value_of(node: Node, *, is_parenthesized: bool = False) -> Value:
    """Compile a statement for its value: one expression keeps its value as it is, anything else is collapsed from its output."""
    if node.type == "assignment_expression":
        return _assignment(node)
    if node.type in ("pipeline", "assignment_value"):
        inner = named(node)
        if len(inner) == 1 and inner[0].type == "assignment_expression":
            return _assignment(inner[0])
        expression = _lone_expression(node)
        if expression is not None:
            return expressions.compile_expression(expression)
    elif node.type == "pipeline_chain" and len(named(node)) == 1 and named(node)[0].type != "command":
        return expressions.compile_expression(named(node)[0])
    run = compile_statement(node) if node.type != "assignment_value" else _pipeline(node)

    def evaluate(s: Session) -> Any:
        output: list[Any] = []
        run(s, output.append)
        return collapse(output)

    return evaluate


def _lone_expression(node: Node) -> Node | None:
    chains = named(node)
    if len(chains) != 1 or chains[0].type != "pipeline_chain":
        return None
    parts = named(chains[0])
    return parts[0] if len(parts) == 1 and parts[0].type != "command" and not _is_range(parts[0]) else None


def _is_range(node: Node) -> bool:
    return node.type == "command"


def _pipeline(node: Node) -> Statement:
    chains = named(node)
    if len(chains) != 1:
        raise unknown(node)
    if chains[0].type == "assignment_expression":
        assign = _assignment(chains[0])
        return lambda s, _: _done(s, assign(s))
    expression = _lone_expression(node)
    return compile_chain(chains[0]) if expression is None else _expression_statement(expression)


def _done(s: Session, _: Any) -> None:
    s.succeeded = True


def _expression_statement(node: Node) -> Statement:
    evaluate = expressions.compile_expression(node)
    inner = node
    while inner.type in ("unary_expression", "expression_with_unary_operator") and len(inner.children) == 1:
        inner = inner.children[0]
    if inner.type in SILENT:
        return lambda s, _: _done(s, evaluate(s))

    def run(s: Session, emit: Emit) -> None:
        value = evaluate(s)
        s.succeeded = True
        for item in items_of(value):
            emit(item)

    return run


def _assignment(node: Node) -> Value:
    left, operator = named(node)[0], text(named(node)[1])
    right_node = named(node)[2]
    right = value_of(right_node)
    write, place = assigner(left), position(node)
    if operator == "=":

        def assign(s: Session) -> Any:
            value = right(s)
            s.position = place
            write(s, value)
            return value

        return assign
    operate = BINARY[operator[:-1]]
    read = expressions.compile_expression(only(left))

    def change(s: Session) -> Any:
        old, value = read(s), right(s)
        s.position = place
        result = operate(s, None if old is NOTHING else old, None if value is NOTHING else value)
        write(s, result)
        return result

    return change


def condition(node: Node) -> Callable[[Session], bool]:
    """Compile the condition of an `if` or a loop."""
    inner = only(node) if node.type in ("while_condition", "for_condition") else node
    evaluate = value_of(inner)
    return lambda s: to_bool(evaluate(s))


def _if(node: Node) -> Statement:
    branches = [(condition(node.child_by_field_name("condition") or node), compile_block(child_of(node, "statement_block") or node))]
    clauses = child_of(node, "elseif_clauses")
    branches += [
        (condition(clause.child_by_field_name("condition") or clause), compile_block(child_of(clause, "statement_block") or clause))
        for clause in (children_of(clauses, "elseif_clause") if clauses else [])
    ]
    otherwise = child_of(node, "else_clause")
    last = compile_block(child_of(otherwise, "statement_block") or otherwise) if otherwise else None

    def run(s: Session, emit: Emit) -> None:
        for test, body in branches:
            if test(s):
                body(s, emit)
                return
        if last is not None:
            last(s, emit)

    return run


def _turn(body: Statement, s: Session, emit: Emit) -> bool:
    """Run the body of a loop once; false where it broke off."""
    try:
        body(s, emit)
    except ContinueSignal:
        return True
    except BreakSignal:
        return False
    return True


def _foreach(node: Node) -> Statement:
    variable = child_of(node, "variable")
    source = next(child for child in named(node) if child.type not in ("variable", "statement_block"))
    if variable is None or child_of(node, "foreach_parameter"):
        raise unknown(node)
    values, write, body = value_of(source), assigner(variable), compile_block(child_of(node, "statement_block") or node)

    def run(s: Session, emit: Emit) -> None:
        held = values(s)
        nothing = [None] if s.version < 3 else []
        for item in nothing if held is None or held is NOTHING else s.dotnet.enumerate(held):
            write(s, item)
            if not _turn(body, s, emit):
                break

    return run


def _for(node: Node) -> Statement:
    parts = {kind: child_of(node, kind) for kind in ("for_initializer", "for_condition", "for_iterator")}
    first, again = (compile_statement(only(part)) if part else None for part in (parts["for_initializer"], parts["for_iterator"]))
    test = condition(parts["for_condition"]) if parts["for_condition"] else lambda _: True
    body = compile_block(child_of(node, "statement_block") or node)

    def run(s: Session, emit: Emit) -> None:
        if first:
            first(s, _drop)
        while test(s):
            if not _turn(body, s, emit):
                break
            if again:
                again(s, _drop)

    return run


def _drop(_: Any) -> None:
    return None


def _while(node: Node) -> Statement:
    test, body = condition(child_of(node, "while_condition") or node), compile_block(child_of(node, "statement_block") or node)

    def run(s: Session, emit: Emit) -> None:
        while test(s):
            if not _turn(body, s, emit):
                break

    return run


def _do(node: Node) -> Statement:
    test, body = condition(child_of(node, "while_condition") or node), compile_block(child_of(node, "statement_block") or node)
    wanted = any(child.type == "while" for child in node.children)

    def run(s: Session, emit: Emit) -> None:
        while _turn(body, s, emit) and test(s) is wanted:
            pass

    return run


def _flow(node: Node) -> Statement:
    word = text(node.children[0]).lower()
    inner = named(node)
    if word in ("break", "continue"):
        if inner:
            raise unknown(node)
        signal = BreakSignal if word == "break" else ContinueSignal

        def leave(_s: Session, _emit: Emit) -> None:
            raise signal

        return leave
    if word == "return":
        return _return(inner[0] if inner else None)
    value = value_of(inner[0]) if inner else None
    return _throw(node, value) if word == "throw" else _exit(value)


def _return(node: Node | None) -> Statement:
    body = compile_statement(node) if node else None

    def leave(s: Session, emit: Emit) -> None:
        if body:
            body(s, emit)
        raise ReturnSignal

    return leave


def _exit(value: Value | None) -> Statement:
    def leave(s: Session, _emit: Emit) -> None:
        raise ExitSignal(int(to_integer(value(s))) if value else 0)

    return leave


def _throw(node: Node, value: Value | None) -> Statement:
    place = position(node)

    def leave(s: Session, _emit: Emit) -> None:
        thrown = value(s) if value else s.get("_")
        s.position = place
        raise PsError(thrown_record(s, thrown), is_fatal=True)

    return leave


def thrown_record(s: Session, thrown: Any) -> ErrorRecord:
    """Return the error record of `throw $thrown`."""
    if isinstance(thrown, ErrorRecord):
        return thrown
    if isinstance(thrown, ExceptionValue):
        return ErrorRecord(thrown, thrown.message, "OperationStopped", position=s.position)
    message = s.text_of(thrown) if thrown is not None else "ScriptHalted"
    exception = ExceptionValue(AUTOMATION + "RuntimeException", message)
    return ErrorRecord(exception, message, "OperationStopped", target=thrown, position=s.position)


def _switch(node: Node) -> Statement:
    return compile_switch(node, value_of, compile_block)


def _try(node: Node) -> Statement:
    return compile_try(node, compile_block)


def _function(node: Node) -> Statement:
    define = blocks.compile_function(node)
    return lambda s, _: define(s)


MAKERS: dict[str, Callable[[Node], Statement]] = {
    "pipeline": _pipeline,
    "pipeline_chain": compile_chain,
    "if_statement": _if,
    "foreach_statement": _foreach,
    "for_statement": _for,
    "while_statement": _while,
    "do_statement": _do,
    "switch_statement": _switch,
    "try_statement": _try,
    "flow_control_statement": _flow,
    "function_statement": _function,
}
