from __future__ import annotations

import pytest

from exposture.catalog.paths import MISSING, Entry, condition_of, find, list_of, parse_path, resolve, rows_at, text_of
from exposture.errors import CatalogError
from exposture.model.values import Entries, Item, Redacted

ENUM = Item(types=("Contoso.Kind", "System.Enum"), text="Mailbox", value=2)
TLS = Entries([("1.0", Item(properties={"Enabled": 0})), ("1.2", Item(properties={}))])
SPACES = [Item(properties={"Domain": "*"}), Item(properties={})]
RECORD = Item(
    properties={
        "Name": "Relay",
        "Server": Item(text="EX1", properties={"Name": "EX1"}),
        "A.B": "flat",
        "A": Item(properties={"B": "nested", "C": "only nested"}),
        "Empty": None,
        "Kind": ENUM,
        "Registry": Item(properties={"TLS": Item(types=("System.Collections.Hashtable",), value=TLS)}),
        "Spaces": SPACES,
    }
)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("Name", "Relay"),
        ("name", "Relay"),
        ("Server.Name", "EX1"),
        ("A.B", "flat"),
        ("A.C", "only nested"),
        ("Empty", None),
        ("Absent", MISSING),
        ("Name.Length", MISSING),
        ("Empty.Name", MISSING),
        ("Kind.@text", "Mailbox"),
        ("Kind.@value", 2),
        ("Kind.@type", "Contoso.Kind"),
        ("Name.@type", None),
        ("Name.@value", "Relay"),
        ("Name.@key", MISSING),
        ('Registry.TLS."1.0".Enabled', 0),
        ('Registry.TLS."9.9".Enabled', MISSING),
        ("Registry.TLS[*].@key", ["1.0", "1.2"]),
        ("Registry.TLS[*].@type", [None, None]),
        ("Registry.TLS[*].Enabled", [0, None]),
        ("Spaces[*].Domain", ["*", None]),
        ("Empty[*].Domain", None),
        ("Name[*]", MISSING),
        ("Absent[*]", MISSING),
        ('="TLS {Name}"', "TLS Relay"),
        ('="TLS {Absent}"', MISSING),
        ('="TLS {Empty}"', MISSING),
        ("Absent|Name", "Relay"),
        ("Empty|Name", "Relay"),
        ("Empty|Absent", None),
        ("Absent|Other", MISSING),
        ('"A|B"|Name', "Relay"),
        ('Registry?.TLS."1.0".Enabled', 0),
        ("Wrapper?.Server.Name", "EX1"),
        ("Wrapper?.Absent", MISSING),
        ("Name[!=relay]", MISSING),
        ("Name[!=Other]", "Relay"),
        ("Kind[!=Mailbox]", MISSING),
        ("Empty[!=]", MISSING),
        ("Empty[!=x]", None),
        ("Name[!=]", "Relay"),
        ('Registry.TLS."1.0".Enabled[!=0]', MISSING),
        ('Registry.TLS."1.0".Enabled[!=]', 0),
        ("Spaces[*][Domain!=*]", [None, SPACES[1]]),
        ("Spaces[*][Domain!=].Domain", ["*", None]),
    ],
)
def test_path_finds(path: str, expected: object) -> None:
    assert resolve(RECORD, path) == expected


def test_walk_in_a_walk_is_flat() -> None:
    nested = Item(properties={"Outer": [Item(properties={"Inner": ["a", "b"]}), Item(properties={"Inner": ["c"]}), Item()]})

    assert resolve(nested, "Outer[*].Inner[*]") == ["a", "b", "c", None]


def test_list_below_a_walk_stays_one_value_of_its_element() -> None:
    nested = Item(properties={"Outer": [Item(properties={"Inner": ["a", "b"]})]})

    assert resolve(nested, "Outer[*].Inner") == [["a", "b"]]


def test_walk_over_a_dictionary_gives_its_values() -> None:
    assert resolve(Entries([("k", 1), ("l", 2)]), "[*]") == [1, 2]


def test_property_of_an_object_around_an_object_is_found() -> None:
    assert resolve(Item(value=Item(properties={"Name": "x"})), "Name") == "x"


