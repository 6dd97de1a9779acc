"""A zip: judged as a whole before a byte is unpacked, then read entry by entry into bounded memory.

What is refused, and how much of it:

- The whole archive (UnsafeArchiveError), because it is built to trick a reader: more entries or more unpacked
  bytes than the limit, a ratio beyond the limit, entries that share bytes (Python before 3.13 reads them:
  CVE-2024-0450), names that leave the archive or hide (absolute, drive, `..`, NUL and other control characters),
  two names that are one when case or Unicode form is ignored (which of them holds?).
- One entry (listed as unreadable), because the rest is whole: encrypted, packed by another method than
  store and deflate, larger than one file may be, a checksum or a header that does not fit.
- One entry (passed over): a link or a device.

A backslash is read as the separator, as Compress-Archive of Windows PowerShell writes it; the result is then
judged like any other name.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from exposture.bundle.container import Container, Entry, PassedOver
from exposture.bundle.entry_names import MAX_NAME, by_safe_name
from exposture.bundle.limits import BundleLimits
from exposture.errors import BundleError, Location, UnsafeArchiveError
from exposture.model.coverage import FileState

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
CHUNK = 1024 * 1024
END = struct.Struct("<4s4H2LH")
END64 = struct.Struct("<4sQ2H2L4Q")
LOCATOR64_BYTES = 20
LONGEST_TAIL = END.size + 0xFFFF + LOCATOR64_BYTES + END64.size
CENTRAL_HEADER = struct.Struct("<4s6H3L5H2L")
LOCAL_HEADER = struct.Struct("<4s5H3L2H")
# What zipfile and zlib raise for an entry that is not what its headers say.
ENTRY_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, struct.error)


def claims(path: Path) -> bool:
    """Return whether the path is a file that begins as a zip does."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(4) in MAGIC
    except OSError as error:
        raise BundleError(f"cannot be read: {error.strerror}", where=Location(path=str(path))) from error


@contextmanager
def opened(path: Path, limits: BundleLimits) -> Iterator[Container]:
    """Judge a zip and offer its entries.

    Raises:
        BundleError: it is cut or no zip.
        UnsafeArchiveError: see the head of this module.
    """
    where = Location(path=str(path))
    with path.open("rb") as file:
        _check_list(file, limits, where)
        try:
            archive = zipfile.ZipFile(file)
        except (*ENTRY_FAULTS, UnicodeDecodeError) as error:
            raise BundleError(f"the zip cannot be read: {error}", where=where) from error
        with archive:
            files = [info for info in archive.infolist() if not info.is_dir()]
            names = by_safe_name(((info.orig_filename, info) for info in files), where)
            _check_sizes(files, limits, where)
            _check_overlap(file, archive, where)
            yield _container(path.name, archive, names, limits)


def _check_list(file: BinaryIO, limits: BundleLimits, where: Location) -> None:
    """Count the entries without keeping them: zipfile would build an object for each, whatever their number."""
    size = file.seek(0, 2)
    file.seek(max(0, size - LONGEST_TAIL))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < END.size:
        raise BundleError("the zip has no end: it is cut; copy it again", where=where)
    list_bytes = END.unpack_from(tail, at)[5]
    before = at - LOCATOR64_BYTES - END64.size
    if before >= 0 and tail[before : before + 4] == b"PK\x06\x06":
        list_bytes, at = END64.unpack_from(tail, before)[8], before
    start = size - len(tail) + at - list_bytes
    if list_bytes > limits.max_entries * (CENTRAL_HEADER.size + MAX_NAME):
        raise UnsafeArchiveError(f"the list of entries takes {list_bytes} bytes, more than {limits.max_entries} entries need", where=where)
    if start < 0:
        raise BundleError("the list of entries begins before the file: it is cut; copy it again", where=where)
    file.seek(start)
    if (count := _count(file.read(list_bytes))) > limits.max_entries:
        raise UnsafeArchiveError(f"{count} entries, more than the limit of {limits.max_entries}", where=where)


