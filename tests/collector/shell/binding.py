"""Bind the arguments of a call to parameters, as the binder of PowerShell does."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.collector.shell.convert import cast
from tests.collector.shell.faults import AUTOMATION, ErrorRecord, EvaluatorError, ExceptionValue, Position, PsError
from tests.collector.shell.parameters import Parameter
from tests.collector.shell.types import INTEGERS, full_name
from tests.collector.shell.values import NOTHING, Array, Hashtable, NetList, Switch

if TYPE_CHECKING:
    from tests.collector.shell.session import Session

MISSING = object()
BINDING = AUTOMATION + "ParameterBindingException"
COMMON = {
    "erroraction": "ea",
    "errorvariable": "ev",
    "warningaction": "wa",
    "warningvariable": "wv",
    "outvariable": "ov",
    "outbuffer": "ob",
    "verbose": "vb",
    "debug": "db",
}
COMMON_SWITCHES = ("verbose", "debug")
LATER_COMMON = {"informationaction": "infa", "informationvariable": "iv", "pipelinevariable": "pv"}
VALUE_TYPES = {"System.Boolean", "System.Int32", "System.Double", "System.Char", "System.DateTime", *INTEGERS}


@dataclass(slots=True)
class Given:
    """One element of a call: an argument, or a parameter with or without its value."""

    value: Any = MISSING
    name: str | None = None
    is_splatted: bool = False
    place: Position | None = None


@dataclass(slots=True)
class Bound:
    """What a call binds: parameters by lower-case name, common ones, and what was left."""

    values: dict[str, Any] = field(default_factory=dict)
    common: dict[str, Any] = field(default_factory=dict)
    rest: list[Any] = field(default_factory=list)


def splat(value: Any) -> list[Given]:
    """Return the elements that a splatted variable stands for."""
    if isinstance(value, Hashtable):
        return [Given(held, str(name), is_splatted=True) for name, held in value.items()]
    return [Given(item, is_splatted=True) for item in (value if isinstance(value, list) else [] if value is None or value is NOTHING else [value])]


def refused(s: Session, message: str, fqid: str, name: str) -> PsError:
    """Return a ParameterBindingException."""
    record = ErrorRecord(ExceptionValue(BINDING, message), f"{fqid},{name}", "InvalidArgument", position=s.position)
    return PsError(record)


class Binder:
    """The binding of one call."""

    def __init__(self, s: Session, name: str, parameters: list[Parameter], *, is_advanced: bool, has_input: bool = False) -> None:
        self.s = s
        self.name = name
        self.parameters = parameters
        self.is_advanced = is_advanced
        self.has_input = has_input
        self.bound = Bound()

    def bind(self, elements: list[Given]) -> Bound:
        """Bind all elements.

        Raises:
            PsError: PowerShell refuses the call.
            EvaluatorError: a name that is written in the script is no parameter.
        """
        positional: list[Given] = []
        rest = list(elements)
        while rest:
            given = rest.pop(0)
            if given.name is None:
                positional.append(given)
            else:
                self._named(given, rest, positional)
        self._positional(positional)
        self._check_mandatory(is_splatted=any(given.is_splatted for given in elements))
        return self.bound

    def _named(self, given: Given, rest: list[Given], positional: list[Given]) -> None:
        parameter = self.find(given)
        if isinstance(parameter, str):
            self.bound.common[parameter] = self._common_value(parameter, given, rest)
            return
        if parameter is None:
            self._unknown(given, positional)
            return
        value = given.value
        if value is MISSING and parameter.is_switch:
            value = Switch(True)
        elif value is MISSING:
            if not rest or rest[0].name is not None:
                raise EvaluatorError(f"{self.name} -{given.name} lacks its value", given.place)
            value = rest.pop(0).value
        if parameter.key in self.bound.values:
            raise refused(
                self.s, f"Cannot bind parameter because parameter '{parameter.name}' is specified more than once.", "ParameterAlreadyBound", self.name
            )
        self.bound.values[parameter.key] = self.convert(parameter, value)

    def _common_value(self, name: str, given: Given, rest: list[Given]) -> Any:
        if given.value is not MISSING:
            return given.value
        if name in COMMON_SWITCHES:
            return Switch(True)
        if not rest or rest[0].name is not None:
            raise EvaluatorError(f"{self.name} -{given.name} lacks its value", given.place)
        return rest.pop(0).value

    def find(self, given: Given) -> Parameter | str | None:
        """Return the parameter, or the name of the common one, that a name or its unique beginning means."""
        asked = str(given.name).lower()
        for parameter in self.parameters:
            if asked in (parameter.key, *parameter.aliases):
                return parameter
        common = {**COMMON, **(LATER_COMMON if self.s.version > 2 else {})} if self.is_advanced else {}
        for name, alias in common.items():
            if asked in (name, alias):
                return name
        short = [parameter for parameter in self.parameters if parameter.key.startswith(asked)]
        short_common = [name for name in common if name.startswith(asked)]
        if len(short) == 1 and not short_common:
            return short[0]
        if len(short) + len(short_common) > 1:
            raise EvaluatorError(f"{self.name} -{given.name} is ambiguous", given.place)
        return short_common[0] if short_common else None

    def _unknown(self, given: Given, positional: list[Given]) -> None:
        if not given.is_splatted:
            raise EvaluatorError(f"{self.name} has no parameter -{given.name}", given.place)
        if self.is_advanced:
            raise refused(self.s, f"A parameter cannot be found that matches parameter name '{given.name}'.", "NamedParameterNotFound", self.name)
        positional += [Given(f"-{given.name}:"), Given(given.value)]

    def _positional(self, given: list[Given]) -> None:
        placed = [parameter for parameter in self.parameters if parameter.position is not None]
        order = sorted(placed, key=lambda parameter: parameter.position or 0) if placed else [p for p in self.parameters if not p.is_switch]
        free = [parameter for parameter in order if parameter.key not in self.bound.values]
        for number, element in enumerate(given):
            if number < len(free):
                self.bound.values[free[number].key] = self.convert(free[number], element.value)
            elif not self.is_advanced:
                self.bound.rest.append(element.value)
            elif element.is_splatted:
                raise refused(self.s, "A positional parameter cannot be found that accepts the argument.", "PositionalParameterNotFound", self.name)
            else:
                raise EvaluatorError(f"{self.name} takes no {number + 1}. argument by position", element.place or self.s.position)

    def _check_mandatory(self, *, is_splatted: bool) -> None:
        for parameter in self.parameters:
            waits = self.has_input and (parameter.from_pipeline or parameter.from_property)
            if parameter.is_mandatory and parameter.key not in self.bound.values and not waits:
                message = f"Cannot process command because of one or more missing mandatory parameters: {parameter.name}."
                if not is_splatted:
                    raise EvaluatorError(f"{self.name}: {message}", self.s.position)
                raise refused(self.s, message, "MissingMandatoryParameter", self.name)

    def convert(self, parameter: Parameter, value: Any) -> Any:
        """Return a value as the parameter's type, validated.

        Raises:
            PsError: it does not convert, or is null or empty where that is refused.
        """
        value = None if value is NOTHING else value
        converted = self._transform(parameter, value)
        if parameter.is_mandatory:
            self._check_empty(parameter, full_name(parameter.type_name) if parameter.type_name else "", converted, is_whole=True)
        for check in parameter.validators:
            said = check(self.s, converted)
            if said:
                message = f"Cannot validate argument on parameter '{parameter.name}'. {said}"
                raise refused(self.s, message, "ParameterArgumentValidationError", self.name)
        return converted

    def _transform(self, parameter: Parameter, value: Any) -> Any:
        full = full_name(parameter.type_name) if parameter.type_name else ""
        if not full or full == "System.Object":
            return value
        try:
            if value is None and full in VALUE_TYPES and full != "System.Boolean" and self.is_advanced and full not in ("System.Int32", *INTEGERS):
                raise refused(self.s, "null", "null", self.name)
            if isinstance(value, list) and full in ("System.String", "System.Int32", "System.Boolean", *INTEGERS):
                if not (len(value) == 1 and full not in ("System.String", "System.Boolean")):
                    raise refused(self.s, f"Cannot convert value to type {full}.", "", self.name)
                value = value[0]
            return cast(self.s, full, value)
        except PsError as error:
            message = f"Cannot process argument transformation on parameter '{parameter.name}'. {error.record.exception.message}"
            raise refused(self.s, message, "ParameterArgumentTransformationError", self.name) from error

    def _check_empty(self, parameter: Parameter, full: str, value: Any, *, is_whole: bool) -> None:
        what = f"Cannot bind argument to parameter '{parameter.name}' because it is"
        if value is None:
            if "null" not in parameter.allows:
                raise refused(self.s, f"{what} null.", "ParameterArgumentValidationErrorNullNotAllowed", self.name)
        elif full == "System.String":
            if value == "" and "emptystring" not in parameter.allows:
                raise refused(self.s, f"{what} an empty string.", "ParameterArgumentValidationErrorEmptyStringNotAllowed", self.name)
        elif is_whole and isinstance(value, Array | NetList) and (full.endswith("[]") or full in ("System.Array", "System.Collections.ArrayList")):
            if not value and "emptycollection" not in parameter.allows:
                raise refused(self.s, f"{what} an empty array.", "ParameterArgumentValidationErrorEmptyArrayNotAllowed", self.name)
            element = full.removesuffix("[]")
            for item in value if element not in VALUE_TYPES else []:
                self._check_empty(parameter, element, item, is_whole=False)
