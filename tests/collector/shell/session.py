"""The state of one run: options, scopes, what was written to the host and to the error stream."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.collector.shell.convert import cast
from tests.collector.shell.dates import DateTime, from_python
from tests.collector.shell.faults import AUTOMATION, ErrorRecord, EvaluatorError, ExceptionValue, Position, PsError, fault
from tests.collector.shell.formatting import to_string
from tests.collector.shell.languages import is_allowed_type
from tests.collector.shell.scope import Scope, Variable
from tests.collector.shell.types import full_name, type_name_of
from tests.collector.shell.values import NOTHING, NetList, TypeRef

if TYPE_CHECKING:
    from tests.collector.shell.dotnet import DotNet

START = datetime(2026, 11, 24, 12, 0, 0, tzinfo=UTC).replace(tzinfo=None)


class Clock:
    """A clock that goes on by one step at each look."""

    def __init__(self, start: datetime = START, step: timedelta = timedelta(milliseconds=1)) -> None:
        self.now = start
        self.step = step

    def __call__(self) -> datetime:
        """Return the time, naive UTC, and go on."""
        self.now += self.step
        return self.now


@dataclass(kw_only=True)
class Options:
    """How the shell is that the script meets; the defaults are PowerShell 7 on Linux with a zone two hours east of UTC."""

    version: int = 7
    edition: str = "core"
    constrained: bool = False
    cwd: Path
    clock: Callable[[], datetime] = field(default_factory=Clock)
    culture: str = "en-US"
    utc_offset: int = 120
    environment: Mapping[str, str] = field(default_factory=dict)
    shuffle: int | None = None
    absent: frozenset[str] = frozenset()
    types: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)
    script_path: str | None = None
    stop_at: Callable[[str, Mapping[str, Any]], bool] | None = None


class Session:
    """One run."""

    def __init__(self, options: Options, dotnet: DotNet, commands: Mapping[str, Any]) -> None:
        self.options = options
        self.version = options.version
        self.is_core = options.edition == "core"
        self.is_constrained = options.constrained
        self.culture = options.culture
        self.utc_offset = options.utc_offset
        self.cwd = options.cwd
        self.dotnet = dotnet
        self.commands = commands
        self.root = Scope(None, name="global")
        self.scope = self.root
        self.position: Position | None = None
        self.host_lines: list[str] = []
        self.errors = NetList()
        self.unset: dict[str, Position | None] = {}
        self.missing: dict[str, Position | None] = {}
        self.try_depth = 0
        self.succeeded = True
        self.depth = 0
        self.stack: list[str] = []
        self.environment = {name.lower(): (name, value) for name, value in options.environment.items()}
        self.random = random.Random(options.shuffle or 0)  # noqa: S311  # an order, no secret
        self.open_files: list[Any] = []
        self.collectors: list[NetList] = []
        self.progress: list[tuple[str, str, Any]] = []
        self.error_sink: Callable[[Any], None] | None = None

    # Text, types and time

    def text_of(self, value: Any) -> str:
        """Return a value as text, as a cast to string does."""
        if type(value) is str:
            return value
        return to_string(value, is_core=self.is_core, separator=self.field_separator())

    def field_separator(self) -> str:
        """Return `$OFS`."""
        found = self.scope.find("ofs")
        return to_string(found.value) if found else " "

    def type_ref(self, name: str) -> TypeRef:
        """Return a type by a name of the script.

        Raises:
            PsError: PowerShell has no such type in this edition, or it was left out.
            EvaluatorError: the evaluator does not know it.
        """
        full = full_name(name)
        if not self.dotnet.knows(full):
            if self.dotnet.is_absent(full):
                raise fault(f"Unable to find type [{name}].", "TypeNotFound", "InvalidOperation")
            raise EvaluatorError(f"the type [{name}] is not known here", self.position)
        return TypeRef(full)

    def require_full_language(self, name: str) -> None:
        """Refuse a type that ConstrainedLanguage does not allow."""
        if self.is_constrained and not is_allowed_type(full_name(name)):
            raise fault(
                f"Cannot create type. Only core types are supported in this language mode. [{name}]",
                "CannotCreateTypeConstrainedLanguage",
                "PermissionDenied",
            )

    def now(self) -> DateTime:
        """Return the injected time as local time."""
        return from_python(self.options.clock(), "Utc", self.utc_offset).to_local()

    def order(self) -> Callable[[list[Any]], list[Any]] | None:
        """Return how hashtables order their entries: as written, or shuffled."""
        if self.options.shuffle is None:
            return None
        return lambda entries: self.random.sample(entries, len(entries))

    def sleep(self, seconds: float) -> None:
        """Let the injected clock go on, if it can."""
        if hasattr(self.options.clock, "now"):
            self.options.clock.now += timedelta(seconds=seconds)

    def stack_text(self) -> str:
        """Return the names of the functions that run, outermost first."""
        return " > ".join(self.stack)

    def dotnet_name(self, value: Any) -> str:
        """Return the name of a value's type, which is what ToString gives for a collection."""
        return type_name_of(value)

    # Variables

    def get(self, name: str) -> Any:
        """Return a variable by its lower-case name without a prefix; an unset one is null, and remembered."""
        found = self.scope.find(name)
        if found is None:
            self.unset.setdefault(name, self.position)
            return None
        return found.value

    def set_automatic(self, name: str, value: Any) -> None:
        """Write an automatic variable into the current scope."""
        self.scope.variables[name] = Variable(name, value)

    def preference(self, name: str) -> str:
        """Return a preference variable such as ErrorActionPreference."""
        found = self.scope.find(name.lower())
        return self.text_of(found.value) if found else "Continue"

    def convert(self, name: str) -> Callable[[Any], Any]:
        """Return the cast to a type, bound to this session."""
        return lambda value: cast(self, name, value)

    # Errors

    def record(self, record: ErrorRecord) -> ErrorRecord:
        """Remember an error in `$Error`."""
        if record.position is None:
            record.position = self.position
        if not (self.errors and self.errors[0] is record):
            self.errors.insert(0, record)
        return record

    def write_error(self, record: ErrorRecord, action: str | None = None) -> None:
        """Write a non-terminating error as the preference says.

        Raises:
            PsError: the preference is Stop.
        """
        action = (action or self.preference("ErrorActionPreference")).lower()
        if action in ("silentlycontinue", "continue", "stop"):
            self.record(record)
        elif action != "ignore":
            raise EvaluatorError(f"the error action {action} is not known here", self.position)
        for collector in self.collectors:
            collector.append(record)
        self.succeeded = False
        if action == "stop":
            raise PsError(record, is_fatal=True)
        if action == "continue":
            self._show(record)

    def report(self, error: PsError) -> None:
        """Show a terminating error that ended one statement only."""
        self.record(error.record)
        self.succeeded = False
        action = self.preference("ErrorActionPreference").lower()
        if action == "stop":
            error.is_fatal = True
            raise error
        if action == "continue":
            self._show(error.record)

    def _show(self, record: ErrorRecord) -> None:
        if self.error_sink is not None:
            self.error_sink(record)
        else:
            self.host_lines.append(f"ERROR: {record.exception.message}")

    def command_missing(self, name: str) -> PsError:
        """Return CommandNotFoundException, and remember the name."""
        self.missing.setdefault(name, self.position)
        message = f"The term '{name}' is not recognized as the name of a cmdlet, function, script file, or operable program."
        value = ExceptionValue(AUTOMATION + "CommandNotFoundException", message)
        return PsError(ErrorRecord(value, "CommandNotFoundException", "ObjectNotFound", target=name))

    def call_block(self, block: Any, arguments: list[Any], *, item: Any = NOTHING) -> Any:
        """Return what a script block gives for arguments, with `$_` if `item` is given."""
        return block.invoke_block(self, arguments, item=item)
