"""Every Exchange server that the data names, with generation, build and roles.

Get-ExchangeServer is the list where it was read; names that only other data carries are added and marked.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pyarrow as pa

from exposture.catalog.dataset import Target
from exposture.derive.inputs import UNATTRIBUTED, Inputs, Row, upper
from exposture.derive.versions import Release, dotted, parts, product_of, releases
from exposture.model.coverage import CERTAIN, Status

ROLE_WORDS = {
    "mailbox": "Mailbox",
    "clientaccess": "ClientAccess",
    "cafe": "ClientAccess",
    "frontendtransport": "ClientAccess",
    "hubtransport": "HubTransport",
    "unifiedmessaging": "UnifiedMessaging",
    "edge": "Edge",
    "gateway": "Edge",
}
NO_SERVER = frozenset({Target.ORG, Target.LDAP, Target.DC})
DERIVED_FROM_DC = "dc/"
ALWAYS_ALL = frozenset({"2016", "2019", "SE"})


def derive(inputs: Inputs) -> pa.Table:
    """Return `servers`, one row per name, at the target `org`."""
    listed = _by_name(inputs.rows("exchange_servers"))
    facts = {name: _by_name(inputs.rows(name), "server") for name in ("windows_exsetup", "windows_operating_system", "mailbox_servers")}
    known = releases(inputs.fact_rows("builds"))
    names = sorted({*listed, *_seen(inputs)})
    return inputs.table(_server(name, listed.get(name), {table: rows.get(name) for table, rows in facts.items()}, known) for name in names)


def incomplete(inputs: Inputs) -> Mapping[str, str]:
    """Return the target `org` with why, where the list of servers is not whole: a server that no other data names is not seen."""
    status = inputs.status("exchange_servers", Target.ORG)
    return (
        {}
        if status in {*CERTAIN, Status.NOT_APPLICABLE}
        else {Target.ORG: f"exchange_servers: {status}; a server that no other data names is not seen"}
    )


def _by_name(rows: Iterable[Row], column: str = "name") -> dict[str, Row]:
    """Return rows by server name; the organization's own row comes before an Edge's row about itself."""
    found: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: row["target"] != Target.ORG):
        if name := upper(row[column] or row["server"]):
            found.setdefault(name, row)
    return found


def _seen(inputs: Inputs) -> set[str]:
    names = {target for _, target in inputs.statuses if target not in NO_SERVER and not target.startswith(DERIVED_FROM_DC)}
    names -= set() if _is_read_for_nobody(inputs) else {UNATTRIBUTED}
    for table in inputs.tables.values():
        owners = table.select(["server", "target"]).group_by(["server", "target"]).aggregate([]).to_pylist()
        names |= {row["server"] for row in owners if row["server"] and not (row["target"] or "").startswith(DERIVED_FROM_DC)}
    return names


def _is_read_for_nobody(inputs: Inputs) -> bool:
    return any(inputs.is_read(name, target) for name, target in inputs.statuses if target == UNATTRIBUTED)


def _server(name: str, listed: Row | None, facts: dict[str, Row | None], known: list[Release]) -> Row:
    setup, windows, mailbox = facts["windows_exsetup"], facts["windows_operating_system"], facts["mailbox_servers"]
    directory = listed or {}
    shown = parts(directory.get("admin_display_version") or (mailbox or {}).get("admin_display_version"))
    installed = parts(setup["file_version"]) if setup else None
    version = product_of(shown or installed, known)
    words = _words(directory.get("server_role") or (mailbox or {}).get("server_role"))
    return {
        "server": name,
        "target": Target.ORG,
        "source_file": directory.get("source_file"),
        "object_index": directory.get("object_index"),
        "name": name,
        **{column: directory.get(column) for column in ("guid", "distinguished_name", "fqdn", "domain", "edition")},
        "version": version,
        "build": dotted(installed or shown),
        "build_source": "windows_exsetup" if installed else "exchange_servers" if shown else None,
        "roles": _roles(words, version),
        "is_edge": _is_edge(directory, words),
        "site": _last(directory.get("site")),
        "dag": ((mailbox or {}).get("database_availability_group") or {}).get("name"),
        "windows_build": windows["build_number"] if windows else None,
        "is_listed": listed is not None,
    }


def _words(flags: list[str] | None) -> set[str]:
    return {ROLE_WORDS[flag.casefold()] for flag in flags or [] if flag.casefold() in ROLE_WORDS}


def _roles(words: set[str], version: str | None) -> list[str] | None:
    """Return what the words of Get-ExchangeServer mean in each generation.

    2013 put transport on Mailbox servers and the front end on ClientAccess; since 2016 a Mailbox server is all of it.
    """
    if not words:
        return None
    if "Mailbox" in words and version == "2013":
        words = words | {"HubTransport"}
    if "Mailbox" in words and version in ALWAYS_ALL:
        words = words | {"HubTransport", "ClientAccess"}
    return sorted(words)


def _is_edge(directory: Row, words: set[str]) -> bool | None:
    flag: bool | None = directory.get("is_edge_server")
    if flag is not None:
        return flag
    return "Edge" in words if words else None


def _last(path: str | None) -> str | None:
    return path.rpartition("/")[2] if path else None
