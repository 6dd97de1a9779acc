@{
    Severity     = @('Error', 'Warning')
    ExcludeRules = @(
        # The table at the end and the self-test are for the person at the console, never for a pipeline.
        'PSAvoidUsingWriteHost',
        # The functions are the script's own; none is run with -WhatIf.
        'PSUseShouldProcessForStateChangingFunctions',
        # PowerShell 2.0 has no Get-CimInstance.
        'PSAvoidUsingWMICmdlet'
    )
    Rules        = @{
        PSPlaceOpenBrace           = @{
            Enable             = $true
            OnSameLine         = $true
            NewLineAfter       = $true
            IgnoreOneLineBlock = $true
        }
        PSPlaceCloseBrace          = @{
            Enable             = $true
            NewLineAfter       = $false
            IgnoreOneLineBlock = $true
            NoEmptyLineBefore  = $true
        }
        PSUseConsistentIndentation = @{
            Enable              = $true
            Kind                = 'space'
            IndentationSize     = 4
            PipelineIndentation = 'IncreaseIndentationForFirstPipeline'
        }
        PSUseConsistentWhitespace  = @{
            Enable          = $true
            CheckOpenBrace  = $true
            CheckOpenParen  = $true
            CheckOperator   = $false
            CheckSeparator  = $true
            CheckInnerBrace = $true
            CheckPipe       = $true
        }
        PSAlignAssignmentStatement = @{
            Enable         = $true
            CheckHashtable = $true
        }
        PSUseCorrectCasing         = @{
            Enable = $true
        }
        PSAvoidSemicolonsAsLineTerminators = @{
            Enable = $true
        }
        PSUseCompatibleSyntax      = @{
            Enable         = $true
            TargetVersions = @('3.0', '5.1', '7.0')
        }
    }
}
