"""A folder of reports that changes as a whole: whoever looks, and whenever a run is killed, there is the old set or the new one.

The new set is written into a sibling folder under a lock and swapped in by rename. What a killed run left is taken away,
or put back, by the next one. A place that cannot be renamed has the new set in a folder inside it and takes it file by
file at the end, after the files of the old set went: a kill in that moment leaves part of one set, never of two.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from exposture.errors import UsageError

NEW, OLD, LOCK = ".exposture-new", ".exposture-old", ".exposture-lock"
LEFTOVERS = (NEW, LOCK)
"""What a killed run may leave inside a place that cannot be renamed."""
AT_FDCWD = -100
RENAME_EXCHANGE = 2


@contextmanager
def staged(place: Path, outdated: Collection[str] = ()) -> Iterator[Path]:
    """Give a folder to write the set into; it becomes `place` when the block ends well, and nothing happens when it raises.

    A place that cannot be renamed is the current folder or one above it, a mount, or one whose parent is not ours; there
    `outdated` names what may be left of an earlier set.

    Raises:
        UsageError: another run is writing into the place.
        OSError: the folder cannot be made.
    """
    place = place.resolve()
    is_swapped = _can_be_swapped(place)
    if not is_swapped:
        place.mkdir(parents=True, exist_ok=True)
    beside = (lambda ending: place.with_name(f".{place.name}{ending}")) if is_swapped else (lambda ending: place / ending)
    new = beside(NEW)
    with _locked(beside(LOCK), place):
        if is_swapped:
            _put_back(place)
        _make_empty(new)
        try:
            yield new
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        if is_swapped:
            _swap(new, place)
        else:
            _move_in(new, place, outdated)


def _can_be_swapped(place: Path) -> bool:
    if Path.cwd().resolve().is_relative_to(place) or place.is_mount():
        return False
    place.parent.mkdir(parents=True, exist_ok=True)
    return os.access(place.parent, os.W_OK)


def _make_empty(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir()


@contextmanager
def _locked(path: Path, place: Path) -> Iterator[None]:
    """Hold a file against other runs, and take it away in the end."""
    lock = _acquire(path)
    if lock is None:
        raise UsageError(f"another run is writing into {place}; wait for it, or name another place with -o")
    try:
        yield
    finally:
        _release(lock, path)


def _acquire(path: Path) -> IO[bytes] | None:
    """Return the file, held; None where another run holds it.

    The run before may take the file away after we opened it; what we then hold is no longer what others would meet.
    """
    while True:
        lock = path.open("ab")
        if not _hold(lock):
            lock.close()
            return None
        with contextlib.suppress(FileNotFoundError):
            if os.path.samestat(os.fstat(lock.fileno()), path.stat()):
                return lock
        lock.close()


if sys.platform == "win32":  # pragma: no cover  # not run where the gate runs
    import msvcrt

    def _hold(lock: IO[bytes]) -> bool:
        try:
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(lock: IO[bytes], path: Path) -> None:
        lock.close()
        with contextlib.suppress(OSError):  # another run has opened it by now, and takes it away
            path.unlink()

else:
    import fcntl

    def _hold(lock: IO[bytes]) -> bool:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _release(lock: IO[bytes], path: Path) -> None:
        path.unlink(missing_ok=True)  # while we hold it: afterwards it may be another run's
        lock.close()


def _swap(new: Path, place: Path) -> None:
    """Put the new folder in the place of the old one, in one step where the system has it."""
    old = place.with_name(f".{place.name}{OLD}")
    if not place.exists():
        new.rename(place)
    elif _exchange(new, place):
        shutil.rmtree(new)
    else:
        place.rename(old)
        new.rename(place)
        shutil.rmtree(old)


def _move_in(new: Path, place: Path, outdated: Collection[str]) -> None:
    """Move the new files into a place that stays, after the old ones went, so that no moment shows files of both."""
    for name in outdated:
        (place / name).unlink(missing_ok=True)
    for file in sorted(new.iterdir()):
        file.replace(place / file.name)
    new.rmdir()


def _exchange(first: Path, second: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot.

    Source: renameat2(2), Linux 3.15 and glibc 2.28.
    """
    rename = _renameat2()
    return rename is not None and rename(AT_FDCWD, os.fsencode(first), AT_FDCWD, os.fsencode(second), RENAME_EXCHANGE) == 0


def _renameat2() -> Callable[..., int] | None:
    if sys.platform != "linux":
        return None
    function: Callable[..., int] | None = getattr(ctypes.CDLL(None), "renameat2", None)
    return function


def _put_back(place: Path) -> None:
    """End what a killed run began: the old set goes back where nothing stands in its place, else it is done with."""
    old = place.with_name(f".{place.name}{OLD}")
    if old.is_dir() and not place.exists():
        old.rename(place)
    elif old.is_dir():
        shutil.rmtree(old)
