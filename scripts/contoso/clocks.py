"""Where Contoso takes its time from: the first domain controller asks two hosts outside, the others ask it, and EX10 asks nobody."""

from __future__ import annotations

from scripts.contoso.contents import Contents, Row
from scripts.contoso.machines import CONTROLLERS, DC1, EX10, SERVERS, Machine
from scripts.contoso.names import AD_DOMAIN, CONFIGURATION_DN, DOMAIN_DN, SITE, guid

W32TIME = r"SYSTEM\CurrentControlSet\Services\W32Time"
POLICY = r"SOFTWARE\Policies\Microsoft\W32Time"
UPSTREAM = "ntp1.example.net,0x8 ntp2.example.net,0x8"
FROM_DC1, FROM_OUTSIDE, LOCAL_CLOCK = "0x0A140102", "0xC0000235", "0x4C4F434C"
PROVIDERS = {"NtpClient": 1, "NtpServer": 0, "VMICTimeProvider": 0}
COLLECTED = "2026-08-17T06:13:02Z"


def fill(contents: Contents) -> None:
    """Add the settings and the state of every clock, and the domain controllers that the directory lists."""
    for machine in SERVERS:
        _fill_clock(contents, machine, machine.name)
    _fill_clock(contents, DC1, f"dc/{DC1.name}")
    contents.put("ad_domain_controllers", "ldap", [_controller(machine) for machine in (*CONTROLLERS, EX10)])
    contents.put("ad_fsmo_roles", "ldap", [_roles()])


def _fill_clock(contents: Contents, machine: Machine, target: str) -> None:
    kind = "NTP" if machine in (DC1,) or machine.is_edge else "NoSync" if machine is EX10 else "NT5DS"
    servers = UPSTREAM if machine is DC1 else "10.20.1.2,0x8" if machine.is_edge else None
    contents.put("registry_w32time", target, _registry(kind, servers))
    contents.put("windows_time_status", target, [_status(machine)])
    contents.texts[f"{'' if target.startswith('dc/') else 'servers/'}{target}/raw/w32tm.txt"] = _text(machine)


def _registry(kind: str, servers: str | None) -> list[Row]:
    nothing: Row = {"type": None, "ntp_server": None, "enabled_value": None, "special_poll_interval": None}
    return [
        {**nothing, "key_path": rf"{W32TIME}\Parameters", "type": kind, "ntp_server": servers},
        *({**nothing, "key_path": rf"{W32TIME}\TimeProviders\{name}", "enabled_value": value} for name, value in PROVIDERS.items()),
        {**nothing, "key_path": rf"{POLICY}\Parameters"},
        {**nothing, "key_path": rf"{POLICY}\TimeProviders\NtpClient"},
    ]


def _reference(machine: Machine) -> str:
    return FROM_OUTSIDE if machine is DC1 else LOCAL_CLOCK if machine is EX10 else FROM_DC1


def _status(machine: Machine) -> Row:
    return {
        "leap_indicator": 0,
        "stratum": 3 if machine is DC1 else 1 if machine is EX10 else 4,
        "reference_id": _reference(machine),
        "last_successful_sync_time": None if machine is EX10 else "2026-08-17T05:48:21Z",
        "root_dispersion": 10.0 if machine is EX10 else 0.0312,
        "collected_utc": COLLECTED,
        "text": _text(machine),
    }


def _text(machine: Machine) -> str:
    source = {DC1: "ntp1.example.net,0x8", EX10: "Local CMOS Clock"}.get(machine, f"dc1.{AD_DOMAIN}")
    stratum = 3 if machine is DC1 else 1 if machine is EX10 else 4
    return "\r\n".join(
        [
            "Leap Indicator: 0(no warning)",
            f"Stratum: {stratum}",
            "Precision: -23 (119.209ns per tick)",
            f"ReferenceId: {_reference(machine)}",
            f"Source: {source}",
            "Poll Interval: 10 (1024s)",
            "",
        ]
    )


def _controller(machine: Machine) -> Row:
    return {
        "object_guid": guid(f"CN={machine.name},OU=Domain Controllers,{DOMAIN_DN}"),
        "dns_host_name": machine.fqdn,
        "site": SITE,
        "options": 1,
        "is_rodc": False,
        "operating_system": machine.caption.removeprefix("Microsoft ").strip(),
        "operating_system_version": f"{machine.windows.rpartition('.')[0]} ({machine.build})",
        "primary_group_id": 516,
    }


def _roles() -> Row:
    owner = f"CN=NTDS Settings,CN={DC1.name},CN=Servers,CN={SITE},CN=Sites,{CONFIGURATION_DN}"
    return {"domain_dn": DOMAIN_DN, "pdc_emulator": DC1.fqdn, "is_forest_root": True, "fsmo_role_owner": owner}
