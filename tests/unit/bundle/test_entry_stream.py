from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
import zlib
from pathlib import Path

import pytest
from cabarchive import CabArchive, CabFile

from exposture.bundle.container import open_container, part_of
from exposture.bundle.entry_stream import EntryStream, buffered, reason
from exposture.bundle.limits import BundleLimits
from exposture.errors import BundleError
from exposture.ingest.limits import Limits

MEBIBYTE = 1024 * 1024
CONTENT = bytes(range(256)) * 2000


class Failing:
    """A source that gives some bytes, then a fault, then claims to be at its end."""

    def __init__(self, error: Exception) -> None:
        self.answers: list[bytes | Exception] = [b"0123", error]

    def read(self, size: int) -> bytes:
        answer = self.answers.pop(0) if self.answers else b""
        if isinstance(answer, Exception):
            raise answer
        return answer


def made(path: Path, kind: str, content: bytes = CONTENT) -> Path:
    """Write one entry, `org/a.xml` (in a single file: `a.xml`), into an input of a kind."""
    match kind:
        case "folder":
            (path / "in" / "org").mkdir(parents=True)
            (path / "in" / "org" / "a.xml").write_bytes(content)
            return path / "in"
        case "cab":
            archive = CabArchive()
            archive["org\\a.xml"] = CabFile(content)
            (path / "a.cab").write_bytes(archive.save(compress=True))
            return path / "a.cab"
        case "zip":
            with zipfile.ZipFile(path / "a.zip", "w", zipfile.ZIP_DEFLATED) as zipped:
                zipped.writestr("org/a.xml", content)
            return path / "a.zip"
    (path / "a.xml").write_bytes(content)
    return path / "a.xml"


def patched(path: Path, at: int, value: int) -> Path:
    """Change a number of the entry in the zip's list and in its own header, which is two bytes shorter there."""
    content = bytearray(path.read_bytes())
    for place in (at - 2, content.rfind(b"PK\x01\x02") + at):
        struct.pack_into("<L", content, place, value)
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("kind", ["folder", "single", "zip", "cab"])
def test_stream_gives_at_most_what_is_asked_and_opens_twice(tmp_path: Path, kind: str) -> None:
    with open_container(made(tmp_path, kind), BundleLimits()) as container:
        name = container.entries[0].path
        with container.open(name) as first, container.open(name) as second:
            assert first.read(10) == CONTENT[:10]
            assert second.read(300_000) == CONTENT[:300_000]
            assert first.read() == CONTENT[10:]
            assert first.read(1) == b""
        assert container.read(name) == CONTENT


def test_part_of_a_container_opens_its_own_paths(tmp_path: Path) -> None:
    with open_container(made(tmp_path, "zip"), BundleLimits()) as container, part_of(container, "org/").open("a.xml") as stream:
        assert stream.read(5) == CONTENT[:5]


def test_checksum_that_does_not_fit_is_said_by_the_read_that_finds_the_end(tmp_path: Path) -> None:
    path = patched(made(tmp_path, "zip"), 16, 1)
    with open_container(path, BundleLimits()) as container, container.open("org/a.xml") as stream:
        assert stream.read(100) == CONTENT[:100]
        with pytest.raises(BundleError, match=r"cannot be read: Bad CRC-32.*in org/a\.xml"):
            stream.read()


def test_data_longer_than_the_header_says_is_an_error_though_its_beginning_has_the_checksum(tmp_path: Path) -> None:
    path = patched(patched(made(tmp_path, "zip"), 24, 1000), 16, zlib.crc32(CONTENT[:1000]))
    with open_container(path, BundleLimits()) as container, pytest.raises(BundleError, match=r"cannot be read: Bad CRC-32.*in org/a\.xml"):
        container.read("org/a.xml")


def test_data_shorter_than_the_header_says_is_an_error(tmp_path: Path) -> None:
    path = patched(made(tmp_path, "zip"), 24, 512_001)
    with open_container(path, BundleLimits()) as container, pytest.raises(BundleError, match="unpacks to 512000 of the 512001 bytes that its header"):
        container.read("org/a.xml")


@pytest.mark.parametrize(("declared", "found"), [(3, "more than the 3 bytes"), (5, "4 of the 5 bytes")])
def test_size_of_a_stream_is_the_declared_one(declared: int, found: str) -> None:
    stream = buffered(EntryStream(io.BytesIO(b"1234"), "a.xml", at_most=100, declared=declared))

    with pytest.raises(BundleError, match=f"unpacks to {found} that its header says in a.xml"):
        stream.read()


def test_stream_stays_faulty_after_its_first_fault() -> None:
    stream = buffered(EntryStream(Failing(OSError(5, "Input/output error")), "a.xml", at_most=100))

    for _ in range(2):
        with pytest.raises(BundleError, match=r"cannot be read: Input/output error in a\.xml"):
            stream.read(50)


def test_stream_ends_at_the_limit() -> None:
    with pytest.raises(BundleError, match=r"larger than the limit of 3 bytes; --max-file-bytes raises it in a\.xml"):
        buffered(EntryStream(io.BytesIO(b"1234"), "a.xml", at_most=3)).read()


def test_error_of_the_reader_stays_its_own(tmp_path: Path) -> None:
    with open_container(made(tmp_path, "folder"), BundleLimits()) as container, pytest.raises(OSError, match="mine"), container.open("org/a.xml"):
        raise OSError("mine")


def test_error_without_a_word_is_told_by_its_kind() -> None:
    assert reason(EOFError()) == "EOFError"


@pytest.mark.parametrize("kind", ["folder", "single", "zip"])
def test_memory_of_a_stream_does_not_grow_with_the_entry(tmp_path: Path, kind: str) -> None:
    limits = BundleLimits(max_ratio=2000, file=Limits(max_file_bytes=100 * MEBIBYTE))
    with open_container(made(tmp_path, kind, bytes(30 * MEBIBYTE)), limits) as container:
        tracemalloc.start()
        with container.open(container.entries[0].path) as stream:
            count = sum(len(chunk) for chunk in iter(lambda: stream.read(64 * 1024), b""))
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()

    assert count == 30 * MEBIBYTE
    assert peak < 2 * MEBIBYTE
