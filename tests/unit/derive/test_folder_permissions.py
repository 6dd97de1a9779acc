from __future__ import annotations

import pytest

from exposture.derive import folder_permissions
from exposture.derive.folder_permissions import folder_rights
from tests.unit.derive.making import SERVER_ROWS, Row, inputs

PICKUP = {**SERVER_ROWS, "key": "EX1|path:c:\\pickup", "path": r"C:\Pickup", "found": True}
GROUP = "S-1-5-21-1-2-3-1104"


def derived(*rows: Row, **tables: list[Row]) -> list[Row]:
    found: list[Row] = folder_permissions.derive(inputs("folder_permissions", windows_folder_acls=list(rows), **tables)).to_pylist()
    return found


def test_each_entry_is_a_row_with_its_principal_and_rights() -> None:
    rows = derived(PICKUP | {"sddl": "O:BAD:PAI(A;OICI;FA;;;BA)(A;OICIIO;GA;;;CO)(D;ID;DCLC;;;WD)"})

    assert [(row["position"], row["user_sid"], row["rights"], row["deny"], row["is_inherited"], row["is_inherit_only"]) for row in rows] == [
        (0, "S-1-5-32-544", ["FullControl"], False, False, False),
        (1, "S-1-3-0", ["FullControl"], False, False, True),
        (2, "S-1-1-0", ["CreateFiles", "CreateDirectories"], True, True, False),
    ]
    assert {(row["server"], row["path"], row["found"], row["is_parsed"]) for row in rows} == {("EX1", r"C:\Pickup", True, True)}


def test_group_of_exchange_has_the_name_that_the_directory_gives_it() -> None:
    group = {"target": "ldap", "object_sid": GROUP, "sam_account_name": "Exchange Servers", "distinguished_name": "CN=Exchange Servers,DC=contoso"}
    rows = derived(PICKUP | {"sddl": f"D:(A;;0x1301bf;;;{GROUP})"}, ad_exchange_groups=[group])

    assert [(row["user_name"], row["ad_exchange_groups_known"]) for row in rows] == [("Exchange Servers", True)]
    assert {"CreateFiles", "Delete", "ReadPermissions"} <= set(rows[0]["rights"])
    assert {"ChangePermissions", "TakeOwnership", "DeleteSubdirectoriesAndFiles"} & set(rows[0]["rights"]) == set()


@pytest.mark.parametrize(
    ("found", "text", "is_parsed"), [(False, None, False), (True, None, False), (True, "D:(broken", False), (True, "O:BA", False), (True, "D:", True)]
)
def test_folder_without_an_entry_keeps_one_row(found: bool, text: str | None, is_parsed: bool) -> None:
    rows = derived(PICKUP | {"found": found, "sddl": text})

    assert [(row["path"], row["found"], row["is_parsed"], row["user_sid"], row["rights"]) for row in rows] == [
        (r"C:\Pickup", found, is_parsed, None, None)
    ]


@pytest.mark.parametrize(
    ("mask", "names"),
    [
        (0x1F01FF, ["FullControl"]),
        (0x10000000, ["FullControl"]),
        (0x40000000, ["CreateFiles", "CreateDirectories", "WriteExtendedAttributes", "WriteAttributes", "ReadPermissions", "Synchronize"]),
        (0x80000000, ["ListDirectory", "ReadExtendedAttributes", "ReadAttributes", "ReadPermissions", "Synchronize"]),
        (0x20000000, ["Traverse", "ReadAttributes", "ReadPermissions", "Synchronize"]),
        (0x40, ["DeleteSubdirectoriesAndFiles"]),
        (0xC0000, ["ChangePermissions", "TakeOwnership"]),
        (0, []),
    ],
)
def test_rights_have_the_names_of_a_folder(mask: int, names: list[str]) -> None:
    assert folder_rights(mask) == names
