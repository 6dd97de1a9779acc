"""What a cabinet says of itself: its entries, and for each folder (a chain of blocks that are packed together) its blocks.

No block is unpacked here. Each is looked at where its folder says it lies; the chain of a folder ends before the first block
whose checksum does not fit or that is not all there, and says so.

Source: MS-CAB, sections 2.1 to 2.6; the reserved bytes of a block are not in its checksum (libmspack: mspack/cabd.c).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import BinaryIO

from exposture.bundle.limits import BundleLimits, beyond_entries
from exposture.errors import BundleError, Location, UnsafeArchiveError

HEADER = struct.Struct("<4sxxxxI4xI4xBBHHHHH")
RESERVED = struct.Struct("<HBB")
FOLDER = struct.Struct("<IHH")
FILE = struct.Struct("<IIHHHH")
BLOCK = struct.Struct("<IHH")
HAS_PREVIOUS, HAS_NEXT, HAS_RESERVE = 1, 2, 4
STORED, MSZIP = 0, 1
METHODS = {2: "Quantum", 3: "LZX"}
NAME_IS_UTF8 = 0x80
LONGEST_NAME = 257  # with the zero behind it
BLOCK_BYTES = 0x8000
EXPAND = "unpack it with `expand -F:* FILE FOLDER` and give the folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One entry as the header says it; `start` is its first byte in its folder's unpacked data."""

    name: str
    size_bytes: int
    folder: int
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block: where its packed bytes begin, and how many there are before and after unpacking."""

    at: int
    packed: int
    unpacked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Folder:
    """Blocks that can be unpacked, in order, the bytes of the file that they take, and why others cannot."""

    method: int
    blocks: tuple[Block, ...]
    span: tuple[int, int]
    fault: str = ""

    @property
    def size_bytes(self) -> int:
        """Return what these blocks unpack to."""
        return sum(block.unpacked for block in self.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What a cabinet says; `end` is where its own header ends."""

    members: tuple[Member, ...]
    folders: tuple[Folder, ...]
    end: int


class CabinetFile:
    """Numbers and bytes at places of a file; nothing of it is kept."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.size_bytes = file.seek(0, 2)

    def bytes_at(self, at: int, count: int) -> bytes:
        """Return so many bytes, fewer only where the file ends."""
        self._file.seek(at)
        return self._file.read(count)

    def numbers_at(self, at: int, shape: struct.Struct) -> tuple[int, ...]:
        """Return the numbers of a structure; raise struct.error where the file ends in it."""
        return shape.unpack(self.bytes_at(at, shape.size))


def read_header(file: CabinetFile, limits: BundleLimits, where: Location) -> Header:
    """Return what a cabinet says of itself.

    Raises:
        BundleError: its header is cut, it is of another version, one of a chain, or packed by another method.
        UnsafeArchiveError: more entries than the limit, or a block that is larger than blocks are.
    """
    try:
        return _header(file, limits, where)
    except struct.error as error:
        raise BundleError("the cabinet's header is cut or wrong; copy the file again", where=where) from error


def _header(file: CabinetFile, limits: BundleLimits, where: Location) -> Header:
    _, _, first_file, minor, major, folders, files, flags, _, number = file.numbers_at(0, HEADER)
    if (major, minor) != (1, 3):
        raise BundleError(f"a cabinet of version {major}.{minor}; only 1.3 is read; {EXPAND}", where=where)
    if flags & (HAS_PREVIOUS | HAS_NEXT) or number:
        raise BundleError(f"one of a chain of cabinets; {EXPAND}", where=where)
    if max(files, folders) > limits.max_entries:
        raise UnsafeArchiveError(beyond_entries(limits.max_entries, str(max(files, folders))), where=where)
    at, folder_extra, block_extra = HEADER.size, 0, 0
    if flags & HAS_RESERVE:
        own, folder_extra, block_extra = file.numbers_at(at, RESERVED)
        at += RESERVED.size + own
    step = FOLDER.size + folder_extra
    places = [file.numbers_at(at + index * step, FOLDER) for index in range(folders)]
    _check_block_count(sum(count for _, count, _ in places), limits, where)
    members = tuple(_members(file.bytes_at(first_file, files * (FILE.size + LONGEST_NAME)), files))
    return Header(members=members, folders=tuple(_folder(file, place, block_extra, where) for place in places), end=at + folders * step)


def _check_block_count(count: int, limits: BundleLimits, where: Location) -> None:
    """Refuse more blocks than the contents can need: each holds 32 KiB but a folder's last; folders that share blocks would be walked anew."""
    if count > 2 * (limits.max_cabinet_bytes // BLOCK_BYTES) + limits.max_entries:
        raise UnsafeArchiveError(f"{count} blocks, more than its contents can need (an overlap bomb)", where=where)


def _members(listing: bytes, count: int) -> list[Member]:
    found: list[Member] = []
    at = 0
    for _ in range(count):
        size, start, folder, _, _, flags = FILE.unpack_from(listing, at)
        at += FILE.size
        end = listing.find(b"\0", at, at + LONGEST_NAME)
        if end < 0:
            raise struct.error
        name = listing[at:end].decode("utf-8" if flags & NAME_IS_UTF8 else "cp1252", "replace")  # the code page of the writer is not said
        found.append(Member(name=name, size_bytes=size, folder=folder, start=start))
        at = end + 1
    return found


def _folder(file: CabinetFile, place: tuple[int, ...], extra: int, where: Location) -> Folder:
    """Return a folder's chain of blocks, all of it but what follows the first block that is damaged or not there."""
    start, count, kind = place
    method = kind & 0x0F
    if method not in {STORED, MSZIP}:
        raise BundleError(f"packed by {METHODS.get(method, f'method {method}')}; only MSZIP is read; {EXPAND}", where=where)
    blocks: list[Block] = []
    at, fault = start, ""
    for number in range(1, count + 1):
        head = file.bytes_at(at, BLOCK.size + extra)
        fault = _block_fault(file, at, head, extra)
        if fault:
            fault = fault.format(name=f"block {number} of {count}")
            break
        _, packed, unpacked = BLOCK.unpack_from(head)
        if unpacked > BLOCK_BYTES:
            raise UnsafeArchiveError(f"a block says that it unpacks to {unpacked} bytes; a cabinet's take {BLOCK_BYTES} at most", where=where)
        blocks.append(Block(at=at + len(head), packed=packed, unpacked=unpacked))
        at += len(head) + packed
    return Folder(method=method, blocks=tuple(blocks), span=(start, at), fault=fault)


def _block_fault(file: CabinetFile, at: int, head: bytes, extra: int) -> str:
    if len(head) < BLOCK.size + extra:
        return "the cabinet is cut: {name} is not there"
    checksum, packed, _ = BLOCK.unpack_from(head)
    data = file.bytes_at(at + len(head), packed)
    if len(data) < packed:
        return "the cabinet is cut: {name} ends after the file"
    if checksum and checksum != checksum_of(data) ^ int.from_bytes(head[4:8], "little"):
        return "the checksum of {name} does not fit"
    return ""


def checksum_of(data: bytes) -> int:
    """Return all words of 32 bits of some bytes, one on the other; the bytes behind the last word count from the other end.

    The words are folded in halves, as one long number: a loop over them takes a hundred times as long.
    """
    whole = len(data) // 4 * 4
    words, folded = whole // 4, int.from_bytes(data[:whole], "little")
    while words > 1:
        half = (words + 1) // 2
        folded = (folded >> (32 * half)) ^ (folded & ((1 << (32 * half)) - 1))
        words = half
    return folded ^ int.from_bytes(data[whole:], "big")
