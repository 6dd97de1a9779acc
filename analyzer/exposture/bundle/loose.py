"""Loose exports: a folder or zip of Export-Clixml and Export-Csv files without a manifest.

Files are recognised by what is inside, records are given to the servers they name, and what is left over is listed:
nothing is dropped without a line. A recipient cmdlet that stops at its default ResultSize is `partial`.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain, repeat
from typing import Any

import pyarrow as pa

from exposture.bundle.attribution import Known, Origin, Owner, known_servers, owner_of
from exposture.bundle.container import Container, Entry
from exposture.bundle.entry_file import EntryFile
from exposture.bundle.expected import TIERS
from exposture.bundle.manifest import Pair
from exposture.bundle.part import Collected, Finished, Part, finish, forests, identity_of, latest_date, sorted_files
from exposture.bundle.reading import Batch, Reading, Session, head_of, read_rows, records_of, told
from exposture.bundle.servers import EDGE
from exposture.bundle.signatures import archive_inside
from exposture.bundle.targets import UNATTRIBUTED
from exposture.bundle.typed_rows import Placed, TypedRows
from exposture.catalog.dataset import Dataset, Source
from exposture.catalog.recognise import Recognised, Unrecognised
from exposture.errors import BundleError, ClixmlError, Location
from exposture.ingest.formats import Format, kind_of, sniff
from exposture.ingest.notes import Code
from exposture.ingest.xml_facts import root_tag
from exposture.model.coverage import FileLine, FileState, Integrity, Status
from exposture.model.estate import Collection

HEAD = 20
DEFAULT_RESULT_SIZE = 1_000
RESULT_SIZE = "ResultSize"
CONFIGURATION = "configuration"


@dataclass(slots=True, kw_only=True)
class LooseFile:
    """One file of loose exports: what was recognised in it, and what was read."""

    path: str
    sha256: str
    size_bytes: int
    state: FileState
    message: str = ""
    matches: list[tuple[Dataset, Source]] = field(default_factory=list)
    reading: Reading = field(default_factory=Reading)


def read_loose(container: Container, session: Session, prefix: str = "") -> Part:
    """Return what a container without a manifest holds; `prefix` goes in front of every path.

    Raises:
        BundleError: no file in it is an export that the catalog knows.
    """
    total = len(container.entries)
    files = [_passed_over(line.path, line.state, line.message, prefix) for line in container.passed_over]
    for file in files:
        if file.state is FileState.UNREADABLE:
            _recognise(file, [], session)
    session.begin(container, [(entry, _Export(prefix + entry.path)) for entry in container.entries])
    for number, entry in enumerate(container.entries, start=1):
        session.report(number, total, prefix + entry.path)
        files.append(_read_file(container, entry, session, prefix + entry.path))
    files.sort(key=lambda file: file.path)
    if not any(file.matches and (file.state is FileState.READ or file.reading.records) for file in files):
        raise _nothing_readable(container, files)
    return _part(container, files, session, prefix)


def _passed_over(path: str, state: FileState, message: str, prefix: str) -> LooseFile:
    return LooseFile(path=prefix + path, sha256="", size_bytes=0, state=state, message=message)


def _nothing_readable(container: Container, files: list[LooseFile]) -> BundleError:
    where: Location | None = Location(path=container.name)
    if not files:
        return BundleError("nothing readable: the input holds no file; give a bundle, or exports of Get-* cmdlets", where=where)
    told = next((f": {file.message}" for file in files if file.message), "")
    if [file.path for file in files] == [container.name]:
        where = None  # the file itself is named already
    return BundleError(f"nothing readable: none of {len(files)} files is an export that the catalog knows; {files[0].path}{told}", where=where)


@dataclass(frozen=True, slots=True)
class _Export:
    """Reads a file, whatever it is."""

    path: str

    def __call__(self, held: EntryFile, session: Session) -> tuple[Reading, LooseFile]:
        file = LooseFile(path=self.path, sha256="", size_bytes=0, state=FileState.READ)
        _read_content(file, held, session)
        return file.reading, file


def _read_file(container: Container, entry: Entry, session: Session, path: str) -> LooseFile:
    got = session.got(container, entry, _Export(path))
    if isinstance(got.extra, LooseFile) and not got.fault:
        return replace(got.extra, sha256=got.sha256, size_bytes=got.size_bytes)
    file = LooseFile(path=path, sha256=got.sha256, size_bytes=entry.size_bytes, state=FileState.UNREADABLE, message=got.fault)
    _recognise(file, [], session)
    return file


def _read_content(file: LooseFile, held: EntryFile, session: Session) -> None:
    match sniff(held.head, file.path):
        case Format.CLIXML | Format.CSV as kind:
            _read_export(file, held, kind, session)
        case Format.EMPTY:
            _read_empty(file, session)
        case Format.XML:
            _read_other_xml(file, held, session)
        case Format.TEXT | Format.BINARY as kind:
            _other(file, archive_inside(held.head) or f"no export of PowerShell ({kind_of(held.head, kind, file.path)})")


def _read_other_xml(file: LooseFile, held: EntryFile, session: Session) -> None:
    """Well-formed XML of another kind is listed; what is not well-formed was cut."""
    try:
        root = root_tag(held.content, path=file.path, limits=session.limits.file)
    except ClixmlError as error:
        file.state, file.message = FileState.DAMAGED, str(error)
    except BundleError as error:
        file.reading.end(error)
    else:
        what = f"XML with the root {root[:100]}"
        _other(file, f"a configuration file ({what}), not read" if root == CONFIGURATION else f"{what}, no export of PowerShell")


def _other(file: LooseFile, message: str) -> None:
    file.state, file.message = FileState.UNRECOGNISED, message


def _read_empty(file: LooseFile, session: Session) -> None:
    """Zero bytes: Export-Csv writes them for no object, Export-Clixml never does."""
    _recognise(file, [], session)
    if file.matches and file.path.casefold().endswith(".csv"):
        return
    file.state, file.message = FileState.DAMAGED, "zero bytes: the export was cut"


def _read_export(file: LooseFile, held: EntryFile, kind: Format, session: Session) -> None:
    records = records_of(held, kind, file.path, session, file.reading)
    head = head_of(records, HEAD, file.reading)
    _recognise(file, [record.value for record in head], session)
    if file.reading.fault is None:
        read_rows(chain(head, records), file.matches, session, file.reading, is_loose=True)
    else:
        read_rows(head, file.matches, session, file.reading, is_loose=True)
    if file.reading.fault is not None:
        file.state, file.message = FileState.DAMAGED, file.reading.fault


def _recognise(file: LooseFile, values: list[object], session: Session) -> None:
    match session.recogniser.recognise(values, file.path):  # type: ignore[arg-type]  # values of records
        case Recognised(matches=matches):
            file.matches = [(match.dataset, source) for match in matches for source in match.sources]
        case Unrecognised(candidates=candidates) if file.state is FileState.READ:
            hint = f"could be {', '.join(candidates)}; name the file after its cmdlet" if candidates else "no dataset of the catalog looks like this"
            file.state, file.message = FileState.UNRECOGNISED, hint
        case Unrecognised():
            pass


def _part(container: Container, files: list[LooseFile], session: Session, prefix: str) -> Part:
    known = _known(files)
    pairs: dict[Pair, Collected] = {}
    assumed: set[Pair] = set()
    for file in sorted(files, key=_is_of_another_tool):
        _place(file, container.name, known, pairs, assumed)
    _mark_assumed(pairs, assumed)
    _mark_parts(pairs)
    done = finish(pairs, session.catalog)
    as_of = latest_date(done.tables, session.catalog)
    lines = [_file_line(file, done) for file in files]
    return Part(
        collection=_collection(container.name, files, prefix),
        tables=done.tables,
        lines=done.lines,
        files=sorted_files(lines),
        conversions=done.conversions,
        remarks=tuple(_remarks(done, assumed, known)),
        identity=identity_of(done.tables, {}, edge=None),
        as_of=as_of,
        as_of_origin="none" if as_of is None else "estimate",
    )


def _known(files: list[LooseFile]) -> Known:
    batches = [batch for file in files for batch in file.reading.batches]
    listed: dict[str, str | None] = {}
    edges: set[str] = set()
    controllers: set[str] = set().union(*(file.reading.controllers for file in files))
    for batch in batches:
        if batch.dataset.name == "exchange_servers":
            for row in _columns(batch, "#server", "fqdn", "server_role", "is_edge_server").to_pylist():
                _list_server(row, listed, edges)
        if batch.dataset.name == "ad_domain_controllers":
            names = _columns(batch, "dns_host_name", "name")
            controllers |= {name for column in names.columns for name in column.to_pylist() if name}
    named = set().union(*(batch.rows.servers() for batch in batches))
    return known_servers(listed, edges, named, controllers)


def _columns(batch: Batch, *names: str) -> pa.Table:
    """Return those of the named columns that the dataset has."""
    table = batch.rows.table()
    return table.select([name for name in names if name in table.column_names])


def _list_server(values: Mapping[str, Any], listed: dict[str, str | None], edges: set[str]) -> None:
    name, fqdn, roles = values["#server"], values.get("fqdn"), values.get("server_role")
    if name is None:
        return
    listed[name] = fqdn if isinstance(fqdn, str) else None
    if values.get("is_edge_server") or (isinstance(roles, list) and EDGE in roles):
        edges.add(name)


def _place(file: LooseFile, container: str, known: Known, pairs: dict[Pair, Collected], assumed: set[Pair]) -> None:
    """Give every row of a file to its pair; a file without a row still makes a pair, by its name."""
    for batch in file.reading.batches or _without_rows(file):
        origin = Origin(dataset=batch.dataset, source=batch.source, path=f"{container}/{file.path}")
        touched: set[Pair] = set()
        for owner, piece in _shares(batch, origin, known):
            pair = _pair(batch, owner, pairs, assumed)
            pairs[pair].rows.append(piece)
            touched.add(pair)
        for pair in sorted(touched or {_pair(batch, owner_of(origin, None, (), known), pairs, assumed)}):
            pairs[pair].name_file(file.path)
            pairs[pair].parts.add(batch.source.part)
            _judge(file, batch, pairs[pair])


def _shares(batch: Batch, origin: Origin, known: Known) -> list[tuple[Owner, Placed]]:
    """Return whose the rows of a file are: an owner for each target, and the rows in the file's order."""
    owners: dict[tuple[str | None, tuple[str, ...]], Owner] = {}
    shares: dict[str, tuple[Owner, Placed]] = {}
    computers = batch.computers or repeat(())
    for place, (row, names) in enumerate(zip(batch.rows.known(), computers, strict=False)):
        owner = owners.get((row.server, names))
        if owner is None:
            owner = owners[row.server, names] = owner_of(origin, row.server, names, known)
        _, share = shares.setdefault(owner.target, (owner, Placed(rows=batch.rows, places=[], servers=[], keys=[])))
        share.places.append(place)
        share.servers.append(owner.server)
        share.keys.append(batch.rows.key(row, owner.server))
    return list(shares.values())


