from __future__ import annotations

import pytest

from exposture.errors import RuleSyntaxError
from exposture.rulebook.views import View, demanded_by, expand, in_order, parse_view
from tests.unit.rulebook.factories import VIEW


def view(name: str, body: str, *, requires: str = "none", optional: str = "none") -> View:
    header = f"-- view: {name}\n-- requires: {requires}\n-- optional: {optional}\n-- columns: a\n-- purpose: p\n"
    return parse_view(header + body, f"lib/{name}.sql")


def test_view_is_its_header_and_its_select() -> None:
    found = parse_view(VIEW + ";\n", "lib/enabled_connectors.sql")

    assert (found.requires, found.optional, found.inputs) == (("receive_connectors",), (), ("receive_connectors",))
    assert found.columns == ("server", "name", "key", "mode")
    assert found.sql.startswith("SELECT\n")
    assert found.sql.endswith("IS NOT FALSE")


def test_header_line_without_a_word_goes_on_with_the_one_before() -> None:
    found = parse_view(VIEW.replace("-- columns: server, name,", "-- columns: server,\n--   name,"), "lib/enabled_connectors.sql")

    assert found.columns == ("server", "name", "key", "mode")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("-- purpose: Connectors that are switched on.\n", "", "the header lacks `-- purpose:`"),
        ("-- view: enabled_connectors", "-- view: other", "name the file other.sql"),
        ("receive_connectors\n-- optional", "Receive-Connectors\n-- optional", "not a name in snake_case: Receive-Connectors"),
    ],
)
def test_wrong_header_is_an_error_with_its_place(old: str, new: str, message: str) -> None:
    with pytest.raises(RuleSyntaxError, match=f"{message}.* in lib/enabled_connectors.sql:1"):
        parse_view(VIEW.replace(old, new), "lib/enabled_connectors.sql")


def test_header_alone_is_an_error() -> None:
    with pytest.raises(RuleSyntaxError, match="no SELECT follows"):
        view("a", "")


def test_views_stand_after_those_that_they_read() -> None:
    views = [view("a", "SELECT a FROM c"), view("b", "SELECT a FROM t"), view("c", "SELECT a FROM b")]

    assert [one.name for one in in_order(views)] == ["b", "c", "a"]


def test_circle_of_views_is_an_error() -> None:
    with pytest.raises(RuleSyntaxError, match=r"in a circle: (a -> b -> a|b -> a -> b)"):
        in_order([view("a", "SELECT a FROM b"), view("b", "SELECT a FROM a")])


def test_expanding_follows_views_to_their_tables() -> None:
    found = [view("a", "WITH x AS (SELECT a FROM b) SELECT a FROM x, c"), view("b", "SELECT a FROM t, c"), view("c", "SELECT a FROM t")]
    views = {one.name: one for one in found}

    assert expand(["a", "u"], views) == {"a", "b", "c", "t", "u"}


def test_view_demands_what_its_views_require_unless_it_calls_it_optional() -> None:
    inner = view("b", "SELECT a FROM t, u", requires="t, u")
    outer = view("a", "SELECT a FROM b, w", requires="w", optional="u")

    assert demanded_by(outer, {"a": outer, "b": inner}) == {"t", "w"}
