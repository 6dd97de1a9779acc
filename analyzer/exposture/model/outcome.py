"""The closed sets of the verdict: outcome, severity, need."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What a rule says about one subject; `waived` is a marker beside it, never one of these."""

    PASS = "pass"
    FAIL = "fail"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    MANUAL = "manual"
    ERROR = "error"


class Severity(StrEnum):
    """How much a fail matters, worst first."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    INFO = "info"


class Need(StrEnum):
    """What the absence of rows in a dataset proves for a rule (design, section 4)."""

    ROWS = "rows"
    ABSENCE_PASSES = "absence_passes"
    ABSENCE_FAILS = "absence_fails"
    ABSENCE_DECIDES = "absence_decides"


SEVERITY_RANK: dict[Severity, int] = {severity: rank for rank, severity in enumerate(Severity)}
