"""Who may do what on Contoso's connectors: one list of grants, written as a security descriptor or as Get-ADPermission says it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts.contoso.contents import Contents, Row
from scripts.contoso.names import NETBIOS, sid

from exposture.derive import sddl

RIGHT_GUIDS = {
    "ms-Exch-Accept-Headers-Forest": "a7a9ea66-e08c-4e23-8fe7-68c40e49c6c0",
    "ms-Exch-Accept-Headers-Organization": "c307dccd-6676-4d19-95c8-d1567fab9820",
    "ms-Exch-Accept-Headers-Routing": "04031f4f-7c36-43ea-9b49-4bd0f5f1e6af",
    "ms-Exch-Bypass-Anti-Spam": "d19299b4-86c2-4c9a-8fa7-acb70c63023a",
    "ms-Exch-Bypass-Message-Size-Limit": "6760cfc5-70f4-4ae8-bc39-9522d86ac69b",
    "ms-Exch-SMTP-Accept-Any-Recipient": "5c82f031-4e4c-4326-88e1-8c4f0cad9de5",
    "ms-Exch-SMTP-Accept-Any-Sender": "b857b50b-94a2-4b53-93f6-41cebd2fced0",
    "ms-Exch-SMTP-Accept-Authentication-Flag": "1c75aca8-b56b-48b3-a021-858a29fa877b",
    "ms-Exch-SMTP-Accept-Authoritative-Domain-Sender": "c22841f4-96cb-498a-ac02-f9a87c74eb14",
    "ms-Exch-SMTP-Accept-Exch50": "e373fb21-d851-4d15-af23-982f09f2400b",
    "ms-Exch-SMTP-Submit": "a18293f1-0685-4540-aa63-e32df421b3a2",
    "ms-Exch-Send-Headers-Forest": "b3f9f977-552c-4ee6-9781-59280a81417b",
    "ms-Exch-Send-Headers-Organization": "2f7d0e23-f951-4ed0-8e71-39b6a22fa298",
    "ms-Exch-Send-Headers-Routing": "eb8c07ad-b5ad-49c3-831e-bc439cca4c2a",
    "ms-Exch-SMTP-Send-Exch50": "11716db4-9647-4bce-8922-1f99e526cb41",
}
RIGHT_NAMES = {guid: name for name, guid in RIGHT_GUIDS.items()}
EXCHANGE_SERVERS, TRUSTED_SUBSYSTEM, LEGACY_INTEROP, ORGANIZATION_MANAGEMENT = sid(1104), sid(1105), sid(1106), sid(1121)
ANONYMOUS, USERS = "S-1-5-7", "S-1-5-11"
EXCHANGE_SID = "S-1-9-1419165041-1139599005-3936102811-1022490595"
PARTNERS, HUBS, EDGES, SECURED = (f"{EXCHANGE_SID}-{number}" for number in (10, 21, 22, 23))
NAMES = {
    ANONYMOUS: r"NT AUTHORITY\ANONYMOUS LOGON",
    USERS: r"NT AUTHORITY\Authenticated Users",
    PARTNERS: r"MS Exchange\Partner Servers",
    HUBS: r"MS Exchange\Hub Transport Servers",
    EDGES: r"MS Exchange\Edge Transport Servers",
    SECURED: r"MS Exchange\Externally Secured Servers",
    EXCHANGE_SERVERS: rf"{NETBIOS}\Exchange Servers",
    TRUSTED_SUBSYSTEM: rf"{NETBIOS}\Exchange Trusted Subsystem",
    LEGACY_INTEROP: rf"{NETBIOS}\ExchangeLegacyInterop",
    ORGANIZATION_MANAGEMENT: rf"{NETBIOS}\Organization Management",
}
RELAY = "ms-Exch-SMTP-Accept-Any-Recipient"
ROUTING = "ms-Exch-Send-Headers-Routing"
SUBMIT = "ms-Exch-SMTP-Submit"
FROM_ANYBODY = ("ms-Exch-Accept-Headers-Routing", "ms-Exch-SMTP-Accept-Any-Sender", "ms-Exch-SMTP-Accept-Authoritative-Domain-Sender", SUBMIT)
FROM_USERS = ("ms-Exch-Accept-Headers-Routing", "ms-Exch-Bypass-Anti-Spam", RELAY, SUBMIT)
FROM_SERVERS = tuple(name for name in RIGHT_GUIDS if "-Send-" not in name)
FROM_LEGACY = tuple(name for name in FROM_SERVERS if name not in ("ms-Exch-Accept-Headers-Forest", "ms-Exch-Accept-Headers-Organization"))
TO_SERVERS = tuple(name for name in RIGHT_GUIDS if "-Send-" in name)
# what each permission group gives, by principal; an Edge knows no groups of the domain
GROUPS: dict[str, dict[str, tuple[str, ...]]] = {
    "AnonymousUsers": {ANONYMOUS: FROM_ANYBODY},
    "ExchangeUsers": {USERS: FROM_USERS},
    "ExchangeServers": {EXCHANGE_SERVERS: FROM_SERVERS, HUBS: FROM_SERVERS, EDGES: FROM_SERVERS, SECURED: FROM_LEGACY},
    "ExchangeLegacyServers": {LEGACY_INTEROP: FROM_LEGACY},
    "Partners": {PARTNERS: ("ms-Exch-Accept-Headers-Routing", SUBMIT)},
    "Custom": {},
}
TO_ANYBODY = {EXCHANGE_SERVERS: TO_SERVERS, HUBS: TO_SERVERS, EDGES: TO_SERVERS, PARTNERS: (ROUTING,)}
INHERITED = f"(A;CIID;GA;;;{ORGANIZATION_MANAGEMENT})(A;CIID;GA;;;{TRUSTED_SUBSYSTEM})(A;CIID;LCRPLORC;;;AU)"
Grants = Iterable[tuple[str, str]]


def grants_of(groups: Iterable[str], *, is_edge: bool = False) -> Iterator[tuple[str, str]]:
    """Yield principal and right of permission groups."""
    for group in groups:
        for principal, rights in GROUPS[group].items():
            if not (is_edge and principal in (EXCHANGE_SERVERS, LEGACY_INTEROP)):
                yield from ((principal, right) for right in rights)


def sending_grants(*, to_anybody: bool, is_edge: bool = False) -> Iterator[tuple[str, str]]:
    """Yield principal and right of a send connector; setup adds the right to see internal headers for anonymous destinations."""
    for principal, rights in TO_ANYBODY.items():
        if not (is_edge and principal == EXCHANGE_SERVERS):
            yield from ((principal, right) for right in rights)
    if to_anybody:
        yield ANONYMOUS, ROUTING


def descriptor(grants: Grants, *, is_edge: bool = False) -> str:
    """Return the discretionary list as SDDL: explicit entries, then what the container hands down."""
    return "D:AI" + "".join(_entry(principal, right) for principal, right in grants) + ("" if is_edge else INHERITED)


def _entry(principal: str, right: str, kind: str = "OA") -> str:
    return f"({kind};;CR;{RIGHT_GUIDS[right]};;{principal})"


def grant(contents: Contents, connector: str, right: str, principal: str = ANONYMOUS) -> None:
    """Give a right on a connector, as Add-ADPermission does; `connector` is the name in its distinguished name."""
    row = _descriptor_row(contents, connector)
    row["sddl"] = row["sddl"].replace("D:AI", "D:AI" + _entry(principal, right), 1)


def revoke(contents: Contents, connector: str, right: str, principal: str = ANONYMOUS) -> None:
    """Take a right on a connector away, as Remove-ADPermission does."""
    row = _descriptor_row(contents, connector)
    row["sddl"] = row["sddl"].replace(_entry(principal, right), "")


def _descriptor_row(contents: Contents, connector: str) -> Row:
    start = f"CN={connector},"
    (row,) = (row for row in contents.rows("ad_connector_acls", "ldap") if str(row["distinguished_name"]).startswith(start))
    return row


def permission_rows(connector: Row, sddl_text: str) -> list[Row]:
    """Return what Get-ADPermission says of a descriptor: one row per principal and kind of entry, rights by name."""
    rows: dict[tuple[str, bool, bool, str], Row] = {}
    for ace in sddl.parse_dacl(sddl_text):
        right = RIGHT_NAMES.get(ace.object_type or "")
        access = "ExtendedRight" if right else ", ".join(sddl.right_names(ace.mask))
        found = rows.setdefault((ace.sid, ace.is_deny, ace.is_inherited, access), _permission_row(connector, ace, access))
        if right:
            found["extended_rights"] = [*(found["extended_rights"] or []), right]
    return list(rows.values())


def _permission_row(connector: Row, ace: sddl.Ace, access: str) -> Row:
    return {
        "identity": connector["identity"],
        "guid": connector["guid"],
        "distinguished_name": connector["distinguished_name"],
        "user": NAMES.get(ace.sid, ace.sid),
        "access_rights": access.split(", "),
        "extended_rights": None,
        "deny": ace.is_deny,
        "is_inherited": ace.is_inherited,
        "inheritance_type": "All" if "CI" in ace.flags else "None",
        "child_object_types": None,
        "inherited_object_type": None,
        "properties": None,
    }
