from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from exposture.catalog.dataset import Column, Dataset, Source
from exposture.catalog.types import arrow_type, column_fields, table_schema

COLUMN = {"name": "name", "from": "Name", "type": "name", "class": "identity"}


def test_paths_of_a_source_replace_the_common_ones() -> None:
    column = Column.model_validate(COLUMN | {"from_old": "OldName", "from_older": ["A", "B"]})

    assert [column.paths_of(name) for name in ("new", "old", "older")] == [["Name"], ["OldName"], ["A", "B"]]


def test_source_reads_exactly_one_thing() -> None:
    with pytest.raises(ValidationError, match="this one names none"):
        Source.model_validate({"id": "ems", "target": "org"})
    with pytest.raises(ValidationError, match="cmdlet"):
        Source.model_validate({"id": "ems", "target": "org", "cmdlet": "Get-Thing", "wmi": "Win32_Thing"})


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"sources": [{"id": "ems", "cmdlet": "Get-Thing", "target": "org"}], "derived_from": {}},
        {"derived_from": {}},
        {"sources": [{"id": "ems", "cmdlet": "Get-Thing", "target": "org"}], "target": "org"},
    ],
)
def test_dataset_is_read_or_derived(change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match="either `sources`"):
        Dataset.model_validate({"name": "things", "title": "Things", "key": ["Guid"], "columns": [COLUMN]} | change)


def test_column_stands_once() -> None:
    with pytest.raises(ValidationError, match="columns declared twice: name"):
        Dataset.model_validate({"name": "sums", "title": "S", "key": ["name"], "columns": [COLUMN, COLUMN], "derived_from": {}, "target": "org"})


def test_column_that_is_no_mapping_is_refused() -> None:
    with pytest.raises(ValidationError):
        Column.model_validate("name")


def test_companions_follow_type_and_declaration() -> None:
    limit = Column.model_validate(COLUMN | {"name": "quota", "type": "size", "nullable": True})
    secret = Column.model_validate(COLUMN | {"name": "token", "type": "string", "class": "secret"})

    assert [field.name for field in column_fields(limit)] == ["quota", "quota_unlimited", "quota_known"]
    assert [field.name for field in column_fields(secret)] == ["token_has_value"]


def test_schema_of_a_derived_table_tells_which_inputs_were_there() -> None:
    sums = Dataset.model_validate(
        {"name": "sums", "title": "S", "key": ["name"], "columns": [COLUMN], "derived_from": {"optional": ["a|b", "c"]}, "target": "org"}
    )

    assert table_schema(sums).names == ["server", "target", "key", "source_file", "object_index", "name", "a_or_b_known", "c_known"]


def test_list_type_is_a_list_of_its_element() -> None:
    assert arrow_type("list<int>").value_type == arrow_type("int")
