"""The committed forms of the sample are what the script makes, byte for byte."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest
from scripts.contoso.files import BUNDLE, LOOSE, ROOT, all_files

FOLDERS = (BUNDLE, LOOSE / "remoting", LOOSE / "deserialised")


@lru_cache(maxsize=1)
def made() -> dict[Path, dict[str, bytes]]:
    return all_files()


@pytest.mark.parametrize("folder", FOLDERS, ids=str)
def test_the_script_makes_the_committed_bytes(folder: Path) -> None:
    committed = {file.relative_to(ROOT / folder).as_posix(): file.read_bytes() for file in (ROOT / folder).rglob("*") if file.is_file()}

    assert committed.keys() == made()[folder].keys()
    assert [path for path, content in made()[folder].items() if committed[path] != content] == []


def test_every_form_is_compared() -> None:
    assert set(made()) == set(FOLDERS)
