"""A single exported file as an input: a container of one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exposture.bundle.container import Container, Entry
from exposture.bundle.containers.cabinet import MAGIC as CABINET
from exposture.bundle.containers.folder import open_regular
from exposture.bundle.containers.zip_archive import MAGIC as ZIP
from exposture.bundle.limits import BundleLimits
from exposture.errors import BundleError, Location


def claims(path: Path) -> bool:
    """Return whether the path is a file and no archive."""
    return path.is_file() and _first_bytes(path) not in {*ZIP, CABINET}


def _first_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(4)
    except OSError as error:
        raise BundleError(f"cannot be read: {error.strerror}", where=Location(path=str(path))) from error


@contextmanager
def opened(path: Path, limits: BundleLimits) -> Iterator[Container]:
    """Offer the one file under its own name."""
    yield Container(
        name=path.name,
        entries=(Entry(path=path.name, size_bytes=path.stat().st_size),),
        passed_over=(),
        open=lambda shown: open_regular(path.resolve(), shown, limits.file.max_file_bytes),
    )
