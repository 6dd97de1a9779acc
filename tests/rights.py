"""Rights as a user has them, though the tests run as root: Linux hands root's right to pass over modes to each thread apart."""

from __future__ import annotations

import contextlib
import ctypes
import os
from collections.abc import Iterator

CAP_DAC_OVERRIDE = 1 << 1  # linux/capability.h: passes over the modes of files
CAP_DAC_READ_SEARCH = 1 << 2  # reads every file, lists every folder
VERSION_3 = 0x20080522


class _Header(ctypes.Structure):
    _fields_ = (("version", ctypes.c_uint32), ("pid", ctypes.c_int))


class _Sets(ctypes.Structure):
    _fields_ = (("effective", ctypes.c_uint32), ("permitted", ctypes.c_uint32), ("inheritable", ctypes.c_uint32))


@contextlib.contextmanager
def modes_hold() -> Iterator[None]:
    """Let the modes of files and folders hold in this thread, and in what it starts, even for root."""
    if os.geteuid() != 0:
        yield
        return
    before = _call("capget", (_Sets * 2)())
    after = (_Sets * 2)(*before)
    after[0].effective &= ~(CAP_DAC_OVERRIDE | CAP_DAC_READ_SEARCH)
    _call("capset", after)
    try:
        yield
    finally:
        _call("capset", before)


def _call(name: str, sets: ctypes.Array[_Sets]) -> ctypes.Array[_Sets]:
    libc = ctypes.CDLL(None, use_errno=True)
    if getattr(libc, name)(ctypes.byref(_Header(VERSION_3, 0)), sets) != 0:
        raise OSError(ctypes.get_errno(), name)
    return sets
