"""Hostile CLIXML: references, types, structure, blobs, secrets, values out of range, layouts that lie."""

from __future__ import annotations

import re

from tests.hostile.case import FIRST, KIND, ONE, SECOND, Case, Fate, both, damaged, document, domain, noted, read
from tests.unit.ingest.reading import HEAD

BLOB = "AAEAAAD/////AQAAAAAAAAAMAgAAAE5TeXN0ZW0="


FAN_END = '<Ref N="MatchSubDomains" RefId="1024" />'


def fan_out(levels: int, width: int) -> str:
    """Return objects that each name the one before many times: width to the power of levels leaves, were they expanded."""
    roots = ['<Obj RefId="1000"><MS><S N="leaf">x</S></MS></Obj>']
    for level in range(1, levels + 1):
        names = "".join(f'<Ref N="r{n}" RefId="{999 + level}" />' for n in range(width))
        roots.append(f'<Obj RefId="{1000 + level}"><MS>{names}</MS></Obj>')
    return "\r\n".join(roots)


def fanned(name: str, levels: int, width: int) -> Case:
    """Return a case whose second domain hangs on the top of a fan, in a column and beside."""
    top = f'<Ref N="Fan" RefId="{1000 + levels}" /><Ref N="Default" RefId="{1000 + levels}" />'
    return read(name, document(domain(FIRST), fan_out(levels, width), domain(SECOND, top, number=5_000)))


def in_lists(levels: int) -> str:
    """Return a list whose entries are references to the list before it, as objects."""
    roots = ['<Obj RefId="1000"><LST><S>x</S></LST></Obj>']
    roots += [f'<Obj RefId="{1000 + n}"><LST>{f"""<Ref RefId="{999 + n}" />""" * 10}</LST></Obj>' for n in range(1, levels)]
    return "\r\n".join(roots)


REFERENCES = [
    fanned("fan-out-of-10-to-the-25", 25, 10),
    fanned("fan-out-of-2-to-the-2000", 2_000, 2),
    read("fan-out-in-lists", document(domain(FIRST), in_lists(25), domain(SECOND, FAN_END, number=5_000))),
    read(
        "fan-out-inside-one-record",
        both('<Obj N="a" RefId="50"><LST><S>x</S></LST></Obj>' + '<LST N="b">' + '<Ref RefId="50" />' * 50_000 + "</LST>"),
    ),
    read("reference-to-its-own-record", both('<Ref N="Self" RefId="0" />')),
    read(
        "reference-to-the-root-in-a-column",
        document(domain(FIRST, '<Ref N="Guid" RefId="0" /><Ref N="Default" RefId="0" />'), domain(SECOND, number=9)),
    ),
    read("circle-through-a-list", both('<Obj N="a" RefId="3"><LST><Ref RefId="3" /><Ref RefId="0" /></LST></Obj>')),
    read("circle-through-a-dictionary", both('<Obj N="a" RefId="3"><DCT><En><Ref N="Key" RefId="3" /><Ref N="Value" RefId="0" /></En></DCT></Obj>')),
    read("circle-in-a-list-column", both('<Obj N="WhenCreated" RefId="3"><LST><Ref RefId="3" /></LST></Obj>')),
    noted("reference-to-nothing", both('<Ref N="a" RefId="77" />'), "77"),
    noted("reference-forward", both('<Ref N="a" RefId="90" />'), "90"),
    noted("reference-with-no-number", both('<Ref N="a" />'), ""),
    noted("reference-with-a-negative-number", both('<Ref N="a" RefId="-1" />'), "-1"),
    noted("reference-with-words", both('<Ref N="a" RefId="../../etc/passwd" />'), "etc/passwd"),
    noted("reference-with-a-huge-number", both(f'<Ref N="a" RefId="{"9" * 5_000}" />'), "99"),
    noted("reference-as-a-record", both(between='<Ref RefId="4711" />'), "4711"),
    read("number-that-is-huge", document(domain(FIRST), f'<Obj RefId="{"9" * 40}"><S>a</S></Obj>', domain(SECOND, number=9))),
    read("number-that-is-none", document(domain(FIRST), '<Obj RefId="x"><S>a</S></Obj>', domain(SECOND, number=9))),
    noted("number-twice", both(between='<Obj RefId="0"><S>again</S></Obj>'), "RefId 0 of <Obj> comes again"),
    noted("types-reference-to-nothing", document(domain(FIRST, types='<TNRef RefId="5" />'), domain(SECOND, types=f"<TN><T>{KIND}</T></TN>")), "5"),
    noted("types-reference-forward", both('<Obj N="a"><TNRef RefId="8" /></Obj><Obj N="b"><TN RefId="8"><T>x</T></TN></Obj>'), "8"),
    noted("types-number-twice", both('<Obj N="a" RefId="1"><TN RefId="0"><T>x</T></TN></Obj>'), "RefId 0 of <TN> comes again"),
    Case(
        name="types-past-the-limit",
        make=lambda _canary: document(*(f'<Obj><TN RefId="{n}"><T>x</T></TN></Obj>' for n in range(100_001)), domain(FIRST)).encode(),
        fate=Fate.DAMAGED,
        says="more than the limit of 100000 lists of types",
        is_long=True,
    ),
]

