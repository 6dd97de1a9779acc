"""What was collected: one status per dataset and target, and what happened to each file."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Status(StrEnum):
    """State of one (dataset, target), best first: the rank decides which of two holds."""

    OK = "ok"
    EMPTY = "empty"
    NOT_APPLICABLE = "not-applicable"
    PARTIAL = "partial"
    DAMAGED = "damaged"
    ERROR = "error"
    TIMEOUT = "timeout"
    ACCESS_DENIED = "access-denied"
    NOT_AVAILABLE = "not-available"
    UNREACHABLE = "unreachable"
    SKIPPED = "skipped"
    RUNNING = "running"
    UNREADABLE = "unreadable"
    MISSING = "missing"


STATUS_RANK: dict[Status, int] = {status: rank for rank, status in enumerate(Status)}
CERTAIN = frozenset({Status.OK, Status.EMPTY})
INCOMPLETE = frozenset({Status.PARTIAL, Status.DAMAGED})
HURT = frozenset({Status.DAMAGED, Status.UNREADABLE})
"""What no collector writes: what arrived is not what was collected."""


def worse(first: Status, second: Status) -> Status:
    """Return the worse of two states."""
    return max(first, second, key=STATUS_RANK.__getitem__)


def better(first: Status, second: Status) -> Status:
    """Return the better of two states."""
    return min(first, second, key=STATUS_RANK.__getitem__)


class Integrity(StrEnum):
    """Whether a file's bytes are those that the collector hashed."""

    MATCHES = "matches"
    DIFFERS = "differs"
    NO_MANIFEST = "no-manifest"


class FileState(StrEnum):
    """What became of one input file."""

    READ = "read"
    MANIFEST = "manifest"
    EVIDENCE = "evidence"
    UNRECOGNISED = "unrecognised"
    DAMAGED = "damaged"
    UNREADABLE = "unreadable"
    PASSED_OVER = "passed-over"


@dataclass(frozen=True, slots=True, kw_only=True)
class CoverageLine:
    """One expected or collected (dataset, target). `message` says why it is not ok, in words for the analyst."""

    dataset: str
    target: str
    status: Status
    rows: int = 0
    tier: str = "core"
    message: str = ""
    files: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLine:
    """One input file: path inside the bundle with `/`, its hash, and what was made of it."""

    path: str
    sha256: str
    size_bytes: int
    integrity: Integrity
    state: FileState
    datasets: tuple[str, ...] = ()
    rows: int = 0
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """A value that did not become its column's type: the column is null, the text is kept here."""

    dataset: str
    column: str
    file: str
    object_index: int
    text: str
    reason: str
