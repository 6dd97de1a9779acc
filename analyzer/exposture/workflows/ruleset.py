"""A whole rule pack: rules and views, the tables of facts they lean on, the names of choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from exposture.catalog.facts import Facts, load_facts
from exposture.errors import PackageDataError, UsageError
from exposture.rulebook.load import Rulebook, load_rulebook
from exposture.rulebook.site import Choice, load_choices


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruleset:
    """All of one folder: what travels with the package, or what `--rules-dir` names."""

    rulebook: Rulebook
    facts: Facts
    choices: Mapping[str, Choice]


def load_ruleset(root: Path | None = None, *, strict: bool = False) -> Ruleset:
    """Return the rule pack of a folder, None: that of the package, read once. Unless strict, a broken rule file is one of its faults.

    Raises:
        UsageError: the named folder holds no whole pack; PackageDataError: the package's own is broken.
        RuleSyntaxError: strict, and a file is broken; ProfileError: profiles.yaml is.
    """
    if root is not None and not root.is_dir():
        raise UsageError(f"there is no folder {root}; --rules-dir names a copy of the rule pack")
    return _packaged(strict=strict) if root is None else _read(root, strict=strict)


@lru_cache(maxsize=2)
def _packaged(*, strict: bool) -> Ruleset:
    return _read(None, strict=strict)


def _read(root: Path | None, *, strict: bool) -> Ruleset:
    try:
        facts = load_facts(None if root is None else root / "data")
        return Ruleset(rulebook=load_rulebook(root, strict=strict), facts=facts, choices=load_choices(root))
    except PackageDataError as error:
        if root is None:
            raise
        raise UsageError(f"{root} is no whole rule pack: {error.message}", where=error.where) from error
