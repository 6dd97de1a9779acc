from __future__ import annotations

import struct
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cabarchive import CabArchive, CabFile

from exposture.bundle.container import open_container
from exposture.bundle.limits import BundleLimits
from exposture.errors import BundleError, UnsafeArchiveError
from exposture.ingest.limits import Limits
from exposture.model.coverage import FileState

MADE = datetime(2026, 8, 14, 9, 0, tzinfo=UTC)
SMALL = BundleLimits(max_entries=2, max_cabinet_bytes=2000, ratio_floor_bytes=100, max_ratio=10)
FOLDER_AT = 36  # the one CFFOLDER after the header without reserve
FILE_AT = 44


def cabinet(path: Path, entries: dict[str, bytes], *, compress: bool = True) -> Path:
    archive = CabArchive()
    for name, content in entries.items():
        archive[name] = CabFile(content, mtime=MADE)
    path.write_bytes(archive.save(compress=compress))
    return path


def contents(path: Path, limits: BundleLimits | None = None) -> dict[str, bytes]:
    with open_container(path, limits or BundleLimits()) as container:
        return {entry.path: container.read(entry.path) for entry in container.entries}


def refused(path: Path, limits: BundleLimits | None = None, error: type[BundleError] = UnsafeArchiveError) -> str:
    with pytest.raises(error) as caught, open_container(path, limits or BundleLimits()):
        pass
    assert caught.value.where is not None
    assert caught.value.where.path == str(path)
    return caught.value.message


def patched(path: Path, at: int, fmt: str, *values: int) -> Path:
    content = bytearray(path.read_bytes())
    struct.pack_into(fmt, content, at, *values)
    path.write_bytes(bytes(content))
    return path


@pytest.mark.parametrize("compress", [True, False])
def test_entries_are_read_by_path_with_slashes(tmp_path: Path, compress: bool) -> None:
    path = cabinet(tmp_path / "a.cab", {"run.csv": b"key,value", "org/mailboxes.clixml": b"x" * 100_000, "empty.csv": b""}, compress=compress)

    assert contents(path) == {"empty.csv": b"", "org/mailboxes.clixml": b"x" * 100_000, "run.csv": b"key,value"}


def test_name_in_utf8_is_read(tmp_path: Path) -> None:
    assert contents(cabinet(tmp_path / "a.cab", {"größe.xml": b"1"})) == {"größe.xml": b"1"}


@pytest.mark.parametrize(("name", "shown"), [(b"gr\xfc\xdfe", "grüße"), (b"gr\x81\xfc", "gr\ufffdü")])
def test_name_of_a_code_page_is_guessed(tmp_path: Path, name: bytes, shown: str) -> None:
    path = cabinet(tmp_path / "a.cab", {"x" * len(name): b"1"})
    path.write_bytes(path.read_bytes().replace(b"x" * len(name), name))

    assert contents(path) == {shown: b"1"}


def test_cabinet_with_reserved_space_is_read(tmp_path: Path) -> None:
    content = cabinet(tmp_path / "a.cab", {"a.xml": b"1" * 50}, compress=False).read_bytes()
    moved = 4 + 6  # the lengths, six bytes for the header; nothing for folders and blocks
    header = bytearray(content[:FOLDER_AT])
    size, first = (struct.unpack_from("<I", header, at)[0] for at in (8, 16))
    struct.pack_into("<I", header, 8, size + moved)
    struct.pack_into("<I", header, 16, first + moved)
    struct.pack_into("<H", header, 30, 4)
    folder = struct.pack("<I", struct.unpack_from("<I", content, FOLDER_AT)[0] + moved) + content[FOLDER_AT + 4 : FILE_AT]
    (tmp_path / "b.cab").write_bytes(bytes(header) + struct.pack("<HBB", 6, 0, 0) + b"signed" + folder + content[FILE_AT:])

    assert contents(tmp_path / "b.cab") == {"a.xml": b"1" * 50}


