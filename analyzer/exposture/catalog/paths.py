"""Paths into a record: `Server.Name`, `Registry.TLS."1.0".Enabled`, `AddressSpaces[*].Domain`, `@key`.

A path is steps joined by `.`. A bare step is letters, digits, `_` and `-`; every other name is quoted. `[*]` walks
a list or a dictionary; `@key @text @value @type` are a dictionary entry's key, the ToString, the base value (the
number of an enum) and the most specific type name. `="..."` is a text of its own with paths in braces
(`="Protocols\\TLS {@key}\\Server"`), for what another tool's file says only by its shape.

Another tool's file moves things from version to version and fills in what it did not find: `A.B|C.D` takes the first
path that is there, `Wrapper?.A` a first step that may be absent, `Level[!=3]` finds nothing where the value is that
text (`[!=]`: null, empty text, empty list), `Pools[*][Name!=]` leaves out elements whose property is, or is absent.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from itertools import takewhile
from typing import Final, Literal, TypeAlias, TypeVar, overload

from exposture.errors import CatalogError
from exposture.model.values import Entries, Item, Value


class _Missing(Enum):
    MISSING = "missing"


MISSING: Final = _Missing.MISSING
"""The record has no such property; unlike None, which is a property whose value is null."""
Missing: TypeAlias = Literal[_Missing.MISSING]
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a dictionary, while a path walks it."""

    key: Value
    value: Value


Node: TypeAlias = "Value | Entry"


@dataclass(frozen=True, slots=True)
class Step:
    """`kind` is `property`, `walk`, `at` or `unless`; `name` the property, or the word after `@`; `text` what `unless` leaves out."""

    kind: str
    name: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Path:
    """A parsed path; `template` holds the texts and paths of a `="..."`, `choices` the paths of a `|`, and then there are no steps."""

    text: str
    steps: tuple[Step, ...]
    template: tuple[str | Path, ...] = ()
    choices: tuple[Path, ...] = ()

    @property
    def last(self) -> str:
        """Return the name of the last property step, "" where there is none."""
        return next((step.name for step in reversed(self.steps) if step.kind == "property"), "")


_STEP = re.compile(
    r'(?P<walk>\[\*\])|(?P<unless>\[(?P<of>[\w-]*)!=(?P<text>[^\[\]]*)\])|(?P<dot>\.?)(?:@(?P<at>key|text|value|type)\b|"(?P<quoted>[^"]+)"|(?P<bare>[\w-]+))',
    re.ASCII,
)
_CHOICE = re.compile(r'(?:"[^"]*"|\[[^\]]*\]|[^"\[|])+')
_CONDITION = re.compile(r'\A((?:"[^"]*"|\[[^\]]*\]|[^"\[=])+)=(.*)\Z', re.DOTALL)
_OPTIONAL = re.compile(r"(?P<name>[\w-]+)\?(?:\.(?P<rest>.+))?\Z", re.ASCII)
_TEMPLATE = re.compile(r'^="([^"]*)"$')


@lru_cache(maxsize=8192)
def parse_path(text: str) -> Path:
    """Return the parsed path.

    Raises:
        CatalogError: the text is no path.
    """
    if text.startswith("="):
        return _parse_template(text)
    parts = _CHOICE.findall(text)
    if not parts or "|".join(parts) != text:
        return _parse_steps(text)
    choices = [choice for part in parts for choice in _with_optional(part)]
    return choices[0] if len(choices) == 1 else Path(text, (), choices=tuple(choices))


def _with_optional(text: str) -> list[Path]:
    """Return a path, or the two that a first step with `?` stands for; `Wrapper?` alone is the wrapped object or the object itself."""
    optional = _OPTIONAL.match(text)
    if optional is None:
        return [_parse_steps(text)]
    rest = optional["rest"]
    return [_parse_steps(text.replace("?", "", 1)), Path(text, ()) if rest is None else _parse_steps(rest)]


