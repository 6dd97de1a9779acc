"""A bundle of schema 1: the manifest says what was collected, the hashes say whether it still is that.

Reading may only lower a status: a hash that differs, a file that is cut or missing, a count that does not fit.
A dataset that the catalog does not know is listed and changes nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from exposture.bundle.container import Container, Entry, PassedOver
from exposture.bundle.entry_file import EntryFile
from exposture.bundle.expected import has_edge_copies
from exposture.bundle.manifest import DATASETS, LOG, MANIFEST_FILES, RUN, SUMS, DatasetLine, Manifest, Pair, read_manifest
from exposture.bundle.part import Collected, Finished, Part, finish, forests, identity_of, sorted_files
from exposture.bundle.reading import Reading, Session, Work, read_rows, records_of, told
from exposture.bundle.targets import DC, LDAP, ORG, canonical_target, is_dc, is_server
from exposture.bundle.typed_rows import placed_at
from exposture.catalog.dataset import READS, Dataset, Source, Target
from exposture.errors import Location, ManifestError, UsageError
from exposture.ingest.formats import Format, kind_of, sniff
from exposture.model.coverage import FileLine, FileState, Integrity, Status
from exposture.model.estate import Collection

# org/<dataset>.clixml, servers/<NAME>/<dataset>.0001.clixml, dc/<NAME>/..., ldap/...
PLACE = r"(?:(?P<single>org|ldap)|servers/(?P<server>[^/]+)|dc/(?P<dc>[^/]+))"
PAYLOAD = re.compile(PLACE + r"/(?P<dataset>[a-z][a-z0-9_]*)(?:\.\d{4})?\.(?:clixml|csv)")
RAW = re.compile(r"(?:^|/)raw/")
WITH_ROWS = frozenset({Status.OK, Status.EMPTY, Status.PARTIAL})
SHORTEST_HASH = 8
NO_PLACE = "no place of schema 1"
HEX = re.compile(r"^[0-9a-f]+$")


@dataclass(slots=True, kw_only=True)
class BundleFile:
    """One file of a bundle, by its path inside it; `pair` is None where it is no payload of the catalog's."""

    path: str
    sha256: str
    size_bytes: int
    integrity: Integrity
    state: FileState
    pair: Pair | None = None
    message: str = ""
    rows: int = 0


@dataclass(slots=True, kw_only=True)
class _Opened:
    """What a bundle's reading fills; `prefix` stands in front of every path that is shown."""

    session: Session
    manifest: Manifest
    prefix: str
    pairs: dict[Pair, Collected]
    files: list[BundleFile] = field(default_factory=list)
    records: Counter[Pair] = field(default_factory=Counter)


def manifest_folders(container: Container) -> list[str]:
    """Return the folders that hold a manifest, sorted, "" for the top: run.csv or datasets.csv, and another of its files."""
    found: dict[str, set[str]] = {}
    for entry in container.entries:
        folder, _, name = entry.path.rpartition("/")
        if name in MANIFEST_FILES:
            found.setdefault(folder, set()).add(name)
    return sorted(folder for folder, names in found.items() if len(names) > 1 and names & {RUN, DATASETS})


def read_bundle(container: Container, session: Session, prefix: str = "", expect_hash: str | None = None) -> Part:
    """Return what a bundle of schema 1 holds; `prefix` goes in front of every path.

    Raises:
        ManifestError: the manifest is not what schema 1 says.
        UsageError: the expected hash is none.
    """
    try:
        manifest = read_manifest(container.read, frozenset(entry.path for entry in container.entries))
    except ManifestError as error:
        raise ManifestError(error.message, where=_below(prefix, error.where)) from error
    opened = _Opened(session=session, manifest=manifest, prefix=prefix, pairs=_pairs(manifest, session))
    for line in container.passed_over:
        _passed_over(opened, line)
    files = [(entry, *_classified(entry, opened)) for entry in container.entries]
    session.begin(container, [(entry, work) for entry, file, work in files if file.pair is not None])
    for number, (entry, file, work) in enumerate(files, start=1):
        session.report(number, len(files), prefix + entry.path)
        _read_file(container, entry, file, work, opened)
    _list_absent(opened)
    _compare_counts(opened)
    done = finish(opened.pairs, session.catalog)
    return _part(container.name, opened, done, expect_hash)


