from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import typer

import exposture
from exposture.cli import main
from exposture.errors import CatalogError
from exposture.workflows import schemas
from tests.conftest import Ran

Run = Callable[..., Ran]
ROOT = Path(__file__).parents[3]


def fail_with(error: BaseException) -> Callable[[str], str]:
    def fail(_: str) -> str:
        raise error

    return fail


def test_without_a_command_the_help_is_shown(run: Run) -> None:
    ran = run()

    assert ran.code == 2
    assert "Usage: exposture [OPTIONS] COMMAND" in ran.out + ran.err


def test_help_is_no_failure(run: Run) -> None:
    ran = run("--help")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Usage: exposture")


def test_version_is_that_of_the_package(run: Run) -> None:
    assert run("--version") == Ran(code=0, out=f"exposture {exposture.__version__}\n", err="")


def test_unknown_command_is_wrong_usage(run: Run) -> None:
    ran = run("judge")

    assert ran.code == 2
    assert "judge" in ran.err


def test_bug_leaves_a_file_to_send(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(schemas, "schema_text", fail_with(ZeroDivisionError("nobody thought of this")))

    ran = run("schema", "rule")
    told = (tmp_path / "exposture-bug.txt").read_text(encoding="utf-8")

    assert ran.code == 70
    assert ran.err.startswith("exposture: this is a bug in exposture, please send exposture-bug.txt")
    assert told.startswith(f"exposture {exposture.__version__}\npython 3.")
    assert told.endswith("ZeroDivisionError: nobody thought of this\n")


def test_bug_where_no_file_can_be_written_is_printed(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "exposture-bug.txt").mkdir()
    monkeypatch.setattr(schemas, "schema_text", fail_with(ZeroDivisionError("nobody thought of this")))

    ran = run("schema", "rule")

    assert ran.code == 70
    assert ran.err.endswith("ZeroDivisionError: nobody thought of this\n")


def test_incomplete_installation_is_no_file_to_send(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(schemas, "schema_text", fail_with(CatalogError("a column has no type")))

    assert run("schema", "rule") == Ran(code=70, out="", err="exposture: a column has no type\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("interrupt", [KeyboardInterrupt(), typer.Abort()])
def test_interrupt_has_an_exit_code_of_its_own(run: Run, monkeypatch: pytest.MonkeyPatch, interrupt: BaseException) -> None:
    monkeypatch.setattr(schemas, "schema_text", fail_with(interrupt))

    assert run("schema", "rule") == Ran(code=130, out="", err="")


@pytest.mark.parametrize("fault", [ImportError("half a module"), CatalogError("half a table"), OSError(5, "half a file"), ZeroDivisionError()])
def test_what_is_raised_after_an_interrupt_is_no_bug(fault: Exception, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["exposture", "schema", "rule"])
    monkeypatch.setattr(schemas, "schema_text", fail_with(fault))

    with pytest.raises(SystemExit) as left:
        main.run(is_interrupted=lambda: True)

    assert left.value.code == 130
    assert capsys.readouterr() == ("", "")


def test_too_little_memory_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(schemas, "schema_text", fail_with(MemoryError()))

    ran = run("schema", "rule")

    assert ran.code == 3
    assert ran.err == "exposture: there is not enough memory on this machine, or under the limit that it sets for a process\n"


def test_message_that_a_terminal_cannot_show_is_escaped() -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT / "analyzer"), "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "exposture", "datasets", "show", "postf\u00e4cher"]

    done = subprocess.run(command, env=environment, capture_output=True, check=False)

    assert done.returncode == 2
    assert b"no dataset is called 'postf\\xe4cher'" in done.stderr
