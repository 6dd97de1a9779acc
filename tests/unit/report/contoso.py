"""A rich invented Assessment: contoso, six servers, every area, long values and hostile ones."""

from __future__ import annotations

from typing import Any

from tests.unit.report.assessments import REMEDIATION, assessment, bundle, coverage, row, rule_info, server

from exposture.model.assessment import (
    AsOf,
    Assessment,
    ConversionInfo,
    Gap,
    InputFile,
    Listed,
    ProfileUse,
    RuleInfo,
    RulePack,
    Tool,
)

SERVERS = [
    server("EX-FRA-01", version="2019", build="15.2.1544.11", site="Frankfurt", dag="DAG1"),
    server("EX-FRA-02", version="2019", build="15.2.1118.40", site="Frankfurt", dag="DAG1"),
    server("EX-MUC-01", version="2016", build="15.1.2507.39", site="Munich"),
    server("EX-LEGACY", version="2010", build="14.3.513.0", roles=["ClientAccess", "HubTransport", "Mailbox"], site="Munich"),
    server("EX-EDGE-01", version="2019", build="15.2.1544.11", roles=["Edge"]),
    server("EX-SPARE", version=None, build=None, roles=[]),
]

SOURCE = [
    {
        "dataset": "receive_connectors",
        "target": "org",
        "file": "org/receive_connectors.xml",
        "properties": ["RemoteIPRanges", "PermissionGroups", "Enabled"],
    },
    {
        "dataset": "connector_permissions",
        "target": "org",
        "file": "org/receive_connector_permissions.xml",
        "properties": ["User", "ExtendedRights", "Deny"],
    },
]


def _repair(**changes: Any) -> dict[str, Any]:
    return {**REMEDIATION, **changes}


def _rules_of_mail() -> list[RuleInfo]:
    return [
        rule_info(
            "RCV-001",
            severity_reason="direct relay for spam: the organization is on every blocklist within days and its mail is refused",
            rationale=(
                "A connector that lets anonymous senders submit mail for any recipient, reachable from public addresses, is an open relay. "
                "It is found by scanners within hours, used for spam and for phishing in the name of the organization, "
                "and costs days to get off the blocklists again."
            ),
            exceptions=["A scanner or an application that must relay belongs on a connector of its own, limited to its addresses."],
            references=[
                {
                    "title": "Vendor documentation: allow anonymous relay on Exchange servers",
                    "url": "https://example.com/docs/anonymous-relay",
                    "read": "2026-07-01",
                },
                {"title": "Benchmark 2019, item 2.1.4", "url": "", "read": "2026-07-01"},
            ],
            mappings={"attack": ["T1566", "T1534"], "cis": ["2.1.4"], "stig": ["V-259642"]},
            remediation=_repair(
                inputs={"identity": "subject", "right": "right", "user": "user_sid"},
                precheck="Get-ReceiveConnector $in.identity | Format-List Enabled, RemoteIPRanges, PermissionGroups\n"
                "Get-ADPermission $in.identity | Where-Object { $_.ExtendedRights -like '*Accept-Any-Recipient*' }",
                change="# one permission is taken away, the connector stays\nGet-ReceiveConnector $in.identity |\n"
                "    Remove-ADPermission -User $in.user -ExtendedRights $in.right -Confirm:$false",
                verify="Get-ADPermission $in.identity | Where-Object { $_.User -like '*ANONYMOUS*' } | Format-Table ExtendedRights, Deny",
                rollback="Get-ReceiveConnector $in.identity |\n    Add-ADPermission -User $in.user -ExtendedRights $in.right",
                impact="Devices and applications that send to outside recipients through this connector "
                "without signing in are refused from this moment on. Find them first in the protocol log.",
            ),
        ),
        rule_info(
            "HDR-001",
            title="Mail to the internet does not carry internal names and addresses",
            severity="medium",
            severity_reason="tells an attacker names, addresses and versions of internal servers",
            rationale="Received headers of internal hops name every server, its address and its version. "
            "They are removed when the anonymous recipient lacks the right to see routing headers.",
            remediation=_repair(impact="None for delivery; support desks see fewer headers in mail that came back.", effort="minutes"),
        ),
        rule_info(
            "TRN-001",
            area="mail_flow",
            title="Message size limits are set on the organization",
            severity="low",
            severity_reason="large messages slow down everyone",
            product_default_fails=True,
            rationale="Without a limit one message can fill a queue disk.",
            remediation=_repair(
                kind="manual",
                change="Agree on a limit with the departments that send large files, then set it for the organization.",
                precheck="",
                inputs={},
                effort="hours",
            ),
        ),
        rule_info(
            "SPM-008",
            area="hygiene",
            title="Mail to people who do not exist is refused at the first server",
            severity="high",
            severity_reason="backscatter: non-delivery reports to forged senders",
            rationale="A server that accepts mail for everyone and bounces later sends its non-delivery reports to innocent people.",
            remediation=_repair(effort="hours", restarts=["MSExchangeTransport"]),
        ),
        rule_info(
            "SPM-001",
            area="hygiene",
            title="Spam is filtered before it reaches a mailbox",
            severity="high",
            severity_reason="nothing else stands between spam and people",
        ),
    ]


