from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed448, ed25519, rsa, x25519
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from exposture.derive import certificates
from exposture.model.coverage import Status
from tests.unit.derive.making import Row, inputs, on_server

START, END = datetime.fromisoformat("2026-01-01T12:00"), datetime.fromisoformat("2028-01-01T12:00")


@lru_cache
def rsa_key() -> rsa.RSAPrivateKey:
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def name(*parts: tuple[x509.ObjectIdentifier, str]) -> x509.Name:
    return x509.Name([x509.NameAttribute(oid, value) for oid, value in parts])


MAIL = name((NameOID.COUNTRY_NAME, "DE"), (NameOID.ORGANIZATION_NAME, "Contoso, Ltd"), (NameOID.COMMON_NAME, "mail.contoso.com"))


def der(
    key: Any = None, *, subject: x509.Name = MAIL, issuer: x509.Name | None = None, signer: Any = None, extensions: tuple[Any, ...] = ()
) -> bytes:
    key = key or rsa_key()
    builder = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer or subject).public_key(key.public_key())
    builder = builder.serial_number(0xABC).not_valid_before(START).not_valid_after(END)
    for extension in extensions:
        builder = builder.add_extension(extension, critical=False)
    signer = signer or key
    algorithm = None if isinstance(signer, ed25519.Ed25519PrivateKey | ed448.Ed448PrivateKey) else hashes.SHA256()
    return builder.sign(signer, algorithm).public_bytes(serialization.Encoding.DER)


def exchange(raw: bytes | None = None, **columns: Any) -> Row:
    return on_server(raw_data=raw) | columns


def derived(statuses: dict[tuple[str, str], Status] | None = None, **tables: list[Row]) -> list[Row]:
    found: list[Row] = certificates.derive(inputs("certificates", statuses, **tables)).to_pylist()
    return found


def test_bytes_give_names_dates_key_and_hash() -> None:
    alternative = x509.SubjectAlternativeName([x509.DNSName("mail.contoso.com"), x509.DNSName("*.contoso.com")])
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH])

    [row] = derived(exchange_certificates=[exchange(der(extensions=(alternative, usage)))])

    assert row["subject_dn"] == row["issuer_dn"] == 'CN=mail.contoso.com, O="Contoso, Ltd", C=DE'
    assert (row["not_before"], row["not_after"], row["serial"]) == (START, END, "ABC")
    assert (row["key_algorithm"], row["key_size"], row["signature_algorithm"], row["signature_hash"]) == ("RSA", 2048, "sha256RSA", "sha256")
    assert (row["dns_names"], row["enhanced_key_usages"]) == (["mail.contoso.com", "*.contoso.com"], ["1.3.6.1.5.5.7.3.1"])
    assert (row["is_parsed"], row["is_self_signed"], row["is_ca"], row["common_name"]) == (True, True, False, "mail.contoso.com")
    assert row["key"] == f"EX1|thumbprint:{row['thumbprint'].lower()}"
    assert (row["services"], row["status"], row["has_private_key"]) == (None, None, None)


def test_thumbprint_is_the_sha1_of_the_bytes() -> None:
    raw = der()

    digest = hashes.Hash(hashes.SHA1())  # noqa: S303  what Windows calls a thumbprint
    digest.update(raw)

    assert derived(exchange_certificates=[exchange(raw)])[0]["thumbprint"] == digest.finalize().hex().upper()


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (lambda: ec.generate_private_key(ec.SECP256R1()), ("EC", 256, "secp256r1", "sha256ECDSA", "sha256")),
        (lambda: dsa.generate_private_key(2048), ("DSA", 2048, None, "sha256DSA", "sha256")),
        (ed25519.Ed25519PrivateKey.generate, ("Ed25519", 256, None, "Ed25519", None)),
        (ed448.Ed448PrivateKey.generate, ("Ed448", 456, None, "Ed448", None)),
    ],
)
def test_each_kind_of_key_is_named(make: Any, expected: tuple[object, ...]) -> None:
    [row] = derived(exchange_certificates=[exchange(der(make()))])

    assert (row["key_algorithm"], row["key_size"], row["key_curve"], row["signature_algorithm"], row["signature_hash"]) == expected


def test_key_that_cannot_sign_is_known_by_its_identifier() -> None:
    [row] = derived(exchange_certificates=[exchange(der(x25519.X25519PrivateKey.generate(), signer=rsa_key()))])

    assert (row["key_algorithm"], row["key_size"], row["is_self_signed"]) == ("1.3.101.110", None, False)


def test_key_of_an_unknown_kind_is_known_by_its_identifier() -> None:
    rsa_oid, odd = bytes.fromhex("06092a864886f70d010101"), bytes.fromhex("06092a864886f70d01017e")

    [row] = derived(exchange_certificates=[exchange(der().replace(rsa_oid, odd))])

    assert (row["key_algorithm"], row["key_size"], row["is_parsed"]) == ("1.2.840.113549.1.1.126", None, True)


def test_certificate_of_an_authority_is_not_self_signed() -> None:
    ca = name((NameOID.COMMON_NAME, "Contoso CA"))
    constraints = x509.BasicConstraints(ca=True, path_length=None)

    [issued] = derived(exchange_certificates=[exchange(der(issuer=ca))])
    [forged] = derived(exchange_certificates=[exchange(der(signer=rsa.generate_private_key(65537, 2048)))])
    [root] = derived(exchange_certificates=[exchange(der(subject=ca, extensions=(constraints,)))])

    assert (issued["is_self_signed"], issued["issuer_dn"]) == (False, "CN=Contoso CA")
    assert forged["is_self_signed"] is False
    assert (root["is_self_signed"], root["is_ca"]) == (True, True)


