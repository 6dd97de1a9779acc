"""The Windows below Exchange: machines, network, services, features, updates, firewall, event logs."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.contoso.contents import Contents, Row
from scripts.contoso.machines import DC1, EDGE1, EX10, EX16, EX19A, EX19B, SERVERS, Machine
from scripts.contoso.names import AD_DOMAIN, guid, sid
from scripts.contoso.services import services

COLLECTED = "2026-08-17T06:12:30Z"
GIGABYTE = 1 << 30
MEMORY = {"EX19A": 128, "EX19B": 128, "EX16": 96, "EX10": 32, "EDGE1": 64, "DC1": 16}
CORES = {"EX19A": 16, "EX19B": 16, "EX16": 12, "EX10": 8, "EDGE1": 8, "DC1": 4}
MEMBER, BACKUP_CONTROLLER, PRIMARY_CONTROLLER, ALONE = 3, 4, 5, 2
DNS = {"EX16": ["10.20.1.2"], "EX10": ["127.0.0.1", "10.20.1.2"], "EDGE1": ["10.20.9.1", "10.20.9.2"]}
BALANCED, HIGH = "381b4222-f694-41f0-9685-ff5bb260df2e", "8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c"
FEATURES = ("Web-Server", "Web-Windows-Auth", "NET-Framework-45-Core", "FS-FileServer", "RSAT-ADDS", "Windows-Defender", "WoW64-Support")
NOT_INSTALLED = (
    "FS-SMB1",
    "AD-Certificate",
    "ADFS-Federation",
    "DHCP",
    "Hyper-V",
    "RemoteAccess",
    "Telnet-Client",
    "UpdateServices",
    "Web-Ftp-Server",
)
ADMINISTRATORS, BACKUP_OPERATORS = "S-1-5-32-544", "S-1-5-32-551"
CURRENT_VERSION = r"SOFTWARE\Microsoft\Windows\CurrentVersion"
TCPIP = r"SYSTEM\CurrentControlSet\Services\{key}\Parameters"
COUNTERS = {
    r"LogicalDisk\Avg. Disk sec/Read": ("C:", 0.0041),
    r"Memory\Available MBytes": ("", 24_118.0),
    r"Processor\% Processor Time": ("_Total", 17.4),
}
DATASETS = "windows_operating_system windows_computer_system windows_processors"


def fill(contents: Contents) -> None:
    """Add what every host says of itself, and the one domain controller that was read."""
    for machine in SERVERS:
        for dataset, rows in _host(machine).items():
            contents.put(dataset, machine.name, rows)
    for dataset in DATASETS.split():
        contents.put(dataset, f"dc/{DC1.name}", _machine(DC1)[dataset])


def _host(machine: Machine) -> dict[str, list[Row]]:
    found = {
        **_machine(machine),
        "windows_network_adapters": list(_adapters(machine)),
        "windows_services": services(machine),
        "windows_features": _features(machine),
        "windows_hotfixes": _hotfixes(machine),
        "windows_firewall_profiles": _firewall(machine),
        "windows_event_counts": _events(machine),
        "windows_event_logs": _event_logs(),
        "windows_power_plans": _power_plans(machine),
        "windows_local_group_members": _local_groups(machine),
        "windows_file_versions": _file_versions(machine),
        "windows_smb_server_configuration": [_smb(machine)],
        "registry_lanman_server": [_lanman(machine)],
        "registry_reboot_pending": [_reboot(machine)],
        "registry_windows_version": [_windows_version(machine)],
        "registry_tcpip": _tcpip(machine),
        "registry_winhttp": _proxy(),
    }
    return found if machine.is_old else found | _modern(machine)


def _modern(machine: Machine) -> dict[str, list[Row]]:
    """Return what only hosts of 2013 and later are asked for."""
    return {
        "windows_page_files": [_page_file(machine)],
        "windows_network_adapter_rss": [
            {"name": "Ethernet0", "instance_id": "Ethernet0", "interface_description": "vmxnet3 Ethernet Adapter", "enabled": machine is not EX16}
        ],
        "windows_performance_counters": [
            {"counter": path, "instance": instance, "counter_value": value} for path, (instance, value) in COUNTERS.items()
        ],
        "registry_time_zone": [
            {
                "time_zone_key_name": "W. Europe Standard Time",
                "dynamic_daylight_time_disabled": 0,
                "standard_start": ["0", "0", "10", "0", "5", "0", "3", "0"],
            }
        ],
        "registry_uninstall": [_redistributable(2012, "11.0.61030"), _redistributable(2013, "12.0.40664")],
        "windows_antimalware_folders": [{"engine_folder_number": 2_608_160_001, "last_write_time_utc": "2026-08-17T02:10:00Z"}],
        "server_component_states": [
            {"component": name, "state": "Active", "local_states": [], "remote_states": []}
            for name in ("ServerWideOffline", "HubTransport", "Monitoring")
        ],
    }


def _machine(machine: Machine) -> dict[str, list[Row]]:
    cores = CORES[machine.name]
    return {
        "windows_operating_system": [_operating_system(machine)],
        "windows_computer_system": [_computer(machine)],
        "windows_processors": [
            {
                "device_id": "CPU0",
                "name": "Intel(R) Xeon(R) Gold 6330 CPU @ 2.00GHz",
                "number_of_cores": cores,
                "number_of_logical_processors": cores,
                "max_clock_speed": 2000,
                "current_clock_speed": 2000,
                "environment_processor_count": cores,
            }
        ],
    }


def _is_controller(machine: Machine) -> bool:
    return machine in (EX10, DC1)


def _operating_system(machine: Machine) -> Row:
    return {
        "caption": machine.caption,
        "build_number": machine.build,
        "os_version": machine.windows,
        "product_type": 2 if _is_controller(machine) else 3,
        "operating_system_sku": 7,
        "os_language": 1033,
        "os_architecture": "64-bit",
        "service_pack_major_version": 1 if machine is EX10 else 0,
        "system_drive": "C:",
        "install_date": machine.installed,
        "last_boot_up_time": machine.booted,
        "local_date_time": COLLECTED,
        "current_time_zone": 120,
        "server": machine.name,
    }


def _computer(machine: Machine) -> Row:
    role = {DC1: PRIMARY_CONTROLLER, EX10: BACKUP_CONTROLLER, EDGE1: ALONE}.get(machine, MEMBER)
    row: Row = {
        "name": machine.name,
        "domain": "WORKGROUP" if machine.is_edge else AD_DOMAIN,
        "domain_role": role,
        "part_of_domain": not machine.is_edge,
        "manufacturer": "Contoso Hardware" if machine is EX10 else "VMware, Inc.",
        "model": "PowerRack 720" if machine is EX10 else "VMware Virtual Platform",
        "total_physical_memory": MEMORY[machine.name] * GIGABYTE,
        "number_of_processors": 1,
        "number_of_logical_processors": CORES[machine.name],
        "automatic_managed_pagefile": machine is EX16,
    }
    return row if machine is EX10 else row | {"hypervisor_present": True}


def _adapters(machine: Machine) -> Iterator[Row]:
    addresses = [machine.address, f"2001:db8:20:1::{machine.address.rpartition('.')[2]}"]
    if machine is EX16:
        addresses.append("10.20.1.113")
    yield {
        "setting_id": "{" + guid(f"adapter of {machine.name}").upper() + "}",
        "index": 7,
        "description": "Broadcom NetXtreme Gigabit Ethernet" if machine is EX10 else "vmxnet3 Ethernet Adapter",
        "ip_enabled": True,
        "ip_address": addresses,
        "ip_subnet": ["255.255.255.0", "64"],
        "default_ip_gateway": [f"{machine.address.rpartition('.')[0]}.1"],
        "dhcp_enabled": False,
        "dns_server_search_order": DNS.get(machine.name, ["10.20.1.2", "10.20.1.3"]),
        "full_dns_registration_enabled": True,
        "tcpip_netbios_options": 0,
    }
    if machine in (EX19A, EX19B):
        yield {
            "setting_id": "{" + guid(f"cluster adapter of {machine.name}").upper() + "}",
            "index": 12,
            "description": "Microsoft Failover Cluster Virtual Adapter",
            "ip_enabled": True,
            "ip_address": ["169.254.1.74" if machine is EX19A else "169.254.1.75", "fe80::1974"],
            "ip_subnet": ["255.255.0.0", "64"],
            "default_ip_gateway": [],
            "dhcp_enabled": True,
            "dns_server_search_order": [],
            "full_dns_registration_enabled": False,
            "tcpip_netbios_options": 0,
        }


def _features(machine: Machine) -> list[Row]:
    """Return roles and features; EX16 is a print server as well, and EX10 a domain controller."""
    installed = [*FEATURES]
    if machine in (EX19A, EX19B):
        installed.append("Failover-Clustering")
    if machine is EX16:
        installed += ["Print-Services", "FS-SMB1"]
    if machine is EX10:
        installed = ["Web-Server", "NET-Framework-Core", "AD-Domain-Services", "DNS"]
    if machine.is_edge:
        installed = ["ADLDS", "NET-Framework-45-Core", "Windows-Defender"]
    absent = [name for name in NOT_INSTALLED if name not in installed]
    states = dict.fromkeys(installed, ("Installed", True)) | dict.fromkeys(absent, ("Available", False))
    return [
        {"name": name, "id": None, "display_name": name.replace("-", " "), "installed": found, "install_state": state}
        for name, (state, found) in sorted(states.items())
    ]


def _hotfixes(machine: Machine) -> list[Row]:
    found = {"KB5063880": "2026-08-12", "KB5062557": "2026-07-15"}
    if machine is EX10:
        found = {"KB4534310": "2020-01-16", "KB976902": "2011-09-19"}
    return [{"hot_fix_id": name, "description": "Security Update", "installed_on": f"{day}T00:00:00Z"} for name, day in found.items()]


def _firewall(machine: Machine) -> list[Row]:
    """On EX16 somebody switched two profiles off to make a printer work."""
    off = ("Domain", "Private") if machine is EX16 else ()
    return [
        {"name": name, "source": "ActiveStore", "enabled_state": "False" if name in off else "True", "default_inbound_action": "Block"}
        for name in ("Domain", "Private", "Public")
    ]


def _events(machine: Machine) -> list[Row]:
    """Return counts of errors in seven days; the disk of EX19B reports bad blocks."""
    rows = [
        {
            "log_name": log,
            "provider_name": None,
            "id": None,
            "level": None,
            "count": 1840,
            "first_time": "2026-06-30T01:12:00Z",
            "last_time": COLLECTED,
            "is_cap_hit": False,
        }
        for log in ("Application", "System")
    ]
    rows.append(_event("Application", "MSExchange Common", 4999, 2, 3))
    rows.append(_event("System", "Microsoft-Windows-DistributedCOM", 10016, 2, 41))
    if machine is EX19B:
        rows.append(_event("System", "disk", 7, 2, 6))
    return rows


def _event(log: str, provider: str, number: int, level: int, count: int) -> Row:
    times = {"first_time": "2026-08-10T09:02:11Z", "last_time": "2026-08-16T23:41:53Z"}
    return {"log_name": log, "provider_name": provider, "id": number, "level": level, "count": count, **times}


def _event_logs() -> list[Row]:
    return [
        {
            "log_name": log,
            "is_enabled": True,
            "file_size": 20 << 20,
            "maximum_size_in_bytes": 64 << 20,
            "log_mode": "Circular",
            "record_count": 41_020,
            "last_write_time": COLLECTED,
            "oldest_time_created": "2026-06-30T01:12:00Z",
        }
        for log in ("Application", "Security", "System")
    ]


def _power_plans(machine: Machine) -> list[Row]:
    active = BALANCED if machine in (EX16, EX10) else HIGH
    return [
        {"instance_id": f"Microsoft:PowerPlan\\{{{plan}}}", "element_name": name, "is_active": plan == active}
        for plan, name in ((BALANCED, "Balanced"), (HIGH, "High performance"))
    ]


def _local_groups(machine: Machine) -> list[Row]:
    """Return members of local groups; on a domain controller there are none of its own, and the domain's stand in their place."""
    members = [("Administrator", sid(500) if _is_controller(machine) else f"S-1-5-21-11-22-{SERVERS.index(machine) + 33}-500", "User")]
    if not machine.is_edge:
        members += [("Domain Admins", sid(512), "Group"), ("Exchange Trusted Subsystem", sid(1105), "Group")]
    rows = [_local_member(ADMINISTRATORS, *member) for member in members]
    return [*rows, _local_member(BACKUP_OPERATORS, "svc-backup", sid(1710), "User")] if machine in (EX19A, EX19B) else rows


