"""What the readers of Windows make of texts, trees and answers: run in the evaluator, with played commands."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from exposture.catalog.collector_block import collector_block
from exposture.catalog.dataset import Dataset, Source
from exposture.catalog.load import Catalog, load_catalog
from tests.collector.windows import DIRECTORY, REGISTRY, run

APPLICATION_HOST = """
$xml = [xml]@'
<configuration>
  <system.applicationHost>
    <sites>
      <site name="Default Web Site" id="1">
        <application path="/"><virtualDirectory path="/" physicalPath="C:\\inetpub\\wwwroot" userName="bob" password="x" /></application>
        <bindings><binding protocol="http" bindingInformation="*:80:" /><binding protocol="https" bindingInformation=":443:" /></bindings>
      </site>
      <siteDefaults><logFile directory="D:\\logs" /></siteDefaults>
    </sites>
  </system.applicationHost>
  <system.webServer><security><access sslFlags="None" /></security></system.webServer>
  <location path="Default Web Site/owa">
    <system.webServer>
      <security>
        <access sslFlags="Ssl, Ssl128" />
        <authentication>
          <windowsAuthentication enabled="true">
            <providers><clear /><add value="NTLM" /></providers><extendedProtection tokenChecking="Require" />
          </windowsAuthentication>
        </authentication>
      </security>
    </system.webServer>
  </location>
</configuration>
'@
"""
ENGLISH = """Leap Indicator: 0(no warning)
Stratum: 3 (secondary reference - syncd by (S)NTP)
Precision: -23 (119.209ns per tick)
Root Delay: 0.0312500s
Root Dispersion: 0.0402710s
ReferenceId: 0xC0A80101 (source IP:  192.168.1.1)
Last Successful Sync Time: 11/24/2026 11:58:08 AM
Source: dc1.contoso.example
Poll Interval: 10 (1024s)"""
GERMAN = """Sprungindikator: 0(keine Warnung)
Stratum: 4 (Sekundaerreferenz - synchr. ueber (S)NTP)
Praezision: -6 (15.625ms pro Tick)
Stammverzoegerung: 0,0312500s
Stammabweichung: 0,5402710s
Referenz-ID: 0x564D5450 (Quell-IP: 86.77.84.80)
Letzte erfolgr. Synchronisierungszeit: nie gesehen
Quelle: VM IC Time Synchronization Provider"""


def lines(text: str) -> str:
    """Return PowerShell that makes an array of the lines of a text."""
    return "@(" + ", ".join("'" + line.replace("'", "''") + "'" for line in text.splitlines()) + ")"


def iis_rows() -> list[tuple[str, str, str, str, str]]:
    """Return the rows of the configuration above as tuples."""
    found = run(APPLICATION_HOST + "ConvertFrom-IisFile -Document $xml")
    return [(row["location"], row["section"], row["element"], row["attribute"], row["value"]) for row in found]


def test_the_iis_file_becomes_one_row_per_attribute_with_its_location() -> None:
    site = "system.applicationHost/sites"
    windows = "system.webServer/security/authentication/windowsAuthentication"

    assert sorted(iis_rows()) == sorted(
        [
            ("", site, "site[1]", "name", "Default Web Site"),
            ("", site, "site[1]", "id", "1"),
            ("", site, "site[1]/application[1]", "path", "/"),
            ("", site, "site[1]/application[1]/virtualDirectory[1]", "path", "/"),
            ("", site, "site[1]/application[1]/virtualDirectory[1]", "physicalPath", "C:\\inetpub\\wwwroot"),
            ("", site, "site[1]/bindings/binding[1]", "protocol", "http"),
            ("", site, "site[1]/bindings/binding[1]", "bindingInformation", "*:80:"),
            ("", site, "site[1]/bindings/binding[2]", "protocol", "https"),
            ("", site, "site[1]/bindings/binding[2]", "bindingInformation", ":443:"),
            ("", site, "siteDefaults/logFile", "directory", "D:\\logs"),
            ("", "system.webServer/security/access", "", "sslFlags", "None"),
            ("Default Web Site/owa", "system.webServer/security/access", "", "sslFlags", "Ssl, Ssl128"),
            ("Default Web Site/owa", windows, "", "enabled", "true"),
            ("Default Web Site/owa", windows, "providers/add[1]", "value", "NTLM"),
            ("Default Web Site/owa", windows, "extendedProtection", "tokenChecking", "Require"),
        ]
    )


def test_a_configured_password_and_its_user_stay_on_the_server() -> None:
    assert [row for row in iis_rows() if row[3].lower() in {"password", "username"}] == []


def test_appcmd_text_becomes_the_rows_of_the_wanted_sections() -> None:
    found = run("""
