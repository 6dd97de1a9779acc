"""Members and elements of values: what a property read, a call and an index give."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tests.collector.shell.convert import cast, to_integer
from tests.collector.shell.faults import AUTOMATION, DotNetError, ErrorRecord, EvaluatorError, ExceptionValue, PsError, fault
from tests.collector.shell.languages import is_allowed_type
from tests.collector.shell.types import type_name_of
from tests.collector.shell.values import NOTHING, Array, Char, Hashtable, NetObject, PSObject, TypeRef, collapse, items_of
from tests.collector.shell.views import ObjectView

if TYPE_CHECKING:
    from tests.collector.shell.session import Session

ABSENT = object()
EVERYWHERE = ("psobject", "psbase", "pstypenames")
FREE_TYPES = (AUTOMATION + "PSCustomObject", "System.Collections.Hashtable", "System.RuntimeType", AUTOMATION + "ErrorRecord")


def get_member(s: Session, value: Any, name: str, *, is_static: bool = False) -> Any:
    """Return `value.name`.

    Raises:
        EvaluatorError: a type that is known here lacks the member, or PowerShell 2.0 would not find it.
    """
    if is_static:
        return _static(s, value, name)
    if value is None or value is NOTHING:
        return None
    lower = name.lower()
    if isinstance(value, Hashtable) and name in value:
        return value.get(name)
    if lower in EVERYWHERE:
        return ObjectView.of(value, lower, s)
    found = find_member(s, value, lower)
    if found is not ABSENT:
        return found
    return _missing(s, value, name)


def _static(s: Session, value: Any, name: str) -> Any:
    if not isinstance(value, TypeRef):
        raise EvaluatorError(f"::{name} stands behind a value that is no type", s.position)
    s.require_full_language(value.name)
    return s.dotnet.static_get(s, value.name, name)


def find_member(s: Session, value: Any, lower: str) -> Any:
    """Return a property that a value has, or ABSENT."""
    if isinstance(value, PSObject):
        if lower in value.properties:
            return value.properties.get(lower)
        if lower in value.script:
            return value.script[lower](s)
        return ABSENT
    added = getattr(value, "added", None)
    if added is not None and lower in added:
        return added.get(lower)
    table = s.dotnet.properties(value)
    if lower in table:
        try:
            return table[lower](value)
        except DotNetError as error:
            raise fault(f'Exception getting "{lower}": "{error.value.message}"', "GetValueInvocationException", "NotSpecified") from error
    return ABSENT


def _missing(s: Session, value: Any, name: str) -> Any:
    lower = name.lower()
    if lower in ("count", "length") and not isinstance(value, Hashtable):
        if s.version < 3:
            raise EvaluatorError(f".{name} of one {type_name_of(value)}: PowerShell 2.0 has none, wrap it in @()", s.position)
        return 1
    if isinstance(value, list) or getattr(value, "is_collection", False):
        return _enumerated(s, items_of(value), name)
    if isinstance(value, PSObject | Hashtable):
        return None
    if isinstance(value, ExceptionValue):
        return None
    raise EvaluatorError(f"{type_name_of(value)} has no property {name} here", s.position)


def _enumerated(s: Session, value: list[Any], name: str) -> Any:
    if s.version < 3:
        raise EvaluatorError(f".{name} of an array: PowerShell 2.0 does not look into its items", s.position)
    found: list[Any] = []
    for item in value:
        held = get_member(s, item, name) if item is not None else None
        if isinstance(held, list):
            found += held
        elif held is not None or (isinstance(item, PSObject | Hashtable) and name in getattr(item, "properties", item)):
            found.append(held)
    result = collapse(found)
    return None if result is NOTHING else result


def set_member(s: Session, value: Any, name: str, new: Any) -> None:
    """Do `value.name = new`.

    Raises:
        PsError: there is no such property.
    """
    if isinstance(value, Hashtable):
        value[name] = new
        return
    if isinstance(value, PSObject) and name in value.properties:
        value.properties[name] = new
        return
    if s.is_constrained and not isinstance(value, PSObject) and value is not None and not is_allowed_type(type_name_of(value)):
        message = "Cannot set property. Property setting is supported only on core types in this language mode."
        raise fault(message, "PropertySetterNotSupportedInConstrainedLanguage")
    setter = s.dotnet.setters(value).get(name.lower())
    if setter is not None:
        setter(value, new)
        return
    if isinstance(value, NetObject) and not getattr(value, "added", None):
        raise EvaluatorError(f"{type_name_of(value)} has no property {name} that can be set here", s.position)
    if getattr(value, "added", None) and name in value.added:
        value.added[name] = new
        return
    message = f"The property '{name}' cannot be found on this object. Verify that the property exists and can be set."
    raise fault(message, "PropertyNotFound" if value is None else "PropertyAssignmentException")


def invoke_member(s: Session, value: Any, name: str, arguments: list[Any], *, is_static: bool = False) -> Any:
    """Return `value.name(arguments)`.

    Raises:
        PsError: the call fails as it would in PowerShell.
        EvaluatorError: the method is not known here.
    """
    if is_static:
        return _invoke_static(s, value, name, arguments)
    if value is None or value is NOTHING:
        raise fault("You cannot call a method on a null-valued expression.", "InvokeMethodOnNull")
    _check_language(s, value)
    method = _method(s, value, name)
    return call(s, name, method, [s, value, *arguments])


def _check_language(s: Session, value: Any) -> None:
    if not s.is_constrained or isinstance(value, PSObject | ErrorRecord | Hashtable | Array):
        return
    if not is_allowed_type(type_name_of(value)) and type_name_of(value) not in FREE_TYPES:
        message = "Cannot invoke method. Method invocation is supported only on core types in this language mode."
        raise fault(message, "MethodInvocationNotSupportedInConstrainedLanguage")


def _method(s: Session, value: Any, name: str) -> Callable[..., Any]:
    lower = name.lower()
    if isinstance(value, PSObject):
        if lower in value.script:
            held = value.script[lower]
            return lambda rt, _, *given: held(rt, *given)
        if lower not in ("tostring", "gettype", "equals"):
            message = f"Method invocation failed because [{AUTOMATION}PSCustomObject] does not contain a method named '{name}'."
            raise fault(message, "MethodNotFound")
    method = s.dotnet.methods(value).get(lower)
    if method is None:
        if isinstance(value, Hashtable):
            raise fault(f"Method invocation failed because [{value.type_name}] does not contain a method named '{name}'.", "MethodNotFound")
        raise EvaluatorError(f"{type_name_of(value)} has no method {name} here", s.position)
    return method


def _invoke_static(s: Session, value: Any, name: str, arguments: list[Any]) -> Any:
    if not isinstance(value, TypeRef):
        raise EvaluatorError(f"::{name}() stands behind a value that is no type", s.position)
    if s.is_constrained and not is_allowed_type(value.name):
        message = "Cannot invoke method. Method invocation is supported only on core types in this language mode."
        raise fault(message, "MethodInvocationNotSupportedInConstrainedLanguage")
    return call(s, name, s.dotnet.static_method(s, value.name, name), [s, *arguments])


def call(s: Session, name: str, method: Callable[..., Any], arguments: list[Any]) -> Any:
    """Call a shim; an exception of .NET is wrapped as PowerShell does."""
    try:
        inspect.signature(method).bind(*arguments)
    except TypeError as error:
        raise EvaluatorError(f"no overload of {name} takes {len(arguments) - 1} arguments here: {error}", s.position) from error
    try:
        result = method(*arguments)
    except DotNetError as error:
        count = len(arguments) - 2 if len(arguments) > 1 else 0
        raise wrapped(s, name, max(count, 0), error) from error
    return Array(result, "System.Byte") if isinstance(result, bytes) else result


def wrapped(s: Session, name: str, count: int, error: DotNetError) -> PsError:
    """Return MethodInvocationException around an exception of .NET."""
    message = f'Exception calling "{name}" with "{count}" argument(s): "{error.value.message}"'
    value = ExceptionValue(AUTOMATION + "MethodInvocationException", message, inner=error.value)
    return PsError(ErrorRecord(value, error.value.type_name.rsplit(".", 1)[-1], "NotSpecified", position=s.position))


def get_index(s: Session, value: Any, index: Any) -> Any:
    """Return `value[index]`: null past the end, several elements for several indexes."""
    if value is None or value is NOTHING:
        raise fault("Cannot index into a null array.", "NullArray")
    if isinstance(index, list):
        if isinstance(value, Hashtable):
            return Array(value.get(key) for key in index)
        found = (get_index(s, value, one) for one in index)
        return Array(item for item in found if item is not None)
    if isinstance(value, Hashtable):
        return None if index is None else value.get(index)
    if isinstance(value, list | str):
        return _at(value, index)
    if hasattr(value, "index"):
        return value.index(index)
    raise fault(f"Unable to index into an object of type {type_name_of(value)}.", "CannotIndex")


def _at(value: Any, index: Any) -> Any:
    try:
        number = to_integer(index)
        if index is None:
            raise fault("Index operation failed; the array index evaluated to null.", "NullArrayIndex")
        found = value[number]
    except DotNetError as error:
        raise fault(f'Cannot convert value "{index}" to type "System.Int32".', "InvalidCast", "InvalidArgument") from error
    except IndexError:
        return None
    return Char(found) if isinstance(value, str) else found


def set_index(s: Session, value: Any, index: Any, new: Any) -> None:
    """Do `value[index] = new`."""
    if value is None or value is NOTHING:
        raise fault("Cannot index into a null array.", "NullArray")
    if isinstance(value, Hashtable):
        value[index] = new
        return
    if hasattr(value, "set_index"):
        value.set_index(index, new)
        return
    if not isinstance(value, list):
        raise fault(f"Unable to index into an object of type {type_name_of(value)}.", "CannotIndex")
    try:
        value[to_integer(index)] = new if value.element == "System.Object" else cast(s, value.element, new)
    except IndexError as error:
        raise fault("Index was outside the bounds of the array.", "IndexOutOfRangeException", "OperationStopped") from error
