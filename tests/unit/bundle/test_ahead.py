from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from scripts.contoso.files import BUNDLE, LOOSE, ROOT

from exposture.bundle import ahead
from exposture.bundle.ahead import Ahead, Setup
from exposture.bundle.capacity import Capacity
from exposture.bundle.container import Container, Entry, open_container
from exposture.bundle.entry_file import EntryFile
from exposture.bundle.limits import BundleLimits
from exposture.bundle.open import open_bundle
from exposture.bundle.reading import Reading, Session, new_session
from exposture.bundle.spill import Spill
from exposture.catalog.facts import load_facts
from exposture.catalog.load import load_catalog
from exposture.model.estate import Estate

pytestmark = pytest.mark.slow


def estate_of(path: Path, capacity: Capacity | None = None) -> Estate:
    return open_bundle([path], catalog=load_catalog(), facts=load_facts(), capacity=capacity)


@pytest.mark.parametrize("path", [ROOT / BUNDLE, ROOT / LOOSE / "remoting"], ids=["bundle", "loose"])
def test_files_read_by_other_processes_make_the_same_estate(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "TASK_BYTES", 100_000)
    monkeypatch.setattr(ahead, "TASKS_A_WORKER", 1)

    there = estate_of(path, Capacity(spill=Spill(tmp_path / "work"), jobs=2))

    here = estate_of(path)
    assert there.tables.keys() == here.tables.keys()
    assert [name for name, table in there.tables.items() if not table.equals(here.tables[name])] == []
    assert replace(there, tables={}) == replace(here, tables={})


@dataclass(frozen=True)
class Act:
    """Work that says which process does it, and then does something else than reading."""

    folder: Path
    name: str

    def __call__(self, held: EntryFile, _session: Session) -> tuple[Reading, object]:
        (self.folder / str(os.getpid())).touch()
        if self.name == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        while self.name == "stay":
            time.sleep(0.05)
        return Reading(), os.getpid()


@pytest.fixture
def two_files(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / name).write_bytes(b"x" * 100)
    return folder


@pytest.fixture
def container(two_files: Path) -> Iterator[Container]:
    with open_container(two_files, BundleLimits()) as opened:
        yield opened


@pytest.fixture(autouse=True)
def _low_thresholds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "TOTAL_FROM_BYTES", 200)
    monkeypatch.setattr(ahead, "TASK_BYTES", 100)


def readers(tmp_path: Path) -> Ahead:
    return Ahead(2, Setup(catalog=load_catalog(), networks=None, limits=BundleLimits(), folder=tmp_path / "work"))


def works(container: Container, act: Act) -> list[tuple[Entry, Act]]:
    return [(entry, act) for entry in container.entries]


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def until(condition: Callable[[], bool]) -> bool:
    ends = time.monotonic() + 30
    while not condition() and time.monotonic() < ends:
        time.sleep(0.02)
    return condition()


def processes(folder: Path) -> list[int]:
    return sorted(int(path.name) for path in folder.iterdir())


def test_other_processes_do_the_work_and_are_gone_afterwards(container: Container, tmp_path: Path) -> None:
    said = tmp_path / "said"
    said.mkdir()
    with readers(tmp_path) as reading:
        reading.begin(container, works(container, Act(said, "read")))
        found = [reading.got(container, entry) for entry in container.entries]

    assert {got.extra for got in found if got is not None} == set(processes(said))
    assert os.getpid() not in processes(said)
    assert until(lambda: not any(map(is_running, processes(said))))


def test_file_whose_process_was_killed_is_to_be_read_here(container: Container, tmp_path: Path) -> None:
    said = tmp_path / "said"
    said.mkdir()
    with readers(tmp_path) as reading:
        reading.begin(container, works(container, Act(said, "die")))

        assert [reading.got(container, entry) for entry in container.entries] == [None, None]
        session = new_session(load_catalog(), None, BundleLimits(), ahead=reading)
        assert session.got(container, container.entries[0], Act(said, "read")).extra == os.getpid()


def test_processes_in_the_middle_of_a_file_end_with_the_reading(container: Container, tmp_path: Path) -> None:
    said = tmp_path / "said"
    said.mkdir()
    with readers(tmp_path) as reading:
        reading.begin(container, works(container, Act(said, "stay")))
        assert until(lambda: len(processes(said)) == 2)

    assert until(lambda: not any(map(is_running, processes(said))))


def test_many_tiny_files_are_handed_over_by_the_thousand(container: Container) -> None:
    empty = replace(container.entries[0], size_bytes=0)

    tasks = list(ahead._tasks([(empty, Act(Path(), "read"))] * 2_500))

    assert [len(task) for task in tasks] == [1_000, 1_000, 500]


def test_small_input_is_read_here(container: Container, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "TOTAL_FROM_BYTES", 201)
    with readers(tmp_path) as reading:
        reading.begin(container, works(container, Act(tmp_path, "die")))

        assert reading.got(container, container.entries[0]) is None


def test_what_has_to_be_unpacked_from_its_beginning_is_read_here(container: Container, tmp_path: Path) -> None:
    only_once = replace(container, again=None)
    with readers(tmp_path) as reading:
        reading.begin(only_once, works(container, Act(tmp_path, "die")))

        assert reading.got(only_once, container.entries[0]) is None
