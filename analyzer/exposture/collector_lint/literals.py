"""The literal values that a variable can have, as far as they stand in its own function."""

from __future__ import annotations

from exposture.collector_lint.script import Script, literal_array
from exposture.collector_lint.tree import Node, literal, unwrapped


def possible_values(script: Script, node: Node, depth: int = 3) -> list[str] | None:
    """Return every value that a node can have, where all are literals; None where one is computed.

    A variable has the values that are assigned to it in its function, those of the arrays that a foreach walks over, and
    those that its ValidateSet lists.
    """
    found: list[str] = []
    for element in literal_array(node):
        fixed = literal(element)
        if fixed is not None:
            found.append(fixed)
            continue
        values = _of_variable(script, unwrapped(element), depth)
        if values is None:
            return None
        found += values
    return found or None


def _of_variable(script: Script, variable: Node, depth: int) -> list[str] | None:
    if variable.kind != "variable" or depth == 0:
        return None
    function = script.function_of(variable)
    declared = function.parameters.get(variable.text.lstrip("$").lower()) if function is not None else None
    if declared is not None:
        return _validate_set(declared)
    found: list[str] = []
    for value in script.assigned(variable) or _at_top(script, variable):
        values = possible_values(script, value, depth - 1)
        if values is None:
            return None
        found += values
    return found or None


def _at_top(script: Script, variable: Node) -> list[Node]:
    """Return what the script assigns to a variable outside of functions: a constant that functions read."""
    name = variable.text.lower().replace("$script:", "$")
    return script.assignments.get((-1, name), [])


def _validate_set(declared: Node) -> list[str] | None:
    """Return the values that the declaration of a parameter allows."""
    parameter = next((one for one in declared.ancestors() if one.kind == "script_parameter"), None)
    for attribute in (one for one in parameter.walk() if one.kind == "attribute") if parameter is not None else ():
        name = attribute.child("attribute_name")
        if name is not None and name.text.lower() == "validateset":
            arguments = [one for one in attribute.walk() if one.kind == "attribute_argument"]
            values = [literal(element) for one in arguments for element in literal_array(one.children[-1])]
            return [value for value in values if value is not None] if None not in values else None
    return None
