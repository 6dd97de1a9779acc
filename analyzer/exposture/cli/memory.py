"""How a command's own process uses its memory."""

from __future__ import annotations

import atexit
import gc
import os

OBJECTS_BETWEEN_LOOKS = 20_000


def fit_to_limit() -> None:
    """Where the system bounds the address space (`ulimit -v`), let Arrow take memory as it needs it.

    Its own pool reserves a gigabyte of addresses ahead, which a limit counts.
    """
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    if resource.getrlimit(resource.RLIMIT_AS)[0] != resource.RLIM_INFINITY:
        os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")


def keep_what_is_loaded() -> None:
    """Tell Python that what is there stays until the end: else it looks through modules and catalog again with each hundred thousand rows.

    And what is read makes many objects and hardly a ring of them, so that it need not look as often as it would.
    """
    from exposture.catalog.load import load_catalog

    load_catalog()
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN_LOOKS)
    atexit.register(gc.unfreeze)  # libraries in C look at their end whether everything of theirs is gone
