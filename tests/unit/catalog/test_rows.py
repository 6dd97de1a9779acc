from __future__ import annotations

from datetime import datetime
from typing import Any

import pyarrow as pa
import pytest

from exposture.catalog.dataset import Dataset
from exposture.catalog.load import load_catalog
from exposture.catalog.rows import Row, build_table, empty_table, row_reader, rows_of
from exposture.catalog.types import table_schema
from exposture.errors import Location
from exposture.model.values import Entries, Item, Record, Redacted, Value

GUID = "38d6a0f0-1111-4000-8000-0123456789ab"


def dataset(*columns: dict[str, Any], key: list[Any] | None = None, target: str = "org", **more: Any) -> Dataset:
    source = {"id": "ems", "cmdlet": "Get-Thing", "target": target} | more.pop("source", {})
    declared = [{"class": "config", "from": "Value"} | column for column in columns]
    return Dataset.model_validate({"name": "things", "title": "Things", "sources": [source], "key": key or ["Guid"], "columns": declared} | more)


def record(value: Value, index: int = 0) -> Record:
    return Record(index=index, value=value, where=Location(path="org/things.clixml"))


def read(declared: Dataset, value: Value) -> list[Row]:
    return list(rows_of(declared, declared.sources[0], record(value), None))


def values(column: dict[str, Any], **properties: Value) -> dict[str, Any]:
    return dict(read(dataset({"name": "value"} | column), Item(properties=properties))[0].values)


def key(declared: Dataset, server: str | None = "EX1", **properties: Value) -> str:
    row = read(declared, Item(properties=properties))[0]
    return row.placed(server=server, target="org").key


def test_first_path_with_a_value_wins_over_null() -> None:
    column = {"type": "string", "from": ["A", "B"]}

    assert values(column, A="a", B="b") == {"value": "a"}
    assert values(column, A=None, B="b") == {"value": "b"}
    assert values(column, b="b") == {"value": "b"}


def test_absent_and_null_differ_in_a_nullable_column() -> None:
    column = {"type": "string", "nullable": True}

    assert values(column, Value=None) == {"value": None, "value_known": True}
    assert values(column) == {"value": None, "value_known": False}
    assert values(column, Value="x") == {"value": "x", "value_known": True}


def test_value_that_does_not_convert_is_null_unknown_and_listed() -> None:
    rows = read(dataset({"name": "value", "type": "int", "nullable": True}), Item(properties={"Value": "much"}))

    assert rows[0].values == {"value": None, "value_known": False}
    (line,) = rows[0].conversions("things")
    assert (line.dataset, line.column, line.file, line.object_index, line.text) == ("things", "value", "org/things.clixml", 0, "much")
    assert line.reason == "not a whole number"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(["a", Item(text="b"), b"c"], "a, b, bytes"), (Item(), "Item"), ("x" * 500, "x" * 200)],
)
def test_listed_text_is_short(value: Value, shown: str) -> None:
    rows = read(dataset({"name": "value", "type": "guid"}), Item(properties={"Value": value}))

    assert rows[0].failures[0].text == shown


def test_redacted_value_is_unknown_and_no_failure() -> None:
    rows = read(dataset({"name": "value", "type": "string", "nullable": True}), Item(properties={"Value": Redacted("secure string")}))

    assert rows[0].values == {"value": None, "value_known": False}
    assert rows[0].failures == ()


@pytest.mark.parametrize(
    ("value", "expected"),
    [("Unlimited", (None, True)), ("1 KB (1,024 bytes)", (1024, False)), (None, (None, None)), ("?", (None, None))],
)
def test_limit_has_an_unlimited_companion(value: Value, expected: tuple[object, object]) -> None:
    found = values({"type": "size"}, Value=value)

    assert (found["value"], found["value_unlimited"]) == expected


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({"Value": "s3cret"}, True),
        ({"Value": Redacted("secure string")}, True),
        ({"Value": Item(text="x")}, True),
        ({"Value": ""}, False),
        ({"Value": None}, False),
        ({"Value": []}, False),
        ({"Value.HasValue": "True"}, True),
        ({"Value.HasValue": False}, False),
        ({"Value.HasValue": None, "Value": "x"}, True),
        ({}, None),
    ],
)
def test_secret_is_known_only_as_has_a_value(properties: dict[str, Value], expected: bool | None) -> None:
    assert values({"type": "string", "class": "secret"}, **properties) == {"value_has_value": expected}


def test_flat_columns_of_the_collector_make_an_object() -> None:
    found = values({"type": "adobject"}, **{"Value": "Jane", "Value.DistinguishedName": "CN=Jane,DC=contoso", "Value.Guid": GUID})

    assert found["value"] == {"name": "Jane", "dn": "CN=Jane,DC=contoso", "guid": GUID}


