function Get-ExchangeServer {
    [CmdletBinding()]
    param($Identity, [switch]$Status)
    New-Object PSObject -Property @{ Name = 'EX1'; Fqdn = 'ex1.contoso.com'; AdminDisplayVersion = 'Version 15.2 (Build 1748.10)'; ServerRole = 'Mailbox' }
    New-Object PSObject -Property @{ Name = 'EX2'; Fqdn = 'ex2.contoso.com'; AdminDisplayVersion = 'Version 15.1 (Build 2507.6)'; ServerRole = 'Mailbox' }
    New-Object PSObject -Property @{ Name = 'EDGE1'; Fqdn = 'edge1.contoso.com'; AdminDisplayVersion = 'Version 15.2 (Build 1748.10)'; ServerRole = 'Edge' }
}
function Get-OrganizationConfig {
    [CmdletBinding()]
    param()
    New-Object PSObject -Property @{ Name = 'Contoso Ltd'; Guid = [guid]'44444444-1111-1111-1111-111111111111'; DistinguishedName = 'CN=Contoso Ltd,DC=contoso,DC=com' }
}
function Get-AcceptedDomain {
    [CmdletBinding()]
    param()
    New-Object PSObject -Property @{ Name = 'contoso.com'; DomainName = 'contoso.com'; DomainType = 'Authoritative'; Default = $true }
}
function Get-RemoteDomain {
    [CmdletBinding()]
    param()
    Write-Error -Message 'Access is denied by jdoe' -Category PermissionDenied -ErrorId 'AccessDenied'
}
function Get-TransportConfig {
    [CmdletBinding()]
    param()
    throw 'a mailbox of jdoe@contoso.com'
}
function Get-SendConnector {
    [CmdletBinding()]
    param()
}
function Get-ReceiveConnector {
    [CmdletBinding()]
    param($Server)
    New-Object PSObject -Property @{ Name = 'Default EX1'; Identity = 'EX1\Default EX1'; Server = 'EX1'; Bindings = @('0.0.0.0:25'); Enabled = $true }
    Write-Error 'one is missing'
}
function Get-PopSettings {
    [CmdletBinding()]
    param($Server)
    if ($Server -eq 'EX2') {
        Write-Error -Message 'rpc' -ErrorId '[FailureCategory=Cmdlet-RpcClientException] 123,Get-PopSettings'
    } else {
        New-Object PSObject -Property @{ Server = $Server; Name = '1'; LoginType = 'SecureLogin'; Identity = "$Server\1" }
    }
}
