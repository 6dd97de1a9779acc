"""Big tables lie beside the reports while a run lasts, and nothing of them stays."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from pathlib import Path

from exposture.workflows.work_folder import WORK, work_folder


def test_without_a_place_everything_stays_in_memory() -> None:
    with work_folder(None) as spill:
        assert spill is None


def test_folder_is_gone_in_the_end_whatever_happens(tmp_path: Path) -> None:
    with contextlib.suppress(KeyError), work_folder(tmp_path / "out") as spill:
        assert spill is not None
        spill.folder.mkdir()
        raise KeyError

    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_run_left_goes_and_what_another_run_uses_stays(tmp_path: Path) -> None:
    dead = subprocess.Popen([sys.executable, "-c", ""])
    dead.wait()
    left = tmp_path / f".out{WORK}{dead.pid}"
    used = tmp_path / f".out{WORK}{os.getppid()}"
    other = tmp_path / f".out[1]{WORK}{dead.pid}"
    for folder in (left, used, other):
        folder.mkdir()

    with work_folder(tmp_path / "out"):
        pass

    assert not left.exists()
    assert used.exists()
    assert other.exists()
