"""Hostile CSV: ragged, huge, hidden, quoted without an end, full of formulas, encoded wrongly."""

from __future__ import annotations

from collections.abc import Callable

from tests.hostile.case import BOTH, CSV_FILE, FIRST, NONE, ONE, SECOND, Case, Fate

HEADER = '"Name","DomainName","DomainType"'


def row(name: str, *more: str) -> str:
    return ",".join(f'"{cell}"' for cell in (name, name, "Authoritative", *more))


def table(*lines: str, header: str = HEADER, end: str = "\r\n") -> str:
    return end.join([header, *lines]) + end


def case(name: str, content: str | bytes | Callable[[], str], fate: Fate, says: str = "", rows: tuple[str, ...] = NONE) -> Case:
    """Return a case of a CSV file; text is made UTF-8."""

    def make(_canary: str) -> bytes:
        made = content() if callable(content) else content
        return made if isinstance(made, bytes) else made.encode()

    return Case(name=f"csv-{name}", make=make, fate=fate, says=says, rows=rows, file=CSV_FILE)


def read(name: str, content: str | bytes, rows: tuple[str, ...] = BOTH) -> Case:
    return case(name, content, Fate.NOTED, "not the collector's encoding", rows)


def damaged(name: str, content: str | bytes | Callable[[], str], says: str, rows: tuple[str, ...] = NONE) -> Case:
    return case(name, content, Fate.DAMAGED, says, rows)


PLAIN = table(row(FIRST), row(SECOND))

CASES = [
    read("plain", PLAIN),
    read("with-mark", "\ufeff" + PLAIN),
    read("utf16", PLAIN.encode("utf-16")),
    read("utf16-be-without-mark", PLAIN.encode("utf-16-be")),
    read("semicolons", PLAIN.replace('","', '";"')),
    read("tabs", PLAIN.replace('","', '"\t"')),
    read("bars", PLAIN.replace('","', '"|"')),
    read("line-feeds", table(row(FIRST), row(SECOND), end="\n")),
    read("carriage-returns", table(row(FIRST), row(SECOND), end="\r")),
    read("blank-lines", table("", row(FIRST), "", "", row(SECOND), "")),
    read("type-line", "#TYPE Selected.Microsoft.Exchange.Data.Directory.SystemConfiguration.AcceptedDomain\r\n" + PLAIN),
    read("type-line-that-lies", "#TYPE System.IO.FileInfo\r\n" + PLAIN),
    read("type-line-of-markup", "#TYPE <script>alert(1)</script>\r\n" + PLAIN),
    read("formulas", table(row("=cmd|'/c calc'!A0"), row("@SUM(1)"), row("+1"), row("-1")), ("+1", "-1", "=cmd|'/c calc'!A0", "@SUM(1)")),
    read("line-break-in-a-cell", table(row("a\r\nb"), row(FIRST)), ("a\r\nb", FIRST)),
    read("quotes-doubled", table(row('a""b'), row(FIRST)), ('a"b', FIRST)),
    read("markup", table(row("<img src=x onerror=alert(1)>"), row(FIRST)), ("<img src=x onerror=alert(1)>", FIRST)),
    read("huge-numbers", table(row(FIRST, "9" * 5_000), row(SECOND, "1E999"), header=HEADER + ',"MatchSubDomains"')),
    read("cell-of-9-mb", table(row(FIRST, "x" * 9_000_000), row(SECOND, ""), header=HEADER + ',"Note"')),
    case("no-line-break-at-the-end", PLAIN[:-2], Fate.NOTED, "(and 1 more notes)", BOTH),
    case(
        "lists-lost",
        table(row(FIRST, "System.Collections.ArrayList"), row(SECOND, "System.String[]"), header=HEADER + ',"Tags"'),
        Fate.NOTED,
        "(and 2 more notes)",
        BOTH,
    ),
    case("secrets", table(row(FIRST, "hunter2"), row(SECOND, "hunter2"), header=HEADER + ',"Password"'), Fate.NOTED, "", BOTH),
    case("empty", b"", Fate.READ),
    case("mark-alone", b"\xef\xbb\xbf", Fate.READ),
    case("line-breaks-alone", b"\r\n\r\n", Fate.READ),
    read("header-alone", HEADER + "\r\n", NONE),
    case("type-line-alone", "#TYPE Microsoft.Exchange.Data.Directory.SystemConfiguration.AcceptedDomain\r\n", Fate.NOTED, "no header"),
    damaged("row-too-long", table(row(FIRST), row(SECOND, "x")), "the row has 4 cells, the header 3", ONE),
    damaged("row-too-short", table(row(FIRST), '"a","b"'), "the row has 2 cells, the header 3", ONE),
    damaged("first-row-too-long", table(row(FIRST, "x"), row(SECOND)), "the row has 4 cells, the header 3"),
    damaged("quote-never-closed", table(row(FIRST), '"a","b'), "not well-formed", ONE),
    damaged("quote-in-the-middle", table(row(FIRST), '"a"b,"c","d"'), "not well-formed", ONE),
    damaged("nul", table(row(FIRST), row("x" * 70_000), row("a\0b")), "a NUL character", (FIRST, "x" * 70_000)),
    case("nul-early", table(row(FIRST), row("a\0b")), Fate.UNRECOGNISED, "no export of PowerShell (binary)"),
    damaged("header-twice", table(row(FIRST, "x"), header=HEADER + ',"name"'), "comes twice"),
    damaged("header-without-a-name", table(row(FIRST, "x"), header=HEADER + ',""'), "has no name"),
    damaged(
        "columns-10001",
        lambda: table(row(FIRST), header=HEADER + "".join(f',"c{n}"' for n in range(9_998))),
        "10001 columns, more than 10000, a fixed limit",
    ),
    damaged("cell-of-11-mb", lambda: table(row(FIRST), row("x" * 11_000_000)), "a cell has more than 10000000 characters", ONE),
    damaged("latin1", table(row(FIRST), row("caf\xe9")).encode("latin-1"), "not UTF-8", ONE),
    damaged("overlong", table(row(FIRST)).encode() + b'"\xc0\x80","a","b"\r\n', "not UTF-8", ONE),
    damaged("utf16-odd", PLAIN.encode("utf-16")[:-1], "utf-16", ONE),
    damaged("utf16-lone-surrogate", table(row(FIRST), row("a\ud800")).encode("utf-16", "surrogatepass"), "utf-16", ONE),
    damaged("cut-in-a-row", PLAIN[:-12], "", ONE),
    damaged("cut-in-a-quoted-cell", PLAIN[:-4], "", ONE),
    damaged("bad-escape-of-the-collector", table(row(FIRST, "\\z"), header=HEADER + ',"Tags[]"'), "unknown escape"),
    damaged("quotes-by-the-million", lambda: table(row(FIRST), '"' * 1_000_001), "", ONE),
    damaged("commas-by-the-million", lambda: table(row(FIRST), "," * 1_000_000), "the row has 1000001 cells", ONE),
    damaged("other-delimiter-below-the-header", table(row(FIRST), "a;b;c"), "the row has 1 cells, the header 3", ONE),
]
