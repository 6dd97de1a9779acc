"""SECURITY.md promises nothing without a test that is there and is run."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split(" | ")] for line in PAGE.splitlines() if line.startswith("| ")][1:]
PROMISES = [row for row in ROWS if not set(row[0]) <= {"-", "|"}]
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PAGE)))
NEVER = {"skip", "xfail"}


@cache
def functions(path: str) -> dict[str, ast.FunctionDef]:
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    return {node.name: node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def always_left_out(test: ast.FunctionDef) -> list[str]:
    """Return the marks that leave a test out on every machine."""
    calls = [mark.func if isinstance(mark, ast.Call) else mark for mark in test.decorator_list]
    left_out = [mark.attr for mark in calls if isinstance(mark, ast.Attribute) and mark.attr in NEVER]
    conditions = [
        mark.args[0] for mark in test.decorator_list if isinstance(mark, ast.Call) and ast.unparse(mark.func).endswith(".skipif") and mark.args
    ]
    return left_out + [ast.unparse(one) for one in conditions if isinstance(one, ast.Constant) and one.value]


@pytest.mark.parametrize("promise", PROMISES, ids=lambda row: row[0][:40])
def test_promise_says_how_it_is_kept_and_names_its_tests(promise: list[str]) -> None:
    assert len(promise) == 3
    assert len(promise[1]) > 20
    assert re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", promise[2]) != []


@pytest.mark.parametrize(("path", "name"), NAMED, ids="::".join)
def test_named_test_is_there_and_is_run(path: str, name: str) -> None:
    assert name.startswith("test_")
    assert name in functions(path)
    assert always_left_out(functions(path)[name]) == []


def test_no_promise_points_at_a_folder() -> None:
    assert re.findall(r"`(tests/[^`:]*)`", PAGE.partition("| promise |")[2]) == []


def test_promises_are_all_there() -> None:
    words = [
        "is data",
        "No network",
        "Only the outputs",
        "named and skipped",
        "Changed evidence",
        "bounded",
        "inert",
        "Secrets",
        "rule's query",
        "rule pack",
    ]

    assert [word for word in words if not any(word in promise[0] for promise in PROMISES)] == []
    assert "told the truth" in PAGE.partition("## What is not promised")[2]


@pytest.mark.parametrize(
    "mark", ["@pytest.mark.skip", "@pytest.mark.skip(reason='x')", "@pytest.mark.skipif(True, reason='x')", "@pytest.mark.xfail"]
)
def test_mark_that_leaves_a_test_out_is_found(mark: str) -> None:
    test = ast.parse(f"{mark}\ndef test_x(): ...").body[0]

    assert isinstance(test, ast.FunctionDef)
    assert always_left_out(test) != []
