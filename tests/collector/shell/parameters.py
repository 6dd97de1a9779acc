"""Parameters of functions: attributes, types, defaults, validation."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tree_sitter import Node

from tests.collector.shell.convert import to_bool, to_number
from tests.collector.shell.faults import EvaluatorError, fault
from tests.collector.shell.operators import equals
from tests.collector.shell.regexes import compile_regex
from tests.collector.shell.tree import child_of, children_of, named, only, text, unknown
from tests.collector.shell.types import INTEGERS, full_name
from tests.collector.shell.values import NOTHING, Switch

if TYPE_CHECKING:
    from tests.collector.shell.session import Session

ALLOWS = ("allownull", "allowemptystring", "allowemptycollection")
IGNORED = ("cmdletbinding", "outputtype")
Validator = Callable[["Session", Any], str | None]


@dataclass(slots=True, kw_only=True)
class Parameter:
    """One parameter of a function or a cmdlet."""

    name: str
    key: str = ""
    type_name: str = ""
    is_mandatory: bool = False
    position: int | None = None
    from_pipeline: bool = False
    from_property: bool = False
    is_switch: bool = False
    default: Callable[[Session], Any] | None = None
    allows: set[str] = field(default_factory=set)
    aliases: list[str] = field(default_factory=list)
    validators: list[Validator] = field(default_factory=list)
    is_decorated: bool = False

    def __post_init__(self) -> None:
        self.key = self.name.lower()
        self.is_switch = full_name(self.type_name).endswith("SwitchParameter") if self.type_name else False

    def converter(self, s: Session) -> Callable[[Any], Any] | None:
        """Return what an assignment to the parameter's variable goes through: its type, and its validation again."""
        if self.is_switch or not (self.type_name or self.validators):
            return None
        change = s.convert(self.type_name) if self.type_name else lambda value: value

        def convert(value: Any) -> Any:
            changed = change(value)
            for check in self.validators:
                said = check(s, changed)
                if said:
                    message = (
                        f"The variable cannot be validated because the value {s.text_of(value)} is not a valid value for the {self.name} variable."
                    )
                    raise fault(message, "ValidateSetFailure", "MetadataError", type_name="System.Management.Automation.ValidationMetadataException")
            return changed

        return convert

    def default_value(self, s: Session) -> Any:
        """Return the value where the call gives none."""
        if self.default is not None:
            value = self.default(s)
            value = None if value is NOTHING else value
            return s.convert(self.type_name)(value) if self.type_name and not self.is_switch else value
        full = full_name(self.type_name) if self.type_name else ""
        if full == "System.String":
            return ""
        if full == "System.Int32" or full in INTEGERS:
            return s.convert(full)(0)
        return {"System.Boolean": False, "System.Double": 0.0}.get(full, Switch(False) if self.is_switch else None)


def _compiled(node: Node) -> Any:
    from tests.collector.shell.expressions import compile_expression

    return compile_expression(node)


def compile_parameters(listing: Node) -> list[Parameter]:
    """Compile the list inside `param(...)`."""
    found: list[Parameter] = []
    for child in named(listing):
        if child.type != "script_parameter":
            raise unknown(child)
        found += _parameter(child)
    names = [parameter.key for parameter in found]
    if len(set(names)) != len(names):
        raise unknown(listing)
    return found


def _parameter(node: Node) -> list[Parameter]:
    """Compile one parameter; the grammar takes `= @(), [switch]$B` for one default, so that several can come out."""
    variable = child_of(node, "variable")
    if variable is None:
        raise unknown(node)
    parameter = Parameter(name=text(variable)[1:])
    attributes = child_of(node, "attribute_list")
    for attribute in children_of(attributes, "attribute") if attributes else []:
        _attribute(parameter, attribute)
    value = child_of(node, "script_parameter_default")
    if value is None:
        return [parameter]
    inner = only(value)
    others: list[Parameter] = []
    if inner.type == "array_literal_expression":
        others = [_swallowed(part) for part in named(inner)[1:]]
        inner = named(inner)[0]
    parameter.default = _compiled(inner)
    return [parameter, *others]


def _swallowed(node: Node) -> Parameter:
    names: list[str] = []
    while node.type != "variable":
        if node.type == "cast_expression":
            names.append(text(named(node)[0])[1:-1])
        elif node.type not in ("unary_expression", "expression_with_unary_operator"):
            raise unknown(node)
        node = named(node)[-1]
    return Parameter(name=text(node)[1:], type_name=names[-1] if names else "")


def _attribute(parameter: Parameter, node: Node) -> None:
    literal = child_of(node, "type_literal")
    if literal is not None:
        parameter.type_name = text(literal)[1:-1]
        parameter.is_switch = full_name(parameter.type_name).endswith("SwitchParameter")
        return
    name_node = child_of(node, "attribute_name")
    name = text(name_node).lower() if name_node else ""
    listing = child_of(node, "attribute_arguments")
    arguments = children_of(listing, "attribute_argument") if listing else []
    if name == "parameter":
        parameter.is_decorated = True
        for argument in arguments:
            _parameter_argument(parameter, argument)
    elif name in ALLOWS:
        parameter.allows.add(name.removeprefix("allow"))
    elif name == "alias":
        parameter.aliases += [str(value).lower() for value in _values(arguments)]
    elif name in VALIDATORS:
        parameter.validators.append(VALIDATORS[name](_values(arguments)))
    else:
        raise unknown(node)


