"""Zips whose three places contradict each other, and what else a zip can hide; each is made here byte by byte."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from exposture.bundle.container import open_container
from exposture.bundle.containers import zip_archive
from exposture.bundle.limits import BundleLimits
from exposture.bundle.zip_headers import End
from exposture.errors import BundleError, UnsafeArchiveError
from exposture.model.coverage import FileState

Lines = dict[str, tuple[FileState, str]]
DESCRIPTOR, UTF8 = 0x0008, 0x0800


@dataclass
class Made:
    """One entry; `own` and `listed` are what its header and its line of the list say instead of the truth."""

    name: str = "a.xml"
    content: bytes = b"<Objs/>"
    method: int = 0
    flags: int = 0
    descriptor: bytes = b""
    behind: bytes = b""
    mode: int = 0
    extra: bytes = b""
    own: dict[str, object] = field(default_factory=dict)
    listed: dict[str, object] = field(default_factory=dict)

    def facts(self, place: dict[str, object]) -> dict[str, object]:
        packed = self.data()
        said: dict[str, object] = {"name": self.name.encode(), "method": self.method, "flags": self.flags, "crc": zlib.crc32(self.content)}
        return said | {"packed": len(packed), "size": len(self.content), "offset": None, "version": 20} | place

    def data(self) -> bytes:
        if self.method != 8:
            return self.content
        packer = zlib.compressobj(wbits=-15)
        return packer.compress(self.content) + packer.flush()


def zipped(path: Path, entries: Sequence[Made], *, before: bytes = b"", comment: bytes = b"", behind: bytes = b"", count: int | None = None) -> Path:
    body, listing = bytearray(before), bytearray()
    for entry in entries:
        start = len(body)
        own, listed = entry.facts(entry.own), entry.facts(entry.listed)
        name = own["name"]
        assert isinstance(name, bytes)
        sizes = (0, 0, 0) if entry.flags & DESCRIPTOR else (own["crc"], own["packed"], own["size"])
        body += struct.pack("<4s5H3L2H", b"PK\3\4", own["version"], own["flags"], own["method"], 0, 33, *sizes, len(name), 0)
        body += name + entry.data() + entry.descriptor + entry.behind
        name = listed["name"]
        assert isinstance(name, bytes)
        offset = start if listed["offset"] is None else listed["offset"]
        numbers = (listed["crc"], listed["packed"], listed["size"], len(name), len(entry.extra), 0, 0, 0, entry.mode << 16, offset)
        listing += (
            struct.pack("<4s6H3L5H2L", b"PK\1\2", 0x314, listed["version"], listed["flags"], listed["method"], 0, 33, *numbers) + name + entry.extra
        )
    said = len(entries) if count is None else count
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, said, said, len(listing), len(body), len(comment)) + comment
    path.write_bytes(body + listing + end + behind)
    return path


def contents(path: Path, limits: BundleLimits | None = None) -> dict[str, bytes]:
    with open_container(path, limits or BundleLimits()) as container:
        return {entry.path: container.read(entry.path) for entry in container.entries}


def lines(path: Path) -> Lines:
    with open_container(path, BundleLimits()) as container:
        return {line.path: (line.state, line.message) for line in container.passed_over}


def refused(path: Path, limits: BundleLimits | None = None, error: type[BundleError] = UnsafeArchiveError) -> str:
    with pytest.raises(error) as caught, open_container(path, limits or BundleLimits()):
        pass
    assert type(caught.value) is error
    assert caught.value.where is not None
    assert caught.value.where.path == str(path)
    return caught.value.message


GOOD = Made(name="b.csv", content=b"key,value", method=8)


@pytest.mark.parametrize(
    ("own", "found"),
    [
        ({"name": b"b.xml"}, "the list says the name 'a.xml', the entry's own header 'b.xml'"),
        ({"name": b"a.xml\xff", "flags": UTF8}, "the list says the name 'a.xml', the entry's own header 'a.xml\ufffd'"),
        ({"method": 8}, "the list says the method 0, the entry's own header 8"),
        ({"flags": 1}, "the list says the encryption 0, the entry's own header 1"),
        ({"crc": 1}, f"the list says the checksum {zlib.crc32(b'<Objs/>')}, the entry's own header 1"),
        ({"packed": 6}, "the list says the packed size 7, the entry's own header 6"),
        ({"size": 8}, "the list says the size 7, the entry's own header 8"),
    ],
    ids=["name", "bytes of a name", "method", "encryption", "checksum", "packed size", "size"],
)
def test_entry_whose_own_header_contradicts_the_list_is_unreadable(tmp_path: Path, own: dict[str, object], found: str) -> None:
    path = zipped(tmp_path / "a.zip", [Made(own=own), GOOD])

    assert contents(path) == {"b.csv": b"key,value"}
    assert lines(path) == {"a.xml": (FileState.UNREADABLE, found)}


@pytest.mark.parametrize("method", [1, 6, 9, 12, 14, 93, 95, 98, 99])
def test_odd_methods_are_unreadable(tmp_path: Path, method: int) -> None:
    path = zipped(tmp_path / "a.zip", [Made(method=method), GOOD])

    assert contents(path) == {"b.csv": b"key,value"}
    assert lines(path) == {"a.xml": (FileState.UNREADABLE, f"packed by method {method}; only store and deflate are read")}


@pytest.mark.parametrize("flags", [0x0001, 0x0020, 0x0041, 0x2001])
def test_every_way_of_encryption_is_unreadable(tmp_path: Path, flags: int) -> None:
    path = zipped(tmp_path / "a.zip", [Made(flags=flags), GOOD])

    assert contents(path) == {"b.csv": b"key,value"}
    assert "encrypted" in lines(path)["a.xml"][1]


@pytest.mark.parametrize("descriptor", [struct.pack("<4s3L", b"PK\7\x08", 1, 2, 3), struct.pack("<3L", 1, 2, 3), struct.pack("<LQQ", 1, 2, 3)])
def test_zip_that_was_written_as_a_stream_is_read(tmp_path: Path, descriptor: bytes) -> None:
    path = zipped(tmp_path / "a.zip", [Made(flags=DESCRIPTOR, descriptor=descriptor), GOOD])

    assert contents(path) == {"a.xml": b"<Objs/>", "b.csv": b"key,value"}
    assert lines(path) == {}


def test_entry_that_begins_inside_the_descriptor_of_another_is_refused(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", [Made(flags=DESCRIPTOR, descriptor=bytes(5)), GOOD])

    assert "share bytes" in refused(path)


def test_entry_that_begins_inside_the_data_of_another_is_refused(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", [Made(name="c.xml")]).read_bytes()
    path = zipped(tmp_path / "a.zip", [Made(content=inner), Made(name="c.xml", listed={"offset": 35})])

    assert "share bytes" in refused(path)


def test_data_that_reaches_into_the_list_is_refused(tmp_path: Path) -> None:
    assert "share bytes" in refused(zipped(tmp_path / "a.zip", [Made(listed={"packed": 50}, own={"packed": 50})]))


@pytest.mark.parametrize("offset", [35, 0xFFFFFFF0])
def test_entry_that_is_not_where_the_list_says_is_refused(tmp_path: Path, offset: int) -> None:
    assert "no header where the list says" in refused(zipped(tmp_path / "a.zip", [Made(listed={"offset": offset})]))


@pytest.mark.parametrize(("place", "value"), [("offset", 2**64 - 1), ("offset", 2**63 - 1), ("packed", 2**63), ("size", 2**63)])
def test_numbers_of_64_bits_that_lie_are_refused(tmp_path: Path, place: str, value: int) -> None:
    said = Made(listed={place: 0xFFFFFFFF}, extra=struct.pack("<HHQ", 1, 8, value))

    refused(zipped(tmp_path / "a.zip", [said, GOOD]))


def test_extra_of_64_bits_that_is_cut_is_an_error(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", [Made(listed={"size": 0xFFFFFFFF}, extra=struct.pack("<HH", 1, 0))])

    assert "the zip cannot be read" in refused(path, error=BundleError)


@pytest.mark.parametrize("count", [1, 3])
def test_end_that_counts_otherwise_than_the_list_is_refused(tmp_path: Path, count: int) -> None:
    assert f"the list holds 2 entries, the end says {count}" in refused(zipped(tmp_path / "a.zip", [Made(), GOOD], count=count))


def test_end_of_64_bits_that_lies_is_refused(tmp_path: Path) -> None:
    content = zipped(tmp_path / "a.zip", [Made(), GOOD]).read_bytes()
    at = content.rfind(b"PK\5\6")
    end = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 2, 2, 2**40, at) + struct.pack("<4sLQL", b"PK\6\7", 0, at, 1)
    (tmp_path / "a.zip").write_bytes(content[:at] + end + content[at:])

    assert f"the list of entries takes {2**40} bytes" in refused(tmp_path / "a.zip")


def test_end_of_64_bits_without_its_locator_is_none(tmp_path: Path) -> None:
    """A small list in a record that zipfile does not read must not stand for the long one that it reads."""
    path = zipped(tmp_path / "a.zip", [Made(name=f"{number}.xml", content=b"") for number in range(8)])
    content = path.read_bytes()
    at = content.rfind(b"PK\5\6")
    decoy = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, 0, 0, 0, at) + bytes(20)
    listing = struct.unpack_from("<L", content, at + 12)[0]
    grown = bytearray(content[:at] + decoy + content[at:])
    struct.pack_into("<L", grown, len(grown) - 10, listing + len(decoy))
    path.write_bytes(bytes(grown))

    assert "8 entries, more than the limit of 5" in refused(path, BundleLimits(max_entries=5))


@pytest.mark.parametrize(
    ("before", "between", "behind"), [(b"PK\3\4" + bytes(26), b"", b""), (b"", b"hidden", b""), (b"", b"", b"hidden"), (b"", b"", b"\0\0")]
)
def test_bytes_that_belong_to_no_entry_are_said(tmp_path: Path, before: bytes, between: bytes, behind: bytes) -> None:
    path = zipped(tmp_path / "a.zip", [Made(behind=between), GOOD], before=before, behind=behind)

    assert contents(path) == {"a.xml": b"<Objs/>", "b.csv": b"key,value"}
    assert lines(path) == {"a.zip": (FileState.PASSED_OVER, f"{len(before + between + behind)} bytes belong to no entry; they are not read")}


def test_list_that_zipfile_sees_elsewhere_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No such zip is known: the check stands for the versions of zipfile to come."""
    path = zipped(tmp_path / "a.zip", [Made(), GOOD])
    monkeypatch.setattr(zip_archive, "read_end", lambda *_: End(list_start=5, list_end=10, behind=0))

    assert "the list of entries is not where the end says" in refused(path)


