"""Script blocks and functions: parameters, the three blocks, and how they are called."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tree_sitter import Node

from tests.collector.shell.faults import AUTOMATION, BreakSignal, ContinueSignal, EvaluatorError, Position, ReturnSignal
from tests.collector.shell.parameters import Parameter, compile_parameters, has_binding
from tests.collector.shell.scope import Scope, Variable
from tests.collector.shell.tree import child_of, children_of, position, text, unknown
from tests.collector.shell.values import NOTHING, Array, Hashtable, Switch, collapse

if TYPE_CHECKING:
    from tests.collector.shell.session import Session

MAX_DEPTH = 200


@dataclass(slots=True)
class Code:
    """The compiled form of a block: what is shared by every value made of it."""

    parameters: list[Parameter]
    is_advanced: bool
    parts: dict[str, Any]
    place: Position
    source: str
    supports_whatif: bool = False
    body: Any = None


@dataclass(slots=True, eq=False)
class ScriptBlock:
    """A script block or the body of a function; `name` is that of the function."""

    code: Code
    name: str = ""
    type_name: str = AUTOMATION + "ScriptBlock"
    bound: dict[str, Any] = field(default_factory=dict)

    def text(self) -> str:
        return self.code.source

    def lineage(self) -> list[str]:
        return [self.type_name, "System.Object"]

    def invoke_block(self, s: Session, arguments: list[Any], *, item: Any = NOTHING) -> Any:
        """Return what the block gives in a scope of its own."""
        output: list[Any] = []
        self.run_plain(s, arguments, output.append, item=item, is_dotted=False)
        return collapse(output)

    def run_plain(self, s: Session, arguments: list[Any], emit: Callable[[Any], None], *, item: Any = NOTHING, is_dotted: bool = True) -> None:
        """Run the block for Where-Object and its like; `is_dotted`: in the scope of the caller."""
        scope = s.scope if is_dotted else Scope(s.scope, name=self.name)
        outer = s.scope
        kept = scope.variables.get("_")
        s.scope = scope
        if item is not NOTHING:
            scope.variables["_"] = Variable("_", item)
        try:
            self._bind_plain(s, scope, arguments)
            for part in ("begin", "process", "end"):
                if part in self.code.parts:
                    self.code.parts[part](s, emit)
        except ReturnSignal:
            pass
        finally:
            s.scope = outer
            if item is not NOTHING:
                scope.variables.pop("_", None)
                if kept is not None:
                    scope.variables["_"] = kept

    def _bind_plain(self, s: Session, scope: Scope, arguments: list[Any]) -> None:
        for parameter, value in zip(self.code.parameters, arguments, strict=False):
            convert = parameter.converter(s)
            scope.variables[parameter.name.lower()] = Variable(parameter.name, convert(value) if convert else value, convert)
        if len(arguments) > len(self.code.parameters):
            scope.variables["args"] = Variable("args", Array(arguments[len(self.code.parameters) :]))


class FunctionRun:
    """A function in a pipeline: one scope for begin, process and end."""

    def __init__(self, s: Session, block: ScriptBlock, bound: dict[str, Any], rest: list[Any], emit: Callable[[Any], None]) -> None:
        self.s = s
        self.block = block
        self.emit = emit
        self.scope = Scope(s.scope, name=block.name)
        self.is_done = False
        self.input: list[Any] = []
        self.has_process = "process" in block.code.parts
        if s.depth > MAX_DEPTH:
            raise EvaluatorError(f"calls are nested deeper than {MAX_DEPTH}", s.position)
        self._fill(bound, rest)

    def _fill(self, bound: dict[str, Any], rest: list[Any]) -> None:
        put = self.scope.variables
        put["psboundparameters"] = Variable(
            "PSBoundParameters", Hashtable((p.name, bound[p.key]) for p in self.block.code.parameters if p.key in bound)
        )
        put["args"] = Variable("args", Array(rest))
        put["myinvocation"] = Variable("MyInvocation", self.s.dotnet.invocation(self.block.name, self.block.code.place))
        for parameter in self.block.code.parameters:
            if parameter.key in bound:
                self._put(parameter, bound[parameter.key])
        outer, self.s.scope = self.s.scope, self.scope
        try:
            for parameter in self.block.code.parameters:
                if parameter.key not in bound:
                    self._put(parameter, parameter.default_value(self.s))
        finally:
            self.s.scope = outer

    def _put(self, parameter: Parameter, value: Any) -> None:
        convert = parameter.converter(self.s)
        if parameter.is_switch and not isinstance(value, Switch):
            value = Switch(bool(value))
        self.scope.variables[parameter.key] = Variable(parameter.name, value, convert)

    def bind_input(self, values: dict[str, Any]) -> None:
        """Write the parameters that take pipeline input."""
        for parameter in self.block.code.parameters:
            if parameter.key in values:
                self._put(parameter, values[parameter.key])

    def begin(self) -> None:
        self._run("begin")

    def process(self, item: Any) -> None:
        """Take one object of the pipeline; `NOTHING` where there is none."""
        if item is not NOTHING:
            self.input.append(item)
        if not self.has_process:
            return
        self.scope.variables.pop("_", None)
        if item is not NOTHING:
            self.scope.variables["_"] = Variable("_", item)
        self._run("process")

    def end(self) -> None:
        self.scope.variables["input"] = Variable("input", Array([] if self.has_process else self.input))
        self._run("end")

    def _run(self, part: str) -> None:
        body = self.block.code.parts.get(part)
        if body is None:
            return
        s = self.s
        outer, s.scope = s.scope, self.scope
        place, s.depth = s.position, s.depth + 1
        s.stack.append(self.block.name)
        try:
            body(s, self.emit)
        except ReturnSignal:
            pass
        finally:
            s.scope, s.position, s.depth = outer, place, s.depth - 1
            s.stack.pop()


def compile_literal(node: Node) -> Callable[[Session], ScriptBlock]:
    """Compile `{ ... }` as a value."""
    code = compile_code(node)
    return lambda _: ScriptBlock(code)


def compile_function(node: Node) -> Callable[[Session], None]:
    """Compile `function Name { ... }`; running it defines the function."""
    name_node = child_of(node, "function_name")
    if name_node is None or text(node.children[0]).lower() != "function":
        raise unknown(node)
    prefix, _, name = text(name_node).rpartition(":")
    code = compile_code(node)

    def define(s: Session) -> None:
        scope = s.scope.owner(prefix.lower()) if prefix else s.scope
        scope.functions[name.lower()] = ScriptBlock(code, name)

    return define


def compile_code(node: Node) -> Code:
    """Compile the inside of a function, a script block or a script."""
    inner = child_of(node, "script_block") or (node if node.type == "program" else None)
    param_block = child_of(node, "param_block") or (child_of(inner, "param_block") if inner else None)
    declaration = child_of(node, "function_parameter_declaration")
    listing = child_of(declaration or param_block, "parameter_list") if declaration or param_block else None
    parameters = compile_parameters(listing) if listing else []
    is_advanced, whatif = has_binding(param_block, parameters)
    parts = _parts(child_of(inner, "script_block_body") or inner if inner else None)
    return Code(parameters, is_advanced, parts, position(node), text(node), whatif)


def _parts(body: Node | None) -> dict[str, Any]:
    if body is None:
        return {}
    from tests.collector.shell import statements

    blocks = child_of(body, "named_block_list")
    parts: dict[str, Any] = {}
    for block in children_of(blocks, "named_block") if blocks else []:
        name = child_of(block, "block_name")
        inner = child_of(block, "statement_block")
        if name is None or inner is None or text(name).lower() not in ("begin", "process", "end"):
            raise unknown(block)
        parts[text(name).lower()] = statements.compile_block(inner)
    listing = child_of(body, "statement_list")
    if listing is not None:
        parts["end"] = statements.compile_list(listing)
    return parts


__all__ = ["BreakSignal", "Code", "ContinueSignal", "FunctionRun", "ScriptBlock", "compile_code", "compile_function", "compile_literal"]
