"""A small catalog, and factories for bundles and loose exports of an invented organization."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path

from exposture.bundle.open import open_bundle
from exposture.bundle.writer import BundleContents, PairContents, objects_of, write_bundle
from exposture.catalog.dataset import Dataset
from exposture.catalog.facts import Facts
from exposture.catalog.load import Catalog
from exposture.catalog.networks import SpecialNetworks
from exposture.ingest.clixml_writer import Shape, Writable, write_clixml
from exposture.model.coverage import CoverageLine, FileLine, Status
from exposture.model.estate import Estate

EXCHANGE = "Microsoft.Exchange.Data.Directory"
NOT_EDGE = ["Mailbox", "HubTransport", "ClientAccess"]
NAME = {"name": "name", "from": "Name", "type": "name", "class": "identity"}
GUID = {"name": "guid", "from": "Guid", "type": "guid", "class": "identity"}
DN = {"name": "distinguished_name", "from": "DistinguishedName", "type": "string", "class": "identity"}
CHANGED = {"name": "when_changed", "from": "WhenChangedUTC", "type": "timestamp", "class": "volatile", "dates_collection": True}
FACTS = Facts(tables={}, dates={}, max_age_days={}, sha256="0" * 64, networks=SpecialNetworks([]))


def source(target: str = "org", **words: object) -> dict[str, object]:
    """Return a source; without another word it is a cmdlet that only servers inside the organization have."""
    kinds = {"cmdlet", "wmi", "registry", "ldap", "program", "file"}
    plain: dict[str, object] = {"id": "ems", "target": target}
    return plain | ({} if kinds & words.keys() else {"cmdlet": "Get-Thing"}) | words


def dataset(name: str, *sources: dict[str, object], columns: Sequence[dict[str, object]] = (NAME, GUID, DN), **words: object) -> Dataset:
    """Return a dataset that is recognised by its type, `Test.<name>`, unless it says otherwise."""
    declared = {"name": name, "title": name, "sources": list(sources) or [source()], "key": ["Guid", "Name"], "columns": list(columns)}
    return Dataset.model_validate(declared | {"recognise": {"types": [f"Test.{name}"]}} | words)


def catalog(*more: Dataset) -> Catalog:
    """Return a catalog with every kind of target, and more datasets."""
    version = {"name": "admin_display_version", "from": "AdminDisplayVersion", "type": "version", "class": "config"}
    role = {"name": "server_role", "from": "ServerRole", "type": "flags", "class": "config"}
    fqdn = {"name": "fqdn", "from": "Fqdn", "type": "name", "class": "identity"}
    datasets = [
        dataset(
            "exchange_servers",
            source(cmdlet="Get-ExchangeServer", roles=[*NOT_EDGE, "Edge"]),
            columns=(NAME, GUID, DN, fqdn, role, version, CHANGED),
            server="Name",
            recognise={"types": [f"{EXCHANGE}.ExchangeServer"], "files": ["*ExchangeServer*"]},
        ),
        dataset(
            "accepted_domains",
            source(cmdlet="Get-AcceptedDomain", roles=[*NOT_EDGE, "Edge"]),
            recognise={"types": [f"{EXCHANGE}.AcceptedDomain"], "files": ["*AcceptedDomain*"]},
        ),
        dataset("organization_config", source(cmdlet="Get-OrganizationConfig", roles=NOT_EDGE)),
        dataset("edge_subscriptions", source(cmdlet="Get-EdgeSubscription", roles=NOT_EDGE)),
        dataset("mailboxes", source(cmdlet="Get-Mailbox", roles=NOT_EDGE, parameters={"ResultSize": "Unlimited"}, tier="extended")),
        dataset(
            "windows_services",
            source("server", id="wmi", wmi="Win32_Service"),
            source("dc", id="dc", wmi="Win32_Service"),
            columns=(NAME, {"name": "state", "from": "State", "type": "enum", "class": "config"}),
            key=[["server", "Name"]],
            recognise={"types": ["System.ServiceProcess.ServiceController"], "files": ["*Get-Service*"], "requires": ["Name"]},
        ),
        dataset("ad_domain_controllers", source("ldap", id="ldap", ldap="(objectClass=nTDSDSA)")),
        *more,
    ]
    return Catalog({each.name: each for each in datasets})


def pair(name: str, target: str = "org", rows: Sequence[Mapping[str, object]] = (), *, given: Catalog | None = None, **words: object) -> PairContents:
    """Return a pair of a bundle with its rows as the collector writes them."""
    objects = objects_of((given or catalog())[name], target, rows)
    status = words.pop("status", Status.OK if objects else Status.EMPTY)
    return PairContents(dataset=name, target=target, objects=objects, status=Status(str(status)), **words)  # type: ignore[arg-type]  # words of a test


def server(name: str = "EX1", role: str = "Mailbox", version: str = "15.2.1748.10", **more: object) -> dict[str, object]:
    """Return a row of exchange_servers, its GUID made of its name."""
    guid = hashlib.md5(name.encode(), usedforsecurity=False).hexdigest()
    return {"name": name, "guid": guid, "fqdn": f"{name.lower()}.contoso.com", "server_role": [role], "admin_display_version": version} | more


def bundle(folder: Path, *pairs: PairContents, **run: str) -> Path:
    """Write a bundle and return its folder."""
    values = {"org_guid": "0e0f7a1c-0000-4000-8000-000000000001", "computer": "EX1", "status": "complete", "ended_utc": "2026-08-14T09:00:00Z"}
    write_bundle(folder, BundleContents(run=values | run, pairs=pairs))
    return folder


def opened(*paths: Path, given: Catalog | None = None, **words: object) -> Estate:
    """Open inputs with the small catalog."""
    return open_bundle(paths, catalog=given or catalog(), facts=FACTS, **words)  # type: ignore[arg-type]  # words of a test


def line(estate: Estate, name: str, target: str = "org") -> CoverageLine:
    """Return the one line of a pair."""
    (found,) = [each for each in estate.coverage if (each.dataset, each.target) == (name, target)]
    return found


def file(estate: Estate, path: str) -> FileLine:
    """Return the one line of a file."""
    (found,) = [each for each in estate.files if each.path == path]
    return found


def rows(estate: Estate, name: str, *columns: str) -> list[tuple[object, ...]]:
    """Return the rows of a table, only the columns asked for."""
    return [tuple(row[column] for column in columns) for row in estate.tables[name].select(list(columns)).to_pylist()]


def exported(kind: str, *objects: Mapping[str, Writable]) -> bytes:
    """Return a CLIXML file of objects of one type."""
    return write_clixml([Shape(types=(kind, "System.Object"), adapted=each) for each in objects])


def loose(folder: Path, **files: bytes) -> Path:
    """Write loose exports; `__` in a name stands for a slash, `_xml` and `_csv` at its end for the suffix."""
    for name, content in files.items():
        path = folder / (name.replace("__", "/")[:-4] + "." + name[-3:])
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


def servers_export(*names: str, role: str = "Mailbox") -> bytes:
    """Return what Export-Clixml makes of Get-ExchangeServer."""
    listed = [
        {
            "Name": name,
            "Fqdn": f"{name.lower()}.contoso.com",
            "ServerRole": role,
            "AdminDisplayVersion": "Version 15.2 (Build 1748.10)",
            "Guid": hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(),
            "PSComputerName": "shell.contoso.com",
            "OriginatingServer": "dc1.contoso.com",
            "WhenChangedUTC": "2026-08-01T10:00:00Z",
        }
        for name in names
    ]
    return exported(f"{EXCHANGE}.ExchangeServer", *listed)


def services_export(*names: str, **more: str) -> bytes:
    """Return what Export-Clixml makes of Get-Service."""
    return exported("System.ServiceProcess.ServiceController", *({"Name": name, "State": "Running", **more} for name in names))
