"""Topics M17 to M28: certificates, updates, time, hosts, availability, encryption, web sites."""

from __future__ import annotations

from dataclasses import replace

from scripts.contoso.certificates import EXPIRED, MAIL
from scripts.contoso.clocks import FROM_DC1, W32TIME
from scripts.contoso.contents import Contents
from scripts.contoso.encryption import SCHANNEL, replace_certificate
from scripts.contoso.machines import EX10, EX19A
from scripts.contoso.windows import TCPIP

from tests.samples.topics import Topic

PARAMETERS = rf"{W32TIME}\Parameters"
DOMAIN_CONTROLLER, MEMBER_SERVER = {"domain_role": 4, "product_type": 2}, {"domain_role": 3, "product_type": 3}


def _set_role(contoso: Contents, server: str, values: dict[str, int]) -> None:
    contoso.row("windows_computer_system", server)["domain_role"] = values["domain_role"]
    contoso.row("windows_operating_system", server)["product_type"] = values["product_type"]


class M17Certificates(Topic):
    """The certificate of web mail runs out."""

    rule, place, broken = "CRT-001", ("EX19A", "mail.example.com"), ("EX10", "ex10.contoso.example.com")
    shows = ("exchange_certificates", "windows_certificates")

    @staticmethod
    def mistake(contoso: Contents) -> None:
        replace_certificate(contoso, EX19A, MAIL, replace(MAIL, begins="2025-08-01", ends="2026-08-01"))

    @staticmethod
    def repair(contoso: Contents) -> None:
        replace_certificate(contoso, EX10, EXPIRED, replace(EXPIRED, begins="2026-08-01", ends="2028-08-01"))


class M18SupportedVersion(Topic):
    """A version without support; nothing at Contoso has any, so EX19A gets the Subscription Edition first."""

    rule, place, broken = "BLD-001", ("EX19A", "EX19A"), ("EX19A", "EX19A")
    shows = ("exchange_servers", "mailbox_servers", "windows_exsetup")
    also = frozenset(
        {
            # servers of different versions share no DAG: the versions are counted anew
            ("DAG-001", "", "Exchange 2019 / 2019"),
            ("DAG-001", "", "Exchange SE / SE"),
            ("DAG-001", "EX19A", "DB01"),
            ("DAG-001", "EX19A", "DB03 Projects"),
            ("DAG-001", "EX19B", "DB02"),
        }
    )
    well = "not_applicable"  # the Subscription Edition has no end of support that could come

    @staticmethod
    def prepare(contoso: Contents) -> None:
        M18SupportedVersion.repair(contoso)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        _install(contoso, "15.2.1748.10", "15.02.1748.049")

    @staticmethod
    def repair(contoso: Contents) -> None:
        _install(contoso, "15.2.2562.17", "15.02.2562.046")


def _install(contoso: Contents, display: str, setup: str) -> None:
    for dataset in ("exchange_servers", "mailbox_servers"):
        contoso.row(dataset, "org", name="EX19A")["admin_display_version"] = display
    contoso.row("windows_exsetup", "EX19A")["file_version"] = setup


class M18SecurityUpdates(Topic):
    """A server misses the security updates of a year."""

    rule, place, broken, shows = "BLD-003", ("EX19A", "EX19A"), ("EX19B", "EX19B"), ("windows_exsetup",)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("windows_exsetup", "EX19A")["file_version"] = "15.02.1748.026"

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("windows_exsetup", "EX19B")["file_version"] = "15.02.1748.049"


class M19Clocks(Topic):
    """A server stops asking anybody for the time."""

    rule, place, broken, shows = "TIM-002", ("EX19A", "EX19A"), ("EX10", "EX10"), ("registry_w32time",)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("registry_w32time", "EX19A", key_path=PARAMETERS)["type"] = "NoSync"

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("registry_w32time", "EX10", key_path=PARAMETERS)["type"] = "NT5DS"
        contoso.row("windows_time_status", "EX10")["reference_id"] = FROM_DC1


class M20DomainController(Topic):
    """Exchange runs on a domain controller."""

    rule, place, broken = "HST-001", ("EX16", "EX16"), ("EX10", "EX10")
    shows = ("windows_operating_system", "windows_computer_system", "ad_domain_controllers")

    @staticmethod
    def mistake(contoso: Contents) -> None:
        _set_role(contoso, "EX16", DOMAIN_CONTROLLER)

    @staticmethod
    def repair(contoso: Contents) -> None:
        _set_role(contoso, "EX10", MEMBER_SERVER)
        controllers = contoso.pairs["ad_domain_controllers", "ldap"]
        controllers.rows = [row for row in controllers.rows if row["dns_host_name"] != "ex10.contoso.example.com"]