def _local_member(group: str, name: str, member: str, kind: str) -> Row:
    is_local = member.startswith("S-1-5-21-11-")
    return {"group_sid": group, "name": name, "sid": member, "member_class": kind, "principal_source": "Local" if is_local else "ActiveDirectory"}


def _file_versions(machine: Machine) -> list[Row]:
    path = rf"{machine.path}\bin\Microsoft.Exchange.Data.Common.dll"
    major, minor, build, revision = (int(part) for part in machine.setup.split("."))
    version = f"{major:02}.{minor:02}.{build:04}.{revision:03}"
    stamp = {"file_build_part": build, "last_write_time": "2026-08-12T02:40:00Z"}
    return [{"path": path, "found": True, "product_version": version, "file_version": version, **stamp}]


def _smb(machine: Machine) -> Row:
    is_hard = machine in (EX19A, EX19B, EDGE1)
    return {
        "enable_smb1_protocol": machine in (EX16, EX10),
        "enable_smb2_protocol": True,
        "audit_smb1_access": False,
        "require_security_signature": is_hard,
        "enable_security_signature": True,
        "encrypt_data": False,
        "reject_unencrypted_access": True,
    }


def _lanman(machine: Machine) -> Row:
    is_hard = machine in (EX19A, EX19B, EDGE1)
    return {
        "smb1": 0 if is_hard else None,
        "require_security_signature_value": 1 if is_hard else 0,
        "enable_security_signature_value": 1,
        "disable_compression": None,
    }