STRUCTURE = [
    damaged("text-between-properties", both("hello"), "text stands between elements"),
    damaged("text-between-records", both(between="hello"), "text stands between elements", ONE),
    damaged("element-inside-a-value", both('<S N="a">x<S>y</S></S>'), "an element stands inside the value <S>"),
    damaged("properties-in-properties", both("<Props><S>x</S></Props>"), "<Props> stands in <Props>"),
    damaged("entry-outside-of-a-dictionary", both('<En><S N="Key">a</S></En>'), "<En> stands in"),
    damaged("entry-without-a-key", both('<DCT N="a"><En><S N="Value">x</S></En></DCT>'), ""),
    damaged("entry-of-three", both('<DCT N="a"><En><S N="Key">a</S><S N="Value">b</S><S N="Value">c</S></En></DCT>'), "needs one Key and one Value"),
    damaged("types-outside-of-an-object", both("<TN><T>x</T></TN>"), "<TN> stands in"),
    damaged("display-text-as-a-property", both("<ToString>x</ToString>"), "<ToString> stands in"),
    damaged("unknown-tag", both('<Script N="a">x</Script>'), "<Script> is no known tag"),
    damaged("root-inside", both(HEAD + "</Objs>"), "<Objs> is no known tag"),
    noted("unknown-tag-of-a-later-version", both('<Script N="a"><S>x</S></Script>', head=HEAD.replace("1.1.0.1", "1.2")), "unknown tag <Script>"),
    read(
        "dictionary-with-odd-keys",
        both('<DCT N="a"><En><I32 N="Key">1</I32><S N="Value">x</S></En><En><Obj N="Key"><S>a</S></Obj><Nil N="Value"/></En></DCT>'),
    ),
    read(
        "dictionary-with-colliding-keys",
        both('<DCT N="a"><En><S N="Key">k</S><S N="Value">x</S></En><En><S N="Key">K</S><S N="Value">y</S></En></DCT>'),
    ),
    noted("property-twice", both('<S N="Name">other</S>'), "Name", (SECOND, "other")),
    read("property-in-both-blocks", both('</Props><MS><S N="Name">wins.example</S></MS><Props>'), (SECOND, "wins.example")),
    noted("property-without-a-name", both("<S>x</S>"), "a property without a name"),
    read("property-with-an-empty-name", both('<S N="">x</S>')),
    read("property-named-like-a-method", both('<S N="__class__">x</S><S N="get">x</S><S N="properties">x</S>')),
    read("member-set-inside", both("</Props><MS><MS N='PSStandardMembers'><S N='a'>x</S></MS></MS><Props>")),
    read("stream-mark-before-the-document", "#< CLIXML\r\n" + both()),
    read("stream-mark-with-a-line-feed", "#< CLIXML\n" + both()),
    noted(
        "stream-dump",
        "#< CLIXML\r\n" + both(between='<S S="Error">bad</S><Obj S="progress"><MS><PR N="Record"><AV>a</AV></PR></MS></Obj>'),
        "another stream",
    ),
    noted(
        "stream-of-errors-that-look-like-domains",
        both(between=domain("ghost.example", number=5).replace("<Obj ", '<Obj S="Error" ', 1)),
        "another stream",
    ),
    damaged("stream-mark-alone", "#< CLIXML\r\n", ""),
    read("stream-mark-twice-is-text", both(between="<S>#&lt; CLIXML</S>")),
    read("script-block", both('<SBK N="a">Remove-Item C:\\ -Recurse</SBK>')),
    read("document-as-a-value", both('<XD N="a">&lt;!DOCTYPE a [&lt;!ENTITY b SYSTEM "file:///etc/passwd"&gt;]&gt;&lt;a&gt;&amp;b;&lt;/a&gt;</XD>')),
    read("everything-null", document(domain(FIRST), '<Nil /><Nil N="a" /><Obj /><LST /><DCT /><S />', domain(SECOND, number=9))),
]