$xml = [xml]@'
<appcmd>
<CONFIG CONFIG.SECTION="system.webServer/security/access" path="MACHINE/WEBROOT/APPHOST" overrideMode="Inherit">
<system.webServer-security-access sslFlags="Ssl" /></CONFIG>
<CONFIG CONFIG.SECTION="connectionStrings" path="MACHINE"><connectionStrings><add name="a" connectionString="secret" /></connectionStrings></CONFIG>
</appcmd>
'@
ConvertFrom-AppcmdConfiguration -Document $xml
""")

    assert found == [
        {
            "location": "MACHINE/WEBROOT/APPHOST",
            "section": "system.webServer/security/access",
            "element": "",
            "attribute": "sslFlags",
            "value": "Ssl",
        }
    ]


def test_an_application_pool_has_its_recycling_limits() -> None:
    found = run("""
$xml = [xml]@'
<appcmd><APPPOOL APPPOOL.NAME="MSExchangeOWAAppPool" state="Started"><add name="MSExchangeOWAAppPool"><processModel password="x" /><recycling>
<periodicRestart memory="0" privateMemory="1" requests="2" time="1.05:00:00"><schedule><add value="03:00:00" /></schedule></periodicRestart>
</recycling></add></APPPOOL></appcmd>
'@
ConvertFrom-AppcmdPool -Document $xml
""")

    assert found == [
        {
            "name": "MSExchangeOWAAppPool",
            "state": "Started",
            "time": "1.05:00:00",
            "privateMemory": "1",
            "memory": "0",
            "requests": "2",
            "schedule": ["03:00:00"],
        }
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (ENGLISH, {"LeapIndicator": "0", "Stratum": "3", "RootDispersion": "0.0402710", "ReferenceId": "0xC0A80101"}),
        (GERMAN, {"LeapIndicator": "0", "Stratum": "4", "RootDispersion": "0.5402710", "ReferenceId": "0x564D5450"}),
        ("Es ist folgender Fehler aufgetreten: (0x80070426)", {"LeapIndicator": None, "Stratum": None, "RootDispersion": None, "ReferenceId": None}),
    ],
)
def test_the_state_of_the_clock_is_read_in_any_language(text: str, expected: dict[str, str | None]) -> None:
    (row,) = run(f"ConvertFrom-TimeStatus -Line {lines(text)} -Text 'raw'")

    assert {name: row[name] for name in expected} == expected
    assert row["text"] == "raw"


def test_a_time_that_no_culture_explains_is_null() -> None:
    (row,) = run(f"ConvertFrom-TimeStatus -Line {lines(GERMAN)}")

    assert row["LastSuccessfulSyncTime"] is None


EVENTS = """
function Event($Provider, $Id, $Level, $Time) {
    New-Object PSObject -Property @{ ProviderName = $Provider; Id = $Id; Level = $Level; TimeCreated = ([datetime]$Time) }
}
"""


def test_events_are_counted_by_provider_id_and_level_and_others_are_left_out() -> None:
    found = run(
        EVENTS
        + """
$groups = @{}
foreach ($record in @((Event 'NETLOGON' 5719 3 '2026-11-20T10:00:00Z'), (Event 'NETLOGON' 5719 3 '2026-11-22T10:00:00Z'),
    (Event 'Disk' 7 2 '2026-11-21T10:00:00Z'), (Event 'Other' 5719 3 '2026-11-21T10:00:00Z'))) {
    Add-EventToGroup -Group $groups -Record $record
}
ConvertFrom-EventGroup -Group $groups -LogName 'System'
"""
    )

    assert [(row["ProviderName"], row["Id"], row["Level"], row["Count"]) for row in found] == [("Disk", 7, 2, 1), ("NETLOGON", 5719, 3, 2)]
    assert [row["FirstTime"][:19] for row in found] == ["2026-11-21T10:00:00", "2026-11-20T10:00:00"]
    assert [row["LastTime"][:19] for row in found] == ["2026-11-21T10:00:00", "2026-11-22T10:00:00"]


def test_a_log_without_an_event_still_has_its_mark() -> None:
    found = run("""
