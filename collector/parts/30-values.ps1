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
        foreach ($pair in @(Read-NeutralColumn -InputObject $source -Column $column -SourceId $SourceId -IsDirectory $isDirectory)) {
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
