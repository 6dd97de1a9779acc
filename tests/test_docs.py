"""The pages of docs/ say what the code does: each command, option, exit code, question and choice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command

from exposture.catalog.facts import load_facts
from exposture.cli import main
from exposture.cli.audit import FailOn
from exposture.cli.exit_codes import MEANING
from exposture.cli.schema import SchemaName
from exposture.report.formats import load_renderers
from exposture.resources import rules_root
from exposture.rulebook.profiles import load_profiles
from exposture.rulebook.site import SCHEMAS, Choice, load_choices, load_site_tables, range_reader, read_site
from exposture.workflows.schemas import SCHEMAS as JSON_SCHEMAS

ROOT = Path(__file__).parents[1]

DOCS = Path(__file__).parents[1] / "docs"
PAGE = (DOCS / "command-line.md").read_text(encoding="utf-8")
SITE = (DOCS / "site.md").read_text(encoding="utf-8")
BEGIN, END = "<!-- begin: what the data says -->\n", "<!-- end -->\n"
SECTION = re.compile(r"^## `exposture ([a-z -]+?)(?: [A-Z\[][^`]*)?`$(.*?)(?=^## )", re.MULTILINE | re.DOTALL)


def commands(node: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, Any]]:  # click's classes have moved between versions of typer
    if not hasattr(node, "commands"):
        yield " ".join(path), node
        return
    for name, below in node.commands.items():
        yield from commands(below, (*path, name))


COMMANDS = dict(commands(get_command(main.app)))
SECTIONS = dict(SECTION.findall(PAGE))


def options(node: Any) -> set[str]:
    return {flag for parameter in node.params for flag in parameter.opts if flag.startswith("-")} - {"-h", "--help"}


def documented_options(section: str) -> set[str]:
    cells = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `-")]
    return {flag for cell in cells for flag in re.findall(r"`(--?[a-z][a-z-]*)", cell)}


def test_every_command_has_a_section_and_no_other() -> None:
    assert sorted(SECTIONS) == sorted(COMMANDS)


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_options_of_a_command_are_those_of_its_section(name: str) -> None:
    assert documented_options(SECTIONS[name]) == options(COMMANDS[name])


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_help_of_a_command_is_one_short_line_and_its_options_are_explained(name: str) -> None:
    command = COMMANDS[name]

    assert len((command.help or "").splitlines()[0]) <= 68
    assert [parameter.name for parameter in command.params if not getattr(parameter, "help", "x")] == []


def test_options_before_the_command_are_documented() -> None:
    head = PAGE.partition("\n## ")[0]

    assert {flag for flag in options(get_command(main.app)) if f"`{flag}`" not in head} == set()


def test_exit_codes_are_documented() -> None:
    table = PAGE.partition("## Exit codes")[2].partition("\n## ")[0]

    assert re.findall(r"^\| (\d+) \| (.+) \|$", table, re.MULTILINE) == [(str(code.value), meaning) for code, meaning in MEANING.items()]


def test_words_that_options_take_are_documented() -> None:
    audit = SECTIONS["audit"]
    words = [*load_profiles(rules_root() / "profiles.yaml", "profiles.yaml"), *FailOn, *load_renderers()]

    assert [word for word in words if f"`{word}`" not in audit] == []
    assert [word for word in SchemaName if f"`{word}`" not in SECTIONS["schema"]] == []
    assert list(JSON_SCHEMAS) == [name.value for name in SchemaName]


def test_help_names_every_profile_and_format() -> None:
    helps = {parameter.name: parameter.help for parameter in COMMANDS["audit"].params}

    assert [name for name in load_profiles(rules_root() / "profiles.yaml", "profiles.yaml") if name not in helps["profile"]] == []
    assert [name for name in load_renderers() if name not in helps["formats"]] == []


def site_questions() -> str:
    """Return the part of docs/site.md that the data says; where the test below fails, this is what belongs there."""
    lines = []
    for name, table in load_site_tables().items():
        lines += [f"### `{name}`", "", table.question, ""]
        if name == "choices":
            lines += ["| name | question | answers |", "|---|---|---|"]
            lines += [f"| `{key}` | {choice.question} | {answers(choice)} |" for key, choice in load_choices().items()]
        else:
            lines += [f"Columns: {', '.join(f'`{column}`' for column in SCHEMAS[name])}."]
        lines.append("")
    return "\n".join(lines)


def answers(choice: Choice) -> str:
    return ", ".join(f"`{value}`" for value in choice.values) or "any text"


def test_questions_of_the_site_page_are_those_of_the_data() -> None:
    assert SITE.partition(BEGIN)[2].partition(END)[0] == f"\n{site_questions()}"


def test_example_of_the_site_page_is_valid() -> None:
    (example,) = re.findall(r"^```yaml\n(.*?)^```$", SITE, re.MULTILINE | re.DOTALL)

    site = read_site(example, Path("site.yaml"), range_reader(load_facts().networks), load_choices())

    assert len(site.declared) > 3


def test_every_table_of_the_site_has_a_question() -> None:
    assert sorted(load_site_tables()) == sorted(SCHEMAS)


def test_links_between_documents_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")]
    links = [(page, link) for page in pages for link in re.findall(r"\]\((?!https?:)([^)#]+)", page.read_text(encoding="utf-8"))]

    assert [(page.name, link) for page, link in links if not (page.parent / link).exists()] == []


def test_changelog_names_every_rule() -> None:
    ids = {path.name[:7] for path in (ROOT / "rules").glob("*/*.cases.yaml")}
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert [rule_id for rule_id in sorted(ids) if rule_id not in text] == []
