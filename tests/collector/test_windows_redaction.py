"""Readers of Windows that take out what hides in words before it is redacted by column: hosts in IIS, addresses in digits."""

from __future__ import annotations

import pytest

from tests.collector.test_windows_readers import ENGLISH, GERMAN, lines
from tests.collector.windows import run

PLAYED = """
$State.Redaction = '{mode}'
function Protect-Value {{
    param([object]$Value, [string]$Holds)
    if ($State.Redaction -eq 'Strict') {{
        return $null
    }}
    if ($Holds -eq 'address') {{
        return '192.168.71.1'
    }}
    return ($Holds + ' of ' + $Value)
}}
"""


def shown(mode: str, code: str) -> list[object]:
    """Return what a piece of script emits under a mode of redaction, whose way with a value is played."""
    return run(PLAYED.format(mode=mode) + code)


@pytest.mark.parametrize(
    ("text", "mode", "expected"),
    [
        (ENGLISH, "None", "0xC0A80101"),
        (ENGLISH, "Names", "0xC0A84701"),
        (ENGLISH, "Strict", None),
        (GERMAN, "Names", "0x564D5450"),
        (GERMAN, "Strict", "0x564D5450"),
    ],
)
def test_the_digits_of_a_time_source_are_an_address(text: str, mode: str, expected: str | None) -> None:
    assert shown(mode, f"(ConvertFrom-TimeStatus -Line {lines(text)}).ReferenceId") == [expected]


@pytest.mark.parametrize(
    ("attribute", "value", "names", "strict"),
    [
        ("bindingInformation", "*:443:mail.contoso.example", "*:443:host of mail.contoso.example", "*:443:[removed]"),
        ("bindingInformation", "[::1]:443:mail.contoso.example", "[::1]:443:host of mail.contoso.example", "[::1]:443:[removed]"),
        ("bindingInformation", "*:443:", "*:443:", "*:443:"),
        ("destination", "https://mail.contoso.example/owa", "url of https://mail.contoso.example/owa", "[removed]"),
        ("defaultLogonDomain", "\\", "\\", "\\"),
        ("defaultLogonDomain", "CONTOSO", "host of CONTOSO", "[removed]"),
        ("sslFlags", "Ssl, Ssl128", "Ssl, Ssl128", "Ssl, Ssl128"),
    ],
)
def test_hosts_in_the_configuration_of_iis_are_redacted(attribute: str, value: str, names: str, strict: str) -> None:
    code = f"Protect-SiteValue -Attribute '{attribute}' -Value '{value}'"

    assert shown("None", code) == [value]
    assert shown("Names", code) == [names]
    assert shown("Strict", code) == [strict]


def test_a_rewrite_condition_on_a_host_keeps_its_subject_alone() -> None:
    code = """
$xml = [xml]'<rule><conditions><add input="{HTTP_HOST}" pattern="^mail$" /><add input="{REQUEST_URI}" pattern=".*PowerShell.*" /></conditions></rule>'
Get-RewriteCondition -Rule @(Get-XmlChild -Node $xml -Name 'rule')[0]
"""

    assert shown("None", code) == ["{HTTP_HOST} ^mail$", "{REQUEST_URI} .*PowerShell.*"]
    assert shown("Names", code) == ["{HTTP_HOST} [removed]", "{REQUEST_URI} .*PowerShell.*"]
