"""How one value looks in a raw export: nested as the Exchange Management Shell gives it back, or flat as plain remoting does.

Source of the forms: exports of Exchange 2013 to 2019 in public repositories; depth 0 keeps what ToString says.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import Any

from scripts.contoso.names import AD_DOMAIN, DOMAIN_DN

from exposture.ingest.clixml_writer import Shape, Typed, Writable

EXCHANGE_DATA = "Microsoft.Exchange.Data"
SYSTEM = "Microsoft.Exchange.Data.Directory.SystemConfiguration"
LOCAL_ZONE = timezone(timedelta(hours=2))
UNITS = (("TB", 1 << 40), ("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10))
FLAG_VALUES = {"AnonymousUsers": 1, "ExchangeUsers": 2, "ExchangeServers": 4, "ExchangeLegacyServers": 8, "Partners": 16, "Custom": 32}
LISTED_FLAGS = ("Methods", "Flags", "AuditAdmin", "AuditDelegate", "AuditOwner")


def rehydrated(kind: str, name: str, value: Any) -> Writable:
    """Return a value of an Exchange object as implicit remoting gives it back: structures with ToString and properties."""
    if value is None:
        return None
    if kind.startswith("list<") or (kind == "flags" and name.endswith(LISTED_FLAGS)):
        inner = kind.removeprefix("list<").removesuffix(">") if kind != "flags" else "enum"
        return _multi_valued(inner, [rehydrated(inner, name, each) for each in value])
    return NESTED[kind](name, value) if kind in NESTED else plain(kind, name, value)


def flat(kind: str, name: str, value: Any) -> Writable:
    """Return a value of an Exchange object as plain remoting gives it: structures are their ToString."""
    if value is None:
        return None
    if kind.startswith("list<") or (kind == "flags" and name.endswith(LISTED_FLAGS)):
        inner = kind.removeprefix("list<").removesuffix(">") if kind != "flags" else "enum"
        return Shape(types=("System.Collections.ArrayList", "System.Object"), value=[flat(inner, name, each) for each in value], is_deserialized=True)
    return TEXTS[kind](value) if kind in TEXTS else plain(kind, name, value)


def plain(kind: str, name: str, value: Any) -> Writable:
    """Return a value of a plain .NET or WMI object."""
    if value is None or isinstance(value, bytes | bool | int | float):
        return value
    if isinstance(value, list):
        inner = kind.removeprefix("list<").removesuffix(">")
        return Shape(types=("System.String[]", "System.Array", "System.Object"), value=[plain(inner, name, each) for each in value])
    if kind == "guid":
        return Typed("G", str(value))
    if kind == "timestamp":
        return Typed("DT", str(value))
    if kind == "string" and name.endswith(("Url", "URL", "Uri", "Epr")):
        return Typed("URI", str(value))
    return str(value)


def local_time(value: str) -> Typed:
    """Return a time as the property without UTC has it, in the zone of the shell's host."""
    return Typed("DT", _time(value).astimezone(LOCAL_ZONE).isoformat())


def wmi_time(value: str) -> str:
    """Return a time as WMI writes it."""
    return _time(value).astimezone(LOCAL_ZONE).strftime("%Y%m%d%H%M%S.000000+120")


def _time(value: str) -> datetime:
    return datetime.fromisoformat(value).astimezone(UTC)


@lru_cache(maxsize=1024)  # the same object is written once in a file and then referred to, as in life
def object_id(name: str, dn: str | None, guid: str | None, text: str | None = None) -> Shape:
    """Return an ADObjectId."""
    properties: dict[str, Writable] = {"Name": name}
    if dn is not None:
        properties["DistinguishedName"] = dn
    if guid is not None:
        properties["ObjectGuid"] = Typed("G", guid)
    return Shape(types=("Microsoft.Exchange.Data.Directory.ADObjectId", "System.Object"), text=text or canonical(name, dn), adapted=properties)


def canonical(name: str, dn: str | None) -> str:
    """Return how the shell prints a reference: a canonical name in the domain, the bare name in the configuration."""
    if dn is None or "CN=Configuration," in dn or not dn.endswith(DOMAIN_DN):
        return name
    parts = [part.partition("=")[2] for part in dn.removesuffix(f",{DOMAIN_DN}").split(",")]
    return "/".join([AD_DOMAIN, *reversed(parts)])


def size_text(value: int | str) -> str:
    """Return a size as ByteQuantifiedSize prints it."""
    if isinstance(value, str):
        return value
    unit, factor = next(((unit, factor) for unit, factor in UNITS if value >= factor), ("B", 1))
    return f"{f'{value / factor:.4g}'} {unit} ({value:,} bytes)"


def duration_text(seconds: float | str) -> str:
    """Return a duration as a TimeSpan prints it; `Unlimited` stays."""
    if isinstance(seconds, str):
        return seconds
    days, rest = divmod(int(seconds), 86_400)
    clock = f"{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
    return f"{days}.{clock}" if days else clock


def version_text(value: str) -> str:
    """Return a version as ServerVersion prints it."""
    major, minor, build, revision = _version(value)
    return f"Version {major}.{minor} (Build {build}.{revision})"


def _version(value: str) -> list[int]:
    dotted = value.replace("Version ", "").replace(" (Build ", ".").rstrip(")")
    return [int(part) for part in dotted.split(".")]


