"""What the hosts of Contoso say of protection, protocols, folders, shares and volumes."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.contoso.contents import Contents, Row
from scripts.contoso.machines import EDGE1, EX10, EX16, SERVERS, Machine
from scripts.contoso.names import guid

GIGABYTE = 1 << 30
NEWEST_WINDOWS = 20348
AUDITED = {"0cce9215-69ae-11d9-bed3-505054503030": 3, "0cce9217-69ae-11d9-bed3-505054503030": 2, "0cce922f-69ae-11d9-bed3-505054503030": 1}
SUITES = (
    "TLS_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
    "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
    "TLS_RSA_WITH_AES_256_CBC_SHA256",
)
CONFIGURED = r"SYSTEM\CurrentControlSet\Control\Cryptography\Configuration\Local\SSL\00010002"
BY_POLICY = r"SOFTWARE\Policies\Microsoft\Cryptography\Configuration\SSL\00010002"
SHELL = r"SOFTWARE\Microsoft\PowerShell"
SHELL_POLICY = r"SOFTWARE\Policies\Microsoft\Windows\PowerShell"
DESKTOP = r"SYSTEM\CurrentControlSet\Control\Terminal Server"
CARDS = r"SYSTEM\CurrentControlSet\Control\Class\{4D36E972-E325-11CE-BFC1-08002BE10318}\0001"
SAFE = "O:SYG:SYD:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;AU)"


def fill(contents: Contents) -> None:
    """Add the state of each host; what only newer systems have, for those."""
    for machine in SERVERS:
        for dataset, rows in {**_everywhere(machine), **({} if machine.is_old else _modern(machine))}.items():
            contents.put(dataset, machine.name, rows)


def _everywhere(machine: Machine) -> dict[str, list[Row]]:
    return {
        "registry_auth_root": [{"disable_root_auto_update": 1 if machine is EDGE1 else None}],
        "registry_cipher_suites": list(_written_suites(machine)),
        "registry_kerberos": [{"supported_encryption_types": None if machine.is_old else 24}],
        "registry_lsa": [_authority(machine)],
        "registry_msexchange_owa": [{"public_timeout": None, "private_timeout": None}],
        "registry_powershell": list(_shell(machine)),
        "registry_rdp": list(_desktop(machine)),
        "windows_audit_policy": [{"subcategory_guid": name, "setting_value": value} for name, value in AUDITED.items()],
        "windows_folder_acls": list(_folders(machine)),
        "windows_listening_ports": list(_ports()),
        "windows_log_folders": list(_logs(machine)),
        "windows_share_permissions": [] if machine.is_old else list(_share_permissions()),
        "windows_shares": list(_shares(machine)),
        "windows_tls_cipher_suites": [] if machine.is_old else [{"name": name, "position": place} for place, name in enumerate(SUITES, start=1)],
        "windows_volumes": list(_volumes(machine)),
        "exchange_config_files": list(_files(machine)),
        **{name: [] for name in ("windows_encryptable_volumes", "windows_file_signatures", "windows_firewall_rules", "windows_root_certificates")},
        **{name: [] for name in ("windows_files", "windows_scheduled_tasks")},
        "registry_dns_client": [{"enable_multicast": 0}],
        "registry_laps": [{"key_path": r"SOFTWARE\Microsoft\Policies\LAPS", "key_exists": True, "backup_directory": 2, "adm_pwd_enabled": None}],
        "registry_ldap": [{"ldap_client_integrity": 1}],
    }


def _modern(machine: Machine) -> dict[str, list[Row]]:
    is_newest = machine.build == NEWEST_WINDOWS
    nodes = [{"name": name, "node_state": 0} for name in ("EX19A", "EX19B")]
    return {
        "registry_device_guard": [{"lsa_cfg_flags": None, "enable_virtualization_based_security": None}],
        "registry_net_release": [{"release": 528449 if is_newest else 461814, "net_version": "4.8.04161" if is_newest else "4.7.03190"}],
        "registry_network_cards": [_card(machine)],
        "registry_wdigest": [{"use_logon_credential": None}],
        "registry_rpc": [{"minimum_connection_timeout": 120}],
        "registry_acls": []
        if machine.version == "2013"
        else [{"key_path": r"SOFTWARE\Microsoft\MSIPC\Server", "found": False, "sddl": None, "owner": None}],
        "windows_antimalware_events": [{"newest_6033_utc": "2026-08-17T02:10:11Z", "oldest_record_utc": "2026-07-02T10:00:00Z"}],
        "windows_antimalware_engines": [{"engine": "Microsoft", "last_checked": "2026-08-17T05:10:00Z", "last_updated": "2026-08-17T02:10:00Z"}],
        "windows_cluster_nodes": nodes if machine.name in ("EX19A", "EX19B") else [],
        "windows_defender": [_defender(machine)],
        "windows_device_guard": [{"security_services_running": [0], "security_services_configured": [0], "virtualization_based_security_status": 0}],
        "windows_drivers": [],
        "iis_application_pools": [],
        "iis_rewrite_rules": [],
    }


def _authority(machine: Machine) -> Row:
    level = {EX10.name: None, EX16.name: 3}.get(machine.name, 5)
    names = ("lsa_cfg_flags", "run_as_ppl", "suppress_extended_protection", "fips_enabled_value")
    return {"lm_compatibility_level": level, "no_lm_hash": 1, **dict.fromkeys(names, None)}


def _written_suites(machine: Machine) -> Iterator[Row]:
    yield {"key_path": BY_POLICY, "key_exists": False, "functions": None}
    yield {"key_path": CONFIGURED, "key_exists": True, "functions": ["TLS_RSA_WITH_RC4_128_SHA", *SUITES[1:]] if machine.is_old else list(SUITES)}


def _shell(machine: Machine) -> Iterator[Row]:
    names = (
        "execution_policy",
        "enable_scripts",
        "power_shell_version",
        "enable_script_block_logging",
        "enable_module_logging",
        "enable_transcripting",
    )
    nothing: Row = dict.fromkeys(names, None)
    yield nothing | {"key_path": rf"{SHELL}\1\ShellIds\Microsoft.PowerShell", "key_exists": True, "execution_policy": "RemoteSigned"}
    if not machine.is_old:
        yield nothing | {"key_path": rf"{SHELL}\3\PowerShellEngine", "key_exists": True, "power_shell_version": f"5.1.{machine.build}.1"}
    yield nothing | {
        "key_path": rf"{SHELL_POLICY}\ScriptBlockLogging",
        "key_exists": not machine.is_old,
        "enable_script_block_logging": None if machine.is_old else 1,
    }


def _desktop(machine: Machine) -> Iterator[Row]:
    nothing: Row = dict.fromkeys(("f_deny_ts_connections", "user_authentication", "security_layer", "min_encryption_level"), None)
    yield nothing | {"key_path": DESKTOP, "key_exists": True, "f_deny_ts_connections": 0}
    yield nothing | {
        "key_path": rf"{DESKTOP}\WinStations\RDP-Tcp",
        "key_exists": True,
        "user_authentication": 0 if machine.is_old else 1,
        "security_layer": 2,
    }


def _card(machine: Machine) -> Row:
    return {
        "key_path": CARDS,
        "net_cfg_instance_id": "{" + guid(f"adapter of {machine.name}").upper() + "}",
        "driver_desc": "vmxnet3 Ethernet Adapter",
        "pnp_capabilities": 24,
        "driver_date": "4-6-2024",
    }


def _defender(machine: Machine) -> Row:
    is_excluded = machine is not EX16
    return {
        "antivirus_enabled": True,
        "real_time_protection_enabled": True,
        "am_running_mode": "Normal",
        "antivirus_signature_age": 0,
        "exclusion_path": [machine.path] if is_excluded else [],
        "exclusion_process": [rf"{machine.path}\Bin\EdgeTransport.exe"] if is_excluded else [],
        "exclusion_extension": [".edb", ".log"] if is_excluded else [],
    }


def _folders(machine: Machine) -> Iterator[Row]:
    for below in ("TransportRoles\\Pickup", "TransportRoles\\Replay", "Logging", ""):
        yield {"path": rf"{machine.path}\{below}".rstrip("\\"), "found": True, "owner": r"NT AUTHORITY\SYSTEM", "sddl": SAFE}


def _ports() -> Iterator[Row]:
    for port, name in ((25, "MSExchangeFrontendTransport"), (443, "System"), (3389, "svchost")):
        yield {"local_address": "0.0.0.0", "local_port": port, "process_id": 4 if name == "System" else 4000 + port, "process_name": name}  # noqa: S104


def _logs(machine: Machine) -> Iterator[Row]:
    folder = rf"{machine.path}\TransportRoles\Logs\MessageTracking"
    for prefix in ("MSGTRK", "MSGTRKMA"):
        yield {
            "path": folder,
            "prefix": prefix,
            "files": 720,
            "bytes": 7_340_032_000,
            "oldest": "2026-07-18T06:00:00Z",
            "newest": "2026-08-17T06:00:00Z",
        }


def _shares(machine: Machine) -> Iterator[Row]:
    yield {"name": "C$", "path": "C:\\", "share_type": 2147483648, "description": "Default share"}
    yield {"name": "address", "path": rf"{machine.path}\Mailbox\address", "share_type": 0, "description": ""}


def _share_permissions() -> Iterator[Row]:
    yield {
        "name": "C$",
        "account_name": r"BUILTIN\Administrators",
        "account_sid": "S-1-5-32-544",
        "access_control_type": "Allow",
        "access_right": "Full",
    }
    everyone = r"NT AUTHORITY\Authenticated Users"
    yield {"name": "address", "account_name": everyone, "account_sid": "S-1-5-11", "access_control_type": "Allow", "access_right": "Read"}


def _volumes(machine: Machine) -> Iterator[Row]:
    for letter, size, free in (("C:", 120, 11 if machine is EX16 else 48), ("D:", 2048, 640)):
        yield {
            "name": f"{letter}\\",
            "device_id": rf"\\?\Volume{{{guid(f'{letter} of {machine.name}')}}}" + "\\",
            "drive_letter": letter,
            "drive_type": 3,
            "file_system": "ReFS" if letter == "D:" and not machine.is_old else "NTFS",
            "block_size": 65536 if letter == "D:" else 4096,
            "capacity": size * GIGABYTE,
            "free_space": free * GIGABYTE,
        }


def _files(machine: Machine) -> Iterator[Row]:
    path = rf"{machine.path}\Bin\EdgeTransport.exe.config"
    yield {"path": path, "setting": "", "file_exists": True, "is_valid_xml": True, "holds_install_dir": False}
    yield {
        "path": path,
        "setting": "QueueDatabasePath",
        "config_value": rf"D:\Queue\{machine.name}",
        "queue_database_path": rf"D:\Queue\{machine.name}",
    }
