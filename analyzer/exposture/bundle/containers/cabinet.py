"""A cabinet as makecab writes it: MSZIP or stored, one file, no chain; its header is judged before a byte is unpacked.

The blocks of a folder lean on each other, so the whole is unpacked at once, into memory, by `cabarchive`. What the header
promises is the bound: the library refuses a block that unpacks to another size, and no block may promise more than 32 KiB.

- The whole cabinet is refused (UnsafeArchiveError): more entries or bytes than the limit, a ratio beyond it, blocks or
  entries that share bytes, names that leave it or fall together.
- It is not read (BundleError): a chain of cabinets, LZX or Quantum, a header that does not fit, a damaged block. One damaged
  block spoils all that follows, so nothing of the cabinet is offered.
- One entry is passed over: larger than one file may be.

Source: MS-CAB, sections 2.1 to 2.6.
"""

from __future__ import annotations

import struct
import zlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from cabarchive import CabArchive, CorruptionError, NotSupportedError

from exposture.bundle.container import Container, Entry, PassedOver
from exposture.bundle.containers.folder import open_regular
from exposture.bundle.entry_names import by_safe_name
from exposture.bundle.entry_stream import in_memory, whole
from exposture.bundle.limits import BundleLimits, beyond_entries, beyond_file, beyond_ratio, beyond_total
from exposture.bundle.signatures import Kind, kind_at
from exposture.errors import BundleError, Location, UnsafeArchiveError
from exposture.model.coverage import FileState

HEADER = struct.Struct("<4sxxxxI4xI4xBBHHHHH")
RESERVED = struct.Struct("<HBB")
FOLDER = struct.Struct("<IHH")
FILE = struct.Struct("<IIHHHH")
BLOCK = struct.Struct("<IHH")
HAS_PREVIOUS, HAS_NEXT, HAS_RESERVE = 1, 2, 4
STORED, MSZIP = 0, 1
METHODS = {2: "Quantum", 3: "LZX"}
NAME_IS_UTF8 = 0x80
LONGEST_NAME = 256
# What the library, zlib and struct raise for a block that is not what its header says.
FAULTS = (CorruptionError, NotSupportedError, zlib.error, struct.error, IndexError, ValueError)
BLOCK_BYTES = 0x8000
EXPAND = "unpack it with `expand -F:* FILE FOLDER` and give the folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One entry as the header says it: `stored_name` is how the library calls it, `start` its first byte in its folder's data."""

    stored_name: str
    size_bytes: int
    folder: int
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What the header says: entries in order, the unpacked size of each folder, the range that each folder's blocks take."""

    members: tuple[Member, ...]
    folder_bytes: tuple[int, ...]
    ranges: tuple[tuple[int, int], ...]


def claims(path: Path) -> bool:
    """Return whether the path is a file that begins as a cabinet does."""
    return kind_at(path) is Kind.CABINET


@contextmanager
def opened(path: Path, limits: BundleLimits) -> Iterator[Container]:
    """Judge a cabinet, unpack it and offer its entries.

    Raises:
        BundleError, UnsafeArchiveError: see the head of this module.
    """
    where = Location(path=str(path))
    with open_regular(path.resolve(), str(path), limits.max_cabinet_bytes) as file:
        content = whole(file)
    try:
        header = read_header(content, limits, where)
    except (struct.error, UnicodeDecodeError) as error:
        raise BundleError("the cabinet's header is cut or wrong; copy the file again", where=where) from error
    names = by_safe_name(((member.stored_name, member) for member in header.members), where)
    _check_sizes(header, len(content), limits, where)
    _check_overlap(header, where)
    unpacked = _unpacked(content, where)
    barred = {name: line for name, member in names.items() if (line := _barred(name, member, limits)) is not None}
    yield Container(
        name=path.name,
        entries=tuple(Entry(path=name, size_bytes=names[name].size_bytes) for name in sorted(names) if name not in barred),
        passed_over=tuple(barred[name] for name in sorted(barred)),
        open=lambda name: in_memory(unpacked[names[name].stored_name]),
    )


def read_header(content: bytes, limits: BundleLimits, where: Location) -> Header:
    """Return what a cabinet says of itself; no block is unpacked.

    Raises:
        BundleError: it is cut, of another version, one of a chain, or packed by another method.
        UnsafeArchiveError: more entries than the limit.
        struct.error, UnicodeDecodeError: it ends inside a header, or a name is no text.
    """
    _, size, first_file, minor, major, folders, files, flags, _, number = HEADER.unpack_from(content)
    if (major, minor) != (1, 3):
        raise BundleError(f"a cabinet of version {major}.{minor}; only 1.3 is read; {EXPAND}", where=where)
    if flags & (HAS_PREVIOUS | HAS_NEXT) or number:
        raise BundleError(f"one of a chain of cabinets; {EXPAND}", where=where)
    if size > len(content):
        raise BundleError(f"the cabinet is cut: {len(content)} of {size} bytes are there; copy it again", where=where)
    if files > limits.max_entries:
        raise UnsafeArchiveError(beyond_entries(limits.max_entries, str(files)), where=where)
    at, folder_extra, block_extra = HEADER.size, 0, 0
    if flags & HAS_RESERVE:
        own, folder_extra, block_extra = RESERVED.unpack_from(content, at)
        at += RESERVED.size + own
    step = FOLDER.size + folder_extra
    _check_block_count(content, at, folders, step, where)
    blocks = [_blocks(content, at + index * step, block_extra, where) for index in range(folders)]
    return Header(
        members=tuple(_members(content, first_file, files)),
        folder_bytes=tuple(total for total, _ in blocks),
        ranges=((0, at + folders * step), *(span for _, span in blocks)),
    )


