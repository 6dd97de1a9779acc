"""The synthetic organization of the benchmarks is a bundle that reads back whole, the same for the same seed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from benchmarks.organization import MAILBOX_COLUMNS, Plan, write_organization
from benchmarks.organization_cells import cells_of, machines_in

import exposture
from exposture.bundle.manifest import SUMS
from exposture.catalog.load import load_catalog

SERVERS, MAILBOXES = 8, 120


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("organization")
    write_organization(folder, Plan(servers=SERVERS, mailboxes=MAILBOXES, seed=3))
    return folder


@pytest.fixture(scope="module")
def opened(small: Path) -> exposture.Bundle:
    return exposture.open_bundle(small)


def sums(folder: Path) -> str:
    return hashlib.sha256((folder / SUMS).read_bytes()).hexdigest()


def test_everything_matches_its_hash_and_nothing_is_damaged(opened: exposture.Bundle) -> None:
    core = opened.coverage[opened.coverage["tier"] == "core"]

    assert not set(core["status"]) & {"damaged", "unreadable", "partial"}
    assert (core["status"] == "missing").sum() < len(core) / 20


@pytest.mark.parametrize(
    ("table", "rows"),
    [("mailboxes", MAILBOXES), ("cas_mailboxes", MAILBOXES), ("users", MAILBOXES), ("exchange_servers", SERVERS)],
)
def test_each_mailbox_and_server_has_its_row(opened: exposture.Bundle, table: str, rows: int) -> None:
    found = opened.table(table).query("target == 'org'")

    assert len(found) == rows
    assert found["guid"].nunique() == rows


def test_a_mailbox_has_the_properties_that_the_plan_says(opened: exposture.Bundle) -> None:
    columns = {column.name for column in load_catalog()["mailboxes"].columns}
    found = opened.table("mailboxes")

    assert {name for name in columns if found[name].notna().any()} <= MAILBOX_COLUMNS < columns
    assert found["database"].notna().all()


def test_no_server_keeps_the_name_of_the_sample(small: Path) -> None:
    names = {path.name for path in (small / "servers").iterdir()}

    assert names == {cell.name(machine) for cell in cells_of(SERVERS, 3) for machine in cell.machines}
    assert not any(machines_in(path.read_text("utf-8-sig")) for path in (small / "org").iterdir())


def test_the_same_seed_gives_the_same_bytes_and_another_does_not(small: Path, tmp_path: Path) -> None:
    write_organization(tmp_path / "again", Plan(servers=SERVERS, mailboxes=MAILBOXES, seed=3))
    write_organization(tmp_path / "other", Plan(servers=SERVERS, mailboxes=MAILBOXES, seed=4))

    assert sums(tmp_path / "again") == sums(small) != sums(tmp_path / "other")


@pytest.mark.parametrize("servers", [1, 3, 4, 25, 100])
def test_the_cells_hold_as_many_servers_as_asked(servers: int) -> None:
    assert sum(len(cell.machines) for cell in cells_of(servers, 1)) == servers
