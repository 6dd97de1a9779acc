"""Ctrl-C at any moment: 130 within two seconds, one line, nothing left lying, the reports of before untouched."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.small import connectors_export, pack
from tests.survival.runs import EXPOSTURE, FULL, ON_LINUX, Place, children, ended, is_alive, listens, pdf_child, place_in, until, wait

pytestmark = [pytest.mark.slow, ON_LINUX]
SECONDS_TO_END = 2.0
MOMENTS = 50 if FULL else 2
SLOW_QUERY = "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 1000000000) SELECT max(n) FROM t"


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return place_in(tmp_path)


def interrupt(process: subprocess.Popen[bytes], *, number: int = signal.SIGINT, group: bool = False) -> tuple[int, bytes, float]:
    """Send a signal, and return how the process ended, what it said and how long that took."""
    assert process.poll() is None
    begin = time.monotonic()
    (os.killpg if group else os.kill)(process.pid, number)
    _, said = process.communicate(timeout=30)
    return process.returncode, said, time.monotonic() - begin


def check(ended_as: tuple[int, bytes, float], place: Place) -> None:
    code, said, seconds = ended_as
    assert (code, said) == (130, b"exposture: interrupted\n")
    assert seconds < SECONDS_TO_END
    assert place.left_lying() == []


def test_interruptions_at_any_moment_leave_the_old_set_or_the_new_one(place: Place) -> None:
    """Over the whole length of a run, imports and PDF included; half meet the whole group of processes, as from a terminal."""
    moments = random.Random(20261124)  # noqa: S311 - moments of a signal, no secret
    old = _made(place, "old")
    begin = time.monotonic()
    new = _made(place, "new")
    longest = time.monotonic() - begin
    assert place.finish(place.audit("old")).returncode == 0
    for number in range(MOMENTS):
        process = place.start(place.audit("new"))
        with ended(process):
            assert until(lambda process=process: listens(process))  # type: ignore[misc]  # bound at once
            wait(process, longest * 0.9 * moments.random())
            if process.poll() is None:
                code, said, seconds = interrupt(process, group=number % 2 == 0)
                assert (code, said) in ((130, b"exposture: interrupted\n"), (0, b""))  # zero: the work was done, the process on its way out
                assert seconds < SECONDS_TO_END
        assert place.reports() in (old, new)
    assert place.finish(place.audit("new")).returncode == 0
    assert place.reports() == new
    assert place.left_lying() == []


def _made(place: Place, name: str) -> dict[str, bytes]:
    assert place.finish(place.audit(name)).returncode == 0
    return place.reports()


@pytest.mark.parametrize("seconds", [0.0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5])
def test_interruption_while_modules_are_loaded(place: Place, seconds: float) -> None:
    process = place.start(place.audit("new", "json"))
    with ended(process):
        assert until(lambda: listens(process))
        wait(process, seconds)

        check(interrupt(process), place)


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
def test_request_to_end_is_an_interruption(place: Place, name: str) -> None:
    process = place.start(place.audit("new", "json"))
    with ended(process):
        assert until(lambda: listens(process))
        wait(process, 0.8)

        check(interrupt(process, number=getattr(signal, name)), place)


def test_second_interruption_does_not_disturb_the_first(place: Place) -> None:
    process = place.start(place.audit("new"))
    with ended(process):
        assert until(lambda: pdf_child(process.pid) is not None)
        wait(process, 0.3)
        for _ in range(20):
            os.killpg(process.pid, signal.SIGINT)

        check(interrupt(process, group=True) if process.poll() is None else (process.returncode, process.stderr.read(), 0.0), place)  # type: ignore[union-attr]


@pytest.mark.parametrize("group", [True, False])
def test_interruption_while_the_pdf_is_made_ends_its_process(place: Place, group: bool) -> None:
    process = place.start(place.audit("new"))
    with ended(process):
        assert until(lambda: pdf_child(process.pid) is not None)
        wait(process, 0.7)
        (child,) = children(process.pid)

        check(interrupt(process, group=group), place)
        assert until(lambda: not is_alive(child), 1.0)


def test_interruption_of_a_query_that_takes_long(place: Place, tmp_path: Path) -> None:
    rules = pack(tmp_path / "rules")
    path = rules / "availability" / "DAG-001-database-copies.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("SELECT", f"SELECT ({SLOW_QUERY}),", 1), encoding="utf-8")
    process = place.start([*place.audit("new", "json"), "--rules-dir", str(rules)])
    with ended(process):
        wait(process, 6.0)

        check(interrupt(process), place)


def test_interruption_while_a_large_file_is_read(place: Place) -> None:
    folder = place.folder / "large"
    folder.mkdir()
    (folder / "ReceiveConnectors.xml").write_bytes(connectors_export(*(f"Scanner {number}" for number in range(60_000))))
    process = place.start(place.audit("large", "json"))
    with ended(process):
        assert until(lambda: listens(process))
        wait(process, 3.0)

        check(interrupt(process), place)


def test_kill_of_the_run_ends_the_process_that_makes_the_pdf(place: Place) -> None:
    process = place.start(place.audit("new"))
    with ended(process):
        assert until(lambda: pdf_child(process.pid) is not None)
        wait(process, 0.7)
        (child,) = children(process.pid)
        process.kill()

        assert until(lambda: not is_alive(child), SECONDS_TO_END)
        assert list((place.folder / "tmp").iterdir()) == []


def test_signal_that_is_to_be_ignored_is_ignored(place: Place) -> None:
    command = ["sh", "-c", "trap '' INT; exec \"$@\"", "sh", *place.audit("new", "json")]
    process = place.start(command)
    with ended(process):
        assert until(lambda: listens(process))

        code, said, _ = interrupt(process)

    assert (code, said) == (0, b"")


SWALLOW = """
import time
def work(interruption):
    while True:
        try:
            time.sleep(60)
        except BaseException:
            pass