function Get-WinEvent {
    [CmdletBinding()]
    param($FilterHashtable, $MaxEvents, $LogName, [switch]$Oldest)
    if ($Oldest) {
        return New-Object PSObject -Property @{ TimeCreated = [datetime]'2026-01-01T00:00:00Z' }
    }
}
Measure-EventLog -LogName 'System' -From ([datetime]'2026-11-17T00:00:00Z') -Computer 'localhost'
""")

    assert [(row["LogName"], row["Id"], row["Count"], row["is_cap_hit"], row["FirstTime"][:10]) for row in found] == [
        ("System", None, 0, False, "2026-01-01")
    ]


def keys(pattern: str) -> list[tuple[str, bool]]:
    """Return the keys that a pattern stands for."""
    found = run(REGISTRY + f"Expand-RegistryPattern -Pattern '{pattern}' -Computer 'localhost'")
    return [(row["Path"], row["IsLiteral"]) for row in found]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"HKLM\SOFTWARE\Vendor", [(r"SOFTWARE\Vendor", True)]),
        (r"HKLM\SOFTWARE\Vendor\{List,Absent}", [(r"SOFTWARE\Vendor\List", True), (r"SOFTWARE\Vendor\Absent", True)]),
        (r"HKLM\SOFTWARE\Vendor\AES*", [(r"SOFTWARE\Vendor\AES 128/128", False), (r"SOFTWARE\Vendor\AES 256/256", False)]),
        (r"HKLM\SOFTWARE\Absent\*", []),
        (r"HKLM\SOFTWARE\Absent\*\{A,B}", []),
        (r"HKLM\SOFTWARE\{4D36E972-E325-11CE-BFC1-08002BE10318}", [(r"SOFTWARE\{4D36E972-E325-11CE-BFC1-08002BE10318}", True)]),
    ],
)
def test_a_pattern_stands_for_keys(pattern: str, expected: list[tuple[str, bool]]) -> None:
    assert keys(pattern) == expected


def test_two_stars_stand_for_a_key_and_all_below_it() -> None:
    paths = [path for path, _ in keys(r"HKLM\SOFTWARE\Vendor\**")]

    assert paths == [
        r"SOFTWARE\Vendor",
        r"SOFTWARE\Vendor\AES 128/128",
        r"SOFTWARE\Vendor\AES 256/256",
        r"SOFTWARE\Vendor\Closed",
        r"SOFTWARE\Vendor\List",
    ]


def registry(read: str, columns: str) -> list[dict[str, Any]]:
    """Return the rows of a registry source with these patterns and properties."""
    return run(REGISTRY + f"Read-RegistrySource -Source @{{ Read = @({read}) }} -Target 'EX1' -Name @({columns})")


def test_a_key_that_was_looked_for_and_is_absent_has_a_row() -> None:
    found = registry(r"'HKLM\SOFTWARE\Vendor', 'HKLM\SOFTWARE\Absent'", "'key_path', 'key_exists', 'Level', 'Other'")

    assert found == [
        {"key_path": r"SOFTWARE\Vendor", "key_exists": True, "Level": 4 - 1, "Other": None},
        {"key_path": r"SOFTWARE\Absent", "key_exists": False, "Level": None, "Other": None},
    ]


def test_key_names_with_a_slash_and_keys_without_values_have_rows() -> None:
    found = registry(r"'HKLM\SOFTWARE\Vendor\AES*'", "'key_path', 'Enabled'")

    assert found == [{"key_path": r"SOFTWARE\Vendor\AES 128/128", "Enabled": 0}, {"key_path": r"SOFTWARE\Vendor\AES 256/256", "Enabled": None}]


def test_without_a_column_for_the_key_all_keys_make_one_row() -> None:
    assert registry(r"'HKLM\SOFTWARE\Absent', 'HKLM\SOFTWARE\Vendor', 'HKLM\SOFTWARE\Vendor\List'", "'Level', 'Parts'") == [
        {"Level": 3, "Parts": ["only"]}
    ]


def test_a_key_that_refuses_ends_a_read_that_has_nothing_else() -> None:
    read = r"Read-RegistrySource -Source @{ Read = @('HKLM\SOFTWARE\Vendor\Closed') } -Target 'EX1' -Name @('key_path', 'key_exists')"

    assert run(REGISTRY + f"try {{ {read} }} catch {{ $Script:State.ReadStatus }}") == ["access-denied"]


def test_a_key_that_refuses_beside_others_has_a_row_without_values_and_a_warning() -> None:
    code = "\n@($Script:State.Warnings).Count"
    read = r"Read-RegistrySource -Source @{ Read = @('HKLM\SOFTWARE\Vendor\{List,Closed}') } -Target 'EX1' -Name @('key_path', 'key_exists', 'Level')"

    assert run(REGISTRY + read + code) == [
        {"key_path": r"SOFTWARE\Vendor\List", "key_exists": True, "Level": None},
        {"key_path": r"SOFTWARE\Vendor\Closed", "key_exists": None},
        1,
    ]


MEMBERS = (
    DIRECTORY
    + r"""
