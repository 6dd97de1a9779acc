"""What the collector could not read that morning, and why; this area comes last."""

from __future__ import annotations

from scripts.contoso.contents import Contents
from scripts.contoso.machines import EX10, MODERN

from exposture.model.coverage import Status

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
)


def fill(contents: Contents) -> None:
    """Say what is missing."""
    for dataset, target, status, message in GAPS:
        contents.mark(dataset, target, status, message)
    for machine in MODERN:
        contents.mark("iis_sites", machine.name, Status.NOT_APPLICABLE, "the configuration of IIS was read in its place")
    contents.mark("iis_sites", "EDGE1", Status.NOT_APPLICABLE, "the server has no IIS")
    contents.put("iis_config", "EDGE1", [])
    contents.mark("windows_smb_server_configuration", EX10.name, Status.NOT_APPLICABLE, "the cmdlet came with Windows Server 2012")