def _below(prefix: str, where: Location | None) -> Location | None:
    return None if where is None else Location(path=prefix + where.path, line=where.line, column=where.column)


def _pairs(manifest: Manifest, session: Session) -> dict[Pair, Collected]:
    pairs: dict[Pair, Collected] = {}
    for pair, line in manifest.lines.items():
        if pair[0] in session.catalog:
            pairs[pair] = Collected(tier=line.tier, status=line.status)
            if message := _message(line, manifest):
                pairs[pair].messages.append(message)
    return pairs


def _message(line: DatasetLine, manifest: Manifest) -> str:
    """Return the collector's message, else its first error for the pair; an interrupted pair says so."""
    if line.status is Status.RUNNING:
        return line.message or "the run was interrupted here"
    first = next((error for error in manifest.errors if (error.dataset, error.target) == (line.dataset, line.target)), None)
    if line.message or first is None or line.status in {Status.OK, Status.EMPTY}:
        return line.message
    return ": ".join(filter(None, [first.fqid or first.category, first.message]))


def pair_of(path: str, manifest: Manifest) -> Pair | None:
    """Return the (dataset, target) of a payload file: files.csv says it, else its place in the layout."""
    facts = manifest.files.get(path)
    if facts is not None and facts.dataset and facts.target:
        return facts.dataset, facts.target
    match = PAYLOAD.fullmatch(path)
    if match is None:
        return None
    target = match["single"] or match["server"] or f"{DC}/{match['dc']}"
    return match["dataset"], canonical_target(target)


def _passed_over(opened: _Opened, line: PassedOver) -> None:
    file = BundleFile(path=line.path, sha256="", size_bytes=0, integrity=_absent(opened.manifest, line.path), state=line.state, message=line.message)
    opened.files.append(file)
    _lower(opened, file, Status.UNREADABLE, line.message)


def _absent(manifest: Manifest, path: str) -> Integrity:
    """Return the integrity of a file whose bytes cannot be had."""
    return Integrity.DIFFERS if manifest.hashes is not None and path in manifest.hashes else Integrity.NO_MANIFEST


def _lower(opened: _Opened, file: BundleFile, status: Status, message: str) -> None:
    """Lower the pair that a file belongs to, if it is one of the catalog's."""
    pair = pair_of(file.path, opened.manifest)
    if pair is None or not _is_readable(pair, opened.session):
        return
    file.pair = pair
    collected = opened.pairs.setdefault(pair, Collected(tier=opened.session.catalog[pair[0]].sources[0].tier))
    collected.name_file(opened.prefix + file.path)
    collected.lower(status, f"{opened.prefix}{file.path}: {message}")


def _is_readable(pair: Pair, session: Session) -> bool:
    return pair[0] in session.catalog and not session.catalog[pair[0]].is_derived


def _classified(entry: Entry, opened: _Opened) -> tuple[BundleFile, Work]:
    """Say by its path what a file is, and what is to be done with it; one with rows of the catalog's gets its pair."""
    file = BundleFile(path=entry.path, sha256="", size_bytes=entry.size_bytes, integrity=Integrity.NO_MANIFEST, state=FileState.READ)
    pair = pair_of(file.path, opened.manifest)
    if file.path in MANIFEST_FILES:
        file.state = FileState.MANIFEST
    elif file.path == LOG or RAW.search(file.path):
        file.state = FileState.EVIDENCE
    elif pair is None or not _is_readable(pair, opened.session):
        file.state = FileState.UNRECOGNISED
        file.message = NO_PLACE if pair is None else f"the catalog has no dataset {pair[0]}"
    else:
        file.pair = pair
    return file, _work_on(file, opened)


