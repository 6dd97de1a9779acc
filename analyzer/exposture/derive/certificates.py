"""Certificates on each server, read from their own bytes, joined with what only Exchange knows.

A raw export of Get-ExchangeCertificate holds nothing but the DER bytes; services and status are null then.
"""

from __future__ import annotations

import hashlib
import re
import warnings
from datetime import UTC, datetime

import pyarrow as pa
from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric import dsa, ec, ed448, ed25519, rsa

from exposture.derive.inputs import Inputs, Row, carried

ATTRIBUTES = {
    "2.5.4.3": "CN",
    "2.5.4.5": "SERIALNUMBER",
    "2.5.4.6": "C",
    "2.5.4.7": "L",
    "2.5.4.8": "S",
    "2.5.4.9": "STREET",
    "2.5.4.10": "O",
    "2.5.4.11": "OU",
    "2.5.4.12": "T",
    "2.5.4.4": "SN",
    "2.5.4.42": "G",
    "2.5.4.43": "I",
    "0.9.2342.19200300.100.1.25": "DC",
    "1.2.840.113549.1.9.1": "E",
}
COMMON_NAME = "2.5.4.3"
NEEDS_QUOTES = re.compile(r'[,+="\n<>#;]|^\s|\s$')
SIGNATURES = {
    "1.2.840.113549.1.1.2": "md2RSA",
    "1.2.840.113549.1.1.4": "md5RSA",
    "1.2.840.113549.1.1.5": "sha1RSA",
    "1.2.840.113549.1.1.10": "RSASSA-PSS",
    "1.2.840.113549.1.1.11": "sha256RSA",
    "1.2.840.113549.1.1.12": "sha384RSA",
    "1.2.840.113549.1.1.13": "sha512RSA",
    "1.3.14.3.2.29": "sha1RSA",
    "1.2.840.10045.4.1": "sha1ECDSA",
    "1.2.840.10045.4.3.2": "sha256ECDSA",
    "1.2.840.10045.4.3.3": "sha384ECDSA",
    "1.2.840.10045.4.3.4": "sha512ECDSA",
    "1.2.840.10040.4.3": "sha1DSA",
    "2.16.840.1.101.3.4.3.2": "sha256DSA",
    "1.3.101.112": "Ed25519",
    "1.3.101.113": "Ed448",
}
HASH_NAME = re.compile(r"md2|md5|sha\d+", re.IGNORECASE)
PARSE_FAULTS = (ValueError, TypeError, UnsupportedAlgorithm, x509.InvalidVersion)
PLAIN = {
    "subject_dn": "subject",
    "issuer_dn": "issuer",
    "serial": "serial_number",
    "not_before": "not_before",
    "not_after": "not_after",
    "dns_names": "certificate_domains",
    "key_size": "public_key_size",
    "is_self_signed": "is_self_signed",
    "signature_algorithm": "signature_algorithm",
}
ONLY_EXCHANGE = ("services", "status", "root_ca_type")


def derive(inputs: Inputs) -> pa.Table:
    """Return `certificates`, one row per server and certificate; Exchange's own view first, the computer's store fills its gaps."""
    bindings = _bindings(inputs)
    found: dict[tuple[str, str | None, str], Row] = {}
    for name in ("exchange_certificates", "windows_certificates"):
        for index, row in enumerate(inputs.rows(name)):
            fresh = _certificate(row)
            identity = (row["target"], row["server"], fresh["thumbprint"] or f"{name}#{index}")
            found[identity] = _filled(found[identity], fresh) if identity in found else fresh
    return inputs.table(_with_bindings(row, inputs, bindings) for row in found.values())


def _bindings(inputs: Inputs) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for row in inputs.rows("registry_http_ssl_bindings"):
        if row["ssl_cert_hash"] and row["binding"]:
            found.setdefault((row["target"], thumbprint(row["ssl_cert_hash"])), []).append(row["binding"])
    return found


def _with_bindings(row: Row, inputs: Inputs, bindings: dict[tuple[str, str], list[str]]) -> Row:
    is_known = inputs.is_read("registry_http_ssl_bindings", row["target"])
    found = sorted(bindings.get((row["target"], row["thumbprint"] or ""), []))
    return row | {"http_bindings": found if is_known else None}


def _filled(first: Row, second: Row) -> Row:
    return {name: second.get(name) if value is None else value for name, value in first.items()}


def thumbprint(text: str) -> str:
    """Return a thumbprint as every table writes it: upper-case hexadecimal, without spaces and invisible marks."""
    return re.sub(r"[^0-9A-F]", "", text.upper())


def _certificate(row: Row) -> Row:
    plain: Row = {column: row.get(source) for column, source in PLAIN.items()}
    known: Row = {
        **carried(row),
        "thumbprint": thumbprint(row["thumbprint"]) if row["thumbprint"] else None,
        "friendly_name": row["friendly_name"],
        "has_private_key": row["has_private_key"],
        "common_name": None,
        "is_parsed": None,
        **{name: row.get(name) for name in ONLY_EXCHANGE},
        **dict.fromkeys(("key_algorithm", "key_curve", "signature_hash", "is_ca", "enhanced_key_usages")),
        **plain,
    }
    if not row["raw_data"]:
        return known
    parsed = parse(row["raw_data"])
    return known | ({"is_parsed": False} if parsed is None else parsed | {"is_parsed": True})


