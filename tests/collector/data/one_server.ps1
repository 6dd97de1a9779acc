function Get-ExchangeServer {
    [CmdletBinding()]
    param($Identity, [switch]$Status)
    New-Object PSObject -Property @{ Name = 'EX1'; Fqdn = 'ex1.contoso.com'; AdminDisplayVersion = 'Version 15.2 (Build 1748.10)'; ServerRole = 'Mailbox' }
}
function Get-OrganizationConfig {
    [CmdletBinding()]
    param()
    New-Object PSObject -Property @{ Name = 'Contoso Ltd'; Guid = [guid]'44444444-1111-1111-1111-111111111111'; DistinguishedName = 'CN=Contoso Ltd,DC=contoso,DC=com' }
}
function Get-AcceptedDomain {
    [CmdletBinding()]
    param()
    $row = New-Object PSObject -Property @{ Name = 'contoso.com'; DomainType = 'Authoritative'; Default = $true }
    Add-Member -InputObject $row -MemberType ScriptProperty -Name 'DomainName' -Value { throw 'this getter fails' }
    $row
}
function Get-RemoteDomain {
    [CmdletBinding()]
    param()
    throw (New-Object System.UnauthorizedAccessException 'Access is denied.')
}
function Get-SendConnector {
    [CmdletBinding()]
    param()
}
function Get-TransportRule {
    [CmdletBinding()]
    param()
    New-Object PSObject -Property @{ Name = 'Footer'; State = 'Enabled' }
}
function Get-Mailbox {
    [CmdletBinding()]
    param($ResultSize, [switch]$Arbitration)
    if (-not $Arbitration) {
        New-Object PSObject -Property @{ Name = 'Anna'; PrimarySmtpAddress = 'anna@contoso.com'; DistinguishedName = 'CN=Anna,DC=contoso,DC=com' }
    }
}
