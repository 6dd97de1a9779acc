"""Unpack a judged cabinet in a child process and read from it, so that the library cannot take the analyzer down.

The child gets a cabinet made anew from what was judged: the sound blocks, and the files that lie wholly in them, under
numbers instead of names. It keeps the contents; here they pass through in pieces.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Timer
from typing import IO, cast

from exposture.bundle.cabinet_child import ANSWER, GO, JOB, REQUEST
from exposture.bundle.cabinet_header import BLOCK, EXPAND, FILE, FOLDER, HEADER, CabinetFile, Folder, Member
from exposture.errors import BundleError, Location
from exposture.resources import PACKAGE

START = "import runpy, sys; sys.path.insert(0, sys.argv.pop(1)); runpy.run_module('exposture.bundle.cabinet_child', run_name='__main__')"
SECONDS_AT_MOST = 120.0
# The interpreter, and one block that unpacks to as much as deflate can (64 MiB), which the library finds out too late.
MEMORY_AT_LEAST = 256 * 1024**2
# The library holds the cabinet, its blocks, each folder joined, and each file.
COPIES = 4
DATE_1980 = 0x21
NOT_AN_ARCHIVE_BIT = 0x20


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacking:
    """What the child unpacks: members by their number, in the folders that they lie in."""

    members: tuple[Member, ...]
    folders: tuple[Folder, ...]

    @property
    def size_bytes(self) -> int:
        """Return the unpacked size of all folders."""
        return sum(folder.size_bytes for folder in self.folders)


def cabinet_of(job: Unpacking, file: CabinetFile) -> Iterator[bytes]:
    """Yield a cabinet of the job's blocks and members, in pieces; checksums were judged and are left out (0)."""
    used = sorted({member.folder for member in job.members})
    places = {folder: number for number, folder in enumerate(used)}
    files = b"".join(
        FILE.pack(member.size_bytes, member.start, places[member.folder], DATE_1980, 0, NOT_AN_ARCHIVE_BIT) + f"{number}\0".encode()
        for number, member in enumerate(job.members)
    )
    first_file = HEADER.size + len(used) * FOLDER.size
    at = first_file + len(files)
    folders = b""
    for index in used:
        folder = job.folders[index]
        folders += FOLDER.pack(at, len(folder.blocks), folder.method)
        at += sum(BLOCK.size + block.packed for block in folder.blocks)
    yield HEADER.pack(b"MSCF", at, first_file, 3, 1, len(used), len(job.members), 0, 0, 0) + folders + files
    for index in used:
        for block in job.folders[index].blocks:
            yield BLOCK.pack(0, block.packed, block.unpacked) + file.bytes_at(block.at, block.packed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """The process that holds the unpacked files, and the pipes to it and from it."""

    process: subprocess.Popen[bytes]
    requests: IO[bytes]
    answers: IO[bytes]

    def send(self, data: bytes) -> None:
        """Write all of it: a pipe without a buffer takes what it can."""
        left = memoryview(data)
        while left:
            left = left[self.requests.write(left) :]

    def receive(self, size: int) -> bytes:
        """Return exactly so many bytes.

        Raises:
            EOFError: the child ended before.
        """
        parts: list[bytes] = []
        while size:
            if not (part := self.answers.read(size)):
                raise EOFError("the process that unpacks the cabinet ended")
            parts.append(part)
            size -= len(part)
        return b"".join(parts)


class CabinetReader:
    """The bytes of one file in the child, from its start on. `read` raises EOFError or OSError where the child is gone."""

    def __init__(self, child: Child, number: int, size_bytes: int) -> None:
        self._child = child
        self._number = number
        self._size = size_bytes
        self._at = 0

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes, none at the end."""
        if wanted := min(size, self._size - self._at):
            self._child.send(REQUEST.pack(self._number, self._at, wanted))
            self._at += wanted
        return self._child.receive(wanted)


@contextmanager
def unpacked(job: Unpacking, file: CabinetFile, where: Location) -> Iterator[Child]:
    """Hold a child that has unpacked a job's members.

    Raises:
        BundleError: the library finds a fault, or the child ends, or takes longer or more memory than it may.
    """
    with _started(where) as child:
        timer = Timer(SECONDS_AT_MOST, child.process.kill)
        timer.daemon = True
        timer.start()
        try:
            fault = _fed(child, job, file)
        except (EOFError, OSError) as error:
            code = child.process.wait()
            late = "" if timer.is_alive() else f" after {SECONDS_AT_MOST:g} seconds"
            raise BundleError(f"the process that unpacks the cabinet ended with code {code}{late}; {EXPAND}", where=where) from error
        finally:
            timer.cancel()
        if fault:
            raise BundleError(f"the cabinet cannot be unpacked: {fault}; copy it again, or {EXPAND}", where=where)
        yield child


@contextmanager
def _started(where: Location) -> Iterator[Child]:
    """Start the child; `-P` keeps the current folder, which may hold anything, off its path."""
    command = [sys.executable, "-P", "-c", START, str(PACKAGE.parent)]
    pipe = subprocess.PIPE
    try:
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=subprocess.DEVNULL, bufsize=0)  # noqa: S603  # our interpreter and code
    except OSError as error:
        raise BundleError(f"the process that unpacks the cabinet did not start: {error.strerror}", where=where) from error
    with process:
        try:
            yield Child(process=process, requests=cast("IO[bytes]", process.stdin), answers=cast("IO[bytes]", process.stdout))
        finally:
            process.kill()


def _fed(child: Child, job: Unpacking, file: CabinetFile) -> str:
    """Give the child its cabinet and return what is wrong with it."""
    size = sum(len(piece) for piece in cabinet_of(job, file))
    child.send(JOB.pack(MEMORY_AT_LEAST + size + COPIES * job.size_bytes, size, len(job.members)))
    for piece in cabinet_of(job, file):
        child.send(piece)
    is_done, length = ANSWER.unpack(child.receive(ANSWER.size))
    message = child.receive(length).decode("utf-8", "replace")[:200]
    if is_done:
        child.send(GO)
        return ""
    return message or "no message"
