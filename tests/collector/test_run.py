"""Whole runs of the collector in the evaluator, over exports of an invented organization: what the reader and the rules make of them."""

from __future__ import annotations

import csv
import json
import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pyarrow as pa
import pytest

from exposture.bundle.redacted import redact_bundle
from exposture.bundle.redaction import Mode
from exposture.model.values import Item
from tests.collector.runs import (
    CONTOSO,
    HELD,
    PLACES,
    SERVERS,
    archive,
    bundle,
    contents,
    expected,
    held_pairs,
    last_lines,
    outcomes,
    play,
    rows,
    run_facts,
    statuses,
    sums_hold,
)
from tests.conftest import Ran
from tests.samples.auditing import Judged, catalog, judge_folder

pytestmark = pytest.mark.slow
OTHER_ROWS = {
    ("exchange_servers", "org"): "the list of the directory has the Edge too; beside the Edge's own export the reader gives that row to the Edge",
    ("transport_agents", "EX19A"): "the script asks each transport service by itself and says which; the export does not",
}
ABSENT_IN_CSV = {"mitigations_applied_known", "mitigations_blocked_known", "internet_web_proxy_known", "internet_web_proxy_bypass_list_known"} | {
    "transport_role_known"
}
"""What says that an older server lacks a property: in a CSV, where all rows share a header, it is there without a value."""

OTHER_IN_TWIN = {"ServerFqdn": "says whose row it is and has no column: the script writes the server's pseudonym, the twin that of the full name"}
ASKED_FOR = {"exposturenomain", "Add-PSSnapin"}
"""What the script reads or tries without knowing that it is there: the mark of a test, and snap-ins, which PowerShell 7 has not."""

OF_ONE_RUN = {"run_id", "started_utc", "ended_utc", "redaction", "redaction_key_id", "ps_version", "ps_edition", "clr_version", "archive_method"}
PEOPLE = ("mailboxes", "users", "mail_contacts", "distribution_groups")
NAMES_OF_PEOPLE = ("name", "alias", "display_name", "sam_account_name", "user_principal_name", "primary_smtp_address")
NO_ADDRESS = re.compile(r"0\.|127\.|255\.|1[45]\.")
"""Begins of what has the form of an address and is none of the customer: constants, and versions of Exchange."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A run that came to its end: its folder, its exit code and what is wrong with it as a script."""

    folder: Path
    code: int
    faults: list[str]

    @property
    def judged(self) -> Judged:
        return _judged(next(iter(self.folder.glob("*.zip")), bundle(self.folder)))


@cache
def _judged(path: Path) -> Judged:
    return judge_folder(path)


def direct() -> Judged:
    """Return what the loose exports say by themselves."""
    return _judged(CONTOSO)


def finish(folder: Path, *, options: Mapping[str, object] | None = None, **arguments: Any) -> Finished:
    result = play(folder, options=options, **arguments)
    faults = [name for name in (*result.missing, *result.unset) if name not in ASKED_FOR]
    return Finished(folder=folder, code=result.exit_code, faults=faults)


def only_in_full() -> None:
    """Skip what takes minutes, but in scripts/test-full; the gate has the run of core."""
    if "EXPOSTURE_FULL" not in os.environ:
        pytest.skip("a long run of the collector: scripts/test-full")


