"""What the table of snippets cannot hold: the whole file, the catalogue, names that are followed, and the order of guards."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from exposture.collector_lint.__main__ import main
from exposture.collector_lint.lint import lint_script
from tests.collector.hosts import SAMPLE, sample

HEAD = "<#\n.SYNOPSIS\n    x\n#>\n"
BODY = "function {name} {{\n    <#\n    .SYNOPSIS\n        x\n    #>\n    [CmdletBinding()]\n    param({parameters})\n{body}\n}}\n"


def function(body: str, name: str = "Get-One", parameters: str = "") -> str:
    indented = "\n".join(f"    {line}" for line in body.splitlines())
    return BODY.format(name=name, parameters=parameters, body=indented)


def codes(source: str | bytes) -> list[str]:
    return [one.code for one in lint_script(source.encode() if isinstance(source, str) else source)]


def changed(old: str, new: str) -> bytes:
    text = sample().decode()
    assert old in text
    return text.replace(old, new, 1).encode()


def test_windows_line_ends_are_as_good() -> None:
    assert codes(sample().replace(b"\n", b"\r\n")) == []


def test_mixed_line_ends_are_reported_once_where_they_begin() -> None:
    found = lint_script(sample().replace(b"\n", b"\r\n", 3))

    assert [(one.code, one.line) for one in found] == [("ENCODING.line-ends", 4)]


def test_last_line_must_end() -> None:
    assert codes("Get-Date") == ["ENCODING.line-ends"]


def test_byte_order_mark_is_not_ascii() -> None:
    assert "ENCODING.ascii" in codes(b"\xef\xbb\xbfGet-Date\n")


def test_finding_says_place_level_code_and_advice() -> None:
    (found,) = lint_script(b"Get-Credential\n")

    assert str(found) == "1:1: error DENY.command: Get-Credential: asks for a password (the deny-list says why; read something else)"


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("'Get-ReceiveConnector'", "'Set-ReceiveConnector'", "CATALOGUE.command"),
        ("'Get-ReceiveConnector'", "'Get-Message'", "DENY.command"),
        ("ServerBy = 'Server'", "ServerBy = 'Computer'", "CATALOGUE.parameter"),
        ("'ShowMailboxVirtualDirectories' = $true", "'ShowEverything' = $true", "CATALOGUE.parameter"),
        ("'ADPropertiesOnly' = $true", "'Credential' = 'x'", "DENY.parameter"),
        ("'Win32_Service'", "'Win32_Product'", "DENY.class"),
        ("Tier     = 'core'", "Tier     = (Get-Date)", "CATALOGUE.literal"),
        ("Tier     = 'core'", "Tier     = $tier", "CATALOGUE.literal"),
        ("Tier     = 'core'", 'Tier     = "core"', "CATALOGUE.literal"),
        ("Kind      = 'wmi'", "Kind      = 'program'", "CATALOGUE.command"),
    ],
)
def test_catalogue_is_literal_and_reads_only(old: str, new: str, code: str) -> None:
    assert code in codes(changed(old, new))


def test_catalogue_may_name_a_cmdlet_of_windows_and_a_program_that_reads() -> None:
    assert codes(changed("'Get-ReceiveConnector'", "'Get-HotFix'")) == []
    assert codes(changed("'Get-ReceiveConnector'", "'w32tm /query /status'").replace(b"'cmdlet'", b"'program'", 1)) == []


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        ("'Component' = 'ResourceThrottling'; 'Process' = 'EdgeTransport'", []),
        ("'Component' = 'ResourceThrottling'; 'Process' = 'EdgeTransport'; 'Argument' = 'dump'", ["DENY.command"]),
        ("'Process' = 'EdgeTransport'", ["DENY.command"]),
    ],
)
def test_denied_cmdlet_may_be_named_with_the_listed_arguments_only(arguments: str, expected: list[str]) -> None:
    source = changed("'Get-ReceiveConnector'", "'Get-ExchangeDiagnosticInfo'").decode()

    assert codes(source.replace("ServerBy = 'Server'", f"ServerBy = 'Server'\n                Parameters = @{{ {arguments} }}", 1)) == expected


def test_type_of_net_4_may_be_made_where_its_absence_is_caught() -> None:
    made = "$zip = New-Object -TypeName System.IO.Compression.ZipArchive -ArgumentList $stream"
    full = "# exposture-lint: full-language the zip is a .NET object\n"

    assert codes(function(full + made)) == ["NET4.member"]
    assert codes(function(full + f"try {{\n    {made}\n}} catch {{\n    $null\n}}")) == []


def test_cmdlet_that_no_version_of_its_source_has_is_reported() -> None:
    source = changed("'Get-ReceiveConnector'", "'Get-AuthConfig'").replace(b"@('all')", b"@('2010')", 1).replace(b"ServerBy = 'Server'", b"")

    assert codes(source) == ["CATALOGUE.version"]


def test_second_function_that_calls_by_variable_is_reported() -> None:
    more = function("# exposture-lint: allow catalogue-call one more place\n& $Name", parameters="[string]$Name")

    assert "DYNAMIC.catalogue-call" in codes(sample() + more.encode())


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ("$source.Read[0]", []),
        ("'Get-ExchangeServer'", []),
        ("'Get-Service'", []),
        ("'Get-Credential'", ["DENY.command"]),
        ("'Remove-Mailbox'", ["COMMAND.unknown"]),
        ("$env:NAME", ["DYNAMIC.command-source"]),
        ("('Remove-' + 'Mailbox')", ["DYNAMIC.command-source"]),
        ("$source.Name", ["DYNAMIC.command-source"]),
    ],
)
def test_name_of_a_called_command_comes_from_the_catalogue_or_is_a_permitted_literal(argument: str, expected: list[str]) -> None:
    assert codes(changed("-Command $source.Read[0]", f"-Command {argument}")) == expected


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [("@{ ViewEntireForest = $true }", []), ("@{ PreferredServer = 'a' }", ["SHAPE.view"]), ("@{}", ["SHAPE.view"]), ("$many", ["SHAPE.view"])],
)
def test_view_of_the_forest_is_the_only_setting_that_may_be_handed_over(arguments: str, expected: list[str]) -> None:
    source = changed("-Command $source.Read[0] -Arguments @{}", f"-Command 'Set-ADServerSettings' -Arguments {arguments}")

    assert codes(source) == expected


def test_name_is_followed_through_another_function() -> None:
    between = function("Invoke-CatalogueCommand -Command $Name -Arguments @{}", name="Invoke-Other", parameters="[string]$Name").encode()
    good = changed("Invoke-CatalogueCommand -Command $source.Read[0] -Arguments @{}", "Invoke-Other -Name $source.Read[0]") + between
    bad = changed("Invoke-CatalogueCommand -Command $source.Read[0] -Arguments @{}", "Invoke-Other -Name $source.Id") + between

    assert codes(good) == []
    assert codes(bad) == ["DYNAMIC.command-source"]


def test_name_is_followed_through_a_variable() -> None:
    line = "$rows = @(Invoke-CatalogueCommand -Command $source.Read[0] -Arguments @{})"
    for value, expected in (("@($source.Read)", []), ("'Get-ExchangeServer'", []), ("$env:NAME", ["DYNAMIC.command-source"])):
        source = changed(f"{{ {line} }}", f"{{\n            $name = {value}\n            {line.replace('$source.Read[0]', '$name')}\n        }}")
        assert codes(source) == expected


def test_function_defined_twice_is_reported() -> None:
    assert "STYLE.duplicate" in codes(function("1") + function("2"))


def test_function_without_parameters_is_reported() -> None:
    assert codes("function Get-One {\n    <#\n    .SYNOPSIS\n        x\n    #>\n    1\n}\n") == ["STYLE.parameters"]


def test_long_function_is_reported_but_not_a_long_table() -> None:
    table = "switch ($One) {\n" + "".join(f"    'a{number}' {{ {number} }}\n" for number in range(80)) + "}"

    assert codes(function("$one = 1\n" * 60)) == ["STYLE.length"]
    assert codes(function(table, parameters="[string]$One")) == []


def test_function_that_nothing_calls_is_reported_in_a_whole_script_only() -> None:
    assert codes(sample() + function("1").encode()) == ["STYLE.unused"]
    assert codes(function("1")) == []


def test_function_that_stops_a_constrained_run_guards_what_follows_its_call() -> None:
    stops = function("if ($Script:State.IsConstrained) {\n    throw 'no'\n}", name="Stop-Constrained")
    full = function("# exposture-lint: full-language for the test\n[math]::Abs(1)")
    user = "Stop-Constrained\nGet-One"

    assert codes(full + stops + function(user, name="Get-Two")) == []
    assert codes(full + stops + function("Get-One\nStop-Constrained", name="Get-Two")) == ["CLM.unguarded"]


@pytest.mark.parametrize(
    ("condition", "is_guard"),
    [
        ("-not $Script:State.IsConstrained", True),
        ("!$Script:State.IsConstrained", True),
        ("-not ($Script:State.IsConstrained)", True),
        ("$one -and -not $Script:State.IsConstrained", True),
        ("-not ($one -or $Script:State.IsConstrained)", True),
        ("$one -or -not $Script:State.IsConstrained", False),
        ("$Script:State.IsConstrained", False),
        ("$one", False),
    ],
)
def test_only_a_condition_that_proves_the_mode_guards(condition: str, is_guard: bool) -> None:
    full = function("# exposture-lint: full-language for the test\n[math]::Abs(1)")
    user = function(f"if ({condition}) {{\n    Get-One\n}}", name="Get-Two")

    assert codes(full + user) == ([] if is_guard else ["CLM.unguarded"])


def test_after_a_test_with_an_else_nothing_is_known() -> None:
    full = function("# exposture-lint: full-language for the test\n[math]::Abs(1)")
    user = function("if ($Script:State.IsConstrained) {\n    1\n} else {\n    2\n}\nGet-One", name="Get-Two")

    assert codes(full + user) == ["CLM.unguarded"]


def test_second_elseif_knows_that_the_first_condition_is_false() -> None:
    full = function("# exposture-lint: full-language for the test\n[math]::Abs(1)")
    user = function("if ($one) {\n    1\n} elseif ($Script:State.IsConstrained) {\n    2\n} else {\n    Get-One\n}", name="Get-Two")

    assert codes(full + user) == []


def test_validate_set_gives_the_values_of_a_parameter() -> None:
    call = "Invoke-WmiMethod -Class StdRegProv -Name $Method -ArgumentList @(1)"

    assert codes(function(call, parameters="[ValidateSet('EnumKey')][string]$Method")) == []
    assert codes(function(call, parameters="[ValidateSet('DeleteKey')][string]$Method")) == ["SHAPE.registry"]
    assert codes(function(call, parameters="[string]$Method")) == ["SHAPE.registry"]


def test_constant_of_the_script_is_known_in_its_functions() -> None:
    assert codes("$Method = 'EnumKey'\n" + function("Invoke-WmiMethod -Class StdRegProv -Name $Method -ArgumentList @(1)")) == []


def test_annotation_of_a_function_holds_for_all_its_lines() -> None:
    body = "# exposture-lint: allow WARN.culture shown on the console only\n$one = '{0:N1}' -f 1\n$two = '{0:N2}' -f 2"

    assert codes(function(body)) == []


def test_parts_are_read_as_one_script_and_placed_in_their_own_lines(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = SAMPLE.read_text(encoding="ascii").splitlines(keepends=True)
    cut = next(number for number, line in enumerate(lines) if line.startswith("function Get-FileSum "))
    first, second = tmp_path / "a.ps1", tmp_path / "b.ps1"
    first.write_text("".join(lines[:cut]), encoding="ascii")
    second.write_text("".join(lines[cut:]) + "gci\n", encoding="ascii")

    assert main([str(first), str(second)]) == 1
    out = capsys.readouterr().out
    assert re.search(rf"b\.ps1:{len(lines) - cut + 1}:1: error COMMAND.alias", out)
    assert main([str(SAMPLE)]) == 0
