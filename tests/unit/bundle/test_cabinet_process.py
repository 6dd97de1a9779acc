"""The child that unpacks cabinets, damaged and hostile ones, and what is left when it fails."""

from __future__ import annotations

import io
import os
import resource
import signal
import struct
import subprocess
import sys
import zlib
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from exposture.bundle import cabinet_child, cabinet_process
from exposture.bundle.cabinet_child import ANSWER, GO, JOB, REQUEST
from exposture.bundle.cabinet_header import EXPAND, checksum_of
from exposture.bundle.container import open_container
from exposture.bundle.limits import BundleLimits
from exposture.errors import BundleError, UnsafeArchiveError
from exposture.lifeline import ENDED_WITH_PARENT

Folder = list[tuple[bytes, bytes]]  # packed and unpacked bytes of each block
MEBIBYTE = 1024 * 1024
FULL = 0x8000
READ_ALL = "import struct, sys; job = struct.unpack('<QQI', sys.stdin.buffer.read(20)); sys.stdin.buffer.read(job[1])"
MEMORY = """
import resource
from exposture.bundle.cabinet_child import limit_memory
limit_memory(300 * 2**20)
print(resource.getrlimit(resource.RLIMIT_AS)[0])
bytes(2**29)
"""

UNPACKS = """
import time
from exposture.bundle import cabinet_child
def unpacked(content, count):
    print("unpacks", flush=True)
    time.sleep(600)
cabinet_child.unpacked = unpacked
cabinet_child.main()
"""


def mszip(content: bytes) -> Folder:
    """Pack as makecab does: blocks of 32 KiB, each with the one before it as its dictionary."""
    folder: Folder = []
    for at in range(0, len(content), FULL):
        packer = zlib.compressobj(wbits=-15, zdict=content[max(0, at - FULL) : at]) if at else zlib.compressobj(wbits=-15)
        folder.append((b"CK" + packer.compress(content[at : at + FULL]) + packer.flush(), content[at : at + FULL]))
    return folder


def cabinet(path: Path, folders: Sequence[Folder], files: Sequence[tuple[str, int, int, int]], *, extra: int = 0) -> Path:
    """Write a cabinet of folders; a file is its name, folder, first byte and size. `extra` bytes are reserved in each block."""
    reserve = struct.pack("<HBB", 0, 0, extra) if extra else b""
    listing = b"".join(struct.pack("<IIHHHH", size, start, folder, 0x21, 0, 0x20) + name.encode() + b"\0" for name, folder, start, size in files)
    first = 36 + len(reserve) + 8 * len(folders)
    table, data = b"", b""
    for folder in folders:
        table += struct.pack("<IHH", first + len(listing) + len(data), len(folder), 1)
        for packed, plain in folder:
            sizes = struct.pack("<HH", len(packed), len(plain))
            data += struct.pack("<I", checksum_of(packed) ^ checksum_of(sizes)) + sizes + b"R" * extra + packed
    size = first + len(listing) + len(data)
    head = struct.pack("<4sIIIIIBBHHHHH", b"MSCF", 0, size, 0, first, 0, 3, 1, len(folders), len(files), 4 if extra else 0, 0, 0)
    path.write_bytes(head + reserve + table + listing + data)
    return path


CONTENT = bytes(value for number in range(40_000) for value in (number & 255, number >> 8, 7))
FILES = [("a.xml", 0, 0, 30_000), ("b.xml", 0, 30_000, 10_000), ("c.xml", 0, 40_000, 80_000), ("d.xml", 1, 0, 500), ("e.csv", 1, 500, 0)]


def made(path: Path, *, extra: int = 0) -> Path:
    return cabinet(path, [mszip(CONTENT), mszip(CONTENT[:500])], FILES, extra=extra)


def contents(path: Path) -> dict[str, bytes]:
    with open_container(path, BundleLimits()) as container:
        return {entry.path: container.read(entry.path) for entry in container.entries}


