<#
.SYNOPSIS
    A small script in the style of the collector, for tests of the lint and of the proof.
#>
[CmdletBinding()]
param(
    [string]$OutputPath = '.',
    [ValidateSet('None', 'Names', 'Strict')][string]$Redact = 'None'
)

# BEGIN generated catalogue: exposture datasets collector-block
$Catalogue = @(
    @{
        Name    = 'receive_connectors'
        Sources = @(
            @{
                Id       = 'ems'
                Kind     = 'cmdlet'
                Read     = @('Get-ReceiveConnector')
                Target   = 'org'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('HubTransport', 'Edge')
                ServerBy = 'Server'
                Seconds  = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
            @{ Name = 'bindings'; Type = 'list<binding>'; Class = 'config'; Holds = 'address'; Paths = @('Bindings') }
        )
    }
    @{
        Name    = 'active_sync_virtual_directories'
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
                Again      = @(@{ 'ADPropertiesOnly' = $true })
                Seconds    = 2
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('Name') }
        )
    }
    @{
        Name    = 'registry_schannel'
        Sources = @(
            @{
                Id       = 'registry'
                Kind     = 'registry'
                Read     = @('HKLM\SYSTEM\CurrentControlSet\Control\SecurityProviders\SCHANNEL\Protocols\*\{Client,Server}')
                Target   = 'server'
                Tier     = 'core'
                Versions = @('all')
                Roles    = @('all')
                Seconds  = 1
            }
        )
        Columns = @(
            @{ Name = 'enabled'; Type = 'int'; Class = 'security'; Holds = 'plain'; Paths = @('Enabled') }
        )
    }
    @{
        Name    = 'windows_services'
        Sources = @(
            @{
                Id        = 'wmi'
                Kind      = 'wmi'
                Read      = @('Win32_Service')
                Target    = 'server'
                Tier      = 'core'
                Versions  = @('all')
                Roles     = @('all')
                Namespace = 'root\cimv2'
                Filter    = 'StartMode <> ''Disabled'''
                Seconds   = 1.5
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'words'; Paths = @('Name') }
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
                Versions = @('all')
                Roles    = @('all')
                Base     = 'sites'
                Scope    = 'subtree'
                Seconds  = 1
            }
        )
        Columns = @(
            @{ Name = 'name'; Type = 'name'; Class = 'identity'; Holds = 'label'; Paths = @('name') }
        )
    }
)
# END generated catalogue

function New-CollectorState {
    <#
    .SYNOPSIS
        Makes the table of what this run knows.
    .OUTPUTS
        Hashtable
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Root
    )
    $mode = [string]$ExecutionContext.SessionState.LanguageMode
    @{
        IsConstrained = ($mode -ne 'FullLanguage')
        OutputRoot    = $Root
        Map           = @{}
        Kept          = @{}
    }
}

function Write-RunLog {
    <#
    .SYNOPSIS
        Adds one line to the log of the run.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Message
    )
    $culture = [System.Globalization.CultureInfo]::InvariantCulture
    $stamp = (Get-Date).ToUniversalTime().ToString('yyyy-MM-ddTHH:mm:ssZ', $culture)
    $path = Join-Path $Script:State.OutputRoot 'collector.log'
    Add-Content -Path $path -Value ($stamp + ' ' + $Message) -Encoding UTF8
}

function Test-CommandAvailable {
    <#
    .SYNOPSIS
        Tells whether this shell has a command, and a parameter of it.
    .OUTPUTS
        Boolean
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Name,
        [string]$Parameter
    )
    $command = @(Get-Command -Name $Name -ErrorAction SilentlyContinue)
    if ($command.Count -eq 0) {
        return $false
    }
    if (-not $Parameter) {
        return $true
    }
    return $command[0].Parameters.ContainsKey($Parameter)
}

function Invoke-CatalogueCommand {
    <#
    .SYNOPSIS
        Calls one cmdlet of the catalogue.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Command,
        [Parameter(Mandatory = $true)][hashtable]$Arguments
    )
    # exposture-lint: allow catalogue-call the names come from the generated block
    if (Test-CommandAvailable -Name $Command) {
        & $Command @Arguments
    }
}

function Get-FileSum {
    <#
    .SYNOPSIS
        Returns the SHA-256 of a file. FullLanguage only.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path
    )
    # exposture-lint: full-language .NET has the only hash that PowerShell 2.0 can reach
    $stream = [System.IO.File]::OpenRead($Path)
    try {
        $hash = [System.Security.Cryptography.SHA256]::Create().ComputeHash($stream)
    } finally {
        $stream.Close()
    }
    return [System.BitConverter]::ToString($hash).Replace('-', '').ToLower()
}

function Get-FileSumText {
    <#
    .SYNOPSIS
        Returns the SHA-256 of a file by what the language mode allows.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path
    )
    if (-not $Script:State.IsConstrained) {
        return (Get-FileSum -Path $Path)
    }
    $lines = @(& "$env:windir\system32\certutil.exe" -hashfile $Path SHA256)
    return ($lines[1] -replace ' ', '')
}

function Read-RegistryValue {
    <#
    .SYNOPSIS
        Reads one value of the registry of a computer.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Computer,
        [Parameter(Mandatory = $true)][string]$Key,
        [Parameter(Mandatory = $true)][string]$Value,
        [ValidateSet('GetDWORDValue', 'GetStringValue')][string]$Method = 'GetDWORDValue'
    )
    $arguments = @([uint32]2147483650, $Key, $Value)
    $found = Invoke-WmiMethod -ComputerName $Computer -Namespace 'root\default' -Class StdRegProv -Name $Method -ArgumentList $arguments
    New-Object PSObject -Property @{ Key = $Key; Value = $found.uValue }
}

function Search-Directory {
    <#
    .SYNOPSIS
        Searches below a head with a filter.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Base,
        [Parameter(Mandatory = $true)][string]$Filter
    )
    $searcher = [adsisearcher]$Filter
    $searcher.SearchRoot = [adsi]('LDAP://' + $Base)
    $searcher.PageSize = 500
    foreach ($result in $searcher.FindAll()) {
        New-Object PSObject -Property @{ Name = [string]$result.Properties['name'][0] }
    }
}

function Read-Dataset {
    <#
    .SYNOPSIS
        Reads one dataset from its first source and writes it.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Dataset
    )
    $source = $Dataset.Sources[0]
    $rows = @()
    switch ($source.Kind) {
        'cmdlet' { $rows = @(Invoke-CatalogueCommand -Command $source.Read[0] -Arguments @{}) }
        'wmi' { $rows = @(Get-WmiObject -Class $source.Read[0]) }
        'ldap' { $rows = @(Search-Directory -Base 'CN=Sites' -Filter $source.Read[0]) }
        default { $rows = @(Read-RegistryValue -Computer '.' -Key $source.Read[0] -Value 'Enabled') }
    }
    $path = Join-Path $Script:State.OutputRoot ($Dataset.Name + '.clixml')
    $rows | Select-Object -Property Name | Export-Clixml -Path ($path + '.part') -Encoding UTF8
    Move-Item -Path ($path + '.part') -Destination $path -Force
    Write-RunLog -Message ($Dataset.Name + ': ' + $rows.Count)
}

$Script:State = New-CollectorState -Root $OutputPath
[void](New-Item -ItemType Directory -Path $OutputPath -Force)
foreach ($dataset in $Catalogue) {
    Read-Dataset -Dataset $dataset
}
Write-RunLog -Message ((Get-FileSumText -Path (Join-Path $OutputPath 'collector.log')) + ' ' + $Redact)
