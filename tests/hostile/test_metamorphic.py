"""Every dataset of the catalog, missing, cut, of a wrong kind or empty: no rule takes that for a pass, and no other rule notices.

The sample's estate is changed in memory, as reading would have changed it; `test_files_do_as_the_estate_does` shows on
files that reading does so.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest

from exposture.bundle.open import open_bundle
from exposture.derive.estate import complete, needs_of
from exposture.model.coverage import CERTAIN, INCOMPLETE, CoverageLine, Status
from exposture.model.estate import Estate
from exposture.model.outcome import Need
from exposture.rulebook.load import LoadedRule
from exposture.rulebook.reads import reads
from tests.hostile.sample_estate import SAMPLE, Finding, change, estate_of, files, findings_of, linked, whole_ruleset
from tests.small import catalog

IS_FULL = "EXPOSTURE_FULL" in os.environ
SERVERS = "servers"
ABSENCE = {Need.ABSENCE_PASSES, Need.ABSENCE_DECIDES}
ByRule = dict[str, list[Finding]]


class Kind(StrEnum):
    """What happens to all of a dataset."""

    MISSING = "missing"
    TRUNCATED = "truncated"
    WRONG_TYPE = "wrong type"
    EMPTY = "empty"


STATUS = {Kind.MISSING: Status.MISSING, Kind.TRUNCATED: Status.DAMAGED, Kind.WRONG_TYPE: Status.DAMAGED, Kind.EMPTY: Status.EMPTY}


@cache
def read_sample() -> Estate:
    """Return the sample without its derived tables."""
    return open_bundle([SAMPLE], catalog=catalog(), facts=whole_ruleset().facts)


def spoiled(dataset: str, kind: Kind) -> Estate:
    """Return the sample's estate with one dataset spoiled on every target where it was read, and what is derived made of that."""
    estate = read_sample()
    table = estate.tables[dataset]
    left = table.slice(0, table.num_rows // 2 if kind is Kind.TRUNCATED else 0)
    coverage = tuple(_spoiled_line(line, kind) if line.dataset == dataset else line for line in estate.coverage)
    changed = replace(estate, tables={**estate.tables, dataset: left}, coverage=coverage)
    return complete(changed, catalog(), whole_ruleset().facts)


def _spoiled_line(line: CoverageLine, kind: Kind) -> CoverageLine:
    if line.status not in CERTAIN | INCOMPLETE:
        return line
    rows = line.rows // 2 if kind is Kind.TRUNCATED else 0
    return replace(line, status=STATUS[kind], rows=rows, files=() if kind is Kind.MISSING else line.files)


@cache
def inputs_of(name: str) -> frozenset[str]:
    """Return everything that a dataset is made of, itself included."""
    return frozenset({name}).union(*(inputs_of(need) for need in needs_of(catalog()[name])))


@cache
def judged_rules() -> tuple[LoadedRule, ...]:
    book = whole_ruleset().rulebook
    return tuple(loaded for loaded in book.rules if any(finding[0] == loaded.rule.id for finding in baseline_list()))


@cache
def touching(rule_id: str) -> frozenset[str]:
    """Return every dataset that a rule's answer may lean on, through views and derived tables."""
    book = whole_ruleset().rulebook
    (loaded,) = [loaded for loaded in book.rules if loaded.rule.id == rule_id]
    read = reads(loaded.rule, book.views_by_name)
    asked = {SERVERS, *loaded.rule.datasets, *read.datasets}
    texts = [loaded.rule.query, *(book.views_by_name[name].sql for name in read.views)] if read.uses_collected else []
    asked |= {name for name in catalog() if any(f"'{name}'" in text for text in texts)}
    return frozenset[str]().union(*(inputs_of(name) for name in asked))


def needs_for(loaded: LoadedRule, dataset: str) -> dict[str, Need]:
    """Return the rule's needs that a dataset stands behind, by the name that the rule asks for."""
    return {name: Need(need.need) for name, need in loaded.rule.datasets.items() if dataset in inputs_of(name)}


@cache
def baseline_list() -> tuple[Finding, ...]:
    return tuple(findings_of(complete(read_sample(), catalog(), whole_ruleset().facts)))


def by_rule(findings: Iterable[Finding]) -> ByRule:
    grouped: ByRule = defaultdict(list)
    for finding in findings:
        grouped[str(finding[0])].append(finding)
    return grouped


@cache
def baseline() -> ByRule:
    return by_rule(baseline_list())


def outcomes(findings: Iterable[Finding]) -> dict[tuple[object, object], set[object]]:
    """Return what is said of each server and subject; keys are left out, since losing a GUID changes them."""
    found: dict[tuple[object, object], set[object]] = defaultdict(set)
    for finding in findings:
        found[finding[3], finding[4]].add(finding[1])
    return found


def wrong_passes(loaded: LoadedRule, dataset: str, kind: Kind, now: list[Finding]) -> list[str]:
    """Return the passes of a rule that a spoiled dataset cannot bear.

    What failed or was unknown is no pass now. What had no verdict may be one on other data, as may what passed before: a
    row that leans on the dataset is a pass only where absence proves nothing (`rows`) and some of it was read.
    """
    before = outcomes(baseline()[loaded.rule.id])
    needs = needs_for(loaded, dataset)
    if kind is Kind.EMPTY and may_pass_when_empty(loaded, needs):
        return []
    found = []
    for finding in (finding for finding in now if finding[1] == "pass"):
        was = before.get((finding[3], finding[4]), set())
        is_better = bool(was & {"fail", "unknown", "manual"}) and "pass" not in was
        is_new = "pass" not in was and any(
            leans_on(finding, name) and (need in ABSENCE or kind is not Kind.TRUNCATED)
            for name, need in needs.items()
            if dataset in required_by(name)
        )
        if is_better or is_new or (kind is not Kind.EMPTY and cannot_bear(loaded, finding, dataset, kind)):
            found.append(f"{loaded.rule.id} passes {finding[4]} on {finding[3]} ({sorted(map(str, was))}) with {dataset} {kind}: {finding[9]}")
    return found


@cache
def required_by(name: str) -> frozenset[str]:
    """Return what a dataset cannot be without, itself included: for optional inputs the rule's query asks, an alternative stands in."""
    derived = catalog()[name].derived_from
    needs = [] if derived is None else [need for need in derived.required if "|" not in need]
    return frozenset({name}).union(*(required_by(need) for need in needs))


def cannot_bear(loaded: LoadedRule, finding: Finding, dataset: str, kind: Kind) -> bool:
    """Tell whether a pass leans on the spoiled dataset itself and its need does not allow that."""
    need = loaded.rule.datasets.get(dataset)
    if need is None or not leans_on(finding, dataset) or not was_read(dataset, finding):
        return False
    return Need(need.need) in ABSENCE or (kind is Kind.MISSING and not need.optional)


def was_read(dataset: str, finding: Finding) -> bool:
    """Tell whether the sample has the dataset on a target that the finding leans on: what does not apply there is not spoiled."""
    sources = finding[10]
    assert isinstance(sources, list)
    targets = {source["target"] for source in sources if source["dataset"] == dataset}
    lines = [line for line in read_sample().coverage if line.dataset == dataset and line.status in CERTAIN | INCOMPLETE]
    return "*" in targets or any(line.target in targets for line in lines)


def may_pass_when_empty(loaded: LoadedRule, needs: Mapping[str, Need]) -> bool:
    """Tell whether the rule says that nothing there is good: by `when_empty`, or by what absence proves."""
    return loaded.rule.when_empty == "pass" or not ABSENCE.isdisjoint(needs.values())


def leans_on(finding: Finding, dataset: str) -> bool:
    sources = finding[10]
    assert isinstance(sources, list)
    return any(source["dataset"] == dataset for source in sources)


def sampled(rules: list[LoadedRule], dataset: str) -> list[LoadedRule]:
    """Return a few rules, others for each dataset."""
    start = sum(map(ord, dataset)) % max(1, len(rules))
    return (rules[start:] + rules[:start])[:3]


DATASETS = [dataset.name for dataset in catalog().readable]
NEEDED = [
    "ad_connector_acls",
    "ad_exchange_groups",
    "exchange_servers",
    "organization_config",
    "receive_connectors",
    "transport_agents",
    "windows_exsetup",
]
LONG = (pytest.mark.slow, pytest.mark.skipif(not IS_FULL, reason="long: scripts/test-full runs it"))
every_dataset = pytest.mark.parametrize("dataset", [pytest.param(name, marks=() if name in NEEDED else LONG) for name in DATASETS])


@every_dataset
@pytest.mark.parametrize("kind", Kind)
def test_spoiled_dataset_is_no_pass_and_changes_no_other_rule(dataset: str, kind: Kind) -> None:
    rules = judged_rules()
    touched = [loaded for loaded in rules if dataset in touching(loaded.rule.id)]
    untouched = sampled([loaded for loaded in rules if dataset not in touching(loaded.rule.id)], dataset)

    now = by_rule(findings_of(spoiled(dataset, kind), [loaded.rule.id for loaded in (*touched, *untouched)]))

    assert {loaded.rule.id: now[loaded.rule.id] for loaded in untouched} == {loaded.rule.id: baseline()[loaded.rule.id] for loaded in untouched}
    assert [finding[0] for loaded in touched for finding in now[loaded.rule.id] if finding[1] == "error"] == []
    assert [wrong for loaded in touched for wrong in wrong_passes(loaded, dataset, kind, now[loaded.rule.id])] == []


def payloads(dataset: str) -> list[str]:
    return [path for path in files() if path.rpartition("/")[2].partition(".")[0] == dataset]


@pytest.mark.parametrize("dataset", ["receive_connectors", "windows_services"])
@pytest.mark.parametrize("kind", [Kind.MISSING, Kind.TRUNCATED, Kind.WRONG_TYPE])
def test_files_do_as_the_estate_does(tmp_path: Path, dataset: str, kind: Kind) -> None:
    content = {Kind.MISSING: lambda _: None, Kind.TRUNCATED: lambda whole: whole[: len(whole) // 2], Kind.WRONG_TYPE: lambda _: b"hello"}[kind]
    folder = linked(tmp_path / "in")
    change(folder, {path: content(files()[path]) for path in payloads(dataset)})

    estate = estate_of(folder)

    statuses = {line.status for line in estate.coverage if line.dataset == dataset and line.files}
    assert statuses == {Status.UNREADABLE if kind is Kind.MISSING else Status.DAMAGED}
    before = read_sample().tables[dataset].num_rows
    assert (estate.tables[dataset].num_rows == 0) == (kind is not Kind.TRUNCATED)
    assert estate.tables[dataset].num_rows < before
