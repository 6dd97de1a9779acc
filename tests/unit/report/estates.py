"""Large invented estates: every rule judges every server, as in the budgets of the design."""

from __future__ import annotations

from typing import Any

from tests.unit.report.assessments import REMEDIATION, assessment, row, rule_info, server

from exposture.model.assessment import Assessment
from exposture.report.marks import AREAS

SEVERITIES = ["critical", "high", "medium", "low", "info"]


def _outcome(server_number: int, rule_number: int) -> dict[str, Any]:
    match (server_number * 7 + rule_number) % 10:
        case 0 | 1 | 2:
            return {"outcome": "fail", "message": f"The setting {rule_number} of EX{server_number:04} is not what it should be."}
        case 3:
            return {"outcome": "unknown", "reason": f"windows_fact_{rule_number} of EX{server_number:04}: not in the bundle", "message": "-"}
        case _:
            return {"outcome": "pass", "message": "fine"}


def _row(server_number: int, rule_number: int) -> dict[str, Any]:
    name = f"EX{server_number:04}"
    return row(
        f"RCV-{rule_number:03}",
        server=name,
        subject=f"{name}\\Default Frontend {name}",
        severity=SEVERITIES[rule_number % 5],
        evidence={"setting": f"value {server_number % 6}", "enabled": bool(server_number % 2), "ranges": ["192.0.2.0/24", "198.51.100.0/24"]},
        sources=[{"dataset": "receive_connectors", "target": "org", "file": "org/receive_connectors.xml", "properties": ["Setting", "Enabled"]}],
        **_outcome(server_number, rule_number),
    )


def wide(*, servers: int, rules: int) -> Assessment:
    """Return an Assessment of servers x rules results, three in ten of them fails on every rule."""
    areas = list(AREAS)
    published = [
        rule_info(
            f"RCV-{number:03}",
            area=areas[number % len(areas)],
            title=f"The setting {number} of every connector is what it should be on every server of the organization",
            severity=SEVERITIES[number % 5],
            rationale="An attacker who reaches this can read mail on its way, and nobody notices. " * 3,
            remediation={**REMEDIATION, "change": "Get-ReceiveConnector $in.identity |\n    Set-ReceiveConnector -Setting $true"},
            exceptions=["A connector for one application, limited to its addresses."],
            references=[{"title": "Vendor documentation of the setting", "url": "https://example.com/setting", "read": "2026-07-01"}],
        )
        for number in range(rules)
    ]
    rows = [_row(server_number, rule_number) for rule_number in range(rules) for server_number in range(servers)]
    return assessment(rows, rules=published, servers=[server(f"EX{number:04}", roles=["Mailbox"]) for number in range(servers)])
