"""The house style of the script, as far as it keeps the other checks reliable."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exposture.collector_lint.finding import Finding, finding, found_at
from exposture.collector_lint.permission import is_cmdlet
from exposture.collector_lint.script import Function, Script
from exposture.collector_lint.tables import words
from exposture.collector_lint.tree import Node, literal

APPROVED_VERBS = words(
    """Add Approve Assert Backup Block Checkpoint Clear Close Compare Complete Compress Confirm Connect Convert ConvertFrom ConvertTo
    Copy Debug Deny Disable Disconnect Dismount Edit Enable Enter Exit Expand Export Find Format Get Grant Group Hide Import
    Initialize Install Invoke Join Limit Lock Measure Merge Mount Move New Open Optimize Out Ping Pop Protect Publish Push Read
    Receive Redo Register Remove Rename Repair Request Reset Resize Resolve Restart Restore Resume Revoke Save Search Select Send Set
    Show Skip Split Start Step Stop Submit Suspend Switch Sync Test Trace Unblock Undo Uninstall Unlock Unprotect Unpublish Unregister
    Update Use Wait Watch Write"""
)
LONGEST = 60
"""Lines of a function; the lines of a switch that is a table do not count."""
_NAME = re.compile(r"(?P<verb>[A-Z][A-Za-z]+)-(?P<noun>[A-Z][A-Za-z0-9]+)")


def check_style(script: Script) -> Iterator[Finding]:
    """Yield what the house style forbids."""
    seen: set[str] = set()
    for function in script.defined:
        if function.key in seen:
            yield finding("STYLE.duplicate", function.node, f"{function.name} is defined twice")
        seen.add(function.key)
        yield from _function(function)
    for node in script.nodes("empty_statement"):
        yield finding("STYLE.semicolon", node, "a semicolon between statements")
    yield from _backticks(script)
    if script.catalogue is not None:
        yield from _unused(script)


def _function(function: Function) -> Iterator[Finding]:
    name = _NAME.fullmatch(function.name)
    head = function.node.child("function_name") or function.node
    if name is None or name["verb"] not in APPROVED_VERBS:
        yield finding("STYLE.function", head, f"{function.name} is not Verb-Noun with an approved verb")
    if is_cmdlet(function.key):
        yield finding("STYLE.shadow", head, f"{function.name} is the name of a cmdlet")
    text = function.node.text
    if not re.match(r"[^{]*\{\s*(#[^\n]*\s*)*<#\s*\.SYNOPSIS\s+\S", text, re.IGNORECASE):
        yield finding("STYLE.help", head, f"{function.name} has no synopsis")
    if not _opens_with_parameters(function.node):
        yield finding("STYLE.parameters", head, f"{function.name} has no [CmdletBinding()] and param()")
    table = sum(node.kind == "switch_clause" and "\n" not in node.text.strip() for node in function.node.walk())
    length = text.rstrip().count("\n") + 1 - table
    if length > LONGEST:
        yield finding("STYLE.length", head, f"{function.name} has {length} lines, more than {LONGEST}")


def _opens_with_parameters(node: Node) -> bool:
    block = node.child("script_block")
    parameters = block.child("param_block") if block is not None else None
    attributes = parameters.child("attribute_list") if parameters is not None else None
    return attributes is not None and "cmdletbinding" in attributes.text.lower()


def _backticks(script: Script) -> Iterator[Finding]:
    texts = [node for kind in ("comment", "expandable_here_string_literal", "verbatim_here_string_characters") for node in script.nodes(kind)]
    at = 0
    for number, line in enumerate(script.source.split(b"\n"), start=1):
        if line.rstrip().endswith(b"`") and not any(node.start <= at + len(line.rstrip()) - 1 < node.end for node in texts):
            yield found_at("STYLE.backtick", number, len(line.rstrip()), "a line goes on behind a back-tick")
        at += len(line) + 1


def _unused(script: Script) -> Iterator[Finding]:
    called = {command.key for command in script.commands}
    called |= {(literal(node) or "").lower() for node in script.nodes("verbatim_string_characters")}
    for function in script.functions.values():
        if function.key not in called:
            yield finding("STYLE.unused", function.node, f"{function.name} is never called")
