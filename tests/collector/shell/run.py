"""Run a script."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.collector.shell import (
    cmd_data,
    cmd_files,
    cmd_objects,
    cmd_shell,
    net_collections,
    net_io,
    net_runspaces,
    net_system,
    net_text,
    net_values,
    net_xml,
)
from tests.collector.shell.binding import Binder, Given
from tests.collector.shell.blocks import Code, compile_code
from tests.collector.shell.cmdlet import supplied
from tests.collector.shell.cmdlet import to_shell as shell_value
from tests.collector.shell.dotnet import DotNet, Members, Static
from tests.collector.shell.faults import AUTOMATION, ErrorRecord, EvaluatorError, ExitSignal, Flow, PipelineStopped, Position, PsError, ReturnSignal
from tests.collector.shell.scope import Scope, Variable
from tests.collector.shell.session import Clock, Options, Session
from tests.collector.shell.tree import parse
from tests.collector.shell.values import Hashtable, Switch

MODULES = (net_text, net_values, net_collections, net_io, net_system, net_xml, net_runspaces)
CMDLET_MODULES = (cmd_objects, cmd_shell, cmd_files, cmd_data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What a run left behind.

    `error` is the terminating error that ended the script, `unset` the variables that were read and never assigned,
    `missing` the commands that were called and are not there.
    """

    output: list[Any]
    host_lines: list[str]
    errors: list[ErrorRecord]
    exit_code: int
    error: ErrorRecord | None
    is_stopped: bool
    unset: dict[str, Position | None]
    missing: dict[str, Position | None]
    progress: list[tuple[str, str, Any]]
    session: Session


def run(  # the options of a shell
    script: str,
    *,
    arguments: Mapping[str, Any] | None = None,
    functions: str = "",
    commands: Mapping[str, Any] | None = None,
    types: Mapping[str, Callable[..., Any]] | None = None,
    cwd: Path = Path("/nonexistent"),
    version: int = 7,
    edition: str | None = None,
    **options: Any,
) -> Result:
    """Run a script with arguments after the PowerShell source `functions`.

    `version` is 2, 3, 4, 5 or 7, `edition` `desktop` or `core` (by default what the version is). More options are those of
    `Options`: `constrained`, `clock`, `culture`, `utc_offset`, `environment`, `shuffle`, `absent`,
    `script_path` (none: the script is pasted), `stop_at`. `commands` are
    callables or `Supplied` by name; `types` makes what Windows alone has.

    Raises:
        EvaluatorError: the script uses what is not known here, or what its version of PowerShell does not have.
    """
    chosen = Options(version=version, edition=edition or ("core" if version > 5 else "desktop"), cwd=cwd, types=types or {}, **options)
    s = new_session(chosen, commands or {})
    _load(s, functions)
    code = compile_code(parse(script))
    return _Runner(s).run(code, arguments or {})


def new_session(options: Options, commands: Mapping[str, Any]) -> Session:
    """Return a fresh session with its types, commands and automatic variables."""
    statics: dict[str, Static] = {}
    members: dict[type, Members] = {}
    casts: dict[str, Any] = {}
    for module in MODULES:
        statics.update(module.STATICS)
        members.update(module.MEMBERS)
        casts.update(module.CASTS)
    if options.version > 3:
        statics.update(net_io.ZIP)
    s = Session(options, DotNet(statics, members, casts, dict(options.types)), supplied(commands))
    cmd_shell.root_variables(s)
    return s


def _load(s: Session, source: str) -> None:
    if not source:
        return
    code = compile_code(parse(source))
    for part in code.parts.values():
        part(s, lambda _: None)


class _Runner:
    """The script as one command."""

    def __init__(self, s: Session) -> None:
        self.s = s
        self.output: list[Any] = []
        self.exit_code = 0
        self.error: ErrorRecord | None = None
        self.is_stopped = False

    def run(self, code: Code, arguments: Mapping[str, Any]) -> Result:
        s = self.s
        try:
            self._run(code, arguments)
        except ExitSignal as signal:
            self.exit_code = signal.code
        except ReturnSignal:
            pass
        except PipelineStopped:
            self.is_stopped, self.exit_code = True, 1
        except PsError as error:
            self.error, self.exit_code = s.record(error.record), 1
        except Flow:
            self.exit_code = 0
        except EvaluatorError as error:
            error.position = error.position or s.position
            if s.stack and not error.args[0].startswith("in "):
                error.message = f"in {s.stack_text()}: {error.message}"
            raise
        finally:
            for held in s.open_files:
                held.raw.close()
        records = [record for record in s.errors if isinstance(record, ErrorRecord)]
        return Result(
            output=self.output,
            host_lines=s.host_lines,
            errors=records,
            exit_code=self.exit_code,
            error=self.error,
            is_stopped=self.is_stopped,
            unset=s.unset,
            missing=s.missing,
            progress=s.progress,
            session=s,
        )

    def _run(self, code: Code, arguments: Mapping[str, Any]) -> None:
        s = self.s
        s.scope = Scope(s.root, is_script=True, name="script")
        given = [Given(Switch(value) if value is True or value is False else shell_value(value, s), name) for name, value in arguments.items()]
        bound = Binder(s, "the script", code.parameters, is_advanced=code.is_advanced).bind(given)
        put = s.scope.variables
        put["psboundparameters"] = Variable(
            "PSBoundParameters", Hashtable((p.name, bound.values[p.key]) for p in code.parameters if p.key in bound.values)
        )
        put["myinvocation"] = Variable("MyInvocation", s.dotnet.invocation("", code.place, s.options.script_path))
        for parameter in code.parameters:
            value = bound.values[parameter.key] if parameter.key in bound.values else parameter.default_value(s)
            put[parameter.key] = Variable(parameter.name, value, parameter.converter(s))
        for part in ("begin", "process", "end"):
            if part in code.parts:
                code.parts[part](s, self.output.append)


__all__ = ["AUTOMATION", "Clock", "Result", "replace", "run"]
