"""Archives that fuzzing found: what once ended in a bug is refused."""

from __future__ import annotations

import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Ran
from tests.hostile.xml_cases import zipped

Run = Callable[..., Ran]
LIST = b"PK\x01\x02"


def shortened() -> bytes:
    """Return a zip that lost bytes of its only entry: counted from its end, the entry begins before the file."""
    content = zipped()
    return content[:40] + content[60:]


def moved(offset: int) -> bytes:
    """Return a zip whose list says another beginning of its entry."""
    content = zipped()
    at = content.index(LIST) + 42
    return content[:at] + struct.pack("<I", offset) + content[at + 4 :]


@pytest.mark.parametrize("content", [shortened(), moved(7), moved(2**31), moved(2**32 - 2)])
def test_entry_that_begins_nowhere_is_refused(run: Run, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "in.zip").write_bytes(content)

    ran = run("audit", tmp_path / "in.zip", "-o", tmp_path / "out", "-f", "json")

    assert ran.code == 3, ran.err
    assert "in.zip" in ran.err
