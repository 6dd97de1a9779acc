from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import IO

import pytest

from exposture.errors import UsageError
from exposture.workflows import report_set
from exposture.workflows.report_set import staged

FILES = ("a.txt", "b.txt", "c.txt")
KILLS = 200 if os.environ.get("EXPOSTURE_FULL") else 15
WRITER = """
import sys
from pathlib import Path
from exposture.workflows.report_set import staged
place = Path(sys.argv[1])
for number in range(1_000_000):
    with staged(place) as folder:
        for name in ("a.txt", "b.txt", "c.txt"):
            (folder / name).write_text(str(number) * 2000)
"""


def write_set(place: Path, text: str) -> None:
    with staged(place) as folder:
        for name in FILES:
            (folder / name).write_text(text)


def interrupted(place: Path) -> None:
    with staged(place) as folder:
        (folder / "a.txt").write_text("2")
        raise KeyboardInterrupt


def found(place: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in place.iterdir()}


def test_set_is_written_into_a_new_folder(tmp_path: Path) -> None:
    write_set(tmp_path / "deep" / "out", "1")

    assert found(tmp_path / "deep" / "out") == dict.fromkeys(FILES, "1")
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["out"]


@pytest.mark.parametrize("has_exchange", [True, False])
def test_set_takes_the_place_of_the_old_one_as_a_whole(tmp_path: Path, has_exchange: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    if not has_exchange:
        monkeypatch.setattr(report_set, "_renameat2", lambda: None)
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "only-old.txt").write_text("0")

    write_set(tmp_path / "out", "1")

    assert found(tmp_path / "out") == dict.fromkeys(FILES, "1")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_block_that_raises_keeps_the_old_set(tmp_path: Path) -> None:
    write_set(tmp_path / "out", "1")

    with pytest.raises(KeyboardInterrupt):
        interrupted(tmp_path / "out")

    assert found(tmp_path / "out") == dict.fromkeys(FILES, "1")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_second_run_into_one_folder_is_refused(tmp_path: Path) -> None:
    with staged(tmp_path / "out") as folder:
        (folder / "a.txt").write_text("1")
        with pytest.raises(UsageError, match=r"another run is writing into .*out; wait for it"), staged(tmp_path / "out"):
            pass

    assert found(tmp_path / "out") == {"a.txt": "1"}


def test_what_a_killed_run_left_is_taken_away(tmp_path: Path) -> None:
    (tmp_path / ".out.exposture-lock").touch()
    left = tmp_path / ".out.exposture-new"
    (left / "folder").mkdir(parents=True)
    (left / "half.txt").write_text("?")
    (tmp_path / ".out.exposture-old").mkdir()
    (tmp_path / "out").mkdir()

    write_set(tmp_path / "out", "1")

    assert found(tmp_path / "out") == dict.fromkeys(FILES, "1")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_old_set_goes_back_where_a_kill_left_nothing_in_its_place(tmp_path: Path) -> None:
    old = tmp_path / ".out.exposture-old"
    old.mkdir()
    (old / "a.txt").write_text("1")

    with pytest.raises(KeyboardInterrupt), staged(tmp_path / "out"):
        raise KeyboardInterrupt

    assert found(tmp_path / "out") == {"a.txt": "1"}


def test_current_folder_stays_and_takes_the_new_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("0")
    (tmp_path / "only-old.txt").write_text("0")

    with staged(Path(), outdated=["a.txt", "only-old.txt", "never.txt"]) as folder:
        for name in FILES:
            (folder / name).write_text("1")
        assert found(tmp_path / ".exposture-new") == dict.fromkeys(FILES, "1")
        assert (tmp_path / "only-old.txt").read_text() == "0"

    assert found(tmp_path) == dict.fromkeys(FILES, "1")


def test_current_folder_keeps_the_old_set_where_the_block_raises(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_set(Path(), "1")

    with pytest.raises(KeyboardInterrupt):
        interrupted(Path())

    assert found(tmp_path) == dict.fromkeys(FILES, "1")


def test_second_run_into_the_current_folder_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    with staged(Path()), pytest.raises(UsageError, match="another run is writing into"), staged(Path()):
        pass


def test_lock_that_the_run_before_took_away_is_asked_for_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Between our open and our hold the other run ends: what we then hold is a file that no third run would meet."""
    hold = report_set._hold
    held: list[str] = []

    def late(lock: IO[bytes]) -> bool:
        if not held:
            Path(lock.name).unlink()
        held.append(lock.name)
        return hold(lock)

    monkeypatch.setattr(report_set, "_hold", late)

    write_set(tmp_path / "out", "1")

    assert len(held) == 2
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_old_set_is_taken_away_under_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder that held the new set holds the old one then: another run must not take it for its own."""
    refused: list[str] = []
    remove = report_set.shutil.rmtree

    def meet(folder: Path, **options: bool) -> None:
        try:
            with staged(tmp_path / "out"):
                pass
        except UsageError as error:
            refused.append(str(error))
        remove(folder, **options)

    write_set(tmp_path / "out", "1")
    monkeypatch.setattr(report_set.shutil, "rmtree", meet)

    write_set(tmp_path / "out", "2")

    assert len(refused) == 1
    assert found(tmp_path / "out") == dict.fromkeys(FILES, "2")


def test_old_set_is_put_back_only_by_the_run_that_holds_the_lock(tmp_path: Path) -> None:
    with staged(tmp_path / "out"):
        (tmp_path / ".out.exposture-old").mkdir()
        with pytest.raises(UsageError), staged(tmp_path / "out"):
            pass
        assert not (tmp_path / "out").exists()


def test_link_to_a_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "out").symlink_to("real")

    write_set(tmp_path / "out", "1")

    assert (tmp_path / "out").is_symlink()
    assert found(tmp_path / "real") == dict.fromkeys(FILES, "1")


@pytest.mark.slow
def test_killed_at_any_moment_leaves_the_old_set_or_the_new_one(tmp_path: Path) -> None:
    moments = random.Random(20261124)  # noqa: S311 - moments of a kill, no secret
    write_set(tmp_path / "out", "x")
    for _ in range(KILLS):
        writer = subprocess.Popen([sys.executable, "-c", WRITER, str(tmp_path / "out")])
        time.sleep(0.12 + moments.random() * 0.1)
        writer.send_signal(signal.SIGKILL)
        writer.wait()
        kept = found(tmp_path / "out")
        assert sorted(kept) == list(FILES)
        assert len(set(kept.values())) == 1

    write_set(tmp_path / "out", "end")
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
