"""Convert, Math, Environment, BitConverter, Stopwatch, hashes, GC and the like."""

from __future__ import annotations

import base64
import hashlib
import hmac
import math
from typing import Any

from tests.collector.shell.convert import to_integer, to_number
from tests.collector.shell.dates import TimeSpan
from tests.collector.shell.dotnet import Members, Static
from tests.collector.shell.faults import DotNetError
from tests.collector.shell.net_io import Stream
from tests.collector.shell.net_values import Version
from tests.collector.shell.values import NOTHING, Array, Int64, NetObject, PSObject


class Hash(NetObject):
    """SHA256, or HMACSHA256 with a key."""

    def __init__(self, type_name: str, name: str, key: bytes | None = None) -> None:
        self.type_name = type_name
        self.name = name
        self.key = key
        self.last = b""

    def compute(self, data: Any) -> Array:
        if data is None:
            raise DotNetError("System.ArgumentNullException", "Value cannot be null. Parameter name: buffer")
        body = data.raw.read() if isinstance(data, Stream) else bytes(data)
        self.last = hmac.new(self.key, body, self.name).digest() if self.key is not None else hashlib.new(self.name, body).digest()
        return Array(self.last, "System.Byte")

    properties = {
        "Hash": lambda self: Array(self.last, "System.Byte"),
        "Key": lambda self: Array(self.key or b"", "System.Byte"),
        "HashSize": lambda _: 256,
    }
    methods = {
        "computehash": lambda _, self, data: self.compute(data),
        "clear": lambda *_: NOTHING,
        "dispose": lambda *_: NOTHING,
    }
    settable = {"key": lambda self, value: setattr(self, "key", bytes(value))}


class Random(NetObject):
    """RandomNumberGenerator with the numbers of the run."""

    type_name = "System.Security.Cryptography.RandomNumberGenerator"
    methods = {
        "getbytes": lambda s, _, buffer: (buffer.__setitem__(slice(None), list(s.random.randbytes(len(buffer)))), NOTHING)[1],
        "dispose": lambda *_: NOTHING,
    }


