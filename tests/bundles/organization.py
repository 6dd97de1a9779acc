"""Two servers and an Edge as the collector left them: a timeout, a server that did not answer, a denied read, an interruption that was resumed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

from exposture.bundle.redacted import redact_bundle
from exposture.bundle.redaction import Mode, Redactor
from exposture.bundle.writer import BundleContents, PairContents, cab_bundle, objects_of, write_bundle, zip_bundle
from exposture.catalog.load import Catalog, load_catalog
from exposture.model.coverage import Status

NAMES = (
    "organization_config",
    "exchange_servers",
    "accepted_domains",
    "edge_subscriptions",
    "receive_connectors",
    "mailbox_databases",
    "windows_services",
    "windows_exsetup",
    "servers",
)
KEY = bytes(range(32))
RUN = {
    "collector_version": "0.1.0",
    "started_utc": "2026-08-17T06:00:12Z",
    "ended_utc": "2026-08-17T06:21:48Z",
    "domain": "fabrikam.net",
    "forest": "fabrikam.net",
    "org_name": "Fabrikam",
    "org_guid": "91fa5c5e-7900-53d8-bc8a-5f8838cacf94",
    "redaction": "none",
    "status": "complete",
    "tiers": "core",
    "role": "exchange",
}
INSIDE = RUN | {"computer": "OAK1", "connection": "ems", "resumed": "1", "servers_requested": "OAK1,ELM1", "servers_reached": "OAK1"}
EDGE = RUN | {"computer": "GATE1", "connection": "edge-local", "resumed": "0", "org_name": "", "org_guid": "", "forest": "", "domain": ""}


@lru_cache(maxsize=1)
def catalog() -> Catalog:
    """Return the packaged catalog cut to a few datasets, so that what is expected stays what it is."""
    every = load_catalog()
    return Catalog({name: every[name] for name in NAMES})


def guid(number: int) -> str:
    return f"0e0f7a1c-0000-4000-8000-{number:012}"


def server(name: str, number: int, role: str = "Mailbox") -> dict[str, object]:
    return {
        "name": name,
        "guid": guid(number),
        "fqdn": f"{name.lower()}.fabrikam.net",
        "server_role": [role],
        "admin_display_version": "15.2.1748.10",
        "is_edge_server": role == "Edge",
    }


def pair(dataset: str, target: str, rows: Sequence[Mapping[str, object]] = (), **words: Any) -> PairContents:
    found = objects_of(catalog()[dataset], target, rows)
    return PairContents(dataset=dataset, target=target, objects=found, status=words.pop("status", Status.OK if rows else Status.EMPTY), **words)


def inside() -> BundleContents:
    services = [{"name": "MSExchangeTransport", "state": "Running", "start_mode": "Auto"}]
    pairs = [
        pair("organization_config", "org", [{"name": "Fabrikam", "guid": RUN["org_guid"]}]),
        pair("exchange_servers", "org", [server("OAK1", 1), server("ELM1", 2), server("GATE1", 3, "Edge")]),
        pair("accepted_domains", "org", [{"name": "Fabrikam", "guid": guid(4), "domain_name": "fabrikam.net"}], attempts=2),
        pair("edge_subscriptions", "org", [{"name": "GATE1", "guid": guid(5)}]),
        pair("receive_connectors", "org", status=Status.TIMEOUT, message="no answer from oak1.fabrikam.net in 180 seconds; larger -MaxCmdletSeconds"),
        pair("mailbox_databases", "org", status=Status.ACCESS_DENIED, message="FABRIKAM\\anna may not run Get-MailboxDatabase"),
        pair("windows_services", "OAK1", services),
        pair("windows_services", "ELM1", status=Status.UNREACHABLE, message="ELM1 did not answer"),
        pair("windows_exsetup", "OAK1", status=Status.RUNNING),
    ]
    return BundleContents(run=INSIDE, pairs=pairs, log="2026-08-17T06:00:12Z read oak1.fabrikam.net as anna@fabrikam.net")


def edge() -> BundleContents:
    pairs = [
        pair("accepted_domains", "GATE1", [{"name": "Fabrikam", "guid": guid(4), "domain_name": "fabrikam.net"}]),
        pair("receive_connectors", "GATE1", [{"name": "Default internal receive connector GATE1", "guid": guid(6), "server": "GATE1"}]),
        pair("exchange_servers", "GATE1", [server("GATE1", 3, "Edge")]),
        pair("windows_services", "GATE1", [{"name": "MSExchangeTransport", "state": "Running", "start_mode": "Auto"}]),
    ]
    return BundleContents(run=EDGE, pairs=pairs)


def pseudonyms(mode: Mode) -> dict[str, str]:
    """Return what stands for each server in a mode that needs no memory: None and Names."""
    redactor = Redactor(mode, KEY if mode is Mode.NAMES else b"")
    return {name: redactor.server_name(name) for name in ("OAK1", "ELM1", "GATE1")}


def redacted(contents: BundleContents, mode: Mode) -> BundleContents:
    return redact_bundle(contents, catalog(), mode, KEY if mode is Mode.NAMES else b"", terms=("anna",)).contents


PACKERS: Mapping[str, Callable[[Path, Path], None]] = {"zip": zip_bundle, "cab": cab_bundle}


def written(folder: Path, contents: BundleContents, mode: Mode, form: str, name: str) -> Path:
    """Write a bundle in a mode and form; return what to open."""
    place = folder / f"{name}-folder"
    write_bundle(place, contents if mode is Mode.NONE else redacted(contents, mode))
    if form == "folder":
        return place
    path = folder / f"{name}.{form}"
    PACKERS[form](place, path)
    return path
