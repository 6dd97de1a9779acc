"""The areas of rules: folders, columns of the matrix, chapters; each owns its id prefixes (design, section 4)."""

from __future__ import annotations

from collections.abc import Mapping

AREAS: Mapping[str, tuple[str, ...]] = {
    "connectors": ("HDR", "SND", "RCV", "EDG"),
    "mail_flow": ("DOM", "TRN", "RUL", "QUE"),
    "hygiene": ("SPM", "DNS"),
    "permissions": ("RBC", "ADP"),
    "mailboxes": ("MBX", "RES", "QTA", "PUB"),
    "sharing": ("FED",),
    "client_access": ("EAS", "OWA", "CAS", "OUT", "POP"),
    "encryption": ("CRT", "TLS", "AUT"),
    "updates": ("BLD", "VUL", "MIT"),
    "hosts": ("HST", "DCS"),
    "time": ("TIM",),
    "availability": ("DAG", "DBS", "MON"),
}


def area_of(rule_id: str) -> str | None:
    """Return the area that a rule id belongs to; None for an unknown prefix."""
    return next((area for area, prefixes in AREAS.items() if rule_id[:3] in prefixes), None)
