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
HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)[\s/>]", re.IGNORECASE)
JSON = re.compile(r'(?:\{\s*(?:"|\})|\[\s*(?:[\[{"\]\d-]|true|false|null))')
MIME = re.compile(r"MIME-Version:", re.IGNORECASE)
PAGE_SUFFIXES = (".html", ".htm", ".hta", ".xhtml")
"""What ConvertTo-Html -Fragment writes has no tag that tells a page."""
TEXT_SUFFIXES = (".txt", ".log", ".md", ".ps1", ".psm1")
SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive: pack it as zip"),
    (b"Rar!\x1a\x07", "a rar archive: pack it as zip"),
    (b"ElfFile\x00", "an event log"),
    (b"\x89PNG\r\n\x1a\n", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office file"),
    (b"MZ", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
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
        return Format.CLIXML if _is_clixml(text) else _of_markup(text, path)
    if text.startswith(TYPE_MARK) or QUOTED_HEADER.match(text) or SEPARATOR_MARK.match(text):
        return Format.CSV
    if path.lower().endswith(CSV_SUFFIXES) and not is_shown(text):
        return Format.CSV
    return Format.TEXT


def _of_markup(text: str, path: str) -> Format:
    """HTML need not be well-formed and a log may begin with `<`: only what means to be XML can be damaged XML."""
    before = BEFORE_ROOT.match(text)
    is_page = HTML.match(text) or HTML.match(text, before.end() if before else 0)
    return Format.TEXT if is_page or path.lower().endswith((*TEXT_SUFFIXES, *PAGE_SUFFIXES)) else Format.XML


def kind_of(data: bytes, kind: Format, path: str = "") -> str:
    """Return what a file is that is no export, for a person: by its first bytes, its name, else the format's own word."""
    for signature, words in SIGNATURES:
        if data.startswith(signature):
            return words
    found = detect(data)
    text = data[found.mark_bytes : HEAD_BYTES].decode(found.encoding, "replace").lstrip()
    if kind is not Format.TEXT:
        return kind.value
    if MIME.search(text[:2_000]):
        return "a saved page or message (MIME)"
    if HTML.search(text[:2_000]) or (TAG.match(text) and path.lower().endswith(PAGE_SUFFIXES)):
        return "a page of HTML"
    if JSON.match(text):
        return "JSON"
    return "what PowerShell shows on a screen: export with Export-Clixml" if is_shown(text) else kind.value


def is_shown(text: str) -> bool:
    """Return whether a text is what PowerShell shows on a screen (Format-Table, Format-List, a prompt), whatever the file is called."""
    lines = text.splitlines()[:2]
    is_list = len(lines) == 2 and all(LIST_LINE.match(line) for line in lines)
    return is_list or TABLE_RULE.match(text) is not None or PROMPT.match(text) is not None


def _is_clixml(text: str) -> bool:
    before = BEFORE_ROOT.match(text)
    root = ROOT.match(text, before.end() if before else 0)
    return root is not None and NAMESPACE in root.group(1)
