"""Members of String and Char, StringBuilder, encodings, Regex."""

from __future__ import annotations

import codecs
import unicodedata
from typing import Any

from tests.collector.shell.convert import to_integer
from tests.collector.shell.dotnet import Members, Static
from tests.collector.shell.faults import DotNetError
from tests.collector.shell.formatting import composite
from tests.collector.shell.regexes import Match, Regex, compile_regex, options, replace
from tests.collector.shell.values import Array, Char, NetObject, lower, upper

REGEX = "System.Text.RegularExpressions.Regex"
ENCODING = "System.Text.Encoding"


def _text(s: Any, value: Any) -> str:
    return str(s.text_of(value))


def _chars(s: Any, given: tuple[Any, ...]) -> str:
    return "".join(_text(s, char) for item in given for char in (item if isinstance(item, list) else [item]))


def _out_of_range(name: str) -> DotNetError:
    return DotNetError("System.ArgumentOutOfRangeException", f"Index and length must refer to a location within the string. Parameter name: {name}")


def _substring(_: Any, self: str, start: Any, length: Any = None) -> str:
    first = to_integer(start)
    last = len(self) if length is None else first + to_integer(length)
    if not 0 <= first <= last <= len(self):
        raise _out_of_range("length" if length is not None else "startIndex")
    return self[first:last]


def _split(s: Any, self: str, *given: Any) -> Array:
    """Split at any of the characters; Windows PowerShell takes a string for its characters, PowerShell 7 for itself."""
    separators = [_text(s, item) for one in given[:1] for item in (one if isinstance(one, list) else [one])]
    is_chars = not s.is_core or (isinstance(given[0], list) is False and len(separators[0]) == 1)
    marks = (
        [char for word in separators for char in word]
        if is_chars and not (given and isinstance(given[0], list) and given[0].element == "System.String")
        else separators
    )
    pieces, current, at = [], "", 0
    while at < len(self):
        mark = next((word for word in marks if word and self.startswith(word, at)), None)
        if mark:
            pieces.append(current)
            current = ""
            at += len(mark)
        else:
            current += self[at]
            at += 1
    pieces.append(current)
    is_sparse = any("RemoveEmptyEntries" in _text(s, option) or option == 1 for option in given[1:] if not isinstance(option, list))
    return Array((piece for piece in pieces if piece or not is_sparse), "System.String")


def _compare(s: Any, self: str, other: Any, comparison: Any = "CurrentCulture") -> bool:
    one, two = (self, _text(s, other))
    return one.lower() == two.lower() if "IgnoreCase" in _text(s, comparison) else one == two


def _affix(is_start: bool) -> Any:
    def test(s: Any, self: str, other: Any, comparison: Any = "CurrentCulture") -> bool:
        one, two = (self, _text(s, other))
        if "ignorecase" in _text(s, comparison).lower():
            one, two = one.lower(), two.lower()
        return one.startswith(two) if is_start else one.endswith(two)

    return test


def _find(is_last: bool) -> Any:
    def find(s: Any, self: str, other: Any, start: Any = None) -> int:
        word = _text(s, other)
        if isinstance(start, int):
            return self.find(word, start) if not is_last else self.rfind(word, 0, start + len(word))
        if start is not None and "ignorecase" in _text(s, start).lower():
            return self.lower().rfind(word.lower()) if is_last else self.lower().find(word.lower())
        return self.rfind(word) if is_last else self.find(word)

    return find


def _trim(side: str) -> Any:
    def trim(s: Any, self: str, *given: Any) -> str:
        chars = _chars(s, given) or None
        return {"both": self.strip, "start": self.lstrip, "end": self.rstrip}[side](chars)

    return trim


def _insert(s: Any, self: str, at: Any, word: Any) -> str:
    return self[: to_integer(at)] + _text(s, word) + self[to_integer(at) :]


def _remove(_: Any, self: str, start: Any, count: Any = None) -> str:
    first = to_integer(start)
    if not 0 <= first <= len(self):
        raise _out_of_range("startIndex")
    return self[:first] + ("" if count is None else self[first + to_integer(count) :])


