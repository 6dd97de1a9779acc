"""The script that snippets are put into: the collector itself where it is there, else a sample in its style."""

from __future__ import annotations

import random
from pathlib import Path

from exposture.collector_lint.annotations import CATALOGUE_CALL, FULL_LANGUAGE
from exposture.collector_lint.language_mode import full_functions
from exposture.collector_lint.script import Function, Script, read_script
from exposture.collector_lint.tree import Node

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "collector" / "Export-ExchangePosture.ps1"
SAMPLE = Path(__file__).parent / "data" / "sample.ps1"


def sample() -> bytes:
    """Return the sample with plain line ends."""
    return SAMPLE.read_bytes().replace(b"\r\n", b"\n")


def collector() -> bytes:
    """Return the collector with plain line ends, or the sample where there is none yet."""
    return SCRIPT.read_bytes().replace(b"\r\n", b"\n") if SCRIPT.exists() else sample()


def places(source: bytes) -> list[int]:
    """Return the lines, from 0, before which a statement can be put, in functions that no annotation and no test covers."""
    script = read_script(source)
    lines = source.split(b"\n")
    found = set()
    for function in script.defined:
        if function.body is not None and not _is_annotated(script, function):
            found |= {node.row for node in _top_statements(function.body) if lines[node.row].startswith(b"    ") and lines[node.row][4:5] != b" "}
    return sorted(found)


def full_function(source: bytes) -> str:
    """Return the name of a function that is annotated full-language."""
    script = read_script(source)
    return script.functions[next(iter(full_functions(script)))].name


def _is_annotated(script: Script, function: Function) -> bool:
    return any(one.node.inside(function.node) and one.what in {FULL_LANGUAGE, CATALOGUE_CALL} for one in script.annotations)


def _top_statements(body: Node) -> list[Node]:
    """Return the statements up to the first that leaves or tests: behind it other things are known than before."""
    found = []
    for node in (body.child("statement_list") or body).children:
        if node.is_named and node.kind != "comment":
            found.append(node)
            if node.kind != "pipeline":
                break
    return found


def inject(source: bytes, row: int, snippet: str) -> tuple[bytes, range]:
    """Return the source with a snippet before a line, and the lines (from 1) that the snippet has there."""
    lines = source.split(b"\n")
    added = snippet.encode("utf-8").split(b"\n")
    return b"\n".join([*lines[:row], *added, *lines[row:]]), range(row + 1, row + 1 + len(added))


def seeded(source: bytes, seed: int, count: int) -> list[int]:
    """Return some places, always the same for a seed."""
    return random.Random(seed).sample(places(source), count)  # noqa: S311  # a choice of places, not a secret
