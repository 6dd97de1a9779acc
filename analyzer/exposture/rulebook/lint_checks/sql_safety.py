"""What SQL must not do: change, read files, ask the clock, depend on chance or on the order of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exposture.rulebook import sql
from exposture.rulebook.forbidden import calls, forbidden_calls, forbidden_words
from exposture.rulebook.pack import Pack, Problem, error

STATEMENTS = sql.words("""
        INSERT UPDATE DELETE MERGE TRUNCATE CREATE DROP ALTER COPY ATTACH DETACH INSTALL LOAD PRAGMA SET RESET CALL EXPORT IMPORT VACUUM
        CHECKPOINT EXPLAIN DESCRIBE SUMMARIZE SHOW USE PREPARE EXECUTE BEGIN COMMIT ROLLBACK PIVOT UNPIVOT TABLE
        """)
ORDERED = sql.words(
    "list array_agg string_agg group_concat listagg first last any_value arbitrary row_number lag lead first_value last_value nth_value ntile"
)
SORTING = frozenset({"list_sort", "array_sort", "list_reverse_sort", "array_reverse_sort"})


def calls_are_allowed(pack: Pack) -> Iterator[Problem]:
    for text in pack.texts.values():
        for token, why in forbidden_calls(text.tokens):
            yield text.problem(f"{token.name}() {why}", token)


def words_are_allowed(pack: Pack) -> Iterator[Problem]:
    for text in pack.texts.values():
        for token in forbidden_words(text.tokens):
            yield text.problem(f"{token.text} asks the clock, the session or chance", token)
        for index, token in enumerate(text.tokens):
            if token.upper == "SAMPLE" and index and text.tokens[index - 1].upper == "USING":
                yield text.problem("USING SAMPLE depends on chance", token)


def tables_are_no_files(pack: Pack) -> Iterator[Problem]:
    for text in pack.texts.values():
        for token in sql.tables(text.tokens):
            if token.kind is sql.Kind.STRING or not token.name.replace("_", "a").isalnum():
                yield text.problem(f"reads {token.text} as a table", token)


def statements_are_one_select(pack: Pack) -> Iterator[Problem]:
    for text in pack.texts.values():
        if not text.tokens or text.tokens[0].upper not in {"SELECT", "WITH"}:
            yield text.problem("does not begin with SELECT or WITH")
        for index, token in enumerate(text.tokens):
            if token.text == ";" and index + 1 < len(text.tokens):
                yield text.problem("holds more than one statement", token)
            if token.upper in STATEMENTS and index and text.tokens[index - 1].text == "(" and _goes_on(text.tokens, index):
                yield text.problem(f"{token.upper} stands where a statement begins", token)


def _goes_on(tokens: Sequence[sql.Token], index: int) -> bool:
    """Tell a statement from a column of that name: a statement goes on with a word or a string."""
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return (
        after is not None
        and after.kind in {sql.Kind.WORD, sql.Kind.QUOTED, sql.Kind.STRING}
        and after.upper not in {"IS", "IN", "NOT", "AND", "OR", "AS", "LIKE"}
    )


def orders_are_total(pack: Pack) -> Iterator[Problem]:
    for text in pack.texts.values():
        for index, token in calls(text.tokens):
            if token.name in ORDERED and not _is_ordered(text.tokens, index):
                yield text.problem(f"{token.name}() depends on the order of rows", token)
        for index, token in enumerate(text.tokens):
            if token.upper in {"LIMIT", "OFFSET"} and "ORDER" not in _group_before(text.tokens, index):
                yield text.problem(f"{token.upper} without ORDER BY keeps rows by chance", token)


def _is_ordered(tokens: Sequence[sql.Token], index: int) -> bool:
    closing = _closing(tokens, index + 1)
    inside = {token.upper for token in tokens[index + 2 : closing] if token.depth == tokens[index].depth + 1}
    over = next((place for place in range(closing + 1, min(closing + 2, len(tokens))) if tokens[place].upper == "OVER"), None)
    window = {token.upper for token in tokens[over : _closing(tokens, over + 1)]} if over is not None and over + 1 < len(tokens) else set()
    is_sorted = index > 1 and tokens[index - 1].text == "(" and tokens[index - 2].name in SORTING
    return "ORDER" in inside or "ORDER" in window or is_sorted


def _closing(tokens: Sequence[sql.Token], opening: int) -> int:
    """Return the place of the bracket that closes the one at `opening`, or of the last token."""
    same = (place for place in range(opening + 1, len(tokens)) if tokens[place].text in sql.CLOSING and tokens[place].depth == tokens[opening].depth)
    return next(same, len(tokens) - 1)


def _group_before(tokens: Sequence[sql.Token], index: int) -> set[str]:
    """Return the words at the same depth before a token, back to the bracket that opened the group."""
    words: set[str] = set()
    for token in reversed(tokens[:index]):
        if token.depth < tokens[index].depth:
            break
        words |= {token.upper} if token.depth == tokens[index].depth else set()
    return words


CHECKS = (
    error("L080", "Functions are the same today and tomorrow", "use $as_of for the time, tables for data, ORDER BY for order", calls_are_allowed),
    error(
        "L081",
        "Words ask neither clock nor session",
        "use $as_of for the time; a column of that name takes its table's alias before it",
        words_are_allowed,
    ),
    error("L082", "Tables are no files", "read tables of the bundle only", tables_are_no_files),
    error("L083", "A text is one SELECT", "write one statement that begins with SELECT or WITH", statements_are_one_select),
    error("L084", "Nothing depends on the order of rows", "give the aggregate, the window or the LIMIT a total ORDER BY", orders_are_total),
)
