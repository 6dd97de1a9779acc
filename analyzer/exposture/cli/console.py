"""Print for people: markup off, control characters visible, tables that fit the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from rich import box
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn
from rich.table import Table
from rich.text import Text

from exposture.model.visible import visible

STANDARD_ERROR = Console(stderr=True, markup=False, highlight=False, soft_wrap=True)
STANDARD_OUTPUT = Console(markup=False, highlight=False, soft_wrap=True)
WIDE = 240
"""Columns of a table that goes into a file or a pipe: nothing is folded there for a screen that is not."""
SEVERITY_STYLE = {"critical": "bold red", "high": "red", "medium": "yellow", "low": "cyan", "info": "dim"}


class Step(Protocol):
    """Told about each step of a long command: its name, how many there are, how many are done."""

    def __call__(self, name: str, done: int, total: int) -> None: ...


def say(text: str, style: str = "") -> None:
    """Print a line for a person to standard error."""
    STANDARD_ERROR.print(Text(visible(text, keep_newlines=True), style=style))


def answer(text: str) -> None:
    """Print what was asked for to standard output, as it is but for control characters."""
    STANDARD_OUTPUT.print(Text(visible(text, keep_newlines=True)))


def table(headers: Sequence[str], rows: Iterable[Sequence[object]], *, title: str = "", styles: Sequence[str] = ()) -> None:
    """Print a table to standard output; each cell is inert text."""
    grid = Table(box=box.SIMPLE_HEAD, title=Text(title, style="bold") if title else None, title_justify="left", pad_edge=False)
    for index, header in enumerate(headers):
        grid.add_column(header, style=styles[index] if index < len(styles) else "", overflow="fold")
    for row in rows:
        grid.add_row(*(Text(visible("" if cell is None else str(cell)), style=SEVERITY_STYLE.get(str(cell), "")) for cell in row))
    Console(markup=False, highlight=False, width=None if STANDARD_OUTPUT.is_terminal else WIDE).print(grid)


def _say_nothing(name: str, done: int, total: int) -> None:
    """Take a step of a command that nobody watches."""


@contextmanager
def progress(*, wanted: bool) -> Iterator[Step]:
    """Show a bar per step on a terminal; elsewhere say nothing."""
    if not (wanted and STANDARD_ERROR.is_terminal):
        yield _say_nothing
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=STANDARD_ERROR, transient=True) as bar:
        tasks = {}

        def step(name: str, done: int, total: int) -> None:
            if name not in tasks:
                tasks[name] = bar.add_task(name, total=total)
            bar.update(tasks[name], completed=done, total=total)

        yield step
