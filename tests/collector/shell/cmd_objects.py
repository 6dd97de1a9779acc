"""Cmdlets on objects: Select, Where, ForEach, Sort, Group, Measure, New-Object, Add-Member, Get-Member, Compare."""

from __future__ import annotations

from functools import cmp_to_key
from typing import Any

from tests.collector.shell.cmdlet import Invocation, cmdlet
from tests.collector.shell.convert import to_bool, to_number
from tests.collector.shell.faults import EvaluatorError, StopUpstream, fault
from tests.collector.shell.languages import is_allowed_type
from tests.collector.shell.members import ABSENT, find_member, get_member
from tests.collector.shell.net_collections import new_array
from tests.collector.shell.operators import equals, order
from tests.collector.shell.types import full_name, lineage, type_name_of
from tests.collector.shell.values import Array, Hashtable, NetObject, PSObject
from tests.collector.shell.views import properties_of

PROPERTY_TYPES = ("noteproperty", "scriptproperty", "scriptmethod", "aliasproperty")


def listed(value: Any) -> list[Any]:
    """Return an argument as a list."""
    return list(value) if isinstance(value, list) else [] if value is None else [value]


@cmdlet("Where-Object", "FilterScript:scriptblock@0! InputObject<")
def where_object(call: Invocation) -> None:
    if not call.has("InputObject"):
        return
    output: list[Any] = []
    call["FilterScript"].run_plain(call.s, [], output.append, item=call["InputObject"])
    if to_bool(output[0] if len(output) == 1 else Array(output)):
        call.emit(call["InputObject"])


@cmdlet("ForEach-Object", "Process:scriptblock[]@0! Begin:scriptblock End:scriptblock InputObject<")
def foreach_object(call: Invocation) -> None:
    blocks = listed(call["Process"])
    if call["Begin"] is not None and not call.state.get("begun"):
        call["Begin"].run_plain(call.s, [], call.emit)
    call.state["begun"] = True
    if call["End"] is not None:
        call.state["finish"] = lambda: call["End"].run_plain(call.s, [], call.emit)
    if call.has("InputObject"):
        for block in blocks:
            block.run_plain(call.s, [], call.emit, item=call["InputObject"])


def property_value(call: Invocation, item: Any, wanted: Any) -> Any:
    """Return a property of an object by its name or a calculated one."""
    if hasattr(wanted, "run_plain"):
        output: list[Any] = []
        wanted.run_plain(call.s, [], output.append, item=item)
        return output[0] if len(output) == 1 else (Array(output) if output else None)
    if isinstance(wanted, Hashtable):
        return property_value(call, item, _part(wanted, "expression"))
    if item is None:
        return None
    if isinstance(item, Hashtable):
        return item.get(wanted)
    found = find_member(call.s, item, str(wanted).lower())
    return None if found is ABSENT else found


def _part(table: Hashtable, name: str) -> Any:
    names = {"expression": ("expression", "e"), "name": ("name", "n", "label", "l"), "descending": ("descending",)}[name]
    return next((value for key, value in table.items() if str(key).lower() in names), None)


@cmdlet("Select-Object", "Property:object[]@0 First:int Last:int Skip:int ExpandProperty:string ExcludeProperty:string[] Unique:switch InputObject<")
def select_object(call: Invocation) -> None:
    state = call.state
    state.setdefault("seen", [])
    if "count" not in state:
        state["count"], state["tail"] = 0, []
    if call.has("First") and call["First"] == 0:
        raise StopUpstream(call.run.stage)
    if not call.has("InputObject"):
        return
    state["count"] += 1
    if state["count"] <= (call["Skip"] or 0):
        return
    if call.has("Last"):
        state["tail"] = [*state["tail"], call["InputObject"]][-call["Last"] :]
        state["finish"] = lambda: [_select_one(call, item) for item in state["tail"]]
        return
    if call.has("First") and state["count"] > call["First"] + (call["Skip"] or 0):
        return
    _select_one(call, call["InputObject"])
    if call.has("First") and state["count"] == call["First"] + (call["Skip"] or 0) and call.s.version > 2:
        raise StopUpstream(call.run.stage)


