from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from exposture.catalog.facts import load_facts
from exposture.errors import PackageDataError

TABLES = """\
tables:
  data_dates: {title: Dates, columns: {table: string, data_date: date, max_age_days: int, note: string}}
  special_networks: {title: Networks, columns: {network: string, globally_reachable: bool, private: bool}}
  things: {title: Things, columns: {name: string, is_big: bool, size: int, since: date, build: version, versions: list}}
"""
FILES = {
    "tables.yaml": TABLES,
    "data_dates.csv": "table,data_date,max_age_days,note\nthings,2026-10-05,45,\nspecial_networks,2026-07-18,,\n",
    "special_networks.csv": "network,globally_reachable,private\n10.0.0.0/8,false,true\n",
    "things.csv": 'name,is_big,size,since,build,versions\n"A, B",true,5,2019-11,15.02.0986.005,2016;2019; SE\n,,,,,\nC,false,,2020,,"2013, 2016"\n',
}


def pack(folder: Path, **changed: str) -> Path:
    for name, text in (FILES | {name.replace("_csv", ".csv").replace("_yaml", ".yaml"): text for name, text in changed.items()}).items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_packaged_facts_are_typed_dated_and_hashed() -> None:
    facts = load_facts()

    assert set(facts.dates) == set(facts.tables)
    assert facts.max_age_days["builds"] == 45
    assert len(facts.sha256) == 64
    newest = max(facts.tables["builds"].to_pylist(), key=lambda row: [row["build"][part] for part in ("major", "minor", "build", "revision")])
    assert newest["product"] == "SE"


def test_cells_have_the_declared_types(tmp_path: Path) -> None:
    rows = load_facts(pack(tmp_path)).tables["things"].to_pylist()

    assert rows[0] == {
        "name": "A, B",
        "is_big": True,
        "size": 5,
        "since": date(2019, 11, 1),
        "build": {"major": 15, "minor": 2, "build": 986, "revision": 5, "text": "15.2.986.5"},
        "versions": ["2016", "2019", "SE"],
    }
    assert set(rows[1].values()) == {None}
    assert (rows[2]["since"], rows[2]["versions"]) == (date(2020, 1, 1), ["2013", "2016"])


def test_dates_are_kept_apart_from_the_tables(tmp_path: Path) -> None:
    facts = load_facts(pack(tmp_path))

    assert sorted(facts.tables) == ["special_networks", "things"]
    assert facts.dates == {"things": date(2026, 10, 5), "special_networks": date(2026, 7, 18)}
    assert facts.max_age_days == {"things": 45, "special_networks": None}
    assert facts.networks.is_routable(4, 10 << 24, 10 << 24) is False


def test_hash_changes_with_any_byte(tmp_path: Path) -> None:
    before = load_facts(pack(tmp_path)).sha256

    assert load_facts(pack(tmp_path)).sha256 == before
    assert load_facts(pack(tmp_path, things_csv=FILES["things.csv"] + "D,,,,,\n")).sha256 != before


@pytest.mark.parametrize(
    ("changed", "message"),
    [
        ({"things_csv": "name,size\n"}, r"the columns are .*things\.csv:1"),
        ({"things_csv": ""}, r"the columns are \[\]"),
        ({"things_csv": "name,is_big,size,since,build,versions\nA,true\n"}, r"2 cells, expected 6 in .*things\.csv:2"),
        ({"things_csv": "name,is_big,size,since,build,versions\nA,maybe,,,,\n"}, "is_big is 'maybe', no bool"),
        ({"things_csv": "name,is_big,size,since,build,versions\nA,,,soon,,\n"}, "since is 'soon', no date"),
        ({"things_csv": "name,is_big,size,since,build,versions\nA,,,2020-13,,\n"}, "since is '2020-13', no date"),
        ({"things_csv": "name,is_big,size,since,build,versions\nA,,,,x,\n"}, "build is 'x', no version"),
        ({"tables_yaml": TABLES.replace("bool, size", "truth, size")}, "tables.things.columns.is_big"),
        ({"tables_yaml": TABLES.replace("data_dates", "other")}, "cannot be read"),
        ({"tables_yaml": "tables: {}\n"}, "the table data_dates is not declared"),
    ],
)
def test_wrong_pack_is_refused_with_its_place(tmp_path: Path, changed: dict[str, str], message: str) -> None:
    with pytest.raises(PackageDataError, match=message):
        load_facts(pack(tmp_path, **changed))


def test_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackageDataError, match="cannot be read"):
        load_facts(tmp_path / "absent")
