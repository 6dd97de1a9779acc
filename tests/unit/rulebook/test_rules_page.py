"""The page on writing rules says what the code says."""

from __future__ import annotations

import re

import pytest

from exposture.resources import data_root
from exposture.rulebook.areas import AREAS
from exposture.rulebook.cases import Case
from exposture.rulebook.lint import all_checks
from exposture.rulebook.pack import FIXED_COLUMNS
from exposture.rulebook.profiles import PROFILE_NAMES
from exposture.rulebook.rule import Predicate, Remediation, Rule
from exposture.rulebook.site import load_choices

LINES = {
    "areas": [f"| `{area}` | {' '.join(prefixes)} |" for area, prefixes in AREAS.items()],
    "checks": [f"| {check.code} | {check.level} | {check.title} | {check.advice} |" for check in all_checks()],
    "choices": [f"| `{name}` | {choice.question} | {', '.join(choice.values) or 'any text'} |" for name, choice in load_choices().items()],
}
WORDS = {
    "rule": list(Rule.model_fields),
    "remediation": list(Remediation.model_fields),
    "case": list(Case.model_fields),
    "columns": list(FIXED_COLUMNS),
    "predicates": list(Predicate),
    "profiles": list(PROFILE_NAMES),
}


def page() -> str:
    return (data_root() / "docs" / "rules.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("part", LINES)
def test_page_has_the_lines_of_the_code(part: str) -> None:
    lines = page().splitlines()
    start = lines.index(LINES[part][0])

    assert lines[start : start + len(LINES[part])] == LINES[part]


@pytest.mark.parametrize("part", WORDS)
def test_page_names_every_word_of_the_grammar(part: str) -> None:
    named = {word for text in re.findall(r"`([^`\n]+)`", page()) for word in re.findall(r"\w+", text)}

    assert [word for word in WORDS[part] if word not in named] == []
