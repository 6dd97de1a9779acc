"""Which servers there are, as far as the collected tables say: versions, roles, names.

The server list before `derive` makes its table: enough to know which data is to be expected. What is not known
stays None and excludes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from exposture.bundle.targets import dc_target, is_dc, is_server
from exposture.catalog.dataset import Source

EDGE, MAILBOX, CLIENT_ACCESS, HUB = "Edge", "Mailbox", "ClientAccess", "HubTransport"
ROLES = frozenset({EDGE, MAILBOX, CLIENT_ACCESS, HUB, "UnifiedMessaging"})
ROLE_FLAGS = {
    "is_edge_server": EDGE,
    "is_mailbox_server": MAILBOX,
    "is_client_access_server": CLIENT_ACCESS,
    "is_hub_transport_server": HUB,
    "is_unified_messaging_server": "UnifiedMessaging",
}
GENERATIONS = {(8, 0): "2007", (8, 1): "2007", (8, 2): "2007", (8, 3): "2007", (15, 0): "2013", (15, 1): "2016"}
FIRST_SE_BUILD = 2562


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """One server: `name` NetBIOS in upper case; `version` and `roles` None where unknown; `is_listed` by Get-ExchangeServer."""

    name: str
    version: str | None = None
    roles: frozenset[str] | None = None
    fqdn: str | None = None
    is_listed: bool = False

    @property
    def is_edge(self) -> bool | None:
        """Whether it is an Edge server, None where the roles are unknown."""
        return None if self.roles is None else EDGE in self.roles


def generation(major: int | None, minor: int | None, build: int | None) -> str | None:
    """Return the Exchange generation (2007 to 2019, SE) of a version, None where it is unknown.

    Source: rules/data/builds.csv; 2019 and SE share 15.2, SE begins at 15.2.2562.
    """
    if major == 14:
        return "2010"
    if (major, minor) == (15, 2):
        return None if build is None else "SE" if build >= FIRST_SE_BUILD else "2019"
    return GENERATIONS.get((major or 0, -1 if minor is None else minor))


def effective_roles(version: str | None, roles: Iterable[str]) -> frozenset[str]:
    """Return what a server's roles count as: since 2013 one role holds what were several.

    2013: transport belongs to Mailbox, the front end to ClientAccess. 2016 and later: Mailbox is all three; so
    it is where the version is unknown, since an unknown role excludes nothing.
    """
    known = frozenset(roles) & ROLES
    if MAILBOX not in known or version == "2010":
        return known
    return known | ({HUB} if version == "2013" else {HUB, CLIENT_ACCESS})


def may_apply(source: Source, server: Server) -> bool:
    """Return whether a source holds for a server, or could: an unknown version or role is not outside."""
    if source.versions != "all" and server.version is not None and server.version not in source.versions:
        return False
    return source.roles == "any" or server.roles is None or bool(server.roles & set(source.roles))


def servers_of(tables: Mapping[str, pa.Table], targets: Iterable[str]) -> tuple[Server, ...]:
    """Return every server that is listed or seen anywhere (a table's `server` column, a pair's target), sorted by name."""
    found = {server.name: server for server in _listed(tables.get("exchange_servers"))}
    seen = {target for target in targets if is_server(target)}
    for table in tables.values():
        seen |= {row["server"] for row in _owners(table) if row["server"] is not None and not is_dc(row["target"] or "")}
    for name in sorted(seen):
        if is_server(name):
            found.setdefault(name, Server(name=name))
    return tuple(found[name] for name in sorted(found))


def _owners(table: pa.Table) -> list[dict[str, str | None]]:
    """Return the distinct pairs of server and target: a domain controller's own rows name it, and it is no Exchange server."""
    pairs: list[dict[str, str | None]] = table.select(["server", "target"]).group_by(["server", "target"]).aggregate([]).to_pylist()
    return pairs


def _listed(table: pa.Table | None) -> Iterable[Server]:
    if table is None:
        return
    wanted = [name for name in ("server", "fqdn", "server_role", "admin_display_version", *ROLE_FLAGS) if name in table.column_names]
    for row in table.select(wanted).to_pylist():
        if row["server"] is not None:
            yield _server(row)


def _server(row: Mapping[str, Any]) -> Server:
    version = row.get("admin_display_version") or {}
    built = generation(version.get("major"), version.get("minor"), version.get("build"))
    named = set(row.get("server_role") or ()) & ROLES or {role for flag, role in ROLE_FLAGS.items() if row.get(flag)}
    return Server(name=row["server"], version=built, roles=effective_roles(built, named) if named else None, fqdn=row.get("fqdn"), is_listed=True)


def domain_controllers_of(tables: Mapping[str, pa.Table], targets: Iterable[str]) -> tuple[str, ...]:
    """Return the targets (`dc/<NAME>`) of every domain controller that the directory lists or that was read, sorted."""
    found = {target for target in targets if is_dc(target)}
    table = tables.get("ad_domain_controllers")
    for column in ("dns_host_name", "name"):
        if table is not None and column in table.column_names:
            found |= {dc_target(name) for name in table.column(column).to_pylist() if name}
            break
    return tuple(sorted(found))
