"""Archives that are damaged at random, with fixed seeds: whatever comes out is an entry, a line about one, or an error of ours."""

from __future__ import annotations

import gzip
import io
import random
import tarfile
import zipfile
from pathlib import Path

import pytest
from cabarchive import CabArchive, CabFile

from exposture.bundle.container import open_container
from exposture.bundle.limits import BundleLimits
from exposture.errors import BundleError

FILES = {"a.xml": b"<Objs>" * 300, "org/b.csv": b"key,value\n" * 5, "c" * 120: bytes(range(256)) * 8}
ODD = [b"\0", b"\xff", b"\x7f", b"\x80", b"\xff" * 4, b"\0" * 4, b"\xff" * 8]
MUTANTS = {"zip": 250, "tar": 250, "tar.gz": 250, "cab": 30}
NOISE = random.Random(1).randbytes(60_000)  # noqa: S311 - no secret


def archive(kind: str) -> bytes:
    if kind == "cab":
        cabinet = CabArchive()
        for name, content in FILES.items():
            cabinet[name] = CabFile(content * 20 + NOISE)
        return bytes(cabinet.save(compress=True))
    made = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as zipped:
            for name, content in FILES.items():
                with zipped.open(name, "w", force_zip64=name.startswith("c")) as file:
                    file.write(content)
    else:
        with tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as tar:
            for name, content in FILES.items():
                info = tarfile.TarInfo(name)
                info.size = len(content)
                tar.addfile(info, io.BytesIO(content))
    return made.getvalue()


def mutant(content: bytes, seed: int) -> bytes:
    chance = random.Random(seed)  # noqa: S311 - no secret
    data = bytearray(content)
    for _ in range(chance.choice([1, 1, 2, 5])):
        at = chance.randrange(4, len(data) - 4)
        match chance.randrange(5):
            case 0:
                data[at] ^= 1 << chance.randrange(8)
            case 1:
                data[at : at + 4] = chance.choice(ODD)
            case 2:
                del data[at : min(at + chance.randrange(1, 600), len(data) - 4)]
            case 3:
                data[at:at] = data[chance.randrange(len(data)) :][: chance.randrange(1, 600)]
            case _:
                data = data[: max(at, 12)]
    return bytes(data)


@pytest.mark.parametrize("kind", list(MUTANTS))
def test_mutants_give_entries_lines_or_errors_of_ours(tmp_path: Path, kind: str) -> None:
    whole, path = archive(kind), tmp_path / f"a.{kind}"
    errors = opened = 0
    for seed in range(MUTANTS[kind]):
        changed = mutant(whole, seed)
        path.write_bytes(gzip.compress(changed, mtime=0) if kind == "tar.gz" else changed)
        try:
            with open_container(path, BundleLimits()) as container:
                opened += 1
                for entry in container.entries:
                    try:
                        assert len(container.read(entry.path)) == entry.size_bytes
                    except BundleError:
                        errors += 1
        except BundleError:
            errors += 1

    assert errors > 0
    assert opened > 0
