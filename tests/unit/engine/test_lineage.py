"""Which redacted columns decide a query, expression by expression: tables and columns are invented, the tree is DuckDB's."""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import pytest

from exposture.catalog.cases_rows import rows_from_cases
from exposture.catalog.dataset import Dataset
from exposture.catalog.networks import SpecialNetworks
from exposture.catalog.types import table_schema
from exposture.engine.lineage.lens import keeps, parser, took
from exposture.engine.lineage.taken import column_states
from exposture.engine.lineage.tree import Relation, UnknownShapeError, Walk
from exposture.engine.lineage.values import ADDRESSES, CLEAN, NETWORKS, NULL, Family, State, Value, altered, faithful


def pseudonym(name: str, family: Family, **words: object) -> Value:
    return Value(state=State.FAITHFUL, marks=frozenset({f"t.{name}"}), family=family, **words)  # type: ignore[arg-type]  # words of a test


COLUMNS: Mapping[str, Value] = {
    "plain": CLEAN,
    "nothing": NULL,
    "label": pseudonym("label", Family.NAME),
    "account": pseudonym("account", Family.NAME),
    "labels": pseudonym("labels", Family.NAME, is_list=True),
    "server": pseudonym("server", Family.SERVER),
    "host": pseudonym("host", Family.HOST),
    "hosts": pseudonym("hosts", Family.HOST, is_list=True),
    "domain": pseudonym("domain", Family.HOST),
    "mail": pseudonym("mail", Family.MAIL),
    "words": pseudonym("words", Family.WORDS),
    "owner": pseudonym("owner", Family.DN, kept_fields=frozenset({"guid"})),
    "dn": pseudonym("dn", Family.DN),
    "address": pseudonym("address", Family.ADDRESS, ranges=ADDRESSES),
    "network": pseudonym("network", Family.ADDRESS, ranges=NETWORKS, kept_fields=frozenset({"hosts"})),
    "networks": pseudonym("networks", Family.ADDRESS, ranges=NETWORKS, is_list=True),
    "widened": pseudonym("widened", Family.ADDRESS),
    "gone": altered(frozenset({"t.gone"})),
    "gone_list": Value(state=State.ALTERED, marks=frozenset({"t.gone_list"}), is_list=True),
}
SHIFTED = ", ".join(f"c{number}" for number in range(14))
ENDLESS = " ".join(
    [
        "WITH RECURSIVE r AS (SELECT label AS c0,",
        ", ".join(f"plain AS c{number}" for number in range(1, 15)),
        "FROM t UNION ALL SELECT c0,",
        SHIFTED,
        "FROM r) SELECT c0 FROM r",
    ]
)
VIEWS = {"seen": "SELECT label, plain FROM t WHERE gone = 1", "plain_view": "SELECT label AS name FROM t"}


def walk(query: str) -> tuple[Walk, Relation]:
    connection = duckdb.connect()
    parse = parser(lambda: connection)
    tables = {"t": dict(COLUMNS), "u": dict(COLUMNS), "clean": {"a": CLEAN}}
    walked = Walk(tables=tables.get, views=lambda name: parse(VIEWS[name]) if name in VIEWS else None, keeps=keeps)
    return walked, walked.query(parse(query), {}, None)


def of(expression: str, clause: str = "") -> str:
    return " ".join(["SELECT", expression, "AS x FROM t", clause])


def decided(query: str) -> set[str]:
    return {mark.removeprefix("t.") for mark in walk(query)[0].decided}


def state(expression: str) -> State:
    """Return how far an expression over `t` is from the clear one."""
    (found,) = walk(of(expression))[1].values()
    return found.state


