from __future__ import annotations

from typing import Any

from exposture.derive import iis_site_bindings
from tests.unit.derive.making import Row, inputs, on_server
from tests.unit.derive.test_iis_settings import SITES, config

X_PATH = "/system.applicationHost/sites/site[@name='Default Web Site' and @id='1']"


def exported(information: str, **columns: Any) -> Row:
    return on_server(item_x_path=X_PATH, protocol="https", binding_information=information, ssl_flags_value=0) | columns


def bound(name: str, digest: str | None = "ab") -> Row:
    return on_server(binding=name, ssl_cert_hash=digest, ssl_cert_store_name="MY")


def derived(rows: list[Row], *bindings: Row) -> list[Row]:
    found: list[Row] = iis_site_bindings.derive(inputs("iis_site_bindings", iis_config=rows, registry_http_ssl_bindings=list(bindings))).to_pylist()
    return found


def test_exported_binding_has_its_own_hash() -> None:
    [row] = derived([exported("*:444:", certificate_hash="0f aa", certificate_store_name="MY")], bound("0.0.0.0:444"))

    assert (row["site"], row["site_id"], row["ip_text"], row["port"], row["host_name"]) == ("Default Web Site", 1, "*", 444, None)
    assert (row["certificate_hash"], row["certificate_store_name"], row["hash_source"]) == ("0FAA", "MY", "iis_config")


def test_configured_binding_takes_the_hash_that_http_sys_presents() -> None:
    rows = config("", SITES, "site[1]", name="Default Web Site", id="1")
    rows += config("", SITES, "site[1]/bindings/binding[1]", protocol="https", bindingInformation="*:443:", sslFlags="0")
    rows += config("", SITES, "site[1]/bindings/binding[2]", protocol="http", bindingInformation="*:80:")

    https, http = sorted(derived(rows, bound("0.0.0.0:443"), bound("0.0.0.0:80")), key=lambda row: -row["port"])

    assert (https["certificate_hash"], https["hash_source"], https["certificate_store_name"]) == ("AB", "registry_http_ssl_bindings", "MY")
    assert (http["certificate_hash"], http["hash_source"], http["ssl_flags_value"]) == (None, None, None)


def test_more_exact_bindings_come_first() -> None:
    everywhere, address, host = bound("[::]:443", "01"), bound("127.0.0.1:443", "02"), bound("mail.contoso.com:443", "03")
    rows = [exported(":443:"), exported("127.0.0.1:443:"), exported("*:443:mail.contoso.com", ssl_flags_value=1)]

    found = {row["binding_information"]: row["certificate_hash"] for row in derived(rows, everywhere, address, host)}

    assert found == {":443:": "01", "127.0.0.1:443:": "02", "*:443:mail.contoso.com": "03"}


def test_binding_without_certificate_or_readable_address_is_kept() -> None:
    rows = [exported("nonsense", item_x_path=None), exported("[::1]:443:a.contoso.com")]

    found = {row["binding_information"]: row for row in derived(rows, bound("0.0.0.0:9", None))}

    assert (found["nonsense"]["site"], found["nonsense"]["port"], found["nonsense"]["certificate_hash"]) == (None, None, None)
    assert (found["[::1]:443:a.contoso.com"]["ip_text"], found["[::1]:443:a.contoso.com"]["host_name"]) == ("[::1]", "a.contoso.com")
