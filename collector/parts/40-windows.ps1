# Readers of Windows and of the directory: WMI, registry, LDAP, programs, files, events and certificates.

# Cmdlets of Windows; every other cmdlet that a source names is one of Exchange.
$WindowsCmdlets = @(
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
        'dns_records' { Stop-Reading -Status skipped -Message 'filled by hand on a host that reaches DNS: see the collector page of the documentation' }
        'exchange_config_files' { Read-ExchangeConfigFile -Target $Target }
        'iis_application_pools' { Read-IisApplicationPool -Target $Target }
        'iis_config' { Read-IisConfiguration -Target $Target }
        'iis_rewrite_rules' { Read-IisRewriteRule -Target $Target }
        'registry_acls' { Read-RegistryDescriptor -Source $Source -Target $Target }
        'registry_exchange' { Read-ExchangeRegistry -Source $Source -Target $Target -Name $name }
        'registry_http_ssl_bindings' { Read-SslBinding -Source $Source -Target $Target }
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
    if ($Target -eq $Script:State.Computer -or 'org', 'ldap' -contains $Target) {
        return 'localhost'
    }
    foreach ($server in @($Script:State.Servers | Where-Object { $_ -ne $null -and $_.Name -eq $Target })) {
        if ($server.IsLocal) {
            return 'localhost'
        }
        if ($server.Fqdn) {
            return [string]$server.Fqdn
        }
    }
    return $Target
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
    $folder = Join-Path (Join-Path (Join-Path $Script:State.OutputRoot 'servers') (Protect-ServerName -Name $Target)) 'raw'
    if (-not (Test-Path -LiteralPath $folder)) {
        [void](New-Item -ItemType Directory -Path $folder -Force)
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
            $rows = @(Get-WmiObject -Class $Class -Namespace $Namespace -Filter $Filter -ComputerName $Computer -ErrorAction Stop)
        } else {
            $rows = @(Get-WmiObject -Class $Class -Namespace $Namespace -ComputerName $Computer -ErrorAction Stop)
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
    foreach ($part in @(($Pattern -replace '^HKLM:?\\', '') -split '\\')) {
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
        PSObjects: Path, Exists, Values; a key that was looked for by its whole name and is absent has one
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
                $refused += 'HKLM\' + $key.Path
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
        Makes a row of one key: its path, whether it is there, and each wanted value, null where it is not written.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object]$Key,
        [Parameter(Mandatory = $true)][string[]]$Name
    )
    $table = @{}
    foreach ($one in $Name) {
        $table[$one] = $null
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
        foreach ($key in @($keys | Where-Object { $_ -ne $null })) {
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
    $patterns = @($Source.Read | ForEach-Object { $_.TrimEnd('\', '*') + '\*' })
    foreach ($key in @(Read-RegistryPattern -Pattern $patterns -Target $Target -Name @('SslCertHash', 'SslCertStoreName') | Where-Object { $_ -ne $null })) {
        $hash = $null
        if ($key.Values['SslCertHash']) {
            $hash = ConvertTo-HexText -Byte $key.Values['SslCertHash']
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

function ConvertTo-HexText {
    <#
    .SYNOPSIS
        Writes bytes as hexadecimal digits in upper case.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][object[]]$Byte
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
    foreach ($key in @(Read-RegistryPattern -Pattern $Source.Read -Target $Target -Name @('WinHttpSettings') | Where-Object { $_ -ne $null })) {
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
    Stop-WithoutCommand -Command 'Get-NetFirewallProfile' -Cure 'Windows 2012 and later have it; the registry says what is written'
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
