"""Entries on each domain's head and on AdminSDHolder, one row per entry, as they stand: rules ask which right for which kind of object."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa

from exposture.derive import sddl
from exposture.derive.inputs import Inputs, Row, carried
from exposture.derive.principals import Principals, principals


def derive(inputs: Inputs) -> pa.Table:
    """Return `domain_permissions`; a descriptor that cannot be read gives no row."""
    people = principals(inputs)
    return inputs.table([entry for row in inputs.rows("ad_domain_acls") for entry in _entries(row, people)])


def _entries(row: Row, people: Principals) -> Iterator[Row]:
    try:
        aces = sddl.parse_dacl(row["sddl"] or "")
    except sddl.SddlError:
        return
    for position, ace in enumerate(aces):
        yield {
            **carried(row),
            "acl_object": row["acl_object"],
            "domain_dn": row["domain_dn"],
            "object_dn": row["distinguished_name"],
            "position": position,
            "user_name": people.name(ace.sid),
            "user_sid": ace.sid,
            "rights": sddl.right_names(ace.mask),
            "object_type": ace.object_type,
            "inherited_object_type": ace.inherited_object_type,
            "deny": ace.is_deny,
            "is_inherited": ace.is_inherited,
            "is_inherit_only": ace.is_inherit_only,
        }
