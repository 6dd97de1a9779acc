"""`python -m exposture`."""

from __future__ import annotations

from exposture.cli.main import run

if __name__ == "__main__":
    run()
