"""Random graphs of CLIXML values, and the form in which what was written and what was read can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hypothesis import strategies as st

from exposture.ingest.clixml_writer import Container, Typed, Writable
from exposture.ingest.escapes import join_surrogates
from exposture.ingest.redaction import is_secret_name
from exposture.model.values import Entries, Item, Redacted, Value

NO_XML = "\ufffe\uffff"
LOOKALIKES = [
    "_",
    "x",
    "X",
    "0",
    "D",
    "8",
    "3",
    "E",
    "F",
    "\r",
    "\n",
    "\t",
    "\0",
    "\x1b",
    "\x85",
    "<",
    "&",
    "]",
    ">",
    '"',
    "'",
    "\ud83d",
    "\ude00",
    "\u202e",
]
TIMES = ["0001-01-01T00:00:00", "9999-12-31T23:59:59.9999999", "9999-12-31T23:59:59.9999999Z", "2019-12-03T14:44:44-08:00", "9999-99-99T99:99:99"]
SPANS = ["P10675199DT2H48M5.4775807S", "-P10675199DT2H48M5.4775808S", "PT0S", "-P1DT2H"]
TEXT_TAGS = ["S", "URI", "XD", "SBK"]

texts = st.one_of(
    st.text(st.characters(exclude_characters=NO_XML), max_size=12),
    st.lists(st.sampled_from(LOOKALIKES), max_size=12).map("".join),
)
names = texts.filter(lambda name: not is_secret_name(name) and "@" not in name and name.casefold() != "serializationdata" and whole(name) == name)


@dataclass(frozen=True, slots=True)
class Link:
    """A place in a graph where an object is to stand, by its number."""

    number: int


Plan = object
"""What a drawing gives for a value: a scalar, a `Typed`, a `Link`, or containers of plans."""


def whole(text: str) -> str:
    """Return text as a reader gives it: pairs of surrogates joined, lone ones replaced."""
    return join_surrogates(text)[0]


typed = st.one_of(
    st.builds(Typed, st.just("DT"), st.sampled_from(TIMES)),
    st.builds(Typed, st.just("TS"), st.sampled_from(SPANS)),
    st.builds(Typed, st.sampled_from(TEXT_TAGS), texts.filter(lambda text: "=" not in text)),
    st.builds(Typed, st.just("G"), st.uuids().map(str)),
    st.builds(Typed, st.sampled_from(["Version", "SemanticVersion"]), st.sampled_from(["15.2.986.5", "7.4", "1.0.0.0"])),
    st.builds(Typed, st.just("SS"), st.text("0123456789abcdef", max_size=8)),
    st.builds(Typed, st.just("By"), st.integers(0, 255).map(str)),
    st.builds(Typed, st.just("SB"), st.integers(-128, 127).map(str)),
    st.builds(Typed, st.just("U16"), st.integers(0, 2**16 - 1).map(str)),
    st.builds(Typed, st.just("I16"), st.integers(-(2**15), 2**15 - 1).map(str)),
    st.builds(Typed, st.just("U32"), st.integers(0, 2**32 - 1).map(str)),
    st.builds(Typed, st.just("C"), st.integers(32, 126).map(str)),
)
scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**64 - 1),
    st.floats(allow_nan=False),
    st.decimals(-(10**20), 10**20, places=6),
    st.binary(max_size=12),
    texts,
    typed,
)


def plans(size: int) -> st.SearchStrategy[Plan]:
    """Return plans of values in a graph of so many objects."""
    leaves = st.one_of(scalars, st.integers(0, size - 1).map(Link))
    keys = st.one_of(texts.filter(lambda key: not is_secret_name(key)), st.integers(0, 9))

    def containers(inner: st.SearchStrategy[Plan]) -> st.SearchStrategy[Plan]:
        lists = st.lists(inner, max_size=4)
        entries = st.lists(st.tuples(keys, inner), max_size=3).map(tuple)
        return st.one_of(lists, st.builds(Container, st.sampled_from(["IE", "QUE", "STK", "LST"]), lists), entries)

    return st.recursive(leaves, containers, max_leaves=6)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Item], int]:
    """Draw objects that point at each other and at themselves; the second number is how many of them are roots."""
    size = draw(st.integers(1, 8))
    items = [
        Item(types=draw(st.sampled_from([(), ("My.Type", "System.Object"), ("A`1[[B, C]]",)])), text=draw(st.none() | texts)) for _ in range(size)
    ]
    for item in items:
        drawn = draw(st.dictionaries(names, plans(size), max_size=3))
        item.properties = {name: built(plan, items) for name, plan in drawn.items()}
        item.value = draw(st.none() | plans(size).map(lambda plan: built(plan, items)))
    return items, draw(st.integers(1, size))


def built(plan: Plan, items: Sequence[Item]) -> Value:
    """Return the value of a plan, for the writer: with `Typed` and `Container` in it."""
    match plan:
        case Link():
            return items[plan.number]
        case Container():
            made: Writable = Container(plan.tag, [built(each, items) for each in plan.values])
            return made  # type: ignore[return-value]  # the writer takes it where a value stands
        case list():
            return [built(each, items) for each in plan]
        case tuple():
            return Entries([(key, built(each, items)) for key, each in plan])
        case _:
            return plan  # type: ignore[return-value]  # a scalar or `Typed`


def shape(value: object, seen: dict[int, int]) -> object:
    """Return a value in a form that compares by content, objects by the order in which they are met."""
    match value:
        case Item():
            return _item(value, seen)
        case Entries():
            return ("entries", [(shape(key, seen), shape(inner, seen)) for key, inner in value.pairs])
        case Container():
            return [shape(inner, seen) for inner in value.values]
        case list():
            return [shape(inner, seen) for inner in value]
        case Typed():
            return _typed(value)
        case str():
            return ("str", whole(value))
        case Redacted():
            return "redacted"
        case _:
            return (type(value).__name__, value)


def _item(item: Item, seen: dict[int, int]) -> object:
    if id(item) in seen:
        return ("again", seen[id(item)])
    number = seen[id(item)] = len(seen)
    text = None if item.text is None else whole(item.text)
    return ("item", number, item.types, text, shape(item.value, seen), [(name, shape(inner, seen)) for name, inner in item.properties.items()])


def _typed(value: Typed) -> object:
    match value.tag:
        case "SS":
            return "redacted"
        case "C":
            return ("str", chr(int(value.text)))
        case "By" | "SB" | "U16" | "I16" | "U32":
            return ("int", int(value.text))
        case _:
            return ("str", whole(value.text))


def plain(values: Sequence[object]) -> list[object]:
    """Return the roots of a document, compared as one graph."""
    seen: dict[int, int] = {}
    return [shape(value, seen) for value in values]
