"""One interface to what holds the files of an input: a folder, an archive, a single file.

The variants lie in `containers/`, one module each, found by looking into that folder. Nothing is ever
extracted to disk, no link is followed, and no stream gives more than the limit. This module must not
know what is inside the files.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from exposture.bundle import containers
from exposture.bundle.entry_stream import whole
from exposture.bundle.limits import BundleLimits
from exposture.errors import BundleError, Location
from exposture.model.coverage import FileState


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One file that can be read: its path inside the container with `/`, and its declared size."""

    path: str
    size_bytes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PassedOver:
    """One entry that is not read, with why (a link, a device, an encrypted or unreadable file)."""

    path: str
    state: FileState
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Again:
    """How another process opens what this one holds open: the input, and the folder in it."""

    path: Path
    prefix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Container:
    """The files of one input, sorted by path. `open` gives one entry as a stream, as often as it is asked, in memory bounded by a buffer.

    Where the bytes cannot be had (checksum, size, limit, permission) BundleError is raised, on entering or by any `read` of the
    stream, the one that finds its end too; a reader that stops before the end has no word that the entry is whole. The other
    entries stay readable. `again` is None where a second process would have to unpack everything before an entry.
    """

    name: str
    entries: tuple[Entry, ...]
    passed_over: tuple[PassedOver, ...]
    open: Callable[[str], AbstractContextManager[BinaryIO]]
    again: Again | None = None

    def read(self, path: str) -> bytes:
        """Return the bytes of one entry; raise BundleError as its stream does."""
        with self.open(path) as stream:
            return whole(stream)


class Variant(Protocol):
    """What a module of `containers/` offers."""

    def claims(self, path: Path) -> bool:
        """Return whether the path is of this kind; no two kinds claim one path."""

    def opened(self, path: Path, limits: BundleLimits) -> AbstractContextManager[Container]:
        """Hold the input open while it is read."""


def variants() -> Iterator[Variant]:
    """Yield the modules of `containers/`, sorted by name."""
    for module in sorted(pkgutil.iter_modules(containers.__path__), key=lambda found: found.name):
        yield cast("Variant", importlib.import_module(f"{containers.__name__}.{module.name}"))


def open_container(path: Path, limits: BundleLimits) -> AbstractContextManager[Container]:
    """Return the container at a path, to be used in a `with` statement.

    Raises:
        BundleError: nothing is there, or it is neither a folder nor a regular file.
        UnsafeArchiveError: on entering: the archive goes past a limit or tries a trick.
    """
    for variant in variants():
        if variant.claims(path):
            return variant.opened(path, limits)
    found = "it is neither a folder nor a regular file" if path.exists() else "nothing is there"
    raise BundleError(
        f"cannot open the input: {found}; give a folder, an archive (zip, cab, tar.gz) or an exported file", where=Location(path=str(path))
    )


def part_of(container: Container, prefix: str) -> Container:
    """Return what lies below a folder of a container (`""` or a path that ends in `/`), with paths relative to it."""
    name = prefix.rstrip("/").rpartition("/")[2] or container.name
    return Container(
        name=name,
        entries=tuple(
            Entry(path=entry.path.removeprefix(prefix), size_bytes=entry.size_bytes) for entry in container.entries if entry.path.startswith(prefix)
        ),
        passed_over=tuple(
            PassedOver(path=line.path.removeprefix(prefix), state=line.state, message=line.message)
            for line in container.passed_over
            if line.path.startswith(prefix)
        ),
        open=lambda path: container.open(prefix + path),
        again=None if container.again is None else replace(container.again, prefix=container.again.prefix + prefix),
    )
