"""The one table of results: its schema, and how rows get their ids."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from typing import Any

import pyarrow as pa

HASHED = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
EvidenceValue = bool | int | float | str | list[str] | None

RESULT_FIELDS: list[pa.Field[Any]] = [
    pa.field("rule_id", pa.string(), nullable=False),
    pa.field("outcome", pa.string(), nullable=False),
    pa.field("severity", pa.string(), nullable=False),
    pa.field("is_default", pa.bool_(), nullable=False),
    pa.field("server", pa.string()),
    pa.field("subject", pa.string(), nullable=False),
    pa.field("subject_key", pa.string(), nullable=False),
    pa.field("sub_key", pa.string(), nullable=False),
    pa.field("name_key", pa.string(), nullable=False),
    pa.field("reason", pa.string()),
    pa.field("message", pa.string(), nullable=False),
    pa.field("evidence", pa.string(), nullable=False),
    pa.field("finding_id", pa.string(), nullable=False),
    pa.field("group_id", pa.string(), nullable=False),
    pa.field("evidence_hash", pa.string(), nullable=False),
    pa.field("would_change", pa.list_(pa.string()), nullable=False),
    pa.field("because_of", pa.list_(pa.string()), nullable=False),
    pa.field(
        "sources",
        pa.list_(pa.struct([("dataset", pa.string()), ("target", pa.string()), ("file", pa.string()), ("properties", pa.list_(pa.string()))])),
    ),
]
RESULTS = pa.schema(RESULT_FIELDS)
"""One row per rule and subject, sorted by rule_id, server, subject, sub_key, finding_id.

`server` null is the organization; `evidence` is a JSON object of the rule's evidence columns in query order;
times in it are ISO text. `sub_key` is "" where the rule has none.
"""


def short_hash(parts: list[Any]) -> str:
    """Return the first 16 hex digits of sha256 over a JSON array (UTF-8, no spaces)."""
    return hashlib.sha256(HASHED.encode(parts).encode()).hexdigest()[:16]


def finding_id(rule_id: str, subject_key: str, sub_key: str) -> str:
    """Return the identity of a finding: the rule, the object, the part; never a value, a severity or a text."""
    return short_hash([rule_id, subject_key, sub_key])


def evidence_hash(evidence: Mapping[str, EvidenceValue], left_out: frozenset[str]) -> str:
    """Return the hash of the sorted evidence; `left_out` names its volatile, counter and secret columns."""
    return short_hash([[name, evidence[name]] for name in sorted(evidence) if name not in left_out])


def group_id(rule_id: str, outcome: str, severity: str, evidence: str) -> str:
    """Return what rows with the same verdict on the same observed values have in common; `evidence` is an evidence hash."""
    return short_hash([rule_id, outcome, severity, evidence])


def name_key(subject: str, sub_key: str) -> str:
    """Return the second-best identity: the case-folded name, for objects that were made anew."""
    return f"{unicodedata.normalize('NFC', subject.casefold())}|{sub_key}"
