"""What Contoso shows to other organizations: one partner sees when people are busy, an old project partner sees far more."""

from __future__ import annotations

from scripts.contoso.contents import Contents, Row
from scripts.contoso.names import ORGANIZATION_DN, directory_object


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
