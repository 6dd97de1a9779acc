"""The servers themselves and what the organization says about all of them."""

from __future__ import annotations

from scripts.contoso.certificates import own, thumbprint
from scripts.contoso.contents import Contents, Row
from scripts.contoso.machines import EDGE1, MAILBOX_SERVERS, MODERN, SERVERS, Machine
from scripts.contoso.names import AD_DOMAIN, GROUP_DN, ORGANIZATION, ORGANIZATION_DN, SERVERS_DN, SITE, directory_object, link

DAG_DN = f"CN=Database Availability Groups,{GROUP_DN}"
GIGABYTE = 1 << 30
DAY = 86_400
ORG = "org"


def fill(contents: Contents) -> None:
    """Add the servers, their transport service, the Edge subscription and the organization's settings."""
    contents.put("exchange_servers", ORG, [exchange_server(machine) for machine in SERVERS])
    contents.put("exchange_servers", EDGE1.name, [exchange_server(EDGE1)])
    contents.put("mailbox_servers", ORG, [_mailbox_server(machine) for machine in MAILBOX_SERVERS])
    contents.put("transport_services", ORG, [_transport_service(machine) for machine in MAILBOX_SERVERS])
    contents.put("transport_services", EDGE1.name, [_transport_service(EDGE1)])
    contents.put("edge_subscriptions", ORG, [_edge_subscription()])
    contents.put("organization_config", ORG, [_organization()])
    contents.put("hybrid_configuration", ORG, [])
    contents.put("rpc_client_access", ORG, [_rpc_client_access(machine) for machine in MAILBOX_SERVERS])
    for machine in SERVERS:
        _fill_setup(contents, machine)


def exchange_server(machine: Machine) -> Row:
    """Return the row of Get-ExchangeServer -Status."""
    controllers = [] if machine.is_edge else [f"dc1.{AD_DOMAIN}", f"dc2.{AD_DOMAIN}"]
    row: Row = {
        **directory_object(machine.name, SERVERS_DN, created=machine.installed),
        "fqdn": machine.fqdn,
        "domain": AD_DOMAIN,
        "site": SITE,
        "server_role": list(machine.roles),
        "is_edge_server": machine.is_edge,
        "is_mailbox_server": "Mailbox" in machine.roles,
        "is_client_access_server": not machine.is_edge,
        "is_hub_transport_server": not machine.is_edge,
        "is_unified_messaging_server": False,
        "is_provisioned_server": False,
        "edition": "Enterprise" if machine.version == "2019" and not machine.is_edge else "Standard",
        "admin_display_version": _display(machine),
        "data_path": rf"{machine.path}\Mailbox",
        "static_domain_controllers": [],
        "static_global_catalogs": [],
        "static_config_domain_controller": None,
        "static_excluded_domain_controllers": [],
        "current_domain_controllers": controllers,
        "current_global_catalogs": controllers,
        "current_config_domain_controller": controllers[0] if controllers else None,
        "error_reporting_enabled": False,
        "customer_feedback_enabled": False,
        "is_exchange_trial_edition": False,
        "is_expired_exchange_trial_edition": False,
        "remaining_trial_period": 0,
    }
    if not machine.is_old:
        row |= {
            "is_frontend_transport_server": not machine.is_edge,
            "mitigations_enabled": True,
            "mitigations_applied": [],
            "mitigations_blocked": [],
            "internet_web_proxy": None,
            "internet_web_proxy_bypass_list": None,
            "data_collection_enabled": False,
        }
    return row


def _display(machine: Machine) -> str:
    major, minor, *rest = machine.display.split(".")
    return f"Version {major}.{minor} (Build {'.'.join(rest)})"


def _mailbox_server(machine: Machine) -> Row:
    row: Row = {
        **directory_object(machine.name, SERVERS_DN, created=machine.installed),
        "server_role": list(machine.roles),
        "admin_display_version": _display(machine),
        "database_availability_group": link("DAG1", DAG_DN) if machine.version == "2019" else None,
        "database_copy_auto_activation_policy": "Unrestricted",
        "auto_database_mount_dial": "GoodAvailability",
        "maximum_active_databases": None,
        "mapi_encryption_required": False,
        "message_tracking_log_enabled": True,
        "message_tracking_log_max_age": 30 * DAY,
        "message_tracking_log_max_directory_size": GIGABYTE,
        "message_tracking_log_path": rf"{machine.path}\TransportRoles\Logs\MessageTracking",
        "message_tracking_log_subject_logging_enabled": True,
        "calendar_repair_log_enabled": True,
    }
    return row if machine.is_old else row | {"database_copy_activation_disabled_and_move_now": False}


