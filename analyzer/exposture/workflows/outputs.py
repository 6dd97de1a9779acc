"""Decide where each output goes, render it, and put it there in one move."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from exposture.errors import ReportError, UsageError
from exposture.model.assessment import Assessment
from exposture.report.formats import Renderer, load_renderers, renderer_of
from exposture.workflows.report_set import LEFTOVERS, staged
from exposture.workflows.steps import Step

DEFAULT_FORMATS = ("pdf", "html", "json")
BESIDE = {"json": ("parquet",)}
PART = ".part"
STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file to write; `path` None is standard output, `folder` the one whose whole set it belongs to."""

    renderer: Renderer
    path: Path | None
    folder: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was written, and what was not, in words."""

    paths: tuple[Path, ...]
    failures: tuple[str, ...]


def plan_outputs(formats: Sequence[str], folder: Path | None, inputs: Sequence[Path]) -> tuple[Output, ...]:
    """Return what to write where, before any work is done.

    Raises:
        UsageError: an unknown format, two outputs for one place, a place inside an input, or a folder that holds other things.
    """
    wanted = [word.partition(":") for word in formats] or [(name, "", "") for name in DEFAULT_FORMATS]
    place = folder or Path(f"exposture-{_name_of(inputs)}")
    outputs: list[Output] = []
    for name, _, where in wanted:
        outputs += [_output(name, where, place)]
        outputs += [_output(other, "", place) for other in BESIDE.get(name, ()) if not where]
    paths = [output.path for output in outputs if output.path is not None]
    _check_distinct(outputs)
    for path in paths:
        check_outside(path, inputs)
    if any(path.parent == place for path in paths):
        _check_folder(place)
    return tuple(outputs)


def write_outputs(outputs: Sequence[Output], assessment: Assessment, step: Step) -> Written:
    """Render and write each output; one that fails does not keep the others from being written.

    What goes into the folder changes as a whole: it then holds what this run wrote, and nothing of an earlier one.

    Raises:
        UsageError: another run is writing into the folder.
    """
    done: list[Path] = []
    failures: list[str] = []
    for folder, group in _by_folder(outputs).items():
        try:
            done += _write_group(folder, group, _Writing(assessment=assessment, step=step, total=len(outputs), failures=failures))
        except OSError as error:
            failures.append(f"{folder}: {error.strerror or error}")
    step("writing reports", len(outputs), len(outputs))
    return Written(paths=tuple(done), failures=tuple(failures))


class _NothingWrittenError(Exception):
    """No output of a set could be written: the old set, if there is one, stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Writing:
    """What every output of a run shares; `failures` gathers what could not be written."""

    assessment: Assessment
    step: Step
    total: int
    failures: list[str]


def _by_folder(outputs: Sequence[Output]) -> dict[Path | None, list[Output]]:
    """Return the set of each folder, and, last, under None, what goes its own way."""
    groups: dict[Path | None, list[Output]] = {}
    for output in sorted(outputs, key=lambda output: output.folder is None):
        groups.setdefault(output.folder, []).append(output)
    return groups


def _write_group(folder: Path | None, group: Sequence[Output], writing: _Writing) -> list[Path]:
    """Write the outputs of a set, or those that go their own way; return their places."""
    if folder is None:
        return _write_each(group, writing)
    with contextlib.suppress(_NothingWrittenError), staged(folder, _file_names()) as stage:
        paths = _write_each(group, writing, stage)
        if not paths:
            raise _NothingWrittenError
        return paths
    return []


def _write_each(group: Sequence[Output], writing: _Writing, stage: Path | None = None) -> list[Path]:
    """Write outputs, into `stage` if there is one, and return where those that were written lie, or will lie."""
    paths: list[Path] = []
    for output in group:
        writing.step("writing reports", len(paths), writing.total)
        try:
            _write(output, output.renderer.render(writing.assessment), stage)
        except ReportError as error:
            writing.failures.append(f"{output.renderer.file_name}: {error}")
        except OSError as error:
            writing.failures.append(f"{output.path or 'standard output'}: {error.strerror or error}")
        else:
            paths += [output.path] if output.path is not None else []
    return paths


def write_file(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old bytes or the new ones, never a part; what fails leaves nothing behind."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + PART)
    try:
        with part.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise


def check_outside(path: Path, inputs: Sequence[Path]) -> None:
    """Refuse to write over an input, or into one, where the next run would read what this one wrote.

    Raises:
        UsageError: the path is an input or lies in one.
    """
    target = path.resolve()
    for given in inputs:
        if target == given.resolve():
            raise UsageError(f"{path} is the input itself; name another place with -o")
        if target.is_relative_to(given.resolve()):
            raise UsageError(f"{path} lies in the input {given}, and the next run would read it; name a place outside with -o")


def _name_of(inputs: Sequence[Path]) -> str:
    first = inputs[0].resolve()
    return (first.name if first.is_dir() else first.stem.removesuffix(".tar")) or "report"


def _output(name: str, path: str, folder: Path) -> Output:
    found = renderer_of(name)
    if path == STANDARD_OUTPUT:
        return Output(renderer=found, path=None)
    return Output(renderer=found, path=Path(path)) if path else Output(renderer=found, path=folder / found.file_name, folder=folder)


def _file_names() -> list[str]:
    """Return what any run may have written into its folder, half-written files of a killed one included."""
    return [each.file_name + ending for each in load_renderers().values() for ending in ("", PART)]


def _check_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder with -o")
    ours = {*_file_names(), *LEFTOVERS}
    others = sorted(entry.name for entry in folder.iterdir() if entry.name not in ours) if folder.is_dir() else []
    if others:
        raise UsageError(f"the folder {folder} holds other things ({others[0]}); name an empty or a new one with -o")


def _check_distinct(outputs: Sequence[Output]) -> None:
    places = ["standard output" if output.path is None else str(output.path.absolute()) for output in outputs]
    if twice := sorted({place for place in places if places.count(place) > 1}):
        raise UsageError(f"two outputs go to the same place: {twice[0]}")


def _write(output: Output, data: bytes, stage: Path | None) -> None:
    if output.path is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_file(output.path if stage is None else stage / output.renderer.file_name, data)
