"""Archives of tar and gzip, honest and hostile ones, each made here byte by byte."""

from __future__ import annotations

import gzip
import io
import random
import tarfile
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from exposture.bundle import gzip_reader
from exposture.bundle.container import open_container
from exposture.bundle.limits import BundleLimits
from exposture.errors import BundleError, Location, UnsafeArchiveError
from exposture.ingest.limits import Limits
from exposture.model.coverage import FileState

SMALL = BundleLimits(max_entries=5, max_total_bytes=20_000, max_ratio=10, ratio_floor_bytes=100, file=Limits(max_file_bytes=600))
FORMATS = {"pax": tarfile.PAX_FORMAT, "gnu": tarfile.GNU_FORMAT, "ustar": tarfile.USTAR_FORMAT}
NOISE = random.Random(7).randbytes(300_000)  # noqa: S311 - no secret
END = bytes(1024)
Pack = Callable[..., Path]


def info(name: str, size: int = 0, kind: bytes = tarfile.REGTYPE, **fields: object) -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.size, made.type = size, kind
    for field, value in fields.items():
        setattr(made, field, value)
    return made


def header(name: str, size: int = 0, kind: bytes = tarfile.REGTYPE, **fields: object) -> bytes:
    """Return one header block that says what it is told to."""
    return info(name, size, kind, **fields).tobuf(tarfile.GNU_FORMAT)


def padded(content: bytes) -> bytes:
    return content + bytes(-len(content) % 512)


def entry(name: str, content: bytes = b"1") -> bytes:
    return header(name, len(content)) + padded(content)


def pax(*records: bytes, kind: bytes = tarfile.XHDTYPE) -> bytes:
    """Return an extended header in front of an entry."""
    content = b"".join(records)
    return header("pax", len(content), kind) + padded(content)


def record(key: str, value: str, *, length: int | None = None) -> bytes:
    """Return one record of an extended header; its length counts its own digits."""
    body = f" {key}={value}\n".encode()
    own = next(total for total in range(len(body), len(body) + 9) if len(str(total)) + len(body) == total)
    return str(own if length is None else length).encode() + body


def tar(path: Path, *blocks: bytes) -> Path:
    path.write_bytes(b"".join(blocks))
    return path


def tgz(path: Path, *blocks: bytes) -> Path:
    path.write_bytes(gzip.compress(b"".join(blocks), mtime=0))
    return path


def contents(path: Path, limits: BundleLimits | None = None) -> dict[str, bytes]:
    with open_container(path, limits or BundleLimits()) as container:
        return {entry.path: container.read(entry.path) for entry in container.entries}


def passed_over(path: Path, limits: BundleLimits | None = None) -> dict[str, tuple[FileState, str]]:
    with open_container(path, limits or BundleLimits()) as container:
        return {line.path: (line.state, line.message) for line in container.passed_over}


def refused(path: Path, limits: BundleLimits | None = None, error: type[BundleError] = UnsafeArchiveError) -> str:
    with pytest.raises(error) as caught, open_container(path, limits or BundleLimits()):
        pass
    assert type(caught.value) is error
    assert caught.value.where is not None
    assert caught.value.where.path == str(path)
    return caught.value.message


@pytest.mark.parametrize("kind", list(FORMATS))
@pytest.mark.parametrize("mode", ["w", "w:gz"])
def test_archive_of_each_format_is_read_without_folders(tmp_path: Path, kind: str, mode: str) -> None:
    long = "servers/" + "x" * 60 + "/" + "y" * 60 + ".xml"
    with tarfile.open(tmp_path / "a", mode, format=FORMATS[kind]) as archive:  # type: ignore[call-overload]  # a mode of several
        archive.addfile(info("./org", 0, tarfile.DIRTYPE))
        for name, content in {"./org/b.xml": NOISE, "./a.xml": b"1", long: b"3", "empty.csv": b""}.items():
            archive.addfile(info(name, len(content)), io.BytesIO(content))

    assert list(contents(tmp_path / "a").items()) == [("a.xml", b"1"), ("empty.csv", b""), ("org/b.xml", NOISE), (long, b"3")]
    assert passed_over(tmp_path / "a") == {}


