"""The block of words and vectors that the collector's script holds between two markers, in PowerShell 2.0.

The words are those that redaction leaves as they are; the vectors say what this program's twin makes of a value, so that
the script's `-SelfTest` shows on the server itself whether both do the same. Data only, ASCII: `{u+00fc}` stands for a character.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from exposture.bundle import redaction_words as words
from exposture.bundle.redaction import Mode, Redactor
from exposture.catalog.collector_block import literal
from exposture.catalog.convert import UNLIMITED, converter_of
from exposture.catalog.dataset import Holds
from exposture.ingest.csv_cells import encode_cell

BEGIN = "# BEGIN generated vectors: exposture datasets collector-vectors"
END = "# END generated vectors"
KEY = bytes(range(32))
SERVERS = ("EX2", "EX1", "EDGE1")
TERMS = ("CONTOSO", "contoso.com", "Contoso Ltd")
_WIDTH = 140
_INDENT = "    "
_NOT_ASCII = re.compile(r"[^ -~]")

NEUTRAL = (
    ("size", "36 MB (37,748,736 bytes)"),
    ("size", "35 MB (36.700.160 Bytes)"),
    ("size", "152.1 MB (159\u00a0449\u00a0088 bytes)"),
    ("size", "1.5 GB"),
    ("size", "Unlimited"),
    ("size", "1048576"),
    ("Unlimited<int>", "5000"),
    ("Unlimited<int>", "Unlimited"),
    ("duration", "00:10:00"),
    ("duration", "-1.02:03:04.5"),
    ("duration", "600"),
    ("bool", "True"),
    ("bool", "false"),
    ("int", "-12"),
    ("float", "1.5"),
    ("guid", "{0d8e4f6a-1b2c-4d5e-8f90-a1b2c3d4e5f6}"),
    ("flags", "AnonymousUsers, ExchangeServers"),
    ("flags", "{Tls, Integrated}"),
    ("string", "a text"),
)
CELLS = ("plain", "a|b", "C:\\temp", "two\r\nlines", "\\0", "\\e", "")
VALUES: Mapping[Holds, Sequence[str]] = {
    Holds.PLAIN: ("36",),
    Holds.LABEL: (
        "Relay for printers",
        "RELAY FOR PRINTERS",
        "M\u00dcLLER GmbH",
        "\u03a3\u039f\u03a6\u0399\u0391",
        "\u0418\u0432\u0430\u043d",
        "EX1",
        "ex1.contoso.com",
        "EX1\\Default Frontend EX1",
        "EX9\\Default Frontend EX9",
        "EX2\\owa (Default Web Site)",
        "Organization Management",
        "contoso.com/Users/John Smith",
        "contoso.com/Users/Sales\\/Marketing",
        "john.smith@contoso.com",
        "0d8e4f6a-1b2c-4d5e-8f90-a1b2c3d4e5f6",
        "HealthMailbox0123456789abcdef0123456789abcdef",
        "",
    ),
    Holds.ACCOUNT: ("CONTOSO\\john", "NT AUTHORITY\\SYSTEM", "S-1-5-21-1004336348-1177238915-682003330-1107"),
    Holds.HOST: (
        "mail.contoso.com",
        "Contoso.COM",
        "*.contoso.com",
        "autodiscover.contoso.co.uk",
        "contoso.mail.onmicrosoft.com",
        "contoso-com.mail.protection.outlook.com",
        "ex1.corp.contoso.com",
        "EX2",
        "*",
        "--",
        "smtp:*.fabrikam.com;1",
        "[10.1.2.3]",
        "10.1.2.3,relay.contoso.com",
        "dc1.contoso.com,0x8 time.windows.com,0x9",
        "HTTP/mail.contoso.com",
        "*:443:mail.contoso.com",
        "mail.contoso.com:8443",
        "b\u00fccher.example",
    ),
    Holds.URL: (
        "https://mail.contoso.com/owa",
        "https://EX1.contoso.com:444/EWS/Exchange.asmx",
        "https://user@mail.contoso.com/x?realm=contoso.com",
        "\\\\ex1\\share\\file.oab",
        "/owa/contoso",
    ),
    Holds.SMTP: (
        "John.Smith@contoso.com",
        "SMTP:postmaster@mail.contoso.com",
        "X500:/o=First Organization/cn=Recipients/cn=john",
        "<>",
        "John <john@contoso.com>",
    ),
    Holds.DN: (
        "CN=Smith\\, John,OU=Sales,DC=contoso,DC=com",
        "CN=Default EX1,CN=SMTP Receive Connectors,CN=Protocols,CN=EX1,CN=Servers,CN=Contoso Ltd,CN=Microsoft Exchange,CN=Services,DC=contoso,DC=com",
        "CN=ms-Exch-Smtp-Receive-Connector,CN=Schema,CN=Configuration,DC=contoso,DC=com",
        "CN=a\\\\b \\+ c,DC=corp,DC=contoso,DC=com",
        "contoso.com/Users/John Smith",
    ),
    Holds.SID: (
        "S-1-5-21-1004336348-1177238915-682003330-1107",
        "S-1-5-21-1004336348-1177238915-682003330",
        "S-1-5-21-9-9-9-512",
        "S-1-5-32-544",
        "S-1-9-1419165041-1139599005-3936102811-1022490595-21",
        "S-1-12-1-1-2-3-4",
        "S-1-5-7",
        "CONTOSO\\john",
    ),
    Holds.SDDL: ("D:(A;;GA;;;S-1-5-21-1004336348-1177238915-682003330-1107)(A;;CCLC;;;WD)(D;;SD;;;S-1-5-32-544)",),
    Holds.ADDRESS: (
        "10.1.2.3",
        "10.1.2.0/24",
        "10.1.0.0/16",
        "10.1.2.10-10.1.2.60",
        "10.1.1.0-10.1.10.255",
        "172.20.5.9",
        "192.168.1.0(255.255.255.0)",
        "192.168.1.0/255.255.255.0",
        "100.70.1.1",
        "169.254.3.4",
        "8.8.4.4",
        "203.0.113.25",
        "192.0.2.0-192.0.2.255",
        "11.0.0.0-126.255.255.255",
        "0.0.0.0-255.255.255.255",
        "::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "0.0.0.0:25",
        "[::]:25",
        "10.1.2.3:2525",
        "127.0.0.1",
        "2001:db8::5",
        "[2001:4860:4860::8888]:25",
        "fd12:3456:789a::/48",
        "fe80::1c2d:3e4f:5a6b:7c8d%12",
        "::ffff:10.1.2.3",
        "2001:4860::1-2001:4860::ff",
        "10.1.2.3, 10.1.2.4",
    ),
    Holds.WORDS: (
        "MSExchangeTransport",
        "EX1 of Contoso Ltd says john@contoso.com via 10.1.2.3 and fe80::7 at 12:30:45, 15.2.986.5",
        "CONTOSO\\svc on ex2.contoso.com; S-1-5-21-9-9-9-500 in CN=Smith,OU=Sales,DC=contoso,DC=com not found",
        "ContosoBackup reads \\\\ex1\\logs and \\\\nas7\\logs",
    ),
    Holds.PATH: ("C:\\Users\\john\\AppData", "C:\\Users\\Public\\x", "D:\\Contoso\\Logs"),
    Holds.TEXT: ("call John, 0711 123",),
    Holds.X509: ("MIIC",),
}


def collector_vectors() -> str:
    """Return the block, without the markers, ending with a newline: `$RedactionWords` and `$RedactionVectors`."""
    return "\n".join([*_words_block(), *_vectors_block(), ""])


def _words_block() -> Iterator[str]:
    tables = {
        "Labels": words.LABELS,
        "Containers": words.CONTAINERS,
        "Suffixes": words.SUFFIXES,
        "SecondLevels": words.SECOND_LEVELS,
        "NoTerms": words.NO_TERMS,
    }
    yield "$RedactionWords = @{"
    for name, table in tables.items():
        yield f"{_INDENT}{name} = ConvertTo-WordTable -Words @("
        yield from _wrapped(literal(word) for word in sorted(table))
        yield f"{_INDENT})"
    yield from _list("LabelPattern", words.LABEL_PATTERNS, " -join '|'")
    yield f"{_INDENT}ServerPattern = {literal(words.SERVER_PATTERN)}"
    yield from _list("TextPatterns", words.TEXT_PATTERNS)
    yield f"{_INDENT}SpecialUnits = @{{"
    yield from (f"{_INDENT * 2}{literal(prefix)} = @({', '.join(map(str, units))})" for prefix, units in words.SPECIAL_UNITS.items())
    yield f"{_INDENT}}}"
    yield "}"


def _list(name: str, patterns: Sequence[str], end: str = "") -> Iterator[str]:
    yield f"{_INDENT}{name} = @("
    yield from (f"{_INDENT * 2}{literal(pattern)}," for pattern in patterns[:-1])
    yield f"{_INDENT * 2}{literal(patterns[-1])}"
    yield f"{_INDENT}){end}"


def _wrapped(values: Iterable[str]) -> Iterator[str]:
    line = ""
    for value in values:
        if line and len(line) + len(value) + 12 > _WIDTH:
            yield f"{_INDENT * 2}{line},"
            line = ""
        line += f", {value}" if line else value
    yield f"{_INDENT * 2}{line}"


def _vectors_block() -> Iterator[str]:
    yield "$RedactionVectors = @("
    for kind, text in NEUTRAL:
        yield _vector("Neutral", kind, text, _neutral_text(converter_of(kind)(text, None)))
    for text in CELLS:
        yield _vector("Cell", "cell", text, encode_cell(text))
    for mode in (Mode.NAMES, Mode.STRICT):
        redactor = Redactor(mode, KEY, servers=SERVERS, terms=TERMS)
        for holds, texts in VALUES.items():
            for text in texts:
                yield _vector(mode.value.capitalize(), holds.value, text, redactor.value(text, holds))
    yield ")"


def _vector(mode: str, holds: str, text: str, out: object) -> str:
    told = "$null" if out is None else _ascii(str(out))
    return f"{_INDENT}@{{ Mode = {literal(mode)}; Holds = {literal(holds)}; In = {_ascii(text)}; Out = {told} }}"


def _ascii(text: str) -> str:
    return literal(_NOT_ASCII.sub(lambda found: f"{{u+{ord(found.group()):04x}}}", text))


def _neutral_text(value: object) -> str:
    """Return a converted value as PowerShell casts the collector's to text."""
    if value is UNLIMITED:
        return "Unlimited"
    if isinstance(value, list):
        return " ".join(map(str, value))
    return f"{value:.15g}" if isinstance(value, float) else str(value)
