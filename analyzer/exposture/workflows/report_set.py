"""A folder of reports that changes as a whole: whoever looks, and whenever a run is killed, there is the old set or the new one.

The new set is written into a sibling folder under a lock and swapped in by rename. What a killed run left is taken away,
or put back, by the next one.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from exposture.errors import UsageError

NEW, OLD, LOCK = ".exposture-new", ".exposture-old", ".lock"
AT_FDCWD = -100
RENAME_EXCHANGE = 2


@contextmanager
def staged(place: Path) -> Iterator[Path]:
    """Give a folder to write the set into; it becomes `place` when the block ends well, and nothing happens when it raises.

    A place that cannot be renamed (the current folder or one above it, one whose parent is not ours) is written into directly.

    Raises:
        UsageError: another run is writing into the place.
        OSError: the folder cannot be made.
    """
    place = place.resolve()
    if not _can_be_swapped(place):
        place.mkdir(parents=True, exist_ok=True)
        yield place
        return
    new = place.with_name(f".{place.name}{NEW}")
    _put_back(place)
    with _locked(new, place):
        try:
            yield new
        except BaseException:
            shutil.rmtree(new, ignore_errors=True)
            raise
        _swap(new, place)


def _can_be_swapped(place: Path) -> bool:
    if Path.cwd().resolve().is_relative_to(place) or place.is_mount():
        return False
    place.parent.mkdir(parents=True, exist_ok=True)
    return os.access(place.parent, os.W_OK)


@contextmanager
def _locked(new: Path, place: Path) -> Iterator[None]:
    """Hold the new folder, empty but for its lock, against other runs until it is swapped in."""
    new.mkdir(exist_ok=True)
    with (new / LOCK).open("wb") as lock:
        if not _hold(lock):
            raise UsageError(f"another run is writing into {place}; wait for it, or name another place with -o")
        for entry in new.iterdir():
            _remove(entry, but=LOCK)
        yield


def _remove(entry: Path, but: str) -> None:
    if entry.is_dir() and not entry.is_symlink():
        shutil.rmtree(entry)
    elif entry.name != but:
        entry.unlink()


if sys.platform == "win32":  # pragma: no cover  # not run where the gate runs
    import msvcrt

    def _hold(lock: IO[bytes]) -> bool:
        try:
            msvcrt.locking(lock.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _hold(lock: IO[bytes]) -> bool:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True


def _swap(new: Path, place: Path) -> None:
    """Put the new folder in the place of the old one, in one step where the system has it."""
    (new / LOCK).unlink()
    old = place.with_name(f".{place.name}{OLD}")
    if not place.exists():
        new.rename(place)
    elif _exchange(new, place):
        shutil.rmtree(new)
    else:
        place.rename(old)
        new.rename(place)
        shutil.rmtree(old)


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
