"""Documents: layout, versions, streams, damage, limits, hostile XML."""

from __future__ import annotations

import codecs
import io
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exposture.errors import ClixmlError
from exposture.ingest.clixml import read_clixml
from exposture.ingest.content import Content
from exposture.ingest.limits import Limits
from exposture.model.values import Item
from tests.unit.ingest.reading import HEAD, document, read, read_roots

SPACE = 'xmlns="http://schemas.microsoft.com/powershell/2004/04"'
SMALL = Limits(
    max_file_bytes=100_000, max_depth=8, max_elements=100, max_record_elements=50, max_value_bytes=1_000, max_references=5, max_types=5, max_notes=2
)


@pytest.mark.parametrize("text", [f"<Objs {SPACE} />", f"<Objs {SPACE}></Objs>", f'<?xml version="1.0"?>\n<!-- a --><Objs {SPACE}/>\n<?a b?>\n'])
def test_document_without_a_root_has_no_record(text: str) -> None:
    outcome = read(text)

    assert (outcome.records, outcome.notes, outcome.error) == ([], [], None)


def test_empty_file_is_a_cut_export() -> None:
    assert str(read(b"").error) == "the file is empty: the export was cut off before it began in a.xml"


@pytest.mark.parametrize("data", [codecs.BOM_UTF8, b" \r\n"])
def test_file_without_a_document_is_an_error(data: bytes) -> None:
    assert isinstance(read(data).error, ClixmlError)


def test_record_knows_its_index_and_the_line_where_it_begins() -> None:
    outcome = read_roots('  <S>a</S>\n\n  <Obj RefId="0">\n    <ToString>b</ToString>\n  </Obj>\n  <Nil />')

    assert [(record.index, str(record.where)) for record in outcome.records] == [(0, "a.xml:2"), (1, "a.xml:4"), (2, "a.xml:7")]


def test_line_is_right_beyond_the_parsers_own_count() -> None:
    outcome = read_roots("\n" * 70_000 + "<S>a</S>")

    assert outcome.records[0].where.line == 70_002


def test_document_without_line_breaks_is_read() -> None:
    text = re.sub(r">\s+<", "><", document('<Obj RefId="0"><MS><I32 N="a">1</I32></MS></Obj><S>b</S>'))

    outcome = read(text)

    assert [type(value) for value in outcome.values] == [Item, str]
    assert outcome.records[1].where.line == 1


def test_long_line_is_fed_in_pieces() -> None:
    body = "".join(f"<S>{number}</S>" for number in range(20_000))

    assert read(f"{HEAD}{body}</Objs>").values == [str(number) for number in range(20_000)]


def test_stream_mark_before_the_document_is_left_out_and_counts_as_a_line() -> None:
    outcome = read("#< CLIXML\r\n" + document("<S>a</S>"))

    assert [(record.value, record.where.line) for record in outcome.records] == [("a", 3)]


def test_fault_after_a_stream_mark_is_at_its_line_of_the_file() -> None:
    outcome = read("#< CLIXML\r\n" + HEAD + "\r\n<S>a</B></Objs>")

    assert outcome.error is not None
    assert str(outcome.error.where).startswith("a.xml:3:")


def test_other_streams_than_output_are_passed_over_with_a_note() -> None:
    outcome = read_roots('<S S="Error">bad</S><S S="Output">good</S><Obj S="progress"><PR N="Record"><AV>x</AV></PR></Obj>')

    assert outcome.values == ["good"]
    assert outcome.records[0].index == 0
    assert outcome.codes == ["stream-ignored", "stream-ignored"]


def test_progress_record_is_no_value() -> None:
    item = read_roots('<Obj><MS><PR N="p"><AV>a</AV><S>b</S><Nil /><PI>1</PI><T>Busy</T></PR><S N="s">c</S></MS></Obj>').item

    assert item.properties == {"s": "c"}


@pytest.mark.parametrize("version", ["1.1.0.1", "1.0", "1.9"])
def test_major_version_one_is_read(version: str) -> None:
    assert read(f'<Objs Version="{version}" {SPACE}><S>a</S></Objs>').values == ["a"]


@pytest.mark.parametrize("version", ["2.0", "0.9", "one", ""])
def test_other_version_is_refused_by_name(version: str) -> None:
    assert str(read(f'<Objs Version="{version}" {SPACE}><S>a</S></Objs>').error) == f"CLIXML version '{version}' is unknown, expected 1.x in a.xml:1"


