"""Small factories for Assessments: each takes what matters and fills in the rest."""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

import pyarrow as pa

from exposture.model.assessment import (
    AsOf,
    Assessment,
    BundleInfo,
    CoverageInfo,
    Head,
    Listed,
    Organization,
    PassCount,
    ProfileUse,
    RuleInfo,
    RulePack,
    ServerInfo,
    Summary,
    Tool,
)
from exposture.model.results import RESULTS, evidence_hash, finding_id, group_id, name_key

REMEDIATION: dict[str, Any] = {
    "kind": "powershell",
    "per": "object",
    "effort": "minutes",
    "restarts": [],
    "inputs": {"identity": "subject"},
    "precheck": "Get-ReceiveConnector $in.identity | Format-List Enabled,RemoteIPRanges",
    "change": "Set-ReceiveConnector $in.identity -Enabled $false",
    "verify": "Get-ReceiveConnector $in.identity | Format-List Enabled",
    "rollback": "Set-ReceiveConnector $in.identity -Enabled $true",
    "impact": "Clients that relay through this connector are refused at once.",
}


def rule_info(rule_id: str = "RCV-001", **changes: Any) -> RuleInfo:
    """Return a published rule."""
    values: dict[str, Any] = {
        "id": rule_id,
        "title": "No receive connector relays for anonymous senders",
        "area": "connectors",
        "status": "stable",
        "kind": "query",
        "scope": "exchange",
        "topics": ["M03"],
        "severity": "critical",
        "severity_reason": "anyone on the internet can send spam through it",
        "product_default_fails": False,
        "rationale": "An open relay is found within hours and puts the organization on every blocklist.",
        "question": "",
        "message": "{subject} relays.",
        "exceptions": [],
        "remediation": REMEDIATION,
        "references": [],
        "mappings": {},
        "datasets": {"receive_connectors": "rows"},
        "notes": "",
        "revision": "0123456789abcdef",
    }
    return RuleInfo(**{**values, **changes})


def row(rule_id: str = "RCV-001", **changes: Any) -> dict[str, Any]:
    """Return one row of results; ids are made as the engine makes them."""
    evidence = changes.pop("evidence", {})
    values: dict[str, Any] = {
        "rule_id": rule_id,
        "outcome": "fail",
        "severity": "critical",
        "is_default": False,
        "server": "EX1",
        "subject": "EX1\\Relay",
        "sub_key": "",
        "reason": None,
        "message": "EX1\\Relay lets anonymous senders relay.",
        "would_change": [],
        "because_of": [],
        "sources": [],
    }
    values |= changes
    values.setdefault("subject_key", f"{values['server'] or 'org'}|{values['subject']}".casefold())
    digest = evidence_hash(evidence, frozenset())
    values["evidence"] = json.dumps(evidence, ensure_ascii=False, separators=(",", ":"))
    values["evidence_hash"] = digest
    values["finding_id"] = finding_id(rule_id, values["subject_key"], values["sub_key"])
    values["group_id"] = group_id(rule_id, values["outcome"], values["severity"], digest)
    values["name_key"] = name_key(values["subject"], values["sub_key"])
    return values


def coverage(**changes: Any) -> CoverageInfo:
    """Return a coverage of 19 in 20 without lists."""
    values: dict[str, Any] = {
        "expected": 20,
        "collected": 19,
        "ratio": 0.95,
        "counts": "pairs",
        "gaps": [],
        "unrecognised": [],
        "damaged": [],
        "conversions": [],
        "remarks": [],
    }
    values |= changes
    lists = {name: len(values[name]) for name in ("gaps", "unrecognised", "damaged", "conversions")}
    values.setdefault("totals", Listed(**lists))
    return CoverageInfo(**values)


def bundle(**changes: Any) -> BundleInfo:
    """Return a bundle whose hashes match."""
    values: dict[str, Any] = {
        "name": "contoso-2026-08",
        "sha256": "9f" * 32,
        "integrity": "matches",
        "is_loose": False,
        "collected_from": "2026-08-14T08:02:11",
        "collected_to": "2026-08-14T09:30:00",
        "collector_version": "1.0",
        "redaction": "none",
    }
    return BundleInfo(**{**values, **changes})


def server(name: str = "EX1", **changes: Any) -> ServerInfo:
    """Return a listed Mailbox server."""
    values: dict[str, Any] = {
        "name": name,
        "key": f"guid:{name.casefold()}",
        "version": "2019",
        "build": "15.2.1544.11",
        "roles": ["Mailbox"],
        "site": None,
        "dag": None,
    }
    return ServerInfo(**{**values, **changes})


def summary(rows: list[dict[str, Any]], rules: list[RuleInfo]) -> Summary:
    """Return the counts over the rows."""
    areas = {rule.id: rule.area for rule in rules}
    by_server: dict[str, Counter[str]] = {}
    by_area: dict[str, Counter[str]] = {}
    for line in rows:
        word = line["severity"] if line["outcome"] == "fail" else line["outcome"]
        by_server.setdefault(line["server"] or "org", Counter())[word] += 1
        by_area.setdefault(areas[line["rule_id"]], Counter())[word] += 1
    fails = Counter(line["severity"] for line in rows if line["outcome"] == "fail")
    return Summary(
        by_outcome=dict(Counter(line["outcome"] for line in rows)),
        by_severity=dict(fails),
        by_server={name: dict(counts) for name, counts in by_server.items()},
        by_area={name: dict(counts) for name, counts in by_area.items()},
        open=sum(fails.values()),
    )


def assessment(
    rows: list[dict[str, Any]] | None = None,
    *,
    rules: list[RuleInfo] | None = None,
    passes: list[PassCount] | None = None,
    **head: Any,
) -> Assessment:
    """Return an Assessment of one fail on one server, unless told otherwise."""
    results = [row()] if rows is None else rows
    published = rules or [rule_info(rule_id) for rule_id in sorted({line["rule_id"] for line in results})] or [rule_info()]
    ordered = sorted(results, key=lambda line: (line["rule_id"], line["server"] or "", line["subject"], line["sub_key"], line["finding_id"]))
    values: dict[str, Any] = {
        "tool": Tool(version="0.1.0", rule_pack=RulePack(version="0.1.0", sha256="ab" * 32, data_dates={"builds": "2026-08-01"})),
        "profile": ProfileUse(name="default", title="Default", parameters={}, off={}),
        "as_of": AsOf(time="2026-08-14T09:30:00", origin="collection"),
        "organization": Organization(name="Contoso", guid="11111111-2222-3333-4444-555555555555", forests=["contoso.example"]),
        "bundles": [bundle()],
        "servers": [server()],
        "coverage": coverage(),
        "rules": published,
        "site": {},
        "summary": summary(results, published),
    }
    return Assessment(head=Head(**{**values, **head}), results=pa.Table.from_pylist(ordered, schema=RESULTS), passes=passes or [])
