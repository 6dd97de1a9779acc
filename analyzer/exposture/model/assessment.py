"""The Assessment: the one result that every renderer reads. Schema version 1.

The classes are the wire form of `results.json`: `report.document` gives and takes it, and its JSON Schema is
made from them. In memory the rows of `results` are one Arrow table (`model.results`); `Assessment` holds that
table, `Document` the rows that the JSON keeps.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa

SCHEMA_VERSION = 1
LIST_CAP = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePack:
    version: str
    sha256: str
    data_dates: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    version: str
    rule_pack: RulePack
    name: str = "exposture"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileUse:
    """`parameters`: rule id -> parameter -> value used (tables are given by their number of rows)."""

    name: str
    title: str
    parameters: dict[str, dict[str, Any]]
    off: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AsOf:
    """`time` is ISO text of a naive UTC time; origin is `collection | estimate | option | none`."""

    time: str | None
    origin: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    name: str | None
    guid: str | None
    forests: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleInfo:
    name: str
    sha256: str
    integrity: str
    is_loose: bool
    collected_from: str | None
    collected_to: str | None
    collector_version: str | None
    redaction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerInfo:
    name: str
    key: str
    version: str | None
    build: str | None
    roles: list[str]
    site: str | None
    dag: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A pair that is not there or not whole; `cure` says what would close the gap, and who can."""

    dataset: str
    target: str
    status: str
    message: str
    cure: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InputFile:
    """A file that was not read into a dataset, with why: unrecognised, damaged, unreadable, passed over."""

    path: str
    state: str
    integrity: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionInfo:
    dataset: str
    column: str
    file: str
    object_index: int
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """Counts of lists that are capped at 1,000 entries."""

    gaps: int
    unrecognised: int
    damaged: int
    conversions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageInfo:
    """`ratio` = collected / expected; `expected` counts pairs (bundles) or core datasets (loose exports), as `counts` says."""

    expected: int
    collected: int
    ratio: float
    counts: str
    gaps: list[Gap]
    unrecognised: list[InputFile]
    damaged: list[InputFile]
    conversions: list[ConversionInfo]
    totals: Listed
    remarks: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInfo:
    """What is published of a rule; `revision` is the hash of query, parameters, datasets, applies_to and when_empty."""

    id: str
    title: str
    area: str
    status: str
    kind: str
    scope: str
    topics: list[str]
    severity: str
    severity_reason: str
    product_default_fails: bool
    rationale: str
    question: str
    message: str
    exceptions: list[str]
    remediation: dict[str, Any]
    references: list[dict[str, str]]
    mappings: dict[str, list[str]]
    datasets: dict[str, str]
    notes: str
    revision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceInfo:
    dataset: str
    target: str
    file: str | None
    properties: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    id: str
    owner: str
    reason: str
    expires: str | None
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    finding_id: str
    group_id: str
    rule_id: str
    outcome: str
    severity: str
    is_default: bool
    server: str | None
    subject: str
    subject_key: str
    sub_key: str
    name_key: str
    reason: str | None
    message: str
    evidence: dict[str, Any]
    evidence_hash: str
    would_change: list[str]
    because_of: list[str]
    sources: list[SourceInfo]
    waiver: Waiver | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassCount:
    """Rows that the JSON does not hold one by one."""

    rule_id: str
    server: str | None
    outcome: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Counts over all results. `by_severity`: open fails; `by_server` and `by_area`: name -> outcome or severity of fails -> count."""

    by_outcome: dict[str, int]
    by_severity: dict[str, int]
    by_server: dict[str, dict[str, int]]
    by_area: dict[str, dict[str, int]]
    open: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Everything of an Assessment but its results."""

    tool: Tool
    profile: ProfileUse
    as_of: AsOf
    organization: Organization
    bundles: list[BundleInfo]
    servers: list[ServerInfo]
    coverage: CoverageInfo
    rules: list[RuleInfo]
    site: dict[str, list[dict[str, Any]]]
    summary: Summary
    annexes: dict[str, Any] = field(default_factory=dict)
    schema_version: int = SCHEMA_VERSION


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """`results` has the schema `model.results.RESULTS` and holds every row; `passes` counts what a JSON left out (after reading one)."""

    head: Head
    results: pa.Table
    passes: list[PassCount]


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Head):
    """The JSON document."""

    results: list[Result]
    passes: list[PassCount]
