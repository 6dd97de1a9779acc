"""XmlDocument and its nodes with PowerShell's adapter: children and attributes are properties."""

from __future__ import annotations

from typing import Any

from lxml import etree

from tests.collector.shell.dotnet import Members, Static
from tests.collector.shell.faults import DotNetError
from tests.collector.shell.values import NOTHING, Array, NetObject


def _local(node: Any) -> str:
    return str(etree.QName(node).localname) if isinstance(node.tag, str) else "#comment"


def _text(node: Any) -> str:
    return "".join(node.itertext())


def _shown(node: Any) -> Any:
    """Return a child as the adapter shows it: text where it holds nothing else."""
    return XmlNode(node) if len(node) or node.attrib else _text(node)


class XmlNode(NetObject):
    """An XmlElement."""

    type_name = "System.Xml.XmlElement"

    def __init__(self, node: Any) -> None:
        self.node = node

    def children(self) -> list[Any]:
        return [child for child in self.node if isinstance(child.tag, str)]

    @property
    def added(self) -> _Adapted:
        return _Adapted(self)

    def attribute(self, name: str) -> str:
        return str(self.node.get(name) or "")

    def select(self, path: str) -> list[Any]:
        try:
            return [XmlNode(found) if isinstance(found, etree._Element) else XmlAttribute("", str(found)) for found in self.node.xpath(path)]
        except etree.XPathError as error:
            raise DotNetError("System.Xml.XPath.XPathException", str(error)) from error

    def text(self) -> str:
        return _local(self.node)

    properties = {
        "LocalName": lambda self: _local(self.node),
        "Name": lambda self: self.node.get("name") if self.node.get("name") is not None else _local(self.node),
        "InnerText": lambda self: _text(self.node),
        "OuterXml": lambda self: etree.tostring(self.node, with_tail=False).decode(),
        "HasChildNodes": lambda self: len(self.node) > 0 or bool(self.node.text),
        "ChildNodes": lambda self: Array(map(XmlNode, self.children())),
        "Attributes": lambda self: Array(XmlAttribute(str(key), str(value)) for key, value in self.node.attrib.items()),
        "ParentNode": lambda self: XmlNode(self.node.getparent()) if self.node.getparent() is not None else None,
        "NodeType": lambda _: "Element",
        "DocumentElement": lambda self: XmlNode(self.node),
    }
    methods = {
        "getattribute": lambda s, self, name: self.attribute(s.text_of(name)),
        "hasattribute": lambda s, self, name: self.node.get(s.text_of(name)) is not None,
        "selectnodes": lambda s, self, path: Array(self.select(s.text_of(path))),
        "selectsinglenode": lambda s, self, path: (self.select(s.text_of(path)) or [None])[0],
        "getelementsbytagname": lambda s, self, name: Array(
            XmlNode(one) for one in self.node.iter() if isinstance(one.tag, str) and _local(one) == s.text_of(name)
        ),
        "tostring": lambda _, self: _local(self.node),
    }


class XmlAttribute(NetObject):
    """An XmlAttribute."""

    type_name = "System.Xml.XmlAttribute"

    def __init__(self, name: str, value: str) -> None:
        self.name = name
        self.value = value

    properties = {
        "Name": lambda self: self.name,
        "LocalName": lambda self: self.name,
        "Value": lambda self: self.value,
        "InnerText": lambda self: self.value,
    }


class _Adapted:
    """Attributes and child elements by name, without case."""

    def __init__(self, owner: XmlNode) -> None:
        self.owner = owner

    def _found(self, name: str) -> list[Any]:
        attributes = [value for key, value in self.owner.node.attrib.items() if str(key).lower() == name.lower()]
        return attributes + [_shown(child) for child in self.owner.children() if _local(child).lower() == name.lower()]

    def __contains__(self, name: str) -> bool:
        return True

    def get(self, name: str) -> Any:
        found = self._found(name)
        if not found:
            table = {key.lower(): read for key, read in XmlNode.properties.items()}
            return table[name](self.owner) if name in table else None
        return found[0] if len(found) == 1 else Array(found)


class XmlDocument(XmlNode):
    """An XmlDocument."""

    type_name = "System.Xml.XmlDocument"

    def __init__(self, text: str = "") -> None:
        super().__init__(None)
        if text:
            self.load(text)

    def load(self, text: str) -> Any:
        try:
            root = etree.fromstring(text.encode(), etree.XMLParser(resolve_entities=False, no_network=True))
        except etree.XMLSyntaxError as error:
            raise DotNetError("System.Xml.XmlException", str(error)) from error
        holder = etree.Element("document")
        holder.append(root)
        self.node = holder
        return NOTHING

    def select(self, path: str) -> list[Any]:
        tree = etree.ElementTree(self.node[0])
        return [XmlNode(found) if isinstance(found, etree._Element) else XmlAttribute("", str(found)) for found in tree.xpath(path)]

    properties = {
        **XmlNode.properties,
        "DocumentElement": lambda self: XmlNode(self.node[0]),
        "OuterXml": lambda self: etree.tostring(self.node[0]).decode(),
    }
    methods = {**XmlNode.methods, "loadxml": lambda s, self, text: self.load(s.text_of(text))}


def _cast(s: Any, value: Any) -> Any:
    if value is None or isinstance(value, XmlDocument):
        return value
    return XmlDocument("\n".join(map(s.text_of, value)) if isinstance(value, list) else s.text_of(value))


STATICS = {"System.Xml.XmlDocument": Static(new=lambda _: XmlDocument())}
MEMBERS: dict[type, Members] = {}
CASTS = {"System.Xml.XmlDocument": _cast}
