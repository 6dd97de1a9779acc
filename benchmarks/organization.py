"""Write a synthetic organization as a bundle of schema 1: servers of 2016 and 2019, some Edge, and mailboxes.

Run: python benchmarks/organization.py FOLDER [--servers 100] [--mailboxes 50000] [--seed 1] [--zip FILE] [--all-properties]

It is the sample, multiplied: every core dataset, per server as the sample has it, in the collector's layout and neutral CLIXML
(10,000 objects a file), with manifest and hashes. A mailbox has 27 properties, all that the collector asks for with
`--all-properties`. The same arguments give the same bytes. Files are written as they are made.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "analyzer")]

from benchmarks.organization_cells import GUID, Cell, cells_of, copied, copies, machines_in  # noqa: E402
from benchmarks.organization_people import ACCOUNTS, TABLES, kinds_in, people  # noqa: E402
from scripts.contoso import estate, to_bundle  # noqa: E402 - the path is set above
from scripts.contoso.contents import Contents, Row  # noqa: E402

from exposture.bundle.manifest import DATASETS, ERRORS, FILES, LOG, RUN, SCHEMA_VERSION, SUMS  # noqa: E402
from exposture.bundle.writer import (  # noqa: E402
    BOM,
    DATASET_COLUMNS,
    ERROR_COLUMNS,
    FILE_COLUMNS,
    NOT_RUN,
    OBJECTS_PER_FILE,
    WITHOUT_FILE,
    PairContents,
    csv_payload,
    folder_of,
    table,
    zip_bundle,
)
from exposture.ingest.clixml_writer import Shape, write_clixml  # noqa: E402
from exposture.ingest.formats import Format  # noqa: E402

DIRECTORY = ("org", "ldap")
ONCE = frozenset({"transport_config"})
"""What an organization has once although it names a machine."""
MAILBOX_COLUMNS = frozenset(
    [
        "name",
        "identity",
        "guid",
        "exchange_guid",
        "distinguished_name",
        "primary_smtp_address",
        "email_addresses",
        "recipient_type_details",
        "account_disabled",
        "linked_master_account",
        "forwarding_address",
        "forwarding_smtp_address",
        "deliver_to_mailbox_and_forward",
        "grant_send_on_behalf_to",
        "antispam_bypass_enabled",
        "audit_enabled",
        "audit_log_age_limit",
        "audit_admin",
        "audit_delegate",
        "audit_owner",
        "use_database_quota_defaults",
        "use_database_retention_defaults",
        "retain_deleted_items_for",
        "retain_deleted_items_until_backup",
        "single_item_recovery_enabled",
        "database",
        "when_created",
    ]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How large the organization is."""

    servers: int = 100
    mailboxes: int = 50_000
    seed: int = 1
    all_properties: bool = False


@dataclass(slots=True, kw_only=True)
class Written:
    """A bundle that is being written: what SHA256SUMS, files.csv and datasets.csv will say."""

    folder: Path
    hashes: dict[str, str] = field(default_factory=dict)
    files: list[tuple[str, ...]] = field(default_factory=list)
    datasets: list[tuple[str, ...]] = field(default_factory=list)
    size: int = 0

    def write(self, path: str, parts: Iterable[bytes]) -> int:
        """Write one file as its parts come; return its size."""
        place, digest, size = self.folder / path, hashlib.sha256(), 0
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("wb") as file:
            for part in parts:
                file.write(part)
                digest.update(part)
                size += len(part)
        self.hashes[path] = digest.hexdigest()
        self.size += size
        return size


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """The sample's core pairs, and the text of each object of the directory, without its `Obj` tag and its types."""

    contents: Contents
    pairs: Sequence[PairContents]
    own: frozenset[str]


