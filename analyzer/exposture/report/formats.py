"""The registry of output formats: every module of `report.renderers` that holds a `RENDERER` is one.

A new format is one new file there; no list names it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from exposture.errors import UsageError
from exposture.model.assessment import Assessment
from exposture.report import renderers


@dataclass(frozen=True, slots=True, kw_only=True)
class Renderer:
    """A format: its name on the command line, its default file name, and the pure function that gives its bytes."""

    name: str
    file_name: str
    is_text: bool
    render: Callable[[Assessment], bytes]


def load_renderers() -> Mapping[str, Renderer]:
    """Return every format by name, sorted."""
    found = {}
    for module in pkgutil.iter_modules(renderers.__path__):
        renderer = importlib.import_module(f"{renderers.__name__}.{module.name}").RENDERER
        found[renderer.name] = renderer
    return MappingProxyType(dict(sorted(found.items())))


def renderer_of(name: str) -> Renderer:
    """Return the format of that name.

    Raises:
        UsageError: there is none; the message lists those that there are.
    """
    known = load_renderers()
    if name not in known:
        raise UsageError(f"unknown format '{name}'; there are {', '.join(known)}")
    return known[name]