def _is_of_another_tool(file: LooseFile) -> bool:
    """What another tool wrote about a thing comes after the exports of the thing itself, whose rows win."""
    return any(source.is_of_another_tool for _, source in file.matches)


def _without_rows(file: LooseFile) -> Iterator[Batch]:
    yield from (Batch(dataset=dataset, source=source, rows=TypedRows(dataset, source)) for dataset, source in file.matches)


def _pair(batch: Batch, owner: Owner, pairs: dict[Pair, Collected], assumed: set[Pair]) -> Pair:
    pair = (batch.dataset.name, owner.target)
    known = pairs.setdefault(pair, Collected(tier=batch.source.tier))
    known.tier = min(known.tier, batch.source.tier, key=TIERS.index)
    if owner.is_assumed:
        assumed.add(pair)
    return pair


def _judge(file: LooseFile, batch: Batch, collected: Collected) -> None:
    """Lower a pair's status by what its file says about its completeness."""
    if file.state is FileState.DAMAGED:
        collected.lower(Status.DAMAGED, file.message)
    if file.state is FileState.UNREADABLE:
        collected.lower(Status.UNREADABLE, file.message)
    count = file.reading.records
    if count and count % DEFAULT_RESULT_SIZE == 0 and RESULT_SIZE in batch.source.parameters:
        collected.lower(Status.PARTIAL, f"exactly {count} rows in {file.path}: the default ResultSize; export with -ResultSize Unlimited")
    if any(note.code == Code.LOST_LIST for note in file.reading.notes):
        collected.lower(Status.PARTIAL, f"{file.path} has the names of lists in place of their values; export with Export-Clixml")


