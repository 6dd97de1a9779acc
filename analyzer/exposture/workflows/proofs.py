"""Proofs that the parts of exposture work on this machine, for `doctor`."""

from __future__ import annotations

from exposture import __version__
from exposture.catalog.facts import load_facts
from exposture.model.assessment import (
    AsOf,
    Assessment,
    CoverageInfo,
    Head,
    Listed,
    Organization,
    ProfileUse,
    RulePack,
    Summary,
    Tool,
)
from exposture.model.results import RESULTS
from exposture.report.pdf import make_pdf
from exposture.rulebook.load import load_rulebook

SECONDS = 60.0


def pdf_found() -> str:
    """Make the report of nothing, by the process that makes every PDF.

    Raises:
        ReportError: it cannot be made; the message says what to install.
    """
    output = make_pdf(empty_assessment(), seconds=SECONDS)
    return "; ".join(["a report was made", *output.warnings])


def rules_found() -> str:
    """Read the rule pack, strictly.

    Raises:
        ExpostureError: the pack is missing or broken.
    """
    rulebook = load_rulebook()
    return f"{len(rulebook.rules)} rules, sha256 {rulebook.sha256[:12]}"


def facts_found() -> str:
    """Read the tables of facts.

    Raises:
        PackageDataError: one is missing or broken.
    """
    dates = load_facts().dates
    oldest = min(dates, key=lambda name: (dates[name], name))
    return f"{len(dates)} tables, the oldest ({oldest}) as of {dates[oldest].isoformat()}"


def empty_assessment() -> Assessment:
    """Return the Assessment of no data under no rule."""
    none = Listed(gaps=0, unrecognised=0, damaged=0, conversions=0)
    coverage = CoverageInfo(
        expected=0, collected=0, ratio=0.0, counts="pairs", gaps=[], unrecognised=[], damaged=[], conversions=[], totals=none, remarks=[]
    )
    head = Head(
        tool=Tool(version=__version__, rule_pack=RulePack(version=__version__, sha256="", data_dates={})),
        profile=ProfileUse(name="default", title="", parameters={}, off={}),
        as_of=AsOf(time=None, origin="none"),
        organization=Organization(name=None, guid=None, forests=[]),
        bundles=[],
        servers=[],
        coverage=coverage,
        rules=[],
        site={},
        summary=Summary(by_outcome={}, by_severity={}, by_server={}, by_area={}, open=0),
    )
    return Assessment(head=head, results=RESULTS.empty_table(), passes=[])
