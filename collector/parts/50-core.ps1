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

function Get-CommandFact {
    <#
    .SYNOPSIS
        Looks for a command in the shell, then in the Exchange session.
    .OUTPUTS
        A hashtable IsThere, IsOpen (its parameters cannot be known), Parameters (lower-case names)
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Name
    )
    $fact = @{ IsThere = $false; IsOpen = $false; Parameters = @{} }
    $found = @(Get-Command -Name $Name -ErrorAction SilentlyContinue)
    if ($found.Count -eq 0 -and $Script:State.IsOwnSession -and $Script:State.Session -ne $null) {
        $found = @((Invoke-BoundedCommand -Command 'Get-Command' -Arguments @{ Name = $Name } -Seconds 120).Rows)
    }
    if ($found.Count -eq 0 -or $found[0] -eq $null) {
        return $fact
    }
    $fact.IsThere = $true
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
    if ($Script:State.CallMode -eq 'worker' -and $lost.Count -gt 0) {
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
            Read-EachRow -Source $Source -Target $Target -Arguments $arguments -Each $each
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
    if ($Script:State.Needed.ContainsKey($Pair.Dataset.Name)) {
        $Pair.KeptRows[$Pair.KeptRows.Count] = New-KeptRow -Row $Row -Dataset $Pair.Dataset.Name
    }
    try {
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
        $lines += Join-CsvLine -Values @($name, (ConvertTo-ManifestCell -Value ([string]$Script:State.Run[$name])))
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
        New-TestResult -Name 'hash by certutil' -Passed ($hash.Length -eq 64) -Detail $hash
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

