from __future__ import annotations

from pathlib import Path

import pytest

from exposture.errors import UsageError
from exposture.model.coverage import FileState, Status
from tests.unit.bundle.samples import EXCHANGE, bundle, exported, file, line, loose, opened, pair, rows, server, services_export

OTHER = "0e0f7a1c-0000-4000-8000-0000000000ff"
GUID = "0e0f7a1c-0000-4000-8000-000000000009"


def domains(*names: str, **more: object) -> object:
    return pair("accepted_domains", rows=[{"name": name} for name in names], **more)


def merged(tmp_path: Path, first: dict[str, object], second: dict[str, object]) -> list[object]:
    """Return the names of accepted domains after two bundles were joined."""
    paths = []
    for name, words in (("one", first), ("two", second)):
        status = str(words.pop("status", "ok"))
        paths.append(bundle(tmp_path / name, domains(name, status=status), **words))  # type: ignore[arg-type]  # words of a test
    return [name for (name,) in rows(opened(*paths), "accepted_domains", "name")]


def refusal(*paths: Path, **words: object) -> str:
    with pytest.raises(UsageError) as caught:
        opened(*paths, **words)
    return caught.value.message


@pytest.mark.parametrize(
    ("first", "second", "winner"),
    [
        ({"status": "ok", "ended_utc": "2026-08-01T00:00:00Z"}, {"status": "ok", "ended_utc": "2026-08-02T00:00:00Z"}, "two"),
        ({"status": "ok", "ended_utc": "2026-08-01T00:00:00Z"}, {"status": "partial", "ended_utc": "2026-08-02T00:00:00Z"}, "one"),
        ({"status": "error", "ended_utc": "2026-08-03T00:00:00Z"}, {"status": "partial", "ended_utc": "2026-08-02T00:00:00Z"}, "two"),
    ],
)
def test_best_status_wins_then_the_newest(tmp_path: Path, first: dict[str, object], second: dict[str, object], winner: str) -> None:
    assert merged(tmp_path, first, second) == [winner]


def test_rows_of_two_bundles_never_mix_and_the_loser_is_listed(tmp_path: Path) -> None:
    old = bundle(tmp_path / "old", domains("a", "b"), ended_utc="2026-08-01T00:00:00Z")
    new = bundle(tmp_path / "new", domains("a"), ended_utc="2026-08-02T00:00:00Z")
    estate = opened(old, new)

    assert rows(estate, "accepted_domains", "name", "source_file") == [("a", "new/org/accepted_domains.clixml")]
    passed = file(estate, "old/org/accepted_domains.clixml")
    assert (passed.state, passed.message) == (FileState.PASSED_OVER, "taken instead: accepted_domains of org from new")
    assert file(estate, "new/org/accepted_domains.clixml").state is FileState.READ
    assert any("1 pairs of dataset and target were in more than one input" in remark for remark in estate.remarks)


def test_pairs_complete_each_other(tmp_path: Path) -> None:
    one = bundle(
        tmp_path / "one", pair("windows_services", "EX1", [{"name": "W32Time"}]), pair("exchange_servers", rows=[server("EX1"), server("EX2")])
    )
    two = bundle(tmp_path / "two", pair("windows_services", "EX2", [{"name": "W32Time"}]))
    estate = opened(one, two)

    assert sorted(rows(estate, "windows_services", "target")) == [("EX1",), ("EX2",)]
    assert line(estate, "windows_services", "EX2").status is Status.OK


def test_time_of_several_is_the_latest(tmp_path: Path) -> None:
    estate = opened(bundle(tmp_path / "a", ended_utc="2026-08-01T00:00:00Z"), bundle(tmp_path / "b", ended_utc="2026-08-02T00:00:00Z"))

    assert str(estate.as_of) == "2026-08-02 00:00:00"


def test_more_than_thirty_days_apart_is_flagged(tmp_path: Path) -> None:
    old = bundle(tmp_path / "old", domains("a"), ended_utc="2026-06-01T00:00:00Z")
    new = bundle(tmp_path / "new", pair("exchange_servers", rows=[server()]), ended_utc="2026-08-01T00:00:00Z")

    assert "the inputs were collected 61 days apart (2026-06-01 to 2026-08-01): what one says may be outdated" in opened(old, new).remarks


def test_remarks_of_several_name_their_input(tmp_path: Path) -> None:
    one, two = bundle(tmp_path / "one", status="interrupted"), bundle(tmp_path / "two")

    assert "one: the run of the collector was interrupted" in opened(one, two).remarks


def test_another_organization_is_refused(tmp_path: Path) -> None:
    message = refusal(bundle(tmp_path / "one"), bundle(tmp_path / "two", org_guid=OTHER))

    assert message.startswith("the inputs belong to 2 organizations, as far as they say: one; two")


def test_organization_without_a_guid_is_known_by_its_domains(tmp_path: Path) -> None:
    domain = [{"name": "a", "guid": GUID}]
    one = bundle(tmp_path / "one", pair("accepted_domains", rows=domain))
    two = loose(tmp_path / "two", a_xml=exported(f"{EXCHANGE}.AcceptedDomain", {"Name": "a", "Guid": GUID}))

    assert len(opened(one, two).collections) == 2


