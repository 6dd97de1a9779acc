from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exposture.errors import CsvError
from exposture.ingest.limits import Limits
from exposture.model.values import Item, Redacted
from tests.unit.ingest.reading import read_table

ENCODED = 'Name,Bindings[],Banner\r\n"a","|0.0.0.0:25|[::]:25","\\0"\r\n"b","\\e",""\r\n'


def properties(data: bytes | str) -> list[dict[str, object]]:
    return [dict(value.properties) for value in read_table(data).values if isinstance(value, Item)]


def test_collectors_encoding_is_known_by_a_list_column() -> None:
    assert properties(ENCODED) == [
        {"Name": "a", "Bindings": ["0.0.0.0:25", "[::]:25"], "Banner": None},
        {"Name": "b", "Bindings": [], "Banner": ""},
    ]
    assert read_table(ENCODED).notes == []


def test_caller_may_say_that_a_file_is_encoded() -> None:
    item = read_table('Path\r\n"C:\\\\new"\r\n', encoded=True).item

    assert item.properties == {"Path": "C:\\new"}


def test_caller_may_say_that_a_file_is_foreign() -> None:
    item = read_table('A[]\r\n"|x"\r\n', encoded=False).item

    assert item.properties == {"A[]": "|x"}


def test_text_beside_a_list_keeps_its_own_column() -> None:
    assert list(read_table("Size,Size@text,L[]\r\n5,5 B,\\e\r\n").item.properties) == ["Size", "Size@text", "L"]


def test_bad_escape_is_an_error_with_line_and_column_name() -> None:
    outcome = read_table('A[]\r\n"|x"\r\n"\\q"\r\n')

    assert len(outcome.records) == 1
    assert str(outcome.error) == "the column 'A' has the unknown escape '\\q' in a.csv:3"


