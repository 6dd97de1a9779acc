"""A child process that lives no longer than its parent: the pipe that brings its job stays open, and when it ends the child ends.

Whatever ends the parent, a kill -9 too, closes the pipe; that works on every system. The child's half (`read_job`,
`end_with_pipe`, `end_unless_told`) loads nothing but the standard library. It must not know what a job is.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import struct
import subprocess
import threading
from collections.abc import Sequence
from typing import IO, cast

LENGTH = struct.Struct(">Q")
ENDED_WITH_PARENT = 4


def run_child(command: Sequence[str], job: bytes, seconds: float) -> subprocess.CompletedProcess[bytes]:
    """Run a child with a job, and return its code and what it wrote; nothing of it is left, however this ends.

    Raises:
        subprocess.TimeoutExpired: it was not done in time; OSError: it did not start.
    """
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as child:  # noqa: S603  # callers run our own interpreter and code
        pipe, child.stdin = cast("IO[bytes]", child.stdin), None  # else `communicate` would close it
        try:
            _send(pipe, job)
            out, err = child.communicate(timeout=seconds)
        finally:
            child.kill()
            with contextlib.suppress(OSError):
                pipe.close()
    return subprocess.CompletedProcess(child.args, child.returncode, out, err)


def _send(pipe: IO[bytes], job: bytes) -> None:
    """Write the job; a child that is gone already says why by its code and its words."""
    with contextlib.suppress(BrokenPipeError):
        pipe.write(LENGTH.pack(len(job)) + job)
        pipe.flush()


def read_job(pipe: IO[bytes]) -> bytes:
    """Return the job that `run_child` sent."""
    (length,) = LENGTH.unpack(pipe.read(LENGTH.size))
    return pipe.read(length)


def end_with_pipe(pipe: IO[bytes], folder: str) -> None:
    """From now on end this process as soon as its parent is gone, and take its folder of temporary files away first.

    An interrupt from the terminal is left to the parent.
    """
    leave_interrupts()
    threading.Thread(target=_wait, args=(pipe, folder), daemon=True, name="lifeline").start()


def leave_interrupts() -> None:
    """Leave an interrupt from the terminal, which meets the whole group of processes, to the parent."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def end_unless_told(pipe: IO[bytes]) -> threading.Thread:
    """From now on end this process as soon as its parent is gone, until the parent sends a byte; the thread ends with that, and the pipe is free."""
    thread = threading.Thread(target=_wait_for_byte, args=(pipe,), daemon=True, name="lifeline")
    thread.start()
    return thread


def _wait_for_byte(pipe: IO[bytes]) -> None:
    if not pipe.read(1):
        os._exit(ENDED_WITH_PARENT)


def _wait(pipe: IO[bytes], folder: str) -> None:
    pipe.read(1)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(ENDED_WITH_PARENT)
