"""FileInfo and DirectoryInfo."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.collector.shell.dates import DateTime
from tests.collector.shell.values import EnumValue, Hashtable, Int64, NetObject

UNIX = 621355968000000000


class FileItem(NetObject):
    """A file or a folder as Get-Item gives it."""

    def __init__(self, s: Any, path: Path) -> None:
        self.session = s
        self.path = path
        self.type_name = "System.IO.DirectoryInfo" if path.is_dir() else "System.IO.FileInfo"
        self.added = Hashtable()

    def lineage(self) -> list[str]:
        return [self.type_name, "System.IO.FileSystemInfo", "System.Object"]

    def text(self) -> str:
        """Return the full path: Windows PowerShell gives the name alone for what Get-ChildItem lists without a wildcard."""
        return str(self.path) if self.session.is_core else self.path.name

    def time(self) -> DateTime:
        ticks = UNIX + int(self.path.stat().st_mtime_ns // 100)
        return DateTime(ticks, "Utc", self.session.utc_offset)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FileItem) and other.path == self.path

    def __hash__(self) -> int:
        return hash(self.path)

    properties = {
        "Name": lambda self: self.path.name,
        "FullName": lambda self: str(self.path),
        "BaseName": lambda self: self.path.name if self.path.is_dir() else self.path.stem,
        "Extension": lambda self: self.path.suffix,
        "Length": lambda self: Int64(self.path.stat().st_size) if not self.path.is_dir() else 1,
        "Exists": lambda self: self.path.exists(),
        "PSIsContainer": lambda self: self.path.is_dir(),
        "DirectoryName": lambda self: str(self.path.parent),
        "Directory": lambda self: FileItem(self.session, self.path.parent),
        "Parent": lambda self: FileItem(self.session, self.path.parent),
        "LastWriteTime": lambda self: self.time().to_local(),
        "LastWriteTimeUtc": lambda self: self.time(),
        "CreationTime": lambda self: self.time().to_local(),
        "CreationTimeUtc": lambda self: self.time(),
        "Attributes": lambda self: EnumValue("System.IO.FileAttributes", "Directory" if self.path.is_dir() else "Archive"),
        "VersionInfo": lambda _: None,
        "PSPath": lambda self: str(self.path),
    }
    methods = {"tostring": lambda _, self: self.text()}
