from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from exposture.bundle.limits import BundleLimits
from exposture.errors import BundleError
from exposture.ingest.limits import Limits
from exposture.model.coverage import FileState, Integrity, Status
from tests.unit.bundle.samples import EXCHANGE, catalog, dataset, exported, file, line, loose, opened, rows, servers_export, services_export, source

MAILBOX = "Test.mailboxes"


def domains(*names: str, **more: str) -> bytes:
    return exported(f"{EXCHANGE}.AcceptedDomain", *({"Name": name, **more} for name in names))


def test_exports_become_tables_of_the_organization(tmp_path: Path) -> None:
    estate = opened(loose(tmp_path, a_xml=servers_export("EX1"), b_xml=domains("contoso.com")))

    assert rows(estate, "exchange_servers", "name", "server", "target", "source_file") == [("EX1", "EX1", "org", "a.xml")]
    assert rows(estate, "accepted_domains", "name", "server", "target") == [("contoso.com", None, "org")]
    assert (line(estate, "accepted_domains").status, file(estate, "b.xml").integrity) == (Status.OK, Integrity.NO_MANIFEST)


def test_every_dataset_has_a_table_with_its_schema(tmp_path: Path) -> None:
    estate = opened(loose(tmp_path, b_xml=domains("contoso.com")))

    assert sorted(estate.tables) == sorted(each.name for each in catalog().readable)
    assert estate.tables["mailboxes"].num_rows == 0
    assert "distinguished_name" in estate.tables["mailboxes"].column_names


def test_time_of_loose_exports_is_the_latest_change_and_an_estimate(tmp_path: Path) -> None:
    estate = opened(loose(tmp_path, a_xml=servers_export("EX1")))

    assert (str(estate.as_of), estate.as_of_origin) == ("2026-08-01 10:00:00", "estimate")


def test_without_a_date_there_is_no_time(tmp_path: Path) -> None:
    estate = opened(loose(tmp_path, b_xml=domains("contoso.com")))

    assert (estate.as_of, estate.as_of_origin) == (None, "none")


def test_records_go_to_the_servers_they_name(tmp_path: Path) -> None:
    both = exported("System.ServiceProcess.ServiceController", {"Name": "A", "MachineName": "ex1.contoso.com"}, {"Name": "B", "MachineName": "EX2"})
    estate = opened(loose(tmp_path, a_xml=servers_export("EX1", "EX2"), b_xml=both))

    assert rows(estate, "windows_services", "name", "target", "key") == [("A", "EX1", "EX1|name:a"), ("B", "EX2", "EX2|name:b")]


def test_only_listed_server_is_assumed_and_said(tmp_path: Path) -> None:
    estate = opened(loose(tmp_path, a_xml=servers_export("EX1"), b_xml=services_export("W32Time", MachineName="OLDNAME")))

    assert line(estate, "windows_services", "EX1").message == "assumed: the data names no known server, EX1 is the only listed one"
    assert "1 datasets name no known server and were taken as those of EX1, the only listed one (assumed)" in estate.remarks


def test_what_names_nobody_among_several_is_unattributed(tmp_path: Path) -> None:
    estate = opened(loose(tmp_path, a_xml=servers_export("EX1", "EX2"), b_xml=services_export("W32Time")))

    assert rows(estate, "windows_services", "server", "target") == [(None, "unattributed")]
    assert any("no server is named by windows_services" in remark for remark in estate.remarks)


def test_name_of_the_input_counts_as_a_folder(tmp_path: Path) -> None:
    estate = opened(loose(tmp_path / "EX2", a_xml=servers_export("EX1", "EX2"), b_xml=services_export("W32Time")))

    assert rows(estate, "windows_services", "target") == [("EX2",)]


def test_exchange_export_from_another_shell_is_not_that_shells(tmp_path: Path) -> None:
    connectors = dataset("connectors", source("server"), server="Server", recognise={"types": [f"{EXCHANGE}.ReceiveConnector"]})
    content = exported(f"{EXCHANGE}.ReceiveConnector", {"Name": "A", "PSComputerName": "ex2.contoso.com"})
    estate = opened(loose(tmp_path, a_xml=servers_export("EX1", "EX2"), b_xml=content), given=catalog(connectors))

    assert rows(estate, "connectors", "target") == [("unattributed",)]


def test_domain_controllers_of_a_list_are_known(tmp_path: Path) -> None:
    controllers = exported("Test.ad_domain_controllers", {"Name": "DC7"})
    estate = opened(loose(tmp_path, a_xml=servers_export("EX1"), b_xml=controllers, c_xml=services_export("NTDS", SystemName="DC7")))

    assert rows(estate, "windows_services", "target", "server") == [("dc/DC7", "DC7")]


def test_default_result_size_is_partial(tmp_path: Path) -> None:
    thousand = exported(MAILBOX, *({"Name": f"m{number}"} for number in range(1000)))
    estate = opened(loose(tmp_path, a_xml=thousand))

    assert line(estate, "mailboxes").status is Status.PARTIAL
    assert line(estate, "mailboxes").message == "exactly 1000 rows in a.xml: the default ResultSize; export with -ResultSize Unlimited"


