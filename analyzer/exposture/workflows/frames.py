"""The objects of the public API: tables, coverage and findings as pandas frames. The only place that imports pandas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from os import PathLike
from pathlib import Path

import pandas as pd
import pyarrow as pa

from exposture.bundle.limits import BundleLimits
from exposture.catalog.facts import load_facts
from exposture.catalog.load import load_catalog
from exposture.errors import UsageError
from exposture.model.assessment import Assessment
from exposture.model.coverage import CoverageLine
from exposture.model.estate import Estate
from exposture.workflows.audit import Audited, AuditRequest, open_estate, run_audit

PathText = str | PathLike[str]
COVERAGE = pa.schema(
    [
        pa.field("dataset", pa.string()),
        pa.field("target", pa.string()),
        pa.field("status", pa.string()),
        pa.field("rows", pa.int64()),
        pa.field("tier", pa.string()),
        pa.field("message", pa.string()),
        pa.field("files", pa.list_(pa.string())),
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """What was collected; the columns of each table stand in `exposture datasets show NAME`.

    Frames keep Arrow's types (`pandas.ArrowDtype`), so that null stays null and no number is rounded.
    """

    estate: Estate

    @property
    def tables(self) -> list[str]:
        """The names of the tables, derived ones included, sorted."""
        return sorted(self.estate.tables)

    def table(self, name: str) -> pd.DataFrame:
        """Return a table; one that was not collected has its columns and no row.

        Raises:
            UsageError: no table has that name.
        """
        if name not in self.estate.tables:
            raise UsageError(f"no table is called {name!r}; `tables` lists them")
        return _frame(self.estate.tables[name])

    @property
    def coverage(self) -> pd.DataFrame:
        """One row per expected or collected dataset and target: status, rows, and why it is not ok."""
        return _coverage(self.estate)


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """What the rules say; `assessment` is what every report is made of."""

    audited: Audited

    @property
    def assessment(self) -> Assessment:
        """The result document in memory."""
        return self.audited.assessment

    @property
    def findings(self) -> pd.DataFrame:
        """One row per rule and subject, whatever the outcome; `evidence` is a JSON object."""
        return _frame(self.assessment.results)

    @property
    def coverage(self) -> pd.DataFrame:
        """One row per expected or collected dataset and target: status, rows, and why it is not ok."""
        return _coverage(self.audited.estate)


def opened(paths: Sequence[PathText], *, limits: BundleLimits | None) -> Bundle:
    """Return the tables of the inputs."""
    return Bundle(estate=open_estate([Path(path) for path in paths], load_catalog(), load_facts(), limits=limits))


def audited(
    paths: Sequence[PathText], *, profile: str, site: PathText | None, as_of: date | None, rules_dir: PathText | None, limits: BundleLimits | None
) -> Audit:
    """Return what the rules say about the inputs."""
    request = AuditRequest(
        inputs=tuple(Path(path) for path in paths),
        profile=profile,
        site=None if site is None else Path(site),
        as_of=_moment(as_of),
        rules_dir=None if rules_dir is None else Path(rules_dir),
        limits=limits,
    )
    return Audit(audited=run_audit(request))


def _moment(day: date | None) -> datetime | None:
    if day is None:
        return None
    moment = day if isinstance(day, datetime) else datetime.combine(day, time())
    if moment.tzinfo is not None:
        raise UsageError("as_of carries a time zone; give a day or a naive time in UTC")
    return moment


def _coverage(estate: Estate) -> pd.DataFrame:
    return _frame(pa.Table.from_pylist([_cells(line) for line in estate.coverage], schema=COVERAGE))


def _cells(line: CoverageLine) -> dict[str, object]:
    return asdict(line) | {"status": line.status.value, "files": list(line.files)}


def _frame(table: pa.Table) -> pd.DataFrame:
    frame: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    return frame
