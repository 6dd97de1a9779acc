from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from exposture.catalog.load import Catalog
from exposture.engine import assessment as module
from exposture.engine.assessment import Ground, assess, damaged_pairs, rule_info
from exposture.engine.run import run_rules
from exposture.errors import Location
from exposture.model.assessment import Assessment
from exposture.model.coverage import Conversion, CoverageLine, FileLine, FileState, Integrity, Status
from exposture.model.estate import Collection, Estate
from exposture.rulebook.load import Fault, Rulebook
from exposture.rulebook.profiles import Profile
from exposture.rulebook.site import Site, empty_site, range_reader, read_site
from tests.unit.engine.factories import CATALOG, book, estate, facts, inputs, loaded, manual, rule, server, service

SERVER_FIELDS: list[pa.Field[Any]] = [
    *(pa.field(name, pa.string()) for name in ("name", "key", "version", "build", "site", "dag")),
    pa.field("roles", pa.list_(pa.string())),
]
MOMENT = datetime(2026, 8, 14, 9, 0, 0)  # noqa: DTZ001 - naive UTC


def judged(of: Estate, *, rulebook: Rulebook | None = None, site: Site | None = None, profile: str = "default") -> Assessment:
    pack = rulebook or book(rule())
    ground = Ground(
        estate=with_servers(of),
        rulebook=pack,
        catalog=Catalog(CATALOG),
        facts=facts(),
        site=site or empty_site(),
        profile=profile,
        tool_version="1.2",
    )
    return assess(ground, run_rules(pack, inputs(of), profile))


def with_servers(of: Estate) -> Estate:
    """Give the table of servers the columns that the real one has."""
    rows = [{"name": row["name"], "version": row["version"], "roles": row["roles"]} for row in of.tables["servers"].to_pylist()]
    return replace(of, tables={**of.tables, "servers": pa.Table.from_pylist(rows, schema=pa.schema(SERVER_FIELDS))})


def two_services(*states: str) -> Estate:
    rows = [service(f"S{number}", state=state) for number, state in enumerate(states)]
    return estate({"windows_services": rows}, servers=[server()], as_of=MOMENT)


def file(path: str, state: FileState = FileState.READ, integrity: Integrity = Integrity.MATCHES, message: str = "") -> FileLine:
    return FileLine(path=path, sha256="", size_bytes=1, integrity=integrity, state=state, message=message)


def collection(**run: str) -> Collection:
    return Collection(name="in", sha256="ab", integrity="matches", is_loose=False, run=run, collected_to=MOMENT)


def test_summary_counts_fails_by_severity_and_the_rest_by_outcome() -> None:
    summary = judged(two_services("Running", "Stopped", "Stopped")).head.summary

    assert summary.by_outcome == {"fail": 2, "pass": 1}
    assert (summary.by_severity, summary.open) == ({"high": 2}, 2)
    assert summary.by_server == {"EX1": {"high": 2, "pass": 1}}
    assert summary.by_area == {"hosts": {"high": 2, "pass": 1}}


def test_row_without_a_server_counts_for_the_organization() -> None:
    assert judged(estate(), rulebook=book(manual())).head.summary.by_server == {"org": {"manual": 1}}


def test_rules_that_were_left_out_are_named_with_the_reason_and_not_published() -> None:
    pack = book(rule(), rule(id="HST-002", title="Other"), stig=Profile(title="STIG", source="x", off={"HST-002": "contradicts"}))

    head = judged(two_services("Running"), rulebook=pack, profile="stig").head

    assert [info.id for info in head.rules] == ["HST-001"]
    assert (head.profile.name, head.profile.title, head.profile.off) == ("stig", "STIG", {"HST-002": "contradicts"})


def test_values_of_parameters_in_use_are_named() -> None:
    one = rule(parameters={"max_hosts": {"type": "int", "default": 16, "profiles": {"stig": 8}, "why": {"stig": "V-1"}}})

    head = judged(two_services("Running"), rulebook=book(one, stig=Profile(title="STIG", source="x")), profile="stig").head

    assert head.profile.parameters == {"HST-001": {"max_hosts": 8}}


@pytest.mark.parametrize(("moment", "text"), [(MOMENT, "2026-08-14T09:00:00"), (None, None)])
def test_time_is_iso_text(moment: datetime | None, text: str | None) -> None:
    assert judged(replace(two_services("Running"), as_of=moment, as_of_origin="estimate")).head.as_of == module.AsOf(time=text, origin="estimate")


def test_rule_pack_carries_its_hash_and_the_dates_of_its_facts() -> None:
    tool = judged(two_services("Running")).head.tool

    assert (tool.version, tool.rule_pack.sha256) == ("1.2", "0" * 64)
    assert tool.rule_pack.data_dates == {"builds": date(2026, 1, 2).isoformat()}


def test_organization_is_what_its_configuration_says() -> None:
    config = pa.table({"name": ["Contoso"], "guid": ["g1"]})
    of = replace(two_services("Running"), collections=(collection(org_name="Other", org_guid="g2"),))

    found = judged(replace(of, tables={**of.tables, "organization_config": config})).head.organization

    assert (found.name, found.guid) == ("Contoso", "g1")


def test_organization_is_else_what_the_run_says() -> None:
    found = judged(replace(two_services("Running"), collections=(collection(), collection(org_name="Contoso")))).head.organization

    assert (found.name, found.guid) == ("Contoso", None)


