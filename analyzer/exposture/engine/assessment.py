"""Make the Assessment: what was found, on what data, under which rules. Pure; times and versions are arguments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pyarrow as pa

from exposture.bundle.cures import Situation, cure_of
from exposture.bundle.expected import coverage_ratio, is_only_controllers, tiers_asked
from exposture.bundle.part import forests, values_of
from exposture.bundle.servers import EDGE
from exposture.catalog.facts import Facts
from exposture.catalog.load import Catalog
from exposture.engine.run import Findings
from exposture.model.assessment import (
    LIST_CAP,
    AsOf,
    Assessment,
    BundleInfo,
    ConversionInfo,
    CoverageInfo,
    Gap,
    Head,
    InputFile,
    Listed,
    Organization,
    ProfileUse,
    RuleInfo,
    RulePack,
    ServerInfo,
    Summary,
    Tool,
)
from exposture.model.coverage import CERTAIN, HURT, CoverageLine, FileLine, FileState, Status
from exposture.model.estate import Collection, Estate
from exposture.model.outcome import Outcome
from exposture.rulebook.load import Fault, LoadedRule, Rulebook
from exposture.rulebook.profiles import profile_named, values_in_use
from exposture.rulebook.site import Site

ORGANIZATION = "org"
DAMAGED = frozenset({FileState.DAMAGED, FileState.UNREADABLE})
NOT_READ = frozenset({FileState.UNRECOGNISED, FileState.PASSED_OVER})
UNREMARKABLE = CERTAIN | {Status.NOT_APPLICABLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Everything that an Assessment is made of but the findings."""

    estate: Estate
    rulebook: Rulebook
    catalog: Catalog
    facts: Facts
    site: Site
    profile: str
    tool_version: str


def assess(ground: Ground, findings: Findings) -> Assessment:
    """Return the one result that every renderer reads."""
    judged = [loaded for loaded in ground.rulebook.rules if loaded.rule.id not in findings.left_out]
    head = Head(
        tool=Tool(version=ground.tool_version, rule_pack=_rule_pack(ground)),
        profile=_profile(ground, judged, findings.left_out),
        as_of=AsOf(time=_iso(ground.estate.as_of), origin=ground.estate.as_of_origin),
        organization=_organization(ground.estate),
        bundles=[_bundle(collection) for collection in ground.estate.collections],
        servers=_servers(ground.estate),
        coverage=_coverage(ground),
        rules=[rule_info(loaded) for loaded in judged],
        site=_site(ground.site),
        summary=_summary(findings.results, {loaded.rule.id: loaded.area for loaded in judged}),
    )
    return Assessment(head=head, results=findings.results, passes=[])


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _rule_pack(ground: Ground) -> RulePack:
    dates = {name: day.isoformat() for name, day in sorted(ground.facts.dates.items())}
    return RulePack(version=ground.tool_version, sha256=ground.rulebook.sha256, data_dates=dates)


def _profile(ground: Ground, judged: Iterable[LoadedRule], left_out: Mapping[str, str]) -> ProfileUse:
    profile = profile_named(ground.profile, ground.rulebook.profiles)
    values = values_in_use([loaded.rule for loaded in judged], ground.profile)
    return ProfileUse(name=ground.profile, title=profile.title, parameters=values, off=dict(sorted(left_out.items())))


def _organization(estate: Estate) -> Organization:
    config = estate.tables.get("organization_config")
    names = values_of(config, "name") + [name for each in estate.collections if (name := each.run.get("org_name"))]
    guids = values_of(config, "guid") + [guid for each in estate.collections if (guid := each.run.get("org_guid"))]
    return Organization(name=next(iter(names), None), guid=next(iter(guids), None), forests=list(forests(estate.tables)))


def _bundle(collection: Collection) -> BundleInfo:
    return BundleInfo(
        name=collection.name,
        sha256=collection.sha256,
        integrity=collection.integrity,
        is_loose=collection.is_loose,
        collected_from=_iso(collection.collected_from),
        collected_to=_iso(collection.collected_to),
        collector_version=collection.collector_version,
        redaction=collection.redaction,
    )


def _servers(estate: Estate) -> list[ServerInfo]:
    rows = estate.tables["servers"].select(["name", "key", "version", "build", "roles", "site", "dag"]).to_pylist()
    found = [ServerInfo(**row | {"roles": sorted(row["roles"] or []), "key": row["key"] or f"name:{row['name']}"}) for row in rows]
    return sorted(found, key=lambda server: server.name)


def _coverage(ground: Ground) -> CoverageInfo:
    estate = ground.estate
    ratio = coverage_ratio(estate, ground.catalog)
    situation = _situation(estate)
    gaps = [line for line in estate.coverage if line.status not in UNREMARKABLE and not ground.catalog[line.dataset].is_derived]
    unread = [_input_file(line) for line in estate.files if line.state in NOT_READ]
    damaged = [_input_file(line) for line in estate.files if is_damaged(line)]
    return CoverageInfo(
        expected=ratio.expected,
        collected=ratio.collected,
        ratio=round(ratio.ratio, 4),
        counts=ratio.counts,
        gaps=[_gap(line, ground.catalog, situation) for line in gaps[:LIST_CAP]],
        unrecognised=unread[:LIST_CAP],
        damaged=damaged[:LIST_CAP],
        conversions=[_conversion(each) for each in estate.conversions[:LIST_CAP]],
        totals=Listed(gaps=len(gaps), unrecognised=len(unread), damaged=len(damaged), conversions=len(estate.conversions)),
        remarks=[*estate.remarks, *(_remark(fault) for fault in ground.rulebook.faults)],
    )


