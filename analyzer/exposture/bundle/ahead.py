"""The files of a big input, read by other processes.

Each process opens the input for itself and gives back what its files held; many rows come as an Arrow file that is mapped here.
What a process cannot give (it was killed, the system has no more of them) is read here. The processes end with this one,
whatever ends it: they hold the other end of a pipe.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from pickle import HIGHEST_PROTOCOL, Pickler, Unpickler
from types import TracebackType
from typing import Any

from exposture.bundle.container import Again, Container, Entry, open_container, part_of
from exposture.bundle.limits import BundleLimits
from exposture.bundle.reading import Got, Session, Work, new_session, read_entry
from exposture.bundle.spill import Spill
from exposture.catalog.load import Catalog
from exposture.catalog.networks import SpecialNetworks

TOTAL_FROM_BYTES = 32 * 1024 * 1024
"""Below this the second that each process takes to start is not won back."""
TASK_BYTES = 1024 * 1024
TASK_FILES = 1_000
"""Small files are handed over together, until they have as much or are as many."""
TASKS_A_WORKER = 4
"""What was read and not yet taken is held in memory."""
WARNINGS = "PYTHONWARNINGS"
AWAY_FROM_BYTES = 256 * 1024
ENDED_WITH_PARENT = 4
Task = tuple[tuple[Entry, Work], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """What a process needs to read as this one does."""

    catalog: Catalog
    networks: SpecialNetworks | None
    limits: BundleLimits
    folder: Path


class Ahead:
    """Other processes that read; to be used in a `with` statement, at whose end they are gone."""

    def __init__(self, workers: int, setup: Setup) -> None:
        self._workers = workers
        self._setup = setup
        self._shared = Shared(setup.catalog)
        self._stack = ExitStack()
        self._pool: ProcessPoolExecutor | None = None
        self._again: Again | None = None
        self._waiting: deque[Task] = deque()
        self._running: dict[str, Future[bytes]] = {}
        self._got: dict[str, Got] = {}

    def __enter__(self) -> Ahead:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.close()

    def begin(self, container: Container, works: Sequence[tuple[Entry, Work]]) -> None:
        """Start with the files of a container, if they are worth it and it can be opened more than once; what another left is let go."""
        self._again, self._waiting, self._running, self._got = container.again, deque(), {}, {}
        if container.again is not None and sum(entry.size_bytes for entry, _ in works) >= TOTAL_FROM_BYTES:
            self._waiting.extend(_tasks(works))
            self._submit()

    def got(self, container: Container, entry: Entry) -> Got | None:
        """Return what another process read, None where this one has to."""
        if container.again != self._again:
            return None
        future = self._running.pop(entry.path, None)
        if future is not None:
            self._take(future)
        return self._got.pop(entry.path, None)

    def _take(self, future: Future[bytes]) -> None:
        """Take what a task gave; it stands under the path of its first file."""
        try:
            self._got |= self._shared.loads(future.result())
        except BrokenProcessPool:
            self._waiting.clear()
        self._submit()

    def _submit(self) -> None:
        """Keep the processes busy."""
        try:
            pool = self._pool or self._started()
            with _without_interrupts():
                while self._waiting and len(self._running) < self._workers * TASKS_A_WORKER:
                    task = self._waiting.popleft()
                    self._running[task[0][0].path] = pool.submit(_read, self._shared.dumps((self._again, task)))
        except (OSError, RuntimeError, BrokenProcessPool):
            self._waiting.clear()  # no processes, semaphores or pipes to be had: the rest is read here

    def _started(self) -> ProcessPoolExecutor:
        context = get_context("spawn")
        theirs, ours = context.Pipe(duplex=False)
        with _with_quiet_tracker():
            pool = ProcessPoolExecutor(self._workers, mp_context=context, initializer=_begin, initargs=(self._setup, theirs))
        self._stack.callback(pool.shutdown, wait=False, cancel_futures=True)
        self._stack.callback(theirs.close)
        self._stack.callback(ours.close)  # the first of the three to be done: the processes end now, in the middle of a file too
        self._pool = pool
        return pool


def _tasks(works: Sequence[tuple[Entry, Work]]) -> Iterator[Task]:
    """Put neighbours together until they are worth a message."""
    task: list[tuple[Entry, Work]] = []
    size_bytes = 0
    for entry, work in works:
        task.append((entry, work))
        size_bytes += entry.size_bytes
        if size_bytes >= TASK_BYTES or len(task) >= TASK_FILES:
            yield tuple(task)
            task, size_bytes = [], 0
    if task:
        yield tuple(task)


class Shared:
    """Pickles what both sides speak of; datasets and their sources, which both have, only by name."""

    def __init__(self, catalog: Catalog) -> None:
        self._objects: dict[str, object] = {}
        for dataset in catalog.values():
            self._objects[dataset.name] = dataset
            self._objects |= {f"{dataset.name} {source.id}": source for source in dataset.sources}
        self._names = {id(each): name for name, each in self._objects.items()}

    def dumps(self, value: object) -> bytes:
        """Return a value as bytes."""
        stream = BytesIO()
        pickler = Pickler(stream, HIGHEST_PROTOCOL)
        pickler.persistent_id = lambda each: self._names.get(id(each))  # type: ignore[method-assign]  # as the pickle module describes it
        pickler.dump(value)
        return stream.getvalue()

    def loads(self, data: bytes) -> Any:
        """Return the value; the bytes come from our own process."""
        unpickler = Unpickler(BytesIO(data))  # noqa: S301  - see above
        unpickler.persistent_load = self._objects.__getitem__  # type: ignore[method-assign]
        return unpickler.load()


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Start processes to which an interrupt from the terminal, which meets the whole group, means nothing: it is this one's to end them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextmanager
def _with_quiet_tracker() -> Iterator[None]:
    """Make Python's tracker of semaphores, the first time it starts, say nothing of those that it clears away after us when we were ended."""
    before = os.environ.get(WARNINGS)
    os.environ[WARNINGS] = ",".join(filter(None, [before, "ignore:resource_tracker"]))
    try:
        yield
    finally:
        if before is None:
            del os.environ[WARNINGS]
        else:
            os.environ[WARNINGS] = before


