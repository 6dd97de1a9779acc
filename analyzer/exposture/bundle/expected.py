"""Which (dataset, target) should have been collected: the catalog times the servers, and how much of it was.

What is unknown (a server's version or role) excludes nothing; only a server that is known to be outside has no line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from exposture.bundle.cures import who_to_ask
from exposture.bundle.manifest import Pair
from exposture.bundle.servers import EDGE, Server, domain_controllers_of, may_apply, servers_of
from exposture.bundle.targets import DC, LDAP, ORG, is_dc
from exposture.catalog.dataset import Dataset, Source, Target
from exposture.catalog.load import Catalog
from exposture.model.coverage import CERTAIN, CoverageLine, Status
from exposture.model.estate import Estate

USAGE = "usage"
DC_ROLE = "domain-controller"
TIERS = ("core", "extended", "deep", "usage")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ratio:
    """`counts` says what is counted: `pairs` (bundles) or `datasets` (loose exports)."""

    expected: int
    collected: int
    counts: str

    @property
    def ratio(self) -> float:
        """Collected per expected; 1.0 where nothing is expected."""
        return self.collected / self.expected if self.expected else 1.0


def expected_pairs(catalog: Catalog, servers: Sequence[Server], domain_controllers: Sequence[str], *, is_loose: bool = False) -> dict[Pair, str]:
    """Return each pair that should be there with its tier; the lowest tier where several sources give one pair.

    A source with a recognition of its own is another tool's: a bundle never holds it, `is_loose` exports may.
    An Edge server has its own copies of org-scope datasets whose roles name Edge. Without a known domain
    controller, what is read on each has one pair with the target `dc`.
    """
    pairs: dict[Pair, str] = {}
    for dataset in catalog.readable:
        for source in dataset.sources:
            if source.recognise is not None and not is_loose:
                continue
            for target in _targets(source, servers, domain_controllers):
                known = pairs.get((dataset.name, target))
                pairs[dataset.name, target] = source.tier if known is None else min(known, source.tier, key=TIERS.index)
    return pairs


def has_edge_copies(source: Source) -> bool:
    """Return whether an Edge server has its own copy of what this source reads once for the organization."""
    return source.roles != "any" and EDGE in source.roles


def _targets(source: Source, servers: Sequence[Server], domain_controllers: Sequence[str]) -> Iterator[str]:
    match source.target:
        case Target.SERVER:
            yield from (server.name for server in servers if may_apply(source, server))
        case Target.DC:
            if not servers or any(_version_may_apply(source, server) for server in servers):
                yield from domain_controllers or (DC,)
        case Target.ORG | Target.LDAP:
            yield from _directory_targets(source, servers)


def _directory_targets(source: Source, servers: Sequence[Server]) -> Iterator[str]:
    inside = [server for server in servers if server.is_edge is not True]
    only_edge = source.roles != "any" and set(source.roles) == {EDGE}
    if not only_edge and (not servers or any(_version_may_apply(source, server) for server in inside)):
        yield ORG if source.target is Target.ORG else LDAP
    if has_edge_copies(source):
        yield from (server.name for server in servers if server.is_edge and may_apply(source, server))


def _version_may_apply(source: Source, server: Server) -> bool:
    return source.versions == "all" or server.version is None or server.version in source.versions


def with_missing(lines: Mapping[Pair, CoverageLine], catalog: Catalog, estate: Estate) -> tuple[CoverageLine, ...]:
    """Return all lines, sorted, with a `missing` one for each expected pair that has none; usage is expected only where it was asked for."""
    targets = [target for _, target in lines]
    servers = servers_of(estate.tables, targets)
    is_loose = all(collection.is_loose for collection in estate.collections)
    edges = frozenset(server.name for server in servers if server.is_edge)
    expected = expected_pairs(catalog, servers, domain_controllers_of(estate.tables, targets), is_loose=is_loose)
    missing = {
        pair: CoverageLine(dataset=pair[0], target=pair[1], status=Status.MISSING, tier=tier, message=_nothing(pair[1], edges))
        for pair, tier in expected.items()
        if pair not in lines and (tier != USAGE or USAGE in tiers_asked(estate))
    }
    every = {**missing, **lines}
    return tuple(every[pair] for pair in sorted(every))


def _nothing(target: str, edges: frozenset[str]) -> str:
    return "; ".join(filter(None, ["nothing was collected", who_to_ask(target, edges)]))


def tier_of(dataset: Dataset, source: Source | None) -> str:
    """Return the tier of a source, the dataset's lowest where the source is unknown."""
    return source.tier if source is not None else min((each.tier for each in dataset.sources), key=TIERS.index, default=TIERS[0])


def coverage_ratio(estate: Estate, catalog: Catalog) -> Ratio:
    """Return how much of what the run asked for is there.

    Bundles: (ok + empty) pairs of the tiers asked for, without not-applicable ones; where only domain controllers were asked,
    only theirs. Loose exports alone: recognised core datasets of all core datasets. Derived tables count in neither.
    """
    readable = {dataset.name for dataset in catalog.readable}
    lines = [line for line in estate.coverage if line.dataset in readable]
    if all(collection.is_loose for collection in estate.collections):
        return _dataset_ratio(lines, catalog)
    asked = tiers_asked(estate)
    if is_only_controllers(estate):
        lines = [line for line in lines if line.target == DC or is_dc(line.target)]
    counted = [line for line in lines if line.tier in asked and line.status is not Status.NOT_APPLICABLE]
    return Ratio(expected=len(counted), collected=sum(line.status in CERTAIN for line in counted), counts="pairs")


def is_only_controllers(estate: Estate) -> bool:
    """Tell whether every run was one of the directory team's, with `-Role DomainController`."""
    return bool(estate.collections) and all(each.run.get("role") == DC_ROLE for each in estate.collections)


def tiers_asked(estate: Estate) -> frozenset[str]:
    """Return the tiers that the runs asked for; loose exports ask for the core."""
    return frozenset(tier.strip() for each in estate.collections for tier in each.run.get("tiers", "core").split(","))


def _dataset_ratio(lines: Iterable[CoverageLine], catalog: Catalog) -> Ratio:
    core = {dataset.name for dataset in catalog.readable if tier_of(dataset, None) == "core"}
    found = {line.dataset for line in lines if line.status is not Status.MISSING}
    return Ratio(expected=len(core), collected=len(core & found), counts="datasets")
