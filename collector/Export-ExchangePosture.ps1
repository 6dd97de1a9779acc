<#
.SYNOPSIS
    Reads the configuration of on-premises Exchange and of the Windows under it, and leaves one bundle for exposture.
.DESCRIPTION
    The script reads and changes nothing. It runs Get- cmdlets, WMI queries, registry reads, directory searches and a few programs in their
    read-only form, one after the other, each with a time limit, and writes below the output folder only. Nothing is sent anywhere.
    What fails is written down with its reason and the next one runs. At its end the script prints what was collected, what was not and what
    would cure it, and a hash to read out to the analyst.
    It needs PowerShell 2.0 or later and connects in this order: the Exchange cmdlets that the shell already has; the snap-in of Exchange 2010
    or of an Edge; one session to the Exchange endpoint of this server; the snap-in of later versions. Missing rights never stop it.
    Estimates of -ListOnly: seconds = calls x the seconds of the source; bytes = calls x 60 KB for a cmdlet, 25 KB for WMI, 15 KB for the
    registry, 200 KB for a search in the directory, 40 KB for a program or a file. What is called once for each row of another dataset counts
    as one call there and is marked with "each".
    Where no script file may run, paste the script into the shell or feed it to "powershell -NoProfile -Command -". Then these variables,
    set before, take the place of the parameters: $ExpostureOutputPath, $ExpostureServer, $ExpostureLocalOnly, $ExpostureRole,
    $ExpostureTier, $ExpostureDataset, $ExpostureFormat, $ExpostureRedact, $ExpostureMaxCmdletSeconds, $ExpostureMaxMinutes,
    $ExpostureResume, $ExpostureSelfTest, $ExpostureListOnly, $ExpostureNoArchive.
    Exit codes: 0 a bundle was written, or the list or the self-test is fine; 1 the self-test found a fault, or the run failed; 2 the
    parameters do not go together, or the script refuses them; 3 there is no Exchange to read and no way to it; 4 the output folder cannot be
    written.
.PARAMETER OutputPath
    The folder that the bundle is written into; it is made where it is missing. Default: exposture below the current folder.
.PARAMETER Server
    Only these servers, by name or full name. Default: every server that the directory lists.
.PARAMETER LocalOnly
    Only this computer: for an Edge, and for servers that cannot be read from elsewhere. The organization is read as far as it can be.
.PARAMETER Role
    Exchange, or DomainController for the few facts that are read on a domain controller itself, by the directory team.
.PARAMETER Tier
    Core, Extended, Deep or Usage; several with commas. Deep includes Extended and Core; Extended includes Core. Usage counts who uses which
    protocol, from logs; it is read only where it is named. Default: Core.
.PARAMETER Dataset
    Only these datasets, by name.
.PARAMETER Format
    Clixml or Csv. Default: Clixml.
.PARAMETER Redact
    None, Names (names, hosts and addresses become pseudonyms; the key stays beside the bundle) or Strict (they are dropped).
.PARAMETER MaxCmdletSeconds
    The time limit of one call. Default: 180, and twice its estimate for a call that is known to take longer.
.PARAMETER MaxMinutes
    The time limit of the run: the cheapest and most needed first, the rest is listed as skipped. Default: 0, no limit.
.PARAMETER Resume
    Goes on with the newest bundle folder in the output folder: what is there and intact is kept, the rest is read again.
.PARAMETER SelfTest
    Tries the script's own functions and prints a block to paste into an issue. Touches no Exchange; writes two small files into the output
    folder and removes them.
.PARAMETER ListOnly
    Prints the calls with their estimated seconds and bytes and writes nothing.
.PARAMETER NoArchive
    Leaves the folder and packs no archive.
.EXAMPLE
    .\Export-ExchangePosture.ps1 -OutputPath D:\exposture
    Reads the organization and all its servers, in the Exchange Management Shell on the newest server.
.EXAMPLE
    .\Export-ExchangePosture.ps1 -OutputPath D:\exposture -LocalOnly
    Reads this server only: run it so on each Edge.
.EXAMPLE
    .\Export-ExchangePosture.ps1 -OutputPath D:\exposture -Tier Deep,Usage -Redact Names -MaxMinutes 120
    Reads more, for two hours at most, without names in the bundle.
.EXAMPLE
    .\Export-ExchangePosture.ps1 -OutputPath D:\exposture -Resume
    Goes on where an earlier run stopped.
.EXAMPLE
    .\Export-ExchangePosture.ps1 -Role DomainController -OutputPath C:\exposture
    Reads the time service and the directory settings of this domain controller.
.NOTES
    Part of exposture. The datasets that can be read, and how, stand in the literal block below; docs/collector.md tells the rest.
#>
[CmdletBinding()] param(
    [string]$OutputPath,
    [string[]]$Server,
    [switch]$LocalOnly,
    [ValidateSet('Exchange', 'DomainController')][string]$Role,
    [string[]]$Tier,
    [string[]]$Dataset,
    [ValidateSet('Clixml', 'Csv')][string]$Format,
    [ValidateSet('None', 'Names', 'Strict')][string]$Redact,
    [int]$MaxCmdletSeconds,
    [int]$MaxMinutes,
    [switch]$Resume,
    [switch]$SelfTest,
    [switch]$ListOnly,
    [switch]$NoArchive
)

$CollectorVersion = '0.1.0'

# BEGIN generated catalogue: exposture datasets collector-block
$Catalogue = @(
    @{
        Name    = 'accepted_domains'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-AcceptedDomain')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'domain_name'; Type = 'name'; Class = 'config'; Holds = 'host'; Paths = @('DomainName') }
            @{ Name = 'domain_type'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('DomainType') }
            @{ Name = 'match_sub_domains'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('MatchSubDomains') }
            @{ Name = 'default'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('Default') }
            @{ Name = 'address_book_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('AddressBookEnabled') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'active_sync_device_access_rules'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-ActiveSyncDeviceAccessRule')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'access_level'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('AccessLevel') }
            @{ Name = 'characteristic'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Characteristic') }
            @{ Name = 'query_string'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('QueryString') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'active_sync_organization_settings'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-ActiveSyncOrganizationSettings')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'default_access_level'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('DefaultAccessLevel') }
            @{ Name = 'admin_mail_recipients'; Type = 'list<smtp_address>'; Class = 'config'; Holds = 'smtp'; Paths = @('AdminMailRecipients') }
            @{ Name = 'user_mail_insert'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('UserMailInsert') }
            @{ Name = 'ota_notification_mail_insert'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('OtaNotificationMailInsert') }
            @{ Name = 'allow_access_for_un_supported_platform'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowAccessForUnSupportedPlatform') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'active_sync_virtual_directories'
        Server  = 'Server'
        Sources = @(
            @{
                Id         = 'iis'
                Kind       = 'cmdlet'
                Read       = @('Get-ActiveSyncVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ShowMailboxVirtualDirectories' = $true }
                ServerBy   = 'Server'
                Seconds    = 20
            }
            @{
                Id       = 'iis2010'
                Kind     = 'cmdlet'
                Read     = @('Get-ActiveSyncVirtualDirectory')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2010')
                Roles    = @('Mailbox', 'ClientAccess')
                ServerBy = 'Server'
                Seconds  = 20
            }
            @{
                Id         = 'directory'
                Kind       = 'cmdlet'
                Read       = @('Get-ActiveSyncVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ADPropertiesOnly' = $true }
                ServerBy   = 'Server'
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'internal_url'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('InternalUrl') }
            @{ Name = 'external_url'; Type = 'string'; Class = 'security'; Holds = 'url'; Paths = @('ExternalUrl') }
            @{ Name = 'web_site'; Type = 'name'; Class = 'config'; Holds = 'label'; Paths = @('WebSite', 'WebsiteName') }
            @{ Name = 'metabase_path'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('MetabasePath') }
            @{ Name = 'path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('Path') }
            @{ Name = 'basic_auth_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BasicAuthEnabled') }
            @{ Name = 'windows_auth_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('WindowsAuthEnabled') }
            @{ Name = 'client_cert_auth'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ClientCertAuth') }
            @{ Name = 'web_site_ssl_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('WebSiteSSLEnabled') }
            @{ Name = 'compression_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('CompressionEnabled') }
            @{ Name = 'internal_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('InternalAuthenticationMethods') }
            @{ Name = 'external_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalAuthenticationMethods') }
            @{ Name = 'extended_protection_token_checking'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionTokenChecking') }
            @{ Name = 'extended_protection_flags'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionFlags') }
            @{ Name = 'extended_protection_spn_list'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('ExtendedProtectionSPNList') }
            @{ Name = 'admin_display_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('AdminDisplayVersion') }
            @{ Name = 'read_with_ad_properties_only'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ReadWithADPropertiesOnly') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'ad_accounts'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('leaves of the expanded groups, accounts behind shared, room, equipment and linked mailboxes')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Scope    = 'subtree'
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'object_sid'; Type = 'sid'; Class = 'identity'; Holds = 'sid'; Paths = @('objectSid') }
            @{ Name = 'object_class'; Type = 'list<string>'; Class = 'config'; Holds = 'plain'; Paths = @('objectClass') }
            @{ Name = 'sam_account_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('sAMAccountName') }
            @{ Name = 'user_account_control'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('userAccountControl') }
            @{ Name = 'last_logon_timestamp'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('lastLogonTimestamp') }
            @{ Name = 'pwd_last_set'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('pwdLastSet') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('whenCreated') }
            @{ Name = 'is_deleted'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('isDeleted') }
        )
    }
    @{
        Name    = 'ad_computers'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('computer accounts of the Exchange servers and alternate service accounts')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Scope    = 'subtree'
                Seconds  = 20
            }
        )
        Columns = @(
            @{ Name = 'sam_account_name'; Type = 'name'; Class = 'identity'; Holds = 'account'; Paths = @('sAMAccountName') }
            @{ Name = 'dns_host_name'; Type = 'name'; Class = 'identity'; Holds = 'host'; Paths = @('dNSHostName') }
            @{ Name = 'object_sid'; Type = 'sid'; Class = 'identity'; Holds = 'sid'; Paths = @('objectSid') }
            @{ Name = 'member_of'; Type = 'list<string>'; Class = 'security'; Holds = 'dn'; Paths = @('memberOf') }
            @{ Name = 'user_account_control'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('userAccountControl') }
            @{ Name = 'allowed_to_delegate_to'; Type = 'list<string>'; Class = 'security'; Holds = 'host'; Paths = @('msDS-AllowedToDelegateTo') }
            @{ Name = 'supported_encryption_types'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('msDS-SupportedEncryptionTypes') }
            @{ Name = 'pwd_last_set'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('pwdLastSet') }
            @{ Name = 'token_group_count'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('token_group_count') }
            @{ Name = 'expiration_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('expiration_time') }
        )
    }
    @{
        Name    = 'ad_connector_acls'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('(|(objectClass=msExchSmtpReceiveConnector)(objectClass=msExchRoutingSMTPConnector))')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Scope    = 'subtree'
                Seconds  = 2
            }
            @{
                Id       = 'edge'
                Kind     = 'ldap'
                Read     = @('(|(objectClass=msExchSmtpReceiveConnector)(objectClass=msExchRoutingSMTPConnector))')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Edge')
                Scope    = 'subtree'
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('objectGUID') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('distinguishedName') }
            @{ Name = 'object_class'; Type = 'list<string>'; Class = 'config'; Holds = 'plain'; Paths = @('objectClass') }
            @{ Name = 'sddl'; Type = 'string'; Class = 'security'; Holds = 'sddl'; Paths = @('Sddl') }
        )
    }
    @{
        Name    = 'ad_database_acls'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('(objectClass=msExchPrivateMDB)')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Scope    = 'subtree'
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('objectGUID') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('distinguishedName') }
            @{ Name = 'object_class'; Type = 'list<string>'; Class = 'config'; Holds = 'words'; Paths = @('objectClass') }
            @{ Name = 'sddl'; Type = 'string'; Class = 'security'; Holds = 'sddl'; Paths = @('Sddl') }
        )
    }
    @{
        Name    = 'ad_domain_acls'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('nTSecurityDescriptor of each domain head and CN=AdminSDHolder')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Scope    = 'subtree'
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'acl_object'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('object') }
            @{ Name = 'domain_dn'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('domain_dn') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('distinguishedName') }
            @{ Name = 'sddl'; Type = 'string'; Class = 'security'; Holds = 'sddl'; Paths = @('Sddl') }
        )
    }
    @{
        Name    = 'ad_domain_controllers'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('(&(objectCategory=computer)(userAccountControl:1.2.840.113556.1.4.803:=8192)) in each domain, joined with (objectClass=nTDSDSA) under CN=Sites of the configuration')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Scope    = 'subtree'
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'object_guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('objectGUID') }
            @{ Name = 'dns_host_name'; Type = 'name'; Class = 'identity'; Holds = 'host'; Paths = @('dNSHostName') }
            @{ Name = 'site'; Type = 'name'; Class = 'config'; Holds = 'label'; Paths = @('site') }
            @{ Name = 'options'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('options') }
            @{ Name = 'is_rodc'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('is_rodc') }
            @{ Name = 'operating_system'; Type = 'string'; Class = 'config'; Holds = 'plain'; Paths = @('operatingSystem') }
            @{ Name = 'operating_system_version'; Type = 'string'; Class = 'config'; Holds = 'plain'; Paths = @('operatingSystemVersion') }
            @{ Name = 'primary_group_id'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('primaryGroupID') }
        )
    }
    @{
        Name    = 'ad_domains'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('(&(objectClass=crossRef)(nETBIOSName=*))')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Scope    = 'subtree'
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'domain_dn'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('domain_dn') }
            @{ Name = 'dns_name'; Type = 'name'; Class = 'identity'; Holds = 'host'; Paths = @('dns_name') }
            @{ Name = 'object_sid'; Type = 'sid'; Class = 'identity'; Holds = 'sid'; Paths = @('objectSid') }
        )
    }
    @{
        Name    = 'ad_exchange_groups'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('groups in OU=Microsoft Exchange Security Groups and those of otherWellKnownObjects')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Scope    = 'subtree'
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'well_known_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('WellKnownName') }
            @{ Name = 'well_known_guid'; Type = 'string'; Class = 'identity'; Holds = 'plain'; Paths = @('WellKnownGuid') }
            @{ Name = 'sam_account_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('sAMAccountName') }
            @{ Name = 'object_sid'; Type = 'sid'; Class = 'identity'; Holds = 'sid'; Paths = @('objectSid', 'SID') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('distinguishedName') }
            @{ Name = 'object_class'; Type = 'list<string>'; Class = 'config'; Holds = 'plain'; Paths = @('objectClass') }
            @{ Name = 'ou'; Type = 'string'; Class = 'config'; Holds = 'dn'; Paths = @('ou') }
        )
    }
    @{
        Name    = 'ad_exchange_versions'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('rangeUpper of CN=ms-Exch-Schema-Version-Pt, objectVersion of the organization and of CN=Microsoft Exchange System Objects')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Scope    = 'subtree'
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'version_kind'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('kind') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('distinguishedName') }
            @{ Name = 'range_upper'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('rangeUpper') }
            @{ Name = 'object_version'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('objectVersion') }
        )
    }
    @{
        Name    = 'ad_forest'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('(objectClass=*)')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Base     = 'rootdse'
                Scope    = 'base'
                Seconds  = 1
            }
        )
        Columns = @(
            @{ Name = 'root_domain_naming_context'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('rootDomainNamingContext') }
            @{ Name = 'configuration_naming_context'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('configurationNamingContext') }
            @{ Name = 'forest_functionality'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('forestFunctionality') }
            @{ Name = 'domain_functionality'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('domainFunctionality') }
        )
    }
    @{
        Name    = 'ad_fsmo_roles'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('fSMORoleOwner of each domain head')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Scope    = 'subtree'
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'domain_dn'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('domain_dn') }
            @{ Name = 'pdc_emulator'; Type = 'name'; Class = 'config'; Holds = 'host'; Paths = @('pdc_emulator') }
            @{ Name = 'is_forest_root'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('is_forest_root') }
            @{ Name = 'fsmo_role_owner'; Type = 'string'; Class = 'config'; Holds = 'dn'; Paths = @('fSMORoleOwner') }
        )
    }
    @{
        Name    = 'ad_group_members'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('member of the Exchange security groups, S-1-5-32-544 548 551 and RIDs 512 518 519 of each domain, level by level')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Scope    = 'subtree'
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'group_sid'; Type = 'sid'; Class = 'identity'; Holds = 'sid'; Paths = @('group_sid') }
            @{ Name = 'domain_dn'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('domain_dn') }
            @{ Name = 'member_sid'; Type = 'sid'; Class = 'security'; Holds = 'sid'; Paths = @('member_sid') }
            @{ Name = 'member_dn'; Type = 'string'; Class = 'security'; Holds = 'dn'; Paths = @('member_dn') }
            @{ Name = 'object_class'; Type = 'list<string>'; Class = 'config'; Holds = 'plain'; Paths = @('objectClass') }
            @{ Name = 'sam_account_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('sAMAccountName') }
            @{ Name = 'user_principal_name'; Type = 'name'; Class = 'identity'; Holds = 'account'; Paths = @('userPrincipalName') }
        )
    }
    @{
        Name    = 'ad_lds_edge_sync'
        Sources = @(
            @{
                Id       = 'edge'
                Kind     = 'ldap'
                Read     = @('(objectClass=msExchExchangeServer)')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Edge')
                Scope    = 'subtree'
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('objectGUID') }
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('name') }
            @{ Name = 'edge_sync_lease'; Type = 'string'; Class = 'volatile'; Holds = 'text'; Paths = @('msExchEdgeSyncLease') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('whenChanged') }
            @{ Name = 'lease_last_sync'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('lease_last_sync') }
            @{ Name = 'lease_alert_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('lease_alert_time') }
            @{ Name = 'lease_expiry'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('lease_expiry') }
            @{ Name = 'lease_type'; Type = 'string'; Class = 'volatile'; Holds = 'words'; Paths = @('lease_type') }
            @{ Name = 'collected_utc'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('collected_utc') }
        )
    }
    @{
        Name    = 'ad_mailbox_acls'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('(|(msExchMailboxGuid=*)(objectClass=publicFolder))')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Scope    = 'subtree'
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('objectGUID') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('distinguishedName') }
            @{ Name = 'mailbox_sddl'; Type = 'string'; Class = 'security'; Holds = 'sddl'; Paths = @('mailbox_sddl') }
            @{ Name = 'object_sddl'; Type = 'string'; Class = 'security'; Holds = 'sddl'; Paths = @('object_sddl') }
        )
    }
    @{
        Name    = 'ad_mrs_requests'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('(objectClass=msExchMRSRequest)')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Base     = 'exchange'
                Scope    = 'subtree'
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('objectGUID') }
            @{ Name = 'cn'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('cn') }
            @{ Name = 'request_type'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('msExchMRSRequestType') }
            @{ Name = 'move_file_path'; Type = 'string'; Class = 'security'; Holds = 'path'; Paths = @('msExchMailboxMoveFilePath') }
            @{ Name = 'move_status'; Type = 'int'; Class = 'volatile'; Holds = 'plain'; Paths = @('msExchMailboxMoveStatus') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('whenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('whenChanged') }
        )
    }
    @{
        Name    = 'ad_permissions'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-ADPermission')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Each     = @(@{ Dataset = 'receive_connectors'; Path = 'DistinguishedName'; Parameter = 'Identity' }, @{ Dataset = 'send_connectors'; Path = 'DistinguishedName'; Parameter = 'Identity' }, @{ Dataset = 'mailbox_databases'; Path = 'DistinguishedName'; Parameter = 'Identity' })
                Seconds  = 1
            }
        )
        Columns = @(
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Identity.ObjectGuid', 'Identity.Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('Identity.DistinguishedName') }
            @{ Name = 'user'; Type = 'string'; Class = 'security'; Holds = 'account'; Paths = @('User') }
            @{ Name = 'user_sid'; Type = 'sid'; Class = 'security'; Holds = 'sid'; Paths = @('UserSid', 'User.SecurityIdentifier') }
            @{ Name = 'access_rights'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('AccessRights') }
            @{ Name = 'extended_rights'; Type = 'list<string>'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedRights') }
            @{ Name = 'deny'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Deny') }
            @{ Name = 'is_inherited'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('IsInherited') }
            @{ Name = 'inheritance_type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('InheritanceType') }
            @{ Name = 'child_object_types'; Type = 'list<string>'; Class = 'security'; Holds = 'plain'; Paths = @('ChildObjectTypes') }
            @{ Name = 'inherited_object_type'; Type = 'string'; Class = 'security'; Holds = 'plain'; Paths = @('InheritedObjectType') }
            @{ Name = 'properties'; Type = 'list<string>'; Class = 'security'; Holds = 'plain'; Paths = @('Properties') }
        )
    }
    @{
        Name    = 'ad_rootdse_times'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('currentTime of rootDSE of each domain controller')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Scope    = 'subtree'
                Seconds  = 10
            }
        )
        Columns = @(
            @{ Name = 'controller'; Type = 'name'; Class = 'identity'; Holds = 'host'; Paths = @('dc') }
            @{ Name = 'remote_current_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('currentTime') }
            @{ Name = 'local_utc'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('local_utc') }
            @{ Name = 'remote_utc'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('remote_utc') }
            @{ Name = 'offset_seconds'; Type = 'float'; Class = 'volatile'; Holds = 'plain'; Paths = @('offset_seconds') }
            @{ Name = 'round_trip_seconds'; Type = 'float'; Class = 'volatile'; Holds = 'plain'; Paths = @('round_trip_seconds') }
        )
    }
    @{
        Name    = 'ad_schema_classes'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('(cn=ms-Exch-Storage-Group)')
                Target   = 'ldap'
                Tier     = 'extended'
                Versions = @('2010', '2013', '2016', '2019')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Base     = 'schema'
                Scope    = 'subtree'
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('objectGUID') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('distinguishedName') }
            @{ Name = 'poss_superiors'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('possSuperiors') }
        )
    }
    @{
        Name    = 'ad_sites'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('(objectClass=site)')
                Target   = 'ldap'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Base     = 'sites'
                Scope    = 'subtree'
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('objectGUID') }
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('name') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('distinguishedName') }
        )
    }
    @{
        Name    = 'ad_trusts'
        Sources = @(
            @{
                Id       = 'ldap'
                Kind     = 'ldap'
                Read     = @('(objectClass=trustedDomain)')
                Target   = 'ldap'
                Tier     = 'extended'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Base     = 'domains'
                Scope    = 'subtree'
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('objectGUID') }
            @{ Name = 'trust_partner'; Type = 'name'; Class = 'identity'; Holds = 'host'; Paths = @('trustPartner') }
            @{ Name = 'trust_direction'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('trustDirection') }
            @{ Name = 'trust_type'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('trustType') }
            @{ Name = 'trust_attributes'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('trustAttributes') }
            @{ Name = 'supported_encryption_types'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('msDS-SupportedEncryptionTypes') }
        )
    }
    @{
        Name    = 'admin_audit_log_config'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-AdminAuditLogConfig')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'admin_audit_log_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AdminAuditLogEnabled') }
            @{ Name = 'admin_audit_log_cmdlets'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('AdminAuditLogCmdlets') }
            @{ Name = 'admin_audit_log_parameters'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('AdminAuditLogParameters') }
            @{ Name = 'admin_audit_log_excluded_cmdlets'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('AdminAuditLogExcludedCmdlets') }
            @{ Name = 'admin_audit_log_age_limit'; Type = 'duration'; Class = 'security'; Holds = 'plain'; Paths = @('AdminAuditLogAgeLimit') }
            @{ Name = 'log_level'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('LogLevel') }
            @{ Name = 'test_cmdlet_logging_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('TestCmdletLoggingEnabled') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'attachment_filter_entries'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-AttachmentFilterEntry')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('Identity') }
            @{ Name = 'type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Type') }
        )
    }
    @{
        Name    = 'attachment_filter_list_config'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-AttachmentFilterListConfig')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'action'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Action') }
            @{ Name = 'exception_connectors'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('ExceptionConnectors') }
            @{ Name = 'reject_response'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('RejectResponse') }
            @{ Name = 'admin_message'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('AdminMessage') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'auth_config'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-AuthConfig')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'current_certificate_thumbprint'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('CurrentCertificateThumbprint') }
            @{ Name = 'next_certificate_thumbprint'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('NextCertificateThumbprint') }
            @{ Name = 'next_certificate_effective_date'; Type = 'timestamp'; Class = 'config'; Holds = 'plain'; Paths = @('NextCertificateEffectiveDate') }
            @{ Name = 'previous_certificate_thumbprint'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('PreviousCertificateThumbprint') }
            @{ Name = 'service_name'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('ServiceName') }
            @{ Name = 'realm'; Type = 'string'; Class = 'config'; Holds = 'host'; Paths = @('Realm') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'auth_servers'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-AuthServer')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Type') }
            @{ Name = 'application_identifier'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('ApplicationIdentifier') }
            @{ Name = 'issuer_identifier'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('IssuerIdentifier') }
            @{ Name = 'realm'; Type = 'string'; Class = 'security'; Holds = 'host'; Paths = @('Realm') }
            @{ Name = 'domain_names'; Type = 'list<name>'; Class = 'security'; Holds = 'host'; Paths = @('DomainName') }
            @{ Name = 'is_default_authorization_endpoint'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('IsDefaultAuthorizationEndpoint') }
            @{ Name = 'auth_metadata_url'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('AuthMetadataUrl') }
            @{ Name = 'authorization_endpoint'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('AuthorizationEndpoint') }
            @{ Name = 'token_issuing_endpoint'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('TokenIssuingEndpoint') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'authentication_policies'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-AuthenticationPolicy')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2019', 'SE')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'block_legacy_auth_active_sync'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BlockLegacyAuthActiveSync') }
            @{ Name = 'block_legacy_auth_autodiscover'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BlockLegacyAuthAutodiscover') }
            @{ Name = 'block_legacy_auth_imap'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BlockLegacyAuthImap') }
            @{ Name = 'block_legacy_auth_mapi'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BlockLegacyAuthMapi') }
            @{ Name = 'block_legacy_auth_offline_address_book'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BlockLegacyAuthOfflineAddressBook') }
            @{ Name = 'block_legacy_auth_pop'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BlockLegacyAuthPop') }
            @{ Name = 'block_legacy_auth_rpc'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BlockLegacyAuthRpc') }
            @{ Name = 'block_legacy_auth_web_services'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BlockLegacyAuthWebServices') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'autodiscover_virtual_directories'
        Server  = 'Server'
        Sources = @(
            @{
                Id         = 'iis'
                Kind       = 'cmdlet'
                Read       = @('Get-AutodiscoverVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ShowMailboxVirtualDirectories' = $true }
                ServerBy   = 'Server'
                Seconds    = 20
            }
            @{
                Id       = 'iis2010'
                Kind     = 'cmdlet'
                Read     = @('Get-AutodiscoverVirtualDirectory')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2010')
                Roles    = @('Mailbox', 'ClientAccess')
                ServerBy = 'Server'
                Seconds  = 20
            }
            @{
                Id         = 'directory'
                Kind       = 'cmdlet'
                Read       = @('Get-AutodiscoverVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ADPropertiesOnly' = $true }
                ServerBy   = 'Server'
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'internal_url'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('InternalUrl') }
            @{ Name = 'external_url'; Type = 'string'; Class = 'security'; Holds = 'url'; Paths = @('ExternalUrl') }
            @{ Name = 'basic_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BasicAuthentication') }
            @{ Name = 'digest_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DigestAuthentication') }
            @{ Name = 'windows_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('WindowsAuthentication') }
            @{ Name = 'oauth_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('OAuthAuthentication') }
            @{ Name = 'ws_security_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('WSSecurityAuthentication') }
            @{ Name = 'internal_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('InternalAuthenticationMethods') }
            @{ Name = 'external_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalAuthenticationMethods') }
            @{ Name = 'metabase_path'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('MetabasePath') }
            @{ Name = 'path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('Path') }
            @{ Name = 'extended_protection_token_checking'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionTokenChecking') }
            @{ Name = 'extended_protection_flags'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionFlags') }
            @{ Name = 'extended_protection_spn_list'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('ExtendedProtectionSPNList') }
            @{ Name = 'admin_display_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('AdminDisplayVersion') }
            @{ Name = 'read_with_ad_properties_only'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ReadWithADPropertiesOnly') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'availability_address_spaces'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-AvailabilityAddressSpace')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'forest_name'; Type = 'name'; Class = 'security'; Holds = 'host'; Paths = @('ForestName') }
            @{ Name = 'access_method'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('AccessMethod') }
            @{ Name = 'user_name'; Type = 'string'; Class = 'security'; Holds = 'account'; Paths = @('UserName') }
            @{ Name = 'use_service_account'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('UseServiceAccount') }
            @{ Name = 'proxy_url'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('ProxyUrl') }
            @{ Name = 'target_autodiscover_epr'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('TargetAutodiscoverEpr') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'availability_config'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-AvailabilityConfig')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'per_user_account'; Type = 'adobject'; Class = 'security'; Holds = 'dn'; Paths = @('PerUserAccount') }
            @{ Name = 'org_wide_account'; Type = 'adobject'; Class = 'security'; Holds = 'dn'; Paths = @('OrgWideAccount') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'calendar_processing'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-CalendarProcessing')
                Target   = 'org'
                Tier     = 'extended'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Each     = @(@{ Dataset = 'mailboxes'; Path = 'DistinguishedName'; Parameter = 'Identity'; Where = @{ 'RecipientTypeDetails' = @('RoomMailbox', 'EquipmentMailbox') } })
                Seconds  = 1
            }
        )
        Columns = @(
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('MailboxOwnerId.DistinguishedName', 'Identity.DistinguishedName') }
            @{ Name = 'mailbox_owner_id'; Type = 'adobject'; Class = 'identity'; Holds = 'dn'; Paths = @('MailboxOwnerId') }
            @{ Name = 'automate_processing'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('AutomateProcessing') }
            @{ Name = 'process_external_meeting_messages'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ProcessExternalMeetingMessages') }
            @{ Name = 'allow_conflicts'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('AllowConflicts') }
            @{ Name = 'all_book_in_policy'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('AllBookInPolicy') }
            @{ Name = 'all_request_in_policy'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('AllRequestInPolicy') }
            @{ Name = 'all_request_out_of_policy'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('AllRequestOutOfPolicy') }
            @{ Name = 'book_in_policy'; Type = 'list<string>'; Class = 'security'; Holds = 'dn'; Paths = @('BookInPolicy') }
            @{ Name = 'request_in_policy'; Type = 'list<string>'; Class = 'security'; Holds = 'dn'; Paths = @('RequestInPolicy') }
            @{ Name = 'request_out_of_policy'; Type = 'list<string>'; Class = 'security'; Holds = 'dn'; Paths = @('RequestOutOfPolicy') }
            @{ Name = 'resource_delegates'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('ResourceDelegates') }
            @{ Name = 'forward_requests_to_delegates'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ForwardRequestsToDelegates') }
            @{ Name = 'tentative_pending_approval'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('TentativePendingApproval') }
            @{ Name = 'booking_window_in_days'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('BookingWindowInDays') }
            @{ Name = 'maximum_duration_in_minutes'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('MaximumDurationInMinutes') }
            @{ Name = 'allow_recurring_meetings'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('AllowRecurringMeetings') }
            @{ Name = 'enforce_scheduling_horizon'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('EnforceSchedulingHorizon') }
            @{ Name = 'schedule_only_during_work_hours'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ScheduleOnlyDuringWorkHours') }
            @{ Name = 'delete_subject'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DeleteSubject') }
            @{ Name = 'delete_comments'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DeleteComments') }
            @{ Name = 'delete_attachments'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DeleteAttachments') }
            @{ Name = 'add_organizer_to_subject'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AddOrganizerToSubject') }
            @{ Name = 'remove_private_property'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RemovePrivateProperty') }
        )
    }
    @{
        Name    = 'cas_mailboxes'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-CASMailbox')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IgnoreDefaultScope' = $true; 'ResultSize' = 'Unlimited' }
                Seconds    = 600
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'primary_smtp_address'; Type = 'smtp_address'; Class = 'identity'; Holds = 'smtp'; Paths = @('PrimarySmtpAddress') }
            @{ Name = 'sam_account_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('SamAccountName') }
            @{ Name = 'active_sync_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ActiveSyncEnabled') }
            @{ Name = 'active_sync_mailbox_policy'; Type = 'adobject'; Class = 'security'; Holds = 'dn'; Paths = @('ActiveSyncMailboxPolicy') }
            @{ Name = 'active_sync_mailbox_policy_is_defaulted'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ActiveSyncMailboxPolicyIsDefaulted') }
            @{ Name = 'active_sync_allowed_device_ids'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('ActiveSyncAllowedDeviceIDs') }
            @{ Name = 'active_sync_blocked_device_ids'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('ActiveSyncBlockedDeviceIDs') }
            @{ Name = 'has_active_sync_device_partnership'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('HasActiveSyncDevicePartnership') }
            @{ Name = 'owa_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('OWAEnabled') }
            @{ Name = 'owa_mailbox_policy'; Type = 'adobject'; Class = 'security'; Holds = 'dn'; Paths = @('OwaMailboxPolicy') }
            @{ Name = 'ecp_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ECPEnabled') }
            @{ Name = 'pop_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('PopEnabled') }
            @{ Name = 'imap_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ImapEnabled') }
            @{ Name = 'ews_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('EwsEnabled') }
            @{ Name = 'mapi_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('MAPIEnabled') }
            @{ Name = 'mapi_http_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('MapiHttpEnabled') }
            @{ Name = 'mapi_block_outlook_rpc_http'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('MAPIBlockOutlookRpcHttp') }
            @{ Name = 'mapi_block_outlook_versions'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('MAPIBlockOutlookVersions') }
            @{ Name = 'server_name'; Type = 'name'; Class = 'config'; Holds = 'label'; Paths = @('ServerName') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'client_access_rules'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-ClientAccessRule')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2019', 'SE')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'priority'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('Priority') }
            @{ Name = 'action'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Action') }
            @{ Name = 'any_of_protocols'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('AnyOfProtocols') }
            @{ Name = 'except_any_of_protocols'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExceptAnyOfProtocols') }
            @{ Name = 'any_of_client_ip_addresses_or_ranges'; Type = 'list<iprange>'; Class = 'security'; Holds = 'address'; Paths = @('AnyOfClientIPAddressesOrRanges') }
            @{ Name = 'except_any_of_client_ip_addresses_or_ranges'; Type = 'list<iprange>'; Class = 'security'; Holds = 'address'; Paths = @('ExceptAnyOfClientIPAddressesOrRanges') }
            @{ Name = 'any_of_authentication_types'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('AnyOfAuthenticationTypes') }
            @{ Name = 'except_any_of_authentication_types'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExceptAnyOfAuthenticationTypes') }
            @{ Name = 'username_matches_any_of_patterns'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('UsernameMatchesAnyOfPatterns') }
            @{ Name = 'except_username_matches_any_of_patterns'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('ExceptUsernameMatchesAnyOfPatterns') }
            @{ Name = 'user_recipient_filter'; Type = 'string'; Class = 'security'; Holds = 'text'; Paths = @('UserRecipientFilter') }
            @{ Name = 'scope'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('Scope') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'client_access_services'
        Server  = 'Name'
        Sources = @(
            @{
                Id         = 'service'
                Kind       = 'cmdlet'
                Read       = @('Get-ClientAccessService')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('2016', '2019', 'SE')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IncludeAlternateServiceAccountCredentialStatus' = $true }
                Seconds    = 60
            }
            @{
                Id         = 'server'
                Kind       = 'cmdlet'
                Read       = @('Get-ClientAccessServer')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('2010', '2013')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IncludeAlternateServiceAccountCredentialStatus' = $true }
                Seconds    = 60
            }
            @{
                Id       = 'directory'
                Kind     = 'cmdlet'
                Read     = @('Get-ClientAccessService')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2016', '2019', 'SE')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
            @{
                Id       = 'directory2010'
                Kind     = 'cmdlet'
                Read     = @('Get-ClientAccessServer')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2010', '2013')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'fqdn'; Type = 'name'; Class = 'identity'; Holds = 'host'; Paths = @('Fqdn') }
            @{ Name = 'auto_discover_service_internal_uri'; Type = 'string'; Class = 'security'; Holds = 'url'; Paths = @('AutoDiscoverServiceInternalUri') }
            @{ Name = 'auto_discover_service_class_name'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('AutoDiscoverServiceClassName') }
            @{ Name = 'auto_discover_service_cn'; Type = 'name'; Class = 'config'; Holds = 'label'; Paths = @('AutoDiscoverServiceCN') }
            @{ Name = 'auto_discover_site_scope'; Type = 'list<string>'; Class = 'config'; Holds = 'label'; Paths = @('AutoDiscoverSiteScope') }
            @{ Name = 'outlook_anywhere_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('OutlookAnywhereEnabled') }
            @{ Name = 'alternate_service_account_configuration'; Type = 'string'; Class = 'security'; Holds = 'text'; Paths = @('AlternateServiceAccountConfiguration'); SourcePaths = @{ 'directory' = @(); 'directory2010' = @() } }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'content_filter_config'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-ContentFilterConfig')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'external_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalMailEnabled') }
            @{ Name = 'internal_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('InternalMailEnabled') }
            @{ Name = 'scl_delete_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('SCLDeleteEnabled') }
            @{ Name = 'scl_delete_threshold'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('SCLDeleteThreshold') }
            @{ Name = 'scl_reject_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('SCLRejectEnabled') }
            @{ Name = 'scl_reject_threshold'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('SCLRejectThreshold') }
            @{ Name = 'scl_quarantine_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('SCLQuarantineEnabled') }
            @{ Name = 'scl_quarantine_threshold'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('SCLQuarantineThreshold') }
            @{ Name = 'quarantine_mailbox'; Type = 'smtp_address'; Class = 'security'; Holds = 'smtp'; Paths = @('QuarantineMailbox') }
            @{ Name = 'bypassed_senders'; Type = 'list<smtp_address>'; Class = 'security'; Holds = 'smtp'; Paths = @('BypassedSenders') }
            @{ Name = 'bypassed_sender_domains'; Type = 'list<string>'; Class = 'security'; Holds = 'host'; Paths = @('BypassedSenderDomains') }
            @{ Name = 'bypassed_recipients'; Type = 'list<smtp_address>'; Class = 'security'; Holds = 'smtp'; Paths = @('BypassedRecipients') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'content_filter_phrases'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-ContentFilterPhrase')
                Target   = 'org'
                Tier     = 'extended'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'phrase'; Type = 'string'; Class = 'security'; Holds = 'text'; Paths = @('Phrase') }
            @{ Name = 'influence'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Influence') }
        )
    }
    @{
        Name    = 'database_availability_groups'
        Sources = @(
            @{
                Id         = 'status'
                Kind       = 'cmdlet'
                Read       = @('Get-DatabaseAvailabilityGroup')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'Status' = $true }
                Seconds    = 60
            }
            @{
                Id       = 'directory'
                Kind     = 'cmdlet'
                Read     = @('Get-DatabaseAvailabilityGroup')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'servers'; Type = 'list<name>'; Class = 'config'; Holds = 'label'; Paths = @('Servers') }
            @{ Name = 'witness_server'; Type = 'name'; Class = 'config'; Holds = 'host'; Paths = @('WitnessServer') }
            @{ Name = 'witness_directory'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('WitnessDirectory') }
            @{ Name = 'alternate_witness_server'; Type = 'name'; Class = 'config'; Holds = 'host'; Paths = @('AlternateWitnessServer') }
            @{ Name = 'alternate_witness_directory'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('AlternateWitnessDirectory') }
            @{ Name = 'datacenter_activation_mode'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('DatacenterActivationMode') }
            @{ Name = 'network_encryption'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('NetworkEncryption') }
            @{ Name = 'network_compression'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('NetworkCompression') }
            @{ Name = 'third_party_replication'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('ThirdPartyReplication') }
            @{ Name = 'replication_port'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('ReplicationPort') }
            @{ Name = 'database_availability_group_ip_addresses'; Type = 'list<ip>'; Class = 'config'; Holds = 'address'; Paths = @('DatabaseAvailabilityGroupIpAddresses', 'DatabaseAvailabilityGroupIpv4Addresses') }
            @{ Name = 'operational_servers'; Type = 'list<name>'; Class = 'volatile'; Holds = 'label'; Paths = @('OperationalServers'); SourcePaths = @{ 'directory' = @() } }
            @{ Name = 'stopped_mailbox_servers'; Type = 'list<name>'; Class = 'volatile'; Holds = 'label'; Paths = @('StoppedMailboxServers'); SourcePaths = @{ 'directory' = @() } }
            @{ Name = 'primary_active_manager'; Type = 'name'; Class = 'volatile'; Holds = 'label'; Paths = @('PrimaryActiveManager'); SourcePaths = @{ 'directory' = @() } }
            @{ Name = 'servers_in_maintenance'; Type = 'list<name>'; Class = 'volatile'; Holds = 'label'; Paths = @('ServersInMaintenance'); SourcePaths = @{ 'directory' = @() } }
            @{ Name = 'witness_share_in_use'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('WitnessShareInUse'); SourcePaths = @{ 'directory' = @() } }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'distribution_groups'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-DistributionGroup')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IgnoreDefaultScope' = $true; 'ResultSize' = 'Unlimited' }
                Seconds    = 300
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'alias'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Alias') }
            @{ Name = 'display_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('DisplayName') }
            @{ Name = 'primary_smtp_address'; Type = 'smtp_address'; Class = 'identity'; Holds = 'smtp'; Paths = @('PrimarySmtpAddress') }
            @{ Name = 'email_addresses'; Type = 'list<string>'; Class = 'identity'; Holds = 'smtp'; Paths = @('EmailAddresses') }
            @{ Name = 'sam_account_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('SamAccountName') }
            @{ Name = 'recipient_type_details'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('RecipientTypeDetails') }
            @{ Name = 'group_type'; Type = 'flags'; Class = 'config'; Holds = 'plain'; Paths = @('GroupType') }
            @{ Name = 'managed_by'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('ManagedBy') }
            @{ Name = 'member_join_restriction'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('MemberJoinRestriction') }
            @{ Name = 'member_depart_restriction'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('MemberDepartRestriction') }
            @{ Name = 'require_sender_authentication_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireSenderAuthenticationEnabled') }
            @{ Name = 'accept_messages_only_from'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('AcceptMessagesOnlyFrom') }
            @{ Name = 'accept_messages_only_from_senders_or_members'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('AcceptMessagesOnlyFromSendersOrMembers') }
            @{ Name = 'hidden_from_address_lists_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('HiddenFromAddressListsEnabled') }
            @{ Name = 'moderation_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ModerationEnabled') }
            @{ Name = 'grant_send_on_behalf_to'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('GrantSendOnBehalfTo') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'dynamic_distribution_groups'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-DynamicDistributionGroup')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IgnoreDefaultScope' = $true; 'ResultSize' = 'Unlimited' }
                Seconds    = 30
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'display_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('DisplayName') }
            @{ Name = 'primary_smtp_address'; Type = 'smtp_address'; Class = 'identity'; Holds = 'smtp'; Paths = @('PrimarySmtpAddress') }
            @{ Name = 'email_addresses'; Type = 'list<string>'; Class = 'identity'; Holds = 'smtp'; Paths = @('EmailAddresses') }
            @{ Name = 'recipient_type_details'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('RecipientTypeDetails') }
            @{ Name = 'require_sender_authentication_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireSenderAuthenticationEnabled') }
            @{ Name = 'accept_messages_only_from_senders_or_members'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('AcceptMessagesOnlyFromSendersOrMembers') }
            @{ Name = 'hidden_from_address_lists_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('HiddenFromAddressListsEnabled') }
            @{ Name = 'grant_send_on_behalf_to'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('GrantSendOnBehalfTo') }
            @{ Name = 'moderation_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ModerationEnabled') }
            @{ Name = 'max_send_size'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('MaxSendSize') }
            @{ Name = 'max_receive_size'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('MaxReceiveSize') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'ecp_virtual_directories'
        Server  = 'Server'
        Sources = @(
            @{
                Id         = 'iis'
                Kind       = 'cmdlet'
                Read       = @('Get-EcpVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ShowMailboxVirtualDirectories' = $true }
                ServerBy   = 'Server'
                Seconds    = 20
            }
            @{
                Id       = 'iis2010'
                Kind     = 'cmdlet'
                Read     = @('Get-EcpVirtualDirectory')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2010')
                Roles    = @('Mailbox', 'ClientAccess')
                ServerBy = 'Server'
                Seconds  = 20
            }
            @{
                Id         = 'directory'
                Kind       = 'cmdlet'
                Read       = @('Get-EcpVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ADPropertiesOnly' = $true }
                ServerBy   = 'Server'
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'internal_url'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('InternalUrl') }
            @{ Name = 'external_url'; Type = 'string'; Class = 'security'; Holds = 'url'; Paths = @('ExternalUrl') }
            @{ Name = 'web_site'; Type = 'name'; Class = 'config'; Holds = 'label'; Paths = @('WebSite') }
            @{ Name = 'metabase_path'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('MetabasePath') }
            @{ Name = 'path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('Path') }
            @{ Name = 'admin_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AdminEnabled') }
            @{ Name = 'owa_options_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('OwaOptionsEnabled') }
            @{ Name = 'forms_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('FormsAuthentication') }
            @{ Name = 'basic_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BasicAuthentication') }
            @{ Name = 'windows_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('WindowsAuthentication') }
            @{ Name = 'digest_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DigestAuthentication') }
            @{ Name = 'adfs_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AdfsAuthentication') }
            @{ Name = 'internal_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('InternalAuthenticationMethods') }
            @{ Name = 'external_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalAuthenticationMethods') }
            @{ Name = 'extended_protection_token_checking'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionTokenChecking') }
            @{ Name = 'extended_protection_flags'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionFlags') }
            @{ Name = 'extended_protection_spn_list'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('ExtendedProtectionSPNList') }
            @{ Name = 'admin_display_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('AdminDisplayVersion') }
            @{ Name = 'read_with_ad_properties_only'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ReadWithADPropertiesOnly') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'edge_subscriptions'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-EdgeSubscription')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'site'; Type = 'name'; Class = 'config'; Holds = 'label'; Paths = @('Site.Name', 'Site') }
            @{ Name = 'domain'; Type = 'name'; Class = 'identity'; Holds = 'host'; Paths = @('Domain') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'event_log_levels'
        Server  = 'Server'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-EventLogLevel')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                ServerBy = 'Server'
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('Identity') }
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('Name') }
            @{ Name = 'event_level'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('EventLevel') }
        )
    }
    @{
        Name    = 'exchange_certificates'
        Server  = 'Server'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-ExchangeCertificate')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                ServerBy = 'Server'
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'thumbprint'; Type = 'string'; Class = 'identity'; Holds = 'plain'; Paths = @('Thumbprint') }
            @{ Name = 'subject'; Type = 'string'; Class = 'config'; Holds = 'label'; Paths = @('Subject') }
            @{ Name = 'issuer'; Type = 'string'; Class = 'config'; Holds = 'label'; Paths = @('Issuer') }
            @{ Name = 'serial_number'; Type = 'string'; Class = 'config'; Holds = 'label'; Paths = @('SerialNumber') }
            @{ Name = 'friendly_name'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('FriendlyName') }
            @{ Name = 'not_before'; Type = 'timestamp'; Class = 'config'; Holds = 'plain'; Paths = @('NotBefore') }
            @{ Name = 'not_after'; Type = 'timestamp'; Class = 'security'; Holds = 'plain'; Paths = @('NotAfter') }
            @{ Name = 'certificate_domains'; Type = 'list<string>'; Class = 'config'; Holds = 'host'; Paths = @('CertificateDomains') }
            @{ Name = 'services'; Type = 'flags'; Class = 'config'; Holds = 'plain'; Paths = @('Services') }
            @{ Name = 'status'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Status') }
            @{ Name = 'is_self_signed'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('IsSelfSigned') }
            @{ Name = 'has_private_key'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('HasPrivateKey') }
            @{ Name = 'root_ca_type'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('RootCAType') }
            @{ Name = 'public_key_size'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('PublicKeySize') }
            @{ Name = 'signature_algorithm'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('SignatureAlgorithm.FriendlyName', 'SignatureAlgorithm') }
            @{ Name = 'raw_data'; Type = 'x509'; Class = 'config'; Holds = 'x509'; Paths = @('RawData') }
        )
    }
    @{
        Name    = 'exchange_config_files'
        Sources = @(
            @{
                Id       = 'files'
                Kind     = 'file'
                Read     = @('web.config, EdgeTransport.exe.config, noderunner.exe.config and others')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'path'; Type = 'string'; Class = 'identity'; Holds = 'path'; Paths = @('path') }
            @{ Name = 'setting'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('setting') }
            @{ Name = 'config_value'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('value') }
            @{ Name = 'file_exists'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('exists') }
            @{ Name = 'is_valid_xml'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('is_valid_xml') }
            @{ Name = 'holds_install_dir'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('holds_install_dir') }
            @{ Name = 'queue_database_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('QueueDatabasePath') }
            @{ Name = 'queue_database_logging_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('QueueDatabaseLoggingPath') }
            @{ Name = 'temporary_storage_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('TemporaryStoragePath') }
            @{ Name = 'scan_temp_folder'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('ScanTempFolder') }
            @{ Name = 'bin_search_folders'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('BinSearchFolders') }
            @{ Name = 'memory_limit_megabytes'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('memoryLimitMegabytes') }
        )
    }
    @{
        Name    = 'exchange_diagnostic_overrides'
        Server  = 'Server'
        Sources = @(
            @{
                Id         = 'diagnostic'
                Kind       = 'cmdlet'
                Read       = @('Get-ExchangeDiagnosticInfo')
                Target     = 'server'
                Tier       = 'deep'
                Versions   = @('2016', '2019', 'SE')
                Roles      = @('Mailbox')
                Parameters = @{ 'Argument' = 'Overrides'; 'Component' = 'VariantConfiguration'; 'Process' = 'Microsoft.Exchange.Directory.TopologyService' }
                ServerBy   = 'Server'
                Seconds    = 30
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'component_name'; Type = 'name'; Class = 'security'; Holds = 'words'; Paths = @('ComponentName') }
            @{ Name = 'section_name'; Type = 'name'; Class = 'security'; Holds = 'words'; Paths = @('SectionName') }
            @{ Name = 'parameters'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('Parameters') }
            @{ Name = 'reason'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('Reason') }
            @{ Name = 'status'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('Status') }
            @{ Name = 'overrides_updated'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('Updated') }
        )
    }
    @{
        Name    = 'exchange_diagnostic_resources'
        Server  = 'Server'
        Sources = @(
            @{
                Id         = 'diagnostic'
                Kind       = 'cmdlet'
                Read       = @('Get-ExchangeDiagnosticInfo')
                Target     = 'server'
                Tier       = 'deep'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'HubTransport')
                Parameters = @{ 'Component' = 'ResourceThrottling'; 'Process' = 'EdgeTransport' }
                ServerBy   = 'Server'
                Seconds    = 30
            }
        )
        Columns = @(
            @{ Name = 'resource'; Type = 'name'; Class = 'identity'; Holds = 'path'; Paths = @('Resource') }
            @{ Name = 'current_resource_use'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('CurrentResourceUse') }
            @{ Name = 'previous_resource_use'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('PreviousResourceUse') }
            @{ Name = 'pressure'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('Pressure') }
            @{ Name = 'pressure_transitions'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('PressureTransitions') }
        )
    }
    @{
        Name    = 'exchange_servers'
        Server  = 'Name'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-ExchangeServer')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Parameters = @{ 'Status' = $true }
                Seconds    = 120
            }
            @{
                Id       = 'directory'
                Kind     = 'cmdlet'
                Read     = @('Get-ExchangeServer')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'fqdn'; Type = 'name'; Class = 'identity'; Holds = 'host'; Paths = @('Fqdn') }
            @{ Name = 'domain'; Type = 'name'; Class = 'identity'; Holds = 'host'; Paths = @('Domain') }
            @{ Name = 'site'; Type = 'name'; Class = 'config'; Holds = 'label'; Paths = @('Site.Name', 'Site') }
            @{ Name = 'server_role'; Type = 'flags'; Class = 'config'; Holds = 'plain'; Paths = @('ServerRole') }
            @{ Name = 'is_edge_server'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IsEdgeServer') }
            @{ Name = 'is_mailbox_server'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IsMailboxServer') }
            @{ Name = 'is_client_access_server'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IsClientAccessServer') }
            @{ Name = 'is_hub_transport_server'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IsHubTransportServer') }
            @{ Name = 'is_unified_messaging_server'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IsUnifiedMessagingServer') }
            @{ Name = 'is_frontend_transport_server'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IsFrontendTransportServer') }
            @{ Name = 'is_provisioned_server'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IsProvisionedServer') }
            @{ Name = 'edition'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('Edition') }
            @{ Name = 'admin_display_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('AdminDisplayVersion') }
            @{ Name = 'data_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('DataPath') }
            @{ Name = 'mitigations_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('MitigationsEnabled') }
            @{ Name = 'mitigations_applied'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('MitigationsApplied') }
            @{ Name = 'mitigations_blocked'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('MitigationsBlocked') }
            @{ Name = 'static_domain_controllers'; Type = 'list<string>'; Class = 'config'; Holds = 'host'; Paths = @('StaticDomainControllers'); SourcePaths = @{ 'directory' = @() } }
            @{ Name = 'static_global_catalogs'; Type = 'list<string>'; Class = 'config'; Holds = 'host'; Paths = @('StaticGlobalCatalogs'); SourcePaths = @{ 'directory' = @() } }
            @{ Name = 'static_config_domain_controller'; Type = 'string'; Class = 'config'; Holds = 'host'; Paths = @('StaticConfigDomainController'); SourcePaths = @{ 'directory' = @() } }
            @{ Name = 'static_excluded_domain_controllers'; Type = 'list<string>'; Class = 'config'; Holds = 'host'; Paths = @('StaticExcludedDomainControllers'); SourcePaths = @{ 'directory' = @() } }
            @{ Name = 'current_domain_controllers'; Type = 'list<string>'; Class = 'volatile'; Holds = 'host'; Paths = @('CurrentDomainControllers'); SourcePaths = @{ 'directory' = @() } }
            @{ Name = 'current_global_catalogs'; Type = 'list<string>'; Class = 'volatile'; Holds = 'host'; Paths = @('CurrentGlobalCatalogs'); SourcePaths = @{ 'directory' = @() } }
            @{ Name = 'current_config_domain_controller'; Type = 'string'; Class = 'volatile'; Holds = 'host'; Paths = @('CurrentConfigDomainController'); SourcePaths = @{ 'directory' = @() } }
            @{ Name = 'internet_web_proxy'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('InternetWebProxy') }
            @{ Name = 'internet_web_proxy_bypass_list'; Type = 'list<string>'; Class = 'config'; Holds = 'host'; Paths = @('InternetWebProxyBypassList') }
            @{ Name = 'error_reporting_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ErrorReportingEnabled') }
            @{ Name = 'customer_feedback_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('CustomerFeedbackEnabled') }
            @{ Name = 'data_collection_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('DataCollectionEnabled') }
            @{ Name = 'is_exchange_trial_edition'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IsExchangeTrialEdition') }
            @{ Name = 'is_expired_exchange_trial_edition'; Type = 'bool'; Class = 'volatile'; Holds = 'plain'; Paths = @('IsExpiredExchangeTrialEdition') }
            @{ Name = 'remaining_trial_period'; Type = 'duration'; Class = 'volatile'; Holds = 'plain'; Paths = @('RemainingTrialPeriod') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'federated_organization_identifier'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-FederatedOrganizationIdentifier')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'domains'; Type = 'list<string>'; Class = 'security'; Holds = 'host'; Paths = @('Domains') }
            @{ Name = 'account_namespace'; Type = 'name'; Class = 'security'; Holds = 'host'; Paths = @('AccountNamespace') }
            @{ Name = 'default_domain'; Type = 'name'; Class = 'security'; Holds = 'host'; Paths = @('DefaultDomain') }
            @{ Name = 'delegation_trust_link'; Type = 'adobject'; Class = 'security'; Holds = 'dn'; Paths = @('DelegationTrustLink') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'federation_trusts'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-FederationTrust')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'application_uri'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('ApplicationUri') }
            @{ Name = 'token_issuer_uri'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('TokenIssuerUri') }
            @{ Name = 'org_certificate'; Type = 'x509'; Class = 'security'; Holds = 'x509'; Paths = @('OrgCertificate.RawData', 'OrgCertificate') }
            @{ Name = 'org_priv_certificate'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('OrgPrivCertificate') }
            @{ Name = 'org_prev_priv_certificate'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('OrgPrevPrivCertificate') }
            @{ Name = 'org_next_priv_certificate'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('OrgNextPrivCertificate') }
            @{ Name = 'org_prev_certificate'; Type = 'x509'; Class = 'security'; Holds = 'x509'; Paths = @('OrgPrevCertificate.RawData', 'OrgPrevCertificate') }
            @{ Name = 'org_next_certificate'; Type = 'x509'; Class = 'security'; Holds = 'x509'; Paths = @('OrgNextCertificate.RawData', 'OrgNextCertificate') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'frontend_transport_services'
        Server  = 'Name'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-FrontendTransportService')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'antispam_agents_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AntispamAgentsEnabled') }
            @{ Name = 'connectivity_log_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ConnectivityLogEnabled') }
            @{ Name = 'connectivity_log_max_age'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('ConnectivityLogMaxAge') }
            @{ Name = 'connectivity_log_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('ConnectivityLogPath') }
            @{ Name = 'agent_log_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AgentLogEnabled') }
            @{ Name = 'agent_log_max_age'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('AgentLogMaxAge') }
            @{ Name = 'receive_protocol_log_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('ReceiveProtocolLogPath') }
            @{ Name = 'receive_protocol_log_max_age'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('ReceiveProtocolLogMaxAge') }
            @{ Name = 'send_protocol_log_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('SendProtocolLogPath') }
            @{ Name = 'send_protocol_log_max_age'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('SendProtocolLogMaxAge') }
            @{ Name = 'intra_org_connector_protocol_logging_level'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('IntraOrgConnectorProtocolLoggingLevel') }
            @{ Name = 'internal_dns_servers'; Type = 'list<ip>'; Class = 'config'; Holds = 'address'; Paths = @('InternalDNSServers') }
            @{ Name = 'internal_dns_adapter_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('InternalDNSAdapterEnabled') }
            @{ Name = 'external_dns_servers'; Type = 'list<ip>'; Class = 'config'; Holds = 'address'; Paths = @('ExternalDNSServers') }
            @{ Name = 'external_dns_adapter_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ExternalDNSAdapterEnabled') }
            @{ Name = 'max_connection_rate_per_minute'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('MaxConnectionRatePerMinute') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'health_reports'
        Server  = 'Server'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-HealthReport')
                Target   = 'server'
                Tier     = 'deep'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('Mailbox', 'ClientAccess')
                ServerBy = 'Identity'
                Seconds  = 120
            }
        )
        Columns = @(
            @{ Name = 'health_set'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('HealthSet') }
            @{ Name = 'health_group'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('HealthGroup') }
            @{ Name = 'state'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('State') }
            @{ Name = 'alert_value'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('AlertValue') }
            @{ Name = 'last_transition_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastTransitionTime') }
            @{ Name = 'monitor_count'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('MonitorCount') }
            @{ Name = 'ha_impacting_monitor_count'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('HaImpactingMonitorCount') }
        )
    }
    @{
        Name    = 'hybrid_configuration'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-HybridConfiguration')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'domains'; Type = 'list<string>'; Class = 'config'; Holds = 'host'; Paths = @('Domains') }
            @{ Name = 'features'; Type = 'list<string>'; Class = 'config'; Holds = 'words'; Paths = @('Features') }
            @{ Name = 'on_premises_smart_host'; Type = 'name'; Class = 'config'; Holds = 'host'; Paths = @('OnPremisesSmartHost') }
            @{ Name = 'tls_certificate_name'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('TlsCertificateName') }
            @{ Name = 'sending_transport_servers'; Type = 'list<name>'; Class = 'config'; Holds = 'label'; Paths = @('SendingTransportServers') }
            @{ Name = 'receiving_transport_servers'; Type = 'list<name>'; Class = 'config'; Holds = 'label'; Paths = @('ReceivingTransportServers') }
            @{ Name = 'edge_transport_servers'; Type = 'list<name>'; Class = 'config'; Holds = 'label'; Paths = @('EdgeTransportServers') }
            @{ Name = 'client_access_servers'; Type = 'list<name>'; Class = 'config'; Holds = 'label'; Paths = @('ClientAccessServers') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'iis_application_pools'
        Sources = @(
            @{
                Id       = 'appcmd'
                Kind     = 'program'
                Read     = @('appcmd.exe list apppool /xml /config')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('name') }
            @{ Name = 'state'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('state') }
            @{ Name = 'recycle_time'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('time') }
            @{ Name = 'recycle_private_memory'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('privateMemory') }
            @{ Name = 'recycle_memory'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('memory') }
            @{ Name = 'recycle_requests'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('requests') }
            @{ Name = 'recycle_schedule'; Type = 'list<string>'; Class = 'config'; Holds = 'words'; Paths = @('schedule') }
        )
    }
    @{
        Name    = 'iis_config'
        Sources = @(
            @{
                Id       = 'appcmd'
                Kind     = 'program'
                Read     = @('appcmd.exe list config /xml')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'location'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('location') }
            @{ Name = 'section'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('section') }
            @{ Name = 'element'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('element') }
            @{ Name = 'attribute'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('attribute') }
            @{ Name = 'value'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('value') }
            @{ Name = 'item_x_path'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @() }
            @{ Name = 'protocol'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @() }
            @{ Name = 'binding_information'; Type = 'string'; Class = 'config'; Holds = 'host'; Paths = @() }
            @{ Name = 'ssl_flags_value'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @() }
            @{ Name = 'certificate_hash'; Type = 'string'; Class = 'security'; Holds = 'plain'; Paths = @() }
            @{ Name = 'certificate_store_name'; Type = 'string'; Class = 'config'; Holds = 'plain'; Paths = @() }
        )
    }
    @{
        Name    = 'iis_rewrite_rules'
        Sources = @(
            @{
                Id       = 'files'
                Kind     = 'file'
                Read     = @('applicationHost.config and web.config')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'path'; Type = 'string'; Class = 'identity'; Holds = 'path'; Paths = @('path') }
            @{ Name = 'position'; Type = 'int'; Class = 'identity'; Holds = 'plain'; Paths = @('position') }
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('name') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('enabled') }
            @{ Name = 'match_pattern'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('match_url') }
            @{ Name = 'conditions'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('conditions') }
            @{ Name = 'action_type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('action_type') }
            @{ Name = 'clear'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('clear') }
            @{ Name = 'remove'; Type = 'list<string>'; Class = 'config'; Holds = 'words'; Paths = @('remove') }
        )
    }
    @{
        Name    = 'imap_settings'
        Server  = 'Server'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-ImapSettings')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'ClientAccess')
                ServerBy = 'Server'
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'login_type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('LoginType') }
            @{ Name = 'unencrypted_or_tls_bindings'; Type = 'list<binding>'; Class = 'security'; Holds = 'address'; Paths = @('UnencryptedOrTLSBindings') }
            @{ Name = 'ssl_bindings'; Type = 'list<binding>'; Class = 'security'; Holds = 'address'; Paths = @('SSLBindings') }
            @{ Name = 'internal_connection_settings'; Type = 'list<string>'; Class = 'config'; Holds = 'host'; Paths = @('InternalConnectionSettings') }
            @{ Name = 'external_connection_settings'; Type = 'list<string>'; Class = 'config'; Holds = 'host'; Paths = @('ExternalConnectionSettings') }
            @{ Name = 'enable_gssapi_and_ntlm_auth'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('EnableGSSAPIAndNTLMAuth') }
            @{ Name = 'x509_certificate_name'; Type = 'name'; Class = 'security'; Holds = 'host'; Paths = @('X509CertificateName') }
            @{ Name = 'extended_protection_policy'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionPolicy') }
            @{ Name = 'protocol_log_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ProtocolLogEnabled') }
            @{ Name = 'log_file_location'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('LogFileLocation') }
            @{ Name = 'banner'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('Banner') }
            @{ Name = 'max_connections'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('MaxConnections') }
            @{ Name = 'pre_authenticated_connection_timeout'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('PreAuthenticatedConnectionTimeout') }
            @{ Name = 'authenticated_connection_timeout'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('AuthenticatedConnectionTimeout') }
            @{ Name = 'proxy_target_port'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('ProxyTargetPort') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'inbox_rules'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-InboxRule')
                Target     = 'org'
                Tier       = 'deep'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IncludeHidden' = $true }
                Each       = @(@{ Dataset = 'mailboxes'; Path = 'DistinguishedName'; Parameter = 'Mailbox'; Where = @{ 'RecipientTypeDetails' = @('UserMailbox', 'LinkedMailbox', 'LegacyMailbox', 'SharedMailbox', 'RoomMailbox', 'EquipmentMailbox', 'LinkedRoomMailbox', 'TeamMailbox') }; Add = @{ 'MailboxGuid' = 'Guid' } })
                Seconds    = 1
            }
            @{
                Id       = 'ems2010'
                Kind     = 'cmdlet'
                Read     = @('Get-InboxRule')
                Target   = 'org'
                Tier     = 'deep'
                Versions = @('2010')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Each     = @(@{ Dataset = 'mailboxes'; Path = 'DistinguishedName'; Parameter = 'Mailbox'; Where = @{ 'RecipientTypeDetails' = @('UserMailbox', 'LinkedMailbox', 'LegacyMailbox', 'SharedMailbox', 'RoomMailbox', 'EquipmentMailbox', 'LinkedRoomMailbox', 'TeamMailbox') }; Add = @{ 'MailboxGuid' = 'Guid' } })
                Seconds  = 1
            }
        )
        Columns = @(
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'mailbox_guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('MailboxGuid') }
            @{ Name = 'mailbox_owner_id'; Type = 'adobject'; Class = 'identity'; Holds = 'dn'; Paths = @('MailboxOwnerId') }
            @{ Name = 'rule_identity'; Type = 'string'; Class = 'identity'; Holds = 'plain'; Paths = @('RuleIdentity') }
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'priority'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('Priority') }
            @{ Name = 'forward_to'; Type = 'list<string>'; Class = 'security'; Holds = 'smtp'; Paths = @('ForwardTo') }
            @{ Name = 'forward_as_attachment_to'; Type = 'list<string>'; Class = 'security'; Holds = 'smtp'; Paths = @('ForwardAsAttachmentTo') }
            @{ Name = 'redirect_to'; Type = 'list<string>'; Class = 'security'; Holds = 'smtp'; Paths = @('RedirectTo') }
            @{ Name = 'send_text_message_notification_to'; Type = 'list<string>'; Class = 'security'; Holds = 'text'; Paths = @('SendTextMessageNotificationTo') }
            @{ Name = 'delete_message'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DeleteMessage') }
            @{ Name = 'soft_delete_message'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('SoftDeleteMessage') }
            @{ Name = 'mark_as_read'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('MarkAsRead') }
            @{ Name = 'move_to_folder'; Type = 'string'; Class = 'security'; Holds = 'text'; Paths = @('MoveToFolder') }
            @{ Name = 'in_error'; Type = 'bool'; Class = 'volatile'; Holds = 'plain'; Paths = @('InError') }
            @{ Name = 'supported_by_task'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('SupportedByTask') }
        )
    }
    @{
        Name    = 'intra_organization_connectors'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-IntraOrganizationConnector')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'target_address_domains'; Type = 'list<name>'; Class = 'security'; Holds = 'host'; Paths = @('TargetAddressDomains') }
            @{ Name = 'discovery_endpoint'; Type = 'string'; Class = 'security'; Holds = 'url'; Paths = @('DiscoveryEndpoint') }
            @{ Name = 'target_sharing_epr'; Type = 'string'; Class = 'security'; Holds = 'url'; Paths = @('TargetSharingEpr') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'ip_allow_list_config'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-IPAllowListConfig')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'external_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalMailEnabled') }
            @{ Name = 'internal_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('InternalMailEnabled') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'ip_allow_list_entries'
        Server  = 'Server'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-IPAllowListEntry')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'Edge')
                Parameters = @{ 'ResultSize' = 'Unlimited' }
                ServerBy   = 'Server'
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'plain'; Paths = @('Identity') }
            @{ Name = 'ip_range'; Type = 'iprange'; Class = 'security'; Holds = 'address'; Paths = @('IPRange') }
            @{ Name = 'expiration_time'; Type = 'timestamp'; Class = 'security'; Holds = 'plain'; Paths = @('ExpirationTime') }
            @{ Name = 'has_expired'; Type = 'bool'; Class = 'volatile'; Holds = 'plain'; Paths = @('HasExpired') }
            @{ Name = 'is_machine_generated'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('IsMachineGenerated') }
            @{ Name = 'comment'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('Comment') }
        )
    }
    @{
        Name    = 'ip_allow_list_providers'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-IPAllowListProvider')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'lookup_domain'; Type = 'name'; Class = 'security'; Holds = 'host'; Paths = @('LookupDomain') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'priority'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('Priority') }
            @{ Name = 'any_match'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AnyMatch') }
            @{ Name = 'bitmask_match'; Type = 'ip'; Class = 'security'; Holds = 'address'; Paths = @('BitmaskMatch') }
            @{ Name = 'ip_addresses_match'; Type = 'list<ip>'; Class = 'security'; Holds = 'address'; Paths = @('IPAddressesMatch') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'ip_allow_list_providers_config'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-IPAllowListProvidersConfig')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'external_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalMailEnabled') }
            @{ Name = 'internal_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('InternalMailEnabled') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'ip_block_list_providers'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-IPBlockListProvider')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'lookup_domain'; Type = 'name'; Class = 'security'; Holds = 'host'; Paths = @('LookupDomain') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'priority'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('Priority') }
            @{ Name = 'any_match'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AnyMatch') }
            @{ Name = 'bitmask_match'; Type = 'ip'; Class = 'security'; Holds = 'address'; Paths = @('BitmaskMatch') }
            @{ Name = 'ip_addresses_match'; Type = 'list<ip>'; Class = 'security'; Holds = 'address'; Paths = @('IPAddressesMatch') }
            @{ Name = 'rejection_response'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('RejectionResponse') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'ip_block_list_providers_config'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-IPBlockListProvidersConfig')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'external_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalMailEnabled') }
            @{ Name = 'internal_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('InternalMailEnabled') }
            @{ Name = 'bypassed_recipients'; Type = 'list<smtp_address>'; Class = 'security'; Holds = 'smtp'; Paths = @('BypassedRecipients') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'irm_configuration'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-IRMConfiguration')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'internal_licensing_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('InternalLicensingEnabled') }
            @{ Name = 'external_licensing_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ExternalLicensingEnabled') }
            @{ Name = 'azure_rms_licensing_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('AzureRMSLicensingEnabled') }
            @{ Name = 'journal_report_decryption_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('JournalReportDecryptionEnabled') }
            @{ Name = 'transport_decryption_setting'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('TransportDecryptionSetting') }
            @{ Name = 'client_access_server_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ClientAccessServerEnabled') }
            @{ Name = 'search_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('SearchEnabled') }
            @{ Name = 'simplified_client_access_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('SimplifiedClientAccessEnabled') }
            @{ Name = 'e_discovery_super_user_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('EDiscoverySuperUserEnabled') }
            @{ Name = 'licensing_location'; Type = 'list<string>'; Class = 'config'; Holds = 'url'; Paths = @('LicensingLocation') }
            @{ Name = 'service_location'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('ServiceLocation') }
            @{ Name = 'publishing_location'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('PublishingLocation') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'journal_rules'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-JournalRule')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'scope'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Scope') }
            @{ Name = 'recipient'; Type = 'smtp_address'; Class = 'security'; Holds = 'smtp'; Paths = @('Recipient') }
            @{ Name = 'journal_email_address'; Type = 'smtp_address'; Class = 'security'; Holds = 'smtp'; Paths = @('JournalEmailAddress') }
            @{ Name = 'rule_type'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('RuleType') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'mail_contacts'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-MailContact')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IgnoreDefaultScope' = $true; 'ResultSize' = 'Unlimited' }
                Seconds    = 120
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'alias'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Alias') }
            @{ Name = 'display_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('DisplayName') }
            @{ Name = 'primary_smtp_address'; Type = 'smtp_address'; Class = 'identity'; Holds = 'smtp'; Paths = @('PrimarySmtpAddress') }
            @{ Name = 'email_addresses'; Type = 'list<string>'; Class = 'identity'; Holds = 'smtp'; Paths = @('EmailAddresses') }
            @{ Name = 'external_email_address'; Type = 'smtp_address'; Class = 'security'; Holds = 'smtp'; Paths = @('ExternalEmailAddress') }
            @{ Name = 'recipient_type_details'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('RecipientTypeDetails') }
            @{ Name = 'require_sender_authentication_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireSenderAuthenticationEnabled') }
            @{ Name = 'accept_messages_only_from'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('AcceptMessagesOnlyFrom') }
            @{ Name = 'accept_messages_only_from_senders_or_members'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('AcceptMessagesOnlyFromSendersOrMembers') }
            @{ Name = 'hidden_from_address_lists_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('HiddenFromAddressListsEnabled') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'mail_public_folders'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-MailPublicFolder')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IgnoreDefaultScope' = $true; 'ResultSize' = 'Unlimited' }
                Seconds    = 120
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'alias'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Alias') }
            @{ Name = 'display_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('DisplayName') }
            @{ Name = 'primary_smtp_address'; Type = 'smtp_address'; Class = 'identity'; Holds = 'smtp'; Paths = @('PrimarySmtpAddress') }
            @{ Name = 'email_addresses'; Type = 'list<string>'; Class = 'identity'; Holds = 'smtp'; Paths = @('EmailAddresses') }
            @{ Name = 'entry_id'; Type = 'string'; Class = 'identity'; Holds = 'plain'; Paths = @('EntryId') }
            @{ Name = 'require_sender_authentication_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireSenderAuthenticationEnabled') }
            @{ Name = 'accept_messages_only_from_senders_or_members'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('AcceptMessagesOnlyFromSendersOrMembers') }
            @{ Name = 'forwarding_address'; Type = 'adobject'; Class = 'security'; Holds = 'dn'; Paths = @('ForwardingAddress') }
            @{ Name = 'deliver_to_mailbox_and_forward'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DeliverToMailboxAndForward') }
            @{ Name = 'grant_send_on_behalf_to'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('GrantSendOnBehalfTo') }
            @{ Name = 'hidden_from_address_lists_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('HiddenFromAddressListsEnabled') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'mail_users'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-MailUser')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IgnoreDefaultScope' = $true; 'ResultSize' = 'Unlimited' }
                Seconds    = 120
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'alias'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Alias') }
            @{ Name = 'display_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('DisplayName') }
            @{ Name = 'primary_smtp_address'; Type = 'smtp_address'; Class = 'identity'; Holds = 'smtp'; Paths = @('PrimarySmtpAddress') }
            @{ Name = 'email_addresses'; Type = 'list<string>'; Class = 'identity'; Holds = 'smtp'; Paths = @('EmailAddresses') }
            @{ Name = 'user_principal_name'; Type = 'name'; Class = 'identity'; Holds = 'account'; Paths = @('UserPrincipalName') }
            @{ Name = 'sam_account_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('SamAccountName') }
            @{ Name = 'external_email_address'; Type = 'smtp_address'; Class = 'security'; Holds = 'smtp'; Paths = @('ExternalEmailAddress') }
            @{ Name = 'recipient_type_details'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('RecipientTypeDetails') }
            @{ Name = 'require_sender_authentication_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireSenderAuthenticationEnabled') }
            @{ Name = 'accept_messages_only_from'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('AcceptMessagesOnlyFrom') }
            @{ Name = 'accept_messages_only_from_senders_or_members'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('AcceptMessagesOnlyFromSendersOrMembers') }
            @{ Name = 'hidden_from_address_lists_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('HiddenFromAddressListsEnabled') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'mailbox_audit_bypass_associations'
        Sources = @(
            @{
                Id       = 'directory'
                Kind     = 'ldap'
                Read     = @('(msExchBypassAudit=TRUE)')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Base     = 'domains'
                Scope    = 'subtree'
                Seconds  = 10
            }
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-MailboxAuditBypassAssociation')
                Target     = 'org'
                Tier       = 'extended'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'ResultSize' = 'Unlimited' }
                Seconds    = 900
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name'); SourcePaths = @{ 'directory' = @('name') } }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid'); SourcePaths = @{ 'directory' = @('objectGUID') } }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName'); SourcePaths = @{ 'directory' = @('distinguishedName') } }
            @{ Name = 'object_id'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('ObjectId'); SourcePaths = @{ 'directory' = @('distinguishedName') } }
            @{ Name = 'audit_bypass_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AuditBypassEnabled', 'AuditByPassEnabled'); SourcePaths = @{ 'directory' = @('msExchBypassAudit') } }
            @{ Name = 'account_sid'; Type = 'sid'; Class = 'security'; Holds = 'sid'; Paths = @('objectSid'); SourcePaths = @{ 'ems' = @() } }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'mailbox_calendar_folders'
        Sources = @(
            @{
                Id       = 'store'
                Kind     = 'cmdlet'
                Read     = @('Get-MailboxCalendarFolder')
                Target   = 'org'
                Tier     = 'deep'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Each     = @(@{ Dataset = 'mailboxes'; Path = 'DistinguishedName'; Parameter = 'Identity'; Add = @{ 'MailboxGuid' = 'Guid' } })
                Seconds  = 1
            }
        )
        Columns = @(
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'mailbox_guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('MailboxGuid') }
            @{ Name = 'mailbox_folder_id'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('MailboxFolderId') }
            @{ Name = 'publish_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('PublishEnabled') }
            @{ Name = 'detail_level'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('DetailLevel') }
            @{ Name = 'searchable_url_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('SearchableUrlEnabled') }
            @{ Name = 'publish_date_range_from'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('PublishDateRangeFrom') }
            @{ Name = 'publish_date_range_to'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('PublishDateRangeTo') }
            @{ Name = 'published_calendar_url'; Type = 'string'; Class = 'secret'; Holds = 'secret'; Paths = @('PublishedCalendarUrl') }
            @{ Name = 'published_i_cal_url'; Type = 'string'; Class = 'secret'; Holds = 'secret'; Paths = @('PublishedICalUrl') }
            @{ Name = 'share_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ShareEnabled') }
        )
    }
    @{
        Name    = 'mailbox_database_copy_statuses'
        Server  = 'MailboxServer'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-MailboxDatabaseCopyStatus')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox')
                ServerBy = 'Server'
                Seconds  = 30
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'database_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('DatabaseName') }
            @{ Name = 'status'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('Status') }
            @{ Name = 'active_database_copy'; Type = 'name'; Class = 'volatile'; Holds = 'label'; Paths = @('ActiveDatabaseCopy') }
            @{ Name = 'activation_suspended'; Type = 'bool'; Class = 'volatile'; Holds = 'plain'; Paths = @('ActivationSuspended') }
            @{ Name = 'activation_preference'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('ActivationPreference') }
            @{ Name = 'copy_queue_length'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('CopyQueueLength') }
            @{ Name = 'replay_queue_length'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('ReplayQueueLength') }
            @{ Name = 'content_index_state'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('ContentIndexState') }
            @{ Name = 'replay_lag_status'; Type = 'string'; Class = 'volatile'; Holds = 'words'; Paths = @('ReplayLagStatus') }
            @{ Name = 'last_inspected_log_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastInspectedLogTime') }
            @{ Name = 'latest_full_backup_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LatestFullBackupTime') }
            @{ Name = 'disk_free_space_percent'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('DiskFreeSpacePercent') }
        )
    }
    @{
        Name    = 'mailbox_databases'
        Server  = 'Server'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-MailboxDatabase')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IncludePreExchange2013' = $true; 'Status' = $true }
                Seconds    = 120
            }
            @{
                Id         = 'ems2010'
                Kind       = 'cmdlet'
                Read       = @('Get-MailboxDatabase')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('2010')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IncludePreExchange2010' = $true; 'Status' = $true }
                Seconds    = 120
            }
            @{
                Id         = 'directory'
                Kind       = 'cmdlet'
                Read       = @('Get-MailboxDatabase')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IncludePreExchange2013' = $true }
                Seconds    = 2
            }
            @{
                Id         = 'directory2010'
                Kind       = 'cmdlet'
                Read       = @('Get-MailboxDatabase')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('2010')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IncludePreExchange2010' = $true }
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'servers'; Type = 'list<name>'; Class = 'config'; Holds = 'label'; Paths = @('Servers') }
            @{ Name = 'master_server_or_availability_group'; Type = 'name'; Class = 'config'; Holds = 'label'; Paths = @('MasterServerOrAvailabilityGroup') }
            @{ Name = 'recovery'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('Recovery') }
            @{ Name = 'mounted'; Type = 'bool'; Class = 'volatile'; Holds = 'plain'; Paths = @('Mounted'); SourcePaths = @{ 'directory' = @(); 'directory2010' = @() } }
            @{ Name = 'mount_at_startup'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('MountAtStartup') }
            @{ Name = 'allow_file_restore'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('AllowFileRestore') }
            @{ Name = 'background_database_maintenance'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('BackgroundDatabaseMaintenance') }
            @{ Name = 'circular_logging_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('CircularLoggingEnabled') }
            @{ Name = 'database_copies'; Type = 'list<string>'; Class = 'config'; Holds = 'label'; Paths = @('DatabaseCopies') }
            @{ Name = 'replay_lag_times'; Type = 'list<string>'; Class = 'config'; Holds = 'words'; Paths = @('ReplayLagTimes') }
            @{ Name = 'edb_file_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('EdbFilePath') }
            @{ Name = 'log_folder_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('LogFolderPath') }
            @{ Name = 'journal_recipient'; Type = 'string'; Class = 'config'; Holds = 'label'; Paths = @('JournalRecipient') }
            @{ Name = 'issue_warning_quota'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('IssueWarningQuota') }
            @{ Name = 'prohibit_send_quota'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('ProhibitSendQuota') }
            @{ Name = 'prohibit_send_receive_quota'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('ProhibitSendReceiveQuota') }
            @{ Name = 'deleted_item_retention'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('DeletedItemRetention') }
            @{ Name = 'mailbox_retention'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('MailboxRetention') }
            @{ Name = 'retain_deleted_items_until_backup'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('RetainDeletedItemsUntilBackup') }
            @{ Name = 'last_full_backup'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastFullBackup'); SourcePaths = @{ 'directory' = @(); 'directory2010' = @() } }
            @{ Name = 'last_incremental_backup'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastIncrementalBackup'); SourcePaths = @{ 'directory' = @(); 'directory2010' = @() } }
            @{ Name = 'last_differential_backup'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastDifferentialBackup'); SourcePaths = @{ 'directory' = @(); 'directory2010' = @() } }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'mailbox_export_requests'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-MailboxExportRequest')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'ResultSize' = 'Unlimited' }
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'request_guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('RequestGuid') }
            @{ Name = 'mailbox'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('Mailbox') }
            @{ Name = 'source_alias'; Type = 'name'; Class = 'security'; Holds = 'label'; Paths = @('SourceAlias') }
            @{ Name = 'status'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('Status') }
            @{ Name = 'file_path'; Type = 'string'; Class = 'security'; Holds = 'path'; Paths = @('FilePath') }
            @{ Name = 'requestor_name'; Type = 'string'; Class = 'security'; Holds = 'account'; Paths = @('RequestorName') }
            @{ Name = 'batch_name'; Type = 'name'; Class = 'config'; Holds = 'label'; Paths = @('BatchName') }
            @{ Name = 'creation_timestamp'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('CreationTimestamp') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'mailbox_folder_permissions'
        Sources = @(
            @{
                Id       = 'store'
                Kind     = 'cmdlet'
                Read     = @('Get-MailboxFolderPermission')
                Target   = 'org'
                Tier     = 'deep'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Each     = @(@{ Dataset = 'mailboxes'; Path = 'DistinguishedName'; Parameter = 'Identity'; Add = @{ 'MailboxGuid' = 'Guid' } })
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'mailbox_guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('MailboxGuid') }
            @{ Name = 'folder_name'; Type = 'name'; Class = 'identity'; Holds = 'text'; Paths = @('FolderName') }
            @{ Name = 'folder_path'; Type = 'string'; Class = 'identity'; Holds = 'text'; Paths = @('FolderPath') }
            @{ Name = 'folder_type'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('FolderType') }
            @{ Name = 'user'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('User') }
            @{ Name = 'user_type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('User.UserType', 'UserType') }
            @{ Name = 'access_rights'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('AccessRights') }
            @{ Name = 'sharing_permission_flags'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('SharingPermissionFlags') }
        )
    }
    @{
        Name    = 'mailbox_import_requests'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-MailboxImportRequest')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'ResultSize' = 'Unlimited' }
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'request_guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('RequestGuid') }
            @{ Name = 'mailbox'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('Mailbox') }
            @{ Name = 'target_alias'; Type = 'name'; Class = 'security'; Holds = 'label'; Paths = @('TargetAlias') }
            @{ Name = 'status'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('Status') }
            @{ Name = 'file_path'; Type = 'string'; Class = 'security'; Holds = 'path'; Paths = @('FilePath') }
            @{ Name = 'requestor_name'; Type = 'string'; Class = 'security'; Holds = 'account'; Paths = @('RequestorName') }
            @{ Name = 'batch_name'; Type = 'name'; Class = 'config'; Holds = 'label'; Paths = @('BatchName') }
            @{ Name = 'creation_timestamp'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('CreationTimestamp') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'mailbox_permission_entries'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-MailboxPermission')
                Target   = 'org'
                Tier     = 'deep'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Each     = @(@{ Dataset = 'mailboxes'; Path = 'DistinguishedName'; Parameter = 'Identity'; Add = @{ 'MailboxGuid' = 'Guid' } })
                Seconds  = 1
            }
        )
        Columns = @(
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('Identity.DistinguishedName') }
            @{ Name = 'mailbox_guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('MailboxGuid', 'Identity.ObjectGuid') }
            @{ Name = 'user'; Type = 'string'; Class = 'security'; Holds = 'account'; Paths = @('User') }
            @{ Name = 'user_sid'; Type = 'sid'; Class = 'security'; Holds = 'sid'; Paths = @('UserSid', 'User.SecurityIdentifier') }
            @{ Name = 'access_rights'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('AccessRights') }
            @{ Name = 'deny'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Deny') }
            @{ Name = 'is_inherited'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('IsInherited') }
            @{ Name = 'inheritance_type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('InheritanceType') }
        )
    }
    @{
        Name    = 'mailbox_searches'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-MailboxSearch')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'ResultSize' = 'Unlimited' }
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'target_mailbox'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('TargetMailbox') }
            @{ Name = 'status'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('Status') }
            @{ Name = 'created_by'; Type = 'string'; Class = 'security'; Holds = 'account'; Paths = @('CreatedBy') }
            @{ Name = 'estimate_only'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('EstimateOnly') }
            @{ Name = 'in_place_hold_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('InPlaceHoldEnabled') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'mailbox_servers'
        Server  = 'Name'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-MailboxServer')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'server_role'; Type = 'flags'; Class = 'config'; Holds = 'plain'; Paths = @('ServerRole') }
            @{ Name = 'admin_display_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('AdminDisplayVersion') }
            @{ Name = 'database_availability_group'; Type = 'adobject'; Class = 'config'; Holds = 'dn'; Paths = @('DatabaseAvailabilityGroup') }
            @{ Name = 'database_copy_activation_disabled_and_move_now'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('DatabaseCopyActivationDisabledAndMoveNow') }
            @{ Name = 'database_copy_auto_activation_policy'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('DatabaseCopyAutoActivationPolicy') }
            @{ Name = 'auto_database_mount_dial'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('AutoDatabaseMountDial') }
            @{ Name = 'maximum_active_databases'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('MaximumActiveDatabases') }
            @{ Name = 'mapi_encryption_required'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('MAPIEncryptionRequired') }
            @{ Name = 'message_tracking_log_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('MessageTrackingLogEnabled') }
            @{ Name = 'message_tracking_log_max_age'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('MessageTrackingLogMaxAge') }
            @{ Name = 'message_tracking_log_max_directory_size'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('MessageTrackingLogMaxDirectorySize') }
            @{ Name = 'message_tracking_log_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('MessageTrackingLogPath') }
            @{ Name = 'message_tracking_log_subject_logging_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('MessageTrackingLogSubjectLoggingEnabled') }
            @{ Name = 'calendar_repair_log_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('CalendarRepairLogEnabled') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'mailboxes'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-Mailbox')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IgnoreDefaultScope' = $true; 'ResultSize' = 'Unlimited' }
                Again      = @(@{ 'Arbitration' = $true; 'IgnoreDefaultScope' = $true; 'ResultSize' = 'Unlimited' }, @{ 'IgnoreDefaultScope' = $true; 'PublicFolder' = $true; 'ResultSize' = 'Unlimited' }, @{ 'IgnoreDefaultScope' = $true; 'Monitoring' = $true; 'ResultSize' = 'Unlimited' }, @{ 'AuditLog' = $true; 'IgnoreDefaultScope' = $true; 'ResultSize' = 'Unlimited' })
                Seconds    = 600
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'exchange_guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('ExchangeGuid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'alias'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Alias') }
            @{ Name = 'display_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('DisplayName') }
            @{ Name = 'sam_account_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('SamAccountName') }
            @{ Name = 'user_principal_name'; Type = 'name'; Class = 'identity'; Holds = 'account'; Paths = @('UserPrincipalName') }
            @{ Name = 'primary_smtp_address'; Type = 'smtp_address'; Class = 'identity'; Holds = 'smtp'; Paths = @('PrimarySmtpAddress') }
            @{ Name = 'email_addresses'; Type = 'list<string>'; Class = 'identity'; Holds = 'smtp'; Paths = @('EmailAddresses') }
            @{ Name = 'recipient_type_details'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('RecipientTypeDetails') }
            @{ Name = 'resource_type'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('ResourceType') }
            @{ Name = 'account_disabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AccountDisabled') }
            @{ Name = 'linked_master_account'; Type = 'name'; Class = 'security'; Holds = 'account'; Paths = @('LinkedMasterAccount') }
            @{ Name = 'forwarding_address'; Type = 'adobject'; Class = 'security'; Holds = 'dn'; Paths = @('ForwardingAddress') }
            @{ Name = 'forwarding_smtp_address'; Type = 'smtp_address'; Class = 'security'; Holds = 'smtp'; Paths = @('ForwardingSmtpAddress') }
            @{ Name = 'deliver_to_mailbox_and_forward'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DeliverToMailboxAndForward') }
            @{ Name = 'grant_send_on_behalf_to'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('GrantSendOnBehalfTo') }
            @{ Name = 'accept_messages_only_from'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('AcceptMessagesOnlyFrom') }
            @{ Name = 'accept_messages_only_from_senders_or_members'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('AcceptMessagesOnlyFromSendersOrMembers') }
            @{ Name = 'require_sender_authentication_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireSenderAuthenticationEnabled') }
            @{ Name = 'hidden_from_address_lists_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('HiddenFromAddressListsEnabled') }
            @{ Name = 'antispam_bypass_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AntispamBypassEnabled') }
            @{ Name = 'audit_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AuditEnabled') }
            @{ Name = 'audit_log_age_limit'; Type = 'duration'; Class = 'security'; Holds = 'plain'; Paths = @('AuditLogAgeLimit') }
            @{ Name = 'audit_admin'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('AuditAdmin') }
            @{ Name = 'audit_delegate'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('AuditDelegate') }
            @{ Name = 'audit_owner'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('AuditOwner') }
            @{ Name = 'use_database_quota_defaults'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('UseDatabaseQuotaDefaults') }
            @{ Name = 'issue_warning_quota'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('IssueWarningQuota') }
            @{ Name = 'prohibit_send_quota'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('ProhibitSendQuota') }
            @{ Name = 'prohibit_send_receive_quota'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('ProhibitSendReceiveQuota') }
            @{ Name = 'use_database_retention_defaults'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('UseDatabaseRetentionDefaults') }
            @{ Name = 'retain_deleted_items_for'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('RetainDeletedItemsFor') }
            @{ Name = 'retain_deleted_items_until_backup'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('RetainDeletedItemsUntilBackup') }
            @{ Name = 'single_item_recovery_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('SingleItemRecoveryEnabled') }
            @{ Name = 'litigation_hold_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('LitigationHoldEnabled') }
            @{ Name = 'in_place_holds'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('InPlaceHolds') }
            @{ Name = 'max_send_size'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('MaxSendSize') }
            @{ Name = 'max_receive_size'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('MaxReceiveSize') }
            @{ Name = 'recipient_limits'; Type = 'Unlimited<int>'; Class = 'config'; Holds = 'plain'; Paths = @('RecipientLimits') }
            @{ Name = 'sharing_policy'; Type = 'adobject'; Class = 'security'; Holds = 'dn'; Paths = @('SharingPolicy') }
            @{ Name = 'role_assignment_policy'; Type = 'adobject'; Class = 'security'; Holds = 'dn'; Paths = @('RoleAssignmentPolicy') }
            @{ Name = 'database'; Type = 'adobject'; Class = 'config'; Holds = 'dn'; Paths = @('Database') }
            @{ Name = 'server_name'; Type = 'name'; Class = 'config'; Holds = 'label'; Paths = @('ServerName') }
            @{ Name = 'is_excluded_from_serving_hierarchy'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IsExcludedFromServingHierarchy') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'malware_filter_policies'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-MalwareFilterPolicy')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'is_default'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IsDefault') }
            @{ Name = 'action'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Action') }
            @{ Name = 'enable_internal_sender_admin_notifications'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('EnableInternalSenderAdminNotifications') }
            @{ Name = 'internal_sender_admin_address'; Type = 'smtp_address'; Class = 'config'; Holds = 'smtp'; Paths = @('InternalSenderAdminAddress') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'malware_filtering_servers'
        Server  = 'Name'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-MalwareFilteringServer')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'bypass_filtering'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BypassFiltering') }
            @{ Name = 'scan_error_action'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ScanErrorAction') }
            @{ Name = 'force_rescan'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ForceRescan') }
            @{ Name = 'update_frequency'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('UpdateFrequency') }
            @{ Name = 'primary_update_path'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('PrimaryUpdatePath') }
            @{ Name = 'secondary_update_path'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('SecondaryUpdatePath') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'management_role_assignments'
        Sources = @(
            @{
                Id         = 'effective'
                Kind       = 'cmdlet'
                Read       = @('Get-ManagementRoleAssignment')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'GetEffectiveUsers' = $true }
                Seconds    = 300
            }
            @{
                Id       = 'direct'
                Kind     = 'cmdlet'
                Read     = @('Get-ManagementRoleAssignment')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 30
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'role'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('Role') }
            @{ Name = 'role_assignee'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('RoleAssignee') }
            @{ Name = 'role_assignee_name'; Type = 'name'; Class = 'security'; Holds = 'label'; Paths = @('RoleAssigneeName') }
            @{ Name = 'role_assignee_type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('RoleAssigneeType') }
            @{ Name = 'role_assignment_delegation_type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('RoleAssignmentDelegationType') }
            @{ Name = 'assignment_method'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('AssignmentMethod') }
            @{ Name = 'effective_user_name'; Type = 'name'; Class = 'security'; Holds = 'label'; Paths = @('EffectiveUserName'); SourcePaths = @{ 'direct' = @() } }
            @{ Name = 'recipient_read_scope'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('RecipientReadScope') }
            @{ Name = 'recipient_write_scope'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('RecipientWriteScope') }
            @{ Name = 'custom_recipient_write_scope'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('CustomRecipientWriteScope') }
            @{ Name = 'config_read_scope'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ConfigReadScope') }
            @{ Name = 'config_write_scope'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ConfigWriteScope') }
            @{ Name = 'custom_config_write_scope'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('CustomConfigWriteScope') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'management_roles'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-ManagementRole')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'role_type'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('RoleType') }
            @{ Name = 'root_role'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('RootRole') }
            @{ Name = 'parent'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('Parent') }
            @{ Name = 'is_root_role'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IsRootRole') }
            @{ Name = 'is_end_user_role'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IsEndUserRole') }
            @{ Name = 'description'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('Description') }
            @{ Name = 'implicit_recipient_read_scope'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('ImplicitRecipientReadScope') }
            @{ Name = 'implicit_recipient_write_scope'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ImplicitRecipientWriteScope') }
            @{ Name = 'implicit_config_write_scope'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ImplicitConfigWriteScope') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'management_scopes'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-ManagementScope')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'scope_restriction_type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ScopeRestrictionType') }
            @{ Name = 'exclusive'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Exclusive') }
            @{ Name = 'recipient_root'; Type = 'string'; Class = 'security'; Holds = 'dn'; Paths = @('RecipientRoot') }
            @{ Name = 'recipient_filter'; Type = 'string'; Class = 'security'; Holds = 'text'; Paths = @('RecipientFilter') }
            @{ Name = 'server_filter'; Type = 'string'; Class = 'security'; Holds = 'text'; Paths = @('ServerFilter') }
            @{ Name = 'database_filter'; Type = 'string'; Class = 'security'; Holds = 'text'; Paths = @('DatabaseFilter') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'mapi_virtual_directories'
        Server  = 'Server'
        Sources = @(
            @{
                Id         = 'iis2013'
                Kind       = 'cmdlet'
                Read       = @('Get-MapiVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('2013')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ShowMailboxVirtualDirectories' = $true }
                ServerBy   = 'Server'
                Seconds    = 20
            }
            @{
                Id       = 'iis'
                Kind     = 'cmdlet'
                Read     = @('Get-MapiVirtualDirectory')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2016', '2019', 'SE')
                Roles    = @('Mailbox', 'ClientAccess')
                ServerBy = 'Server'
                Seconds  = 20
            }
            @{
                Id         = 'directory'
                Kind       = 'cmdlet'
                Read       = @('Get-MapiVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ADPropertiesOnly' = $true }
                ServerBy   = 'Server'
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'internal_url'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('InternalUrl') }
            @{ Name = 'external_url'; Type = 'string'; Class = 'security'; Holds = 'url'; Paths = @('ExternalUrl') }
            @{ Name = 'iis_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('IISAuthenticationMethods') }
            @{ Name = 'internal_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('InternalAuthenticationMethods') }
            @{ Name = 'external_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalAuthenticationMethods') }
            @{ Name = 'metabase_path'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('MetabasePath') }
            @{ Name = 'path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('Path') }
            @{ Name = 'extended_protection_token_checking'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionTokenChecking') }
            @{ Name = 'extended_protection_flags'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionFlags') }
            @{ Name = 'extended_protection_spn_list'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('ExtendedProtectionSPNList') }
            @{ Name = 'admin_display_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('AdminDisplayVersion') }
            @{ Name = 'read_with_ad_properties_only'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ReadWithADPropertiesOnly') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'mobile_device_mailbox_policies'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-MobileDeviceMailboxPolicy')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
            @{
                Id       = 'ems2010'
                Kind     = 'cmdlet'
                Read     = @('Get-ActiveSyncMailboxPolicy')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2010')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'is_default'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('IsDefault', 'IsDefaultPolicy') }
            @{ Name = 'allow_non_provisionable_devices'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowNonProvisionableDevices') }
            @{ Name = 'device_policy_refresh_interval'; Type = 'duration'; Class = 'security'; Holds = 'plain'; Paths = @('DevicePolicyRefreshInterval') }
            @{ Name = 'attachments_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AttachmentsEnabled') }
            @{ Name = 'max_attachment_size'; Type = 'size'; Class = 'security'; Holds = 'plain'; Paths = @('MaxAttachmentSize') }
            @{ Name = 'password_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('PasswordEnabled', 'DevicePasswordEnabled') }
            @{ Name = 'allow_simple_password'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowSimplePassword', 'AllowSimpleDevicePassword') }
            @{ Name = 'alphanumeric_password_required'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AlphanumericPasswordRequired', 'AlphanumericDevicePasswordRequired') }
            @{ Name = 'min_password_length'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('MinPasswordLength', 'MinDevicePasswordLength') }
            @{ Name = 'min_password_complex_characters'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('MinPasswordComplexCharacters', 'MinDevicePasswordComplexCharacters') }
            @{ Name = 'password_history'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('PasswordHistory', 'DevicePasswordHistory') }
            @{ Name = 'password_expiration'; Type = 'duration'; Class = 'security'; Holds = 'plain'; Paths = @('PasswordExpiration', 'DevicePasswordExpiration') }
            @{ Name = 'password_recovery_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('PasswordRecoveryEnabled') }
            @{ Name = 'max_password_failed_attempts'; Type = 'Unlimited<int>'; Class = 'security'; Holds = 'plain'; Paths = @('MaxPasswordFailedAttempts', 'MaxDevicePasswordFailedAttempts') }
            @{ Name = 'max_inactivity_time_lock'; Type = 'duration'; Class = 'security'; Holds = 'plain'; Paths = @('MaxInactivityTimeLock', 'MaxInactivityTimeDeviceLock') }
            @{ Name = 'require_device_encryption'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireDeviceEncryption') }
            @{ Name = 'require_storage_card_encryption'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireStorageCardEncryption') }
            @{ Name = 'device_encryption_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DeviceEncryptionEnabled') }
            @{ Name = 'require_manual_sync_when_roaming'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireManualSyncWhenRoaming') }
            @{ Name = 'require_signed_smime_messages'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireSignedSMIMEMessages') }
            @{ Name = 'require_encrypted_smime_messages'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireEncryptedSMIMEMessages') }
            @{ Name = 'allow_smime_soft_certs'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowSMIMESoftCerts') }
            @{ Name = 'allow_smime_encryption_algorithm_negotiation'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('AllowSMIMEEncryptionAlgorithmNegotiation') }
            @{ Name = 'require_signed_smime_algorithm'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('RequireSignedSMIMEAlgorithm') }
            @{ Name = 'require_encryption_smime_algorithm'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('RequireEncryptionSMIMEAlgorithm') }
            @{ Name = 'allow_popimap_email'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowPOPIMAPEmail') }
            @{ Name = 'allow_consumer_email'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowConsumerEmail') }
            @{ Name = 'allow_desktop_sync'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowDesktopSync') }
            @{ Name = 'allow_unsigned_applications'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowUnsignedApplications') }
            @{ Name = 'allow_unsigned_installation_packages'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowUnsignedInstallationPackages') }
            @{ Name = 'unc_access_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('UNCAccessEnabled') }
            @{ Name = 'wss_access_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('WSSAccessEnabled') }
            @{ Name = 'allow_browser'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowBrowser') }
            @{ Name = 'allow_camera'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowCamera') }
            @{ Name = 'allow_html_email'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowHTMLEmail') }
            @{ Name = 'allow_internet_sharing'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowInternetSharing') }
            @{ Name = 'allow_ir_da'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowIrDA') }
            @{ Name = 'allow_mobile_ota_update'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowMobileOTAUpdate') }
            @{ Name = 'allow_remote_desktop'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowRemoteDesktop') }
            @{ Name = 'allow_storage_card'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowStorageCard') }
            @{ Name = 'allow_text_messaging'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowTextMessaging') }
            @{ Name = 'allow_wi_fi'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowWiFi') }
            @{ Name = 'allow_external_device_management'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AllowExternalDeviceManagement') }
            @{ Name = 'irm_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('IrmEnabled') }
            @{ Name = 'allow_bluetooth'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('AllowBluetooth') }
            @{ Name = 'mobile_ota_update_mode'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('MobileOTAUpdateMode') }
            @{ Name = 'max_calendar_age_filter'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('MaxCalendarAgeFilter') }
            @{ Name = 'max_email_age_filter'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('MaxEmailAgeFilter') }
            @{ Name = 'max_email_body_truncation_size'; Type = 'Unlimited<int>'; Class = 'security'; Holds = 'plain'; Paths = @('MaxEmailBodyTruncationSize') }
            @{ Name = 'max_email_html_body_truncation_size'; Type = 'Unlimited<int>'; Class = 'security'; Holds = 'plain'; Paths = @('MaxEmailHTMLBodyTruncationSize') }
            @{ Name = 'approved_application_list'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('ApprovedApplicationList') }
            @{ Name = 'unapproved_in_rom_application_list'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('UnapprovedInROMApplicationList') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'mobile_device_statistics'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-MobileDeviceStatistics')
                Target   = 'org'
                Tier     = 'deep'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Each     = @(@{ Dataset = 'cas_mailboxes'; Path = 'DistinguishedName'; Parameter = 'Mailbox'; Where = @{ 'HasActiveSyncDevicePartnership' = @('True') }; Add = @{ 'Mailbox' = 'Identity' } })
                Seconds  = 1
            }
            @{
                Id       = 'ems2010'
                Kind     = 'cmdlet'
                Read     = @('Get-ActiveSyncDeviceStatistics')
                Target   = 'org'
                Tier     = 'deep'
                Versions = @('2010')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Each     = @(@{ Dataset = 'cas_mailboxes'; Path = 'DistinguishedName'; Parameter = 'Mailbox'; Where = @{ 'HasActiveSyncDevicePartnership' = @('True') }; Add = @{ 'Mailbox' = 'Identity' } })
                Seconds  = 1
            }
        )
        Columns = @(
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'mailbox'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Mailbox') }
            @{ Name = 'device_id'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('DeviceId') }
            @{ Name = 'device_model'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('DeviceModel') }
            @{ Name = 'device_type'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('DeviceType') }
            @{ Name = 'device_os'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('DeviceOS') }
            @{ Name = 'device_user_agent'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('DeviceUserAgent') }
            @{ Name = 'client_type'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('ClientType') }
            @{ Name = 'first_sync_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('FirstSyncTime') }
            @{ Name = 'last_success_sync'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastSuccessSync') }
            @{ Name = 'device_access_state'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('DeviceAccessState') }
            @{ Name = 'device_access_state_reason'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('DeviceAccessStateReason') }
            @{ Name = 'status'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Status') }
            @{ Name = 'device_wipe_request_time'; Type = 'timestamp'; Class = 'security'; Holds = 'plain'; Paths = @('DeviceWipeRequestTime') }
            @{ Name = 'device_wipe_sent_time'; Type = 'timestamp'; Class = 'security'; Holds = 'plain'; Paths = @('DeviceWipeSentTime') }
            @{ Name = 'device_wipe_ack_time'; Type = 'timestamp'; Class = 'security'; Holds = 'plain'; Paths = @('DeviceWipeAckTime') }
            @{ Name = 'last_device_wipe_requestor'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('LastDeviceWipeRequestor') }
            @{ Name = 'is_remote_wipe_supported'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('IsRemoteWipeSupported') }
            @{ Name = 'device_policy_applied'; Type = 'adobject'; Class = 'security'; Holds = 'dn'; Paths = @('DevicePolicyApplied') }
            @{ Name = 'device_policy_application_status'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('DevicePolicyApplicationStatus') }
        )
    }
    @{
        Name    = 'mobile_devices'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-MobileDevice')
                Target     = 'org'
                Tier       = 'extended'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'ResultSize' = 'Unlimited' }
                Seconds    = 120
            }
            @{
                Id         = 'ems2010'
                Kind       = 'cmdlet'
                Read       = @('Get-ActiveSyncDevice')
                Target     = 'org'
                Tier       = 'extended'
                Versions   = @('2010')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'ResultSize' = 'Unlimited' }
                Seconds    = 120
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'device_id'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('DeviceId') }
            @{ Name = 'device_model'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('DeviceModel') }
            @{ Name = 'device_os'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('DeviceOS') }
            @{ Name = 'device_type'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('DeviceType') }
            @{ Name = 'device_user_agent'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('DeviceUserAgent') }
            @{ Name = 'client_type'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('ClientType') }
            @{ Name = 'user_display_name'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('UserDisplayName') }
            @{ Name = 'first_sync_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('FirstSyncTime') }
            @{ Name = 'device_access_state'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('DeviceAccessState') }
            @{ Name = 'device_access_state_reason'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('DeviceAccessStateReason') }
            @{ Name = 'device_access_control_rule'; Type = 'adobject'; Class = 'security'; Holds = 'dn'; Paths = @('DeviceAccessControlRule') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'oab_virtual_directories'
        Server  = 'Server'
        Sources = @(
            @{
                Id         = 'iis'
                Kind       = 'cmdlet'
                Read       = @('Get-OabVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ShowMailboxVirtualDirectories' = $true }
                ServerBy   = 'Server'
                Seconds    = 20
            }
            @{
                Id       = 'iis2010'
                Kind     = 'cmdlet'
                Read     = @('Get-OabVirtualDirectory')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2010')
                Roles    = @('Mailbox', 'ClientAccess')
                ServerBy = 'Server'
                Seconds  = 20
            }
            @{
                Id         = 'directory'
                Kind       = 'cmdlet'
                Read       = @('Get-OabVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ADPropertiesOnly' = $true }
                ServerBy   = 'Server'
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'internal_url'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('InternalUrl') }
            @{ Name = 'external_url'; Type = 'string'; Class = 'security'; Holds = 'url'; Paths = @('ExternalUrl') }
            @{ Name = 'require_ssl'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireSSL') }
            @{ Name = 'basic_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BasicAuthentication') }
            @{ Name = 'digest_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DigestAuthentication') }
            @{ Name = 'windows_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('WindowsAuthentication') }
            @{ Name = 'oauth_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('OAuthAuthentication') }
            @{ Name = 'internal_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('InternalAuthenticationMethods') }
            @{ Name = 'external_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalAuthenticationMethods') }
            @{ Name = 'metabase_path'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('MetabasePath') }
            @{ Name = 'path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('Path') }
            @{ Name = 'extended_protection_token_checking'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionTokenChecking') }
            @{ Name = 'extended_protection_flags'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionFlags') }
            @{ Name = 'extended_protection_spn_list'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('ExtendedProtectionSPNList') }
            @{ Name = 'admin_display_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('AdminDisplayVersion') }
            @{ Name = 'read_with_ad_properties_only'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ReadWithADPropertiesOnly') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'organization_config'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-OrganizationConfig')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'scl_junk_threshold'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('SCLJunkThreshold') }
            @{ Name = 'activity_based_authentication_timeout_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ActivityBasedAuthenticationTimeoutEnabled') }
            @{ Name = 'activity_based_authentication_timeout_interval'; Type = 'duration'; Class = 'security'; Holds = 'plain'; Paths = @('ActivityBasedAuthenticationTimeoutInterval') }
            @{ Name = 'activity_based_authentication_timeout_with_single_sign_on_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ActivityBasedAuthenticationTimeoutWithSingleSignOnEnabled') }
            @{ Name = 'oauth2_client_profile_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('OAuth2ClientProfileEnabled') }
            @{ Name = 'mapi_http_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('MapiHttpEnabled') }
            @{ Name = 'default_authentication_policy'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('DefaultAuthenticationPolicy') }
            @{ Name = 'enable_download_domains'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('EnableDownloadDomains') }
            @{ Name = 'mitigations_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('MitigationsEnabled') }
            @{ Name = 'customer_feedback_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('CustomerFeedbackEnabled') }
            @{ Name = 'root_public_folder_mailbox'; Type = 'string'; Class = 'config'; Holds = 'label'; Paths = @('RootPublicFolderMailbox') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'organization_relationships'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-OrganizationRelationship')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'domain_names'; Type = 'list<name>'; Class = 'security'; Holds = 'host'; Paths = @('DomainNames') }
            @{ Name = 'free_busy_access_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('FreeBusyAccessEnabled') }
            @{ Name = 'free_busy_access_level'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('FreeBusyAccessLevel') }
            @{ Name = 'free_busy_access_scope'; Type = 'adobject'; Class = 'security'; Holds = 'dn'; Paths = @('FreeBusyAccessScope') }
            @{ Name = 'mail_tips_access_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('MailTipsAccessEnabled') }
            @{ Name = 'mail_tips_access_level'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('MailTipsAccessLevel') }
            @{ Name = 'mail_tips_access_scope'; Type = 'adobject'; Class = 'security'; Holds = 'dn'; Paths = @('MailTipsAccessScope') }
            @{ Name = 'delivery_report_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DeliveryReportEnabled') }
            @{ Name = 'photos_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('PhotosEnabled') }
            @{ Name = 'archive_access_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ArchiveAccessEnabled') }
            @{ Name = 'mailbox_move_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('MailboxMoveEnabled') }
            @{ Name = 'target_application_uri'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('TargetApplicationUri') }
            @{ Name = 'target_autodiscover_epr'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('TargetAutodiscoverEpr') }
            @{ Name = 'target_sharing_epr'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('TargetSharingEpr') }
            @{ Name = 'target_owa_url'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('TargetOwaURL') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'outlook_anywhere'
        Server  = 'Server'
        Sources = @(
            @{
                Id         = 'iis'
                Kind       = 'cmdlet'
                Read       = @('Get-OutlookAnywhere')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ShowMailboxVirtualDirectories' = $true }
                ServerBy   = 'Server'
                Seconds    = 20
            }
            @{
                Id       = 'iis2010'
                Kind     = 'cmdlet'
                Read     = @('Get-OutlookAnywhere')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2010')
                Roles    = @('Mailbox', 'ClientAccess')
                ServerBy = 'Server'
                Seconds  = 20
            }
            @{
                Id         = 'directory'
                Kind       = 'cmdlet'
                Read       = @('Get-OutlookAnywhere')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ADPropertiesOnly' = $true }
                ServerBy   = 'Server'
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'external_hostname'; Type = 'name'; Class = 'security'; Holds = 'host'; Paths = @('ExternalHostname') }
            @{ Name = 'internal_hostname'; Type = 'name'; Class = 'config'; Holds = 'host'; Paths = @('InternalHostname') }
            @{ Name = 'external_clients_require_ssl'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalClientsRequireSsl') }
            @{ Name = 'internal_clients_require_ssl'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('InternalClientsRequireSsl') }
            @{ Name = 'ssl_offloading'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('SSLOffloading') }
            @{ Name = 'client_authentication_method'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ClientAuthenticationMethod') }
            @{ Name = 'external_client_authentication_method'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalClientAuthenticationMethod') }
            @{ Name = 'internal_client_authentication_method'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('InternalClientAuthenticationMethod') }
            @{ Name = 'iis_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('IISAuthenticationMethods') }
            @{ Name = 'metabase_path'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('MetabasePath') }
            @{ Name = 'path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('Path') }
            @{ Name = 'extended_protection_token_checking'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionTokenChecking') }
            @{ Name = 'extended_protection_flags'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionFlags') }
            @{ Name = 'extended_protection_spn_list'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('ExtendedProtectionSPNList') }
            @{ Name = 'admin_display_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('AdminDisplayVersion') }
            @{ Name = 'read_with_ad_properties_only'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ReadWithADPropertiesOnly') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'owa_mailbox_policies'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-OwaMailboxPolicy')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'is_default'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IsDefault') }
            @{ Name = 'direct_file_access_on_public_computers_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DirectFileAccessOnPublicComputersEnabled') }
            @{ Name = 'direct_file_access_on_private_computers_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DirectFileAccessOnPrivateComputersEnabled') }
            @{ Name = 'wac_viewing_on_public_computers_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('WacViewingOnPublicComputersEnabled') }
            @{ Name = 'wac_viewing_on_private_computers_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('WacViewingOnPrivateComputersEnabled') }
            @{ Name = 'blocked_file_types'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('BlockedFileTypes') }
            @{ Name = 'allowed_file_types'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('AllowedFileTypes') }
            @{ Name = 'force_save_file_types'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('ForceSaveFileTypes') }
            @{ Name = 'blocked_mime_types'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('BlockedMimeTypes') }
            @{ Name = 'allowed_mime_types'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('AllowedMimeTypes') }
            @{ Name = 'force_save_mime_types'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('ForceSaveMimeTypes') }
            @{ Name = 'action_for_unknown_file_and_mime_types'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ActionForUnknownFileAndMIMETypes') }
            @{ Name = 'smime_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('SMimeEnabled') }
            @{ Name = 'change_password_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ChangePasswordEnabled') }
            @{ Name = 'allow_offline_on'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('AllowOfflineOn') }
            @{ Name = 'active_sync_integration_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ActiveSyncIntegrationEnabled') }
            @{ Name = 'instant_messaging_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('InstantMessagingEnabled') }
            @{ Name = 'irm_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IRMEnabled') }
            @{ Name = 'third_party_attachments_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ThirdPartyAttachmentsEnabled') }
            @{ Name = 'conditional_access_policy'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ConditionalAccessPolicy') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'owa_virtual_directories'
        Server  = 'Server'
        Sources = @(
            @{
                Id         = 'iis'
                Kind       = 'cmdlet'
                Read       = @('Get-OwaVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ShowMailboxVirtualDirectories' = $true }
                ServerBy   = 'Server'
                Seconds    = 20
            }
            @{
                Id       = 'iis2010'
                Kind     = 'cmdlet'
                Read     = @('Get-OwaVirtualDirectory')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2010')
                Roles    = @('Mailbox', 'ClientAccess')
                ServerBy = 'Server'
                Seconds  = 20
            }
            @{
                Id         = 'directory'
                Kind       = 'cmdlet'
                Read       = @('Get-OwaVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ADPropertiesOnly' = $true }
                ServerBy   = 'Server'
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'internal_url'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('InternalUrl') }
            @{ Name = 'external_url'; Type = 'string'; Class = 'security'; Holds = 'url'; Paths = @('ExternalUrl') }
            @{ Name = 'web_site'; Type = 'name'; Class = 'config'; Holds = 'label'; Paths = @('WebSite') }
            @{ Name = 'metabase_path'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('MetabasePath') }
            @{ Name = 'path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('Path') }
            @{ Name = 'forms_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('FormsAuthentication') }
            @{ Name = 'basic_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BasicAuthentication') }
            @{ Name = 'windows_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('WindowsAuthentication') }
            @{ Name = 'digest_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DigestAuthentication') }
            @{ Name = 'adfs_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AdfsAuthentication') }
            @{ Name = 'oauth_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('OAuthAuthentication') }
            @{ Name = 'internal_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('InternalAuthenticationMethods') }
            @{ Name = 'external_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalAuthenticationMethods') }
            @{ Name = 'logon_format'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('LogonFormat') }
            @{ Name = 'default_domain'; Type = 'name'; Class = 'config'; Holds = 'host'; Paths = @('DefaultDomain') }
            @{ Name = 'logon_page_public_private_selection_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('LogonPagePublicPrivateSelectionEnabled') }
            @{ Name = 'logon_page_light_selection_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('LogonPageLightSelectionEnabled') }
            @{ Name = 'direct_file_access_on_public_computers_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DirectFileAccessOnPublicComputersEnabled') }
            @{ Name = 'direct_file_access_on_private_computers_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DirectFileAccessOnPrivateComputersEnabled') }
            @{ Name = 'wac_viewing_on_public_computers_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('WacViewingOnPublicComputersEnabled') }
            @{ Name = 'wac_viewing_on_private_computers_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('WacViewingOnPrivateComputersEnabled') }
            @{ Name = 'blocked_file_types'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('BlockedFileTypes') }
            @{ Name = 'allowed_file_types'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('AllowedFileTypes') }
            @{ Name = 'force_save_file_types'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('ForceSaveFileTypes') }
            @{ Name = 'blocked_mime_types'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('BlockedMimeTypes') }
            @{ Name = 'allowed_mime_types'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('AllowedMimeTypes') }
            @{ Name = 'force_save_mime_types'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('ForceSaveMimeTypes') }
            @{ Name = 'action_for_unknown_file_and_mime_types'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ActionForUnknownFileAndMIMETypes') }
            @{ Name = 'anonymous_features_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AnonymousFeaturesEnabled') }
            @{ Name = 'external_download_host_name'; Type = 'name'; Class = 'security'; Holds = 'host'; Paths = @('ExternalDownloadHostName') }
            @{ Name = 'internal_download_host_name'; Type = 'name'; Class = 'security'; Holds = 'host'; Paths = @('InternalDownloadHostName') }
            @{ Name = 'smime_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('SMimeEnabled') }
            @{ Name = 'change_password_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ChangePasswordEnabled') }
            @{ Name = 'irm_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IRMEnabled') }
            @{ Name = 'filter_web_beacons_and_html_forms'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('FilterWebBeaconsAndHtmlForms') }
            @{ Name = 'allow_offline_on'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('AllowOfflineOn') }
            @{ Name = 'third_party_attachments_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ThirdPartyAttachmentsEnabled') }
            @{ Name = 'owa_version'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('OwaVersion') }
            @{ Name = 'extended_protection_token_checking'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionTokenChecking') }
            @{ Name = 'extended_protection_flags'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionFlags') }
            @{ Name = 'extended_protection_spn_list'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('ExtendedProtectionSPNList') }
            @{ Name = 'admin_display_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('AdminDisplayVersion') }
            @{ Name = 'read_with_ad_properties_only'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ReadWithADPropertiesOnly') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'partner_applications'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-PartnerApplication')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'application_identifier'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('ApplicationIdentifier') }
            @{ Name = 'issuer_identifier'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('IssuerIdentifier') }
            @{ Name = 'realm'; Type = 'string'; Class = 'security'; Holds = 'host'; Paths = @('Realm') }
            @{ Name = 'use_auth_server'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('UseAuthServer') }
            @{ Name = 'auth_metadata_url'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('AuthMetadataUrl') }
            @{ Name = 'accept_security_identifier_information'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AcceptSecurityIdentifierInformation') }
            @{ Name = 'linked_account'; Type = 'adobject'; Class = 'security'; Holds = 'dn'; Paths = @('LinkedAccount') }
            @{ Name = 'act_as_permissions'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('ActAsPermissions') }
            @{ Name = 'app_only_permissions'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('AppOnlyPermissions') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'pop_settings'
        Server  = 'Server'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-PopSettings')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'ClientAccess')
                ServerBy = 'Server'
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'login_type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('LoginType') }
            @{ Name = 'unencrypted_or_tls_bindings'; Type = 'list<binding>'; Class = 'security'; Holds = 'address'; Paths = @('UnencryptedOrTLSBindings') }
            @{ Name = 'ssl_bindings'; Type = 'list<binding>'; Class = 'security'; Holds = 'address'; Paths = @('SSLBindings') }
            @{ Name = 'internal_connection_settings'; Type = 'list<string>'; Class = 'config'; Holds = 'host'; Paths = @('InternalConnectionSettings') }
            @{ Name = 'external_connection_settings'; Type = 'list<string>'; Class = 'config'; Holds = 'host'; Paths = @('ExternalConnectionSettings') }
            @{ Name = 'enable_gssapi_and_ntlm_auth'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('EnableGSSAPIAndNTLMAuth') }
            @{ Name = 'x509_certificate_name'; Type = 'name'; Class = 'security'; Holds = 'host'; Paths = @('X509CertificateName') }
            @{ Name = 'extended_protection_policy'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionPolicy') }
            @{ Name = 'protocol_log_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ProtocolLogEnabled') }
            @{ Name = 'log_file_location'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('LogFileLocation') }
            @{ Name = 'banner'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('Banner') }
            @{ Name = 'max_connections'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('MaxConnections') }
            @{ Name = 'pre_authenticated_connection_timeout'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('PreAuthenticatedConnectionTimeout') }
            @{ Name = 'authenticated_connection_timeout'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('AuthenticatedConnectionTimeout') }
            @{ Name = 'proxy_target_port'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('ProxyTargetPort') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'powershell_virtual_directories'
        Server  = 'Server'
        Sources = @(
            @{
                Id         = 'iis'
                Kind       = 'cmdlet'
                Read       = @('Get-PowerShellVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ShowMailboxVirtualDirectories' = $true }
                ServerBy   = 'Server'
                Seconds    = 20
            }
            @{
                Id       = 'iis2010'
                Kind     = 'cmdlet'
                Read     = @('Get-PowerShellVirtualDirectory')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2010')
                Roles    = @('Mailbox', 'ClientAccess')
                ServerBy = 'Server'
                Seconds  = 20
            }
            @{
                Id         = 'directory'
                Kind       = 'cmdlet'
                Read       = @('Get-PowerShellVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ADPropertiesOnly' = $true }
                ServerBy   = 'Server'
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'internal_url'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('InternalUrl') }
            @{ Name = 'external_url'; Type = 'string'; Class = 'security'; Holds = 'url'; Paths = @('ExternalUrl') }
            @{ Name = 'metabase_path'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('MetabasePath') }
            @{ Name = 'path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('Path') }
            @{ Name = 'basic_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BasicAuthentication') }
            @{ Name = 'windows_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('WindowsAuthentication') }
            @{ Name = 'certificate_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('CertificateAuthentication') }
            @{ Name = 'digest_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DigestAuthentication') }
            @{ Name = 'live_id_basic_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('LiveIdBasicAuthentication') }
            @{ Name = 'require_ssl'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireSSL') }
            @{ Name = 'internal_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('InternalAuthenticationMethods') }
            @{ Name = 'external_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalAuthenticationMethods') }
            @{ Name = 'virtual_directory_type'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('VirtualDirectoryType') }
            @{ Name = 'extended_protection_token_checking'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionTokenChecking') }
            @{ Name = 'extended_protection_flags'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionFlags') }
            @{ Name = 'extended_protection_spn_list'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('ExtendedProtectionSPNList') }
            @{ Name = 'admin_display_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('AdminDisplayVersion') }
            @{ Name = 'read_with_ad_properties_only'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ReadWithADPropertiesOnly') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'public_folder_client_permissions'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-PublicFolderClientPermission')
                Target   = 'org'
                Tier     = 'deep'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Each     = @(@{ Dataset = 'public_folders'; Path = 'Identity'; Parameter = 'Identity'; Where = @{ 'Name' = @('IPM_SUBTREE') }; Add = @{ 'FolderEntryId' = 'EntryId' } }, @{ Dataset = 'public_folders'; Path = 'Identity'; Parameter = 'Identity'; Where = @{ 'MailEnabled' = @('True') }; Add = @{ 'FolderEntryId' = 'EntryId' } })
                Seconds  = 1
            }
        )
        Columns = @(
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'folder_entry_id'; Type = 'string'; Class = 'identity'; Holds = 'plain'; Paths = @('FolderEntryId') }
            @{ Name = 'folder_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('FolderName') }
            @{ Name = 'user'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('User') }
            @{ Name = 'user_sid'; Type = 'sid'; Class = 'security'; Holds = 'sid'; Paths = @('UserSid') }
            @{ Name = 'user_type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('User.UserType', 'UserType') }
            @{ Name = 'access_rights'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('AccessRights') }
        )
    }
    @{
        Name    = 'public_folder_databases'
        Server  = 'Server'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-PublicFolderDatabase')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('2010')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'Status' = $true }
                Seconds    = 30
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'edb_file_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('EdbFilePath') }
            @{ Name = 'log_folder_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('LogFolderPath') }
            @{ Name = 'mounted'; Type = 'bool'; Class = 'volatile'; Holds = 'plain'; Paths = @('Mounted') }
            @{ Name = 'circular_logging_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('CircularLoggingEnabled') }
            @{ Name = 'last_full_backup'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastFullBackup') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'public_folders'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-PublicFolder')
                Target     = 'org'
                Tier       = 'deep'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'Identity' = '\'; 'Recurse' = $true; 'ResultSize' = 'Unlimited' }
                Seconds    = 900
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'entry_id'; Type = 'string'; Class = 'identity'; Holds = 'plain'; Paths = @('EntryId') }
            @{ Name = 'parent_path'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('ParentPath') }
            @{ Name = 'mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('MailEnabled') }
            @{ Name = 'folder_class'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('FolderClass') }
            @{ Name = 'has_subfolders'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('HasSubfolders') }
            @{ Name = 'content_mailbox_name'; Type = 'name'; Class = 'config'; Holds = 'label'; Paths = @('ContentMailboxName') }
        )
    }
    @{
        Name    = 'queues'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-Queue')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'Edge')
                Parameters = @{ 'ResultSize' = 'Unlimited' }
                ServerBy   = 'Server'
                Seconds    = 30
            }
        )
        Columns = @(
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('Identity') }
            @{ Name = 'delivery_type'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('DeliveryType') }
            @{ Name = 'status'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('Status') }
            @{ Name = 'message_count'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('MessageCount') }
            @{ Name = 'next_hop_domain'; Type = 'name'; Class = 'volatile'; Holds = 'label'; Paths = @('NextHopDomain') }
            @{ Name = 'next_hop_category'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('NextHopCategory') }
            @{ Name = 'last_error'; Type = 'string'; Class = 'volatile'; Holds = 'text'; Paths = @('LastError') }
            @{ Name = 'last_retry_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastRetryTime') }
            @{ Name = 'next_retry_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('NextRetryTime') }
            @{ Name = 'deferred_message_count'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('DeferredMessageCount') }
            @{ Name = 'locked_message_count'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('LockedMessageCount') }
        )
    }
    @{
        Name    = 'receive_connectors'
        Server  = 'Server'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-ReceiveConnector')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'bindings'; Type = 'list<binding>'; Class = 'security'; Holds = 'address'; Paths = @('Bindings') }
            @{ Name = 'remote_ip_ranges'; Type = 'list<iprange>'; Class = 'security'; Holds = 'address'; Paths = @('RemoteIPRanges') }
            @{ Name = 'permission_groups'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('PermissionGroups') }
            @{ Name = 'auth_mechanism'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('AuthMechanism') }
            @{ Name = 'transport_role'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('TransportRole') }
            @{ Name = 'require_tls'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireTLS') }
            @{ Name = 'banner'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('Banner') }
            @{ Name = 'fqdn'; Type = 'name'; Class = 'config'; Holds = 'host'; Paths = @('Fqdn') }
            @{ Name = 'tls_certificate_name'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('TlsCertificateName') }
            @{ Name = 'tls_domain_capabilities'; Type = 'list<string>'; Class = 'security'; Holds = 'host'; Paths = @('TlsDomainCapabilities') }
            @{ Name = 'domain_secure_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DomainSecureEnabled') }
            @{ Name = 'extended_protection_policy'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionPolicy') }
            @{ Name = 'suppress_x_anonymous_tls'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('SuppressXAnonymousTls') }
            @{ Name = 'enable_auth_gssapi'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('EnableAuthGSSAPI') }
            @{ Name = 'default_domain'; Type = 'name'; Class = 'config'; Holds = 'host'; Paths = @('DefaultDomain') }
            @{ Name = 'protocol_logging_level'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ProtocolLoggingLevel') }
            @{ Name = 'max_message_size'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('MaxMessageSize') }
            @{ Name = 'max_header_size'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('MaxHeaderSize') }
            @{ Name = 'max_hop_count'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('MaxHopCount') }
            @{ Name = 'max_local_hop_count'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('MaxLocalHopCount') }
            @{ Name = 'max_recipients_per_message'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('MaxRecipientsPerMessage') }
            @{ Name = 'connection_timeout'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('ConnectionTimeout') }
            @{ Name = 'connection_inactivity_timeout'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('ConnectionInactivityTimeout') }
            @{ Name = 'max_inbound_connection'; Type = 'Unlimited<int>'; Class = 'config'; Holds = 'plain'; Paths = @('MaxInboundConnection') }
            @{ Name = 'max_inbound_connection_per_source'; Type = 'Unlimited<int>'; Class = 'config'; Holds = 'plain'; Paths = @('MaxInboundConnectionPerSource') }
            @{ Name = 'max_inbound_connection_percentage_per_source'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('MaxInboundConnectionPercentagePerSource') }
            @{ Name = 'max_protocol_errors'; Type = 'Unlimited<int>'; Class = 'config'; Holds = 'plain'; Paths = @('MaxProtocolErrors') }
            @{ Name = 'max_logon_failures'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('MaxLogonFailures') }
            @{ Name = 'max_acknowledgement_delay'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('MaxAcknowledgementDelay') }
            @{ Name = 'tarpit_interval'; Type = 'duration'; Class = 'security'; Holds = 'plain'; Paths = @('TarpitInterval') }
            @{ Name = 'auth_tarpit_interval'; Type = 'duration'; Class = 'security'; Holds = 'plain'; Paths = @('AuthTarpitInterval') }
            @{ Name = 'message_rate_limit'; Type = 'Unlimited<int>'; Class = 'config'; Holds = 'plain'; Paths = @('MessageRateLimit') }
            @{ Name = 'message_rate_source'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('MessageRateSource') }
            @{ Name = 'bare_linefeed_rejection_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BareLinefeedRejectionEnabled') }
            @{ Name = 'size_enabled'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('SizeEnabled') }
            @{ Name = 'pipelining_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('PipeliningEnabled') }
            @{ Name = 'enhanced_status_codes_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('EnhancedStatusCodesEnabled') }
            @{ Name = 'delivery_status_notification_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('DeliveryStatusNotificationEnabled') }
            @{ Name = 'require_ehlo_domain'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('RequireEHLODomain') }
            @{ Name = 'comment'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('Comment') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'recipient_filter_config'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-RecipientFilterConfig')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'external_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalMailEnabled') }
            @{ Name = 'internal_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('InternalMailEnabled') }
            @{ Name = 'recipient_validation_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RecipientValidationEnabled') }
            @{ Name = 'block_list_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BlockListEnabled') }
            @{ Name = 'blocked_recipients'; Type = 'list<smtp_address>'; Class = 'security'; Holds = 'smtp'; Paths = @('BlockedRecipients') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'registry_acls'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SOFTWARE\Microsoft\MSIPC\Server')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 1
            }
        )
        Columns = @(
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('key_path') }
            @{ Name = 'found'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('found') }
            @{ Name = 'owner'; Type = 'string'; Class = 'security'; Holds = 'account'; Paths = @('Owner') }
            @{ Name = 'sddl'; Type = 'string'; Class = 'security'; Holds = 'sddl'; Paths = @('Sddl') }
        )
    }
    @{
        Name    = 'registry_auth_root'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SOFTWARE\Policies\Microsoft\SystemCertificates\AuthRoot')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 0.5
            }
        )
        Columns = @(
            @{ Name = 'disable_root_auto_update'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('DisableRootAutoUpdate') }
        )
    }
    @{
        Name    = 'registry_cipher_suites'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SOFTWARE\Policies\Microsoft\Cryptography\Configuration\SSL\00010002', 'HKLM\SYSTEM\CurrentControlSet\Control\Cryptography\Configuration\Local\SSL\00010002')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 0.5
            }
        )
        Columns = @(
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('key_path') }
            @{ Name = 'key_exists'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('key_exists') }
            @{ Name = 'functions'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('Functions') }
        )
    }
    @{
        Name    = 'registry_device_guard'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SOFTWARE\Policies\Microsoft\Windows\DeviceGuard')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 0.5
            }
        )
        Columns = @(
            @{ Name = 'lsa_cfg_flags'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('LsaCfgFlags') }
            @{ Name = 'enable_virtualization_based_security'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('EnableVirtualizationBasedSecurity') }
        )
    }
    @{
        Name    = 'registry_dns_client'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SOFTWARE\Policies\Microsoft\Windows NT\DNSClient')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 0.5
            }
        )
        Columns = @(
            @{ Name = 'enable_multicast'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('EnableMulticast') }
        )
    }
    @{
        Name    = 'registry_exchange'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SOFTWARE\Microsoft\ExchangeServer\v15', 'HKLM\SOFTWARE\Microsoft\ExchangeServer\v14')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'msi_install_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('MsiInstallPath') }
            @{ Name = 'enable_serialization_data_signing'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('EnableSerializationDataSigning') }
            @{ Name = 'disable_base_type_check_for_deserialization'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('DisableBaseTypeCheckForDeserialization') }
            @{ Name = 'enable_ecc_certificate_support'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('EnableEccCertificateSupport') }
            @{ Name = 'cts_processor_affinity_percentage'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('CtsProcessorAffinityPercentage') }
            @{ Name = 'disable_granular_replication'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('DisableGranularReplication') }
            @{ Name = 'disable_async_notification'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('DisableAsyncNotification') }
            @{ Name = 'disable_preservation'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('DisablePreservation') }
            @{ Name = 'database_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('DatabasePath') }
        )
    }
    @{
        Name    = 'registry_http_ssl_bindings'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Services\HTTP\Parameters\SslBindingInfo', 'HKLM\SYSTEM\CurrentControlSet\Services\HTTP\Parameters\SslSniBindingInfo')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'binding'; Type = 'string'; Class = 'identity'; Holds = 'address'; Paths = @('binding') }
            @{ Name = 'ssl_cert_hash'; Type = 'string'; Class = 'security'; Holds = 'plain'; Paths = @('SslCertHash') }
            @{ Name = 'ssl_cert_store_name'; Type = 'string'; Class = 'config'; Holds = 'plain'; Paths = @('SslCertStoreName') }
        )
    }
    @{
        Name    = 'registry_kerberos'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System\Kerberos\Parameters')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 0.5
            }
        )
        Columns = @(
            @{ Name = 'supported_encryption_types'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('SupportedEncryptionTypes') }
        )
    }
    @{
        Name    = 'registry_lanman_server'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Services\LanmanServer\Parameters')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'smb1'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('SMB1') }
            @{ Name = 'require_security_signature_value'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('RequireSecuritySignature') }
            @{ Name = 'enable_security_signature_value'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('EnableSecuritySignature') }
            @{ Name = 'disable_compression'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('DisableCompression') }
        )
    }
    @{
        Name    = 'registry_laps'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SOFTWARE\Microsoft\Policies\LAPS', 'HKLM\SOFTWARE\Policies\Microsoft Services\AdmPwd')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 0.5
            }
        )
        Columns = @(
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('key_path') }
            @{ Name = 'key_exists'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('key_exists') }
            @{ Name = 'backup_directory'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('BackupDirectory') }
            @{ Name = 'adm_pwd_enabled'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('AdmPwdEnabled') }
        )
    }
    @{
        Name    = 'registry_ldap'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Services\LDAP')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 0.5
            }
        )
        Columns = @(
            @{ Name = 'ldap_client_integrity'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('LDAPClientIntegrity') }
        )
    }
    @{
        Name    = 'registry_lsa'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Control\Lsa', 'HKLM\SYSTEM\CurrentControlSet\Control\Lsa\FipsAlgorithmPolicy')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 0.5
            }
        )
        Columns = @(
            @{ Name = 'lm_compatibility_level'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('LmCompatibilityLevel') }
            @{ Name = 'lsa_cfg_flags'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('LsaCfgFlags') }
            @{ Name = 'run_as_ppl'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('RunAsPPL') }
            @{ Name = 'suppress_extended_protection'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('SuppressExtendedProtection') }
            @{ Name = 'no_lm_hash'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('NoLMHash') }
            @{ Name = 'fips_enabled_value'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
        )
    }
    @{
        Name    = 'registry_msexchange_owa'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Services\MSExchange OWA')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 0.5
            }
        )
        Columns = @(
            @{ Name = 'public_timeout'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('PublicTimeout') }
            @{ Name = 'private_timeout'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('PrivateTimeout') }
        )
    }
    @{
        Name    = 'registry_net_framework'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SOFTWARE\Microsoft\.NETFramework\{v2.0.50727,v4.0.30319}', 'HKLM\SOFTWARE\Wow6432Node\Microsoft\.NETFramework\{v2.0.50727,v4.0.30319}')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('key_path') }
            @{ Name = 'sch_use_strong_crypto'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('SchUseStrongCrypto') }
            @{ Name = 'system_default_tls_versions'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('SystemDefaultTlsVersions') }
        )
    }
    @{
        Name    = 'registry_net_release'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SOFTWARE\Microsoft\NET Framework Setup\NDP\v4\Full')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 0.5
            }
        )
        Columns = @(
            @{ Name = 'release'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('Release') }
            @{ Name = 'net_version'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('Version') }
        )
    }
    @{
        Name    = 'registry_network_cards'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Control\Class\{4D36E972-E325-11CE-BFC1-08002BE10318}\*')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('key_path') }
            @{ Name = 'net_cfg_instance_id'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('NetCfgInstanceId') }
            @{ Name = 'driver_desc'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('DriverDesc') }
            @{ Name = 'pnp_capabilities'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('PnPCapabilities') }
            @{ Name = 'driver_date'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('DriverDate') }
        )
    }
    @{
        Name    = 'registry_ntds'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Services\NTDS\Parameters')
                Target   = 'dc'
                Tier     = 'extended'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 0.5
            }
        )
        Columns = @(
            @{ Name = 'ldap_server_integrity'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('LDAPServerIntegrity') }
            @{ Name = 'ldap_enforce_channel_binding'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('LdapEnforceChannelBinding') }
        )
    }
    @{
        Name    = 'registry_powershell'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SOFTWARE\Microsoft\PowerShell\1\ShellIds\Microsoft.PowerShell', 'HKLM\SOFTWARE\Microsoft\PowerShell\3\PowerShellEngine', 'HKLM\SOFTWARE\Policies\Microsoft\Windows\PowerShell', 'HKLM\SOFTWARE\Policies\Microsoft\Windows\PowerShell\ScriptBlockLogging', 'HKLM\SOFTWARE\Policies\Microsoft\Windows\PowerShell\ModuleLogging', 'HKLM\SOFTWARE\Policies\Microsoft\Windows\PowerShell\Transcription')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 0.5
            }
        )
        Columns = @(
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('key_path') }
            @{ Name = 'key_exists'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('key_exists') }
            @{ Name = 'execution_policy'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('ExecutionPolicy') }
            @{ Name = 'enable_scripts'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('EnableScripts') }
            @{ Name = 'power_shell_version'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('PowerShellVersion') }
            @{ Name = 'enable_script_block_logging'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('EnableScriptBlockLogging') }
            @{ Name = 'enable_module_logging'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('EnableModuleLogging') }
            @{ Name = 'enable_transcripting'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('EnableTranscripting') }
        )
    }
    @{
        Name    = 'registry_rdp'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server', 'HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server\WinStations\RDP-Tcp', 'HKLM\SOFTWARE\Policies\Microsoft\Windows NT\Terminal Services')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 0.5
            }
        )
        Columns = @(
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('key_path') }
            @{ Name = 'key_exists'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('key_exists') }
            @{ Name = 'f_deny_ts_connections'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('fDenyTSConnections') }
            @{ Name = 'user_authentication'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('UserAuthentication') }
            @{ Name = 'security_layer'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('SecurityLayer') }
            @{ Name = 'min_encryption_level'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('MinEncryptionLevel') }
        )
    }
    @{
        Name    = 'registry_reboot_pending'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Control\Session Manager', 'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending', 'HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired', 'HKLM\SOFTWARE\Microsoft\Updates\UpdateExeVolatile')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'pending_file_renames'; Type = 'bool'; Class = 'volatile'; Holds = 'plain'; Paths = @('pending_file_renames', 'PendingFileRenameOperations') }
            @{ Name = 'cbs_reboot_pending'; Type = 'bool'; Class = 'volatile'; Holds = 'plain'; Paths = @('cbs_reboot_pending', 'ComponentBasedServicingPendingReboot') }
            @{ Name = 'wu_reboot_required'; Type = 'bool'; Class = 'volatile'; Holds = 'plain'; Paths = @('wu_reboot_required', 'AutoUpdatePendingReboot') }
            @{ Name = 'update_exe_flags'; Type = 'bool'; Class = 'volatile'; Holds = 'plain'; Paths = @('update_exe_flags', 'UpdateExeVolatileValue') }
        )
    }
    @{
        Name    = 'registry_rpc'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SOFTWARE\Policies\Microsoft\Windows NT\RPC')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 0.5
            }
        )
        Columns = @(
            @{ Name = 'minimum_connection_timeout'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('MinimumConnectionTimeout') }
        )
    }
    @{
        Name    = 'registry_schannel'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL', 'HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\*\{Client,Server}', 'HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\{Ciphers,Hashes,KeyExchangeAlgorithms}\*')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('key_path') }
            @{ Name = 'enabled_value'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'disabled_by_default_value'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('DisabledByDefault') }
            @{ Name = 'allow_insecure_renego_clients'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('AllowInsecureRenegoClients') }
            @{ Name = 'allow_insecure_renego_servers'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('AllowInsecureRenegoServers') }
            @{ Name = 'server_min_key_bit_length'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('ServerMinKeyBitLength') }
            @{ Name = 'client_min_key_bit_length'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('ClientMinKeyBitLength') }
        )
    }
    @{
        Name    = 'registry_tcpip'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters', 'HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters\Interfaces\*', 'HKLM\SYSTEM\CurrentControlSet\Services\Tcpip6\Parameters', 'HKLM\SYSTEM\CurrentControlSet\Services\Tcpip6\Parameters\Interfaces\*')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('key_path') }
            @{ Name = 'keep_alive_time'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('KeepAliveTime') }
            @{ Name = 'disabled_components'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('DisabledComponents') }
            @{ Name = 'name_server'; Type = 'string'; Class = 'config'; Holds = 'address'; Paths = @('NameServer') }
            @{ Name = 'dhcpv6_dns_servers'; Type = 'string'; Class = 'config'; Holds = 'address'; Paths = @('Dhcpv6DNSServers') }
            @{ Name = 'tcp_ack_frequency'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('TcpAckFrequency') }
        )
    }
    @{
        Name    = 'registry_time_zone'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Control\TimeZoneInformation')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'time_zone_key_name'; Type = 'string'; Class = 'config'; Holds = 'plain'; Paths = @('TimeZoneKeyName') }
            @{ Name = 'dynamic_daylight_time_disabled'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('DynamicDaylightTimeDisabled') }
            @{ Name = 'standard_start'; Type = 'list<string>'; Class = 'config'; Holds = 'plain'; Paths = @('StandardStart') }
        )
    }
    @{
        Name    = 'registry_uninstall'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Uninstall\*', 'HKLM\SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Uninstall\*')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('key_path') }
            @{ Name = 'display_name'; Type = 'name'; Class = 'config'; Holds = 'words'; Paths = @('DisplayName') }
            @{ Name = 'display_version'; Type = 'string'; Class = 'config'; Holds = 'plain'; Paths = @('DisplayVersion') }
            @{ Name = 'version_identifier'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('VersionIdentifier') }
        )
    }
    @{
        Name    = 'registry_w32time'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Services\W32Time\Parameters', 'HKLM\SYSTEM\CurrentControlSet\Services\W32Time\TimeProviders\{NtpClient,VMICTimeProvider,NtpServer}', 'HKLM\SOFTWARE\Policies\Microsoft\W32Time\Parameters', 'HKLM\SOFTWARE\Policies\Microsoft\W32Time\TimeProviders\NtpClient')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
            @{
                Id       = 'dc'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Services\W32Time\Parameters', 'HKLM\SYSTEM\CurrentControlSet\Services\W32Time\TimeProviders\{NtpClient,VMICTimeProvider,NtpServer}', 'HKLM\SOFTWARE\Policies\Microsoft\W32Time\Parameters', 'HKLM\SOFTWARE\Policies\Microsoft\W32Time\TimeProviders\NtpClient')
                Target   = 'dc'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('key_path') }
            @{ Name = 'type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Type') }
            @{ Name = 'ntp_server'; Type = 'string'; Class = 'security'; Holds = 'host'; Paths = @('NtpServer') }
            @{ Name = 'enabled_value'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'special_poll_interval'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('SpecialPollInterval') }
        )
    }
    @{
        Name    = 'registry_wdigest'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\WDigest')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 0.5
            }
        )
        Columns = @(
            @{ Name = 'use_logon_credential'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('UseLogonCredential') }
        )
    }
    @{
        Name    = 'registry_windows_version'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'current_build_number'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('CurrentBuildNumber', 'CurrentBuild') }
            @{ Name = 'ubr'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('UBR') }
            @{ Name = 'product_name'; Type = 'string'; Class = 'config'; Holds = 'plain'; Paths = @('ProductName') }
            @{ Name = 'installation_type'; Type = 'string'; Class = 'config'; Holds = 'plain'; Paths = @('InstallationType') }
        )
    }
    @{
        Name    = 'registry_winhttp'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings\Connections', 'HKLM\SOFTWARE\Wow6432Node\Microsoft\Windows\CurrentVersion\Internet Settings\Connections')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('key_path') }
            @{ Name = 'proxy_address'; Type = 'string'; Class = 'config'; Holds = 'host'; Paths = @('proxy_address') }
            @{ Name = 'bypass_list'; Type = 'string'; Class = 'config'; Holds = 'host'; Paths = @('bypass_list') }
        )
    }
    @{
        Name    = 'remote_domains'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-RemoteDomain')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'domain_name'; Type = 'name'; Class = 'config'; Holds = 'host'; Paths = @('DomainName') }
            @{ Name = 'is_internal'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('IsInternal') }
            @{ Name = 'target_delivery_domain'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('TargetDeliveryDomain') }
            @{ Name = 'auto_forward_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AutoForwardEnabled') }
            @{ Name = 'auto_reply_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AutoReplyEnabled') }
            @{ Name = 'allowed_oof_type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('AllowedOOFType') }
            @{ Name = 'meeting_forward_notification_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('MeetingForwardNotificationEnabled') }
            @{ Name = 'delivery_report_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DeliveryReportEnabled') }
            @{ Name = 'ndr_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('NDREnabled') }
            @{ Name = 'ndr_diagnostic_info_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('NDRDiagnosticInfoEnabled') }
            @{ Name = 'tnef_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('TNEFEnabled') }
            @{ Name = 'trusted_mail_inbound_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('TrustedMailInboundEnabled') }
            @{ Name = 'trusted_mail_outbound_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('TrustedMailOutboundEnabled') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'remote_mailboxes'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-RemoteMailbox')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IgnoreDefaultScope' = $true; 'ResultSize' = 'Unlimited' }
                Seconds    = 300
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'alias'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Alias') }
            @{ Name = 'display_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('DisplayName') }
            @{ Name = 'primary_smtp_address'; Type = 'smtp_address'; Class = 'identity'; Holds = 'smtp'; Paths = @('PrimarySmtpAddress') }
            @{ Name = 'email_addresses'; Type = 'list<string>'; Class = 'identity'; Holds = 'smtp'; Paths = @('EmailAddresses') }
            @{ Name = 'user_principal_name'; Type = 'name'; Class = 'identity'; Holds = 'account'; Paths = @('UserPrincipalName') }
            @{ Name = 'sam_account_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('SamAccountName') }
            @{ Name = 'remote_routing_address'; Type = 'smtp_address'; Class = 'security'; Holds = 'smtp'; Paths = @('RemoteRoutingAddress') }
            @{ Name = 'remote_recipient_type'; Type = 'flags'; Class = 'config'; Holds = 'plain'; Paths = @('RemoteRecipientType') }
            @{ Name = 'recipient_type_details'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('RecipientTypeDetails') }
            @{ Name = 'forwarding_address'; Type = 'adobject'; Class = 'security'; Holds = 'dn'; Paths = @('ForwardingAddress') }
            @{ Name = 'deliver_to_mailbox_and_forward'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DeliverToMailboxAndForward') }
            @{ Name = 'hidden_from_address_lists_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('HiddenFromAddressListsEnabled') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'role_assignment_policies'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-RoleAssignmentPolicy')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'is_default'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('IsDefault') }
            @{ Name = 'assigned_roles'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('AssignedRoles') }
            @{ Name = 'description'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('Description') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'role_group_members'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-RoleGroupMember')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'ResultSize' = 'Unlimited' }
                Each       = @(@{ Dataset = 'role_groups'; Path = 'DistinguishedName'; Parameter = 'Identity'; Add = @{ 'RoleGroup' = 'Name'; 'RoleGroup.DistinguishedName' = 'DistinguishedName'; 'RoleGroup.Guid' = 'Guid' } })
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'role_group'; Type = 'adobject'; Class = 'identity'; Holds = 'dn'; Paths = @('RoleGroup') }
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'recipient_type'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('RecipientType') }
            @{ Name = 'sid'; Type = 'sid'; Class = 'security'; Holds = 'sid'; Paths = @('Sid') }
        )
    }
    @{
        Name    = 'role_groups'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-RoleGroup')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'ResultSize' = 'Unlimited' }
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'display_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('DisplayName') }
            @{ Name = 'sid'; Type = 'sid'; Class = 'identity'; Holds = 'sid'; Paths = @('Sid') }
            @{ Name = 'role_group_type'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('RoleGroupType') }
            @{ Name = 'capabilities'; Type = 'flags'; Class = 'config'; Holds = 'plain'; Paths = @('Capabilities') }
            @{ Name = 'members'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('Members') }
            @{ Name = 'managed_by'; Type = 'list<adobject>'; Class = 'security'; Holds = 'dn'; Paths = @('ManagedBy') }
            @{ Name = 'linked_group'; Type = 'string'; Class = 'security'; Holds = 'account'; Paths = @('LinkedGroup') }
            @{ Name = 'roles'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('Roles') }
            @{ Name = 'role_assignments'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('RoleAssignments') }
            @{ Name = 'sam_account_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('SamAccountName') }
            @{ Name = 'description'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('Description') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'rpc_client_access'
        Server  = 'Server'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-RpcClientAccess')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'encryption_required'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('EncryptionRequired') }
            @{ Name = 'blocked_client_versions'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('BlockedClientVersions') }
            @{ Name = 'maximum_connections'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('MaximumConnections') }
            @{ Name = 'responsibility'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('Responsibility') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'send_connectors'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-SendConnector')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'address_spaces'; Type = 'list<string>'; Class = 'config'; Holds = 'host'; Paths = @('AddressSpaces') }
            @{ Name = 'smart_hosts'; Type = 'list<string>'; Class = 'config'; Holds = 'host'; Paths = @('SmartHosts') }
            @{ Name = 'smart_host_auth_mechanism'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('SmartHostAuthMechanism') }
            @{ Name = 'dns_routing_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('DNSRoutingEnabled') }
            @{ Name = 'use_external_dns_servers_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('UseExternalDNSServersEnabled') }
            @{ Name = 'port'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('Port') }
            @{ Name = 'source_transport_servers'; Type = 'list<name>'; Class = 'config'; Holds = 'label'; Paths = @('SourceTransportServers') }
            @{ Name = 'home_mta_server_id'; Type = 'name'; Class = 'config'; Holds = 'label'; Paths = @('HomeMtaServerId') }
            @{ Name = 'is_scoped_connector'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IsScopedConnector') }
            @{ Name = 'fqdn'; Type = 'name'; Class = 'config'; Holds = 'host'; Paths = @('Fqdn') }
            @{ Name = 'frontend_proxy_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('FrontendProxyEnabled') }
            @{ Name = 'force_helo'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ForceHELO') }
            @{ Name = 'ignore_starttls'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('IgnoreSTARTTLS') }
            @{ Name = 'require_tls'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireTLS') }
            @{ Name = 'tls_auth_level'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('TlsAuthLevel') }
            @{ Name = 'tls_domain'; Type = 'name'; Class = 'security'; Holds = 'host'; Paths = @('TlsDomain') }
            @{ Name = 'tls_certificate_name'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('TlsCertificateName') }
            @{ Name = 'domain_secure_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DomainSecureEnabled') }
            @{ Name = 'cloud_services_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('CloudServicesMailEnabled') }
            @{ Name = 'protocol_logging_level'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ProtocolLoggingLevel') }
            @{ Name = 'max_message_size'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('MaxMessageSize') }
            @{ Name = 'connection_inactivity_time_out'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('ConnectionInactivityTimeOut') }
            @{ Name = 'authentication_credential'; Type = 'string'; Class = 'secret'; Holds = 'secret'; Paths = @('AuthenticationCredential') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'sender_filter_config'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-SenderFilterConfig')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'external_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalMailEnabled') }
            @{ Name = 'internal_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('InternalMailEnabled') }
            @{ Name = 'action'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Action') }
            @{ Name = 'blocked_senders'; Type = 'list<smtp_address>'; Class = 'security'; Holds = 'smtp'; Paths = @('BlockedSenders') }
            @{ Name = 'blocked_domains'; Type = 'list<string>'; Class = 'security'; Holds = 'host'; Paths = @('BlockedDomains') }
            @{ Name = 'blocked_domains_and_subdomains'; Type = 'list<string>'; Class = 'security'; Holds = 'host'; Paths = @('BlockedDomainsAndSubdomains') }
            @{ Name = 'blank_sender_blocking_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BlankSenderBlockingEnabled') }
            @{ Name = 'recipient_blocked_sender_action'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('RecipientBlockedSenderAction') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'sender_id_config'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-SenderIdConfig')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'external_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalMailEnabled') }
            @{ Name = 'internal_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('InternalMailEnabled') }
            @{ Name = 'spoofed_domain_action'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('SpoofedDomainAction') }
            @{ Name = 'temp_error_action'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('TempErrorAction') }
            @{ Name = 'bypassed_sender_domains'; Type = 'list<string>'; Class = 'security'; Holds = 'host'; Paths = @('BypassedSenderDomains') }
            @{ Name = 'bypassed_recipients'; Type = 'list<smtp_address>'; Class = 'security'; Holds = 'smtp'; Paths = @('BypassedRecipients') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'sender_reputation_config'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-SenderReputationConfig')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'external_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalMailEnabled') }
            @{ Name = 'internal_mail_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('InternalMailEnabled') }
            @{ Name = 'sender_blocking_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('SenderBlockingEnabled') }
            @{ Name = 'open_proxy_detection_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('OpenProxyDetectionEnabled') }
            @{ Name = 'srl_block_threshold'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('SrlBlockThreshold') }
            @{ Name = 'sender_blocking_period'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('SenderBlockingPeriod') }
            @{ Name = 'proxy_server_name'; Type = 'string'; Class = 'config'; Holds = 'host'; Paths = @('ProxyServerName') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'server_component_states'
        Server  = 'ServerFqdn'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-ServerComponentState')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                ServerBy = 'Identity'
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'component'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('Component') }
            @{ Name = 'state'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('State') }
            @{ Name = 'local_states'; Type = 'list<string>'; Class = 'volatile'; Holds = 'plain'; Paths = @('LocalStates') }
            @{ Name = 'remote_states'; Type = 'list<string>'; Class = 'volatile'; Holds = 'plain'; Paths = @('RemoteStates') }
        )
    }
    @{
        Name    = 'setting_overrides'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-SettingOverride')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'component_name'; Type = 'name'; Class = 'security'; Holds = 'words'; Paths = @('ComponentName') }
            @{ Name = 'section_name'; Type = 'name'; Class = 'security'; Holds = 'words'; Paths = @('SectionName') }
            @{ Name = 'parameters'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('Parameters') }
            @{ Name = 'override_servers'; Type = 'list<name>'; Class = 'security'; Holds = 'label'; Paths = @('Server') }
            @{ Name = 'min_version'; Type = 'version'; Class = 'security'; Holds = 'plain'; Paths = @('MinVersion') }
            @{ Name = 'max_version'; Type = 'version'; Class = 'security'; Holds = 'plain'; Paths = @('MaxVersion') }
            @{ Name = 'fix_version'; Type = 'version'; Class = 'security'; Holds = 'plain'; Paths = @('FixVersion') }
            @{ Name = 'status'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('Status') }
            @{ Name = 'reason'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('Reason') }
            @{ Name = 'modified_by'; Type = 'string'; Class = 'config'; Holds = 'account'; Paths = @('ModifiedBy') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'sharing_policies'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-SharingPolicy')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'default'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Default') }
            @{ Name = 'domains'; Type = 'list<string>'; Class = 'security'; Holds = 'host'; Paths = @('Domains') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'transport_agents'
        Sources = @(
            @{
                Id         = 'service'
                Kind       = 'cmdlet'
                Read       = @('Get-TransportAgent')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'TransportService' = 'Hub' }
                Again      = @(@{ 'TransportService' = 'FrontEnd' }, @{ 'TransportService' = 'MailboxSubmission' }, @{ 'TransportService' = 'MailboxDelivery' })
                Seconds    = 2
            }
            @{
                Id         = 'edge'
                Kind       = 'cmdlet'
                Read       = @('Get-TransportAgent')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Edge')
                Parameters = @{ 'TransportService' = 'Edge' }
                Seconds    = 2
            }
            @{
                Id       = 'server'
                Kind     = 'cmdlet'
                Read     = @('Get-TransportAgent')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2010')
                Roles    = @('HubTransport', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('Identity') }
            @{ Name = 'transport_service'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('TransportService') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'priority'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('Priority') }
            @{ Name = 'transport_agent_factory'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('TransportAgentFactory') }
            @{ Name = 'assembly_path'; Type = 'string'; Class = 'security'; Holds = 'path'; Paths = @('AssemblyPath') }
        )
    }
    @{
        Name    = 'transport_config'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-TransportConfig')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'max_send_size'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('MaxSendSize') }
            @{ Name = 'max_receive_size'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('MaxReceiveSize') }
            @{ Name = 'max_recipient_envelope_limit'; Type = 'Unlimited<int>'; Class = 'config'; Holds = 'plain'; Paths = @('MaxRecipientEnvelopeLimit') }
            @{ Name = 'internal_smtp_servers'; Type = 'list<iprange>'; Class = 'security'; Holds = 'address'; Paths = @('InternalSMTPServers') }
            @{ Name = 'tls_send_domain_secure_list'; Type = 'list<string>'; Class = 'security'; Holds = 'host'; Paths = @('TLSSendDomainSecureList') }
            @{ Name = 'tls_receive_domain_secure_list'; Type = 'list<string>'; Class = 'security'; Holds = 'host'; Paths = @('TLSReceiveDomainSecureList') }
            @{ Name = 'journaling_report_ndr_to'; Type = 'smtp_address'; Class = 'config'; Holds = 'smtp'; Paths = @('JournalingReportNdrTo') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'transport_rules'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-TransportRule')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Parameters = @{ 'ResultSize' = 'Unlimited' }
                Seconds    = 30
            }
            @{
                Id       = 'ems2010'
                Kind     = 'cmdlet'
                Read     = @('Get-TransportRule')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2010')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 30
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'state'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('State') }
            @{ Name = 'mode'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Mode') }
            @{ Name = 'priority'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('Priority') }
            @{ Name = 'comments'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('Comments') }
            @{ Name = 'description'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('Description') }
            @{ Name = 'conditions'; Type = 'list<string>'; Class = 'security'; Holds = 'text'; Paths = @('Conditions') }
            @{ Name = 'actions'; Type = 'list<string>'; Class = 'security'; Holds = 'text'; Paths = @('Actions') }
            @{ Name = 'exceptions'; Type = 'list<string>'; Class = 'security'; Holds = 'text'; Paths = @('Exceptions') }
            @{ Name = 'activation_date'; Type = 'timestamp'; Class = 'security'; Holds = 'plain'; Paths = @('ActivationDate') }
            @{ Name = 'expiry_date'; Type = 'timestamp'; Class = 'security'; Holds = 'plain'; Paths = @('ExpiryDate') }
            @{ Name = 'from_senders'; Type = 'list<string>'; Class = 'security'; Holds = 'smtp'; Paths = @('From') }
            @{ Name = 'from_member_of'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('FromMemberOf') }
            @{ Name = 'from_scope'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('FromScope') }
            @{ Name = 'from_address_contains_words'; Type = 'list<string>'; Class = 'security'; Holds = 'text'; Paths = @('FromAddressContainsWords') }
            @{ Name = 'from_address_matches_patterns'; Type = 'list<string>'; Class = 'security'; Holds = 'text'; Paths = @('FromAddressMatchesPatterns') }
            @{ Name = 'sender_domain_is'; Type = 'list<string>'; Class = 'security'; Holds = 'host'; Paths = @('SenderDomainIs') }
            @{ Name = 'sender_ip_ranges'; Type = 'list<iprange>'; Class = 'security'; Holds = 'address'; Paths = @('SenderIpRanges') }
            @{ Name = 'sent_to'; Type = 'list<string>'; Class = 'security'; Holds = 'smtp'; Paths = @('SentTo') }
            @{ Name = 'sent_to_scope'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('SentToScope') }
            @{ Name = 'sent_to_member_of'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('SentToMemberOf') }
            @{ Name = 'recipient_domain_is'; Type = 'list<string>'; Class = 'security'; Holds = 'host'; Paths = @('RecipientDomainIs') }
            @{ Name = 'subject_contains_words'; Type = 'list<string>'; Class = 'security'; Holds = 'text'; Paths = @('SubjectContainsWords') }
            @{ Name = 'subject_or_body_contains_words'; Type = 'list<string>'; Class = 'security'; Holds = 'text'; Paths = @('SubjectOrBodyContainsWords') }
            @{ Name = 'header_contains_message_header'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('HeaderContainsMessageHeader') }
            @{ Name = 'header_contains_words'; Type = 'list<string>'; Class = 'security'; Holds = 'text'; Paths = @('HeaderContainsWords') }
            @{ Name = 'header_matches_message_header'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('HeaderMatchesMessageHeader') }
            @{ Name = 'header_matches_patterns'; Type = 'list<string>'; Class = 'security'; Holds = 'text'; Paths = @('HeaderMatchesPatterns') }
            @{ Name = 'scl_over'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('SCLOver') }
            @{ Name = 'set_scl'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('SetSCL') }
            @{ Name = 'set_header_name'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('SetHeaderName') }
            @{ Name = 'set_header_value'; Type = 'string'; Class = 'security'; Holds = 'text'; Paths = @('SetHeaderValue') }
            @{ Name = 'remove_header'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('RemoveHeader') }
            @{ Name = 'redirect_message_to'; Type = 'list<string>'; Class = 'security'; Holds = 'smtp'; Paths = @('RedirectMessageTo') }
            @{ Name = 'blind_copy_to'; Type = 'list<string>'; Class = 'security'; Holds = 'smtp'; Paths = @('BlindCopyTo') }
            @{ Name = 'copy_to'; Type = 'list<string>'; Class = 'security'; Holds = 'smtp'; Paths = @('CopyTo') }
            @{ Name = 'add_to_recipients'; Type = 'list<string>'; Class = 'security'; Holds = 'smtp'; Paths = @('AddToRecipients') }
            @{ Name = 'generate_incident_report'; Type = 'string'; Class = 'security'; Holds = 'smtp'; Paths = @('GenerateIncidentReport') }
            @{ Name = 'delete_message'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DeleteMessage') }
            @{ Name = 'quarantine'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Quarantine') }
            @{ Name = 'route_message_outbound_connector'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('RouteMessageOutboundConnector') }
            @{ Name = 'stop_rule_processing'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('StopRuleProcessing') }
            @{ Name = 'attachment_has_executable_content'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AttachmentHasExecutableContent') }
            @{ Name = 'attachment_extension_matches_words'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('AttachmentExtensionMatchesWords') }
            @{ Name = 'attachment_name_matches_patterns'; Type = 'list<string>'; Class = 'security'; Holds = 'text'; Paths = @('AttachmentNameMatchesPatterns') }
            @{ Name = 'attachment_contains_words'; Type = 'list<string>'; Class = 'security'; Holds = 'text'; Paths = @('AttachmentContainsWords') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'transport_services'
        Server  = 'Name'
        Sources = @(
            @{
                Id       = 'service'
                Kind     = 'cmdlet'
                Read     = @('Get-TransportService')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('Mailbox', 'HubTransport', 'Edge')
                Seconds  = 2
            }
            @{
                Id       = 'server'
                Kind     = 'cmdlet'
                Read     = @('Get-TransportServer')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('2010')
                Roles    = @('HubTransport', 'Edge')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'antispam_agents_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AntispamAgentsEnabled') }
            @{ Name = 'internal_transport_certificate_thumbprint'; Type = 'string'; Class = 'security'; Holds = 'label'; Paths = @('InternalTransportCertificateThumbprint') }
            @{ Name = 'external_dns_servers'; Type = 'list<ip>'; Class = 'config'; Holds = 'address'; Paths = @('ExternalDNSServers') }
            @{ Name = 'external_dns_adapter_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ExternalDNSAdapterEnabled') }
            @{ Name = 'internal_dns_servers'; Type = 'list<ip>'; Class = 'config'; Holds = 'address'; Paths = @('InternalDNSServers') }
            @{ Name = 'internal_dns_adapter_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('InternalDNSAdapterEnabled') }
            @{ Name = 'connectivity_log_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('ConnectivityLogEnabled') }
            @{ Name = 'connectivity_log_max_age'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('ConnectivityLogMaxAge') }
            @{ Name = 'message_tracking_log_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('MessageTrackingLogEnabled') }
            @{ Name = 'message_tracking_log_max_age'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('MessageTrackingLogMaxAge') }
            @{ Name = 'message_tracking_log_max_directory_size'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('MessageTrackingLogMaxDirectorySize') }
            @{ Name = 'message_tracking_log_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('MessageTrackingLogPath') }
            @{ Name = 'message_tracking_log_subject_logging_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('MessageTrackingLogSubjectLoggingEnabled') }
            @{ Name = 'intra_org_connector_protocol_logging_level'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('IntraOrgConnectorProtocolLoggingLevel') }
            @{ Name = 'send_protocol_log_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('SendProtocolLogPath') }
            @{ Name = 'send_protocol_log_max_age'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('SendProtocolLogMaxAge') }
            @{ Name = 'receive_protocol_log_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('ReceiveProtocolLogPath') }
            @{ Name = 'receive_protocol_log_max_age'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('ReceiveProtocolLogMaxAge') }
            @{ Name = 'pickup_directory_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('PickupDirectoryPath') }
            @{ Name = 'replay_directory_path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('ReplayDirectoryPath') }
            @{ Name = 'max_outbound_connections'; Type = 'Unlimited<int>'; Class = 'config'; Holds = 'plain'; Paths = @('MaxOutboundConnections') }
            @{ Name = 'max_per_domain_outbound_connections'; Type = 'Unlimited<int>'; Class = 'config'; Holds = 'plain'; Paths = @('MaxPerDomainOutboundConnections') }
            @{ Name = 'transient_failure_retry_count'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('TransientFailureRetryCount') }
            @{ Name = 'message_retry_interval'; Type = 'duration'; Class = 'config'; Holds = 'plain'; Paths = @('MessageRetryInterval') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'usage_http_clients'
        Sources = @(
            @{
                Id       = 'logs'
                Kind     = 'file'
                Read     = @('HttpProxy logs: DateTime, AuthenticationType, AuthenticatedUser, UserAgent; IIS logs where there are none: date, time, cs-uri-stem, cs-username, cs(User-Agent)')
                Target   = 'server'
                Tier     = 'usage'
                Versions = @('all')
                Roles    = @('Mailbox', 'ClientAccess')
                Seconds  = 120
            }
        )
        Columns = @(
            @{ Name = 'application'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('application') }
            @{ Name = 'authentication'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('authentication') }
            @{ Name = 'agent'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('agent') }
            @{ Name = 'mailbox_user'; Type = 'string'; Class = 'identity'; Holds = 'account'; Paths = @('user') }
            @{ Name = 'requests'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('requests') }
            @{ Name = 'is_summary'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('is_summary') }
            @{ Name = 'log_files'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('log_files') }
            @{ Name = 'log_bytes'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('log_bytes') }
            @{ Name = 'is_cap_hit'; Type = 'bool'; Class = 'volatile'; Holds = 'plain'; Paths = @('is_cap_hit') }
            @{ Name = 'first_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('first_time') }
            @{ Name = 'last_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('last_time') }
        )
    }
    @{
        Name    = 'usage_mail_protocols'
        Sources = @(
            @{
                Id       = 'logs'
                Kind     = 'file'
                Read     = @('Pop3 and Imap4 protocol logs: dateTime, sessionId, sIp, cIp, user, command')
                Target   = 'server'
                Tier     = 'usage'
                Versions = @('all')
                Roles    = @('Mailbox', 'ClientAccess')
                Seconds  = 120
            }
        )
        Columns = @(
            @{ Name = 'mail_protocol'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('protocol') }
            @{ Name = 'mailbox_user'; Type = 'string'; Class = 'identity'; Holds = 'account'; Paths = @('user') }
            @{ Name = 'client_address'; Type = 'ip'; Class = 'config'; Holds = 'address'; Paths = @('client_address') }
            @{ Name = 'logins'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('logins') }
            @{ Name = 'tls_logins'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('tls_logins') }
            @{ Name = 'is_summary'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('is_summary') }
            @{ Name = 'log_files'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('log_files') }
            @{ Name = 'log_bytes'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('log_bytes') }
            @{ Name = 'is_cap_hit'; Type = 'bool'; Class = 'volatile'; Holds = 'plain'; Paths = @('is_cap_hit') }
            @{ Name = 'first_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('first_time') }
            @{ Name = 'last_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('last_time') }
        )
    }
    @{
        Name    = 'usage_outlook_builds'
        Sources = @(
            @{
                Id       = 'logs'
                Kind     = 'file'
                Read     = @('HttpProxy logs of MAPI and RPC: DateTime, AuthenticatedUser, UserAgent; logs of RPC Client Access where there are none: date-time, client-name, client-software, client-software-version')
                Target   = 'server'
                Tier     = 'usage'
                Versions = @('all')
                Roles    = @('Mailbox', 'ClientAccess')
                Seconds  = 120
            }
        )
        Columns = @(
            @{ Name = 'application'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('application') }
            @{ Name = 'client_build'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('client_build') }
            @{ Name = 'users'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('users') }
            @{ Name = 'requests'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('requests') }
            @{ Name = 'is_summary'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('is_summary') }
            @{ Name = 'log_files'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('log_files') }
            @{ Name = 'log_bytes'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('log_bytes') }
            @{ Name = 'is_cap_hit'; Type = 'bool'; Class = 'volatile'; Holds = 'plain'; Paths = @('is_cap_hit') }
            @{ Name = 'first_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('first_time') }
            @{ Name = 'last_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('last_time') }
        )
    }
    @{
        Name    = 'usage_smtp_clients'
        Sources = @(
            @{
                Id       = 'logs'
                Kind     = 'file'
                Read     = @('SmtpReceive protocol logs: date-time, connector-id, session-id, remote-endpoint, event, data')
                Target   = 'server'
                Tier     = 'usage'
                Versions = @('all')
                Roles    = @('Mailbox', 'HubTransport', 'ClientAccess', 'Edge')
                Seconds  = 120
            }
        )
        Columns = @(
            @{ Name = 'connector'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('connector') }
            @{ Name = 'client_address'; Type = 'ip'; Class = 'config'; Holds = 'address'; Paths = @('client_address') }
            @{ Name = 'sessions'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('sessions') }
            @{ Name = 'authenticated_sessions'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('authenticated_sessions') }
            @{ Name = 'tls_sessions'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('tls_sessions') }
            @{ Name = 'messages'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('messages') }
            @{ Name = 'is_summary'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('is_summary') }
            @{ Name = 'log_files'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('log_files') }
            @{ Name = 'log_bytes'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('log_bytes') }
            @{ Name = 'is_cap_hit'; Type = 'bool'; Class = 'volatile'; Holds = 'plain'; Paths = @('is_cap_hit') }
            @{ Name = 'first_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('first_time') }
            @{ Name = 'last_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('last_time') }
        )
    }
    @{
        Name    = 'users'
        Sources = @(
            @{
                Id         = 'ems'
                Kind       = 'cmdlet'
                Read       = @('Get-User')
                Target     = 'org'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'HubTransport', 'ClientAccess')
                Parameters = @{ 'IgnoreDefaultScope' = $true; 'ResultSize' = 'Unlimited' }
                Seconds    = 300
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'sam_account_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('SamAccountName') }
            @{ Name = 'user_principal_name'; Type = 'name'; Class = 'identity'; Holds = 'account'; Paths = @('UserPrincipalName') }
            @{ Name = 'sid'; Type = 'sid'; Class = 'security'; Holds = 'sid'; Paths = @('Sid') }
            @{ Name = 'recipient_type'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('RecipientType') }
            @{ Name = 'recipient_type_details'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('RecipientTypeDetails') }
            @{ Name = 'user_account_control_flags'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('UserAccountControl') }
            @{ Name = 'remote_power_shell_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RemotePowerShellEnabled') }
            @{ Name = 'account_disabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AccountDisabled') }
            @{ Name = 'linked_master_account'; Type = 'name'; Class = 'security'; Holds = 'account'; Paths = @('LinkedMasterAccount') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'web_services_virtual_directories'
        Server  = 'Server'
        Sources = @(
            @{
                Id         = 'iis'
                Kind       = 'cmdlet'
                Read       = @('Get-WebServicesVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('2013', '2016', '2019', 'SE')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ShowMailboxVirtualDirectories' = $true }
                ServerBy   = 'Server'
                Seconds    = 20
            }
            @{
                Id       = 'iis2010'
                Kind     = 'cmdlet'
                Read     = @('Get-WebServicesVirtualDirectory')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2010')
                Roles    = @('Mailbox', 'ClientAccess')
                ServerBy = 'Server'
                Seconds  = 20
            }
            @{
                Id         = 'directory'
                Kind       = 'cmdlet'
                Read       = @('Get-WebServicesVirtualDirectory')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('Mailbox', 'ClientAccess')
                Parameters = @{ 'ADPropertiesOnly' = $true }
                ServerBy   = 'Server'
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'identity'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Identity') }
            @{ Name = 'guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('Guid') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'dn'; Paths = @('DistinguishedName') }
            @{ Name = 'internal_url'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('InternalUrl') }
            @{ Name = 'external_url'; Type = 'string'; Class = 'security'; Holds = 'url'; Paths = @('ExternalUrl') }
            @{ Name = 'internal_nlb_bypass_url'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('InternalNLBBypassUrl') }
            @{ Name = 'mrs_proxy_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('MRSProxyEnabled') }
            @{ Name = 'basic_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('BasicAuthentication') }
            @{ Name = 'digest_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('DigestAuthentication') }
            @{ Name = 'windows_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('WindowsAuthentication') }
            @{ Name = 'oauth_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('OAuthAuthentication') }
            @{ Name = 'ws_security_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('WSSecurityAuthentication') }
            @{ Name = 'certificate_authentication'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('CertificateAuthentication') }
            @{ Name = 'internal_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('InternalAuthenticationMethods') }
            @{ Name = 'external_authentication_methods'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExternalAuthenticationMethods') }
            @{ Name = 'metabase_path'; Type = 'string'; Class = 'config'; Holds = 'url'; Paths = @('MetabasePath') }
            @{ Name = 'path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('Path') }
            @{ Name = 'extended_protection_token_checking'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionTokenChecking') }
            @{ Name = 'extended_protection_flags'; Type = 'flags'; Class = 'security'; Holds = 'plain'; Paths = @('ExtendedProtectionFlags') }
            @{ Name = 'extended_protection_spn_list'; Type = 'list<string>'; Class = 'security'; Holds = 'label'; Paths = @('ExtendedProtectionSPNList') }
            @{ Name = 'admin_display_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('AdminDisplayVersion') }
            @{ Name = 'read_with_ad_properties_only'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('ReadWithADPropertiesOnly') }
            @{ Name = 'when_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenCreatedUTC', 'WhenCreated') }
            @{ Name = 'when_changed'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('WhenChangedUTC', 'WhenChanged') }
        )
    }
    @{
        Name    = 'windows_antimalware_engines'
        Sources = @(
            @{
                Id       = 'engines'
                Kind     = 'cmdlet'
                Read     = @('Get-EngineUpdateInformation')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 10
            }
        )
        Columns = @(
            @{ Name = 'engine'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('Engine') }
            @{ Name = 'last_checked'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastChecked') }
            @{ Name = 'last_updated'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastUpdated') }
            @{ Name = 'update_status'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('UpdateStatus') }
        )
    }
    @{
        Name    = 'windows_antimalware_events'
        Sources = @(
            @{
                Id       = 'events'
                Kind     = 'cmdlet'
                Read     = @('Get-WinEvent')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 10
            }
        )
        Columns = @(
            @{ Name = 'newest_6033_utc'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('newest_6033_utc') }
            @{ Name = 'oldest_record_utc'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('oldest_record_utc') }
        )
    }
    @{
        Name    = 'windows_antimalware_folders'
        Sources = @(
            @{
                Id       = 'folders'
                Kind     = 'file'
                Read     = @('folder names below <MsiInstallPath>\FIP-FS\Data\Engines\amd64\Microsoft\Bin')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'engine_folder_number'; Type = 'int'; Class = 'identity'; Holds = 'plain'; Paths = @('engine_folder_number') }
            @{ Name = 'last_write_time_utc'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastWriteTimeUtc') }
        )
    }
    @{
        Name    = 'windows_audit_policy'
        Sources = @(
            @{
                Id       = 'auditpol'
                Kind     = 'program'
                Read     = @('auditpol.exe /backup /file:<output folder>')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'subcategory_guid'; Type = 'guid'; Class = 'identity'; Holds = 'plain'; Paths = @('subcategory_guid') }
            @{ Name = 'setting_value'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('setting_value') }
        )
    }
    @{
        Name    = 'windows_certificates'
        Server  = 'server'
        Sources = @(
            @{
                Id       = 'store'
                Kind     = 'file'
                Read     = @('Cert:\LocalMachine\My')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'thumbprint'; Type = 'string'; Class = 'identity'; Holds = 'plain'; Paths = @('Thumbprint') }
            @{ Name = 'subject'; Type = 'string'; Class = 'config'; Holds = 'dn'; Paths = @('Subject') }
            @{ Name = 'issuer'; Type = 'string'; Class = 'config'; Holds = 'dn'; Paths = @('Issuer') }
            @{ Name = 'serial_number'; Type = 'string'; Class = 'config'; Holds = 'plain'; Paths = @('SerialNumber') }
            @{ Name = 'friendly_name'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('FriendlyName') }
            @{ Name = 'not_before'; Type = 'timestamp'; Class = 'config'; Holds = 'plain'; Paths = @('NotBefore') }
            @{ Name = 'not_after'; Type = 'timestamp'; Class = 'security'; Holds = 'plain'; Paths = @('NotAfter') }
            @{ Name = 'has_private_key'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('HasPrivateKey') }
            @{ Name = 'raw_data'; Type = 'x509'; Class = 'config'; Holds = 'x509'; Paths = @('RawData') }
        )
    }
    @{
        Name    = 'windows_cluster_nodes'
        Sources = @(
            @{
                Id        = 'wmi'
                Kind      = 'wmi'
                Read      = @('MSCluster_Node')
                Target    = 'server'
                Tier      = 'core'
                Versions  = @('2013', '2016', '2019', 'SE')
                Roles     = @('any')
                Namespace = 'root\MSCluster'
                Seconds   = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'node_state'; Type = 'int'; Class = 'volatile'; Holds = 'plain'; Paths = @('State') }
        )
    }
    @{
        Name    = 'windows_computer_system'
        Server  = 'Name'
        Sources = @(
            @{
                Id       = 'wmi'
                Kind     = 'wmi'
                Read     = @('Win32_ComputerSystem')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
            @{
                Id       = 'dc'
                Kind     = 'wmi'
                Read     = @('Win32_ComputerSystem')
                Target   = 'dc'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'domain'; Type = 'name'; Class = 'identity'; Holds = 'host'; Paths = @('Domain') }
            @{ Name = 'domain_role'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('DomainRole') }
            @{ Name = 'part_of_domain'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('PartOfDomain') }
            @{ Name = 'manufacturer'; Type = 'string'; Class = 'config'; Holds = 'plain'; Paths = @('Manufacturer') }
            @{ Name = 'model'; Type = 'string'; Class = 'config'; Holds = 'plain'; Paths = @('Model') }
            @{ Name = 'hypervisor_present'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('HypervisorPresent') }
            @{ Name = 'total_physical_memory'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('TotalPhysicalMemory') }
            @{ Name = 'number_of_processors'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('NumberOfProcessors') }
            @{ Name = 'number_of_logical_processors'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('NumberOfLogicalProcessors') }
            @{ Name = 'automatic_managed_pagefile'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('AutomaticManagedPagefile') }
        )
    }
    @{
        Name    = 'windows_defender'
        Sources = @(
            @{
                Id       = 'defender'
                Kind     = 'cmdlet'
                Read     = @('Get-MpComputerStatus')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'antivirus_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('AntivirusEnabled') }
            @{ Name = 'real_time_protection_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RealTimeProtectionEnabled') }
            @{ Name = 'am_running_mode'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('AMRunningMode') }
            @{ Name = 'antivirus_signature_age'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('AntivirusSignatureAge') }
            @{ Name = 'exclusion_path'; Type = 'list<string>'; Class = 'security'; Holds = 'path'; Paths = @('ExclusionPath') }
            @{ Name = 'exclusion_process'; Type = 'list<string>'; Class = 'security'; Holds = 'path'; Paths = @('ExclusionProcess') }
            @{ Name = 'exclusion_extension'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('ExclusionExtension') }
        )
    }
    @{
        Name    = 'windows_device_guard'
        Sources = @(
            @{
                Id        = 'wmi'
                Kind      = 'wmi'
                Read      = @('Win32_DeviceGuard')
                Target    = 'server'
                Tier      = 'core'
                Versions  = @('2013', '2016', '2019', 'SE')
                Roles     = @('any')
                Namespace = 'root\Microsoft\Windows\DeviceGuard'
                Seconds   = 2
            }
        )
        Columns = @(
            @{ Name = 'security_services_running'; Type = 'list<int>'; Class = 'security'; Holds = 'plain'; Paths = @('SecurityServicesRunning') }
            @{ Name = 'security_services_configured'; Type = 'list<int>'; Class = 'security'; Holds = 'plain'; Paths = @('SecurityServicesConfigured') }
            @{ Name = 'virtualization_based_security_status'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('VirtualizationBasedSecurityStatus') }
        )
    }
    @{
        Name    = 'windows_drivers'
        Sources = @(
            @{
                Id       = 'wmi'
                Kind     = 'wmi'
                Read     = @('Win32_SystemDriver')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Filter   = 'Name = ''vnetflt'' OR Name = ''vsepflt'''
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('Name') }
            @{ Name = 'state'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('State') }
        )
    }
    @{
        Name    = 'windows_encryptable_volumes'
        Sources = @(
            @{
                Id        = 'wmi'
                Kind      = 'wmi'
                Read      = @('Win32_EncryptableVolume')
                Target    = 'server'
                Tier      = 'extended'
                Versions  = @('all')
                Roles     = @('any')
                Namespace = 'root\cimv2\Security\MicrosoftVolumeEncryption'
                Seconds   = 2
            }
        )
        Columns = @(
            @{ Name = 'device_id'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('DeviceID') }
            @{ Name = 'drive_letter'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('DriveLetter') }
            @{ Name = 'protection_status'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('ProtectionStatus') }
            @{ Name = 'encryption_method'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('EncryptionMethod') }
        )
    }
    @{
        Name    = 'windows_event_counts'
        Sources = @(
            @{
                Id       = 'events'
                Kind     = 'cmdlet'
                Read     = @('Get-WinEvent')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'log_name'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('LogName') }
            @{ Name = 'provider_name'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('ProviderName') }
            @{ Name = 'id'; Type = 'int'; Class = 'identity'; Holds = 'plain'; Paths = @('Id') }
            @{ Name = 'level'; Type = 'int'; Class = 'identity'; Holds = 'plain'; Paths = @('Level') }
            @{ Name = 'count'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('Count') }
            @{ Name = 'first_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('FirstTime') }
            @{ Name = 'last_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastTime') }
            @{ Name = 'is_cap_hit'; Type = 'bool'; Class = 'volatile'; Holds = 'plain'; Paths = @('is_cap_hit') }
        )
    }
    @{
        Name    = 'windows_event_logs'
        Sources = @(
            @{
                Id         = 'logs'
                Kind       = 'cmdlet'
                Read       = @('Get-WinEvent')
                Target     = 'server'
                Tier       = 'extended'
                Versions   = @('all')
                Roles      = @('any')
                Parameters = @{ 'ListLog' = @('Application', 'System', 'Security', 'Microsoft-Windows-PowerShell/Operational') }
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'log_name'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('LogName') }
            @{ Name = 'is_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('IsEnabled') }
            @{ Name = 'file_size'; Type = 'size'; Class = 'volatile'; Holds = 'plain'; Paths = @('FileSize') }
            @{ Name = 'maximum_size_in_bytes'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('MaximumSizeInBytes') }
            @{ Name = 'log_mode'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('LogMode') }
            @{ Name = 'record_count'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('RecordCount') }
            @{ Name = 'last_write_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastWriteTime') }
            @{ Name = 'oldest_time_created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('oldest_time_created') }
        )
    }
    @{
        Name    = 'windows_exsetup'
        Sources = @(
            @{
                Id       = 'command'
                Kind     = 'file'
                Read     = @('bin\ExSetup.exe of the Exchange folder')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'file_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('FileVersionRaw', 'FileVersion') }
            @{ Name = 'product_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('ProductVersionRaw', 'ProductVersion') }
            @{ Name = 'path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('path', 'FileName') }
            @{ Name = 'found'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('found') }
        )
    }
    @{
        Name    = 'windows_features'
        Sources = @(
            @{
                Id       = 'wmi'
                Kind     = 'wmi'
                Read     = @('Win32_ServerFeature')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('Name'); SourcePaths = @{ 'wmi' = @() } }
            @{ Name = 'id'; Type = 'int'; Class = 'identity'; Holds = 'plain'; Paths = @('ID', 'AdditionalInfo.NumericId') }
            @{ Name = 'display_name'; Type = 'name'; Class = 'config'; Holds = 'words'; Paths = @('DisplayName'); SourcePaths = @{ 'wmi' = @('Name') } }
            @{ Name = 'installed'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('Installed'); SourcePaths = @{ 'wmi' = @('="true"') } }
            @{ Name = 'install_state'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('InstallState') }
        )
    }
    @{
        Name    = 'windows_file_signatures'
        Sources = @(
            @{
                Id       = 'signatures'
                Kind     = 'cmdlet'
                Read     = @('Get-AuthenticodeSignature')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 30
            }
        )
        Columns = @(
            @{ Name = 'path'; Type = 'string'; Class = 'identity'; Holds = 'path'; Paths = @('path') }
            @{ Name = 'found'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('found') }
            @{ Name = 'sha256'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('sha256') }
            @{ Name = 'signature_status'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Status') }
            @{ Name = 'signer_subject'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('SignerCertificate.Subject') }
            @{ Name = 'signature_type'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('SignatureType') }
            @{ Name = 'file_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('FileVersion') }
            @{ Name = 'product_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('ProductVersion') }
            @{ Name = 'ps_version'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('PSVersion') }
        )
    }
    @{
        Name    = 'windows_file_versions'
        Sources = @(
            @{
                Id       = 'files'
                Kind     = 'file'
                Read     = @('version of files below the Exchange folder')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'path'; Type = 'string'; Class = 'identity'; Holds = 'path'; Paths = @('path', 'FileName') }
            @{ Name = 'found'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('found') }
            @{ Name = 'product_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('ProductVersionRaw', 'ProductVersion') }
            @{ Name = 'file_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('FileVersionRaw', 'FileVersion') }
            @{ Name = 'file_build_part'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('FileBuildPart') }
            @{ Name = 'last_write_time'; Type = 'timestamp'; Class = 'config'; Holds = 'plain'; Paths = @('LastWriteTimeUtc') }
        )
    }
    @{
        Name    = 'windows_files'
        Sources = @(
            @{
                Id       = 'listing'
                Kind     = 'file'
                Read     = @('*.aspx *.asmx *.ashx *.asax *.dll below inetpub and the web folders of Exchange')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 120
            }
        )
        Columns = @(
            @{ Name = 'path'; Type = 'string'; Class = 'identity'; Holds = 'path'; Paths = @('path') }
            @{ Name = 'bytes'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('bytes') }
            @{ Name = 'created'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('created') }
            @{ Name = 'written'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('written') }
            @{ Name = 'sha256'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('sha256') }
        )
    }
    @{
        Name    = 'windows_firewall_profiles'
        Sources = @(
            @{
                Id         = 'cmdlet'
                Kind       = 'cmdlet'
                Read       = @('Get-NetFirewallProfile')
                Target     = 'server'
                Tier       = 'core'
                Versions   = @('all')
                Roles      = @('any')
                Parameters = @{ 'PolicyStore' = 'ActiveStore' }
                Seconds    = 2
            }
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\{DomainProfile,StandardProfile,PublicProfile}', 'HKLM\SOFTWARE\Policies\Microsoft\WindowsFirewall\{DomainProfile,StandardProfile,PrivateProfile,PublicProfile}')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('Name') }
            @{ Name = 'source'; Type = 'enum'; Class = 'identity'; Holds = 'plain'; Paths = @('Source') }
            @{ Name = 'enabled_state'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled'); SourcePaths = @{ 'registry' = @('EnableFirewall') } }
            @{ Name = 'default_inbound_action'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('DefaultInboundAction') }
        )
    }
    @{
        Name    = 'windows_firewall_rules'
        Sources = @(
            @{
                Id       = 'rules'
                Kind     = 'cmdlet'
                Read     = @('Get-NetFirewallRule')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 60
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('Name') }
            @{ Name = 'direction'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('Direction') }
            @{ Name = 'firewall_action'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Action') }
            @{ Name = 'rule_enabled'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
            @{ Name = 'protocol'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('Protocol') }
            @{ Name = 'local_ports'; Type = 'list<string>'; Class = 'config'; Holds = 'words'; Paths = @('LocalPort') }
        )
    }
    @{
        Name    = 'windows_folder_acls'
        Sources = @(
            @{
                Id       = 'acl'
                Kind     = 'cmdlet'
                Read     = @('Get-Acl')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'path'; Type = 'string'; Class = 'identity'; Holds = 'path'; Paths = @('path') }
            @{ Name = 'found'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('found') }
            @{ Name = 'owner'; Type = 'string'; Class = 'security'; Holds = 'account'; Paths = @('Owner') }
            @{ Name = 'sddl'; Type = 'string'; Class = 'security'; Holds = 'sddl'; Paths = @('Sddl') }
        )
    }
    @{
        Name    = 'windows_hotfixes'
        Server  = 'CSName'
        Sources = @(
            @{
                Id       = 'wmi'
                Kind     = 'wmi'
                Read     = @('Win32_QuickFixEngineering')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'hot_fix_id'; Type = 'string'; Class = 'identity'; Holds = 'plain'; Paths = @('HotFixID') }
            @{ Name = 'description'; Type = 'string'; Class = 'config'; Holds = 'plain'; Paths = @('Description') }
            @{ Name = 'installed_on'; Type = 'timestamp'; Class = 'config'; Holds = 'plain'; Paths = @('InstalledOn') }
        )
    }
    @{
        Name    = 'windows_listening_ports'
        Sources = @(
            @{
                Id       = 'connections'
                Kind     = 'cmdlet'
                Read     = @('Get-NetTCPConnection')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 5
            }
            @{
                Id       = 'netstat'
                Kind     = 'program'
                Read     = @('netstat.exe -ano')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'local_address'; Type = 'ip'; Class = 'config'; Holds = 'address'; Paths = @('LocalAddress') }
            @{ Name = 'local_port'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('LocalPort') }
            @{ Name = 'process_id'; Type = 'int'; Class = 'volatile'; Holds = 'plain'; Paths = @('ProcessId') }
            @{ Name = 'process_name'; Type = 'name'; Class = 'config'; Holds = 'words'; Paths = @('ProcessName') }
        )
    }
    @{
        Name    = 'windows_local_group_members'
        Sources = @(
            @{
                Id       = 'adsi'
                Kind     = 'file'
                Read     = @('members of the local groups S-1-5-32-544, S-1-5-32-551 and S-1-5-32-578 by ADSI (WinNT)')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'group_sid'; Type = 'sid'; Class = 'identity'; Holds = 'sid'; Paths = @('GroupSid') }
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'account'; Paths = @('Name') }
            @{ Name = 'sid'; Type = 'sid'; Class = 'security'; Holds = 'sid'; Paths = @('SID') }
            @{ Name = 'member_class'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('ObjectClass') }
            @{ Name = 'principal_source'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('PrincipalSource') }
        )
    }
    @{
        Name    = 'windows_log_folders'
        Sources = @(
            @{
                Id       = 'listing'
                Kind     = 'file'
                Read     = @('MessageTrackingLogPath')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 10
            }
        )
        Columns = @(
            @{ Name = 'path'; Type = 'string'; Class = 'identity'; Holds = 'path'; Paths = @('path') }
            @{ Name = 'prefix'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('prefix') }
            @{ Name = 'files'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('files') }
            @{ Name = 'bytes'; Type = 'int'; Class = 'counter'; Holds = 'plain'; Paths = @('bytes') }
            @{ Name = 'oldest'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('oldest') }
            @{ Name = 'newest'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('newest') }
        )
    }
    @{
        Name    = 'windows_network_adapter_rss'
        Sources = @(
            @{
                Id       = 'cmdlet'
                Kind     = 'cmdlet'
                Read     = @('Get-NetAdapterRss')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'instance_id'; Type = 'string'; Class = 'identity'; Holds = 'plain'; Paths = @('InstanceID') }
            @{ Name = 'interface_description'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('InterfaceDescription') }
            @{ Name = 'enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('Enabled') }
        )
    }
    @{
        Name    = 'windows_network_adapters'
        Sources = @(
            @{
                Id       = 'wmi'
                Kind     = 'wmi'
                Read     = @('Win32_NetworkAdapterConfiguration')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'setting_id'; Type = 'string'; Class = 'identity'; Holds = 'plain'; Paths = @('SettingID') }
            @{ Name = 'index'; Type = 'int'; Class = 'identity'; Holds = 'plain'; Paths = @('Index') }
            @{ Name = 'description'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('Description') }
            @{ Name = 'ip_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IPEnabled') }
            @{ Name = 'ip_address'; Type = 'list<ip>'; Class = 'config'; Holds = 'address'; Paths = @('IPAddress') }
            @{ Name = 'ip_subnet'; Type = 'list<string>'; Class = 'config'; Holds = 'plain'; Paths = @('IPSubnet') }
            @{ Name = 'default_ip_gateway'; Type = 'list<ip>'; Class = 'config'; Holds = 'address'; Paths = @('DefaultIPGateway') }
            @{ Name = 'dhcp_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('DHCPEnabled') }
            @{ Name = 'dns_server_search_order'; Type = 'list<ip>'; Class = 'config'; Holds = 'address'; Paths = @('DNSServerSearchOrder') }
            @{ Name = 'full_dns_registration_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('FullDNSRegistrationEnabled') }
            @{ Name = 'tcpip_netbios_options'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('TcpipNetbiosOptions') }
        )
    }
    @{
        Name    = 'windows_operating_system'
        Server  = 'CSName'
        Sources = @(
            @{
                Id       = 'wmi'
                Kind     = 'wmi'
                Read     = @('Win32_OperatingSystem')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
            @{
                Id       = 'dc'
                Kind     = 'wmi'
                Read     = @('Win32_OperatingSystem')
                Target   = 'dc'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'caption'; Type = 'string'; Class = 'config'; Holds = 'plain'; Paths = @('Caption') }
            @{ Name = 'build_number'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('BuildNumber') }
            @{ Name = 'os_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('Version') }
            @{ Name = 'product_type'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('ProductType') }
            @{ Name = 'operating_system_sku'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('OperatingSystemSKU') }
            @{ Name = 'os_language'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('OSLanguage') }
            @{ Name = 'os_architecture'; Type = 'string'; Class = 'config'; Holds = 'plain'; Paths = @('OSArchitecture') }
            @{ Name = 'service_pack_major_version'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('ServicePackMajorVersion') }
            @{ Name = 'system_drive'; Type = 'string'; Class = 'config'; Holds = 'plain'; Paths = @('SystemDrive') }
            @{ Name = 'install_date'; Type = 'timestamp'; Class = 'config'; Holds = 'plain'; Paths = @('InstallDate') }
            @{ Name = 'last_boot_up_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastBootUpTime') }
            @{ Name = 'local_date_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LocalDateTime') }
            @{ Name = 'current_time_zone'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('CurrentTimeZone') }
        )
    }
    @{
        Name    = 'windows_page_files'
        Sources = @(
            @{
                Id       = 'wmi'
                Kind     = 'wmi'
                Read     = @('Win32_PageFileSetting')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'path'; Paths = @('Name') }
            @{ Name = 'initial_size'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('InitialSize') }
            @{ Name = 'maximum_size'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('MaximumSize') }
        )
    }
    @{
        Name    = 'windows_performance_counters'
        Sources = @(
            @{
                Id       = 'counters'
                Kind     = 'cmdlet'
                Read     = @('Get-Counter')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('2013', '2016', '2019', 'SE')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'counter'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('Counter') }
            @{ Name = 'counter_path'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @() }
            @{ Name = 'instance'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('Instance') }
            @{ Name = 'counter_value'; Type = 'float'; Class = 'counter'; Holds = 'plain'; Paths = @('Value') }
        )
    }
    @{
        Name    = 'windows_power_plans'
        Sources = @(
            @{
                Id       = 'wmi'
                Kind     = 'wmi'
                Read     = @('Win32_PowerPlan')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'instance_id'; Type = 'string'; Class = 'identity'; Holds = 'plain'; Paths = @('InstanceID') }
            @{ Name = 'element_name'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('ElementName') }
            @{ Name = 'is_active'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IsActive') }
        )
    }
    @{
        Name    = 'windows_processors'
        Sources = @(
            @{
                Id       = 'wmi'
                Kind     = 'wmi'
                Read     = @('Win32_Processor')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
            @{
                Id       = 'dc'
                Kind     = 'wmi'
                Read     = @('Win32_Processor')
                Target   = 'dc'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'device_id'; Type = 'string'; Class = 'identity'; Holds = 'plain'; Paths = @('DeviceID') }
            @{ Name = 'name'; Type = 'name'; Class = 'config'; Holds = 'plain'; Paths = @('Name') }
            @{ Name = 'number_of_cores'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('NumberOfCores') }
            @{ Name = 'number_of_logical_processors'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('NumberOfLogicalProcessors') }
            @{ Name = 'max_clock_speed'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('MaxClockSpeed') }
            @{ Name = 'current_clock_speed'; Type = 'int'; Class = 'volatile'; Holds = 'plain'; Paths = @('CurrentClockSpeed') }
            @{ Name = 'environment_processor_count'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('EnvironmentProcessorCount') }
        )
    }
    @{
        Name    = 'windows_root_certificates'
        Sources = @(
            @{
                Id       = 'store'
                Kind     = 'file'
                Read     = @('Cert:\LocalMachine\Root')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'thumbprint'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('Thumbprint') }
            @{ Name = 'subject'; Type = 'string'; Class = 'config'; Holds = 'dn'; Paths = @('Subject') }
            @{ Name = 'not_after'; Type = 'timestamp'; Class = 'security'; Holds = 'plain'; Paths = @('NotAfter') }
        )
    }
    @{
        Name    = 'windows_scheduled_tasks'
        Sources = @(
            @{
                Id       = 'schtasks'
                Kind     = 'program'
                Read     = @('schtasks.exe /query /xml ONE')
                Target   = 'server'
                Tier     = 'extended'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 20
            }
        )
        Columns = @(
            @{ Name = 'task_path'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('task_path') }
            @{ Name = 'author'; Type = 'string'; Class = 'config'; Holds = 'account'; Paths = @('author') }
            @{ Name = 'task_enabled'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('enabled') }
            @{ Name = 'task_action'; Type = 'string'; Class = 'security'; Holds = 'path'; Paths = @('action') }
            @{ Name = 'last_run'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('last_run') }
        )
    }
    @{
        Name    = 'windows_services'
        Sources = @(
            @{
                Id       = 'wmi'
                Kind     = 'wmi'
                Read     = @('Win32_Service')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('Name') }
            @{ Name = 'display_name'; Type = 'name'; Class = 'config'; Holds = 'words'; Paths = @('DisplayName') }
            @{ Name = 'state'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('State') }
            @{ Name = 'start_mode'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('StartMode') }
            @{ Name = 'delayed_auto_start'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('DelayedAutoStart') }
            @{ Name = 'start_name'; Type = 'string'; Class = 'security'; Holds = 'account'; Paths = @('StartName') }
            @{ Name = 'path_name'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('PathName') }
        )
    }
    @{
        Name    = 'windows_share_permissions'
        Sources = @(
            @{
                Id       = 'smb'
                Kind     = 'cmdlet'
                Read     = @('Get-SmbShareAccess')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'account_name'; Type = 'string'; Class = 'identity'; Holds = 'account'; Paths = @('AccountName') }
            @{ Name = 'account_sid'; Type = 'sid'; Class = 'security'; Holds = 'sid'; Paths = @('AccountSid') }
            @{ Name = 'access_control_type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('AccessControlType') }
            @{ Name = 'access_right'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('AccessRight') }
        )
    }
    @{
        Name    = 'windows_shares'
        Sources = @(
            @{
                Id       = 'wmi'
                Kind     = 'wmi'
                Read     = @('Win32_Share')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'path'; Type = 'string'; Class = 'config'; Holds = 'path'; Paths = @('Path') }
            @{ Name = 'share_type'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('Type') }
            @{ Name = 'description'; Type = 'string'; Class = 'config'; Holds = 'text'; Paths = @('Description') }
        )
    }
    @{
        Name    = 'windows_smb_server_configuration'
        Sources = @(
            @{
                Id       = 'cmdlet'
                Kind     = 'cmdlet'
                Read     = @('Get-SmbServerConfiguration')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'enable_smb1_protocol'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('EnableSMB1Protocol') }
            @{ Name = 'enable_smb2_protocol'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('EnableSMB2Protocol') }
            @{ Name = 'audit_smb1_access'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('AuditSmb1Access') }
            @{ Name = 'require_security_signature'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RequireSecuritySignature') }
            @{ Name = 'enable_security_signature'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('EnableSecuritySignature') }
            @{ Name = 'encrypt_data'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('EncryptData') }
            @{ Name = 'reject_unencrypted_access'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('RejectUnencryptedAccess') }
        )
    }
    @{
        Name    = 'windows_time_status'
        Sources = @(
            @{
                Id       = 'w32tm'
                Kind     = 'program'
                Read     = @('w32tm.exe /query /status /verbose')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
            @{
                Id       = 'dc'
                Kind     = 'program'
                Read     = @('w32tm.exe /query /status /verbose')
                Target   = 'dc'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'leap_indicator'; Type = 'int'; Class = 'volatile'; Holds = 'plain'; Paths = @('LeapIndicator') }
            @{ Name = 'stratum'; Type = 'int'; Class = 'volatile'; Holds = 'plain'; Paths = @('Stratum') }
            @{ Name = 'reference_id'; Type = 'string'; Class = 'volatile'; Holds = 'plain'; Paths = @('ReferenceId') }
            @{ Name = 'last_successful_sync_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastSuccessfulSyncTime') }
            @{ Name = 'root_dispersion'; Type = 'duration'; Class = 'volatile'; Holds = 'plain'; Paths = @('RootDispersion') }
            @{ Name = 'collected_utc'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('collected_utc') }
            @{ Name = 'text'; Type = 'string'; Class = 'volatile'; Holds = 'text'; Paths = @('text') }
        )
    }
    @{
        Name    = 'windows_tls_cipher_suites'
        Sources = @(
            @{
                Id       = 'cmdlet'
                Kind     = 'cmdlet'
                Read     = @('Get-TlsCipherSuite')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 5
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('Name') }
            @{ Name = 'position'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('Position') }
        )
    }
    @{
        Name    = 'windows_volumes'
        Sources = @(
            @{
                Id       = 'wmi'
                Kind     = 'wmi'
                Read     = @('Win32_Volume')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('any')
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'path'; Paths = @('Name') }
            @{ Name = 'device_id'; Type = 'string'; Class = 'identity'; Holds = 'words'; Paths = @('DeviceID') }
            @{ Name = 'drive_letter'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('DriveLetter') }
            @{ Name = 'drive_type'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('DriveType') }
            @{ Name = 'file_system'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('FileSystem') }
            @{ Name = 'block_size'; Type = 'size'; Class = 'config'; Holds = 'plain'; Paths = @('BlockSize') }
            @{ Name = 'capacity'; Type = 'size'; Class = 'counter'; Holds = 'plain'; Paths = @('Capacity') }
            @{ Name = 'free_space'; Type = 'size'; Class = 'counter'; Holds = 'plain'; Paths = @('FreeSpace') }
        )
    }
)
# END generated catalogue

# Values: what a bundle holds in place of Exchange's objects, what redaction makes of it, and how it is written.

function ConvertTo-ValueText {
    <#
    .SYNOPSIS
    The text of a value as PowerShell casts it: numbers in the invariant culture, the name of an enumeration, ToString of an object.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowNull()][AllowEmptyString()][AllowEmptyCollection()][object]$Value)
    if ($null -eq $Value) {
        return $null
    }
    if ($Value -is [datetime]) {
        return (ConvertTo-IsoTime -Time $Value -IsUtc $false)
    }
    return "$Value"
}

function Find-PathProperty {
    <#
    .SYNOPSIS
    The property that a path names: `A.B` is the property of that name if there is one, else B of A.
    .OUTPUTS
    The property, so that a list in it is not unrolled; nothing where the object lacks it.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][AllowNull()][AllowEmptyString()][AllowEmptyCollection()][object]$InputObject,
        [Parameter(Mandatory=$true)][string]$Path
    )
    if ($null -eq $InputObject) {
        return
    }
    $property = $InputObject.PSObject.Properties[$Path]
    if ($null -ne $property) {
        return $property
    }
    $dot = $Path.IndexOf('.')
    if ($dot -lt 1) {
        return
    }
    $head = $InputObject.PSObject.Properties[$Path.Substring(0, $dot)]
    if ($null -eq $head) {
        return
    }
    $inner = @{ Value = $null }
    try {
        $inner.Value = $head.Value
    } catch {
        return
    }
    if ($null -eq $inner.Value -or $inner.Value -is [string]) {
        return
    }
    return (Find-PathProperty -InputObject $inner.Value -Path $Path.Substring($dot + 1))
}

function Get-MemberText {
    <#
    .SYNOPSIS
    The text of the first property of these names that an object has with a value; nothing for a text or null.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][AllowNull()][AllowEmptyString()][AllowEmptyCollection()][object]$Value,
        [Parameter(Mandatory=$true)][string[]]$Name
    )
    if ($null -eq $Value -or $Value -is [string]) {
        return
    }
    foreach ($word in $Name) {
        $property = Find-PathProperty -InputObject $Value -Path $word
        if ($null -ne $property -and $null -ne $property.Value) {
            return (ConvertTo-ValueText -Value $property.Value)
        }
    }
}

function Read-ColumnValue {
    <#
    .SYNOPSIS
    Name and value of the first path that has a value, else of the first that is there with null.
    .OUTPUTS
    A hashtable Name, Value; nothing where the object has none of the paths.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][object]$InputObject,
        [Parameter(Mandatory=$true)][AllowEmptyCollection()][string[]]$Paths
    )
    $empty = $null
    foreach ($path in $Paths) {
        if ($path -match '[\[\]"@=]') {
            continue
        }
        $property = Find-PathProperty -InputObject $InputObject -Path $path
        if ($null -eq $property) {
            continue
        }
        $box = @{ Name = $path; Value = $null }
        try {
            $box.Value = $property.Value
        } catch {
            Add-ReadWarning -Message ('the property ' + $path + ' cannot be read on some objects; it is left out there')
            continue
        }
        if ($null -ne $box.Value) {
            return $box
        }
        if ($null -eq $empty) {
            $empty = $box
        }
    }
    return $empty
}

function ConvertTo-IsoTime {
    <#
    .SYNOPSIS
    ISO UTC text of a time, from its numbers, so that no culture or calendar gets into it; IsUtc says what a time without a zone is.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][datetime]$Time,
        [Parameter(Mandatory=$true)][bool]$IsUtc
    )
    $utc = $Time
    $kind = "$($Time.Kind)"
    if ($kind -eq 'Local' -or ($kind -eq 'Unspecified' -and -not $IsUtc)) {
        $utc = $Time.ToUniversalTime()
    }
    $text = '{0:d4}-{1:d2}-{2:d2}T{3:d2}:{4:d2}:{5:d2}' -f $utc.Year, $utc.Month, $utc.Day, $utc.Hour, $utc.Minute, $utc.Second
    $fraction = $utc.Ticks % 10000000
    if ($fraction -eq 0) {
        return ($text + 'Z')
    }
    return ('{0}.{1:d7}Z' -f $text, $fraction)
}

function ConvertTo-NeutralTime {
    <#
    .SYNOPSIS
    ISO UTC text of a DateTime or of Exchange's ExDateTime; numbers (FILETIME) and text stay, the analyzer reads them.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][object]$Value,
        [Parameter(Mandatory=$true)][bool]$IsUtc
    )
    if ($Value -is [datetime]) {
        return (ConvertTo-IsoTime -Time $Value -IsUtc $IsUtc)
    }
    $property = Find-PathProperty -InputObject $Value -Path 'UniversalTime'
    if ($null -ne $property -and $property.Value -is [datetime]) {
        return (ConvertTo-IsoTime -Time $property.Value -IsUtc $true)
    }
    return (ConvertTo-NeutralInt -Value $Value)
}

function ConvertTo-NeutralLimit {
    <#
    .SYNOPSIS
    The text Unlimited for a limit that is none, the value inside of Unlimited<T>, any other value as it is.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][object]$Value)
    $property = Find-PathProperty -InputObject $Value -Path 'IsUnlimited'
    if ($null -ne $property) {
        if ("$($property.Value)" -eq 'True') {
            return 'Unlimited'
        }
        $inner = Find-PathProperty -InputObject $Value -Path 'Value'
        if ($null -ne $inner -and $null -ne $inner.Value) {
            return $inner.Value
        }
    }
    if ("$Value" -match '^\s*Unlimited\s*$') {
        return 'Unlimited'
    }
    return $Value
}

function ConvertTo-NeutralInt {
    <#
    .SYNOPSIS
    A whole number, also of its text and of an enumeration that came over a session; text that is none stays.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][object]$Value)
    $limited = ConvertTo-NeutralLimit -Value $Value
    $text = "$limited"
    if ($text -match '^\s*[+-]?[0-9]{1,18}\s*$') {
        return [long]$text
    }
    if ($limited -is [int] -or $limited -is [long]) {
        return [long]$limited
    }
    return $text
}

function ConvertTo-NeutralSize {
    <#
    .SYNOPSIS
    Bytes of `36 MB (37,748,736 bytes)` with any group sign, of `36 MB`, of a number; or Unlimited.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][object]$Value)
    $limited = ConvertTo-NeutralLimit -Value $Value
    $text = "$limited"
    if ($text -match '^\s*[+-]?[0-9]{1,18}\s*$') {
        return [long]$text
    }
    if ($text -match '\(([0-9](?:[^()A-Za-z]{0,40}[0-9])?)[^0-9()]*\)\s*$') {
        return [long]($Matches[1] -replace '[^0-9]', '')
    }
    if ($text -match '^\s*([0-9]{1,12})(?:[.,]([0-9]{1,2}))?\s*(B|KB|MB|GB|TB)\s*$') {
        $factors = @{ 'B' = 1; 'KB' = 1024; 'MB' = 1048576; 'GB' = 1073741824; 'TB' = 1099511627776 }
        $factor = [decimal]$factors[$Matches[3]]
        $number = [decimal]$Matches[1]
        if ($Matches[2]) {
            $number = [decimal]($Matches[1] + '.' + $Matches[2])
        }
        return [long]($number * $factor)
    }
    return $text
}

function ConvertTo-NeutralDuration {
    <#
    .SYNOPSIS
    Seconds of a TimeSpan, of Exchange's EnhancedTimeSpan, of `[-][d.]hh:mm:ss[.f]`; or Unlimited. Other text stays.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][object]$Value)
    $limited = ConvertTo-NeutralLimit -Value $Value
    if ($limited -is [timespan]) {
        return [double]$limited.TotalSeconds
    }
    $ticks = Get-MemberText -Value $limited -Name 'Ticks'
    if ($ticks -match '^-?[0-9]{1,18}$') {
        return ([double]$ticks / 10000000)
    }
    $text = "$limited"
    if ($text -match '^\s*(-)?(?:([0-9]{1,9})\.)?([0-9]{1,2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]{1,7}))?\s*$') {
        $seconds = [double]$Matches[2] * 86400 + [double]$Matches[3] * 3600 + [double]$Matches[4] * 60 + [double]$Matches[5]
        if ($Matches[6]) {
            $seconds += [double]('0.' + $Matches[6])
        }
        if ($Matches[1]) {
            return (0 - $seconds)
        }
        return $seconds
    }
    return (ConvertTo-NeutralFloat -Value $limited)
}

function ConvertTo-NeutralFloat {
    <#
    .SYNOPSIS
    A number, also of its text in the invariant culture; other text stays.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][object]$Value)
    $text = "$Value"
    if ($text -match '^\s*[+-]?[0-9]{1,18}(?:\.[0-9]{1,18})?(?:[eE][+-]?[0-9]{1,3})?\s*$') {
        return [double]$text
    }
    return $text
}

function ConvertTo-NeutralBool {
    <#
    .SYNOPSIS
    True or false, also of the texts and of a switch; other text stays.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][object]$Value)
    if ($Value -is [bool]) {
        return [bool]$Value
    }
    $text = Get-MemberText -Value $Value -Name 'IsPresent'
    if ($null -eq $text) {
        $text = "$Value"
    }
    if ($text -match '^\s*(?:true|1)\s*$') {
        return $true
    }
    if ($text -match '^\s*(?:false|0)\s*$') {
        return $false
    }
    return $text
}

function ConvertTo-NeutralGuid {
    <#
    .SYNOPSIS
    The text of a GUID without braces, also of the sixteen bytes that the directory holds.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][object]$Value)
    if ($Value -is [byte[]] -and $Value.Length -eq 16) {
        $text = ''
        foreach ($place in 3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15) {
            $text += '{0:x2}' -f $Value[$place]
        }
        return ($text -replace '^(.{8})(.{4})(.{4})(.{4})(.{12})$', '$1-$2-$3-$4-$5')
    }
    return ("$Value" -replace '[{}]', '')
}

function ConvertTo-NeutralSid {
    <#
    .SYNOPSIS
    The text of a SID, also of its bytes; an account name stays.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][object]$Value)
    if ($Value -is [byte[]] -and $Value.Length -ge 8 -and $Value.Length -eq 8 + 4 * $Value[1]) {
        $authority = [long]0
        foreach ($place in 2..7) {
            $authority = $authority * 256 + $Value[$place]
        }
        $text = 'S-1-' + $authority
        for ($at = 8; $at -lt $Value.Length; $at += 4) {
            $part = [long]$Value[$at] + [long]$Value[$at + 1] * 256 + [long]$Value[$at + 2] * 65536 + [long]$Value[$at + 3] * 16777216
            $text += '-' + $part
        }
        return $text
    }
    $held = Get-MemberText -Value $Value -Name 'Sid', 'Value'
    if ($held -match '^S-1-') {
        return $held
    }
    return "$Value"
}

function ConvertTo-NeutralCertificate {
    <#
    .SYNOPSIS
    A certificate's public bytes as base64; as hex where the language mode has no base64. The private key is never looked at.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][object]$Value)
    $box = @{ Value = $Value }
    $raw = Find-PathProperty -InputObject $Value -Path 'RawData'
    if ($null -ne $raw) {
        $box.Value = $raw.Value
    }
    if ($box.Value -is [string]) {
        return $box.Value
    }
    $bytes = @($box.Value)
    if (-not $Script:State.IsConstrained) {
        return (ConvertTo-Base64Text -Bytes $bytes)
    }
    return (-join @($bytes | ForEach-Object { '{0:X2}' -f $_ }))
}

function ConvertTo-Base64Text {
    # exposture-lint: full-language base64 is a static method of Convert
    <#
    .SYNOPSIS
    Base64 of bytes. FullLanguage only.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][byte[]]$Bytes)
    return [System.Convert]::ToBase64String($Bytes)
}

function ConvertTo-NeutralRange {
    <#
    .SYNOPSIS
    The text of an address, a range or a binding; from its parts where ToString says only the type.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][object]$Value)
    $text = "$Value"
    if ($text -match '[0-9*:]' -and $text -notmatch '^(?:System|Microsoft|Deserialized)\.') {
        return $text
    }
    $address = Get-MemberText -Value $Value -Name 'IPAddressToString'
    if ($null -ne $address) {
        return $address
    }
    $low = Get-MemberText -Value $Value -Name 'LowerBound'
    $high = Get-MemberText -Value $Value -Name 'UpperBound'
    if ($null -ne $low -and $null -ne $high) {
        return ($low + '-' + $high)
    }
    $ip = Get-MemberText -Value $Value -Name 'Address'
    $port = Get-MemberText -Value $Value -Name 'Port'
    if ($null -ne $ip -and $null -ne $port) {
        if ($ip -match ':') {
            return ('[' + $ip + ']:' + $port)
        }
        return ($ip + ':' + $port)
    }
    return $text
}

function ConvertTo-NeutralFlags {
    <#
    .SYNOPSIS
    The names of a flags enumeration as a list, of its text `A, B` or of a list.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][AllowEmptyCollection()][object]$Value)
    $words = @()
    foreach ($one in @($Value)) {
        foreach ($word in ("$one" -replace '^\s*\{|\}\s*$', '').Split(',')) {
            $trimmed = $word.Trim()
            if ($trimmed -ne '') {
                $words += $trimmed
            }
        }
    }
    return ,$words
}

function ConvertTo-NeutralScalar {
    <#
    .SYNOPSIS
    One value of a column's type in neutral form: a number, a truth value or text. What does not convert keeps its text.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][AllowNull()][AllowEmptyString()][AllowEmptyCollection()][object]$Value,
        [Parameter(Mandatory=$true)][string]$Type,
        [Parameter(Mandatory=$true)][bool]$IsUtc
    )
    if ($null -eq $Value) {
        return $null
    }
    switch ($Type) {
        'bool' {
            return (ConvertTo-NeutralBool -Value $Value)
        }
        'int' {
            return (ConvertTo-NeutralInt -Value $Value)
        }
        'Unlimited<int>' {
            return (ConvertTo-NeutralInt -Value $Value)
        }
        'float' {
            return (ConvertTo-NeutralFloat -Value $Value)
        }
        'size' {
            return (ConvertTo-NeutralSize -Value $Value)
        }
        'duration' {
            return (ConvertTo-NeutralDuration -Value $Value)
        }
        'timestamp' {
            return (ConvertTo-NeutralTime -Value $Value -IsUtc $IsUtc)
        }
        'guid' {
            return (ConvertTo-NeutralGuid -Value $Value)
        }
        'sid' {
            return (ConvertTo-NeutralSid -Value $Value)
        }
        'x509' {
            return (ConvertTo-NeutralCertificate -Value $Value)
        }
        { 'ip', 'iprange', 'binding' -contains $_ } {
            return (ConvertTo-NeutralRange -Value $Value)
        }
        'smtp_address' {
            return (ConvertTo-NeutralMail -Value $Value)
        }
        default {
            return (ConvertTo-NeutralText -Value $Value)
        }
    }
}

function ConvertTo-NeutralMail {
    <#
    .SYNOPSIS
    The text of a mail address, of the object that Exchange has for it too.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][object]$Value)
    $text = "$Value"
    if ($text -notmatch '@') {
        $held = Get-MemberText -Value $Value -Name 'SmtpAddress', 'Address', 'AddressString'
        if ($null -ne $held) {
            return $held
        }
    }
    return $text
}

function ConvertTo-NeutralText {
    <#
    .SYNOPSIS
    The text of a value; bytes as hex in capitals, as Windows writes thumbprints.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][object]$Value)
    if ($Value -is [byte[]]) {
        return (-join @($Value | ForEach-Object { '{0:X2}' -f $_ }))
    }
    return (ConvertTo-ValueText -Value $Value)
}

function Test-WholeValue {
    <#
    .SYNOPSIS
    Whether a value is one value and no list: bytes of a SID, a GUID or a certificate are.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][AllowNull()][AllowEmptyString()][AllowEmptyCollection()][object]$Value,
        [Parameter(Mandatory=$true)][string]$Type
    )
    if ($Value -is [byte[]]) {
        return ('sid', 'guid', 'x509', 'string', 'name' -contains $Type)
    }
    return $false
}

function ConvertTo-NeutralColumn {
    <#
    .SYNOPSIS
    A column's value in neutral form; lists as arrays, nested collections as one list, null as null.
    .OUTPUTS
    A hashtable Value, so that an array of one or none stays an array.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][AllowNull()][AllowEmptyString()][AllowEmptyCollection()][object]$Value,
        [Parameter(Mandatory=$true)][string]$Type,
        [Parameter(Mandatory=$true)][bool]$IsUtc
    )
    if ($null -eq $Value) {
        return @{ Value = $null }
    }
    if ($Type -eq 'flags') {
        return @{ Value = (ConvertTo-NeutralFlags -Value $Value) }
    }
    $inner = $Type
    $isList = $Type -match '^list<(.+)>$'
    if ($isList) {
        $inner = $Matches[1]
    }
    if (Test-WholeValue -Value $Value -Type $inner) {
        $items = @(,$Value)
    } else {
        $items = @(Expand-Collection -Value $Value -Type $inner)
    }
    $results = @()
    foreach ($item in $items) {
        $results += ,(ConvertTo-NeutralScalar -Value $item -Type $inner -IsUtc $IsUtc)
    }
    if ($isList -or $results.Count -gt 1) {
        return @{ Value = $results }
    }
    if ($results.Count -eq 0) {
        return @{ Value = $null }
    }
    return @{ Value = $results[0] }
}

function Expand-Collection {
    <#
    .SYNOPSIS
    Emits the elements of a collection and of the collections inside it; a value that is none as it is.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][AllowNull()][AllowEmptyString()][AllowEmptyCollection()][object]$Value,
        [Parameter(Mandatory=$true)][string]$Type
    )
    foreach ($item in @($Value)) {
        if (Test-WholeValue -Value $item -Type $Type) {
            ,$item
        } elseif ($null -eq $item) {
            $null
        } else {
            foreach ($part in @($item)) {
                $part
            }
        }
    }
}

function ConvertTo-DirectoryParts {
    <#
    .SYNOPSIS
    Name, distinguished name and GUID that a directory object or its text says.
    .OUTPUTS
    A hashtable Name, Dn, Guid, null where it says nothing.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowNull()][AllowEmptyString()][object]$Value)
    $parts = @{ Name = $null; Dn = $null; Guid = $null }
    if ($null -eq $Value) {
        return $parts
    }
    $text = "$Value"
    $parts.Name = Get-MemberText -Value $Value -Name 'Name'
    $parts.Dn = Get-MemberText -Value $Value -Name 'DistinguishedName'
    $parts.Guid = Get-MemberText -Value $Value -Name 'ObjectGuid', 'Guid'
    if (-not $parts.Dn -and $text -match '^(?:CN|OU|DC|O)=') {
        $parts.Dn = $text
    }
    if (-not $parts.Name) {
        if ($parts.Dn) {
            $parts.Name = Get-FirstRdnText -Dn $parts.Dn
        } elseif ($text -match '^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$') {
            $parts.Name = $text
            $parts.Guid = $text -replace '[{}]', ''
        } else {
            $parts.Name = ($text -replace '^.*(?<!\\)/', '').Replace('\/', '/') -replace '^\\+', ''
        }
    }
    return $parts
}

function Get-FirstRdnText {
    <#
    .SYNOPSIS
    The value of a distinguished name's first part, without escapes.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Dn)
    if ($Dn -match '^[A-Za-z]+=((?:\\.|[^,\\])*)') {
        return ($Matches[1] -replace '\\(.)', '$1')
    }
    return $Dn
}

function ConvertTo-DirectoryPairs {
    <#
    .SYNOPSIS
    The flat properties of directory objects: `X`, `X.DistinguishedName`, `X.Guid`; a member stands only where every object has it.
    .OUTPUTS
    Hashtables Name, Value, Holds.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][string]$Name,
        [Parameter(Mandatory=$true)][AllowNull()][AllowEmptyString()][AllowEmptyCollection()][object]$Value,
        [Parameter(Mandatory=$true)][bool]$IsList,
        [Parameter(Mandatory=$true)][string]$Holds
    )
    $own = $Holds -replace '^dn$', 'label'
    if ($null -eq $Value) {
        return @{ Name = $Name; Value = $null; Holds = $own }
    }
    $found = @()
    foreach ($item in @(Expand-Collection -Value $Value -Type 'adobject')) {
        $found += ConvertTo-DirectoryParts -Value $item
    }
    foreach ($member in @('', 'Name', $own), @('.DistinguishedName', 'Dn', 'dn'), @('.Guid', 'Guid', 'plain')) {
        $values = @()
        $has = $true
        foreach ($parts in $found) {
            $values += ,$parts[$member[1]]
            $has = $has -and $parts[$member[1]]
        }
        if ($member[0] -ne '' -and (-not $has -or $values.Count -eq 0)) {
            continue
        }
        $box = @{ Name = $Name + $member[0]; Value = $null; Holds = $member[2] }
        if ($IsList -or $values.Count -gt 1) {
            $box.Value = $values
        } elseif ($values.Count -eq 1) {
            $box.Value = $values[0]
        }
        $box
    }
}

function ConvertTo-SecretFlag {
    <#
    .SYNOPSIS
    Whether a secret has a value, and nothing else of it.
    .OUTPUTS
    A hashtable Name, Value, Holds; nothing where the object lacks the property.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][object]$InputObject,
        [Parameter(Mandatory=$true)][AllowEmptyCollection()][string[]]$Paths
    )
    $flags = @($Paths | ForEach-Object { $_ + '.HasValue' })
    $said = Read-ColumnValue -InputObject $InputObject -Paths $flags
    if ($null -ne $said -and $null -ne $said.Value) {
        return @{ Name = $said.Name; Value = (ConvertTo-NeutralBool -Value $said.Value); Holds = 'plain' }
    }
    $box = Read-ColumnValue -InputObject $InputObject -Paths $Paths
    if ($null -eq $box) {
        return
    }
    $has = $null -ne $box.Value -and @($box.Value).Count -gt 0 -and "$($box.Value)" -ne ''
    return @{ Name = $box.Name + '.HasValue'; Value = $has; Holds = 'plain' }
}

function Read-NeutralColumn {
    <#
    .SYNOPSIS
    The flat properties that one column makes of an object, in neutral form and not yet redacted.
    .OUTPUTS
    Hashtables Name, Value, Holds; nothing where the object lacks the column's paths.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][object]$InputObject,
        [Parameter(Mandatory=$true)][hashtable]$Column,
        [Parameter(Mandatory=$true)][string]$SourceId,
        [Parameter(Mandatory=$true)][bool]$IsDirectory
    )
    $paths = @($Column.Paths)
    if ($null -ne $Column.SourcePaths -and $Column.SourcePaths.ContainsKey($SourceId)) {
        $paths = @($Column.SourcePaths[$SourceId])
    }
    if ($Column.Holds -eq 'secret') {
        return (ConvertTo-SecretFlag -InputObject $InputObject -Paths $paths)
    }
    $box = Read-ColumnValue -InputObject $InputObject -Paths $paths
    if ($null -eq $box) {
        return
    }
    if ($Column.Type -match '^(list<)?adobject') {
        ConvertTo-DirectoryPairs -Name $box.Name -Value $box.Value -IsList ($Column.Type -ne 'adobject') -Holds $Column.Holds
        Read-FlatMember -InputObject $InputObject -Name ($box.Name + '.DistinguishedName') -Holds 'dn'
        Read-FlatMember -InputObject $InputObject -Name ($box.Name + '.Guid') -Holds 'plain'
        return
    }
    $isUtc = $IsDirectory -or $box.Name -match 'UTC$'
    $neutral = ConvertTo-NeutralColumn -Value $box.Value -Type $Column.Type -IsUtc $isUtc
    @{ Name = $box.Name; Value = $neutral.Value; Holds = $Column.Holds }
    if ($Column.Type -match '^(?:list<)?sid') {
        Read-FlatMember -InputObject $InputObject -Name ($box.Name + '.Sid') -Holds 'sid'
        @{ Name = $box.Name + '.Sid'; Value = $neutral.Value; Holds = 'sid' }
    }
}

function Read-FlatMember {
    <#
    .SYNOPSIS
    A member that a reader of ours has already written flat (`X.Sid`), as text or a list of texts.
    .OUTPUTS
    A hashtable Name, Value, Holds; nothing where there is none.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][object]$InputObject,
        [Parameter(Mandatory=$true)][string]$Name,
        [Parameter(Mandatory=$true)][string]$Holds
    )
    $property = $InputObject.PSObject.Properties[$Name]
    if ($null -eq $property -or $null -eq $property.Value) {
        return
    }
    $kind = 'string'
    if ($Holds -eq 'sid') {
        $kind = 'sid'
    }
    if ($Name -match '\.Guid$') {
        $kind = 'guid'
    }
    $neutral = ConvertTo-NeutralColumn -Value $property.Value -Type $kind -IsUtc $false
    return @{ Name = $Name; Value = $neutral.Value; Holds = $Holds }
}

function ConvertTo-NeutralRow {
    <#
    .SYNOPSIS
    One flat object with the dataset's properties in the catalogue's order, values neutral and redacted by the mode.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][object]$InputObject,
        [Parameter(Mandatory=$true)][hashtable]$Dataset,
        [Parameter(Mandatory=$true)][string]$SourceId
    )
    $source = $InputObject
    if ($InputObject -is [hashtable]) {
        $source = New-Object -TypeName PSObject -Property $InputObject
    }
    $isDirectory = $false
    foreach ($entry in @($Dataset.Sources)) {
        $isDirectory = $isDirectory -or ($entry.Id -eq $SourceId -and $entry.Kind -eq 'ldap')
    }
    $values = @{}
    $held = @{}
    $names = @()
    foreach ($column in @($Dataset.Columns)) {
        $pairs = @()
        try {
            $pairs = @(Read-NeutralColumn -InputObject $source -Column $column -SourceId $SourceId -IsDirectory $isDirectory)
        } catch {
            Add-ReadWarning -Message ('a value of ' + $column.Name + ' could not be read: ' + (Protect-ErrorText -Text ([string]$_.Exception.Message)))
        }
        foreach ($pair in $pairs) {
            if (-not $values.ContainsKey($pair.Name)) {
                $names += $pair.Name
                $values[$pair.Name] = $pair.Value
                $held[$pair.Name] = $pair.Holds
            } elseif ($held[$pair.Name] -eq 'plain') {
                $held[$pair.Name] = $pair.Holds
            }
        }
    }
    foreach ($name in $names) {
        $values[$name] = Protect-Value -Value $values[$name] -Holds $held[$name]
    }
    $names = Add-ServerValue -InputObject $source -Dataset $Dataset -Values $values -Names $names
    return (New-FlatObject -Values $values -Names $names -Like $source)
}

function Add-ServerValue {
    <#
    .SYNOPSIS
    Adds the property that names the server, where the dataset says which it is and no column has written it with a value.
    .OUTPUTS
    The names in order.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][object]$InputObject,
        [Parameter(Mandatory=$true)][hashtable]$Dataset,
        [Parameter(Mandatory=$true)][hashtable]$Values,
        [Parameter(Mandatory=$true)][AllowEmptyCollection()][string[]]$Names
    )
    $found = @($Names)
    if ($Dataset.Server -and $Dataset.Server -cne 'server') {
        $head = $Dataset.Server -replace '\.Name$', ''
        $text = $null
        $box = Read-ColumnValue -InputObject $InputObject -Paths @($Dataset.Server, $head)
        if ($null -ne $box -and $null -ne $box.Value) {
            $text = (ConvertTo-DirectoryParts -Value $box.Value).Name
        }
        if ($text -and $null -eq $Values[$head]) {
            if ($found -notcontains $head) {
                $found += $head
            }
            $Values[$head] = Protect-ServerName -Name $text
        }
    }
    return ,$found
}

function New-FlatObject {
    <#
    .SYNOPSIS
    An object with properties in order; its type name says what it was selected from where the language mode allows that.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][hashtable]$Values,
        [Parameter(Mandatory=$true)][AllowEmptyCollection()][string[]]$Names,
        [Parameter(Mandatory=$true)][object]$Like
    )
    if (@($Names).Count -eq 0) {
        return (New-Object -TypeName PSObject)
    }
    $row = New-Object -TypeName PSObject -Property $Values | Select-Object -Property $Names
    if (-not $Script:State.IsConstrained) {
        Add-TypeName -InputObject $row -Like $Like
    }
    return $row
}

function Add-TypeName {
    # exposture-lint: full-language the list of type names is changed by a method
    <#
    .SYNOPSIS
    Puts `Selected.<type>` of the object that was read in front of the type names. FullLanguage only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][object]$InputObject,
        [Parameter(Mandatory=$true)][object]$Like
    )
    $name = "$(@($Like.PSObject.TypeNames)[0])" -replace '^(?:Selected\.|Deserialized\.)+', ''
    if ($name -match '^Microsoft\.Exchange\.') {
        [void]$InputObject.PSObject.TypeNames.Insert(0, 'Selected.' + $name)
    }
}

function Test-RedactionPossible {
    <#
    .SYNOPSIS
    Whether a mode can work here: Names needs HMAC-SHA256, which ConstrainedLanguage has not; Strict needs nothing.
    .OUTPUTS
    True or false.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][ValidateSet('None', 'Names', 'Strict')][string]$Mode)
    if ($Mode -ne 'Names') {
        return $true
    }
    if ($Script:State.IsConstrained) {
        return $false
    }
    return (Test-KeyedHash)
}

function Test-KeyedHash {
    # exposture-lint: full-language HMAC-SHA256 is a .NET type
    <#
    .SYNOPSIS
    Whether HMAC-SHA256 gives what RFC 4231 says. FullLanguage only.
    #>
    [CmdletBinding()]
    param()
    try {
        $key = [System.Text.Encoding]::ASCII.GetBytes('Jefe')
        $hmac = New-Object -TypeName System.Security.Cryptography.HMACSHA256 -ArgumentList (,$key)
        $hash = $hmac.ComputeHash([System.Text.Encoding]::ASCII.GetBytes('what do ya want for nothing?'))
        return ((ConvertTo-HexText -Bytes $hash) -eq '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843')
    } catch {
        return $false
    }
}

function ConvertTo-HexText {
    <#
    .SYNOPSIS
    Bytes as lower-case hex digits.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyCollection()][byte[]]$Bytes)
    return (-join @($Bytes | ForEach-Object { '{0:x2}' -f $_ }))
}

function ConvertFrom-HexText {
    <#
    .SYNOPSIS
    The bytes of hex digits.
    .OUTPUTS
    An array of bytes.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Text)
    $bytes = @()
    for ($at = 0; $at -lt $Text.Length; $at += 2) {
        $bytes += [byte][int]('0x' + $Text.Substring($at, 2))
    }
    return ,[byte[]]$bytes
}

function Initialize-Redaction {
    <#
    .SYNOPSIS
    Prepares the mode: for Names the key is read from redaction-key.txt beside the bundle, or made and written there.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$false)][string]$Folder)
    Reset-RedactionMemo
    if ($Script:State.Redaction -ne 'Names') {
        return
    }
    if (-not (Test-RedactionPossible -Mode 'Names')) {
        throw 'Names cannot work in this language mode: there is no HMAC. Use -Redact Strict, or have the script trusted (signed) by policy.'
    }
    $place = $Folder
    if (-not $place) {
        $place = Split-Path -Path $Script:State.OutputRoot -Parent
    }
    $Script:State.RedactionKey = Read-RedactionKey -Path (Join-Path -Path $place -ChildPath 'redaction-key.txt')
}

function Read-RedactionKey {
    <#
    .SYNOPSIS
    The key in a file of 64 hex digits; a file that is missing is made with 32 random bytes.
    .OUTPUTS
    An array of 32 bytes.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Path)
    if (Test-Path -LiteralPath $Path) {
        $text = (-join @(Get-Content -LiteralPath $Path)).Trim().ToLowerInvariant()
        if ($text -notmatch '^[0-9a-f]{64}$') {
            throw ('the file ' + $Path + ' is no key: expected 64 hex digits. Restore it, or move it away to make a new one.')
        }
        return ,(ConvertFrom-HexText -Text $text)
    }
    $key = @()
    if (-not $Script:State.IsConstrained) {
        $key = New-RandomKey
    }
    Set-Content -LiteralPath $Path -Value (ConvertTo-HexText -Bytes $key) -Encoding ASCII
    return ,$key
}

function New-RandomKey {
    # exposture-lint: full-language random bytes come from .NET
    <#
    .SYNOPSIS
    32 random bytes. FullLanguage only.
    #>
    [CmdletBinding()]
    param()
    $key = New-Object -TypeName byte[] -ArgumentList 32
    $random = [System.Security.Cryptography.RandomNumberGenerator]::Create()
    $random.GetBytes($key)
    return ,$key
}

function Get-RedactionKeyId {
    # exposture-lint: full-language SHA-256 is a .NET type
    <#
    .SYNOPSIS
    What the bundle says of the key: the first eight hex digits of its SHA-256, nothing where there is no key. FullLanguage only.
    #>
    [CmdletBinding()]
    param()
    if ($null -eq $Script:State.RedactionKey) {
        return ''
    }
    $sha = $null
    try {
        $sha = [System.Security.Cryptography.SHA256]::Create()
    } catch {
        $sha = New-Object -TypeName System.Security.Cryptography.SHA256CryptoServiceProvider
    }
    return (ConvertTo-HexText -Bytes $sha.ComputeHash($Script:State.RedactionKey)).Substring(0, 8)
}

function Reset-RedactionMemo {
    <#
    .SYNOPSIS
    Forgets what redaction keeps between values: hashes, the table of servers, patterns of terms.
    #>
    [CmdletBinding()]
    param()
    $Script:State.RedactionMemo = @{ Hmac = $null; Hashes = @{}; Servers = @{}; ServerCount = -1; TermCount = -1; TextPattern = ''; TermPattern = ''; Numbers = @{}; Kinds = @{} }
    if ($null -eq $Script:State.Map) {
        $Script:State.Map = @{}
    }
    if ($null -eq $Script:State.SidDomains) {
        $Script:State.SidDomains = @{}
    }
    if ($null -eq $Script:State.Terms) {
        $Script:State.Terms = @{}
    }
}

function Get-RedactionMemo {
    <#
    .SYNOPSIS
    What redaction keeps between values.
    .OUTPUTS
    A hashtable.
    #>
    [CmdletBinding()]
    param()
    if ($null -eq $Script:State.RedactionMemo) {
        Reset-RedactionMemo
    }
    return $Script:State.RedactionMemo
}

function Get-KeyedHash {
    <#
    .SYNOPSIS
    Hex digits of HMAC-SHA256 over a text in UTF-8 with the run's key; an error where the language mode has none: nothing falls back to clear text.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Text)
    if (-not $Script:State.IsConstrained) {
        return (New-KeyedHash -Text $Text)
    }
    throw 'this language mode has no HMAC: use -Redact Strict'
}

function New-KeyedHash {
    # exposture-lint: full-language HMAC-SHA256 is a .NET type
    <#
    .SYNOPSIS
    Computes the hash, or takes it from what was computed before. FullLanguage only.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Text)
    $memo = Get-RedactionMemo
    $isPlain = $Text -cmatch '^[\x20-\x7e]*$'
    if ($isPlain -and $memo.Hashes.ContainsKey($Text)) {
        return $memo.Hashes[$Text]
    }
    if ($null -eq $memo.Hmac) {
        $memo.Hmac = New-Object -TypeName System.Security.Cryptography.HMACSHA256 -ArgumentList (,$Script:State.RedactionKey)
    }
    $hash = ConvertTo-HexText -Bytes $memo.Hmac.ComputeHash([System.Text.Encoding]::UTF8.GetBytes($Text))
    if ($isPlain) {
        $memo.Hashes[$Text] = $hash
    }
    return $hash
}

function Get-KeyedNumber {
    <#
    .SYNOPSIS
    A number of some hex digits of a text's keyed hash.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][string]$Text,
        [Parameter(Mandatory=$true)][int]$Start,
        [Parameter(Mandatory=$true)][int]$Digits
    )
    $number = [long]0
    $hash = Get-KeyedHash -Text $Text
    for ($at = $Start; $at -lt $Start + $Digits; $at++) {
        $number = $number * 16 + '0123456789abcdef'.IndexOf($hash.Substring($at, 1))
    }
    return $number
}

function ConvertTo-FoldedText {
    <#
    .SYNOPSIS
    A text in lower case, where every version of Windows agrees on it: Latin, Greek and Cyrillic letters.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    if ($Text -cmatch '^[\x00-\xff]*$') {
        return $Text.ToLowerInvariant()
    }
    $folded = ''
    foreach ($run in [regex]::Matches($Text, '[\x00-\u012f\u0132-\u017e\u0386-\u03ce\u0400-\u045f\u0490\u0491]+|[^\x00-\u012f\u0132-\u017e\u0386-\u03ce\u0400-\u045f\u0490\u0491]+')) {
        if ($run.Value -cmatch '^[\x00-\u012f\u0132-\u017e\u0386-\u03ce\u0400-\u045f\u0490\u0491]') {
            $folded += $run.Value.ToLowerInvariant()
        } else {
            $folded += $run.Value
        }
    }
    return $folded
}

function ConvertTo-TrimmedText {
    <#
    .SYNOPSIS
    A text without blanks, tabs and line breaks around it.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    return ($Text -replace '^[ \t\r\n]+|[ \t\r\n]+$', '')
}

function Add-MapEntry {
    <#
    .SYNOPSIS
    Remembers what a pseudonym stands for, for redaction-map.csv; the first spelling stays.
    .OUTPUTS
    The pseudonym.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][string]$Pseudonym,
        [Parameter(Mandatory=$true)][AllowEmptyString()][string]$Value,
        [Parameter(Mandatory=$true)][string]$Kind
    )
    $memo = Get-RedactionMemo
    if (-not $Script:State.Map.ContainsKey($Pseudonym)) {
        $Script:State.Map[$Pseudonym] = $Value
        $memo.Kinds[$Pseudonym] = $Kind
    }
    return $Pseudonym
}

function Get-ServerTable {
    <#
    .SYNOPSIS
    The servers that the run knows: lower-case NetBIOS name to pseudonym. Strict numbers them in sorted order.
    .OUTPUTS
    A hashtable.
    #>
    [CmdletBinding()]
    param()
    $memo = Get-RedactionMemo
    $count = @($Script:State.Servers).Count
    if ($memo.ServerCount -eq $count) {
        return $memo.Servers
    }
    $memo.ServerCount = $count
    $given = @($Script:State.Servers | Where-Object { $null -ne $_ -and $_.Name })
    $memo.TermCount = -1
    $names = @($given | ForEach-Object { "$($_.Name)".ToLowerInvariant() } | Sort-Object -Unique)
    foreach ($name in $names) {
        if (-not $memo.Servers.ContainsKey($name)) {
            $memo.Servers[$name] = New-ServerPseudonym -Name $name
        }
    }
    if ($Script:State.Computer) {
        $own = "$($Script:State.Computer)".ToLowerInvariant()
        if (-not $memo.Servers.ContainsKey($own)) {
            $memo.Servers[$own] = New-ServerPseudonym -Name $own
        }
    }
    return $memo.Servers
}

function New-ServerPseudonym {
    <#
    .SYNOPSIS
    The pseudonym of a server's NetBIOS name in lower case: S and eight hex digits, under Strict SRV and the next number.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Name)
    if ($Script:State.Redaction -eq 'Strict') {
        $memo = Get-RedactionMemo
        $memo.Numbers['server'] = 1 + [int]$memo.Numbers['server']
        return (Add-MapEntry -Pseudonym ('SRV' + $memo.Numbers['server']) -Value $Name.ToUpperInvariant() -Kind 'server')
    }
    $hash = Get-KeyedHash -Text ('server:' + $Name)
    return (Add-MapEntry -Pseudonym ('S' + $hash.Substring(0, 8).ToUpperInvariant()) -Value $Name.ToUpperInvariant() -Kind 'server')
}

function Protect-ServerName {
    <#
    .SYNOPSIS
    The pseudonym of a server, known or not, by its NetBIOS name or its FQDN; the name itself where nothing is redacted.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Name)
    if ($Script:State.Redaction -eq 'None' -or $Name -eq '') {
        return $Name
    }
    $table = Get-ServerTable
    $short = (ConvertTo-FoldedText -Text (ConvertTo-TrimmedText -Text $Name)).Split('.')[0]
    if ($short -eq '') {
        return $Name
    }
    if (-not $table.ContainsKey($short)) {
        $table[$short] = New-ServerPseudonym -Name $short
        (Get-RedactionMemo).TermCount = -1
    }
    return $table[$short]
}

function Protect-Target {
    <#
    .SYNOPSIS
    A target as the bundle names it: org and ldap stay, a server or `dc/<NAME>` becomes its pseudonym.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Target)
    if ('org', 'ldap', 'dc', 'unattributed' -contains $Target) {
        return $Target
    }
    if ($Target -match '^dc/(.+)$') {
        return ('dc/' + (Protect-ServerName -Name $Matches[1]))
    }
    return (Protect-ServerName -Name $Target)
}

function Add-RedactionTerm {
    <#
    .SYNOPSIS
    Makes a name known that must not stand in any text: a server, a domain (DNS or NetBIOS), the organization.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][AllowEmptyString()][string]$Term,
        [Parameter(Mandatory=$false)][ValidateSet('Server', 'Name')][string]$Kind = 'Name'
    )
    $text = ConvertTo-FoldedText -Text (ConvertTo-TrimmedText -Text $Term)
    if ($Script:State.Redaction -eq 'None' -or $text.Length -lt 2) {
        return
    }
    $memo = Get-RedactionMemo
    $memo.TermCount = -1
    if ($Kind -eq 'Server') {
        $Script:State.Terms[$text.Split('.')[0]] = Protect-ServerName -Name $text
    } elseif ($Script:State.Redaction -eq 'Strict') {
        $Script:State.Terms[$text] = '[removed]'
    } elseif ($text.Contains('.') -and -not $text.Contains(' ')) {
        $Script:State.Terms[$text] = Protect-HostName -Name $text
    } else {
        $Script:State.Terms[$text] = Protect-Label -Text $Term
    }
}

function Get-KnownServer {
    <#
    .SYNOPSIS
    The pseudonym of a name that is a known server's; nothing for any other text.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Name)
    $table = Get-ServerTable
    return $table[(ConvertTo-FoldedText -Text $Name)]
}

function New-LabelPseudonym {
    <#
    .SYNOPSIS
    `u_` and twelve hex digits of the keyed hash of a text in lower case.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Text)
    $hash = Get-KeyedHash -Text (ConvertTo-FoldedText -Text $Text)
    return (Add-MapEntry -Pseudonym ('u_' + $hash.Substring(0, 12)) -Value $Text -Kind 'label')
}

function Test-KnownLabel {
    <#
    .SYNOPSIS
    Whether a name is the product's own: a role group, a default object, a mailbox that Exchange makes.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    $folded = ConvertTo-FoldedText -Text $Text
    return ($RedactionWords.Labels.ContainsKey($folded) -or $folded -match $RedactionWords.LabelPattern)
}

function Protect-Label {
    <#
    .SYNOPSIS
    A name that a customer gave, part by part where it has a backslash or a slash; what has the shape of an address of any kind is treated as that.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    $name = ConvertTo-TrimmedText -Text $Text
    if ($name -eq '' -or (Test-KnownLabel -Text $name)) {
        return $name
    }
    $server = Get-KnownServer -Name $name
    if ($null -ne $server) {
        return $server
    }
    if ($name -match '^\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\}?$') {
        return $name
    }
    if ($name -match '^S-1-[0-9-]+$') {
        return (Protect-Sid -Text $name)
    }
    if ($name -match '^(?:CN|OU|DC|O)=.*,') {
        return (Protect-Dn -Text $name)
    }
    if ($name -match '^[^@ \\/<>"]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$') {
        return (Protect-Mail -Text $name)
    }
    if ($name -match '^([A-Za-z0-9-]+)\.[A-Za-z0-9_.-]+$' -and $null -ne (Get-KnownServer -Name $Matches[1])) {
        return (Protect-HostName -Name $name)
    }
    if ($name -match '[\\/]') {
        return (Protect-LabelParts -Text $name)
    }
    return (Protect-PlainLabel -Text $name)
}

function Protect-LabelParts {
    <#
    .SYNOPSIS
    `Server\Name`, `DOMAIN\user`, `domain/container/name`: each part by itself, separators kept.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Text)
    $result = ''
    foreach ($part in [regex]::Matches($Text, '[\\/]+|[^\\/]+')) {
        if ($part.Value -match '^[\\/]') {
            $result += $part.Value
        } else {
            $result += Protect-Label -Text $part.Value
        }
    }
    return $result
}

function Protect-PlainLabel {
    <#
    .SYNOPSIS
    One name: `Default Frontend EX1` keeps the product's words and gets the server's pseudonym, anything else becomes a pseudonym.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Text)
    if ($Text -match $RedactionWords.ServerPattern) {
        $words = $Matches[1]
        $server = Get-KnownServer -Name $Matches[2]
        $end = "$($Matches[3])"
        if ($null -ne $server) {
            return ($words + $server + $end)
        }
    }
    return (New-LabelPseudonym -Text $Text)
}

function Protect-HostName {
    <#
    .SYNOPSIS
    A DNS name label by label: known endings, `*` and empty labels stay, the first label of a known server becomes the server's pseudonym.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Name)
    $labels = @((ConvertTo-FoldedText -Text $Name).Split('.'))
    $kept = Get-KeptLabelCount -Labels $labels
    $result = @()
    for ($at = 0; $at -lt $labels.Count; $at++) {
        $label = $labels[$at]
        $server = $null
        if ($at -eq 0 -and $label -ne '') {
            $server = Get-KnownServer -Name $label
        }
        if ($at -ge $labels.Count - $kept -or $label -eq '' -or $label -eq '*' -or $label -eq '--') {
            $result += $label
        } elseif ($null -ne $server) {
            $result += $server.ToLowerInvariant()
        } else {
            $hash = Get-KeyedHash -Text ('label:' + $label)
            $result += Add-MapEntry -Pseudonym ('x' + $hash.Substring(0, 8)) -Value $label -Kind 'host'
        }
    }
    return ($result -join '.')
}

function Get-KeptLabelCount {
    <#
    .SYNOPSIS
    How many labels at the end of a DNS name are public: the longest known ending, a country with its second level.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string[]]$Labels)
    $count = @($Labels).Count
    $end = $count
    if ($count -gt 1 -and $Labels[$count - 1] -eq '') {
        $end = $count - 1
    }
    if ($end -lt 2) {
        return 0
    }
    for ($at = 0; $at -lt $end; $at++) {
        if ($RedactionWords.Suffixes.ContainsKey(($Labels[$at..($end - 1)] -join '.'))) {
            return ($count - $at)
        }
    }
    if ($Labels[$end - 1] -match '^[a-z]{2}$') {
        if ($end -gt 2 -and $RedactionWords.SecondLevels.ContainsKey($Labels[$end - 2])) {
            return ($count - $end + 2)
        }
        return ($count - $end + 1)
    }
    return 0
}

function Protect-HostToken {
    <#
    .SYNOPSIS
    One word that is a host: an address, a name with a port, `smtp:*.domain`, `HTTP/host`; constants and numbers stay.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    if ($Text -match '^(?:|\*|--|\.|localhost|0x[0-9a-f]+|[0-9]+)$') {
        return $Text
    }
    if (Test-AddressText -Text $Text) {
        return (Protect-AddressToken -Text $Text)
    }
    if ($Text -match '^(\*|[0-9.]+|\[[0-9a-f:]+\]):([0-9]*):(.*)$') {
        $port = $Matches[2]
        $name = $Matches[3]
        return ((Protect-AddressToken -Text $Matches[1]) + ':' + $port + ':' + (Protect-HostToken -Text $name))
    }
    if ($Text -match '^([A-Za-z][A-Za-z0-9]*[:/])(.*)$' -and $Matches[2] -notmatch '^[0-9]+$') {
        $head = $Matches[1]
        return ($head + (Protect-HostToken -Text $Matches[2]))
    }
    if ($Text -match '^(.+):([0-9]{1,5})$') {
        $port = $Matches[2]
        return ((Protect-HostToken -Text $Matches[1]) + ':' + $port)
    }
    if ($Text -match '@') {
        return (Protect-Mail -Text $Text)
    }
    if ($Text -match '[\\/]') {
        return (Protect-LabelParts -Text $Text)
    }
    return (Protect-HostName -Name $Text)
}

function Protect-Tokens {
    <#
    .SYNOPSIS
    A list in one text: each word between commas, semicolons and blanks is treated, the separators stay.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text,
        [Parameter(Mandatory=$true)][ValidateSet('host', 'address')][string]$Holds
    )
    $result = ''
    foreach ($part in [regex]::Matches(($Text -replace '[ \t]*-[ \t]+|[ \t]+-[ \t]*', '-'), '[,; \t\r\n]+|[^,; \t\r\n]+')) {
        if ($part.Value -match '^[,; \t\r\n]') {
            $result += $part.Value
        } elseif ($Holds -eq 'host') {
            $result += Protect-HostToken -Text $part.Value
        } else {
            $result += Protect-AddressToken -Text $part.Value
        }
    }
    return $result
}

function Protect-Mail {
    <#
    .SYNOPSIS
    A mail address: the local part as a name, the domain as a host; `SMTP:` in front stays. What is no address is a name.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    if ($Text -match '^[ \t]*(?:|<>)[ \t]*$') {
        return $Text
    }
    if ($Text -match '^([A-Za-z0-9]+:)?([^@ <>"]+)@([^@ <>"]+)$') {
        $head = "$($Matches[1])"
        $local = $Matches[2]
        $domain = $Matches[3]
        if (-not (Test-KnownLabel -Text $local)) {
            $local = New-LabelPseudonym -Text $local
        }
        return ($head + $local + '@' + (Protect-HostToken -Text $domain))
    }
    if ($Text -match '^([A-Za-z0-9]+:)(.+)$') {
        $head = $Matches[1]
        return ($head + (Protect-Label -Text $Matches[2]))
    }
    if ($Text -match '@') {
        return (New-LabelPseudonym -Text $Text)
    }
    return (Protect-Label -Text $Text)
}

function Protect-Url {
    <#
    .SYNOPSIS
    A URL or a share: scheme and path stay, the host is treated; a name and password in front of the host are cut.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    if ($Text -match '^([A-Za-z][A-Za-z0-9+.-]*://)([^/?#]*)(.*)$') {
        $scheme = $Matches[1]
        $authority = $Matches[2] -replace '^.*@', ''
        $rest = "$($Matches[3])"
        return ($scheme + (Protect-HostToken -Text $authority) + (Protect-Text -Text $rest))
    }
    if ($Text -match '^(\\\\)?([^/\\ ]+)(.*)$') {
        $start = "$($Matches[1])"
        $authority = $Matches[2]
        $rest = "$($Matches[3])"
        return ($start + (Protect-HostToken -Text $authority) + (Protect-Text -Text $rest))
    }
    return (Protect-Text -Text $Text)
}

function Split-DistinguishedName {
    <#
    .SYNOPSIS
    Emits the parts of a distinguished name between commas that are not escaped.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Dn)
    foreach ($part in [regex]::Matches($Dn, '(?:\\.|[^,\\])+')) {
        ConvertTo-TrimmedText -Text $part.Value
    }
}

function ConvertFrom-RdnText {
    <#
    .SYNOPSIS
    The value of one part of a distinguished name without escapes.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    return ($Text -replace '\\(.)', '$1')
}

function ConvertTo-RdnText {
    <#
    .SYNOPSIS
    A value escaped to stand in a distinguished name.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    return ($Text -replace '([\\,+"<>;])', '\$1')
}

function Protect-Dn {
    <#
    .SYNOPSIS
    A distinguished name: the product's containers stay, DC parts become a host's labels, other parts names; what is none is a name.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    $name = ConvertTo-TrimmedText -Text $Text
    if ($name -notmatch '^[A-Za-z]+=') {
        return (Protect-Label -Text $name)
    }
    $isSchema = $name -match ',CN=(?:Schema|Extended-Rights|DisplaySpecifiers),CN=Configuration,'
    $domain = @()
    $result = @()
    foreach ($part in @(Split-DistinguishedName -Dn $name)) {
        if ($part -match '(?s)^DC=(.*)$') {
            $domain += $Matches[1]
        } elseif ($part -match '(?s)^([A-Za-z0-9.]+)=(.*)$') {
            $result += $Matches[1] + '=' + (Protect-RdnValue -Text $Matches[2] -IsSchema $isSchema)
        } else {
            $result += ConvertTo-RdnText -Text (New-LabelPseudonym -Text (ConvertFrom-RdnText -Text $part))
        }
    }
    if ($domain.Count -gt 0) {
        foreach ($label in @((Protect-HostName -Name ($domain -join '.')).Split('.'))) {
            $result += 'DC=' + $label
        }
    }
    return ($result -join ',')
}

function Protect-RdnValue {
    <#
    .SYNOPSIS
    The value of one part of a distinguished name, escaped; under the schema everything is the product's.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text,
        [Parameter(Mandatory=$true)][bool]$IsSchema
    )
    $value = ConvertFrom-RdnText -Text $Text
    $folded = ConvertTo-FoldedText -Text $value
    if ($IsSchema -or $RedactionWords.Containers.ContainsKey($folded)) {
        return $Text
    }
    return (ConvertTo-RdnText -Text (Protect-Label -Text $value))
}

function Protect-Sid {
    <#
    .SYNOPSIS
    A SID: the domain of S-1-5-21 and the numbers of S-1-12-1 are replaced, the last number stays; every other SID is well known and stays.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Text)
    if ($Text -match '^S-1-5-21-([0-9]+-[0-9]+-[0-9]+)((?:-[0-9]+)*)$') {
        $domain = $Matches[1]
        $rest = "$($Matches[2])"
        if ($domain -eq '0-0-0') {
            return $Text
        }
        return ((Protect-SidDomain -Domain $domain) + $rest)
    }
    if ($Text -match '^S-1-12-1-(.+)$') {
        return (Protect-SidAccount -Numbers $Matches[1])
    }
    return $Text
}

function Protect-SidDomain {
    <#
    .SYNOPSIS
    The SID of a domain or a machine: three numbers of the keyed hash, under Strict 0-0 and a number of its own.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Domain)
    $memo = Get-RedactionMemo
    if ($Script:State.Redaction -eq 'Strict') {
        if (-not $Script:State.SidDomains.ContainsKey($Domain)) {
            $Script:State.SidDomains[$Domain] = 1 + $Script:State.SidDomains.Count
        }
        return (Add-MapEntry -Pseudonym ('S-1-5-21-0-0-' + $Script:State.SidDomains[$Domain]) -Value ('S-1-5-21-' + $Domain) -Kind 'sid')
    }
    $numbers = @()
    foreach ($start in 0, 8, 16) {
        $numbers += Get-KeyedNumber -Text ('sid:' + $Domain) -Start $start -Digits 8
    }
    return (Add-MapEntry -Pseudonym ('S-1-5-21-' + ($numbers -join '-')) -Value ('S-1-5-21-' + $Domain) -Kind 'sid')
}

function Protect-SidAccount {
    <#
    .SYNOPSIS
    A SID of the cloud directory, S-1-12-1: all its numbers say who it is, all are replaced.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Numbers)
    if ($Script:State.Redaction -eq 'Strict') {
        $domain = '12-1-' + $Numbers
        if (-not $Script:State.SidDomains.ContainsKey($domain)) {
            $Script:State.SidDomains[$domain] = 1 + $Script:State.SidDomains.Count
        }
        return (Add-MapEntry -Pseudonym ('S-1-12-1-0-0-0-' + $Script:State.SidDomains[$domain]) -Value ('S-1-12-1-' + $Numbers) -Kind 'sid')
    }
    $parts = @()
    foreach ($start in 0, 8, 16, 24) {
        $parts += Get-KeyedNumber -Text ('sid:' + $Numbers) -Start $start -Digits 8
    }
    return (Add-MapEntry -Pseudonym ('S-1-12-1-' + ($parts -join '-')) -Value ('S-1-12-1-' + $Numbers) -Kind 'sid')
}

function Protect-Sddl {
    <#
    .SYNOPSIS
    A security descriptor: every SID inside is treated, text of conditions is cut.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    $result = ''
    $at = 0
    foreach ($found in [regex]::Matches($Text, 'S-1(?:-[0-9]+)+|"[^"]*"')) {
        $result += $Text.Substring($at, $found.Index - $at)
        if ($found.Value.Substring(0, 1) -eq '"') {
            $result += '"[removed]"'
        } else {
            $result += Protect-Sid -Text $found.Value
        }
        $at = $found.Index + $found.Length
    }
    return ($result + $Text.Substring($at))
}

function ConvertFrom-AddressText {
    <#
    .SYNOPSIS
    The numbers of one IP address: four octets or eight groups, so that every shell reads it alike.
    .OUTPUTS
    A hashtable Units, Bits (of one unit); nothing for a text that is no address.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    if ($Text -match '^([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})\.([0-9]{1,3})$') {
        $octets = @([int]$Matches[1], [int]$Matches[2], [int]$Matches[3], [int]$Matches[4])
        if (@($octets | Where-Object { $_ -gt 255 }).Count -eq 0) {
            return @{ Units = $octets; Bits = 8 }
        }
        return
    }
    if ($Text -notmatch '^([0-9a-f:.]*:[0-9a-f:.]*)(?:%[0-9a-z]+)?$') {
        return
    }
    $groups = Expand-AddressGroups -Text $Matches[1]
    if ($null -ne $groups) {
        return @{ Units = $groups; Bits = 16 }
    }
}

function Expand-AddressGroups {
    <#
    .SYNOPSIS
    The eight groups of an IPv6 address without its zone; nothing for a text that is none.
    .OUTPUTS
    An array of eight numbers.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Text)
    $plain = $Text.ToLowerInvariant()
    if ($plain -match '^(.*:)([0-9.]+\.[0-9]+)$') {
        $head = $Matches[1]
        $tail = ConvertFrom-AddressText -Text $Matches[2]
        if ($null -eq $tail) {
            return
        }
        $plain = '{0}{1:x}:{2:x}' -f $head, ($tail.Units[0] * 256 + $tail.Units[1]), ($tail.Units[2] * 256 + $tail.Units[3])
    }
    $halves = @($plain -split '::')
    if ($halves.Count -gt 2) {
        return
    }
    $sides = @(@(), @())
    for ($side = 0; $side -lt $halves.Count; $side++) {
        if ($halves[$side] -ne '') {
            $sides[$side] = @($halves[$side].Split(':'))
        }
    }
    $given = @($sides[0]).Count + @($sides[1]).Count
    if (($halves.Count -eq 1 -and $given -ne 8) -or ($halves.Count -eq 2 -and $given -gt 7)) {
        return
    }
    $words = @($sides[0])
    for ($more = $given; $more -lt 8; $more++) {
        $words += '0'
    }
    $words += @($sides[1])
    $groups = @()
    foreach ($word in $words) {
        if ($word -notmatch '^[0-9a-f]{1,4}$') {
            return
        }
        $groups += [int]('0x' + $word)
    }
    return ,$groups
}

function ConvertTo-AddressText {
    <#
    .SYNOPSIS
    The text of an address: dotted octets, or eight groups without the short form; ::ffff:a.b.c.d keeps its form.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][int[]]$Units,
        [Parameter(Mandatory=$true)][int]$Bits
    )
    if ($Bits -eq 8) {
        return ($Units -join '.')
    }
    if ((Get-EmbeddedStart -Units $Units) -eq 'mapped') {
        $octets = @(ConvertTo-OctetUnits -Units $Units)
        return ('::ffff:' + ($octets -join '.'))
    }
    return (@($Units | ForEach-Object { '{0:x}' -f $_ }) -join ':')
}

function Get-EmbeddedStart {
    <#
    .SYNOPSIS
    Which kind of IPv6 address holds an IPv4 address in its last two groups: mapped, other; nothing where none does.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][int[]]$Units)
    $head = @($Units[0..5] | ForEach-Object { '{0:x}' -f $_ }) -join ':'
    if ($head -eq '0:0:0:0:0:ffff') {
        return 'mapped'
    }
    if ($head -eq '64:ff9b:0:0:0:0' -or ($head -eq '0:0:0:0:0:0' -and $Units[6] -ne 0)) {
        return 'other'
    }
}

function ConvertTo-OctetUnits {
    <#
    .SYNOPSIS
    The four octets in the last two groups of an IPv6 address.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][int[]]$Units)
    foreach ($place in 6, 7) {
        ($Units[$place] - $Units[$place] % 256) / 256
        $Units[$place] % 256
    }
}

function Get-MixedUnit {
    <#
    .SYNOPSIS
    A unit of an address exchanged with another one by a keyed pattern of bits; both stay where they are if one of them is special.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][int]$Unit,
        [Parameter(Mandatory=$true)][string]$Prefix,
        [Parameter(Mandatory=$true)][int]$Bits,
        [Parameter(Mandatory=$true)][int]$Mask,
        [Parameter(Mandatory=$true)][AllowEmptyCollection()][int[]]$Special
    )
    $pattern = [int](Get-KeyedNumber -Text ('ip:' + $Prefix) -Start 0 -Digits ($Bits / 4)) -band $Mask
    if ($pattern -eq 0) {
        $pattern = 23130 -band $Mask
    }
    $mixed = $Unit -bxor $pattern
    if ($Special -contains $Unit -or $Special -contains $mixed) {
        return $Unit
    }
    return $mixed
}

function Get-SpecialUnits {
    <#
    .SYNOPSIS
    Emits the values of the next unit after a prefix that belong to special-purpose networks and stay themselves.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Prefix)
    $RedactionWords.SpecialUnits[$Prefix] | Where-Object { $null -ne $_ }
}

function Protect-Units {
    <#
    .SYNOPSIS
    The numbers of an address that stands for another: what two addresses have in common in front they still have, private stays
    private and special stays special, the last octet stays.
    .OUTPUTS
    An array of numbers.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][int[]]$Units,
        [Parameter(Mandatory=$true)][int]$Bits
    )
    if ($Bits -eq 8) {
        return ,@(Protect-Octets -Octets $Units)
    }
    if ($null -ne (Get-EmbeddedStart -Units $Units)) {
        $octets = @(Protect-Octets -Octets @(ConvertTo-OctetUnits -Units $Units))
        return ,(@($Units[0..5]) + ($octets[0] * 256 + $octets[1]) + ($octets[2] * 256 + $octets[3]))
    }
    return ,@(Protect-Groups -Groups $Units)
}

function Protect-Octets {
    <#
    .SYNOPSIS
    The octets of an IPv4 address that stands for another one: the second and third are exchanged, the first and the last stay.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][int[]]$Octets)
    $first = $Octets[0]
    if ($first -eq 0 -or $first -eq 127 -or $first -ge 224) {
        return $Octets
    }
    $nets = @('192.0.2', '198.51.100', '203.0.113')
    $net = $Octets[0..2] -join '.'
    for ($place = 0; $place -lt 3; $place++) {
        if ($nets[$place] -eq $net) {
            $turn = 1 + (Get-KeyedNumber -Text 'ip:documentation' -Start 0 -Digits 2) % 2
            return (@($nets[($place + $turn) % 3].Split('.') | ForEach-Object { [int]$_ }) + $Octets[3])
        }
    }
    $mask = 255
    if ($first -eq 172) {
        $mask = 15
    } elseif ($first -eq 100) {
        $mask = 63
    }
    $second = Get-MixedUnit -Unit $Octets[1] -Prefix "$first" -Bits 8 -Mask $mask -Special @(Get-SpecialUnits -Prefix "$first")
    $prefix = "$first." + $Octets[1]
    $third = Get-MixedUnit -Unit $Octets[2] -Prefix $prefix -Bits 8 -Mask 255 -Special @(Get-SpecialUnits -Prefix $prefix)
    return @($first, $second, $third, $Octets[3])
}

function Protect-Groups {
    <#
    .SYNOPSIS
    The groups of an IPv6 address that stands for another one; what tells its kind and the last byte stay.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][int[]]$Groups)
    $first = $Groups[0]
    $masks = @(0, 65535, 65535, 65535, 65535, 65535, 65535, 65280)
    if (($first -band 65472) -eq 65152) {
        $masks = @(0, 0, 0, 0, 65535, 65535, 65535, 65280)
    } elseif (($first -band 65024) -eq 64512) {
        $masks[0] = 255
    } elseif ($first -eq 16383) {
        $masks[1] = 4095
    } elseif (($first -band 57344) -ne 8192) {
        return $Groups
    }
    $result = @()
    $prefix = ''
    for ($place = 0; $place -lt 8; $place++) {
        $unit = $Groups[$place]
        if ($masks[$place] -eq 0) {
            $result += $unit
        } elseif ($first -eq 8193 -and $place -eq 1 -and ($unit -lt 512 -or $unit -eq 3512)) {
            $result += $unit
        } else {
            $result += Get-MixedGroup -Unit $unit -Prefix $prefix -Mask $masks[$place] -IsTeredo ($first -eq 8193 -and $place -eq 1)
        }
        $prefix += '{0:x}:' -f $unit
    }
    return $result
}

function Get-MixedGroup {
    <#
    .SYNOPSIS
    A group exchanged with another one; in 2001::/16 it stays where the other one would be special.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][int]$Unit,
        [Parameter(Mandatory=$true)][AllowEmptyString()][string]$Prefix,
        [Parameter(Mandatory=$true)][int]$Mask,
        [Parameter(Mandatory=$true)][bool]$IsTeredo
    )
    $mixed = Get-MixedUnit -Unit $Unit -Prefix ('6:' + $Prefix) -Bits 16 -Mask $Mask -Special @()
    if ($IsTeredo -and ($mixed -lt 512 -or $mixed -eq 3512)) {
        return $Unit
    }
    return $mixed
}

function Get-CommonBits {
    <#
    .SYNOPSIS
    How many bits two addresses have in common in front.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][int[]]$Low,
        [Parameter(Mandatory=$true)][int[]]$High,
        [Parameter(Mandatory=$true)][int]$Bits
    )
    $common = 0
    for ($place = 0; $place -lt $Low.Count; $place++) {
        $difference = $Low[$place] -bxor $High[$place]
        if ($difference -eq 0) {
            $common += $Bits
            continue
        }
        $left = $Bits
        while ($difference -gt 0) {
            $difference = ($difference - $difference % 2) / 2
            $left--
        }
        return ($common + $left)
    }
    return $common
}

function Set-HostBits {
    <#
    .SYNOPSIS
    An address with all bits after a length set to 0, or to 1.
    .OUTPUTS
    An array of numbers.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][int[]]$Units,
        [Parameter(Mandatory=$true)][int]$Bits,
        [Parameter(Mandatory=$true)][int]$Length,
        [Parameter(Mandatory=$true)][bool]$IsOne
    )
    $result = @()
    for ($place = 0; $place -lt $Units.Count; $place++) {
        $free = $Bits - [int]($Length - $place * $Bits)
        if ($free -le 0) {
            $result += $Units[$place]
            continue
        }
        if ($free -gt $Bits) {
            $free = $Bits
        }
        $size = 1
        for ($bit = 0; $bit -lt $free; $bit++) {
            $size = $size * 2
        }
        $unit = $Units[$place] - $Units[$place] % $size
        if ($IsOne) {
            $unit = $unit + $size - 1
        }
        $result += $unit
    }
    return ,$result
}

function Get-KeptLength {
    <#
    .SYNOPSIS
    The length of the network that stands for one: shorter where special networks lie in between, so that what was inside stays inside.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][int[]]$Units,
        [Parameter(Mandatory=$true)][int]$Bits,
        [Parameter(Mandatory=$true)][int]$Length
    )
    if ($Bits -eq 16) {
        if ($Units[0] -eq 8193 -and $Length -gt 16 -and $Length -lt 32) {
            return 16
        }
        return $Length
    }
    if ($Length -gt 8 -and $Length -lt 16 -and @(Get-SpecialUnits -Prefix "$($Units[0])").Count -gt 0) {
        return 8
    }
    if ($Length -gt 16 -and $Length -lt 24 -and @(Get-SpecialUnits -Prefix ($Units[0..1] -join '.')).Count -gt 0) {
        return 16
    }
    return $Length
}

function Protect-Network {
    <#
    .SYNOPSIS
    The network that stands for one. Up to 24 bits (120 of IPv6) without the host's own; longer ones keep the last octet.
    .OUTPUTS
    A hashtable Units, Length.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][int[]]$Units,
        [Parameter(Mandatory=$true)][int]$Bits,
        [Parameter(Mandatory=$true)][int]$Length
    )
    if ($Length -lt 8) {
        return @{ Units = (Set-HostBits -Units $Units -Bits $Bits -Length $Length -IsOne $false); Length = $Length }
    }
    $mapped = Protect-Units -Units $Units -Bits $Bits
    if ($Length -gt $Units.Count * $Bits - 8) {
        return @{ Units = $mapped; Length = $Length }
    }
    $kept = Get-KeptLength -Units $Units -Bits $Bits -Length $Length
    return @{ Units = (Set-HostBits -Units $mapped -Bits $Bits -Length $kept -IsOne $false); Length = $kept }
}

function Protect-AddressRange {
    <#
    .SYNOPSIS
    `low-high`: exact inside one /24 (one /120), else the range of the smallest network that holds both ends.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][hashtable]$Low,
        [Parameter(Mandatory=$true)][hashtable]$High
    )
    $bits = $Low.Bits
    $common = Get-CommonBits -Low $Low.Units -High $High.Units -Bits $bits
    if ($common -ge $Low.Units.Count * $bits - 8) {
        return ((Protect-SingleAddress -Address $Low) + '-' + (Protect-SingleAddress -Address $High))
    }
    if ($common -lt 8) {
        $from = Set-HostBits -Units $Low.Units -Bits $bits -Length 8 -IsOne $false
        $to = Set-HostBits -Units $High.Units -Bits $bits -Length 8 -IsOne $true
        return ((ConvertTo-AddressText -Units $from -Bits $bits) + '-' + (ConvertTo-AddressText -Units $to -Bits $bits))
    }
    $net = Protect-Network -Units $Low.Units -Bits $bits -Length $common
    $ends = @()
    foreach ($isOne in $false, $true) {
        $clear = Set-HostBits -Units $Low.Units -Bits $bits -Length $net.Length -IsOne $isOne
        $mapped = Set-HostBits -Units $net.Units -Bits $bits -Length $net.Length -IsOne $isOne
        $ends += Add-AddressEntry -Units $mapped -Clear $clear -Bits $bits
    }
    return ($ends -join '-')
}

function Protect-SingleAddress {
    <#
    .SYNOPSIS
    One address by the one that stands for it, remembered in the map.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][hashtable]$Address)
    $mapped = Protect-Units -Units $Address.Units -Bits $Address.Bits
    return (Add-AddressEntry -Units $mapped -Clear $Address.Units -Bits $Address.Bits)
}

function Add-AddressEntry {
    <#
    .SYNOPSIS
    The text of an address that stands for another, remembered in the map; one that stands for itself is not.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][int[]]$Units,
        [Parameter(Mandatory=$true)][int[]]$Clear,
        [Parameter(Mandatory=$true)][int]$Bits
    )
    $text = ConvertTo-AddressText -Units $Units -Bits $Bits
    $was = ConvertTo-AddressText -Units $Clear -Bits $Bits
    if ($text -eq $was) {
        return $text
    }
    return (Add-MapEntry -Pseudonym $text -Value $was -Kind 'address')
}

function Protect-PrefixedAddress {
    <#
    .SYNOPSIS
    `address/length`, `address/mask` or `address(mask)`.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][hashtable]$Address,
        [Parameter(Mandatory=$true)][string]$Mask,
        [Parameter(Mandatory=$true)][bool]$InParentheses
    )
    $length = $null
    $netmask = ConvertFrom-AddressText -Text $Mask
    if ($Mask -match '^[0-9]{1,3}$') {
        $length = [int]$Mask
    } elseif ($null -ne $netmask -and $netmask.Bits -eq $Address.Bits) {
        $length = Get-MaskLength -Units $netmask.Units -Bits $netmask.Bits
    }
    if ($null -eq $length -or $length -gt $Address.Units.Count * $Address.Bits) {
        return ((Protect-SingleAddress -Address $Address) + '/' + ($Address.Units.Count * $Address.Bits))
    }
    $net = Protect-Network -Units $Address.Units -Bits $Address.Bits -Length $length
    $clear = $Address.Units
    if ($net.Length -le $Address.Units.Count * $Address.Bits - 8) {
        $clear = Set-HostBits -Units $Address.Units -Bits $Address.Bits -Length $net.Length -IsOne $false
    }
    $text = Add-AddressEntry -Units $net.Units -Clear $clear -Bits $Address.Bits
    if ($null -eq $netmask) {
        return ($text + '/' + $net.Length)
    }
    $ones = @($Address.Units | ForEach-Object { 0 })
    $whole = Set-HostBits -Units $ones -Bits $Address.Bits -Length 0 -IsOne $true
    $shown = ConvertTo-AddressText -Units (Set-HostBits -Units $whole -Bits $Address.Bits -Length $net.Length -IsOne $false) -Bits $Address.Bits
    if ($InParentheses) {
        return ($text + '(' + $shown + ')')
    }
    return ($text + '/' + $shown)
}

function Get-MaskLength {
    <#
    .SYNOPSIS
    The number of ones of a mask that begins with ones and ends with zeros; nothing for any other.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][int[]]$Units,
        [Parameter(Mandatory=$true)][int]$Bits
    )
    $ones = @($Units | ForEach-Object { 0 })
    $whole = Set-HostBits -Units $ones -Bits $Bits -Length 0 -IsOne $true
    $length = Get-CommonBits -Low $Units -High $whole -Bits $Bits
    $expected = Set-HostBits -Units $whole -Bits $Bits -Length $length -IsOne $false
    if (($expected -join '.') -eq ($Units -join '.')) {
        return $length
    }
}

function Test-AddressConstant {
    <#
    .SYNOPSIS
    Whether a text is an address that says nothing about a network: any, all, none, loopback; with a port or without.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    $all = '\*|0\.0\.0\.0|255\.255\.255\.255|127\.[0-9]{1,3}\.[0-9]{1,3}\.[0-9]{1,3}|0\.0\.0\.0-255\.255\.255\.255|0\.0\.0\.0/0|0\.0\.0\.0\(0\.0\.0\.0\)|\[?::1?\]?|::-ffff(?::ffff){7}|::/0'
    return ($Text -match ('^(?:|' + $all + ')(?::[0-9]{1,5})?$'))
}

function Test-AddressText {
    <#
    .SYNOPSIS
    Whether a text is an IP address, a network, a range or a binding.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    if (Test-AddressConstant -Text $Text) {
        return ($Text -ne '')
    }
    $bare = $Text
    if ($Text -match '^\[([^\]]+)\](?::[0-9]{1,5})?$') {
        $bare = $Matches[1]
    } elseif ($Text -match '^([0-9.]+):[0-9]{1,5}$') {
        $bare = $Matches[1]
    } elseif ($Text -match '^([0-9a-f:.%]+)(?:/[0-9.]+|\([0-9.]+\)|-[0-9a-f:.%]+)$') {
        $bare = $Matches[1]
    }
    return ($null -ne (ConvertFrom-AddressText -Text $bare))
}

function Protect-AddressToken {
    <#
    .SYNOPSIS
    One word that is an address, a network, a range or a binding; a word that is none is treated as a host.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    if (Test-AddressConstant -Text $Text) {
        return $Text
    }
    if ($Text -match '^\[([^\]]+)\]((?::[0-9]{1,5})?)$') {
        $port = "$($Matches[2])"
        return ('[' + (Protect-AddressToken -Text $Matches[1]) + ']' + $port)
    }
    if ($Text -match '^([0-9.]+):([0-9]{1,5})$') {
        $port = $Matches[2]
        return ((Protect-AddressToken -Text $Matches[1]) + ':' + $port)
    }
    if ($Text -match '^([^/(]+)([/(])([0-9.]+)\)?$') {
        $mark = $Matches[2]
        $mask = $Matches[3]
        $address = ConvertFrom-AddressText -Text $Matches[1]
        if ($null -ne $address) {
            return (Protect-PrefixedAddress -Address $address -Mask $mask -InParentheses ($mark -eq '('))
        }
    }
    if ($Text -match '^([0-9a-f:.%]+)-([0-9a-f:.%]+)$') {
        $second = $Matches[2]
        $low = ConvertFrom-AddressText -Text $Matches[1]
        $high = ConvertFrom-AddressText -Text $second
        if ($null -ne $low -and $null -ne $high -and $low.Bits -eq $high.Bits) {
            return (Protect-AddressRange -Low $low -High $high)
        }
    }
    $address = ConvertFrom-AddressText -Text $Text
    if ($null -ne $address) {
        return (Protect-SingleAddress -Address $address)
    }
    return (Protect-NoAddress -Text $Text)
}

function Protect-NoAddress {
    <#
    .SYNOPSIS
    A word in the place of an address that is none: a host, with its port.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Text)
    if (Test-AddressText -Text $Text) {
        return (New-LabelPseudonym -Text $Text)
    }
    return (Protect-HostToken -Text $Text)
}

function Get-TextPattern {
    <#
    .SYNOPSIS
    What is replaced in any text: SIDs, mail addresses, distinguished names, user folders, shares, IP addresses, accounts and hosts of known domains.
    #>
    [CmdletBinding()]
    param()
    $memo = Get-RedactionMemo
    [void](Get-ServerTable)
    if ($memo.TermCount -eq $Script:State.Terms.Count) {
        return $memo.TextPattern
    }
    $memo.TermCount = $Script:State.Terms.Count
    $terms = @(Get-TermList)
    $plain = @($terms | Where-Object { $_ -notmatch '[. ]' } | ForEach-Object { [regex]::Escape($_) })
    $domains = @($terms | Where-Object { $_ -match '^[^ ]+\.[^ ]+$' } | ForEach-Object { [regex]::Escape($_) })
    $accounts = '(?!)'
    if ($plain.Count -gt 0) {
        $accounts = '(?<![A-Za-z0-9\\])(?:' + ($plain -join '|') + ')\\[^ \t\r\n\\/:*?"<>|,;''()]+'
    }
    $hosts = '(?!)'
    if ($domains.Count -gt 0) {
        $hosts = '(?<![A-Za-z0-9_.-])(?:[A-Za-z0-9_-]+\.)*(?:' + ($domains -join '|') + ')(?![A-Za-z0-9-])'
    }
    $memo.TextPattern = '(?i)' + ((@($RedactionWords.TextPatterns) + $accounts + $hosts) -join '|')
    $memo.TermPattern = Get-TermPattern -Terms $terms
    return $memo.TextPattern
}

function Get-TermList {
    <#
    .SYNOPSIS
    Emits the terms that are replaced in text, longest first: what core made known and every server, without words of the product.
    #>
    [CmdletBinding()]
    param()
    $all = @{}
    foreach ($term in @($Script:State.Terms.Keys)) {
        $all["$term"] = 1
    }
    foreach ($name in @((Get-ServerTable).Keys)) {
        $all["$name"] = 1
    }
    $all.Keys | Where-Object { $_.Length -gt 1 -and -not $RedactionWords.NoTerms.ContainsKey($_) } | Sort-Object -Property Length -Descending
}

function Get-TermPattern {
    <#
    .SYNOPSIS
    The pattern of the terms: one of six characters or more anywhere, a shorter one as a word.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyCollection()][string[]]$Terms)
    $parts = @()
    foreach ($term in $Terms) {
        if ($term.Length -ge 6) {
            $parts += [regex]::Escape($term)
        } else {
            $parts += '(?<![A-Za-z0-9])' + [regex]::Escape($term) + '(?![A-Za-z0-9])'
        }
    }
    if ($parts.Count -eq 0) {
        return '(?!)'
    }
    return ('(?i)(?:' + ($parts -join '|') + ')')
}

function Protect-Text {
    <#
    .SYNOPSIS
    A text of the product or of this script: what points to the customer inside it is replaced, the rest stays.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    if ($Script:State.Redaction -eq 'None' -or $Text -eq '') {
        return $Text
    }
    $pattern = Get-TextPattern
    $result = ''
    $at = 0
    foreach ($found in [regex]::Matches($Text, $pattern)) {
        $result += (Protect-Terms -Text $Text.Substring($at, $found.Index - $at)) + (Protect-Found -Text $found.Value)
        $at = $found.Index + $found.Length
    }
    return ($result + (Protect-Terms -Text $Text.Substring($at)))
}

function Protect-Terms {
    <#
    .SYNOPSIS
    A text with the known terms replaced by their pseudonyms.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    if ($Text -eq '') {
        return ''
    }
    $result = ''
    $at = 0
    foreach ($found in [regex]::Matches($Text, (Get-RedactionMemo).TermPattern)) {
        $result += $Text.Substring($at, $found.Index - $at) + (Get-TermPseudonym -Term $found.Value)
        $at = $found.Index + $found.Length
    }
    return ($result + $Text.Substring($at))
}

function Get-TermPseudonym {
    <#
    .SYNOPSIS
    What stands for a term: a server's pseudonym, what core gave, else `[removed]`.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Term)
    $folded = ConvertTo-FoldedText -Text $Term
    $server = Get-KnownServer -Name $folded
    if ($null -ne $server) {
        return $server
    }
    $given = $Script:State.Terms[$folded]
    if ($given) {
        return $given
    }
    return '[removed]'
}

function Protect-Found {
    <#
    .SYNOPSIS
    What stands for a piece of text by its shape; under Strict a number for a SID or a server, `[removed]` for the rest.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Text)
    if ($Text -match '^S-1-') {
        return (Protect-Sid -Text $Text)
    }
    if (Test-AddressConstant -Text $Text) {
        return $Text
    }
    if ($Text -match '^(?:[0-9a-f.]*:[0-9a-f:.]*|[0-9./-]+)$' -and -not (Test-AddressText -Text $Text)) {
        return (Protect-Terms -Text $Text)
    }
    if ($Text -match '^(\\Users\\)(.+)$') {
        $head = $Matches[1]
        return ($head + (Protect-FolderName -Text $Matches[2]))
    }
    if ($Script:State.Redaction -eq 'Strict') {
        return (Protect-FoundStrictly -Text $Text)
    }
    if ($Text -match '^\\\\(.+)$') {
        return ('\\' + (Protect-HostToken -Text $Matches[1]))
    }
    if ($Text -match '^(?:CN|OU|DC|O|L)=') {
        return (Protect-Dn -Text $Text)
    }
    if ($Text -match '@') {
        return (Protect-Mail -Text $Text)
    }
    if ($Text -match '\\') {
        return (Protect-Label -Text $Text)
    }
    if (Test-AddressText -Text $Text) {
        return (Protect-AddressToken -Text $Text)
    }
    return (Protect-HostName -Name $Text)
}

function Protect-FoundStrictly {
    <#
    .SYNOPSIS
    Under Strict: the number of a server in front of what is cut, else `[removed]`.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Text)
    $start = ''
    $rest = $Text
    if ($Text -match '^\\\\(.+)$') {
        $start = '\\'
        $rest = $Matches[1]
    }
    if ($rest -match '^(?:localhost|\.)$') {
        return $Text
    }
    if ($rest -notmatch '[@=\\]' -and $rest -match '^([^.:]+)') {
        $server = Get-KnownServer -Name $Matches[1]
        if ($null -ne $server) {
            return ($start + $server)
        }
    }
    return ($start + '[removed]')
}

function Protect-FolderName {
    <#
    .SYNOPSIS
    The name of a user's folder below Users; those that Windows makes stay.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Text)
    if ($Text -match '^(?:Public|Default|Default User|All Users|Administrator)$') {
        return $Text
    }
    if ($Script:State.Redaction -eq 'Strict') {
        return '[removed]'
    }
    return (New-LabelPseudonym -Text $Text)
}

function Protect-ErrorText {
    <#
    .SYNOPSIS
    The message of a foreign error: free text that may name anybody, so it is cut in both modes; category and id say what happened.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text)
    if ($Script:State.Redaction -eq 'None' -or $Text -eq '') {
        return $Text
    }
    return '[removed]'
}

function Protect-Value {
    <#
    .SYNOPSIS
    A neutral value as the mode lets it out, by what its column holds; an array element by element, null where it is dropped.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][AllowNull()][AllowEmptyString()][AllowEmptyCollection()][object]$Value,
        [Parameter(Mandatory=$true)][string]$Holds
    )
    if ($Script:State.Redaction -eq 'None' -or 'plain', 'secret' -contains $Holds -or $null -eq $Value) {
        return ,$Value
    }
    if ($Value -is [array]) {
        $results = @()
        foreach ($one in $Value) {
            $results += ,(Protect-Scalar -Value $one -Holds $Holds)
        }
        return ,$results
    }
    return (Protect-Scalar -Value $Value -Holds $Holds)
}

function Protect-Scalar {
    <#
    .SYNOPSIS
    One neutral value as the mode lets it out.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][AllowNull()][AllowEmptyString()][object]$Value,
        [Parameter(Mandatory=$true)][string]$Holds
    )
    if ($null -eq $Value) {
        return $null
    }
    $text = "$Value"
    if ('text', 'x509' -contains $Holds) {
        return $null
    }
    if ('words', 'path' -contains $Holds) {
        return (Protect-Text -Text $text)
    }
    if ($Holds -eq 'sddl') {
        return (Protect-Sddl -Text $text)
    }
    if ($Holds -eq 'sid' -and $text -match '^S-1-[0-9-]+$') {
        return (Protect-Sid -Text $text)
    }
    if ($Script:State.Redaction -eq 'Strict') {
        return (Protect-Strictly -Text $text -Holds $Holds)
    }
    return (Protect-ByName -Text $text -Holds $Holds)
}

function Protect-ByName {
    <#
    .SYNOPSIS
    A text under Names, by what it is.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text,
        [Parameter(Mandatory=$true)][string]$Holds
    )
    switch ($Holds) {
        'host' {
            return (Protect-Tokens -Text $Text -Holds 'host')
        }
        'address' {
            return (Protect-Tokens -Text $Text -Holds 'address')
        }
        'url' {
            return (Protect-Url -Text (ConvertTo-TrimmedText -Text $Text))
        }
        'smtp' {
            return (Protect-Mail -Text (ConvertTo-TrimmedText -Text $Text))
        }
        'dn' {
            return (Protect-Dn -Text $Text)
        }
        default {
            return (Protect-Label -Text $Text)
        }
    }
}

function Protect-Strictly {
    <#
    .SYNOPSIS
    A text under Strict: a known server becomes its number, constants stay, everything else is dropped.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][AllowEmptyString()][string]$Text,
        [Parameter(Mandatory=$true)][string]$Holds
    )
    $name = ConvertTo-TrimmedText -Text $Text
    if ('label', 'account', 'dn', 'sid' -contains $Holds) {
        return (Get-KnownServer -Name $name)
    }
    if ('host', 'address' -contains $Holds -and ($name -match '^(?:|--|\.|localhost)$' -or (Test-AddressConstant -Text $name))) {
        return $name
    }
    return $null
}

function ConvertTo-PayloadCell {
    <#
    .SYNOPSIS
    One cell of the CSV form: null, text and list so that no two look alike.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowNull()][AllowEmptyString()][AllowEmptyCollection()][object]$Value)
    if ($null -eq $Value) {
        return '\0'
    }
    if ($Value -is [array]) {
        if ($Value.Length -eq 0) {
            return '\e'
        }
        return (-join @($Value | ForEach-Object { '|' + (ConvertTo-PayloadCell -Value $_) }))
    }
    $text = "$Value"
    if ($text -notmatch '[\\|\r\n]') {
        return $text
    }
    return $text.Replace('\', '\\').Replace('|', '\p').Replace([string][char]13, '\r').Replace([string][char]10, '\n')
}

function ConvertTo-ManifestCell {
    <#
    .SYNOPSIS
    A text for a table of the manifest: redacted, on one line, at most 2000 characters.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowNull()][AllowEmptyString()][object]$Value)
    $text = (Protect-Text -Text "$Value") -replace '[\x00-\x1f\x7f]+', ' '
    if ($text.Length -gt 2000) {
        $text = $text.Substring(0, 2000)
    }
    return $text
}

function Join-CsvLine {
    <#
    .SYNOPSIS
    One line of a CSV: every cell in quotes, between commas.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowEmptyCollection()][AllowEmptyString()][AllowNull()][object[]]$Values)
    $cells = @()
    foreach ($value in $Values) {
        $cells += '"' + "$value".Replace('"', '""') + '"'
    }
    return ($cells -join ',')
}

function Export-PayloadFile {
    <#
    .SYNOPSIS
    Writes flat objects: CLIXML, or a CSV of encoded cells that also can be added to (then without a header, and with the first file's columns).
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][string]$Path,
        [Parameter(Mandatory=$true)][AllowNull()][AllowEmptyCollection()][object[]]$Rows,
        [Parameter(Mandatory=$true)][ValidateSet('Clixml', 'Csv')][string]$Format,
        [Parameter(Mandatory=$false)][bool]$Append = $false
    )
    $objects = @($Rows | Where-Object { $null -ne $_ })
    if ($Format -eq 'Clixml') {
        if ($Append) {
            throw 'a CLIXML file cannot be added to; write another part'
        }
        $objects | Export-Clixml -Path $Path -Encoding UTF8 -Depth 3
        return
    }
    if ($Append) {
        $header = @(Get-PayloadHeader -Path $Path)
        Add-Content -LiteralPath $Path -Value (ConvertTo-PayloadLines -Rows $objects -Header $header) -Encoding UTF8
        return
    }
    $lines = @()
    if ($objects.Count -gt 0) {
        $header = @(Get-PayloadColumns -Rows $objects)
        $lines = @(Join-CsvLine -Values $header) + @(ConvertTo-PayloadLines -Rows $objects -Header $header)
    }
    Set-Content -LiteralPath $Path -Value $lines -Encoding UTF8
}

function Get-PayloadHeader {
    <#
    .SYNOPSIS
    Emits the columns of a payload CSV that is there, from its first line.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Path)
    $first = "$(@(Get-Content -LiteralPath $Path -TotalCount 1)[0])"
    foreach ($cell in [regex]::Matches($first, '"((?:[^"]|"")*)"')) {
        $cell.Value.Substring(1, $cell.Value.Length - 2).Replace('""', '"')
    }
}

function Get-PayloadColumns {
    <#
    .SYNOPSIS
    Emits the columns of all rows in order; `Name[]` where any row has a list.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][object[]]$Rows)
    $names = @()
    $lists = @{}
    foreach ($row in $Rows) {
        foreach ($property in $row.PSObject.Properties) {
            if (-not $lists.ContainsKey($property.Name)) {
                $names += $property.Name
                $lists[$property.Name] = $false
            }
            if ($property.Value -is [array]) {
                $lists[$property.Name] = $true
            }
        }
    }
    foreach ($name in $names) {
        if ($lists[$name]) {
            $name + '[]'
        } else {
            $name
        }
    }
}

function ConvertTo-PayloadLines {
    <#
    .SYNOPSIS
    Emits one line for each row, cells in the header's order; what a row lacks is null.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory=$true)][AllowEmptyCollection()][object[]]$Rows,
        [Parameter(Mandatory=$true)][string[]]$Header
    )
    foreach ($row in $Rows) {
        $cells = @()
        foreach ($column in $Header) {
            $box = @{ Value = $null }
            $property = $row.PSObject.Properties[($column -replace '\[\]$', '')]
            if ($null -ne $property) {
                $box.Value = $property.Value
            }
            $cells += ConvertTo-PayloadCell -Value $box.Value
        }
        Join-CsvLine -Values $cells
    }
}

function Export-RedactionMap {
    <#
    .SYNOPSIS
    Writes what each pseudonym stands for: pseudonym, value, kind. It belongs beside the bundle, never into it.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Path)
    $memo = Get-RedactionMemo
    $lines = @(Join-CsvLine -Values 'pseudonym', 'value', 'kind')
    foreach ($pseudonym in @($Script:State.Map.Keys | Sort-Object)) {
        $lines += Join-CsvLine -Values $pseudonym, $Script:State.Map[$pseudonym], $memo.Kinds[$pseudonym]
    }
    Set-Content -LiteralPath $Path -Value $lines -Encoding UTF8
}

function ConvertTo-WordTable {
    <#
    .SYNOPSIS
    A table to look words up in.
    .OUTPUTS
    A hashtable.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string[]]$Words)
    $table = @{}
    foreach ($word in $Words) {
        $table[$word] = $true
    }
    return $table
}

# BEGIN generated vectors: exposture datasets collector-vectors
$RedactionWords = @{
    Labels = ConvertTo-WordTable -Words @(
        'abuse', 'access control assistance operators', 'account operators', 'administrator', 'administrators', 'all address lists',
        'all contacts', 'all distribution lists', 'all groups', 'all rooms', 'all users', 'allowed rodc password replication group',
        'anonymous', 'anonymous logon', 'arbitrationmailboxdefaultpolicy', 'authenticated users', 'backup operators', 'batch', 'builtin',
        'calendar', 'cert publishers', 'certificate service dcom access', 'cloneable domain controllers', 'compliance management',
        'contacts', 'creator group', 'creator owner', 'cryptographic operators', 'default', 'default address book policy',
        'default archive and retention policy', 'default global address list', 'default mrm policy', 'default offline address book',
        'default offline address list', 'default policy', 'default retention policy', 'default role assignment policy',
        'default sharing policy', 'default throttling policy', 'default web site', 'default-first-site-name', 'defaultipsitelink',
        'delegated setup', 'deleted items', 'denied rodc password replication group', 'discovery management', 'distributed com users',
        'dnsadmins', 'dnsupdateproxy', 'domain admins', 'domain computers', 'domain controllers', 'domain guests', 'domain users',
        'edge transport servers', 'enterprise admins', 'enterprise domain controllers', 'enterprise key admins',
        'enterprise read-only domain controllers', 'event log readers', 'everyone', 'exchange administrative group (fydibohf23spdlt)',
        'exchange back end', 'exchange domain servers', 'exchange enterprise servers', 'exchange install domain servers',
        'exchange organization administrators', 'exchange public folder administrators', 'exchange recipient administrators',
        'exchange routing group (dwbgzmfd01qnbjr)', 'exchange servers', 'exchange trusted subsystem', 'exchange view-only administrators',
        'exchange windows permissions', 'exchangelegacyinterop', 'externally secured servers', 'first administrative group',
        'first organization', 'font driver host', 'global throttling policy', 'globalthrottlingpolicy', 'group policy creator owners',
        'guest', 'guests', 'help desk', 'hub transport servers', 'hygiene management', 'hyper-v administrators', 'iis apppool',
        'iis_iusrs', 'in-place archive', 'inbox', 'incoming forest trust builders', 'interactive', 'ipm_subtree', 'ips internal',
        'journaling', 'key admins', 'krbtgt', 'legacy exchange servers', 'local service', 'local system', 'localservice', 'localsystem',
        'mailer-daemon', 'managed availability servers', 'microsoft exchange', 'microsoft exchange certificate',
        'microsoft exchange hosted services', 'microsoft exchange server auth certificate', 'ms exchange', 'network',
        'network configuration operators', 'network service', 'networkservice', 'non_ipm_subtree', 'nt authority', 'nt service',
        'nt virtual machine', 'offline global address list', 'organization management', 'other organization', 'partner servers',
        'performance log users', 'performance monitor users', 'postmaster', 'pre-windows 2000 compatible access', 'principal self',
        'print operators', 'protected users', 'public folder management', 'public folders', 'ras and ias servers',
        'read-only domain controllers', 'recipient management', 'records management', 'remote desktop users', 'remote management users',
        'replicator', 'restricted', 'schema admins', 'security administrator', 'security reader', 'self', 'sent items',
        'server management', 'server operators', 'service', 'sitemailbox granted access members', 'storage replica administrators',
        'system', 'tasks', 'terminal server license servers', 'this organization', 'tnef', 'um management', 'users',
        'view-only organization management', 'wildcard', 'window manager', 'windows authorization access group', 'wmsvc', 'wmsvc-sha2'
    )
    Containers = ConvertTo-WordTable -Words @(
        'abuse', 'accepted domains', 'access control assistance operators', 'account operators', 'active directory connections',
        'address book mailbox policies', 'address book routing', 'address lists container', 'address-templates', 'addressing',
        'administrative groups', 'administrator', 'administrators', 'adminsdholder', 'all address lists', 'all contacts',
        'all distribution lists', 'all global address lists', 'all groups', 'all rooms', 'all system address lists', 'all users',
        'allowed rodc password replication group', 'anonymous', 'anonymous logon', 'approval applications',
        'arbitrationmailboxdefaultpolicy', 'arrays', 'auth configuration', 'authenticated users', 'autodiscover',
        'availability configuration', 'backup operators', 'batch', 'builtin', 'calendar', 'cert publishers',
        'certificate service dcom access', 'chat networks', 'client access', 'client access arrays', 'cloneable domain controllers',
        'compliance management', 'computers', 'conferencing', 'configuration', 'connections', 'contacts', 'creator group', 'creator owner',
        'cryptographic operators', 'database availability groups', 'databases', 'default', 'default address book policy',
        'default archive and retention policy', 'default exchange migration', 'default global address list', 'default mrm policy',
        'default offline address book', 'default offline address list', 'default policy', 'default retention policy',
        'default role assignment policy', 'default sharing policy', 'default throttling policy', 'default web site',
        'default-first-site-name', 'defaultipsitelink', 'delegated setup', 'deleted items', 'delivery restrictions',
        'denied rodc password replication group', 'directory service', 'discovery management', 'display-templates', 'displayspecifiers',
        'distributed com users', 'dlppolicies', 'dnsadmins', 'dnsupdateproxy', 'domain admins', 'domain computers', 'domain controllers',
        'domain guests', 'domain users', 'domains', 'edge transport servers', 'elc folders container', 'elc mailbox policies',
        'email address policies', 'enterprise admins', 'enterprise domain controllers', 'enterprise key admins',
        'enterprise read-only domain controllers', 'event log readers', 'everyone', 'exchange administrative group (fydibohf23spdlt)',
        'exchange assistance', 'exchange back end', 'exchange domain servers', 'exchange enterprise servers',
        'exchange install domain servers', 'exchange organization administrators', 'exchange public folder administrators',
        'exchange recipient administrators', 'exchange routing group (dwbgzmfd01qnbjr)', 'exchange servers', 'exchange settings',
        'exchange trusted subsystem', 'exchange view-only administrators', 'exchange windows permissions', 'exchangelegacyinterop',
        'extended-rights', 'externally secured servers', 'federation', 'federation trusts', 'first administrative group',
        'first organization', 'folder hierarchies', 'font driver host', 'foreignsecurityprincipals', 'forestupdates', 'frontend',
        'global settings', 'global throttling policy', 'globalthrottlingpolicy', 'group policy creator owners', 'guest', 'guests',
        'help desk', 'hosted content filter', 'http', 'hub transport servers', 'hybrid configuration', 'hygiene management',
        'hyper-v administrators', 'iis apppool', 'iis_iusrs', 'imap4', 'in-place archive', 'inbox', 'incoming forest trust builders',
        'information store', 'informationstore', 'inter-site transports', 'interactive', 'internet message formats',
        'intra-organization connectors', 'ip', 'ipm_subtree', 'ips internal', 'journaling', 'key admins', 'krbtgt',
        'legacy exchange servers', 'local service', 'local system', 'localservice', 'localsystem', 'lostandfound', 'lostandfoundconfig',
        'mailer-daemon', 'managed availability servers', 'managed service accounts', 'message classifications',
        'message delivery restrictions', 'message hygiene', 'microsoft', 'microsoft corporation', 'microsoft dsa', 'microsoft exchange',
        'microsoft exchange autodiscover', 'microsoft exchange certificate', 'microsoft exchange hosted services',
        'microsoft exchange security groups', 'microsoft exchange server auth certificate', 'microsoft exchange system objects',
        'microsoft mta', 'microsoft system attendant', 'microsoft windows', 'mobile mailbox policies', 'mobile mailbox settings',
        'monitoring mailboxes', 'monitoring settings', 'ms exchange', 'network', 'network configuration operators', 'network service',
        'networkservice', 'nntp', 'non_ipm_subtree', 'nt authority', 'nt service', 'nt virtual machine', 'ntds quotas', 'ntds settings',
        'offline address lists', 'offline global address list', 'organization management', 'organization relationships',
        'other organization', 'outlook web access', 'owa mailbox policies', 'partitions', 'partner applications', 'partner servers',
        'password settings container', 'performance log users', 'performance monitor users', 'physical locations', 'policies', 'pop3',
        'postmaster', 'pre-windows 2000 compatible access', 'principal self', 'print operators', 'program data', 'protected users',
        'protocols', 'provisioning policy container', 'public folder management', 'public folders', 'ras and ias servers', 'rbac',
        'read-only domain controllers', 'recipient management', 'recipient policies', 'records management',
        'remote accounts policies container', 'remote desktop users', 'remote management users', 'replicator', 'resource policies',
        'restricted', 'retention policies container', 'retention policy tag container', 'role assignment policies', 'role assignments',
        'roles', 'routing groups', 'rules', 'schema', 'schema admins', 'scopes', 'security administrator', 'security reader', 'self',
        'sent items', 'server management', 'server operators', 'servers', 'service', 'services', 'sharing policies',
        'sitemailbox granted access members', 'sites', 'smtp', 'smtp receive connectors', 'smtp send connectors',
        'storage replica administrators', 'subnets', 'system', 'system policies', 'tasks', 'terminal server license servers',
        'this organization', 'throttling policies', 'tnef', 'transport', 'transport settings', 'transportversioned',
        'um autoattendant container', 'um dialplan container', 'um hunt groups container', 'um mailbox policies', 'um management', 'users',
        'view-only organization management', 'wellknown security principals', 'wildcard', 'window manager', 'windows',
        'windows authorization access group', 'windows nt', 'wmsvc', 'wmsvc-sha2', 'workload management settings'
    )
    Suffixes = ConvertTo-WordTable -Words @(
        'aero', 'agency', 'app', 'arpa', 'asia', 'bank', 'berlin', 'biz', 'care', 'cat', 'cloud', 'club', 'com', 'company', 'coop', 'corp',
        'dev', 'digital', 'edu', 'email', 'example', 'global', 'gov', 'group', 'hamburg', 'health', 'home', 'home.arpa', 'info', 'int',
        'intern', 'internal', 'intra', 'intranet', 'invalid', 'jobs', 'lan', 'local', 'localdomain', 'localhost', 'london',
        'mail.onmicrosoft.com', 'mail.protection.outlook.com', 'microsoft.com', 'microsoftonline.com', 'mil', 'mobi', 'museum', 'name',
        'net', 'network', 'ntp.org', 'office.com', 'office365.com', 'online', 'onmicrosoft.com', 'org', 'outlook.com', 'pool.ntp.org',
        'post', 'private', 'pro', 'protection.outlook.com', 'services', 'shop', 'site', 'solutions', 'store', 'systems', 'tech',
        'technology', 'tel', 'test', 'time.nist.gov', 'time.windows.com', 'top', 'travel', 'windows.com', 'windows.net', 'world', 'xyz'
    )
    SecondLevels = ConvertTo-WordTable -Words @(
        'ac', 'co', 'com', 'edu', 'gob', 'gov', 'gv', 'ne', 'net', 'nom', 'or', 'org'
    )
    NoTerms = ConvertTo-WordTable -Words @(
        'access', 'active', 'administrator', 'client', 'default', 'edge', 'exchange', 'false', 'frontend', 'hub', 'local', 'localhost',
        'mail', 'mailbox', 'microsoft', 'none', 'null', 'org', 'owa', 'server', 'smtp', 'system', 'test', 'transport', 'true', 'users',
        'windows', 'workgroup'
    )
    LabelPattern = @(
        '^(?:owa|ecp|ews|oab|rpc|rpcwithcert|mapi|autodiscover|powershell|microsoft-server-activesync) \((?:default web site|exchange back end)\)$',
        '^(?:exchange|exchweb|public|exadmin) \(default web site\)$',
        '^mailbox database [0-9]{10}$',
        '^public folder database [0-9]{10}$',
        '^(?:inbound from|outbound to) office 365(?: - [0-9a-f-]{36})?$',
        '^on-premises to office 365(?: - [0-9a-f-]{36})?$',
        '^edgesync - (?:inbound to )?default-first-site-name(?: to internet)?$',
        '^defaultthrottlingpolicy_[0-9a-f-]{36}$',
        '^health ?mailbox-?[0-9a-f-]{32,36}$',
        '^(?:systemmailbox|discoverysearchmailbox ?)\{[0-9a-f-]{36}\}$',
        '^(?:federatedemail|migration|healthmailbox)\.[0-9a-f-]{36}$',
        '^microsoftexchange[0-9a-f]{32}$',
        '^(?:sm_|healthmailbox)[0-9a-f]{7,17}$'
    ) -join '|'
    ServerPattern = '^((?:default|client|default frontend|client frontend|client proxy|outbound proxy frontend|default internal receive connector|internal receive connector|anonymous relay|windows sbs internet receive|windows sbs fax sharepoint receive) )([^ ]+)()$'
    TextPatterns = @(
        'S-1-[0-9]+(?:-[0-9]+)+',
        '[^ \t\r\n@<>"''(),;:=\[\]\\/]+@[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)+',
        '(?:CN|OU|DC|O|L)=(?:\\.|[^,\\=\r\n])+(?:, ?(?:CN|OU|DC|O|L)=(?:\\.|[^,\\=\r\n])+)*, ?DC=[A-Za-z0-9_-]+',
        '\\Users\\[^\\/:*?"<>|\r\n]+',
        '(?<![A-Za-z0-9:\\])\\\\[A-Za-z0-9_.-]+',
        '(?<![A-Za-z0-9:.])(?:[0-9A-Fa-f]{0,4}:){2,7}(?:[0-9]{1,3}(?:\.[0-9]{1,3}){3}|[0-9A-Fa-f]{0,4})(?![A-Za-z0-9:]|\.[0-9])',
        '(?<![A-Za-z0-9.])(?<!ersion )[0-9]{1,3}(?:\.[0-9]{1,3}){3}(?:/[0-9]{1,2}|-[0-9]{1,3}(?:\.[0-9]{1,3}){3})?(?![A-Za-z0-9]|\.[0-9])'
    )
    SpecialUnits = @{
        '169' = @(254)
        '192' = @(0, 31, 52, 88, 168, 175)
        '198' = @(18, 19, 51)
        '203' = @(0)
        '192.0' = @(0, 2)
        '192.31' = @(196)
        '192.52' = @(193)
        '192.88' = @(99)
        '192.175' = @(48)
        '198.51' = @(100)
        '203.0' = @(113)
    }
}
$RedactionVectors = @(
    @{ Mode = 'Neutral'; Holds = 'size'; In = '36 MB (37,748,736 bytes)'; Out = '37748736' }
    @{ Mode = 'Neutral'; Holds = 'size'; In = '35 MB (36.700.160 Bytes)'; Out = '36700160' }
    @{ Mode = 'Neutral'; Holds = 'size'; In = '152.1 MB (159{u+00a0}449{u+00a0}088 bytes)'; Out = '159449088' }
    @{ Mode = 'Neutral'; Holds = 'size'; In = '1.5 GB'; Out = '1610612736' }
    @{ Mode = 'Neutral'; Holds = 'size'; In = 'Unlimited'; Out = 'Unlimited' }
    @{ Mode = 'Neutral'; Holds = 'size'; In = '1048576'; Out = '1048576' }
    @{ Mode = 'Neutral'; Holds = 'Unlimited<int>'; In = '5000'; Out = '5000' }
    @{ Mode = 'Neutral'; Holds = 'Unlimited<int>'; In = 'Unlimited'; Out = 'Unlimited' }
    @{ Mode = 'Neutral'; Holds = 'duration'; In = '00:10:00'; Out = '600' }
    @{ Mode = 'Neutral'; Holds = 'duration'; In = '-1.02:03:04.5'; Out = '-93784.5' }
    @{ Mode = 'Neutral'; Holds = 'duration'; In = '600'; Out = '600' }
    @{ Mode = 'Neutral'; Holds = 'bool'; In = 'True'; Out = 'True' }
    @{ Mode = 'Neutral'; Holds = 'bool'; In = 'false'; Out = 'False' }
    @{ Mode = 'Neutral'; Holds = 'int'; In = '-12'; Out = '-12' }
    @{ Mode = 'Neutral'; Holds = 'float'; In = '1.5'; Out = '1.5' }
    @{ Mode = 'Neutral'; Holds = 'guid'; In = '{0d8e4f6a-1b2c-4d5e-8f90-a1b2c3d4e5f6}'; Out = '0d8e4f6a-1b2c-4d5e-8f90-a1b2c3d4e5f6' }
    @{ Mode = 'Neutral'; Holds = 'flags'; In = 'AnonymousUsers, ExchangeServers'; Out = 'AnonymousUsers ExchangeServers' }
    @{ Mode = 'Neutral'; Holds = 'flags'; In = '{Tls, Integrated}'; Out = 'Tls Integrated' }
    @{ Mode = 'Neutral'; Holds = 'string'; In = 'a text'; Out = 'a text' }
    @{ Mode = 'Cell'; Holds = 'cell'; In = 'plain'; Out = 'plain' }
    @{ Mode = 'Cell'; Holds = 'cell'; In = 'a|b'; Out = 'a\pb' }
    @{ Mode = 'Cell'; Holds = 'cell'; In = 'C:\temp'; Out = 'C:\\temp' }
    @{ Mode = 'Cell'; Holds = 'cell'; In = 'two{u+000d}{u+000a}lines'; Out = 'two\r\nlines' }
    @{ Mode = 'Cell'; Holds = 'cell'; In = '\0'; Out = '\\0' }
    @{ Mode = 'Cell'; Holds = 'cell'; In = '\e'; Out = '\\e' }
    @{ Mode = 'Cell'; Holds = 'cell'; In = ''; Out = '' }
    @{ Mode = 'Names'; Holds = 'plain'; In = '36'; Out = '36' }
    @{ Mode = 'Names'; Holds = 'label'; In = 'Relay for printers'; Out = 'u_bcc4cd6c83be' }
    @{ Mode = 'Names'; Holds = 'label'; In = 'RELAY FOR PRINTERS'; Out = 'u_bcc4cd6c83be' }
    @{ Mode = 'Names'; Holds = 'label'; In = 'M{u+00dc}LLER GmbH'; Out = 'u_4cc3607fda55' }
    @{ Mode = 'Names'; Holds = 'label'; In = '{u+03a3}{u+039f}{u+03a6}{u+0399}{u+0391}'; Out = 'u_08aee8cc0367' }
    @{ Mode = 'Names'; Holds = 'label'; In = '{u+0418}{u+0432}{u+0430}{u+043d}'; Out = 'u_f7bf4487d51a' }
    @{ Mode = 'Names'; Holds = 'label'; In = 'EX1'; Out = 'S33CC2875' }
    @{ Mode = 'Names'; Holds = 'label'; In = 'ex1.contoso.com'; Out = 's33cc2875.x0f39b3e3.com' }
    @{ Mode = 'Names'; Holds = 'label'; In = 'EX1\Default Frontend EX1'; Out = 'S33CC2875\Default Frontend S33CC2875' }
    @{ Mode = 'Names'; Holds = 'label'; In = 'EX9\Default Frontend EX9'; Out = 'u_2a22d4fc6693\u_9c6ea0bf3504' }
    @{ Mode = 'Names'; Holds = 'label'; In = 'EX2\owa (Default Web Site)'; Out = 'S6FFCB301\owa (Default Web Site)' }
    @{ Mode = 'Names'; Holds = 'label'; In = 'Organization Management'; Out = 'Organization Management' }
    @{ Mode = 'Names'; Holds = 'label'; In = 'contoso.com/Users/John Smith'; Out = 'u_6f721df0faac/Users/u_06e74aeb3ba9' }
    @{ Mode = 'Names'; Holds = 'label'; In = 'contoso.com/Users/Sales\/Marketing'; Out = 'u_6f721df0faac/Users/u_4e938e44ec53\/u_82f0412f1078' }
    @{ Mode = 'Names'; Holds = 'label'; In = 'john.smith@contoso.com'; Out = 'u_a9e051cadd33@x0f39b3e3.com' }
    @{ Mode = 'Names'; Holds = 'label'; In = '0d8e4f6a-1b2c-4d5e-8f90-a1b2c3d4e5f6'; Out = '0d8e4f6a-1b2c-4d5e-8f90-a1b2c3d4e5f6' }
    @{ Mode = 'Names'; Holds = 'label'; In = 'HealthMailbox0123456789abcdef0123456789abcdef'; Out = 'HealthMailbox0123456789abcdef0123456789abcdef' }
    @{ Mode = 'Names'; Holds = 'label'; In = ''; Out = '' }
    @{ Mode = 'Names'; Holds = 'account'; In = 'CONTOSO\john'; Out = 'u_fbcf16eeaa37\u_8232863cbaaa' }
    @{ Mode = 'Names'; Holds = 'account'; In = 'NT AUTHORITY\SYSTEM'; Out = 'NT AUTHORITY\SYSTEM' }
    @{ Mode = 'Names'; Holds = 'account'; In = 'S-1-5-21-1004336348-1177238915-682003330-1107'; Out = 'S-1-5-21-1994887315-3182568198-2505276814-1107' }
    @{ Mode = 'Names'; Holds = 'host'; In = 'mail.contoso.com'; Out = 'x7ca73e4e.x0f39b3e3.com' }
    @{ Mode = 'Names'; Holds = 'host'; In = 'Contoso.COM'; Out = 'x0f39b3e3.com' }
    @{ Mode = 'Names'; Holds = 'host'; In = '*.contoso.com'; Out = '*.x0f39b3e3.com' }
    @{ Mode = 'Names'; Holds = 'host'; In = 'autodiscover.contoso.co.uk'; Out = 'x5dc887ce.x0f39b3e3.co.uk' }
    @{ Mode = 'Names'; Holds = 'host'; In = 'contoso.mail.onmicrosoft.com'; Out = 'x0f39b3e3.mail.onmicrosoft.com' }
    @{ Mode = 'Names'; Holds = 'host'; In = 'contoso-com.mail.protection.outlook.com'; Out = 'x4070d218.mail.protection.outlook.com' }
    @{ Mode = 'Names'; Holds = 'host'; In = 'ex1.corp.contoso.com'; Out = 's33cc2875.xfa445e37.x0f39b3e3.com' }
    @{ Mode = 'Names'; Holds = 'host'; In = 'EX2'; Out = 's6ffcb301' }
    @{ Mode = 'Names'; Holds = 'host'; In = '*'; Out = '*' }
    @{ Mode = 'Names'; Holds = 'host'; In = '--'; Out = '--' }
    @{ Mode = 'Names'; Holds = 'host'; In = 'smtp:*.fabrikam.com;1'; Out = 'smtp:*.x169176cc.com;1' }
    @{ Mode = 'Names'; Holds = 'host'; In = '[10.1.2.3]'; Out = '[10.3.223.3]' }
    @{ Mode = 'Names'; Holds = 'host'; In = '10.1.2.3,relay.contoso.com'; Out = '10.3.223.3,x8eaf096c.x0f39b3e3.com' }
    @{ Mode = 'Names'; Holds = 'host'; In = 'dc1.contoso.com,0x8 time.windows.com,0x9'; Out = 'x18e81b6f.x0f39b3e3.com,0x8 time.windows.com,0x9' }
    @{ Mode = 'Names'; Holds = 'host'; In = 'HTTP/mail.contoso.com'; Out = 'HTTP/x7ca73e4e.x0f39b3e3.com' }
    @{ Mode = 'Names'; Holds = 'host'; In = '*:443:mail.contoso.com'; Out = '*:443:x7ca73e4e.x0f39b3e3.com' }
    @{ Mode = 'Names'; Holds = 'host'; In = 'mail.contoso.com:8443'; Out = 'x7ca73e4e.x0f39b3e3.com:8443' }
    @{ Mode = 'Names'; Holds = 'host'; In = 'b{u+00fc}cher.example'; Out = 'x56c5d514.example' }
    @{ Mode = 'Names'; Holds = 'url'; In = 'https://mail.contoso.com/owa'; Out = 'https://x7ca73e4e.x0f39b3e3.com/owa' }
    @{ Mode = 'Names'; Holds = 'url'; In = 'https://EX1.contoso.com:444/EWS/Exchange.asmx'; Out = 'https://s33cc2875.x0f39b3e3.com:444/EWS/Exchange.asmx' }
    @{ Mode = 'Names'; Holds = 'url'; In = 'https://user@mail.contoso.com/x?realm=contoso.com'; Out = 'https://x7ca73e4e.x0f39b3e3.com/x?realm=x0f39b3e3.com' }
    @{ Mode = 'Names'; Holds = 'url'; In = '\\ex1\share\file.oab'; Out = '\\s33cc2875\share\file.oab' }
    @{ Mode = 'Names'; Holds = 'url'; In = '/owa/contoso'; Out = '/owa/u_fbcf16eeaa37' }
    @{ Mode = 'Names'; Holds = 'smtp'; In = 'John.Smith@contoso.com'; Out = 'u_a9e051cadd33@x0f39b3e3.com' }
    @{ Mode = 'Names'; Holds = 'smtp'; In = 'SMTP:postmaster@mail.contoso.com'; Out = 'SMTP:postmaster@x7ca73e4e.x0f39b3e3.com' }
    @{ Mode = 'Names'; Holds = 'smtp'; In = 'X500:/o=First Organization/cn=Recipients/cn=john'; Out = 'X500:/u_4e94ffc2188c/u_c93bc8e310e1/u_abaa2975fa76' }
    @{ Mode = 'Names'; Holds = 'smtp'; In = '<>'; Out = '<>' }
    @{ Mode = 'Names'; Holds = 'smtp'; In = 'John <john@contoso.com>'; Out = 'u_f9669af8a9fd' }
    @{ Mode = 'Names'; Holds = 'dn'; In = 'CN=Smith\, John,OU=Sales,DC=contoso,DC=com'; Out = 'CN=u_838398d0d1c9,OU=u_4e938e44ec53,DC=x0f39b3e3,DC=com' }
    @{ Mode = 'Names'; Holds = 'dn'; In = 'CN=Default EX1,CN=SMTP Receive Connectors,CN=Protocols,CN=EX1,CN=Servers,CN=Contoso Ltd,CN=Microsoft Exchange,CN=Services,DC=contoso,DC=com'; Out = 'CN=Default S33CC2875,CN=SMTP Receive Connectors,CN=Protocols,CN=S33CC2875,CN=Servers,CN=u_2724926ea4f5,CN=Microsoft Exchange,CN=Services,DC=x0f39b3e3,DC=com' }
    @{ Mode = 'Names'; Holds = 'dn'; In = 'CN=ms-Exch-Smtp-Receive-Connector,CN=Schema,CN=Configuration,DC=contoso,DC=com'; Out = 'CN=ms-Exch-Smtp-Receive-Connector,CN=Schema,CN=Configuration,DC=x0f39b3e3,DC=com' }
    @{ Mode = 'Names'; Holds = 'dn'; In = 'CN=a\\b \+ c,DC=corp,DC=contoso,DC=com'; Out = 'CN=u_5167dd15d181\\u_bfa12b4c6473,DC=xfa445e37,DC=x0f39b3e3,DC=com' }
    @{ Mode = 'Names'; Holds = 'dn'; In = 'contoso.com/Users/John Smith'; Out = 'u_6f721df0faac/Users/u_06e74aeb3ba9' }
    @{ Mode = 'Names'; Holds = 'sid'; In = 'S-1-5-21-1004336348-1177238915-682003330-1107'; Out = 'S-1-5-21-1994887315-3182568198-2505276814-1107' }
    @{ Mode = 'Names'; Holds = 'sid'; In = 'S-1-5-21-1004336348-1177238915-682003330'; Out = 'S-1-5-21-1994887315-3182568198-2505276814' }
    @{ Mode = 'Names'; Holds = 'sid'; In = 'S-1-5-21-9-9-9-512'; Out = 'S-1-5-21-2474028640-3194401601-1496413957-512' }
    @{ Mode = 'Names'; Holds = 'sid'; In = 'S-1-5-32-544'; Out = 'S-1-5-32-544' }
    @{ Mode = 'Names'; Holds = 'sid'; In = 'S-1-9-1419165041-1139599005-3936102811-1022490595-21'; Out = 'S-1-9-1419165041-1139599005-3936102811-1022490595-21' }
    @{ Mode = 'Names'; Holds = 'sid'; In = 'S-1-12-1-1-2-3-4'; Out = 'S-1-12-1-1622153196-4252639332-1843051051-2099472861' }
    @{ Mode = 'Names'; Holds = 'sid'; In = 'S-1-5-7'; Out = 'S-1-5-7' }
    @{ Mode = 'Names'; Holds = 'sid'; In = 'CONTOSO\john'; Out = 'u_fbcf16eeaa37\u_8232863cbaaa' }
    @{ Mode = 'Names'; Holds = 'sddl'; In = 'D:(A;;GA;;;S-1-5-21-1004336348-1177238915-682003330-1107)(A;;CCLC;;;WD)(D;;SD;;;S-1-5-32-544)'; Out = 'D:(A;;GA;;;S-1-5-21-1994887315-3182568198-2505276814-1107)(A;;CCLC;;;WD)(D;;SD;;;S-1-5-32-544)' }
    @{ Mode = 'Names'; Holds = 'address'; In = '10.1.2.3'; Out = '10.3.223.3' }
    @{ Mode = 'Names'; Holds = 'address'; In = '10.1.2.0/24'; Out = '10.3.223.0/24' }
    @{ Mode = 'Names'; Holds = 'address'; In = '10.1.0.0/16'; Out = '10.3.0.0/16' }
    @{ Mode = 'Names'; Holds = 'address'; In = '10.1.2.10-10.1.2.60'; Out = '10.3.223.10-10.3.223.60' }
    @{ Mode = 'Names'; Holds = 'address'; In = '10.1.1.0-10.1.10.255'; Out = '10.3.208.0-10.3.223.255' }
    @{ Mode = 'Names'; Holds = 'address'; In = '172.20.5.9'; Out = '172.16.59.9' }
    @{ Mode = 'Names'; Holds = 'address'; In = '192.168.1.0(255.255.255.0)'; Out = '192.168.185.0(255.255.255.0)' }
    @{ Mode = 'Names'; Holds = 'address'; In = '192.168.1.0/255.255.255.0'; Out = '192.168.185.0/255.255.255.0' }
    @{ Mode = 'Names'; Holds = 'address'; In = '100.70.1.1'; Out = '100.91.190.1' }
    @{ Mode = 'Names'; Holds = 'address'; In = '169.254.3.4'; Out = '169.254.117.4' }
    @{ Mode = 'Names'; Holds = 'address'; In = '8.8.4.4'; Out = '8.20.124.4' }
    @{ Mode = 'Names'; Holds = 'address'; In = '203.0.113.25'; Out = '198.51.100.25' }
    @{ Mode = 'Names'; Holds = 'address'; In = '192.0.2.0-192.0.2.255'; Out = '203.0.113.0-203.0.113.255' }
    @{ Mode = 'Names'; Holds = 'address'; In = '11.0.0.0-126.255.255.255'; Out = '11.0.0.0-126.255.255.255' }
    @{ Mode = 'Names'; Holds = 'address'; In = '0.0.0.0-255.255.255.255'; Out = '0.0.0.0-255.255.255.255' }
    @{ Mode = 'Names'; Holds = 'address'; In = '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'; Out = '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff' }
    @{ Mode = 'Names'; Holds = 'address'; In = '0.0.0.0:25'; Out = '0.0.0.0:25' }
    @{ Mode = 'Names'; Holds = 'address'; In = '[::]:25'; Out = '[::]:25' }
    @{ Mode = 'Names'; Holds = 'address'; In = '10.1.2.3:2525'; Out = '10.3.223.3:2525' }
    @{ Mode = 'Names'; Holds = 'address'; In = '127.0.0.1'; Out = '127.0.0.1' }
    @{ Mode = 'Names'; Holds = 'address'; In = '2001:db8::5'; Out = '2001:db8:b42c:64bc:3ebc:4142:4f6f:5a05' }
    @{ Mode = 'Names'; Holds = 'address'; In = '[2001:4860:4860::8888]:25'; Out = '[2001:b5af:c80:71d3:725d:c997:4f3b:b88]:25' }
    @{ Mode = 'Names'; Holds = 'address'; In = 'fd12:3456:789a::/48'; Out = 'fd5f:f565:3f62:0:0:0:0:0/48' }
    @{ Mode = 'Names'; Holds = 'address'; In = 'fe80::1c2d:3e4f:5a6b:7c8d%12'; Out = 'fe80:0:0:0:3648:68bc:ee2f:488d' }
    @{ Mode = 'Names'; Holds = 'address'; In = '::ffff:10.1.2.3'; Out = '::ffff:10.3.223.3' }
    @{ Mode = 'Names'; Holds = 'address'; In = '2001:4860::1-2001:4860::ff'; Out = '2001:b5af:44e0:cd17:a90:816c:96cd:9001-2001:b5af:44e0:cd17:a90:816c:96cd:90ff' }
    @{ Mode = 'Names'; Holds = 'address'; In = '10.1.2.3, 10.1.2.4'; Out = '10.3.223.3, 10.3.223.4' }
    @{ Mode = 'Names'; Holds = 'words'; In = 'MSExchangeTransport'; Out = 'MSExchangeTransport' }
    @{ Mode = 'Names'; Holds = 'words'; In = 'EX1 of Contoso Ltd says john@contoso.com via 10.1.2.3 and fe80::7 at 12:30:45, 15.2.986.5'; Out = 'S33CC2875 of u_2724926ea4f5 says u_8232863cbaaa@x0f39b3e3.com via 10.3.223.3 and fe80:0:0:0:2a65:21f2:306a:2507 at 12:30:45, 15.2.986.5' }
    @{ Mode = 'Names'; Holds = 'words'; In = 'CONTOSO\svc on ex2.contoso.com; S-1-5-21-9-9-9-500 in CN=Smith,OU=Sales,DC=contoso,DC=com not found'; Out = 'u_fbcf16eeaa37\u_c7b9e213b7bd on s6ffcb301.x0f39b3e3.com; S-1-5-21-2474028640-3194401601-1496413957-500 in CN=u_a1daf9c57b7b,OU=u_4e938e44ec53,DC=x0f39b3e3,DC=com not found' }
    @{ Mode = 'Names'; Holds = 'words'; In = 'ContosoBackup reads \\ex1\logs and \\nas7\logs'; Out = 'u_fbcf16eeaa37Backup reads \\s33cc2875\logs and \\x2d4690ff\logs' }
    @{ Mode = 'Names'; Holds = 'path'; In = 'C:\Users\john\AppData'; Out = 'C:\Users\u_8232863cbaaa\AppData' }
    @{ Mode = 'Names'; Holds = 'path'; In = 'C:\Users\Public\x'; Out = 'C:\Users\Public\x' }
    @{ Mode = 'Names'; Holds = 'path'; In = 'D:\Contoso\Logs'; Out = 'D:\u_fbcf16eeaa37\Logs' }
    @{ Mode = 'Names'; Holds = 'text'; In = 'call John, 0711 123'; Out = $null }
    @{ Mode = 'Names'; Holds = 'x509'; In = 'MIIC'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'plain'; In = '36'; Out = '36' }
    @{ Mode = 'Strict'; Holds = 'label'; In = 'Relay for printers'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'label'; In = 'RELAY FOR PRINTERS'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'label'; In = 'M{u+00dc}LLER GmbH'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'label'; In = '{u+03a3}{u+039f}{u+03a6}{u+0399}{u+0391}'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'label'; In = '{u+0418}{u+0432}{u+0430}{u+043d}'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'label'; In = 'EX1'; Out = 'SRV2' }
    @{ Mode = 'Strict'; Holds = 'label'; In = 'ex1.contoso.com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'label'; In = 'EX1\Default Frontend EX1'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'label'; In = 'EX9\Default Frontend EX9'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'label'; In = 'EX2\owa (Default Web Site)'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'label'; In = 'Organization Management'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'label'; In = 'contoso.com/Users/John Smith'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'label'; In = 'contoso.com/Users/Sales\/Marketing'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'label'; In = 'john.smith@contoso.com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'label'; In = '0d8e4f6a-1b2c-4d5e-8f90-a1b2c3d4e5f6'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'label'; In = 'HealthMailbox0123456789abcdef0123456789abcdef'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'label'; In = ''; Out = $null }
    @{ Mode = 'Strict'; Holds = 'account'; In = 'CONTOSO\john'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'account'; In = 'NT AUTHORITY\SYSTEM'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'account'; In = 'S-1-5-21-1004336348-1177238915-682003330-1107'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = 'mail.contoso.com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = 'Contoso.COM'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = '*.contoso.com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = 'autodiscover.contoso.co.uk'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = 'contoso.mail.onmicrosoft.com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = 'contoso-com.mail.protection.outlook.com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = 'ex1.corp.contoso.com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = 'EX2'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = '*'; Out = '*' }
    @{ Mode = 'Strict'; Holds = 'host'; In = '--'; Out = '--' }
    @{ Mode = 'Strict'; Holds = 'host'; In = 'smtp:*.fabrikam.com;1'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = '[10.1.2.3]'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = '10.1.2.3,relay.contoso.com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = 'dc1.contoso.com,0x8 time.windows.com,0x9'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = 'HTTP/mail.contoso.com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = '*:443:mail.contoso.com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = 'mail.contoso.com:8443'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'host'; In = 'b{u+00fc}cher.example'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'url'; In = 'https://mail.contoso.com/owa'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'url'; In = 'https://EX1.contoso.com:444/EWS/Exchange.asmx'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'url'; In = 'https://user@mail.contoso.com/x?realm=contoso.com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'url'; In = '\\ex1\share\file.oab'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'url'; In = '/owa/contoso'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'smtp'; In = 'John.Smith@contoso.com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'smtp'; In = 'SMTP:postmaster@mail.contoso.com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'smtp'; In = 'X500:/o=First Organization/cn=Recipients/cn=john'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'smtp'; In = '<>'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'smtp'; In = 'John <john@contoso.com>'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'dn'; In = 'CN=Smith\, John,OU=Sales,DC=contoso,DC=com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'dn'; In = 'CN=Default EX1,CN=SMTP Receive Connectors,CN=Protocols,CN=EX1,CN=Servers,CN=Contoso Ltd,CN=Microsoft Exchange,CN=Services,DC=contoso,DC=com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'dn'; In = 'CN=ms-Exch-Smtp-Receive-Connector,CN=Schema,CN=Configuration,DC=contoso,DC=com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'dn'; In = 'CN=a\\b \+ c,DC=corp,DC=contoso,DC=com'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'dn'; In = 'contoso.com/Users/John Smith'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'sid'; In = 'S-1-5-21-1004336348-1177238915-682003330-1107'; Out = 'S-1-5-21-0-0-1-1107' }
    @{ Mode = 'Strict'; Holds = 'sid'; In = 'S-1-5-21-1004336348-1177238915-682003330'; Out = 'S-1-5-21-0-0-1' }
    @{ Mode = 'Strict'; Holds = 'sid'; In = 'S-1-5-21-9-9-9-512'; Out = 'S-1-5-21-0-0-2-512' }
    @{ Mode = 'Strict'; Holds = 'sid'; In = 'S-1-5-32-544'; Out = 'S-1-5-32-544' }
    @{ Mode = 'Strict'; Holds = 'sid'; In = 'S-1-9-1419165041-1139599005-3936102811-1022490595-21'; Out = 'S-1-9-1419165041-1139599005-3936102811-1022490595-21' }
    @{ Mode = 'Strict'; Holds = 'sid'; In = 'S-1-12-1-1-2-3-4'; Out = 'S-1-12-1-0-0-0-3' }
    @{ Mode = 'Strict'; Holds = 'sid'; In = 'S-1-5-7'; Out = 'S-1-5-7' }
    @{ Mode = 'Strict'; Holds = 'sid'; In = 'CONTOSO\john'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'sddl'; In = 'D:(A;;GA;;;S-1-5-21-1004336348-1177238915-682003330-1107)(A;;CCLC;;;WD)(D;;SD;;;S-1-5-32-544)'; Out = 'D:(A;;GA;;;S-1-5-21-0-0-1-1107)(A;;CCLC;;;WD)(D;;SD;;;S-1-5-32-544)' }
    @{ Mode = 'Strict'; Holds = 'address'; In = '10.1.2.3'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '10.1.2.0/24'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '10.1.0.0/16'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '10.1.2.10-10.1.2.60'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '10.1.1.0-10.1.10.255'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '172.20.5.9'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '192.168.1.0(255.255.255.0)'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '192.168.1.0/255.255.255.0'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '100.70.1.1'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '169.254.3.4'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '8.8.4.4'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '203.0.113.25'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '192.0.2.0-192.0.2.255'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '11.0.0.0-126.255.255.255'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '0.0.0.0-255.255.255.255'; Out = '0.0.0.0-255.255.255.255' }
    @{ Mode = 'Strict'; Holds = 'address'; In = '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'; Out = '::-ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff' }
    @{ Mode = 'Strict'; Holds = 'address'; In = '0.0.0.0:25'; Out = '0.0.0.0:25' }
    @{ Mode = 'Strict'; Holds = 'address'; In = '[::]:25'; Out = '[::]:25' }
    @{ Mode = 'Strict'; Holds = 'address'; In = '10.1.2.3:2525'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '127.0.0.1'; Out = '127.0.0.1' }
    @{ Mode = 'Strict'; Holds = 'address'; In = '2001:db8::5'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '[2001:4860:4860::8888]:25'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = 'fd12:3456:789a::/48'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = 'fe80::1c2d:3e4f:5a6b:7c8d%12'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '::ffff:10.1.2.3'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '2001:4860::1-2001:4860::ff'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'address'; In = '10.1.2.3, 10.1.2.4'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'words'; In = 'MSExchangeTransport'; Out = 'MSExchangeTransport' }
    @{ Mode = 'Strict'; Holds = 'words'; In = 'EX1 of Contoso Ltd says john@contoso.com via 10.1.2.3 and fe80::7 at 12:30:45, 15.2.986.5'; Out = 'SRV2 of [removed] says [removed] via [removed] and [removed] at 12:30:45, 15.2.986.5' }
    @{ Mode = 'Strict'; Holds = 'words'; In = 'CONTOSO\svc on ex2.contoso.com; S-1-5-21-9-9-9-500 in CN=Smith,OU=Sales,DC=contoso,DC=com not found'; Out = '[removed] on SRV3; S-1-5-21-0-0-2-500 in [removed] not found' }
    @{ Mode = 'Strict'; Holds = 'words'; In = 'ContosoBackup reads \\ex1\logs and \\nas7\logs'; Out = '[removed]Backup reads \\SRV2\logs and \\[removed]\logs' }
    @{ Mode = 'Strict'; Holds = 'path'; In = 'C:\Users\john\AppData'; Out = 'C:\Users\[removed]\AppData' }
    @{ Mode = 'Strict'; Holds = 'path'; In = 'C:\Users\Public\x'; Out = 'C:\Users\Public\x' }
    @{ Mode = 'Strict'; Holds = 'path'; In = 'D:\Contoso\Logs'; Out = 'D:\[removed]\Logs' }
    @{ Mode = 'Strict'; Holds = 'text'; In = 'call John, 0711 123'; Out = $null }
    @{ Mode = 'Strict'; Holds = 'x509'; In = 'MIIC'; Out = $null }
)
# END generated vectors

function ConvertFrom-VectorText {
    <#
    .SYNOPSIS
    The text of a vector: `{u+00fc}` stands for the character of that number, since the script is ASCII.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][AllowNull()][AllowEmptyString()][object]$Text)
    if ($null -eq $Text) {
        return $null
    }
    $whole = "$Text"
    $result = ''
    $at = 0
    foreach ($found in [regex]::Matches($whole, '\{u\+[0-9a-f]{4}\}')) {
        $result += $whole.Substring($at, $found.Index - $at) + [char][int]('0x' + $found.Value.Substring(3, 4))
        $at = $found.Index + $found.Length
    }
    return ($result + $whole.Substring($at))
}

function Test-Values {
    <#
    .SYNOPSIS
    Tries neutral values, cells and redaction on the vectors that the analyzer's twin of this code has made.
    .OUTPUTS
    One object Name, Passed, Detail for each kind of vector; Detail says the first that failed.
    #>
    [CmdletBinding()]
    param()
    $saved = @{}
    foreach ($key in 'Redaction', 'RedactionKey', 'RedactionMemo', 'Terms', 'Map', 'SidDomains', 'Servers', 'Computer') {
        $saved[$key] = $Script:State[$key]
    }
    try {
        foreach ($mode in 'Neutral', 'Cell', 'Names', 'Strict') {
            if ($mode -eq 'Names' -and -not (Test-RedactionPossible -Mode 'Names')) {
                New-Object -TypeName PSObject -Property @{ Name = 'values: Names'; Passed = $true; Detail = 'not tried: this language mode has no HMAC, and -Redact Names is refused' }
            } else {
                Set-VectorState -Mode $mode
                Test-ValuesOfMode -Mode $mode
            }
        }
    } finally {
        foreach ($key in @($saved.Keys)) {
            $Script:State[$key] = $saved[$key]
        }
    }
}

function Set-VectorState {
    <#
    .SYNOPSIS
    Makes the state that the vectors were made in: three servers, a key of 32 counted bytes, an organization.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Mode)
    $Script:State.Redaction = 'None'
    if ('Names', 'Strict' -contains $Mode) {
        $Script:State.Redaction = $Mode
    }
    $Script:State.RedactionKey = [byte[]]@(0..31)
    $Script:State.Terms = @{}
    $Script:State.Map = @{}
    $Script:State.SidDomains = @{}
    $Script:State.Computer = 'EX1'
    $Script:State.Servers = @(@{ Name = 'EX2' }, @{ Name = 'EX1' }, @{ Name = 'EDGE1' })
    Reset-RedactionMemo
    foreach ($term in 'CONTOSO', 'contoso.com', 'Contoso Ltd') {
        Add-RedactionTerm -Term $term
    }
}

function Test-ValuesOfMode {
    <#
    .SYNOPSIS
    Tries the vectors of one mode.
    .OUTPUTS
    An object Name, Passed, Detail.
    #>
    [CmdletBinding()]
    param([Parameter(Mandatory=$true)][string]$Mode)
    $count = 0
    $failed = @()
    foreach ($vector in @($RedactionVectors | Where-Object { $_.Mode -eq $Mode })) {
        $count++
        $in = ConvertFrom-VectorText -Text $vector.In
        $out = ConvertFrom-VectorText -Text $vector.Out
        if ($Mode -eq 'Neutral') {
            $got = (ConvertTo-NeutralColumn -Value $in -Type $vector.Holds -IsUtc $true).Value
        } elseif ($Mode -eq 'Cell') {
            $got = ConvertTo-PayloadCell -Value $in
        } else {
            $got = Protect-Value -Value $in -Holds $vector.Holds
        }
        $isSame = ($null -eq $out -and $null -eq $got) -or ($null -ne $out -and $null -ne $got -and "$got" -ceq $out)
        if (-not $isSame) {
            $failed += $vector.Holds + ' ' + $vector.In + ' gave ' + "$got" + ', expected ' + $vector.Out
        }
    }
    $detail = "$count vectors"
    if ($failed.Count -gt 0) {
        $detail = "$($failed.Count) of $count vectors differ; the first: " + $failed[0]
    }
    New-Object -TypeName PSObject -Property @{ Name = 'values: ' + $Mode; Passed = ($count -gt 0 -and $failed.Count -eq 0); Detail = $detail }
}
# Readers of Windows and of the directory: WMI, registry, LDAP, programs, files, events and certificates.

# Cmdlets of Windows; every other cmdlet that a source names is one of Exchange.
$WindowsCmdlets = @(
    'Get-Acl',
    'Get-AuthenticodeSignature',
    'Get-ClusterNode',
    'Get-Counter',
    'Get-EngineUpdateInformation',
    'Get-HotFix',
    'Get-LocalGroupMember',
    'Get-MpComputerStatus',
    'Get-MpPreference',
    'Get-NetAdapterRss',
    'Get-NetFirewallProfile',
    'Get-NetFirewallRule',
    'Get-NetTCPConnection',
    'Get-Service',
    'Get-SmbServerConfiguration',
    'Get-SmbShareAccess',
    'Get-TlsCipherSuite',
    'Get-WebBinding',
    'Get-Website',
    'Get-WindowsFeature',
    'Get-WinEvent'
)

# Registry values of Exchange by the key below HKLM\SOFTWARE\Microsoft\ExchangeServer\v14 or v15: these and no others.
$ExchangeRegistryKeys = @('', 'Setup', 'Diagnostics', 'Search\SystemParameters', 'Replay\Parameters', 'FIP-FS')

# Event ids that are counted at any level, with the log and the provider that they belong to.
$CountedEvents = @(
    @{ LogName = 'System'; ProviderName = 'Microsoft-Windows-DNS-Client'; Id = 1014 },
    @{ LogName = 'System'; ProviderName = 'NETLOGON'; Id = 5719 },
    @{ LogName = 'System'; ProviderName = 'NETLOGON'; Id = 5774 },
    @{ LogName = 'Application'; ProviderName = 'MSExchangeTransport'; Id = 16025 },
    @{ LogName = 'Application'; ProviderName = 'MSExchange ADAccess'; Id = 2102 },
    @{ LogName = 'Application'; ProviderName = 'MSExchange ADAccess'; Id = 2103 }
)

# Performance counters by their English names.
$CounterPaths = @(
    @{ Object = 'Hyper-V Dynamic Memory Integration Service'; Counter = 'Maximum Memory, MBytes'; Instance = '' },
    @{ Object = 'VM Memory'; Counter = 'Memory Reservation in MB'; Instance = '' },
    @{ Object = 'Network Interface'; Counter = 'Packets Received Discarded'; Instance = '*' }
)

# Sections of the IIS configuration that are exported, and words in an attribute's name that keep it out.
$IisSections = @(
    'system.applicationHost/sites',
    'system.applicationHost/log',
    'system.webServer/security/access',
    'system.webServer/security/authentication',
    'system.webServer/security/ipSecurity',
    'system.webServer/security/requestFiltering',
    'system.webServer/httpProtocol',
    'system.webServer/httpErrors',
    'system.webServer/httpRedirect',
    'system.webServer/directoryBrowse',
    'system.webServer/globalModules'
)
$IisSecretNames = 'password|secret|userName|connectionString|credential|token$|^key$|validationKey|decryptionKey'
$IisCollections = @('add', 'clear', 'remove', 'site', 'application', 'virtualDirectory', 'binding', 'rule', 'filteringRule', 'error')

# Names of Exchange's own groups by their GUID in otherWellKnownObjects.
$WellKnownGroups = @{
    'C262A929D691B74A9E068728F8F842EA' = 'Organization Management'
    'DB72C41D49580A4DB304FE6981E56297' = 'Recipient Management'
    '1A9E39D35ABE5747B979FFC0C6E5EA26' = 'View-Only Organization Management'
    '45FA417B3574DC4E929BC4B059699792' = 'Public Folder Management'
    'E80CDFB75697934981C898B4DBC5A0C6' = 'UM Management'
    'B3DDC6BE2A3BE84B97EB2DCE9477E389' = 'Help Desk'
    'BEA432C94E1D254EAF99B40573360D5B' = 'Records Management'
    'C67FDE2E8339674490FBAFDCA3DFDC95' = 'Discovery Management'
    '4DB8E7754EB6C1439565612E69A80A4F' = 'Server Management'
    'D1281926D1F55B44866D1D6B5BD87A09' = 'Delegated Setup'
    '03B709F451F3BF4388E33495369B6771' = 'Hygiene Management'
    'B30A449BA9B420458C4BB22F33C52766' = 'Compliance Management'
    'A7D2016C83F003458132789EEB127B84' = 'Exchange Servers'
    'EA876A58DB6DD04C9006939818F800EB' = 'Exchange Trusted Subsystem'
    '02522ECF9985984A9232056FC704CC8B' = 'Managed Availability Servers'
    '4C17D0117EBE6642AFAEE03BC66D381F' = 'Exchange Windows Permissions'
    '9C5B963F67F14A4B936CB8EFB19C4784' = 'ExchangeLegacyInterop'
    '776B176BD3CB2A4DA7829EA963693013' = 'Security Reader'
    '03D7F0316EF4B3498AC434B6E16F09D9' = 'Security Administrator'
    'A2A4102E6F676141A2C4AB50F3C102D5' = 'PublicFolderMailboxes'
}

# Local groups whose members are read, by SID: Administrators, Backup Operators, Hyper-V Administrators.
$LocalGroupSids = @('S-1-5-32-544', 'S-1-5-32-551', 'S-1-5-32-578')

# Properties of other datasets that readers here need: core keeps them from the rows that it writes.
$ReaderNeeds = @{
    transport_services          = @('Name', 'PickupDirectoryPath', 'ReplayDirectoryPath', 'MessageTrackingLogPath', 'ReceiveProtocolLogPath')
    frontend_transport_services = @('Name', 'ReceiveProtocolLogPath')
    transport_agents            = @('AssemblyPath')
    mailbox_databases           = @('Name', 'EdbFilePath', 'LogFolderPath')
    pop_settings                = @('LogFileLocation')
    imap_settings               = @('LogFileLocation')
}

# Computers that did not answer once: they are not asked again in this run.
$Script:UnreachableHosts = @{}

# What one run has already read and another dataset needs: application host configuration, expanded groups.
$Script:WindowsCache = @{}

function Test-ExchangeSource {
    <#
    .SYNOPSIS
        Tells whether a source is a cmdlet of Exchange.
    .OUTPUTS
        Boolean
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source
    )
    if ($Source.Kind -ne 'cmdlet') {
        return $false
    }
    return -not ($WindowsCmdlets -contains $Source.Read[0])
}

function Read-WindowsSource {
    <#
    .SYNOPSIS
        Reads one source of Windows or of the directory on one target.
    .OUTPUTS
        PSObjects with the property names of the catalogue; values are raw.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Dataset,
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target
    )
    $name = @(Get-SourceProperty -Dataset $Dataset -SourceId $Source.Id)
    if ($Source.Kind -eq 'wmi' -and $Dataset.Server -and $name -notcontains $Dataset.Server) {
        $name += $Dataset.Server
    }
    switch ($Dataset.Name) {
        'ad_accounts' { Read-DirectoryAccount }
        'ad_computers' { Read-DirectoryComputer -Name $name }
        'ad_connector_acls' { Read-ConnectorDescriptor -Source $Source -Name $name }
        'ad_database_acls' { Read-DatabaseDescriptor }
        'ad_domain_acls' { Read-DomainDescriptor }
        'ad_domain_controllers' { Read-DirectoryController }
        'ad_domains' { Read-DirectoryDomain }
        'ad_exchange_groups' { Read-ExchangeGroup }
        'ad_exchange_versions' { Read-ExchangeVersion }
        'ad_forest' { Read-DirectoryForest -Name $name }
        'ad_fsmo_roles' { Read-RoleOwner }
        'ad_group_members' { Read-GroupMember }
        'ad_lds_edge_sync' { Read-EdgeSyncLease }
        'ad_mailbox_acls' { Read-MailboxDescriptor }
        'ad_rootdse_times' { Read-ControllerTime }
        'ad_trusts' { Read-DirectoryTrust -Name $name }
        'exchange_config_files' { Read-ExchangeConfigFile -Target $Target }
        'iis_application_pools' { Read-IisApplicationPool -Target $Target }
        'iis_config' { Read-IisConfiguration -Target $Target }
        'iis_rewrite_rules' { Read-IisRewriteRule -Target $Target }
        'registry_acls' { Read-RegistryDescriptor -Source $Source -Target $Target }
        'registry_exchange' { Read-ExchangeRegistry -Source $Source -Target $Target -Name $name }
        'registry_http_ssl_bindings' { Read-SslBinding -Source $Source -Target $Target }
        'registry_network_cards' { Read-NetworkCard -Source $Source -Target $Target -Name $name }
        'registry_reboot_pending' { Read-RebootFlag -Target $Target }
        'registry_tcpip' { Read-TcpipRegistry -Source $Source -Target $Target -Name $name }
        'registry_time_zone' { Read-TimeZoneRegistry -Source $Source -Target $Target -Name $name }
        'registry_uninstall' { Read-UninstallRegistry -Source $Source -Target $Target -Name $name }
        'registry_winhttp' { Read-WinHttpProxy -Source $Source -Target $Target }
        'windows_antimalware_engines' { Read-AntimalwareEngine -Target $Target }
        'windows_antimalware_events' { Read-AntimalwareEvent -Target $Target }
        'windows_antimalware_folders' { Read-AntimalwareFolder -Target $Target }
        'windows_audit_policy' { Read-AuditPolicy -Target $Target }
        'windows_certificates' { Read-CertificateStore -Store 'My' -Target $Target -Name $name }
        'windows_cluster_nodes' { Read-ClusterNode -Source $Source -Target $Target -Name $name }
        'windows_defender' { Read-DefenderState -Target $Target }
        'windows_event_counts' { Read-EventCount -Target $Target }
        'windows_event_logs' { Read-EventLogSetting -Source $Source -Target $Target -Name $name }
        'windows_exsetup' { Read-SetupVersion -Target $Target }
        'windows_file_signatures' { Read-FileSignature -Target $Target }
        'windows_file_versions' { Read-FileVersion -Target $Target }
        'windows_files' { Read-WebFile -Target $Target }
        'windows_firewall_profiles' { Read-FirewallProfile -Source $Source -Target $Target }
        'windows_firewall_rules' { Read-FirewallRule -Target $Target }
        'windows_folder_acls' { Read-FolderDescriptor -Target $Target }
        'windows_hotfixes' { Read-Hotfix -Source $Source -Target $Target -Name $name }
        'windows_listening_ports' { Read-ListeningPort -Source $Source -Target $Target }
        'windows_local_group_members' { Read-LocalGroupMember -Target $Target }
        'windows_log_folders' { Read-LogFolder -Target $Target }
        'windows_network_adapter_rss' { Read-AdapterScaling -Target $Target -Name $name }
        'windows_performance_counters' { Read-PerformanceCounter -Target $Target }
        'windows_processors' { Read-Processor -Source $Source -Target $Target -Name $name }
        'windows_root_certificates' { Read-CertificateStore -Store 'Root' -Target $Target -Name $name }
        'windows_scheduled_tasks' { Read-ScheduledTask -Target $Target }
        'windows_services' { Read-ServiceState -Source $Source -Target $Target -Name $name }
        'windows_share_permissions' { Read-ShareAccess -Target $Target }
        'windows_smb_server_configuration' { Read-SmbConfiguration -Target $Target -Name $name }
        'windows_time_status' { Read-TimeStatus -Target $Target }
        'windows_tls_cipher_suites' { Read-CipherSuite -Target $Target }
        default { Read-GenericSource -Source $Source -Target $Target -Name $name }
    }
}

function Read-GenericSource {
    <#
    .SYNOPSIS
        Reads a source that its kind alone explains: a WMI class, registry keys, or one search in the directory.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    switch ($Source.Kind) {
        'wmi' { Read-WmiSource -Source $Source -Target $Target -Name $Name }
        'registry' { Read-RegistrySource -Source $Source -Target $Target -Name $Name }
        'ldap' { Read-LdapSource -Source $Source -Name $Name }
        default { Stop-Reading -Status error -Message ('this version of the script has no reader for ' + $Source.Read[0]) }
    }
}

function Get-SourceProperty {
    <#
    .SYNOPSIS
        Lists the properties that the columns of a dataset take from one source.
    .OUTPUTS
        Text: the first step of each path, each name once.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Dataset,
        [Parameter(Mandatory = $true)][string]$SourceId
    )
    $seen = @{}
    foreach ($column in @($Dataset.Columns)) {
        $paths = @($column.Paths)
        if ($column.SourcePaths -ne $null -and $column.SourcePaths.ContainsKey($SourceId)) {
            $paths = @($column.SourcePaths[$SourceId])
        }
        foreach ($path in $paths) {
            if ($path -match '^"?([A-Za-z_][A-Za-z0-9_-]*)' -and -not $seen.ContainsKey($matches[1])) {
                $seen[$matches[1]] = $true
                $matches[1]
            }
        }
    }
}

function Select-NamedProperty {
    <#
    .SYNOPSIS
        Copies the named properties that an object has; what it lacks stays away.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$InputObject,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    $table = @{}
    foreach ($one in $Name) {
        $held = $InputObject.PSObject.Properties[$one]
        if ($held -ne $null) {
            $table[$one] = $held.Value
        }
    }
    New-Object PSObject -Property $table
}

function Get-ErrorWord {
    <#
    .SYNOPSIS
        Joins what an error says in words that no language changes: identifiers, categories and codes.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$ErrorRecord
    )
    $words = @([string]$ErrorRecord.FullyQualifiedErrorId, [string]$ErrorRecord.CategoryInfo.Category)
    $exception = $ErrorRecord.Exception
    $depth = 0
    while ($exception -ne $null -and $depth -lt 5) {
        $words += [string]$exception.Message
        $words += [string]$exception.ErrorCode
        $words += [string]$exception.HResult
        $exception = $exception.InnerException
        $depth = $depth + 1
    }
    $words -join ' '
}

function Get-FailureStatus {
    <#
    .SYNOPSIS
        Says which status an error stands for.
    .OUTPUTS
        Text: access-denied, unreachable, not-available or error
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Word
    )
    $codes = @{
        'access-denied' = 'UnauthorizedAccess|PermissionDenied|SecurityException|AccessDenied|0x80070005|0x80041003|-2147024891|-2147217405'
        'unreachable'   = '0x800706BA|0x800706BF|0x80070035|0x8007203A|0x8007054B|-2147023174|-2147023169|-2147024843|-2147016646|-2147023541'
        'not-available' = 'InvalidClass|InvalidNamespace|0x80041010|0x8004100E|0x80041002|-2147217392|-2147217394|CommandNotFound|TypeNotFound|DriveNotFound'
    }
    foreach ($status in 'access-denied', 'unreachable', 'not-available') {
        if ($Word -match $codes[$status]) {
            return $status
        }
    }
    return 'error'
}

function Stop-FailedRead {
    <#
    .SYNOPSIS
        Ends a read with the status that an error stands for and a message that says what would cure it.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$ErrorRecord,
        [Parameter(Mandatory = $true)][string]$What,
        [string]$Computer = '',
        [string]$Right = 'run elevated, as local administrator of the computer'
    )
    if ($Script:State.ReadStatus -and [string]$ErrorRecord.Exception.Message -eq [string]$Script:State.ReadMessage) {
        throw $ErrorRecord
    }
    $status = Get-FailureStatus -Word (Get-ErrorWord -ErrorRecord $ErrorRecord)
    switch ($status) {
        'access-denied' {
            Stop-Reading -Status access-denied -Message ($What + ' was refused: ' + $Right)
        }
        'unreachable' {
            if ($Computer) {
                $Script:UnreachableHosts[$Computer] = $true
            }
            Stop-Reading -Status unreachable -Message ($What + ' had no answer: open RPC, or run the script on that computer with -LocalOnly')
        }
        'not-available' {
            Stop-Reading -Status not-available -Message ($What + ' is not there on this Windows or in this shell: ' + $ErrorRecord.Exception.Message)
        }
        default {
            Stop-Reading -Status error -Message ($What + ': ' + $ErrorRecord.Exception.Message)
        }
    }
}

function Get-TargetHost {
    <#
    .SYNOPSIS
        Names the computer behind a target for a remote call.
    .OUTPUTS
        Text: the full name, or localhost for this computer.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    $name = $Target -replace '^dc/', ''
    if ($name -eq $Script:State.Computer -or 'org', 'ldap' -contains $name) {
        return 'localhost'
    }
    foreach ($server in @($Script:State.Servers | Where-Object { $_ -ne $null -and $_.Name -eq $name })) {
        if ($server.IsLocal) {
            return 'localhost'
        }
        if ($server.Fqdn) {
            return [string]$server.Fqdn
        }
    }
    return $name
}

function Stop-UnlessLocal {
    <#
    .SYNOPSIS
        Ends the read of something that can be read on the computer itself only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    if ((Get-TargetHost -Target $Target) -ne 'localhost') {
        Stop-Reading -Status skipped -Message ('run the script on ' + $Target + ' (-LocalOnly)')
    }
}

function Stop-WithoutCommand {
    <#
    .SYNOPSIS
        Ends the read of something whose cmdlet this shell does not have.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Command,
        [Parameter(Mandatory = $true)][string]$Cure
    )
    if (-not (Test-CommandAvailable -Name $Command)) {
        Stop-Reading -Status not-available -Message ('no ' + $Command + ' in this shell: ' + $Cure)
    }
}

function Stop-IfUnreachable {
    <#
    .SYNOPSIS
        Ends the read of a computer that did not answer before.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Computer
    )
    if ($Script:UnreachableHosts.ContainsKey($Computer)) {
        Stop-Reading -Status unreachable -Message 'the computer did not answer an earlier call: open RPC, or run the script there with -LocalOnly'
    }
}

function Export-RawText {
    <#
    .SYNOPSIS
        Writes the text of a tool as evidence into the bundle, redacted.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string]$Name,
        [AllowEmptyString()][string]$Text = ''
    )
    $folder = Get-RawFolder -Target $Target
    Set-Content -Path (Join-Path $folder ($Name + '.txt')) -Value (Protect-Text -Text $Text) -Encoding UTF8
}

function Get-RawFolder {
    <#
    .SYNOPSIS
        Names the folder of evidence texts of a target inside the bundle and makes it where it is missing.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    $above = 'servers'
    if ($Target -like 'dc/*') {
        $above = 'dc'
    }
    $name = Protect-ServerName -Name ($Target -replace '^dc/', '')
    $folder = Join-Path (Join-Path (Join-Path $Script:State.OutputRoot $above) $name) 'raw'
    if (-not (Test-Path -LiteralPath $folder)) {
        [void](New-Item -ItemType Directory -Path $folder)
    }
    $folder
}

function ConvertTo-UtcText {
    <#
    .SYNOPSIS
        Writes a time as ISO text in UTC, the same in every culture.
    .OUTPUTS
        Text, or null for a null
    #>
    [CmdletBinding()]
    param(
        [object]$Time
    )
    if ($Time -is [datetime]) {
        return $Time.ToUniversalTime().ToString('o')
    }
    return $Time
}

function Invoke-WmiQuery {
    <#
    .SYNOPSIS
        Returns the instances of a WMI class on a computer.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Class,
        [string]$Namespace = 'root\cimv2',
        [string]$Filter = '',
        [Parameter(Mandatory = $true)][string]$Computer
    )
    Stop-WithoutCommand -Command 'Get-WmiObject' -Cure 'use Windows PowerShell'
    Stop-IfUnreachable -Computer $Computer
    try {
        if ($Filter) {
            $rows = @(Get-WmiObject -Class $Class -Namespace $Namespace -Filter $Filter -ComputerName $Computer -Authentication PacketPrivacy -ErrorAction Stop)
        } else {
            $rows = @(Get-WmiObject -Class $Class -Namespace $Namespace -ComputerName $Computer -Authentication PacketPrivacy -ErrorAction Stop)
        }
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What ('WMI ' + $Class) -Computer $Computer
    }
    $rows | Where-Object { $_ -ne $null }
}

function Read-WmiSource {
    <#
    .SYNOPSIS
        Reads the instances of a source's WMI class with the properties of its columns.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    $namespace = 'root\cimv2'
    if ($Source.Namespace) {
        $namespace = $Source.Namespace
    }
    $rows = Invoke-WmiQuery -Class $Source.Read[0] -Namespace $namespace -Filter ([string]$Source.Filter) -Computer (Get-TargetHost -Target $Target)
    foreach ($row in @($rows | Where-Object { $_ -ne $null })) {
        Select-NamedProperty -InputObject $row -Name $Name
    }
}

function Read-ClusterNode {
    <#
    .SYNOPSIS
        Reads the nodes of the cluster under a database availability group.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    $service = @(Invoke-WmiQuery -Class 'Win32_Service' -Filter "Name='ClusSvc'" -Computer (Get-TargetHost -Target $Target))
    if (@($service | Where-Object { $_ -ne $null }).Count -eq 0) {
        Stop-Reading -Status not-applicable -Message 'the computer is in no cluster'
    }
    Read-WmiSource -Source $Source -Target $Target -Name $Name
}

function Read-ServiceState {
    <#
    .SYNOPSIS
        Reads the services; of the command line only the program stays, since arguments may hold secrets.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    foreach ($row in @(Read-WmiSource -Source $Source -Target $Target -Name $Name)) {
        if ($row.PathName) {
            $row.PathName = Get-ProgramPart -CommandLine $row.PathName
        }
        $row
    }
}

function Get-ProgramPart {
    <#
    .SYNOPSIS
        Cuts the arguments off a command line.
    .OUTPUTS
        Text: the program, without quotation marks
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$CommandLine
    )
    $text = $CommandLine.Trim()
    if ($text -match '^"([^"]+)"') {
        return $matches[1]
    }
    if ($text -match '^(.+?\.(?:exe|dll|sys|com|cmd|bat))(?=\s|$)') {
        return $matches[1]
    }
    return ($text -split '\s+')[0]
}

function Read-Processor {
    <#
    .SYNOPSIS
        Reads the processors; on this computer with the number of processors that a process sees.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    $isLocal = (Get-TargetHost -Target $Target) -eq 'localhost'
    foreach ($row in @(Read-WmiSource -Source $Source -Target $Target -Name $Name)) {
        if ($isLocal -and $env:NUMBER_OF_PROCESSORS) {
            Add-Member -InputObject $row -MemberType NoteProperty -Name 'EnvironmentProcessorCount' -Value ([int]$env:NUMBER_OF_PROCESSORS) -Force
        }
        $row
    }
}

function Read-Hotfix {
    <#
    .SYNOPSIS
        Reads the updates of Windows with the date as WMI writes it, since its conversion fails in some cultures.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    $rest = @($Name | Where-Object { $_ -ne 'InstalledOn' })
    foreach ($found in @(Invoke-WmiQuery -Class $Source.Read[0] -Computer (Get-TargetHost -Target $Target))) {
        $row = Select-NamedProperty -InputObject $found -Name $rest
        Add-Member -InputObject $row -MemberType NoteProperty -Name 'InstalledOn' -Value (Get-RawInstallDate -InputObject $found)
        $row
    }
}

function Get-RawInstallDate {
    <#
    .SYNOPSIS
        Returns the text of InstalledOn under PowerShell's own property of that name.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$InputObject
    )
    $held = $null
    try {
        $held = $InputObject.psbase.Properties['InstalledOn']
    } catch {
        $held = $null
    }
    if ($held -eq $null) {
        $held = $InputObject.PSObject.Properties['InstalledOn']
    }
    if ($held -eq $null) {
        return $null
    }
    return [string]$held.Value
}

function Get-RegistryAnswer {
    <#
    .SYNOPSIS
        Asks the registry provider of WMI about the keys or the values below a key of HKEY_LOCAL_MACHINE.
    .OUTPUTS
        Object of WMI: ReturnValue (0, 2 absent, 5 refused), sNames, Types
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Key,
        [Parameter(Mandatory = $true)][string]$Computer,
        [switch]$Values
    )
    $machine = [uint32]2147483650
    try {
        if ($Values) {
            Invoke-WmiMethod -Namespace 'root\default' -Class 'StdRegProv' -Name 'EnumValues' -ArgumentList @($machine, $Key) -ComputerName $Computer -ErrorAction Stop
        } else {
            Invoke-WmiMethod -Namespace 'root\default' -Class 'StdRegProv' -Name 'EnumKey' -ArgumentList @($machine, $Key) -ComputerName $Computer -ErrorAction Stop
        }
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What 'the registry provider of WMI' -Computer $Computer
    }
}

function Get-RegistryChild {
    <#
    .SYNOPSIS
        Lists the names of the keys below a key; none where the key is absent or refused.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Key,
        [Parameter(Mandatory = $true)][string]$Computer
    )
    $answer = Get-RegistryAnswer -Key $Key -Computer $Computer
    if ($answer.ReturnValue -eq 5) {
        Add-ReadWarning -Message ('HKLM\' + $Key + ' was refused: run elevated, as local administrator of the computer')
    }
    foreach ($child in @($answer.sNames)) {
        if ($child) {
            [string]$child
        }
    }
}

function Get-RegistryValue {
    <#
    .SYNOPSIS
        Reads one value by the number of its type.
    .OUTPUTS
        Text, number, or an array in a wrapper with the property Value, so that nothing unrolls it.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Key,
        [Parameter(Mandatory = $true)][string]$Name,
        [Parameter(Mandatory = $true)][int]$Type,
        [Parameter(Mandatory = $true)][string]$Computer
    )
    $arguments = @([uint32]2147483650, $Key, $Name)
    $value = $null
    switch ($Type) {
        1 { $value = (Invoke-WmiMethod -Namespace 'root\default' -Class 'StdRegProv' -Name 'GetStringValue' -ArgumentList $arguments -ComputerName $Computer).sValue }
        2 { $value = (Invoke-WmiMethod -Namespace 'root\default' -Class 'StdRegProv' -Name 'GetExpandedStringValue' -ArgumentList $arguments -ComputerName $Computer).sValue }
        3 { $value = @((Invoke-WmiMethod -Namespace 'root\default' -Class 'StdRegProv' -Name 'GetBinaryValue' -ArgumentList $arguments -ComputerName $Computer).uValue) }
        4 { $value = (Invoke-WmiMethod -Namespace 'root\default' -Class 'StdRegProv' -Name 'GetDWORDValue' -ArgumentList $arguments -ComputerName $Computer).uValue }
        7 { $value = @((Invoke-WmiMethod -Namespace 'root\default' -Class 'StdRegProv' -Name 'GetMultiStringValue' -ArgumentList $arguments -ComputerName $Computer).sValue) }
        11 { $value = (Invoke-WmiMethod -Namespace 'root\default' -Class 'StdRegProv' -Name 'GetQWORDValue' -ArgumentList $arguments -ComputerName $Computer).uValue }
    }
    New-Object PSObject -Property @{ Value = $value }
}

function Read-RegistryKey {
    <#
    .SYNOPSIS
        Reads the named values of one key.
    .OUTPUTS
        PSObject: Exists (null where the key was refused), Values (hashtable of the values that are there)
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Key,
        [Parameter(Mandatory = $true)][string]$Computer,
        [string[]]$Name = @()
    )
    $answer = Get-RegistryAnswer -Key $Key -Computer $Computer -Values
    $values = @{}
    $exists = $answer.ReturnValue -eq 0
    if ($answer.ReturnValue -eq 5) {
        $exists = $null
    }
    if ($exists) {
        $present = @($answer.sNames)
        $types = @($answer.Types)
        for ($index = 0; $index -lt $present.Count; $index++) {
            if ($present[$index] -and $Name -contains $present[$index]) {
                $found = Get-RegistryValue -Key $Key -Name $present[$index] -Type $types[$index] -Computer $Computer
                $values[$present[$index]] = $found.Value
            }
        }
    }
    New-Object PSObject -Property @{ Exists = $exists; Values = $values }
}

function Expand-KeyPart {
    <#
    .SYNOPSIS
        Lists the names that one part of a key pattern stands for, below a key.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Part,
        [AllowEmptyString()][string]$Parent = '',
        [Parameter(Mandatory = $true)][string]$Computer
    )
    if ($Part -match '^\{(.+,.+)\}$') {
        return $matches[1] -split ','
    }
    if ($Part -match '\*') {
        return @(Get-RegistryChild -Key $Parent -Computer $Computer | Where-Object { $_ -like $Part })
    }
    return $Part
}

function Expand-RegistryPattern {
    <#
    .SYNOPSIS
        Lists the keys that a pattern stands for: * is each key there, {A,B} one of two names, ** a key and all below it.
    .OUTPUTS
        PSObjects: Path below HKLM, IsLiteral (false where a * found it)
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Pattern,
        [Parameter(Mandatory = $true)][string]$Computer
    )
    $found = @(New-Object PSObject -Property @{ Path = ''; IsLiteral = $true })
    foreach ($part in @(($Pattern.TrimEnd('\') -replace '^HKLM:?\\', '') -split '\\')) {
        if ($part -eq '**') {
            $found = @($found) + @(foreach ($parent in $found) { Get-RegistryDescendant -Key $parent.Path -Computer $Computer -Depth 5 })
            continue
        }
        $next = @()
        foreach ($parent in $found) {
            foreach ($name in @(Expand-KeyPart -Part $part -Parent $parent.Path -Computer $Computer | Where-Object { $_ })) {
                $path = ($parent.Path + '\' + $name).TrimStart('\')
                $isLiteral = $parent.IsLiteral -and $part -notmatch '\*'
                $next += New-Object PSObject -Property @{ Path = $path; IsLiteral = $isLiteral }
            }
        }
        $found = @($next)
    }
    $found
}

function Get-RegistryDescendant {
    <#
    .SYNOPSIS
        Lists all keys below a key, to a depth.
    .OUTPUTS
        PSObjects: Path, IsLiteral
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Key,
        [Parameter(Mandatory = $true)][string]$Computer,
        [Parameter(Mandatory = $true)][int]$Depth
    )
    foreach ($child in @(Get-RegistryChild -Key $Key -Computer $Computer | Where-Object { $_ })) {
        $path = $Key + '\' + $child
        New-Object PSObject -Property @{ Path = $path; IsLiteral = $false }
        if ($Depth -gt 1) {
            Get-RegistryDescendant -Key $path -Computer $Computer -Depth ($Depth - 1)
        }
    }
}

function Get-RegistryHost {
    <#
    .SYNOPSIS
        Names the computer whose registry is read; ends the read where that cannot be.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-WithoutCommand -Command 'Invoke-WmiMethod' -Cure 'use Windows PowerShell'
    $computer = Get-TargetHost -Target $Target
    Stop-IfUnreachable -Computer $computer
    $computer
}

function Read-RegistryPattern {
    <#
    .SYNOPSIS
        Reads the named values of each key that the patterns of a source stand for.
    .OUTPUTS
        PSObjects: Path, Exists (null where the key was refused), Values; a key that was looked for by its whole name has one also where it is absent
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string[]]$Pattern,
        [Parameter(Mandatory = $true)][string]$Target,
        [string[]]$Name = @()
    )
    $computer = Get-RegistryHost -Target $Target
    $refused = @()
    $isRead = $false
    foreach ($one in $Pattern) {
        foreach ($key in @(Expand-RegistryPattern -Pattern $one -Computer $computer | Where-Object { $_ -ne $null })) {
            $read = Read-RegistryKey -Key $key.Path -Computer $computer -Name $Name
            if ($read.Exists -eq $null) {
                if ($key.IsLiteral -or $key.Path -notlike '*\Properties') {
                    $refused += 'HKLM\' + $key.Path
                    New-Object PSObject -Property @{ Path = $key.Path; Exists = $null; Values = @{} }
                }
            } elseif ($read.Exists -or $key.IsLiteral) {
                $isRead = $true
                New-Object PSObject -Property @{ Path = $key.Path; Exists = $read.Exists; Values = $read.Values }
            }
        }
    }
    if ($refused.Count -gt 0) {
        $message = ($refused -join ', ') + ' was refused: run elevated, as local administrator of the computer'
        if (-not $isRead) {
            Stop-Reading -Status access-denied -Message $message
        }
        Add-ReadWarning -Message $message
    }
}

function ConvertTo-RegistryRow {
    <#
    .SYNOPSIS
        Makes a row of one key: its path, whether it is there, and each wanted value, null where it is not written; of a refused key no value.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Key,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    $table = @{}
    foreach ($one in $Name) {
        if ($Key.Exists -ne $null) {
            $table[$one] = $null
        }
        if ($Key.Values.ContainsKey($one)) {
            $table[$one] = $Key.Values[$one]
        }
    }
    if ($Name -contains 'key_path') {
        $table['key_path'] = $Key.Path
    }
    if ($Name -contains 'key_exists') {
        $table['key_exists'] = $Key.Exists
    }
    New-Object PSObject -Property $table
}

function Join-RegistryKey {
    <#
    .SYNOPSIS
        Joins several keys into one: the first key that holds a value wins.
    .OUTPUTS
        PSObject: Path, Exists, Values
    #>
    [CmdletBinding()]
    param(
        [object[]]$Key = @()
    )
    $values = @{}
    $exists = $false
    $path = ''
    foreach ($one in @($Key | Where-Object { $_ -ne $null })) {
        if ($one.Exists) {
            $exists = $true
        }
        if (-not $path) {
            $path = $one.Path
        }
        foreach ($name in @($one.Values.Keys)) {
            if (-not $values.ContainsKey($name)) {
                $values[$name] = $one.Values[$name]
            }
        }
    }
    New-Object PSObject -Property @{ Path = $path; Exists = $exists; Values = $values }
}

function Read-RegistrySource {
    <#
    .SYNOPSIS
        Reads the keys of a source: a row for each where the dataset names the key, else one row for all.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    $keys = @(Read-RegistryPattern -Pattern $Source.Read -Target $Target -Name $Name)
    if ($Name -contains 'key_path') {
        foreach ($key in @($keys | Where-Object { $_ -ne $null -and ($_.Exists -ne $null -or $Name -contains 'key_exists') })) {
            ConvertTo-RegistryRow -Key $key -Name $Name
        }
    } else {
        ConvertTo-RegistryRow -Key (Join-RegistryKey -Key $keys) -Name $Name
    }
}

function Read-ExchangeRegistry {
    <#
    .SYNOPSIS
        Reads the named values of Exchange below the keys of each generation that is there.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    $patterns = @()
    foreach ($root in $Source.Read) {
        foreach ($below in $ExchangeRegistryKeys) {
            $patterns += ($root + '\' + $below).TrimEnd('\')
        }
    }
    $keys = @(Read-RegistryPattern -Pattern $patterns -Target $Target -Name $Name | Where-Object { $_.Exists })
    if ($keys.Count -gt 0) {
        ConvertTo-RegistryRow -Key (Join-RegistryKey -Key $keys) -Name $Name
    }
}

function Get-ExchangeFolder {
    <#
    .SYNOPSIS
        Returns the folder of the Exchange installation of a target, without a closing backslash.
    .OUTPUTS
        Text, or null where there is no Exchange
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    $patterns = @('HKLM\SOFTWARE\Microsoft\ExchangeServer\{v15,v14}\Setup')
    $keys = @(Read-RegistryPattern -Pattern $patterns -Target $Target -Name @('MsiInstallPath'))
    $path = [string](Join-RegistryKey -Key $keys).Values['MsiInstallPath']
    if ($path) {
        $path.TrimEnd('\')
    }
}

function Stop-WithoutExchange {
    <#
    .SYNOPSIS
        Returns the folder of the Exchange installation, or ends the read where there is none.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    $folder = Get-ExchangeFolder -Target $Target
    if (-not $folder) {
        Stop-Reading -Status not-applicable -Message 'no Exchange is installed on this computer'
    }
    $folder
}

function Read-UninstallRegistry {
    <#
    .SYNOPSIS
        Reads the installed programs: keys that name a program.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    Read-RegistrySource -Source $Source -Target $Target -Name $Name | Where-Object { $_.DisplayName }
}

function Read-NetworkCard {
    <#
    .SYNOPSIS
        Reads the class keys of network cards: those that name an interface.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    Read-RegistrySource -Source $Source -Target $Target -Name $Name | Where-Object { $_.NetCfgInstanceId }
}

function Read-SslBinding {
    <#
    .SYNOPSIS
        Reads the certificates that HTTP.sys presents: a row for each key below the binding lists.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target
    )
    $patterns = @($Source.Read | ForEach-Object { ($_ -replace '[\\*]+$', '') + '\*' })
    foreach ($key in @(Read-RegistryPattern -Pattern $patterns -Target $Target -Name @('SslCertHash', 'SslCertStoreName') | Where-Object { $_ -ne $null -and $_.Exists })) {
        $hash = $null
        if ($key.Values['SslCertHash']) {
            $hash = ConvertTo-ByteText -Byte $key.Values['SslCertHash']
        }
        New-Object PSObject -Property @{
            binding          = ($key.Path -split '\\')[-1]
            SslCertHash      = $hash
            SslCertStoreName = $key.Values['SslCertStoreName']
        }
    }
    if ((Get-TargetHost -Target $Target) -eq 'localhost') {
        Export-HttpBindingText -Target $Target
    }
}

function Export-HttpBindingText {
    <#
    .SYNOPSIS
        Keeps what netsh says about the bindings as evidence.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    $program = "$env:windir\system32\netsh.exe"
    if (Test-Path -LiteralPath $program) {
        $lines = @(& "$env:windir\system32\netsh.exe" http show sslcert)
        Export-RawText -Target $Target -Name 'netsh-http-sslcert' -Text ($lines -join "`r`n")
    }
}

function ConvertTo-ByteText {
    <#
    .SYNOPSIS
        Writes bytes as hexadecimal digits in upper case.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][object[]]$Byte
    )
    (@($Byte | ForEach-Object { '{0:X2}' -f [int]$_ })) -join ''
}

function Read-RebootFlag {
    <#
    .SYNOPSIS
        Reads what says that a computer waits for a restart, as flags.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    $computer = Get-RegistryHost -Target $Target
    $renames = Read-RegistryKey -Key 'SYSTEM\CurrentControlSet\Control\Session Manager' -Computer $computer -Name @('PendingFileRenameOperations')
    $servicing = Read-RegistryKey -Key 'SOFTWARE\Microsoft\Windows\CurrentVersion\Component Based Servicing\RebootPending' -Computer $computer
    $update = Read-RegistryKey -Key 'SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired' -Computer $computer
    $volatile = Read-RegistryKey -Key 'SOFTWARE\Microsoft\Updates\UpdateExeVolatile' -Computer $computer -Name @('Flags')
    $table = @{
        pending_file_renames = $null
        cbs_reboot_pending   = $servicing.Exists
        wu_reboot_required   = $update.Exists
        update_exe_flags     = $null
    }
    if ($renames.Exists -ne $null) {
        $table['pending_file_renames'] = @($renames.Values['PendingFileRenameOperations'] | Where-Object { $_ }).Count -gt 0
    }
    if ($volatile.Exists -ne $null) {
        $table['update_exe_flags'] = [bool]($volatile.Values['Flags'])
    }
    New-Object PSObject -Property $table
}

function Read-TcpipRegistry {
    <#
    .SYNOPSIS
        Reads the TCP/IP keys; the name servers of IPv6 are bytes there and become addresses.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    foreach ($row in @(Read-RegistrySource -Source $Source -Target $Target -Name $Name)) {
        if ($row.Dhcpv6DNSServers -ne $null -and $row.Dhcpv6DNSServers -isnot [string]) {
            $row.Dhcpv6DNSServers = ConvertTo-AddressList -Byte @($row.Dhcpv6DNSServers)
        }
        $row
    }
}

function ConvertTo-AddressList {
    <#
    .SYNOPSIS
        Writes groups of sixteen bytes as IPv6 addresses, separated by commas.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [object[]]$Byte = @()
    )
    $addresses = @()
    for ($start = 0; $start + 16 -le $Byte.Count; $start += 16) {
        $groups = @()
        for ($index = $start; $index -lt $start + 16; $index += 2) {
            $groups += '{0:x}' -f ([int]$Byte[$index] * 256 + [int]$Byte[$index + 1])
        }
        $addresses += $groups -join ':'
    }
    $addresses -join ','
}

function Read-TimeZoneRegistry {
    <#
    .SYNOPSIS
        Reads the time zone; the start of standard time is bytes and becomes a list of numbers.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    foreach ($row in @(Read-RegistrySource -Source $Source -Target $Target -Name $Name)) {
        if ($row.StandardStart -ne $null) {
            $row.StandardStart = @($row.StandardStart | ForEach-Object { [string][int]$_ })
        }
        $row
    }
}

function Read-WinHttpProxy {
    <#
    .SYNOPSIS
        Reads the proxy of WinHTTP out of its binary value.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target
    )
    foreach ($key in @(Read-RegistryPattern -Pattern $Source.Read -Target $Target -Name @('WinHttpSettings') | Where-Object { $_ -ne $null -and $_.Exists -ne $null })) {
        $proxy = ConvertFrom-ProxyByte -Byte @($key.Values['WinHttpSettings'] | Where-Object { $_ -ne $null })
        New-Object PSObject -Property @{ key_path = $key.Path; proxy_address = $proxy.Address; bypass_list = $proxy.Bypass }
    }
}

function ConvertFrom-ProxyByte {
    <#
    .SYNOPSIS
        Reads address and exceptions of a proxy: after twelve bytes two texts, each behind its length.
    .OUTPUTS
        PSObject: Address, Bypass; both null without a proxy
    #>
    [CmdletBinding()]
    param(
        [object[]]$Byte = @()
    )
    $texts = @($null, $null)
    $start = 12
    for ($part = 0; $part -lt 2 -and $start + 4 -le $Byte.Count; $part++) {
        $length = [int]$Byte[$start] + 256 * [int]$Byte[$start + 1]
        $start += 4
        if ($length -gt 0 -and $start + $length -le $Byte.Count) {
            $texts[$part] = (@($Byte[$start..($start + $length - 1)] | ForEach-Object { [string][char][int]$_ })) -join ''
        }
        $start += $length
    }
    New-Object PSObject -Property @{ Address = $texts[0]; Bypass = $texts[1] }
}

function Read-RegistryDescriptor {
    <#
    .SYNOPSIS
        Reads the security descriptors of the keys of a source as SDDL, this computer only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    if (-not (Test-Path -Path 'HKLM:\')) {
        Stop-Reading -Status not-available -Message 'this shell has no registry: run the script on an Exchange server'
    }
    foreach ($key in $Source.Read) {
        $path = $key -replace '^HKLM:?\\', 'HKLM:\'
        $table = @{ key_path = ($key -replace '^HKLM:?\\', ''); found = $false; Sddl = $null; Owner = $null }
        if (Test-Path -Path $path) {
            $table['found'] = $true
            try {
                $held = Get-Acl -Path $path -ErrorAction Stop
                $table['Sddl'] = $held.Sddl
                $table['Owner'] = $held.Owner
            } catch {
                Stop-FailedRead -ErrorRecord $_ -What $key
            }
        }
        New-Object PSObject -Property $table
    }
}

function Read-FirewallProfile {
    <#
    .SYNOPSIS
        Reads the firewall's profiles: those in force by the cmdlet, those that are written from the registry.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target
    )
    if ($Source.Kind -eq 'cmdlet') {
        Read-ActiveFirewallProfile -Target $Target
        return
    }
    foreach ($key in @(Read-RegistryPattern -Pattern $Source.Read -Target $Target -Name @('EnableFirewall', 'DefaultInboundAction') | Where-Object { $_ -ne $null -and $_.Exists })) {
        $store = 'Local'
        if ($key.Path -like 'SOFTWARE\Policies\*') {
            $store = 'Policy'
        }
        New-Object PSObject -Property @{
            Name                 = ($key.Path -split '\\')[-1]
            Source               = $store
            EnableFirewall       = $key.Values['EnableFirewall']
            DefaultInboundAction = $key.Values['DefaultInboundAction']
        }
    }
}

function Read-ActiveFirewallProfile {
    <#
    .SYNOPSIS
        Reads the firewall's profiles in force by the cmdlet, this computer only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    if (-not (Test-CommandAvailable -Name 'Get-NetFirewallProfile')) {
        Stop-Reading -Status not-available -Message 'no Get-NetFirewallProfile in this shell: Windows 2012 and later have it; the registry says what is written'
    }
    try {
        $profiles = @(Get-NetFirewallProfile -PolicyStore ActiveStore -ErrorAction Stop)
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What 'Get-NetFirewallProfile'
    }
    foreach ($one in $profiles) {
        New-Object PSObject -Property @{
            Name                 = [string]$one.Name
            Source               = 'ActiveStore'
            Enabled              = [string]$one.Enabled
            DefaultInboundAction = [string]$one.DefaultInboundAction
        }
    }
}

function Connect-Directory {
    <#
    .SYNOPSIS
        Looks for the directory and keeps the names of its parts in the state; where there is none they stay empty.
    #>
    [CmdletBinding()]
    param()
    foreach ($key in 'ForestRoot', 'ConfigDn', 'SchemaDn', 'RootDn') {
        $Script:State[$key] = ''
    }
    $Script:State.DomainDns = @()
    try {
        $root = [adsi]'LDAP://RootDSE'
        $Script:State.ConfigDn = [string]$root.configurationNamingContext
        $Script:State.SchemaDn = [string]$root.schemaNamingContext
        $Script:State.RootDn = [string]$root.rootDomainNamingContext
    } catch {
        Write-RunLog -Message ('no directory: ' + $_.Exception.Message)
    }
    if (-not $Script:State.RootDn) {
        return
    }
    $Script:State.ForestRoot = ConvertTo-DomainName -Dn $Script:State.RootDn
    $Script:State.DomainDns = @($Script:State.RootDn)
    try {
        $domains = @(Get-DirectoryDomain | ForEach-Object { $_.domain_dn })
        if ($domains.Count -gt 0) {
            $Script:State.DomainDns = $domains
        }
    } catch {
        Write-RunLog -Message ('the list of domains was not read: ' + $_.Exception.Message)
    }
}

function Stop-WithoutDirectory {
    <#
    .SYNOPSIS
        Ends the read of something in the directory where no directory was found.
    #>
    [CmdletBinding()]
    param()
    if (-not $Script:State.RootDn) {
        Stop-Reading -Status not-available -Message 'no directory answered: run the script as a domain account on a computer of the domain'
    }
}

function Stop-WithoutDescriptor {
    <#
    .SYNOPSIS
        Ends the read of security descriptors where the language mode forbids to decode them.
    #>
    [CmdletBinding()]
    param()
    if ($Script:State.IsConstrained) {
        Stop-Reading -Status not-available -Message 'descriptors cannot be decoded in ConstrainedLanguage: allow the script by signature or hash'
    }
}

function ConvertTo-DomainName {
    <#
    .SYNOPSIS
        Turns the DC parts of a distinguished name into the name of the domain.
    .OUTPUTS
        Text, empty where there are none
    #>
    [CmdletBinding()]
    param(
        [AllowEmptyString()][string]$Dn = ''
    )
    $labels = @()
    foreach ($part in @($Dn -split '(?<!\\),')) {
        if ($part -match '^\s*DC=(.+)$') {
            $labels += $matches[1]
        }
    }
    $labels -join '.'
}

function Get-ParentDn {
    <#
    .SYNOPSIS
        Cuts the first part off a distinguished name.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string]$Dn
    )
    $parts = @($Dn -split '(?<!\\),', 2)
    if ($parts.Count -gt 1) {
        return $parts[1]
    }
    return ''
}

function Get-RdnValue {
    <#
    .SYNOPSIS
        Returns the value of the first part of a distinguished name.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string]$Dn
    )
    $first = @($Dn -split '(?<!\\),', 2)[0]
    ($first -replace '^[^=]+=', '') -replace '\\(.)', '$1'
}

function Get-DomainOfDn {
    <#
    .SYNOPSIS
        Returns the domain part of a distinguished name.
    .OUTPUTS
        Text: DC=contoso,DC=com
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string]$Dn
    )
    (@($Dn -split '(?<!\\),' | Where-Object { $_ -match '^\s*DC=' })) -join ','
}

function Get-DirectoryPath {
    <#
    .SYNOPSIS
        Writes the path under which the directory service opens an object; an object of a domain is asked of that domain.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Dn,
        [string]$Server = ''
    )
    $escaped = $Dn -replace '/', '\/'
    if ($Server) {
        return 'LDAP://' + $Server + '/' + $escaped
    }
    if ($Dn -match 'CN=Configuration,') {
        return 'LDAP://' + $escaped
    }
    return 'LDAP://' + (ConvertTo-DomainName -Dn $Dn) + '/' + $escaped
}

function Test-InScope {
    <#
    .SYNOPSIS
        Tells whether an object lies in the scope of a search; for shells that could not set the scope themselves.
    .OUTPUTS
        Boolean
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Dn,
        [Parameter(Mandatory = $true)][string]$BaseDn,
        [Parameter(Mandatory = $true)][string]$Scope
    )
    switch ($Scope) {
        'base' { return $Dn -eq $BaseDn }
        'one' { return (Get-ParentDn -Dn $Dn) -eq $BaseDn }
    }
    return $true
}

function New-DirectorySearcher {
    <#
    .SYNOPSIS
        Makes a paged searcher that follows no referral; what a constrained shell refuses to set stays at its default.
    .OUTPUTS
        PSObject: Searcher, IsScoped
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path,
        [Parameter(Mandatory = $true)][string]$Filter,
        [Parameter(Mandatory = $true)][string]$Scope
    )
    $searcher = [adsisearcher]$Filter
    $searcher.SearchRoot = [adsi]$Path
    $isScoped = $true
    if ($Scope -ne 'base') {
        $searcher.PageSize = 500
    }
    try {
        $searcher.SearchScope = @{ base = 'Base'; one = 'OneLevel'; subtree = 'Subtree' }[$Scope]
    } catch {
        $isScoped = $false
    }
    try {
        $searcher.ReferralChasing = 'None'
    } catch {
        $isScoped = $isScoped
    }
    New-Object PSObject -Property @{ Searcher = $searcher; IsScoped = $isScoped }
}

function Limit-DirectorySearcher {
    <#
    .SYNOPSIS
        Names the attributes that a search returns, and asks for the DACL only. FullLanguage only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Searcher,
        [Parameter(Mandatory = $true)][string[]]$Property
    )
    # exposture-lint: full-language called behind IsConstrained
    foreach ($one in $Property) {
        [void]$Searcher.PropertiesToLoad.Add($one)
    }
    $Searcher.SecurityMasks = 'Dacl'
}

function Find-DirectoryEntry {
    <#
    .SYNOPSIS
        Searches below an object of the directory, page by page; errors are those of the search.
    .OUTPUTS
        Hashtables: attribute in lower case to its values (an array)
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$BaseDn,
        [Parameter(Mandatory = $true)][string]$Filter,
        [Parameter(Mandatory = $true)][string[]]$Property,
        [string]$Scope = 'subtree',
        [string]$Server = ''
    )
    $made = New-DirectorySearcher -Path (Get-DirectoryPath -Dn $BaseDn -Server $Server) -Filter $Filter -Scope $Scope
    $searcher = $made.Searcher
    if (-not $Script:State.IsConstrained) {
        Limit-DirectorySearcher -Searcher $searcher -Property @($Property + 'distinguishedName')
    }
    foreach ($result in $searcher.FindAll()) {
        $entry = ConvertFrom-SearchResult -Result $result -Property @($Property + 'distinguishedName')
        if ($made.IsScoped -or (Test-InScope -Dn ([string]$entry['distinguishedname'][0]) -BaseDn $BaseDn -Scope $Scope)) {
            $entry
        }
    }
}

function Search-Directory {
    <#
    .SYNOPSIS
        Searches below an object of the directory; an error ends the read with its status.
    .OUTPUTS
        Hashtables: attribute in lower case to its values (an array)
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$BaseDn,
        [Parameter(Mandatory = $true)][string]$Filter,
        [Parameter(Mandatory = $true)][string[]]$Property,
        [string]$Scope = 'subtree',
        [string]$Server = ''
    )
    try {
        Find-DirectoryEntry -BaseDn $BaseDn -Filter $Filter -Property $Property -Scope $Scope -Server $Server
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What ('the directory below ' + (Protect-Value -Value $BaseDn -Holds 'dn')) -Right 'use an account of the domain that may read it'
    }
}

function ConvertFrom-SearchResult {
    <#
    .SYNOPSIS
        Copies the wanted attributes of a search result, with those that came in ranges.
    .OUTPUTS
        Hashtable: attribute in lower case to its values (an array)
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Result,
        [Parameter(Mandatory = $true)][string[]]$Property
    )
    $entry = @{}
    foreach ($name in @($Result.Properties.PropertyNames)) {
        $bare = ($name -split ';')[0]
        if ($Property -contains $bare -or $Property -contains $name -or $name -match ';range=') {
            $values = @()
            foreach ($value in $Result.Properties[$name]) {
                $values += , $value
            }
            $entry[$name.ToLower()] = $values
        }
    }
    return $entry
}

function Get-EntryValue {
    <#
    .SYNOPSIS
        Returns the values of an attribute as a row holds them: one value alone, several as an array, null for none.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Entry,
        [Parameter(Mandatory = $true)][string]$Name
    )
    $values = $Entry[$Name.ToLower()]
    if ($values -eq $null -or $values.Count -eq 0) {
        return $null
    }
    $converted = @(foreach ($value in $values) { ConvertFrom-DirectoryValue -Name $Name -Value $value })
    if ('objectClass', 'memberOf', 'possSuperiors', 'msDS-AllowedToDelegateTo', 'servicePrincipalName' -contains $Name) {
        return , $converted
    }
    if ($converted.Count -eq 1) {
        return $converted[0]
    }
    return , $converted
}

function ConvertFrom-DirectoryValue {
    <#
    .SYNOPSIS
        Writes one value of an attribute in neutral form: GUID and SID as text, large integers that are times as ISO text.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Name,
        [object]$Value
    )
    if ($Value -is [byte[]]) {
        if ($Value.Count -eq 0) {
            return $null
        }
        if ($Name -match 'Sid$') {
            return ConvertTo-SidText -Byte $Value
        }
        if ($Name -match 'Guid$') {
            return ConvertTo-GuidText -Byte $Value
        }
        return ConvertTo-ByteText -Byte $Value
    }
    if ($Value -is [long] -and $Name -match 'Time|Timestamp|pwdLastSet|lastLogon|Expir') {
        return ConvertFrom-FileTime -Ticks $Value
    }
    if ($Value -is [datetime]) {
        return $Value.ToString('s') + 'Z'
    }
    return $Value
}

function ConvertFrom-FileTime {
    <#
    .SYNOPSIS
        Writes a large integer of the directory as ISO text.
    .OUTPUTS
        Text, or null for never
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][long]$Ticks
    )
    if ($Ticks -le 0 -or $Ticks -ge 2650467743999999999) {
        return $null
    }
    ([datetime]::FromFileTimeUtc($Ticks)).ToString('o')
}

function ConvertTo-SidText {
    <#
    .SYNOPSIS
        Writes the bytes of a SID as S-1-...
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][object[]]$Byte
    )
    $authority = [long]0
    for ($index = 2; $index -lt 8; $index++) {
        $authority = $authority * 256 + [int]$Byte[$index]
    }
    $text = 'S-' + [string][int]$Byte[0] + '-' + [string]$authority
    for ($start = 8; $start + 4 -le $Byte.Count; $start += 4) {
        $number = [long]$Byte[$start] + 256 * [long]$Byte[$start + 1] + 65536 * [long]$Byte[$start + 2] + 16777216 * [long]$Byte[$start + 3]
        $text += '-' + [string]$number
    }
    $text
}

function ConvertTo-GuidText {
    <#
    .SYNOPSIS
        Writes the sixteen bytes of a GUID as text with dashes.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][object[]]$Byte
    )
    $text = ''
    foreach ($index in 3, 2, 1, 0, -1, 5, 4, -1, 7, 6, -1, 8, 9, -1, 10, 11, 12, 13, 14, 15) {
        if ($index -lt 0) {
            $text += '-'
        } else {
            $text += '{0:x2}' -f [int]$Byte[$index]
        }
    }
    $text
}

function ConvertTo-SddlText {
    <#
    .SYNOPSIS
        Writes the DACL of a security descriptor as SDDL. FullLanguage only.
    .OUTPUTS
        Text, or null where there are no bytes
    #>
    [CmdletBinding()]
    param(
        [object]$Byte
    )
    # exposture-lint: full-language called behind Stop-WithoutDescriptor
    if ($Byte -eq $null -or $Byte -isnot [byte[]]) {
        return $null
    }
    $descriptor = New-Object System.Security.AccessControl.RawSecurityDescriptor -ArgumentList @($Byte, 0)
    $descriptor.GetSddlForm('Access')
}

function Remove-InheritedAce {
    <#
    .SYNOPSIS
        Drops the inherited entries out of an SDDL text.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [AllowEmptyString()][string]$Sddl = ''
    )
    $Sddl -replace '\([A-Z]{1,2};(?:[A-Z]{2})*?ID(?:[A-Z]{2})*;[^()]*\)', ''
}

function Get-EntrySddl {
    <#
    .SYNOPSIS
        Returns the DACL that an attribute of an entry holds, as SDDL.
    .OUTPUTS
        Text, or null where the attribute was not there
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Entry,
        [string]$Name = 'ntsecuritydescriptor'
    )
    $values = $Entry[$Name]
    if ($values -eq $null -or $values.Count -eq 0 -or $Script:State.IsConstrained) {
        return $null
    }
    ConvertTo-SddlText -Byte $values[0]
}

function ConvertFrom-DirectoryEntry {
    <#
    .SYNOPSIS
        Makes a row of an entry: the named attributes, null where the object has none, the DACL under the name Sddl.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Entry,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    $table = @{}
    foreach ($one in $Name) {
        if ($one -eq 'Sddl') {
            $table[$one] = Get-EntrySddl -Entry $Entry
        } else {
            $table[$one] = Get-EntryValue -Entry $Entry -Name $one
        }
    }
    New-Object PSObject -Property $table
}

function Get-LoadedAttribute {
    <#
    .SYNOPSIS
        Lists the attributes that a search asks for: those of the columns, the descriptor in place of Sddl.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    foreach ($one in $Name) {
        if ($one -eq 'Sddl') {
            Stop-WithoutDescriptor
            'nTSecurityDescriptor'
        } else {
            $one
        }
    }
}

function Get-SearchBase {
    <#
    .SYNOPSIS
        Returns the distinguished names below which a source of the catalogue searches.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Base
    )
    $exchange = 'CN=Microsoft Exchange,CN=Services,' + $Script:State.ConfigDn
    switch ($Base) {
        'schema' { $Script:State.SchemaDn }
        'configuration' { $Script:State.ConfigDn }
        'exchange' { $exchange }
        'organization' { Get-OrganizationDn }
        'sites' { 'CN=Sites,' + $Script:State.ConfigDn }
        'partitions' { 'CN=Partitions,' + $Script:State.ConfigDn }
    }
}

function Get-OrganizationDn {
    <#
    .SYNOPSIS
        Returns the distinguished name of the Exchange organization.
    .OUTPUTS
        Text, nothing where there is none
    #>
    [CmdletBinding()]
    param()
    $base = 'CN=Microsoft Exchange,CN=Services,' + $Script:State.ConfigDn
    $found = @(Search-Directory -BaseDn $base -Filter '(objectClass=msExchOrganizationContainer)' -Property @('name') -Scope 'one')
    if ($found.Count -gt 0) {
        [string]$found[0]['distinguishedname'][0]
    }
}

function Read-LdapSource {
    <#
    .SYNOPSIS
        Reads a source that is one search: the attributes of its columns below its base.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    Stop-WithoutDirectory
    if ($Source.Base -eq 'rootdse') {
        Read-DirectoryForest -Name $Name
        return
    }
    if (-not $Source.Base) {
        Stop-Reading -Status error -Message 'this version of the script has no reader for this search'
    }
    $scope = 'subtree'
    if ($Source.Scope) {
        $scope = $Source.Scope
    }
    $property = @(Get-LoadedAttribute -Name $Name)
    if ($Source.Base -eq 'domains') {
        Invoke-DomainSearch -Filter $Source.Read[0] -Property $property -Scope $scope | ForEach-Object { ConvertFrom-DirectoryEntry -Entry $_ -Name $Name }
        return
    }
    foreach ($base in @(Get-SearchBase -Base $Source.Base | Where-Object { $_ })) {
        foreach ($entry in @(Search-Directory -BaseDn $base -Filter $Source.Read[0] -Property $property -Scope $scope | Where-Object { $_ -ne $null })) {
            ConvertFrom-DirectoryEntry -Entry $entry -Name $Name
        }
    }
}

function Invoke-DomainSearch {
    <#
    .SYNOPSIS
        Searches every domain of the forest; a domain that does not answer becomes a warning unless none answers.
    .OUTPUTS
        Hashtables of attributes, each with the key domain_dn
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Filter,
        [Parameter(Mandatory = $true)][string[]]$Property,
        [string]$Prefix = '',
        [string]$Scope = 'subtree'
    )
    Stop-WithoutDirectory
    $failed = 0
    $domains = @($Script:State.DomainDns)
    foreach ($domain in $domains) {
        try {
            Find-DirectoryEntry -BaseDn ($Prefix + $domain) -Filter $Filter -Property $Property -Scope $Scope | ForEach-Object {
                $_['domain_dn'] = @($domain)
                $_
            }
        } catch {
            $failed = $failed + 1
            if ($failed -eq $domains.Count) {
                Stop-FailedRead -ErrorRecord $_ -What 'every domain of the forest' -Right 'use an account of the domain that may read it'
            }
            Add-ReadWarning -Message ('a domain was not read: ' + (Protect-Value -Value $domain -Holds 'dn'))
        }
    }
}

function Read-DirectoryForest {
    <#
    .SYNOPSIS
        Reads the names and levels that the root of the directory states.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    Stop-WithoutDirectory
    try {
        $root = [adsi]'LDAP://RootDSE'
        New-Object PSObject -Property @{
            rootDomainNamingContext    = [string]$root.rootDomainNamingContext
            configurationNamingContext = [string]$root.configurationNamingContext
            forestFunctionality        = [string]$root.forestFunctionality
            domainFunctionality        = [string]$root.domainFunctionality
        }
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What 'the root of the directory'
    }
}

function Get-DirectoryDomain {
    <#
    .SYNOPSIS
        Lists the domains of the forest.
    .OUTPUTS
        PSObjects: domain_dn, dns_name, netbios_name
    #>
    [CmdletBinding()]
    param()
    $base = 'CN=Partitions,' + $Script:State.ConfigDn
    foreach ($entry in @(Find-DirectoryEntry -BaseDn $base -Filter '(&(objectClass=crossRef)(nETBIOSName=*))' -Property @('nCName', 'dnsRoot', 'nETBIOSName') | Where-Object { $_ -ne $null })) {
        New-Object PSObject -Property @{
            domain_dn    = [string]$entry['ncname'][0]
            dns_name     = [string]$entry['dnsroot'][0]
            netbios_name = [string]$entry['netbiosname'][0]
        }
    }
}

function Get-DomainSid {
    <#
    .SYNOPSIS
        Returns the SID of a domain; null where its head was not read.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$DomainDn
    )
    try {
        $heads = @(Find-DirectoryEntry -BaseDn $DomainDn -Filter '(objectClass=*)' -Property @('objectSid') -Scope 'base')
        Get-EntryValue -Entry $heads[0] -Name 'objectSid'
    } catch {
        Add-ReadWarning -Message ('a domain was not read: ' + (Protect-Value -Value $DomainDn -Holds 'dn'))
    }
}

function Read-DirectoryDomain {
    <#
    .SYNOPSIS
        Reads the domains of the forest with their SIDs; each has a row, read or not.
    #>
    [CmdletBinding()]
    param()
    Stop-WithoutDirectory
    try {
        $domains = @(Get-DirectoryDomain | Where-Object { $_ -ne $null })
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What 'the list of domains' -Right 'use an account of the domain that may read it'
    }
    foreach ($domain in $domains) {
        New-Object PSObject -Property @{
            domain_dn = $domain.domain_dn
            dns_name  = $domain.dns_name
            objectSid = Get-DomainSid -DomainDn $domain.domain_dn
        }
    }
}

function Read-DirectoryController {
    <#
    .SYNOPSIS
        Reads the domain controllers: computer accounts of each domain joined with their settings below Sites.
    #>
    [CmdletBinding()]
    param()
    Stop-WithoutDirectory
    $settings = Get-ControllerSetting
    $filter = '(&(objectCategory=computer)(|(userAccountControl:1.2.840.113556.1.4.803:=8192)(primaryGroupID=521)))'
    $property = @('objectGUID', 'dNSHostName', 'operatingSystem', 'operatingSystemVersion', 'primaryGroupID')
    foreach ($entry in @(Invoke-DomainSearch -Filter $filter -Property $property | Where-Object { $_ -ne $null })) {
        $row = ConvertFrom-DirectoryEntry -Entry $entry -Name $property
        $own = $settings[[string]$entry['distinguishedname'][0]]
        $isKnown = $own -ne $null
        $site = $null
        $options = $null
        if ($isKnown) {
            $site = $own.Site
            $options = $own.Options
        }
        Add-Member -InputObject $row -MemberType NoteProperty -Name 'site' -Value $site
        Add-Member -InputObject $row -MemberType NoteProperty -Name 'options' -Value $options
        Add-Member -InputObject $row -MemberType NoteProperty -Name 'is_rodc' -Value ([string]$row.primaryGroupID -eq '521')
        $row
    }
}

function Get-ControllerSetting {
    <#
    .SYNOPSIS
        Reads the settings of the domain controllers below Sites.
    .OUTPUTS
        Hashtable: distinguished name of the computer account to Site, Options, ServerDn
    #>
    [CmdletBinding()]
    param()
    $base = 'CN=Sites,' + $Script:State.ConfigDn
    $options = @{}
    foreach ($entry in @(Search-Directory -BaseDn $base -Filter '(objectClass=nTDSDSA)' -Property @('options') | Where-Object { $_ -ne $null })) {
        $number = 0
        if ($entry['options'] -ne $null -and $entry['options'].Count -gt 0) {
            $number = $entry['options'][0]
        }
        $options[(Get-ParentDn -Dn ([string]$entry['distinguishedname'][0]))] = $number
    }
    $settings = @{}
    foreach ($entry in @(Search-Directory -BaseDn $base -Filter '(objectClass=server)' -Property @('serverReference') | Where-Object { $_ -ne $null })) {
        $dn = [string]$entry['distinguishedname'][0]
        if ($entry['serverreference'] -ne $null -and $options.ContainsKey($dn)) {
            $site = Get-RdnValue -Dn (Get-ParentDn -Dn (Get-ParentDn -Dn $dn))
            $settings[[string]$entry['serverreference'][0]] = New-Object PSObject -Property @{ Site = $site; Options = $options[$dn]; ServerDn = $dn }
        }
    }
    return $settings
}

function Read-RoleOwner {
    <#
    .SYNOPSIS
        Reads the PDC emulator of each domain.
    #>
    [CmdletBinding()]
    param()
    foreach ($entry in @(Invoke-DomainSearch -Filter '(objectClass=*)' -Property @('fSMORoleOwner') -Scope 'base' | Where-Object { $_ -ne $null })) {
        $owner = [string](Get-EntryValue -Entry $entry -Name 'fSMORoleOwner')
        $server = $null
        if ($owner) {
            $server = Get-RdnValue -Dn (Get-ParentDn -Dn $owner)
        }
        New-Object PSObject -Property @{
            domain_dn      = $entry['domain_dn'][0]
            pdc_emulator   = $server
            is_forest_root = ($entry['domain_dn'][0] -eq $Script:State.RootDn)
            fSMORoleOwner  = $owner
        }
    }
}

function Read-ExchangeVersion {
    <#
    .SYNOPSIS
        Reads the versions that setup wrote into the directory: schema, organization, and each domain.
    #>
    [CmdletBinding()]
    param()
    Stop-WithoutDirectory
    $schema = 'CN=ms-Exch-Schema-Version-Pt,' + $Script:State.SchemaDn
    $found = @(Search-Directory -BaseDn $Script:State.SchemaDn -Filter '(cn=ms-Exch-Schema-Version-Pt)' -Property @('rangeUpper') | Where-Object { $_ -ne $null })
    $upper = $null
    if ($found.Count -gt 0) {
        $upper = Get-EntryValue -Entry $found[0] -Name 'rangeUpper'
    }
    New-Object PSObject -Property @{ kind = 'schema'; distinguishedName = $schema; rangeUpper = $upper; objectVersion = $null }
    $exchange = 'CN=Microsoft Exchange,CN=Services,' + $Script:State.ConfigDn
    foreach ($entry in @(Search-Directory -BaseDn $exchange -Filter '(objectClass=msExchOrganizationContainer)' -Property @('objectVersion') -Scope 'one' | Where-Object { $_ -ne $null })) {
        New-Object PSObject -Property @{ kind = 'organization'; distinguishedName = [string]$entry['distinguishedname'][0]; rangeUpper = $null; objectVersion = (Get-EntryValue -Entry $entry -Name 'objectVersion') }
    }
    foreach ($entry in @(Invoke-DomainSearch -Filter '(&(objectClass=msExchSystemObjectsContainer)(cn=Microsoft Exchange System Objects))' -Property @('objectVersion') -Scope 'one' | Where-Object { $_ -ne $null })) {
        New-Object PSObject -Property @{ kind = 'domain'; distinguishedName = [string]$entry['distinguishedname'][0]; rangeUpper = $null; objectVersion = (Get-EntryValue -Entry $entry -Name 'objectVersion') }
    }
}

function Read-DirectoryTrust {
    <#
    .SYNOPSIS
        Reads the trusts of each domain.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    foreach ($entry in @(Invoke-DomainSearch -Filter '(objectClass=trustedDomain)' -Property $Name -Prefix 'CN=System,' | Where-Object { $_ -ne $null })) {
        ConvertFrom-DirectoryEntry -Entry $entry -Name $Name
    }
}

function Read-ControllerTime {
    <#
    .SYNOPSIS
        Asks each domain controller for its time, over a connection that is already open, and notes the local time around it.
    #>
    [CmdletBinding()]
    param()
    foreach ($controller in @(Read-DirectoryController | Where-Object { $_ -ne $null -and $_.dNSHostName })) {
        $name = [string]$controller.dNSHostName
        try {
            $path = 'LDAP://' + $name + '/RootDSE'
            $first = [adsi]$path
            [void][string]$first.currentTime
            $before = [datetime]::UtcNow
            $second = [adsi]$path
            $said = [string]$second.currentTime
            $after = [datetime]::UtcNow
        } catch {
            Add-ReadWarning -Message ('a domain controller did not answer: ' + (Protect-Value -Value $name -Holds 'host'))
            continue
        }
        Measure-ControllerTime -Controller $name -Said $said -Before $before -After $after
    }
}

function Measure-ControllerTime {
    <#
    .SYNOPSIS
        Makes the row of one clock: its offset against the middle of the local times around the question.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Controller,
        [AllowEmptyString()][string]$Said = '',
        [Parameter(Mandatory = $true)][datetime]$Before,
        [Parameter(Mandatory = $true)][datetime]$After
    )
    $tripSeconds = ($After - $Before).TotalSeconds
    $table = @{ dc = $Controller; currentTime = $Said; local_utc = (ConvertTo-UtcText -Time $Before) }
    $table['remote_utc'] = $null
    $table['offset_seconds'] = $null
    $table['round_trip_seconds'] = $tripSeconds
    if ($Said -match '^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)') {
        $iso = $matches[1] + '-' + $matches[2] + '-' + $matches[3] + 'T' + $matches[4] + ':' + $matches[5] + ':' + $matches[6] + 'Z'
        $remote = ([datetime]$iso).ToUniversalTime()
        $table['remote_utc'] = ConvertTo-UtcText -Time $remote
        $table['offset_seconds'] = ($remote - $Before).TotalSeconds - $tripSeconds / 2
    }
    New-Object PSObject -Property $table
}

function Read-ExchangeGroup {
    <#
    .SYNOPSIS
        Reads Exchange's own groups: those that otherWellKnownObjects names, those of the OU, and the OU of split permissions.
    #>
    [CmdletBinding()]
    param()
    Stop-WithoutDirectory
    $seen = @{}
    foreach ($group in @(Get-WellKnownGroup | Where-Object { $_ -ne $null })) {
        $seen[$group.distinguishedName] = $true
        $group
    }
    $property = @('sAMAccountName', 'objectSid', 'objectClass')
    $filter = '(|(&(objectClass=group)(cn=Exchange Enterprise Servers))(&(objectClass=organizationalUnit)(ou=Microsoft Exchange Protected Groups)))'
    $found = @(Invoke-DomainSearch -Filter $filter -Property $property | Where-Object { $_ -ne $null })
    foreach ($ou in 'Microsoft Exchange Security Groups', 'Microsoft Exchange Protected Groups') {
        $found += @(Get-GroupOfUnit -Unit $ou -Property $property | Where-Object { $_ -ne $null })
    }
    foreach ($entry in $found) {
        $dn = [string]$entry['distinguishedname'][0]
        if (-not $seen.ContainsKey($dn)) {
            $seen[$dn] = $true
            ConvertTo-GroupRow -Entry $entry -WellKnownName $null -WellKnownGuid $null
        }
    }
}

function Get-GroupOfUnit {
    <#
    .SYNOPSIS
        Searches the groups of an organizational unit of the forest's root domain; none where the unit is absent.
    .OUTPUTS
        Hashtables of attributes
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Unit,
        [Parameter(Mandatory = $true)][string[]]$Property
    )
    $units = @(Search-Directory -BaseDn $Script:State.RootDn -Filter ('(&(objectClass=organizationalUnit)(ou=' + $Unit + '))') -Property @('ou') | Where-Object { $_ -ne $null })
    foreach ($one in $units) {
        Search-Directory -BaseDn ([string]$one['distinguishedname'][0]) -Filter '(objectClass=group)' -Property $Property
    }
}

function Get-WellKnownGroup {
    <#
    .SYNOPSIS
        Reads the groups that otherWellKnownObjects of the Exchange container names.
    #>
    [CmdletBinding()]
    param()
    $base = 'CN=Microsoft Exchange,CN=Services,' + $Script:State.ConfigDn
    $container = @(Search-Directory -BaseDn $base -Filter '(objectClass=*)' -Property @('otherWellKnownObjects') -Scope 'base' | Where-Object { $_ -ne $null })
    if ($container.Count -eq 0) {
        return
    }
    foreach ($value in @($container[0]['otherwellknownobjects'] | Where-Object { $_ })) {
        if ([string]$value -match '^B:32:([0-9A-Fa-f]{32}):(.+)$') {
            $guid = $matches[1].ToUpper()
            $dn = $matches[2]
            $entry = Get-GroupEntry -Dn $dn
            ConvertTo-GroupRow -Entry $entry -WellKnownName $WellKnownGroups[$guid] -WellKnownGuid $guid
        }
    }
}

function Get-GroupEntry {
    <#
    .SYNOPSIS
        Reads one group; where it cannot be read its name alone is known.
    .OUTPUTS
        Hashtable of attributes
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Dn
    )
    $entry = $null
    try {
        $entry = @(Find-DirectoryEntry -BaseDn $Dn -Filter '(objectClass=*)' -Property @('sAMAccountName', 'objectSid', 'objectClass') -Scope 'base')[0]
    } catch {
        Add-ReadWarning -Message 'a group that the Exchange container names was not read'
    }
    if ($entry -eq $null) {
        return @{ distinguishedname = @($Dn) }
    }
    return $entry
}

function ConvertTo-GroupRow {
    <#
    .SYNOPSIS
        Makes the row of one group.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Entry,
        [object]$WellKnownName,
        [object]$WellKnownGuid
    )
    $row = ConvertFrom-DirectoryEntry -Entry $Entry -Name @('sAMAccountName', 'objectSid', 'distinguishedName', 'objectClass')
    Add-Member -InputObject $row -MemberType NoteProperty -Name 'WellKnownName' -Value $WellKnownName
    Add-Member -InputObject $row -MemberType NoteProperty -Name 'WellKnownGuid' -Value $WellKnownGuid
    Add-Member -InputObject $row -MemberType NoteProperty -Name 'ou' -Value (Get-ParentDn -Dn ([string]$Entry['distinguishedname'][0]))
    $row
}

function Get-PrivilegedGroup {
    <#
    .SYNOPSIS
        Lists the groups whose members are followed: Exchange's own and the powerful ones of each domain.
    .OUTPUTS
        PSObjects: Dn, Sid
    #>
    [CmdletBinding()]
    param()
    foreach ($group in @(Read-ExchangeGroup | Where-Object { $_ -ne $null -and @($_.objectClass) -contains 'group' })) {
        New-Object PSObject -Property @{ Dn = $group.distinguishedName; Sid = $group.objectSid }
    }
    foreach ($domain in @($Script:State.DomainDns)) {
        $sid = Get-DomainSid -DomainDn $domain
        $wanted = '(objectSid=S-1-5-32-544)(objectSid=S-1-5-32-548)(objectSid=S-1-5-32-551)'
        if ($sid) {
            foreach ($rid in 512, 518, 519) {
                $wanted += '(objectSid=' + $sid + '-' + $rid + ')'
            }
        }
        foreach ($entry in @(Search-Directory -BaseDn $domain -Filter ('(&(objectClass=group)(|' + $wanted + '))') -Property @('objectSid') | Where-Object { $_ -ne $null })) {
            New-Object PSObject -Property @{ Dn = [string]$entry['distinguishedname'][0]; Sid = (Get-EntryValue -Entry $entry -Name 'objectSid') }
        }
    }
}

function Get-GroupMemberDn {
    <#
    .SYNOPSIS
        Lists the direct members of a group, range by range, since the directory returns 1500 at a time.
    .OUTPUTS
        Text: distinguished names
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Dn
    )
    $start = 0
    $rounds = 0
    while ($start -ge 0 -and $rounds -lt 2000) {
        $wanted = 'member'
        if ($start -gt 0) {
            $wanted = 'member;range=' + $start + '-*'
        }
        $entry = @(Find-DirectoryEntry -BaseDn $Dn -Filter '(objectClass=*)' -Property @($wanted) -Scope 'base')[0]
        $part = Select-MemberRange -Entry $entry -Start $start
        $part.Members
        $start = $part.Next
        $rounds = $rounds + 1
        if ($start -gt 0 -and $Script:State.IsConstrained) {
            Add-ReadWarning -Message 'of a group with more than 1500 members the first part was read: ConstrainedLanguage cannot ask for the rest'
            $start = -1
        }
    }
}

function Select-MemberRange {
    <#
    .SYNOPSIS
        Takes the members out of one answer and says where the next part begins.
    .OUTPUTS
        PSObject: Members, Next (-1 at the end)
    #>
    [CmdletBinding()]
    param(
        [object]$Entry,
        [Parameter(Mandatory = $true)][int]$Start
    )
    $members = @()
    $next = -1
    if ($Entry -ne $null) {
        foreach ($name in @($Entry.Keys)) {
            if ($name -eq 'member' -and $Start -eq 0) {
                $members += @($Entry[$name])
            } elseif ($name -match '^member;range=(\d+)-(\d+|\*)$') {
                $members += @($Entry[$name])
                if ($matches[2] -ne '*') {
                    $next = [int]$matches[2] + 1
                }
            }
        }
    }
    New-Object PSObject -Property @{ Members = $members; Next = $next }
}

function Get-PrimaryMember {
    <#
    .SYNOPSIS
        Lists the accounts whose primary group is a powerful group of their domain: no member attribute names them.
    .OUTPUTS
        PSObjects: GroupSid, Entry
    #>
    [CmdletBinding()]
    param()
    $filter = '(|(primaryGroupID=512)(primaryGroupID=518)(primaryGroupID=519))'
    foreach ($entry in @(Invoke-DomainSearch -Filter $filter -Property @('objectSid', 'objectClass', 'sAMAccountName', 'userPrincipalName', 'primaryGroupID') | Where-Object { $_ -ne $null })) {
        $sid = [string](Get-EntryValue -Entry $entry -Name 'objectSid')
        New-Object PSObject -Property @{ GroupSid = ($sid -replace '\d+$', [string]$entry['primarygroupid'][0]); Entry = $entry }
    }
}

function Get-EntryByDn {
    <#
    .SYNOPSIS
        Reads objects by their names, fifty to a question, each in its own domain.
    .OUTPUTS
        Hashtable: distinguished name to attributes
    #>
    [CmdletBinding()]
    param(
        [string[]]$Dn = @(),
        [Parameter(Mandatory = $true)][string[]]$Property
    )
    $found = @{}
    foreach ($domain in @($Dn | ForEach-Object { Get-DomainOfDn -Dn $_ } | Sort-Object -Unique | Where-Object { $_ })) {
        $own = @($Dn | Where-Object { (Get-DomainOfDn -Dn $_) -eq $domain })
        for ($start = 0; $start -lt $own.Count; $start += 50) {
            $end = $start + 49
            if ($end -ge $own.Count) {
                $end = $own.Count - 1
            }
            $terms = (@($own[$start..$end] | ForEach-Object { '(distinguishedName=' + (ConvertTo-FilterText -Text $_) + ')' })) -join ''
            try {
                Find-DirectoryEntry -BaseDn $domain -Filter ('(|' + $terms + ')') -Property $Property | ForEach-Object { $found[[string]$_['distinguishedname'][0]] = $_ }
            } catch {
                Add-ReadWarning -Message ('members of a domain were not read: ' + (Protect-Value -Value $domain -Holds 'dn'))
            }
        }
    }
    return $found
}

function ConvertTo-FilterText {
    <#
    .SYNOPSIS
        Escapes what has a meaning of its own in a search filter.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Text
    )
    $Text.Replace('\', '\5c').Replace('*', '\2a').Replace('(', '\28').Replace(')', '\29')
}

function ConvertTo-MemberRow {
    <#
    .SYNOPSIS
        Makes the row of one direct member of a group.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$GroupSid,
        [Parameter(Mandatory = $true)][string]$DomainDn,
        [Parameter(Mandatory = $true)][string]$MemberDn,
        [object]$Entry
    )
    $table = @{ group_sid = $GroupSid; domain_dn = $DomainDn; member_sid = $null; member_dn = $MemberDn }
    $table['objectClass'] = $null
    $table['sAMAccountName'] = $null
    $table['userPrincipalName'] = $null
    if ($Entry -ne $null) {
        $table['member_sid'] = Get-EntryValue -Entry $Entry -Name 'objectSid'
        $table['objectClass'] = Get-EntryValue -Entry $Entry -Name 'objectClass'
        $table['sAMAccountName'] = Get-EntryValue -Entry $Entry -Name 'sAMAccountName'
        $table['userPrincipalName'] = Get-EntryValue -Entry $Entry -Name 'userPrincipalName'
    }
    New-Object PSObject -Property $table
}

function Read-GroupMember {
    <#
    .SYNOPSIS
        Reads the direct members of powerful groups and of the groups inside them, level by level, each group once.
    #>
    [CmdletBinding()]
    param()
    Stop-WithoutDirectory
    $seen = @{}
    $rows = @()
    $level = @(Get-PrivilegedGroup | Where-Object { $_ -ne $null -and $_.Sid })
    while ($level.Count -gt 0) {
        $next = @()
        foreach ($group in $level) {
            if ($seen.ContainsKey($group.Dn)) {
                continue
            }
            $seen[$group.Dn] = $true
            $own = @(Get-MemberOfGroup -Group $group)
            $rows += $own
            foreach ($row in $own) {
                if (@($row.objectClass) -contains 'group' -and $row.member_sid) {
                    $next += New-Object PSObject -Property @{ Dn = $row.member_dn; Sid = $row.member_sid }
                }
            }
        }
        $level = @($next)
    }
    foreach ($primary in @(Get-PrimaryMember | Where-Object { $_ -ne $null })) {
        $rows += ConvertTo-MemberRow -GroupSid $primary.GroupSid -DomainDn $primary.Entry['domain_dn'][0] -MemberDn ([string]$primary.Entry['distinguishedname'][0]) -Entry $primary.Entry
    }
    $Script:WindowsCache['GroupMembers'] = $rows
    $rows
}

function Get-MemberOfGroup {
    <#
    .SYNOPSIS
        Reads the rows of one group.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Group
    )
    try {
        $members = @(Get-GroupMemberDn -Dn $Group.Dn | Where-Object { $_ })
    } catch {
        Add-ReadWarning -Message ('the members of a group were not read: ' + $Group.Sid)
        return
    }
    if ($members.Count -eq 0) {
        return
    }
    $found = Get-EntryByDn -Dn $members -Property @('objectSid', 'objectClass', 'sAMAccountName', 'userPrincipalName')
    foreach ($dn in $members) {
        ConvertTo-MemberRow -GroupSid $Group.Sid -DomainDn (Get-DomainOfDn -Dn $Group.Dn) -MemberDn $dn -Entry $found[[string]$dn]
    }
}

function Read-DirectoryAccount {
    <#
    .SYNOPSIS
        Reads the state of accounts with rights: leaves of the powerful groups, and those behind mailboxes nobody signs in to.
    #>
    [CmdletBinding()]
    param()
    Stop-WithoutDirectory
    $property = @('objectSid', 'objectClass', 'sAMAccountName', 'userAccountControl', 'lastLogonTimestamp', 'pwdLastSet', 'whenCreated', 'isDeleted')
    $rows = $Script:WindowsCache['GroupMembers']
    if ($rows -eq $null) {
        $rows = @(Read-GroupMember)
    }
    $names = @($rows | Where-Object { $_ -ne $null -and $_.member_sid -and -not (@($_.objectClass) -contains 'group') } | ForEach-Object { $_.member_dn } | Sort-Object -Unique)
    $found = @{}
    if ($names.Count -gt 0) {
        $found = Get-EntryByDn -Dn $names -Property $property
    }
    $filter = '(&(objectCategory=person)(objectClass=user)(|(msExchRecipientTypeDetails=2)(msExchRecipientTypeDetails=4)(msExchRecipientTypeDetails=16)(msExchRecipientTypeDetails=32)(cn=Exchange Online-ApplicationAccount)))'
    Invoke-DomainSearch -Filter $filter -Property $property | ForEach-Object { $found[[string]$_['distinguishedname'][0]] = $_ }
    foreach ($dn in @($found.Keys | Sort-Object)) {
        $row = ConvertFrom-DirectoryEntry -Entry $found[$dn] -Name $property
        $row.isDeleted = [bool]$row.isDeleted
        $row
    }
}

function Read-DirectoryComputer {
    <#
    .SYNOPSIS
        Reads the computer accounts of the Exchange servers and of alternate service accounts.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    Stop-WithoutDirectory
    $added = @('token_group_count', 'expiration_time')
    $own = @($Name | Where-Object { $added -notcontains $_ })
    $load = @($own + @('ms-Mcs-AdmPwdExpirationTime', 'msLAPS-PasswordExpirationTime'))
    $terms = '(servicePrincipalName=exchangeMDB/*)(servicePrincipalName=exchangeAB/*)(servicePrincipalName=exchangeRFR/*)'
    foreach ($server in @($Script:State.Servers | Where-Object { $_ -ne $null -and -not $_.IsEdge })) {
        $terms += '(sAMAccountName=' + (ConvertTo-FilterText -Text $server.Name) + '$)'
    }
    foreach ($entry in @(Invoke-DomainSearch -Filter ('(&(objectCategory=computer)(|' + $terms + '))') -Property $load | Where-Object { $_ -ne $null })) {
        $row = ConvertFrom-DirectoryEntry -Entry $entry -Name $own
        $expiry = Get-EntryValue -Entry $entry -Name 'msLAPS-PasswordExpirationTime'
        if ($expiry -eq $null) {
            $expiry = Get-EntryValue -Entry $entry -Name 'ms-Mcs-AdmPwdExpirationTime'
        }
        Add-Member -InputObject $row -MemberType NoteProperty -Name 'expiration_time' -Value $expiry
        Add-Member -InputObject $row -MemberType NoteProperty -Name 'token_group_count' -Value (Measure-TokenGroup -Dn ([string]$entry['distinguishedname'][0]))
        $row
    }
}

function Measure-TokenGroup {
    <#
    .SYNOPSIS
        Counts the groups in the token of an account; the directory computes them for one object at a time.
    .OUTPUTS
        Number, or null where it was not read
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Dn
    )
    if ($Script:State.IsConstrained) {
        return $null
    }
    try {
        $entry = @(Find-DirectoryEntry -BaseDn $Dn -Filter '(objectClass=*)' -Property @('tokenGroupsGlobalAndUniversal') -Scope 'base')[0]
        return @($entry['tokengroupsglobalanduniversal'] | Where-Object { $_ -ne $null }).Count
    } catch {
        return $null
    }
}

function Read-ConnectorDescriptor {
    <#
    .SYNOPSIS
        Reads the security descriptors of connectors in one search, on an Edge in its own directory.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    Stop-WithoutDescriptor
    $property = @(Get-LoadedAttribute -Name $Name)
    $filter = '(|(objectClass=msExchSmtpReceiveConnector)(objectClass=msExchRoutingSMTPConnector))'
    $server = ''
    if (@($Source.Roles) -contains 'Edge' -and @($Source.Roles).Count -eq 1) {
        $server = 'localhost:50389'
        $base = Get-EdgeConfigurationDn
    } else {
        Stop-WithoutDirectory
        $base = 'CN=Microsoft Exchange,CN=Services,' + $Script:State.ConfigDn
    }
    foreach ($entry in @(Search-Directory -BaseDn $base -Filter $filter -Property $property -Server $server | Where-Object { $_ -ne $null })) {
        ConvertFrom-DirectoryEntry -Entry $entry -Name $Name
    }
}

function Get-EdgeConfigurationDn {
    <#
    .SYNOPSIS
        Returns the configuration naming context of the directory of this Edge.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param()
    $found = ''
    try {
        $root = [adsi]'LDAP://localhost:50389/RootDSE'
        $found = [string]$root.configurationNamingContext
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What 'the directory of the Edge (port 50389)' -Right 'run as local administrator of the Edge'
    }
    if (-not $found) {
        Stop-Reading -Status not-available -Message 'the directory of the Edge did not answer on port 50389: is the service ADAM_MSExchange running?'
    }
    $found
}

function Read-EdgeSyncLease {
    <#
    .SYNOPSIS
        Reads the lease that EdgeSync left on this Edge's own server object.
    #>
    [CmdletBinding()]
    param()
    $base = Get-EdgeConfigurationDn
    $filter = '(&(objectClass=msExchExchangeServer)(cn=' + (ConvertTo-FilterText -Text $Script:State.Computer) + '))'
    foreach ($entry in @(Search-Directory -BaseDn $base -Filter $filter -Property @('objectGUID', 'name', 'msExchEdgeSyncLease', 'whenChanged') -Server 'localhost:50389' | Where-Object { $_ -ne $null })) {
        $row = ConvertFrom-DirectoryEntry -Entry $entry -Name @('objectGUID', 'name', 'whenChanged')
        $lease = ConvertFrom-LeaseValue -Value $entry['msexchedgesynclease']
        foreach ($part in 'msExchEdgeSyncLease', 'lease_last_sync', 'lease_alert_time', 'lease_expiry', 'lease_type') {
            Add-Member -InputObject $row -MemberType NoteProperty -Name $part -Value $lease[$part]
        }
        Add-Member -InputObject $row -MemberType NoteProperty -Name 'collected_utc' -Value (ConvertTo-UtcText -Time ([datetime]::UtcNow))
        $row
    }
}

function ConvertFrom-LeaseValue {
    <#
    .SYNOPSIS
        Takes the times out of a lease where its text holds them; the text itself goes along.
    .OUTPUTS
        Hashtable
    #>
    [CmdletBinding()]
    param(
        [object]$Value
    )
    $lease = @{ msExchEdgeSyncLease = $null; lease_last_sync = $null; lease_alert_time = $null; lease_expiry = $null; lease_type = $null }
    $first = @($Value)[0]
    if ($first -eq $null) {
        return $lease
    }
    $text = [string]$first
    if ($first -is [byte[]]) {
        $text = (@($first | Where-Object { $_ -ge 32 -and $_ -lt 127 } | ForEach-Object { [string][char][int]$_ })) -join ''
    }
    $lease['msExchEdgeSyncLease'] = $text
    $parts = @($text -split ';')
    if ($parts.Count -ge 5) {
        $lease['lease_expiry'] = ConvertFrom-LeaseTime -Text $parts[1]
        $lease['lease_type'] = $parts[2]
        $lease['lease_last_sync'] = ConvertFrom-LeaseTime -Text $parts[3]
        $lease['lease_alert_time'] = ConvertFrom-LeaseTime -Text $parts[4]
    }
    return $lease
}

function ConvertFrom-LeaseTime {
    <#
    .SYNOPSIS
        Reads one time of a lease, month first whatever the culture, in UTC.
    .OUTPUTS
        Text, or null
    #>
    [CmdletBinding()]
    param(
        [AllowEmptyString()][string]$Text = ''
    )
    if ($Text -notmatch '^\s*(?:\d{1,2}/\d{1,2}/\d{4}|\d{4}-\d\d-\d\d)') {
        return $null
    }
    try {
        return ([datetime]($Text.Trim() -replace 'Z$', '')).ToString('s') + 'Z'
    } catch {
        return $null
    }
}

function Read-DomainDescriptor {
    <#
    .SYNOPSIS
        Reads the security descriptors of each domain head and of AdminSDHolder.
    #>
    [CmdletBinding()]
    param()
    Stop-WithoutDescriptor
    Stop-WithoutDirectory
    $places = @(@{ Object = 'domain'; Prefix = '' }, @{ Object = 'AdminSDHolder'; Prefix = 'CN=AdminSDHolder,CN=System,' })
    foreach ($place in $places) {
        foreach ($entry in @(Invoke-DomainSearch -Filter '(objectClass=*)' -Property @('nTSecurityDescriptor') -Prefix $place.Prefix -Scope 'base' | Where-Object { $_ -ne $null })) {
            New-Object PSObject -Property @{
                object            = $place.Object
                domain_dn         = $entry['domain_dn'][0]
                distinguishedName = [string]$entry['distinguishedname'][0]
                Sddl              = Get-EntrySddl -Entry $entry
            }
        }
    }
}

function Read-DatabaseDescriptor {
    <#
    .SYNOPSIS
        Reads the security descriptors of mailbox databases and of the containers above them.
    #>
    [CmdletBinding()]
    param()
    Stop-WithoutDescriptor
    Stop-WithoutDirectory
    $base = 'CN=Microsoft Exchange,CN=Services,' + $Script:State.ConfigDn
    $name = @('objectGUID', 'distinguishedName', 'objectClass', 'Sddl')
    $property = @(Get-LoadedAttribute -Name $name)
    $above = @{}
    foreach ($entry in @(Search-Directory -BaseDn $base -Filter '(objectClass=msExchPrivateMDB)' -Property $property | Where-Object { $_ -ne $null })) {
        ConvertFrom-DirectoryEntry -Entry $entry -Name $name
        $parent = Get-ParentDn -Dn ([string]$entry['distinguishedname'][0])
        while ($parent.Length -ge $base.Length -and -not $above.ContainsKey($parent)) {
            $above[$parent] = $true
            $parent = Get-ParentDn -Dn $parent
        }
    }
    foreach ($dn in @($above.Keys | Sort-Object)) {
        foreach ($entry in @(Search-Directory -BaseDn $dn -Filter '(objectClass=*)' -Property $property -Scope 'base' | Where-Object { $_ -ne $null })) {
            ConvertFrom-DirectoryEntry -Entry $entry -Name $name
        }
    }
}

function Read-MailboxDescriptor {
    <#
    .SYNOPSIS
        Reads both security descriptors of each mailbox and public folder object, without inherited entries.
    #>
    [CmdletBinding()]
    param()
    Stop-WithoutDescriptor
    Stop-WithoutDirectory
    $property = @('objectGUID', 'msExchMailboxSecurityDescriptor', 'nTSecurityDescriptor')
    Invoke-DomainSearch -Filter '(|(msExchMailboxGuid=*)(objectClass=publicFolder))' -Property $property | ForEach-Object {
        $mailbox = Get-EntrySddl -Entry $_ -Name 'msexchmailboxsecuritydescriptor'
        $object = Get-EntrySddl -Entry $_
        if ($mailbox -ne $null) {
            $mailbox = Remove-InheritedAce -Sddl $mailbox
        }
        if ($object -ne $null) {
            $object = Remove-InheritedAce -Sddl $object
        }
        New-Object PSObject -Property @{
            objectGUID        = Get-EntryValue -Entry $_ -Name 'objectGUID'
            distinguishedName = [string]$_['distinguishedname'][0]
            mailbox_sddl      = $mailbox
            object_sddl       = $object
        }
    }
}

function Expand-EnvironmentText {
    <#
    .SYNOPSIS
        Puts the values of this computer's variables in place of their names between percent signs.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [AllowEmptyString()][string]$Text = ''
    )
    $left = 8
    while ($left -gt 0 -and $Text -match '%([A-Za-z_][A-Za-z0-9_()]*)%') {
        $name = $matches[1]
        $held = Get-Item -LiteralPath ('env:' + $name) -ErrorAction SilentlyContinue
        if ($held -eq $null) {
            return $Text
        }
        $Text = $Text.Replace('%' + $name + '%', [string]$held.Value)
        $left = $left - 1
    }
    $Text
}

function Get-FileText {
    <#
    .SYNOPSIS
        Reads a text file of this computer as one text.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path
    )
    try {
        (@(Get-Content -LiteralPath $Path -Encoding UTF8 -ErrorAction Stop)) -join "`n"
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What $Path
    }
}

function ConvertTo-XmlDocument {
    <#
    .SYNOPSIS
        Reads a text as XML.
    .OUTPUTS
        XmlDocument, or null where the text is none
    #>
    [CmdletBinding()]
    param(
        [AllowEmptyString()][string]$Text = ''
    )
    try {
        return [xml]$Text
    } catch {
        return $null
    }
}

function Get-XmlChild {
    <#
    .SYNOPSIS
        Lists the elements directly below a node, all or those of one name.
    .OUTPUTS
        XmlElement
    #>
    [CmdletBinding()]
    param(
        [object]$Node,
        [string]$Name = ''
    )
    if ($Node -eq $null) {
        return
    }
    foreach ($child in @($Node.ChildNodes)) {
        if ($child -ne $null -and [string]$child.NodeType -eq 'Element' -and (-not $Name -or $child.LocalName -eq $Name)) {
            $child
        }
    }
}

function Get-XmlBelow {
    <#
    .SYNOPSIS
        Lists the elements at a path of names below a node.
    .OUTPUTS
        XmlElement
    #>
    [CmdletBinding()]
    param(
        [object]$Node,
        [Parameter(Mandatory = $true)][string]$Path
    )
    $level = @($Node)
    foreach ($part in @($Path -split '/')) {
        $level = @(foreach ($one in $level) { Get-XmlChild -Node $one -Name $part })
    }
    $level
}

function Get-XmlAttribute {
    <#
    .SYNOPSIS
        Returns the value of an attribute, null where the element has none of that name.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [object]$Element,
        [Parameter(Mandatory = $true)][string]$Name
    )
    if ($Element -eq $null) {
        return $null
    }
    foreach ($attribute in @($Element.Attributes)) {
        if ($attribute -ne $null -and $attribute.LocalName -eq $Name) {
            return [string]$attribute.Value
        }
    }
    return $null
}

function ConvertFrom-IisElement {
    <#
    .SYNOPSIS
        Makes one row of each attribute of an element and of all below it; what may be a secret stays out.
    .OUTPUTS
        PSObjects: location, section, element, attribute, value
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Element,
        [AllowEmptyString()][string]$Location = '',
        [Parameter(Mandatory = $true)][string]$Section,
        [AllowEmptyString()][string]$Path = ''
    )
    foreach ($attribute in @($Element.Attributes)) {
        if ($attribute -ne $null -and $attribute.LocalName -notmatch $IisSecretNames) {
            $value = [string]$attribute.Value
            if ('physicalPath', 'directory', 'image' -contains $attribute.LocalName) {
                $value = Expand-EnvironmentText -Text $value
            }
            $value = Protect-SiteValue -Attribute ([string]$attribute.LocalName) -Value $value
            New-Object PSObject -Property @{ location = $Location; section = $Section; element = $Path; attribute = [string]$attribute.LocalName; value = $value }
        }
    }
    $children = @(Get-XmlChild -Node $Element)
    $numbers = @{}
    foreach ($child in $children) {
        $name = [string]$child.LocalName
        $same = @($children | Where-Object { $_.LocalName -eq $name })
        $numbers[$name] = 1 + [int]$numbers[$name]
        $step = $name
        if ($IisCollections -contains $name -or $same.Count -gt 1) {
            $step = $name + '[' + $numbers[$name] + ']'
        }
        ConvertFrom-IisElement -Element $child -Location $Location -Section $Section -Path ($Path + '/' + $step).TrimStart('/')
    }
}

function Protect-SiteValue {
    <#
    .SYNOPSIS
        A value of the IIS configuration as the redaction lets it out: its column is words, but some attributes name hosts.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Attribute,
        [AllowEmptyString()][string]$Value = ''
    )
    if ($Script:State.Redaction -eq 'None') {
        return $Value
    }
    $head = ''
    $name = ''
    $holds = 'host'
    if ($Attribute -eq 'bindingInformation' -and $Value -match '^(.*:\d*:)(.*)$') {
        $head = $matches[1]
        $name = $matches[2]
    } elseif ($Value -match '^[A-Za-z][A-Za-z0-9+.-]*://') {
        $name = $Value
        $holds = 'url'
    } elseif ('domainName', 'realm', 'defaultLogonDomain' -contains $Attribute -and $Value -ne '\') {
        $name = $Value
    }
    if (-not $name) {
        return $Value
    }
    $shown = [string](Protect-Value -Value $name -Holds $holds)
    if (-not $shown) {
        $shown = '[removed]'
    }
    return ($head + $shown)
}

function ConvertFrom-IisFile {
    <#
    .SYNOPSIS
        Makes rows of the exported sections of an applicationHost.config: those of the server, then those of each location.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Document
    )
    foreach ($root in @(Get-XmlChild -Node $Document -Name 'configuration')) {
        $places = @(@{ Path = ''; Node = $root })
        foreach ($location in @(Get-XmlChild -Node $root -Name 'location')) {
            $places += @{ Path = [string](Get-XmlAttribute -Element $location -Name 'path'); Node = $location }
        }
        foreach ($place in $places) {
            ConvertFrom-IisPlace -Node $place.Node -Location $place.Path
        }
    }
}

function ConvertFrom-IisPlace {
    <#
    .SYNOPSIS
        Makes rows of the exported sections directly below one place.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Node,
        [AllowEmptyString()][string]$Location = ''
    )
    foreach ($section in $IisSections) {
        foreach ($element in @(Get-XmlBelow -Node $Node -Path $section | Where-Object { $_ -ne $null })) {
            if ($section -like '*/authentication') {
                foreach ($method in @(Get-XmlChild -Node $element)) {
                    ConvertFrom-IisElement -Element $method -Location $Location -Section ($section + '/' + $method.LocalName)
                }
            } else {
                ConvertFrom-IisElement -Element $element -Location $Location -Section $section
            }
        }
    }
}

function ConvertFrom-AppcmdConfiguration {
    <#
    .SYNOPSIS
        Makes rows of what appcmd list config prints: one CONFIG element for each section and path.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Document
    )
    foreach ($config in @(Get-XmlBelow -Node $Document -Path 'appcmd/CONFIG' | Where-Object { $_ -ne $null })) {
        $section = [string](Get-XmlAttribute -Element $config -Name 'CONFIG.SECTION')
        $location = [string](Get-XmlAttribute -Element $config -Name 'path')
        $isWanted = @($IisSections | Where-Object { $section -eq $_ -or $section -like ($_ + '/*') }).Count -gt 0
        if ($isWanted) {
            foreach ($body in @(Get-XmlChild -Node $config)) {
                ConvertFrom-IisElement -Element $body -Location $location -Section $section
            }
        }
    }
}

function Get-IisDocument {
    <#
    .SYNOPSIS
        Returns applicationHost.config of this computer as XML, read once.
    .OUTPUTS
        XmlDocument, or null where there is no such file
    #>
    [CmdletBinding()]
    param()
    if (-not $Script:WindowsCache.ContainsKey('ApplicationHost')) {
        $path = "$env:windir\System32\inetsrv\config\applicationHost.config"
        $document = $null
        if (Test-Path -LiteralPath $path) {
            $document = ConvertTo-XmlDocument -Text (Get-FileText -Path $path)
        }
        $Script:WindowsCache['ApplicationHost'] = $document
    }
    return $Script:WindowsCache['ApplicationHost']
}

function Stop-WithoutIis {
    <#
    .SYNOPSIS
        Ends the read of IIS where it is not installed.
    #>
    [CmdletBinding()]
    param()
    if (-not (Test-Path -LiteralPath "$env:windir\system32\inetsrv\appcmd.exe")) {
        Stop-Reading -Status not-applicable -Message 'IIS is not installed on this computer'
    }
}

function Read-IisConfiguration {
    <#
    .SYNOPSIS
        Reads the IIS configuration of this computer: the file, which shows every location, else what appcmd prints.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    Stop-WithoutIis
    $document = Get-IisDocument
    if ($document -ne $null) {
        ConvertFrom-IisFile -Document $document
        return
    }
    $lines = @(& "$env:windir\system32\inetsrv\appcmd.exe" list config /xml)
    $document = ConvertTo-XmlDocument -Text ($lines -join "`n")
    if ($document -eq $null) {
        Stop-Reading -Status access-denied -Message 'the IIS configuration was not readable: run elevated, as local administrator of the computer'
    }
    ConvertFrom-AppcmdConfiguration -Document $document
}

function Read-IisApplicationPool {
    <#
    .SYNOPSIS
        Reads the application pools of this computer with their recycling limits.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    Stop-WithoutIis
    $lines = @(& "$env:windir\system32\inetsrv\appcmd.exe" list apppool /xml /config)
    $document = ConvertTo-XmlDocument -Text ($lines -join "`n")
    if ($document -eq $null) {
        Stop-Reading -Status access-denied -Message 'appcmd printed no application pools: run elevated, as local administrator of the computer'
    }
    ConvertFrom-AppcmdPool -Document $document
}

function ConvertFrom-AppcmdPool {
    <#
    .SYNOPSIS
        Makes rows of what appcmd list apppool prints.
    .OUTPUTS
        PSObjects: name, state, time, privateMemory, memory, requests, schedule
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Document
    )
    foreach ($pool in @(Get-XmlBelow -Node $Document -Path 'appcmd/APPPOOL' | Where-Object { $_ -ne $null })) {
        $restart = @(Get-XmlBelow -Node $pool -Path 'add/recycling/periodicRestart')[0]
        $times = @(Get-XmlBelow -Node $restart -Path 'schedule/add' | Where-Object { $_ -ne $null } | ForEach-Object { Get-XmlAttribute -Element $_ -Name 'value' })
        New-Object PSObject -Property @{
            name          = Get-XmlAttribute -Element $pool -Name 'APPPOOL.NAME'
            state         = Get-XmlAttribute -Element $pool -Name 'state'
            time          = Get-XmlAttribute -Element $restart -Name 'time'
            privateMemory = Get-XmlAttribute -Element $restart -Name 'privateMemory'
            memory        = Get-XmlAttribute -Element $restart -Name 'memory'
            requests      = Get-XmlAttribute -Element $restart -Name 'requests'
            schedule      = $times
        }
    }
}

function Get-IisFolder {
    <#
    .SYNOPSIS
        Lists sites, applications and virtual directories of this computer with their folders.
    .OUTPUTS
        PSObjects: Location (Default Web Site/owa), Folder
    #>
    [CmdletBinding()]
    param()
    $document = Get-IisDocument
    foreach ($site in @(Get-XmlBelow -Node $document -Path 'configuration/system.applicationHost/sites/site' | Where-Object { $_ -ne $null })) {
        $name = [string](Get-XmlAttribute -Element $site -Name 'name')
        foreach ($application in @(Get-XmlChild -Node $site -Name 'application')) {
            $above = ([string](Get-XmlAttribute -Element $application -Name 'path')).TrimEnd('/')
            foreach ($directory in @(Get-XmlChild -Node $application -Name 'virtualDirectory')) {
                $below = ([string](Get-XmlAttribute -Element $directory -Name 'path')).TrimEnd('/')
                $folder = Expand-EnvironmentText -Text ([string](Get-XmlAttribute -Element $directory -Name 'physicalPath'))
                New-Object PSObject -Property @{ Location = ($name + $above + $below); Folder = $folder.TrimEnd('\') }
            }
        }
    }
}

function Read-IisRewriteRule {
    <#
    .SYNOPSIS
        Reads the rewrite elements of applicationHost.config and of the web.config of the sites and the proxy folders.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    Stop-WithoutIis
    foreach ($root in @(Get-XmlChild -Node (Get-IisDocument) -Name 'configuration')) {
        ConvertFrom-RewriteElement -Node $root -Path 'applicationHost.config'
        foreach ($location in @(Get-XmlChild -Node $root -Name 'location')) {
            ConvertFrom-RewriteElement -Node $location -Path ('applicationHost.config/' + (Get-XmlAttribute -Element $location -Name 'path'))
        }
    }
    $seen = @{}
    foreach ($folder in @(Get-IisFolder | Where-Object { $_.Location -notmatch '/' -or $_.Folder -like '*\FrontEnd\HttpProxy\*' })) {
        $file = $folder.Folder + '\web.config'
        if ($seen.ContainsKey($file) -or -not (Test-Path -LiteralPath $file)) {
            continue
        }
        $seen[$file] = $true
        $document = ConvertTo-XmlDocument -Text (Get-FileText -Path $file)
        foreach ($root in @(Get-XmlChild -Node $document -Name 'configuration')) {
            ConvertFrom-RewriteElement -Node $root -Path $file
            foreach ($location in @(Get-XmlChild -Node $root -Name 'location')) {
                ConvertFrom-RewriteElement -Node $location -Path ($file + '/' + (Get-XmlAttribute -Element $location -Name 'path'))
            }
        }
    }
}

function ConvertFrom-RewriteElement {
    <#
    .SYNOPSIS
        Makes a row of each entry of the rewrite rules below one node: a rule, a clear or a remove, in order.
    .OUTPUTS
        PSObjects: path, position, name, enabled, match_url, conditions, action_type, clear, remove
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Node,
        [Parameter(Mandatory = $true)][string]$Path
    )
    $position = 0
    foreach ($list in 'rules', 'globalRules', 'outboundRules') {
        $entries = @(Get-XmlBelow -Node $Node -Path ('system.webServer/rewrite/' + $list) | Where-Object { $_ -ne $null } | ForEach-Object { Get-XmlChild -Node $_ })
        foreach ($entry in $entries) {
            $position = $position + 1
            $name = Get-XmlAttribute -Element $entry -Name 'name'
            $table = @{ path = $Path; list = $list; position = $position; name = $name }
            $table['enabled'] = (Get-XmlAttribute -Element $entry -Name 'enabled') -ne 'false'
            $table['match_url'] = Get-XmlAttribute -Element (@(Get-XmlChild -Node $entry -Name 'match')[0]) -Name 'url'
            $table['action_type'] = Get-XmlAttribute -Element (@(Get-XmlChild -Node $entry -Name 'action')[0]) -Name 'type'
            $table['conditions'] = @(Get-RewriteCondition -Rule $entry)
            $table['clear'] = $entry.LocalName -eq 'clear'
            $table['remove'] = @()
            if ($entry.LocalName -eq 'remove') {
                $table['remove'] = @([string]$name)
            }
            New-Object PSObject -Property $table
        }
    }
}

function Get-RewriteCondition {
    <#
    .SYNOPSIS
        Lists the conditions of a rewrite rule as input, a blank and the pattern.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Rule
    )
    foreach ($condition in @(Get-XmlBelow -Node $Rule -Path 'conditions/add' | Where-Object { $_ -ne $null })) {
        $subject = [string](Get-XmlAttribute -Element $condition -Name 'input')
        $pattern = [string](Get-XmlAttribute -Element $condition -Name 'pattern')
        if ($Script:State.Redaction -ne 'None' -and $subject -match 'HOST|SERVER_NAME|REFERER|ORIGIN|REMOTE_|LOCAL_ADDR|USER') {
            $pattern = '[removed]'
        }
        $text = $subject + ' ' + $pattern
        if ((Get-XmlAttribute -Element $condition -Name 'negate') -eq 'true') {
            $text = 'not ' + $text
        }
        $text
    }
}

function Get-ConfigFileList {
    <#
    .SYNOPSIS
        Lists the configuration files that are looked at: of Exchange's applications, of the two sites, and single files.
    .OUTPUTS
        Text: full paths
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Folder,
        [string]$ScanFolder = ''
    )
    $paths = @()
    foreach ($place in @(Get-IisFolder | Where-Object { $_ -ne $null -and $_.Folder })) {
        $isSite = $place.Location -notmatch '/'
        if ($isSite -or $place.Folder -like ($Folder + '\*')) {
            $paths += $place.Folder + '\web.config'
        }
        if (-not $isSite -and $place.Folder -like ($Folder + '\*') -and (Test-Path -LiteralPath ($place.Folder + '\SharedWebConfig.config'))) {
            $paths += $place.Folder + '\SharedWebConfig.config'
        }
    }
    $paths += $Folder + '\FrontEnd\HttpProxy\SharedWebConfig.config'
    $paths += $Folder + '\ClientAccess\SharedWebConfig.config'
    $paths += $Folder + '\Bin\EdgeTransport.exe.config'
    $paths += $Folder + '\Bin\Search\Ceres\Runtime\1.0\noderunner.exe.config'
    $paths += $Folder + '\Bin\Monitoring\Config\Antimalware.xml'
    $paths += $Folder + '\Bin\IanaTimeZoneMappings.xml'
    if ($ScanFolder) {
        $paths += $ScanFolder.TrimEnd('\') + '\Configuration.xml'
    }
    $paths | Sort-Object -Unique
}

function Read-ExchangeConfigFile {
    <#
    .SYNOPSIS
        Reads whether the configuration files of Exchange are there and sound, and the named settings in them; no content.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    $folder = Stop-WithoutExchange -Target $Target
    $scan = @(Read-RegistryPattern -Pattern @('HKLM\SOFTWARE\Microsoft\ExchangeServer\v15\FIP-FS') -Target $Target -Name @('DatabasePath'))
    $scanFolder = [string](Join-RegistryKey -Key $scan).Values['DatabasePath']
    foreach ($path in @(Get-ConfigFileList -Folder $folder -ScanFolder $scanFolder)) {
        if (-not (Test-Path -LiteralPath $path)) {
            ConvertTo-ConfigRow -Path $path -Exists $false
            continue
        }
        $text = $null
        try {
            $text = (@(Get-Content -LiteralPath $path -Encoding UTF8 -ErrorAction Stop)) -join "`n"
        } catch {
            Add-ReadWarning -Message ('a configuration file was not readable: ' + $path)
        }
        ConvertFrom-ConfigText -Path $path -Text $text
    }
}

function ConvertTo-ConfigRow {
    <#
    .SYNOPSIS
        Makes a row of a configuration file, with its named settings as properties, or of one setting in it.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path,
        [object]$Exists,
        [object]$IsValid,
        [object]$HoldsFolder,
        [string]$Setting = '',
        [object]$Value,
        [object[]]$Named = @()
    )
    $table = @{ path = $Path; exists = $Exists; is_valid_xml = $IsValid; holds_install_dir = $HoldsFolder; setting = $Setting; value = $Value }
    foreach ($one in @($Named | Where-Object { $_ -ne $null })) {
        $table[$one.Name] = $one.Value
    }
    New-Object PSObject -Property $table
}

function ConvertFrom-ConfigText {
    <#
    .SYNOPSIS
        Makes the rows of one configuration file out of its text: one of the file, one of each named setting.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path,
        [object]$Text
    )
    if ($Text -eq $null) {
        ConvertTo-ConfigRow -Path $Path -Exists $true
        return
    }
    $document = ConvertTo-XmlDocument -Text $Text
    $isValid = $document -ne $null
    $holds = ([string]$Text).ToLower().Contains('%exchangeinstalldir%')
    $settings = @(Get-ConfigSetting -Path $Path -Text $Text -Document $document | Where-Object { $_ -ne $null })
    ConvertTo-ConfigRow -Path $Path -Exists $true -IsValid $isValid -HoldsFolder $holds -Named $settings
    foreach ($setting in $settings) {
        ConvertTo-ConfigRow -Path $Path -Exists $true -IsValid $isValid -HoldsFolder $holds -Setting $setting.Name -Value $setting.Value
    }
}

function Get-ConfigSetting {
    <#
    .SYNOPSIS
        Lists the named settings that a configuration file holds.
    .OUTPUTS
        PSObjects: Name, Value
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path,
        [Parameter(Mandatory = $true)][AllowEmptyString()][string]$Text,
        [object]$Document
    )
    switch -regex ($Path) {
        '\\Configuration\.xml$' {
            $count = @($Text -split "`n" | Where-Object { $_ -match '\|NO' }).Count
            New-Object PSObject -Property @{ Name = 'NoEntries'; Value = [string]$count }
        }
        '\\EdgeTransport\.exe\.config$' {
            Get-AppSetting -Document $Document -Name @('QueueDatabasePath', 'QueueDatabaseLoggingPath', 'TemporaryStoragePath')
        }
        '\\noderunner\.exe\.config$' {
            foreach ($node in @(Get-XmlBelow -Node $Document -Path 'configuration/nodeRunnerSettings' | Where-Object { $_ -ne $null })) {
                New-Object PSObject -Property @{ Name = 'memoryLimitMegabytes'; Value = (Get-XmlAttribute -Element $node -Name 'memoryLimitMegabytes') }
            }
        }
        '\\Antimalware\.xml$' {
            foreach ($node in @(Get-XmlBelow -Node $Document -Path 'Definition/MaintenanceDefinition/ExtensionAttributes' | Where-Object { $_ -ne $null })) {
                New-Object PSObject -Property @{ Name = 'ScanTempFolder'; Value = (Get-XmlAttribute -Element $node -Name 'CleanupFolderResponderFolderPaths') }
            }
        }
        '\\IanaTimeZoneMappings\.xml$' {
            Measure-TimeZoneMap -Document $Document
        }
        '\\web\.config$' {
            Get-AppSetting -Document $Document -Name @('BinSearchFolders')
            foreach ($header in @(Get-XmlBelow -Node $Document -Path 'configuration/system.webServer/httpProtocol/customHeaders/add' | Where-Object { $_ -ne $null })) {
                if ((Get-XmlAttribute -Element $header -Name 'name') -eq 'Strict-Transport-Security') {
                    New-Object PSObject -Property @{ Name = 'Strict-Transport-Security'; Value = (Get-XmlAttribute -Element $header -Name 'value') }
                }
            }
        }
    }
}

function Get-AppSetting {
    <#
    .SYNOPSIS
        Lists the application settings with the given names; no other is looked at.
    .OUTPUTS
        PSObjects: Name, Value
    #>
    [CmdletBinding()]
    param(
        [object]$Document,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    foreach ($add in @(Get-XmlBelow -Node $Document -Path 'configuration/appSettings/add' | Where-Object { $_ -ne $null })) {
        $key = [string](Get-XmlAttribute -Element $add -Name 'key')
        if ($Name -contains $key) {
            New-Object PSObject -Property @{ Name = $key; Value = (Get-XmlAttribute -Element $add -Name 'value') }
        }
    }
}

function Measure-TimeZoneMap {
    <#
    .SYNOPSIS
        Counts the entries of the time zone map that are doubled or incomplete.
    .OUTPUTS
        PSObjects: Name, Value
    #>
    [CmdletBinding()]
    param(
        [object]$Document
    )
    $seen = @{}
    $doubled = 0
    $invalid = 0
    foreach ($root in @(Get-XmlChild -Node $Document)) {
        foreach ($map in @(Get-XmlChild -Node $root)) {
            $zone = [string](Get-XmlAttribute -Element $map -Name 'IANA')
            $windows = [string](Get-XmlAttribute -Element $map -Name 'Win')
            if (-not $zone -or -not $windows) {
                $invalid = $invalid + 1
            } elseif ($seen.ContainsKey($zone)) {
                $doubled = $doubled + 1
            }
            $seen[$zone] = $true
        }
    }
    New-Object PSObject -Property @{ Name = 'DuplicateMapEntries'; Value = [string]$doubled }
    New-Object PSObject -Property @{ Name = 'InvalidMapEntries'; Value = [string]$invalid }
}

function Read-TimeStatus {
    <#
    .SYNOPSIS
        Asks the time service of a computer for its state and its peers.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    if (-not (Test-Path -LiteralPath "$env:windir\system32\w32tm.exe")) {
        Stop-Reading -Status not-available -Message 'no w32tm on this computer'
    }
    $computer = Get-TargetHost -Target $Target
    if ($computer -eq 'localhost') {
        $status = @(& "$env:windir\system32\w32tm.exe" /query /status /verbose)
        $peers = @(& "$env:windir\system32\w32tm.exe" /query /peers)
    } else {
        Stop-IfUnreachable -Computer $computer
        $status = @(& "$env:windir\system32\w32tm.exe" /query "/computer:$computer" /status /verbose)
        $peers = @(& "$env:windir\system32\w32tm.exe" /query "/computer:$computer" /peers)
    }
    $text = (@($status) + @($peers)) -join "`r`n"
    foreach ($found in @([regex]::Matches($text, '0x[0-9A-Fa-f]{8}(?= \()'))) {
        $text = $text.Replace($found.Value, [string](Protect-ReferenceId -Reference $found.Value))
    }
    Export-RawText -Target $Target -Name 'w32tm' -Text $text
    Stop-OnProgramCode -Text $text -What 'w32tm' -Computer $computer
    ConvertFrom-TimeStatus -Line $status -Text $text
}

function Stop-OnProgramCode {
    <#
    .SYNOPSIS
        Ends a read whose program printed an error code that says why it has nothing.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string]$Text,
        [Parameter(Mandatory = $true)][string]$What,
        [Parameter(Mandatory = $true)][string]$Computer
    )
    $status = Get-FailureStatus -Word ('text ' + $Text)
    if ($status -eq 'access-denied') {
        Stop-Reading -Status access-denied -Message ($What + ' was refused: run elevated, as local administrator of the computer')
    }
    if ($status -eq 'unreachable') {
        $Script:UnreachableHosts[$Computer] = $true
        Stop-Reading -Status unreachable -Message ($What + ' had no answer: open RPC, or run the script on that computer with -LocalOnly')
    }
}

function ConvertFrom-TimeStatus {
    <#
    .SYNOPSIS
        Reads the numbers out of the text of the time service by their place around the reference, which no language changes.
    .OUTPUTS
        PSObject
    #>
    [CmdletBinding()]
    param(
        [object[]]$Line = @(),
        [AllowEmptyString()][string]$Text = ''
    )
    $lines = @($Line | Where-Object { [string]$_ -match '[:\uFF1A]' } | ForEach-Object { [string]$_ })
    $place = -1
    for ($index = 0; $index -lt $lines.Count -and $place -lt 0; $index++) {
        if ($lines[$index] -match '0x[0-9A-Fa-f]{8}') {
            $place = $index
        }
    }
    $table = @{ LeapIndicator = $null; Stratum = $null; ReferenceId = $null; LastSuccessfulSyncTime = $null; RootDispersion = $null }
    $table['collected_utc'] = ConvertTo-UtcText -Time ([datetime]::UtcNow)
    $table['text'] = $Text
    if ($place -ge 5) {
        if ($lines[$place] -match '(0x[0-9A-Fa-f]{8})') {
            $table['ReferenceId'] = Protect-ReferenceId -Reference $matches[1]
        }
        $table['LeapIndicator'] = Get-FirstNumber -Line $lines[$place - 5]
        $table['Stratum'] = Get-FirstNumber -Line $lines[$place - 4]
        $table['RootDispersion'] = Get-FirstNumber -Line $lines[$place - 1]
        if ($place + 1 -lt $lines.Count) {
            $table['LastSuccessfulSyncTime'] = ConvertFrom-CultureTime -Text ($lines[$place + 1] -replace '^[^:\uFF1A]*[:\uFF1A]\s*', '')
        }
    }
    New-Object PSObject -Property $table
}

function Protect-ReferenceId {
    <#
    .SYNOPSIS
        The reference of a clock as the redaction lets it out: its digits are the address of the source, unless they spell LOCL or VMTP.
    .OUTPUTS
        Text, or null where it is dropped
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Reference
    )
    $digits = $Reference.Substring(2).ToUpperInvariant()
    if ($Script:State.Redaction -eq 'None' -or '00000000', '4C4F434C', '564D5450' -contains $digits) {
        return $Reference
    }
    $octets = @(foreach ($at in 0, 2, 4, 6) { [int]('0x' + $digits.Substring($at, 2)) })
    $address = [string](Protect-Value -Value ($octets -join '.') -Holds 'address')
    if ($address -notmatch '^\d+\.\d+\.\d+\.\d+$') {
        return $null
    }
    $shown = @($address.Split('.') | ForEach-Object { '{0:X2}' -f [int]$_ })
    return ('0x' + ($shown -join ''))
}

function Get-FirstNumber {
    <#
    .SYNOPSIS
        Returns the first number behind the colon of a line, with a point for the decimals.
    .OUTPUTS
        Text, or null
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Line
    )
    if ($Line -match '[:\uFF1A]\s*(-?\d+(?:[.,]\d+)?)') {
        return $matches[1] -replace ',', '.'
    }
    return $null
}

function ConvertFrom-CultureTime {
    <#
    .SYNOPSIS
        Reads a local time in the culture of this session.
    .OUTPUTS
        Text in UTC, or null where it is none
    #>
    [CmdletBinding()]
    param(
        [AllowEmptyString()][string]$Text = ''
    )
    try {
        return ConvertTo-UtcText -Time ([datetime]::Parse($Text, (Get-Culture)))
    } catch {
        return $null
    }
}

function Read-AuditPolicy {
    <#
    .SYNOPSIS
        Reads the audit policy of this computer from the backup that auditpol writes into the bundle: GUIDs and numbers.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    if (-not (Test-Path -LiteralPath "$env:windir\system32\auditpol.exe")) {
        Stop-Reading -Status not-available -Message 'no auditpol on this computer'
    }
    $file = Join-Path (Get-RawFolder -Target $Target) 'auditpol.txt'
    $said = @(& "$env:windir\system32\auditpol.exe" /backup "/file:$file")
    if (-not (Test-Path -LiteralPath $file)) {
        Stop-Reading -Status access-denied -Message ('auditpol wrote nothing: run elevated, as local administrator of the computer. ' + ($said -join ' '))
    }
    $lines = @(Get-Content -LiteralPath $file)
    Export-RawText -Target $Target -Name 'auditpol' -Text ($lines -join "`r`n")
    ConvertFrom-AuditPolicy -Line $lines
}

function ConvertFrom-AuditPolicy {
    <#
    .SYNOPSIS
        Takes GUID and number out of each line of a backup of the audit policy.
    .OUTPUTS
        PSObjects: subcategory_guid, setting_value
    #>
    [CmdletBinding()]
    param(
        [object[]]$Line = @()
    )
    foreach ($one in $Line) {
        if ([string]$one -match '\{([0-9A-Fa-f-]{36})\}.*,\s*(\d+)\s*$') {
            New-Object PSObject -Property @{ subcategory_guid = $matches[1].ToLower(); setting_value = [int]$matches[2] }
        }
    }
}

function Read-CertificateStore {
    <#
    .SYNOPSIS
        Reads the certificates of one of this computer's stores; no private key is touched.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Store,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    Stop-UnlessLocal -Target $Target
    try {
        $found = @(Get-ChildItem -Path ('Cert:\LocalMachine\' + $Store) -ErrorAction Stop)
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What ('the store LocalMachine\' + $Store)
    }
    foreach ($certificate in @($found | Where-Object { $_ -ne $null -and $_.Thumbprint })) {
        Select-NamedProperty -InputObject $certificate -Name $Name
    }
}

function Get-FileVersion {
    <#
    .SYNOPSIS
        Returns version and time of a file, here or on another computer.
    .OUTPUTS
        PSObject: path, found, FileVersion, ProductVersion, FileBuildPart, LastWriteTimeUtc
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path,
        [Parameter(Mandatory = $true)][string]$Computer
    )
    $table = @{ path = $Path; found = $false; FileVersion = $null; ProductVersion = $null; FileBuildPart = $null; LastWriteTimeUtc = $null }
    if ($Computer -eq 'localhost') {
        if (Test-Path -LiteralPath $Path) {
            $file = Get-Item -LiteralPath $Path
            $info = $file.VersionInfo
            $table['found'] = $true
            $table['LastWriteTimeUtc'] = ConvertTo-UtcText -Time $file.LastWriteTimeUtc
            if ($info -ne $null) {
                $table['FileBuildPart'] = $info.FileBuildPart
                $table['FileVersion'] = (@($info.FileMajorPart, $info.FileMinorPart, $info.FileBuildPart, $info.FilePrivatePart)) -join '.'
                $table['ProductVersion'] = (@($info.ProductMajorPart, $info.ProductMinorPart, $info.ProductBuildPart, $info.ProductPrivatePart)) -join '.'
            }
        }
        return New-Object PSObject -Property $table
    }
    $filter = "Name='" + $Path.Replace('\', '\\').Replace("'", "\'") + "'"
    foreach ($file in @(Invoke-WmiQuery -Class 'CIM_DataFile' -Filter $filter -Computer $Computer | Where-Object { $_ -ne $null })) {
        $table['found'] = $true
        $table['FileVersion'] = $file.Version
        $table['ProductVersion'] = $file.Version
        $table['LastWriteTimeUtc'] = $file.LastModified
        $parts = @(([string]$file.Version) -split '\.')
        if ($parts.Count -gt 2) {
            $table['FileBuildPart'] = [int]$parts[2]
        }
    }
    New-Object PSObject -Property $table
}

function Read-SetupVersion {
    <#
    .SYNOPSIS
        Reads the version of ExSetup.exe, which every update of Exchange replaces.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    $folder = Stop-WithoutExchange -Target $Target
    $read = Get-FileVersion -Path ($folder + '\bin\ExSetup.exe') -Computer (Get-TargetHost -Target $Target)
    Select-NamedProperty -InputObject $read -Name @('path', 'found', 'FileVersion', 'ProductVersion')
}

function Read-FileVersion {
    <#
    .SYNOPSIS
        Reads the versions of single files of Windows and .NET; each file looked for has a row.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    $computer = Get-TargetHost -Target $Target
    $windows = 'C:\Windows'
    if ($computer -eq 'localhost') {
        if (-not $env:windir) {
            Stop-Reading -Status not-available -Message 'this computer has no Windows folder: run the script on an Exchange server'
        }
        $windows = $env:windir
    } else {
        foreach ($system in @(Invoke-WmiQuery -Class 'Win32_OperatingSystem' -Computer $computer)) {
            $windows = $system.WindowsDirectory
        }
    }
    foreach ($path in '\System32\inetsrv\cachtokn.dll', '\Microsoft.NET\Framework64\v4.0.30319\System.Data.dll', '\Microsoft.NET\Framework64\v4.0.30319\System.Configuration.dll') {
        Get-FileVersion -Path ($windows + $path) -Computer $computer
    }
}

function Get-WindowsFileHash {
    <#
    .SYNOPSIS
        Returns the SHA-256 of a file as certutil prints it, without the words around it.
    .OUTPUTS
        Text in lower case, or null where it could not be read
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path
    )
    if (-not $Script:State.IsConstrained) {
        return Get-NetFileHash -Path $Path
    }
    $lines = @(& "$env:windir\system32\certutil.exe" -hashfile $Path SHA256)
    foreach ($line in $lines) {
        $digits = ([string]$line) -replace '\s', ''
        if ($digits -match '^[0-9A-Fa-f]{64}$') {
            return $digits.ToLower()
        }
    }
    return $null
}

function Get-NetFileHash {
    <#
    .SYNOPSIS
        Returns the SHA-256 of a file. FullLanguage only.
    .OUTPUTS
        Text in lower case, or null where it could not be read
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path
    )
    # exposture-lint: full-language called behind IsConstrained
    $stream = $null
    try {
        $stream = [System.IO.File]::Open($Path, 'Open', 'Read', 'ReadWrite')
        $hash = [System.Security.Cryptography.SHA256]::Create()
        return (@($hash.ComputeHash($stream) | ForEach-Object { '{0:x2}' -f $_ })) -join ''
    } catch {
        return $null
    } finally {
        if ($stream -ne $null) {
            $stream.Close()
        }
    }
}

function Read-FileSignature {
    <#
    .SYNOPSIS
        Reads signature, hash and version of the transport agents' assemblies and of the images of IIS modules.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    Stop-WithoutCommand -Command 'Get-AuthenticodeSignature' -Cure 'use Windows PowerShell'
    $paths = @(Get-KeptValue -Dataset 'transport_agents' -Property 'AssemblyPath' -Target $Target)
    foreach ($module in @(Get-XmlBelow -Node (Get-IisDocument) -Path 'configuration/system.webServer/globalModules/add' | Where-Object { $_ -ne $null })) {
        $paths += Expand-EnvironmentText -Text ([string](Get-XmlAttribute -Element $module -Name 'image'))
    }
    foreach ($path in @($paths | Where-Object { $_ } | Sort-Object -Unique)) {
        Get-SignatureRow -Path $path
    }
}

function Get-SignatureRow {
    <#
    .SYNOPSIS
        Makes the row of one signed, or unsigned, file.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path
    )
    $row = Get-FileVersion -Path $Path -Computer 'localhost'
    $table = @{ path = $Path; found = $row.found; sha256 = $null; Status = $null; SignatureType = $null }
    $table['SignerCertificate.Subject'] = $null
    $table['FileVersion'] = $row.FileVersion
    $table['ProductVersion'] = $row.ProductVersion
    $table['PSVersion'] = [string]$PSVersionTable.PSVersion
    if ($row.found) {
        $table['sha256'] = Get-WindowsFileHash -Path $Path
        $signature = Get-AuthenticodeSignature -FilePath $Path -ErrorAction SilentlyContinue
        if ($signature -ne $null) {
            $table['Status'] = [string]$signature.Status
            if ($signature.SignatureType -ne $null) {
                $table['SignatureType'] = [string]$signature.SignatureType
            }
            if ($signature.SignerCertificate -ne $null) {
                $table['SignerCertificate.Subject'] = [string]$signature.SignerCertificate.Subject
            }
        }
    }
    New-Object PSObject -Property $table
}

function Get-KeptValue {
    <#
    .SYNOPSIS
        Lists the values of a property in the rows of a dataset that this run has read and kept, of one server where the rows name it.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Dataset,
        [Parameter(Mandatory = $true)][string]$Property,
        [string]$Server = '',
        [string]$Target = ''
    )
    $rows = @($Script:State.Kept[$Dataset]) + @($Script:State.Kept[$Dataset + '|' + $Target])
    foreach ($row in @($rows | Where-Object { $_ -ne $null })) {
        if (-not $Server -or -not $row.Name -or [string]$row.Name -eq $Server) {
            $held = $row.PSObject.Properties[$Property]
            if ($held -ne $null -and $held.Value) {
                [string]$held.Value
            }
        }
    }
}

function Get-WatchedFolder {
    <#
    .SYNOPSIS
        Lists the folders whose access lists are read: of the installation, of mail to pick up, of the web, of databases.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Folder,
        [Parameter(Mandatory = $true)][string]$Target
    )
    $paths = @($Folder, ($Folder + '\Logging'), ($Folder + '\FrontEnd'), ($Folder + '\ClientAccess'), "$env:SystemDrive\inetpub\wwwroot")
    $pickup = @(Get-KeptValue -Dataset 'transport_services' -Property 'PickupDirectoryPath' -Server $Target)
    $replay = @(Get-KeptValue -Dataset 'transport_services' -Property 'ReplayDirectoryPath' -Server $Target)
    $paths += $pickup
    $paths += $replay
    if ($pickup.Count -eq 0) {
        $paths += $Folder + '\TransportRoles\Pickup'
    }
    if ($replay.Count -eq 0) {
        $paths += $Folder + '\TransportRoles\Replay'
    }
    foreach ($file in @(Get-KeptValue -Dataset 'mailbox_databases' -Property 'EdbFilePath')) {
        $paths += Split-Path -Path $file -Parent
    }
    $paths += @(Get-KeptValue -Dataset 'mailbox_databases' -Property 'LogFolderPath')
    $paths | Where-Object { $_ } | Sort-Object -Unique
}

function Read-FolderDescriptor {
    <#
    .SYNOPSIS
        Reads owner and access list of each watched folder as SDDL; each folder asked for has a row, read or not.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    $folder = Stop-WithoutExchange -Target $Target
    foreach ($path in @(Get-WatchedFolder -Folder $folder -Target $Target)) {
        $table = @{ path = $path; found = $false; Owner = $null; Sddl = $null }
        if (Test-Path -LiteralPath $path) {
            $table['found'] = $true
            try {
                $held = Get-Acl -Path $path -ErrorAction Stop
                $table['Owner'] = [string]$held.Owner
                $table['Sddl'] = [string]$held.Sddl
            } catch {
                Add-ReadWarning -Message ('the access list of a folder was refused: run elevated. ' + $path)
            }
        }
        New-Object PSObject -Property $table
    }
}

function Read-LogFolder {
    <#
    .SYNOPSIS
        Counts the message tracking logs of this computer by the letters that their names begin with; no content.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    $folder = Stop-WithoutExchange -Target $Target
    $paths = @(Get-KeptValue -Dataset 'transport_services' -Property 'MessageTrackingLogPath' -Server $Target)
    if ($paths.Count -eq 0) {
        $paths = @($folder + '\TransportRoles\Logs\MessageTracking')
    }
    foreach ($path in @($paths | Sort-Object -Unique)) {
        if (Test-Path -LiteralPath $path) {
            $files = @(Get-ChildItem -LiteralPath $path -ErrorAction SilentlyContinue | Where-Object { $_ -ne $null -and -not $_.PSIsContainer })
            Measure-LogFile -Path $path -File $files
        }
    }
}

function Measure-LogFile {
    <#
    .SYNOPSIS
        Groups files by prefix into number, bytes, oldest and newest time.
    .OUTPUTS
        PSObjects: path, prefix, files, bytes, oldest, newest
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path,
        [object[]]$File = @()
    )
    $groups = @{}
    foreach ($one in @($File | Where-Object { $_ -ne $null })) {
        $prefix = ([string]$one.Name) -replace '[^A-Za-z].*$', ''
        if (-not $groups.ContainsKey($prefix)) {
            $groups[$prefix] = @{ Files = 0; Bytes = [long]0; Oldest = $one.LastWriteTimeUtc; Newest = $one.LastWriteTimeUtc }
        }
        $group = $groups[$prefix]
        $group['Files'] = $group['Files'] + 1
        $group['Bytes'] = $group['Bytes'] + $one.Length
        if ($one.LastWriteTimeUtc -lt $group['Oldest']) {
            $group['Oldest'] = $one.LastWriteTimeUtc
        }
        if ($one.LastWriteTimeUtc -gt $group['Newest']) {
            $group['Newest'] = $one.LastWriteTimeUtc
        }
    }
    foreach ($prefix in @($groups.Keys | Sort-Object)) {
        New-Object PSObject -Property @{
            path   = $Path
            prefix = $prefix
            files  = $groups[$prefix]['Files']
            bytes  = $groups[$prefix]['Bytes']
            oldest = ConvertTo-UtcText -Time $groups[$prefix]['Oldest']
            newest = ConvertTo-UtcText -Time $groups[$prefix]['Newest']
        }
    }
}

function Read-WebFile {
    <#
    .SYNOPSIS
        Lists the script files and libraries below the web folders of this computer: names, sizes, times, hashes.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    $roots = @("$env:SystemDrive\inetpub\wwwroot")
    $folder = Get-ExchangeFolder -Target $Target
    if ($folder) {
        $roots += $folder + '\FrontEnd\HttpProxy'
        $roots += $folder + '\ClientAccess'
    }
    foreach ($root in @($roots | Where-Object { Test-Path -LiteralPath $_ })) {
        $failures = $null
        Get-ChildItem -Path $root -Recurse -Include '*.aspx', '*.asmx', '*.ashx', '*.asax', '*.dll' -Force -ErrorAction SilentlyContinue -ErrorVariable failures |
            Where-Object { $_ -ne $null -and -not $_.PSIsContainer -and $_.FullName -notlike '*\Temporary ASP.NET Files\*' } |
            ForEach-Object {
                New-Object PSObject -Property @{
                    path    = $_.FullName
                    bytes   = $_.Length
                    created = ConvertTo-UtcText -Time $_.CreationTimeUtc
                    written = ConvertTo-UtcText -Time $_.LastWriteTimeUtc
                    sha256  = Get-WindowsFileHash -Path $_.FullName
                }
            }
        if (@($failures | Where-Object { $_ -ne $null }).Count -gt 0) {
            Add-ReadWarning -Message ('folders were refused below ' + $root + ': run elevated')
        }
    }
}

function Read-AntimalwareFolder {
    <#
    .SYNOPSIS
        Lists the folders that hold the scan engine's definitions; their names are numbers.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    $path = (Stop-WithoutExchange -Target $Target) + '\FIP-FS\Data\Engines\amd64\Microsoft\Bin'
    if (-not (Test-Path -LiteralPath $path)) {
        return
    }
    try {
        $folders = @(Get-ChildItem -LiteralPath $path -ErrorAction Stop)
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What $path
    }
    foreach ($one in @($folders | Where-Object { $_ -ne $null -and $_.PSIsContainer -and $_.Name -match '^\d+$' })) {
        New-Object PSObject -Property @{ engine_folder_number = $one.Name; LastWriteTimeUtc = (ConvertTo-UtcText -Time $one.LastWriteTimeUtc) }
    }
}

function Read-AntimalwareEngine {
    <#
    .SYNOPSIS
        Reads when the scan engine looked for definitions, from the snap-in of the filtering service.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    if (-not (Test-CommandAvailable -Name 'Get-EngineUpdateInformation')) {
        try {
            Add-PSSnapin -Name 'Microsoft.Forefront.Filtering.Management.PowerShell' -ErrorAction Stop
        } catch {
            Stop-Reading -Status not-available -Message 'the snap-in of the filtering service is not there: run the script on the Mailbox server in Windows PowerShell'
        }
    }
    try {
        $engines = @(Get-EngineUpdateInformation -ErrorAction Stop)
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What 'Get-EngineUpdateInformation'
    }
    foreach ($engine in @($engines | Where-Object { $_ -ne $null })) {
        Select-NamedProperty -InputObject $engine -Name @('Engine', 'LastChecked', 'LastUpdated', 'UpdateStatus', 'UpdateVersion')
    }
}

function Get-EventRecord {
    <#
    .SYNOPSIS
        Returns events by a filter, newest first; errors are those of the cmdlet, no event at all is none.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Filter,
        [Parameter(Mandatory = $true)][int]$Limit,
        [Parameter(Mandatory = $true)][string]$Computer
    )
    try {
        if ($Computer -eq 'localhost') {
            Get-WinEvent -FilterHashtable $Filter -MaxEvents $Limit -ErrorAction Stop
        } else {
            Get-WinEvent -FilterHashtable $Filter -MaxEvents $Limit -ComputerName $Computer -ErrorAction Stop
        }
    } catch {
        if (-not (Test-NoEvent -Word ([string]$_.FullyQualifiedErrorId))) {
            throw
        }
    }
}

function Test-NoEvent {
    <#
    .SYNOPSIS
        Tells whether the identifier of an error says that no event, or no such provider, was found.
    .OUTPUTS
        Boolean
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Word
    )
    return $Word -match '^(?:NoMatchingEventsFound|NoMatchingProvidersFound|LogsAndProvidersDontOverlap)'
}

function Get-OldestEventTime {
    <#
    .SYNOPSIS
        Returns the time of the oldest record of an event log; errors are those of the cmdlet.
    .OUTPUTS
        DateTime, nothing for an empty log
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$LogName,
        [Parameter(Mandatory = $true)][string]$Computer
    )
    try {
        if ($Computer -eq 'localhost') {
            $found = @(Get-WinEvent -LogName $LogName -Oldest -MaxEvents 1 -ErrorAction Stop)
        } else {
            $found = @(Get-WinEvent -LogName $LogName -Oldest -MaxEvents 1 -ComputerName $Computer -ErrorAction Stop)
        }
        $found[0].TimeCreated
    } catch {
        if (-not (Test-NoEvent -Word ([string]$_.FullyQualifiedErrorId))) {
            throw
        }
    }
}

function Get-EventHost {
    <#
    .SYNOPSIS
        Names the computer whose event logs are read; ends the read where that cannot be.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-WithoutCommand -Command 'Get-WinEvent' -Cure 'use Windows PowerShell'
    $computer = Get-TargetHost -Target $Target
    Stop-IfUnreachable -Computer $computer
    $computer
}

function Read-EventCount {
    <#
    .SYNOPSIS
        Counts the errors of the last seven days in Application and System, and listed events of any level; no texts.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    $computer = Get-EventHost -Target $Target
    $from = [datetime]::UtcNow.AddDays(-7).ToLocalTime()
    foreach ($log in 'Application', 'System') {
        try {
            Measure-EventLog -LogName $log -From $from -Computer $computer
        } catch {
            Stop-FailedRead -ErrorRecord $_ -What ('the event log ' + $log) -Computer $computer
        }
    }
}

function Measure-EventLog {
    <#
    .SYNOPSIS
        Counts the events of one log, and makes the row that says that the log was read.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$LogName,
        [Parameter(Mandatory = $true)][datetime]$From,
        [Parameter(Mandatory = $true)][string]$Computer
    )
    $oldest = Get-OldestEventTime -LogName $LogName -Computer $Computer
    $groups = @{}
    $listed = @($CountedEvents | Where-Object { $_.LogName -eq $LogName } | ForEach-Object { $_.Id })
    $errors = Add-EventGroup -Group $groups -Filter @{ LogName = $LogName; Level = @(1, 2); StartTime = $From } -Computer $Computer
    $others = Add-EventGroup -Group $groups -Filter @{ LogName = $LogName; Id = $listed; Level = @(0, 3, 4, 5); StartTime = $From } -Computer $Computer
    ConvertFrom-EventGroup -Group $groups -LogName $LogName
    New-Object PSObject -Property @{
        LogName      = $LogName
        ProviderName = $null
        Id           = $null
        Level        = $null
        Count        = $errors + $others
        FirstTime    = ConvertTo-UtcText -Time $oldest
        LastTime     = ConvertTo-UtcText -Time ([datetime]::UtcNow)
        is_cap_hit   = ($errors -ge 50000 -or $others -ge 50000)
    }
}

function Add-EventGroup {
    <#
    .SYNOPSIS
        Counts the events of a filter into a table by provider, id and level, at most 50,000.
    .OUTPUTS
        Number of events looked at
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Group,
        [Parameter(Mandatory = $true)][hashtable]$Filter,
        [Parameter(Mandatory = $true)][string]$Computer
    )
    $count = 0
    Get-EventRecord -Filter $Filter -Limit 50000 -Computer $Computer | ForEach-Object {
        $count = $count + 1
        Add-EventToGroup -Group $Group -Record $_
    }
    return $count
}

function Add-EventToGroup {
    <#
    .SYNOPSIS
        Adds one event to the table of counts.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Group,
        [Parameter(Mandatory = $true)][object]$Record
    )
    $key = [string]$Record.ProviderName + '|' + [string]$Record.Id + '|' + [string]$Record.Level
    if (-not $Group.ContainsKey($key)) {
        $Group[$key] = @{ ProviderName = [string]$Record.ProviderName; Id = [int]$Record.Id; Level = [int]$Record.Level; Count = 0; First = $Record.TimeCreated; Last = $Record.TimeCreated }
    }
    $one = $Group[$key]
    $one['Count'] = $one['Count'] + 1
    if ($Record.TimeCreated -lt $one['First']) {
        $one['First'] = $Record.TimeCreated
    }
    if ($Record.TimeCreated -gt $one['Last']) {
        $one['Last'] = $Record.TimeCreated
    }
}

function ConvertFrom-EventGroup {
    <#
    .SYNOPSIS
        Makes the rows of a table of counts; of events below error level only the listed providers count.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Group,
        [Parameter(Mandatory = $true)][string]$LogName
    )
    foreach ($key in @($Group.Keys | Sort-Object)) {
        $one = $Group[$key]
        $isListed = @($CountedEvents | Where-Object { $_.LogName -eq $LogName -and $_.Id -eq $one['Id'] -and $_.ProviderName -eq $one['ProviderName'] }).Count -gt 0
        if ($isListed -or 1, 2 -contains $one['Level']) {
            New-Object PSObject -Property @{
                LogName      = $LogName
                ProviderName = $one['ProviderName']
                Id           = $one['Id']
                Level        = $one['Level']
                Count        = $one['Count']
                FirstTime    = ConvertTo-UtcText -Time $one['First']
                LastTime     = ConvertTo-UtcText -Time $one['Last']
            }
        }
    }
}

function Get-EventLogState {
    <#
    .SYNOPSIS
        Returns the settings of one event log; errors are those of the cmdlet.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$LogName,
        [Parameter(Mandatory = $true)][string]$Computer
    )
    if ($Computer -eq 'localhost') {
        Get-WinEvent -ListLog $LogName -ErrorAction Stop
    } else {
        Get-WinEvent -ListLog $LogName -ComputerName $Computer -ErrorAction Stop
    }
}

function Read-EventLogSetting {
    <#
    .SYNOPSIS
        Reads size, mode and reach of the event logs that a source names.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    $computer = Get-EventHost -Target $Target
    foreach ($log in @($Source.Parameters['ListLog'])) {
        try {
            $found = @(Get-EventLogState -LogName $log -Computer $computer)[0]
        } catch {
            if ('Application', 'System' -contains $log) {
                Stop-FailedRead -ErrorRecord $_ -What ('the event log ' + $log) -Computer $computer
            }
            Add-ReadWarning -Message ('the event log ' + $log + ' was not read: run elevated, as local administrator of the computer')
            continue
        }
        $row = Select-NamedProperty -InputObject $found -Name $Name
        $oldest = $null
        try {
            $oldest = ConvertTo-UtcText -Time (Get-OldestEventTime -LogName $log -Computer $computer)
        } catch {
            Add-ReadWarning -Message ('the oldest record of the event log ' + $log + ' was not read: run elevated')
        }
        Add-Member -InputObject $row -MemberType NoteProperty -Name 'oldest_time_created' -Value $oldest -Force
        $row
    }
}

function Read-AntimalwareEvent {
    <#
    .SYNOPSIS
        Reads the time of the newest update event of the scan engine, and how far the log reaches back.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    $computer = Get-EventHost -Target $Target
    $newest = $null
    try {
        foreach ($record in @(Get-EventRecord -Filter @{ LogName = 'Application'; ProviderName = 'FIPFS'; Id = 6033 } -Limit 1 -Computer $computer)) {
            if ($record -ne $null) {
                $newest = ConvertTo-UtcText -Time $record.TimeCreated
            }
        }
        $oldest = ConvertTo-UtcText -Time (Get-OldestEventTime -LogName 'Application' -Computer $computer)
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What 'the event log Application' -Computer $computer
    }
    New-Object PSObject -Property @{ newest_6033_utc = $newest; oldest_record_utc = $oldest }
}

function Get-LocalGroupName {
    <#
    .SYNOPSIS
        Returns the name of a local group, which differs between languages, by its SID.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Sid,
        [Parameter(Mandatory = $true)][string]$Computer
    )
    Stop-IfUnreachable -Computer $Computer
    try {
        $held = [wmi]('\\' + $Computer + "\root\cimv2:Win32_SID.SID='" + $Sid + "'")
        [string]$held.AccountName
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What ('WMI Win32_SID ' + $Sid) -Computer $Computer
    }
}

function Read-LocalGroupMember {
    <#
    .SYNOPSIS
        Reads the members of powerful local groups, orphaned SIDs too.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    if ($Script:State.IsConstrained) {
        Stop-Reading -Status not-available -Message 'group members cannot be listed in ConstrainedLanguage: allow the script by signature or hash'
    }
    $computer = Get-TargetHost -Target $Target
    $short = $Target -replace '^dc/', ''
    foreach ($sid in $LocalGroupSids) {
        foreach ($name in @(Get-LocalGroupName -Sid $sid -Computer $computer | Where-Object { $_ })) {
            try {
                $members = @(Get-WinNtMember -Group $name -Computer $short | Where-Object { $_ -ne $null })
            } catch {
                Stop-FailedRead -ErrorRecord $_ -What ('the members of ' + $sid) -Computer $computer
            }
            foreach ($member in $members) {
                ConvertTo-LocalMemberRow -GroupSid $sid -Member $member -Computer $short
            }
        }
    }
}

function Get-WinNtMember {
    <#
    .SYNOPSIS
        Lists the members of a local group. FullLanguage only.
    .OUTPUTS
        PSObjects: Path, Class, SidByte
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Group,
        [Parameter(Mandatory = $true)][string]$Computer
    )
    # exposture-lint: full-language called behind IsConstrained
    $entry = [adsi]('WinNT://' + $Computer + '/' + $Group + ',group')
    foreach ($member in @($entry.psbase.Invoke('Members'))) {
        $one = New-Object System.DirectoryServices.DirectoryEntry -ArgumentList $member
        $bytes = $null
        try {
            $bytes = $one.psbase.Properties['objectSid'].Value
        } catch {
            $bytes = $null
        }
        New-Object PSObject -Property @{ Path = [string]$one.psbase.Path; Class = [string]$one.psbase.SchemaClassName; SidByte = $bytes }
    }
}

function ConvertTo-LocalMemberRow {
    <#
    .SYNOPSIS
        Makes the row of one member of a local group.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$GroupSid,
        [Parameter(Mandatory = $true)][object]$Member,
        [Parameter(Mandatory = $true)][string]$Computer
    )
    $parts = @(($Member.Path -replace '^WinNT://', '') -split '/')
    $sid = $null
    if ($Member.SidByte -ne $null) {
        $sid = ConvertTo-SidText -Byte $Member.SidByte
    } elseif ($parts[-1] -match '^S-1-') {
        $sid = $parts[-1]
    }
    $source = 'ActiveDirectory'
    if ($parts -contains $Computer -or ($sid -and $sid -notlike 'S-1-5-21-*')) {
        $source = 'Local'
    }
    $name = $parts[-1]
    if ($parts.Count -gt 1) {
        $name = $parts[-2] + '\' + $parts[-1]
    }
    New-Object PSObject -Property @{ GroupSid = $GroupSid; Name = $name; SID = $sid; ObjectClass = $Member.Class; PrincipalSource = $source }
}

function Read-SmbConfiguration {
    <#
    .SYNOPSIS
        Reads the file sharing settings in force on this computer.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    Stop-UnlessLocal -Target $Target
    if (-not (Test-CommandAvailable -Name 'Get-SmbServerConfiguration')) {
        Stop-Reading -Status not-available -Message 'no Get-SmbServerConfiguration in this shell: Windows 2012 and later have it; registry_lanman_server says what is written'
    }
    try {
        $found = @(Get-SmbServerConfiguration -ErrorAction Stop)
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What 'Get-SmbServerConfiguration'
    }
    foreach ($one in $found) {
        Select-NamedProperty -InputObject $one -Name $Name
    }
}

function Read-ShareAccess {
    <#
    .SYNOPSIS
        Reads who may use each share of this computer but the administrative ones, with the SID of each account that resolves.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    if (-not (Test-CommandAvailable -Name 'Get-SmbShareAccess')) {
        Stop-Reading -Status not-available -Message 'no Get-SmbShareAccess in this shell: Windows 2012 and later have it'
    }
    $found = @()
    foreach ($share in @(Invoke-WmiQuery -Class 'Win32_Share' -Computer 'localhost' | Where-Object { $_ -ne $null -and $_.Type -lt 2147483648 })) {
        try {
            $found += @(Get-SmbShareAccess -Name $share.Name -ErrorAction Stop)
        } catch {
            Add-ReadWarning -Message ('the permissions of a share were not read: ' + (Protect-Value -Value $share.Name -Holds 'label'))
        }
    }
    foreach ($one in @($found | Where-Object { $_ -ne $null })) {
        New-Object PSObject -Property @{
            Name              = [string]$one.Name
            AccountName       = [string]$one.AccountName
            AccountSid        = Resolve-AccountSid -Account ([string]$one.AccountName)
            AccessControlType = [string]$one.AccessControlType
            AccessRight       = [string]$one.AccessRight
        }
    }
}

function Resolve-AccountSid {
    <#
    .SYNOPSIS
        Returns the SID of an account, null where it does not resolve or the language mode forbids to ask.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string]$Account
    )
    if ($Account -match '^S-1-[0-9-]+$') {
        return $Account
    }
    if ($Script:State.IsConstrained -or -not $Account) {
        return $null
    }
    return Convert-AccountName -Account $Account
}

function Convert-AccountName {
    <#
    .SYNOPSIS
        Translates an account's name into its SID. FullLanguage only.
    .OUTPUTS
        Text, or null
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Account
    )
    # exposture-lint: full-language called behind IsConstrained
    try {
        $principal = New-Object System.Security.Principal.NTAccount -ArgumentList $Account
        return $principal.Translate([System.Security.Principal.SecurityIdentifier]).Value
    } catch {
        return $null
    }
}

function Read-FirewallRule {
    <#
    .SYNOPSIS
        Reads the enabled inbound rules of the firewall that block, with their ports.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    if (-not (Test-CommandAvailable -Name 'Get-NetFirewallRule')) {
        Stop-Reading -Status not-available -Message 'no Get-NetFirewallRule in this shell: Windows 2012 and later have it'
    }
    if (-not (Test-CommandAvailable -Name 'Get-NetFirewallPortFilter')) {
        Stop-Reading -Status not-available -Message 'no Get-NetFirewallPortFilter in this shell: Windows 2012 and later have it'
    }
    try {
        $rules = @(Get-NetFirewallRule -Direction Inbound -Action Block -Enabled True -ErrorAction Stop)
    } catch {
        if ((Get-ErrorWord -ErrorRecord $_) -match 'ObjectNotFound') {
            return
        }
        Stop-FailedRead -ErrorRecord $_ -What 'Get-NetFirewallRule'
    }
    foreach ($rule in @($rules | Where-Object { $_ -ne $null })) {
        $port = @(Get-NetFirewallPortFilter -AssociatedNetFirewallRule $rule -ErrorAction SilentlyContinue)[0]
        $table = @{ Name = [string]$rule.Name; Direction = 'Inbound'; Action = 'Block'; Enabled = 'True'; Protocol = $null; LocalPort = @() }
        if ($port -ne $null) {
            $table['Protocol'] = [string]$port.Protocol
            $table['LocalPort'] = @($port.LocalPort | Where-Object { $_ } | ForEach-Object { [string]$_ })
        }
        New-Object PSObject -Property $table
    }
}

function Read-ListeningPort {
    <#
    .SYNOPSIS
        Reads the TCP ports that this computer listens on, with the processes behind them.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    $names = @{}
    foreach ($process in @(Get-Process -ErrorAction SilentlyContinue | Where-Object { $_ -ne $null })) {
        $names[[string]$process.Id] = $process.Name
    }
    if ($Source.Kind -eq 'program' -or -not (Test-CommandAvailable -Name 'Get-NetTCPConnection')) {
        if (-not (Test-Path -LiteralPath "$env:windir\system32\netstat.exe")) {
            Stop-Reading -Status not-available -Message 'no netstat on this computer'
        }
        ConvertFrom-PortText -Line @(& "$env:windir\system32\netstat.exe" -ano) -ProcessName $names
        return
    }
    try {
        $ports = @(Get-NetTCPConnection -State Listen -ErrorAction Stop)
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What 'Get-NetTCPConnection'
    }
    foreach ($port in $ports) {
        New-Object PSObject -Property @{
            LocalAddress = [string]$port.LocalAddress
            LocalPort    = [int]$port.LocalPort
            ProcessId    = [int]$port.OwningProcess
            ProcessName  = $names[[string]$port.OwningProcess]
        }
    }
}

function ConvertFrom-PortText {
    <#
    .SYNOPSIS
        Reads the listening TCP ports out of the text of netstat; the words for the state are localised, port 0 on the far side is not.
    #>
    [CmdletBinding()]
    param(
        [object[]]$Line = @(),
        [Parameter(Mandatory = $true)][hashtable]$ProcessName
    )
    foreach ($one in $Line) {
        if ([string]$one -match '^\s*TCP\s+(\S+):(\d+)\s+\S+:0\s+\S+\s+(\d+)\s*$') {
            $address = $matches[1] -replace '^\[|\]$', ''
            New-Object PSObject -Property @{
                LocalAddress = $address
                LocalPort    = [int]$matches[2]
                ProcessId    = [int]$matches[3]
                ProcessName  = $ProcessName[$matches[3]]
            }
        }
    }
}

function Read-AdapterScaling {
    <#
    .SYNOPSIS
        Reads whether network adapters of this computer spread their load over processors.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    Stop-UnlessLocal -Target $Target
    if (-not (Test-CommandAvailable -Name 'Get-NetAdapterRss')) {
        Stop-Reading -Status not-available -Message 'no Get-NetAdapterRss in this shell: Windows 2012 and later have it'
    }
    try {
        $found = @(Get-NetAdapterRss -ErrorAction Stop)
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What 'Get-NetAdapterRss'
    }
    foreach ($one in @($found | Where-Object { $_ -ne $null })) {
        Select-NamedProperty -InputObject $one -Name $Name
    }
}

function Read-CipherSuite {
    <#
    .SYNOPSIS
        Reads the cipher suites in force on this computer, in their order.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    if (-not (Test-CommandAvailable -Name 'Get-TlsCipherSuite')) {
        Stop-Reading -Status not-available -Message 'no Get-TlsCipherSuite in this shell: Windows 2016 and later have it; registry_cipher_suites says what is written'
    }
    try {
        $suites = @(Get-TlsCipherSuite -ErrorAction Stop)
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What 'Get-TlsCipherSuite'
    }
    $position = 0
    foreach ($suite in @($suites | Where-Object { $_ -ne $null })) {
        $position = $position + 1
        New-Object PSObject -Property @{ Name = [string]$suite.Name; Position = $position }
    }
}

function Read-DefenderState {
    <#
    .SYNOPSIS
        Reads state and exclusions of the virus scanner of Windows.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    if (-not (Test-CommandAvailable -Name 'Get-MpComputerStatus')) {
        Stop-Reading -Status not-available -Message 'no Get-MpComputerStatus in this shell: the scanner of Windows is not installed'
    }
    if (-not (Test-CommandAvailable -Name 'Get-MpPreference')) {
        Stop-Reading -Status not-available -Message 'no Get-MpPreference in this shell: the scanner of Windows is not installed'
    }
    try {
        $status = @(Get-MpComputerStatus -ErrorAction Stop)[0]
        $preference = @(Get-MpPreference -ErrorAction Stop)[0]
    } catch {
        Stop-FailedRead -ErrorRecord $_ -What 'Get-MpComputerStatus'
    }
    $row = Select-NamedProperty -InputObject $status -Name @('AntivirusEnabled', 'RealTimeProtectionEnabled', 'AMRunningMode', 'AntivirusSignatureAge')
    foreach ($one in 'ExclusionPath', 'ExclusionProcess', 'ExclusionExtension') {
        $held = $preference.PSObject.Properties[$one]
        $values = $null
        if ($held -ne $null -and -not (@($held.Value) -match '^N/A')) {
            $values = @($held.Value | Where-Object { $_ })
        }
        if ($values -eq $null) {
            Add-ReadWarning -Message ($one + ' was not shown: run elevated, as local administrator of the computer')
        }
        Add-Member -InputObject $row -MemberType NoteProperty -Name $one -Value $values
    }
    $row
}

function Read-PerformanceCounter {
    <#
    .SYNOPSIS
        Takes one sample of chosen counters of this computer; a counter that is not there has no row.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    Stop-WithoutCommand -Command 'Get-Counter' -Cure 'use Windows PowerShell'
    $root = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Perflib\'
    $english = @((Get-ItemProperty -Path ($root + '009') -ErrorAction SilentlyContinue).Counter)
    $local = @((Get-ItemProperty -Path ($root + 'CurrentLanguage') -ErrorAction SilentlyContinue).Counter)
    foreach ($wanted in $CounterPaths) {
        $object = Resolve-CounterName -Name $wanted.Object -English $english -Local $local
        $counter = Resolve-CounterName -Name $wanted.Counter -English $english -Local $local
        $path = '\' + $object + '\' + $counter
        if ($wanted.Instance) {
            $path = '\' + $object + '(' + $wanted.Instance + ')\' + $counter
        }
        $samples = @()
        try {
            $samples = @((Get-Counter -Counter $path -MaxSamples 1 -ErrorAction Stop).CounterSamples)
        } catch {
            Write-RunLog -Message ('no counter ' + $wanted.Object + '\' + $wanted.Counter)
        }
        foreach ($sample in @($samples | Where-Object { $_ -ne $null })) {
            New-Object PSObject -Property @{ Counter = ('\' + $wanted.Object + '\' + $wanted.Counter); Instance = [string]$sample.InstanceName; Value = $sample.CookedValue }
        }
    }
}

function Resolve-CounterName {
    <#
    .SYNOPSIS
        Turns the English name of a counter into that of this computer, through its number.
    .OUTPUTS
        Text: the English name where the number is not known
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Name,
        [object[]]$English = @(),
        [object[]]$Local = @()
    )
    for ($index = 1; $index -lt $English.Count; $index += 2) {
        if ($English[$index] -eq $Name) {
            $number = [string]$English[$index - 1]
            for ($place = 0; $place + 1 -lt $Local.Count; $place += 2) {
                if ([string]$Local[$place] -eq $number -and $Local[$place + 1]) {
                    return [string]$Local[$place + 1]
                }
            }
        }
    }
    return $Name
}

function Read-ScheduledTask {
    <#
    .SYNOPSIS
        Reads the scheduled tasks of this computer; what may be a secret in their arguments is cut out.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    if (-not (Test-Path -LiteralPath "$env:windir\system32\schtasks.exe")) {
        Stop-Reading -Status not-available -Message 'no schtasks on this computer'
    }
    $lines = @(& "$env:windir\system32\schtasks.exe" /query /xml ONE)
    $document = ConvertTo-XmlDocument -Text (($lines -join "`n") -replace '^\s*<\?xml[^>]*\?>', '')
    if ($document -eq $null) {
        Stop-Reading -Status error -Message 'schtasks printed no XML: run elevated'
    }
    ConvertFrom-TaskDocument -Document $document
}

function ConvertFrom-TaskDocument {
    <#
    .SYNOPSIS
        Makes a row of each task; the path of a task stands in the comment in front of it, else in its URI.
    .OUTPUTS
        PSObjects: task_path, author, enabled, action, last_run
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Document
    )
    $path = ''
    foreach ($root in @(Get-XmlChild -Node $Document -Name 'Tasks')) {
        foreach ($node in @($root.ChildNodes)) {
            if ([string]$node.NodeType -eq 'Comment') {
                $path = ([string]$node.Value).Trim()
            } elseif ($node.LocalName -eq 'Task') {
                $enabled = Get-XmlText -Node $node -Path 'Settings/Enabled'
                if (-not $path) {
                    $path = [string](Get-XmlText -Node $node -Path 'RegistrationInfo/URI')
                }
                New-Object PSObject -Property @{
                    task_path = $path
                    author    = Get-XmlText -Node $node -Path 'RegistrationInfo/Author'
                    enabled   = ($enabled -ne 'false')
                    action    = Get-TaskAction -Task $node
                    last_run  = $null
                }
                $path = ''
            }
        }
    }
}

function Get-XmlText {
    <#
    .SYNOPSIS
        Returns the text of the first element at a path of names.
    .OUTPUTS
        Text, or null
    #>
    [CmdletBinding()]
    param(
        [object]$Node,
        [Parameter(Mandatory = $true)][string]$Path
    )
    $found = @(Get-XmlBelow -Node $Node -Path $Path | Where-Object { $_ -ne $null })
    if ($found.Count -eq 0) {
        return $null
    }
    return [string]$found[0].InnerText
}

function Get-TaskAction {
    <#
    .SYNOPSIS
        Returns what a task runs: programs with cleaned arguments, or the class of a COM handler.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Task
    )
    $actions = @()
    foreach ($action in @(Get-XmlBelow -Node $Task -Path 'Actions/Exec' | Where-Object { $_ -ne $null })) {
        $arguments = Hide-ArgumentSecret -Text ([string](Get-XmlText -Node $action -Path 'Arguments'))
        $actions += ([string](Get-XmlText -Node $action -Path 'Command') + ' ' + $arguments).Trim()
    }
    foreach ($action in @(Get-XmlBelow -Node $Task -Path 'Actions/ComHandler/ClassId' | Where-Object { $_ -ne $null })) {
        $actions += 'COM ' + [string]$action.InnerText
    }
    $actions -join ' | '
}

function Hide-ArgumentSecret {
    <#
    .SYNOPSIS
        Keeps of a command's arguments what cannot be a secret: names of switches, and files of programs and scripts; *** stands for the rest.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [AllowEmptyString()][string]$Text = ''
    )
    $kept = @()
    foreach ($part in @($Text -split '("[^"]*"|\s+)' | Where-Object { $_ -and $_ -notmatch '^\s+$' })) {
        if ($part -match '^[-/][A-Za-z?]{1,30}$' -or $part -match '^"?(?:[A-Za-z]:|\\|%\w+%)?[^":=]*\.(?:dll|exe|ps1|psm1|bat|cmd|vbs|js|wsf|hta|msi|py)"?(?:,#?\w+)?$') {
            $kept += $part
        } elseif ($part -match '^([-/][A-Za-z?]{1,30}[:=])') {
            $kept += $matches[1] + '***'
        } elseif ($kept.Count -eq 0 -or $kept[-1] -ne '***') {
            $kept += '***'
        }
    }
    $kept -join ' '
}

# Usage: who uses which protocol, counted on the server from its logs. No line of a log leaves it, only counts.

# How far back, how many files, bytes, rows and seconds one count may take; whichever is reached first ends it, and the summary row says so.
$UsageLimit = @{ Days = 7; Files = 2000; Bytes = [long]2147483648; Rows = 100000; Seconds = 600 }

# The columns that are read of each kind of log, by the names that its own header gives them; by the first one the header is known.
$UsageFields = @{
    Smtp    = @('date-time', 'connector-id', 'session-id', 'remote-endpoint', 'event', 'data')
    Mail    = @('dateTime', 'sessionId', 'sIp', 'cIp', 'user', 'command')
    Proxy   = @('DateTime', 'AuthenticationType', 'AuthenticatedUser', 'UserAgent')
    Outlook = @('DateTime', 'AuthenticatedUser', 'UserAgent')
    Rpc     = @('date-time', 'client-name', 'client-software', 'client-software-version')
    Iis     = @('date', 'time', 'cs-uri-stem', 'cs-username', 'cs(User-Agent)')
}

# The lines of a kind of log that say something: the others are not split. SMTP: a connection, a sign-in, encryption, a message.
$UsageWanted = @{
    Smtp = ',\+,|,[<>],"?(?:235 |STARTTLS|X-ANONYMOUSTLS|MAIL FROM)'
    Rpc  = ',OUTLOOK\.EXE,'
}

# Folders below Logging\HttpProxy, and the application that each belongs to.
$UsageProxyFolders = @{
    'Eas'          = 'ActiveSync'
    'Ews'          = 'EWS'
    'Autodiscover' = 'Autodiscover'
    'Owa'          = 'OWA'
    'Ecp'          = 'ECP'
    'Mapi'         = 'MAPI'
    'RpcHttp'      = 'RPC'
    'Oab'          = 'OAB'
    'PowerShell'   = 'PowerShell'
}

# First parts of a path in IIS logs, and the application that each belongs to.
$UsagePaths = @{
    'microsoft-server-activesync' = 'ActiveSync'
    'ews'                         = 'EWS'
    'autodiscover'                = 'Autodiscover'
    'owa'                         = 'OWA'
    'ecp'                         = 'ECP'
    'mapi'                        = 'MAPI'
    'rpc'                         = 'RPC'
    'oab'                         = 'OAB'
    'powershell'                  = 'PowerShell'
}

function Read-UsageSource {
    <#
    .SYNOPSIS
        Counts one kind of use from the logs of this computer.
    .OUTPUTS
        PSObjects with the property names of the catalogue: one row per count, and one that says what was read.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Dataset,
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target
    )
    Stop-UnlessLocal -Target $Target
    $folder = Stop-WithoutExchange -Target $Target
    $count = New-UsageCount
    switch ($Dataset.Name) {
        'usage_smtp_clients' { Measure-UsageLog -Log @(Get-SmtpLog -Folder $folder -Target $Target) -Count $count }
        'usage_mail_protocols' { Measure-UsageLog -Log @(Get-MailProtocolLog -Folder $folder -Target $Target) -Count $count }
        'usage_http_clients' { Measure-HttpClient -Folder $folder -Count $count }
        'usage_outlook_builds' { Measure-OutlookBuild -Folder $folder -Count $count }
        default { Stop-Reading -Status error -Message ('this version of the script does not count ' + $Dataset.Name + ' from ' + $Source.Read[0]) }
    }
    Stop-WithoutLog -Count $count
    foreach ($key in @($count.Rows.Keys | Sort-Object)) {
        ConvertTo-UsageRow -Row $count.Rows[$key]
    }
    New-Object -TypeName PSObject -Property @{
        is_summary = $true
        log_files  = $count.Files
        log_bytes  = $count.Bytes
        is_cap_hit = $count.IsCapHit
        first_time = $count.first_time
        last_time  = $count.last_time
    }
}

function Stop-WithoutLog {
    <#
    .SYNOPSIS
        Ends a count that read no log; says where some logs could not be read.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    $unread = [string]$Count.Unread + ' logs could not be opened or have other columns than this script knows'
    if ($Count.Files -eq 0 -and $Count.Unread -gt 0) {
        Stop-Reading -Status not-available -Message ($unread + ': run elevated, as local administrator of the server')
    }
    if ($Count.Files -eq 0 -and $Count.IsCapHit) {
        Stop-Reading -Status not-available -Message 'the logs are larger than this count may read, or the time was over before the first'
    }
    if ($Count.Files -eq 0) {
        Stop-Reading -Status not-available -Message ('no log of the last ' + $UsageLimit.Days + ' days was found: protocol logging is off, or the logs lie elsewhere')
    }
    if ($Count.Unread -gt 0) {
        Add-ReadWarning -Message $unread
    }
}

function New-UsageCount {
    <#
    .SYNOPSIS
        Makes an empty count: rows by key, what was read, and when it has to end.
    .OUTPUTS
        Hashtable
    #>
    [CmdletBinding()]
    param()
    $end = (Get-Date).AddSeconds($UsageLimit.Seconds)
    return @{
        Rows       = @{}
        Files      = 0
        Bytes      = [long]0
        Unread     = 0
        IsCapHit   = $false
        first_time = $null
        last_time  = $null
        End        = $end
        Until      = $end
        BytesUntil = $UsageLimit.Bytes
        FilesUntil = $UsageLimit.Files
    }
}

function New-UsageLog {
    <#
    .SYNOPSIS
        Describes the logs of one kind in one folder.
    .OUTPUTS
        Hashtable
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Kind,
        [Parameter(Mandatory = $true)][string]$Folder,
        [string]$Application = ''
    )
    $separator = ','
    if ($Kind -eq 'Iis') {
        $separator = ' '
    }
    return @{
        Kind        = $Kind
        Folder      = $Folder
        Application = $Application
        Separator   = $separator
        Wanted      = [string]$UsageWanted[$Kind]
        Field       = $null
        Last        = 0
        Sessions    = @{}
    }
}

function ConvertTo-UsageRow {
    <#
    .SYNOPSIS
        Makes a row of a count; a set of users becomes their number.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Row
    )
    $table = @{ is_summary = $false }
    foreach ($name in @($Row.Keys)) {
        if ($Row[$name] -is [hashtable]) {
            $table[$name] = $Row[$name].Count
        } else {
            $table[$name] = $Row[$name]
        }
    }
    New-Object -TypeName PSObject -Property $table
}

function Measure-UsageLog {
    <#
    .SYNOPSIS
        Counts the logs of several folders; each may take its share of the files, bytes and seconds that are left.
    #>
    [CmdletBinding()]
    param(
        [AllowEmptyCollection()][hashtable[]]$Log = @(),
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    $left = $Log.Length
    foreach ($one in $Log) {
        $now = Get-Date
        $Count.Until = $now.AddSeconds(($Count.End - $now).TotalSeconds / $left)
        $Count.BytesUntil = $Count.Bytes + [long](($UsageLimit.Bytes - $Count.Bytes) / $left)
        $Count.FilesUntil = $Count.Files + [int](($UsageLimit.Files - $Count.Files) / $left)
        Measure-UsageFolder -Log $one -Count $Count
        $left = $left - 1
    }
}

function Measure-UsageFolder {
    <#
    .SYNOPSIS
        Counts the log files of a folder that were written to in the last days, newest first, within the limits.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Log,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    foreach ($file in @(Get-UsageLogFile -Folder $Log.Folder | Where-Object { $_ -ne $null })) {
        if ($Count.Files -ge $Count.FilesUntil -or $Count.Bytes + $file.Length -gt $Count.BytesUntil -or (Get-Date) -gt $Count.Until) {
            $Count.IsCapHit = $true
            return
        }
        $Log.Field = $null
        $Log.Sessions = @{}
        if ($Script:State.IsConstrained) {
            $read = Read-UsageText -Path $file.FullName -Log $Log -Count $Count
        } else {
            $read = Read-UsageStream -Path $file.FullName -Log $Log -Count $Count
        }
        if ($Log.Field -eq $null) {
            $Count.Unread = $Count.Unread + 1
        } else {
            $Count.Files = $Count.Files + 1
            $Count.Bytes = $Count.Bytes + $read
        }
    }
}

function Get-UsageLogFile {
    <#
    .SYNOPSIS
        Lists the log files of a folder that were written to in the last days, newest first; those without a byte left out.
    .OUTPUTS
        Files
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Folder
    )
    if (-not (Test-Path -LiteralPath $Folder)) {
        return
    }
    $since = (Get-Date).AddDays(0 - $UsageLimit.Days)
    $found = @(Get-ChildItem -LiteralPath $Folder -Recurse -Force -ErrorAction SilentlyContinue | Where-Object { $_ -ne $null -and -not $_.PSIsContainer })
    $found | Where-Object { $_.Extension -eq '.log' -and $_.LastWriteTime -ge $since -and $_.Length -gt 0 } | Sort-Object -Property LastWriteTime, FullName -Descending
}

function Read-UsageStream {
    <#
    .SYNOPSIS
        Counts the lines of a log that the server may be writing to, one at a time, until the time is over. FullLanguage only.
    .OUTPUTS
        Number of bytes: of the whole file, or of the lines that were read
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path,
        [Parameter(Mandatory = $true)][hashtable]$Log,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    # exposture-lint: full-language called behind IsConstrained
    try {
        $stream = [System.IO.File]::Open($Path, 'Open', 'Read', 'ReadWrite')
    } catch {
        return [long]0
    }
    try {
        $read = [long]0
        $number = 0
        $reader = New-Object -TypeName System.IO.StreamReader -ArgumentList $stream
        $line = $reader.ReadLine()
        while ($line -ne $null) {
            Add-UsageLine -Line $line -Log $Log -Count $Count
            $read = $read + $line.Length + 2
            $number = $number + 1
            if ($number % 500 -eq 0 -and (Get-Date) -gt $Count.Until) {
                $Count.IsCapHit = $true
                return $read
            }
            $line = $reader.ReadLine()
        }
        return $stream.Length
    } finally {
        $stream.Close()
    }
}

function Read-UsageText {
    <#
    .SYNOPSIS
        Counts the lines of a log that the server may be writing to, with plain cmdlets; after the time is over no more line counts.
    .OUTPUTS
        Number of bytes of the lines that were counted
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path,
        [Parameter(Mandatory = $true)][hashtable]$Log,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    $state = @{ Read = [long]0 }
    Get-Content -LiteralPath $Path -ReadCount 500 -Encoding UTF8 -ErrorAction SilentlyContinue | ForEach-Object {
        if ((Get-Date) -gt $Count.Until) {
            $Count.IsCapHit = $true
        } else {
            foreach ($line in @($_)) {
                Add-UsageLine -Line $line -Log $Log -Count $Count
                $state.Read = $state.Read + $line.Length + 2
            }
        }
    }
    return $state.Read
}

function Add-UsageLine {
    <#
    .SYNOPSIS
        Counts one line of a log; a header says where its columns are.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string]$Line,
        [Parameter(Mandatory = $true)][hashtable]$Log,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    if ($Log.Field -eq $null -or $Line.StartsWith('#')) {
        Set-UsageField -Line $Line -Log $Log
        return
    }
    if ($Log.Wanted -and $Line -notmatch $Log.Wanted) {
        return
    }
    $part = @(Split-UsageLine -Line $Line -Separator $Log.Separator -Last $Log.Last)
    if ($part.Count -le $Log.Last) {
        return
    }
    switch ($Log.Kind) {
        'Smtp' { Add-SmtpLine -Part $part -Log $Log -Count $Count }
        'Mail' { Add-MailProtocolLine -Part $part -Log $Log -Count $Count }
        'Proxy' { Add-ProxyLine -Part $part -Log $Log -Count $Count }
        'Iis' { Add-IisLine -Part $part -Log $Log -Count $Count }
        'Outlook' { Add-OutlookLine -Part $part -Log $Log -Count $Count }
        'Rpc' { Add-RpcLine -Part $part -Log $Log -Count $Count }
    }
}

function Set-UsageField {
    <#
    .SYNOPSIS
        Notes which place each needed column has, where the line is a header; nothing where it lacks one of them.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string]$Line,
        [Parameter(Mandatory = $true)][hashtable]$Log
    )
    $needed = @($UsageFields[$Log.Kind])
    $text = ($Line -replace '^#Fields:\s*', '').Trim()
    if ($text -notlike ($needed[0] + $Log.Separator + '*')) {
        return
    }
    $names = @($text.Split($Log.Separator) | ForEach-Object { $_.Trim() })
    $places = @{}
    $Log.Field = $null
    $Log.Last = 0
    foreach ($name in $needed) {
        $place = -1
        for ($at = 0; $at -lt $names.Count -and $place -lt 0; $at++) {
            if ($names[$at] -eq $name) {
                $place = $at
            }
        }
        if ($place -lt 0) {
            return
        }
        $places[$name] = $place
        if ($place -gt $Log.Last) {
            $Log.Last = $place
        }
    }
    $Log.Field = $places
}

function Split-UsageLine {
    <#
    .SYNOPSIS
        Splits a line of a log at its separators, those inside quotation marks left out, as far as the last column that is needed.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string]$Line,
        [Parameter(Mandatory = $true)][string]$Separator,
        [Parameter(Mandatory = $true)][int]$Last
    )
    if ($Separator -ne ',' -or -not $Line.Contains('"')) {
        return $Line.Split($Separator)
    }
    $place = 0
    foreach ($found in [regex]::Matches(',' + $Line, ',(?:"([^"]*(?:""[^"]*)*)"|([^,]*))')) {
        if ($found.Groups[1].Success) {
            $found.Groups[1].Value
        } else {
            $found.Groups[2].Value
        }
        $place = $place + 1
        if ($place -gt $Last) {
            return
        }
    }
}

function Get-UsageRow {
    <#
    .SYNOPSIS
        Returns the row of a count by what tells it from others, made where it is new, with its first and last time.
    .OUTPUTS
        Hashtable, or null where there are too many rows
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Count,
        [Parameter(Mandatory = $true)][string]$Name,
        [Parameter(Mandatory = $true)][hashtable]$New,
        [AllowEmptyString()][string]$Time = ''
    )
    $row = $Count.Rows[$Name]
    if ($row -eq $null) {
        if ($Count.Rows.Count -ge $UsageLimit.Rows) {
            $Count.IsCapHit = $true
            return $null
        }
        $row = $New
        $row['first_time'] = $null
        $row['last_time'] = $null
        $Count.Rows[$Name] = $row
    }
    if ($Time -match '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d') {
        foreach ($span in $row, $Count) {
            if ($span['first_time'] -eq $null -or $Time -lt $span['first_time']) {
                $span['first_time'] = $Time
            }
            if ($span['last_time'] -eq $null -or $Time -gt $span['last_time']) {
                $span['last_time'] = $Time
            }
        }
    }
    return $row
}

function Get-EndpointAddress {
    <#
    .SYNOPSIS
        Takes the port off an endpoint: 10.0.0.5:52311, [fe80::1]:25.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [AllowEmptyString()][string]$Endpoint = ''
    )
    $text = $Endpoint.Trim()
    if ($text -match '^\[([^\]]*)\]') {
        return $matches[1]
    }
    if ($text -match '^([^:]*):\d+$') {
        return $matches[1]
    }
    return $text
}

function Get-UsageFolder {
    <#
    .SYNOPSIS
        Lists the folders of a log: those that Exchange says, else those that it has unless told otherwise.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [AllowEmptyCollection()][AllowEmptyString()][string[]]$Path = @(),
        [Parameter(Mandatory = $true)][string[]]$Default
    )
    $found = @($Path | Where-Object { $_ })
    if ($found.Count -eq 0) {
        $found = $Default
    }
    $found | Sort-Object -Unique
}

function Get-SmtpLog {
    <#
    .SYNOPSIS
        Lists the protocol logs of the receive connectors of this computer.
    .OUTPUTS
        Hashtables
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Folder,
        [Parameter(Mandatory = $true)][string]$Target
    )
    $logs = $Folder + '\TransportRoles\Logs\'
    $front = @(Get-KeptValue -Dataset 'frontend_transport_services' -Property 'ReceiveProtocolLogPath' -Server $Target)
    $behind = @(Get-KeptValue -Dataset 'transport_services' -Property 'ReceiveProtocolLogPath' -Server $Target)
    $paths = @(Get-UsageFolder -Path $front -Default ($logs + 'FrontEnd\ProtocolLog\SmtpReceive'))
    $paths += @(Get-UsageFolder -Path $behind -Default ($logs + 'Hub\ProtocolLog\SmtpReceive'), ($logs + 'Edge\ProtocolLog\SmtpReceive'), ($logs + 'ProtocolLog\SmtpReceive'))
    foreach ($path in $paths) {
        if (Test-Path -LiteralPath $path) {
            New-UsageLog -Kind 'Smtp' -Folder $path
        }
    }
}

function Add-SmtpLine {
    <#
    .SYNOPSIS
        Counts one line of a protocol log: a session once, its sign-in and its encryption once, each MAIL command.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string[]]$Part,
        [Parameter(Mandatory = $true)][hashtable]$Log,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    $connector = $Part[$Log.Field['connector-id']]
    $address = Get-EndpointAddress -Endpoint $Part[$Log.Field['remote-endpoint']]
    $new = @{ connector = $connector; client_address = $address; sessions = 0; authenticated_sessions = 0; tls_sessions = 0; messages = 0 }
    $row = Get-UsageRow -Count $Count -Name ($connector + '|' + $address) -New $new -Time $Part[$Log.Field['date-time']]
    if ($row -eq $null) {
        return
    }
    $session = 's:' + $Part[$Log.Field['session-id']]
    if (-not $Log.Sessions.ContainsKey($session)) {
        $Log.Sessions[$session] = @{ IsSigned = $false; IsTls = $false }
        $row['sessions'] = $row['sessions'] + 1
    }
    $seen = $Log.Sessions[$session]
    $said = $Part[$Log.Field['event']] + $Part[$Log.Field['data']]
    if ($said -like '>235 *' -and -not $seen['IsSigned']) {
        $seen['IsSigned'] = $true
        $row['authenticated_sessions'] = $row['authenticated_sessions'] + 1
    } elseif ($said -match '^<(?:STARTTLS|X-ANONYMOUSTLS)\s*$' -and -not $seen['IsTls']) {
        $seen['IsTls'] = $true
        $row['tls_sessions'] = $row['tls_sessions'] + 1
    } elseif ($said -like '<MAIL FROM*') {
        $row['messages'] = $row['messages'] + 1
    }
}

function Get-MailProtocolLog {
    <#
    .SYNOPSIS
        Lists the protocol logs of POP3 and IMAP4 of this computer.
    .OUTPUTS
        Hashtables
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Folder,
        [Parameter(Mandatory = $true)][string]$Target
    )
    $pop = @(Get-KeptValue -Dataset 'pop_settings' -Property 'LogFileLocation' -Target $Target)
    $imap = @(Get-KeptValue -Dataset 'imap_settings' -Property 'LogFileLocation' -Target $Target)
    foreach ($path in @(Get-UsageFolder -Path $pop -Default ($Folder + '\Logging\Pop3'))) {
        New-UsageLog -Kind 'Mail' -Folder $path -Application 'Pop3'
    }
    foreach ($path in @(Get-UsageFolder -Path $imap -Default ($Folder + '\Logging\Imap4'))) {
        New-UsageLog -Kind 'Mail' -Folder $path -Application 'Imap4'
    }
}

function Add-MailProtocolLine {
    <#
    .SYNOPSIS
        Counts one line of a POP3 or IMAP4 log: a session with a user once, and whether it was encrypted.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string[]]$Part,
        [Parameter(Mandatory = $true)][hashtable]$Log,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    $session = 's:' + $Part[$Log.Field['sessionId']]
    if (-not $Log.Sessions.ContainsKey($session)) {
        $Log.Sessions[$session] = @{ IsTls = $Part[$Log.Field['sIp']] -match ':(?:993|995|1993|1995)$'; IsCounted = $false }
    }
    $seen = $Log.Sessions[$session]
    if ('starttls', 'stls' -contains $Part[$Log.Field['command']]) {
        $seen['IsTls'] = $true
    }
    $user = $Part[$Log.Field['user']].Trim()
    if (-not $user -or $seen['IsCounted']) {
        return
    }
    $seen['IsCounted'] = $true
    $address = Get-EndpointAddress -Endpoint $Part[$Log.Field['cIp']]
    $new = @{ protocol = $Log.Application; user = $user; client_address = $address; logins = 0; tls_logins = 0 }
    $row = Get-UsageRow -Count $Count -Name ($Log.Application + '|' + $user + '|' + $address) -New $new -Time $Part[$Log.Field['dateTime']]
    if ($row -ne $null) {
        $row['logins'] = $row['logins'] + 1
        if ($seen['IsTls']) {
            $row['tls_logins'] = $row['tls_logins'] + 1
        }
    }
}

function Measure-HttpClient {
    <#
    .SYNOPSIS
        Counts the requests of each user by application, authentication and agent: HttpProxy logs, IIS logs where there are none.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Folder,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    $logs = @(foreach ($name in @($UsageProxyFolders.Keys | Sort-Object)) {
            New-UsageLog -Kind 'Proxy' -Folder ($Folder + '\Logging\HttpProxy\' + $name) -Application $UsageProxyFolders[$name]
        })
    Measure-UsageLog -Log $logs -Count $Count
    if ($Count.Files + $Count.Unread -eq 0 -and -not $Count.IsCapHit) {
        Measure-UsageLog -Log @(Get-IisLogFolder | ForEach-Object { New-UsageLog -Kind 'Iis' -Folder $_ }) -Count $Count
    }
}

function Get-IisLogFolder {
    <#
    .SYNOPSIS
        Lists the folders of the logs of IIS: those of its configuration, else the one that it has unless told otherwise.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param()
    $found = @()
    $document = Get-IisDocument
    if ($document -ne $null) {
        $nodes = @(Get-XmlBelow -Node $document -Path 'configuration/system.applicationHost/sites/siteDefaults/logFile')
        $nodes += @(Get-XmlBelow -Node $document -Path 'configuration/system.applicationHost/sites/site/logFile')
        $found = @($nodes | Where-Object { $_ -ne $null } | ForEach-Object { Expand-EnvironmentText -Text ([string](Get-XmlAttribute -Element $_ -Name 'directory')) })
    }
    Get-UsageFolder -Path $found -Default ($env:SystemDrive + '\inetpub\logs\LogFiles')
}

function Add-ProxyLine {
    <#
    .SYNOPSIS
        Counts one request of an HttpProxy log.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string[]]$Part,
        [Parameter(Mandatory = $true)][hashtable]$Log,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    $request = @{
        application    = $Log.Application
        authentication = $Part[$Log.Field['AuthenticationType']]
        agent          = Get-AgentFamily -Agent $Part[$Log.Field['UserAgent']]
        user           = $Part[$Log.Field['AuthenticatedUser']]
    }
    Add-HttpRequest -Request $request -Time $Part[$Log.Field['DateTime']] -Count $Count
}

function Add-HttpRequest {
    <#
    .SYNOPSIS
        Counts one request to a web application.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Request,
        [AllowEmptyString()][string]$Time = '',
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    $name = (@($Request['application'], $Request['authentication'], $Request['agent'], $Request['user'])) -join '|'
    $Request['requests'] = 0
    $row = Get-UsageRow -Count $Count -Name $name -New $Request -Time $Time
    if ($row -ne $null) {
        $row['requests'] = $row['requests'] + 1
    }
}

function Get-AgentFamily {
    <#
    .SYNOPSIS
        Shortens a user agent to its product: no versions, no device ids, 40 characters at most.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [AllowEmptyString()][string]$Agent = ''
    )
    if ($Agent -match '^[^A-Za-z]*([A-Za-z][A-Za-z ._-]{0,39})') {
        return $matches[1].Trim(' ', '.', '_', '-')
    }
    return ''
}

function Add-IisLine {
    <#
    .SYNOPSIS
        Counts one request of an IIS log; the authentication is not in it.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string[]]$Part,
        [Parameter(Mandatory = $true)][hashtable]$Log,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    $path = $Part[$Log.Field['cs-uri-stem']].ToLowerInvariant() -replace '^/([^/]*).*$', '$1'
    if (-not $UsagePaths.ContainsKey($path)) {
        return
    }
    $request = @{
        application    = $UsagePaths[$path]
        authentication = $null
        agent          = Get-AgentFamily -Agent $Part[$Log.Field['cs(User-Agent)']].Replace('+', ' ')
        user           = $Part[$Log.Field['cs-username']] -replace '^-$', ''
    }
    Add-HttpRequest -Request $request -Time ($Part[$Log.Field['date']] + 'T' + $Part[$Log.Field['time']] + 'Z') -Count $Count
}

function Measure-OutlookBuild {
    <#
    .SYNOPSIS
        Counts users and requests of each build of Outlook: HttpProxy logs of MAPI and RPC, logs of RPC Client Access where there are none.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Folder,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    $logs = @(foreach ($name in 'Mapi', 'RpcHttp') {
            New-UsageLog -Kind 'Outlook' -Folder ($Folder + '\Logging\HttpProxy\' + $name) -Application $UsageProxyFolders[$name]
        })
    Measure-UsageLog -Log $logs -Count $Count
    if ($Count.Files + $Count.Unread -eq 0 -and -not $Count.IsCapHit) {
        Measure-UsageLog -Log @(New-UsageLog -Kind 'Rpc' -Folder ($Folder + '\Logging\RPC Client Access') -Application 'RPC') -Count $Count
    }
}

function Add-OutlookLine {
    <#
    .SYNOPSIS
        Counts one request by the build of Outlook in its user agent; RPC over HTTP does not say it.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string[]]$Part,
        [Parameter(Mandatory = $true)][hashtable]$Log,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    $build = ''
    if ($Part[$Log.Field['UserAgent']] -match 'Outlook[ /](\d+\.\d+\.\d+(?:\.\d+)?)') {
        $build = $matches[1]
    }
    Add-OutlookRequest -Log $Log -Count $Count -Build $build -User $Part[$Log.Field['AuthenticatedUser']] -Time $Part[$Log.Field['DateTime']]
}

function Add-RpcLine {
    <#
    .SYNOPSIS
        Counts one operation of Outlook in a log of RPC Client Access.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string[]]$Part,
        [Parameter(Mandatory = $true)][hashtable]$Log,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    $build = $Part[$Log.Field['client-software-version']]
    if ($Part[$Log.Field['client-software']] -eq 'OUTLOOK.EXE') {
        Add-OutlookRequest -Log $Log -Count $Count -Build $build -User $Part[$Log.Field['client-name']] -Time $Part[$Log.Field['date-time']]
    }
}

function Add-OutlookRequest {
    <#
    .SYNOPSIS
        Counts one request of a build of Outlook; users are counted, not named.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Log,
        [Parameter(Mandatory = $true)][hashtable]$Count,
        [AllowEmptyString()][string]$Build = '',
        [AllowEmptyString()][string]$User = '',
        [AllowEmptyString()][string]$Time = ''
    )
    $new = @{ application = $Log.Application; client_build = $null; users = @{}; requests = 0 }
    if ($Build) {
        $new['client_build'] = $Build
    }
    $row = Get-UsageRow -Count $Count -Name ($Log.Application + '|' + $Build) -New $new -Time $Time
    if ($row -ne $null) {
        $row['requests'] = $row['requests'] + 1
        if ($User) {
            $row['users']['u:' + $User] = $true
        }
    }
}
# Core: settings, state, probes, the connection to Exchange, bounded calls, the schedule, the manifest and the archive.

$TierOrder = @('core', 'extended', 'deep', 'usage')
$RoleWords = @('Edge', 'Mailbox', 'ClientAccess', 'HubTransport', 'UnifiedMessaging')
$RoleFlags = @{
    'IsEdgeServer'             = 'Edge'
    'IsMailboxServer'          = 'Mailbox'
    'IsClientAccessServer'     = 'ClientAccess'
    'IsHubTransportServer'     = 'HubTransport'
    'IsUnifiedMessagingServer' = 'UnifiedMessaging'
}
$KindBytes = @{ 'cmdlet' = 60000; 'wmi' = 25000; 'registry' = 15000; 'ldap' = 200000; 'program' = 40000; 'file' = 40000 }
$SpecialDatasets = @('exchange_diagnostic_overrides', 'exchange_diagnostic_resources', 'mailbox_calendar_folders', 'mailbox_folder_permissions')
# Parameters that change what a row means, and the property that says so.
$MarkedParameters = @{ 'ADPropertiesOnly' = 'ReadWithADPropertiesOnly'; 'TransportService' = 'TransportService' }
# What is read another way already: read only where one of those was not.
$Alternatives = @{ 'ad_permissions' = @('ad_connector_acls', 'ad_database_acls'); 'mailbox_permission_entries' = @('ad_mailbox_acls') }
$RowsPerFile = 10000
$ErrorsPerPair = 50
$LeastFreeBytes = 104857600
$DatasetHeader = @('dataset', 'target', 'attempt', 'tier', 'status', 'rows', 'files', 'started_utc', 'duration_ms', 'command', 'params_used',
    'params_dropped', 'errors', 'message', 'fqid')
$ErrorHeader = @('dataset', 'target', 'seq', 'category', 'fqid', 'exception_type', 'message', 'position')
$FileHeader = @('path', 'bytes', 'rows', 'format', 'encoding', 'dataset', 'target')
$RunHeader = @('schema_version', 'collector_version', 'collector_sha256', 'catalogue_version', 'run_id', 'resumed', 'started_utc', 'ended_utc',
    'utc_offset_min', 'timezone', 'computer', 'domain', 'forest', 'os_version', 'os_sku', 'server_core', 'ps_version', 'ps_edition', 'clr_version',
    'language_mode', 'execution_policy_list', 'elevated', 'user_sid', 'connection', 'connected_server', 'exchange_build_local', 'org_name',
    'org_guid', 'org_dn', 'culture', 'ui_culture', 'view_entire_forest', 'scope', 'servers_requested', 'servers_reached', 'servers_known',
    'redaction', 'redaction_key_id', 'hash_method', 'archive_method', 'status', 'max_cmdlet_seconds', 'max_minutes', 'tiers', 'role', 'time_bound')
# What is redacted by its kind before it gets there: a second time would make a pseudonym of a pseudonym.
$RunRedacted = @('computer', 'domain', 'forest', 'user_sid', 'connected_server', 'org_name', 'org_dn', 'servers_requested', 'servers_reached')

function Get-DefaultOutput {
    <#
    .SYNOPSIS
        Names the output folder of a run that names none: below the current folder, never below Windows itself.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param()
    $here = Get-Location
    $folder = [string]$here.ProviderPath
    if ([string]$here.Provider.Name -ne 'FileSystem' -or ($env:windir -and $folder -like ($env:windir + '*'))) {
        $folder = $env:SystemDrive + '\'
    }
    return (Join-Path -Path $folder -ChildPath 'exposture')
}

function Get-GivenValue {
    <#
    .SYNOPSIS
        Returns a parameter as it was given, else the preset variable of its name, else a default.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][hashtable]$Given,
        [Parameter(Mandatory = $true)][string]$Name,
        [AllowNull()][object]$Default
    )
    if ($Given.ContainsKey($Name)) {
        return $Given[$Name]
    }
    $preset = Get-Variable -Name ('Exposture' + $Name) -ValueOnly -ErrorAction SilentlyContinue
    if ($preset -ne $null) {
        return $preset
    }
    return $Default
}

function Split-Word {
    <#
    .SYNOPSIS
        Emits the words of a list that may have come as one text with commas.
    #>
    [CmdletBinding()]
    param(
        [AllowNull()][AllowEmptyCollection()][object]$List
    )
    foreach ($text in @($List)) {
        foreach ($word in ([string]$text).Split(',')) {
            if ($word.Trim()) {
                $word.Trim()
            }
        }
    }
}

function New-CollectorSetting {
    <#
    .SYNOPSIS
        Makes the settings of a run from the parameters that were given and the preset variables.
    .OUTPUTS
        A hashtable
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][hashtable]$Given
    )
    $setting = @{
        OutputPath       = [string](Get-GivenValue -Given $Given -Name 'OutputPath' -Default '')
        Server           = @(Split-Word -List (Get-GivenValue -Given $Given -Name 'Server' -Default @()))
        Tier             = @(Split-Word -List (Get-GivenValue -Given $Given -Name 'Tier' -Default 'Core') | ForEach-Object { $_.ToLowerInvariant() })
        Dataset          = @(Split-Word -List (Get-GivenValue -Given $Given -Name 'Dataset' -Default @()))
        Role             = [string](Get-GivenValue -Given $Given -Name 'Role' -Default 'Exchange')
        Format           = [string](Get-GivenValue -Given $Given -Name 'Format' -Default 'Clixml')
        Redact           = [string](Get-GivenValue -Given $Given -Name 'Redact' -Default 'None')
        MaxCmdletSeconds = [int](Get-GivenValue -Given $Given -Name 'MaxCmdletSeconds' -Default 0)
        MaxMinutes       = [int](Get-GivenValue -Given $Given -Name 'MaxMinutes' -Default 0)
    }
    foreach ($name in 'LocalOnly', 'Resume', 'SelfTest', 'ListOnly', 'NoArchive') {
        $setting[$name] = [bool](Get-GivenValue -Given $Given -Name $name -Default $false)
    }
    if (-not $setting.OutputPath) {
        $setting.OutputPath = Get-DefaultOutput
    }
    if ($setting.Tier.Count -eq 0) {
        $setting.Tier = @('core')
    }
    return $setting
}

function Get-SettingFault {
    <#
    .SYNOPSIS
        Emits a sentence for each setting that cannot be.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Setting
    )
    $known = @($Catalogue | ForEach-Object { $_.Name })
    foreach ($tier in $Setting.Tier) {
        if ($TierOrder -notcontains $tier) {
            '-Tier ' + $tier + ' is none of Core, Extended, Deep, Usage'
        }
    }
    foreach ($name in $Setting.Dataset) {
        if ($known -notcontains $name) {
            '-Dataset ' + $name + ' is no dataset of this script'
        }
    }
    $words = @{ Role = @('Exchange', 'DomainController'); Format = @('Clixml', 'Csv'); Redact = @('None', 'Names', 'Strict') }
    foreach ($name in $words.Keys) {
        if ($words[$name] -notcontains $Setting[$name]) {
            '-' + $name + ' ' + $Setting[$name] + ' is none of ' + ($words[$name] -join ', ')
        }
    }
    if ($Setting.MaxCmdletSeconds -lt 0 -or $Setting.MaxMinutes -lt 0) {
        '-MaxCmdletSeconds and -MaxMinutes are not below 0'
    }
    if ($Setting.LocalOnly -and $Setting.Server.Count -gt 0) {
        '-LocalOnly and -Server do not go together'
    }
}

function Expand-Tier {
    <#
    .SYNOPSIS
        Emits the tiers that were asked for with those that they include, cheapest first.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string[]]$Tier
    )
    $includes = @{ 'core' = @('core'); 'extended' = @('core', 'extended'); 'deep' = @('core', 'extended', 'deep'); 'usage' = @('usage') }
    $asked = @($Tier | ForEach-Object { $includes[$_] })
    $TierOrder | Where-Object { $asked -contains $_ }
}

function New-CollectorState {
    <#
    .SYNOPSIS
        Makes what the functions of a run share.
    .OUTPUTS
        A hashtable
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Setting
    )
    $state = @{
        Setting       = $Setting
        IsConstrained = ([string]$ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage')
        Redaction     = $Setting.Redact
        RedactionKey  = $null
        Terms         = @{}
        Map           = @{}
        SidDomains    = @{}
        OutputPath    = ''
        OutputRoot    = ''
        Computer      = ''
        Servers       = @()
        ForestRoot    = ''
        ConfigDn      = ''
        SchemaDn      = ''
        RootDn        = ''
        DomainDns     = @()
        Kept          = @{}
        KeptStatus    = @{}
        Needed        = @{}
        TimeBound     = 'none'
        Connection    = 'none'
        Session       = $null
    }
    $state.Tiers = @(Expand-Tier -Tier $Setting.Tier)
    $state.IsOwnSession = $false
    $state.CallMode = 'direct'
    $state.CallServer = ''
    $state.Worker = $null
    $state.Commands = @{}
    $state.LogLines = @()
    $state.Run = @{}
    $state.Host = @{}
    $state.Attempts = @{}
    $state.Done = @{}
    $state.Earlier = @{}
    $state.Files = @{}
    $state.Outcomes = @()
    $state.Failures = @{}
    $state.IsResumed = $false
    $state.RestoreScope = $false
    $state.OldPriority = ''
    $state.HashMethod = ''
    $state.Deadline = $null
    $state.ConnectionFault = ''
    $state.Call = @{ Errors = @(); TimedOut = $false; Rows = 0 }
    return $state
}

function Write-RunLog {
    <#
    .SYNOPSIS
        Adds a line to the log of the run; before the bundle has a folder it is kept.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Message
    )
    $line = (ConvertTo-IsoTime -Time ([datetime]::UtcNow) -IsUtc $true) + ' '
    if (-not $Script:State.IsLogOpen) {
        $Script:State.LogLines += @{ Stamp = $line; Message = $Message }
        return
    }
    $path = Join-Path -Path $Script:State.OutputRoot -ChildPath 'collector.log'
    Add-Content -LiteralPath $path -Value ($line + (ConvertTo-ManifestCell -Value $Message)) -Encoding UTF8
}

function Open-RunLog {
    <#
    .SYNOPSIS
        Writes the lines that were kept until the bundle had its folder and redaction knew its terms.
    #>
    [CmdletBinding()]
    param()
    $Script:State.IsLogOpen = $true
    $path = Join-Path -Path $Script:State.OutputRoot -ChildPath 'collector.log'
    foreach ($kept in @($Script:State.LogLines)) {
        Add-Content -LiteralPath $path -Value ($kept.Stamp + (ConvertTo-ManifestCell -Value $kept.Message)) -Encoding UTF8
    }
    $Script:State.LogLines = @()
}

function Stop-Reading {
    <#
    .SYNOPSIS
        Ends the read of a dataset with a status and a message that says what would cure it.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)]
        [ValidateSet('not-available', 'access-denied', 'unreachable', 'skipped', 'not-applicable', 'timeout', 'error')][string]$Status,
        [Parameter(Mandatory = $true)][string]$Message
    )
    $Script:State.ReadStatus = $Status
    $Script:State.ReadMessage = $Message
    throw $Message
}

function Add-ReadWarning {
    <#
    .SYNOPSIS
        Notes that the rows of the dataset that is being read are not all.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Message
    )
    if ($Script:State.ReadWarnings -notcontains $Message) {
        $Script:State.ReadWarnings = @($Script:State.ReadWarnings) + $Message
        Write-RunLog -Message $Message
    }
}

function Reset-ReadState {
    <#
    .SYNOPSIS
        Forgets what the last read said.
    #>
    [CmdletBinding()]
    param()
    $Script:State.ReadStatus = ''
    $Script:State.ReadMessage = ''
    $Script:State.ReadWarnings = @()
    $Script:State.ReadErrors = @()
    $Script:State.ErrorCount = 0
    $Script:State.ReadTimedOut = 0
    $Script:State.Dropped = @{}
}

function Test-Deadline {
    <#
    .SYNOPSIS
        Tells whether the time of the run is over.
    #>
    [CmdletBinding()]
    param()
    return ($Script:State.Deadline -ne $null -and [datetime]::UtcNow -gt $Script:State.Deadline)
}

function Get-HostFact {
    <#
    .SYNOPSIS
        Reads what this computer is: names, domain, Windows.
    .OUTPUTS
        A hashtable; what cannot be read is empty.
    #>
    [CmdletBinding()]
    param()
    $fact = @{ Name = [string]$env:COMPUTERNAME; Domain = ''; Fqdn = ''; DomainRole = -1; OsVersion = ''; OsSku = ''; ServerCore = '' }
    if (-not $fact.Name -and -not $Script:State.IsConstrained) {
        $fact.Name = Get-MachineName
    }
    $fact.Name = $fact.Name.Split('.')[0].ToUpperInvariant()
    if (Test-CommandAvailable -Name 'Get-WmiObject') {
        foreach ($row in @(Get-WmiObject -Class Win32_ComputerSystem -ErrorAction SilentlyContinue)) {
            $fact.Domain = [string]$row.Domain
            $fact.DomainRole = [int]$row.DomainRole
        }
        foreach ($row in @(Get-WmiObject -Class Win32_OperatingSystem -ErrorAction SilentlyContinue)) {
            $fact.OsVersion = [string]$row.Version
            $fact.OsSku = [string]$row.OperatingSystemSKU
        }
        $key = Get-ItemProperty -Path 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion' -Name 'InstallationType' -ErrorAction SilentlyContinue
        $fact.ServerCore = [string]([string]$key.InstallationType -eq 'Server Core')
    }
    $fact.Fqdn = $fact.Name
    if ($fact.Domain -and $fact.Domain.Contains('.')) {
        $fact.Fqdn = $fact.Name + '.' + $fact.Domain
    }
    return $fact
}

function Get-MachineName {
    <#
    .SYNOPSIS
        Names this computer where the environment does not. FullLanguage only.
    #>
    [CmdletBinding()]
    param()
    # exposture-lint: full-language the name comes from .NET
    return [string][Environment]::MachineName
}

function Test-Elevated {
    <#
    .SYNOPSIS
        Tells whether the shell runs elevated, by the integrity level of its groups.
    .OUTPUTS
        True or False as text; empty where it cannot be known.
    #>
    [CmdletBinding()]
    param()
    if (-not (Test-CommandAvailable -Name 'whoami.exe')) {
        return ''
    }
    $groups = (@(whoami.exe /groups /fo csv /nh) -join ' ')
    return [string]($groups -match 'S-1-16-(12288|16384)')
}

function Get-UserSid {
    <#
    .SYNOPSIS
        Reads the SID of the account that runs the script.
    #>
    [CmdletBinding()]
    param()
    if (-not (Test-CommandAvailable -Name 'whoami.exe')) {
        return ''
    }
    if ((@(whoami.exe /user /fo csv /nh) -join ' ') -match '(S-1-[0-9-]+)') {
        return $matches[1]
    }
    return ''
}

function Get-PolicyText {
    <#
    .SYNOPSIS
        Lists the execution policy of each scope.
    #>
    [CmdletBinding()]
    param()
    $parts = @(Get-ExecutionPolicy -List -ErrorAction SilentlyContinue | ForEach-Object { [string]$_.Scope + '=' + [string]$_.ExecutionPolicy })
    return ($parts -join '; ')
}

function Get-ZoneFact {
    <#
    .SYNOPSIS
        Reads time zone and offset; both cultures are the shell's.
    .OUTPUTS
        A hashtable Offset, Zone
    #>
    [CmdletBinding()]
    param()
    $now = [datetime]::UtcNow
    $fact = @{ Offset = [string][int]($now.ToLocalTime() - $now).TotalMinutes; Zone = '' }
    if (Test-CommandAvailable -Name 'Get-WmiObject') {
        foreach ($row in @(Get-WmiObject -Class Win32_TimeZone -ErrorAction SilentlyContinue)) {
            $fact.Zone = [string]$row.StandardName
        }
    }
    return $fact
}

function Test-CommandAvailable {
    <#
    .SYNOPSIS
        Tells whether the shell or the Exchange session has a command, and the command a parameter.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Name,
        [string]$Parameter = ''
    )
    $key = $Name.ToLowerInvariant()
    if (-not $Script:State.Commands.ContainsKey($key)) {
        $Script:State.Commands[$key] = Get-CommandFact -Name $Name
    }
    $fact = $Script:State.Commands[$key]
    if (-not $Parameter -or -not $fact.IsThere) {
        return $fact.IsThere
    }
    return ($fact.IsOpen -or $fact.Parameters.ContainsKey($Parameter.ToLowerInvariant()))
}

function Test-FunctionOfShell {
    <#
    .SYNOPSIS
        Tells whether a command is a function of the shell, not a cmdlet of a module or snap-in.
    .OUTPUTS
        Boolean
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Name
    )
    return [bool]((Test-CommandAvailable -Name $Name) -and $Script:State.Commands[$Name.ToLowerInvariant()].IsFunction)
}

function Get-CommandFact {
    <#
    .SYNOPSIS
        Looks for a command in the shell, then in the Exchange session.
    .OUTPUTS
        A hashtable IsThere, IsOpen (its parameters cannot be known), IsFunction, Parameters (lower-case names)
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Name
    )
    $fact = @{ IsThere = $false; IsOpen = $false; IsFunction = $false; Parameters = @{} }
    $found = @(Get-Command -Name $Name -ErrorAction SilentlyContinue)
    if ($found.Count -eq 0 -and $Script:State.IsOwnSession -and $Script:State.Session -ne $null) {
        $found = @((Invoke-BoundedCommand -Command 'Get-Command' -Arguments @{ Name = $Name } -Seconds 120).Rows)
    }
    if ($found.Count -eq 0 -or $found[0] -eq $null) {
        return $fact
    }
    $fact.IsThere = $true
    $fact.IsFunction = [string]$found[0].CommandType -eq 'Function'
    $names = @()
    try {
        $names = @($found[0].Parameters.Keys)
    } catch {
        $names = @()
    }
    foreach ($one in $names) {
        if ($one) {
            $fact.Parameters[([string]$one).ToLowerInvariant()] = $true
        }
    }
    $fact.IsOpen = ($fact.Parameters.Count -eq 0 -and $Script:State.IsOwnSession)
    return $fact
}

function Connect-Exchange {
    <#
    .SYNOPSIS
        Finds a way to Exchange: cmdlets of the shell, snap-in, session; the state says which, and how calls are bounded.
    #>
    [CmdletBinding()]
    param()
    if (Test-CommandAvailable -Name 'Get-ExchangeServer') {
        $Script:State.Connection = 'ems'
        Find-ExchangeSession
    } elseif (-not (Add-ExchangeSnapin -Name 'Microsoft.Exchange.Management.PowerShell.E2010')) {
        $isEdge = (Test-CommandAvailable -Name 'Add-PSSnapin') -and (Test-EdgeInstallation)
        if (-not ($isEdge -and (Add-ExchangeSnapin -Name 'Microsoft.Exchange.Management.PowerShell.SnapIn'))) {
            if (-not (Open-ExchangeSession)) {
                [void](Add-ExchangeSnapin -Name 'Microsoft.Exchange.Management.PowerShell.SnapIn')
            }
        }
    }
    Write-RunLog -Message ('connection: ' + $Script:State.Connection)
    Initialize-CallMode
}

function Test-EdgeInstallation {
    <#
    .SYNOPSIS
        Tells whether the Edge role is installed on this computer.
    #>
    [CmdletBinding()]
    param()
    foreach ($version in 'v15', 'v14') {
        $key = 'HKLM:\SOFTWARE\Microsoft\ExchangeServer\' + $version + '\EdgeTransportRole'
        if (Test-Path -Path $key -ErrorAction SilentlyContinue) {
            return $true
        }
    }
    return $false
}

function Find-ExchangeSession {
    <#
    .SYNOPSIS
        Keeps the session behind the shell's Exchange cmdlets, where there is one.
    #>
    [CmdletBinding()]
    param()
    if (-not (Test-CommandAvailable -Name 'Get-PSSession')) {
        return
    }
    foreach ($session in @(Get-PSSession -ErrorAction SilentlyContinue)) {
        if ([string]$session.ConfigurationName -eq 'Microsoft.Exchange' -and [string]$session.State -eq 'Opened') {
            $Script:State.Session = $session
        }
    }
}

function Add-ExchangeSnapin {
    <#
    .SYNOPSIS
        Loads a snap-in of Exchange that is registered on this computer.
    .OUTPUTS
        True where its cmdlets are there afterwards.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)]
        [ValidateSet('Microsoft.Exchange.Management.PowerShell.E2010', 'Microsoft.Exchange.Management.PowerShell.SnapIn')][string]$Name
    )
    if (-not (Test-CommandAvailable -Name 'Add-PSSnapin')) {
        return $false
    }
    if (@(Get-PSSnapin -Registered -ErrorAction SilentlyContinue | Where-Object { $_.Name -eq $Name }).Count -eq 0) {
        return $false
    }
    try {
        if ($Name -eq 'Microsoft.Exchange.Management.PowerShell.E2010') {
            Add-PSSnapin -Name 'Microsoft.Exchange.Management.PowerShell.E2010' -ErrorAction Stop
        } else {
            Add-PSSnapin -Name 'Microsoft.Exchange.Management.PowerShell.SnapIn' -ErrorAction Stop
        }
    } catch {
        Write-RunLog -Message ('the snap-in was not loaded: ' + $_.Exception.Message)
        return $false
    }
    $Script:State.Commands = @{}
    if (Test-CommandAvailable -Name 'Get-ExchangeServer') {
        $Script:State.Connection = 'snapin'
        return $true
    }
    return $false
}

function Get-EndpointName {
    <#
    .SYNOPSIS
        Emits the full names of the computers whose Exchange endpoint may be asked, this one first where it is an Exchange server.
    #>
    [CmdletBinding()]
    param()
    if ($env:ExchangeInstallPath) {
        $Script:State.Host.Fqdn
        return
    }
    $Script:State.Setting.Server | Where-Object { $_ -and $_.Contains('.') } | Select-Object -First 1
}

function Open-ExchangeSession {
    <#
    .SYNOPSIS
        Opens one session to the Exchange endpoint, where the language mode lets its calls through.
    .OUTPUTS
        True where a session is open afterwards.
    #>
    [CmdletBinding()]
    param()
    if ($Script:State.IsConstrained) {
        Write-RunLog -Message 'no session: in ConstrainedLanguage a call in it cannot be made without code that is made up at run time'
        return $false
    }
    if (-not (Test-CommandAvailable -Name 'New-PSSession')) {
        return $false
    }
    foreach ($name in @(Get-EndpointName)) {
        try {
            $address = 'http://' + $name + '/PowerShell/'
            $session = New-PSSession -ConfigurationName 'Microsoft.Exchange' -ConnectionUri $address -Authentication Kerberos -ErrorAction Stop
            $Script:State.Session = $session
            $Script:State.IsOwnSession = $true
            $Script:State.Connection = 'session'
            $Script:State.Commands = @{}
            return $true
        } catch {
            Write-RunLog -Message ('no session to ' + $name + ': ' + $_.Exception.Message)
        }
    }
    return $false
}

function Close-ExchangeSession {
    <#
    .SYNOPSIS
        Closes the session that the script has opened itself; another's stays.
    #>
    [CmdletBinding()]
    param()
    if ($Script:State.IsOwnSession -and $Script:State.Session -ne $null) {
        Remove-PSSession -Session $Script:State.Session -ErrorAction SilentlyContinue
    }
    if ($Script:State.IsOwnSession) {
        $Script:State.Session = $null
        $Script:State.IsOwnSession = $false
    }
}

function Initialize-CallMode {
    <#
    .SYNOPSIS
        Chooses how calls are bounded: in the Exchange session, in one worker runspace, or not at all.
    #>
    [CmdletBinding()]
    param()
    $Script:State.CallMode = 'direct'
    $Script:State.TimeBound = 'none'
    $Script:State.CallServer = $Script:State.Computer
    if ($Script:State.Connection -eq 'none' -or $Script:State.IsConstrained) {
        return
    }
    if ($Script:State.Session -ne $null) {
        $Script:State.CallMode = 'session'
        $Script:State.CallServer = ([string]$Script:State.Session.ComputerName).Split('.')[0].ToUpperInvariant()
        if ('LOCALHOST', '127', '' -contains $Script:State.CallServer) {
            $Script:State.CallServer = $Script:State.Computer
        }
    } elseif (Open-WorkerRunspace) {
        $Script:State.CallMode = 'worker'
    }
    if ($Script:State.CallMode -ne 'direct') {
        $Script:State.TimeBound = 'runspace'
    }
}

function Open-WorkerRunspace {
    <#
    .SYNOPSIS
        Opens the one worker runspace. FullLanguage only.
    .OUTPUTS
        True where it is open.
    #>
    [CmdletBinding()]
    param()
    # exposture-lint: full-language a runspace is a .NET object
    try {
        $Script:State.Worker = New-WorkerRunspace
        return $true
    } catch {
        Write-RunLog -Message ('no worker runspace, calls have no time limit: ' + $_.Exception.Message)
        $Script:State.Worker = $null
        return $false
    }
}

function New-WorkerRunspace {
    <#
    .SYNOPSIS
        Makes a runspace that has what the shell has: snap-ins, modules, functions and simple variables. FullLanguage only.
    #>
    [CmdletBinding()]
    param()
    # exposture-lint: full-language a runspace is a .NET object
    $initial = [System.Management.Automation.Runspaces.InitialSessionState]::CreateDefault()
    if (Test-CommandAvailable -Name 'Get-PSSnapin') {
        foreach ($snapin in @(Get-PSSnapin -ErrorAction SilentlyContinue | Where-Object { $_.Name -like 'Microsoft.Exchange.*' })) {
            $warning = $null
            [void]$initial.ImportPSSnapIn($snapin.Name, [ref]$warning)
        }
    }
    $modules = @(Get-WorkerModule)
    if ($modules.Count -gt 0) {
        [void]$initial.ImportPSModule([string[]]$modules)
    }
    Add-WorkerFunction -Initial $initial
    Add-WorkerVariable -Initial $initial
    $runspace = [RunspaceFactory]::CreateRunspace($initial)
    $runspace.Open()
    return $runspace
}

function Get-WorkerModule {
    <#
    .SYNOPSIS
        Emits the paths of the loaded modules that bring a cmdlet of the catalogue.
    #>
    [CmdletBinding()]
    param()
    $named = @{}
    foreach ($dataset in $Catalogue) {
        foreach ($source in @($dataset.Sources | Where-Object { $_.Kind -eq 'cmdlet' })) {
            $named[$source.Read[0]] = $true
        }
    }
    foreach ($module in @(Get-Module)) {
        if (-not $module.Path -or $module.Path -like ([string]$PSHOME + '*')) {
            continue
        }
        if (@(@($module.ExportedCommands.Keys) | Where-Object { $_ -and $named.ContainsKey($_) }).Count -gt 0) {
            $module.Path
        }
    }
}

function Add-WorkerFunction {
    <#
    .SYNOPSIS
        Copies the shell's functions that come from no module into the worker. FullLanguage only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Initial
    )
    # exposture-lint: full-language a runspace is a .NET object
    $known = @{}
    foreach ($entry in $Initial.Commands) {
        $known[$entry.Name] = $true
    }
    foreach ($function in @(Get-ChildItem -Path 'Function:')) {
        if (-not $function.ModuleName -and -not $known.ContainsKey($function.Name)) {
            $values = @($function.Name, $function.Definition)
            $entry = New-Object -TypeName System.Management.Automation.Runspaces.SessionStateFunctionEntry -ArgumentList $values
            [void]$Initial.Commands.Add($entry)
        }
    }
}

function Add-WorkerVariable {
    <#
    .SYNOPSIS
        Copies the shell's simple global variables into the worker. FullLanguage only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Initial
    )
    # exposture-lint: full-language a runspace is a .NET object
    $known = @{}
    foreach ($name in 'args', 'input', 'matches', 'LASTEXITCODE', 'PWD', 'PROFILE', 'State', 'Catalogue', 'StackTrace') {
        $known[$name] = 1
    }
    foreach ($entry in $Initial.Variables) {
        $known[$entry.Name] = 1
    }
    foreach ($variable in @(Get-Variable -Scope Global -ErrorAction SilentlyContinue)) {
        $isSimple = $variable.Value -is [string] -or $variable.Value -is [int] -or $variable.Value -is [bool] -or $variable.Value -is [hashtable]
        if ($known.ContainsKey($variable.Name) -or [string]$variable.Options -ne 'None') {
            continue
        }
        if ($isSimple -or $variable.Value -is [array]) {
            $values = @($variable.Name, $variable.Value, '')
            $entry = New-Object -TypeName System.Management.Automation.Runspaces.SessionStateVariableEntry -ArgumentList $values
            [void]$Initial.Variables.Add($entry)
        }
    }
}

function Close-WorkerRunspace {
    <#
    .SYNOPSIS
        Closes the worker; one that hangs in a call is left to the end of the shell. FullLanguage only.
    #>
    [CmdletBinding()]
    param()
    # exposture-lint: full-language a runspace is a .NET object
    if ($Script:State.Worker -ne $null -and [string]$Script:State.Worker.RunspaceAvailability -ne 'Busy') {
        $Script:State.Worker.Close()
    }
    $Script:State.Worker = $null
}

function Start-CatalogueCall {
    <#
    .SYNOPSIS
        The one place where a command is called by its name: it loads it into a pipeline, or runs it and emits rows and errors.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Command,
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][hashtable]$Arguments,
        [AllowNull()][object]$Pipeline
    )
    # exposture-lint: allow catalogue-call names and parameters stand in the generated block; what is no Get- cmdlet is refused here
    $isView = $Command -eq 'Set-ADServerSettings' -and $Arguments.Count -eq 1 -and $Arguments.ContainsKey('ViewEntireForest')
    if ($Command -notmatch '^Get-[A-Za-z]+$' -and -not $isView) {
        throw ('refused: ' + $Command + ' is no Get- cmdlet')
    }
    if ($Pipeline -eq $null) {
        $ErrorActionPreference = 'Continue'
        $WarningPreference = 'SilentlyContinue'
        & $Command @Arguments 2>&1
        return
    }
    if (-not $Script:State.IsConstrained) {
        [void]$Pipeline.AddCommand($Command)
        foreach ($name in @($Arguments.Keys)) {
            [void]$Pipeline.AddParameter($name, $Arguments[$name]) # exposture-lint: full-language a pipeline is a .NET object
        }
    }
}

function Add-CallError {
    <#
    .SYNOPSIS
        Keeps an error of the call that runs.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$ErrorRecord
    )
    $Script:State.Call.Errors = @($Script:State.Call.Errors) + $ErrorRecord
}

function Send-DirectCommand {
    <#
    .SYNOPSIS
        Runs one cmdlet in the shell itself, without a time limit; emits its rows and keeps its errors.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Command,
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][hashtable]$Arguments
    )
    try {
        Start-CatalogueCall -Command $Command -Arguments $Arguments -Pipeline $null | ForEach-Object {
            if ($_ -ne $null -and $_.CategoryInfo -ne $null -and $_.FullyQualifiedErrorId -ne $null) {
                Add-CallError -ErrorRecord $_
            } elseif ($_ -ne $null) {
                $Script:State.Call.Rows += 1
                $_
            }
        }
    } catch {
        Add-CallError -ErrorRecord $_
    }
}

function Send-BoundedCommand {
    <#
    .SYNOPSIS
        Runs one cmdlet in the session or the worker and waits for it no longer than it may take. FullLanguage only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Command,
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][hashtable]$Arguments,
        [Parameter(Mandatory = $true)][int]$Seconds
    )
    # exposture-lint: full-language a pipeline with a time limit is a .NET object
    $pipeline = [PowerShell]::Create()
    if ($Script:State.CallMode -eq 'session') {
        $pipeline.Runspace = $Script:State.Session.Runspace
    } else {
        $pipeline.Runspace = $Script:State.Worker
    }
    Start-CatalogueCall -Command $Command -Arguments $Arguments -Pipeline $pipeline
    $handle = $null
    $isDone = $false
    try {
        $handle = $pipeline.BeginInvoke()
        $isDone = Wait-Pipeline -Handle $handle -Seconds $Seconds
        if ($isDone) {
            Receive-Pipeline -Pipeline $pipeline -Handle $handle
        } else {
            $Script:State.Call.TimedOut = $true
        }
    } catch {
        Add-CallError -ErrorRecord (Get-InnerError -ErrorRecord $_)
        $isDone = $true
    } finally {
        if ($isDone) {
            $pipeline.Dispose()
        } elseif ($handle -ne $null) {
            Stop-Pipeline -Pipeline $pipeline -IsReplaced $Script:State.Call.TimedOut
        }
    }
}

function Wait-Pipeline {
    <#
    .SYNOPSIS
        Waits in short steps, so that Ctrl-C is heard, until a call has ended or its time is over. FullLanguage only.
    .OUTPUTS
        True where the call has ended.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Handle,
        [Parameter(Mandatory = $true)][int]$Seconds
    )
    # exposture-lint: full-language a pipeline with a time limit is a .NET object
    $end = [datetime]::UtcNow.AddSeconds($Seconds)
    while (-not $Handle.AsyncWaitHandle.WaitOne(200, $false)) {
        if ([datetime]::UtcNow -gt $end) {
            return $false
        }
    }
    return $true
}

function Receive-Pipeline {
    <#
    .SYNOPSIS
        Emits the rows of a call that has ended and keeps its errors. FullLanguage only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Pipeline,
        [Parameter(Mandatory = $true)][object]$Handle
    )
    # exposture-lint: full-language a pipeline with a time limit is a .NET object
    try {
        foreach ($row in $Pipeline.EndInvoke($Handle)) {
            if ($row -ne $null) {
                $Script:State.Call.Rows += 1
                $row
            }
        }
    } finally {
        for ($at = 0; $at -lt $Pipeline.Streams.Error.Count; $at++) {
            Add-CallError -ErrorRecord $Pipeline.Streams.Error[$at]
        }
    }
}

function Stop-Pipeline {
    <#
    .SYNOPSIS
        Stops a call that took too long, or that Ctrl-C has cut; where it does not stop its runspace is replaced, if the run goes on.
        FullLanguage only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Pipeline,
        [Parameter(Mandatory = $true)][bool]$IsReplaced
    )
    # exposture-lint: full-language a pipeline with a time limit is a .NET object
    [void]$Pipeline.BeginStop($null, $null)
    $end = [datetime]::UtcNow.AddSeconds(10)
    while ('Running', 'Stopping' -contains [string]$Pipeline.InvocationStateInfo.State) {
        if ([datetime]::UtcNow -gt $end) {
            if ($IsReplaced) {
                Reset-CallRunspace
            }
            return
        }
        Start-Sleep -Milliseconds 200
    }
    $Pipeline.Dispose()
}

function Reset-CallRunspace {
    <#
    .SYNOPSIS
        Replaces the worker or the session in which a call hangs. FullLanguage only.
    #>
    [CmdletBinding()]
    param()
    # exposture-lint: full-language a runspace is a .NET object
    Write-RunLog -Message 'a call did not stop; its runspace is replaced'
    if ($Script:State.CallMode -eq 'worker') {
        if (Open-WorkerRunspace) {
            Set-ForestScope
        } else {
            $Script:State.CallMode = 'direct'
        }
        return
    }
    Close-ExchangeSession
    if (Open-ExchangeSession) {
        Set-ForestScope
    } else {
        $Script:State.ConnectionFault = 'the Exchange session hangs in a call that was stopped: open a new shell and run again with -Resume'
    }
}

function Get-InnerError {
    <#
    .SYNOPSIS
        Unwraps the error record of a call from the exception that reports it.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$ErrorRecord
    )
    $exception = $ErrorRecord.Exception
    $depth = 0
    while ($exception -ne $null -and $depth -lt 5) {
        if ($exception.ErrorRecord -ne $null -and $exception.ErrorRecord.CategoryInfo -ne $null -and $depth -gt 0) {
            return $exception.ErrorRecord
        }
        $exception = $exception.InnerException
        $depth += 1
    }
    return $ErrorRecord
}

function Send-CommandOnce {
    <#
    .SYNOPSIS
        Runs one cmdlet in the way of this run; a command that the worker lacks runs in the shell.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Command,
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][hashtable]$Arguments,
        [Parameter(Mandatory = $true)][int]$Seconds
    )
    $Script:State.Call = @{ Errors = @(); TimedOut = $false; Rows = 0 }
    if ($Script:State.CallMode -eq 'direct') {
        Send-DirectCommand -Command $Command -Arguments $Arguments
        return
    }
    if ($Script:State.ConnectionFault) {
        Stop-Reading -Status error -Message $Script:State.ConnectionFault
    }
    if (-not $Script:State.IsConstrained) {
        Send-BoundedCommand -Command $Command -Arguments $Arguments -Seconds $Seconds
    }
    $lost = @($Script:State.Call.Errors | Where-Object { $_ -ne $null -and [string]$_.FullyQualifiedErrorId -like 'CommandNotFoundException*' })
    # A function may lean on what only the shell has: what gave nothing in the worker is asked once more there.
    $isBare = $Script:State.Call.Rows -eq 0 -and -not $Script:State.Call.TimedOut -and (Test-FunctionOfShell -Name $Command)
    if ($Script:State.CallMode -eq 'worker' -and ($lost.Count -gt 0 -or $isBare)) {
        $Script:State.Call = @{ Errors = @(); TimedOut = $false; Rows = 0 }
        Send-DirectCommand -Command $Command -Arguments $Arguments
    }
}

function Get-ThrottleDelay {
    <#
    .SYNOPSIS
        Reads from the errors of the last call how long the server wants to be left alone.
    .OUTPUTS
        Milliseconds; 0 where no error speaks of a quota.
    #>
    [CmdletBinding()]
    param()
    foreach ($record in @($Script:State.Call.Errors)) {
        if ($record -eq $null) {
            continue
        }
        $text = [string]$record.Exception.Message
        $words = [string]$record.FullyQualifiedErrorId + ' ' + [string]$record.Exception.ErrorCode
        if ($text -match 'user load quota' -or $words -match 'OverBudget|UserQuota|-2144108123|-2144108060') {
            $numbers = @([regex]::Matches($text, '[0-9]+') | ForEach-Object { $_.Value } | Where-Object { $_.Length -lt 7 })
            $delay = 5000
            if ($numbers.Count -gt 0) {
                $delay = [int]$numbers[$numbers.Count - 1] + 500
            }
            if ($delay -gt 120000) {
                $delay = 120000
            }
            return $delay
        }
    }
    return 0
}

function Send-Command {
    <#
    .SYNOPSIS
        Runs one cmdlet and emits its rows; once more where the server said that requests came too fast.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Command,
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][hashtable]$Arguments,
        [Parameter(Mandatory = $true)][int]$Seconds
    )
    Send-CommandOnce -Command $Command -Arguments $Arguments -Seconds $Seconds
    $delay = Get-ThrottleDelay
    if ($delay -gt 0 -and $Script:State.Call.Rows -eq 0) {
        Write-RunLog -Message ('the server asks to wait ' + $delay + ' ms')
        Start-Sleep -Milliseconds $delay
        Send-CommandOnce -Command $Command -Arguments $Arguments -Seconds $Seconds
    }
}

function Invoke-BoundedCommand {
    <#
    .SYNOPSIS
        Runs one cmdlet within a time limit where there can be one.
    .OUTPUTS
        A PSObject with Rows, Errors (both arrays) and TimedOut.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Command,
        [hashtable]$Arguments = @{},
        [Parameter(Mandatory = $true)][int]$Seconds
    )
    $rows = @(Send-Command -Command $Command -Arguments $Arguments -Seconds $Seconds)
    $call = @{ Rows = $rows; Errors = @($Script:State.Call.Errors); TimedOut = $Script:State.Call.TimedOut }
    return (New-Object -TypeName PSObject -Property $call)
}

function Set-ForestScope {
    <#
    .SYNOPSIS
        Lets the session see the whole forest where it did not, and remembers what it was.
    #>
    [CmdletBinding()]
    param()
    if (-not ((Test-CommandAvailable -Name 'Get-ADServerSettings') -and (Test-CommandAvailable -Name 'Set-ADServerSettings'))) {
        return
    }
    $before = ''
    foreach ($row in @((Invoke-BoundedCommand -Command 'Get-ADServerSettings' -Seconds 60).Rows)) {
        $before = [string]$row.ViewEntireForest
    }
    if (-not $Script:State.Run.ContainsKey('view_entire_forest')) {
        $Script:State.Run['view_entire_forest'] = $before + '/' + $before
    }
    if ($before -eq 'False') {
        $call = Invoke-BoundedCommand -Command 'Set-ADServerSettings' -Arguments @{ ViewEntireForest = $true } -Seconds 60
        if (@($call.Errors).Count -eq 0 -and -not $call.TimedOut) {
            $Script:State.RestoreScope = $true
            $Script:State.Run['view_entire_forest'] = 'False/True'
        }
    }
}

function Restore-ForestScope {
    <#
    .SYNOPSIS
        Gives the session back the scope that it had.
    #>
    [CmdletBinding()]
    param()
    if ($Script:State.RestoreScope) {
        $Script:State.RestoreScope = $false
        [void](Invoke-BoundedCommand -Command 'Set-ADServerSettings' -Arguments @{ ViewEntireForest = $false } -Seconds 60)
    }
}

function Get-StatusWord {
    <#
    .SYNOPSIS
        Joins what an error says in words that no language changes: identifier, category, types of the exceptions and codes.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$ErrorRecord
    )
    $category = 'category:' + [string]$ErrorRecord.CategoryInfo.Category
    $words = @([string]$ErrorRecord.FullyQualifiedErrorId, $category, [string]$ErrorRecord.CategoryInfo.Reason)
    $exception = $ErrorRecord.Exception
    $depth = 0
    while ($exception -ne $null -and $depth -lt 5) {
        $words += @($exception.PSObject.TypeNames)[0]
        $words += [string]$exception.HResult
        $words += [string]$exception.ErrorCode
        $words += @([regex]::Matches([string]$exception.Message, '0x[0-9A-Fa-f]{8}') | ForEach-Object { $_.Value })
        $exception = $exception.InnerException
        $depth += 1
    }
    return ($words -join ' ')
}

function Resolve-ErrorStatus {
    <#
    .SYNOPSIS
        Says which status an error stands for.
    .OUTPUTS
        Text: access-denied, unreachable, not-available, timeout or error
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$ErrorRecord
    )
    $words = Get-StatusWord -ErrorRecord $ErrorRecord
    $patterns = @{
        'not-available' = 'CommandNotFoundException|NamedParameterNotFound|InvalidClass|InvalidNamespace|0x80041010|0x8004100E|DriveNotFound|' +
            'ProviderNotFound|PlatformNotSupported'
        'access-denied' = 'UnauthorizedAccess|AccessDenied|AccessIsDenied|category:PermissionDenied|category:SecurityError|' +
            'category:AuthenticationError|SecurityException|InsufficientAccess|INSUFF_ACCESS|AuthZ|0x80070005|0x80041003|-2147024891|-2147217405'
        'unreachable'   = 'RpcClientException|RpcException|RpcServerUnavailable|ServerUnavailable|ADTransient|NoSuitableServer|' +
            'category:ConnectionError|PSRemotingTransport|PSRemotingDataStructure|' +
            '0x800706BA|0x800706BF|0x80070035|0x8007203A|0x8007054B|-2147023174|-2147023169|-2147024843'
        'timeout'       = 'category:OperationTimeout|TimeoutException|TimedOut|0x800705B4'
    }
    foreach ($status in 'not-available', 'access-denied', 'unreachable', 'timeout') {
        if ($words -match $patterns[$status]) {
            return $status
        }
    }
    return 'error'
}

function Get-StatusCure {
    <#
    .SYNOPSIS
        Says what would cure a status that an error led to.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Status
    )
    $cures = @{
        'access-denied' = 'run as a member of View-Only Organization Management, for Windows as local administrator, elevated'
        'not-available' = 'run in the Exchange Management Shell of the newest server, with an account whose roles include it'
        'unreachable'   = 'the server did not answer: run the script on it with -LocalOnly'
        'timeout'       = 'run again with a larger -MaxCmdletSeconds and -Resume'
        'error'         = 'run again with -Resume; errors.csv and collector.log say more'
    }
    return [string]$cures[$Status]
}

function Add-ReadError {
    <#
    .SYNOPSIS
        Keeps the errors of the last call for the dataset that is being read; of many only the first, and the count.
    #>
    [CmdletBinding()]
    param()
    foreach ($record in @($Script:State.Call.Errors)) {
        if ($record -eq $null) {
            continue
        }
        $Script:State.ErrorCount += 1
        if ($Script:State.ErrorCount -le $ErrorsPerPair) {
            $Script:State.ReadErrors = @($Script:State.ReadErrors) + $record
        }
    }
    if ($Script:State.Call.TimedOut) {
        $Script:State.ReadTimedOut += 1
    }
}

function Get-CallSecond {
    <#
    .SYNOPSIS
        Says how long one call of a source may take.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source
    )
    if ($Script:State.Setting.MaxCmdletSeconds -gt 0) {
        return $Script:State.Setting.MaxCmdletSeconds
    }
    $twice = [int](2 * $Source.Seconds)
    if ($twice -gt 180) {
        return $twice
    }
    return 180
}

function Select-KnownArgument {
    <#
    .SYNOPSIS
        Keeps the arguments whose parameter the cmdlet has here; the others are noted as dropped.
    .OUTPUTS
        A hashtable
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Command,
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][hashtable]$Arguments
    )
    $known = @{}
    foreach ($name in @($Arguments.Keys)) {
        if (Test-CommandAvailable -Name $Command -Parameter $name) {
            $known[$name] = $Arguments[$name]
        } else {
            $Script:State.Dropped[$name] = $true
        }
    }
    return $known
}

function Join-Argument {
    <#
    .SYNOPSIS
        Makes one hashtable of two; the second holds.
    #>
    [CmdletBinding()]
    param(
        [AllowNull()][hashtable]$First,
        [AllowNull()][hashtable]$Second
    )
    $joined = @{}
    foreach ($table in @($First, $Second)) {
        if ($table -ne $null) {
            foreach ($name in @($table.Keys)) {
                $joined[$name] = $table[$name]
            }
        }
    }
    return $joined
}

function Get-ServerArgument {
    <#
    .SYNOPSIS
        Makes the argument that names the server of a target, or ends the read where the cmdlet answers for another computer.
    .OUTPUTS
        A hashtable
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target
    )
    if ($Source.Target -ne 'server') {
        return @{}
    }
    if ($Source.ServerBy -and (Test-CommandAvailable -Name $Source.Read[0] -Parameter $Source.ServerBy)) {
        return @{ $Source.ServerBy = $Target }
    }
    if (-not $Source.ContainsKey('Each') -and $Target -ne $Script:State.CallServer) {
        $cure = 'run the script on ' + $Target + ' (-LocalOnly)'
        if ($Target -eq $Script:State.Computer) {
            $cure = 'this shell is connected to ' + $Script:State.CallServer + ', connect it to ' + $Target
        }
        Stop-Reading -Status skipped -Message ($Source.Read[0] + ' answers for its own computer only: ' + $cure)
    }
    return @{}
}

function Read-ExchangeSource {
    <#
    .SYNOPSIS
        Reads a source that is a cmdlet of Exchange: probes it, makes its calls, and emits their rows.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target
    )
    $command = $Source.Read[0]
    if (-not (Test-CommandAvailable -Name $command)) {
        Stop-Reading -Status not-available -Message ('no ' + $command + ' in this shell: ' + (Get-StatusCure -Status 'not-available'))
    }
    $server = Get-ServerArgument -Source $Source -Target $Target
    $base = Join-Argument -First $Source.Parameters -Second $server
    $arguments = Select-KnownArgument -Command $command -Arguments $base
    $seconds = Get-CallSecond -Source $Source
    if ($Source.ContainsKey('Each')) {
        foreach ($each in @($Source.Each)) {
            if (Test-EachTarget -Dataset $each.Dataset -Target $Target) {
                Read-EachRow -Source $Source -Target $Target -Arguments $arguments -Each $each
            }
        }
        return
    }
    Read-MarkedCall -Command $command -Arguments $arguments -Seconds $seconds
    if (-not $Source.ContainsKey('Again')) {
        return
    }
    foreach ($more in @($Source.Again)) {
        if (Test-AgainCall -Command $command -Base $base -More $more) {
            $arguments = Select-KnownArgument -Command $command -Arguments (Join-Argument -First $more -Second $server)
            Read-MarkedCall -Command $command -Arguments $arguments -Seconds $seconds
        }
    }
}

function Test-EachTarget {
    <#
    .SYNOPSIS
        Tells whether a dataset can have rows at a target: an Edge has its connectors and no databases.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Dataset,
        [Parameter(Mandatory = $true)][string]$Target
    )
    $edges = @($Script:State.Servers | Where-Object { $_ -ne $null -and $_.IsEdge -and $_.Name -eq $Target })
    if ($edges.Count -eq 0) {
        return $true
    }
    $found = @($Catalogue | Where-Object { $_.Name -eq $Dataset })
    foreach ($source in @($found[0].Sources)) {
        if (Test-SourceServer -Source $source -Server $edges[0]) {
            return $true
        }
    }
    return $false
}

function Test-AgainCall {
    <#
    .SYNOPSIS
        Tells whether a further call says something here: every parameter of its own is known to the cmdlet.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Command,
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][hashtable]$Base,
        [Parameter(Mandatory = $true)][hashtable]$More
    )
    foreach ($name in @($More.Keys)) {
        $isOwn = -not $Base.ContainsKey($name) -or [string]$Base[$name] -ne [string]$More[$name]
        if ($isOwn -and -not (Test-CommandAvailable -Name $Command -Parameter $name)) {
            $Script:State.Dropped[$name] = $true
            return $false
        }
    }
    return $true
}

function Read-MarkedCall {
    <#
    .SYNOPSIS
        Makes one call and says in each row with which of the parameters that change its meaning it was made.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Command,
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][hashtable]$Arguments,
        [Parameter(Mandatory = $true)][int]$Seconds
    )
    $marks = @($MarkedParameters.Keys | Where-Object { $Arguments.ContainsKey($_) })
    Read-ExchangeCall -Command $Command -Arguments $Arguments -Seconds $Seconds | ForEach-Object {
        foreach ($name in $marks) {
            Add-Member -InputObject $_ -MemberType NoteProperty -Name $MarkedParameters[$name] -Value $Arguments[$name] -Force
        }
        $_
    }
}

function Read-ExchangeCall {
    <#
    .SYNOPSIS
        Makes one call and emits its rows; a parameter that the server does not know after all is left out and the call made again.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Command,
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][hashtable]$Arguments,
        [Parameter(Mandatory = $true)][int]$Seconds
    )
    $left = Join-Argument -First $Arguments -Second $null
    for ($attempt = 0; $attempt -lt 4; $attempt++) {
        Send-Command -Command $Command -Arguments $left -Seconds $Seconds
        $unknown = ''
        if ($Script:State.Call.Rows -eq 0) {
            $unknown = Get-UnknownParameter -Arguments $left
        }
        if (-not $unknown) {
            break
        }
        $Script:State.Dropped[$unknown] = $true
        [void]$left.Remove($unknown)
    }
    Add-ReadError
}

function Get-UnknownParameter {
    <#
    .SYNOPSIS
        Names the argument that the last call was refused for, where it can be left out without reading something else.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][hashtable]$Arguments
    )
    foreach ($record in @($Script:State.Call.Errors)) {
        if ($record -eq $null -or [string]$record.FullyQualifiedErrorId -notlike 'NamedParameterNotFound*') {
            continue
        }
        foreach ($name in @($Arguments.Keys)) {
            $isPlace = 'Server', 'Identity', 'Mailbox' -contains $name
            if (-not $isPlace -and [string]$record.Exception.Message -match ('\b' + [regex]::Escape($name) + '\b')) {
                return $name
            }
        }
    }
    return ''
}

function Get-PathValue {
    <#
    .SYNOPSIS
        Reads the value at a path: the property of that name, else step by step.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$InputObject,
        [Parameter(Mandatory = $true)][string]$Path
    )
    $property = Find-PathProperty -InputObject $InputObject -Path $Path
    if ($property -ne $null) {
        return $property.Value
    }
    return $null
}

function Get-KeptKey {
    <#
    .SYNOPSIS
        Names the place of a dataset's kept rows: one for the organization, one for each server.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Dataset,
        [Parameter(Mandatory = $true)][string]$Target
    )
    if ('org', 'ldap' -contains $Target) {
        return $Dataset
    }
    return ($Dataset + '|' + $Target)
}

function New-KeptRow {
    <#
    .SYNOPSIS
        Copies the properties of a row that other datasets need.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Row,
        [Parameter(Mandatory = $true)][string]$Dataset
    )
    $table = @{}
    foreach ($path in @($Script:State.Needed[$Dataset])) {
        $table[$path] = Get-PathValue -InputObject $Row -Path $path
    }
    return (New-Object -TypeName PSObject -Property $table)
}

function Initialize-Needed {
    <#
    .SYNOPSIS
        Notes which properties of which datasets other datasets need for their calls.
    #>
    [CmdletBinding()]
    param()
    foreach ($dataset in $Catalogue) {
        foreach ($each in @($dataset.Sources | ForEach-Object { $_.Each } | Where-Object { $_ -ne $null })) {
            $paths = @($each.Path)
            if ($each.ContainsKey('Where')) {
                $paths += @($each['Where'].Keys)
            }
            if ($each.ContainsKey('Add')) {
                $paths += @($each['Add'].Values)
            }
            Add-NeededPath -Dataset $each.Dataset -Path $paths
        }
    }
    foreach ($name in @($ReaderNeeds.Keys)) {
        Add-NeededPath -Dataset $name -Path $ReaderNeeds[$name]
    }
}

function Add-NeededPath {
    <#
    .SYNOPSIS
        Notes properties of a dataset that another one needs.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Dataset,
        [Parameter(Mandatory = $true)][string[]]$Path
    )
    $known = @($Script:State.Needed[$Dataset] | Where-Object { $_ })
    $Script:State.Needed[$Dataset] = @(@($known + $Path) | Sort-Object -Unique)
}

function Get-KeptRow {
    <#
    .SYNOPSIS
        Emits the rows of another dataset that a dataset is read by; reads them where this run has not.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Dataset,
        [Parameter(Mandatory = $true)][string]$Target
    )
    $key = Get-KeptKey -Dataset $Dataset -Target $Target
    if (-not $Script:State.Kept.ContainsKey($key)) {
        $key = $Dataset
    }
    if (-not $Script:State.Kept.ContainsKey($key)) {
        $Script:State.Kept[$key] = @(Read-KeptRow -Dataset $Dataset)
        $Script:State.KeptStatus[$key] = 'ok'
    }
    if ('ok', 'empty' -notcontains $Script:State.KeptStatus[$key]) {
        Add-ReadWarning -Message ('the list of ' + $Dataset + ' that this is read by is not whole')
    }
    $Script:State.Kept[$key]
}

function Read-KeptRow {
    <#
    .SYNOPSIS
        Reads the rows of a dataset for another one's sake; nothing of it is written.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Dataset
    )
    $found = @($Catalogue | Where-Object { $_.Name -eq $Dataset })
    foreach ($source in @($found[0].Sources)) {
        if ((Test-ExchangeSource -Source $source) -and (Test-CommandAvailable -Name $source.Read[0]) -and $source.Each -eq $null) {
            $before = $Script:State.ErrorCount
            $rows = @(Read-ExchangeSource -Source $source -Target 'org' | ForEach-Object { New-KeptRow -Row $_ -Dataset $Dataset })
            if ($rows.Count -eq 0 -and $Script:State.ErrorCount -gt $before) {
                $record = @($Script:State.ReadErrors)[0]
                $status = Resolve-ErrorStatus -ErrorRecord $record
                Stop-Reading -Status $status -Message ('the list of ' + $Dataset + ' was not read: ' + (Get-StatusCure -Status $status))
            }
            $rows
            return
        }
    }
    Stop-Reading -Status not-available -Message ('the list of ' + $Dataset + ' was not read: ' + (Get-StatusCure -Status 'not-available'))
}

function Test-EachRow {
    <#
    .SYNOPSIS
        Tells whether a row is one that the source wants: each named property has one of the values.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Row,
        [AllowNull()][hashtable]$Where
    )
    if ($Where -eq $null) {
        return $true
    }
    foreach ($name in @($Where.Keys)) {
        if (@($Where[$name]) -notcontains [string](Get-PathValue -InputObject $Row -Path $name)) {
            return $false
        }
    }
    return $true
}

function Read-EachRow {
    <#
    .SYNOPSIS
        Calls a cmdlet once for each row of another dataset and emits what comes, never with an empty identity.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][hashtable]$Arguments,
        [Parameter(Mandatory = $true)][hashtable]$Each
    )
    if (-not (Test-CommandAvailable -Name $Source.Read[0] -Parameter $Each.Parameter)) {
        $cure = Get-StatusCure -Status 'not-available'
        Stop-Reading -Status not-available -Message ($Source.Read[0] + ' has no -' + $Each.Parameter + ' in this shell: ' + $cure)
    }
    $list = @(Get-KeptRow -Dataset $Each.Dataset -Target $Target |
            Where-Object { $_ -ne $null -and (Test-EachRow -Row $_ -Where $Each['Where']) })
    $seconds = Get-CallSecond -Source $Source
    $failed = 0
    $number = 0
    foreach ($row in $list) {
        $number += 1
        $value = [string](Get-PathValue -InputObject $row -Path $Each.Path)
        if (-not $value) {
            Add-ReadWarning -Message ('a row of ' + $Each.Dataset + ' has no ' + $Each.Path + ' and was left out')
            continue
        }
        if (Test-Deadline) {
            Add-ReadWarning -Message ('-MaxMinutes ended the read after ' + ($number - 1) + ' of ' + $list.Count + ' rows of ' + $Each.Dataset)
            break
        }
        Write-EachProgress -Command $Source.Read[0] -Number $number -Count $list.Count
        $call = Join-Argument -First $Arguments -Second @{ $Each.Parameter = $value }
        Read-ExchangeCall -Command $Source.Read[0] -Arguments $call -Seconds $seconds |
            ForEach-Object { Add-RowProperty -Row $_ -From $row -Add $Each['Add'] }
        if ($Script:State.Call.Rows -eq 0 -and ($Script:State.Call.TimedOut -or @($Script:State.Call.Errors).Count -gt 0)) {
            $failed += 1
        }
        if ($failed -ge 20 -and $failed -eq $number) {
            Add-ReadWarning -Message ('the first 20 calls failed; the other ' + ($list.Count - $number) + ' were not made')
            break
        }
    }
}

function Write-EachProgress {
    <#
    .SYNOPSIS
        Shows how far a read of many calls is.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Command,
        [Parameter(Mandatory = $true)][int]$Number,
        [Parameter(Mandatory = $true)][int]$Count
    )
    if ($Number % 20 -eq 1) {
        $percent = [int](100 * ($Number - 1) / $Count)
        Write-Progress -Id 2 -ParentId 1 -Activity $Command -Status ([string]$Number + ' of ' + [string]$Count) -PercentComplete $percent
    }
}

function Add-RowProperty {
    <#
    .SYNOPSIS
        Adds properties of the row that a call was made for to a row that it gave.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Row,
        [Parameter(Mandatory = $true)][object]$From,
        [AllowNull()][hashtable]$Add
    )
    $result = $Row
    if ($Add -ne $null) {
        foreach ($name in @($Add.Keys)) {
            $value = Get-PathValue -InputObject $From -Path $Add[$name]
            $result = Add-Member -InputObject $result -MemberType NoteProperty -Name $name -Value $value -Force -PassThru
        }
    }
    return $result
}

function Get-ServerGeneration {
    <#
    .SYNOPSIS
        Says which Exchange a version belongs to; 2019 and SE share 15.2, SE begins at build 2562.
    .OUTPUTS
        2007, 2010, 2013, 2016, 2019, SE, or nothing where it is unknown.
    #>
    [CmdletBinding()]
    param(
        [AllowNull()][AllowEmptyString()][string]$Version
    )
    if ($Version -notmatch '([0-9]+)\.([0-9]+)[^0-9]+([0-9]+)') {
        return $null
    }
    $major = [int]$matches[1]
    $minor = [int]$matches[2]
    $build = [int]$matches[3]
    if ($major -eq 15 -and $minor -eq 2) {
        if ($build -ge 2562) {
            return 'SE'
        }
        return '2019'
    }
    $known = @{ '8' = '2007'; '14' = '2010'; '15.0' = '2013'; '15.1' = '2016' }
    if ($major -eq 15) {
        return $known['15.' + [string]$minor]
    }
    return $known[[string]$major]
}

function Get-EffectiveRole {
    <#
    .SYNOPSIS
        Emits what a server's roles count as: since 2013 one role holds what were several.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Row,
        [AllowNull()][AllowEmptyString()][string]$Version
    )
    $text = (@($Row.ServerRole | ForEach-Object { [string]$_ }) -join ',')
    $named = @($text -split '[,\s]+' | Where-Object { $_ -and $RoleWords -contains $_ })
    if ($named.Count -eq 0) {
        $named = @($RoleFlags.Keys | Where-Object { [string]$Row.$_ -eq 'True' } | ForEach-Object { $RoleFlags[$_] })
    }
    if ($named -contains 'Mailbox' -and $Version -ne '2010') {
        $named += 'HubTransport'
        if ($Version -ne '2013') {
            $named += 'ClientAccess'
        }
    }
    $named | Sort-Object -Unique
}

function New-ServerEntry {
    <#
    .SYNOPSIS
        Makes an entry of the server list from a row of Get-ExchangeServer.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Row
    )
    $name = ([string]$Row.Name).Split('.')[0].Trim().ToUpperInvariant()
    $version = Get-ServerGeneration -Version ([string]$Row.AdminDisplayVersion)
    $roles = @(Get-EffectiveRole -Row $Row -Version $version)
    $entry = @{ Name = $name; Fqdn = [string]$Row.Fqdn; Version = $version; Roles = $roles }
    $entry.Build = [string]$Row.AdminDisplayVersion
    $entry.IsEdge = ($roles -contains 'Edge')
    $entry.IsLocal = ($name -eq $Script:State.Computer)
    return $entry
}

function Get-ServerRow {
    <#
    .SYNOPSIS
        Emits the rows of Get-ExchangeServer; where the bounded way gives none and the shell does, calls run in the shell from then on.
    #>
    [CmdletBinding()]
    param()
    if (-not (Test-CommandAvailable -Name 'Get-ExchangeServer')) {
        return
    }
    $call = Invoke-BoundedCommand -Command 'Get-ExchangeServer' -Seconds 300
    $rows = @($call.Rows | Where-Object { $_ -ne $null -and $_.Name })
    if ($rows.Count -eq 0 -and $Script:State.CallMode -ne 'direct' -and -not $Script:State.IsOwnSession -and -not $call.TimedOut) {
        $rows = @(Send-DirectCommand -Command 'Get-ExchangeServer' -Arguments @{} | Where-Object { $_ -ne $null -and $_.Name })
        if ($rows.Count -gt 0) {
            Write-RunLog -Message 'the worker does not give what the shell gives; calls run in the shell, without a time limit'
            $Script:State.CallMode = 'direct'
            $Script:State.TimeBound = 'none'
            $Script:State.CallServer = $Script:State.Computer
        }
    }
    foreach ($record in @($call.Errors)) {
        if ($record -ne $null) {
            Write-RunLog -Message ('Get-ExchangeServer: ' + [string]$record.FullyQualifiedErrorId)
        }
    }
    $rows
}

function Initialize-ServerList {
    <#
    .SYNOPSIS
        Makes the list of servers; on an Edge it is the Edge alone, without Exchange this computer where it is an Exchange server.
    #>
    [CmdletBinding()]
    param()
    $found = @{}
    foreach ($row in @(Get-ServerRow)) {
        if ($row -ne $null) {
            $entry = New-ServerEntry -Row $row
            if ($entry.Name) {
                $found[$entry.Name] = $entry
            }
        }
    }
    $own = $found[$Script:State.Computer]
    if ($own -ne $null) {
        $Script:State.Run['exchange_build_local'] = $own.Build
    }
    if ($own -ne $null -and $own.IsEdge) {
        $Script:State.Connection = 'edge-local'
        $found = @{ $own.Name = $own }
    }
    if ($found.Count -eq 0 -and ($Script:State.Setting.LocalOnly -or $env:ExchangeInstallPath)) {
        $name = $Script:State.Computer
        $entry = @{ Name = $name; Fqdn = $Script:State.Host.Fqdn; Version = $null; Roles = @() }
        $found[$name] = Join-Argument -First $entry -Second @{ Build = ''; IsEdge = $false; IsLocal = $true }
    }
    $Script:State.Servers = @($found.Keys | Sort-Object | ForEach-Object { $found[$_] })
}

function Test-ServerAsked {
    <#
    .SYNOPSIS
        Tells whether -Server and -LocalOnly let a server be read.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Server
    )
    if ($Script:State.Setting.LocalOnly) {
        return $Server.IsLocal
    }
    if ($Script:State.Setting.Server.Count -eq 0) {
        return $true
    }
    foreach ($name in $Script:State.Setting.Server) {
        if ($name -eq $Server.Name -or $name -eq $Server.Fqdn -or $name.Split('.')[0] -eq $Server.Name) {
            return $true
        }
    }
    return $false
}

function Test-SourceVersion {
    <#
    .SYNOPSIS
        Tells whether a source holds for a server's version; an unknown one is not outside.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][hashtable]$Server
    )
    return ($Source.Versions -contains 'all' -or -not $Server.Version -or $Source.Versions -contains $Server.Version)
}

function Test-SourceServer {
    <#
    .SYNOPSIS
        Tells whether a source holds for a server, or could: an unknown version or role is not outside.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][hashtable]$Server
    )
    if (-not (Test-SourceVersion -Source $Source -Server $Server)) {
        return $false
    }
    if ($Source.Roles -contains 'any' -or @($Server.Roles).Count -eq 0) {
        return $true
    }
    return (@($Server.Roles | Where-Object { $Source.Roles -contains $_ }).Count -gt 0)
}

function Get-SourceTarget {
    <#
    .SYNOPSIS
        Emits the targets of a source, as the analyzer expects them.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source
    )
    $servers = @($Script:State.Servers)
    if ($Source.Target -eq 'dc' -or $Script:State.Setting.Role -eq 'DomainController') {
        if ($Source.Target -eq 'dc' -and $Script:State.Setting.Role -eq 'DomainController') {
            'dc/' + $Script:State.Computer
        }
        return
    }
    if ($Source.Target -eq 'server') {
        $servers | Where-Object { $_ -ne $null -and (Test-SourceServer -Source $Source -Server $_) } | ForEach-Object { $_.Name }
        return
    }
    $inside = @($servers | Where-Object { $_ -ne $null -and -not $_.IsEdge -and (Test-SourceVersion -Source $Source -Server $_) })
    $isOnlyEdge = @($Source.Roles | Where-Object { $_ -ne 'Edge' }).Count -eq 0
    if (-not $isOnlyEdge -and ($servers.Count -eq 0 -or $inside.Count -gt 0)) {
        $Source.Target
    }
    if ($Source.Roles -contains 'Edge') {
        $servers | Where-Object { $_ -ne $null -and $_.IsEdge -and (Test-SourceServer -Source $Source -Server $_) } | ForEach-Object { $_.Name }
    }
}

function Get-DatasetPair {
    <#
    .SYNOPSIS
        Emits the pairs of a dataset: for each target the lowest tier and the sources of the tiers asked for that can read it, best first.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Dataset
    )
    $pairs = @{}
    foreach ($source in $Dataset.Sources) {
        foreach ($target in @(Get-SourceTarget -Source $source)) {
            if (-not $pairs.ContainsKey($target)) {
                $pairs[$target] = @{ Dataset = $Dataset; Target = $target; Tier = $source.Tier; Sources = @() }
            }
            if ([array]::IndexOf($TierOrder, $source.Tier) -lt [array]::IndexOf($TierOrder, $pairs[$target].Tier)) {
                $pairs[$target].Tier = $source.Tier
            }
            if ($Script:State.Tiers -contains $source.Tier) {
                $pairs[$target].Sources += @($source)
            }
        }
    }
    foreach ($target in @($pairs.Keys)) {
        $pair = $pairs[$target]
        if ($Script:State.Tiers -contains $pair.Tier) {
            $own = @($pair.Sources | Where-Object { $_.Target -eq 'server' })
            if ($own.Count -gt 0) {
                $pair.Sources = $own
            }
            $pair
        }
    }
}

function Get-SkipReason {
    <#
    .SYNOPSIS
        Says why a pair is not read at all; empty where it is.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair
    )
    $asked = $Script:State.Setting.Dataset
    if ($asked.Count -gt 0 -and $asked -notcontains $Pair.Dataset.Name) {
        return 'left out by -Dataset'
    }
    foreach ($server in @($Script:State.Servers | Where-Object { $_ -ne $null -and $_.Name -eq $Pair.Target })) {
        if ($server.IsEdge -and -not $server.IsLocal) {
            return ('an Edge is read on itself only: run the script on ' + $server.Name + ' (-LocalOnly)')
        }
        if (-not (Test-ServerAsked -Server $server)) {
            return ('left out by -Server or -LocalOnly: run the script for ' + $server.Name)
        }
    }
    return ''
}

function Format-Number {
    <#
    .SYNOPSIS
        Writes a number with leading zeros, for sorting.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][int]$Number
    )
    return ([string]$Number).PadLeft(6, '0')
}

function Get-PairOrder {
    <#
    .SYNOPSIS
        Makes the text by which pairs are sorted: tier and kind of target, server, needed by others first, then the cheapest.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair
    )
    $phase = 10 * [array]::IndexOf($TierOrder, $Pair.Tier)
    $place = ''
    if ($Pair.Target -eq 'ldap') {
        $phase += 1
    } elseif ($Pair.Target -ne 'org') {
        $phase += 2
        if ($Script:State.Setting.MaxMinutes -eq 0) {
            $place = $Pair.Target
            if ($Pair.Target -eq $Script:State.Computer) {
                $place = ' '
            }
        }
    }
    if ($Alternatives.ContainsKey($Pair.Dataset.Name)) {
        $phase += 5
    }
    $need = 1
    if ($Script:State.Needed.ContainsKey($Pair.Dataset.Name)) {
        $need = 0
    }
    $cost = Format-Number -Number ([int](10 * $Pair.Seconds))
    return ((Format-Number -Number $phase), $place, [string]$need, $cost, $Pair.Dataset.Name, $Pair.Target -join '|')
}

function Get-ExpectedPair {
    <#
    .SYNOPSIS
        Emits every pair of dataset and target of this run, in the order in which they are read.
    .OUTPUTS
        Hashtables Dataset, Target, Tier, Sources, Seconds, Calls, Skip
    #>
    [CmdletBinding()]
    param()
    $pairs = @(foreach ($dataset in $Catalogue) {
            Get-DatasetPair -Dataset $dataset
        })
    foreach ($pair in $pairs) {
        $first = $pair.Sources[0]
        $pair.Calls = 1
        if ($first.ContainsKey('Again')) {
            $pair.Calls += @($first.Again).Count
        }
        $pair.Seconds = $pair.Calls * $first.Seconds
        $pair.Skip = Get-SkipReason -Pair $pair
        $pair.Order = Get-PairOrder -Pair $pair
    }
    $pairs | Sort-Object -Property { $_.Order }
}

function Get-BundlePath {
    <#
    .SYNOPSIS
        Names a file of the bundle on this computer from its path inside the bundle.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path
    )
    $place = $Script:State.OutputRoot
    foreach ($part in $Path.Split('/')) {
        $place = Join-Path -Path $place -ChildPath $part
    }
    return $place
}

function Get-TargetFolder {
    <#
    .SYNOPSIS
        Names the folder of a target's files inside the bundle, as the redaction lets it out.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Target
    )
    $name = Protect-Target -Target $Target
    if ('org', 'ldap' -contains $name -or $name -like 'dc/*') {
        return $name
    }
    return ('servers/' + $name)
}

function New-Folder {
    <#
    .SYNOPSIS
        Makes a folder where it is missing.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path
    )
    if (-not (Test-Path -LiteralPath $Path)) {
        [void](New-Item -ItemType Directory -Path $Path -Force -ErrorAction Stop)
    }
}

function Add-TableLine {
    <#
    .SYNOPSIS
        Adds one line to a table of the manifest, below its header.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Name,
        [Parameter(Mandatory = $true)][string[]]$Header,
        [Parameter(Mandatory = $true)][AllowEmptyString()][object[]]$Values
    )
    $path = Join-Path -Path $Script:State.OutputRoot -ChildPath $Name
    if (-not (Test-Path -LiteralPath $path)) {
        Add-Content -LiteralPath $path -Value (Join-CsvLine -Values $Header) -Encoding UTF8
    }
    Add-Content -LiteralPath $path -Value (Join-CsvLine -Values $Values) -Encoding UTF8
}

function Add-PairLine {
    <#
    .SYNOPSIS
        Adds the line of a pair to datasets.csv.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair,
        [Parameter(Mandatory = $true)][string]$Status,
        [hashtable]$Fact = @{}
    )
    $line = @{
        'dataset' = $Pair.Dataset.Name
        'target'  = Protect-Target -Target $Pair.Target
        'attempt' = [string]$Pair.Attempt
        'tier'    = $Pair.Tier
        'status'  = $Status
    }
    foreach ($name in @($Fact.Keys)) {
        $line[$name] = [string]$Fact[$name]
    }
    $line['message'] = ConvertTo-ManifestCell -Value ([string]$line['message'])
    $line['fqid'] = ConvertTo-ManifestCell -Value ([string]$line['fqid'])
    $values = @($DatasetHeader | ForEach-Object { [string]$line[$_] })
    Add-TableLine -Name 'datasets.csv' -Header $DatasetHeader -Values $values
}

function Add-ErrorLine {
    <#
    .SYNOPSIS
        Adds the errors of a pair to errors.csv: the first of them, then how many more there were.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair
    )
    $target = Protect-Target -Target $Pair.Target
    $number = 0
    foreach ($record in @($Script:State.ReadErrors)) {
        if ($record -ne $null -and $number -lt $ErrorsPerPair) {
            $number += 1
            $category = [string]$record.CategoryInfo.Category
            $type = [string]@($record.Exception.PSObject.TypeNames)[0]
            $message = ConvertTo-ManifestCell -Value (Protect-ErrorText -Text ([string]$record.Exception.Message))
            $position = [string]$record.InvocationInfo.ScriptLineNumber
            $values = @($Pair.Dataset.Name, $target, [string]$number, $category, (Get-SafeFqid -ErrorRecord $record), $type, $message, $position)
            Add-TableLine -Name 'errors.csv' -Header $ErrorHeader -Values $values
        }
    }
    $more = $Script:State.ErrorCount - $number
    if ($more -gt 0) {
        $values = @($Pair.Dataset.Name, $target, [string]($number + 1), 'count', '', '', ([string]$more + ' more errors'), '')
        Add-TableLine -Name 'errors.csv' -Header $ErrorHeader -Values $values
    }
}

function Get-SafeFqid {
    <#
    .SYNOPSIS
        Returns the identifier of an error for the manifest; one that only repeats the message is treated like the message.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$ErrorRecord
    )
    $text = [string]$ErrorRecord.FullyQualifiedErrorId
    if ($text -eq [string]$ErrorRecord.Exception.Message) {
        $text = Protect-ErrorText -Text $text
    }
    return (ConvertTo-ManifestCell -Value $text)
}

function Get-FreeByte {
    <#
    .SYNOPSIS
        Reads the free space of the drive that the bundle is written to.
    .OUTPUTS
        Bytes; -1 where it cannot be known.
    #>
    [CmdletBinding()]
    param()
    if (-not $Script:State.IsConstrained) {
        return (Get-DriveSpace)
    }
    if ($Script:State.OutputRoot -match '^([A-Za-z]:)' -and (Test-CommandAvailable -Name 'Get-WmiObject')) {
        $filter = "DeviceID='" + $matches[1] + "'"
        foreach ($row in @(Get-WmiObject -Class Win32_LogicalDisk -Filter $filter -ErrorAction SilentlyContinue)) {
            if ($row.FreeSpace -ne $null) {
                return [long]$row.FreeSpace
            }
        }
    }
    return [long]-1
}

function Get-DriveSpace {
    <#
    .SYNOPSIS
        Reads the free space of the drive from .NET. FullLanguage only.
    #>
    [CmdletBinding()]
    param()
    # exposture-lint: full-language the drive is a .NET object
    try {
        $drive = New-Object -TypeName System.IO.DriveInfo -ArgumentList ([System.IO.Path]::GetPathRoot($Script:State.OutputRoot))
        return [long]$drive.AvailableFreeSpace
    } catch {
        return [long]-1
    }
}

function Test-DiskSpace {
    <#
    .SYNOPSIS
        Tells whether there is room for one more dataset.
    #>
    [CmdletBinding()]
    param()
    $free = Get-FreeByte
    return ($free -lt 0 -or $free -ge $LeastFreeBytes)
}

function Initialize-Payload {
    <#
    .SYNOPSIS
        Prepares a pair for its rows; files of an earlier attempt are emptied, so that no old row stays.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair
    )
    $Pair.Buffer = @{}
    $Pair.Parts = @{}
    $Pair.Rows = 0
    $Pair.KeptRows = @{}
    if (-not $Script:State.IsResumed) {
        return
    }
    $target = Protect-Target -Target $Pair.Target
    foreach ($path in @($Script:State.Files.Keys)) {
        $file = $Script:State.Files[$path]
        if ($file.Dataset -eq $Pair.Dataset.Name -and $file.Target -eq $target) {
            $format = 'Clixml'
            if ($path -like '*.csv') {
                $format = 'Csv'
            }
            Export-PayloadFile -Path (Get-BundlePath -Path $path) -Rows @() -Format $format
            $file.Rows = 0
        }
    }
}

function Add-PayloadRow {
    <#
    .SYNOPSIS
        Takes one row of a pair: makes it neutral and redacted, keeps what other datasets need, writes a file when it is full.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair,
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [AllowNull()][object]$Row
    )
    if ($Row -eq $null) {
        return
    }
    try {
        if ($Script:State.Needed.ContainsKey($Pair.Dataset.Name)) {
            $Pair.KeptRows[$Pair.KeptRows.Count] = New-KeptRow -Row $Row -Dataset $Pair.Dataset.Name
        }
        $neutral = ConvertTo-NeutralRow -InputObject $Row -Dataset $Pair.Dataset -SourceId $Source.Id
    } catch {
        Add-ReadWarning -Message ('a row could not be written: ' + (Protect-ErrorText -Text ([string]$_.Exception.Message)))
        return
    }
    $Pair.Buffer[$Pair.Buffer.Count] = $neutral
    $Pair.Rows += 1
    if ($Pair.Buffer.Count -ge $RowsPerFile) {
        Save-PayloadPart -Pair $Pair
    }
}

function Save-PayloadPart {
    <#
    .SYNOPSIS
        Writes the rows that a pair has gathered into a file that ends with .part.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair
    )
    $buffer = $Pair.Buffer
    $rows = @(for ($at = 0; $at -lt $buffer.Count; $at++) {
            $buffer[$at]
        })
    $Pair.Buffer = @{}
    $number = $Pair.Parts.Count + 1
    $folder = Get-TargetFolder -Target $Pair.Target
    New-Folder -Path (Get-BundlePath -Path $folder)
    $stem = $folder + '/' + $Pair.Dataset.Name
    $ending = '.' + $Script:State.Setting.Format.ToLowerInvariant()
    $path = $stem + '.' + ([string]$number).PadLeft(4, '0') + $ending
    Export-PayloadFile -Path ((Get-BundlePath -Path $path) + '.part') -Rows $rows -Format $Script:State.Setting.Format
    $Pair.Parts[$Pair.Parts.Count] = @{ Path = $path; Single = ($stem + $ending); Rows = $rows.Count }
}

function Complete-Payload {
    <#
    .SYNOPSIS
        Gives the files of a pair their names and notes them; one file alone has no number.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair
    )
    if ($Pair.Buffer.Count -gt 0) {
        Save-PayloadPart -Pair $Pair
    }
    for ($at = 0; $at -lt $Pair.Parts.Count; $at++) {
        $part = $Pair.Parts[$at]
        $path = $part.Path
        if ($Pair.Parts.Count -eq 1) {
            $path = $part.Single
        }
        $from = Get-BundlePath -Path $part.Path
        $to = Get-BundlePath -Path $path
        Move-Item -LiteralPath ($from + '.part') -Destination $to -Force -ErrorAction Stop
        $bytes = (Get-Item -LiteralPath $to).Length
        $file = @{ Path = $path; Bytes = [string]$bytes; Rows = $part.Rows; Dataset = $Pair.Dataset.Name }
        $file.Target = Protect-Target -Target $Pair.Target
        $Script:State.Files[$path] = $file
        Add-TableLine -Name 'files.csv' -Header $FileHeader -Values (Get-FileValue -File $file)
    }
}

function Clear-PayloadPart {
    <#
    .SYNOPSIS
        Removes the .part files of a pair that was not finished.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair
    )
    for ($at = 0; $Pair.Parts -ne $null -and $at -lt $Pair.Parts.Count; $at++) {
        $path = Get-BundlePath -Path $Pair.Parts[$at].Path
        if (Test-Path -LiteralPath ($path + '.part')) {
            Remove-Item -LiteralPath ($path + '.part') -ErrorAction SilentlyContinue
        }
    }
    $Pair.Parts = @{}
    $Pair.Buffer = @{}
}

function Get-FileValue {
    <#
    .SYNOPSIS
        Emits the cells of a file's line in files.csv.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$File
    )
    $format = 'clixml'
    if ($File.Path -like '*.csv') {
        $format = 'csv'
    }
    $File.Path
    $File.Bytes
    [string]$File.Rows
    $format
    'utf-8'
    $File.Dataset
    $File.Target
}

function Read-Source {
    <#
    .SYNOPSIS
        Emits the rows of one source on one target, by the reader that its kind has.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair,
        [Parameter(Mandatory = $true)][hashtable]$Source
    )
    if ($Source.Tier -eq 'usage') {
        Read-UsageSource -Dataset $Pair.Dataset -Source $Source -Target $Pair.Target
    } elseif ($SpecialDatasets -contains $Pair.Dataset.Name) {
        Read-SpecialSource -Name $Pair.Dataset.Name -Source $Source -Target $Pair.Target
    } elseif (Test-ExchangeSource -Source $Source) {
        Read-ExchangeSource -Source $Source -Target $Pair.Target
    } else {
        Read-WindowsSource -Dataset $Pair.Dataset -Source $Source -Target $Pair.Target
    }
}

function Read-PairSource {
    <#
    .SYNOPSIS
        Reads a pair by one source, whatever happens.
    .OUTPUTS
        A hashtable Status, Message, Fqid
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair,
        [Parameter(Mandatory = $true)][hashtable]$Source
    )
    $outcome = @{ Status = ''; Message = ''; Fqid = '' }
    try {
        Read-Source -Pair $Pair -Source $Source | ForEach-Object { Add-PayloadRow -Pair $Pair -Source $Source -Row $_ } | Out-Null
    } catch {
        if ($Script:State.ReadStatus) {
            $outcome.Status = $Script:State.ReadStatus
            $outcome.Message = $Script:State.ReadMessage
        } else {
            $Script:State.Call = @{ Errors = @($_); TimedOut = $false; Rows = 0 }
            Add-ReadError
            $outcome.Status = Resolve-ErrorStatus -ErrorRecord $_
            $outcome.Message = (Protect-ErrorText -Text ([string]$_.Exception.Message)) + ': ' + (Get-StatusCure -Status $outcome.Status)
            $outcome.Fqid = Get-SafeFqid -ErrorRecord $_
        }
    }
    Set-Outcome -Pair $Pair -Outcome $outcome
    return $outcome
}

function Set-Outcome {
    <#
    .SYNOPSIS
        Says what a read has come to: its rows, its errors, its warnings and its time decide.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair,
        [Parameter(Mandatory = $true)][hashtable]$Outcome
    )
    $said = @($Script:State.ReadWarnings | Where-Object { $_ })
    if ($Outcome.Message) {
        $said += $Outcome.Message
    }
    $first = @($Script:State.ReadErrors | Where-Object { $_ -ne $null })
    if ($Script:State.ReadTimedOut -gt 0) {
        $said += [string]$Script:State.ReadTimedOut + ' call(s) took too long and were stopped: ' + (Get-StatusCure -Status 'timeout')
    }
    if ($first.Count -gt 0 -and -not $Outcome.Fqid) {
        $Outcome.Fqid = Get-SafeFqid -ErrorRecord $first[0]
        $said += [string]$Script:State.ErrorCount + ' error(s), the first: ' + (Protect-ErrorText -Text ([string]$first[0].Exception.Message))
    }
    if ($Pair.Rows -gt 0) {
        if ($said.Count -gt 0) {
            $Outcome.Status = 'partial'
        } else {
            $Outcome.Status = 'ok'
        }
    } elseif (-not $Outcome.Status) {
        $Outcome.Status = Get-RowlessStatus -Errors $first
        if ('empty', 'timeout' -notcontains $Outcome.Status) {
            $said += Get-StatusCure -Status $Outcome.Status
        }
    }
    $Outcome.Message = ($said -join '; ')
}

function Get-RowlessStatus {
    <#
    .SYNOPSIS
        Says what a read without a row and without a last word has come to.
    #>
    [CmdletBinding()]
    param(
        [AllowEmptyCollection()][object[]]$Errors = @()
    )
    if ($Script:State.ReadTimedOut -gt 0) {
        return 'timeout'
    }
    if (@($Errors).Count -gt 0) {
        return (Resolve-ErrorStatus -ErrorRecord @($Errors)[0])
    }
    if (@($Script:State.ReadWarnings | Where-Object { $_ }).Count -gt 0) {
        return 'error'
    }
    return 'empty'
}

function Read-Pair {
    <#
    .SYNOPSIS
        Reads a pair by its sources, best first, until one gives an answer.
    .OUTPUTS
        A hashtable Status, Message, Fqid, Source
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair
    )
    $first = $null
    $passed = @()
    foreach ($source in $Pair.Sources) {
        Reset-ReadState
        $outcome = Read-PairSource -Pair $Pair -Source $source
        $outcome.Source = $source
        if ('ok', 'empty', 'partial' -contains $outcome.Status) {
            if ($passed.Count -gt 0) {
                Write-RunLog -Message ($Pair.Dataset.Name + ' on ' + $Pair.Target + ': ' + ($passed -join '; '))
            }
            return $outcome
        }
        if ($first -eq $null) {
            $first = $outcome
        }
        $passed += $source.Id + ' is ' + $outcome.Status
    }
    return $first
}

function Get-UsedArgument {
    <#
    .SYNOPSIS
        Writes the parameters of a source without any name of the customer's.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source
    )
    $parts = @()
    if ($Source.ContainsKey('Parameters')) {
        foreach ($name in @($Source.Parameters.Keys | Sort-Object)) {
            if (-not $Script:State.Dropped.ContainsKey($name)) {
                $parts += $name + '=' + (@($Source.Parameters[$name]) -join ' ')
            }
        }
    }
    if ($Source.ContainsKey('ServerBy')) {
        $parts += $Source.ServerBy + '=<server>'
    }
    foreach ($each in @($Source.Each | Where-Object { $_ -ne $null })) {
        $parts += $each.Parameter + '=<each of ' + $each.Dataset + '>'
    }
    return ($parts -join '; ')
}

function Invoke-Pair {
    <#
    .SYNOPSIS
        Reads one pair and writes its lines and files.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair
    )
    $started = [datetime]::UtcNow
    $stamp = ConvertTo-IsoTime -Time $started -IsUtc $true
    $Script:State.Current = $Pair
    Initialize-Payload -Pair $Pair
    Add-PairLine -Pair $Pair -Status 'running' -Fact @{ 'started_utc' = $stamp; 'command' = $Pair.Sources[0].Read[0] }
    $outcome = Read-Pair -Pair $Pair
    try {
        Complete-Payload -Pair $Pair
    } catch {
        $outcome.Status = 'error'
        $outcome.Message = 'the file was not written: ' + (Protect-ErrorText -Text ([string]$_.Exception.Message))
        Clear-PayloadPart -Pair $Pair
    }
    $fact = @{
        'rows'           = [string]$Pair.Rows
        'files'          = [string]$Pair.Parts.Count
        'started_utc'    = $stamp
        'duration_ms'    = [string][long]([datetime]::UtcNow - $started).TotalMilliseconds
        'command'        = $outcome.Source.Read[0]
        'params_used'    = Get-UsedArgument -Source $outcome.Source
        'params_dropped' = (@($Script:State.Dropped.Keys | Sort-Object) -join '; ')
        'errors'         = [string]$Script:State.ErrorCount
        'message'        = $outcome.Message
        'fqid'           = $outcome.Fqid
    }
    Add-ErrorLine -Pair $Pair
    Add-PairLine -Pair $Pair -Status $outcome.Status -Fact $fact
    $Script:State.Current = $null
    Save-KeptRow -Pair $Pair -Status $outcome.Status
    Add-Outcome -Pair $Pair -Status $outcome.Status -Message $outcome.Message
}

function Save-KeptRow {
    <#
    .SYNOPSIS
        Keeps the rows of a pair that other datasets are read by.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair,
        [Parameter(Mandatory = $true)][string]$Status
    )
    if ($Script:State.Needed.ContainsKey($Pair.Dataset.Name) -and 'ok', 'empty', 'partial' -contains $Status) {
        $key = Get-KeptKey -Dataset $Pair.Dataset.Name -Target $Pair.Target
        $table = $Pair.KeptRows
        $Script:State.Kept[$key] = @(for ($at = 0; $at -lt $table.Count; $at++) {
                $table[$at]
            })
        $Script:State.KeptStatus[$key] = $Status
    }
    $Pair.KeptRows = @{}
}

function Add-Outcome {
    <#
    .SYNOPSIS
        Notes what a pair has come to, for the table at the end, and whether a server has stopped answering.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair,
        [Parameter(Mandatory = $true)][string]$Status,
        [AllowEmptyString()][string]$Message = ''
    )
    $Script:State.Outcomes += @{ Dataset = $Pair.Dataset.Name; Target = $Pair.Target; Status = $Status; Message = $Message }
    if ('unreachable', 'timeout' -contains $Status) {
        $Script:State.Failures[$Pair.Target] = 1 + [int]$Script:State.Failures[$Pair.Target]
    } elseif ('ok', 'empty', 'partial' -contains $Status) {
        $Script:State.Failures[$Pair.Target] = 0
    }
}

function Skip-Pair {
    <#
    .SYNOPSIS
        Writes the line of a pair that is not read.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair,
        [Parameter(Mandatory = $true)][string]$Status,
        [Parameter(Mandatory = $true)][string]$Message
    )
    $fact = @{ 'rows' = '0'; 'files' = '0'; 'duration_ms' = '0'; 'command' = $Pair.Sources[0].Read[0]; 'errors' = '0'; 'message' = $Message }
    Add-PairLine -Pair $Pair -Status $Status -Fact $fact
    Add-Outcome -Pair $Pair -Status $Status -Message $Message
}

function Invoke-PairInOrder {
    <#
    .SYNOPSIS
        Reads one pair, or says why not: kept from an earlier run, left out, no time, no room, or its server does not answer any more.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair
    )
    $key = $Pair.Dataset.Name + '|' + (Protect-Target -Target $Pair.Target)
    $isRemote = 'org', 'ldap', $Script:State.Computer -notcontains $Pair.Target -and $Pair.Target -notlike 'dc/*'
    $Pair.Attempt = 1 + [int]$Script:State.Attempts[$key]
    $isLeftOut = $Pair.Skip -or (Test-Deadline)
    if ($Script:State.Done.ContainsKey($key)) {
        Add-Outcome -Pair $Pair -Status $Script:State.Done[$key] -Message ''
    } elseif ($isLeftOut -and $Script:State.Earlier.ContainsKey($key)) {
        Add-Outcome -Pair $Pair -Status $Script:State.Earlier[$key] -Message 'as the earlier run left it'
    } elseif ($Pair.Skip) {
        Skip-Pair -Pair $Pair -Status 'skipped' -Message $Pair.Skip
    } elseif (Test-Deadline) {
        Skip-Pair -Pair $Pair -Status 'skipped' -Message 'left out by -MaxMinutes: run again with -Resume'
    } elseif (-not (Test-DiskSpace)) {
        Skip-Pair -Pair $Pair -Status 'skipped' -Message 'disk: less than 100 MB free for the bundle; make room and run again with -Resume'
    } elseif ($isRemote -and [int]$Script:State.Failures[$Pair.Target] -ge 3) {
        Skip-Pair -Pair $Pair -Status 'unreachable' -Message 'no answer three times in a row: run the script on the server with -LocalOnly'
    } elseif (Test-Replaced -Pair $Pair) {
        Skip-Pair -Pair $Pair -Status 'not-applicable' -Message 'the security descriptors were read in the directory'
    } else {
        Invoke-Pair -Pair $Pair
    }
}

function Test-Replaced {
    <#
    .SYNOPSIS
        Tells whether what a dataset says was read another way in this run.
    .OUTPUTS
        Boolean
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Pair
    )
    if (-not $Alternatives.ContainsKey($Pair.Dataset.Name)) {
        return $false
    }
    $places = @($Pair.Target, 'ldap')
    $others = @($Script:State.Outcomes | Where-Object { $Alternatives[$Pair.Dataset.Name] -contains $_.Dataset -and $places -contains $_.Target })
    $failed = @($others | Where-Object { 'ok', 'empty' -notcontains $_.Status })
    return ($others.Count -gt 0 -and $failed.Count -eq 0)
}

function Invoke-Schedule {
    <#
    .SYNOPSIS
        Reads all pairs in their order.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][object[]]$Pairs
    )
    $number = 0
    foreach ($pair in $Pairs) {
        $status = $pair.Dataset.Name + ' on ' + $pair.Target
        Write-Progress -Id 1 -Activity 'exposture' -Status $status -PercentComplete ([int](100 * $number / $Pairs.Count))
        $number += 1
        if ($Script:State.MapSaved -eq $null -or [datetime]::UtcNow -gt $Script:State.MapSaved.AddMinutes(5)) {
            Save-RedactionMap
        }
        try {
            Invoke-PairInOrder -Pair $pair
        } catch {
            $message = [string]$_.Exception.Message
            Write-RunLog -Message ($status + ' could not be written: ' + (Protect-ErrorText -Text $message))
            Clear-PayloadPart -Pair $pair
            Skip-Pair -Pair $pair -Status 'error' -Message ('the script failed here: ' + (Protect-ErrorText -Text $message))
        }
    }
    Write-Progress -Id 2 -ParentId 1 -Activity 'exposture' -Status 'done' -Completed
    Write-Progress -Id 1 -Activity 'exposture' -Status 'done' -Completed
}

function Initialize-Output {
    <#
    .SYNOPSIS
        Makes the output folder and keeps its full path.
    #>
    [CmdletBinding()]
    param()
    New-Folder -Path $Script:State.Setting.OutputPath
    $Script:State.OutputPath = [string](Resolve-Path -LiteralPath $Script:State.Setting.OutputPath -ErrorAction Stop).ProviderPath
    $Script:State.OutputRoot = Join-Path -Path $Script:State.OutputPath -ChildPath 'exposture'
}

function Get-OrganizationWord {
    <#
    .SYNOPSIS
        Names the organization for the bundle's folder, as the redaction lets it out.
    #>
    [CmdletBinding()]
    param()
    $own = Protect-ServerName -Name $Script:State.Computer
    if ($Script:State.Setting.Role -eq 'DomainController') {
        return ('dc-' + $own)
    }
    if ($Script:State.Connection -eq 'edge-local') {
        return ('edge-' + $own)
    }
    if (-not $Script:State.Host.Organization) {
        return ('server-' + $own)
    }
    $name = [string](Protect-Value -Value $Script:State.Host.Organization -Holds 'label')
    if (-not $name) {
        return 'org'
    }
    return $name
}

function New-BundleFolder {
    <#
    .SYNOPSIS
        Makes the folder of a new bundle.
    #>
    [CmdletBinding()]
    param()
    $stamp = (ConvertTo-IsoTime -Time $Script:State.Started -IsUtc $true) -replace '\.[0-9]+', '' -replace '[-:]', ''
    $word = ((Get-OrganizationWord) -replace '[^A-Za-z0-9-]+', '-').Trim('-')
    if ($word.Length -gt 40) {
        $word = $word.Substring(0, 40)
    }
    $Script:State.OutputRoot = Join-Path -Path $Script:State.OutputPath -ChildPath ('exposture_' + $word + '_' + $stamp)
    New-Folder -Path $Script:State.OutputRoot
}

function Read-Organization {
    <#
    .SYNOPSIS
        Reads name, GUID and DN of the organization for run.csv.
    #>
    [CmdletBinding()]
    param()
    $Script:State.Host.Organization = ''
    if ($Script:State.Connection -eq 'edge-local' -or -not (Test-CommandAvailable -Name 'Get-OrganizationConfig')) {
        return
    }
    $call = Invoke-BoundedCommand -Command 'Get-OrganizationConfig' -Seconds 180
    foreach ($row in @($call.Rows)) {
        if ($row -ne $null -and -not $Script:State.Host.Organization) {
            $Script:State.Host.Organization = [string]$row.Name
            $Script:State.Run['org_guid'] = [string]$row.Guid
            $Script:State.Host.OrganizationDn = [string]$row.DistinguishedName
        }
    }
}

function Get-MailDomain {
    <#
    .SYNOPSIS
        Emits the domains that the organization accepts mail for; they may stand in any text.
    #>
    [CmdletBinding()]
    param()
    if (-not (Test-CommandAvailable -Name 'Get-AcceptedDomain')) {
        return
    }
    foreach ($row in @((Invoke-BoundedCommand -Command 'Get-AcceptedDomain' -Seconds 180).Rows)) {
        try {
            if ($row -ne $null) {
                ([string]$row.DomainName) -replace '^\*\.?', ''
            }
        } catch {
            Write-RunLog -Message 'an accepted domain could not be read: it is no term of the redaction'
        }
    }
}

function Initialize-Term {
    <#
    .SYNOPSIS
        Makes known what no text of the bundle may say: servers, domains, the organization, the account that runs the script.
    #>
    [CmdletBinding()]
    param()
    if ($Script:State.Redaction -eq 'None') {
        return
    }
    foreach ($name in @($Script:State.Computer) + @($Script:State.Servers | ForEach-Object { $_.Name })) {
        if ($name) {
            Add-RedactionTerm -Term $name -Kind 'Server'
        }
    }
    $fact = $Script:State.Host
    $names = @($fact.Organization, $fact.Domain, $Script:State.ForestRoot, $env:USERDNSDOMAIN, $env:USERDOMAIN, $env:USERNAME)
    foreach ($dn in @($Script:State.DomainDns)) {
        $names += ([string]$dn -replace '(?i)^DC=', '' -replace '(?i),DC=', '.')
    }
    foreach ($server in @($Script:State.Servers)) {
        if ($server -ne $null -and $server.Fqdn -and $server.Fqdn.Contains('.')) {
            $names += $server.Fqdn.Substring($server.Fqdn.IndexOf('.') + 1)
        }
    }
    $names += @(Get-MailDomain)
    foreach ($name in @($names | Where-Object { $_ } | Sort-Object -Unique)) {
        if ($name -ne $Script:State.Computer -and $name -notmatch '^(Administrator|SYSTEM|WORKGROUP|NT AUTHORITY|root)$') {
            Add-RedactionTerm -Term $name
        }
    }
}

function Protect-Fact {
    <#
    .SYNOPSIS
        A value of run.csv as the redaction lets it out.
    #>
    [CmdletBinding()]
    param(
        [AllowNull()][AllowEmptyString()][object]$Value,
        [Parameter(Mandatory = $true)][string]$Holds
    )
    if (-not [string]$Value) {
        return ''
    }
    return [string](Protect-Value -Value ([string]$Value) -Holds $Holds)
}

function Set-RunFact {
    <#
    .SYNOPSIS
        Gathers what run.csv says of the run, of the shell and of this computer.
    #>
    [CmdletBinding()]
    param(
        [AllowNull()][AllowEmptyString()][string]$ScriptPath
    )
    $run = $Script:State.Run
    $fact = $Script:State.Host
    $run['schema_version'] = '1'
    $run['collector_version'] = $CollectorVersion
    $run['catalogue_version'] = Get-CatalogueVersion
    $run['resumed'] = [string][int]$Script:State.IsResumed
    $run['computer'] = Protect-ServerName -Name $Script:State.Computer
    $run['domain'] = Protect-Fact -Value $fact.Domain -Holds 'host'
    $run['forest'] = Protect-Fact -Value $Script:State.ForestRoot -Holds 'host'
    $run['os_version'] = $fact.OsVersion
    $run['os_sku'] = $fact.OsSku
    $run['server_core'] = $fact.ServerCore
    $run['elevated'] = Test-Elevated
    $run['user_sid'] = Protect-Fact -Value (Get-UserSid) -Holds 'sid'
    $run['connected_server'] = Protect-Fact -Value (Protect-ServerName -Name $Script:State.CallServer) -Holds 'plain'
    $run['org_name'] = Protect-Fact -Value $fact.Organization -Holds 'label'
    $run['org_dn'] = Protect-Fact -Value $fact.OrganizationDn -Holds 'dn'
    $run['redaction'] = $Script:State.Redaction.ToLowerInvariant()
    $run['hash_method'] = $Script:State.HashMethod
    $run['archive_method'] = $Script:State.ArchiveMethod
    $run['tiers'] = ($Script:State.Tiers -join ',')
    if ($Script:State.Redaction -eq 'Names' -and -not $Script:State.IsConstrained) {
        $run['redaction_key_id'] = Get-RedactionKeyId
    }
    if ($ScriptPath) {
        $run['collector_sha256'] = Get-FileHashText -Path $ScriptPath
    }
    Set-ShellFact
    Set-ScopeFact
}

function Set-ShellFact {
    <#
    .SYNOPSIS
        Adds what run.csv says of the shell and the time.
    #>
    [CmdletBinding()]
    param()
    $run = $Script:State.Run
    $zone = Get-ZoneFact
    $run['utc_offset_min'] = $zone.Offset
    $run['timezone'] = $zone.Zone
    $run['ps_version'] = [string]$PSVersionTable.PSVersion
    $run['ps_edition'] = [string]$PSVersionTable.PSEdition
    $run['clr_version'] = [string]$PSVersionTable.CLRVersion
    $run['language_mode'] = [string]$ExecutionContext.SessionState.LanguageMode
    $run['execution_policy_list'] = Get-PolicyText
    $run['culture'] = [string](Get-Culture).Name
    $run['ui_culture'] = [string](Get-UICulture).Name
    $run['max_cmdlet_seconds'] = [string]$Script:State.Setting.MaxCmdletSeconds
    if ($Script:State.Setting.MaxCmdletSeconds -eq 0) {
        $run['max_cmdlet_seconds'] = '180'
    }
    $run['max_minutes'] = [string]$Script:State.Setting.MaxMinutes
}

function Set-ScopeFact {
    <#
    .SYNOPSIS
        Adds what run.csv says of the connection and of the servers that were asked.
    #>
    [CmdletBinding()]
    param()
    $run = $Script:State.Run
    $run['connection'] = $Script:State.Connection
    $run['time_bound'] = $Script:State.TimeBound
    $run['role'] = 'exchange'
    $run['scope'] = 'org'
    if ($Script:State.Setting.Role -eq 'DomainController') {
        $run['role'] = 'domain-controller'
        $run['scope'] = 'local'
    } elseif ($Script:State.Setting.LocalOnly) {
        $run['scope'] = 'local'
    } elseif ($Script:State.Setting.Server.Count -gt 0) {
        $run['scope'] = 'list'
    }
    $asked = @($Script:State.Servers | Where-Object { $_ -ne $null -and (Test-ServerAsked -Server $_) } | ForEach-Object { $_.Name })
    $reached = @($Script:State.Outcomes | Where-Object { 'ok', 'empty', 'partial' -contains $_.Status -and $asked -contains $_.Target })
    $run['servers_requested'] = (@($asked | ForEach-Object { Protect-ServerName -Name $_ }) -join ',')
    $run['servers_reached'] = (@($reached | ForEach-Object { Protect-ServerName -Name $_.Target } | Sort-Object -Unique) -join ',')
}

function Get-CatalogueVersion {
    <#
    .SYNOPSIS
        Names the block of datasets by its size and, where a hash can be had, by its contents.
    #>
    [CmdletBinding()]
    param()
    $lines = @(foreach ($dataset in $Catalogue) {
            $dataset.Name + ':' + (@($dataset.Sources | ForEach-Object { $_.Id + '=' + ($_.Read -join '+') }) -join ',') + ':' +
                (@($dataset.Columns | ForEach-Object { $_.Name }) -join ',')
        })
    $count = [string]$lines.Count + ' datasets'
    if ($Script:State.IsConstrained) {
        return $count
    }
    return ($count + ', ' + (Get-TextHash -Text ($lines -join '|')).Substring(0, 12))
}

function Write-RunFile {
    <#
    .SYNOPSIS
        Writes run.csv.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Status
    )
    $Script:State.Run['status'] = $Status
    $Script:State.Run['ended_utc'] = ConvertTo-IsoTime -Time ([datetime]::UtcNow) -IsUtc $true
    $lines = @(Join-CsvLine -Values @('key', 'value'))
    foreach ($name in $RunHeader) {
        $text = [string]$Script:State.Run[$name]
        if ($RunRedacted -notcontains $name) {
            $text = ConvertTo-ManifestCell -Value $text
        }
        $lines += Join-CsvLine -Values @($name, $text)
    }
    Set-Content -LiteralPath (Join-Path -Path $Script:State.OutputRoot -ChildPath 'run.csv') -Value $lines -Encoding UTF8
}

function Write-FileList {
    <#
    .SYNOPSIS
        Writes files.csv anew: every payload file that is there.
    #>
    [CmdletBinding()]
    param()
    $lines = @(Join-CsvLine -Values $FileHeader)
    foreach ($path in @($Script:State.Files.Keys | Sort-Object)) {
        $place = Get-BundlePath -Path $path
        if (Test-Path -LiteralPath $place) {
            $file = $Script:State.Files[$path]
            $file.Bytes = [string](Get-Item -LiteralPath $place).Length
            $lines += Join-CsvLine -Values (Get-FileValue -File $file)
        }
    }
    Set-Content -LiteralPath (Join-Path -Path $Script:State.OutputRoot -ChildPath 'files.csv') -Value $lines -Encoding UTF8
}

function Get-BundleFile {
    <#
    .SYNOPSIS
        Emits the files of the bundle by their paths inside it, sorted, without SHA256SUMS and unfinished ones.
    #>
    [CmdletBinding()]
    param()
    $root = [string](Get-Item -LiteralPath $Script:State.OutputRoot).FullName
    $found = @(Get-ChildItem -LiteralPath $root -Recurse | Where-Object { -not $_.PSIsContainer } | ForEach-Object { [string]$_.FullName })
    $paths = @($found | ForEach-Object { $_.Substring($root.Length) -replace '\\', '/' -replace '^/+', '' })
    $paths | Where-Object { $_ -ne 'SHA256SUMS' -and $_ -notlike '*.part' } | Sort-Object
}

function Get-FileHashText {
    <#
    .SYNOPSIS
        Computes the SHA-256 of a file, by .NET or by certutil.
    .OUTPUTS
        64 hex digits in lower case; empty where neither can.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path
    )
    if ('dotnet', '' -contains $Script:State.HashMethod -and -not $Script:State.IsConstrained) {
        $text = Get-DotNetHash -Path $Path
        if ($text) {
            return $text
        }
    }
    if (-not (Test-CommandAvailable -Name 'certutil.exe')) {
        return ''
    }
    foreach ($line in @(certutil.exe -hashfile $Path SHA256)) {
        $digits = ([string]$line -replace '\s', '').ToLowerInvariant()
        if ($digits -match '^[0-9a-f]{64}$') {
            return $digits
        }
    }
    return ''
}

function Get-DotNetHash {
    <#
    .SYNOPSIS
        Computes the SHA-256 of a file. FullLanguage only.
    .OUTPUTS
        64 hex digits; empty where .NET refuses, as under a FIPS policy.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path
    )
    # exposture-lint: full-language SHA-256 is a .NET type
    $stream = $null
    try {
        $sha = [System.Security.Cryptography.SHA256]::Create()
        $stream = [System.IO.File]::OpenRead($Path)
        return [System.BitConverter]::ToString($sha.ComputeHash($stream)).Replace('-', '').ToLowerInvariant()
    } catch {
        return ''
    } finally {
        if ($stream -ne $null) {
            $stream.Close()
        }
    }
}

function Get-TextHash {
    <#
    .SYNOPSIS
        Computes the SHA-256 of a text in UTF-8. FullLanguage only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string]$Text
    )
    # exposture-lint: full-language SHA-256 is a .NET type
    try {
        $sha = [System.Security.Cryptography.SHA256]::Create()
        $bytes = [System.Text.Encoding]::UTF8.GetBytes($Text)
        return [System.BitConverter]::ToString($sha.ComputeHash($bytes)).Replace('-', '').ToLowerInvariant()
    } catch {
        return '000000000000'
    }
}

function Initialize-Method {
    <#
    .SYNOPSIS
        Finds out how hashes are computed and how the archive is packed.
    #>
    [CmdletBinding()]
    param()
    $Script:State.HashMethod = 'none'
    if (-not $Script:State.IsConstrained -and (Get-TextHash -Text 'abc') -like 'ba7816bf*') {
        $Script:State.HashMethod = 'dotnet'
    } elseif (Test-CommandAvailable -Name 'certutil.exe') {
        $Script:State.HashMethod = 'certutil'
    }
    $Script:State.ArchiveMethod = 'none'
    if ($Script:State.Setting.NoArchive) {
        return
    }
    if (-not $Script:State.IsConstrained -and (Test-ZipAvailable)) {
        $Script:State.ArchiveMethod = 'zip'
    } elseif (Test-CommandAvailable -Name 'makecab.exe') {
        $Script:State.ArchiveMethod = 'cab'
    }
}

function Write-SumFile {
    <#
    .SYNOPSIS
        Writes SHA256SUMS: a line for every file of the bundle.
    .OUTPUTS
        The hash of SHA256SUMS; empty where no hash can be computed, then there is no such file.
    #>
    [CmdletBinding()]
    param()
    $lines = @(foreach ($path in @(Get-BundleFile)) {
            $hash = Get-FileHashText -Path (Get-BundlePath -Path $path)
            if ($hash) {
                $hash + '  ' + $path
            }
        })
    if ($lines.Count -eq 0) {
        return ''
    }
    $place = Join-Path -Path $Script:State.OutputRoot -ChildPath 'SHA256SUMS'
    if ($Script:State.IsConstrained) {
        Set-Content -LiteralPath $place -Value $lines -Encoding ASCII
    } else {
        Write-SumText -Path $place -Text (($lines -join "`n") + "`n")
    }
    return (Get-FileHashText -Path $place)
}

function Write-SumText {
    <#
    .SYNOPSIS
        Writes a text with line feeds alone, as sha256sum wants it. FullLanguage only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path,
        [Parameter(Mandatory = $true)][string]$Text
    )
    # exposture-lint: full-language Set-Content ends lines with carriage returns
    $stream = [System.IO.File]::Create($Path)
    try {
        $bytes = [System.Text.Encoding]::UTF8.GetBytes($Text)
        $stream.Write($bytes, 0, $bytes.Length)
    } finally {
        $stream.Close()
    }
}

function Test-ZipAvailable {
    <#
    .SYNOPSIS
        Tells whether this .NET can write a zip. FullLanguage only.
    #>
    [CmdletBinding()]
    param()
    # exposture-lint: full-language the type is looked up by its name, which loads its assembly where there is one
    $name = 'System.IO.Compression.ZipArchive'
    if (($name -as [type]) -ne $null) {
        return $true
    }
    $full = $name + ', System.IO.Compression, Version=4.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089'
    return (($full -as [type]) -ne $null)
}

function New-ZipFile {
    <#
    .SYNOPSIS
        Packs the bundle into a zip, entry by entry, with slashes in the names. FullLanguage only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path
    )
    # exposture-lint: full-language the zip is a .NET object
    $stream = [System.IO.File]::Create($Path)
    $zip = $null
    try {
        $zip = New-Object -TypeName System.IO.Compression.ZipArchive -ArgumentList $stream, 'Create'
        foreach ($name in @(Get-BundleFile) + 'SHA256SUMS') {
            $place = Get-BundlePath -Path $name
            if (Test-Path -LiteralPath $place) {
                Add-ZipEntry -Zip $zip -Name $name -Path $place
            }
        }
    } finally {
        if ($zip -ne $null) {
            $zip.Dispose()
        }
        $stream.Close()
    }
}

function Add-ZipEntry {
    <#
    .SYNOPSIS
        Copies a file into a zip. FullLanguage only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Zip,
        [Parameter(Mandatory = $true)][string]$Name,
        [Parameter(Mandatory = $true)][string]$Path
    )
    # exposture-lint: full-language the zip is a .NET object
    $from = [System.IO.File]::OpenRead($Path)
    $to = $Zip.CreateEntry($Name).Open()
    try {
        $buffer = New-Object -TypeName byte[] -ArgumentList 65536
        $count = $from.Read($buffer, 0, $buffer.Length)
        while ($count -gt 0) {
            $to.Write($buffer, 0, $count)
            $count = $from.Read($buffer, 0, $buffer.Length)
        }
    } finally {
        $to.Close()
        $from.Close()
    }
}

function New-CabinetFile {
    <#
    .SYNOPSIS
        Packs the bundle into a cabinet with makecab.
    .OUTPUTS
        True where the cabinet is there.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path
    )
    $lines = @('.OPTION EXPLICIT', ('.Set CabinetNameTemplate="' + (Split-Path -Path $Path -Leaf) + '"'))
    $lines += '.Set DiskDirectoryTemplate="' + $Script:State.OutputPath + '"'
    foreach ($word in 'CompressionType=MSZIP', 'Cabinet=on', 'Compress=on', 'MaxDiskSize=0', 'CabinetFileCountThreshold=0',
        'FolderFileCountThreshold=0', 'FolderSizeThreshold=0', 'MaxCabinetSize=0', 'RptFileName=nul', 'InfFileName=nul') {
        $lines += '.Set ' + $word
    }
    foreach ($name in @(Get-BundleFile) + 'SHA256SUMS') {
        $place = Get-BundlePath -Path $name
        if (Test-Path -LiteralPath $place) {
            $lines += '"' + $place + '" "' + $name.Replace('/', '\') + '"'
        }
    }
    $list = $Path + '.ddf'
    Set-Content -LiteralPath $list -Value $lines -Encoding ASCII
    [void]@(makecab.exe /F $list)
    Remove-Item -LiteralPath ($Path + '.ddf') -ErrorAction SilentlyContinue
    return (Test-Path -LiteralPath $Path)
}

function New-Archive {
    <#
    .SYNOPSIS
        Packs the bundle into a zip or a cabinet beside its folder.
    .OUTPUTS
        The path of the archive, of the folder where there is none.
    #>
    [CmdletBinding()]
    param(
        [AllowEmptyString()][string]$Hash = ''
    )
    $path = $Script:State.OutputRoot
    if ($Hash) {
        $path += '_' + $Hash.Substring(0, 12)
    }
    try {
        if ($Script:State.ArchiveMethod -eq 'zip' -and -not $Script:State.IsConstrained) {
            New-ZipFile -Path ($path + '.zip')
            return ($path + '.zip')
        }
        if ($Script:State.ArchiveMethod -eq 'cab' -and (New-CabinetFile -Path ($path + '.cab'))) {
            return ($path + '.cab')
        }
    } catch {
        Write-Warning ('the archive was not written: ' + $_.Exception.Message)
    }
    return $Script:State.OutputRoot
}

function Find-EarlierBundle {
    <#
    .SYNOPSIS
        Names the newest bundle folder in the output folder.
    #>
    [CmdletBinding()]
    param()
    $found = @(Get-ChildItem -LiteralPath $Script:State.OutputPath | Where-Object { $_.PSIsContainer })
    $found = @($found | Where-Object { $_.Name -match '^exposture_.*_[0-9TZ]{16}$' })
    $whole = @($found | Where-Object { Test-Path -LiteralPath (Join-Path -Path $_.FullName -ChildPath 'run.csv') })
    $sorted = @($whole | Sort-Object -Property { $_.Name.Substring($_.Name.Length - 16) })
    if ($sorted.Count -gt 0) {
        return [string]$sorted[$sorted.Count - 1].FullName
    }
    return ''
}

function Read-RunTable {
    <#
    .SYNOPSIS
        Reads run.csv of the bundle folder.
    .OUTPUTS
        A hashtable
    #>
    [CmdletBinding()]
    param()
    $table = @{}
    foreach ($line in @(Import-Csv -Path (Join-Path -Path $Script:State.OutputRoot -ChildPath 'run.csv'))) {
        if ($line -ne $null -and $line.key) {
            $table[[string]$line.key] = [string]$line.value
        }
    }
    return $table
}

function Get-ResumeFault {
    <#
    .SYNOPSIS
        Says why a bundle folder cannot be gone on with; empty where it can.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][hashtable]$Earlier
    )
    $key = ''
    if ($Script:State.Redaction -eq 'Names' -and -not $Script:State.IsConstrained) {
        $key = Get-RedactionKeyId
    }
    $role = 'exchange'
    if ($Script:State.Setting.Role -eq 'DomainController') {
        $role = 'domain-controller'
    }
    $wanted = @{ 'schema_version' = '1'; 'redaction' = $Script:State.Redaction.ToLowerInvariant(); 'redaction_key_id' = $key; 'role' = $role }
    if ($Script:State.Run['org_guid'] -and $Earlier['org_guid']) {
        $wanted['org_guid'] = $Script:State.Run['org_guid']
    }
    if ($Script:State.Redaction -eq 'Strict') {
        $wanted['servers_known'] = [string]@($Script:State.Servers).Count
    }
    foreach ($name in @($wanted.Keys | Sort-Object)) {
        if ([string]$Earlier[$name] -ne [string]$wanted[$name]) {
            return ($name + ' is ' + [string]$wanted[$name] + ' now and was ' + [string]$Earlier[$name])
        }
    }
    return ''
}

function Repair-DatasetTable {
    <#
    .SYNOPSIS
        Drops a last line of datasets.csv that was cut when the run was killed.
    #>
    [CmdletBinding()]
    param()
    $path = Join-Path -Path $Script:State.OutputRoot -ChildPath 'datasets.csv'
    if (-not (Test-Path -LiteralPath $path)) {
        return
    }
    $lines = @(Get-Content -LiteralPath $path -Encoding UTF8)
    $whole = @($lines | Where-Object { $_ -and [regex]::Matches($_, '"').Count % 2 -eq 0 -and $_ -match '^.?"' -and $_ -match '"$' })
    if ($whole.Count -ne $lines.Count) {
        Set-Content -LiteralPath $path -Value $whole -Encoding UTF8
    }
}

function Read-SumTable {
    <#
    .SYNOPSIS
        Reads SHA256SUMS of the bundle folder: path to hash.
    #>
    [CmdletBinding()]
    param()
    $table = @{}
    $path = Join-Path -Path $Script:State.OutputRoot -ChildPath 'SHA256SUMS'
    if (Test-Path -LiteralPath $path) {
        foreach ($line in @(Get-Content -LiteralPath $path)) {
            if ($line -match '^([0-9a-f]{64})  (.+)$') {
                $table[$matches[2]] = $matches[1]
            }
        }
    }
    return $table
}

function Read-EarlierFile {
    <#
    .SYNOPSIS
        Keeps what files.csv says of files that are there as it says.
    .OUTPUTS
        A hashtable: dataset|target to the number of its intact files.
    #>
    [CmdletBinding()]
    param()
    $intact = @{}
    $sums = Read-SumTable
    $list = Join-Path -Path $Script:State.OutputRoot -ChildPath 'files.csv'
    if (-not (Test-Path -LiteralPath $list)) {
        return $intact
    }
    foreach ($line in @(Import-Csv -Path $list)) {
        if ($line -eq $null -or -not $line.path -or -not $line.target) {
            continue
        }
        $Script:State.Files[[string]$line.path] = @{
            Path    = [string]$line.path
            Bytes   = [string]$line.bytes
            Rows    = [int]$line.rows
            Dataset = [string]$line.dataset
            Target  = [string]$line.target
        }
    }
    foreach ($path in @($Script:State.Files.Keys)) {
        $file = $Script:State.Files[$path]
        if (Test-FileIntact -File $file -Hash ([string]$sums[$path])) {
            $key = $file.Dataset + '|' + $file.Target
            $intact[$key] = 1 + [int]$intact[$key]
        }
    }
    return $intact
}

function Test-FileIntact {
    <#
    .SYNOPSIS
        Tells whether a file is there with its size, and with its hash where that was noted.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$File,
        [AllowEmptyString()][string]$Hash = ''
    )
    $place = Get-BundlePath -Path $File.Path
    if (-not (Test-Path -LiteralPath $place)) {
        return $false
    }
    if ([string](Get-Item -LiteralPath $place).Length -ne $File.Bytes) {
        return $false
    }
    return (-not $Hash -or (Get-FileHashText -Path $place) -eq $Hash)
}

function Read-EarlierPair {
    <#
    .SYNOPSIS
        Reads from datasets.csv which pairs an earlier run has finished, and how often each was tried.
    #>
    [CmdletBinding()]
    param()
    Repair-DatasetTable
    $path = Join-Path -Path $Script:State.OutputRoot -ChildPath 'datasets.csv'
    if (-not (Test-Path -LiteralPath $path)) {
        return
    }
    $intact = Read-EarlierFile
    $last = @{}
    foreach ($line in @(Import-Csv -Path $path)) {
        if ($line -ne $null -and $line.dataset -and $line.target -and $line.attempt -match '^[0-9]+$') {
            $key = [string]$line.dataset + '|' + [string]$line.target
            if ([int]$line.attempt -ge [int]$Script:State.Attempts[$key]) {
                $Script:State.Attempts[$key] = [int]$line.attempt
                $last[$key] = $line
            }
        }
    }
    foreach ($key in @($last.Keys)) {
        $status = [string]$last[$key].status
        if ($status -ne 'running') {
            $Script:State.Earlier[$key] = $status
        }
        if ($status -eq 'empty' -or ($status -eq 'ok' -and [int]$intact[$key] -gt 0 -and [int]$intact[$key] -eq [int]$last[$key].files)) {
            $Script:State.Done[$key] = $status
        }
    }
}

function Open-Bundle {
    <#
    .SYNOPSIS
        Makes a new bundle folder, or goes on with the newest one.
    .OUTPUTS
        Why that cannot be; empty where it can.
    #>
    [CmdletBinding()]
    param()
    $Script:State.Run['started_utc'] = ConvertTo-IsoTime -Time $Script:State.Started -IsUtc $true
    $Script:State.Run['run_id'] = [string][guid]::NewGuid()
    if ($Script:State.Setting.Resume) {
        $folder = Find-EarlierBundle
        if ($folder) {
            $Script:State.OutputRoot = $folder
            $earlier = Read-RunTable
            $fault = Get-ResumeFault -Earlier $earlier
            if ($fault) {
                return ('-Resume is refused for ' + $folder + ': ' + $fault)
            }
            foreach ($name in 'started_utc', 'run_id') {
                if ($earlier[$name]) {
                    $Script:State.Run[$name] = $earlier[$name]
                }
            }
            $Script:State.IsResumed = $true
            Read-EarlierPair
            return ''
        }
        Write-Warning '-Resume: there is no bundle folder in the output folder; a new one is made'
    }
    New-BundleFolder
    return ''
}

function Complete-Run {
    <#
    .SYNOPSIS
        Ends the bundle: map, run.csv, files.csv, hashes and archive; after an interruption the same without an archive.
    #>
    [CmdletBinding()]
    param()
    if (-not $Script:State.IsLogOpen) {
        return
    }
    $status = 'interrupted'
    if ($Script:State.IsComplete) {
        $status = 'complete'
    }
    if ($Script:State.Current -ne $null) {
        Clear-PayloadPart -Pair $Script:State.Current
    }
    Write-RunLog -Message ('the run is ' + $status)
    Save-RedactionMap
    Set-ScopeFact
    Write-EmptyTable
    Write-FileList
    Write-RunFile -Status $status
    $hash = Write-SumFile
    $archive = $Script:State.OutputRoot
    if ($Script:State.IsComplete) {
        $archive = New-Archive -Hash $hash
    }
    Show-Summary -Archive $archive -Hash $hash
}

function Save-RedactionMap {
    <#
    .SYNOPSIS
        Writes the map beside the bundle; what an earlier run has written there stays.
    #>
    [CmdletBinding()]
    param()
    if ($Script:State.Redaction -ne 'Names') {
        return
    }
    $path = Join-Path -Path $Script:State.OutputPath -ChildPath 'redaction-map.csv'
    if (-not $Script:State.IsMapRead -and (Test-Path -LiteralPath $path)) {
        $kinds = (Get-RedactionMemo).Kinds
        foreach ($line in @(Import-Csv -Path $path)) {
            if ($line -ne $null -and $line.pseudonym -and -not $Script:State.Map.ContainsKey([string]$line.pseudonym)) {
                $Script:State.Map[[string]$line.pseudonym] = [string]$line.value
                $kinds[[string]$line.pseudonym] = [string]$line.kind
            }
        }
    }
    $Script:State.IsMapRead = $true
    $Script:State.MapSaved = [datetime]::UtcNow
    Export-RedactionMap -Path $path
}

function Write-EmptyTable {
    <#
    .SYNOPSIS
        Writes the header of the tables that got no line.
    #>
    [CmdletBinding()]
    param()
    $tables = @{ 'datasets.csv' = $DatasetHeader; 'errors.csv' = $ErrorHeader }
    foreach ($name in @($tables.Keys)) {
        $path = Join-Path -Path $Script:State.OutputRoot -ChildPath $name
        if (-not (Test-Path -LiteralPath $path)) {
            Add-Content -LiteralPath $path -Value (Join-CsvLine -Values $tables[$name]) -Encoding UTF8
        }
    }
}

function Show-Summary {
    <#
    .SYNOPSIS
        Prints what was collected, what was not and what would cure it, and the hash to read out.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Archive,
        [AllowEmptyString()][string]$Hash = ''
    )
    Write-Host ''
    Write-Host 'Coverage (dataset and target)'
    $outcomes = @($Script:State.Outcomes)
    foreach ($status in 'ok', 'empty', 'partial', 'timeout', 'error', 'access-denied', 'not-available', 'unreachable', 'skipped', 'not-applicable') {
        $count = @($outcomes | Where-Object { $_.Status -eq $status }).Count
        if ($count -gt 0) {
            Write-Host ('  ' + $status.PadRight(16) + ([string]$count).PadLeft(6))
        }
    }
    Show-Gap
    Write-Host ''
    Write-Host ('Bundle: ' + $Archive)
    if (-not $Script:State.IsComplete) {
        Write-Host 'The run was interrupted: run the same command with -Resume.'
    }
    if ($Script:State.Redaction -eq 'Names') {
        Write-Host 'Keep redaction-key.txt and redaction-map.csv; give the bundle alone to the analyst.'
    }
    if ($Hash) {
        Write-Host 'Read this hash out to the analyst:'
        Write-Host ('  exposture audit BUNDLE --expect-hash "' + ([regex]::Replace($Hash, '.{4}', '$0 ')).Trim() + '"')
    } else {
        Write-Host 'No hash could be computed here: the bundle has no SHA256SUMS.'
    }
}

function Show-Gap {
    <#
    .SYNOPSIS
        Prints what was not collected, grouped by status and cure.
    #>
    [CmdletBinding()]
    param()
    $groups = @{}
    foreach ($outcome in @($Script:State.Outcomes | Where-Object { 'ok', 'empty', 'not-applicable' -notcontains $_.Status })) {
        $key = $outcome.Status + ': ' + ($outcome.Message -replace '^no \S+ in this shell: ', '')
        if (-not $groups.ContainsKey($key)) {
            $groups[$key] = @()
        }
        $groups[$key] += $outcome.Dataset + ' (' + $outcome.Target + ')'
    }
    if ($groups.Count -eq 0) {
        return
    }
    Write-Host ''
    Write-Host 'Not collected, or not whole'
    $sorted = @($groups.Keys | Sort-Object -Property { - $groups[$_].Count }, { $_ })
    foreach ($key in @($sorted | Select-Object -First 25)) {
        $text = $key
        if ($text.Length -gt 240) {
            $text = $text.Substring(0, 240) + '...'
        }
        Write-Host ('  ' + [string]$groups[$key].Count + ' x ' + $text)
        $named = @($groups[$key] | Select-Object -First 3) -join ', '
        if ($groups[$key].Count -gt 3) {
            $named += ', ...'
        }
        Write-Host ('      ' + $named)
    }
    if ($sorted.Count -gt 25) {
        Write-Host ('  and ' + [string]($sorted.Count - 25) + ' more reasons: see datasets.csv of the bundle')
    }
}

function Show-PairList {
    <#
    .SYNOPSIS
        Prints the calls of a run with their estimated seconds and bytes.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][object[]]$Pairs
    )
    $calls = 0
    $seconds = 0
    $bytes = [long]0
    foreach ($pair in $Pairs) {
        if ($pair.Skip) {
            Write-Host ('skipped   ' + $pair.Dataset.Name + ' on ' + $pair.Target + ': ' + $pair.Skip)
            continue
        }
        $source = $pair.Sources[0]
        $count = [string]$pair.Calls
        if ($source.ContainsKey('Each')) {
            $count = 'each'
        }
        $size = $pair.Calls * $KindBytes[$source.Kind]
        $calls += $pair.Calls
        $seconds += $pair.Seconds
        $bytes += $size
        $cost = $count.PadLeft(5) + ' call(s)' + ([string][int]$pair.Seconds).PadLeft(6) + ' s' + ([string][int]($size / 1000)).PadLeft(7) + ' KB  '
        Write-Host ($pair.Tier.PadRight(10) + $cost + $pair.Dataset.Name + ' on ' + $pair.Target + ': ' + $source.Read[0])
    }
    Write-Host ''
    $minutes = [string][int]($seconds / 60 + 0.5)
    Write-Host ('In all ' + [string]$calls + ' calls, about ' + $minutes + ' minutes and ' + [string][int]($bytes / 1000000 + 0.5) + ' MB.')
    Write-Host 'These are estimates: the help of the script has the formula. A line with "each" is one call for each row of another dataset.'
}

function New-TestResult {
    <#
    .SYNOPSIS
        Makes one line of the self-test.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Name,
        [Parameter(Mandatory = $true)][bool]$Passed,
        [AllowEmptyString()][string]$Detail = ''
    )
    return (New-Object -TypeName PSObject -Property @{ Name = $Name; Passed = $Passed; Detail = $Detail })
}

function Test-Word {
    <#
    .SYNOPSIS
        Tries the functions that only make text of text.
    #>
    [CmdletBinding()]
    param()
    $line = Join-CsvLine -Values @('a', 'b"c', 'd,e', '')
    New-TestResult -Name 'csv line' -Passed ($line -eq '"a","b""c","d,e",""') -Detail $line
    $words = @(Split-Word -List @('EX1,EX2', ' EX3 ')) -join '|'
    New-TestResult -Name 'lists with commas' -Passed ($words -eq 'EX1|EX2|EX3') -Detail $words
    $tiers = @(Expand-Tier -Tier @('deep', 'usage')) -join '|'
    New-TestResult -Name 'tiers' -Passed ($tiers -eq 'core|extended|deep|usage') -Detail $tiers
    $known = @(
        @{ Text = 'Version 14.3 (Build 123.4)'; Is = '2010' },
        @{ Text = 'Version 15.0 (Build 1497.2)'; Is = '2013' },
        @{ Text = 'Version 15.1 (Build 2507.6)'; Is = '2016' },
        @{ Text = 'Version 15.2 (Build 1748.10)'; Is = '2019' },
        @{ Text = 'Version 15.2 (Build 2562.17)'; Is = 'SE' },
        @{ Text = 'Version 16.0 (Build 1.1)'; Is = '' },
        @{ Text = ''; Is = '' }
    )
    foreach ($one in $known) {
        $is = [string](Get-ServerGeneration -Version $one.Text)
        New-TestResult -Name ('version ' + $one.Text) -Passed ($is -eq $one.Is) -Detail $is
    }
    $stamp = ConvertTo-IsoTime -Time ([datetime]'2026-01-02T03:04:05Z') -IsUtc $true
    New-TestResult -Name 'time' -Passed ($stamp -eq '2026-01-02T03:04:05Z') -Detail $stamp
}

function Test-Catalogue {
    <#
    .SYNOPSIS
        Looks whether the block of datasets is whole.
    #>
    [CmdletBinding()]
    param()
    $names = @($Catalogue | ForEach-Object { $_.Name })
    $odd = @(foreach ($dataset in $Catalogue) {
            foreach ($source in $dataset.Sources) {
                $isWhole = $source.Id -and @($source.Read).Count -gt 0 -and $KindBytes.ContainsKey($source.Kind)
                $isPlaced = $TierOrder -contains $source.Tier -and 'org', 'server', 'dc', 'ldap' -contains $source.Target -and $source.Seconds -gt 0
                $isJoined = @($source.Each | Where-Object { $_ -ne $null -and $names -notcontains $_.Dataset }).Count -eq 0
                if (-not ($isWhole -and $isPlaced -and $isJoined)) {
                    $dataset.Name + '/' + $source.Id
                }
            }
        })
    $twice = @($names | Group-Object | Where-Object { $_.Count -gt 1 } | ForEach-Object { $_.Name })
    $count = 'catalogue of ' + [string]$names.Count + ' datasets'
    New-TestResult -Name $count -Passed ($odd.Count + $twice.Count -eq 0) -Detail (($odd + $twice) -join ', ')
}

function Test-Call {
    <#
    .SYNOPSIS
        Tries the calls: what is no Get- cmdlet is refused, errors are told apart, and the worker answers.
    #>
    [CmdletBinding()]
    param()
    $isRefused = $false
    try {
        [void](Start-CatalogueCall -Command 'Write-Host' -Arguments @{} -Pipeline $null) # exposture-lint: allow COMMAND.unknown it is refused
    } catch {
        $isRefused = $true
    }
    New-TestResult -Name 'what is no Get- cmdlet is refused' -Passed $isRefused
    $known = @(
        @{ Id = 'CommandNotFoundException'; Category = 'ObjectNotFound'; Is = 'not-available' },
        @{ Id = 'GetWMICOMException'; Category = 'PermissionDenied'; Is = 'access-denied' },
        @{ Id = '[FailureCategory=Cmdlet-RpcClientException] 1A2B3C4D,Get-Queue'; Category = 'ReadError'; Is = 'unreachable' },
        @{ Id = '[FailureCategory=Cmdlet-ManagementObjectNotFoundException] 1A2B3C4D'; Category = 'NotSpecified'; Is = 'error' }
    )
    foreach ($one in $known) {
        $category = New-Object -TypeName PSObject -Property @{ Category = $one.Category; Reason = '' }
        $record = New-Object -TypeName PSObject -Property @{ FullyQualifiedErrorId = $one.Id; CategoryInfo = $category; Exception = $null }
        $status = Resolve-ErrorStatus -ErrorRecord $record
        New-TestResult -Name ('error that means ' + $one.Is) -Passed ($status -eq $one.Is) -Detail $status
    }
    if (-not $Script:State.IsConstrained -and (Open-WorkerRunspace)) {
        $Script:State.CallMode = 'worker'
        $call = Invoke-BoundedCommand -Command 'Get-Date' -Seconds 60
        New-TestResult -Name 'a call with a time limit' -Passed (@($call.Rows).Count -eq 1 -and -not $call.TimedOut)
        Close-WorkerRunspace
        $Script:State.CallMode = 'direct'
    }
}

function Test-File {
    <#
    .SYNOPSIS
        Tries hash and archive on a file in the output folder, and removes what it wrote.
    #>
    [CmdletBinding()]
    param()
    Initialize-Output
    Initialize-Method
    $path = Join-Path -Path $Script:State.OutputPath -ChildPath 'exposture-selftest'
    if ($Script:State.IsConstrained) {
        Set-Content -LiteralPath ($path + '.part') -Value 'abc' -Encoding ASCII
        $hash = Get-FileHashText -Path ($path + '.part')
        $isRight = $hash.Length -eq 64 -or $Script:State.HashMethod -eq 'none'
        New-TestResult -Name ('hash by ' + $Script:State.HashMethod) -Passed $isRight -Detail $hash
    } else {
        Write-SumText -Path ($path + '.part') -Text 'abc'
        $hash = Get-FileHashText -Path ($path + '.part')
        $isRight = $hash -eq 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
        New-TestResult -Name ('hash by ' + $Script:State.HashMethod) -Passed $isRight -Detail $hash
    }
    if ($Script:State.ArchiveMethod -eq 'zip' -and -not $Script:State.IsConstrained) {
        Test-ZipFile -Path $path
    } else {
        New-TestResult -Name ('archive: ' + $Script:State.ArchiveMethod) -Passed $true -Detail 'not tried'
    }
    Remove-Item -LiteralPath ($path + '.part') -ErrorAction SilentlyContinue
    Remove-Item -LiteralPath ($path + '.zip.part') -ErrorAction SilentlyContinue
}

function Test-ZipFile {
    <#
    .SYNOPSIS
        Packs a file and reads it back. FullLanguage only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path
    )
    # exposture-lint: full-language the zip is a .NET object
    $text = ''
    try {
        $stream = [System.IO.File]::Create($Path + '.zip.part')
        $zip = New-Object -TypeName System.IO.Compression.ZipArchive -ArgumentList $stream, 'Create'
        Add-ZipEntry -Zip $zip -Name 'servers/X/abc.txt' -Path ($Path + '.part')
        $zip.Dispose()
        $stream.Close()
        $stream = [System.IO.File]::OpenRead($Path + '.zip.part')
        $zip = New-Object -TypeName System.IO.Compression.ZipArchive -ArgumentList $stream, 'Read'
        foreach ($entry in $zip.Entries) {
            $reader = New-Object -TypeName System.IO.StreamReader -ArgumentList $entry.Open()
            $text = $entry.FullName + '=' + $reader.ReadToEnd()
            $reader.Close()
        }
        $stream.Close()
    } catch {
        $text = [string]$_.Exception.Message
    }
    New-TestResult -Name 'archive: zip' -Passed ($text -eq 'servers/X/abc.txt=abc') -Detail $text
}

function Invoke-SelfTest {
    <#
    .SYNOPSIS
        Tries the script's own functions and prints a block to paste into an issue.
    .OUTPUTS
        0 where all passed, else 1.
    #>
    [CmdletBinding()]
    param()
    $results = @()
    foreach ($step in 'Test-Word', 'Test-Catalogue', 'Test-Call', 'Test-File', 'Test-Values') {
        try {
            switch ($step) {
                'Test-Word' { $results += @(Test-Word) }
                'Test-Catalogue' { $results += @(Test-Catalogue) }
                'Test-Call' { $results += @(Test-Call) }
                'Test-File' { $results += @(Test-File) }
                'Test-Values' { $results += @(Test-Values) }
            }
        } catch {
            $results += New-TestResult -Name $step -Passed $false -Detail ([string]$_.Exception.Message)
        }
    }
    Write-Host '----- exposture self-test -----'
    Write-Host ('collector ' + $CollectorVersion + ', ' + (Get-CatalogueVersion))
    $mode = [string]$ExecutionContext.SessionState.LanguageMode
    $clr = ', CLR ' + [string]$PSVersionTable.CLRVersion + ', '
    Write-Host ('PowerShell ' + [string]$PSVersionTable.PSVersion + $clr + $mode + ', ' + [string](Get-Culture).Name)
    $failed = @($results | Where-Object { -not $_.Passed })
    foreach ($result in $results) {
        $word = 'ok    '
        if (-not $result.Passed) {
            $word = 'FAIL  '
        }
        $text = $word + $result.Name
        if ($result.Detail -and -not $result.Passed) {
            $text += ': ' + $result.Detail
        }
        Write-Host $text
    }
    Write-Host ('----- ' + [string]($results.Count - $failed.Count) + ' of ' + [string]$results.Count + ' passed -----')
    if ($failed.Count -gt 0) {
        return 1
    }
    return 0
}

# Exchange, where one cmdlet does not say it all: folders of mailboxes, and diagnostic answers in XML.

function Read-SpecialSource {
    <#
    .SYNOPSIS
        Reads a source of Exchange whose rows take more than one call or stand in a text of XML.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Name,
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target
    )
    switch ($Name) {
        'exchange_diagnostic_overrides' { Read-DiagnosticOverride -Source $Source -Target $Target }
        'exchange_diagnostic_resources' { Read-DiagnosticResource -Source $Source -Target $Target }
        'mailbox_calendar_folders' { Read-MailboxFolder -Source $Source -Target $Target -Scope @('Calendar') }
        'mailbox_folder_permissions' { Read-MailboxFolder -Source $Source -Target $Target -Scope @('Root', 'Calendar', 'Inbox') }
    }
}

function Read-DiagnosticOverride {
    <#
    .SYNOPSIS
        Reads the setting overrides that a server has in force; one row without a name where it has none.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target
    )
    foreach ($answer in @(Read-ExchangeSource -Source $Source -Target $Target | Where-Object { $_ -ne $null })) {
        $document = ConvertTo-AnswerDocument -Answer $answer
        $updated = $null
        foreach ($list in @($document.SelectNodes('//Overrides'))) {
            $updated = $list.GetAttribute('Updated')
        }
        $found = @($document.SelectNodes('//SettingOverride'))
        foreach ($node in $found) {
            ConvertTo-OverrideRow -Node $node -Updated $updated -Target $Target
        }
        if ($found.Count -eq 0) {
            New-Object -TypeName PSObject -Property @{ Name = $null; Updated = $updated; Server = $Target }
        }
    }
}

function ConvertTo-AnswerDocument {
    <#
    .SYNOPSIS
        Parses the XML text of a diagnostic answer; ends the read where it is none.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Answer
    )
    $text = [string]$Answer.Result
    if (-not $text.TrimStart().StartsWith('<')) {
        Stop-Reading -Status error -Message 'the diagnostic answer is no XML: the process may not run on this server'
    }
    return [xml]$text
}

function ConvertTo-OverrideRow {
    <#
    .SYNOPSIS
        Makes a row of one setting override.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Node,
        [AllowNull()][AllowEmptyString()][string]$Updated,
        [Parameter(Mandatory = $true)][string]$Target
    )
    $table = @{ Server = $Target; Updated = $Updated }
    foreach ($name in 'Name', 'ComponentName', 'SectionName', 'Reason', 'Status') {
        $table[$name] = $null
        foreach ($child in @($Node.SelectNodes($name))) {
            $table[$name] = $child.InnerText
        }
    }
    $table['Parameters'] = @($Node.SelectNodes('Parameters/*') | ForEach-Object { $_.InnerText })
    New-Object -TypeName PSObject -Property $table
}

function Read-DiagnosticResource {
    <#
    .SYNOPSIS
        Reads what the transport service says of the resources it watches: a row for each meter.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target
    )
    foreach ($answer in @(Read-ExchangeSource -Source $Source -Target $Target | Where-Object { $_ -ne $null })) {
        $document = ConvertTo-AnswerDocument -Answer $answer
        foreach ($node in @($document.SelectNodes('//*[@Resource]'))) {
            $table = @{ Server = $Target }
            foreach ($name in 'Resource', 'CurrentResourceUse', 'PreviousResourceUse', 'Pressure', 'PressureTransitions') {
                $table[$name] = $node.GetAttribute($name)
            }
            New-Object -TypeName PSObject -Property $table
        }
    }
}

function Read-MailboxFolder {
    <#
    .SYNOPSIS
        Calls a cmdlet for folders of each mailbox; the folders are named in the language of the mailbox, so their names are asked for first.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][string]$Target,
        [Parameter(Mandatory = $true)][string[]]$Scope
    )
    foreach ($command in $Source.Read[0], 'Get-MailboxFolderStatistics') {
        if (-not (Test-CommandAvailable -Name $command)) {
            Stop-Reading -Status not-available -Message ('no ' + $command + ' in this shell: ' + (Get-StatusCure -Status 'not-available'))
        }
    }
    $each = @($Source.Each)[0]
    $list = @(Get-KeptRow -Dataset $each.Dataset -Target $Target | Where-Object { $_ -ne $null })
    $number = 0
    foreach ($mailbox in $list) {
        $number += 1
        $dn = [string](Get-PathValue -InputObject $mailbox -Path $each.Path)
        if (Test-Deadline) {
            Add-ReadWarning -Message ('-MaxMinutes ended the read after ' + ($number - 1) + ' of ' + $list.Count + ' mailboxes')
            break
        }
        if ($dn) {
            Write-EachProgress -Command $Source.Read[0] -Number $number -Count $list.Count
            foreach ($one in $Scope) {
                Read-OneFolder -Source $Source -Mailbox $mailbox -Dn $dn -Scope $one
            }
        }
    }
}

function Read-OneFolder {
    <#
    .SYNOPSIS
        Calls a cmdlet for one folder of one mailbox and adds which folder it is.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Source,
        [Parameter(Mandatory = $true)][object]$Mailbox,
        [Parameter(Mandatory = $true)][string]$Dn,
        [Parameter(Mandatory = $true)][string]$Scope
    )
    $seconds = Get-CallSecond -Source $Source
    $path = '/'
    if ($Scope -ne 'Root') {
        $folders = @(Read-ExchangeCall -Command 'Get-MailboxFolderStatistics' -Arguments @{ 'Identity' = $Dn; 'FolderScope' = $Scope } -Seconds $seconds | Where-Object { $_ -ne $null })
        if ($folders.Count -eq 0 -or -not $folders[0].FolderPath) {
            return
        }
        $path = [string]$folders[0].FolderPath
    }
    $identity = $Dn + ':' + $path.Replace('/', '\')
    foreach ($row in @(Read-ExchangeCall -Command $Source.Read[0] -Arguments @{ 'Identity' = $identity } -Seconds $seconds | Where-Object { $_ -ne $null })) {
        Add-Member -InputObject $row -MemberType NoteProperty -Name 'FolderPath' -Value $path -Force
        Add-Member -InputObject $row -MemberType NoteProperty -Name 'FolderType' -Value $Scope -Force
        Add-RowProperty -Row $row -From $Mailbox -Add @($Source.Each)[0]['Add']
    }
}
# Main: from the settings to the exit code.

function Set-OwnPriority {
    <#
    .SYNOPSIS
        Lets the shell run below normal priority while the script reads. FullLanguage only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string]$Priority
    )
    # exposture-lint: full-language the priority is a property of a .NET object
    if (-not $Priority) {
        return
    }
    try {
        $process = Get-Process -Id $PID
        if (-not $Script:State.OldPriority) {
            $Script:State.OldPriority = [string]$process.PriorityClass
        }
        $process.PriorityClass = $Priority # exposture-lint: allow WARN.property-set it is this process, and it is given back
    } catch {
        Write-RunLog -Message ('the priority stays: ' + $_.Exception.Message)
    }
}

function Connect-Estate {
    <#
    .SYNOPSIS
        Finds this computer, the directory and, for the role Exchange, the organization and its servers.
    #>
    [CmdletBinding()]
    param()
    $Script:State.Host = Get-HostFact
    $Script:State.Computer = $Script:State.Host.Name
    $Script:State.CallServer = $Script:State.Computer
    Connect-Directory
    if ($Script:State.Setting.Role -eq 'DomainController') {
        return
    }
    Connect-Exchange
    Set-ForestScope
    Initialize-ServerList
    Read-Organization
}

function Get-Refusal {
    <#
    .SYNOPSIS
        Says why the run cannot be, once the estate is known.
    .OUTPUTS
        A hashtable Code, Message; Code 0 where it can be.
    #>
    [CmdletBinding()]
    param()
    $setting = $Script:State.Setting
    $role = [int]$Script:State.Host.DomainRole
    if ($setting.Role -eq 'DomainController') {
        if ($role -ge 0 -and $role -lt 4) {
            return @{ Code = 2; Message = 'this computer is no domain controller: run -Role DomainController on one' }
        }
        return @{ Code = 0; Message = '' }
    }
    if ($Script:State.Connection -eq 'none' -and [int]$PSVersionTable.PSVersion.Major -ge 6) {
        $message = 'this PowerShell has no Exchange cmdlets and no session could be opened: please use Windows PowerShell on an Exchange server'
        return @{ Code = 3; Message = $message }
    }
    if ($Script:State.Connection -eq 'none' -and @($Script:State.Servers).Count -eq 0 -and -not $Script:State.RootDn) {
        return @{ Code = 3; Message = 'there are no Exchange cmdlets, no session and no directory here: run the script on an Exchange server' }
    }
    $asked = @($Script:State.Servers | Where-Object { $_ -ne $null -and (Test-ServerAsked -Server $_) })
    if ($setting.Server.Count -gt 0 -and $asked.Count -eq 0) {
        return @{ Code = 2; Message = 'no server of -Server is one that the directory lists' }
    }
    return @{ Code = 0; Message = '' }
}

function Open-Output {
    <#
    .SYNOPSIS
        Makes output folder, redaction and bundle folder ready.
    .OUTPUTS
        A hashtable Code, Message; Code 0 where they are.
    #>
    [CmdletBinding()]
    param(
        [AllowNull()][AllowEmptyString()][string]$ScriptPath
    )
    try {
        Initialize-Output
    } catch {
        return @{ Code = 4; Message = ('the output folder cannot be written: ' + $_.Exception.Message) }
    }
    try {
        Initialize-Redaction -Folder $Script:State.OutputPath
    } catch {
        return @{ Code = 2; Message = [string]$_.Exception.Message }
    }
    Initialize-Term
    Initialize-Method
    try {
        $fault = Open-Bundle
    } catch {
        return @{ Code = 4; Message = ('the bundle folder cannot be written: ' + $_.Exception.Message) }
    }
    if ($fault) {
        return @{ Code = 2; Message = $fault }
    }
    Open-RunLog
    Set-RunFact -ScriptPath $ScriptPath
    $Script:State.Run['servers_known'] = [string]@($Script:State.Servers).Count
    Write-RunFile -Status 'interrupted'
    return @{ Code = 0; Message = '' }
}

function Invoke-Run {
    <#
    .SYNOPSIS
        Makes one run: connects, plans, reads.
    .OUTPUTS
        The exit code
    #>
    [CmdletBinding()]
    param(
        [AllowNull()][AllowEmptyString()][string]$ScriptPath
    )
    Connect-Estate
    $refusal = Get-Refusal
    if ($refusal.Code -ne 0) {
        Write-Warning $refusal.Message
        return $refusal.Code
    }
    Initialize-Needed
    $pairs = @(Get-ExpectedPair)
    if ($Script:State.Setting.ListOnly) {
        Show-PairList -Pairs $pairs
        return 0
    }
    $opened = Open-Output -ScriptPath $ScriptPath
    if ($opened.Code -ne 0) {
        Write-Warning $opened.Message
        return $opened.Code
    }
    if ($Script:State.Setting.MaxMinutes -gt 0) {
        $Script:State.Deadline = $Script:State.Started.AddMinutes($Script:State.Setting.MaxMinutes)
    }
    Write-RunLog -Message ([string]$pairs.Count + ' pairs of dataset and target are expected')
    Invoke-Schedule -Pairs $pairs
    $Script:State.IsComplete = $true
    return 0
}

function Close-Run {
    <#
    .SYNOPSIS
        Gives back what the run has borrowed: scope, session, worker, priority.
    #>
    [CmdletBinding()]
    param()
    try {
        Restore-ForestScope
        Close-ExchangeSession
        if (-not $Script:State.IsConstrained) {
            Close-WorkerRunspace
            Set-OwnPriority -Priority $Script:State.OldPriority
        }
    } catch {
        Write-Warning ('something was not closed: ' + $_.Exception.Message)
    }
}

function Invoke-Collector {
    <#
    .SYNOPSIS
        Runs the script with its settings; whatever happens, the bundle is ended and the shell is left as it was.
    .OUTPUTS
        The exit code
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Setting,
        [AllowNull()][AllowEmptyString()][string]$ScriptPath
    )
    $Script:State = New-CollectorState -Setting $Setting
    $Script:State.Started = [datetime]::UtcNow
    Reset-ReadState
    $faults = @(Get-SettingFault -Setting $Setting)
    if ($faults.Count -eq 0 -and -not $Setting.ListOnly -and -not (Test-RedactionPossible -Mode $Setting.Redact)) {
        $faults = @('-Redact Names needs HMAC-SHA256, which this language mode has not: use -Redact Strict, or have the script allowed')
    }
    if ($faults.Count -gt 0) {
        $faults | ForEach-Object { Write-Warning $_ }
        return 2
    }
    if ($Setting.SelfTest) {
        return (Invoke-SelfTest)
    }
    $code = 1
    try {
        if (-not $Script:State.IsConstrained) {
            Set-OwnPriority -Priority 'BelowNormal'
        }
        $answer = @(Invoke-Run -ScriptPath $ScriptPath)
        $code = [int]$answer[$answer.Count - 1]
    } catch {
        Write-Warning ('the run failed: ' + $_.Exception.Message)
        $code = 1
    } finally {
        Close-Run
        try {
            Complete-Run
        } catch {
            Write-Warning ('the bundle could not be ended: ' + $_.Exception.Message)
            $code = 4
        }
    }
    return $code
}

# A test that sets $ExpostureNoMain gets the functions and nothing runs.
if (-not $ExpostureNoMain) {
    $ExpostureGiven = @{}
    foreach ($ExpostureName in @($PSBoundParameters.Keys)) {
        if ($ExpostureName) {
            $ExpostureGiven[$ExpostureName] = $PSBoundParameters[$ExpostureName]
        }
    }
    $ExpostureSetting = New-CollectorSetting -Given $ExpostureGiven
    $ExpostureAnswer = @(Invoke-Collector -Setting $ExpostureSetting -ScriptPath $MyInvocation.MyCommand.Path)
    if ($MyInvocation.MyCommand.Path) {
        exit [int]$ExpostureAnswer[$ExpostureAnswer.Count - 1]
    }
}
