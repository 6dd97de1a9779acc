"""Small inputs of an invented organization, made with the real catalog."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from exposture.bundle.writer import PairContents
from exposture.catalog.load import Catalog, load_catalog
from exposture.resources import rules_root
from tests.unit.bundle.samples import bundle, exported, pair, server

CONNECTORS = "Microsoft.Exchange.Data.Directory.SystemConfiguration.ReceiveConnector"
load = cache(load_catalog)


def catalog() -> Catalog:
    """Return the real catalog, read once."""
    return load()


def contents(name: str, rows: Sequence[Mapping[str, object]], target: str = "org") -> PairContents:
    """Return a pair of a bundle."""
    return pair(name, target, rows, given=catalog())


def connector(name: str = "Scanner", *, tls_first: bool = False) -> dict[str, object]:
    """Return a receive connector that offers basic authentication, only after TLS or always; RCV-006 judges it."""
    mechanism = ["Tls", "BasicAuth", *(["BasicAuthRequireTLS"] if tls_first else [])]
    identity = {"name": name, "guid": f"00000000-0000-4000-8000-{sum(map(ord, name)):012}", "distinguished_name": f"CN={name}"}
    return identity | {"server": "EX1", "enabled": True, "auth_mechanism": mechanism, "bindings": ["192.0.2.1:25"]}


def small_bundle(folder: Path, *connectors: Mapping[str, object], more: Sequence[PairContents] = (), **run: str) -> Path:
    """Write a bundle of one server and its receive connectors; without one given, RCV-006 fails once."""
    pairs = [
        contents("exchange_servers", [server("EX1")]),
        contents("organization_config", [{"name": "Contoso"}]),
        contents("receive_connectors", connectors or [connector()]),
    ]
    return bundle(folder, *pairs, *more, org_name="Contoso", **run)


def seal(folder: Path) -> None:
    """Write SHA256SUMS again after a file was changed."""
    sums = folder / "SHA256SUMS"
    files = sorted(path for path in folder.rglob("*") if path.is_file() and path != sums)
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.relative_to(folder).as_posix()}\n" for path in files]
    sums.write_text("".join(lines), encoding="utf-8", newline="")


def connectors_export(*names: str) -> bytes:
    """Return what Export-Clixml makes of Get-ReceiveConnector."""
    listed = [{"Name": name, "Server": "EX1", "Enabled": True, "AuthMechanism": "Tls, BasicAuth", "Bindings": ["192.0.2.1:25"]} for name in names]
    return exported(CONNECTORS, *listed)


def pack(folder: Path) -> Path:
    """Copy the rule pack, to be changed."""
    return Path(shutil.copytree(rules_root(), folder))
