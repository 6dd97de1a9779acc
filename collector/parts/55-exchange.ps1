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
