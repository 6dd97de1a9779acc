from __future__ import annotations

import codecs
import math
import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exposture.errors import ClixmlError
from exposture.ingest.clixml_writer import Container, Shape, Typed, Writable, write_clixml
from exposture.model.values import Entries, Item, Redacted, Value
from tests.unit.ingest.reading import read

NAMES = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), min_size=1, max_size=8).filter(
    lambda name: not name.endswith("@props")  # how a reader keeps the property of the other block
)
TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=20)
LOOKALIKES = st.text(st.sampled_from(["_", "x", "X", "0", "D", "8", "\r", "\n", "<", "&", "]", ">", "\0"]), max_size=20)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**64 - 1),
    st.floats(allow_nan=False),
    st.decimals(-(10**20), 10**20, places=6),
    TEXTS,
    LOOKALIKES,
    st.binary(max_size=20),
)
TYPES = st.lists(st.sampled_from(["My.Type", "System.Object", "A`1[[B, C]]"]), max_size=2).map(tuple)


def values(inner: st.SearchStrategy[Value]) -> st.SearchStrategy[Value]:
    properties = st.dictionaries(NAMES, inner, max_size=4)
    items = st.builds(Item, types=TYPES, text=st.none() | TEXTS, value=inner, properties=properties, is_deserialized=st.booleans())
    keys = st.one_of(TEXTS, st.integers(0, 9))
    return st.one_of(st.lists(inner, max_size=4), items, st.lists(st.tuples(keys, inner), max_size=3).map(Entries))


def plain(value: Value) -> object:
    """Return a value that compares by content; a secret's name redacts, so names are not secrets here."""
    match value:
        case Item():
            types = value.types
            properties = {name: plain(inner) for name, inner in value.properties.items()}
            return ("item", types, value.text, plain(value.value), properties, value.is_deserialized and bool(types))
        case Entries():
            return ("entries", [(plain(key), plain(inner)) for key, inner in value.pairs])
        case list():
            return [plain(inner) for inner in value]
        case _:
            return (type(value).__name__, value)


