"""Cmdlets on paths and files, with the encodings of each edition."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from tests.collector.shell.cmd_objects import listed
from tests.collector.shell.cmdlet import Invocation, cmdlet
from tests.collector.shell.faults import AUTOMATION, DotNetError, EvaluatorError, fault
from tests.collector.shell.fileinfo import FileItem
from tests.collector.shell.net_io import decoded
from tests.collector.shell.regexes import wildcard
from tests.collector.shell.values import Array, Byte, PSObject

NOT_FOUND = AUTOMATION + "ItemNotFoundException"
PATH = "Path:string[]@0 LiteralPath:string[]=PSPath"


def place(s: Any, path: str) -> Path:
    """Return a path of the script on this machine."""
    return Path(s.cwd / path.replace("\\", "/"))


def encoding(s: Any, name: str) -> tuple[str, bytes]:
    """Return Python's name and the byte order mark of an -Encoding in the edition at hand."""
    lower = name.lower()
    if lower in ("utf8", "utf8bom", "utf8nobom"):
        has_mark = lower == "utf8bom" or (lower == "utf8" and not s.is_core)
        return "utf-8", b"\xef\xbb\xbf" if has_mark else b""
    known = {
        "unicode": ("utf-16-le", b"\xff\xfe"),
        "ascii": ("ascii", b""),
        "default": ("utf-8" if s.is_core else "cp1252", b""),
        "oem": ("cp437", b""),
    }
    if lower in known:
        return known[lower]
    raise EvaluatorError(f"-Encoding {name} is not known here", s.position)


def newline(s: Any) -> str:
    """Return the end of a line."""
    return "\n" if s.is_core else "\r\n"


def matching(call: Invocation) -> list[tuple[Path, str]]:
    """Return the paths that -Path with its wildcards or -LiteralPath mean, each with the text that asked for it."""
    s = call.s
    found = [(place(s, s.text_of(text)), s.text_of(text)) for text in listed(call["LiteralPath"])]
    for text in (s.text_of(one) for one in listed(call["Path"])):
        if not any(mark in text for mark in "*?["):
            found.append((place(s, text), text))
            continue
        where = place(s, text)
        fits = wildcard(where.name)
        found += [(item, text) for item in sorted(where.parent.iterdir()) if fits.fullmatch(item.name)] if where.parent.is_dir() else []
    return found


def missing(call: Invocation, text: str) -> None:
    """Write the error for a path that is not there."""
    call.error(f"Cannot find path '{text}' because it does not exist.", "PathNotFound", "ObjectNotFound", NOT_FOUND, text)


def check_drive(call: Invocation) -> str:
    """Return the drive of the first path, `env`, `function`, `variable`, `hklm`, ... or nothing for the file system."""
    text = call.s.text_of((listed(call["Path"]) + listed(call["LiteralPath"]) + [""])[0])
    head = text.partition(":")[0].lower() if ":" in text else ""
    return head if len(head) > 1 else ""


@cmdlet("Test-Path", PATH + " PathType:string IsValid:switch")
def test_path(call: Invocation) -> None:
    drive = check_drive(call)
    if drive:
        call.emit(drive == "env" and call.text("Path")[4:].lower() in call.s.environment)
        return
    texts = listed(call["Path"]) + listed(call["LiteralPath"])
    if any(text in (None, "") for text in texts):
        raise fault(
            "Cannot bind argument to parameter 'Path' because it is an empty string.",
            "ParameterArgumentValidationErrorEmptyStringNotAllowed,Test-Path",
            "InvalidData",
        )
    kind = call.text("PathType", "Any").lower()
    test = {"any": Path.exists, "container": Path.is_dir, "leaf": Path.is_file}[kind]
    call.emit(any(test(path) for path, _ in matching(call)))


@cmdlet("Join-Path", "Path:string@0! ChildPath:string@1! Resolve:switch")
def join_path(call: Invocation) -> None:
    child = call.text("ChildPath").replace("\\", "/").lstrip("/")
    call.emit(call.text("Path").rstrip("/\\") + "/" + child)


@cmdlet("Split-Path", "Path:string@0! Parent:switch Leaf:switch Qualifier:switch")
def split_path(call: Invocation) -> None:
    text = call.text("Path").replace("\\", "/").rstrip("/") or "/"
    head, _, leaf = text.rpartition("/")
    call.emit(leaf if call.is_on("Leaf") else head or ("/" if text.startswith("/") and leaf else ""))


@cmdlet("Resolve-Path", PATH)
def resolve_path(call: Invocation) -> None:
    for path, text in matching(call):
        if path.exists():
            call.emit(PSObject([("Path", str(path)), ("ProviderPath", str(path))], text=str(path)))
        else:
            missing(call, text)


@cmdlet("Convert-Path", PATH)
def convert_path(call: Invocation) -> None:
    call.emit_all(str(path) for path, _ in matching(call))


