"""The three streams that a process is started with, as whoever started it left them."""

from __future__ import annotations

import io
import os
import sys
from typing import TextIO


def prepare_streams() -> None:
    """Put something where a stream was closed, and a buffer before a standard output that has none."""
    _open_missing()
    if sys.stdout is None:
        sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115  # a number, and for the life of the process
    elif isinstance(raw := getattr(sys.stdout, "buffer", None), io.RawIOBase):
        sys.stdout = _buffered(raw, sys.stdout)


def _open_missing() -> None:
    """Take the numbers of closed streams, so that no file of ours gets one of them.

    Standard output then refuses what is written to it, as any file that cannot be written; nobody misses the other two.
    """
    for number, mode in enumerate((os.O_RDONLY, os.O_RDONLY, os.O_WRONLY)):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, mode)  # the lowest free number, which is this one


def _buffered(raw: io.RawIOBase, text: TextIO) -> io.TextIOWrapper:
    """Return a stream that writes all or raises: under `python -u` a pipe or a full disk takes a part, and nothing says so."""
    return io.TextIOWrapper(io.BufferedWriter(raw), encoding=text.encoding, errors=text.errors, line_buffering=text.isatty())
