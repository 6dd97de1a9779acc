"""Profiles: which parameter values, severities and rules a standard asks for.

The values stand in the rules, with why; `rules/profiles.yaml` holds what is left. A profile is a word of a
closed list, because results name it and two reports are compared by it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, RootModel, model_validator

from exposture.catalog.strict_yaml import read_model
from exposture.errors import Location, ProfileError
from exposture.model.outcome import Severity
from exposture.rulebook.parameters import TypedValue, typed_value
from exposture.rulebook.rule import Rule, RuleId

PROFILE_NAMES = ("default", "microsoft", "stig", "cis2016", "cis2019")


class Declaration(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class SeverityChange(Declaration):
    to: Severity
    why: str


class Profile(Declaration):
    """One profile: `off` rule id -> why, `severity` rule id -> what it becomes there, and why."""

    title: str
    source: str
    off: dict[RuleId, str] = {}
    severity: dict[RuleId, SeverityChange] = {}


class Profiles(RootModel[dict[str, Profile]]):
    """The closed list, in its own order."""

    @model_validator(mode="after")
    def _is_the_closed_list(self) -> Profiles:
        if tuple(self.root) != PROFILE_NAMES:
            raise ValueError(f"the profiles are {', '.join(PROFILE_NAMES)}, in this order; found {', '.join(self.root)}")
        return self


def load_profiles(path: Path, shown: str) -> Mapping[str, Profile]:
    """Return the profiles by name; `shown` is the path for messages.

    Raises:
        ProfileError: the file is missing, not YAML, or not what the grammar says.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ProfileError(f"cannot be read: {error}", where=Location(path=shown)) from error
    return read_model(text, Path(shown), Profiles, ProfileError).root


def profile_named(name: str, profiles: Mapping[str, Profile]) -> Profile:
    """Return the profile of that name.

    Raises:
        ProfileError: there is none.
    """
    if name not in profiles:
        raise ProfileError(f"no profile is called {name!r}; choose one of {', '.join(profiles)}")
    return profiles[name]


def parameters_for(rule: Rule, profile: str) -> dict[str, TypedValue]:
    """Return each parameter's value under a profile, typed for SQL; a profile that sets none gets the default.

    Raises:
        RuleSyntaxError: a value does not have its parameter's type.
    """
    return {
        name: typed_value(parameter, parameter.profiles.get(profile, parameter.default), name) for name, parameter in sorted(rule.parameters.items())
    }


def severity_for(rule: Rule, profile: Profile) -> Severity:
    """Return the severity of a rule's fails under a profile, where the row names none."""
    change = profile.severity.get(rule.id)
    return rule.severity if change is None else change.to


def values_in_use(rules: Iterable[Rule], profile: str) -> dict[str, dict[str, Any]]:
    """Return rule id -> parameter -> value for the report; a table is given by its number of rows."""
    found = {rule.id: parameters_for(rule, profile) for rule in rules if rule.parameters}
    return {rule_id: {name: _shown(value) for name, value in values.items()} for rule_id, values in sorted(found.items())}


def _shown(value: TypedValue) -> Any:
    is_table = isinstance(value, list) and any(isinstance(row, dict) for row in value)
    return len(value) if is_table and isinstance(value, list) else value
