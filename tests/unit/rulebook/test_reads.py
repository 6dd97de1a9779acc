from __future__ import annotations

from exposture.rulebook.reads import reads, reads_of
from exposture.rulebook.views import parse_view
from tests.unit.rulebook.factories import VIEW, rule

VIEWS = {"enabled_connectors": parse_view(VIEW, "lib/enabled_connectors.sql")}


def test_rule_reads_through_its_views() -> None:
    found = reads(rule(), VIEWS)

    assert (found.datasets, found.views) == (("receive_connectors",), ("enabled_connectors",))
    assert (found.parameters, found.parameter_tables) == (("wanted",), ("modes",))
    assert (found.uses_collected, found.uses_as_of) == (False, False)


def test_tables_are_sorted_into_their_kinds() -> None:
    found = reads_of("SELECT a FROM servers, data_builds, data_dates, site_gateways, collected WHERE a > $as_of", {})

    assert (found.datasets, found.data_tables, found.site_tables) == (("servers",), ("data_builds", "data_dates"), ("site_gateways",))
    assert found.tables == ("data_builds", "data_dates", "servers", "site_gateways")
    assert (found.uses_collected, found.uses_as_of, found.parameters) == (True, True, ())


def test_choices_are_the_names_asked_for_where_the_table_is_read() -> None:
    query = "SELECT value FROM site_choices, site_servers WHERE name = 'esu' AND value = 'yes'"

    assert reads_of(query, {}, {"esu", "mdm"}).choices == ("esu",)
    assert reads_of(query, {}, {"esu", "mdm"}).answers == ("choices.esu", "site_servers")
    assert reads_of("SELECT 'esu' AS a FROM servers", {}, {"esu"}).choices == ()
