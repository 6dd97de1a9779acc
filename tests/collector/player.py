"""PowerShell functions named like the Exchange cmdlets, which play exports from a folder of `Get-*.xml` files.

The text runs in any PowerShell and in the evaluator: load it, then run the collector in the same shell. Paths stand in
the functions as literals, so that a worker runspace can carry them.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from exposture.catalog.load import load_catalog

COMMON = ("Identity", "Server", "DomainController", "ResultSize")
FUNCTION = """\
function {name} {{
    [CmdletBinding()]
    param({parameters})
    $asked = @($Server, $Identity | Where-Object {{ $_ }})
    $file = '{file}'
    if ($asked.Count -gt 0) {{
        $own = Join-Path (Join-Path '{root}' ([string]$asked[0]).Split('.')[0].ToUpper()) '{name}.xml'
        if (Test-Path $own) {{
            $file = $own
        }}
    }}
    if (Test-Path $file) {{
        Import-Clixml -Path $file
    }}
}}
"""


def player(root: Path, without: Iterable[str] = ()) -> str:
    """Return functions for every cmdlet that has an export below a folder, at its top or in a server's folder."""
    names = {file.stem for file in root.rglob("Get-*.xml")} - set(without)
    return "".join(_function(root, name) for name in sorted(names))


def _function(root: Path, name: str) -> str:
    parameters = ", ".join(f"${parameter}" for parameter in _parameters(name))
    return FUNCTION.format(name=name, parameters=parameters, root=root, file=root / f"{name}.xml")


def _parameters(name: str) -> list[str]:
    """Return the parameters that the catalog passes to a cmdlet, and those that every one has."""
    sources = [source for dataset in load_catalog().readable for source in dataset.sources if source.cmdlet == name]
    named = [word for source in sources for words in (source.parameters, *source.again) for word in words]
    return list(dict.fromkeys([*COMMON, *named]))