def test_comment_is_no_harm(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", [Made()], comment=b"PK\1\2 and \x1b[2J, PK\3\4")

    assert (contents(path), lines(path)) == ({"a.xml": b"<Objs/>"}, {})


def test_comment_that_holds_another_end_is_refused(tmp_path: Path) -> None:
    other = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0, 0, 0, 0, 0)

    assert "two ends" in refused(zipped(tmp_path / "a.zip", [Made()], comment=b"note" + other))


def test_stored_zip_at_the_end_is_no_second_end(tmp_path: Path) -> None:
    inner = zipped(tmp_path / "inner.zip", [Made()]).read_bytes()

    assert contents(zipped(tmp_path / "a.zip", [Made(name="inner.zip", content=inner)])) == {"inner.zip": inner}


def test_folders_are_no_files_but_one_with_data_is_said(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", [Made(name="org/", content=b""), Made(name="old\\", content=b""), Made(name="odd/"), GOOD])

    assert contents(path) == {"b.csv": b"key,value"}
    assert lines(path) == {"odd": (FileState.UNREADABLE, "a folder that has data")}


@pytest.mark.parametrize("mode", [0o120777, 0o010644, 0o020644, 0o060644, 0o140755, 0o040755])
def test_links_and_devices_are_passed_over(tmp_path: Path, mode: int) -> None:
    assert lines(zipped(tmp_path / "a.zip", [Made(mode=mode), GOOD]))["a.xml"][0] is FileState.PASSED_OVER


def test_names_are_refused_that_windows_takes_for_one_another(tmp_path: Path) -> None:
    assert "two entries of one name" in refused(zipped(tmp_path / "a.zip", [Made(name="A.xml. "), Made(name="a.XML")]))


def test_many_entries_are_read_when_the_limit_is_raised(tmp_path: Path) -> None:
    count = 65_535
    path = zipped(tmp_path / "a.zip", [Made(name=f"{number:05}", content=b"") for number in range(count)])

    assert f"{count} entries, more than the limit of 10000; --max-entries raises it" in refused(path)
    with open_container(path, BundleLimits(max_entries=count)) as container:
        assert len(container.entries) == count


def test_stored_entry_that_is_longer_than_it_says_is_an_error(tmp_path: Path) -> None:
    said: dict[str, object] = {"size": 3, "crc": zlib.crc32(b"<Ob")}
    path = zipped(tmp_path / "a.zip", [Made(listed=said, own=said)])

    with open_container(path, BundleLimits()) as container, pytest.raises(BundleError, match=r"Bad CRC-32|more than the 3 bytes"):
        container.read("a.xml")


def test_deflated_data_that_is_damaged_is_an_error_of_its_own(tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", [Made(content=bytes(range(256)) * 20, method=8), GOOD])
    content = bytearray(path.read_bytes())
    content[60] ^= 0xFF
    path.write_bytes(bytes(content))

    with open_container(path, BundleLimits()) as container:
        assert container.read("b.csv") == b"key,value"
        with pytest.raises(BundleError, match=r"the entry cannot be read: .* in a\.xml"):
            container.read("a.xml")


def test_what_the_standard_library_writes_as_a_stream_is_read(tmp_path: Path) -> None:
    class Pipe(io.RawIOBase):
        def __init__(self) -> None:
            self.written = bytearray()

        def writable(self) -> bool:
            return True

        def write(self, data: bytes) -> int:  # type: ignore[override]  # what zipfile gives
            self.written += data
            return len(data)

    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.xml", b"<Objs/>" * 100)
        archive.writestr("b.xml", b"2")
    (tmp_path / "a.zip").write_bytes(pipe.written)

    assert contents(tmp_path / "a.zip") == {"a.xml": b"<Objs/>" * 100, "b.xml": b"2"}
    assert lines(tmp_path / "a.zip") == {}
