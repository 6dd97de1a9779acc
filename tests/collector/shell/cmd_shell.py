"""Cmdlets of the shell itself: output to the host, errors, variables, commands, time, processes."""

from __future__ import annotations

import re
from typing import Any

from tests.collector.shell.blocks import ScriptBlock
from tests.collector.shell.cmd_objects import listed
from tests.collector.shell.cmdlet import CMDLETS, Cmdlet, Invocation, Supplied, cmdlet
from tests.collector.shell.convert import cast
from tests.collector.shell.dates import DateTime
from tests.collector.shell.faults import AUTOMATION, ErrorRecord, EvaluatorError, ExceptionValue, PsError
from tests.collector.shell.net_values import Culture, Version
from tests.collector.shell.parameters import Parameter
from tests.collector.shell.resolve import find_command
from tests.collector.shell.values import Array, EnumValue, Hashtable, Int64, PSObject, TypeRef

WRITE_ERROR = "Microsoft.PowerShell.Commands.WriteErrorException"


@cmdlet("Write-Host", "Object@0< NoNewline:switch Separator ForegroundColor:string BackgroundColor:string")
def write_host(call: Invocation) -> None:
    value = call["Object"]
    call.s.host_lines.append(call.s.text_of(value))


def _stream(name: str, preference: str, mark: str) -> None:
    @cmdlet(name, "Message:string@0!<")
    def write(call: Invocation) -> None:
        action = call.run.bound.common.get(preference.lower().removesuffix("preference").removesuffix("s") + "action")
        asked = call.s.text_of(action) if action is not None else call.s.preference(preference)
        is_on = name == "Write-Warning" or call.run.bound.common.get(mark.lower()) is not None or asked.lower() == "continue"
        if is_on and asked.lower() not in ("silentlycontinue", "ignore"):
            call.s.host_lines.append(f"{mark.upper()}: {call.text('Message')}")


_stream("Write-Warning", "WarningPreference", "warning")
_stream("Write-Verbose", "VerbosePreference", "verbose")
_stream("Write-Debug", "DebugPreference", "debug")


@cmdlet(
    "Write-Progress",
    "Activity:string@0! Status:string@1 Id:int@2 PercentComplete:int ParentId:int Completed:switch CurrentOperation:string SecondsRemaining:int",
)
def write_progress(call: Invocation) -> None:
    percent = call["PercentComplete"]
    if percent is not None and not -1 <= percent <= 100:
        message = "Cannot validate argument on parameter 'PercentComplete'. The argument is not in the range from -1 to 100."
        raise PsError(
            ErrorRecord(
                ExceptionValue(AUTOMATION + "ParameterBindingException", message), "ParameterArgumentValidationError,Write-Progress", "InvalidData"
            )
        )
    call.s.progress.append((call.text("Activity"), call.text("Status"), percent))


@cmdlet("Write-Error", "Message:string@0 Exception ErrorRecord Category:string ErrorId:string TargetObject RecommendedAction:string")
def write_error(call: Invocation) -> None:
    record = call["ErrorRecord"]
    if record is None:
        value = call["Exception"] or ExceptionValue(WRITE_ERROR, call.text("Message"))
        record = ErrorRecord(value, call.text("ErrorId", WRITE_ERROR), call.text("Category", "NotSpecified"), target=call["TargetObject"])
    action = call.run.bound.common.get("erroraction")
    call.s.write_error(record, None if action is None else call.s.text_of(action))


@cmdlet("Get-Date", "Date:datetime@0< Format:string UFormat:string Year:int Month:int Day:int Hour:int Minute:int Second:int")
def get_date(call: Invocation) -> None:
    value: Any = call["Date"] if call.has("Date") else call.s.now()
    names = ("Year", "Month", "Day", "Hour", "Minute", "Second")
    if any(call.has(name) for name in names):
        moment = value.clock()
        parts = [call[name] if call.has(name) else getattr(moment, name.lower()) for name in names]
        value = call.s.dotnet.new(call.s, "datetime", parts)
        value = DateTime(value.ticks, "Local", call.s.utc_offset)
    call.emit(call.s.dotnet.methods(value)["tostring"](call.s, value, call.text("Format")) if call.has("Format") else value)


