"""A folder beside the reports for what does not fit into memory while a run lasts. It is made when it is needed, and taken away."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from exposture.bundle.spill import Spill

WORK = ".exposture-work-"


@contextmanager
def work_folder(place: Path | None) -> Iterator[Spill | None]:
    """Give what takes big tables, beside a place; None where nothing is written to a folder: everything then stays in memory.

    What a killed run left beside the same place is taken away first.
    """
    if place is None:
        yield None
        return
    place = place.resolve()
    _clear(place)
    folder = place.with_name(f".{place.name}{WORK}{os.getpid()}")
    try:
        yield Spill(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _clear(place: Path) -> None:
    for folder in place.parent.glob(f".{_literal(place.name)}{WORK}*"):
        number = folder.name.rpartition("-")[2]
        if number.isdigit() and not _is_running(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def _literal(name: str) -> str:
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in name)


def _is_running(process: int) -> bool:
    """Say whether a process is there, as far as this system tells; where it does not, a folder in use cannot be removed."""
    if os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
