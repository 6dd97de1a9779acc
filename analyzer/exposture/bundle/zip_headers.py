"""What a zip says of itself, in three places that can contradict each other: its end, its list of entries, and each entry's own header.

`zipfile` believes the list. Here the end is read first, so that a list of any length is counted before an object is made for
each entry, and each entry's own header is compared with its line of the list.

Source: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7 to 4.3.16.
"""

from __future__ import annotations

import struct
import zipfile
from dataclasses import dataclass
from typing import BinaryIO

from exposture.bundle.entry_names import MAX_NAME
from exposture.bundle.limits import BundleLimits, Option, beyond_entries
from exposture.errors import BundleError, Location, UnsafeArchiveError

END = struct.Struct("<4s4H2LH")
END64 = struct.Struct("<4sQ2H2L4Q")
LOCATOR64 = struct.Struct("<4sLQL")
CENTRAL_HEADER = struct.Struct("<4s6H3L5H2L")
LOCAL_HEADER = struct.Struct("<4s5H3L2H")
LONGEST_TAIL = END.size + 0xFFFF + LOCATOR64.size + END64.size
IS_ENCRYPTED, HAS_DESCRIPTOR = 0x0001, 0x0008
# With or without its signature, with sizes of 32 or 64 bits.
DESCRIPTOR_BYTES = frozenset({12, 16, 20, 24})
IN_ZIP64 = 0xFFFFFFFF


@dataclass(frozen=True, slots=True, kw_only=True)
class End:
    """Where the list of entries lies, and how many bytes follow the end of the archive."""

    list_start: int
    list_end: int
    behind: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Own:
    """An entry's own header: the bytes that it takes with its data, and how it differs from the list ("" where it does not)."""

    start: int
    end: int
    has_descriptor: bool
    difference: str


def read_end(file: BinaryIO, limits: BundleLimits, where: Location) -> End:
    """Return where the list of entries is; its entries are counted and not kept.

    Raises:
        BundleError: the zip has no end, or its list lies outside of it: it is cut.
        UnsafeArchiveError: more entries than the limit, another number than the end says, or two ends.
    """
    size = file.seek(0, 2)
    file.seek(max(0, size - LONGEST_TAIL))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < END.size:
        raise BundleError("the zip has no end: it is cut; copy it again", where=where)
    _check_only_end(tail, at, where)
    *_, count, list_bytes, _, comment = END.unpack_from(tail, at)
    behind = len(tail) - at - END.size - comment
    if (at64 := _zip64(tail, at)) is not None:
        *_, count, list_bytes, _ = END64.unpack_from(tail, at64)
        at = at64
    list_end = size - len(tail) + at
    if list_bytes > limits.max_entries * (CENTRAL_HEADER.size + MAX_NAME):
        message = f"the list of entries takes {list_bytes} bytes, more than {limits.max_entries} entries need; {Option.ENTRIES} raises the limit"
        raise UnsafeArchiveError(message, where=where)
    if list_bytes > list_end:
        raise BundleError("the list of entries begins before the file: it is cut; copy it again", where=where)
    file.seek(list_end - list_bytes)
    _check_count(_count(file.read(list_bytes)), count, limits, where)
    return End(list_start=list_end - list_bytes, list_end=list_end, behind=max(behind, 0))


def _check_only_end(tail: bytes, at: int, where: Location) -> None:
    """Refuse a comment that holds another end: which of the two holds depends on who reads."""
    earlier = -1
    while (earlier := tail.find(b"PK\x05\x06", earlier + 1)) < at:
        fits = len(tail) - earlier >= END.size and earlier + END.size + END.unpack_from(tail, earlier)[7] == len(tail)
        if fits:
            raise UnsafeArchiveError("the zip has two ends, one in the comment of the other; which of them holds is unknown", where=where)