def lines(path: Path) -> dict[str, str]:
    with open_container(path, BundleLimits()) as container:
        return {line.path: f"{line.state.value}: {line.message}" for line in container.passed_over}


def refused(path: Path) -> str:
    with pytest.raises(BundleError) as caught, open_container(path, BundleLimits()):
        pass
    assert caught.value.where is not None
    assert caught.value.where.path == str(path)
    return caught.value.message


def damaged(path: Path, block: int) -> Path:
    """Change a byte in a block of the first folder."""
    content = bytearray(path.read_bytes())
    at = struct.unpack_from("<I", content, 36)[0]
    for _ in range(block - 1):
        at += 8 + struct.unpack_from("<H", content, at + 4)[0]
    content[at + 40] ^= 1
    path.write_bytes(bytes(content))
    return path


@pytest.mark.parametrize("extra", [0, 6])
def test_folders_and_reserved_bytes_are_understood(tmp_path: Path, extra: int) -> None:
    expected = {name: CONTENT[start : start + size] for name, _, start, size in FILES}

    assert contents(made(tmp_path / "a.cab", extra=extra)) == expected
    assert len(mszip(CONTENT)) == 4


def test_entries_before_a_damaged_block_and_those_of_other_folders_are_read(tmp_path: Path) -> None:
    path = damaged(made(tmp_path / "a.cab"), 2)

    assert contents(path) == {"a.xml": CONTENT[:30_000], "d.xml": CONTENT[:500], "e.csv": b""}
    message = "unreadable: the checksum of block 2 of 4 does not fit, and this file needs it; copy the cabinet again"
    assert lines(path) == {"b.xml": message, "c.xml": message}


def test_entries_before_the_cut_are_read(tmp_path: Path) -> None:
    path = made(tmp_path / "a.cab")
    path.write_bytes(path.read_bytes()[:-700])

    assert list(contents(path)) == ["a.xml", "b.xml", "e.csv"]
    assert "the cabinet is cut: block 4 of 4 ends after the file, and this file needs it" in lines(path)["c.xml"]
    assert "the cabinet is cut: block 1 of 1 is not there" in lines(path)["d.xml"]


def test_cabinet_with_nothing_before_the_damage_is_not_read(tmp_path: Path) -> None:
    path = cabinet(tmp_path / "a.cab", [mszip(CONTENT)], [("a.xml", 0, 0, 100_000)])

    assert refused(damaged(path, 1)).startswith("the checksum of block 1 of 4 does not fit; copy the cabinet again, or unpack it with")


def test_cabinet_of_empty_files_needs_no_child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))

    assert contents(cabinet(tmp_path / "a.cab", [], [])) == {}
    assert contents(cabinet(tmp_path / "a.cab", [[]], [("e.csv", 0, 0, 0)])) == {"e.csv": b""}


def test_data_that_does_not_unpack_names_the_cabinet(tmp_path: Path) -> None:
    path = cabinet(tmp_path / "a.cab", [[(b"CK\xff\xff\xff", b"123")]], [("a.xml", 0, 0, 3)])

    assert refused(path) == "the cabinet cannot be unpacked: Failed to decompress; copy it again, or " + EXPAND


def test_block_that_unpacks_to_far_more_than_it_says_is_refused_in_the_child(tmp_path: Path) -> None:
    packer = zlib.compressobj(wbits=-15)
    packed = b"CK" + packer.compress(bytes(60 * MEBIBYTE)) + packer.flush()
    path = cabinet(tmp_path / "a.cab", [[(packed[:65_000], bytes(FULL))]], [("a.xml", 0, 0, FULL)])

    assert "the cabinet cannot be unpacked" in refused(path)


