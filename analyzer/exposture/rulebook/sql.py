"""A small reader of SQL text: words, strings, parameters, the tables it names and the columns it gives.

It serves the lint and `reads`; it knows what a token is and where a table may stand, not what a query means.
The engine's parser stays the judge of whether a query is right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache


class Kind(StrEnum):
    """What a token is."""

    COMMENT = "comment"
    STRING = "string"
    PARAMETER = "parameter"
    QUOTED = "quoted"
    NUMBER = "number"
    WORD = "word"
    SYMBOL = "symbol"


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One token; `text` as written, `line` from 1, `depth` the number of brackets around it, `starts_line` whether it is the first of its line."""

    kind: Kind
    text: str
    line: int
    depth: int
    starts_line: bool

    @property
    def upper(self) -> str:
        return self.text.upper() if self.kind is Kind.WORD else self.text

    @property
    def name(self) -> str:
        """The identifier or string that the token stands for, without its quotes; identifiers in lower case."""
        if self.kind is Kind.QUOTED:
            return self.text[1:-1].replace('""', '"').lower()
        if self.kind is Kind.STRING and "'" in self.text:
            return self.text.partition("'")[2][:-1].replace("''", "'")
        if self.kind is Kind.PARAMETER:
            return self.text[1:]
        return self.text.lower() if self.kind is Kind.WORD else self.text


TOKEN = re.compile(
    r"""
    (?P<comment>--[^\n]*|/\*.*?\*/)
  | (?P<string>[eE]'(?:\\.|''|[^'\\])*'|'(?:''|[^'])*'|\$(?P<tag>(?:[A-Za-z_]\w*)?)\$.*?\$(?P=tag)\$)
  | (?P<parameter>\$\w+)
  | (?P<quoted>"(?:""|[^"])*")
  | (?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
  | (?P<word>[^\W\d]\w*)
  | (?P<symbol>->>|->|=>|::|<=|>=|<>|!=|==|\|\||:=|\S)
    """,
    re.VERBOSE | re.DOTALL,
)
KINDS: Mapping[str, Kind] = {kind.value: kind for kind in Kind}
REMEMBERED = 1024
OPENING = frozenset("([{")
CLOSING = frozenset(")]}")
CLAUSES = frozenset(
    {"WHERE", "GROUP", "HAVING", "QUALIFY", "WINDOW", "ORDER", "LIMIT", "OFFSET", "UNION", "EXCEPT", "INTERSECT", "SELECT", "ON", "USING", "SAMPLE"}
)
IDENTIFIERS = frozenset({Kind.WORD, Kind.QUOTED})


def words(text: str) -> frozenset[str]:
    """Return the words of a text as a set; how long lists of names are written."""
    return frozenset(text.split())


def scan(text: str) -> list[Token]:
    """Return all tokens of a text, comments included, in order."""
    return list(_scan(text))


@lru_cache(maxsize=REMEMBERED)
def code(text: str) -> tuple[Token, ...]:
    """Return the tokens of a text without its comments; a view is asked for once per rule that reads it, so they are kept."""
    return tuple(token for token in _scan(text) if token.kind is not Kind.COMMENT)


def _scan(text: str) -> Iterator[Token]:
    depth, line, position, last_line = 0, 1, 0, 0
    for match in TOKEN.finditer(text):
        line += text.count("\n", position, match.start())
        position = match.start()
        kind = KINDS[match.lastgroup or ""]
        depth -= match.group() in CLOSING
        yield Token(kind=kind, text=match.group(), line=line, depth=depth, starts_line=line != last_line)
        depth += match.group() in OPENING
        last_line = line + match.group().count("\n")


def is_from_clause(tokens: Sequence[Token], index: int) -> bool:
    """Tell a FROM that names tables from the one of IS DISTINCT FROM."""
    return tokens[index].upper == "FROM" and not (index > 0 and tokens[index - 1].upper == "DISTINCT")


def common_names(tokens: Sequence[Token]) -> list[str]:
    """Return the names that WITH clauses define, in order."""
    return [tokens[index].name for index in range(1, len(tokens)) if _defines(tokens, index)]


def _defines(tokens: Sequence[Token], index: int) -> bool:
    if tokens[index].kind not in IDENTIFIERS or tokens[index - 1].upper not in {"WITH", "RECURSIVE", ","}:
        return False
    after = index + 1
    if after < len(tokens) and tokens[after].text == "(":
        closing = (place for place in range(after + 1, len(tokens)) if tokens[place].text == ")" and tokens[place].depth == tokens[after].depth)
        after = next(closing, len(tokens)) + 1
    follows = [token.upper for token in tokens[after : after + 4] if token.upper not in {"NOT", "MATERIALIZED"}]
    return follows[:2] == ["AS", "("]


def tables(tokens: Sequence[Token]) -> list[Token]:
    """Return the last word of each name, and each string, that stands where a table stands."""
    found: list[Token] = []
    lists: set[int] = set()
    for index, token in enumerate(tokens):
        _leave(lists, token)
        if token.upper == "JOIN" or is_from_clause(tokens, index) or (token.text == "," and token.depth in lists):
            lists.add(token.depth)
            found += _table_after(tokens, index + 1)
    return found


def _leave(lists: set[int], token: Token) -> None:
    lists -= {depth for depth in lists if depth > token.depth}
    if token.upper in CLAUSES - {"ON", "USING"}:
        lists.discard(token.depth)


def _table_after(tokens: Sequence[Token], index: int) -> list[Token]:
    while index < len(tokens) and (tokens[index].text == "(" or tokens[index].upper == "LATERAL"):
        index += 1
    while index + 2 < len(tokens) and tokens[index + 1].text == "." and tokens[index + 2].kind in IDENTIFIERS:
        index += 2
    if index >= len(tokens):
        return []
    is_function = index + 1 < len(tokens) and tokens[index + 1].text == "("
    is_table = tokens[index].kind in IDENTIFIERS and tokens[index].upper not in {"SELECT", "WITH", "VALUES", "FROM"} and not is_function
    return [tokens[index]] if is_table or tokens[index].kind is Kind.STRING else []


def select_items(tokens: Sequence[Token]) -> list[list[Token]]:
    """Return the tokens of each column of the outermost SELECT (the first one, where several are united)."""
    start = next((index for index, token in enumerate(tokens) if token.upper == "SELECT" and token.depth == 0), None)
    if start is None:
        return []
    items: list[list[Token]] = [[]]
    for index in range(start + 1, len(tokens)):
        token = tokens[index]
        if token.depth == 0 and (is_from_clause(tokens, index) or token.upper in CLAUSES or token.text == ";"):
            break
        if token.depth == 0 and token.text == ",":
            items.append([])
        elif items[-1] or token.upper not in {"DISTINCT", "ALL"}:
            items[-1].append(token)
    return items


def output_columns(tokens: Sequence[Token]) -> list[str | None]:
    """Return the name of each column that the query gives; None where it has no name of its own."""
    return [_item_name(item) for item in select_items(tokens)]


def _item_name(item: Sequence[Token]) -> str | None:
    if not item or item[-1].kind not in IDENTIFIERS:
        return None
    before = item[-2] if len(item) > 1 else None
    named = (
        before is None or before.upper in {"AS", ".", "END"} or before.kind in {Kind.STRING, Kind.NUMBER, Kind.PARAMETER} or before.text in CLOSING
    )
    return item[-1].name if named and item[-1].upper not in {"END", "NULL", "TRUE", "FALSE"} else None
