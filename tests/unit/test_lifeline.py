from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from exposture import lifeline

READ = "import sys; sys.path.insert(0, sys.argv[1]); from exposture import lifeline; job = lifeline.read_job(sys.stdin.buffer)\n"
ANALYZER = str(Path(lifeline.__file__).parents[1])


def child(code: str, *arguments: str) -> list[str]:
    return [sys.executable, "-c", READ + code, ANALYZER, *arguments]


def test_child_gets_its_job_and_gives_its_answer() -> None:
    done = lifeline.run_child(child("sys.stdout.buffer.write(job[::-1]); sys.stderr.write('said'); sys.exit(7)"), b"abc" * 100_000, 60.0)

    assert (done.returncode, done.stdout, done.stderr) == (7, b"cba" * 100_000, b"said")


def test_child_that_goes_without_its_job_tells_why_by_its_code() -> None:
    done = lifeline.run_child([sys.executable, "-c", "import os; os._exit(9)"], b"x" * 10_000_000, 60.0)

    assert done.returncode == 9


def test_child_that_takes_too_long_is_ended() -> None:
    with pytest.raises(subprocess.TimeoutExpired):
        lifeline.run_child(child("import time; time.sleep(600)"), b"", 0.2)


def test_child_that_does_not_start_is_an_error_of_the_system(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        lifeline.run_child([str(tmp_path / "nothing")], b"", 1.0)


def test_child_ends_with_the_pipe_and_takes_its_folder_away(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    code = "import os, time; lifeline.end_with_pipe(sys.stdin.buffer, sys.argv[2]); os.mkdir(sys.argv[2]); print(flush=True); time.sleep(600)"
    with subprocess.Popen(child(code, str(folder)), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(lifeline.LENGTH.pack(0))
        process.stdin.flush()
        process.stdout.readline()
        assert folder.is_dir()
        process.stdin.close()

        assert process.wait(timeout=30) == lifeline.ENDED_WITH_PARENT
    assert not folder.exists()


@pytest.mark.skipif(os.name != "posix", reason="a signal of POSIX")
def test_child_leaves_an_interrupt_from_the_terminal_to_its_parent(tmp_path: Path) -> None:
    code = "import os, signal; lifeline.end_with_pipe(sys.stdin.buffer, sys.argv[2]); os.kill(os.getpid(), signal.SIGINT); print('alive')"

    assert lifeline.run_child(child(code, str(tmp_path / "work")), b"", 60.0).stdout == b"alive\n"


def test_child_that_was_told_outlives_the_pipe() -> None:
    code = "watch = lifeline.end_unless_told(sys.stdin.buffer); print(flush=True); watch.join(); sys.stdin.buffer.read(); sys.exit(7)"
    with subprocess.Popen(child(code), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(lifeline.LENGTH.pack(0))
        process.stdin.flush()
        process.stdout.readline()
        process.stdin.write(b"1")
        process.stdin.close()

        assert process.wait(timeout=30) == 7
