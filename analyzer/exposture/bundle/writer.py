"""Write a bundle of schema 1 exactly as the collector does; the sample and the tests are made with it.

Nothing here depends on clock or machine: the same contents give the same bytes, so the bundle's hash is stable.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

from cabarchive import CabArchive, CabFile

from exposture.bundle.manifest import DATASETS, ERRORS, FILES, LOG, RUN, SCHEMA_VERSION, SUMS, ErrorLine
from exposture.bundle.neutral import iso, neutral_object
from exposture.bundle.schema_one import source_of
from exposture.bundle.targets import LDAP, ORG, is_dc
from exposture.catalog.dataset import Dataset
from exposture.errors import BundleError
from exposture.ingest.clixml_writer import Shape, write_clixml
from exposture.ingest.csv_cells import encode_cell
from exposture.ingest.formats import Format
from exposture.model.coverage import Status
from exposture.model.values import Item, Value

BOM = "\ufeff"
OBJECTS_PER_FILE = 10_000
DATASET_COLUMNS = (
    "dataset",
    "target",
    "attempt",
    "tier",
    "status",
    "rows",
    "files",
    "started_utc",
    "duration_ms",
    "command",
    "params_used",
    "params_dropped",
    "errors",
    "message",
    "fqid",
)
FILE_COLUMNS = ("path", "bytes", "rows", "format", "encoding", "dataset", "target")
ERROR_COLUMNS = ("dataset", "target", "seq", "category", "fqid", "exception_type", "message", "position")
NOT_RUN = frozenset({Status.SKIPPED, Status.NOT_APPLICABLE, Status.NOT_AVAILABLE})
WITHOUT_FILE = frozenset(Status) - {Status.OK, Status.EMPTY, Status.PARTIAL}
CAB_TIME = datetime(1980, 1, 1, tzinfo=UTC)
ZIP_TIME = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairContents:
    """What was collected for one (dataset, target): flat objects as `objects_of` makes them, and how it went.

    `attempts` above 1 are those of a run that was interrupted here and resumed: each earlier one left its `running` line.
    """

    dataset: str
    target: str
    objects: Sequence[Item] = ()
    status: Status = Status.OK
    tier: str = "core"
    attempts: int = 1
    format: Format = Format.CLIXML
    command: str = ""
    message: str = ""
    fqid: str = ""
    params_dropped: str = ""
    started: datetime | None = None
    duration_ms: int = 0
    errors: tuple[ErrorLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleContents:
    """A whole bundle: `run` is run.csv (schema_version is added), `texts` evidence files by path."""

    run: Mapping[str, str]
    pairs: Sequence[PairContents]
    log: str = ""
    texts: Mapping[str, str] | None = None


def objects_of(dataset: Dataset, target: str, rows: Iterable[Mapping[str, object]], command: str = "") -> tuple[Item, ...]:
    """Return the objects that the collector would export at a target for rows of columns (`neutral.neutral_object` says what a row may hold)."""
    source = source_of(dataset, target, command)
    return tuple(neutral_object(dataset, source, row) for row in rows)


def write_bundle(folder: Path, contents: BundleContents) -> str:
    """Write a bundle into a folder that is new or empty; return the sha256 of its SHA256SUMS.

    Raises:
        BundleError: the folder holds something.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise BundleError(f"the folder {folder.name} is not empty; a bundle is written into a new one")
    files = bundle_files(contents)
    for path, content in files.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return hashlib.sha256(files[SUMS]).hexdigest()


def bundle_files(contents: BundleContents) -> dict[str, bytes]:
    """Return every file of a bundle by its path, sorted, SHA256SUMS last."""
    pairs = sorted(contents.pairs, key=lambda pair: (pair.dataset, pair.target))
    payload = {path: part for pair in pairs for path, part in _payload(pair).items()}
    files = {path: part.content for path, part in payload.items()}
    files |= {path: text.encode() for path, text in (contents.texts or {}).items()}
    files[RUN] = table(("key", "value"), [("schema_version", str(SCHEMA_VERSION)), *contents.run.items()])
    files[DATASETS] = table(DATASET_COLUMNS, [line for pair in pairs for line in _dataset_lines(pair)])
    files[ERRORS] = table(ERROR_COLUMNS, [line for pair in pairs for line in _error_lines(pair)])
    files[LOG] = (BOM + contents.log).encode()
    files[FILES] = table(FILE_COLUMNS, [part.line(path) for path, part in sorted(payload.items())])
    sums = "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    return {path: files[path] for path in sorted(files)} | {SUMS: sums.encode()}