def _transport_service(machine: Machine) -> Row:
    logs = rf"{machine.path}\TransportRoles\Logs"
    return {
        **directory_object(machine.name, SERVERS_DN, created=machine.installed),
        "antispam_agents_enabled": machine.name in ("EDGE1", "EX16", "EX10"),
        "internal_transport_certificate_thumbprint": thumbprint(own(machine)),
        "external_dns_servers": [],
        "external_dns_adapter_enabled": True,
        "internal_dns_servers": [],
        "internal_dns_adapter_enabled": True,
        "connectivity_log_enabled": True,
        "connectivity_log_max_age": 30 * DAY,
        "message_tracking_log_enabled": True,
        "message_tracking_log_max_age": 30 * DAY,
        "message_tracking_log_max_directory_size": GIGABYTE,
        "message_tracking_log_path": rf"{logs}\MessageTracking",
        "message_tracking_log_subject_logging_enabled": True,
        "intra_org_connector_protocol_logging_level": "None",
        "send_protocol_log_path": rf"{logs}\ProtocolLog\SmtpSend",
        "send_protocol_log_max_age": 30 * DAY,
        "receive_protocol_log_path": rf"{logs}\ProtocolLog\SmtpReceive",
        "receive_protocol_log_max_age": 30 * DAY,
        "pickup_directory_path": rf"{machine.path}\TransportRoles\Pickup",
        "replay_directory_path": rf"{machine.path}\TransportRoles\Replay",
        "max_outbound_connections": 1000,
        "max_per_domain_outbound_connections": 20,
        "transient_failure_retry_count": 6,
        "message_retry_interval": 900,
    }


def _edge_subscription() -> Row:
    return {
        **directory_object("EDGE1", SERVERS_DN, created="2020-02-12T07:30:00Z"),
        "site": SITE,
        "domain": AD_DOMAIN,
    }


def _organization() -> Row:
    row = directory_object(ORGANIZATION, ORGANIZATION_DN.partition(",")[2], created="2011-09-19T15:00:00Z")
    return {
        **row,
        "scl_junk_threshold": 4,
        "activity_based_authentication_timeout_enabled": True,
        "activity_based_authentication_timeout_interval": 6 * 3600,
        "activity_based_authentication_timeout_with_single_sign_on_enabled": True,
        "oauth2_client_profile_enabled": False,
        "mapi_http_enabled": True,
        "default_authentication_policy": None,
        "enable_download_domains": False,
        "mitigations_enabled": True,
        "customer_feedback_enabled": False,
        "root_public_folder_mailbox": None,
    }


def _rpc_client_access(machine: Machine) -> Row:
    blocked = "-11.32767.65535" if machine.is_old else None
    return {
        **directory_object("RpcClientAccess", f"CN=Protocols,CN={machine.name},{SERVERS_DN}", identity=machine.name),
        "server": machine.name,
        "encryption_required": True,
        "blocked_client_versions": blocked,
        "maximum_connections": 65536,
        "responsibility": "Mailboxes",
    }


def _fill_setup(contents: Contents, machine: Machine) -> None:
    major, minor, build, revision = (int(part) for part in machine.setup.split("."))
    version = f"{major:02}.{minor:02}.{build:04}.{revision:03}"
    contents.put(
        "windows_exsetup",
        machine.name,
        [{"file_version": version, "product_version": version, "path": rf"{machine.path}\bin\ExSetup.exe", "found": True}],
    )
    modern = {"enable_serialization_data_signing": 1 if machine.version == "2016" else None} if machine in MODERN or machine.is_edge else {}
    contents.put(
        "registry_exchange",
        machine.name,
        [
            {
                "msi_install_path": machine.path + "\\",
                **modern,
                "disable_base_type_check_for_deserialization": None,
                "enable_ecc_certificate_support": None,
                "cts_processor_affinity_percentage": None,
                "disable_granular_replication": None,
                "disable_async_notification": None,
                "disable_preservation": None,
                "database_path": None,
            }
        ],
    )
