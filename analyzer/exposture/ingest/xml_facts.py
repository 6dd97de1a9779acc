"""Say of an XML file that is no CLIXML whether it is whole, and what its root is."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from exposture.errors import ClixmlError, Location
from exposture.ingest.content import Content, in_memory
from exposture.ingest.encoding import Utf8Stream
from exposture.ingest.limits import FIXED, GROWS, Limits
from exposture.ingest.xml_parser import event_parser


class _RootTarget:
    """Remembers the first tag and counts depth; keeps nothing else."""

    def __init__(self, limits: Limits) -> None:
        self.root = ""
        self._limits = limits
        self._depth = 0
        self._elements = 0

    def doctype(self, name: str | None, _public: str | None, _system: str | None) -> None:
        raise ClixmlError(f"a document type declaration (DOCTYPE {name}) is refused")

    def start(self, tag: str, _attributes: Mapping[str, str]) -> None:
        self.root = self.root or tag
        self._depth += 1
        self._elements += 1
        if self._depth > self._limits.max_depth * 4:
            raise ClixmlError(f"elements are nested deeper than {self._limits.max_depth * 4}, {FIXED}")
        if self._elements > self._limits.max_elements:
            raise ClixmlError(f"the file has more than the limit of {self._limits.max_elements} elements; {GROWS}")

    def end(self, _tag: str) -> None:
        self._depth -= 1

    def close(self) -> None:
        pass


def root_tag(data: bytes | Content, *, path: str, limits: Limits) -> str:
    """Return the root's tag (`{namespace}name`) of a well-formed XML file.

    Raises:
        ClixmlError: the file is not well-formed or cut, has a document type, or goes past a limit.
        BundleError: what holds the file cannot give its bytes.
    """
    content = in_memory(data) if isinstance(data, bytes) else data
    if content.size_bytes > limits.max_file_bytes:
        raise ClixmlError(f"the file has {content.size_bytes} bytes, more than the limit of {limits.max_file_bytes}", where=Location(path=path))
    text = Utf8Stream(content.pieces())
    target = _RootTarget(limits)
    parser = event_parser(target)
    try:
        for piece in text:
            parser.feed(piece)
        parser.close()
    except ClixmlError as error:
        raise ClixmlError(error.message, where=Location(path=path)) from error
    except etree.XMLSyntaxError as error:
        if text.fault is not None:
            raise ClixmlError(text.fault, where=Location(path=path)) from error
        line, column = error.position
        raise ClixmlError("the XML is not well-formed or cut", where=Location(path=path, line=line, column=column)) from error
    if text.fault is not None:
        raise ClixmlError(text.fault, where=Location(path=path))
    return target.root
