from __future__ import annotations

from pathlib import Path

import pytest

from exposture.catalog.load import load_catalog, misnamed_columns
from exposture.errors import CatalogError

SOURCE = "{id: ems, cmdlet: Get-Thing, target: org}"
COLUMN = "{name: name, from: Name, type: name, class: identity}"


def write(folder: Path, name: str, *, sources: str = SOURCE, columns: str = COLUMN, extra: str = "", key: str = "[Guid]") -> None:
    lines = [f"name: {name}", "title: Things", "sources:", f"  - {sources}", f"key: {key}", *extra.splitlines(), "columns:"]
    (folder / f"{name}.yaml").write_text("\n".join([*lines, *(f"  - {column}" for column in columns.split("\n"))]) + "\n")


def derived(folder: Path, *, inputs: str = "{required: [things]}", key: str = "[name]") -> None:
    text = f"name: sums\ntitle: Sums\ntarget: org\nderived_from: {inputs}\nkey: {key}\ncolumns:\n  - {{name: name, type: name, class: derived}}\n"
    (folder / "sums.yaml").write_text(text)


def faults(folder: Path) -> str:
    with pytest.raises(CatalogError) as caught:
        load_catalog(folder)
    return str(caught.value)


def test_catalog_is_sorted_and_split_into_readable_and_derived(tmp_path: Path) -> None:
    write(tmp_path, "things")
    write(tmp_path, "others")
    derived(tmp_path)

    catalog = load_catalog(tmp_path)

    assert list(catalog) == ["others", "sums", "things"]
    assert len(catalog) == 3
    assert [dataset.name for dataset in catalog.readable] == ["others", "things"]
    assert [dataset.name for dataset in catalog.derived] == ["sums"]


def test_packaged_catalog_loads_and_names_follow_the_properties() -> None:
    catalog = load_catalog()

    assert "remote_ip_ranges" in {column.name for column in catalog["receive_connectors"].columns}
    assert misnamed_columns(catalog) == ()


def test_column_with_another_name_needs_a_note(tmp_path: Path) -> None:
    column = "{name: label, from: [Name, DisplayName], type: name, class: identity"
    write(tmp_path, "things", columns=column + "}")
    write(tmp_path, "others", columns=column + ", note: what people read}")

    assert misnamed_columns(load_catalog(tmp_path)) == ("things.label",)


@pytest.mark.parametrize(
    ("change", "message", "line"),
    [
        ({"columns": "{name: a, from: A, type: nonsense, class: config}"}, "'nonsense' is no type", 7),
        ({"columns": "{name: a, from: A..B, type: int, class: config}"}, "the path 'A..B' is wrong", 7),
        ({"columns": "{name: a, from: A, from_other: B, type: int, class: config}"}, "`from_other` names no source", 7),
        ({"columns": "{name: a, from: A, from_ems: 'A B', type: int, class: config}"}, "the path 'A B' is wrong", 7),
        ({"columns": "{name: a, type: int, class: config}"}, "the column 'a' has no `from`", 7),
        ({"columns": "{name: server, from: A, type: string, class: config}"}, "'server' is a reserved column", 7),
        (
            {"columns": "{name: a, from: A, type: int, class: config, nullable: true}\n{name: a_known, from: B, type: bool, class: config}"},
            "'a_known' stands twice",
            8,
        ),
        ({"sources": f"{SOURCE}\n  - {SOURCE}"}, "source id 'ems' stands twice", 5),
        ({"sources": "{id: ems, cmdlet: Get-Thing, target: org, rows: 'A['}"}, "the path 'A[' is wrong", 4),
        ({"sources": "{id: ems, cmdlet: Get-Thing, target: org, recognise: {requires: ['A[']}}"}, "the path 'A[' is wrong", 4),
        ({"extra": "recognise: {requires: [A., B=*]}"}, "the path 'A.' is wrong", 6),
        ({"extra": "server: .Name"}, "the path '.Name' is wrong", 6),
        ({"key": "[[Guid, 'A[']]"}, "the path 'A[' is wrong", 5),
        ({"extra": "colour: red"}, "colour: Extra inputs are not permitted", 6),
        ({"sources": "{id: ems, target: org}"}, "a source names exactly one of", 4),
    ],
)
def test_fault_is_reported_with_its_line(tmp_path: Path, change: dict[str, str], message: str, line: int) -> None:
    write(tmp_path, "things", **change)

    found = faults(tmp_path)

    assert message in found
    assert f"things.yaml:{line}" in found


def test_faults_of_all_files_are_listed_together(tmp_path: Path) -> None:
    write(tmp_path, "things", columns="{name: a, from: A, type: x, class: config}\n{name: b, from: B, type: y, class: config}")
    (tmp_path / "broken.yaml").write_text("name: [\n")
    (tmp_path / "wrong.yaml").write_text("name: wrong\ntitle: 5\nkey: x\ncolumns: []\nsources: []\n")

    found = faults(tmp_path)

    assert found.startswith("5 faults in the catalog:\n")
    assert [name for name in ("broken.yaml:", "things.yaml:7", "things.yaml:8", "wrong.yaml:2", "wrong.yaml:3") if name not in found] == []


def test_file_has_the_name_of_its_dataset(tmp_path: Path) -> None:
    write(tmp_path, "things")
    (tmp_path / "things.yaml").rename(tmp_path / "other.yaml")

    assert "the file is named other.yaml" in faults(tmp_path)


def test_one_column_name_has_one_type(tmp_path: Path) -> None:
    write(tmp_path, "others", columns="{name: limit, from: Limit, type: size, class: config}")
    write(tmp_path, "things", columns="{name: limit, from: Limit, type: int, class: config}")

    assert "'limit' is int here and size in others" in faults(tmp_path)


def test_secret_in_one_dataset_is_secret_in_all(tmp_path: Path) -> None:
    write(tmp_path, "others", columns="{name: token, from: Token, type: string, class: secret}")
    write(tmp_path, "things", columns="{name: token, from: Token, type: string, class: config}")

    assert "'token' is config here and secret in others" in faults(tmp_path)


def test_derived_inputs_and_key_columns_exist(tmp_path: Path) -> None:
    write(tmp_path, "things")
    derived(tmp_path, inputs="{required: [things|ghosts], optional: [spirits]}", key="[[server, name], label]")

    found = faults(tmp_path)

    assert "the input 'ghosts' is no dataset" in found
    assert "the input 'spirits' is no dataset" in found
    assert "the key names 'label', which is no column" in found


def test_key_path_of_a_derived_table_is_a_column(tmp_path: Path) -> None:
    write(tmp_path, "things")
    derived(tmp_path)

    assert load_catalog(tmp_path)["sums"].is_derived


def test_columns_that_derived_tables_lean_on_are_columns_of_their_inputs() -> None:
    catalog = load_catalog()
    columns = {f"{name}.{column.name}" for name, dataset in catalog.items() for column in dataset.columns}
    for dataset in catalog.derived:
        assert dataset.derived_from is not None
        named = [
            *(dataset.derived_from.compares or ()),
            *dataset.derived_from.joins,
            *(text for column in dataset.columns for text in column.made_of),
        ]
        inputs = {name for need in (*dataset.derived_from.required, *dataset.derived_from.optional) for name in need.split("|")}

        assert set(named) - columns == set()
        assert {text.partition(".")[0] for text in named} <= inputs | {"exchange_servers", "ad_permissions", "mailbox_permission_entries"}
