from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

import pytest

from exposture.catalog.cases_rows import rows_from_cases
from exposture.catalog.dataset import Dataset
from exposture.catalog.load import load_catalog
from exposture.catalog.types import table_schema
from exposture.errors import CatalogError

GUID = "38d6a0f0-1111-4000-8000-0123456789ab"
COLUMNS = [
    {"name": "name", "from": "Name", "type": "name", "class": "identity"},
    {"name": "guid", "from": "Guid", "type": "guid", "class": "identity"},
    {"name": "quota", "from": "Quota", "type": "size", "class": "config", "nullable": True},
    {"name": "since", "from": "Since", "type": "timestamp", "class": "config"},
    {"name": "owner", "from": "Owner", "type": "adobject", "class": "config"},
    {"name": "token", "from": "Token", "type": "string", "class": "secret"},
]


def things(target: str = "org", key: list[Any] | None = None) -> Dataset:
    sources = [{"id": "ems", "cmdlet": "Get-Thing", "target": target}]
    return Dataset.model_validate({"name": "things", "title": "Things", "sources": sources, "key": key or ["Guid"], "columns": COLUMNS})


def row(declared: Dataset | None = None, **given: Any) -> dict[str, Any]:
    found: dict[str, Any] = rows_from_cases(declared or things(), [given], None).to_pylist()[0]
    return found


def test_values_in_export_form_are_typed() -> None:
    table = rows_from_cases(
        load_catalog()["receive_connectors"],
        [{"name": "Relay", "bindings": ["[::]:25"], "remote_ip_ranges": ["10.0.0.0/8"], "permission_groups": "AnonymousUsers, Custom"}],
        None,
    )
    found = table.to_pylist()[0]

    assert found["bindings"] == [{"ip": "::", "port": 25}]
    assert found["remote_ip_ranges"][0]["hosts"] == 2.0**24
    assert found["permission_groups"] == ["AnonymousUsers", "Custom"]


def test_no_rows_give_the_full_schema() -> None:
    assert rows_from_cases(things(), [], None).schema == table_schema(things())


def test_column_that_is_not_named_is_null_and_unknown() -> None:
    assert (row()["quota"], row()["quota_unlimited"], row()["quota_known"]) == (None, None, False)


def test_column_that_is_named_is_known_also_with_null() -> None:
    assert (row(quota=None)["quota"], row(quota=None)["quota_known"]) == (None, True)


def test_limit_sets_its_companion() -> None:
    assert (row(quota="Unlimited")["quota"], row(quota="Unlimited")["quota_unlimited"]) == (None, True)
    assert (row(quota="1 KB (1,024 bytes)")["quota"], row(quota=1024)["quota_unlimited"]) == (1024, False)


def test_companion_that_is_named_holds() -> None:
    assert row(quota=1024, quota_known=False)["quota_known"] is False


def test_secret_is_given_as_has_a_value() -> None:
    assert row(token_has_value=True)["token_has_value"] is True
    assert row(token="x")["token_has_value"] is True  # noqa: S106 - the column that is tested
    assert row(token=None)["token_has_value"] is False
    assert row()["token_has_value"] is None


@pytest.mark.parametrize("given", [datetime(2026, 8, 1), date(2026, 8, 1), "2026-08-01T00:00:00Z"])  # noqa: DTZ001 - as YAML gives it
def test_time_of_yaml_is_a_timestamp(given: object) -> None:
    assert row(since=given)["since"] == datetime(2026, 8, 1)  # noqa: DTZ001 - naive UTC


def test_mapping_is_an_object() -> None:
    assert row(owner={"name": "Jane", "dn": "CN=Jane", "guid": GUID})["owner"] == {"name": "Jane", "dn": "CN=Jane", "guid": GUID}


@pytest.mark.parametrize(
    ("target", "server", "expected"),
    [
        ("org", "EX1", "org"),
        ("ldap", None, "ldap"),
        ("server", "EX1", "EX1"),
        ("server", None, "unattributed"),
        ("dc", "DC1", "dc/DC1"),
        ("dc", None, "dc"),
    ],
)
def test_target_follows_the_scope(target: str, server: str | None, expected: str) -> None:
    assert row(things(target), server=server)["target"] == expected


@pytest.mark.parametrize(
    ("declared", "given", "expected"),
    [
        (things(), {"guid": GUID, "name": "A"}, f"guid:{GUID}"),
        (things(), {"name": "A"}, "name:a"),
        (things(), {}, "row:0"),
        (things("server"), {"server": "EX1", "guid": GUID}, f"guid:{GUID}"),
        (things("server"), {"server": "EX1", "name": "A"}, "EX1|name:a"),
        (things("server"), {"server": "EX1"}, "EX1|row:0"),
        (things("server", ["server"]), {"server": "EX1"}, "server:ex1"),
        (things("server", ["server"]), {"name": "A"}, "name:a"),
        (things("server", [["server", "Name"]]), {"server": "EX1", "name": "A"}, "EX1|name:a"),
        (things(), {"key": "g1", "guid": GUID}, "g1"),
    ],
)
def test_key_is_made_or_given(declared: Dataset, given: dict[str, Any], expected: str) -> None:
    assert row(declared, **given)["key"] == expected


def test_reserved_columns_may_be_given() -> None:
    found = row(target="EDGE1", source_file="x.clixml", object_index=7)

    assert (found["target"], found["source_file"], found["object_index"]) == ("EDGE1", "x.clixml", 7)


def test_derived_table_knows_its_optional_inputs_unless_told() -> None:
    declared = Dataset.model_validate(
        {
            "name": "sums",
            "title": "Sums",
            "target": "server",
            "key": ["name"],
            "derived_from": {"optional": ["things|others"]},
            "columns": [{"name": "name", "type": "name", "class": "derived"}],
        }
    )

    assert row(declared, name="A", server="EX1")["things_or_others_known"] is True
    assert row(declared, name="A", things_or_others_known=False)["things_or_others_known"] is False
    assert row(declared, name="A", server="EX1")["target"] == "EX1"


def test_unknown_column_is_refused() -> None:
    with pytest.raises(CatalogError, match="things has no column colour, shape"):
        row(shape=1, colour=2)


def test_value_that_does_not_convert_is_refused() -> None:
    with pytest.raises(CatalogError, match=r"things\.quota: 'much' is no size: not a size"):
        row(quota="much")


def test_other_yaml_values_are_read_as_text() -> None:
    assert row(name=time(1, 2))["name"] == "01:02:00"
