"""The sample bundle as a tree that can be changed and judged again: read once, linked instead of copied."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from exposture.bundle.open import open_bundle
from exposture.derive.estate import complete
from exposture.engine.run import run_rules
from exposture.model.estate import Estate
from exposture.rulebook.site import Site, load_site
from exposture.workflows.audit import inputs_of
from exposture.workflows.ruleset import Ruleset, load_ruleset
from tests.small import catalog

SAMPLE = Path(__file__).parents[2] / "samples" / "contoso" / "2026-08"
MANIFEST = frozenset({"run.csv", "datasets.csv", "files.csv", "errors.csv", "SHA256SUMS", "collector.log"})
PATIENCE = 300.0  # a machine under load must not make a rule an error
Finding = tuple[object, ...]
SAID = ("rule_id", "outcome", "severity", "server", "subject", "subject_key", "sub_key", "reason", "message", "evidence", "sources")


@cache
def files() -> Mapping[str, bytes]:
    """Return the sample's files by path."""
    return {path.relative_to(SAMPLE).as_posix(): path.read_bytes() for path in sorted(SAMPLE.rglob("*")) if path.is_file()}


@cache
def whole_ruleset() -> Ruleset:
    """Return the rule pack, read once."""
    return load_ruleset()


@cache
def _site() -> Site:
    return load_site(None, networks=whole_ruleset().facts.networks, root=None)


def linked(folder: Path, without: Collection[str] = ()) -> Path:
    """Write the sample as links to its own files, which nobody writes into: a change puts a new file in their place."""
    for path in files():
        if path not in without:
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            _link(SAMPLE / path, place)
    return folder


def _link(source: Path, place: Path) -> None:
    try:
        os.link(source, place)
    except OSError:
        place.write_bytes(source.read_bytes())


def change(folder: Path, changes: Mapping[str, bytes | None]) -> None:
    """Put other bytes in the place of files; None takes one away."""
    for path, content in changes.items():
        (folder / path).unlink(missing_ok=True)
        if content is not None:
            (folder / path).write_bytes(content)


def restore(folder: Path, paths: Iterable[str]) -> None:
    """Put the sample's own files back."""
    for path in paths:
        (folder / path).unlink(missing_ok=True)
        if path in files():
            _link(SAMPLE / path, folder / path)


def estate_of(folder: Path) -> Estate:
    """Open a tree, derived tables included."""
    facts = whole_ruleset().facts
    return complete(open_bundle([folder], catalog=catalog(), facts=facts), catalog(), facts)


def findings_of(estate: Estate, only: Iterable[str] | None = None) -> list[Finding]:
    """Return what the rules say, all or some of them, in the order of the results; a rule that cannot be judged says `error`."""
    ruleset = whole_ruleset()
    if only is not None:
        wanted = set(only)
        rules = tuple(loaded for loaded in ruleset.rulebook.rules if loaded.rule.id in wanted)
        ruleset = replace(ruleset, rulebook=replace(ruleset.rulebook, rules=rules))
    found = run_rules(ruleset.rulebook, inputs_of(ruleset, catalog(), _site(), estate), timeout_seconds=PATIENCE)
    return [tuple(row[name] for name in SAID) for row in found.results.to_pylist()]