@settings(max_examples=300)
@given(
    st.lists(st.recursive(SCALARS, values, max_leaves=12), max_size=4),
    st.sampled_from(["utf-8-sig", "utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]),
)
def test_what_is_written_reads_back(written: list[Value], encoding: str) -> None:
    outcome = read(write_clixml(written, encoding=encoding))

    assert outcome.error is None
    assert [plain(value) for value in outcome.values] == [plain(value) for value in written]


@given(
    st.integers(1, 12).flatmap(
        lambda size: st.tuples(st.just(size), st.lists(st.tuples(st.integers(0, size - 1), st.integers(0, size - 1)), max_size=40))
    )
)
def test_every_graph_of_shared_objects_reads_back(graph: tuple[int, list[tuple[int, int]]]) -> None:
    size, edges = graph
    items = [Item(text=str(number)) for number in range(size)]
    for number, (source, target) in enumerate(edges):
        items[source].properties[f"e{number}"] = items[target]

    outcome = read(write_clixml(items))

    assert outcome.error is None
    assert outcome.notes == []
    assert edges_of(outcome.values) == edges_of(list(items))
    assert len({id(value) for value in outcome.values}) == size


def edges_of(roots: list[Value]) -> list[tuple[str | None, str, str | None]]:
    found = [
        (item.text, name, inner.text)
        for item in roots
        if isinstance(item, Item)
        for name, inner in item.properties.items()
        if isinstance(inner, Item)
    ]
    return sorted(found, key=str)


def test_layout_is_that_of_export_clixml() -> None:
    connector = Shape(
        types=("My.Type", "System.Object"), text='a "b"', adapted={"Name": "a\n", "Tags": ["x", None], "None": []}, extended={"PSComputerName": "ex1"}
    )

    text = write_clixml([connector, Shape(types=("My.Type", "System.Object"), adapted={"Peer": connector})]).decode("utf-8-sig")

    assert text == "\r\n".join(
        [
            '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">',
            '  <Obj RefId="0">',
            '    <TN RefId="0">',
            "      <T>My.Type</T>",
            "      <T>System.Object</T>",
            "    </TN>",
            '    <ToString>a "b"</ToString>',
            "    <Props>",
            '      <S N="Name">a_x000A_</S>',
            '      <LST N="Tags">',
            "        <S>x</S>",
            "        <Nil />",
            "      </LST>",
            '      <LST N="None" />',
            "    </Props>",
            "    <MS>",
            '      <S N="PSComputerName">ex1</S>',
            "    </MS>",
            "  </Obj>",
            '  <Obj RefId="1">',
            '    <TNRef RefId="0" />',
            "    <Props>",
            '      <Ref N="Peer" RefId="0" />',
            "    </Props>",
            "  </Obj>",
            "</Objs>",
        ]
    )


def test_no_value_gives_a_document_without_a_root() -> None:
    assert write_clixml([]).decode("utf-8-sig") == '<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04" />'


def test_utf16_is_little_endian_with_a_mark() -> None:
    assert write_clixml([], encoding="utf-16").startswith(codecs.BOM_UTF16_LE + b"<\0")


def test_document_can_be_one_line() -> None:
    data = write_clixml([Item(properties={"a": 1})], newline="", indent="")

    assert b"\n" not in data
    assert b"> <" not in data
    assert read(data).item.properties == {"a": 1}


def test_typed_values_are_written_with_their_tag() -> None:
    written: list[Writable] = [Typed("DT", "2026-01-02T03:04:05Z"), Typed("URI", "https://a_x0041_<"), Typed("U16", "5"), Typed("SS", "00")]

    outcome = read(write_clixml(written))

    assert outcome.values == ["2026-01-02T03:04:05Z", "https://a_x0041_<", 5, Redacted("a SecureString")]


def test_other_containers_are_written_with_their_tag() -> None:
    data = write_clixml([Container("IE", ["a"]), Container("STK", [])])

    assert b"<IE>" in data
    assert b"<STK />" in data
    assert read(data).values == [["a"], []]


def test_mapping_is_a_custom_object_with_extended_properties() -> None:
    data = write_clixml([{"a": 1}])

    assert b"<Props>" not in data
    assert read(data).item.types == ("System.Management.Automation.PSCustomObject", "System.Object")


def test_deserialized_shape_has_the_prefix() -> None:
    data = write_clixml([Shape(types=("My.Type",), is_deserialized=True)])

    assert b"<T>Deserialized.My.Type</T>" in data
    assert read(data).item.is_deserialized is True


def test_both_values_of_a_clash_are_written_to_their_blocks() -> None:
    item = read(write_clixml([Shape(types=("A",), adapted={"When": "x", "B": 1}, extended={"When": Typed("DT", "2026-01-02T00:00:00")})])).item

    again = read(write_clixml([item])).item

    assert item.properties == {"B": 1, "When@props": "x", "When": "2026-01-02T00:00:00"}
    assert again.properties == item.properties


def test_redacted_value_stays_redacted() -> None:
    (value,) = read(write_clixml([Redacted("why")])).values

    assert isinstance(value, Redacted)


def test_nan_is_written() -> None:
    (value,) = read(write_clixml([math.nan])).values

    assert isinstance(value, float)
    assert math.isnan(value)


def loop() -> list[Value]:
    values: list[Value] = []
    values.append(values)
    return values


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (Typed("X", "a"), "<X> is no value of CLIXML"),
        (Container("Obj", []), "<Obj> is no container of CLIXML"),
        (2**64, "a whole number of more than 64 bits cannot be written as CLIXML"),
        (Decimal("NaN"), "a decimal that is not finite or has more than 40 digits cannot be written as CLIXML"),
        ("\ufffe", "U+FFFE and U+FFFF are no characters of XML"),
        (object(), "a object cannot be written as CLIXML"),
        (loop(), "values are nested deeper than the limit of 64"),
    ],
)
def test_what_cannot_be_written_is_an_error(value: Writable, message: str) -> None:
    with pytest.raises(ClixmlError, match=f"^{re.escape(message)}$"):
        write_clixml([value])
