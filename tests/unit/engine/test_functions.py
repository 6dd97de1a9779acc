"""The functions that a query may call: what is not on the list is refused wherever it hides, and each that is ends on values as big as fit."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from exposture.engine.calls import parse_tree, refused_calls
from exposture.engine.connection import connect
from exposture.engine.query import Question, ask
from exposture.errors import RuleQueryError
from exposture.rulebook.forbidden import FORBIDDEN_CALLS, FORBIDDEN_PREFIXES, FORBIDDEN_WORDS
from exposture.rulebook.functions import ALLOWED, EVERY, NOT_LISTED, why_refused
from tests.unit.engine.giant_calls import OPERATORS

ROOT = Path(__file__).parents[3]
FULL = "EXPOSTURE_FULL" in os.environ
HIDDEN = {
    "SELECT ('x').jaro_similarity('y') AS a": "jaro_similarity",
    "SELECT \"jaro_similarity\"('x', 'y') AS a": "jaro_similarity",
    "SELECT system.main.jaro_similarity('x', 'y') AS a": "jaro_similarity",
    "SELECT Jaro_Similarity('x', 'y') AS a": "jaro_similarity",
    "SELECT [jaro_similarity(x, 'y') FOR x IN ['a']] AS a": "jaro_similarity",
    "SELECT list_transform(['a'], lambda x: jaro_similarity(x, 'y')) AS a": "jaro_similarity",
    "SELECT 1 AS a ORDER BY jaro_similarity('x', 'y')": "jaro_similarity",
    "SELECT 1 AS a LIMIT bit_length('x')": "bit_length",
    "SELECT sum(1) FILTER (WHERE jaro_similarity('x', 'y') > 0) AS a": "jaro_similarity",
    "SELECT kurtosis(1) OVER () AS a": "kurtosis",
    "SELECT sum(1) OVER (PARTITION BY jaro_similarity('x', 'y')) AS a": "jaro_similarity",
    "WITH x AS (SELECT jaro_similarity('x', 'y') AS a) SELECT a FROM x": "jaro_similarity",
    "SELECT a FROM json_each('{}') AS t(a)": "json_each",
    "SELECT 5! AS a": "factorial",
    "SELECT '{}' -> 'a' AS a": "->",
    "SELECT TIMESTAMP '2026-11-24' AT TIME ZONE 'UTC' AS a": "timezone",
    "SELECT list_aggregate([1], 'kurtosis') AS a": "list_aggregate",
    "SELECT printf('%999999999d', 1) AS a": "printf",
    "SELECT MAP {1: 2} AS a": "map",
}


@pytest.fixture
def connection() -> Iterator[duckdb.DuckDBPyConnection]:
    with closing(connect({})) as made:
        yield made


def known() -> set[str]:
    with duckdb.connect() as made:
        return {name for (name,) in made.execute("SELECT DISTINCT function_name FROM duckdb_functions()").fetchall()}


@pytest.mark.parametrize("text", HIDDEN)
def test_function_that_is_not_listed_is_refused_wherever_it_hides(connection: duckdb.DuckDBPyConnection, text: str) -> None:
    with pytest.raises(RuleQueryError) as caught:
        ask(connection, Question(text=text, values={}, types={}, path="x.yaml", line=1), timeout_seconds=5)

    assert caught.value.message.startswith(f"{HIDDEN[text]}() ")


def test_refusal_names_the_line_and_where_the_list_stands(connection: duckdb.DuckDBPyConnection) -> None:
    text = "SELECT 'ä' AS b,\n  upper('x') AS c,\n  url_encode('x') AS a"

    with pytest.raises(RuleQueryError) as caught:
        ask(connection, Question(text=text, values={}, types={}, path="x.yaml", line=10), timeout_seconds=5)

    assert str(caught.value) == "url_encode() is not among the functions that a rule may call (docs/functions.csv) in x.yaml:12"


def test_known_reason_is_the_better_one() -> None:
    assert why_refused("now") == "asks the clock"
    assert why_refused("a_function_of_tomorrow") == NOT_LISTED
    assert why_refused("lower") is None


def test_every_listed_function_is_one_of_the_engine_and_none_is_forbidden() -> None:
    assert sorted(EVERY - known()) == []
    assert (
        sorted(name for name in EVERY if name in set().union(*FORBIDDEN_CALLS.values()) | FORBIDDEN_WORDS or name.startswith(FORBIDDEN_PREFIXES))
        == []
    )
    assert sum(len(names) for names in ALLOWED.values()) == len(EVERY)


def test_no_listed_function_changes_by_itself() -> None:
    with duckdb.connect() as made:
        changing = made.execute("SELECT DISTINCT function_name FROM duckdb_functions() WHERE stability <> 'CONSISTENT'").fetchall()

    assert sorted(EVERY & {name for (name,) in changing}) == []


def test_query_that_has_no_tree_is_refused(connection: duckdb.DuckDBPyConnection) -> None:
    with pytest.raises(ValueError, match="Only SELECT"):
        parse_tree(connection, "PIVOT t ON a USING count(*)")


def test_query_nested_beyond_looking_through_is_refused(connection: duckdb.DuckDBPyConnection) -> None:
    text = f"SELECT {'(SELECT ' * 400}1{')' * 400} AS a"

    with pytest.raises(RuleQueryError, match=r"the query cannot be looked through: |nest|depth"):
        ask(connection, Question(text=text, values={}, types={}, path="x.yaml", line=1), timeout_seconds=5)


def test_nothing_of_plain_sql_is_refused(connection: duckdb.DuckDBPyConnection) -> None:
    text = "SELECT CASE WHEN a IN (1, 2) THEN -a ELSE a[1:2] END AS b FROM t WHERE a BETWEEN 1 AND 2 AND b LIKE 'x%' AND c IS NOT DISTINCT FROM d"

    assert list(refused_calls(parse_tree(connection, text), text)) == []


def became(*words: str) -> list[tuple[str, str, str, float]]:
    """Return what became of each call, asked in a process of its own."""
    command = [sys.executable, "-m", "tests.unit.engine.giant_calls", *words]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return [tuple(json.loads(line)) for line in ran.stdout.splitlines()]


@pytest.mark.slow
def test_every_listed_function_gives_an_answer_on_values_of_a_size() -> None:
    said = became("16", "once")

    answered = {name for name, _, outcome, _ in said if outcome == "rows"}
    assert sorted(EVERY - OPERATORS - answered) == []
    assert [(text, outcome) for _, text, outcome, _ in said if outcome.startswith(("left", "fatal"))] == []


@pytest.mark.slow
@pytest.mark.skipif(not FULL, reason="minutes of calls on giant values: scripts/test-full")
def test_every_call_on_giant_values_ends_and_the_next_rule_is_asked() -> None:
    said = became("8192")

    assert {outcome.partition(":")[0] for _, _, outcome, _ in said} <= {"rows", "error", "left behind", "fatal"}
    assert said[-1][:3] == ("next", "", "rows")
    assert [(text, seconds) for _, text, outcome, seconds in said if outcome == "rows" and seconds > 2 * 10] == []
