from __future__ import annotations

import hashlib
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from exposture.bundle.manifest import ErrorLine
from exposture.bundle.neutral import neutral_object, neutral_value
from exposture.bundle.writer import BundleContents, PairContents, bundle_files, csv_payload, write_bundle, zip_bundle
from exposture.catalog.dataset import Dataset
from exposture.catalog.rows import row_reader
from exposture.errors import BundleError, CatalogError, Location
from exposture.ingest.csv import read_csv
from exposture.ingest.formats import Format
from exposture.ingest.limits import Limits
from exposture.model.coverage import Status
from exposture.model.values import Entries, Item, Record, Redacted
from tests.unit.bundle.samples import bundle, catalog, dataset, line, opened, pair, rows, server

EVERY = dataset(
    "everything",
    columns=[
        {"name": "name", "from": "Name", "type": "name", "class": "identity"},
        {"name": "site", "from": ["Site.Name", "Site"], "type": "name", "class": "config"},
        {"name": "manager", "from": "Manager", "type": "adobject", "class": "config"},
        {"name": "members", "from": "Members", "type": "list<adobject>", "class": "config"},
        {"name": "user_sid", "from": "User", "type": "sid", "class": "security"},
        {"name": "max_message_size", "from": "MaxMessageSize", "type": "size", "class": "config"},
        {"name": "idle", "from": "Idle", "type": "duration", "class": "config"},
        {"name": "when_changed", "from": "WhenChangedUTC", "type": "timestamp", "class": "volatile"},
        {"name": "bindings", "from": "Bindings", "type": "list<binding>", "class": "config"},
        {"name": "ranges", "from": "Ranges", "type": "list<iprange>", "class": "security"},
        {"name": "enabled", "from": "Enabled", "type": "bool", "class": "config"},
        {"name": "external_url", "from": "ExternalUrl", "type": "string", "class": "config", "nullable": True},
        {"name": "tags", "from": "Tags", "type": "list<string>", "class": "config"},
        {"name": "password", "from": "Password", "type": "string", "class": "secret"},
    ],
    key=["Name"],
)
FULL = {
    "name": "Relay; |A\\B\r\n\u00fc",
    "site": "Munich",
    "manager": {"name": "Anna", "dn": "CN=Anna,DC=contoso,DC=com", "guid": "0e0f7a1c-0000-4000-8000-000000000002"},
    "members": [{"name": "B", "dn": "CN=B,DC=contoso,DC=com"}, {"name": "C", "dn": "CN=C,DC=contoso,DC=com"}],
    "user_sid": "S-1-5-7",
    "max_message_size": "Unlimited",
    "idle": 600.5,
    "when_changed": datetime(2026, 8, 1, 10, 0),  # noqa: DTZ001 - naive UTC is the catalog's time
    "bindings": [{"ip": "::", "port": 25}, {"ip": "0.0.0.0", "port": 587}],  # noqa: S104 - a value of an export
    "ranges": ["192.0.2.0/24"],
    "enabled": True,
    "external_url": None,
    "tags": [],
    "password": "x",
}
GIVEN = catalog(EVERY)


@pytest.mark.parametrize("kind", [Format.CLIXML, Format.CSV])
def test_a_written_row_opens_to_the_same_values(tmp_path: Path, kind: Format) -> None:
    bundle(tmp_path / "b", pair("everything", rows=[FULL], given=GIVEN, format=kind))
    (row,) = opened(tmp_path / "b", given=GIVEN).tables["everything"].to_pylist()

    assert (row["name"], row["site"], row["user_sid"], row["enabled"]) == (FULL["name"], "Munich", "S-1-5-7", True)
    assert row["manager"] == FULL["manager"]
    assert [one["dn"] for one in row["members"]] == ["CN=B,DC=contoso,DC=com", "CN=C,DC=contoso,DC=com"]
    assert (row["max_message_size"], row["max_message_size_unlimited"], row["idle"]) == (None, True, 600.5)
    assert (row["when_changed"], row["bindings"]) == (FULL["when_changed"], FULL["bindings"])
    assert [one["text"] for one in row["ranges"]] == ["192.0.2.0/24"]
    assert (row["external_url"], row["external_url_known"], row["tags"], row["password_has_value"]) == (None, True, [], True)


def test_the_same_contents_give_the_same_hash(tmp_path: Path) -> None:
    contents = BundleContents(run={"computer": "EX1"}, pairs=[pair("exchange_servers", rows=[server()])], texts={"servers/EX1/raw/w32tm.txt": "x"})

    first, second = write_bundle(tmp_path / "a", contents), write_bundle(tmp_path / "b", contents)

    assert first == second == hashlib.sha256((tmp_path / "a" / "SHA256SUMS").read_bytes()).hexdigest()


def test_sums_list_every_other_file() -> None:
    files = bundle_files(BundleContents(run={}, pairs=[pair("accepted_domains", "EDGE1", [{"name": "contoso.com"}])]))
    listed = [text.partition("  ")[2] for text in files["SHA256SUMS"].decode().splitlines()]

    assert listed == [
        "collector.log",
        "datasets.csv",
        "errors.csv",
        "files.csv",
        "run.csv",
        "servers/EDGE1/accepted_domains.clixml",
    ]


def test_manifest_looks_like_export_csv() -> None:
    files = bundle_files(BundleContents(run={"timezone": 'a "b"'}, pairs=[]))

    assert files["run.csv"] == b'\xef\xbb\xbf"key","value"\r\n"schema_version","1"\r\n"timezone","a ""b"""\r\n'


