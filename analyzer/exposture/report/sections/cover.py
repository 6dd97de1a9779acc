"""The first page: whose servers, which data, how old, how complete, and how far it can be trusted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from exposture.model.assessment import AsOf, BundleInfo, CoverageInfo, Head, ServerInfo
from exposture.report import wording

SERVERS_SHOWN = 12
BUNDLES_SHOWN = 4
REMARKS_SHOWN = 6
ORIGINS = {
    "collection": "the end of the collection",
    "estimate": "the latest time found in the data (an estimate, the files carry no time of collection)",
    "option": "the date that was asked for",
    "none": "no time is known; checks that depend on it are unknown",
}
REDACTIONS = {
    "none": "none, names and addresses as exported",
    "names": "names: pseudonyms stand for people, servers, domains and addresses; free text and certificates were dropped",
    "strict": "strict: names, domains, addresses, free text and certificates were dropped; servers are numbered",
}
REDACTED_REMARK = "The data is redacted ({mode}): checks that need what was taken away are unknown and say so."
INTEGRITY = {
    "matches": "every file matches the hash that the collector wrote",
    "differs": "at least one file differs from the hash that the collector wrote",
    "no-manifest": "cannot be verified, the files came without a manifest",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A label and its text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerRow:
    name: str
    version: str
    build: str
    roles: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleCard:
    """One bundle: its hash in full, for reading out on the phone."""

    name: str
    sha256: str
    integrity: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cover:
    """`coverage` holds both numbers and the ratio; `remarks` what the reader must know before anything else."""

    organization: str
    subtitle: str
    as_of: str
    age: str
    coverage: str
    coverage_ratio: str
    facts: tuple[Fact, ...]
    servers: tuple[ServerRow, ...]
    servers_more: str
    bundles: tuple[BundleCard, ...]
    bundles_more: str
    remarks: tuple[str, ...]
    trust: tuple[str, ...]


def organization_name(head: Head) -> str:
    """Return the name on the cover and in the footer."""
    return wording.name(head.organization.name) if head.organization.name else "Organization not named in the data"


def version_name(version: str | None) -> str:
    """Return `Exchange 2019`, `Exchange SE`, or that it is not known."""
    return f"Exchange {wording.name(version)}" if version else "version not known"


def _server_row(server: ServerInfo) -> ServerRow:
    places = [part for part in (server.site and f"site {server.site}", server.dag and f"DAG {server.dag}") if part]
    return ServerRow(
        name=wording.name(server.name),
        version=version_name(server.version),
        build=wording.name(server.build or "not known"),
        roles=wording.joined(tuple(wording.name(role) for role in sorted(server.roles)[:6])) or "not known",
        place=wording.line(", ".join(places)) if places else "none",
    )


def _more_servers(servers: list[ServerInfo]) -> str:
    if not servers:
        return ""
    kinds = Counter(version_name(server.version) for server in servers)
    parts = [f"{wording.number(amount)} with {kind}" for kind, amount in sorted(kinds.items())[:8]]
    return f"and {wording.count(len(servers), 'more server')}: {', '.join(parts)}"


def _span(bundle: BundleInfo) -> str:
    start, end = bundle.collected_from, bundle.collected_to
    if start is None and end is None:
        return "time of collection not known"
    if start == end or start is None or end is None:
        return wording.moment(end or start)
    if wording.day(start) == wording.day(end):
        return f"{wording.day(start)}, {datetime.fromisoformat(start):%H:%M} to {datetime.fromisoformat(end):%H:%M} UTC"
    return f"{wording.moment(start)} to {wording.moment(end)}"


def _bundle_card(bundle: BundleInfo) -> BundleCard:
    kind = "loose exports without a manifest" if bundle.is_loose else f"collector {wording.name(bundle.collector_version or 'of unknown version')}"
    return BundleCard(
        name=wording.name(bundle.name),
        sha256=wording.line(bundle.sha256),
        integrity=INTEGRITY.get(bundle.integrity, wording.line(bundle.integrity)),
        facts=(
            Fact(label="Collected", text=_span(bundle)),
            Fact(label="Made by", text=kind),
            Fact(label="Redaction", text=REDACTIONS.get(bundle.redaction, wording.line(bundle.redaction))),
        ),
    )


def age_text(as_of: AsOf, bundles: list[BundleInfo]) -> str:
    """Return how old the data is at the moment of judgement; the clock of this machine is never asked."""
    ends = [bundle.collected_to for bundle in bundles if bundle.collected_to]
    if as_of.time is None or not ends:
        return "The age of the data is not known."
    days = (datetime.fromisoformat(as_of.time) - datetime.fromisoformat(min(ends))).days
    if days < 0:
        return "The data is younger than the moment it is judged at."
    which = "data" if len(set(ends)) == 1 else "oldest data"
    return f"The {which} is of that day." if days == 0 else f"The {which} is {wording.count(days, 'day')} old at that moment."


def coverage_text(coverage: CoverageInfo) -> str:
    """Return both numbers of the coverage in one sentence."""
    unit = "core datasets" if "core" in coverage.counts else "expected datasets and servers"
    return f"{wording.number(coverage.collected)} of {wording.number(coverage.expected)} {unit} collected"


def trust_texts(bundles: list[BundleInfo]) -> tuple[str, ...]:
    """Return what the reader may and may not conclude from this report."""
    hashes = "A hash made on the server proves that the files were not changed on the way; it does not prove that the server told the truth."
    if any(bundle.integrity == "no-manifest" for bundle in bundles):
        hashes += " Here some files came without a manifest: not even their way can be proven."
    return (
        "The report judges what was exported, nothing else. No connection was made, to a server or to the internet.",
        hashes,
        "What could not be read is never counted as good: it is listed as unknown, with the reason.",
        "The report names weaknesses of running systems. Keep it where you keep passwords.",
    )


def _facts(head: Head) -> tuple[Fact, ...]:
    pack = head.tool.rule_pack
    dates = sorted(set(pack.data_dates.values()))
    rules = (
        f"{head.tool.name} {head.tool.version} with rule pack {pack.version} ({wording.count(len(head.rules), 'rule')}, sha256 {pack.sha256[:16]})"
    )
    span = " to ".join(dates[:1] + dates[1:][-1:])
    facts = [
        Fact(label="Tool and rules", text=wording.line(f"{rules}, tables of facts of {span}" if dates else rules)),
        Fact(label="Profile", text=wording.line(f"{head.profile.title} ({head.profile.name})")),
    ]
    if head.organization.forests:
        facts.append(Fact(label="Forest", text=wording.joined(*wording.some(sorted(head.organization.forests), 4))))
    return tuple(facts)


def _remarks(head: Head) -> tuple[str, ...]:
    remarks = [wording.sentence(wording.line(remark)) for remark in head.coverage.remarks]
    if len(head.organization.forests) > 1:
        remarks.insert(0, f"The exports hold objects of {len(head.organization.forests)} forests.")
    modes = sorted({bundle.redaction for bundle in head.bundles} - {"none"})
    remarks[:0] = [REDACTED_REMARK.format(mode=wording.line(mode)) for mode in modes]
    hidden = len(remarks) - REMARKS_SHOWN
    return (*remarks[:REMARKS_SHOWN], *([f"{wording.count(hidden, 'more remark')} in results.json."] if hidden > 0 else []))


def build(head: Head) -> Cover:
    """Return the cover."""
    servers = sorted(head.servers, key=lambda server: server.name)
    hidden = len(head.bundles) - BUNDLES_SHOWN
    return Cover(
        organization=organization_name(head),
        subtitle=f"{wording.count(len(servers), 'Exchange server')}, {wording.count(len(head.bundles), 'bundle')}",
        as_of=f"Judged as of {wording.moment(head.as_of.time)}: {ORIGINS.get(head.as_of.origin, wording.line(head.as_of.origin))}.",
        age=age_text(head.as_of, head.bundles),
        coverage=coverage_text(head.coverage),
        coverage_ratio=wording.percent(head.coverage.ratio),
        facts=_facts(head),
        servers=tuple(_server_row(server) for server in servers[:SERVERS_SHOWN]),
        servers_more=_more_servers(servers[SERVERS_SHOWN:]),
        bundles=tuple(_bundle_card(bundle) for bundle in head.bundles[:BUNDLES_SHOWN]),
        bundles_more=f"and {wording.count(hidden, 'more bundle')}, listed in results.json" if hidden > 0 else "",
        remarks=_remarks(head),
        trust=trust_texts(head.bundles),
    )
