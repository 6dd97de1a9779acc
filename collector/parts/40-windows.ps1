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
    transport_services = @('Name', 'PickupDirectoryPath', 'ReplayDirectoryPath', 'MessageTrackingLogPath')
    transport_agents   = @('AssemblyPath')
    mailbox_databases  = @('Name', 'EdbFilePath', 'LogFolderPath')
}

# Computers that did not answer once: they are not asked again in this run.
$UnreachableHosts = @{}

# What one run has already read and another dataset needs: application host configuration, expanded groups.
$WindowsCache = @{}

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
        $text = [string](Get-XmlAttribute -Element $condition -Name 'input') + ' ' + [string](Get-XmlAttribute -Element $condition -Name 'pattern')
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
            $table['ReferenceId'] = $matches[1]
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

function Invoke-MailboxCall {
    <#
    .SYNOPSIS
        Calls a cmdlet for one mailbox within its time; what failed is counted as a warning.
    .OUTPUTS
        The objects of the cmdlet
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Command,
        [Parameter(Mandatory = $true)][hashtable]$Arguments
    )
    $call = Invoke-BoundedCommand -Command $Command -Arguments $Arguments -Seconds 120
    if ($call.TimedOut -or @($call.Errors | Where-Object { $_ -ne $null }).Count -gt 0) {
        Add-ReadWarning -Message ($Command + ' failed or took too long for some mailboxes: run with the role Mail Recipients')
    }
    foreach ($row in @($call.Rows)) {
        if ($row -ne $null) {
            $row
        }
    }
}

