from __future__ import annotations

import os
import socket
import stat
import struct
import types
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from exposture.bundle.container import Container, Variant, open_container, part_of, variants
from exposture.bundle.containers import folder
from exposture.bundle.limits import BundleLimits
from exposture.errors import BundleError, UnsafeArchiveError
from exposture.ingest.limits import Limits
from exposture.model.coverage import FileState
from tests.rights import modes_hold

SMALL = BundleLimits(max_entries=5, max_total_bytes=1000, max_ratio=10, ratio_floor_bytes=100, max_folder_files=5, file=Limits(max_file_bytes=600))


def contents(path: Path, limits: BundleLimits | None = None) -> dict[str, bytes]:
    with open_container(path, limits or BundleLimits()) as container:
        return {entry.path: container.read(entry.path) for entry in container.entries}


def passed_over(path: Path, limits: BundleLimits | None = None) -> dict[str, FileState]:
    with open_container(path, limits or BundleLimits()) as container:
        return {line.path: line.state for line in container.passed_over}


def zipped(path: Path, entries: dict[str, bytes], *, method: int = zipfile.ZIP_STORED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in entries.items():
            archive.writestr(zipfile.ZipInfo(name), content, compress_type=method)
    return path


def refused(path: Path, limits: BundleLimits | None = None) -> str:
    with pytest.raises(UnsafeArchiveError) as caught, open_container(path, limits or BundleLimits()):
        pass
    return caught.value.message


def patched(path: Path, old: bytes, new: bytes) -> Path:
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new))
    return path


