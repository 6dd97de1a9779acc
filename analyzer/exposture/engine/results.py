"""Rows of `model.results.RESULTS` out of judged rows: texts, ids, hashes, sources, and which finding causes which."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from exposture.catalog.dataset import Column, ColumnClass, Dataset
from exposture.engine.ground import Ground
from exposture.engine.rows import Row
from exposture.engine.semantics import Judged
from exposture.engine.words import ORGANIZATION_NAME, filled
from exposture.model.outcome import Outcome, Severity
from exposture.model.results import RESULTS, EvidenceValue, evidence_hash, finding_id, group_id, name_key
from exposture.rulebook.rule import Rule

CHANGING = frozenset({ColumnClass.VOLATILE, ColumnClass.COUNTER, ColumnClass.SECRET})
ANSWERABLE = frozenset({Outcome.FAIL, Outcome.UNKNOWN, Outcome.MANUAL})
COMPANIONS = ("_unlimited", "_known", "_has_value")
COMPUTED = "computed"
EVIDENCE_TEXT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
SOURCES_CAP = 20
LINKS_CAP = 20
ORDER = [("rule_id", "ascending"), ("server", "ascending"), ("subject", "ascending"), ("sub_key", "ascending"), ("finding_id", "ascending")]

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the rows of one rule share.

    `severity` is the rule's under the profile; `left_out` are evidence columns whose change is no change of the finding;
    `properties` are the Exchange properties of the evidence by dataset; `undeclared` the site answers that the query reads
    and nobody gave.
    """

    rule: Rule
    severity: Severity
    left_out: frozenset[str] = frozenset()
    properties: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    undeclared: tuple[str, ...] = ()
    parameters: Mapping[str, EvidenceValue] = field(default_factory=dict)


def origin(rule: Rule, column: str, catalog: Mapping[str, Dataset]) -> tuple[str, Column] | None:
    """Return the dataset and the catalog column that an evidence column shows; None where it is computed.

    Without an entry in the rule's `evidence` that is the column of the same name in the rule's first dataset.
    """
    first = next(iter(rule.datasets), "")
    dataset, _, name = rule.evidence.get(column, f"{first}.{column}").partition(".")
    found = column_named(catalog[dataset], name) if dataset in catalog else None
    return None if found is None else (dataset, found)


def column_named(dataset: Dataset, name: str) -> Column | None:
    """Return the declared column of a name; a companion (`<name>_known`) belongs to its column."""
    by_name = {column.name: column for column in dataset.columns}
    bases = [name.removesuffix(ending) for ending in COMPANIONS if name.endswith(ending)]
    return next((by_name[candidate] for candidate in (name, *bases) if candidate in by_name), None)


def left_out_columns(rule: Rule, columns: Sequence[str], catalog: Mapping[str, Dataset]) -> frozenset[str]:
    """Return the evidence columns that stay out of the evidence hash: volatile, counter, secret."""
    found = ((column, origin(rule, column, catalog)) for column in columns)
    return frozenset(column for column, place in found if place is not None and place[1].column_class in CHANGING)


def evidence_properties(rule: Rule, columns: Sequence[str], catalog: Mapping[str, Dataset]) -> dict[str, tuple[str, ...]]:
    """Return the Exchange property names that the evidence shows, by dataset, sorted; a derived column stands for itself."""
    found: dict[str, set[str]] = defaultdict(set)
    for column in columns:
        place = origin(rule, column, catalog)
        if place is not None:
            dataset, declared = place
            found[dataset].add(next(iter(declared.paths), declared.name))
    return {dataset: tuple(sorted(names)) for dataset, names in found.items()}


def results_table(shared: Shown, judged: Sequence[Judged], ground: Ground) -> pa.Table:
    """Return the results of one rule, in the order of its rows; `because_of` is still empty."""
    rows = [one.row for one in judged]
    cells = _named(rows) | _verdicts(shared, rows, ground) | _identities(shared, rows)
    cells["because_of"] = [[]] * len(rows)
    arrays = {name: pa.array(values, RESULTS.field(name).type) for name, values in cells.items()}
    arrays["sources"] = _sources(shared, [one.leans_on for one in judged], ground)
    return pa.table([arrays[name] for name in RESULTS.names], schema=RESULTS)


def _named(rows: Sequence[Row]) -> dict[str, list[Any]]:
    return {
        "server": [row.server for row in rows],
        "subject": [row.subject for row in rows],
        "subject_key": [row.subject_key for row in rows],
        "sub_key": [row.sub_key for row in rows],
        "name_key": [name_key(row.subject, row.sub_key) for row in rows],
        "reason": [row.reason for row in rows],
    }


def _verdicts(shared: Shown, rows: Sequence[Row], ground: Ground) -> dict[str, list[Any]]:
    return {
        "rule_id": [shared.rule.id] * len(rows),
        "outcome": [str(row.outcome) for row in rows],
        "severity": [str(severity_of(shared, row)) for row in rows],
        "is_default": [is_default(shared.rule, row, ground) for row in rows],
        "message": [message_of(shared, row) for row in rows],
        "would_change": [shared.undeclared if row.outcome in ANSWERABLE and not row.is_made else () for row in rows],
    }