$Objects = @{
    'CN=Outer,DC=contoso,DC=example' = @{
        sid         = 'S-1-5-32-544'
        member      = @('CN=Inner,DC=contoso,DC=example', 'CN=Bob,DC=contoso,DC=example')
        objectclass = @('top', 'group')
        objectsid   = @('S-1-5-32-544')
    }
    'CN=Inner,DC=contoso,DC=example' = @{
        sid         = 'S-1-5-21-1-2-3-1000'
        member      = @('CN=Outer,DC=contoso,DC=example', 'CN=Eve,DC=contoso,DC=example')
        objectclass = @('top', 'group')
        objectsid   = @('S-1-5-21-1-2-3-1000')
    }
    'CN=Bob,DC=contoso,DC=example'   = @{
        sid            = 'S-1-5-21-1-2-3-1001'
        objectclass    = @('top', 'user')
        objectsid      = @('S-1-5-21-1-2-3-1001')
        samaccountname = @('bob')
    }
    'CN=Eve,DC=contoso,DC=example'   = @{
        sid            = 'S-1-5-21-1-2-3-1002'
        objectclass    = @('top', 'user')
        objectsid      = @('S-1-5-21-1-2-3-1002')
        samaccountname = @('eve')
    }
    'DC=contoso,DC=example'          = @{ sid = 'S-1-5-21-1-2-3'; objectsid = @('S-1-5-21-1-2-3') }
}
function Read-ExchangeGroup {
}
"""
)


def test_group_members_are_followed_level_by_level_and_a_circle_ends() -> None:
    found = run(MEMBERS + "Read-GroupMember")

    assert sorted((row["group_sid"], row["member_sid"], row["sAMAccountName"]) for row in found) == [
        ("S-1-5-21-1-2-3-1000", "S-1-5-21-1-2-3-1002", "eve"),
        ("S-1-5-21-1-2-3-1000", "S-1-5-32-544", None),
        ("S-1-5-32-544", "S-1-5-21-1-2-3-1000", None),
        ("S-1-5-32-544", "S-1-5-21-1-2-3-1001", "bob"),
    ]


def test_members_come_in_ranges() -> None:
    code = """