@pytest.mark.parametrize(
    "expression",
    [
        "plain",
        "label = account",
        "label <> account",
        "label IS NOT DISTINCT FROM account",
        "lower(label) = lower(account)",
        "label = server",
        "server = upper(split_part(host, '.', 1))",
        "label = dn",
        "owner.name = label",
        "owner.dn = dn",
        "owner.guid = 'x'",
        "(owner).guid = 'x'",
        "label IS NULL",
        "label IS NOT NULL",
        "label = 'Organization Management'",
        "label IN ('Default Policy', account)",
        "label = ''",
        "label = nothing",
        "label = NULL",
        "host = domain",
        "host = '*'",
        "host = 'time.windows.com'",
        "ends_with(host, '.' || domain)",
        "ends_with(lower(host), '.com')",
        "ends_with(mail, '@' || domain)",
        "split_part(mail, '@', 2) = domain",
        "ltrim(host, '*.') = domain",
        "contains(host, '.')",
        "host LIKE '*.%'",
        "target_of LIKE 'dc/%'".replace("target_of", "server"),
        "starts_with(server, 'dc/')",
        "server = 'org'",
        "coalesce(server, 'org') = label",
        "split_part(server, '.', 1) = label",
        "nullif(host, '') = domain",
        "len(labels)",
        "len(labels) > 0 AND NOT label IS NULL",
        "list_contains(labels, account)",
        "list_contains(labels, 'Default Policy')",
        "list_has_any(labels, labels)",
        "len(list_filter(labels, lambda x: x = label))",
        "len(list_transform(labels, lambda x: lower(x)))",
        "len(list_distinct(list_concat(labels, [label])))",
        "count(label)",
        "count(DISTINCT label)",
        "network.hosts > 5",
        "network.lo <= address.hi AND network.hi >= address.lo",
        "network.lo <= address.lo AND network.hi >= address.hi AND plain",
        "address.lo BETWEEN network.lo AND network.hi",
        "CASE WHEN label = account THEN 1 ELSE 2 END",
        "EXISTS (SELECT 1 FROM u WHERE u.label = t.label)",
        "label IN (SELECT u.account FROM u)",
        "row_number() OVER (PARTITION BY label ORDER BY plain)",
        "sum(plain) OVER (PARTITION BY label)",
        "label::VARCHAR = account",
        "$p = plain",
        "now()",
        "plain BETWEEN 1 AND 2",
        "coalesce(plain, 1)",
        "list(label) IS NULL",
    ],
)
def test_expression_that_pseudonyms_keep(expression: str) -> None:
    assert state(expression) is State.CLEAN
    assert decided(of("1", f"WHERE {expression}")) == set() or "OVER" in expression or "count" in expression