def test_single_file_that_gzip_packed_is_an_input_of_one(tmp_path: Path) -> None:
    assert contents(tgz(tmp_path / "Get-X.xml.gz", b"<Objs/>")) == {"Get-X.xml": b"<Objs/>"}


def test_several_members_of_gzip_are_one_file(tmp_path: Path) -> None:
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"one") + bytes(70_000) + gzip.compress(b"") + gzip.compress(b"two"))

    assert contents(tmp_path / "a.gz") == {"a": b"onetwo"}


def test_too_many_members_of_gzip_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gzip_reader, "MAX_MEMBERS", 3)
    (tmp_path / "a.gz").write_bytes(gzip.compress(b"") * 4)

    assert "more than 3 gzip members" in refused(tmp_path / "a.gz")


@pytest.mark.parametrize("pack", [tar, tgz])
@pytest.mark.parametrize("name", ["/etc/x", "../x", "a/../x", "C:\\x", "\\\\server\\share\\x", "//server/share/x", "a\x01b", "a\0b", "x" * 1025])
def test_names_that_leave_or_hide_are_refused(tmp_path: Path, pack: Pack, name: str) -> None:
    assert "an entry's name" in refused(pack(tmp_path / "a", pax(record("path", name)), entry("a.xml"), END))


def test_name_of_an_old_extension_is_judged_too(tmp_path: Path) -> None:
    long = header("././@LongLink", 8, tarfile.GNUTYPE_LONGNAME) + padded(b"../evil\0")

    assert "leaves the archive" in refused(tar(tmp_path / "a", entry("first"), long, entry("a.xml"), END))


@pytest.mark.parametrize("other", ["a.xml", "./A.XML", ".\\a.xml", "a.xml.", "a.xml "])
def test_names_that_fall_together_are_refused(tmp_path: Path, other: str) -> None:
    assert "two entries of one name" in refused(tgz(tmp_path / "a", entry("a.xml"), entry(other), END))


def test_links_and_devices_are_passed_over(tmp_path: Path) -> None:
    kinds = [tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE]
    blocks = [header(f"{number}", 0, kind, linkname="/etc/passwd") for number, kind in enumerate(kinds)]
    path = tgz(tmp_path / "a", *blocks, entry("a.xml"), END)

    assert contents(path) == {"a.xml": b"1"}
    assert [(name, state.value) for name, (state, _) in passed_over(path).items()] == [(str(number), "passed-over") for number in range(5)]


@pytest.mark.parametrize("kind", [tarfile.SYMTYPE, tarfile.DIRTYPE, tarfile.FIFOTYPE])
def test_what_can_have_no_data_and_has_some_is_refused(tmp_path: Path, kind: bytes) -> None:
    assert "readers differ over what follows" in refused(tar(tmp_path / "a", header("x", 512, kind), entry("hidden"), END))


def test_sparse_and_odd_entries_are_unreadable_and_the_rest_is_read(tmp_path: Path) -> None:
    old = bytearray(header("old", 3, tarfile.GNUTYPE_SPARSE))
    old[482] = 1
    old[148:156] = b"%06o\0 " % (sum(old[:148]) + sum(old[156:]) + 8 * 32)
    map_goes_on, map_ends = bytes(504) + b"\1" + bytes(7), bytes(512)
    new = pax(record("GNU.sparse.major", "1"), record("GNU.sparse.name", "new")) + entry("GNUSparseFile.0/new")
    path = tar(tmp_path / "a", bytes(old), map_goes_on, map_ends, padded(b"abc"), new, header("odd", 2, b"V") + padded(b"xx"), entry("a.xml"), END)

    assert contents(path) == {"a.xml": b"1"}
    assert [(name, state.value) for name, (state, _) in passed_over(path).items()] == [(name, "unreadable") for name in ("new", "odd", "old")]


