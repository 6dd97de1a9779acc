"""Whose mail passes the connection filter, and which attachments the Edge takes away; the Edge asks one list of bad senders."""

from __future__ import annotations

from scripts.contoso.contents import Contents, Row
from scripts.contoso.machines import EDGE1, SERVERS
from scripts.contoso.mail_flow import BOTH, HYGIENE_DN
from scripts.contoso.names import directory_object

CONFIGS = ("ip_allow_list_config", "ip_allow_list_providers_config", "ip_block_list_providers_config")
ATTACHMENTS = (
    ("ContentType", "application/x-msdownload"),
    ("ContentType", "text/scriptlet"),
    ("FileName", "*.exe"),
    ("FileName", "*.vbs"),
    ("FileName", "*.js"),
    ("FileName", "*.ps1"),
)


def fill(contents: Contents) -> None:
    """Add the settings of the organization and of the Edge."""
    for target in BOTH:
        for name in CONFIGS:
            contents.put(name, target, [_config(name)])
        contents.put("ip_allow_list_providers", target, [])
        contents.put("ip_block_list_providers", target, [_provider()] if target == EDGE1.name else [])
        contents.put("content_filter_phrases", target, [])
    for machine in SERVERS:
        contents.put("ip_allow_list_entries", machine.name, [_partner()] if machine is EDGE1 else [])
    contents.put("attachment_filter_entries", EDGE1.name, [{"name": name, "identity": f"{kind}:{name}", "type": kind} for kind, name in ATTACHMENTS])
    contents.put("attachment_filter_list_config", EDGE1.name, [_attachments()])


def _config(name: str) -> Row:
    label = {"ip_allow_list_config": "IPAllowListConfig", "ip_allow_list_providers_config": "IPAllowListProviderConfig"}.get(
        name, "IPBlockListProviderConfig"
    )
    row: Row = {**directory_object(label, HYGIENE_DN), "enabled": True, "external_mail_enabled": True, "internal_mail_enabled": False}
    return row | ({"bypassed_recipients": []} if label == "IPBlockListProviderConfig" else {})


def _provider() -> Row:
    return {
        **directory_object("Spam list", f"CN=IPBlockListProviderConfig,{HYGIENE_DN}"),
        "lookup_domain": "bl.example.org",
        "enabled": True,
        "priority": 1,
        "any_match": True,
        "bitmask_match": None,
        "ip_addresses_match": [],
        "rejection_response": "Your server is listed",
    }


def _partner() -> Row:
    """The partner's gateway was let through in 2021 and still is."""
    return {
        "identity": "1",
        "ip_range": "198.51.100.24",
        "expiration_time": "9999-12-31T23:59:59Z",
        "has_expired": False,
        "is_machine_generated": False,
        "comment": "Partner gateway, ticket 4711",
    }


def _attachments() -> Row:
    return {
        **directory_object("Attachment Filtering", HYGIENE_DN),
        "action": "Strip",
        "exception_connectors": [],
        "reject_response": "Message rejected due to unacceptable attachments",
        "admin_message": "This attachment was removed.",
    }