@pytest.mark.parametrize(
    ("expression", "marks"),
    [
        ("label = 'Contoso'", {"label"}),
        ("label = plain", {"label"}),
        ("label = host", {"label", "host"}),
        ("label < account", {"label", "account"}),
        ("label LIKE 'Contoso%'", {"label"}),
        ("starts_with(label, 'a')", {"label"}),
        ("length(label) > 3", {"label"}),
        ("trim(label) = account", {"label", "account"}),
        ("label || account = account", {"label", "account"}),
        ("coalesce(label, 'none') = account", {"label", "account"}),
        ("coalesce(label, host) = account", {"label", "host", "account"}),
        ("CASE WHEN gone = 1 THEN label END IS NULL", {"gone", "label"}),
        ("gone IS NULL", {"gone"}),
        ("coalesce(label, gone) IS NULL", {"label", "gone"}),
        ("words = 'Exchange'", {"words"}),
        ("owner.name = 'Contoso'", {"owner"}),
        ("host = 'mail.google.com'", {"host"}),
        ("host = 'com'", {"host"}),
        ("ends_with(host, domain)", {"host", "domain"}),
        ("ends_with(host, 'onmicrosoft.com')", {"host"}),
        ("ends_with(label, '.com')", {"label"}),
        ("split_part(host, 'c', 1) = domain", {"host", "domain"}),
        ("split_part(mail, '@', 1) = label", {"mail", "label"}),
        ("split_part(server, '-', 1) = label", {"server", "label"}),
        ("contains(host, 'mail')", {"host"}),
        ("regexp_matches(host, 'x')", {"host"}),
        ("nullif(label, 'x') = account", {"label", "account"}),
        ("labels = labels", {"labels"}),
        ("labels[1] = label", {"labels", "label"}),
        ("list_contains(labels, 'Contoso')", {"labels"}),
        ("len(list_filter(labels, lambda x: x = 'Contoso')) > 0", {"labels"}),
        ("len(list_transform(gone_list, lambda x: 1)) > 0", {"gone_list"}),
        ("len(gone_list) > 0", {"gone_list"}),
        ("array_to_string(labels, ',') = 'x'", {"labels"}),
        ("lower(gone) = plain", {"gone"}),
        ("concat(gone, 'x') = plain", {"gone"}),
        ("network.lo <= address.hi", {"network", "address"}),
        ("network.lo <= address.hi OR network.hi >= address.lo", {"network", "address"}),
        ("widened.lo <= address.hi AND widened.hi >= address.lo", {"widened", "address"}),
        ("address.lo BETWEEN widened.lo AND widened.hi", {"widened", "address"}),
        ("address.lo BETWEEN network.hi AND network.lo", {"network", "address"}),
        ("network.lo BETWEEN network.lo AND network.hi", {"network"}),
        ("address.lo + 1 BETWEEN network.lo AND network.hi", {"network", "address"}),
        ("label < ALL (SELECT 1)".replace("< ALL", "< ANY"), {"label"}),
        ("label IN (SELECT 'Contoso')", {"label"}),
        ("(SELECT max(u.label) FROM u) = label", {"label"}),
        ("label::INTEGER = 1", {"label"}),
        ("TRY_CAST(label AS INTEGER) = 1", {"label"}),
        ("NOT gone", {"gone"}),
    ],
)
def test_expression_that_needs_the_clear_value(expression: str, marks: set[str]) -> None:
    assert decided(of("1", f"WHERE {expression}")) == marks


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("SELECT label, gone, gone_list FROM t", set()),
        ("SELECT DISTINCT label FROM t", set()),
        ("SELECT DISTINCT gone FROM t", {"gone"}),
        ("SELECT DISTINCT ON (label) gone FROM t", set()),
        ("SELECT DISTINCT ON (label) gone FROM t ORDER BY account", {"account"}),
        ("SELECT plain FROM t ORDER BY label", set()),
        ("SELECT plain FROM t ORDER BY label LIMIT 1", {"label"}),
        ("SELECT label, count(*) AS n FROM t GROUP BY label", set()),
        ("SELECT label, gone FROM t GROUP BY 1, 2", {"gone"}),
        ("SELECT gone AS g, count(*) AS n FROM t GROUP BY g", {"gone"}),
        ("SELECT label, max(gone) AS m FROM t GROUP BY ALL", {"gone"}),
        ("SELECT label FROM t GROUP BY label HAVING max(gone) > 1", {"gone"}),
        ("SELECT label FROM t QUALIFY row_number() OVER (PARTITION BY gone ORDER BY plain) = 1", {"gone"}),
        ("SELECT label FROM t QUALIFY row_number() OVER (PARTITION BY label ORDER BY account) = 1", {"account"}),
        ("SELECT label FROM t QUALIFY lag(account, 1, 'x') OVER (ORDER BY plain) = 'x'", {"account"}),
        ("SELECT t.label FROM t JOIN u ON t.label = u.account", set()),
        ("SELECT t.label FROM t LEFT JOIN u ON t.label = u.host", {"label", "host"}),
        ("SELECT t.label FROM t JOIN u USING (label)", set()),
        ("SELECT t.label FROM t JOIN u USING (gone)", {"gone"}),
        ("SELECT t.label FROM t, u WHERE t.plain = u.plain", set()),
        ("SELECT label FROM t UNION SELECT account FROM u", set()),
        ("SELECT gone FROM t UNION SELECT plain FROM u", {"gone"}),
        ("SELECT gone FROM t UNION ALL SELECT plain FROM u", set()),
        ("SELECT label FROM t EXCEPT SELECT account FROM u", set()),
        ("SELECT label FROM t INTERSECT SELECT host FROM u", {"label", "host"}),
        ("(SELECT label FROM t UNION ALL SELECT plain FROM u) ORDER BY label LIMIT 1", {"label"}),
        ("WITH a AS (SELECT label AS x FROM t) SELECT x FROM a WHERE x = 'Contoso'", {"label"}),
        ("WITH a(x) AS (SELECT label FROM t) SELECT x FROM a WHERE x = 'Contoso'", {"label"}),
        ("SELECT q.x FROM (SELECT label AS x FROM t) AS q WHERE q.x = 'Contoso'", {"label"}),
        ("SELECT q.y FROM (SELECT label AS x FROM t) AS q(y) WHERE q.y = 'Contoso'", {"label"}),
        ("SELECT y FROM t AS r(y) WHERE r.y = 1", set()),
        ("SELECT unnest(labels) AS x FROM t", set()),
        ("SELECT unnest(gone_list) AS x FROM t", {"gone_list"}),
        ("SELECT v FROM t, unnest(t.labels) AS x(v) WHERE v = 'Contoso'", {"labels"}),
        ("SELECT x FROM t, unnest(t.networks) AS r(x) WHERE r.x.hosts > 1", {"networks"}),
        ("SELECT i FROM t, generate_series(1, t.gone) AS g(i)", {"gone"}),
        ("SELECT x FROM t CROSS JOIN LATERAL (SELECT unnest(t.labels) AS x) AS q", set()),
        ("SELECT name FROM plain_view WHERE name = 'Contoso'", {"label"}),
        ("SELECT plain FROM seen", {"gone"}),
        ("SELECT v FROM (VALUES ('a'), ('b')) AS x(v) WHERE v = 'a'", set()),
        ("SELECT count(*) FILTER (WHERE plain) AS n FROM t", set()),
        ("SELECT plain FROM t GROUP BY plain HAVING count(*) FILTER (WHERE gone) > 1", {"gone"}),
        ("SELECT label AS x, x = 'Contoso' AS y FROM t WHERE y", {"label"}),
        ("SELECT lower(label), lower(account) FROM t", set()),
        ("SELECT label < ANY (SELECT u.label FROM u) AS x FROM t", set()),
        (
            "WITH RECURSIVE a AS (SELECT label AS x FROM t UNION SELECT u.account FROM u JOIN a ON u.label = a.x) SELECT x FROM a",
            set(),
        ),
        ("WITH RECURSIVE a AS (SELECT label AS x FROM t UNION ALL SELECT u.gone FROM u JOIN a ON u.label = a.x) SELECT x FROM a", {"label", "gone"}),
    ],
)
def test_what_decides_which_rows_there_are(query: str, marks: set[str]) -> None:
    assert decided(query) == marks


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * EXCLUDE (label) FROM t",
        "SELECT * FROM t, u",
        "WITH a AS (DELETE FROM t RETURNING label) SELECT label FROM a",
        "SELECT label FROM t WHERE label IN (SELECT ARRAY(SELECT 1))",
        ENDLESS,
        "SELECT strange FROM t",
        "SELECT t.strange FROM t",
        "SELECT label FROM stranger",
        "SELECT label FROM t NATURAL JOIN u",
        "SELECT t.label FROM t JOIN clean USING (a)",
        "SELECT list_reduce(labels, lambda x, y: x) AS z FROM t",
        "SELECT list_transform(labels, lambda x, i: x) AS z FROM t",
        "PIVOT t ON label USING count(*)",
        "SELECT ARRAY(SELECT label FROM t) AS x",
        "FROM (SUMMARIZE t) SELECT 1",
    ],
)
def test_shape_that_nobody_knows_is_said(query: str) -> None:
    with pytest.raises((UnknownShapeError, LookupError, ValueError)):
        walk(query)


