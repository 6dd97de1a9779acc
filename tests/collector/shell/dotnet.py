"""The types that are known here: their members, static members, constructors and casts."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from tests.collector.shell.convert import CASTS
from tests.collector.shell.dates import DateTime, TimeSpan
from tests.collector.shell.faults import DotNetError, ErrorRecord, EvaluatorError, ExceptionValue, Position, fault
from tests.collector.shell.regexes import wildcard
from tests.collector.shell.types import full_name, is_exception_type, type_name_of
from tests.collector.shell.values import Array, Char, Entry, EnumValue, Hashtable, NetList, NetObject, PSObject, Switch, TypeRef, items_of

if TYPE_CHECKING:
    from tests.collector.shell.session import Session

Member = Callable[..., Any]
INTERFACES = {
    "system.collections.idictionary",
    "system.collections.icollection",
    "system.collections.ilist",
    "system.collections.ienumerable",
    "system.enum",
    "system.valuetype",
    "system.iformattable",
    "system.management.automation.errorrecord",
    "system.management.automation.pscustomobject",
}
WINDOWS_ONLY = (
    "system.directoryservices.",
    "system.management.managementobject",
    "system.management.managementclass",
    "system.security.principal.",
    "microsoft.win32.",
    "system.serviceprocess.",
    "adsi",
)


@dataclass(kw_only=True)
class Static:
    """Static members and the constructor of one type; a member that takes the session has it first."""

    properties: dict[str, Callable[[Session], Any]] = field(default_factory=dict)
    methods: dict[str, Member] = field(default_factory=dict)
    new: Member | None = None


@dataclass(kw_only=True)
class Members:
    """Members of the values of one Python type."""

    properties: dict[str, Callable[[Any], Any]] = field(default_factory=dict)
    methods: dict[str, Member] = field(default_factory=dict)


def _lower(table: dict[str, Any]) -> dict[str, Any]:
    return {name.lower(): value for name, value in table.items()}


@lru_cache(maxsize=200)
def _class_table(kind: type, part: str) -> dict[str, Any]:
    return _lower(getattr(kind, part, {}))


COMMON_METHODS: dict[str, Member] = {
    "tostring": lambda s, self: s.text_of(self),
    "gettype": lambda _, self: TypeRef(type_name_of(self)),
    "equals": lambda _, self, other: bool(self == other),
    "compareto": lambda _, self, other: (self > other) - (self < other),
}


class DotNet:
    """All types of one run."""

    def __init__(self, statics: dict[str, Static], members: dict[type, Members], casts: dict[str, Member], extra: dict[str, Any]) -> None:
        self.statics = {name.lower(): value for name, value in statics.items()}
        self.members = {kind: Members(properties=table.properties, methods=_lower(table.methods)) for kind, table in members.items()}
        self.lowered = {kind: _lower(table.properties) for kind, table in members.items()}
        self.supplied = {full_name(name).lower(): make for name, make in extra.items()}
        self.casts: dict[str, Member] = {**_lower(casts), **{name: (lambda s, value, make=make: make(value)) for name, make in self.supplied.items()}}

    # Types

    def resolve(self, full: str) -> str | None:
        """Return the lower-case full name under which a type is known."""
        for name in (full.lower(), f"system.{full}".lower(), f"system.management.automation.{full}".lower()):
            if name in self.statics or name in self.casts or name in CAST_NAMES or name in INTERFACES:
                return name
        return None

    def knows(self, full: str) -> bool:
        """Say whether a type is known here."""
        if full.endswith("[]"):
            return self.knows(full[:-2])
        return self.resolve(full) is not None or is_exception_type(full) or full.lower().startswith("system.collections.generic.")

    def is_absent(self, full: str) -> bool:
        """Say whether a type is one of Windows that only a test can supply."""
        return any(full.lower().startswith(start) or f"system.{full}".lower().startswith(start) for start in WINDOWS_ONLY)

    def new(self, s: Session, name: str, arguments: list[Any]) -> Any:
        """Make an object.

        Raises:
            EvaluatorError: the type is not known here, or has no constructor here.
        """
        from tests.collector.shell.members import call

        full = full_name(name)
        if full.endswith("]") and "[" in full and not full.endswith("[]"):
            return self._generic(s, full, arguments)
        if full.lower() in self.supplied:
            return self.supplied[full.lower()](*arguments)
        static = self.statics.get(self.resolve(full) or "")
        if static is not None and static.new is not None:
            return call(s, ".ctor", static.new, [s, *arguments])
        if is_exception_type(full):
            message = s.text_of(arguments[0]) if arguments else f"Exception of type '{full}' was thrown."
            inner = arguments[1] if len(arguments) > 1 and isinstance(arguments[1], ExceptionValue) else None
            return ExceptionValue(full if "." in full else f"System.{full}", message, inner=inner)
        if self.is_absent(full):
            raise fault(
                f"Cannot find type [{name}]: verify that the assembly containing this type is loaded.", "TypeNotFound,NewObject", "InvalidType"
            )
        raise EvaluatorError(f"no constructor of [{full}] is known here", s.position)

    def _generic(self, s: Session, full: str, arguments: list[Any]) -> Any:
        head, _, tail = full.partition("[")
        kind = head.rsplit(".", 1)[-1].split("`")[0].lower()
        element = full_name(tail.rstrip("]"))
        if kind in ("list", "queue", "stack"):
            items = arguments[0] if arguments and isinstance(arguments[0], list) else []
            return NetList(items, f"{head}`1[[{element}]]", element)
        if kind == "hashset":
            return NetSet(s, element)
        if kind == "dictionary":
            return Hashtable(order=s.order())
        raise EvaluatorError(f"[{full}] is not known here", s.position)

    # Static members

    def static_get(self, s: Session, full: str, name: str) -> Any:
        """Return `[type]::name`."""
        static = self.statics.get(self.resolve(full) or "")
        table = _lower(static.properties) if static else {}
        if name.lower() not in table:
            raise EvaluatorError(f"[{full}] has no static property {name} here", s.position)
        return table[name.lower()](s)

    def static_method(self, s: Session, full: str, name: str) -> Member:
        """Return the method behind `[type]::name(...)`."""
        if name.lower() == "new":
            if s.version < 5:
                raise EvaluatorError("::new() is not in PowerShell before 5.0", s.position)
            return lambda rt, *arguments: self.new(rt, full, list(arguments))
        static = self.statics.get(self.resolve(full) or "")
        table = _lower(static.methods) if static else {}
        if name.lower() not in table:
            raise EvaluatorError(f"[{full}] has no static method {name} here", s.position)
        method: Member = table[name.lower()]
        return method

    # Members of values

    def _kind(self, value: Any) -> type | None:
        return next((kind for kind in self.members if isinstance(value, kind)), None)

    def properties(self, value: Any) -> dict[str, Any]:
        """Return the properties of a value's type by lower-case name."""
        if isinstance(value, NetObject):
            return _class_table(type(value), "properties")
        kind = self._kind(value)
        return self.lowered[kind] if kind else {}

    def display_properties(self, value: Any) -> dict[str, Any]:
        """Return the same by the names as written."""
        if isinstance(value, NetObject):
            return type(value).properties
        kind = self._kind(value)
        return self.members[kind].properties if kind else {}

    def methods(self, value: Any) -> dict[str, Member]:
        """Return the methods of a value's type by lower-case name."""
        if isinstance(value, NetObject):
            return {**COMMON_METHODS, **_class_table(type(value), "methods")}
        kind = self._kind(value)
        return {**COMMON_METHODS, **(self.members[kind].methods if kind else {})}

    def setters(self, value: Any) -> dict[str, Member]:
        """Return what of a value can be set."""
        return _class_table(type(value), "settable") if isinstance(value, NetObject) else {}

    def enumerate(self, value: Any) -> list[Any]:
        """Return what `foreach` walks."""
        return items_of(value)

    def like(self, text: str, pattern: str) -> bool:
        """Say whether a text fits a wildcard pattern."""
        return wildcard(pattern).fullmatch(text) is not None

    def invocation(self, name: str, place: Position, path: str | None = None) -> PSObject:
        """Return `$MyInvocation`; a script that is pasted has no path."""
        command = PSObject([("Name", name), ("Path", path), ("Definition", path)])
        return PSObject([("MyCommand", command), ("ScriptLineNumber", place[0]), ("InvocationName", name), ("BoundParameters", Hashtable())])


CAST_NAMES = {name.lower() for name in CASTS}


class NetSet(NetObject):
    """HashSet[T]."""

    type_name = "System.Collections.Generic.HashSet`1"
    is_collection = True

    def __init__(self, s: Session, element: str) -> None:
        self.held: dict[Any, None] = {}
        self.element = element
        self.session = s

    def items(self) -> list[Any]:
        return list(self.held)

    def add(self, value: Any) -> bool:
        is_new = value not in self.held
        self.held[value] = None
        return is_new

    properties = {"Count": lambda self: len(self.held)}
    methods = {"add": lambda _, self, value: self.add(value), "contains": lambda _, self, value: value in self.held}


__all__ = [
    "Array",
    "Char",
    "DateTime",
    "Decimal",
    "DotNet",
    "DotNetError",
    "Entry",
    "EnumValue",
    "ErrorRecord",
    "Members",
    "Static",
    "Switch",
    "TimeSpan",
    "uuid",
]
