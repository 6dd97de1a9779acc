"""Repairs: complete, with a way back, and with values that reach PowerShell only as data."""

from __future__ import annotations

import re
from collections.abc import Iterator

from exposture.rulebook.load import LoadedRule
from exposture.rulebook.pack import Pack, Problem, error, of
from exposture.rulebook.rule import Remediation

STEPS = ("precheck", "change", "verify", "rollback")
DEMANDED = ("change", "verify", "rollback", "impact")
INPUT = re.compile(r"\$in\.([A-Za-z_]\w*)")
VARIABLE = re.compile(r"\$(?:script:|global:)?(?P<name>env:\w+|[A-Za-z_]\w*)")
ASSIGNED = re.compile(r"\$(?P<name>[A-Za-z_]\w*)\s*=[^=]|foreach\s*\(\s*\$(?P<loop>[A-Za-z_]\w*)\s+in\b", re.IGNORECASE)
KNOWN_VARIABLES = frozenset({"in", "true", "false", "null", "_", "psitem"})
PLACEHOLDER = re.compile(r"<[A-Za-z][\w .-]*>")
QUOTED = re.compile(r'"[^"\n]*"')
BARE_INPUT = re.compile(r"(?<!\()\$in\.")


def _repaired(pack: Pack) -> Iterator[LoadedRule]:
    yield from (loaded for loaded in pack.rules if loaded.rule.remediation.kind != "none" and loaded.rule.status != "alias")


def _scripted(pack: Pack) -> Iterator[tuple[LoadedRule, str, str]]:
    for loaded in _repaired(pack):
        if loaded.rule.remediation.kind == "powershell":
            yield from ((loaded, step, getattr(loaded.rule.remediation, step)) for step in STEPS)


def repairs_are_complete(pack: Pack) -> Iterator[Problem]:
    for loaded in _repaired(pack):
        for word in DEMANDED:
            if not getattr(loaded.rule.remediation, word).strip():
                yield of(loaded, f"`remediation.{word}` is empty")


def inputs_are_declared(pack: Pack) -> Iterator[Problem]:
    for loaded in _repaired(pack):
        used = _inputs_used(loaded.rule.remediation)
        for name in sorted(used - loaded.rule.remediation.inputs.keys()):
            yield of(loaded, f"the repair uses $in.{name}, which `inputs` does not name")
        for name in sorted(loaded.rule.remediation.inputs.keys() - used):
            yield of(loaded, f"`inputs` names {name}, which no step of the repair uses")


def _inputs_used(remediation: Remediation) -> set[str]:
    return {name for step in STEPS for name in INPUT.findall(getattr(remediation, step))}


def inputs_are_given(pack: Pack) -> Iterator[Problem]:
    for loaded in _repaired(pack):
        columns = set(pack.columns_given(loaded.rule.id))
        for name, column in sorted(loaded.rule.remediation.inputs.items()):
            if column not in columns:
                yield of(loaded, f"`inputs` takes {name} from {column}, which the query does not give")


def values_are_inputs(pack: Pack) -> Iterator[Problem]:
    for loaded, step, text in _scripted(pack):
        columns = "|".join(re.escape(name) for name in pack.columns_given(loaded.rule.id)) or r"\b\B"
        for found in sorted({*PLACEHOLDER.findall(text), *re.findall(rf"\{{(?:{columns})\}}", text)}):
            yield of(loaded, f"`remediation.{step}` has the placeholder {found}")
        for found in sorted({quoted for quoted in QUOTED.findall(text) if BARE_INPUT.search(quoted)}):
            yield of(loaded, f"`remediation.{step}` has an input inside quotes, where PowerShell reads only $in: {found}")


def variables_are_known(pack: Pack) -> Iterator[Problem]:
    for loaded in _repaired(pack):
        if loaded.rule.remediation.kind == "powershell":
            yield from (of(loaded, f"`remediation.{step}` uses ${name}, which nothing sets") for step, name in _unset(loaded.rule.remediation))


def _unset(remediation: Remediation) -> Iterator[tuple[str, str]]:
    for step in STEPS:
        text = getattr(remediation, step)
        known = KNOWN_VARIABLES | {(match["name"] or match["loop"]).casefold() for match in ASSIGNED.finditer(text)}
        names = {match["name"] for match in VARIABLE.finditer(text)}
        yield from ((step, name) for name in sorted(names) if name.casefold() not in known)


CHECKS = (
    error("L040", "A repair says change, verification, way back and impact", "fill it in, or declare `kind: none`", repairs_are_complete),
    error("L041", "A repair uses its inputs and no others", "name each `$in.<name>` in `inputs`, once used", inputs_are_declared),
    error("L042", "Inputs are columns of the answer", "give the column in the query", inputs_are_given),
    error(
        "L043", "Values reach PowerShell only as $in", "write $in.<name> outside quotes; no placeholder, no text that is filled in", values_are_inputs
    ),
    error("L044", "A step uses only variables that it sets", "set the variable in the same step, or use $in.<name>", variables_are_known),
)
