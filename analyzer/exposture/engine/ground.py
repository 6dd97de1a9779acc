"""What is known about servers and about the completeness of data: the ground that verdicts stand on.

Pure values made once from an estate; `semantics` asks them, nothing here knows a rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from exposture.catalog.dataset import Dataset, Roles, Source, Target, Versions
from exposture.model.coverage import CERTAIN, INCOMPLETE, STATUS_RANK, CoverageLine, Status
from exposture.model.estate import Estate

ORG, LDAP, DC, DC_PREFIX, UNATTRIBUTED = "org", "ldap", "dc", "dc/", "unattributed"
EDGE = "Edge"
SERVERS = "servers"
ALL_IN_ONE = frozenset({"HubTransport", "ClientAccess", "Mailbox"})
ROLE_COUNTS_AS: Mapping[tuple[str, str], frozenset[str]] = {
    ("2013", "FrontendTransport"): frozenset({"ClientAccess"}),
    ("2013", "HubTransport"): frozenset({"Mailbox"}),
    ("2013", "Mailbox"): frozenset({"HubTransport"}),
    ("2016", "Mailbox"): ALL_IN_ONE,
    ("2019", "Mailbox"): ALL_IN_ONE,
    ("SE", "Mailbox"): ALL_IN_ONE,
}


class Applies(StrEnum):
    """Whether a server is inside what a rule or a source asks for."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class State(StrEnum):
    """What a status means for a verdict; GONE is a target that the dataset does not apply to."""

    GONE = "gone"
    COLLECTED = "collected"
    INCOMPLETE = "incomplete"
    LACKING = "lacking"


def state_of(status: Status) -> State:
    """Return what a status means for a verdict."""
    if status is Status.NOT_APPLICABLE:
        return State.GONE
    if status in CERTAIN:
        return State.COLLECTED
    return State.INCOMPLETE if status in INCOMPLETE else State.LACKING


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """A server as a rule's `applies_to` sees it; version and roles are None where unknown."""

    name: str
    version: str | None = None
    roles: frozenset[str] | None = None

    @property
    def is_edge(self) -> bool:
        return self.roles is not None and EDGE in self.roles

    @property
    def certain_roles(self) -> frozenset[str]:
        """Return what the server counts as for sure."""
        return counted_roles({self.version or ""}, self.roles or frozenset())

    @property
    def possible_roles(self) -> frozenset[str]:
        """Return what the server may count as, whatever its version is."""
        return counted_roles({self.version} if self.version else {version for version, _ in ROLE_COUNTS_AS}, self.roles or frozenset())


def counted_roles(versions: Iterable[str], roles: frozenset[str]) -> frozenset[str]:
    """Return the roles that a server counts as in any of the versions: 2013 and later merged what 2010 kept apart."""
    return roles.union(*(ROLE_COUNTS_AS.get((version, role), frozenset()) for version in versions for role in roles))


def applies(versions: Versions, roles: Roles, server: Server) -> Applies:
    """Tell whether a server is inside; an unknown version or role is unknown only where it could put the server outside."""
    parts = {_version_within(versions, server), _role_within(roles, server)}
    if Applies.NO in parts:
        return Applies.NO
    return Applies.UNKNOWN if Applies.UNKNOWN in parts else Applies.YES


def _version_within(wanted: Versions, server: Server) -> Applies:
    if isinstance(wanted, str) or server.version in wanted:
        return Applies.YES
    return Applies.UNKNOWN if server.version is None else Applies.NO


def _role_within(wanted: Roles, server: Server) -> Applies:
    if isinstance(wanted, str) or not server.certain_roles.isdisjoint(wanted):
        return Applies.YES
    return Applies.UNKNOWN if server.roles is None or not server.possible_roles.isdisjoint(wanted) else Applies.NO


def canonical(name: str) -> str:
    """Return a server's name as targets spell it."""
    return UNATTRIBUTED if name.lower() == UNATTRIBUTED else name.upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """Where a dataset is read. `org` is the organization's own copy, `edge` the copy that each Edge server keeps under its name."""

    org: bool = False
    edge: bool = False
    ldap: bool = False
    dc: bool = False
    server: bool = False
    server_sources: tuple[Source, ...] = ()
    central_sources: tuple[Source, ...] = ()
    server_roles: Roles = "any"