def blob(place: str, text: str = BLOB) -> str:
    return place.replace("@", text)


BLOBS = [
    noted("blob-where-it-belongs", both(blob('</Props><MS><BA N="SerializationData">@</BA></MS><Props>')), "1 serialized .NET objects"),
    noted("blob-in-the-adapted-properties", both(blob('<BA N="SerializationData">@</BA>')), "1 serialized .NET objects"),
    noted("blob-as-text", both(blob('<S N="serializationdata">@</S>')), "1 serialized .NET objects"),
    noted("blob-in-a-list", both(blob('<LST N="SerializationData"><BA>@</BA><BA>@</BA></LST>')), "serialized .NET objects"),
    noted("blob-in-a-nested-object", both(blob('<Obj N="a"><MS><BA N="SerializationData">@</BA></MS></Obj>')), "1 serialized .NET objects"),
    noted("blob-as-an-object", both(blob('<Obj N="SerializationData"><Props><BA N="b">@</BA></Props></Obj>')), "serialized .NET objects"),
    read("blob-in-a-dictionary", both(blob('<DCT N="a"><En><S N="Key">SerializationData</S><BA N="Value">@</BA></En></DCT>'))),
    noted("blob-of-9-mb", both(blob('<BA N="SerializationData">@</BA>', "A" * 9_000_000)), "1 serialized .NET objects"),
    damaged("blob-of-11-mb", both(blob('<BA N="SerializationData">@</BA>', "A" * 11_000_000)), "longer than 10000000 bytes, a fixed limit"),
    damaged("blob-never-ends", both('<BA N="SerializationData">' + BLOB), ""),
    damaged("blob-with-a-tag-inside", both(blob('<BA N="SerializationData">@<S>x</S></BA>')), "an element stands inside the value <BA>"),
    damaged("blob-with-a-comment-inside", both(blob('<BA N="SerializationData">@<!-- </BA> --></BA>')), "a comment inside a record"),
    noted("blob-with-cdata-inside", both('<BA N="SerializationData"><![CDATA[</BA>]]></BA>'), "1 serialized .NET objects"),
    noted("blob-by-an-escaped-name", both(blob('<BA N="Serialization_x0044_ata">@</BA>')), "1 serialized .NET objects"),
    noted("blob-by-a-referenced-name", both(blob('<BA N="Serialization&#68;ata">@</BA>')), "1 serialized .NET objects"),
    noted("blob-in-single-quotes", both(blob("<BA  N = 'SerializationData' >@</BA >")), "1 serialized .NET objects"),
    read("blob-that-is-only-named-in-text", both('<S N="a">&lt;BA N="SerializationData"&gt;</S>')),
    read("blob-that-is-only-named-in-cdata", both('<S N="a"><![CDATA[<BA N="SerializationData">]]></S>')),
]

