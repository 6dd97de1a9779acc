"""Print for people: markup off, control characters visible, tables that fit the terminal and stay whole in a pipe."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from textwrap import fill

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.table import Table
from rich.text import Text

from exposture.errors import ReportError
from exposture.model.visible import visible
from exposture.workflows.steps import Step, silent

NEVER_FOLDED = 100_000
"""Columns of a table that goes into a file or a pipe: one line per row, so that it can be searched."""
SEVERITY_STYLE = {"critical": "bold red", "high": "red", "medium": "yellow", "low": "cyan", "info": "dim"}


class _Console(Console):
    """A console whose closed pipe is an error like any other, for the caller to judge, and no end of the process."""

    def on_broken_pipe(self) -> None:
        raise OSError(errno.EPIPE, os.strerror(errno.EPIPE))


def _console(*, stderr: bool = False, soft_wrap: bool = True, width: int | None = None) -> Console:
    return _Console(stderr=stderr, markup=False, highlight=False, emoji=False, soft_wrap=soft_wrap, width=width)


@contextmanager
def _standard_output() -> Iterator[None]:
    """Say what became of standard output where it took not all: closed by its reader, or a full disk.

    Raises:
        ReportError: it could not be written.
    """
    try:
        yield
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        drop_output()
        raise ReportError(f"standard output cannot be written: {error.strerror}") from error


def drop_output() -> None:
    """Lead standard output nowhere, so that what is left in its buffer raises no second error when the process ends."""
    with contextlib.suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def say(text: str, style: str = "", *, is_block: bool = False, hang: int | None = None) -> None:
    """Print a line for a person to standard error; only a block of our own making keeps its line feeds.

    `hang` lets a terminal break the line between words and indents what follows by as much; without it, as for paths, a line is left whole.
    """
    console = _console(stderr=True)
    shown = visible(text, keep_newlines=is_block)
    if hang is not None and console.is_terminal:
        shown = fill(shown, console.width, subsequent_indent=" " * hang, break_long_words=False, break_on_hyphens=False)
    with contextlib.suppress(OSError):  # nobody listens: no reason to end, and no one to tell
        console.print(Text(shown, style=style))


def answer(text: str, *, is_block: bool = False) -> None:
    """Print a line of what was asked for to standard output; only a block of our own making keeps its line feeds.

    Raises:
        ReportError: it could not be written.
    """
    with _standard_output():
        _console().print(Text(visible(text, keep_newlines=is_block)))


def emit(text: str) -> None:
    """Put a text meant for a file or a program on standard output, as UTF-8 whatever the terminal's encoding.

    Raises:
        ReportError: it could not be written.
    """
    with _standard_output():
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode())
        sys.stdout.buffer.flush()


def table(headers: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "") -> None:
    """Print a table to standard output; each cell is inert text.

    Raises:
        ReportError: it could not be written.
    """
    grid = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for header in headers:
        grid.add_column(header, overflow="fold")
    for row in rows:
        grid.add_row(*(_cell(cell) for cell in row))
    console = _console()
    if title:
        answer(f"\n{title}", is_block=True)
    with _standard_output():
        if console.is_terminal:
            _console(soft_wrap=False).print(grid)
        else:
            _print_whole(grid)


def _cell(value: object) -> Text:
    text = "" if value is None else str(value)
    return Text(visible(text), style=SEVERITY_STYLE.get(text, ""))


def _print_whole(grid: Table) -> None:
    """Print each row on one line, without the blanks that would fill it up."""
    console = _console(soft_wrap=False, width=NEVER_FOLDED)
    with console.capture() as captured:
        console.print(grid)
    lines = [line.rstrip() for line in captured.get().splitlines()]
    _console().print(Text("\n".join(line for line in lines if line)))


@contextmanager
def progress(*, wanted: bool = True) -> Iterator[Step]:
    """Show a bar per step on a terminal; elsewhere say nothing."""
    console = _console(stderr=True)
    if not (wanted and console.is_terminal):
        yield silent
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        tasks = {}

        def step(name: str, done: int, total: int) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=total)
            bar.update(tasks[name], completed=done, total=total)

        yield step
