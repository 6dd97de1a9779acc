"""Results of Microsoft's HealthChecker, invented, in the layouts of 2021 and of later versions, read with the packaged catalog."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from exposture.catalog.load import Catalog, load_catalog
from exposture.ingest.clixml_writer import Shape, Writable, write_clixml
from exposture.model.coverage import FileState, Status
from exposture.model.estate import Estate
from exposture.model.values import Entries
from tests.unit.bundle.samples import EXCHANGE, exported, file, line, loose, opened, rows

RESULT = "HealthChecker.HealthCheckerExchangeServer"


@cache
def packaged() -> Catalog:
    return load_catalog()


def server_object(name: str = "EX1") -> Shape:
    values = {
        "Name": name,
        "Guid": f"00000000-0000-4000-8000-{name.encode().hex():0>12}",
        "Fqdn": f"{name.lower()}.contoso.com",
        "ServerRole": "Mailbox",
    }
    return Shape(types=(f"{EXCHANGE}.Management.ExchangeServer",), text=name, adapted=values | {"StaticDomainControllers": []})


def result(name: str = "EX1", *, system: Mapping[str, Writable] | None = None, exchange: Mapping[str, Writable] | None = None) -> dict[str, Writable]:
    """Return the result object; `system` is its OSInformation, `exchange` its ExchangeInformation."""
    return {"ServerName": name, "OSInformation": system or {}, "ExchangeInformation": exchange or {}, "GenerationTime": "2026-08-01T10:00:00Z"}


def of_2021(**parts: Mapping[str, Writable]) -> bytes:
    return exported(RESULT, result(**parts))  # type: ignore[arg-type]  # parts of a result


def of_later(**parts: Mapping[str, Writable]) -> bytes:
    wrapped = {"HealthCheckerExchangeServer": result(**parts), "HtmlServerValues": None, "DisplayResults": []}  # type: ignore[arg-type]  # parts of a result
    return write_clixml([wrapped])


def read(folder: Path, content: bytes, **more: bytes) -> Estate:
    return opened(loose(folder, HealthChecker_EX1_xml=content, **more), given=packaged())


def protocol(**values: Writable) -> dict[str, Writable]:
    tls = Entries([("1.0", Shape(extended={"TLSVersion": "1.0", **values}))])  # type: ignore[list-item]  # the writer takes shapes inside
    return {"TLSSettings": {"Registry": {"TLS": tls}}}


def schannel(estate: Estate) -> dict[object, tuple[object, ...]]:
    found = rows(estate, "registry_schannel", "key_path", "enabled_value", "enabled_value_known")
    return {str(path).rpartition("\\")[2]: rest for path, *rest in found}  # type: ignore[misc]  # rows of a test


def test_both_layouts_are_recognised_whatever_the_file_is_called(tmp_path: Path) -> None:
    content = {
        "one_xml": of_2021(exchange={"GetExchangeServer": server_object("EX1")}),
        "two_xml": of_later(exchange={"GetExchangeServer": server_object("EX2")}),
    }
    estate = opened(loose(tmp_path, **content), given=packaged())

    assert rows(estate, "exchange_servers", "name", "source_file") == [("EX1", "one.xml"), ("EX2", "two.xml")]


@pytest.mark.parametrize("value", [0, 1])
def test_raw_value_beats_the_computed_switch(tmp_path: Path, value: int) -> None:
    computed = {"ServerEnabled": not value, "ClientEnabled": not value}
    estate = read(tmp_path, of_later(system=protocol(**computed, ServerEnabledValue=value, ClientEnabledValue=None)))

    assert schannel(estate) == {"Server": [value, True], "Client": [None, True]}


def test_computed_switch_alone_is_unknown(tmp_path: Path) -> None:
    estate = read(tmp_path, of_later(system=protocol(ServerEnabled=True, ClientEnabled=True)))

    assert schannel(estate) == {"Server": [None, False], "Client": [None, False]}


def test_layout_without_raw_values_gives_no_registry(tmp_path: Path) -> None:
    flat = Entries([("1.0", Shape(extended={"TLSVersion": "1.0", "ServerEnabled": False}))])  # type: ignore[list-item]  # the writer takes shapes inside
    estate = read(tmp_path, of_2021(system={"TLSSettings": flat}, exchange={"GetExchangeServer": server_object()}))

    assert line(estate, "registry_schannel", "EX1").status is Status.MISSING


@pytest.mark.parametrize(
    ("value", "level"),
    [
        ({"LmCompatibility": {"RegistryValue": 5}}, [(5, True)]),
        ({"LmCompatibility": {"RegistryValue": 3}}, []),
        ({"RegistryValues": {"LmCompatibilityLevel": 0}}, [(0, True)]),
    ],
)
def test_level_that_the_tool_fills_in_is_not_taken(tmp_path: Path, value: dict[str, Writable], level: list[tuple[object, ...]]) -> None:
    estate = read(tmp_path, of_2021(system=value, exchange={"GetExchangeServer": server_object()}))

    assert rows(estate, "registry_lsa", "lm_compatibility_level", "lm_compatibility_level_known") == level


@pytest.mark.parametrize(("value", "found"), [(0, []), (0.0, []), (1_800_000.0, [(1_800_000, True)])])
def test_zero_may_stand_for_a_value_that_is_not_written(tmp_path: Path, value: float, found: list[tuple[object, ...]]) -> None:
    estate = read(tmp_path, of_2021(system={"NetworkInformation": {"TCPKeepAlive": value}}, exchange={"GetExchangeServer": server_object()}))
    kept = [
        (number, known)
        for path, number, known in rows(estate, "registry_tcpip", "key_path", "keep_alive_time", "keep_alive_time_known")
        if "Tcpip\\" in str(path)
    ]

    assert kept == found


def test_restart_is_known_where_it_is_true_alone(tmp_path: Path) -> None:
    pending = {"PendingFileRenameOperations": False, "ComponentBasedServicingRebootPending": True, "AutoUpdatePendingReboot": False}
    estate = read(tmp_path, of_2021(system={"ServerPendingReboot": pending}))

    assert rows(estate, "registry_reboot_pending", "pending_file_renames", "cbs_reboot_pending", "wu_reboot_required") == [(None, True, None)]


def test_version_that_the_tool_made_up_is_no_file_version(tmp_path: Path) -> None:
    made_up = {"BuildInformation": {"ExchangeSetup": {"FileVersion": "15.2.1748.10", "FailedGetExSetup": True}}, "GetExchangeServer": server_object()}
    estate = read(tmp_path, of_later(exchange=made_up))

    assert line(estate, "windows_exsetup", "EX1").status is Status.MISSING


def test_server_is_the_one_that_the_result_names(tmp_path: Path) -> None:
    plan = {"PowerPlan": {"PowerPlan": {"InstanceID": "p1", "ElementName": "Balanced", "IsActive": True}}}
    estate = opened(loose(tmp_path, HealthChecker_EX9_xml=exported(RESULT, result("ex1.contoso.com", system=plan))), given=packaged())

    assert rows(estate, "windows_power_plans", "server", "target", "element_name") == [("EX1", "EX1", "Balanced")]


def test_one_server_is_not_the_whole_organization(tmp_path: Path) -> None:
    estate = read(tmp_path, of_2021(exchange={"GetExchangeServer": server_object()}))

    assert (line(estate, "exchange_servers").status, line(estate, "exchange_servers").message) == (
        Status.PARTIAL,
        "the tool reads one server of the organization",
    )
    assert rows(estate, "exchange_servers", "static_domain_controllers", "static_config_domain_controller_known") == [(None, False)]


def test_export_of_the_thing_itself_wins_and_makes_it_whole(tmp_path: Path) -> None:
    listed = write_clixml([server_object("EX1"), server_object("EX2")])
    estate = read(tmp_path, of_2021(exchange={"GetExchangeServer": server_object()}), z_xml=listed)

    assert rows(estate, "exchange_servers", "name", "source_file") == [("EX1", "z.xml"), ("EX2", "z.xml")]
    assert line(estate, "exchange_servers").status is Status.OK
    assert "1 of its objects of exchange_servers already stand in z.xml" in file(estate, "HealthChecker_EX1.xml").message


def test_time_of_the_run_dates_a_result_without_the_servers_clock(tmp_path: Path) -> None:
    windows = {"BuildInformation": {"OperatingSystem": {"BuildNumber": "20348", "Caption": "Windows"}}}
    estate = read(tmp_path, of_2021(system=windows))

    assert (str(estate.as_of), estate.as_of_origin) == ("2026-08-01 10:00:00", "estimate")
    assert rows(estate, "windows_operating_system", "build_number") == [(20348,)]


def test_hotfixes_are_those_of_either_place(tmp_path: Path) -> None:
    fix = {"HotFixID": "KB1", "CSName": "EX1"}
    old, new = {"InstalledUpdates": {"HotFixes": [fix]}}, {"HotFixes": [fix, {"HotFixID": "KB2", "CSName": "EX1"}]}

    assert rows(read(tmp_path / "old", of_2021(system=old)), "windows_hotfixes", "hot_fix_id") == [("KB1",)]
    assert rows(read(tmp_path / "new", of_later(system=new)), "windows_hotfixes", "hot_fix_id") == [("KB1",), ("KB2",)]


@pytest.mark.parametrize("fixes", [None, [], ""])
def test_list_that_could_not_be_read_is_missing_and_not_empty(tmp_path: Path, fixes: Writable) -> None:
    estate = read(tmp_path, of_2021(system={"InstalledUpdates": {"HotFixes": fixes}}, exchange={"GetExchangeServer": server_object()}))

    assert line(estate, "windows_hotfixes", "EX1").status is Status.MISSING


def test_directories_of_later_versions_are_the_directorys_view(tmp_path: Path) -> None:
    owa = [
        {"Name": f"owa ({site})", "Guid": f"00000000-0000-4000-8000-00000000000{number}", "WebSite": ""}
        for number, site in enumerate(("Default", "Back End"))
    ]
    estate = read(tmp_path, of_later(exchange={"VirtualDirectories": {"GetOwaVirtualDirectory": owa}}))

    assert rows(estate, "owa_virtual_directories", "target", "read_with_ad_properties_only") == [("EX1", True), ("EX1", True)]
    assert line(estate, "owa_virtual_directories", "EX1").status is Status.OK


def test_result_cut_short_is_damaged(tmp_path: Path) -> None:
    content = of_2021(exchange={"GetExchangeServer": server_object()})
    estate = read(tmp_path, content[:-200], z_xml=write_clixml([server_object("EX1")]))

    assert file(estate, "HealthChecker_EX1.xml").state is FileState.DAMAGED


def test_latest_layout_gives_connectors_certificates_and_authentication(tmp_path: Path) -> None:
    certificate = {"Thumbprint": "AA" * 20, "Subject": "CN=mail", "Services": "IIS, SMTP"}
    connector = {"Name": "Default EX1", "Guid": "00000000-0000-4000-8000-000000000001", "Server": "EX1", "Bindings": ["0.0.0.0:25"]}
    exchange = {
        "GetExchangeServer": server_object(),
        "GetReceiveConnector": [connector],
        "ExchangeCertificateInformation": {"Certificates": certificate},
        "ComputerMembership": {"LocalGroupMember": [{"Name": "CONTOSO\\admins", "SID": "S-1-5-21-1-2-3-512", "ObjectClass": "Group"}]},
    }
    wrapped = {**result(exchange=exchange), "OrganizationInformation": {"GetAuthConfig": {"CurrentCertificateThumbprint": "AA" * 20}}}
    estate = read(tmp_path, write_clixml([{"HealthCheckerExchangeServer": wrapped}]))

    assert rows(estate, "receive_connectors", "name", "server", "target") == [("Default EX1", "EX1", "org")]
    assert rows(estate, "exchange_certificates", "thumbprint", "services", "target") == [("AA" * 20, ["IIS", "SMTP"], "EX1")]
    assert rows(estate, "auth_config", "current_certificate_thumbprint") == [("AA" * 20,)]
    assert rows(estate, "windows_local_group_members", "group_sid", "sid") == [("S-1-5-32-544", "S-1-5-21-1-2-3-512")]
    assert {name: line(estate, name).status for name in ("receive_connectors", "auth_config")} == {
        "receive_connectors": Status.PARTIAL,
        "auth_config": Status.OK,
    }


def test_name_of_the_server_object_counts_more_than_what_the_tool_calls_it(tmp_path: Path) -> None:
    plan = {"PowerPlan": {"PowerPlan": {"InstanceID": "p1", "IsActive": True}}}
    content = exported(RESULT, result("38142983-080a-4e34-90b6-401759c3f3e7", system=plan, exchange={"GetExchangeServer": server_object("EX7")}))

    assert rows(read(tmp_path, content), "windows_power_plans", "server") == [("EX7",)]
