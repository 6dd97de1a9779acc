"""The manifest of a bundle, schema 1: run.csv, datasets.csv, files.csv, errors.csv, SHA256SUMS, parsed into typed values.

The manifest's own tables are plain CSV (RFC 4180, UTF-8 with or without BOM), readable in Notepad; only payload
files use the collector's encoding of lists. A fault is a ManifestError with file and line, since a manifest
that cannot be trusted makes every status a guess. This module must not know the catalog: a dataset nobody
knows is a line like the others.
"""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from exposture.bundle.targets import canonical_target
from exposture.errors import Location, ManifestError
from exposture.model.coverage import Integrity, Status

SCHEMA_VERSION = 1
RUN, DATASETS, FILES, ERRORS, SUMS, LOG = "run.csv", "datasets.csv", "files.csv", "errors.csv", "SHA256SUMS", "collector.log"
MANIFEST_FILES = frozenset({RUN, DATASETS, FILES, ERRORS, SUMS})
# What a collector may write; `missing`, `damaged` and `unreadable` are ours.
COLLECTOR_STATUSES = frozenset(Status) - {Status.MISSING, Status.DAMAGED, Status.UNREADABLE}
REDACTIONS = ("none", "names", "strict")
DATASET_NAME = re.compile(r"^[a-z][a-z0-9_]{0,99}$")
SUM_LINE = re.compile(r"^([0-9A-Fa-f]{64}) [ *](.+)$")
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run of the collector; times are naive UTC, `values` holds every key of run.csv as text."""

    values: Mapping[str, str]
    started: datetime | None
    ended: datetime | None
    tiers: frozenset[str]
    redaction: str
    is_interrupted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DatasetLine:
    """The line of datasets.csv that holds for one (dataset, target): the last of its last attempt; `rows` None where it says nothing."""

    dataset: str
    target: str
    attempt: int
    tier: str
    status: Status
    rows: int | None
    started: datetime | None
    command: str
    message: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFacts:
    """One line of files.csv; `rows` None where it says nothing."""

    path: str
    dataset: str
    target: str
    rows: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ErrorLine:
    """One line of errors.csv."""

    dataset: str
    target: str
    category: str
    fqid: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """A bundle's manifest. `hashes` is None without SHA256SUMS (an interrupted run); `sha256` is that of SHA256SUMS."""

    run: Run
    lines: Mapping[Pair, DatasetLine]
    files: Mapping[str, FileFacts]
    errors: tuple[ErrorLine, ...]
    hashes: Mapping[str, str] | None
    sha256: str | None
    remarks: tuple[str, ...]

    def integrity(self, path: str, digest: str) -> Integrity:
        """Return whether a file's hash is the one that the collector wrote; a file that SHA256SUMS does not list differs."""
        if self.hashes is None:
            return Integrity.NO_MANIFEST
        return Integrity.MATCHES if self.hashes.get(path) == digest else Integrity.DIFFERS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """One record of a manifest table and the line it begins on."""

    values: Mapping[str, str]
    where: Location

    def text(self, name: str) -> str:
        return self.values.get(name, "").strip()

    def number(self, name: str) -> int | None:
        text = self.text(name)
        if not text:
            return None
        if not text.isascii() or not text.isdigit() or len(text) > 18:
            raise ManifestError(f"{name} is {text[:40]!r}; expected a number of digits", where=self.where)
        return int(text)

    def time(self, name: str) -> datetime | None:
        return _time(self.text(name), name, self.where)


def read_manifest(read: Callable[[str], bytes], paths: frozenset[str]) -> Manifest:
    """Return the typed manifest of a bundle; `paths` says which files there are.

    Raises:
        ManifestError: run.csv or datasets.csv is missing, a file is not what schema 1 says, or the schema is another.
    """
    for name in (RUN, DATASETS):
        if name not in paths:
            raise ManifestError(
                "the bundle lacks this file; collect again, or remove the manifest to read the files as loose exports", where=Location(path=name)
            )
    run = _run(read(RUN))
    lines, remarks = _dataset_lines(read(DATASETS))
    sums = read(SUMS) if SUMS in paths else None
    return Manifest(
        run=run,
        lines=lines,
        files={} if FILES not in paths else {facts.path: facts for facts in _files(read(FILES))},
        errors=() if ERRORS not in paths else tuple(_errors(read(ERRORS))),
        hashes=None if sums is None else _sums(sums),
        sha256=None if sums is None else hashlib.sha256(sums).hexdigest(),
        remarks=remarks,
    )