def test_size_in_a_pax_header_that_differs_from_the_entry_is_refused(tmp_path: Path) -> None:
    assert "two sizes, 1 and 1024" in refused(tar(tmp_path / "a", pax(record("size", "1024")), entry("a.xml"), entry("b.xml"), END))


@pytest.mark.parametrize("size", ["-1", "1e3", "\u0661", "9" * 30])
def test_size_in_a_pax_header_that_is_no_number_is_refused(tmp_path: Path, size: str) -> None:
    assert "says the size" in refused(tar(tmp_path / "a", pax(record("size", size)), entry("a.xml"), END))


def test_size_of_a_file_beyond_eight_gigabytes_counts(tmp_path: Path) -> None:
    path = tar(tmp_path / "a", pax(record("size", str(9 * 1024**3))), header("a.xml"), END)

    assert f"{9 * 1024**3} bytes when unpacked, more than the limit of {2 * 1024**3}; --max-total-bytes raises it" in refused(path)


@pytest.mark.parametrize(
    "records",
    [
        b"junk",
        b"5 a=b",
        b"99 path=a\n",
        b"0 path=a\n",
        b"-9 path=a\n",
        b"9999999999 path=a\n",
        record("path", "x", length=7),
        record("path", "x") * 2,
        b"7 abcd\n",
    ],
)
def test_pax_header_that_breaks_the_grammar_is_refused(tmp_path: Path, records: bytes) -> None:
    assert "pax header" in refused(tar(tmp_path / "a", pax(records), entry("a.xml"), END))


def test_header_for_every_entry_may_speak_but_not_name(tmp_path: Path) -> None:
    said = pax(record("comment", "made by git"), kind=tarfile.XGLTYPE)
    named = pax(record("path", "x"), kind=tarfile.XGLTYPE)

    assert contents(tar(tmp_path / "a", said, entry("a.xml"), END)) == {"a.xml": b"1"}
    assert "names or sizes every entry" in refused(tar(tmp_path / "b", named, entry("a.xml"), END))


@pytest.mark.parametrize("blocks", [header("pax", 2 * 1024**2, tarfile.XHDTYPE), pax(record("comment", "x")) * 9], ids=["huge", "many"])
def test_extension_without_bound_is_refused(tmp_path: Path, blocks: bytes) -> None:
    assert "more than 8 of them" in refused(tar(tmp_path / "a", entry("first"), blocks, entry("a.xml"), END))


def test_size_below_zero_is_refused(tmp_path: Path) -> None:
    block = bytearray(header("a.xml"))
    block[124:136] = b"\xff" * 11 + b"\x00"
    block[148:156] = b"%06o\0 " % (sum(block[:148]) + sum(block[156:]) + 8 * 32)

    assert "below zero" in refused(tar(tmp_path / "a", bytes(block), END))


def test_more_entries_than_the_limit_are_refused_folders_too(tmp_path: Path) -> None:
    path = tgz(tmp_path / "a", *(header(f"{number}/", 0, tarfile.DIRTYPE) for number in range(6)), END)

    assert refused(path, replace(SMALL, max_ratio=1000)) == "6 entries, more than the limit of 5; --max-entries raises it"


def test_size_beyond_the_limit_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tar(tmp_path / "a", header("a.xml", 20_001), b"and nothing of it is there")

    assert refused(path, SMALL) == "20001 bytes when unpacked, more than the limit of 20000; --max-total-bytes raises it"


def test_bytes_of_gzip_are_counted_while_unpacking(tmp_path: Path) -> None:
    assert "at least 20001 bytes when unpacked, more than the limit of 20000" in refused(tgz(tmp_path / "a.gz", NOISE[:20_001]), SMALL)


def test_bomb_of_gzip_is_refused_by_its_ratio(tmp_path: Path) -> None:
    assert "it grows more than 10 times when unpacked" in refused(tgz(tmp_path / "a", header("a.xml", 10_000), bytes(10_000), END), SMALL)


