"""Answers on real exports, each checked by hand against the file and line named beside it.

The exports lie beside the project and are never copied into it; without them these tests are skipped.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from exposture.model.assessment import Assessment
from exposture.workflows.audit import AuditRequest, run_audit

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
SERVER = "SOLO-E16A"
pytestmark = pytest.mark.skipif(not CORPUS.is_dir(), reason="the real exports (../shared/corpus) are not on this machine")

Row = dict[str, Any]


@cache
def audited(folder: str) -> Assessment:
    return run_audit(AuditRequest(inputs=(CORPUS / folder,))).assessment


def rows(folder: str, rule_id: str) -> list[Row]:
    table = audited(folder).results
    return [row for row in table.to_pylist() if row["rule_id"] == rule_id]


def verdicts(folder: str, rule_id: str) -> dict[str, tuple[str, str | None]]:
    """Subject -> outcome, and severity of a fail."""
    return {row["subject"]: (row["outcome"], row["severity"] if row["outcome"] == "fail" else None) for row in rows(folder, rule_id)}


def evidence(folder: str, rule_id: str, subject: str) -> Row:
    found = [row for row in rows(folder, rule_id) if row["subject"] == subject]
    return dict(json.loads(found[0]["evidence"]))


def test_the_server_is_named_with_version_and_build() -> None:
    # Exchange/GetExchangeServer.xml (Name), Exchange/ExSetup.xml:17 (FileVersion 15.01.2375.007)
    assert [(each.name, each.version, each.build) for each in audited("exchange2016").head.servers] == [(SERVER, "2016", "15.1.2375.7")]


def test_tls_12_is_on_for_both_sides() -> None:
    # OS/GetAllTlsSettings.xml:45-54: server Enabled 1 and DisabledByDefault 0, client values not written; Windows build 14393: on by default
    assert verdicts("exchange2016", "TLS-001") == {SERVER: ("pass", None)}
    found = evidence("exchange2016", "TLS-001", SERVER)
    assert (found["client_state"], found["server_state"]) == ("Enabled", "Enabled")


@pytest.mark.parametrize("protocol", ["TLS 1.0", "TLS 1.1"])
def test_old_tls_is_on_for_both_sides(protocol: str) -> None:
    # OS/GetAllTlsSettings.xml:68-77 (1.0) and 22-31 (1.1): server Enabled 1, client values not written
    assert verdicts("exchange2016", "TLS-002")[protocol] == ("fail", "medium")
    found = evidence("exchange2016", "TLS-002", protocol)
    assert (found["client_state"], found["server_state"]) == ("Enabled", "Enabled")


def test_smb_1_is_on() -> None:
    # OS/GetSmbServerConfiguration.xml:27 (EnableSMB1Protocol true), OS/GetWindowsFeature.xml:23891 (FS-SMB1)
    assert verdicts("exchange2016", "AUT-002") == {SERVER: ("fail", "high")}
    assert evidence("exchange2016", "AUT-002", SERVER)["enable_smb1_protocol"] is True


CERTIFICATES = {
    # Exchange/GetExchangeCertificate.xml: RawData in lines 11, 24 and 37, read with another X.509 tool
    "92E196F3C8D3D753FCFC5B7690C3173AA1C0ABE3": ("2023-10-29T00:34:03", 2048),
    "823884A32609DCDC8C4B5462952586C30D814073": ("2023-11-24T00:32:37", 2048),
    "A60C6E62FF85D208DF668D597A1B077E1534147F": ("2028-11-20T23:22:56", 2048),
}


def test_each_certificate_has_its_end_and_key() -> None:
    ends = {row["thumbprint"]: row["not_after"] for row in map(_evidence, rows("exchange2016", "CRT-001"))}
    keys = {row["thumbprint"]: row["key_size"] for row in map(_evidence, rows("exchange2016", "CRT-003"))}

    assert {thumbprint: (ends[thumbprint], keys[thumbprint]) for thumbprint in ends} == CERTIFICATES


def _evidence(row: Row) -> Row:
    return dict(json.loads(row["evidence"]))


def test_the_build_stands_in_the_release_table() -> None:
    # Exchange/ExSetup.xml:17 and rules/data/builds.csv: 15.1.2375.7 is CU22 of 2016; the security updates after it are missing
    found = evidence("exchange2016", "BLD-003", SERVER)
    assert (found["release_name"], found["build"]) == ("CU22", "15.1.2375.7")
    assert "Oct21SU" in found["missing"]


def test_the_page_file_is_managed_by_windows() -> None:
    # OS/Win32_PageFileSetting.xml:1 (an empty export), Hardware/HyperV_Win32_ComputerSystem.xml:48 (AutomaticManagedPagefile true)
    assert verdicts("exchange2016", "HST-008") == {SERVER: ("fail", "low")}
    assert evidence("exchange2016", "HST-008", SERVER)["automatic_managed_pagefile"] is True


def test_the_power_plan_is_balanced() -> None:
    # OS/Win32_PowerPlan.xml:40 (ElementName Balanced) and 42 (IsActive true)
    assert verdicts("exchange2016", "HST-027") == {SERVER: ("fail", "medium")}
    assert evidence("exchange2016", "HST-027", SERVER)["element_name"] == "Balanced"


@pytest.mark.parametrize("service", ["MSExchangeTransport", "MSExchangeIS", "W3SVC"])
def test_service_states_are_certain(service: str) -> None:
    # OS/GetService.xml: Status Running in lines 27778 (MSExchangeTransport), 26365 (MSExchangeIS) and 60224 (W3SVC)
    assert verdicts("exchange2016", "HST-004")[service] == ("pass", None)


def test_no_rule_passes_whose_data_is_absent() -> None:
    assessment = audited("exchange2016")
    absent = {(gap.dataset, gap.target) for gap in assessment.head.coverage.gaps}
    optional = {(rule.id, name) for rule in assessment.head.rules for name, need in rule.datasets.items() if "optional" in need}
    passed = [row for row in assessment.results.to_pylist() if row["outcome"] == "pass"]

    leaning = {
        (row["rule_id"], source["dataset"])
        for row in passed
        for source in row["sources"]
        if (source["dataset"], source["target"]) in absent and (row["rule_id"], source["dataset"]) not in optional
    }

    assert len(passed) > 30
    assert leaning == set()


def test_every_file_is_read_or_listed() -> None:
    coverage = audited("exchange2016").head.coverage
    listed = {each.path for each in coverage.unrecognised}

    assert coverage.totals.damaged == 0
    assert {"Exchange/Configuration.xml", "Exchange/Antimalware.xml", "Exchange/IIS/applicationHost.config"} <= listed


@pytest.mark.parametrize("rule_id", ["RCV-001", "HDR-001"])
def test_connectors_without_their_permissions_are_unknown(rule_id: str) -> None:
    outcomes = {row["outcome"] for row in rows("connectors", rule_id)}

    assert "unknown" in outcomes
    assert outcomes <= {"unknown", "not_applicable"}
