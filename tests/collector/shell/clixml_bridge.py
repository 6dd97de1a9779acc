"""Values of the shell to CLIXML and back.

Writing goes through `exposture.ingest.clixml_writer`. Reading does not go through `exposture.ingest.clixml`: that one gives
text for `DT TS G Version C` and one type for all whole numbers, where a script must meet DateTime, Guid or Byte.
"""

from __future__ import annotations

import base64
import uuid
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lxml import etree

from exposture.ingest.clixml_writer import Entries, Shape, Typed, Writable, write_clixml
from exposture.ingest.escapes import unescape as unescape_counted
from tests.collector.shell.dates import DateTime, TimeSpan, format_datetime, parse_exact
from tests.collector.shell.faults import EvaluatorError
from tests.collector.shell.fileinfo import FileItem
from tests.collector.shell.formatting import to_string
from tests.collector.shell.net_values import Version
from tests.collector.shell.regexes import Regex
from tests.collector.shell.types import lineage
from tests.collector.shell.values import (
    NOTHING,
    Array,
    Byte,
    Char,
    EnumValue,
    Hashtable,
    Int16,
    Int64,
    NetList,
    PSObject,
    SByte,
    Single,
    Sized,
    Switch,
    UInt16,
    UInt32,
    UInt64,
)
from tests.collector.shell.views import properties_of

TAGS: dict[type, str] = {Int64: "I64", UInt64: "U64", UInt32: "U32", Int16: "I16", UInt16: "U16", SByte: "SB", Byte: "By"}
SIZED = {tag: kind for kind, tag in TAGS.items()}


def unescape(text: str) -> str:
    """Return a text without the escapes of CLIXML."""
    return unescape_counted(text)[0]


def export(s: Any, values: list[Any], depth: int) -> bytes:
    """Return the file that Export-Clixml writes for objects."""
    return write_clixml([writable(s, value, depth) for value in values], encoding="utf-8", newline="\n" if s.is_core else "\r\n")


def writable(s: Any, value: Any, depth: int) -> Writable:
    """Return a value for the writer; below the depth only its text is left."""
    if value is None or value is NOTHING:
        return None
    scalar = _scalar(value)
    if scalar is not None:
        return scalar
    if depth < 0:
        return to_string(value)
    if isinstance(value, EnumValue):
        return Shape(types=(value.type_name, "System.Enum", "System.ValueType", "System.Object"), text=value.name, value=value.number)
    if isinstance(value, list):
        return _list(s, value, depth)
    if isinstance(value, Hashtable):
        pairs = [(writable(s, key, depth), writable(s, held, depth - 1)) for key, held in value.items()]
        return Shape(types=(value.type_name, "System.Object"), value=Entries(pairs))  # type: ignore[arg-type]
    if isinstance(value, PSObject):
        return _object(s, value, depth)
    if isinstance(value, FileItem | Version | Regex) or hasattr(value, "type_name"):
        held = {name: writable(s, one, depth - 1) for name, one, _ in properties_of(s, value)} if isinstance(value, FileItem) and depth > 0 else {}
        return Shape(types=tuple(lineage(value)), text=to_string(value), adapted=held)
    raise EvaluatorError(f"Export-Clixml of a {type(value).__name__} is not known here", s.position)


def _scalar(value: Any) -> Writable:
    if isinstance(value, Sized):
        return Typed(TAGS[type(value)], str(int(value)))
    if isinstance(value, Char):
        return Typed("C", str(ord(value)))
    if isinstance(value, Single):
        return Typed("Sg", repr(float(value)))
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Switch):
        return Shape(types=("System.Management.Automation.SwitchParameter",), text=str(value.is_present), adapted={"IsPresent": value.is_present})
    if isinstance(value, DateTime):
        return Typed("DT", format_datetime(value, "o", ""))
    if isinstance(value, TimeSpan):
        return Typed("TS", _duration(value))
    if isinstance(value, uuid.UUID):
        return Typed("G", str(value))
    if isinstance(value, Version):
        return Typed("Version", value.text())
    return value if isinstance(value, bool | int | float | Decimal) else None


def _duration(value: TimeSpan) -> str:
    seconds, rest = divmod(abs(value.ticks), 10_000_000)
    return f"{'-' if value.ticks < 0 else ''}PT{seconds}{f'.{rest:07}' if rest else ''}S"


def _list(s: Any, value: list[Any], depth: int) -> Writable:
    if isinstance(value, Array) and value.element == "System.Byte":
        return bytes(value)
    items = [writable(s, item, depth - 1) for item in value]
    return Shape(types=tuple(lineage(value)[:3]), value=items)  # type: ignore[arg-type]


def _object(s: Any, value: PSObject, depth: int) -> Writable:
    is_old = value.type_names[0].startswith("Deserialized.")
    held = {str(name): writable(s, one, depth - 1) for name, one in value.properties.items()}
    text = value.text
    return Shape(
        types=tuple(value.type_names),
        text=text,
        value=writable(s, value.value, depth),
        adapted=held if is_old else {},
        extended={} if is_old else held,
    )


