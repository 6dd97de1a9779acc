"""Each type in each form of an export: rehydrated object, deserialised or depth-0 text, collector's neutral text, CSV cell."""

from __future__ import annotations

import base64
from datetime import datetime
from decimal import Decimal

import pytest

from exposture.catalog.convert import UNLIMITED, ConversionError, converter_of, converter_table
from exposture.catalog.types import SCALARS
from exposture.model.values import Entries, Item, Redacted, Value

ANY = "0.0.0.0"  # noqa: S104 - a value to read, nothing is bound
GUID = "38d6a0f0-1111-4000-8000-0123456789ab"
DER = b"\x30\x82\x01\x02abc"
SERVER_VERSION = Item(text="Version 15.0 (Build 1497.2)", properties={"Major": 15, "Minor": 0, "Build": 1497, "Revision": 2})


def convert(kind: str, value: Value) -> object:
    return converter_of(kind)(value, None)


def obj(text: str | None = None, value: Value = None, **properties: Value) -> Item:
    return Item(text=text, value=value, properties=properties)


def unlimited(text: str, value: Value = None) -> Item:
    return obj(text, IsUnlimited=value is None, **({} if value is None else {"Value": value}))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def version(*numbers: int) -> dict[str, object]:
    major, minor, build, revision = [*numbers, 0, 0, 0][:4]
    return {"major": major, "minor": minor, "build": build, "revision": revision, "text": ".".join(map(str, numbers))}


def ad_object(name: str | None = None, dn: str | None = None, guid: str | None = None) -> dict[str, str | None]:
    return {"name": name, "dn": dn, "guid": guid}