def test_object_that_holds_itself_ends_the_search() -> None:
    around = Item()
    around.value = around

    assert resolve(around, "Name") is MISSING
    assert resolve(around, "[*]") is MISSING
    assert text_of(around) is None


def test_dictionary_key_is_compared_without_case_and_may_be_a_number() -> None:
    assert resolve(Entries([(5, "five"), ("Key", "k")]), "KEY") == "k"
    assert resolve(Entries([(None, "null"), (5, "five")]), "5") == "five"


def test_entry_is_unwrapped_to_its_value() -> None:
    entry = Entry("1.0", Item(text="x", value=7))

    assert resolve(entry, "@key") == "1.0"
    assert resolve(entry, "@value") == 7
    assert resolve(entry, "@text") == "x"
    assert resolve(Entry("k", [1, 2]), "[*]") == [1, 2]


@pytest.mark.parametrize(
    "path",
    [
        "",
        ".",
        "A..B",
        "A.",
        ".A",
        "A B",
        "@other",
        "A[0]",
        '"open',
        '="open',
        "A@key",
        "[*]A",
        "A|",
        "|A",
        "A||B",
        "A?B",
        "A.B?.C",
        "A[!=",
        "A[x]",
        '"A|B',
    ],
)
def test_wrong_path_is_refused(path: str) -> None:
    with pytest.raises(CatalogError):
        parse_path(path)


def test_last_property_names_the_path() -> None:
    assert parse_path('A."b c"[*].@text').last == "b c"
    assert parse_path("@text").last == ""


def test_rows_are_the_record_or_its_elements_or_what_the_path_finds() -> None:
    assert rows_at("text", None) == ["text"]
    assert rows_at(["a", None, "b"], None) == ["a", "b"]
    assert rows_at(Item(value=["a"]), None) == ["a"]
    assert rows_at(RECORD, parse_path("Registry.TLS[*]")) == [Entry("1.0", TLS.pairs[0][1]), Entry("1.2", TLS.pairs[1][1])]
    assert rows_at(RECORD, parse_path("Server")) == [RECORD.properties["Server"]]


@pytest.mark.parametrize("path", ["Absent", "Empty", "Absent[*]"])
def test_no_rows_where_the_path_finds_nothing(path: str) -> None:
    assert rows_at(RECORD, parse_path(path)) == []


def test_text_of_every_kind_of_value() -> None:
    assert [text_of(value) for value in ("a", True, 3, 0.5, ENUM, Item(value=5), Item(value=Item(text="x")), None, b"", Redacted("x"), [])] == [
        "a",
        "True",
        "3",
        "0.5",
        "Mailbox",
        "5",
        None,
        None,
        None,
        None,
        None,
    ]


def test_only_lists_are_lists() -> None:
    assert list_of("a") is None
    assert list_of(Item()) is None
    assert list_of(Item(value=[1])) == [1]


def test_find_keeps_the_entry() -> None:
    assert find(RECORD, parse_path("Registry.TLS[*]"))[0] == Entry("1.0", TLS.pairs[0][1])  # type: ignore[index]  # a walk is a list


def test_wrapper_that_is_absent_is_the_object_itself() -> None:
    assert rows_at(RECORD, parse_path("Wrapper?")) == [RECORD]
    assert rows_at(Item(properties={"Wrapper": RECORD}), parse_path("Wrapper?")) == [RECORD]


def test_rows_leave_out_what_the_path_leaves_out() -> None:
    assert rows_at(RECORD, parse_path("Spaces[*][Domain!=]")) == [SPACES[0]]


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("A", ("A", None)),
        ("A.B=x*", ("A.B", "x*")),
        ("A[!=]", ("A[!=]", None)),
        ("A[!=3]=?*", ("A[!=3]", "?*")),
        ('"a=b"=c', ('"a=b"', "c")),
        ("A=", ("A", "")),
    ],
)
def test_condition_is_a_path_and_a_pattern(condition: str, expected: tuple[str, str | None]) -> None:
    assert condition_of(condition) == expected
