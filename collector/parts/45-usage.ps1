# Usage: who uses which protocol, counted on the server from its logs. No line of a log leaves it, only counts.

# How far back, how many files, bytes and seconds one count may take; the first that is reached ends it, and the summary row says so.
$UsageLimit = @{ Days = 7; Files = 2000; Bytes = [long]2147483648; Seconds = 600 }

# Folders of the HttpProxy logs below Logging\HttpProxy, and the application that each belongs to.
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
        'usage_smtp_clients' { Measure-SmtpClient -Folder $folder -Count $count }
        'usage_mail_protocols' { Measure-MailProtocol -Folder $folder -Count $count }
        'usage_http_clients' { Measure-HttpClient -Folder $folder -Count $count }
        'usage_outlook_builds' { Measure-OutlookBuild -Folder $folder -Count $count }
        default { Stop-Reading -Status error -Message ('this version of the script does not count ' + $Dataset.Name + ' from ' + $Source.Read[0]) }
    }
    if ($count.Files -eq 0) {
        Stop-Reading -Status not-available -Message ('no log of the last ' + $UsageLimit.Days + ' days was found: protocol logging is off, or the logs lie elsewhere')
    }
    foreach ($key in @($count.Rows.Keys | Sort-Object)) {
        ConvertTo-UsageRow -Row $count.Rows[$key]
    }
    New-Object -TypeName PSObject -Property @{
        is_summary = $true
        log_files  = $count.Files
        log_bytes  = $count.Bytes
        is_cap_hit = $count.IsCapHit
        first_time = $count.First
        last_time  = $count.Last
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
    return @{
        Rows     = @{}
        Sessions = @{}
        Files    = 0
        Bytes    = [long]0
        IsCapHit = $false
        First    = $null
        Last     = $null
        Until    = (Get-Date).AddSeconds($UsageLimit.Seconds)
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

function Get-UsageLogFile {
    <#
    .SYNOPSIS
        Lists the log files of a folder that were written to in the last days, newest first, within the limits.
    .OUTPUTS
        Files
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Folder,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    if (-not (Test-Path -LiteralPath $Folder)) {
        return
    }
    $since = (Get-Date).AddDays(0 - $UsageLimit.Days)
    $found = @(Get-ChildItem -LiteralPath $Folder -Recurse -Force -ErrorAction SilentlyContinue | Where-Object { -not $_.PSIsContainer -and $_.Extension -eq '.log' -and $_.LastWriteTime -ge $since })
    foreach ($file in @($found | Sort-Object -Property LastWriteTime -Descending)) {
        if ($Count.Files -ge $UsageLimit.Files -or $Count.Bytes + $file.Length -gt $UsageLimit.Bytes -or (Get-Date) -gt $Count.Until) {
            $Count.IsCapHit = $true
            return
        }
        $Count.Files = $Count.Files + 1
        $Count.Bytes = $Count.Bytes + $file.Length
        $file
    }
}

function Read-UsageLine {
    <#
    .SYNOPSIS
        Emits the lines of a log file that the server may be writing to, a thousand at a time; ends when the time is over.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Path,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    Get-Content -LiteralPath $Path -ReadCount 1000 -ErrorAction SilentlyContinue | ForEach-Object {
        if ((Get-Date) -gt $Count.Until) {
            $Count.IsCapHit = $true
        } else {
            $_
        }
    }
}

function Get-UsageField {
    <#
    .SYNOPSIS
        Tells which place each named field has, from the header of a log.
    .OUTPUTS
        Hashtable of places by name; nothing where the line is no header
    #>
    [CmdletBinding()]
    param(
        [AllowEmptyString()][string]$Line,
        [Parameter(Mandatory = $true)][string]$First,
        [Parameter(Mandatory = $true)][string]$Separator
    )
    $text = $Line -replace '^#Fields:\s*', ''
    if ($text -notlike ($First + $Separator + '*')) {
        return
    }
    $places = @{}
    $names = @($text.Trim() -split [regex]::Escape($Separator))
    for ($place = 0; $place -lt $names.Count; $place++) {
        $places[$names[$place].Trim()] = $place
    }
    return $places
}

function Split-UsageLine {
    <#
    .SYNOPSIS
        Splits a line of a log at its commas, those inside quotation marks left out.
    .OUTPUTS
        Text
    #>
    [CmdletBinding()]
    param(
        [AllowEmptyString()][string]$Line
    )
    if (-not $Line.Contains('"')) {
        return $Line.Split(',')
    }
    foreach ($found in [regex]::Matches($Line, '(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))')) {
        if ($found.Groups[1].Success) {
            $found.Groups[1].Value
        } else {
            $found.Groups[2].Value
        }
    }
}

function Get-UsageRow {
    <#
    .SYNOPSIS
        Returns the row of a count by what tells it from others, made where it is new, with its first and last time.
    .OUTPUTS
        Hashtable
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Count,
        [Parameter(Mandatory = $true)][hashtable]$Key,
        [Parameter(Mandatory = $true)][string[]]$Counter,
        [AllowEmptyString()][string]$Time = ''
    )
    $name = (@($Key.Keys | Sort-Object | ForEach-Object { $_ + '=' + $Key[$_] })) -join '|'
    if (-not $Count.Rows.ContainsKey($name)) {
        $row = @{ first_time = $null; last_time = $null }
        foreach ($one in @($Key.Keys)) {
            $row[$one] = $Key[$one]
        }
        foreach ($one in $Counter) {
            $row[$one] = 0
        }
        $Count.Rows[$name] = $row
    }
    Set-UsageTime -Row $Count.Rows[$name] -First 'first_time' -Last 'last_time' -Time $Time
    Set-UsageTime -Row $Count -First 'First' -Last 'Last' -Time $Time
    return $Count.Rows[$name]
}

function Set-UsageTime {
    <#
    .SYNOPSIS
        Widens the span of a row by a time in ISO form.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][hashtable]$Row,
        [Parameter(Mandatory = $true)][string]$First,
        [Parameter(Mandatory = $true)][string]$Last,
        [AllowEmptyString()][string]$Time = ''
    )
    if ($Time -notmatch '^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d') {
        return
    }
    if ($Row[$First] -eq $null -or $Time -lt $Row[$First]) {
        $Row[$First] = $Time
    }
    if ($Row[$Last] -eq $null -or $Time -gt $Row[$Last]) {
        $Row[$Last] = $Time
    }
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
        [AllowEmptyString()][string]$Endpoint
    )
    return ($Endpoint.Trim() -replace ':\d+$', '').Trim('[', ']')
}

