"""Decide where each output goes, render it, and put it there in one move."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from exposture.errors import ReportError, UsageError
from exposture.model.assessment import Assessment
from exposture.report.formats import Renderer, load_renderers, renderer_of
from exposture.workflows.steps import Step

DEFAULT_FORMATS = ("pdf", "html", "json")
BESIDE = {"json": ("parquet",)}
PART = ".part"
STANDARD_OUTPUT = "-"


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """One file to write; `path` None is standard output."""

    renderer: Renderer
    path: Path | None


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
    """Render and write each output; one that fails does not keep the others from being written."""
    paths: list[Path] = []
    failures: list[str] = []
    for done, output in enumerate(outputs):
        step("writing reports", done, len(outputs))
        try:
            _write(output, output.renderer.render(assessment))
        except ReportError as error:
            failures.append(f"{output.renderer.file_name}: {error}")
        except OSError as error:
            failures.append(f"{output.path or 'standard output'}: {error.strerror or error}")
        else:
            paths += [output.path] if output.path is not None else []
    step("writing reports", len(outputs), len(outputs))
    return Written(paths=tuple(paths), failures=tuple(failures))


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
    return (first.name if first.is_dir() else first.stem) or "report"


def _output(name: str, path: str, folder: Path) -> Output:
    found = renderer_of(name)
    if path == STANDARD_OUTPUT:
        return Output(renderer=found, path=None)
    return Output(renderer=found, path=Path(path) if path else folder / found.file_name)


def _check_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"{folder} is a file; name a folder with -o")
    ours = {each.file_name for each in load_renderers().values()}
    ours |= {name + PART for name in ours}
    others = sorted(entry.name for entry in folder.iterdir() if entry.name not in ours) if folder.is_dir() else []
    if others:
        raise UsageError(f"the folder {folder} holds other things ({others[0]}); name an empty or a new one with -o")


def _check_distinct(outputs: Sequence[Output]) -> None:
    places = ["standard output" if output.path is None else str(output.path.absolute()) for output in outputs]
    if twice := sorted({place for place in places if places.count(place) > 1}):
        raise UsageError(f"two outputs go to the same place: {twice[0]}")


def _write(output: Output, data: bytes) -> None:
    if output.path is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_file(output.path, data)
