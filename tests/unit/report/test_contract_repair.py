"""Values of a bundle never become PowerShell: every rule's repair is fixed text that takes them as `$in`, in the rule and in the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest
from tests.unit.report.assessments import assessment, row, rule_info
from tests.unit.report.grammar import parsed
from tests.unit.report.hostile import VALUES

from exposture.collector_lint.tree import Node, parse
from exposture.model.assessment import Assessment
from exposture.report import wording
from exposture.report.html import render_html
from exposture.report.sections.repair import CODE_LIMIT, RESULT_COLUMNS
from exposture.rulebook.load import LoadedRule, load_rulebook

STEPS = ("precheck", "change", "verify", "rollback")
READ_AS_CODE = {"invoke-expression", "iex", "invoke-command", "cmd", "cmd.exe", "powershell", "powershell.exe", "start-process", "invoke-wmimethod"}
READ_AS_FILTER = {"-filter", "-ldapfilter", "-query", "-recipientfilter", "-filterscript", "-command", "-scriptblock", "-argumentlist"}
READ_AS_TEXT = {"::create", "::invoke", ".invoke", ".invokescript", ".expandstring"}
BREAKERS = [
    "'; Remove-Mailbox *; '",
    '"; Remove-Mailbox *; "',
    "\u2018; Remove-Mailbox *; \u2019\u201a\u201b",
    "\u201c; Remove-Mailbox *; \u201d\u201e",
    "x\r\nRemove-Mailbox *\n",
    "#> Remove-Mailbox * <#",
    "`\"`' $(Remove-Mailbox *) ${env:x} $in.identity",
    "'@\nRemove-Mailbox *\n@'",
    "--% | Remove-Mailbox * ; & {x} && y",
    VALUES["comment"],
    VALUES["powershell"],
]


@cache
def scripted() -> list[LoadedRule]:
    return [loaded for loaded in load_rulebook().rules if loaded.rule.remediation.kind == "powershell"]


def steps(loaded: LoadedRule) -> Iterator[tuple[str, Node]]:
    for step in STEPS:
        yield step, parse(getattr(loaded.rule.remediation, step).encode())


def inputs_in(root: Node) -> list[Node]:
    return [node for node in root.walk() if node.kind == "variable" and node.text.lower() == "$in"]


@pytest.mark.parametrize("loaded", scripted(), ids=lambda loaded: loaded.rule.id)
def test_each_step_of_a_repair_is_powershell(loaded: LoadedRule) -> None:
    wrong = [(step, node.line, node.text[:40]) for step, root in steps(loaded) for node in root.walk() if node.kind == "ERROR" or node.is_missing]

    assert wrong == []


@pytest.mark.parametrize("loaded", scripted(), ids=lambda loaded: loaded.rule.id)
def test_inputs_are_members_of_in_and_declared(loaded: LoadedRule) -> None:
    declared = {f"$in.{name}" for name in loaded.rule.remediation.inputs}
    used = {re.match(r"\$in(\.\w+)?", _after(node)) for _, root in steps(loaded) for node in inputs_in(root)}

    assert {match.group() if match else "" for match in used} <= declared


def _after(node: Node) -> str:
    return node.source[node.start :].decode()


@pytest.mark.parametrize("loaded", scripted(), ids=lambda loaded: loaded.rule.id)
def test_no_input_is_read_as_code_or_as_a_filter(loaded: LoadedRule) -> None:
    assert [(step, found) for step, root in steps(loaded) for found in interpreted(root)] == []


def interpreted(root: Node) -> Iterator[str]:
    """Yield the texts where an input stands in what is parsed once more."""
    for node in inputs_in(root):
        around = list(node.ancestors())
        command = next((one for one in around if one.kind == "command"), None)
        name = command.child("command_name") if command else None
        if command is not None and name is not None and name.text.lower() in READ_AS_CODE:
            yield command.text
        if command is not None and READ_AS_FILTER & set(_parameter_before(node, command)):
            yield command.text
        if any(one.kind in ("invokation_expression", "invocation_expression") and _calls(one) for one in around):
            yield node.text
        if any(one.kind == "command" and one.text.startswith(("&", ".")) and one.text[1:].lstrip().startswith("$in") for one in around):
            yield node.text


def _parameter_before(node: Node, command: Node) -> list[str]:
    """Return the parameter whose argument a node stands in."""
    before = [one.text.lower() for one in command.walk() if one.kind == "command_parameter" and one.end <= node.start]
    return before[-1:]


def _calls(node: Node) -> bool:
    return any(word in node.text.lower() for word in READ_AS_TEXT)


BAD = [
    "Invoke-Expression $in.identity",
    'iex "Get-Mailbox $($in.identity)"',
    "Get-Mailbox -Filter \"Name -eq '$($in.name)'\"",
    'Get-WmiObject Win32_Service -Filter ("Name=\'" + $in.name + "\'")',
    "& $in.identity",
    "[scriptblock]::Create($in.identity)",
    "$ExecutionContext.InvokeCommand.ExpandString($in.identity)",
    "cmd /c $in.identity",
]


@pytest.mark.parametrize("text", BAD)
def test_the_check_finds_inputs_that_are_parsed_once_more(text: str) -> None:
    assert list(interpreted(parse(text.encode()))) != []


def hostile_results(value: str) -> Assessment:
    """Return a fail of every rule that has a repair, with the value as each of its inputs."""
    rows, rules = [], []
    for loaded in scripted():
        remediation = loaded.rule.remediation
        taken = set(remediation.inputs.values())
        columns = {name: value for name in RESULT_COLUMNS if name in taken}
        evidence = dict.fromkeys(taken - set(RESULT_COLUMNS), value)
        rows.append(row(loaded.rule.id, **{"subject": value, "server": value, **columns}, evidence=evidence))
        rules.append(rule_info(loaded.rule.id, title=loaded.rule.title, remediation=remediation.model_dump()))
    return assessment(rows, rules=rules)


def code_blocks(data: bytes) -> set[str]:
    """Return the texts that the page shows as commands."""
    blocks = re.findall(rb'<pre class="code">(.*?)</pre>', data, re.DOTALL)
    return {"".join(parsed(block).texts).strip() for block in blocks}


@pytest.mark.parametrize("value", BREAKERS)
def test_report_shows_every_repair_as_the_rule_has_it(value: str) -> None:
    own = {wording.block(getattr(loaded.rule.remediation, step), CODE_LIMIT) for loaded in scripted() for step in STEPS}
    shown = code_blocks(render_html(hostile_results(value)))

    assert shown - own == set()
    assert len(shown) > len(scripted())
    assert not any("Remove-Mailbox *" in block for block in shown)


def test_no_repair_is_cut_in_the_report() -> None:
    long = [(loaded.rule.id, step) for loaded in scripted() for step in STEPS if len(getattr(loaded.rule.remediation, step)) > CODE_LIMIT]

    assert long == []