function Measure-SmtpClient {
    <#
    .SYNOPSIS
        Counts the sessions of each client address on each receive connector.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Folder,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    foreach ($below in 'TransportRoles\Logs\FrontEnd\ProtocolLog\SmtpReceive', 'TransportRoles\Logs\Hub\ProtocolLog\SmtpReceive', 'TransportRoles\Logs\Edge\ProtocolLog\SmtpReceive', 'TransportRoles\Logs\ProtocolLog\SmtpReceive') {
        foreach ($file in @(Get-UsageLogFile -Folder (Join-Path -Path $Folder -ChildPath $below) -Count $Count | Where-Object { $_ -ne $null })) {
            $Count.Sessions = @{}
            $field = $null
            Read-UsageLine -Path $file.FullName -Count $Count | ForEach-Object {
                foreach ($line in @($_)) {
                    if ($line.StartsWith('#')) {
                        $header = Get-UsageField -Line $line -First 'date-time' -Separator ','
                        if ($header -ne $null) {
                            $field = $header
                        }
                    } elseif ($field -ne $null) {
                        Add-SmtpLine -Part @(Split-UsageLine -Line $line) -Field $field -Count $Count
                    }
                }
            }
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
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][AllowEmptyString()][string[]]$Part,
        [Parameter(Mandatory = $true)][hashtable]$Field,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    if ($Part.Count -le $Field['data']) {
        return
    }
    $session = $Part[$Field['session-id']]
    $said = $Part[$Field['data']]
    $key = @{ connector = $Part[$Field['connector-id']]; client_address = (Get-EndpointAddress -Endpoint $Part[$Field['remote-endpoint']]) }
    $row = Get-UsageRow -Count $Count -Key $key -Counter @('sessions', 'authenticated_sessions', 'tls_sessions', 'messages') -Time $Part[$Field['date-time']]
    if (-not $Count.Sessions.ContainsKey($session)) {
        $Count.Sessions[$session] = @{}
        $row.sessions = $row.sessions + 1
    }
    $seen = $Count.Sessions[$session]
    $isSent = $Part[$Field['event']] -eq '>'
    if ($isSent -and $said -like '235 *' -and -not $seen.ContainsKey('auth')) {
        $seen['auth'] = $true
        $row.authenticated_sessions = $row.authenticated_sessions + 1
    } elseif (-not $isSent -and $said -eq 'STARTTLS' -and -not $seen.ContainsKey('tls')) {
        $seen['tls'] = $true
        $row.tls_sessions = $row.tls_sessions + 1
    } elseif (-not $isSent -and $said -like 'MAIL FROM*') {
        $row.messages = $row.messages + 1
    }
}

function Measure-MailProtocol {
    <#
    .SYNOPSIS
        Counts the sign-ins of each user by POP3 and IMAP4.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Folder,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    foreach ($protocol in 'Pop3', 'Imap4') {
        foreach ($file in @(Get-UsageLogFile -Folder (Join-Path -Path $Folder -ChildPath ('Logging\' + $protocol)) -Count $Count | Where-Object { $_ -ne $null })) {
            $Count.Sessions = @{}
            $field = $null
            Read-UsageLine -Path $file.FullName -Count $Count | ForEach-Object {
                foreach ($line in @($_)) {
                    $header = Get-UsageField -Line $line -First 'dateTime' -Separator ','
                    if ($header -ne $null) {
                        $field = $header
                    } elseif ($field -ne $null -and -not $line.StartsWith('#')) {
                        Add-MailProtocolLine -Protocol $protocol -Part @(Split-UsageLine -Line $line) -Field $field -Count $Count
                    }
                }
            }
        }
    }
}

function Add-MailProtocolLine {
    <#
    .SYNOPSIS
        Counts one line of a POP3 or IMAP4 log: a session with a user once, and whether it was encrypted.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Protocol,
        [Parameter(Mandatory = $true)][AllowEmptyCollection()][AllowEmptyString()][string[]]$Part,
        [Parameter(Mandatory = $true)][hashtable]$Field,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    if ($Part.Count -le $Field['command'] -or $Part.Count -le $Field['user']) {
        return
    }
    $session = $Part[$Field['sessionId']]
    if (-not $Count.Sessions.ContainsKey($session)) {
        $Count.Sessions[$session] = @{ IsTls = $Part[$Field['sIp']] -match ':(993|995)$' }
    }
    $seen = $Count.Sessions[$session]
    if ('starttls', 'stls' -contains $Part[$Field['command']]) {
        $seen['IsTls'] = $true
    }
    $user = $Part[$Field['user']].Trim()
    if ($user -and -not $seen.ContainsKey('user')) {
        $seen['user'] = $true
        $key = @{ protocol = $Protocol; user = $user; client_address = (Get-EndpointAddress -Endpoint $Part[$Field['cIp']]) }
        $row = Get-UsageRow -Count $Count -Key $key -Counter @('logins', 'tls_logins') -Time $Part[$Field['dateTime']]
        $row.logins = $row.logins + 1
        if ($seen['IsTls']) {
            $row.tls_logins = $row.tls_logins + 1
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
    foreach ($name in @($UsageProxyFolders.Keys | Sort-Object)) {
        Measure-ProxyFolder -Folder (Join-Path -Path $Folder -ChildPath ('Logging\HttpProxy\' + $name)) -Application $UsageProxyFolders[$name] -Count $Count
    }
    if ($Count.Files -eq 0) {
        Measure-IisFolder -Folder ($env:SystemDrive + '\inetpub\logs\LogFiles') -Count $Count
    }
}

function Measure-ProxyFolder {
    <#
    .SYNOPSIS
        Counts the requests in the HttpProxy logs of one application.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Folder,
        [Parameter(Mandatory = $true)][string]$Application,
        [Parameter(Mandatory = $true)][hashtable]$Count,
        [switch]$Build
    )
    foreach ($file in @(Get-UsageLogFile -Folder $Folder -Count $Count | Where-Object { $_ -ne $null })) {
        $field = $null
        Read-UsageLine -Path $file.FullName -Count $Count | ForEach-Object {
            foreach ($line in @($_)) {
                $header = Get-UsageField -Line $line -First 'DateTime' -Separator ','
                if ($header -ne $null) {
                    $field = $header
                } elseif ($field -ne $null -and -not $line.StartsWith('#')) {
                    $parts = @(Split-UsageLine -Line $line)
                    if ($parts.Count -gt $field['UserAgent'] -and $Build) {
                        Add-OutlookLine -Application $Application -Part $parts -Field $field -Count $Count
                    } elseif ($parts.Count -gt $field['UserAgent']) {
                        Add-ProxyLine -Application $Application -Part $parts -Field $field -Count $Count
                    }
                }
            }
        }
    }
}

function Add-ProxyLine {
    <#
    .SYNOPSIS
        Counts one request of an HttpProxy log.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Application,
        [Parameter(Mandatory = $true)][AllowEmptyString()][string[]]$Part,
        [Parameter(Mandatory = $true)][hashtable]$Field,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    $key = @{
        application    = $Application
        authentication = $Part[$Field['AuthenticationType']]
        agent          = Get-AgentFamily -Agent $Part[$Field['UserAgent']]
        user           = $Part[$Field['AuthenticatedUser']]
    }
    $row = Get-UsageRow -Count $Count -Key $key -Counter @('requests') -Time $Part[$Field['DateTime']]
    $row.requests = $row.requests + 1
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
        [AllowEmptyString()][string]$Agent
    )
    if ($Agent -match '^[^A-Za-z]*([A-Za-z][A-Za-z ._-]{0,39})') {
        return $matches[1].Trim(' ', '.', '_', '-')
    }
    return ''
}

function Measure-IisFolder {
    <#
    .SYNOPSIS
        Counts the requests in the logs of IIS, by the first part of the path.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Folder,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    foreach ($file in @(Get-UsageLogFile -Folder $Folder -Count $Count | Where-Object { $_ -ne $null })) {
        $field = $null
        Read-UsageLine -Path $file.FullName -Count $Count | ForEach-Object {
            foreach ($line in @($_)) {
                if ($line.StartsWith('#')) {
                    $header = Get-UsageField -Line $line -First 'date' -Separator ' '
                    if ($header -ne $null) {
                        $field = $header
                    }
                } elseif ($field -ne $null) {
                    Add-IisLine -Part @($line.Split(' ')) -Field $field -Count $Count
                }
            }
        }
    }
}

function Add-IisLine {
    <#
    .SYNOPSIS
        Counts one request of an IIS log; the authentication is not in it.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][AllowEmptyString()][string[]]$Part,
        [Parameter(Mandatory = $true)][hashtable]$Field,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    foreach ($needed in 'cs-uri-stem', 'cs-username', 'cs(User-Agent)', 'time') {
        if ($Field[$needed] -eq $null -or $Part.Count -le $Field[$needed]) {
            return
        }
    }
    $first = @($Part[$Field['cs-uri-stem']].ToLowerInvariant().Split('/') | Where-Object { $_ })
    if ($first.Count -eq 0 -or -not $UsagePaths.ContainsKey($first[0])) {
        return
    }
    $key = @{
        application    = $UsagePaths[$first[0]]
        authentication = ''
        agent          = Get-AgentFamily -Agent $Part[$Field['cs(User-Agent)']].Replace('+', ' ')
        user           = $Part[$Field['cs-username']] -replace '^-$', ''
    }
    $time = $Part[$Field['date']] + 'T' + $Part[$Field['time']] + 'Z'
    $row = Get-UsageRow -Count $Count -Key $key -Counter @('requests') -Time $time
    $row.requests = $row.requests + 1
}

function Measure-OutlookBuild {
    <#
    .SYNOPSIS
        Counts users and requests of each build of Outlook in the HttpProxy logs of MAPI and RPC.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Folder,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    foreach ($name in 'Mapi', 'RpcHttp') {
        Measure-ProxyFolder -Folder (Join-Path -Path $Folder -ChildPath ('Logging\HttpProxy\' + $name)) -Application $UsageProxyFolders[$name] -Count $Count -Build
    }
}

function Add-OutlookLine {
    <#
    .SYNOPSIS
        Counts one request by the build of Outlook in its user agent; users are counted, not named.
    #>
    [CmdletBinding()]
    param(
        [Parameter(Mandatory = $true)][string]$Application,
        [Parameter(Mandatory = $true)][AllowEmptyString()][string[]]$Part,
        [Parameter(Mandatory = $true)][hashtable]$Field,
        [Parameter(Mandatory = $true)][hashtable]$Count
    )
    if ($Part[$Field['UserAgent']] -notmatch 'Outlook[ /](\d+\.\d+\.\d+(?:\.\d+)?)') {
        return
    }
    $key = @{ application = $Application; client_build = $matches[1] }
    $row = Get-UsageRow -Count $Count -Key $key -Counter @('requests') -Time $Part[$Field['DateTime']]
    $row.requests = $row.requests + 1
    if ($row.users -eq $null) {
        $row.users = @{}
    }
    $user = $Part[$Field['AuthenticatedUser']]
    if ($user) {
        $row.users[$user] = $true
    }
}
