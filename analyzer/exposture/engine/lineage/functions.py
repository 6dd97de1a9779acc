"""What functions and operators keep of a redacted value; a function that is not named here keeps nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from exposture.engine.lineage.values import (
    CLEAN,
    Family,
    State,
    Value,
    altered,
    are_comparable,
    derived,
    elements_of,
    joined_text,
    listed,
    one_of,
)

Keeps = Callable[[Family, str], bool]
"""Whether a constant text is one that redaction leaves alone in values of a family, so that comparing with it says the same."""

CASES = frozenset({"lower", "upper"})
TEXTS = frozenset({"||", "concat", "concat_ws", "array_to_string", "printf", "format"})
LISTS = frozenset({"list", "array_agg", "list_value"})
SAME_ELEMENTS = frozenset({"list_distinct", "list_sort", "list_concat", "list_append", "flatten", "list_reverse_sort"})
SIZES = frozenset({"len", "length", "array_length", "cardinality"})
COUNTS = frozenset({"count", "approx_count_distinct"})
PARTS = frozenset({"split_part", "string_split", "ltrim", "rtrim", "trim", "replace"})
ENDS = frozenset({"ends_with", "suffix"})
MATCHES = frozenset({"starts_with", "prefix", "contains", "~~", "!~~", "~~*", "!~~*"})
MEMBERS = frozenset({"list_contains", "list_has_any", "list_has_all", "list_position"})
EQUALITIES = frozenset({"COMPARE_EQUAL", "COMPARE_NOTEQUAL", "COMPARE_DISTINCT_FROM", "COMPARE_NOT_DISTINCT_FROM", "COMPARE_IN", "COMPARE_NOT_IN"})
CONTROLLERS = frozenset({"dc/", "dc/%"})
STRUCTURE = frozenset(".@%*_-/:\\ ")


def compared(values: Sequence[Value], keeps: Keeps) -> Value:
    """Return the truth of the first value being equal to one of the others."""
    if any(value.is_null for value in values) and len(values) == 2:
        return CLEAN
    first, others = values[0], values[1:]
    if all(_is_same_truth(first, other, keeps) for other in others):
        return CLEAN
    return derived(values)


def _is_same_truth(first: Value, second: Value, keeps: Keeps) -> bool:
    if first.is_null or second.is_null or (first.state is State.CLEAN and second.state is State.CLEAN):
        return True
    return are_comparable(first, second) or _is_kept(first, second, keeps) or _is_kept(second, first, keeps)


def _is_kept(pseudonym: Value, constant: Value, keeps: Keeps) -> bool:
    if pseudonym.state is not State.FAITHFUL or pseudonym.is_list or pseudonym.family is None:
        return False
    if constant.state is not State.CLEAN or constant.literal is None:
        return False
    return not constant.literal or keeps(pseudonym.family, constant.literal)


def null_test(value: Value) -> Value:
    """Return the truth of a value being null, which pseudonyms keep."""
    return altered(value.marks) if value.state is State.ALTERED else CLEAN


def called(name: str, values: Sequence[Value], keeps: Keeps) -> Value:
    """Return what a function makes of its arguments."""
    for names, makes in RULES.items():
        if name in names:
            return makes(values, keeps)
    return derived(values)


def _structural(value: Value) -> bool:
    return value.literal is not None and set(value.literal) <= STRUCTURE


def _is_host(value: Value) -> bool:
    return value.state is State.FAITHFUL and value.family is Family.HOST


def _case(values: Sequence[Value], _: Keeps) -> Value:
    return replace(values[0], literal=None) if values[0].state is State.FAITHFUL else joined_text(values)


def _text(values: Sequence[Value], _: Keeps) -> Value:
    """A host with dots, stars and at signs around it is a host still: its labels are pseudonyms of their own."""
    hosts = [value for value in values if _is_host(value)]
    if hosts and all(_is_host(value) or _structural(value) for value in values) and not any(value.is_list for value in values):
        return replace(one_of(hosts), literal=values[0].literal)
    return joined_text(values)


def _part(values: Sequence[Value], _: Keeps) -> Value:
    """A part of a host between dots and at signs is a host; a server's name has no dot to be cut at."""
    if values[0].state is State.FAITHFUL and values[0].family is Family.SERVER and [value.literal for value in values[1:]] == [".", "1"]:
        return values[0]
    rest = values[1:]
    if values[0].family is Family.MAIL:
        is_domain = values[0].state is State.FAITHFUL and [value.literal for value in rest] == ["@", "2"]
        return replace(values[0], family=Family.HOST) if is_domain else derived(values)
    if _is_host(values[0]) and all(_structural(value) or (value.state is State.CLEAN and (value.literal or "").isdigit()) for value in rest):
        return values[0]
    return derived(values)


def _match(values: Sequence[Value], _: Keeps) -> Value:
    """Signs that every pseudonym of a host keeps can be looked for in it, and among targets the domain controllers."""
    if values[0].family is Family.SERVER and not values[0].is_list and values[1].literal in CONTROLLERS:
        return CLEAN
    return CLEAN if _is_host(values[0]) and not values[0].is_list and all(_structural(value) for value in values[1:]) else derived(values)


def _end(values: Sequence[Value], keeps: Keeps) -> Value:
    """A host ends in another behind a dot or an at sign, as its clear form does; without that sign labels could be cut."""
    host, end = values
    is_named = _is_host(host) or (host.state is State.FAITHFUL and host.family is Family.MAIL)
    is_aligned = bool(end.literal) and (end.literal or "")[0] in STRUCTURE
    if not is_named or not is_aligned or host.is_list or end.is_list:
        return derived(values)
    return CLEAN if _is_host(end) or _structural(end) or _is_kept(host, end, keeps) else derived(values)


def _member(values: Sequence[Value], keeps: Keeps) -> Value:
    return compared([elements_of(value) for value in values], keeps)


def _size(values: Sequence[Value], _: Keeps) -> Value:
    value = values[0]
    return CLEAN if value.is_list and value.state in {State.FAITHFUL, State.TEXT} else derived(values)


def _count(values: Sequence[Value], _: Keeps) -> Value:
    return derived(values) if any(value.state is State.ALTERED for value in values) else CLEAN


RULES: Mapping[frozenset[str], Callable[[Sequence[Value], Keeps], Value]] = {
    CASES: _case,
    TEXTS: _text,
    LISTS: lambda values, _: listed(one_of(values)),
    SAME_ELEMENTS: lambda values, _: listed(one_of(values)),
    SIZES: _size,
    COUNTS: _count,
    PARTS: _part,
    MATCHES: _match,
    ENDS: _end,
    MEMBERS: _member,
    frozenset({"coalesce", "ifnull"}): lambda values, _: one_of(values),
    frozenset({"nullif"}): lambda values, _: values[0] if values[1].literal == "" else derived(values),
}
