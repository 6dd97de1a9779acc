"""Damage of every kind to a bundle and to its zip: named in the estate or an error of ours, never silence, never a crash."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from exposture.bundle.writer import zip_bundle
from exposture.errors import BundleError
from exposture.model.coverage import FileState
from exposture.model.estate import Estate
from tests.unit.bundle.samples import bundle, opened, pair, server

Damage = Callable[[bytes, random.Random], bytes]


def flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    changed[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def cut(content: bytes, chance: random.Random) -> bytes:
    return content[: chance.randrange(len(content))]


def zero(content: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(content))
    return content[:start] + bytes(len(content[start : start + 64])) + content[start + 64 :]


def sample(folder: Path) -> Path:
    services = [{"name": name, "state": "Running"} for name in ("W32Time", "MSExchangeIS")]
    pairs = [pair("exchange_servers", rows=[server()]), pair("windows_services", "EX1", services), pair("mailboxes", status="access-denied")]
    return bundle(folder, *pairs)


def facts(estate: Estate) -> tuple[object, ...]:
    return estate.tables, estate.coverage, estate.files, estate.collections


def outcome(path: Path) -> Estate | BundleError:
    try:
        return opened(path)
    except BundleError as error:
        return error


def is_named(found: Estate | BundleError) -> bool:
    if isinstance(found, BundleError):
        return found.where is not None
    states = {FileState.DAMAGED, FileState.UNREADABLE}
    return any(each.integrity == "differs" for each in found.collections) or any(each.state in states for each in found.files)


@pytest.mark.parametrize("damage", [flip, cut, zero])
@pytest.mark.parametrize("seed", range(40))
def test_damaged_file_of_a_bundle_is_named(tmp_path: Path, damage: Damage, seed: int) -> None:
    chance = random.Random(f"{damage.__name__}{seed}")  # noqa: S311 - a test's choice
    folder = sample(tmp_path / "b")
    path = chance.choice(sorted(each for each in folder.rglob("*") if each.is_file()))
    before = path.read_bytes()
    path.write_bytes(damage(before, chance))

    assert is_named(outcome(folder)) or path.read_bytes() == before or path.name == "SHA256SUMS"


@pytest.mark.parametrize("damage", [flip, cut, zero])
@pytest.mark.parametrize("seed", range(40))
def test_damaged_zip_is_refused_or_named_or_the_same(tmp_path: Path, damage: Damage, seed: int) -> None:
    chance = random.Random(f"{damage.__name__}{seed}")  # noqa: S311 - a test's choice
    zip_bundle(sample(tmp_path / "b"), tmp_path / "b.zip")
    baseline = facts(opened(tmp_path / "b.zip"))
    (tmp_path / "b.zip").write_bytes(damage((tmp_path / "b.zip").read_bytes(), chance))

    found = outcome(tmp_path / "b.zip")

    assert is_named(found) or (isinstance(found, Estate) and facts(found) == baseline)


def test_deleted_file_is_named_whichever_it_is(tmp_path: Path) -> None:
    names = [each.relative_to(tmp_path / "b") for each in sorted(sample(tmp_path / "b").rglob("*")) if each.is_file()]
    for number, name in enumerate(names):
        folder = tmp_path / str(number)
        shutil.copytree(tmp_path / "b", folder)
        (folder / name).unlink()

        if name.name in {"run.csv", "datasets.csv"}:
            with pytest.raises(BundleError, match=f"lacks this file.* in {name}"):
                opened(folder)
        elif name.name == "SHA256SUMS":
            assert opened(folder).collections[0].integrity == "no-manifest"
        else:
            assert opened(folder).collections[0].integrity == "differs"