def _decode(content: bytes, name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ManifestError("is not UTF-8; expected what the collector wrote", where=Location(path=name, line=line)) from error


def _records(content: bytes, name: str, needed: tuple[str, ...]) -> Iterator[_Line]:
    """Yield the records of a manifest table; the header must name the needed columns."""
    reader = csv.reader(io.StringIO(_decode(content, name), newline=""), strict=True)
    header: list[str] = []
    begins = 1
    while True:
        where = Location(path=name, line=begins)
        try:
            cells = next(reader, None)
        except csv.Error as error:
            raise ManifestError(f"is no CSV: {error}", where=where) from error
        if cells is None:
            break
        begins = reader.line_num + 1
        if not header:
            header = _header(cells, needed, where)
        elif cells and cells != header:  # a resumed run may write the header again
            yield _line(header, cells, where)
    if not header:
        raise ManifestError("is empty; expected a header line", where=Location(path=name, line=1))


def _header(cells: list[str], needed: tuple[str, ...], where: Location) -> list[str]:
    if missing := [name for name in needed if name not in cells]:
        raise ManifestError(f"the header lacks {', '.join(missing)}", where=where)
    if len(set(cells)) != len(cells):
        raise ManifestError("the header names a column twice", where=where)
    return cells


def _line(header: list[str], cells: list[str], where: Location) -> _Line:
    if len(cells) != len(header):
        raise ManifestError(f"{len(cells)} values, expected {len(header)} as in the header", where=where)
    return _Line(values=dict(zip(header, cells, strict=True)), where=where)


def _time(text: str, name: str, where: Location) -> datetime | None:
    if not text:
        return None
    try:
        time = datetime.fromisoformat(text)
        return time if time.tzinfo is None else time.astimezone(UTC).replace(tzinfo=None)
    except (ValueError, OverflowError) as error:
        raise ManifestError(f"{name} is {text[:40]!r}; expected a UTC time like 2026-08-14T09:00:00Z", where=where) from error


def _run(content: bytes) -> Run:
    lines: dict[str, _Line] = {}
    for line in _records(content, RUN, ("key", "value")):
        if line.text("key") in lines:
            raise ManifestError(f"the key {line.text('key')!r} stands twice", where=line.where)
        lines[line.text("key")] = line
    values = {key: line.text("value") for key, line in lines.items()}
    _check_schema(values.get("schema_version"), lines)

    def time(key: str) -> datetime | None:
        return _time(values[key], key, lines[key].where) if key in lines else None

    tiers = frozenset(tier.strip() for tier in values.get("tiers", "").split(",") if tier.strip())
    return Run(
        values=values,
        started=time("started_utc"),
        ended=time("ended_utc"),
        tiers=tiers or frozenset({"core"}),
        redaction=_redaction(lines.get("redaction")),
        is_interrupted=values.get("status", "complete") != "complete",
    )


def _redaction(line: _Line | None) -> str:
    """Return the mode; one that this version does not know is refused, since nobody can say what it took away."""
    mode = "none" if line is None else line.text("value").casefold() or "none"
    if line is not None and mode not in REDACTIONS:
        raise ManifestError(f"redaction is {mode[:40]!r}; expected one of {', '.join(REDACTIONS)}", where=line.where)
    return mode


def _check_schema(version: str | None, lines: Mapping[str, _Line]) -> None:
    if version is None:
        raise ManifestError(f"schema_version is missing; expected {SCHEMA_VERSION}", where=Location(path=RUN))
    where = lines["schema_version"].where
    if not version.isascii() or not version.isdigit() or int(version[:9]) < 1:
        raise ManifestError(f"schema_version is {version[:40]!r}; expected {SCHEMA_VERSION}", where=where)
    if int(version[:9]) > SCHEMA_VERSION:
        raise ManifestError(f"schema_version is {version[:40]}, this version of exposture reads {SCHEMA_VERSION}; use a newer exposture", where=where)


def _dataset_lines(content: bytes) -> tuple[dict[Pair, DatasetLine], tuple[str, ...]]:
    """Return what holds per pair. A last line that was cut (the run was killed while writing) is left out and said."""
    try:
        return _last_lines(content), ()
    except ManifestError:
        if content.endswith(b"\n"):
            raise
    head, _, tail = content.rpartition(b"\n")
    number = head.count(b"\n") + 2
    remark = f"{DATASETS}:{number} has no end: the run was cut while it wrote; the line of {len(tail)} bytes was left out"
    return _last_lines(head + b"\n"), (remark,)


def _last_lines(content: bytes) -> dict[Pair, DatasetLine]:
    lines: dict[Pair, DatasetLine] = {}
    for line in _records(content, DATASETS, ("dataset", "target", "status")):
        found = _dataset_line(line)
        pair = (found.dataset, found.target)
        if pair not in lines or found.attempt >= lines[pair].attempt:
            lines[pair] = found
    return lines


def _dataset_line(line: _Line) -> DatasetLine:
    dataset, status = line.text("dataset"), line.text("status")
    if not DATASET_NAME.match(dataset):
        raise ManifestError(f"{dataset[:40]!r} is no name of a dataset", where=line.where)
    if not line.text("target"):
        raise ManifestError("the target is empty", where=line.where)
    if status not in COLLECTOR_STATUSES:
        raise ManifestError(f"{status[:40]!r} is no status; expected one of {', '.join(sorted(COLLECTOR_STATUSES))}", where=line.where)
    return DatasetLine(
        dataset=dataset,
        target=canonical_target(line.text("target")),
        attempt=line.number("attempt") or 1,
        tier=line.text("tier") or "core",
        status=Status(status),
        rows=line.number("rows"),
        started=line.time("started_utc"),
        command=line.text("command"),
        message=line.text("message"),
        line=line.where.line or 0,
    )


def _files(content: bytes) -> Iterator[FileFacts]:
    for line in _records(content, FILES, ("path",)):
        yield FileFacts(
            path=line.text("path").replace("\\", "/"),
            dataset=line.text("dataset"),
            target=canonical_target(line.text("target")),
            rows=line.number("rows"),
        )


def _errors(content: bytes) -> Iterator[ErrorLine]:
    for line in _records(content, ERRORS, ("dataset", "target")):
        yield ErrorLine(
            dataset=line.text("dataset"),
            target=canonical_target(line.text("target")),
            category=line.text("category"),
            fqid=line.text("fqid"),
            message=line.text("message"),
        )


def _sums(content: bytes) -> dict[str, str]:
    hashes: dict[str, str] = {}
    for number, text in enumerate(_decode(content, SUMS).splitlines(), start=1):
        if not text.strip():
            continue
        where = Location(path=SUMS, line=number)
        if not (match := SUM_LINE.match(text)):
            raise ManifestError("expected 64 hex digits, two spaces and a path", where=where)
        path = match.group(2).replace("\\", "/")
        if path in hashes:
            raise ManifestError(f"{path!r} stands twice", where=where)
        hashes[path] = match.group(1).lower()
    return hashes
