from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from exposture.catalog.dataset import Dataset
from exposture.catalog.load import Catalog, load_catalog
from exposture.catalog.recognise import Recognised, Recogniser, Unrecognised, recognise, recogniser, type_key
from exposture.model.values import Entries, Item, Value

PSO = "System.Management.Automation.PSCustomObject"


def dataset(name: str, sources: list[dict[str, Any]] | None = None, **recognise: Any) -> Dataset:
    columns = [{"name": "name", "from": "Name", "type": "name", "class": "identity"}]
    given = sources or [{"id": "ems", "cmdlet": "Get-" + name.title().replace("_", "")}]
    return Dataset.model_validate(
        {
            "name": name,
            "title": name,
            "sources": [{"target": "org"} | source for source in given],
            "recognise": recognise,
            "key": ["Name"],
            "columns": columns,
        }
    )


@cache
def packaged() -> Recogniser:
    return recogniser(load_catalog())


def catalog(*datasets: Dataset) -> Catalog:
    return Catalog({one.name: one for one in datasets})


def found(declared: Catalog, value: Value | list[Value], file_name: str = "export.xml") -> list[str] | tuple[str, ...]:
    result = recognise(declared, value if isinstance(value, list) else [value], file_name)
    if isinstance(result, Unrecognised):
        return result.candidates
    return [f"{match.dataset.name}/{','.join(source.id for source in match.sources)}" for match in result.matches]


def item(*types: str, **properties: Value) -> Item:
    return Item(types=types, properties=properties)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Deserialized.Microsoft.Exchange.X", "Microsoft.Exchange.X"),
        ("Selected.Microsoft.Exchange.X", "microsoft.exchange.x"),
        ("Deserialized.Selected.Microsoft.Exchange.X", "Microsoft.Exchange.X"),
        ("X.Unlimited`1[[System.Int32, mscorlib]]", "X.Unlimited"),
        (r"System.Management.ManagementObject#root\cimv2\Win32_Service", "Microsoft.Management.Infrastructure.CimInstance#root/cimv2/Win32_Service"),
        (
            "Microsoft.Management.Infrastructure.CimInstance#Win32_Disk",
            r"Deserialized.System.Management.ManagementObject#ROOT\CIMV2\win32_disk",
        ),
    ],
)
def test_type_names_that_mean_the_same_compare_equal(first: str, second: str) -> None:
    assert type_key(first) == type_key(second)


def test_type_recognises_without_any_file_name() -> None:
    assert found(catalog(dataset("things", types=["Contoso.Thing"])), item("Deserialized.Contoso.Thing", "System.Object")) == ["things/ems"]


def test_more_specific_type_wins() -> None:
    declared = catalog(dataset("parents", types=["Contoso.Parent"]), dataset("children", types=["Contoso.Child"]))

    assert found(declared, item("Contoso.Child", "Contoso.Parent")) == ["children/ems"]


def test_class_of_a_wmi_source_needs_no_type_in_the_declaration() -> None:
    declared = catalog(dataset("windows_disks", [{"id": "wmi", "wmi": r"root\cimv2 Win32_Volume"}]))

    assert found(declared, item(r"System.Management.ManagementObject#root\cimv2\Win32_Volume")) == ["windows_disks/wmi"]


def test_required_properties_break_a_tie() -> None:
    declared = catalog(dataset("first", types=["Contoso.Thing"], requires=["A"]), dataset("second", types=["Contoso.Thing"], requires=["B"]))

    assert found(declared, item("Contoso.Thing", B=1)) == ["second/ems"]


def test_dataset_without_requirements_takes_what_no_other_claims() -> None:
    declared = catalog(dataset("first", types=["Contoso.Thing"], requires=["A"]), dataset("second", types=["Contoso.Thing"]))

    assert found(declared, item("Contoso.Thing", B=1)) == ["second/ems"]
    assert found(declared, item("Contoso.Thing", A=1)) == ["first/ems"]


def test_file_name_breaks_a_tie_that_properties_leave() -> None:
    declared = catalog(dataset("first", types=["Contoso.Thing"], files=["*One*"]), dataset("second", types=["Contoso.Thing"], files=["*Two*"]))

    assert found(declared, item("Contoso.Thing"), "GetTwo.xml") == ["second/ems"]


def test_tie_that_nothing_breaks_is_unrecognised_with_its_candidates() -> None:
    declared = catalog(dataset("first", types=["Contoso.Thing"]), dataset("second", types=["Contoso.Thing"]))

    assert found(declared, item("Contoso.Thing")) == ("first", "second")


def test_condition_on_a_value_always_has_to_hold() -> None:
    declared = catalog(dataset("setups", types=["Contoso.File"], requires=["Name=setup.*"]))

    assert found(declared, item("Contoso.File", Name="Setup.exe")) == ["setups/ems"]
    assert found(declared, item("Contoso.File", Name="other.dll")) == ("setups",)
    assert found(declared, item("Contoso.File", Name=None)) == ("setups",)


def test_unknown_type_is_unrecognised_without_candidates() -> None:
    declared = catalog(dataset("things", types=["Contoso.Thing"], files=["*Thing*"]))

    assert found(declared, item("Fabrikam.Thing"), "GetThing.xml") == ()


def test_unknown_type_with_the_right_name_and_properties_is_taken() -> None:
    declared = catalog(dataset("things", types=["Contoso.Thing"], files=["*Thing*"], requires=["A", "B"]))

    assert found(declared, item("Fabrikam.Thing", A=1, B=2), "GetThing.xml") == ["things/ems"]
    assert found(declared, item("Fabrikam.Thing", A=1, B=2), "other.xml") == ("things",)