@pytest.fixture(scope="module")
def core(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    return finish(tmp_path_factory.mktemp("core") / "out")


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    only_in_full()
    return finish(tmp_path_factory.mktemp("everything") / "out", Tier="Deep,Usage", Format="Csv")


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    only_in_full()
    return finish(tmp_path_factory.mktemp("names") / "out", Redact="Names")


@pytest.fixture(scope="module")
def strict(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """Return a strict run of PowerShell 2.0, which has neither a zip nor .NET 4."""
    only_in_full()
    return finish(tmp_path_factory.mktemp("strict") / "out", options={"version": 2, "edition": "desktop"}, Redact="Strict")


@pytest.fixture(scope="module")
def constrained(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    only_in_full()
    return finish(tmp_path_factory.mktemp("constrained") / "out", options={"version": 5, "constrained": True}, Redact="Strict")


@pytest.fixture(params=["core", "everything", "names", "strict", "constrained"])
def finished(request: pytest.FixtureRequest) -> Finished:
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Finished)
    return found


# -- every run


def test_a_run_ends_well_and_calls_nothing_that_is_not_there(finished: Finished) -> None:
    assert (finished.code, finished.faults) == (0, [])
    assert run_facts(finished.folder)["status"] == "complete"


def test_a_bundle_is_judged_without_damage_or_doubt(finished: Finished) -> None:
    judged = finished.judged

    assert judged.errors == ()
    assert judged.estate.conversions == ()
    assert {file.state.value for file in judged.estate.files} <= {"read", "manifest", "evidence"}
    assert {file.integrity.value for file in judged.estate.files if file.state.value == "read"} <= {"matches", "no-manifest"}


def test_what_did_not_come_says_what_would_cure_it(finished: Finished) -> None:
    silent = [pair for pair, line in last_lines(finished.folder).items() if line["status"] not in {"ok", "empty"} and not line["message"]]

    assert silent == []


# -- clear runs


def test_every_pair_of_core_has_a_line(core: Finished) -> None:
    assert set(statuses(core.folder)) == expected(SERVERS)
    assert set(statuses(core.folder).values()) == {"ok", "empty", "skipped", "not-available", "not-applicable"}


def test_every_pair_of_all_tiers_has_a_line(everything: Finished) -> None:
    assert set(statuses(everything.folder)) == expected(SERVERS, ("core", "extended", "deep", "usage"))


def test_rows_are_those_of_the_exports(core: Finished) -> None:
    collected, exported = core.judged.estate, direct().estate
    different = {pair for pair in held_pairs(collected) if rows(collected, pair) != rows(exported, pair)}

    assert different == set(OTHER_ROWS)


def test_most_exports_of_servers_inside_are_collected(core: Finished) -> None:
    exported = {pair for pair in held_pairs(direct().estate) if pair[1] != "EDGE1"} & expected(SERVERS)
    lost = {pair[0] for pair in exported - held_pairs(core.judged.estate)}

    assert {name for name in lost if not name.startswith("windows_")} == {"transport_agents"}  # the other servers' are read on themselves


def test_rows_of_a_csv_are_those_of_clixml(core: Finished, everything: Finished) -> None:
    text, objects = everything.judged.estate, core.judged.estate
    pairs = held_pairs(objects)

    assert pairs <= held_pairs(text)
    assert [pair for pair in pairs if rows(text, pair, {*PLACES, *ABSENT_IN_CSV}) != rows(objects, pair, {*PLACES, *ABSENT_IN_CSV})] == []
    assert {pair[0] for pair in pairs if rows(text, pair) != rows(objects, pair)} == {"exchange_servers", "receive_connectors"}


def test_rows_of_deeper_tiers_are_those_of_the_exports(everything: Finished) -> None:
    collected, exported = everything.judged.estate, direct().estate
    deeper = held_pairs(collected) - expected(SERVERS)

    assert [pair for pair in deeper if rows(collected, pair) != rows(exported, pair)] == []
    assert {name for name, _ in deeper} == {
        "calendar_processing",
        "content_filter_phrases",
        "event_log_levels",
        "health_reports",
        "mailbox_permission_entries",
        "mobile_devices",
        "public_folder_client_permissions",
        "public_folders",
    }


def test_a_clear_bundle_is_packed_and_its_hashes_hold(core: Finished) -> None:
    with ZipFile(archive(core.folder)) as packed:
        inside = {name for name in packed.namelist() if not name.endswith("/")}

    assert sums_hold(bundle(core.folder))
    assert inside == {path.relative_to(bundle(core.folder)).as_posix() for path in bundle(core.folder).rglob("*") if path.is_file()}


# -- redaction


@cache
def clear_terms() -> frozenset[str]:
    """Return what the sample says of the customer: its names, servers, people and their addresses."""
    tables = direct().estate.tables
    people = {str(row[name]) for table in PEOPLE for row in tables[table].to_pylist() for name in NAMES_OF_PEOPLE if row.get(name)}
    servers = {name for name, _, _ in SERVERS} | {"DC1", "DC2"}
    return frozenset(term.lower() for term in {"contoso", "fabrikam"} | servers | people)


@cache
def clear_addresses() -> frozenset[str]:
    found = {
        each for table in direct().estate.tables.values() for each in re.findall(r"(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])", str(_texts(table)))
    }
    return frozenset(each for each in found if not NO_ADDRESS.match(each))


def _texts(table: pa.Table) -> list[dict[str, object]]:
    names = [name for name in table.column_names if name != "raw_data"]
    return list(table.select(names).to_pylist())


def told(folder: Path) -> list[str]:
    """Return the clear terms in the bytes and file names of a bundle, as whole words."""
    root = bundle(folder)
    files = [path for path in root.rglob("*") if path.is_file()]
    text = "\n".join(path.relative_to(folder).as_posix() + "\n" + path.read_text(encoding="utf-8-sig") for path in files).lower()
    names = [term for term in clear_terms() if re.search(rf"(?<![a-z0-9]){re.escape(term)}(?![a-z0-9])" if len(term) < 6 else re.escape(term), text)]
    return names + [address for address in clear_addresses() if re.search(rf"(?<![\d.]){re.escape(address)}(?![\d.])", text)]


def test_the_clear_bundle_tells_names_and_addresses(core: Finished) -> None:
    assert len(clear_terms()) > 100
    assert len(clear_addresses()) > 10
    assert len(told(core.folder)) > 80


@pytest.mark.parametrize("mode", ["names", "strict", "constrained"])
def test_a_redacted_bundle_tells_nothing(request: pytest.FixtureRequest, mode: str) -> None:
    assert told(request.getfixturevalue(mode).folder) == []


@pytest.mark.parametrize("mode", ["names", "strict", "constrained"])
def test_no_rule_differs_but_by_becoming_unknown(request: pytest.FixtureRequest, core: Finished, mode: str) -> None:
    clear = outcomes(core.judged.rows)
    redacted = outcomes(request.getfixturevalue(mode).judged.rows)

    assert {rule: (clear[rule], found) for rule, found in redacted.items() if found != clear[rule] and set(found) != {"unknown"}} == {}
    assert redacted.keys() == clear.keys()


@pytest.mark.parametrize(("fixture", "mode"), [("names", Mode.NAMES), ("strict", Mode.STRICT)])
def test_a_redacted_bundle_is_what_the_twin_makes_of_the_clear_one(request: pytest.FixtureRequest, core: Finished, fixture: str, mode: Mode) -> None:
    folder = request.getfixturevalue(fixture).folder
    twin = redact_bundle(contents(core.folder), catalog(), mode, key_of(folder)).contents
    script = contents(folder)
    made = {(pair.dataset, pair.target): pair.objects for pair in twin.pairs}
    found = {(pair.dataset, pair.target): pair.objects for pair in script.pairs}

    assert found.keys() == made.keys()
    assert [pair for pair in found if [_compared(each) for each in found[pair]] != [_compared(each) for each in made[pair]]] == []
    assert {name: value for name, value in facts_of_all(script.run).items() if value != facts_of_all(twin.run).get(name)} == {}


def _compared(item: Item) -> dict[str, object]:
    return {name: value for name, value in item.properties.items() if name not in OTHER_IN_TWIN}


def facts_of_all(run: Mapping[str, str]) -> dict[str, object]:
    """Return the facts that runs have in common; lists of servers without their order, which pseudonyms have of their own."""
    kept = {name: value for name, value in run.items() if name not in OF_ONE_RUN}
    return {name: sorted(value.split(",")) if name.startswith("servers_re") else value for name, value in kept.items()}


def key_of(folder: Path) -> bytes:
    key = folder / "redaction-key.txt"
    return bytes.fromhex(key.read_text(encoding="utf-8-sig").split()[-1]) if key.exists() else b""


def test_key_and_map_lie_beside_the_bundle(names: Finished, strict: Finished) -> None:
    assert {path.name for path in names.folder.iterdir() if path.suffix in {".txt", ".csv"}} == {"redaction-key.txt", "redaction-map.csv"}
    assert [path for path in bundle(names.folder).rglob("*") if path.name.startswith("redaction-")] == []
    assert [path for path in strict.folder.iterdir() if path.is_file()] == []


def test_the_map_is_the_twins(names: Finished, core: Finished) -> None:
    twin = redact_bundle(contents(core.folder), catalog(), Mode.NAMES, key_of(names.folder)).map_csv.decode("utf-8-sig")
    found = (names.folder / "redaction-map.csv").read_text(encoding="utf-8-sig")

    assert sorted(csv.reader(found.splitlines())) == sorted(csv.reader(twin.splitlines()))


def test_the_same_key_gives_the_same_pseudonyms(names: Finished, tmp_path: Path) -> None:
    again = tmp_path / "out"
    again.mkdir()
    (again / "redaction-key.txt").write_bytes((names.folder / "redaction-key.txt").read_bytes())
    play(again, computer="EX16", Redact="Names", Dataset="exchange_servers,receive_connectors")

    first, second = ({pair.dataset: pair.objects for pair in contents(folder).pairs if pair.target == "org"} for folder in (names.folder, again))
    assert [_compared(each) for each in second["exchange_servers"]] == [_compared(each) for each in first["exchange_servers"]]
    assert [_compared(each) for each in second["receive_connectors"]] == [_compared(each) for each in first["receive_connectors"]]


def test_unmask_gives_the_clear_names_back(run: Callable[..., Ran], names: Finished, tmp_path: Path) -> None:
    run("audit", archive(names.folder), "-f", "json", "-o", tmp_path / "report")
    masked = (tmp_path / "report" / "results.json").read_text(encoding="utf-8")
    done = run("unmask", tmp_path / "report" / "results.json", "--map", names.folder / "redaction-map.csv", "-o", tmp_path / "clear.json")
    clear = (tmp_path / "clear.json").read_text(encoding="utf-8")

    assert done.code == 0
    assert "EX19A" not in masked
    assert {name for name in ("EX10", "EX16", "EX19A", "EX19B", "EDGE1", "Contoso", "Scanner relay") if name in clear} == {
        "EX10",
        "EX16",
        "EX19A",
        "EX19B",
        "EDGE1",
        "Contoso",
        "Scanner relay",
    }
    assert re.findall(r"\bu_[0-9a-f]{12}\b", clear) == []
    assert json.loads(clear)["results"]


# -- shells with less


def test_powershell_2_has_hashes_and_no_archive(strict: Finished) -> None:
    facts = run_facts(strict.folder)

    assert (facts["ps_version"], facts["hash_method"], facts["archive_method"]) == ("2.0", "dotnet", "none")
    assert sums_hold(bundle(strict.folder))


def test_constrained_language_has_no_time_limit_no_hashes_and_no_archive(constrained: Finished) -> None:
    facts = run_facts(constrained.folder)

    assert (facts["language_mode"], facts["time_bound"], facts["hash_method"], facts["archive_method"]) == (
        "ConstrainedLanguage",
        "none",
        "none",
        "none",
    )


def test_constrained_language_reads_what_full_language_reads(core: Finished, strict: Finished, constrained: Finished) -> None:
    assert statuses(constrained.folder) == statuses(strict.folder)
    held = {status.value for status in HELD}
    assert sorted(status in held for status in statuses(strict.folder).values()) == sorted(
        status in held for status in statuses(core.folder).values()
    )
