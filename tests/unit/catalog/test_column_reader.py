"""Looking a column up by its slot says what walking its paths says, the first time and each later time."""

from __future__ import annotations

from decimal import Decimal
from itertools import product

import pytest

from exposture.catalog import column_reader
from exposture.catalog.column_reader import ColumnReader, Slot, Taken
from exposture.catalog.convert import converter_table
from exposture.catalog.dataset import Column
from exposture.model.values import Entries, Item, Redacted, Value

GUID = "38d6a0f0-1111-4000-8000-0123456789ab"
SCALARS: list[Value] = [
    None,
    "",
    " text ",
    "true",
    "7",
    "36 MB (37,748,736 bytes)",
    "Unlimited",
    "1.00:00:00",
    "SMTP:Nurse@Contoso.Example",
    "CN=A,DC=contoso,DC=example",
    GUID,
    "S-1-5-18",
    "10.0.0.0/8",
    "0.0.0.0:25",
    "{Tls, Integrated}",
    True,
    False,
    1,
    0,
    1.0,
    Decimal("1.5"),
    b"\x30\x00",
    Redacted("a secret"),
]
LINK = Item(text="contoso.example/A", properties={"DistinguishedName": "CN=A,DC=contoso,DC=example", "ObjectGuid": GUID, "Name": "A"})
OBJECTS: list[Value] = [
    LINK,
    Item(text="contoso.example/A", properties=dict(LINK.properties)),
    Item(text="36 MB (37,748,736 bytes)", properties={"IsUnlimited": False, "Value": "36 MB (37,748,736 bytes)"}),
    Item(properties={"IsUnlimited": True}),
    Item(properties={"IsUnlimited": 1}),
    Item(text="Mailbox", value=2),
    Item(value=["a", "b"]),
    Item(value=[True]),
    Item(value=[1]),
    Item(value=[LINK, LINK]),
    Item(value=Entries(pairs=[("a", 1)])),
    Item(properties={"inner": ["a"]}),
    ["a", "b"],
    [LINK],
    [],
]
FLAT: list[dict[str, Value]] = [
    {},
    {"Value.DistinguishedName": "CN=A,DC=contoso,DC=example"},
    {"Value.DistinguishedName": None, "value.guid": GUID},
    {"Value.Sid": "S-1-5-18"},
    {"Value.Guid": [GUID]},
    {"Other": "other"},
]
ITEMS = [Item(properties={"Value": value} | flat) for value, flat in product([*SCALARS, *OBJECTS], FLAT)]
SPELLED: list[dict[str, Value]] = [{}, {"value": "a"}, {"VALUE": "a", "Value": None}, {"Second": "b"}, {"Value": None, "second": "b"}]
ITEMS += [Item(properties=properties) for properties in SPELLED]
TYPES = sorted(converter_table())
LISTS = [f"list<{kind}>" for kind in ("adobject", "string", "sid", "guid", "int", "iprange")]


def column(kind: str, *, is_nullable: bool) -> Column:
    return Column.model_validate({"name": "value", "type": kind, "class": "config", "from": ["Value", "Second"], "nullable": is_nullable})


def slot_of(reader: ColumnReader, item: Item) -> Slot:
    slot = reader.slot(item.properties, {name.casefold(): name for name in item.properties})
    assert slot is not None
    return slot


def comparable(taken: Taken) -> str:
    return repr(taken)  # 1 and True are equal, but not the same


@pytest.mark.parametrize("is_nullable", [False, True], ids=["", "nullable"])
@pytest.mark.parametrize("kind", [*TYPES, *LISTS])
def test_slot_says_what_the_walk_says(kind: str, is_nullable: bool) -> None:
    declared = column(kind, is_nullable=is_nullable)
    walking, looking = (ColumnReader(declared, ["Value", "Second"], None) for _ in range(2))
    expected = [comparable(walking.taken(item)) for item in ITEMS]

    for _ in range(2):
        assert [comparable(looking.taken_at(slot_of(looking, item), item)) for item in ITEMS] == expected


def test_only_the_first_short_values_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(column_reader, "REMEMBERED_AT_MOST", 3)
    reader = ColumnReader(column("enum", is_nullable=False), ["Value"], None)

    for text in ("x" * 5_000, "a", "b", "c", "d"):
        item = Item(properties={"Value": text})
        assert reader.taken_at(slot_of(reader, item), item).values == {"value": text}

    assert list(reader._known) == ["a", "b", "c"]


@pytest.mark.parametrize("path", ["Value.Inner", "Value[*]", "@type", "Value|Other"])
def test_paths_of_more_than_a_property_have_no_slot(path: str) -> None:
    assert ColumnReader(column("string", is_nullable=False), [path], None).slot(["Value"], {"value": "Value"}) is None
