"""What Contoso shows to other organizations: one partner sees when people are busy, an old project partner sees far more."""

from __future__ import annotations

from scripts.contoso.contents import Contents, Row
from scripts.contoso.names import AD_DOMAIN, ORGANIZATION_DN, directory_object

ACCOUNTS = ("per_user_account", "org_wide_account")


def fill(contents: Contents) -> None:
    """Add the relationships with other organizations."""
    contents.put(
        "organization_relationships",
        "org",
        [
            _relationship("Partner example.net", "example.net", "AvailabilityOnly"),
            _relationship("Project Harbour 2021", "harbour.example.org", "LimitedDetails", delivery_report_enabled=True),
        ],
    )
    _fill_partners(contents)


def _fill_partners(contents: Contents) -> None:
    """Add what federation and tokens stand on: the default sharing policy, no trust, one application of the product's own."""
    contents.put("sharing_policies", "org", [_policy()])
    contents.put("federated_organization_identifier", "org", [_federation()])
    contents.put("availability_config", "org", [{**directory_object("Availability Configuration", ORGANIZATION_DN), **dict.fromkeys(ACCOUNTS)}])
    contents.put("partner_applications", "org", [_application()])
    for name in ("availability_address_spaces", "intra_organization_connectors", "auth_servers"):
        contents.put(name, "org", [])


def _policy() -> Row:
    """Everybody may publish a calendar with reduced detail to anybody."""
    return {
        **directory_object("Default Sharing Policy", f"CN=Federation,{ORGANIZATION_DN}"),
        "enabled": True,
        "default": True,
        "domains": ["*:CalendarSharingFreeBusySimple", "Anonymous:CalendarSharingFreeBusyReviewer"],
    }


def _federation() -> Row:
    row = directory_object("Federation", ORGANIZATION_DN)
    return row | {"enabled": False, "domains": [], "account_namespace": None, "default_domain": None, "delegation_trust_link": None}


def _application() -> Row:
    return {
        **directory_object("Exchange Online", f"CN=Partner Applications,CN=Auth Configuration,{ORGANIZATION_DN}"),
        "enabled": True,
        "application_identifier": "00000002-0000-0ff1-ce00-000000000000",
        "issuer_identifier": None,
        "realm": AD_DOMAIN,
        "use_auth_server": False,
        "auth_metadata_url": None,
        "accept_security_identifier_information": True,
        "linked_account": None,
        "act_as_permissions": [],
        "app_only_permissions": [],
    }


def _relationship(name: str, domain: str, level: str, **more: object) -> Row:
    return {
        **directory_object(name, f"CN=Federation,{ORGANIZATION_DN}"),
        "enabled": True,
        "domain_names": [domain],
        "free_busy_access_enabled": True,
        "free_busy_access_level": level,
        "free_busy_access_scope": None,
        "mail_tips_access_enabled": False,
        "mail_tips_access_level": "None",
        "mail_tips_access_scope": None,
        "delivery_report_enabled": False,
        "photos_enabled": False,
        "archive_access_enabled": False,
        "mailbox_move_enabled": False,
        "target_application_uri": domain,
        "target_autodiscover_epr": f"https://autodiscover.{domain}/autodiscover/autodiscover.svc/WSSecurity",
        "target_sharing_epr": None,
        "target_owa_url": None,
        **more,
    }