def scope_of(dataset: Dataset) -> Scope:
    """Return where a dataset's sources are read; a derived one has one target of its own."""
    if dataset.is_derived:
        pairs: list[tuple[Target | None, Roles]] = [(dataset.target, dataset.roles)]
    else:
        pairs = [(source.target, source.roles) for source in dataset.sources]
    central = [(target, roles) for target, roles in pairs if target in {Target.ORG, Target.LDAP}]
    return Scope(
        org=any(target is Target.ORG and roles != [EDGE] for target, roles in central),
        ldap=any(target is Target.LDAP and roles != [EDGE] for target, roles in central),
        edge=any(isinstance(roles, list) and EDGE in roles for _, roles in central),
        dc=any(target is Target.DC for target, _ in pairs),
        server=any(target is Target.SERVER for target, _ in pairs),
        server_sources=tuple(source for source in dataset.sources if source.target is Target.SERVER),
        central_sources=tuple(source for source in dataset.sources if source.target in {Target.ORG, Target.LDAP}),
        server_roles=dataset.roles,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Servers by name in upper case, coverage by dataset and target, scopes by dataset."""

    servers: Mapping[str, Server]
    lines: Mapping[str, Mapping[str, CoverageLine]]
    scopes: Mapping[str, Scope]

    def server(self, name: str) -> Server:
        """Return what is known of a server; nothing, where no data names it."""
        return self.servers.get(canonical(name)) or Server(name=name)

    def line(self, dataset: str, target: str) -> CoverageLine:
        """Return the coverage of a pair; one without a line is `missing` where it is expected, else `not-applicable`."""
        found = self.lines.get(dataset, {}).get(target)
        return found or CoverageLine(dataset=dataset, target=target, status=self._expected(dataset, target))

    def _expected(self, dataset: str, target: str) -> Status:
        scope = self.scopes.get(dataset, Scope())
        if target in {ORG, LDAP}:
            return self._expected_centrally(scope)
        server = self.servers.get(target)
        if server is None or not scope.server:
            return Status.MISSING
        if scope.server_sources:
            inside = any(applies(source.versions, source.roles, server) is not Applies.NO for source in scope.server_sources)
        else:
            inside = applies("all", scope.server_roles, server) is not Applies.NO
        return Status.MISSING if inside else Status.NOT_APPLICABLE

    def _expected_centrally(self, scope: Scope) -> Status:
        """A cmdlet that no version in the organization has is not missing there; an unknown version could have it."""
        inside = [server for server in self.servers.values() if not server.is_edge]
        if not inside or not scope.central_sources:
            return Status.MISSING
        has_it = any(applies(source.versions, "any", server) is not Applies.NO for source in scope.central_sources for server in inside)
        return Status.MISSING if has_it else Status.NOT_APPLICABLE

    def unseen_servers(self) -> CoverageLine | None:
        """Return the coverage of the list of servers where it is not whole: then a server may exist that nobody has seen."""
        line = self.lines.get(SERVERS, {}).get(ORG)
        return line if line is not None and state_of(line.status) in {State.INCOMPLETE, State.LACKING} else None

    def state(self, dataset: str, target: str) -> State:
        """Return what the status of a pair means for a verdict."""
        return state_of(self.line(dataset, target).status)

    def targets(self, dataset: str) -> tuple[str, ...]:
        """Return every target of a dataset, expected or collected, sorted."""
        scope = self.scopes.get(dataset, Scope())
        found = set(self.lines.get(dataset, {}))
        found |= {ORG} if scope.org else set()
        found |= {LDAP} if scope.ldap else set()
        found |= {name for name, server in self.servers.items() if server.is_edge} if scope.edge else set()
        found |= set(self.servers) if scope.server else set()
        found |= set(self.controllers(dataset)) if scope.dc else set()
        return tuple(sorted(found))

    def controllers(self, dataset: str) -> tuple[str, ...]:
        """Return the domain controllers that a dataset was or should have been read on; `dc` where none is known."""
        named = tuple(sorted(target for target in self.lines.get(dataset, {}) if target.startswith(DC_PREFIX)))
        return named or (DC,)

    def leaned_on(self, dataset: str, server: str | None) -> tuple[str, ...]:
        """Return the targets whose data a row of that server (None: the organization) leans on in a dataset.

        A domain controller's own row leans on its own data; every other row on those of all domain controllers.
        """
        scope = self.scopes.get(dataset, Scope())
        own = () if server is None else self._own(dataset, scope, canonical(server))
        if own:
            return own
        found = (ORG,) if scope.org else (LDAP,) if scope.ldap else ()
        return found + (self.controllers(dataset) if scope.dc else ())

    def _own(self, dataset: str, scope: Scope, name: str) -> tuple[str, ...]:
        """Return a server's own copy, its own data, or a domain controller's own data; nothing where only central data count."""
        lines = self.lines.get(dataset, {})
        if name not in self.servers and f"{DC_PREFIX}{name}" in lines:
            return (f"{DC_PREFIX}{name}",)
        may_be_edge = self.server(name).is_edge or self.server(name).roles is None
        keeps_copy = (self.server(name).is_edge and scope.edge) or (may_be_edge and name in lines)
        return (name,) if scope.server or keeps_copy else ()


def ground_of(estate: Estate, scopes: Mapping[str, Scope]) -> Ground:
    """Return the ground of an estate. Its `servers` table gives names, versions and roles; a pair with two lines has the worse one."""
    return Ground(servers=_servers(estate), lines=index_lines(estate.coverage), scopes=scopes)


def index_lines(coverage: Iterable[CoverageLine]) -> dict[str, dict[str, CoverageLine]]:
    """Return coverage lines by dataset and target; of two for one pair the worse holds."""
    found: dict[str, dict[str, CoverageLine]] = {}
    for line in coverage:
        known = found.setdefault(line.dataset, {}).get(line.target)
        if known is None or STATUS_RANK[line.status] > STATUS_RANK[known.status]:
            found[line.dataset][line.target] = line
    return found


def _servers(estate: Estate) -> dict[str, Server]:
    table = estate.tables.get("servers")
    rows = [] if table is None else table.select(["name", "version", "roles"]).to_pylist()
    servers = [Server(name=canonical(row["name"]), version=row["version"], roles=frozenset(row["roles"]) if row["roles"] else None) for row in rows]
    return {server.name: server for server in servers}