def test_folder_lists_files_below_it_sorted(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.xml").write_bytes(b"2")
    (tmp_path / "a.xml").write_bytes(b"1")

    assert list(contents(tmp_path).items()) == [("a.xml", b"1"), ("b/two.xml", b"2")]


def test_links_in_a_folder_are_listed_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret").write_bytes(b"x")
    (tmp_path / "in" / "file").symlink_to(tmp_path / "secret")
    (tmp_path / "in" / "folder").symlink_to(tmp_path)
    (tmp_path / "in" / "dangling").symlink_to(tmp_path / "none")

    assert contents(tmp_path / "in") == {}
    assert set(passed_over(tmp_path / "in").values()) == {FileState.PASSED_OVER}
    assert set(passed_over(tmp_path / "in")) == {"dangling", "file", "folder"}


def test_socket_and_pipe_are_listed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(str(tmp_path / "socket"))

        assert passed_over(tmp_path) == {"pipe": FileState.PASSED_OVER, "socket": FileState.PASSED_OVER}


def test_file_that_became_a_pipe_is_no_regular_file(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    with open_container(tmp_path, BundleLimits()) as container:
        (tmp_path / "a").unlink()
        os.mkfifo(tmp_path / "a")

        with pytest.raises(BundleError, match="is no regular file in a"):
            container.read("a")


def test_file_that_vanished_is_an_error_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    with open_container(tmp_path, BundleLimits()) as container:
        (tmp_path / "a").unlink()

        with pytest.raises(BundleError, match="cannot be read: No such file"):
            container.read("a")


def test_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1" * 601)

    with open_container(tmp_path, SMALL) as container, pytest.raises(BundleError, match="larger than the limit of 600 bytes"):
        container.read("a")


def test_folder_with_too_many_files_is_refused(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / str(number)).touch()

    assert "more than 5 files" in refused(tmp_path, SMALL)


def test_folders_count_too(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / str(number)).mkdir()

    assert "more than 5 files and folders below it" in refused(tmp_path, SMALL)


@pytest.fixture
def deep(tmp_path: Path) -> Iterator[Path]:
    """Return the innermost of more folders than Python calls may be nested; pytest could not take them away."""
    folders = [tmp_path]
    for _ in range(1500):
        folders.append(folders[-1] / "d")
        folders[-1].mkdir()
    yield folders[-1]
    for made in reversed(folders[1:]):
        made.rmdir()


def test_folders_may_be_nested_deeper_than_calls(tmp_path: Path, deep: Path) -> None:
    (deep / "a.xml").write_bytes(b"1")
    found = contents(tmp_path)
    (deep / "a.xml").unlink()

    assert found == {"d/" * 1500 + "a.xml": b"1"}


def test_file_behind_a_folder_that_became_a_link_is_not_read(tmp_path: Path) -> None:
    for name in ("in/org", "elsewhere"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "a.xml").write_bytes(name.encode())
    with open_container(tmp_path / "in", BundleLimits()) as container:
        (tmp_path / "in" / "org").rename(tmp_path / "moved")
        (tmp_path / "in" / "org").symlink_to(tmp_path / "elsewhere")

        with pytest.raises(BundleError, match=r"is another file than when the folder was listed.* in org/a\.xml"):
            container.read("org/a.xml")


def test_file_that_became_a_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "secret").write_bytes(b"s")
    (tmp_path / "in" / "a.xml").write_bytes(b"1")
    with open_container(tmp_path / "in", BundleLimits()) as container:
        (tmp_path / "in" / "a.xml").unlink()
        (tmp_path / "in" / "a.xml").symlink_to(tmp_path / "secret")

        with pytest.raises(BundleError, match=r"cannot be read: .* in a\.xml"):
            container.read("a.xml")


@pytest.mark.skipif(os.geteuid() != 0, reason="a device is made by root only")
def test_device_is_listed(tmp_path: Path) -> None:
    os.mknod(tmp_path / "zero", stat.S_IFCHR | 0o666, os.makedev(1, 5))

    assert passed_over(tmp_path) == {"zero": FileState.PASSED_OVER}


def test_file_without_permission_is_an_error_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.xml").write_bytes(b"1")
    (tmp_path / "a.xml").chmod(0)

    with modes_hold(), open_container(tmp_path, BundleLimits()) as container, pytest.raises(BundleError, match="cannot be read: Permission denied"):
        container.read("a.xml")


def test_folder_that_cannot_be_listed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def scandir(_path: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", scandir)

    assert passed_over(tmp_path) == {"./": FileState.UNREADABLE}


def test_name_that_is_no_utf8_can_be_printed(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"a\xff.xml")).write_bytes(b"1")

    assert contents(tmp_path) == {"a\\xff.xml": b"1"}


def test_single_file_is_a_container_of_one(tmp_path: Path) -> None:
    (tmp_path / "Get-X.xml").write_bytes(b"<Objs/>")

    assert contents(tmp_path / "Get-X.xml") == {"Get-X.xml": b"<Objs/>"}


def test_no_input_says_what_to_give(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="nothing is there; give a folder, an archive"):
        open_container(tmp_path / "none", BundleLimits())


def test_no_two_kinds_claim_one_path(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"x")
    zipped(tmp_path / "a.zip", {"x": b"1"})

    for path in (tmp_path, tmp_path / "file", tmp_path / "a.zip"):
        assert sum(variant.claims(path) for variant in variants()) == 1


def test_part_of_a_container_has_its_own_paths(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"top/in/x": b"1", "other": b"2"})
    with open_container(path, BundleLimits()) as container:
        part: Container = part_of(container, "top/in/")

        assert (part.name, [entry.path for entry in part.entries], part.read("x")) == ("in", ["x"], b"1")
        assert part_of(container, "").name == "a.zip"


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_zip_entries_are_read_without_folders(tmp_path: Path, method: int) -> None:
    path = zipped(tmp_path / "a.zip", {"org/": b"", "org/b.xml": b"2", "a.xml": b"1"}, method=method)

    assert list(contents(path).items()) == [("a.xml", b"1"), ("org/b.xml", b"2")]


def test_backslash_is_a_separator_as_compress_archive_writes_it(tmp_path: Path) -> None:
    assert contents(zipped(tmp_path / "a.zip", {"org\\b.xml": b"2"})) == {"org/b.xml": b"2"}


@pytest.mark.parametrize("name", ["/etc/x", "\\x", "C:\\x", "c:x", "../x", "a/../x", "a\\..\\x", "a\x01b", "x" * 1025])
def test_names_that_leave_or_hide_are_refused(tmp_path: Path, name: str) -> None:
    assert "an entry's name" in refused(zipped(tmp_path / "a.zip", {name: b"1"}))