def zip_bundle(folder: Path, path: Path) -> None:
    """Pack a bundle's folder into a zip, entries sorted and without times of their own."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted((file for file in folder.rglob("*") if file.is_file()), key=lambda file: file.relative_to(folder).as_posix()):
            info = zipfile.ZipInfo(file.relative_to(folder).as_posix(), ZIP_TIME)
            info.create_system = 0
            archive.writestr(info, file.read_bytes(), compress_type=zipfile.ZIP_DEFLATED)


def cab_bundle(folder: Path, path: Path) -> None:
    """Pack a bundle's folder into a cabinet as makecab does where .NET has no zip, entries sorted and of one time."""
    archive = CabArchive()
    for file in sorted((file for file in folder.rglob("*") if file.is_file()), key=lambda file: file.relative_to(folder).as_posix()):
        archive[file.relative_to(folder).as_posix()] = CabFile(file.read_bytes(), mtime=CAB_TIME)
    path.write_bytes(archive.save(compress=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Payload:
    """One payload file and what files.csv says of it."""

    content: bytes
    rows: int
    pair: PairContents

    def line(self, path: str) -> tuple[str, ...]:
        return path, str(len(self.content)), str(self.rows), self.pair.format.value, "utf-8-bom", self.pair.dataset, self.pair.target


def _payload(pair: PairContents) -> dict[str, _Payload]:
    if pair.status in WITHOUT_FILE:
        return {}
    chunks = [pair.objects[at : at + OBJECTS_PER_FILE] for at in range(0, len(pair.objects), OBJECTS_PER_FILE)] or [()]
    suffix = "csv" if pair.format is Format.CSV else "clixml"
    stem = f"{folder_of(pair.target)}/{pair.dataset}"
    paths = [f"{stem}.{suffix}"] if len(chunks) == 1 else [f"{stem}.{number:04}.{suffix}" for number in range(1, len(chunks) + 1)]
    return {path: _Payload(content=_content(chunk, pair.format), rows=len(chunk), pair=pair) for path, chunk in zip(paths, chunks, strict=True)}


def folder_of(target: str) -> str:
    """Return the folder of a target's files."""
    return target if target in {ORG, LDAP} or is_dc(target) else f"servers/{target}"


def _content(objects: Sequence[Item], kind: Format) -> bytes:
    if kind is Format.CSV:
        return csv_payload(objects)
    return write_clixml([Shape(types=each.types, extended=dict(each.properties)) for each in objects])


def _dataset_lines(pair: PairContents) -> Iterator[tuple[str, ...]]:
    """Each attempt of a pair that was run has a `running` line; the last is followed by the one that holds."""
    started = "" if pair.started is None else iso(pair.started)
    for attempt in range(1, pair.attempts + 1) if pair.status not in NOT_RUN else ():
        yield pair.dataset, pair.target, str(attempt), pair.tier, Status.RUNNING.value, "", "", started, "", pair.command, "", "", "", "", ""
    if pair.status is not Status.RUNNING:
        count, files = str(len(pair.objects)), str(len(_payload_names(pair)))
        told = (str(pair.duration_ms), pair.command, "", pair.params_dropped, str(len(pair.errors)), pair.message, pair.fqid)
        yield pair.dataset, pair.target, str(pair.attempts), pair.tier, pair.status.value, count, files, started, *told


def _payload_names(pair: PairContents) -> range:
    return range(0 if pair.status in WITHOUT_FILE else max(1, -(-len(pair.objects) // OBJECTS_PER_FILE)))


def _error_lines(pair: PairContents) -> Iterator[tuple[str, ...]]:
    for number, error in enumerate(pair.errors, start=1):
        yield pair.dataset, pair.target, str(number), error.category, error.fqid, "", error.message, ""


def table(columns: Sequence[str], lines: Iterable[Sequence[str]]) -> bytes:
    """Return a CSV as Export-Csv -Encoding UTF8 writes it: byte order mark, every cell in quotes, CRLF."""
    rows = [columns, *lines]
    return (BOM + "".join(",".join(_quoted(cell) for cell in row) + "\r\n" for row in rows)).encode()


def _quoted(cell: str) -> str:
    return '"' + cell.replace('"', '""') + '"'


def csv_payload(objects: Sequence[Item]) -> bytes:
    """Return flat objects as the collector's CSV: a header `Name[]` announces a list, cells keep null, empty and list apart.

    An empty file where there is no object, as Export-Csv writes it.
    """
    if not objects:
        return b""
    names = list(dict.fromkeys(name for each in objects for name in each.properties))
    lists = {name for name in names if any(isinstance(each.get(name), list) for each in objects)}
    header = [f"{name}[]" if name in lists else name for name in names]
    return table(header, [[encode_cell(_cell(each.get(name))) for name in names] for each in objects])


def _cell(value: Value) -> str | list[str | None] | None:
    match value:
        case None | str():
            return value
        case bool():
            return "True" if value else "False"
        case int() | float() | Decimal():
            return str(value)
        case list():
            return [None if part is None else str(_cell(part)) for part in value]
        case _:
            raise BundleError(f"a {type(value).__name__} cannot stand in a CSV; the collector writes it as text")
