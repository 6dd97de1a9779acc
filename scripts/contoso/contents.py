"""The state of an organization as rows, open to change: a test makes a mistake, repairs it or takes a dataset away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from exposture.ingest.formats import Format
from exposture.model.coverage import Status

Row = dict[str, Any]
Pair = tuple[str, str]
WITH_ROWS = frozenset({Status.OK, Status.PARTIAL, Status.DAMAGED})


@dataclass(slots=True, kw_only=True)
class Collected:
    """What is there of one (dataset, target); a status of None is `ok` with rows and `empty` without."""

    rows: list[Row] = field(default_factory=list)
    status: Status | None = None
    message: str = ""
    format: Format = Format.CLIXML

    @property
    def outcome(self) -> Status:
        """Return the status that the collector would write."""
        return self.status or (Status.OK if self.rows else Status.EMPTY)


@dataclass(slots=True, kw_only=True)
class Contents:
    """Rows by dataset and target, named by columns of the catalog; `texts` are files of evidence by path."""

    run: dict[str, str] = field(default_factory=dict)
    pairs: dict[Pair, Collected] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    log: str = ""

    def put(self, dataset: str, target: str, rows: Iterable[Row], *, format: Format = Format.CLIXML) -> None:  # noqa: A002 - the word of the writer
        """Add rows of one dataset and target."""
        found = self.pairs.setdefault((dataset, target), Collected())
        found.rows += rows
        found.format = format

    def mark(self, dataset: str, target: str, status: Status, message: str) -> None:
        """Say that something was not collected, or not all of it; rows stay only where the collector writes them."""
        found = self.pairs.setdefault((dataset, target), Collected())
        found.status, found.message = status, message
        if status not in WITH_ROWS:
            found.rows = []

    def drop(self, dataset: str, target: str | None = None) -> None:
        """Take a dataset away, at one target or everywhere, as if it had never been asked for."""
        for pair in self.targets(dataset):
            if target in (None, pair[1]):
                del self.pairs[pair]

    def targets(self, dataset: str) -> list[Pair]:
        """Return the pairs of one dataset, sorted."""
        return sorted(pair for pair in self.pairs if pair[0] == dataset)

    def rows(self, dataset: str, target: str | None = None, **values: object) -> Iterator[Row]:
        """Yield the rows of a dataset whose columns have these values."""
        for pair in self.targets(dataset):
            if target in (None, pair[1]):
                yield from (row for row in self.pairs[pair].rows if all(row.get(name) == value for name, value in values.items()))

    def row(self, dataset: str, target: str | None = None, **values: object) -> Row:
        """Return the only row whose columns have these values.

        Raises:
            LookupError: there is none, or more than one.
        """
        found = list(self.rows(dataset, target, **values))
        if len(found) != 1:
            raise LookupError(f"{len(found)} rows of {dataset} at {target or 'any target'} have {values}; expected one")
        return found[0]