def test_name_with_nul_is_refused(tmp_path: Path) -> None:
    path = patched(zipped(tmp_path / "a.zip", {"a#b.xml": b"1"}), b"a#b.xml", b"a\0b.xml")

    assert "control characters" in refused(path)


def test_name_of_dots_only_is_refused(tmp_path: Path) -> None:
    assert refused(zipped(tmp_path / "a.zip", {".": b"1"})) == "an entry has no name"


@pytest.mark.parametrize("other", ["A.xml", "./a.xml", ".\\a.XML"])
def test_names_that_fall_together_are_refused(tmp_path: Path, other: str) -> None:
    assert "two entries of one name" in refused(zipped(tmp_path / "a.zip", {"a.xml": b"1", other: b"2"}))


def test_too_many_entries_are_refused_before_they_are_listed(tmp_path: Path) -> None:
    assert "6 entries" in refused(zipped(tmp_path / "a.zip", {str(number): b"" for number in range(6)}), SMALL)


def test_list_of_entries_beyond_its_limit_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a": b"1"})
    content = bytearray(path.read_bytes())
    struct.pack_into("<L", content, content.rfind(b"PK\x05\x06") + 12, 0x7FFFFFFF)
    path.write_bytes(content)

    assert "the list of entries takes" in refused(path)