@pytest.mark.parametrize(("method", "named"), [(0x1503, "LZX"), (2, "Quantum"), (7, "method 7")])
def test_other_methods_name_the_command_that_unpacks(tmp_path: Path, method: int, named: str) -> None:
    path = patched(cabinet(tmp_path / "a.cab", {"a": b"1"}), FOLDER_AT + 6, "<H", method)

    assert refused(path, error=BundleError) == f"packed by {named}; only MSZIP is read; unpack it with `expand -F:* FILE FOLDER` and give the folder"


@pytest.mark.parametrize(("at", "fmt", "value"), [(30, "<H", 2), (30, "<H", 1), (34, "<H", 1)], ids=["has a next", "has a previous", "not the first"])
def test_chain_of_cabinets_is_not_read(tmp_path: Path, at: int, fmt: str, value: int) -> None:
    path = patched(cabinet(tmp_path / "a.cab", {"a": b"1"}), at, fmt, value)

    assert "one of a chain of cabinets" in refused(path, error=BundleError)


def test_entry_of_another_cabinet_of_a_chain_is_not_read(tmp_path: Path) -> None:
    path = patched(cabinet(tmp_path / "a.cab", {"a": b"1"}), FILE_AT + 8, "<H", 0xFFFD)

    assert "belongs to no folder of this cabinet" in refused(path, error=BundleError)


def test_other_version_is_not_read(tmp_path: Path) -> None:
    assert "version 2.3" in refused(patched(cabinet(tmp_path / "a.cab", {"a": b"1"}), 25, "<B", 2), error=BundleError)


@pytest.mark.parametrize("name", ["../run.csv", "/run.csv", "c:/run.csv", "a/../../b"])
def test_name_that_leaves_the_cabinet_is_refused(tmp_path: Path, name: str) -> None:
    assert "leaves the archive" in refused(cabinet(tmp_path / "a.cab", {name: b"1"}))


def test_two_entries_of_one_name_are_refused(tmp_path: Path) -> None:
    assert "two entries of one name" in refused(cabinet(tmp_path / "a.cab", {"Run.csv": b"1", "run.csv": b"2"}))


def test_more_entries_than_the_limit_are_refused(tmp_path: Path) -> None:
    assert "3 entries, more than the limit of 2" in refused(cabinet(tmp_path / "a.cab", {"a": b"1", "b": b"2", "c": b"3"}), SMALL)


def test_more_bytes_than_the_limit_are_refused_before_unpacking(tmp_path: Path) -> None:
    assert "3000 bytes when unpacked, more than the limit of 2000" in refused(cabinet(tmp_path / "a.cab", {"a": b"1" * 3000}), SMALL)


def test_cabinet_larger_than_the_limit_is_not_loaded(tmp_path: Path) -> None:
    path = cabinet(tmp_path / "a.cab", {"a": b"1" * 1990}, compress=False)

    assert "2060 bytes when unpacked, more than the limit of 2000; --max-total-bytes raises it" in refused(path, SMALL)


def test_growth_beyond_the_ratio_is_refused(tmp_path: Path) -> None:
    assert "grows more than 10 times" in refused(cabinet(tmp_path / "a.cab", {"a": b"1" * 1900}), SMALL)


def test_block_that_promises_more_than_a_block_holds_is_refused(tmp_path: Path) -> None:
    path = cabinet(tmp_path / "a.cab", {"a": b"1"})
    block = struct.unpack_from("<I", path.read_bytes(), FOLDER_AT)[0]

    patched(path, block, "<I", 0)  # no checksum

    assert "unpacks to 40000 bytes" in refused(patched(path, block + 6, "<H", 40_000))


def test_block_that_unpacks_to_more_than_it_promises_is_refused(tmp_path: Path) -> None:
    path = cabinet(tmp_path / "a.cab", {"a": b"1" * 500})
    block = struct.unpack_from("<I", path.read_bytes(), FOLDER_AT)[0]
    patched(path, block, "<I", 0)  # no checksum
    patched(path, block + 6, "<H", 400)
    patched(path, FILE_AT, "<I", 400)

    assert "decompressor result invalid" in refused(path, error=BundleError)


def test_entries_that_share_bytes_are_refused(tmp_path: Path) -> None:
    path = patched(cabinet(tmp_path / "a.cab", {"a": b"1" * 50, "b": b"2" * 50}), FILE_AT + 16 + 2 + 4, "<I", 0)

    assert "share bytes" in refused(path)


