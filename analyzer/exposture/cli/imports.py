"""Which module a command does not load although a library asks for it.

pyarrow looks for pandas when it makes its first array, and loading it takes a quarter of a second. No command uses a frame; the public API does.
"""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec

PANDAS = "pandas"


class _LeftOut:
    """A finder that comes before all others and says that there is no pandas."""

    @staticmethod
    def find_spec(name: str, _path: object = None, _target: object = None) -> ModuleSpec | None:
        """Refuse pandas, and leave every other module to the finders behind."""
        if name == PANDAS:
            raise ModuleNotFoundError(f"{PANDAS} is left out: no command uses it", name=PANDAS)
        return None


def leave_pandas_out() -> None:
    """Let nothing in this process load pandas; only for a process that is a command's own."""
    sys.meta_path.insert(0, _LeftOut)


def allow_pandas() -> None:
    """Let it be loaded after all."""
    sys.meta_path[:] = [finder for finder in sys.meta_path if finder is not _LeftOut]