@cmdlet("Start-Sleep", "Seconds:int@0 Milliseconds:int")
def start_sleep(call: Invocation) -> None:
    call.s.sleep(call["Seconds"] or (call["Milliseconds"] or 0) / 1000)


@cmdlet("Get-Culture")
def get_culture(call: Invocation) -> None:
    call.emit(Culture(call.s.culture))


@cmdlet("Get-UICulture")
def get_ui_culture(call: Invocation) -> None:
    call.emit(Culture(call.s.culture))


@cmdlet("Get-Host")
def get_host(call: Invocation) -> None:
    call.emit(call.s.get("host"))


@cmdlet("Get-ExecutionPolicy", "List:switch Scope:string@0")
def get_execution_policy(call: Invocation) -> None:
    if not call.is_on("List"):
        call.emit(EnumValue("Microsoft.PowerShell.ExecutionPolicy", "Unrestricted" if call.s.is_core else "RemoteSigned"))
        return
    for scope in ("MachinePolicy", "UserPolicy", "Process", "CurrentUser", "LocalMachine"):
        policy = EnumValue("Microsoft.PowerShell.ExecutionPolicy", "RemoteSigned" if scope == "LocalMachine" else "Undefined")
        call.emit(PSObject([("Scope", EnumValue("Microsoft.PowerShell.ExecutionPolicyScope", scope)), ("ExecutionPolicy", policy)]))


@cmdlet("Get-Process", "Name:string[]@0 Id:int[]")
def get_process(call: Invocation) -> None:
    here = PSObject([("Id", 4711), ("ProcessName", "powershell"), ("Name", "powershell"), ("WorkingSet64", Int64(2**27)), ("Modules", Array())])
    if call.has("Id") and 4711 not in listed(call["Id"]):
        call.error("Cannot find a process.", "NoProcessFoundForGivenId", "ObjectNotFound")
        return
    call.emit(here)


@cmdlet("Get-Module", "Name:string[]@0 ListAvailable:switch")
def get_module(_: Invocation) -> None:
    """Emit nothing: no module is loaded."""


@cmdlet("Get-Random", "Maximum@0 Minimum Count:int InputObject:object[]< SetSeed:int")
def get_random(call: Invocation) -> None:
    if call.has("InputObject"):
        call.emit(call.s.random.choice(listed(call["InputObject"])))
    else:
        call.emit(call.s.random.randrange(int(call["Minimum"] or 0), int(call["Maximum"] or 2**31 - 1)))


@cmdlet("Get-Variable", "Name:string[]@0 ValueOnly:switch Scope:string")
def get_variable(call: Invocation) -> None:
    s = call.s
    place = call.text("Scope").lower()
    names = [s.text_of(name) for name in listed(call["Name"])]
    held = _variables(s, place)
    for pattern in names or ["*"]:
        found = [one for key, one in held.items() if s.dotnet.like(key, pattern)]
        if not found and "*" not in pattern:
            call.error(
                f"Cannot find a variable with the name '{pattern}'.", "VariableNotFound", "ObjectNotFound", AUTOMATION + "ItemNotFoundException"
            )
        for one in found:
            call.emit(one.value if call.is_on("ValueOnly") else _variable(one))


def _variable(one: Any) -> PSObject:
    return PSObject([("Name", one.name), ("Value", one.value), ("Options", EnumValue("System.Management.Automation.ScopedItemOptions", "None"))])


def _variables(s: Any, place: str) -> dict[str, Any]:
    if place == "0":
        place = "local"
    if place:
        return dict(s.scope.owner(place).variables)
    found: dict[str, Any] = {}
    scope = s.scope
    while scope is not None:
        found = {**scope.variables, **found}
        scope = scope.parent
    return found


@cmdlet("Set-Variable", "Name:string[]@0! Value@1 Scope:string Option:string Force:switch")
def set_variable(call: Invocation) -> None:
    scope = call.s.scope.owner(call.text("Scope").lower()) if call.has("Scope") else call.s.scope
    for name in listed(call["Name"]):
        scope.put(call.s.text_of(name), call["Value"])


@cmdlet("Remove-Variable", "Name:string[]@0! Scope:string Force:switch")
def remove_variable(call: Invocation) -> None:
    for name in listed(call["Name"]):
        call.s.scope.variables.pop(call.s.text_of(name).lower(), None)


