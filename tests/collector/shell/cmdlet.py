"""What a cmdlet is here: a Python function with declared parameters; and commands that a test supplies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.collector.shell.binding import COMMON, COMMON_SWITCHES, LATER_COMMON, MISSING, Bound, Given
from tests.collector.shell.dates import from_python
from tests.collector.shell.faults import AUTOMATION, ErrorRecord, EvaluatorError, ExceptionValue, PsError
from tests.collector.shell.parameters import Parameter, declared
from tests.collector.shell.values import NOTHING, Array, Hashtable, PSObject, Switch, items_of

if TYPE_CHECKING:
    from tests.collector.shell.session import Session

CMDLETS: dict[str, Cmdlet] = {}


@dataclass(slots=True, kw_only=True)
class Cmdlet:
    """A cmdlet: `act` runs for each object, or once at the end where `is_collecting`."""

    name: str
    parameters: list[Parameter]
    act: Callable[[Invocation], None]
    is_collecting: bool = False
    editions: tuple[str, ...] = ("desktop", "core")
    since: int = 2

    def is_there(self, s: Session) -> bool:
        """Say whether the shell of a session has it."""
        return s.options.edition in self.editions and s.version >= self.since


def cmdlet(
    name: str, parameters: str = "", *, collects: bool = False, editions: tuple[str, ...] = ("desktop", "core"), since: int = 2
) -> Callable[[Callable[[Invocation], None]], Callable[[Invocation], None]]:
    """Register a function as a cmdlet; `parameters` in the short form of `declared`."""

    def register(act: Callable[[Invocation], None]) -> Callable[[Invocation], None]:
        made = Cmdlet(name=name, parameters=declared(parameters), act=act, is_collecting=collects, editions=editions, since=since)
        CMDLETS[name.lower()] = made
        return act

    return register


class Invocation:
    """One run of a cmdlet, as its function sees it."""

    def __init__(self, run: CmdletRun, values: dict[str, Any]) -> None:
        self.run = run
        self.s = run.s
        self.values = values
        self.state = run.state

    def __getitem__(self, name: str) -> Any:
        return self.values.get(name.lower())

    def has(self, name: str) -> bool:
        return name.lower() in self.values

    def is_on(self, name: str) -> bool:
        value = self.values.get(name.lower())
        return value.is_present if isinstance(value, Switch) else bool(value)

    def text(self, name: str, default: str = "") -> str:
        value = self.values.get(name.lower())
        return default if value is None else self.s.text_of(value)

    def emit(self, value: Any) -> None:
        self.run.emit(value)

    def emit_all(self, values: Iterable[Any]) -> None:
        for value in values:
            self.run.emit(value)

    @property
    def input(self) -> list[Any]:
        return self.run.input

    def error(self, message: str, fqid: str, category: str = "NotSpecified", type_name: str = "System.Exception", target: Any = None) -> None:
        """Write a non-terminating error."""
        record = ErrorRecord(ExceptionValue(type_name, message), f"{fqid},{self.run.cmdlet.name}", category, target=target)
        action = self.run.bound.common.get("erroraction")
        self.s.write_error(record, None if action is None else self.s.text_of(action))


class CmdletRun:
    """A cmdlet in a pipeline."""

    def __init__(self, s: Session, found: Cmdlet, bound: Bound, emit: Callable[[Any], None]) -> None:
        self.s = s
        self.cmdlet = found
        self.bound = bound
        self.emit = emit
        self.state: dict[str, Any] = {}
        self.input: list[Any] = []
        self.piped: dict[str, Any] = {}
        self.scope = s.scope
        self.stage: Any = None

    def bind_input(self, values: dict[str, Any]) -> None:
        self.piped = values

    def begin(self) -> None:
        self.state["part"] = "begin"

    def process(self, item: Any) -> None:
        if item is not NOTHING:
            self.input.append(item)
        if self.cmdlet.is_collecting:
            return
        self._act({**self.bound.values, **self.piped})

    def end(self) -> None:
        if self.cmdlet.is_collecting:
            self._act(dict(self.bound.values))
        finish = self.state.get("finish")
        if finish:
            finish()

    def _act(self, values: dict[str, Any]) -> None:
        s = self.s
        place, outer, s.scope = s.position, s.scope, self.scope
        try:
            self.cmdlet.act(Invocation(self, values))
        finally:
            s.position, s.scope = place, outer


@dataclass(slots=True, kw_only=True)
class Supplied:
    """A command that a test supplies: `act` gets a `SuppliedCall` and returns its output.

    `parameters` are the names that it has (a trailing `?` marks a switch); empty means any.
    """

    name: str
    act: Callable[[SuppliedCall], Any]
    parameters: tuple[str, ...] = ()


@dataclass(slots=True)
class SuppliedCall:
    """What a supplied command is called with."""

    name: str
    arguments: dict[str, Any]
    positional: list[Any]
    input: list[Any]
    session: Session
    shown: Mapping[str, Any] = field(default_factory=dict)

    def write_error(self, message: str, fqid: str = "TestError", category: str = "NotSpecified", type_name: str = "System.Exception") -> None:
        """Write a non-terminating error as -ErrorAction says."""
        action = self.arguments.get("erroraction")
        record = ErrorRecord(ExceptionValue(type_name, message), f"{fqid},{self.name}", category)
        self.session.write_error(record, None if action is None else self.session.text_of(action))


class SuppliedRun:
    """A supplied command in a pipeline: it runs once, at the end."""

    def __init__(self, s: Session, found: Supplied, given: list[Given], emit: Callable[[Any], None]) -> None:
        self.s = s
        self.found = found
        self.emit = emit
        self.given = given
        self.input: list[Any] = []
        self.stage: Any = None

    def begin(self) -> None:
        """Wait for the input."""

    def process(self, item: Any) -> None:
        if item is not NOTHING:
            self.input.append(item)

    def end(self) -> None:
        arguments, positional = self._arguments()
        place = self.s.position
        output = self.found.act(SuppliedCall(self.found.name, arguments, positional, self.input, self.s))
        self.s.position = place
        if output is None:
            return
        for value in output if isinstance(output, list | tuple) or hasattr(output, "__next__") else [output]:
            self.emit(to_shell(value, self.s))

    def _arguments(self) -> tuple[dict[str, Any], list[Any]]:
        arguments: dict[str, Any] = {}
        positional: list[Any] = []
        rest = list(self.given)
        while rest:
            element = rest.pop(0)
            if element.name is None:
                positional.append(element.value)
                continue
            name = self._full(element)
            value = element.value
            if value is MISSING:
                is_switch = (
                    f"{name}?" in [p.lower() for p in self.found.parameters] or name in COMMON_SWITCHES or not rest or rest[0].name is not None
                )
                value = Switch(True) if is_switch else rest.pop(0).value
            arguments[name] = value
        return arguments, positional

    def _full(self, element: Given) -> str:
        name = str(element.name).lower()
        if not self.found.parameters:
            return name
        known = [parameter.rstrip("?").lower() for parameter in self.found.parameters]
        common = [*COMMON, *COMMON.values(), *LATER_COMMON]
        if name in known or name in common:
            return name
        if element.is_splatted:
            message = f"A parameter cannot be found that matches parameter name '{element.name}'."
            record = ErrorRecord(
                ExceptionValue(AUTOMATION + "ParameterBindingException", message), f"NamedParameterNotFound,{self.found.name}", "InvalidArgument"
            )
            raise PsError(record)
        raise EvaluatorError(f"{self.found.name} has no parameter -{element.name}", element.place)


def to_shell(value: Any, s: Session) -> Any:
    """Return a value of a test as the script sees it: a dict is an object, a tuple or list an array, a time is UTC."""
    if isinstance(value, Array | Hashtable | PSObject):
        return value
    if isinstance(value, dict):
        return PSObject((str(name), to_shell(held, s)) for name, held in value.items())
    if isinstance(value, list | tuple):
        return Array(to_shell(item, s) for item in value)
    if isinstance(value, datetime):
        return from_python(value, "Utc", s.utc_offset)
    return Array(value, "System.Byte") if isinstance(value, bytes) else value


def supplied(commands: Mapping[str, Any]) -> dict[str, Supplied]:
    """Return the commands of a test by lower-case name; a callable becomes a command with any parameter."""
    return {name.lower(): act if isinstance(act, Supplied) else Supplied(name=name, act=act) for name, act in commands.items()}


__all__ = ["CMDLETS", "Cmdlet", "CmdletRun", "Invocation", "Supplied", "SuppliedCall", "SuppliedRun", "cmdlet", "items_of", "supplied", "to_shell"]