def _replace(s: Any, self: str, old: Any, new: Any) -> str:
    if not _text(s, old):
        raise DotNetError("System.ArgumentException", "String cannot be of zero length. Parameter name: oldValue")
    return self.replace(_text(s, old), _text(s, new))


STRING = Members(
    properties={"Length": len},
    methods={
        "Substring": _substring,
        "Split": _split,
        "Replace": _replace,
        "ToLower": lambda _, self, *__: lower(self),
        "ToUpper": lambda _, self, *__: upper(self),
        "ToLowerInvariant": lambda _, self: lower(self),
        "ToUpperInvariant": lambda _, self: upper(self),
        "Trim": _trim("both"),
        "TrimStart": _trim("start"),
        "TrimEnd": _trim("end"),
        "StartsWith": _affix(True),
        "EndsWith": _affix(False),
        "Contains": lambda s, self, word: _text(s, word) in self,
        "IndexOf": _find(False),
        "LastIndexOf": _find(True),
        "IndexOfAny": lambda s, self, chars: min((at for at in (self.find(_text(s, c)) for c in chars) if at >= 0), default=-1),
        "PadLeft": lambda s, self, width, char=" ": self.rjust(to_integer(width), _text(s, char)),
        "PadRight": lambda s, self, width, char=" ": self.ljust(to_integer(width), _text(s, char)),
        "Insert": _insert,
        "Remove": _remove,
        "ToCharArray": lambda _, self: Array(map(Char, self), "System.Char"),
        "Equals": _compare,
        "ToString": lambda _, self, *__: str(self),
        "CompareTo": lambda s, self, other: (self > _text(s, other)) - (self < _text(s, other)),
        "GetEnumerator": lambda _, self: Array(map(Char, self), "System.Char"),
        "Normalize": lambda _, self: unicodedata.normalize("NFC", self),
    },
)


def _compare_static(s: Any, one: Any, two: Any, rule: Any = False) -> int:
    left, right = _text(s, one), _text(s, two)
    if rule is True or "ignorecase" in _text(s, rule).lower():
        left, right = left.lower(), right.lower()
    return (left > right) - (left < right)


def _join(s: Any, separator: Any, *items: Any) -> str:
    values = items[0] if len(items) == 1 and isinstance(items[0], list) else items
    return _text(s, separator).join(_text(s, item) for item in values)


def _new_string(s: Any, value: Any, count: Any = None) -> str:
    if isinstance(value, list):
        return "".join(_text(s, char) for char in value)
    return _text(s, value) * to_integer(1 if count is None else count)


class StringBuilder(NetObject):
    """A StringBuilder; its methods return it, so that a call leaks into the output."""

    type_name = "System.Text.StringBuilder"

    def __init__(self, text: str = "") -> None:
        self.held = [text]

    def text(self) -> str:
        return "".join(self.held)

    def append(self, text: str) -> StringBuilder:
        self.held.append(text)
        return self

    properties = {"Length": lambda self: len(self.text())}
    methods = {
        "append": lambda s, self, value: self.append(_text(s, value)),
        "appendline": lambda s, self, value="": self.append(_text(s, value) + ("\n" if s.is_core else "\r\n")),
        "tostring": lambda _, self: self.text(),
    }


class Encoding(NetObject):
    """A text encoding."""

    type_name = ENCODING

    def __init__(self, name: str, mark: bytes = b"") -> None:
        self.name = name
        self.mark = mark

    def decode(self, data: bytes) -> str:
        return data.decode(self.name, errors="replace")

    properties = {"WebName": lambda self: codecs.lookup(self.name).name, "EncodingName": lambda self: self.name}
    methods = {
        "getbytes": lambda s, self, value: Array(_text(s, value).encode(self.name, errors="replace"), "System.Byte"),
        "getstring": lambda _, self, data, start=0, count=None: self.decode(bytes(data)[start : None if count is None else start + count]),
        "getpreamble": lambda _, self: Array(self.mark, "System.Byte"),
    }


UTF8 = Encoding("utf-8", codecs.BOM_UTF8)
UTF16 = Encoding("utf-16-le", codecs.BOM_UTF16_LE)
ASCII = Encoding("ascii")
LATIN = Encoding("cp1252")


def _new_utf8(_: Any, has_mark: Any = False, *__: Any) -> Encoding:
    return Encoding("utf-8", codecs.BOM_UTF8 if has_mark else b"")