def test_list_that_begins_before_the_file_is_cut(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a": b"1"})
    content = bytearray(path.read_bytes())
    struct.pack_into("<L", content, content.rfind(b"PK\x05\x06") + 12, 5000)
    path.write_bytes(content)

    with pytest.raises(BundleError, match="begins before the file"), open_container(path, BundleLimits()):
        pass


def test_total_beyond_the_limit_is_refused(tmp_path: Path) -> None:
    assert "1001 bytes when unpacked" in refused(zipped(tmp_path / "a.zip", {"a": b"1" * 500, "b": b"1" * 501}), SMALL)


def test_bomb_is_refused_by_its_ratio(tmp_path: Path) -> None:
    assert "grows more than 10 times" in refused(zipped(tmp_path / "a.zip", {"a": b"0" * 900}, method=zipfile.ZIP_DEFLATED), SMALL)


def test_small_file_of_blanks_is_no_bomb(tmp_path: Path) -> None:
    assert len(contents(zipped(tmp_path / "a.zip", {"a": b" " * 100}, method=zipfile.ZIP_DEFLATED), SMALL)["a"]) == 100


def overlapping(path: Path) -> Path:
    """Let two entries of the list share one local header, as the bombs of 2019 do."""
    zipped(path, {"a.xml": b"1", "b.xml": b"1"})
    content = bytearray(path.read_bytes())
    second = content.rfind(b"PK\x01\x02")
    struct.pack_into("<L", content, second + 42, 0)
    path.write_bytes(content)
    return path


def test_entries_that_share_bytes_are_refused(tmp_path: Path) -> None:
    assert "share bytes" in refused(overlapping(tmp_path / "a.zip"))


def test_entry_without_a_header_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.xml": b"1"})
    content = bytearray(path.read_bytes())
    content[:4] = b"PK\x03\x04"
    struct.pack_into("<L", content, content.rfind(b"PK\x01\x02") + 42, 5)
    path.write_bytes(content)

    assert "has no header where the list says" in refused(path)


def test_encrypted_entry_is_unreadable_and_the_rest_is_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.xml": b"1", "b.xml": b"2"})
    content = bytearray(path.read_bytes())
    content[content.find(b"PK\x01\x02") + 8] |= 1
    content[6] |= 1
    path.write_bytes(content)

    assert contents(path) == {"b.xml": b"2"}
    assert passed_over(path) == {"a.xml": FileState.UNREADABLE}


def test_entry_beyond_the_limit_of_a_file_is_unreadable(tmp_path: Path) -> None:
    assert passed_over(zipped(tmp_path / "a.zip", {"a.xml": b"1" * 601}), SMALL) == {"a.xml": FileState.UNREADABLE}


def test_link_in_a_zip_is_passed_over(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("link")
    info.create_system, info.external_attr = 3, 0o120777 << 16
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr(info, "/etc/passwd")

    assert passed_over(tmp_path / "a.zip") == {"link": FileState.PASSED_OVER}


def test_entry_whose_checksum_does_not_fit_is_an_error_of_its_own(tmp_path: Path) -> None:
    path = patched(zipped(tmp_path / "a.zip", {"a.xml": b"good", "b.xml": b"2"}), b"good", b"evil")

    with open_container(path, BundleLimits()) as container:
        assert container.read("b.xml") == b"2"
        with pytest.raises(BundleError, match="cannot be read: Bad CRC-32"):
            container.read("a.xml")


def test_entry_shorter_than_its_header_says_is_an_error(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.xml": b"0123456789"}, method=zipfile.ZIP_DEFLATED)
    content = bytearray(path.read_bytes())
    for at in (22, content.rfind(b"PK\x01\x02") + 24):
        struct.pack_into("<L", content, at, 50)
    path.write_bytes(content)

    with open_container(path, BundleLimits()) as container, pytest.raises(BundleError, match="unpacks to 10 of the 50 bytes that its header says"):
        container.read("a.xml")


def test_cut_zip_has_no_end(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.xml": b"1"})
    path.write_bytes(path.read_bytes()[:-10])

    with pytest.raises(BundleError, match="the zip has no end"), open_container(path, BundleLimits()):
        pass


def test_list_that_zipfile_cannot_read_is_an_error(tmp_path: Path) -> None:
    path = patched(zipped(tmp_path / "a.zip", {"a.xml": b"1"}), b"PK\x01\x02\x14\x03\x14", b"PK\x01\x02\x14\x03\x63")

    with pytest.raises(BundleError, match=r"the zip cannot be read: zip file version 9\.9"), open_container(path, BundleLimits()):
        pass


def test_zip64_is_read(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"a.xml": b"1"})
    content = path.read_bytes()
    at = content.rfind(b"PK\x05\x06")
    size, offset = struct.unpack_from("<LL", content, at + 12)
    end64 = struct.pack("<4sQ2H2L4Q", b"PK\x06\x06", 44, 45, 45, 0, 0, 1, 1, size, offset)
    locator = struct.pack("<4sLQL", b"PK\x06\x07", 0, at, 1)
    path.write_bytes(content[:at] + end64 + locator + content[at : at + 8] + b"\xff" * 12 + content[at + 20 :])

    assert contents(path) == {"a.xml": b"1"}


def test_entry_that_cannot_be_asked_is_unreadable(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Entry:
        name, path = "a.xml", str(tmp_path / "a.xml")

        def stat(self, *, follow_symlinks: bool) -> os.stat_result:
            raise PermissionError(13, "Permission denied")

    class Listing(list[Entry]):
        def __enter__(self) -> Listing:
            return self

        def __exit__(self, *_error: object) -> None:
            pass

    monkeypatch.setattr(os, "scandir", lambda _path: Listing([Entry()]))

    assert passed_over(tmp_path) == {"a.xml": FileState.UNREADABLE}


@pytest.mark.parametrize("variant", list(variants()), ids=lambda variant: variant.__name__.rpartition(".")[2])  # type: ignore[attr-defined]  # a module
def test_input_that_may_not_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variant: Variant) -> None:
    def no_access(_path: Path, _mode: str) -> None:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "a.xml").touch()
    monkeypatch.setattr(Path, "open", no_access)

    if variant.claims(tmp_path):
        assert not variant.claims(tmp_path / "a.xml")
    else:
        with pytest.raises(BundleError, match="cannot be read: Permission denied"):
            variant.claims(tmp_path / "a.xml")


def test_windows_mount_point_is_a_link() -> None:
    facts = types.SimpleNamespace(st_file_attributes=stat.FILE_ATTRIBUTE_REPARSE_POINT)

    assert folder._is_junction(facts)  # type: ignore[arg-type]  # what Windows gives
    assert not folder._is_junction(os.stat("."))  # noqa: PTH116 - a plain result of stat
