"""Two processes that write into one folder at once: each set is whole, or its run is refused in words."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from exposture.workflows.report_set import staged
from tests.survival.runs import FULL, LONGEST, Place, place_in

pytestmark = pytest.mark.slow
ROUNDS = 10 if FULL else 1


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return place_in(tmp_path)


def made(place: Place, name: str) -> dict[str, bytes]:
    assert place.finish(place.audit(name, "html", "json")).returncode == 0
    return place.reports()


def test_two_runs_into_one_folder_leave_one_whole_set(place: Place) -> None:
    refused = f"exposture: another run is writing into {place.out}; wait for it, or name another place with -o\n".encode()
    sets = {name: made(place, name) for name in ("old", "new")}
    for _ in range(ROUNDS):
        runs = {name: subprocess.Popen(place.audit(name, "html", "json"), env=place.environment, stderr=subprocess.PIPE) for name in sets}
        ends = {name: (run.communicate(timeout=LONGEST)[1], run.returncode) for name, run in runs.items()}

        won = [name for name, end in ends.items() if end == (b"", 0)]
        assert won
        assert [end for name, end in ends.items() if name not in won] in ([], [(refused, 2)])
        assert place.reports() in [sets[name] for name in won]
        assert place.left_lying() == []


def test_run_into_a_folder_that_is_being_written_is_refused(place: Place) -> None:
    old = made(place, "old")

    with staged(place.out) as stage:
        (stage / "results.json").write_bytes(b"half")
        done = place.finish(place.audit("new", "html", "json"))
        (stage / "results.json").unlink()
        for name, data in old.items():
            (stage / name).write_bytes(data)

    assert done.returncode == 2
    assert b"another run is writing into" in done.stderr
    assert place.reports() == old
    assert place.left_lying() == []


HAMMER = """
import sys
from pathlib import Path
from exposture.errors import UsageError
from exposture.workflows.report_set import staged
place, text, rounds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
won = 0
while won < rounds:
    try:
        with staged(place) as folder:
            for name in ("a", "b", "c"):
                (folder / name).write_text(text * 50_000)
        won += 1
    except UsageError:
        pass
"""


def test_two_writers_that_meet_a_thousand_times_never_mix(place: Place) -> None:
    """Without all the work around it, so that they meet in every moment of the swap."""
    command = [sys.executable, "-c", HAMMER, str(place.out)]
    runs = [subprocess.Popen([*command, text, "1000" if FULL else "150"], env=place.environment, stderr=subprocess.PIPE) for text in "xy"]
    ends = [(run.communicate(timeout=LONGEST)[1], run.returncode) for run in runs]

    assert ends == [(b"", 0)] * 2
    assert sorted(place.reports()) == ["a", "b", "c"]
    assert len(set(place.reports().values())) == 1
    assert place.left_lying() == []
