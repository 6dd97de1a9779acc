"""`exposture rules`: list, show, lint and test rules."""

from __future__ import annotations

from typing import Annotated

import typer

from exposture.cli.exit_codes import ExitCode
from exposture.cli.options import RulesDir

app = typer.Typer(help="List, show, lint and test the rules.", no_args_is_help=True)
RuleId = Annotated[str, typer.Argument(metavar="ID", help="For example RCV-001.", show_default=False)]
RuleIds = Annotated[list[str] | None, typer.Argument(metavar="ID", help="Ids of rules; none: all rules.", show_default=False)]


@app.command(name="list")
def list_rules(rules_dir: RulesDir = None) -> None:
    """List every rule with its severity, status and title."""
    from exposture.cli.console import table
    from exposture.workflows.rules import rule_rows

    table(["id", "severity", "status", "area", "title"], rule_rows(rules_dir))


@app.command(name="show")
def show_rule(rule_id: RuleId, rules_dir: RulesDir = None) -> None:
    """Show one rule in words: why, what it reads, repair, way back."""
    from exposture.cli.console import answer
    from exposture.workflows.rules import rule_text

    answer(rule_text(rule_id, rules_dir), is_block=True)


@app.command(name="lint")
def lint_rules(rules_dir: RulesDir = None) -> None:
    """Check grammar and house style of all rules; bind their queries."""
    from exposture.cli.console import answer, say
    from exposture.workflows.rules import lint

    found = lint(rules_dir)
    for line in found.lines:
        answer(line)
    say(f"{found.rules} rules, {found.errors} errors, {found.warnings} warnings", "red" if found.errors else "green")
    raise typer.Exit(ExitCode.FINDINGS if found.errors else ExitCode.DONE)


@app.command(name="test")
def test_rules(rule_ids: RuleIds = None, rules_dir: RulesDir = None) -> None:
    """Run the cases of rules, each the complete list of outcomes."""
    from exposture.cli.console import answer, progress, say
    from exposture.workflows.rules import run_cases

    with progress() as step:
        tally = run_cases(rule_ids or [], rules_dir, step)
    for line in tally.failures:
        answer(line, is_block=True)
    say(f"{tally.cases} cases of {tally.rules} rules, {len(tally.failures)} failed", "red" if tally.failures else "green")
    raise typer.Exit(ExitCode.FINDINGS if tally.failures else ExitCode.DONE)