def test_thousand_rows_of_another_cmdlet_are_whole(tmp_path: Path) -> None:
    estate = opened(loose(tmp_path, a_xml=domains(*(f"d{number}.example.com" for number in range(1000)))))

    assert line(estate, "accepted_domains").status is Status.OK


def test_export_of_nothing_is_empty_by_its_name(tmp_path: Path) -> None:
    estate = opened(loose(tmp_path, Get_AcceptedDomain_xml=exported(""), Get_Mailbox_csv=b""))

    assert line(estate, "accepted_domains").status is Status.EMPTY
    assert line(estate, "mailboxes").status is Status.EMPTY


def test_zero_bytes_of_clixml_are_a_cut_export(tmp_path: Path) -> None:
    estate = opened(loose(tmp_path, Get_AcceptedDomain_xml=b"", b_xml=servers_export("EX1")))

    assert (line(estate, "accepted_domains").status, file(estate, "Get_AcceptedDomain.xml").state) == (Status.DAMAGED, FileState.DAMAGED)


def test_cut_file_keeps_what_stood_before_and_says_where(tmp_path: Path) -> None:
    content = domains("a.example.com", "b.example.com", "c.example.com")
    estate = opened(loose(tmp_path, a_xml=content[: content.rindex(b"<Obj ")], b_xml=servers_export("EX1")))

    assert rows(estate, "accepted_domains", "name") == [("a.example.com",), ("b.example.com",)]
    assert line(estate, "accepted_domains").status is Status.DAMAGED
    assert "in a.xml:" in file(estate, "a.xml").message
    assert line(estate, "exchange_servers").status is Status.OK


def test_cut_after_the_head_is_damaged_too(tmp_path: Path) -> None:
    content = domains(*(f"d{number}.example.com" for number in range(100)))
    estate = opened(loose(tmp_path, a_xml=content[: content.rindex(b"<Obj ")]))

    assert (line(estate, "accepted_domains").status, line(estate, "accepted_domains").rows) == (Status.DAMAGED, 99)


def test_only_damaged_file_is_nothing_readable(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match=r"nothing readable: none of 1 files .* Get-Mailbox\.xml"):
        opened(loose(tmp_path, **{"Get-Mailbox_xml": b"<Objs Version='1.1.0.1' xmlns='http://schemas.microsoft.com/powershell/2004/04'><Obj"}))


def test_empty_folder_is_nothing_readable(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="the input holds no file"):
        opened(tmp_path)


def test_xml_of_another_kind_is_listed_and_broken_xml_is_damaged(tmp_path: Path) -> None:
    estate = opened(loose(tmp_path, a_xml=servers_export("EX1"), web_xml=b"<configuration/>", broken_xml=b"<configuration>", note_txt=b"hello"))

    assert file(estate, "web.xml").state is FileState.UNRECOGNISED
    assert file(estate, "broken.xml").state is FileState.DAMAGED
    assert file(estate, "note.txt").message == "no export of PowerShell (text)"


def test_unknown_type_is_listed_with_its_candidates(tmp_path: Path) -> None:
    twins = [dataset(name, recognise={"types": ["Test.twin"]}) for name in ("one", "two")]
    content = loose(tmp_path, a_xml=servers_export("EX1"), b_xml=exported("Test.twin", {"Name": "x"}), c_xml=exported("Test.none", {"Colour": "x"}))
    estate = opened(content, given=catalog(*twins))

    assert file(estate, "b.xml").message == "could be one, two; name the file after its cmdlet"
    assert file(estate, "c.xml").message == "no dataset of the catalog looks like this"


def test_two_files_of_one_pair_are_taken_together_and_a_key_once(tmp_path: Path) -> None:
    estate = opened(loose(tmp_path, a_xml=domains("a.example.com", "b.example.com"), b_xml=domains("B.example.com", "c.example.com")))

    assert rows(estate, "accepted_domains", "name", "source_file") == [
        ("a.example.com", "a.xml"),
        ("b.example.com", "a.xml"),
        ("c.example.com", "b.xml"),
    ]
    assert file(estate, "b.xml").message == "1 of its objects of accepted_domains already stand in a.xml and were taken from there"
    assert line(estate, "accepted_domains").files == ("a.xml", "b.xml")


def test_key_that_comes_twice_in_one_file_is_kept(tmp_path: Path) -> None:
    assert len(rows(opened(loose(tmp_path, a_xml=domains("a", "a"))), "accepted_domains", "key")) == 2


def test_objects_of_more_than_one_forest_are_said(tmp_path: Path) -> None:
    two = exported(
        f"{EXCHANGE}.AcceptedDomain",
        {"Name": "a", "DistinguishedName": "CN=a,CN=Configuration,DC=contoso,DC=com"},
        {"Name": "b", "DistinguishedName": "CN=b,DC=child,DC=contoso,DC=com"},
        {"Name": "c", "DistinguishedName": "CN=c,DC=example,DC=net"},
    )

    assert "objects of more than one forest: contoso.com, example.net" in opened(loose(tmp_path, a_xml=two)).remarks


