"""Write CLIXML as Export-Clixml lays it out: for the sample, for bundles, for tests.

What is written reads back as the same values: objects are shared by `Ref`, lists of types by `TNRef`.
"""

from __future__ import annotations

import base64
import codecs
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TypeAlias
from xml.sax.saxutils import escape as escape_xml

from exposture.errors import ClixmlError
from exposture.ingest.clixml_target import NAMESPACE
from exposture.ingest.clixml_values import CONTAINER_TAGS, ESCAPED_TAGS, PLAIN, RANGES, READERS
from exposture.ingest.escapes import escape
from exposture.model.values import Entries, Item, Redacted, Value

DESERIALIZED = "Deserialized."
CUSTOM_OBJECT = ("System.Management.Automation.PSCustomObject", "System.Object")
NOT_XML = re.compile("[\ufffe\uffff]")
MAX_DEPTH = 64


@dataclass(frozen=True, slots=True)
class Typed:
    """A value element of a tag that no Python type stands for (`DT TS G URI Version XD SBK SS C U16`...), by its text before escapes."""

    tag: str
    text: str


@dataclass(frozen=True, slots=True)
class Container:
    """A container of another tag than `LST`: `IE QUE STK`."""

    tag: str
    values: Sequence[Writable]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Shape:
    """An `Obj` with each part where it belongs: `adapted` is written as `Props`, `extended` as `MS`.

    A rehydrated object has both, one of plain remoting `is_deserialized`, one of Select-Object `extended` alone.
    Written twice, the second time is a `Ref`.
    """

    types: tuple[str, ...] = ()
    text: str | None = None
    value: Writable = None
    adapted: Mapping[str, Writable] = field(default_factory=dict)
    extended: Mapping[str, Writable] = field(default_factory=dict)
    is_deserialized: bool = False


Writable: TypeAlias = "Value | Typed | Container | Shape | Sequence[Writable] | Mapping[str, Writable]"


def write_clixml(values: Iterable[Writable], *, encoding: str = "utf-8-sig", newline: str = "\r\n", indent: str = "  ") -> bytes:
    """Return the file; `encoding` is Python's name (`utf-8-sig` and `utf-16` write a mark, `utf-16` is little-endian).

    An `Item` is written with all properties in `Props`, in `MS` if it is a PSCustomObject or has no type; `Shape` chooses.
    A mapping is a PSCustomObject. With `newline` and `indent` empty the document is one line.

    Raises:
        ClixmlError: a value cannot be written: nested too deep, a number out of range, a character that XML has not.
    """
    lines = list(_Writer(indent).document(values))
    text = newline.join(lines)
    if encoding == "utf-16":
        return codecs.BOM_UTF16_LE + text.encode("utf-16-le")
    return text.encode(encoding)


class _Writer:
    """One document: the numbers given to objects and to lists of types."""

    def __init__(self, indent: str) -> None:
        self._indent = indent
        self._objects: dict[int, int] = {}
        self._kept: list[object] = []
        self._types: dict[tuple[str, ...], int] = {}

    def document(self, values: Iterable[Writable]) -> Iterator[str]:
        head = f'<Objs Version="1.1.0.1" xmlns="{NAMESPACE}"'
        body = [line for value in values for line in self._value(value, None, 1)]
        if not body:
            yield f"{head} />"
            return
        yield f"{head}>"
        yield from body
        yield "</Objs>"

    def _line(self, depth: int, text: str) -> str:
        return self._indent * depth + text

    def _value(self, value: Writable, name: str | None, depth: int) -> Iterator[str]:
        if depth > MAX_DEPTH * 2:
            raise ClixmlError(f"values are nested deeper than the limit of {MAX_DEPTH}")
        match value:
            case Typed():
                yield self._line(depth, _element(value.tag, name, _typed_text(value)))
            case Item():
                yield from self._object(value, _shape(value), name, depth)
            case Shape():
                yield from self._object(value, value, name, depth)
            case Entries():
                yield from self._block("DCT", name, depth, (line for pair in value.pairs for line in self._entry(pair, depth + 1)))
            case Mapping():
                yield from self._object(value, Shape(types=CUSTOM_OBJECT, extended=value), name, depth)
            case Container():
                yield from self._container(value, name, depth)
            case _:
                yield from self._list_or_scalar(value, name, depth)

    def _list_or_scalar(self, value: object, name: str | None, depth: int) -> Iterator[str]:
        if isinstance(value, list | tuple):
            yield from self._container(Container("LST", value), name, depth)
        else:
            yield self._line(depth, _scalar(value, name))

    def _container(self, container: Container, name: str | None, depth: int) -> Iterator[str]:
        if container.tag not in CONTAINER_TAGS:
            raise ClixmlError(f"<{container.tag}> is no container of CLIXML")
        yield from self._block(container.tag, name, depth, (line for value in container.values for line in self._value(value, None, depth + 1)))

    def _entry(self, pair: tuple[Value, Value], depth: int) -> Iterator[str]:
        yield self._line(depth, "<En>")
        yield from self._value(pair[0], "Key", depth + 1)
        yield from self._value(pair[1], "Value", depth + 1)
        yield self._line(depth, "</En>")

    def _block(self, tag: str, name: str | None, depth: int, lines: Iterator[str]) -> Iterator[str]:
        body = list(lines)
        if not body:
            yield self._line(depth, f"<{tag}{_named(name)} />")
            return
        yield self._line(depth, f"<{tag}{_named(name)}>")
        yield from body
        yield self._line(depth, f"</{tag}>")

    def _object(self, identity: object, shape: Shape, name: str | None, depth: int) -> Iterator[str]:
        known = self._objects.get(id(identity))
        if known is not None:
            yield self._line(depth, f'<Ref{_named(name)} RefId="{known}" />')
            return
        number = len(self._objects)
        self._objects[id(identity)] = number
        self._kept.append(identity)  # its id must not be given to another object
        yield self._line(depth, f'<Obj{_named(name)} RefId="{number}">')
        yield from self._parts(shape, depth + 1)
        yield self._line(depth, "</Obj>")

    def _parts(self, shape: Shape, depth: int) -> Iterator[str]:
        yield from self._type_names(shape, depth)
        if shape.text is not None:
            yield self._line(depth, _element("ToString", None, _content(shape.text)))
        if shape.value is not None:
            yield from self._value(shape.value, None, depth)
        for tag, properties in (("Props", shape.adapted), ("MS", shape.extended)):
            if properties:
                lines = (line for name, value in properties.items() for line in self._value(value, name, depth + 1))
                yield from self._block(tag, None, depth, lines)

    def _type_names(self, shape: Shape, depth: int) -> Iterator[str]:
        names = tuple(f"{DESERIALIZED if shape.is_deserialized else ''}{name}" for name in shape.types)
        if not names:
            return
        known = self._types.get(names)
        if known is not None:
            yield self._line(depth, f'<TNRef RefId="{known}" />')
            return
        number = self._types.setdefault(names, len(self._types))
        yield self._line(depth, f'<TN RefId="{number}">')
        for name in names:
            yield self._line(depth + 1, _element("T", None, _content(name)))
        yield self._line(depth, "</TN>")