$part = Select-MemberRange -Entry @{ 'member' = @(); 'member;range=0-1499' = @('a', 'b') } -Start 0
"$($part.Members.Count) $($part.Next)"
$last = Select-MemberRange -Entry @{ 'member;range=1500-*' = @('c') } -Start 1500
"$($last.Members.Count) $($last.Next)"
$whole = Select-MemberRange -Entry @{ 'member' = @('d') } -Start 0
"$($whole.Members.Count) $($whole.Next)"
"""

    assert run(code) == ["2 1500", "1 -1", "1 -1"]


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "ConvertTo-SidText -Byte @(1, 5, 0, 0, 0, 0, 0, 5, 21, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 255, 255, 255, 255, 244, 1, 0, 0)",
            "S-1-5-21-1-2-4294967295-500",
        ),
        ("ConvertTo-GuidText -Byte @(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)", "04030201-0605-0807-090a-0b0c0d0e0f10"),
        ("ConvertTo-ByteText -Byte @(1, 171, 0)", "01AB00"),
        ("ConvertTo-AddressList -Byte @(253, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 16)", "fd00:0:0:0:0:0:0:10"),
        ("ConvertTo-DomainName -Dn 'CN=A\\,B,OU=X,DC=contoso,DC=example'", "contoso.example"),
        ("Get-ParentDn -Dn 'CN=A\\,B,OU=X,DC=contoso'", "OU=X,DC=contoso"),
        ("Get-RdnValue -Dn 'CN=A\\,B,OU=X'", "A,B"),
        ("Get-DirectoryPath -Dn 'CN=a/b,DC=contoso,DC=example'", "LDAP://contoso.example/CN=a\\/b,DC=contoso,DC=example"),
        ("Get-DirectoryPath -Dn 'CN=Sites,CN=Configuration,DC=contoso'", "LDAP://CN=Sites,CN=Configuration,DC=contoso"),
        ("ConvertFrom-FileTime -Ticks 133000000000000000", "2022-06-18T04:26:40.0000000Z"),
        ("ConvertFrom-FileTime -Ticks 9223372036854775807", None),
        ("ConvertTo-FilterText -Text 'a(b)*\\'", "a\\28b\\29\\2a\\5c"),
        (
            "Remove-InheritedAce -Sddl 'D:AI(A;;RP;;;SY)(A;CIID;RP;;;WD)(OA;ID;CR;ab721a54-1e2f-11d0-9819-00aa0040529b;;AN)(A;CI;RP;;;BA)'",
            "D:AI(A;;RP;;;SY)(A;CI;RP;;;BA)",
        ),
        ("Get-ProgramPart -CommandLine '\"C:\\Program Files\\a b.exe\" -password x'", "C:\\Program Files\\a b.exe"),
        ("Get-ProgramPart -CommandLine 'C:\\Program Files\\svc host.exe -k secret'", "C:\\Program Files\\svc host.exe"),
        ("Hide-ArgumentSecret -Text 'go /user:bob /password:hunter2 -enc SQBFAFgA x'", "*** /user:*** /password:*** -enc ***"),
        ("Hide-ArgumentSecret -Text '-File \"C:\\a b\\x.ps1\" -Key abc C:\\t\\bad.dll,Run'", '-File "C:\\a b\\x.ps1" -Key *** C:\\t\\bad.dll,Run'),
        ("Resolve-CounterName -Name 'Memory' -English @('1', 'System', '4', 'Memory') -Local @('4', 'Speicher')", "Speicher"),
        ("Resolve-CounterName -Name 'VM Memory' -English @('1', 'System') -Local @('1', 'System')", "VM Memory"),
        ("Get-FailureStatus -Word 'Access is denied. (Exception from HRESULT: 0x80070005 (E_ACCESSDENIED))'", "access-denied"),
        ("Get-FailureStatus -Word 'GetWMICOMException 0x800706BA'", "unreachable"),
        ("Get-FailureStatus -Word 'GetWMIManagementException InvalidNamespace'", "not-available"),
        ("Get-FailureStatus -Word 'quota'", "error"),
        ("Get-TargetHost -Target 'EX1'", "localhost"),
        ("Get-TargetHost -Target 'EX2'", "ex2.contoso.example"),
        ("Get-TargetHost -Target 'dc/EX1'", "localhost"),
    ],
)
def test_small_conversions(code: str, expected: str | None) -> None:
    assert run(code) == [expected]


def test_the_proxy_stands_behind_its_length() -> None:
    code = "ConvertFrom-ProxyByte -Byte @(24, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0, 0, 3, 0, 0, 0, 112, 58, 49, 1, 0, 0, 0, 42)"

    assert run(code) == [{"Address": "p:1", "Bypass": "*"}]


def test_no_proxy_is_null() -> None:
    assert run("ConvertFrom-ProxyByte -Byte @(24, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)") == [{"Address": None, "Bypass": None}]


def test_the_audit_policy_is_read_by_guids_and_numbers() -> None:
    text = "EX1,System,Anmelden,{0cce9215-69ae-11d9-bed3-505054503030},Erfolg,,1\nkein Satz"

    assert run(f"ConvertFrom-AuditPolicy -Line {lines(text)}") == [{"subcategory_guid": "0cce9215-69ae-11d9-bed3-505054503030", "setting_value": 1}]


def test_listening_ports_are_read_in_any_language() -> None:
    text = """  TCP    192.0.2.1:25   0.0.0.0:0      ABHOEREN     1234
  TCP    192.0.2.1:25   192.0.2.9:999  HERGESTELLT  4
  TCP    [::]:443       [::]:0         LISTENING    4"""
    found = run(f"ConvertFrom-PortText -Line {lines(text)} -ProcessName @{{ '4' = 'System' }}")

    assert [(row["LocalAddress"], row["LocalPort"], row["ProcessId"], row["ProcessName"]) for row in found] == [
        ("192.0.2.1", 25, 1234, None),
        ("::", 443, 4, "System"),
    ]


def test_tasks_are_read_without_their_secrets() -> None:
    found = run("""