def parse(der: bytes) -> Row | None:
    """Return the columns that the bytes of a certificate give; None where they are no certificate.

    Parts that cannot be read are null: an unknown key or signature algorithm, a broken extension.
    Source: RFC 5280; names are written as .NET does, because connectors store them so.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # serial numbers and names that the standard forbids, and that Windows accepts
            certificate = x509.load_der_x509_certificate(der)
            return {**_names(certificate), **_facts(certificate), **_key(certificate), "thumbprint": _sha1(der)}
    except PARSE_FAULTS:
        return None


def _sha1(der: bytes) -> str:
    return hashlib.sha1(der, usedforsecurity=False).hexdigest().upper()  # what Windows calls a thumbprint


def _names(certificate: x509.Certificate) -> Row:
    common = certificate.subject.get_attributes_for_oid(x509.ObjectIdentifier(COMMON_NAME))
    return {
        "subject_dn": _name(certificate.subject),
        "issuer_dn": _name(certificate.issuer),
        "common_name": str(common[0].value) if common else None,
        "dns_names": _dns_names(certificate),
    }


def _name(name: x509.Name) -> str:
    return ", ".join(" + ".join(_attribute(part) for part in rdn) for rdn in reversed(name.rdns))


def _attribute(part: x509.NameAttribute[str | bytes]) -> str:
    oid = part.oid.dotted_string
    value = part.value.hex().upper() if isinstance(part.value, bytes) else part.value
    if NEEDS_QUOTES.search(value):
        value = '"' + value.replace('"', '""') + '"'
    return f"{ATTRIBUTES.get(oid, f'OID.{oid}')}={value}"


def _dns_names(certificate: x509.Certificate) -> list[str] | None:
    try:
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        return list(names.get_values_for_type(x509.DNSName))
    except x509.ExtensionNotFound:
        return []
    except (*PARSE_FAULTS, x509.DuplicateExtension):
        return None


def _facts(certificate: x509.Certificate) -> Row:
    oid = certificate.signature_algorithm_oid.dotted_string
    return {
        "serial": f"{certificate.serial_number:X}",
        "not_before": _naive(certificate.not_valid_before_utc),
        "not_after": _naive(certificate.not_valid_after_utc),
        "signature_algorithm": SIGNATURES.get(oid, oid),
        "signature_hash": _hash_name(certificate, SIGNATURES.get(oid, "")),
        "is_self_signed": _is_self_signed(certificate),
        "is_ca": _is_ca(certificate),
        "enhanced_key_usages": _usages(certificate),
    }


def _naive(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(tzinfo=None)


def _hash_name(certificate: x509.Certificate, algorithm: str) -> str | None:
    named = HASH_NAME.match(algorithm)
    if named:
        return named.group().lower()
    try:
        found = certificate.signature_hash_algorithm
    except PARSE_FAULTS:
        return None
    return None if found is None else found.name.replace("-", "")


def _is_self_signed(certificate: x509.Certificate) -> bool:
    """Tell whether the certificate vouches for itself; a signature of an algorithm too old to verify is believed by its names."""
    if certificate.subject != certificate.issuer:
        return False
    try:
        certificate.verify_directly_issued_by(certificate)
    except (InvalidSignature, TypeError):  # a TypeError: the key is of a kind that cannot sign
        return False
    except (ValueError, UnsupportedAlgorithm):
        return True
    return True


def _is_ca(certificate: x509.Certificate) -> bool | None:
    try:
        return certificate.extensions.get_extension_for_class(x509.BasicConstraints).value.ca
    except x509.ExtensionNotFound:
        return False
    except (*PARSE_FAULTS, x509.DuplicateExtension):
        return None


def _usages(certificate: x509.Certificate) -> list[str] | None:
    try:
        usages = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except (*PARSE_FAULTS, x509.DuplicateExtension, x509.ExtensionNotFound):
        return None
    return sorted(usage.dotted_string for usage in usages)


def _key(certificate: x509.Certificate) -> Row:
    algorithm, size, curve = _key_facts(certificate)
    return {"key_algorithm": algorithm, "key_size": size, "key_curve": curve}


def _key_facts(certificate: x509.Certificate) -> tuple[str | None, int | None, str | None]:
    try:
        key = certificate.public_key()
    except PARSE_FAULTS:
        return certificate.public_key_algorithm_oid.dotted_string, None, None
    if isinstance(key, ec.EllipticCurvePublicKey):
        return "EC", key.key_size, key.curve.name
    if isinstance(key, rsa.RSAPublicKey | dsa.DSAPublicKey):
        return "RSA" if isinstance(key, rsa.RSAPublicKey) else "DSA", key.key_size, None
    named = {ed25519.Ed25519PublicKey: ("Ed25519", 256), ed448.Ed448PublicKey: ("Ed448", 456)}
    found = next((facts for kind, facts in named.items() if isinstance(key, kind)), None)
    return (*found, None) if found else (certificate.public_key_algorithm_oid.dotted_string, None, None)
