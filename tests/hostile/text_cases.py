"""Hostile bytes: encodings that lie or break, characters that XML has not, files that were cut."""

from __future__ import annotations

import codecs

from tests.hostile.case import BOTH, FIRST, NONE, ONE, Case, Fate, both, damaged, document, domain, noted, raw, read
from tests.unit.ingest.reading import HEAD

TEXT = both()
BOTH_BYTES = TEXT.encode()
UTF16 = TEXT.encode("utf-16-le")


def of_bytes(name: str, content: bytes, fate: Fate, says: str = "", rows: tuple[str, ...] = NONE) -> Case:
    return Case(name=name, make=raw(content), fate=fate, says=says, rows=rows)


def declared(encoding: str, text: str = TEXT) -> str:
    return f'<?xml version="1.0" encoding="{encoding}"?>\r\n{text}'


def with_bytes(inside: bytes) -> bytes:
    """Return a file with bytes in the second domain."""
    return document(domain(FIRST), domain("@@", number=9)).encode().replace(b"@@", inside)


ENCODINGS = [
    of_bytes("zero-bytes", b"", Fate.DAMAGED, "zero bytes"),
    of_bytes("mark-alone", codecs.BOM_UTF8, Fate.DAMAGED, "zero bytes"),
    of_bytes("utf16-mark-alone", codecs.BOM_UTF16_LE, Fate.DAMAGED, "zero bytes"),
    of_bytes("spaces-alone", b" \r\n\t ", Fate.DAMAGED, "zero bytes"),
    of_bytes("utf8-with-mark", codecs.BOM_UTF8 + BOTH_BYTES, Fate.READ, rows=BOTH),
    of_bytes("utf16-le-with-mark", codecs.BOM_UTF16_LE + UTF16, Fate.READ, rows=BOTH),
    of_bytes("utf16-be-with-mark", codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), Fate.READ, rows=BOTH),
    of_bytes("utf16-le-without-mark", UTF16, Fate.READ, rows=BOTH),
    of_bytes("utf16-be-without-mark", TEXT.encode("utf-16-be"), Fate.READ, rows=BOTH),
    of_bytes("utf32-with-mark", TEXT.encode("utf-32"), Fate.READ, rows=BOTH),
    of_bytes("utf32-be-without-mark", TEXT.encode("utf-32-be"), Fate.READ, rows=BOTH),
    of_bytes("utf16-declared-utf8", codecs.BOM_UTF16_LE + declared("utf-8").encode("utf-16-le"), Fate.READ, rows=BOTH),
    of_bytes("utf8-declared-utf16", declared("utf-16").encode(), Fate.READ, rows=BOTH),
    of_bytes("utf8-mark-declared-latin1", codecs.BOM_UTF8 + declared("iso-8859-1").encode(), Fate.READ, rows=BOTH),
    of_bytes("windows-1252-declared", declared("windows-1252", both('<S N="a">\xe9</S>')).encode("cp1252"), Fate.READ, rows=BOTH),
    of_bytes("utf16-mark-of-the-other-order", codecs.BOM_UTF16_BE + UTF16, Fate.UNRECOGNISED, "no export of PowerShell"),
    of_bytes("utf16-mark-before-utf8", codecs.BOM_UTF16_LE + BOTH_BYTES + b" ", Fate.UNRECOGNISED, "no export of PowerShell"),
    of_bytes("utf7-declared", declared("utf-7").encode(), Fate.DAMAGED, "encoding 'utf-7' is not supported"),
    of_bytes("utf7-bytes", TEXT.replace("<", "+ADw-").encode(), Fate.UNRECOGNISED, "no export of PowerShell"),
    of_bytes("ebcdic-declared", declared("ibm037").encode(), Fate.DAMAGED, "encoding 'ibm037' is not supported"),
    of_bytes("ebcdic-bytes", TEXT.encode("cp037"), Fate.UNRECOGNISED, "no export of PowerShell"),
    of_bytes("encoding-nobody-knows", declared("x-nothing").encode(), Fate.DAMAGED, "encoding 'x-nothing' is not supported"),
    of_bytes("utf16-of-odd-length", codecs.BOM_UTF16_LE + UTF16 + b"\0", Fate.DAMAGED, "utf-16", BOTH),
    of_bytes("utf16-cut-in-a-unit", codecs.BOM_UTF16_LE + UTF16[:-101], Fate.DAMAGED, "utf-16", ONE),
    of_bytes(
        "utf16-lone-surrogate",
        codecs.BOM_UTF16_LE + TEXT.replace("second", "s\ud800d").encode("utf-16-le", "surrogatepass"),
        Fate.DAMAGED,
        "utf-16",
        ONE,
    ),
    of_bytes("utf8-overlong-nul", with_bytes(b"a\xc0\x80"), Fate.DAMAGED, "not well-formed", ONE),
    of_bytes("utf8-overlong-less-than", with_bytes(b"\xe0\x80\xbc/S>"), Fate.DAMAGED, "not well-formed", ONE),
    of_bytes("utf8-surrogate", with_bytes(b"\xed\xa0\x80"), Fate.DAMAGED, "not well-formed", ONE),
    of_bytes("utf8-past-the-last-character", with_bytes(b"\xf5\x80\x80\x80"), Fate.DAMAGED, "not well-formed", ONE),
    of_bytes("utf8-continuation-alone", with_bytes(b"\x80"), Fate.DAMAGED, "not well-formed", ONE),
    of_bytes("latin1-undeclared", with_bytes(b"caf\xe9 "), Fate.DAMAGED, "not well-formed", ONE),
    of_bytes("utf8-cut-in-a-character", BOTH_BYTES[:-60].rstrip() + b"\xe2\x82", Fate.DAMAGED, "", ONE),
    of_bytes("two-marks", codecs.BOM_UTF8 * 2 + BOTH_BYTES, Fate.UNRECOGNISED, "no export of PowerShell"),
    of_bytes("mark-in-the-middle", with_bytes(b"\xef\xbb\xbfsecond.example"), Fate.READ, rows=(FIRST, "\ufeffsecond.example")),
    of_bytes("utf16-in-the-middle", with_bytes("second".encode("utf-16-le")), Fate.UNRECOGNISED, "no export of PowerShell (binary)"),
    of_bytes("characters-that-are-none", with_bytes(b"\xef\xbf\xbf"), Fate.DAMAGED, "not well-formed", ONE),
]