def test_unknown_tag_of_a_later_minor_version_is_passed_over() -> None:
    outcome = read(f'<Objs Version="1.2" {SPACE}><Obj><MS><New N="a"><S>x</S></New><S N="b">y</S></MS></Obj></Objs>')

    assert outcome.item.properties == {"b": "y"}
    assert outcome.codes == ["unknown-tag"]


@pytest.mark.parametrize("version", ["1.1", "1.2"])
def test_unknown_tag_as_a_root_is_refused(version: str) -> None:
    assert str(read(f'<Objs Version="{version}" {SPACE}><New /></Objs>').error) == "no CLIXML: <New> is no known tag in a.xml:1"


def test_unknown_tag_of_the_current_version_is_refused() -> None:
    assert "<New> is no known tag" in str(read_roots("<Obj><MS><New /></MS></Obj>").error)


@pytest.mark.parametrize(
    "text", ["<Objs><S>a</S></Objs>", '<Objs xmlns="http://example.com/"><S>a</S></Objs>', f"<S {SPACE}>a</S>", "<configuration/>"]
)
def test_xml_of_another_kind_is_refused(text: str) -> None:
    outcome = read(text)

    assert outcome.records == []
    assert str(outcome.error).startswith("no CLIXML: the root element is <")


# Damage


def test_cut_file_gives_its_whole_records_and_an_error_with_the_line() -> None:
    text = document('  <S>a</S>\r\n  <Obj RefId="0">\r\n    <ToString>b</ToString>\r\n  </Obj>')

    outcome = read(text[: text.index("</Obj>")])

    assert outcome.values == ["a"]
    assert str(outcome.error) == "the file is cut: it ends inside record 1, before </Objs> in a.xml:5"


def test_file_cut_between_records_says_so() -> None:
    text = document("<S>a</S>")

    outcome = read(text[: text.index("\r\n</Objs>")])

    assert outcome.values == ["a"]
    assert str(outcome.error) == "the file is cut: it ends after 1 whole records, before </Objs> in a.xml:2"


@pytest.mark.parametrize("text", ["AT&T", "a & b", "a &", "&", "a &\r\n b"])
def test_ampersand_that_begins_no_reference_is_told_where_it_stands(text: str) -> None:
    outcome = read(document(f"<S>a</S>\r\n<S>{text}</S>\r\n<S>b</S>"))

    assert outcome.values == ["a"]
    assert str(outcome.error).startswith("not well-formed: ")
    assert " in a.xml:3:" in str(outcome.error)


@pytest.mark.parametrize("text", ["a &", "a &am", "a &#x4", "a"])
def test_file_cut_in_a_reference_is_cut(text: str) -> None:
    outcome = read(f"{HEAD}<S>a</S>\r\n<S>{text}")

    assert str(outcome.error) == "the file is cut: it ends inside record 1, before </Objs> in a.xml:2"


