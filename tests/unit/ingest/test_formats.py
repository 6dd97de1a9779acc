from __future__ import annotations

import pytest

from exposture.ingest.formats import SIGNATURES, Format, kind_of, sniff
from tests.unit.ingest.reading import document


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_clixml_is_known_in_each_encoding(encoding: str) -> None:
    assert sniff(document("<S>a</S>").encode(encoding), "a.txt") is Format.CLIXML


@pytest.mark.parametrize("before", ["#< CLIXML\r\n", '<?xml version="1.0"?>\n<!-- a --><?b?>', "\r\n  ", "<!DOCTYPE Objs [<!ENTITY a 'b'>]>"])
def test_clixml_is_known_behind_what_may_stand_before_it(before: str) -> None:
    assert sniff((before + document("")).encode(), "a") is Format.CLIXML


def test_stream_mark_alone_is_clixml() -> None:
    assert sniff(b"#< CLIXML", "a") is Format.CLIXML


@pytest.mark.parametrize(
    "text",
    ["<configuration/>", "<Objs/>", "<?xml version='1.0'?><a/>", "<!-- ", '<Objects xmlns="http://schemas.microsoft.com/powershell/2004/04"/>'],
)
def test_other_xml_is_xml_whatever_its_name(text: str) -> None:
    assert sniff(text.encode(), "a.csv") is Format.XML


@pytest.mark.parametrize(
    ("text", "path"),
    [("a,b\n", "A.CSV"), ("a\tb", "a.tsv"), ("#TYPE System.String\r\n", "a.txt"), ('"A","B"\r\n"1","2"', "a"), ('"A";"B"', "a"), ('"A"\r\n', "a")],
)
def test_csv_is_known_by_content_or_name(text: str, path: str) -> None:
    assert sniff(text.encode(), path) is Format.CSV


@pytest.mark.parametrize(
    "text",
    [
        "\r\nName   Size\r\n----   ----\r\na         1\r\n",
        "Name\n----\na\n",
        "\r\n\r\nName : a\r\nSize : 1\r\n",
        "Mailbox Name : a\nSize         : 1\n",
        'PS C:\\> Get-Mailbox | ConvertTo-Csv\r\n"Name","Size"\r\n',
    ],
)
@pytest.mark.parametrize("path", ["a.csv", "a.txt"])
def test_what_powershell_shows_on_a_screen_is_text_whatever_its_name(text: str, path: str) -> None:
    assert sniff(text.encode(), path) is Format.TEXT


@pytest.mark.parametrize("text", ["Name;Size\r\n-;1\r\n", "Name\r\na - b\r\n", "Path: x\r\na\r\n", "Name,Time\r\na,10:00\r\n"])
def test_dashes_and_colons_alone_make_no_screen(text: str) -> None:
    assert sniff(text.encode(), "a.csv") is Format.CSV


@pytest.mark.parametrize("text", ["sep=;\r\nA;B\r\n", '"sep=,"\n"A"\n'])
def test_separator_line_makes_a_csv_of_any_name(text: str) -> None:
    assert sniff(text.encode(), "a.txt") is Format.CSV


@pytest.mark.parametrize("text", ["a,b\n", '"quoted" words', "< 5", "plain"])
def test_anything_else_that_can_be_read_is_text(text: str) -> None:
    assert sniff(text.encode(), "a.txt") is Format.TEXT


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\xff\xfe", b" \r\n"])
def test_file_without_content_is_empty(data: bytes) -> None:
    assert sniff(data, "a.xml") is Format.EMPTY


@pytest.mark.parametrize("data", [b"PK\x03\x04abc", b"MSCF\x00\x00\x00\x00", b"\x7fELF\x02\x01", b"a,b\r\n\x00\x00"])
def test_control_characters_are_binary(data: bytes) -> None:
    assert sniff(data, "a.csv") is Format.BINARY


@pytest.mark.parametrize(("signature", "words"), SIGNATURES)
def test_kind_is_told_by_the_first_bytes(signature: bytes, words: str) -> None:
    assert kind_of(signature + b"more", Format.BINARY) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<!doctype HTML>", "a page of HTML"),
        ('{ "a": 1}', "JSON"),
        ("[{}]", "JSON"),
        ("[Mon] started", "text"),
        ("{braces}", "text"),
        ("plain", "text"),
        ("A : 1\nB : 2\n", "what PowerShell shows on a screen: export with Export-Clixml"),
    ],
)
def test_kind_of_text_is_told_by_its_beginning(text: str, words: str) -> None:
    assert kind_of(text.encode("utf-16"), Format.TEXT) == words


def test_kind_without_a_signature_is_the_formats_word() -> None:
    assert kind_of(b"\x01\x02", Format.BINARY) == "binary"


@pytest.mark.parametrize(
    ("text", "path"), [("<html>", "a.xml"), ("<?xml version='1.0'?>\n<!DOCTYPE html>\n<html xmlns='x'>", "a"), ("<Info> started", "a.LOG")]
)
def test_pages_and_logs_do_not_mean_to_be_xml(text: str, path: str) -> None:
    assert sniff(text.encode(), path) is Format.TEXT


@pytest.mark.parametrize("path", ["a.txt", "a.log"])
def test_clixml_is_known_under_the_name_of_a_text(path: str) -> None:
    assert sniff(document("<S>a</S>").encode(), path) is Format.CLIXML
