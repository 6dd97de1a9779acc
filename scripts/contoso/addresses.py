"""Whom Contoso can send to beside its mailboxes: groups and contacts, and the accounts that Get-User lists."""

from __future__ import annotations

from scripts.contoso.contents import Contents, Row
from scripts.contoso.names import MAIL_DOMAIN, USERS_DN, directory_object, sid
from scripts.contoso.people import LEAVER, MAILBOXES, Mailbox
from scripts.contoso.permissions import ADMINISTRATORS, ADMINISTRATORS_DN

ORG = "org"
BYPASSED = "svc-backup"


def fill(contents: Contents) -> None:
    """Add groups, contacts and accounts; Contoso has neither mail users nor mailboxes in the cloud."""
    contents.put("distribution_groups", ORG, [_group("Sales Team", is_open=False), _group("Info", is_open=True)])
    contents.put("mail_contacts", ORG, [_contact("Partner Desk", "desk@example.net"), _contact("Falk private", "robert.falk@example.org")])
    contents.put("users", ORG, [_user(each) for each in (*MAILBOXES, *ADMINISTRATORS)])
    contents.put("mailbox_audit_bypass_associations", ORG, [_bypass()])
    for name in ("mail_users", "remote_mailboxes", "mail_public_folders"):
        contents.put(name, ORG, [])


def _addressed(name: str, alias: str) -> Row:
    address = f"{alias}@{MAIL_DOMAIN}"
    return {
        **directory_object(name, USERS_DN, identity=f"contoso.example.com/People/{name}"),
        "alias": alias,
        "display_name": name,
        "primary_smtp_address": address,
        "email_addresses": [f"SMTP:{address}"],
        "accept_messages_only_from": [],
        "accept_messages_only_from_senders_or_members": [],
        "hidden_from_address_lists_enabled": False,
    }


def _group(name: str, *, is_open: bool) -> Row:
    return {
        **_addressed(name, name.casefold().replace(" ", "-")),
        "sam_account_name": name,
        "recipient_type_details": "MailUniversalDistributionGroup",
        "group_type": ["Universal"],
        "managed_by": [],
        "member_join_restriction": "Closed",
        "member_depart_restriction": "Open",
        "require_sender_authentication_enabled": not is_open,
        "moderation_enabled": False,
        "grant_send_on_behalf_to": [],
    }


def _contact(name: str, address: str) -> Row:
    row = _addressed(name, name.casefold().replace(" ", "-"))
    outside: Row = {"primary_smtp_address": address, "email_addresses": [f"SMTP:{address}"], "external_email_address": f"SMTP:{address}"}
    return row | outside | {"recipient_type_details": "MailContact", "require_sender_authentication_enabled": False}


def _user(each: Mailbox) -> Row:
    is_person = each.kind == "UserMailbox" and each not in ADMINISTRATORS
    parent = ADMINISTRATORS_DN if each in ADMINISTRATORS else USERS_DN
    folder = "Administrators" if each in ADMINISTRATORS else "People"
    return {
        **directory_object(each.name, parent, identity=f"contoso.example.com/{folder}/{each.name}", created="2019-06-03T09:15:00Z"),
        "sam_account_name": each.alias[:20],
        "user_principal_name": each.address,
        "sid": sid(each.rid),
        "recipient_type": "User" if each in ADMINISTRATORS else "UserMailbox",
        "recipient_type_details": "User" if each in ADMINISTRATORS else each.kind,
        "user_account_control_flags": ["AccountDisabled", "NormalAccount"] if each.is_disabled else ["NormalAccount"],
        "remote_power_shell_enabled": (is_person and each is not LEAVER) or each in ADMINISTRATORS,
        "account_disabled": each.is_disabled,
        "linked_master_account": None,
    }


def _bypass() -> Row:
    """The backup's account reads every mailbox, and nobody would see it."""
    return {
        **{name: value for name, value in directory_object(BYPASSED, USERS_DN).items() if name in ("name", "guid", "distinguished_name")},
        "object_id": f"CN={BYPASSED},{USERS_DN}",
        "audit_bypass_enabled": True,
        "account_sid": sid(1710),
    }
