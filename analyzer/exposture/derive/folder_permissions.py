"""Entries on the folders that were asked for, one row per entry; a folder without a readable descriptor keeps one row that says so.

Source: [MS-DTYP] 2.4.3 (access masks) and the names of System.Security.AccessControl.FileSystemRights for folders.
"""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from exposture.derive import sddl
from exposture.derive.inputs import Inputs, Row, carried
from exposture.derive.principals import Principals, principals

FULL_CONTROL = 0x1F01FF
GENERIC = {sddl.GENERIC_ALL: FULL_CONTROL, sddl.GENERIC_READ: 0x120089, sddl.GENERIC_WRITE: 0x120116, sddl.GENERIC_EXECUTE: 0x1200A0}
RIGHTS = {
    0x1: "ListDirectory",
    0x2: "CreateFiles",
    0x4: "CreateDirectories",
    0x8: "ReadExtendedAttributes",
    0x10: "WriteExtendedAttributes",
    0x20: "Traverse",
    0x40: "DeleteSubdirectoriesAndFiles",
    0x80: "ReadAttributes",
    0x100: "WriteAttributes",
    sddl.DELETE: "Delete",
    sddl.READ_CONTROL: "ReadPermissions",
    sddl.WRITE_DACL: "ChangePermissions",
    sddl.WRITE_OWNER: "TakeOwnership",
    0x100000: "Synchronize",
}


def derive(inputs: Inputs) -> pa.Table:
    """Return `folder_permissions`."""
    people = principals(inputs)
    return inputs.table([entry for row in inputs.rows("windows_folder_acls") for entry in _entries(row, people)])


def folder_rights(mask: int) -> list[str]:
    """Return the names of the rights in a mask, `FullControl` alone for all of them."""
    for generic, meaning in GENERIC.items():
        mask = mask | meaning if mask & generic else mask
    if mask & FULL_CONTROL == FULL_CONTROL:
        return ["FullControl"]
    return [name for bit, name in RIGHTS.items() if mask & bit]


def _entries(row: Row, people: Principals) -> Iterator[Row]:
    folder = {**carried(row), "path": row["path"], "found": row["found"]}
    try:
        aces = sddl.parse_dacl(row["sddl"] or "")
    except sddl.SddlError:
        yield {**folder, "is_parsed": False}
        return
    if not aces:
        yield {**folder, "is_parsed": True}  # an empty list lets nobody in
    for position, ace in enumerate(aces):
        yield {
            **folder,
            "is_parsed": True,
            "position": position,
            "user_name": people.name(ace.sid),
            "user_sid": ace.sid,
            "rights": folder_rights(ace.mask),
            "deny": ace.is_deny,
            "is_inherited": ace.is_inherited,
            "is_inherit_only": ace.is_inherit_only,
        }
