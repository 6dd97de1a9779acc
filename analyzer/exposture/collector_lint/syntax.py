"""What PowerShell 2.0 cannot parse, or parses as something else; and what the grammar cannot read."""

from __future__ import annotations

from collections.abc import Iterator

from exposture.collector_lint.commands import Command
from exposture.collector_lint.finding import Finding, finding
from exposture.collector_lint.script import Script
from exposture.collector_lint.tree import Node, unwrapped

_NODES = {
    "class_statement": ("PS5.class", "a class"),
    "enum_statement": ("PS5.class", "an enum"),
    "using_statement": ("PS5.using", "a using statement"),
    "ternary_expression": ("PS7.operator", "`? :`"),
    "null_coalesce_expression": ("PS7.operator", "`??`"),
    "pipeline_chain_tail": ("PS7.operator", "`&&` or `||` between commands"),
    "requires_statement": ("PS3.requires", "a #requires statement"),
    "invocation_where_expression": ("PS4.method", ".Where()"),
    "invocation_foreach_expression": ("PS4.method", ".ForEach()"),
    "parallel_statement": ("PS3.workflow", "a parallel block"),
    "sequence_statement": ("PS3.workflow", "a sequence block"),
    "inlinescript_statement": ("PS3.workflow", "an inline script"),
    "stop_parsing": ("DYNAMIC.stop-parsing", "`--%`"),
}
_OPERATORS = {"in": "PS3.in", "notin": "PS3.in", "shl": "PS3.shift", "shr": "PS3.shift"}
_VARIABLES = frozenset({"$psitem", "$psscriptroot", "$pscommandpath", "$psdefaultparametervalues"})
_WORDS = ("generic_token", "command_name", "simple_name", "path_command_name_token", "switch_clause_condition")
_PLAIN_CASTS = frozenset({"hashtable", "object", "void", "collections.hashtable"})


def check_syntax(script: Script) -> Iterator[Finding]:
    """Yield parse errors and every construct that is newer than 2.0."""
    yield from _parse_errors(script)
    for kind, (code, says) in _NODES.items():
        for node in script.nodes(kind):
            yield finding(code, node, f"{says} is not PowerShell 2.0" if code.startswith("PS") else f"{says} hides the arguments")
    yield from _operators(script)
    yield from _variables(script)
    yield from _redirections(script)
    yield from _casts(script)
    yield from _attributes(script)
    for node in script.nodes("function_statement"):
        if node.child("workflow") is not None:
            yield finding("PS3.workflow", node, "a workflow is not PowerShell 2.0")
    for node in script.nodes("comment"):
        if node.text.lower().startswith("#requires"):
            yield finding("PS3.requires", node, "a #requires statement stops the whole script")
    for command in script.commands:
        if command.key == "using":
            yield finding("PS5.using", command.node, "a using statement is not PowerShell 2.0")
        yield from _simple_where(command)


def _parse_errors(script: Script) -> Iterator[Finding]:
    for node in script.root.walk():
        is_broken = node.kind == "ERROR" or node.is_missing or (node.kind == "command_name" and node.start == node.end)
        if is_broken and not any(around.kind == "ERROR" for around in node.ancestors()):
            text = node.text.strip().splitlines()
            yield finding("PARSE.error", node, f"cannot be read near {text[0][:60]!r}" if text else "something is missing here")
    for node in script.nodes(*_WORDS):
        if not node.children and ("'" in node.text or '"' in node.text):
            yield finding("PARSE.error", node, f"a quotation mark inside the word {node.text!r}")


def _operators(script: Script) -> Iterator[Finding]:
    for node in script.nodes("comparison_operator"):
        word = node.text.lower().lstrip("-")
        code = _OPERATORS.get(word) or _OPERATORS.get(word[1:])
        if code is not None:
            yield finding(code, node, f"-{word} is not PowerShell 2.0")
    for node in script.nodes("assignment_operator"):
        if node.text == "??=":
            yield finding("PS7.operator", node, "`??=` is not PowerShell 2.0")


def _variables(script: Script) -> Iterator[Finding]:
    for node in script.nodes("variable"):
        name = node.text.lower().replace("${", "$").rstrip("}")
        if name in _VARIABLES or name.startswith("$using:"):
            yield finding("PS3.variable", node, f"{node.text} is not PowerShell 2.0")
        if name.startswith("$function:"):
            yield finding("DYNAMIC.function", node, f"{node.text} makes or reads a function as a value")


def _redirections(script: Script) -> Iterator[Finding]:
    for node in script.nodes("merging_redirection_operator"):
        if node.text != "2>&1":
            yield finding("PS3.redirection", node, f"{node.text} is not PowerShell 2.0")
    for node in script.nodes("file_redirection_operator"):
        if node.text not in {">", ">>", "2>", "2>>"}:
            yield finding("PS3.redirection", node, f"{node.text} is not PowerShell 2.0")
        target = node.parent.child("redirected_file_name") if node.parent is not None else None
        if target is None or target.text.strip().lower() != "$null":
            yield finding("WRITE.redirection", node, f"{node.text} writes a file")


def _casts(script: Script) -> Iterator[Finding]:
    for node in script.nodes("type_literal"):
        word = node.text.strip("[]").lower()
        if word == "ordered":
            yield finding("PS3.ordered", node, "[ordered] is not PowerShell 2.0")
        if word == "pscustomobject":
            yield finding("PS3.pscustomobject", node, "[pscustomobject] leaves a hashtable in PowerShell 2.0")
    for node in script.nodes("cast_expression"):
        named = [child for child in node.children if child.is_named]
        word = named[0].text.strip("[]").lower()
        is_table = unwrapped(named[-1]).kind == "hash_literal_expression"
        if is_table and word not in _PLAIN_CASTS | {"ordered", "pscustomobject"}:
            yield finding("PS3.typed-hashtable", node, f"[{word}]@{{}} does not convert in PowerShell 2.0")


def _attributes(script: Script) -> Iterator[Finding]:
    for node in script.nodes("attribute_argument"):
        named = [child for child in node.children if child.is_named]
        if len(named) == 1 and named[0].kind == "simple_name" and len(node.children) == 1:
            yield finding("PS3.attribute", node, f"{node.text} has no value")


def _simple_where(command: Command) -> Iterator[Finding]:
    if command.key in {"where-object", "foreach-object"}:
        for value in command.positional[:1]:
            if _is_word(value):
                yield finding("PS3.simple-where", value, f"{command.name} {value.text} without a script block is not PowerShell 2.0")


def _is_word(value: Node) -> bool:
    return unwrapped(value).kind not in {"script_block_expression", "variable", "parenthesized_expression"}