def _identities(shared: Shown, rows: Sequence[Row]) -> dict[str, list[Any]]:
    """Return evidence, hashes and ids; rows of the same evidence share one hash, made once."""
    texts = [EVIDENCE_TEXT.encode(row.evidence) for row in rows]
    hashes: dict[str, str] = {}
    groups: dict[tuple[str, str, str], str] = {}
    for text, row in zip(texts, rows, strict=True):
        if text not in hashes:
            hashes[text] = evidence_hash(row.evidence, shared.left_out)
    verdicts = [(str(row.outcome), str(severity_of(shared, row)), hashes[text]) for text, row in zip(texts, rows, strict=True)]
    for verdict in verdicts:
        if verdict not in groups:
            groups[verdict] = group_id(shared.rule.id, *verdict)
    return {
        "evidence": texts,
        "evidence_hash": [hashes[text] for text in texts],
        "group_id": [groups[verdict] for verdict in verdicts],
        "finding_id": [finding_id(shared.rule.id, row.subject_key, row.sub_key) for row in rows],
    }


def severity_of(shared: Shown, row: Row) -> Severity:
    """Return a row's severity: its own where it differs from the rule's, else the rule's under the profile."""
    return shared.severity if row.severity in {None, shared.rule.severity} else row.severity or shared.severity


def is_default(rule: Rule, row: Row, ground: Ground) -> bool:
    """Tell whether a fail is nothing but the product's own choice: the query says so, else the rule does for the server's version."""
    if row.outcome is not Outcome.FAIL:
        return False
    if row.is_default is not None:
        return row.is_default
    default = rule.product_default
    if not default.fails or not default.versions:
        return default.fails
    servers = list(ground.servers.values()) if row.server is None else [ground.server(row.server)]
    return bool(servers) and all(server.version in default.versions for server in servers)


def message_of(shared: Shown, row: Row) -> str:
    """Return what a reader is told: the rule's message for a fail, else the reason, else the good state."""
    if row.outcome is not Outcome.FAIL or row.is_made:
        return row.reason or shared.rule.title
    own: dict[str, EvidenceValue] = {
        "server": row.server or ORGANIZATION_NAME,
        "subject": row.subject,
        "sub_key": row.sub_key,
        "reason": row.reason,
        "severity": str(severity_of(shared, row)),
    }
    return filled(shared.rule.message, {**shared.parameters, **row.evidence, **own})


def _sources(shared: Shown, leaned_on: Sequence[tuple[Pair, ...]], ground: Ground) -> pa.Array:
    """Return the column `sources`; rows that lean on the same pairs share one list, made once."""
    places: dict[tuple[Pair, ...], int] = {}
    indices = [places.setdefault(pairs, len(places)) for pairs in leaned_on]
    lists = pa.array([_source_list(shared, pairs, ground) for pairs in places], RESULTS.field("sources").type)
    return lists.take(pa.array(indices, pa.int64()))


def _source_list(shared: Shown, pairs: Sequence[Pair], ground: Ground) -> list[dict[str, Any]]:
    targets: dict[str, list[str]] = defaultdict(list)
    for dataset, target in pairs:
        targets[dataset].append(target)
    return [source for dataset, names in targets.items() for source in _dataset_sources(shared, dataset, names, ground)]


def _dataset_sources(shared: Shown, dataset: str, targets: Sequence[str], ground: Ground) -> list[dict[str, Any]]:
    """Return one source per file; more than twenty targets are one source of target `*`."""
    properties = list(shared.properties.get(dataset, ()))
    if len(targets) > SOURCES_CAP:
        return [{"dataset": dataset, "target": "*", "file": None, "properties": properties}]
    return [
        {"dataset": dataset, "target": target, "file": file, "properties": properties}
        for target in targets
        for file in ground.line(dataset, target).files or (None,)
    ]


def merged(tables: Iterable[pa.Table], causes: Mapping[str, Sequence[str]]) -> pa.Table:
    """Return all results in their final order, each fail linked with the fails that cause it; `causes` is `because_of` by rule id."""
    together = pa.concat_tables([RESULTS.empty_table(), *tables]).combine_chunks()
    linked = _linked(together, causes)
    keys = linked.select([name for name, _ in ORDER])
    place = keys.column_names.index("server")
    keys = keys.set_column(place, "server", pc.fill_null(keys["server"], ""))  # the organization first, in every version of pyarrow
    return linked.take(pc.sort_indices(keys, sort_keys=ORDER))


def _linked(results: pa.Table, causes: Mapping[str, Sequence[str]]) -> pa.Table:
    wanted = frozenset(cause for rules in causes.values() for cause in rules)
    if not wanted:
        return results
    columns = ("rule_id", "outcome", "subject_key", "server", "finding_id")
    rows = list(zip(*(results[name].to_pylist() for name in columns), strict=True))
    by_key: dict[Pair, list[str]] = defaultdict(list)
    by_server: dict[tuple[str, str | None], list[str]] = defaultdict(list)
    for rule_id, outcome, subject_key, server, finding in rows:
        if outcome == Outcome.FAIL and rule_id in wanted:
            by_key[rule_id, subject_key].append(finding)
            by_server[rule_id, server].append(finding)
    links = [
        _causes(causes.get(rule_id, ()), by_key, by_server, subject_key, server) if outcome == Outcome.FAIL else []
        for rule_id, outcome, subject_key, server, _ in rows
    ]
    place = RESULTS.get_field_index("because_of")
    return results.set_column(place, RESULTS.field(place), pa.array(links, RESULTS.field(place).type))


def _causes(
    rules: Sequence[str],
    by_key: Mapping[Pair, list[str]],
    by_server: Mapping[tuple[str, str | None], list[str]],
    subject_key: str,
    server: str | None,
) -> list[str]:
    """Return up to twenty findings of the named rules, sorted: on the same object, else on the same server."""
    found = [finding for rule in rules for finding in by_key.get((rule, subject_key), ())]
    if not found and server is not None:
        found = [finding for rule in rules for finding in by_server.get((rule, server), ())]
    return sorted(found)[:LINKS_CAP]
