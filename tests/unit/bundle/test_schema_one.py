from __future__ import annotations

from pathlib import Path

import pytest

from exposture.bundle.limits import BundleLimits
from exposture.bundle.schema_one import source_of
from exposture.bundle.writer import BundleContents, write_bundle
from exposture.errors import ManifestError, UsageError
from exposture.ingest.formats import Format
from exposture.ingest.limits import Limits
from exposture.model.coverage import FileState, Integrity, Status
from tests.unit.bundle.samples import bundle, catalog, dataset, file, line, opened, pair, rows, server, source

DOMAINS = [{"name": "a.example.com"}, {"name": "b.example.com"}]
ORG_FILE = "org/accepted_domains.clixml"


def simple(folder: Path, **run: str) -> Path:
    return bundle(folder, pair("exchange_servers", rows=[server()]), pair("accepted_domains", rows=DOMAINS), **run)


def without_sums(folder: Path) -> Path:
    (folder / "SHA256SUMS").unlink()
    return folder


def changed(folder: Path, path: str, old: bytes, new: bytes) -> Path:
    content = (folder / path).read_bytes()
    assert old in content
    (folder / path).write_bytes(content.replace(old, new))
    return folder


def test_whole_bundle_matches(tmp_path: Path) -> None:
    estate = opened(simple(tmp_path / "b", started_utc="2026-08-14T08:00:00Z", collector_version="0.1", redaction="names"))
    (collection,) = estate.collections

    assert (collection.integrity, collection.is_loose, collection.redaction, collection.collector_version) == ("matches", False, "names", "0.1")
    assert (str(collection.collected_from), str(collection.collected_to)) == ("2026-08-14 08:00:00", "2026-08-14 09:00:00")
    assert (str(estate.as_of), estate.as_of_origin, estate.remarks) == ("2026-08-14 09:00:00", "collection", ())
    assert {each.integrity for each in estate.files} == {Integrity.MATCHES}


def test_states_of_files_say_what_they_are(tmp_path: Path) -> None:
    contents = BundleContents(run={}, pairs=[pair("accepted_domains", rows=DOMAINS)], texts={"servers/EX1/raw/w32tm.txt": "text"})
    write_bundle(tmp_path / "b", contents)
    (tmp_path / "b" / "notes.txt").write_text("mine")
    estate = opened(tmp_path / "b")

    assert file(estate, "run.csv").state is FileState.MANIFEST
    assert file(estate, "servers/EX1/raw/w32tm.txt").state is FileState.EVIDENCE
    assert file(estate, "collector.log").state is FileState.EVIDENCE
    assert (file(estate, "notes.txt").state, file(estate, "notes.txt").integrity) == (FileState.UNRECOGNISED, Integrity.NO_MANIFEST)
    assert estate.collections[0].integrity == "matches"


def test_every_target_has_its_server(tmp_path: Path) -> None:
    services = [{"name": "W32Time"}]
    pairs = [pair("windows_services", target, services) for target in ("EX1", "dc/DC1")]
    estate = opened(bundle(tmp_path / "b", *pairs, pair("accepted_domains", "EDGE1", DOMAINS[:1]), pair("exchange_servers", rows=[server()])))

    assert rows(estate, "windows_services", "target", "server", "key") == [
        ("EX1", "EX1", "EX1|name:w32time"),
        ("dc/DC1", "DC1", "DC1|name:w32time"),
    ]
    assert rows(estate, "accepted_domains", "target", "server") == [("EDGE1", "EDGE1")]
    assert rows(estate, "exchange_servers", "target", "server") == [("org", "EX1")]


@pytest.mark.parametrize("status", ["error", "timeout", "access-denied", "not-available", "not-applicable", "unreachable", "skipped"])
def test_status_of_the_collector_stands(tmp_path: Path, status: str) -> None:
    estate = opened(bundle(tmp_path / "b", pair("mailboxes", status=status, message="because")))

    assert (line(estate, "mailboxes").status.value, line(estate, "mailboxes").message) == (status, "because")


def test_interrupted_pair_and_run_are_said(tmp_path: Path) -> None:
    estate = opened(bundle(tmp_path / "b", pair("mailboxes", status="running"), status="interrupted"))

    assert (line(estate, "mailboxes").status, line(estate, "mailboxes").message) == (Status.RUNNING, "the run was interrupted here")
    assert "the run of the collector was interrupted" in estate.remarks


