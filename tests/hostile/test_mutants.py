"""Two thousand ways to damage the sample: each is named by its hash or as unreadable, or changes nothing; none is a crash."""

from __future__ import annotations

import os
import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from exposture.engine.assessment import is_damaged
from exposture.errors import BundleError
from exposture.model.estate import Estate
from tests.hostile.sample_estate import MANIFEST, SAMPLE, Finding, change, estate_of, files, findings_of, linked, restore

Changes = Mapping[str, bytes | None]
IN_ALL, CHUNK, IN_GATE, BATCH = 2_000, 200, 40, 20
LOOSE_IN_GATE = 15
FATES = {"named", "refused", "unchanged"}
IS_FULL = "EXPOSTURE_FULL" in os.environ
LONG = (pytest.mark.slow, pytest.mark.skipif(not IS_FULL, reason="long: scripts/test-full runs it"))


@dataclass(frozen=True, slots=True)
class Picked:
    """The file that a mutant changes, another one, and the chance that decides the rest."""

    path: str
    other: str
    chance: random.Random

    @property
    def content(self) -> bytes:
        return files()[self.path]

    def place(self, length: int = 0) -> int:
        """Return where a block of that length begins."""
        return self.chance.randrange(max(1, len(self.content) - length))


def flip(picked: Picked) -> Changes:
    changed = bytearray(picked.content)
    for _ in range(picked.chance.randint(1, 3)):
        changed[picked.place()] ^= 1 << picked.chance.randrange(8)
    return {picked.path: bytes(changed)}


def cut(picked: Picked) -> Changes:
    return {picked.path: picked.content[: picked.place()]}


def zero(picked: Picked) -> Changes:
    length = picked.chance.choice([1, 64, 4096])
    start = picked.place(length)
    return {picked.path: picked.content[:start] + bytes(len(picked.content[start : start + length])) + picked.content[start + length :]}


def swap_files(picked: Picked) -> Changes:
    return {picked.path: files()[picked.other], picked.other: picked.content}


def swap_blocks(picked: Picked) -> Changes:
    first, second = sorted((picked.place(), picked.place()))
    length = min(picked.chance.randint(1, 512), second - first)
    before, after = picked.content[first : first + length], picked.content[second : second + length]
    return {picked.path: picked.content[:first] + after + picked.content[first + length : second] + before + picked.content[second + length :]}


def duplicate_block(picked: Picked) -> Changes:
    start = picked.place()
    block = picked.content[start : start + picked.chance.randint(1, 2048)]
    return {picked.path: picked.content[:start] + block + picked.content[start:]}


def duplicate_file(picked: Picked) -> Changes:
    stem, _, suffix = picked.path.rpartition(".")
    return {f"{stem}.0002.{suffix}" if stem else f"{suffix}.0002": picked.content}


def delete(picked: Picked) -> Changes:
    return {picked.path: None}


DAMAGES: list[Callable[[Picked], Changes]] = [flip, cut, zero, swap_files, swap_blocks, duplicate_block, duplicate_file, delete]


def mutant(number: int, paths: list[str]) -> Changes:
    """Return the changes of one mutant: its number is its seed. Whatever leaves every byte as it was is drawn again."""
    chance = random.Random(f"mutant {number}")  # noqa: S311 - a test's choice
    while True:
        path, other = chance.choice(paths), chance.choice(paths)
        changes = DAMAGES[number % len(DAMAGES)](Picked(path, other, chance))
        if any(content != files().get(name) for name, content in changes.items()):
            return {name: content for name, content in changes.items() if content != files().get(name)}


@cache
def baseline() -> list[Finding]:
    """Return what the rules say of the sample as it is."""
    return findings_of(estate_of(SAMPLE))


def batches(mutants: Mapping[int, Changes]) -> Iterator[dict[int, Changes]]:
    """Put mutants of different files into one tree, to be read at once; one of the manifest is alone, since it may spoil the rest."""
    batch: dict[int, Changes] = {}
    taken: set[str] = set()
    for number, changes in mutants.items():
        if changes.keys() & MANIFEST:
            yield {number: changes}
            continue
        if len(batch) == BATCH or changes.keys() & taken:
            yield batch
            batch, taken = {}, set()
        batch[number] = changes
        taken |= changes.keys()
    if batch:
        yield batch


