"""The certificates of Contoso, made anew from fixed keys, serial numbers and dates, so that the same bytes come out.

The keys stand in `keys.csv` beside this module. They protect nothing: they exist to sign certificates of invented names.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from scripts.contoso.machines import EDGE1, EX10, EX16, SERVERS, Machine
from scripts.contoso.names import AD_DOMAIN

EXPONENT = 65_537
SHA256_RSA, SHA1_RSA = bytes.fromhex("06092a864886f70d01010b"), bytes.fromhex("06092a864886f70d010105")
SHA1_PREFIX = bytes.fromhex("3021300906052b0e03021a05000414")
PUBLIC, INTERNAL, REGISTRY, NO_CA = "ThirdParty", "Enterprise", "Registry", "None"


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """One certificate; `key` is a name in keys.csv, `issuer` the key of the one who signed, itself where it is empty."""

    key: str
    common_name: str
    serial: int
    begins: str
    ends: str
    organization: str = ""
    issuer: str = ""
    friendly_name: str = ""
    names: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    root: str = REGISTRY
    is_sha1: bool = False

    @property
    def is_self_signed(self) -> bool:
        return not self.issuer

    @property
    def subject(self) -> str:
        return f"CN={self.common_name}" + (f", O={self.organization}" if self.organization else "")


EXAMPLE_CA = Certificate(
    key="example-ca", common_name="Example Trust Services CA 2", organization="Example Trust", serial=0x11, begins="2020-01-01", ends="2035-01-01"
)
CONTOSO_CA = Certificate(
    key="contoso-ca", common_name="Contoso Issuing CA", organization="Contoso", serial=0x21, begins="2019-04-01", ends="2034-04-01"
)
ISSUERS = {EXAMPLE_CA.key: EXAMPLE_CA, CONTOSO_CA.key: CONTOSO_CA}
MAIL = Certificate(
    key="mail.example.com",
    common_name="mail.example.com",
    organization="Contoso",
    issuer="example-ca",
    serial=0x5A17_0B42_9E31_77C4,
    begins="2026-03-02",
    ends="2027-03-02",
    friendly_name="mail.example.com 2026",
    names=("mail.example.com", "autodiscover.example.com"),
    services=("IIS", "SMTP"),
    root=PUBLIC,
)
ENDING = Certificate(
    key="ex16",
    common_name=f"ex16.{AD_DOMAIN}",
    organization="Contoso",
    issuer="contoso-ca",
    serial=0x1D_00_0000_2B,
    begins="2024-09-06",
    ends="2026-09-06",
    friendly_name="EX16 web",
    names=(f"ex16.{AD_DOMAIN}", "mail.example.com", "autodiscover.example.com"),
    services=("IIS", "SMTP"),
    root=INTERNAL,
)
EXPIRED = Certificate(
    key="mail-old",
    common_name=f"ex10.{AD_DOMAIN}",
    organization="Contoso",
    issuer="contoso-ca",
    serial=0x1D_00_0000_09,
    begins="2021-05-31",
    ends="2026-05-31",
    friendly_name="EX10 all services",
    names=(f"ex10.{AD_DOMAIN}",),
    services=("IMAP", "POP", "IIS", "SMTP"),
    root=INTERNAL,
    is_sha1=True,
)
AT_THE_EDGE = Certificate(
    key="edge1",
    common_name="mx.example.com",
    organization="Contoso",
    issuer="example-ca",
    serial=0x5A17_0B42_9E31_8001,
    begins="2026-03-02",
    ends="2027-03-02",
    friendly_name="mx.example.com 2026",
    names=("mx.example.com",),
    services=("SMTP",),
    root=PUBLIC,
)
AUTH = Certificate(
    key="auth",
    common_name="Microsoft Exchange Server Auth Certificate",
    serial=0x2C9B_88F0_41D7_6A03,
    begins="2023-01-16",
    ends="2027-12-21",
    friendly_name="Microsoft Exchange Server Auth Certificate",
    services=("SMTP",),
    root=NO_CA,
)


def own(machine: Machine) -> Certificate:
    """Return the self-signed certificate that setup makes on each server."""
    begins, ends = ("2022-09-20", "2027-09-20") if machine is EX10 else ("2024-05-14", "2029-05-14")
    return Certificate(
        key=f"exchange-{machine.name.lower()}",
        common_name=machine.name,
        serial=0x3000_0000_0000_0001 + SERVERS.index(machine),
        begins=begins,
        ends=ends,
        friendly_name="Microsoft Exchange",
        names=(machine.name.lower(), machine.fqdn),
        services=("SMTP",),
        root=NO_CA,
        is_sha1=machine is EX10,
    )


def management(machine: Machine) -> Certificate:
    """Return the certificate of the web management service, which nobody uses."""
    return Certificate(
        key=f"wmsvc-{machine.name.lower()}",
        common_name=f"WMSvc-SHA2-{machine.name}",
        serial=0x4000_0000_0000_0001 + SERVERS.index(machine),
        begins="2019-05-14",
        ends="2029-05-11",
        friendly_name="WMSVC-SHA2",
        services=("None",),
        root=NO_CA,
    )


def on_server(machine: Machine) -> list[Certificate]:
    """Return the certificates of one server, the one that clients see first."""
    if machine is EX10:
        return [EXPIRED, own(machine)]
    if machine is EDGE1:
        return [AT_THE_EDGE, own(machine)]
    return [ENDING if machine is EX16 else MAIL, own(machine), AUTH, management(machine)]


def front(machine: Machine) -> Certificate:
    """Return the certificate that clients see on a server."""
    return on_server(machine)[0]


def thumbprint(certificate: Certificate) -> str:
    """Return the SHA-1 of the bytes, as Windows names certificates."""
    return hashlib.sha1(der(certificate), usedforsecurity=False).hexdigest().upper()


@lru_cache(maxsize=64)
def der(certificate: Certificate) -> bytes:
    """Return the bytes of a certificate."""
    issuer = ISSUERS.get(certificate.issuer, certificate)
    is_ca = certificate in ISSUERS.values()
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(certificate))
        .issuer_name(_name(issuer))
        .public_key(_key(certificate.key).public_key())
        .serial_number(certificate.serial)
        .not_valid_before(_day(certificate.begins))
        .not_valid_after(_day(certificate.ends))
        .add_extension(x509.BasicConstraints(ca=is_ca, path_length=None), critical=True)
    )
    if certificate.names:
        builder = builder.add_extension(x509.SubjectAlternativeName([x509.DNSName(name) for name in certificate.names]), critical=False)
    if not is_ca:
        builder = builder.add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    signed = builder.sign(_key(issuer.key), hashes.SHA256())
    content = signed.public_bytes(serialization.Encoding.DER)
    return _signed_with_sha1(content, signed.tbs_certificate_bytes, issuer.key) if certificate.is_sha1 else content


def _signed_with_sha1(content: bytes, body: bytes, key: str) -> bytes:
    """Return the certificate with a SHA-1 signature, which the library rightly makes no more; an old server shows one.

    Source: RFC 8017, 9.2 (EMSA-PKCS1-v1_5); both identifiers of the algorithm are of one length.
    """
    numbers = _key(key).private_numbers()
    size = (numbers.public_numbers.n.bit_length() + 7) // 8
    new_body = body.replace(SHA256_RSA, SHA1_RSA)
    digest = SHA1_PREFIX + hashlib.sha1(new_body, usedforsecurity=False).digest()
    padded = b"\x00\x01" + b"\xff" * (size - len(digest) - 3) + b"\x00" + digest
    signature = pow(int.from_bytes(padded, "big"), numbers.d, numbers.public_numbers.n).to_bytes(size, "big")
    return content[: -len(signature)].replace(SHA256_RSA, SHA1_RSA) + signature


def _name(certificate: Certificate) -> x509.Name:
    parts = [x509.NameAttribute(NameOID.COMMON_NAME, certificate.common_name)]
    if certificate.organization:
        parts.insert(0, x509.NameAttribute(NameOID.ORGANIZATION_NAME, certificate.organization))
    return x509.Name(parts)


def _day(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@lru_cache(maxsize=1)
def _primes() -> dict[str, tuple[int, int]]:
    text = (Path(__file__).parent / "keys.csv").read_text(encoding="ascii")
    return {row["name"]: (int(row["p"], 16), int(row["q"], 16)) for row in csv.DictReader(text.splitlines())}


@lru_cache(maxsize=64)
def _key(name: str) -> rsa.RSAPrivateKey:
    p, q = _primes()[name]
    private = pow(EXPONENT, -1, (p - 1) * (q - 1))
    numbers = rsa.RSAPrivateNumbers(
        p=p,
        q=q,
        d=private,
        dmp1=rsa.rsa_crt_dmp1(private, p),
        dmq1=rsa.rsa_crt_dmq1(private, q),
        iqmp=rsa.rsa_crt_iqmp(p, q),
        public_numbers=rsa.RSAPublicNumbers(EXPONENT, p * q),
    )
    return numbers.private_key()