def test_foreign_file_is_read_as_text_with_one_note() -> None:
    outcome = read_table("Name,Level,Empty\r\nC:\\new,None,\r\n007,x|y,z\r\n")

    assert [value.properties for value in outcome.values if isinstance(value, Item)] == [
        {"Name": "C:\\new", "Level": "None", "Empty": None},
        {"Name": "007", "Level": "x|y", "Empty": "z"},
    ]
    assert outcome.codes == ["foreign-csv"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiter_is_that_of_the_header(delimiter: str) -> None:
    assert properties(f'"A,;"{delimiter}B\r\n"1"{delimiter}"2"\r\n') == [{"A,;": "1", "B": "2"}]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("top", ["", "#TYPE System.String\r\n"])
def test_quoted_delimiters_and_line_breaks_of_the_header_do_not_count(delimiter: str, top: str) -> None:
    cells = delimiter.join(['"a;b|c,d\te"', '"say ""a,b;c"""', "Last"])

    assert list(properties(f"{top}{cells}\r\n{delimiter.join('123')}\r\n")[0]) == ["a;b|c,d\te", 'say "a,b;c"', "Last"]


@pytest.mark.parametrize("mark", ["sep=;", "SEP=;", '"sep=;"', "sep=; "])
@pytest.mark.parametrize("top", ["{}\r\n", "{}\n#TYPE A.B\n", "#TYPE A.B\n{}\n"])
def test_separator_line_decides_and_is_no_row(mark: str, top: str) -> None:
    outcome = read_table(f"{top.format(mark)}Name, long;Size\r\na,b;1\r\n")

    assert [value.properties for value in outcome.values if isinstance(value, Item)] == [{"Name, long": "a,b", "Size": "1"}]
    assert outcome.records[0].where.line == top.count("\n") + 2


def test_separator_may_be_any_sign() -> None:
    assert properties("sep=^\r\nA^B\r\n1,5^x;y\r\n") == [{"A": "1,5", "B": "x;y"}]


def test_rows_tell_which_of_two_delimiters_it_is() -> None:
    assert properties("Name;Size, MB\r\na;1\r\nb;2\r\n") == [{"Name": "a", "Size, MB": "1"}, {"Name": "b", "Size, MB": "2"}]


@pytest.mark.parametrize("rows", ["a;1,5\r\nb;2,5\r\n", "", "a\r\n"])
def test_file_that_fits_two_delimiters_is_refused(rows: str) -> None:
    outcome = read_table(f"Name;Size, MB\r\n{rows}")

    assert (outcome.records, str(outcome.error)) == (
        [],
        "the header holds ',' and ';', and which of them separates cannot be told; put a first line such as sep=; in front in a.csv:1",
    )


def test_file_of_powershell_7_has_no_type_and_quotes_everywhere() -> None:
    assert properties('"Name","Level","Empty","Note"\n"a","5","","say ""x"", y"\n') == [
        {"Name": "a", "Level": "5", "Empty": None, "Note": 'say "x", y'}
    ]


def test_numbers_of_another_culture_stay_text() -> None:
    assert properties('"Size";"Seen"\r\n"1.234,5";"31.12.2025 10:00:00"\r\n') == [{"Size": "1.234,5", "Seen": "31.12.2025 10:00:00"}]


@pytest.mark.parametrize("cell", ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_formula_is_text_like_any_other(cell: str) -> None:
    assert properties(f'"A","B"\r\n"{cell}","x"\r\n') == [{"A": cell, "B": "x"}]


def test_one_column_needs_no_delimiter() -> None:
    assert properties("Name\r\na\r\n\r\nb\r\n") == [{"Name": "a"}, {"Name": "b"}]


@pytest.mark.parametrize(
    ("line", "types", "is_deserialized"),
    [
        ("#TYPE System.String", ("System.String",), False),
        ("#TYPE Deserialized.A.B ", ("A.B",), True),
        ("#TYPE Selected.A.B", ("Selected.A.B",), False),
    ],
)
def test_type_line_gives_the_type(line: str, types: tuple[str, ...], is_deserialized: bool) -> None:
    outcome = read_table(f'{line}\r\n"Name"\r\n"a"\r\n')

    assert (outcome.item.types, outcome.item.is_deserialized) == (types, is_deserialized)
    assert str(outcome.records[0].where) == "a.csv:3"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-16-le", "utf-32", "utf-32-be"])
def test_file_is_read_in_each_encoding(encoding: str) -> None:
    assert properties('"Name"\r\n"Z\u00fcrich"\r\n'.encode(encoding)) == [{"Name": "Z\u00fcrich"}]


def test_line_breaks_in_quotes_are_kept_and_counted() -> None:
    outcome = read_table('A,B\r\n"x\r\ny","1"\r\n\r\n"z","2"\r\n')

    assert outcome.values[0].properties == {"A": "x\r\ny", "B": "1"}  # type: ignore[union-attr]
    assert [record.where.line for record in outcome.records] == [2, 5]
    assert [record.index for record in outcome.records] == [0, 1]


@pytest.mark.parametrize("row", ["1", "1,2,3", '"1,2"'])
def test_row_that_does_not_fit_the_header_is_an_error_after_the_rows_before(row: str) -> None:
    outcome = read_table(f"A,B\r\n1,2\r\n{row}\r\n3,4\r\n")

    assert len(outcome.records) == 1
    assert isinstance(outcome.error, CsvError)
    assert str(outcome.error).endswith("the header 2 in a.csv:3")


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("A,B,a", "the column 'a' comes twice in a.csv:1"),
        ("A,A[]", "the column 'A' comes twice in a.csv:1"),
        ("A,,B", "column 2 has no name in a.csv:1"),
        (",".join(f"c{number}" for number in range(10_001)), "the header has 10001 columns, more than 10000, a fixed limit in a.csv:1"),
    ],
)
def test_bad_header_is_an_error(header: str, message: str) -> None:
    assert str(read_table(f"{header}\r\n").error) == message


@pytest.mark.parametrize("text", ['"a', '"a"b', 'x"\r\n"a" '])
def test_bad_quotes_are_an_error(text: str) -> None:
    outcome = read_table(f"A\r\n{text}")

    assert str(outcome.error).startswith("not well-formed: ")


def test_nul_ends_the_file_after_the_whole_rows_before() -> None:
    outcome = read_table("A,B\r\n1,2\r\n3,\x004\r\n5,6\r\n")

    assert len(outcome.records) == 1
    assert str(outcome.error) == "a NUL character, which no CSV has in a.csv:3"


def test_bytes_that_are_not_utf8_end_the_file_at_their_line() -> None:
    outcome = read_table("A\r\nx\r\nZ\u00fcrich\r\n".encode("windows-1252"))

    assert len(outcome.records) == 1
    assert (
        str(outcome.error) == "bytes that are not UTF-8: a code page of Windows, and no file says which; export again with -Encoding UTF8 in a.csv:3"
    )