def test_unions_say_what_they_hold() -> None:
    found = walk("SELECT label, account, label AS x, network FROM t UNION ALL SELECT account, host, gone, address FROM u")[1]

    assert [value.state for value in found.values()] == [State.FAITHFUL, State.TEXT, State.ALTERED, State.FAITHFUL]
    assert found["network"].ranges == NETWORKS


def test_filter_of_an_aggregate_alters_it() -> None:
    assert state("list(label) FILTER (WHERE gone)") is State.ALTERED


def test_text_of_pseudonyms_stays_text() -> None:
    assert state("'a ' || label") is State.TEXT
    assert state("lower('a ' || label)") is State.TEXT
    assert state("'a' || 'b'") is State.CLEAN
    assert state("'*.' || host") is State.FAITHFUL


@pytest.mark.parametrize(
    ("family", "text", "is_kept"),
    [
        (Family.SERVER, "ORG", True),
        (Family.SERVER, "EX1", False),
        (Family.NAME, "Default Web Site", True),
        (Family.DN, "Contoso", False),
        (Family.HOST, ".onmicrosoft.com", True),
        (Family.HOST, "com", False),
        (Family.MAIL, "@contoso.com", False),
        (Family.ADDRESS, "10.0.0.1", False),
        (Family.WORDS, "W32Time", False),
    ],
)
def test_texts_that_redaction_leaves_alone(family: Family, text: str, is_kept: bool) -> None:
    assert keeps(family, text) is is_kept


