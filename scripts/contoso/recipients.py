"""Mailboxes, what clients may do with them, rooms, phones, and who may open whose mailbox."""

from __future__ import annotations

from scripts.contoso.contents import Contents, Row
from scripts.contoso.names import DATABASES_DN, MAIL_DOMAIN, ORGANIZATION_DN, USERS_DN, directory_object, guid, link, sid
from scripts.contoso.people import FINANCE_SHARED, MAILBOXES, RESOURCES, ROOMS, SALES, SUPPORT, Mailbox

ORG = "org"
DAY = 86_400
GIGABYTE, MEGABYTE = 1 << 30, 1 << 20
POLICY_DN = f"CN=OWA Mailbox Policies,{ORGANIZATION_DN}"
MOBILE_DN = f"CN=Mobile Mailbox Policies,{ORGANIZATION_DN}"
ASSIGNMENT_DN = f"CN=Policies,CN=RBAC,{ORGANIZATION_DN}"
SHARING_DN = f"CN=Federation,{ORGANIZATION_DN}"
FULL_ACCESS = "(A;CI;CC;;;{sid})"
SELF = "D:(A;CI;CCRC;;;PS)"
AUDIT = ["Update", "HardDelete", "SendAs"]
ALL_STAFF = "All Staff"


def fill(contents: Contents) -> None:
    """Add recipients, their client settings, their permissions, and the phones that synchronize."""
    contents.put("mailboxes", ORG, [_mailbox(each) for each in MAILBOXES])
    contents.put("cas_mailboxes", ORG, [_cas_mailbox(each) for each in MAILBOXES])
    contents.put("calendar_processing", ORG, [_calendar(each) for each in RESOURCES])
    contents.put("dynamic_distribution_groups", ORG, [_all_staff()])
    contents.put("ad_mailbox_acls", "ldap", [_permissions(each) for each in MAILBOXES])
    contents.put("mobile_device_statistics", ORG, _phones())
    contents.put("active_sync_organization_settings", ORG, [_active_sync()])


def _mailbox(each: Mailbox) -> Row:
    is_room = each.kind in ("RoomMailbox", "EquipmentMailbox")
    return {
        **directory_object(each.name, USERS_DN, identity=f"contoso.example.com/People/{each.name}", created="2019-06-03T09:15:00Z"),
        "exchange_guid": guid(f"mailbox of {each.name}"),
        "alias": each.alias,
        "display_name": each.name,
        "sam_account_name": each.alias[:20],
        "user_principal_name": each.address,
        "primary_smtp_address": each.address,
        "email_addresses": [f"SMTP:{each.address}", f"smtp:{each.alias}@contoso.example.com"],
        "recipient_type_details": each.kind,
        "resource_type": {"RoomMailbox": "Room", "EquipmentMailbox": "Equipment"}.get(each.kind),
        "account_disabled": each.is_disabled,
        "linked_master_account": None,
        "forwarding_address": None,
        "forwarding_smtp_address": None,
        "deliver_to_mailbox_and_forward": False,
        "grant_send_on_behalf_to": [],
        "accept_messages_only_from": [],
        "accept_messages_only_from_senders_or_members": [],
        "require_sender_authentication_enabled": is_room,
        "hidden_from_address_lists_enabled": each.is_disabled and each.kind == "UserMailbox",
        "antispam_bypass_enabled": False,
        "audit_enabled": each.server != "EX10",
        "audit_log_age_limit": 90 * DAY,
        "audit_admin": AUDIT,
        "audit_delegate": AUDIT,
        "audit_owner": ["MailboxLogin"],
        "use_database_quota_defaults": each is not SUPPORT,
        "issue_warning_quota": "Unlimited",
        "prohibit_send_quota": "Unlimited",
        "prohibit_send_receive_quota": "Unlimited",
        "use_database_retention_defaults": True,
        "retain_deleted_items_for": 14 * DAY,
        "retain_deleted_items_until_backup": False,
        "single_item_recovery_enabled": False,
        "litigation_hold_enabled": False,
        "in_place_holds": [],
        "max_send_size": "Unlimited",
        "max_receive_size": "Unlimited",
        "recipient_limits": "Unlimited",
        "sharing_policy": link("Default Sharing Policy", SHARING_DN),
        "role_assignment_policy": link("Default Role Assignment Policy", ASSIGNMENT_DN),
        "database": link(each.database, DATABASES_DN),
        "server_name": each.server.lower(),
        "is_excluded_from_serving_hierarchy": False,
    }


def _cas_mailbox(each: Mailbox) -> Row:
    is_person = each.kind == "UserMailbox"
    return {
        **directory_object(each.name, USERS_DN, identity=f"contoso.example.com/People/{each.name}", created="2019-06-03T09:15:00Z"),
        "primary_smtp_address": each.address,
        "sam_account_name": each.alias[:20],
        "active_sync_enabled": is_person,
        "active_sync_mailbox_policy": link("Default", MOBILE_DN),
        "active_sync_mailbox_policy_is_defaulted": True,
        "active_sync_allowed_device_ids": [],
        "active_sync_blocked_device_ids": [],
        "has_active_sync_device_partnership": each in SALES[:3],
        "owa_enabled": True,
        "owa_mailbox_policy": link("Default", POLICY_DN) if is_person and each.server != "EX10" else None,
        "ecp_enabled": True,
        "pop_enabled": True,
        "imap_enabled": True,
        "ews_enabled": None,
        "mapi_enabled": True,
        "mapi_http_enabled": None,
        "mapi_block_outlook_rpc_http": False,
        "mapi_block_outlook_versions": None,
        "server_name": each.server.lower(),
    }


