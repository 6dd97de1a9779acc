from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from exposture.engine.connection import connect, lock, register
from exposture.engine.database import Database
from exposture.engine.query import Question, ask, typed_text
from exposture.errors import RuleQueryError
from tests.unit.engine.factories import view

TABLES = {"things": pa.table({"name": ["a", "b"], "size": [1, 2]})}


def asks(text: str, types: dict[str, str] | None = None, **values: Any) -> Question:
    return Question(text=text, values=values, types=types or {}, path="hosts/HST-001-x.yaml", line=10)


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(connect(TABLES)) as made:
        lock(made)
        yield made


def message(connection: duckdb.DuckDBPyConnection, text: str, timeout_seconds: float = 5.0, **values: Any) -> str:
    with pytest.raises(RuleQueryError) as caught:
        ask(connection, asks(text, **values), timeout_seconds=timeout_seconds)
    return str(caught.value)


def test_a_query_gives_its_rows(connection: duckdb.DuckDBPyConnection) -> None:
    found = ask(connection, asks("SELECT name FROM things WHERE size > $least", {"least": "int"}, least=1, other="x"), timeout_seconds=5)

    assert found.to_pylist() == [{"name": "b"}]


def test_a_query_sees_the_table_that_took_another_ones_place(connection: duckdb.DuckDBPyConnection) -> None:
    register(connection, {"things": pa.table({"name": ["z"], "size": [3]})})

    assert ask(connection, asks("SELECT name FROM things"), timeout_seconds=5).to_pylist() == [{"name": "z"}]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("SELECT 1; SELECT 2", "a query is one statement; found 2"),
        ("", "a query is one statement; found 0"),
        ("CREATE TABLE x (a INT)", "a query is a SELECT; found CREATE"),
        ("EXPLAIN SELECT 1", "a query is a SELECT; found EXPLAIN"),
        ("PIVOT things ON name USING sum(size)", "a query is a SELECT; found MULTI"),
        ("SET threads = 1", "a query is a SELECT; found SET"),
        ("COPY things TO 'x.csv'", "a query is a SELECT; found COPY"),
        ("ATTACH 'x.db'", "a query is a SELECT; found ATTACH"),
        ("SELECT $one + $two", "unknown parameters: $one, $two"),
        ("SELECT a b c", 'syntax error at or near "c"'),
        ("SELECT missing FROM things", 'Referenced column "missing" not found'),
        ("SELECT CAST('stop' AS INTEGER)", "Could not convert string 'stop'"),
    ],
)
def test_what_is_not_one_good_select_is_refused(connection: duckdb.DuckDBPyConnection, text: str, says: str) -> None:
    assert says in message(connection, text)


@pytest.mark.parametrize(
    "text",
    [
        "SELECT * FROM read_csv('/etc/hostname')",
        "SELECT * FROM read_text('/etc/hostname')",
        "SELECT * FROM read_blob('.tmp/x')",
        "SELECT * FROM read_json('https://example.com/x.json')",
        "SELECT * FROM '/etc/hostname'",
        "SELECT * FROM 'x.parquet'",
        "SELECT * FROM glob('*')",
        "SELECT * FROM sniff_csv('/etc/hostname')",
        "SELECT * FROM parquet_metadata('x.parquet')",
        "SELECT * FROM query('SELECT * FROM read_text(''/etc/hostname'')')",
        "SELECT * FROM TABLES",
        "SELECT getenv('HOME')",
        "WITH x AS (INSERT INTO kept VALUES (1) RETURNING 1) SELECT * FROM x",
        "WITH x AS (DELETE FROM kept RETURNING 1) SELECT * FROM x",
    ],
)
def test_nothing_outside_can_be_read_and_nothing_written(connection: duckdb.DuckDBPyConnection, text: str) -> None:
    connection.execute("CREATE TABLE kept AS SELECT 7 AS a")

    message(connection, text)

    assert connection.sql("SELECT a FROM kept").fetchall() == [(7,)]


