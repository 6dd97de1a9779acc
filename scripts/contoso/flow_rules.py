"""Mail flow rules, journalling, queues and the front end transport service."""

from __future__ import annotations

from scripts.contoso.contents import Contents, Row
from scripts.contoso.machines import EDGE1, MODERN, SERVERS, Machine
from scripts.contoso.names import SERVERS_DN, TRANSPORT_DN, directory_object

ORG = "org"
DAY = 86_400
RULES_DN = f"CN=TransportVersioned,CN=Rules,{TRANSPORT_DN}"
UNUSED = [
    "from_senders",
    "from_member_of",
    "from_scope",
    "from_address_contains_words",
    "from_address_matches_patterns",
    "sender_domain_is",
    "sender_ip_ranges",
    "sent_to",
    "sent_to_scope",
    "sent_to_member_of",
    "recipient_domain_is",
    "subject_contains_words",
    "subject_or_body_contains_words",
    "header_contains_message_header",
    "header_contains_words",
    "header_matches_message_header",
    "header_matches_patterns",
    "scl_over",
    "set_scl",
    "set_header_name",
    "set_header_value",
    "remove_header",
    "redirect_message_to",
    "blind_copy_to",
    "copy_to",
    "add_to_recipients",
    "generate_incident_report",
    "route_message_outbound_connector",
    "attachment_extension_matches_words",
    "attachment_name_matches_patterns",
    "attachment_contains_words",
    "comments",
    "activation_date",
    "expiry_date",
]


def fill(contents: Contents) -> None:
    """Add three rules, an empty journal, quiet queues and the logs of the front end."""
    contents.put("transport_rules", ORG, [_newsletter(), _programs(), _leaver()])
    contents.put("transport_rules", EDGE1.name, [])
    contents.put("journal_rules", ORG, [])
    contents.put("frontend_transport_services", ORG, [_front_end(machine) for machine in MODERN])
    for machine in SERVERS:
        contents.put("queues", machine.name, _queues(machine))


def _rule(name: str, priority: int, description: str, conditions: list[str], actions: list[str], **more: object) -> Row:
    return {
        **directory_object(name, RULES_DN),
        **dict.fromkeys(UNUSED),
        "state": "Enabled",
        "mode": "Enforce",
        "priority": priority,
        "description": description,
        "conditions": [f"Microsoft.Exchange.MessagingPolicies.Rules.Tasks.{one}Predicate" for one in conditions],
        "actions": [f"Microsoft.Exchange.MessagingPolicies.Rules.Tasks.{one}Action" for one in actions],
        "exceptions": None,
        "delete_message": False,
        "quarantine": False,
        "stop_rule_processing": False,
        "attachment_has_executable_content": False,
        **more,
    }


def _newsletter() -> Row:
    """Mail that says it comes from the partner passes the spam filter; anybody can say so."""
    return _rule(
        "Partner newsletter is no spam",
        0,
        "If the message is received from 'example.net', set the spam confidence level (SCL) to '-1'",
        ["SenderDomainIs"],
        ["SetScl"],
        sender_domain_is=["example.net"],
        set_scl=-1,
    )


def _programs() -> Row:
    return _rule(
        "No programs",
        1,
        "If the message has any attachment with executable content, delete the message without notifying the recipient or sender",
        ["AttachmentHasExecutableContent"],
        ["DeleteMessage"],
        attachment_has_executable_content=True,
        delete_message=True,
    )


def _leaver() -> Row:
    """What Robert Falk gets goes to his private address, too."""
    return _rule(
        "Falk handover",
        2,
        "If the message is sent to 'robert.falk@example.com', blind carbon copy (Bcc) the message to 'robert.falk@example.org'",
        ["SentTo"],
        ["BlindCopyTo"],
        sent_to=["robert.falk@example.com"],
        blind_copy_to=["robert.falk@example.org"],
    )


def _front_end(machine: Machine) -> Row:
    logs = rf"{machine.path}\TransportRoles\Logs\FrontEnd"
    return {
        **directory_object(machine.name, f"CN=Frontend,CN={machine.name},{SERVERS_DN}", created=machine.installed),
        "antispam_agents_enabled": False,
        "connectivity_log_enabled": True,
        "connectivity_log_max_age": 30 * DAY,
        "connectivity_log_path": rf"{logs}\Connectivity",
        "agent_log_enabled": True,
        "agent_log_max_age": 7 * DAY,
        "receive_protocol_log_path": rf"{logs}\ProtocolLog\SmtpReceive",
        "receive_protocol_log_max_age": 30 * DAY,
        "send_protocol_log_path": rf"{logs}\ProtocolLog\SmtpSend",
        "send_protocol_log_max_age": 30 * DAY,
        "intra_org_connector_protocol_logging_level": "None",
        "internal_dns_servers": [],
        "internal_dns_adapter_enabled": True,
        "external_dns_servers": [],
        "external_dns_adapter_enabled": True,
        "max_connection_rate_per_minute": 1200,
    }


def _queues(machine: Machine) -> list[Row]:
    """Return the queues of one server; the old one waits for a domain that no longer exists."""
    rows = [_queue(machine, "Submission", "Undefined", "Submission", 0)]
    if machine.is_old:
        error = "[{LED=451 4.4.0 DNS query failed};{MSG=};{FQDN=};{IP=};{LRT=}]"
        rows.append(_queue(machine, "17", "DnsConnectorDelivery", "old-partner.example.org", 41, status="Retry", error=error))
    return rows


def _queue(machine: Machine, name: str, delivery: str, hop: str, count: int, *, status: str = "Ready", error: str | None = None) -> Row:
    row: Row = {
        "identity": rf"{machine.name}\{name}",
        "delivery_type": delivery,
        "status": status,
        "message_count": count,
        "next_hop_domain": hop,
        "last_error": error,
        "last_retry_time": None if error is None else "2026-08-17T05:58:40Z",
        "next_retry_time": None if error is None else "2026-08-17T06:08:40Z",
        "deferred_message_count": 0,
    }
    return row if machine.is_old else row | {"next_hop_category": "Internal", "locked_message_count": 0}
