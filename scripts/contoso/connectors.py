"""Receive and send connectors, their permissions, and the copies that EdgeSync writes to the Edge."""

from __future__ import annotations

from scripts.contoso.acls import ANONYMOUS as ANYBODY
from scripts.contoso.acls import RELAY, descriptor, grants_of, sending_grants
from scripts.contoso.contents import Contents, Row
from scripts.contoso.machines import EDGE1, EX10, EX16, EX19A, MODERN, Machine
from scripts.contoso.names import GROUP_DN, SERVERS_DN, directory_object

ALL_ADDRESSES = ["::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff", "0.0.0.0-255.255.255.255"]
EVERYWHERE = ["[::]:{port}", "0.0.0.0:{port}"]
KILOBYTE, MEGABYTE = 1 << 10, 1 << 20
SERVERS = ["ExchangeUsers", "ExchangeServers", "ExchangeLegacyServers"]
ALL_AUTH = ["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS", "ExchangeServer"]
CLIENT_AUTH = ["Tls", "Integrated", "BasicAuth", "BasicAuthRequireTLS"]
CONNECTIONS_DN = f"CN=Connections,CN=Exchange Routing Group (DWBGZMFD01QNBJR),CN=Routing Groups,{GROUP_DN}"
RECEIVE, SEND = "msExchSmtpReceiveConnector", "msExchRoutingSMTPConnector"
SITE_NAME = "Headquarters"
INTERNET_VIA_EDGE = "EdgeSync - Headquarters to Internet"
INBOUND = "EdgeSync - Inbound to Headquarters"


def fill(contents: Contents) -> None:
    """Add every connector with its permission list."""
    for machine in MODERN:
        _receive(contents, machine, *_defaults(machine))
    _receive(contents, EX10, *_defaults_2010())
    _receive(contents, EX19A, _relay_for_printers())
    _receive(contents, EX16, _scanner_relay())
    _receive(contents, EDGE1, _edge_connector())
    for connector, to_anybody in _send_connectors():
        _send(contents, connector, to_anybody=to_anybody)


def _connector(name: str, port: int, groups: list[str], auth: list[str], **more: object) -> Row:
    """Return what a receive connector is made of, without its server."""
    return {
        "name": name,
        "enabled": True,
        "bindings": [text.format(port=port) for text in EVERYWHERE],
        "remote_ip_ranges": list(ALL_ADDRESSES),
        "permission_groups": groups,
        "auth_mechanism": auth,
        "require_tls": False,
        "banner": None,
        "tls_certificate_name": None,
        "tls_domain_capabilities": [],
        "domain_secure_enabled": False,
        "extended_protection_policy": "None",
        "suppress_x_anonymous_tls": False,
        "enable_auth_gssapi": False,
        "default_domain": None,
        "protocol_logging_level": "None",
        "max_message_size": 36 * MEGABYTE,
        "max_header_size": 256 * KILOBYTE,
        "max_hop_count": 60,
        "max_local_hop_count": 12,
        "max_recipients_per_message": 200,
        "connection_timeout": 600,
        "connection_inactivity_timeout": 300,
        "max_inbound_connection": 5000,
        "max_inbound_connection_per_source": 20,
        "max_inbound_connection_percentage_per_source": 2,
        "max_protocol_errors": 5,
        "max_logon_failures": 3,
        "max_acknowledgement_delay": 30,
        "tarpit_interval": 5,
        "message_rate_limit": "Unlimited",
        "message_rate_source": "IPAddress",
        "size_enabled": "Enabled",
        "pipelining_enabled": True,
        "enhanced_status_codes_enabled": True,
        "delivery_status_notification_enabled": True,
        "require_ehlo_domain": False,
        "comment": None,
        **more,
    }


def _defaults(machine: Machine) -> list[Row]:
    """Return the five connectors that setup makes since 2013."""
    name = machine.name
    hub, front = {"transport_role": "HubTransport"}, {"transport_role": "FrontendTransport"}
    return [
        _connector(f"Default {name}", 2525, SERVERS, ALL_AUTH, **hub, max_recipients_per_message=5000, max_inbound_connection_per_source="Unlimited"),
        _connector(f"Client Proxy {name}", 465, ["ExchangeUsers", "ExchangeServers"], ALL_AUTH, **hub),
        _connector(
            f"Default Frontend {name}",
            25,
            ["AnonymousUsers", "ExchangeServers", "ExchangeLegacyServers"],
            ALL_AUTH,
            **front,
            protocol_logging_level="Verbose",
        ),
        _connector(f"Outbound Proxy Frontend {name}", 717, ["ExchangeServers"], ALL_AUTH, **front, protocol_logging_level="Verbose"),
        _connector(f"Client Frontend {name}", 587, ["ExchangeUsers"], CLIENT_AUTH, **front, protocol_logging_level="Verbose"),
    ]


def _defaults_2010() -> list[Row]:
    """Return the two connectors of an Exchange 2010 Hub Transport; the client connector offers passwords in the clear."""
    everything = ["0.0.0.0-255.255.255.255"]
    return [
        _connector("Default EX10", 25, SERVERS, ALL_AUTH, remote_ip_ranges=everything, max_message_size=10 * MEGABYTE),
        _connector(
            "Client EX10", 587, ["ExchangeUsers"], ["Tls", "Integrated", "BasicAuth"], remote_ip_ranges=everything, max_message_size=10 * MEGABYTE
        ),
    ]


