"""What the documents say is what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
import typer

from exposture.cli.exit_codes import MEANING
from exposture.cli.main import app
from exposture.rulebook.site import SCHEMAS, load_choices

ROOT = Path(__file__).parents[1]
COMMAND_LINE = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
SITE = (ROOT / "docs" / "site.md").read_text(encoding="utf-8")


def commands(command: click.Command, words: tuple[str, ...]) -> list[tuple[str, ...]]:
    children = getattr(command, "commands", None)
    if not children:
        return [words]
    return [found for name, child in children.items() for found in commands(child, (*words, name))]


EVERY = commands(typer.main.get_command(app), ("exposture",))


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_each_command_is_documented(words: tuple[str, ...]) -> None:
    assert re.search(rf"`{' '.join(words)}\b", COMMAND_LINE)


def test_each_option_of_audit_is_documented() -> None:
    audit = typer.main.get_command(app).commands["audit"]  # type: ignore[attr-defined]  # a group
    options = {option for parameter in audit.params for option in parameter.opts if option.startswith("--")} - {"--help"}

    assert [option for option in sorted(options) if f"`{option}" not in COMMAND_LINE] == []


@pytest.mark.parametrize("code", sorted(MEANING))
def test_each_exit_code_is_documented(code: int) -> None:
    assert f"| {code} | {MEANING[code]} |" in COMMAND_LINE


def test_each_answer_of_site_yaml_is_documented() -> None:
    assert [name for name in [*SCHEMAS, *load_choices()] if f"`{name}`" not in SITE] == []


def test_links_between_documents_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))]

    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []


def test_changelog_names_every_rule() -> None:
    ids = {path.name[:7] for path in (ROOT / "rules").glob("*/*.cases.yaml")}
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert [rule_id for rule_id in sorted(ids) if rule_id not in text] == []
