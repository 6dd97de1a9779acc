"""The command line: gathers the commands, maps errors to exit codes."""

from __future__ import annotations

import io
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from exposture import __version__
from exposture.cli import audit, collector, datasets, doctor, inspect, report, rules, schema, site, unmask
from exposture.cli.exit_codes import ExitCode, exit_code_of
from exposture.cli.log import set_up
from exposture.errors import BundleError, ExpostureError, UsageError

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
app.add_typer(collector.app, name="collector")
app.add_typer(site.app, name="site")
app.command(name="unmask")(unmask.unmask)
app.command(name="schema")(schema.schema)
app.command(name="doctor")(doctor.doctor)


def _print_version(wanted: bool) -> None:
    if wanted:
        sys.stdout.write(f"exposture {__version__}\n")
        raise typer.Exit


@app.callback()
def options(
    _version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", callback=_print_version, is_eager=True)] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Say what is being done, to standard error.")] = False,
) -> None:
    """Set what holds for every command."""
    set_up(is_verbose=verbose)


def run(is_interrupted: Callable[[], bool] = lambda: False) -> None:
    """Run a command and leave with its exit code; a bug leaves a file to send.

    `is_interrupted` tells whether a signal asked the command to end: what is raised after that, by a module that was
    half imported or a child that went away, is no bug. Whoever gives it says so to the user.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a character must not end the command
    code = _flushed(_run(is_interrupted))
    code = int(ExitCode.INTERRUPTED if is_interrupted() else code)
    if _is_a_query_left():
        sys.stderr.flush()
        os._exit(code)  # everything is written; the interpreter would tear down what a query that was left behind still uses
    sys.exit(code)


def _is_a_query_left() -> bool:
    """Tell whether a query was left behind and still runs; a command that asked none has not loaded the module that knows."""
    patience = sys.modules.get("exposture.engine.patience")
    return patience is not None and bool(patience.is_anything_left())


def _run(is_interrupted: Callable[[], bool]) -> int:
    try:
        return app(standalone_mode=False) or ExitCode.DONE
    except (KeyboardInterrupt, typer.Abort):
        return ExitCode.INTERRUPTED
    except BaseException as fault:  # noqa: BLE001  # the last line of defence: whatever nobody expected is our bug
        return ExitCode.INTERRUPTED if is_interrupted() else _end_of_the_line(fault)


def _end_of_the_line(fault: BaseException) -> ExitCode:
    """Say what ended the command, and return its exit code."""
    match fault:
        case ExpostureError():
            _say_error(str(fault), is_block=not isinstance(fault, BundleError | UsageError))  # their messages quote what a bundle says
            return exit_code_of(fault)
        case MemoryError() | RuntimeError(args=("can't start new thread",)):
            _say_error("there is not enough memory on this machine, or under the limit that it sets for a process")
            return ExitCode.UNUSABLE_INPUT
        case OSError(filename=None) | SystemExit(__context__=OSError()):  # the latter is typer's answer to a closed pipe
            return _lost_output(fault if isinstance(fault, OSError) else fault.__context__)
    show = getattr(fault, "show", None)  # the command line's own errors print themselves; their class has moved between versions of typer
    if show is None:
        return _report_bug(fault)
    show()
    return ExitCode.USAGE


def _flushed(code: int) -> int:
    """Return the exit code after what is left for standard output was written, or could not be."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        return _lost_output(error, is_known=code == ExitCode.OUTPUT_FAILED)
    return code


def _lost_output(error: BaseException | None, *, is_known: bool = False) -> ExitCode:
    from exposture.cli.console import drop_output

    drop_output()
    if not is_known:
        _say_error(f"standard output cannot be written: {getattr(error, 'strerror', None) or error}")
    return ExitCode.OUTPUT_FAILED


def _say_error(text: str, *, is_block: bool = False) -> None:
    from exposture.cli.console import say

    say(f"exposture: {text}", "red", is_block=is_block, hang=None if is_block else 2)


def _report_bug(fault: BaseException) -> ExitCode:
    path = Path("exposture-bug.txt")
    text = f"exposture {__version__}\npython {sys.version}\n{''.join(traceback.format_exception(fault))}"
    try:
        path.write_text(text, encoding="utf-8")
        _say_error(f"this is a bug in exposture, please send {path}: it says what happened and holds no data but the error's own text")
    except OSError:
        sys.stderr.write(text)
    return ExitCode.BUG
