"""Hostile folders: links, pipes, devices, files that cannot be read, names that try something."""

from __future__ import annotations

import os
import socket
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.hostile.case import both

Change = Callable[[Path, Path], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trap:
    """What is laid into a folder of healthy exports (`change` gets the folder and the canary), and what is said of which path."""

    name: str
    change: Change
    path: str
    state: str
    says: str = ""


def link_to_canary(folder: Path, canary: Path) -> None:
    (folder / "Get-AcceptedDomain.xml").symlink_to(canary)


def link_to_folder_of_canary(folder: Path, canary: Path) -> None:
    (folder / "more").symlink_to(canary.parent)


def link_to_itself(folder: Path, _canary: Path) -> None:
    (folder / "loop").symlink_to(folder)


def link_to_nothing(folder: Path, _canary: Path) -> None:
    (folder / "gone.xml").symlink_to(folder / "nowhere")


def link_to_a_sibling(folder: Path, _canary: Path) -> None:
    (folder / "Get-AcceptedDomain.xml").symlink_to("ReceiveConnectors.xml")


def pipe(folder: Path, _canary: Path) -> None:
    os.mkfifo(folder / "Get-AcceptedDomain.xml")


def unix_socket(folder: Path, _canary: Path) -> None:
    server = socket.socket(socket.AF_UNIX)
    before = Path.cwd()
    os.chdir(folder)  # the name of a socket is short
    server.bind("s.xml")
    os.chdir(before)
    server.close()


def device(folder: Path, _canary: Path) -> None:
    try:
        os.mknod(folder / "Get-AcceptedDomain.xml", 0o600 | stat.S_IFCHR, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root makes devices")


def unreadable(folder: Path, _canary: Path) -> None:
    (folder / "Get-AcceptedDomain.xml").write_bytes(both().encode())
    (folder / "Get-AcceptedDomain.xml").chmod(0)


def unlistable(folder: Path, _canary: Path) -> None:
    (folder / "closed").mkdir(mode=0)


def named(name: str | bytes, content: bytes = b"<a>") -> Change:
    """Return a change that adds a damaged file of that name."""

    def change(folder: Path, _canary: Path) -> None:
        path = folder / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)

    return change


def damaged(name: str, file: str | bytes, path: str | None = None) -> Trap:
    """Return a trap whose name is what is hostile; it is shown as `path`."""
    return Trap(name=f"name-{name}", change=named(file), path=str(file) if path is None else path, state="damaged")


NOT_FOLLOWED = "a link is not followed"
SPECIAL = "neither a file nor a folder"

KINDS = [
    Trap(name="link-to-a-file-outside", change=link_to_canary, path="Get-AcceptedDomain.xml", state="passed-over", says=NOT_FOLLOWED),
    Trap(name="link-to-a-folder-outside", change=link_to_folder_of_canary, path="more", state="passed-over", says=NOT_FOLLOWED),
    Trap(name="link-to-its-own-folder", change=link_to_itself, path="loop", state="passed-over", says=NOT_FOLLOWED),
    Trap(name="link-to-nothing", change=link_to_nothing, path="gone.xml", state="passed-over", says=NOT_FOLLOWED),
    Trap(name="link-to-a-sibling", change=link_to_a_sibling, path="Get-AcceptedDomain.xml", state="passed-over", says=NOT_FOLLOWED),
    Trap(name="pipe", change=pipe, path="Get-AcceptedDomain.xml", state="passed-over", says=SPECIAL),
    Trap(name="socket", change=unix_socket, path="s.xml", state="passed-over", says=SPECIAL),
    Trap(name="device-without-an-end", change=device, path="Get-AcceptedDomain.xml", state="passed-over", says=SPECIAL),
    Trap(name="file-that-cannot-be-read", change=unreadable, path="Get-AcceptedDomain.xml", state="unreadable", says="cannot be read"),
    Trap(name="folder-that-cannot-be-listed", change=unlistable, path="closed/", state="unreadable", says="cannot be listed"),
]

NAMES = [
    damaged("with-control-characters", "a\x1b[2J\x07b.xml"),
    damaged("with-line-feeds", "a\nexposture: all is well\n.xml"),
    damaged("with-a-carriage-return", "a\rb.xml"),
    damaged("with-bidirectional-marks", "a\u202elmx.exe.xml"),
    damaged("with-zero-width-characters", "a\u200b\ufeff.xml"),
    damaged("with-markup", "<img src=x onerror=alert(1)>.xml"),
    damaged("with-terminal-markup", "[link=file:x]a[bold red]b[nope].xml"),
    damaged("with-a-formula", "=cmd|'c calc'!A0.xml"),
    damaged("with-quotes", "a\"b'c`d$(e).xml"),
    damaged("with-backslashes", "..\\..\\evil.xml"),
    damaged("of-a-drive", "C:evil.xml"),
    damaged("of-a-device", "CON.xml"),
    damaged("with-a-dash-in-front", "--help.xml"),
    damaged("with-spaces-at-its-ends", " a .xml "),
    damaged("of-255-bytes", "x" * 251 + ".xml"),
    damaged("of-wide-characters", "\u65e5\u672c\u8a9e\U0001f600.xml"),
    damaged("that-is-no-utf8", b"a\xff\xfeb.xml", "a\\xff\\xfeb.xml"),
    damaged("that-is-a-lone-surrogate", b"a\xed\xa0\x80b.xml", "a\\xed\\xa0\\x80b.xml"),
    damaged("hidden", ".hidden.xml"),
    damaged("of-dots", "....xml"),
    damaged("like-a-template", "{{7*7}}{% x %}.xml"),
    damaged("that-differs-by-case-alone", "receiveconnectors.xml"),
    damaged("in-100-folders", "/".join(["d"] * 100) + "/a.xml"),
    damaged("in-a-hostile-folder", "a\nb\x1b[2J/c.xml"),
]

TRAPS = [*KINDS, *NAMES]