def test_entry_outside_of_the_data_is_refused(tmp_path: Path) -> None:
    assert "outside of the data" in refused(patched(cabinet(tmp_path / "a.cab", {"a": b"1" * 50}), FILE_AT, "<I", 60))


def test_folders_that_share_blocks_are_refused(tmp_path: Path) -> None:
    content = cabinet(tmp_path / "a.cab", {"a": b"1" * 50}, compress=False).read_bytes()
    header = bytearray(content[:FOLDER_AT])
    size, first = (struct.unpack_from("<I", header, at)[0] for at in (8, 16))
    struct.pack_into("<I", header, 8, size + 8)
    struct.pack_into("<I", header, 16, first + 8)
    struct.pack_into("<H", header, 26, 2)
    folder = struct.pack("<I", struct.unpack_from("<I", content, FOLDER_AT)[0] + 8) + content[FOLDER_AT + 4 : FILE_AT]
    (tmp_path / "b.cab").write_bytes(bytes(header) + folder * 2 + content[FILE_AT:])

    assert "folders share bytes" in refused(tmp_path / "b.cab")


def test_more_blocks_than_there_is_room_for_are_refused(tmp_path: Path) -> None:
    assert "65535 blocks" in refused(patched(cabinet(tmp_path / "a.cab", {"a": b"1"}), FOLDER_AT + 4, "<H", 0xFFFF))


def test_damaged_block_names_the_cabinet(tmp_path: Path) -> None:
    path = cabinet(tmp_path / "a.cab", {"a": bytes(range(256))})
    patched(path, len(path.read_bytes()) - 20, "<Q", 0)

    assert "the checksum of block 1 of 1 does not fit; copy the cabinet again" in refused(path, error=BundleError)


@pytest.mark.parametrize("size", [4, 30, 40, 50, 62, 70, 100])
def test_cut_cabinet_is_not_read(tmp_path: Path, size: int) -> None:
    path = cabinet(tmp_path / "a.cab", {"a.xml": bytes(range(200))})
    path.write_bytes(path.read_bytes()[:size])

    assert "cut" in refused(path, error=BundleError)


def test_size_in_the_header_is_not_believed(tmp_path: Path) -> None:
    path = patched(cabinet(tmp_path / "a.cab", {"a.xml": bytes(200)}), 8, "<I", 0)

    assert contents(path) == {"a.xml": bytes(200)}  # a signature may follow what the header counts


@pytest.mark.parametrize(("at", "found"), [(16, "the cabinet's header is cut or wrong"), (FOLDER_AT, "block 1 of 1 is not there")])
def test_header_that_points_outside_is_not_read(tmp_path: Path, at: int, found: str) -> None:
    path = patched(cabinet(tmp_path / "a.cab", {"a.xml": bytes(200)}), at, "<I", 0xFFFFFF00)

    assert found in refused(path, error=BundleError)


def test_last_block_that_ends_after_the_file_is_cut(tmp_path: Path) -> None:
    path = cabinet(tmp_path / "a.cab", {"a.xml": bytes(200)}, compress=False)
    block = struct.unpack_from("<I", path.read_bytes(), FOLDER_AT)[0]

    assert "block 1 of 1 ends after the file" in refused(patched(path, block + 4, "<H", 500), error=BundleError)


def test_entry_larger_than_one_file_may_be_is_listed(tmp_path: Path) -> None:
    path = cabinet(tmp_path / "a.cab", {"big": b"1" * 700, "small": b"2"})

    with open_container(path, BundleLimits(file=Limits(max_file_bytes=600))) as container:
        assert [(line.path, line.state) for line in container.passed_over] == [("big", FileState.UNREADABLE)]
        assert [entry.path for entry in container.entries] == ["small"]


def test_cabinet_that_cannot_be_opened_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = cabinet(tmp_path / "a.cab", {"a": b"1"})

    def denied(*_: object) -> None:
        raise PermissionError(13, "denied")

    monkeypatch.setattr(Path, "open", denied)

    with pytest.raises(BundleError, match="cannot be read: denied"):
        open_container(path, BundleLimits())
