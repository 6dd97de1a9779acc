"""Who administers Exchange: role groups, Exchange's groups in the directory, their members, and the accounts behind them."""

from __future__ import annotations

from scripts.contoso.acls import EXCHANGE_SERVERS, LEGACY_INTEROP, ORGANIZATION_MANAGEMENT, TRUSTED_SUBSYSTEM
from scripts.contoso.contents import Contents, Row
from scripts.contoso.machines import EX10, EX16, EX19A, EX19B
from scripts.contoso.names import DOMAIN_DN, SECURITY_GROUPS_DN, USERS_DN, directory_object, link, sid
from scripts.contoso.people import LEAVER, MAILBOXES, Mailbox

ADMINISTRATORS_DN = f"OU=Administrators,{DOMAIN_DN}"
MESSAGING_TEAM, DOMAIN_ADMINS, EXCHANGE_WINDOWS_PERMISSIONS = sid(1340), sid(512), sid(1107)
RECIPIENT_MANAGEMENT, VIEW_ONLY, HELP_DESK = sid(1122), sid(1123), sid(1124)
# name, SID, well-known name, well-known GUID, description
GROUPS = (
    ("Organization Management", ORGANIZATION_MANAGEMENT, "EoaContainer", "C262A929D691B74A9E068728F8F842EA", "Administers the Exchange organization"),
    ("Recipient Management", RECIPIENT_MANAGEMENT, "ErmContainer", "660113A1E9A7F14BB4DA4C3AE1DF5B9A", "Administers recipients"),
    ("View-Only Organization Management", VIEW_ONLY, "EraContainer", "C6D5C4A4F8CE1A4AA0F1BDF1F7FA4A01", "Reads the Exchange organization"),
    ("Exchange Servers", EXCHANGE_SERVERS, "ExsContainer", "A7D2016C83F003458132789EEB127B84", "All Exchange servers"),
    ("Exchange Trusted Subsystem", TRUSTED_SUBSYSTEM, "EtsContainer", "EA876A58DB6DD04C9006939818F800EB", "Exchange's own writer"),
    (
        "Exchange Windows Permissions",
        EXCHANGE_WINDOWS_PERMISSIONS,
        "EwpContainer",
        "3D6D1A0AC1C09C4CA1C2C8C5E1C6D2A0",
        "Manages accounts for Exchange",
    ),
    ("ExchangeLegacyInterop", LEGACY_INTEROP, "EliContainer", "4DA9A80D0E3A6F4FA8E4D6C46F9A3C11", "Servers of older versions"),
)
ADMINISTRATORS = (
    Mailbox(name="adm Ines Duarte", rid=1601, server="EX19A", database="DB01"),
    Mailbox(name="adm Marek Wolf", rid=1602, server="EX19A", database="DB01"),
    Mailbox(name="adm Elif Demir", rid=1603, server="EX16", database="DB16"),
)
ORG, LDAP = "org", "ldap"
ACCOUNT, DISABLED, TRUSTED_FOR_DELEGATION = 0x200, 0x2, 0x1000


def fill(contents: Contents) -> None:
    """Add role groups and the directory's side of them."""
    contents.put("role_groups", ORG, [_role_group(name, group_sid, text) for name, group_sid, _, _, text in GROUPS[:3]])
    contents.put("role_group_members", ORG, _role_group_members())
    contents.put("ad_exchange_groups", LDAP, [_exchange_group(*group[:4]) for group in GROUPS])
    contents.put("ad_group_members", LDAP, _group_members())
    contents.put("ad_accounts", LDAP, _accounts())


def _members_of(name: str) -> list[Row]:
    """Return direct members: administrators, a nested team, and a person who left and was only disabled."""
    team = link("Messaging Team", ADMINISTRATORS_DN)
    return {
        "Organization Management": [_person(ADMINISTRATORS[0]), team, _person(LEAVER)],
        "Recipient Management": [_person(ADMINISTRATORS[2])],
    }.get(name, [])


def _person(account: Mailbox) -> Row:
    parent = ADMINISTRATORS_DN if account in ADMINISTRATORS else USERS_DN
    return link(account.name, parent)


def _role_group(name: str, group_sid: str, text: str) -> Row:
    return {
        **directory_object(name, SECURITY_GROUPS_DN, identity=f"contoso.example.com/Microsoft Exchange Security Groups/{name}"),
        "display_name": name,
        "sid": group_sid,
        "role_group_type": "Standard",
        "capabilities": ["None"],
        "members": _members_of(name),
        "managed_by": [link("Organization Management", SECURITY_GROUPS_DN)],
        "linked_group": None,
        "roles": ["Mail Recipients", "Distribution Groups"] if name == "Recipient Management" else ["View-Only Configuration"],
        "role_assignments": [f"{role}-{name}" for role in ("Mail Recipients", "Distribution Groups")],
        "sam_account_name": name,
        "description": text,
    }


