"""What an attack may cost: whatever an archive declares, it is refused or read within five seconds and 200 MB.

All attacks go through one child process, in which the peak of memory is set back for each (the peak that getrusage gives
begins at that of the parent). Time is CPU time, which does not depend on what else the machine does.
"""

from __future__ import annotations

import gzip
import json
import os
import struct
import subprocess
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from tests.unit.bundle.test_cabinet_process import FULL, cabinet, mszip
from tests.unit.bundle.test_tar import END, entry, header, pax, record
from tests.unit.bundle.test_zip import Made, zipped

MEBIBYTE = 1024 * 1024
SECONDS, MEGABYTES = 5.0, 200
ROOT = Path(__file__).parents[3]
RUNNER = """
import json, resource, sys
from pathlib import Path
from exposture.bundle.container import open_container
from exposture.bundle.limits import BundleLimits
from exposture.errors import BundleError

def spent():
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime

def told(path):
    said = []
    try:
        with open_container(path, BundleLimits()) as container:
            said += [line.message for line in container.passed_over]
            for entry in container.entries:
                try:
                    with container.open(entry.path) as stream:
                        while stream.read(65536):
                            pass
                except BundleError as error:
                    said.append(error.message)
            said.append(f"{len(container.entries)} entries")
    except BundleError as error:
        said.append(error.message)
    return said

def peak():
    own = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return max(int(own.split()[1]), resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)

for name in sys.argv[1:]:
    Path("/proc/self/clear_refs").write_text("5")
    before = spent()
    said = told(Path(name))
    print(json.dumps({"said": said, "seconds": spent() - before, "megabytes": peak() / 1024}))
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a child said of an attack, and what it took."""

    said: list[str]
    seconds: float
    megabytes: float


