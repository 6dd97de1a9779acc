"""One locked in-memory database: what rules may see, and nothing else.

The only place that opens a connection. It must not know what a rule is.
"""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import pyarrow as pa

from exposture.engine.calls import parse_tree, refused_calls
from exposture.engine.patience import in_time
from exposture.errors import DatabaseLostError, Location, RuleQueryError
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

    It still takes settings and views: call `lock` when they are made (`engine.database` does).
    """
    connection = duckdb.connect(":memory:", config=LOCKED | {"threads": str(threads), "memory_limit": memory_limit})
    register(connection, tables)
    connection.execute("SET TimeZone='UTC'")
    return connection


def register(connection: duckdb.DuckDBPyConnection, tables: Mapping[str, pa.Table]) -> None:
    """Make the tables visible by name; one that is there already is replaced, and views see the new one."""
    for name in sorted(tables):
        connection.register(name, tables[name])


def create_view(connection: duckdb.DuckDBPyConnection, view: View, seconds: float) -> None:
    """Create a view; those that it reads are there already.

    Raises:
        DatabaseLostError: the engine does not come back from it; the connection is lost. RuleQueryError: it does not bind, or calls what it must not.
    """
    where = Location(path=view.path)
    try:
        refused = next(refused_calls(parse_tree(connection, view.sql), view.sql), None)
        if refused is not None:
            raise RuleQueryError(f"the view {view.name} calls {refused.name}(), which {refused.why}", where=where)
        in_time(connection, lambda: connection.execute(f'CREATE VIEW "{view.name}" AS {view.sql}'), seconds)
    except TimeoutError as error:
        raise DatabaseLostError(f"the view {view.name} does not bind within {seconds:g} seconds", where=where) from error
    except (duckdb.Error, ValueError) as error:
        raise RuleQueryError(f"the view {view.name} does not bind: {first_words(error)}", where=where) from error


def lock(connection: duckdb.DuckDBPyConnection) -> None:
    """Refuse every later change of a setting."""
    connection.execute("SET lock_configuration=true")


def first_words(error: Exception) -> str:
    """Return what the engine says on one line, without its picture of the statement."""
    return " ".join(str(error).split("\n\n", maxsplit=1)[0].split())