def _reference_text(value: Mapping[str, Any]) -> str:
    return canonical(str(value["name"]), value.get("dn"))


def _multi_valued(inner: str, values: list[Writable]) -> Shape:
    of = "System.String" if inner in ("string", "name") else f"{EXCHANGE_DATA}.{inner}"
    return Shape(types=(f"{EXCHANGE_DATA}.MultiValuedProperty`1[[{of}]]", f"{EXCHANGE_DATA}.MultiValuedPropertyBase", "System.Object"), value=values)


def _enum(name: str, value: Any) -> Shape:
    names = value if isinstance(value, list) else [value]
    number = sum(FLAG_VALUES.get(str(each), 0) for each in names)
    types = (f"{SYSTEM}.{name}", "System.Enum", "System.ValueType", "System.Object")
    return Shape(types=types, text=", ".join(map(str, names)), value=number)


@lru_cache(maxsize=1024)
def _size(_name: str, value: int | str) -> Shape:
    if value == "Unlimited":
        return _unlimited("ByteQuantifiedSize", None, "Unlimited")
    types = (f"{EXCHANGE_DATA}.ByteQuantifiedSize", "System.ValueType", "System.Object")
    return Shape(types=types, text=size_text(value))


def _unlimited(of: str, value: Writable, text: str) -> Shape:
    properties: dict[str, Writable] = {"IsUnlimited": True} if value is None else {"IsUnlimited": False, "Value": value}
    types = (f"{EXCHANGE_DATA}.Unlimited`1[[{EXCHANGE_DATA}.{of}]]", "System.ValueType", "System.Object")
    return Shape(types=types, text=text, adapted=properties)


@lru_cache(maxsize=1024)
def _count(_name: str, value: int | str) -> Shape:
    return _unlimited("Int32", None if value == "Unlimited" else int(value), str(value))


@lru_cache(maxsize=1024)
def _duration(_name: str, value: float | str) -> Shape:
    if isinstance(value, str):
        return _unlimited("EnhancedTimeSpan", None, value)
    types = (f"{EXCHANGE_DATA}.EnhancedTimeSpan", "System.ValueType", "System.Object")
    return Shape(types=types, text=duration_text(value), adapted={"Ticks": int(value * 10_000_000), "TotalSeconds": float(value)})


@lru_cache(maxsize=1024)
def _server_version(_name: str, value: str) -> Shape:
    numbers = dict(zip(("Major", "Minor", "Build", "Revision"), _version(value), strict=True))
    return Shape(types=(f"{EXCHANGE_DATA}.ServerVersion", "System.Object"), text=version_text(value), adapted=numbers)


def _address(text: str) -> Shape:
    family = "InterNetworkV6" if ":" in text else "InterNetwork"
    return Shape(types=("System.Net.IPAddress", "System.Object"), text=text, adapted={"AddressFamily": family}, extended={"IPAddressToString": text})


@lru_cache(maxsize=1024)
def _range(_name: str, value: str) -> Shape:
    low, dash, high = value.partition("-")
    if "/" in value:
        network = ipaddress.ip_network(value)
        low, high = str(network[0]), str(network[-1])
    bounds = {"LowerBound": low, "UpperBound": high or low, "RangeFormat": "LoHi" if dash else "CIDR" if "/" in value else "SingleAddress"}
    return Shape(types=(f"{EXCHANGE_DATA}.IPRange", "System.Object"), text=value, adapted=bounds)


@lru_cache(maxsize=1024)
def _binding(_name: str, value: str) -> Shape:
    address, _, port = value.rpartition(":")
    types = (f"{EXCHANGE_DATA}.IPBinding", "System.Net.IPEndPoint", "System.Net.EndPoint", "System.Object")
    return Shape(types=types, text=value, adapted={"Port": int(port), "Address": _address(address.strip("[]"))})


def _reference(_name: str, value: Mapping[str, Any]) -> Shape:
    return object_id(str(value["name"]), value.get("dn"), value.get("guid"))


def _smtp_address(_name: str, value: str) -> Shape:
    local, _, domain = value.partition("@")
    return Shape(
        types=(f"{EXCHANGE_DATA}.SmtpAddress", "System.ValueType", "System.Object"),
        text=value,
        adapted={"Local": local, "Domain": domain, "Address": value},
    )


def _sid(_name: str, value: str) -> Shape:
    return Shape(types=("System.Security.Principal.SecurityIdentifier", "System.Object"), text=value, adapted={"BinaryLength": 28, "Value": value})


NESTED: Mapping[str, Callable[[str, Any], Writable]] = {
    "enum": _enum,
    "flags": _enum,
    "size": _size,
    "Unlimited<int>": _count,
    "duration": _duration,
    "version": _server_version,
    "ip": lambda _name, value: _address(value),
    "iprange": _range,
    "binding": _binding,
    "adobject": _reference,
    "smtp_address": _smtp_address,
    "sid": _sid,
}
TEXTS: Mapping[str, Callable[[Any], str]] = {
    "enum": str,
    "flags": ", ".join,
    "size": size_text,
    "Unlimited<int>": str,
    "duration": duration_text,
    "version": version_text,
    "adobject": _reference_text,
}
