"""How a long command tells what it is doing, so that the command line can show it."""

from __future__ import annotations

from typing import Protocol


class Step(Protocol):
    """Told about each step: its name, how many parts are done, how many there are."""

    def __call__(self, name: str, done: int, total: int) -> None: ...


def silent(name: str, done: int, total: int) -> None:
    """Tell nobody."""
