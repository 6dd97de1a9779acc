"""The catalog: every dataset declaration, read and checked against the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from exposture.catalog.dataset import Column, Dataset
from exposture.catalog.names import snake_case
from exposture.catalog.paths import condition_of, parse_path
from exposture.catalog.strict_yaml import Place, read_placed_model
from exposture.catalog.types import RESERVED, arrow_type, table_schema
from exposture.errors import CatalogError, ExpostureError, Location
from exposture.resources import datasets_root

_PUBLIC = frozenset({"config", "identity", "security", "volatile", "counter", "derived"})


class Catalog(Mapping[str, Dataset]):
    """The declared datasets by name, sorted by name."""

    def __init__(self, datasets: Mapping[str, Dataset]) -> None:
        self._datasets = {name: datasets[name] for name in sorted(datasets)}

    def __getitem__(self, name: str) -> Dataset:
        return self._datasets[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._datasets)

    def __len__(self) -> int:
        return len(self._datasets)

    @property
    def readable(self) -> tuple[Dataset, ...]:
        """Return the datasets that are read from exports."""
        return tuple(dataset for dataset in self._datasets.values() if not dataset.is_derived)

    @property
    def derived(self) -> tuple[Dataset, ...]:
        """Return the datasets that are computed from others."""
        return tuple(dataset for dataset in self._datasets.values() if dataset.is_derived)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Declared:
    """A dataset with where its parts stand."""

    dataset: Dataset
    path: Path
    marks: Mapping[Place, Location]

    def fault(self, message: str, *place: str | int) -> CatalogError:
        where = next((self.marks[place[:length]] for length in range(len(place), -1, -1) if place[:length] in self.marks), None)
        return CatalogError(message, where=where or Location(path=str(self.path)))


def load_catalog(root: Path | None = None) -> Catalog:
    """Return the catalog of a folder of `<name>.yaml`, by default the one that travels with the package, which is read once.

    Raises:
        CatalogError: one error that lists every fault of every file with its place.
    """
    return _packaged(datasets_root()) if root is None else _read(root)


@lru_cache(maxsize=1)
def _packaged(folder: Path) -> Catalog:
    return _read(folder)


def _read(folder: Path) -> Catalog:
    declared: list[_Declared] = []
    faults: list[ExpostureError] = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            dataset, marks = read_placed_model(path.read_text(encoding="utf-8"), path, Dataset, CatalogError)
        except ExceptionGroup as group:
            faults += [fault for fault in group.exceptions if isinstance(fault, ExpostureError)]
        else:
            declared.append(_Declared(dataset=dataset, path=path, marks=marks))
    faults += [*_faults_of_files(declared), *_faults_between(declared)]
    if faults:
        raise _gathered(faults)
    return Catalog({one.dataset.name: one.dataset for one in declared})


def misnamed_columns(catalog: Catalog) -> tuple[str, ...]:
    """Return `dataset.column` of every column that has neither the name of a property it comes from nor a `note` that says why, sorted."""
    return tuple(
        f"{dataset.name}.{column.name}"
        for dataset in catalog.readable
        for column in dataset.columns
        if column.paths and not column.note and column.name not in {snake_case(parse_path(path).last) for path in column.paths}
    )


def _gathered(faults: list[ExpostureError]) -> ExpostureError:
    if len(faults) == 1:
        return faults[0]
    lines = [str(fault) for fault in sorted(faults, key=_place)]
    return CatalogError(f"{len(lines)} faults in the catalog:\n" + "\n".join(lines))


def _place(fault: ExpostureError) -> tuple[str, int, str]:
    where = fault.where or Location(path="")
    return where.path, where.line or 0, fault.message


def _faults_of_files(declared: list[_Declared]) -> Iterator[CatalogError]:
    for one in declared:
        if one.path.stem != one.dataset.name:
            yield one.fault(f"the file is named {one.path.name}, the dataset {one.dataset.name!r}; give both one name", "name")
        yield from _faults_of_sources(one)
        yield from _faults_of_paths(one)
        for place, column in enumerate(one.dataset.columns):
            yield from _faults_of_column(one, place, column)
        yield from _faults_of_schema(one)


def _faults_of_schema(one: _Declared) -> Iterator[CatalogError]:
    try:
        names = table_schema(one.dataset).names
    except KeyError:  # a type that is none is a fault of its own
        return
    reserved = {name for name, _ in RESERVED}
    for name in sorted({name for name in names if names.count(name) > 1}):
        why = "is a reserved column of every table" if name in reserved else "stands twice in the table, with the companions"
        places = [place for place, column in enumerate(one.dataset.columns) if column.name == name]
        yield one.fault(f"the column {name!r} {why}", "columns", *places[-1:])


def _faults_of_sources(one: _Declared) -> Iterator[CatalogError]:
    ids = [source.id for source in one.dataset.sources]
    for place, source in enumerate(one.dataset.sources):
        if source.id in ids[:place]:
            yield one.fault(f"the source id {source.id!r} stands twice", "sources", place, "id")
        if source.rows is not None:
            yield from _faults_of_path(one, source.rows, "sources", place, "rows")
        if source.server is not None:
            yield from _faults_of_path(one, source.server, "sources", place, "server")
        if source.recognise is not None:
            yield from _faults_of_requires(one, source.recognise.requires, "sources", place, "recognise", "requires")


def _faults_of_paths(one: _Declared) -> Iterator[CatalogError]:
    dataset = one.dataset
    names = {column.name for column in dataset.columns} | {"server"}
    if dataset.server is not None:
        yield from _faults_of_path(one, dataset.server, "server")
    yield from _faults_of_requires(one, dataset.recognise.requires, "recognise", "requires")
    for place, entry in enumerate(dataset.key):
        for text in [entry] if isinstance(entry, str) else entry:
            yield from _faults_of_path(one, text, "key", place)
            if dataset.is_derived and text not in names:
                yield one.fault(f"the key names {text!r}, which is no column of the table", "key", place)


def _faults_of_requires(one: _Declared, requires: list[str], *place: str | int) -> Iterator[CatalogError]:
    for number, condition in enumerate(requires):
        yield from _faults_of_path(one, condition_of(condition)[0], *place, number)


def _faults_of_path(one: _Declared, text: str, *place: str | int) -> Iterator[CatalogError]:
    try:
        parse_path(text)
    except CatalogError as fault:
        yield one.fault(fault.message, *place)


def _faults_of_column(one: _Declared, place: int, column: Column) -> Iterator[CatalogError]:
    ids = {source.id for source in one.dataset.sources}
    try:
        arrow_type(column.type)
    except KeyError:
        yield one.fault(f"{column.type!r} is no type of the catalog", "columns", place, "type")
    for source_id, paths in column.source_paths.items():
        if source_id not in ids:
            yield one.fault(f"`from_{source_id}` names no source of this dataset", "columns", place, f"from_{source_id}")
        for path in paths:
            yield from _faults_of_path(one, path, "columns", place, f"from_{source_id}")
    for path in column.paths:
        yield from _faults_of_path(one, path, "columns", place, "from")
    if not one.dataset.is_derived and not column.paths and not column.source_paths:
        yield one.fault(f"the column {column.name!r} has no `from`", "columns", place)


def _faults_between(declared: list[_Declared]) -> Iterator[CatalogError]:
    names = {one.dataset.name for one in declared}
    first: dict[str, tuple[str, Column]] = {}
    for one in declared:
        yield from _faults_of_inputs(one, names)
        for place, column in enumerate(one.dataset.columns):
            dataset, other = first.setdefault(column.name, (one.dataset.name, column))
            if other.type != column.type:
                yield one.fault(f"{column.name!r} is {column.type} here and {other.type} in {dataset}; one name has one type", "columns", place)
            elif (other.column_class in _PUBLIC) != (column.column_class in _PUBLIC):
                yield one.fault(f"{column.name!r} is {column.column_class} here and {other.column_class} in {dataset}", "columns", place, "class")


def _faults_of_inputs(one: _Declared, names: set[str]) -> Iterator[CatalogError]:
    if one.dataset.derived_from is None:
        return
    for word, inputs in (("required", one.dataset.derived_from.required), ("optional", one.dataset.derived_from.optional)):
        for place, text in enumerate(inputs):
            for name in text.split("|"):
                if name not in names:
                    yield one.fault(f"the input {name!r} is no dataset", "derived_from", word, place)