def _read_file(container: Container, entry: Entry, file: BundleFile, work: Work, opened: _Opened) -> None:
    opened.files.append(file)
    got = opened.session.got(container, entry, work)
    if got.fault:
        file.state, file.message, file.integrity = FileState.UNREADABLE, got.fault, _absent(opened.manifest, file.path)
        _lower(opened, file, Status.UNREADABLE, got.fault)
        return
    file.sha256, file.size_bytes = got.sha256, got.size_bytes
    if file.message == NO_PLACE:
        file.message = f"{NO_PLACE} ({got.extra})"
    file.integrity = _integrity(opened.manifest, file.path, file.sha256)
    if file.pair is not None:
        _take(got.reading, file, file.pair, opened)
    if file.integrity is Integrity.DIFFERS:
        _note_difference(file, opened)


def _told_kind(head: bytes, path: str) -> str:
    """Return what a file is that nobody asks for, so that an export among such files is not overlooked."""
    kind = sniff(head, path)
    return f"{kind.value}: an export is an input of its own" if kind in {Format.CLIXML, Format.CSV} else kind_of(head, kind, path)


def _integrity(manifest: Manifest, path: str, digest: str) -> Integrity:
    """Return a file's integrity: what the collector wrote has to be listed, what somebody laid beside it has not."""
    if manifest.hashes is None:
        return Integrity.NO_MANIFEST
    if path == SUMS:
        return Integrity.MATCHES
    is_ours = path in manifest.hashes or path in MANIFEST_FILES or pair_of(path, manifest) is not None
    return manifest.integrity(path, digest) if is_ours else Integrity.NO_MANIFEST


def _note_difference(file: BundleFile, opened: _Opened) -> None:
    listed = opened.manifest.hashes is not None and file.path in opened.manifest.hashes
    message = "its hash differs from SHA256SUMS" if listed else "SHA256SUMS does not list it"
    file.message = "; ".join(filter(None, [file.message, message]))
    if file.state is not FileState.PASSED_OVER:
        file.state = FileState.DAMAGED
    _lower(opened, file, Status.DAMAGED, message)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Payload:
    """Reads the rows of a payload."""

    shown: str
    dataset: Dataset
    source: Source

    def __call__(self, held: EntryFile, session: Session) -> tuple[Reading, None]:
        reading = Reading()
        match sniff(held.head, self.shown):
            case Format.CLIXML | Format.CSV as kind:
                records = records_of(held, kind, self.shown, session, reading, is_ours=True)
                read_rows(records, [(self.dataset, self.source)], session, reading)
            case Format.EMPTY if self.shown.endswith(".csv"):
                pass
            case kind:
                reading.fault = f"neither CLIXML nor CSV but {kind_of(held.head, kind, self.shown)} in {self.shown}"
        return reading, None


@dataclass(frozen=True, slots=True)
class _Other:
    """Looks at a file that is no payload, or whose line says that it has no rows: of interest are its hash, and what it is."""

    path: str

    def __call__(self, held: EntryFile, _session: Session) -> tuple[Reading, str]:
        return Reading(), _told_kind(held.head, self.path)


def _work_on(file: BundleFile, opened: _Opened) -> Work:
    line = opened.manifest.lines.get(file.pair) if file.pair is not None else None
    if file.pair is None or (line is not None and line.status not in WITH_ROWS):
        return _Other(file.path)
    dataset = opened.session.catalog[file.pair[0]]
    source = source_of(dataset, file.pair[1], "" if line is None else line.command)
    return _Payload(shown=opened.prefix + file.path, dataset=dataset, source=source)