def _relay_for_printers() -> Row:
    """Printers on the second floor may send to anybody, and nobody else: as it should be."""
    return _connector(
        "Relay for printers",
        25,
        ["AnonymousUsers", "Custom"],
        ["Tls"],
        transport_role="FrontendTransport",
        remote_ip_ranges=["10.20.40.10-10.20.40.40"],
        protocol_logging_level="Verbose",
        comment="Multifunction printers, second floor",
    )


def _scanner_relay() -> Row:
    """Somebody opened this one for a scanner, for the whole world: the founding mistake."""
    return _connector(
        "Scanner relay",
        25,
        ["AnonymousUsers", "Custom"],
        ["Tls"],
        transport_role="FrontendTransport",
        bindings=["10.20.1.113:25"],
        remote_ip_ranges=["0.0.0.0-255.255.255.255"],
        comment="Scanner of the archive, ask Facilities",
    )


def _edge_connector() -> Row:
    return _connector(
        "Default internal receive connector EDGE1",
        25,
        ["AnonymousUsers", "ExchangeServers", "Partners"],
        ["Tls", "ExchangeServer"],
        protocol_logging_level="Verbose",
    )


def _receive(contents: Contents, machine: Machine, *connectors: Row) -> None:
    target = machine.name if machine.is_edge else "org"
    parent = f"CN=SMTP Receive Connectors,CN=Protocols,CN={machine.name},{SERVERS_DN}"
    for connector in connectors:
        name = str(connector["name"])
        row = {
            **directory_object(name, parent, identity=rf"{machine.name}\{name}", created=machine.installed),
            **connector,
            "server": machine.name,
            "fqdn": machine.fqdn,
        }
        if not machine.is_old:
            row |= {"auth_tarpit_interval": 5, "bare_linefeed_rejection_enabled": machine.setup == "15.2.1748.49"}
        contents.put("receive_connectors", target, [row])
        grants = list(grants_of(row["permission_groups"], is_edge=machine.is_edge))
        if "Custom" in row["permission_groups"]:
            grants.append((ANYBODY, RELAY))
        _put_descriptor(contents, target, row, RECEIVE, descriptor(grants, is_edge=machine.is_edge))


def _send_connectors() -> list[tuple[Row, bool]]:
    """Return send connectors, and whether anonymous destinations see internal headers."""
    internet = {"address_spaces": ["SMTP:*;10"], "dns_routing_enabled": True, "smart_hosts": []}
    edge_internet = {**internet, "address_spaces": ["SMTP:*;1"], "source_transport_servers": ["EDGE1"]}
    inbound = {"address_spaces": ["SMTP:--;100"], "dns_routing_enabled": False, "smart_hosts": ["--"], "source_transport_servers": ["EDGE1"]}
    partner = {
        "address_spaces": ["SMTP:example.net;1"],
        "dns_routing_enabled": False,
        "smart_hosts": ["mx.example.net"],
        "require_tls": True,
        "tls_auth_level": "DomainValidation",
        "tls_domain": "mx.example.net",
        "source_transport_servers": ["EX19A", "EX19B"],
    }
    return [
        (_send_connector(INTERNET_VIA_EDGE, **edge_internet), False),
        (_send_connector(INBOUND, **inbound, tls_auth_level="ExchangeServerAuthentication"), False),
        (_send_connector("Internet direct", **internet, source_transport_servers=["EX16"]), True),
        (_send_connector("Partner example.net", **partner), False),
    ]


def _send_connector(name: str, **more: object) -> Row:
    servers = more["source_transport_servers"]
    return {
        **directory_object(name, CONNECTIONS_DN),
        "enabled": True,
        "smart_host_auth_mechanism": "None",
        "use_external_dns_servers_enabled": False,
        "port": 25,
        "home_mta_server_id": servers[0] if isinstance(servers, list) else None,
        "is_scoped_connector": False,
        "fqdn": "mail.example.com",
        "frontend_proxy_enabled": False,
        "force_helo": False,
        "ignore_starttls": False,
        "require_tls": False,
        "tls_auth_level": None,
        "tls_domain": None,
        "tls_certificate_name": None,
        "domain_secure_enabled": False,
        "cloud_services_mail_enabled": False,
        "protocol_logging_level": "Verbose",
        "max_message_size": 35 * MEGABYTE,
        "connection_inactivity_time_out": 600,
        **more,
    }


def _send(contents: Contents, row: Row, *, to_anybody: bool) -> None:
    contents.put("send_connectors", "org", [row])
    _put_descriptor(contents, "org", row, SEND, descriptor(sending_grants(to_anybody=to_anybody)))
    if row["source_transport_servers"] == ["EDGE1"]:
        contents.put("send_connectors", EDGE1.name, [dict(row)])
        edge_list = descriptor(sending_grants(to_anybody=to_anybody, is_edge=True), is_edge=True)
        _put_descriptor(contents, EDGE1.name, row, SEND, edge_list)


def _put_descriptor(contents: Contents, target: str, row: Row, kind: str, sddl: str) -> None:
    acl = {"guid": row["guid"], "distinguished_name": row["distinguished_name"], "object_class": ["top", kind], "sddl": sddl}
    contents.put("ad_connector_acls", "ldap" if target == "org" else target, [acl])