@lru_cache
def deflated(size: int, *, noise: int = 0) -> bytes:
    """Return what unpacks to so many bytes: zeros, in each MiB some noise that keeps the ratio down."""
    packer = zlib.compressobj(6, wbits=-15)
    return b"".join(packer.compress(os.urandom(noise) + bytes(MEBIBYTE - noise)) for _ in range(size // MEBIBYTE)) + packer.flush()


def gzipped(data: bytes) -> bytes:
    """Return packed data between gzip's header and a trailer that lies."""
    return b"\x1f\x8b\x08" + bytes(7) + data + bytes(8)


def zip_of_data(path: Path, packed: bytes, size: int) -> Path:
    """Write a zip of one entry whose packed bytes unpack to more than the size that both headers say."""
    said: dict[str, object] = {"method": 8, "size": size}
    return zipped(path, [Made(content=packed, own=said, listed=said)])


def zip_sharing_one_kernel(path: Path) -> Path:
    """Write a zip of many entries that all lie in the data of one."""
    kernel = deflated(8 * MEBIBYTE)
    first = Made(name="kernel", content=kernel, own={"method": 8, "size": 8 * MEBIBYTE}, listed={"method": 8, "size": 8 * MEBIBYTE})
    same: dict[str, object] = {"offset": 0, "method": 8, "packed": len(kernel), "size": 8 * MEBIBYTE}
    return zipped(path, [first, *(Made(name=f"{number}", content=b"", listed=same) for number in range(200))])


def zip_quoting_headers(path: Path) -> Path:
    """Write a zip in which each entry's data is a stored block that quotes the header of the next, and all that follows: sound to zipfile."""
    packed, content, listing, places = deflated(MEBIBYTE), bytes(MEBIBYTE), b"", []
    body = b""
    for number in reversed(range(300)):
        if body:
            quoted = body[:33]
            packed, content = b"\0" + struct.pack("<HH", 33, 0xFFFF ^ 33) + body, quoted + content
        sizes = (zlib.crc32(content), len(packed), len(content), 3)
        body = struct.pack("<4s5H3L2H", b"PK\3\4", 20, 0, 8, 0, 33, *sizes, 0) + f"{number:03}".encode() + packed
        places.append((number, sizes, len(body)))
    for number, sizes, place in places:
        numbers = (*sizes, 0, 0, 0, 0, 0, len(body) - place)
        listing += struct.pack("<4s6H3L5H2L", b"PK\1\2", 20, 20, 0, 8, 0, 33, *numbers) + f"{number:03}".encode()
    path.write_bytes(body + listing + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 300, 300, len(listing), len(body), 0))
    return path


def zip_of_zips(path: Path) -> Path:
    """Write zips inside zips, each unpacking to many."""
    inner = zip_of_data(path, deflated(16 * MEBIBYTE), 16 * MEBIBYTE).read_bytes()
    for _ in range(3):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            for number in range(16):
                archive.writestr(f"{number}.zip", inner)
        inner = path.read_bytes()
    return path


def zip_with_long_names(path: Path) -> Path:
    return zipped(path, [Made(name=f"{number:05}" + "n" * 1000, content=b"") for number in range(9_999)])


def zip_with_a_list_without_end(path: Path) -> Path:
    zipped(path, [Made()])
    content = bytearray(path.read_bytes())
    struct.pack_into("<L", content, content.rfind(b"PK\5\6") + 12, 0x7FFFFFFF)
    path.write_bytes(bytes(content))
    with path.open("ab") as file:
        file.truncate(4 * 1024**3)  # a hole, which takes no room
        file.seek(-22, 2)
        file.write(content[-22:])
    return path


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


def packed_tar(path: Path, *blocks: bytes) -> Path:
    return written(path, gzip.compress(b"".join(blocks), 6, mtime=0))


def cab_claiming_much(path: Path) -> Path:
    cabinet(path, [mszip(b"1" * 500)], [("a.xml", 0, 0, 500)])
    content = bytearray(path.read_bytes())
    struct.pack_into("<I", content, 44, 0xFFFFFFFF)
    return written(path, bytes(content))


def cab_of_zeros(path: Path) -> Path:
    packer = zlib.compressobj(wbits=-15)
    block = (b"CK" + packer.compress(bytes(FULL)) + packer.flush(), bytes(FULL))
    return cabinet(path, [[block] * 4000], [("a.xml", 0, 0, 4000 * FULL)])


def cab_whose_block_lies(path: Path) -> Path:
    packed = b"CK" + deflated(60 * MEBIBYTE)[:65_000]
    return cabinet(path, [[(packed, bytes(FULL))] * 50], [("a.xml", 0, 0, FULL)])


def cab_of_shared_blocks(path: Path) -> Path:
    cabinet(path, [[]] * 9_000, [("a.xml", 0, 0, 1)])
    content = bytearray(path.read_bytes())
    for number in range(9_000):
        struct.pack_into("<IH", content, 36 + 8 * number, 36, 0xFFFF)
    return written(path, bytes(content))


def huge_file_in_a_folder(path: Path) -> Path:
    path.mkdir()
    with (path / "a.xml").open("wb") as file:
        file.truncate(1024**4)  # a hole
    return path


ATTACKS: dict[str, tuple[Callable[[Path], Path], str]] = {
    "zip, 4 GB declared": (lambda path: zipped(path, [Made(listed={"size": 0xFFFFFFFE}, own={"size": 0xFFFFFFFE})]), "--max-total-bytes raises it"),
    "zip, 16 EB declared": (
        lambda path: zipped(path, [Made(listed={"size": 0xFFFFFFFF}, extra=struct.pack("<HHQ", 1, 8, 2**63))]),
        "--max-total-bytes raises it",
    ),
    "zip, 1 GB of zeros": (lambda path: zip_of_data(path, deflated(1024 * MEBIBYTE), 1024 * MEBIBYTE), "--max-ratio raises the limit"),
    "zip, 1 GB of zeros said to be 1 MB": (lambda path: zip_of_data(path, deflated(1024 * MEBIBYTE), MEBIBYTE), "Bad CRC-32"),
    "zip, 200 entries of one kernel": (zip_sharing_one_kernel, "share bytes"),
    "zip, each entry quotes the next": (zip_quoting_headers, "share bytes"),
    "zip, zips of zips": (zip_of_zips, "16 entries"),
    "zip, 65,535 entries": (lambda path: zipped(path, [Made(name=f"{number}", content=b"") for number in range(65_535)]), "--max-entries raises it"),
    "zip, 10 MB of names": (zip_with_long_names, "9999 entries"),
    "zip, a list of 2 GB": (zip_with_a_list_without_end, "--max-entries raises the limit"),
    "tar, 8 EB declared": (lambda path: written(path, header("a.xml", 2**63 - 1)), "--max-total-bytes raises it"),
    "tar, an extension of 1 GB": (lambda path: written(path, header("pax", 1024**3, tarfile.XHDTYPE)), "a header of 1073741824 bytes"),
    "tar, extensions without end": (lambda path: packed_tar(path, *[pax(record("comment", "x" * 900_000))] * 40), "more than 8 of them"),
    "tar, pax records without end": (lambda path: packed_tar(path, pax(b"9 a=bcdef\n" * 100_000), entry("a"), END), "different words"),
    "tar, a million entries": (lambda path: packed_tar(path, header("a") * 1_000_000), "--max-entries raises it"),
    "tar, another in each name": (lambda path: written(path, b"".join(entry(f"{number}", b"") for number in range(9_999)) + END), "9999 entries"),
    "gzip, 1 GB of zeros": (lambda path: written(path, gzipped(deflated(1024 * MEBIBYTE))), "--max-ratio raises the limit"),
    "gzip, just under the ratio": (lambda path: written(path, gzipped(deflated(600 * MEBIBYTE, noise=4300))), "--max-file-bytes raises it"),
    "gzip, members without end": (lambda path: written(path, gzip.compress(b"", mtime=0) * 200_000), "gzip members"),
    "gzip, blocks of nothing": (lambda path: written(path, gzipped(b"\0\0\0\xff\xff" * 4_000_000)), "cut or damaged"),
    "gzip, a header without end": (lambda path: written(path, b"\x1f\x8b\x08\x08" + bytes(6) + b"n" * 50 * MEBIBYTE), "cut or damaged"),
    "cab, 4 GB declared": (cab_claiming_much, "--max-total-bytes raises it"),
    "cab, 125 MB of zeros": (cab_of_zeros, "--max-ratio raises the limit"),
    "cab, blocks that unpack to 60 MB": (cab_whose_block_lies, "cannot be unpacked"),
    "cab, folders that share blocks": (cab_of_shared_blocks, "blocks, more than its contents can need"),
    "folder, a file of 1 TB": (huge_file_in_a_folder, "--max-file-bytes raises it"),
}


def cost_of(paths: list[Path]) -> Iterator[Cost]:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "analyzer")}
    done = subprocess.run([sys.executable, "-c", RUNNER, *map(str, paths)], env=environment, capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        yield Cost(**json.loads(line))


@pytest.fixture(scope="module")
def costs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Cost]:
    """Return what each attack costs; the archives are taken away again."""
    folder = tmp_path_factory.mktemp("attacks")
    paths = [make(folder / f"{number}") for number, (make, _) in enumerate(ATTACKS.values())]
    found = dict(zip(ATTACKS, cost_of(paths), strict=True))
    for path in paths:
        if path.is_file():
            path.unlink()
    print(*(f"{cost.seconds:6.2f} s {cost.megabytes:4.0f} MB  {attack}" for attack, cost in found.items()), sep="\n")  # noqa: T201 - the figures, with -s
    return found


