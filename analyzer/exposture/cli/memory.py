"""What to do where the system bounds the address space of a process (`ulimit -v`)."""

from __future__ import annotations

import os


def fit_to_limit() -> None:
    """Let Arrow take memory as it needs it: its own pool reserves a gigabyte of addresses ahead, which a limit counts."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    if resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY:
        os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