def _calendar(each: Mailbox) -> Row:
    """Room Danube and the projector book by policy; Room Rhine takes two meetings at once, Room Elbe answers nobody."""
    row: Row = {
        "identity": f"contoso.example.com/People/{each.name}",
        "mailbox_owner_id": {"name": each.name, "dn": each.dn, "guid": guid(each.dn)},
        "automate_processing": "AutoAccept",
        "process_external_meeting_messages": False,
        "allow_conflicts": False,
        "all_book_in_policy": True,
        "all_request_in_policy": False,
        "all_request_out_of_policy": False,
        "book_in_policy": [],
        "request_in_policy": [],
        "request_out_of_policy": [],
        "resource_delegates": [],
        "forward_requests_to_delegates": True,
        "tentative_pending_approval": True,
        "booking_window_in_days": 180,
        "maximum_duration_in_minutes": 1440,
        "allow_recurring_meetings": True,
        "enforce_scheduling_horizon": True,
        "schedule_only_during_work_hours": False,
        "delete_subject": True,
        "delete_comments": True,
        "delete_attachments": True,
        "add_organizer_to_subject": True,
        "remove_private_property": True,
    }
    changes: dict[str, Row] = {"Room Rhine": {"allow_conflicts": True}, "Room Elbe": {"automate_processing": "AutoUpdate"}}
    return row | changes.get(each.name, {})


def _all_staff() -> Row:
    address = f"all-staff@{MAIL_DOMAIN}"
    return {
        **directory_object(ALL_STAFF, USERS_DN, identity=f"contoso.example.com/People/{ALL_STAFF}"),
        "display_name": ALL_STAFF,
        "primary_smtp_address": address,
        "email_addresses": [f"SMTP:{address}"],
        "recipient_type_details": "DynamicDistributionGroup",
        "require_sender_authentication_enabled": True,
        "accept_messages_only_from_senders_or_members": [],
        "hidden_from_address_lists_enabled": False,
        "grant_send_on_behalf_to": [],
        "moderation_enabled": False,
        "max_send_size": "Unlimited",
        "max_receive_size": "Unlimited",
    }


def _permissions(each: Mailbox) -> Row:
    """The finance team opens its shared mailbox; the support desk is open to everyone who has an account."""
    entries = ""
    if each is FINANCE_SHARED:
        entries = "".join(FULL_ACCESS.format(sid=sid(rid)) for rid in (2201, 2202))
    if each is SUPPORT:
        entries = FULL_ACCESS.format(sid="AU")
    if each in ROOMS:
        entries = FULL_ACCESS.format(sid=sid(2001))
    return {"guid": guid(each.dn), "distinguished_name": each.dn, "mailbox_sddl": SELF + entries, "object_sddl": "D:AI(A;;RPLCLORC;;;AU)"}


def _phones() -> list[Row]:
    """Three phones: one in use, one wiped, and one that was to be wiped in July and never came back."""
    return [
        _phone("Anna Keller", "A1B2C3D4E5F60001", "iPhone14C2", last="2026-08-17T05:41:10Z"),
        _phone(
            "Tomas Novak",
            "A1B2C3D4E5F60002",
            "SM-G991B",
            last="2026-05-04T12:00:31Z",
            asked="2026-05-04T11:58:00Z",
            sent="2026-05-04T12:00:30Z",
            done="2026-05-04T12:00:52Z",
        ),
        _phone("Ines Duarte", "A1B2C3D4E5F60003", "Pixel 8", last="2026-07-02T18:22:47Z", asked="2026-07-03T07:10:00Z"),
    ]


def _phone(owner: str, device: str, model: str, *, last: str, asked: str | None = None, sent: str | None = None, done: str | None = None) -> Row:
    identity = f"contoso.example.com/People/{owner}/ExchangeActiveSyncDevices/{model}§{device}"
    return {
        "identity": identity,
        "guid": guid(identity),
        "mailbox": f"contoso.example.com/People/{owner}",
        "device_id": device,
        "device_model": model,
        "device_type": model.partition(" ")[0],
        "device_os": "17.6.1" if model.startswith("iPhone") else "Android 14",
        "device_user_agent": f"{model.replace(' ', '-')}/1806.76",
        "client_type": "EAS",
        "first_sync_time": "2025-02-11T08:00:12Z",
        "last_success_sync": last,
        "device_access_state": "Allowed",
        "device_access_state_reason": "Global",
        "status": "DeviceOk" if asked is None else "DeviceWipeSucceeded" if done else "DeviceWipePending",
        "device_wipe_request_time": asked,
        "device_wipe_sent_time": sent,
        "device_wipe_ack_time": done,
        "last_device_wipe_requestor": None if asked is None else "clara.hoffmann@example.com",
        "is_remote_wipe_supported": True,
        "device_policy_applied": link("Default", MOBILE_DN),
        "device_policy_application_status": "AppliedInFull",
    }


def _active_sync() -> Row:
    return {
        **directory_object("Mobile Mailbox Settings", ORGANIZATION_DN),
        "default_access_level": "Allow",
        "admin_mail_recipients": [],
        "user_mail_insert": "",
        "ota_notification_mail_insert": "",
        "allow_access_for_un_supported_platform": False,
    }
