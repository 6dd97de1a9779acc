"""What a query reads: datasets, site tables, fact tables, parameters; views opened up."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from exposture.rulebook import sql
from exposture.rulebook.rule import Rule
from exposture.rulebook.views import View, expand, tables_read

COLLECTED = "collected"
AS_OF = "as_of"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reads:
    """Names, sorted; `data_tables` and `site_tables` with their prefix, `datasets` every other table, `tables` all of them (views are none).

    `choices` are the names of `site_choices` that the SQL asks for, `parameters` the `$name` it uses and `parameter_tables` the
    names after `param_`; neither holds `as_of`.
    """

    datasets: tuple[str, ...]
    site_tables: tuple[str, ...]
    data_tables: tuple[str, ...]
    views: tuple[str, ...]
    choices: tuple[str, ...]
    parameters: tuple[str, ...]
    parameter_tables: tuple[str, ...]
    uses_collected: bool
    uses_as_of: bool

    @property
    def tables(self) -> tuple[str, ...]:
        return tuple(sorted(self.datasets + self.site_tables + self.data_tables))

    @property
    def answers(self) -> tuple[str, ...]:
        """Return what the analyst may declare in site.yaml, as `Site.declared` spells it: tables, and `choices.<name>`."""
        tables = [name for name in self.site_tables if name != "site_choices"]
        return tuple(sorted([*tables, *(f"choices.{name}" for name in self.choices)]))


def reads(rule: Rule, views: Mapping[str, View], choices: Collection[str] = ()) -> Reads:
    """Return what a rule's query reads, through its views; `choices` are the names that `site_choices` may hold."""
    return reads_of(rule.query, views, choices)


def reads_of(query: str, views: Mapping[str, View], choices: Collection[str] = ()) -> Reads:
    """Return the same for a text of SQL."""
    names = expand(tables_read(query), views)
    texts = [query, *(views[name].sql for name in sorted(names & views.keys()))]
    tokens = [token for text in texts for token in sql.code(text)]
    strings = {token.name for token in tokens if token.kind is sql.Kind.STRING}
    parameters = {token.name for token in tokens if token.kind is sql.Kind.PARAMETER}
    plain = names - views.keys() - {COLLECTED}
    return Reads(
        datasets=tuple(sorted(name for name in plain if not name.startswith(("site_", "data_", "param_")))),
        site_tables=_with_prefix(plain, "site_"),
        data_tables=_with_prefix(plain, "data_"),
        views=tuple(sorted(names & views.keys())),
        choices=tuple(sorted(strings & set(choices))) if "site_choices" in plain else (),
        parameters=tuple(sorted(parameters - {AS_OF})),
        parameter_tables=tuple(name.removeprefix("param_") for name in _with_prefix(plain, "param_")),
        uses_collected=COLLECTED in names,
        uses_as_of=AS_OF in parameters,
    )


def _with_prefix(names: Collection[str], prefix: str) -> tuple[str, ...]:
    return tuple(sorted(name for name in names if name.startswith(prefix)))