SECRETS = [
    noted("secure-string", both('<SS N="a">01000000d08c9ddf0115d1118c7a00c04fc297eb</SS>'), "a SecureString was cut out"),
    noted(
        "credential",
        both(
            '<Obj N="c"><TN><T>System.Management.Automation.PSCredential</T></TN><Props><S N="UserName">u</S><SS N="Password">7300</SS></Props></Obj>'
        ),
        "",
    ),
    noted("password-as-text", both('<S N="ServicePassword">hunter2</S>'), "ServicePassword"),
    noted("password-in-configuration-text", both('<XD N="c">&lt;add password="hunter2" /&gt;</XD>'), ""),
    noted("private-key", both('<BA N="PrivateKey">AAEC</BA>'), "PrivateKey"),
]

VALUES = [
    noted(f"value-{name}", both(f'<{tag} N="a">{text}</{tag}>'), f"<{tag}>")
    for name, tag, text in [
        ("i32-past-its-range", "I32", "2147483648"),
        ("i32-of-10000-digits", "I32", "9" * 10_000),
        ("i32-that-is-a-word", "I32", "many"),
        ("i32-in-arabic-digits", "I32", "\u0661\u0662"),
        ("u64-negative", "U64", "-1"),
        ("byte-past-its-range", "By", "256"),
        ("double-that-is-a-word", "Db", "1,5"),
        ("decimal-with-an-exponent", "D", "1E400"),
        ("decimal-of-10000-digits", "D", "1" * 10_000),
        ("flag-that-is-a-word", "B", "maybe"),
        ("bytes-that-are-no-base64", "BA", "@@@"),
        ("character-past-its-range", "C", "65536"),
    ]
]
ODD_VALUES = [
    ("double-not-a-number", '<Db N="a">NaN</Db><Db N="b">-INF</Db><Db N="c">1E308</Db>'),
    ("time-smallest", '<DT N="WhenCreated">0001-01-01T00:00:00</DT>'),
    ("time-largest", '<DT N="WhenCreated">9999-12-31T23:59:59.9999999Z</DT>'),
    ("time-largest-with-an-offset", '<DT N="WhenCreated">9999-12-31T23:59:59.9999999-14:00</DT>'),
    ("time-smallest-with-an-offset", '<DT N="WhenCreated">0001-01-01T00:00:00+14:00</DT>'),
    ("time-that-is-none", '<DT N="WhenCreated">9999-99-99T99:99:99</DT>'),
    ("time-of-10000-digits", f'<DT N="WhenCreated">{"9" * 10_000}</DT>'),
    ("duration-largest", '<TS N="a">P10675199DT2H48M5.4775807S</TS>'),
    ("duration-past-its-range", f'<TS N="a">P{"9" * 400}D</TS>'),
    ("duration-that-is-none", '<TS N="WhenChanged">soon</TS>'),
    ("version-of-ten-parts", '<Version N="a">1.2.3.4.5.6.7.8.9.10</Version>'),
    ("version-of-huge-parts", f'<Version N="a">{"9" * 3_000}.0</Version>'),
    ("guid-that-is-none", '<G N="Guid">zzzzzzzz-0000-4000-8000-000000000001</G>'),
    ("guid-with-braces", '<S N="Guid">{00000000-0000-4000-8000-000000000001}</S>'),
    ("flag-column-with-a-list", '<LST N="Default"><B>true</B><B>false</B></LST>'),
    ("flag-column-with-an-object", '<Obj N="Default"><Props><S N="a">x</S></Props></Obj>'),
    ("name-column-with-bytes", '<BA N="Identity">AAEC</BA>'),
    ("name-column-with-a-number", '<Db N="Identity">1E308</Db>'),
    ("characters-outside-the-plane", '<S N="a">\U0001f600\U0010fffd</S>'),
]
VALUES += [read(f"value-{name}", both(more)) for name, more in ODD_VALUES]

