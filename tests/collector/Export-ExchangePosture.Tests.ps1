# Pester 5. Facts about the collector's functions, with mocked cmdlets; runs wherever there is a PowerShell.
# Invoke-Pester -Path tests/collector

BeforeAll {
    $ExpostureNoMain = $true
    $script = Join-Path (Split-Path (Split-Path $PSScriptRoot)) 'collector/Export-ExchangePosture.ps1'
    . $script
    $Script:State = New-CollectorState
    $Script:State.OutputRoot = Join-Path $TestDrive 'bundle'
    [void](New-Item -ItemType Directory -Path $Script:State.OutputRoot -Force)
}

Describe 'the self-test' {
    It 'passes every vector of values and redaction' {
        $failed = @(Test-Values | Where-Object { -not $_.Passed })
        $failed | ForEach-Object { Write-Host ('failed: ' + $_.Name + ' ' + $_.Detail) }
        $failed.Count | Should -Be 0
    }
}

Describe 'Join-CsvLine' {
    It 'puts every cell in quotes and doubles those inside' {
        Join-CsvLine -Values @('a', 'b"c', $null, '') | Should -Be '"a","b""c","",""'
    }
}

Describe 'Protect-Text without redaction' {
    It 'changes nothing' {
        $Script:State.Redaction = 'None'
        Protect-Text -Text 'mail from anna@contoso.com at 10.1.2.3' | Should -Be 'mail from anna@contoso.com at 10.1.2.3'
    }
}

Describe 'ConvertTo-NeutralRow' {
    BeforeAll {
        $Script:State.Redaction = 'None'
        $dataset = $Catalogue | Where-Object { $_.Name -eq 'receive_connectors' }
        $connector = New-Object PSObject -Property @{
            Name             = 'Relay'
            Enabled          = $true
            MaxMessageSize   = '10 MB (10,485,760 bytes)'
            TarpitInterval   = [timespan]'00:00:05'
            RemoteIPRanges   = @('10.0.0.1-10.0.0.9')
            PermissionGroups = 'AnonymousUsers, ExchangeServers'
            Banner           = $null
        }
        $row = ConvertTo-NeutralRow -InputObject $connector -Dataset $dataset -SourceId 'ems'
    }
    It 'writes a size as bytes' {
        $row.MaxMessageSize | Should -Be 10485760
    }
    It 'writes a duration as seconds' {
        $row.TarpitInterval | Should -Be 5
    }
    It 'keeps a list of one a list' {
        , $row.RemoteIPRanges | Should -BeOfType [array]
    }
    It 'splits flags into words' {
        @($row.PermissionGroups) | Should -Be @('AnonymousUsers', 'ExchangeServers')
    }
    It 'keeps null, and leaves out what the object lacks' {
        $row.PSObject.Properties['Banner'].Value | Should -BeNullOrEmpty
        $row.PSObject.Properties['Fqdn'] | Should -BeNullOrEmpty
    }
}

Describe 'Read-WindowsSource without Windows' {
    It 'stops with not-available where Get-WmiObject is missing' {
        Mock Test-CommandAvailable { $false }
        $dataset = $Catalogue | Where-Object { $_.Name -eq 'windows_operating_system' }
        $source = $dataset.Sources | Where-Object { $_.Kind -eq 'wmi' } | Select-Object -First 1
        { Read-WindowsSource -Dataset $dataset -Source $source -Target 'EX1' } | Should -Throw
        $Script:State.ReadStatus | Should -Be 'not-available'
    }
}
