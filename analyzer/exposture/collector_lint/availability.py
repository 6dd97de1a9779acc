"""Whether a command that not every server has is probed before it is called."""

from __future__ import annotations

from exposture.collector_lint.guards import holds
from exposture.collector_lint.literals import possible_values
from exposture.collector_lint.script import Script
from exposture.collector_lint.tree import Node

PROBES = frozenset({"test-commandavailable", "get-command", "test-windowscommand"})
STOPS = frozenset({"stop-withoutcommand"})
"""Functions that end the read where the command is missing, so that what follows has it."""


def is_probed(script: Script, node: Node, command: str, parameter: str | None = None) -> bool:
    """Return whether a node stands behind a probe of the command, and of the parameter if one is given."""
    return holds(script, node, lambda claim: _probes(script, claim, command, parameter), wanted=True)


def _probes(script: Script, claim: Node, command: str, parameter: str | None) -> bool:
    found = next((one for one in script.commands if one.node is claim), None) if claim.kind == "command" else None
    if found is None or found.key not in PROBES | STOPS:
        return False
    name = found.value("name", "command") or next(iter(found.positional), None)
    names = possible_values(script, name) if name is not None else None
    if names is None or command not in [one.lower() for one in names]:
        return False
    if parameter is None:
        return True
    asked = found.value("parameter")
    return asked is not None and parameter in [one.lower() for one in possible_values(script, asked) or []]
