"""Domains, the organization's transport settings, and the filters of servers and Edge."""

from __future__ import annotations

from scripts.contoso.contents import Contents, Row
from scripts.contoso.machines import EDGE1, EX10, EX16, EX19A, EX19B, MODERN, Machine
from scripts.contoso.names import ORGANIZATION_DN, SERVERS_DN, TRANSPORT_DN, directory_object

ORG = "org"
BOTH = (ORG, EDGE1.name)
MEGABYTE = 1 << 20
ACCEPTED_DN = f"CN=Accepted Domains,{TRANSPORT_DN}"
FORMATS_DN = f"CN=Internet Message Formats,CN=Global Settings,{ORGANIZATION_DN}"
HYGIENE_DN = f"CN=Message Hygiene,{TRANSPORT_DN}"
AGENTS = r"{path}\TransportRoles\agents\{folder}\Microsoft.Exchange.Transport.Agent.{dll}.dll"
SPAM_AGENTS = (
    "Connection Filtering Agent",
    "Content Filter Agent",
    "Sender Id Agent",
    "Sender Filter Agent",
    "Recipient Filter Agent",
    "Protocol Analysis Agent",
)


def fill(contents: Contents) -> None:
    """Add domains, transport settings, filter settings and agents."""
    for target in BOTH:
        contents.put("accepted_domains", target, _accepted_domains())
        # the organization no longer forwards to its partner, and the copy on the Edge does not know it yet
        partner = _remote_domain("Partner", "example.net", auto_reply_enabled=True, auto_forward_enabled=target != ORG)
        contents.put("remote_domains", target, [_remote_domain("Default", "*"), partner])
        contents.put("transport_config", target, [_transport_config()])
        for name, row in _filters(is_edge=target != ORG).items():
            contents.put(name, target, [row])
    for machine in (*MODERN, EX10, EDGE1):
        contents.put("transport_agents", machine.name, _agents(machine))
    contents.put("malware_filtering_servers", ORG, [_malware_filtering(machine) for machine in MODERN])
    contents.put("malware_filter_policies", ORG, [])


def _accepted_domains() -> list[Row]:
    own: Row = {"match_sub_domains": False, "address_book_enabled": True}
    return [
        {**directory_object("example.com", ACCEPTED_DN), "domain_name": "example.com", "domain_type": "Authoritative", "default": True, **own},
        {
            **directory_object("contoso.example.com", ACCEPTED_DN),
            "domain_name": "contoso.example.com",
            "domain_type": "Authoritative",
            "default": False,
            **own,
        },
    ]


def _remote_domain(name: str, domain: str, **more: object) -> Row:
    return {
        **directory_object(name, FORMATS_DN),
        "domain_name": domain,
        "is_internal": False,
        "target_delivery_domain": False,
        "auto_forward_enabled": False,
        "auto_reply_enabled": False,
        "allowed_oof_type": "External",
        "meeting_forward_notification_enabled": False,
        "delivery_report_enabled": True,
        "ndr_enabled": True,
        "ndr_diagnostic_info_enabled": True,
        "tnef_enabled": None,
        "trusted_mail_inbound_enabled": False,
        "trusted_mail_outbound_enabled": False,
        **more,
    }


def _transport_config() -> Row:
    return {
        **directory_object("Transport Settings", ORGANIZATION_DN, identity="Transport Settings"),
        "max_send_size": 35 * MEGABYTE,
        "max_receive_size": 36 * MEGABYTE,
        "max_recipient_envelope_limit": 500,
        "internal_smtp_servers": ["10.20.9.5"],
        "tls_send_domain_secure_list": [],
        "tls_receive_domain_secure_list": [],
        "journaling_report_ndr_to": None,
    }


def _filters(*, is_edge: bool) -> dict[str, Row]:
    """Return the settings of each filter; those of the Edge check recipients, those inside were left as setup made them."""

    def row(name: str, **more: object) -> Row:
        external: Row = {"enabled": True, "external_mail_enabled": True, "internal_mail_enabled": False}
        return {**directory_object(name, HYGIENE_DN), **external, **more}

    return {
        "content_filter_config": row(
            "ContentFilterConfig",
            scl_delete_enabled=False,
            scl_delete_threshold=9,
            scl_reject_enabled=True,
            scl_reject_threshold=7,
            scl_quarantine_enabled=False,
            scl_quarantine_threshold=9,
            quarantine_mailbox=None,
            bypassed_senders=[],
            bypassed_sender_domains=[] if is_edge else ["example.net"],
            bypassed_recipients=[],
        ),
        "sender_filter_config": row(
            "SenderFilterConfig",
            action="Reject",
            blocked_senders=[],
            blocked_domains=[],
            blocked_domains_and_subdomains=[],
            blank_sender_blocking_enabled=True,
            recipient_blocked_sender_action="Reject",
        ),
        "sender_id_config": row(
            "SenderIdConfig",
            spoofed_domain_action="Reject" if is_edge else "StampStatus",
            temp_error_action="StampStatus",
            bypassed_sender_domains=[],
            bypassed_recipients=[],
        ),
        "sender_reputation_config": row(
            "Sender Reputation",
            sender_blocking_enabled=True,
            open_proxy_detection_enabled=False,
            srl_block_threshold=7,
            sender_blocking_period=24,
            proxy_server_name=None,
        ),
        "recipient_filter_config": row(
            "RecipientFilterConfig", recipient_validation_enabled=is_edge, block_list_enabled=False, blocked_recipients=[]
        ),
    }


def _agents(machine: Machine) -> list[Row]:
    """Return the agents of one server; on EX16 and EX10 somebody installed the anti-spam agents, and switched some of them off."""
    found = [
        _agent(machine, "Transport Rule Agent", "Rule", 1),
        _agent(machine, "Journaling Agent", "Journaling", 2),
    ]
    if machine.is_edge:
        found = [_agent(machine, "Edge Rule Agent", "EdgeRuleAgent", 1), _agent(machine, "Attachment Filtering Agent", "AttachmentFilter", 2)]
    if machine in MODERN:
        found.append(_agent(machine, "Malware Agent", "Malware", 3, enabled=machine is not EX19B))
    names = () if machine in (EX19A, EX19B) else SPAM_AGENTS[1:] if machine is EX16 else SPAM_AGENTS
    for place, name in enumerate(names, start=4):
        is_off = machine is EX16 and name in ("Sender Id Agent", "Recipient Filter Agent")
        found.append(_agent(machine, name, "Hygiene", place, enabled=not is_off))
    return found


def _agent(machine: Machine, name: str, dll: str, priority: int, *, enabled: bool = True) -> Row:
    row: Row = {
        "identity": name,
        "enabled": enabled,
        "priority": priority,
        "transport_agent_factory": f"Microsoft.Exchange.Transport.Agent.{dll}.{name.replace(' ', '')}Factory",
        "assembly_path": AGENTS.format(path=machine.path, folder=dll, dll=dll),
    }
    return row if machine.is_old else row | {"transport_service": "Hub"}


def _malware_filtering(machine: Machine) -> Row:
    return {
        **directory_object(machine.name, SERVERS_DN, created=machine.installed),
        "bypass_filtering": False,
        "scan_error_action": "Allow" if machine is EX16 else "Block",
        "force_rescan": False,
        "update_frequency": 30,
        "primary_update_path": "http://updates.example.com/server",
        "secondary_update_path": "" if machine is EX19A else None,
    }
