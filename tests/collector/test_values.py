"""The script's neutral values and redaction, run by the test shell and held against their twin; a run in it proves nothing about Windows."""

from __future__ import annotations

import ipaddress
import random
import re
from pathlib import Path
from typing import Any

import pytest

from exposture.bundle.redaction import Mode, Redactor
from exposture.bundle.redaction_vectors import KEY, SERVERS, TERMS, VALUES
from exposture.catalog.dataset import Dataset, Holds
from exposture.catalog.rows import rows_of
from exposture.ingest.clixml import read_clixml
from exposture.ingest.clixml_writer import Shape, Typed, Writable, write_clixml
from exposture.ingest.csv import read_csv
from exposture.ingest.limits import Limits
from exposture.model.values import Record

shell: Any = pytest.importorskip("tests.collector.shell")
COLLECTOR = Path(__file__).parents[2] / "collector"
HELPERS = """
function Add-ReadWarning {
    param([string]$Message)
    Write-Host $Message
}
"""
ATOMS = (
    *(
        "EX1",
        "ex2.contoso.com",
        "contoso",
        "CONTOSO\\john",
        "john@contoso.com",
        "10.1.2.3",
        "fe80::1",
        "2001:db8::/32",
        "192.168.0.0/16",
        "S-1-5-21-1-2-3-500",
    ),
    *(
        " ",
        "\\",
        "/",
        ":25",
        ",",
        ";",
        ".",
        "@",
        "*",
        "smtp:",
        "CN=",
        "DC=com",
        "OU=Sales,",
        "C:\\Users\\a",
        "\\\\nas\\x",
        "https://",
        '"',
        "<",
        ">",
        "-",
        "=",
    ),
    *(
        "m\u00fcller",
        "\u0416",
        "com",
        "local",
        "Default ",
        "\n",
        "\\,",
        "%1",
        "0x8",
        "[::1]",
        "1",
        "(255.255.0.0)",
        "{0d8e4f6a-1b2c-4d5e-8f90-a1b2c3d4e5f6}",
    ),
)
FIRST_GROUPS = ("2001", "fd00", "fe80", "3fff", "2a01", "ff02", "0", "64", "2002")
EXCHANGE = "Microsoft.Exchange.Data."
GUID = "0d8e4f6a-1b2c-4d5e-8f90-a1b2c3d4e5f6"


def values_part() -> str:
    """Return the functions and the block of values out of the script."""
    whole = (COLLECTOR / "Export-ExchangePosture.ps1").read_text(encoding="ascii").replace("\r\n", "\n")
    return whole[whole.index("function ConvertTo-ValueText {") : whole.index("\n}\n", whole.index("function Test-ValuesOfMode {")) + 3]


def state(*, constrained: bool = False) -> str:
    flag = str(constrained).lower()
    return f"$Script:State = @{{ IsConstrained = ${flag}; Redaction = 'None'; Servers = @(); Terms = @{{}}; Map = @{{}}; SidDomains = @{{}} }}\n"


def quoted(text: str) -> str:
    return "'" + re.sub("[^ -~]", lambda found: f"{{u+{ord(found.group()):04x}}}", text).replace("'", "''") + "'"


@pytest.mark.parametrize(("version", "constrained"), [(2, False), (5, False), (7, False), (5, True)])
def test_self_test_passes_in_every_shell(version: int, constrained: bool) -> None:
    script = values_part() + state(constrained=constrained) + "Test-Values | ForEach-Object { $_.Name + '|' + $_.Passed + '|' + $_.Detail }"

    ran = shell.run(script, version=version, constrained=constrained)

    lines = [str(line).split("|") for line in ran.output]
    assert (ran.error, ran.missing) == (None, {})
    assert [(line[0], line[1]) for line in lines] == [(f"values: {mode}", "True") for mode in ("Neutral", "Cell", "Names", "Strict")], lines
    assert ("not tried" in lines[2][2]) == constrained


def address(rng: random.Random) -> str:
    return ".".join(str(rng.choice([rng.randrange(256), 10, 192, 168, 172, 16, 203, 0, 113, 198, 51, 100, 169, 254, 127])) for _ in range(4))


