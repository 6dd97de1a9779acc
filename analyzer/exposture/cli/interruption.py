"""Ctrl-C, and a request to end, at any moment of a command: the imports, C code that gives nothing back, the writing.

The signal raises KeyboardInterrupt, so that what is half done is taken away on the way out; while modules are loaded it
ends the process at once. Whoever swallows it, or a call into C that does not come back, has a second; then a thread that
the interpreter's own signal handler woke ends the process. Children end with their pipe (`exposture.lifeline`), and outputs
are whole at every moment (`workflows.report_set`), so that this harms nothing: the next run takes away what is left lying.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

from exposture.cli.exit_codes import ExitCode

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
GRACE_SECONDS = 1.2
LINE = b"exposture: interrupted\n"
SHOW_CURSOR = b"\r\x1b[?25h"


class Interruption:
    """Whether the command was asked to end, and the way out."""

    def __init__(self) -> None:
        self.is_asked = False
        self.is_over = False
        self._taken: list[signal.Signals] = []

    def install(self) -> None:
        """Take the signals over; one that whoever started us wants ignored (nohup) stays ignored."""
        reading, writing = os.pipe()
        if os.name == "posix":
            os.set_blocking(writing, False)
        signal.set_wakeup_fd(writing, warn_on_full_buffer=False)
        threading.Thread(target=self._watch, args=(reading,), daemon=True, name="interruption").start()
        for number in (getattr(signal, name) for name in SIGNALS if hasattr(signal, name)):
            if signal.getsignal(number) is not signal.SIG_IGN:
                self._taken.append(number)
                signal.signal(number, self._ask)

    def finish(self) -> None:
        """Hear no more signals: all is written, and the interpreter would hand back their default, to die, while it takes itself down."""
        self.is_over = not self.is_asked
        if self.is_over:
            for number in self._taken:
                signal.signal(number, signal.SIG_IGN)

    def _ask(self, _number: int, frame: FrameType | None) -> None:
        """Begin to end; asked again, go on ending, since a second exception would stop the cleaning up."""
        if self.is_over or self.is_asked:
            return
        self.is_asked = True
        if _is_importing(frame):
            leave()
        sys.unraisablehook = threading.excepthook = _say_nothing  # an interrupt in a callback or a thread has no one to tell
        raise KeyboardInterrupt

    def _watch(self, reading: int) -> None:
        os.read(reading, 1)
        threading.Event().wait(GRACE_SECONDS)
        if not self.is_over:
            leave()


def _is_importing(frame: FrameType | None) -> bool:
    """Return whether a module is being loaded: one written in C++ aborts the whole process at an exception that it did not expect."""
    while frame is not None and not frame.f_code.co_filename.startswith("<frozen importlib"):
        frame = frame.f_back
    return frame is not None


def _say_nothing(_: object) -> None:
    pass


def leave() -> NoReturn:
    """Say it in one line and end this process, whatever its other threads do."""
    with contextlib.suppress(OSError):
        os.write(2, SHOW_CURSOR + LINE if os.isatty(2) else LINE)
    os._exit(ExitCode.INTERRUPTED)


def guarded(command: Callable[[Interruption], object]) -> None:
    """Run a command that ends in SystemExit; an interruption, however it comes out of it, ends the process with 130 and one line."""
    interruption = Interruption()
    try:
        _ended(command, interruption)
    except KeyboardInterrupt:
        leave()


def _ended(command: Callable[[Interruption], object], interruption: Interruption) -> None:
    try:
        interruption.install()
        command(interruption)
    except BaseException as end:
        interruption.finish()
        if interruption.is_asked or (isinstance(end, SystemExit) and end.code == ExitCode.INTERRUPTED):
            leave()
        raise
