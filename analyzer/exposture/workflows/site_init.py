"""Write a site.yaml to fill in: every question, what the bundle suggests, and which rules an answer would change."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from exposture.catalog.facts import load_facts
from exposture.catalog.load import load_catalog
from exposture.engine.run import Inputs, run_rules
from exposture.engine.suggest import suggestions
from exposture.errors import UsageError
from exposture.rulebook.load import load_rulebook
from exposture.rulebook.site import Choice, SiteTable, empty_site, load_choices, load_site_tables
from exposture.workflows.audit import Step, open_estate
from exposture.workflows.outputs import write_file

HEAD = """\
# site.yaml: what no export can say. Made by `exposture site init`; nothing is declared until you remove the "# " in front of a line.
# What stays commented out is unknown to the rules, not false. A wrong answer is worse than none.
"""
Changes = Mapping[str, Counter[str]]


def site_yaml(inputs: tuple[Path, ...], step: Step) -> str:
    """Return the text of a site.yaml in which everything is commented out.

    Raises:
        BundleError: an input cannot be used; UsageError: inputs that must not merge.
    """
    catalog, facts, rulebook = load_catalog(), load_facts(), load_rulebook(strict=False)
    tables, choices = load_site_tables(), load_choices()
    estate = open_estate(inputs, catalog, facts, step)
    ground = Inputs(estate=estate, facts=facts, catalog=catalog, site=empty_site(), choices=choices.keys())
    findings = run_rules(rulebook, ground, progress=lambda done, total, _: step("judging by rules", done, total))
    changes = _changes(findings.results.column("would_change").to_pylist(), findings.results.column("rule_id").to_pylist())
    found = suggestions(rulebook, ground, tables)
    parts = [HEAD, *(_table(name, table, found.get(name, []), changes) for name, table in tables.items() if name != "choices")]
    return "\n".join([*parts, _choices(tables["choices"], choices, changes)])


def write_site(path: Path, text: str) -> None:
    """Write the file; one that exists is kept.

    Raises:
        UsageError: the file is there already, or cannot be written.
    """
    if path.exists():
        raise UsageError(f"{path} is there already; name another file with -o, so that no answer is lost")
    try:
        write_file(path, text.encode())
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error


def _changes(answers: list[list[str]], rules: list[str]) -> Changes:
    found: dict[str, Counter[str]] = {}
    for names, rule in zip(answers, rules, strict=True):
        for name in names:
            found.setdefault(name, Counter())[rule] += 1
    return found


def _consequence(changes: Changes, name: str) -> list[str]:
    rules = changes.get(name)
    if not rules:
        return []
    shown = ", ".join(f"{rule} ({count})" for rule, count in sorted(rules.items()))
    return [f"# An answer could change findings of {shown}."]


def _table(name: str, table: SiteTable, rows: list[dict[str, Any]], changes: Changes) -> str:
    lines = [f"# {table.question}", *_consequence(changes, f"site_{name}")]
    lines += ["# The bundle suggests:" if rows else "# For example:", f"# {name}:"]
    lines += [f"#   - {line}" for line in _entries(rows or [table.example])]
    return "\n".join(lines) + "\n"


def _entries(rows: list[dict[str, Any]]) -> Iterator[str]:
    for row in rows:
        why = row.get("why")
        plain = {key: value for key, value in row.items() if key != "why" and value is not None}
        yield _flow(plain) + (f"  # {_one_line(why)}" if why else "")


def _flow(row: Mapping[str, Any]) -> str:
    """Return a mapping as one line of YAML: each value as JSON, which YAML reads and no value can leave."""
    return "{" + ", ".join(f"{key}: {json.dumps(value)}" for key, value in row.items()) + "}"


def _one_line(text: str) -> str:
    return json.dumps(text)[1:-1]


def _choices(table: SiteTable, choices: Mapping[str, Choice], changes: Changes) -> str:
    lines = [f"# {table.question}", "# choices:"]
    for name, choice in choices.items():
        allowed = " | ".join(choice.values) or "any text"
        lines += ["#", f"#   # {choice.question}", *(f"#   {line}" for line in _consequence(changes, f"choices.{name}"))]
        lines += [f"#   {name}: {json.dumps(choice.values[0] if choice.values else '...')}  # {allowed}"]
    return "\n".join(lines) + "\n"