@dataclass(slots=True, kw_only=True)
class _Reader:
    """One of the other processes: its session, and the containers that it has open, until it ends."""

    session: Session
    folder: Path
    shared: Shared
    stack: ExitStack = field(default_factory=ExitStack)
    containers: dict[Again, Container] = field(default_factory=dict)
    files: int = 0

    def container(self, again: Again) -> Container:
        if again not in self.containers:
            opened = self.stack.enter_context(open_container(again.path, self.session.limits))
            self.containers[again] = part_of(opened, again.prefix)
        return self.containers[again]

    def next_file(self) -> Path:
        self.files += 1
        self.folder.mkdir(parents=True, exist_ok=True)
        return self.folder / f"{os.getpid()}-{self.files:06}.arrow"


_readers: list[_Reader] = []


def _begin(setup: Setup, lifeline: Connection) -> None:
    """Make ready to read, and to end when the pipe does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(lifeline,), daemon=True, name="lifeline").start()
    spill = Spill(setup.folder / f"{os.getpid()}")
    session = new_session(setup.catalog, setup.networks, setup.limits, spill=spill)
    _readers[:] = [_Reader(session=session, folder=setup.folder, shared=Shared(setup.catalog))]


def _end_with(lifeline: Connection) -> None:
    try:
        lifeline.recv_bytes()
    except (EOFError, OSError):
        os._exit(ENDED_WITH_PARENT)


def _read(job: bytes) -> bytes:
    """Read some files; many rows are left in Arrow files."""
    reader = _readers[0]
    again, task = reader.shared.loads(job)
    container = reader.container(again)
    found = {entry.path: read_entry(container, entry, reader.session, work) for entry, work in task}
    for got in found.values():
        for batch in got.reading.batches:
            if batch.rows.table().nbytes >= AWAY_FROM_BYTES:
                batch.rows.put_away(reader.next_file())
    return reader.shared.dumps(found)