def read(s: Any, data: bytes) -> list[Any]:
    """Return the objects of a CLIXML file as Import-Clixml gives them."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(data, parser)
    reading = _Reading(s)
    return [reading.value(child) for child in root]


class _Reading:
    """One top object; `Ref` and `TNRef` point within the file, so one reading holds them all."""

    def __init__(self, s: Any) -> None:
        self.s = s
        self.objects: dict[str, Any] = {}
        self.types: dict[str, list[str]] = {}

    def value(self, node: Any) -> Any:
        tag = _tag(node)
        text = node.text or ""
        if tag == "Obj":
            return self._object(node)
        if tag == "Ref":
            return self.objects.get(node.get("RefId"))
        if tag in ("LST", "IE", "QUE", "STK"):
            return NetList(self.value(child) for child in node)
        if tag == "DCT":
            return Hashtable(self._pairs(node))
        return self._scalar(tag, text)

    def _scalar(self, tag: str, text: str) -> Any:
        if tag in SIZED:
            return SIZED[tag](int(text))
        makers: dict[str, Any] = {
            "S": lambda: unescape(text),
            "I32": lambda: int(text),
            "B": lambda: text == "true",
            "Nil": lambda: None,
            "Db": lambda: float(text.replace("INF", "inf")),
            "Sg": lambda: Single(text),
            "D": lambda: Decimal(text),
            "C": lambda: Char(chr(int(text))),
            "BA": lambda: Array(base64.b64decode(text), "System.Byte"),
            "G": lambda: uuid.UUID(text),
            "Version": lambda: Version(tuple(int(part) for part in text.split("."))),
            "DT": lambda: _time(text, self.s.utc_offset),
            "TS": lambda: _span(text),
            "URI": lambda: unescape(text),
            "XD": lambda: unescape(text),
            "SBK": lambda: unescape(text),
            "SS": lambda: "System.Security.SecureString",
        }
        if tag not in makers:
            raise EvaluatorError(f"the CLIXML tag {tag} is not known here")
        return makers[tag]()

    def _pairs(self, node: Any) -> Iterator[tuple[Any, Any]]:
        for entry in node:
            parts = {child.get("N"): self.value(child) for child in entry}
            yield parts["Key"], parts["Value"]

    def _object(self, node: Any) -> Any:
        names = self._names(node)
        made = PSObject(type_names=names)
        if node.get("RefId"):
            self.objects[node.get("RefId")] = made
        base: Any = NOTHING
        for child in node:
            tag = _tag(child)
            if tag == "ToString":
                made.text = unescape(child.text or "")
            elif tag in ("Props", "MS"):
                for held in child:
                    if _tag(held) not in ("S",) or held.get("N"):
                        made.properties[unescape(held.get("N") or "")] = self.value(held)
            elif tag not in ("TN", "TNRef"):
                base = self.value(child)
        return self._whole(node, made, base)

    def _whole(self, node: Any, made: PSObject, base: Any) -> Any:
        """Return a container or a plain value itself where the object is nothing else; an enumeration keeps its text."""
        if isinstance(base, NetList | Hashtable) and not len(made.properties):
            found: Any = Array(base) if isinstance(base, NetList) and made.type_names[0].endswith("[]") else base
            self.objects[node.get("RefId")] = found
            return found
        if base is not NOTHING:
            made.value = base
        if made.text is None and base is not NOTHING:
            made.text = to_string(base)
        return made

    def _names(self, node: Any) -> list[str]:
        for child in node:
            if _tag(child) == "TN":
                names = [unescape(one.text or "") for one in child]
                custom = names[0].endswith("PSCustomObject") or names[0].endswith("[]")
                kept = names if custom or names[0].startswith(("Deserialized.", "Selected.")) else [f"Deserialized.{name}" for name in names]
                self.types[child.get("RefId")] = kept
                return list(kept)
            if _tag(child) == "TNRef":
                return list(self.types.get(child.get("RefId"), ["Deserialized.System.Object"]))
        return ["Deserialized.System.Object"]


def _tag(node: Any) -> str:
    return str(etree.QName(node).localname)


def _time(text: str, offset: int) -> DateTime:
    head, _, rest = text.partition(".")
    digits = "".join(char for char in rest if char.isdigit()) if rest and not rest[0].isalpha() else ""
    fraction, zone = (rest[: _digits(rest)], rest[_digits(rest) :]) if rest else ("", head[19:])
    whole = f"{head[:19]}.{fraction.ljust(7, '0')}{zone}" if digits or not rest else text
    return parse_exact(whole, "o", offset, "RoundtripKind")


def _digits(text: str) -> int:
    return next((number for number, char in enumerate(text) if not char.isdigit()), len(text))


def _span(text: str) -> TimeSpan:
    import re

    found = re.fullmatch(r"(-)?P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d+))?S)?)?", text)
    if not found:
        raise EvaluatorError(f"not a duration of CLIXML: {text}")
    sign, days, hours, minutes, seconds, fraction = found.groups()
    ticks = (((int(days or 0) * 24 + int(hours or 0)) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)) * 10_000_000 + int(
        (fraction or "0").ljust(7, "0")
    )
    return TimeSpan(-ticks if sign else ticks)