def _count(listing: bytes) -> int:
    at, count = 0, 0
    while at + CENTRAL_HEADER.size <= len(listing) and listing[at : at + 4] == b"PK\x01\x02":
        fields = CENTRAL_HEADER.unpack_from(listing, at)
        at, count = at + CENTRAL_HEADER.size + sum(fields[10:13]), count + 1
    return count


def _check_sizes(files: list[zipfile.ZipInfo], limits: BundleLimits, where: Location) -> None:
    total = sum(info.file_size for info in files)
    if total > limits.max_total_bytes:
        raise UnsafeArchiveError(f"{total} bytes when unpacked, more than the limit of {limits.max_total_bytes}", where=where)
    for info in files:
        if info.file_size > limits.ratio_floor_bytes and info.file_size > limits.max_ratio * max(info.compress_size, 1):
            raise UnsafeArchiveError(f"{info.orig_filename!r} grows more than {limits.max_ratio} times when unpacked", where=where)


def _check_overlap(file: BinaryIO, archive: zipfile.ZipFile, where: Location) -> None:
    """Refuse entries that share bytes: each local header with its data is one range, and no two may touch."""
    ranges = sorted(_range(file, info, where) for info in archive.infolist())
    ends = [0, *(end for _, end in ranges)]
    starts = [*(start for start, _ in ranges), archive.start_dir]
    if any(start < end for start, end in zip(starts, ends, strict=True)):
        raise UnsafeArchiveError("entries share bytes (an overlap bomb)", where=where)


def _range(file: BinaryIO, info: zipfile.ZipInfo, where: Location) -> tuple[int, int]:
    try:
        file.seek(info.header_offset)  # zipfile takes an offset below zero or past every file from the list
    except (OSError, OverflowError) as error:
        raise UnsafeArchiveError(f"{info.orig_filename!r} has no header where the list says", where=where) from error
    header = file.read(LOCAL_HEADER.size)
    if len(header) < LOCAL_HEADER.size or header[:4] != MAGIC[0]:
        raise UnsafeArchiveError(f"{info.orig_filename!r} has no header where the list says", where=where)
    fields = LOCAL_HEADER.unpack(header)
    return info.header_offset, info.header_offset + LOCAL_HEADER.size + fields[9] + fields[10] + info.compress_size


def _container(name: str, archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo], limits: BundleLimits) -> Container:
    barred = {path: line for path, info in names.items() if (line := _barred(path, info, limits)) is not None}
    return Container(
        name=name,
        entries=tuple(Entry(path=path, size_bytes=names[path].file_size) for path in sorted(names) if path not in barred),
        passed_over=tuple(barred[path] for path in sorted(barred)),
        read=lambda path: _read(archive, names[path], path),
    )


def _barred(path: str, info: zipfile.ZipInfo, limits: BundleLimits) -> PassedOver | None:
    mode = info.external_attr >> 16
    if stat.S_IFMT(mode) not in {0, stat.S_IFREG}:
        return PassedOver(path=path, state=FileState.PASSED_OVER, message="a link or device in the archive is not followed")
    if info.flag_bits & 1:
        return PassedOver(path=path, state=FileState.UNREADABLE, message="encrypted; unpack the zip with its password and give the folder")
    if info.compress_type not in METHODS:
        return PassedOver(path=path, state=FileState.UNREADABLE, message=f"packed by method {info.compress_type}; only store and deflate are read")
    if info.file_size > limits.file.max_file_bytes:
        message = f"{info.file_size} bytes, larger than the limit of {limits.file.max_file_bytes}; the limit can be raised"
        return PassedOver(path=path, state=FileState.UNREADABLE, message=message)
    return None


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo, shown: str) -> bytes:
    """Unpack one entry, counting: zipfile never returns more than the declared size, which was checked."""
    unpacked = io.BytesIO()  # gives its buffer away without a second copy
    try:
        with archive.open(info) as file:
            while chunk := file.read(CHUNK):
                unpacked.write(chunk)
    except ENTRY_FAULTS as error:
        raise BundleError(f"the entry cannot be unpacked: {error}", where=Location(path=shown)) from error
    content = unpacked.getvalue()
    if len(content) != info.file_size:
        raise BundleError(f"the entry unpacks to {len(content)} bytes, its header says {info.file_size}", where=Location(path=shown))
    return content
