"""Commands that are permitted in one shape only: those that write, open a session, load code or ask WMI."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from exposture.collector_lint.annotations import CATALOGUE_CALL
from exposture.collector_lint.commands import Command
from exposture.collector_lint.finding import Finding, finding
from exposture.collector_lint.literals import possible_values
from exposture.collector_lint.script import Script
from exposture.collector_lint.tables import COMMON_PARAMETERS, denied, exchange, short_type, types, words
from exposture.collector_lint.tree import Node, literal, shown, unwrapped

SNAP_INS = re.compile(
    r"Microsoft\.Exchange\.Management\.PowerShell\.(E2010|SnapIn|Admin|Setup|Support)|Microsoft\.Forefront\.Filtering\.Management\.PowerShell"
)
MODULES = frozenset({"servermanager", "webadministration", "failoverclusters"})
REGISTRY_METHODS = words(
    """EnumKey EnumValues GetDWORDValue GetQWORDValue GetStringValue GetExpandedStringValue GetMultiStringValue GetBinaryValue
    GetSecurityDescriptor CheckAccess"""
)
OWN_ENDINGS = (".part", ".ddf")
ENCODINGS = frozenset({"utf8", "ascii"})
_DRIVE = re.compile(r"(?:variable|function|alias|env|hklm|hkcu|cert|wsman|registry|iis):", re.IGNORECASE)

Shape = Callable[[Script, Command], str | None]
"""Return what is wrong with a command, or None."""


def check_shape(script: Script, command: Command) -> Iterator[Finding]:
    """Yield what is wrong with the shape of a command that is permitted in one shape only."""
    for code, shape in _SHAPES.get(command.key, ()):
        wrong = shape(script, command)
        if wrong is not None:
            yield finding(code, command.callee or command.node, f"{command.name}: {wrong}")


def _only(command: Command, *names: str) -> str | None:
    other = sorted(set(command.parameters) - set(names) - COMMON_PARAMETERS)
    if other:
        return f"-{other[0]} is not part of the permitted shape"
    return "values are given by position" if command.positional else None


def _view(_: Script, command: Command) -> str | None:
    return _only(command, "viewentireforest") or (None if command.has("viewentireforest") else "-ViewEntireForest is missing")


def _snap_in(script: Script, command: Command) -> str | None:
    wrong = _only(command, "name", "passthru")
    values = _values(script, command.value("name"))
    if wrong is not None or values is None:
        return wrong or "the name is computed"
    return next((f"{value!r} is none of Exchange's" for value in values if not SNAP_INS.fullmatch(value)), None)


def _module(script: Script, command: Command) -> str | None:
    values = _values(script, command.value("name"))
    if values is None or command.positional:
        return "the name is not a literal behind -Name"
    return next((f"{value!r} is none of the modules of Windows that are read" for value in values if value.lower() not in MODULES), None)


def _new_item(script: Script, command: Command) -> str | None:
    wrong = _only(command, "itemtype", "path", "force", "name")
    return wrong or (
        None if _values(script, command.value("itemtype")) in (["Directory"], ["directory"]) else "it makes something else than a directory"
    )


def _new_session(script: Script, command: Command) -> str | None:
    wrong = _only(command, "configurationname", "connectionuri", "authentication", "sessionoption", "name")
    if wrong is not None:
        return wrong
    return None if _values(script, command.value("configurationname")) == ["Microsoft.Exchange"] else "the endpoint is not Microsoft.Exchange"


def _invoke_command(script: Script, command: Command) -> str | None:
    wrong = _only(command, "session", "scriptblock", "argumentlist", "hidecomputername")
    if wrong is not None or not command.has("session"):
        return wrong or "it does not run in the Exchange session"
    block = command.value("scriptblock")
    if block is None or unwrapped(block).kind != "script_block_expression":
        return None if script.annotation(command.node, CATALOGUE_CALL) is not None else "the script block is computed"
    inner = [one for one in script.commands if one.node.inside(block)]
    odd = next((one for one in inner if not _reads_by_name(one)), None)
    if odd is None or script.annotation(command.node, CATALOGUE_CALL) is not None:
        return None
    return f"the session would run {odd.written!r}"


def _reads_by_name(command: Command) -> bool:
    return command.key in exchange() or command.key in {"get-command", "set-adserversettings"}


def _registry(script: Script, command: Command) -> str | None:
    wrong = _only(command, "namespace", "class", "name", "argumentlist", "computername")
    if wrong is not None:
        return wrong
    if [one.lower() for one in _values(script, command.value("class")) or []] != ["stdregprov"]:
        return "the class is not StdRegProv"
    values = _values(script, command.value("name"))
    return "the method is computed" if values is None else next((f"{one} is no read method" for one in values if one not in REGISTRY_METHODS), None)


def _wmi(script: Script, command: Command) -> str | None:
    query = command.value("query")
    if query is not None and not shown(query).lower().startswith("select "):
        return "the query is computed"
    node = command.value("class") or next(iter(command.positional), None)
    named = " ".join([*(_values(script, node) or [] if node is not None else []), shown(query) if query is not None else ""]).lower()
    return next((f"{name}: {reason}" for (name, _), reason in denied().items() if name.startswith("win32_") and name in named.split()), None)


def _remove(script: Script, command: Command) -> str | None:
    wrong = _only(command, "path", "literalpath", "force")
    return wrong or _own_file(script, command, "path", "literalpath")


def _move(script: Script, command: Command) -> str | None:
    wrong = _only(command, "path", "literalpath", "destination", "newname", "force")
    return wrong or _own_file(script, command, "path", "literalpath")


def _own_file(script: Script, command: Command, *names: str) -> str | None:
    path = command.value(*names)
    return None if path is not None and _ends_as_own(script, path) else "the path does not end with .part or .ddf as a literal"


def _ends_as_own(script: Script, path: Node) -> bool:
    node = unwrapped(path)
    if node.kind == "additive_expression":
        return (literal(node.children[-1]) or "").lower().endswith(OWN_ENDINGS)
    if node.kind == "variable":
        values = script.assigned(node)
        return bool(values) and all(_ends_as_own(script, value) for value in values)
    return shown(node).lower().endswith(OWN_ENDINGS)


def _encoding(script: Script, command: Command) -> str | None:
    values = _values(script, command.value("encoding"))
    if values is None:
        return "no literal -Encoding"
    return next((f"-Encoding {value}" for value in values if value.lower() not in ENCODINGS), None)


def _target(_: Script, command: Command) -> str | None:
    path = command.value("path", "filepath", "literalpath")
    if path is None:
        return "the path is not given by -Path or -FilePath"
    return f"{shown(path)} is no file" if _DRIVE.match(shown(path)) else None


def _new_object(script: Script, command: Command) -> str | None:
    wanted = command.value("comobject")
    if wanted is not None:
        return "COM objects are not permitted"
    node = command.value("typename") or next(iter(command.positional), None)
    values = _values(script, node)
    if values is None:
        return "the type is computed"
    return next((f"{value} is not on the list of types" for value in values if short_type(value.partition("[")[0]) not in types()), None)


def _values(script: Script, node: Node | None) -> list[str] | None:
    return possible_values(script, node) if node is not None else None


_SHAPES: dict[str, tuple[tuple[str, Shape], ...]] = {
    "add-content": (("WRITE.encoding", _encoding), ("WRITE.target", _target)),
    "add-pssnapin": (("SHAPE.snap-in", _snap_in),),
    "export-clixml": (("WRITE.encoding", _encoding), ("WRITE.target", _target)),
    "export-csv": (("WRITE.encoding", _encoding), ("WRITE.target", _target)),
    "get-wmiobject": (("SHAPE.wmi", _wmi),),
    "import-module": (("SHAPE.import-module", _module),),
    "invoke-command": (("SHAPE.invoke-command", _invoke_command),),
    "invoke-wmimethod": (("SHAPE.registry", _registry),),
    "move-item": (("SHAPE.move", _move),),
    "new-item": (("SHAPE.new-item", _new_item),),
    "new-object": (("SHAPE.new-object", _new_object),),
    "new-pssession": (("SHAPE.new-pssession", _new_session),),
    "out-file": (("WRITE.encoding", _encoding), ("WRITE.target", _target)),
    "remove-item": (("SHAPE.remove-item", _remove),),
    "rename-item": (("SHAPE.move", _move),),
    "set-adserversettings": (("SHAPE.view", _view),),
    "set-content": (("WRITE.encoding", _encoding), ("WRITE.target", _target)),
}