def _zip64(tail: bytes, at: int) -> int | None:
    """Return where the end of 64 bits begins, if there is one in front of the other."""
    place = at - LOCATOR64.size - END64.size
    found = place >= 0 and tail[place:].startswith(b"PK\x06\x06") and tail[place + END64.size :].startswith(b"PK\x06\x07")
    return place if found else None


def _count(listing: bytes) -> int:
    at, count = 0, 0
    while at + CENTRAL_HEADER.size <= len(listing) and listing[at : at + 4] == b"PK\x01\x02":
        fields = CENTRAL_HEADER.unpack_from(listing, at)
        at, count = at + CENTRAL_HEADER.size + sum(fields[10:13]), count + 1
    return count


def _check_count(found: int, said: int, limits: BundleLimits, where: Location) -> None:
    if found > limits.max_entries:
        raise UnsafeArchiveError(beyond_entries(limits.max_entries, str(found)), where=where)
    if (found - said) % 0x10000:
        raise UnsafeArchiveError(f"the list holds {found} entries, the end says {said}; which of them hold is unknown", where=where)


def own_header(file: BinaryIO, info: zipfile.ZipInfo, list_start: int, where: Location) -> Own:
    """Return what an entry's own header says.

    Raises:
        UnsafeArchiveError: there is none where the list says.
    """
    start = info.header_offset
    header = b""
    if 0 <= start <= list_start - LOCAL_HEADER.size:
        file.seek(start)
        header = file.read(LOCAL_HEADER.size)
    if len(header) < LOCAL_HEADER.size or not header.startswith(b"PK\x03\x04"):
        raise UnsafeArchiveError(f"{info.orig_filename[:80]!r} has no header where the list says", where=where)
    _, _, flags, method, _, _, checksum, packed, unpacked, name_bytes, extra_bytes = LOCAL_HEADER.unpack(header)
    name = file.read(name_bytes).decode("utf-8" if flags & 0x800 else "cp437", "replace")
    return Own(
        start=start,
        end=start + LOCAL_HEADER.size + name_bytes + extra_bytes + info.compress_size,
        has_descriptor=bool(flags & HAS_DESCRIPTOR),
        difference=_difference(info, name, flags, method, (checksum, packed, unpacked)),
    )


def _difference(info: zipfile.ZipInfo, name: str, flags: int, method: int, numbers: tuple[int, int, int]) -> str:
    pairs: list[tuple[str, object, object]] = [
        ("name", info.orig_filename[:80], name[:80]),
        ("method", info.compress_type, method),
        ("encryption", info.flag_bits & IS_ENCRYPTED, flags & IS_ENCRYPTED),
    ]
    if not flags & HAS_DESCRIPTOR:
        pairs += [
            ("checksum", info.CRC, numbers[0]),
            *(
                (word, said, own)
                for word, said, own in zip(("packed size", "size"), (info.compress_size, info.file_size), numbers[1:], strict=True)
                if own != IN_ZIP64
            ),
        ]
    return next((f"the list says the {word} {said!r}, the entry's own header {own!r}" for word, said, own in pairs if said != own), "")


def unclaimed(owns: list[Own], end: End, where: Location) -> int:
    """Return how many bytes belong to no entry, before, between or behind them.

    Raises:
        UnsafeArchiveError: two entries share bytes.
    """
    ordered = sorted(owns, key=lambda own: (own.start, own.end))
    starts = [*(own.start for own in ordered), end.list_start]
    gaps = [start - own.end for own, start in zip(ordered, starts[1:], strict=True)]
    if any(gap < 0 or (own.has_descriptor and 0 < gap < min(DESCRIPTOR_BYTES)) for own, gap in zip(ordered, gaps, strict=True)):
        raise UnsafeArchiveError("entries share bytes (an overlap bomb)", where=where)
    free = [gap for own, gap in zip(ordered, gaps, strict=True) if not (own.has_descriptor and gap in DESCRIPTOR_BYTES)]
    return starts[0] + sum(free) + end.behind
