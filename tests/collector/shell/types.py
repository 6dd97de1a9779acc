"""Names of types: accelerators, what a value's type is, and what it derives from."""

from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

from tests.collector.shell.dates import DateTime, TimeSpan
from tests.collector.shell.faults import AUTOMATION, BASES, ErrorRecord, EvaluatorError, ExceptionValue
from tests.collector.shell.values import Array, Char, EnumValue, Hashtable, NetList, PSObject, Single, Sized, Switch, TypeRef

ACCELERATORS = {
    "string": "System.String",
    "int": "System.Int32",
    "int32": "System.Int32",
    "long": "System.Int64",
    "int64": "System.Int64",
    "uint32": "System.UInt32",
    "uint64": "System.UInt64",
    "int16": "System.Int16",
    "uint16": "System.UInt16",
    "byte": "System.Byte",
    "sbyte": "System.SByte",
    "double": "System.Double",
    "single": "System.Single",
    "float": "System.Single",
    "decimal": "System.Decimal",
    "bool": "System.Boolean",
    "boolean": "System.Boolean",
    "char": "System.Char",
    "datetime": "System.DateTime",
    "timespan": "System.TimeSpan",
    "guid": "System.Guid",
    "version": "System.Version",
    "uri": "System.Uri",
    "regex": "System.Text.RegularExpressions.Regex",
    "xml": "System.Xml.XmlDocument",
    "object": "System.Object",
    "array": "System.Array",
    "hashtable": "System.Collections.Hashtable",
    "void": "System.Void",
    "type": "System.Type",
    "switch": AUTOMATION + "SwitchParameter",
    "scriptblock": AUTOMATION + "ScriptBlock",
    "psobject": AUTOMATION + "PSObject",
    "pscustomobject": AUTOMATION + "PSObject",
    "powershell": AUTOMATION + "PowerShell",
    "runspacefactory": AUTOMATION + "Runspaces.RunspaceFactory",
    "adsi": "System.DirectoryServices.DirectoryEntry",
    "adsisearcher": "System.DirectoryServices.DirectorySearcher",
    "wmi": "System.Management.ManagementObject",
    "ref": AUTOMATION + "PSReference",
    "ipaddress": "System.Net.IPAddress",
    "math": "System.Math",
    "convert": "System.Convert",
    "environment": "System.Environment",
    "exception": "System.Exception",
}
"""Short names and, by `math convert environment exception`, those that PowerShell finds in System."""

POWERSHELL_2 = {"pscustomobject": "makes a hashtable in 2.0", "ordered": "is not in 2.0", "pslistmodifier": "", "ipaddress": ""}
PYTHON_TYPES: list[tuple[type, str]] = [
    (bool, "System.Boolean"),
    (Char, "System.Char"),
    (str, "System.String"),
    (Single, "System.Single"),
    (float, "System.Double"),
    (Decimal, "System.Decimal"),
    (DateTime, "System.DateTime"),
    (TimeSpan, "System.TimeSpan"),
    (uuid.UUID, "System.Guid"),
    (TypeRef, "System.RuntimeType"),
    (ErrorRecord, AUTOMATION + "ErrorRecord"),
]
NAMESPACES = ("System.", AUTOMATION, "System.Collections.", "System.Collections.Generic.")
INTEGERS = {kind.type_name: kind for kind in Sized.__subclasses__()}
NUMBERS = {"System.Int32", "System.Double", "System.Single", "System.Decimal", *INTEGERS}


def full_name(name: str) -> str:
    """Return the full name of a type as a literal writes it; `T[]` keeps its brackets."""
    name = name.replace(" ", "")
    if name.endswith("[]"):
        return full_name(name[:-2]) + "[]"
    if "[" in name:
        head, _, tail = name.partition("[")
        return f"{full_generic(head)}[{','.join(full_name(part) for part in tail.rstrip(']').split(','))}]"
    return ACCELERATORS.get(name.lower(), name)


def full_generic(head: str) -> str:
    """Return the full name of a generic type without its arguments."""
    return head if "." in head else f"System.Collections.Generic.{head}"


def candidates(name: str) -> list[str]:
    """Return the full names in lower case that a type name can stand for: PowerShell looks in `System` too."""
    full = full_name(name)
    return [full.lower(), f"system.{full}".lower()]


def type_name_of(value: Any) -> str:
    """Return the full name of a value's type, as GetType().FullName has it."""
    if isinstance(value, Sized):
        return value.type_name
    for kind, name in PYTHON_TYPES:
        if isinstance(value, kind):
            return name
    if isinstance(value, int):
        return "System.Int32"
    if isinstance(value, Array):
        return value.element + "[]"
    if isinstance(value, PSObject):
        return AUTOMATION + "PSCustomObject"
    if hasattr(value, "type_name"):
        return str(value.type_name)
    raise EvaluatorError(f"a value of the Python type {type(value).__name__} came into the script")


def lineage(value: Any) -> list[str]:
    """Return the names of a value's type, its bases and interfaces that `-is` and `catch` ask for."""
    if isinstance(value, ExceptionValue):
        return value.lineage()
    if isinstance(value, Array):
        return [value.element + "[]", "System.Object[]", "System.Array", "System.Object", *COLLECTION]
    if isinstance(value, NetList):
        return [value.type_name, "System.Object", *COLLECTION]
    if isinstance(value, Hashtable):
        return [
            value.type_name,
            "System.Object",
            "System.Collections.IDictionary",
            "System.Collections.ICollection",
            "System.Collections.IEnumerable",
        ]
    if isinstance(value, PSObject):
        return [AUTOMATION + "PSCustomObject", AUTOMATION + "PSObject", "System.Object"]
    if isinstance(value, EnumValue):
        return [value.type_name, "System.Enum", "System.ValueType", "System.Object"]
    if isinstance(value, Switch | TypeRef):
        return [type_name_of(value), "System.Type", "System.Object"]
    if hasattr(value, "lineage"):
        return list(value.lineage())
    name = type_name_of(value)
    return [
        name,
        *(["System.ValueType"] if not isinstance(value, str) else ["System.Collections.IEnumerable"]),
        "System.IFormattable",
        "System.Object",
    ]


COLLECTION = ["System.Collections.IList", "System.Collections.ICollection", "System.Collections.IEnumerable"]


def is_of_type(value: Any, name: str) -> bool:
    """Answer `-is`; a name that means no type known here is a fault of the evaluator."""
    asked = full_name(name).lower()
    if asked == (AUTOMATION + "PSObject").lower() and name.lower() == "pscustomobject":
        asked = (AUTOMATION + "PSCustomObject").lower()
    if value is None:
        return False
    wanted = {asked, *(f"{space}{asked}".lower() for space in NAMESPACES)}
    return any(held.lower() in wanted for held in lineage(value))


def is_exception_type(name: str) -> bool:
    """Say whether a name is one of the exceptions known here."""
    asked = full_name(name).lower()
    return any(candidate in BASES or candidate == "system.exception" for candidate in (asked, f"system.{asked}", f"{AUTOMATION}{asked}".lower()))


def is_number(value: Any) -> bool:
    """Say whether a value is a number; a Boolean and a Char are none."""
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)