class M21OneService(Topic):
    """A mail server hands out addresses as well."""

    rule, place, broken, mended = "HST-002", ("EX19A", "DHCP"), ("EX16", "Print-Services"), ("EX16", "roles")
    shows = ("windows_features", "windows_services")
    also = frozenset({("HST-002", "EX19A", "roles")})  # the row that says that no role was found

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("windows_features", "EX19A", name="DHCP").update({"installed": True, "install_state": "Installed"})

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("windows_features", "EX16", name="Print-Services").update({"installed": False, "install_state": "Available"})


class M22NameServers(Topic):
    """A server knows one name server only."""

    rule, place, broken, shows = "HST-015", ("EX19A", "EX19A"), ("EX16", "EX16"), ("windows_network_adapters",)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("windows_network_adapters", "EX19A", index=7)["dns_server_search_order"] = ["10.20.1.2"]

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("windows_network_adapters", "EX16", index=7)["dns_server_search_order"] = ["10.20.1.2", "10.20.1.3"]


class M23EventLogs(Topic):
    """A disk reports bad blocks, and nobody reads it."""

    rule, place, broken, shows = "HST-005", ("EX19A", "EX19A"), ("EX19B", "EX19B"), ("windows_event_counts",)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.put("windows_event_counts", "EX19A", [dict(contoso.row("windows_event_counts", "EX19B", provider_name="disk"))])

    @staticmethod
    def repair(contoso: Contents) -> None:
        counts = contoso.pairs["windows_event_counts", "EX19B"]
        counts.rows = [row for row in counts.rows if row["provider_name"] != "disk"]


class M24Firewall(Topic):
    """The firewall is off in one profile."""

    rule, place, broken, shows = "HST-009", ("EX19A", "EX19A"), ("EX16", "EX16"), ("windows_firewall_profiles",)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("windows_firewall_profiles", "EX19A", name="Private")["enabled_state"] = "False"

    @staticmethod
    def repair(contoso: Contents) -> None:
        for row in contoso.rows("windows_firewall_profiles", "EX16"):
            row["enabled_state"] = "True"


class M25Performance(Topic):
    """Connections are kept alive for five minutes."""

    rule, place, broken = "HST-016", ("EX19A", "KeepAliveTime"), ("EX16", "KeepAliveTime")
    shows = ("registry_tcpip", "registry_exchange", "windows_computer_system", "windows_network_adapters", "windows_network_adapter_rss")

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("registry_tcpip", "EX19A", key_path=TCPIP.format(key="Tcpip"))["keep_alive_time"] = 300_000

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("registry_tcpip", "EX16", key_path=TCPIP.format(key="Tcpip"))["keep_alive_time"] = 1_800_000


class M26Backups(Topic):
    """The backup of a database stopped two weeks ago."""

    rule, place, broken, shows = "DBS-001", ("EX19A", "DB01"), ("EX10", "Mailbox Database EX10"), ("mailbox_databases",)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("mailbox_databases", name="DB01")["last_full_backup"] = "2026-08-03T21:04:10Z"

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("mailbox_databases", name="Mailbox Database EX10")["last_full_backup"] = "2026-08-16T23:10:00Z"


class M26Copies(Topic):
    """A database loses its second copy."""

    rule, place, broken, shows = "DAG-001", ("EX19A", "DB01"), ("EX19A", "DB03 Projects"), ("mailbox_databases", "exchange_servers")

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("mailbox_databases", name="DB01").update({"servers": ["EX19A"], "database_copies": [r"DB01\EX19A"]})

    @staticmethod
    def repair(contoso: Contents) -> None:
        copies = [r"DB03 Projects\EX19A", r"DB03 Projects\EX19B"]
        contoso.row("mailbox_databases", name="DB03 Projects").update({"servers": ["EX19A", "EX19B"], "database_copies": copies})


class M27Encryption(Topic):
    """Somebody switches TLS 1.2 off."""

    rule, place, broken, shows = "TLS-001", ("EX19A", "EX19A"), ("EX16", "EX16"), ("registry_schannel",)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("registry_schannel", "EX19A", key_path=rf"{SCHANNEL}\Protocols\TLS 1.2\Server")["enabled_value"] = 0

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("registry_schannel", "EX16", key_path=rf"{SCHANNEL}\Protocols\TLS 1.2\Client")["enabled_value"] = 1


class M28AdminCenter(Topic):
    """The admin center is open to the internet."""

    rule, place, broken = "CAS-008", ("EX19A", "ecp (Default Web Site)"), ("EX16", "ecp (Default Web Site)")
    shows = ("ecp_virtual_directories",)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("ecp_virtual_directories", "EX19A")["admin_enabled"] = True

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("ecp_virtual_directories", "EX16")["admin_enabled"] = False
