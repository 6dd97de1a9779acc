"""What `exposture unmask` does with files: read report and map, write a new file beside them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from exposture.errors import ReportError, UsageError
from exposture.report.unmask import read_map, unmask
from exposture.workflows.outputs import write_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The file that was written, and how many pseudonyms were replaced in it."""

    path: Path
    count: int


def unmask_file(report: Path, map_file: Path, output: Path | None) -> Done:
    """Write a copy of a report with clear names; default is `<name>-clear` beside it.

    Raises:
        UsageError: a file cannot be read or written, the map is none, the report is of another kind, or the output is there already.
    """
    path = output or report.with_name(f"{report.stem}-clear{report.suffix}")
    if path.exists():
        raise UsageError(f"{path} is there already; name another file with -o: what is there is never overwritten")
    try:
        done = unmask(_read(report), report.suffix.lower(), read_map(_read(map_file)))
    except ReportError as error:
        raise UsageError(str(error)) from error
    try:
        write_file(path, done.data)
    except OSError as error:
        raise UsageError(f"cannot write {path}: {error.strerror}") from error
    return Done(path=path, count=done.count)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read {path}: {error.strerror}") from error
