"""Look into bundles: what is there, what is not, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from exposture.bundle.expected import coverage_ratio
from exposture.bundle.limits import BundleLimits
from exposture.catalog.facts import load_facts
from exposture.catalog.load import Catalog, load_catalog
from exposture.engine.assessment import NOT_READ, damaged_pairs, is_damaged
from exposture.model.coverage import CoverageLine, Status
from exposture.model.estate import Collection, Estate
from exposture.workflows.audit import open_estate
from exposture.workflows.steps import Step, silent

Rows = list[tuple[object, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """Facts as lines, and the rows of four tables."""

    facts: list[str]
    servers: Rows
    coverage: Rows
    files: Rows
    conversions: Rows
    is_damaged: bool


def look_into(inputs: Sequence[Path], step: Step = silent, limits: BundleLimits | None = None) -> View:
    """Return what the inputs hold.

    Raises:
        BundleError: an input cannot be used; UsageError: inputs that must not merge.
    """
    catalog = load_catalog()
    estate = open_estate(inputs, catalog, load_facts(), step, limits=limits)
    ratio = coverage_ratio(estate, catalog)
    facts = [line for collection in estate.collections for line in _collection(collection)]
    facts += [
        f"as of {estate.as_of or 'an unknown time'} ({estate.as_of_origin}); {ratio.collected} of {ratio.expected} {ratio.counts} ({ratio.ratio:.0%})"
    ]
    shown = [line for line in estate.coverage if not catalog[line.dataset].is_derived and _is_shown(line, estate)]
    return View(
        facts=[*facts, *estate.remarks],
        servers=_servers(estate),
        coverage=[(line.dataset, line.target, line.status.value, line.rows, line.message) for line in shown],
        files=[
            (each.path, each.state.value, each.integrity.value, each.message) for each in estate.files if each.state in NOT_READ or is_damaged(each)
        ],
        conversions=[(each.dataset, each.column, each.file, each.object_index, each.text, each.reason) for each in estate.conversions],
        is_damaged=_is_damaged(estate, catalog),
    )


def _is_damaged(estate: Estate, catalog: Catalog) -> bool:
    """Tell whether a file, a pair or a whole bundle is not what was collected."""
    if damaged_pairs(estate, catalog) or any(each.integrity == "differs" for each in estate.collections):
        return True
    return any(is_damaged(each) for each in estate.files)


def _is_shown(line: CoverageLine, estate: Estate) -> bool:
    """A pair that nobody exported is a line in a bundle, which promised it; in loose exports it would drown the rest."""
    return line.status is not Status.MISSING or not all(collection.is_loose for collection in estate.collections)


def _collection(collection: Collection) -> list[str]:
    origin = "loose exports" if collection.is_loose else f"bundle of collector {collection.collector_version or 'unknown'}"
    lines = [f"{collection.name}: {origin}, sha256 {collection.sha256}, integrity {collection.integrity}, redaction {collection.redaction}"]
    if collection.collected_to is not None:
        lines.append(f"  collected from {collection.collected_from or 'an unknown time'} to {collection.collected_to} UTC")
    return lines


def _servers(estate: Estate) -> Rows:
    rows = estate.tables["servers"].select(["name", "version", "build", "roles", "site"]).to_pylist()
    return sorted(
        (row["name"], row["version"] or "unknown", row["build"] or "unknown", ", ".join(row["roles"] or ["unknown"]), row["site"] or "")
        for row in rows
    )
