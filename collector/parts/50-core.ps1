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
    'org_guid', 'org_dn', 'culture', 'ui_culture', 'view_entire_forest', 'scope', 'servers_requested', 'servers_reached', 'redaction',
    'redaction_key_id', 'hash_method', 'archive_method', 'status', 'max_cmdlet_seconds', 'max_minutes', 'tiers', 'role', 'time_bound')

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
        [Parameter(Mandatory = $true)][hashtable]$Given,
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
        [Parameter(Mandatory = $true)][hashtable]$Given
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
    foreach ($key in 'HKLM:\SOFTWARE\Microsoft\ExchangeServer\v15\EdgeTransportRole', 'HKLM:\SOFTWARE\Microsoft\ExchangeServer\v14\EdgeTransportRole') {
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
    $known = @{ 'args' = 1; 'input' = 1; 'matches' = 1; 'LASTEXITCODE' = 1; 'PWD' = 1; 'PROFILE' = 1; 'State' = 1; 'Catalogue' = 1; 'StackTrace' = 1 }
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
        [Parameter(Mandatory = $true)][hashtable]$Arguments,
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
    [void]$Pipeline.AddCommand($Command) # exposture-lint: full-language only a caller in FullLanguage has a pipeline
    foreach ($name in @($Arguments.Keys)) {
        [void]$Pipeline.AddParameter($name, $Arguments[$name]) # exposture-lint: full-language only a caller in FullLanguage has a pipeline
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
        [Parameter(Mandatory = $true)][hashtable]$Arguments
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
        [Parameter(Mandatory = $true)][hashtable]$Arguments,
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
        [Parameter(Mandatory = $true)][hashtable]$Arguments,
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
    Send-BoundedCommand -Command $Command -Arguments $Arguments -Seconds $Seconds
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
        [Parameter(Mandatory = $true)][hashtable]$Arguments,
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
        'unreachable'   = 'RpcClientException|RpcException|RpcServerUnavailable|ServerUnavailable|ADTransient|NoSuitableServer|category:ConnectionError|' +
            'PSRemotingTransport|PSRemotingDataStructure|0x800706BA|0x800706BF|0x80070035|0x8007203A|0x8007054B|-2147023174|-2147023169|-2147024843'
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
        'not-available' = 'this shell lacks it: run in the Exchange Management Shell of the newest server, with an account whose roles include it'
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
        [Parameter(Mandatory = $true)][hashtable]$Arguments
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
    if ($Source.Each -eq $null -and $Target -ne $Script:State.CallServer) {
        Stop-Reading -Status skipped -Message ($Source.Read[0] + ' answers for its own computer only: run the script on ' + $Target + ' (-LocalOnly)')
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
    $command = [string]$Source.Read[0]
    if (-not (Test-CommandAvailable -Name $command)) {
        Stop-Reading -Status not-available -Message ('no ' + $command + ' in this shell: ' + (Get-StatusCure -Status 'not-available'))
    }
    $server = Get-ServerArgument -Source $Source -Target $Target
    $base = Join-Argument -First $Source.Parameters -Second $server
    $arguments = Select-KnownArgument -Command $command -Arguments $base
    $seconds = Get-CallSecond -Source $Source
    if ($Source.Each -ne $null) {
        Read-EachRow -Source $Source -Target $Target -Arguments $arguments
        return
    }
    Read-ExchangeCall -Command $command -Arguments $arguments -Seconds $seconds
    if (-not $Source.ContainsKey('Again')) {
        return
    }
    foreach ($more in @($Source.Again)) {
        if (Test-AgainCall -Command $command -Base $base -More $more) {
            $arguments = Select-KnownArgument -Command $command -Arguments (Join-Argument -First $more -Second $server)
            Read-ExchangeCall -Command $command -Arguments $arguments -Seconds $seconds
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
        [Parameter(Mandatory = $true)][hashtable]$Base,
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

function Read-ExchangeCall {
    <#
    .SYNOPSIS
        Makes one call and emits its rows; a parameter that the server does not know after all is left out and the call made again.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Command,
        [Parameter(Mandatory = $true)][hashtable]$Arguments,
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
        [Parameter(Mandatory = $true)][hashtable]$Arguments
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
        foreach ($source in @($dataset.Sources | Where-Object { $_.Each -ne $null })) {
            $paths = @($source.Each.Path)
            if ($source.Each.ContainsKey('Where')) {
                $paths += @($source.Each['Where'].Keys)
            }
            if ($source.Each.ContainsKey('Add')) {
                $paths += @($source.Each['Add'].Values)
            }
            $known = @($Script:State.Needed[$source.Each.Dataset] | Where-Object { $_ })
            $Script:State.Needed[$source.Each.Dataset] = @(@($known + $paths) | Sort-Object -Unique)
        }
    }
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
        [Parameter(Mandatory = $true)][hashtable]$Arguments
    )
    $each = $Source.Each
    if (-not (Test-CommandAvailable -Name $Source.Read[0] -Parameter $each.Parameter)) {
        $cure = Get-StatusCure -Status 'not-available'
        Stop-Reading -Status not-available -Message ($Source.Read[0] + ' has no -' + $each.Parameter + ' in this shell: ' + $cure)
    }
    $list = @(Get-KeptRow -Dataset $each.Dataset -Target $Target |
            Where-Object { $_ -ne $null -and (Test-EachRow -Row $_ -Where $each['Where']) })
    $seconds = Get-CallSecond -Source $Source
    $failed = 0
    $number = 0
    foreach ($row in $list) {
        $number += 1
        $value = [string](Get-PathValue -InputObject $row -Path $each.Path)
        if (-not $value) {
            Add-ReadWarning -Message ('a row of ' + $each.Dataset + ' has no ' + $each.Path + ' and was left out')
            continue
        }
        if (Test-Deadline) {
            Add-ReadWarning -Message ('-MaxMinutes ended the read after ' + ($number - 1) + ' of ' + $list.Count + ' rows of ' + $each.Dataset)
            break
        }
        Write-EachProgress -Command $Source.Read[0] -Number $number -Count $list.Count
        $call = Join-Argument -First $Arguments -Second @{ $each.Parameter = $value }
        Read-ExchangeCall -Command $Source.Read[0] -Arguments $call -Seconds $seconds |
            ForEach-Object { Add-RowProperty -Row $_ -From $row -Add $each['Add'] }
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
        $found[$name] = @{ Name = $name; Fqdn = $Script:State.Host.Fqdn; Version = $null; Roles = @(); Build = ''; IsEdge = $false; IsLocal = $true }
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
    $need = 1
    if ($Script:State.Needed.ContainsKey($Pair.Dataset.Name)) {
        $need = 0
    }
    $parts = @((Format-Number -Number $phase), $place, [string]$need, (Format-Number -Number ([int](10 * $Pair.Seconds))), $Pair.Dataset.Name, $Pair.Target)
    return ($parts -join '|')
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