$xml = [xml]@'
<Tasks><Task><RegistrationInfo><URI>\\Backup</URI><Author>CONTOSO\\bob</Author></RegistrationInfo><Settings><Enabled>false</Enabled></Settings>
<Actions><Exec><Command>cmd.exe</Command><Arguments>/c net use /user:bob password=hunter2</Arguments></Exec></Actions></Task></Tasks>
'@
ConvertFrom-TaskDocument -Document $xml
""")

    assert [(row["task_path"], row["author"], row["enabled"]) for row in found] == [("\\Backup", "CONTOSO\\bob", False)]
    assert found[0]["action"] == "cmd.exe /c *** /user:*** ***"


CONFIG = {
    "EdgeTransport.exe.config": (
        '<configuration><appSettings><add key="QueueDatabasePath" value="D:\\q" /><add key="Password" value="x" /></appSettings></configuration>',
        [("QueueDatabasePath", "D:\\q")],
    ),
    "noderunner.exe.config": ('<configuration><nodeRunnerSettings memoryLimitMegabytes="0" /></configuration>', [("memoryLimitMegabytes", "0")]),
    "Antimalware.xml": (
        '<Definition><MaintenanceDefinition><ExtensionAttributes CleanupFolderResponderFolderPaths="a;b" /></MaintenanceDefinition></Definition>',
        [("ScanTempFolder", "a;b")],
    ),
    "IanaTimeZoneMappings.xml": (
        '<TimeZoneMap><Map IANA="A/B" Win="X" /><Map IANA="A/B" Win="X" /><Map IANA="" Win="X" /></TimeZoneMap>',
        [("DuplicateMapEntries", "1"), ("InvalidMapEntries", "1")],
    ),
    "Configuration.xml": ("<a>\nx|NO\ny|NO\n</a>", [("NoEntries", "2")]),
}


@pytest.mark.parametrize("name", CONFIG)
def test_of_a_configuration_file_only_the_named_settings_are_read(name: str) -> None:
    text, expected = CONFIG[name]
    found = run(f"ConvertFrom-ConfigText -Path 'C:\\x\\{name}' -Text @'\n{text}\n'@")

    assert [(row["setting"], row["value"]) for row in found] == [("", None), *expected]
    assert [(setting, found[0][setting]) for setting, _ in expected] == expected
    assert {(row["exists"], row["is_valid_xml"], row["holds_install_dir"]) for row in found} == {(True, True, False)}


def test_a_wmi_row_has_the_properties_that_the_class_has() -> None:
    found = run("""
function Get-WmiObject {
    [CmdletBinding()]
    param($Class, $Namespace, $Filter, $ComputerName, $Authentication)
    New-Object PSObject -Property @{ Name = 'svc'; PathName = '"C:\\a.exe" -secret'; Other = 1 }
}
$dataset = @{
    Name    = 'windows_services'
    Columns = @(@{ Name = 'name'; Paths = @('Name') }, @{ Name = 'path_name'; Paths = @('PathName') }, @{ Name = 'x'; Paths = @('DelayedAutoStart') })
}
Read-WindowsSource -Dataset $dataset -Source @{ Id = 'wmi'; Kind = 'wmi'; Read = @('Win32_Service') } -Target 'EX2'
""")

    assert found == [{"Name": "svc", "PathName": "C:\\a.exe"}]


def test_a_server_that_did_not_answer_is_asked_once() -> None:
    found = run("""
