from __future__ import annotations

import pytest

from exposture.engine.sql_lint import sql_checks
from exposture.rulebook.lint import lint
from exposture.rulebook.pack import Pack
from exposture.rulebook.rule import Rule
from exposture.rulebook.views import View
from tests.unit.engine.factories import CATALOG, book, facts, rule, view

ROW = "SELECT 'a' AS server, 'b' AS subject, 'c' AS subject_key, 'pass' AS outcome"


def found(*rules: Rule, views: tuple[View, ...] = ()) -> list[tuple[str, str, str]]:
    pack = Pack(book=book(*rules, views=views), catalog=CATALOG)
    return [(one.code, one.path, one.message) for one in lint(pack, (), sql_checks(pack, facts()))]


def named(name: str, sql: str, *columns: str) -> View:
    made = view(name, sql)
    return View(name=name, sql=sql, requires=(), optional=(), columns=columns, purpose=made.purpose, path=made.path)


def test_a_good_pack_has_no_finding() -> None:
    good = named("stopped", "SELECT w.name FROM windows_services AS w, data_builds, data_dates, collected, site_gateways", "name")

    assert found(rule(), views=(good,)) == []


def test_a_view_that_does_not_bind_is_found() -> None:
    code, path, message = found(rule(), views=(named("bad", "SELECT moon FROM windows_services"),))[0]

    assert (code, path) == ("L100", "lib/bad.sql")
    assert message.startswith("the view bad does not bind")


def test_a_view_gives_the_columns_of_its_header() -> None:
    assert found(rule(), views=(named("odd", "SELECT name FROM windows_services", "key"),)) == [
        ("L100", "lib/odd.sql", "gives name; the header says key")
    ]


def test_a_query_that_does_not_bind_is_found() -> None:
    code, path, message = found(rule(query="SELECT moon FROM windows_services"))[0]

    assert (code, path) == ("L101", "hosts/HST-001-x.yaml")
    assert 'Referenced column "moon" not found' in message


def test_a_parameter_of_the_wrong_type_is_found() -> None:
    assert found(rule(parameters={"limit": {"type": "int", "default": "x"}})) == [("L101", "hosts/HST-001-x.yaml", "parameter limit: 'x' is no int")]


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("SELECT 'a' AS server", "the query lacks the columns subject, subject_key, outcome"),
        (
            f"{ROW}, {{'a': 1}} AS state",
            "the evidence column state is struct<a: int32>; give bool, int, float, text, date, timestamp without zone or a list of text",
        ),
        (f"{ROW.replace(chr(39) + 'pass' + chr(39), '1')}, 'x' AS state", "the column outcome is int32; it must be string"),
    ],
)
def test_an_answer_that_the_engine_cannot_take_is_found(query: str, says: str) -> None:
    assert ("L102", "hosts/HST-001-x.yaml", says) in found(rule(query=query))


def test_texts_name_columns_of_the_answer() -> None:
    one = rule(query=ROW, evidence={"state": "windows_services.state"})

    assert found(one) == [
        ("L103", "hosts/HST-001-x.yaml", "evidence names state, which the query does not give"),
        ("L103", "hosts/HST-001-x.yaml", "the message names {state}, which neither the query nor the parameters have"),
    ]


@pytest.mark.parametrize(
    "query",
    ["SELECT * FROM (ROW, 's' AS state) AS x", "WITH x AS (ROW, 's' AS state) FROM x"],
)
def test_a_query_lists_its_columns(query: str) -> None:
    assert found(rule(query=query.replace("ROW", ROW))) == [("L104", "hosts/HST-001-x.yaml", "a SELECT takes all columns")]


def test_a_view_that_takes_all_columns_is_found() -> None:
    columns = ("dataset", "target", "status", "is_known")

    assert found(rule(), views=(named("everything", "SELECT * FROM collected", *columns),)) == [
        ("L104", "lib/everything.sql", "a SELECT takes all columns")
    ]


def test_an_insert_inside_a_query_is_found() -> None:
    hidden = rule(query="WITH x AS (INSERT INTO kept VALUES (1) RETURNING 1 AS a) ROW, 's' AS state FROM x".replace("ROW", ROW))

    assert {(code, message.partition(" stands")[0]) for code, _, message in found(hidden)} >= {("L104", "insert query")}
    assert "L101" in {code for code, _, _ in found(hidden)}


def test_rules_without_a_query_and_drafts_are_left_alone() -> None:
    manual = rule(kind="manual", query="", message="", question="Is it so?")

    assert found(manual, rule(id="HST-002", status="draft", query="SELECT moon")) == []


def test_a_rule_with_a_table_parameter_is_bound_after_its_text_was_parsed() -> None:
    limits = {"type": "table", "default": [{"name": "a", "most": 1}], "columns": {"name": "string", "most": "int"}}

    assert found(rule(query=f"{ROW} FROM param_limits AS l WHERE l.most > 0", parameters={"limits": limits}, message="{subject} is there.")) == []


def test_calls_that_are_not_listed_are_found_with_their_line() -> None:
    hidden = f"{ROW},\n  ('x').jaro_similarity('y') AS state"
    why = "jaro_similarity() is not among the functions that a rule may call (docs/functions.csv)"

    assert found(rule(query=hidden), views=(named("odd", "SELECT url_encode('x') AS name", "name"),)) == [
        ("L105", "hosts/HST-001-x.yaml", why),
        ("L100", "lib/odd.sql", "the view odd calls url_encode(), which is not among the functions that a rule may call (docs/functions.csv)"),
        ("L105", "lib/odd.sql", why.replace("jaro_similarity", "url_encode")),
    ]
