"""Say of an XML file that is no CLIXML whether it is whole, and what its root is."""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree

from exposture.errors import ClixmlError, Location
from exposture.ingest.encoding import to_utf8
from exposture.ingest.limits import Limits
from exposture.ingest.xml_parser import PIECE_BYTES, event_parser


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
        if self._depth > self._limits.max_depth * 4 or self._elements > self._limits.max_elements:
            raise ClixmlError("the file goes past the limit of depth or elements")

    def end(self, _tag: str) -> None:
        self._depth -= 1

    def close(self) -> None:
        pass


def root_tag(data: bytes, *, path: str, limits: Limits) -> str:
    """Return the root's tag (`{namespace}name`) of a well-formed XML file.

    Raises:
        ClixmlError: the file is not well-formed or cut, has a document type, or goes past a limit.
    """
    if len(data) > limits.max_file_bytes:
        raise ClixmlError(f"the file has {len(data)} bytes, more than the limit of {limits.max_file_bytes}", where=Location(path=path))
    decoded = to_utf8(data)
    target = _RootTarget(limits)
    parser = event_parser(target)
    try:
        for at in range(0, len(decoded.data), PIECE_BYTES):
            parser.feed(decoded.data[at : at + PIECE_BYTES])
        parser.close()
    except ClixmlError as error:
        raise ClixmlError(error.message, where=Location(path=path)) from error
    except etree.XMLSyntaxError as error:
        line, column = error.position
        raise ClixmlError("the XML is not well-formed or cut", where=Location(path=path, line=line, column=column)) from error
    if decoded.fault is not None:
        raise ClixmlError(decoded.fault, where=Location(path=path))
    return target.root
