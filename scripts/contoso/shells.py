"""How administrators and clients find a server: the PowerShell virtual directory and the Autodiscover record."""

from __future__ import annotations

from scripts.contoso.contents import Contents, Row
from scripts.contoso.machines import MAILBOX_SERVERS, Machine
from scripts.contoso.names import AD_DOMAIN, SERVERS_DN, directory_object

ORG = "org"


def fill(contents: Contents) -> None:
    """Add both for every server inside."""
    contents.put("client_access_services", ORG, [_client_access(machine) for machine in MAILBOX_SERVERS])
    for machine in MAILBOX_SERVERS:
        contents.put("powershell_virtual_directories", machine.name, [_shell(machine)])


def _client_access(machine: Machine) -> Row:
    """The old server still names itself, so that clients ask it first."""
    host = machine.fqdn if machine.is_old else "autodiscover.example.com"
    return {
        **directory_object(machine.name, SERVERS_DN, created=machine.installed),
        "fqdn": machine.fqdn,
        "auto_discover_service_internal_uri": f"https://{host}/Autodiscover/Autodiscover.xml",
        "auto_discover_service_class_name": "ms-Exchange-AutoDiscover-Service",
        "auto_discover_service_cn": machine.name,
        "auto_discover_site_scope": ["Headquarters"],
        "outlook_anywhere_enabled": True,
        "alternate_service_account_configuration": "Latest: <Not set>\r\nPrevious: <Not set>",
    }


def _shell(machine: Machine) -> Row:
    name = "PowerShell (Default Web Site)"
    return {
        **directory_object(
            name, f"CN=HTTP,CN=Protocols,CN={machine.name},{SERVERS_DN}", identity=rf"{machine.name}\{name}", created=machine.installed
        ),
        "server": machine.name,
        "internal_url": f"http://{machine.name.lower()}.{AD_DOMAIN}/powershell",
        "external_url": None,
        "metabase_path": f"IIS://{machine.fqdn}/W3SVC/1/ROOT/PowerShell",
        "path": machine.path + (r"\ClientAccess\PowerShell" if machine.is_old else r"\FrontEnd\HttpProxy\PowerShell"),
        "basic_authentication": False,
        "windows_authentication": False,
        "certificate_authentication": True,
        "digest_authentication": False,
        "live_id_basic_authentication": False,
        "require_ssl": False,
        "read_with_ad_properties_only": False,
        "internal_authentication_methods": [],
        "external_authentication_methods": [],
        "extended_protection_token_checking": "None",
        "extended_protection_flags": [],
        "extended_protection_spn_list": [],
        "admin_display_version": machine.display,
        **({} if machine.is_old else {"virtual_directory_type": "PowerShell"}),
    }