def test_files_of_a_cabinet_are_read_side_by_side(tmp_path: Path) -> None:
    with (
        open_container(made(tmp_path / "a.cab"), BundleLimits()) as container,
        container.open("a.xml") as first,
        container.open("c.xml") as second,
        container.open("a.xml") as third,
    ):
        assert first.read(10) + second.read(10) + third.read(20) == CONTENT[:10] + CONTENT[40_000:40_010] + CONTENT[:20]
        assert first.read() == CONTENT[10:30_000]


def test_blocks_without_number_are_refused_at_once(tmp_path: Path) -> None:
    path = cabinet(tmp_path / "a.cab", [[]] * 2, [("a", 0, 0, 1)])
    content = bytearray(path.read_bytes())
    for folder in range(2):
        struct.pack_into("<H", content, 36 + 8 * folder + 4, 0xFFFF)
    path.write_bytes(bytes(content))

    with pytest.raises(UnsafeArchiveError, match="131070 blocks, more than its contents can need"), open_container(path, BundleLimits()):
        pass


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import os; os._exit(9)", "ended with code 9; unpack it with"),
        ("import os; os.kill(os.getpid(), 9)", "ended with code -9; unpack it with"),
        ("import sys; sys.stdout.buffer.write(b'1')", "ended with code 0"),
        (f"{READ_ALL}; sys.stdout.buffer.write(bytes([0, 4, 0, 0, 0]) + b'oops')", "cannot be unpacked: oops"),
    ],
)
def test_child_that_fails_names_the_cabinet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, found: str) -> None:
    monkeypatch.setattr(cabinet_process, "START", code)

    assert found in refused(made(tmp_path / "a.cab"))


def test_child_that_takes_too_long_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cabinet_process, "START", "import sys; sys.stdin.buffer.read()")
    monkeypatch.setattr(cabinet_process, "SECONDS_AT_MOST", 0.2)

    assert "ended with code -9 after 0.2 seconds" in refused(made(tmp_path / "a.cab"))


def test_child_that_does_not_start_names_the_cabinet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(tmp_path / "none"))

    assert "did not start: No such file" in refused(made(tmp_path / "a.cab"))


def test_child_that_dies_while_it_is_read_from_is_an_error_of_the_entry(tmp_path: Path) -> None:
    with open_container(made(tmp_path / "a.cab"), BundleLimits()) as container:
        assert container.read("a.xml") == CONTENT[:30_000]
        (child,) = children()
        os.kill(child, 9)
        with pytest.raises(BundleError, match=r"the entry cannot be read: .* in c\.xml"):
            container.read("c.xml")


def children() -> list[int]:
    """Return the processes that unpack for this one; Python may have one of its own, which stays (a tracker of semaphores)."""
    found = [int(pid) for pid in Path(f"/proc/self/task/{os.getpid()}/children").read_text(encoding="ascii").split()]
    return [pid for pid in found if b"cabinet" in Path(f"/proc/{pid}/cmdline").read_bytes()]


def test_no_child_is_left(tmp_path: Path) -> None:
    with open_container(made(tmp_path / "a.cab"), BundleLimits()):
        assert len(children()) == 1

    assert children() == []


def conversation(given: bytes, monkeypatch: pytest.MonkeyPatch) -> bytes:
    """Return what the child answers, held in this process and without its limit."""
    answers = io.BytesIO()
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(given)))
    monkeypatch.setattr(sys, "stdout", SimpleNamespace(buffer=answers))
    monkeypatch.setattr(cabinet_child, "limit_memory", lambda _: None)
    cabinet_child.main()
    return answers.getvalue()


def test_conversation_gives_exactly_the_bytes_that_are_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = cabinet(tmp_path / "a.cab", [mszip(CONTENT[:500])], [("0", 0, 0, 100), ("1", 0, 100, 400)]).read_bytes()
    asked = REQUEST.pack(1, 10, 5) + REQUEST.pack(0, 90, 100)

    answers = conversation(JOB.pack(0, len(content), 2) + content + GO + asked, monkeypatch)

    assert answers == ANSWER.pack(1, 0) + CONTENT[110:115] + CONTENT[90:100]


