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
