"""The lint finds every construct that it promises to find, wherever it stands, and leaves good code alone."""

from __future__ import annotations

import os
import random
import re

import pytest

from exposture.collector_lint.finding import CODES
from exposture.collector_lint.lint import lint_script
from tests.collector.hosts import SCRIPT, collector, full_function, inject, places, sample, seeded
from tests.collector.lint_negatives import NEGATIVES
from tests.collector.lint_positives import POSITIVES

STRUCTURE = re.compile(rb"[{}()\[\]'|]")
SEEDS = (1, 2, 3) if "EXPOSTURE_FULL" in os.environ else (1,)


def codes_on(source: bytes, lines: range) -> set[str]:
    return {one.code for one in lint_script(source) if one.line in lines}


def is_caught(code: str, found: set[str]) -> bool:
    return code in found or (code != "PARSE.error" and "PARSE.error" in found)


def test_sample_is_clean() -> None:
    assert lint_script(sample()) == []


@pytest.mark.skipif(not SCRIPT.exists(), reason="the collector is not there yet")
def test_collector_is_clean() -> None:
    assert lint_script(SCRIPT.read_bytes()) == []


@pytest.mark.parametrize(("row", "code", "snippet"), POSITIVES, ids=[row for row, _, _ in POSITIVES])
def test_snippet_is_reported(row: str, code: str, snippet: str) -> None:
    source, lines = inject(sample(), places(sample())[0], snippet)

    found = {one.code for one in lint_script(source)} if code == "PARSE.error" else codes_on(source, lines)

    assert code in found


@pytest.mark.parametrize(("row", "code", "snippet"), POSITIVES, ids=[row for row, _, _ in POSITIVES])
def test_snippet_is_reported_on_its_line_anywhere(row: str, code: str, snippet: str) -> None:
    source, lines = inject(sample(), seeded(sample(), len(row), 1)[0], snippet)

    found = {one.code for one in lint_script(source)} if code == "PARSE.error" else codes_on(source, lines)

    assert is_caught(code, found)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS)
def test_every_snippet_put_into_the_collector_at_once_is_reported_on_its_line(seed: int) -> None:
    source = collector()
    full = full_function(source)
    rows = [(row, code, snippet.replace("Get-FileSum", full)) for row, code, snippet in POSITIVES if code != "PARSE.error"]
    spots = random.Random(seed).choices(places(source), k=len(rows))  # noqa: S311  # a choice of places, not a secret
    expected: list[tuple[str, str, range]] = []
    for (row, code, snippet), spot in sorted(zip(rows, spots, strict=True), key=lambda pair: -pair[1]):
        source, lines = inject(source, spot, snippet)
        expected = [(name, wanted, range(at.start + len(lines), at.stop + len(lines))) for name, wanted, at in expected]
        expected.append((row, code, lines))
    found = lint_script(source)
    by_line: dict[int, set[str]] = {}
    for one in found:
        by_line.setdefault(one.line, set()).add(one.code)

    missed = [row for row, code, lines in expected if not is_caught(code, set().union(*(by_line.get(line, set()) for line in lines)))]

    assert missed == []


@pytest.mark.parametrize("snippet", NEGATIVES)
def test_good_code_is_left_alone(snippet: str) -> None:
    source, _ = inject(sample(), places(sample())[0], snippet)

    assert [one for one in lint_script(source) if one.code != "STYLE.unused"] == []


def test_lists_are_long_enough_to_mean_something() -> None:
    assert len(POSITIVES) >= 250
    assert len(NEGATIVES) >= 100


def test_every_code_has_a_snippet_or_a_test_of_its_own() -> None:
    elsewhere = {code for code in CODES if code.startswith("CATALOGUE.")} | {"DENY.class", "DYNAMIC.catalogue-call", "DYNAMIC.command-source"}
    elsewhere |= {"ENCODING.line-ends", "STYLE.duplicate", "STYLE.length", "STYLE.parameters", "STYLE.unused"}

    assert set(CODES) == {code for _, code, _ in POSITIVES} | elsewhere


def structural_mutants(source: bytes) -> list[tuple[int, bytes]]:
    """Return the source without one structural character each, seeded, outside of comments and of texts."""
    quiet = [range(match.start(), match.end()) for match in re.finditer(rb"<#.*?#>|#[^\n]*|'[^'\n]*'|\"[^\"\n]*\"", source, re.DOTALL)]
    inside = {at for span in quiet for at in span if at not in {span.start, span.stop - 1} or source[span.start : span.start + 1] in b"<#"}
    spots = [match.start() for match in STRUCTURE.finditer(source) if match.start() not in inside]
    chosen = random.Random(7).sample(spots, 150)  # noqa: S311  # a choice of places, not a secret
    return [(at, source[:at] + source[at + 1 :]) for at in sorted(chosen)]


def test_missing_brackets_and_quotes_are_reported() -> None:
    mutants = structural_mutants(sample())

    missed = [at for at, mutant in mutants if not lint_script(mutant)]

    assert [sample()[at : at + 1] for at in missed if sample()[at : at + 1] not in {b"|", b"[", b"]"}] == []
    assert len(missed) <= len(mutants) * 0.03