CONVERTS: list[tuple[str, Value, object]] = [
    ("string", "", ""),
    ("string", "x", "x"),
    ("string", 5, "5"),
    ("string", obj("EX1"), "EX1"),
    ("string", ["one"], "one"),
    ("string", [], None),
    ("string", [None], None),
    ("string", b"\xab\x01", "AB01"),
    ("name", "Relay", "Relay"),
    ("bool", True, True),
    ("bool", "true", True),
    ("bool", "False", False),
    ("bool", "$true", True),
    ("bool", 0, False),
    ("bool", "", None),
    ("bool", Item(properties={"IsPresent": True}), True),
    ("bool", obj(value=False), False),
    ("int", 5, 5),
    ("int", "-5", -5),
    ("int", "0x10", 16),
    ("int", 3.0, 3),
    ("int", Decimal("7"), 7),
    ("int", obj("Mailbox", 2), 2),
    ("int", "", None),
    ("float", "1E-05", 0.00001),
    ("float", 2, 2.0),
    ("float", "", None),
    ("size", unlimited("36 MB", "36 MB (37,748,736 bytes)"), 37748736),
    ("size", obj("36 MB (37,748,736 bytes)"), 37748736),
    ("size", "36 MB (37.748.736 bytes)", 37748736),
    ("size", "36 MB (37\u00a0748\u00a0736 bytes)", 37748736),
    ("size", "36 MB (37'748'736 bytes)", 37748736),
    ("size", "0 B (0 bytes)", 0),
    ("size", "37748736", 37748736),
    ("size", 37748736, 37748736),
    ("size", "10MB", 10 * 1024**2),
    ("size", "1,5 GB", 3 * 512 * 1024**2),
    ("size", unlimited("Unlimited"), UNLIMITED),
    ("size", "Unlimited", UNLIMITED),
    ("size", "", None),
    ("Unlimited<int>", unlimited("5000", 5000), 5000),
    ("Unlimited<int>", "unlimited", UNLIMITED),
    ("Unlimited<int>", "20", 20),
    ("duration", obj("63.18:18:53.7954140", Ticks=55091337954140), 5509133.795414),
    ("duration", obj("x", TotalSeconds=1.5), 1.5),
    ("duration", "00:10:00", 600.0),
    ("duration", obj("00:10:00"), 600.0),
    ("duration", "180.00:00:00", 180 * 86400.0),
    ("duration", "-1.00:00:00.5000000", -86400.5),
    ("duration", "PT10M", 600.0),
    ("duration", "-P1DT2H", -93600.0),
    ("duration", "P1Y1M", 395 * 86400.0),
    ("duration", "P10675199DT2H48M5.4775807S", 922337203685.4775),
    ("duration", 600, 600.0),
    ("duration", "600.5", 600.5),
    ("duration", "Unlimited", UNLIMITED),
    ("duration", "", None),
    ("timestamp", "2021-09-28T17:32:01.8071985Z", moment("2021-09-28T17:32:01.807198")),
    ("timestamp", "2019-12-03T14:44:44-08:00", moment("2019-12-03T22:44:44")),
    ("timestamp", "2019-12-03T14:44:44+0130", moment("2019-12-03T13:14:44")),
    ("timestamp", "2024-09-09 17:40:49Z", moment("2024-09-09T17:40:49")),
    ("timestamp", "2024-09-09T17:40:49", moment("2024-09-09T17:40:49")),
    ("timestamp", "2024-09-09", moment("2024-09-09T00:00:00")),
    ("timestamp", obj("local text", "2024-09-09T17:40:49Z"), moment("2024-09-09T17:40:49")),
    ("timestamp", "20240101120000.000000+060", moment("2024-01-01T11:00:00")),
    ("timestamp", "20210928131119.858484-300", moment("2021-09-28T18:11:19.858484")),
    ("timestamp", "20240101120000.0Z", moment("2024-01-01T12:00:00")),
    ("timestamp", "9/28/2021 5:32:01 PM", moment("2021-09-28T17:32:01")),
    ("timestamp", "9/28/2021 12:32 AM", moment("2021-09-28T00:32:00")),
    ("timestamp", "28/09/2021 17:32:01", moment("2021-09-28T17:32:01")),
    ("timestamp", "05/05/2021", moment("2021-05-05T00:00:00")),
    ("timestamp", 132773491218071985, moment("2021-09-29T00:32:01.807198")),
    ("timestamp", "132773491218071985", moment("2021-09-29T00:32:01.807198")),
    ("timestamp", 0, None),
    ("timestamp", 9223372036854775807, None),
    ("timestamp", "0001-01-01T00:00:00", None),
    ("timestamp", "1601-01-01T00:00:00Z", None),
    ("timestamp", "9999-12-31T23:59:59.9999999", None),
    ("timestamp", "", None),
    ("version", SERVER_VERSION, version(15, 0, 1497, 2)),
    ("version", "Version 15.2 (Build 986.5)", version(15, 2, 986, 5)),
    ("version", "15.01.2375.007", version(15, 1, 2375, 7)),
    ("version", "15.2.986.5", version(15, 2, 986, 5)),
    ("version", "10.0.14393", version(10, 0, 14393)),
    ("version", "v4.0.30319", version(4, 0, 30319)),
    ("version", "10.0.14393.4169 (rs1_release.210107-1130)", version(10, 0, 14393, 4169)),
    ("version", Item(properties={"Major": 6, "Minor": 1, "Build": -1, "Revision": -1}), version(6, 1)),
    ("version", "", None),
    ("enum", obj("Mailbox", 2), "Mailbox"),
    ("enum", "Mailbox", "Mailbox"),
    ("enum", obj(value=7), "7"),
    ("enum", 7, "7"),
    ("enum", "", None),
    ("flags", obj("ExchangeUsers, Custom", 14), ["ExchangeUsers", "Custom"]),
    ("flags", "AnonymousUsers, Custom", ["AnonymousUsers", "Custom"]),
    ("flags", ["Tls", obj("Integrated"), None], ["Tls", "Integrated"]),
    ("flags", "{Tls, Integrated}", ["Tls", "Integrated"]),
    ("flags", "None", ["None"]),
    ("flags", [], []),
    ("flags", None, None),
    ("guid", GUID.upper(), GUID),
    ("guid", "{" + GUID + "}", GUID),
    ("guid", obj(GUID), GUID),
    ("guid", bytes.fromhex("f0a0d638111100408000" + "0123456789ab"), GUID),
    ("guid", "00000000-0000-0000-0000-000000000000", None),
    ("guid", "", None),
    ("smtp_address", "SMTP:Jane@Contoso.COM", "Jane@contoso.com"),
    ("smtp_address", obj("jane@example.com", Address="jane@example.com"), "jane@example.com"),
    ("smtp_address", "", None),
    ("sid", "s-1-5-7", "S-1-5-7"),
    ("sid", obj(r"NT AUTHORITY\ANONYMOUS LOGON", Sid="S-1-5-7"), "S-1-5-7"),
    ("sid", obj("S-1-5-18", BinaryLength=12), "S-1-5-18"),
    ("sid", bytes.fromhex("010500000000000515000000010000000200000003000000f4010000"), "S-1-5-21-1-2-3-500"),
    ("sid", "", None),
    ("x509", DER, DER),
    ("x509", base64.b64encode(DER).decode(), DER),
    ("x509", DER.hex(), DER),
    ("x509", f"-----BEGIN CERTIFICATE-----\n{base64.b64encode(DER).decode()}\n-----END CERTIFICATE-----", DER),
    ("x509", obj("[Subject]...", RawData=DER), DER),
    ("x509", obj(value=DER), DER),
    ("x509", list(DER), DER),
    ("x509", "", None),
    ("x509", None, None),
    (
        "adobject",
        obj("contoso.com/Users/Jane", DistinguishedName="CN=Jane,DC=contoso", ObjectGuid=GUID, Name="Jane"),
        ad_object("Jane", "CN=Jane,DC=contoso", GUID),
    ),
    ("adobject", obj("x", DistinguishedName="CN=Smith\\, Jane,DC=contoso", Guid=GUID), ad_object("Smith, Jane", "CN=Smith\\, Jane,DC=contoso", GUID)),
    ("adobject", obj(dn="CN=Jane,DC=contoso"), ad_object("Jane", "CN=Jane,DC=contoso")),
    ("adobject", "contoso.com/Users/Jane \\/ Team", ad_object("Jane / Team")),
    ("adobject", "CN=Jane,DC=contoso", ad_object("Jane", "CN=Jane,DC=contoso")),
    ("adobject", "\\Global", ad_object("Global")),
    ("adobject", GUID, ad_object(guid=GUID)),
    ("adobject", "Jane", ad_object("Jane")),
    ("adobject", obj(), None),
    ("adobject", "", None),
    ("binding", "0.0.0.0:25", {"ip": ANY, "port": 25}),
    ("binding", "[::]:25", {"ip": "::", "port": 25}),
    ("binding", "[fe80::1%3]:25", {"ip": "fe80::1", "port": 25}),
    ("binding", "*:443", {"ip": "*", "port": 443}),
    ("binding", obj("[::]:2525", Port=2525, Address=obj("::", IPAddressToString="::")), {"ip": "::", "port": 2525}),
    ("binding", obj("0.0.0.0:25", Port=25, Address=ANY), {"ip": ANY, "port": 25}),
    ("binding", "", None),
    ("list<string>", ["a", "b"], ["a", "b"]),
    ("list<string>", obj(value=["a"]), ["a"]),
    ("list<string>", [], []),
    ("list<string>", "a, b", ["a, b"]),
    ("list<string>", "{a, b}", ["a", "b"]),
    ("list<string>", "{}", []),
    ("list<string>", "", None),
    ("list<string>", None, None),
    ("list<string>", Entries([("k", "v")]), ["v"]),
    ("list<int>", 5, [5]),
    ("list<binding>", "0.0.0.0:25,[::]:25", [{"ip": ANY, "port": 25}, {"ip": "::", "port": 25}]),
    ("list<adobject>", obj("Jane"), [ad_object("Jane")]),
]