def _mark_assumed(pairs: dict[Pair, Collected], assumed: set[Pair]) -> None:
    for dataset, target in sorted(assumed):
        collected = pairs[dataset, target]
        collected.messages.insert(0, f"assumed: the data names no known server, {target} is the only listed one")


def _mark_parts(pairs: dict[Pair, Collected]) -> None:
    """What only files give that never hold the whole is partial."""
    for pair in sorted(pairs):
        parts = sorted(part for part in pairs[pair].parts if part is not None)
        if parts and None not in pairs[pair].parts:
            pairs[pair].lower(Status.PARTIAL, "; ".join(parts))


def _file_line(file: LooseFile, done: Finished) -> FileLine:
    twice = done.passed_over.get(file.path)
    return FileLine(
        path=file.path,
        sha256=file.sha256,
        size_bytes=file.size_bytes,
        integrity=Integrity.NO_MANIFEST,
        state=file.state,
        datasets=tuple(sorted({dataset.name for dataset, _ in file.matches})),
        rows=sum(batch.rows.count for batch in file.reading.batches),
        message="; ".join(filter(None, [file.message, twice, told(file.reading.notes)])),
    )


def _collection(name: str, files: Iterable[LooseFile], prefix: str) -> Collection:
    lines = "".join(f"{file.sha256}  {file.path.removeprefix(prefix)}\n" for file in files if file.sha256)
    return Collection(name=name, sha256=hashlib.sha256(lines.encode()).hexdigest(), integrity=Integrity.NO_MANIFEST.value, is_loose=True, run={})


def _remarks(done: Finished, assumed: set[Pair], known: Known) -> Iterator[str]:
    yield "the files have no manifest: whether they are what the servers wrote cannot be verified"
    if assumed:
        only = next(iter(known.listed))
        yield f"{len(assumed)} datasets name no known server and were taken as those of {only}, the only listed one (assumed)"
    if len(roots := forests(done.tables)) > 1:
        yield f"objects of more than one forest: {', '.join(roots)}"
    strangers = Counter(dataset for dataset, target in done.lines if target == UNATTRIBUTED)
    if strangers:
        yield f"no server is named by {', '.join(sorted(strangers))}: they are judged as those of a server of unknown version and role"
