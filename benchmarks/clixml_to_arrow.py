"""CPU and memory of reading an export of Get-Mailbox into typed Arrow, as multiples of references over the same bytes in the same run.

Run: python benchmarks/clixml_to_arrow.py [--megabytes 100] [--gigabyte] [--runs 3]

Each figure is the CPU time of a child process without that of a child that imports the same modules and makes an empty table, the best of
the runs, and in brackets what single rounds gave: a busy machine shows there.
References: an empty loop `for _, e in lxml.etree.iterparse(file, tag=Obj): e.clear()` (the script says so: --child iterparse), and, where
the machine has them, `xmllint --stream` and psrpcore. `--gigabyte` compares the peak of memory at 100 MB and at 1 GB.
"""

from __future__ import annotations

import argparse
import importlib
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from lxml import etree
from mailbox_export import NAMESPACE, write_export

from exposture.bundle.spill import Spill
from exposture.bundle.typed_rows import TypedRows
from exposture.catalog.load import load_catalog
from exposture.catalog.rows import row_reader
from exposture.cli.imports import leave_pandas_out
from exposture.cli.memory import keep_what_is_loaded
from exposture.ingest.clixml import Projection, read_clixml
from exposture.ingest.clixml_blocks import Lanes
from exposture.ingest.content import Content
from exposture.ingest.limits import Limits

WANTED = [
    "name",
    "alias",
    "guid",
    "display_name",
    "primary_smtp_address",
    "recipient_type_details",
    "audit_enabled",
    "prohibit_send_quota",
    "max_send_size",
    "hidden_from_address_lists_enabled",
    "database",
    "when_changed",
]
"""Twelve columns of `mailboxes`: text, a GUID, an address, an enum, flags, two sizes, an object of the directory, a time."""
MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What a child used: CPU seconds, and its peak of memory in bytes."""

    cpu_seconds: float
    peak_bytes: int


def read_to_arrow(file: Path, *, columns: list[str] | None, is_fast: bool | None) -> int:
    """Read an export into a table outside of memory, and return its rows. `is_fast` None makes an empty table, and so imports all that is needed."""

    mailboxes = load_catalog()["mailboxes"]
    if columns is not None:
        mailboxes = mailboxes.model_copy(update={"columns": [column for column in mailboxes.columns if column.name in columns]})
    source = mailboxes.sources[0]
    reader = row_reader(mailboxes, source, None)
    empty = TypedRows(mailboxes, source).table()
    keep_what_is_loaded()  # as the command does
    if is_fast is None:
        return empty.num_rows
    content = Content(open=lambda: file.open("rb"), size_bytes=file.stat().st_size)
    with tempfile.TemporaryDirectory() as folder:
        rows = TypedRows(mailboxes, source, Spill(Path(folder), above_bytes=4 * MEBIBYTE))
        limits = Limits(max_file_bytes=2**40)
        wanted = Projection(reader.wanted())
        for record in read_clixml(content, path=file.name, limits=limits, note=lambda _: None, projection=wanted, lanes=Lanes(is_fast=is_fast)):
            for row in reader.read(record):
                rows.add(row)
        return rows.table().num_rows


def iterparse_loop(file: Path) -> int:
    """Run the reference: every object is built and cleared, nothing is looked at."""
    count = 0
    for _, element in etree.iterparse(str(file), tag=f"{{{NAMESPACE}}}Obj"):
        element.clear()
        count += 1
    return count


def psrpcore_objects(file: Path) -> int:
    """Deserialize one record after the other with psrpcore; it reads no file and knows no namespace, so that its input is made ready for it."""
    serializer = importlib.import_module("psrpcore.types._serializer")._Serializer(importlib.import_module("psrpcore._crypto").PSRemotingCrypto())  # noqa: SLF001  - it reads nothing public piece by piece
    root = ET.fromstring(file.read_bytes().replace(f' xmlns="{NAMESPACE}"'.encode(), b"", 1))  # noqa: S314  - our own file
    return sum(serializer.deserialize(each) is not None for each in root)


def nothing(_file: Path) -> int:
    """Only import what the references import."""
    return len(etree.LXML_VERSION)


CHILDREN: dict[str, Callable[[Path], int]] = {
    "imports": lambda file: read_to_arrow(file, columns=WANTED, is_fast=None),
    "tree": lambda file: read_to_arrow(file, columns=WANTED, is_fast=False),
    "fast": lambda file: read_to_arrow(file, columns=WANTED, is_fast=True),
    "all columns": lambda file: read_to_arrow(file, columns=None, is_fast=True),
    "iterparse": iterparse_loop,
    "lxml": nothing,
    "psrpcore": psrpcore_objects,
}


def cost_of(command: list[str]) -> Cost:
    """Run a child to its end; its last line is its own peak of memory, where it says one."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    peak = int(done.stdout.split()[-1]) if done.stdout.strip() else 0
    return Cost(cpu_seconds=after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, peak_bytes=peak)