def _rules_of_access() -> list[RuleInfo]:
    return [
        rule_info(
            "RBC-001",
            area="permissions",
            title="Organization Management holds few and named administrators",
            severity="high",
            severity_reason="every member owns every mailbox",
            remediation=_repair(effort="days", inputs={"member": "member"}),
        ),
        rule_info(
            "MBX-001",
            area="mailboxes",
            title="Nobody has full access to other people's mailboxes without a reason",
            severity="medium",
            severity_reason="reads a mailbox unseen",
            product_default_fails=False,
            remediation=_repair(effort="hours", inputs={"mailbox": "subject", "user": "trustee"}),
        ),
        rule_info(
            "FED-002",
            area="sharing",
            title="Calendars are shared with known domains only",
            severity="low",
            severity_reason="tells outsiders who is where",
            product_default_fails=True,
        ),
        rule_info(
            "OWA-003",
            area="client_access",
            title="Public computers cannot open attachments in web mail",
            severity="medium",
            severity_reason="files stay behind on foreign computers",
            product_default_fails=True,
        ),
        rule_info(
            "CAS-008",
            area="client_access",
            title="The admin centre cannot be reached from the internet",
            severity="critical",
            severity_reason="its pages were the way in of several wide attacks",
            remediation=_repair(effort="hours", impact="Administrators outside need a VPN or a jump host."),
        ),
        rule_info(
            "CRT-001",
            area="encryption",
            title="Certificates in use are valid for at least 30 days",
            severity="high",
            severity_reason="mail and sign-in stop on the day of expiry",
            remediation=_repair(effort="hours", restarts=["IIS", "MSExchangeTransport"], inputs={"thumbprint": "sub_key"}),
        ),
        rule_info(
            "TLS-001",
            area="encryption",
            scope="platform",
            title="TLS 1.0 and 1.1 are off for clients and servers",
            severity="medium",
            severity_reason="broken ciphers of another decade",
            product_default_fails=True,
            remediation=_repair(effort="days", restarts=["server"]),
        ),
    ]


def _rules_of_hosts() -> list[RuleInfo]:
    return [
        rule_info(
            "BLD-001",
            area="updates",
            title="Servers run a supported version of Exchange",
            severity="critical",
            severity_reason="no security update will ever come",
            remediation=_repair(
                kind="manual",
                effort="project",
                change="Move the mailboxes to a supported version, then uninstall this server.",
                precheck="",
                inputs={},
            ),
        ),
        rule_info(
            "BLD-003",
            area="updates",
            title="The newest security update is installed",
            severity="high",
            severity_reason="known holes with public exploits",
            remediation=_repair(
                effort="hours",
                restarts=["server"],
                kind="manual",
                change="Put the server into maintenance mode, install the update from an elevated prompt, restart.",
                inputs={},
            ),
        ),
        rule_info(
            "HST-001",
            area="hosts",
            scope="platform",
            title="Exchange does not run on a domain controller",
            severity="high",
            severity_reason="a hole in Exchange is the whole forest",
            status="draft",
        ),
        rule_info("HST-009", area="hosts", scope="platform", title="SMB 1 is off", severity="medium", severity_reason="spreads worms"),
        rule_info(
            "TIM-002",
            area="time",
            scope="platform",
            title="Domain controllers and servers agree about the time",
            severity="medium",
            severity_reason="Kerberos refuses sign-in beyond five minutes",
        ),
        rule_info(
            "TIM-007",
            area="time",
            kind="manual",
            scope="platform",
            title="The time sources are known and owned",
            severity="low",
            severity_reason="nobody notices a wrong clock",
            question="Which two internal servers ask outside for the time, and who looks after them?",
        ),
        rule_info(
            "DAG-001",
            area="availability",
            title="Every database has a second copy on another server",
            severity="high",
            severity_reason="one disk is one outage",
            remediation=_repair(effort="project", kind="manual", change="Add a copy on a second member of the availability group.", inputs={}),
        ),
        rule_info(
            "DBS-001",
            area="availability",
            title="Every database was backed up in the last days",
            severity="high",
            severity_reason="nothing to restore from",
        ),
    ]


