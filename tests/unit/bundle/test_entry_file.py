"""A file of an input is read piece by piece where it is big, hashed once, and lost where its container cannot give it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import pytest

from exposture.bundle import entry_file
from exposture.bundle.container import Container, Entry
from exposture.bundle.entry_file import EntryFile
from exposture.errors import BundleError
from exposture.model.coverage import FileState, Status
from exposture.model.estate import Estate
from tests.unit.bundle.samples import bundle, opened, pair, server


@pytest.fixture
def every_file_is_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry_file, "WHOLE_BYTES", 0)


def container(*contents: bytes, broken: bool = False) -> Container:
    """Return a container that gives the contents one after the other, at each opening the next."""
    given = list(contents)

    class Broken(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            if broken and self.tell():
                raise BundleError("the checksum differs")
            return super().read(size)

    @contextmanager
    def open_entry(_: str) -> Iterator[BinaryIO]:
        yield Broken(given.pop(0) if len(given) > 1 else given[0])

    return Container(name="c", entries=(), passed_over=(), open=open_entry)


def entry_of(found: Container) -> EntryFile:
    return EntryFile(found, Entry(path="a.xml", size_bytes=10))


@pytest.mark.parametrize("whole_bytes", [0, 100])
def test_hash_and_size_are_those_of_the_bytes(whole_bytes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entry_file, "WHOLE_BYTES", whole_bytes)

    held = entry_of(container(b"some bytes"))

    assert held.head == b"some bytes"
    assert held.whole() == (hashlib.sha256(b"some bytes").hexdigest(), 10)
    assert b"".join(held.content.pieces()) == b"some bytes"


@pytest.mark.usefixtures("every_file_is_big")
def test_file_that_changes_between_two_passes_is_refused() -> None:
    held = entry_of(container(b"head", b"one", b"another"))
    held.whole()

    with pytest.raises(BundleError, match=r"was changed while it was read.* in a\.xml"):
        list(held.content.pieces())


@pytest.mark.usefixtures("every_file_is_big")
@pytest.mark.parametrize("is_loose", [False, True])
def test_bundle_reads_alike_from_streams(tmp_path: Path, is_loose: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = bundle(
        tmp_path / "b", pair("exchange_servers", rows=[server()]), pair("windows_services", "EX1", [{"name": "W32Time", "state": "Running"}])
    )
    if is_loose:
        for name in ("run.csv", "datasets.csv", "files.csv", "SHA256SUMS"):
            (folder / name).unlink()
    by_stream = opened(folder)
    monkeypatch.undo()

    assert facts(by_stream) == facts(opened(folder))


def facts(estate: Estate) -> tuple[object, ...]:
    return estate.tables, estate.coverage, estate.files, estate.collections


@pytest.mark.usefixtures("every_file_is_big")
@pytest.mark.parametrize("is_loose", [False, True])
def test_file_whose_end_cannot_be_had_gives_no_row(tmp_path: Path, is_loose: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = bundle(tmp_path / "b", pair("exchange_servers", rows=[server()]), pair("accepted_domains", rows=[{"name": "d"}]))
    if is_loose:
        for name in ("run.csv", "datasets.csv", "files.csv", "SHA256SUMS"):
            (folder / name).unlink()
    whole = EntryFile.came_to_end

    def lost(held: EntryFile, sha256: str, size: int) -> None:
        if "accepted" in held._path:
            raise BundleError("the checksum differs")
        whole(held, sha256, size)

    monkeypatch.setattr(EntryFile, "came_to_end", lost)

    estate = opened(folder)

    assert estate.tables["accepted_domains"].num_rows == 0
    assert estate.tables["exchange_servers"].num_rows == 1
    assert [file.state for file in estate.files if "accepted" in file.path] == [FileState.UNREADABLE]
    assert [line.status for line in estate.coverage if (line.dataset, line.target) == ("accepted_domains", "org")] == [Status.UNREADABLE]
