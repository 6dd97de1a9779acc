"""Every source of Windows and of the directory that the catalogue declares has a reader in the script."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
import tree_sitter_pwsh
from tree_sitter import Language, Node, Parser

from exposture.catalog.dataset import Dataset, Source
from exposture.catalog.load import load_catalog

COLLECTOR = Path(__file__).parents[2] / "collector"


@cache
def script() -> bytes:
    return (COLLECTOR / "Export-ExchangePosture.ps1").read_bytes()


def nodes(node: Node, kind: str) -> Iterator[Node]:
    """Yield the nodes of a kind, outermost first."""
    if node.type == kind:
        yield node
    for child in node.children:
        yield from nodes(child, kind)


def text(node: Node) -> str:
    """Return a node's source without quotation marks."""
    return (node.text or b"").decode("ascii").strip("'")


@cache
def root() -> Node:
    """Return the parse tree of the script."""
    return Parser(Language(tree_sitter_pwsh.language())).parse(script()).root_node


@cache
def functions() -> dict[str, Node]:
    """Return the functions by name."""
    return {text(next(nodes(node, "function_name"))): node for node in nodes(root(), "function_statement")}


@cache
def branches() -> dict[str, Node]:
    """Return the branches of the one switch that chooses special readers, by the name of the dataset."""
    switch = next(nodes(functions()["Read-WindowsSource"], "switch_statement"))
    clauses = list(nodes(switch, "switch_clause"))
    return {text(next(nodes(clause, "switch_clause_condition"))): clause for clause in clauses}


@cache
def windows_cmdlets() -> frozenset[str]:
    """Return the literal list of the cmdlets of Windows."""
    for assignment in nodes(root(), "assignment_expression"):
        if text(assignment).startswith("$WindowsCmdlets"):
            return frozenset(text(one) for one in nodes(assignment, "string_literal"))
    raise AssertionError("no $WindowsCmdlets")


def collected() -> Iterator[tuple[Dataset, Source]]:
    """Yield the sources that the script reads, each with its dataset."""
    for dataset in load_catalog().readable:
        yield from ((dataset, source) for source in dataset.sources if source.recognise is None)


def needs_branch(source: Source) -> bool:
    """Tell whether no generic reader can read a source; those of tier usage have a reader of their own."""
    if source.tier == "usage":
        return False
    if source.program is not None or source.file is not None:
        return True
    if source.cmdlet is not None:
        return source.cmdlet in windows_cmdlets()
    return source.ldap is not None and source.base is None


SPECIAL = [pytest.param(dataset.name, id=f"{dataset.name}-{source.id}") for dataset, source in collected() if needs_branch(source)]


def test_the_parser_reads_every_line() -> None:
    assert not root().has_error


@pytest.mark.parametrize("name", SPECIAL)
def test_a_source_that_no_generic_reader_knows_has_a_branch(name: str) -> None:
    assert name in branches()


def test_each_branch_calls_a_function_of_the_script() -> None:
    called = {name: text(next(nodes(clause, "command_name"))) for name, clause in branches().items()}

    assert {name: function for name, function in called.items() if function not in functions() and function != "Stop-Reading"} == {}


def test_a_cmdlet_of_a_windows_dataset_is_listed_as_one_of_windows() -> None:
    used = {source.cmdlet for dataset, source in collected() if source.cmdlet and dataset.name.startswith(("windows_", "iis_"))}

    assert used - windows_cmdlets() == set()


def test_no_name_of_a_function_is_used_twice() -> None:
    names = [text(next(nodes(node, "function_name"))).lower() for node in nodes(root(), "function_statement")]

    assert sorted({name for name in names if names.count(name) > 1}) == []


def test_wmi_methods_are_those_of_the_registry_that_read() -> None:
    calls = [text(node) for node in nodes(root(), "command") if text(node).startswith("Invoke-WmiMethod")]
    methods = {one.split("-Name '")[1].split("'")[0] for one in calls}

    assert all("-Class 'StdRegProv'" in one for one in calls)
    assert methods == {
        "EnumKey",
        "EnumValues",
        "GetStringValue",
        "GetExpandedStringValue",
        "GetBinaryValue",
        "GetDWORDValue",
        "GetMultiStringValue",
        "GetQWORDValue",
    }