LATE = "x" * 70_000

CHARACTERS = [
    of_bytes("nul-in-text", with_bytes(b"a\0b"), Fate.UNRECOGNISED, "no export of PowerShell (binary)"),
    of_bytes("nul-late-in-text", with_bytes(LATE.encode() + b"\0"), Fate.DAMAGED, "not well-formed", ONE),
    of_bytes("nul-in-a-tag-late", document(domain(FIRST), domain(LATE, '<S\0 N="a"/>', number=9)).encode(), Fate.DAMAGED, "not well-formed", ONE),
    of_bytes("bell-late-in-text", with_bytes(LATE.encode() + b"\x07"), Fate.DAMAGED, "not well-formed", ONE),
    of_bytes("nul-behind-the-root", BOTH_BYTES + LATE.replace("x", " ").encode() + b"\0\0", Fate.DAMAGED, "not well-formed", BOTH),
    of_bytes("escape-in-text", with_bytes(b"\x1b[2J"), Fate.DAMAGED, "not well-formed", ONE),
    noted("reference-to-nul", both('<S N="a">x&#0;y</S>'), "references to characters that XML has not"),
    noted("reference-to-nul-in-a-name", both('<S N="a&#x0;b">x</S>'), "references to characters that XML has not"),
    noted("reference-to-escape", both('<S N="a">&#x1b;[2J</S>'), "references to characters that XML has not"),
    noted("reference-to-a-surrogate", both('<S N="a">&#xD83D;&#xDE00;</S>'), "2 references to characters that XML has not"),
    noted("reference-past-the-last-character", both('<S N="a">&#x110000;</S>'), "references to characters that XML has not"),
    noted("reference-of-many-digits", both(f'<S N="a">&#{"9" * 190};</S>'), "references to characters that XML has not"),
    damaged("reference-of-more-digits", both(f'<S N="a">&#{"9" * 5_000};</S>'), "not well-formed"),
    damaged("reference-without-a-number", both('<S N="a">&#;</S>'), "not well-formed"),
    damaged("reference-to-nul-beside-cdata", both('<S N="a">x&#0;y</S><S N="b"><![CDATA[a]]></S>'), "not well-formed"),
    read("c1-controls-in-text", both('<S N="a">\x85\x9b31m</S>')),
    read(
        "bidirectional-marks", document(domain("first\u202e.example"), domain("second.example", number=9)), ("first\u202e.example", "second.example")
    ),
    noted("escape-of-a-lone-surrogate", both('<S N="a">_xD800_</S>'), "surrogate"),
    read("escapes-that-look-like-escapes", both('<S N="a">_x005F_x0041_ _x12_ _xZZZZ_ _x_ _X0041_</S>')),
    read("escape-of-nul", both('<S N="a">_x0000__x001B_</S>')),
    read("escape-in-a-name", both('<S N="a_x0000_b">x</S>')),
]