def condition_of(text: str) -> tuple[str, str | None]:
    """Return the path and the pattern of a condition `Path=pattern`; None where it only asks that the path be there."""
    found = _CONDITION.match(text)
    return (text, None) if found is None else (found[1], found[2])


def _parse_steps(text: str) -> Path:
    steps: list[Step] = []
    position = 0
    while position < len(text):
        found = _STEP.match(text, position)
        if found is None or not _follows(found, steps):
            raise CatalogError(
                f"the path {text!r} is wrong at character {position + 1}; steps are Name, \"other name\", [*], [!=text], @key, joined by '.'"
            )
        steps.append(_step_of(found))
        position = found.end()
    if not steps:
        raise CatalogError("a path is empty; name a property")
    return Path(text, tuple(steps))


def _follows(found: re.Match[str], before: list[Step]) -> bool:
    if found["walk"] or found["unless"]:
        return True
    return bool(found["dot"]) == bool(before)


def _step_of(found: re.Match[str]) -> Step:
    if found["walk"]:
        return Step("walk", "")
    if found["unless"]:
        return Step("unless", found["of"], found["text"])
    if found["at"]:
        return Step("at", found["at"])
    return Step("property", found["quoted"] or found["bare"])


def _parse_template(text: str) -> Path:
    body = _TEMPLATE.match(text)
    if body is None:
        raise CatalogError(f'the text {text!r} is wrong; write ="some text {{path}}"')
    parts = re.split(r"\{([^{}]*)\}", body.group(1))
    return Path(text, (), tuple(parse_path(part) if place % 2 else part for place, part in enumerate(parts)))


def first_names(path: Path) -> frozenset[str] | None:
    """Return the properties of an object where a path may begin, case-folded; None where that may be any."""
    parts = (*path.choices, *(part for part in path.template if isinstance(part, Path)))
    if parts:
        found = [first_names(part) for part in parts]
        return None if None in found else frozenset().union(*(names for names in found if names is not None))
    if not path.template and (not path.steps or path.steps[0].kind in {"walk", "unless"}):
        return None
    names = [step.name.casefold() for step in takewhile(lambda step: step.kind == "property", path.steps)]
    return frozenset(".".join(names[:count]) for count in range(1, len(names) + 1))


def resolve(value: Node, path: str | Path) -> Value | Missing:
    """Return what a path finds; a path with `[*]` gives a list, with None where one element lacks the rest of the path."""
    return _plain(find(value, parse_path(path) if isinstance(path, str) else path))


def _plain(found: Node | list[Node] | Missing) -> Value | Missing:
    return [_unwrapped(part) for part in found] if isinstance(found, list) else _unwrapped(found)


@overload
def _unwrapped(found: Node) -> Value: ...
@overload
def _unwrapped(found: Node | Missing) -> Value | Missing: ...
def _unwrapped(found: Node | Missing) -> Value | Missing:
    return found.value if isinstance(found, Entry) else found


def find(value: Node, path: Path) -> Node | list[Node] | Missing:
    """Return what a path finds, with dictionary entries as `Entry`, so that `@key` still works on them."""
    if path.template:
        return _fill(value, path.template)
    if path.choices:
        return first_known(find(value, choice) for choice in path.choices)
    return _find(value, path.steps, 0)


def first_known(found: Iterable[Found | Missing]) -> Found | Missing | None:
    """Return the first value that is there and not null; else null where one of them is, else missing."""
    best: Missing | None = MISSING
    for each in found:
        if each is not MISSING:
            if each is not None:
                return each
            best = None
    return best


def rows_at(value: Value, path: Path | None) -> list[Node]:
    """Return the objects that become rows: what `rows:` finds, else the record itself, or its elements where it is a list."""
    if path is None:
        elements = list_of(value)
        return [part for part in ([value] if elements is None else elements) if part is not None]
    found = find(value, path)
    if found is MISSING or found is None:
        return []
    if isinstance(found, list):
        return [part for part in found if part is not None]
    return [found]


def list_of(value: Value) -> list[Value] | None:
    """Return the elements of a list, or of an object that is nothing but a list; None for anything else."""
    if isinstance(value, list):
        return value
    if isinstance(value, Item) and isinstance(value.value, list):
        return value.value
    return None