def _situation(estate: Estate) -> Situation:
    edges = frozenset(server.name for server in _servers(estate) if EDGE in server.roles)
    is_loose = all(each.is_loose for each in estate.collections)
    return Situation(edges=edges, tiers=tiers_asked(estate), is_loose=is_loose, has_exchange=not is_only_controllers(estate))


def _gap(line: CoverageLine, catalog: Catalog, situation: Situation) -> Gap:
    cure = cure_of(line, catalog[line.dataset], situation)
    return Gap(dataset=line.dataset, target=line.target, status=line.status.value, message=line.message, cure=cure)


def is_damaged(line: FileLine) -> bool:
    """Tell whether a file's data may be wrong or cut: unreadable, damaged, or not the bytes that were hashed."""
    return line.state in DAMAGED or line.integrity.value == "differs"


def damaged_pairs(estate: Estate, catalog: Catalog) -> tuple[CoverageLine, ...]:
    """Return the pairs whose data are not what the manifest says although every file of them is whole: rows that are too few, no line, no file."""
    hurt = {line.path for line in estate.files if is_damaged(line)}
    lines = [line for line in estate.coverage if line.status in HURT and not catalog[line.dataset].is_derived]
    return tuple(line for line in lines if hurt.isdisjoint(line.files))


def _remark(fault: Fault) -> str:
    return f"the rule file {fault} was left out"


def _input_file(line: FileLine) -> InputFile:
    return InputFile(path=line.path, state=line.state.value, integrity=line.integrity.value, message=line.message)


def _conversion(found: Any) -> ConversionInfo:  # model.coverage.Conversion, field by field
    return ConversionInfo(**{name: getattr(found, name) for name in ("dataset", "column", "file", "object_index", "text", "reason")})


def rule_info(loaded: LoadedRule) -> RuleInfo:
    """Return what is published of a rule."""
    rule = loaded.rule
    return RuleInfo(
        id=rule.id,
        title=rule.title,
        area=loaded.area,
        status=rule.status,
        kind=rule.kind,
        scope=rule.scope,
        topics=rule.topics,
        severity=rule.severity.value,
        severity_reason=rule.severity_reason,
        product_default_fails=rule.product_default.fails,
        rationale=rule.rationale,
        question=rule.question,
        message=rule.message,
        exceptions=rule.exceptions,
        remediation=rule.remediation.model_dump(mode="json"),
        references=[{"title": each.title, "url": each.url, "read": each.read.isoformat() if each.read else ""} for each in rule.references],
        mappings={name: sorted(items) for name, items in sorted(rule.mappings.items())},
        datasets={name: _need(need) for name, need in sorted(rule.datasets.items())},
        notes=rule.notes,
        revision=loaded.revision,
    )


def _need(need: Any) -> str:  # rulebook.rule.DatasetNeed
    words = [need.need.value, *(["over the organization"] if need.over else []), *(["optional"] if need.optional else [])]
    return ", ".join(words)


def _site(site: Site) -> dict[str, list[dict[str, Any]]]:
    return {name: [_plain(row) for row in table.to_pylist()] for name, table in sorted(site.tables.items()) if table.num_rows}


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    return {name: _text(value) for name, value in row.items()}


def _text(value: Any) -> Any:
    if isinstance(value, list):
        return [_text(part) for part in value]
    return value["text"] if isinstance(value, dict) else value


def _summary(results: pa.Table, areas: Mapping[str, str]) -> Summary:
    rows = list(zip(*(results.column(name).to_pylist() for name in ("rule_id", "outcome", "severity", "server")), strict=True))
    by_server: dict[str, Counter[str]] = {}
    by_area: dict[str, Counter[str]] = {}
    for rule_id, outcome, severity, server in rows:
        word = severity if outcome == Outcome.FAIL else outcome
        by_server.setdefault(server or ORGANIZATION, Counter())[word] += 1
        by_area.setdefault(areas[rule_id], Counter())[word] += 1
    severities = Counter(severity for _, outcome, severity, _ in rows if outcome == Outcome.FAIL)
    return Summary(
        by_outcome=_sorted(Counter(outcome for _, outcome, _, _ in rows)),
        by_severity=_sorted(severities),
        by_server={name: _sorted(counts) for name, counts in sorted(by_server.items())},
        by_area={name: _sorted(counts) for name, counts in sorted(by_area.items())},
        open=sum(severities.values()),
    )


def _sorted(counts: Counter[str]) -> dict[str, int]:
    return dict(sorted(counts.items()))