$asked = 0
function Get-WmiObject {
    [CmdletBinding()]
    param($Class, $Namespace, $Filter, $ComputerName, $Authentication)
    $Script:asked = $Script:asked + 1
    throw 'The RPC server is unavailable. (Exception from HRESULT: 0x800706BA)'
}
foreach ($turn in 1, 2) {
    try {
        Invoke-WmiQuery -Class 'Win32_Service' -Computer 'ex2.contoso.example'
    } catch {
        $Script:State.ReadStatus
    }
}
$Script:asked
""")

    assert found == ["unreachable", "unreachable", 1]


def test_what_is_read_locally_is_skipped_for_another_server() -> None:
    code = "try { Read-CipherSuite -Target 'EX2' } catch { $Script:State.ReadStatus + ': ' + $Script:State.ReadMessage }"

    assert run(code) == ["skipped: run the script on EX2 (-LocalOnly)"]


def test_a_clock_is_compared_with_the_middle_of_the_local_times() -> None:
    code = (
        "Measure-ControllerTime -Controller 'dc1' -Said '20261124120010.0Z' "
        "-Before ([datetime]'2026-11-24T12:00:00Z').ToUniversalTime() -After ([datetime]'2026-11-24T12:00:02Z').ToUniversalTime()"
    )
    (row,) = run(code)

    assert (row["offset_seconds"], row["round_trip_seconds"], row["remote_utc"][:19]) == (9.0, 2.0, "2026-11-24T12:00:10")


def test_evidence_lies_below_the_server(tmp_path: Path) -> None:
    run(f"$Script:State.OutputRoot = '{tmp_path}'\nExport-RawText -Target 'EX1' -Name 'tool' -Text 'said'")

    assert (tmp_path / "servers" / "EX1" / "raw" / "tool.txt").read_text(encoding="utf-8-sig").strip() == "said"


def test_the_lease_of_an_edge_gives_its_times() -> None:
    (row,) = run(
        "New-Object PSObject -Property (ConvertFrom-LeaseValue -Value @('path;11/24/2026 12:30:00;Lock;11/24/2026 12:00:00;11/24/2026 14:00:00;1'))"
    )

    assert (row["lease_type"], row["lease_expiry"], row["lease_last_sync"], row["lease_alert_time"]) == (
        "Lock",
        "2026-11-24T12:30:00Z",
        "2026-11-24T12:00:00Z",
        "2026-11-24T14:00:00Z",
    )


LIVE = """
function Invoke-BoundedCommand {
    param([string]$Command, [hashtable]$Arguments, [int]$Seconds)
    $rows = @()
    if ($Command -eq 'Get-MailboxFolderStatistics' -and $Arguments.FolderScope -eq 'Calendar') {
        $rows = @((New-Object PSObject -Property @{ FolderType = 'Calendar'; FolderPath = '/Kalender' }),
            (New-Object PSObject -Property @{ FolderType = 'User Created'; FolderPath = '/Kalender/Team' }))
    }
    if ($Command -eq 'Get-MailboxFolderPermission') {
        $rows = @(New-Object PSObject -Property @{ Identity = $Arguments.Identity; User = 'Default' })
    }
    New-Object PSObject -Property @{ Rows = $rows; Errors = @(); TimedOut = $false }
}
function Get-KeptRow {
    param([string]$Dataset, [string]$Target)
    New-Object PSObject -Property @{ DistinguishedName = 'CN=Bob'; Guid = 'guid-of-bob' }
}
"""


Pair = tuple[Dataset, Source]
ROWS_OF_THEIR_OWN = frozenset({"registry_exchange", "registry_http_ssl_bindings", "registry_acls", "registry_uninstall", "windows_firewall_profiles"})
ANY_INSTANCE = """
function Get-WmiObject {
    [CmdletBinding()]
    param($Class, $Namespace, $Filter, $ComputerName, $Authentication)
    $table = @{ NotAsked = 1 }
    foreach ($column in $dataset.Columns) {
        foreach ($path in $column.Paths) {
            if ($path -match '^[A-Za-z]+$') {
                $table[$path] = 'x.exe'
            }
        }
    }
    New-Object PSObject -Property $table
}
"""


def pairs(kind: str) -> list[Pair]:
    """Return the collected sources of a kind with their datasets."""
    found = [(dataset, source) for dataset in load_catalog().readable for source in dataset.sources if source.recognise is None]
    return [(dataset, source) for dataset, source in found if getattr(source, kind) is not None and dataset.name not in ROWS_OF_THEIR_OWN]


@cache
def read(kind: str, played: str) -> dict[tuple[str, str], list[dict[str, Any]]]:
    """Return the rows of every collected source of a kind, read by the script's own block, by dataset and source."""
    datasets = list({dataset.name: dataset for dataset, _ in pairs(kind)}.values())
    block = collector_block(cast("Catalog", SimpleNamespace(readable=datasets)))
    loop = f"""
foreach ($dataset in $Catalogue) {{
    foreach ($source in $dataset.Sources) {{
        if ($source.Kind -eq '{kind}') {{
            $rows = @(Read-WindowsSource -Dataset $dataset -Source $source -Target 'EX1')
            New-Object PSObject -Property @{{ Dataset = $dataset.Name; Source = $source.Id; Rows = $rows }}
        }}
    }}
}}
"""
    return {(one["Dataset"], one["Source"]): one["Rows"] for one in run(played + block + loop)}