def address6(rng: random.Random) -> str:
    groups = [rng.choice(FIRST_GROUPS), *(f"{rng.choice([0, 0, rng.randrange(65536)]):x}" for _ in range(7))]
    return str(ipaddress.ip_address(":".join(groups))) if rng.random() < 0.7 else ":".join(groups)


def anything(rng: random.Random) -> str:
    """Return a value of some shape: an address, a vector's, or pieces of names put together at random."""
    one, other = address(rng), address(rng)
    six = address6(rng)
    shapes = (
        f"{one}/{rng.randrange(33)}",
        f"{one}-{other}",
        f"{one}:25",
        f"{one}(255.255.{rng.choice([0, 255, 240])}.0)",
        f"[{six}]:25",
        f"{six}/{rng.randrange(129)}",
    )
    pieces = "".join(rng.choice(ATOMS) for _ in range(rng.randrange(1, 6)))
    same = f"{one}-{one.rpartition('.')[0]}.255"
    return rng.choice([rng.choice(shapes), same, rng.choice([text for texts in VALUES.values() for text in texts]), pieces, pieces])


@pytest.mark.parametrize("mode", [Mode.NAMES, Mode.STRICT])
def test_script_and_twin_agree_on_values_made_at_random(mode: Mode) -> None:
    rng = random.Random(4)  # noqa: S311 - a fixed sequence, no secret
    cases = [(rng.choice([holds for holds in Holds if holds is not Holds.PLAIN]), anything(rng)) for _ in range(600)]
    lines = "\n".join(f"@{{ H = {quoted(holds.value)}; V = {quoted(value)} }}" for holds, value in cases)
    script = f"""{values_part()}{state()}
Set-VectorState -Mode '{mode.value.capitalize()}'
$cases = @(
{lines}
)
foreach ($case in $cases) {{
    $got = Protect-Value -Value (ConvertFrom-VectorText -Text $case.V) -Holds $case.H
    if ($null -eq $got) {{ '<null>' }} else {{ '=' + $got }}
}}
foreach ($key in @($Script:State.Map.Keys)) {{ 'MAP ' + $key + '|' + $Script:State.Map[$key] + '|' + $Script:State.RedactionMemo.Kinds[$key] }}
"""
    twin = Redactor(mode, KEY if mode is Mode.NAMES else b"", servers=SERVERS, terms=TERMS)

    ran = shell.run(script)

    output = [str(line) for line in ran.output]
    expected = ["<null>" if (found := twin.value(value, holds)) is None else f"={found}" for holds, value in cases]
    assert (ran.error, [pair for pair in zip(cases, output, expected, strict=False) if pair[1] != pair[2]]) == (None, [])
    assert sorted(output[len(cases) :]) == sorted(f"MAP {pseudonym}|{clear}|{kind}" for pseudonym, (clear, kind) in twin.map.items())


def directory_object(name: str) -> Shape:
    properties: dict[str, Writable] = {"Name": name, "DistinguishedName": f"CN={name},DC=contoso,DC=com", "ObjectGuid": Typed("G", GUID)}
    return Shape(types=(f"{EXCHANGE}Directory.ADObjectId",), text=f"contoso.com/Users/{name}", adapted=properties)


def size(text: str, **properties: Writable) -> Shape:
    return Shape(types=(f"{EXCHANGE}ByteQuantifiedSize",), text=text, adapted=properties)


