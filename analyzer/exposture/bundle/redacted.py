"""A bundle's contents as the collector writes them under Names or Strict: payload, manifest, log, errors, texts, names of folders.

What is written goes through one `Redactor`, so that a server has one name everywhere. The key and the map never get into the bundle.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from exposture.bundle.manifest import ErrorLine
from exposture.bundle.neutral import property_holds
from exposture.bundle.redaction import REMOVED, Mode, Redactor
from exposture.bundle.schema_one import source_of
from exposture.bundle.targets import DC, is_dc, is_server
from exposture.bundle.writer import BundleContents, PairContents, table
from exposture.catalog.dataset import Dataset, Holds
from exposture.catalog.load import Catalog
from exposture.model.values import Item, Value

MAP_COLUMNS = ("pseudonym", "value", "kind")
SERVERS_DATASET, DOMAINS_DATASET = "exchange_servers", "accepted_domains"
_TERMS_OF_RUN = ("domain", "forest", "org_name")
_HELD_BY_RUN = {
    "domain": Holds.HOST,
    "forest": Holds.HOST,
    "org_name": Holds.LABEL,
    "org_dn": Holds.DN,
    "user_sid": Holds.SID,
}
_SERVERS_OF_RUN = frozenset({"computer", "connected_server", "servers_requested", "servers_reached"})
_KEPT_OF_RUN = frozenset({"timezone", "culture", "ui_culture"})
_NAME = re.compile(r"[^,; ]+")
_PLACE = re.compile(r"^(servers|dc)/([^/]+)/(.*)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class RedactedBundle:
    """What goes into the bundle, and redaction-map.csv, which stays with the customer."""

    contents: BundleContents
    map_csv: bytes


def redact_bundle(contents: BundleContents, catalog: Catalog, mode: Mode, key: bytes = b"", terms: Iterable[str] = ()) -> RedactedBundle:
    """Return a bundle's contents redacted, and the map; `terms` are further names that must not stand in any text.

    Raises:
        UsageError: the mode is names and the key is not one of 32 bytes.
    """
    known = [*_terms(contents), *terms]
    redactor = Redactor(mode, key, servers=_servers(contents), terms=known)
    pairs = [_pair(pair, catalog, redactor) for pair in sorted(contents.pairs, key=lambda pair: (pair.dataset, pair.target))]
    texts = None if contents.texts is None else {_path(path, redactor): redactor.text(text) for path, text in sorted(contents.texts.items())}
    redacted = BundleContents(run=_run(contents.run, redactor), pairs=pairs, log=redactor.text(contents.log), texts=texts)
    return RedactedBundle(contents=redacted, map_csv=map_csv(redactor))


def map_csv(redactor: Redactor) -> bytes:
    """Return redaction-map.csv: pseudonym, clear value, kind, sorted."""
    return table(MAP_COLUMNS, ((pseudonym, clear, kind) for pseudonym, (clear, kind) in sorted(redactor.map.items())))


def _servers(contents: BundleContents) -> Iterator[str]:
    for pair in contents.pairs:
        if is_server(pair.target):
            yield pair.target
        elif is_dc(pair.target):
            yield pair.target.removeprefix(f"{DC}/")
        if pair.dataset == SERVERS_DATASET:
            yield from (name for each in pair.objects if isinstance(name := each.get("Name"), str))
    yield contents.run.get("computer", "").split(".")[0]


def _terms(contents: BundleContents) -> Iterator[str]:
    yield from (value for key in _TERMS_OF_RUN if (value := contents.run.get(key)))
    for pair in contents.pairs:
        if pair.dataset == DOMAINS_DATASET:
            yield from (name.removeprefix("*.") for each in pair.objects if isinstance(name := each.get("DomainName"), str) and name != "*")


def _run(run: Mapping[str, str], redactor: Redactor) -> dict[str, str]:
    written = {key: _run_value(key, value, redactor) for key, value in run.items()}
    written["redaction"] = redactor.mode.value
    return written | ({"redaction_key_id": redactor.key_id} if redactor.key_id else {})


def _run_value(key: str, value: str, redactor: Redactor) -> str:
    if redactor.mode is Mode.NONE or key in _KEPT_OF_RUN:
        return value
    if key in _SERVERS_OF_RUN:
        return _NAME.sub(lambda found: redactor.server_name(found.group()), value)
    if key in _HELD_BY_RUN:
        return str(redactor.value(value, _HELD_BY_RUN[key]) or "")
    return redactor.text(value)


def _pair(pair: PairContents, catalog: Catalog, redactor: Redactor) -> PairContents:
    dataset = catalog[pair.dataset]
    holds = property_holds(dataset, source_of(dataset, pair.target, pair.command))
    return replace(
        pair,
        target=redactor.target(pair.target),
        objects=tuple(_object(each, dataset, holds, redactor) for each in pair.objects),
        command=redactor.text(pair.command),
        message=redactor.text(pair.message),
        fqid=redactor.text(pair.fqid),
        errors=tuple(_error(error, redactor) for error in pair.errors),
    )


def _error(error: ErrorLine, redactor: Redactor) -> ErrorLine:
    """The message of a foreign error is free text: only its category and id go out."""
    message = error.message if redactor.mode is Mode.NONE or not error.message else REMOVED
    return replace(error, target=redactor.target(error.target), fqid=redactor.text(error.fqid), message=message)


def _object(each: Item, dataset: Dataset, holds: Mapping[str, Holds], redactor: Redactor) -> Item:
    """Redact an object; a property that no column has is a name, for want of knowing better."""
    properties: dict[str, Value] = {name: redactor.value(value, holds.get(name.casefold(), Holds.LABEL)) for name, value in each.properties.items()}
    head = "" if dataset.server is None else dataset.server.removesuffix(".Name")
    if isinstance(server := each.get(head), str) and properties.get(head) is None:
        properties[head] = redactor.server_name(server)
    return Item(types=each.types, properties=properties)


def _path(path: str, redactor: Redactor) -> str:
    place = _PLACE.match(path)
    return path if place is None else f"{place.group(1)}/{redactor.server_name(place.group(2))}/{place.group(3)}"
