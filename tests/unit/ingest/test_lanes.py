"""Whichever way a document is read, the same records come out."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from exposture.ingest.clixml_blocks import Lanes
from exposture.ingest.limits import Limits
from tests.unit.ingest.lanes import EVENTS, FAST, TREE, Counted, facts, names_in, read_by
from tests.unit.ingest.mailboxes import CHANGED, COUNT, WANTED, export, properties, record, with_line
from tests.unit.ingest.reading import HEAD
from tests.unit.ingest.test_corpus import FILES, OTHER_XML, name_of, needs_corpus

EXPORTS = [path for path in FILES if path.suffix == ".xml" and path.name not in OTHER_XML]


@needs_corpus
@pytest.mark.parametrize("lanes", [TREE, FAST], ids=["tree", "fast"])
@pytest.mark.parametrize("path", EXPORTS, ids=name_of)
def test_real_export_reads_alike_by_every_lane(path: Path, lanes: Lanes) -> None:
    data = path.read_bytes()
    by_events = read_by(EVENTS, data)
    names = names_in(by_events.records)

    for wanted in (names, names[::3]):
        found = read_by(lanes, data, wanted)

        assert found.error == by_events.error
        assert list(facts(found, wanted)) == list(facts(by_events, wanted))


@needs_corpus
def test_lanes_do_read_real_exports(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted()
    counted.watch(monkeypatch)

    for path in EXPORTS:
        read_by(FAST, path.read_bytes(), names_in(read_by(EVENTS, path.read_bytes()).records))

    assert counted.whole > 400
    assert counted.fast > 10


ALIAS = f'<S N="Alias">ward{CHANGED}</S>'
SAME: dict[str, str] = {
    "as the others": record(CHANGED),
    "an entity": with_line(ALIAS, '<S N="Alias">a &amp; b</S>'),
    "an escape": with_line(ALIAS, '<S N="Alias">a_x000A_b _x005F_x0041_</S>'),
    "text beyond ASCII": with_line(ALIAS, '<S N="Alias">Sch\u00f6n \U0001f600</S>'),
    "a line break": with_line(ALIAS, '<S N="Alias">a\nb</S>'),
    "an empty element": with_line(ALIAS, '<S N="Alias" />'),
    "null": with_line(ALIAS, '<Nil N="Alias" />'),
    "another type": with_line(ALIAS, '<I32 N="Alias">7</I32>'),
    "a value that is none of its type": with_line(ALIAS, '<I32 N="Alias">seven</I32>'),
    "a property less": with_line(f"      {ALIAS}\n", ""),
    "a property twice": with_line(ALIAS, f'{ALIAS}\n      <S N="Alias">again</S>'),
    "another order": record(CHANGED, [*properties(CHANGED)[2:], *properties(CHANGED)[:2]]),
    "another spelling": with_line('N="Alias"', 'N="ALIAS"'),
    "in both blocks": with_line('<S N="PSComputerName">', '<S N="Alias">other</S>\n      <S N="PSComputerName">'),
    "a list": with_line(ALIAS, '<Obj N="Alias" RefId="403">\n        <LST>\n          <S>a</S>\n          <S>b</S>\n        </LST>\n      </Obj>'),
    "a dictionary": with_line(
        ALIAS,
        '<Obj N="Alias" RefId="403">\n        <DCT>\n          <En>\n            <S N="Key">k</S>\n            <I32 N="Value">1</I32>'
        "\n          </En>"
        '\n          <En>\n            <S N="Key">Password</S>\n            <S N="Value">geheim</S>\n          </En>\n        </DCT>\n      </Obj>',
    ),
    "an object on one line": with_line(ALIAS, '<Obj N="Alias" RefId="403"><ToString>a</ToString></Obj>'),
    "an object that is not indented": with_line(ALIAS, '<Obj N="Alias" RefId="403">\n<ToString>a</ToString>\n      </Obj>'),
    "an object with a line break": with_line(ALIAS, '<Obj N="Alias" RefId="403">\n        <ToString>a\nb</ToString>\n      </Obj>'),
    "an object that ends on its last line": with_line(ALIAS, '<Obj N="Alias" RefId="403">\n        <ToString>a</ToString></Obj>'),
    "an object in an object of the same indent": with_line(
        ALIAS,
        '<Obj N="Alias" RefId="403">\n        <Props>\n      <Obj N="Alias" RefId="404">\n        <ToString>b</ToString>\n      </Obj>'
        "\n        </Props>\n        <ToString>a</ToString>\n      </Obj>",
    ),
    "an object twice": with_line(
        ALIAS,
        '<Obj N="Alias" RefId="403">\n        <ToString>a</ToString>\n      </Obj>\n      '
        '<Obj N="Alias" RefId="404">\n        <ToString>b</ToString>\n      </Obj>',
    ),
    "an empty object": with_line(ALIAS, '<Obj N="Alias" RefId="403" />'),
    "an empty object and its end": with_line(ALIAS, '<Obj N="Alias" RefId="403">\n      </Obj>'),
    "two properties on one line": with_line(ALIAS, f'{ALIAS}<S N="Alias">again</S>'),
    "a property behind another on its line": with_line(f"\n      {ALIAS}", ALIAS),
    "an attribute more": with_line(ALIAS, '<S N="Alias" X="1">a</S>'),
    "a type that was not there": record(CHANGED, types='\n    <TN RefId="7">\n      <T>Test.Room</T>\n    </TN>'),
    "a type inside": with_line(
        ALIAS,
        '<Obj N="Alias" RefId="403">\n        <TN RefId="7">\n          <T>New</T>\n        </TN>\n        <ToString>a</ToString>\n      </Obj>',
    ),
    "no type": record(CHANGED, types=""),
    "a secret": with_line('<Nil N="Password" />', '<S N="Password">geheim</S>'),
    "a secret object": with_line('<Nil N="Password" />', '<Obj N="Password" RefId="407">\n        <ToString>geheim</ToString>\n      </Obj>'),
    "a secure string": with_line('<Nil N="Password" />', '<SS N="Password">01000000</SS>'),
    "a blob": with_line(ALIAS, f'{ALIAS}\n      <BA N="SerializationData">AAEC</BA>'),
    "a blob over two lines": with_line(ALIAS, f'{ALIAS}\n      <BA N="SerializationData">AA\nEC</BA>'),
    "a reference inside the record": with_line('<S N="Note"></S>', f'<Ref N="Note" RefId="{CHANGED * 10 + 5}" />'),
    "a reference forward": with_line(ALIAS, f'<Ref N="Alias" RefId="{CHANGED * 10 + 5}" />'),
    "a reference to the record": with_line(ALIAS, f'<Ref N="Alias" RefId="{CHANGED * 10}" />'),
    "a reference to the first record": with_line(ALIAS, '<Ref N="Alias" RefId="5" />'),
    "a reference to a record in between": with_line(ALIAS, '<Ref N="Alias" RefId="205" />'),
    "a reference in an object": with_line("<ToString>DB0</ToString>", '<Props>\n          <Ref N="Server" RefId="205" />\n        </Props>'),
    "a cycle": with_line(
        ALIAS, '<Obj N="Alias" RefId="403">\n        <Props>\n          <Ref N="Parent" RefId="403" />\n        </Props>\n      </Obj>'
    ),
    "a reference that nobody wants": with_line('      <S N="Unwanted">', '      <Ref N="Organization" RefId="205" />\n      <S N="Unwanted">'),
    "another stream": record(CHANGED).replace("<Obj RefId", '<Obj S="Error" RefId'),
    "a scalar": "  <S>text</S>\n",
    "null at the root": "  <Nil />\n",
    "on one line": record(CHANGED).replace("\n", "") + "\n",
    "two records in one": with_line("\n  </Obj>\n", "</Obj>\n"),
    "no second block": with_line('\n    <MS>\n      <S N="PSComputerName">ex1</S>\n    </MS>', ""),
    "an end on a line of its own and a scalar": with_line("\n    </MS>\n  </Obj>\n", "\n    </MS></Obj>\n  <S>text</S>\n"),
    "an end on the line of the next record": with_line("\n    </MS>\n  </Obj>\n", "\n    </MS>\n  </Obj>"),
    "a record of nothing wanted": record(CHANGED, ['<S N="Unwanted">x</S>']),
    "a record of nothing wanted and another before its end": record(CHANGED, ['<S N="Unwanted">x</S>']).replace(
        "\n    </MS>\n  </Obj>\n", "</MS></Obj>\n"
    ),
    "not indented": record(CHANGED).replace("\n  ", "\n").replace("\n  ", "\n"),
    "a comment between records": f"  <!-- a comment -->\n{record(CHANGED)}",
    "CDATA": with_line(ALIAS, '<S N="Alias"><![CDATA[a\n  </Obj>\n]]></S>'),
    "a question": with_line(ALIAS, '<S N="Alias">why? really!</S>'),
    "a credential": record(CHANGED, types='\n    <TN RefId="9">\n      <T>System.Management.Automation.PSCredential</T>\n    </TN>'),
    "a bad character": with_line(ALIAS, '<S N="Alias">a&#0;b</S>'),
}
REFUSED: dict[str, str] = {
    "a comment in a value": with_line(ALIAS, '<S N="Alias">a<!-- -->b</S>'),
    "an instruction": with_line(ALIAS, f"<?x y?>{ALIAS}"),
    "text between elements": with_line(ALIAS, f"{ALIAS} text"),
    "an unknown tag": with_line(ALIAS, '<Odd N="Alias">a</Odd>'),
    "an element in a value": with_line(ALIAS, '<S N="Alias">a<B>true</B></S>'),
    "an object that closes twice": with_line(ALIAS, '<Obj N="Alias" RefId="403">\n        <ToString>a</ToString>\n      </Obj></Obj>'),
    "an empty element that closes": with_line(ALIAS, '<S N="Alias" /></S>'),
    "a tag that does not close": with_line(ALIAS, '<S N="Alias">a</B>'),
    "a control character": with_line(ALIAS, '<S N="Alias">a\x01b</S>'),
    "an entity of nobody": with_line(ALIAS, '<S N="Alias">&who;</S>'),
    "an entry without a key": with_line(ALIAS, '<DCT N="Alias">\n        <En>\n          <I32 N="Value">1</I32>\n        </En>\n      </DCT>'),
    "an entry with two values": with_line(
        ALIAS,
        '<DCT N="Alias">\n        <En>\n          <S N="Key">k</S>\n          <I32 N="Value">1</I32>\n          <I32 N="Value">2</I32>'
        "\n        </En>\n      </DCT>",
    ),
    "an ampersand": with_line(ALIAS, '<S N="Alias">AT&T</S>'),
    "a second document": f"</Objs>{HEAD}\n",
    "too deep": with_line(ALIAS, '<LST N="Alias">' + "<LST>" * 70 + "</LST>" * 71),
}


@pytest.mark.parametrize("lanes", [TREE, FAST], ids=["tree", "fast"])
@pytest.mark.parametrize("name", SAME)
def test_odd_record_reads_alike_by_every_lane(name: str, lanes: Lanes) -> None:
    data = export(SAME[name]).encode()
    by_events = read_by(EVENTS, data)

    found = read_by(lanes, data, WANTED)

    assert (found.error, by_events.error) == ("", "")
    assert len(found.records) >= COUNT - 1
    assert list(facts(found, WANTED)) == list(facts(by_events, WANTED))
    assert Counter(note.code for note in found.notes) == Counter(note.code for note in by_events.notes)
    assert b"geheim" not in repr(list(facts(found))).encode()


@pytest.mark.parametrize("lanes", [TREE, FAST], ids=["tree", "fast"])
@pytest.mark.parametrize("name", REFUSED)
def test_fault_ends_every_lane_at_the_same_place(name: str, lanes: Lanes) -> None:
    data = export(REFUSED[name]).encode()
    by_events = read_by(EVENTS, data)

    found = read_by(lanes, data, WANTED)

    assert found.error == by_events.error != ""
    assert list(facts(found, WANTED)) == list(facts(by_events, WANTED))


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
def test_encoding_does_not_matter(encoding: str) -> None:
    by_events = read_by(EVENTS, export().encode())

    found = read_by(FAST, export().encode(encoding), WANTED)

    assert list(facts(found, WANTED)) == list(facts(by_events, WANTED))


@pytest.mark.parametrize("cut", range(3, 4000, 371))
def test_cut_file_gives_what_was_whole_and_says_so(cut: int) -> None:
    data = export().encode()[:-cut]
    by_events = read_by(EVENTS, data)

    found = read_by(FAST, data, WANTED)

    assert found.error == by_events.error != ""
    assert list(facts(found, WANTED)) == list(facts(by_events, WANTED))


def test_records_of_one_shape_take_the_fast_lane(monkeypatch: pytest.MonkeyPatch) -> None:
    counted = Counted()
    counted.watch(monkeypatch)

    read_by(FAST, export().encode(), WANTED)

    assert counted.fast > COUNT * 0.8


def test_document_without_ends_of_records_is_read_in_bounded_pieces() -> None:
    data = f"{HEAD}\n{'<S>text</S>' * 5000}</Objs>".encode()

    found = read_by(replace(FAST, longest_bytes=3_000), data, WANTED)

    assert found.error == ""
    assert len(found.records) == 5000


def test_line_of_a_stream_dump_is_passed_over_in_a_big_file() -> None:
    found = read_by(FAST, b"#< CLIXML\r\n" + export().encode(), WANTED)

    assert len(found.records) == COUNT


def test_types_beyond_the_limit_end_the_reading() -> None:
    lines = "".join(record(number, types=f'\n    <TN RefId="{number}">\n      <T>T{number}</T>\n    </TN>') for number in range(COUNT))

    found = read_by(FAST, f"{HEAD}\n{lines}</Objs>".encode(), WANTED, Limits(max_types=10))

    assert "more than the limit of 10 lists of types; a larger --max-file-bytes raises it" in found.error
