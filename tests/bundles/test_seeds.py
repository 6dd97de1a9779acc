"""Nothing that points to anybody is in any byte of a redacted bundle: seeds in every column of every dataset whose text is not plain."""

from __future__ import annotations

import base64
import gzip
from collections.abc import Iterator, Mapping
from functools import lru_cache

import pytest

from exposture.bundle.manifest import ErrorLine
from exposture.bundle.redacted import redact_bundle
from exposture.bundle.redaction import Mode
from exposture.bundle.writer import BundleContents, PairContents, bundle_files, objects_of
from exposture.catalog.dataset import Column, Dataset, Holds, Source, Target
from exposture.catalog.load import Catalog, load_catalog
from exposture.errors import CatalogError

SID = "S-1-5-21-1111111111-2222222222-3333333333-1234"
DN = "CN=Ford Prefect,OU=Magrathea,DC=fabrikam,DC=net"
SEEDS: Mapping[Holds, str] = {
    Holds.LABEL: "Zaphod Beeblebrox",
    Holds.ACCOUNT: "FABRIKAM\\trillian",
    Holds.HOST: "vogon.fabrikam.net",
    Holds.URL: "https://vogon.fabrikam.net/owa",
    Holds.SMTP: "marvin@fabrikam.net",
    Holds.DN: DN,
    Holds.SID: SID,
    Holds.SDDL: f"O:{SID}D:(A;;GA;;;{SID})",
    Holds.ADDRESS: "10.20.30.40",
    Holds.PATH: "C:\\Users\\trillian\\OAK1.log",
    Holds.WORDS: f"backup of OAK1 by FABRIKAM\\trillian for marvin@fabrikam.net, 10.20.30.40, {SID}, vogon.fabrikam.net",
    Holds.TEXT: "call slartibartfast",
    Holds.X509: "Zaphod Beeblebrox",
    Holds.SECRET: "hunter2",
}
NEEDLES = (
    *("zaphod", "beeblebrox", "trillian", "vogon", "fabrikam", "marvin", "prefect", "magrathea", "slartibartfast", "hunter2", "oak1"),
    *("10.20.30.40", "1111111111", "2222222222", "3333333333"),
)
OPAQUE = frozenset({Holds.PLAIN})


def seeded(column: Column) -> object:
    """Return a column's seed in the form that a row holds."""
    kind = column.type.removeprefix("list<").removesuffix(">")
    text = SEEDS[column.holds]
    value: object = text
    if kind == "adobject":
        value = {"name": "Ford Prefect", "dn": DN, "guid": "0e0f7a1c-0000-4000-8000-000000000001"}
    elif kind == "binding":
        value = {"ip": text, "port": 25}
    elif kind == "x509":
        value = text.encode()
    return [value] if column.type.startswith("list<") else value


def row_of(dataset: Dataset, target: str) -> tuple[dict[str, object], list[str]]:
    """Return a row with every seed that a flat object of the collector can carry, and the columns that it cannot."""
    row: dict[str, object] = {}
    unfit: list[str] = []
    for column in dataset.columns:
        if column.holds in OPAQUE:
            continue
        try:
            objects_of(dataset, target, [{column.name: seeded(column)}])
        except CatalogError:
            unfit.append(column.name)
        else:
            row[column.name] = seeded(column)
    return row, unfit


def place_of(source: Source) -> str:
    return {Target.SERVER: "OAK1", Target.DC: "dc/VOGON"}.get(source.target, source.target.value)


@lru_cache(maxsize=1)
def catalog() -> Catalog:
    return load_catalog()


def collected() -> Iterator[tuple[Dataset, str]]:
    for dataset in catalog().readable:
        ours = [source for source in dataset.sources if source.recognise is None]
        yield from ((dataset, place) for place in sorted({place_of(source) for source in ours}))


@lru_cache(maxsize=1)
def contents() -> BundleContents:
    error = ErrorLine(dataset="mailboxes", target="OAK1", category="x", fqid="y", message=f"marvin@fabrikam.net at 10.20.30.40 is {DN}")
    pairs = [
        PairContents(
            dataset=dataset.name, target=place, objects=objects_of(dataset, place, [row_of(dataset, place)[0]]), message="see OAK1", errors=(error,)
        )
        for dataset, place in collected()
    ]
    run = {
        "computer": "OAK1",
        "domain": "fabrikam.net",
        "forest": "fabrikam.net",
        "org_name": "Fabrikam",
        "org_dn": DN,
        "user_sid": SID,
        "connected_server": "oak1.fabrikam.net",
        "servers_requested": "OAK1,VOGON",
    }
    texts = {"servers/OAK1/raw/w32tm.txt": "source: vogon.fabrikam.net 10.20.30.40"}
    return BundleContents(run=run, pairs=pairs, log="OAK1 read by FABRIKAM\\trillian", texts=texts)


@pytest.mark.parametrize("mode", [Mode.NAMES, Mode.STRICT])
def test_no_seed_is_in_any_byte(mode: Mode) -> None:
    files = bundle_files(redact_bundle(contents(), catalog(), mode, bytes(range(32)) if mode is Mode.NAMES else b"").contents)
    encoded = [base64.b64encode(needle.encode()).decode().rstrip("=") for needle in ("Zaphod Beeblebrox",)]

    found = [(path, needle) for path, content in files.items() for needle in NEEDLES if needle in (path + content.decode()).lower()]
    found += [(path, needle) for path, content in files.items() for needle in encoded if needle in content.decode()]
    assert found == []


def test_the_clear_bundle_holds_every_seed() -> None:
    told = b"".join(bundle_files(contents()).values()).lower()

    assert [needle for needle in NEEDLES if needle.encode() not in told] == ["hunter2"]
    assert len(gzip.compress(told)) > 1000


def test_nearly_every_column_is_seeded() -> None:
    unfit = sorted({f"{dataset.name}.{name}" for dataset, place in collected() for name in row_of(dataset, place)[1]})

    assert len(unfit) < 40
