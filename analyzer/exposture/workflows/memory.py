"""A bound on the memory of this process while it runs what a rule pack brings along.

The engine's own limit does not count the bytes of one giant text or list; the operating system does.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

MORE_AT_MOST = 3 << 30
STATM = Path("/proc/self/statm")


@contextmanager
def bounded_memory(more: int = MORE_AT_MOST) -> Iterator[Callable[[], None]]:
    """Refuse memory beyond what is there now and so much more, on Linux; elsewhere nothing is bound.

    The system counts address space, and the allocator keeps what a greedy query had and gave back. What is given is called between
    queries: from then on, what is taken and holds nothing counts no more, so that the next query has its due.
    """
    if sys.platform != "linux" or not STATM.exists():
        yield lambda: None
        return
    import resource  # noqa: PLC0415  # there is none on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    _, before = _taken_and_held()

    def fit() -> None:
        taken, held = _taken_and_held()
        wanted = (taken - held + before) * resource.getpagesize() + more
        limits = [wanted, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY)]
        resource.setrlimit(resource.RLIMIT_AS, (min(limits), hard))

    fit()
    try:
        yield fit
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _taken_and_held() -> tuple[int, int]:
    """Return the pages of address space that this process has, and those that hold something."""
    taken, held, *_ = STATM.read_text(encoding="ascii").split()
    return int(taken), int(held)
