from __future__ import annotations

import io
import logging
import re
import sys

import pytest

from exposture.cli import console
from exposture.cli.log import set_up

HOSTILE = "[red]EX1[/red]\x1b[2J\u202e\nexposture: all is well"
VISIBLE = "[red]EX1[/red]\u27e8U+001B\u27e9[2J\u27e8U+202E\u27e9\u240aexposture: all is well"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def on_terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """Put both streams on a terminal of 60 columns."""
    for name, value in {"TERM": "xterm", "COLUMNS": "60"}.items():
        monkeypatch.setenv(name, value)
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    monkeypatch.setattr(sys, "stderr", stream)
    return stream


def test_said_values_are_inert(capsys: pytest.CaptureFixture[str]) -> None:
    console.say(HOSTILE)

    assert capsys.readouterr() == ("", VISIBLE + "\n")


def test_line_that_hangs_breaks_between_words_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)

    console.say("  high  RCV-001  " + "word " * 20 + "x" * 70, hang=17)

    assert terminal.getvalue().splitlines() == [
        f"  high  RCV-001  {' '.join(['word'] * 8)}",
        f"{' ' * 17}{' '.join(['word'] * 8)}",
        f"{' ' * 17}{' '.join(['word'] * 4)}",
        f"{' ' * 17}{'x' * 70}",
    ]


def test_line_that_hangs_stays_whole_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    console.say("word " * 40 + "end", hang=2)

    assert capsys.readouterr().err == "word " * 40 + "end\n"


def test_block_keeps_its_line_feeds(capsys: pytest.CaptureFixture[str]) -> None:
    console.say("two faults:\n  one\x1b", is_block=True)

    assert capsys.readouterr().err == "two faults:\n  one\u27e8U+001B\u27e9\n"


def test_answer_goes_to_standard_output(capsys: pytest.CaptureFixture[str]) -> None:
    console.answer("[bold]x[/bold] :smile: 1.5")

    assert capsys.readouterr() == ("[bold]x[/bold] :smile: 1.5\n", "")


def test_emitted_text_is_utf8_and_untouched(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    console.emit("\u00e4\x1b\n")

    assert capsysbinary.readouterr().out == "\u00e4\x1b\n".encode()


def test_table_in_a_pipe_has_one_line_per_row_however_long(capsys: pytest.CaptureFixture[str]) -> None:
    console.table(["name", "why"], [("EX1", "x" * 500), (None, HOSTILE)], title="Servers")

    lines = capsys.readouterr().out.splitlines()

    assert lines[:3] == ["", "Servers", " name   why"]
    assert lines[4:] == [f" EX1    {'x' * 500}", f"        {VISIBLE}"]
    assert "\x1b" not in "".join(lines)


def test_table_on_a_terminal_fits_it(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)

    console.table(["name", "severity"], [("x" * 100, "critical")])

    assert max(len(line) for line in re.sub("\x1b\\[[0-9;]*m", "", terminal.getvalue()).splitlines()) <= 60
    assert "\x1b[1;31mcritical" in terminal.getvalue()


def test_progress_is_shown_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)

    with console.progress() as step:
        step("reading", 1, 2)
        step("reading", 2, 2)

    assert "reading" in terminal.getvalue()
    assert "2/2" in terminal.getvalue()


def test_progress_is_silent_on_a_terminal_when_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = on_terminal(monkeypatch)

    with console.progress(wanted=False) as step:
        step("reading", 1, 2)

    assert terminal.getvalue() == ""


def test_progress_is_silent_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    with console.progress() as step:
        step("reading", 1, 2)

    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("is_verbose", "said"), [(False, "slow\u240ado\n"), (True, "reading\nslow\u240ado\n")])
def test_log_records_are_said(capsys: pytest.CaptureFixture[str], is_verbose: bool, said: str) -> None:
    set_up(is_verbose=is_verbose)

    logging.getLogger("exposture.test").info("reading")
    logging.getLogger("exposture.test").warning("slow\n%s", "do")

    assert capsys.readouterr() == ("", said)
