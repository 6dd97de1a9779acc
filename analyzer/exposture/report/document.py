"""The Assessment as a JSON document and as a Parquet table: the files that other programs read.

Knows the wire form of `model.assessment` and nothing of how a report looks.
"""

from __future__ import annotations

import io
import json
import re
from collections import Counter
from dataclasses import fields, is_dataclass
from datetime import datetime
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
from pydantic import TypeAdapter, ValidationError
from pydantic_core import from_json as parse_json
from pydantic_core import to_json as write_json

from exposture.errors import Location, UsageError
from exposture.model.assessment import SCHEMA_VERSION, Assessment, Document, Head, PassCount, Result
from exposture.model.outcome import Outcome, Severity
from exposture.model.results import RESULTS
from exposture.model.visible import BIDIRECTIONAL, UNSEEN

ROWS_KEPT_PER_RULE = 1_000
NOT_SHOWN = re.compile(f"[\x7f-\x9f{BIDIRECTIONAL}{UNSEEN}]")
"""What a JSON writer leaves as it is although it is no text to look at."""
SCHEMA_ID = f"urn:exposture:schema:results:{SCHEMA_VERSION}"
SETTLED = (Outcome.PASS.value, Outcome.NOT_APPLICABLE.value)
RESULT_COLUMNS = tuple(item.name for item in fields(Result))
HEAD_FIELDS = tuple(item.name for item in fields(Head))


def _sorted_maps(value: Any) -> Any:  # any value of the wire form
    """Return plain lists and dictionaries: dataclass fields in their order, the keys of every mapping sorted."""
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: _sorted_maps(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, dict):
        return {str(key): _sorted_maps(value[key]) for key in sorted(value, key=str)}
    if isinstance(value, list | tuple):
        return [_sorted_maps(item) for item in value]
    return value


def _settled_per_rule(results: pa.Table, passes: list[PassCount]) -> Counter[str]:
    is_settled = pc.is_in(results["outcome"], value_set=pa.array(SETTLED))
    counts: Counter[str] = Counter(results.filter(is_settled)["rule_id"].to_pylist())
    for line in passes:
        counts[line.rule_id] += line.count
    return counts


def _split(assessment: Assessment) -> tuple[pa.Table, list[PassCount]]:
    """Return the rows that the document holds one by one, and the counts of the others."""
    results = assessment.results
    crowded = [rule for rule, count in _settled_per_rule(results, assessment.passes).items() if count > ROWS_KEPT_PER_RULE]
    is_settled = pc.is_in(results["outcome"], value_set=pa.array(SETTLED))
    left_out = pc.and_(is_settled, pc.is_in(results["rule_id"], value_set=pa.array(crowded, pa.string())))
    counts: Counter[tuple[str, str | None, str]] = Counter()
    for line in assessment.passes:
        counts[line.rule_id, line.server, line.outcome] += line.count
    counted = results.filter(left_out)
    counts.update(zip(*(counted[name].to_pylist() for name in ("rule_id", "server", "outcome")), strict=True))
    lines = [PassCount(rule_id=rule, server=server, outcome=outcome, count=count) for (rule, server, outcome), count in counts.items()]
    return results.filter(pc.invert(left_out)), sorted(lines, key=lambda line: (line.rule_id, line.server or "", line.outcome))


def _wire_row(row: dict[str, Any]) -> dict[str, Any]:
    row["evidence"] = json.loads(row["evidence"])
    row["sources"] = row["sources"] or []
    row["waiver"] = None
    return {name: row[name] for name in RESULT_COLUMNS}


def to_json(assessment: Assessment) -> bytes:
    """Return the document as UTF-8 JSON that ends with a newline.

    Fields stand in the order of `model.assessment`, keys of mappings are sorted, evidence keeps the order of the
    rule's query, results keep the order of the table. Pass and not_applicable rows of a rule that has more than
    1,000 of them are counted in `passes`.
    """
    kept, passes = _split(assessment)
    document = {"schema_version": assessment.head.schema_version, **_sorted_maps(assessment.head)}
    document["results"] = [_wire_row(row) for row in kept.to_pylist()]
    document["passes"] = _sorted_maps(passes)
    return escaped(write_json(document, indent=2, inf_nan_mode="null").decode()).encode() + b"\n"


def escaped(text: str) -> str:
    """Return JSON in which characters that a terminal obeys or does not show are `\\u` escapes; it says the same."""
    return NOT_SHOWN.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be")
    return "".join(f"\\u{units[at]:02x}{units[at + 1]:02x}" for at in range(0, len(units), 2))


def _place(path: str, location: tuple[int | str, ...]) -> Location:
    return Location(path=f"{path}#/{'/'.join(str(step) for step in location)}")