@pytest.mark.parametrize(
    "setting", ["temp_directory = '.tmp'", "enable_external_access = true", "threads = 8", "memory_limit = '8GB'", "TimeZone = 'CET'"]
)
def test_settings_are_locked(connection: duckdb.DuckDBPyConnection, setting: str) -> None:
    with pytest.raises(duckdb.Error, match="configuration has been locked"):
        connection.execute(f"SET {setting}")


@pytest.mark.parametrize(
    "statement", ["COPY things TO 'x.csv'", "COPY things TO '.tmp/x.csv'", "ATTACH 'x.db'", "INSTALL httpfs", "LOAD httpfs", "EXPORT DATABASE 'x'"]
)
def test_even_a_bare_connection_reaches_no_file(connection: duckdb.DuckDBPyConnection, statement: str) -> None:
    with pytest.raises(duckdb.Error):
        connection.execute(statement)


def test_the_settings_are_those_of_the_design(connection: duckdb.DuckDBPyConnection) -> None:
    names = ("enable_external_access", "temp_directory", "autoload_known_extensions", "python_enable_replacements", "threads", "TimeZone")

    found = [connection.sql("SELECT current_setting($name)", params={"name": name}).fetchall() for name in names]

    assert found == [[(False,)], [("",)], [(False,)], [(False,)], [(2,)], [("UTC",)]]


def test_python_variables_stay_hidden(connection: duckdb.DuckDBPyConnection) -> None:
    secret = pa.table({"a": ["secret"]})

    assert "secret does not exist" in message(connection, "SELECT a FROM secret")
    assert secret.num_rows == 1


def test_endless_recursion_is_stopped(connection: duckdb.DuckDBPyConnection) -> None:
    endless = "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r"

    assert message(connection, endless, timeout_seconds=0.2) == "stopped after 0.2 seconds in hosts/HST-001-x.yaml:10"
    assert ask(connection, asks("SELECT 1 AS a"), timeout_seconds=5).to_pylist() == [{"a": 1}]


def test_memory_is_bounded() -> None:
    with closing(connect(TABLES, threads=1, memory_limit="20MB")) as made:
        lock(made)

        assert "Out of Memory" in message(made, "SELECT list(i) AS l FROM range(100000000) AS t(i)")


def test_a_failed_query_leaves_no_transaction_behind(connection: duckdb.DuckDBPyConnection) -> None:
    message(connection, "SELECT CAST('stop' AS INTEGER)")

    assert ask(connection, asks("SELECT 1 AS a"), timeout_seconds=5).to_pylist() == [{"a": 1}]


def test_a_fault_names_its_line_in_the_file(connection: duckdb.DuckDBPyConnection) -> None:
    assert message(connection, "SELECT name,\n  a b c\nFROM things").endswith("in hosts/HST-001-x.yaml:11")


def test_parameters_are_cast_but_not_inside_texts() -> None:
    question = asks("SELECT $a, '$a', x IN $names -- $a", {"a": "duration", "names": "list<string>"}, a=1.0, names=[])

    assert typed_text(question) == "SELECT CAST($a AS DOUBLE), '$a', x IN CAST($names AS VARCHAR[]) -- $a"


def test_an_empty_list_and_an_unknown_time_bind(connection: duckdb.DuckDBPyConnection) -> None:
    question = asks(
        "SELECT 'a' IN $names AS found, $as_of - INTERVAL 1 DAY AS day", {"names": "list<string>", "as_of": "as_of"}, names=[], as_of=None
    )

    assert ask(connection, question, timeout_seconds=5).to_pylist() == [{"found": False, "day": None}]


def test_a_view_that_does_not_bind_is_told_and_the_others_stand() -> None:
    with closing(Database(TABLES, [view("bad", "SELECT moon FROM things"), view("good", "SELECT name FROM things")])) as made:
        assert {name: str(error.where) for name, error in made.broken.items()} == {"bad": "lib/bad.sql"}
        assert made.connection.sql("SELECT count(*) FROM good").fetchall() == [(2,)]
