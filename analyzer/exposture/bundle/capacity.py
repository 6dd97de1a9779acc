"""What a reading may use beside its own memory and process."""

from __future__ import annotations

from dataclasses import dataclass

from exposture.bundle.spill import Spill


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """A folder for big tables, None: they stay in memory; and how many processes may read big files, which need that folder."""

    spill: Spill | None = None
    jobs: int = 1
