"""What a file is by its first bytes: which container claims it, whatever its name says."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from exposture.errors import BundleError, Location

TAR_AT = 257
HEAD_BYTES = 512


class Kind(StrEnum):
    """Kind of an input. FILE begins like none of the archives; OTHER is no file at all."""

    ZIP = "zip"
    CABINET = "cab"
    GZIP = "gz"
    TAR = "tar"
    FILE = "file"
    OTHER = "other"


BEGINNINGS = {b"PK\x03\x04": Kind.ZIP, b"PK\x05\x06": Kind.ZIP, b"MSCF": Kind.CABINET, b"\x1f\x8b": Kind.GZIP}


def kind_at(path: Path) -> Kind:
    """Return what lies at a path: a kind of file, or OTHER where it is none (a link counts as what it leads to).

    Raises:
        BundleError: the file cannot be read.
    """
    if not path.is_file():
        return Kind.OTHER
    try:
        with path.open("rb") as file:
            return kind_of(file.read(HEAD_BYTES))
    except OSError as error:
        raise BundleError(f"cannot be read: {error.strerror}", where=Location(path=str(path))) from error


def archive_inside(content: bytes) -> str:
    """Return what to say of a file inside an input that is an archive itself, "" where it is none: it is listed, not opened."""
    kind = kind_of(content[:HEAD_BYTES])
    return "" if kind is Kind.FILE else f"an archive inside the input ({kind.value}) is not opened; give it by itself"


def kind_of(head: bytes) -> Kind:
    """Return what a file is that begins so."""
    found = next((kind for beginning, kind in BEGINNINGS.items() if head.startswith(beginning)), None)
    if found is None and head[TAR_AT : TAR_AT + 5] == b"ustar":
        return Kind.TAR
    return found or Kind.FILE