def test_a_pair_that_ran_has_two_lines_and_one_that_did_not_has_one() -> None:
    pairs = [pair("mailboxes", status="access-denied"), pair("accepted_domains", status="skipped"), pair("edge_subscriptions", status="running")]
    text = bundle_files(BundleContents(run={}, pairs=pairs))["datasets.csv"].decode("utf-8-sig")
    lines = [tuple(cell.strip('"') for cell in each.split(",")[:5]) for each in text.splitlines()[1:]]

    assert [(each[0], each[4]) for each in lines] == [
        ("accepted_domains", "skipped"),
        ("edge_subscriptions", "running"),
        ("mailboxes", "running"),
        ("mailboxes", "access-denied"),
    ]


def test_many_objects_are_split_over_files(tmp_path: Path) -> None:
    bundle(tmp_path / "b", pair("accepted_domains", rows=[{"name": f"d{number}.example.com"} for number in range(10_001)]))
    estate = opened(tmp_path / "b")

    assert line(estate, "accepted_domains").files == ("org/accepted_domains.0001.clixml", "org/accepted_domains.0002.clixml")
    assert line(estate, "accepted_domains").rows == 10_001


def test_errors_of_a_pair_stand_in_errors_csv(tmp_path: Path) -> None:
    error = ErrorLine(dataset="mailboxes", target="org", category="PermissionDenied", fqid="AccessDenied,Get-Mailbox", message="no role")
    bundle(tmp_path / "b", pair("mailboxes", status="access-denied", errors=(error,)))

    assert line(opened(tmp_path / "b"), "mailboxes").message == "AccessDenied,Get-Mailbox: no role"


def test_a_folder_that_holds_something_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x").touch()

    with pytest.raises(BundleError, match="is not empty"):
        write_bundle(tmp_path, BundleContents(run={}, pairs=[]))


def test_zipped_bundle_is_the_same_bundle(tmp_path: Path) -> None:
    bundle(tmp_path / "b", pair("exchange_servers", rows=[server()]))
    zip_bundle(tmp_path / "b", tmp_path / "one.zip")
    zip_bundle(tmp_path / "b", tmp_path / "two.zip")

    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert zipfile.ZipFile(tmp_path / "one.zip").namelist()[0] == "SHA256SUMS"
    assert opened(tmp_path / "one.zip").tables["exchange_servers"] == opened(tmp_path / "b").tables["exchange_servers"]


def test_csv_keeps_null_empty_text_empty_list_and_list_apart() -> None:
    values = {"a": None, "b": "", "c": [], "d": ["x", None, ""], "e": "|", "f": 1, "g": True, "h": 1.5}
    content = csv_payload([Item(properties=dict(values))])
    (record,) = read_csv(content, path="a.csv", limits=Limits(), note=lambda _: None)

    assert content.startswith(b'\xef\xbb\xbf"a","b","c[]","d[]","e"')
    assert isinstance(record.value, Item)
    assert record.value.properties == values | {"f": "1", "g": "True", "h": "1.5"}


def test_csv_refuses_what_the_collector_would_have_written_as_text() -> None:
    with pytest.raises(BundleError, match="a Entries cannot stand in a CSV"):
        csv_payload([Item(properties={"a": Entries()})])


def test_unknown_column_of_a_row_is_an_error() -> None:
    with pytest.raises(CatalogError, match="exchange_servers has no column nmae"):
        pair("exchange_servers", rows=[{"nmae": "EX1"}])


def test_column_without_a_flat_property_is_an_error() -> None:
    walked = dataset("walked", columns=[{"name": "spaces", "from": "Spaces[*].Domain", "type": "list<string>", "class": "config"}])

    with pytest.raises(CatalogError, match=r"walked\.spaces has no path"):
        neutral_object(walked, walked.sources[0], {"spaces": ["contoso.com"]})


def test_server_of_a_row_is_written_where_the_path_looks() -> None:
    connectors: Dataset = dataset("connectors", server="Server.Name")
    item = neutral_object(connectors, connectors.sources[0], {"name": "A", "server": "EX1"})
    (row,) = row_reader(connectors, connectors.sources[0], None).read(Record(index=0, value=item, where=Location(path="x")))

    assert (item.properties["Server"], row.server) == ("EX1", "EX1")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (b"\x30", "MA=="),
        (datetime(2026, 1, 1, tzinfo=UTC), "2026-01-01T00:00:00Z"),
        ({"text": "15.2.1.0"}, "15.2.1.0"),
        ({"guid": "a"}, "a"),
        ({}, None),
        ((1, 2), [1, 2]),
        (Redacted("secret"), Redacted("secret")),
    ],
)
def test_neutral_values(value: object, expected: object) -> None:
    assert neutral_value(value) == expected


def test_value_without_a_neutral_form_is_an_error() -> None:
    with pytest.raises(CatalogError, match="a object has no neutral form"):
        neutral_value(object())


def test_an_adobject_given_as_text_has_no_flat_members() -> None:
    item = neutral_object(EVERY, EVERY.sources[0], {"manager": "Anna", "members": ["B"]})

    assert item.properties == {"Manager": "Anna", "Members": ["B"]}


def test_status_with_rows_decides_whether_there_is_a_file() -> None:
    kept = PairContents(dataset="mailboxes", target="org", objects=[Item()], status=Status.TIMEOUT)

    assert "org/mailboxes.clixml" not in bundle_files(BundleContents(run={}, pairs=[kept]))


def test_rows_written_as_csv_are_read_by_the_header(tmp_path: Path) -> None:
    bundle(tmp_path / "b", pair("exchange_servers", rows=[server("EX1"), server("EX2")], format=Format.CSV))

    assert rows(opened(tmp_path / "b"), "exchange_servers", "name", "server", "target") == [("EX1", "EX1", "org"), ("EX2", "EX2", "org")]
    assert line(opened(tmp_path / "b"), "exchange_servers").files == ("org/exchange_servers.csv",)
