"""The block of datasets that the collector script holds between two markers, in PowerShell 2.0.

It is data only: hashtables, arrays and single-quoted literals, ASCII, in the order of the catalog. Sources that
recognise another tool's export are not the collector's and are left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from exposture.catalog.dataset import READS, Column, Dataset, Each, Source
from exposture.catalog.load import Catalog
from exposture.errors import CatalogError

BEGIN = "# BEGIN generated catalogue: exposture datasets collector-block"
END = "# END generated catalogue"
_INDENT = "    "


def collector_block(catalog: Catalog) -> str:
    """Return the literal block, without the markers, ending with a newline.

    `$Catalogue` is an array of hashtables: Name, Server (the path that names it), Sources (Id, Kind, Read, Target, Tier, Versions,
    Roles, Parameters, Again, Each, ServerBy, Namespace, Filter, Base, Scope, Seconds, where they say something) and Columns (Name, Type,
    Class, Holds, Paths; SourcePaths by source where they differ). Paths stand best first.

    Raises:
        CatalogError: a declaration holds a character that is not printable ASCII.
    """
    lines = ["$Catalogue = @("]
    for dataset in catalog.readable:
        sources = [source for source in dataset.sources if source.recognise is None]
        if sources:
            lines += [_INDENT + line for line in _dataset(dataset, sources)]
    return "\n".join([*lines, ")", ""])


def literal(text: str) -> str:
    """Return a single-quoted PowerShell literal.

    Raises:
        CatalogError: the text holds a control character or one that is not ASCII.
    """
    if not (text.isascii() and text.isprintable()):
        raise CatalogError(f"{text!r} cannot stand in the collector's block: printable ASCII only")
    return "'" + text.replace("'", "''") + "'"


def _array(values: Sequence[str]) -> str:
    return "@(" + ", ".join(literal(value) for value in values) + ")"


def _dataset(dataset: Dataset, sources: list[Source]) -> Iterator[str]:
    yield "@{"
    yield f"{_INDENT}Name    = {literal(dataset.name)}"
    if dataset.server is not None:
        yield f"{_INDENT}Server  = {literal(dataset.server)}"
    yield f"{_INDENT}Sources = @("
    for source in sources:
        yield from (_INDENT * 2 + line for line in _source(source))
    yield f"{_INDENT})"
    yield f"{_INDENT}Columns = @("
    for column in dataset.columns:
        yield from (_INDENT * 2 + line for line in _column(column, sources))
    yield f"{_INDENT})"
    yield "}"


def _hashtable(pairs: Mapping[str, str]) -> Iterator[str]:
    width = max(len(name) for name in pairs)
    yield "@{"
    for name, value in pairs.items():
        yield f"{_INDENT}{name.ljust(width)} = {value}"
    yield "}"


def _source(source: Source) -> Iterator[str]:
    kind = next(word for word in READS if getattr(source, word) is not None)
    read = getattr(source, kind)
    pairs = {
        "Id": literal(source.id),
        "Kind": literal(kind),
        "Read": _array(read if isinstance(read, list) else [read]),
        "Target": literal(source.target.value),
        "Tier": literal(source.tier),
        "Versions": _array([source.versions] if isinstance(source.versions, str) else source.versions),
        "Roles": _array([source.roles] if isinstance(source.roles, str) else source.roles),
    }
    if source.parameters:
        pairs["Parameters"] = _arguments(source.parameters)
    if source.again:
        pairs["Again"] = "@(" + ", ".join(_arguments(more) for more in source.again) + ")"
    if source.each:
        pairs["Each"] = "@(" + ", ".join(_each(each) for each in source.each) + ")"
    words = {"ServerBy": source.server_by, "Namespace": source.namespace, "Filter": source.filter, "Base": source.base}
    pairs |= {name: literal(value) for name, value in words.items() if value is not None}
    if source.ldap is not None:
        pairs["Scope"] = literal(source.scope)
    pairs["Seconds"] = f"{source.seconds:g}"
    yield from _hashtable(pairs)


def _arguments(parameters: Mapping[str, str | bool | list[str]]) -> str:
    return "@{ " + "; ".join(f"{literal(name)} = {_argument(parameters[name])}" for name in sorted(parameters)) + " }"


def _each(each: Each) -> str:
    pairs = {"Dataset": literal(each.dataset), "Path": literal(each.path), "Parameter": literal(each.parameter)}
    if each.where:
        pairs["Where"] = "@{ " + "; ".join(f"{literal(name)} = {_array(values)}" for name, values in sorted(each.where.items())) + " }"
    if each.add:
        pairs["Add"] = "@{ " + "; ".join(f"{literal(name)} = {literal(path)}" for name, path in sorted(each.add.items())) + " }"
    return "@{ " + "; ".join(f"{name} = {value}" for name, value in pairs.items()) + " }"


def _argument(value: str | bool | list[str]) -> str:  # noqa: FBT001 - a parameter's value, not a switch of this function
    if isinstance(value, bool):
        return "$true" if value else "$false"
    return _array(value) if isinstance(value, list) else literal(value)


def _column(column: Column, sources: list[Source]) -> Iterator[str]:
    pairs = {"Name": literal(column.name), "Type": literal(column.type), "Class": literal(column.column_class.value)}
    pairs |= {"Holds": literal(column.holds.value), "Paths": _array(column.paths)}
    own = {source.id: column.source_paths[source.id] for source in sources if source.id in column.source_paths}
    if own:
        pairs["SourcePaths"] = "@{ " + "; ".join(f"{literal(name)} = {_array(own[name])}" for name in sorted(own)) + " }"
    yield "@{ " + "; ".join(f"{name} = {value}" for name, value in pairs.items()) + " }"
