"""One locked in-memory database: what rules may see, and nothing else.

The only place that opens a connection. It must not know what a rule is.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import duckdb
import pyarrow as pa

from exposture.errors import Location, RuleQueryError
from exposture.rulebook import sql
from exposture.rulebook.forbidden import forbidden_calls
from exposture.rulebook.views import View

LOCKED: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "temp_directory": "",  # refused later; a folder that exists stays readable and writable otherwise
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "allow_unsigned_extensions": "false",
    "allow_persistent_secrets": "false",
    "python_enable_replacements": "false",  # a query must not see Python's variables
}


def connect(tables: Mapping[str, pa.Table], *, threads: int = 2, memory_limit: str = "512MB") -> duckdb.DuckDBPyConnection:
    """Return a connection without files, network, extensions and Python variables, with the tables registered.

    It still takes settings and views: call `lock` when they are made.
    """
    connection = duckdb.connect(":memory:", config=LOCKED | {"threads": str(threads), "memory_limit": memory_limit})
    register(connection, tables)
    connection.execute("SET TimeZone='UTC'")
    return connection


def register(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table]) -> None:
    """Make the tables visible by name; one that is there already is replaced, and views see the new one."""
    for name in sorted(tables):
        connection.register(name, tables[name])


def create_views(connection: duckdb.DuckDBPyConnection, views: Iterable[View]) -> dict[str, RuleQueryError]:
    """Create the views in the order given and return those that do not bind, by name: only the rules that read one of them fail."""
    broken: dict[str, RuleQueryError] = {}
    for view in views:
        if found := next(forbidden_calls(sql.code(view.sql)), None):
            broken[view.name] = RuleQueryError(f"the view {view.name} calls {found[0].name}(), which {found[1]}", where=Location(path=view.path))
            continue
        try:
            connection.execute(f'CREATE VIEW "{view.name}" AS {view.sql}')
        except duckdb.Error as error:
            broken[view.name] = RuleQueryError(f"the view {view.name} does not bind: {first_words(error)}", where=Location(path=view.path))
    return broken


def lock(connection: duckdb.DuckDBPyConnection) -> None:
    """Refuse every later change of a setting."""
    connection.execute("SET lock_configuration=true")


def first_words(error: Exception) -> str:
    """Return what the engine says on one line, without its picture of the statement."""
    return " ".join(str(error).split("\n\n", maxsplit=1)[0].split())
