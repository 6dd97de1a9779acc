"""The readers of Windows in a shell of their own: what the rest of the script gives them is played."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from tests.collector import shell
from tests.collector.shell.values import PSObject

STATE = """
$State = @{
    IsConstrained = $false
    Redaction     = 'None'
    OutputRoot    = 'OUT'
    Computer      = 'EX1'
    Servers       = @(
        @{ Name = 'EX1'; Fqdn = 'ex1.contoso.example'; IsLocal = $true },
        @{ Name = 'EX2'; Fqdn = 'ex2.contoso.example'; IsLocal = $false }
    )
    ConfigDn      = 'CN=Configuration,DC=contoso,DC=example'
    SchemaDn      = 'CN=Schema,CN=Configuration,DC=contoso,DC=example'
    RootDn        = 'DC=contoso,DC=example'
    DomainDns     = @('DC=contoso,DC=example')
    Kept          = @{}
    ReadStatus    = ''
    ReadMessage   = ''
    Warnings      = @()
}
function Stop-Reading {
    param([string]$Status, [string]$Message)
    $Script:State.ReadStatus = $Status
    $Script:State.ReadMessage = $Message
    throw $Message
}
function Add-ReadWarning {
    param([string]$Message)
    $Script:State.Warnings = @($Script:State.Warnings) + $Message
}
function Write-RunLog {
    param([string]$Message)
}
function Test-CommandAvailable {
    param([string]$Name)
    return $true
}
function Protect-Text {
    param([string]$Text)
    return $Text
}
function Protect-Value {
    param([object]$Value, [string]$Holds)
    return $Value
}
function Protect-ServerName {
    param([string]$Name)
    return $Name
}
"""
REGISTRY = r"""
$Registry = @{
    'SOFTWARE\Vendor'              = @{ Level = @(4, 3); Name = @(1, 'main') }
    'SOFTWARE\Vendor\AES 128/128'  = @{ Enabled = @(4, 0) }
    'SOFTWARE\Vendor\AES 256/256'  = @{ }
    'SOFTWARE\Vendor\Closed'       = 5
    'SOFTWARE\Vendor\List'         = @{ Parts = @(7, @('only')); Bytes = @(3, @(1, 255)) }
}
function Invoke-WmiMethod {
    param($Namespace, $Class, $Name, $ArgumentList, $ComputerName, $ErrorAction)
    $key = $ArgumentList[1]
    $held = $Script:Registry[$key]
    if ($held -is [int]) {
        return New-Object PSObject -Property @{ ReturnValue = $held; sNames = $null; Types = $null }
    }
    if ($Name -eq 'EnumKey') {
        $below = @($Script:Registry.Keys | Where-Object { $_ -like ($key + '\*') } | ForEach-Object { $_.Substring($key.Length + 1) })
        $names = @($below | Where-Object { $_ -notmatch '\\' } | Sort-Object)
        $isThere = $held -ne $null -or $names.Count -gt 0
        return New-Object PSObject -Property @{ ReturnValue = $(if ($isThere) { 0 } else { 2 }); sNames = $names }
    }
    if ($held -eq $null) {
        return New-Object PSObject -Property @{ ReturnValue = 2; sNames = $null; Types = $null }
    }
    if ($Name -eq 'EnumValues') {
        $names = @($held.Keys | Sort-Object)
        $types = @($names | ForEach-Object { $held[$_][0] })
        return New-Object PSObject -Property @{ ReturnValue = 0; sNames = $names; Types = $types }
    }
    $value = $held[$ArgumentList[2]][1]
    return New-Object PSObject -Property @{ ReturnValue = 0; uValue = $value; sValue = $value }
}
"""
DIRECTORY = r"""
$Objects = @{ }
function Find-DirectoryEntry {
    param([string]$BaseDn, [string]$Filter, [string[]]$Property, [string]$Scope = 'subtree', [string]$Server = '')
    foreach ($dn in @($Script:Objects.Keys | Sort-Object)) {
        $isBelow = $dn -like ('*' + $BaseDn)
        if ($Scope -eq 'base') {
            $isBelow = $dn -eq $BaseDn
        }
        $isNamed = $true
        if ($Filter -match 'distinguishedName=') {
            $isNamed = $Filter.Contains('(distinguishedName=' + $dn + ')')
        } elseif ($Filter -match '\(objectSid=') {
            $isNamed = $Filter.Contains('(objectSid=' + $Script:Objects[$dn]['sid'] + ')')
        } elseif ($Filter -ne '(objectClass=*)') {
            $isNamed = $false
        }
        if ($isBelow -and $isNamed) {
            $entry = $Script:Objects[$dn].Clone()
            $entry['distinguishedname'] = @($dn)
            $entry
        }
    }
}
"""
SCRIPT = Path(__file__).parents[2] / "collector" / "Export-ExchangePosture.ps1"
BEGIN, END = "# Readers of Windows and of the directory", "# Usage: who uses which protocol"
NAME = re.compile(r"[A-Z][a-z]+-[A-Za-z]+")


@cache
def readers() -> tuple[str, dict[str, str]]:
    """Return the literals in front of the readers, and the functions by name."""
    whole = SCRIPT.read_text(encoding="ascii")
    head, *rest = re.split(r"^(?=function )", whole[whole.index(BEGIN) : whole.index(END)], flags=re.MULTILINE)
    return head, {NAME.findall(one)[0]: one for one in rest}


def needed(code: str) -> str:
    """Return the part without the functions that a piece of script does not reach, which saves the time to read them."""
    head, functions = readers()
    found: dict[str, str] = {}
    ahead = NAME.findall(code)
    while ahead:
        name = ahead.pop()
        if name in functions and name not in found:
            found[name] = functions[name]
            ahead += NAME.findall(functions[name])
    return head + "".join(found.values())


SHELLS: tuple[dict[str, Any], ...] = ({"version": 2, "constrained": True, "shuffle": 7}, {"version": 5}, {"version": 7})


def run(code: str) -> list[Any]:
    """Return what a piece of script emits, objects as dictionaries, after the readers and what they need are loaded.

    Raises:
        AssertionError: the piece ended with an error, or the oldest shell, constrained, says something else than the newest.
    """
    outputs = [_run(code, options) for options in SHELLS]
    assert outputs[0] == outputs[1] == outputs[2]
    return outputs[0]


def _run(code: str, options: dict[str, Any]) -> list[Any]:
    result = shell.run(needed(code) + STATE + code, environment={"windir": "C:\\Windows"}, **options)
    assert result.error is None, str(result.error)
    return [plain(one) for one in result.output]


def plain(value: Any) -> Any:
    """Return a value of the shell as one of Python."""
    if isinstance(value, PSObject):
        return {name: plain(held) for name, held in value.properties.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value
