"""Topics M01 to M16: mail flow, hygiene, permissions, clients."""

from __future__ import annotations

from scripts.contoso.acls import RELAY, ROUTING, grant, revoke
from scripts.contoso.contents import Contents
from scripts.contoso.names import SECURITY_GROUPS_DN, guid, link, sid
from scripts.contoso.permissions import ADMINISTRATORS_DN

from tests.samples.topics import Topic

MEMBER = "member:s-1-5-21-2718281828-3141592653-1618033988-{}"
DESCRIPTORS = ("ad_connector_acls", "ad_permissions")


class M01HeaderFirewall(Topic):
    """Somebody lets a partner's servers see the way of every message."""

    rule, place, broken, shows = "HDR-001", ("", "Partner example.net"), ("", "Internet direct"), DESCRIPTORS

    @staticmethod
    def mistake(contoso: Contents) -> None:
        grant(contoso, "Partner example.net", ROUTING)

    @staticmethod
    def repair(contoso: Contents) -> None:
        revoke(contoso, "Internet direct", ROUTING)


class M02EdgeCopies(Topic):
    """The Edge still has yesterday's accepted domain."""

    rule, place, broken = "EDG-004", ("EDGE1", "example.com / EDGE1"), ("EDGE1", "example.net / EDGE1")
    shows = (("send_connectors", "EDGE1"), ("accepted_domains", "EDGE1"), ("remote_domains", "EDGE1"))

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("accepted_domains", "EDGE1", name="example.com")["domain_type"] = "ExternalRelay"

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("remote_domains", "EDGE1", name="Partner")["auto_forward_enabled"] = False


class M03OpenRelay(Topic):
    """The front end that the internet reaches relays to anybody."""

    rule, place, broken, shows = "RCV-001", ("EX19A", "Default Frontend EX19A"), ("EX16", "Scanner relay"), DESCRIPTORS

    @staticmethod
    def mistake(contoso: Contents) -> None:
        grant(contoso, "Default Frontend EX19A", RELAY)

    @staticmethod
    def repair(contoso: Contents) -> None:
        revoke(contoso, "Scanner relay", RELAY)


class M04FilterLayer(Topic):
    """Nothing stands in front, and the Edge loses its anti-spam agents; a server that filters for itself is safe again."""

    rule, place, broken, shows = "SPM-001", ("EX19A", "EX19A"), ("EX19A", "EX19A"), ("transport_agents",)
    also = frozenset(
        {
            ("SPM-001", "EX19B", "EX19B"),  # filtered on the same Edge; nobody declared whether its connector faces the internet
            ("SPM-001", "EDGE1", "EDGE1"),  # the Edge itself takes mail from the internet
            # an agent that is gone has no setting left to judge
            ("SPM-002", "EDGE1", "Content Filter Agent / content_filter_config"),
            ("SPM-002", "EDGE1", "Protocol Analysis Agent / sender_reputation_config"),
            ("SPM-002", "EDGE1", "Recipient Filter Agent / recipient_filter_config"),
            ("SPM-002", "EDGE1", "Sender Filter Agent / sender_filter_config"),
            ("SPM-002", "EDGE1", "Sender Id Agent / sender_id_config"),
            ("SPM-008", "EDGE1", "EDGE1"),
        }
    )
    site = """
gateways: [{name: none}]
internet_facing: [{server: EX19A, connector: Default Frontend EX19A, is_internet_facing: true}]
"""

    @staticmethod
    def mistake(contoso: Contents) -> None:
        agents = contoso.pairs["transport_agents", "EDGE1"]
        agents.rows = [row for row in agents.rows if "Rule Agent" in str(row["identity"])]

    @staticmethod
    def repair(contoso: Contents) -> None:
        M04FilterLayer.mistake(contoso)
        contoso.pairs["transport_agents", "EX19A"].rows = [dict(row) for row in contoso.rows("transport_agents", "EX16")]
        contoso.row("transport_services", "org", name="EX19A")["antispam_agents_enabled"] = True