def test_reason_names_the_mode_and_the_columns() -> None:
    assert took("names", ["mailboxes.display_name"]) == "redaction mode names took mailboxes.display_name away"
    assert took("strict", [f"t.c{number}" for number in range(7)]).endswith("t.c4 and 2 more away")


def test_pseudonym_of_a_column_names_it() -> None:
    assert faithful("t.c", Family.NAME) == Value(state=State.FAITHFUL, marks=frozenset({"t.c"}), family=Family.NAME)


class TestColumnsOfAnEstate:
    """What a mode left of a table's columns, by what the catalog says that they hold."""

    def test_pseudonyms_by_what_a_column_holds(self) -> None:
        found = states("names", {"name": "u_0123456789ab", "host": "x01234567.com", "note": None, "count": 1})

        assert {name: (found[name].state, found[name].family) for name in ("name", "host", "note", "count")} == {
            "name": (State.FAITHFUL, Family.NAME),
            "host": (State.FAITHFUL, Family.HOST),
            "note": (State.ALTERED, None),
            "count": (State.CLEAN, None),
        }
        assert found["note_known"].state is State.ALTERED
        assert found["size_unlimited"].state is State.CLEAN

    def test_column_without_values_has_none_over_clear_data_either(self) -> None:
        found = states("names", {"count": 1})

        assert found["name"] == NULL
        assert found["ranges"] == NULL

    def test_words_are_clean_until_something_in_them_was_replaced(self) -> None:
        assert states("names", {"words": "W32Time"})["words"] == CLEAN
        for text in ("Backup of u_0123456789ab", "S0123ABCD_agent", "\\\\x01234567.com", "10.1.2.3", "S-1-5-21-1-2-3-500", "[removed]", "SRV1"):
            assert states("names", {"words": text})["words"].family is Family.WORDS
        assert states("names", {"words": "0x4c4f434c0"})["words"] == CLEAN

    def test_names_of_servers_alone_are_a_family_of_their_own(self) -> None:
        assert states("names", {"name": "S0123ABCD"})["name"].family is Family.SERVER

    def test_strict_drops_what_names_replaces(self) -> None:
        found = states("strict", {"name": None, "host": None, "owner": None, "count": 1})

        assert [found[name].state for name in ("name", "host", "owner")] == [State.ALTERED] * 3
        assert found["owner"].kept_fields == {"guid"}
        assert states("strict", {"name": "SRV1"})["name"].family is Family.SERVER

    def test_empty_table_is_empty_over_clear_data_too(self) -> None:
        found = column_states(DATASET, table_schema(DATASET).empty_table(), "strict", {})

        assert (found["key"], found["note"], found["server"]) == (NULL, NULL, NULL)

    def test_key_of_guids_is_clean_and_one_of_names_is_a_pseudonym(self) -> None:
        assert states("names", {"key": "guid:0e0f7a1c-0000-4000-8000-000000000001"})["key"] == CLEAN
        assert states("names", {"key": "name:u_0123456789ab", "name": "u_0123456789ab"})["key"].state is State.FAITHFUL
        assert states("strict", {"key": "file#1"})["key"].state is State.ALTERED

    @pytest.mark.parametrize(
        ("texts", "ranges"),
        [
            (["10.1.2.3"], ADDRESSES),
            (["10.1.2.0/24", "0.0.0.0-255.255.255.255"], NETWORKS),
            (["10.1.2.3-10.1.2.9"], NETWORKS),
            (["10.1.0.0-10.1.255.255"], ""),
        ],
    )
    def test_range_that_may_have_been_widened_is_not_exact(self, texts: list[str], ranges: str) -> None:
        assert states("names", {"ranges": texts})["ranges"].ranges == ranges

    def test_bindings_have_ports(self) -> None:
        found = states("names", {"bindings": ["10.1.2.3:25"]})["bindings"]

        assert (found.ranges, "port" in found.kept_fields) == ("", True)

    def test_derived_table_is_as_far_away_as_what_decides_it(self) -> None:
        table = table_schema(DERIVED).empty_table()
        names = column_states(DERIVED, table, "names", {"things": states("names", {"name": "u_0123456789ab"})})
        gone = column_states(DERIVED, table, "names", {"things": {**states("names", {}), "host": altered(frozenset({"things.host"}))}})

        assert (names["kind"].state, names["made"].marks) == (State.CLEAN, frozenset({"things.name"}))
        assert gone["kind"].marks == {"things.host"}
        assert column_states(DERIVED, table, "names", {"things": states("names", {"words": "10.1.2.3"})})["kind"].marks == {"things.words"}

    def test_derived_table_that_does_not_say_what_it_compares_compares_everything(self) -> None:
        assert DERIVED.derived_from is not None
        silent = DERIVED.model_copy(update={"derived_from": DERIVED.derived_from.model_copy(update={"compares": None})})
        found = column_states(silent, table_schema(DERIVED).empty_table(), "names", {"things": states("names", {"host": "x01234567.com"})})

        assert found["kind"].marks == {"things.host", "things.note"}


