"""Names of entries in an archive: what would hide, leave the archive or fall together is refused, whatever the archive's kind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import TypeVar

from exposture.errors import Location, UnsafeArchiveError

MAX_NAME = 1024
HIDDEN = re.compile(r"[\x00-\x1f\x7f]")
DRIVE = re.compile(r"^[A-Za-z]:")
DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])\s*(?:\..*)?", re.IGNORECASE)
Info = TypeVar("Info")


def by_safe_name(named: Iterable[tuple[str, Info]], where: Location) -> dict[str, Info]:
    """Return what the archive says of its entries by their safe path.

    Raises:
        UnsafeArchiveError: a name hides or leaves the archive, or two are one where case, Unicode form, or dots and spaces at
            the end of a part do not count, as on Windows.
    """
    names: dict[str, Info] = {}
    seen: dict[str, str] = {}
    for name, info in named:
        path = safe_name(name, where)
        folded = _folded(path)
        if folded in seen:
            raise UnsafeArchiveError(f"two entries of one name: {seen[folded]!r} and {path!r}; which of them holds is unknown", where=where)
        seen[folded] = path
        names[path] = info
    return names


def _climbs(part: str) -> bool:
    """Return whether a part is `..`, or what Windows takes for it."""
    return part not in {"", "."} and not part.rstrip(". ")


def _folded(path: str) -> str:
    plain = unicodedata.normalize("NFC", unicodedata.normalize("NFC", path).casefold())
    return "/".join(part.rstrip(". ") for part in plain.split("/"))


def safe_name(name: str, where: Location) -> str:
    """Return an entry's path with `/`.

    Raises:
        UnsafeArchiveError: the name is absolute, names a drive or a device, climbs with `..`, holds control characters or is too long.
    """
    path = name.replace("\\", "/")
    parts = path.split("/")
    if HIDDEN.search(path) or len(path) > MAX_NAME:
        raise UnsafeArchiveError(f"an entry's name holds control characters or is too long: {path[:80]!r}", where=where)
    if not parts[0] or DRIVE.match(path) or any(_climbs(part) or DEVICE.fullmatch(part) for part in parts):
        raise UnsafeArchiveError(f"an entry's name leaves the archive: {path[:80]!r}", where=where)
    if not (kept := "/".join(part for part in parts if part not in {"", "."})):
        raise UnsafeArchiveError("an entry has no name", where=where)
    return kept
