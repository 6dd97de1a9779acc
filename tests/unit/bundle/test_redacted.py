"""A whole bundle under Names and Strict: no byte of it holds a clear name, and it reads back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from exposture.bundle.manifest import ErrorLine
from exposture.bundle.redacted import RedactedBundle, redact_bundle
from exposture.bundle.redaction import Mode
from exposture.bundle.writer import BundleContents, bundle_files, write_bundle
from exposture.catalog.dataset import Dataset
from exposture.ingest.formats import Format
from exposture.model.coverage import Status
from tests.unit.bundle.samples import catalog, dataset, line, opened, pair, rows, server, source

KEY = bytes(range(32))
CONNECTORS = dataset(
    "connectors",
    source(cmdlet="Get-Connector"),
    columns=[
        {"name": "name", "from": "Name", "type": "name", "class": "identity"},
        {"name": "guid", "from": "Guid", "type": "guid", "class": "identity"},
        {"name": "fqdn", "from": "Fqdn", "type": "string", "class": "config", "holds": "host"},
        {"name": "banner", "from": "Banner", "type": "string", "class": "config", "holds": "text"},
        {"name": "owner", "from": "Owner", "type": "adobject", "class": "config"},
        {"name": "trustee", "from": "Trustee", "type": "sid", "class": "security"},
        {"name": "ranges", "from": "Ranges", "type": "list<iprange>", "class": "security"},
        {"name": "password", "from": "Password", "type": "string", "class": "secret"},
        {"name": "enabled", "from": "Enabled", "type": "bool", "class": "config"},
    ],
    server="Server.Name",
    key=["Guid"],
)
DOMAINS = dataset(
    "accepted_domains",
    source(cmdlet="Get-AcceptedDomain"),
    columns=[{"name": "domain_name", "from": "DomainName", "type": "name", "class": "config", "holds": "host"}],
    key=["DomainName"],
)
RELAY = {
    "name": "Zwiebel relay",
    "guid": "0e0f7a1c-0000-4000-8000-000000000009",
    "fqdn": "relay.quarkstrudel.com",
    "banner": "call Zwiebel",
    "owner": {"name": "Anna Zwiebel", "dn": "CN=Anna Zwiebel,OU=Sales,DC=quarkstrudel,DC=com", "guid": "0e0f7a1c-0000-4000-8000-00000000000a"},
    "trustee": "S-1-5-21-77-88-99-1104",
    "ranges": ["10.77.66.0/24", "0.0.0.0-255.255.255.255"],
    "password": "geheim",
    "enabled": True,
    "server": "ZWIEBEL1",
}
SEEDS = ("zwiebel", "quarkstrudel", "10.77.66", "77-88-99", "geheim", "anna", "sales")


def given_catalog() -> dict[str, Dataset]:
    return catalog(CONNECTORS, DOMAINS)


def contents() -> BundleContents:
    fault = ErrorLine(dataset="connectors", target="ZWIEBEL1", category="ObjectNotFound", fqid="[Server=ZWIEBEL1] X", message="Anna Zwiebel is gone")
    pairs = [
        pair("exchange_servers", rows=[server("ZWIEBEL1", fqdn="zwiebel1.quarkstrudel.com")]),
        pair("accepted_domains", given=given_catalog(), rows=[{"domain_name": "quarkstrudel.com"}, {"domain_name": "*"}]),
        pair("connectors", given=given_catalog(), rows=[RELAY], errors=(fault,)),
        pair("windows_services", "ZWIEBEL1", rows=[{"name": "MSExchangeTransport"}], format=Format.CSV, message="read on zwiebel1.quarkstrudel.com"),
        pair("windows_services", "dc/ZWIEBELDC", status=Status.UNREACHABLE, message="ZWIEBELDC did not answer"),
    ]
    run = {
        "computer": "ZWIEBEL1",
        "domain": "quarkstrudel.com",
        "forest": "quarkstrudel.com",
        "org_name": "Quarkstrudel AG",
        "org_dn": "CN=Quarkstrudel AG,CN=Microsoft Exchange,CN=Services,CN=Configuration,DC=quarkstrudel,DC=com",
        "user_sid": "S-1-5-21-77-88-99-500",
        "servers_requested": "ZWIEBEL1, ZWIEBELDC",
        "connected_server": "zwiebel1.quarkstrudel.com",
        "timezone": "W. Europe Standard Time",
        "org_guid": "0e0f7a1c-0000-4000-8000-000000000001",
        "ended_utc": "2026-08-14T09:00:00Z",
    }
    texts = {"servers/ZWIEBEL1/raw/w32tm.txt": "peer dc1.quarkstrudel.com at 10.77.66.1", "org/note.txt": "ZWIEBEL1"}
    return BundleContents(run=run, pairs=pairs, log="2026 reading ZWIEBEL1 for QUARKSTRUDEL AG\r\n", texts=texts)


def redacted(mode: Mode) -> RedactedBundle:
    return redact_bundle(contents(), given_catalog(), mode, KEY if mode is Mode.NAMES else b"")


def leaks(files: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    for path, content in files.items():
        yield from ((path, seed) for seed in SEEDS if seed in path.lower() or seed.encode() in content.lower())


@pytest.mark.parametrize("mode", [Mode.NAMES, Mode.STRICT])
def test_no_byte_of_a_redacted_bundle_holds_a_clear_name(mode: Mode) -> None:
    assert len(set(leaks(bundle_files(contents())))) > 10
    assert list(leaks(bundle_files(redacted(mode).contents))) == []


@pytest.mark.parametrize("mode", [Mode.NAMES, Mode.STRICT])
def test_redacted_bundle_reads_back_with_its_statuses(mode: Mode, tmp_path: Path) -> None:
    found = redacted(mode)
    name = next(each.target for each in found.contents.pairs if each.dataset == "windows_services" and not each.target.startswith("dc/"))
    write_bundle(tmp_path / "b", found.contents)

    estate = opened(tmp_path / "b", given=given_catalog())

    assert line(estate, "windows_services", name).status is Status.OK
    assert rows(estate, "connectors", "server") == [(name,)]
    assert rows(estate, "exchange_servers", "name") == [(name,)]
    assert estate.collections[0].redaction == mode.value


def test_names_keeps_the_relations_between_columns() -> None:
    found = redacted(Mode.NAMES).contents
    relay = next(each for each in found.pairs if each.dataset == "connectors").objects[0].properties
    domain = next(each for each in found.pairs if each.dataset == "accepted_domains").objects[0].properties["DomainName"]

    assert str(relay["Fqdn"]).endswith(f".{domain}")
    assert str(relay["Owner.DistinguishedName"]).startswith(f"CN={relay['Owner']},")
    assert relay["Owner.Guid"] == "0e0f7a1c-0000-4000-8000-00000000000a"
    assert str(relay["Trustee"]).endswith("-1104")
    assert (relay["Banner"], relay["Password.HasValue"], relay["Enabled"]) == (None, True, True)
    assert isinstance(relay["Ranges"], list)
    assert relay["Ranges"][1] == "0.0.0.0-255.255.255.255"


def test_map_stays_out_of_the_bundle_and_holds_every_name() -> None:
    found = redacted(Mode.NAMES)
    lines = list(csv.reader(io.StringIO(found.map_csv.decode("utf-8-sig"))))

    assert lines[0] == ["pseudonym", "value", "kind"]
    assert {"ZWIEBEL1", "ZWIEBELDC", "Zwiebel relay", "quarkstrudel", "S-1-5-21-77-88-99"} <= {value for _, value, _ in lines[1:]}
    assert not any("redaction-map" in path for path in bundle_files(found.contents))


def test_run_names_mode_and_key_and_strict_no_key() -> None:
    assert redacted(Mode.NAMES).contents.run["redaction_key_id"] == "630dcd29"
    assert "redaction_key_id" not in redacted(Mode.STRICT).contents.run
    assert redacted(Mode.STRICT).contents.run["timezone"] == "W. Europe Standard Time"


def test_message_of_a_foreign_error_is_cut() -> None:
    errors = next(each for each in redacted(Mode.NAMES).contents.pairs if each.dataset == "connectors").errors

    assert [(error.category, error.message) for error in errors] == [("ObjectNotFound", "[removed]")]


def test_without_redaction_the_bundle_is_the_same() -> None:
    found = redact_bundle(contents(), given_catalog(), Mode.NONE)

    assert bundle_files(found.contents) == bundle_files(replace(contents(), run=contents().run | {"redaction": "none"}))
