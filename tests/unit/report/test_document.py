from __future__ import annotations

import io
import json
from typing import Any

import jsonschema
import pyarrow.parquet as pq
import pytest
from tests.unit.report.assessments import assessment, row
from tests.unit.report.contoso import contoso

from exposture.errors import UsageError
from exposture.model.assessment import Assessment, PassCount
from exposture.model.results import RESULTS
from exposture.report.document import from_json, json_schema, results_parquet, to_json


def loaded(data: bytes) -> dict[str, Any]:
    return json.loads(data)


def changed(**fields: Any) -> bytes:
    return json.dumps({**loaded(to_json(assessment())), **fields}).encode()


def passing(amount: int, outcome: str = "pass") -> list[dict[str, Any]]:
    return [row(outcome=outcome, subject=f"Connector {number:05}", message="fine") for number in range(amount)]


def test_document_is_valid_against_its_schema() -> None:
    jsonschema.Draft202012Validator(json_schema()).validate(loaded(to_json(contoso())))


def test_schema_is_itself_valid_and_named() -> None:
    schema = json_schema()

    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == "urn:exposture:schema:results:1"


@pytest.mark.parametrize(("field", "word"), [("outcome", "good"), ("severity", "awful")])
def test_schema_refuses_words_outside_the_closed_sets(field: str, word: str) -> None:
    document = loaded(to_json(assessment()))
    document["results"][0][field] = word

    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json_schema()).validate(document)


def test_reading_what_was_written_gives_the_same_document() -> None:
    first = to_json(contoso())

    assert to_json(from_json(first)) == first


def test_results_come_back_as_the_same_table() -> None:
    original = contoso()

    assert from_json(to_json(original)).results.equals(original.results)


def test_evidence_keeps_the_order_of_the_query() -> None:
    document = loaded(to_json(assessment([row(evidence={"zone": 1, "address": [], "null": None})])))

    assert list(document["results"][0]["evidence"]) == ["zone", "address", "null"]


def test_keys_of_mappings_are_sorted() -> None:
    document = loaded(to_json(assessment(site={"time_sources": [], "gateways": []})))

    assert list(document["site"]) == ["gateways", "time_sources"]


def test_schema_version_comes_first() -> None:
    assert next(iter(loaded(to_json(assessment())))) == "schema_version"


def test_a_thousand_passes_of_a_rule_stay_rows() -> None:
    document = loaded(to_json(assessment(passing(1_000))))

    assert (len(document["results"]), document["passes"]) == (1_000, [])


def test_more_than_a_thousand_settled_rows_are_counted_while_fails_stay() -> None:
    rows = [*passing(600), *passing(401, "not_applicable"), row()]
    document = loaded(to_json(assessment(rows)))

    assert [line["outcome"] for line in document["results"]] == ["fail"]
    assert [(line["outcome"], line["count"]) for line in document["passes"]] == [("not_applicable", 401), ("pass", 600)]


def test_counts_of_a_document_that_was_read_are_added() -> None:
    counted = [PassCount(rule_id="RCV-001", server="EX1", outcome="pass", count=999)]
    document = loaded(to_json(assessment(passing(2), passes=counted)))

    assert document["results"] == []
    assert [line["count"] for line in document["passes"]] == [1_001]


def test_numbers_that_json_does_not_know_become_null() -> None:
    broken = assessment([row(evidence={"ratio": float("nan")})])

    assert loaded(to_json(broken))["results"][0]["evidence"] == {"ratio": None}


def test_unknown_fields_are_passed_over() -> None:
    assert from_json(changed(future={"a": 1})).head.organization.name == "Contoso"


def refused(data: bytes) -> str:
    with pytest.raises(UsageError) as caught:
        from_json(data, path="old.json")
    return str(caught.value)


def test_no_json_names_line_and_column() -> None:
    message = refused(b'{"schema_version": 1,\n oops')

    assert "line 2" in message
    assert message.endswith("in old.json")


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"schema_version": "1"}'])
def test_a_document_without_version_is_refused(data: bytes) -> None:
    assert "schema_version is none, expected 1" in refused(data)


def test_a_newer_version_is_refused() -> None:
    assert "schema_version is 2, expected 1" in refused(changed(schema_version=2))


def test_not_a_number_is_refused() -> None:
    assert "no JSON" in refused(b'{"schema_version": NaN}')


def test_deep_nesting_is_refused() -> None:
    assert "no JSON" in refused(b"[" * 100_000)


def edited(path: list[Any], value: Any) -> bytes:
    document = loaded(to_json(assessment(passes=[PassCount(rule_id="RCV-001", server=None, outcome="pass", count=1)])))
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return json.dumps(document).encode()


@pytest.mark.parametrize(
    ("path", "value", "pointer"),
    [
        (["tool", "version"], 7, "#/tool/version"),
        (["results", 0, "severity"], "awful", "#/results/0/severity"),
        (["results", 0, "outcome"], "good", "#/results/0/outcome"),
        (["results", 0, "rule_id"], "XXX-001", "#/results/0/rule_id"),
        (["results", 0, "evidence"], [], "#/results/0/evidence"),
        (["passes", 0, "outcome"], "good", "#/passes/0/outcome"),
        (["passes", 0, "rule_id"], "XXX-001", "#/passes/0/rule_id"),
        (["rules", 0, "severity"], "awful", "#/rules/0/severity"),
        (["as_of", "time"], "yesterday", "#/as_of/time"),
        (["as_of", "time"], "2026-08-14T00:00:00+02:00", "#/as_of/time"),
        (["bundles", 0, "collected_to"], "never", "#/bundles/0/collected_to"),
    ],
)
def test_a_fault_is_named_with_its_place(path: list[Any], value: Any, pointer: str) -> None:
    assert refused(edited(path, value)).endswith(f"in old.json{pointer}")


def test_parquet_holds_every_row_with_the_published_schema() -> None:
    original = assessment([*passing(1_001), row()])
    table = pq.read_table(io.BytesIO(results_parquet(original)))

    assert table.schema.equals(RESULTS)
    assert table.num_rows == 1_002


@pytest.mark.parametrize("write", [to_json, results_parquet])
def test_two_runs_give_the_same_bytes(write: Any) -> None:
    first: Assessment = contoso()

    assert write(first) == write(contoso())
