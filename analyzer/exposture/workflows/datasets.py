"""What the commands `exposture datasets ...` say."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from textwrap import shorten

from exposture.bundle.redaction_vectors import collector_vectors
from exposture.catalog.collector_block import collector_block
from exposture.catalog.dataset import READS, Column, Dataset, Source
from exposture.catalog.load import load_catalog
from exposture.errors import UsageError

LISTED_AT_MOST = 80


def dataset_rows() -> list[tuple[str, str, str, int, str]]:
    """Return name, targets, tier, number of columns and first source of every dataset."""
    return [_row(dataset) for dataset in load_catalog().values()]


def dataset_facts(name: str) -> list[str]:
    """Return what a dataset is and where it comes from, a line each.

    Raises:
        UsageError: no dataset of that name.
    """
    dataset = _find(name)
    lines = [f"{dataset.name}: {dataset.title}"]
    lines += [f"  {source.id}: {_origin(source)} ({_scope(source)})" for source in dataset.sources]
    if dataset.derived_from is not None:
        required, optional = (", ".join(names) or "nothing" for names in (dataset.derived_from.required, dataset.derived_from.optional))
        lines += [f"  derived from {required}; optional {optional}"]
    if dataset.recognise.types or dataset.recognise.files:
        lines += [f"  recognised by {', '.join([*dataset.recognise.types, *dataset.recognise.files])}"]
    return [*lines, f"  key: {', '.join(entry if isinstance(entry, str) else ' + '.join(entry) for entry in dataset.key)}"]


def column_rows(name: str) -> list[tuple[str, str, str, str, str]]:
    """Return name, type, class, paths and note of every column of a dataset."""
    return [(column.name, column.type, column.column_class.value, _paths(column), column.note) for column in _find(name).columns]


def block() -> str:
    """Return the collector's literal block of datasets."""
    return collector_block(load_catalog())


def vectors() -> str:
    """Return the collector's literal block of words and vectors for redaction."""
    return collector_vectors()


def _find(name: str) -> Dataset:
    catalog = load_catalog()
    if name not in catalog:
        near = get_close_matches(name, list(catalog), n=5)
        raise UsageError(f"no dataset is called {name!r}; {'near it: ' + ', '.join(near) if near else '`exposture datasets list` lists them'}")
    return catalog[name]


def _row(dataset: Dataset) -> tuple[str, str, str, int, str]:
    if dataset.is_derived:
        return dataset.name, str(dataset.target), "derived", len(dataset.columns), "computed"
    targets = " ".join(dict.fromkeys(source.target.value for source in dataset.sources))
    return (
        dataset.name,
        targets,
        dataset.sources[0].tier,
        len(dataset.columns),
        shorten(_origin(dataset.sources[0]), LISTED_AT_MOST, placeholder=" ..."),
    )


def _origin(source: Source) -> str:
    value = next(found for word in READS if (found := getattr(source, word)) is not None)
    return "; ".join(value) if isinstance(value, list) else str(value)


def _scope(source: Source) -> str:
    return f"target {source.target}, versions {_words(source.versions)}, tier {source.tier}"


def _words(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else " ".join(value)


def _paths(column: Column) -> str:
    own = [f"{source}: {' | '.join(paths)}" for source, paths in column.source_paths.items()]
    return "; ".join([" | ".join(column.paths), *own]).strip("; ")
