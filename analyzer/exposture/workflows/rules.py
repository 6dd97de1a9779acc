"""What the commands `exposture rules ...` do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from exposture.catalog.load import load_catalog
from exposture.engine.cases import Bench
from exposture.engine.cases import run_cases as run_cases_of_rule
from exposture.engine.sql_lint import sql_checks
from exposture.errors import UsageError
from exposture.model.visible import visible
from exposture.rulebook.cases import load_all_cases
from exposture.rulebook.lint import all_checks, load_exclusions
from exposture.rulebook.lint import lint as lint_pack
from exposture.rulebook.load import LoadedRule, Rulebook
from exposture.rulebook.pack import Level, read_pack
from exposture.workflows.ruleset import load_ruleset
from exposture.workflows.steps import Step, silent


@dataclass(frozen=True, slots=True, kw_only=True)
class LintTally:
    """Lines to print, and the counts."""

    lines: tuple[str, ...]
    rules: int
    errors: int
    warnings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseTally:
    """How many cases ran, and each failure with its difference."""

    rules: int
    cases: int
    failures: tuple[str, ...]


def rule_rows(rules_dir: Path | None) -> list[tuple[str, str, str, str, str]]:
    """Return id, severity, status, area and title of every rule.

    Raises:
        RuleSyntaxError: a file of the pack is broken; UsageError: the folder holds no whole pack.
    """
    return [
        (each.rule.id, each.rule.severity.value, each.rule.status, each.area, each.rule.title)
        for each in load_ruleset(rules_dir, strict=True).rulebook.rules
    ]


def rule_text(rule_id: str, rules_dir: Path | None) -> str:
    """Return one rule in words.

    Raises:
        UsageError: no rule has that id.
    """
    loaded = _find(load_ruleset(rules_dir, strict=True).rulebook, rule_id)
    rule = loaded.rule
    repair = rule.remediation
    facts = [f"{rule.id}  {visible(rule.title)}", f"{rule.severity.value}: {visible(rule.severity_reason)}", "", visible(rule.rationale.strip())]
    parts = [
        ("Asks", rule.question or "\n".join(f"{name}: {need.need.value}{', optional' * need.optional}" for name, need in rule.datasets.items())),
        ("Parameters", "\n".join(f"{name} = {value.default}" for name, value in rule.parameters.items())),
        ("Legitimate where", "\n".join(rule.exceptions)),
        ("What a repair touches", repair.impact),
        ("Before", repair.precheck),
        ("Repair", repair.change),
        ("Verify", repair.verify),
        ("Way back", repair.rollback),
        ("References", "\n".join(f"{each.title} {each.url}".strip() for each in rule.references)),
        ("File", f"{loaded.path} (revision {loaded.revision})"),
    ]
    return "\n".join([*facts, *(_part(title, text) for title, text in parts if text.strip())])


def lint(rules_dir: Path | None) -> LintTally:
    """Return what the lint finds: its static checks, then those that bind the queries."""
    ruleset = load_ruleset(rules_dir)
    book, facts = ruleset.rulebook, ruleset.facts
    pack = read_pack(book, load_catalog(), facts)
    found = lint_pack(pack, load_exclusions(book.root), [*all_checks(), *sql_checks(pack, facts)])
    errors = sum(each.level is Level.ERROR for each in found)
    return LintTally(lines=tuple(str(each) for each in found), rules=len(book.rules), errors=errors, warnings=len(found) - errors)


def run_cases(rule_ids: Sequence[str], rules_dir: Path | None, step: Step = silent) -> CaseTally:
    """Run the cases of some rules, or of all.

    Raises:
        UsageError: no rule has one of the ids.
    """
    ruleset = load_ruleset(rules_dir, strict=True)
    book = ruleset.rulebook
    wanted = {found.rule.id: found for found in (_find(book, rule_id) for rule_id in rule_ids)} or book.by_id
    cases, faults = load_all_cases(book)
    bench = Bench(rulebook=book, catalog=load_catalog(), facts=ruleset.facts, choices=ruleset.choices)
    failures = [str(fault) for fault in faults]
    count = 0
    for done, loaded in enumerate(wanted.values(), start=1):
        results = run_cases_of_rule(bench, loaded, cases.get(loaded.rule.id, ()))
        count += len(results)
        failures += [str(result) for result in results if not result.is_passed]
        step("running cases", done, len(wanted))
    return CaseTally(rules=len(wanted), cases=count, failures=tuple(failures))


def _find(book: Rulebook, rule_id: str) -> LoadedRule:
    found = book.by_id.get(rule_id.upper())
    if found is None:
        raise UsageError(f"no rule has the id {rule_id!r}; `exposture rules list` lists them")
    return found


def _part(title: str, text: str) -> str:
    return f"\n{title}\n" + "\n".join(f"  {line}" for line in text.strip().splitlines())
