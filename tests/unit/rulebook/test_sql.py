from __future__ import annotations

import pytest

from exposture.rulebook import sql


def tables(text: str) -> list[str]:
    return [token.name for token in sql.tables(sql.code(text))]


def test_comments_strings_and_quotes_are_told_apart() -> None:
    tokens = sql.scan("""SELECT "A b", 'it''s -- no', $x, 1.5e3 /* FROM\n t */ -- end""")

    assert [(token.kind.value, token.name) for token in tokens] == [
        ("word", "select"),
        ("quoted", "a b"),
        ("symbol", ","),
        ("string", "it's -- no"),
        ("symbol", ","),
        ("parameter", "x"),
        ("symbol", ","),
        ("number", "1.5e3"),
        ("comment", "/* FROM\n t */"),
        ("comment", "-- end"),
    ]


@pytest.mark.parametrize(("text", "name"), [("e'a\\'b'", "a\\'b"), ("$$a;b$$", "$$a;b$$"), ("$t$a$$b$t$", "$t$a$$b$t$")])
def test_other_spellings_of_a_string_are_one_token(text: str, name: str) -> None:
    assert [(token.kind, token.name) for token in sql.scan(text)] == [(sql.Kind.STRING, name)]


def test_lines_and_depths_are_counted() -> None:
    tokens = sql.scan("f(\n 'a\nb', [x])")

    assert [(token.text, token.line, token.depth, token.starts_line) for token in tokens] == [
        ("f", 1, 0, True),
        ("(", 1, 0, False),
        ("'a\nb'", 2, 1, True),
        (",", 3, 1, False),
        ("[", 3, 1, False),
        ("x", 3, 2, False),
        ("]", 3, 1, False),
        (")", 3, 0, False),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("SELECT a, b FROM t", ["t"]),
        ("SELECT a FROM t AS x, u y WHERE x.c IN (1, z)", ["t", "u"]),
        ("SELECT a FROM t LEFT JOIN main.u USING (v, w), x GROUP BY a, q", ["t", "u", "x"]),
        ("SELECT a FROM (t JOIN u ON true), LATERAL (SELECT b FROM w)", ["t", "u", "w"]),
        ("SELECT a IS DISTINCT FROM b FROM t", ["t"]),
        ("SELECT a FROM unnest(l) AS x, range(3), (VALUES (1)), t", ["t"]),
        ("SELECT a FROM 'x.csv', \"T\"", ["x.csv", "t"]),
        ("SELECT f(a, b) FROM t ORDER BY a, b", ["t"]),
        ("SELECT a FROM", []),
    ],
)
def test_tables_are_what_stands_where_a_table_stands(text: str, names: list[str]) -> None:
    assert tables(text) == names


def test_common_names_are_those_of_with() -> None:
    tokens = sql.code("WITH RECURSIVE a AS (SELECT 1), b(x, y) AS NOT MATERIALIZED (SELECT 2), c (x SELECT d, e AS f FROM a")

    assert sql.common_names(tokens) == ["a", "b"]


def test_output_columns_have_the_name_that_the_engine_gives_them() -> None:
    named = "a, t.b, f(x) AS c, CASE WHEN y THEN 1 END d, e IS DISTINCT FROM g AS h, i[1] j, 'k' l"

    tokens = sql.code(f"WITH w AS (SELECT 1) SELECT DISTINCT {named}, m + n, f(o), NULL FROM w")  # noqa: S608  # text for the reader, nothing runs it

    assert sql.output_columns(tokens) == ["a", "b", "c", "d", "h", "j", "l", None, None, None]


@pytest.mark.parametrize(("text", "names"), [("VALUES (1)", []), ("SELECT ;", [None]), ("SELECT 1 AS a", ["a"])])
def test_select_without_tables_gives_its_columns(text: str, names: list[str | None]) -> None:
    assert sql.output_columns(sql.code(text)) == names
