"""What a hostile rule tries: files, network, extensions, settings, writing, leaking, and never coming to an end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pytest

from exposture.engine import query
from exposture.engine.connection import connect, lock
from exposture.engine.database import Database
from exposture.engine.query import Question, ask
from exposture.engine.run import run_rules
from exposture.errors import DatabaseLostError, RuleQueryError
from tests.unit.engine.factories import book, estate, inputs, rule, run, server, service, view

CANARY = "canary-7f3a"
READ = [
    "SELECT * FROM read_csv('canary.csv')",
    "SELECT * FROM read_csv_auto('canary.csv')",
    "SELECT * FROM read_json('canary.json')",
    "SELECT * FROM read_json_auto('canary.json')",
    "SELECT * FROM read_ndjson('canary.json')",
    "SELECT * FROM read_json_objects('canary.json')",
    "SELECT * FROM read_parquet('canary.parquet')",
    "SELECT * FROM parquet_scan('canary.parquet')",
    "SELECT * FROM read_text('canary.csv')",
    "SELECT * FROM read_blob('canary.csv')",
    "SELECT * FROM read_duckdb('canary.db')",
    "SELECT * FROM read_text('.tmp/canary.csv')",
    "SELECT * FROM sniff_csv('canary.csv')",
    "SELECT * FROM glob('*')",
    "SELECT * FROM parquet_metadata('canary.parquet')",
    "SELECT * FROM parquet_schema('canary.parquet')",
    "SELECT * FROM parquet_file_metadata('canary.parquet')",
    "SELECT * FROM parquet_kv_metadata('canary.parquet')",
    "SELECT * FROM 'canary.csv'",
    "SELECT * FROM 'canary.parquet'",
    'SELECT * FROM "canary.csv"',
    "SELECT * FROM 'file:canary.csv'",
    "SELECT * FROM 'http://192.0.2.1/x.csv'",
    "SELECT * FROM read_csv('https://192.0.2.1/x.csv')",
    "SELECT * FROM 's3://bucket/x.parquet'",
    "SELECT * FROM query('SELECT * FROM read_text(''canary.csv'')')",
    "SELECT * FROM query_table('canary.csv')",
    "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('SELECT * FROM read_text(''canary.csv'')'))",
    "SELECT * FROM (DESCRIBE 'canary.csv')",
    "SELECT * FROM (SUMMARIZE 'canary.csv')",
    "SELECT getenv('HOME')",
]
ACT = [
    "COPY things TO 'pwned.csv'",
    "COPY things TO '.tmp/pwned.csv'",
    "COPY (SELECT 1) TO 'pwned.parquet' (FORMAT parquet)",
    "COPY things FROM 'canary.csv'",
    "EXPORT DATABASE 'pwned'",
    "IMPORT DATABASE 'pwned'",
    "ATTACH 'pwned.db' AS other",
    "ATTACH 'canary.db' (READ_ONLY)",
    "INSTALL httpfs",
    "FORCE INSTALL httpfs FROM 'http://192.0.2.1'",
    "LOAD httpfs",
    "LOAD './canary.so'",
    "UPDATE EXTENSIONS",
    "CREATE PERSISTENT SECRET s (TYPE http, BEARER_TOKEN 'x')",
    "CALL enable_logging(storage = 'file')",
    "PRAGMA enable_profiling = 'json'",
    "SET profiling_output = 'pwned.json'",
    "SET log_query_path = 'pwned.log'",
    "SET temp_directory = '.tmp'",
    "SET home_directory = '.'",
    "SET secret_directory = '.'",
    "SET extension_directory = '.'",
    "SET enable_external_access = true",
    "SET allowed_directories = ['.']",
    "SET lock_configuration = false",
    "SET python_enable_replacements = true",
    "SET threads = 64",
    "SET memory_limit = '64GB'",
    "RESET memory_limit",
    "RESET lock_configuration",
]
LEAKS = [
    "SELECT value FROM duckdb_settings() WHERE name = 'home_directory'",
    'SELECT value FROM main."duckdb_settings"()',
    "SELECT * FROM duckdb_secrets()",
    "SELECT * FROM duckdb_databases()",
    "SELECT * FROM pragma_database_list()",
    "SELECT current_setting('extension_directory')",
    "SELECT ('extension_directory').current_setting()",
    "SELECT current_user",
    "SELECT version()",
    "SELECT now()",
    "SELECT current_timestamp",
    "SELECT random()",
    "SELECT uuid()",
    "SELECT write_log('x')",
]
STATEMENTS = [
    "SELECT 1; DROP VIEW things",
    "SELECT 1; COPY things TO 'pwned.csv'",
    "CREATE MACRO m() AS (SELECT 1)",
    "PREPARE p AS SELECT 1",
    "EXECUTE p",
    "EXPLAIN SELECT * FROM 'canary.csv'",
    "DESCRIBE things",
    "SHOW TABLES",
    "SUMMARIZE things",
    "PIVOT things ON name USING sum(size)",
    "CREATE TEMP TABLE t AS SELECT 1",
    "DROP TABLE kept",
    "BEGIN",
    "COMMIT",
    "CHECKPOINT",
    "WITH x AS (INSERT INTO kept VALUES (1) RETURNING 1) SELECT * FROM x",
    "WITH x AS (UPDATE kept SET a = 1 RETURNING 1) SELECT * FROM x",
    "WITH x AS (DELETE FROM kept RETURNING 1) SELECT * FROM x",
]
ENDLESS = {
    "recursion": "WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT count(*) FROM r",
    "count": "SELECT count(*) FROM range(1000000000000)",
    "cross join": "SELECT sum(a.range * b.range) FROM range(1000000) AS a, range(1000000) AS b",
    "sparse rows": "SELECT i FROM range(1000000000000) AS t(i) WHERE i % 1000000000 = 0",
    "correlated": "SELECT i FROM range(100000) AS t(i) WHERE (SELECT count(*) FROM range(100000000) AS u(j) WHERE j % 7 = i) > 0",
}
GREEDY = {
    "list": "SELECT list(i) FROM range(1000000000) AS t(i)",
    "string_agg": "SELECT string_agg(CAST(i AS VARCHAR), ',') FROM range(1000000000) AS t(i)",
    "doubling": "WITH RECURSIVE r AS (SELECT 'xxxxxxxx' AS s UNION ALL SELECT s || s FROM r) SELECT max(length(s)) FROM r",
    "hash join": "SELECT count(*) FROM range(100000000) AS a JOIN range(100000000) AS b ON a.range = b.range",
    "sort": "SELECT i FROM range(1000000000) AS t(i) ORDER BY i % 7, i DESC LIMIT 1 OFFSET 999999",
}
GROWING = [
    "repeat('x', 1000000000)",
    "rpad('x', 1000000000, 'y')",
    "lpad('x', 1000000000, 'y')",
    "levenshtein(name, name)",
    "list_resize([1], 100000000)",
]


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with files to be read and the folder that DuckDB spills into by default."""
    (tmp_path / ".tmp").mkdir()
    for name in ("canary.csv", "canary.json", "canary.parquet", "canary.db", "canary.so", ".tmp/canary.csv"):
        (tmp_path / name).write_text(f'{{"a": "{CANARY}"}}\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def connection(place: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(connect({"things": pa.table({"name": ["a", "b"], "size": [1, 2]})})) as made:
        made.execute("CREATE TABLE kept AS SELECT 7 AS a")
        lock(made)
        yield made


def asked(connection: duckdb.DuckDBPyConnection, text: str, seconds: float = 5.0) -> str:
    with pytest.raises(RuleQueryError) as caught:
        ask(connection, Question(text=text, values={}, types={}, path="x.yaml", line=1), timeout_seconds=seconds)
    return str(caught.value)


def files(place: Path) -> list[str]:
    return sorted(path.relative_to(place).as_posix() for path in place.rglob("*"))


@pytest.mark.parametrize("text", [*READ, *ACT, *LEAKS, *STATEMENTS])
def test_query_is_refused_and_leaves_nothing_behind(connection: duckdb.DuckDBPyConnection, place: Path, text: str) -> None:
    before = files(place)

    assert CANARY not in asked(connection, text)
    assert files(place) == before
    assert connection.sql("SELECT a FROM kept").fetchall() == [(7,)]
    assert connection.sql("SELECT count(*) FROM things").fetchall() == [(2,)]


@pytest.mark.parametrize("text", [*READ, *ACT])
def test_connection_alone_refuses_what_reaches_outside(connection: duckdb.DuckDBPyConnection, place: Path, text: str) -> None:
    before = files(place)

    with pytest.raises(duckdb.Error):
        connection.execute(text).fetchall()

    assert files(place) == before


def test_refusals_are_more_than_the_47_that_were_measured() -> None:
    assert len({*READ, *ACT}) > 47


@pytest.mark.parametrize("text", READ[:3] + LEAKS[:4])
def test_view_of_a_pack_is_no_way_around(place: Path, text: str) -> None:
    with closing(Database({}, [view("around", text)])) as database:
        assert set(database.broken) == {"around"}


def test_variables_of_python_stay_hidden(connection: duckdb.DuckDBPyConnection) -> None:
    secret_frame = pa.table({"a": [CANARY]})

    assert CANARY not in asked(connection, "SELECT a FROM secret_frame")
    assert secret_frame.num_rows == 1


@pytest.mark.parametrize("name", ENDLESS)
def test_query_without_an_end_is_stopped(connection: duckdb.DuckDBPyConnection, name: str) -> None:
    assert "stopped after 0.3 seconds" in asked(connection, ENDLESS[name], 0.3)
    assert ask(connection, Question(text="SELECT 1 AS a", values={}, types={}, path="x"), timeout_seconds=5).to_pylist() == [{"a": 1}]


@pytest.mark.parametrize("name", GREEDY)
def test_query_that_wants_all_memory_is_refused(name: str) -> None:
    with closing(connect({}, threads=1, memory_limit="40MB")) as small:
        lock(small)

        assert "Out of Memory" in asked(small, GREEDY[name], 20.0)


def test_answer_of_too_many_rows_is_refused_while_it_is_fetched(connection: duckdb.DuckDBPyConnection) -> None:
    assert "more than 1,000,000 rows" in asked(connection, "SELECT i FROM range(1000000000000) AS t(i)")
    assert ask(connection, Question(text="SELECT 1 AS a", values={}, types={}, path="x"), timeout_seconds=5).num_rows == 1


def test_answer_of_too_many_bytes_is_refused(connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query, "MAX_BYTES", 10_000)

    assert "a query gives one row for each object" in asked(connection, "SELECT i FROM range(100000) AS t(i)")


@pytest.mark.parametrize("call", GROWING)
def test_call_that_grows_without_bound_is_refused(connection: duckdb.DuckDBPyConnection, call: str) -> None:
    assert "takes memory or time that no row of a table bounds" in asked(connection, f"SELECT {call} FROM things")  # noqa: S608 - our own calls


def test_error_in_the_middle_of_the_rows_is_an_error_of_the_rule(connection: duckdb.DuckDBPyConnection) -> None:
    text = "SELECT CAST(CASE WHEN i = 900000 THEN 'x' ELSE '1' END AS INTEGER) AS n FROM range(950000) AS t(i)"

    assert "Could not convert string 'x'" in asked(connection, text)


class Met:
    """A connection on which an interruption meets a statement so many times, before or after it is done."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, statement: str, *, times: int, is_done: bool = False) -> None:
        self._connection, self._statement, self._times, self._is_done = connection, statement, times, is_done

    def execute(self, text: str, *given: object) -> duckdb.DuckDBPyConnection:
        if text.startswith(self._statement) and self._times:
            self._times -= 1
            if self._is_done:
                self._connection.execute(text, *given)
            raise duckdb.InterruptException("INTERRUPT Error: Interrupted!")
        return self._connection.execute(text, *given)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


ONE = Question(text="SELECT 1 AS a", values={}, types={}, path="x.yaml", line=1)


@pytest.mark.parametrize("is_done", [True, False])
@pytest.mark.parametrize("statement", ["BEGIN", "ROLLBACK"])
def test_interruption_that_meets_the_transaction_itself_leaves_none_open(
    connection: duckdb.DuckDBPyConnection, statement: str, is_done: bool
) -> None:
    with suppress(RuleQueryError):
        ask(Met(connection, statement, times=1, is_done=is_done), ONE, timeout_seconds=5)  # type: ignore[arg-type]  # like one

    assert ask(connection, ONE, timeout_seconds=5).num_rows == 1


def test_transaction_that_does_not_end_costs_the_connection(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(DatabaseLostError, match=r"its transaction does not end in x\.yaml:1"):
        ask(Met(connection, "ROLLBACK", times=10_000), ONE, timeout_seconds=5)  # type: ignore[arg-type]  # like one


def test_text_that_the_engine_has_no_memory_to_parse_is_an_error_of_the_rule(connection: duckdb.DuckDBPyConnection) -> None:
    class Full(Met):
        def execute(self, text: str, *given: object) -> duckdb.DuckDBPyConnection:
            raise duckdb.OutOfMemoryException("Out of Memory Error: failed to allocate")

    with pytest.raises(RuleQueryError, match="Out of Memory"):
        ask(Full(connection, "", times=0), ONE, timeout_seconds=5)  # type: ignore[arg-type]  # like one


def hostile_rules() -> list[str]:
    return [*ENDLESS.values(), *GREEDY.values(), "SELECT * FROM read_text('canary.csv')", "SELECT i FROM range(1000000000000) AS t(i)"]


def test_hostile_rules_are_errors_and_the_others_are_judged() -> None:
    data = estate({"windows_services": [service("a", state="Stopped")]}, servers=[server()])
    bad = [rule(id=f"HST-1{number:02}", query=text, message="no") for number, text in enumerate(hostile_rules())]

    found = run_rules(book(*bad, rule()), inputs(data), timeout_seconds=0.5)
    outcomes = {row["rule_id"]: row["outcome"] for row in found.results.to_pylist()}

    assert outcomes == {loaded.rule.id: "error" for loaded in book(*bad).rules} | {"HST-001": "fail"}
    assert [fault.rule_id for fault in found.rule_errors] == [loaded.rule.id for loaded in book(*bad).rules]


def test_rule_that_runs_out_of_memory_in_our_own_hands_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def greedy(*_: object, **__: object) -> None:
        raise MemoryError

    monkeypatch.setattr("exposture.engine.judging.rows_of", greedy)
    found = run(estate({"windows_services": [service()]}, servers=[server()]), rule())

    assert found.results.column("outcome").to_pylist() == ["error"]
    assert "more memory than a rule may" in found.rule_errors[0].message


def test_query_that_does_not_end_while_it_is_fetched_is_stopped(connection: duckdb.DuckDBPyConnection, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(query, "MAX_ROWS", 10**15)
    monkeypatch.setattr(query, "MAX_BYTES", 10**15)
    slow = "SELECT i FROM range(1000000000000) AS t(i) WHERE i % 1000 = 0"

    assert "stopped after 0.3 seconds" in asked(connection, slow, 0.3)
