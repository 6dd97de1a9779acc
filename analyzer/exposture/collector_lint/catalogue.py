"""The block of datasets: literal, and its cmdlets and parameters known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from exposture.collector_lint.finding import Finding, finding
from exposture.collector_lint.script import Script, literal_array
from exposture.collector_lint.tables import denied, exchange, permitted, permitted_calls, programs, words
from exposture.collector_lint.tree import Node, brief, literal, unwrapped

LITERAL_KINDS = words(
    """array_expression array_literal_expression hash_literal_expression hash_literal_body hash_entry key_expression simple_name
    verbatim_string_characters string_literal integer_literal decimal_integer_literal real_literal statement_list pipeline
    pipeline_chain unary_expression assignment_value comment variable parenthesized_expression"""
)
LITERAL_VARIABLES = frozenset({"$true", "$false", "$null"})
Value = str | bool | None | list["Value"] | dict[str, "Value"]


def check_catalogue(script: Script) -> Iterator[Finding]:
    """Yield what is not literal in the block, and what its sources must not read. A part of the script may have no block."""
    if script.catalogue is None:
        return
    odd = [node for node in script.catalogue.walk() if node.is_named and not _is_literal(node)]
    for node in odd[:20]:
        yield finding("CATALOGUE.literal", node, f"{brief(node)!r} is not a literal")
    if not odd:
        for _, source, node in sources(script):
            yield from _source(source, node)


def _is_literal(node: Node) -> bool:
    return node.kind in LITERAL_KINDS and (node.kind != "variable" or node.text.lower() in LITERAL_VARIABLES)


def sources(script: Script) -> Iterator[tuple[str, dict[str, Value], Node]]:
    """Yield (dataset, source, node of the source's hashtable) of a literal block, in its order."""
    for node in literal_array(script.catalogue) if script.catalogue is not None else ():
        entries = _entries(node)
        name = read(entries["Name"]) if "Name" in entries else None
        for source in literal_array(entries["Sources"]) if "Sources" in entries else ():
            value = read(source)
            if isinstance(value, dict):
                yield str(name), value, source


def _entries(node: Node) -> dict[str, Node]:
    body = unwrapped(node).child("hash_literal_body")
    found: dict[str, Node] = {}
    for entry in (child for child in body.children if child.kind == "hash_entry") if body is not None else ():
        key = entry.child("key_expression")
        name = literal(key.children[0]) if key is not None and key.children else None
        if name is not None:
            found[name] = next(child for child in reversed(entry.children) if child.is_named and child.kind != "comment")
    return found


def hash_keys(node: Node) -> list[str]:
    """Return the literal keys of a hashtable literal; nothing for another value."""
    inner = unwrapped(node)
    return list(_entries(inner)) if inner.kind == "hash_literal_expression" else []


def read(node: Node) -> Value:
    """Return the value of a literal."""
    inner = unwrapped(node)
    if inner.kind == "hash_literal_expression":
        return {name: read(value) for name, value in _entries(inner).items()}
    if inner.kind == "array_expression":
        return [read(one) for one in literal_array(inner)]
    if inner.kind == "variable":
        return {"$true": True, "$false": False}.get(inner.text.lower())
    return literal(inner)


def strings(value: Value) -> list[str]:
    """Return the texts of a list."""
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def calls(source: Mapping[str, Value]) -> list[dict[str, Value]]:
    """Return the parameters of each call that a source of kind cmdlet makes."""
    first, again, each, server = source.get("Parameters"), source.get("Again"), source.get("Each"), source.get("ServerBy")
    every = [first] if isinstance(first, dict) else [{}]
    every += [one for one in again if isinstance(one, dict)] if isinstance(again, list) else []
    more = [str(one["Parameter"]) for one in each if isinstance(one, dict)] if isinstance(each, list) else []
    more += [server] if isinstance(server, str) else []
    return [{**one, **dict.fromkeys(more)} for one in every]


def _source(source: dict[str, Value], node: Node) -> Iterator[Finding]:
    kind, wanted = source.get("Kind"), strings(source.get("Read"))
    for one in wanted:
        if kind == "cmdlet":
            yield from _cmdlet(one, source, node)
        elif (one.lower(), "") in denied():
            yield finding("DENY.class", node, f"{one}: {denied()[one.lower(), '']}")
        elif kind == "program" and not _is_known_program(one):
            yield finding("CATALOGUE.command", node, f"{one!r} is no program in a form that only reads")


def _cmdlet(name: str, source: dict[str, Value], node: Node) -> Iterator[Finding]:
    key = name.lower()
    if (key, "") in denied() and not all((key, _written(call)) in permitted_calls() for call in calls(source)):
        yield finding("DENY.command", node, f"{name}: {denied()[key, '']}")
    elif key in exchange():
        yield from _exchange(name, source, node)
    elif key not in permitted() or permitted()[key].does != "read":
        yield finding("CATALOGUE.command", node, f"{name} is neither a reading cmdlet of Exchange nor one of Windows that is permitted")
    yield from _denied_parameters(name, source, node)


def _written(call: Mapping[str, Value]) -> str:
    """Return the literal arguments of a call; the name of a server is given by the run and is none."""
    return " ".join(sorted(f"{name}={value}".lower() for name, value in call.items() if value is not None))


def _exchange(name: str, source: dict[str, Value], node: Node) -> Iterator[Finding]:
    cmdlet = exchange()[name.lower()]
    for parameter in sorted({parameter for call in calls(source) for parameter in call}):
        if parameter.lower() not in cmdlet.parameters:
            yield finding("CATALOGUE.parameter", node, f"{name} -{parameter} is in no version")
    wanted = strings(source.get("Versions"))
    if "all" not in wanted and not set(wanted) & set(cmdlet.versions):
        yield finding("CATALOGUE.version", node, f"{name} is in {' '.join(cmdlet.versions)}, the source wants {' '.join(wanted)}")


def _denied_parameters(name: str, source: dict[str, Value], node: Node) -> Iterator[Finding]:
    for parameter in sorted({parameter for call in calls(source) for parameter in call}):
        reason = denied().get((name.lower(), parameter.lower())) or denied().get(("*", parameter.lower()))
        if reason is not None:
            yield finding("DENY.parameter", node, f"{name} -{parameter}: {reason}")


def _is_known_program(line: str) -> bool:
    words: Sequence[str] = re.sub(r"<[^>]*>", "<value>", line).split()
    key = words[0].rpartition("\\")[2].lower().removesuffix(".exe") if words else ""
    return any(re.fullmatch(form, " ".join(words[1:]), re.IGNORECASE) for form in programs().get(key, ())) if key in programs() else False
