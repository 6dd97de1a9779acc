"""Certificates on servers, what HTTP.sys presents, and what the registry says about TLS."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.contoso.certificates import AUTH, Certificate, der, front, on_server, own, thumbprint
from scripts.contoso.contents import Contents, Row
from scripts.contoso.machines import EX10, EX16, EX19B, SERVERS, Machine
from scripts.contoso.names import ORGANIZATION_DN, directory_object

ORG = "org"
SCHANNEL = r"SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL"
OLD_PROTOCOLS, NEW_PROTOCOL = ("SSL 2.0", "SSL 3.0", "TLS 1.0", "TLS 1.1"), "TLS 1.2"
SIDES = ("Client", "Server")
LIMITS = ("allow_insecure_renego_clients", "allow_insecure_renego_servers", "server_min_key_bit_length", "client_min_key_bit_length")
FRAMEWORK = r"SOFTWARE\{wow}Microsoft\.NETFramework\{version}"


def fill(contents: Contents) -> None:
    """Add certificates, bindings and the registry of TLS."""
    for machine in SERVERS:
        certificates = on_server(machine)
        contents.put("exchange_certificates", machine.name, [exchange_certificate(each) for each in certificates])
        contents.put("windows_certificates", machine.name, [_store_certificate(each) for each in certificates])
        contents.put("registry_http_ssl_bindings", machine.name, list(_bindings(machine)))
        contents.put("registry_schannel", machine.name, list(_schannel(machine)))
        contents.put("registry_net_framework", machine.name, list(_framework(machine)))
    contents.put("auth_config", ORG, [_auth_config()])
    contents.put("irm_configuration", ORG, [_rights_management()])
    contents.put("federation_trusts", ORG, [])


def exchange_certificate(certificate: Certificate) -> Row:
    """Return the row of Get-ExchangeCertificate with the columns that the collector selects."""
    return {
        **_store_certificate(certificate),
        "certificate_domains": list(certificate.names),
        "services": list(certificate.services),
        "status": "DateInvalid" if certificate.ends < "2026-08-17" else "Valid",
        "is_self_signed": certificate.is_self_signed,
        "root_ca_type": certificate.root,
        "public_key_size": 1024 if certificate.key == "mail-old" else 2048,
        "signature_algorithm": "sha1RSA" if certificate.is_sha1 else "sha256RSA",
    }


def replace_certificate(contents: Contents, machine: Machine, old: Certificate, new: Certificate) -> None:
    """Put a certificate in another's place on a server: in the store, in Exchange and on the sockets of HTTP.sys."""
    for dataset, made in (("exchange_certificates", exchange_certificate), ("windows_certificates", _store_certificate)):
        contents.row(dataset, machine.name, thumbprint=thumbprint(old)).update(made(new))
    for row in contents.rows("registry_http_ssl_bindings", machine.name, ssl_cert_hash=thumbprint(old).lower()):
        row["ssl_cert_hash"] = thumbprint(new).lower()


def _store_certificate(certificate: Certificate) -> Row:
    issuer = certificate.subject
    if certificate.issuer:
        issuer = "CN=Contoso Issuing CA, O=Contoso" if certificate.issuer == "contoso-ca" else "CN=Example Trust Services CA 2, O=Example Trust"
    return {
        "thumbprint": thumbprint(certificate),
        "subject": certificate.subject,
        "issuer": issuer,
        "serial_number": f"{certificate.serial:X}".rjust(2 * ((certificate.serial.bit_length() + 7) // 8), "0"),
        "friendly_name": certificate.friendly_name,
        "not_before": f"{certificate.begins}T00:00:00Z",
        "not_after": f"{certificate.ends}T00:00:00Z",
        "has_private_key": True,
        "raw_data": der(certificate),
    }


def _bindings(machine: Machine) -> Iterator[Row]:
    if machine.is_edge:
        return
    shown = thumbprint(front(machine)).lower()
    for address in ("0.0.0.0:443", "127.0.0.1:443"):
        yield {"binding": address, "ssl_cert_hash": shown, "ssl_cert_store_name": "MY"}
    if machine is not EX10:
        yield {"binding": "0.0.0.0:444", "ssl_cert_hash": thumbprint(own(machine)).lower(), "ssl_cert_store_name": "MY"}


def _schannel(machine: Machine) -> Iterator[Row]:
    """Yield the keys below SCHANNEL: hardened on 2019 and the Edge, untouched on EX16 but for TLS 1.2 that somebody broke, bare on EX10."""
    nothing: Row = dict.fromkeys(("enabled_value", "disabled_by_default_value"))
    limits: Row = dict.fromkeys(LIMITS)
    yield {"key_path": SCHANNEL, **nothing, **limits}
    if machine is EX10:
        yield _protocol("SSL 2.0", "Client", nothing | {"disabled_by_default_value": 1})
        return
    if machine is EX16:
        yield _protocol(NEW_PROTOCOL, "Client", {"enabled_value": 0, "disabled_by_default_value": None})
        return
    for protocol in OLD_PROTOCOLS:
        for side in SIDES:
            yield _protocol(protocol, side, {"enabled_value": 0, "disabled_by_default_value": 1})
    for side in SIDES:
        yield _protocol(NEW_PROTOCOL, side, {"enabled_value": 1, "disabled_by_default_value": 0})
    yield {"key_path": rf"{SCHANNEL}\Ciphers\RC4 128/128", "enabled_value": 0, "disabled_by_default_value": None}


def _protocol(protocol: str, side: str, values: Row) -> Row:
    return {"key_path": rf"{SCHANNEL}\Protocols\{protocol}\{side}", **values}


def _framework(machine: Machine) -> Iterator[Row]:
    is_set = machine not in (EX16, EX10)
    for wow in ("", "Wow6432Node\\"):
        for version in ("v2.0.50727", "v4.0.30319"):
            value = 1 if is_set or (machine is EX19B and version.startswith("v4")) else None
            yield {"key_path": FRAMEWORK.format(wow=wow, version=version), "sch_use_strong_crypto": value, "system_default_tls_versions": value}


def _auth_config() -> Row:
    return {
        **directory_object("Auth Configuration", ORGANIZATION_DN),
        "current_certificate_thumbprint": thumbprint(AUTH),
        "next_certificate_thumbprint": None,
        "next_certificate_effective_date": None,
        "previous_certificate_thumbprint": None,
        "service_name": "00000002-0000-0ff1-ce00-000000000000",
        "realm": None,
    }


def _rights_management() -> Row:
    return {
        **directory_object("ControlPoint Config", ORGANIZATION_DN),
        "internal_licensing_enabled": False,
        "external_licensing_enabled": False,
        "azure_rms_licensing_enabled": False,
        "journal_report_decryption_enabled": True,
        "transport_decryption_setting": "Optional",
        "client_access_server_enabled": True,
        "search_enabled": True,
        "simplified_client_access_enabled": False,
        "e_discovery_super_user_enabled": True,
        "licensing_location": [],
        "service_location": None,
        "publishing_location": None,
    }