def literal_keys(source: Source) -> int:
    """Return how many keys a source looks for by their whole name."""
    names = [pattern for pattern in source.registry or [] if "*" not in pattern]
    return sum(pattern.count(",") + 1 for pattern in names)


def named(kind: str) -> list[Any]:
    """Return the sources of a kind as parameters."""
    return [pytest.param(dataset, source, id=f"{dataset.name}-{source.id}") for dataset, source in pairs(kind)]


@pytest.mark.parametrize(("dataset", "source"), named("registry"))
def test_an_empty_registry_gives_a_row_for_each_key_that_was_looked_for(dataset: Dataset, source: Source) -> None:
    found = read("registry", REGISTRY)[dataset.name, source.id]

    is_keyed = any("key_path" in column.paths for column in dataset.columns)
    assert len(found) == (literal_keys(source) if is_keyed else 1)
    assert all(value in (None, False) for row in found for name, value in row.items() if name != "key_path")


@pytest.mark.parametrize(("dataset", "source"), named("wmi"))
def test_a_wmi_class_gives_the_properties_of_the_columns_that_it_has(dataset: Dataset, source: Source) -> None:
    (row,) = read("wmi", ANY_INSTANCE)[dataset.name, source.id]

    names = {path for column in dataset.columns for path in column.paths_of(source.id) if path.isalpha()}
    assert set(row) - {"EnvironmentProcessorCount"} == names - {"EnvironmentProcessorCount"}


SEARCH_RESULT = """
$guid = [byte[]](1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16)
$result = New-Object PSObject -Property @{ Properties = @{
        PropertyNames       = @('objectguid', 'objectclass', 'pwdlastset', 'member;range=0-1', 'adspath')
        'objectguid'        = @(, $guid)
        'objectclass'       = @('group')
        'pwdlastset'        = @([long]133000000000000000)
        'member;range=0-1'  = @('CN=A', 'CN=B')
        'adspath'           = @('LDAP://x')
    }
}
$entry = ConvertFrom-SearchResult -Result $result -Property @('objectGUID', 'objectClass', 'pwdLastSet', 'member')
"""


def test_a_search_result_becomes_a_row_with_neutral_values() -> None:
    (row,) = run(SEARCH_RESULT + "ConvertFrom-DirectoryEntry -Entry $entry -Name @('objectGUID', 'objectClass', 'pwdLastSet', 'mail')")

    assert row == {
        "objectGUID": "04030201-0605-0807-090a-0b0c0d0e0f10",
        "objectClass": ["group"],
        "pwdLastSet": "2022-06-18T04:26:40.0000000Z",
        "mail": None,
    }


def test_a_search_result_keeps_its_ranges_and_nothing_that_was_not_asked_for() -> None:
    assert run(SEARCH_RESULT + "@($entry.Keys | Sort-Object)") == ["member;range=0-1", "objectclass", "objectguid", "pwdlastset"]


@pytest.mark.parametrize(
    ("scope", "expected"),
    [("base", ["DC=a"]), ("one", ["CN=b,DC=a"]), ("subtree", ["DC=a", "CN=b,DC=a", "CN=c,CN=b,DC=a"])],
)
def test_a_shell_that_cannot_set_the_scope_filters_by_name(scope: str, expected: list[str]) -> None:
    code = f"foreach ($dn in 'DC=a', 'CN=b,DC=a', 'CN=c,CN=b,DC=a') {{ if (Test-InScope -Dn $dn -BaseDn 'DC=a' -Scope '{scope}') {{ $dn }} }}"

    assert run(code) == expected