def _parse(data: bytes, path: str) -> Document:
    try:
        raw = parse_json(data, allow_inf_nan=False)
    except ValueError as error:
        raise UsageError(f"this is no JSON: {error}", where=Location(path=path)) from error
    version = raw.get("schema_version") if isinstance(raw, dict) else None
    if version != SCHEMA_VERSION:
        shown = version if isinstance(version, int) else "none"
        raise UsageError(f"schema_version is {shown}, expected {SCHEMA_VERSION}; audit the bundle again with this version", where=Location(path=path))
    try:
        return TypeAdapter(Document).validate_python(raw)
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        raise UsageError(f"this is no result document: {first['msg'].lower()}", where=_place(path, first["loc"])) from error


def _check_times(document: Document, path: str) -> None:
    times: list[tuple[tuple[str | int, ...], str | None]] = [(("as_of", "time"), document.as_of.time)]
    for index, bundle in enumerate(document.bundles):
        times.append((("bundles", index, "collected_from"), bundle.collected_from))
        times.append((("bundles", index, "collected_to"), bundle.collected_to))
    for location, text in times:
        try:
            moment = None if text is None else datetime.fromisoformat(text)
        except ValueError as error:
            raise UsageError("this is no time in ISO form", where=_place(path, location)) from error
        if moment is not None and moment.tzinfo is not None:
            raise UsageError("times are UTC and carry no zone", where=_place(path, location))


def _check_words(document: Document, path: str) -> None:
    """Refuse what the types cannot say: words outside the closed sets, results without their rule.

    Raises:
        UsageError: with the place of the first fault.
    """
    outcomes, severities = set(Outcome), set(Severity)
    for index, rule in enumerate(document.rules):
        if rule.severity not in severities:
            raise UsageError(f"the severity is none of {', '.join(Severity)}", where=_place(path, ("rules", index, "severity")))
    known = {rule.id for rule in document.rules}
    lines = [("results", index, row.rule_id, row.outcome) for index, row in enumerate(document.results)]
    lines += [("passes", index, count.rule_id, count.outcome) for index, count in enumerate(document.passes)]
    for name, index, rule_id, outcome in lines:
        if outcome not in outcomes:
            raise UsageError(f"the outcome is none of {', '.join(Outcome)}", where=_place(path, (name, index, "outcome")))
        if rule_id not in known:
            raise UsageError("the rule of this result is not among the rules", where=_place(path, (name, index, "rule_id")))
    for index, row in enumerate(document.results):
        if row.severity not in severities:
            raise UsageError(f"the severity is none of {', '.join(Severity)}", where=_place(path, ("results", index, "severity")))


def _table_row(result: Result) -> dict[str, Any]:
    row = {name: getattr(result, name) for name in RESULTS.names if name != "sources"}
    row["evidence"] = json.dumps(result.evidence, ensure_ascii=False, separators=(",", ":"))
    row["sources"] = [_sorted_maps(source) for source in result.sources]
    return row


def from_json(data: bytes, *, path: str = "results.json") -> Assessment:
    """Return the Assessment that `to_json` wrote; unknown fields are passed over, so a later minor version can be read.

    Raises:
        UsageError: the bytes are no JSON, another schema version, or no result document; the place is a JSON pointer.
    """
    document = _parse(data, path)
    _check_times(document, path)
    _check_words(document, path)
    head = Head(**{name: getattr(document, name) for name in HEAD_FIELDS})
    table = pa.Table.from_pylist([_table_row(result) for result in document.results], schema=RESULTS)
    return Assessment(head=head, results=table, passes=document.passes)


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the document."""
    schema = TypeAdapter(Document).json_schema(mode="serialization")
    definitions = schema["$defs"]
    definitions["Result"]["properties"]["outcome"]["enum"] = [str(outcome) for outcome in Outcome]
    definitions["PassCount"]["properties"]["outcome"]["enum"] = [str(outcome) for outcome in Outcome]
    for name in ("Result", "RuleInfo"):
        definitions[name]["properties"]["severity"]["enum"] = [str(severity) for severity in Severity]
    definitions["Result"]["properties"]["finding_id"]["pattern"] = "^[0-9a-f]{16}$"
    schema["properties"]["schema_version"] = {"const": SCHEMA_VERSION, "title": "Schema Version", "type": "integer"}
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **schema}


def results_parquet(assessment: Assessment) -> bytes:
    """Return every row of the results, with evidence as JSON text, as one Parquet file (schema `model.results.RESULTS`)."""
    sink = io.BytesIO()
    pq.write_table(assessment.results.cast(RESULTS).combine_chunks(), sink, compression="zstd")
    return sink.getvalue()
