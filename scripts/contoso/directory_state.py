"""Contoso's forest: domains, versions, clocks, computers, and who may change what at the top."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.contoso.acls import ORGANIZATION_MANAGEMENT, TRUSTED_SUBSYSTEM
from scripts.contoso.contents import Contents, Row
from scripts.contoso.machines import DC1, EDGE1, SERVERS, Machine
from scripts.contoso.names import (
    AD_DOMAIN,
    CONFIGURATION_DN,
    DATABASES_DN,
    DOMAIN_DN,
    DOMAIN_SID,
    ORGANIZATION_DN,
    SECURITY_GROUPS_DN,
    SITE,
    SITE_DN,
    guid,
    sid,
)

from exposture.model.coverage import Status

LDAP = "ldap"
COLLECTED = "2026-08-17T06:04:40Z"
DESCRIPTORS = "the security descriptors were read in the directory"
GROUP_CLASS, USER_CLASS = "bf967a9c-0de6-11d0-a285-00aa003049e2", "bf967aba-0de6-11d0-a285-00aa003049e2"
RESET_PASSWORD = "00299570-246d-11d0-a768-00aa006e0529"


def fill(contents: Contents) -> None:
    """Add what the directory says of itself."""
    for dataset, rows in _directory().items():
        contents.put(dataset, LDAP, rows)
    contents.put("ad_lds_edge_sync", EDGE1.name, [_lease()])
    contents.put("registry_ntds", f"dc/{DC1.name}", [{"ldap_server_integrity": 1, "ldap_enforce_channel_binding": None}])
    for target in ("org", EDGE1.name):
        contents.mark("ad_permissions", target, Status.NOT_APPLICABLE, DESCRIPTORS)


def _directory() -> dict[str, list[Row]]:
    return {
        "ad_forest": [
            {
                "root_domain_naming_context": DOMAIN_DN,
                "configuration_naming_context": CONFIGURATION_DN,
                "forest_functionality": 4,
                "domain_functionality": 4,
            }
        ],
        "ad_domains": [{"domain_dn": DOMAIN_DN, "dns_name": AD_DOMAIN, "object_sid": DOMAIN_SID}],
        "ad_sites": [{"guid": guid(SITE), "name": SITE, "distinguished_name": SITE_DN}],
        "ad_trusts": [],
        "ad_schema_classes": [],
        "ad_mrs_requests": [],
        "ad_exchange_versions": list(_versions()),
        "ad_rootdse_times": [_clock()],
        "ad_computers": [_computer(machine, 1300 + place) for place, machine in enumerate(SERVERS) if not machine.is_edge],
        "ad_domain_acls": list(_heads()),
        "ad_database_acls": list(_databases()),
    }


def _versions() -> Iterator[Row]:
    schema = f"CN=ms-Exch-Schema-Version-Pt,CN=Schema,{CONFIGURATION_DN}"
    yield {"version_kind": "schema", "distinguished_name": schema, "range_upper": 17003, "object_version": None}
    yield {"version_kind": "organization", "distinguished_name": ORGANIZATION_DN, "range_upper": None, "object_version": 16763}
    yield {
        "version_kind": "domain",
        "distinguished_name": f"CN=Microsoft Exchange System Objects,{DOMAIN_DN}",
        "range_upper": None,
        "object_version": 13243,
    }


def _clock() -> Row:
    return {
        "controller": DC1.fqdn,
        "remote_current_time": "2026-08-17T06:04:39Z",
        "local_utc": COLLECTED,
        "remote_utc": "2026-08-17T06:04:39Z",
        "offset_seconds": -1.0,
        "round_trip_seconds": 0.02,
    }


def _computer(machine: Machine, rid: int) -> Row:
    return {
        "sam_account_name": f"{machine.name}$",
        "dns_host_name": machine.fqdn,
        "object_sid": sid(rid),
        "member_of": [f"CN=Exchange Servers,{SECURITY_GROUPS_DN}"],
        "user_account_control": 4096,
        "allowed_to_delegate_to": [],
        "supported_encryption_types": 28,
        "pwd_last_set": "2026-08-02T03:00:00Z",
        "token_group_count": 14,
        "expiration_time": "2026-09-01T03:00:00Z",
    }


def _heads() -> Iterator[Row]:
    """Yield the heads as setup leaves them with the shared permission model: Exchange may change groups everywhere."""
    members = f"(OA;CIIO;WD;;{GROUP_CLASS};{TRUSTED_SUBSYSTEM})(OA;CIIO;CR;{RESET_PASSWORD};{USER_CLASS};{TRUSTED_SUBSYSTEM})"
    yield {"acl_object": "domain", "domain_dn": DOMAIN_DN, "distinguished_name": DOMAIN_DN, "sddl": f"D:AI(A;;RP;;;AU)(A;;GA;;;SY){members}"}
    keeper = f"CN=AdminSDHolder,CN=System,{DOMAIN_DN}"
    yield {"acl_object": "AdminSDHolder", "domain_dn": DOMAIN_DN, "distinguished_name": keeper, "sddl": "D:PAI(A;;RP;;;AU)(A;;GA;;;SY)"}


def _databases() -> Iterator[Row]:
    default = f"D:AI(A;ID;GA;;;{ORGANIZATION_MANAGEMENT})(A;ID;GA;;;{TRUSTED_SUBSYSTEM})"
    for name in ("DB01", "DB02"):
        kind = ["top", "msExchMDB", "msExchPrivateMDB"]
        yield {"guid": guid(f"acl of {name}"), "distinguished_name": f"CN={name},{DATABASES_DN}", "object_class": kind, "sddl": default}


def _lease() -> Row:
    names = ("edge_sync_lease", "lease_alert_time", "lease_type")
    times = {"when_changed": COLLECTED, "lease_last_sync": "2026-08-17T06:01:00Z", "lease_expiry": "2026-08-17T07:01:00Z", "collected_utc": COLLECTED}
    return {"guid": guid("EDGE1 in AD LDS"), "name": EDGE1.name, **dict.fromkeys(names, None), **times}
