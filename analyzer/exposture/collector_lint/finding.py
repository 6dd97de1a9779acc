"""What the lint says: a code, a place, a message, and the advice that belongs to the code."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from exposture.collector_lint.tree import Node


class Level(StrEnum):
    """How sure a check is: an error breaks a promise, a warning is a guess that a person must look at."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, at a line and column that count from 1."""

    code: str
    level: Level
    line: int
    column: int
    message: str
    advice: str

    def __str__(self) -> str:
        return f"{self.line}:{self.column}: {self.level.value} {self.code}: {self.message} ({self.advice})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A kind of finding; one that is not `may_be_allowed` cannot be suppressed by an annotation."""

    advice: str
    level: Level = Level.ERROR
    may_be_allowed: bool = True


def _fixed(advice: str) -> Code:
    return Code(advice=advice, may_be_allowed=False)


def _guess(advice: str) -> Code:
    return Code(advice=advice, level=Level.WARNING)


CODES: dict[str, Code] = {
    "ANNOTATION.form": _fixed("write `# exposture-lint: allow <code> <reason>` or `# exposture-lint: full-language <reason>`"),
    "ANNOTATION.reason": _fixed("say in a few words why"),
    "ANNOTATION.unused": _fixed("take the annotation away: nothing here needs it"),
    "CATALOGUE.literal": _fixed("generate the block with `exposture datasets collector-block`"),
    "CATALOGUE.missing": _fixed("the script holds one assignment `$Catalogue = @(...)`"),
    "CATALOGUE.command": _fixed("correct the catalog: the cmdlet is not one that reads"),
    "CATALOGUE.parameter": _fixed("correct the catalog: no version of Exchange on premises has this parameter"),
    "CATALOGUE.version": _fixed("correct the catalog: the cmdlet is missing in all versions that the source names"),
    "CLM.method": _fixed("move it into a function annotated `# exposture-lint: full-language <reason>`"),
    "CLM.static": _fixed("move it into a function annotated `# exposture-lint: full-language <reason>`"),
    "CLM.type": _fixed("move it into a function annotated `# exposture-lint: full-language <reason>`"),
    "CLM.new-object": _fixed("only PSObject can be made under ConstrainedLanguage; annotate the function"),
    "CLM.unguarded": Code(advice="call it behind `if (-not $Script:State.IsConstrained)` or from an annotated function"),
    "COMMAND.alias": _fixed("write the cmdlet's full name"),
    "COMMAND.unknown": Code(advice="add it to permitted_commands.csv if it only reads"),
    "COMMAND.writes": _fixed("the collector reads; it writes below its output folder only"),
    "DENY.class": _fixed("the deny-list says why; read something else"),
    "DENY.command": _fixed("the deny-list says why; read something else"),
    "DENY.parameter": _fixed("the deny-list says why; leave the parameter out"),
    "DYNAMIC.call": Code(advice="name the command; `& $x` stands in the one function annotated catalogue-call"),
    "DYNAMIC.catalogue-call": _fixed("one function may call a command by a variable"),
    "DYNAMIC.command-source": Code(advice="a command's name comes from the catalogue or is a literal"),
    "DYNAMIC.dot-source": _fixed("one file holds everything"),
    "DYNAMIC.member": _fixed("name the member"),
    "DYNAMIC.script": Code(advice="text or a script block of unknown origin must not be run"),
    "DYNAMIC.splat": Code(advice="write the parameters out; `@x` stands in the one function annotated catalogue-call"),
    "DYNAMIC.stop-parsing": _fixed("write the arguments so that they can be read"),
    "DYNAMIC.function": _fixed("define functions with `function`, not by assignment"),
    "ENCODING.ascii": _fixed("PowerShell 2.0 reads a file without byte order mark as ANSI; write ASCII"),
    "ENCODING.control": _fixed("take the control character away"),
    "ENCODING.line-ends": _fixed("end all lines alike, and the last one too"),
    "ENCODING.tab": _fixed("indent with four spaces"),
    "EXCHANGE.version": Code(advice="probe with Test-CommandAvailable first"),
    "MEMBER.method": Code(advice="add it to methods.csv if it changes nothing outside the process"),
    "MEMBER.static": Code(advice="add it to static_members.csv if it changes nothing outside the process"),
    "MEMBER.type": Code(advice="add it to types.csv if it is harmless"),
    "NET4.member": Code(advice="PowerShell 2.0 runs on .NET 2.0 to 3.5"),
    "PARAMETER.prefix": _fixed("write the parameter's full name"),
    "PARAMETER.unknown": Code(advice="PowerShell 2.0 does not know this parameter"),
    "PARSE.error": _fixed("keep to the house style: the grammar must read every line"),
    "PROGRAM.form": _fixed("programs.csv lists the forms that only read"),
    "PROGRAM.unknown": _fixed("programs.csv lists the programs that the collector may start"),
    "PS3.attribute": _fixed("write `Mandatory = $true`"),
    "PS3.cmdlet": Code(advice="guard it with Test-CommandAvailable, or use what 2.0 has"),
    "PS3.in": _fixed("use `-contains` with the sides exchanged"),
    "PS3.ordered": _fixed("use an array of names beside a hashtable, or Select-Object for order"),
    "PS3.parameter": Code(advice="use what 2.0 has"),
    "PS3.pscustomobject": _fixed("use New-Object PSObject -Property"),
    "PS3.redirection": _fixed("2.0 merges the error stream only"),
    "PS3.requires": _fixed("the script starts on every version and says itself what it lacks"),
    "PS3.shift": _fixed("multiply or divide"),
    "PS3.simple-where": _fixed("write a script block"),
    "PS3.typed-hashtable": _fixed("a cast of a hashtable literal works from 3.0 on"),
    "PS3.variable": _fixed("2.0 leaves this variable empty"),
    "PS3.workflow": _fixed("workflows came with 3.0 and went with 6.0"),
    "PS4.cmdlet": Code(advice="guard it with Test-CommandAvailable, or use what 2.0 has"),
    "PS4.method": _fixed("use Where-Object and ForEach-Object"),
    "PS4.parameter": Code(advice="use what 2.0 has"),
    "PS5.class": _fixed("use a hashtable or PSObject"),
    "PS5.cmdlet": Code(advice="guard it with Test-CommandAvailable, or use what 2.0 has"),
    "PS5.new": _fixed("use New-Object"),
    "PS5.parameter": Code(advice="use what 2.0 has"),
    "PS5.using": _fixed("write full type names"),
    "PS6.cmdlet": Code(advice="use what 2.0 has"),
    "PS6.parameter": Code(advice="use what 2.0 has"),
    "PS7.operator": _fixed("write it out with `if`"),
    "PS7.cmdlet": Code(advice="use what 2.0 has"),
    "PS7.parameter": Code(advice="use what 2.0 has"),
    "SHAPE.import-module": _fixed("import modules of Windows by a literal name"),
    "SHAPE.invoke-command": Code(advice="`Invoke-Command -Session` of the Exchange session, with one literal reading command"),
    "SHAPE.move": _fixed("move only the script's own `.part` files to their final name"),
    "SHAPE.new-item": _fixed("`New-Item -ItemType Directory -Path` only"),
    "SHAPE.new-object": Code(advice="add the type to types.csv if it is harmless"),
    "SHAPE.new-pssession": _fixed("`New-PSSession -ConfigurationName Microsoft.Exchange -ConnectionUri` only, under the own account"),
    "SHAPE.registry": _fixed("`Invoke-WmiMethod -Class StdRegProv -Name` with a literal read method"),
    "SHAPE.remove-item": _fixed("remove only the script's own `.part` and `.ddf` files, by a literal ending"),
    "SHAPE.snap-in": _fixed("`Add-PSSnapin -Name` of Exchange's snap-ins, as literals"),
    "SHAPE.view": _fixed("`Set-ADServerSettings -ViewEntireForest` and no other setting"),
    "SHAPE.wmi": _fixed("`Get-WmiObject -Class` with a literal class or one from the catalogue"),
    "STYLE.backtick": _fixed("break lines after a pipe, a comma or an opening bracket"),
    "STYLE.function": _fixed("approved verb, hyphen, singular noun in Pascal case"),
    "STYLE.help": _fixed("begin the function with `<# .SYNOPSIS`"),
    "STYLE.length": Code(advice="split the function by concept"),
    "STYLE.parameters": _fixed("open the function with [CmdletBinding()] and param()"),
    "STYLE.semicolon": _fixed("one statement, one line"),
    "STYLE.shadow": _fixed("a function with a cmdlet's name would be trusted in its place"),
    "STYLE.duplicate": _fixed("a function is defined once"),
    "STYLE.unused": Code(advice="take the function away, or call it"),
    "WARN.count": _guess("wrap the command in @(): a single object and nothing have no Count in 2.0"),
    "WARN.each-null": _guess("foreach over $null runs once in 2.0: test for it first, or wrap the command in @()"),
    "WARN.leak": _guess("put [void] before it: what a call returns becomes the function's output"),
    "WARN.member-enumeration": _guess("an array has no such member in 2.0: use ForEach-Object or Select-Object -ExpandProperty"),
    "WARN.property-set": _guess("setting a property of a live object can change the server, and fails under ConstrainedLanguage"),
    "WARN.culture": _guess("give [System.Globalization.CultureInfo]::InvariantCulture"),
    "WRITE.encoding": _fixed("name the encoding: -Encoding UTF8, or ASCII for programs that cannot read a byte order mark"),
    "WRITE.redirection": _fixed("write with Add-Content or Out-File -Encoding UTF8"),
    "WRITE.target": _fixed("a file, by -Path or -FilePath; not a drive of variables, functions, registry or certificates"),
}


def finding(code: str, node: Node, message: str) -> Finding:
    """Return a finding at a node."""
    return found_at(code, node.line, node.column + 1, message)


def found_at(code: str, line: int, column: int, message: str) -> Finding:
    """Return a finding at a line and column."""
    kind = CODES[code]
    return Finding(code=code, level=kind.level, line=line, column=column, message=message, advice=kind.advice)
