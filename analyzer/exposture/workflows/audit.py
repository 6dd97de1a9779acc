"""Audit: open, derive, judge, assess. The wiring and nothing else."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from exposture import __version__
from exposture.bundle.capacity import Capacity
from exposture.bundle.limits import BundleLimits
from exposture.bundle.open import open_bundle
from exposture.catalog.facts import Facts
from exposture.catalog.load import Catalog, load_catalog
from exposture.derive.estate import complete
from exposture.engine.assessment import Ground, assess, damaged_pairs
from exposture.engine.run import Inputs, run_rules
from exposture.model.assessment import Assessment
from exposture.model.coverage import CoverageLine
from exposture.model.estate import Estate
from exposture.rulebook.load import Fault
from exposture.rulebook.profiles import profile_named
from exposture.rulebook.site import Site, load_site
from exposture.workflows.memory import bounded_memory
from exposture.workflows.ruleset import Ruleset, load_ruleset
from exposture.workflows.steps import Step, silent

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRequest:
    """What to judge and how; `rules_dir` None is the pack that travels with the package.

    `expect_hash` is the hash of one bundle as a person read it out: in groups, by spaces, dashes or colons.
    """

    inputs: tuple[Path, ...]
    profile: str = "default"
    site: Path | None = None
    as_of: datetime | None = None
    rules_dir: Path | None = None
    expect_hash: str | None = None
    limits: BundleLimits | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Audited:
    """The Assessment, the tables it was made of, the rules that could not be read or judged, and the pairs that differ from their manifest."""

    assessment: Assessment
    estate: Estate
    rule_faults: tuple[Fault, ...]
    damaged_pairs: tuple[CoverageLine, ...] = ()


def run_audit(request: AuditRequest, step: Step = silent, capacity: Capacity | None = None) -> Audited:
    """Return the Assessment of one organization's bundles, and what it leans on.

    Raises:
        BundleError: an input cannot be used; UsageError: inputs that must not merge, or an incomplete rule pack.
        ConfigFileError: the profile or site file is wrong.
    """
    ruleset, catalog = load_ruleset(request.rules_dir), load_catalog()
    logger.info("rule pack %s: %d rules", ruleset.rulebook.sha256[:12], len(ruleset.rulebook.rules))
    profile_named(request.profile, ruleset.rulebook.profiles)
    site = load_site(request.site, networks=ruleset.facts.networks, root=request.rules_dir)
    expected = re.sub(r"[\s:-]", "", request.expect_hash) if request.expect_hash is not None else None
    edges = _declared_edges(site)
    estate = open_estate(request.inputs, catalog, ruleset.facts, step, edges=edges, expected=expected, limits=request.limits, capacity=capacity)
    if request.as_of is not None:
        estate = replace(estate, as_of=request.as_of, as_of_origin="option")
    return _judged(request.profile, ruleset, catalog, site, estate, step)


def open_estate(
    inputs: Sequence[Path],
    catalog: Catalog,
    facts: Facts,
    step: Step = silent,
    *,
    edges: Sequence[str] = (),
    expected: str | None = None,
    limits: BundleLimits | None = None,
    capacity: Capacity | None = None,
) -> Estate:
    """Return the tables of the inputs, derived ones included; `edges` are the Edge servers that site.yaml says belong to the organization,
    `expected` is the hash that the one bundle should have, and `limits` None are the standard ones.

    Raises:
        BundleError: an input cannot be used; UsageError: no input, inputs that must not merge, or a hash that is none or meets several bundles.
    """

    def report(done: int, total: int, _: str) -> None:
        step("reading", done, total)

    opened = open_bundle(
        inputs, catalog=catalog, facts=facts, limits=limits, expect_hash=expected, declared_edges=edges, progress=report, capacity=capacity
    )
    estate = complete(opened, catalog, facts)
    logger.info("read %d files; %d tables have rows", len(estate.files), sum(table.num_rows > 0 for table in estate.tables.values()))
    return estate


def inputs_of(ruleset: Ruleset, catalog: Catalog, site: Site, estate: Estate) -> Inputs:
    """Return everything that rules are asked about."""
    return Inputs(estate=estate, facts=ruleset.facts, catalog=catalog, site=site, choices=ruleset.choices.keys())


def _judged(profile: str, ruleset: Ruleset, catalog: Catalog, site: Site, estate: Estate, step: Step) -> Audited:
    with bounded_memory() as fit:

        def report(done: int, total: int, _: str) -> None:
            fit()
            step("judging by rules", done, total)

        findings = run_rules(ruleset.rulebook, inputs_of(ruleset, catalog, site, estate), profile, progress=report)
    logger.info("judged by %d rules, %d not asked: %d results", len(ruleset.rulebook.rules), len(findings.left_out), findings.results.num_rows)
    ground = Ground(
        estate=estate, rulebook=ruleset.rulebook, catalog=catalog, facts=ruleset.facts, site=site, profile=profile, tool_version=__version__
    )
    return Audited(
        assessment=assess(ground, findings),
        estate=estate,
        rule_faults=(*ruleset.rulebook.faults, *findings.rule_errors),
        damaged_pairs=damaged_pairs(estate, catalog),
    )


def _declared_edges(site: Site) -> list[str]:
    return [name for name in site.tables["site_edge_subscriptions"].column("edge_server").to_pylist() if name]
