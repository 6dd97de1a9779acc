"""`site.yaml`: what no export can say, as tables that queries read.

Every table is always there, empty while undeclared, so that undeclared stays unknown and never becomes false.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import pyarrow as pa
from pydantic import BaseModel, ConfigDict, RootModel

from exposture.catalog.convert import ConversionError, converter_of
from exposture.catalog.networks import SpecialNetworks
from exposture.catalog.strict_yaml import Place, read_model, read_yaml
from exposture.catalog.types import IPRANGE
from exposture.errors import Location, PackageDataError, SiteError
from exposture.resources import rules_root
from exposture.rulebook.answers import Answers, Row

Model = TypeVar("Model", bound=BaseModel)
RangeReader = Callable[[str], Mapping[str, Any]]
"""Gives the `iprange` struct of a text; raises ConversionError for what is no address, network or range."""

TEXT, BOOL = pa.string(), pa.bool_()
SCHEMAS: Mapping[str, dict[str, pa.DataType]] = {
    "gateways": {"name": TEXT, "ranges": pa.list_(IPRANGE), "direction": TEXT}
    | dict.fromkeys(("filters_spam", "removes_attachments", "rewrites_headers", "checks_recipients", "does_spf", "signs_dkim", "anti_spoof"), BOOL),
    "internet_facing": {"server": TEXT, "connector": TEXT, "is_internet_facing": BOOL},
    "allowed_forwarding": {"domain": TEXT, "mailbox": TEXT, "reason": TEXT},
    "service_accounts": {"sid": TEXT, "name": TEXT, "purpose": TEXT},
    "own_domains": {"domain": TEXT, "kind": TEXT},
    "internal_networks": {"range": IPRANGE, "note": TEXT},
    "published_paths": {"path": TEXT, "is_published": BOOL},
    "time_sources": {"host": TEXT, "kind": TEXT},
    "servers": {"server": TEXT, "purpose": TEXT, "internet_reachable": BOOL, "has_internet": BOOL},
    "edge_subscriptions": {"edge_server": TEXT, "organization": TEXT},
    "choices": {"name": TEXT, "value": TEXT},
}


class Choice(BaseModel):
    """One name of `site_choices`: the question in plain words, and the answers it takes (none: any text)."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: str
    values: list[str]


class SiteTable(BaseModel):
    """What `site init` prints of a table: its question, one entry in the file's own form, and the query that finds suggestions.

    `suggest` returns the table's columns (ranges as text) and `why`, what in the bundle suggests the row.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: str
    example: dict[str, Any]
    suggest: str = ""


class Choices(RootModel[dict[str, Choice]]):
    """`site_choices.yaml`."""


class SiteTables(RootModel[dict[str, SiteTable]]):
    """`site_tables.yaml`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The declared facts.

    `tables` has every table by its name with `site_`; `declared` names those with a row, and `choices.<name>` in the place of `site_choices`.
    """

    tables: Mapping[str, pa.Table]
    declared: frozenset[str]


def load_choices(root: Path | None = None) -> Mapping[str, Choice]:
    """Return the closed list of choices, in the order of the file.

    Raises:
        PackageDataError: the pack's file is missing or wrong.
    """
    return _package_file(root, "site_choices.yaml", Choices).root


def load_site_tables(root: Path | None = None) -> Mapping[str, SiteTable]:
    """Return the question and an example of each table, by its key in site.yaml.

    Raises:
        PackageDataError: the pack's file is missing or wrong.
    """
    return _package_file(root, "site_tables.yaml", SiteTables).root


def _package_file(root: Path | None, name: str, model: type[Model]) -> Model:
    path = (rules_root() if root is None else root) / name
    try:
        return read_model(path.read_text(encoding="utf-8"), Path(name), model, PackageDataError)
    except OSError as error:
        raise PackageDataError(f"the rule pack lacks {name}: {error}") from error
    except UnicodeDecodeError as error:
        raise PackageDataError(f"cannot be read: {error}", where=Location(path=name)) from error


def load_site(path: Path | None, *, networks: SpecialNetworks, root: Path | None = None) -> Site:
    """Return the facts that a site.yaml declares; without a path nothing is declared.

    `networks` is the dated table of special-purpose networks (`catalog.facts`); `root` is the rule pack whose choices hold.

    Raises:
        SiteError: the file cannot be read or is wrong, as `read_site` says.
        PackageDataError: the pack's list of choices is missing or wrong.
    """
    if path is None:
        return empty_site()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SiteError(f"cannot be read: {error}", where=Location(path=str(path))) from error
    return read_site(text, path, range_reader(networks), load_choices(root))


def range_reader(networks: SpecialNetworks) -> RangeReader:
    """Return the reader of addresses that the catalog's columns use."""
    convert = converter_of("iprange")

    def to_range(text: str) -> Mapping[str, Any]:
        found = convert(text, networks)
        if not isinstance(found, Mapping):
            raise ConversionError("empty")
        return found

    return to_range


