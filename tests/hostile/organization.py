"""The healthy exports that every hostile file lies beside, and what has to come out of them whatever it is."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from exposture.model.estate import Estate
from exposture.workflows.ruleset import Ruleset, load_ruleset
from tests.small import catalog, connectors_export
from tests.unit.bundle.samples import loose, opened, rows, servers_export, services_export

CONNECTORS = ["Printer", "Scanner"]
CANARY = "CANARY-7f3a-nobody-may-read-this"
RULES = ("HDR-001", "RCV-001", "RCV-006")
"""What judges connectors and domains: enough to see that nothing is lost, and fast."""


def healthy(folder: Path) -> Path:
    """Write four good exports of one server."""
    exports = {"Get-ExchangeServer_xml": servers_export("EX1"), "Get-Service_xml": services_export("W32Time", "MSExchangeIS")}
    pools = b'"Name","State"\r\n"MSExchangeOWAAppPool","Started"\r\n'
    return loose(folder, ReceiveConnectors_xml=connectors_export(*CONNECTORS), **exports, **{"EX1__Get-NotKnown_csv": pools})


def healthy_rows(estate: Estate) -> tuple[object, ...]:
    """Return what came out of the good exports."""
    return (
        sorted(rows(estate, "receive_connectors", "name", "server", "auth_mechanism"), key=str),
        sorted(rows(estate, "exchange_servers", "name", "fqdn", "server_role"), key=str),
        sorted(rows(estate, "windows_services", "name", "state", "server"), key=str),
    )


@cache
def ruleset() -> Ruleset:
    """Return the packaged facts with a few of the rules."""
    whole = load_ruleset()
    few = tuple(loaded for loaded in whole.rulebook.rules if loaded.rule.id in RULES)
    return replace(whole, rulebook=replace(whole.rulebook, rules=few))


def estate_of(folder: Path) -> Estate:
    """Open a folder with the real catalog."""
    return opened(folder, given=catalog())


def fails(document: dict[str, Any], rule_id: str = "RCV-006") -> list[str]:
    """Return the subjects of a rule's fails."""
    return sorted(row["subject"] for row in document["results"] if row["rule_id"] == rule_id and row["outcome"] == "fail")