def _take(reading: Reading, file: BundleFile, pair: Pair, opened: _Opened) -> None:
    """Give what a payload held to its pair."""
    target, line = pair[1], opened.manifest.lines.get(pair)
    shown = opened.prefix + file.path
    collected = opened.pairs.setdefault(pair, Collected(tier=opened.session.catalog[pair[0]].sources[0].tier))
    collected.name_file(shown)
    if line is None:
        collected.lower(Status.DAMAGED, f"{shown}: datasets.csv has no line for it")
    elif line.status not in WITH_ROWS:
        file.state, file.message = FileState.PASSED_OVER, f"datasets.csv says {line.status.value} for it; its rows were not taken"
        if line.status is Status.NOT_APPLICABLE:  # where nothing can be, nothing is to be looked for: a file says that there is
            collected.lower(Status.DAMAGED, f"datasets.csv:{line.line} says not-applicable, but the bundle holds {shown}")
        return
    pieces = [placed_at(batch.rows, lambda named: _server(named, target)) for batch in reading.batches if batch.rows.count]
    file.rows = sum(len(piece.places) for piece in pieces)
    opened.records[pair] += reading.records
    collected.rows += pieces
    file.message = told(reading.notes)
    if reading.fault is not None:
        file.state, file.message = FileState.DAMAGED, reading.fault
        collected.lower(Status.DAMAGED, reading.fault)


def source_of(dataset: Dataset, target: str, command: str) -> Source:
    """Return the source that a pair was read with: of its kind of target, best the one that the collector names in `command`."""
    ours = [source for source in dataset.sources if source.recognise is None] or list(dataset.sources)
    fitting = _fitting(ours, target) or ours
    # a source with a recognition of its own may be the collector's too: its command says so
    named = [*fitting, *_fitting(dataset.sources, target)]
    return next((source for source in named if _is_read_by(source, command.strip().casefold())), fitting[0])


def _is_read_by(source: Source, command: str) -> bool:
    """Tell whether a command is what a source reads: its whole text (the first key of several), for a cmdlet also with arguments."""
    read = next(value for word in READS if (value := getattr(source, word)) is not None)
    first = (read[0] if isinstance(read, list) else str(read)).casefold()
    return first == command or (source.cmdlet is not None and first.partition(" ")[0] == command.partition(" ")[0])


def _fitting(sources: list[Source], target: str) -> list[Source]:
    """Return the sources of a kind of target; an Edge server's own copy is read by a source of the organization that names Edge."""
    if target in {ORG, LDAP, DC} or is_dc(target):
        kind = Target(target.partition("/")[0])
        return [source for source in sources if source.target is kind]
    return [source for source in sources if source.target is Target.SERVER] or [source for source in sources if has_edge_copies(source)]


def _server(named: str | None, target: str) -> str | None:
    """Return the server column: the target's own computer, in tables of the organization the server that the row names."""
    if is_server(target):
        return target
    return target.partition("/")[2] if is_dc(target) else named


def _list_absent(opened: _Opened) -> None:
    """Name what SHA256SUMS lists and the bundle does not hold, and pairs whose rows have no file."""
    there = {file.path for file in opened.files}
    for path in sorted((opened.manifest.hashes or {}).keys() - there):
        message = "SHA256SUMS lists it, the bundle does not hold it"
        file = BundleFile(path=path, sha256="", size_bytes=0, integrity=Integrity.DIFFERS, state=FileState.UNREADABLE, message=message)
        opened.files.append(file)
        _lower(opened, file, Status.UNREADABLE, "the bundle does not hold it")
    for pair, collected in opened.pairs.items():
        line = opened.manifest.lines.get(pair)
        if not collected.files and line is not None and line.status in {Status.OK, Status.PARTIAL}:
            collected.lower(Status.DAMAGED, f"datasets.csv:{line.line} says {line.status.value}, but the bundle holds no file of it")


def _compare_counts(opened: _Opened) -> None:
    """A run that was cut leaves fewer objects than it wrote down."""
    for pair, collected in opened.pairs.items():
        line = opened.manifest.lines.get(pair)
        if line is None or line.rows is None or not collected.files or line.status not in WITH_ROWS or collected.status is Status.UNREADABLE:
            continue
        if opened.records[pair] != line.rows:
            collected.lower(Status.DAMAGED, f"datasets.csv:{line.line} says {line.rows} rows, the files hold {opened.records[pair]}")