@cmdlet("Get-Location")
def get_location(call: Invocation) -> None:
    call.emit(PSObject([("Path", str(call.s.cwd)), ("ProviderPath", str(call.s.cwd))], text=str(call.s.cwd)))


@cmdlet("Get-Item", PATH + " Force:switch")
def get_item(call: Invocation) -> None:
    if check_drive(call):
        _drive_items(call)
        return
    for path, text in matching(call):
        if path.exists():
            call.emit(FileItem(call.s, path))
        else:
            missing(call, text)


@cmdlet("Get-ChildItem", PATH + " Filter:string@1 Include:string[] Exclude:string[] Recurse:switch Force:switch Name:switch", since=2)
def get_child_item(call: Invocation) -> None:
    if check_drive(call):
        _drive_items(call)
        return
    if not call.has("Path") and not call.has("LiteralPath"):
        call.values["path"] = Array([str(call.s.cwd)])
    for path, text in matching(call):
        if not path.exists():
            missing(call, text)
            continue
        _children(call, path, is_top=True)


def _drive_items(call: Invocation) -> None:
    s, drive = call.s, check_drive(call)
    if drive == "function":
        scope, names = s.scope, {}
        while scope is not None:
            names = {**scope.functions, **names}
            scope = scope.parent
        for block in names.values():
            body = block.code.source.partition("{")[2].rpartition("}")[0]
            call.emit(PSObject([("Name", block.name), ("Definition", body), ("ModuleName", ""), ("Module", None), ("ScriptBlock", block)]))
    elif drive == "env":
        asked = call.text("Path").partition(":")[2].lower() or "*"
        call.emit_all(PSObject([("Name", name), ("Value", value)]) for name, value in s.environment.values() if wildcard(asked).fullmatch(name))
    else:
        raise fault(
            f"Cannot find drive. A drive with the name '{drive}' does not exist.",
            "DriveNotFound",
            "ObjectNotFound",
            type_name=AUTOMATION + "DriveNotFoundException",
        )


def _children(call: Invocation, path: Path, *, is_top: bool) -> None:
    if path.is_file():
        if is_top:
            call.emit(FileItem(call.s, path))
        return
    entries = sorted(path.iterdir(), key=lambda item: item.name.lower())
    for item in entries:
        if (call.is_on("Force") or not item.name.startswith(".")) and _fits(call, item):
            call.emit(item.name if call.is_on("Name") else FileItem(call.s, item))
    if call.is_on("Recurse"):
        for item in entries:
            if item.is_dir():
                _children(call, item, is_top=False)


def _fits(call: Invocation, item: Path) -> bool:
    s = call.s
    if call.has("Filter") and not wildcard(call.text("Filter")).fullmatch(item.name):
        return False
    if call.has("Include"):
        if not call.is_on("Recurse") and not any("*" in s.text_of(text) for text in listed(call["Path"])):
            return False
        if not any(wildcard(s.text_of(one)).fullmatch(item.name) for one in listed(call["Include"])):
            return False
    return not any(wildcard(s.text_of(one)).fullmatch(item.name) for one in listed(call["Exclude"]))


@cmdlet("Get-Content", PATH + " Encoding:string TotalCount:int ReadCount:int Raw:switch Tail:int Delimiter:string")
def get_content(call: Invocation) -> None:
    s = call.s
    if call.is_on("Raw") and s.version < 3:
        raise EvaluatorError("Get-Content -Raw is not in PowerShell 2.0", s.position)
    for path, text in matching(call):
        if not path.is_file():
            missing(call, text)
            continue
        data = path.read_bytes()
        if call.text("Encoding").lower() == "byte":
            _bytes(call, data)
            continue
        name = encoding(s, call.text("Encoding", "utf8" if s.is_core else "default"))[0]
        content = decoded(data, name)
        if call.is_on("Raw"):
            call.emit(content)
            continue
        lines = content.replace("\r\n", "\n").split("\n")
        lines = lines[:-1] if lines and not lines[-1] else lines
        _chunks(call, lines[: call["TotalCount"]] if call.has("TotalCount") else lines)


def _bytes(call: Invocation, data: bytes) -> None:
    if call.s.is_core:
        message = "Cannot process argument transformation on parameter 'Encoding'. 'Byte' is not a supported encoding name."
        raise fault(message, "ParameterArgumentTransformationError,Get-Content", "InvalidData", type_name=AUTOMATION + "ParameterBindingException")
    if call.has("TotalCount"):
        data = data[: call["TotalCount"]]
    _chunks(call, [Byte(value) for value in data])


def _chunks(call: Invocation, items: list[Any]) -> None:
    size = call["ReadCount"] if call.has("ReadCount") else 1
    if size == 1:
        call.emit_all(items)
    elif size == 0:
        if items:
            call.run.emit(Array(items))
    else:
        for start in range(0, len(items), size):
            call.run.emit(Array(items[start : start + size]))


@cmdlet("Set-Content", PATH + " Value@1!< Encoding:string Force:switch NoNewline:switch", collects=True)
def set_content(call: Invocation) -> None:
    _write(call, is_adding=False)


