"""What the directory names: objects, mail addresses, SIDs and certificates."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Mapping

from exposture.catalog.convert import ConversionError, Converter, member, required_text, single
from exposture.catalog.converters.text import to_guid
from exposture.catalog.networks import SpecialNetworks
from exposture.catalog.paths import list_of, text_of
from exposture.model.values import Item, Value

_DN = re.compile(r"^(?:CN|OU|DC|O)=", re.IGNORECASE)
_FIRST_RDN = re.compile(r"^[A-Za-z]+=((?:\\.|[^,\\])*)")
_GUID = re.compile(r"^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$", re.IGNORECASE)
_SID = re.compile(r"^S-1-\d+(?:-\d+)*$", re.IGNORECASE | re.ASCII)
_PREFIX = re.compile(r"^([A-Za-z0-9]+):")
_PEM = re.compile(r"-----(?:BEGIN|END) CERTIFICATE-----")
_HEX = re.compile(r"^30(?:[0-9A-Fa-f]{2})+$")
_SEQUENCE = b"\x30"


def to_ad_object(value: Value, _networks: SpecialNetworks | None) -> dict[str, str | None] | None:
    """Return name, dn and guid of an ADObjectId, of the collector's flat columns, or of its text.

    The text alone may be a distinguished name, a canonical name, a bare name, `\\name` or a GUID, and gives only what it says.
    """
    value = single(value)
    text = required_text(value) if text_of(value) is not None or not isinstance(value, Item) else None
    said = _object() if text is None else _from_text(text)
    if not isinstance(value, Item):
        return said if text is not None else None
    dn, name = text_of(member(value, "DistinguishedName", "dn")) or said["dn"], text_of(member(value, "Name"))
    guid = member(value, "ObjectGuid", "Guid")
    found = _object(name=name or (_rdn(dn) if dn else said["name"]), dn=dn, guid=(None if guid is None else to_guid(guid, None)) or said["guid"])
    return found if any(found.values()) else None


def _object(*, name: str | None = None, dn: str | None = None, guid: str | None = None) -> dict[str, str | None]:
    return {"name": name, "dn": dn, "guid": guid}


def _from_text(text: str) -> dict[str, str | None]:
    if _DN.match(text):
        return _object(name=_rdn(text), dn=text)
    if _GUID.match(text):
        return _object(guid=to_guid(text, None))
    name = re.split(r"(?<!\\)/", text)[-1].replace("\\/", "/")
    return _object(name=name.lstrip("\\") or None)


def _rdn(dn: str) -> str | None:
    found = _FIRST_RDN.match(dn)
    return re.sub(r"\\(.)", r"\1", found.group(1)) if found is not None else None


def to_smtp_address(value: Value, _networks: SpecialNetworks | None) -> str | None:
    """Return the mail address without `SMTP:`, its domain in lower case."""
    value = single(value)
    held = member(value, "SmtpAddress", "Address")
    text = required_text(value if held is None else held)
    if text is None:
        return None
    prefix = _PREFIX.match(text)
    if prefix is not None and prefix.group(1).casefold() == "smtp":
        text = text[prefix.end() :]
    local, at, domain = text.rpartition("@")
    if not at or (prefix is not None and prefix.group(1).casefold() != "smtp"):
        raise ConversionError("not a mail address")
    return f"{local}@{domain.lower()}"


def to_sid(value: Value, _networks: SpecialNetworks | None) -> str | None:
    """Return the SID as `S-1-...`, of its text, its bytes or an object with Value."""
    value = single(value)
    if isinstance(value, bytes):
        return _sid_of_bytes(value)
    held = member(value, "Sid", "Value") if isinstance(value, Item) else None
    text = required_text(value if held is None else held)
    if text is None:
        return None
    if not _SID.match(text):
        raise ConversionError("not a SID")
    return text.upper()


def _sid_of_bytes(data: bytes) -> str:
    if len(data) < 8 or data[0] != 1 or len(data) != 8 + 4 * data[1]:
        raise ConversionError("not a SID")
    parts = [int.from_bytes(data[start : start + 4], "little") for start in range(8, len(data), 4)]
    return "-".join(["S-1", str(int.from_bytes(data[2:8], "big")), *map(str, parts)])


def to_certificate(value: Value, _networks: SpecialNetworks | None) -> bytes | None:
    """Return the DER bytes of a certificate: of bytes, base64, PEM or hex text, or an object with RawData."""
    held = member(value, "RawData")
    data = _bytes_of(value if held is None else held)
    if data is not None and not data.startswith(_SEQUENCE):
        raise ConversionError("not a certificate")
    return data


def _bytes_of(value: Value) -> bytes | None:
    if isinstance(value, Item) and isinstance(value.value, bytes):
        return value.value
    if isinstance(value, bytes):
        return value
    elements = list_of(value)
    if elements is not None and len(elements) > 1:
        return _bytes_of_numbers(elements)
    text = required_text(value)
    return None if text is None else _decode(_PEM.sub("", text))


def _bytes_of_numbers(elements: list[Value]) -> bytes:
    numbers = [element for element in elements if isinstance(element, int) and 0 <= element < 256]
    if len(numbers) != len(elements):
        raise ConversionError("a list that is no bytes")
    return bytes(numbers)


def _decode(text: str) -> bytes:
    text = "".join(text.split())
    try:
        return bytes.fromhex(text) if _HEX.match(text) else base64.b64decode(text, validate=True)
    except (ValueError, binascii.Error) as error:
        raise ConversionError("not a certificate") from error


CONVERTERS: Mapping[str, Converter] = {
    "adobject": to_ad_object,
    "smtp_address": to_smtp_address,
    "sid": to_sid,
    "x509": to_certificate,
}
