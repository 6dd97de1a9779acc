"""How far an expression over redacted columns is still the one over clear columns: a small algebra.

    CLEAN     the same value as over clear data
    FAITHFUL  a pseudonym: null where the clear value is null, equal where the clear values of its family are equal
    TEXT      built of pseudonyms and other text: null and distinct as the clear one, but no longer comparable
    ALTERED   anything: nothing about the clear value follows from it

Everything that is not known to keep a state makes ALTERED of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum, StrEnum

Marks = frozenset[str]
NOTHING: Marks = frozenset()


class State(IntEnum):
    """How far a value is the clear one; a greater one is further away."""

    CLEAN = 0
    FAITHFUL = 1
    TEXT = 2
    ALTERED = 3


class Family(StrEnum):
    """Which pseudonyms are equal where their clear values are: those of one family, and of those that share a function of redaction.

    A server's name has one pseudonym everywhere; what looks like a distinguished name or a mail address among names is treated as one.
    """

    NAME = "name"
    SERVER = "server"
    HOST = "host"
    MAIL = "mail"
    DN = "dn"
    ADDRESS = "address"
    WORDS = "words"


PLACES = frozenset({"org", "ldap", "dc", "unattributed"})
NETWORKS, ADDRESSES = "networks", "addresses"
BOUNDS = frozenset({"lo", "hi"})
SAME_FUNCTION = (
    (Family.SERVER, Family.NAME),
    (Family.SERVER, Family.HOST),
    (Family.SERVER, Family.DN),
    (Family.NAME, Family.DN),
    (Family.NAME, Family.MAIL),
    (Family.HOST, Family.MAIL),
)
COMPARABLE = frozenset(frozenset(pair) for pair in SAME_FUNCTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One expression. `marks` are the redacted columns in it, as `table.column`.

    `family` belongs to FAITHFUL. `literal` is the text of a constant, `is_null` says that it is null in every row over clear data too.
    `kept_fields` are the members of a struct that redaction leaves alone.
    `ranges` says of addresses what they are, where each is exact: networks, or single addresses; `bound` is lo or hi of such a one.
    """

    state: State = State.CLEAN
    marks: Marks = NOTHING
    family: Family | None = None
    is_list: bool = False
    is_null: bool = False
    literal: str | None = None
    kept_fields: frozenset[str] = frozenset()
    ranges: str = ""
    bound: str = ""


CLEAN = Value()
NULL = Value(is_null=True)


def altered(marks: Marks) -> Value:
    """Return a value about which nothing is known; a clean one where no redacted column is in it."""
    return Value(state=State.ALTERED, marks=marks) if marks else CLEAN


def faithful(mark: str, family: Family) -> Value:
    """Return a column of pseudonyms."""
    return Value(state=State.FAITHFUL, marks=frozenset({mark}), family=family)


def marks_of(values: Iterable[Value]) -> Marks:
    """Return the redacted columns in the values."""
    return NOTHING.union(*(value.marks for value in values))


def derived(values: Sequence[Value]) -> Value:
    """Return what a function makes that is not known to keep anything."""
    return altered(marks_of(values))


def one_of(values: Sequence[Value], conditions: Sequence[Value] = ()) -> Value:
    """Return what CASE, coalesce, a list or a union makes of its alternatives; a condition that is not clean decides which one it is."""
    if any(condition.state is not State.CLEAN for condition in conditions):
        return derived([*values, *conditions])
    real = [value for value in values if not value.is_null]
    marks = marks_of(real)
    if not marks:
        return NULL if not real else real[0] if len(set(real)) == 1 else CLEAN
    if any(value.state is State.ALTERED for value in real):
        return altered(marks)
    families = {value.family for value in real if value.state is State.FAITHFUL}
    if len(families) == 1:
        real = [value for value in real if not (value.state is State.CLEAN and is_neutral(value.literal, *families))]
    if all(value.state is State.FAITHFUL for value in real) and len(families) == 1:
        fields = [value.kept_fields for value in real]
        return replace(
            real[0],
            marks=marks,
            literal=None,
            kept_fields=frozenset.intersection(*fields),
            is_list=any(value.is_list for value in real),
            ranges=_ranges([value.ranges for value in real]),
            bound="",
        )
    return Value(state=State.TEXT, marks=marks, is_list=any(value.is_list for value in real))


def _ranges(kinds: Sequence[str]) -> str:
    return "" if not all(kinds) else NETWORKS if NETWORKS in kinds else ADDRESSES


def is_neutral(literal: str | None, family: Family | None) -> bool:
    """Tell whether a constant can stand among the pseudonyms of a family: the empty text, and fixed targets among servers."""
    return literal == "" or (family is Family.SERVER and literal in PLACES)


def joined_text(values: Sequence[Value]) -> Value:
    """Return what a concatenation makes: text in which each pseudonym still stands for its value."""
    if any(value.state is State.ALTERED for value in values):
        return derived(values)
    marks = marks_of(values)
    return Value(state=State.TEXT, marks=marks) if marks else CLEAN


def field_of(value: Value, name: str) -> Value:
    """Return a member of a struct."""
    if value.state is State.CLEAN or name in value.kept_fields:
        return NULL if value.is_null else CLEAN
    family = Family.NAME if value.family is Family.DN and name == "name" else value.family
    bound = name if value.ranges and name in BOUNDS else ""
    return replace(value, family=family, kept_fields=frozenset(), is_list=False, bound=bound)


def elements_of(value: Value) -> Value:
    """Return the elements of a list."""
    return replace(value, is_list=False)


def listed(value: Value) -> Value:
    """Return a list of a value."""
    return replace(value, is_list=True, literal=None)


def are_comparable(first: Value, second: Value) -> bool:
    """Tell whether two pseudonyms are equal exactly where their clear values are."""
    if first.state is not State.FAITHFUL or second.state is not State.FAITHFUL or first.is_list or second.is_list:
        return False
    return first.family == second.family or frozenset({first.family, second.family}) in COMPARABLE
