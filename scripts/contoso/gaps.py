"""What the collector could not read that morning, and why; this area comes last."""

from __future__ import annotations

from scripts.contoso.contents import Contents
from scripts.contoso.machines import EX10

from exposture.model.coverage import Status

NO_ROLE = "run as a member of a group with the role Mailbox Import Export"
NO_STORE = "switched off by the operator: it logs on to every mailbox"
GAPS = (
    ("windows_firewall_profiles", "EX10", Status.NOT_AVAILABLE, "Get-NetFirewallProfile does not exist on Windows Server 2008 R2"),
    ("windows_event_counts", "EX16", Status.TIMEOUT, "stopped after 180 seconds"),
    ("malware_filter_policies", "org", Status.ACCESS_DENIED, "the account is no member of Hygiene Management"),
    ("windows_local_group_members", "EDGE1", Status.UNREACHABLE, "the RPC server is unavailable (0x800706BA)"),
    ("windows_hotfixes", "EX19B", Status.SKIPPED, "switched off by the operator"),
    ("mobile_device_statistics", "org", Status.PARTIAL, "2 of 23 mailboxes did not answer: Greta Stein, Otto Busch"),
    ("ad_permissions", "org", Status.SKIPPED, "the security descriptors were read in the directory"),
    ("ad_permissions", "EDGE1", Status.SKIPPED, "the security descriptors were read in the directory"),
    ("mailbox_permission_entries", "org", Status.SKIPPED, "the security descriptors were read in the directory"),
    ("mailbox_export_requests", "org", Status.NOT_AVAILABLE, f"Get-MailboxExportRequest: {NO_ROLE}"),
    ("mailbox_import_requests", "org", Status.NOT_AVAILABLE, f"Get-MailboxImportRequest: {NO_ROLE}"),
    ("mailbox_searches", "org", Status.NOT_AVAILABLE, "Get-MailboxSearch: run as a member of the role group Discovery Management"),
    ("inbox_rules", "org", Status.SKIPPED, NO_STORE),
    ("mailbox_calendar_folders", "org", Status.SKIPPED, NO_STORE),
    ("mailbox_folder_permissions", "org", Status.SKIPPED, NO_STORE),
)


def fill(contents: Contents) -> None:
    """Say what is missing."""
    for dataset, target, status, message in GAPS:
        contents.mark(dataset, target, status, message)
    contents.put("iis_config", "EDGE1", [])
    contents.mark("windows_smb_server_configuration", EX10.name, Status.NOT_APPLICABLE, "the cmdlet came with Windows Server 2012")