def test_flat_columns_alone_make_an_object() -> None:
    assert values({"type": "adobject"}, **{"Value.Guid": GUID})["value"] == {"name": None, "dn": None, "guid": GUID}


def test_flat_lists_make_a_list_of_objects() -> None:
    found = values({"type": "list<adobject>"}, **{"Value": ["A", Item(text="B")], "Value.Guid": [GUID, None]})

    assert found["value"] == [{"name": "A", "dn": None, "guid": GUID}, {"name": "B", "dn": None, "guid": None}]


def test_flat_lists_as_export_clixml_writes_arrays_make_a_list_of_objects() -> None:
    def array(*held: Value) -> Item:
        return Item(types=("System.Object[]", "System.Array", "System.Object"), value=list(held))

    found = values({"type": "list<adobject>"}, **{"Value": array("A", "B"), "Value.DistinguishedName": array("CN=A", "CN=B")})

    assert found["value"] == [{"name": "A", "dn": "CN=A", "guid": None}, {"name": "B", "dn": "CN=B", "guid": None}]


@pytest.mark.parametrize("guids", [[GUID], GUID])
def test_flat_list_of_another_length_is_left_out(guids: Value) -> None:
    found = values({"type": "list<adobject>"}, **{"Value": ["A", "B"], "Value.Guid": guids})

    assert [one["guid"] for one in found["value"]] == [None, None]


def test_flat_list_beside_a_text_is_left_out() -> None:
    assert values({"type": "adobject"}, **{"Value": "A", "Value.Guid": [GUID]})["value"] == {"name": "A", "dn": None, "guid": None}


def test_flat_sid_wins_over_the_name() -> None:
    assert values({"type": "sid"}, **{"Value": r"CONTOSO\jane", "Value.Sid": "S-1-5-7"})["value"] == "S-1-5-7"


def test_nested_object_needs_no_flat_columns() -> None:
    nested = Item(text="Jane", properties={"Name": "Jane", "DistinguishedName": "CN=Jane"})

    assert values({"type": "adobject"}, Value=nested)["value"] == {"name": "Jane", "dn": "CN=Jane", "guid": None}


def test_one_object_gives_many_rows() -> None:
    declared = dataset(
        {"name": "protocol", "type": "string", "from": "@key"},
        {"name": "enabled", "type": "int", "from": "Enabled"},
        key=["protocol"],
        source={"rows": "TLS[*]"},
    )
    tls = Entries([("1.0", Item(properties={"Enabled": 0})), ("1.2", Item(properties={"Enabled": 1}))])

    rows = read(declared, Item(properties={"TLS": tls}))

    assert [(row.part, row.values) for row in rows] == [(0, {"protocol": "1.0", "enabled": 0}), (1, {"protocol": "1.2", "enabled": 1})]


def test_elements_of_a_list_are_rows() -> None:
    assert [row.values["value"] for row in read(dataset({"name": "value", "type": "string", "from": "@text"}), ["a", None, "b"])] == ["a", "b"]


def test_column_of_another_source_is_left_to_the_table() -> None:
    other = {"id": "other", "file": "x", "target": "org"}
    declared = dataset({"name": "value", "type": "string", "from": [], "from_other": "X"})
    declared = Dataset.model_validate(declared.model_dump(by_alias=True) | {"sources": [declared.sources[0], other]})

    assert read(declared, Item(properties={"X": "x"}))[0].values == {}


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({"Guid": GUID.upper(), "DistinguishedName": "CN=A"}, f"guid:{GUID}"),
        ({"Guid": None, "DistinguishedName": "CN=A,DC=X"}, "EX1|dn:cn=a,dc=x"),
        ({"DistinguishedName": "", "Identity": r"EX1\Relay"}, r"EX1|identity:ex1\relay"),
        ({"Identity": Item(text="Relay")}, "EX1|identity:relay"),
        ({"Identity": ["a", "b"]}, "row:org/things.clixml#0.0"),
        ({}, "row:org/things.clixml#0.0"),
    ],
)
def test_key_is_the_first_property_that_is_there(properties: dict[str, Value], expected: str) -> None:
    declared = dataset({"name": "value", "type": "string"}, key=["Guid", "DistinguishedName", "Identity"], target="server")

    assert key(declared, **properties) == expected


def test_key_of_the_organization_has_no_server() -> None:
    assert key(dataset({"name": "value", "type": "string"}, key=["Identity"]), Identity="Relay") == "identity:relay"


