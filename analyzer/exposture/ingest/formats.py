"""Tell a file's format by its beginning; a name decides only where the content does not."""

from __future__ import annotations

import re
from enum import StrEnum

from exposture.ingest.clixml_target import NAMESPACE
from exposture.ingest.encoding import detect

HEAD_BYTES = 65_536
STREAM_MARK = "#< CLIXML"
TYPE_MARK = "#TYPE "
BEFORE_ROOT = re.compile(r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>\s*)*", re.DOTALL)
ROOT = re.compile(r"<Objs(?=[\s/>])([^<>]*)")
TAG = re.compile(r"<[A-Za-z_!?]")
QUOTED_HEADER = re.compile(r'"[^"\r\n]*"(?:[,;\t|]"[^"\r\n]*")*[ \t]*(?:[\r\n]|\Z)')
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
CSV_SUFFIXES = (".csv", ".tsv")


class Format(StrEnum):
    """What a file holds, as far as its beginning shows."""

    CLIXML = "clixml"
    CSV = "csv"
    XML = "xml"
    TEXT = "text"
    EMPTY = "empty"
    BINARY = "binary"


def sniff(data: bytes, path: str) -> Format:
    """Return the format that the first 64 KiB show. XML may still be damaged: `xml_facts.root_tag` says."""
    found = detect(data)
    text = data[found.mark_bytes : HEAD_BYTES].decode(found.encoding, "replace").lstrip()
    if not text:
        return Format.EMPTY
    if CONTROL.search(text):
        return Format.BINARY
    if text.startswith(STREAM_MARK):
        return Format.CLIXML
    if TAG.match(text):
        return Format.CLIXML if _is_clixml(text) else Format.XML
    if path.lower().endswith(CSV_SUFFIXES) or text.startswith(TYPE_MARK) or QUOTED_HEADER.match(text):
        return Format.CSV
    return Format.TEXT


def _is_clixml(text: str) -> bool:
    before = BEFORE_ROOT.match(text)
    root = ROOT.match(text, before.end() if before else 0)
    return root is not None and NAMESPACE in root.group(1)