def _select_one(call: Invocation, item: Any) -> None:
    if call.has("ExpandProperty"):
        found = find_member(call.s, item, call.text("ExpandProperty").lower()) if item is not None else ABSENT
        if isinstance(item, Hashtable):
            found = ABSENT
        if found is ABSENT:
            call.error(f'Property "{call.text("ExpandProperty")}" cannot be found.', "ExpandPropertyNotFound", "InvalidArgument")
            return
        call.emit_all(listed(found) if found is not None else [None])
        return
    made = item if not call.has("Property") else selected(call, item)
    if call.is_on("Unique"):
        if any(_same(call, made, other) for other in call.state["seen"]):
            return
        call.state["seen"].append(made)
    call.emit(made)


def _same(call: Invocation, one: Any, two: Any) -> bool:
    if isinstance(one, PSObject) and isinstance(two, PSObject):
        pairs = [dict(side.properties.items()) for side in (one, two)]
        return pairs[0].keys() == pairs[1].keys() and all(equals(call.s, pairs[0][name], pairs[1][name], has_case=True) for name in pairs[0])
    return equals(call.s, one, two, has_case=True)


def selected(call: Invocation, item: Any) -> PSObject:
    """Return the object that Select-Object -Property makes."""
    made = PSObject()
    first = type_name_of(item) if not isinstance(item, PSObject) else item.type_names[0]
    made.type_names = [f"Selected.{first}", "System.Management.Automation.PSCustomObject", "System.Object"]
    excluded = [str(name).lower() for name in listed(call["ExcludeProperty"])]
    for wanted in listed(call["Property"]):
        if isinstance(wanted, Hashtable):
            made.properties[call.s.text_of(_part(wanted, "name"))] = property_value(call, item, wanted)
        elif "*" in call.s.text_of(wanted):
            for name, value, _ in properties_of(call.s, item):
                if call.s.dotnet.like(name, call.s.text_of(wanted)) and name.lower() not in excluded:
                    made.properties[name] = value
        elif call.s.text_of(wanted).lower() not in excluded:
            made.properties[call.s.text_of(wanted)] = property_value(call, item, wanted)
    return made


@cmdlet("Sort-Object", "Property:object[]@0 Descending:switch Unique:switch CaseSensitive:switch InputObject<", collects=True)
def sort_object(call: Invocation) -> None:
    items = [item for item in call.input or listed(call["InputObject"]) if item is not None]
    wanted = listed(call["Property"])
    sides = [bool(_part(one, "descending")) if isinstance(one, Hashtable) else call.is_on("Descending") for one in wanted] or [
        call.is_on("Descending")
    ]

    def keys(item: Any) -> list[Any]:
        return [property_value(call, item, one) for one in wanted] or [item]

    def compare(one: tuple[list[Any], Any], two: tuple[list[Any], Any]) -> int:
        for left, right, is_down in zip(one[0], two[0], sides, strict=True):
            found = _sort_order(call, left, right)
            if found:
                return -found if is_down else found
        return 0

    ordered = sorted(((keys(item), item) for item in items), key=cmp_to_key(compare))
    for number, pair in enumerate(ordered):
        if not call.is_on("Unique") or number == 0 or compare(ordered[number - 1], pair):
            call.emit(pair[1])


def _sort_order(call: Invocation, left: Any, right: Any) -> int:
    try:
        return order(call.s, left, right)
    except Exception:  # noqa: BLE001  # Sort-Object compares as text what has no order
        one, two = call.s.text_of(left).lower(), call.s.text_of(right).lower()
        return (one > two) - (one < two)


