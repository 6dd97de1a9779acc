from __future__ import annotations

from datetime import datetime

from exposture.derive import builds
from tests.unit.derive.making import Row, in_org, inputs, on_server, version


def derived(*rows: Row, shown: str | None = None) -> list[Row]:
    tables: dict[str, list[Row]] = {"windows_exsetup": list(rows)}
    if shown:
        tables["exchange_servers"] = [in_org(server="EX1", name="EX1", admin_display_version=version(shown))]
    found: list[Row] = builds.derive(inputs("builds", **tables)).to_pylist()
    return found


def test_listed_build_has_its_release() -> None:
    [row] = derived(on_server(file_version=version("15.2.2562.20"), source_file="a.xml", object_index=0), shown="15.2.2562.17")

    assert (row["version"], row["cu"], row["su"], row["kind"], row["is_listed"]) == ("SE", "RTM", "Aug25SU", "SU", True)
    assert (row["release_date"], row["build"], row["build_number"]) == (datetime.fromisoformat("2025-08-12"), "15.2.2562.20", 2562)
    assert (row["admin_display_build"], row["exchange_servers_known"], row["source_file"]) == ("15.2.2562.17", True, "a.xml")


def test_build_between_two_rows_is_not_read_as_the_lower_one() -> None:
    [row] = derived(on_server(file_version=version("15.2.2562.21")))

    assert (row["is_listed"], row["su"], row["nearest_build"], row["is_above_newest"]) == (False, None, "15.2.2562.20", False)
    assert (row["admin_display_build"], row["exchange_servers_known"]) == (None, False)


def test_build_above_the_table_is_marked() -> None:
    [row] = derived(on_server(file_version=version("15.2.2999.1")))

    assert (row["is_listed"], row["is_above_newest"], row["version"]) == (False, True, "SE")


def test_build_of_an_unknown_generation_has_no_neighbours() -> None:
    [row] = derived(on_server(file_version=version("8.3.83.6")))

    assert [row[name] for name in ("version", "nearest_build", "is_above_newest", "extended_end")] == [None] * 4
    assert row["is_listed"] is False


def test_end_of_support_comes_from_the_lifecycle() -> None:
    [row] = derived(on_server(file_version=version("15.1.2507.61")))

    assert (row["extended_end"], row["esu_end"]) == (datetime.fromisoformat("2025-10-14"), datetime.fromisoformat("2026-10-31"))


def test_file_that_was_not_found_is_unknown_and_a_second_row_is_passed_over() -> None:
    found = derived(on_server(file_version=None, found=False), on_server(file_version=version("15.2.2562.20")))

    assert [(row["build"], row["is_listed"], row["key"]) for row in found] == [(None, None, "server:ex1")]