def write_organization(folder: Path, plan: Plan) -> Written:
    """Write the bundle into a folder that is new or empty."""
    cells = cells_of(plan.servers, plan.seed)
    sample = _sample(plan)
    written = Written(folder=folder)
    for pair in sample.pairs:
        if pair.target in DIRECTORY:
            _write_directory(written, pair, sample, cells, plan)
        elif not machines_in(pair.target):
            _write_texts(written, pair, pair.target, iter(_bodies(pair)))
        for cell in cells:
            if pair.target in cell.machines:
                bodies = (copied(body, cell, sample.own) for body in _bodies(pair))
                _write_texts(written, pair, cell.name(pair.target), bodies)
    _write_evidence(written, sample, cells)
    _write_manifest(written, sample, cells)
    return written


def _sample(plan: Plan) -> Sample:
    contents = estate()
    if not plan.all_properties:
        found = contents.pairs["mailboxes", "org"]
        found.rows = [{name: value for name, value in row.items() if name in MAILBOX_COLUMNS} for row in found.rows]
    pairs = [pair for pair in to_bundle(contents).pairs if pair.tier == "core"]
    own = {guid.casefold() for pair in pairs for body in _bodies(pair) if machines_in(body) for guid in GUID.findall(body)[:1]}
    return Sample(contents=contents, pairs=pairs, own=frozenset(own))


def _bodies(pair: PairContents) -> list[str]:
    """Return the text of each object of a pair; of one that is written as CSV the whole file."""
    if pair.format is Format.CSV:
        return [csv_payload(pair.objects).decode("utf-8-sig")]
    shapes = [Shape(extended=dict(each.properties)) for each in pair.objects]
    return [write_clixml([shape]).decode("utf-8-sig").split("\r\n", 2)[2].rpartition("\r\n  </Obj>")[0] for shape in shapes]


def _write_directory(written: Written, pair: PairContents, sample: Sample, cells: list[Cell], plan: Plan) -> None:
    homes = cells[:1] if pair.dataset in ONCE else cells
    bodies = chain.from_iterable(copies(body, homes, sample.own) for body in _bodies(pair) if pair.dataset not in TABLES)
    if pair.dataset in TABLES or pair.dataset == ACCOUNTS:
        bodies = chain(bodies, _people(pair.dataset, sample, cells, plan))
    _write_texts(written, pair, pair.target, bodies)


def _people(name: str, sample: Sample, cells: list[Cell], plan: Plan) -> Iterator[str]:
    texts: dict[str, dict[str, str]] = {}
    for pair in sample.pairs:
        if pair.dataset in TABLES or pair.dataset == ACCOUNTS:
            keys = [_owner(row) for row in sample.contents.pairs[pair.dataset, pair.target].rows]
            texts[pair.dataset] = dict(zip(keys, _bodies(pair), strict=True))
    for kind, facts in people(kinds_in(texts), cells, plan.mailboxes, plan.seed):
        if name in kind.texts:
            yield kind.texts[name] % facts


def _owner(row: Row) -> str:
    """Return what tells whose a row is: the distinguished name, or the SID of an account."""
    return str(row.get("distinguished_name") or row["object_sid"])


def _write_texts(written: Written, pair: PairContents, target: str, bodies: Iterator[str]) -> None:
    """Write the files of one pair, 10,000 objects each, and its lines of the manifest."""
    stem, rows, number = f"{folder_of(target)}/{pair.dataset}", 0, 0
    is_csv = pair.format is Format.CSV
    chunk = [] if pair.status in WITHOUT_FILE else list(islice(bodies, OBJECTS_PER_FILE))
    while pair.status not in WITHOUT_FILE and (chunk or not number):
        following, number = list(islice(bodies, OBJECTS_PER_FILE)), number + 1
        middle = f".{number:04}" if following or number > 1 else ""
        path = f"{stem}{middle}.{'csv' if is_csv else 'clixml'}"
        count = len(pair.objects) if is_csv else len(chunk)
        size = written.write(path, [(BOM + chunk[0]).encode()] if is_csv else _clixml(pair, chunk))
        written.files.append((path, str(size), str(count), pair.format.value, "utf-8-bom", pair.dataset, target))
        rows, chunk = rows + count, following
    written.datasets += _lines(pair, target, rows, number)