def test_utf16_cut_in_a_character_is_an_error() -> None:
    outcome = read_table("A\r\nx\r\ny\r\n".encode("utf-16")[:-1])

    assert len(outcome.records) == 1
    assert "bytes that are not utf-16-le" in str(outcome.error)


def test_fault_before_the_header_is_an_error() -> None:
    outcome = read_table("\u00fc\r\n".encode("windows-1252"))

    assert isinstance(outcome.error, CsvError)


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b"\r\n", b"#TYPE System.String\r\n"])
def test_file_without_a_header_has_no_row(data: bytes) -> None:
    outcome = read_table(data)

    assert (outcome.records, outcome.codes, outcome.error) == ([], ["empty-file"], None)


def test_header_alone_has_no_row() -> None:
    outcome = read_table("A,B[]\r\n")

    assert (outcome.records, outcome.notes, outcome.error) == ([], [], None)


def test_missing_line_break_at_the_end_is_noted() -> None:
    outcome = read_table("A[]\r\n|x")

    assert outcome.item.properties == {"A": ["x"]}
    assert outcome.codes == ["no-final-newline"]


@pytest.mark.parametrize(
    "text",
    [
        "System.Collections.ArrayList",
        "System.Collections.Generic.List`1[System.String]",
        "System.String[]",
        "System.Object[]",
        "Microsoft.Exchange.Data.MultiValuedProperty`1[System.String]",
        "Microsoft.Exchange.Data.Directory.ADMultiValuedProperty`1[Microsoft.Exchange.Data.Directory.ADObjectId]",
        "Microsoft.Exchange.Data.ProxyAddressCollection",
        "Microsoft.Management.Infrastructure.CimInstance[]",
        "Deserialized.System.Collections.ArrayList",
        "Deserialized.Contoso.Thing[]",
    ],
)
def test_lost_list_is_null_with_a_note(text: str) -> None:
    outcome = read_table(f"A,B\r\n{text},x\r\n")

    assert outcome.item.properties == {"A": None, "B": "x"}
    assert outcome.codes == ["foreign-csv", "lost-list"]


@pytest.mark.parametrize(
    "text", ["System.String", "System.String[] and more", "System.Collections", "items[]", "Stamp Collection", "Contoso.Collection"]
)
def test_text_about_types_is_no_lost_list(text: str) -> None:
    assert read_table(f"A\r\n{text}\r\n").item.properties == {"A": text}


def test_secret_is_redacted_in_both_kinds() -> None:
    foreign = read_table("Password,B\r\nx,y\r\n")
    ours = read_table("Password,B[]\r\n\\0,|y\r\nx,\\e\r\n")

    assert isinstance(foreign.item.get("Password"), Redacted)
    assert [isinstance(value.get("Password"), Redacted) for value in ours.values if isinstance(value, Item)] == [False, True]
    assert ours.codes == ["redacted"]


def test_size_cells_and_length_of_a_cell_are_limited() -> None:
    small = Limits(max_file_bytes=200, max_cells=4, max_value_bytes=100)

    assert "more than the limit of 200" in str(read_table(b" " * 201, small).error)
    assert "the file has more than the limit of 4 cells; a larger --max-file-bytes raises it in a.csv:3" in str(
        read_table("A,B\r\n1,2\r\n3,4\r\n", small).error
    )
    assert "a cell has more than 100 characters, a fixed limit" in str(read_table(f"A\r\n{'x' * 101}\r\n", small).error)


def test_limit_of_the_csv_module_is_left_as_it_was() -> None:
    before = csv.field_size_limit()

    read_table(f"A\r\n{'x' * 200_000}\r\n")

    assert csv.field_size_limit() == before


@given(st.binary(max_size=200))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    outcome = read_table(data)

    assert outcome.error is None or isinstance(outcome.error, CsvError)


@given(st.lists(st.tuples(*[st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\0"), min_size=1)] * 2), max_size=5))
def test_what_the_standard_writer_wrote_is_read(rows: list[tuple[str, str]]) -> None:
    target = io.StringIO()
    csv.writer(target, quoting=csv.QUOTE_ALL).writerows([("A", "B"), *rows])

    assert properties(target.getvalue()) == [{"A": first, "B": second} for first, second in rows]
