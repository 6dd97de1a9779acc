"""What a rule pack makes this process do is bounded, and the bound is gone afterwards."""

from __future__ import annotations

import subprocess
import sys

import pytest

from exposture.workflows import memory
from exposture.workflows.memory import bounded_memory

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="address space is bounded on Linux only")
GIANT = """
import sys
import duckdb
from exposture.engine.connection import connect, lock
from exposture.engine.query import Question, ask
from exposture.errors import RuleQueryError
from exposture.workflows.memory import bounded_memory

connection = connect({})
lock(connection)
with bounded_memory(1 << 30):
    for text in ("SELECT length(list_reduce(range(0, 33), lambda a, b: a || a, 'x')) AS n", "SELECT len(range(0, 1000000000)) AS n"):
        try:
            ask(connection, Question(text=text, values={}, types={}, path="x"), timeout_seconds=20)
        except RuleQueryError as error:
            print("refused" if "emory" in str(error) or "stopped" in str(error) else error)
print(ask(connection, Question(text="SELECT 1 AS n", values={}, types={}, path="x"), timeout_seconds=20).to_pylist())
"""
GREEDY = """
import mmap
from exposture.workflows.memory import bounded_memory

def fits(size):
    try:
        mmap.mmap(-1, size).close()
    except OSError:
        return False
    return True

with bounded_memory(256 << 20) as fit:
    kept = mmap.mmap(-1, 200 << 20)  # taken, and holding nothing
    print(not fits(100 << 20))
    fit()
    print(fits(100 << 20))
"""


def test_process_may_not_grow_beyond_the_bound_and_may_again_afterwards() -> None:
    with bounded_memory(64 << 20), pytest.raises(MemoryError):
        bytearray(512 << 20)

    assert len(bytearray(512 << 20)) == 512 << 20


def test_bound_of_the_system_stays_the_lower_one(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    asked: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (5 << 30, 6 << 30))
    monkeypatch.setattr(resource, "setrlimit", lambda _, limits: asked.append(limits))

    with bounded_memory(1 << 50):
        pass

    assert asked == [(5 << 30, 6 << 30), (5 << 30, 6 << 30)]


def test_elsewhere_nothing_is_bound(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory.sys, "platform", "win32")

    with bounded_memory(1):
        assert len(bytearray(512 << 20)) == 512 << 20


@pytest.mark.slow
def test_giant_values_are_refused_and_the_next_rule_is_asked() -> None:
    ran = subprocess.run([sys.executable, "-c", GIANT], capture_output=True, text=True, check=True)

    assert ran.stdout.splitlines() == ["refused", "refused", "[{'n': 1}]"]


@pytest.mark.slow
def test_rule_after_a_greedy_one_has_its_due() -> None:
    ran = subprocess.run([sys.executable, "-c", GREEDY], capture_output=True, text=True, check=True)

    assert ran.stdout.splitlines() == ["True", "True"]
