"""Parameters of rules and their values under the profiles."""

from __future__ import annotations

from collections.abc import Iterator

from exposture.errors import RuleSyntaxError
from exposture.rulebook.load import LoadedRule
from exposture.rulebook.pack import Pack, Problem, error, of
from exposture.rulebook.parameters import typed_value
from exposture.rulebook.profiles import PROFILE_NAMES
from exposture.rulebook.reads import AS_OF
from exposture.rulebook.rule import Parameter

PROFILES_FILE = "profiles.yaml"


def _each(pack: Pack) -> Iterator[tuple[LoadedRule, str, Parameter]]:
    yield from ((loaded, name, parameter) for loaded in pack.rules for name, parameter in sorted(loaded.rule.parameters.items()))


def _used(pack: Pack, loaded: LoadedRule) -> set[str]:
    found = pack.reads[loaded.rule.id]
    return {*found.parameters, *found.parameter_tables}


def parameters_are_used(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.asked:
        for name in sorted(loaded.rule.parameters.keys() - _used(pack, loaded)):
            yield of(loaded, f"the parameter {name} is used nowhere in the query")


def parameters_are_declared(pack: Pack) -> Iterator[Problem]:
    for loaded in pack.asked:
        for name in sorted(_used(pack, loaded) - loaded.rule.parameters.keys()):
            yield of(loaded, f"the query uses the parameter {name}, which the rule does not declare")


def parameters_are_used_as_declared(pack: Pack) -> Iterator[Problem]:
    for loaded, name, parameter in _each(pack):
        found = pack.reads.get(loaded.rule.id)
        if found is not None and parameter.type == "table" and name in found.parameters:
            yield of(loaded, f"the table {name} is used as ${name}; read it as param_{name}")
        if found is not None and parameter.type != "table" and name in found.parameter_tables:
            yield of(loaded, f"the value {name} is read as param_{name}; use it as ${name}")
        if name == AS_OF:
            yield of(loaded, f"the parameter {name} has a reserved name")


def values_are_typed(pack: Pack) -> Iterator[Problem]:
    for loaded, name, parameter in _each(pack):
        for place, value in (("default", parameter.default), *sorted(parameter.profiles.items())):
            try:
                typed_value(parameter, value, name)
            except RuleSyntaxError as fault:
                cause = f" ({fault.__cause__})" if str(fault.__cause__) else ""
                yield of(loaded, f"{fault.message}{cause} under {place}")


def columns_stand_in_tables(pack: Pack) -> Iterator[Problem]:
    for loaded, name, parameter in _each(pack):
        if parameter.columns and parameter.type != "table":
            yield of(loaded, f"the parameter {name} is no table and declares columns")


def profiles_say_why(pack: Pack) -> Iterator[Problem]:
    for loaded, name, parameter in _each(pack):
        for profile in sorted(parameter.profiles.keys() ^ parameter.why.keys()):
            missing = "a reason" if profile in parameter.profiles else "a value"
            yield of(loaded, f"the parameter {name} has no {missing[2:]} under {profile}")


def profiles_exist(pack: Pack) -> Iterator[Problem]:
    for loaded, name, parameter in _each(pack):
        for profile in sorted(parameter.profiles.keys() - set(PROFILE_NAMES)):
            yield of(loaded, f"the parameter {name} has a value under {profile}, which is no profile")
        if "default" in parameter.profiles:
            yield of(loaded, f"the parameter {name} has a value under default beside its default")


def profiles_name_rules(pack: Pack) -> Iterator[Problem]:
    for name, profile in pack.book.profiles.items():
        for rule_id in sorted({*profile.off, *profile.severity} - pack.book.by_id.keys()):
            yield Problem(message=f"the profile {name} names {rule_id}, which the pack does not have", path=PROFILES_FILE)
        for rule_id in sorted(profile.off.keys() & profile.severity.keys()):
            yield Problem(message=f"the profile {name} weighs {rule_id} and switches it off", path=PROFILES_FILE)


CHECKS = (
    error("L050", "Each parameter is used", "use it in the query or take it out", parameters_are_used),
    error("L051", "Each parameter that a query uses is declared", "declare it; only $as_of is given to every rule", parameters_are_declared),
    error("L052", "Values are used as $name, tables as param_<name>", "follow the declared type", parameters_are_used_as_declared),
    error("L053", "Values have their parameter's type", "write it as docs/rules.md shows for the type", values_are_typed),
    error("L054", "Only tables have columns", "take `columns` out, or make it a table", columns_stand_in_tables),
    error("L055", "A value under a profile has a reason", "give `profiles` and `why` the same keys", profiles_say_why),
    error("L056", "Values stand under profiles that exist", f"use one of {', '.join(PROFILE_NAMES[1:])}", profiles_exist),
    error("L057", "Profiles name rules of the pack, once", "take the entry out until the rule is there", profiles_name_rules),
)
