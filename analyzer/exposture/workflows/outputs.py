"""Decide where each output goes, render it, and put it there in one move."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from exposture.errors import ReportError, UsageError
from exposture.model.assessment import Assessment
from exposture.report.formats import Renderer, load_renderers, renderer_of

Step = Callable[[str, int, int], None]
DEFAULT_FORMATS = ("pdf", "html", "json")
BESIDE = {"json": ("parquet",)}
PART = ".part"


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
        UsageError: an unknown format, a folder that holds other things, or a place that cannot be written.
    """
    wanted = [word.partition(":") for word in formats] or [(name, "", "") for name in DEFAULT_FORMATS]
    place = folder or Path(f"exposture-{_name_of(inputs)}")
    outputs: list[Output] = []
    for name, _, path in wanted:
        outputs += [_output(name, path, place)]
        outputs += [_output(other, "", place) for other in BESIDE.get(name, ()) if not path]
    if any(output.path is not None and output.path.parent == place for output in outputs):
        _check_folder(place)
    _check_distinct(outputs)
    return tuple(outputs)


def write_outputs(outputs: Sequence[Output], assessment: Assessment, step: Step) -> Written:
    """Render and write each output; one that fails does not keep the others from being written."""
    paths: list[Path] = []
    failures: list[str] = []
    for done, output in enumerate(outputs):
        step("writing reports", done, len(outputs))
        try:
            _write(output, output.renderer.render(assessment))
        except (ReportError, OSError) as error:
            failures.append(f"{output.renderer.file_name}: {error}")
        else:
            paths += [output.path] if output.path is not None else []
    step("writing reports", len(outputs), len(outputs))
    return Written(paths=tuple(paths), failures=tuple(failures))


def write_file(path: Path, data: bytes) -> None:
    """Write a file so that a reader sees the old bytes or the new ones, never a part."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + PART)
    with part.open("wb") as stream:
        stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(path)


def _name_of(inputs: Sequence[Path]) -> str:
    first = inputs[0].resolve()
    name = first.name if first.is_dir() else first.stem
    return name.removesuffix(".json") or "report"


def _output(name: str, path: str, folder: Path) -> Output:
    found = renderer_of(name)
    if path == "-":
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
    places = [str(output.path) for output in outputs]
    if twice := sorted({place for place in places if places.count(place) > 1}):
        raise UsageError(f"two outputs go to the same place: {twice[0]}")


def _write(output: Output, data: bytes) -> None:
    if output.path is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    else:
        write_file(output.path, data)
