"""Complete an estate: every derived table of the catalog, in dependency order, with its coverage.

A derived dataset is as complete as the worst of what it requires (`a|b`: the better of the two); optional inputs
change nothing but their columns `<input>_known`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from graphlib import CycleError, TopologicalSorter
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import pyarrow as pa

from exposture.catalog.dataset import Dataset, Target
from exposture.catalog.facts import Facts
from exposture.catalog.load import Catalog
from exposture.derive.inputs import Inputs
from exposture.errors import CatalogError
from exposture.model.coverage import CERTAIN, STATUS_RANK, CoverageLine, Status
from exposture.model.estate import Estate

WHOLE = frozenset({Target.ORG, Target.LDAP})
DOMAIN_CONTROLLER = "dc/"
Lines = dict[tuple[str, str], CoverageLine]


def complete(estate: Estate, catalog: Catalog, facts: Facts) -> Estate:
    """Return the estate with every derived table and one coverage line for each target of its inputs.

    Raises:
        CatalogError: derived tables that need each other, or one that no module makes.
    """
    tables: dict[str, pa.Table] = dict(estate.tables)
    lines: Lines = {(line.dataset, line.target): line for line in estate.coverage}
    for dataset in in_order(catalog.derived):
        statuses = {place: line.status for place, line in lines.items()}
        inputs = Inputs(dataset=dataset, tables=tables, facts=facts.tables, statuses=statuses)
        module = _module(dataset)
        tables[dataset.name] = module.derive(inputs)
        limits: Mapping[str, str] = module.incomplete(inputs) if hasattr(module, "incomplete") else {}
        lines |= {(line.dataset, line.target): _lowered(line, limits) for line in _coverage(dataset, lines, tables[dataset.name])}
    return replace(estate, tables=dict(sorted(tables.items())), coverage=tuple(lines[place] for place in sorted(lines)))


def _lowered(line: CoverageLine, limits: Mapping[str, str]) -> CoverageLine:
    if line.target not in limits or line.status not in CERTAIN:
        return line
    return replace(line, status=Status.PARTIAL, message=limits[line.target])


def _module(dataset: Dataset) -> Any:  # a module: its one function is checked by every test of a derived table
    name = f"exposture.derive.{dataset.name}"
    if find_spec(name) is None:
        raise CatalogError(f"the dataset {dataset.name} is derived, and no module makes it; write {name.replace('.', '/')}.py")
    return import_module(name)


def needs_of(dataset: Dataset) -> list[str]:
    """Return the names of all inputs of a derived dataset."""
    derived = dataset.derived_from
    return [] if derived is None else [name for need in [*derived.required, *derived.optional] for name in need.split("|")]


def in_order(datasets: Iterable[Dataset]) -> list[Dataset]:
    """Return the derived datasets, each after those that it needs.

    Raises:
        CatalogError: they need each other.
    """
    derived = {dataset.name: dataset for dataset in datasets}
    graph = {name: [need for need in needs_of(dataset) if need in derived] for name, dataset in sorted(derived.items())}
    try:
        return [derived[name] for name in TopologicalSorter(graph).static_order()]
    except CycleError as error:
        raise CatalogError(f"derived tables need each other: {' -> '.join(error.args[1])}") from error


def _coverage(dataset: Dataset, lines: Lines, table: pa.Table) -> Iterator[CoverageLine]:
    required = [] if dataset.derived_from is None else dataset.derived_from.required
    counts = {entry["values"]: entry["counts"] for entry in table.column("target").value_counts().to_pylist()}
    for target in _targets(dataset, lines):
        inputs = [_best(need, dataset, target, lines) for need in required]
        worst = max(inputs, key=lambda line: STATUS_RANK[line.status], default=None)
        rows = counts.get(target, 0)
        yield CoverageLine(
            dataset=dataset.name,
            target=target,
            status=_status(Status.OK if worst is None else worst.status, rows),
            rows=rows,
            tier="core" if worst is None else worst.tier,
            message="" if worst is None or worst.status in CERTAIN else f"{worst.dataset}: {worst.message or worst.status}",
            files=tuple(sorted({file for line in inputs for file in line.files})),
        )


def _status(status: Status, rows: int) -> Status:
    if status in CERTAIN:
        return Status.OK if rows else Status.EMPTY
    return status


def _targets(dataset: Dataset, lines: Lines) -> list[str]:
    """Return where a derived dataset is expected: at the targets of what it requires, for the whole in any case."""
    required = {name for need in (dataset.derived_from.required if dataset.derived_from else []) for name in need.split("|")}
    named = {target for name, target in lines if name in required}
    if dataset.target is Target.SERVER:
        return sorted(target for target in named if target not in {*WHOLE, Target.DC} and not target.startswith(DOMAIN_CONTROLLER))
    return sorted((named - WHOLE) | {str(dataset.target)})


def _best(need: str, dataset: Dataset, target: str, lines: Lines) -> CoverageLine:
    """Return the better line of the alternatives; what is read for the directory counts for the organization and back."""
    places = WHOLE if dataset.target is not Target.SERVER and target in WHOLE else {target}
    found = [lines[(name, place)] for name in need.split("|") for place in sorted(places) if (name, place) in lines]
    missing = CoverageLine(dataset=need, target=target, status=Status.MISSING, message="not collected")
    return min(found, key=lambda line: STATUS_RANK[line.status], default=missing)
