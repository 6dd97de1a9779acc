"""How much of an input is read before it is refused; each figure can be raised by an option, which the refusal names."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum

from exposture.ingest.limits import Limits


class Option(StrEnum):
    """The option of the command line that moves a limit."""

    ENTRIES = "--max-entries"
    TOTAL_BYTES = "--max-total-bytes"
    FILE_BYTES = "--max-file-bytes"
    RATIO = "--max-ratio"


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

    @classmethod
    def of(
        cls,
        *,
        max_entries: int | None = None,
        max_total_bytes: int | None = None,
        max_file_bytes: int | None = None,
        max_ratio: int | None = None,
    ) -> BundleLimits:
        """Return the standard limits with those that are named moved, as the options of the command line move them.

        The limit of all bytes is never lower than that of one file unless it was named, and what counts the parts of a file (its
        elements, its references) grows with the file.
        """
        limits = cls()
        if max_entries is not None:
            limits = replace(limits, max_entries=max_entries, max_folder_files=max_entries)
        if max_ratio is not None:
            limits = replace(limits, max_ratio=max_ratio)
        if max_file_bytes is not None:
            limits = replace(limits, file=limits.file.for_files_of(max_file_bytes), max_total_bytes=max(limits.max_total_bytes, max_file_bytes))
        if max_total_bytes is not None:
            limits = replace(limits, max_total_bytes=max_total_bytes, max_cabinet_bytes=max_total_bytes)
        return limits


def beyond_entries(limit: int, found: str) -> str:
    """Return the message of too many entries; `found` says how many."""
    return f"{found} entries, more than the limit of {limit}; {Option.ENTRIES} raises it"


def beyond_total(limit: int, found: str) -> str:
    """Return the message of too many bytes in all."""
    return f"{found} bytes when unpacked, more than the limit of {limit}; {Option.TOTAL_BYTES} raises it"


def beyond_file(limit: int, found: str = "") -> str:
    """Return the message of a file that is too large."""
    return f"{found}larger than the limit of {limit} bytes; {Option.FILE_BYTES} raises it"


def beyond_ratio(limit: int, what: str) -> str:
    """Return the message of data that unpacks to too much."""
    return f"{what} grows more than {limit} times when unpacked; if it is no bomb, {Option.RATIO} raises the limit"