def opened(folder: Path, batch: Mapping[int, Changes]) -> Estate | BundleError:
    """Return what a tree with a batch of changes gives, or the error that refuses it; the tree is then as before."""
    for changes in batch.values():
        change(folder, changes)
    try:
        return estate_of(folder)
    except BundleError as error:
        return error
    finally:
        for changes in batch.values():
            restore(folder, changes)


def fates(folder: Path, numbers: range) -> Counter[str]:
    """Return how many mutants were refused, named or changed nothing; what is none of these is lost in silence."""
    linked(folder)
    found: Counter[str] = Counter()
    for batch in batches({number: mutant(number, list(files())) for number in numbers}):
        estate = opened(folder, batch)
        if isinstance(estate, BundleError):
            found["refused" if estate.where is not None and len(batch) == 1 else f"refused without a place: {sorted(batch)}"] += 1
            continue
        findings_of(estate)
        for number, changes in batch.items():
            is_silent = not is_named(estate, changes)
            found["named" if not is_silent else of_silent(folder, number, changes)] += 1
    return found


def of_silent(folder: Path, number: int, changes: Changes) -> str:
    """Return whether a mutant that nobody names leaves the findings as they are, alone in the tree."""
    estate = opened(folder, {number: changes})
    if isinstance(estate, Estate) and findings_of(estate) == baseline():
        return "unchanged"
    return f"lost: {number} {sorted(changes)}"


def is_named(estate: Estate, changes: Changes) -> bool:
    """Tell whether every changed file is named as damaged; a change of SHA256SUMS is one of the whole."""
    named = {line.path for line in estate.files if is_damaged(line)}
    if "SHA256SUMS" in changes and estate.collections[0].integrity != "matches":
        named.add("SHA256SUMS")
    return changes.keys() <= named


def test_some_mutants_of_the_sample_are_named_or_change_nothing(tmp_path: Path) -> None:
    found = fates(tmp_path / "in", range(IN_GATE))

    assert found.keys() <= FATES
    assert sum(found.values()) == IN_GATE
    assert found["named"] > IN_GATE / 2


@pytest.mark.parametrize("start", [pytest.param(start, marks=LONG) for start in range(0, IN_ALL, CHUNK)])
def test_every_mutant_of_the_sample_is_named_or_changes_nothing(tmp_path: Path, start: int, record_property: Callable[[str, object], None]) -> None:
    found = fates(tmp_path / "in", range(start, start + CHUNK))

    record_property("fates", dict(sorted(found.items())))
    assert sum(found.values()) == CHUNK
    assert found.keys() <= FATES


def loose_fates(folder: Path, numbers: range) -> Counter[str]:
    """Return how many mutants of a tree without a manifest were read and judged; each time the report says that nothing is verified."""
    linked(folder, without=MANIFEST)
    paths = [path for path in files() if path not in MANIFEST]
    found: Counter[str] = Counter()
    for batch in batches({number: mutant(number, paths) for number in numbers}):
        estate = opened(folder, batch)
        assert isinstance(estate, Estate), sorted(batch)
        findings_of(estate)
        assert [each.integrity for each in estate.collections] == ["no-manifest"]
        assert any("cannot be verified" in remark for remark in estate.remarks)
        found["read"] += len(batch)
    return found


def test_some_mutants_without_a_manifest_are_said_to_be_unverified(tmp_path: Path) -> None:
    assert sum(loose_fates(tmp_path / "in", range(LOOSE_IN_GATE)).values()) == LOOSE_IN_GATE


@pytest.mark.parametrize("start", [pytest.param(start, marks=LONG) for start in range(0, IN_ALL, CHUNK)])
def test_every_mutant_without_a_manifest_is_said_to_be_unverified(tmp_path: Path, start: int) -> None:
    found = loose_fates(tmp_path / "in", range(start, start + CHUNK))

    assert sum(found.values()) == CHUNK