def test_partial_pair_has_its_rows(tmp_path: Path) -> None:
    estate = opened(bundle(tmp_path / "b", pair("accepted_domains", rows=DOMAINS, status="partial")))

    assert (line(estate, "accepted_domains").status, line(estate, "accepted_domains").rows) == (Status.PARTIAL, 2)


@pytest.mark.parametrize("kind", [Format.CLIXML, Format.CSV])
def test_empty_pair_is_empty(tmp_path: Path, kind: Format) -> None:
    assert line(opened(bundle(tmp_path / "b", pair("accepted_domains", format=kind))), "accepted_domains").status is Status.EMPTY


def test_changed_file_is_damaged_and_differs(tmp_path: Path) -> None:
    estate = opened(changed(simple(tmp_path / "b"), ORG_FILE, b"a.example.com", b"x.example.com"))

    assert (line(estate, "accepted_domains").status, line(estate, "accepted_domains").rows) == (Status.DAMAGED, 2)
    assert line(estate, "accepted_domains").message == f"{ORG_FILE}: its hash differs from SHA256SUMS"
    assert (file(estate, ORG_FILE).integrity, file(estate, ORG_FILE).state) == (Integrity.DIFFERS, FileState.DAMAGED)
    assert (line(estate, "exchange_servers").status, estate.collections[0].integrity) == (Status.OK, "differs")


def test_changed_manifest_file_differs(tmp_path: Path) -> None:
    estate = opened(changed(simple(tmp_path / "b"), "run.csv", b"EX1", b"EX2"))

    assert (file(estate, "run.csv").state, estate.collections[0].integrity) == (FileState.DAMAGED, "differs")


def test_cut_file_without_sums_is_damaged_with_its_place(tmp_path: Path) -> None:
    folder = without_sums(simple(tmp_path / "b"))
    content = (folder / ORG_FILE).read_bytes()
    (folder / ORG_FILE).write_bytes(content[: content.rindex(b"<Obj ")])
    estate = opened(folder)

    assert rows(estate, "accepted_domains", "name") == [("a.example.com",)]
    assert f"in {ORG_FILE}:" in file(estate, ORG_FILE).message
    assert (line(estate, "accepted_domains").status, estate.collections[0].integrity) == (Status.DAMAGED, "no-manifest")
    assert "cannot be verified" in estate.remarks[0]


def test_fewer_objects_than_written_down_are_damaged(tmp_path: Path) -> None:
    folder = without_sums(simple(tmp_path / "b"))
    changed(folder, "datasets.csv", b'"2","1"', b'"3","1"')

    assert line(opened(folder), "accepted_domains").message == "datasets.csv:3 says 3 rows, the files hold 2"


def test_file_that_is_no_export_is_damaged(tmp_path: Path) -> None:
    folder = without_sums(simple(tmp_path / "b"))
    (folder / ORG_FILE).write_bytes(b"<configuration/>")
    estate = opened(folder)

    assert file(estate, ORG_FILE).message == f"neither CLIXML nor CSV but xml in {ORG_FILE}"
    assert line(estate, "accepted_domains").status is Status.DAMAGED


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("report.html", b"<!DOCTYPE html><html><body>", "a page of HTML"),
        ("servers/EX1/web.config", b"<configuration/>", "xml"),
        ("org/notes.txt", b"hello", "text"),
        ("Get-AcceptedDomain.csv", b'"Name"\r\n"a"\r\n', "csv: an export is an input of its own"),
    ],
)
def test_other_file_in_a_bundle_is_listed_with_what_it_is_and_changes_nothing(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    folder = simple(tmp_path / "b")
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)
    estate = opened(folder)

    assert (file(estate, name).state, file(estate, name).message) == (FileState.UNRECOGNISED, f"no place of schema 1 ({kind})")
    assert line(estate, "accepted_domains").status is Status.OK


def test_page_in_the_place_of_an_export_is_damaged_and_told(tmp_path: Path) -> None:
    folder = without_sums(simple(tmp_path / "b"))
    (folder / ORG_FILE).write_bytes(b"<!DOCTYPE html><html><body>Sign in")
    estate = opened(folder)

    assert file(estate, ORG_FILE).message == f"neither CLIXML nor CSV but a page of HTML in {ORG_FILE}"
    assert line(estate, "accepted_domains").status is Status.DAMAGED


def test_missing_file_is_unreadable(tmp_path: Path) -> None:
    folder = simple(tmp_path / "b")
    (folder / ORG_FILE).unlink()
    estate = opened(folder)

    assert (line(estate, "accepted_domains").status, line(estate, "accepted_domains").rows) == (Status.UNREADABLE, 0)
    assert (file(estate, ORG_FILE).state, estate.collections[0].integrity) == (FileState.UNREADABLE, "differs")


