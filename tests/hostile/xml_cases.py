"""Hostile XML: document types, entities, inclusions, comments, names, floods, what is not well-formed."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

from tests.hostile.case import BOTH, FIRST, NAMESPACE, NONE, ONE, Case, Fate, both, damaged, document, domain, noted, read, unrecognised
from tests.unit.ingest.reading import HEAD

TYPE = "document type declaration"
INCLUDE = '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{canary}" parse="text" />'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))


def typed(name: str, subset: str, more: str = "", encoding: str = "utf-8") -> Case:
    """Return a case of a document type; `{canary}` stands for the address of a file that nobody may read."""

    def make(canary: str) -> bytes:
        return both(more, before=f"<!DOCTYPE {subset}>").replace("{canary}", canary).encode(encoding)

    return Case(name=name, make=make, fate=Fate.DAMAGED, says=TYPE)


def with_canary(name: str, text: str, fate: Fate, says: str = "", rows: tuple[str, ...] = NONE) -> Case:
    """Return a case that names the canary outside of a document type."""
    return Case(name=name, make=lambda canary: text.replace("{canary}", canary).encode(), fate=fate, says=says, rows=rows)


DOCUMENT_TYPES = [
    typed("entity-internal", 'Objs [<!ENTITY a "x">]', '<S N="a">&a;</S>'),
    typed("entity-file", 'Objs [<!ENTITY a SYSTEM "{canary}">]', '<S N="a">&a;</S>'),
    typed("entity-file-in-attribute", 'Objs [<!ENTITY a SYSTEM "{canary}">]', '<S N="&a;">x</S>'),
    typed("entity-http", 'Objs [<!ENTITY a SYSTEM "http://192.0.2.1/a">]', '<S N="a">&a;</S>'),
    typed("entity-public", 'Objs [<!ENTITY a PUBLIC "-//A//B" "{canary}">]', '<S N="a">&a;</S>'),
    typed("entity-unused", 'Objs [<!ENTITY a SYSTEM "{canary}">]'),
    typed("entity-unparsed", 'Objs [<!NOTATION n SYSTEM "{canary}"><!ENTITY a SYSTEM "{canary}" NDATA n>]'),
    typed("billion-laughs", f'Objs [<!ENTITY l0 "ha">{LAUGHS}]', '<S N="a">&l11;</S>'),
    typed("quadratic-blowup", f'Objs [<!ENTITY a "{"x" * 50_000}">]', f'<S N="a">{"&a;" * 2_000}</S>'),
    typed("entity-recursive", 'Objs [<!ENTITY a "&b;"><!ENTITY b "&a;">]', '<S N="a">&a;</S>'),
    typed("parameter-entity-file", 'Objs [<!ENTITY % p SYSTEM "{canary}"> %p;]'),
    typed("parameter-entity-internal", 'Objs [<!ENTITY % p "<!ENTITY a &#34;x&#34;>"> %p;]', '<S N="a">&a;</S>'),
    typed("attribute-list-renames", 'Objs [<!ATTLIST S N CDATA "Name">]', f"<S>{FIRST}</S>"),
    typed("attribute-list-fixed-namespace", f'Objs [<!ATTLIST Objs xmlns CDATA #FIXED "{NAMESPACE}">]'),
    typed("element-declarations", "Objs [<!ELEMENT Objs ANY>]"),
    typed("document-type-external", 'Objs SYSTEM "{canary}"'),
    typed("document-type-http", 'Objs SYSTEM "http://192.0.2.1/objs.dtd"'),
    typed("document-type-public", 'Objs PUBLIC "-//W3C//DTD XHTML 1.0//EN" "{canary}"'),
    typed("document-type-bare", "Objs"),
    typed("document-type-of-another-root", "html"),
    typed("document-type-utf16", 'Objs [<!ATTLIST S N CDATA "Name">]', "<S>x</S>", "utf-16"),
    typed("document-type-utf16be-without-mark", 'Objs [<!ENTITY a "x">]', '<S N="a">&a;</S>', "utf-16-be"),
    typed("document-type-utf32", 'Objs [<!ENTITY a "x">]', '<S N="a">&a;</S>', "utf-32"),
    damaged("document-type-after-a-comment", "<!-- a --><?b c?>\n<!DOCTYPE Objs>" + both(), TYPE),
    damaged("document-type-in-small-letters", "<!doctype Objs>" + both(), "not well-formed"),
    damaged("document-type-inside", both(between="<!DOCTYPE Objs>"), "not well-formed", ONE),
    damaged("document-type-never-ends", "<!DOCTYPE Objs [" + both(), ""),
    damaged("entity-undefined", both('<S N="a">&nbsp;</S>'), "not well-formed"),
]

INCLUSIONS = [
    with_canary("xinclude-as-value", both(INCLUDE), Fate.DAMAGED, "no known tag"),
    with_canary("xinclude-as-record", both(between=INCLUDE), Fate.DAMAGED, "no known tag", ONE),
    with_canary("stylesheet", both(before='<?xml-stylesheet type="text/xsl" href="{canary}"?>'), Fate.READ, rows=BOTH),
    with_canary(
        "schema-location",
        both(head=HEAD[:-1] + ' xmlns:x="http://www.w3.org/2001/XMLSchema-instance" x:schemaLocation="a {canary}">'),
        Fate.READ,
        rows=BOTH,
    ),
    with_canary("xml-base", both(head=HEAD[:-1] + ' xml:base="{canary}">'), Fate.READ, rows=BOTH),
    with_canary("catalog-instruction", both(before='<?oasis-xml-catalog catalog="{canary}"?>'), Fate.READ, rows=BOTH),
    with_canary("uri-value", both('<URI N="Uri">{canary}</URI>'), Fate.READ, rows=BOTH),
]

HIDDEN = [
    damaged("comment-in-a-value", document(domain("fir<!-- -->st.example")), "a comment inside a record"),
    damaged("comment-between-properties", both("<!-- a -->"), "a comment inside a record"),
    read("comment-between-records", both(between="<!-- a -->")),
    read("comments-around-the-root", both(before="<!-- <Objs> -->", after="<!-- </Objs> -->")),
    damaged("comment-never-ends", both(between="<!-- a"), "", ONE),
    damaged("comment-with-two-dashes", both(between="<!-- a -- b -->"), "not well-formed", ONE),
    damaged("instruction-in-a-value", document(domain("fir<?a b?>st.example")), "a processing instruction (a)"),
    read("instruction-between-records", both(between="<?a b?>")),
    damaged("instruction-named-xml", both(between='<?xml version="1.0"?>'), "not well-formed", ONE),
    read("cdata-as-value", document(domain(f"<![CDATA[{FIRST}]]>"), domain("second.example", number=9))),
    read("cdata-with-markup", both('<S N="Note"><![CDATA[</S></Props></Obj></Objs>]]></S>')),
    read("cdata-in-pieces", document(domain("<![CDATA[first]]>.<![CDATA[exam]]>ple")), ONE),
    damaged("cdata-between-records", both(between="<![CDATA[x]]>"), "text stands between elements", ONE),
    damaged("cdata-never-ends", both('<S N="a"><![CDATA[</S>'), ""),
    damaged("cdata-end-in-text", both('<S N="a">]]></S>'), "not well-formed"),
]

NAMESPACES = [
    unrecognised("namespace-missing", both(head="<Objs>").encode(), "XML with the root Objs"),
    unrecognised("namespace-of-another", both(head='<Objs xmlns="http://example.com/">').encode(), "XML with the root"),
    unrecognised("namespace-by-prefix", both(head=f'<p:Objs xmlns:p="{NAMESPACE}">').replace("</Objs>", "</p:Objs>").encode(), "XML with the root"),
    damaged("namespace-changed-inside", both('<S xmlns="urn:x" N="a">x</S>'), "no known tag"),
    read("namespace-by-prefix-inside", document(domain(FIRST), f'<q:Obj xmlns:q="{NAMESPACE}" RefId="8"><q:S>a</q:S></q:Obj>'), ONE),
    damaged("namespace-prefix-undeclared", both('<q:S N="a">x</q:S>'), ""),
    noted("name-attribute-with-prefix", both('<S xmlns:q="urn:x" q:N="Guid">x</S>'), "a property without a name"),
    damaged("namespace-as-record", both(between='<Obj xmlns=""><S>a</S></Obj>'), "no known tag", ONE),
]


def many(name: str, more: Callable[[], str], fate: Fate, says: str = "", rows: tuple[str, ...] = NONE) -> Case:
    """Return a case that is large and made only when it is needed."""
    return Case(name=name, make=lambda _canary: both(more()).encode(), fate=fate, says=says, rows=rows)


def nested(depth: int) -> str:
    return f'<LST N="a">{"<LST>" * depth}{"</LST>" * depth}</LST>'


def each(attribute: str, count: int) -> str:
    """Return an attribute many times, `@` a number, quoted behind the sign."""
    name, _, value = attribute.partition("=")
    return " ".join(f'{name.replace("@", str(n))}="{value.replace("@", str(n))}"' for n in range(count))


FLOODS = [
    many("depth-300", lambda: nested(300), Fate.DAMAGED, "nested deeper"),
    many("depth-3000", lambda: nested(3_000), Fate.DAMAGED, "nested deeper"),
    many("depth-300000-never-closed", lambda: "<LST>" * 300_000, Fate.DAMAGED, "nested deeper"),
    many("depth-of-objects-300", lambda: '<Obj N="a"><MS>' * 300 + "</MS></Obj>" * 300, Fate.DAMAGED, "nested deeper"),
    many("depth-of-dictionaries", lambda: '<DCT N="a">' + '<En><S N="Key">k</S><DCT N="Value">' * 300, Fate.DAMAGED, "nested deeper"),
    many("text-of-11-mb", lambda: f'<S N="a">{"x" * 11_000_000}</S>', Fate.DAMAGED, "longer than 10000000 bytes, a fixed limit"),
    replace(many("attribute-of-11-mb", lambda: f'<S N="{"x" * 11_000_000}">a</S>', Fate.DAMAGED), is_long=True),
    many(
        "type-name-of-11-mb",
        lambda: f'<Obj N="a"><TN><T>{"x" * 11_000_000}</T></TN></Obj>',
        Fate.DAMAGED,
        "longer than 10000000 bytes, a fixed limit",
    ),
    many("attributes-by-the-thousands", lambda: f"<S {each('a@=@', 50_000)} N='a'>x</S>", Fate.READ, rows=BOTH),
    many("namespaces-by-the-thousands", lambda: f"<S {each('xmlns:a@=@', 20_000)} N='a'>x</S>", Fate.READ, rows=BOTH),
    Case(
        name="elements-past-the-limit",
        make=lambda _canary: both(f'<LST N="a">{"<Nil/>" * 2_000_001}</LST>').encode(),
        fate=Fate.DAMAGED,
        says="more than 2000000 elements, a fixed limit",
        is_long=True,
    ),
    many("properties-by-the-thousands", lambda: "".join(f'<S N="p{n}">x</S>' for n in range(50_000)), Fate.READ, rows=BOTH),
    many("tag-name-of-60-kb", lambda: f"<{'x' * 60_000}/>", Fate.DAMAGED, ""),
    many("property-name-of-60-kb", lambda: f'<S N="{"x" * 60_000}">a</S>', Fate.READ, rows=BOTH),
    many("white-space-of-9-mb", lambda: " " * 9_000_000, Fate.READ, rows=BOTH),
    many("line-feeds-by-the-million", lambda: "\n" * 1_000_000, Fate.READ, rows=BOTH),
    many("character-references-by-the-million", lambda: f'<S N="a">{"&#65;" * 1_000_000}</S>', Fate.READ, rows=BOTH),
    many("empty-records-by-the-thousands", lambda: "</Props></Obj>" + "<Nil/>" * 50_000 + '<Obj RefId="7"><Props>', Fate.READ, rows=BOTH),
]


def zipped() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("Get-AcceptedDomain.xml", both())
    return content.getvalue()


OTHER_KINDS = [
    unrecognised("gzip-named-xml", gzip.compress(both().encode(), mtime=0), "an archive inside the input (gz) is not opened"),
    unrecognised("zip-named-xml", zipped(), "an archive inside the input (zip) is not opened"),
    unrecognised("html-named-xml", b"<!DOCTYPE html><html><body>x</body></html>", "no export of PowerShell (a page of HTML)"),
    unrecognised("html-without-a-document-type", b"<html><body>x</body></html>", "no export of PowerShell (a page of HTML)"),
    unrecognised("svg-named-xml", b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "XML with the root"),
    unrecognised("json-named-xml", b'{"a": 1}', "no export of PowerShell (JSON)"),
    unrecognised("text-before-the-root", b"hello\n" + both().encode(), "no export of PowerShell (text)"),
    unrecognised("executable-named-xml", b"MZ\x90\x00\x03\x00\x00\x00" + bytes(64), "no export of PowerShell (a program)"),
    unrecognised("script-named-xml", b"Get-Process | Stop-Process\n", "no export of PowerShell (text)"),
]

MALFORMED = [
    damaged("two-roots", both(after=document(domain("third.example"))), "not well-formed", BOTH),
    damaged("text-after-the-root", both(after="hello"), "not well-formed", BOTH),
    damaged("end-tag-after-the-root", both(after="</Objs>"), "not well-formed", BOTH),
    damaged("space-before-the-declaration", ' <?xml version="1.0"?>' + both(), "not well-formed"),
    damaged("two-declarations", '<?xml version="1.0"?><?xml version="1.0"?>' + both(), "not well-formed"),
    damaged("declaration-of-version-2", '<?xml version="2.0"?>' + both(), "not well-formed"),
    damaged("end-tags-crossed", both("<LST N='a'><S>x</LST></S>"), "not well-formed"),
    damaged("end-tag-missing", both('<S N="a">x'), ""),
    damaged("attribute-twice", both('<S N="a" N="b">x</S>'), "not well-formed"),
    damaged("attribute-without-quotes", both("<S N=a>x</S>"), "not well-formed"),
    damaged("attribute-without-value", both("<S N>x</S>"), "not well-formed"),
    damaged("ampersand-alone", both('<S N="a">a & b</S>'), "not well-formed"),
    damaged("less-than-in-attribute", both('<S N="a<b">x</S>'), "not well-formed"),
    damaged("less-than-in-text", both('<S N="a">a < b</S>'), "not well-formed"),
    damaged("tag-with-a-space-in-front", both('< S N="a">x</S>'), "not well-formed"),
    damaged("tag-that-begins-with-a-digit", both("<1S>x</1S>"), "not well-formed"),
    damaged("version-2-of-clixml", both(head=HEAD.replace("1.1.0.1", "2.0")), "version '2.0' is unknown"),
    damaged("version-that-is-no-number", both(head=HEAD.replace("1.1.0.1", "&lt;b&gt;")), "is unknown"),
    read("root-without-a-record", document(), NONE),
    read("root-that-closes-itself", HEAD[:-1] + " />", NONE),
]

CASES = [*DOCUMENT_TYPES, *INCLUSIONS, *HIDDEN, *NAMESPACES, *FLOODS, *OTHER_KINDS, *MALFORMED]
