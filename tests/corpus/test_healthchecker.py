"""What the HealthChecker result of the corpus audits to, pinned whole, and the values behind it that were checked by hand.

The export lies beside the project and is never copied into it; without it these tests are skipped. The pinned file
holds outcomes alone. After a rule was added or changed, read the difference that the test prints, check it against the
export, and write the new lines with `EXPOSTURE_PIN=1 pytest tests/corpus/test_healthchecker.py`.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pyarrow as pa
import pytest

from exposture.catalog.facts import load_facts
from exposture.catalog.load import load_catalog
from exposture.model.assessment import Assessment
from exposture.model.coverage import Status
from exposture.model.estate import Estate
from exposture.workflows.audit import AuditRequest, open_estate, run_audit

EXPORT = Path(__file__).parents[3] / "shared" / "corpus" / "healthchecker" / "E16_CU18.xml"
PINNED = Path(__file__).with_name("healthchecker_outcomes.txt")
SERVER = "SOLO-E16A"
pytestmark = pytest.mark.skipif(not EXPORT.is_file(), reason="the HealthChecker result (../shared/corpus/healthchecker) is not on this machine")


@cache
def assessment() -> Assessment:
    return run_audit(AuditRequest(inputs=(EXPORT,))).assessment


@cache
def estate() -> Estate:
    return open_estate([EXPORT], load_catalog(), load_facts())


def table(name: str) -> pa.Table:
    return estate().tables[name]


def values(name: str, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(row[column] for column in columns) for row in table(name).to_pylist()]


def outcomes() -> Iterator[str]:
    for row in assessment().results.to_pylist():
        yield f"{row['rule_id']}  {row['server'] or '-'}  {row['subject']}  {row['outcome']}"
    for each in assessment().passes:
        yield f"{each.rule_id}  {each.server or '-'}  ({each.count} more)  {each.outcome}"


def test_every_outcome_is_the_pinned_one() -> None:
    found = sorted(outcomes())
    if os.environ.get("EXPOSTURE_PIN"):
        PINNED.write_text("\n".join(found) + "\n", encoding="utf-8")

    assert found == PINNED.read_text(encoding="utf-8").splitlines()


def test_time_is_the_servers_clock_when_the_tool_ran() -> None:
    # line 629: LocalDateTime 20210920153423.350000-300; line 15661: GenerationTime is 13 seconds later
    head = assessment().head
    assert (str(head.as_of.time), head.as_of.origin) == ("2021-09-20T20:34:23.350000", "estimate")


def test_build_comes_from_the_file_of_setup() -> None:
    assert [(each.name, each.version, each.build) for each in assessment().head.servers] == [(SERVER, "2016", "15.1.2106.2")]


@pytest.mark.parametrize("dataset", ["registry_schannel", "registry_net_framework", "effective_tls"])
def test_computed_tls_switches_are_no_registry_values(dataset: str) -> None:
    # TLSSettings holds ServerEnabled true and no ServerEnabledValue: true also where nothing is written
    assert table(dataset).num_rows == 0
    assert {line.status for line in estate().coverage if line.dataset == dataset} <= {Status.MISSING}


@pytest.mark.parametrize(
    "dataset", ["registry_lsa", "registry_lanman_server", "registry_exchange", "registry_tcpip", "registry_rpc", "registry_reboot_pending"]
)
def test_value_that_stands_for_nothing_found_is_not_taken(dataset: str) -> None:
    # LmCompatibility 3, LanManServerDisabledCompression 0, CtsProcessorAffinityPercentage 0, TCPKeepAlive 0, PendingReboot false
    assert table(dataset).num_rows == 0


def test_what_the_tool_holds_in_part_is_partial() -> None:
    partial = {line.dataset: line.message for line in estate().coverage if line.status is Status.PARTIAL}

    assert partial["exchange_servers"] == "the tool reads one server of the organization"
    assert partial["windows_features"] == "the tool keeps the feature FS-SMB1 alone"
    assert "windows_hotfixes" not in partial


def test_directory_view_of_owa_is_marked() -> None:
    # BasicAuthentication, WindowsAuthentication, FormsAuthentication false and WebSite empty: read with -ADPropertiesOnly
    assert values("owa_virtual_directories", "read_with_ad_properties_only", "web_site") == [(True, "")]


def test_certificates_are_read_from_their_bytes() -> None:
    found = {row["thumbprint"]: (str(row["not_after"]), row["key_size"], row["services"]) for row in table("certificates").to_pylist()}

    assert found == {
        "92E196F3C8D3D753FCFC5B7690C3173AA1C0ABE3": ("2023-10-29 00:34:03", 2048, ["SMTP"]),
        "823884A32609DCDC8C4B5462952586C30D814073": ("2023-11-24 00:32:37", 2048, ["IMAP", "POP", "IIS", "SMTP"]),
        "A60C6E62FF85D208DF668D597A1B077E1534147F": ("2028-11-20 23:22:56", 2048, ["None"]),
    }


@pytest.mark.parametrize(
    ("dataset", "columns", "expected"),
    [
        ("windows_operating_system", ("build_number", "product_type", "os_language"), [(14393, 3, 1033)]),
        ("windows_computer_system", ("domain_role", "automatic_managed_pagefile", "number_of_logical_processors"), [(3, True, 6)]),
        ("registry_windows_version", ("current_build_number", "ubr"), [(14393, 1914)]),
        ("registry_net_release", ("release",), [(528049,)]),
        ("registry_time_zone", ("time_zone_key_name", "dynamic_daylight_time_disabled"), [("Central Standard Time", 0)]),
        ("windows_power_plans", ("element_name", "is_active"), [("Balanced", True)]),
        ("windows_smb_server_configuration", ("enable_smb1_protocol", "require_security_signature"), [(True, True)]),
        ("windows_features", ("name", "installed"), [("FS-SMB1", True)]),
        ("windows_network_adapters", ("description", "full_dns_registration_enabled"), [("Microsoft Hyper-V Network Adapter", True)]),
        ("windows_network_adapter_rss", ("name", "enabled"), [("Ethernet", True)]),
        ("web_services_virtual_directories", ("mrs_proxy_enabled", "windows_authentication"), [(False, True)]),
        ("organization_config", ("scl_junk_threshold", "enable_download_domains"), [(4, False)]),
        ("ad_schema_classes", ("poss_superiors",), [(["computer"],)]),
    ],
)
def test_value_is_that_of_the_file(dataset: str, columns: tuple[str, ...], expected: list[tuple[object, ...]]) -> None:
    assert values(dataset, *columns) == expected


def test_rows_of_lists_are_all_there() -> None:
    counts = {name: table(name).num_rows for name in ("windows_hotfixes", "server_component_states", "iis_application_pools", "registry_uninstall")}

    assert counts == {"windows_hotfixes": 5, "server_component_states": 35, "iis_application_pools": 17, "registry_uninstall": 4}


def test_no_pass_leans_on_data_that_the_tool_does_not_have() -> None:
    absent = {(gap.dataset, gap.target) for gap in assessment().head.coverage.gaps if gap.status == Status.MISSING}
    optional = {(rule.id, name) for rule in assessment().head.rules for name, need in rule.datasets.items() if "optional" in need}
    passed = [row for row in assessment().results.to_pylist() if row["outcome"] == "pass"]

    leaning = {(row["rule_id"], source["dataset"]) for row in passed for source in row["sources"] if (source["dataset"], source["target"]) in absent}

    assert len(passed) > 5
    assert leaning - optional == set()


def test_nothing_failed_to_convert_and_nothing_is_left_over() -> None:
    coverage = assessment().head.coverage

    assert (coverage.totals.conversions, coverage.totals.unrecognised, coverage.totals.damaged) == (0, 0, 0)
    assert json.dumps([line.message for line in estate().files]).count("dropped") == 1
