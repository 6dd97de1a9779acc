"""Big files of an input, read by other processes while this one reads the small ones.

Each process opens the input for itself and gives back what one file held; the rows come as an Arrow file that is mapped here.
What a process cannot give (it was killed, the system has no more of them) is read here. The processes end with this one,
whatever ends it: they hold the other end of a pipe.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import TracebackType

from exposture.bundle.container import Again, Container, Entry, open_container, part_of
from exposture.bundle.limits import BundleLimits
from exposture.bundle.reading import Got, Session, Work, new_session, read_entry
from exposture.bundle.spill import Spill
from exposture.catalog.load import Catalog
from exposture.catalog.networks import SpecialNetworks

FILE_FROM_BYTES = 1024 * 1024
TOTAL_FROM_BYTES = 64 * 1024 * 1024
"""Below this the second that each process takes to start is not won back."""
ENDED_WITH_PARENT = 4


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
        self._stack = ExitStack()
        self._pool: ProcessPoolExecutor | None = None
        self._running: dict[tuple[Again | None, str], Future[Got]] = {}

    def __enter__(self) -> Ahead:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._stack.close()

    def begin(self, container: Container, works: Sequence[tuple[Entry, Work]]) -> None:
        """Start with the big files of a container, if they are worth it and it can be opened more than once."""
        big = [(entry, work) for entry, work in works if entry.size_bytes >= FILE_FROM_BYTES]
        if container.again is None or len(big) < 2 or sum(entry.size_bytes for entry, _ in big) < TOTAL_FROM_BYTES:
            return
        try:
            pool = self._pool or self._started()
            with _without_interrupts():
                for entry, work in sorted(big, key=lambda each: -each[0].size_bytes):
                    self._running[container.again, entry.path] = pool.submit(_read, container.again, entry, work)
        except (OSError, RuntimeError, BrokenProcessPool):
            return  # no processes, semaphores or pipes to be had: everything is read here

    def got(self, container: Container, entry: Entry) -> Got | None:
        """Return what another process read, None where this one has to."""
        future = self._running.pop((container.again, entry.path), None)
        if future is None:
            return None
        try:
            return future.result()
        except BrokenProcessPool:
            return None

    def _started(self) -> ProcessPoolExecutor:
        context = get_context("spawn")
        theirs, ours = context.Pipe(duplex=False)
        pool = ProcessPoolExecutor(self._workers, mp_context=context, initializer=_begin, initargs=(self._setup, theirs))
        self._stack.callback(pool.shutdown, wait=False, cancel_futures=True)
        self._stack.callback(theirs.close)
        self._stack.callback(ours.close)  # the first of the three to be done: the processes end now, in the middle of a file too
        self._pool = pool
        return pool


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


@dataclass(slots=True, kw_only=True)
class _Reader:
    """One of the other processes: its session, and the containers that it has open, until it ends."""

    session: Session
    folder: Path
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
    _readers[:] = [_Reader(session=new_session(setup.catalog, setup.networks, setup.limits, spill=spill), folder=setup.folder)]


def _end_with(lifeline: Connection) -> None:
    try:
        lifeline.recv_bytes()
    except (EOFError, OSError):
        os._exit(ENDED_WITH_PARENT)


def _read(again: Again, entry: Entry, work: Work) -> Got:
    """Read one file; its rows are left in Arrow files."""
    reader = _readers[0]
    got = read_entry(reader.container(again), entry, reader.session, work)
    for batch in got.reading.batches:
        batch.rows.put_away(reader.next_file())
    return got