@cmdlet("Get-Command", "Name:string[]@0 CommandType:string Module:string[]")
def get_command(call: Invocation) -> None:
    s = call.s
    for name in [s.text_of(one) for one in listed(call["Name"])]:
        if re.search(r"[*?]", name):
            raise EvaluatorError(f"Get-Command with a wildcard is not known here: {name}", s.position)
        found = find_command(s, name)
        if found is None:
            message = f"The term '{name}' is not recognized as the name of a cmdlet, function, script file, or operable program."
            call.error(message, "CommandNotFoundException", "ObjectNotFound", AUTOMATION + "CommandNotFoundException", name)
            continue
        call.emit(command_info(s, name, found))


def command_info(s: Any, name: str, found: Any) -> PSObject:
    """Return the CommandInfo of a command."""
    from tests.collector.shell.binding import COMMON, LATER_COMMON

    kind = "Function" if isinstance(found, ScriptBlock) else "Application" if "." in name else "Cmdlet"
    shown = found.name if isinstance(found, ScriptBlock | Cmdlet | Supplied) else name
    table = Hashtable(order=s.order())
    for parameter in _parameters(found):
        info = [("Name", parameter.name), ("ParameterType", TypeRef(parameter.type_name or "System.Object"))]
        table[parameter.name] = PSObject([*info, ("Aliases", Array(parameter.aliases)), ("SwitchParameter", parameter.is_switch)])
    if kind == "Cmdlet" or (isinstance(found, ScriptBlock) and found.code.is_advanced):
        for common in (*COMMON, *(LATER_COMMON if s.version > 2 else ())):
            table[common] = PSObject([("Name", common)])
    held = [("Name", shown), ("CommandType", EnumValue(AUTOMATION + "CommandTypes", kind)), ("ModuleName", ""), ("Parameters", table)]
    return PSObject(
        [*held, ("Definition", shown if kind != "Application" else name), ("Module", None), ("Path", name if kind == "Application" else None)]
    )


def _parameters(found: Any) -> list[Parameter]:
    if isinstance(found, ScriptBlock):
        return found.code.parameters
    if isinstance(found, Cmdlet):
        return found.parameters
    return [Parameter(name=name.rstrip("?"), type_name="switch" if name.endswith("?") else "object") for name in found.parameters]


def root_variables(s: Any) -> None:
    """Write the automatic variables of the global scope."""
    numbers = {2: (2, 0), 3: (3, 0), 4: (4, 0), 5: (5, 1, 17763, 1), 7: (7, 4, 6)}
    held = Hashtable([("PSVersion", Version(numbers[s.version]))])
    if s.version >= 5:
        held["PSEdition"] = "Core" if s.is_core else "Desktop"
    if not s.is_core:
        held["CLRVersion"] = Version((2, 0, 50727, 5420) if s.version == 2 else (4, 0, 30319, 42000))
        held["BuildVersion"] = Version((6, 1, 7601, 17514))
    mode = EnumValue(AUTOMATION + "PSLanguageMode", "ConstrainedLanguage" if s.is_constrained else "FullLanguage")
    state = PSObject([("LanguageMode", mode)])
    host = PSObject([("Name", "ConsoleHost"), ("Version", Version(numbers[s.version])), ("UI", PSObject([("RawUI", PSObject())]))])
    values: dict[str, Any] = {
        "PSVersionTable": held,
        "ExecutionContext": PSObject([("SessionState", state)]),
        "Host": host,
        "PID": 4711,
        "HOME": str(s.cwd),
        "PSHOME": "/opt/microsoft/powershell/7" if s.is_core else "C:\\Windows\\System32\\WindowsPowerShell\\v1.0",
        "PWD": PSObject([("Path", str(s.cwd))], text=str(s.cwd)),
        "ErrorActionPreference": "Continue",
        "WarningPreference": "Continue",
        "VerbosePreference": "SilentlyContinue",
        "DebugPreference": "SilentlyContinue",
        "ProgressPreference": "Continue",
        "ConfirmPreference": "High",
        "LASTEXITCODE": 0,
        "ShellId": "Microsoft.PowerShell",
        **({"IsLinux": True, "IsWindows": False, "IsMacOS": False, "IsCoreCLR": True} if s.is_core else {}),
    }
    for name, value in values.items():
        s.root.put(name, value)


__all__ = ["CMDLETS", "cast", "root_variables"]
