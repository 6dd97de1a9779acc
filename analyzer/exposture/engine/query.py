"""Run one rule's query under guard; what comes back is text and numbers, not yet a verdict.

Exactly one SELECT, in a read-only transaction that is always rolled back (a CTE can hide an INSERT in a
SELECT), fetched inside the transaction and inside a timer (a relation is lazy).
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime

import duckdb
import pyarrow as pa

from exposture.engine.connection import first_words
from exposture.errors import Location, RuleQueryError
from exposture.rulebook import sql
from exposture.rulebook.forbidden import forbidden_calls, forbidden_words

AS_OF = "as_of"
SQL_TYPES = {
    "bool": "BOOLEAN",
    "int": "BIGINT",
    "float": "DOUBLE",
    "string": "VARCHAR",
    "duration": "DOUBLE",
    "size": "BIGINT",
    "list<string>": "VARCHAR[]",
    AS_OF: "TIMESTAMP",
}
MAX_ROWS = 1_000_000
MAX_BYTES = 256 << 20
ROWS_AT_ONCE = 20_000
TOO_MANY = f"more than {MAX_ROWS:,} rows or {MAX_BYTES >> 20} MiB; a query gives one row for each object"
SELECT = "SELECT"
SHOWS = frozenset({"SHOW", "DESCRIBE", "DESC", "SUMMARIZE"})
INTERRUPTED = re.compile(r"INTERRUPT", re.IGNORECASE)
LINE = re.compile(r"\bLINE (\d+):")

ParameterValue = bool | int | float | str | list[str] | datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A query with its scalar parameters: `values` and `types` (words of the rule's grammar, or `as_of`) by name.

    `path` is the rule's file and `line` the line on which the text begins there, for messages.
    """

    text: str
    values: Mapping[str, ParameterValue]
    types: Mapping[str, str]
    path: str
    line: int | None = None

    @property
    def where(self) -> Location:
        return Location(path=self.path, line=self.line)


def ask(connection: duckdb.DuckDBPyConnection, question: Question, *, timeout_seconds: float) -> pa.Table:
    """Return the rows of a query.

    Raises:
        RuleQueryError: more or less than one SELECT, a call that is not allowed, an unknown parameter, the engine's refusal, too many
            rows, or the time is up.
    """
    used = checked_parameters(question)
    typed = typed_text(question)
    try:
        with _read_only(connection), _timer(connection, timeout_seconds):
            return _rows(connection.sql(typed, params={name: question.values[name] for name in used}), question)
    except duckdb.InterruptException as error:
        raise RuleQueryError(f"stopped after {timeout_seconds:g} seconds", where=question.where) from error
    except (duckdb.Error, pa.ArrowException, OSError) as error:  # while rows are fetched, pyarrow makes OSError of all of them
        if INTERRUPTED.match(str(error)):
            raise RuleQueryError(f"stopped after {timeout_seconds:g} seconds", where=question.where) from error
        raise _query_error(error, question) from error


def _rows(relation: duckdb.DuckDBPyRelation, question: Question) -> pa.Table:
    """Return the rows of a relation, fetched batch by batch: the memory limit of the engine does not count what is handed over."""
    batches: list[pa.RecordBatch] = []
    rows = size = 0
    with closing(relation.to_arrow_reader(ROWS_AT_ONCE)) as reader:
        for batch in reader:
            batches.append(batch)
            rows, size = rows + batch.num_rows, size + batch.nbytes
            if rows > MAX_ROWS or size > MAX_BYTES:
                raise RuleQueryError(TOO_MANY, where=question.where)
        return pa.Table.from_batches(batches, reader.schema)


def checked_parameters(question: Question) -> tuple[str, ...]:
    """Return the names of the parameters that a query uses.

    Raises:
        RuleQueryError: the text is no SQL, not exactly one statement of type SELECT, or asks for a parameter that nobody gives.
    """
    try:
        statements = duckdb.extract_statements(question.text)
    except duckdb.Error as error:
        raise _query_error(error, question) from error
    if len(statements) != 1:
        raise RuleQueryError(f"a query is one statement; found {len(statements)}", where=question.where)
    if (kind := _kind(statements[0], question)) != SELECT:
        raise RuleQueryError(f"a query is a SELECT; found {kind}", where=question.where)
    _check_calls(question)
    used: set[str] = statements[0].named_parameters
    if unknown := sorted(used - question.values.keys()):
        raise RuleQueryError(f"unknown parameters: {', '.join(f'${name}' for name in unknown)}", where=question.where)
    return tuple(sorted(used))


def _kind(statement: duckdb.Statement, question: Question) -> str:
    """Return what a statement is; the engine counts SHOW and its like among the SELECTs, and has kinds that its Python side cannot name."""
    first = next((token.upper for token in sql.code(question.text) if token.text != "("), "nothing")
    try:
        return first if first in SHOWS else statement.type.name
    except ValueError:
        return first


def _check_calls(question: Question) -> None:
    """Refuse what the lint refuses: a pack may come without having been through it."""
    tokens = sql.code(question.text)
    for token, why in forbidden_calls(tokens):
        raise RuleQueryError(f"{token.name}() {why}", where=question.where)
    for token in forbidden_words(tokens):
        raise RuleQueryError(f"{token.text} asks the clock, the session or chance", where=question.where)


def typed_text(question: Question) -> str:
    """Return the SQL with each parameter cast to its declared type, so that a null or an empty list binds like any other value."""

    def cast(match: re.Match[str]) -> str:
        found = match.group()
        kind = question.types.get(found[1:]) if match.lastgroup == "parameter" else None
        return found if kind is None else f"CAST({found} AS {SQL_TYPES[kind]})"

    return sql.TOKEN.sub(cast, question.text)


def _query_error(error: Exception, question: Question) -> RuleQueryError:
    found = LINE.search(str(error))
    line = question.line if found is None or question.line is None else question.line + int(found.group(1)) - 1
    return RuleQueryError(first_words(error), where=Location(path=question.path, line=line))


@contextmanager
def _read_only(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    connection.execute("BEGIN TRANSACTION READ ONLY")
    try:
        yield
    finally:
        connection.execute("ROLLBACK")


@contextmanager
def _timer(connection: duckdb.DuckDBPyConnection, seconds: float) -> Iterator[None]:
    timer = threading.Timer(seconds, connection.interrupt)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
