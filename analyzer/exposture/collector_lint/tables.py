"""The tables of what is permitted, denied and newer than PowerShell 2.0. Names are lower case in all of them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
ALL_VERSIONS = ("2010", "2013", "2016", "2019", "SE")
COMMON_PARAMETERS = frozenset(
    ["debug", "erroraction", "errorvariable", "outbuffer", "outvariable", "verbose", "warningaction", "warningvariable"],
)


def words(text: str) -> frozenset[str]:
    """Return the words of a list that is easier to read as a text."""
    return frozenset(text.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Permitted:
    """A command that the collector may call: what it does, since which PowerShell, and its parameters."""

    does: str
    since: str
    parameters: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExchangeCmdlet:
    """A Get- cmdlet of Exchange on premises: the versions that have it, and those of each parameter."""

    versions: tuple[str, ...]
    parameters: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Newer:
    """Something that PowerShell 2.0 lacks: since when it is there, and what to use instead."""

    since: str
    instead: str

    @property
    def family(self) -> str:
        """Return the first part of its finding's code."""
        return f"PS{self.since.split('.', maxsplit=1)[0]}"


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the rows of a table; its first line names the source."""
    with (DATA / f"{name}.csv").open(encoding="ascii", newline="") as lines:
        yield from csv.DictReader(line for line in lines if not line.startswith("#"))


@cache
def reference() -> dict[str, frozenset[str]]:
    """Return the commands of PowerShell 2.0 with their parameters."""
    return {row["command"]: frozenset(row["parameters"].split()) for row in rows("powershell2_commands")}


@cache
def permitted() -> dict[str, Permitted]:
    """Return the allow-list; a command of 2.0 has its reference parameters too."""
    known = reference()
    return {
        row["command"]: Permitted(
            does=row["does"],
            since=row["since"],
            parameters=frozenset((row["parameters"] or "").split()) | known.get(row["command"], frozenset()) | COMMON_PARAMETERS,
        )
        for row in rows("permitted_commands")
    }


@cache
def exchange() -> dict[str, ExchangeCmdlet]:
    """Return the Get- cmdlets of Exchange."""
    found: dict[str, ExchangeCmdlet] = {}
    for row in rows("exchange_get_parameters"):
        cmdlet = found.setdefault(row["cmdlet"], ExchangeCmdlet(versions=tuple(row["versions"].split()), parameters={}))
        if row["parameter"]:
            cmdlet.parameters[row["parameter"]] = tuple(row["parameter_versions"].split())
    return found


@cache
def denied() -> dict[tuple[str, str], str]:
    """Return the deny-list: (command or class, parameter or nothing) -> reason; `*` is every command."""
    return {(row["command"], row["parameter"]): row["reason"] for row in rows("denied")}


@cache
def permitted_calls() -> frozenset[tuple[str, str]]:
    """Return (denied cmdlet, its arguments as `name=value`, sorted) that the catalogue may name all the same."""
    return frozenset((row["command"], row["arguments"]) for row in rows("permitted_calls"))


@cache
def newer(kind: str) -> dict[tuple[str, str], Newer]:
    """Return what came after 2.0, of one kind: cmdlet, parameter, member, method, type."""
    return {
        (row["name"], row["member"] if kind in {"parameter", "member"} else ""): Newer(since=row["since"], instead=row["instead"])
        for row in rows("newer")
        if row["kind"] == kind and row["since"] != "2"
    }


@cache
def types() -> dict[str, str]:
    """Return the types: `core` is allowed under ConstrainedLanguage, `full` is not."""
    return {row["type"]: row["language"] for row in rows("types")}


@cache
def static_members() -> dict[tuple[str, str], str]:
    """Return (type, static member) -> `core` or `full`."""
    return {(row["type"], row["member"]): row["language"] for row in rows("static_members")}


@cache
def methods() -> dict[str, str]:
    """Return method -> `core` or `full`."""
    return {row["method"]: row["language"] for row in rows("methods")}


@cache
def programs() -> dict[str, tuple[str, ...]]:
    """Return program -> the forms of its arguments that only read, as regular expressions."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows("programs"):
        found[row["program"]] = (*found.get(row["program"], ()), row["arguments"])
    return found


def short_type(name: str) -> str:
    """Return a type's name as the tables have it: lower case, without `System.` and the signs of an array."""
    return name.lower().replace(" ", "").removeprefix("system.").rstrip("[],")