def read_site(text: str, path: Path, to_range: RangeReader, choices: Mapping[str, Choice]) -> Site:
    """Return the declared facts of a text of YAML.

    Raises:
        SiteError: an unknown key, a wrong value, a row or name that stands twice, an address that is none; with its line.
    """
    value, marks = read_yaml(text, path, SiteError)
    answers = Answers() if value is None else read_model(text, path, Answers, SiteError)
    _check_choices(answers, choices, marks)
    _check_twice(answers, marks)
    return _site(answers, to_range, marks)


def empty_site() -> Site:
    """Return a site that declares nothing."""
    return _site(Answers(), lambda _: {}, {})


def _check_choices(answers: Answers, choices: Mapping[str, Choice], marks: Mapping[Place, Location]) -> None:
    for name, value in answers.choices.items():
        where = marks.get(("choices", name))
        if name not in choices:
            raise SiteError(f"no choice is called {name!r}; the names are {', '.join(choices)}", where=where)
        if choices[name].values and value not in choices[name].values:
            raise SiteError(f"choices.{name} is {value!r}; expected one of {', '.join(choices[name].values)}", where=where)


def _check_twice(answers: Answers, marks: Mapping[Place, Location]) -> None:
    for table, rows in _rows(answers):
        seen: set[tuple[object, ...]] = set()
        for index, row in enumerate(rows):
            key = tuple(_folded(getattr(row, column)) for column in row.KEY)
            if key in seen:
                raise SiteError(f"{table}: the same {' and '.join(row.KEY)} stands twice; keep one", where=marks.get((table, index)))
            seen.add(key)


def _folded(value: object) -> object:
    return value.casefold() if isinstance(value, str) else value


def _rows(answers: Answers) -> Iterator[tuple[str, list[Row]]]:
    yield from ((table, getattr(answers, table)) for table in SCHEMAS if table != "choices")


def _site(answers: Answers, to_range: RangeReader, marks: Mapping[Place, Location]) -> Site:
    cells: dict[str, list[dict[str, Any]]] = {"choices": [{"name": name, "value": value} for name, value in sorted(answers.choices.items())]}
    for table, rows in _rows(answers):
        cells[table] = [_cells(table, row, to_range, marks.get((table, index))) for index, row in enumerate(rows)]
    tables = {f"site_{table}": pa.Table.from_pylist(cells[table], schema=pa.schema(list(fields.items()))) for table, fields in SCHEMAS.items()}
    declared = {f"site_{table}" for table in SCHEMAS if cells[table] and table != "choices"}
    return Site(tables=tables, declared=frozenset(declared | {f"choices.{name}" for name in answers.choices}))


def _cells(table: str, row: Row, to_range: RangeReader, where: Location | None) -> dict[str, Any]:
    values = row.model_dump()
    try:
        if table == "gateways":
            values["ranges"] = [dict(to_range(text)) for text in values["ranges"]] if "ranges" in row.model_fields_set else None
        if table == "internal_networks":
            values["range"] = dict(to_range(values["range"]))
    except ConversionError as error:
        raise SiteError(f"{table}: {error}; expected an address, a network (192.0.2.0/24) or a range (192.0.2.1-192.0.2.9)", where=where) from error
    return values
