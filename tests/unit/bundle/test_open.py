from __future__ import annotations

import shutil
import tarfile
import zipfile
from pathlib import Path

import pytest

from exposture.errors import BundleError, UnsafeArchiveError, UsageError
from exposture.model.coverage import FileState
from tests.unit.bundle.samples import bundle, exported, file, line, loose, opened, pair, rows, server, servers_export


def test_no_input_is_wrong_usage() -> None:
    with pytest.raises(UsageError, match="no input"):
        opened()


def test_folder_around_a_bundle_is_looked_into(tmp_path: Path) -> None:
    bundle(tmp_path / "in" / "exposture_contoso", pair("accepted_domains", rows=[{"name": "a"}]))
    (tmp_path / "in" / "redaction-map.csv").write_text("x")
    estate = opened(tmp_path / "in")

    assert line(estate, "accepted_domains").files == ("org/accepted_domains.clixml",)
    assert (file(estate, "redaction-map.csv").state, file(estate, "redaction-map.csv").message) == (
        FileState.PASSED_OVER,
        "lies beside a bundle; give it by itself",
    )
    assert estate.collections[0].name == "exposture_contoso"


def test_link_beside_a_bundle_is_listed(tmp_path: Path) -> None:
    bundle(tmp_path / "in" / "exposture_contoso", pair("accepted_domains", rows=[{"name": "a"}]))
    (tmp_path / "in" / "link").symlink_to("/etc/passwd")

    assert file(opened(tmp_path / "in"), "link").message == "a link is not followed; copy the file itself"


def test_archive_that_is_cut_behind_a_bundle_is_named(tmp_path: Path) -> None:
    bundle(tmp_path / "contoso", pair("accepted_domains", rows=[{"name": "a"}]))
    with tarfile.open(tmp_path / "in.tar.gz", "w:gz") as archive:
        archive.add(tmp_path / "contoso", "contoso")
    (tmp_path / "in.tar.gz").write_bytes((tmp_path / "in.tar.gz").read_bytes()[:-4])
    estate = opened(tmp_path / "in.tar.gz")

    assert rows(estate, "accepted_domains", "name") == [("a",)]
    assert file(estate, "in.tar.gz").state is FileState.UNREADABLE
    assert "the archive is cut" in file(estate, "in.tar.gz").message


@pytest.mark.parametrize(("name", "kind"), [("a.zip", "zip"), ("a.tgz", "gz"), ("a.tar", "tar")])
def test_archive_inside_an_input_is_listed_and_not_opened(tmp_path: Path, name: str, kind: str) -> None:
    loose(tmp_path / "in", a_xml=servers_export("EX1"))
    shutil.make_archive(str(tmp_path / "made"), {"zip": "zip", "gz": "gztar", "tar": "tar"}[kind], tmp_path / "in")
    (made,) = tmp_path.glob("made.*")
    made.rename(tmp_path / "in" / name)

    found = file(opened(tmp_path / "in"), name)

    assert (found.state, found.message) == (FileState.UNRECOGNISED, f"an archive inside the input ({kind}) is not opened; give it by itself")


def test_folder_of_several_bundles_is_several_inputs(tmp_path: Path) -> None:
    bundle(tmp_path / "in" / "one", pair("accepted_domains", rows=[{"name": "a"}]))
    bundle(tmp_path / "in" / "two", pair("exchange_servers", rows=[server()]))
    estate = opened(tmp_path / "in")

    assert [each.name for each in sorted(estate.collections, key=lambda each: each.name)] == ["one", "two"]
    assert rows(estate, "accepted_domains", "source_file") == [("one/org/accepted_domains.clixml",)]


def test_bundle_inside_a_bundle_is_not_another_one(tmp_path: Path) -> None:
    bundle(tmp_path / "b", pair("accepted_domains", rows=[{"name": "a"}]))
    bundle(tmp_path / "b" / "org" / "inner", pair("accepted_domains", rows=[{"name": "b"}]))
    bundle(tmp_path / "c" / "outer", pair("accepted_domains", rows=[{"name": "a"}]))
    bundle(tmp_path / "c" / "outer" / "inner", pair("accepted_domains", rows=[{"name": "b"}]))

    assert rows(opened(tmp_path / "b"), "accepted_domains", "name") == [("a",)]
    assert rows(opened(tmp_path / "c"), "accepted_domains", "name") == [("a",)]


def test_inputs_of_one_name_are_told_apart(tmp_path: Path) -> None:
    one = bundle(tmp_path / "a" / "b", pair("accepted_domains", rows=[{"name": "a"}]))
    two = bundle(tmp_path / "c" / "b", pair("exchange_servers", rows=[server()]))

    assert sorted(each.name for each in opened(one, two).collections) == ["b", "b (2)"]


def test_expected_hash_stands_for_one_bundle(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="stands for one bundle"):
        opened(bundle(tmp_path / "a"), bundle(tmp_path / "b"), expect_hash="a" * 64)


def test_expected_hash_of_loose_exports_is_that_of_all_files(tmp_path: Path) -> None:
    loose(tmp_path, a_xml=servers_export("EX1"))
    digest = opened(tmp_path).collections[0].sha256

    assert opened(tmp_path, expect_hash=digest).collections[0].integrity == "no-manifest"
    other = opened(tmp_path, expect_hash="0" * 64)
    assert (other.collections[0].integrity, other.remarks[-1]) == ("differs", f"the hash over the files is {digest}, not the expected {'0' * 64}")


def test_refused_archive_is_an_error(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("../a.xml", "x")

    with pytest.raises(UnsafeArchiveError):
        opened(tmp_path / "a.zip")


def test_damaged_entry_of_a_zip_lowers_its_own_pair(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("Get-ExchangeServer.xml", servers_export("EX1"))
        archive.writestr("Get-AcceptedDomain.xml", exported("Test.x", {"Name": "marked"}))
    content = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "a.zip").write_bytes(content.replace(b"marked", b"forged"))
    estate = opened(tmp_path / "a.zip")

    assert (line(estate, "accepted_domains").status.value, line(estate, "exchange_servers").status.value) == ("unreadable", "ok")


def test_nothing_readable_in_one_of_several_inputs_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    with pytest.raises(BundleError, match="in empty"):
        opened(bundle(tmp_path / "a"), tmp_path / "empty")


def test_bundle_where_nothing_could_be_collected_is_readable(tmp_path: Path) -> None:
    estate = opened(bundle(tmp_path / "a", pair("exchange_servers", status="access-denied")))

    assert line(estate, "exchange_servers").status.value == "access-denied"


def test_order_of_inputs_changes_nothing(tmp_path: Path) -> None:
    one = bundle(tmp_path / "one", pair("accepted_domains", rows=[{"name": "a"}]))
    two = bundle(tmp_path / "two", pair("accepted_domains", rows=[{"name": "b"}]), pair("exchange_servers", rows=[server()]))

    assert opened(one, two) == opened(two, one)
