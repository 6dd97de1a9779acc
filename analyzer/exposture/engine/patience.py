"""Wait for a query no longer than its time: what does not stop when it is asked to is left behind.

DuckDB looks at an interrupt between vectors and between the steps of a lambda. One call on a vector of giant values goes on
for as long as it takes, and a thread cannot be ended from outside. So a query runs in a thread of its own; the one who asked goes on.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:  # the command line asks whether something was left, and loads no engine for that
    import duckdb

Answer = TypeVar("Answer")
GRACE_SECONDS = 1.0
STEP_SECONDS = 0.1
LEFT_BEHIND = "left behind"


def in_time(connection: duckdb.DuckDBPyConnection, call: Callable[[], Answer], seconds: float) -> Answer:
    """Return what a call on a connection returns, or raise what it raises; it is interrupted after so many seconds.

    Raises:
        TimeoutError: it did not heed the interruption. The connection belongs to that call from now on: nobody may use it, or close it.
    """
    answers: list[Answer] = []
    errors: list[BaseException] = []

    def work() -> None:
        try:
            answers.append(call())
        except BaseException as error:  # noqa: BLE001  # it is raised where somebody waits for it
            errors.append(error)

    thread = threading.Thread(target=work, daemon=True, name="query")
    thread.start()
    try:
        thread.join(seconds)
    finally:
        _end(connection, thread)
    if thread.is_alive():
        thread.name = LEFT_BEHIND
        raise TimeoutError
    if errors:
        raise errors.pop()  # no frame of its traceback may hold it, and by that the memory of the query
    return answers[0]


def _end(connection: duckdb.DuckDBPyConnection, thread: threading.Thread) -> None:
    """Ask until it ends or the grace is over: an interruption that comes between two statements is forgotten."""
    for _ in range(round(GRACE_SECONDS / STEP_SECONDS)):
        if not thread.is_alive():
            return
        connection.interrupt()
        thread.join(STEP_SECONDS)


def is_anything_left() -> bool:
    """Tell whether a query that was left behind still runs; then the process had better not wait for its own end."""
    return bool(_left())


def is_something_gone(seconds: float) -> bool:
    """Wait so long for each query that was left behind; tell whether one ended, and by that gave its memory back."""
    left = _left()
    for thread in left:
        thread.join(seconds)
    return any(not thread.is_alive() for thread in left)


def _left() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == LEFT_BEHIND]
