"""What the exit code of a command means; documented in docs/command-line.md, compared by a test."""

from __future__ import annotations

from enum import IntEnum

from exposture.errors import BundleError, ConfigFileError, ExpostureError, ReportError, RuleError, UsageError


class ExitCode(IntEnum):
    """Higher states hide lower ones: a report that was not written matters more than a finding in it."""

    DONE = 0
    FINDINGS = 1
    USAGE = 2
    UNUSABLE_INPUT = 3
    INCOMPLETE = 4
    OUTPUT_FAILED = 5
    BUG = 70
    INTERRUPTED = 130


MEANING: dict[ExitCode, str] = {
    ExitCode.DONE: "done; nothing open at or above --fail-on",
    ExitCode.FINDINGS: "done; open findings at or above --fail-on; `rules lint` and `rules test`: errors or failures",
    ExitCode.USAGE: "wrong usage, configuration, rule or site file; bundles that must not merge",
    ExitCode.UNUSABLE_INPUT: "input unusable: nothing readable in it, the container was refused, or memory ran out",
    ExitCode.INCOMPLETE: "done and written, but a file was damaged or differs from its manifest, a rule raised, or coverage is under --min-coverage",
    ExitCode.OUTPUT_FAILED: "an output could not be written or rendered; the others were; `doctor`: something is missing",
    ExitCode.BUG: "an error of exposture itself, or an incomplete installation",
    ExitCode.INTERRUPTED: "interrupted: Ctrl-C, or a signal that asks to end",
}


def exit_code_of(error: ExpostureError) -> ExitCode:
    """Return the exit code that an error ends a command with; what no person or input caused is ours."""
    match error:
        case BundleError():
            return ExitCode.UNUSABLE_INPUT
        case ReportError():
            return ExitCode.OUTPUT_FAILED
        case UsageError() | ConfigFileError() | RuleError():
            return ExitCode.USAGE
        case _:
            return ExitCode.BUG
