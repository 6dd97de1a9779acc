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
SEPARATOR_MARK = re.compile(r'"?sep=[^\w\s"]"?[ \t]*[\r\n]', re.IGNORECASE)
TABLE_RULE = re.compile(r"\A[^\r\n]+\r?\n *-{1,200}(?: +-{1,200})* *(?:\r?\n|\Z)")
LIST_LINE = re.compile(r"[A-Za-z][\w ()-]{0,80}? *: ")
PROMPT = re.compile(r"PS [^\r\n>]{0,260}> ")


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
    if text.startswith(TYPE_MARK) or QUOTED_HEADER.match(text) or SEPARATOR_MARK.match(text):
        return Format.CSV
    if path.lower().endswith(CSV_SUFFIXES) and not is_shown(text):
        return Format.CSV
    return Format.TEXT


def is_shown(text: str) -> bool:
    """Return whether a text is what PowerShell shows on a screen (Format-Table, Format-List, a prompt), whatever the file is called."""
    lines = text.splitlines()[:2]
    is_list = len(lines) == 2 and all(LIST_LINE.match(line) for line in lines)
    return is_list or TABLE_RULE.match(text) is not None or PROMPT.match(text) is not None


def _is_clixml(text: str) -> bool:
    before = BEFORE_ROOT.match(text)
    root = ROOT.match(text, before.end() if before else 0)
    return root is not None and NAMESPACE in root.group(1)
