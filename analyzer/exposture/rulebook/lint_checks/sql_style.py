"""How SQL is written: keywords, clauses, named columns, nulls on purpose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from exposture.rulebook import sql
from exposture.rulebook.pack import FIXED_COLUMNS, Pack, Problem, error, of, warning

KEYWORDS = sql.words("""ALL AND ANY AS ASC BETWEEN BY CASE CAST CROSS DESC DISTINCT ELSE END EXCEPT EXISTS FALSE FROM FULL GROUP HAVING ILIKE IN INNER
    INTERSECT IS JOIN LATERAL LEFT LIKE LIMIT NOT NULL NULLS OFFSET ON OR ORDER OUTER OVER PARTITION QUALIFY RECURSIVE RIGHT SELECT THEN
    TRUE UNION USING WHEN WHERE WITH""")
CLAUSES = frozenset({"SELECT", "FROM", "WHERE", "GROUP", "HAVING", "QUALIFY", "ORDER", "LIMIT", "UNION", "EXCEPT", "INTERSECT", "JOIN"})
JOIN_WORDS = frozenset({"LEFT", "RIGHT", "FULL", "INNER", "OUTER", "CROSS", "SEMI", "ANTI", "ASOF", "POSITIONAL", "NATURAL"})
COMPARISONS = frozenset({"=", "<>", "!=", "=="})
TRUTHS = frozenset({"TRUE", "FALSE", "NULL"})
DEMANDED = ("server", "subject", "subject_key", "outcome")
REASONED = frozenset({"unknown", "manual", "not_applicable"})
CTE_NAME = re.compile(r"^[a-z][a-z0-9]*(_[a-z0-9]+)*$")


def _before(tokens: Sequence[sql.Token], index: int) -> str:
    return tokens[index - 1].upper if index else ""


def _after(tokens: Sequence[sql.Token], index: int) -> str:
    return tokens[index + 1].upper if index + 1 < len(tokens) else ""


def keywords_are_upper(pack: Pack) -> Iterator[Problem]:
    for text in pack.texts.values():
        for index, token in enumerate(text.tokens):
            is_keyword = token.kind is sql.Kind.WORD and token.upper in KEYWORDS and _before(text.tokens, index) != "."
            is_function = token.upper in {"LEFT", "RIGHT"} and _after(text.tokens, index) == "("
            if is_keyword and not is_function and token.text != token.upper:
                yield text.problem(f"the keyword {token.text} is not in upper case", token)


def columns_are_listed(pack: Pack) -> Iterator[Problem]:
    for text in pack.texts.values():
        for index, token in enumerate(text.tokens):
            before = _before(text.tokens, index)
            is_all_columns = before in {"SELECT", "DISTINCT", "ALL", ",", "."} or (before == "(" and _before(text.tokens, index - 1) == "COLUMNS")
            if token.text == "*" and is_all_columns:
                yield text.problem("takes all columns with *", token)


def truths_are_asked(pack: Pack) -> Iterator[Problem]:
    for text in pack.texts.values():
        for index, token in enumerate(text.tokens):
            if token.text in COMPARISONS and TRUTHS & {_before(text.tokens, index), _after(text.tokens, index)}:
                yield text.problem(f"compares with {token.text} {_after(text.tokens, index)}", token)


def clauses_begin_lines(pack: Pack) -> Iterator[Problem]:
    for text in pack.texts.values():
        one_line = _one_line_groups(text.tokens)
        for index, token in enumerate(text.tokens):
            is_clause = (
                token.upper in CLAUSES and (token.upper != "FROM" or sql.is_from_clause(text.tokens, index)) and _before(text.tokens, index) != "."
            )
            if is_clause and not one_line[index] and not _begins_line(text.tokens, index):
                yield text.problem(f"{token.upper} does not begin a line", token)


def _begins_line(tokens: Sequence[sql.Token], index: int) -> bool:
    """Return whether a token is the first of its line, the words before a JOIN (LEFT OUTER) counted with it."""
    first = index
    while tokens[index].upper == "JOIN" and _before(tokens, first) in JOIN_WORDS:
        first -= 1
    return tokens[first].starts_line


def _one_line_groups(tokens: Sequence[sql.Token]) -> list[bool]:
    """Return for each token whether the brackets around it open and close on one line."""
    found = [False] * len(tokens)
    opened: list[int] = []
    for index, token in enumerate(tokens):
        if token.text in sql.CLOSING and opened:
            start = opened.pop()
            if tokens[start].line == token.line:
                found[start : index + 1] = [True] * (index + 1 - start)
        opened += [index] if token.text in sql.OPENING else []
    return found


def columns_are_named(pack: Pack) -> Iterator[Problem]:
    for text in pack.texts.values():
        names = sql.output_columns(text.tokens)
        if None in names:
            yield text.problem(f"the column {names.index(None) + 1} of the answer has no name")
        yield from (text.problem(f"the answer has two columns {name}") for name in sorted({name for name in names if name and names.count(name) > 1}))


def fixed_columns_are_given(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.asked:
        columns = pack.columns_given(loaded.rule.id)
        for name in (name for name in DEMANDED if name not in columns):
            yield of(loaded, f"the query does not give the column {name}")
        words = {token.name for token in pack.texts[loaded.rule.id].tokens if token.kind is sql.Kind.STRING} & REASONED
        if words and "reason" not in columns:
            yield of(loaded, f"the query may answer {', '.join(sorted(words))} and gives no column reason")


def fixed_columns_come_first(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.asked:
        places = [name in FIXED_COLUMNS for name in pack.columns_given(loaded.rule.id)]
        if places != sorted(places, reverse=True):
            yield of(loaded, "a column of evidence stands before a fixed one")


def tables_keep_their_names(pack: Pack) -> Iterator[Problem]:
    for text in pack.texts.values():
        for name in sql.common_names(text.tokens):
            if name in pack.tables:
                yield text.problem(f"the WITH clause names {name}, which is a table")
            if not CTE_NAME.match(name):
                yield text.problem(f"the WITH clause names {name!r}, which is no snake_case")


CHECKS = (
    error("L070", "Keywords are in upper case", "write it in upper case", keywords_are_upper),
    error("L071", "Columns are listed", "name each column", columns_are_listed),
    error("L072", "Truth and null are asked with IS", "write IS TRUE, IS NOT TRUE, IS NULL: a null must go where you want it", truths_are_asked),
    warning("L073", "A clause begins a line", "one clause per line, unless the brackets around it fit on one", clauses_begin_lines),
    error("L074", "Columns of an answer have different names", "name it with AS", columns_are_named),
    error(
        "L075",
        "The answer has the columns that the engine needs",
        f"give {', '.join(DEMANDED)}, and reason beside a word that needs one",
        fixed_columns_are_given,
    ),
    warning("L076", "Evidence stands after the fixed columns", f"first {', '.join(FIXED_COLUMNS)}, then evidence", fixed_columns_come_first),
    error("L077", "A WITH clause takes no table's name", "name it after what it holds, in snake_case", tables_keep_their_names),
)