def until(text: str, end: str) -> str:
    return text[: text.index(end)]


CUTS = [
    ("in-the-declaration", '<?xml version="1', NONE),
    ("in-the-root-tag", HEAD[:9], NONE),
    ("in-the-namespace", HEAD[:-8], NONE),
    ("after-the-root-tag", HEAD, NONE),
    ("in-a-record-tag", f"{HEAD}\r\n  <Obj Ref", NONE),
    ("in-an-attribute", f'{HEAD}\r\n  <Obj RefId="0', NONE),
    ("in-the-types", f'{HEAD}\r\n  <Obj RefId="0">\r\n    <TN RefId="0">\r\n      <T>Micro', NONE),
    ("in-a-property-tag", TEXT[: TEXT.index('<S N="Na') + 8], NONE),
    ("in-a-value", TEXT[: TEXT.index("rst.exam")], NONE),
    ("after-a-value", TEXT[: TEXT.index("</S>")], NONE),
    ("in-an-end-tag", TEXT[: TEXT.index("</S>") + 3], NONE),
    ("between-properties", TEXT[: TEXT.index("</S>") + 4], NONE),
    ("before-the-end-of-properties", TEXT[: TEXT.index("</Props>")], NONE),
    ("before-the-end-of-a-record", TEXT[: TEXT.index("</Obj>")], NONE),
    ("in-the-end-of-a-record", TEXT[: TEXT.index("</Obj>") + 5], NONE),
    ("after-a-record", TEXT[: TEXT.index("</Obj>") + 6], ONE),
    ("after-a-record-and-its-line", TEXT[: TEXT.index("</Obj>") + 8], ONE),
    ("in-the-second-record", TEXT[: TEXT.rindex("<S N")], ONE),
    ("before-the-end-of-the-second-record", TEXT[: TEXT.rindex("</Obj>")], ONE),
    ("before-the-end-of-the-root", TEXT[: TEXT.index("</Objs>")], BOTH),
    ("in-the-end-of-the-root", TEXT[:-1], BOTH),
    ("in-a-reference", until(both('<S N="a">&amp;</S>'), "p;</S>"), NONE),
    ("in-cdata", until(both('<S N="a"><![CDATA[abc]]></S>'), "c]]>"), NONE),
    ("in-a-comment-between-records", TEXT[: TEXT.index("</Obj>") + 6] + "<!-- a", ONE),
]
TRUNCATIONS = [damaged(f"cut-{name}", text, "", rows) for name, text, rows in CUTS]

CASES = [*ENCODINGS, *CHARACTERS, *TRUNCATIONS]