@pytest.mark.parametrize(("kind", "value", "expected"), CONVERTS)
def test_value_converts(kind: str, value: Value, expected: object) -> None:
    assert convert(kind, value) == expected


FAILS: list[tuple[str, Value]] = [
    ("string", ["a", "b"]),
    ("string", obj()),
    ("bool", "yes"),
    ("bool", obj("x")),
    ("int", "1,024"),
    ("int", "much"),
    ("int", 3.5),
    ("int", float("inf")),
    ("int", 2**63),
    ("int", True),
    ("float", "1,5"),
    ("float", float("nan")),
    ("size", "36 XB"),
    ("size", "a lot"),
    ("size", f"x ({10**20} bytes)"),
    ("duration", "soon"),
    ("duration", "P"),
    ("timestamp", "9999-99-99T99:99:99"),
    ("timestamp", "5/6/2021 1:00:00 PM"),
    ("timestamp", "yesterday"),
    ("timestamp", 12345),
    ("timestamp", "0001-01-01T00:00:00+01:00"),
    ("version", "fifteen"),
    ("version", "15"),
    ("enum", obj()),
    ("guid", "not a guid"),
    ("guid", b"short"),
    ("smtp_address", "jane"),
    ("smtp_address", "X500:/o=contoso"),
    ("smtp_address", "sip:jane@contoso.com"),
    ("sid", r"CONTOSO\jane"),
    ("sid", b"\x01\x05"),
    ("x509", "System.Byte[]"),
    ("x509", "c2VjcmV0"),
    ("x509", ["48", 130]),
    ("ip", "mail.contoso.com"),
    ("binding", "mail.contoso.com:993:SSL"),
    ("binding", "0.0.0.0:99999"),
    ("binding", "mail.contoso.com:25"),
    ("iprange", "10.0.0.9-10.0.0.1"),
    ("iprange", "10.0.0.0/40"),
    ("iprange", "10.0.0.0-2001:db8::"),
    ("list<string>", "System.String[]"),
    ("list<string>", "Microsoft.Exchange.Data.MultiValuedProperty`1[System.String]"),
    ("list<string>", "System.Collections.ArrayList"),
    ("list<string>", "{a, b, c...}"),
    ("list<int>", ["1", "x"]),
    ("string", Redacted("secure string")),
]


@pytest.mark.parametrize(("kind", "value"), FAILS)
def test_value_without_a_reading_is_refused(kind: str, value: Value) -> None:
    with pytest.raises(ConversionError):
        convert(kind, value)


@pytest.mark.parametrize("kind", sorted(SCALARS))
def test_every_type_has_a_converter_that_keeps_null(kind: str) -> None:
    assert convert(kind, None) is None
    assert set(converter_table()) == set(SCALARS)


def test_unknown_type_has_no_converter() -> None:
    with pytest.raises(KeyError):
        converter_of("list<other>")
