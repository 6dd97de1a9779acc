"""Scopes: functions see the variables of their callers, an assignment makes a local one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.collector.shell.faults import EvaluatorError


class Variable:
    """A variable; `convert` is the type that it was declared with."""

    __slots__ = ("convert", "name", "value")

    def __init__(self, name: str, value: Any, convert: Callable[[Any], Any] | None = None) -> None:
        self.name = name
        self.value = value
        self.convert = convert

    def assign(self, value: Any) -> None:
        """Write a value, converted to the variable's type."""
        self.value = self.convert(value) if self.convert else value


class Scope:
    """One scope; its parent is the caller's."""

    __slots__ = ("functions", "is_called", "name", "parent", "script", "variables")

    def __init__(self, parent: Scope | None, *, is_script: bool = False, name: str = "") -> None:
        self.parent = parent
        self.variables: dict[str, Variable] = {}
        self.functions: dict[str, Any] = {}
        self.script: Scope = self if is_script or parent is None else parent.script
        self.name = name
        self.is_called = False

    def find(self, name: str) -> Variable | None:
        """Return the nearest variable of a name in lower case."""
        scope: Scope | None = self
        while scope is not None:
            found = scope.variables.get(name)
            if found is not None:
                return found
            scope = scope.parent
        return None

    def find_function(self, name: str) -> Any:
        """Return the nearest function of a name in lower case."""
        scope: Scope | None = self
        while scope is not None:
            found = scope.functions.get(name)
            if found is not None:
                return found
            scope = scope.parent
        return None

    def root(self) -> Scope:
        """Return the global scope."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    def owner(self, prefix: str) -> Scope:
        """Return the scope that a prefix such as `script:` names."""
        if prefix in ("script", "local", "global"):
            return {"script": lambda: self.script, "local": lambda: self, "global": self.root}[prefix]()
        raise EvaluatorError(f"the scope prefix {prefix}: is not known here")

    def put(self, name: str, value: Any) -> None:
        """Assign a variable of this scope."""
        held = self.variables.get(name.lower())
        if held is None:
            self.variables[name.lower()] = Variable(name, value)
        else:
            held.assign(value)
