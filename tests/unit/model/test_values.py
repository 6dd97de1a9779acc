from __future__ import annotations

from exposture.model.values import Entries, Item


def test_property_is_found_without_case() -> None:
    item = Item(properties={"PermissionGroups": "AnonymousUsers"})

    assert item.get("permissiongroups") == item.get("PermissionGroups") == "AnonymousUsers"
    assert "PERMISSIONGROUPS" in item
    assert "Bindings" not in item


def test_absent_property_and_null_property_give_none_but_differ_in_membership() -> None:
    item = Item(properties={"Null": None})

    assert item.get("null") is None
    assert item.get("absent") is None
    assert ("null" in item, "absent" in item) == (True, False)


def test_exact_spelling_wins_over_another_case() -> None:
    item = Item(properties={"name": 1, "Name": 2})

    assert (item.get("name"), item.get("Name")) == (1, 2)


def test_property_added_after_a_lookup_is_found() -> None:
    item = Item(properties={"A": 1})
    assert "b" not in item

    item.properties["B"] = 2

    assert item.get("b") == 2


def test_iteration_gives_names_as_the_file_spells_them() -> None:
    assert list(Item(properties={"b": 1, "A": 2})) == ["b", "A"]


def test_objects_compare_by_identity_since_graphs_hold_cycles() -> None:
    item = Item()
    item.properties["self"] = item

    assert item == item.get("SELF")
    assert Item() != Item()
    assert Entries() != Entries()
