"""Audit: open, derive, judge, assess. The wiring and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from exposture.bundle.open import open_bundle
from exposture.catalog.facts import Facts, load_facts
from exposture.catalog.load import Catalog, load_catalog
from exposture.derive.estate import complete
from exposture.engine.assessment import Ground, assess
from exposture.engine.run import Inputs, run_rules
from exposture.model.assessment import Assessment
from exposture.model.estate import Estate
from exposture.model.outcome import SEVERITY_RANK, Outcome, Severity
from exposture.rulebook.load import load_rulebook
from exposture.rulebook.profiles import profile_named
from exposture.rulebook.site import load_choices, load_site

Step = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRequest:
    """What to judge and how; `rules_dir` None is the pack that travels with the package."""

    inputs: tuple[Path, ...]
    profile: str = "default"
    site: Path | None = None
    as_of: datetime | None = None
    rules_dir: Path | None = None


def silent(name: str, done: int, total: int) -> None:
    """Tell nobody about a step."""


def run_audit(request: AuditRequest, step: Step = silent) -> Assessment:
    """Return the Assessment of one organization's bundles.

    Raises:
        BundleError: an input cannot be used; UsageError: inputs that must not merge.
        ConfigFileError: the profile or site file is wrong.
    """
    catalog, facts = load_catalog(), load_facts()
    rulebook = load_rulebook(request.rules_dir, strict=False)
    profile_named(request.profile, rulebook.profiles)
    site = load_site(request.site, networks=facts.networks)
    edges = [name for name in site.tables["site_edge_subscriptions"].column("edge_server").to_pylist() if name]
    estate = open_estate(request.inputs, catalog, facts, step, edges)
    if request.as_of is not None:
        estate = replace(estate, as_of=request.as_of, as_of_origin="option")
    inputs = Inputs(estate=estate, facts=facts, catalog=catalog, site=site, choices=load_choices().keys())
    findings = run_rules(rulebook, inputs, request.profile, progress=lambda done, total, _: step("judging by rules", done, total))
    ground = Ground(
        estate=estate, rulebook=rulebook, catalog=catalog, facts=facts, site=site, profile=request.profile, tool_version=version("exposture")
    )
    return assess(ground, findings)


def open_estate(inputs: tuple[Path, ...], catalog: Catalog, facts: Facts, step: Step, edges: list[str] | None = None) -> Estate:
    """Return the tables of the inputs, derived ones included."""
    opened = open_bundle(
        inputs, catalog=catalog, facts=facts, declared_edges=edges or [], progress=lambda done, total, _: step("reading", done, total)
    )
    return complete(opened, catalog, facts)


def is_damaged(assessment: Assessment) -> bool:
    """Tell whether data was damaged or changed, or a rule raised: exit 4."""
    head = assessment.head
    has_errors = bool(head.summary.by_outcome.get(Outcome.ERROR)) or any(remark.startswith("the rule file ") for remark in head.coverage.remarks)
    return has_errors or bool(head.coverage.totals.damaged) or any(bundle.integrity == "differs" for bundle in head.bundles)


def open_at_or_above(assessment: Assessment, severity: str) -> int:
    """Return how many open findings are at least that severe."""
    limit = SEVERITY_RANK[Severity(severity)]
    return sum(count for name, count in assessment.head.summary.by_severity.items() if SEVERITY_RANK[Severity(name)] <= limit)