@pytest.mark.parametrize(("cut", "count", "found"), [(0, 3, "other files than its header says"), (1, 2, "does not match header")])
def test_conversation_ends_with_what_is_wrong(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cut: int, count: int, found: str) -> None:
    content = cabinet(tmp_path / "a.cab", [mszip(CONTENT[:500])], [("0", 0, 0, 100), ("1", 0, 100, 400)]).read_bytes()
    given = content[: len(content) - cut]

    answers = conversation(JOB.pack(0, len(given), count) + given + GO, monkeypatch)

    assert answers.startswith(b"\0")
    assert found in answers[ANSWER.size :].decode()


def test_conversation_without_memory_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(_content: bytes, _count: int) -> list[bytes]:
        raise MemoryError

    monkeypatch.setattr(cabinet_child, "unpacked", no_memory)

    assert b"more memory than its header lets expect" in conversation(JOB.pack(0, 0, 0) + GO, monkeypatch)


def test_child_that_does_not_end_by_itself_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waits = "sys.stdout.buffer.write(bytes([1, 0, 0, 0, 0])); sys.stdout.flush(); import signal; signal.alarm(5); signal.pause()"
    monkeypatch.setattr(cabinet_process, "START", f"{READ_ALL}; {waits}")
    started: list[subprocess.Popen[bytes]] = []
    start = subprocess.Popen

    def noted(*command: Any, **how: Any) -> subprocess.Popen[bytes]:
        started.append(start(*command, **how))
        return started[0]

    monkeypatch.setattr(subprocess, "Popen", noted)
    with open_container(made(tmp_path / "a.cab"), BundleLimits()):
        pass

    assert [process.returncode for process in started] == [-9]


def test_child_that_unpacks_ends_with_its_parent() -> None:
    with subprocess.Popen([sys.executable, "-c", UNPACKS], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(JOB.pack(2**40, 3, 1) + b"cab")
        process.stdin.flush()
        assert process.stdout.readline() == b"unpacks\n"
        process.stdin.close()

        assert process.wait(timeout=30) == ENDED_WITH_PARENT


def test_child_leaves_an_interrupt_from_the_terminal_to_its_parent(tmp_path: Path) -> None:
    with open_container(made(tmp_path / "a.cab"), BundleLimits()) as container:
        assert container.read("a.xml") == CONTENT[:30_000]
        (child,) = children()
        os.kill(child, signal.SIGINT)

        assert container.read("c.xml") == CONTENT[40_000:]


def test_child_has_a_limit_of_memory() -> None:
    done = subprocess.run([sys.executable, "-c", MEMORY], capture_output=True, check=False, text=True)

    assert done.stdout == f"{300 * MEBIBYTE}\n"
    assert "MemoryError" in done.stderr


@pytest.mark.parametrize(("hard", "expected"), [(resource.RLIM_INFINITY, 100), (50, 50)])
def test_lower_limit_of_memory_stays(hard: int, expected: int, monkeypatch: pytest.MonkeyPatch) -> None:
    limits: list[tuple[int, int]] = []
    monkeypatch.setattr(resource, "getrlimit", lambda _: (resource.RLIM_INFINITY, hard))
    monkeypatch.setattr(resource, "setrlimit", lambda _, limit: limits.append(limit))
    cabinet_child.limit_memory(100)

    assert limits == [(expected, hard)]


def test_without_limits_of_the_system_nothing_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "resource", None)

    cabinet_child.limit_memory(100)


def test_checksum_is_that_of_the_words_one_on_the_other() -> None:
    for size in range(40):
        data = bytes(range(1, size + 1))
        words = [int.from_bytes(data[at : at + 4], "little") for at in range(0, size // 4 * 4, 4)]
        expected = int.from_bytes(data[size // 4 * 4 :], "big")
        for word in words:
            expected ^= word
        assert checksum_of(data) == expected
