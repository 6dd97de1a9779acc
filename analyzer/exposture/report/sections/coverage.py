"""What was collected and what was not: gaps by reason, files that were not understood, values that did not convert."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from exposture.model.assessment import CoverageInfo, Gap, InputFile
from exposture.report import wording
from exposture.report.findings import Findings
from exposture.report.sections.cover import coverage_text

ROWS_SHOWN = 25
CURES_SHOWN = 3
STATUS_TEXTS = {
    "missing": "not in the bundle",
    "partial": "cut: more exists than was exported",
    "damaged": "damaged",
    "error": "the command failed",
    "timeout": "the command took too long",
    "access-denied": "access denied",
    "not-available": "the command does not exist there",
    "unreachable": "the server did not answer",
    "skipped": "skipped on request",
    "running": "the collector was stopped while it ran",
    "unreadable": "cannot be read",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """Datasets that are missing for the same reason in the same words; `cure` joins what would close the gaps, where the message does not say it."""

    status: str
    message: str
    cure: str
    datasets: str
    targets: str
    amount: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRow:
    path: str
    state: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConversionRow:
    column: str
    file: str
    text: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Lists of at most 25 rows each, with the true numbers in their titles."""

    sentence: str
    ratio: str
    gaps: tuple[GapRow, ...]
    gaps_total: str
    gaps_more: str
    damaged: tuple[FileRow, ...]
    damaged_total: str
    damaged_more: str
    unrecognised: tuple[FileRow, ...]
    unrecognised_total: str
    unrecognised_more: str
    conversions: tuple[ConversionRow, ...]
    conversions_total: str
    conversions_more: str
    remarks: tuple[str, ...]


def _more(total: int, shown: int, word: str) -> str:
    return f"{wording.count(total - shown, word)} in results.json, or only counted." if total > shown else ""


def _gap_rows(gaps: Sequence[Gap]) -> tuple[tuple[GapRow, ...], int]:
    """Return the gaps by status and message, most first, and how many gaps the rows stand for."""
    groups: defaultdict[tuple[str, str], list[Gap]] = defaultdict(list)
    for gap in gaps:
        groups[gap.status, gap.message].append(gap)
    ordered = sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0]))[:ROWS_SHOWN]
    rows = tuple(
        GapRow(
            status=STATUS_TEXTS.get(status) or wording.words(status),
            message=wording.line(message, 160),
            cure=_cures(message, group),
            datasets=wording.joined(*wording.some(sorted(gap.dataset for gap in group), 6)),
            targets=wording.joined(*wording.some(sorted(gap.target for gap in group), 6)),
            amount=wording.number(len(group)),
        )
        for (status, message), group in ordered
    )
    return rows, sum(len(group) for _, group in ordered)


def _cures(message: str, gaps: Sequence[Gap]) -> str:
    """Return the cures of a row's gaps as sentences, without what its message says already; what differs by the server alone is told once."""
    is_one = len({gap.target for gap in gaps}) == 1
    told = {gap.cure if is_one else gap.cure.replace(gap.target, "the server") for gap in gaps if gap.cure}
    cures = sorted(cure for cure in told if cure not in message)
    more = [f"{wording.count(len(cures) - CURES_SHOWN, 'more cure')} in results.json."] if len(cures) > CURES_SHOWN else []
    return " ".join([*(wording.sentence(wording.line(cure, 240)) for cure in cures[:CURES_SHOWN]), *more])


def _file_rows(files: Sequence[InputFile]) -> tuple[FileRow, ...]:
    return tuple(
        FileRow(path=wording.line(file.path, 160), state=wording.words(file.state), message=wording.line(file.message, 200))
        for file in files[:ROWS_SHOWN]
    )


def _conversion_rows(coverage: CoverageInfo) -> tuple[ConversionRow, ...]:
    return tuple(
        ConversionRow(
            column=wording.line(f"{item.dataset}.{item.column}", 90),
            file=wording.line(f"{item.file}, object {item.object_index}", 120),
            text=wording.line(item.text, 120),
            reason=wording.line(item.reason, 120),
        )
        for item in coverage.conversions[:ROWS_SHOWN]
    )


def build(findings: Findings) -> Coverage:
    """Return coverage and limits."""
    coverage = findings.head.coverage
    totals = coverage.totals
    gaps, shown = _gap_rows(coverage.gaps)
    return Coverage(
        sentence=wording.sentence(coverage_text(coverage)),
        ratio=wording.percent(coverage.ratio),
        gaps=gaps,
        gaps_total=wording.count(totals.gaps, "gap"),
        gaps_more=_more(totals.gaps, shown, "more gap"),
        damaged=_file_rows(coverage.damaged),
        damaged_total=wording.count(totals.damaged, "damaged file"),
        damaged_more=_more(totals.damaged, min(len(coverage.damaged), ROWS_SHOWN), "more file"),
        unrecognised=_file_rows(coverage.unrecognised),
        unrecognised_total=wording.count(totals.unrecognised, "file"),
        unrecognised_more=_more(totals.unrecognised, min(len(coverage.unrecognised), ROWS_SHOWN), "more file"),
        conversions=_conversion_rows(coverage),
        conversions_total=wording.count(totals.conversions, "value"),
        conversions_more=_more(totals.conversions, min(len(coverage.conversions), ROWS_SHOWN), "more value"),
        remarks=tuple(wording.sentence(wording.line(remark)) for remark in coverage.remarks[:ROWS_SHOWN]),
    )