def _part(name: str, opened: _Opened, done: Finished, expect_hash: str | None) -> Part:
    collection = _collection(name, opened, expect_hash)
    run = opened.manifest.run.values
    edge = canonical_target(run["computer"]) if run.get("connection") == "edge-local" and run.get("computer") else None
    return Part(
        collection=collection,
        tables=done.tables,
        lines=done.lines,
        files=sorted_files(_file_line(file, done, opened.prefix) for file in opened.files),
        conversions=done.conversions,
        remarks=(*opened.manifest.remarks, *_remarks(opened, done, collection, expect_hash)),
        identity=identity_of(done.tables, run, edge=edge),
        as_of=collection.collected_to,
        as_of_origin="none" if collection.collected_to is None else "collection",
    )


def _collection(name: str, opened: _Opened, expect_hash: str | None) -> Collection:
    run = opened.manifest.run
    lines = "".join(f"{file.sha256}  {file.path}\n" for file in sorted(opened.files, key=lambda file: file.path) if file.sha256)
    digest = opened.manifest.sha256 or hashlib.sha256(lines.encode()).hexdigest()
    is_expected = expect_hash is None or digest.startswith(checked_hash(expect_hash))
    integrity = _whole(opened) if is_expected else Integrity.DIFFERS
    return Collection(
        name=name,
        sha256=digest,
        integrity=integrity.value,
        is_loose=False,
        collected_from=run.started,
        collected_to=run.ended or _latest_start(opened.manifest.lines.values()) or run.started,
        collector_version=run.values.get("collector_version"),
        redaction=run.redaction,
        run=run.values,
    )


def checked_hash(text: str) -> str:
    """Return an expected hash in lower case; at least its first 8 hex digits.

    Raises:
        UsageError: it is no such thing.
    """
    folded = text.strip().casefold()
    if not HEX.match(folded) or not SHORTEST_HASH <= len(folded) <= 64:
        raise UsageError(f"{text[:80]!r} is no SHA-256; give at least the first {SHORTEST_HASH} of its 64 hex digits")
    return folded


def _whole(opened: _Opened) -> Integrity:
    if opened.manifest.hashes is None:
        return Integrity.NO_MANIFEST
    return Integrity.DIFFERS if any(file.integrity is Integrity.DIFFERS for file in opened.files) else Integrity.MATCHES


def _latest_start(lines: Iterable[DatasetLine]) -> datetime | None:
    return max((line.started for line in lines if line.started is not None), default=None)


def _file_line(file: BundleFile, done: Finished, prefix: str) -> FileLine:
    return FileLine(
        path=prefix + file.path,
        sha256=file.sha256,
        size_bytes=file.size_bytes,
        integrity=file.integrity,
        state=file.state,
        datasets=() if file.pair is None else (file.pair[0],),
        rows=file.rows,
        message="; ".join(filter(None, [file.message, done.passed_over.get(prefix + file.path)])),
    )


def _remarks(opened: _Opened, done: Finished, collection: Collection, expect_hash: str | None) -> Iterator[str]:
    run = opened.manifest.run
    if expect_hash is not None and not collection.sha256.startswith(checked_hash(expect_hash)):
        yield f"the bundle's hash is {collection.sha256}, not the expected {expect_hash}: it is another bundle or was changed"
    if opened.manifest.hashes is None:
        yield "the bundle has no SHA256SUMS: whether its files are what the collector wrote cannot be verified"
    if run.is_interrupted:
        yield "the run of the collector was interrupted"
    if unknown := sorted({f"{dataset} ({target})" for dataset, target in opened.manifest.lines if dataset not in opened.session.catalog}):
        yield f"datasets that this version does not know: {', '.join(unknown)}"
    if len(roots := forests(done.tables)) > 1:
        yield f"objects of more than one forest: {', '.join(roots)}"