def _relay_rows() -> list[dict[str, Any]]:
    values = {"right": "ms-Exch-SMTP-Accept-Any-Recipient", "user_sid": "S-1-5-7"}
    wide = {"remote_ip_ranges": ["0.0.0.0-255.255.255.255"], "permission_groups": ["AnonymousUsers", "Custom"], **values}
    narrow = {"remote_ip_ranges": ["198.51.100.0/24", "203.0.113.17"], "permission_groups": ["AnonymousUsers"], **values}
    fails = [("EX-FRA-01", "Scanner relay"), ("EX-FRA-02", "Scanner relay"), ("EX-LEGACY", "Old ERP (do not touch)")]
    rows = [
        row(
            server=name,
            subject=f"{name}\\{connector}",
            evidence=wide,
            sources=SOURCE,
            message=f"{name}\\{connector} lets anonymous senders relay to any recipient from 0.0.0.0-255.255.255.255.",
            would_change=["internal_networks", "internet_facing"],
        )
        for name, connector in fails
    ]
    rows.append(
        row(
            server="EX-MUC-01",
            subject="EX-MUC-01\\Marketing",
            evidence=narrow,
            severity="medium",
            sources=SOURCE,
            message="EX-MUC-01\\Marketing relays for 198.51.100.0/24.",
        )
    )
    rows += [row(server=item.name, subject=f"{item.name}\\Default {item.name}", outcome="pass", message="no relay") for item in SERVERS[:4]]
    rows.append(
        row(
            server="EX-EDGE-01",
            subject="EX-EDGE-01\\Default internal receive connector EX-EDGE-01",
            outcome="unknown",
            reason="connector_permissions of EX-EDGE-01: access denied",
            message="could not be judged",
            would_change=["internet_facing"],
        )
    )
    return rows


def _fail(rule_id: str, server_name: str | None, subject: str, severity: str, message: str, **changes: Any) -> dict[str, Any]:
    return row(rule_id, server=server_name, subject=subject, severity=severity, message=message, **changes)


def _mail_rows() -> list[dict[str, Any]]:
    relay = _relay_rows()[0]["finding_id"]
    return [
        *_relay_rows(),
        _fail(
            "HDR-001",
            None,
            "Internet",
            "medium",
            "The send connector Internet shows internal names and addresses to the internet.",
            evidence={"address_spaces": ["SMTP:*;1"], "smart_hosts": []},
        ),
        _fail(
            "TRN-001",
            None,
            "Contoso",
            "low",
            "Contoso accepts messages of any size.",
            is_default=True,
            evidence={"max_send_size": None, "max_receive_size": None},
        ),
        _fail(
            "SPM-008",
            "EX-EDGE-01",
            "EX-EDGE-01",
            "high",
            "EX-EDGE-01 accepts mail for people who do not exist.",
            evidence={"recipient_validation_enabled": False},
            because_of=[relay],
            would_change=["gateways"],
        ),
        row(
            "SPM-001",
            server=None,
            subject="Contoso",
            outcome="unknown",
            severity="high",
            reason="nothing is known about the gateway in front; answer gateways in site.yaml",
            message="-",
            would_change=["gateways"],
        ),
    ]


