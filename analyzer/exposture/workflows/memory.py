"""A bound on the memory of this process while it runs what a rule pack brings along.

The engine's own limit does not count the bytes of one giant text or list; the operating system does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MORE_AT_MOST = 3 << 30
STATM = Path("/proc/self/statm")


@contextmanager
def bounded_memory(more: int = MORE_AT_MOST) -> Iterator[None]:
    """Refuse address space beyond what is there now and so much more, on Linux; elsewhere nothing is bound."""
    if sys.platform != "linux" or not STATM.exists():
        yield
        return
    import resource  # noqa: PLC0415  # there is none on Windows

    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = int(STATM.read_text(encoding="ascii").split()[0]) * resource.getpagesize() + more
    limits = [wanted, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY)]
    resource.setrlimit(resource.RLIMIT_AS, (min(limits), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