def _role_group_members() -> list[Row]:
    rows = []
    sids = {account.name: sid(account.rid) for account in (*ADMINISTRATORS, LEAVER)} | {"Messaging Team": MESSAGING_TEAM}
    for name in ("Organization Management", "Recipient Management"):
        for member in _members_of(name):
            kind = "Group" if member["name"] == "Messaging Team" else "UserMailbox" if member["name"] == LEAVER.name else "User"
            rows.append(
                {
                    "role_group": link(name, SECURITY_GROUPS_DN),
                    "name": member["name"],
                    "identity": str(member["dn"]),
                    "guid": member["guid"],
                    "distinguished_name": member["dn"],
                    "recipient_type": kind,
                    "sid": sids[str(member["name"])],
                }
            )
    return rows


def _exchange_group(name: str, group_sid: str, well_known: str, well_known_guid: str) -> Row:
    return {
        "well_known_name": well_known,
        "well_known_guid": well_known_guid,
        "sam_account_name": name,
        "object_sid": group_sid,
        "distinguished_name": f"CN={name},{SECURITY_GROUPS_DN}",
        "object_class": ["top", "group"],
        "ou": SECURITY_GROUPS_DN,
    }


def _group_members() -> list[Row]:
    team = _member(ORGANIZATION_MANAGEMENT, MESSAGING_TEAM, "Messaging Team", ADMINISTRATORS_DN, "group")
    nobody_else = [
        _member(ORGANIZATION_MANAGEMENT, sid(account.rid), account.name, parent)
        for account, parent in ((ADMINISTRATORS[0], ADMINISTRATORS_DN), (LEAVER, USERS_DN))
    ]
    nested = [_member(MESSAGING_TEAM, sid(account.rid), account.name, ADMINISTRATORS_DN) for account in ADMINISTRATORS[1:]]
    recipients = [_member(RECIPIENT_MANAGEMENT, sid(ADMINISTRATORS[2].rid), ADMINISTRATORS[2].name, ADMINISTRATORS_DN)]
    computers = [
        _member(EXCHANGE_SERVERS, sid(4000 + place), machine.name, f"CN=Computers,{DOMAIN_DN}", "computer")
        for place, machine in enumerate((EX19A, EX19B, EX16, EX10))
    ]
    subsystem = [
        _member(TRUSTED_SUBSYSTEM, str(row["member_sid"]), machine.name, f"CN=Computers,{DOMAIN_DN}", "computer")
        for row, machine in zip(computers, (EX19A, EX19B, EX16, EX10), strict=True)
    ]
    permissions = [_member(EXCHANGE_WINDOWS_PERMISSIONS, TRUSTED_SUBSYSTEM, "Exchange Trusted Subsystem", SECURITY_GROUPS_DN, "group")]
    admins = [
        _member(DOMAIN_ADMINS, sid(500), "Administrator", f"CN=Users,{DOMAIN_DN}"),
        _member(DOMAIN_ADMINS, sid(1602), ADMINISTRATORS[1].name, ADMINISTRATORS_DN),
    ]
    return [team, *nobody_else, *nested, *recipients, *computers, *subsystem, *permissions, *admins]


def _member(group: str, member: str, name: str, parent: str, kind: str = "user") -> Row:
    account = f"{name}$" if kind == "computer" else name.casefold().replace(" ", ".")
    return {
        "group_sid": group,
        "domain_dn": DOMAIN_DN,
        "member_sid": member,
        "member_dn": f"CN={name},{parent}",
        "object_class": ["top", "person", "organizationalPerson", "user", kind] if kind == "computer" else ["top", kind],
        "sam_account_name": name if kind == "group" else account,
        "user_principal_name": f"{account}@contoso.example.com" if kind == "user" else None,
    }


def _accounts() -> list[Row]:
    """Return the state of the accounts; the leaver's is disabled, rooms and shared mailboxes are by nature."""
    people = [*ADMINISTRATORS, LEAVER, *(each for each in MAILBOXES if each.kind != "UserMailbox")]
    rows = [_account(each.alias, each.rid, ACCOUNT | (DISABLED if each.is_disabled else 0), is_stale=each is LEAVER) for each in people]
    computers = [
        _account(f"{machine.name}$", 4000 + place, TRUSTED_FOR_DELEGATION, kind="computer")
        for place, machine in enumerate((EX19A, EX19B, EX16, EX10))
    ]
    return [_account("Administrator", 500, ACCOUNT), *rows, *computers]


def _account(name: str, rid: int, control: int, *, kind: str = "user", is_stale: bool = False) -> Row:
    return {
        "object_sid": sid(rid),
        "object_class": ["top", "person", "organizationalPerson", "user", *([kind] if kind == "computer" else [])],
        "sam_account_name": name,
        "user_account_control": control,
        "last_logon_timestamp": "2025-11-28T16:02:44Z" if is_stale else "2026-08-14T07:12:09Z",
        "pwd_last_set": "2025-06-01T08:00:00Z" if is_stale else "2026-06-30T08:21:15Z",
        "when_created": "2019-05-20T10:00:00Z",
        "is_deleted": False,
    }
