"""CSV that another tool or a console wrote: what it says is read, what it lost or writes in another culture is said."""

from __future__ import annotations

from pathlib import Path

import pytest

from exposture.catalog.load import Catalog
from exposture.model.coverage import FileState, Status
from exposture.model.estate import Estate
from tests.unit.bundle.samples import NAME, catalog, dataset, file, line, loose, opened, rows, source

SIZE = {"name": "quota", "from": "Quota", "type": "size", "class": "config"}
SEEN = {"name": "when_seen", "from": "Seen", "type": "timestamp", "class": "volatile"}
RATIO = {"name": "share", "from": "Share", "type": "float", "class": "counter"}
URL = {"name": "external_url", "from": "ExternalUrl", "type": "string", "class": "config", "nullable": True}
HOLDS = {"name": "is_on", "from": "IsOn", "type": "bool", "class": "config"}
MEMBERS = {"name": "members", "from": "Members", "type": "list<string>", "class": "config"}


def things() -> Catalog:
    return catalog(
        dataset(
            "things",
            source(cmdlet="Get-Thing"),
            columns=[NAME, SIZE, SEEN, RATIO, URL, HOLDS, MEMBERS],
            key=["Name"],
            recognise={"files": ["*Get-Thing*"], "requires": ["Name"]},
        )
    )


def read(folder: Path, content: bytes | str, name: str = "Get-Thing_csv", **more: bytes) -> Estate:
    return opened(loose(folder, **{name: content if isinstance(content, bytes) else content.encode()}, **more), given=things())


def faults(estate: Estate) -> dict[str, str]:
    return {one.column: one.text for one in estate.conversions}


@pytest.mark.parametrize(
    ("head", "cell", "column"),
    [
        ("Share", "1,5", "share"),
        ("Share", "1.234,5", "share"),
        ("Seen", "31.12.2025 10:00:00", "when_seen"),
        ("Seen", "5/6/2025 10:00", "when_seen"),
        ("IsOn", "WAHR", "is_on"),
        ("Quota", "1.234", "quota"),
    ],
)
def test_value_of_another_culture_is_null_and_a_line_and_no_guess(tmp_path: Path, head: str, cell: str, column: str) -> None:
    estate = read(tmp_path, f'"Name";"{head}"\r\n"a";"{cell}"\r\n')

    assert rows(estate, "things", "name", column) == [("a", None)]
    assert faults(estate) == {column: cell}


@pytest.mark.parametrize("text", ["36 MB (37.748.736 bytes)", "36 MB (37\u00a0748\u00a0736 bytes)", "36 MB (37,748,736 bytes)"])
def test_size_is_its_number_of_bytes_in_any_culture(tmp_path: Path, text: str) -> None:
    assert rows(read(tmp_path, f'"Name";"Quota"\n"a";"{text}"\n'), "things", "quota") == [(37_748_736,)]


def test_empty_cell_is_null_and_known_and_an_absent_column_is_not(tmp_path: Path) -> None:
    with_column, without = read(tmp_path / "a", "Name,ExternalUrl\na,\n"), read(tmp_path / "b", "Name\na\n")

    assert rows(with_column, "things", "external_url", "external_url_known") == [(None, True)]
    assert rows(without, "things", "external_url", "external_url_known") == [(None, False)]


def test_none_is_a_word(tmp_path: Path) -> None:
    assert rows(read(tmp_path, "Name,ExternalUrl\na,None\n"), "things", "external_url") == [("None",)]


def test_lost_list_is_partial_and_says_what_to_do(tmp_path: Path) -> None:
    estate = read(tmp_path, '"Name","Members"\n"a","System.Collections.ArrayList"\n')

    assert rows(estate, "things", "members") == [(None,)]
    assert line(estate, "things").status is Status.PARTIAL
    assert line(estate, "things").message == "Get-Thing.csv has the names of lists in place of their values; export with Export-Clixml"


@pytest.mark.parametrize(
    "content",
    [
        '#TYPE Selected.Contoso.Thing\r\n"Name","Quota"\r\n"a","5 MB (5,242,880 bytes)"\r\n',
        '"Name","Quota"\n"a","5 MB (5,242,880 bytes)"\n',
        '"Name";"Quota"\r\n"a";"5 MB (5.242.880 bytes)"\r\n',
        "sep=;\r\nName;Quota\r\na;5 MB (5.242.880 bytes)\r\n",
        "Name\tQuota\r\na\t5 MB (5.242.880 bytes)\r\n",
    ],
    ids=["windows-powershell", "powershell-7", "use-culture", "excel", "tab"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_each_tools_file_gives_the_same_row(tmp_path: Path, content: str, encoding: str) -> None:
    estate = read(tmp_path, content.encode(encoding))

    assert rows(estate, "things", "name", "quota") == [("a", 5_242_880)]
    assert file(estate, "Get-Thing.csv").state is FileState.READ


def test_text_of_convertto_csv_is_read_under_any_name(tmp_path: Path) -> None:
    estate = read(tmp_path, '"Name","Share"\r\n"a","0.5"\r\n', name="Get-Thing_txt")

    assert rows(estate, "things", "name", "share") == [("a", 0.5)]


@pytest.mark.parametrize(
    "content", ["\r\nName  Share\r\n----  -----\r\na     0.5\r\n\r\n", "\r\nName  : a\r\nShare : 0.5\r\n"], ids=["table", "list"]
)
def test_text_of_a_screen_is_listed_and_no_row(tmp_path: Path, content: str) -> None:
    estate = read(tmp_path, content, b_csv=b"Name\na\n", **{"Get-Thing-2_csv": b"Name\na\n"})

    assert file(estate, "Get-Thing.csv").message == "no export of PowerShell (what PowerShell shows on a screen: export with Export-Clixml)"
    assert rows(estate, "things", "source_file") == [("Get-Thing-2.csv",)]


def test_code_page_of_windows_ends_the_file_and_keeps_the_rows_before(tmp_path: Path) -> None:
    estate = read(tmp_path, "Name\r\na\r\nZ\u00fcrich\r\n".encode("windows-1252"))

    assert rows(estate, "things", "name") == [("a",)]
    assert line(estate, "things").status is Status.DAMAGED
    assert "export again with -Encoding UTF8 in Get-Thing.csv:3" in file(estate, "Get-Thing.csv").message


def test_file_that_fits_two_delimiters_gives_no_row(tmp_path: Path) -> None:
    estate = read(tmp_path, "Name;Size, MB\r\na;1,5\r\n", **{"Get-Thing-2_csv": b"Name\nb\n"})

    assert rows(estate, "things", "name") == [("b",)]
    assert line(estate, "things").status is Status.DAMAGED