def _shape(item: Item) -> Shape:
    """Return the parts of an object as reading gave it: `name@props` goes back to `Props`, the one that won to `MS`."""
    is_custom = not item.types or item.types[0] == CUSTOM_OBJECT[0]
    lost = {name.removesuffix("@props"): value for name, value in item.properties.items() if name.endswith("@props")}
    folded = {name.casefold() for name in lost}
    won = {name: value for name, value in item.properties.items() if name.casefold() in folded}
    rest = {name: value for name, value in item.properties.items() if name not in won and not name.endswith("@props")}
    adapted: dict[str, Writable] = {**({} if is_custom else rest), **lost}
    extended: dict[str, Writable] = {**(rest if is_custom else {}), **won}
    return Shape(types=item.types, text=item.text, value=item.value, adapted=adapted, extended=extended, is_deserialized=item.is_deserialized)


def _scalar(value: object, name: str | None) -> str:
    match value:
        case None:
            return f"<Nil{_named(name)} />"
        case bool():
            return _element("B", name, "true" if value else "false")
        case int():
            return _element(_integer_tag(value), name, str(value))
        case float():
            return _element("Db", name, _float_text(value))
        case str():
            return _element("S", name, _content(value))
        case bytes():
            return _element("BA", name, base64.b64encode(value).decode())
        case Decimal():
            return _element("D", name, _decimal_text(value))
        case Redacted():
            return _element("SS", name, "***")
        case _:
            raise ClixmlError(f"a {type(value).__name__} cannot be written as CLIXML")


def _integer_tag(number: int) -> str:
    for tag in ("I32", "I64", "U64"):
        low, high = RANGES[tag]
        if low <= number <= high:
            return tag
    raise ClixmlError("a whole number of more than 64 bits cannot be written as CLIXML")


def _float_text(number: float) -> str:
    return {"inf": "INF", "-inf": "-INF", "nan": "NaN"}.get(repr(number), repr(number).upper())


def _decimal_text(number: Decimal) -> str:
    text = format(number, "f")
    if not PLAIN.fullmatch(text):
        raise ClixmlError("a decimal that is not finite or has more than 40 digits cannot be written as CLIXML")
    return text


def _typed_text(value: Typed) -> str:
    if value.tag in ESCAPED_TAGS:
        return _content(value.text)
    if value.tag in READERS:
        return escape_xml(value.text)
    raise ClixmlError(f"<{value.tag}> is no value of CLIXML")


def _content(text: str) -> str:
    if NOT_XML.search(text):
        raise ClixmlError("U+FFFE and U+FFFF are no characters of XML")
    return escape_xml(escape(text))


def _named(name: str | None) -> str:
    return "" if name is None else f' N="{_content(name).replace(chr(34), "&quot;")}"'


def _element(tag: str, name: str | None, content: str) -> str:
    return f"<{tag}{_named(name)}>{content}</{tag}>"
