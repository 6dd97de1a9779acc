"""How targets are written: `org`, `ldap`, `dc/<NAME>`, a server's NetBIOS name in upper case, `unattributed`."""

from __future__ import annotations

from exposture.catalog.dataset import Target
from exposture.catalog.names import server_name

ORG = Target.ORG.value
LDAP = Target.LDAP.value
DC = Target.DC.value
UNATTRIBUTED = "unattributed"


def canonical_target(text: str) -> str:
    """Return a target as it is written everywhere; the input may differ in case."""
    folded = text.strip().casefold()
    if folded in {ORG, LDAP, DC, UNATTRIBUTED}:
        return folded
    if folded.startswith(f"{DC}/"):
        return f"{DC}/{text.strip()[len(DC) + 1 :].upper()}"
    return text.strip().upper()


def is_dc(target: str) -> bool:
    """Return whether a target is one named domain controller."""
    return target.startswith(f"{DC}/")


def is_server(target: str) -> bool:
    """Return whether a target is a server's name."""
    return target not in {ORG, LDAP, DC, UNATTRIBUTED} and not is_dc(target)


def dc_target(name: str) -> str:
    """Return the target of a domain controller, from its name or FQDN."""
    return f"{DC}/{server_name(name) or name.upper()}"
