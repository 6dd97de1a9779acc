"""Contoso under redaction: every rule keeps its outcome or is unknown, and which keep theirs under Names is written down."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from scripts.contoso import estate, to_bundle

from exposture.bundle.redacted import redact_bundle
from exposture.bundle.redaction import Mode
from exposture.bundle.writer import write_bundle
from tests.samples.auditing import Judged, catalog, judge, judge_folder

KEPT = Path(__file__).parent / "kept_under_names.txt"
Outcomes = dict[str, Counter[str]]


def outcomes(judged: Judged) -> Outcomes:
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for row in judged.rows:
        found[str(row["rule_id"])][str(row["outcome"])] += 1
    return dict(found)


@lru_cache(maxsize=1)
def clear() -> Outcomes:
    return outcomes(judge(estate()))


@lru_cache(maxsize=2)
def redacted(mode: Mode) -> Outcomes:
    contents = to_bundle(estate())
    key = bytes(range(32)) if mode is Mode.NAMES else b""
    with TemporaryDirectory() as folder:
        write_bundle(Path(folder) / "contoso", redact_bundle(contents, catalog(), mode, key).contents)
        judged = judge_folder(Path(folder) / "contoso")
    assert judged.errors == ()
    return outcomes(judged)


@pytest.mark.parametrize("mode", [Mode.NAMES, Mode.STRICT])
def test_no_rule_differs_but_by_becoming_unknown(mode: Mode) -> None:
    different = {rule: (clear()[rule], found) for rule, found in redacted(mode).items() if found != clear()[rule] and set(found) != {"unknown"}}

    assert different == {}
    assert redacted(mode).keys() == clear().keys()


def test_rules_that_keep_their_outcome_under_names_are_listed() -> None:
    kept = [rule for rule, found in sorted(redacted(Mode.NAMES).items()) if found == clear()[rule]]

    assert KEPT.read_text().split() == kept
