"""Members of DateTime, TimeSpan, Guid, Version, numbers, types, errors."""

from __future__ import annotations

import uuid
from datetime import datetime
from decimal import Decimal
from typing import Any

from tests.collector.shell import dates
from tests.collector.shell.convert import literal_number, to_integer, to_number
from tests.collector.shell.dates import DateTime, TimeSpan
from tests.collector.shell.dotnet import Members, Static
from tests.collector.shell.faults import BASES, DotNetError, ErrorRecord, ExceptionValue
from tests.collector.shell.formatting import format_datetime, format_value
from tests.collector.shell.types import INTEGERS, full_name
from tests.collector.shell.values import EnumValue, Int64, NetObject, PSObject, Switch, TypeRef

UNITS = {"Days": dates.DAY, "Hours": dates.HOUR, "Minutes": dates.MINUTE, "Seconds": dates.SECOND, "Milliseconds": dates.SECOND // 1000}
KINDS = {"0": "Unspecified", "1": "Utc", "2": "Local"}
WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def _adder(unit: int) -> Any:
    return lambda _, self, count: self.plus(
        round(float(to_number(count)) * unit / 10_000) * 10_000 if unit < dates.DAY else float(to_number(count)) * unit
    )


def _months(count: Any, self: DateTime) -> DateTime:
    moment = self.clock()
    year, month = divmod(moment.year * 12 + moment.month - 1 + count, 12)
    for day in (moment.day, 30, 29, 28):
        try:
            moved = moment.replace(year=year, month=month + 1, day=day)
            return DateTime(dates.from_python(moved, self.kind, self.offset).ticks + self.ticks % 10, self.kind, self.offset)
        except ValueError:
            continue
    raise DotNetError("System.ArgumentOutOfRangeException", "un-representable DateTime")


def _text_of_date(s: Any, self: DateTime, spec: Any = "", provider: Any = None) -> str:
    if not isinstance(spec, str):
        spec, provider = "", spec
    return format_datetime(self, spec, s.culture if provider is None else provider.name)


def _subtract(s: Any, self: DateTime, other: Any) -> Any:
    if isinstance(other, TimeSpan):
        return self.plus(-other.ticks)
    return TimeSpan(self.ticks - other.ticks)


DATE = Members(
    properties={
        **{name: (lambda self, part=name: getattr(self.clock(), part.lower())) for name in ("Year", "Month", "Day", "Hour", "Minute", "Second")},
        "Millisecond": lambda self: self.ticks // 10_000 % 1000,
        "Ticks": lambda self: Int64(self.ticks),
        "Kind": lambda self: EnumValue("System.DateTimeKind", self.kind, ["Unspecified", "Utc", "Local"].index(self.kind)),
        "Date": lambda self: DateTime(self.ticks - self.ticks % dates.DAY, self.kind, self.offset),
        "TimeOfDay": lambda self: TimeSpan(self.ticks % dates.DAY),
        "DayOfYear": lambda self: self.clock().timetuple().tm_yday,
        "DayOfWeek": lambda self: EnumValue("System.DayOfWeek", WEEK[self.clock().weekday()], (self.clock().weekday() + 1) % 7),
    },
    methods={
        **{f"Add{name}": _adder(unit) for name, unit in UNITS.items()},
        "AddMonths": lambda _, self, count: _months(to_integer(count), self),
        "AddYears": lambda _, self, count: _months(to_integer(count) * 12, self),
        "AddTicks": lambda _, self, count: self.plus(count),
        "Add": lambda _, self, span: self.plus(span.ticks),
        "Subtract": _subtract,
        "ToUniversalTime": lambda _, self: self.to_utc(),
        "ToLocalTime": lambda _, self: self.to_local(),
        "ToString": _text_of_date,
        "ToFileTimeUtc": lambda _, self: dates.file_time(self),
        "ToFileTime": lambda _, self: dates.file_time(self),
        "ToShortDateString": lambda s, self: format_datetime(self, "d", s.culture),
    },
)


def _span_part(unit: int, wrap: int) -> Any:
    return lambda self: int(abs(self.ticks) // unit % wrap) * (-1 if self.ticks < 0 else 1)


SPAN = Members(
    properties={
        "Days": _span_part(dates.DAY, 10**9),
        "Hours": _span_part(dates.HOUR, 24),
        "Minutes": _span_part(dates.MINUTE, 60),
        "Seconds": _span_part(dates.SECOND, 60),
        "Milliseconds": _span_part(dates.SECOND // 1000, 1000),
        "Ticks": lambda self: Int64(self.ticks),
        **{f"Total{name}": (lambda self, size=unit: self.ticks / size) for name, unit in UNITS.items()},
    },
    methods={
        "ToString": lambda _, self: self.text(),
        "Add": lambda _, self, other: TimeSpan(self.ticks + other.ticks),
        "Subtract": lambda _, self, other: TimeSpan(self.ticks - other.ticks),
        "Duration": lambda _, self: TimeSpan(abs(self.ticks)),
        "Negate": lambda _, self: TimeSpan(-self.ticks),
    },
)


class Version(NetObject):
    """A Version of two to four numbers."""

    type_name = "System.Version"

    def __init__(self, parts: tuple[int, ...]) -> None:
        self.parts = parts

    def key(self) -> tuple[int, ...]:
        return self.parts + (-1,) * (4 - len(self.parts))

    def text(self) -> str:
        return ".".join(map(str, self.parts))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and self.key() == other.key()

    def __hash__(self) -> int:
        return hash(self.key())

    def __lt__(self, other: Version) -> bool:
        return self.key() < other.key()

    def __gt__(self, other: Version) -> bool:
        return self.key() > other.key()

    properties = {name: (lambda self, n=number: self.key()[n]) for number, name in enumerate(("Major", "Minor", "Build", "Revision"))}
    methods = {"tostring": lambda _, self, count=4: ".".join(map(str, self.parts[:count]))}


def version(s: Any, *parts: Any) -> Any:
    """Make a Version from text or numbers."""
    if len(parts) == 1 and (parts[0] is None or isinstance(parts[0], Version)):
        return parts[0]
    words = s.text_of(parts[0]).split(".") if len(parts) == 1 else [str(part) for part in parts]
    if not 2 <= len(words) <= 4:
        raise DotNetError("System.ArgumentException", "Version string portion was too short or too long.")
    if not all(word.strip().isdigit() for word in words):
        raise DotNetError("System.FormatException", "Input string was not in a correct format.")
    return Version(tuple(int(word) for word in words))


NUMBER = Members(
    methods={
        "ToString": lambda s, self, spec="", provider=None: format_value(
            self,
            spec if isinstance(spec, str) else "",
            (provider or (spec if not isinstance(spec, str) else None) or Culture(s.culture)).name,
            is_core=s.is_core,
        )
    }
)


class Culture(NetObject):
    """A CultureInfo."""

    type_name = "System.Globalization.CultureInfo"

    def __init__(self, name: str) -> None:
        self.name = name

    def text(self) -> str:
        return self.name

    properties = {"Name": lambda self: self.name, "DisplayName": lambda self: self.name, "LCID": lambda self: 127 if not self.name else 1033}
    methods = {"tostring": lambda _, self: self.name}


def _exception_extra(self: ExceptionValue, name: str, default: Any = None) -> Any:
    return self.more.get(name, default)


def _base(self: ExceptionValue) -> ExceptionValue:
    while self.inner is not None:
        self = self.inner  # the innermost one
    return self


EXCEPTION = Members(
    properties={
        "Message": lambda self: self.message,
        "InnerException": lambda self: self.inner,
        "HResult": lambda self: self.hresult,
        "ErrorRecord": lambda self: _exception_extra(self, "errorrecord"),
        "StackTrace": lambda _: "",
        "Source": lambda _: None,
        "ErrorCode": lambda self: _exception_extra(self, "errorcode"),
        "NativeErrorCode": lambda self: _exception_extra(self, "nativeerrorcode"),
    },
    methods={"GetBaseException": lambda _, self: _base(self), "ToString": lambda _, self: f"{self.type_name}: {self.message}"},
)


def _category(self: ErrorRecord) -> PSObject:
    reason = self.exception.type_name.rsplit(".", 1)[-1]
    kind = EnumValue("System.Management.Automation.ErrorCategory", self.category)
    text = f"{self.category}: (:) [], {reason}"
    return PSObject([("Category", kind), ("Reason", reason), ("Activity", ""), ("TargetName", ""), ("TargetType", "")], text=text)


def _place(self: ErrorRecord) -> PSObject:
    line, column, source = self.position or (0, 0, "")
    message = f"At line:{line} char:{column}\n+ {source}"
    items = [
        ("ScriptLineNumber", line),
        ("OffsetInLine", column),
        ("Line", source),
        ("PositionMessage", message),
        ("ScriptName", ""),
        ("MyCommand", None),
    ]
    return PSObject(items)


RECORD = Members(
    properties={
        "Exception": lambda self: self.exception,
        "FullyQualifiedErrorId": lambda self: self.fqid,
        "CategoryInfo": _category,
        "TargetObject": lambda self: self.target,
        "InvocationInfo": _place,
        "ErrorDetails": lambda _: None,
        "ScriptStackTrace": lambda self: f"at line {(self.position or (0,))[0]}",
    }
)
TYPE = Members(
    properties={
        "Name": lambda self: self.name.rsplit(".", 1)[-1],
        "FullName": lambda self: self.name,
        "IsArray": lambda self: self.name.endswith("[]"),
        "BaseType": lambda self: TypeRef(BASES.get(self.name.lower(), "System.Object")),
        "IsEnum": lambda _: False,
    }
)


def _minimum(kind: str) -> tuple[Any, Any]:
    if kind == "System.Int32":
        return -(2**31), 2**31 - 1
    found = INTEGERS[kind]
    return found(found.low), found(found.high)


def _parse_whole(kind: str) -> Any:
    def parse(s: Any, text: Any, *_: Any) -> Any:
        words = s.text_of(text).strip()
        if not words.lstrip("+-").isdigit():
            raise DotNetError("System.FormatException", "Input string was not in a correct format.")
        return to_integer(words, kind)

    return parse


def _whole_static(kind: str) -> Static:
    low, high = _minimum(kind)
    return Static(properties={"MinValue": lambda _: low, "MaxValue": lambda _: high}, methods={"Parse": _parse_whole(kind)})


def _parse_float(s: Any, text: Any, *_: Any) -> float:
    number = literal_number(s.text_of(text))
    if number is None:
        raise DotNetError("System.FormatException", "Input string was not in a correct format.")
    return float(number)


def _new_date(s: Any, *parts: Any) -> DateTime:
    if len(parts) in (1, 2) and parts[0] > 10_000:
        return DateTime(int(parts[0]), s.text_of(parts[1]) if len(parts) > 1 else "Unspecified", s.utc_offset)
    kind = s.text_of(parts[6]) if len(parts) > 6 else "Unspecified"
    return dates.from_python(datetime(*(int(part) for part in parts[:6])), KINDS.get(kind, kind), s.utc_offset)  # noqa: DTZ001


def _specify(s: Any, value: DateTime, kind: Any) -> DateTime:
    name = s.text_of(kind)
    return DateTime(value.ticks, KINDS.get(name, name.title()), s.utc_offset)


def _from_file_time(s: Any, value: Any) -> DateTime:
    return DateTime(int(to_number(value)) + dates.FILE_TIME, "Utc", s.utc_offset)


def _utc_now(s: Any) -> DateTime:
    return s.now().to_utc()


STATICS = {
    **{kind: _whole_static(kind) for kind in ("System.Int32", *INTEGERS)},
    "System.Double": Static(
        properties={"MaxValue": lambda _: 1.7976931348623157e308, "NaN": lambda _: float("nan")}, methods={"Parse": _parse_float}
    ),
    "System.Decimal": Static(),
    "System.Boolean": Static(methods={"Parse": lambda s, text: s.text_of(text).strip().lower() == "true"}),
    "System.DateTime": Static(
        properties={
            "UtcNow": _utc_now,
            "Now": lambda s: s.now(),
            "Today": lambda s: DateTime(s.now().ticks // dates.DAY * dates.DAY, "Local", s.utc_offset),
            "MinValue": lambda s: DateTime(0, "Unspecified", s.utc_offset),
            "MaxValue": lambda s: DateTime(dates.MAX_TICKS, "Unspecified", s.utc_offset),
        },
        methods={
            "Parse": lambda s, text, *_: dates.parse_datetime(s.text_of(text), s.utc_offset),
            "ParseExact": lambda s, text, spec, _culture, styles="": dates.parse_exact(
                s.text_of(text), s.text_of(spec), s.utc_offset, s.text_of(styles)
            ),
            "SpecifyKind": _specify,
            "FromFileTimeUtc": _from_file_time,
            "FromFileTime": lambda s, value: _from_file_time(s, value).to_local(),
            "IsLeapYear": lambda _, year: year % 4 == 0 and (year % 100 != 0 or year % 400 == 0),
        },
        new=_new_date,
    ),
    "System.DateTimeKind": Static(
        properties={name: (lambda _, n=name, k=k: EnumValue("System.DateTimeKind", n, int(k))) for k, name in KINDS.items()}
    ),
    "System.TimeSpan": Static(
        properties={"Zero": lambda _: TimeSpan(0)},
        methods={
            **{f"From{name}": (lambda _, count, size=unit: TimeSpan(int(float(to_number(count)) * size))) for name, unit in UNITS.items()},
            "Parse": lambda s, text: dates.parse_timespan(s.text_of(text)),
        },
        new=lambda _, *p: TimeSpan(
            int(p[0]) if len(p) == 1 else sum(int(v) * u for v, u in zip(p, list(UNITS.values())[1 if len(p) == 3 else 0 :], strict=False))
        ),
    ),
    "System.Guid": Static(
        properties={"Empty": lambda _: uuid.UUID(int=0)},
        methods={"NewGuid": lambda s: uuid.UUID(int=s.random.getrandbits(128), version=4)},
        new=lambda s, value: uuid.UUID(bytes_le=bytes(value)) if isinstance(value, list) else uuid.UUID(s.text_of(value)),
    ),
    "System.Version": Static(new=version),
    "System.Globalization.CultureInfo": Static(
        properties={
            "InvariantCulture": lambda _: Culture(""),
            "CurrentCulture": lambda s: Culture(s.culture),
            "CurrentUICulture": lambda s: Culture(s.culture),
        },
        methods={"GetCultureInfo": lambda s, name: Culture(s.text_of(name))},
        new=lambda s, name: Culture(s.text_of(name)),
    ),
    "System.Globalization.DateTimeStyles": Static(
        properties={name: (lambda _, n=name: n) for name in ("None", "AssumeUniversal", "AdjustToUniversal", "RoundtripKind", "AssumeLocal")}
    ),
    "System.Globalization.NumberStyles": Static(properties={name: (lambda _, n=name: n) for name in ("Any", "Integer", "Float", "HexNumber")}),
}
GUID = Members(
    methods={"ToString": lambda _, self, spec="D": format_value(self, spec, "", is_core=True), "ToByteArray": lambda _, self: self.bytes_le}
)
SWITCH = Members(properties={"IsPresent": lambda self: self.is_present}, methods={"ToBool": lambda _, self: self.is_present})
ENUM = Members(
    properties={"value__": lambda self: self.number}, methods={"ToString": lambda s, self, spec="G": format_value(self, spec, "", is_core=True)}
)
MEMBERS: dict[type, Members] = {
    bool: Members(),
    DateTime: DATE,
    TimeSpan: SPAN,
    uuid.UUID: GUID,
    int: NUMBER,
    float: NUMBER,
    Decimal: NUMBER,
    ErrorRecord: RECORD,
    ExceptionValue: EXCEPTION,
    TypeRef: TYPE,
    Switch: SWITCH,
    EnumValue: ENUM,
}
CASTS = {"System.Version": version, "System.Globalization.CultureInfo": lambda s, value: Culture(s.text_of(value))}

__all__ = ["CASTS", "MEMBERS", "STATICS", "Culture", "Version", "full_name", "version"]
