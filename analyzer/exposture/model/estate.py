"""The one thing that rules are asked about: typed tables and what is known about their completeness."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

import pyarrow as pa

from exposture.model.coverage import Conversion, CoverageLine, FileLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Collection:
    """One bundle's origin: who collected what, when (naive UTC), and whether its hashes hold.

    `sha256` is that of SHA256SUMS (schema 1) or of the sorted `<sha256>  <path>` lines (loose exports).
    """

    name: str
    sha256: str
    integrity: str
    is_loose: bool
    collected_from: datetime | None = None
    collected_to: datetime | None = None
    collector_version: str | None = None
    redaction: str = "none"
    run: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estate:
    """Tables of every dataset of the catalog (always there, with the full schema), and their coverage.

    `coverage` has one line for each expected or collected (dataset, target), derived datasets included,
    sorted by dataset and target. `as_of` is the time of the data, `as_of_origin` one of
    `collection | estimate | option | none`.
    """

    tables: Mapping[str, pa.Table]
    coverage: tuple[CoverageLine, ...]
    files: tuple[FileLine, ...]
    conversions: tuple[Conversion, ...]
    collections: tuple[Collection, ...]
    remarks: tuple[str, ...] = ()
    as_of: datetime | None = None
    as_of_origin: str = "none"
