"""How much of an input is read before it is refused; each figure can be raised by an option."""

from __future__ import annotations

from dataclasses import dataclass, field

from exposture.ingest.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleLimits:
    """Limits of containers; `file` holds those of one file (its size, depth, elements).

    `max_cabinet_bytes` is of a cabinet's whole contents, which are unpacked into memory at once.
    `max_ratio` counts from `ratio_floor_bytes` of unpacked size on: small files of blanks compress well.
    """

    max_entries: int = 10_000
    max_total_bytes: int = 2 * 1024**3
    max_ratio: int = 200
    ratio_floor_bytes: int = 10 * 1024**2
    max_cabinet_bytes: int = 512 * 1024**2
    max_folder_files: int = 100_000
    file: Limits = field(default_factory=Limits)
