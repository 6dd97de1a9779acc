"""What the evaluator refuses, what each version and edition of the shell does, files, errors, Ctrl-C, supplied commands."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.collector.shell import Clock, EvaluatorError, Hang, Supplied, SuppliedCall, run
from tests.collector.shell.clixml_bridge import read
from tests.collector.shell.values import PSObject
from tests.collector.shell_facts import lines, shown

REFUSED = [
    ("a cmdlet that is not there", "Get-Foo", "no command Get-Foo"),
    ("a parameter that a cmdlet lacks", "Get-Item -Foo x", "no parameter -Foo"),
    ("a parameter that a function lacks", "function F { param($A) ; $A }; F -B 1", "no parameter -B"),
    ("a type", "[System.Foo]::Bar", "type [System.Foo]"),
    ("a static member", "[math]::Foo(1)", "static method Foo"),
    ("a method", "'a'.Foo()", "no method Foo"),
    ("a property of a known type", "'a'.Foo", "no property Foo"),
    ("too many arguments of a method", "'a'.Trim('a', 'b').Substring(1, 2, 3)", "no overload of Substring"),
    ("a missing mandatory argument", "function F { param([Parameter(Mandatory = $true)]$A) ; 1 }; F", "missing mandatory"),
    ("a syntax node", "class A { }", "class_statement"),
    ("a key that stands twice", "@{ a = 1; A = 2 }", "twice"),
    ("a colon behind a variable in a string", '$a = 1; "$a: b"', "needs braces"),
    ("a redirection to a file", "Get-Date > b.txt", "another place than $null"),
    ("an alias", "'a' | % { $_ }", "no command %"),
    ("text that is not ASCII", "'\u00e4'", "not ASCII"),
]


@pytest.mark.parametrize(("source", "message"), [pytest.param(source, message, id=name) for name, source, message in REFUSED])
def test_what_is_not_known_is_refused(source: str, message: str) -> None:
    with pytest.raises(EvaluatorError) as caught:
        shown(source)

    assert message in str(caught.value)


def test_a_refusal_names_line_and_column() -> None:
    with pytest.raises(EvaluatorError, match=r"^line 3, column 5: "):
        run("if ($true) {\n    $x = 1\n    Get-Foo\n}")


def test_a_refusal_cannot_be_caught_by_the_script() -> None:
    with pytest.raises(EvaluatorError):
        shown("try { Get-Foo } catch { 'caught' }")


@pytest.mark.parametrize(
    "source", ["(5).Count", "@(@{ a = 1 }, @{ a = 2 }).a", "1 -in 1, 2", "Get-Content x -Raw", "[guid]::new()", "Import-Csv x -Encoding UTF8"]
)
def test_version_2_refuses_what_came_later(source: str) -> None:
    with pytest.raises(EvaluatorError):
        shown(source, version=2)


def test_version_2_walks_over_null_once() -> None:
    assert shown("foreach ($x in $null) { 'ran' }", version=2) == ["ran"]


def test_version_2_keeps_no_output_as_null() -> None:
    assert shown("function F { }; $x = F; @($x).Count", version=2) == [1]
    assert shown("function F { }; $x = F; @($x).Count", version=7) == [0]


def test_version_2_runs_to_the_end_above_select_first() -> None:
    source = "function F { 1; $script:more = $true; 2 }; $more = $false; $x = @(F | Select-Object -First 1); $more"

    assert shown(source, version=2) == [True]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("try { [math]::Max(1, 2) } catch { 'no' }", ["no"]),
        ("try { New-Object System.Collections.ArrayList } catch { 'no' }", ["no"]),
        ("try { [Convert]::ToBase64String(@(1)) } catch { 'no' }", ["no"]),
        ("[datetime]::UtcNow.Year", [2026]),
        ("@{ a = 1 }.ContainsKey('a')", [True]),
        ("'abc'.ToUpper()", ["ABC"]),
        ("[regex]::Escape('a.b')", ["a\\.b"]),
        ("(New-Object PSObject -Property @{ a = 1 }).a", [1]),
    ],
)
def test_constrained_language(source: str, expected: list[object]) -> None:
    assert shown(source, constrained=True) == expected


@pytest.mark.parametrize(
    ("edition", "expected"), [({"version": 5}, b"\xef\xbb\xbfa\r\nb\r\n"), ({"version": 7}, b"a\nb\n"), ({"version": 2}, b"\xef\xbb\xbfa\r\nb\r\n")]
)
def test_files_have_the_encoding_of_the_edition(tmp_path: Path, edition: dict[str, Any], expected: bytes) -> None:
    run("Set-Content -Path x.txt -Value 'a' -Encoding UTF8\nAdd-Content -Path x.txt -Value 'b' -Encoding UTF8", cwd=tmp_path, **edition)

    assert (tmp_path / "x.txt").read_bytes() == expected


def test_out_file_of_windows_powershell_is_utf16(tmp_path: Path) -> None:
    run("'a' | Out-File x.txt", cwd=tmp_path, version=5)

    assert (tmp_path / "x.txt").read_bytes() == "\ufeffa\r\n".encode("utf-16-le")


def test_export_csv_writes_an_array_as_its_type(tmp_path: Path) -> None:
    source = "New-Object PSObject -Property @{ a = 'x\"y'; b = @(1, 2); c = $null } | Export-Csv -Path x.csv -NoTypeInformation -Encoding UTF8"

    run(source, cwd=tmp_path, version=5)

    assert (tmp_path / "x.csv").read_text("utf-8-sig") == '"a","b","c"\n"x""y","System.Object[]",\n'


def test_clixml_keeps_types_and_depth(tmp_path: Path) -> None:
    source = (
        "$o = New-Object PSObject -Property @{ t = [datetime]'2026-1-2'; n = [long]5; l = @(1, 'a'); d = @{ a = @{ b = @{ c = 1 } } }; z = $null }\n"
        "$o | Export-Clixml -Path x.clixml -Depth 2\n$b = Import-Clixml -Path x.clixml\n"
        "$b.t -is [datetime]\n$b.n -is [long]\n$b.l.Count\n$b.z -eq $null\n$b.d.a"
    )

    result = run(source, cwd=tmp_path)

    assert result.output == [True, True, 2, True, "System.Collections.Hashtable"]


def test_clixml_of_exchange_keeps_text_and_properties() -> None:
    session = run("1").session
    data = (
        b'<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04"><Obj RefId="0"><TN RefId="0">'
        b'<T>Microsoft.Exchange.Data.X</T><T>System.Object</T></TN><ToString>shown</ToString><Props><S N="Name">a_x000A_b</S></Props></Obj></Objs>'
    )

    (found,) = read(session, data)

    assert isinstance(found, PSObject)
    assert (found.text, found.type_names[0], found.properties.get("name")) == ("shown", "Deserialized.Microsoft.Exchange.Data.X", "a\nb")


def test_culture_shows_where_invariant_was_forgotten() -> None:
    assert shown("'{0:N1}' -f 1234.5; (1.5).ToString(); [string]1.5", culture="de-DE") == ["1.234,5", "1,5", "1.5"]


def test_hashtables_can_be_shuffled() -> None:
    source = "$h = @{ a = 1; b = 2; c = 3; d = 4; e = 5 }\n$h.Keys -join ''"

    orders = {run(source, shuffle=seed).output[0] for seed in range(8)}

    assert len(orders) > 3
    assert run(source).output == ["abcde"]


def test_the_clock_is_injected_and_local_time_is_not_utc() -> None:
    clock = Clock(datetime(2026, 1, 2, 23, 0))  # noqa: DTZ001

    assert shown("(Get-Date).Day; (Get-Date).ToUniversalTime().Day", clock=clock) == [3, 2]


def test_ctrl_c_runs_finally_blocks_only() -> None:
    source = "try { Write-Host 'a'; Start-Sleep -Seconds 1; Write-Host 'b' } catch { Write-Host 'c' } finally { Write-Host 'd' }; Write-Host 'e'"

    result = run(lines(source), stop_at=lambda name, _: name == "Start-Sleep")

    assert result.is_stopped
    assert result.host_lines == ["a", "d"]


def test_exit_ends_the_script_with_its_code() -> None:
    result = run("function F { exit 3 }\ntry { F } finally { Write-Host 'f' }\n'after'")

    assert (result.exit_code, result.output, result.host_lines) == (3, [], ["f"])


def test_an_uncaught_throw_ends_the_script() -> None:
    result = run("'a'\nthrow 'x'\n'b'")

    assert (result.exit_code, result.output) == (1, ["a"])
    assert result.error is not None
    assert result.error.exception.message == "x"


def test_a_supplied_command_gets_its_arguments() -> None:
    seen: list[dict[str, Any]] = []

    def answer(call: SuppliedCall) -> Any:
        seen.append({name: value for name, value in call.arguments.items() if isinstance(value, str)})
        return [{"Name": "a", "List": [1, 2]}]

    result = run("$r = @(Get-WmiObject -Class Win32_X -ComputerName h)\n$r.Count\n$r[0].List.Count", commands={"Get-WmiObject": answer})

    assert result.output == [1, 2]
    assert seen == [{"class": "Win32_X", "computername": "h"}]


def test_a_supplied_command_shows_its_parameters_and_takes_no_others() -> None:
    command = Supplied(name="Get-X", act=lambda _: [1], parameters=("Identity", "Force?"))

    assert run("(Get-Command Get-X).Parameters.ContainsKey('force')", commands={"Get-X": command}).output == [True]
    with pytest.raises(EvaluatorError, match="no parameter -Other"):
        run("Get-X -Other 1", commands={"Get-X": command})


def test_a_supplied_error_is_one_of_the_script() -> None:
    def fail(call: SuppliedCall) -> None:
        call.write_error("denied", "AccessDenied", "PermissionDenied", "System.UnauthorizedAccessException")

    source = "try { Get-X -ErrorAction Stop } catch { $_.CategoryInfo.Category.ToString(); $_.Exception.GetType().Name }"

    assert run(lines(source), commands={"Get-X": fail}).output == ["PermissionDenied", "UnauthorizedAccessException"]


def test_functions_of_a_test_stand_in_the_global_scope() -> None:
    result = run("Get-Fake 2", functions="function Get-Fake {\n    param($N)\n    $N * 2\n}")

    assert result.output == [4]


def test_arguments_bind_to_the_script() -> None:
    script = "[CmdletBinding()] param([string[]]$Server, [switch]$Resume)\n$Server.Count\n[bool]$Resume"

    assert run(script, arguments={"Server": ["a", "b"], "Resume": True}).output == [2, True]


def test_variables_that_were_never_assigned_are_remembered() -> None:
    assert set(run("$a = 1\n$b + $a").unset) == {"b"}


RUNSPACE = (
    "$r = [RunspaceFactory]::CreateRunspace()\n$r.Open()\n$p = [PowerShell]::Create()\n$p.Runspace = $r\n"
    "[void]$p.AddCommand('Get-X')\n[void]$p.AddParameter('A', 1)\n$h = $p.BeginInvoke()\n$done = $h.AsyncWaitHandle.WaitOne(200, $false)\n$done\n"
)


def test_a_runspace_runs_a_command() -> None:
    result = run(RUNSPACE + "$p.EndInvoke($h)", commands={"Get-X": lambda call: [call.arguments["a"] + 1]})

    assert result.output == [True, 2]


def test_a_call_that_hangs_is_not_done() -> None:
    def hang(_: SuppliedCall) -> None:
        raise Hang

    result = run(RUNSPACE + "[string]$p.InvocationStateInfo.State", commands={"Get-X": hang})

    assert result.output == [False, "Running"]


def test_a_zip_can_be_written_and_read(tmp_path: Path) -> None:
    source = (
        "$s = [System.IO.File]::Create('x.zip')\n$z = New-Object System.IO.Compression.ZipArchive -ArgumentList $s, 'Create'\n"
        "$w = $z.CreateEntry('a/b.txt').Open()\n$b = [Text.Encoding]::UTF8.GetBytes('hi')\n$w.Write($b, 0, $b.Length)\n$w.Close()\n$z.Dispose()\n"
        "$z = New-Object System.IO.Compression.ZipArchive -ArgumentList ([System.IO.File]::OpenRead('x.zip')), 'Read'\n"
        "$r = New-Object System.IO.StreamReader -ArgumentList $z.Entries[0].Open()\n$z.Entries[0].FullName\n$r.ReadToEnd()"
    )

    assert run(source, cwd=tmp_path).output == ["a/b.txt", "hi"]
