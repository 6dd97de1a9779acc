"""What only a look into the store and the running services tells: public folders, health, resources, logging levels."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.contoso.contents import Contents, Row
from scripts.contoso.machines import EX16, MAILBOX_SERVERS, MODERN, Machine

ORG = "org"
SETS = ("AD", "ActiveSync.Protocol", "Autodiscover.Protocol", "ECP.Proxy", "HubTransport", "OWA.Protocol", "Store")
CATEGORIES = (
    r"MSExchange ActiveSync\Requests",
    r"MSExchange ADAccess\Topology",
    r"MSExchangeTransport\SmtpReceive",
    r"MSExchange OAuth\Server",
)


def fill(contents: Contents) -> None:
    """Add them; Contoso has no public folders and no setting overrides."""
    contents.put("public_folders", ORG, [])
    contents.put("public_folder_client_permissions", ORG, [])
    for machine in MAILBOX_SERVERS:
        contents.put("event_log_levels", machine.name, list(_levels(machine)))
    for machine in MODERN:
        contents.put("health_reports", machine.name, list(_health(machine)))
        contents.put("exchange_diagnostic_overrides", machine.name, [])
        contents.put("exchange_diagnostic_resources", machine.name, list(_resources(machine)))


def _levels(machine: Machine) -> Iterator[Row]:
    """Yield logging levels; somebody looked for a fault in the directory access of EX16 and left the level high."""
    for category in CATEGORIES:
        is_raised = machine is EX16 and "Topology" in category
        yield {
            "identity": rf"{machine.name}\{category}",
            "name": category.rpartition("\\")[2],
            "event_level": "Expert" if is_raised else "Lowest",
        }


def _health(machine: Machine) -> Iterator[Row]:
    for name in SETS:
        is_ill = machine is EX16 and name == "ECP.Proxy"
        yield {
            "health_set": name,
            "health_group": "CustomerTouchPoints" if "Protocol" in name else "ServiceComponents",
            "state": "Online" if "." in name else "NotApplicable",
            "alert_value": "Unhealthy" if is_ill else "Healthy",
            "last_transition_time": "2026-08-14T22:10:09Z" if is_ill else machine.booted,
            "monitor_count": 12,
            "ha_impacting_monitor_count": 2,
        }


def _resources(machine: Machine) -> Iterator[Row]:
    database = rf"{machine.path}\TransportRoles\data\Queue\mail.que"
    for name, pressure in (("PrivateBytes", 4), ("SystemMemory", 71), (f"DatabaseUsedSpace[{database}]", 22)):
        yield {"resource": name, "current_resource_use": "Low", "previous_resource_use": "Low", "pressure": pressure}