def _check_block_count(content: bytes, at: int, folders: int, step: int, where: Location) -> None:
    """Refuse more blocks than the file has room for: folders that share blocks would be walked again and again."""
    blocks = sum(FOLDER.unpack_from(content, at + index * step)[1] for index in range(folders))
    if blocks * BLOCK.size > len(content):
        raise UnsafeArchiveError(f"{blocks} blocks, more than the file has room for (an overlap bomb)", where=where)


def _blocks(content: bytes, at: int, extra: int, where: Location) -> tuple[int, tuple[int, int]]:
    """Return what a folder unpacks to, and the range of bytes that its blocks take."""
    start, count, kind = FOLDER.unpack_from(content, at)
    method = kind & 0x0F
    if method not in {STORED, MSZIP}:
        raise BundleError(f"packed by {METHODS.get(method, f'method {method}')}; only MSZIP is read; {EXPAND}", where=where)
    total, end = 0, start
    for _ in range(count):
        _, packed, unpacked = BLOCK.unpack_from(content, end)
        if unpacked > BLOCK_BYTES:
            raise UnsafeArchiveError(f"a block says that it unpacks to {unpacked} bytes; a cabinet's take {BLOCK_BYTES} at most", where=where)
        total, end = total + unpacked, end + BLOCK.size + extra + packed
    if end > len(content):
        raise BundleError("the cabinet is cut: its last block ends after the file; copy it again", where=where)
    return total, (start, end)


def _members(content: bytes, at: int, count: int) -> Iterator[Member]:
    for _ in range(count):
        size, start, folder, _, _, flags = FILE.unpack_from(content, at)
        at += FILE.size
        end = content.find(b"\0", at, at + LONGEST_NAME)
        if end < 0:
            raise struct.error
        name = content[at:end].decode("utf-8" if flags & NAME_IS_UTF8 else "ascii")
        yield Member(stored_name=name, size_bytes=size, folder=folder, start=start)
        at = end + 1


def _check_sizes(header: Header, packed: int, limits: BundleLimits, where: Location) -> None:
    total = max(sum(member.size_bytes for member in header.members), sum(header.folder_bytes))
    limit = min(limits.max_cabinet_bytes, limits.max_total_bytes)
    if total > limit:
        raise UnsafeArchiveError(f"{beyond_total(limit, str(total))}; or {EXPAND}", where=where)
    if total > limits.ratio_floor_bytes and total > limits.max_ratio * packed:
        raise UnsafeArchiveError(beyond_ratio(limits.max_ratio, "it"), where=where)


def _check_overlap(header: Header, where: Location) -> None:
    """Refuse blocks that two folders share, and entries that share bytes of a folder or lie outside of all."""
    if _overlap(header.ranges):
        raise UnsafeArchiveError("folders share bytes (an overlap bomb)", where=where)
    spans: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for one in header.members:
        if one.folder >= len(header.folder_bytes):
            raise BundleError(f"an entry belongs to no folder of this cabinet: one of a chain of cabinets; {EXPAND}", where=where)
        spans[one.folder] += [(one.start, one.start + one.size_bytes)] if one.size_bytes else []
    for folder, taken in spans.items():
        if _overlap(taken) or any(end > header.folder_bytes[folder] for _, end in taken):
            raise UnsafeArchiveError("entries share bytes (an overlap bomb) or lie outside of the data", where=where)


def _overlap(spans: Sequence[tuple[int, int]]) -> bool:
    ordered = sorted(spans)
    return any(second[0] < first[1] for first, second in pairwise(ordered))


def _unpacked(content: bytes, where: Location) -> dict[str, bytes]:
    try:
        return {name: file.buf or b"" for name, file in CabArchive(content).items()}
    except FAULTS as error:
        raise BundleError(f"the cabinet cannot be unpacked: {error or type(error).__name__}; copy it again, or {EXPAND}", where=where) from error


def _barred(name: str, member: Member, limits: BundleLimits) -> PassedOver | None:
    if member.size_bytes <= limits.file.max_file_bytes:
        return None
    message = beyond_file(limits.file.max_file_bytes, f"{member.size_bytes} bytes, ")
    return PassedOver(path=name, state=FileState.UNREADABLE, message=message)