linux = pytest.mark.skipif(not Path("/proc/self/clear_refs").exists(), reason="the peak of memory is read from Linux")


@linux
@pytest.mark.slow
@pytest.mark.parametrize("attack", list(ATTACKS))
def test_attack_is_told_within_five_seconds_and_200_megabytes(costs: dict[str, Cost], attack: str) -> None:
    cost = costs[attack]

    assert ATTACKS[attack][1] in "; ".join(cost.said)
    assert cost.seconds < SECONDS
    assert cost.megabytes < MEGABYTES


@linux
@pytest.mark.slow
@pytest.mark.skipif("EXPOSTURE_FULL" not in os.environ, reason="unpacks two gigabytes: scripts/test-full")
def test_largest_archive_that_no_header_betrays_is_told_in_time(tmp_path: Path) -> None:
    """Files of 500 MB at a ratio of 178, honest headers: refused only when the limit of all bytes is reached."""
    packer = zlib.compressobj(6, wbits=31)
    with (tmp_path / "a.tgz").open("wb") as file:
        for number in range(5):
            file.write(packer.compress(header(f"{number}", 500 * MEBIBYTE)))
            for _ in range(500):
                file.write(packer.compress(os.urandom(4300) + bytes(MEBIBYTE - 4300)))
        file.write(packer.flush())
    (cost,) = cost_of([tmp_path / "a.tgz"])

    assert "--max-total-bytes raises it" in cost.said[-1]
    assert cost.megabytes < MEGABYTES
    assert cost.seconds < 2 * SECONDS
