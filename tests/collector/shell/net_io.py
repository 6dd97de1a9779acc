"""System.IO: files, folders, streams and zip archives of the real file system."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.collector.shell.convert import to_integer
from tests.collector.shell.dates import DateTime
from tests.collector.shell.dotnet import Members, Static
from tests.collector.shell.faults import DotNetError, EvaluatorError
from tests.collector.shell.net_text import UTF8, Encoding
from tests.collector.shell.values import NOTHING, Array, Int64, NetObject, PSObject

ZIP_TIME = (2026, 11, 24, 12, 0, 0)
FILE_MODES = {"create": "w+b", "createnew": "x+b", "open": "r+b", "append": "ab", "openorcreate": "a+b"}


def resolve(s: Any, path: Any) -> Path:
    """Return a path of the script on this machine; a backslash separates too."""
    text = s.text_of(path)
    if not text:
        raise DotNetError("System.ArgumentException", "The path is not of a legal form.")
    return s.cwd / text.replace("\\", "/")


def guarded(path: Path, act: Callable[[], Any]) -> Any:
    """Do something with a file, with the exceptions of .NET."""
    try:
        return act()
    except (FileNotFoundError, NotADirectoryError) as error:
        kind = "System.IO.FileNotFoundException" if path.parent.is_dir() else "System.IO.DirectoryNotFoundException"
        raise DotNetError(kind, f"Could not find {'file' if path.parent.is_dir() else 'a part of the path'} '{path}'.") from error
    except (PermissionError, IsADirectoryError) as error:
        raise DotNetError("System.UnauthorizedAccessException", f"Access to the path '{path}' is denied.") from error
    except OSError as error:
        raise DotNetError("System.IO.IOException", str(error)) from error


class Stream(NetObject):
    """FileStream, MemoryStream, CryptoStream and the streams of a zip."""

    type_name = "System.IO.FileStream"

    def __init__(self, s: Any, raw: Any, type_name: str = "System.IO.FileStream", on_close: Any = None) -> None:
        self.raw = raw
        self.type_name = type_name
        self.on_close = on_close
        s.open_files.append(self)

    def close(self) -> Any:
        if not self.raw.closed:
            if self.on_close:
                self.on_close(self)
            self.raw.close()
        return NOTHING

    def read(self, buffer: Array, start: int, count: int) -> int:
        data = self.raw.read(count)
        buffer[start : start + len(data)] = list(data)
        return len(data)

    def write(self, data: Any, start: int, count: int) -> Any:
        self.raw.write(bytes(data[start : start + count]))
        return NOTHING

    def size(self) -> Int64:
        at = self.raw.tell()
        end = self.raw.seek(0, io.SEEK_END)
        self.raw.seek(at)
        return Int64(end)

    def copy_to(self, other: Stream) -> Any:
        other.raw.write(self.raw.read())
        return NOTHING

    properties = {"Length": size, "Position": lambda self: Int64(self.raw.tell()), "CanRead": lambda self: not self.raw.closed}
    methods = {
        "close": lambda _, self: self.close(),
        "dispose": lambda _, self: self.close(),
        "flush": lambda _, self: NOTHING,
        "read": lambda _, self, buffer, start, count: self.read(buffer, start, count),
        "readbyte": lambda _, self: (self.raw.read(1) or [-1])[0],
        "write": lambda _, self, data, start, count: self.write(data, start, count),
        "copyto": lambda _, self, other: self.copy_to(other),
        "toarray": lambda _, self: Array(self.raw.getvalue(), "System.Byte"),
        "seek": lambda _, self, at, origin=0: Int64(self.raw.seek(at, {"Begin": 0, "Current": 1, "End": 2}.get(str(origin), 0))),
    }
    settable = {"position": lambda self, at: self.raw.seek(at)}


class Reader(NetObject):
    """StreamReader."""

    type_name = "System.IO.StreamReader"

    def __init__(self, s: Any, data: bytes, encoding: Encoding) -> None:
        text = decoded(data, encoding.name)
        self.rest = io.StringIO(text, newline="")
        s.open_files.append(self)
        self.raw = self.rest

    def line(self) -> str | None:
        text = self.rest.readline()
        return text.rstrip("\r\n") if text else None

    def read(self, buffer: Array, start: int, count: int) -> int:
        text = self.rest.read(count)
        buffer[start : start + len(text)] = list(text)
        return len(text)

    def close(self) -> Any:
        self.rest.close()
        return NOTHING

    properties = {"EndOfStream": lambda self: self.rest.tell() == len(self.rest.getvalue())}
    methods = {
        "readline": lambda _, self: self.line(),
        "readtoend": lambda _, self: self.rest.read(),
        "read": lambda _, self, buffer, start, count: self.read(buffer, start, count),
        "close": lambda _, self: self.close(),
        "dispose": lambda _, self: self.close(),
    }


class Writer(NetObject):
    """StreamWriter."""

    type_name = "System.IO.StreamWriter"

    def __init__(self, s: Any, raw: Any, encoding: Encoding) -> None:
        self.raw = raw
        self.encoding = encoding
        self.newline = "\n" if s.is_core else "\r\n"
        s.open_files.append(self)

    def put(self, text: str) -> Any:
        if self.raw.tell() == 0:
            self.raw.write(self.encoding.mark)
        self.raw.write(text.encode(self.encoding.name))
        return NOTHING

    def close(self) -> Any:
        self.raw.close()
        return NOTHING

    methods = {
        "write": lambda s, self, text: self.put(s.text_of(text)),
        "writeline": lambda s, self, text="": self.put(s.text_of(text) + self.newline),
        "flush": lambda _, self: NOTHING,
        "close": lambda _, self: self.close(),
        "dispose": lambda _, self: self.close(),
    }


def decoded(data: bytes, fallback: str) -> str:
    """Return text by its byte order mark, else in an encoding."""
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    return data.decode(fallback, errors="replace")


class Zip(NetObject):
    """ZipArchive in the mode Create or Read."""

    type_name = "System.IO.Compression.ZipArchive"

    def __init__(self, s: Any, stream: Stream, mode: Any = "Read", *_: Any) -> None:
        self.session = s
        self.stream = stream
        self.is_new = s.text_of(mode) in ("Create", "1")
        self.archive = zipfile.ZipFile(stream.raw, "w" if self.is_new else "r", zipfile.ZIP_DEFLATED)

    def entry(self, name: str, _level: Any = None) -> ZipEntry:
        return ZipEntry(self, zipfile.ZipInfo(name, ZIP_TIME))

    def close(self) -> Any:
        self.archive.close()
        return self.stream.close()

    properties = {"Entries": lambda self: Array(ZipEntry(self, info) for info in self.archive.infolist())}
    methods = {"createentry": lambda s, self, name, level=None: self.entry(s.text_of(name), level), "dispose": lambda _, self: self.close()}


class ZipEntry(NetObject):
    """One entry of a zip."""

    type_name = "System.IO.Compression.ZipArchiveEntry"

    def __init__(self, owner: Zip, info: zipfile.ZipInfo) -> None:
        self.owner = owner
        self.info = info

    def open(self) -> Stream:
        s = self.owner.session
        if not self.owner.is_new:
            return Stream(s, io.BytesIO(self.owner.archive.read(self.info)), "System.IO.Compression.DeflateStream")
        self.info.compress_type = zipfile.ZIP_DEFLATED
        return Stream(s, io.BytesIO(), "System.IO.Compression.DeflateStream", lambda one: self.owner.archive.writestr(self.info, one.raw.getvalue()))

    properties = {
        "FullName": lambda self: self.info.filename,
        "Name": lambda self: self.info.filename.rsplit("/", 1)[-1],
        "Length": lambda self: self.info.file_size,
    }
    methods = {"open": lambda _, self: self.open()}
    settable = {"lastwritetime": lambda self, _: None}


def _open(s: Any, path: Any, mode: Any = "Open", *_: Any) -> Stream:
    name = s.text_of(mode).lower()
    where = resolve(s, path)
    is_reading = name == "open" and "Read" in [s.text_of(word) for word in _[:1]]
    return Stream(s, guarded(where, lambda: where.open("rb" if is_reading else FILE_MODES[name])))


def _write_text(s: Any, path: Any, text: Any, encoding: Encoding | None = None) -> Any:
    where = resolve(s, path)
    kind = encoding or Encoding("utf-8")
    guarded(where, lambda: where.write_bytes(kind.mark + s.text_of(text).encode(kind.name)))
    return NOTHING


def _append_text(s: Any, path: Any, text: Any, encoding: Encoding | None = None) -> Any:
    where = resolve(s, path)
    kind = encoding or Encoding("utf-8")
    start = b"" if where.exists() else kind.mark

    def act() -> None:
        with where.open("ab") as stream:
            stream.write(start + s.text_of(text).encode(kind.name))

    guarded(where, act)
    return NOTHING


def _read(s: Any, path: Any) -> bytes:
    where = resolve(s, path)
    return bytes(guarded(where, where.read_bytes))


def _write_bytes(s: Any, path: Any, data: Any) -> Any:
    where = resolve(s, path)
    guarded(where, lambda: where.write_bytes(bytes(data)))
    return NOTHING


def _new_reader(s: Any, source: Any, encoding: Any = None, *_: Any) -> Reader:
    data = source.raw.read() if isinstance(source, Stream) else _read(s, source)
    return Reader(s, data, encoding if isinstance(encoding, Encoding) else UTF8)


def _new_writer(s: Any, target: Any, *more: Any) -> Writer:
    encoding = next((one for one in more if isinstance(one, Encoding)), Encoding("utf-8"))
    if isinstance(target, Stream):
        return Writer(s, target.raw, encoding)
    where = resolve(s, target)
    mode = "ab" if more and more[0] is True else "wb"
    return Writer(s, guarded(where, lambda: where.open(mode)), encoding)


def _delete(s: Any, path: Any) -> Any:
    where = resolve(s, path)
    if where.is_file():
        guarded(where, where.unlink)
    return NOTHING


def _path_part(get: Callable[[Path], str]) -> Any:
    return lambda s, path: get(Path(s.text_of(path).replace("\\", "/")))


def _join(s: Any, *parts: Any) -> str:
    return str(Path(*(s.text_of(part).replace("\\", "/") for part in parts)))


def _drive(s: Any, name: Any) -> PSObject:
    free = Int64(500 * 2**30)
    return PSObject([("Name", s.text_of(name)), ("AvailableFreeSpace", free), ("TotalFreeSpace", free), ("IsReady", True), ("DriveFormat", "NTFS")])


def _info(s: Any, path: Any) -> Any:
    from tests.collector.shell.fileinfo import FileItem

    return FileItem(s, resolve(s, path))


def _listed(test: Callable[[Path], bool]) -> Any:
    return lambda s, path: Array((str(item) for item in sorted(resolve(s, path).iterdir()) if test(item)), "System.String")


def _make(s: Any, path: Any) -> Any:
    resolve(s, path).mkdir(parents=True, exist_ok=True)
    return _info(s, path)


def _names(full: str, *names: str) -> Static:
    return Static(properties={name: (lambda _, n=name: n) for name in names})


STATICS = {
    "System.IO.File": Static(
        methods={
            "Exists": lambda s, path: bool(s.text_of(path)) and resolve(s, path).is_file(),
            "ReadAllText": lambda s, path, encoding=UTF8: decoded(_read(s, path), encoding.name),
            "ReadAllBytes": lambda s, path: Array(_read(s, path), "System.Byte"),
            "ReadAllLines": lambda s, path, encoding=UTF8: Array(decoded(_read(s, path), encoding.name).splitlines(), "System.String"),
            "WriteAllText": _write_text,
            "AppendAllText": _append_text,
            "WriteAllBytes": _write_bytes,
            "OpenRead": lambda s, path: _open(s, path, "Open", "Read"),
            "Create": lambda s, path: _open(s, path, "Create"),
            "OpenWrite": lambda s, path: _open(s, path, "OpenOrCreate"),
            "Open": _open,
            "Delete": _delete,
            "GetLastWriteTimeUtc": lambda s, path: DateTime(0, "Utc", s.utc_offset).plus(
                (resolve(s, path).stat().st_mtime + 62135596800) * 10_000_000
            ),
        }
    ),
    "System.IO.Directory": Static(
        methods={
            "Exists": lambda s, path: bool(s.text_of(path)) and resolve(s, path).is_dir(),
            "CreateDirectory": _make,
            "GetFiles": _listed(Path.is_file),
            "GetDirectories": _listed(Path.is_dir),
            "GetCurrentDirectory": lambda s: str(s.cwd),
        }
    ),
    "System.IO.Path": Static(
        properties={"DirectorySeparatorChar": lambda _: "/", "PathSeparator": lambda _: ":"},
        methods={
            "GetFileName": _path_part(lambda path: path.name),
            "GetFileNameWithoutExtension": _path_part(lambda path: path.stem),
            "GetExtension": _path_part(lambda path: path.suffix),
            "GetDirectoryName": _path_part(lambda path: str(path.parent)),
            "GetFullPath": lambda s, path: str(resolve(s, path)),
            "GetPathRoot": lambda s, path: "/" if s.text_of(path).startswith("/") else "",
            "Combine": _join,
            "IsPathRooted": lambda s, path: s.text_of(path).startswith(("/", "\\")) or s.text_of(path)[1:2] == ":",
            "GetTempPath": lambda s: str(s.cwd),
            "GetRandomFileName": lambda s: f"{s.random.getrandbits(40):010x}.tmp",
        },
    ),
    "System.IO.MemoryStream": Static(new=lambda s, data=b"", *_: Stream(s, io.BytesIO(bytes(data)), "System.IO.MemoryStream")),
    "System.IO.FileStream": Static(new=_open),
    "System.IO.StreamReader": Static(new=_new_reader),
    "System.IO.StreamWriter": Static(new=_new_writer),
    "System.IO.DriveInfo": Static(new=_drive),
    "System.IO.FileInfo": Static(new=_info),
    "System.IO.DirectoryInfo": Static(new=_info),
    "System.IO.FileMode": _names("FileMode", "Open", "Create", "CreateNew", "Append", "OpenOrCreate"),
    "System.IO.FileAccess": _names("FileAccess", "Read", "Write", "ReadWrite"),
    "System.IO.FileShare": _names("FileShare", "Read", "None", "ReadWrite"),
    "System.IO.Compression.ZipArchiveMode": _names("ZipArchiveMode", "Create", "Read"),
    "System.IO.Compression.CompressionLevel": _names("CompressionLevel", "Optimal", "Fastest"),
}
ZIP = {"System.IO.Compression.ZipArchive": Static(new=Zip)}
MEMBERS: dict[type, Members] = {}
CASTS: dict[str, Any] = {}
__all__ = ["CASTS", "MEMBERS", "STATICS", "ZIP", "EvaluatorError", "decoded", "guarded", "resolve", "to_integer"]