def _reboot(machine: Machine) -> Row:
    return {
        "pending_file_renames": machine is EX19B,
        "cbs_reboot_pending": machine is EX19B,
        "wu_reboot_required": machine is EX19B,
        "update_exe_flags": False,
    }


def _windows_version(machine: Machine) -> Row:
    return {
        "current_build_number": machine.build,
        "ubr": machine.ubr,
        "product_name": machine.caption.removeprefix("Microsoft ").strip(),
        "installation_type": "Server",
    }


def _tcpip(machine: Machine) -> list[Row]:
    empty: Row = dict.fromkeys(("keep_alive_time", "disabled_components", "name_server", "dhcpv6_dns_servers", "tcp_ack_frequency"))
    is_set = machine in (EX19A, EX19B)
    return [
        {**empty, "key_path": TCPIP.format(key="Tcpip"), "keep_alive_time": 1_800_000 if is_set else None},
        {**empty, "key_path": TCPIP.format(key="Tcpip6"), "disabled_components": 0xFFFFFFFF if machine is EX16 else None},
    ]


def _proxy() -> list[Row]:
    paths = (
        rf"{CURRENT_VERSION}\Internet Settings\Connections",
        r"SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Internet Settings\Connections",
    )
    return [{"key_path": path, "proxy_address": None, "bypass_list": None} for path in paths]


def _page_file(machine: Machine) -> Row:
    """A quarter of the memory, as the vendor asks; on EX16 Windows manages it."""
    size = 0 if machine is EX16 else MEMORY[machine.name] * 256
    return {"name": r"C:\pagefile.sys", "initial_size": size, "maximum_size": size}


def _redistributable(year: int, version: str) -> Row:
    return {
        "key_path": rf"{CURRENT_VERSION}\Uninstall\{{{guid(f'redistributable {year}').upper()}}}",
        "display_name": f"Microsoft Visual C++ {year} Redistributable (x64) - {version}",
        "display_version": version,
        "version_identifier": 184_549_376,
    }