def test_missing_file_without_sums_is_damaged(tmp_path: Path) -> None:
    folder = without_sums(simple(tmp_path / "b"))
    (folder / ORG_FILE).unlink()

    assert line(opened(folder), "accepted_domains").status is Status.DAMAGED
    assert "says ok, but the bundle holds no file of it" in line(opened(folder), "accepted_domains").message


def test_file_laid_into_a_bundle_is_damaged(tmp_path: Path) -> None:
    folder = simple(tmp_path / "b")
    (folder / "servers" / "EX1").mkdir(parents=True)
    content = (folder / ORG_FILE).read_bytes()
    (folder / "servers" / "EX1" / "windows_services.clixml").write_bytes(content)
    estate = opened(folder)

    assert line(estate, "windows_services", "EX1").status is Status.DAMAGED
    assert "SHA256SUMS does not list it" in line(estate, "windows_services", "EX1").message
    assert "datasets.csv has no line for it" in line(estate, "windows_services", "EX1").message


def test_rows_of_a_pair_that_failed_are_not_taken(tmp_path: Path) -> None:
    folder = without_sums(simple(tmp_path / "b"))
    changed(folder, "datasets.csv", b'"accepted_domains","org","1","core","ok"', b'"accepted_domains","org","1","core","timeout"')
    estate = opened(folder)

    assert (line(estate, "accepted_domains").status, line(estate, "accepted_domains").rows) == (Status.TIMEOUT, 0)
    assert file(estate, ORG_FILE).state is FileState.PASSED_OVER


def test_changed_file_of_a_pair_that_failed_is_passed_over_and_differs(tmp_path: Path) -> None:
    folder = simple(tmp_path / "b")
    changed(folder, "datasets.csv", b'"accepted_domains","org","1","core","ok"', b'"accepted_domains","org","1","core","error"')
    changed(folder, ORG_FILE, b"a.example.com", b"x.example.com")
    estate = opened(folder)

    assert (file(estate, ORG_FILE).state, file(estate, ORG_FILE).integrity) == (FileState.PASSED_OVER, Integrity.DIFFERS)
    assert line(estate, "accepted_domains").status is Status.ERROR


def test_unknown_dataset_is_listed_and_changes_nothing(tmp_path: Path) -> None:
    later = catalog(dataset("later"))
    folder = bundle(tmp_path / "b", pair("later", rows=[{"name": "x"}], given=later), pair("accepted_domains", rows=DOMAINS))
    estate = opened(folder)

    assert file(estate, "org/later.clixml").message == "the catalog has no dataset later"
    assert file(estate, "org/later.clixml").state is FileState.UNRECOGNISED
    assert "datasets that this version does not know: later (org)" in estate.remarks
    assert not any(each.dataset == "later" for each in estate.coverage)


def test_unreadable_file_lowers_its_pair_alone(tmp_path: Path) -> None:
    limits = BundleLimits(file=Limits(max_file_bytes=2000))
    many = [{"name": f"d{number}.example.com"} for number in range(50)]
    estate = opened(bundle(tmp_path / "b", pair("accepted_domains", rows=many), pair("exchange_servers", rows=[server()])), limits=limits)

    assert (line(estate, "accepted_domains").status, line(estate, "exchange_servers").status) == (Status.UNREADABLE, Status.OK)
    assert file(estate, ORG_FILE).integrity is Integrity.DIFFERS


def test_link_in_place_of_a_file_is_unreadable(tmp_path: Path) -> None:
    folder = simple(tmp_path / "b")
    (folder / ORG_FILE).rename(tmp_path / "elsewhere")
    (folder / ORG_FILE).symlink_to(tmp_path / "elsewhere")
    (folder / "other").symlink_to(tmp_path / "elsewhere")
    estate = opened(folder)

    assert line(estate, "accepted_domains").status is Status.UNREADABLE
    assert {each.state for each in estate.files if each.path in {ORG_FILE, "other"}} == {FileState.PASSED_OVER}


def test_place_of_a_file_may_be_said_by_files_csv(tmp_path: Path) -> None:
    folder = without_sums(simple(tmp_path / "b"))
    (folder / ORG_FILE).rename(folder / "odd.clixml")
    changed(folder, "files.csv", ORG_FILE.encode(), b"odd.clixml")

    assert line(opened(folder), "accepted_domains").files == ("odd.clixml",)


