"""PowerShell functions named like the Exchange cmdlets, which play exports from a folder of `Get-*.xml` files.

The text runs in any PowerShell and in the evaluator: load it, then run the collector in the same shell. Paths stand in
the functions as literals, so that a worker runspace can carry them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from exposture.catalog.load import Catalog, load_catalog

COMMON = ("Identity", "Server", "DomainController", "ResultSize")
OF_WINDOWS = frozenset({"Get-NetAdapterRss", "Get-NetFirewallProfile", "Get-SmbServerConfiguration", "Get-WinEvent", "Get-WindowsFeature"})
FUNCTION = """\
function {name} {{
    [CmdletBinding()]
    param({parameters})
    if ({others}) {{
        return
    }}
    $asked = @($Server, $Identity | Where-Object {{ $_ }})
    $file = '{file}'
    $leaf = ''
    if ($asked.Count -gt 0) {{
        $leaf = ([string]$asked[0]) -replace '^CN=([^,]+),.*$', '$1'
        $short = ($leaf -split '[.]')[0]
        $own = Join-Path (Join-Path '{root}' $short) '{name}.xml'
        if ($short -match '^[A-Za-z0-9-]+$' -and (Test-Path $own)) {{
            $file = $own
            $leaf = ''
        }}
    }}
    $own = Join-Path (Join-Path '{root}' ([string]$env:COMPUTERNAME)) '{name}.xml'
    if ($asked.Count -eq 0 -and $env:COMPUTERNAME -and -not (Test-Path $file) -and (Test-Path $own)) {{
        $file = $own
    }}
    if (Test-Path $file) {{
        Import-Clixml -Path $file | Where-Object {{ -not $leaf -or ([string]$_.Identity) -like ('*' + $leaf) }}
    }}
}}
"""


def player(root: Path, without: Iterable[str] = ()) -> str:
    """Return functions for every cmdlet that has an export below a folder, at its top or in a server's folder."""
    names = {file.stem for file in root.rglob("Get-*.xml")} - set(without) - OF_WINDOWS
    return "".join(_function(root, name) for name in sorted(names))


@cache
def _catalog() -> Catalog:
    return load_catalog()


def _function(root: Path, name: str) -> str:
    own, more, first = _parameters(name)
    parameters = ", ".join(f"${parameter}" for parameter in [*own, *more])
    further = [f"${parameter}" for parameter in more]
    further += [f"(${word} -and @({', '.join(map(repr, values))}) -notcontains ${word})" for word, values in first.items()]
    return FUNCTION.format(name=name, parameters=parameters, others=" -or ".join(further) or "$false", root=root, file=root / f"{name}.xml")


def _parameters(name: str) -> tuple[list[str], list[str], dict[str, list[str]]]:
    """Return the parameters of a first call, with those that every one has, and those of further calls alone: they ask for other objects.

    The last are parameters of first calls that further ones give another value, with the values of the first ones.
    """
    sources = [source for dataset in _catalog().readable for source in dataset.sources if source.cmdlet == name]
    again = [words for source in sources for words in source.again]
    own = dict.fromkeys([*COMMON, *(word for source in sources for word in source.parameters)])
    more = dict.fromkeys(word for words in again for word in words if word not in own)
    first = {word: [str(source.parameters[word]) for source in sources if word in source.parameters] for word in own if word not in COMMON}
    changed = {word for words in again for word, value in words.items() if word in first and str(value) not in first[word]}
    return list(own), list(more), {word: first[word] for word in own if word in changed}
