"""The Windows services of each server, as many as the rules and the eye need."""

from __future__ import annotations

from scripts.contoso.contents import Row
from scripts.contoso.machines import EX10, EX16, Machine

WINDOWS = {
    "WinMgmt": "Windows Management Instrumentation",
    "RpcEptMapper": "RPC Endpoint Mapper",
    "EventLog": "Windows Event Log",
    "MpsSvc": "Windows Firewall",
    "W32Time": "Windows Time",
}
WEB = {"W3Svc": "World Wide Web Publishing Service", "IISAdmin": "IIS Admin Service"}
EVERYWHERE = {
    "MSExchangeServiceHost": "Microsoft Exchange Service Host",
    "MSExchangeTransport": "Microsoft Exchange Transport",
    "MSExchangeTransportLogSearch": "Microsoft Exchange Transport Log Search",
}
INSIDE = {
    "MSExchangeADTopology": "Microsoft Exchange Active Directory Topology",
    "MSExchangeIS": "Microsoft Exchange Information Store",
    "MSExchangeRepl": "Microsoft Exchange Replication",
    "MSExchangeRPC": "Microsoft Exchange RPC Client Access",
    "MSExchangeMailboxAssistants": "Microsoft Exchange Mailbox Assistants",
    "MSExchangeMailboxReplication": "Microsoft Exchange Mailbox Replication",
    "MSExchangeThrottling": "Microsoft Exchange Throttling",
    "MSExchangeEdgeSync": "Microsoft Exchange EdgeSync",
}
SINCE_2013 = {
    "MSExchangeDelivery": "Microsoft Exchange Mailbox Transport Delivery",
    "MSExchangeSubmission": "Microsoft Exchange Mailbox Transport Submission",
    "MSExchangeFastSearch": "Microsoft Exchange Search",
    "HostControllerService": "Microsoft Exchange Search Host Controller",
    "MSExchangeFrontEndTransport": "Microsoft Exchange Frontend Transport",
    "MSComplianceAudit": "Microsoft Exchange Compliance Audit",
    "MSExchangeCompliance": "Microsoft Exchange Compliance Service",
    "MSExchangeDagMgmt": "Microsoft Exchange DAG Management",
}
HEALTH = {
    "MSExchangeDiagnostics": "Microsoft Exchange Diagnostics",
    "MSExchangeHM": "Microsoft Exchange Health Manager",
    "MSExchangeHMRecovery": "Microsoft Exchange Health Manager Recovery",
}
IN_2010 = {
    "MSExchangeSA": "Microsoft Exchange System Attendant",
    "MSExchangeMailSubmission": "Microsoft Exchange Mail Submission",
    "MSExchangeAB": "Microsoft Exchange Address Book",
    "MSExchangeFBA": "Microsoft Exchange Forms-Based Authentication service",
    "MSExchangeFDS": "Microsoft Exchange File Distribution",
    "MSExchangeProtectedServiceHost": "Microsoft Exchange Protected Service Host",
    "MSExchangeSearch": "Microsoft Exchange Search Indexer",
}
AT_THE_EDGE = {
    "ADAM_MSExchange": "Microsoft Exchange ADAM",
    "MSExchangeEdgeCredential": "Microsoft Exchange Credential Service",
    "MSExchangeRPC": "Microsoft Exchange RPC Client Access",
    "MSExchangeMailboxReplication": "Microsoft Exchange Mailbox Replication",
}
MAILBOX_PROTOCOLS = {"MSExchangePOP3": "Microsoft Exchange POP3", "MSExchangeIMAP4": "Microsoft Exchange IMAP4"}
BACK_ENDS = {"MSExchangePOP3BE": "Microsoft Exchange POP3 Backend", "MSExchangeIMAP4BE": "Microsoft Exchange IMAP4 Backend"}


def services(machine: Machine) -> list[Row]:
    """Return the services of a server: POP3 runs on EX10, and the search of EX16 has stopped."""
    running = {**WINDOWS, **EVERYWHERE}
    stopped: dict[str, str] = {}
    if machine.is_edge:
        running |= {**AT_THE_EDGE, **HEALTH}
    else:
        running |= {**WEB, **INSIDE}
        stopped = {**MAILBOX_PROTOCOLS} if machine.is_old else {**MAILBOX_PROTOCOLS, **BACK_ENDS}
        running |= IN_2010 if machine.is_old else {**SINCE_2013, **HEALTH}
    rows = [_service(machine, name, title) for name, title in running.items()]
    rows += [_service(machine, name, title, state="Stopped", mode="Manual") for name, title in stopped.items()]
    rows = [row | _change(machine, str(row["name"])) for row in rows]
    return sorted(rows, key=lambda row: str(row["name"]).casefold())


def _service(machine: Machine, name: str, title: str, *, state: str = "Running", mode: str = "Auto") -> Row:
    is_windows = name in {**WINDOWS, **WEB}
    folder = r"C:\Windows\System32\svchost.exe" if is_windows else rf"{machine.path}\Bin\{name}.exe"
    row: Row = {
        "name": name,
        "display_name": title,
        "state": state,
        "start_mode": mode,
        "start_name": r"NT AUTHORITY\NetworkService" if is_windows or "Transport" in name else "LocalSystem",
        "path_name": folder,
    }
    return row if machine.is_old else row | {"delayed_auto_start": False}


def _change(machine: Machine, name: str) -> Row:
    if machine is EX10 and name == "MSExchangePOP3":
        return {"state": "Running", "start_mode": "Auto"}
    if machine is EX16 and name == "MSExchangeFastSearch":
        return {"state": "Stopped"}
    return {}
