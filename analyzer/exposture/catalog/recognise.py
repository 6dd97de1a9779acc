"""Recognition of exports without a manifest: by type name, then by required properties, then by file name.

Type names are compared without `Deserialized.`, `Selected.` and generic arity; those of WMI by their class alone,
whether they came by Get-WmiObject or Get-CimInstance. `requires` breaks ties between datasets that share a type;
a condition `Property=pattern` in it always has to hold. An object of no particular type (PSCustomObject, a CSV row)
needs its properties, its file name, or both, as the dataset declares. Still tied is unrecognised, with the candidates.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import PurePosixPath

from exposture.catalog.dataset import Dataset, Recognition, Source
from exposture.catalog.load import Catalog
from exposture.catalog.paths import MISSING, condition_of, list_of, parse_path, resolve, text_of
from exposture.model.values import Item, Value

_PREFIX = re.compile(r"^(?:Deserialized\.|Selected\.)+", re.IGNORECASE)
_ARITY = re.compile(r"`\d+.*$")
_WMI = re.compile(r"^(?:system\.management\.managementobject|microsoft\.management\.infrastructure\.ciminstance)#(?:.*[\\/])?([^\\/]+)$")
GENERIC = frozenset(
    {
        "",
        "system.object",
        "system.object[]",
        "system.array",
        "system.string",
        "system.collections.hashtable",
        "system.collections.arraylist",
        "system.management.automation.pscustomobject",
        "microsoft.management.infrastructure.ciminstance",
        "system.management.managementobject",
    }
)
"""Types that say nothing about what an object is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One dataset that a file feeds, and the sources that read it (more than one where a single shape needs several passes)."""

    dataset: Dataset
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """What a file is: one dataset, or several that all take their rows out of one object."""

    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unrecognised:
    """A file that no dataset claims, or that several claim (`candidates`, names of datasets, sorted)."""

    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Claim:
    """One way in which a dataset recognises a file; `sources` read it then."""

    dataset: Dataset
    sources: tuple[Source, ...]
    rule: Recognition
    names: frozenset[str] = frozenset()

    @property
    def takes_rows_out(self) -> bool:
        return any(source.rows is not None for source in self.sources)

    def is_met_by(self, value: Value) -> bool:
        return all(_holds(value, condition) for condition in self.rule.requires)

    def is_excluded_by(self, value: Value) -> bool:
        return not all(_holds(value, condition) for condition in self.rule.requires if condition_of(condition)[1] is not None)

    def fit_of_name(self, file_name: str) -> int:
        """Return how well the name fits: 0 not at all, the length of a pattern's fixed part, 1000 for the name of cmdlet or dataset."""
        stem = PurePosixPath(file_name.casefold()).stem
        if _folded(stem) in self.names:
            return 1000
        name = PurePosixPath(file_name.casefold()).name
        fits = [len(pattern.replace("*", "")) for pattern in self.rule.files if fnmatchcase(name, pattern.casefold())]
        return max(fits, default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recogniser:
    """The catalog's ways of recognition, indexed by type name: make it once for many files."""

    by_type: dict[str, list[_Claim]] = field(default_factory=dict)
    claims: tuple[_Claim, ...] = ()

    def recognise(self, values: Sequence[Value], file_name: str) -> Recognised | Unrecognised:
        """Return what a file holds, judged by its first record that has properties or a text; a file without records by its name alone."""
        value = next((one for one in map(_representative, values) if one is not None), None)
        typed = [] if value is None else self._typed(value)
        if typed and value is not None:
            return _decide([claim for claim in typed if not claim.is_excluded_by(value)], value, file_name, fallback=typed)
        named = [claim for claim in self.claims if self._fits_untyped(claim, value, file_name)]
        alike = [claim for claim in self.claims if value is not None and claim.rule.requires and claim.is_met_by(value)]
        return _decide(named, value, file_name, fallback=alike)

    def _typed(self, value: Value) -> list[_Claim]:
        names = [type_key(name) for name in value.types] if isinstance(value, Item) else []
        return next((self.by_type[name] for name in names if name not in GENERIC and name in self.by_type), [])

    @staticmethod
    def _fits_untyped(claim: _Claim, value: Value, file_name: str) -> bool:
        fit = claim.fit_of_name(file_name)
        if value is None:
            return fit > 0 and not claim.takes_rows_out
        has_requires = bool(claim.rule.requires)
        if _has_own_type(value) and claim.rule.types and not has_requires:
            return False
        has_generic_type = any(type_key(name) in GENERIC for name in claim.rule.types)
        return claim.is_met_by(value) and (fit > 0 or (has_generic_type and has_requires and not _has_own_type(value)))


def recogniser(catalog: Catalog) -> Recogniser:
    """Return the index of a catalog's ways of recognition."""
    claims = tuple(claim for dataset in catalog.readable for claim in _claims(dataset))
    by_type: dict[str, list[_Claim]] = {}
    for claim in claims:
        for name in sorted({type_key(name) for name in _types(claim)}):
            by_type.setdefault(name, []).append(claim)
    return Recogniser(by_type=by_type, claims=claims)


def recognise(catalog: Catalog, values: Sequence[Value], file_name: str) -> Recognised | Unrecognised:
    """Return what one file holds; for many files make a `recogniser` once."""
    return recogniser(catalog).recognise(values, file_name)


def type_key(name: str) -> str:
    """Return a type name as it is compared."""
    plain = _ARITY.sub("", _PREFIX.sub("", name)).casefold()
    wmi = _WMI.match(plain)
    return f"wmi#{wmi.group(1)}" if wmi is not None else plain


def _claims(dataset: Dataset) -> Iterable[_Claim]:
    common = tuple(source for source in dataset.sources if source.recognise is None)
    if common:
        names = frozenset(_folded(name) for name in [dataset.name, *(source.cmdlet.split()[0] for source in common if source.cmdlet)])
        yield _Claim(dataset=dataset, sources=common, rule=dataset.recognise, names=names)
    rules: list[Recognition] = []
    for source in dataset.sources:
        if source.recognise is not None and source.recognise not in rules:
            rules.append(source.recognise)
            yield _Claim(dataset=dataset, sources=tuple(one for one in dataset.sources if one.recognise == source.recognise), rule=source.recognise)


def _types(claim: _Claim) -> list[str]:
    classes = [source.wmi.split()[-1] for source in claim.sources if source.wmi]
    return [*claim.rule.types, *(f"System.Management.ManagementObject#{name}" for name in classes)]


def _decide(claims: list[_Claim], value: Value, file_name: str, *, fallback: list[_Claim]) -> Recognised | Unrecognised:
    inside = [claim for claim in claims if claim.takes_rows_out and claim.rule.requires and claim.is_met_by(value)]
    whole = [claim for claim in claims if not claim.takes_rows_out]
    whole = _narrowed(whole, value, file_name)
    if len({claim.dataset.name for claim in whole}) > 1:
        return Unrecognised(candidates=tuple(sorted({claim.dataset.name for claim in whole})))
    chosen = {claim.dataset.name: claim for claim in [*reversed(inside), *whole[:1]]}
    if not chosen:
        return Unrecognised(candidates=tuple(sorted({claim.dataset.name for claim in [*claims, *fallback]})))
    return Recognised(matches=tuple(_match(chosen[name], value) for name in sorted(chosen)))


def _match(claim: _Claim, value: Value) -> Match:
    passes = claim.sources if claim.takes_rows_out else (fitting_source(claim.dataset, claim.sources, value),)
    return Match(dataset=claim.dataset, sources=passes)


def _narrowed(claims: list[_Claim], value: Value, file_name: str) -> list[_Claim]:
    if len({claim.dataset.name for claim in claims}) > 1:
        claims = (
            [claim for claim in claims if claim.rule.requires and claim.is_met_by(value)]
            or [claim for claim in claims if claim.is_met_by(value)]
            or claims
        )
    if len({claim.dataset.name for claim in claims}) > 1:
        best = max(claim.fit_of_name(file_name) for claim in claims)
        claims = [claim for claim in claims if claim.fit_of_name(file_name) == best]
    return claims


def fitting_source(dataset: Dataset, sources: Sequence[Source], value: Value) -> Source:
    """Return the source whose paths find most columns in a record, the first of equals: two cmdlets may share a type but not its properties."""
    if len(sources) == 1 or not any(column.source_paths for column in dataset.columns):
        return sources[0]
    found = [sum(_is_there(value, column.paths_of(source.id)) for column in dataset.columns) for source in sources]
    return sources[found.index(max(found))]


def _is_there(value: Value, paths: Sequence[str]) -> bool:
    return any(resolve(value, parse_path(path)) is not MISSING for path in paths)


def _has_own_type(value: Value) -> bool:
    return isinstance(value, Item) and bool(value.types) and type_key(value.types[0]) not in GENERIC


def _holds(value: Value, condition: str) -> bool:
    path, pattern = condition_of(condition)
    found = resolve(value, parse_path(path)) if isinstance(value, Item) else MISSING
    if found is MISSING:
        return False
    return pattern is None or fnmatchcase((text_of(found) or "").casefold(), pattern.casefold())


def _representative(value: Value) -> Value:
    elements = list_of(value)
    if elements is None:
        return value
    if isinstance(value, Item) and any(type_key(name) not in GENERIC for name in value.types):
        return value
    return next((element for element in elements if element is not None), None)


def _folded(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", text.casefold())