def _regex(s: Any, pattern: Any, flags: Any = "None") -> Regex:
    return pattern if isinstance(pattern, Regex) else Regex(_text(s, pattern), options(_text(s, flags)))


def _pattern(s: Any, pattern: Any, flags: Any) -> Any:
    return compile_regex(_text(s, pattern), options(_text(s, flags)))


STATICS = {
    "System.String": Static(
        properties={"Empty": lambda _: ""},
        methods={
            "IsNullOrEmpty": lambda s, value: value is None or _text(s, value) == "",
            "Join": _join,
            "Format": lambda s, template, *values: composite(template, list(values), s.culture, is_core=s.is_core),
            "Compare": _compare_static,
            "CompareOrdinal": lambda s, one, two: _compare_static(s, one, two),
            "Concat": lambda s, *items: "".join(_text(s, item) for one in items for item in (one if isinstance(one, list) else [one])),
            "Equals": lambda s, one, two, rule="Ordinal": _compare(s, _text(s, one), two, rule),
        },
        new=_new_string,
    ),
    "System.Char": Static(
        methods={
            "IsDigit": lambda _, char: char.isdigit(),
            "IsLetter": lambda _, char: char.isalpha(),
            "IsLetterOrDigit": lambda _, char: char.isalnum(),
            "IsControl": lambda _, char: unicodedata.category(char) == "Cc",
            "IsWhiteSpace": lambda _, char: char.isspace(),
            "ToString": lambda s, char: _text(s, char),
        }
    ),
    "System.Text.StringBuilder": Static(new=lambda s, text="", *_: StringBuilder(_text(s, text) if isinstance(text, str) else "")),
    "System.StringComparison": Static(
        properties={name: (lambda _, n=name: n) for name in ("Ordinal", "OrdinalIgnoreCase", "InvariantCultureIgnoreCase")}
    ),
    "System.StringSplitOptions": Static(properties={name: (lambda _, n=name: n) for name in ("None", "RemoveEmptyEntries")}),
    ENCODING: Static(
        properties={"UTF8": lambda _: UTF8, "Unicode": lambda _: UTF16, "ASCII": lambda _: ASCII, "Default": lambda s: UTF8 if s.is_core else LATIN},
        methods={"GetEncoding": lambda s, name: {"utf-8": UTF8, "utf-16": UTF16, "us-ascii": ASCII}[_text(s, name).lower()]},
    ),
    "System.Text.UTF8Encoding": Static(new=_new_utf8),
    "System.Text.UnicodeEncoding": Static(new=lambda _, *__: UTF16),
    "System.Text.ASCIIEncoding": Static(new=lambda _: ASCII),
    REGEX: Static(
        methods={
            "IsMatch": lambda s, text, pattern, flags="None": _pattern(s, pattern, flags).search(_text(s, text)) is not None,
            "Match": lambda s, text, pattern, flags="None": Match(_pattern(s, pattern, flags).search(_text(s, text))),
            "Matches": lambda s, text, pattern, flags="None": Array(
                map(Match, _pattern(s, pattern, flags).finditer(_text(s, text))), Match.type_name
            ),
            "Replace": lambda s, text, pattern, by, flags="None": replace(s, _pattern(s, pattern, flags), _text(s, text), by),
            "Split": lambda s, text, pattern, flags="None": Array(_pattern(s, pattern, flags).split(_text(s, text)), "System.String"),
            "Escape": lambda s, text: escape(_text(s, text)),
            "Unescape": lambda s, text: _text(s, text).replace("\\", ""),
        },
        new=_regex,
    ),
    "System.Text.RegularExpressions.RegexOptions": Static(
        properties={name: (lambda _, n=name: n) for name in ("None", "IgnoreCase", "Multiline", "Singleline", "Compiled")}
    ),
}
SPECIAL = str.maketrans({**{char: f"\\{char}" for char in "\\*+?|{[()^$.#"}, " ": "\\ ", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\f": "\\f"})


def escape(text: str) -> str:
    """Return a text escaped as Regex.Escape does."""
    return text.translate(SPECIAL)


MEMBERS: dict[type, Members] = {str: STRING}
CASTS = {REGEX: _regex}
