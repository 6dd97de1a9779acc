from __future__ import annotations

import pytest

from exposture.catalog.names import server_name, snake_case


@pytest.mark.parametrize(
    ("name", "column"),
    [
        ("RemoteIPRanges", "remote_ip_ranges"),
        ("AuthMechanism", "auth_mechanism"),
        ("EnableSMB1Protocol", "enable_smb1_protocol"),
        ("SMB1", "smb1"),
        ("WhenChangedUTC", "when_changed_utc"),
        ("msDS-SupportedEncryptionTypes", "ms_ds_supported_encryption_types"),
        ("msExchMRSRequestType", "ms_exch_mrs_request_type"),
        ("sAMAccountName", "sam_account_name"),
        ("objectSid", "object_sid"),
        ("dNSHostName", "dns_host_name"),
        ("userAccountControl", "user_account_control"),
        ("fSMORoleOwner", "fsmo_role_owner"),
        ("nTSecurityDescriptor", "nt_security_descriptor"),
        ("nETBIOSName", "netbios_name"),
        ("fDenyTSConnections", "f_deny_ts_connections"),
        ("IPEnabled", "ip_enabled"),
        ("DNSServerSearchOrder", "dns_server_search_order"),
        ("SettingID", "setting_id"),
        ("OSVersion", "os_version"),
        ("MaxMessageSize", "max_message_size"),
        ("UMEnabled", "um_enabled"),
        ("OWAEnabled", "owa_enabled"),
        ("DisabledByDefault", "disabled_by_default"),
        ("TlsAuthLevel", "tls_auth_level"),
        ("RawData", "raw_data"),
        ("CertificateDomains", "certificate_domains"),
        ("X.HasValue", "x_has_value"),
        ("InternalURLs", "internal_urls"),
        ("ActiveSyncAllowedDeviceIDs", "active_sync_allowed_device_ids"),
        ("ExternalDNSServersEnabled", "external_dns_servers_enabled"),
        ("AutoDiscoverServiceInternalUri", "auto_discover_service_internal_uri"),
        ("OAuth2ClientProfileEnabled", "oauth2_client_profile_enabled"),
        ("SMimeEnabled", "smime_enabled"),
        ("X509CertificateName", "x509_certificate_name"),
        ("PnPCapabilities", "pnp_capabilities"),
        ("IPv6Enabled", "ipv6_enabled"),
        ("TcpipNetbiosOptions", "tcpip_netbios_options"),
        ("IgnoreSTARTTLS", "ignore_starttls"),
        ("max-age", "max_age"),
        ("__SERVER", "server"),
        ("already_snake", "already_snake"),
    ],
)
def test_column_name_keeps_runs_of_capitals_together(name: str, column: str) -> None:
    assert snake_case(name) == column


@pytest.mark.parametrize(
    "text",
    [
        "ex1",
        "EX1.contoso.com",
        "CN=EX1,CN=Servers,DC=contoso,DC=com",
        "contoso.com/Configuration/Servers/EX1",
        r"EX1\Default EX1",
        r"\\EX1",
        " EX1 ",
    ],
)
def test_every_spelling_of_a_server_gives_its_netbios_name(text: str) -> None:
    assert server_name(text) == "EX1"


@pytest.mark.parametrize("text", ["", ".", "localhost", "192.0.2.1", "2001:db8::1"])
def test_nobody_is_no_server(text: str) -> None:
    assert server_name(text) is None
