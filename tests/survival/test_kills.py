"""Kill -9 at any moment of whole runs: the old set or the new one, never a mix, and nothing left lying after the next run."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from tests.survival.runs import FULL, ON_LINUX, Place, children, ended, is_alive, listens, place_in, until, wait

pytestmark = [pytest.mark.slow, ON_LINUX]
KILLS, KILLS_WITH_PDF = (160, 40) if FULL else (3, 1)
WITH_PDF = ("pdf", "html", "json")
WITHOUT = ("html", "json")
LAST_OF_IT = 0.35
"""Half of the kills fall into this last share of a run, where it writes."""


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return place_in(tmp_path)


def made(place: Place, name: str, formats: tuple[str, ...]) -> tuple[dict[str, bytes], float]:
    """Return what a whole run writes, and how long it takes."""
    begin = time.monotonic()
    done = place.finish(place.audit(name, *formats))
    assert done.returncode == 0, done.stderr
    return place.reports(), time.monotonic() - begin


def killed(place: Place, name: str, formats: tuple[str, ...], seconds: float) -> bool:
    """Kill a run that long after it began, see its children end by themselves, and return whether it was still running."""
    process = place.start(place.audit(name, *formats))
    with ended(process):
        assert until(lambda: listens(process))
        wait(process, seconds)
        is_running = process.poll() is None
        started = children(process.pid)
        process.kill()
        assert until(lambda: not any(map(is_alive, started)), 2.0)
    return is_running


def moment(moments: random.Random, longest: float) -> float:
    first = 1 - LAST_OF_IT if moments.random() < 0.5 else 0.0
    return longest * (first + moments.random() * (1.05 - first))


@pytest.mark.parametrize(("formats", "kills"), [(WITHOUT, KILLS), (WITH_PDF, KILLS_WITH_PDF)], ids=["without-pdf", "with-pdf"])
def test_killed_run_leaves_the_old_set_or_the_new_one(place: Place, formats: tuple[str, ...], kills: int) -> None:
    moments = random.Random(20261124)  # noqa: S311 - moments of a kill, no secret
    made(place, "old", formats)  # the first run reads files that the system then has in memory
    sets = {name: made(place, name, formats) for name in ("new", "old")}
    longest = max(seconds for _, seconds in sets.values())
    seen = {"running": 0, "old": 0, "new": 0}

    for number in range(kills):
        seen["running"] += killed(place, ("new", "old")[number % 2], formats, moment(moments, longest))
        (kept,) = [name for name, (files, _) in sets.items() if files == place.reports()]
        seen[kept] += 1

    assert made(place, "new", formats)[0] == sets["new"][0]
    assert place.left_lying() == []
    print(f"{kills} kills: {seen}")  # noqa: T201 - a figure for the note of the landing


def test_killed_run_in_the_current_folder_leaves_files_of_one_set_only(place: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be swapped takes the new set file by file: some may be missing for a moment, none is of the other set."""
    moments = random.Random(20261125)  # noqa: S311 - moments of a kill, no secret
    place.out.mkdir()
    monkeypatch.chdir(place.out)
    sets = {name: made(place, name, WITHOUT) for name in ("new", "old")}
    longest = max(seconds for _, seconds in sets.values())

    for number in range(KILLS_WITH_PDF):
        killed(place, ("new", "old")[number % 2], WITHOUT, moment(moments, longest))
        kept = {path.name: path.read_bytes() for path in place.out.iterdir() if not path.name.startswith(".exposture-")}
        assert [name for name, (files, _) in sets.items() if kept.items() <= files.items()] != []

    assert made(place, "new", WITHOUT)[0] == sets["new"][0]
