"""A whole bundle as the collector would have written it under a mode of redaction: objects, manifest, log, texts, names of folders.

What a property holds is what the catalog says of its column; a property of no column (the one that names an object's server) is
taken for a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from exposture.bundle.manifest import ErrorLine
from exposture.bundle.redaction import Redactor
from exposture.bundle.targets import is_dc, is_server
from exposture.bundle.writer import BundleContents, PairContents
from exposture.catalog.dataset import Dataset, Holds
from exposture.catalog.load import Catalog
from exposture.model.values import Item, Value

RUN_HOLDS = {
    "domain": Holds.HOST,
    "forest": Holds.HOST,
    "connected_server": Holds.HOST,
    "org_name": Holds.LABEL,
    "org_dn": Holds.DN,
    "user_sid": Holds.SID,
}
SERVER_LISTS = frozenset({"computer", "servers_requested", "servers_reached"})
PLAIN_MEMBERS = frozenset({"Guid", "HasValue"})
MEMBER_HOLDS = {"DistinguishedName": Holds.DN, "Sid": Holds.SID}
FOLDER = re.compile(r"^(servers|dc)/([^/]+)/")


def servers_in(contents: BundleContents) -> tuple[str, ...]:
    """Return the names of the servers and domain controllers that a bundle knows, sorted."""
    names = {pair.target for pair in contents.pairs if is_server(pair.target)}
    names |= {pair.target.partition("/")[2] for pair in contents.pairs if is_dc(pair.target)}
    listed = [each for pair in contents.pairs if pair.dataset == "exchange_servers" for each in pair.objects]
    names |= {name for each in listed if isinstance(name := each.get("Name"), str)}
    return tuple(sorted(names | {contents.run.get("computer", "")} - {""}))


def terms_in(contents: BundleContents) -> tuple[str, ...]:
    """Return what points to the customer inside of text: the names of the organization, its domain and its forest."""
    names = [contents.run.get(key, "") for key in ("org_name", "domain", "forest")]
    return tuple(name for name in dict.fromkeys([*names, *(name.partition(".")[0] for name in names[1:])]) if name)


def redacted_contents(contents: BundleContents, redactor: Redactor, catalog: Catalog) -> BundleContents:
    """Return a bundle's contents as the redactor's mode lets them out."""
    pairs = tuple(_pair(pair, redactor, catalog[pair.dataset]) for pair in contents.pairs)
    mode = {"redaction": redactor.mode.value} | ({"redaction_key_id": redactor.key_id} if redactor.key_id else {})
    return BundleContents(
        run={key: _run_value(key, text, redactor) for key, text in contents.run.items()} | mode,
        pairs=pairs,
        log=redactor.text(contents.log),
        texts={_path(path, redactor): redactor.text(text) for path, text in (contents.texts or {}).items()},
    )


def _run_value(key: str, text: str, redactor: Redactor) -> str:
    if key in SERVER_LISTS:
        return ",".join(redactor.server_name(name) for name in text.split(",") if name)
    return str(redactor.value(text, RUN_HOLDS[key]) or "") if key in RUN_HOLDS else text


def _path(path: str, redactor: Redactor) -> str:
    return FOLDER.sub(lambda found: f"{found[1]}/{redactor.server_name(found[2])}/", path)


def _pair(pair: PairContents, redactor: Redactor, dataset: Dataset) -> PairContents:
    holds = _holds_by_property(dataset)
    return replace(
        pair,
        target=redactor.target(pair.target),
        objects=tuple(_object(each, holds, redactor) for each in pair.objects),
        command=redactor.text(pair.command),
        message=redactor.text(pair.message),
        errors=tuple(_error(each, redactor) for each in pair.errors),
    )


def _error(error: ErrorLine, redactor: Redactor) -> ErrorLine:
    return replace(error, target=redactor.target(error.target), message=redactor.text(error.message))


def _holds_by_property(dataset: Dataset) -> dict[str, Holds]:
    found: dict[str, Holds] = {}
    for column in dataset.columns:
        for path in [*column.paths, *(path for paths in column.source_paths.values() for path in paths)]:
            found.setdefault(path, column.holds)
    return found


def _object(item: Item, holds: Mapping[str, Holds], redactor: Redactor) -> Item:
    return Item(types=item.types, properties={name: _value(name, value, holds, redactor) for name, value in item.properties.items()})


def _value(name: str, value: Value, holds: Mapping[str, Holds], redactor: Redactor) -> Value:
    base, _, member = name.rpartition(".")
    if name not in holds and member in PLAIN_MEMBERS:
        return value
    kind = holds.get(name) or (MEMBER_HOLDS.get(member, holds[base]) if base in holds else Holds.LABEL)
    changed = redactor.value(value, kind)
    return value if _told(changed) == _told(value) else changed


def _told(value: Value) -> Iterable[str] | str:
    """Return a value as text: what redaction leaves alone keeps its type."""
    return [str(one) for one in value] if isinstance(value, list) else str(value)