DATASET = Dataset.model_validate(
    {
        "name": "things",
        "title": "Things",
        "sources": [{"id": "ems", "cmdlet": "Get-Thing", "target": "org"}],
        "key": [["Name"], "Guid"],
        "columns": [
            {"name": "name", "from": "Name", "type": "name", "class": "identity"},
            {"name": "host", "from": "Fqdn", "type": "string", "class": "config", "holds": "host"},
            {"name": "note", "from": "Notes", "type": "string", "class": "config", "holds": "text", "nullable": True},
            {"name": "words", "from": "Kind", "type": "string", "class": "config"},
            {"name": "count", "from": "Count", "type": "int", "class": "config"},
            {"name": "size", "from": "Size", "type": "size", "class": "config"},
            {"name": "owner", "from": "Owner", "type": "adobject", "class": "identity"},
            {"name": "ranges", "from": "Ranges", "type": "list<iprange>", "class": "security"},
            {"name": "bindings", "from": "Bindings", "type": "list<binding>", "class": "security"},
        ],
    }
)
DERIVED = Dataset.model_validate(
    {
        "name": "results",
        "title": "Results",
        "target": "org",
        "derived_from": {"required": ["things"], "compares": ["things.words", "elsewhere.x"], "joins": ["things.host"]},
        "key": [["kind"]],
        "columns": [
            {"name": "kind", "type": "string", "class": "derived", "holds": "plain"},
            {"name": "made", "type": "bool", "class": "derived", "made_of": ["things.name"]},
        ],
    }
)


def states(mode: str, row: dict[str, object]) -> Relation:
    """Return the states of a table of one row, written as cases write rows."""
    values = {"key": "guid:0e0f7a1c-0000-4000-8000-000000000001", **row}
    return column_states(DATASET, rows_from_cases(DATASET, [values], SpecialNetworks([])), mode, {})
