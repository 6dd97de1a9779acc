"""What clients reach: virtual directories, Outlook Anywhere, POP3 and IMAP4, policies, and the IIS below them."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.contoso.contents import Contents, Row
from scripts.contoso.machines import EX10, EX16, EX19A, EX19B, MAILBOX_SERVERS, Machine
from scripts.contoso.names import ORGANIZATION_DN, SERVERS_DN, directory_object

from exposture.ingest.formats import Format

ORG = "org"
OUTSIDE = "https://mail.example.com"
BLOCKED = [
    ".exe",
    ".com",
    ".bat",
    ".cmd",
    ".scr",
    ".pif",
    ".js",
    ".jse",
    ".vbs",
    ".vbe",
    ".wsf",
    ".wsh",
    ".hta",
    ".ps1",
    ".msi",
    ".msp",
    ".lnk",
    ".reg",
    ".chm",
]
ALLOWED = [".rpmsg", ".xlsx", ".docx", ".pptx", ".pdf", ".txt", ".png", ".jpg", ".gif", ".zip"]
SAVED = [".swf", ".spl", ".htm", ".html", ".xml", ".svg"]
MIME = ["application/x-javascript", "application/javascript", "application/hta", "text/javascript", "application/prg"]
SITES = "system.applicationHost/sites"
ACCESS = "system.webServer/security/access"
AUTHENTICATION = "system.webServer/security/authentication"
DEFAULT_SITE, BACK_END = "Default Web Site", "Exchange Back End"
PATHS = {
    "owa": "owa",
    "ecp": "ecp",
    "EWS": r"exchweb\EWS",
    "OAB": "OAB",
    "Microsoft-Server-ActiveSync": "sync",
    "mapi": "mapi",
    "Autodiscover": "Autodiscover",
}
ADMIN_RULE = "Block the admin center from outside"


def fill(contents: Contents) -> None:
    """Add everything that a client can talk to."""
    for machine in MAILBOX_SERVERS:
        _fill_server(contents, machine)
    contents.put("owa_mailbox_policies", ORG, [_policy()])
    contents.put("client_access_rules", ORG, [])


def _fill_server(contents: Contents, machine: Machine) -> None:
    contents.put("owa_virtual_directories", machine.name, [_owa(machine)])
    contents.put("ecp_virtual_directories", machine.name, [_ecp(machine)])
    contents.put("web_services_virtual_directories", machine.name, [_web_services(machine)])
    contents.put("oab_virtual_directories", machine.name, [_oab(machine)])
    contents.put("active_sync_virtual_directories", machine.name, [_active_sync(machine)])
    contents.put("autodiscover_virtual_directories", machine.name, [_autodiscover(machine)])
    if not machine.is_old:
        contents.put("mapi_virtual_directories", machine.name, [_mapi(machine)])
    contents.put("outlook_anywhere", machine.name, [_outlook_anywhere(machine)])
    contents.put("pop_settings", machine.name, [_pop(machine)])
    contents.put("imap_settings", machine.name, [_imap(machine)])
    contents.put("iis_config", machine.name, list(_iis(machine)), format=Format.CSV)


def _directory(machine: Machine, path: str, folder: str, *, outside: bool = True) -> Row:
    """Return what every virtual directory of the Default Web Site has."""
    name = f"{path} ({DEFAULT_SITE})"
    parent = f"CN=HTTP,CN=Protocols,CN={machine.name},{SERVERS_DN}"
    url = "autodiscover/autodiscover.xml" if path == "Autodiscover" else "EWS/Exchange.asmx" if path == "EWS" else path
    has_no_url = path == "Autodiscover"
    front = r"ClientAccess" if machine.is_old else r"FrontEnd\HttpProxy"
    return {
        **directory_object(name, parent, identity=rf"{machine.name}\{name}", created=machine.installed),
        "server": machine.name,
        "internal_url": None if has_no_url else f"https://{machine.fqdn if machine.is_old else 'mail.example.com'}/{url}",
        "external_url": f"{OUTSIDE}/{url}" if outside and not has_no_url else None,
        "metabase_path": f"IIS://{machine.fqdn}/W3SVC/1/ROOT/{path}",
        "path": rf"{machine.path}\{front}\{folder}",
        "internal_authentication_methods": ["Ntlm", "WindowsIntegrated"],
        "external_authentication_methods": ["Ntlm", "WindowsIntegrated"],
        "extended_protection_token_checking": "Require" if machine in (EX19A, EX19B) else "None",
        "extended_protection_flags": ["None"],
        "extended_protection_spn_list": [],
        "admin_display_version": machine.display,
        "read_with_ad_properties_only": False,
    }


def _files(*, lacks: tuple[str, ...] = ()) -> Row:
    """Return the file lists of Outlook on the web; some administrators open a list for one user and forget it."""
    return {
        "blocked_file_types": [each for each in [*BLOCKED, ".cpl"] if each not in lacks],
        "allowed_file_types": [*ALLOWED, *lacks],
        "force_save_file_types": SAVED,
        "blocked_mime_types": MIME,
        "allowed_mime_types": ["image/png", "image/jpeg"],
        "force_save_mime_types": ["Application/octet-stream", "text/html"],
        "action_for_unknown_file_and_mime_types": "Allow",
    }


def _owa(machine: Machine) -> Row:
    row: Row = {
        **_directory(machine, "owa", "owa", outside=machine is not EX10),
        **_files(lacks=(".js", ".vbs") if machine is EX16 else ()),
        "web_site": DEFAULT_SITE,
        "forms_authentication": True,
        "basic_authentication": True,
        "windows_authentication": False,
        "digest_authentication": False,
        "internal_authentication_methods": ["Basic", "Fba"],
        "external_authentication_methods": ["Fba"],
        "logon_format": "FullDomain",
        "default_domain": "",
        "logon_page_public_private_selection_enabled": False,
        "logon_page_light_selection_enabled": False,
        "direct_file_access_on_public_computers_enabled": True,
        "direct_file_access_on_private_computers_enabled": True,
        "anonymous_features_enabled": True,
        "smime_enabled": True,
        "change_password_enabled": True,
        "irm_enabled": True,
        "filter_web_beacons_and_html_forms": "UserFilterChoice",
        "allow_offline_on": "AllComputers",
        "owa_version": "Exchange2010" if machine.is_old else "Exchange2013",
    }
    modern: Row = {
        "adfs_authentication": False,
        "oauth_authentication": False,
        "wac_viewing_on_public_computers_enabled": True,
        "wac_viewing_on_private_computers_enabled": True,
        "external_download_host_name": None,
        "internal_download_host_name": None,
        "third_party_attachments_enabled": True,
    }
    return row if machine.is_old else row | modern


def _ecp(machine: Machine) -> Row:
    """On EX19A the admin center is off; its twin and EX16 still show it to the internet."""
    row: Row = {
        **_directory(machine, "ecp", "ecp", outside=machine is not EX10),
        "web_site": DEFAULT_SITE,
        "forms_authentication": True,
        "basic_authentication": True,
        "windows_authentication": False,
        "digest_authentication": False,
        "internal_authentication_methods": ["Basic", "Fba"],
        "external_authentication_methods": ["Fba"],
    }
    modern: Row = {"adfs_authentication": False, "admin_enabled": machine is not EX19A, "owa_options_enabled": True}
    return row if machine.is_old else row | modern


def _web_services(machine: Machine) -> Row:
    row: Row = {
        **_directory(machine, "EWS", r"exchweb\EWS" if machine.is_old else "EWS", outside=machine is not EX10),
        "internal_nlb_bypass_url": None,
        "mrs_proxy_enabled": False,
        "basic_authentication": False,
        "digest_authentication": False,
        "windows_authentication": True,
        "ws_security_authentication": True,
        "certificate_authentication": None,
    }
    return row if machine.is_old else row | {"oauth_authentication": True}


def _oab(machine: Machine) -> Row:
    return {
        **_directory(machine, "OAB", "OAB", outside=machine is not EX10),
        "require_ssl": True,
        "basic_authentication": False,
        "digest_authentication": False,
        "windows_authentication": True,
        "oauth_authentication": not machine.is_old,
    }


def _active_sync(machine: Machine) -> Row:
    return {
        **_directory(machine, "Microsoft-Server-ActiveSync", "sync", outside=machine is not EX10),
        "web_site": DEFAULT_SITE,
        "basic_auth_enabled": True,
        "windows_auth_enabled": False,
        "client_cert_auth": "Ignore",
        "web_site_ssl_enabled": True,
        "compression_enabled": True,
        "internal_authentication_methods": [],
        "external_authentication_methods": [],
    }


def _autodiscover(machine: Machine) -> Row:
    row: Row = {
        **_directory(machine, "Autodiscover", "Autodiscover"),
        "basic_authentication": True,
        "digest_authentication": False,
        "windows_authentication": True,
        "ws_security_authentication": True,
        "internal_authentication_methods": ["Basic", "Ntlm", "WindowsIntegrated", "WSSecurity"],
        "external_authentication_methods": ["Basic", "Ntlm", "WindowsIntegrated", "WSSecurity"],
    }
    return row if machine.is_old else row | {"oauth_authentication": True}


def _mapi(machine: Machine) -> Row:
    return {**_directory(machine, "mapi", "mapi"), "iis_authentication_methods": ["Ntlm", "OAuth", "Negotiate"]}


def _outlook_anywhere(machine: Machine) -> Row:
    row = {name: value for name, value in _directory(machine, "Rpc", "rpc").items() if not name.endswith(("_url", "_authentication_methods"))}
    row |= {"external_hostname": None if machine.is_old else "mail.example.com", "ssl_offloading": False, "iis_authentication_methods": ["Ntlm"]}
    if machine.is_old:
        return row | {"client_authentication_method": "Ntlm"}
    return row | {
        "internal_hostname": "mail.example.com",
        "external_clients_require_ssl": True,
        "internal_clients_require_ssl": True,
        "client_authentication_method": None,
        "external_client_authentication_method": "Ntlm",
        "internal_client_authentication_method": "Ntlm",
    }


def _pop(machine: Machine) -> Row:
    return _mailbox_protocol(machine, "POP3", ("110", "995"), "PlainTextLogin" if machine.is_old else "SecureLogin")


def _imap(machine: Machine) -> Row:
    return _mailbox_protocol(machine, "IMAP4", ("143", "993"), "SecureLogin")


def _mailbox_protocol(machine: Machine, protocol: str, ports: tuple[str, str], login: str) -> Row:
    plain, secure = ports
    host = machine.fqdn if machine.is_old else "mail.example.com"
    row: Row = {
        **directory_object(
            "1", f"CN={protocol},CN=Protocols,CN={machine.name},{SERVERS_DN}", identity=rf"{machine.name}\1", created=machine.installed
        ),
        "server": machine.name,
        "login_type": login,
        "unencrypted_or_tls_bindings": [f"[::]:{plain}", f"0.0.0.0:{plain}"],
        "ssl_bindings": [f"[::]:{secure}", f"0.0.0.0:{secure}"],
        "internal_connection_settings": [f"{machine.fqdn}:{secure}:SSL", f"{machine.fqdn}:{plain}:TLS"],
        "external_connection_settings": [],
        "x509_certificate_name": host,
        "extended_protection_policy": "None",
        "protocol_log_enabled": False,
        "log_file_location": rf"{machine.path}\Logging\{protocol}",
        "banner": f"The Microsoft Exchange {protocol} service is ready.",
        "max_connections": 2_147_483_647,
        "pre_authenticated_connection_timeout": 60,
        "authenticated_connection_timeout": 1800,
        "proxy_target_port": int(plain) if machine.is_old else int(plain) + 1885,
    }
    return row if machine.is_old else row | {"enable_gssapi_and_ntlm_auth": True}


def _policy() -> Row:
    return {
        **directory_object("Default", f"CN=OWA Mailbox Policies,{ORGANIZATION_DN}"),
        **_files(),
        "is_default": True,
        "direct_file_access_on_public_computers_enabled": False,
        "direct_file_access_on_private_computers_enabled": True,
        "wac_viewing_on_public_computers_enabled": True,
        "wac_viewing_on_private_computers_enabled": True,
        "smime_enabled": True,
        "change_password_enabled": True,
        "allow_offline_on": "AllComputers",
        "active_sync_integration_enabled": True,
        "instant_messaging_enabled": True,
        "irm_enabled": True,
        "third_party_attachments_enabled": False,
        "conditional_access_policy": "Off",
    }


def admin_rule() -> Row:
    """Return a client access rule that keeps the admin center inside; Contoso has none, a test may add it."""
    return {
        **directory_object(ADMIN_RULE, f"CN=Client Access Rules,{ORGANIZATION_DN}"),
        "enabled": True,
        "priority": 1,
        "action": "DenyAccess",
        "any_of_protocols": ["ExchangeAdminCenter"],
        "except_any_of_protocols": [],
        "any_of_client_ip_addresses_or_ranges": [],
        "except_any_of_client_ip_addresses_or_ranges": ["10.20.0.0/16"],
        "any_of_authentication_types": [],
        "except_any_of_authentication_types": [],
        "username_matches_any_of_patterns": [],
        "except_username_matches_any_of_patterns": [],
        "user_recipient_filter": None,
        "scope": "Users",
    }


def _iis(machine: Machine) -> Iterator[Row]:
    """Yield the configuration of IIS, one row per attribute."""
    sites = [(DEFAULT_SITE, 1, ("*:80:", "*:443:"))]
    if not machine.is_old:
        sites.append((BACK_END, 2, ("*:81:", "*:444:")))
    for name, number, bindings in sites:
        yield from _attributes("", SITES, f"site[{number}]", name=name, id=str(number))
        for place, text in enumerate(bindings, start=1):
            kind = "https" if place == 2 else "http"
            yield from _attributes("", SITES, f"site[{number}]/bindings/binding[{place}]", protocol=kind, bindingInformation=text)
        folder = r"%SystemDrive%\inetpub\wwwroot" if number == 1 else rf"{machine.path}\ClientAccess"
        yield from _application(number, 1, "/", folder)
    for place, (path, folder) in enumerate(PATHS.items(), start=2):
        yield from _application(1, place, f"/{path}", rf"{machine.path}\FrontEnd\HttpProxy\{folder}")
        yield from _attributes(f"{DEFAULT_SITE}/{path}", ACCESS, "", sslFlags="Ssl, Ssl128")
    yield from _attributes("", ACCESS, "", sslFlags="None")
    yield from _attributes("", f"{AUTHENTICATION}/anonymousAuthentication", "", enabled="true")
    yield from _attributes("", f"{AUTHENTICATION}/basicAuthentication", "", enabled="false")
    yield from _attributes(f"{DEFAULT_SITE}/owa", f"{AUTHENTICATION}/basicAuthentication", "", enabled="true")
    yield from _attributes("", f"{AUTHENTICATION}/windowsAuthentication", "", enabled="false")
    yield from _attributes("", SITES, "siteDefaults/logFile", enabled="true", directory=r"%SystemDrive%\inetpub\logs\LogFiles")


def _application(site: int, place: int, path: str, folder: str) -> Iterator[Row]:
    element = f"site[{site}]/application[{place}]"
    yield from _attributes("", SITES, element, path=path)
    yield from _attributes("", SITES, f"{element}/virtualDirectory[1]", path="/", physicalPath=folder)


def _attributes(location: str, section: str, element: str, **values: str) -> Iterator[Row]:
    for name, value in values.items():
        yield {"location": location, "section": section, "element": element, "attribute": name, "value": value}
