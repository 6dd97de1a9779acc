"""Runspaces and [PowerShell]: a command runs in a session of its own that shares the run's clock and commands."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from tests.collector.shell.binding import Given
from tests.collector.shell.blocks import Code, ScriptBlock, compile_code
from tests.collector.shell.dotnet import Members, Static
from tests.collector.shell.faults import AUTOMATION, DotNetError, EvaluatorError, Flow, PsError
from tests.collector.shell.scope import Scope, Variable
from tests.collector.shell.tree import parse
from tests.collector.shell.values import NOTHING, Array, EnumValue, NetList, NetObject

SPACE = AUTOMATION + "Runspaces."


@lru_cache(maxsize=2048)
def _function_code(name: str, body: str) -> Code:
    return compile_code(parse(f"function {name} {{{body}}}").named_children[0].named_children[0])


class Hang(Flow):
    """A supplied command raises it to play a call that does not come back."""


class SessionState(NetObject):
    """InitialSessionState."""

    type_name = SPACE + "InitialSessionState"

    def __init__(self) -> None:
        self.commands = NetList([], SPACE + "InitialSessionStateEntryCollection")
        self.variables = NetList([], SPACE + "InitialSessionStateEntryCollection")
        self.modules: list[Any] = []

    properties = {"Commands": lambda self: self.commands, "Variables": lambda self: self.variables}
    methods = {
        "importpsmodule": lambda _, self, names: self.modules.append(names),
        "importpssnapin": lambda _, self, name, warning: self.modules.append(name),
    }


class StateEntry(NetObject):
    """SessionStateFunctionEntry or SessionStateVariableEntry."""

    def __init__(self, type_name: str, name: str, value: Any) -> None:
        self.type_name = type_name
        self.name = name
        self.value = value

    properties = {"Name": lambda self: self.name, "Definition": lambda self: self.value, "Value": lambda self: self.value}


class Runspace(NetObject):
    """A runspace with a session of its own."""

    type_name = SPACE + "LocalRunspace"

    def __init__(self, s: Any, state: SessionState | None = None) -> None:
        self.session = s
        self.state = state or SessionState()
        self.inner: Any = None
        self.is_busy = False

    def open(self) -> Any:
        from tests.collector.shell.run import new_session

        self.inner = new_session(self.session.options, self.session.commands)
        for entry in self.state.commands:
            code = _function_code(entry.name, entry.value)
            self.inner.root.functions[entry.name.lower()] = ScriptBlock(code, entry.name)
        for entry in self.state.variables:
            self.inner.root.variables[entry.name.lower()] = Variable(entry.name, entry.value)
        return NOTHING

    def close(self) -> Any:
        self.inner = None
        return NOTHING

    properties = {
        "RunspaceAvailability": lambda self: EnumValue(SPACE + "RunspaceAvailability", "Busy" if self.is_busy else "Available"),
        "RunspaceStateInfo": lambda self: self,
        "State": lambda self: EnumValue(SPACE + "RunspaceState", "Opened" if self.inner else "Closed"),
    }
    methods = {"open": lambda _, self: self.open(), "close": lambda _, self: self.close(), "dispose": lambda _, self: self.close()}


class Handle(NetObject):
    """The IAsyncResult of a call, and its wait handle."""

    type_name = AUTOMATION + "PowerShellAsyncResult"

    def __init__(self, owner: Pipeline) -> None:
        self.owner = owner

    def wait(self, milliseconds: Any) -> bool:
        if self.owner.state == "Running":
            self.owner.session.sleep(float(milliseconds) / 1000)
            return False
        return True

    properties = {"AsyncWaitHandle": lambda self: self, "IsCompleted": lambda self: self.owner.state != "Running"}
    methods = {"waitone": lambda _, self, milliseconds, _exit=False: self.wait(milliseconds), "close": lambda _, self: NOTHING}


class Pipeline(NetObject):
    """[PowerShell]::Create()."""

    type_name = AUTOMATION + "PowerShell"

    def __init__(self, s: Any) -> None:
        self.session = s
        self.runspace: Runspace | None = None
        self.command = ""
        self.given: list[Given] = []
        self.state = "NotStarted"
        self.output: list[Any] = []
        self.error: PsError | None = None
        self.records = NetList([], AUTOMATION + "PSDataCollection`1")

    def add_command(self, name: str) -> Pipeline:
        if self.command:
            raise EvaluatorError("a pipeline of two commands is not known here")
        self.command = name
        return self

    def add_parameter(self, *pair: Any) -> Pipeline:
        self.given.append(Given(pair[1] if len(pair) > 1 else True, pair[0], is_splatted=True))
        return self

    def begin(self) -> Handle:
        if self.runspace is None or self.runspace.inner is None:
            raise DotNetError("System.InvalidOperationException", "The runspace is not open.")
        self.state, self.runspace.is_busy = "Running", True
        try:
            self._run(self.runspace.inner)
            self.state = "Completed" if self.error is None else "Failed"
        except Hang:
            return Handle(self)
        self.runspace.is_busy = False
        return Handle(self)

    def _run(self, inner: Any) -> None:
        from tests.collector.shell.resolve import open_stage

        inner.scope = Scope(inner.root)
        inner.collectors.append(self.records)
        inner.try_depth = 1
        try:
            stage = open_stage(inner, self.command, self.given, self.output.append, has_input=False, is_dynamic=True)
            stage.begin()
            stage.process(NOTHING)
            stage.end()
        except PsError as error:
            self.error = error
        finally:
            inner.collectors.remove(self.records)

    def end(self) -> NetList:
        if self.error is not None:
            value = self.error.record.exception
            raise DotNetError(value.type_name, value.message, hresult=value.hresult, errorrecord=self.error.record)
        return NetList(self.output, AUTOMATION + "PSDataCollection`1")

    def stop(self) -> Any:
        self.state = "Stopped" if self.session.environment.get("stops", ("", "yes"))[1] == "yes" else "Running"
        if self.state == "Stopped" and self.runspace is not None:
            self.runspace.is_busy = False
        return Handle(self)

    properties = {
        "Runspace": lambda self: self.runspace,
        "Streams": lambda self: self,
        "Error": lambda self: self.records,
        "HadErrors": lambda self: bool(self.records) or self.error is not None,
        "InvocationStateInfo": lambda self: self,
        "State": lambda self: EnumValue(AUTOMATION + "PSInvocationState", self.state),
        "Reason": lambda self: self.error.record.exception if self.error else None,
    }
    methods = {
        "addcommand": lambda s, self, name: self.add_command(s.text_of(name)),
        "addparameter": lambda _, self, *pair: self.add_parameter(*pair),
        "begininvoke": lambda _, self: self.begin(),
        "endinvoke": lambda _, self, __: self.end(),
        "invoke": lambda _, self: (self.begin(), self.end())[1],
        "beginstop": lambda _, self, *__: self.stop(),
        "stop": lambda _, self: (self.stop(), NOTHING)[1],
        "dispose": lambda _, self: NOTHING,
    }
    settable = {"runspace": lambda self, value: setattr(self, "runspace", value)}


def _entry(kind: str) -> Any:
    return lambda s, name, value, *_: StateEntry(SPACE + kind, s.text_of(name), value)


STATICS = {
    AUTOMATION + "PowerShell": Static(methods={"Create": Pipeline}),
    SPACE + "RunspaceFactory": Static(
        methods={"CreateRunspace": lambda s, *given: Runspace(s, given[0] if given and isinstance(given[0], SessionState) else None)}
    ),
    SPACE + "InitialSessionState": Static(methods={"CreateDefault": lambda _: SessionState()}),
    SPACE + "SessionStateFunctionEntry": Static(new=_entry("SessionStateFunctionEntry")),
    SPACE + "SessionStateVariableEntry": Static(new=_entry("SessionStateVariableEntry")),
}
MEMBERS: dict[type, Members] = {}
CASTS: dict[str, Any] = {}
__all__ = ["Array", "Hang"]
