"""How Contoso names things in its directory: distinguished names, GUIDs and SIDs, all made of the names."""

from __future__ import annotations

import uuid

ORGANIZATION = "Contoso"
AD_DOMAIN = "contoso.example.com"
NETBIOS = "CONTOSO"
MAIL_DOMAIN = "example.com"
SITE = "Headquarters"
DOMAIN_DN = "DC=contoso,DC=example,DC=com"
CONFIGURATION_DN = f"CN=Configuration,{DOMAIN_DN}"
ORGANIZATION_DN = f"CN={ORGANIZATION},CN=Microsoft Exchange,CN=Services,{CONFIGURATION_DN}"
GROUP_DN = f"CN=Exchange Administrative Group (FYDIBOHF23SPDLT),CN=Administrative Groups,{ORGANIZATION_DN}"
SERVERS_DN = f"CN=Servers,{GROUP_DN}"
DATABASES_DN = f"CN=Databases,{GROUP_DN}"
TRANSPORT_DN = f"CN=Transport Settings,{ORGANIZATION_DN}"
SECURITY_GROUPS_DN = f"OU=Microsoft Exchange Security Groups,{DOMAIN_DN}"
USERS_DN = f"OU=People,{DOMAIN_DN}"
SITE_DN = f"CN={SITE},CN=Sites,{CONFIGURATION_DN}"
DOMAIN_SID = "S-1-5-21-2718281828-3141592653-1618033988"
CREATED = "2019-05-14T08:12:31Z"
CHANGED = "2026-06-22T14:40:05Z"

Object = dict[str, object]


def guid(text: str) -> str:
    """Return the GUID of a thing, made of its name."""
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{text.casefold()}.{AD_DOMAIN}"))


def sid(rid: int) -> str:
    """Return the SID of an account or group of Contoso's domain."""
    return f"{DOMAIN_SID}-{rid}"


EDGE_DN = f"CN={{{guid('AD LDS of EDGE1').upper()}}}"


def edge_copy(row: Object) -> Object:
    """Return an object as the directory of the Edge holds it: EdgeSync gives it a place and a GUID of its own."""
    dn = str(row["distinguished_name"]).replace(DOMAIN_DN, EDGE_DN)
    return {**row, "distinguished_name": dn, "guid": guid(dn)}


def link(name: str, parent: str) -> Object:
    """Return a reference to an object of the directory."""
    dn = f"CN={name},{parent}"
    return {"name": name, "dn": dn, "guid": guid(dn)}


def directory_object(name: str, parent: str, *, identity: str | None = None, created: str = CREATED, changed: str = CHANGED) -> Object:
    """Return the columns that every Exchange object of the directory has."""
    dn = f"CN={name},{parent}"
    return {
        "name": name,
        "identity": identity or name,
        "guid": guid(dn),
        "distinguished_name": dn,
        "when_created": created,
        "when_changed": changed,
    }
