"""Databases, their copies and their backups."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.contoso.contents import Contents, Row
from scripts.contoso.machines import EX10, EX16, EX19A, EX19B, MAILBOX_SERVERS, Machine
from scripts.contoso.names import DATABASES_DN, GROUP_DN, directory_object

GIGABYTE = 1 << 30
DAY = 86_400


def fill(contents: Contents) -> None:
    """Add the databases: two with copies, one that lives on EX19A alone, one that nobody ever backed up."""
    contents.put(
        "mailbox_databases",
        "org",
        [
            _database("DB01", EX19A, "DAG1", ["EX19A", "EX19B"], full="2026-08-16T21:04:10Z"),
            _database("DB02", EX19B, "DAG1", ["EX19A", "EX19B"], full="2026-08-16T21:32:55Z"),
            _database("DB03 Projects", EX19A, "DAG1", ["EX19A"], full="2026-08-16T22:01:31Z", created="2026-03-02T10:15:00Z"),
            _database(
                "DB16", EX16, "EX16", ["EX16"], full="2026-08-15T20:47:00Z", differential="2026-08-16T20:45:12Z", created="2017-03-06T08:00:00Z"
            ),
            _database("Mailbox Database EX10", EX10, "EX10", ["EX10"], created="2011-09-20T11:40:00Z"),
        ],
    )
    contents.put("database_availability_groups", "org", [_group()])
    contents.put("public_folder_databases", "org", [])
    for machine in MAILBOX_SERVERS:
        contents.put("mailbox_database_copy_statuses", machine.name, list(_copies(contents, machine)))


def _group() -> Row:
    """The witness stands on EX16, which holds mail itself."""
    servers = ["EX19A", "EX19B"]
    return {
        **directory_object("DAG1", f"CN=Database Availability Groups,{GROUP_DN}"),
        "servers": servers,
        "witness_server": EX16.fqdn,
        "witness_directory": r"C:\DAGFileShareWitnesses\DAG1",
        "alternate_witness_server": None,
        "alternate_witness_directory": None,
        "datacenter_activation_mode": "Off",
        "network_encryption": "InterSubnetOnly",
        "network_compression": "InterSubnetOnly",
        "third_party_replication": "Disabled",
        "replication_port": 64327,
        "database_availability_group_ip_addresses": ["255.255.255.255"],
        "operational_servers": servers,
        "stopped_mailbox_servers": [],
        "primary_active_manager": "EX19A",
        "servers_in_maintenance": [],
        "witness_share_in_use": "Primary",
    }


def _copies(contents: Contents, machine: Machine) -> Iterator[Row]:
    """Yield the copies that a server holds: the holder named first has the active one."""
    for row in contents.rows("mailbox_databases"):
        if machine.name in row["servers"]:
            yield _copy(str(row["name"]), machine, active=str(row["server"]))


def _copy(name: str, machine: Machine, *, active: str) -> Row:
    is_active = machine.name == active
    row: Row = {
        "name": rf"{name}\{machine.name}",
        "identity": rf"{name}\{machine.name}",
        "database_name": name,
        "server": machine.name,
        "status": "Mounted" if is_active else "Healthy",
        "active_database_copy": active.lower(),
        "activation_suspended": False,
        "copy_queue_length": 0,
        "replay_queue_length": 0 if is_active else 3,
        "content_index_state": "NotApplicable" if machine.version == "2019" else "Healthy",
        "last_inspected_log_time": None if is_active else "2026-08-17T06:03:11Z",
    }
    return row if machine.is_old else row | {"activation_preference": 1 if is_active else 2, "disk_free_space_percent": 38}


def _database(
    name: str,
    machine: Machine,
    holder: str,
    copies: list[str],
    *,
    full: str | None = None,
    differential: str | None = None,
    created: str = "2019-05-20T10:00:00Z",
) -> Row:
    folder = rf"D:\Databases\{name}"
    return {
        **directory_object(name, DATABASES_DN, created=created),
        "server": machine.name,
        "servers": copies,
        "master_server_or_availability_group": holder,
        "recovery": False,
        "mounted": True,
        "mount_at_startup": True,
        "allow_file_restore": False,
        "background_database_maintenance": True,
        "circular_logging_enabled": False,
        "database_copies": [rf"{name}\{copy}" for copy in copies],
        "replay_lag_times": [f"[{copy}, 00:00:00]" for copy in copies],
        "edb_file_path": rf"{folder}\{name}.edb",
        "log_folder_path": folder,
        "journal_recipient": None,
        "issue_warning_quota": int(1.9 * GIGABYTE),
        "prohibit_send_quota": 2 * GIGABYTE,
        "prohibit_send_receive_quota": int(2.3 * GIGABYTE),
        "deleted_item_retention": 14 * DAY,
        "mailbox_retention": 30 * DAY,
        "retain_deleted_items_until_backup": False,
        "last_full_backup": full,
        "last_incremental_backup": None,
        "last_differential_backup": differential,
    }