def test_signature_too_old_to_verify_is_believed_by_its_names() -> None:
    sha256, md2 = bytes.fromhex("06092a864886f70d01010b"), bytes.fromhex("06092a864886f70d010102")

    [row] = derived(exchange_certificates=[exchange(der().replace(sha256, md2))])

    assert (row["is_self_signed"], row["signature_algorithm"], row["signature_hash"]) == (True, "md2RSA", "md2")


def test_unknown_signature_algorithm_keeps_its_identifier() -> None:
    sha256, odd = bytes.fromhex("06092a864886f70d01010b"), bytes.fromhex("06092a864886f70d01017f")

    [row] = derived(exchange_certificates=[exchange(der().replace(sha256, odd))])

    assert (row["signature_algorithm"], row["signature_hash"]) == ("1.2.840.113549.1.1.127", None)


def test_pss_signature_has_the_hash_of_its_parameters() -> None:
    from cryptography.hazmat.primitives.asymmetric import padding

    pss = padding.PSS(mgf=padding.MGF1(hashes.SHA256()), salt_length=32)
    builder = x509.CertificateBuilder().subject_name(MAIL).issuer_name(MAIL).public_key(rsa_key().public_key())
    builder = builder.serial_number(1).not_valid_before(START).not_valid_after(END)
    raw = builder.sign(rsa_key(), hashes.SHA256(), rsa_padding=pss).public_bytes(serialization.Encoding.DER)

    [row] = derived(exchange_certificates=[exchange(raw)])

    assert (row["signature_algorithm"], row["signature_hash"]) == ("RSASSA-PSS", "sha256")


def test_broken_extensions_are_unknown_and_the_rest_is_read() -> None:
    oids = ("2.5.29.17", "2.5.29.19", "2.5.29.37")
    broken = tuple(x509.UnrecognizedExtension(x509.ObjectIdentifier(oid), b"\x04\x01") for oid in oids)

    [row] = derived(exchange_certificates=[exchange(der(extensions=broken))])

    assert (row["dns_names"], row["is_ca"], row["enhanced_key_usages"], row["is_parsed"]) == (None, None, None, True)


def test_unusual_names_are_written_as_dotnet_does() -> None:
    odd = name((x509.ObjectIdentifier("1.2.3.4"), "x"), (NameOID.STATE_OR_PROVINCE_NAME, 'a "b"'), (NameOID.EMAIL_ADDRESS, "a@contoso.com"))

    [row] = derived(exchange_certificates=[exchange(der(subject=odd))])

    assert row["subject_dn"] == 'E=a@contoso.com, S="a ""b""", OID.1.2.3.4=x'
    assert row["common_name"] is None


@pytest.mark.parametrize("raw", [b"no certificate", b"\x30\x00", der()[:-5]])
def test_bytes_that_are_no_certificate_leave_a_row(raw: bytes) -> None:
    [row] = derived(exchange_certificates=[exchange(raw, thumbprint="ab cd", not_after=END, services=["IIS"])])

    assert (row["is_parsed"], row["thumbprint"], row["not_after"], row["services"]) == (False, "ABCD", END, ["IIS"])
    assert (row["key_algorithm"], row["not_before"]) == (None, None)


def test_plain_columns_serve_where_no_bytes_were_exported() -> None:
    plain = exchange(thumbprint="AB", subject="CN=a", issuer="CN=b", certificate_domains=["a.contoso.com"], public_key_size=1024, status="Valid")

    [row] = derived(exchange_certificates=[plain])

    assert (row["subject_dn"], row["issuer_dn"], row["dns_names"], row["key_size"], row["status"]) == (
        "CN=a",
        "CN=b",
        ["a.contoso.com"],
        1024,
        "Valid",
    )
    assert row["is_parsed"] is None


def test_the_computers_store_fills_what_exchange_left_open() -> None:
    raw = der()
    [alone] = derived(windows_certificates=[on_server(raw_data=raw, has_private_key=True)])

    [row] = derived(exchange_certificates=[exchange(raw, services=["SMTP"])], windows_certificates=[on_server(raw_data=raw, has_private_key=True)])

    assert (row["services"], row["has_private_key"]) == (["SMTP"], True)
    assert (alone["services"], alone["has_private_key"]) == (None, True)


def test_rows_that_nothing_names_stay_apart() -> None:
    assert len(derived(exchange_certificates=[exchange(), exchange()])) == 2


def test_bindings_of_http_sys_are_joined_by_hash() -> None:
    rows = [
        on_server(binding="0.0.0.0:443", ssl_cert_hash="ab cd"),
        on_server(binding="[::]:443", ssl_cert_hash="ABCD"),
        on_server(binding="0.0.0.0:1"),
    ]

    [row] = derived(exchange_certificates=[exchange(thumbprint="ABCD")], registry_http_ssl_bindings=rows)
    [unknown] = derived(exchange_certificates=[exchange(thumbprint="ABCD")])

    assert (row["http_bindings"], row["registry_http_ssl_bindings_known"]) == (["0.0.0.0:443", "[::]:443"], True)
    assert (unknown["http_bindings"], unknown["registry_http_ssl_bindings_known"]) == (None, False)
