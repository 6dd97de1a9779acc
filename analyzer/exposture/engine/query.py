"""Run one rule's query under guard; what comes back is text and numbers, not yet a verdict.

Exactly one SELECT, in a read-only transaction that is always rolled back (a CTE can hide an INSERT in a
SELECT), fetched inside the transaction and inside a timer (a relation is lazy).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime

import duckdb
import pyarrow as pa

from exposture.engine.calls import parse_tree, refused_calls
from exposture.engine.connection import first_words
from exposture.engine.patience import in_time
from exposture.errors import DatabaseLostError, Location, RuleQueryError
from exposture.rulebook import sql
from exposture.rulebook.forbidden import forbidden_words

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
SECONDS = 9.0
"""After that a query is interrupted; a second later it is left behind (`engine.patience`): it has ended by 10."""
MAX_ROWS = 1_000_000
MAX_BYTES = 256 << 20
ROWS_AT_ONCE = 20_000
ROLLBACKS_AT_MOST = 100
TOO_MANY = f"more than {MAX_ROWS:,} rows or {MAX_BYTES >> 20} MiB; a query gives one row for each object"
SELECT = "SELECT"
SHOWS = frozenset({"SHOW", "DESCRIBE", "DESC", "SUMMARIZE"})
INTERRUPTED = re.compile(r"INTERRUPT", re.IGNORECASE)
LOST = re.compile(r"(FATAL|INTERNAL) Error")
"""What the engine says before it refuses every later statement on that database."""
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
        return self.place(1)

    def place(self, line: int | None) -> Location:
        """Return the place of a line of the text; of its beginning where the line is not known."""
        return Location(path=self.path, line=None if self.line is None else self.line + (line or 1) - 1)


def ask(connection: duckdb.DuckDBPyConnection, question: Question, *, timeout_seconds: float, looked_through: set[str] | None = None) -> pa.Table:
    """Return the rows of a query; `looked_through` keeps the texts whose calls are known to be allowed.

    Raises:
        DatabaseLostError: the time is up and the query does not end, or the engine gave up; the connection is of no more use.
        RuleQueryError: more or less than one SELECT, a call that is not allowed, an unknown parameter, the engine's refusal, too many
            rows, or the time is up.
    """
    used = checked_parameters(question)
    looked_through = set() if looked_through is None else looked_through
    if question.text not in looked_through:
        _check_calls(connection, question)
        looked_through.add(question.text)
    typed = typed_text(question)
    parameters = {name: question.values[name] for name in used}

    def rows() -> pa.Table:
        with _read_only(connection, question.where):
            return _rows(connection.sql(typed, params=parameters), question)

    stopped = f"stopped after {timeout_seconds:g} seconds"
    try:
        return in_time(connection, rows, timeout_seconds)
    except RuntimeError as error:
        raise RuleQueryError(f"there is not enough memory to ask it: {error}", where=question.where) from error
    except TimeoutError as error:
        raise DatabaseLostError(f"{stopped}, in the middle of a call that does not heed it", where=question.where) from error
    except duckdb.InterruptException as error:
        raise RuleQueryError(stopped, where=question.where) from error
    except (duckdb.Error, pa.ArrowException, OSError) as error:  # while rows are fetched, pyarrow makes OSError of all of them
        if INTERRUPTED.match(str(error)):
            raise RuleQueryError(stopped, where=question.where) from error
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


def _check_calls(connection: duckdb.DuckDBPyConnection, question: Question) -> None:
    """Refuse what the lint refuses: a pack may come without having been through it."""
    for token in forbidden_words(sql.code(question.text)):
        raise RuleQueryError(f"{token.text} asks the clock, the session or chance", where=question.place(token.line))
    try:
        tree = parse_tree(connection, question.text)
    except ValueError as error:
        raise RuleQueryError(f"the query cannot be looked through: {error}", where=question.where) from error
    except duckdb.Error as error:
        raise _query_error(error, question) from error
    for call in refused_calls(tree, question.text):
        raise RuleQueryError(str(call), where=question.place(call.line))


def typed_text(question: Question) -> str:
    """Return the SQL with each parameter cast to its declared type, so that a null or an empty list binds like any other value."""

    def cast(match: re.Match[str]) -> str:
        found = match.group()
        kind = question.types.get(found[1:]) if match.lastgroup == "parameter" else None
        return found if kind is None else f"CAST({found} AS {SQL_TYPES[kind]})"

    return sql.TOKEN.sub(cast, question.text)


def _query_error(error: Exception, question: Question) -> RuleQueryError:
    found = LINE.search(str(error))
    kind = DatabaseLostError if LOST.match(str(error)) else RuleQueryError
    return kind(first_words(error), where=question.place(None if found is None else int(found.group(1))))


@contextmanager
def _read_only(connection: duckdb.DuckDBPyConnection, where: Location) -> Iterator[None]:
    try:
        connection.execute("BEGIN TRANSACTION READ ONLY")
        yield
    finally:
        _roll_back(connection, where)


def _roll_back(connection: duckdb.DuckDBPyConnection, where: Location) -> None:
    """End the transaction: an interruption comes again and again until the query ends, and so may meet BEGIN and ROLLBACK too.

    Raises:
        DatabaseLostError: it does not end; every later statement would be refused.
    """
    for _ in range(ROLLBACKS_AT_MOST):
        try:
            connection.execute("ROLLBACK")
        except duckdb.InterruptException:
            continue
        except duckdb.TransactionException:  # there is none: the one before was done, or none began
            return
        else:
            return
    raise DatabaseLostError("its transaction does not end", where=where)