def _people_rows() -> list[dict[str, Any]]:
    members = [f"Admin {number:02}" for number in range(1, 15)]
    rows = [
        _fail(
            "RBC-001",
            None,
            "Organization Management",
            "high",
            f"{member} is a member of Organization Management.",
            sub_key=f"S-1-5-21-1-2-3-{number}",
            evidence={"member": member, "through": ["Domain Admins"] if number % 3 else []},
        )
        for number, member in enumerate(members)
    ]
    mailboxes = ["anna.lindqvist@contoso.example", "οδυσσέας@contoso.example", "Ирина.Петрова@contoso.example", "board"]
    rows += [
        _fail(
            "MBX-001",
            None,
            mailbox,
            "medium",
            f"CONTOSO\\backup-svc may open {mailbox}.",
            evidence={"trustee": "CONTOSO\\backup-svc", "rights": ["FullAccess"], "inherited": False},
        )
        for mailbox in mailboxes
    ]
    rows.append(
        _fail(
            "MBX-001",
            None,
            "x" * 400,
            "medium",
            "A mailbox with a very long name is open to everyone.",
            evidence={"trustee": "S-1-1-0", "description": "long " * 200, "note": "line one\nline two\u202eevil"},
        )
    )
    rows += [row("MBX-001", server=None, subject=f"mailbox{number:03}", outcome="pass", message="fine") for number in range(12)]
    rows.append(
        _fail(
            "FED-002",
            None,
            "Default Sharing Policy",
            "low",
            "Default Sharing Policy shares free/busy times with every domain.",
            is_default=True,
            evidence={"domains": ["Anonymous:CalendarSharingFreeBusySimple", "*:CalendarSharingFreeBusySimple"]},
        )
    )
    return rows


def _access_rows() -> list[dict[str, Any]]:
    rows = [
        _fail(
            "OWA-003",
            name,
            f"{name}\\owa (Default Web Site)",
            "medium",
            f"Web mail on {name} opens attachments on public computers.",
            is_default=True,
            evidence={"direct_file_access_on_public_computers_enabled": True},
        )
        for name in ("EX-FRA-01", "EX-FRA-02", "EX-MUC-01", "EX-LEGACY")
    ]
    rows.append(
        _fail(
            "CAS-008",
            "EX-FRA-01",
            "EX-FRA-01\\ecp (Default Web Site)",
            "critical",
            "The admin centre on EX-FRA-01 answers at https://mail.contoso.example/ecp from the internet.",
            evidence={"external_url": "https://mail.contoso.example/ecp", "admin_enabled": True},
            would_change=["published_paths"],
        )
    )
    rows.append(
        _fail(
            "CRT-001",
            "EX-FRA-01",
            "mail.contoso.example",
            "high",
            "The certificate mail.contoso.example on EX-FRA-01 ends on 2 September 2026.",
            sub_key="A1B2C3D4E5F60718293A4B5C6D7E8F9001122334",
            evidence={
                "not_after": "2026-09-02T12:00:00",
                "days_left": 19,
                "services": ["IIS", "SMTP"],
                "issuer": "CN=Contoso Issuing CA 2, DC=contoso, DC=example",
            },
        )
    )
    rows.append(
        _fail(
            "CRT-001",
            "EX-LEGACY",
            "EX-LEGACY",
            "medium",
            "The certificate EX-LEGACY on EX-LEGACY ended on 3 May 2024.",
            sub_key="00112233445566778899AABBCCDDEEFF00112233",
            evidence={"not_after": "2024-05-03T12:00:00", "days_left": -833, "services": ["SMTP"], "issuer": "CN=EX-LEGACY"},
        )
    )
    rows += [
        _fail(
            "TLS-001",
            name,
            f"{name} TLS 1.0 server",
            "medium",
            f"TLS 1.0 is on for the server side of {name}.",
            is_default=True,
            evidence={"protocol": "TLS 1.0", "side": "server", "state": "Enabled"},
        )
        for name in ("EX-FRA-01", "EX-FRA-02", "EX-MUC-01")
    ]
    rows.append(
        row(
            "TLS-001",
            server="EX-LEGACY",
            subject="EX-LEGACY",
            outcome="unknown",
            severity="medium",
            reason="registry_schannel of EX-LEGACY: not in the bundle",
            message="-",
        )
    )
    return rows