class M05SpamAgents(Topic):
    """The content filter of the Edge looks at internal mail only."""

    rule, place = "SPM-002", ("EDGE1", "Content Filter Agent / content_filter_config")
    broken, shows = ("EX16", "Sender Id Agent / sender_id_config"), ("transport_agents",)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("content_filter_config", "EDGE1")["external_mail_enabled"] = False

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("transport_agents", "EX16", identity="Sender Id Agent")["enabled"] = True


class M06RecipientValidation(Topic):
    """The Edge takes mail for people who do not exist."""

    rule, place, broken, shows = "SPM-008", ("EDGE1", "EDGE1"), ("EX10", "EX10"), ("recipient_filter_config",)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("recipient_filter_config", "EDGE1")["recipient_validation_enabled"] = False

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("recipient_filter_config", "org")["recipient_validation_enabled"] = True


class M07MalwareScanning(Topic):
    """A server lets mail through that its scanner could not look at."""

    rule, place, broken, shows = "SPM-015", ("EX19A", "EX19A"), ("EX16", "EX16"), ("malware_filtering_servers", "transport_agents")

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("malware_filtering_servers", name="EX19A")["scan_error_action"] = "Allow"

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("malware_filtering_servers", name="EX16")["scan_error_action"] = "Block"


class M08OrganizationManagement(Topic):
    """Everybody of the domain becomes an administrator of Exchange."""

    rule, place, broken = "RBC-001", ("", f"Domain Users / {MEMBER.format(513)}"), ("", f"robert.falk / {MEMBER.format(1612)}")
    is_gone, shows = True, ("role_groups", "role_group_members", "ad_group_members")
    also = frozenset({("RBC-001", "", "Organization Management / number")})  # a broad group cannot be counted

    @staticmethod
    def mistake(contoso: Contents) -> None:
        member = dict(contoso.row("ad_group_members", member_sid=sid(1340)))
        member |= {"member_sid": sid(513), "member_dn": f"CN=Domain Users,{ADMINISTRATORS_DN}", "sam_account_name": "Domain Users"}
        contoso.put("ad_group_members", "ldap", [member])
        direct = dict(contoso.row("role_group_members", name="Messaging Team"))
        dn = str(member["member_dn"])
        group = link("Organization Management", SECURITY_GROUPS_DN)
        direct |= {"role_group": group, "name": "Domain Users", "identity": dn, "guid": guid(dn), "distinguished_name": dn, "sid": sid(513)}
        contoso.put("role_group_members", "org", [direct])

    @staticmethod
    def repair(contoso: Contents) -> None:
        for dataset, column, value in (("ad_group_members", "member_sid", sid(1612)), ("role_group_members", "name", "Robert Falk")):
            for pair in contoso.targets(dataset):
                contoso.pairs[pair].rows = [row for row in contoso.pairs[pair].rows if row[column] != value]


class M09FullAccess(Topic):
    """Everyone may open the mailbox of the managing director."""

    rule, place, broken = "MBX-001", ("", "Lena Maurer / S-1-1-0"), ("", "Support Desk / S-1-5-11")
    is_gone, shows = True, ("ad_mailbox_acls", "mailbox_permission_entries")

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("ad_mailbox_acls", distinguished_name="CN=Lena Maurer,OU=People,DC=contoso,DC=example,DC=com")["mailbox_sddl"] += "(A;CI;CC;;;WD)"

    @staticmethod
    def repair(contoso: Contents) -> None:
        row = contoso.row("ad_mailbox_acls", distinguished_name="CN=Support Desk,OU=People,DC=contoso,DC=example,DC=com")
        row["mailbox_sddl"] = row["mailbox_sddl"].replace("(A;CI;CC;;;AU)", "")


