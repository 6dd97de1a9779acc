"""A folder: regular files only; links are never followed, so nothing outside the folder can be reached."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from exposture.bundle.container import Again, Container, Entry, PassedOver
from exposture.bundle.entry_stream import EntryStream, buffered, larger
from exposture.bundle.limits import BundleLimits, Option
from exposture.errors import BundleError, Location, UnsafeArchiveError
from exposture.model.coverage import FileState

# A file may be swapped for a link or a pipe between the listing and the reading; Windows has neither flag.
SAFE_OPEN = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a file was when the folder was listed, and which one it was (0 where the system does not say)."""

    path: Path
    device: int
    inode: int


Found = tuple[Entry, Place] | PassedOver


def claims(path: Path) -> bool:
    """Return whether the path is a folder (the input itself may be a link to one)."""
    return path.is_dir()


@contextmanager
def opened(path: Path, limits: BundleLimits) -> Iterator[Container]:
    """List a folder and everything below it.

    Raises:
        UnsafeArchiveError: it holds more files and folders than the limit.
    """
    found: list[Found] = []
    for count, item in enumerate(_walk(path), start=1):
        if count > limits.max_folder_files:
            message = f"more than {limits.max_folder_files} files and folders below it; {Option.ENTRIES} raises it, or give the exports' own folder"
            raise UnsafeArchiveError(message, where=Location(path=str(path)))
        found += [] if item is None else [item]
    places = {item[0].path: item[1] for item in found if isinstance(item, tuple)}
    yield Container(
        name=path.resolve().name or "folder",
        entries=tuple(sorted((item[0] for item in found if isinstance(item, tuple)), key=lambda entry: entry.path)),
        passed_over=tuple(sorted((item for item in found if isinstance(item, PassedOver)), key=lambda line: line.path)),
        open=lambda entry: open_regular(places[entry].path, entry, limits.file.max_file_bytes, places[entry]),
        again=Again(path=path.resolve()),
    )


def _shown(name: str) -> str:
    """Return a name that can be printed and encoded: bytes that are no UTF-8 become escapes, which keeps two names apart."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def _walk(top: Path) -> Iterator[Found | None]:
    """Yield what lies below a folder, in no order; None stands for a folder that is gone into."""
    pending = [(top, "")]
    while pending:
        folder, prefix = pending.pop()
        try:
            with os.scandir(folder) as listing:
                for child in listing:
                    found = _found(child, prefix)
                    if found is None:
                        pending.append((Path(child.path), f"{prefix}{_shown(child.name)}/"))
                    yield found
        except OSError as error:
            yield PassedOver(path=prefix or "./", state=FileState.UNREADABLE, message=f"the folder cannot be listed: {error.strerror}")


def _found(child: os.DirEntry[str], prefix: str) -> Found | None:
    path = prefix + _shown(child.name)
    try:
        facts = child.stat(follow_symlinks=False)
    except OSError as error:
        return PassedOver(path=path, state=FileState.UNREADABLE, message=f"cannot be read: {error.strerror}")
    if stat.S_ISDIR(facts.st_mode) and not _is_junction(facts):
        return None
    return _leaf(child, facts, path)


def _is_junction(facts: os.stat_result) -> bool:
    """Return whether a folder is a Windows mount point: a link that `is_symlink` does not know before Python 3.12."""
    return bool(getattr(facts, "st_file_attributes", 0) & stat.FILE_ATTRIBUTE_REPARSE_POINT)


def _leaf(child: os.DirEntry[str], facts: os.stat_result, path: str) -> Found:
    if stat.S_ISLNK(facts.st_mode) or stat.S_ISDIR(facts.st_mode):
        return PassedOver(path=path, state=FileState.PASSED_OVER, message="a link is not followed; copy the file itself")
    if not stat.S_ISREG(facts.st_mode):
        return PassedOver(path=path, state=FileState.PASSED_OVER, message="neither a file nor a folder (a device, socket or pipe)")
    return Entry(path=path, size_bytes=facts.st_size), Place(path=Path(child.path), device=facts.st_dev, inode=facts.st_ino)


@contextmanager
def open_regular(path: Path, shown: str, max_bytes: int, listed: Place | None = None) -> Iterator[BinaryIO]:
    """Hold a regular file open as a stream of at most so many bytes.

    Raises:
        BundleError: it is no regular file any more, or another one than was listed (a folder on the way to it may have been
            swapped for a link), cannot be read, or is larger than the limit.
    """
    with ExitStack() as stack:
        try:
            file = stack.enter_context(os.fdopen(os.open(path, SAFE_OPEN), "rb", buffering=0))
            facts = os.fstat(file.fileno())
        except OSError as error:
            raise BundleError(f"cannot be read: {error.strerror}", where=Location(path=shown)) from error
        if not stat.S_ISREG(facts.st_mode):
            raise BundleError("is no regular file", where=Location(path=shown))
        if listed is not None and listed.inode and (facts.st_dev, facts.st_ino) != (listed.device, listed.inode):
            raise BundleError("is another file than when the folder was listed; give a folder that nobody writes into", where=Location(path=shown))
        if facts.st_size > max_bytes:
            raise larger(max_bytes, Location(path=shown))
        yield buffered(EntryStream(file, shown, at_most=max_bytes))
