"""What Contoso asks of phones, and the phones it knows."""

from __future__ import annotations

from scripts.contoso.contents import Contents, Row
from scripts.contoso.names import directory_object, guid
from scripts.contoso.recipients import MOBILE_DN

ORG = "org"
# owner, device, model: the phones of the statistics
PHONES = (
    ("Anna Keller", "A1B2C3D4E5F60001", "iPhone14C2"),
    ("Tomas Novak", "A1B2C3D4E5F60002", "SM-G991B"),
    ("Ines Duarte", "A1B2C3D4E5F60003", "Pixel 8"),
)
ALLOWED = [
    "allow_popimap_email",
    "allow_consumer_email",
    "allow_desktop_sync",
    "allow_unsigned_applications",
    "allow_unsigned_installation_packages",
    "allow_browser",
    "allow_camera",
    "allow_html_email",
    "allow_internet_sharing",
    "allow_ir_da",
    "allow_mobile_ota_update",
    "allow_remote_desktop",
    "allow_storage_card",
    "allow_text_messaging",
    "allow_wi_fi",
    "allow_smime_soft_certs",
    "unc_access_enabled",
    "wss_access_enabled",
    "irm_enabled",
    "attachments_enabled",
]
REFUSED = [
    "require_device_encryption",
    "require_storage_card_encryption",
    "device_encryption_enabled",
    "require_manual_sync_when_roaming",
    "require_signed_smime_messages",
    "require_encrypted_smime_messages",
    "password_recovery_enabled",
    "alphanumeric_password_required",
    "allow_external_device_management",
]


def fill(contents: Contents) -> None:
    """Add the default policy, which asks for next to nothing, and the list of phones; no rule refuses any."""
    contents.put("mobile_device_mailbox_policies", ORG, [_policy()])
    contents.put("active_sync_device_access_rules", ORG, [])
    contents.put("mobile_devices", ORG, [_phone(*phone) for phone in PHONES])


def _policy() -> Row:
    return {
        **directory_object("Default", MOBILE_DN),
        **dict.fromkeys(ALLOWED, True),
        **dict.fromkeys(REFUSED, False),
        "is_default": True,
        "allow_non_provisionable_devices": True,
        "device_policy_refresh_interval": "Unlimited",
        "max_attachment_size": "Unlimited",
        "password_enabled": False,
        "allow_simple_password": True,
        "min_password_length": None,
        "min_password_complex_characters": 1,
        "password_history": 0,
        "password_expiration": "Unlimited",
        "max_password_failed_attempts": "Unlimited",
        "max_inactivity_time_lock": "Unlimited",
        "allow_smime_encryption_algorithm_negotiation": "AllowAnyAlgorithmNegotiation",
        "require_signed_smime_algorithm": "SHA1",
        "require_encryption_smime_algorithm": "TripleDES",
        "allow_bluetooth": "Allow",
        "mobile_ota_update_mode": "MinorVersionUpdates",
        "max_calendar_age_filter": "All",
        "max_email_age_filter": "All",
        "max_email_body_truncation_size": "Unlimited",
        "max_email_html_body_truncation_size": "Unlimited",
        "approved_application_list": [],
        "unapproved_in_rom_application_list": [],
    }


def _phone(owner: str, device: str, model: str) -> Row:
    identity = f"contoso.example.com/People/{owner}/ExchangeActiveSyncDevices/{model}§{device}"
    parent = f"CN=ExchangeActiveSyncDevices,CN={owner}"
    return {
        **directory_object(f"{model}§{device}", parent, identity=identity),
        "guid": guid(identity),
        "device_id": device,
        "device_model": model,
        "device_os": "17.6.1" if model.startswith("iPhone") else "Android 14",
        "device_type": model.partition(" ")[0],
        "device_user_agent": f"{model.replace(' ', '-')}/1806.76",
        "client_type": "EAS",
        "user_display_name": f"contoso.example.com/People/{owner}",
        "first_sync_time": "2025-02-11T08:00:12Z",
        "device_access_state": "Allowed",
        "device_access_state_reason": "Global",
        "device_access_control_rule": None,
    }
