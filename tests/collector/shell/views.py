"""What `$x.PSObject` shows: properties, members, type names."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from tests.collector.shell.faults import AUTOMATION, EvaluatorError, fault
from tests.collector.shell.types import lineage, type_name_of
from tests.collector.shell.values import Array, Hashtable, NetList, NetObject, PSObject

if TYPE_CHECKING:
    from tests.collector.shell.session import Session


class PropertyView(NetObject):
    """One PSPropertyInfo."""

    type_name = AUTOMATION + "PSNoteProperty"

    def __init__(self, owner: Any, name: str, read: Callable[[], Any], kind: str) -> None:
        self.owner = owner
        self.name = name
        self.read = read
        self.kind = kind

    @property
    def value(self) -> Any:
        """Return the value; a getter runs when it is asked for, and may fail then."""
        return self.read()

    def put(self, value: Any) -> None:
        if not isinstance(self.owner, PSObject):
            raise EvaluatorError(f"the property {self.name} is set through PSObject.Properties")
        self.owner.properties[self.name] = value
        self.read = lambda: value

    properties = {
        "name": lambda self: self.name,
        "value": lambda self: self.value,
        "membertype": lambda self: self.kind,
        "typenameofvalue": lambda self: "System.Object" if self.value is None else type_name_of(self.value),
        "isgettable": lambda _: True,
        "issettable": lambda self: isinstance(self.owner, PSObject),
    }
    methods = {"tostring": lambda _, self: self.name}
    settable = {"value": put}


class ObjectView(NetObject):
    """What `.PSObject` gives."""

    type_name = AUTOMATION + "PSObject"

    def __init__(self, value: Any, s: Session) -> None:
        self.value = value
        self.session = s

    @staticmethod
    def of(value: Any, lower: str, s: Session) -> Any:
        """Return the view, or the list of type names."""
        if lower == "pstypenames":
            return type_names(value)
        return ObjectView(value, s)

    properties = {
        "properties": lambda self: Properties(self.value, self.session),
        "members": lambda self: Properties(self.value, self.session),
        "typenames": lambda self: type_names(self.value),
        "baseobject": lambda self: self.value,
        "immediatebaseobject": lambda self: self.value,
    }
    methods = {"copy": lambda _, self: copy_of(self.value)}


class Properties(NetObject):
    """The collection of properties; `remove` and `add` change the object."""

    type_name = AUTOMATION + "PSMemberInfoIntegratingCollection"
    is_collection = True

    def __init__(self, value: Any, s: Session) -> None:
        self.value = value
        self.session = s

    def items(self) -> list[PropertyView]:
        return [PropertyView(self.value, name, read, kind) for name, read, kind in _getters(self.session, self.value)]

    def index(self, name: Any) -> PropertyView | None:
        return next((item for item in self.items() if item.name.lower() == str(name).lower()), None)

    def remove(self, name: str) -> None:
        if not isinstance(self.value, PSObject):
            raise fault(f"the property {name} cannot be removed", "CannotRemove")
        self.value.properties.remove(name)

    properties = {"count": lambda self: len(self.items())}
    methods = {
        "remove": lambda _, self, name: self.remove(name),
        "match": lambda s, self, name: Array(item for item in self.items() if s.dotnet.like(item.name, name)),
        "item": lambda _, self, name: self.index(name),
    }


def properties_of(s: Session, value: Any) -> list[tuple[str, Any, str]]:
    """Return the properties of a value: name, value, kind."""
    return [(name, read(), kind) for name, read, kind in _getters(s, value)]


def _getters(s: Session, value: Any) -> list[tuple[str, Callable[[], Any], str]]:
    if isinstance(value, PSObject):
        kind = "Property" if value.type_names[0].startswith("Deserialized.") else "NoteProperty"
        listed: list[tuple[str, Callable[[], Any], str]] = [(str(name), partial(_same, held), kind) for name, held in value.properties.items()]
        return listed + [(name, partial(held, s), "ScriptProperty") for name, held in value.script.items() if getattr(held, "is_property", False)]
    added = getattr(value, "added", None) or Hashtable()
    return [
        *((name, partial(read, value), "Property") for name, read in s.dotnet.display_properties(value).items()),
        *((str(name), partial(_same, held), "NoteProperty") for name, held in added.items()),
    ]


def _same(value: Any) -> Any:
    return value


def type_names(value: Any) -> Any:
    """Return `pstypenames`: for a property bag the list itself, which can be changed."""
    if isinstance(value, PSObject):
        if not isinstance(value.type_names, NetList):
            value.type_names = NetList(value.type_names, "System.Collections.ObjectModel.Collection`1", "System.String")
        return value.type_names
    return NetList(lineage(value), "System.Collections.ObjectModel.Collection`1", "System.String")


def copy_of(value: Any) -> Any:
    """Return a shallow copy of a property bag."""
    if not isinstance(value, PSObject):
        raise EvaluatorError(f"a {type_name_of(value)} cannot be copied here")
    other = PSObject(value.properties.items(), value.type_names, value.text)
    other.script, other.value = dict(value.script), value.value
    return other
