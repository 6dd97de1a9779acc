"""The results of an Assessment, indexed for the sections: one light object a row, the heavy columns on demand."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pyarrow as pa

from exposture.model.assessment import Assessment, Head, PassCount, RuleInfo, SourceInfo
from exposture.model.outcome import Outcome
from exposture.report.marks import severity_rank

LIGHT_COLUMNS = (
    "rule_id outcome severity is_default server subject subject_key sub_key reason message evidence finding_id group_id".split()  # noqa: SIM905  # a list of names reads best as text
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One row of the results; `index` is its place in the table, `evidence` is JSON text."""

    index: int
    rule_id: str
    outcome: str
    severity: str
    is_default: bool
    server: str | None
    subject: str
    subject_key: str
    sub_key: str
    reason: str | None
    message: str
    evidence: str
    finding_id: str
    group_id: str

    def values(self) -> dict[str, Any]:
        """Return the evidence in the order of the query."""
        parsed = json.loads(self.evidence)
        return parsed if isinstance(parsed, dict) else {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """Every section is a pure function of this.

    `by_rule` holds the rows of each rule in table order, `counts` rule -> outcome -> number of rows with those that a
    JSON document left out, `by_id` finding id -> row.
    """

    head: Head
    rules: Mapping[str, RuleInfo]
    rows: tuple[Finding, ...]
    by_rule: Mapping[str, tuple[Finding, ...]]
    counts: Mapping[str, Mapping[str, int]]
    by_id: Mapping[str, Finding]
    passes: tuple[PassCount, ...]
    table: pa.Table

    @property
    def left_out(self) -> int:
        """Return how many rows a JSON document counted instead of holding them."""
        return sum(line.count for line in self.passes)

    def total(self, outcome: Outcome) -> int:
        """Return how many results have that outcome."""
        return sum(counts[outcome] for counts in self.counts.values())

    def texts(self, finding: Finding, column: str) -> list[str]:
        """Return a list column (`would_change`, `because_of`) of one row."""
        return list(self.table[column][finding.index].as_py() or [])

    def sources(self, finding: Finding) -> list[SourceInfo]:
        """Return where the row's evidence comes from."""
        return [SourceInfo(**{**source, "properties": source["properties"] or []}) for source in self.table["sources"][finding.index].as_py() or []]


def _counts(rows: Iterable[Finding], assessment: Assessment) -> dict[str, Counter[str]]:
    counts: dict[str, Counter[str]] = {rule.id: Counter() for rule in assessment.head.rules}
    for row in rows:
        counts[row.rule_id][row.outcome] += 1
    for line in assessment.passes:
        counts[line.rule_id][line.outcome] += line.count
    return counts


def index_findings(assessment: Assessment) -> Findings:
    """Return the index of an Assessment's results."""
    table = assessment.results.combine_chunks()
    columns = [table[name].to_pylist() for name in LIGHT_COLUMNS]
    rows = tuple(Finding(index, *values) for index, values in enumerate(zip(*columns, strict=True)))
    by_rule: defaultdict[str, list[Finding]] = defaultdict(list)
    for row in rows:
        by_rule[row.rule_id].append(row)
    return Findings(
        head=assessment.head,
        rules={rule.id: rule for rule in sorted(assessment.head.rules, key=lambda rule: rule.id)},
        rows=rows,
        by_rule={rule: tuple(found) for rule, found in sorted(by_rule.items())},
        counts=_counts(rows, assessment),
        by_id={row.finding_id: row for row in rows},
        passes=tuple(assessment.passes),
        table=table,
    )


def worst_first(rows: Iterable[Finding]) -> list[Finding]:
    """Return the rows by severity, what is no product default before what is, then in table order."""
    return sorted(rows, key=lambda row: (severity_rank(row.severity), row.is_default, row.index))


def with_outcome(rows: Sequence[Finding], outcome: Outcome) -> list[Finding]:
    """Return the rows that have that outcome."""
    return [row for row in rows if row.outcome == outcome]
