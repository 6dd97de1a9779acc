"""Views that rules share: `rules/lib/*.sql`, each a SELECT under a header that says what it needs and gives.

Nothing runs here; the engine makes `CREATE VIEW <name> AS <sql>` of them, in the order given.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from exposture.errors import Location, RuleSyntaxError
from exposture.rulebook import sql

HEADER_LINE = re.compile(r"^--\s?(?:(?P<word>view|requires|optional|columns|purpose):)?\s*(?P<text>.*)$")
WORDS = ("view", "requires", "optional", "columns", "purpose")
NAME = re.compile(r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """One view: `sql` is a SELECT without its header and final semicolon; the names are tables and views; `path` is relative to the pack."""

    name: str
    sql: str
    requires: tuple[str, ...]
    optional: tuple[str, ...]
    columns: tuple[str, ...]
    purpose: str
    path: str

    @property
    def inputs(self) -> tuple[str, ...]:
        return self.requires + self.optional


def parse_view(text: str, path: str) -> View:
    """Return the view that a file declares.

    Raises:
        RuleSyntaxError: the header lacks a word, a name is no snake_case, the file's name is another, or no SQL follows.
    """
    header, body = _split(text)
    where = Location(path=path, line=1)
    if missing := [word for word in WORDS if word not in header]:
        raise RuleSyntaxError(f"the header lacks {', '.join(f'`-- {word}:`' for word in missing)}", where=where)
    if header["view"] != Path(path).stem:
        raise RuleSyntaxError(f"the view is called {header['view']!r}; name the file {header['view']}.sql", where=where)
    if not body:
        raise RuleSyntaxError("no SELECT follows the header", where=where)
    return View(
        name=header["view"],
        sql=body,
        requires=_names(header["requires"], where),
        optional=_names(header["optional"], where),
        columns=_names(header["columns"], where),
        purpose=header["purpose"],
        path=path,
    )


def _split(text: str) -> tuple[dict[str, str], str]:
    """Return the words of the leading comment block (a line without a word goes on with the one before), and the SQL under it."""
    header: dict[str, str] = {}
    word, lines = "", text.splitlines()
    while lines and (match := HEADER_LINE.match(lines[0])):
        word = match["word"] or word
        header[word] = f"{header.get(word, '')} {match['text']}".strip()
        lines.pop(0)
    return header, "\n".join(lines).strip().removesuffix(";").rstrip()


def _names(text: str, where: Location) -> tuple[str, ...]:
    names = tuple(part.strip() for part in text.split(",") if part.strip() not in {"", "none"})
    if wrong := [name for name in names if not NAME.match(name)]:
        raise RuleSyntaxError(f"not a name in snake_case: {', '.join(wrong)}; separate names by commas", where=where)
    return names


def in_order(views: Iterable[View]) -> tuple[View, ...]:
    """Return the views so that each stands after those that it reads; else by name.

    Raises:
        RuleSyntaxError: views read each other in a circle.
    """
    by_name = {view.name: view for view in sorted(views, key=lambda view: view.name)}
    graph = {name: sorted(view_inputs(view) & by_name.keys()) for name, view in by_name.items()}
    try:
        return tuple(by_name[name] for name in TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise RuleSyntaxError(f"views read each other in a circle: {' -> '.join(error.args[1])}", where=Location(path="lib")) from error


def view_inputs(view: View) -> frozenset[str]:
    """Return the tables and views that a view's SQL reads."""
    return tables_read(view.sql)


@lru_cache(maxsize=sql.REMEMBERED)
def tables_read(text: str) -> frozenset[str]:
    """Return the names that stand where a table stands, without those that the text itself defines."""
    tokens = sql.code(text)
    return frozenset(token.name for token in sql.tables(tokens) if token.kind is not sql.Kind.STRING) - frozenset(sql.common_names(tokens))


def expand(names: Iterable[str], views: Mapping[str, View]) -> frozenset[str]:
    """Return the names with everything that their views read, views included."""
    found: set[str] = set()
    open_names = sorted(names)
    while open_names:
        name = open_names.pop()
        if name not in found:
            found.add(name)
            open_names += sorted(view_inputs(views[name])) if name in views else []
    return frozenset(found)


def demanded_by(view: View, views: Mapping[str, View]) -> frozenset[str]:
    """Return the tables that a view requires, itself or through the views that it reads; what its header calls optional is not among them."""
    found = set(view.requires)
    for name in sorted((view_inputs(view) & views.keys()) - {view.name, *view.optional}):
        found |= demanded_by(views[name], views)
    return frozenset(found - set(view.optional) - views.keys())