def _host_rows() -> list[dict[str, Any]]:
    rows = [
        _fail(
            "BLD-001",
            "EX-LEGACY",
            "EX-LEGACY",
            "critical",
            "EX-LEGACY runs Exchange 2010, which has had no security update since 13 October 2020.",
            evidence={"version": "2010", "build": "14.3.513.0", "support_ended": "2020-10-13"},
        ),
        _fail(
            "BLD-003",
            "EX-FRA-02",
            "EX-FRA-02",
            "high",
            "EX-FRA-02 lacks 38 months of security updates.",
            evidence={"build": "15.2.1118.40", "newest": "15.2.1544.11"},
            because_of=[],
        ),
        _fail("DAG-001", "EX-MUC-01", "MDB-MUC", "high", "MDB-MUC has one copy.", evidence={"copies": 1, "servers": ["EX-MUC-01"]}),
        row(
            "TIM-007",
            server=None,
            subject="Contoso",
            outcome="manual",
            severity="low",
            reason="Which two internal servers ask outside for the time, and who looks after them?",
            message="-",
            would_change=["time_sources"],
        ),
        row(
            "DBS-001",
            server="EX-SPARE",
            subject="EX-SPARE",
            outcome="error",
            severity="high",
            reason="the query ended with: Conversion Error: Could not convert string",
            message="the rule failed",
        ),
    ]
    for item in SERVERS[:5]:
        rows.append(row("HST-009", server=item.name, subject=item.name, outcome="pass", severity="medium", message="off"))
        rows.append(row("TIM-002", server=item.name, subject=item.name, outcome="pass", severity="medium", message="in step"))
        rows.append(
            row(
                "HST-001",
                server=item.name,
                subject=item.name,
                outcome="not_applicable" if "EDGE" in item.name else "pass",
                severity="high",
                reason="an Edge is no member of the domain" if "EDGE" in item.name else None,
                message="-",
            )
        )
    rows.append(
        row(
            "HST-009",
            server="EX-SPARE",
            subject="EX-SPARE",
            outcome="unknown",
            severity="medium",
            reason="windows_smb_server of EX-SPARE: the server did not answer",
            message="-",
        )
    )
    return rows


def contoso_rows() -> list[dict[str, Any]]:
    """Return the rows of every area."""
    return [*_mail_rows(), *_people_rows(), *_access_rows(), *_host_rows()]


def contoso_rules() -> list[RuleInfo]:
    """Return the rules of every area."""
    return sorted([*_rules_of_mail(), *_rules_of_access(), *_rules_of_hosts()], key=lambda rule: rule.id)


def contoso(**changes: Any) -> Assessment:
    """Return the whole Assessment."""
    gaps = [
        Gap(dataset="connector_permissions", target="EX-EDGE-01", status="access-denied", message="Access is denied."),
        Gap(dataset="registry_schannel", target="EX-LEGACY", status="missing", message=""),
        *(
            Gap(dataset=name, target="EX-SPARE", status="unreachable", message="The RPC server is unavailable.")
            for name in ("windows_services", "windows_smb_server", "windows_volumes")
        ),
        Gap(dataset="mailboxes", target="org", status="partial", message="exactly 1,000 rows: default ResultSize"),
    ]
    values: dict[str, Any] = {
        "tool": Tool(
            version="0.1.0",
            rule_pack=RulePack(
                version="0.1.0", sha256="ab" * 32, data_dates={"builds": "2026-08-01", "lifecycle": "2026-07-15", "tls_defaults": "2026-06-30"}
            ),
        ),
        "profile": ProfileUse(
            name="default",
            title="Our own judgement",
            parameters={"RBC-001": {"max_members": 4}, "CRT-001": {"min_days": 30}},
            off={"POP-002": "judged by the gateway's own audit"},
        ),
        "as_of": AsOf(time="2026-08-20T00:00:00", origin="option"),
        "bundles": [
            bundle(),
            bundle(name="contoso-edge", sha256="3c" * 32, integrity="no-manifest", is_loose=True, collected_from=None, collector_version=None),
        ],
        "servers": SERVERS,
        "coverage": coverage(
            expected=412,
            collected=401,
            ratio=401 / 412,
            gaps=gaps,
            unrecognised=[InputFile(path="notes/to do.txt", state="unrecognised", integrity="no-manifest", message="text, no export")],
            damaged=[
                InputFile(
                    path="servers/EX-SPARE/windows_volumes.xml",
                    state="damaged",
                    integrity="differs",
                    message="cut at line 812, 40 objects before it were read",
                )
            ],
            conversions=[
                ConversionInfo(
                    dataset="mailboxes", column="prohibit_send_quota", file="org/mailboxes.xml", object_index=17, text="2 Gigabyte", reason="no size"
                )
            ],
            totals=Listed(gaps=11, unrecognised=1, damaged=1, conversions=1),
            remarks=["the two bundles were collected four days apart"],
        ),
        "site": {
            "gateways": [],
            "internal_networks": [{"note": "offices", "range": "10.0.0.0/8"}, {"note": None, "range": "192.0.2.0/24"}],
            "choices": [{"name": "routing", "value": "smarthost"}, {"name": "permission_model", "value": "shared"}],
        },
    }
    return assessment(contoso_rows(), rules=contoso_rules(), **{**values, **changes})