@cmdlet("Group-Object", "Property:object[]@0 NoElement:switch AsHashTable:switch AsString:switch InputObject<", collects=True)
def group_object(call: Invocation) -> None:
    groups: list[tuple[list[Any], list[Any]]] = []
    for item in call.input:
        key = [property_value(call, item, one) for one in listed(call["Property"])] or [item]
        found = next((held for known, held in groups if all(equals(call.s, a, b) for a, b in zip(known, key, strict=True))), None)
        if found is None:
            groups.append((key, [item]))
        else:
            found.append(item)
    if call.is_on("AsHashTable"):
        pairs = ((call.s.text_of(key[0]) if call.is_on("AsString") else key[0], Array(items)) for key, items in groups)
        call.emit(Hashtable(pairs, call.s.order()))
        return
    groups.sort(key=lambda group: ", ".join(call.s.text_of(part).lower() for part in group[0]) if call.s.version > 5 else "")
    for key, items in groups:
        name = ", ".join(call.s.text_of(part) for part in key)
        held = [("Count", len(items)), ("Name", name), ("Group", Array(items)), ("Values", Array(key))]
        call.emit(PSObject(held, ["Microsoft.PowerShell.Commands.GroupInfo", "System.Object"]))


@cmdlet("Measure-Object", "Property:string@0 Sum:switch Maximum:switch Minimum:switch Average:switch InputObject<", collects=True)
def measure_object(call: Invocation) -> None:
    name = call.text("Property")
    values = [item if not name else property_value(call, item, name) for item in call.input]
    values = [value for value in values if value is not None]
    made = PSObject([("Count", len(values))], ["Microsoft.PowerShell.Commands.GenericMeasureInfo", "System.Object"])
    numbers = [to_number(value) for value in values] if any(call.is_on(one) for one in ("Sum", "Average")) else []
    made.properties["Average"] = sum(numbers) / len(numbers) if call.is_on("Average") and numbers else None
    made.properties["Sum"] = float(sum(numbers)) if call.is_on("Sum") and numbers else None
    ordered = sorted(values, key=cmp_to_key(lambda one, two: order(call.s, one, two)))
    made.properties["Maximum"] = ordered[-1] if call.is_on("Maximum") and ordered else None
    made.properties["Minimum"] = ordered[0] if call.is_on("Minimum") and ordered else None
    made.properties["Property"] = name or None
    call.emit(made)


@cmdlet("New-Object", "TypeName:string@0! ArgumentList:object[]@1 Property:hashtable ComObject:string Strict:switch")
def new_object(call: Invocation) -> None:
    s, name = call.s, call.text("TypeName")
    if call.has("ComObject"):
        raise EvaluatorError("New-Object -ComObject is not known here", s.position)
    if s.is_constrained and not is_allowed_type(full_name(name)):
        raise fault(
            "Cannot create type. Only core types are supported in this language mode.",
            "CannotCreateTypeConstrainedLanguage,NewObject",
            "PermissionDenied",
        )
    if full_name(name).lower() in ("system.management.automation.psobject", "system.object"):
        made: Any = PSObject(type_names=["System.Management.Automation.PSCustomObject", "System.Object"])
        for key, value in (call["Property"] or Hashtable()).items():
            made.properties[s.text_of(key)] = value
        call.emit(made)
        return
    arguments = listed(call["ArgumentList"])
    made = new_array(name[:-2], arguments[0]) if name.endswith("[]") else s.dotnet.new(s, name, arguments)
    for key, value in (call["Property"] or Hashtable()).items():
        s.dotnet.setters(made)[s.text_of(key).lower()](made, value)
    call.run.emit(made)


@cmdlet(
    "Add-Member",
    "MemberType:string@0 Name:string@1 Value:object@2 SecondValue:object@3 InputObject! Force:switch PassThru:switch"
    " NotePropertyName:string NotePropertyValue TypeName:string".replace("InputObject!", "InputObject!<"),
)
def add_member(call: Invocation) -> None:
    target, name = call["InputObject"], call.text("Name")
    kind = call.text("MemberType").lower()
    if kind not in PROPERTY_TYPES or call.has("NotePropertyName") or call.has("TypeName"):
        raise EvaluatorError(f"Add-Member -MemberType {kind} in this form is not known here", call.s.position)
    if kind in ("scriptproperty", "scriptmethod", "aliasproperty"):
        _add_script(call, target, name, kind)
    else:
        _add_note(call, target, name)
    if call.is_on("PassThru"):
        call.emit(target)