def child(name: str, file: Path) -> list[str]:
    """Return the command of a child."""
    return [sys.executable, __file__, "--child", name, str(file)]


def rounds_of(commands: dict[str, list[str]], runs: int) -> list[dict[str, Cost]]:
    """Run all commands in turn, several times."""
    return [{name: cost_of(command) for name, command in commands.items()} for _ in range(runs)]


def best(rounds: list[dict[str, Cost]]) -> dict[str, Cost]:
    """Return the cheapest run of each command."""
    return {name: min((costs[name] for costs in rounds), key=lambda cost: cost.cpu_seconds) for name in rounds[0]}


def ratio_of(costs: dict[str, Cost], name: str) -> float:
    """Return a lane's own time as a multiple of the loop's own time."""
    loop = costs["iterparse"].cpu_seconds - costs["lxml"].cpu_seconds
    return (costs[name].cpu_seconds - costs["imports"].cpu_seconds) / loop


def has_psrpcore() -> bool:
    """Say whether psrpcore can be imported."""
    return subprocess.run([sys.executable, "-c", "import psrpcore"], check=False, capture_output=True).returncode == 0


def compare(folder: Path, megabytes: int, runs: int) -> dict[str, float]:
    """Print the ratios for each form of an export."""
    figures: dict[str, float] = {}
    for form, given in {"UTF-8": {}, "UTF-8 with SerializationData": {"blobs": True}, "UTF-16": {"encoding": "utf-16"}}.items():
        file = folder / "mailboxes.xml"
        count = write_export(file, megabytes * 1_000_000, **given)  # type: ignore[arg-type]  # keywords by form
        names = ["imports", "tree", "fast", "all columns", "iterparse", "lxml"]
        commands = {name: child(name, file) for name in names}
        if shutil.which("xmllint"):
            commands["xmllint"] = ["xmllint", "--stream", "--noout", str(file)]
        rounds = rounds_of(commands, runs)
        costs = best(rounds)
        loop = costs["iterparse"].cpu_seconds - costs["lxml"].cpu_seconds
        print(f"{form}: {count} mailboxes of 154 properties, {file.stat().st_size / 1e6:.0f} MB; the iterparse loop takes {loop:.2f} s CPU")
        for name in ("tree", "fast", "all columns"):
            ratio = figures[f"{form}, {name}"] = ratio_of(costs, name)
            each = sorted(ratio_of(one, name) for one in rounds)
            peak = costs[name].peak_bytes / MEBIBYTE
            print(f"  {name:<12} {ratio:5.2f} x the loop ({each[0]:.2f} to {each[-1]:.2f} in single rounds)   peak {peak:.0f} MiB")
        if "xmllint" in costs:
            print(f"  {'xmllint':<12} {costs['xmllint'].cpu_seconds / loop:5.2f} x the loop")
    if has_psrpcore():
        _psrpcore(folder, runs)
    return figures


def _psrpcore(folder: Path, runs: int) -> None:
    """psrpcore is slow: it is compared on a tenth of the bytes."""
    file = folder / "mailboxes.xml"
    write_export(file, 10_000_000)
    costs = best(rounds_of({name: child(name, file) for name in ("psrpcore", "fast", "imports")}, runs))
    print(f"psrpcore takes {costs['psrpcore'].cpu_seconds / (costs['fast'].cpu_seconds - costs['imports'].cpu_seconds):.0f} x our time")


def memory(folder: Path) -> None:
    """Print the peak of memory at 100 MB and at 1 GB."""
    peaks = {}
    for megabytes in (100, 1000):
        file = folder / "mailboxes.xml"
        write_export(file, megabytes * 1_000_000)
        for name in ("tree", "fast"):
            peaks[name, megabytes] = cost_of(child(name, file)).peak_bytes / MEBIBYTE
            print(f"{name}: peak {peaks[name, megabytes]:.0f} MiB for {megabytes} MB")
    for name in ("tree", "fast"):
        print(f"{name}: 1 GB takes {peaks[name, 1000] - peaks[name, 100]:.0f} MiB more than 100 MB")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--megabytes", type=int, default=100)
    options.add_argument("--gigabyte", action="store_true")
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--child", nargs=2, metavar=("WHAT", "FILE"), help=argparse.SUPPRESS)
    asked = options.parse_args()
    leave_pandas_out()  # as each command does
    if asked.child:
        print(CHILDREN[asked.child[0]](Path(asked.child[1])), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
    else:
        with tempfile.TemporaryDirectory() as place:
            compare(Path(place), asked.megabytes, asked.runs)
            if asked.gigabyte:
                memory(Path(place))
