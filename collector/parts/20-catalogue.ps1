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
            @{ Name = 'object_class'; Type = 'list<string>'; Class = 'config'; Holds = 'words'; Paths = @('objectClass') }
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
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('distinguishedName') }
            @{ Name = 'object_class'; Type = 'list<string>'; Class = 'config'; Holds = 'words'; Paths = @('objectClass') }
            @{ Name = 'sddl'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('Sddl') }
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
            @{ Name = 'dns_host_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('dNSHostName') }
            @{ Name = 'site'; Type = 'name'; Class = 'config'; Holds = 'words'; Paths = @('site') }
            @{ Name = 'options'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('options') }
            @{ Name = 'is_rodc'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('is_rodc') }
            @{ Name = 'operating_system'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('operatingSystem') }
            @{ Name = 'operating_system_version'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('operatingSystemVersion') }
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
            @{ Name = 'well_known_guid'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('WellKnownGuid') }
            @{ Name = 'sam_account_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('sAMAccountName') }
            @{ Name = 'object_sid'; Type = 'sid'; Class = 'identity'; Holds = 'sid'; Paths = @('objectSid', 'SID') }
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('distinguishedName') }
            @{ Name = 'object_class'; Type = 'list<string>'; Class = 'config'; Holds = 'words'; Paths = @('objectClass') }
            @{ Name = 'ou'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('ou') }
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
            @{ Name = 'domain_dn'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('domain_dn') }
            @{ Name = 'pdc_emulator'; Type = 'name'; Class = 'config'; Holds = 'words'; Paths = @('pdc_emulator') }
            @{ Name = 'is_forest_root'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('is_forest_root') }
            @{ Name = 'fsmo_role_owner'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('fSMORoleOwner') }
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
            @{ Name = 'domain_dn'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('domain_dn') }
            @{ Name = 'member_sid'; Type = 'sid'; Class = 'security'; Holds = 'sid'; Paths = @('member_sid') }
            @{ Name = 'member_dn'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('member_dn') }
            @{ Name = 'object_class'; Type = 'list<string>'; Class = 'config'; Holds = 'words'; Paths = @('objectClass') }
            @{ Name = 'sam_account_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('sAMAccountName') }
            @{ Name = 'user_principal_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('userPrincipalName') }
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
            @{ Name = 'distinguished_name'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('distinguishedName') }
            @{ Name = 'mailbox_sddl'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('mailbox_sddl') }
            @{ Name = 'object_sddl'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('object_sddl') }
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
            @{ Name = 'extended_rights'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('ExtendedRights') }
            @{ Name = 'deny'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('Deny') }
            @{ Name = 'is_inherited'; Type = 'bool'; Class = 'security'; Holds = 'plain'; Paths = @('IsInherited') }
            @{ Name = 'inheritance_type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('InheritanceType') }
            @{ Name = 'child_object_types'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('ChildObjectTypes') }
            @{ Name = 'inherited_object_type'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('InheritedObjectType') }
            @{ Name = 'properties'; Type = 'list<string>'; Class = 'security'; Holds = 'words'; Paths = @('Properties') }
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
            @{ Name = 'thumbprint'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Thumbprint') }
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
            @{ Name = 'location'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('location') }
            @{ Name = 'section'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('section') }
            @{ Name = 'element'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('element') }
            @{ Name = 'attribute'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('attribute') }
            @{ Name = 'value'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('value') }
            @{ Name = 'item_x_path'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @() }
            @{ Name = 'protocol'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @() }
            @{ Name = 'binding_information'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @() }
            @{ Name = 'ssl_flags_value'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @() }
            @{ Name = 'certificate_hash'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @() }
            @{ Name = 'certificate_store_name'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @() }
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
            @{ Name = 'match_url'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('match_url') }
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
                Each     = @(@{ Dataset = 'public_folders'; Path = 'Identity'; Parameter = 'Identity'; Where = @{ 'MailEnabled' = @('True') }; Add = @{ 'FolderEntryId' = 'EntryId' } })
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
            @{ Name = 'msi_install_path'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('MsiInstallPath') }
            @{ Name = 'enable_serialization_data_signing'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('EnableSerializationDataSigning') }
            @{ Name = 'disable_base_type_check_for_deserialization'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('DisableBaseTypeCheckForDeserialization') }
            @{ Name = 'enable_ecc_certificate_support'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('EnableEccCertificateSupport') }
            @{ Name = 'cts_processor_affinity_percentage'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('CtsProcessorAffinityPercentage') }
            @{ Name = 'disable_granular_replication'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('DisableGranularReplication') }
            @{ Name = 'disable_async_notification'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('DisableAsyncNotification') }
            @{ Name = 'disable_preservation'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('DisablePreservation') }
            @{ Name = 'database_path'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('DatabasePath') }
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
            @{ Name = 'binding'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('binding') }
            @{ Name = 'ssl_cert_hash'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('SslCertHash') }
            @{ Name = 'ssl_cert_store_name'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('SslCertStoreName') }
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
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('key_path') }
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
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('key_path') }
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
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('key_path') }
            @{ Name = 'keep_alive_time'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('KeepAliveTime') }
            @{ Name = 'disabled_components'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('DisabledComponents') }
            @{ Name = 'name_server'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('NameServer') }
            @{ Name = 'dhcpv6_dns_servers'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('Dhcpv6DNSServers') }
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
            @{ Name = 'time_zone_key_name'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('TimeZoneKeyName') }
            @{ Name = 'dynamic_daylight_time_disabled'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('DynamicDaylightTimeDisabled') }
            @{ Name = 'standard_start'; Type = 'list<string>'; Class = 'config'; Holds = 'words'; Paths = @('StandardStart') }
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
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('key_path') }
            @{ Name = 'display_name'; Type = 'name'; Class = 'config'; Holds = 'words'; Paths = @('DisplayName') }
            @{ Name = 'display_version'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('DisplayVersion') }
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
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('key_path') }
            @{ Name = 'type'; Type = 'enum'; Class = 'security'; Holds = 'plain'; Paths = @('Type') }
            @{ Name = 'ntp_server'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('NtpServer') }
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
            @{ Name = 'product_name'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('ProductName') }
            @{ Name = 'installation_type'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('InstallationType') }
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
            @{ Name = 'key_path'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('key_path') }
            @{ Name = 'proxy_address'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('proxy_address') }
            @{ Name = 'bypass_list'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('bypass_list') }
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
            @{ Name = 'local_states'; Type = 'list<string>'; Class = 'volatile'; Holds = 'words'; Paths = @('LocalStates') }
            @{ Name = 'remote_states'; Type = 'list<string>'; Class = 'volatile'; Holds = 'words'; Paths = @('RemoteStates') }
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
                Read     = @('HttpProxy logs: Protocol, AuthenticationType, AuthenticatedUser, UserAgent; IIS logs: cs-uri-stem, cs-username, cs(User-Agent)')
                Target   = 'server'
                Tier     = 'usage'
                Versions = @('all')
                Roles    = @('any')
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
                Read     = @('Pop3 and Imap4 protocol logs: cIp, user, command, parameters')
                Target   = 'server'
                Tier     = 'usage'
                Versions = @('all')
                Roles    = @('any')
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
                Read     = @('HttpProxy logs of MAPI and RPC: UserAgent, AuthenticatedUser')
                Target   = 'server'
                Tier     = 'usage'
                Versions = @('all')
                Roles    = @('any')
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
                Read     = @('SmtpReceive protocol logs: connector-id, session-id, remote-endpoint, event, data')
                Target   = 'server'
                Tier     = 'usage'
                Versions = @('all')
                Roles    = @('any')
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
            @{ Name = 'thumbprint'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Thumbprint') }
            @{ Name = 'subject'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('Subject') }
            @{ Name = 'issuer'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('Issuer') }
            @{ Name = 'serial_number'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('SerialNumber') }
            @{ Name = 'friendly_name'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('FriendlyName') }
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
            @{ Name = 'domain'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Domain') }
            @{ Name = 'domain_role'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('DomainRole') }
            @{ Name = 'part_of_domain'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('PartOfDomain') }
            @{ Name = 'manufacturer'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('Manufacturer') }
            @{ Name = 'model'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('Model') }
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
            @{ Name = 'log_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('LogName') }
            @{ Name = 'provider_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('ProviderName') }
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
            @{ Name = 'log_name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('LogName') }
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
            @{ Name = 'path'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('path', 'FileName') }
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
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name'); SourcePaths = @{ 'wmi' = @() } }
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
            @{ Name = 'path'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('path', 'FileName') }
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
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
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
            @{ Name = 'hot_fix_id'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('HotFixID') }
            @{ Name = 'description'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('Description') }
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
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
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
            @{ Name = 'instance_id'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('InstanceID') }
            @{ Name = 'interface_description'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('InterfaceDescription') }
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
            @{ Name = 'setting_id'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('SettingID') }
            @{ Name = 'index'; Type = 'int'; Class = 'identity'; Holds = 'plain'; Paths = @('Index') }
            @{ Name = 'description'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('Description') }
            @{ Name = 'ip_enabled'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('IPEnabled') }
            @{ Name = 'ip_address'; Type = 'list<ip>'; Class = 'config'; Holds = 'address'; Paths = @('IPAddress') }
            @{ Name = 'ip_subnet'; Type = 'list<string>'; Class = 'config'; Holds = 'words'; Paths = @('IPSubnet') }
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
            @{ Name = 'caption'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('Caption') }
            @{ Name = 'build_number'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('BuildNumber') }
            @{ Name = 'os_version'; Type = 'version'; Class = 'config'; Holds = 'plain'; Paths = @('Version') }
            @{ Name = 'product_type'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('ProductType') }
            @{ Name = 'operating_system_sku'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('OperatingSystemSKU') }
            @{ Name = 'os_language'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('OSLanguage') }
            @{ Name = 'os_architecture'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('OSArchitecture') }
            @{ Name = 'service_pack_major_version'; Type = 'int'; Class = 'config'; Holds = 'plain'; Paths = @('ServicePackMajorVersion') }
            @{ Name = 'system_drive'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('SystemDrive') }
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
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
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
            @{ Name = 'counter'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Counter') }
            @{ Name = 'counter_path'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @() }
            @{ Name = 'instance'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Instance') }
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
            @{ Name = 'instance_id'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('InstanceID') }
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
            @{ Name = 'device_id'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('DeviceID') }
            @{ Name = 'name'; Type = 'name'; Class = 'config'; Holds = 'words'; Paths = @('Name') }
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
            @{ Name = 'subject'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('Subject') }
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
            @{ Name = 'task_path'; Type = 'string'; Class = 'identity'; Holds = 'label'; Paths = @('task_path') }
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
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'display_name'; Type = 'name'; Class = 'config'; Holds = 'words'; Paths = @('DisplayName') }
            @{ Name = 'state'; Type = 'enum'; Class = 'volatile'; Holds = 'plain'; Paths = @('State') }
            @{ Name = 'start_mode'; Type = 'enum'; Class = 'config'; Holds = 'plain'; Paths = @('StartMode') }
            @{ Name = 'delayed_auto_start'; Type = 'bool'; Class = 'config'; Holds = 'plain'; Paths = @('DelayedAutoStart') }
            @{ Name = 'start_name'; Type = 'string'; Class = 'security'; Holds = 'words'; Paths = @('StartName') }
            @{ Name = 'path_name'; Type = 'string'; Class = 'config'; Holds = 'words'; Paths = @('PathName') }
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
            @{ Name = 'reference_id'; Type = 'string'; Class = 'volatile'; Holds = 'words'; Paths = @('ReferenceId') }
            @{ Name = 'last_successful_sync_time'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('LastSuccessfulSyncTime') }
            @{ Name = 'root_dispersion'; Type = 'duration'; Class = 'volatile'; Holds = 'plain'; Paths = @('RootDispersion') }
            @{ Name = 'collected_utc'; Type = 'timestamp'; Class = 'volatile'; Holds = 'plain'; Paths = @('collected_utc') }
            @{ Name = 'text'; Type = 'string'; Class = 'volatile'; Holds = 'words'; Paths = @('text') }
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