def _clixml(pair: PairContents, bodies: Sequence[str]) -> Iterator[bytes]:
    """Yield a document as the collector's Export-Clixml leaves it: the types at the first object, a reference at the others."""
    if not bodies:
        yield write_clixml([])
        return
    bare = write_clixml([Shape(types=pair.objects[0].types)]).decode("utf-8-sig")
    head, _, rest = bare.partition("  <Obj RefId")
    types = rest.split("\r\n", 1)[1].rpartition("\r\n  </Obj>")[0]
    yield (BOM + head).encode()
    for number, body in enumerate(bodies):
        kinds = types if number == 0 else '    <TNRef RefId="0" />'
        yield f'  <Obj RefId="{number}">\r\n{kinds}\r\n{body}\r\n  </Obj>\r\n'.encode()
    yield b"</Objs>"


def _lines(pair: PairContents, target: str, rows: int, files: int) -> Iterator[tuple[str, ...]]:
    started = "" if pair.started is None else f"{pair.started.isoformat()}Z"
    if pair.status not in NOT_RUN:
        yield pair.dataset, target, "1", pair.tier, "running", "", "", started, "", pair.command, "", "", "", "", ""
    told = (str(pair.duration_ms), pair.command, "", pair.params_dropped, str(len(pair.errors)), pair.message, pair.fqid)
    yield pair.dataset, target, "1", pair.tier, pair.status.value, str(rows), str(files), started, *told


def _write_evidence(written: Written, sample: Sample, cells: list[Cell]) -> None:
    for path, text in sample.contents.texts.items():
        named = machines_in(path)
        for cell in cells:
            if named and named <= set(cell.machines):
                written.write(copied(path, cell, sample.own), [copied(text, cell, sample.own).encode()])
        if not named:
            written.write(path, [text.encode()])


def _write_manifest(written: Written, sample: Sample, cells: list[Cell]) -> None:
    names = ",".join(cell.name(machine) for cell in cells for machine in cell.machines)
    first = cells[0]
    run = sample.contents.run | {"servers_requested": names, "servers_reached": names, "tiers": "core"}
    run |= {key: copied(run[key], first, sample.own) for key in ("computer", "connected_server")}
    targets = {(line[0], line[1]) for line in written.datasets}
    errors = [
        (error.dataset, error.target, str(number), error.category, error.fqid, "", error.message, "")
        for pair in sample.pairs
        for number, error in enumerate(pair.errors, start=1)
        if (error.dataset, error.target) in targets
    ]
    written.write(RUN, [table(("key", "value"), [("schema_version", str(SCHEMA_VERSION)), *run.items()])])
    written.write(DATASETS, [table(DATASET_COLUMNS, written.datasets)])
    written.write(ERRORS, [table(ERROR_COLUMNS, errors)])
    written.write(LOG, [f"{BOM}made by benchmarks/organization.py\r\n".encode()])
    written.write(FILES, [table(FILE_COLUMNS, sorted(written.files))])
    sums = "".join(f"{written.hashes[path]}  {path}\n" for path in sorted(written.hashes))
    written.write(SUMS, [sums.encode()])


def plan_of(options: argparse.Namespace) -> Plan:
    """Return the plan that options of the command line ask for."""
    return Plan(servers=options.servers, mailboxes=options.mailboxes, seed=options.seed, all_properties=options.all_properties)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that make a plan."""
    parser.add_argument("--servers", type=int, default=100)
    parser.add_argument("--mailboxes", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--all-properties", action="store_true")


def main() -> None:
    """Write the bundle and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--zip", type=Path)
    add_options(parser)
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    if any(options.folder.iterdir()):
        raise SystemExit(f"the folder {options.folder} is not empty; an organization is written into a new one")
    started = time.process_time()
    written = write_organization(options.folder, plan_of(options))
    print(f"{len(written.hashes):,} files, {written.size:,} bytes, {time.process_time() - started:.1f} s CPU")
    if options.zip:
        zip_bundle(options.folder, options.zip)
        print(f"{options.zip}: {options.zip.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
