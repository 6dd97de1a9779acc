<#
.SYNOPSIS
    Reads the configuration of on-premises Exchange and of the Windows under it, and leaves one bundle for exposture.
.DESCRIPTION
    The script reads and changes nothing. It runs Get- cmdlets, WMI queries, registry reads, directory searches and a few programs in their
    read-only form, one after the other, each with a time limit, and writes below the output folder only. Nothing is sent anywhere.
    What fails is written down with its reason and the next one runs. At its end the script prints what was collected, what was not and what
    would cure it, and a hash to read out to the analyst.
    It needs PowerShell 2.0 or later and connects in this order: the Exchange cmdlets that the shell already has; the snap-in of Exchange 2010
    or of an Edge; one session to the Exchange endpoint of this server; the snap-in of later versions. Missing rights never stop it.
    Estimates of -ListOnly: seconds = calls x the seconds of the source; bytes = calls x 60 KB for a cmdlet, 25 KB for WMI, 15 KB for the
    registry, 200 KB for a search in the directory, 40 KB for a program or a file. What is called once for each row of another dataset counts
    as one call there and is marked with "each".
    Where no script file may run, paste the script into the shell or feed it to "powershell -NoProfile -Command -". Then these variables,
    set before, take the place of the parameters: $ExpostureOutputPath, $ExpostureServer, $ExpostureLocalOnly, $ExpostureRole,
    $ExpostureTier, $ExpostureDataset, $ExpostureFormat, $ExpostureRedact, $ExpostureMaxCmdletSeconds, $ExpostureMaxMinutes,
    $ExpostureResume, $ExpostureSelfTest, $ExpostureListOnly, $ExpostureNoArchive.
    Exit codes: 0 a bundle was written, or the list or the self-test is fine; 1 the self-test found a fault, or the run failed; 2 the
    parameters do not go together, or the script refuses them; 3 there is no Exchange to read and no way to it; 4 the output folder cannot be
    written.
.PARAMETER OutputPath
    The folder that the bundle is written into; it is made where it is missing. Default: exposture below the current folder.
.PARAMETER Server
    Only these servers, by name or full name. Default: every server that the directory lists.
.PARAMETER LocalOnly
    Only this computer: for an Edge, and for servers that cannot be read from elsewhere. The organization is read as far as it can be.
.PARAMETER Role
    Exchange, or DomainController for the few facts that are read on a domain controller itself, by the directory team.
.PARAMETER Tier
    Core, Extended, Deep or Usage; several with commas. Deep includes Extended and Core; Extended includes Core. Usage counts who uses which
    protocol, from logs; it is read only where it is named. Default: Core.
.PARAMETER Dataset
    Only these datasets, by name.
.PARAMETER Format
    Clixml or Csv. Default: Clixml.
.PARAMETER Redact
    None, Names (names, hosts and addresses become pseudonyms; the key stays beside the bundle) or Strict (they are dropped).
.PARAMETER MaxCmdletSeconds
    The time limit of one call. Default: 180, and twice its estimate for a call that is known to take longer.
.PARAMETER MaxMinutes
    The time limit of the run: the cheapest and most needed first, the rest is listed as skipped. Default: 0, no limit.
.PARAMETER Resume
    Goes on with the newest bundle folder in the output folder: what is there and intact is kept, the rest is read again.
.PARAMETER SelfTest
    Tries the script's own functions and prints a block to paste into an issue. Touches no Exchange; writes two small files into the output
    folder and removes them.
.PARAMETER ListOnly
    Prints the calls with their estimated seconds and bytes and writes nothing.
.PARAMETER NoArchive
    Leaves the folder and packs no archive.
.EXAMPLE
    .\Export-ExchangePosture.ps1 -OutputPath D:\exposture
    Reads the organization and all its servers, in the Exchange Management Shell on the newest server.
.EXAMPLE
    .\Export-ExchangePosture.ps1 -OutputPath D:\exposture -LocalOnly
    Reads this server only: run it so on each Edge.
.EXAMPLE
    .\Export-ExchangePosture.ps1 -OutputPath D:\exposture -Tier Deep,Usage -Redact Names -MaxMinutes 120
    Reads more, for two hours at most, without names in the bundle.
.EXAMPLE
    .\Export-ExchangePosture.ps1 -OutputPath D:\exposture -Resume
    Goes on where an earlier run stopped.
.EXAMPLE
    .\Export-ExchangePosture.ps1 -Role DomainController -OutputPath C:\exposture
    Reads the time service and the directory settings of this domain controller.
.NOTES
    Part of exposture. The datasets that can be read, and how, stand in the literal block below; docs/collector.md tells the rest.
#>
[CmdletBinding()] param(
    [string]$OutputPath,
    [string[]]$Server,
    [switch]$LocalOnly,
    [ValidateSet('Exchange', 'DomainController')][string]$Role,
    [string[]]$Tier,
    [string[]]$Dataset,
    [ValidateSet('Clixml', 'Csv')][string]$Format,
    [ValidateSet('None', 'Names', 'Strict')][string]$Redact,
    [int]$MaxCmdletSeconds,
    [int]$MaxMinutes,
    [switch]$Resume,
    [switch]$SelfTest,
    [switch]$ListOnly,
    [switch]$NoArchive
)

$CollectorVersion = '0.1.0'

