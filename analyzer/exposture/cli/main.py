"""The command line: gathers the commands, maps errors to exit codes."""

from __future__ import annotations

import logging
import sys
import traceback
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from exposture.cli import audit, datasets, doctor, inspect, report, rules, schema, site
from exposture.cli.exit_codes import ExitCode, exit_code_of
from exposture.errors import ExpostureError

app = typer.Typer(
    name="exposture",
    help="Read exports of on-premises Microsoft Exchange, offline, and say what makes them weak, how sure that is and how to repair it.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(name="audit")(audit.audit)
app.command(name="report")(report.report)
app.command(name="inspect")(inspect.inspect)
app.add_typer(rules.app, name="rules")
app.add_typer(datasets.app, name="datasets")
app.add_typer(site.app, name="site")
app.command(name="schema")(schema.schema)
app.command(name="doctor")(doctor.doctor)


def _print_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"exposture {version('exposture')}\n")
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say more about what is done, to standard error.")] = False,
) -> None:
    """Set what holds for every command."""
    logging.basicConfig(level=logging.INFO if verbose else logging.ERROR, format="%(levelname)s %(name)s: %(message)s")


def run() -> None:
    """Run a command and leave with its exit code; a bug leaves a file to send."""
    try:
        app(standalone_mode=False)
        code = ExitCode.DONE
    except ExpostureError as error:
        _say_error(str(error))
        code = exit_code_of(error)
    except KeyboardInterrupt:
        code = ExitCode.INTERRUPTED
    except typer.Exit as leave:
        sys.exit(leave.exit_code)
    except typer.Abort:
        code = ExitCode.INTERRUPTED
    except Exception as fault:  # noqa: BLE001  # the last line of defence: whatever is left is our bug
        code = _end_of_the_line(fault)
    sys.exit(code)


def _end_of_the_line(fault: Exception) -> ExitCode:
    show = getattr(fault, "show", None)  # click's usage errors print themselves
    if show is not None:
        show()
        return ExitCode.USAGE
    return _report_bug(fault)


def _say_error(text: str) -> None:
    from exposture.cli.console import say

    say(f"exposture: {text}", "red")


def _report_bug(fault: Exception) -> ExitCode:
    path = Path("exposture-bug.txt")
    text = f"exposture {version('exposture')}\npython {sys.version}\n{''.join(traceback.format_exception(fault))}"
    try:
        path.write_text(text, encoding="utf-8")
        _say_error(f"this is a bug in exposture. What happened stands in {path}; it holds no data of the bundle but the error's own text")
    except OSError:
        sys.stderr.write(text)
    return ExitCode.BUG
