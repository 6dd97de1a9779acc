"""The read-only proof: everything that a script can touch, taken from the same parse tree as the lint."""

from __future__ import annotations

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from exposture.collector_lint.annotations import CATALOGUE_CALL, FULL_LANGUAGE
from exposture.collector_lint.catalogue import calls, hash_keys, sources, strings
from exposture.collector_lint.commands import Command
from exposture.collector_lint.literals import possible_values
from exposture.collector_lint.members import arguments_of, is_static, member_of, type_name
from exposture.collector_lint.permission import is_cmdlet
from exposture.collector_lint.script import Script, read_script
from exposture.collector_lint.sources import literal_names
from exposture.collector_lint.tables import ALL_VERSIONS, COMMON_PARAMETERS, exchange, permitted, programs, words
from exposture.collector_lint.tree import Node, literal, shown

Row = tuple[str, ...]
READS_FILES = words("""get-content import-csv import-clixml get-item get-childitem select-string get-acl get-authenticodesignature""")
READS_STATIC = frozenset(
    {("io.file", "open"), ("io.file", "openread"), ("io.file", "readallbytes"), ("io.file", "readalltext"), ("io.file", "readalllines")}
)
WRITES_STATIC = frozenset({("io.file", "create"), ("io.packaging.package", "open")})
WRITING_PROGRAMS = frozenset({"makecab", "auditpol", "secedit"})
_REGISTRY = re.compile(r"(?:HKLM[:\\]|HKEY_|SYSTEM\\|SOFTWARE\\)", re.IGNORECASE)
_FILTER = re.compile(r"\(.*[^<>]=.*\)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """One list of the proof: its columns and its rows, sorted."""

    key: str
    title: str
    says: str
    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """What a script can touch: `absent` are statements of what it does not hold, each checked against the tree."""

    sha256: str
    lines: int
    functions: int
    datasets: int
    absent: tuple[str, ...]
    sections: tuple[Section, ...]

    def rows(self, key: str) -> tuple[Row, ...]:
        """Return the rows of one section."""
        return next(section.rows for section in self.sections if section.key == key)


def proof_page(source: bytes) -> Proof:
    """Return the proof of a script. It holds for one that the lint finds nothing in: only there is every name literal."""
    script = read_script(source)
    return Proof(
        sha256=hashlib.sha256(source).hexdigest(),
        lines=source.count(b"\n"),
        functions=len(script.defined),
        datasets=len({dataset for dataset, _, _ in sources(script)}),
        absent=tuple(_absent(script)),
        sections=tuple(_sections(script)),
    )


def _sections(script: Script) -> Iterator[Section]:
    yield _section(
        "exchange",
        "Cmdlets of Exchange",
        "Parameters of a version in brackets are dropped where it lacks them.",
        ("cmdlet", "versions", "parameters", "read for"),
        _exchange(script),
    )
    yield _section("windows", "Cmdlets of Windows that the catalogue names", "", ("cmdlet", "parameters", "read for"), _windows(script))
    yield _section("registry", "Registry keys, read only", "Read through StdRegProv, or named in the script.", ("key", "read for"), _registry(script))
    yield _section("wmi", "WMI classes", "", ("class", "namespace", "filter", "read for"), _wmi(script))
    yield _section("ldap", "Searches in the directory", "", ("filter or address", "base", "scope", "read for"), _ldap(script))
    yield _section(
        "programs", "External programs with their arguments", "`<value>` is computed.", ("program", "arguments", "where"), _programs(script)
    )
    yield _section("reads", "Files read", "", ("how", "what", "where"), _reads(script))
    yield _section(
        "writes",
        "Everything that is written",
        "The paths are those of the output folder: the bundle, and beside it the key and the map of the redaction.",
        ("how", "what", "where"),
        _writes(script),
    )
    yield _section(
        "network",
        "What leaves this computer",
        "Sessions, and reads of other computers and of the directory under the own account.",
        ("how", "what", "where"),
        _network(script),
    )
    yield _section("commands", "All commands of PowerShell", "", ("command", "does", "parameters", "where"), _commands(script))
    yield _section("static", "Types of .NET and their static members", "", ("type", "member", "where"), _static(script))
    yield _section("methods", "Methods", "", ("method", "where"), _methods(script))
    yield _section(
        "annotations", "Exceptions with their reasons", "Each is a comment in the script.", ("exception", "reason", "where"), _annotations(script)
    )


def _section(key: str, title: str, says: str, header: Row, rows: Iterable[Row]) -> Section:
    return Section(key=key, title=title, says=says, header=header, rows=tuple(sorted(set(rows))))


def _where(script: Script, node: Node) -> str:
    function = script.function_of(node)
    return function.name if function is not None else "main"


def _foreign(script: Script) -> Iterator[Command]:
    """Yield the commands that are neither functions of the script nor programs."""
    for command in script.commands:
        if command.key and (is_cmdlet(command.key) or command.key not in script.functions) and command.key not in programs():
            yield command


def _spelled(script: Script) -> dict[str, str]:
    """Return how the script writes the cmdlets that it names."""
    names = {command.key: command.name for command in script.commands if command.name is not None}
    names |= {name.lower(): name for name, _ in literal_names(script)}
    for _, source, _ in sources(script):
        names |= {name.lower(): name for name in strings(source.get("Read")) if source.get("Kind") == "cmdlet"}
    return names


def _exchange(script: Script) -> Iterator[Row]:
    given: dict[str, set[str]] = defaultdict(set)
    wanted: dict[str, set[str]] = defaultdict(set)
    for dataset, source, _ in sources(script):
        for name in strings(source.get("Read")) if source.get("Kind") == "cmdlet" else ():
            wanted[name.lower()].add(dataset)
            given[name.lower()] |= {parameter for call in calls(source) for parameter in call}
    for command in script.commands:
        if command.key in exchange():
            wanted[command.key].add(_where(script, command.node))
            given[command.key] |= {one.text.lstrip("-") for one in _parameter_nodes(command)}
    for name, command in literal_names(script):
        wanted[name.lower()].add(_where(script, command.node))
    spelled = _spelled(script)
    for key in sorted(set(wanted) & set(exchange())):
        cmdlet = exchange()[key]
        parameters = [
            _versioned(one, cmdlet.parameters.get(one.lower()), cmdlet.versions) for one in sorted(given[key]) if one.lower() not in COMMON_PARAMETERS
        ]
        yield spelled.get(key, key), _versions(cmdlet.versions), ", ".join(parameters), ", ".join(sorted(wanted[key]))


def _versions(versions: tuple[str, ...]) -> str:
    return "all" if set(versions) == set(ALL_VERSIONS) else " ".join(versions)


def _versioned(parameter: str, versions: tuple[str, ...] | None, of_cmdlet: tuple[str, ...]) -> str:
    return parameter if versions is None or set(of_cmdlet) <= set(versions) else f"{parameter} ({' '.join(versions)})"


def _parameter_nodes(command: Command) -> list[Node]:
    return [argument.node for argument in command.arguments if argument.parameter is not None]


def _windows(script: Script) -> Iterator[Row]:
    for dataset, source, _ in sources(script):
        for name in strings(source.get("Read")) if source.get("Kind") == "cmdlet" else ():
            if name.lower() not in exchange():
                yield name, ", ".join(sorted({parameter for call in calls(source) for parameter in call})), dataset


def _texts(script: Script) -> Iterator[tuple[str, Node]]:
    """Yield every text of the script outside of the catalogue, computed parts as `<value>`."""
    for node in script.nodes("verbatim_string_characters", "expandable_string_literal"):
        yield shown(node), node


def _registry(script: Script) -> Iterator[Row]:
    for dataset, source, _ in sources(script):
        if source.get("Kind") == "registry":
            yield from ((key, dataset) for key in strings(source.get("Read")))
    for text, node in _texts(script):
        if _REGISTRY.match(text):
            yield text, _where(script, node)


def _wmi(script: Script) -> Iterator[Row]:
    for dataset, source, _ in sources(script):
        if source.get("Kind") == "wmi":
            yield from (
                (name, str(source.get("Namespace") or "root\\cimv2"), str(source.get("Filter") or ""), dataset)
                for name in strings(source.get("Read"))
            )
    for command in script.commands:
        if command.key in {"get-wmiobject", "invoke-wmimethod"}:
            name, space, narrowed = (command.value(word) for word in ("class", "namespace", "filter"))
            for one in (possible_values(script, name) or [shown(name)]) if name is not None else ["(by position)"]:
                if one == "<value>":
                    continue
                method = "" if command.key == "get-wmiobject" else " (" + ", ".join(_value_list(script, command.value("name"))) + ")"
                yield one + method, _text(space) or "root\\cimv2", _text(narrowed), _where(script, command.node)


def _value_list(script: Script, node: Node | None) -> list[str]:
    return (possible_values(script, node) or [shown(node)]) if node is not None else []


def _text(node: Node | None) -> str:
    return shown(node) if node is not None else ""


def _ldap(script: Script) -> Iterator[Row]:
    for dataset, source, _ in sources(script):
        if source.get("Kind") == "ldap":
            yield from ((one, str(source.get("Base") or ""), str(source.get("Scope") or ""), dataset) for one in strings(source.get("Read")))
    for text, node in _texts(script):
        if _FILTER.fullmatch(text) or text.upper().startswith(("LDAP://", "GC://", "WINNT://")):
            yield text, "", "", _where(script, node)


def _programs(script: Script) -> Iterator[Row]:
    for command in script.commands:
        if command.key in programs() and command.key not in script.functions:
            yield command.key, command.line(), _where(script, command.node)


def _path(command: Command) -> str:
    node = command.value("path", "literalpath", "filepath") or next(iter(command.positional), None)
    return node.text.strip() if node is not None else ""


def _reads(script: Script) -> Iterator[Row]:
    for command in script.commands:
        if command.key in READS_FILES:
            yield str(command.name), _path(command), _where(script, command.node)
    yield from _static_calls(script, READS_STATIC)
    for dataset, source, _ in sources(script):
        if source.get("Kind") == "file":
            yield from (("catalogue", one, dataset) for one in strings(source.get("Read")))


def _static_calls(script: Script, wanted: frozenset[tuple[str, str]]) -> Iterator[Row]:
    for node in script.nodes("invocation_expression"):
        owner = type_name(node.children[0]) if is_static(node) else None
        name = member_of(node)
        if owner is not None and name is not None and (owner, name) in wanted:
            yield f"[{owner}]::{name}", ", ".join(one.text.strip() for one in arguments_of(node)), _where(script, node)


def _writes(script: Script) -> Iterator[Row]:
    for command in script.commands:
        if command.key in permitted() and permitted()[command.key].does == "write":
            yield str(command.name), _path(command), _where(script, command.node)
        if command.key in WRITING_PROGRAMS and command.operator == "&":
            yield command.key, command.line(), _where(script, command.node)
    yield from _static_calls(script, WRITES_STATIC)


def _network(script: Script) -> Iterator[Row]:
    for command in _foreign(script):
        if command.key in {"new-pssession", "invoke-command"}:
            yield str(command.name), command.line(), _where(script, command.node)
        elif command.has("computername"):
            yield f"{command.name} -ComputerName", _text(command.value("computername")), _where(script, command.node)
    for node in script.nodes("type_literal"):
        if node.text.lower() in {"[adsi]", "[adsisearcher]"}:
            yield node.text, "the directory", _where(script, node)


def _commands(script: Script) -> Iterator[Row]:
    parameters: dict[str, set[str]] = defaultdict(set)
    places: dict[str, set[str]] = defaultdict(set)
    spelled = _spelled(script)
    for command in _foreign(script):
        parameters[command.key] |= {one.text.lstrip("-") for one in _parameter_nodes(command)}
        places[command.key].add(_where(script, command.node))
    for name, command in literal_names(script):
        given = command.value("arguments")
        parameters[name.lower()] |= set(hash_keys(given)) if given is not None else set()
        places[name.lower()].add(_where(script, command.node))
    for key in sorted(places):
        does = permitted()[key].does if key in permitted() else "read" if key in exchange() else "not permitted"
        yield spelled[key], does, ", ".join(sorted(parameters[key])), _places(places[key])


def _places(names: set[str]) -> str:
    listed = sorted(names)
    return ", ".join(listed) if len(listed) <= 4 else f"{', '.join(listed[:3])} and {len(listed) - 3} more"


def _static(script: Script) -> Iterator[Row]:
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for node in script.nodes("invocation_expression", "member_access"):
        owner = type_name(node.children[0]) if is_static(node) else None
        if owner is not None:
            found[owner, member_of(node) or ""].add(_where(script, node))
    for command in script.commands:
        if command.key == "new-object":
            named = command.value("typename") or next(iter(command.positional), None)
            for value in _value_list(script, named):
                found[value, "(made)"].add(_where(script, command.node))
    for node in script.nodes("type_literal"):
        found[type_name(node) or node.text, "(named)"].add(_where(script, node))
    yield from ((owner, name, _places(where)) for (owner, name), where in found.items())


def _methods(script: Script) -> Iterator[Row]:
    found: dict[str, set[str]] = defaultdict(set)
    for node in script.nodes("invocation_expression"):
        name = node.child("member_name")
        if not is_static(node) and name is not None:
            found[(literal(name.children[0]) if name.children else None) or name.text].add(_where(script, node))
    yield from ((name, _places(where)) for name, where in found.items())


def _annotations(script: Script) -> Iterator[Row]:
    for annotation in script.annotations:
        words = {FULL_LANGUAGE: "needs FullLanguage", CATALOGUE_CALL: "calls a cmdlet of the catalogue by a variable"}
        yield words.get(annotation.what, annotation.what), annotation.reason, _where(script, annotation.node)


def _absent(script: Script) -> Iterator[str]:
    """Yield what is not there. Each statement is made of what the tree holds, so it cannot say more than is true."""
    names = {command.name.title() if command.name.islower() else command.name for command in _foreign(script) if command.name is not None}
    names |= {name for name, _ in literal_names(script)}
    for verb in ("Set", "New", "Remove", "Add", "Enable", "Disable", "Start", "Stop", "Restart", "Move", "Clear", "Import", "Invoke"):
        found = sorted(name for name in names if name.lower().startswith(f"{verb.lower()}-"))
        yield f"No command `{verb}-*`" + (f" but {', '.join(f'`{name}`' for name in found)}." if found else ".")
    computed = [command for command in script.commands if command.name is None]
    where = sorted({_where(script, command.node) for command in computed})
    yield f"Commands called by a variable: {len(computed)}" + (f", in `{'`, `'.join(where)}`." if computed else ".")
    yield _none_of(script, "No text is run as code", {"invoke-expression", "iex"}, {"invokescript", "addscript", "expandstring"})
    yield _none_of(
        script,
        "No connection to the internet, no mail, no job",
        {"invoke-webrequest", "invoke-restmethod", "send-mailmessage", "start-job"},
        {"downloadstring", "downloadfile"},
    )
    yield _none_of(
        script,
        "No property of the directory, of WMI or of a service is set",
        {"set-wmiinstance", "set-service"},
        {"setinfo", "commitchanges", "put", "setpassword"},
    )
    yield _none_of(script, "No password is asked for, and none is taken", {"get-credential", "read-host"}, {"getnetworkcredential"})


def _none_of(script: Script, statement: str, commands: set[str], methods: set[str]) -> str:
    found = {command.key for command in script.commands} & commands
    found |= {member_of(node) or "" for node in script.nodes("invocation_expression")} & methods
    return f"{statement}." if not found else f"NOT TRUE: {statement}; it uses {', '.join(sorted(found))}."
