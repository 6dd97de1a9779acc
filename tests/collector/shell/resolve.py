"""Find a command by its name and open it as a stage of a pipeline."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.collector.shell.binding import MISSING, Binder, Bound, Given
from tests.collector.shell.blocks import FunctionRun, ScriptBlock
from tests.collector.shell.cmdlet import CMDLETS, Cmdlet, CmdletRun, Supplied, SuppliedRun
from tests.collector.shell.faults import EvaluatorError, PipelineStopped, PsError
from tests.collector.shell.names import is_absent
from tests.collector.shell.scope import Variable
from tests.collector.shell.values import NOTHING, Hashtable, NetList, PSObject

if TYPE_CHECKING:
    from tests.collector.shell.session import Session

Emit = Callable[[Any], None]


class Stage:
    """A command in a pipeline with its common parameters."""

    def __init__(self, s: Session, name: str, run: Any, common: dict[str, Any], binder: Binder | None) -> None:
        self.s = s
        self.name = name
        self.run = run
        self.binder = binder
        self.common = common
        self.collected = NetList()
        self.error_name = common.get("errorvariable")
        run.stage = self

    def begin(self) -> None:
        self._guarded(self.run.begin)

    def process(self, item: Any) -> None:
        if item is not NOTHING and self.binder is not None and not self._bind(item):
            return
        self._guarded(lambda: self.run.process(item))

    def end(self) -> None:
        self._guarded(self.run.end)
        self.close()

    def close(self) -> None:
        """Write the variable of -ErrorVariable."""
        if self.error_name is None:
            return
        name = str(self.error_name)
        scope = self.s.scope
        held = scope.find(name.lstrip("+").lower())
        if name.startswith("+") and held is not None and isinstance(held.value, NetList):
            held.value.extend(self.collected)
        else:
            scope.variables[name.lstrip("+").lower()] = Variable(name.lstrip("+"), self.collected)
        self.error_name = None

    def _guarded(self, act: Callable[[], None]) -> None:
        s = self.s
        if self.error_name is None:
            act()
            return
        s.collectors.append(self.collected)
        try:
            act()
        except PsError as error:
            if not any(record is error.record for record in self.collected):
                self.collected.append(error.record)
            raise
        finally:
            s.collectors.remove(self.collected)

    def _bind(self, item: Any) -> bool:
        """Bind an object of the pipeline; false where no parameter takes it (an error is written)."""
        binder = self.binder
        if binder is None:
            return True
        waiting = [p for p in binder.parameters if (p.from_pipeline or p.from_property) and p.key not in binder.bound.values]
        values: dict[str, Any] = {}
        for parameter in waiting:
            if parameter.from_pipeline:
                values[parameter.key] = binder.convert(parameter, item)
            elif isinstance(item, PSObject | Hashtable) and parameter.name in getattr(item, "properties", item):
                values[parameter.key] = binder.convert(parameter, (item.properties if isinstance(item, PSObject) else item).get(parameter.name))
        self.run.bind_input(values)
        return True


def open_stage(s: Session, name: Any, given: list[Given], emit: Emit, *, has_input: bool, is_dynamic: bool) -> Stage:
    """Find a command and bind its arguments.

    Raises:
        PsError: the command is not there, or refuses its arguments.
        EvaluatorError: it is a cmdlet of PowerShell that is not known here, or a name that nobody has.
    """
    if isinstance(name, ScriptBlock):
        return _open_function(s, name, given, emit, has_input=has_input)
    name = s.text_of(name)
    _check_stop(s, name, given)
    found = find_command(s, name)
    if isinstance(found, ScriptBlock):
        return _open_function(s, found, given, emit, has_input=has_input)
    if isinstance(found, Supplied):
        return Stage(s, name, SuppliedRun(s, found, given, emit), _common(s, found, given), None)
    if isinstance(found, Cmdlet):
        return _open_cmdlet(s, found, given, emit, has_input=has_input)
    if is_dynamic or name.lower() in s.options.absent or is_absent(name):
        raise s.command_missing(name)
    raise EvaluatorError(f"no command {name} is known here", s.position)


def find_command(s: Session, name: str) -> Any:
    """Return a function, a supplied command or a cmdlet by name; `None` where there is none."""
    lower = name.lower()
    function = s.scope.find_function(lower)
    if function is not None:
        return function
    supplied = s.commands.get(lower) or s.commands.get(lower.replace("\\", "/").rsplit("/", 1)[-1])
    if supplied is not None:
        return supplied
    cmdlet = CMDLETS.get(lower)
    return None if cmdlet is not None and (lower in s.options.absent or not cmdlet.is_there(s)) else cmdlet


def _check_stop(s: Session, name: str, given: list[Given]) -> None:
    if s.options.stop_at is None:
        return
    arguments = {str(element.name or number): None if element.value is MISSING else element.value for number, element in enumerate(given)}
    if s.options.stop_at(name, arguments):
        raise PipelineStopped


def _open_function(s: Session, block: ScriptBlock, given: list[Given], emit: Emit, *, has_input: bool) -> Stage:
    binder = Binder(s, block.name or "the script block", block.code.parameters, is_advanced=block.code.is_advanced, has_input=has_input)
    bound = binder.bind(given)
    run = FunctionRun(s, block, bound.values, bound.rest, emit)
    action = bound.common.get("erroraction")
    if action is not None:
        run.scope.variables["erroractionpreference"] = Variable("ErrorActionPreference", s.text_of(action))
    return Stage(s, block.name, run, bound.common, binder if any(p.from_pipeline or p.from_property for p in block.code.parameters) else None)


def _open_cmdlet(s: Session, cmdlet: Cmdlet, given: list[Given], emit: Emit, *, has_input: bool) -> Stage:
    binder = Binder(s, cmdlet.name, cmdlet.parameters, is_advanced=True, has_input=has_input)
    bound: Bound = binder.bind(given)
    run = CmdletRun(s, cmdlet, bound, emit)
    return Stage(s, cmdlet.name, run, bound.common, binder)


def _common(s: Session, supplied: Supplied, given: list[Given]) -> dict[str, Any]:
    binder = Binder(s, supplied.name, [], is_advanced=True)
    found: dict[str, Any] = {}
    for number, element in enumerate(given):
        name = binder.find(element) if element.name else None
        if name == "errorvariable":
            found["errorvariable"] = element.value if element.value is not MISSING else given[number + 1].value
    return found
