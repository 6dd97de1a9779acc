"""Open what the analyst carried in: folders, zips and single files, bundles and loose exports, as one estate."""

from __future__ import annotations

from collections.abc import Collection as Names
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from exposture.bundle.ahead import Ahead, Setup
from exposture.bundle.capacity import Capacity
from exposture.bundle.container import Container, open_container, part_of
from exposture.bundle.expected import is_only_controllers, with_missing
from exposture.bundle.limits import BundleLimits
from exposture.bundle.loose import read_loose
from exposture.bundle.merge import check_mergeable, merge
from exposture.bundle.part import Part
from exposture.bundle.reading import Progress, Session, new_session
from exposture.bundle.schema_one import checked_hash, manifest_folders, read_bundle
from exposture.catalog.facts import Facts
from exposture.catalog.load import Catalog
from exposture.catalog.rows import empty_table
from exposture.errors import UsageError
from exposture.model.coverage import FileLine, FileState, Integrity
from exposture.model.estate import Estate

ONLY_CONTROLLERS = "only domain controllers were read: give the bundle of the Exchange servers too, it is joined by forest"


def open_bundle(
    paths: Sequence[Path],
    *,
    catalog: Catalog,
    facts: Facts,
    limits: BundleLimits | None = None,
    expect_hash: str | None = None,
    declared_edges: Names[str] = (),
    progress: Progress | None = None,
    capacity: Capacity | None = None,
) -> Estate:
    """Return the typed tables of the readable datasets and what is known about their completeness.

    Every readable dataset has a table with its full schema, and `coverage` a line for each expected or collected
    (dataset, target). A file that is damaged lowers its own pairs and nothing else. With several inputs every path begins
    with the name of its input. `declared_edges` are the Edge servers that site.yaml says belong to the organization. Without
    `capacity` everything is read by this process into its memory.

    Raises:
        BundleError: nothing readable is in an input; ManifestError: its manifest is wrong.
        UnsafeArchiveError: an archive goes past a limit or tries a trick.
        UsageError: no input, inputs that must not merge, an expected hash that is none or stands for several inputs.
    """
    if not paths:
        raise UsageError("no input; give a bundle, or a folder or zip of exports")
    if expect_hash is not None:
        checked_hash(expect_hash)
    limits, capacity = limits or BundleLimits(), capacity or Capacity()
    with ExitStack() as stack:
        ahead = None
        if capacity.spill is not None and capacity.jobs > 1:
            setup = Setup(catalog=catalog, networks=facts.networks, limits=limits, folder=capacity.spill.folder)
            ahead = stack.enter_context(Ahead(capacity.jobs, setup))
        session = new_session(catalog, facts.networks, limits, progress, capacity.spill, ahead)
        parts = list(_parts(paths, session, expect_hash))
    if len(parts) > 1:
        check_mergeable(parts, declared_edges)
    return _estate(parts, catalog)


def _parts(paths: Sequence[Path], session: Session, expect_hash: str | None) -> Iterator[Part]:
    with ExitStack() as stack:
        containers = [stack.enter_context(open_container(path, session.limits)) for path in paths]
        inputs = [part for container in containers for part in _bundles_in(container)]
        if expect_hash is not None and len(inputs) > 1:
            raise UsageError("an expected hash stands for one bundle; check several one by one")
        names = _names([container.name for container, _ in inputs])
        for name, (container, outside) in zip(names, inputs, strict=True):
            prefix = f"{name}/" if len(inputs) > 1 else ""
            named = replace(container, name=name)
            read = read_bundle if "" in manifest_folders(named) else _loose
            part = read(named, session, prefix, expect_hash)
            yield replace(part, files=(*part.files, *outside))


def _loose(container: Container, session: Session, prefix: str, expect_hash: str | None) -> Part:
    part = read_loose(container, session, prefix)
    if expect_hash is None or part.collection.sha256.startswith(checked_hash(expect_hash)):
        return part
    remark = f"the hash over the files is {part.collection.sha256}, not the expected {expect_hash}"
    return replace(part, collection=replace(part.collection, integrity=Integrity.DIFFERS.value), remarks=(*part.remarks, remark))


def _bundles_in(container: Container) -> list[tuple[Container, tuple[FileLine, ...]]]:
    """Return the bundles of a container, each with the files that lie outside of all: a zip often holds the folder, a folder several bundles."""
    roots = manifest_folders(container)
    tops = [root for root in roots if not any(root != other and (not other or root.startswith(f"{other}/")) for other in roots)]
    if not tops or tops == [""]:
        return [(container, ())]
    inside = tuple(f"{top}/" for top in tops)
    beside = "lies beside a bundle; give it by itself"
    entries = [_outside(entry.path, FileState.PASSED_OVER, beside, entry.size_bytes) for entry in container.entries]
    lines = [_outside(line.path, line.state, line.message) for line in container.passed_over]
    outside = tuple(line for line in (*entries, *lines) if not line.path.startswith(inside))
    return [(part_of(container, prefix), outside if number == 0 else ()) for number, prefix in enumerate(inside)]


def _outside(path: str, state: FileState, message: str, size_bytes: int = 0) -> FileLine:
    return FileLine(path=path, sha256="", size_bytes=size_bytes, integrity=Integrity.NO_MANIFEST, state=state, message=message)


def _names(names: Sequence[str]) -> list[str]:
    """Return the inputs' names, told apart by a number where two are alike."""
    given: list[str] = []
    for name in names:
        number, unique = 1, name
        while unique in given:
            number += 1
            unique = f"{name} ({number})"
        given.append(unique)
    return given


def _estate(parts: Sequence[Part], catalog: Catalog) -> Estate:
    tables, lines, files, remarks = merge(parts)
    ordered = sorted(parts, key=lambda part: (part.collection.sha256, part.collection.name))
    taken = {path for line in lines.values() for path in line.files}
    as_of, origin = _time(parts)
    estate = Estate(
        tables={dataset.name: tables.get(dataset.name, empty_table(dataset)) for dataset in catalog.readable},
        coverage=(),
        files=files,
        conversions=tuple(each for part in ordered for each in part.conversions if each.file in taken),
        collections=tuple(part.collection for part in ordered),
        remarks=remarks,
        as_of=as_of,
        as_of_origin=origin,
    )
    told = (*remarks, ONLY_CONTROLLERS) if is_only_controllers(estate) else remarks
    return replace(estate, coverage=with_missing(lines, catalog, estate), remarks=told)


def _time(parts: Sequence[Part]) -> tuple[datetime | None, str]:
    """Return the latest end of a collection; only where no bundle says one, the latest estimate of loose exports."""
    for origin in ("collection", "estimate"):
        times = [part.as_of for part in parts if part.as_of is not None and part.as_of_origin == origin]
        if times:
            return max(times), origin
    return None, "none"