def test_servers_are_sorted_with_sorted_roles_and_a_key() -> None:
    of = estate(servers=[server("EX2", version=None, roles=None), server("EX1", roles=("Mailbox", "ClientAccess"))])

    assert [(one.name, one.key, one.version, one.roles) for one in judged(of).head.servers] == [
        ("EX1", "name:EX1", "2019", ["ClientAccess", "Mailbox"]),
        ("EX2", "name:EX2", None, []),
    ]


def test_bundles_keep_their_times() -> None:
    (found,) = judged(replace(two_services("Running"), collections=(collection(),))).head.bundles

    assert (found.name, found.collected_from, found.collected_to) == ("in", None, "2026-08-14T09:00:00")


def test_gaps_are_what_is_neither_certain_nor_not_applicable_nor_derived() -> None:
    lines = [
        CoverageLine(dataset="receive_connectors", target="org", status=Status.ACCESS_DENIED, message="denied"),
        CoverageLine(dataset="windows_services", target="EX1", status=Status.OK),
        CoverageLine(dataset="attachment_filters", target="org", status=Status.NOT_APPLICABLE),
        CoverageLine(dataset="iis_settings", target="EX1", status=Status.MISSING),
    ]

    coverage = judged(replace(two_services("Running"), coverage=tuple(lines))).head.coverage

    assert [(gap.dataset, gap.target, gap.status, gap.message) for gap in coverage.gaps] == [("receive_connectors", "org", "access-denied", "denied")]


def test_files_are_damaged_or_not_read_or_not_mentioned() -> None:
    files = (
        file("a.xml"),
        file("b.xml", FileState.DAMAGED, message="cut"),
        file("c.xml", FileState.UNREADABLE),
        file("d.xml", integrity=Integrity.DIFFERS),
        file("e.xml", FileState.UNRECOGNISED),
        file("f.xml", FileState.PASSED_OVER),
        file("g.xml", FileState.MANIFEST),
    )

    coverage = judged(replace(two_services("Running"), files=files)).head.coverage

    assert [each.path for each in coverage.damaged] == ["b.xml", "c.xml", "d.xml"]
    assert [each.path for each in coverage.unrecognised] == ["e.xml", "f.xml"]
    assert coverage.damaged[0].message == "cut"


def test_lists_are_capped_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LIST_CAP", 2)
    conversion = Conversion(dataset="windows_services", column="count", file="a.xml", object_index=1, text="many", reason="no number")
    files = tuple(file(f"{number}.xml", state) for number in range(3) for state in (FileState.DAMAGED, FileState.UNRECOGNISED))
    lines = tuple(CoverageLine(dataset="receive_connectors", target=f"EX{number}", status=Status.ERROR) for number in range(3))

    coverage = judged(replace(two_services("Running"), files=files, coverage=lines, conversions=(conversion,) * 3)).head.coverage

    listed: list[Sequence[object]] = [coverage.gaps, coverage.unrecognised, coverage.damaged, coverage.conversions]
    assert [len(each) for each in listed] == [2, 2, 2, 2]
    assert coverage.totals == module.Listed(gaps=3, unrecognised=3, damaged=3, conversions=3)


def test_rule_file_that_was_left_out_is_a_remark() -> None:
    fault = Fault(path="hosts/HST-009-x.yaml", message="no title", where=Location(path="hosts/HST-009-x.yaml", line=3))

    remarks = judged(replace(two_services("Running"), remarks=("old",)), rulebook=replace(book(rule()), faults=(fault,))).head.coverage.remarks

    assert remarks == ["old", "the rule file hosts/HST-009-x.yaml:3: no title was left out"]


def test_answers_of_the_site_are_plain() -> None:
    text = "gateways: [{name: mx, ranges: [192.0.2.1]}]\nchoices: {}\n"
    site = read_site(text, Path("site.yaml"), range_reader(facts().networks), {})

    found = judged(two_services("Running"), site=site).head.site

    assert list(found) == ["site_gateways"]
    assert (found["site_gateways"][0]["name"], found["site_gateways"][0]["ranges"]) == ("mx", ["192.0.2.1"])


def test_what_is_published_of_a_rule_is_plain() -> None:
    one = rule(
        datasets={"windows_services": {"need": "absence_decides", "over": "organization", "optional": True}, "ad_groups": "rows"},
        references=[{"title": "Docs", "url": "https://example.com/a", "read": "2026-11-24"}, {"title": "Book"}],
        mappings={"stig": ["V-2", "V-1"], "cis": ["1"]},
    )

    info = rule_info(loaded(one))

    assert info.datasets == {"ad_groups": "rows", "windows_services": "absence_decides, over the organization, optional"}
    assert info.references == [{"title": "Docs", "url": "https://example.com/a", "read": "2026-11-24"}, {"title": "Book", "url": "", "read": ""}]
    assert list(info.mappings.items()) == [("cis", ["1"]), ("stig", ["V-1", "V-2"])]


def test_damaged_pairs_are_those_that_no_damaged_file_explains() -> None:
    hurt = FileLine(path="a.xml", sha256="", size_bytes=0, integrity=Integrity.MATCHES, state=FileState.DAMAGED)
    lines = {name: CoverageLine(dataset=name, target="EX1", status=Status.DAMAGED) for name in ("windows_services", "iis_settings")}
    explained = CoverageLine(dataset="windows_features", target="EX1", status=Status.UNREADABLE, files=("a.xml",))
    partial = CoverageLine(dataset="receive_connectors", target="org", status=Status.PARTIAL)
    one = replace(estate(), coverage=(*lines.values(), explained, partial), files=(hurt,))

    assert [line.dataset for line in damaged_pairs(one, Catalog(CATALOG))] == ["windows_services"]