"""
FAIL_LATE = """
import signal
def work(interruption):
    try:
        signal.raise_signal(signal.SIGINT)
    except KeyboardInterrupt:
        raise ImportError("half a module")
"""
IN_A_CALLBACK = """
import signal
class Thing:
    def __del__(self):
        signal.raise_signal(signal.SIGINT)
def work(interruption):
    Thing()
    raise SystemExit(4)
"""


@pytest.mark.parametrize("code", [SWALLOW, FAIL_LATE, IN_A_CALLBACK], ids=["swallowed", "turned-into-another", "in-a-callback"])
def test_interruption_that_is_swallowed_ends_the_process_all_the_same(place: Place, code: str) -> None:
    process = place.start([sys.executable, "-c", f"{code}\nfrom exposture.cli.interruption import guarded\nguarded(work)"])
    with ended(process):
        until(lambda: listens(process), 5.0)
        wait(process, 0.2)

        check(interrupt(process) if process.poll() is None else (*_end_of(process), 0.0), place)


def _end_of(process: subprocess.Popen[bytes]) -> tuple[int, bytes]:
    _, said = process.communicate()
    return process.returncode, said


COMMANDS: list[Callable[[Place], list[str]]] = [
    lambda place: [*EXPOSTURE, "inspect", str(place.folder / "new")],
    lambda place: [*EXPOSTURE, "rules", "test"],
    lambda place: [*EXPOSTURE, "doctor"],
    lambda place: [*EXPOSTURE, "site", "init", str(place.folder / "new")],
]


@pytest.mark.parametrize("command", COMMANDS, ids=["inspect", "rules-test", "doctor", "site-init"])
def test_every_command_can_be_interrupted(place: Place, command: Callable[[Place], list[str]]) -> None:
    process = place.start(command(place))
    with ended(process):
        assert until(lambda: listens(process))
        wait(process, 0.3)

        check(interrupt(process), place)


IN_THE_LAST_MOMENT = """
import os, signal
class Thing:
    def __del__(self, kill=os.kill, me=os.getpid()):
        kill(me, {number})
thing = Thing()
def work(interruption):
    raise SystemExit(4)
"""


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_signal_while_the_interpreter_takes_itself_down_does_not_change_what_the_run_says(place: Place, name: str) -> None:
    code = IN_THE_LAST_MOMENT.format(number=int(getattr(signal, name)))

    ended_as = place.finish([sys.executable, "-c", f"{code}\nfrom exposture.cli.interruption import guarded\nguarded(work)"])

    assert (ended_as.returncode, ended_as.stderr) == (4, b"")
