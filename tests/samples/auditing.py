"""Judge a state of Contoso, or a folder of its exports, by every rule; shared by the tests of the sample."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from scripts.contoso import Contents, to_bundle

from exposture.bundle.open import open_bundle
from exposture.bundle.writer import write_bundle
from exposture.catalog.facts import Facts, load_facts
from exposture.catalog.load import Catalog, load_catalog
from exposture.derive.estate import complete, needs_of
from exposture.engine.run import Inputs, run_rules
from exposture.model.estate import Estate
from exposture.rulebook.load import Rulebook, load_rulebook
from exposture.rulebook.reads import reads
from exposture.rulebook.site import Site, load_choices, load_site
from exposture.rulebook.views import View

Verdicts = dict[tuple[str, str, str], tuple[str, str]]
"""Outcome and severity by rule, server ("" for the organization) and subject, with the sub key where one subject has several."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """An estate with the result rows that the rules gave."""

    estate: Estate
    rows: list[dict[str, object]]
    errors: tuple[object, ...]

    @property
    def verdicts(self) -> Verdicts:
        return {place_of(row): (str(row["outcome"]), str(row["severity"])) for row in self.rows}


def place_of(row: dict[str, object]) -> tuple[str, str, str]:
    """Return which question a result row answers, in words that every form of an export gives."""
    part = str(row["sub_key"]).rpartition("dataset:")[2]
    subject = str(row["subject"])
    return str(row["rule_id"]), str(row["server"] or ""), subject if part in ("", subject) else f"{subject} / {part}"


@lru_cache(maxsize=1)
def rulebook() -> Rulebook:
    return load_rulebook()


@lru_cache(maxsize=1)
def facts() -> Facts:
    return load_facts()


@lru_cache(maxsize=1)
def catalog() -> Catalog:
    return load_catalog()


@lru_cache(maxsize=1)
def nothing_declared() -> Site:
    return load_site(None, networks=facts().networks)


def judge_folder(folder: Path, *, only: str = "", site: Site | None = None) -> Judged:
    """Return what the rules, or one of them alone, say about a bundle or a folder of loose exports."""
    opened = open_bundle((folder,), catalog=catalog(), facts=facts())
    estate = complete(opened, catalog(), facts())
    inputs = Inputs(estate=estate, facts=facts(), catalog=catalog(), site=site or nothing_declared(), choices=load_choices().keys())
    findings = run_rules(_asked(only), inputs)
    return Judged(estate=estate, rows=findings.results.to_pylist(), errors=findings.rule_errors)


def _asked(only: str) -> Rulebook:
    every = rulebook()
    return replace(every, rules=tuple(loaded for loaded in every.rules if only in ("", loaded.rule.id)))


@lru_cache(maxsize=64)
def _read(only: str) -> frozenset[str]:
    """Return the datasets that the rules, or one of them alone, lean on, through derived tables; and those that say which servers there are."""
    found: set[str] = set()
    open_names = ["servers", *(name for loaded in _asked(only).rules for name in (*loaded.rule.datasets, *reads(loaded.rule, _views()).datasets))]
    while open_names:
        name = open_names.pop()
        if name not in found:
            found.add(name)
            open_names += needs_of(catalog()[name]) if name in catalog() else []
    return frozenset(found)


@lru_cache(maxsize=1)
def _views() -> dict[str, View]:
    return {view.name: view for view in rulebook().views}


def judge(contents: Contents, *, only: str = "", site: Site | None = None) -> Judged:
    """Return what the rules say about a state, by way of a bundle that is written and read; what no rule leans on is left out of it."""
    asked = replace(contents, pairs={pair: found for pair, found in contents.pairs.items() if pair[0] in _read(only)})
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "contoso"
        write_bundle(place, to_bundle(asked))
        return judge_folder(place, only=only, site=site)