class Stopwatch(NetObject):
    """A Stopwatch on the injected clock."""

    type_name = "System.Diagnostics.Stopwatch"

    def __init__(self, s: Any) -> None:
        self.session = s
        self.started = s.now().ticks
        self.stopped: int | None = None

    def passed(self) -> int:
        return int((self.stopped if self.stopped is not None else self.session.now().ticks) - self.started)

    def stop(self) -> Any:
        self.stopped = self.session.now().ticks
        return NOTHING

    properties = {
        "ElapsedMilliseconds": lambda self: Int64(self.passed() // 10_000),
        "Elapsed": lambda self: TimeSpan(self.passed()),
        "IsRunning": lambda self: self.stopped is None,
    }
    methods = {"stop": lambda _, self: self.stop()}


def _round(_: Any, value: Any, digits: Any = 0, *__: Any) -> float:
    return float(round(to_number(value), to_integer(digits)))


def _to_whole(kind: str) -> Any:
    def convert(s: Any, value: Any, base: Any = 10) -> Any:
        if base != 10:
            return to_integer(int(s.text_of(value), base) - (2**32 if kind.endswith("Int32") and int(s.text_of(value), base) >= 2**31 else 0), kind)
        return to_integer(value, kind)

    return convert


def _from_base64(s: Any, text: Any) -> Array:
    try:
        return Array(base64.b64decode("".join(s.text_of(text).split()), validate=True), "System.Byte")
    except ValueError as error:
        raise DotNetError("System.FormatException", "The input is not a valid Base-64 string.") from error


def _os(s: Any) -> PSObject:
    number = Version((10, 0, 17763, 0)) if not s.is_core else Version((5, 15, 0, 0))
    return PSObject([("Version", number), ("Platform", "Unix" if s.is_core else "Win32NT"), ("VersionString", "test"), ("ServicePack", "")])


def _variable(s: Any, name: Any) -> Any:
    return s.environment.get(s.text_of(name).lower(), ("", None))[1]


def _two(operate: Any) -> Any:
    return lambda _, one, two: operate(to_number(one), to_number(two))


SHA256 = "System.Security.Cryptography.SHA256"
STATICS = {
    "System.Math": Static(
        properties={"PI": lambda _: math.pi},
        methods={
            "Max": _two(max),
            "Min": _two(min),
            "Abs": lambda _, value: abs(to_number(value)),
            "Floor": lambda _, value: float(math.floor(to_number(value))),
            "Ceiling": lambda _, value: float(math.ceil(to_number(value))),
            "Truncate": lambda _, value: float(math.trunc(to_number(value))),
            "Round": _round,
            "Pow": _two(lambda one, two: float(one) ** two),
            "Log": lambda _, value, base=math.e: math.log(to_number(value), base),
        },
    ),
    "System.Convert": Static(
        methods={
            "ToBase64String": lambda _, data: base64.b64encode(bytes(data)).decode(),
            "FromBase64String": _from_base64,
            **{f"To{kind}": _to_whole(f"System.{kind}") for kind in ("Byte", "Int32", "Int64", "UInt32", "UInt64", "Int16")},
            "ToString": lambda s, value, *_: s.text_of(value),
            "ToDouble": lambda _, value, *__: float(to_number(value)),
        }
    ),
    "System.BitConverter": Static(
        properties={"IsLittleEndian": lambda _: True},
        methods={
            "ToString": lambda _, data, start=0, count=None: "-".join(
                f"{byte:02X}" for byte in list(data)[start : None if count is None else start + count]
            ),
            "ToInt32": lambda _, data, start: int.from_bytes(bytes(data)[start : start + 4], "little", signed=True),
            "ToUInt32": lambda _, data, start: to_integer(int.from_bytes(bytes(data)[start : start + 4], "little"), "System.UInt32"),
            "ToInt64": lambda _, data, start: Int64(int.from_bytes(bytes(data)[start : start + 8], "little", signed=True)),
            "ToUInt16": lambda _, data, start: to_integer(int.from_bytes(bytes(data)[start : start + 2], "little"), "System.UInt16"),
        },
    ),
    "System.Environment": Static(
        properties={
            "MachineName": lambda s: s.environment.get("computername", ("", "EX1"))[1],
            "UserName": lambda _: "tester",
            "UserDomainName": lambda _: "CONTOSO",
            "NewLine": lambda s: "\n" if s.is_core else "\r\n",
            "OSVersion": _os,
            "ProcessorCount": lambda _: 4,
            "Version": lambda s: Version((4, 0, 30319, 42000)) if not s.is_core else Version((8, 0, 0)),
            "CurrentDirectory": lambda s: str(s.cwd),
            "Is64BitProcess": lambda _: True,
            "TickCount": lambda s: int(s.now().ticks // 10_000 % 2**31),
        },
        methods={"GetEnvironmentVariable": _variable, "ExpandEnvironmentVariables": lambda s, text: s.text_of(text)},
    ),
    "System.Diagnostics.Stopwatch": Static(methods={"StartNew": Stopwatch}, new=Stopwatch),
    SHA256: Static(methods={"Create": lambda _: Hash(SHA256, "sha256")}),
    **{f"{SHA256}{kind}": Static(new=lambda _: Hash(SHA256, "sha256")) for kind in ("Managed", "CryptoServiceProvider", "Cng")},
    "System.Security.Cryptography.HMACSHA256": Static(new=lambda _, key=b"": Hash("System.Security.Cryptography.HMACSHA256", "sha256", bytes(key))),
    "System.Security.Cryptography.RandomNumberGenerator": Static(methods={"Create": lambda _: Random()}),
    "System.Security.Cryptography.RNGCryptoServiceProvider": Static(new=lambda _: Random()),
    "System.GC": Static(methods={"Collect": lambda _: NOTHING}),
    "System.Threading.Thread": Static(methods={"Sleep": lambda _, __: NOTHING}),
    "System.Uri": Static(methods={"EscapeDataString": lambda s, text: s.text_of(text)}),
}
MEMBERS: dict[type, Members] = {}
CASTS: dict[str, Any] = {}
