"""A cabinet as makecab writes it: MSZIP or stored, one file, no chain; its header and blocks are judged before a byte is unpacked.

The library (`cabarchive`) unpacks the whole at once and has no limits, so it runs in a child process with a limit of memory
(`cabinet_process`), and files are read from there in pieces. What the header promises is the bound: the library refuses a
block that unpacks to another size, and no block may promise more than 32 KiB.

- The whole cabinet is refused (UnsafeArchiveError): more entries or bytes than the limit, a ratio beyond it, blocks or
  entries that share bytes, names that leave it or fall together.
- It is not read (BundleError): a chain of cabinets, LZX or Quantum, a header that does not fit, data that does not unpack,
  or nothing that lies before the damage.
- Some entries are unreadable: those that need a block whose checksum does not fit or that was cut away, or any block behind
  it, because the blocks of a folder lean on each other.
- One entry is unreadable: larger than one file may be.

Source: MS-CAB, sections 2.1 to 2.6.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from exposture.bundle.cabinet_header import EXPAND, CabinetFile, Header, Member, read_header
from exposture.bundle.cabinet_process import CabinetReader, Child, Unpacking, unpacked
from exposture.bundle.container import Container, Entry, PassedOver
from exposture.bundle.entry_names import by_safe_name
from exposture.bundle.entry_stream import EntryStream, buffered, in_memory
from exposture.bundle.limits import BundleLimits, beyond_file, beyond_ratio, beyond_total
from exposture.bundle.signatures import Kind, kind_at
from exposture.errors import BundleError, Location, UnsafeArchiveError
from exposture.model.coverage import FileState


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What becomes of each entry: read from the child (those that have bytes), empty, or passed over."""

    members: dict[str, Member]
    barred: dict[str, PassedOver]

    @property
    def offered(self) -> list[str]:
        """Return the entries that can be read, sorted."""
        return sorted(self.members.keys() - self.barred.keys())

    @property
    def numbers(self) -> dict[str, int]:
        """Return the numbers under which the child keeps them."""
        return {name: number for number, name in enumerate(name for name in self.offered if self.members[name].size_bytes)}


def claims(path: Path) -> bool:
    """Return whether the path is a file that begins as a cabinet does."""
    return kind_at(path) is Kind.CABINET


@contextmanager
def opened(path: Path, limits: BundleLimits) -> Iterator[Container]:
    """Judge a cabinet, have it unpacked and offer its entries.

    Raises:
        BundleError, UnsafeArchiveError: see the head of this module.
    """
    where = Location(path=str(path))
    with ExitStack() as stack:
        file = CabinetFile(stack.enter_context(path.open("rb")))
        _check_total(file.size_bytes, limits, where)
        header = read_header(file, limits, where)
        members = by_safe_name(((member.name, member) for member in header.members), where)
        _check_sizes(header, file.size_bytes, limits, where)
        _check_overlap(header, where)
        plan = _plan(members, header, limits, where)
        numbers = plan.numbers
        job = Unpacking(members=tuple(members[name] for name in numbers), folders=header.folders)
        child = stack.enter_context(unpacked(job, file, where)) if numbers else None
        yield Container(
            name=path.name,
            entries=tuple(Entry(path=name, size_bytes=members[name].size_bytes) for name in plan.offered),
            passed_over=tuple(plan.barred[name] for name in sorted(plan.barred)),
            open=lambda name: _stream(name, child if name in numbers else None, numbers.get(name, 0), members[name].size_bytes),
        )


def _check_total(total: int, limits: BundleLimits, where: Location) -> None:
    limit = min(limits.max_cabinet_bytes, limits.max_total_bytes)
    if total > limit:
        raise UnsafeArchiveError(f"{beyond_total(limit, str(total))}; or {EXPAND}", where=where)


def _check_sizes(header: Header, packed: int, limits: BundleLimits, where: Location) -> None:
    total = max(sum(member.size_bytes for member in header.members), sum(folder.size_bytes for folder in header.folders))
    _check_total(total, limits, where)
    if total > limits.ratio_floor_bytes and total > limits.max_ratio * packed:
        raise UnsafeArchiveError(beyond_ratio(limits.max_ratio, "it"), where=where)


def _check_overlap(header: Header, where: Location) -> None:
    """Refuse blocks that two folders share, and entries that share bytes of a folder or lie outside of all."""
    if _overlap([(0, header.end), *(folder.span for folder in header.folders)]):
        raise UnsafeArchiveError("folders share bytes (an overlap bomb)", where=where)
    spans: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for one in header.members:
        if one.folder >= len(header.folders):
            raise BundleError(f"an entry belongs to no folder of this cabinet: one of a chain of cabinets; {EXPAND}", where=where)
        spans[one.folder] += [(one.start, one.start + one.size_bytes)] if one.size_bytes else []
    for index, taken in spans.items():
        folder = header.folders[index]
        is_outside = any(end > folder.size_bytes for _, end in taken) and not folder.fault
        if _overlap(taken) or is_outside:
            raise UnsafeArchiveError("entries share bytes (an overlap bomb) or lie outside of the data", where=where)


def _overlap(spans: Sequence[tuple[int, int]]) -> bool:
    ordered = sorted(spans)
    return any(second[0] < first[1] for first, second in pairwise(ordered))


def _plan(members: dict[str, Member], header: Header, limits: BundleLimits, where: Location) -> Plan:
    """Return what can be read.

    Raises:
        BundleError: it is damaged, and no entry lies before the damage.
    """
    sound = [folder.size_bytes for folder in header.folders]
    barred: dict[str, PassedOver] = {}
    for name, member in members.items():
        message = ""
        if member.size_bytes and member.start + member.size_bytes > sound[member.folder]:
            message = f"{header.folders[member.folder].fault}, and this file needs it; copy the cabinet again"
        elif member.size_bytes > limits.file.max_file_bytes:
            message = beyond_file(limits.file.max_file_bytes, f"{member.size_bytes} bytes, ")
        if message:
            barred[name] = PassedOver(path=name, state=FileState.UNREADABLE, message=message)
    faults = [folder.fault for folder in header.folders if folder.fault]
    if faults and len(barred) == len(members):
        raise BundleError(f"{faults[0]}; copy the cabinet again, or {EXPAND}", where=where)
    return Plan(members=members, barred=barred)


def _stream(name: str, child: Child | None, number: int, size: int) -> AbstractContextManager[BinaryIO]:
    if child is None:
        return in_memory(b"")
    reader = CabinetReader(child, number, size)
    return buffered(EntryStream(reader, name, at_most=size, declared=size, faults=(EOFError, OSError)))