FORGED = '\r\n    </Props>\r\n  </Obj>\r\n  <Obj RefId="55">\r\n    <TNRef RefId="0" />\r\n    <Props>\r\n      <S N="Name">ghost.example</S>'
LINES = both().split("\r\n")
UNINDENTED = "\r\n".join(line.lstrip() for line in LINES)
NESTED = (
    '\r\n      <Obj N="a" RefId="70">\r\n  <MS>\r\n  <Obj N="b" RefId="71">\r\n  <MS><S N="c">x</S></MS>\r\n  </Obj>\r\n  </MS>\r\n  </Obj>'
    '\r\n  <Obj N="d" RefId="72">\r\n  </Obj>'
)

LAYOUTS = [
    read("layout-in-one-line", re.sub(r">\s+<", "><", both())),
    read("layout-without-indentation", UNINDENTED),
    read("layout-with-line-feeds", both().replace("\r\n", "\n")),
    read("layout-with-carriage-returns", both().replace("\r\n", "\r")),
    read("layout-with-mixed-line-ends", "".join(line + ["\r\n", "\n", "\r", "\n\n", "\r\r\n"][n % 5] for n, line in enumerate(LINES))),
    read("layout-with-tabs", both().replace("  ", "\t")),
    read("layout-with-deeper-records", "\r\n".join("      " + line if n else line for n, line in enumerate(LINES))),
    read("layout-with-a-tag-over-lines", both().replace("<Obj RefId", "<Obj\r\n  RefId").replace("</Obj>", "</Obj\r\n  >")),
    read("layout-with-single-quotes", both().replace('RefId="0"', "RefId='0'")),
    read("layout-with-records-on-one-line", document(domain(FIRST) + domain(SECOND, number=9) + "<S>a</S>")),
    read("record-end-in-cdata", both(f'<S N="a"><![CDATA[{FORGED}]]></S>')),
    read("record-end-in-an-attribute", both('<S N="a\r\n  &lt;/Obj>\r\n  ">x</S>')),
    read("record-end-escaped-in-text", both(f'<S N="a">{FORGED.replace("<", "&lt;")}</S>')),
    damaged("record-end-in-a-comment", both(f"<!-- {FORGED} -->"), "a comment inside a record"),
    damaged("record-end-in-an-instruction", both(f"<?a {FORGED} ?>"), "a processing instruction (a)"),
    read("record-end-in-a-comment-between-records", both(between=f"<!-- {FORGED} -->\r\n<!--\r\n  </Obj>\r\n-->")),
    read("record-end-at-another-depth", both(NESTED)),
    damaged("record-end-too-many", both().replace("  </Obj>\r\n", "  </Obj>\r\n  </Obj>\r\n", 1), "not well-formed", ONE),
    damaged("record-end-missing", both().replace("  </Obj>\r\n", "", 1), ""),
    damaged("record-with-raw-less-than-in-an-attribute", both('<S N="\r\n  </Obj>\r\n">x</S>'), "not well-formed"),
    read("document-end-in-cdata", both('<S N="a"><![CDATA[\r\n</Objs>\r\n]]></S>')),
    read("value-of-blank-lines", both(f'<S N="a">{"  " + chr(13) + chr(10)}{"    " * 10_000}</S>')),
    read("record-of-200-kb-between", both(between=f"<S>{'x' * 200_000}</S>")),
    Case(
        name="records-by-the-thousands",
        make=lambda _canary: document(*(domain(f"d{n:05}.example", number=n) for n in range(9_999))).encode(),
        fate=Fate.READ,
        rows=tuple(f"d{n:05}.example" for n in range(9_999)),
    ),
]

CASES = [*REFERENCES, *STRUCTURE, *BLOBS, *SECRETS, *VALUES, *LAYOUTS]