class M10Rooms(Topic):
    """A room takes two meetings at one time."""

    rule, place, broken, shows = "RES-002", ("", "Room Danube"), ("", "Room Rhine"), ("calendar_processing",)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("calendar_processing", identity="contoso.example.com/People/Room Danube")["allow_conflicts"] = True

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("calendar_processing", identity="contoso.example.com/People/Room Rhine")["allow_conflicts"] = False


class M11Federation(Topic):
    """A partner sees what everybody's appointments are about."""

    rule, place, broken = "FED-002", ("", "Partner example.net"), ("", "Project Harbour 2021")
    shows = ("organization_relationships",)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("organization_relationships", name="Partner example.net")["free_busy_access_level"] = "LimitedDetails"

    @staticmethod
    def repair(contoso: Contents) -> None:
        row = contoso.row("organization_relationships", name="Project Harbour 2021")
        row |= {"free_busy_access_level": "AvailabilityOnly", "delivery_report_enabled": False}


class M12ActiveSync(Topic):
    """Any phone may synchronize; Contoso does so today, so the sample is put right first."""

    rule, place, broken = "EAS-001", ("", "Mobile Mailbox Settings"), ("", "Mobile Mailbox Settings")
    shows = ("active_sync_organization_settings",)

    @staticmethod
    def prepare(contoso: Contents) -> None:
        M12ActiveSync.repair(contoso)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("active_sync_organization_settings")["default_access_level"] = "Allow"

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("active_sync_organization_settings")["default_access_level"] = "Quarantine"


class M13RemoteWipe(Topic):
    """A phone was to be wiped and never answered."""

    rule, place, broken = "EAS-012", ("", "SM-G991B A1B2C3D4E5F60002"), ("", "Pixel 8 A1B2C3D4E5F60003")
    shows = ("mobile_device_statistics",)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("mobile_device_statistics", device_id="A1B2C3D4E5F60002")["device_wipe_ack_time"] = None

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("mobile_device_statistics", device_id="A1B2C3D4E5F60003")["device_wipe_ack_time"] = "2026-07-03T08:00:00Z"


class M14Attachments(Topic):
    """The policy of everybody lets programs through."""

    rule, place, broken = "OWA-003", ("", "Default"), ("EX16", "owa (Default Web Site)")
    shows = ("owa_mailbox_policies", "owa_virtual_directories")

    @staticmethod
    def mistake(contoso: Contents) -> None:
        row = contoso.row("owa_mailbox_policies")
        row["blocked_file_types"] = [each for each in row["blocked_file_types"] if each != ".exe"]
        row["allowed_file_types"] = [*row["allowed_file_types"], ".exe"]

    @staticmethod
    def repair(contoso: Contents) -> None:
        good = contoso.row("owa_virtual_directories", "EX19A")
        contoso.row("owa_virtual_directories", "EX16").update({name: good[name] for name in ("blocked_file_types", "allowed_file_types")})


class M15MailboxProtocols(Topic):
    """Somebody starts IMAP4 for one user."""

    rule, place, broken, shows = "POP-001", ("EX19A", "MSExchangeIMAP4"), ("EX10", "MSExchangePOP3"), ("windows_services",)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("windows_services", "EX19A", name="MSExchangeIMAP4")["state"] = "Running"

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("windows_services", "EX10", name="MSExchangePOP3").update({"state": "Stopped", "start_mode": "Manual"})


class M16OldOutlook(Topic):
    """No version of Outlook is refused any more."""

    rule, place, broken, shows = "OUT-002", ("EX10", "EX10"), ("EX16", "EX16"), ("rpc_client_access",)

    @staticmethod
    def mistake(contoso: Contents) -> None:
        contoso.row("rpc_client_access", server="EX10")["blocked_client_versions"] = None

    @staticmethod
    def repair(contoso: Contents) -> None:
        contoso.row("rpc_client_access", server="EX16")["blocked_client_versions"] = "-13.32767.65535"
