"""`python -m exposture`, and the command `exposture`: nothing is imported before an interruption would be heard."""

from __future__ import annotations

from exposture.cli.imports import leave_pandas_out
from exposture.cli.interruption import Interruption, guarded
from exposture.cli.memory import fit_to_limit
from exposture.cli.streams import prepare_streams


def _command(interruption: Interruption) -> None:
    from exposture.cli.main import run as run_command  # noqa: PLC0415  # typer and the commands take a while

    run_command(is_interrupted=lambda: interruption.is_asked)


def run() -> None:
    """Run the command of this process's arguments."""
    prepare_streams()
    fit_to_limit()
    leave_pandas_out()
    guarded(_command)


if __name__ == "__main__":
    run()
