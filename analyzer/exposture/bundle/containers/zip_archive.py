"""A zip: judged as a whole before a byte is unpacked, then read entry by entry into bounded memory.

What is refused, and how much of it:

- The whole archive (UnsafeArchiveError), because it is built to trick a reader: more entries or more unpacked
  bytes than the limit, a ratio beyond the limit, entries that share bytes (Python before 3.13 reads them:
  CVE-2024-0450), names that leave the archive or hide (absolute, drive, `..`, NUL and other control characters),
  two names that are one when case or Unicode form is ignored (which of them holds?), two ends, another number of
  entries than the end says.
- One entry (listed as unreadable), because the rest is whole: encrypted, packed by another method than
  store and deflate, larger than one file may be, a header of its own that contradicts the list, a folder that has
  data, a checksum or a size that does not fit (said when it is read).
- One entry (passed over): a link or a device.

Bytes that belong to no entry (in front of, between or behind them) are said, not read. A backslash is read as the
separator, as Compress-Archive of Windows PowerShell writes it; the result is then judged like any other name.
"""

from __future__ import annotations

import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from copy import copy
from pathlib import Path
from typing import BinaryIO

from exposture.bundle.container import Again, Container, Entry, PassedOver
from exposture.bundle.entry_names import by_safe_name
from exposture.bundle.entry_stream import EntryStream, buffered, reason
from exposture.bundle.limits import BundleLimits, beyond_file, beyond_ratio, beyond_total
from exposture.bundle.signatures import Kind, kind_at
from exposture.bundle.zip_headers import Own, own_header, read_end, unclaimed
from exposture.errors import BundleError, Location, UnsafeArchiveError
from exposture.model.coverage import FileState

METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
# Encrypted, patched data, strongly encrypted, an encrypted list.
LOCKED = 0x0001 | 0x0020 | 0x0040 | 0x2000
# What zipfile and zlib raise for an entry that is not what its headers say (ValueError: a name that is no UTF-8, a place below zero).
ENTRY_FAULTS = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, struct.error, ValueError, OverflowError)


def claims(path: Path) -> bool:
    """Return whether the path is a file that begins as a zip does."""
    return kind_at(path) is Kind.ZIP


@contextmanager
def opened(path: Path, limits: BundleLimits) -> Iterator[Container]:
    """Judge a zip and offer its entries.

    Raises:
        BundleError: it is cut or no zip.
        UnsafeArchiveError: see the head of this module.
    """
    where = Location(path=str(path))
    with path.open("rb") as file:
        end = read_end(file, limits, where)
        try:
            archive = zipfile.ZipFile(file)
        except ENTRY_FAULTS as error:
            raise BundleError(f"the zip cannot be read: {reason(error)}", where=where) from error
        with archive:
            if archive.start_dir != end.list_start:
                raise UnsafeArchiveError("the list of entries is not where the end says", where=where)
            infos = archive.infolist()
            names = by_safe_name(((info.orig_filename, info) for info in infos if not _is_folder(info)), where)
            _check_sizes(infos, limits, where)
            owns = {id(info): own_header(file, info, end.list_start, where) for info in infos}
            lines = _barred(names, owns, limits)
            if count := unclaimed(list(owns.values()), end, where):
                lines[""] = PassedOver(path=path.name, state=FileState.PASSED_OVER, message=f"{count} bytes belong to no entry; they are not read")
            yield _container(path, archive, names, lines)


def _is_folder(info: zipfile.ZipInfo) -> bool:
    """Return whether an entry stands for a folder; older .NET ends its name with a backslash."""
    return info.orig_filename.endswith(("/", "\\")) and not info.file_size and not info.compress_size


def _check_sizes(files: list[zipfile.ZipInfo], limits: BundleLimits, where: Location) -> None:
    total = sum(info.file_size for info in files)
    if total > limits.max_total_bytes:
        raise UnsafeArchiveError(beyond_total(limits.max_total_bytes, str(total)), where=where)
    for info in files:
        if info.file_size > limits.ratio_floor_bytes and info.file_size > limits.max_ratio * max(info.compress_size, 1):
            raise UnsafeArchiveError(beyond_ratio(limits.max_ratio, repr(info.orig_filename[:80])), where=where)


def _container(path: Path, archive: zipfile.ZipFile, names: dict[str, zipfile.ZipInfo], lines: dict[str, PassedOver]) -> Container:
    return Container(
        name=path.name,
        entries=tuple(Entry(path=name, size_bytes=names[name].file_size) for name in sorted(names) if name not in lines),
        passed_over=tuple(lines[name] for name in sorted(lines)),
        open=lambda entry: _stream(archive, names[entry], entry),
        again=Again(path=path.resolve()),
    )


def _barred(names: dict[str, zipfile.ZipInfo], owns: dict[int, Own], limits: BundleLimits) -> dict[str, PassedOver]:
    found: dict[str, PassedOver] = {}
    for path, info in names.items():
        state, message = _bar(info, owns[id(info)], limits)
        if message:
            found[path] = PassedOver(path=path, state=state, message=message)
    return found


def _bar(info: zipfile.ZipInfo, own: Own, limits: BundleLimits) -> tuple[FileState, str]:
    """Return why an entry is not read, "" where it is."""
    if stat.S_IFMT(info.external_attr >> 16) not in {0, stat.S_IFREG}:
        return FileState.PASSED_OVER, "a link or device in the archive is not followed"
    message = own.difference
    if info.flag_bits & LOCKED:
        message = "encrypted; unpack the zip with its password and give the folder"
    elif info.compress_type not in METHODS:
        message = f"packed by method {info.compress_type}; only store and deflate are read"
    elif info.orig_filename.endswith(("/", "\\")):
        message = "a folder that has data"
    elif info.file_size > limits.file.max_file_bytes:
        message = beyond_file(limits.file.max_file_bytes, f"{info.file_size} bytes, ")
    return FileState.UNREADABLE, message


@contextmanager
def _stream(archive: zipfile.ZipFile, info: zipfile.ZipInfo, shown: str) -> Iterator[BinaryIO]:
    """Unpack one entry while it is read. zipfile is told one byte more than the header says, or it would cut longer data without a word."""
    asked = copy(info)
    asked.file_size += 1
    with ExitStack() as stack:
        try:
            file = stack.enter_context(archive.open(asked))
        except ENTRY_FAULTS as error:
            raise BundleError(f"the entry cannot be read: {reason(error)}", where=Location(path=shown)) from error
        yield buffered(EntryStream(file, shown, at_most=info.file_size, declared=info.file_size, faults=ENTRY_FAULTS))
