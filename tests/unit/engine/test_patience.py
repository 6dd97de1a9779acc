"""A query that heeds no interruption is left behind, and those after it are asked."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing

import duckdb
import pyarrow as pa
import pytest

from exposture.engine import database as database_module
from exposture.engine import patience, query
from exposture.engine.connection import connect
from exposture.engine.database import Database
from exposture.engine.patience import LEFT_BEHIND, in_time, is_anything_left
from exposture.engine.query import Question
from exposture.engine.run import run_rules
from exposture.errors import DatabaseLostError, RuleQueryError
from exposture.rulebook.views import View
from tests.unit.engine.factories import book, estate, inputs, rule, server, service, view

ENDLESS_CALL = """
import sys
import pyarrow as pa
from exposture.cli import main
from exposture.engine.database import Database
from exposture.engine.query import Question
from exposture.errors import DatabaseLostError

def ask():
    database = Database({"t": pa.table({"a": ["ab" * (1 << 18)]})})
    for text in ("SELECT regexp_matches(a, a) AS n FROM t", "SELECT length(a) AS n FROM t"):
        try:
            print(database.ask(Question(text=text, values={}, types={}, path="x"), timeout_seconds=0.5).to_pylist())
        except DatabaseLostError as error:
            print(error.message)
    return 4

main.app = lambda **_: ask()
main.run()
"""
ANSWER = "SELECT count(*) AS n FROM things"


@pytest.fixture
def stuck(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Give the time until which a call does not heed anything; in the end let it go, and wait for it."""
    monkeypatch.setattr(patience, "GRACE_SECONDS", 0.1)
    go_on = threading.Event()
    yield go_on
    go_on.set()
    for thread in threading.enumerate():
        if thread.name == LEFT_BEHIND:
            thread.join(10)


def asks(text: str) -> Question:
    return Question(text=text, values={}, types={}, path="x.yaml", line=1)


def things() -> dict[str, pa.Table]:
    return {"things": pa.table({"name": ["a", "b"]})}


def stall(monkeypatch: pytest.MonkeyPatch, until: threading.Event, word: str) -> None:
    """Let the first query that holds a word stop in the middle, as one call on a giant value would."""
    real = query._rows

    def slow(relation: duckdb.DuckDBPyRelation, question: Question) -> pa.Table:
        if word in question.text:
            until.wait(20)
        return real(relation, question)

    monkeypatch.setattr(query, "_rows", slow)


