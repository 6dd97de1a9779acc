"""All areas of Contoso together, and the bundle made of them."""

from __future__ import annotations

import importlib
import pkgutil
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path

from scripts.contoso.contents import Collected, Contents, Pair
from scripts.contoso.machines import EDGE1
from scripts.contoso.names import AD_DOMAIN, ORGANIZATION, ORGANIZATION_DN, edge_copy, guid

from exposture.bundle.manifest import ErrorLine
from exposture.bundle.neutral import neutral_object
from exposture.bundle.schema_one import source_of
from exposture.bundle.writer import BundleContents, PairContents
from exposture.catalog.load import Catalog, load_catalog
from exposture.model.coverage import Status

STARTED = datetime(2026, 8, 17, 6, 0, 12)  # noqa: DTZ001 - naive UTC is the bundle's time
ENDED = "2026-08-17T06:21:48Z"
COMMANDS = {"windows_features": "Get-WindowsFeature"}  # where the collector reads by another source than the first
LAST = "gaps"  # says what is missing of what the others filled
CATEGORIES = {
    Status.ACCESS_DENIED: "PermissionDenied",
    Status.TIMEOUT: "OperationTimeout",
    Status.NOT_AVAILABLE: "ObjectNotFound",
    Status.UNREACHABLE: "ConnectionError",
}


@lru_cache(maxsize=1)
def known() -> Catalog:
    """Return the catalog, read once."""
    return load_catalog()


def estate() -> Contents:
    """Return the whole state; each call gives one of its own."""
    contents = Contents(run=_run())
    folder = str(Path(__file__).parent)
    names = sorted(module.name for module in pkgutil.iter_modules([folder]))
    areas = [importlib.import_module(f"scripts.contoso.{name}") for name in sorted(names, key=lambda name: (name == LAST, name))]
    for area in areas:
        if hasattr(area, "fill"):
            area.fill(contents)
    _move_edge_copies(contents)
    contents.log = _log(contents)
    return contents


def _move_edge_copies(contents: Contents) -> None:
    for (_, target), found in contents.pairs.items():
        if target == EDGE1.name:
            found.rows = [edge_copy(row) if "distinguished_name" in row else row for row in found.rows]


def to_bundle(contents: Contents) -> BundleContents:
    """Return the bundle that the collector would write."""
    pairs = [_pair(number, pair, contents.pairs[pair]) for number, pair in enumerate(sorted(contents.pairs))]
    return BundleContents(run=contents.run, pairs=pairs, log=contents.log, texts=contents.texts)


def _pair(number: int, pair: Pair, found: Collected) -> PairContents:
    dataset = known()[pair[0]]
    source = source_of(dataset, pair[1], COMMANDS.get(pair[0], ""))
    command = source.cmdlet or source.wmi or source.program or source.file or ", ".join(source.registry or []) or source.ldap or ""
    return PairContents(
        dataset=pair[0],
        target=pair[1],
        objects=[neutral_object(dataset, source, row) for row in found.rows],
        status=found.outcome,
        tier=source.tier,
        format=found.format,
        command=command,
        message=found.message,
        started=STARTED + timedelta(seconds=4 * number),
        duration_ms=180 + 37 * (number % 11),
        errors=_errors(pair, found),
    )


def _errors(pair: Pair, found: Collected) -> tuple[ErrorLine, ...]:
    category = CATEGORIES.get(found.outcome)
    if category is None:
        return ()
    return (ErrorLine(dataset=pair[0], target=pair[1], category=category, fqid=f"{category},Get-{pair[0]}", message=found.message),)


def _run() -> dict[str, str]:
    return {
        "collector_version": "0.1.0",
        "catalogue_version": "0.1.0",
        "run_id": guid("run of 2026-08-17"),
        "resumed": "0",
        "started_utc": STARTED.isoformat() + "Z",
        "ended_utc": ENDED,
        "utc_offset_min": "120",
        "timezone": "W. Europe Standard Time",
        "computer": "EX19A",
        "domain": AD_DOMAIN,
        "forest": AD_DOMAIN,
        "os_version": "10.0.20348",
        "os_sku": "7",
        "server_core": "0",
        "ps_version": "5.1.20348.4171",
        "ps_edition": "Desktop",
        "clr_version": "4.0.30319.42000",
        "language_mode": "FullLanguage",
        "elevated": "1",
        "connection": "ems",
        "connected_server": f"ex19a.{AD_DOMAIN}",
        "exchange_build_local": "15.02.1748.049",
        "org_name": ORGANIZATION,
        "org_guid": guid(ORGANIZATION_DN),
        "org_dn": ORGANIZATION_DN,
        "culture": "en-GB",
        "ui_culture": "en-US",
        "view_entire_forest": "False/True",
        "scope": "org",
        "servers_requested": "EX19A,EX19B,EX16,EX10,EDGE1",
        "servers_reached": "EX19A,EX19B,EX16,EX10,EDGE1",
        "redaction": "none",
        "hash_method": "dotnet",
        "archive_method": "none",
        "status": "complete",
        "max_cmdlet_seconds": "180",
        "tiers": "core,extended,deep",
        "role": "exchange",
        "time_bound": "runspace",
    }


def _log(contents: Contents) -> str:
    lines = [f"{STARTED.isoformat()}Z collector 0.1.0 started on EX19A"]
    for number, (dataset, target) in enumerate(sorted(contents.pairs)):
        found = contents.pairs[dataset, target]
        time = (STARTED + timedelta(seconds=4 * number)).isoformat()
        lines.append(f"{time}Z {dataset} at {target}: {found.outcome.value}{': ' + found.message if found.message else ''}")
    return "\r\n".join([*lines, f"{ENDED} finished"]) + "\r\n"