@pytest.mark.parametrize(("text", "says"), [("AT&T", "not well-formed: "), ("", "no CLIXML: no element begins in ")])
def test_text_without_an_element_is_read_up_to_a_limit(text: str, says: str) -> None:
    read_bytes: list[int] = []
    head = f"{HEAD}<S>a</S>\n<S>{text}</S>\n".encode()

    class Endless(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            read_bytes.append(10_000)
            return head + b" " * 10_000 if len(read_bytes) == 1 else b" " * 10_000

    with pytest.raises(ClixmlError, match=says):
        list(read_clixml(Content(open=Endless, size_bytes=2**23), path="a.xml", limits=Limits(max_value_bytes=10_000), note=lambda _: None))

    assert sum(read_bytes) < 10_000_000


@pytest.mark.parametrize("length", range(1, len(document('<Obj RefId="0"><MS><S N="a">b</S></MS></Obj>'))))
def test_every_cut_is_an_error(length: int) -> None:
    outcome = read(document('<Obj RefId="0"><MS><S N="a">b</S></MS></Obj>')[:length])

    assert isinstance(outcome.error, ClixmlError)


def test_damage_keeps_the_records_before_it_on_the_same_line() -> None:
    outcome = read(f"{HEAD}<S>a</S><S>b</I32><S>c</S></Objs>")

    assert outcome.values == ["a"]
    assert outcome.error is not None
    assert outcome.error.where is not None
    assert (outcome.error.where.line, outcome.error.where.column is not None) == (1, True)


@pytest.mark.parametrize("tail", ["<S>b</S>", "text", f"<Objs {SPACE}/>"])
def test_content_after_the_document_is_an_error(tail: str) -> None:
    outcome = read(document("<S>a</S>") + tail)

    assert outcome.values == ["a"]
    assert str(outcome.error).startswith("not well-formed: ")


@pytest.mark.parametrize("reference", ["&#x0;", "&#0;", "&#x1F;", "&#xFFFF;", "&#x110000;", "&#xD800;", "&#99999999999999999999;"])
def test_reference_to_no_character_is_replaced_with_a_note(reference: str) -> None:
    outcome = read_roots(f"<S>a&#xA;</S>\n<S>{reference}</S>")

    assert outcome.values == ["a\n", "\ufffd"]
    assert [(note.code, note.where.line) for note in outcome.notes] == [("bad-character", 3)]


def test_reference_to_a_character_stays() -> None:
    outcome = read_roots("<S>&#x41;&#66;&#9;&#x1F600;&#xE000;</S>")

    assert (outcome.values, outcome.notes) == (["AB\t\U0001f600\ue000"], [])


def test_reference_inside_cdata_is_text() -> None:
    assert read_roots("<S><![CDATA[&#x0;<b>]]></S>").values == ["&#x0;<b>"]


@pytest.mark.parametrize("text", ["\x00", "\x1f", "\ufffe"])
def test_raw_control_character_is_an_error(text: str) -> None:
    assert isinstance(read_roots(f"<S>{text}</S>").error, ClixmlError)


# Hostile XML


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize(
    "subset",
    [
        "",
        "[<!ENTITY a 'b'>]",
        "[<!ATTLIST S N CDATA 'Injected'>]",
        "SYSTEM 'file:///etc/hostname'",
        "[<!ENTITY % p SYSTEM 'http://192.0.2.1/p.dtd'> %p;]",
        "[<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]",
    ],
)
def test_document_type_is_refused_by_name(subset: str, encoding: str) -> None:
    outcome = read(f"<!DOCTYPE Objs {subset}>{document('<S>a</S>')}".encode(encoding))

    assert outcome.records == []
    assert str(outcome.error).startswith("a document type declaration (DOCTYPE Objs) is refused")


def test_undeclared_entity_is_an_error() -> None:
    outcome = read_roots("<S>x&a;y</S>")

    assert outcome.records == []
    assert "Entity 'a' not defined" in str(outcome.error)


@pytest.mark.parametrize("inside", ["<S>Anon<!-- -->ymous</S>", "<Obj><!-- --></Obj>", "<Obj><MS><PR><!-- --></PR></MS></Obj>"])
def test_comment_inside_a_record_is_refused(inside: str) -> None:
    assert "a comment inside a record is refused" in str(read_roots(inside).error)


def test_processing_instruction_inside_a_record_is_refused() -> None:
    assert "a processing instruction (php) inside a record is refused" in str(read_roots("<S>a<?php b?></S>").error)


def test_comment_between_records_is_passed_over() -> None:
    assert read_roots("<S>a</S><!-- b --><?c d?><S>e</S>").values == ["a", "e"]


@pytest.mark.parametrize(
    "body",
    [
        "text<Nil />",
        "<Obj>text</Obj>",
        "<S><S>a</S></S>",
        "<Nil>a</Nil>",
        "<Nil><S>a</S></Nil>",
        "<Obj><TNRef><S>a</S></TNRef></Obj>",
        "<ToString>a</ToString>",
        "<T>a</T>",
        "<TN />",
        "<TNRef />",
        "<Props />",
        "<MS />",
        "<En />",
        "<Obj><T>a</T></Obj>",
        "<Obj><En /></Obj>",
        "<Obj><MS><Props /></MS></Obj>",
        "<Obj><MS><TN /></MS></Obj>",
        "<Obj><MS><TNRef /></MS></Obj>",
        "<DCT><S>a</S></DCT>",
        "<DCT><En /></DCT>",
        '<DCT><En><S N="Key">a</S></En></DCT>',
        '<DCT><En><Nil N="Key" /><S N="Value">a</S></En></DCT>',
        '<DCT><En><S N="Key">a</S><S N="Other">a</S></En></DCT>',
        "<DCT><En><S>a</S></En></DCT>",
        "<LST><MS /></LST>",
        "<LST><ToString>a</ToString></LST>",
    ],
)
def test_structure_that_clixml_does_not_have_is_an_error_at_its_line(body: str) -> None:
    outcome = read_roots(body)

    assert outcome.records == []
    assert str(outcome.error).startswith("no CLIXML: ")
    assert str(outcome.error).endswith(" in a.xml:2")


# Limits


def test_text_of_eleven_megabytes_is_refused_by_name() -> None:
    outcome = read(f"{HEAD}<S>{'a' * 11_000_000}</S></Objs>")

    assert str(outcome.error) == "a value is longer than 10000000 bytes, a fixed limit in a.xml:1"


def test_attribute_of_eleven_megabytes_is_refused_by_name() -> None:
    outcome = read(f"{HEAD}<S N='{'a' * 11_000_000}'/></Objs>")

    assert str(outcome.error).startswith("not well-formed: Resource limit exceeded: Buffer size limit exceeded in a.xml:1:")


def test_length_of_a_value_counts_bytes() -> None:
    assert read_roots(f"<S>{'a' * 1000}</S>", SMALL).error is None
    assert "a value is longer than" in str(read_roots(f"<S>{chr(0xE4) * 501}</S>", SMALL).error)


def test_depth_of_three_hundred_is_refused_by_name() -> None:
    outcome = read_roots("<Obj><MS>" * 300 + "</MS></Obj>" * 300)

    assert str(outcome.error) == "objects are nested deeper than 64, a fixed limit in a.xml:2"


@pytest.mark.parametrize(
    ("opening", "closing"), [("<LST>", "</LST>"), ("<Obj><LST>", "</LST></Obj>"), ('<DCT><En><S N="Key">k</S><LST N="Value">', "</LST></En></DCT>")]
)
def test_depth_counts_containers_that_are_no_base_value(opening: str, closing: str) -> None:
    levels = 4 if "DCT" in opening else 8

    assert read_roots(opening * levels + closing * levels, SMALL).error is None
    assert "nested deeper" in str(read_roots(opening * (levels + 1) + closing * (levels + 1), SMALL).error)


def test_named_member_sets_count_as_depth() -> None:
    assert "nested deeper" in str(read_roots('<Obj><MS><MS N="a">' + '<MS N="a">' * 40 + "</MS>" * 42 + "</Obj>", SMALL).error)


def test_number_of_elements_is_limited_in_a_file_and_in_a_record() -> None:
    assert read_roots("<S />" * 100, SMALL).error is None
    assert "the file has more than the limit of 100 elements; a larger --max-file-bytes raises it" in str(read_roots("<S />" * 101, SMALL).error)
    assert "a record has more than 50 elements, a fixed limit" in str(read_roots(f"<LST>{'<S />' * 50}</LST>", SMALL).error)


def test_size_of_a_file_is_limited() -> None:
    assert str(read(b" " * 100_001, SMALL).error) == "the file has 100001 bytes, more than the limit of 100000 in a.xml"


def test_number_of_references_is_limited() -> None:
    refs = "".join(f'<Ref RefId="{number}" />' for number in range(6))

    assert "more than the limit of 5 objects; a larger --max-file-bytes raises it" in str(read_roots(refs, SMALL).error)


def test_number_of_type_lists_is_limited() -> None:
    body = "".join(f'<Obj><TN RefId="{number}"><T>a</T></TN></Obj>' for number in range(6))

    outcome = read_roots(body, SMALL)

    assert len(outcome.records) == 5
    assert "more than the limit of 5 lists of types" in str(outcome.error)


def test_notes_of_one_code_are_limited_and_counted() -> None:
    outcome = read_roots("<B>a</B>" * 5, SMALL)

    assert outcome.codes == ["bad-value", "bad-value", "bad-value"]
    assert outcome.notes[-1].message == "3 more notes of this kind, 5 in all"


def test_notes_are_completed_when_the_file_ends_in_an_error() -> None:
    outcome = read_roots('<Obj><MS><BA N="SerializationData">AAEC</BA></MS></Obj><S>', SMALL)

    assert outcome.codes == ["blob-dropped"]
    assert outcome.error is not None


@given(st.binary(max_size=400))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    outcome = read(data)

    assert isinstance(outcome.error, ClixmlError)


@given(st.data())
def test_no_mutation_of_a_document_raises_anything_else(data: st.DataObject) -> None:
    text = document('<Obj RefId="0"><TN RefId="0"><T>A</T></TN><Props><S N="a">b</S></Props><MS><Ref N="r" RefId="0" /></MS></Obj>').encode()
    at = data.draw(st.integers(0, len(text)))
    mutated = text[:at] + data.draw(st.binary(max_size=8)) + text[at + data.draw(st.integers(0, 8)) :]

    outcome = read(mutated)

    assert outcome.error is None or isinstance(outcome.error, ClixmlError)
