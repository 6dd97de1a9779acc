"""Members of groups with nested groups resolved, each member once per group by its shortest way in.

Members of a trusted forest stay the SID of their foreignSecurityPrincipal; nothing here can look into them.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

import pyarrow as pa

from exposture.derive.inputs import Inputs, Row, carried
from exposture.derive.principals import principals

ACCOUNT_DISABLED = 0x2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """A member and the groups between it and the group that is asked about, outermost first."""

    row: Row
    via: tuple[str, ...]


def derive(inputs: Inputs) -> pa.Table:
    """Return `group_members`."""
    children: dict[str, list[Row]] = {}
    for row in inputs.rows("ad_group_members"):
        if row["group_sid"]:
            children.setdefault(row["group_sid"], []).append(row)
    groups = {row["object_sid"]: row for row in inputs.rows("ad_exchange_groups") if row["object_sid"]}
    accounts = {row["object_sid"]: row for row in inputs.rows("ad_accounts") if row["object_sid"]}
    people = principals(inputs)
    rows: list[Row] = []
    for sid, direct in children.items():
        head = {"group_sid": sid, "domain_dn": direct[0]["domain_dn"], "group_name": people.name(sid)}
        head["well_known_name"] = groups.get(sid, {}).get("well_known_name")
        rows += [head | _member(found, children, accounts, inputs) for found in _expand(sid, children)]
    return inputs.table(rows)


def _expand(group: str, children: dict[str, list[Row]]) -> Iterator[_Found]:
    """Yield each member once, nearest first; groups that contain themselves end there."""
    seen = {group}
    waiting: deque[tuple[str, tuple[str, ...]]] = deque([(group, ())])
    while waiting:
        current, via = waiting.popleft()
        for row in children.get(current, []):
            identity = row["member_sid"] or f"dn:{(row['member_dn'] or '').casefold()}"
            if identity in seen:
                continue
            seen.add(identity)
            yield _Found(row=row, via=via)
            waiting.append((identity, (*via, identity)))


def _member(found: _Found, children: dict[str, list[Row]], accounts: dict[str, Row], inputs: Inputs) -> Row:
    row, sid = found.row, found.row["member_sid"]
    account = accounts.get(sid or "", {})
    classes = [name.casefold() for name in row["object_class"] or []]
    is_group = True if sid in children else "group" in classes if classes else None
    control = account.get("user_account_control")
    return {
        **carried(row),
        **{name: row[name] for name in ("member_sid", "member_dn", "object_class", "user_principal_name")},
        "sam_account_name": row["sam_account_name"] or account.get("sam_account_name"),
        "is_group": is_group,
        "is_expanded": (sid in children or inputs.known("ad_group_members", row["target"])) if is_group else None,
        "is_direct": not found.via,
        "depth": len(found.via) + 1,
        "via": list(found.via),
        "is_enabled": None if control is None else not control & ACCOUNT_DISABLED,
        **{name: account.get(name) for name in ("last_logon_timestamp", "pwd_last_set", "when_created")},
    }
