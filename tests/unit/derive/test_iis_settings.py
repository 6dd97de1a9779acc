from __future__ import annotations

from typing import Any

import pytest

from exposture.derive import iis_settings
from tests.unit.derive.making import Row, inputs, on_server

SITES = "system.applicationHost/sites"
ACCESS = "system.webServer/security/access"
AUTHENTICATION = "system.webServer/security/authentication"


def config(location: str, section: str, element: str = "", **attributes: Any) -> list[Row]:
    place = {"location": location, "section": section, "element": element}
    return [on_server(attribute=name.replace("_", "-"), value=value, **place) for name, value in attributes.items()]


def site(*applications: str) -> list[Row]:
    rows = config("", SITES, "site[1]", name="Default Web Site", id="1")
    rows += config("", SITES, "site[1]/bindings/binding[1]", protocol="https", bindingInformation="*:443:")
    for number, path in enumerate(("/", *applications), start=1):
        rows += config("", SITES, f"site[1]/application[{number}]", path=path)
        rows += config("", SITES, f"site[1]/application[{number}]/virtualDirectory[1]", path="/", physicalPath=f"C:\\Exchange\\{path[1:]}")
    return rows


def derived(*rows: list[Row], **tables: list[Row]) -> dict[str, Row]:
    made = inputs("iis_settings", iis_config=[row for group in rows for row in group], **tables)
    return {row["path"]: row for row in iis_settings.derive(made).to_pylist()}


def test_a_path_takes_what_the_nearest_place_above_says() -> None:
    found = derived(
        site("/owa"),
        config("MACHINE/WEBROOT/APPHOST", ACCESS, sslFlags="None"),
        config("Default Web Site", ACCESS, sslFlags="Ssl, Ssl128"),
        config("default web site/OWA", f"{AUTHENTICATION}/basicAuthentication", enabled="true"),
        config("", f"{AUTHENTICATION}/basicAuthentication", enabled="false"),
    )

    assert (found["/owa"]["ssl_flags"], found["/owa"]["basic_authentication"]) == (["Ssl", "Ssl128"], True)
    assert (found["/"]["basic_authentication"], found["/"]["digest_authentication"]) == (False, None)
    assert found["/owa"]["key"] == "EX1|site:default web site|path:/owa"


def test_location_without_an_application_has_a_row() -> None:
    found = derived(site("/owa"), config("Default Web Site/owa/auth", ACCESS, sslFlags="None"), config("Other/x", ACCESS, sslFlags="Ssl"))

    assert {path: row["is_application"] for path, row in found.items()} == {"/": True, "/owa": True, "/owa/auth": False}
    assert (found["/owa/auth"]["ssl_flags"], found["/owa/auth"]["physical_path"], found["/"]["ssl_flags"]) == (["None"], None, None)


def test_windows_authentication_shows_providers_and_token_checking() -> None:
    windows = f"{AUTHENTICATION}/windowsAuthentication"
    found = derived(
        site("/owa"),
        config("", windows, "providers/add[2]", value="NTLM"),
        config("", windows, "providers/add[1]", value="Negotiate"),
        config("Default Web Site/owa", windows, "providers/add[1]", value="NTLM"),
        config("Default Web Site/owa", windows, "extendedProtection", tokenChecking="Require"),
    )

    assert (found["/"]["providers"], found["/owa"]["providers"]) == (["Negotiate", "NTLM"], ["NTLM"])
    assert (found["/"]["token_checking"], found["/owa"]["token_checking"]) == (None, "Require")


def test_custom_headers_add_up_and_may_be_removed_below() -> None:
    protocol = "system.webServer/httpProtocol"
    found = derived(
        site("/owa"),
        config("", protocol, "customHeaders/add[1]", name="X-Powered-By", value="ASP.NET"),
        config("", protocol, "customHeaders/add[2]", name="X-Frame", value="SAMEORIGIN"),
        config("Default Web Site/owa", protocol, "customHeaders/remove[1]", name="X-Powered-By"),
        config("Default Web Site/owa", protocol, "customHeaders/add[1]", name="x-frame", value="DENY"),
    )

    assert found["/"]["custom_headers"] == ["X-Frame: SAMEORIGIN", "X-Powered-By: ASP.NET"]
    assert found["/owa"]["custom_headers"] == ["x-frame: DENY"]


def test_site_settings_hold_for_each_of_its_paths() -> None:
    found = derived(
        site("/owa"),
        config("", SITES, "site[1]/hsts", enabled="true", max_age="31536000", redirectHttpToHttps="false"),
        config("", SITES, "siteDefaults/logFile", enabled="true", directory=r"C:\logs"),
    )

    row = found["/owa"]
    assert (row["hsts_enabled"], row["hsts_max_age"], row["redirect_http_to_https"]) == (True, 31536000, False)
    assert (row["log_enabled"], row["log_directory"], row["bindings_text"]) == (True, r"C:\logs", ["https *:443:"])


@pytest.mark.parametrize(
    ("folder", "expected"), [(r"C:\Exchange", True), ("c:\\exchange\\", True), (r"C:\Exch", False), (None, None), (r"C:\Other", False)]
)
def test_folder_lies_below_exchange_or_not(folder: str | None, expected: bool | None) -> None:
    rows = [on_server(msi_install_path=folder)] if folder else []

    found = derived(site("/owa"), registry_exchange=rows)

    assert found["/owa"]["physical_path"] == "C:\\Exchange\\owa"
    assert found["/"]["is_below_exchange"] is expected


def test_folder_with_a_variable_is_unknown() -> None:
    variable = config("", SITES, "site[1]/application[1]/virtualDirectory[1]", physicalPath="%SystemDrive%\\inetpub")

    assert derived(site(), variable, registry_exchange=[on_server(msi_install_path="C:\\Exchange")])["/"]["is_below_exchange"] is None


def binding(x_path: str | None) -> Row:
    return on_server(item_x_path=x_path, protocol="https", binding_information="*:443:")


def test_bindings_alone_make_a_row_per_site_and_are_no_complete_configuration() -> None:
    loose = [binding("/x/site[@name='Default Web Site' and @id='1']"), binding(None)]
    made = inputs("iis_settings", iis_config=loose)

    [row] = iis_settings.derive(made).to_pylist()

    assert (row["site"], row["path"], row["bindings_text"], row["ssl_flags"]) == ("Default Web Site", "/", ["https *:443:"], None)
    assert iis_settings.incomplete(made) == {"EX1": "only the bindings of the sites were exported (Get-WebBinding)"}
    assert iis_settings.incomplete(inputs("iis_settings", iis_config=[*loose, *site()])) == {}


def test_application_without_folder_has_none() -> None:
    found = derived(config("", SITES, "site[1]", name="A"), config("", SITES, "site[1]/application[1]", path="/x"), [on_server(section=None)])

    assert (found["/x"]["physical_path"], found["/x"]["site"]) == (None, "A")
