"""Facts of PowerShell's language, as about_* pages document them, in the evaluator of the collector's script."""

from __future__ import annotations

import pytest

from tests.collector.shell_facts import shown

PIPELINES = [
    ("an array is unrolled into the pipeline", "@(1, 2, 3) | ForEach-Object { $_ * 2 }", [2, 4, 6]),
    ("a nested array is unrolled one level", "(,@(1, 2)) | ForEach-Object { $_.Count }", [2]),
    ("one item collapses on return", "function F { @(5) }; (F) -is [array]", [False]),
    ("a comma keeps an array on return", "function F { ,@(5) }; $x = F; $x -is [array]", [True]),
    ("no output piped runs nothing", "function F { }; F | ForEach-Object { 'ran' }", []),
    ("null piped runs once", "$null | ForEach-Object { 'ran' }", ["ran"]),
    ("array around no output is empty", "function F { }; @(F).Count", [0]),
    ("array around null has one item", "@($null).Count", [1]),
    ("null is an item of output", "function F { $null }; @(F).Count", [1]),
    ("array around an array is that array", "@(@(1, 2)).Count", [2]),
    ("empty array returned is no output", "function F { return @() }; $x = F; $x -eq $null", [True]),
    ("a statement's value leaks into the output", "function F { $l = New-Object System.Collections.ArrayList; $l.Add('a'); 'done' }; F", [0, "done"]),
    ("void stops the leak", "function F { $l = New-Object System.Collections.ArrayList; [void]$l.Add('a'); 'done' }; F", ["done"]),
    ("a generic list's Add writes nothing", "$l = New-Object 'System.Collections.Generic.List[object]'; $l.Add(1); $l.Count", [1]),
    ("increment as a statement writes nothing", "$i = 1; $i++; $i", [2]),
    ("increment in parentheses writes", "$i = 1; ($i++)", [1]),
    ("assignment in parentheses writes", "($x = 3)", [3]),
    ("a hashtable is one object in the pipeline", "@{ a = 1; b = 2 } | ForEach-Object { $_.Count }", [2]),
    ("a string is one object in the pipeline", "'abc' | ForEach-Object { $_.Length }", [3]),
    ("objects flow one by one", '1..2 | ForEach-Object { "a$_"; $_ } | ForEach-Object { "b$_" }', ["ba1", "b1", "ba2", "b2"]),
    (
        "Select -First stops what stands above",
        "function F { 1; 2; $script:more = $true; 3 }; $script:more = $false; $x = @(F | Select-Object -First 2); $more",
        [False],
    ),
    ("foreach over null runs not at all from 3.0", "foreach ($x in $null) { 'ran' }", []),
    ("process runs once for each object", "function F { process { $_ + 1 } }; 1, 2 | F", [2, 3]),
    ("begin and end frame process", "function F { begin { 'b' } process { $_ } end { 'e' } }; 1, 2 | F", ["b", 1, 2, "e"]),
    ("a function without blocks has $input", "function F { @($input).Count }; 1, 2, 3 | F", [3]),
    ("return leaves a function from a loop", "function F { foreach ($i in 1..3) { if ($i -eq 2) { return $i }; $i } }; F", [1, 2]),
    ("break leaves the loop", "foreach ($i in 1..5) { if ($i -eq 3) { break }; $i }", [1, 2]),
    ("continue goes on", "foreach ($i in 1..3) { if ($i -eq 2) { continue }; $i }", [1, 3]),
    ("return in ForEach-Object ends one turn", "1..3 | ForEach-Object { if ($_ -eq 2) { return }; $_ }", [1, 3]),
    ("a loop's output can be assigned", "$x = foreach ($i in 1..3) { $i }; $x.Count", [3]),
    ("one turn of a loop gives no array", "$x = foreach ($i in 1) { $i }; $x -is [array]", [False]),
    ("if gives its branch", "$x = if ($true) { 'a' } else { 'b' }; $x", ["a"]),
    ("switch runs every clause that fits", "switch (3) {\n3 { 'a' }\n{ $_ -gt 2 } { 'b' }\ndefault { 'c' }\n}", ["a", "b"]),
    ("switch walks an array", "switch (1, 2) {\n1 { 'a' }\ndefault { 'c' }\n}", ["a", "c"]),
    ("switch with regex sets Matches", "switch -Regex ('ab1') { '(\\d)' { $matches[1] } }", ["1"]),
    ("a range can run down", "3..1", [3, 2, 1]),
]
OPERATORS = [
    ("-eq on an array filters", "@(1, 2, 1) -eq 1", [1, 1]),
    ("-ne on an array with null filters", "@(1, $null) -ne $null", [1]),
    ("an array compared with null is no truth", "if (@($null, $null) -eq $null) { 'yes' } else { 'no' }", ["yes"]),
    ("the left operand decides: text", "'1' -eq 1.0; '10' -lt 9", [True, True]),
    ("the left operand decides: number", "10 -lt '9'", [False]),
    ("comparison is without case", "'ABC' -eq 'abc'; 'ABC' -ceq 'abc'", [True, False]),
    ("a Boolean on the left converts the right", "$true -eq 'false'", [True]),
    ("null equals only null", "$null -eq 0; $null -eq ''; '' -eq $null", [False, False, False]),
    ("-contains compares items", "@('a', 'B') -contains 'b'; 'abc' -contains 'b'", [True, False]),
    ("-match sets Matches", "[void]('server12' -match '^(?<n>[a-z]+)(\\d+)$'); $matches['n']; $matches[1]", ["server", "12"]),
    ("-match that fails keeps Matches", "[void]('a' -match 'a'); [void]('b' -match 'x'); $matches[0]", ["a"]),
    ("-match on an array filters", "@('a1', 'b', 'c2') -match '\\d'", ["a1", "c2"]),
    ("-replace is without case and uses groups", "'Foo Bar' -replace '(\\w+) (\\w+)', '$2-$1'", ["Bar-Foo"]),
    ("-replace on an array replaces each", "@('aa', 'ba') -replace 'a', 'x'", ["xx", "bx"]),
    ("-split takes a pattern", "'a1b22c' -split '\\d+'", ["a", "b", "c"]),
    ("-split with a limit", "'a,b,c' -split ',', 2", ["a", "b,c"]),
    ("-join", "@(1, 2, 3) -join '-'", ["1-2-3"]),
    ("-like has wildcards", "'abc' -like 'A?c*'", [True]),
    ("-f aligns and formats", "'{0:X2}|{1,5}|{2:N1}|{3:D3}' -f 10, 'ab', 1234.56, 7", ["0A|   ab|1,234.6|007"]),
    ("-f of a time", "'{0:yyyy-MM-ddTHH:mm:ss}' -f [datetime]'2026-01-02 03:04:05'", ["2026-01-02T03:04:05"]),
    ("comma binds before plus", "$x = 1, 2 + 3; $x.Count", [3]),
    ("-not binds before -eq", "-not 1 -eq 2", [False]),
    ("-band and -bor", "6 -band 3; 6 -bor 1; 5 -bxor 1", [2, 7, 4]),
    ("plus appends to an array", "$a = @(1); $a += 2, 3; $a.Count", [3]),
    ("plus joins text", "'a' + 1; 1 + '2'", ["a1", 3]),
    ("times repeats", "'ab' * 2; (@(1) * 3).Count", ["abab", 3]),
    ("division is whole where it comes out", "6 / 3; 7 / 2", [2, 3.5]),
    ("int rounds halves to even", "[int]2.5; [int]3.5; [int]'7'", [2, 4, 7]),
    ("int overflow becomes a double", "[int]::MaxValue + 1 -is [double]", [True]),
    ("text to number that is none fails", "try { [int]'abc' } catch { 'bad' }", ["bad"]),
    ("-is and -as", "1 -is [int]; 'a' -is [string]; ('x' -as [int]) -eq $null", [True, True, True]),
    ("indexes of several and of the end", "@(1, 2, 3)[-1]; @(1, 2, 3)[0, 2]; @(1)[5] -eq $null", [3, 1, 3, True]),
    ("a string index gives a char", "'abc'[1] -is [char]", [True]),
    ("sub-expressions in strings", "$o = New-Object PSObject -Property @{ n = 'x' }; \"$o.n $($o.n) `$o\"", ["@{n=x}.n x $o"]),
    ("an array in a string is joined by spaces", '$a = 1, 2; "$a"', ["1 2"]),
    ("casts to bool", "[bool]'false'; [bool]0; [bool]@(); [bool]@(0); [bool]@(0, 0)", [True, False, False, False, True]),
    ("here-strings", "@'\na $b\n'@ + @\"\n$(1 + 1)\n\"@", ["a $b2"]),
    ("hashtable keys have no case", "$h = @{ Abc = 1 }; $h['aBC']; $h.ABC; $h.ContainsKey('abc')", [1, 1, True]),
    ("a key named Count hides the property", "@{ Count = 'x' }.Count", ["x"]),
    ("enumerating a hashtable", "@{ a = 1 }.GetEnumerator() | ForEach-Object { $_.Key; $_.Value }", ["a", 1]),
    ("a version compares by its parts", "[version]'15.2.1118.7' -gt [version]'15.2.986.5'", [True]),
    (
        "a guid is written with dashes",
        "[string][guid]'{0123456789abcdef0123456789abcdef}'".replace("{", "").replace("}", ""),
        ["01234567-89ab-cdef-0123-456789abcdef"],
    ),
    ("multiplier suffixes", "2KB; 1MB", [2048, 1048576]),
    ("hexadecimal above 2^31 is negative", "0x80070005", [-2147024891]),
    ("members of a missing property are null", "$o = New-Object PSObject -Property @{ a = 1 }; $o.b -eq $null; $o.b.c -eq $null", [True, True]),
    ("member enumeration from 3.0", "$a = @(@{ n = 1 }, @{ n = 2 }); $a.n", [1, 2]),
    ("Count of a scalar from 3.0", "$x = 5; $x.Count; $null.Count -eq $null", [1, True]),
    ("several assigned at once", "$a, $b = 1, 2, 3; $a; $b.Count", [1, 2]),
    ("a char and an int", "[int][char]'A'; [char]66; [string][char]0x41", [65, "B", "A"]),
    ("xml by its adapter", '([xml]\'<a><b c="1"/><b c="2"/></a>\').a.b | ForEach-Object { $_.c }', ["1", "2"]),
]
ERRORS = [
    ("throw ends in catch", "try { throw 'x' } catch { $_.Exception.Message }", ["x"]),
    ("finally runs", "try { 'a' } finally { 'b' }", ["a", "b"]),
    (
        "a typed catch takes its type",
        "try { throw (New-Object System.IO.IOException 'x') } catch [System.IO.FileNotFoundException] { 1 } catch [IO.IOException] { 2 } catch { 3 }",
        [2],
    ),
    (
        "a .NET exception is wrapped",
        "try { 'abc'.Substring(9) } catch { $_.Exception.GetType().Name; $_.Exception.InnerException.GetType().Name }",
        ["MethodInvocationException", "ArgumentOutOfRangeException"],
    ),
    ("a failed statement does not end the script", "function F { $x = 'abc'.Substring(9); 'after' }; F", ["after"]),
    ("inside a try a failed statement of a callee does", "function F { $x = 'abc'.Substring(9); 'after' }; try { F } catch { 'caught' }", ["caught"]),
    ("ErrorAction Stop makes an error catchable", "try { Get-Item nope -ErrorAction Stop } catch { 'caught' }", ["caught"]),
    ("a non-terminating error goes on", "try { Get-Item nope -ErrorAction SilentlyContinue; 'on' } catch { 'caught' }", ["on"]),
    (
        "$Error holds the newest first",
        "Get-Item nope -ErrorAction SilentlyContinue; try { throw 'y' } catch { }; $Error[0].Exception.Message; $Error.Count",
        ["y", 2],
    ),
    (
        "ErrorVariable collects",
        "Get-Item nope -ErrorAction SilentlyContinue -ErrorVariable bad; $bad.Count; $bad[0].CategoryInfo.Category.ToString()",
        [1, "ObjectNotFound"],
    ),
    ("an unknown command can be caught", "try { Get-WmiObject Win32_X } catch { $_.FullyQualifiedErrorId }", ["CommandNotFoundException"]),
    ("a method of null fails", "try { $null.Trim() } catch { $_.FullyQualifiedErrorId }", ["InvokeMethodOnNull"]),
    ("a missing property cannot be set", "$o = New-Object PSObject; try { $o.a = 1 } catch { 'no' }", ["no"]),
    ("an object cannot be added to", "$o = New-Object PSObject; try { $o += 1 } catch { 'no op_Addition' }", ["no op_Addition"]),
    (
        "the preference reaches callees",
        "$ErrorActionPreference = 'Stop'; function F { Get-Item nope; 'on' }; try { F } catch { 'caught' }",
        ["caught"],
    ),
    (
        "ErrorAction of a function reaches inside",
        "function F { [CmdletBinding()] param() ; Get-Item nope; 'on' }; try { F -ErrorAction Stop } catch { 'caught' }",
        ["caught"],
    ),
    ("rethrow keeps the record", "try { try { throw 'a' } catch { throw } } catch { $_.Exception.Message }", ["a"]),
    ("catch restores $_", "1 | ForEach-Object { try { throw 'x' } catch { }; $_ }", [1]),
    (
        "a later stage's error passes by an earlier catch",
        "function F { try { 1 } catch { 'inner' } }; try { F | ForEach-Object { throw 'x' } } catch { 'outer' }",
        ["outer"],
    ),
    ("$? tells of the last command", "Get-Item nope -ErrorAction SilentlyContinue; $?", [False]),
]
FUNCTIONS = [
    ("an assignment is local", "$x = 1; function F { $x = 2 }; F; $x", [1]),
    ("a function reads its caller's variables", "function G { $x }; function F { $x = 2; G }; F", [2]),
    ("script: reaches the script", "$x = 1; function F { $script:x = 2 }; F; $x", [2]),
    ("plus-equals copies an outer variable", "$x = @(1); function F { $x += 2; $x.Count }; F; $x.Count", [2, 1]),
    ("a typed parameter converts", "function F { param([int]$N) ; $N + 1 }; F '4'", [5]),
    ("null to a string parameter is empty", "function F { param([string]$T) ; $T -eq '' }; F $null", [True]),
    ("a default and a switch", "function F { param([string]$A = 'd', [switch]$S) ; $A; [bool]$S }; F; F -S", ["d", False, "d", True]),
    ("a switch with a value", "function F { param([switch]$S) ; [bool]$S }; F -S:$false", [False]),
    ("a name can be shortened", "function F { param([string]$Name) ; $Name }; F -Na x", ["x"]),
    (
        "ValidateSet refuses",
        "function F { [CmdletBinding()] param([ValidateSet('a', 'b')][string]$X) ; $X }; try { F c } catch { 'no' }; F B",
        ["no", "B"],
    ),
    (
        "a mandatory text refuses the empty one",
        "function F { param([Parameter(Mandatory = $true)][string]$X) ; $X }; try { F '' } catch { 'no' }",
        ["no"],
    ),
    ("a mandatory object refuses null", "function F { param([Parameter(Mandatory = $true)][object]$X) ; 1 }; try { F $null } catch { 'no' }", ["no"]),
    (
        "a mandatory array refuses the empty one",
        "function F { param([Parameter(Mandatory = $true)][object[]]$X) ; 1 }; try { F @() } catch { 'no' }",
        ["no"],
    ),
    (
        "AllowEmptyCollection takes it",
        "function F { param([Parameter(Mandatory = $true)][AllowEmptyCollection()][object[]]$X) ; $X.Count }; F @()",
        [0],
    ),
    ("an array parameter wraps one", "function F { param([string[]]$X) ; $X.Count }; F 'a'", [1]),
    ("a string parameter refuses an array", "function F { [CmdletBinding()] param([string]$X) ; 1 }; try { F @(1, 2) } catch { 'no' }", ["no"]),
    ("pipeline input binds", "function F { param([Parameter(ValueFromPipeline = $true)]$X)\nprocess { $X * 2 } }; 1, 2 | F", [2, 4]),
    ("splatting a hashtable", 'function F { param($A, $B) ; "$A-$B" }; $p = @{ A = 1; B = 2 }; F @p', ["1-2"]),
    ("a command by its name in a variable", "function F { param($A) ; $A }; $c = 'F'; & $c -A 3", [3]),
    ("a script block has its own scope", "$x = 1; & { $x = 2 }; $x", [1]),
    ("ForEach-Object runs in the caller's scope", "$x = 0; 1..3 | ForEach-Object { $x += $_ }; $x", [6]),
    ("also behind a function", "function G { 1; 2 }; function F { $n = 0; G | ForEach-Object { $n += $_ }; $n }; F", [3]),
    ("PSBoundParameters", "function F { param($A, $B) ; $PSBoundParameters.ContainsKey('B') }; F 1; F -B 2", [False, True]),
    ("args of a plain function", "function F { $args.Count }; F 1 2 3", [3]),
    ("a parameter keeps its type", "function F { param([string]$X) ; $X = 5; $X -is [string] }; F a", [True]),
]
CMDLETS = [
    ("Sort-Object is without case", "'b', 'A', 'c' | Sort-Object", ["A", "b", "c"]),
    ("Sort-Object by a property", "@(@{ n = 2 }, @{ n = 1 }) | Sort-Object { $_.n } | ForEach-Object { $_.n }", [1, 2]),
    ("Sort-Object -Unique", "3, 1, 3 | Sort-Object -Unique", [1, 3]),
    ("Group-Object", "'a', 'b', 'A' | Group-Object | ForEach-Object { \"$($_.Name)$($_.Count)\" }", ["a2", "b1"]),
    (
        "Select-Object makes its own property",
        "$o = New-Object PSObject -Property @{ a = 1 } | Select-Object a, b; $o.a; $o.b -eq $null; @($o.PSObject.Properties).Count",
        [1, True, 2],
    ),
    ("Select-Object -ExpandProperty", "@(New-Object PSObject -Property @{ a = 1, 2 }) | Select-Object -ExpandProperty a", [1, 2]),
    ("Add-Member", "$o = New-Object PSObject; Add-Member -InputObject $o -MemberType NoteProperty -Name a -Value 3; $o.a", [3]),
    (
        "properties by name",
        "$o = New-Object PSObject -Property @{ a = 1 }; $o.PSObject.Properties['A'].Value; $o.PSObject.Properties['x'] -eq $null",
        [1, True],
    ),
    ("Measure-Object", "(1, 2, 3 | Measure-Object -Sum).Sum; @('a', 'b' | Measure-Object).Count", [6.0, 1]),
    ("Get-Command shows parameters", "(Get-Command -Name Get-Item).Parameters.ContainsKey('LiteralPath')", [True]),
    ("Get-Command of nothing", "@(Get-Command -Name Get-WmiObject -ErrorAction SilentlyContinue).Count", [0]),
    ("Split-Path and Join-Path", "Join-Path 'a' 'b'; Split-Path -Leaf 'a/b.txt'; Split-Path 'a/b.txt'", ["a/b", "b.txt", "a"]),
    ("Get-Date by the injected clock", "(Get-Date).Year; [datetime]::UtcNow.Hour", [2026, 12]),
    ("regex statics", "@([regex]::Matches('a1b2', '\\d') | ForEach-Object { $_.Value }) -join ','; [regex]::Escape('a.b')", ["1,2", "a\\.b"]),
    (
        "a hash",
        "$s = [Security.Cryptography.SHA256]::Create(); $b = [byte[]]@(97, 98, 99); [BitConverter]::ToString($s.ComputeHash($b)).Substring(0, 5)",
        ["BA-78"],
    ),
    ("base64", "[Convert]::ToBase64String([byte[]]@(1, 2, 3))", ["AQID"]),
    ("Where-Object with an array", "@(1, $null, 2 | Where-Object { $_ }).Count", [2]),
    ("Compare dates", "[datetime]'2026-01-01' -lt [datetime]'2026-01-02'", [True]),
]


@pytest.mark.parametrize(("source", "expected"), [pytest.param(source, expected, id=name) for name, source, expected in PIPELINES])
def test_pipelines_and_statements(source: str, expected: list[object]) -> None:
    assert shown(source) == expected


@pytest.mark.parametrize(("source", "expected"), [pytest.param(source, expected, id=name) for name, source, expected in OPERATORS])
def test_operators_and_conversions(source: str, expected: list[object]) -> None:
    assert shown(source) == expected


@pytest.mark.parametrize(("source", "expected"), [pytest.param(source, expected, id=name) for name, source, expected in ERRORS])
def test_errors(source: str, expected: list[object]) -> None:
    assert shown(source) == expected


@pytest.mark.parametrize(("source", "expected"), [pytest.param(source, expected, id=name) for name, source, expected in FUNCTIONS])
def test_functions_and_scopes(source: str, expected: list[object]) -> None:
    assert shown(source) == expected


@pytest.mark.parametrize(("source", "expected"), [pytest.param(source, expected, id=name) for name, source, expected in CMDLETS])
def test_cmdlets_and_types(source: str, expected: list[object]) -> None:
    assert shown(source) == expected
