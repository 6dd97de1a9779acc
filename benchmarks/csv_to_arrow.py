"""CPU and memory of reading a foreign CSV of Get-Mailbox into typed Arrow, as multiples of an empty `csv.reader` loop in the same run.

Run: python benchmarks/csv_to_arrow.py [--megabytes 50 500] [--runs 3]

The CSV is what Export-Csv makes of the mailboxes of `mailbox_export.py`: 154 columns, all cells quoted, lists lost but for the addresses.
Each figure is the CPU time of a child process without that of a child that only imports the same modules, the best of the runs. The
reference is `for _ in csv.reader(file): pass` (the script says so: --child loop). The peak of memory is that of the child.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from clixml_to_arrow import MEBIBYTE, WANTED, best, rounds_of
from mailbox_export import PROPERTIES, SEED

from exposture.bundle.spill import Spill
from exposture.bundle.typed_rows import TypedRows
from exposture.catalog.load import load_catalog
from exposture.catalog.rows import row_reader
from exposture.ingest.content import Content
from exposture.ingest.csv import read_csv
from exposture.ingest.limits import Limits

TYPE = "#TYPE Microsoft.Exchange.Data.Directory.Management.Mailbox"


def cell(name: str, kind: str, number: int, chance: random.Random) -> str:
    """Return one cell by the kind of its property."""
    person = f"Ward {number % 97} Nurse {number}"
    makers: dict[str, Callable[[], str]] = {
        "bool": lambda: "True" if chance.random() < 0.4 else "False",
        "guid": lambda: f"{chance.getrandbits(128):032x}",
        "time": lambda: f"8/{1 + number % 28}/2026 10:11:12 AM",
        "number": lambda: str(chance.randrange(1, 500)),
        "size": lambda: "Unlimited" if chance.random() < 0.3 else "35 MB (36,700,160 bytes)",
        "link": lambda: f"contoso.example/Users/Wards/{name} {number % 12}",
        "list": lambda: "Microsoft.Exchange.Data.ProxyAddressCollection" if name == "EmailAddresses" else "System.Collections.ArrayList",
        "null": lambda: "",
    }
    return makers[kind]() if kind in makers else f"nurse{number}@contoso.example" if "Address" in name else person


def write_table(path: Path, size_bytes: int) -> int:
    """Write whole mailboxes until the file has about that many bytes; return their number."""
    chance = random.Random(SEED)  # noqa: S311 - invented data, no secret
    with PROPERTIES.open(encoding="utf-8", newline="") as file:
        kinds = [(row["name"], row["kind"]) for row in csv.DictReader(file)]
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        file.write(TYPE + "\r\n")
        writer = csv.writer(file, quoting=csv.QUOTE_ALL)
        writer.writerow(name for name, _ in kinds)
        count = 0
        while file.buffer.tell() < size_bytes:
            writer.writerow(cell(name, kind, count, chance) for name, kind in kinds)
            count += 1
    return count


def records(file: Path) -> int:
    """Read the records alone."""
    content = Content(open=lambda: file.open("rb"), size_bytes=file.stat().st_size)
    return sum(1 for _ in read_csv(content, path=file.name, limits=Limits().for_files_of(2**40), note=lambda _: None))


def to_arrow(file: Path) -> int:
    """Read twelve columns into a table outside of memory."""
    mailboxes = load_catalog()["mailboxes"]
    mailboxes = mailboxes.model_copy(update={"columns": [column for column in mailboxes.columns if column.name in WANTED]})
    reader = row_reader(mailboxes, mailboxes.sources[0], None)
    content = Content(open=lambda: file.open("rb"), size_bytes=file.stat().st_size)
    with tempfile.TemporaryDirectory() as folder:
        rows = TypedRows(mailboxes, mailboxes.sources[0], Spill(Path(folder), above_bytes=4 * MEBIBYTE))
        for record in read_csv(content, path=file.name, limits=Limits().for_files_of(2**40), note=lambda _: None):
            for row in reader.read(record):
                rows.add(row)
        return rows.table().num_rows


def loop(file: Path) -> int:
    """Run the reference: every cell is made, nothing is looked at."""
    with file.open(encoding="utf-8-sig", newline="") as text:
        return sum(1 for _ in csv.reader(text))


def nothing(_file: Path) -> int:
    """Only import."""
    return 0


def catalog(_file: Path) -> int:
    """Only load what `to_arrow` does before its first record."""
    return len(load_catalog())


CHILDREN: dict[str, Callable[[Path], int]] = {"nothing": nothing, "catalog": catalog, "loop": loop, "records": records, "arrow": to_arrow}


def compare(folder: Path, megabytes: int, runs: int) -> None:
    """Print the ratios and peaks for a size."""
    file = folder / "mailboxes.csv"
    count = write_table(file, megabytes * 1_000_000)
    costs = best(rounds_of({name: [sys.executable, __file__, "--child", name, str(file)] for name in CHILDREN}, runs))
    reference = costs["loop"].cpu_seconds - costs["nothing"].cpu_seconds
    print(f"{megabytes} MB, {count} mailboxes of 154 columns; the csv.reader loop takes {reference:.2f} s CPU")
    for name, base in (("loop", "nothing"), ("records", "nothing"), ("arrow", "catalog")):
        ratio = (costs[name].cpu_seconds - costs[base].cpu_seconds) / reference
        print(f"  {name:<8} {ratio:5.2f} x the loop   peak {costs[name].peak_bytes / MEBIBYTE:.0f} MiB")


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--megabytes", type=int, nargs="+", default=[50, 500])
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--child", nargs=2, metavar=("WHAT", "FILE"), help=argparse.SUPPRESS)
    asked = options.parse_args()
    if asked.child:
        print(CHILDREN[asked.child[0]](Path(asked.child[1])), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)
    else:
        with tempfile.TemporaryDirectory() as place:
            for size in asked.megabytes:
                compare(Path(place), size, asked.runs)
