"""Bundles with gaps of every kind, clear and redacted, in every container: the expected ratio, gaps and reasons."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from exposture.bundle.cures import Situation, cure_of
from exposture.bundle.expected import coverage_ratio
from exposture.bundle.open import open_bundle
from exposture.bundle.redaction import Mode
from exposture.catalog.facts import load_facts
from exposture.errors import UsageError
from exposture.model.coverage import CERTAIN
from exposture.model.estate import Estate
from tests.bundles.organization import catalog, edge, inside, pseudonyms, written

FORMS = ("folder", "zip", "cab")
GAPS = [
    (
        "mailbox_databases",
        "org",
        "access-denied",
        "run the script again for these datasets (-Dataset), as a member of View-Only Organization Management",
    ),
    ("receive_connectors", "org", "timeout", "run the script again with a larger -MaxCmdletSeconds and -Resume"),
    ("windows_exsetup", "GATE1", "missing", "run the script on GATE1 itself"),
    ("windows_exsetup", "OAK1", "running", "run the same command again with -Resume"),
    ("windows_exsetup", "ELM1", "missing", "run the script with -Server ELM1, or on it with -LocalOnly"),
    ("windows_services", "ELM1", "unreachable", "make ELM1 reachable, or run the script on it with -LocalOnly"),
]


def opened(*paths: Path) -> Estate:
    return open_bundle(paths, catalog=catalog(), facts=load_facts())


def gaps(estate: Estate, edges: frozenset[str]) -> list[tuple[str, str, str, str]]:
    situation = Situation(edges=edges, tiers=frozenset({"core"}))
    lines = [line for line in estate.coverage if line.status not in CERTAIN]
    return [(line.dataset, line.target, line.status.value, cure_of(line, catalog()[line.dataset], situation)) for line in lines]


def renamed(lines: list[tuple[str, str, str, str]], names: Mapping[str, str]) -> list[tuple[str, ...]]:
    def told(text: str) -> str:
        for clear, pseudonym in names.items():
            text = text.replace(clear, pseudonym)
        return text

    return sorted(tuple(map(told, line)) for line in lines)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("mode", [Mode.NONE, Mode.NAMES])
def test_gaps_and_cures_of_the_joined_bundles(tmp_path: Path, mode: Mode, form: str) -> None:
    estate = opened(*(written(tmp_path, each, mode, form, name) for name, each in (("inside", inside()), ("edge", edge()))))
    names = pseudonyms(mode)
    ratio = coverage_ratio(estate, catalog())

    assert sorted(gaps(estate, frozenset({names["GATE1"]}))) == renamed(GAPS, names)
    assert (ratio.expected, ratio.collected) == (15, 9)


@pytest.mark.parametrize("form", FORMS)
def test_strict_bundles_are_read_one_by_one(tmp_path: Path, form: str) -> None:
    paths = [written(tmp_path, each, Mode.STRICT, form, name) for name, each in (("inside", inside()), ("edge", edge()))]

    with pytest.raises(UsageError, match="audit each alone"):
        opened(*paths)
    assert [line.status.value for line in opened(paths[0]).coverage if line.dataset == "receive_connectors" and line.target == "org"] == ["timeout"]
    assert all(line.status in CERTAIN for line in opened(paths[1]).coverage if line.files)


@pytest.mark.parametrize("form", FORMS)
def test_containers_hold_the_same_bundle(tmp_path: Path, form: str) -> None:
    (collection,) = opened(written(tmp_path, inside(), Mode.NONE, form, "one")).collections

    assert collection.integrity == "matches"
    assert collection.sha256 == opened(written(tmp_path / "other", inside(), Mode.NONE, "folder", "two")).collections[0].sha256


@pytest.mark.parametrize("mode", [Mode.NAMES, Mode.STRICT])
def test_messages_and_log_name_nobody(tmp_path: Path, mode: Mode) -> None:
    place = written(tmp_path, inside(), mode, "folder", "one")
    told = b"".join(file.read_bytes() for file in place.rglob("*") if file.is_file()).lower()
    paths = " ".join(str(file.relative_to(place)) for file in place.rglob("*")).lower()

    for name in ("oak1", "elm1", "gate1", "fabrikam", "anna"):
        assert name.encode() not in told
        assert name not in paths
