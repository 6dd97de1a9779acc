"""The database that rules are asked on: a locked connection with its tables and views, made anew when a query takes it along.

It must not know what a rule is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import duckdb
import pyarrow as pa

from exposture.engine.connection import connect, create_view, lock, register
from exposture.engine.query import Question, ask
from exposture.errors import DatabaseLostError, RuleQueryError
from exposture.rulebook.views import View

VIEW_SECONDS = 5.0


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
        self.broken: Mapping[str, RuleQueryError] = {}
        self.connection = self._opened()

    def ask(self, question: Question, *, timeout_seconds: float) -> pa.Table:
        """Return the rows of a query.

        Raises:
            RuleQueryError: it cannot run, or not within its time.
        """
        try:
            return ask(self.connection, question, timeout_seconds=timeout_seconds, looked_through=self._looked_through)
        except DatabaseLostError:
            self.connection = self._opened()
            raise

    def show(self, tables: Mapping[str, pa.Table]) -> None:
        """Make the tables visible by name, also to views; one that is there already is replaced."""
        self._tables |= tables
        register(self.connection, tables)

    def hide(self, names: Iterable[str]) -> None:
        """Take tables away."""
        for name in names:
            del self._tables[name]
            self.connection.unregister(name)

    def close(self) -> None:
        self.connection.close()

    def _opened(self) -> duckdb.DuckDBPyConnection:
        """Return a new connection; each view that the engine does not come back from costs one."""
        while True:
            connection = connect(self._tables, threads=self._threads)
            broken = dict(self._stuck)
            if self._has_views(connection, broken):
                lock(connection)
                self.broken = broken
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
