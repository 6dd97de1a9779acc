"""Walks every command with hostile values: what it prints is plain lines, whatever a bundle, a file name or a rule says."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import typer

from exposture.cli import main
from tests.conftest import Ran
from tests.small import connector, contents, pack, small_bundle
from tests.unit.cli.test_console import on_terminal

Run = Callable[..., Ran]
FORGED = "exposture: all is well"
HOSTILE = (
    f"[/nope] [link=http://192.0.2.1]x[/link] :smile: \x1b]8;;http://192.0.2.1\x1b\\y\x1b]8;;\x1b\\ \x1b[2J\x9b31m\x07\x08"
    f"\u202egpj.exe\u2066 \U000e0041 \u2028\r\n{FORGED}\n{{0}} {{subject.__class__}} %s"
)
FILE_NAME = HOSTILE.replace("/", "\u2215").replace("\\", "\u2216")[:120] + ".xml"
INERT = "[/nope] [link=http://192.0.2.1]x[/link] :smile:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Inputs that carry the value, made where a command wants them."""

    folder: Path
    run: Run

    def bundle(self) -> Path:
        """A bundle with the value in the manifest, in tables, in what does not convert, and in names of files."""
        rows = [connector(HOSTILE), connector(f"{HOSTILE}2") | {"enabled": HOSTILE, "bindings": [HOSTILE]}]
        more = [
            contents("accepted_domains", [{"name": HOSTILE, "domain_name": HOSTILE}]),
            contents("transport_config", [{"internal_smtp_servers": [HOSTILE, "192.0.2.20"]}]),
        ]
        folder = small_bundle(self.folder / "in", *rows, more=more, collector_version=HOSTILE, computer=HOSTILE)
        for place in (folder, folder / "org"):
            (place / FILE_NAME).write_bytes(b"\x00")
        return folder

    def rules(self) -> Path:
        """The rule pack with the value as the title of a rule."""
        folder = pack(self.folder / "pack")
        rule = next(folder.glob("connectors/RCV-006-*[a-z].yaml"))
        quoted = '"' + "".join(f"\\U{ord(character):08x}" for character in HOSTILE) + '"'
        text = re.sub(r"(?m)^title: .*$", lambda _: f"title: {quoted}", rule.read_text(encoding="utf-8"))
        rule.write_text(text, encoding="utf-8")
        return folder

    def results(self) -> Path:
        """The result document of the bundle."""
        self.run("audit", self.bundle(), "-q", "-f", "json", "-o", self.folder / "first")
        return self.folder / "first" / "results.json"

    def masked(self) -> list[object]:
        """A report with a pseudonym, and the map that says that it stands for the value."""
        report, names = self.folder / "report.txt", self.folder / "redaction-map.csv"
        report.write_text("u_0123456789ab", encoding="utf-8")
        cell = HOSTILE.replace('"', '""')
        names.write_text(f'"pseudonym","value","kind"\n"u_0123456789ab","{cell}","label"\n', encoding="utf-8", newline="")
        return [report, "--map", names]


@pytest.fixture
def scene(tmp_path: Path, run: Run) -> Scene:
    return Scene(folder=tmp_path, run=run)


ARGUMENTS: dict[str, Callable[[Scene], list[object]]] = {
    "audit": lambda scene: ["-v", "audit", scene.bundle(), "-f", "json", "-o", scene.folder / "out", "--rules-dir", scene.rules()],
    "collector export": lambda scene: ["collector", "export", scene.folder / "kit"],
    "collector proof": lambda _: ["collector", "proof"],
    "datasets collector-block": lambda _: ["datasets", "collector-block"],
    "datasets collector-vectors": lambda _: ["datasets", "collector-vectors"],
    "datasets list": lambda _: ["datasets", "list"],
    "datasets show": lambda _: ["datasets", "show", "receive_connectors"],
    "doctor": lambda _: ["doctor"],
    "inspect": lambda scene: ["inspect", scene.bundle()],
    "report": lambda scene: ["report", scene.results(), "-f", "html", "-o", scene.folder / "again"],
    "rules lint": lambda scene: ["rules", "lint", "--rules-dir", scene.rules()],
    "rules list": lambda scene: ["rules", "list", "--rules-dir", scene.rules()],
    "rules show": lambda scene: ["rules", "show", "RCV-006", "--rules-dir", scene.rules()],
    "rules test": lambda scene: ["rules", "test", "RCV-006", "--rules-dir", scene.rules()],
    "schema": lambda _: ["schema", "results"],
    "site init": lambda scene: ["site", "init", scene.bundle()],
    "unmask": lambda scene: ["unmask", *scene.masked()],
}
SHOWING = {"audit", "inspect", "rules list", "rules show", "site init"}
"""How each command meets the value, and those that show it; a new command fails the contract until it stands here."""


def command_names() -> list[str]:
    def below(command: Any, path: tuple[str, ...]) -> Iterator[str]:
        if not hasattr(command, "commands"):
            yield " ".join(path)
        for name, one in sorted(getattr(command, "commands", {}).items()):
            yield from below(one, (*path, name))

    return list(below(typer.main.get_command(main.app), ()))


def check_lines(text: str) -> None:
    """Nothing but characters to look at and the ends of our own lines."""
    assert [character for character in text if not character.isprintable() and character not in "\n\t"] == []
    assert [line for line in text.splitlines() if line.lstrip("# ").startswith(FORGED)] == []


@pytest.mark.parametrize("name", command_names())
def test_command_prints_plain_lines(name: str, run: Run, scene: Scene) -> None:
    ran = run(*ARGUMENTS[name](scene))

    check_lines(ran.out.replace("\r\n", "\n").removeprefix("\ufeff"))
    check_lines(ran.err)
    assert INERT in ran.out + ran.err or name not in SHOWING


@pytest.mark.parametrize("name", ["audit", "inspect"])
def test_terminal_gets_no_sequence_from_a_value(name: str, run: Run, scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)
    monkeypatch.setattr(sys, "argv", ["exposture", *map(str, ARGUMENTS[name](scene))])

    with pytest.raises(SystemExit):
        main.run()

    written = terminal.getvalue()
    ours = re.sub(r"\x1b\[[0-9;?]*[mKAhl]", "", written)  # colours and the progress bar
    assert re.findall(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", ours) == []
    assert "\x1b[2J" not in written


def test_json_on_standard_output_is_plain_lines(run: Run, scene: Scene) -> None:
    check_lines(run("audit", scene.bundle(), "-q", "-f", "json:-").out)


def test_refusal_of_inputs_that_must_not_merge_is_one_line(run: Run, scene: Scene, tmp_path: Path) -> None:
    other = tmp_path / HOSTILE.replace("/", "-").replace("\\", "-")
    shutil.copytree(small_bundle(tmp_path / "two", org_guid="00000000-0000-4000-8000-00000000aaaa"), other)

    ran = run("inspect", scene.bundle(), other)

    assert ran.code == 2
    check_lines(ran.err)
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04"])
def test_refusal_of_an_unusable_input_is_one_line(run: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / FILE_NAME
    path.write_bytes(content)

    ran = run("audit", path)

    assert ran.code in {2, 3}
    check_lines(ran.err)
    assert len(ran.err.splitlines()) == 1