def _add_note(call: Invocation, target: Any, name: str) -> None:
    if isinstance(target, NetObject):
        if getattr(target, "added", None) is None:
            target.added = Hashtable()  # type: ignore[attr-defined]
        held: Any = target.added  # type: ignore[attr-defined]
    elif isinstance(target, PSObject):
        held = target.properties
    else:
        raise EvaluatorError(f"Add-Member to a {type_name_of(target)} is not known here", call.s.position)
    if name in held and not call.is_on("Force"):
        message = f'Cannot add a member with the name "{name}" because a member with that name already exists.'
        call.error(message, "MemberAlreadyExists", "InvalidOperation", "System.InvalidOperationException")
        return
    held.remove(name)
    held[name] = call["Value"]


class _Script:
    """A ScriptProperty or ScriptMethod."""

    def __init__(self, block: Any, target: Any, *, is_property: bool) -> None:
        self.block = block
        self.target = target
        self.is_property = is_property

    def __call__(self, s: Any, *given: Any) -> Any:
        s.set_automatic("this", self.target)
        return s.call_block(self.block, list(given))


def _add_script(call: Invocation, target: Any, name: str, kind: str) -> None:
    if not isinstance(target, PSObject) or kind == "aliasproperty":
        raise EvaluatorError(f"Add-Member {kind} is not known here", call.s.position)
    target.script[name.lower()] = _Script(call["Value"], target, is_property=kind == "scriptproperty")


@cmdlet("Get-Member", "Name:string[]@0 MemberType:string InputObject<")
def get_member_cmdlet(call: Invocation) -> None:
    item = call["InputObject"]
    wanted = [call.s.text_of(name) for name in listed(call["Name"])] or ["*"]
    asked = call.text("MemberType").lower()
    for name, _, kind in sorted(properties_of(call.s, item), key=lambda one: one[0].lower()):
        fits = not asked or asked in (kind.lower(), "properties", "all")
        if fits and any(call.s.dotnet.like(name, pattern) for pattern in wanted):
            call.emit(
                PSObject([("Name", name), ("MemberType", kind), ("TypeName", lineage(item)[0])], ["Microsoft.PowerShell.Commands.MemberDefinition"])
            )


@cmdlet("Compare-Object", "ReferenceObject:object[]@0! DifferenceObject:object[]@1! IncludeEqual:switch")
def compare_object(call: Invocation) -> None:
    left, right = listed(call["ReferenceObject"]), listed(call["DifferenceObject"])
    for item in right:
        if not any(equals(call.s, item, other) for other in left):
            call.emit(PSObject([("InputObject", item), ("SideIndicator", "=>")]))
    for item in left:
        if not any(equals(call.s, item, other) for other in right):
            call.emit(PSObject([("InputObject", item), ("SideIndicator", "<=")]))


@cmdlet("Out-Null", "InputObject<")
def out_null(_: Invocation) -> None:
    """Drop the input."""


@cmdlet("Write-Output", "InputObject:object[]@0!< NoEnumerate:switch")
def write_output(call: Invocation) -> None:
    call.emit_all(listed(call["InputObject"]) if call["InputObject"] is not None else [None])


@cmdlet("Out-String", "Stream:switch Width:int InputObject<", collects=True)
def out_string(call: Invocation) -> None:
    if any(isinstance(item, PSObject) for item in call.input):
        raise EvaluatorError("Out-String of objects is not known here", call.s.position)
    newline = "\n" if call.s.is_core else "\r\n"
    lines = [call.s.text_of(item) for item in call.input]
    call.emit_all(lines if call.is_on("Stream") else ["".join(line + newline for line in lines)])


__all__ = ["get_member", "listed"]
