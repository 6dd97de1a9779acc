"""Names of commands that a shell of a test does not have unless the test supplies them."""

from __future__ import annotations

ABSENT_TEXT = """
Get-WmiObject Invoke-WmiMethod Get-CimInstance Add-PSSnapin Get-PSSnapin New-PSSession Remove-PSSession Import-PSSession
Get-PSSession Enter-PSSession Invoke-Command Connect-ExchangeServer Set-ADServerSettings Get-ADServerSettings Get-Service
Get-HotFix Get-WinEvent Get-EventLog Get-Counter Get-Acl Get-AuthenticodeSignature Get-ClusterNode Get-LocalGroupMember
Get-MpComputerStatus Get-MpPreference Get-NetAdapterRss Get-NetFirewallProfile Get-NetFirewallRule Get-NetTCPConnection
Get-SmbServerConfiguration Get-SmbShareAccess Get-SmbShare Get-TlsCipherSuite Get-WebBinding Get-Website Get-WindowsFeature
Get-EngineUpdateInformation Get-ScheduledTask Import-Module Get-ItemProperty
"""
ABSENT = frozenset(name.lower() for name in ABSENT_TEXT.split())
PROGRAMS = (".exe", ".com", ".cmd", ".bat")


def is_absent(name: str) -> bool:
    """Say whether a name is one of Windows or Exchange that only a test can supply."""
    return name.lower() in ABSENT or name.lower().endswith(PROGRAMS)
