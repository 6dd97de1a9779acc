"""How much of a file a reader takes before it refuses: every input may be hostile."""

from __future__ import annotations

from dataclasses import dataclass, replace

MEBIBYTE = 1024 * 1024
GROWS = "a larger --max-file-bytes raises it"
"""What the message of a limit says that grows with the limit of a file's bytes."""
FIXED = "a fixed limit"
"""What the message of a limit says that no option raises."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds of one file; to go past one is an error that names it, never a shorter result.

    `max_depth` counts objects and containers inside each other (a real export has at most 10, PowerShell
    itself stops at 50). `max_record_elements` bounds the memory of one record, `max_elements` and, for CSV, `max_cells` the time of a
    file. `max_references` bounds the objects that a `Ref` anywhere names, which are
    kept beyond their record. `max_row_characters` is of a row of a CSV. `max_notes` bounds the notes of one code; the rest is counted.
    """

    max_file_bytes: int = 512 * MEBIBYTE
    max_depth: int = 64
    max_elements: int = 20_000_000
    max_cells: int = 100_000_000
    max_record_elements: int = 2_000_000
    max_value_bytes: int = 10_000_000
    max_row_characters: int = 32_000_000
    max_references: int = 1_000_000
    max_types: int = 100_000
    max_notes: int = 20

    def for_files_of(self, max_file_bytes: int) -> Limits:
        """Return the limits of files of another size: what grows with a file may grow as the size does, and never shrinks."""
        factor = max(1.0, max_file_bytes / self.max_file_bytes)
        counts = {name: int(getattr(self, name) * factor) for name in ("max_elements", "max_cells", "max_references", "max_types")}
        return replace(self, max_file_bytes=max_file_bytes, **counts)
