"""External programs: literal names, in a form that only reads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exposture.collector_lint.commands import Command
from exposture.collector_lint.finding import Finding, finding
from exposture.collector_lint.tables import programs


def check_program(command: Command) -> Iterator[Finding]:
    """Yield a call of a known program in a form that is not listed."""
    written = command.line()
    forms = programs()[command.key]
    if not any(re.fullmatch(form, written, re.IGNORECASE) for form in forms):
        yield finding("PROGRAM.form", command.callee or command.node, f"{command.name} {written}".rstrip() + " is not a form that only reads")