def test_organization_without_a_guid_is_known_by_its_forest(tmp_path: Path) -> None:
    dn = "CN=a,CN=Configuration,DC=contoso,DC=com"
    two = loose(tmp_path / "two", a_xml=exported(f"{EXCHANGE}.AcceptedDomain", {"Name": "a", "DistinguishedName": dn}))

    assert len(opened(bundle(tmp_path / "one", forest="Contoso.com"), two).collections) == 2


def test_guid_of_the_organization_may_come_from_its_own_object(tmp_path: Path) -> None:
    organization = [{"name": "Contoso", "guid": OTHER}]
    one = bundle(tmp_path / "one", pair("organization_config", rows=organization), org_guid="")

    assert len(opened(one, bundle(tmp_path / "two", org_guid=OTHER.upper())).collections) == 2
    assert "2 organizations" in refusal(one, bundle(tmp_path / "three"))


def test_two_forests_name_no_root(tmp_path: Path) -> None:
    dns = [{"name": name, "distinguished_name": f"CN={name},CN=Configuration,DC={name},DC=com"} for name in ("contoso", "fabrikam")]
    one = bundle(tmp_path / "one", pair("accepted_domains", rows=dns), org_guid="")

    assert "2 organizations" in refusal(one, bundle(tmp_path / "two", forest="contoso.com", org_guid=""))


def test_input_that_says_nothing_of_its_organization_is_one_of_its_own(tmp_path: Path) -> None:
    two = loose(tmp_path / "two", a_xml=services_export("W32Time"))

    assert "put loose exports into one folder" in refusal(bundle(tmp_path / "one"), two)


def test_edge_joins_by_its_subscription(tmp_path: Path) -> None:
    org = bundle(tmp_path / "org", pair("edge_subscriptions", rows=[{"name": "edge1"}]))
    edge = bundle(tmp_path / "edge", domains("a", target="EDGE1"), org_guid="", connection="edge-local", computer="EDGE1")
    estate = opened(edge, org)

    assert rows(estate, "accepted_domains", "target") == [("EDGE1",)]


def test_edge_joins_by_what_the_site_declares(tmp_path: Path) -> None:
    edge = bundle(tmp_path / "edge", org_guid="", connection="edge-local", computer="EDGE1")
    org = bundle(tmp_path / "org")

    assert "2 organizations" in refusal(org, edge)
    assert len(opened(org, edge, declared_edges=["edge1"]).collections) == 2


def test_two_bundles_of_one_edge_belong_together(tmp_path: Path) -> None:
    edges = [bundle(tmp_path / name, org_guid="", connection="edge-local", computer="EDGE1") for name in ("a", "b")]

    assert len(opened(*edges).collections) == 2


def test_edge_that_connects_two_parts_joins_them(tmp_path: Path) -> None:
    edge = bundle(tmp_path / "edge", org_guid="", connection="edge-local", computer="EDGE1")
    org = bundle(tmp_path / "org", pair("edge_subscriptions", rows=[{"name": "EDGE1"}]))

    assert len(opened(edge, bundle(tmp_path / "more"), org).collections) == 3


def test_different_redaction_is_refused(tmp_path: Path) -> None:
    plain, names = bundle(tmp_path / "plain"), bundle(tmp_path / "names", redaction="names", redaction_key_id="aabbccdd")
    other = bundle(tmp_path / "other", redaction="names", redaction_key_id="00112233")

    assert refusal(plain, names).endswith("names: names with key aabbccdd; plain: none")
    assert "redacted differently" in refusal(names, other)


def test_same_key_joins(tmp_path: Path) -> None:
    paths = [bundle(tmp_path / name, domains(name), redaction="names", redaction_key_id="aabbccdd") for name in ("one", "two")]

    assert [each.redaction for each in opened(*paths).collections] == ["names", "names"]


@pytest.mark.parametrize("mode", ["strict", "names"])
def test_redaction_without_a_key_is_refused(tmp_path: Path, mode: str) -> None:
    paths = [bundle(tmp_path / name, domains(name), redaction=mode) for name in ("one", "two")]

    assert "one name may stand for two servers; audit each alone: one, two" in refusal(*paths)
    assert [each.redaction for each in opened(paths[0]).collections] == [mode]


def test_file_that_lost_one_of_two_pairs_is_still_read(tmp_path: Path) -> None:
    services = exported(
        "System.ServiceProcess.ServiceController",
        {"Name": "A", "State": "x", "MachineName": "EX1"},
        {"Name": "B", "State": "x", "MachineName": "EX2"},
    )
    servers = exported(
        f"{EXCHANGE}.ExchangeServer",
        *({"Name": name, "DistinguishedName": f"CN={name},CN=Configuration,DC=contoso,DC=com"} for name in ("EX1", "EX2")),
    )
    exports = loose(tmp_path / "loose", a_xml=servers, b_xml=services)
    one = bundle(tmp_path / "one", pair("windows_services", "EX1", [{"name": "W32Time"}]), forest="contoso.com")
    estate = opened(one, exports)

    assert sorted(rows(estate, "windows_services", "name", "target")) == [("B", "EX2"), ("W32Time", "EX1")]
    assert file(estate, "loose/b.xml").state is FileState.READ
    assert file(estate, "loose/b.xml").message == "taken instead: windows_services of EX1 from one"
