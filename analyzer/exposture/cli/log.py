"""Log records for people: printed like everything else, since a bundle's values may stand in them."""

from __future__ import annotations

import logging


class SayHandler(logging.Handler):
    """Prints records to standard error; rich is imported with the first one."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print one record."""
        from exposture.cli.console import say

        say(self.format(record), "dim")


def set_up(*, is_verbose: bool) -> None:
    """Print what the package logs: warnings, and with `is_verbose` what is being done."""
    logger = logging.getLogger("exposture")
    logger.setLevel(logging.INFO if is_verbose else logging.WARNING)
    logger.handlers = [SayHandler()]
