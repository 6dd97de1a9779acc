"""A command as it stands in the script: its name, its parameters and their values."""

from __future__ import annotations

import re
from dataclasses import dataclass

from exposture.collector_lint.tables import words
from exposture.collector_lint.tree import Node, literal, shown

SWITCHES = words(
    """append asjob force recurse notypeinformation descending unique resolve leaf parent passthru asstring ashashtable oldest
    enableallprivileges list nonewline noclobber sum average maximum minimum hidetableheaders autosize wrap noelement isvalid amended
    directread casesensitive simplematch quiet allmatches nolisting completed line word character includehidden special online
    physical registered listavailable"""
)
"""Parameters without a value, so that what follows is an argument of its own."""
RANGE = re.compile(r"-?\d+\.\.")
SYSTEM_PROGRAM = re.compile(r"<value>\\(?:[a-z0-9_]+\\)*(?P<leaf>[a-z0-9_.]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One argument: a parameter's name in lower case without its hyphen, or None, and its value, or None for a switch."""

    node: Node
    parameter: str | None
    value: Node | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """One command; `name` is None where it is computed, `operator` is `&`, `.` or empty."""

    node: Node
    name: str | None
    written: str
    operator: str
    callee: Node | None
    arguments: tuple[Argument, ...]

    @property
    def key(self) -> str:
        """Return the name in lower case, without `.exe`; empty where it is computed."""
        return (self.name or "").lower().removesuffix(".exe")

    def value(self, *names: str) -> Node | None:
        """Return the value of the first of these parameters that is there."""
        return next((argument.value for argument in self.arguments if argument.parameter in names and argument.value is not None), None)

    def has(self, *names: str) -> bool:
        """Return whether one of these parameters is there."""
        return any(argument.parameter in names for argument in self.arguments)

    @property
    def parameters(self) -> list[str]:
        """Return the parameters' names in lower case."""
        return [argument.parameter for argument in self.arguments if argument.parameter is not None]

    @property
    def positional(self) -> list[Node]:
        """Return the values that no parameter names."""
        return [argument.value for argument in self.arguments if argument.parameter is None and argument.value is not None]

    def line(self) -> str:
        """Return the arguments as they stand, computed parts as `<value>`, redirections left out."""
        words = []
        for argument in self.arguments:
            words += [f"-{argument.parameter}"] if argument.parameter is not None else []
            words += [shown(argument.value)] if argument.value is not None else []
        return " ".join(words)


def is_range(node: Node) -> bool:
    """Return whether the grammar took a range (`0..9`) for a command."""
    return RANGE.match(node.text) is not None


def read_command(node: Node) -> Command:
    """Return the command at a node of kind `command`."""
    operator = node.child("command_invocation_operator")
    callee = node.child("command_name", "command_name_expr")
    name = _name(callee)
    return Command(
        node=node,
        name=name,
        written=callee.text.strip() if callee is not None else "",
        operator=operator.text if operator is not None else "",
        callee=callee,
        arguments=tuple(_arguments(node)),
    )


def _name(callee: Node | None) -> str | None:
    if callee is None:
        return None
    if callee.kind == "command_name":
        return callee.text
    inner = callee.children[0] if callee.children else callee
    fixed = literal(inner)
    if fixed is None and inner.kind in {"path_command_name", "command_name"} and not any(one.kind == "variable" for one in inner.walk()):
        fixed = inner.text
    if fixed is not None:
        return fixed
    of_system = SYSTEM_PROGRAM.fullmatch(shown(inner))
    return of_system["leaf"] if of_system and _begins_with_system_folder(inner) else None


def _begins_with_system_folder(node: Node) -> bool:
    """Return whether a computed path begins with a folder that the system names."""
    first = next((one for one in node.walk() if one.kind == "variable"), None)
    return first is not None and first.text.lower() in {"$env:windir", "$env:systemroot"}


def _arguments(node: Node) -> list[Argument]:
    elements = node.child("command_elements")
    found: list[Argument] = []
    for element in elements.children if elements is not None else []:
        if element.kind in {"command_argument_sep", "redirection", "comment"}:
            continue
        if element.kind == "command_parameter":
            found.append(Argument(node=element, parameter=element.text.lstrip("-").rstrip(":").lower(), value=None))
        elif found and found[-1].parameter and found[-1].value is None and found[-1].parameter not in SWITCHES:
            found[-1] = Argument(node=found[-1].node, parameter=found[-1].parameter, value=element)
        else:
            found.append(Argument(node=element, parameter=None, value=element))
    return found
