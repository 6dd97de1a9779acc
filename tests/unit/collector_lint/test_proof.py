from __future__ import annotations

import hashlib

import pytest

from exposture.collector_lint.proof import proof_page
from exposture.collector_lint.proof_markdown import proof_markdown
from tests.collector.hosts import sample

PROOF = proof_page(sample())


def test_proof_carries_the_hash_of_the_script() -> None:
    assert PROOF.sha256 == hashlib.sha256(sample()).hexdigest()
    assert PROOF.sha256 in proof_markdown(PROOF, "x.ps1")


def test_cmdlets_of_exchange_are_listed_with_the_versions_of_their_parameters() -> None:
    assert PROOF.rows("exchange") == (
        (
            "Get-ActiveSyncVirtualDirectory",
            "all",
            "ADPropertiesOnly, ShowMailboxVirtualDirectories (2013 2016 2019 SE)",
            "active_sync_virtual_directories",
        ),
        ("Get-ReceiveConnector", "all", "Server", "receive_connectors"),
    )


@pytest.mark.parametrize(
    ("key", "rows"),
    [
        ("windows", ()),
        ("registry", ((r"HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\*\{Client,Server}", "registry_schannel"),)),
        (
            "wmi",
            (
                ("StdRegProv (GetDWORDValue, GetStringValue)", r"root\default", "", "Read-RegistryValue"),
                ("Win32_Service", r"root\cimv2", "StartMode <> 'Disabled'", "windows_services"),
            ),
        ),
        ("ldap", (("(objectClass=site)", "sites", "subtree", "ad_sites"), ("LDAP://", "", "", "Search-Directory"))),
        ("programs", (("certutil", "-hashfile <value> SHA256", "Get-FileSumText"),)),
        ("reads", (("[io.file]::openread", "$Path", "Get-FileSum"),)),
        (
            "writes",
            (
                ("Add-Content", "$path", "Write-RunLog"),
                ("Export-Clixml", "($path + '.part')", "Read-Dataset"),
                ("Move-Item", "($path + '.part')", "Read-Dataset"),
                ("New-Item", "$OutputPath", "main"),
            ),
        ),
        (
            "annotations",
            (
                ("calls a cmdlet of the catalogue by a variable", "the names come from the generated block", "Invoke-CatalogueCommand"),
                ("needs FullLanguage", ".NET has the only hash that PowerShell 2.0 can reach", "Get-FileSum"),
            ),
        ),
    ],
)
def test_section_lists_all_of_its_kind_and_nothing_else(key: str, rows: tuple[tuple[str, ...], ...]) -> None:
    assert PROOF.rows(key) == rows


def test_every_command_of_the_script_is_listed() -> None:
    assert [row[0] for row in PROOF.rows("commands")] == [
        "Add-Content",
        "Export-Clixml",
        "Get-Command",
        "Get-Date",
        "Get-WmiObject",
        "Invoke-WmiMethod",
        "Join-Path",
        "Move-Item",
        "New-Item",
        "New-Object",
        "Select-Object",
    ]


def test_what_is_absent_follows_from_the_tree() -> None:
    assert "No command `Set-*`." in PROOF.absent
    assert "No command `New-*` but `New-Item`, `New-Object`." in PROOF.absent
    assert "Commands called by a variable: 1, in `Invoke-CatalogueCommand`." in PROOF.absent


def test_proof_of_a_script_that_writes_says_so() -> None:
    proof = proof_page(sample() + b"Set-Service -Name 'a'\n$entry.SetInfo()\nInvoke-Expression -Command $x\n")

    assert "No command `Set-*` but `Set-Service`." in proof.absent
    assert "NOT TRUE: No property of the directory, of WMI or of a service is set; it uses set-service, setinfo." in proof.absent
    assert ("Set-Service", "not permitted", "Name", "main") in proof.rows("commands")


def test_command_that_is_handed_over_by_name_is_not_called_absent() -> None:
    more = b"Invoke-CatalogueCommand -Command 'Set-ADServerSettings' -Arguments @{ ViewEntireForest = $true }\n"

    proof = proof_page(sample() + more)

    assert "No command `Set-*` but `Set-ADServerSettings`." in proof.absent
    assert ("Set-ADServerSettings", "session", "ViewEntireForest", "main") in proof.rows("commands")


def test_other_sources_of_the_catalogue_have_their_sections() -> None:
    changed = sample().replace(b"'Get-ReceiveConnector'", b"'Get-HotFix'").replace(b"'wmi'\n", b"'file'\n").replace(b"ServerBy = 'Server'", b"")

    proof = proof_page(changed)

    assert proof.rows("windows") == (("Get-HotFix", "", "receive_connectors"),)
    assert ("catalogue", "Win32_Service", "windows_services") in proof.rows("reads")


def test_calls_in_the_script_itself_are_listed() -> None:
    more = b"""
Get-ExchangeServer -Status -ErrorAction Stop
Get-Content -Path 'a'
Invoke-CatalogueCommand -Command 'Get-TransportConfig' -Arguments @{}
Get-Service -Name 'a' -ComputerName $name
New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri $address
& makecab.exe /F $file
"""
    proof = proof_page(sample() + more)

    assert ("Get-ExchangeServer", "all", "Status", "main") in proof.rows("exchange")
    assert ("Get-TransportConfig", "all", "", "main") in proof.rows("exchange")
    assert ("Get-Content", "'a'", "main") in proof.rows("reads")
    assert ("Get-Service -ComputerName", "<value>", "main") in proof.rows("network")
    assert ("New-PSSession", "-configurationname Microsoft.Exchange -connectionuri <value>", "main") in proof.rows("network")
    assert ("makecab", "/F <value>", "main") in proof.rows("writes")


def test_page_says_none_where_a_section_is_empty_and_escapes_cells() -> None:
    page = proof_markdown(PROOF, "Export-ExchangePosture.ps1")

    assert "## Cmdlets of Windows that the catalogue names\n\nNone.\n" in page
    assert "StartMode &lt;&gt; 'Disabled'" in page
    assert page.isascii()