def test_answer_and_error_of_a_call_come_back() -> None:
    with closing(connect({})) as connection:
        assert in_time(connection, lambda: 7, 5) == 7
        with pytest.raises(ZeroDivisionError):
            in_time(connection, lambda: 1 // 0, 5)


def test_call_that_heeds_nothing_is_left_behind(stuck: threading.Event) -> None:
    with closing(connect({})) as connection, pytest.raises(TimeoutError):
        in_time(connection, lambda: stuck.wait(20), 0.1)

    assert is_anything_left()


def test_nothing_is_left_of_a_query_that_ends() -> None:
    with closing(Database(things())) as database:
        assert database.ask(asks(ANSWER), timeout_seconds=5).to_pylist() == [{"n": 2}]
        with pytest.raises(RuleQueryError, match=r"stopped after 0\.1 seconds in"):
            database.ask(asks("SELECT count(*) AS n FROM range(1000000000000)"), timeout_seconds=0.1)

    assert not is_anything_left()


def test_next_query_is_asked_on_a_new_connection_with_the_same_tables_and_views(stuck: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    stall(monkeypatch, stuck, "giant")
    with closing(Database(things(), [view("seen", "SELECT name FROM things")])) as database:
        lost = database.connection
        with pytest.raises(DatabaseLostError, match=r"stopped after 0\.1 seconds, in the middle of a call"):
            database.ask(asks("SELECT name AS giant FROM things"), timeout_seconds=0.1)

        assert database.connection is not lost
        assert database.ask(asks("SELECT count(*) AS n FROM seen"), timeout_seconds=5).to_pylist() == [{"n": 2}]


def test_rule_that_is_stuck_is_an_error_and_the_others_are_judged(stuck: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    stall(monkeypatch, stuck, "giant")
    data = estate({"windows_services": [service("a", state="Stopped")]}, servers=[server()])
    table = {"more": {"type": "table", "columns": {"x": "int"}, "default": [{"x": 1}]}}
    bad = rule(id="HST-100", query="SELECT p.x AS giant FROM param_more AS p", parameters=table, message="no")

    found = run_rules(book(bad, rule()), inputs(data), timeout_seconds=0.2)

    assert {row["rule_id"]: row["outcome"] for row in found.results.to_pylist()} == {"HST-100": "error", "HST-001": "fail"}
    assert "stopped after 0.2 seconds, in the middle" in found.rule_errors[0].message


def test_view_that_does_not_come_back_is_broken_and_the_others_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    real = database_module.create_view

    def slow(connection: duckdb.DuckDBPyConnection, made: View, seconds: float) -> None:
        if made.name == "bad":
            raise DatabaseLostError("no")
        real(connection, made, seconds)

    monkeypatch.setattr(database_module, "create_view", slow)
    views = [view("good", "SELECT name FROM things"), view("bad", "SELECT 1 AS n"), view("late", "SELECT name FROM good")]
    with closing(Database(things(), views)) as database:
        assert set(database.broken) == {"bad"}
        assert database.ask(asks("SELECT count(*) AS n FROM late"), timeout_seconds=5).to_pylist() == [{"n": 2}]


@pytest.mark.slow
def test_pattern_of_half_a_megabyte_costs_its_rule_alone() -> None:
    ran = subprocess.run([sys.executable, "-c", ENDLESS_CALL], capture_output=True, text=True, check=False, timeout=60)

    assert ran.stdout.splitlines() == ["stopped after 0.5 seconds, in the middle of a call that does not heed it", "[{'n': 524288}]"]
    assert (ran.returncode, ran.stderr) == (4, "")


def test_fatal_error_of_the_engine_costs_its_rule_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    stop_fatally(monkeypatch, "giant")
    with closing(Database(things(), [view("seen", "SELECT name FROM things")])) as database:
        with pytest.raises(DatabaseLostError, match="FATAL Error: too long"):
            database.ask(asks("SELECT name AS giant FROM things"), timeout_seconds=5)

        assert database.ask(asks("SELECT count(*) AS n FROM seen"), timeout_seconds=5).to_pylist() == [{"n": 2}]


def stop_fatally(monkeypatch: pytest.MonkeyPatch, word: str) -> None:
    real = query._rows

    def fatal(relation: duckdb.DuckDBPyRelation, question: Question) -> pa.Table:
        if word in question.text:
            raise duckdb.FatalException("FATAL Error: too long")
        return real(relation, question)

    monkeypatch.setattr(query, "_rows", fatal)


def short(monkeypatch: pytest.MonkeyPatch, until: threading.Event) -> None:
    """Let queries and new databases lack memory until an event."""
    real_rows, real_connect = query._rows, database_module.connect

    def rows(relation: duckdb.DuckDBPyRelation, question: Question) -> pa.Table:
        if not until.is_set():
            raise duckdb.OutOfMemoryException("Out of Memory Error: no")
        return real_rows(relation, question)

    def made(tables: dict[str, pa.Table], **words: int) -> duckdb.DuckDBPyConnection:
        if not until.is_set():
            raise MemoryError
        return real_connect(tables, **words)

    monkeypatch.setattr(query, "_rows", rows)
    monkeypatch.setattr(database_module, "connect", made)


def leave_behind(until: threading.Event) -> None:
    """Leave a call behind that ends a moment later."""
    with closing(connect({})) as connection, pytest.raises(TimeoutError):
        in_time(connection, lambda: until.wait(20), 0.01)
    threading.Timer(0.3, until.set).start()


def test_query_that_lacks_memory_waits_for_the_one_that_was_left_behind(stuck: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(Database(things())) as database:
        assert not database.broken
        short(monkeypatch, stuck)
        leave_behind(stuck)

        assert database.ask(asks(ANSWER), timeout_seconds=5).to_pylist() == [{"n": 2}]


def test_new_database_that_lacks_memory_waits_for_the_query_that_was_left_behind(stuck: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    short(monkeypatch, stuck)
    leave_behind(stuck)

    with closing(Database(things())) as database:
        assert database.ask(asks(ANSWER), timeout_seconds=5).to_pylist() == [{"n": 2}]


def test_new_database_without_memory_is_an_error_of_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    short(monkeypatch, threading.Event())

    with closing(Database(things())) as database, pytest.raises(RuleQueryError, match="there is not enough memory to ask it"):
        database.ask(asks(ANSWER), timeout_seconds=5)


def test_view_that_lacked_memory_is_made_again(stuck: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    real = database_module.create_view

    def slow(connection: duckdb.DuckDBPyConnection, made: View, seconds: float) -> None:
        if not stuck.is_set():
            raise RuleQueryError("the view seen does not bind: Out of Memory Error")
        real(connection, made, seconds)

    monkeypatch.setattr(database_module, "create_view", slow)
    leave_behind(stuck)

    with closing(Database(things(), [view("seen", "SELECT name FROM things")])) as database:
        assert not database.broken


def test_view_that_does_not_bind_in_time_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_: object) -> None:
        raise TimeoutError

    monkeypatch.setattr("exposture.engine.connection.in_time", never)
    with closing(Database(things(), [view("slow", "SELECT name FROM things")])) as database:
        assert [str(error) for error in database.broken.values()] == ["the view slow does not bind within 5 seconds in lib/slow.sql"]


def test_thread_that_cannot_be_started_is_an_error_of_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise RuntimeError("can't start new thread")

    with closing(Database(things())) as database:
        assert not database.broken
        monkeypatch.setattr(query, "in_time", full)
        with pytest.raises(RuleQueryError, match="there is not enough memory to ask it: can't start new thread"):
            database.ask(asks(ANSWER), timeout_seconds=5)
