"""What a query must return, checked: closed words, unique keys, evidence of few plain types.

Everything after the border trusts these rows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import count
from typing import Any

import pyarrow as pa
import pyarrow.types as kinds

from exposture.errors import RuleQueryError
from exposture.model.outcome import Outcome, Severity
from exposture.model.results import EvidenceValue

REQUIRED = ("server", "subject", "subject_key", "outcome")
OPTIONAL = ("sub_key", "reason", "severity", "is_default", "needs")
RESERVED = (*REQUIRED, *OPTIONAL)
FROM_QUERY = frozenset({Outcome.PASS, Outcome.FAIL, Outcome.UNKNOWN, Outcome.NOT_APPLICABLE, Outcome.MANUAL})
OUTCOMES = {str(outcome): outcome for outcome in FROM_QUERY}
SEVERITIES = {str(severity): severity for severity in Severity}
WITHOUT_REASON = frozenset({Outcome.PASS, Outcome.FAIL})
STRINGS = pa.list_(pa.string())
SHOWN = 5
UNREDACTED = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One examined subject, as the query or the engine judged it.

    `server` null is the organization; `sub_key` is "" where there is none; `severity` and `is_default` null where the query does
    not say; `needs` null means every dataset of the rule. `is_made` marks a row that the engine made.
    """

    server: str | None
    subject: str
    subject_key: str
    outcome: Outcome
    sub_key: str = ""
    reason: str | None = None
    severity: Severity | None = None
    is_default: bool | None = None
    needs: frozenset[str] | None = None
    evidence: Mapping[str, EvidenceValue]
    is_made: bool = False


def evidence_names(columns: Sequence[str]) -> tuple[str, ...]:
    """Return the evidence columns of a result, in query order."""
    return tuple(name for name in columns if name not in RESERVED)


def rows_of(table: pa.Table, datasets: frozenset[str], *, mode: str = UNREDACTED, are_keys_repeated: bool = False) -> list[Row]:
    """Return the checked rows of a query's result; `datasets` are those that the rule names.

    A subject without a name is its key. `mode` is how the data were redacted: a reason made of what was taken away says so.
    `are_keys_repeated` tells that the data hold a key twice: then rows of one identity are the data's fault, and each is kept under a
    `sub_key` of its own, so that the odd rows of one server take no verdict of the others.

    Raises:
        RuleQueryError: a column is missing, stands twice or has another type; a word is not of the closed sets; a reason is
            missing; a subject_key is null; (subject_key, sub_key) comes twice; `needs` names another dataset.
    """
    _check_columns(table.column_names)
    names = evidence_names(table.column_names)
    evidence = _dicts({name: _evidence_values(table.column(name), name) for name in names}, table.num_rows)
    columns = {name: _reserved_values(table, name) for name in RESERVED}
    words = _Words(datasets, mode)
    rows = [words.row(columns, index, evidence[index]) for index in range(table.num_rows)]
    if are_keys_repeated:
        return _separated(rows)
    _check_unique(rows)
    return rows


def _check_columns(names: Sequence[str]) -> None:
    if missing := [name for name in REQUIRED if name not in names]:
        raise RuleQueryError(f"the query lacks the columns {', '.join(missing)}")
    if twice := sorted({name for name in names if names.count(name) > 1}):
        raise RuleQueryError(f"the query returns columns twice: {', '.join(twice)}")


def _dicts(columns: Mapping[str, Sequence[EvidenceValue]], length: int) -> list[dict[str, EvidenceValue]]:
    if not columns:
        return [{} for _ in range(length)]
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


def _reserved_values(table: pa.Table, name: str) -> Sequence[Any]:
    if name not in table.column_names:
        return [None] * table.num_rows
    column = _undictionary(table.column(name))
    wanted = {"is_default": pa.bool_(), "needs": STRINGS}.get(name, pa.string())
    if not (column.type == wanted or _is_null(column.type)):
        raise RuleQueryError(f"the column {name} is {column.type}; it must be {'list of text' if wanted == STRINGS else wanted}")
    values: list[Any] = column.to_pylist()
    return values


def _is_null(kind: pa.DataType) -> bool:
    return bool(kinds.is_null(kind) or (kinds.is_list(kind) and kinds.is_null(kind.value_type)))


def _undictionary(column: pa.ChunkedArray) -> pa.ChunkedArray:
    return column.cast(column.type.value_type) if kinds.is_dictionary(column.type) else column


def _evidence_values(column: pa.ChunkedArray, name: str) -> list[EvidenceValue]:
    plain = _undictionary(column)
    kind = plain.type
    if kinds.is_boolean(kind) or kinds.is_string(kind) or _is_null(kind) or kind == STRINGS:
        values: list[EvidenceValue] = plain.to_pylist()
        return values
    if kinds.is_integer(kind) or kinds.is_decimal(kind):
        return [_number(value) for value in plain.to_pylist()]
    if kinds.is_floating(kind):
        return [value if value is None or math.isfinite(value) else None for value in plain.to_pylist()]
    if kinds.is_date(kind) or (kinds.is_timestamp(kind) and kind.tz is None):
        return [_iso(value) for value in plain.cast(pa.date32() if kinds.is_date(kind) else pa.timestamp("us"), safe=False).to_pylist()]
    raise RuleQueryError(f"the evidence column {name} is {kind}; give bool, int, float, text, date, timestamp without zone or a list of text")


