from __future__ import annotations

import hashlib

import pyarrow as pa

from exposture.model.results import RESULTS, evidence_hash, finding_id, group_id, name_key, short_hash


def test_hash_is_that_of_a_json_array_without_spaces_in_utf8() -> None:
    text = '["RCV-001","guid:a","\u00fc",null]'

    assert short_hash(["RCV-001", "guid:a", "\u00fc", None]) == hashlib.sha256(text.encode()).hexdigest()[:16]


def test_identity_of_a_finding_depends_on_rule_object_and_part_alone() -> None:
    assert finding_id("RCV-001", "guid:a", "s-1-5-7") == short_hash(["RCV-001", "guid:a", "s-1-5-7"])
    assert len({finding_id("R", "a", ""), finding_id("R", "", "a"), finding_id("S", "a", "")}) == 3


def test_evidence_hash_is_sorted_and_leaves_out_what_moves() -> None:
    evidence: dict[str, bool | int | float | str | list[str] | None] = {"b": 1, "a": ["x"], "counter": 7}

    assert evidence_hash(evidence, frozenset({"counter"})) == short_hash([["a", ["x"]], ["b", 1]])
    assert evidence_hash({"a": ["x"], "b": 1}, frozenset()) == evidence_hash(evidence, frozenset({"counter"}))


def test_group_is_rule_verdict_and_evidence() -> None:
    assert group_id("R", "fail", "high", "e") == short_hash(["R", "fail", "high", "e"])


def test_name_key_folds_case_and_composes_characters() -> None:
    assert name_key("Zu\u0308rich", "Part") == "z\u00fcrich|Part"


def test_results_hold_one_row_per_finding_with_its_sources() -> None:
    required = [field.name for field in RESULTS if not field.nullable]

    assert {"server", "reason", "sources"}.isdisjoint(required)
    assert {"rule_id", "outcome", "finding_id", "group_id", "evidence_hash"} <= set(required)
    assert [field.name for field in RESULTS.field("sources").type.value_type] == ["dataset", "target", "file", "properties"]
    assert pa.types.is_string(RESULTS.field("evidence").type)
