"""Zips as other collectors leave them, invented: what is CLIXML or CSV is read, everything else is listed with what it is."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path

import pytest

from exposture.catalog.load import Catalog, load_catalog
from exposture.errors import BundleError
from exposture.ingest.clixml_writer import write_clixml
from exposture.model.coverage import FileState, Status
from exposture.model.estate import Estate
from tests.unit.bundle.samples import EXCHANGE, catalog, exported, file, line, opened, rows, servers_export, services_export

CONFIGURATION = "a configuration file (XML with the root configuration), not read"
PAGE = "no export of PowerShell (a page of HTML)"
OTHER = {
    "_Errors.txt": (b"<Get-Queue> failed\r\nThe term is not recognized\r\n", "no export of PowerShell (text)"),
    "EX1/systeminfo.txt": (
        b"Host Name: EX1\r\nOS Name:   Windows\r\n",
        "no export of PowerShell (what PowerShell shows on a screen: export with Export-Clixml)",
    ),
    "EX1/mailboxes.txt": (
        b"\r\nName  Size\r\n----  ----\r\na     1\r\n",
        "no export of PowerShell (what PowerShell shows on a screen: export with Export-Clixml)",
    ),
    "EX1/settings.json": (b'{"a": [1, 2]}', "no export of PowerShell (JSON)"),
    "EX1/Application.evtx": (b"ElfFile\x00\x00\x00", "no export of PowerShell (an event log)"),
    "EX1/desktop.png": (b"\x89PNG\r\n\x1a\n\x00\x00", "no export of PowerShell (an image)"),
    "EX1/tool.exe": (b"MZ\x90\x00\x03", "no export of PowerShell (a program)"),
    "EX1/raw.bin": (b"\x01\x02\x03", "no export of PowerShell (binary)"),
    "EX1/web.config": (b"<configuration><system.webServer/></configuration>", CONFIGURATION),
    "EX1/applicationHost.config": ('<?xml version="1.0" encoding="utf-16"?>\r\n<!-- IIS -->\r\n<configuration/>'.encode("utf-16"), CONFIGURATION),
    "EX1/events.xml": (b"<Events><Event/></Events>", "XML with the root Events, no export of PowerShell"),
    "Get-AcceptedDomain.xml": (b"<html><body>Sign in &amp; go on</body></html>", PAGE),
    "Get-AcceptedDomain.csv": (b'<!DOCTYPE html><html lang="en"><body>a, b</body></html>', PAGE),
    "xhtml.xml": (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x"><html xmlns="x"/>', PAGE),
    "saved.html": ("\ufeff<!-- saved from url=(0014)about:internet -->\r\n<html dir='ltr'><body>".encode("utf-16-le"), PAGE),
    "fragment.htm": (b"<table><tr><td>AT&T<br></table>", PAGE),
    "saved.mht": (
        b"From: <Saved by a browser>\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\n<html>",
        "no export of PowerShell (a saved page or message (MIME))",
    ),
    "Report.html": (b"<!DOCTYPE html>\r\n<html><body><br>unclosed</body>", PAGE),
    "old.html": (b"\r\n<HTML><p>one<p>two", PAGE),
    "manual.pdf": (b"%PDF-1.7\n%rest", "no export of PowerShell (a PDF)"),
}


@cache
def packaged() -> Catalog:
    return load_catalog()


def zipped(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def read(folder: Path, files: dict[str, bytes], given: Catalog | None = None, name: str = "collected.zip") -> Estate:
    (folder / name).write_bytes(zipped(**files))
    return opened(folder / name, given=given or catalog())


@pytest.mark.parametrize("path", sorted(OTHER))
def test_what_is_no_export_is_listed_with_what_it_is(tmp_path: Path, path: str) -> None:
    content, message = OTHER[path]
    estate = read(tmp_path, {path: content, "Get-ExchangeServer.xml": servers_export("EX1")})

    assert (file(estate, path).state, file(estate, path).message) == (FileState.UNRECOGNISED, message)


@pytest.mark.parametrize("name", ["Get-AcceptedDomain.xml", "Get-AcceptedDomain.csv"])
def test_page_under_the_name_of_an_export_settles_nothing(tmp_path: Path, name: str) -> None:
    estate = read(tmp_path, {name: b"<!DOCTYPE html><html><body>Sign in</body></html>", "Get-ExchangeServer.xml": servers_export("EX1")})

    assert (line(estate, "accepted_domains").status, line(estate, "accepted_domains").rows) == (Status.MISSING, 0)
    assert file(estate, name).state is FileState.UNRECOGNISED


def test_nested_archives_are_listed_and_not_opened(tmp_path: Path) -> None:
    inner = zipped(**{"Get-Service.xml": services_export("W32Time")})
    estate = read(tmp_path, {"EX1/logs.zip": inner, "Get-ExchangeServer.xml": servers_export("EX1")})

    assert file(estate, "EX1/logs.zip").message == "an archive inside the input (zip) is not opened; give it by itself"
    assert estate.tables["windows_services"].num_rows == 0


def test_every_entry_has_a_line(tmp_path: Path) -> None:
    files = {path: content for path, (content, _) in OTHER.items()} | {
        "Get-ExchangeServer.xml": servers_export("EX1"),
        "EX1/Get-Service.xml": services_export("A"),
    }
    estate = read(tmp_path, files)

    assert [each.path for each in estate.files] == sorted(files)
    assert {each.path for each in estate.files if each.state is FileState.READ} == {"Get-ExchangeServer.xml", "EX1/Get-Service.xml"}


@pytest.mark.parametrize(
    "path", ["{}/Get-Service.xml", "{}/{}-Get-Service.xml", "{}-Get-Service.xml", "Get-Service_{}.xml", "out/{}/Windows/Get-Service.xml"]
)
def test_record_belongs_to_the_server_of_its_file_or_folder(tmp_path: Path, path: str) -> None:
    files = {path.format(name, name): services_export(f"of {name}") for name in ("EX1", "EX2")}
    estate = read(tmp_path, {"Get-ExchangeServer.xml": servers_export("EX1", "EX2"), **files})

    assert rows(estate, "windows_services", "name", "target") == [("of EX1", "EX1"), ("of EX2", "EX2")]


@pytest.mark.parametrize("path", ["{}/Get-Service.csv", "Get-Service_{}.csv", "{}-Get-Service-20260801.csv"])
def test_csv_belongs_to_the_server_of_its_file_or_folder(tmp_path: Path, path: str) -> None:
    files = {
        path.format(name): f'#TYPE System.ServiceProcess.ServiceController\r\n"Name","State"\r\n"of {name}","Running"\r\n'.encode()
        for name in ("EX1", "EX2")
    }
    estate = read(tmp_path, {"Get-ExchangeServer.xml": servers_export("EX1", "EX2"), **files})

    assert rows(estate, "windows_services", "name", "target", "state") == [("of EX1", "EX1", "Running"), ("of EX2", "EX2", "Running")]


def test_file_of_one_server_in_the_folder_of_another_goes_by_its_own_name(tmp_path: Path) -> None:
    estate = read(tmp_path, {"Get-ExchangeServer.xml": servers_export("EX1", "EX2"), "EX1/EX2-Get-Service.xml": services_export("A")})

    assert rows(estate, "windows_services", "target") == [("EX2",)]


def test_central_exports_in_each_servers_folder_are_taken_once(tmp_path: Path) -> None:
    domain = exported(f"{EXCHANGE}.AcceptedDomain", {"Name": "contoso.com", "Guid": "00000000-0000-4000-8000-000000000001"})
    estate = read(
        tmp_path, {"Get-ExchangeServer.xml": servers_export("EX1", "EX2"), **{f"{name}/Get-AcceptedDomain.xml": domain for name in ("EX1", "EX2")}}
    )

    assert rows(estate, "accepted_domains", "name", "target") == [("contoso.com", "org")]
    assert "1 of its objects of accepted_domains already stand in EX1/Get-AcceptedDomain.xml" in file(estate, "EX2/Get-AcceptedDomain.xml").message


def test_one_damaged_entry_costs_nothing_else(tmp_path: Path) -> None:
    estate = read(
        tmp_path,
        {"Get-ExchangeServer.xml": servers_export("EX1"), "EX1/Get-Service.xml": services_export("A", "B")[:-60], "EX1/b.xml": b"<configuration>"},
    )

    assert {each.path for each in estate.files if each.state is FileState.DAMAGED} == {"EX1/Get-Service.xml", "EX1/b.xml"}
    assert line(estate, "exchange_servers").status is Status.OK


def test_zip_of_other_things_alone_is_nothing_readable(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="none of 2 files is an export that the catalog knows"):
        read(tmp_path, {"Report.html": b"<html>", "_Errors.txt": b"none"})


def plan(server: str, name: str) -> bytes:
    active = {"InstanceID": "Microsoft:PowerPlan\\{1}", "ElementName": name, "IsActive": True}
    return write_clixml(
        [{"HealthCheckerExchangeServer": {"ServerName": f"{server}.contoso.com", "OSInformation": {"PowerPlan": {"PowerPlan": active}}}}]
    )


def test_results_of_healthchecker_beside_their_text_and_page(tmp_path: Path) -> None:
    files: dict[str, bytes] = {}
    for name, found in (("EX1", "Balanced"), ("EX2", "High performance")):
        files[f"{name}/HealthChecker-{name}-20260801120000.xml"] = plan(name, found)
        files[f"{name}/HealthChecker-{name}-20260801120000.txt"] = b"Exchange Health Checker version 26.07.01\r\n\r\nExchange Information\r\n"
    estate = read(tmp_path, files | {"HealthCheckerExchangeServerReport.html": b"<html><body>"}, given=packaged())

    assert rows(estate, "windows_power_plans", "server", "element_name") == [("EX1", "Balanced"), ("EX2", "High performance")]
    assert [each.path for each in estate.files if each.state is FileState.UNRECOGNISED] == [
        "EX1/HealthChecker-EX1-20260801120000.txt",
        "EX2/HealthChecker-EX2-20260801120000.txt",
        "HealthCheckerExchangeServerReport.html",
    ]


def test_result_makes_its_server_known_to_the_files_beside_it(tmp_path: Path) -> None:
    estate = read(
        tmp_path,
        {
            "EX1/HealthChecker-EX1.xml": plan("EX1", "Balanced"),
            "EX1/Get-Service.xml": services_export("A"),
            "EX2/Get-Service.xml": services_export("B"),
        },
        given=packaged(),
    )

    assert rows(estate, "windows_services", "name", "target") == [("A", "EX1"), ("B", "unattributed")]