def test_composite_key_needs_all_its_parts() -> None:
    declared = dataset({"name": "value", "type": "string"}, key=[["server", "Store", "Thumbprint"], "Thumbprint"], target="server")

    assert key(declared, Store="My", Thumbprint="AB") == "EX1|store:my|thumbprint:ab"
    assert key(declared, Thumbprint="AB") == "EX1|thumbprint:ab"
    assert key(declared, None, Thumbprint="AB") == "thumbprint:ab"


def test_server_alone_can_be_the_key() -> None:
    declared = dataset({"name": "value", "type": "string"}, key=["server"], target="server")

    assert key(declared) == "server:ex1"
    assert key(declared, None) == "row:org/things.clixml#0.0"


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ({"type": "adobject"}, Item(text="A", properties={"Guid": GUID}), f"value:{GUID}"),
        ({"type": "adobject"}, "A", "value:a"),
        ({"type": "binding"}, "[::]:25", "value::::25"),
        ({"type": "iprange"}, "10.0.0.0/8", "value:10.0.0.0/8"),
        ({"type": "flags"}, "B, A", "value:b,a"),
        ({"type": "x509"}, b"\x30\x01", "value:3001"),
        ({"type": "int"}, 5, "value:5"),
        ({"type": "timestamp"}, "2026-01-02T03:04:05Z", "value:2026-01-02t03:04:05"),
    ],
)
def test_key_of_a_typed_column(column: dict[str, Any], value: Value, expected: str) -> None:
    assert key(dataset({"name": "value"} | column, key=["Value"]), Value=value) == expected


@pytest.mark.parametrize(
    "server",
    [
        Item(text="x", properties={"Name": "ex1"}),
        Item(text="x", properties={"Name": None, "DistinguishedName": "CN=EX1,CN=Servers"}),
        Item(text="EX1", properties={}),
        "ex1.contoso.com",
    ],
)
@pytest.mark.parametrize("path", ["Server.Name", "Server"])
def test_server_is_named_in_every_form(path: str, server: Value) -> None:
    declared = dataset({"name": "value", "type": "string"}, server=path)

    assert read(declared, Item(properties={"Server": server}))[0].server == "EX1"


@pytest.mark.parametrize("server", [None, "localhost", Item(), b"x"])
def test_nobody_is_named(server: Value) -> None:
    assert read(dataset({"name": "value", "type": "string"}, server="Server"), Item(properties={"Server": server}))[0].server is None


def test_server_of_a_row_inside_an_object_may_stand_on_the_object() -> None:
    declared = dataset({"name": "value", "type": "string"}, server="ServerName", source={"rows": "Parts[*]"})

    assert read(declared, Item(properties={"ServerName": "EX1", "Parts": [Item()]}))[0].server == "EX1"


def test_table_has_the_full_schema_and_keeps_the_order() -> None:
    declared = dataset({"name": "value", "type": "timestamp"}, {"name": "absent", "type": "list<binding>", "from": "Absent"})
    reader = row_reader(declared, declared.sources[0], None)
    records = [record(Item(properties={"Value": "2026-01-02T03:04:05Z", "Guid": GUID}), 0), record(Item(), 1)]

    table = build_table(declared, [row.placed(server="EX1", target="org") for one in records for row in reader.read(one)])

    assert table.schema == table_schema(declared)
    assert table.to_pylist() == [
        {
            "server": "EX1",
            "target": "org",
            "key": f"guid:{GUID}",
            "source_file": "org/things.clixml",
            "object_index": 0,
            "value": datetime(2026, 1, 2, 3, 4, 5),  # noqa: DTZ001 - naive UTC
            "absent": None,
        },
        {
            "server": "EX1",
            "target": "org",
            "key": "row:org/things.clixml#1.0",
            "source_file": "org/things.clixml",
            "object_index": 1,
            "value": None,
            "absent": None,
        },
    ]


@pytest.mark.parametrize("name", list(load_catalog()))
def test_every_dataset_has_an_empty_table_with_its_schema(name: str) -> None:
    declared = load_catalog()[name]

    table = empty_table(declared)

    assert table.schema == build_table(declared, []).schema
    assert pa.Table.from_pylist([], schema=table.schema).num_rows == 0


@pytest.mark.parametrize("name", [one.name for one in load_catalog().readable])
def test_every_source_reads_an_empty_object_without_a_failure(name: str) -> None:
    declared = load_catalog()[name]

    for source in declared.sources:
        rows = list(rows_of(declared, source, record(Item()), None))
        assert [row.failures for row in rows] == [()] * len(rows)
        build_table(declared, rows)