def test_single_file_larger_than_one_may_be_is_not_unpacked_to_its_end(tmp_path: Path) -> None:
    path = tgz(tmp_path / "a.gz", NOISE)
    path.write_bytes(path.read_bytes()[:200_000])  # its end is not there, and nobody asks for it

    limits = BundleLimits(file=Limits(max_file_bytes=600))
    assert refused(path, limits, BundleError) == "when unpacked larger than the limit of 600 bytes; --max-file-bytes raises it"


def test_file_larger_than_one_may_be_is_unreadable(tmp_path: Path) -> None:
    path = tar(tmp_path / "a", entry("big", b"1" * 601), entry("a.xml"), END)

    assert contents(path, SMALL) == {"a.xml": b"1"}
    assert passed_over(path, SMALL) == {"big": (FileState.UNREADABLE, "601 bytes, larger than the limit of 600 bytes; --max-file-bytes raises it")}


@pytest.mark.parametrize("packed", [False, True])
def test_cut_archive_gives_the_files_before_the_cut(tmp_path: Path, packed: bool) -> None:
    path = tar(tmp_path / "a", entry("a.xml", NOISE), entry("b.xml", NOISE), END)
    whole = gzip.compress(path.read_bytes(), mtime=0) if packed else path.read_bytes()
    path.write_bytes(whole[:400_000])

    assert contents(path) == {"a.xml": NOISE}
    lines = passed_over(path)
    assert lines["b.xml"] == (FileState.UNREADABLE, "the archive is cut inside this file; copy it again")
    assert "the archive is cut at byte" in lines["a"][1]
    assert "what follows is not read" in lines["a"][1]


@pytest.mark.parametrize("lost", [1, 8, 9])
def test_gzip_that_lost_its_last_bytes_is_said_to_be_cut(tmp_path: Path, lost: int) -> None:
    path = tgz(tmp_path / "a", entry("a.xml"), END)
    path.write_bytes(path.read_bytes()[:-lost])

    assert contents(path) == {"a.xml": b"1"}
    assert [line.partition(":")[0] for _, line in passed_over(path).values()] == ["the archive is cut"]


def test_archive_without_an_end_mark_may_be_cut(tmp_path: Path) -> None:
    path = tar(tmp_path / "a", entry("a.xml"))

    assert contents(path) == {"a.xml": b"1"}
    assert "it has no end mark" in passed_over(path)["a"][1]


def test_damaged_header_ends_the_list_and_says_so(tmp_path: Path) -> None:
    path = tar(tmp_path / "a", entry("a.xml"), b"x" * 512, entry("b.xml"), END)

    assert contents(path) == {"a.xml": b"1"}
    assert "the header at byte 1024 is damaged" in passed_over(path)["a"][1]


def test_first_header_that_is_damaged_is_no_archive(tmp_path: Path) -> None:
    block = bytearray(header("a.xml"))
    block[0:1] = b"b"

    assert "the first header is damaged" in refused(tar(tmp_path / "a", bytes(block), END), error=BundleError)


@pytest.mark.parametrize("at", [-5, 40_000])
def test_gzip_whose_data_or_checksum_is_damaged_is_not_read(tmp_path: Path, at: int) -> None:
    path = tgz(tmp_path / "a", entry("a.xml"), entry("b.xml", b"<Objs>" * 30_000 + NOISE), END)
    content = bytearray(path.read_bytes())
    content[at] ^= 0x40
    path.write_bytes(content)

    assert "which of its files is hurt is unknown" in refused(path, error=BundleError)


@pytest.mark.parametrize("size", [1, 5, 12])
def test_cut_gzip_of_one_file_is_not_read(tmp_path: Path, size: int) -> None:
    path = tgz(tmp_path / "a.xml.gz", b"<Objs/>")
    path.write_bytes(path.read_bytes()[: size + 2])

    assert "cut or damaged" in refused(path, error=BundleError)