def _values(arguments: list[Node]) -> list[Any]:
    found: list[Any] = []
    for argument in arguments:
        for part in named(argument):
            value = _compiled(part)(None)  # type: ignore[arg-type]  # constants need no session
            found += value if isinstance(value, list) else [value]
    return found


def _parameter_argument(parameter: Parameter, node: Node) -> None:
    parts = named(node)
    name = text(parts[0]).lower()
    value = True if len(parts) == 1 else _compiled(parts[1])(None)  # type: ignore[arg-type]
    if name == "mandatory":
        parameter.is_mandatory = to_bool(value)
    elif name == "position":
        parameter.position = int(value)
    elif name == "valuefrompipeline":
        parameter.from_pipeline = to_bool(value)
    elif name == "valuefrompipelinebypropertyname":
        parameter.from_property = to_bool(value)
    else:
        raise unknown(node)


def has_binding(param_block: Node | None, parameters: list[Parameter]) -> tuple[bool, bool]:
    """Say whether a function is an advanced one, and whether it has -WhatIf."""
    attributes = child_of(param_block, "attribute_list") if param_block else None
    is_advanced, whatif = any(parameter.is_decorated for parameter in parameters), False
    for attribute in children_of(attributes, "attribute") if attributes else []:
        name = child_of(attribute, "attribute_name")
        if name is None or text(name).lower() not in IGNORED:
            raise unknown(attribute)
        is_advanced = is_advanced or text(name).lower() == "cmdletbinding"
        whatif = whatif or "supportsshouldprocess" in text(attribute).lower()
    return is_advanced, whatif


def _each(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _set(allowed: list[Any]) -> Validator:
    def check(s: Session, value: Any) -> str | None:
        for item in _each(value):
            if not any(equals(s, s.text_of(word), item) for word in allowed):
                words = ",".join(map(s.text_of, allowed))
                return f'The argument "{s.text_of(item)}" does not belong to the set "{words}" specified by the ValidateSet attribute.'
        return None

    return check


def _range(limits: list[Any]) -> Validator:
    def check(_: Session, value: Any) -> str | None:
        is_good = all(limits[0] <= to_number(item) <= limits[1] for item in _each(value))
        return None if is_good else f"The {value} argument is not in the range from {limits[0]} to {limits[1]}."

    return check


def _pattern(patterns: list[Any]) -> Validator:
    def check(s: Session, value: Any) -> str | None:
        is_good = all(compile_regex(patterns[0], re.IGNORECASE).search(s.text_of(item)) for item in _each(value))
        return None if is_good else f'The argument "{s.text_of(value)}" does not match the "{patterns[0]}" pattern.'

    return check


def _not_null(_: list[Any]) -> Validator:
    return lambda _s, value: "The argument is null." if value is None else None


def _not_empty(_: list[Any]) -> Validator:
    def check(_s: Session, value: Any) -> str | None:
        is_bad = value is None or (isinstance(value, str | list) and not value) or (isinstance(value, list) and any(i in (None, "") for i in value))
        return "The argument is null or empty." if is_bad else None

    return check


def _length(limits: list[Any]) -> Validator:
    return lambda s, value: None if limits[0] <= len(s.text_of(value)) <= limits[1] else f"The character length of the argument is not in {limits}."


def _script(blocks: list[Any]) -> Validator:
    def check(s: Session, value: Any) -> str | None:
        is_good = all(to_bool(blocks[0].invoke_block(s, [], item=item)) for item in _each(value))
        return None if is_good else f'The validation script for the argument with value "{s.text_of(value)}" did not return true.'

    return check


VALIDATORS: dict[str, Callable[[list[Any]], Validator]] = {
    "validateset": _set,
    "validaterange": _range,
    "validatepattern": _pattern,
    "validatenotnull": _not_null,
    "validatenotnullorempty": _not_empty,
    "validatelength": _length,
    "validatescript": _script,
}


def declared(text_form: str) -> list[Parameter]:
    """Return the parameters of a cmdlet from a short form: `Path:string[]@0!<`.

    `@n` is the position, `!` mandatory, `<` from the pipeline, `=alias` an alias.
    """
    found = []
    for word in text_form.split():
        parts = re.fullmatch(r"(\w+)(?::([\w\[\].]+))?(?:@(\d+))?(!)?(<)?((?:=\w+)*)", word)
        if not parts:
            raise EvaluatorError(f"not a parameter declaration: {word}")
        name, kind, place, mandatory, piped, aliases = parts.groups()
        parameter = Parameter(name=name, type_name=kind or "object", is_mandatory=bool(mandatory), position=int(place) if place else None)
        parameter.from_pipeline = bool(piped)
        parameter.aliases = [alias.lower() for alias in aliases.split("=") if alias]
        found.append(parameter)
    return found
