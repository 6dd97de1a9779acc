"""Clear names in a report: escaped for its format, nothing else changed."""

from __future__ import annotations

import csv
import html
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exposture.bundle.redacted import map_csv
from exposture.bundle.redaction import Mode, Redactor
from exposture.catalog.dataset import Holds
from exposture.errors import ReportError
from exposture.report.unmask import read_map, unmask

LABEL, HOST, SERVER = "u_0123456789ab", "x01234567", "S89ABCDEF"
SID, ADDRESS, IPV6 = "S-1-5-21-1-2-3", "10.9.8.7", "fd5f:f565:3f62:0:0:0:0:1"
NASTY = '=A"</script><b>&\u202e\r\n\\'
CLEAR = {
    LABEL: NASTY,
    HOST: "contoso",
    SERVER.lower(): "EX1",
    SID.lower(): "S-1-5-21-7-8-9",
    ADDRESS: "10.1.2.3",
    IPV6: "fd12:0:0:0:0:0:0:1",
    "srv2": "EX2",
}
NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), min_size=1, max_size=30)


def text(report: str, suffix: str = ".txt") -> str:
    return unmask(report.encode(), suffix, CLEAR).data.decode()


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        ("S89ABCDEF and s89abcdef.x01234567.com", "EX1 and ex1.contoso.com"),
        ("X01234567 is a server", "CONTOSO is a server"),
        ("SRV2, srv2, SRV25", "EX2, ex2, SRV25"),
        (f"{SID}-1104", "S-1-5-21-7-8-9-1104"),
        ("10.9.8.7:25 [10.9.8.7] 10.9.8.70 110.9.8.7 10.9.8.7.1", "10.1.2.3:25 [10.1.2.3] 10.9.8.70 110.9.8.7 10.9.8.7.1"),
        (f"[{IPV6}]:25", "[fd12:0:0:0:0:0:0:1]:25"),
        ("u_ffffffffffff x76543210 axS89ABCDEF", "u_ffffffffffff x76543210 axS89ABCDEF"),
    ],
)
def test_pseudonyms_of_the_map_become_clear(report: str, expected: str) -> None:
    assert text(report) == expected


def test_text_shows_characters_that_a_terminal_would_obey() -> None:
    assert text(LABEL) == '=A"</script><b>&\u27e8U+202E\u27e9\u240d\u240a\\'


@given(NAMES)
def test_json_reads_back_as_the_clear_value(name: str) -> None:
    report = json.dumps({"subject": LABEL, "evidence": [f"\\{LABEL}\\x"], "count": 1}, indent=2)

    found = json.loads(unmask(report.encode(), ".json", {LABEL: name}).data)

    assert found == {"subject": name, "evidence": [f"\\{name}\\x"], "count": 1}


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(ReportError, match="the report is no JSON"):
        text("{", ".json")


@given(NAMES)
def test_html_holds_the_clear_value_as_text_and_no_markup(name: str) -> None:
    found = unmask(f'<p title="{LABEL}">{LABEL}</p>'.encode(), ".html", {LABEL: name}).data.decode()

    assert found.count("<") == 2
    assert found.count('"') == 2
    assert html.unescape(found) == html.unescape(found.replace("&#x27;", "'"))


def test_html_data_block_is_json_and_scripts_stay() -> None:
    report = f'<script type="application/json" id="data">["{LABEL}"]</script><script>x = "{HOST}"</script><style>.{HOST}</style><p>{HOST}</p>'

    found = text(report, ".html")

    assert json.loads(found.partition('id="data">')[2].partition("</script>")[0]) == [NASTY]
    assert found.endswith(f'<script>x = "{HOST}"</script><style>.{HOST}</style><p>contoso</p>')


def test_html_word_that_is_broken_is_joined_where_it_is_a_pseudonym() -> None:
    assert text("<p>S89ABC<wbr>DEF\\Re<wbr>lay is a<wbr>b</p>", ".htm") == "<p>EX1\\Relay is a<wbr>b</p>"


def test_csv_stays_a_table_and_no_cell_becomes_a_formula() -> None:
    found = text(f'"subject","text"\r\n"{LABEL}","a, {HOST}"\r\n"=1","x"\r\n', ".csv")

    assert list(csv.reader(io.StringIO(found, newline=""))) == [["subject", "text"], [f"'{NASTY}", "a, contoso"], ["=1", "x"]]
    assert found.startswith('"subject","text"\r\n')


def test_csv_without_quotes_stays_without() -> None:
    assert text(f"a,b\n{HOST},1\n", ".csv") == "a,b\ncontoso,1\n"


def test_csv_that_is_none_is_refused() -> None:
    with pytest.raises(ReportError, match="the report is no CSV"):
        text('"a', ".csv")


def test_byte_order_mark_stays_and_places_are_counted() -> None:
    done = unmask(f"\ufeff{HOST} {HOST} u_ffffffffffff".encode(), ".md", CLEAR)

    assert done.data == "\ufeffcontoso contoso u_ffffffffffff".encode()
    assert done.count == 2


def test_broken_words_are_counted_once() -> None:
    assert unmask(b"<p>x0123<wbr>4567</p>", ".html", CLEAR).count == 1


@pytest.mark.parametrize(
    ("suffix", "message"), [(".pdf", "a PDF cannot be unmasked.*exposture report clear.json"), (".xlsx", "ends in .xlsx"), ("", "ends in nothing")]
)
def test_other_kinds_are_refused_with_the_way_out(suffix: str, message: str) -> None:
    with pytest.raises(ReportError, match=message):
        unmask(b"", suffix, CLEAR)


def test_report_that_is_not_utf8_is_refused() -> None:
    with pytest.raises(ReportError, match="not UTF-8"):
        unmask(b"\xff\xfe", ".txt", CLEAR)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "has not the columns"),
        (b"a,b,c\r\n", "has not the columns"),
        (b"pseudonym,value,kind\r\nx,y\r\n", "line 2 of the map"),
        (b'pseudonym,value,kind\r\n"x', "cannot be read"),
        (b"\xff\xff", "cannot be read"),
    ],
)
def test_map_that_is_none_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(ReportError, match=message):
        read_map(data)


@pytest.mark.parametrize(
    ("holds", "value"),
    [
        (Holds.LABEL, "M\u00fcller; =Relay"),
        (Holds.HOST, "mail.contoso.com"),
        (Holds.SMTP, "John@contoso.com"),
        (Holds.SID, "S-1-5-21-77-88-99-1104"),
        (Holds.ADDRESS, "10.1.2.0/24"),
        (Holds.ADDRESS, "10.1.2.10-10.1.2.60"),
        (Holds.ADDRESS, "10.1.0.0-10.1.3.255"),
        (Holds.DN, "CN=Anna,OU=Sales,DC=contoso,DC=com"),
        (Holds.WORDS, "Backup of EX1 by john@contoso.com"),
    ],
)
def test_what_names_masked_the_map_gives_back(holds: Holds, value: str) -> None:
    redactor = Redactor(Mode.NAMES, bytes(32), servers=["EX1"])
    masked = str(redactor.value(value, holds))

    assert masked != value
    assert unmask(masked.encode(), ".txt", read_map(map_csv(redactor))).data.decode() == value
