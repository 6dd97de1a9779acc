"""Whose record is it: the server that a loose export's record, folder or file name belongs to.

A name that a record carries counts only if it is a known server's: in real exports `PSComputerName` of Exchange's own
types is the shell's host, `OriginatingServer` is a domain controller, and event records keep the name before a rename.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from exposture.bundle.expected import has_edge_copies
from exposture.bundle.targets import DC, UNATTRIBUTED, dc_target, is_server
from exposture.catalog.dataset import Dataset, Source, Target
from exposture.catalog.names import server_name
from exposture.model.values import Item, Value

EXCHANGE_TYPES = "Microsoft.Exchange."
COMPUTER_NAMES = ("__SERVER", "PSComputerName", "CSName", "SystemName", "MachineName")
SHELL_HOST = "PSComputerName"


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The servers and domain controllers that the input names.

    `servers` maps NetBIOS to the FQDN where one is known; `listed` are those of Get-ExchangeServer, `edges` those known to be Edge.
    """

    servers: Mapping[str, str | None]
    listed: frozenset[str] = frozenset()
    edges: frozenset[str] = frozenset()
    domain_controllers: frozenset[str] = frozenset()

    def server(self, name: str) -> str | None:
        """Return the known server of that NetBIOS name or FQDN, compared without case."""
        short = server_name(name)
        if short is None or short not in self.servers:
            return None
        fqdn, text = self.servers[short], name.strip().rstrip(".").casefold()
        return short if "." not in text or fqdn is None or fqdn.casefold() == text else None

    def domain_controller(self, name: str) -> str | None:
        """Return the target of the domain controller of that name; a known Exchange server is none."""
        short = server_name(name)
        return dc_target(short) if short in self.domain_controllers and short not in self.servers else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """What a record was read as and from where; `path` begins with the input's own name."""

    dataset: Dataset
    source: Source
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    """Target and server column of a record; `is_assumed` where only the single listed server is left."""

    target: str
    server: str | None
    is_assumed: bool = False


def computers_named(value: Value, dataset: Dataset) -> tuple[str, ...]:
    """Return the computers that a record names beside the catalog's path, as written, in the order in which they count."""
    if not isinstance(value, Item):
        return ()
    own = _is_exchange_type(value, dataset)
    found = (value.get(name) for name in COMPUTER_NAMES if not (own and name == SHELL_HOST))
    return tuple(name for name in found if isinstance(name, str) and server_name(name) is not None)


def _is_exchange_type(value: Item, dataset: Dataset) -> bool:
    """Return whether the object is Exchange's own; rows of a CSV have no type, so the dataset's types decide."""
    return any(EXCHANGE_TYPES in name for name in value.types or dataset.recognise.types)


def owner_of(origin: Origin, named: str | None, others: Sequence[str], known: Known) -> Owner:
    """Return whom a record of a loose export belongs to: `named` is the server of the catalog's path, `others` are `computers_named`."""
    match origin.source.target:
        case Target.SERVER:
            return _server_owner(origin, named, others, known)
        case Target.DC:
            names = [server_name(name) for name in ((named,) if named else tuple(others))]
            name = next(filter(None, names), None)
            return Owner(target=DC if name is None else dc_target(name), server=name)
        case Target.ORG | Target.LDAP:
            return _directory_owner(origin, named, known)


def _server_owner(origin: Origin, named: str | None, others: Sequence[str], known: Known) -> Owner:
    if named is not None:
        return _controller_owner(origin.dataset, named, known) or Owner(target=named, server=named)
    name = next(filter(None, map(known.server, others)), None) or server_in_path(origin.path, known.servers)
    if name is not None:
        return Owner(target=name, server=name)
    controllers = (_controller_owner(origin.dataset, other, known) for other in others)
    if (controller := next(filter(None, controllers), None)) is not None:
        return controller
    if len(known.listed) == 1:
        only = next(iter(known.listed))
        return Owner(target=only, server=only, is_assumed=True)
    return Owner(target=UNATTRIBUTED, server=None)


def _controller_owner(dataset: Dataset, name: str, known: Known) -> Owner | None:
    """Return the owner of a record that a domain controller wrote, where the dataset is read there too."""
    target = known.domain_controller(name)
    if target is None or not any(source.target is Target.DC for source in dataset.sources):
        return None
    return Owner(target=target, server=server_name(name))


def _directory_owner(origin: Origin, named: str | None, known: Known) -> Owner:
    """Return the organization, or the Edge server whose own copy this is."""
    if has_edge_copies(origin.source):
        edge = named if named in known.edges else server_in_path(origin.path, known.edges)
        if edge is not None:
            return Owner(target=edge, server=edge)
    return Owner(target=origin.source.target.value, server=named)


def server_in_path(path: str, names: Iterable[str]) -> str | None:
    """Return the known server that the file's name holds as a word of its own, else the nearest folder; the longest name wins."""
    candidates = sorted(names, key=lambda name: (-len(name), name))
    for part in reversed(path.split("/")):
        for name in candidates:
            if re.search(rf"(?<![0-9A-Za-z]){re.escape(name)}(?![0-9A-Za-z])", part, re.IGNORECASE):
                return name
    return None


def known_servers(listed: Mapping[str, str | None], edges: Iterable[str], named: Iterable[str], domain_controllers: Iterable[str]) -> Known:
    """Return everybody: `listed` maps the servers of Get-ExchangeServer to their FQDN, `named` are those of the catalog's path.

    A name that is only seen there and is a domain controller's is no server.
    """
    controllers = frozenset(filter(None, map(server_name, domain_controllers))) - listed.keys()
    seen = {name: None for name in sorted(set(named) - controllers) if is_server(name)}
    return Known(servers={**seen, **listed}, listed=frozenset(listed), edges=frozenset(edges), domain_controllers=controllers)
