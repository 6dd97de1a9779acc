"""A single exported file as an input: a container of one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exposture.bundle.container import Container, Entry
from exposture.bundle.containers.folder import open_regular
from exposture.bundle.limits import BundleLimits
from exposture.bundle.signatures import Kind, kind_at


def claims(path: Path) -> bool:
    """Return whether the path is a file and no archive."""
    return kind_at(path) is Kind.FILE


@contextmanager
def opened(path: Path, limits: BundleLimits) -> Iterator[Container]:
    """Offer the one file under its own name."""
    yield Container(
        name=path.name,
        entries=(Entry(path=path.name, size_bytes=path.stat().st_size),),
        passed_over=(),
        open=lambda shown: open_regular(path.resolve(), shown, limits.file.max_file_bytes),
    )