def _number(value: Any) -> int | float | None:  # int or decimal.Decimal
    """Return a whole number that fits 64 bits as int, every other as float."""
    if value is None:
        return None
    return int(value) if value == int(value) and abs(value) < 1 << 63 and not _has_places(value) else float(value)


def _has_places(value: Any) -> bool:  # int or decimal.Decimal
    return not isinstance(value, int) and value.as_tuple().exponent < 0


def _iso(value: date | datetime | None) -> str | None:
    return None if value is None else value.isoformat()


class _Words:
    """Turns the words of a row into the closed sets; one per result, because the same lists come again and again."""

    def __init__(self, datasets: frozenset[str], mode: str) -> None:
        self._datasets = datasets
        self._mode = mode
        self._needs: dict[tuple[str, ...], frozenset[str]] = {}

    def row(self, columns: Mapping[str, Sequence[Any]], index: int, evidence: Mapping[str, EvidenceValue]) -> Row:
        subject, subject_key = columns["subject"][index], columns["subject_key"][index]
        subject = subject or subject_key
        if not subject_key:
            raise RuleQueryError(f"row {index + 1} has no subject_key")
        outcome = self._outcome(columns["outcome"][index], subject)
        reason = columns["reason"][index]
        if outcome not in WITHOUT_REASON and not reason and self._mode != UNREDACTED:
            reason = f"redaction mode {self._mode} took away what the reason says"
        if outcome not in WITHOUT_REASON and not reason:
            raise RuleQueryError(f"{subject}: {outcome} needs a reason")
        return Row(
            server=columns["server"][index],
            subject=subject,
            subject_key=subject_key,
            sub_key=columns["sub_key"][index] or "",
            outcome=outcome,
            reason=reason,
            severity=self._severity(columns["severity"][index], subject),
            is_default=columns["is_default"][index],
            needs=self._leaned_on(columns["needs"][index], subject),
            evidence=evidence,
        )

    def _outcome(self, word: str | None, subject: str) -> Outcome:
        if word not in FROM_QUERY:
            raise RuleQueryError(f"{subject}: {word!r} is no outcome of a query; choose {', '.join(sorted(FROM_QUERY))}")
        return OUTCOMES[word]

    def _severity(self, word: str | None, subject: str) -> Severity | None:
        if word is None:
            return None
        if word not in SEVERITIES:
            raise RuleQueryError(f"{subject}: {word!r} is no severity; choose {', '.join(Severity)}")
        return SEVERITIES[word]

    def _leaned_on(self, names: list[str] | None, subject: str) -> frozenset[str] | None:
        if names is None:
            return None
        key = tuple(names)
        if key not in self._needs:
            if unknown := sorted({str(name) for name in key} - self._datasets):
                raise RuleQueryError(f"{subject}: needs names {', '.join(unknown)}, which the rule's datasets lack")
            self._needs[key] = frozenset(key)
        return self._needs[key]


def _separated(rows: Sequence[Row]) -> list[Row]:
    """Return the rows with a number behind the `sub_key` of each that repeats another; what a row says decides which is which."""
    alike: dict[tuple[str, str], list[int]] = {}
    for index, row in enumerate(rows):
        alike.setdefault((row.subject_key, row.sub_key), []).append(index)
    taken = set(alike)
    found = list(rows)
    for (subject_key, sub_key), places in alike.items():
        numbers = (f"{sub_key}~{number}" for number in count(2))
        for index in sorted(places, key=lambda place: _said(rows[place]))[1:]:
            fresh = next(name for name in numbers if (subject_key, name) not in taken)
            taken.add((subject_key, fresh))
            found[index] = replace(rows[index], sub_key=fresh)
    return found


def _said(row: Row) -> tuple[str, str, str, str, str]:
    return (row.server or "", row.subject, row.outcome, row.reason or "", repr(sorted(row.evidence.items())))


def _check_unique(rows: Sequence[Row]) -> None:
    seen: set[tuple[str, str]] = set()
    twice: list[str] = []
    for row in rows:
        identity = (row.subject_key, row.sub_key)
        if identity in seen:
            twice.append(f"{row.subject} ({row.subject_key}, {row.sub_key or 'no sub_key'})")
        seen.add(identity)
    if twice:
        more = f" and {len(twice) - SHOWN} more" if len(twice) > SHOWN else ""
        raise RuleQueryError(f"(subject_key, sub_key) must be unique; it comes twice for {'; '.join(sorted(set(twice))[:SHOWN])}{more}")