def test_custom_object_needs_file_name_and_properties() -> None:
    declared = catalog(dataset("things", types=["Contoso.Thing"], files=["*Thing*"], requires=["A"]))

    assert found(declared, item(f"Selected.{PSO}", A=1), "GetThing.xml") == ["things/ems"]
    assert found(declared, item(PSO, B=1), "GetThing.xml") == ()
    assert found(declared, item(PSO, A=1), "other.xml") == ("things",)


def test_custom_object_by_properties_alone_where_the_dataset_says_so() -> None:
    declared = catalog(dataset("things", types=[PSO], requires=["A.B"]))

    assert found(declared, item(f"Deserialized.{PSO}", A=item(PSO, B=1))) == ["things/ems"]


def test_csv_row_is_recognised_by_file_name() -> None:
    declared = catalog(dataset("things", types=["Contoso.Thing"], files=["*Thing.csv"]))

    assert found(declared, Item(properties={"Name": "x"}), "folder/GetThing.csv") == ["things/ems"]


def test_longest_pattern_fits_best() -> None:
    declared = catalog(dataset("mailboxes", files=["*Mailbox*"]), dataset("mailbox_servers", files=["*MailboxServer*"]))

    assert found(declared, Item(), "GetMailboxServer.csv") == ["mailbox_servers/ems"]


@pytest.mark.parametrize("name", ["Get-MailboxServer.csv", "getmailboxserver.xml", "mailbox_server.clixml"])
def test_name_of_cmdlet_or_dataset_needs_no_pattern(name: str) -> None:
    declared = catalog(dataset("mailbox_server"), dataset("others", files=["*MailboxServer*Longer*", "*"]))

    assert found(declared, Item(), name) == ["mailbox_server/ems"]


def test_file_without_records_is_recognised_by_its_name_alone() -> None:
    declared = catalog(dataset("things", types=["Contoso.Thing"], files=["*Thing*"], requires=["A"]))

    assert found(declared, [], "GetThing.xml") == ["things/ems"]
    assert found(declared, [None], "GetThing.xml") == ["things/ems"]
    assert found(declared, [], "other.xml") == ()


def test_plain_text_is_recognised_by_its_file_name() -> None:
    declared = catalog(dataset("things", files=["*Product*"]), dataset("others", files=["*Product*"], requires=["A"]))

    assert found(declared, "Windows", "RegistryProductName.xml") == ["things/ems"]


def test_list_is_recognised_by_its_first_element() -> None:
    declared = catalog(dataset("things", types=["Contoso.Thing"]))

    assert found(declared, [[None, item("Contoso.Thing")]]) == ["things/ems"]
    assert found(declared, Item(types=("System.Object[]",), value=[item("Contoso.Thing")])) == ["things/ems"]
    assert found(declared, Item(types=("Contoso.Thing",), value=["x"])) == ["things/ems"]


def test_one_object_feeds_several_datasets_and_several_passes() -> None:
    shape = {"types": [PSO], "requires": ["Registry.TLS"]}
    passes = [{"id": name, "file": "x", "rows": "Registry.TLS[*]", "recognise": shape} for name in ("server", "client")]
    declared = catalog(
        dataset("registry_a", [{"id": "registry", "registry": ["x"]}, *passes]),
        dataset("registry_b", [{"id": "other", "file": "x", "rows": "Registry.NET[*]", "recognise": shape | {"requires": ["Registry.NET"]}}]),
        dataset("registry_c", [{"id": "none", "file": "x", "rows": "Other[*]", "recognise": shape | {"requires": ["Other"]}}]),
    )

    registry = item(PSO, TLS=Entries(), NET=Entries())

    assert found(declared, item(PSO, Registry=registry)) == ["registry_a/server,client", "registry_b/other"]


def test_rows_inside_an_object_are_never_guessed_from_a_name() -> None:
    declared = catalog(dataset("registry_a", [{"id": "one", "file": "x", "rows": "TLS[*]", "recognise": {"files": ["*Tls*"]}}]))

    assert found(declared, [], "GetTls.xml") == ()


def test_source_with_most_columns_reads_the_record() -> None:
    things = dataset("things", [{"id": "new", "cmdlet": "Get-Thing"}, {"id": "old", "cmdlet": "Get-OldThing"}], types=["Contoso.Thing"])
    column = {"name": "limit", "from": "Limit", "from_old": "OldLimit", "type": "int", "class": "config"}
    declared = catalog(Dataset.model_validate(things.model_dump(by_alias=True) | {"columns": [*things.columns, column]}))

    assert found(declared, item("Contoso.Thing", OldLimit=1)) == ["things/old"]
    assert found(declared, item("Contoso.Thing", Limit=1)) == ["things/new"]
    assert found(declared, item("Contoso.Thing")) == ["things/new"]


def test_derived_tables_are_never_recognised() -> None:
    assert packaged().recognise([], "effective_tls.csv") == Unrecognised()


@pytest.mark.parametrize("name", [one.name for one in load_catalog().readable if any(source.recognise is None for source in one.sources)])
def test_every_dataset_is_recognised_by_its_own_name(name: str) -> None:
    result = packaged().recognise([], f"{name}.clixml")

    assert isinstance(result, Recognised)
    assert [match.dataset.name for match in result.matches] == [name]