@pytest.mark.parametrize("pack", [tar, tgz])
def test_bytes_after_the_end_are_said_and_not_read(tmp_path: Path, pack: Pack) -> None:
    path = pack(tmp_path / "a", entry("a.xml"), END, entry("hidden.xml"), END)

    assert contents(path) == {"a.xml": b"1"}
    assert passed_over(path) == {"a": (FileState.PASSED_OVER, "bytes follow the end of the archive; they are not read")}


def test_bytes_after_gzip_are_said_and_not_read(tmp_path: Path) -> None:
    path = tgz(tmp_path / "a", entry("a.xml"), END)
    path.write_bytes(path.read_bytes() + b"behind")

    assert list(passed_over(path)) == ["a"]


def test_entries_are_read_in_any_order_and_side_by_side(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gzip_reader, "SPACING_BYTES", 1000)
    monkeypatch.setattr(gzip_reader, "CHECKPOINTS", 4)
    expected = {f"{number:02}": NOISE[number * 7000 : (number + 1) * 7000] for number in range(40)}
    path = tgz(tmp_path / "a", *(entry(name, content) for name, content in expected.items()), END)

    with open_container(path, BundleLimits()) as container:
        names = random.Random(3).sample(sorted(expected), 40)  # noqa: S311 - no secret
        assert {name: container.read(name) for name in names} == expected
        with container.open("03") as first, container.open("02") as second:
            assert first.read(100) + second.read() + first.read() == expected["03"][:100] + expected["02"] + expected["03"][100:]


@pytest.mark.parametrize(("order", "at_most"), [(1, 1.5), (-1, 9)], ids=["forwards", "backwards"])
def test_reading_goes_over_an_archive_a_few_times_whatever_the_number_of_entries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, order: int, at_most: float
) -> None:
    """Backwards each entry costs half the space between two checkpoints: 50,000 bytes for 3,000."""
    monkeypatch.setattr(gzip_reader, "SPACING_BYTES", 50_000)
    path = tgz(tmp_path / "a", *(entry(f"{number:03}", NOISE[:3000]) for number in range(300)), END)
    taken: list[int] = []
    plain = gzip_reader.GzipReader.read

    def counted(reader: gzip_reader.GzipReader, size: int) -> bytes:
        data = plain(reader, size)
        taken.append(len(data))
        return data

    with open_container(path, BundleLimits()) as container:
        monkeypatch.setattr(gzip_reader.GzipReader, "read", counted)
        for name in [entry.path for entry in container.entries][::order]:
            container.read(name)

    assert sum(taken) < at_most * 300 * 3584


def test_places_to_go_on_from_stay_few_and_evenly_spread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gzip_reader, "SPACING_BYTES", 1000)
    monkeypatch.setattr(gzip_reader, "STEP_BYTES", 500)
    monkeypatch.setattr(gzip_reader, "CHECKPOINTS", 8)
    path = tgz(tmp_path / "a.gz", NOISE)
    with path.open("rb") as file:
        index = gzip_reader.GzipIndex(file, BundleLimits(), Location(path="a.gz"))
        while index.read(500):
            pass
        offsets = [kept.offset for kept in index._kept]

    assert 4 <= len(offsets) <= 8
    assert max(second - first for first, second in pairwise([*offsets, len(NOISE)])) <= 2 * len(NOISE) // 4


@pytest.mark.parametrize("shorter", [True, False])
def test_file_that_changed_after_the_listing_is_an_error_of_its_own(tmp_path: Path, shorter: bool) -> None:
    path = tgz(tmp_path / "a", entry("a.xml", NOISE), entry("b.xml", NOISE), END)

    with open_container(path, BundleLimits()) as container:
        path.write_bytes(gzip.compress(NOISE[:1000], mtime=0) if shorter else path.read_bytes()[:1000])
        for name in ("a.xml", "b.xml"):
            with pytest.raises(BundleError, match=f"the entry (cannot be read|unpacks to).* in {name}"):
                container.read(name)