SHAPES: tuple[tuple[str, str, Writable, object], ...] = (
    ("Size", "size", size("36 MB (37,748,736 bytes)"), 37748736),
    ("SizeText", "size", "1 GB (1.073.741.824 bytes)", 1073741824),
    ("NoLimit", "size", size("Unlimited", IsUnlimited=True), None),
    ("Limit", "size", size("35 MB (36,700,160 bytes)", IsUnlimited=False, Value="35 MB (36,700,160 bytes)"), 36700160),
    ("Idle", "duration", Shape(types=(f"{EXCHANGE}EnhancedTimeSpan",), text="00:10:00", adapted={"Ticks": 6_000_000_000}), 600.0),
    ("Span", "duration", Typed("TS", "PT10M0.5S"), 600.5),
    ("Clock", "duration", "1.02:00:00", 93600.0),
    ("Owner", "adobject", directory_object("Anna"), {"name": "Anna", "dn": "CN=Anna,DC=contoso,DC=com", "guid": GUID}),
    ("OwnerText", "adobject", "contoso.com/Users/Anna", {"name": "Anna", "dn": None, "guid": None}),
    ("Nobody", "list<adobject>", [], []),
    ("Members", "list<adobject>", [directory_object("B")], [{"name": "B", "dn": "CN=B,DC=contoso,DC=com", "guid": GUID}]),
    ("One", "list<string>", ["only"], ["only"]),
    ("Nested", "list<string>", [["a", "b"], ["c"]], ["a", "b", "c"]),
    ("Null", "string", None, None),
    ("Role", "flags", Shape(types=(f"{EXCHANGE}Role", "System.Enum"), text="Mailbox, ClientAccess", value=6), ["Mailbox", "ClientAccess"]),
    ("Flag", "bool", True, True),
    ("Number", "int", 5000, 5000),
    ("Guid", "guid", Typed("G", GUID), GUID),
    ("Binding", "list<binding>", [Shape(types=(f"{EXCHANGE}IPBinding",), text="[::]:25", adapted={"Port": 25})], [{"ip": "::", "port": 25}]),
    ("Certificate", "x509", Shape(types=("X509",), text="[Subject]", adapted={"RawData": b"0\x01\x02"}), b"0\x01\x02"),
    ("Sid", "sid", Shape(types=("SecurityIdentifier",), text="S-1-5-7", adapted={"Value": "S-1-5-7"}), "S-1-5-7"),
    ("Text", "string", "a|b\\c\r\nd", "a|b\\c\r\nd"),
)


@pytest.mark.parametrize("kind", ["Clixml", "Csv"])
@pytest.mark.parametrize(("version", "constrained"), [(2, False), (7, False), (5, True)])
def test_every_shape_of_exchange_reads_back_as_its_value(version: int, constrained: bool, kind: str, tmp_path: Path) -> None:
    (tmp_path / "in.clixml").write_bytes(write_clixml([Shape(types=(f"{EXCHANGE}Thing",), extended={name: value for name, _, value, _ in SHAPES})]))
    columns = "\n".join(f"@{{ Name = 'x'; Type = '{column}'; Holds = 'plain'; Paths = @('{name}') }}" for name, column, _, _ in SHAPES)
    script = f"""{values_part()}{HELPERS}{state(constrained=constrained)}
$dataset = @{{ Name = 'things'; Sources = @(@{{ Id = 'ems'; Kind = 'cmdlet' }}); Columns = @(
{columns}
) }}
$rows = @(Import-Clixml -Path '{tmp_path}/in.clixml' | ForEach-Object {{ ConvertTo-NeutralRow -InputObject $_ -Dataset $dataset -SourceId 'ems' }})
Export-PayloadFile -Path '{tmp_path}/out' -Rows $rows -Format {kind}
"""
    ran = shell.run(script, version=version, constrained=constrained, cwd=tmp_path)

    content = (tmp_path / "out").read_bytes()
    assert ran.error is None
    values = next(iter(rows_of(declared(), declared().sources[0], record_of(content, kind), None))).values
    assert {name: values[name.lower()] for name, _, _, _ in SHAPES} == {name: expected for name, _, _, expected in SHAPES}
    assert values["nolimit_unlimited"] is True


def record_of(content: bytes, kind: str) -> Record:
    if kind == "Clixml":
        return next(iter(read_clixml(content, path="x", limits=Limits(), note=lambda _: None)))
    return next(iter(read_csv(content, path="x", limits=Limits(), note=lambda _: None, encoded=True)))


def declared() -> Dataset:
    columns = [{"name": name.lower(), "from": name, "type": column, "class": "config"} for name, column, _, _ in SHAPES]
    return Dataset.model_validate(
        {"name": "things", "title": "things", "sources": [{"id": "ems", "cmdlet": "Get-Thing", "target": "org"}], "key": ["Text"], "columns": columns}
    )
