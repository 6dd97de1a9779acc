"""The static lint of the rule pack: many small checks, each with a code, a level and advice. No SQL runs here.

The checks stand in `lint_checks/<family>.py`, each module with a tuple `CHECKS`; adding one edits no list.
Exclusions are data with a reason (`rules/lint_exclusions.yaml`), and one that excludes nothing is a finding.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, RootModel

from exposture.catalog.strict_yaml import read_model
from exposture.errors import Location, RuleSyntaxError
from exposture.rulebook import lint_checks
from exposture.rulebook.pack import Check, Level, Pack, Problem

EXCLUSIONS_FILE = "lint_exclusions.yaml"
UNUSED = "L900"


class Exclusion(BaseModel):
    """What need not hold, and why: a code, and the rule id or the file that it is excused for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    code: str
    subject: str
    why: str


class Exclusions(RootModel[list[Exclusion]]):
    """`lint_exclusions.yaml`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LintFinding:
    """One finding: where, what is wrong, and what to do."""

    code: str
    level: Level
    path: str
    line: int | None
    rule_id: str | None
    message: str
    advice: str

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}:{self.line}"
        return f"{place}: {self.level} {self.code}: {self.message} ({self.advice})"


def all_checks() -> tuple[Check, ...]:
    """Return every check, sorted by code."""
    modules = [importlib.import_module(f"{lint_checks.__name__}.{module.name}") for module in pkgutil.iter_modules(lint_checks.__path__)]
    return tuple(sorted((check for module in modules for check in module.CHECKS), key=lambda check: check.code))


def load_exclusions(root: Path) -> tuple[Exclusion, ...]:
    """Return the exclusions of a pack; none where it has no such file.

    Raises:
        RuleSyntaxError: the file cannot be read or does not follow the grammar.
    """
    path = root / EXCLUSIONS_FILE
    if not path.is_file():
        return ()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleSyntaxError(f"cannot be read: {error}", where=Location(path=EXCLUSIONS_FILE)) from error
    return tuple(read_model(text, Path(EXCLUSIONS_FILE), Exclusions, RuleSyntaxError).root)


def lint(pack: Pack, exclusions: Sequence[Exclusion] = (), checks: Sequence[Check] | None = None) -> tuple[LintFinding, ...]:
    """Return the findings of a pack, sorted by path, line, code and message; excluded ones are left out."""
    found = [_finding(check, problem) for check in (all_checks() if checks is None else checks) for problem in check.run(pack)]
    kept = [finding for finding in found if not any(_excludes(exclusion, finding) for exclusion in exclusions)]
    unused = [exclusion for exclusion in exclusions if not any(_excludes(exclusion, finding) for finding in found)]
    kept += [_unused(exclusion) for exclusion in unused]
    return tuple(sorted(set(kept), key=lambda finding: (finding.path, finding.line or 0, finding.code, finding.message)))


def _finding(check: Check, problem: Problem) -> LintFinding:
    return LintFinding(
        code=check.code,
        level=check.level,
        path=problem.path,
        line=problem.line,
        rule_id=problem.rule_id,
        message=problem.message,
        advice=check.advice,
    )


def _excludes(exclusion: Exclusion, finding: LintFinding) -> bool:
    return exclusion.code == finding.code and exclusion.subject in {finding.rule_id, finding.path}


def _unused(exclusion: Exclusion) -> LintFinding:
    return LintFinding(
        code=UNUSED,
        level=Level.ERROR,
        path=EXCLUSIONS_FILE,
        line=None,
        rule_id=None,
        message=f"{exclusion.code} is excused for {exclusion.subject}, but nothing is found there",
        advice="take the exclusion out",
    )
