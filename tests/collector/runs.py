"""Runs of the collector in the evaluator, and what they leave: shared by the tests that look at whole bundles."""

from __future__ import annotations

import csv
import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from exposture.bundle.expected import expected_pairs
from exposture.bundle.servers import Server, effective_roles
from exposture.bundle.writer import BundleContents, PairContents
from exposture.catalog.load import load_catalog
from exposture.ingest.clixml import read_clixml
from exposture.ingest.limits import Limits
from exposture.model.coverage import Status
from exposture.model.estate import Estate
from exposture.model.values import Item
from tests.collector.player import player
from tests.collector.shell.run import Result, run

ROOT = Path(__file__).parents[2]
COLLECTOR = ROOT / "collector" / "Export-ExchangePosture.ps1"
CONTOSO = ROOT / "tests" / "data" / "loose" / "contoso" / "remoting"
SERVERS = (
    ("EX10", "2010", ("Mailbox", "ClientAccess", "HubTransport")),
    ("EX16", "2016", ("Mailbox",)),
    ("EX19A", "2019", ("Mailbox",)),
    ("EX19B", "2019", ("Mailbox",)),
    ("EDGE1", "2019", ("Edge",)),
)
HELD = (Status.OK, Status.EMPTY, Status.PARTIAL)
PLACES = ("key", "source_file", "object_index")
"""Columns that say where in an input a row stands."""

Pair = tuple[str, str]


def collect(folder: Path, functions: str, *, computer: str = "EX19A", options: Mapping[str, Any] | None = None, **arguments: Any) -> Result:
    """Run the collector as a file on a computer, in a shell that has functions."""
    folder.mkdir(exist_ok=True)
    return run(
        COLLECTOR.read_text(encoding="ascii"),
        arguments={"OutputPath": str(folder), **arguments},
        functions=functions,
        cwd=folder,
        environment={"COMPUTERNAME": computer},
        script_path=str(COLLECTOR),
        **(options or {}),
    )


def play(folder: Path, root: Path = CONTOSO, **words: Any) -> Result:
    """Run the collector where the Exchange cmdlets play exports."""
    return collect(folder, player(root), **words)


def bundle(folder: Path) -> Path:
    """Return the one bundle folder of an output folder."""
    (found,) = (path for path in folder.iterdir() if path.is_dir())
    return found


def archive(folder: Path) -> Path:
    """Return the one archive of an output folder."""
    (found,) = folder.glob("*.zip")
    return found


def table(root: Path, name: str) -> list[dict[str, str]]:
    """Return the lines of a table of the manifest."""
    with (root / name).open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def run_facts(folder: Path) -> dict[str, str]:
    """Return run.csv."""
    return {row["key"]: row["value"] for row in table(bundle(folder), "run.csv")}


def last_lines(folder: Path) -> dict[Pair, dict[str, str]]:
    """Return the last line of each pair."""
    return {(line["dataset"], line["target"]): line for line in table(bundle(folder), "datasets.csv")}


def statuses(folder: Path) -> dict[Pair, str]:
    """Return the last status of each pair."""
    return {pair: line["status"] for pair, line in last_lines(folder).items()}


def sums_hold(root: Path) -> bool:
    """Tell whether SHA256SUMS of a bundle names every file with its hash."""
    listed = dict(reversed(line.split("  ", 1)) for line in (root / "SHA256SUMS").read_text(encoding="utf-8").splitlines())
    files = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()} - {"SHA256SUMS"}
    return files == set(listed) and all(hashlib.sha256((root / path).read_bytes()).hexdigest() == digest for path, digest in listed.items())


def expected(servers: Iterable[tuple[str, str, tuple[str, ...]]], tiers: Collection[str] = ("core",)) -> set[Pair]:
    """Return the pairs that the reader expects of servers (name, version, roles); those of domain controllers come from elsewhere."""
    known = [Server(name=name, version=version, roles=effective_roles(version, set(roles))) for name, version, roles in servers]
    return {pair for pair, tier in expected_pairs(load_catalog(), known, ()).items() if tier in tiers and pair[1] != "dc"}


def rows(estate: Estate, pair: Pair, but: Collection[str] = PLACES) -> list[str]:
    """Return the rows of a pair as text, in a fixed order."""
    found = estate.tables[pair[0]]
    names = [name for name in found.column_names if name not in but]
    return sorted(repr(row) for row in found.select(names).to_pylist() if row["target"] == pair[1])


def held_pairs(estate: Estate) -> set[Pair]:
    """Return the pairs whose rows are there."""
    readable = {dataset.name for dataset in load_catalog().readable}
    return {(line.dataset, line.target) for line in estate.coverage if line.status in HELD and line.dataset in readable}


def outcomes(results: Iterable[Mapping[str, object]]) -> dict[str, Counter[str]]:
    """Return how often each rule gave each outcome."""
    found: dict[str, Counter[str]] = {}
    for row in results:
        found.setdefault(str(row["rule_id"]), Counter())[str(row["outcome"])] += 1
    return found


def contents(folder: Path) -> BundleContents:
    """Return a bundle as the writer takes it: the objects of its payload, and its run."""
    root, files = bundle(folder), {}
    for line in table(bundle(folder), "files.csv"):
        if line["dataset"]:
            files.setdefault((line["dataset"], line["target"]), []).append(line["path"])
    pairs = [
        PairContents(
            dataset=pair[0],
            target=pair[1],
            objects=tuple(each for path in files.get(pair, ()) for each in objects(root / path)),
            status=Status(line["status"]),
            command=line["command"],
        )
        for pair, line in last_lines(folder).items()
    ]
    return BundleContents(run=run_facts(folder), pairs=pairs)


def objects(path: Path) -> list[Item]:
    """Return the objects of a CLIXML file, a list as a list."""
    records = read_clixml(path.read_bytes(), path=path.name, limits=Limits(), note=lambda _: None)
    return [_plain(record.value) for record in records if isinstance(record.value, Item)]


def _plain(item: Item) -> Item:
    lists = {name: value.value for name, value in item.properties.items() if isinstance(value, Item) and isinstance(value.value, list)}
    return Item(types=item.types, properties={**item.properties, **lists})