def test_one_object_feeds_every_dataset_that_takes_rows_out_of_it(tmp_path: Path) -> None:
    def registry(name: str, path: str) -> object:
        recognise = {"types": ["Test.Tls"], "requires": [path]}
        column = {"name": "key_path", "from": "Path", "type": "string", "class": "config"}
        return dataset(name, source("server", id="tls", file="Tls", rows=f"{path}[*]", recognise=recognise), columns=[column], key=["Path"])

    given = catalog(registry("registry_a", "TLS"), registry("registry_b", "NET"))  # type: ignore[arg-type]  # datasets
    content = exported("Test.Tls", {"TLS": [{"Path": "t1"}, {"Path": "t2"}], "NET": [{"Path": "n1"}]})
    estate = opened(loose(tmp_path, a_xml=servers_export("EX1"), b_xml=content), given=given)

    assert rows(estate, "registry_a", "key_path", "target") == [("t1", "EX1"), ("t2", "EX1")]
    assert rows(estate, "registry_b", "key_path") == [("n1",)]
    assert file(estate, "b.xml").datasets == ("registry_a", "registry_b")


def test_copy_on_an_edge_server_is_no_row_of_the_organization(tmp_path: Path) -> None:
    listed = servers_export("EDGE1", role="Edge")
    estate = opened(loose(tmp_path, a_xml=listed, org__b_xml=domains("contoso.com"), EDGE1__b_xml=domains("contoso.com")))

    assert rows(estate, "accepted_domains", "target", "server") == [("EDGE1", "EDGE1"), ("org", None)]


def test_lost_lists_of_a_foreign_csv_are_partial(tmp_path: Path) -> None:
    content = b'#TYPE Microsoft.Exchange.Data.Directory.AcceptedDomain\r\n"Name","Guid"\r\n"a","System.Object[]"\r\n'
    estate = opened(loose(tmp_path, Get_AcceptedDomain_csv=content))

    assert line(estate, "accepted_domains").status is Status.PARTIAL
    assert "names of lists" in line(estate, "accepted_domains").message


def test_value_that_does_not_convert_is_listed(tmp_path: Path) -> None:
    estate = opened(loose(tmp_path, a_xml=domains("a", Guid="no guid")))

    (found,) = estate.conversions
    assert (found.dataset, found.column, found.file, found.text) == ("accepted_domains", "guid", "a.xml", "no guid")


def test_file_beyond_the_limit_is_unreadable_by_its_name(tmp_path: Path) -> None:
    limits = BundleLimits(file=Limits(max_file_bytes=3000))
    many = domains(*(f"d{number}.example.com" for number in range(100)))
    estate = opened(loose(tmp_path, a_xml=servers_export("EX1"), Get_AcceptedDomain_xml=many, other_xml=many), limits=limits)

    assert line(estate, "accepted_domains").status is Status.UNREADABLE
    assert file(estate, "Get_AcceptedDomain.xml").state is FileState.UNREADABLE
    assert (file(estate, "other.xml").state, file(estate, "other.xml").datasets) == (FileState.UNREADABLE, ())


def test_entry_that_an_archive_does_not_give_is_unreadable_by_its_name(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.xml", servers_export("EX1"))
        archive.writestr("Get-AcceptedDomain.xml", b" " * 5000)
    estate = opened(tmp_path / "a.zip", limits=BundleLimits(file=Limits(max_file_bytes=4000)))

    assert line(estate, "accepted_domains").status is Status.UNREADABLE
    assert "--max-file-bytes raises it" in line(estate, "accepted_domains").message


def test_link_is_listed(tmp_path: Path) -> None:
    loose(tmp_path, a_xml=servers_export("EX1"))
    (tmp_path / "b.xml").symlink_to(tmp_path / "a.xml")

    assert file(opened(tmp_path), "b.xml").state is FileState.PASSED_OVER


def test_zip_of_loose_exports_and_a_single_file_are_bundles_too(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("exports\\Get-ExchangeServer.xml", servers_export("EX1"))
    (tmp_path / "one.xml").write_bytes(servers_export("EX1"))

    assert rows(opened(tmp_path / "a.zip"), "exchange_servers", "source_file") == [("exports/Get-ExchangeServer.xml",)]
    assert rows(opened(tmp_path / "one.xml"), "exchange_servers", "source_file") == [("one.xml",)]


def test_hash_of_loose_exports_does_not_depend_on_the_folder(tmp_path: Path) -> None:
    first = opened(loose(tmp_path / "a", x_xml=servers_export("EX1")))
    second = opened(loose(tmp_path / "b", x_xml=servers_export("EX1")))

    assert first.collections[0].sha256 == second.collections[0].sha256
    assert (first.collections[0].integrity, first.collections[0].is_loose) == ("no-manifest", True)


def test_progress_tells_each_file(tmp_path: Path) -> None:
    told: list[tuple[int, int, str]] = []
    opened(loose(tmp_path, a_xml=servers_export("EX1"), b_xml=b"<x/>"), progress=lambda *step: told.append(step))

    assert told == [(1, 2, "a.xml"), (2, 2, "b.xml")]
