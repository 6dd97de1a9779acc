"""One state, three forms: the bundle, and two raw exports. What a form carries, it must judge alike."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest
from scripts.contoso.files import BUNDLE, LOOSE, ROOT

from tests.samples.auditing import Judged, judge_folder

Place = tuple[str, str, str]

NOT_CARRIED = {
    "HST-005": "event counts are the collector's",
    "RBC-001": "members of groups are the directory's",
    "TIM-002": "the time service's settings stand in the registry",
    "TIM-004": "domain controllers and their roles are the directory's",
    "TLS-001": "protocol settings stand in the registry",
    "TLS-002": "protocol settings stand in the registry",
}
USES_NOT_KNOWN = ("CRT-001", "CRT-003")
"""Without bindings nobody can say that a certificate is not in use; one that is sound passes all the same."""

DIFFERS = {
    # Windows 2008 R2 has no Get-SmbServerConfiguration, and the registry was not carried away
    ("AUT-002", "fail", "unknown"): 1,
    # raw certificates keep their bytes alone: services and bindings are gone
    ("CRT-001", "fail", "unknown"): 1,
    ("CRT-001", "not_applicable", "pass"): 9,
    ("CRT-003", "fail", "unknown"): 1,
    ("CRT-003", "not_applicable", "pass"): 4,
    # Get-ADPermission names groups of the domain, and no export says which SID CONTOSO\Exchange Servers is
    ("EDG-004", "pass", "unknown"): 2,
    ("HDR-001", "pass", "unknown"): 2,
    ("RCV-001", "pass", "unknown"): 17,
    # values of the registry
    ("HST-016", "fail", "unknown"): 3,
    ("HST-016", "pass", "unknown"): 15,
    # accounts and nested groups are the directory's
    ("RBC-001", "pass", "unknown"): 1,
}
"""How often a rule says something else of a raw form than of the bundle, and why."""


@lru_cache(maxsize=3)
def form(folder: Path) -> Judged:
    return judge_folder(ROOT / folder)


def outcomes(folder: Path) -> dict[Place, str]:
    return {place: outcome for place, (outcome, _) in form(folder).verdicts.items()}


def changes(first: dict[Place, str], second: dict[Place, str]) -> dict[Place, tuple[str, str]]:
    """Return the places that both forms judge, and judge differently."""
    return {place: (first[place], second[place]) for place in first.keys() & second.keys() if first[place] != second[place]}


def test_both_raw_forms_are_judged_alike() -> None:
    remoting, deserialised = outcomes(LOOSE / "remoting"), outcomes(LOOSE / "deserialised")

    assert changes(remoting, deserialised) == {}
    # text alone carries the canonical name of an entry, where the object has its distinguished name
    assert {place[0] for place in remoting.keys() ^ deserialised.keys()} == {"RBC-001"}


@pytest.mark.parametrize("name", ["remoting", "deserialised"])
def test_what_a_raw_form_says_otherwise_is_explained(name: str) -> None:
    different = changes(outcomes(BUNDLE), outcomes(LOOSE / name))

    assert Counter((place[0], *kind) for place, kind in different.items()) == DIFFERS


def test_a_raw_form_never_says_better_than_the_bundle() -> None:
    assert {rule for rule, _, now in DIFFERS if now != "unknown"} == set(USES_NOT_KNOWN)


def test_what_the_raw_form_lacks_is_explained() -> None:
    bundle, raw = outcomes(BUNDLE), outcomes(LOOSE / "remoting")

    assert {place[0] for place in bundle.keys() - raw.keys()} == set(NOT_CARRIED)


def test_most_of_the_sample_is_carried_by_the_raw_form() -> None:
    bundle, raw = outcomes(BUNDLE), outcomes(LOOSE / "remoting")
    same = [place for place in bundle if raw.get(place) == bundle[place]]
    fails = [place for place in same if bundle[place] == "fail"]

    assert len(same) >= 370
    assert len(fails) >= 39


def test_every_unknown_of_the_raw_form_says_what_was_not_there() -> None:
    bundle = outcomes(BUNDLE)
    rows = [row for row in form(LOOSE / "remoting").rows if row["outcome"] == "unknown"]

    assert all(row["reason"] for row in rows)
    assert len(rows) > len([outcome for outcome in bundle.values() if outcome == "unknown"])
