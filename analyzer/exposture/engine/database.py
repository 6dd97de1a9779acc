"""The database that rules are asked on: a locked connection with its tables and views, made anew when a query takes it along.

It must not know what a rule is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import duckdb
import pyarrow as pa

from exposture.engine.connection import connect, create_view, lock, register
from exposture.engine.patience import is_something_gone
from exposture.engine.query import Question, ask
from exposture.errors import DatabaseLostError, RuleQueryError
from exposture.rulebook.views import View

VIEW_SECONDS = 5.0
WAIT_SECONDS = 5.0
SHORT = re.compile(r"memory|alloc", re.IGNORECASE)
"""What errors say where memory is short."""


class Database:
    """A connection and the views that did not bind on it, by name.

    A query that does not end in time keeps its connection, and a fatal error of the engine ends it: the next query is asked on a new one, with
    the same tables and views.
    """

    def __init__(self, tables: Mapping[str, pa.Table], views: Iterable[View] = (), *, threads: int = 2, view_seconds: float = VIEW_SECONDS) -> None:
        self._tables = dict(tables)
        self._views = tuple(views)
        self._threads = threads
        self._view_seconds = view_seconds
        self._looked_through: set[str] = set()
        self._stuck: dict[str, RuleQueryError] = {}
        self._broken: Mapping[str, RuleQueryError] = {}
        self._connection: duckdb.DuckDBPyConnection | None = None

    @property
    def connection(self) -> duckdb.DuckDBPyConnection:
        """The connection of the moment; nobody keeps it beyond the next question.

        Raises:
            RuleQueryError: there is none, and not enough memory for a new one.
        """
        if self._connection is None:
            self._connection = self._opened_or_error()
            if any(SHORT.search(error.message) for error in self._broken.values()) and is_something_gone(WAIT_SECONDS):
                self._connection = self._opened_or_error()
        return self._connection

    def _opened_or_error(self, *, again: bool = True) -> duckdb.DuckDBPyConnection:
        try:
            return self._opened()
        except (duckdb.Error, MemoryError, RuntimeError) as error:
            if again and is_something_gone(WAIT_SECONDS):
                return self._opened_or_error(again=False)
            raise RuleQueryError(f"there is not enough memory to ask it: {error}") from error

    @property
    def broken(self) -> Mapping[str, RuleQueryError]:
        """The views that did not bind, by name."""
        return self._broken if self.connection else {}

    def ask(self, question: Question, *, timeout_seconds: float) -> pa.Table:
        """Return the rows of a query; where memory is short because a query that was left behind still has it, wait for that one and ask again.

        Raises:
            RuleQueryError: it cannot run, or not within its time.
        """
        try:
            return self._asked(question, timeout_seconds)
        except RuleQueryError as error:
            if isinstance(error, DatabaseLostError) or not SHORT.search(error.message) or not is_something_gone(WAIT_SECONDS):
                raise
        self._connection = None
        return self._asked(question, timeout_seconds)

    def _asked(self, question: Question, timeout_seconds: float) -> pa.Table:
        try:
            return ask(self.connection, question, timeout_seconds=timeout_seconds, looked_through=self._looked_through)
        except DatabaseLostError:
            self._connection = None
            raise

    def show(self, tables: Mapping[str, pa.Table]) -> None:
        """Make the tables visible by name, also to views; one that is there already is replaced."""
        self._tables |= tables
        if self._connection is not None:
            register(self._connection, tables)

    def hide(self, names: Iterable[str]) -> None:
        """Take tables away."""
        for name in names:
            del self._tables[name]
            if self._connection is not None:
                self._connection.unregister(name)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()

    def _opened(self) -> duckdb.DuckDBPyConnection:
        """Return a new connection; each view that the engine does not come back from costs one."""
        while True:
            connection = connect(self._tables, threads=self._threads)
            broken = dict(self._stuck)
            if self._has_views(connection, broken):
                lock(connection)
                self._broken = broken
                return connection

    def _has_views(self, connection: duckdb.DuckDBPyConnection, broken: dict[str, RuleQueryError]) -> bool:
        """Create the views, note those that do not bind, and tell whether the connection came through it."""
        for view in self._views:
            if view.name in self._stuck:
                continue
            try:
                create_view(connection, view, self._view_seconds)
            except DatabaseLostError as error:
                self._stuck[view.name] = error
                return False
            except RuleQueryError as error:
                broken[view.name] = error
        return True