def test_manifest_error_names_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(ManifestError, match=r"in run\.csv:2"):
        opened(changed(simple(tmp_path / "b"), "run.csv", b'"schema_version","1"', b'"schema_version","7"'))


def test_without_a_manifest_the_same_files_are_loose_exports(tmp_path: Path) -> None:
    folder = simple(tmp_path / "b")
    for name in ("run.csv", "datasets.csv", "files.csv", "errors.csv", "SHA256SUMS", "collector.log"):
        (folder / name).unlink()
    estate = opened(folder)

    assert rows(estate, "accepted_domains", "name") == [("a.example.com",), ("b.example.com",)]
    assert (estate.collections[0].is_loose, estate.collections[0].integrity) == (True, "no-manifest")


def test_expected_hash_is_compared_by_its_first_digits(tmp_path: Path) -> None:
    folder = simple(tmp_path / "b")
    digest = opened(folder).collections[0].sha256

    assert opened(folder, expect_hash=digest[:12].upper()).collections[0].integrity == "matches"
    other = opened(folder, expect_hash="00000000")
    assert other.collections[0].integrity == "differs"
    assert other.remarks[0] == f"the bundle's hash is {digest}, not the expected 00000000: it is another bundle or was changed"


@pytest.mark.parametrize("text", ["", "1234567", "no hash", "a" * 65])
def test_expected_hash_that_is_none_is_wrong_usage(tmp_path: Path, text: str) -> None:
    with pytest.raises(UsageError, match="is no SHA-256"):
        opened(simple(tmp_path / "b"), expect_hash=text)


def test_time_without_an_end_is_the_latest_start(tmp_path: Path) -> None:
    from datetime import datetime

    started = datetime(2026, 8, 14, 8, 30)  # noqa: DTZ001 - naive UTC
    estate = opened(bundle(tmp_path / "b", pair("mailboxes", status="running", started=started), ended_utc="", started_utc="2026-08-14T08:00:00Z"))

    assert estate.as_of == started
    assert str(opened(bundle(tmp_path / "c", ended_utc="", started_utc="2026-08-14T08:00:00Z")).as_of) == "2026-08-14 08:00:00"
    assert opened(bundle(tmp_path / "d", ended_utc="")).as_of_origin == "none"


def test_objects_of_two_forests_are_said(tmp_path: Path) -> None:
    two = [{"name": name, "distinguished_name": f"CN={name},DC={name},DC=com"} for name in ("contoso", "fabrikam")]

    assert "objects of more than one forest: contoso.com, fabrikam.com" in opened(bundle(tmp_path / "b", pair("accepted_domains", rows=two))).remarks


def test_notes_of_a_file_are_told(tmp_path: Path) -> None:
    bundle(tmp_path / "b", pair("accepted_domains", rows=DOMAINS, format=Format.CSV))
    folder = without_sums(tmp_path / "b")
    content = (folder / "org/accepted_domains.csv").read_bytes()
    (folder / "org/accepted_domains.csv").write_bytes(content.rstrip())

    assert "does not end with a line break" in file(opened(folder), "org/accepted_domains.csv").message


def test_source_is_the_one_of_the_target_and_the_command() -> None:
    both = dataset("both", source(id="new", cmdlet="Get-New -Status"), source(id="old", cmdlet="Get-Old"), source("dc", id="dc", wmi="Win32_X"))

    assert source_of(both, "org", "Get-Old -Server EX1").id == "old"
    assert source_of(both, "org", "").id == "new"
    assert source_of(both, "dc/DC1", "").id == "dc"
    assert source_of(both, "EX1", "").id == "new"
    assert source_of(dataset("one", source("server", id="wmi", wmi="X")), "org", "").id == "wmi"
    edge = dataset("acls", source("ldap", id="ldap", ldap="X"), source(id="edge", ldap="X", roles=["Edge"]))
    assert (source_of(edge, "EDGE1", "").id, source_of(edge, "ldap", "").id) == ("edge", "ldap")
    features = dataset(
        "features", source("server", id="cmdlet", cmdlet="Get-Feature", recognise={"files": ["x"]}), source("server", id="wmi", wmi="X")
    )
    assert (source_of(features, "EX1", "Get-Feature").id, source_of(features, "EX1", "").id) == ("cmdlet", "wmi")
    assert source_of(dataset("shaped", source(id="file", file="X", recognise={"files": ["x"]})), "org", "").id == "file"