@cmdlet("Add-Content", PATH + " Value@1!< Encoding:string Force:switch NoNewline:switch", collects=True)
def add_content(call: Invocation) -> None:
    _write(call, is_adding=True)


@cmdlet("Clear-Content", PATH)
def clear_content(call: Invocation) -> None:
    for path, _ in matching(call):
        path.write_bytes(b"")


def _write(call: Invocation, *, is_adding: bool) -> None:
    s = call.s
    values = call.input or listed(call["Value"])
    texts = [s.text_of(item) for one in values for item in listed(one)]
    name, mark = encoding(s, call.text("Encoding", "utf8" if s.is_core else "default"))
    for path, text in matching(call):
        write_text(call, path, text, texts, (name, mark), is_adding=is_adding)


def write_text(call: Invocation, path: Path, text: str, lines: list[str], kind: tuple[str, bytes], *, is_adding: bool = False) -> None:
    """Write lines to a file; a folder that is not there is an error of the cmdlet."""
    name, mark = kind
    if not path.parent.is_dir():
        call.error(
            f"Could not find a part of the path '{text}'.",
            "GetContentWriterDirectoryNotFoundError",
            "ObjectNotFound",
            "System.IO.DirectoryNotFoundException",
            text,
        )
        return
    body = "".join(line + newline(call.s) for line in lines).encode(name, errors="replace")
    is_fresh = not is_adding or not path.exists() or path.stat().st_size == 0
    try:
        with path.open("wb" if not is_adding else "ab") as stream:
            stream.write((mark if is_fresh else b"") + body)
    except PermissionError:
        call.error(
            f"Access to the path '{text}' is denied.",
            "GetContentWriterUnauthorizedAccessError",
            "PermissionDenied",
            "System.UnauthorizedAccessException",
            text,
        )


@cmdlet("Out-File", "FilePath:string@0=Path Encoding:string@1 Append:switch Force:switch Width:int InputObject<", collects=True)
def out_file(call: Invocation) -> None:
    kind = encoding(call.s, call.text("Encoding", "utf8" if call.s.is_core else "unicode"))
    lines = [call.s.text_of(item) for item in call.input]
    write_text(call, place(call.s, call.text("FilePath")), call.text("FilePath"), lines, kind, is_adding=call.is_on("Append"))


@cmdlet("New-Item", "Path:string[]@0! Name:string ItemType:string=Type Value Force:switch")
def new_item(call: Invocation) -> None:
    for text in listed(call["Path"]):
        path = place(call.s, call.s.text_of(text))
        if call.text("ItemType").lower() == "directory":
            if path.exists() and not call.is_on("Force"):
                call.error(
                    f"An item with the specified name {text} already exists.", "DirectoryExist", "ResourceExists", "System.IO.IOException", text
                )
                continue
            try:
                path.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                call.error(str(error), "CreateDirectoryUnauthorizedAccessError", "PermissionDenied", "System.UnauthorizedAccessException", text)
                continue
        else:
            write_text(call, path, str(text), [], ("utf-8", b""))
        call.emit(FileItem(call.s, path))


@cmdlet("Remove-Item", PATH + " Recurse:switch Force:switch Confirm:switch")
def remove_item(call: Invocation) -> None:
    for path, text in matching(call):
        if not path.exists():
            missing(call, text)
        elif path.is_dir():
            if any(path.iterdir()) and not call.is_on("Recurse"):
                raise EvaluatorError(f"Remove-Item asks for a confirmation: {text} is not empty", call.s.position)
            shutil.rmtree(path)
        else:
            path.unlink()


@cmdlet("Rename-Item", "Path:string@0=LiteralPath=PSPath NewName:string@1! Force:switch PassThru:switch")
def rename_item(call: Invocation) -> None:
    _move(call, place(call.s, call.text("Path")).parent / call.text("NewName"))


@cmdlet("Move-Item", PATH + " Destination:string@1! Force:switch PassThru:switch")
def move_item(call: Invocation) -> None:
    _move(call, place(call.s, call.text("Destination")))


@cmdlet("Copy-Item", PATH + " Destination:string@1! Force:switch Recurse:switch PassThru:switch")
def copy_item(call: Invocation) -> None:
    for path, _ in matching(call):
        shutil.copy(path, place(call.s, call.text("Destination")))


def _move(call: Invocation, target: Path) -> None:
    source = place(call.s, call.text("Path") or call.text("LiteralPath"))
    target = target / source.name if target.is_dir() else target
    if not source.exists():
        missing(call, str(source))
    elif target.exists() and not call.is_on("Force"):
        call.error(
            "Cannot create a file when that file already exists.", "MoveFileInfoItemIOError", "WriteError", "System.IO.IOException", str(source)
        )
    else:
        shutil.move(source, target)


__all__ = ["DotNetError", "encoding", "newline", "place", "write_text"]
