"""Regular expressions of .NET on Python's: what differs is translated, what has no counterpart is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from tests.collector.shell.faults import DotNetError, EvaluatorError
from tests.collector.shell.values import Array, Hashtable, NetObject

PIECES = re.compile(r"\\p\{|\\P\{|\\G|\\z|\\Z|\\A|\\e|\\.|\(\?<(?=[A-Za-z_])|\(\?'|\[\^?\]?(?:\\.|\[:|[^\]\\])*\]|\$$", re.DOTALL)
OPTIONS = {"ignorecase": re.IGNORECASE, "multiline": re.MULTILINE, "singleline": re.DOTALL, "ignorepatternwhitespace": re.VERBOSE}
PLAIN_OPTIONS = {"none", "compiled", "cultureinvariant"}
SUBSTITUTION = re.compile(r"\$(?:(\d+)|\{(\w+)\}|([$&`']))")


@lru_cache(maxsize=2000)
def compile_regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a pattern of .NET compiled for Python.

    Raises:
        DotNetError: it is no regular expression.
        EvaluatorError: it uses what Python does not have.
    """

    def translate(found: re.Match[str]) -> str:
        piece = found[0]
        if piece in (r"\p{", r"\P{", r"\G", "(?'"):
            raise EvaluatorError(f"the regular expression {pattern!r} uses {piece}, which the evaluator does not have")
        if piece.startswith("[") and re.search(r"-\[|\\[pP]\{", piece):
            raise EvaluatorError(f"the regular expression {pattern!r} uses a character class that the evaluator does not have")
        if piece.startswith("["):
            return "[" + piece[1:].replace("[", r"\[").replace("&&", r"\&&").replace("||", r"\||").replace("--", r"\--")
        return {r"\z": r"\Z", r"\Z": r"(?=\n?\Z)", r"\e": r"\x1b", "(?<": "(?P<"}.get(piece, piece)

    try:
        return re.compile(PIECES.sub(translate, pattern), flags)
    except re.error as error:
        raise DotNetError("System.ArgumentException", f'parsing "{pattern}" - {error}') from error


def options(value: Any) -> int:
    """Return the flags of a RegexOptions text such as `IgnoreCase, Multiline`."""
    flags = 0
    for word in str(value).replace(" ", "").split(","):
        if word.lower() not in PLAIN_OPTIONS:
            flags |= OPTIONS[word.lower()]
    return flags


@lru_cache(maxsize=2000)
def numbers(pattern: re.Pattern[str]) -> list[int]:
    """Return Python's number of each group in the order of .NET: those without a name first."""
    names = sorted(pattern.groupindex.values())
    return [0, *(number for number in range(1, pattern.groups + 1) if number not in names), *names]


def substitution(template: str) -> Callable[[re.Match[str]], str]:
    """Return a function that fills a replacement text of .NET."""

    def fill(found: re.Match[str]) -> str:
        def part(mark: re.Match[str]) -> str:
            number, name, sign = mark.groups()
            if sign:
                return {"$": "$", "&": found[0], "`": found.string[: found.start()], "'": found.string[found.end() :]}[sign]
            digits = number or (name if name.isdigit() else "")
            try:
                return (found[numbers(found.re)[int(digits)]] if digits else found[name]) or ""
            except IndexError:
                return mark[0]

        return SUBSTITUTION.sub(part, template)

    return fill


def matches_table(found: re.Match[str]) -> Hashtable:
    """Return `$Matches`: groups that took part, by number or name."""
    names = {number: name for name, number in found.re.groupindex.items()}
    table = Hashtable()
    order = numbers(found.re)
    for place in range(len(order) - 1, -1, -1):
        if found[order[place]] is not None:
            table[names.get(order[place], place)] = found[order[place]]
    return table


class Group(NetObject):
    """A Group of a Match."""

    type_name = "System.Text.RegularExpressions.Group"

    def __init__(self, text: str | None, start: int) -> None:
        self.value = text
        self.start = start

    def text(self) -> str:
        return self.value or ""

    properties = {
        "value": lambda self: self.value or "",
        "success": lambda self: self.value is not None,
        "index": lambda self: max(self.start, 0),
        "length": lambda self: len(self.value or ""),
    }
    methods = {"tostring": lambda _, self: self.value or ""}


class Groups(NetObject):
    """The groups of a match by number or name."""

    type_name = "System.Text.RegularExpressions.GroupCollection"

    def __init__(self, found: re.Match[str] | None) -> None:
        self.found = found

    def index(self, key: Any) -> Group:
        if self.found is None:
            return Group(None, -1)
        try:
            key = key if isinstance(key, str) and not key.isdigit() else numbers(self.found.re)[int(key)]
            return Group(self.found[key], self.found.start(key))
        except IndexError:
            return Group(None, -1)

    def items(self) -> list[Group]:
        return [self.index(number) for number in range(self.found.re.groups + 1 if self.found else 1)]

    is_collection = True
    properties = {"count": lambda self: self.found.re.groups + 1 if self.found else 1}


class Match(Group):
    """A Match."""

    type_name = "System.Text.RegularExpressions.Match"

    def __init__(self, found: re.Match[str] | None) -> None:
        super().__init__(found[0] if found else None, found.start() if found else 0)
        self.found = found

    properties = {**Group.properties, "groups": lambda self: Groups(self.found)}


class Regex(NetObject):
    """A Regex object."""

    type_name = "System.Text.RegularExpressions.Regex"

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self.compiled = compile_regex(pattern, flags)

    def text(self) -> str:
        return self.pattern

    properties = {}
    methods = {
        "ismatch": lambda _, self, text: self.compiled.search(text) is not None,
        "match": lambda _, self, text: Match(self.compiled.search(text)),
        "matches": lambda _, self, text: Array(map(Match, self.compiled.finditer(text)), Match.type_name),
        "replace": lambda rt, self, text, by, count=0: replace(rt, self.compiled, text, by, int(count)),
        "split": lambda _, self, text: Array(self.compiled.split(text), "System.String"),
        "tostring": lambda _, self: self.pattern,
    }


def replace(session: Any, pattern: re.Pattern[str], text: str, by: Any, count: int = 0) -> str:
    """Return a text with its matches replaced by a template, or by what a script block says of each."""
    if isinstance(by, str):
        return pattern.sub(substitution(by), text, count=count)
    return pattern.sub(lambda found: session.text_of(session.call_block(by, [Match(found)])), text, count=count)


def wildcard(pattern: str) -> re.Pattern[str]:
    """Return the regular expression of a `-like` pattern."""
    parts: list[str] = []
    position = 0
    for found in re.finditer(r"`.|\*|\?|\[[^\]]+\]", pattern, re.DOTALL):
        parts.append(re.escape(pattern[position : found.start()]))
        piece = found[0]
        parts.append({"*": ".*", "?": "."}.get(piece) or (re.escape(piece[1]) if piece[0] == "`" else piece.replace("\\", r"\\")))
        position = found.end()
    parts.append(re.escape(pattern[position:]))
    return re.compile("".join(parts), re.IGNORECASE | re.DOTALL)
