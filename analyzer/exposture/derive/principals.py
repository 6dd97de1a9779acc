"""Who a name or a SID is, without a directory: well-known names, Exchange's own SIDs, exported groups.

Names are localised, SIDs are not: a name that nothing here explains stays without a SID.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from exposture.derive.inputs import Inputs, Row

SID_TEXT = re.compile(r"S-1-[0-9]+(-[0-9]+)+", re.IGNORECASE)
WELL_KNOWN = {
    "S-1-1-0": "Everyone",
    "S-1-3-0": "CREATOR OWNER",
    "S-1-3-4": "OWNER RIGHTS",
    "S-1-5-2": r"NT AUTHORITY\NETWORK",
    "S-1-5-4": r"NT AUTHORITY\INTERACTIVE",
    "S-1-5-7": r"NT AUTHORITY\ANONYMOUS LOGON",
    "S-1-5-9": r"NT AUTHORITY\ENTERPRISE DOMAIN CONTROLLERS",
    "S-1-5-10": r"NT AUTHORITY\SELF",
    "S-1-5-11": r"NT AUTHORITY\Authenticated Users",
    "S-1-5-18": r"NT AUTHORITY\SYSTEM",
    "S-1-5-19": r"NT AUTHORITY\LOCAL SERVICE",
    "S-1-5-20": r"NT AUTHORITY\NETWORK SERVICE",
    "S-1-5-32-544": r"BUILTIN\Administrators",
    "S-1-5-32-545": r"BUILTIN\Users",
    "S-1-5-32-546": r"BUILTIN\Guests",
    "S-1-5-32-548": r"BUILTIN\Account Operators",
    "S-1-5-32-551": r"BUILTIN\Backup Operators",
    "S-1-5-32-554": r"BUILTIN\Pre-Windows 2000 Compatible Access",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Principals:
    """Names by SID, and SIDs by case-folded name, with and without the part before the backslash for exported groups."""

    names: dict[str, str]
    sids: dict[str, str]

    def sid(self, name: str | None) -> str | None:
        """Return the SID of a name as an export writes it; None where nothing explains it."""
        if not name:
            return None
        if SID_TEXT.fullmatch(name):
            return name.upper()
        folded = name.casefold()
        return self.sids.get(folded) or self.sids.get("*\\" + folded.rpartition("\\")[2])

    def name(self, sid: str | None) -> str | None:
        """Return the name of a SID where one is known."""
        return None if sid is None else self.names.get(sid)


def principals(inputs: Inputs, entries: Iterable[Row] = ()) -> Principals:
    """Return what the exports say about names; `entries` (columns user, user_sid) teach the names that they hold with a SID."""
    names = dict(WELL_KNOWN) | {str(row["sid"]): str(row["name"]) for row in inputs.fact_rows("well_known_exchange_sids")}
    sids = {name.casefold(): sid for sid, name in names.items()}
    for group in inputs.rows("ad_exchange_groups"):
        name = _group_name(group)
        if name and group["object_sid"]:
            names.setdefault(group["object_sid"], name)
            sids.setdefault("*\\" + name.casefold(), group["object_sid"])
    for entry in entries:
        if entry["user"] and entry["user_sid"]:
            sids.setdefault(entry["user"].casefold(), entry["user_sid"])
    return Principals(names=names, sids=sids)


def _group_name(group: Row) -> str | None:
    if group["sam_account_name"]:
        return str(group["sam_account_name"])
    first = (group["distinguished_name"] or "").split(",")[0]
    return first[3:] if first[:3].upper() == "CN=" else None