def text_of(value: Node) -> str | None:
    """Return the text of a value: ToString of an object, invariant text of a number; None where it has none."""
    match value:
        case str():
            return value
        case bool() | int() | float() | Decimal():
            return str(value)
        case Item():
            return value.text if value.text is not None else (None if isinstance(value.value, Item) else text_of(value.value))
        case Entry():
            return text_of(value.value)
        case _:
            return None


def _fill(value: Node, template: Sequence[str | Path]) -> str | Missing:
    parts: list[str] = []
    for part in template:
        if isinstance(part, str):
            parts.append(part)
            continue
        found = resolve(value, part)
        text = None if found is MISSING else text_of(found)
        if text is None:
            return MISSING
        parts.append(text)
    return "".join(parts)


def _find(value: Node, steps: tuple[Step, ...], place: int) -> Node | list[Node] | Missing:
    if place == len(steps):
        return value
    step = steps[place]
    if step.kind == "walk":
        return _walk(value, steps, place + 1)
    if step.kind == "unless":
        return MISSING if _is_left_out(value, step) else _find(value, steps, place + 1)
    if step.kind == "at":
        found = _at(value, step.name)
        return found if found is MISSING else _find(found, steps, place + 1)
    return _descend(value, steps, place)


def _is_left_out(value: Node, step: Step) -> bool:
    held = _property(value, step.name) if step.name else _unwrapped(value)
    if held is MISSING:
        return not step.text
    if not step.text:
        return held is None or text_of(held) == "" or list_of(held) == []
    return (text_of(held) or "").casefold() == step.text.casefold()


def _descend(value: Node, steps: tuple[Step, ...], place: int) -> Node | list[Node] | Missing:
    end = place + 1
    while end < len(steps) and steps[end].kind == "property":
        end += 1
    while end > place:
        name = steps[place].name if end == place + 1 else ".".join(step.name for step in steps[place:end])
        found = _property(value, name)
        if found is not MISSING:
            return _find(found, steps, end)
        end -= 1
    return MISSING


def _property(value: Node, name: str) -> Value | Missing:
    """Look on the object, then on the object or dictionary that is its base value; no deeper, since a graph may hold cycles."""
    held = value.value if isinstance(value, Entry) else value
    found = _own_property(held, name)
    return _own_property(held.value, name) if found is MISSING and isinstance(held, Item) else found


def _own_property(value: Value, name: str) -> Value | Missing:
    match value:
        case Item():
            return value.get(name) if name in value else MISSING
        case Entries():
            wanted = name.casefold()
            return next((held for key, held in value.pairs if (text_of(key) or "").casefold() == wanted), MISSING)
        case _:
            return MISSING


def _walk(value: Node, steps: tuple[Step, ...], place: int) -> list[Node] | Missing | None:
    elements = _elements(value)
    if elements is None:
        return None if value is None else MISSING
    found: list[Node] = []
    flatten = any(step.kind == "walk" for step in steps[place:])
    for element in elements:
        below = _find(element, steps, place)
        if flatten and isinstance(below, list):
            found += below
        elif below is MISSING:
            found.append(None)
        else:
            found.append(below)  # type: ignore[arg-type]  # a list here is one value of the element, not a walk
    return found


def _elements(value: Node) -> Sequence[Node] | None:
    held = value.value if isinstance(value, Entry) else value
    if isinstance(held, Item):
        held = held.value
    match held:
        case list():
            return held
        case Entries():
            return [Entry(key, part) for key, part in held.pairs]
        case _:
            return None


def _at(value: Node, word: str) -> Value | Missing:
    match word:
        case "key":
            return value.key if isinstance(value, Entry) else MISSING
        case "text":
            return text_of(value)
        case "value":
            held = value.value if isinstance(value, Entry) else value
            return held.value if isinstance(held, Item) else held
        case _:
            held = value.value if isinstance(value, Entry) else value
            return held.types[0] if isinstance(held, Item) and held.types else None
